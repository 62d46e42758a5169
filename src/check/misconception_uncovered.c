/* misconception-uncovered: a planned misconception that no Row of the lesson takes up. */
#include "check/checks.h"
#include "check/uncovered.h"

void ll_check_misconception_uncovered(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    double low = ll_check_number(check, LL_VIEW("low"));
    double high = ll_check_number(check, LL_VIEW("high"));
    double words = ll_check_number(check, LL_VIEW("words"));
    for (uint32_t i = 0; i < plan->misconceptions.len; i++) {
        const ll_misconception *row = &plan->misconceptions.at[i];
        if (ll_misconception_is_deferred(row))
            continue;
        const ll_index_hit *hit =
            ll_facts_coverage(check->facts, LL_PLANNED_MISCONCEPTION, i, LL_ROW_WHOLE);
        if (hit->asked < words)
            continue;
        check->outcome.checked++;
        if (hit->score >= high)
            continue;
        const char *kind = hit->best == UINT32_MAX ? "nothing"
                           : hit->score < low      ? "absent"
                                                   : "partly";
        ll_check_report_uncovered(check, &(ll_uncovered){.place = row->place,
                                                         .subject = row->claim,
                                                         .name = "misconception",
                                                         .kind = kind,
                                                         .hit = hit,
                                                         .related = "best match"});
    }
}
