/* prerequisite-gap-unresolved: more gaps than the plan resolves. */
#include "check/checks.h"

static bool is_gap(const ll_prerequisite *row) {
    return row->status == LL_STATUS_GAP || row->status == LL_STATUS_MISSING;
}

/* "This lesson teaches/addresses/resolves …" in the reasoning. */
static bool resolves_itself(const ll_prerequisite *row) {
    static const char *const verbs[] = {"teaches", "addresses", "resolves"};
    ll_view lesson = LL_VIEW("this lesson ");
    size_t at = 0;
    while ((at = ll_view_find_nocase(row->reasoning, lesson, at)) != LL_VIEW_NONE) {
        at += lesson.len;
        ll_view rest = ll_view_slice(row->reasoning, at, row->reasoning.len);
        for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
            if (ll_view_starts_nocase(rest, ll_view_of(verbs[i])))
                return true;
    }
    return false;
}

/* Whether a paragraph or item under a gap label says how gaps are closed. */
static bool resolves_all(ll_view text) {
    static const char *const nothing[] = {"no gap", "all prerequisites", "none", "---"};
    text = ll_view_trim(text);
    while (text.len > 0 && (text.ptr[0] == '*' || text.ptr[0] == '_'))
        text = ll_view_slice(text, 1, text.len);
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        if (ll_view_starts_nocase(text, ll_view_of(nothing[i])))
            return false;
    return text.len > 0;
}

/* The text of a section's first block that stands behind its bold label is `rest`. */
static bool section_resolves_all(const ll_plan *plan, const ll_section *section) {
    bool label = section->level == LL_SECTION_LABEL;
    if (label && resolves_all(section->rest))
        return true;
    for (uint32_t i = section->first_block + (label ? 1 : 0); i < section->after_block; i++) {
        const ll_block *block = &plan->markdown->blocks.at[i];
        if (block->kind != LL_BLOCK_PARAGRAPH && block->kind != LL_BLOCK_ITEM)
            continue;
        if (resolves_all(ll_markdown_text(plan->markdown, block)))
            return true;
    }
    return false;
}

static bool prose_resolves_all(const ll_plan *plan) {
    for (uint32_t i = 0; i < plan->sections.len; i++)
        if (plan->sections.at[i].kind == LL_SECTION_GAPS &&
            section_resolves_all(plan, &plan->sections.at[i]))
            return true;
    return false;
}

static void report(ll_check *check, const ll_prerequisite *row, uint32_t gaps, uint32_t resolved) {
    ll_value values[] = {{"concept", row->concept},
                         {"gaps", ll_arena_format(check->arena, "%u", gaps)},
                         {"resolved", ll_arena_format(check->arena, "%u", resolved)},
                         {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(row->place),
                                        .subject = row->concept,
                                        .values = values});
}

/* A resolution table resolves as many gaps as it has rows: the names differ between the two tables,
 * so they are matched by count, and the last gaps are the ones left over. */
void ll_check_prerequisite_gap_unresolved(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    uint32_t gaps = 0, resolved = 0;
    for (uint32_t i = 0; i < plan->prerequisites.len; i++) {
        const ll_prerequisite *row = &plan->prerequisites.at[i];
        gaps += is_gap(row);
        resolved += is_gap(row) && resolves_itself(row);
    }
    check->outcome.checked = gaps;
    uint32_t by_table = plan->gaps.len;
    if (gaps <= resolved + by_table || prose_resolves_all(plan))
        return;
    for (uint32_t i = 0, table_left = by_table; i < plan->prerequisites.len; i++) {
        const ll_prerequisite *row = &plan->prerequisites.at[i];
        if (!is_gap(row) || resolves_itself(row))
            continue;
        if (table_left > 0)
            table_left--;
        else
            report(check, row, gaps, resolved + by_table);
    }
}
