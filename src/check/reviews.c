/* What the rules about the reviews in a plan share. */
#include "check/reviews.h"

uint32_t ll_reviews_first(const ll_check *check) {
    uint32_t count = check->facts->plan->reviews.len;
    return count == 0 || ll_check_flag(check, LL_VIEW("all")) ? 0 : count - 1;
}

void ll_reviews_each(const ll_check *check,
                     void (*judge)(void *context, const ll_review_finding *finding),
                     void *context) {
    const ll_plan *plan = check->facts->plan;
    for (uint32_t i = ll_reviews_first(check); i < plan->reviews.len; i++) {
        const ll_plan_review *review = &plan->reviews.at[i];
        for (uint32_t k = 0; k < review->finding_count; k++)
            judge(context, &plan->findings.at[review->first_finding + k]);
    }
}

ll_view ll_reviews_name(ll_arena *arena, const ll_plan_review *review) {
    if (review->iteration > 0 && review->total > 0)
        return ll_arena_format(arena, "iteration %u/%u", review->iteration, review->total);
    if (review->iteration > 0)
        return ll_arena_format(arena, "iteration %u", review->iteration);
    if (review->date.len > 0)
        return ll_arena_format(arena, "the review of %.*s", LL_VIEW_ARG(review->date));
    return LL_VIEW("the review");
}

ll_reviews_counts ll_reviews_count(const ll_plan *plan, const ll_plan_review *review) {
    ll_reviews_counts counts = {0};
    for (uint32_t i = 0; i < review->finding_count; i++) {
        const ll_review_finding *finding = &plan->findings.at[review->first_finding + i];
        counts.all[finding->severity]++;
        counts.retracted[finding->severity] += finding->retracted;
    }
    return counts;
}

ll_view ll_reviews_severity(ll_review_severity severity) {
    static const ll_view names[] = {LL_VIEW_INIT("critical"), LL_VIEW_INIT("improvement"),
                                    LL_VIEW_INIT("polish")};
    return names[severity];
}
