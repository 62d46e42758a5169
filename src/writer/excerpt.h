/* A line of a document with a mark under one place, cut to a width. */
#ifndef LL_WRITER_EXCERPT_H
#define LL_WRITER_EXCERPT_H

#include "base/buffer.h"

/* Cells from one tab stop to the next. */
#define LL_EXCERPT_TAB 4u

typedef struct ll_excerpt {
    ll_view text; /* tabs are blanks, control characters '?', what is left out is `…` */
    ll_view mark; /* blanks, then ^ and ~ under the place */
} ll_excerpt;

/* `start` and `end` are bytes of `line`; an empty place, or one at the line's end, is marked by one
 * ^. At most `width` cells of text; a longer line is cut around the place, which costs no more than
 * the width, however long the line is. */
ll_excerpt ll_excerpt_make(ll_arena *arena, ll_view line, size_t start, size_t end, unsigned width);

#endif
