/* Whether a scalar is what the schema asks for. */
#ifndef LL_YAML_CHECK_H
#define LL_YAML_CHECK_H

#include "base/buffer.h"
#include "yaml/load.h"

/* Whether a plain or quoted scalar fits a value of the schema; if not, `*problem` gets the sentence
 * to show ("expected …"). `name` is the key that it belongs to. */
bool ll_yaml_check_scalar(const cyaml_schema_value_t *schema, ll_view name, ll_view text,
                          ll_buffer *problem);

/* Writes what a value of this schema is called in a message: "a whole number", "a list of texts",
 * "a mapping with "text"". */
void ll_yaml_add_type(const cyaml_schema_value_t *schema, ll_buffer *problem);

/* Writes the sentence about a key that the mapping does not have. */
void ll_yaml_unknown_key(const cyaml_schema_field_t *fields, ll_view key, ll_buffer *problem);

#endif
