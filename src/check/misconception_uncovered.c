/* misconception-uncovered: a planned misconception that no Row of the lesson takes up. */
#include "check/checks.h"
#include "check/uncovered.h"
#include "facts/placing.h"
#include "facts/support.h"

enum { FOUND_LEAST = 3 };

static void report(ll_check *check, const ll_misconception *row, const ll_index_hit *hit,
                   const char *kind, uint32_t unseen) {
    ll_view name = unseen == LL_TSX_NONE ? LL_VIEW("") : ll_facts_unseen_name(check->facts, unseen);
    ll_check_report_uncovered(check, &(ll_uncovered){.place = row->place,
                                                     .subject = row->claim,
                                                     .name = "misconception",
                                                     .kind = kind,
                                                     .hit = hit,
                                                     .related = "best match",
                                                     .unseen = name});
}

/* Whether the Rows of one section together, with their code, hold half of the words. */
static bool is_in_section(ll_check *check, uint32_t number) {
    ll_view words = ll_facts_planned_words(check->facts, LL_PLANNED_MISCONCEPTION, number);
    ll_index_hit hit = ll_index_best(ll_facts_bodies(check->facts), words);
    return hit.score >= ll_check_number(check, LL_VIEW("section"));
}

/* Whether one section speaks of what the misconception itself says. Lessons often answer it by
 * another example than the planned one. */
static bool is_voiced(ll_check *check, const ll_misconception *row) {
    ll_index_hit hit = ll_index_best(ll_facts_bodies(check->facts), row->claim);
    return hit.asked >= FOUND_LEAST && hit.score >= ll_check_number(check, LL_VIEW("claim"));
}

/* A Row that shares many words with a row of the plan may well speak of it, however long that row
 * is. What an unread file may say makes of an absent misconception a hint, and of a hint near that
 * file nothing. No hint is given, either, when the lesson answers it by one of the planned
 * examples, or over several Rows, or speaks of it at all. A hint stands where the review says that
 * the misconception is. */
static void judge(ll_check *check, uint32_t number, const ll_index_hit *hit) {
    const ll_misconception *row = &check->facts->plan->misconceptions.at[number];
    bool absent = hit->score < ll_check_number(check, LL_VIEW("low")) &&
                  hit->found < ll_check_number(check, LL_VIEW("many"));
    bool found = hit->score >= ll_check_number(check, LL_VIEW("high"));
    uint32_t unseen =
        found ? LL_TSX_NONE : ll_facts_unseen(check->facts, absent ? UINT32_MAX : hit->best);
    if (!absent && unseen != LL_TSX_NONE)
        return;
    ll_check_judges(check, row->place);
    if (found || (!absent && (ll_facts_example_answers(check->facts, number) ||
                              is_in_section(check, number) || is_voiced(check, row))))
        return;
    const char *kind = hit->best == UINT32_MAX ? "nothing" : absent ? "absent" : "partly";
    ll_index_hit place = ll_facts_place(check->facts, LL_PLANNED_MISCONCEPTION, number);
    report(check, row, absent ? hit : &place, unseen == LL_TSX_NONE ? kind : "unseen", unseen);
}

void ll_check_misconception_uncovered(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    double words = ll_check_number(check, LL_VIEW("words"));
    double high = ll_check_number(check, LL_VIEW("high"));
    for (uint32_t i = 0; i < plan->misconceptions.len; i++) {
        const ll_misconception *row = &plan->misconceptions.at[i];
        if (ll_misconception_is_deferred(row))
            continue;
        const ll_index_hit *hit =
            ll_facts_coverage(check->facts, LL_PLANNED_MISCONCEPTION, i, LL_ROW_WHOLE);
        /* A share of few words accuses nobody, but nearly all of them speak for the lesson. */
        bool told = hit->found >= FOUND_LEAST && hit->score >= high;
        if (hit->asked >= words || told)
            judge(check, i, hit);
    }
}
