/* Comparing character by character: no copies are made. */
#include "text/fold.h"

#include <utf8proc.h>

static size_t next_folded(ll_view text, size_t at, int32_t *folded) {
    utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + at,
                                             (utf8proc_ssize_t)(text.len - at), folded);
    if (used < 1) {
        *folded = (unsigned char)text.ptr[at];
        return 1;
    }
    *folded = utf8proc_tolower(*folded);
    return (size_t)used;
}

bool ll_fold_starts_so(ll_view text, ll_view prefix) {
    if (text.len < prefix.len)
        return false;
    for (size_t at = 0; at < prefix.len;) {
        char a = text.ptr[at], b = prefix.ptr[at];
        if ((unsigned char)a < 0x80 && (unsigned char)b < 0x80) {
            if (ll_to_lower(a) != ll_to_lower(b))
                return false;
            at++;
            continue;
        }
        int32_t left, right;
        size_t used = next_folded(text, at, &left);
        if (used != next_folded(prefix, at, &right) || left != right)
            return false;
        at += used;
    }
    return true;
}

bool ll_fold_is_word(ll_view text, size_t at) {
    char c = text.ptr[at];
    if ((unsigned char)c < 0x80)
        return ll_is_alnum(c);
    int32_t point;
    if (utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + at, (utf8proc_ssize_t)(text.len - at),
                         &point) < 1)
        return false;
    utf8proc_category_t category = utf8proc_category(point);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           category == UTF8PROC_CATEGORY_ND;
}
