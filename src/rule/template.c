/* Expanding and checking templates. */
#include "rule/template.h"

#include "base/buffer.h"
#include "base/error.h"
#include "source/source.h"

enum { EXPANDED_MOST = 4 * 1024 * 1024, SHOWN_MOST = 60 };

typedef enum piece_kind {
    PIECE_TEXT,
    PIECE_BRACE, /* a doubled brace: its text is one of them */
    PIECE_NAME,
    PIECE_BROKEN /* a single brace that begins no placeholder */
} piece_kind;

typedef struct piece {
    piece_kind kind;
    ll_view text;
} piece;

static size_t name_length(ll_view text, size_t at) {
    size_t end = at;
    while (end < text.len && (ll_is_alnum(text.ptr[end]) || text.ptr[end] == '_'))
        end++;
    return end - at;
}

/* The piece at `*at`, which is moved behind it. */
static piece next_piece(ll_view text, size_t *at) {
    size_t start = *at, end = start;
    while (end < text.len && text.ptr[end] != '{' && text.ptr[end] != '}')
        end++;
    if (end > start) {
        *at = end;
        return (piece){PIECE_TEXT, ll_view_slice(text, start, end)};
    }
    bool doubled = start + 1 < text.len && text.ptr[start + 1] == text.ptr[start];
    if (doubled) {
        *at = start + 2;
        return (piece){PIECE_BRACE, ll_view_slice(text, start, start + 1)};
    }
    size_t length = name_length(text, start + 1);
    end = start + 1 + length;
    if (text.ptr[start] == '{' && length > 0 && end < text.len && text.ptr[end] == '}') {
        *at = end + 1;
        return (piece){PIECE_NAME, ll_view_slice(text, start + 1, end)};
    }
    *at = start + 1;
    return (piece){PIECE_BROKEN, ll_view_slice(text, start, start + 1)};
}

/* The name of a file may hold line ends, and bytes that are no UTF-8. */
static void add_value(ll_buffer *out, ll_view text) {
    ll_view shown = ll_view_cut(text, LL_TEMPLATE_VALUE_MOST);
    for (size_t at = 0; at < shown.len;) {
        size_t length = ll_source_character(shown, at);
        if (length == 0)
            ll_buffer_add_byte(out, '?');
        else if (shown.ptr[at] == '\n' || shown.ptr[at] == '\r')
            ll_buffer_add_byte(out, ' ');
        else
            ll_buffer_add(out, ll_view_slice(shown, at, at + length));
        at += length > 0 ? length : 1;
    }
    if (shown.len < text.len)
        ll_buffer_add_cstring(out, "\xE2\x80\xA6");
}

static void add_named(ll_buffer *out, ll_view name, const ll_value *values, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (ll_view_equal(ll_view_of(values[i].name), name)) {
            add_value(out, values[i].text);
            return;
        }
    ll_buffer_add_byte(out, '{');
    ll_buffer_add(out, name);
    ll_buffer_add_byte(out, '}');
}

ll_view ll_template_expand(ll_arena *arena, ll_view template_text, const ll_value *values,
                           uint32_t count) {
    ll_buffer out = {.arena = arena, .most = EXPANDED_MOST};
    for (size_t at = 0; at < template_text.len;) {
        piece next = next_piece(template_text, &at);
        if (next.kind == PIECE_NAME)
            add_named(&out, next.text, values, count);
        else
            ll_buffer_add(&out, next.text);
    }
    return ll_buffer_view(&out);
}

static ll_status unknown_name(ll_view name, const char *const *names, size_t count, uint32_t column,
                              ll_error *error) {
    const char *nearest = ll_error_nearest(name, names, count);
    ll_view shown = ll_view_cut(name, SHOWN_MOST);
    if (nearest)
        return ll_error_set(error, LL_E_INVALID, LL_VIEW(""), 0, column,
                            "unknown placeholder {%.*s}: did you mean {%s}?", LL_VIEW_ARG(shown),
                            nearest);
    return ll_error_set(error, LL_E_INVALID, LL_VIEW(""), 0, column,
                        "unknown placeholder {%.*s}; write {{ and }} for braces",
                        LL_VIEW_ARG(shown));
}

static bool is_listed(ll_view name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (ll_view_equal(ll_view_of(names[i]), name))
            return true;
    return false;
}

ll_status ll_template_check(ll_view template_text, const char *const *names, size_t count,
                            ll_error *error) {
    for (size_t at = 0; at < template_text.len;) {
        size_t start = at;
        piece next = next_piece(template_text, &at);
        if (next.kind == PIECE_BROKEN)
            return ll_error_set(error, LL_E_INVALID, LL_VIEW(""), 0,
                                ll_view_column(template_text, start),
                                "a single %c is no placeholder; write %c%c for the brace",
                                next.text.ptr[0], next.text.ptr[0], next.text.ptr[0]);
        if (next.kind == PIECE_NAME && !is_listed(next.text, names, count))
            return unknown_name(next.text, names, count, ll_view_column(template_text, start),
                                error);
    }
    return LL_OK;
}
