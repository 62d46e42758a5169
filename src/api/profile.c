/* Making profiles: the configuration, the rules, the settings. */
#include "api/profile.h"

#include "base/error.h"
#include "project/paths.h"

ll_status ll_profile_rule(const ll_profile *profile, ll_arena *arena, ll_view id,
                          const char *option, uint32_t *rule, ll_error *error) {
    const ll_rule_set *rules = &profile->rules;
    uint32_t index = ll_rule_index(rules, id);
    if (index != LL_RULE_NONE) {
        *rule = index;
        return LL_OK;
    }
    const char **names = LL_ARENA_ARRAY(arena, const char *, rules->len);
    for (uint32_t i = 0; i < rules->len; i++)
        names[i] = ll_arena_copy(arena, rules->at[i]->id).ptr;
    const char *near = ll_error_nearest(id, names, rules->len);
    return ll_error_set(
        error, LL_E_NOT_FOUND, (ll_view){0}, 0, 0, "%s%sthere is no rule \"%.*s\" (%s%s%s)",
        option ? option : "", option ? ": " : "", LL_VIEW_ARG(id),
        near ? "did you mean " : "`lessonlint rules` lists all", near ? near : "", near ? "?" : "");
}

typedef struct making {
    ll_linter *linter;
    ll_view path; /* of the configuration, as it is shown; empty: none */
    ll_profile *profile;
    uint64_t overrides;
    ll_rule_setting *settings;
    ll_status status;
    ll_error *error;
} making;

/* Rules of folders, which are named by an option, are stronger than those of the configuration. */
static ll_status load_rules(const making *work) {
    ll_linter *linter = work->linter;
    ll_profile *profile = work->profile;
    size_t check_count;
    const char *const *checks = ll_check_ids(&check_count);
    ll_status status = LL_OK;
    profile->rules = ll_rules_shipped(linter->arena);
    if (profile->config)
        status = ll_config_add_rules(profile->config, &profile->rules, linter->arena, checks,
                                     check_count, work->error);
    for (uint32_t i = 0; i < linter->folders.len && status == LL_OK; i++)
        status = ll_rules_load(&profile->rules, linter->arena, linter->folders.at[i], checks,
                               check_count, work->error);
    if (status == LL_OK && profile->config)
        status = ll_config_bind(profile->config, linter->arena, &profile->rules, work->error);
    return status;
}

static void pass_over(ll_rule_setting *setting) {
    setting->passed |= !setting->off;
    setting->off = true;
}

/* Applies the wishes of one kind, in the order in which they came. */
static ll_status apply(const making *work, ll_wish_kind kind, bool *chosen) {
    static const char *const options[] = {"--only", "--skip", "--rule"};
    ll_linter *linter = work->linter;
    for (uint32_t i = 0; i < linter->wishes.len; i++) {
        const ll_wish *wish = &linter->wishes.at[i];
        uint32_t index = LL_RULE_NONE;
        if (wish->kind != kind)
            continue;
        ll_status status = ll_profile_rule(work->profile, linter->arena, wish->rule, options[kind],
                                           &index, work->error);
        if (status != LL_OK)
            return status;
        ll_rule_setting *setting = &work->settings[index];
        if (kind == LL_WISH_SKIP || (kind == LL_WISH_SEVERITY && wish->severity == LL_SEVERITY_OFF))
            pass_over(setting);
        else if (kind == LL_WISH_SEVERITY)
            *setting = (ll_rule_setting){
                .severity_set = true, .severity = wish->severity, .values = setting->values};
        chosen[index] |= kind == LL_WISH_ONLY;
    }
    return LL_OK;
}

/* A rule that is off and asked for by name runs. */
static void switch_on(ll_rule_setting *setting, const ll_rule *rule) {
    const ll_option_value *values = setting->values;
    if (setting->off)
        *setting = ll_config_switched_on(rule);
    setting->values = values;
}

static ll_status apply_wishes(const making *work) {
    const ll_rule_set *rules = &work->profile->rules;
    bool any = false, *chosen = LL_ARENA_ARRAY(work->linter->arena, bool, rules->len);
    ll_status status = apply(work, LL_WISH_ONLY, chosen);
    for (uint32_t i = 0; i < rules->len && status == LL_OK; i++) {
        any |= chosen[i];
        if (chosen[i])
            switch_on(&work->settings[i], rules->at[i]);
    }
    if (status == LL_OK)
        status = apply(work, LL_WISH_SEVERITY, chosen);
    if (status == LL_OK)
        status = apply(work, LL_WISH_SKIP, chosen);
    for (uint32_t i = 0; i < rules->len && any && !work->linter->mends; i++)
        if (!chosen[i])
            pass_over(&work->settings[i]);
    for (uint32_t i = 0; i < rules->len; i++)
        work->settings[i].mends = work->linter->mends;
    return status;
}

static void make_settings(void *context) {
    making *work = context;
    ll_profile *profile = work->profile;
    ll_arena *arena = work->linter->arena;
    work->settings = ll_config_settings(profile->config, arena, &profile->rules, work->overrides);
    work->status = apply_wishes(work);
    if (work->status == LL_OK)
        LL_ARRAY_PUSH(arena, &profile->settings,
                      ((ll_profile_settings){work->overrides, work->settings}));
}

ll_status ll_profile_settings_for(ll_linter *linter, ll_profile *profile, uint64_t overrides,
                                  const ll_rule_setting **out, ll_error *error) {
    for (uint32_t i = 0; i < profile->settings.len; i++) {
        if (profile->settings.at[i].overrides == overrides) {
            *out = profile->settings.at[i].settings;
            return LL_OK;
        }
    }
    making work = {.linter = linter, .profile = profile, .overrides = overrides, .error = error};
    ll_status status = ll_linter_guard(linter, make_settings, &work, error);
    if (status == LL_OK)
        status = work.status;
    if (status == LL_OK)
        *out = work.settings;
    return status;
}

static void make_profile(void *context) {
    making *work = context;
    ll_linter *linter = work->linter;
    work->profile = LL_ARENA_NEW(linter->arena, ll_profile);
    if (work->path.len > 0)
        work->status =
            ll_config_read(&work->profile->config, linter->arena, work->path, work->error);
    if (work->status == LL_OK)
        work->status = load_rules(work);
    if (work->status == LL_OK)
        make_settings(work);
    if (work->status != LL_OK)
        return;
    work->profile->number = linter->profiles.len;
    ll_view path = ll_arena_copy(linter->arena, work->path); /* before the list is longer */
    LL_ARRAY_PUSH(linter->arena, &linter->profiles, ((ll_profile_seen){path, work->profile}));
}

/* The profile that was made of the same bytes before, or NULL. */
static ll_profile *find_profile(const ll_linter *linter, const ll_config *config) {
    for (uint32_t i = 0; i < linter->profiles.len; i++) {
        ll_profile *profile = linter->profiles.at[i].profile;
        if (!config && !profile->config)
            return profile;
        if (config && profile->config && config->hash == profile->config->hash &&
            ll_view_equal(config->path, profile->config->path) &&
            ll_view_equal(config->folder, profile->config->folder))
            return profile;
    }
    return NULL;
}

static ll_view config_path(const ll_linter *linter, ll_view folder) {
    if (linter->no_config)
        return (ll_view){0};
    if (linter->config.len > 0)
        return linter->config;
    ll_view found = ll_config_find(linter->call, folder);
    return found.len ? ll_path_shown(linter->call, found) : found;
}

ll_status ll_linter_profile(ll_linter *linter, ll_view folder, ll_profile **out, ll_error *error) {
    ll_view path = config_path(linter, folder);
    for (uint32_t i = 0; i < linter->seen.len; i++) {
        if (ll_view_equal(linter->seen.at[i].path, path)) {
            *out = linter->seen.at[i].profile;
            return LL_OK;
        }
    }
    ll_config *config = NULL;
    ll_status status = LL_OK;
    if (path.len > 0)
        status = ll_config_read(&config, linter->call, path, error);
    if (status != LL_OK)
        return status;
    ll_profile *profile = find_profile(linter, config);
    if (!profile) {
        making work = {.linter = linter, .path = path, .error = error};
        status = ll_linter_guard(linter, make_profile, &work, error);
        if (status == LL_OK)
            status = work.status;
        profile = work.profile;
    }
    if (status != LL_OK)
        return status;
    LL_ARRAY_PUSH(linter->call, &linter->seen, ((ll_profile_seen){path, profile}));
    *out = profile;
    return LL_OK;
}

typedef struct engine_making {
    const ll_linter *linter;
    ll_worker *worker;
    const ll_profile *profile;
} engine_making;

static void make_engine(void *context) {
    const engine_making *work = context;
    ll_worker *worker = work->worker;
    const ll_profile *profile = work->profile;
    while (worker->engines.len <= profile->number)
        LL_ARRAY_PUSH(worker->arena, &worker->engines, ((ll_engine_slot){NULL}));
    worker->engines.at[profile->number].engine =
        ll_engine_new(worker->arena, &profile->rules,
                      profile->config ? &profile->config->vocabulary : &ll_vocabulary_default,
                      work->linter->strict);
}

ll_status ll_worker_engine(const ll_linter *linter, ll_worker *worker, const ll_profile *profile,
                           ll_engine **out, ll_error *error) {
    bool made = profile->number < worker->engines.len && worker->engines.at[profile->number].engine;
    engine_making work = {linter, worker, profile};
    ll_status status = made ? LL_OK : ll_arena_guard(worker->arena, make_engine, &work, error);
    if (status == LL_OK)
        *out = worker->engines.at[profile->number].engine;
    return status;
}
