/* YAML into C structs: one document, checked against its schema, every error with its place. */
#ifndef LL_YAML_LOAD_H
#define LL_YAML_LOAD_H

#include "source/source.h"

#include <cyaml/cyaml.h>

/* Most bytes of one file, and how deep its mappings and sequences may nest. Aliases are refused:
 * a few lines of them can stand for gigabytes. */
#define LL_YAML_MOST ((size_t)1024 * 1024)
#define LL_YAML_DEPTH_MOST 20u

/* Where a value stands. */
typedef struct ll_yaml_place {
    ll_view path; /* "element.select", "options[1].name"; "" for the whole document */
    uint32_t line, column;
    uint32_t text_column; /* column of the first character of a text that stands on one line just as
                           * it reads (no escapes); 0 for every other value */
} ll_yaml_place;

/* The places of all values of one document. */
typedef struct ll_yaml_places {
    ll_view file;
    ll_view inside; /* a value, "rules[2]", that the paths of ll_yaml_places_find begin below;
                     * empty: the whole document */
    LL_ARRAY(ll_yaml_place) at;
} ll_yaml_places;

/* Reads `source` as one document of `schema`, whose top is a mapping with CYAML_FLAG_POINTER and
 * whose values are of the types IGNORE, BOOL, INT, UINT, FLOAT, ENUM, STRING (with POINTER),
 * MAPPING and SEQUENCE. `*data` is the filled struct (zero where an optional key is absent); it and
 * the places live until the arena is reset or freed.
 *
 * Stricter than cyaml alone: whole numbers are decimal, booleans are true or false (yes, no, on,
 * off), a key may not be given twice. Fails with LL_E_INVALID at the line and column of what is
 * wrong, and LL_E_LIMIT; `*data` and `*places` are then untouched. */
ll_status ll_yaml_load(void **data, ll_yaml_places **places, ll_arena *arena, ll_source *source,
                       const cyaml_schema_value_t *schema, ll_error *error);

/* The place of a value, or of the nearest value around it when it is not in the document; never
 * NULL for the places of a loaded document. */
const ll_yaml_place *ll_yaml_places_find(const ll_yaml_places *places, const char *path);

/* Fills in `*error` with LL_E_INVALID for the value at `path`, and returns it. `offset` points into
 * the text of the value, in code points: when the text does not stand in the file as it reads, the
 * message gets " (character N)" instead of the column. LL_YAML_WHOLE: the value itself. */
#define LL_YAML_WHOLE UINT32_MAX
ll_status ll_yaml_fail(ll_error *error, const ll_yaml_places *places, const char *path,
                       uint32_t offset, const char *format, ...);

#endif
