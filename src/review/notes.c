/* Review Notes: what works, and patterns to watch. */
#include "review/history.h"
#include "review/parts.h"
#include "rule/template.h"
#include "rule/words.h"

/* Places from which a rule is named; iterations from which a finding that stays is; lines on what
 * is back. */
enum { RETURNS_OFTEN = 5, CARRIED_OFTEN = 2, MOST_RETURNING = 10 };

/* Bytes for the ids of all rules. */
enum { PRAISE_MOST = 1 << 20 };

/* Which documents a rule is about: 0 one without either, 1 the plan, 2 the lesson, 3 both. */
static uint32_t documents_of(const ll_rule *rule) {
    return (rule->reads[LL_DOCUMENT_PLAN] ? 1u : 0) + (rule->reads[LL_DOCUMENT_LESSON] ? 2u : 0);
}

/* What both documents say together comes first, then the lesson, then the plan. */
static void add_praise(ll_review *review, ll_arena *arena, ll_buffer *polished, uint32_t *others) {
    const ll_result *result = review->result;
    for (uint32_t documents = 4; documents-- > 0;) {
        for (uint32_t i = 0; i < result->rules->len; i++) {
            const ll_rule *rule = result->rules->at[i];
            ll_view line = rule->history || documents_of(rule) != documents
                               ? LL_VIEW("")
                               : ll_result_praise(result, arena, i);
            if (line.len > 0 && rule->severity != LL_SEVERITY_POLISH)
                LL_ARRAY_PUSH(arena, &review->praise, line);
            else if (line.len > 0)
                ll_buffer_add_format(polished, "%s`%.*s`", (*others)++ > 0 ? ", " : "",
                                     LL_VIEW_ARG(rule->id));
        }
    }
}

/* The rules on polish, most of all rules, share one line: what matters is read. */
void ll_review_add_praise(ll_review *review, ll_arena *arena) {
    ll_buffer polished = {.arena = arena, .most = PRAISE_MOST};
    uint32_t others = 0;
    add_praise(review, arena, &polished, &others);
    if (others > 0)
        LL_ARRAY_PUSH(arena, &review->praise,
                      ll_arena_format(arena, LL_SAY_POLISHED,
                                      LL_VIEW_ARG(ll_review_number(arena, others, LL_SAY_RULE)),
                                      LL_VIEW_ARG(ll_buffer_view(&polished))));
}

static void add_frequent(ll_review *review, ll_arena *arena) {
    for (uint32_t rule = 0; rule < review->result->rules->len; rule++) {
        const ll_outcome *outcome = &review->result->outcomes[rule];
        if (outcome->failed < RETURNS_OFTEN || outcome->skipped ||
            review->result->rules->at[rule]->history)
            continue;
        LL_ARRAY_PUSH(arena, &review->patterns,
                      ll_arena_format(
                          arena, LL_SAY_FREQUENT, LL_VIEW_ARG(review->result->rules->at[rule]->id),
                          LL_VIEW_ARG(ll_review_number(arena, outcome->failed, LL_SAY_PLACE))));
    }
}

static void add_length(ll_review *review, ll_arena *arena) {
    const ll_result *result = review->result;
    uint32_t rule = ll_rule_index(result->rules, LL_VIEW("lesson-length"));
    for (uint32_t i = 0; i < result->findings.len; i++)
        if (result->findings.at[i].rule == rule)
            LL_ARRAY_PUSH(
                arena, &review->patterns,
                ll_arena_format(arena, LL_SAY_LENGTH, LL_VIEW_ARG(result->findings.at[i].message)));
}

void ll_review_add_patterns(ll_review *review, ll_arena *arena) {
    add_length(review, arena);
    ll_review_add_repeats(review, arena);
    add_frequent(review, arena);
}

static void add_carried(ll_review *review, ll_arena *arena, const ll_group *group) {
    uint32_t first = ll_group_carried_from(review, group);
    if (first == 0 || first + CARRIED_OFTEN > review->history->last_iteration + 1)
        return;
    const ll_finding *finding = &review->result->findings.at[group->places.at[0]];
    ll_view title =
        ll_template_finding(arena, review->result->rules->at[group->rule]->title, finding);
    LL_ARRAY_PUSH(arena, &review->patterns,
                  ll_arena_format(arena, LL_SAY_STAYS, LL_VIEW_ARG(title), first));
}

void ll_review_add_returning(ll_review *review, ll_arena *arena) {
    const ll_result *result = review->result;
    uint32_t rule = ll_rule_index(result->rules, LL_VIEW("review-regression"));
    for (uint32_t i = 0, lines = 0; i < result->findings.len && lines < MOST_RETURNING; i++) {
        const ll_finding *finding = &result->findings.at[i];
        if (finding->rule != rule)
            continue;
        lines++;
        LL_ARRAY_PUSH(arena, &review->patterns,
                      ll_arena_format(arena, LL_SAY_IS_BACK,
                                      ll_review_start(result, &finding->range).line,
                                      LL_VIEW_ARG(finding->message)));
    }
    for (uint32_t i = 0; i < review->groups.len; i++)
        add_carried(review, arena, &review->groups.at[i]);
}
