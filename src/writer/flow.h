/* Text for a terminal: styles, and lines that are broken between words. */
#ifndef LL_WRITER_FLOW_H
#define LL_WRITER_FLOW_H

#include "base/buffer.h"

typedef enum ll_style {
    LL_STYLE_PLAIN,
    LL_STYLE_BOLD,
    LL_STYLE_DIM,
    LL_STYLE_RED,
    LL_STYLE_YELLOW,
    LL_STYLE_CYAN,
    LL_STYLE_GREEN
} ll_style;

/* Adds text that does nothing to a terminal, in a style when `color` says so. */
void ll_paint(ll_buffer *out, bool color, ll_style style, ll_view text);

/* A line in the making. Begin with `column` and what is not named zeroed. */
typedef struct ll_flow {
    ll_buffer *out;
    bool color;
    unsigned width;  /* cells of a line; 0: lines are not broken */
    unsigned indent; /* blanks before what goes on in a further line */
    size_t column;   /* cells of the line so far */
    bool blank;      /* one is owed: it is written with the next word, or is the end of the line */
} ll_flow;

/* Adds text. When lines are broken, what does not fit goes to the next one, from a blank on;
 * several blanks are one then, and a word that is longer than a line stays whole. */
void ll_flow_add(ll_flow *flow, ll_style style, ll_view text);

/* Ends the line. */
void ll_flow_end(ll_flow *flow);

#endif
