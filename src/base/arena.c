/* Arenas of chained chunks; giving up is a jump to the guard. */
#include "base/arena.h"

#include <assert.h>
#include <setjmp.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>

/* The second chunk is enough for most pairs: what is not used of it costs nothing, more chunks cost
 * calls of the system. */
enum { FIRST_CHUNK = 64 * 1024, GROWTH = 16, LARGEST_CHUNK = 8 * 1024 * 1024 };

#ifndef NDEBUG
enum { UNSET = 0xA5 };
#endif

typedef struct chunk {
    struct chunk *next;
    size_t size; /* bytes behind this header */
    size_t used;
    size_t touched; /* bytes that may not be zero any more; those behind cost no page yet */
    max_align_t bytes[];
} chunk;

typedef struct deferred {
    struct deferred *next;
    void (*release)(void *resource);
    void *resource;
} deferred;

struct ll_arena {
    chunk *first;
    chunk *current;
    size_t most;
    size_t used;
    deferred *deferred;
    deferred coming; /* what is being registered: has no entry yet */
    jmp_buf *guard;  /* where to give up to; NULL outside a guard */
    ll_error error;
};

static char *bytes_of(chunk *block) {
    return (char *)block->bytes;
}

ll_arena *ll_arena_new(size_t most) {
    ll_arena *arena = calloc(1, sizeof *arena);
    if (arena)
        arena->most = most;
    return arena;
}

static void run_deferred(ll_arena *arena) {
    for (deferred *entry = arena->deferred; entry; entry = entry->next)
        entry->release(entry->resource);
    arena->deferred = NULL;
}

static void free_chunks(ll_arena *arena) {
    for (chunk *block = arena->first, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    arena->first = arena->current = NULL;
}

void ll_arena_free(ll_arena *arena) {
    if (!arena)
        return;
    run_deferred(arena);
    free_chunks(arena);
    free(arena);
}

void ll_arena_reset(ll_arena *arena) {
    run_deferred(arena);
    arena->used = 0;
#ifdef LESSONLINT_ARENA_BLOCKS
    free_chunks(arena);
#else
    for (chunk *block = arena->first; block; block = block->next)
        block->used = 0;
    arena->current = arena->first;
#endif
}

ll_status ll_arena_guard(ll_arena *arena, void (*work)(void *context), void *context,
                         ll_error *error) {
    assert(!arena->guard);
    jmp_buf place;
    arena->guard = &place;
    if (setjmp(place) == 0) {
        work(context);
        arena->guard = NULL;
        return LL_OK;
    }
    arena->guard = NULL;
    *error = arena->error;
    return arena->error.status;
}

void ll_arena_raise(ll_arena *arena, const ll_error *error) {
    assert(arena->guard && error->status != LL_OK);
    arena->error = *error;
    if (arena->coming.release)
        arena->coming.release(arena->coming.resource);
    arena->coming = (deferred){0};
    longjmp(*arena->guard, 1);
}

void ll_arena_fail(ll_arena *arena, ll_status status, const char *format, ...) {
    ll_error error = {.status = status};
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error.text, sizeof error.text, format, arguments);
    va_end(arguments);
    ll_arena_raise(arena, &error);
}

static size_t round_up(size_t size) {
    return (size + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
}

static chunk *add_chunk(ll_arena *arena, size_t size) {
    chunk *block = calloc(1, sizeof(chunk) + size);
    if (!block)
        ll_arena_fail(arena, LL_E_MEMORY, "out of memory");
    block->size = size;
    if (arena->current) {
        block->next = arena->current->next;
        arena->current->next = block;
    } else {
        arena->first = block;
    }
    arena->current = block;
    return block;
}

/* The chunk that has room for `size` bytes becomes the current one. */
static chunk *chunk_for(ll_arena *arena, size_t size) {
#ifdef LESSONLINT_ARENA_BLOCKS
    return add_chunk(arena, size);
#else
    chunk *block = arena->current;
    if (block && block->size - block->used >= size)
        return block;
    if (block && block->next && block->next->size >= size)
        return arena->current = block->next;
    size_t wanted = block ? block->size * GROWTH : FIRST_CHUNK;
    if (wanted > LARGEST_CHUNK)
        wanted = LARGEST_CHUNK;
    return add_chunk(arena, wanted > size ? wanted : size);
#endif
}

/* Hands out the next `size` bytes of a chunk. */
static char *take(chunk *block, size_t size) {
    char *bytes = bytes_of(block) + block->used;
    block->used += size;
    if (block->touched < block->used)
        block->touched = block->used;
    return bytes;
}

static void count_bytes(ll_arena *arena, size_t size) {
    if (size > arena->most - arena->used)
        ll_arena_fail(arena, LL_E_LIMIT, "the work needs more than %zu bytes of memory",
                      arena->most);
    arena->used += size;
}

/* The chunk that the next `*size` bytes, rounded up, come from. */
static chunk *prepare(ll_arena *arena, size_t *size) {
    if (*size > SIZE_MAX / 2)
        ll_arena_fail(arena, LL_E_LIMIT, "an allocation of %zu bytes is too large", *size);
    *size = round_up(*size ? *size : 1);
    count_bytes(arena, *size);
    return chunk_for(arena, *size);
}

/* What was never used is zero already. */
void *ll_arena_alloc(ll_arena *arena, size_t size) {
    chunk *block = prepare(arena, &size);
    size_t dirty = block->touched > block->used ? block->touched - block->used : 0;
    return memset(take(block, size), 0, dirty < size ? dirty : size);
}

/* In debug builds bytes that a caller may not read before it has written them are not zero. */
static char *take_unset(chunk *block, size_t size) {
    char *bytes = take(block, size);
#ifndef NDEBUG
    memset(bytes, UNSET, size);
#endif
    return bytes;
}

void *ll_arena_grow(ll_arena *arena, void *block, size_t old_size, size_t new_size) {
    assert(new_size >= old_size);
#ifndef LESSONLINT_ARENA_BLOCKS
    chunk *current = arena->current;
    size_t old_rounded = round_up(old_size ? old_size : 1);
    size_t new_rounded = round_up(new_size ? new_size : 1);
    bool latest = block && (char *)block + old_rounded == bytes_of(current) + current->used;
    if (latest && current->size - current->used >= new_rounded - old_rounded) {
        count_bytes(arena, new_rounded - old_rounded);
        take_unset(current, new_rounded - old_rounded);
        return block;
    }
#endif
    size_t size = new_size;
    chunk *room = prepare(arena, &size);
    void *copy = take_unset(room, size);
    if (block && old_size > 0)
        memcpy(copy, block, old_size);
    return copy;
}

ll_view ll_arena_copy(ll_arena *arena, ll_view view) {
    char *copy = ll_arena_alloc(arena, view.len + 1);
    if (view.len > 0)
        memcpy(copy, view.ptr, view.len);
    return (ll_view){copy, view.len};
}

ll_view ll_arena_small(ll_arena *arena, ll_view view) {
    char *copy = ll_arena_alloc(arena, view.len + 1);
    for (size_t i = 0; i < view.len; i++)
        copy[i] = ll_to_lower(view.ptr[i]);
    return (ll_view){copy, view.len};
}

ll_view ll_arena_vformat(ll_arena *arena, const char *format, va_list arguments) {
    char room[256]; /* enough for most: they are written once */
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(room, sizeof room, format, again);
    va_end(again);
    assert(length >= 0);
    char *text = ll_arena_alloc(arena, (size_t)length + 1);
    if ((size_t)length < sizeof room)
        memcpy(text, room, (size_t)length);
    else
        vsnprintf(text, (size_t)length + 1, format, arguments);
    return (ll_view){text, (size_t)length};
}

ll_view ll_arena_format(ll_arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    ll_view text = ll_arena_vformat(arena, format, arguments);
    va_end(arguments);
    return text;
}

void ll_arena_defer(ll_arena *arena, void (*release)(void *resource), void *resource) {
    arena->coming = (deferred){arena->deferred, release, resource};
    deferred *entry = LL_ARENA_NEW(arena, deferred);
    *entry = arena->coming;
    arena->deferred = entry;
    arena->coming = (deferred){0};
}

size_t ll_arena_used(const ll_arena *arena) {
    return arena->used;
}
