/* The blocks that the lessons' shared library has for fixed places, and what may stand for one. */
#ifndef LL_CHECK_BLOCKS_H
#define LL_CHECK_BLOCKS_H

#include "check/check.h"

/* Whether the block may stand where the file does not show it: in a component of another file that
 * is named after it ("CourseSummary") or after the whole ("LessonIntro"), or that is at hand and
 * has it. */
bool ll_block_may_be_elsewhere(ll_facts *facts, ll_view name);

/* Whether a part of the page is a component of a file that is not at hand, and may hold any block:
 * a child of the layout, or all that a Row.Content holds. Something to play with is none. */
bool ll_block_may_be_unseen(ll_check *check);

/* Whether a title or short text announces what comes next in the course: "What Comes Next",
 * "Up Next: Trees". */
bool ll_block_announces_next(const ll_lesson *lesson);

#endif
