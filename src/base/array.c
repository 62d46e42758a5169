/* Growing typed arrays. */
#include "base/array.h"

enum { FIRST_ITEMS = 8 };

void *ll_array_grow(ll_arena *arena, void *items, uint32_t *capacity, size_t size) {
    uint32_t wanted = *capacity ? *capacity * 2 : FIRST_ITEMS;
    if (wanted > LL_ARRAY_MOST)
        ll_arena_fail(arena, LL_E_LIMIT, "more than %u entries in one list", LL_ARRAY_MOST);
    void *grown = ll_arena_grow(arena, items, *capacity * size, wanted * size);
    *capacity = wanted;
    return grown;
}

void *ll_array_reserve(ll_arena *arena, void *items, uint32_t *capacity, size_t count,
                       size_t size) {
    uint32_t wanted = count < LL_ARRAY_MOST ? (uint32_t)count : LL_ARRAY_MOST;
    if (wanted <= *capacity)
        return items;
    void *grown = ll_arena_grow(arena, items, *capacity * size, wanted * size);
    *capacity = wanted;
    return grown;
}
