/* Paths of files: where they really lie, and how they are shown. */
#ifndef LL_PROJECT_PATHS_H
#define LL_PROJECT_PATHS_H

#include "base/arena.h"

/* Without symbolic links and "..": absolute, without "/" at the end but for the root. Empty when
 * there is no such file. */
ll_view ll_path_real(ll_arena *arena, ll_view path);

/* The real path of the folder that the file is in, which itself need not exist; empty when the
 * folder does not. */
ll_view ll_path_folder(ll_arena *arena, ll_view path);

/* What stands in front of the last "/"; "/" for a file of the root, "." without one. */
ll_view ll_path_parent(ll_view path);

/* `folder`, "/" and `rest`; `folder` alone when nothing follows, `rest` alone in "." and "". */
ll_view ll_path_join(ll_arena *arena, ll_view folder, ll_view rest);

/* What leads from the folder down to the path, both real: "" for the folder itself; false when the
 * path lies elsewhere. */
bool ll_path_below(ll_view folder, ll_view path, ll_view *rest);

/* A real path as seen from a folder, which is real, too: "lessons/a.md", "../b.md", "."; the path
 * itself when the folder is empty. */
ll_view ll_path_from(ll_arena *arena, ll_view folder, ll_view path);

/* A real path as seen from the working folder: "lessons/a.md", "../b.md", ".". */
ll_view ll_path_shown(ll_arena *arena, ll_view path);

/* The folder at or above this one, which is real, that is the root of a git repository; empty when
 * there is none. As git does it leaves folders alone that GIT_CEILING_DIRECTORIES names, and those
 * above. */
ll_view ll_path_repository(ll_arena *arena, ll_view folder);

typedef enum ll_path_kind { LL_PATH_NONE, LL_PATH_FILE, LL_PATH_FOLDER, LL_PATH_LINK } ll_path_kind;

/* What stands at `rest`, a path without "..", below the real folder. LL_PATH_LINK when the file, or
 * a folder on the way, is a symbolic link, which may lead elsewhere. */
ll_path_kind ll_path_kind_below(ll_arena *arena, ll_view folder, ll_view rest);

#endif
