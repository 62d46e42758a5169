/* outline-check-count: fewer hidden answers than the outline plans checks. */
#include "check/checks.h"

/* Components with one of these in their names may hide an answer. */
static const char *const hints[] = {"Check",   "Quiz",       "Question", "Answer",
                                    "Reveal",  "Details",    "Predict",  "Accordion",
                                    "Collaps", "Disclosure", NULL};

/* Where the outline begins, else its first item. */
static ll_place place_of_outline(const ll_plan *plan) {
    const ll_section *section = ll_plan_section(plan, LL_SECTION_OUTLINE);
    return section ? section->place : plan->outline.at[0].place;
}

/* The check that has none: the one where it is open in the lesson; without any, the first. NULL
 * when it cannot be told. `*element` heads it in the lesson, or is LL_TSX_NONE. */
static const ll_outline_item *without_answer(ll_facts *facts, uint32_t details, uint32_t *element) {
    const ll_outline_item *item = ll_facts_open_check(facts, element);
    for (uint32_t i = 0; !item && details == 0; i++)
        if (facts->plan->outline.at[i].role == LL_ROLE_CHECK)
            item = &facts->plan->outline.at[i];
    return item;
}

static void report(ll_check *check, uint32_t planned, uint32_t details) {
    const ll_facts *facts = check->facts;
    uint32_t element = LL_TSX_NONE;
    const ll_outline_item *item = without_answer(check->facts, details, &element);
    ll_value values[] = {{"item", item ? item->title : LL_VIEW("")},
                         {"planned", ll_arena_format(check->arena, "%u", planned)},
                         {"details", ll_arena_format(check->arena, "%u", details)},
                         {0}};
    ll_report found = {.range = ll_plan_range(place_of_outline(facts->plan)),
                       .subject = LL_VIEW("details"),
                       .kind = "some",
                       .values = values};
    if (item) {
        found.range = ll_plan_range(item->place);
        found.subject = item->title;
        found.kind = "one";
        if (element != LL_TSX_NONE)
            found.related =
                (ll_related){ll_tag_range(facts->tsx, element), LL_VIEW("the check in the lesson")};
    }
    ll_check_report(check, &found);
}

void ll_check_outline_check_count(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    uint32_t planned = 0;
    if (check->facts->lesson->layout == LL_LESSON_NONE)
        return;
    ll_repeated details = ll_facts_repeated(check->facts, LL_VIEW("details"), hints);
    if (!details.known)
        return;
    for (uint32_t i = 0; i < plan->outline.len; i++)
        planned += plan->outline.at[i].role == LL_ROLE_CHECK && !plan->outline.at[i].given_up;
    check->outcome.checked += planned;
    if (details.number + details.elsewhere < planned)
        report(check, planned, details.number);
}
