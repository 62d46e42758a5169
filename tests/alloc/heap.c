/* malloc, calloc, realloc, free and strdup, handed on to the heap behind them. */
#include "heap.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
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

static atomic_ulong asked;
static unsigned long first_failing, last_failing; /* written while no other thread is there */

/* The blocks that are allocated: a hash table with open addressing, of inverted addresses so that
 * the leak sanitizer does not take them for owners. Allocations of the C library that do not go
 * through malloc (the sanitizer's own realpath) are not in it, and may be freed. */
enum { SLOTS = 1 << 20 };
static uintptr_t live[SLOTS];
static unsigned long live_count;
static atomic_flag busy = ATOMIC_FLAG_INIT; /* the table is in the hands of one thread */

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

static void take_table(void) {
    while (atomic_flag_test_and_set(&busy)) {
    }
}

static void *remember(void *block) {
    if (!block)
        return NULL;
    take_table();
    if (++live_count > SLOTS / 2)
        abort();
    live[slot_of(key_of(block))] = key_of(block);
    atomic_flag_clear(&busy);
    return block;
}

/* Takes a slot out and closes the gap. */
static void close_slot(size_t gap) {
    live_count--;
    live[gap] = 0;
    for (size_t at = (gap + 1) % SLOTS; live[at]; at = (at + 1) % SLOTS) {
        uintptr_t moved = live[at];
        live[at] = 0;
        live[slot_of(moved)] = moved;
    }
}

static void forget(void *block) {
    if (!block)
        return;
    take_table();
    size_t slot = slot_of(key_of(block));
    if (live[slot])
        close_slot(slot);
    atomic_flag_clear(&busy);
}

/* AddressSanitizer gives up when it cannot look at a thread that begins or ends. */
static _Thread_local bool at_rim = HEAP_OF_ASAN;

static bool fails(void) {
    if (at_rim)
        return false;
    unsigned long number = atomic_fetch_add(&asked, 1) + 1;
    if (number < first_failing || number > last_failing)
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

#if HEAP_OF_ASAN
int NEXT(pthread_create)(pthread_t *thread, const pthread_attr_t *attributes,
                         void *(*begin)(void *context), void *context);

typedef struct start {
    void *(*begin)(void *context);
    void *context;
} start;

enum { STARTS = 64 };
static start starts[STARTS];
static atomic_uint started;

static void *begin_thread(void *context) {
    const start *of = context;
    at_rim = false;
    void *result = of->begin(of->context);
    at_rim = true;
    return result;
}

SEEN int pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                        void *(*begin)(void *context), void *context) {
    start *of = &starts[atomic_fetch_add(&started, 1) % STARTS];
    *of = (start){begin, context};
    return NEXT(pthread_create)(thread, attributes, begin_thread, of);
}
#endif

void heap_watch(unsigned long first, unsigned long last) {
    at_rim = false;
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
