/* Typed arrays that grow in an arena. */
#ifndef LL_BASE_ARRAY_H
#define LL_BASE_ARRAY_H

#include "base/arena.h"

#include <string.h>

/* `typedef LL_ARRAY(ll_row) ll_rows;` declares an array with its items at `at`. A zeroed array is
 * empty. Items move when it grows: keep indexes, not pointers. */
#define LL_ARRAY(type)                                                                             \
    struct {                                                                                       \
        type *at;                                                                                  \
        uint32_t len;                                                                              \
        uint32_t cap;                                                                              \
    }

/* Appends an item whose bytes may hold anything and returns a pointer to it: to be written whole.
 */
#define LL_ARRAY_NEXT(arena, array)                                                                \
    ((array)->len == (array)->cap                                                                  \
         ? (void)((array)->at =                                                                    \
                      ll_array_grow((arena), (array)->at, &(array)->cap, sizeof *(array)->at))     \
         : (void)0,                                                                                \
     &(array)->at[(array)->len++])

/* The same, with its bytes zeroed. */
#define LL_ARRAY_ADD(arena, array) memset(LL_ARRAY_NEXT((arena), (array)), 0, sizeof *(array)->at)

/* Appends a value. */
#define LL_ARRAY_PUSH(arena, array, value) (*LL_ARRAY_NEXT(arena, array) = (value))

/* Makes room for `count` items in all, when their number can be guessed: growing copies. Room that
 * is not used costs next to nothing, since an arena does not touch it. */
#define LL_ARRAY_RESERVE(arena, array, count)                                                      \
    ((array)->at =                                                                                 \
         ll_array_reserve((arena), (array)->at, &(array)->cap, (count), sizeof *(array)->at))

/* Most items of one array; past it the arena's guard is taken with LL_E_LIMIT. */
#define LL_ARRAY_MOST 0x10000000u

/* For LL_ARRAY_NEXT: room for twice as many items of `size` bytes as `*capacity`. */
void *ll_array_grow(ll_arena *arena, void *items, uint32_t *capacity, size_t size);

/* For LL_ARRAY_RESERVE: at most LL_ARRAY_MOST items are made room for. */
void *ll_array_reserve(ll_arena *arena, void *items, uint32_t *capacity, size_t count, size_t size);

#endif
