/* review-verdict: a verdict that the counts contradict. */
#include "check/checks.h"
#include "check/reviews.h"

/* Whether a verdict follows from counts: with one critical finding both revisions do. */
static bool follows(ll_verdict_kind verdict, uint32_t critical, uint32_t improvement) {
    if (critical == 1)
        return verdict != LL_VERDICT_PASS;
    ll_verdict_kind expected = critical > 1      ? LL_VERDICT_MAJOR_REVISION
                               : improvement > 0 ? LL_VERDICT_NEEDS_REVISION
                                                 : LL_VERDICT_PASS;
    return verdict == expected;
}

/* The same by all counts that a review can be said to have: its Summary's, and its headings with
 * and without those that are retracted. */
static bool follows_somehow(const ll_plan_review *review, const ll_reviews_counts *counts) {
    const uint32_t *stated = review->summary, *all = counts->all, *gone = counts->retracted;
    enum { C = LL_REVIEW_CRITICAL, I = LL_REVIEW_IMPROVEMENT };
    ll_verdict_kind verdict = review->verdict;
    return (review->has_summary && follows(verdict, stated[C], stated[I])) ||
           follows(verdict, all[C], all[I]) || follows(verdict, all[C] - gone[C], all[I] - gone[I]);
}

/* A verdict with an arrow was changed together with the lesson; which counts it had is not known.
 */
static void judge(ll_check *check, const ll_plan_review *review) {
    ll_reviews_counts counts = ll_reviews_count(check->facts->plan, review);
    bool stated = review->has_summary;
    bool revised = ll_view_find_word(review->verdict_text, LL_VIEW("REVISED"), 0) != LL_VIEW_NONE;
    if (review->verdict == LL_VERDICT_NONE || (!stated && review->finding_count == 0))
        return;
    check->outcome.checked++;
    if (revised || review->verdict_now != review->verdict || follows_somehow(review, &counts))
        return;
    const uint32_t *shown = stated ? review->summary : counts.all;
    ll_value values[] = {
        {"verdict", review->verdict_text},
        {"critical", ll_arena_format(check->arena, "%u", shown[LL_REVIEW_CRITICAL])},
        {"improvement", ll_arena_format(check->arena, "%u", shown[LL_REVIEW_IMPROVEMENT])},
        {"review", ll_reviews_name(check->arena, review)},
        {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(review->verdict_place),
                                        .subject = LL_VIEW("verdict"),
                                        .values = values});
}

void ll_check_review_verdict(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    for (uint32_t i = ll_reviews_first(check); i < plan->reviews.len; i++)
        judge(check, &plan->reviews.at[i]);
}
