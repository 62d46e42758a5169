/* Inside of the format `html`: how a page is put together, and its parts. */
#ifndef LL_WRITER_HTML_H
#define LL_WRITER_HTML_H

#include "writer/writer.h"

/* One pair on its page. */
typedef struct ll_html {
    ll_buffer *out;
    ll_arena *arena;
    const ll_writer_options *options;
    const ll_review *review;
    const ll_result *result;
    uint32_t pair;  /* from 1 on: every id of the pair begins with p<pair>- */
    uint32_t level; /* of the headings of its sections */
} ll_html;

/* Adds markup with texts in it:
 *
 *   %v   a view
 *   %s   a string that ends with a NUL
 *   %r   a view in which `code` between back-ticks becomes a code element; not inside of a tag
 *   %u   an unsigned number
 *   %%   a percent sign
 *
 * Texts are escaped, so that they may stand between tags and between the quotes of an attribute,
 * never in a script or a style. The markup is a literal of the program, which the compiler sees to:
 * no text of a document comes onto a page by another way. */
#define LL_HTML(out, ...) ll_html_print((out), "" __VA_ARGS__)
void ll_html_print(ll_buffer *out, const char *markup, ...);

/* The style sheet and the script of the page, and what the Content-Security-Policy calls them;
 * made of html/page.css and html/page.js by the build. */
extern const ll_view ll_html_style, ll_html_script;
extern const char ll_html_style_hash[], ll_html_script_hash[];

/* Adds one of the two as it is. */
void ll_html_embed(ll_buffer *out, ll_view own);

/* The lines of a place with the place marked, and `context` lines before and after it. */
void ll_html_excerpt(const ll_html *on, const ll_range *range, uint32_t context);

/* "critical" … of a finding, "verify" of a hint. */
const char *ll_html_kind(const ll_finding *finding);

/* The parts of a pair, each in a file of its own; none adds its heading. */
void ll_html_findings(const ll_html *on);
void ll_html_hints(const ll_html *on);
void ll_html_history(const ll_html *on);
void ll_html_remarks(const ll_html *on); /* what rules about earlier reviews found */
void ll_html_outline(const ll_html *on);
void ll_html_misconceptions(const ll_html *on);
void ll_html_modalities(const ll_html *on);
void ll_html_examples(const ll_html *on);

#endif
