/* Inside of the writer module: the functions behind the table of formats. */
#ifndef LL_WRITER_FORMATS_H
#define LL_WRITER_FORMATS_H

#include "writer/notice.h"
#include "writer/writer.h"
#include "json/json.h"

void ll_checkstyle_begin(ll_buffer *out, const ll_writer_options *options);
void ll_checkstyle_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                        size_t index);
void ll_checkstyle_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals);

void ll_compact_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                     size_t index);

void ll_github_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                    size_t index);

void ll_gitlab_begin(ll_buffer *out, const ll_writer_options *options);
void ll_gitlab_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                    size_t index);
void ll_gitlab_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals);

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

void ll_junit_begin(ll_buffer *out, const ll_writer_options *options);
void ll_junit_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                   size_t index);
void ll_junit_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals);

void ll_markdown_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                      size_t index);

void ll_ndjson_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                    size_t index);

void ll_rdjson_begin(ll_buffer *out, const ll_writer_options *options);
void ll_rdjson_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                    size_t index);
void ll_rdjson_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals);

void ll_sarif_begin(ll_buffer *out, const ll_writer_options *options);
void ll_sarif_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                   size_t index);
void ll_sarif_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals);

/* The line of `compact`. */
void ll_notice_add_line(ll_buffer *out, const ll_notice *notice);

/* Adds an element of a JSON array on a line of its own, `indent` blanks deep, behind a comma unless
 * it is the first of its pair (`index` 0). */
void ll_writer_add_element(ll_buffer *out, const ll_json *element, unsigned indent, uint32_t index);

/* The paths of a pair's documents as given: "plan.md, lesson.tsx", or one of them. */
ll_view ll_writer_names(ll_arena *arena, const ll_result *result);

/* Adds text with the characters that would do something to a terminal shown as '?'; line ends and
 * tabs become blanks. */
void ll_writer_add_clean(ll_buffer *out, ll_view text);

#endif
