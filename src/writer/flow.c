/* Breaking lines by the cells of a terminal. */
#include "writer/flow.h"

#include "text/width.h"
#include "writer/formats.h"

void ll_paint(ll_buffer *out, bool color, ll_style style, ll_view text) {
    static const char *const codes[] = {"", "1", "2", "1;31", "1;33", "36", "1;32"};
    bool painted = color && style != LL_STYLE_PLAIN;
    if (painted)
        ll_buffer_add_format(out, "\x1b[%sm", codes[style]);
    ll_writer_add_clean(out, text);
    if (painted)
        ll_buffer_add_cstring(out, "\x1b[0m");
}

static void add_blank(ll_flow *flow, size_t cells) {
    flow->blank = false;
    bool fits = flow->width == 0 || flow->column + 1 + cells <= flow->width;
    if (fits || flow->column <= flow->indent) {
        ll_buffer_add_byte(flow->out, ' ');
        flow->column++;
        return;
    }
    ll_buffer_add_format(flow->out, "\n%*s", (int)flow->indent, "");
    flow->column = flow->indent;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void ll_flow_add(ll_flow *flow, ll_style style, ll_view text) {
    if (flow->width == 0) {
        ll_paint(flow->out, flow->color, style, text);
        return;
    }
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && !is_blank(text.ptr[end]))
            end++;
        ll_view word = ll_view_slice(text, at, end);
        size_t cells = ll_width_of(word);
        if (word.len > 0 && flow->blank)
            add_blank(flow, cells);
        if (word.len > 0)
            ll_paint(flow->out, flow->color, style, word);
        flow->column += cells;
        flow->blank |= end < text.len;
        at = end + 1;
    }
}

void ll_flow_end(ll_flow *flow) {
    ll_buffer_add_byte(flow->out, '\n');
    flow->column = 0;
    flow->blank = false;
}
