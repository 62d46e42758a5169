/* The named entities of JSX. */
#ifndef LL_TSX_ENTITIES_H
#define LL_TSX_ENTITIES_H

#include <stdint.h>

enum { LL_ENTITY_COUNT = 253 };

typedef struct ll_entity {
    char name[9]; /* the longest is "thetasym" */
    uint16_t code;
} ll_entity;

/* Sorted by the bytes of the names. */
extern const ll_entity ll_entities[LL_ENTITY_COUNT];

#endif
