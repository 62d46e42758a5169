/* The files of a curriculum, found by the patterns of its configuration. */
#ifndef LL_PROJECT_CURRICULUM_H
#define LL_PROJECT_CURRICULUM_H

#include "project/config.h"
#include "project/pairing.h"

/* Most files and folders that are looked at for one pattern. */
#define LL_CURRICULUM_ENTRIES_MOST 200000u

/* Paths count from the configuration's folder. */
typedef struct ll_curriculum_pair {
    ll_view plan, lesson; /* one may be empty */
} ll_curriculum_pair;

typedef struct ll_curriculum {
    LL_ARRAY(ll_curriculum_pair) pairs; /* by the plan's path, then lessons without a plan */
    ll_config_list records, notebooks;
} ll_curriculum;

/* Looks for the files, and pairs plans and lessons: those whose {slug} is the same but for letter
 * case, hyphens and a number in front (of a pattern without placeholder the file's name tells);
 * then a plan and the lesson that the page at its route imports. `below` is a folder, counted from
 * the configuration's: only pairs of which one document lies in it; empty for all.
 *
 * Nothing is looked for in folders that begin with a dot or are called node_modules, unless a
 * pattern begins with them, and no symbolic link is followed. LL_E_INVALID when the configuration
 * has neither `plans` nor `lessons`, or two plans or two lessons have the same name and nothing
 * tells them apart; LL_E_IO, LL_E_LIMIT. */
ll_status ll_curriculum_find(ll_curriculum **out, ll_arena *arena, const ll_config *config,
                             ll_view below, ll_error *error);

/* The notebooks alone, of the whole folder. */
ll_status ll_curriculum_notebooks(ll_config_list *out, ll_arena *arena, const ll_config *config,
                                  ll_error *error);

/* Where an import leads, from the configuration's folder on: relative ones from the folder of
 * `file`, others by the aliases; false when it leaves the folder or is of neither kind. */
bool ll_curriculum_resolve(const ll_config *config, ll_arena *arena, ll_view file, ll_view import,
                           ll_view *path);

#endif
