/* Inside of the writer module: the functions behind the table of formats. */
#ifndef LL_WRITER_FORMATS_H
#define LL_WRITER_FORMATS_H

#include "writer/writer.h"

void ll_human_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                   size_t index);
void ll_human_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals);

void ll_html_begin(ll_buffer *out, const ll_writer_options *options);
void ll_html_entry(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                   size_t index);
void ll_html_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                  size_t index);
void ll_html_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals);

void ll_json_begin(ll_buffer *out, const ll_writer_options *options);
void ll_json_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                  size_t index);
void ll_json_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals);

void ll_markdown_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                      size_t index);

/* Adds text with the characters that would do something to a terminal shown as '?'; line ends and
 * tabs become blanks. */
void ll_writer_add_clean(ll_buffer *out, ll_view text);

#endif
