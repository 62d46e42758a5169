/* Examples of a plan that show what is wrong with a misconception. */
#ifndef LL_FACTS_SUPPORT_H
#define LL_FACTS_SUPPORT_H

#include "facts/coverage.h"

/* Whether the lesson gives a planned example that is the misconception's own negative example told
 * again: most of its words belong to this row of the table, and to no other row more of them.
 * Asserts that there are a plan and a lesson, and that the plan has the misconception. */
bool ll_facts_example_answers(ll_facts *facts, uint32_t misconception);

#endif
