/* Making linters ready: rules, severities, the engine. */
#include "api/linter.h"

#include "base/error.h"

#include <stdlib.h>

const char *ll_version(void) {
    return LESSONLINT_VERSION;
}

const char *ll_nearest_name(const char *name, const char *const *names, size_t count) {
    return ll_error_nearest(ll_view_of(name), names, count);
}

ll_status ll_linter_new(ll_linter **out, ll_error *error) {
    ll_linter *linter = calloc(1, sizeof *linter);
    if (linter) {
        linter->arena = ll_arena_new(LL_LINTER_MOST);
        linter->call = ll_arena_new(LL_LINTER_CALL_MOST);
        linter->own = (ll_worker){linter->arena, ll_arena_new(LL_LINTER_PAIR_MOST), NULL};
    }
    if (!linter || !linter->arena || !linter->call || !linter->own.scratch) {
        ll_linter_free(linter);
        return ll_error_set(error, LL_E_MEMORY, (ll_view){0}, 0, 0, "out of memory");
    }
    linter->fail_on = LL_SEVERITY_IMPROVEMENT;
    linter->stdin_name = LL_VIEW("<stdin>");
    linter->iteration = 1;
    linter->total = 3;
    *out = linter;
    return LL_OK;
}

static void free_others(ll_linter *linter) {
    for (size_t i = 0; i < sizeof linter->others / sizeof *linter->others; i++) {
        ll_arena_free(linter->others[i].scratch);
        ll_arena_free(linter->others[i].arena);
        linter->others[i] = (ll_worker){0};
    }
}

void ll_linter_free(ll_linter *linter) {
    if (!linter)
        return;
    free_others(linter);
    ll_arena_free(linter->own.scratch);
    ll_arena_free(linter->call);
    ll_arena_free(linter->arena);
    free(linter);
}

static ll_status guard(ll_linter *linter, ll_arena *arena, void (*work)(void *context),
                       void *context, ll_error *error) {
    if (linter->unusable)
        return ll_error_set(error, LL_E_MEMORY, (ll_view){0}, 0, 0,
                            "the linter ran out of memory before");
    ll_status status = ll_arena_guard(arena, work, context, error);
    linter->unusable = status == LL_E_MEMORY;
    return status;
}

ll_status ll_linter_guard(ll_linter *linter, void (*work)(void *context), void *context,
                          ll_error *error) {
    return guard(linter, linter->arena, work, context, error);
}

ll_status ll_linter_rule(const ll_linter *linter, ll_arena *arena, ll_view id, const char *option,
                         uint32_t *rule, ll_error *error) {
    uint32_t index = ll_rule_index(&linter->rules, id);
    if (index != LL_RULE_NONE) {
        *rule = index;
        return LL_OK;
    }
    const char **names = LL_ARENA_ARRAY(arena, const char *, linter->rules.len);
    for (uint32_t i = 0; i < linter->rules.len; i++)
        names[i] = ll_arena_copy(arena, linter->rules.at[i]->id).ptr;
    const char *near = ll_error_nearest(id, names, linter->rules.len);
    return ll_error_set(
        error, LL_E_NOT_FOUND, (ll_view){0}, 0, 0, "%s%sthere is no rule \"%.*s\" (%s%s%s)",
        option ? option : "", option ? ": " : "", LL_VIEW_ARG(id),
        near ? "did you mean " : "`lessonlint rules` lists all", near ? near : "", near ? "?" : "");
}

static ll_status load_rules(ll_linter *linter, ll_error *error) {
    size_t check_count;
    const char *const *checks = ll_check_ids(&check_count);
    linter->rules = ll_rules_shipped(linter->arena);
    for (uint32_t i = 0; i < linter->folders.len; i++) {
        ll_status status = ll_rules_load(&linter->rules, linter->arena, linter->folders.at[i],
                                         checks, check_count, error);
        if (status != LL_OK)
            return status;
    }
    return LL_OK;
}

static ll_rule_setting own_setting(const ll_rule *rule) {
    return (ll_rule_setting){.off = rule->severity == LL_SEVERITY_OFF};
}

/* Applies the wishes of one kind, in the order in which they came. */
static ll_status apply(ll_linter *linter, ll_wish_kind kind, bool *chosen, ll_error *error) {
    static const char *const options[] = {"--only", "--skip", "--rule"};
    for (uint32_t i = 0; i < linter->wishes.len; i++) {
        const ll_wish *wish = &linter->wishes.at[i];
        uint32_t index = LL_RULE_NONE;
        if (wish->kind != kind)
            continue;
        ll_status status =
            ll_linter_rule(linter, linter->arena, wish->rule, options[kind], &index, error);
        if (status != LL_OK)
            return status;
        ll_rule_setting *setting = &linter->settings[index];
        if (kind == LL_WISH_SEVERITY)
            *setting = (ll_rule_setting){.off = wish->severity == LL_SEVERITY_OFF,
                                         .severity_set = wish->severity != LL_SEVERITY_OFF,
                                         .severity = wish->severity};
        setting->off |= kind == LL_WISH_SKIP;
        chosen[index] |= kind == LL_WISH_ONLY;
    }
    return LL_OK;
}

/* A rule that is off by default and asked for by name runs, as Polish when it says no more. */
static void switch_on(const ll_linter *linter, uint32_t index) {
    if (linter->rules.at[index]->severity == LL_SEVERITY_OFF &&
        !linter->settings[index].severity_set)
        linter->settings[index] =
            (ll_rule_setting){.severity_set = true, .severity = LL_SEVERITY_POLISH};
}

static ll_status make_settings(ll_linter *linter, ll_error *error) {
    uint32_t count = linter->rules.len;
    bool any = false, *chosen = LL_ARENA_ARRAY(linter->arena, bool, count);
    linter->settings = LL_ARENA_ARRAY(linter->arena, ll_rule_setting, count);
    for (uint32_t i = 0; i < count; i++)
        linter->settings[i] = own_setting(linter->rules.at[i]);
    ll_status status = apply(linter, LL_WISH_ONLY, chosen, error);
    for (uint32_t i = 0; i < count && status == LL_OK; i++) {
        any |= chosen[i];
        if (chosen[i])
            switch_on(linter, i);
    }
    if (status == LL_OK)
        status = apply(linter, LL_WISH_SEVERITY, chosen, error);
    if (status == LL_OK)
        status = apply(linter, LL_WISH_SKIP, chosen, error);
    for (uint32_t i = 0; i < count && any; i++)
        linter->settings[i].off |= !chosen[i];
    return status;
}

static ll_engine *new_engine(const ll_linter *linter, ll_arena *arena) {
    return ll_engine_new(arena, &linter->rules, &ll_vocabulary_default, linter->strict);
}

typedef struct worker_making {
    const ll_linter *linter;
    ll_worker *worker;
} worker_making;

static void make_engine(void *context) {
    const worker_making *work = context;
    work->worker->engine = new_engine(work->linter, work->worker->arena);
}

ll_status ll_linter_make_worker(const ll_linter *linter, ll_worker *worker, ll_error *error) {
    if (worker->engine)
        return LL_OK;
    if (!worker->arena)
        worker->arena = ll_arena_new(LL_LINTER_MOST);
    if (!worker->scratch)
        worker->scratch = ll_arena_new(LL_LINTER_PAIR_MOST);
    if (!worker->arena || !worker->scratch)
        return ll_error_set(error, LL_E_MEMORY, (ll_view){0}, 0, 0, "out of memory");
    ll_status status =
        ll_arena_guard(worker->arena, make_engine, &(worker_making){linter, worker}, error);
    if (status != LL_OK)
        ll_arena_reset(worker->arena);
    return status;
}

typedef struct preparation {
    ll_linter *linter;
    ll_status status;
    ll_error *error;
} preparation;

static void prepare(void *context) {
    preparation *work = context;
    ll_linter *linter = work->linter;
    free_others(linter); /* their engines are of the rules before */
    work->status = load_rules(linter, work->error);
    if (work->status == LL_OK)
        work->status = make_settings(linter, work->error);
    if (work->status == LL_OK)
        linter->own.engine = new_engine(linter, linter->arena);
    linter->ready = work->status == LL_OK;
}

ll_status ll_linter_call(ll_linter *linter, void (*work)(void *context), void *context,
                         ll_error *error) {
    if (!linter->ready) {
        preparation first = {linter, LL_OK, error};
        ll_status status = ll_linter_guard(linter, prepare, &first, error);
        if (status == LL_OK)
            status = first.status;
        if (status != LL_OK)
            return status;
    }
    ll_status status = guard(linter, linter->call, work, context, error);
    ll_arena_reset(linter->call);
    return status;
}
