/* The line pass: where lines and their contents begin, and the document as md4c gets it. */
#ifndef LL_MARKDOWN_SKELETON_H
#define LL_MARKDOWN_SKELETON_H

#include "source/source.h"

/* What decides about blocks is how a line begins: its indentation, quote marks, bullets, and the
 * opening of a heading, fence, HTML block, rule or table. The skeleton keeps exactly that and puts
 * one `x` for the rest, line by line. md4c judges it as it would judge the document, but reports
 * every line (an empty heading has an `x` too), and sees no inline text, so that nothing hostile
 * in a line can slow it down. Of three lines or more in a row that are nothing but text it gets the
 * first and one for all others, the last one's. */
typedef struct ll_line {
    uint32_t start, end; /* in the source, without the line end */
    uint32_t content;    /* behind indentation, quote marks, bullets and numbers */
    uint32_t skeleton;   /* start of the line in the skeleton; where the next one starts, too, md4c
                          * does not see this one */
    bool parted;         /* the skeleton has a blank line in front of it: see skeleton.c */
} ll_line;

typedef LL_ARRAY(ll_line) ll_lines;

typedef struct ll_skeleton {
    ll_lines lines;
    ll_view text;
} ll_skeleton;

/* Most columns of indentation and markers that are kept of one line: nesting that goes deeper is
 * read as text. md4c visits every open container for every line. */
#define LL_SKELETON_PREFIX_MOST 64u

/* Most bytes kept of a line that opens an HTML block. */
#define LL_SKELETON_HTML_MOST 1024u

/* Belongs to `arena`. */
void ll_skeleton_build(ll_skeleton *skeleton, ll_arena *arena, ll_view text);

/* A bullet or number at the start of `text` (behind blanks and quote marks), followed by a blank
 * or the end: its start and end; false when there is none. */
bool ll_skeleton_marker(ll_view text, size_t *start, size_t *end);

/* Number of columns of a table's delimiter row, 0 when `text` is none. */
uint32_t ll_skeleton_delimiter(ll_view text);

#endif
