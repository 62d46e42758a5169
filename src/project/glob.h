/* Patterns of paths: `*`, `?`, `**` for any folders, and placeholders like {slug}. */
#ifndef LL_PROJECT_GLOB_H
#define LL_PROJECT_GLOB_H

#include "base/array.h"

/* Most bytes of one pattern. */
#define LL_GLOB_MOST 1000u

/* `*` and `?` stand for any characters but "/", `**` as a whole part of the path for any number of
 * folders, and a name in braces, which is one of `names`, for any characters but "/", at least one.
 * Other characters stand for themselves. A path that begins with "/", holds "..", "." or an empty
 * part, and braces that do not close are refused: LL_E_INVALID, with the text alone. */
ll_status ll_glob_check(ll_view glob, const char *const *names, size_t count, ll_error *error);

/* Whether the whole path matches; letters compare as they are. `*caught`, unless it is NULL,
 * becomes what the first placeholder stands for (as short as can be), empty without one. The cost
 * is at most the product of both lengths. */
bool ll_glob_matches(ll_arena *arena, ll_view glob, ll_view path, ll_view *caught);

/* The folders at the front of a pattern in which nothing stands for anything else, without "/" at
 * the end. */
ll_view ll_glob_folder(ll_view glob);

#endif
