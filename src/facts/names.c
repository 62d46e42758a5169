/* The elements of a lesson by name: most rules ask for a few names, or ask of each element what its
 * name alone answers. */
#include "facts/names.h"

#include <assert.h>

enum { FIRST_SLOTS = 256 /* a power of two, as all sizes of the table are */ };

/* The slot of a name, or the free one where it belongs. */
static uint32_t *find_slot(const ll_names *names, ll_view name) {
    uint32_t at = (uint32_t)ll_view_key(name) & names->mask;
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

static ll_element_name know(const ll_facts *facts, uint32_t node, ll_view name) {
    bool host = ll_tsx_is_host(facts->tsx, node);
    return (ll_element_name){.name = name,
                             .first = node,
                             .host = host,
                             .plain = ll_facts_is_plain_block(name),
                             .component =
                                 host ? LL_LESSON_NONE : ll_lesson_component(facts->lesson, name)};
}

static void add(const ll_facts *facts, ll_names *names, uint32_t node) {
    ll_view name = ll_tsx_lead(facts->tsx, node);
    if (names->all.len * 2 > names->mask)
        enlarge(facts->arena, names);
    uint32_t *slot = find_slot(names, name);
    if (*slot == 0) {
        LL_ARRAY_PUSH(facts->arena, &names->all, know(facts, node, name));
        *slot = names->all.len;
    }
    names->of_node[node] = *slot - 1;
    LL_ARRAY_PUSH(facts->arena, &names->elements, ((ll_named_element){node, *slot - 1}));
}

const ll_names *ll_facts_names(ll_facts *facts) {
    assert(facts->lesson);
    if (facts->names)
        return facts->names;
    const ll_tsx *tsx = facts->tsx;
    facts->names = LL_ARENA_NEW(facts->arena, ll_names);
    enlarge(facts->arena, facts->names);
    facts->names->of_node = LL_ARENA_ARRAY(facts->arena, uint32_t, tsx->nodes.len + 1u);
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_ELEMENT)
            add(facts, facts->names, i);
    return facts->names;
}

uint32_t ll_facts_name_of(ll_facts *facts, uint32_t element) {
    assert(facts->tsx->nodes.at[element].kind == LL_TSX_ELEMENT);
    return ll_facts_names(facts)->of_node[element];
}

uint32_t ll_facts_find_name(ll_facts *facts, ll_view name) {
    uint32_t slot = *find_slot(ll_facts_names(facts), name);
    return slot ? slot - 1 : LL_TSX_NONE;
}

uint32_t ll_facts_first_element(ll_facts *facts, ll_view name) {
    uint32_t found = ll_facts_find_name(facts, name);
    return found == LL_TSX_NONE ? LL_TSX_NONE : facts->names->all.at[found].first;
}
