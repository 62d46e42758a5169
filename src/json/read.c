/* Reading one object by hand: jansson may crash when memory ends while it reads. */
#include "json/read.h"

#include "base/buffer.h"
#include "base/error.h"

typedef struct reader {
    ll_arena *arena;
    ll_view text;
    size_t at;
    ll_error *error;
} reader;

static ll_status fail(const reader *in, size_t at, const char *expected) {
    return ll_error_set(in->error, LL_E_INVALID, LL_VIEW(""), 0, ll_view_column(in->text, at),
                        "expected %s", expected);
}

/* The next byte that is no blank; NUL at the end. */
static char next(reader *in) {
    while (in->at < in->text.len && ll_is_blank(in->text.ptr[in->at]))
        in->at++;
    return in->at < in->text.len ? in->text.ptr[in->at] : '\0';
}

static bool take(reader *in, char wanted) {
    bool there = next(in) == wanted;
    in->at += there;
    return there;
}

/* Four hexadecimal digits behind "\u"; false when they are not there. */
static bool read_unit(const reader *in, size_t at, uint32_t *unit) {
    *unit = 0;
    for (size_t i = at; i < at + 4; i++) {
        char c = i < in->text.len ? ll_to_lower(in->text.ptr[i]) : '\0';
        if (!ll_is_digit(c) && !(c >= 'a' && c <= 'f'))
            return false;
        *unit = *unit * 16 + (uint32_t)(ll_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return true;
}

/* "\u2014", or two of them that are one character; in->at stands behind the "\u". */
static bool add_code(reader *in, ll_buffer *out) {
    uint32_t code, low;
    if (!read_unit(in, in->at, &code))
        return false;
    in->at += 4;
    bool high = code >= 0xD800 && code < 0xDC00;
    if (high && in->at + 1 < in->text.len && in->text.ptr[in->at] == '\\' &&
        in->text.ptr[in->at + 1] == 'u' && read_unit(in, in->at + 2, &low) && low >= 0xDC00 &&
        low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        in->at += 6;
    }
    ll_buffer_add_code_point(out, code);
    return true;
}

static bool add_escape(reader *in, ll_buffer *out) {
    static const char signs[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    char sign = in->at < in->text.len ? in->text.ptr[in->at++] : '\0';
    if (sign == 'u')
        return add_code(in, out);
    const char *found = sign ? strchr(signs, sign) : NULL;
    if (found)
        ll_buffer_add_byte(out, meant[found - signs]);
    return found != NULL;
}

static ll_status read_text(reader *in, ll_view *value) {
    ll_buffer out = {.arena = in->arena, .most = in->text.len + 1};
    size_t start = in->at;
    if (!take(in, '"'))
        return fail(in, in->at, "a text in double quotes");
    for (;;) {
        if (in->at == in->text.len)
            return fail(in, start, "a quotation mark at the end of this text");
        size_t before = in->at;
        char c = in->text.ptr[in->at++];
        if (c == '"')
            break;
        if (c == '\\' && !add_escape(in, &out))
            return fail(in, before, "an escape of JSON, such as \\n or \\u2014");
        if (c != '\\')
            ll_buffer_add_byte(&out, c);
    }
    *value = out.len > 0 ? ll_buffer_view(&out) : LL_VIEW("");
    return LL_OK;
}

/* A text, or a number as it stands. */
static ll_status read_value(reader *in, ll_view *value) {
    if (!ll_is_digit(next(in)))
        return read_text(in, value);
    size_t start = in->at;
    while (in->at < in->text.len && ll_is_digit(in->text.ptr[in->at]))
        in->at++;
    *value = ll_view_slice(in->text, start, in->at);
    return LL_OK;
}

static ll_status read_member(reader *in, ll_json_members *out) {
    ll_json_member member = {0};
    next(in);
    ll_status status = read_text(in, &member.name);
    for (uint32_t i = 0; i < out->len && status == LL_OK; i++)
        if (ll_view_equal(out->at[i].name, member.name))
            return fail(in, in->at, "another key: this one is given twice");
    if (status == LL_OK && !take(in, ':'))
        return fail(in, in->at, "a colon");
    if (status == LL_OK)
        status = read_value(in, &member.value);
    if (status == LL_OK)
        LL_ARRAY_PUSH(in->arena, out, member);
    return status;
}

ll_status ll_json_read_members(ll_json_members *out, ll_arena *arena, ll_view text,
                               ll_error *error) {
    reader in = {.arena = arena, .text = text, .error = error};
    ll_status status = LL_OK;
    if (!take(&in, '{'))
        return fail(&in, in.at, "an object, {...}");
    if (next(&in) != '}') {
        do
            status = read_member(&in, out);
        while (status == LL_OK && take(&in, ','));
    }
    if (status == LL_OK && !take(&in, '}'))
        return fail(&in, in.at, "a comma or }");
    if (status == LL_OK && next(&in) != '\0')
        return fail(&in, in.at, "nothing behind the object");
    return status;
}
