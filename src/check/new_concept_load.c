/* new-concept-load: more new concepts in one lesson than a student can hold. */
#include "check/checks.h"

#include "text/decimal.h"

void ll_check_new_concept_load(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    if (!plan->has_new_concepts)
        return;
    double most = ll_check_number(check, LL_VIEW("max"));
    uint32_t number = plan->new_concepts;
    check->outcome.checked++;
    if (number <= most)
        return;
    ll_value values[] = {{"count", ll_arena_format(check->arena, "%u", number)},
                         {"max", ll_decimal_short(check->arena, most)},
                         {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(plan->new_concepts_place),
                                        .subject = LL_VIEW("new concepts"),
                                        .kind = number > most + 1 ? "far" : NULL,
                                        .values = values});
}
