/* Review Notes: what works, and patterns to watch. */
#include "review/parts.h"

enum { RETURNS_OFTEN = 5 };

void ll_review_add_praise(ll_review *review, ll_arena *arena) {
    for (uint32_t rule = 0; rule < review->result->rules->len; rule++) {
        if (review->result->rules->at[rule]->history)
            continue;
        ll_view line = ll_result_praise(review->result, arena, rule);
        if (line.len > 0)
            LL_ARRAY_PUSH(arena, &review->praise, line);
    }
}

static void add_frequent(ll_review *review, ll_arena *arena) {
    for (uint32_t rule = 0; rule < review->result->rules->len; rule++) {
        const ll_outcome *outcome = &review->result->outcomes[rule];
        if (outcome->failed < RETURNS_OFTEN || outcome->skipped ||
            review->result->rules->at[rule]->history)
            continue;
        LL_ARRAY_PUSH(
            arena, &review->patterns,
            ll_arena_format(arena, "`%.*s` fires in %.*s",
                            LL_VIEW_ARG(review->result->rules->at[rule]->id),
                            LL_VIEW_ARG(ll_review_number(arena, outcome->failed, "place"))));
    }
}

static void add_length(ll_review *review, ll_arena *arena) {
    const ll_result *result = review->result;
    uint32_t rule = ll_rule_index(result->rules, LL_VIEW("lesson-length"));
    for (uint32_t i = 0; i < result->findings.len; i++)
        if (result->findings.at[i].rule == rule)
            LL_ARRAY_PUSH(arena, &review->patterns,
                          ll_arena_format(arena, "Length: %.*s",
                                          LL_VIEW_ARG(result->findings.at[i].message)));
}

void ll_review_add_patterns(ll_review *review, ll_arena *arena) {
    add_length(review, arena);
    add_frequent(review, arena);
}
