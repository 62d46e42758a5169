/* Decoding: HTML entities of JSX text and attributes, escapes of JavaScript strings. */
#ifndef LL_TSX_DECODE_H
#define LL_TSX_DECODE_H

#include "base/buffer.h"

/* One step through encoded text. */
typedef struct ll_decoded {
    uint32_t length;   /* source bytes used, at least 1 */
    uint32_t codes[2]; /* the character(s) meant; some HTML5 entities are two */
    uint32_t count;    /* 0 (a line continuation), 1 or 2 */
    bool encoded; /* true when an entity or escape was decoded, false for a character as it is */
} ll_decoded;

/* Reads one character or entity at `at` as JSX does: `&name;` of the HTML5 list (only with its
 * semicolon, as TypeScript and Babel do), `&#8212;`, `&#x2014;`. Anything else stands for itself.
 */
ll_decoded ll_decode_jsx(ll_view text, size_t at);

/* Reads one character or escape at `at` as a JavaScript string or template does (`\n`, `\'`,
 * `\u2014`,
 * `\u{2014}`, `\x41`, a backslash before a line end; a surrogate pair of two escapes is one
 * character). */
ll_decoded ll_decode_javascript(ll_view text, size_t at);

/* Whole texts. */
void ll_decode_jsx_text(ll_buffer *out, ll_view text);
void ll_decode_javascript_text(ll_buffer *out, ll_view text);

#endif
