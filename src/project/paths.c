/* Paths by realpath and lstat. */
#include "project/paths.h"

#include "base/buffer.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_BYTES_MOST = 65536 };

ll_view ll_path_real(ll_arena *arena, ll_view path) {
    char real[PATH_MAX];
    if (!realpath(ll_arena_copy(arena, path).ptr, real))
        return (ll_view){0};
    return ll_arena_copy(arena, ll_view_of(real));
}

ll_view ll_path_parent(ll_view path) {
    ll_view name = ll_view_file_name(path);
    size_t end = path.len - name.len;
    if (end == 0)
        return LL_VIEW(".");
    return ll_view_slice(path, 0, end > 1 ? end - 1 : 1);
}

ll_view ll_path_folder(ll_arena *arena, ll_view path) {
    return ll_path_real(arena, ll_path_parent(path));
}

ll_view ll_path_join(ll_arena *arena, ll_view folder, ll_view rest) {
    if (rest.len == 0)
        return folder;
    if (folder.len == 0 || ll_view_equal(folder, LL_VIEW(".")))
        return rest;
    return ll_arena_format(arena, "%.*s%s%.*s", LL_VIEW_ARG(folder),
                           ll_view_ends(folder, LL_VIEW("/")) ? "" : "/", LL_VIEW_ARG(rest));
}

bool ll_path_below(ll_view folder, ll_view path, ll_view *rest) {
    if (!ll_view_starts(path, folder))
        return false;
    size_t end = folder.len;
    if (path.len > end && !ll_view_ends(folder, LL_VIEW("/")) && path.ptr[end++] != '/')
        return false;
    *rest = ll_view_slice(path, end, path.len);
    return true;
}

ll_view ll_path_from(ll_arena *arena, ll_view folder, ll_view path) {
    ll_view rest;
    ll_buffer up = {.arena = arena, .most = PATH_BYTES_MOST};
    while (folder.len > 0 && !ll_path_below(folder, path, &rest)) {
        ll_buffer_add_cstring(&up, up.len > 0 ? "/.." : "..");
        folder = ll_path_parent(folder);
    }
    if (folder.len == 0)
        return path;
    if (up.len > 0)
        return ll_path_join(arena, ll_buffer_view(&up), rest);
    return rest.len > 0 ? rest : LL_VIEW(".");
}

ll_view ll_path_shown(ll_arena *arena, ll_view path) {
    return ll_path_from(arena, ll_path_real(arena, LL_VIEW(".")), path);
}

/* Whether a list of paths between colons has this one. */
static bool is_listed(ll_view list, ll_view path) {
    for (size_t at = 0; at <= list.len;) {
        size_t end = ll_view_find_byte(list, ':', at);
        end = end == LL_VIEW_NONE ? list.len : end;
        if (ll_view_equal(ll_view_slice(list, at, end), path))
            return true;
        at = end + 1;
    }
    return false;
}

ll_view ll_path_repository(ll_arena *arena, ll_view folder) {
    const char *ceilings = getenv("GIT_CEILING_DIRECTORIES");
    ll_view above = folder, list = ll_view_of(ceilings ? ceilings : "");
    struct stat about;
    do {
        folder = above;
        if (stat(ll_path_join(arena, folder, LL_VIEW(".git")).ptr, &about) == 0)
            return folder;
        above = ll_path_parent(folder);
    } while (folder.len > 1 && !is_listed(list, above));
    return (ll_view){0};
}

ll_path_kind ll_path_kind_below(ll_arena *arena, ll_view folder, ll_view rest) {
    ll_path_kind kind = LL_PATH_NONE;
    for (size_t at = 0; at <= rest.len;) {
        size_t slash = ll_view_find_byte(rest, '/', at);
        size_t end = slash == LL_VIEW_NONE ? rest.len : slash;
        struct stat about;
        ll_view part = ll_path_join(arena, folder, ll_view_slice(rest, 0, end));
        if (lstat(ll_arena_copy(arena, part).ptr, &about) != 0)
            return LL_PATH_NONE;
        if (S_ISLNK(about.st_mode))
            return LL_PATH_LINK;
        kind = S_ISREG(about.st_mode)   ? LL_PATH_FILE
               : S_ISDIR(about.st_mode) ? LL_PATH_FOLDER
                                        : LL_PATH_NONE;
        at = end + 1;
    }
    return kind;
}
