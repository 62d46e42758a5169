/* The format `compact`: one line a finding, as compilers write them. */
#include "writer/formats.h"

void ll_notice_add_line(ll_buffer *out, const ll_notice *notice) {
    ll_writer_add_clean(out, notice->path);
    if (notice->start.line > 0)
        ll_buffer_add_format(out, ":%u:%u", notice->start.line, notice->start.column);
    ll_buffer_add_format(out, ": %s: ", ll_level_names_of(notice->level)->plain);
    ll_writer_add_clean(out, notice->message);
    ll_buffer_add_format(out, " [%.*s]\n", LL_VIEW_ARG(notice->rule->id));
}

void ll_compact_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                     size_t index) {
    (void)options;
    (void)index;
    ll_notices notices = ll_notices_make(out->arena, review);
    for (uint32_t i = 0; i < notices.len; i++)
        ll_notice_add_line(out, &notices.at[i]);
}
