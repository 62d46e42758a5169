/* Text as one line of Markdown, and what is read of it again. */
#ifndef LL_REVIEW_LINE_H
#define LL_REVIEW_LINE_H

#include "base/buffer.h"

/* Of the text only code spans are markup; all else says what it is. Writes it so that Markdown
 * reads just that: blanks and line ends become one blank, what would be a tag, an entity, a link,
 * an escape or emphasis is escaped, and in the cell of a table pipes are, too. */
void ll_review_line(ll_buffer *out, ll_view text, bool cell);

/* The same of a text without markup: a back-tick in it is one. */
void ll_review_line_of_words(ll_buffer *out, ll_view text, bool cell);

/* A text that is put between straight quotes: those in it are single ones. */
ll_view ll_review_quotable(ll_arena *arena, ll_view text);

/* What a reader of such a line sees. */
ll_view ll_review_line_read(ll_arena *arena, ll_view text);

#endif
