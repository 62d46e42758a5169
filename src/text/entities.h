/* Named entities: those that JSX knows, which are the ones of HTML 4 and `apos`, and all of HTML5,
 * which Markdown knows. */
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

enum { LL_HTML5_NAME_MOST = 31 /* "CounterClockwiseContourIntegral" */ };

typedef struct ll_html5_entity {
    char name[LL_HTML5_NAME_MOST + 1];
    uint32_t codes[2]; /* code points; the second is 0 when there is one alone */
} ll_html5_entity;

/* The same among all names of HTML5. */
const ll_html5_entity *ll_html5_entity_find(ll_view name);

#endif
