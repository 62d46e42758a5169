/* Rules that stand in a file with other things. */
#include "rule/file.h"

typedef struct rule_list {
    ll_rule_file *rules;
    uint32_t count;
} rule_list;

/* The schema of the whole file: its other keys are passed over. */
static cyaml_schema_value_t *schema_of(ll_arena *arena, const char *const *others) {
    static const cyaml_schema_field_t list =
        CYAML_FIELD_SEQUENCE_COUNT("rules", CYAML_FLAG_POINTER, rule_list, rules, count,
                                   &ll_rule_entry_schema, 0, LL_RULES_MOST);
    static const cyaml_schema_field_t end = CYAML_FIELD_END;
    size_t count = 0;
    while (others[count])
        count++;
    cyaml_schema_field_t *fields = LL_ARENA_ARRAY(arena, cyaml_schema_field_t, count + 2);
    fields[0] = list;
    for (size_t i = 0; i < count; i++)
        fields[i + 1] = (cyaml_schema_field_t)CYAML_FIELD_IGNORE(others[i], CYAML_FLAG_OPTIONAL);
    fields[count + 1] = end;
    cyaml_schema_value_t *schema = LL_ARENA_NEW(arena, cyaml_schema_value_t);
    *schema = (cyaml_schema_value_t){CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, rule_list, fields)};
    return schema;
}

/* Whether a rule before it has the same id. */
static bool is_twin(const rule_list *list, uint32_t rule) {
    for (uint32_t i = 0; i < rule; i++)
        if (strcmp(list->rules[i].id, list->rules[rule].id) == 0)
            return true;
    return false;
}

ll_status ll_rules_load_list(ll_rule_set *rules, ll_arena *arena, ll_source *source,
                             const char *const *others, const char *const *checks,
                             size_t check_count, ll_error *error) {
    void *data = NULL;
    ll_yaml_places *places = NULL;
    ll_status status = ll_yaml_load(&data, &places, arena, source, schema_of(arena, others), error);
    if (status != LL_OK)
        return status;
    const rule_list *list = data;
    ll_rule_set grown = {LL_ARENA_ARRAY(arena, const ll_rule *, rules->len + list->count),
                         rules->len};
    for (uint32_t i = 0; i < rules->len; i++)
        grown.at[i] = rules->at[i];
    for (uint32_t i = 0; i < list->count && status == LL_OK; i++) {
        places->inside = ll_arena_format(arena, "rules[%u]", (unsigned)i);
        status = ll_rule_file_check(&list->rules[i], places, arena, checks, check_count, error);
        if (status == LL_OK && is_twin(list, i))
            status = ll_yaml_fail(error, places, "id", LL_YAML_WHOLE, "the same rule twice");
        if (status == LL_OK)
            status = ll_rule_put(&grown, arena, ll_rule_of_file(arena, &list->rules[i]),
                                 source->path, error);
    }
    if (status == LL_OK)
        *rules = grown;
    return status;
}
