/* Inside of the review module: its parts, each in a file of its own. */
#ifndef LL_REVIEW_PARTS_H
#define LL_REVIEW_PARTS_H

#include "base/buffer.h"
#include "review/review.h"

/* Longest line or cell that is put together; past it something is wrong with its making. */
#define LL_REVIEW_TEXT_MOST ((size_t)1 << 20)

/* Below this share of its words an item counts as not found in the lesson: modalities, and
 * misconceptions unless their rule has its own; examples. */
#define LL_REVIEW_FOUND 0.25
#define LL_REVIEW_EXAMPLE_FOUND 0.30

/* Whether an option has left the rule out of this run, in which it would have been on. */
bool ll_review_passes_over(const ll_result *result, const char *rule);

void ll_review_add_checks(ll_review *review, ll_arena *arena);
void ll_review_add_coverage(ll_review *review, ll_arena *arena);
void ll_review_add_praise(ll_review *review, ll_arena *arena);
void ll_review_add_repeats(ll_review *review, ll_arena *arena);
/* Findings that were fixed and are back, or are carried for the second time; needs the history. */
void ll_review_add_returning(ll_review *review, ll_arena *arena);
void ll_review_add_patterns(ll_review *review, ll_arena *arena);

#endif
