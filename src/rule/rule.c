/* Looking things up in rules. */
#include "rule/rule.h"

#include "base/buffer.h"
#include "text/decimal.h"

#include <assert.h>

const char *ll_rule_kind_name(ll_rule_kind kind) {
    static const char *const names[] = {"text", "element", "count", "check"};
    return names[kind];
}

uint32_t ll_rule_position(const ll_rule_set *rules, ll_view id) {
    uint32_t low = 0, high = rules->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (ll_view_compare(rules->at[middle]->id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t ll_rule_index(const ll_rule_set *rules, ll_view id) {
    uint32_t at = ll_rule_position(rules, id);
    return at < rules->len && ll_view_equal(rules->at[at]->id, id) ? at : LL_RULE_NONE;
}

const ll_rule *ll_rule_find(const ll_rule_set *rules, ll_view id) {
    uint32_t index = ll_rule_index(rules, id);
    return index == LL_RULE_NONE ? NULL : rules->at[index];
}

const ll_rule_option *ll_rule_option_find(const ll_rule *rule, ll_view name) {
    for (uint32_t i = 0; i < rule->option_count; i++)
        if (ll_view_equal(rule->options[i].name, name))
            return &rule->options[i];
    return NULL;
}

const ll_option_value *ll_rule_value_at(const ll_rule *rule, const ll_rule_setting *setting,
                                        uint32_t option) {
    assert(option < rule->option_count);
    return setting && setting->values ? &setting->values[option] : &rule->options[option].value;
}

const ll_option_value *ll_rule_value(const ll_rule *rule, const ll_rule_setting *setting,
                                     ll_view name) {
    const ll_rule_option *option = ll_rule_option_find(rule, name);
    return option ? ll_rule_value_at(rule, setting, (uint32_t)(option - rule->options)) : NULL;
}

static ll_view joined(ll_arena *arena, const ll_view *items, uint32_t count) {
    ll_buffer list = {.arena = arena, .most = SIZE_MAX};
    for (uint32_t i = 0; i < count; i++)
        ll_buffer_add_format(&list, "%s%.*s", i ? ", " : "", LL_VIEW_ARG(items[i]));
    return ll_buffer_view(&list);
}

ll_view ll_option_show(ll_arena *arena, ll_option_kind kind, const ll_option_value *value) {
    switch (kind) {
    case LL_OPTION_NUMBER:
        return ll_decimal_short(arena, value->number);
    case LL_OPTION_FLAG:
        return value->number != 0 ? LL_VIEW("on") : LL_VIEW("off");
    case LL_OPTION_TEXT:
        return value->text;
    case LL_OPTION_LIST:
        break;
    }
    return joined(arena, value->items, value->item_count);
}

const ll_rule_case *ll_rule_case_find(const ll_rule *rule, ll_view name) {
    for (uint32_t i = 0; i < rule->case_count; i++)
        if (ll_view_equal(rule->cases[i].name, name))
            return &rule->cases[i];
    return NULL;
}

ll_values ll_rule_placeholders(ll_arena *arena, const ll_rule *rule, const char *open,
                               const char *close) {
    ll_values values = {0};
    for (uint32_t i = 0; i < rule->option_count; i++)
        LL_ARRAY_PUSH(
            arena, &values,
            ((ll_value){ll_arena_copy(arena, rule->options[i].name).ptr,
                        ll_option_show(arena, rule->options[i].kind, &rule->options[i].value)}));
    static const char *const common[] = {"section", "problem"};
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        LL_ARRAY_PUSH(
            arena, &values,
            ((ll_value){common[i], ll_arena_format(arena, "%s%s%s", open, common[i], close)}));
    for (uint32_t i = 0; i < rule->value_count; i++)
        LL_ARRAY_PUSH(arena, &values,
                      ((ll_value){ll_arena_copy(arena, rule->values[i]).ptr,
                                  ll_arena_format(arena, "%s%.*s%s", open,
                                                  LL_VIEW_ARG(rule->values[i]), close)}));
    return values;
}
