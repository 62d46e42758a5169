/* Rules of the kind `count`: a number of the documents against its bounds. */
#include "engine/kinds.h"

void ll_run_count(ll_check *check) {
    const ll_rule_count *rule = &check->rule->count;
    ll_counted counted = ll_facts_count(check->facts, rule->of);
    check->outcome.checked++;
    bool few = rule->has_min && counted.number < rule->min;
    bool many = rule->has_max && counted.number > rule->max;
    if (!few && !many)
        return;
    ll_arena *arena = check->arena;
    ll_value values[] = {{"count", ll_arena_format(arena, "%u", counted.number)},
                         {"min", ll_arena_format(arena, "%u", rule->min)},
                         {"max", ll_arena_format(arena, "%u", rule->max)},
                         {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(counted.place),
                                        .subject = rule->of,
                                        .kind = counted.number == 0 ? "none" : NULL,
                                        .values = values});
}
