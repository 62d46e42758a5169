/* Runs every rule on one pair of documents. */
#include "engine/engine.h"

#include "base/error.h"
#include "engine/kinds.h"
#include "project/pairing.h"
#include "rule/template.h"

#include <assert.h>

struct ll_engine {
    ll_arena *arena;
    const ll_rule_set *rules;
    const ll_vocabulary *vocabulary;
    bool strict;
    ll_compiled *compiled;         /* one for each rule, when it was run first */
    bool *ready;                   /* by rule */
    const ll_check_entry **checks; /* by rule; NULL for one of another kind */
    ll_stemmer *stemmer;           /* NULL before the first run */
    ll_people *people;             /* NULL before it is asked for */
};

ll_engine *ll_engine_new(ll_arena *arena, const ll_rule_set *rules, const ll_vocabulary *vocabulary,
                         bool strict) {
    ll_engine *engine = LL_ARENA_NEW(arena, ll_engine);
    *engine =
        (ll_engine){.arena = arena, .rules = rules, .vocabulary = vocabulary, .strict = strict};
    engine->compiled = LL_ARENA_ARRAY(arena, ll_compiled, rules->len);
    engine->ready = LL_ARENA_ARRAY(arena, bool, rules->len);
    engine->checks = LL_ARENA_ARRAY(arena, const ll_check_entry *, rules->len);
    for (uint32_t i = 0; i < rules->len; i++)
        if (rules->at[i]->kind == LL_RULE_CHECK)
            engine->checks[i] = ll_check_find(rules->at[i]->id);
    return engine;
}

const ll_vocabulary *ll_engine_vocabulary(const ll_engine *engine) {
    return engine->vocabulary;
}

typedef struct making {
    ll_engine *engine;
    uint32_t rule;
    ll_status status;
    ll_error *error;
} making;

static void compile_one(void *context) {
    making *work = context;
    ll_engine *engine = work->engine;
    work->status = ll_compile_rule(&engine->compiled[work->rule], engine->arena,
                                   engine->rules->at[work->rule], work->error);
    engine->ready[work->rule] = work->status == LL_OK;
}

static void make_stemmer(void *context) {
    making *work = context;
    ll_engine *engine = work->engine;
    work->status =
        ll_stemmer_new(&engine->stemmer, engine->arena, engine->vocabulary->language, work->error);
}

/* What is made stays in the engine's arena, which has a guard of its own unless it is that of the
 * run. */
static ll_status make(void (*one)(void *context), making *work, const ll_arena *of_run) {
    if (work->engine->arena == of_run) {
        one(work);
        return work->status;
    }
    ll_status status = ll_arena_guard(work->engine->arena, one, work, work->error);
    return status == LL_OK ? work->status : status;
}

static void make_people(void *context) {
    making *work = context;
    work->engine->people = ll_people_new(work->engine->arena, work->engine->rules);
}

static ll_people *people_of(ll_engine *engine, ll_arena *arena) {
    ll_error error;
    if (!engine->people && make(make_people, &(making){engine, 0, LL_OK, &error}, arena) != LL_OK)
        ll_arena_raise(arena, &error);
    return engine->people;
}

ll_people_judge *ll_result_judge_people(const ll_result *result, ll_arena *arena) {
    const ll_said said = {result->facts, result->rules, result->outcomes, &result->findings,
                          &result->suppressed};
    return ll_people_judge_new(arena, &said, people_of(result->engine, arena), false);
}

static ll_status compile(ll_engine *engine, const ll_arena *of_run, uint32_t rule,
                         ll_error *error) {
    return engine->ready[rule] ? LL_OK
                               : make(compile_one, &(making){engine, rule, LL_OK, error}, of_run);
}

/* Why a rule cannot be run on these documents, or NULL. */
static const char *reason_to_skip(const ll_facts *facts, const ll_rule *rule,
                                  const ll_check_entry *entry, const ll_rule_setting *setting) {
    if (setting->off)
        return "off";
    if (rule->reads[LL_DOCUMENT_PLAN] && !facts->sources[LL_DOCUMENT_PLAN])
        return "no plan";
    if (rule->reads[LL_DOCUMENT_LESSON] && !facts->sources[LL_DOCUMENT_LESSON])
        return "no lesson";
    if (rule->loads && facts->plan && !(rule->loads & 1u << facts->plan->load))
        return "condition";
    if (!rule->reads[LL_DOCUMENT_LESSON])
        return NULL;
    return facts->lesson || (entry && entry->raw) ? NULL : "syntax";
}

static ll_status run_kind(const ll_engine *engine, ll_check *check, ll_error *error) {
    const ll_compiled *compiled = &engine->compiled[check->rule_index];
    switch (check->rule->kind) {
    case LL_RULE_COUNT:
        ll_run_count(check);
        return LL_OK;
    case LL_RULE_ELEMENT:
        return ll_run_element(check, compiled, error);
    case LL_RULE_TEXT:
        return ll_run_text(check, compiled, error);
    case LL_RULE_CHECK:
        break;
    }
    const ll_check_entry *entry = engine->checks[check->rule_index];
    assert(entry);
    entry->run(check);
    return LL_OK;
}

/* The widgets, and their directives as all rules of the run use them. */
static ll_facts *const *read_widgets(ll_result *result, uint32_t *count) {
    ll_facts *const *widgets = ll_facts_widgets(result->facts, count);
    if (result->of_widgets)
        return widgets;
    result->of_widgets = LL_ARENA_ARRAY(result->facts->arena, ll_suppressions *, *count);
    for (uint32_t i = 0; i < *count; i++)
        result->of_widgets[i] = ll_suppressions_new(widgets[i], result->rules);
    return widgets;
}

/* Files that the lesson imports are judged as if each were the lesson, and counted with it, unless
 * the run judges them by themselves. */
static ll_status run_on_widgets(ll_result *result, ll_check *check, ll_error *error) {
    const ll_check_entry *entry = result->engine->checks[check->rule_index];
    uint32_t count = 0;
    ll_facts *const *widgets = read_widgets(result, &count);
    ll_status status = LL_OK;
    for (uint32_t i = 0; i < count && status == LL_OK; i++) {
        if (ll_facts_is_apart(result->facts, widgets[i]) ||
            (!widgets[i]->lesson && !(entry && entry->raw)))
            continue;
        check->facts = widgets[i];
        check->suppressions = result->of_widgets[i];
        check->widget = i + 1;
        status = run_kind(result->engine, check, error);
    }
    check->facts = result->facts;
    check->suppressions = result->suppressions;
    check->widget = 0;
    return status;
}

/* Rules that judge widgets do so, and those on what these did in them; what the plan says is of the
 * pair alone. */
static bool judges_widgets(const ll_result *result, const ll_check *check) {
    if (!result->facts->lesson)
        return false;
    const ll_rule *rule = check->rule;
    const ll_check_entry *entry = result->engine->checks[check->rule_index];
    return rule->reads[LL_READS_WIDGETS] ||
           (entry && entry->last && !rule->reads[LL_DOCUMENT_PLAN] && result->of_widgets);
}

/* Of the checks that run last one looks at findings of earlier reviews that were found fixed. */
static bool asks_people(const ll_facts *facts, const ll_check_entry *entry) {
    return entry && entry->last && facts->plan && facts->plan->verifications.len > 0;
}

static ll_status run_rule(ll_engine *engine, ll_result *result, uint32_t index, ll_error *error) {
    const ll_rule *rule = engine->rules->at[index];
    const ll_rule_setting *setting = &result->settings[index];
    const ll_check_entry *entry = engine->checks[index];
    ll_check check = {
        .arena = result->facts->arena,
        .facts = result->facts,
        .rule = rule,
        .rule_index = index,
        .setting = setting,
        .severity = setting->severity_set ? setting->severity : rule->severity,
        .severity_set = setting->severity_set,
        .strict = engine->strict,
        .findings = &result->findings,
        .suppressed = &result->suppressed,
        .suppressions = result->suppressions,
        .rules = engine->rules,
        .outcomes = result->outcomes,
        .people =
            asks_people(result->facts, entry) ? people_of(engine, result->facts->arena) : NULL,
    };
    ll_status status = LL_OK;
    const uint32_t findings = result->findings.len;
    check.outcome.skipped = reason_to_skip(result->facts, rule, entry, setting);
    if (!check.outcome.skipped)
        status = compile(engine, check.arena, index, error);
    if (!check.outcome.skipped && status == LL_OK)
        status = run_kind(engine, &check, error);
    if (!check.outcome.skipped && status == LL_OK && judges_widgets(result, &check))
        status = run_on_widgets(result, &check, error);
    if (status == LL_E_LIMIT) {
        result->findings.len = findings;
        LL_ARRAY_PUSH(check.arena, &result->errors, *error);
        check.outcome = (ll_outcome){.skipped = "limit"};
        status = LL_OK;
    }
    result->outcomes[index] = check.outcome;
    return status;
}

/* Those that judge what the others did, or the others. */
static ll_status run_rules(ll_engine *engine, ll_result *result, bool last, ll_error *error) {
    ll_status status = LL_OK;
    for (uint32_t i = 0; i < engine->rules->len && status == LL_OK; i++) {
        const ll_check_entry *entry = engine->checks[i];
        if ((entry && entry->last) == last)
            status = run_rule(engine, result, i, error);
    }
    return status;
}

static void count_findings(ll_result *result) {
    for (uint32_t i = 0; i < result->findings.len; i++) {
        const ll_finding *finding = &result->findings.at[i];
        if (finding->confidence == LL_CONFIDENCE_VERIFY)
            result->verify++;
        else
            result->counts[finding->severity]++;
    }
    for (uint32_t i = 0; i < result->rules->len; i++) {
        result->verify += result->outcomes[i].left_out_verify;
        for (int severity = 0; severity < LL_SEVERITIES; severity++)
            result->counts[severity] += result->outcomes[i].left_out[severity];
    }
}

static ll_view path_of(const ll_source *source) {
    return source ? source->path : (ll_view){0};
}

ll_status ll_engine_judge(ll_engine *engine, ll_facts *facts, const ll_rule_setting *settings,
                          ll_result **out, ll_error *error) {
    ll_arena *arena = facts->arena;
    ll_status status =
        engine->stemmer ? LL_OK : make(make_stemmer, &(making){engine, 0, LL_OK, error}, arena);
    if (status != LL_OK)
        return status;
    ll_result *result = LL_ARENA_NEW(arena, ll_result);
    result->engine = engine;
    result->facts = facts;
    facts->stemmer = engine->stemmer;
    for (int i = 0; i < LL_DOCUMENTS; i++)
        result->paths[i] = path_of(facts->sources[i]);
    result->slug = facts->plan ? facts->plan->slug
                               : ll_pairing_kebab(arena, result->paths[LL_DOCUMENT_LESSON]);
    result->rules = engine->rules;
    result->settings = settings;
    result->outcomes = LL_ARENA_ARRAY(arena, ll_outcome, engine->rules->len);
    result->suppressions = ll_suppressions_new(facts, engine->rules);
    status = run_rules(engine, result, false, error);
    ll_findings_sort(&result->findings);
    if (status == LL_OK)
        status = run_rules(engine, result, true, error);
    if (status != LL_OK)
        return status;
    for (uint32_t i = LL_DOCUMENTS; i < LL_DOCUMENTS_MOST; i++)
        result->paths[i] = path_of(facts->sources[i]);
    ll_findings_sort(&result->findings);
    count_findings(result);
    *out = result;
    return LL_OK;
}

ll_status ll_engine_run(ll_engine *engine, ll_arena *arena, ll_source *plan, ll_source *lesson,
                        const ll_rule_setting *settings, ll_result **out, ll_error *error) {
    assert(plan || lesson);
    ll_facts *facts = NULL;
    ll_status status = ll_facts_read(&facts, arena, plan, lesson, engine->vocabulary, error);
    return status == LL_OK ? ll_engine_judge(engine, facts, settings, out, error) : status;
}

ll_view ll_result_praise(const ll_result *result, ll_arena *arena, uint32_t rule) {
    const ll_outcome *outcome = &result->outcomes[rule];
    if (outcome->skipped || outcome->checked == 0 || outcome->failed > 0 ||
        outcome->suppressed > 0 || outcome->unseen > 0)
        return (ll_view){0};
    ll_value values[] = {{"checked", ll_arena_format(arena, "%u", outcome->checked)},
                         {"failed", LL_VIEW("0")}};
    return ll_template_expand(arena, result->rules->at[rule]->praise, values, 2);
}
