/* The table of formats. */
#include "writer/writer.h"

#include "text/width.h"
#include "writer/formats.h"

/* To add a format: a file with its functions, their declaration in formats.h, and a row here,
 * sorted by name. */
static const ll_writer writers[] = {
    {"html", "for a browser: the review as one page", true, ll_html_begin, ll_html_entry,
     ll_html_pair, ll_html_end},
    {"human", "for people: source lines, carets, what to do", false, NULL, NULL, ll_human_pair,
     ll_human_end},
    {"json", "for programs: every finding and every check", false, ll_json_begin, NULL,
     ll_json_pair, ll_json_end},
    {"markdown", "a review section as it stands in a plan", true, NULL, NULL, ll_markdown_pair,
     NULL},
};

const ll_writer *ll_writers(size_t *count) {
    *count = sizeof writers / sizeof *writers;
    return writers;
}

const ll_writer *ll_writer_find(ll_view name) {
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
        if (ll_view_equal(name, ll_view_of(writers[i].name)))
            return &writers[i];
    return NULL;
}

void ll_writer_add_clean(ll_buffer *out, ll_view text) {
    size_t from = 0; /* where the clean stretch begins */
    for (size_t at = 0; (at = ll_width_plain(text, at, text.len)) < text.len;) {
        ll_cell_step step = ll_width_step(text, at);
        if (step.control) {
            ll_buffer_add(out, ll_view_slice(text, from, at));
            ll_buffer_add_byte(out, ll_is_blank(text.ptr[at]) ? ' ' : '?');
            from = at + step.length;
        }
        at += step.length;
    }
    ll_buffer_add(out, ll_view_slice(text, from, text.len));
}
