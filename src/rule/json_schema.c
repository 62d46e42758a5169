/* The schema of rule files as JSON Schema. */
#include "rule/file.h"

static void add_string(ll_buffer *out, const char *text) {
    ll_buffer_add_format(out, "\"%s\"", text);
}

static void add_enum(const cyaml_schema_value_t *schema, ll_buffer *out) {
    ll_buffer_add_cstring(out, "\"enum\": [");
    for (uint32_t i = 0; i < schema->enumeration.count; i++) {
        ll_buffer_add_cstring(out, i ? ", " : "");
        add_string(out, schema->enumeration.strings[i].str);
    }
    ll_buffer_add_byte(out, ']');
}

static void add_value(const cyaml_schema_value_t *schema, ll_buffer *out);

/* Fields are tables of this program, a few levels deep. */
static void add_mapping(const cyaml_schema_value_t *schema, ll_buffer *out) {
    const cyaml_schema_field_t *fields = schema->mapping.fields;
    bool any = false;
    ll_buffer_add_cstring(out, "\"type\": \"object\", \"additionalProperties\": false,\n"
                               "\"properties\": {");
    for (uint32_t i = 0; fields[i].key; i++) {
        ll_buffer_add_format(out, "%s\n\"%s\": ", i ? "," : "", fields[i].key);
        add_value(&fields[i].value, out);
    }
    ll_buffer_add_cstring(out, "},\n\"required\": [");
    for (uint32_t i = 0; fields[i].key; i++) {
        if (fields[i].value.flags & CYAML_FLAG_OPTIONAL)
            continue;
        ll_buffer_add_cstring(out, any ? ", " : "");
        add_string(out, fields[i].key);
        any = true;
    }
    ll_buffer_add_byte(out, ']');
}

static void add_value(const cyaml_schema_value_t *schema, ll_buffer *out) {
    ll_buffer_add_byte(out, '{');
    switch (schema->type) {
    case CYAML_ENUM:
        add_enum(schema, out);
        break;
    case CYAML_BOOL:
        ll_buffer_add_cstring(out, "\"type\": \"boolean\"");
        break;
    case CYAML_UINT:
        ll_buffer_add_cstring(out, "\"type\": \"integer\", \"minimum\": 0");
        break;
    case CYAML_FLOAT:
        ll_buffer_add_cstring(out, "\"type\": \"number\", \"minimum\": 0");
        break;
    case CYAML_MAPPING:
        add_mapping(schema, out);
        break;
    case CYAML_SEQUENCE:
        ll_buffer_add_format(out,
                             "\"type\": \"array\", \"minItems\": %u, \"maxItems\": %u, "
                             "\"items\": ",
                             (unsigned)schema->sequence.min, (unsigned)schema->sequence.max);
        add_value(schema->sequence.entry, out);
        break;
    default:
        ll_buffer_add_format(out, "\"type\": \"string\", \"minLength\": %u, \"maxLength\": %u",
                             (unsigned)schema->string.min, (unsigned)schema->string.max);
        break;
    }
    ll_buffer_add_byte(out, '}');
}

void ll_rule_write_schema(ll_buffer *out) {
    add_value(&ll_rule_entry_schema, out);
}
