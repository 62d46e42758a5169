/* The tree of elements alone, for selectors. */
#include "facts/facts.h"

#include <assert.h>

static uint32_t *filled(ll_arena *arena, uint32_t count) {
    uint32_t *links = LL_ARENA_ARRAY(arena, uint32_t, count + 1u);
    memset(links, 0xFF, sizeof *links * (count + 1u)); /* LL_TSX_NONE */
    return links;
}

/* Makes `element` the last child of `parent`; `last` holds the last child of each element, and of
 * the file at index `count`. */
static void append(ll_elements *elements, uint32_t *last, uint32_t count, uint32_t parent,
                   uint32_t element) {
    uint32_t slot = parent == LL_TSX_NONE ? count : parent;
    elements->parent[element] = parent;
    elements->previous[element] = last[slot];
    if (last[slot] != LL_TSX_NONE)
        elements->next[last[slot]] = element;
    else if (parent != LL_TSX_NONE)
        elements->first_child[parent] = element;
    else
        elements->first = element;
    last[slot] = element;
}

const ll_elements *ll_facts_elements(ll_facts *facts) {
    assert(facts->lesson);
    if (facts->elements)
        return facts->elements;
    const ll_tsx *tsx = facts->tsx;
    ll_arena *arena = facts->arena;
    uint32_t count = tsx->nodes.len;
    ll_elements *elements = LL_ARENA_NEW(arena, ll_elements);
    *elements = (ll_elements){filled(arena, count), filled(arena, count), filled(arena, count),
                              filled(arena, count), LL_TSX_NONE};
    uint32_t *last = filled(arena, count);
    LL_ARRAY(uint32_t) open = {0};
    for (uint32_t i = 0; i < count; i++) {
        if (tsx->nodes.at[i].kind != LL_TSX_ELEMENT)
            continue;
        while (open.len > 0 && tsx->nodes.at[open.at[open.len - 1]].after <= i)
            open.len--;
        append(elements, last, count, open.len ? open.at[open.len - 1] : LL_TSX_NONE, i);
        LL_ARRAY_PUSH(arena, &open, i);
    }
    return facts->elements = elements;
}
