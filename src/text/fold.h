/* Comparing letters of any script without case. */
#ifndef LL_TEXT_FOLD_H
#define LL_TEXT_FOLD_H

#include "base/view.h"

/* Whether `text` begins with the characters of `prefix`, each in either case. A character and its
 * other case are taken for equal only when they have equally many bytes, so that `prefix.len` bytes
 * of `text` are the ones that match. */
bool ll_fold_starts(ll_view text, ll_view prefix);

/* Whether a letter or digit of any script begins at byte `at` < text.len. */
bool ll_fold_is_word(ll_view text, size_t at);

#endif
