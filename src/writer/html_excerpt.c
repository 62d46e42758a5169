/* Source lines with a place marked in them. */
#include "writer/html.h"

/* Lines of a place that are shown, and bytes of a line; of a longer one what lies around the place,
 * with BEFORE bytes in front of it. */
enum { MOST_LINES = 4, MOST_BYTES = 400, BEFORE = 120 };

typedef struct excerpt {
    const ll_html *on;
    ll_source *source;
    uint32_t start, end;        /* the place */
    uint32_t first, last;       /* its lines */
    uint32_t shown_from, shown; /* the lines that are shown: from this one up to that */
    size_t indent;              /* bytes that all of these have in front */
} excerpt;

/* A part [from, to) of a line and what of it is marked. */
typedef struct shown_line {
    ll_view text;
    size_t from, to, mark, mark_end;
    bool marked;
} shown_line;

static size_t blanks_before(ll_view line) {
    size_t at = 0;
    while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '\t'))
        at++;
    return at;
}

/* A line of blanks alone has no indent of its own. */
static size_t common_indent(const excerpt *e) {
    size_t least = SIZE_MAX;
    for (uint32_t number = e->shown_from; number <= e->shown; number++) {
        ll_view line = ll_source_line(e->source, number);
        size_t blanks = blanks_before(line);
        if (blanks < line.len && blanks < least)
            least = blanks;
    }
    return least == SIZE_MAX ? 0 : least;
}

static size_t between(size_t least, size_t value, size_t most) {
    return value < least ? least : value > most ? most : value;
}

/* The start of the character that byte `at` is part of. */
static size_t whole(ll_view text, size_t at) {
    return at == text.len ? at : ll_view_cut(text, at).len;
}

/* What of the line belongs to the place; a mark under all of it would say no more than its number.
 */
static void find_mark(const excerpt *e, uint32_t number, shown_line *line) {
    if (number < e->first || number > e->last || line->text.len == 0)
        return;
    uint32_t offset = ll_source_offset(e->source, line->text);
    ll_view blank_free = ll_view_trim(line->text);
    size_t begin = blanks_before(line->text);
    line->mark = number == e->first ? e->start - offset : begin;
    line->mark_end = number == e->last ? e->end - offset : line->text.len;
    line->mark = between(0, line->mark, line->text.len);
    line->mark_end = between(line->mark, line->mark_end, line->text.len);
    line->marked = blank_free.len > 0 &&
                   (line->mark > begin || line->mark_end < begin + blank_free.len) &&
                   (line->mark < line->mark_end || e->start == e->end);
}

static shown_line cut(const excerpt *e, uint32_t number) {
    shown_line line = {.text = ll_source_line(e->source, number)};
    find_mark(e, number, &line);
    size_t indent = e->indent < line.text.len ? e->indent : line.text.len;
    line.from = indent;
    line.to = line.text.len;
    if (line.to - line.from > MOST_BYTES) {
        if (line.marked && line.mark > indent + BEFORE)
            line.from = whole(line.text, line.mark - BEFORE);
        line.to = whole(line.text, between(0, line.from + MOST_BYTES, line.text.len));
    }
    line.mark = between(line.from, line.mark, line.to);
    line.mark_end = between(line.mark, line.mark_end, line.to);
    return line;
}

static void add_line(const excerpt *e, uint32_t number) {
    ll_buffer *out = e->on->out;
    shown_line line = cut(e, number);
    if (number < e->first || number > e->last)
        LL_HTML(out, "<span class=\"line\"><span class=\"no\">%u</span> <span>", number);
    else
        LL_HTML(out, "<span class=\"line hit\"><span class=\"no\">%u</span> <span>", number);
    if (line.from > e->indent)
        LL_HTML(out, "…");
    if (line.marked)
        LL_HTML(out, "%v<mark>%v</mark>%v", ll_view_slice(line.text, line.from, line.mark),
                ll_view_slice(line.text, line.mark, line.mark_end),
                ll_view_slice(line.text, line.mark_end, line.to));
    else
        LL_HTML(out, "%v", ll_view_slice(line.text, line.from, line.to));
    if (line.to < line.text.len)
        LL_HTML(out, "…");
    LL_HTML(out, "</span></span>\n");
}

static bool is_empty(const excerpt *e) {
    for (uint32_t number = e->shown_from; number <= e->shown; number++)
        if (ll_view_trim(ll_source_line(e->source, number)).len > 0)
            return false;
    return true;
}

void ll_html_excerpt(const ll_html *on, const ll_range *range, uint32_t context) {
    excerpt e = {.on = on,
                 .source = on->result->facts->sources[range->document],
                 .start = range->offset,
                 .end = range->offset + range->length};
    uint32_t lines = ll_source_line_count(e.source);
    e.first = ll_source_position(e.source, e.start).line;
    e.last = ll_source_position(e.source, e.end).line;
    if (e.last > e.first && ll_source_position(e.source, e.end).column == 1)
        e.last--; /* it ends with the line end */
    bool is_long = e.last - e.first >= MOST_LINES;
    e.shown_from = e.first > context ? e.first - context : 1;
    e.shown = is_long ? e.first + MOST_LINES - 1 : e.last + context;
    e.shown = e.shown < lines ? e.shown : lines;
    e.indent = common_indent(&e);
    if (is_empty(&e))
        return;
    LL_HTML(on->out, "<pre class=\"source\">");
    for (uint32_t number = e.shown_from; number <= e.shown; number++)
        add_line(&e, number);
    if (is_long)
        LL_HTML(on->out,
                "<span class=\"line more\"><span class=\"no\"></span> <span>… up to line %u"
                "</span></span>\n",
                e.last);
    LL_HTML(on->out, "</pre>\n");
}
