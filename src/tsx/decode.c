/* Decoding of entities and escapes. */
#include "tsx/decode.h"

#include "text/entities.h"

#include <assert.h>

enum { LAST_CODE_POINT = 0x10FFFF };

static ll_decoded decoded(size_t length, uint32_t code) {
    return (ll_decoded){.length = (uint32_t)length, .codes = {code}, .count = 1, .encoded = true};
}

/* The character at `at` as it is. `text` is valid UTF-8. */
static ll_decoded plain(ll_view text, size_t at) {
    static const uint8_t masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    unsigned char first = (unsigned char)text.ptr[at];
    uint32_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length > text.len - at)
        length = 1; /* a view that ends inside a character */
    uint32_t code = length == 1 ? first : first & masks[length];
    for (uint32_t i = 1; i < length; i++)
        code = code << 6 | ((unsigned char)text.ptr[at + i] & 0x3F);
    return (ll_decoded){.length = length, .codes = {code}, .count = 1};
}

static int digit_of(char c, unsigned base) {
    if (ll_is_digit(c))
        return c - '0';
    char lower = ll_to_lower(c);
    return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* Reads at most `most` digits at `at`; returns how many there are. A number past U+10FFFF stays
 * just past it. */
static size_t read_digits(ll_view text, size_t at, size_t most, unsigned base, uint32_t *code) {
    size_t used = 0;
    *code = 0;
    for (; used < most && at + used < text.len; used++) {
        int digit = digit_of(text.ptr[at + used], base);
        if (digit < 0)
            break;
        *code = *code * base + (uint32_t)digit;
        if (*code > LAST_CODE_POINT)
            *code = LAST_CODE_POINT + 1;
    }
    return used;
}

static bool is_high(uint32_t code) {
    return code >= 0xD800 && code <= 0xDBFF;
}

static bool is_low(uint32_t code) {
    return code >= 0xDC00 && code <= 0xDFFF;
}

typedef ll_decoded read_one(ll_view text, size_t at);

/* The first of two that are one character when the second is a low surrogate. */
static ll_decoded join_pair(ll_view text, size_t at, ll_decoded high, read_one *read) {
    if (!high.encoded || !is_high(high.codes[0]) || at + high.length >= text.len)
        return high;
    ll_decoded low = read(text, at + high.length);
    if (!low.encoded || low.count != 1 || !is_low(low.codes[0]))
        return high;
    return decoded(high.length + low.length,
                   0x10000 + ((high.codes[0] - 0xD800) << 10) + (low.codes[0] - 0xDC00));
}

static ll_decoded read_number(ll_view text, size_t at) {
    size_t start = at + 2;
    bool hex = start < text.len && text.ptr[start] == 'x';
    uint32_t code;
    start += hex;
    size_t end = start + read_digits(text, start, SIZE_MAX, hex ? 16 : 10, &code);
    bool valid = end > start && end < text.len && text.ptr[end] == ';' && code <= LAST_CODE_POINT;
    return valid ? decoded(end + 1 - at, code) : plain(text, at);
}

static ll_decoded read_entity(ll_view text, size_t at) {
    if (text.ptr[at] != '&' || at + 1 >= text.len)
        return plain(text, at);
    if (text.ptr[at + 1] == '#')
        return read_number(text, at);
    size_t end = at + 1;
    while (end < text.len && end - at <= LL_ENTITY_NAME_MOST && ll_is_alnum(text.ptr[end]))
        end++;
    if (end == text.len || text.ptr[end] != ';')
        return plain(text, at);
    const ll_entity *entity = ll_entity_find(ll_view_slice(text, at + 1, end));
    return entity ? decoded(end + 1 - at, entity->code) : plain(text, at);
}

ll_decoded ll_decode_jsx(ll_view text, size_t at) {
    assert(at < text.len);
    return join_pair(text, at, read_entity(text, at), read_entity);
}

/* `\xHH`, `\uHHHH` and `\u{H…}`. */
static ll_decoded read_code(ll_view text, size_t at) {
    uint32_t code;
    size_t start = at + 2;
    bool braces = text.ptr[at + 1] == 'u' && start < text.len && text.ptr[start] == '{';
    if (braces) {
        size_t used = read_digits(text, start + 1, SIZE_MAX, 16, &code), end = start + 1 + used;
        bool valid = used > 0 && end < text.len && text.ptr[end] == '}' && code <= LAST_CODE_POINT;
        return valid ? decoded(end + 1 - at, code) : plain(text, at);
    }
    size_t wanted = text.ptr[at + 1] == 'u' ? 4 : 2;
    bool valid = read_digits(text, start, wanted, 16, &code) == wanted;
    return valid ? decoded(2 + wanted, code) : plain(text, at);
}

/* A backslash before a line end stands for nothing. */
static ll_decoded read_continuation(ll_view text, size_t at, ll_decoded next) {
    bool both = next.codes[0] == '\r' && at + 2 < text.len && text.ptr[at + 2] == '\n';
    return (ll_decoded){.length = 1 + next.length + both, .encoded = true};
}

static ll_decoded read_escape(ll_view text, size_t at) {
    static const char letters[] = "bfnrtv0", meanings[] = "\b\f\n\r\t\v";
    if (text.ptr[at] != '\\' || at + 1 >= text.len)
        return plain(text, at);
    char letter = text.ptr[at + 1];
    if (letter == 'u' || letter == 'x')
        return read_code(text, at);
    const char *known = letter ? strchr(letters, letter) : NULL;
    if (known)
        return decoded(2, (unsigned char)meanings[known - letters]);
    ll_decoded next = plain(text, at + 1);
    uint32_t code = next.codes[0];
    if (code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029)
        return read_continuation(text, at, next);
    return decoded(1 + next.length, code);
}

ll_decoded ll_decode_javascript(ll_view text, size_t at) {
    assert(at < text.len);
    return join_pair(text, at, read_escape(text, at), read_escape);
}

/* Everything up to the next `mark` is copied as it is. */
static void decode_text(ll_buffer *out, ll_view text, char mark, read_one *read) {
    size_t at = 0;
    while (at < text.len) {
        size_t next = ll_view_find_byte(text, mark, at);
        if (next == LL_VIEW_NONE)
            next = text.len;
        ll_buffer_add(out, ll_view_slice(text, at, next));
        at = next;
        if (at == text.len)
            break;
        ll_decoded one = read(text, at);
        for (uint32_t i = 0; i < one.count; i++)
            ll_buffer_add_code_point(out, one.codes[i]);
        at += one.length;
    }
}

void ll_decode_jsx_text(ll_buffer *out, ll_view text) {
    decode_text(out, text, '&', ll_decode_jsx);
}

void ll_decode_javascript_text(ll_buffer *out, ll_view text) {
    decode_text(out, text, '\\', ll_decode_javascript);
}
