/* Files of the lesson's own folder that it imports. */
#include "facts/facts.h"

enum { NEIGHBOURS_MOST = 16 };

struct ll_neighbours {
    struct {
        ll_view import_path;
        const ll_lesson *lesson; /* NULL: looked for in vain */
    } known[NEIGHBOURS_MOST];
    uint32_t count;
};

/* "./X" and "./a/X"; a path that climbs would leave the folder. */
static bool stays_below(ll_view path) {
    return ll_view_starts(path, LL_VIEW("./")) &&
           ll_view_find(path, LL_VIEW(".."), 0) == LL_VIEW_NONE;
}

/* The lesson's path up to its last slash. */
static ll_view folder_of(ll_view path) {
    while (path.len > 0 && path.ptr[path.len - 1] != '/')
        path = ll_view_slice(path, 0, path.len - 1);
    return path;
}

static const ll_lesson *read_file(ll_facts *facts, ll_view path) {
    ll_source *source = NULL;
    ll_error error = {0};
    if (!ll_source_exists(facts->arena, path))
        return NULL;
    ll_status status = ll_source_read(&source, facts->arena, path, &error);
    if (status == LL_E_MEMORY) /* says nothing of the file */
        ll_arena_raise(facts->arena, &error);
    if (status != LL_OK)
        return NULL;
    const ll_lesson *lesson = ll_lesson_parse(facts->arena, source);
    return lesson->tsx->fault ? NULL : lesson;
}

static const ll_lesson *look_for(ll_facts *facts, ll_view import_path) {
    static const char *const endings[] = {".tsx", ".jsx", "/index.tsx", "/index.jsx", ""};
    ll_view folder = folder_of(facts->sources[LL_DOCUMENT_LESSON]->path);
    ll_view name = ll_view_slice(import_path, 2, import_path.len);
    bool whole = ll_view_ends(name, LL_VIEW(".tsx")) || ll_view_ends(name, LL_VIEW(".jsx"));
    for (size_t i = whole ? 4 : 0; i < (whole ? 5 : 4); i++) {
        ll_view path = ll_arena_format(facts->arena, "%.*s%.*s%s", LL_VIEW_ARG(folder),
                                       LL_VIEW_ARG(name), endings[i]);
        const ll_lesson *lesson = read_file(facts, path);
        if (lesson)
            return lesson;
    }
    return NULL;
}

const ll_lesson *ll_facts_neighbour(ll_facts *facts, ll_view import_path) {
    if (!stays_below(import_path) ||
        ll_view_equal(facts->sources[LL_DOCUMENT_LESSON]->path, LL_VIEW("-")))
        return NULL;
    if (!facts->neighbours)
        facts->neighbours = LL_ARENA_NEW(facts->arena, struct ll_neighbours);
    struct ll_neighbours *all = facts->neighbours;
    for (uint32_t i = 0; i < all->count; i++)
        if (ll_view_equal(all->known[i].import_path, import_path))
            return all->known[i].lesson;
    if (all->count == NEIGHBOURS_MOST)
        return NULL;
    const ll_lesson *lesson = look_for(facts, import_path);
    all->known[all->count].import_path = import_path;
    all->known[all->count++].lesson = lesson;
    return lesson;
}
