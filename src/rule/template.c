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
    ll_view name, one, many; /* of what a name's braces hold; the last two of one that counts */
} piece;

static size_t name_length(ll_view text, size_t at) {
    size_t end = at;
    while (end < text.len && (ll_is_alnum(text.ptr[end]) || text.ptr[end] == '_'))
        end++;
    return end - at;
}

static size_t plain_end(ll_view text, size_t at) {
    while (at < text.len && text.ptr[at] != '{' && text.ptr[at] != '}')
        at++;
    return at;
}

/* Reads "|one|many", of which neither may be empty. */
static bool read_forms(piece *named, ll_view forms) {
    size_t bar = ll_view_find_byte(forms, '|', 1);
    if (forms.ptr[0] != '|' || bar == LL_VIEW_NONE || bar == 1 || bar + 1 == forms.len)
        return false;
    named->one = ll_view_slice(forms, 1, bar);
    named->many = ll_view_slice(forms, bar + 1, forms.len);
    return true;
}

/* `name` or `name|one|many`, what stands between two braces. */
static piece named_piece(ll_view inside) {
    size_t length = name_length(inside, 0);
    ll_view forms = ll_view_slice(inside, length, inside.len);
    piece named = {.kind = PIECE_NAME, .text = inside};
    named.name = ll_view_slice(inside, 0, length);
    if (length == 0 || (forms.len > 0 && !read_forms(&named, forms)))
        named.kind = PIECE_BROKEN;
    return named;
}

/* The piece at `*at`, which is moved behind it. */
static piece next_piece(ll_view text, size_t *at) {
    size_t start = *at, end = plain_end(text, start);
    if (end > start) {
        *at = end;
        return (piece){.text = ll_view_slice(text, start, end)};
    }
    ll_view brace = ll_view_slice(text, start, start + 1);
    bool doubled = start + 1 < text.len && text.ptr[start + 1] == text.ptr[start];
    if (doubled) {
        *at = start + 2;
        return (piece){.kind = PIECE_BRACE, .text = brace};
    }
    end = plain_end(text, start + 1);
    if (text.ptr[start] == '{' && end < text.len && text.ptr[end] == '}') {
        piece named = named_piece(ll_view_slice(text, start + 1, end));
        if (named.kind == PIECE_NAME) {
            *at = end + 1;
            return named;
        }
    }
    *at = start + 1;
    return (piece){.kind = PIECE_BROKEN, .text = brace};
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

static void add_named(ll_buffer *out, const piece *named, const ll_value *values, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (!ll_view_equal(ll_view_of(values[i].name), named->name))
            continue;
        add_value(out, values[i].text);
        if (named->one.len > 0) {
            ll_buffer_add_byte(out, ' ');
            ll_buffer_add(out,
                          ll_view_equal(values[i].text, LL_VIEW("1")) ? named->one : named->many);
        }
        return;
    }
    ll_buffer_add_byte(out, '{');
    ll_buffer_add(out, named->text);
    ll_buffer_add_byte(out, '}');
}

ll_view ll_template_expand(ll_arena *arena, ll_view template_text, const ll_value *values,
                           uint32_t count) {
    ll_buffer out = {.arena = arena, .most = EXPANDED_MOST};
    for (size_t at = 0; at < template_text.len;) {
        piece next = next_piece(template_text, &at);
        if (next.kind == PIECE_NAME)
            add_named(&out, &next, values, count);
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
        if (next.kind == PIECE_NAME && !is_listed(next.name, names, count))
            return unknown_name(next.name, names, count, ll_view_column(template_text, start),
                                error);
    }
    return LL_OK;
}
