/* connection-uncovered: a connection to an earlier concept that the lesson does not make. */
#include "check/checks.h"
#include "check/uncovered.h"
#include "plan/promise.h"

/* "Series 1 + 2", "Module 4.1 to 4.3": many lessons, and no concept of any of them. */
static bool is_range(ll_view concept) {
    concept = ll_view_trim(concept);
    static const ll_view words[] = {LL_VIEW_INIT("series"), LL_VIEW_INIT("modules"),
                                    LL_VIEW_INIT("module")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!ll_view_starts_nocase(concept, words[i]))
            continue;
        ll_view rest = ll_view_trim(ll_view_slice(concept, words[i].len, concept.len));
        return rest.len > 0 && ll_is_digit(rest.ptr[0]);
    }
    return false;
}

/* Whether one Row says how the concept connects, by whatever name it calls the concept. */
static bool is_explained(ll_check *check, const ll_pair_row *row) {
    ll_index_hit hit = ll_index_best(ll_facts_rows(check->facts), row->second);
    return hit.asked >= ll_check_number(check, LL_VIEW("explaining")) &&
           hit.score >= ll_check_number(check, LL_VIEW("explained"));
}

/* "Not made in this lesson", "Avoid: …", "Used in the notebook only". */
static bool is_taken_back(const ll_pair_row *row) {
    static const ll_view words[] = {LL_VIEW_INIT("avoid"), LL_VIEW_INIT("notebook only"),
                                    LL_VIEW_INIT("in the notebook")};
    return ll_plan_declines(row->second) || ll_plan_takes_back(row->second) ||
           ll_plan_takes_back(row->first) || LL_VIEW_HAS_WORD(row->second, words);
}

void ll_check_connection_uncovered(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    double low = ll_check_number(check, LL_VIEW("low"));
    double words = ll_check_number(check, LL_VIEW("words"));
    for (uint32_t i = 0; i < plan->connections.len; i++) {
        const ll_pair_row *row = &plan->connections.at[i];
        if (is_range(row->first))
            continue;
        const ll_index_hit *hit =
            ll_facts_coverage(check->facts, LL_PLANNED_CONNECTION, i, LL_ROW_WHOLE);
        if (hit->asked < words)
            continue;
        if (hit->score < low && ll_facts_unseen(check->facts, hit->best) != LL_TSX_NONE)
            continue;
        check->outcome.checked++;
        if (hit->score >= low || is_explained(check, row) || is_taken_back(row))
            continue;
        ll_check_report_uncovered(
            check, &(ll_uncovered){.place = row->place,
                                   .subject = row->first,
                                   .name = "concept",
                                   .kind = hit->best == UINT32_MAX ? "nothing" : "absent",
                                   .hit = hit,
                                   .related = "best match"});
    }
}
