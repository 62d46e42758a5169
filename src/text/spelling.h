/* British spellings of English words as American ones, so that a plan and a lesson may differ. */
#ifndef LL_TEXT_SPELLING_H
#define LL_TEXT_SPELLING_H

#include "base/view.h"

/* Whether ll_spelling_fold may change the word: a quick look that few others pass. */
bool ll_spelling_may_fold(ll_view word);

/* Respells a case-folded word of ASCII in place ("colour", "optimiser", "centre", "labelled") and
 * returns its new length, which is never greater. Words that only look so ("promise", "exercise")
 * stay. What is no word comes out in a form of its own, always the same. */
size_t ll_spelling_fold(char *word, size_t len);

#endif
