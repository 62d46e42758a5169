/* Decoding: HTML entities of JSX text and attributes, escapes of JavaScript strings. */
#ifndef LL_TSX_DECODE_H
#define LL_TSX_DECODE_H

#include "base/buffer.h"

/* One step through encoded text. */
typedef struct ll_decoded {
    uint32_t length;   /* source bytes used, at least 1 */
    uint32_t codes[2]; /* the character(s) meant */
    uint32_t count;    /* 0 (a line continuation), 1 or 2; JSX knows no entity of two characters */
    bool encoded; /* true when an entity or escape was decoded, false for a character as it is */
} ll_decoded;

/* Reads one character or entity at `at` as JSX does: `&name;`, `&#8212;`, `&#x2014;` (the x is a
 * small letter), always with the semicolon. JSX knows 253 names: those of HTML 4 and `apos`.
 * TypeScript, Babel and esbuild leave the other names of HTML5 as they stand, so `&check;` shows
 * seven characters in the browser. A number past U+10FFFF stands for itself; two numbers that are a
 * surrogate pair are one character. Asserts at < text.len.
 */
ll_decoded ll_decode_jsx(ll_view text, size_t at);

/* Reads one character or escape at `at` as a JavaScript string or template does (`\n`, `\'`,
 * `\u2014`, `\u{2014}`, `\x41`, a backslash before a line end; a surrogate pair of two escapes is
 * one character). A backslash that begins no valid escape stands for itself. Asserts at < text.len.
 */
ll_decoded ll_decode_javascript(ll_view text, size_t at);

/* Whole texts. A lone surrogate becomes U+FFFD. */
void ll_decode_jsx_text(ll_buffer *out, ll_view text);
void ll_decode_javascript_text(ll_buffer *out, ll_view text);

#endif
