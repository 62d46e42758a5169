/* review-open: the last review is not a PASS. */
#include "check/checks.h"
#include "check/reviews.h"

void ll_check_review_open(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    if (plan->reviews.len == 0)
        return;
    const ll_plan_review *review = &plan->reviews.at[plan->reviews.len - 1];
    if (review->verdict_now == LL_VERDICT_NONE)
        return;
    check->outcome.checked++;
    if (review->verdict_now == LL_VERDICT_PASS)
        return;
    ll_value values[] = {
        {"verdict", review->verdict_text}, {"review", ll_reviews_name(check->arena, review)}, {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(review->verdict_place),
                                        .subject = LL_VIEW("verdict"),
                                        .values = values});
}
