/* A result made by hand: rules, documents and findings without an engine. */
#ifndef LL_TESTS_MADE_RESULT_H
#define LL_TESTS_MADE_RESULT_H

#include "engine/engine.h"

/* Indices into the set of made rules, which is sorted by id. */
enum { RULE_ALPHA, RULE_BETA, RULE_GAMMA, MADE_RULES };

static const ll_view made_values[] = {LL_VIEW_INIT("thing")};

static const ll_rule made_rules[MADE_RULES] = {
    {.id = LL_VIEW_INIT("alpha"),
     .severity = LL_SEVERITY_CRITICAL,
     .title = LL_VIEW_INIT("Alpha of {thing}"),
     .issue = LL_VIEW_INIT("Issue a"),
     .impact = LL_VIEW_INIT("Impact a"),
     .fix = LL_VIEW_INIT("Fix a now. And more"),
     .values = made_values,
     .value_count = 1},
    {.id = LL_VIEW_INIT("beta"),
     .severity = LL_SEVERITY_IMPROVEMENT,
     .title = LL_VIEW_INIT("Beta <b> and `<c>`"),
     .issue = LL_VIEW_INIT("Issue b"),
     .impact = LL_VIEW_INIT("Impact b"),
     .fix = LL_VIEW_INIT("Fix b, e.g. here")},
    {.id = LL_VIEW_INIT("gamma"),
     .severity = LL_SEVERITY_POLISH,
     .title = LL_VIEW_INIT("Gamma"),
     .issue = LL_VIEW_INIT("Issue c"),
     .impact = LL_VIEW_INIT("Impact c"),
     .fix = LL_VIEW_INIT("Fix c")},
};

static inline ll_source *made_source(ll_arena *arena, const char *path, const char *text) {
    ll_source *source = NULL;
    ll_error error = {0};
    assert_int_equal(ll_source_from(&source, arena, ll_view_of(path), ll_view_of(text), &error),
                     LL_OK);
    return source;
}

static inline ll_result *made_result(ll_arena *arena, const char *plan, const char *lesson) {
    ll_result *result = LL_ARENA_NEW(arena, ll_result);
    ll_rule_set *rules = LL_ARENA_NEW(arena, ll_rule_set);
    rules->at = LL_ARENA_ARRAY(arena, const ll_rule *, MADE_RULES);
    rules->len = MADE_RULES;
    for (uint32_t i = 0; i < MADE_RULES; i++)
        rules->at[i] = &made_rules[i];
    result->rules = rules;
    result->engine = ll_engine_new(arena, rules, &ll_vocabulary_default, false);
    result->settings = LL_ARENA_ARRAY(arena, ll_rule_setting, MADE_RULES);
    result->outcomes = LL_ARENA_ARRAY(arena, ll_outcome, MADE_RULES);
    result->facts = LL_ARENA_NEW(arena, ll_facts);
    result->facts->arena = arena;
    const char *const texts[LL_DOCUMENTS] = {plan, lesson};
    static const char *const names[LL_DOCUMENTS] = {"a/plan.md", "lesson.tsx"};
    for (int i = 0; i < LL_DOCUMENTS; i++) {
        if (!texts[i])
            continue;
        result->facts->sources[i] = made_source(arena, names[i], texts[i]);
        result->paths[i] = ll_view_of(names[i]);
    }
    return result;
}

/* Adds a finding at a place of a document; to be called in the order of the documents. */
static inline ll_finding *add_finding(ll_arena *arena, ll_result *result, uint32_t rule,
                                      ll_document document, uint32_t offset, uint32_t length) {
    ll_finding *finding = LL_ARRAY_ADD(arena, &result->findings);
    finding->rule = rule;
    finding->severity = made_rules[rule].severity;
    finding->range = (ll_range){document, offset, length};
    finding->message = LL_VIEW("message");
    result->outcomes[rule].checked++;
    result->outcomes[rule].failed++;
    result->counts[finding->severity]++;
    return finding;
}

/* Makes a finding one to verify. */
static inline void make_hint(ll_result *result, ll_finding *finding) {
    finding->confidence = LL_CONFIDENCE_VERIFY;
    result->counts[finding->severity]--;
    result->verify++;
}

#endif
