/* How many cells of a terminal a character takes. */
#ifndef LL_TEXT_WIDTH_H
#define LL_TEXT_WIDTH_H

#include "base/view.h"

/* One character of valid UTF-8. */
typedef struct ll_cell_step {
    size_t length;  /* bytes, at least 1 */
    unsigned cells; /* 0 for combining marks and what is joined to an emoji, 2 for wide characters,
                     * else 1 */
    bool control;   /* does something to a terminal instead of being shown: C0, DEL, C1 and marks
                     * that change the direction of text */
} ll_cell_step;

/* The character at byte `at` < text.len; bytes that are no UTF-8 are control characters of one
 * byte. */
ll_cell_step ll_width_step(ll_view text, size_t at);

/* Where the printable ASCII that begins at `at` ends, at `end` <= text.len at the latest. Nearly
 * all text is that: characters of one byte and one cell. */
static inline size_t ll_width_plain(ll_view text, size_t at, size_t end) {
    while (at < end && text.ptr[at] >= ' ' && text.ptr[at] <= '~')
        at++;
    return at;
}

/* Cells of a whole text; control characters count as one. */
size_t ll_width_of(ll_view text);

#endif
