/* Whether somebody says a text: what stands in quotation marks or behind a speaker's name is not
 * what the lesson claims. */
#ifndef LL_CHECK_SPOKEN_H
#define LL_CHECK_SPOKEN_H

#include "facts/facts.h"

/* Whether bytes [start, end) of the passage, counted in lesson->rendered, are said by somebody: in
 * quotation marks, in a `blockquote` or `q` (through a component of the file, too), in a component
 * or property that is named for it (`PullQuote`, `reply`), beside a speaker ({ role: 'user' }), or
 * behind one ("Model: …"). Asserts that there is a lesson. */
bool ll_is_spoken(ll_facts *facts, const ll_passage *passage, uint32_t start, uint32_t end);

#endif
