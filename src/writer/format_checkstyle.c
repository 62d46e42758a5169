/* The format `checkstyle`: the XML of Checkstyle, which many tools read. */
#include "writer/formats.h"
#include "writer/xml.h"

void ll_checkstyle_begin(ll_buffer *out, const ll_writer_options *options) {
    (void)options;
    ll_buffer_add_cstring(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<checkstyle version=\"4.3\">\n");
}

/* Remarks, which are about a whole file, stand at its first line. */
static void add_error(ll_buffer *out, const ll_notice *notice) {
    ll_buffer_add_cstring(out, "    <error");
    ll_xml_attribute_number(out, "line", notice->start.line ? notice->start.line : 1);
    if (notice->start.line > 0)
        ll_xml_attribute_number(out, "column", notice->start.column);
    ll_xml_attribute(out, "severity", ll_view_of(ll_level_names_of(notice->level)->checkstyle));
    ll_xml_attribute(out, "message", notice->message);
    ll_xml_attribute(out, "source",
                     ll_arena_format(out->arena, "lessonlint.%.*s", LL_VIEW_ARG(notice->rule->id)));
    ll_buffer_add_cstring(out, "/>\n");
}

void ll_checkstyle_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                        size_t index) {
    (void)options;
    (void)index;
    ll_notices notices = ll_notices_make(out->arena, review);
    for (uint32_t i = 0; i < notices.len; i++) {
        const ll_notice *notice = &notices.at[i];
        ll_document document = notice->range.document;
        if (i == 0 || notices.at[i - 1].range.document != document) {
            ll_buffer_add_cstring(out, "  <file");
            ll_xml_attribute(out, "name", notice->path);
            ll_buffer_add_cstring(out, ">\n");
        }
        add_error(out, notice);
        if (i + 1 == notices.len || notices.at[i + 1].range.document != document)
            ll_buffer_add_cstring(out, "  </file>\n");
    }
}

void ll_checkstyle_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals) {
    (void)options;
    (void)totals;
    ll_buffer_add_cstring(out, "</checkstyle>\n");
}
