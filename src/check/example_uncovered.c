/* example-uncovered: a planned example that no Row of the lesson takes up. */
#include "check/checks.h"
#include "check/uncovered.h"
#include "facts/placing.h"
#include "plan/promise.h"

/* "Positive (optional)", "Negative, in the notebook". */
static bool is_taken_back(const ll_example *row) {
    static const ll_view places[] = {LL_VIEW_INIT("notebook"), LL_VIEW_INIT("colab")};
    return ll_plan_takes_back(row->text) || ll_plan_takes_back(row->type) ||
           LL_VIEW_HAS_WORD(row->type, places);
}

void ll_check_example_uncovered(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    double low = ll_check_number(check, LL_VIEW("low"));
    double words = ll_check_number(check, LL_VIEW("words"));
    for (uint32_t i = 0; i < plan->examples.len; i++) {
        const ll_example *row = &plan->examples.at[i];
        const ll_index_hit *hit =
            ll_facts_coverage(check->facts, LL_PLANNED_EXAMPLE, i, LL_ROW_WHOLE);
        if (hit->asked < words)
            continue;
        /* An element that the plan names is the example. */
        bool found =
            hit->score >= low || ll_facts_named_element(check->facts, row->text) != LL_TSX_NONE;
        if (!found && ll_facts_unseen(check->facts, hit->best) != LL_TSX_NONE)
            continue;
        ll_check_judges(check, row->place);
        if (found || is_taken_back(row))
            continue;
        ll_index_hit place = ll_facts_place(check->facts, LL_PLANNED_EXAMPLE, i);
        ll_check_report_uncovered(
            check, &(ll_uncovered){.place = row->place,
                                   .subject = row->text,
                                   .name = "example",
                                   .kind = hit->best == UINT32_MAX ? "nothing" : "absent",
                                   .hit = &place,
                                   .related = "best match"});
    }
}
