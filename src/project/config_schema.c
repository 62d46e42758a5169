/* The JSON Schema of configurations, of the same tables by which they are read. */
#include "project/config_parts.h"

#include "rule/file.h"
#include "text/languages.h"

static void begin_object(ll_buffer *out, const char *name) {
    ll_buffer_add_format(out,
                         ",\n\"%s\": { \"type\": \"object\", \"additionalProperties\": false, "
                         "\"properties\": {",
                         name);
}

static void add_lists(ll_buffer *out, const char *name, const char *const *names, size_t count) {
    const char *lead = "";
    begin_object(out, name);
    for (size_t i = 0; i < count; i++) {
        if (!names[i])
            continue;
        ll_buffer_add_format(out, "%s\n\"%s\": { \"$ref\": \"#/$defs/texts\" }", lead, names[i]);
        lead = ",";
    }
    ll_buffer_add_cstring(out, "} }");
}

static void add_language(ll_buffer *out) {
    size_t count;
    const char *const *names = ll_text_languages(&count);
    ll_buffer_add_cstring(out, ",\n\"language\": { \"enum\": [");
    for (size_t i = 0; i < count; i++)
        ll_buffer_add_format(out, "%s\"%s\"", i ? ", " : "", names[i]);
    ll_buffer_add_cstring(out, "] }");
}

static void add_words(ll_buffer *out) {
    const char *sections[LL_SECTION_PHASE_3 + 1] = {0};
    const char *words[] = {"visual",    "symbolic",  "interactive", "concrete", "verbal",
                           "intuitive", "geometric", "positive",    "negative"};
    for (int i = 0; i <= LL_SECTION_PHASE_3; i++)
        sections[i] = ll_plan_section_name((ll_section_kind)i);
    add_lists(out, "statuses", ll_config_status_names, LL_STATUS_MISSING + 1);
    add_lists(out, "sections", sections, LL_SECTION_PHASE_3 + 1);
    add_lists(out, "words", words, sizeof words / sizeof *words);
    begin_object(out, "columns");
    for (int i = 0; i < LL_TABLE_KINDS; i++)
        ll_buffer_add_format(out, "%s\n\"%s\": { \"$ref\": \"#/$defs/columns-%s\" }", i ? "," : "",
                             ll_plan_table_name((ll_table_kind)i),
                             ll_plan_table_name((ll_table_kind)i));
    ll_buffer_add_cstring(out, "} }");
    for (int i = 0; i < LL_TABLE_KINDS; i++) {
        uint32_t count;
        const char *const *columns = ll_plan_columns((ll_table_kind)i, &count);
        ll_view name =
            ll_arena_format(out->arena, "columns-%s", ll_plan_table_name((ll_table_kind)i));
        add_lists(out, name.ptr, columns, count);
    }
}

/* Rules of a user's own are not in the table: any other id is possible, too. */
static void add_severities(ll_buffer *out, const ll_rule_set *rules) {
    ll_buffer_add_cstring(out, ",\n\"level\": { \"enum\": [\"critical\", \"improvement\", "
                               "\"polish\", \"off\"] },\n\"severity\": { \"type\": \"object\", "
                               "\"additionalProperties\": { \"$ref\": \"#/$defs/level\" }, "
                               "\"properties\": {");
    for (uint32_t i = 0; i < rules->len; i++)
        ll_buffer_add_format(out, "%s\n\"%.*s\": { \"$ref\": \"#/$defs/level\" }", i ? "," : "",
                             LL_VIEW_ARG(rules->at[i]->id));
    ll_buffer_add_cstring(out, "} }");
}

#define ONE_TEXT "{ \"type\": \"string\", \"minLength\": 1 }"

static void add_options(ll_buffer *out, const ll_rule_set *rules) {
    static const char *const kinds[] = {
        "{ \"type\": \"number\", \"minimum\": 0, \"maximum\": 1000000000 }",
        "{ \"enum\": [true, false, \"yes\", \"no\", \"on\", \"off\"] }", ONE_TEXT,
        "{ \"type\": \"array\", \"maxItems\": 32, \"items\": " ONE_TEXT " }"};
    ll_buffer_add_cstring(out, ",\n\"options\": { \"type\": \"object\", \"additionalProperties\": "
                               "{ \"type\": \"object\" }, \"properties\": {");
    for (uint32_t i = 0; i < rules->len; i++) {
        const ll_rule *rule = rules->at[i];
        ll_buffer_add_format(out,
                             "%s\n\"%.*s\": { \"type\": \"object\", \"additionalProperties\": "
                             "false, \"properties\": {",
                             i ? "," : "", LL_VIEW_ARG(rule->id));
        for (uint32_t k = 0; k < rule->option_count; k++)
            ll_buffer_add_format(out, "%s\n  \"%.*s\": %s", k ? "," : "",
                                 LL_VIEW_ARG(rule->options[k].name), kinds[rule->options[k].kind]);
        ll_buffer_add_cstring(out, "} }");
    }
    ll_buffer_add_cstring(out, "} }");
}

void ll_config_write_schema(const ll_rule_set *rules, ll_buffer *out) {
    size_t count;
    const ll_config_key *keys = ll_config_keys(&count);
    ll_buffer_add_cstring(out, "{\n\"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
                               "\"title\": \"Configuration of lessonlint\",\n"
                               "\"type\": [\"object\", \"null\"],\n"
                               "\"additionalProperties\": false,\n\"properties\": {");
    for (size_t i = 0; i < count; i++) {
        ll_buffer_add_format(out, "%s\n\"%s\": { \"description\": ", i ? "," : "", keys[i].name);
        ll_buffer_add_byte(out, '"');
        ll_buffer_add_cstring(out, keys[i].about);
        ll_buffer_add_format(out, "\", \"allOf\": [%s] }", keys[i].schema);
    }
    ll_buffer_add_cstring(
        out,
        "},\n\"$defs\": {\n\"texts\": { \"anyOf\": [{ \"type\": \"string\", \"minLength\": 1 }, "
        "{ \"type\": \"array\", \"minItems\": 1, \"maxItems\": 200, \"items\": { \"type\": "
        "\"string\", \"minLength\": 1 } }] }");
    ll_buffer_add_cstring(
        out,
        ",\n\"path\": { \"type\": \"string\", \"minLength\": 1, \"maxLength\": 1000, "
        "\"pattern\": \"^(?!/)(?!.*(?:^|/)\\\\.\\\\.?(?:/|$))\" },\n\"paths\": { \"anyOf\": "
        "[{ \"$ref\": \"#/$defs/path\" }, { \"type\": \"array\", \"minItems\": 1, \"maxItems\": "
        "200, \"items\": { \"$ref\": \"#/$defs/path\" } }] }");
    add_language(out);
    add_words(out);
    add_severities(out, rules);
    add_options(out, rules);
    ll_buffer_add_cstring(out, ",\n\"rule\": ");
    ll_rule_write_schema(out);
    ll_buffer_add_cstring(out, "\n}\n}\n");
}
