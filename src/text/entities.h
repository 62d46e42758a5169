/* The named entities of HTML 4, and `apos`: those that JSX knows, and that prose is written with.
 */
#ifndef LL_TEXT_ENTITIES_H
#define LL_TEXT_ENTITIES_H

#include "base/view.h"

enum { LL_ENTITY_COUNT = 253, LL_ENTITY_NAME_MOST = 8 /* "thetasym" */ };

typedef struct ll_entity {
    char name[LL_ENTITY_NAME_MOST + 1];
    uint16_t code; /* code point */
} ll_entity;

/* Sorted by the bytes of the names. */
extern const ll_entity ll_entities[LL_ENTITY_COUNT];

/* The entity of this name, without & and semicolon; NULL when there is none. */
const ll_entity *ll_entity_find(ll_view name);

#endif
