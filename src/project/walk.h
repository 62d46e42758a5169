/* Looking for files by a pattern. */
#ifndef LL_PROJECT_WALK_H
#define LL_PROJECT_WALK_H

#include "base/array.h"

/* A file that matches, and what the pattern's first placeholder stands for. */
typedef struct ll_found_file {
    ll_view path; /* from the folder on in which was looked */
    ll_view caught;
} ll_found_file;

typedef LL_ARRAY(ll_found_file) ll_found_files;

/* Adds the regular files below the real folder that match the pattern, sorted by path. See
 * ll_curriculum_find for what is passed over. LL_E_INVALID when the folder that the pattern begins
 * with is reached by a symbolic link, LL_E_IO, LL_E_LIMIT past `most` files and folders. A folder
 * that does not exist holds nothing. */
ll_status ll_walk_find(ll_found_files *files, ll_arena *arena, ll_view folder, ll_view glob,
                       uint32_t most, ll_error *error);

#endif
