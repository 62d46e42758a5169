/* The elements of a lesson by name: most rules ask for a few names, or ask of each element what its
 * name alone answers. */
#include "facts/names.h"

#include <assert.h>

enum { FIRST_SLOTS = 256 /* a power of two, as all sizes of the table are */ };

/* The slot of a name, or the free one where it belongs. */
static uint32_t *find_slot(const ll_names *names, ll_view name) {
    uint32_t at = (uint32_t)ll_view_hash(name) & names->mask;
    while (names->slots[at] && !ll_view_equal(names->all.at[names->slots[at] - 1].name, name))
        at = (at + 1) & names->mask;
    return &names->slots[at];
}

static void enlarge(ll_arena *arena, ll_names *names) {
    uint32_t size = names->slots ? (names->mask + 1) * 4 : FIRST_SLOTS;
    names->slots = LL_ARENA_ARRAY(arena, uint32_t, size);
    names->mask = size - 1;
    for (uint32_t i = 0; i < names->all.len; i++)
        *find_slot(names, names->all.at[i].name) = i + 1;
}

static void add(ll_arena *arena, ll_names *names, uint32_t node, ll_view name) {
    if (names->all.len * 2 > names->mask)
        enlarge(arena, names);
    uint32_t *slot = find_slot(names, name);
    if (*slot == 0) {
        LL_ARRAY_PUSH(arena, &names->all, ((ll_element_name){name, node}));
        *slot = names->all.len;
    }
    LL_ARRAY_PUSH(arena, &names->elements, ((ll_named_element){node, *slot - 1}));
}

const ll_names *ll_facts_names(ll_facts *facts) {
    assert(facts->tsx);
    if (facts->names)
        return facts->names;
    const ll_tsx *tsx = facts->tsx;
    facts->names = LL_ARENA_NEW(facts->arena, ll_names);
    enlarge(facts->arena, facts->names);
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_ELEMENT)
            add(facts->arena, facts->names, i, ll_tsx_lead(tsx, i));
    return facts->names;
}

uint32_t ll_facts_name_of(ll_facts *facts, uint32_t element) {
    uint32_t slot = *find_slot(ll_facts_names(facts), ll_tsx_lead(facts->tsx, element));
    assert(slot > 0);
    return slot - 1;
}

uint32_t ll_facts_first_element(ll_facts *facts, ll_view name) {
    const ll_names *names = ll_facts_names(facts);
    uint32_t slot = *find_slot(names, name);
    return slot ? names->all.at[slot - 1].first : LL_TSX_NONE;
}
