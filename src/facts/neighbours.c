/* Files that a lesson imports: components of its own folder, and widgets. */
#include "facts/names.h"
#include "facts/shown.h"
#include "facts/values.h"

#include <assert.h>

/* A file that was looked for, by where it was imported and how. */
typedef struct neighbour {
    ll_view file, import_path;
    ll_view path;      /* empty: looked for in vain */
    ll_source *source; /* NULL then */
    ll_lesson *lesson; /* NULL then; it may have a fault */
} neighbour;

struct ll_neighbours {
    neighbour known[LL_NEIGHBOURS_MOST];
    uint32_t count;
};

/* "./X" and "./a/X"; a path that climbs would leave the folder. */
static bool stays_below(ll_view path) {
    return ll_view_starts(path, LL_VIEW("./")) &&
           ll_view_find(path, LL_VIEW(".."), 0) == LL_VIEW_NONE;
}

/* A path up to its last slash. */
static ll_view folder_of(ll_view path) {
    while (path.len > 0 && path.ptr[path.len - 1] != '/')
        path = ll_view_slice(path, 0, path.len - 1);
    return path;
}

static bool is_relative(ll_view path) {
    return ll_view_starts(path, LL_VIEW("./")) || ll_view_starts(path, LL_VIEW("../"));
}

/* What a relative path means in a folder; empty when it climbs higher than the folder tells. */
static ll_view joined(ll_arena *arena, ll_view folder, ll_view path) {
    while (is_relative(path)) {
        bool up = path.ptr[1] == '.';
        path = ll_view_slice(path, up ? 3 : 2, path.len);
        if (up && (folder.len == 0 || ll_view_ends(folder, LL_VIEW("../"))))
            return (ll_view){0};
        if (up)
            folder = folder_of(ll_view_slice(folder, 0, folder.len - 1));
    }
    return ll_arena_format(arena, "%.*s%.*s", LL_VIEW_ARG(folder), LL_VIEW_ARG(path));
}

static ll_view without_dot(ll_view path) {
    return ll_view_starts(path, LL_VIEW("./")) ? ll_view_slice(path, 2, path.len) : path;
}

/* One that was given beside the documents, or NULL. */
static const ll_side_file *given(const ll_facts *facts, ll_view path) {
    for (uint32_t i = 0; i < facts->around.file_count; i++)
        if (ll_view_equal(without_dot(facts->around.files[i].path), without_dot(path)))
            return &facts->around.files[i];
    return NULL;
}

bool ll_facts_is_apart(const ll_facts *facts, const ll_facts *widget) {
    const ll_source *source = widget->sources[LL_DOCUMENT_LESSON];
    return facts->around.files_apart && source && given(facts, source->path);
}

static ll_status read_source(ll_facts *facts, ll_source **out, ll_view path, ll_error *error) {
    const ll_side_file *file = given(facts, path);
    if (!file || !file->source)
        return ll_source_read(out, facts->arena, path, error);
    *out = LL_ARENA_NEW(facts->arena, ll_source); /* its lines are counted here */
    **out = *file->source;
    (*out)->arena = facts->arena;
    return LL_OK;
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
    if (!wanted->lesson && (given(facts, path) || ll_source_exists(facts->arena, path))) {
        ll_status status = read_source(facts, &wanted->source, path, &error);
        if (status == LL_E_MEMORY) /* says nothing of the file */
            ll_arena_raise(facts->arena, &error);
        if (status == LL_OK)
            wanted->lesson = ll_lesson_parse(facts->arena, wanted->source);
    }
    if (wanted->lesson)
        wanted->path = path;
}

/* The path that may be read for an import; empty: none. */
static ll_view path_of(const ll_facts *facts, ll_view file, ll_view import_path) {
    ll_arena *arena = facts->arena;
    ll_view path = {0};
    if (facts->around.find_import)
        path = facts->around.find_import(&facts->around, arena, file, import_path);
    else if (stays_below(import_path))
        path = joined(arena, folder_of(file), import_path);
    if (path.len > 0 || !is_relative(import_path))
        return path;
    path = joined(arena, folder_of(file), import_path);
    return given(facts, path) ? path : (ll_view){0};
}

ll_view ll_facts_importable(ll_view path) {
    static const ll_view endings[] = {LL_VIEW_INIT(".tsx"), LL_VIEW_INIT(".jsx"),
                                      LL_VIEW_INIT("/index")};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ll_view_ends(path, endings[i]))
            path = ll_view_slice(path, 0, path.len - endings[i].len);
    return path;
}

/* How many names the ends of two paths have in common. */
static uint32_t common_names(ll_view a, ll_view b) {
    uint32_t count = 0;
    for (;; count++) {
        size_t from_a = folder_of(a).len, from_b = folder_of(b).len;
        if (from_a == a.len ||
            !ll_view_equal(ll_view_slice(a, from_a, a.len), ll_view_slice(b, from_b, b.len)))
            return count;
        if (from_a == 0 || from_b == 0)
            return count + 1;
        a = ll_view_slice(a, 0, from_a - 1);
        b = ll_view_slice(b, 0, from_b - 1);
    }
}

/* The given file whose path ends most like an import by an alias, whose folder is not known:
 * "@/widgets/Gauge" is "src/widgets/Gauge.tsx". Empty when there is none, or more than one. */
static ll_view path_by_end(const ll_facts *facts, ll_view import_path) {
    ll_view best = {0}, wanted = ll_facts_importable(import_path);
    uint32_t most = 0;
    if (is_relative(import_path) || ll_view_find_byte(import_path, '/', 0) == LL_VIEW_NONE)
        return best;
    for (uint32_t i = 0; i < facts->around.file_count; i++) {
        ll_view path = facts->around.files[i].path;
        uint32_t common = common_names(ll_facts_importable(path), wanted);
        if (common > 0 && common >= most)
            best = common > most ? path : (ll_view){0};
        most = common > most ? common : most;
    }
    return best;
}

static void look_for(ll_facts *facts, neighbour *wanted) {
    static const char *const endings[] = {".tsx", ".jsx", "/index.tsx", "/index.jsx", ""};
    ll_view path = wanted->import_path;
    bool whole = ll_view_ends(path, LL_VIEW(".tsx")) || ll_view_ends(path, LL_VIEW(".jsx"));
    for (size_t i = whole ? 4 : 0; i < (whole ? 5 : 4) && !wanted->lesson; i++) {
        ll_view tried = ll_arena_format(facts->arena, "%.*s%s", LL_VIEW_ARG(path), endings[i]);
        tried = path_of(facts, wanted->file, tried);
        if (tried.len > 0)
            read_once(facts, wanted, tried);
    }
    if (!wanted->lesson && facts->around.file_count > 0) {
        ll_view like = path_by_end(facts, path);
        if (like.len > 0)
            read_once(facts, wanted, like);
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
    if (all->count == LL_NEIGHBOURS_MOST)
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

bool ll_facts_is_library(ll_view name, ll_view path) {
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

/* The blocks of the shared library lie in one folder and show what the lesson gives them. */
bool ll_shown_may_hide(ll_view path) {
    static const ll_view library = LL_VIEW_INIT("components/lessons");
    if (!ll_facts_is_local(path))
        return false;
    size_t found = ll_view_find(path, library, 0);
    if (found == LL_VIEW_NONE)
        return true;
    ll_view rest = ll_view_slice(path, found + library.len, path.len);
    return rest.len > 0 && ll_view_find_byte(rest, '/', 1) != LL_VIEW_NONE;
}

/* The number of the widget with this path, LL_SHOWS_NOTHING for the lesson itself, or
 * LL_SHOWS_UNSEEN. */
static uint32_t known_as(const ll_facts *facts, ll_view path) {
    if (ll_view_equal(facts->sources[LL_DOCUMENT_LESSON]->path, path))
        return LL_SHOWS_NOTHING;
    for (uint32_t i = 0; i < facts->widget_count; i++)
        if (ll_view_equal(facts->sources[LL_DOCUMENTS + i]->path, path))
            return i;
    return LL_SHOWS_UNSEEN;
}

static uint32_t add_widget(ll_facts *facts, const neighbour *file, uint32_t shown_at) {
    if (facts->widget_count == LL_WIDGETS_MOST)
        return LL_SHOWS_UNSEEN;
    ll_facts *widget = LL_ARENA_NEW(facts->arena, ll_facts);
    widget->arena = facts->arena;
    widget->vocabulary = facts->vocabulary;
    widget->stemmer = facts->stemmer;
    widget->around = facts->around;
    widget->tsx = file->lesson->tsx;
    widget->lesson = file->lesson->tsx->fault ? NULL : file->lesson;
    facts->imported->hides[facts->widget_count] = !widget->lesson;
    widget->sources[LL_DOCUMENT_LESSON] = file->source;
    widget->shown_at = shown_at;
    facts->sources[LL_DOCUMENTS + facts->widget_count] = file->source;
    facts->widgets[facts->widget_count++] = widget;
    return facts->widget_count - 1;
}

/* The widget of the component that `element` of one file is, added when it is new. */
static uint32_t widget_for(ll_facts *facts, ll_facts *user, uint32_t element) {
    ll_view name = ll_tsx_lead(user->tsx, element);
    if (ll_tsx_is_host(user->tsx, element) || ll_facts_is_plain_block(name))
        return LL_SHOWS_NOTHING;
    ll_view path = ll_facts_import(user, name);
    if (path.len == 0 || ll_facts_is_library(name, path))
        return LL_SHOWS_NOTHING;
    const neighbour *found = find(facts, user->sources[LL_DOCUMENT_LESSON]->path, path);
    if (!found || !found->lesson)
        return ll_shown_may_hide(path) ? LL_SHOWS_UNSEEN : LL_SHOWS_NOTHING;
    uint32_t known = known_as(facts, found->path);
    if (known != LL_SHOWS_UNSEEN)
        return known;
    return add_widget(facts, found, user == facts ? element : user->shown_at);
}

/* Adds the files of the components that one file uses; returns what each name of it stands for. */
static uint32_t *add_widgets_of(ll_facts *facts, ll_facts *user) {
    const ll_names *names = ll_facts_names(user);
    uint32_t *found = LL_ARENA_ARRAY(facts->arena, uint32_t, names->all.len);
    for (uint32_t i = 0; i < names->all.len; i++) {
        found[i] = widget_for(facts, user, names->all.at[i].first);
        facts->imported->any |= found[i] != LL_SHOWS_NOTHING;
    }
    return found;
}

static void note_hidden(void *hides, uint32_t node) {
    (void)node;
    *(bool *)hides = true;
}

static void add_widgets_of_widget(ll_facts *facts, uint32_t widget) {
    const uint32_t *found = add_widgets_of(facts, facts->widgets[widget]);
    uint32_t len = ll_facts_names(facts->widgets[widget])->all.len;
    for (uint32_t i = 0; i < len; i++) {
        facts->imported->hides[widget] |= found[i] == LL_SHOWS_UNSEEN;
        facts->imported->shows[widget] |= found[i] < LL_WIDGETS_MOST ? UINT32_C(1) << found[i] : 0;
    }
    ll_values_shown(facts->widgets[widget], note_hidden, &facts->imported->hides[widget]);
}

/* What a widget's widgets show it shows, too; each round leads one file further. */
static void spread(struct ll_imported *imported, uint32_t count) {
    for (uint32_t round = 0; round < count; round++)
        for (uint32_t i = 0; i < count; i++)
            for (uint32_t k = 0; k < count; k++)
                if (imported->shows[i] >> k & 1) {
                    imported->shows[i] |= imported->shows[k];
                    imported->hides[i] |= imported->hides[k];
                }
}

ll_facts *const *ll_facts_widgets(ll_facts *facts, uint32_t *count) {
    assert(facts->lesson);
    if (!facts->widgets) {
        facts->widgets = LL_ARENA_ARRAY(facts->arena, ll_facts *, LL_WIDGETS_MOST);
        facts->imported = LL_ARENA_NEW(facts->arena, struct ll_imported);
        if (facts->lesson->layout != LL_LESSON_NONE)
            facts->imported->of_name = add_widgets_of(facts, facts);
        for (uint32_t i = 0; i < facts->widget_count; i++)
            if (facts->widgets[i]->lesson)
                add_widgets_of_widget(facts, i);
        spread(facts->imported, facts->widget_count);
    }
    *count = facts->widget_count;
    return facts->widgets;
}
