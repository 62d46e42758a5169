/* Finding an entity by its name. */
#include "text/entities.h"

static const ll_html5_entity html5_entities[] = {
#include "text/html5.inc"
};

enum { HTML5_COUNT = sizeof html5_entities / sizeof *html5_entities };

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

const ll_html5_entity *ll_html5_entity_find(ll_view name) {
    size_t low = 0, high = HTML5_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = ll_view_compare(name, ll_view_of(html5_entities[middle].name));
        if (order == 0)
            return &html5_entities[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}
