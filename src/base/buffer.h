/* Text that grows in an arena, up to a stated maximum. */
#ifndef LL_BASE_BUFFER_H
#define LL_BASE_BUFFER_H

#include "base/arena.h"

/* Begin with `ll_buffer text = {.arena = arena, .most = …}`. Past `most` bytes the arena's guard is
 * taken with LL_E_LIMIT. */
typedef struct ll_buffer {
    ll_arena *arena;
    size_t most;
    char *ptr;
    size_t len;
    size_t cap;
} ll_buffer;

/* Makes room for `more` bytes, when their number can be guessed: growing copies. */
void ll_buffer_reserve(ll_buffer *buffer, size_t more);

void ll_buffer_add(ll_buffer *buffer, ll_view text);
void ll_buffer_add_byte(ll_buffer *buffer, char byte);
void ll_buffer_add_cstring(ll_buffer *buffer, const char *text);

/* As UTF-8; a number that is no Unicode scalar value is written as U+FFFD. */
void ll_buffer_add_code_point(ll_buffer *buffer, uint32_t code_point);
void ll_buffer_add_format(ll_buffer *buffer, const char *format, ...);

/* What was written; valid until the next addition. */
static inline ll_view ll_buffer_view(const ll_buffer *buffer) {
    return (ll_view){buffer->ptr, buffer->len};
}

#endif
