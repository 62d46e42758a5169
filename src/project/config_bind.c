/* What a configuration sets for rules, once the rules are known. */
#include "project/config_parts.h"

#include "base/error.h"
#include "project/glob.h"
#include "rule/file.h"
#include "text/decimal.h"

enum { SHOWN_MOST = 60 };

typedef struct binding {
    ll_arena *arena;
    const ll_rule_set *rules;
    ll_error *error;
} binding;

static ll_status fail_at(const binding *b, const ll_config_place *place, ll_view text) {
    return ll_error_set(b->error, LL_E_INVALID, place->file, place->line, place->column, "%.*s",
                        LL_VIEW_ARG(text));
}

static ll_status find_rule(const binding *b, ll_view id, const ll_config_place *place,
                           uint32_t *index) {
    *index = ll_rule_index(b->rules, id);
    if (*index != LL_RULE_NONE)
        return LL_OK;
    const char **names = LL_ARENA_ARRAY(b->arena, const char *, b->rules->len);
    for (uint32_t i = 0; i < b->rules->len; i++)
        names[i] = ll_arena_copy(b->arena, b->rules->at[i]->id).ptr;
    const char *near = ll_error_nearest(id, names, b->rules->len);
    return fail_at(b, place,
                   ll_arena_format(b->arena, "there is no rule \"%.*s\"%s%s%s",
                                   LL_VIEW_ARG(ll_view_cut(id, SHOWN_MOST)),
                                   near ? ": did you mean \"" : "; `lessonlint rules` lists all",
                                   near ? near : "", near ? "\"?" : ""));
}

static ll_status fail_option(const binding *b, const ll_config_option *option,
                             const ll_rule *rule) {
    const char **names = LL_ARENA_ARRAY(b->arena, const char *, rule->option_count + 1);
    ll_buffer text = {.arena = b->arena, .most = sizeof b->error->text};
    ll_buffer_add_format(&text, "rule %.*s has no option%s%.*s%s", LL_VIEW_ARG(rule->id),
                         rule->option_count ? " \"" : "s",
                         rule->option_count ? (int)ll_view_cut(option->node->key, SHOWN_MOST).len
                                            : 0,
                         option->node->key.ptr, rule->option_count ? "\"" : "");
    for (uint32_t i = 0; i < rule->option_count; i++)
        names[i] = ll_arena_copy(b->arena, rule->options[i].name).ptr;
    if (rule->option_count > 0)
        ll_yaml_suggest(option->node->key, names, rule->option_count, &text);
    return fail_at(b, &option->option_place, ll_buffer_view(&text));
}

static bool read_items(const binding *b, const ll_yaml_node *node, ll_option_value *value) {
    if (node->kind != LL_YAML_LIST || node->count > LL_RULE_ENTRIES_MOST)
        return false;
    ll_view *items = LL_ARENA_ARRAY(b->arena, ll_view, node->count);
    for (const ll_yaml_node *entry = node->first; entry; entry = entry->next) {
        if (entry->kind != LL_YAML_TEXT || entry->text.len == 0 ||
            entry->text.len > LL_RULE_NAME_MOST)
            return false;
        items[value->item_count++] = entry->text;
    }
    value->items = items;
    return true;
}

static bool read_value(const binding *b, ll_option_kind kind, const ll_yaml_node *node,
                       ll_option_value *value) {
    bool on = false;
    switch (kind) {
    case LL_OPTION_NUMBER:
        return ll_yaml_number(node, &value->number) && value->number <= LL_OPTION_MOST;
    case LL_OPTION_FLAG:
        if (!ll_yaml_switch(node, &on))
            return false;
        value->number = on;
        return true;
    case LL_OPTION_TEXT:
        value->text = node->text;
        return node->kind == LL_YAML_TEXT && node->text.len > 0 &&
               node->text.len <= LL_RULE_TEXT_MOST;
    case LL_OPTION_LIST:
        break;
    }
    return read_items(b, node, value);
}

static ll_status bind_option(const binding *b, ll_config_option *option) {
    static const char *const expected[] = {"a number from 0 to 1000000000", "true or false",
                                           "a text", "a list of at most 32 texts"};
    ll_status status = find_rule(b, option->rule, &option->place, &option->index);
    if (status != LL_OK)
        return status;
    const ll_rule *rule = b->rules->at[option->index];
    const ll_rule_option *known = ll_rule_option_find(rule, option->node->key);
    if (!known)
        return fail_option(b, option, rule);
    option->option = (uint32_t)(known - rule->options);
    option->value = (ll_option_value){0};
    if (read_value(b, known->kind, option->node, &option->value))
        return LL_OK;
    ll_config_place place = {option->place.file, option->node->line, option->node->column};
    bool shown = option->node->kind == LL_YAML_TEXT && option->node->text.len > 0;
    return fail_at(
        b, &place,
        ll_arena_format(b->arena, "expected %s for \"%.*s\", found %s%.*s%s", expected[known->kind],
                        LL_VIEW_ARG(known->name), shown ? "\"" : "",
                        shown ? (int)ll_view_cut(option->node->text, SHOWN_MOST).len
                              : (int)strlen(ll_yaml_kind_name(option->node->kind)),
                        shown ? option->node->text.ptr : ll_yaml_kind_name(option->node->kind),
                        shown ? "\"" : ""));
}

static ll_status bind_tuning(const binding *b, ll_config_tuning *tuning) {
    ll_status status = LL_OK;
    for (uint32_t i = 0; i < tuning->severities.len && status == LL_OK; i++)
        status = find_rule(b, tuning->severities.at[i].rule, &tuning->severities.at[i].place,
                           &tuning->severities.at[i].index);
    for (uint32_t i = 0; i < tuning->options.len && status == LL_OK; i++)
        status = bind_option(b, &tuning->options.at[i]);
    return status;
}

static void set_severity(ll_rule_setting *setting, ll_severity severity) {
    const ll_option_value *values = setting->values;
    *setting = (ll_rule_setting){.off = severity == LL_SEVERITY_OFF,
                                 .severity_set = severity != LL_SEVERITY_OFF,
                                 .severity = severity,
                                 .values = values};
}

static void set_option(ll_rule_setting *setting, ll_arena *arena, const ll_rule *rule,
                       const ll_config_option *option) {
    ll_option_value *values = LL_ARENA_ARRAY(arena, ll_option_value, rule->option_count);
    for (uint32_t i = 0; i < rule->option_count; i++)
        values[i] = *ll_rule_value_at(rule, setting, i);
    values[option->option] = option->value;
    setting->values = values;
}

static void tune(ll_rule_setting *settings, ll_arena *arena, const ll_rule_set *rules,
                 const ll_config_tuning *tuning) {
    for (uint32_t i = 0; i < tuning->severities.len; i++)
        set_severity(&settings[tuning->severities.at[i].index], tuning->severities.at[i].severity);
    for (uint32_t i = 0; i < tuning->options.len; i++) {
        const ll_config_option *option = &tuning->options.at[i];
        set_option(&settings[option->index], arena, rules->at[option->index], option);
    }
}

ll_rule_setting ll_config_switched_on(const ll_rule *rule) {
    if (rule->severity != LL_SEVERITY_OFF)
        return (ll_rule_setting){0};
    return (ll_rule_setting){.severity_set = true, .severity = LL_SEVERITY_POLISH};
}

ll_rule_setting *ll_config_settings(const ll_config *config, ll_arena *arena,
                                    const ll_rule_set *rules, uint64_t overrides) {
    ll_rule_setting *settings = LL_ARENA_ARRAY(arena, ll_rule_setting, rules->len);
    for (uint32_t i = 0; i < rules->len; i++) {
        if (config && config->all_rules)
            settings[i] = ll_config_switched_on(rules->at[i]);
        else
            settings[i].off = rules->at[i]->severity == LL_SEVERITY_OFF;
    }
    if (!config)
        return settings;
    tune(settings, arena, rules, &config->tuning);
    for (uint32_t i = 0; i < config->overrides.len; i++)
        if (overrides >> i & 1)
            tune(settings, arena, rules, &config->overrides.at[i].tuning);
    return settings;
}

/* Bounds that contradict each other, in any combination of what is set together. */
static ll_status check_bounds(const binding *b, const ll_config_tuning *base,
                              const ll_config_tuning *tuning) {
    for (uint32_t i = 0; i < tuning->options.len; i++) {
        const ll_config_option *option = &tuning->options.at[i];
        const ll_rule *rule = b->rules->at[option->index];
        ll_rule_setting *settings = LL_ARENA_ARRAY(b->arena, ll_rule_setting, b->rules->len);
        tune(settings, b->arena, b->rules, base);
        if (tuning != base)
            tune(settings, b->arena, b->rules, tuning);
        const ll_rule_setting *setting = &settings[option->index];
        const ll_option_value *least = ll_rule_value(rule, setting, LL_VIEW("min"));
        const ll_option_value *most = ll_rule_value(rule, setting, LL_VIEW("max"));
        if (least && most && least->number > most->number)
            return fail_at(b, &option->option_place,
                           ll_arena_format(b->arena, "of rule %.*s \"min\" is more than \"max\"",
                                           LL_VIEW_ARG(rule->id)));
    }
    return LL_OK;
}

ll_status ll_config_bind(ll_config *config, ll_arena *arena, const ll_rule_set *rules,
                         ll_error *error) {
    binding b = {arena, rules, error};
    ll_status status = bind_tuning(&b, &config->tuning);
    if (status == LL_OK)
        status = check_bounds(&b, &config->tuning, &config->tuning);
    for (uint32_t i = 0; i < config->overrides.len && status == LL_OK; i++) {
        status = bind_tuning(&b, &config->overrides.at[i].tuning);
        if (status == LL_OK)
            status = check_bounds(&b, &config->tuning, &config->overrides.at[i].tuning);
    }
    return status;
}

uint64_t ll_config_overrides(const ll_config *config, ll_arena *arena, ll_view path) {
    uint64_t found = 0;
    for (uint32_t i = 0; i < config->overrides.len; i++)
        for (uint32_t k = 0; k < config->overrides.at[i].files.len; k++)
            if (ll_glob_matches(arena, config->overrides.at[i].files.at[k], path, NULL))
                found |= (uint64_t)1 << i;
    return found;
}

ll_status ll_config_add_rules(const ll_config *config, ll_rule_set *rules, ll_arena *arena,
                              const char *const *checks, size_t check_count, ll_error *error) {
    size_t count;
    const ll_config_key *keys = ll_config_keys(&count);
    const char **others = LL_ARENA_ARRAY(arena, const char *, count + 1);
    size_t other_count = 0;
    for (size_t i = 0; i < count; i++)
        if (strcmp(keys[i].name, "rules") != 0)
            others[other_count++] = keys[i].name;
    ll_status status = LL_OK;
    for (uint32_t i = 0; i < config->files.len && status == LL_OK; i++)
        if (config->files.at[i].has_rules)
            status = ll_rules_load_list(rules, arena, config->files.at[i].source, others, checks,
                                        check_count, error);
    return status;
}
