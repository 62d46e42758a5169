/* review-count: a Summary that counts other findings than the review has. */
#include "check/checks.h"
#include "check/reviews.h"

/* "0 (3 resolved)": findings that stand in the review and were dealt with may count or not. */
static bool has_tail(const ll_check *check, ll_place line) {
    static const ll_view words[] = {LL_VIEW_INIT("resolved"),  LL_VIEW_INIT("fixed"),
                                    LL_VIEW_INIT("retracted"), LL_VIEW_INIT("withdrawn"),
                                    LL_VIEW_INIT("carried"),   LL_VIEW_INIT("deferred"),
                                    LL_VIEW_INIT("remaining"), LL_VIEW_INIT("down")};
    ll_view text = ll_view_slice(check->facts->sources[LL_DOCUMENT_PLAN]->text, line.offset,
                                 line.offset + line.length);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ll_view_find_word(text, words[i], 0) != LL_VIEW_NONE)
            return true;
    return false;
}

static void judge(ll_check *check, const ll_plan_review *review, const ll_reviews_counts *counts,
                  ll_review_severity severity) {
    ll_place place = review->summary_places[severity];
    uint32_t stated = review->summary[severity], all = counts->all[severity];
    if (place.length == 0)
        return;
    check->outcome.checked++;
    if (stated == all || stated == all - counts->retracted[severity] || has_tail(check, place))
        return;
    ll_view name = ll_reviews_severity(severity);
    ll_value values[] = {{"severity", name},
                         {"stated", ll_arena_format(check->arena, "%u", stated)},
                         {"found", ll_arena_format(check->arena, "%u", all)},
                         {"review", ll_reviews_name(check->arena, review)},
                         {0}};
    ll_check_report(check,
                    &(ll_report){.range = ll_plan_range(place), .subject = name, .values = values});
}

void ll_check_review_count(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    for (uint32_t i = ll_reviews_first(check); i < plan->reviews.len; i++) {
        ll_reviews_counts counts = ll_reviews_count(plan, &plan->reviews.at[i]);
        for (int severity = 0; severity < LL_REVIEW_SEVERITIES; severity++)
            judge(check, &plan->reviews.at[i], &counts, (ll_review_severity)severity);
    }
}
