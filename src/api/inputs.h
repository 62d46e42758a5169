/* Which pairs a run is about, and what holds for each of them. */
#ifndef LL_API_INPUTS_H
#define LL_API_INPUTS_H

#include "api/profile.h"
#include "project/curriculum.h"

/* What is given: paths or files; of paths also folders. */
typedef struct ll_inputs_given {
    const char *const *paths; /* either these … */
    const ll_file *files;     /* … or these */
    size_t count;             /* of paths it may be 0: the configured curriculum */
    bool apart;               /* each file that a lesson may import is judged by itself, too */
} ll_inputs_given;

/* What holds for one pair. */
typedef struct ll_pair_setup {
    ll_profile *profile;
    const ll_rule_setting *settings;
    ll_view known_as[LL_DOCUMENTS]; /* paths from the configuration's folder on; may be empty */
    const ll_surroundings *around;  /* NULL: neither a configuration nor files beside */
} ll_pair_setup;

/* The path of a file from the configuration's folder on; empty when it lies elsewhere. */
ll_view ll_inputs_inside(ll_arena *arena, const ll_config *config, ll_view path);

typedef struct ll_inputs {
    ll_pairs pairs;
    ll_pair_setup *setups;             /* by pair */
    ll_config_list records, notebooks; /* of folders, as they are shown */
} ll_inputs;

/* All of it lives until the end of the call, under whose guard this is. Fails as ll_pairing_make,
 * ll_curriculum_find and ll_linter_profile do. */
ll_status ll_inputs_find(ll_inputs *out, ll_linter *linter, const ll_inputs_given *given,
                         ll_error *error);

/* The rules that are on in one of the pairs, sorted; of two with one id the first. Belongs to
 * `arena`. */
const ll_rule_set *ll_inputs_rules(ll_arena *arena, const ll_inputs *inputs);

#endif
