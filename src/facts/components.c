/* What is known of a component by its name and its import. */
#include "facts/facts.h"

enum { IMPORTS_MOST = 256 };

/* Sorted. */
static const char *const plain_blocks[] = {
    "",
    "ComparisonRow",
    "ConceptBlock",
    "ConstraintBlock",
    "ExternalLink",
    "Fragment",
    "GradientCard",
    "InsightBlock",
    "LessonHeader",
    "LessonLayout",
    "LessonLink",
    "Link",
    "ModuleCompleteBlock",
    "NextStepBlock",
    "ObjectiveBlock",
    "PhaseCard",
    "React.Fragment",
    "ReferencesBlock",
    "Row",
    "Row.Aside",
    "Row.Content",
    "RowAside",
    "RowContent",
    "SectionHeader",
    "StepList",
    "SummaryBlock",
    "TipBlock",
    "TryThisBlock",
    "WarningBlock",
};

bool ll_facts_is_plain_block(ll_view name) {
    return LL_VIEW_IS_ONE_OF(name, plain_blocks);
}

/* Whether `name` is among the names of the import whose path is the string `node`: between its
 * `import` and the path. */
static bool imports(const ll_tsx *tsx, uint32_t node, ll_view name) {
    ll_view text = tsx->source->text;
    size_t path = tsx->nodes.at[node].start, start = path;
    while (start > 0 && text.ptr[start - 1] != ';' &&
           !ll_view_starts(ll_view_slice(text, start, path), LL_VIEW("import")))
        start--;
    size_t at = ll_view_find(ll_view_slice(text, start, path), name, 0);
    return at != LL_VIEW_NONE && ll_view_find_word(ll_view_slice(text, start, path), name, 0) == at;
}

ll_view ll_facts_import(const ll_facts *facts, ll_view name) {
    const ll_tsx *tsx = facts->tsx;
    uint32_t seen = 0;
    for (uint32_t i = 0; i < tsx->nodes.len && seen < IMPORTS_MOST; i = tsx->nodes.at[i].after) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (node->kind != LL_TSX_STRING || node->sign != LL_SIGN_KEYWORD ||
            !ll_view_equal(ll_tsx_lead(tsx, i), LL_VIEW("from")))
            continue;
        seen++;
        if (imports(tsx, i, name))
            return ll_tsx_text(tsx, node->inner_start, node->inner_end);
    }
    return (ll_view){0};
}
