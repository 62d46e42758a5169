/* Growing text. */
#include "base/buffer.h"

#include <assert.h>
#include <stdio.h>

enum { FIRST_BYTES = 256 };

/* Makes room for `more` bytes and returns where they begin. */
static char *reserve(ll_buffer *buffer, size_t more) {
    if (more > buffer->most - buffer->len)
        ll_arena_fail(buffer->arena, LL_E_LIMIT, "a text grows past %zu bytes", buffer->most);
    size_t needed = buffer->len + more;
    if (needed > buffer->cap) {
        size_t wanted = buffer->cap ? buffer->cap * 2 : FIRST_BYTES;
        if (wanted < needed)
            wanted = needed;
        buffer->ptr = ll_arena_grow(buffer->arena, buffer->ptr, buffer->cap, wanted);
        buffer->cap = wanted;
    }
    return buffer->ptr + buffer->len;
}

void ll_buffer_reserve(ll_buffer *buffer, size_t more) {
    reserve(buffer, more);
}

void ll_buffer_add(ll_buffer *buffer, ll_view text) {
    if (text.len == 0)
        return;
    memcpy(reserve(buffer, text.len), text.ptr, text.len);
    buffer->len += text.len;
}

void ll_buffer_add_byte(ll_buffer *buffer, char byte) {
    *reserve(buffer, 1) = byte;
    buffer->len++;
}

void ll_buffer_add_cstring(ll_buffer *buffer, const char *text) {
    ll_buffer_add(buffer, ll_view_of(text));
}

void ll_buffer_add_code_point(ll_buffer *buffer, uint32_t code) {
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) || code == 0)
        code = 0xFFFD;
    if (code < 0x80) {
        ll_buffer_add_byte(buffer, (char)code);
        return;
    }
    unsigned trail = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const unsigned lead[] = {0, 0xC0, 0xE0, 0xF0};
    char *out = reserve(buffer, trail + 1);
    out[0] = (char)(lead[trail] | (code >> (6 * trail)));
    for (unsigned i = 1; i <= trail; i++)
        out[i] = (char)(0x80 | ((code >> (6 * (trail - i))) & 0x3F));
    buffer->len += trail + 1;
}

void ll_buffer_add_format(ll_buffer *buffer, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(length >= 0);
    char *out = reserve(buffer, (size_t)length + 1); /* vsnprintf writes a NUL */
    va_start(arguments, format);
    vsnprintf(out, (size_t)length + 1, format, arguments);
    va_end(arguments);
    buffer->len += (size_t)length;
}
