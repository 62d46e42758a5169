/* Markup with texts in it: the one place where text comes onto a page. */
#include "text/width.h"
#include "writer/html.h"

#include <assert.h>
#include <stdarg.h>

/* A code span ends within so many bytes, or its back-ticks are ordinary ones. */
enum { LONGEST_CODE = 2048 };

/* Stands for what no page may hold. */
static const char REPLACEMENT[] = "\xEF\xBF\xBD";

/* Code points that no HTML document may hold, whatever stands for them. */
static bool is_no_character(uint32_t code) {
    return (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
}

/* The code point of a whole character of `length` bytes. */
static uint32_t code_of(ll_view text, size_t at, size_t length) {
    static const unsigned char first_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t code = (unsigned char)text.ptr[at] & first_bits[length];
    for (size_t i = 1; i < length; i++)
        code = code << 6 | ((unsigned char)text.ptr[at + i] & 0x3F);
    return code;
}

/* What stands for one character, NULL: itself. Marks that turn the direction of text around are
 * shown by their number, since what they hide is what a reviewer has to see. */
static const char *stand_in(ll_arena *arena, ll_view text, size_t at, size_t length, bool control) {
    switch (text.ptr[at]) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\t':
        return NULL;
    default:
        break;
    }
    if (control && ll_is_blank(text.ptr[at]))
        return " ";
    if (control && length == 3)
        return ll_arena_format(arena, "[U+%04X]", code_of(text, at, length)).ptr;
    bool whole = length <= 4 && (length > 1 || (unsigned char)text.ptr[at] < 0x80);
    bool refused = control || !whole || is_no_character(code_of(text, at, length));
    return refused ? REPLACEMENT : NULL;
}

/* Most of what there is, without a look into the tables. */
static bool is_plain(char c) {
    return ll_is_alnum(c) || c == ' ' || c == '.' || c == ',' || c == '-' || c == '/';
}

static void add_text(ll_buffer *out, ll_view text) {
    size_t from = 0; /* where the stretch begins that stands as it is */
    for (size_t at = 0; at < text.len;) {
        if (is_plain(text.ptr[at])) {
            at++;
            continue;
        }
        ll_cell_step step = ll_width_step(text, at);
        const char *instead = stand_in(out->arena, text, at, step.length, step.control);
        if (instead) {
            ll_buffer_add(out, ll_view_slice(text, from, at));
            ll_buffer_add_cstring(out, instead);
            from = at + step.length;
        }
        at += step.length;
    }
    ll_buffer_add(out, ll_view_slice(text, from, text.len));
}

static size_t ticks_at(ll_view text, size_t at) {
    size_t end = at;
    while (end < text.len && text.ptr[end] == '`')
        end++;
    return end - at;
}

/* Offset of the run of `ticks` back-ticks that ends the code span that begins at `at`, or
 * LL_VIEW_NONE. */
static size_t code_end(ll_view text, size_t at, size_t ticks) {
    size_t most = text.len - at < LONGEST_CODE ? text.len : at + LONGEST_CODE;
    while (at < most) {
        size_t here = ticks_at(text, at);
        if (here == ticks)
            return at;
        at += here ? here : 1;
    }
    return LL_VIEW_NONE;
}

static void add_rich(ll_buffer *out, ll_view text) {
    for (size_t at = 0; at < text.len;) {
        size_t open = ll_view_find_byte(text, '`', at);
        open = open == LL_VIEW_NONE ? text.len : open;
        add_text(out, ll_view_slice(text, at, open));
        size_t ticks = ticks_at(text, open), inside = open + ticks;
        size_t close = ticks > 0 ? code_end(text, inside, ticks) : LL_VIEW_NONE;
        if (close == LL_VIEW_NONE) {
            add_text(out, ll_view_slice(text, open, inside));
            at = inside;
            continue;
        }
        ll_buffer_add_cstring(out, "<code>");
        add_text(out, ll_view_slice(text, inside, close));
        ll_buffer_add_cstring(out, "</code>");
        at = close + ticks;
    }
}

static void add_argument(ll_buffer *out, char kind, va_list *arguments) {
    switch (kind) {
    case 'v':
        add_text(out, va_arg(*arguments, ll_view));
        break;
    case 'r':
        add_rich(out, va_arg(*arguments, ll_view));
        break;
    case 's':
        add_text(out, ll_view_of(va_arg(*arguments, const char *)));
        break;
    case 'u':
        ll_buffer_add_format(out, "%u", va_arg(*arguments, unsigned));
        break;
    default:
        assert(kind == '%');
        ll_buffer_add_byte(out, '%');
    }
}

void ll_html_print(ll_buffer *out, const char *markup, ...) {
    va_list arguments;
    va_start(arguments, markup);
    for (const char *from = markup; *from;) {
        size_t plain = strcspn(from, "%");
        ll_buffer_add(out, (ll_view){from, plain});
        from += plain;
        if (*from) {
            add_argument(out, from[1], &arguments);
            from += 2;
        }
    }
    va_end(arguments);
}

void ll_html_embed(ll_buffer *out, ll_view own) {
    assert(own.ptr == ll_html_style.ptr || own.ptr == ll_html_script.ptr);
    ll_buffer_add(out, own);
}
