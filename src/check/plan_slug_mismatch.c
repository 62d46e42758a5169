/* plan-slug-mismatch: the plan's slug is not the name of its file. */
#include "check/checks.h"

/* File names may begin with the number of the lesson: "03-binary-search". */
static ll_view without_number(ll_view stem) {
    size_t at = 0;
    while (at < stem.len && ll_is_digit(stem.ptr[at]))
        at++;
    bool numbered = at > 0 && at + 1 < stem.len && stem.ptr[at] == '-';
    return numbered ? ll_view_slice(stem, at + 1, stem.len) : stem;
}

void ll_check_plan_slug_mismatch(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    if (!plan->has_slug || ll_plan_is_generic_stem(plan->stem))
        return;
    check->outcome.checked++;
    if (ll_view_equal_nocase(plan->slug, plan->stem) ||
        ll_view_equal_nocase(plan->slug, without_number(plan->stem)))
        return;
    ll_value values[] = {{"slug", plan->slug}, {"stem", plan->stem}, {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(plan->slug_place),
                                        .subject = LL_VIEW("Slug"),
                                        .values = values});
}
