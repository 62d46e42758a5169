/* Parts of a lesson of which only one is shown at a time. */
#ifndef LL_FACTS_APART_H
#define LL_FACTS_APART_H

#include "tsx/tsx.h"

/* So many nodes around each of the two are looked at; past them they may stand together. */
#define LL_APART_UP_MOST 256u

/* Whether two nodes are never shown together: they stand in two branches of one `a ? b : c`, behind
 * `a &&` and `!a &&` side by side, or in two results of one function. */
bool ll_facts_are_apart(const ll_tsx *tsx, uint32_t left, uint32_t right);

#endif
