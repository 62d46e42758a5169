/* Inside of the facts: items of the outline that only their place in its order finds. */
#ifndef LL_FACTS_BETWEEN_H
#define LL_FACTS_BETWEEN_H

#include "facts/coverage.h"

/* The elements between which an item has to stand when the lesson keeps the order of the outline;
 * offsets in the lesson's source. */
typedef struct ll_gap {
    uint32_t start, end;
} ll_gap;

/* From the nearest item before number `number` that was found to the nearest one behind it that
 * stands behind that in the lesson; without one, or without a layout, there is no limit. */
ll_gap ll_facts_gap(const ll_facts *facts, const ll_outline_match *matches, uint32_t number);

/* Finds items that neither a title nor one Row has shown: authors cut one item into several Rows
 * and sections under names of their own, but they keep its place. The sections of the gap that
 * belong to no other item count together; the match is the one of them whose title shares most
 * words with the item's, or else whose text does. Asserts that there are a plan and a lesson. */
void ll_facts_match_between(ll_facts *facts, ll_outline_match *matches);

#endif
