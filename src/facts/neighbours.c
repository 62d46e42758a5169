/* Files that a lesson imports: components of its own folder, and widgets. */
#include "facts/facts.h"

#include <assert.h>

enum { FILES_MOST = 64 };

/* A file that was looked for, by where it was imported and how. */
typedef struct neighbour {
    ll_view file, import_path;
    ll_view path;      /* empty: looked for in vain */
    ll_source *source; /* NULL then */
    ll_lesson *lesson; /* NULL then; it may have a fault */
} neighbour;

struct ll_neighbours {
    neighbour known[FILES_MOST];
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

/* Another import may have led to the same file. */
static void read_once(ll_facts *facts, neighbour *wanted, ll_view path) {
    const struct ll_neighbours *all = facts->neighbours;
    ll_error error = {0};
    for (uint32_t i = 0; i < all->count && !wanted->lesson; i++)
        if (ll_view_equal(all->known[i].path, path)) {
            wanted->source = all->known[i].source;
            wanted->lesson = all->known[i].lesson;
        }
    if (wanted->lesson || !ll_source_exists(facts->arena, path))
        return;
    ll_status status = ll_source_read(&wanted->source, facts->arena, path, &error);
    if (status == LL_E_MEMORY) /* says nothing of the file */
        ll_arena_raise(facts->arena, &error);
    if (status == LL_OK)
        wanted->lesson = ll_lesson_parse(facts->arena, wanted->source);
}

static void look_for(ll_facts *facts, neighbour *wanted) {
    static const char *const endings[] = {".tsx", ".jsx", "/index.tsx", "/index.jsx", ""};
    ll_view folder = folder_of(wanted->file), path = wanted->import_path;
    bool whole = ll_view_ends(path, LL_VIEW(".tsx")) || ll_view_ends(path, LL_VIEW(".jsx"));
    bool below = stays_below(path);
    if (!below && !facts->around.find_import)
        return;
    for (size_t i = whole ? 4 : 0; i < (whole ? 5 : 4) && !wanted->lesson; i++) {
        ll_view tried = ll_arena_format(facts->arena, "%.*s%s", LL_VIEW_ARG(path), endings[i]);
        if (facts->around.find_import)
            tried = facts->around.find_import(&facts->around, facts->arena, wanted->file, tried);
        else
            tried = ll_arena_format(facts->arena, "%.*s%.*s", LL_VIEW_ARG(folder),
                                    (int)tried.len - 2, tried.ptr + 2);
        if (tried.len == 0)
            continue;
        read_once(facts, wanted, tried);
        if (wanted->lesson)
            wanted->path = tried;
    }
}

/* The file that `file` imports so, or NULL. */
static const neighbour *find(ll_facts *facts, ll_view file, ll_view import_path) {
    if (import_path.len == 0 || ll_view_equal(file, LL_VIEW("-")))
        return NULL;
    if (!facts->neighbours)
        facts->neighbours = LL_ARENA_NEW(facts->arena, struct ll_neighbours);
    struct ll_neighbours *all = facts->neighbours;
    for (uint32_t i = 0; i < all->count; i++)
        if (ll_view_equal(all->known[i].import_path, import_path) &&
            ll_view_equal(all->known[i].file, file))
            return &all->known[i];
    if (all->count == FILES_MOST)
        return NULL;
    neighbour wanted = {.file = file, .import_path = import_path};
    look_for(facts, &wanted);
    all->known[all->count] = wanted;
    return &all->known[all->count++];
}

const ll_lesson *ll_facts_neighbour(ll_facts *facts, ll_view import_path) {
    const neighbour *found = find(facts, facts->sources[LL_DOCUMENT_LESSON]->path, import_path);
    return found && found->lesson && !found->lesson->tsx->fault ? found->lesson : NULL;
}

/* --- widgets ---------------------------------------------------------------------------------- */

/* Blocks of the shared library, which no lesson answers for. */
static bool is_library(ll_view name, ll_view path) {
    static const char *const names[] = {"BlockMath", "Button", "CodeBlock", "ExercisePanel",
                                        "InlineMath"};
    static const char *const folders[] = {"/ui/", "/layout/", "/common/"};
    if (ll_facts_is_plain_block(name) || LL_VIEW_IS_ONE_OF(name, names))
        return true;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (ll_view_find(path, ll_view_of(folders[i]), 0) != LL_VIEW_NONE)
            return true;
    return false;
}

static bool is_known(const ll_facts *facts, ll_view path) {
    for (uint32_t i = 0; i < LL_DOCUMENTS + facts->widget_count; i++)
        if (i != LL_DOCUMENT_PLAN && ll_view_equal(facts->sources[i]->path, path))
            return true;
    return false;
}

static void add_widget(ll_facts *facts, const neighbour *file) {
    ll_facts *widget = LL_ARENA_NEW(facts->arena, ll_facts);
    widget->arena = facts->arena;
    widget->vocabulary = facts->vocabulary;
    widget->stemmer = facts->stemmer;
    widget->around = facts->around;
    widget->tsx = file->lesson->tsx;
    widget->lesson = file->lesson->tsx->fault ? NULL : file->lesson;
    widget->sources[LL_DOCUMENT_LESSON] = file->source;
    facts->sources[LL_DOCUMENTS + facts->widget_count] = file->source;
    facts->widgets[facts->widget_count++] = widget;
}

/* Adds the files of the components that one file uses. */
static void add_widgets_of(ll_facts *facts, ll_facts *user) {
    const ll_tsx *tsx = user->tsx;
    ll_view file = user->sources[LL_DOCUMENT_LESSON]->path;
    for (uint32_t i = 0; i < tsx->nodes.len && facts->widget_count < LL_WIDGETS_MOST; i++) {
        if (tsx->nodes.at[i].kind != LL_TSX_ELEMENT || ll_tsx_is_host(tsx, i))
            continue;
        ll_view name = ll_tsx_lead(tsx, i);
        if (ll_facts_is_plain_block(name))
            continue;
        ll_view path = ll_facts_import(user, name);
        if (path.len == 0 || is_library(name, path))
            continue;
        const neighbour *found = find(facts, file, path);
        if (found && found->lesson && !is_known(facts, found->path))
            add_widget(facts, found);
    }
}

ll_facts *const *ll_facts_widgets(ll_facts *facts, uint32_t *count) {
    assert(facts->lesson);
    if (!facts->widgets) {
        facts->widgets = LL_ARENA_ARRAY(facts->arena, ll_facts *, LL_WIDGETS_MOST);
        if (facts->lesson->layout != LL_LESSON_NONE)
            add_widgets_of(facts, facts);
        for (uint32_t i = 0; i < facts->widget_count; i++)
            if (facts->widgets[i]->lesson)
                add_widgets_of(facts, facts->widgets[i]);
    }
    *count = facts->widget_count;
    return facts->widgets;
}
