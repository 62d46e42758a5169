/* Where a reader of the plan is sent: the place in the lesson that speaks of an item. */
#ifndef LL_FACTS_PLACING_H
#define LL_FACTS_PLACING_H

#include "facts/coverage.h"

/* Whether a lesson takes up an item is judged by the Row that holds most of its words, whichever
 * they are (ll_facts_coverage). Where it does is told by the words that few Rows share, by an
 * element that the misconception names, by what the plan itself says of the place, and by the Rows
 * of the frame (objective, summary, next step) being no places for it.
 *
 * The answer is about the Row where the item is said to be: a text of ll_facts_rows as of
 * ll_facts_coverage, whose rules for nothing found hold here, too. Asserts as it does. */
ll_index_hit ll_facts_place(ll_facts *facts, ll_planned kind, uint32_t number);

/* The element that shows one of the families of modality `number` beyond doubt, in the Row that has
 * most to do with it; LL_TSX_NONE when there is none. */
uint32_t ll_facts_modality_element(ll_facts *facts, uint32_t number);

#endif
