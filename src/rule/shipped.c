/* The shipped rules as a set. */
#include "rule/rule.h"

ll_rule_set ll_rules_shipped(ll_arena *arena) {
    ll_rule_set rules = {LL_ARENA_ARRAY(arena, const ll_rule *, ll_shipped_rule_count),
                         ll_shipped_rule_count};
    for (uint32_t i = 0; i < rules.len; i++)
        rules.at[i] = &ll_shipped_rules[i];
    return rules;
}
