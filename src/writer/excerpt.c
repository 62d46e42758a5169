/* Cutting a line around a place and marking it. */
#include "writer/excerpt.h"

#include "text/width.h"

#include <assert.h>

/* Bytes looked at for one cell: a character with its marks; more are cut off. */
enum { BYTES_PER_CELL = 16 };

static const char ELLIPSIS[] = "…";

static unsigned cells_at(ll_view line, size_t at, size_t column, size_t *length) {
    ll_cell_step step = ll_width_step(line, at);
    *length = step.length;
    if (line.ptr[at] == '\t')
        return (unsigned)(LL_EXCERPT_TAB - column % LL_EXCERPT_TAB);
    return step.cells;
}

/* Goes back from `at` for at most `cells`; `*used` is how many were passed. Tabs count as a whole
 * stop here: where the cut line begins decides what they become. */
static size_t back(ll_view line, size_t at, size_t cells, size_t *used) {
    size_t limit = cells * BYTES_PER_CELL, from = at;
    *used = 0;
    while (at > 0 && from - at < limit) {
        size_t length, previous = ll_view_before(line, at);
        size_t more = cells_at(line, previous, 0, &length);
        if (*used + more > cells)
            break;
        *used += more;
        at = previous;
    }
    return at;
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Goes on from `at` for at most `cells`. */
static size_t forth(ll_view line, size_t at, size_t cells, size_t *used) {
    size_t limit = cells * BYTES_PER_CELL, from = at;
    *used = 0;
    while (at < line.len && at - from < limit) {
        size_t most = least(least(line.len, from + limit) - at, cells - *used);
        size_t plain = ll_width_plain(line, at, at + most) - at;
        size_t length = plain, more = plain;
        if (plain == 0)
            more = cells_at(line, at, 0, &length);
        if (*used + more > cells)
            break;
        *used += more;
        at += length;
    }
    return at;
}

/* The part [*from, *to) of the line that is shown: all of it when it fits, its beginning when the
 * place stands early in it, else so that a third stands before the place. */
static void choose(ll_view line, size_t start, size_t width, size_t *from, size_t *to) {
    size_t used;
    *from = 0;
    *to = forth(line, 0, width, &used);
    if (*to == line.len)
        return;
    size_t room = width - 2; /* an ellipsis on either side */
    bool early = start <= forth(line, 0, room * 2 / 3, &used);
    *from = early ? 0 : back(line, start, room / 3, &used);
    *to = forth(line, *from, room, &used);
    if (*to == line.len)
        *from = back(line, line.len, room, &used);
}

typedef struct drawing {
    ll_buffer text, mark;
    size_t column;
    bool marked;
} drawing;

static void draw_sign(drawing *on, size_t cells, bool in_place) {
    bool behind = on->marked && !in_place; /* blanks there would be cut off */
    for (size_t i = 0; i < cells && !behind; i++) {
        bool first = in_place && !on->marked;
        ll_buffer_add_byte(&on->mark, first ? '^' : in_place ? '~' : ' ');
        on->marked |= in_place;
    }
    on->column += cells;
}

static size_t draw_character(drawing *on, ll_view line, size_t at, bool in_place) {
    size_t length;
    unsigned cells = cells_at(line, at, on->column, &length);
    if (line.ptr[at] == '\t')
        for (unsigned i = 0; i < cells; i++)
            ll_buffer_add_byte(&on->text, ' ');
    else if (ll_width_step(line, at).control)
        ll_buffer_add_byte(&on->text, '?');
    else
        ll_buffer_add(&on->text, ll_view_slice(line, at, at + length));
    draw_sign(on, cells, in_place);
    return at + length;
}

/* Draws the characters that begin in [at, to), in the place or outside of it; returns where they
 * end. */
static size_t draw(drawing *on, ll_view line, size_t at, size_t to, bool in_place) {
    while (at < to) {
        size_t plain = ll_width_plain(line, at, to);
        ll_buffer_add(&on->text, ll_view_slice(line, at, plain));
        draw_sign(on, plain - at, in_place);
        at = plain < to ? draw_character(on, line, plain, in_place) : plain;
    }
    return at;
}

static ll_view without_trailing_blanks(ll_view text) {
    while (text.len > 0 && text.ptr[text.len - 1] == ' ')
        text.len--;
    return text;
}

ll_excerpt ll_excerpt_make(ll_arena *arena, ll_view line, size_t start, size_t end,
                           unsigned width) {
    assert(start <= end && end <= line.len && width > 2);
    size_t from, to;
    choose(line, start, width, &from, &to);
    drawing on = {.text = {.arena = arena, .most = SIZE_MAX / 2},
                  .mark = {.arena = arena, .most = SIZE_MAX / 2}};
    if (from > 0) {
        ll_buffer_add_cstring(&on.text, ELLIPSIS);
        draw_sign(&on, 1, false);
    }
    size_t place = least(start > from ? start : from, to);
    size_t behind = least(end > place ? end : place, to);
    size_t drawn = draw(&on, line, from, place, false);
    drawn = draw(&on, line, drawn, behind, true);
    draw(&on, line, drawn, to, false);
    if (to < line.len)
        ll_buffer_add_cstring(&on.text, ELLIPSIS);
    if (!on.marked) { /* an empty place: under the character at `start` */
        on.mark.len = 0;
        on.column = from > 0;
        for (size_t at = from; at < start && at < to;) {
            size_t length;
            on.column += cells_at(line, at, on.column, &length);
            at += length;
        }
        for (size_t i = 0; i < on.column; i++)
            ll_buffer_add_byte(&on.mark, ' ');
        ll_buffer_add_byte(&on.mark, '^');
    }
    return (ll_excerpt){without_trailing_blanks(ll_buffer_view(&on.text)),
                        without_trailing_blanks(ll_buffer_view(&on.mark))};
}
