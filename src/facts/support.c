/* Examples of a plan that show what is wrong with a misconception. */
#include "facts/support.h"

#include <assert.h>

/* What an example has to share with the misconception, and with a Row of the lesson. */
enum { WORDS_LEAST = 3 };
static const double SAME = 0.6, GIVEN = 0.3;

typedef struct ll_support {
    bool *answered; /* by misconception */
} ll_support;

static ll_index *index_of_misconceptions(ll_facts *facts) {
    ll_index *index = ll_index_new(ll_facts_stems(facts), facts->arena);
    for (uint32_t i = 0; i < facts->plan->misconceptions.len; i++)
        ll_index_add(index, i, ll_facts_planned_words(facts, LL_PLANNED_MISCONCEPTION, i));
    return index;
}

static void find_answers(ll_facts *facts, ll_support *support) {
    ll_index *misconceptions = index_of_misconceptions(facts);
    for (uint32_t i = 0; i < facts->plan->examples.len; i++) {
        const ll_index_hit *given = ll_facts_coverage(facts, LL_PLANNED_EXAMPLE, i, LL_ROW_WHOLE);
        if (given->found < WORDS_LEAST || given->score < GIVEN)
            continue;
        ll_index_hit like =
            ll_index_best(misconceptions, ll_facts_asked_words(facts, LL_PLANNED_EXAMPLE, i));
        if (like.found >= WORDS_LEAST && like.score >= SAME)
            support->answered[like.best] = true;
    }
}

bool ll_facts_example_answers(ll_facts *facts, uint32_t misconception) {
    assert(facts->plan && facts->lesson && misconception < facts->plan->misconceptions.len);
    if (!facts->support) {
        facts->support = LL_ARENA_NEW(facts->arena, ll_support);
        facts->support->answered =
            LL_ARENA_ARRAY(facts->arena, bool, facts->plan->misconceptions.len);
        find_answers(facts, facts->support);
    }
    return facts->support->answered[misconception];
}
