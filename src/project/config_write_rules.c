/* The rules of a configuration as YAML that can be read again. */
#include "project/config_parts.h"

#include "text/decimal.h"

static void add_text(ll_buffer *out, const char *lead, const char *key, ll_view text) {
    if (text.len == 0)
        return;
    ll_buffer_add_format(out, "%s%s: ", lead, key);
    ll_yaml_write_text(out, text);
    ll_buffer_add_byte(out, '\n');
}

static void add_names(ll_buffer *out, const char *lead, const char *key, const ll_view *names,
                      uint32_t count) {
    ll_buffer_add_format(out, "%s%s: [", lead, key);
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0)
            ll_buffer_add_cstring(out, ", ");
        ll_yaml_write_text(out, names[i]);
    }
    ll_buffer_add_cstring(out, "]\n");
}

static void add_texts(ll_buffer *out, const ll_rule *rule) {
    static const char *const lead = "    ";
    add_text(out, lead, "title", rule->title);
    add_text(out, lead, "message", rule->message);
    add_text(out, lead, "issue", rule->issue);
    add_text(out, lead, "impact", rule->impact);
    add_text(out, lead, "fix", rule->fix);
    add_text(out, lead, "praise", rule->praise);
    add_text(out, lead, "noun", rule->noun);
}

/* By ll_rule_within. */
static const char *const within_lines[] = {"", "      within: root\n", "      within: lesson\n"};

static void add_part(ll_buffer *out, const ll_rule *rule) {
    static const char *const lead = "      ";
    const ll_rule_element *element = &rule->element;
    switch (rule->kind) {
    case LL_RULE_TEXT:
        ll_buffer_add_cstring(out, "    text:\n");
        add_names(out, lead, "scopes", rule->text.scopes, rule->text.scope_count);
        add_text(out, lead, "pattern", rule->text.pattern);
        add_text(out, lead, "unless", rule->text.unless);
        add_text(out, lead, "replace", rule->text.replace);
        break;
    case LL_RULE_ELEMENT:
        ll_buffer_add_cstring(out, "    element:\n");
        add_text(out, lead, "select", element->select);
        add_text(out, lead, "unless", element->unless);
        ll_buffer_add_format(out, "%s%srequire: %s\n%smin: %u\n%smax: %u\n%s",
                             within_lines[element->within], lead,
                             element->require ? "true" : "false", lead, element->min, lead,
                             element->max, element->outermost ? "      outermost: true\n" : "");
        break;
    case LL_RULE_COUNT:
        ll_buffer_add_cstring(out, "    count:\n");
        add_text(out, lead, "of", rule->count.of);
        for (uint32_t i = 0; i < rule->option_count; i++)
            ll_buffer_add_format(
                out, "%s%.*s: %.*s\n", lead, LL_VIEW_ARG(rule->options[i].name),
                LL_VIEW_ARG(ll_decimal_exact(out->arena, rule->options[i].value.number)));
        break;
    case LL_RULE_CHECK:
        break;
    }
}

static void add_option(ll_buffer *out, const ll_rule_option *option) {
    add_text(out, "      - ", "name", option->name);
    switch (option->kind) {
    case LL_OPTION_NUMBER:
        ll_buffer_add_format(out, "        value: %.*s\n",
                             LL_VIEW_ARG(ll_decimal_exact(out->arena, option->value.number)));
        break;
    case LL_OPTION_FLAG:
        ll_buffer_add_format(out, "        flag: %s\n",
                             option->value.number != 0 ? "true" : "false");
        break;
    case LL_OPTION_TEXT:
        add_text(out, "        ", "text", option->value.text);
        break;
    case LL_OPTION_LIST:
        add_names(out, "        ", "items", option->value.items, option->value.item_count);
        break;
    }
    add_text(out, "        ", "about", option->about);
}

static void add_case(ll_buffer *out, const ll_rule_case *one) {
    add_text(out, "      - ", "name", one->name);
    ll_buffer_add_format(out, "        severity: %s\n        confidence: %s\n",
                         ll_severity_name(one->severity),
                         one->confidence == LL_CONFIDENCE_VERIFY ? "verify" : "exact");
    add_text(out, "        ", "problem", one->problem);
}

static void add_when(ll_buffer *out, const ll_rule *rule) {
    bool any = false;
    for (int load = LL_LOAD_BUILD; load <= LL_LOAD_CONSOLIDATE; load++) {
        if (!(rule->loads & 1u << load))
            continue;
        ll_buffer_add_format(out, "%s%s", any ? ", " : "    when: { load: [",
                             ll_load_name((ll_load)load));
        any = true;
    }
    ll_buffer_add_cstring(out, any ? "] }\n" : "");
}

static void add_valid(ll_buffer *out, const ll_rule *rule) {
    bool any = false;
    for (uint32_t i = 0; i < rule->snippet_count; i++) {
        if (rule->snippets[i].invalid)
            continue;
        ll_buffer_add_cstring(out, any ? "      - " : "    valid:\n      - ");
        ll_yaml_write_text(out, rule->snippets[i].text);
        ll_buffer_add_byte(out, '\n');
        any = true;
    }
}

static void add_invalid(ll_buffer *out, const ll_rule *rule) {
    bool any = false;
    for (uint32_t i = 0; i < rule->snippet_count; i++) {
        const ll_rule_snippet *snippet = &rule->snippets[i];
        if (!snippet->invalid)
            continue;
        ll_buffer_add_cstring(out, any ? "" : "    invalid:\n");
        add_text(out, "      - ", "text", snippet->text);
        if (snippet->place_count > 0)
            add_names(out, "        ", "at", snippet->places, snippet->place_count);
        else if (snippet->count > 0)
            ll_buffer_add_format(out, "        count: %u\n", snippet->count);
        any = true;
    }
}

static void add_rule(ll_buffer *out, const ll_rule *rule) {
    bool plan = rule->reads[LL_DOCUMENT_PLAN], lesson = rule->reads[LL_DOCUMENT_LESSON];
    add_text(out, "  - ", "id", rule->id);
    ll_buffer_add_format(out, "    kind: %s\n    severity: %s\n    confidence: %s\n",
                         ll_rule_kind_name(rule->kind), ll_severity_name(rule->severity),
                         rule->confidence == LL_CONFIDENCE_VERIFY ? "verify" : "exact");
    ll_buffer_add_cstring(out, rule->history ? "    about: history\n" : "");
    add_text(out, "    ", "since", rule->since);
    ll_buffer_add_format(out, "    reads: [%s%s%s%s]\n", plan ? "plan" : "",
                         plan && lesson ? ", " : "", lesson ? "lesson" : "",
                         rule->reads[LL_READS_WIDGETS] ? ", widgets" : "");
    add_when(out, rule);
    add_texts(out, rule);
    if (rule->value_count > 0)
        add_names(out, "    ", "values", rule->values, rule->value_count);
    for (uint32_t i = 0; rule->kind == LL_RULE_CHECK && i < rule->option_count; i++) {
        ll_buffer_add_cstring(out, i == 0 ? "    options:\n" : "");
        add_option(out, &rule->options[i]);
    }
    for (uint32_t i = 0; i < rule->case_count; i++) {
        ll_buffer_add_cstring(out, i == 0 ? "    cases:\n" : "");
        add_case(out, &rule->cases[i]);
    }
    add_part(out, rule);
    add_valid(out, rule);
    add_invalid(out, rule);
}

static bool is_shipped(const ll_rule *rule) {
    return rule >= ll_shipped_rules && rule < ll_shipped_rules + ll_shipped_rule_count;
}

void ll_config_write_rules(const ll_rule_set *rules, ll_buffer *out) {
    bool any = false;
    for (uint32_t i = 0; i < rules->len; i++) {
        if (is_shipped(rules->at[i]))
            continue;
        ll_buffer_add_cstring(out, any ? "" : "rules:\n");
        add_rule(out, rules->at[i]);
        any = true;
    }
}
