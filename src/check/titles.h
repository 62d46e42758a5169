/* Which of a lesson's texts are titles, and in which block a text stands. */
#ifndef LL_CHECK_TITLES_H
#define LL_CHECK_TITLES_H

#include "check/check.h"

/* A `title`, `headline` or `heading`, a prop or property whose name ends in Title, or the text of
 * h1 … h6. */
bool ll_is_title(const ll_lesson *lesson, const ll_passage *passage);

/* Whether an element of this name is around the passage, at most 256 nodes up, or is the one it is
 * the text of. */
bool ll_is_within(const ll_lesson *lesson, const ll_passage *passage, ll_view name);

#endif
