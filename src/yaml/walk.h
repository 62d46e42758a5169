/* The pass over a document before it is loaded: finds what is wrong, and where everything stands.
 */
#ifndef LL_YAML_WALK_H
#define LL_YAML_WALK_H

#include "yaml/load.h"

/* Compares the events of libyaml with the schema and adds a place for each value. Fails as
 * ll_yaml_load does. */
ll_status ll_yaml_walk(ll_yaml_places *places, ll_arena *arena, ll_source *source,
                       const cyaml_schema_value_t *schema, ll_error *error);

#endif
