/* Running one built-in check on a small document in memory. */
#ifndef LL_TESTS_CHECK_SUPPORT_H
#define LL_TESTS_CHECK_SUPPORT_H

#include "pair.h"

#include "check/check.h"

typedef struct judged {
    ll_check check;
    ll_finding_list findings;
} judged;

static inline ll_rule *shipped(ll_arena *arena, const char *id) {
    ll_rule_set rules = ll_rules_shipped(arena);
    ll_rule *copy = LL_ARENA_NEW(arena, ll_rule);
    *copy = *ll_rule_find(&rules, ll_view_of(id));
    return copy;
}

static inline void set_option(ll_arena *arena, ll_rule *rule, const char *name, double value) {
    ll_rule_option *options = LL_ARENA_ARRAY(arena, ll_rule_option, rule->option_count);
    for (uint32_t i = 0; i < rule->option_count; i++) {
        options[i] = rule->options[i];
        if (ll_view_equal(options[i].name, ll_view_of(name)))
            options[i].value.number = value;
    }
    rule->options = options;
}

/* With other values of all its options; NULL: as the rule has them. */
static inline judged *judge_with(ll_arena *arena, const ll_rule *rule,
                                 const ll_option_value *values, const char *plan,
                                 const char *lesson) {
    judged *made = LL_ARENA_NEW(arena, judged);
    ll_rule_setting *setting = LL_ARENA_NEW(arena, ll_rule_setting);
    setting->values = values;
    made->check = (ll_check){.arena = arena,
                             .facts = facts_of(arena, plan, lesson),
                             .rule = rule,
                             .setting = setting,
                             .severity = rule->severity,
                             .findings = &made->findings};
    ll_check_find(rule->id)->run(&made->check);
    return made;
}

static inline judged *judge(ll_arena *arena, const ll_rule *rule, const char *plan,
                            const char *lesson) {
    return judge_with(arena, rule, NULL, plan, lesson);
}

static inline void assert_findings(const judged *made, uint32_t findings, uint32_t checked) {
    assert_int_equal(made->findings.len, findings);
    assert_int_equal(made->check.outcome.checked, checked);
}

/* `inside` as the content of a Row. */
static inline const char *lesson_of(ll_arena *arena, const char *inside) {
    return ll_arena_format(arena,
                           "export function L({ head }) { return <LessonLayout><Row><Row.Content>"
                           "%s</Row.Content></Row></LessonLayout> }",
                           inside)
        .ptr;
}

typedef struct snippet {
    const char *text;
    uint32_t findings;
} snippet;

#define JUDGE_ALL(snippets, rule, plan, lesson)                                                    \
    for (size_t i = 0; i < sizeof(snippets) / sizeof *(snippets); i++) {                           \
        const char *text = (snippets)[i].text;                                                     \
        uint32_t seen = judge(arena, rule, plan, lesson)->findings.len;                            \
        if (seen != (snippets)[i].findings)                                                        \
            fail_msg("%s: %u findings", text, seen);                                               \
    }

#endif
