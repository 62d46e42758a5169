/* What the rules about the reviews in a plan share. */
#ifndef LL_CHECK_REVIEWS_H
#define LL_CHECK_REVIEWS_H

#include "check/check.h"

/* Index of the first review to be judged: that of the last one, or 0 with the option `all`. All
 * behind it are to be judged, too. */
uint32_t ll_reviews_first(const ll_check *check);

/* Calls `judge` with each finding of the reviews that are to be judged. */
void ll_reviews_each(const ll_check *check,
                     void (*judge)(void *context, const ll_review_finding *finding), void *context);

/* "Iteration 2/3" of a review, "the review of 2026-02-14", or "the review". */
ll_view ll_reviews_name(ll_arena *arena, const ll_plan_review *review);

/* How many headings of findings a review has, and how many of them are retracted, by severity. */
typedef struct ll_reviews_counts {
    uint32_t all[LL_REVIEW_SEVERITIES], retracted[LL_REVIEW_SEVERITIES];
} ll_reviews_counts;

ll_reviews_counts ll_reviews_count(const ll_plan *plan, const ll_plan_review *review);

/* "critical", "improvement", "polish". */
ll_view ll_reviews_severity(ll_review_severity severity);

#endif
