/* Compiling what a rule of a declarative kind needs. */
#include "engine/kinds.h"

#include "base/error.h"

/* Puts the rule's name before what is wrong with one of its texts. */
static ll_status name_rule(ll_status status, const ll_rule *rule, const char *key,
                           ll_error *error) {
    if (status == LL_OK)
        return LL_OK;
    ll_error inner = *error;
    return ll_error_set(error, status, ll_view_of(inner.path), inner.line, 0,
                        "rule %.*s, %s, column %u: %s", LL_VIEW_ARG(rule->id), key, inner.column,
                        inner.text);
}

/* The patterns of all rules were tried: of shipped ones when they were built in, of others when
 * they were read. */
static void compile_text(ll_compiled *compiled, ll_arena *arena, const ll_rule *rule) {
    compiled->pattern = ll_pattern_known(arena, rule->text.pattern);
    if (rule->text.unless.len > 0)
        compiled->unless_pattern = ll_pattern_known(arena, rule->text.unless);
}

static ll_status compile_element(ll_compiled *compiled, ll_arena *arena, const ll_rule *rule,
                                 ll_error *error) {
    ll_status status = ll_selector_parse(&compiled->select, arena, rule->element.select, error);
    if (status != LL_OK || rule->element.unless.len == 0)
        return name_rule(status, rule, "select", error);
    status = ll_selector_parse(&compiled->unless, arena, rule->element.unless, error);
    return name_rule(status, rule, "unless", error);
}

ll_status ll_compile_rule(ll_compiled *compiled, ll_arena *arena, const ll_rule *rule,
                          ll_error *error) {
    if (rule->kind == LL_RULE_TEXT)
        compile_text(compiled, arena, rule);
    if (rule->kind == LL_RULE_ELEMENT)
        return compile_element(compiled, arena, rule, error);
    return LL_OK;
}
