/* What stands around a place of rendered text, for messages. */
#ifndef LL_CHECK_CONTEXT_H
#define LL_CHECK_CONTEXT_H

#include "check/check.h"

/* The rendered text around bytes [start, end) of the passage: whole words, on one line, with an
 * ellipsis for what is no text. */
ll_view ll_context_of(ll_check *check, const ll_passage *passage, uint32_t start, uint32_t end);

#endif
