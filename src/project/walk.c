/* Going through folders with a stack of those that are still to be read. */
#include "project/walk.h"

#include "base/error.h"
#include "project/glob.h"
#include "project/paths.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct folder_walk {
    ll_found_files *files;
    ll_arena *arena;
    ll_view folder, glob;
    uint32_t left;     /* of the entries that may be looked at */
    size_t depth_most; /* of folders below the first: none is deeper that could match */
    LL_ARRAY(ll_view) open;
    ll_error *error;
} folder_walk;

static size_t count_slashes(ll_view path) {
    size_t count = 0;
    for (size_t i = 0; i < path.len; i++)
        count += path.ptr[i] == '/';
    return count;
}

static void add_file(folder_walk *w, ll_view path) {
    ll_view caught;
    if (ll_glob_matches(w->arena, w->glob, path, &caught))
        LL_ARRAY_PUSH(w->arena, w->files, ((ll_found_file){path, ll_arena_copy(w->arena, caught)}));
}

static void look_at(folder_walk *w, ll_view inside, const char *name) {
    struct stat about;
    ll_view path = ll_arena_copy(w->arena, ll_path_join(w->arena, inside, ll_view_of(name)));
    ll_view whole = ll_path_join(w->arena, w->folder, path);
    if (lstat(ll_arena_copy(w->arena, whole).ptr, &about) != 0)
        return; /* it went away */
    if (S_ISREG(about.st_mode))
        add_file(w, path);
    else if (S_ISDIR(about.st_mode) && strcmp(name, "node_modules") != 0 &&
             count_slashes(path) < w->depth_most)
        LL_ARRAY_PUSH(w->arena, &w->open, path);
}

static void close_listing(void *resource) {
    DIR **listing = resource;
    if (*listing)
        closedir(*listing);
    *listing = NULL;
}

static ll_status read_folder(folder_walk *w, ll_view inside) {
    ll_view whole = ll_arena_copy(w->arena, ll_path_join(w->arena, w->folder, inside));
    DIR **listing = LL_ARENA_NEW(w->arena, DIR *);
    ll_arena_defer(w->arena, close_listing, listing);
    *listing = opendir(whole.ptr);
    int reason = errno;
    if (!*listing && reason == ENOENT)
        return LL_OK;
    if (!*listing)
        return ll_error_system(w->error, ll_path_shown(w->arena, whole), "cannot read", reason);
    for (const struct dirent *entry; (entry = readdir(*listing)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        if (w->left-- == 0)
            return ll_error_set(w->error, LL_E_LIMIT, (ll_view){0}, 0, 0,
                                "too many files and folders to look for \"%.*s\"; begin the "
                                "pattern with a folder",
                                LL_VIEW_ARG(w->glob));
        look_at(w, inside, entry->d_name);
    }
    close_listing(listing);
    return LL_OK;
}

static int by_path(const void *left, const void *right) {
    return ll_view_compare(((const ll_found_file *)left)->path,
                           ((const ll_found_file *)right)->path);
}

ll_status ll_walk_find(ll_found_files *files, ll_arena *arena, ll_view folder, ll_view glob,
                       uint32_t most, ll_error *error) {
    ll_view first = ll_glob_folder(glob);
    bool deep = ll_view_find(glob, LL_VIEW("**"), 0) != LL_VIEW_NONE;
    folder_walk w = {.files = files,
                     .arena = arena,
                     .folder = folder,
                     .glob = glob,
                     .left = most,
                     .depth_most = deep ? SIZE_MAX : count_slashes(glob),
                     .error = error};
    ll_path_kind kind = first.len ? ll_path_kind_below(arena, folder, first) : LL_PATH_FOLDER;
    if (kind == LL_PATH_LINK)
        return ll_error_set(error, LL_E_INVALID, (ll_view){0}, 0, 0,
                            "\"%.*s\" is reached by a symbolic link, which may lead out of the "
                            "configuration's folder",
                            LL_VIEW_ARG(first));
    if (kind != LL_PATH_FOLDER)
        return LL_OK;
    uint32_t before = files->len;
    LL_ARRAY_PUSH(arena, &w.open, first);
    while (w.open.len > 0) {
        ll_status status = read_folder(&w, w.open.at[--w.open.len]);
        if (status != LL_OK)
            return status;
    }
    if (files->len > before)
        qsort(files->at + before, files->len - before, sizeof *files->at, by_path);
    return LL_OK;
}
