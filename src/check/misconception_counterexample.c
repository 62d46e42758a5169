/* misconception-counterexample: a misconception without an example that disproves it. */
#include "check/checks.h"

/* Fewer characters cannot state an example; a dash or nothing is shorter still. */
enum { SHORTEST_EXAMPLE = 15 };

void ll_check_misconception_counterexample(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    for (uint32_t i = 0; i < plan->misconceptions.len; i++) {
        const ll_misconception *row = &plan->misconceptions.at[i];
        ll_check_judges(check, row->place);
        if (ll_view_characters(row->counterexample) >= SHORTEST_EXAMPLE)
            continue;
        ll_value values[] = {{"misconception", ll_view_unquote(row->claim)}, {0}};
        ll_check_report(check, &(ll_report){.range = ll_plan_range(row->place),
                                            .subject = row->claim,
                                            .values = values});
    }
}
