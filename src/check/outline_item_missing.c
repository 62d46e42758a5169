/* outline-item-missing: an item of the outline that the lesson does not hold. */
#include "check/checks.h"
#include "check/uncovered.h"

/* The rule's case for each role that stands for an element. */
static const char *kind_of(ll_role role) {
    switch (role) {
    case LL_ROLE_CONTEXT:
        return "no-context";
    case LL_ROLE_CHECK:
        return "no-check";
    case LL_ROLE_PRACTICE:
        return "no-notebook";
    case LL_ROLE_SUMMARIZE:
        return "no-summary";
    default:
        return "no-next";
    }
}

void ll_check_outline_item_missing(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    if (check->facts->lesson->layout == LL_LESSON_NONE)
        return;
    for (uint32_t i = 0; i < plan->outline.len; i++) {
        const ll_outline_item *item = &plan->outline.at[i];
        ll_outline_match match = ll_facts_outline(check->facts, item);
        if (!match.judged || item->given_up)
            continue;
        ll_check_judges(check, item->place);
        if (match.element != LL_TSX_NONE)
            continue;
        ll_index_hit nothing = {.best = UINT32_MAX};
        const ll_index_hit *hit =
            match.typed ? &nothing
                        : ll_facts_coverage(check->facts, LL_PLANNED_OUTLINE, i, LL_ROW_WHOLE);
        const char *content = hit->best == UINT32_MAX ? "no-words" : "content";
        ll_check_report_uncovered(
            check, &(ll_uncovered){.place = item->place,
                                   .subject = item->title,
                                   .name = "item",
                                   .kind = match.typed ? kind_of(item->role) : content,
                                   .hit = hit,
                                   .related = "best match"});
    }
}
