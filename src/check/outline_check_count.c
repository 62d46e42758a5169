/* outline-check-count: fewer hidden answers than the outline plans checks. */
#include "check/checks.h"

/* Components with one of these in their names may hide an answer. */
static const char *const hints[] = {"Check",   "Quiz",       "Question", "Answer",
                                    "Reveal",  "Details",    "Predict",  "Accordion",
                                    "Collaps", "Disclosure", NULL};

void ll_check_outline_check_count(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    const ll_outline_item *first = NULL; /* without a `details` */
    uint32_t planned = 0;
    if (check->facts->lesson->layout == LL_LESSON_NONE)
        return;
    ll_repeated details = ll_facts_repeated(check->facts, LL_VIEW("details"), hints);
    if (!details.known)
        return;
    for (uint32_t i = 0; i < plan->outline.len; i++) {
        const ll_outline_item *item = &plan->outline.at[i];
        if (item->role != LL_ROLE_CHECK)
            continue;
        if (planned++ == details.number)
            first = item;
    }
    check->outcome.checked += planned;
    if (!first)
        return;
    ll_value values[] = {{"item", first->title},
                         {"planned", ll_arena_format(check->arena, "%u", planned)},
                         {"details", ll_arena_format(check->arena, "%u", details.number)},
                         {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(first->place),
                                        .subject = first->title,
                                        .values = values});
}
