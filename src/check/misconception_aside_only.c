/* misconception-aside-only: a misconception that only an aside takes up. */
#include "check/checks.h"
#include "check/uncovered.h"

/* Shares are divided and subtracted. */
static const double rounding = 1e-9;

/* Words of a claim of which a share says something. */
enum { CLAIM_LEAST = 3 };

/* Whether a main Row speaks of what the misconception itself says. */
static bool is_voiced(ll_check *check, const ll_misconception *row) {
    ll_index_hit hit = ll_index_best_part(ll_facts_rows(check->facts), LL_ROW_MAIN, row->claim);
    return hit.asked >= CLAIM_LEAST && hit.score >= ll_check_number(check, LL_VIEW("claim"));
}

void ll_check_misconception_aside_only(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    double high = ll_check_number(check, LL_VIEW("high"));
    double margin = ll_check_number(check, LL_VIEW("margin"));
    double words = ll_check_number(check, LL_VIEW("words"));
    for (uint32_t i = 0; i < plan->misconceptions.len; i++) {
        const ll_misconception *row = &plan->misconceptions.at[i];
        bool planned_there = ll_view_find_word(row->where, LL_VIEW("aside"), 0) != LL_VIEW_NONE;
        if (ll_misconception_is_deferred(row) || planned_there)
            continue;
        const ll_index_hit *whole =
            ll_facts_coverage(check->facts, LL_PLANNED_MISCONCEPTION, i, LL_ROW_WHOLE);
        if (whole->asked < words || whole->score < high) /* taken up nowhere: another rule's */
            continue;
        ll_check_judges(check, row->place);
        const ll_index_hit *main =
            ll_facts_coverage(check->facts, LL_PLANNED_MISCONCEPTION, i, LL_ROW_MAIN);
        if (main->score >= high)
            continue;
        const ll_index_hit *aside =
            ll_facts_coverage(check->facts, LL_PLANNED_MISCONCEPTION, i, LL_ROW_ASIDE);
        if (aside->score < high || main->score + margin + rounding >= aside->score ||
            ll_facts_unseen(check->facts, aside->best) != LL_TSX_NONE || is_voiced(check, row))
            continue;
        ll_check_report_uncovered(check, &(ll_uncovered){.place = row->place,
                                                         .subject = row->claim,
                                                         .name = "misconception",
                                                         .hit = aside,
                                                         .related = "in the aside of this Row"});
    }
}
