/* misconception-counterexample: a misconception without an example that disproves it. */
#include "check/checks.h"

/* Fewer characters cannot state an example. */
enum { SHORTEST_EXAMPLE = 15 };

/* A dash or nothing is shorter still. */
static uint32_t characters(ll_view text) {
    uint32_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return count;
}

void ll_check_misconception_counterexample(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    for (uint32_t i = 0; i < plan->misconceptions.len; i++) {
        const ll_misconception *row = &plan->misconceptions.at[i];
        check->outcome.checked++;
        if (characters(row->counterexample) >= SHORTEST_EXAMPLE)
            continue;
        ll_value values[] = {{"misconception", ll_view_unquote(row->claim)}, {0}};
        ll_check_report(check, &(ll_report){.range = ll_plan_range(row->place),
                                            .subject = row->claim,
                                            .values = values});
    }
}
