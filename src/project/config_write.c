/* Configurations as text: what holds, and a file to begin with. */
#include "project/config_parts.h"

#include "text/decimal.h"

enum { COLUMNS = 96 };

static void add_key(ll_buffer *out, const char *key) {
    ll_buffer_add_format(out, "%s: ", key);
}

static void add_texts(ll_buffer *out, const ll_view *texts, uint32_t count) {
    ll_buffer_add_byte(out, '[');
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0)
            ll_buffer_add_cstring(out, ", ");
        ll_yaml_write_text(out, texts[i]);
    }
    ll_buffer_add_byte(out, ']');
}

static void add_list(ll_buffer *out, const char *key, const ll_config_list *list) {
    if (list->len == 0)
        return;
    add_key(out, key);
    if (list->len == 1)
        ll_yaml_write_text(out, list->at[0]);
    else
        add_texts(out, list->at, list->len);
    ll_buffer_add_byte(out, '\n');
}

static void add_value(ll_buffer *out, ll_option_kind kind, const ll_option_value *value) {
    switch (kind) {
    case LL_OPTION_NUMBER:
        ll_buffer_add(out, ll_decimal_exact(out->arena, value->number));
        break;
    case LL_OPTION_FLAG:
        ll_buffer_add_cstring(out, value->number != 0 ? "true" : "false");
        break;
    case LL_OPTION_TEXT:
        ll_yaml_write_text(out, value->text);
        break;
    case LL_OPTION_LIST:
        add_texts(out, value->items, value->item_count);
        break;
    }
}

static void add_paths(ll_buffer *out, const ll_config *config) {
    add_list(out, "plans", &config->plans);
    add_list(out, "lessons", &config->lessons);
    add_list(out, "routes", &config->routes);
    add_list(out, "records", &config->records);
    add_list(out, "notebooks", &config->notebooks);
    if (config->aliases.len == 0)
        return;
    ll_buffer_add_cstring(out, "aliases:\n");
    for (uint32_t i = 0; i < config->aliases.len; i++) {
        ll_buffer_add_cstring(out, "  ");
        ll_yaml_write_text(out, config->aliases.at[i].from);
        ll_buffer_add_cstring(out, ": ");
        ll_yaml_write_text(out,
                           config->aliases.at[i].to.len ? config->aliases.at[i].to : LL_VIEW("."));
        ll_buffer_add_byte(out, '\n');
    }
}

/* The name that is shown comes first in its level. */
static void add_depths(ll_buffer *out, const ll_vocabulary *v) {
    ll_buffer_add_cstring(out, "depths:\n");
    for (uint32_t level = 0; level < v->depth_count; level++) {
        ll_buffer_add_cstring(out, "  - [");
        ll_yaml_write_text(out, v->depth_names[level]);
        for (uint32_t i = 0; i < v->depth_word_count; i++) {
            if (v->depths[i].depth != (ll_depth)level ||
                ll_view_equal(v->depths[i].word, v->depth_names[level]))
                continue;
            ll_buffer_add_cstring(out, ", ");
            ll_yaml_write_text(out, v->depths[i].word);
        }
        ll_buffer_add_cstring(out, "]\n");
    }
}

static void add_statuses(ll_buffer *out, const ll_vocabulary *v) {
    ll_buffer_add_cstring(out, "statuses:\n");
    for (int status = LL_STATUS_NONE; status <= LL_STATUS_MISSING; status++) {
        const char *lead = "";
        ll_buffer_add_format(out, "  %s: [", ll_config_status_names[status]);
        for (uint32_t i = 0; i < v->status_count; i++) {
            if (v->statuses[i].status != (ll_gap_status)status)
                continue;
            ll_buffer_add_cstring(out, lead);
            ll_yaml_write_text(out, v->statuses[i].word);
            lead = ", ";
        }
        ll_buffer_add_cstring(out, "]\n");
    }
}

static void add_sections(ll_buffer *out, const ll_config *config) {
    const char *lead = "sections:\n";
    for (int kind = 0; config && kind <= LL_SECTION_PHASE_3; kind++) {
        const ll_config_list *list = &config->words.sections[kind];
        if (list->len == 0)
            continue;
        ll_buffer_add_format(out, "%s  %s: ", lead, ll_plan_section_name((ll_section_kind)kind));
        add_texts(out, list->at, list->len);
        ll_buffer_add_byte(out, '\n');
        lead = "";
    }
}

static void add_column(ll_buffer *out, const ll_config *config, ll_table_kind table,
                       uint32_t column, const char **lead) {
    uint32_t names;
    ll_config_list list = {0};
    for (uint32_t i = 0; i < config->words.columns.len; i++) {
        const ll_column_word *word = &config->words.columns.at[i];
        if (word->table == table && word->column == column)
            LL_ARRAY_PUSH(out->arena, &list, word->word);
    }
    if (list.len == 0)
        return;
    ll_buffer_add_format(out, "%s    %s: ", *lead, ll_plan_columns(table, &names)[column]);
    add_texts(out, list.at, list.len);
    ll_buffer_add_byte(out, '\n');
    *lead = "";
}

static void add_columns(ll_buffer *out, const ll_config *config) {
    if (!config || config->words.columns.len == 0)
        return;
    ll_buffer_add_cstring(out, "columns:\n");
    for (int table = 0; table < LL_TABLE_KINDS; table++) {
        uint32_t count;
        ll_plan_columns((ll_table_kind)table, &count);
        const char *lead =
            ll_arena_format(out->arena, "  %s:\n", ll_plan_table_name((ll_table_kind)table)).ptr;
        for (uint32_t column = 0; column < count; column++)
            add_column(out, config, (ll_table_kind)table, column, &lead);
    }
}

static const char *word_kind(const ll_kind_word *word) {
    return word->kind == LL_WORD_POSITIVE   ? "positive"
           : word->kind == LL_WORD_NEGATIVE ? "negative"
                                            : ll_plan_family_name(word->family);
}

/* Words of one kind stand together, in the order of the first of each. */
static void add_words(ll_buffer *out, const ll_config *config) {
    uint32_t count = config ? config->words.kinds.len : 0;
    bool *done = LL_ARENA_ARRAY(out->arena, bool, count);
    for (uint32_t i = 0; i < count; i++) {
        ll_config_list list = {0};
        const char *name = word_kind(&config->words.kinds.at[i]);
        for (uint32_t k = i; k < count && !done[i]; k++) {
            if (done[k] || word_kind(&config->words.kinds.at[k]) != name)
                continue;
            LL_ARRAY_PUSH(out->arena, &list, config->words.kinds.at[k].word);
            done[k] = k > i;
        }
        if (list.len == 0)
            continue;
        ll_buffer_add_format(out, "%s  %s: ", i == 0 ? "words:\n" : "", name);
        add_texts(out, list.at, list.len);
        ll_buffer_add_byte(out, '\n');
    }
}

static void add_vocabulary(ll_buffer *out, const ll_config *config) {
    const ll_vocabulary *v = config ? &config->vocabulary : &ll_vocabulary_default;
    add_key(out, "language");
    ll_yaml_write_text(out, v->language);
    ll_buffer_add_byte(out, '\n');
    add_depths(out, v);
    add_key(out, "unknown-depths");
    add_texts(out, v->unknown_depths, v->unknown_depth_count);
    ll_buffer_add_byte(out, '\n');
    add_statuses(out, v);
    add_sections(out, config);
    add_columns(out, config);
    add_words(out, config);
}

/* What holds for each rule; as a comment where it is the rule's own. */
static void add_severities(ll_buffer *out, const ll_rule_set *rules,
                           const ll_rule_setting *settings) {
    ll_buffer_add_cstring(out, "severity:\n");
    bool any = false;
    for (uint32_t i = 0; i < rules->len; i++) {
        const ll_rule *rule = rules->at[i];
        const ll_rule_setting *setting = &settings[i];
        bool set = setting->severity_set || setting->off != (rule->severity == LL_SEVERITY_OFF);
        ll_severity severity = setting->off            ? LL_SEVERITY_OFF
                               : setting->severity_set ? setting->severity
                                                       : rule->severity;
        ll_buffer_add_format(out, "%s%.*s: %s\n", set ? "  " : "  # ", LL_VIEW_ARG(rule->id),
                             ll_severity_name(severity));
        any |= set;
    }
    if (!any)
        ll_buffer_add_cstring(out, "  {}\n");
}

static bool differs(const ll_rule *rule, const ll_rule_setting *setting) {
    return setting->values && rule->option_count > 0;
}

static void add_options(ll_buffer *out, const ll_rule_set *rules, const ll_rule_setting *settings) {
    bool any = false;
    ll_buffer_add_cstring(out, "options:\n");
    for (uint32_t i = 0; i < rules->len; i++) {
        const ll_rule *rule = rules->at[i];
        bool set = differs(rule, &settings[i]);
        if (rule->option_count == 0)
            continue;
        ll_buffer_add_format(out, "%s%.*s: {", set ? "  " : "  # ", LL_VIEW_ARG(rule->id));
        for (uint32_t k = 0; k < rule->option_count; k++) {
            ll_buffer_add_format(out, "%s%.*s: ", k ? ", " : " ",
                                 LL_VIEW_ARG(rule->options[k].name));
            add_value(out, rule->options[k].kind, ll_rule_value_at(rule, &settings[i], k));
        }
        ll_buffer_add_cstring(out, " }\n");
        any |= set;
    }
    if (!any)
        ll_buffer_add_cstring(out, "  {}\n");
}

static void add_overrides(ll_buffer *out, const ll_config *config, const ll_rule_set *rules) {
    for (uint32_t i = 0; i < config->overrides.len; i++) {
        const ll_config_override *one = &config->overrides.at[i];
        ll_buffer_add_cstring(out, i == 0 ? "overrides:\n  - files: " : "  - files: ");
        add_texts(out, one->files.at, one->files.len);
        for (uint32_t k = 0; k < one->tuning.severities.len; k++)
            ll_buffer_add_format(out, "%s      %.*s: %s\n", k == 0 ? "\n    severity:\n" : "",
                                 LL_VIEW_ARG(one->tuning.severities.at[k].rule),
                                 ll_severity_name(one->tuning.severities.at[k].severity));
        for (uint32_t k = 0; k < one->tuning.options.len; k++) {
            const ll_config_option *option = &one->tuning.options.at[k];
            bool same = k > 0 && ll_view_equal(one->tuning.options.at[k - 1].rule, option->rule);
            if (k == 0)
                ll_buffer_add_cstring(out, one->tuning.severities.len ? "    options:\n"
                                                                      : "\n    options:\n");
            if (!same)
                ll_buffer_add_format(out, "      %.*s:\n", LL_VIEW_ARG(option->rule));
            ll_buffer_add_format(out, "        %.*s: ", LL_VIEW_ARG(option->node->key));
            add_value(out, rules->at[option->index]->options[option->option].kind, &option->value);
            ll_buffer_add_byte(out, '\n');
        }
    }
}

void ll_config_write(const ll_config *config, const ll_rule_set *rules,
                     const ll_rule_setting *settings, ll_buffer *out) {
    if (config)
        add_paths(out, config);
    add_vocabulary(out, config);
    add_severities(out, rules, settings);
    add_options(out, rules, settings);
    if (config)
        add_overrides(out, config, rules);
    ll_config_write_rules(rules, out);
    ll_buffer_add_format(out, "verdict: { major-threshold: %u, polish-notes: %s }\n",
                         config ? config->major_threshold : 1,
                         config && config->polish_notes ? "true" : "false");
}

/* A comment in lines of COLUMNS. */
static void add_comment(ll_buffer *out, ll_view text) {
    size_t column = COLUMNS;
    for (size_t at = 0; at < text.len;) {
        size_t end = ll_view_find_byte(text, ' ', at);
        end = end == LL_VIEW_NONE ? text.len : end;
        if (column + 1 + (end - at) > COLUMNS) {
            ll_buffer_add_cstring(out, at == 0 ? "## " : "\n## ");
            column = 2;
        } else {
            ll_buffer_add_byte(out, ' ');
        }
        ll_buffer_add(out, ll_view_slice(text, at, end));
        column += 1 + end - at;
        at = end + 1;
    }
    ll_buffer_add_byte(out, '\n');
}

static void add_sample_rules(const ll_rule_set *rules, ll_buffer *out, bool options) {
    for (uint32_t i = 0; i < rules->len; i++) {
        const ll_rule *rule = rules->at[i];
        if (!options)
            ll_buffer_add_format(out, "#  %.*s: %s\n", LL_VIEW_ARG(rule->id),
                                 ll_severity_name(rule->severity));
        for (uint32_t k = 0; options && k < rule->option_count; k++) {
            if (k == 0)
                ll_buffer_add_format(out, "#  %.*s:\n", LL_VIEW_ARG(rule->id));
            ll_buffer_add_format(out, "#    %.*s: ", LL_VIEW_ARG(rule->options[k].name));
            add_value(out, rule->options[k].kind, &rule->options[k].value);
            ll_buffer_add_format(out, " # %.*s\n", LL_VIEW_ARG(rule->options[k].about));
        }
    }
}

void ll_config_write_sample(const ll_rule_set *rules, ll_buffer *out) {
    size_t count;
    const ll_config_key *keys = ll_config_keys(&count);
    ll_buffer_add_cstring(
        out,
        "## Configuration of lessonlint. A line with one # is a setting: take the # away to use "
        "it.\n## All of it is explained in docs/configuration.md.\n");
    for (size_t i = 0; i < count; i++) {
        ll_buffer_add_byte(out, '\n');
        add_comment(out, ll_view_of(keys[i].about));
        if (keys[i].sample) {
            ll_buffer_add_format(out, "#%s", keys[i].sample);
            continue;
        }
        ll_buffer_add_format(out, "#%s:\n", keys[i].name);
        add_sample_rules(rules, out, strcmp(keys[i].name, "options") == 0);
    }
}
