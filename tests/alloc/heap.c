/* malloc, calloc, realloc, free and strdup, handed on to the heap behind them. */
#include "heap.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Other names for the functions that this file hides: of AddressSanitizer, or of glibc. */
#if HEAP_OF_ASAN
#define NEXT(name) __interceptor_##name
#else
#define NEXT(name) __libc_##name
#endif
void *NEXT(malloc)(size_t size);
void *NEXT(calloc)(size_t count, size_t size);
void *NEXT(realloc)(void *block, size_t size);
void NEXT(free)(void *block);

#define SEEN __attribute__((visibility("default"))) /* by the shared libraries */

static unsigned long asked, first_failing, last_failing;

/* The blocks that are allocated: a hash table with open addressing, of inverted addresses so that
 * the leak sanitizer does not take them for owners. Allocations of the C library that do not go
 * through malloc (the sanitizer's own realpath) are not in it, and may be freed. */
enum { SLOTS = 1 << 20 };
static uintptr_t live[SLOTS];
static unsigned long live_count;

static uintptr_t key_of(const void *block) {
    return ~(uintptr_t)block;
}

static size_t home_of(uintptr_t key) {
    return (size_t)(((uint64_t)key >> 4) * UINT64_C(0x9E3779B97F4A7C15) >> 44) % SLOTS;
}

/* The slot of the key, or the free one where it belongs. */
static size_t slot_of(uintptr_t key) {
    size_t at = home_of(key);
    while (live[at] && live[at] != key)
        at = (at + 1) % SLOTS;
    return at;
}

static void *remember(void *block) {
    if (!block)
        return NULL;
    if (++live_count > SLOTS / 2)
        abort();
    live[slot_of(key_of(block))] = key_of(block);
    return block;
}

/* Takes a block out and closes the gap. */
static void forget(void *block) {
    size_t gap = slot_of(key_of(block));
    if (!block || !live[gap])
        return;
    live_count--;
    live[gap] = 0;
    for (size_t at = (gap + 1) % SLOTS; live[at]; at = (at + 1) % SLOTS) {
        uintptr_t moved = live[at];
        live[at] = 0;
        live[slot_of(moved)] = moved;
    }
}

static bool fails(void) {
    asked++;
    if (asked < first_failing || asked > last_failing)
        return false;
    errno = ENOMEM;
    return true;
}

SEEN void *malloc(size_t size) {
    return fails() ? NULL : remember(NEXT(malloc)(size));
}

SEEN void *calloc(size_t count, size_t size) {
    return fails() ? NULL : remember(NEXT(calloc)(count, size));
}

SEEN void *realloc(void *block, size_t size) {
    if (!block)
        return malloc(size);
    if (size == 0) {
        free(block);
        return NULL;
    }
    if (fails())
        return NULL;
    forget(block);
    return remember(NEXT(realloc)(block, size));
}

SEEN void free(void *block) {
    forget(block);
    NEXT(free)(block);
}

SEEN char *strdup(const char *text) {
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    return copy ? memcpy(copy, text, size) : NULL;
}

void heap_watch(unsigned long first, unsigned long last) {
    asked = 0;
    first_failing = first;
    last_failing = last;
}

unsigned long heap_rest(void) {
    first_failing = last_failing = 0;
    return asked;
}

unsigned long heap_live(void) {
    return live_count;
}
