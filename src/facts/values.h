/* Values of other files that a lesson shows: `{MYTHS.map(…)}`, `<Cards items={MYTHS} />`. */
#ifndef LL_FACTS_VALUES_H
#define LL_FACTS_VALUES_H

#include "facts/facts.h"

/* Calls `visit` for each place that shows a value of the lessons' own files, in the order of the
 * source: the node of the braces, or of a group in them. Code and maths are no such places, nor
 * are titles, conditions, functions that are called and elements. */
void ll_values_shown(ll_facts *facts, void (*visit)(void *context, uint32_t node), void *context);

/* The first of these values in a node; empty when there is none. */
ll_view ll_values_name(ll_facts *facts, uint32_t node);

#endif
