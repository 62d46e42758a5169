/* Comparing letters of any script without case. */
#ifndef LL_TEXT_FOLD_H
#define LL_TEXT_FOLD_H

#include "base/view.h"

/* For ll_fold_starts. */
bool ll_fold_starts_so(ll_view text, ll_view prefix);

/* Whether `text` begins with the characters of `prefix`, each in either case. A character and its
 * other case are taken for equal only when they have equally many bytes, so that `prefix.len` bytes
 * of `text` are the ones that match. */
static inline bool ll_fold_starts(ll_view text, ll_view prefix) {
    bool ascii = text.len > 0 && prefix.len > 0 && !((text.ptr[0] | prefix.ptr[0]) & 0x80);
    if (ascii && ll_to_lower(text.ptr[0]) != ll_to_lower(prefix.ptr[0]))
        return false; /* as most that are compared with a list of words */
    return ll_fold_starts_so(text, prefix);
}

/* Whether a letter or digit of any script begins at byte `at` < text.len. */
bool ll_fold_is_word(ll_view text, size_t at);

#endif
