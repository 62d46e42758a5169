/* What is known of a component by its name and its import. */
#include "facts/facts.h"

enum {
    IMPORTS_MOST = 256,
    LATER_NODES_MOST = 64 /* of a declaration that may import later */
};

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

static bool is_name_byte(char c) {
    return ll_is_alnum(c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

/* Whether the name stands in the text as a word of its own. */
static bool names(ll_view text, ll_view name) {
    for (size_t at = 0; (at = ll_view_find(text, name, at)) != LL_VIEW_NONE; at++) {
        size_t end = at + name.len;
        bool starts = at == 0 || !is_name_byte(text.ptr[at - 1]);
        if (starts && (end == text.len || !is_name_byte(text.ptr[end])))
            return true;
    }
    return false;
}

/* Whether `name` is among the names of the import whose path is the string `node`: between its
 * `import` and the path. */
static bool imports(const ll_tsx *tsx, uint32_t node, ll_view name) {
    ll_view text = tsx->source->text;
    size_t path = tsx->nodes.at[node].start, start = path;
    while (start > 0 && text.ptr[start - 1] != ';' &&
           !ll_view_starts(ll_view_slice(text, start, path), LL_VIEW("import")))
        start--;
    return names(ll_view_slice(text, start, path), name);
}

static ll_view path_of(const ll_tsx *tsx, uint32_t node) {
    return ll_tsx_text(tsx, tsx->nodes.at[node].inner_start, tsx->nodes.at[node].inner_end);
}

/* The path of `const Name = lazy(() => import('path'))`, or "". */
static ll_view imported_later(const ll_tsx *tsx, ll_view name) {
    for (uint32_t i = 0; i < tsx->declarations.len && i < IMPORTS_MOST; i++) {
        const ll_tsx_declaration *declaration = &tsx->declarations.at[i];
        uint32_t first = declaration->first_node, after = declaration->after_node;
        if (!ll_view_equal(declaration->name, name))
            continue;
        for (uint32_t j = first; j < after && j - first < LATER_NODES_MOST; j++) {
            uint32_t parent = tsx->nodes.at[j].parent;
            if (tsx->nodes.at[j].kind == LL_TSX_STRING && parent != LL_TSX_NONE &&
                ll_view_equal(ll_tsx_lead(tsx, parent), LL_VIEW("import")))
                return path_of(tsx, j);
        }
    }
    return (ll_view){0};
}

ll_view ll_facts_import(const ll_facts *facts, ll_view name) {
    const ll_tsx *tsx = facts->tsx;
    size_t dot = ll_view_find_byte(name, '.', 0);
    if (dot != LL_VIEW_NONE)
        name = ll_view_slice(name, 0, dot);
    uint32_t seen = 0;
    for (uint32_t i = 0; i < tsx->nodes.len && seen < IMPORTS_MOST; i = tsx->nodes.at[i].after) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (node->kind != LL_TSX_STRING || node->sign != LL_SIGN_KEYWORD ||
            !ll_view_equal(ll_tsx_lead(tsx, i), LL_VIEW("from")))
            continue;
        seen++;
        if (imports(tsx, i, name))
            return path_of(tsx, i);
    }
    return imported_later(tsx, name);
}
