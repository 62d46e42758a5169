/* Finding an entity by its name. */
#include "text/entities.h"

const ll_entity *ll_entity_find(ll_view name) {
    size_t low = 0, high = LL_ENTITY_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = ll_view_compare(name, ll_view_of(ll_entities[middle].name));
        if (order == 0)
            return &ll_entities[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}
