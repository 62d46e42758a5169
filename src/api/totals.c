/* What a run amounts to: that of one pair, and the sum of many. */
#include "api/totals.h"

#include "review/history.h"

/* Whether `review --write` would do something. */
static bool is_reviewable(const ll_review *review) {
    const ll_history *history = review->history;
    return review->result->facts->plan && !(history && (history->over || history->unchanged));
}

/* The findings that the last review left to a reviewer, though it is a PASS. */
static uint32_t count_waiting(const ll_plan *plan) {
    const ll_plan_review *last =
        plan && plan->reviews.len > 0 ? &plan->reviews.at[plan->reviews.len - 1] : NULL;
    uint32_t count = 0;
    for (uint32_t i = 0;
         last && last->verdict_now == LL_VERDICT_PASS && i < last->verification_count; i++)
        count += plan->verifications.at[last->first_verification + i].state == LL_FIX_OPEN;
    return count;
}

ll_totals ll_totals_of(const ll_review *review) {
    const ll_result *result = review->result;
    uint32_t worst = ll_review_worst(review);
    ll_totals totals = {.pairs = 1,
                        .verify = result->verify,
                        .known = result->known,
                        .waiting = count_waiting(result->facts->plan),
                        .unchanged = result->unchanged};
    totals.plans = result->facts->sources[LL_DOCUMENT_PLAN] != NULL;
    totals.lessons = result->facts->sources[LL_DOCUMENT_LESSON] != NULL;
    for (ll_severity i = 0; i < LL_SEVERITIES; i++) {
        totals.counts[i] = result->counts[i];
        totals.groups[i] = review->group_counts[i];
    }
    totals.verdicts[review->verdict] = 1;
    if (worst != LL_RULE_NONE)
        totals.first_rule = result->rules->at[worst]->id;
    totals.reviewable = is_reviewable(review);
    totals.mendable = ll_review_mendable(review);
    return totals;
}

void ll_totals_add(ll_totals *sum, const ll_totals *more) {
    sum->pairs += more->pairs;
    sum->plans += more->plans;
    sum->lessons += more->lessons;
    for (ll_severity i = 0; i < LL_SEVERITIES; i++) {
        sum->counts[i] += more->counts[i];
        sum->groups[i] += more->groups[i];
    }
    sum->verify += more->verify;
    if (sum->first_rule.len == 0)
        sum->first_rule = more->first_rule;
    sum->reviewable += more->reviewable;
    sum->mendable += more->mendable;
    sum->known += more->known;
    sum->unchanged += more->unchanged;
    sum->waiting += more->waiting;
    for (size_t i = 0; i < sizeof sum->verdicts / sizeof *sum->verdicts; i++)
        sum->verdicts[i] += more->verdicts[i];
}

void ll_totals_find_worst(ll_totals *totals) {
    static const ll_review_options options = {0};
    static const uint32_t none[LL_SEVERITIES] = {0};
    ll_verdict_kind worst = LL_VERDICT_MAJOR_REVISION;
    while (worst > LL_VERDICT_PASS && totals->verdicts[worst] == 0)
        worst--;
    totals->verdict = ll_review_verdict_name(worst, none, &options);
}
