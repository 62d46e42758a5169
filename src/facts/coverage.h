/* Which Row of the lesson speaks of an item of the plan. */
#ifndef LL_FACTS_COVERAGE_H
#define LL_FACTS_COVERAGE_H

#include "facts/names.h"

/* Items of a plan that are looked for by their words, in the order of the plan's lists. */
typedef enum ll_planned {
    LL_PLANNED_MISCONCEPTION, /* the claim and its negative example */
    LL_PLANNED_EXAMPLE,       /* without its numbers */
    LL_PLANNED_MODALITY,      /* what it is, specifically */
    LL_PLANNED_CONNECTION,    /* the prior concept */
    LL_PLANNED_OUTLINE,       /* what stands below the title */
    LL_PLANNED_KINDS
} ll_planned;

/* Where in a Row. */
typedef enum ll_row_side {
    LL_ROW_MAIN = 1,  /* outside of its Row.Aside */
    LL_ROW_ASIDE = 2, /* in its Row.Aside */
    LL_ROW_WHOLE = 3
} ll_row_side;

/* The best Row for item `number` of its kind: how much of the item's words its `side` holds, and
 * which are missing there. Always the same answer, looked for once. Asserts that there are a plan
 * and a lesson, and that the plan has the item. */
const ll_index_hit *ll_facts_coverage(ll_facts *facts, ll_planned kind, uint32_t number,
                                      ll_row_side side);

/* The words by which an item is looked for; views into the plan, or memory of the facts. */
ll_view ll_facts_planned_words(ll_facts *facts, ll_planned kind, uint32_t number);

/* Those of them that ll_facts_coverage asked for: of an example perhaps without its numbers. */
ll_view ll_facts_asked_words(ll_facts *facts, ll_planned kind, uint32_t number);

/* The element of the lesson that `words` name first, LL_TSX_NONE when there is none. A capital
 * inside of the word tells `FullPipelineDiagram` from an ordinary word. Of several elements of that
 * name it is the one whose attributes share most words with `words`, else the first. Asserts that
 * there is a lesson. */
uint32_t ll_facts_named_element(ll_facts *facts, ll_view words);

#endif
