/* Rules of the kind `count`: a number of the documents against its bounds. */
#include "engine/kinds.h"

#include "text/decimal.h"

/* A bound that the rule has not is shown as 0. */
static double bound(const ll_check *check, ll_view name, double without) {
    const ll_option_value *value = ll_rule_value(check->rule, check->setting, name);
    return value ? value->number : without;
}

void ll_run_count(ll_check *check) {
    ll_view of = check->rule->count.of, least = LL_VIEW("min"), most = LL_VIEW("max");
    ll_counted counted = ll_facts_count(check->facts, of);
    bool above = counted.number > bound(check, most, UINT32_MAX);
    if (counted.unseen || (counted.at_least && !above))
        return;
    check->outcome.checked++;
    if (counted.number >= bound(check, least, 0) && !above)
        return;
    ll_arena *arena = check->arena;
    ll_value values[] = {{"count", ll_arena_format(arena, "%u", counted.number)},
                         {"min", ll_decimal_short(arena, bound(check, least, 0))},
                         {"max", ll_decimal_short(arena, bound(check, most, 0))},
                         {0}};
    ll_check_report(
        check, &(ll_report){.range = {counted.document, counted.place.offset, counted.place.length},
                            .subject = of,
                            .kind = counted.number == 0 ? "none" : NULL,
                            .values = values});
}
