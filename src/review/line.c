/* Text as one line of Markdown. */
#include "review/line.h"

#include "markdown/markdown.h"

#include <string.h>

typedef struct line {
    ll_view text;
    size_t at;
    size_t code_end;  /* behind the code span that `at` stands in */
    size_t ticks_end; /* behind a run of back-ticks that opens no code span */
    bool tildes;      /* there are two or more of them */
} line;

static size_t ticks_at(ll_view text, size_t at) {
    size_t end = at;
    while (end < text.len && text.ptr[end] == '`')
        end++;
    return end - at;
}

/* Offset of the run of as many back-ticks that closes the one at `at`, or LL_VIEW_NONE. */
static size_t closing_ticks(ll_view text, size_t at) {
    size_t ticks = ticks_at(text, at);
    for (size_t i = at + ticks; i < text.len;) {
        size_t here = ticks_at(text, i);
        if (here == ticks)
            return i;
        i += here ? here : 1;
    }
    return LL_VIEW_NONE;
}

static char next_of(const line *on) {
    return on->at + 1 < on->text.len ? on->text.ptr[on->at + 1] : ' ';
}

static bool is_inside_word(const line *on) {
    return on->at > 0 && ll_is_alnum(on->text.ptr[on->at - 1]) && ll_is_alnum(next_of(on));
}

/* Whether the sign at `at`, outside of code spans, would be more than itself. */
static bool is_markup(const line *on) {
    char next = next_of(on);
    switch (on->text.ptr[on->at]) {
    case '*':
        return true;
    case '_':
        return !is_inside_word(on);
    case '~':
        return on->tildes;
    case '<':
        return ll_is_letter(next) || (next && strchr("/!?", next));
    case '&':
        return ll_is_letter(next) || next == '#';
    case ']':
        return next == '(';
    case '\\':
        return !ll_is_blank(next) && !ll_is_alnum(next);
    case '`':
        return on->at < on->ticks_end;
    default:
        return false;
    }
}

/* At a run of back-ticks: where the code span ends that it opens, or where it ends itself. */
static void read_ticks(line *on) {
    size_t ticks = ticks_at(on->text, on->at), close = closing_ticks(on->text, on->at);
    if (close == LL_VIEW_NONE)
        on->ticks_end = on->at + ticks;
    else
        on->code_end = close + ticks;
}

static bool has_tildes(ll_view text) {
    size_t first = ll_view_find_byte(text, '~', 0);
    return first != LL_VIEW_NONE && ll_view_find_byte(text, '~', first + 1) != LL_VIEW_NONE;
}

static void write_line(ll_buffer *out, ll_view text, bool cell, bool has_code) {
    line on = {.text = ll_view_trim(text), .tildes = has_tildes(text)};
    on.ticks_end = has_code ? 0 : on.text.len;
    bool blank = false;
    for (; on.at < on.text.len; on.at++) {
        char c = on.text.ptr[on.at];
        if (c == '`' && on.at >= on.code_end && on.at >= on.ticks_end)
            read_ticks(&on);
        bool here = ll_is_blank(c);
        if ((c == '|' && cell) || (on.at >= on.code_end && is_markup(&on)))
            ll_buffer_add_byte(out, '\\');
        if (!here)
            ll_buffer_add_byte(out, c);
        else if (!blank)
            ll_buffer_add_byte(out, ' ');
        blank = here;
    }
}

void ll_review_line(ll_buffer *out, ll_view text, bool cell) {
    write_line(out, text, cell, true);
}

void ll_review_line_of_words(ll_buffer *out, ll_view text, bool cell) {
    write_line(out, text, cell, false);
}

ll_view ll_review_line_read(ll_arena *arena, ll_view text) {
    ll_buffer written = {.arena = arena, .most = 2 * text.len + 1};
    ll_review_line(&written, text, false);
    return ll_markdown_plain(arena, ll_buffer_view(&written));
}

ll_view ll_review_quotable(ll_arena *arena, ll_view text) {
    if (ll_view_find_byte(text, '"', 0) == LL_VIEW_NONE)
        return text;
    char *out = ll_arena_alloc(arena, text.len);
    for (size_t i = 0; i < text.len; i++)
        out[i] = (char)(text.ptr[i] == '"' ? '\'' : text.ptr[i]);
    return (ll_view){out, text.len};
}
