/* A parsed selector: flat arrays whose items point at each other by index. */
#ifndef LL_RULE_SELECTOR_PARTS_H
#define LL_RULE_SELECTOR_PARTS_H

#include "rule/selector.h"

typedef enum ll_simple_kind {
    LL_SIMPLE_NAME,
    LL_SIMPLE_CLASS,
    LL_SIMPLE_PROP,
    LL_SIMPLE_SCOPE, /* the element that :has() is asked of */
    LL_SIMPLE_NOT,
    LL_SIMPLE_IS,
    LL_SIMPLE_HAS,
    LL_SIMPLE_FIRST_CHILD,
    LL_SIMPLE_LAST_CHILD,
    LL_SIMPLE_NTH_CHILD,
    LL_SIMPLE_EMPTY
} ll_simple_kind;

/* One condition on one element. */
typedef struct ll_simple {
    ll_simple_kind kind;
    ll_view name;
    char operation; /* of a prop: 0 is there, '=' '~' '*' '^' '$' */
    ll_view value;
    uint32_t number; /* of :nth-child */
    uint32_t list;   /* of :not, :is and :has: the first of its chains */
    uint32_t next;   /* of the same compound, or LL_SELECTOR_NONE; so below */
} ll_simple;

/* What has to be true of one element, and what stands to its left. */
typedef struct ll_compound {
    uint32_t simple; /* the first; LL_SELECTOR_NONE for `*` alone */
    char combinator; /* to `left`: ' ' '>' '+' '~' */
    uint32_t left;   /* or LL_SELECTOR_NONE */
} ll_compound;

/* One selector of a list, from its right end. */
typedef struct ll_chain {
    uint32_t last; /* compound */
    char reach;    /* of a chain in :has(): its leading combinator, else 0 */
    uint32_t next;
} ll_chain;

struct ll_selector {
    LL_ARRAY(ll_simple) simples;
    LL_ARRAY(ll_compound) compounds;
    LL_ARRAY(ll_chain) chains;
    uint32_t list;
};

#endif
