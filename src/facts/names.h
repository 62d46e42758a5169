/* The elements of a lesson and their names. */
#ifndef LL_FACTS_NAMES_H
#define LL_FACTS_NAMES_H

#include "facts/facts.h"

typedef struct ll_element_name {
    ll_view name;
    uint32_t first;     /* the first element that has it */
    bool host, plain;   /* ll_tsx_is_host, ll_facts_is_plain_block */
    uint32_t component; /* ll_lesson_component of one that is no host */
} ll_element_name;

typedef struct ll_named_element {
    uint32_t node;
    uint32_t name; /* index into `all` */
} ll_named_element;

typedef struct ll_names {
    LL_ARRAY(ll_element_name) all;       /* each name once, in the order of their first elements */
    LL_ARRAY(ll_named_element) elements; /* in the order of the source */
    uint32_t *of_node;                   /* by node, of those that are elements: index into `all` */
    uint32_t *slots;                     /* hash table of `all`: index + 1, 0 when free */
    uint32_t mask;
} ll_names;

/* Made at the first call. Asserts that there is a lesson. */
const ll_names *ll_facts_names(ll_facts *facts);

/* The number of an element's name in ll_facts_names. */
uint32_t ll_facts_name_of(ll_facts *facts, uint32_t element);

/* What an element's name says. */
static inline const ll_element_name *ll_names_at(const ll_names *names, uint32_t element) {
    return &names->all.at[names->of_node[element]];
}

/* The number of a name, or LL_TSX_NONE when no element has it. Asserts that there is a lesson. */
uint32_t ll_facts_find_name(ll_facts *facts, ll_view name);

/* The first element with this name, or LL_TSX_NONE. Asserts that there is a lesson. */
uint32_t ll_facts_first_element(ll_facts *facts, ll_view name);

#endif
