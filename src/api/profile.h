/* What the options of a linter come to under one configuration. */
#ifndef LL_API_PROFILE_H
#define LL_API_PROFILE_H

#include "api/linter.h"

/* Settings for pairs to which the same overrides apply. */
typedef struct ll_profile_settings {
    uint64_t overrides;
    ll_rule_setting *settings;
} ll_profile_settings;

struct ll_profile {
    uint32_t number;   /* among the linter's, and of its engine in each worker */
    ll_config *config; /* NULL: no configuration */
    ll_rule_set rules;
    LL_ARRAY(ll_profile_settings) settings;
};

/* The profile for files of a folder, a real path: by the options `config` and `no-config`, else by
 * the nearest configuration; read again when it has changed since the last call. Fails as
 * ll_config_read, ll_rules_load and ll_config_bind do, and with LL_E_NOT_FOUND for a rule that an
 * option names. Only on the calling thread, under the guard of linter->call. */
ll_status ll_linter_profile(ll_linter *linter, ll_view folder, ll_profile **out, ll_error *error);

/* Settings for each rule of the profile, with what the options ask for on top. */
ll_status ll_profile_settings_for(ll_linter *linter, ll_profile *profile, uint64_t overrides,
                                  const ll_rule_setting **out, ll_error *error);

/* The engine of a profile in a worker, made when it is asked for first. */
ll_status ll_worker_engine(const ll_linter *linter, ll_worker *worker, const ll_profile *profile,
                           ll_engine **out, ll_error *error);

/* Index of the rule, or LL_E_NOT_FOUND with the nearest name; `option` says who asks, NULL for
 * nobody. `arena` is for the message. */
ll_status ll_profile_rule(const ll_profile *profile, ll_arena *arena, ll_view id,
                          const char *option, uint32_t *rule, ll_error *error);

#endif
