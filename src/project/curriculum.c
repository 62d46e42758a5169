/* Finding and pairing what belongs to a curriculum. */
#include "project/curriculum.h"

#include "base/error.h"
#include "facts/facts.h"
#include "project/glob.h"
#include "project/paths.h"
#include "project/walk.h"
#include "tsx/tsx.h"

#include <stdlib.h>

/* A plan or a lesson. */
typedef struct document {
    ll_view path, slug;
    ptrdiff_t partner; /* index, or NOBODY */
    bool ambiguous;    /* another one has the same slug */
} document;

enum { NOBODY = -1 };

typedef LL_ARRAY(document) documents;

typedef struct search {
    ll_arena *arena;
    const ll_config *config;
    ll_error *error;
    documents plans, lessons;
} search;

static ll_status find_all(const search *s, const ll_config_list *globs, ll_found_files *files) {
    for (uint32_t i = 0; i < globs->len; i++) {
        ll_status status = ll_walk_find(files, s->arena, s->config->folder, globs->at[i],
                                        LL_CURRICULUM_ENTRIES_MOST, s->error);
        if (status != LL_OK)
            return status;
    }
    return LL_OK;
}

/* A file that two patterns find is one file. */
static bool is_known(const documents *known, uint32_t before, ll_view path) {
    for (uint32_t i = 0; i < before; i++)
        if (ll_view_equal(known->at[i].path, path))
            return true;
    return false;
}

static ll_status find_documents(const search *s, const ll_config_list *globs, documents *found) {
    for (uint32_t i = 0; i < globs->len; i++) {
        ll_found_files files = {0};
        const ll_config_list one = {&globs->at[i], 1, 1};
        ll_status status = find_all(s, &one, &files);
        if (status != LL_OK)
            return status;
        uint32_t before = found->len;
        for (uint32_t k = 0; k < files.len; k++) {
            const ll_found_file *file = &files.at[k];
            if (is_known(found, before, file->path))
                continue;
            ll_view named = file->caught.len ? file->caught : file->path;
            LL_ARRAY_PUSH(
                s->arena, found,
                ((document){file->path, ll_pairing_slug(s->arena, named), NOBODY, false}));
        }
    }
    return LL_OK;
}

/* In the order of slugs. */
typedef struct by_slug_entry {
    document *of;
} entry;

static int by_slug(const void *left, const void *right) {
    const document *a = ((const entry *)left)->of, *b = ((const entry *)right)->of;
    int order = ll_view_compare(a->slug, b->slug);
    return order ? order : ll_view_compare(a->path, b->path);
}

/* The documents in the order of their slugs; marks those that are not alone with theirs. */
static entry *sorted(const search *s, const documents *all) {
    entry *list = LL_ARENA_ARRAY(s->arena, entry, all->len);
    for (uint32_t i = 0; i < all->len; i++)
        list[i].of = &all->at[i];
    if (all->len > 0)
        qsort(list, all->len, sizeof *list, by_slug);
    for (uint32_t i = 1; i < all->len; i++)
        if (ll_view_equal(list[i].of->slug, list[i - 1].of->slug))
            list[i].of->ambiguous = list[i - 1].of->ambiguous = true;
    return list;
}

static void join(const search *s, document *plan, document *lesson) {
    plan->partner = lesson - s->lessons.at;
    lesson->partner = plan - s->plans.at;
}

static void pair_by_slug(const search *s) {
    const entry *plans = sorted(s, &s->plans), *lessons = sorted(s, &s->lessons);
    for (uint32_t p = 0, l = 0; p < s->plans.len && l < s->lessons.len;) {
        int order = ll_view_compare(plans[p].of->slug, lessons[l].of->slug);
        if (order == 0 && plans[p].of->slug.len > 0 && !plans[p].of->ambiguous &&
            !lessons[l].of->ambiguous)
            join(s, plans[p].of, lessons[l].of);
        p += order <= 0;
        l += order >= 0;
    }
}

/* Takes the parts of `path` one after another; false when ".." leaves the folder. */
static bool add_parts(ll_buffer *out, ll_view path) {
    for (size_t at = 0; at < path.len;) {
        size_t slash = ll_view_find_byte(path, '/', at);
        size_t end = slash == LL_VIEW_NONE ? path.len : slash;
        ll_view part = ll_view_slice(path, at, end);
        at = end + 1;
        if (part.len == 0 || ll_view_equal(part, LL_VIEW(".")))
            continue;
        if (!ll_view_equal(part, LL_VIEW(".."))) {
            if (out->len > 0)
                ll_buffer_add_byte(out, '/');
            ll_buffer_add(out, part);
            continue;
        }
        if (out->len == 0)
            return false;
        ll_view parent = ll_path_parent(ll_buffer_view(out));
        out->len = ll_view_equal(parent, LL_VIEW(".")) ? 0 : parent.len;
    }
    return true;
}

bool ll_curriculum_resolve(const ll_config *config, ll_arena *arena, ll_view file, ll_view import,
                           ll_view *path) {
    ll_buffer out = {.arena = arena, .most = file.len + import.len + LL_GLOB_MOST + 1};
    bool inside = false;
    if (ll_view_starts(import, LL_VIEW("./")) || ll_view_starts(import, LL_VIEW("../"))) {
        inside = add_parts(&out, ll_path_parent(file)) && add_parts(&out, import);
    } else {
        const ll_config_alias *found = NULL;
        for (uint32_t i = 0; i < config->aliases.len; i++)
            if (ll_view_starts(import, config->aliases.at[i].from) &&
                (!found || config->aliases.at[i].from.len > found->from.len))
                found = &config->aliases.at[i];
        inside = found && add_parts(&out, found->to) &&
                 add_parts(&out, ll_view_slice(import, found->from.len, import.len));
    }
    *path = ll_buffer_view(&out);
    return inside && out.len > 0;
}

static ll_source *read_below(const ll_config *config, ll_arena *arena, ll_view path) {
    ll_source *source = NULL;
    ll_error error = {0};
    ll_view whole = ll_path_join(arena, config->folder, path);
    return ll_source_read(&source, arena, whole, &error) == LL_OK ? source : NULL;
}

/* Where a string of the file leads by the rules of imports; false for another node, and when it
 * leads nowhere. */
static bool leads(const ll_config *config, ll_arena *arena, const ll_tsx *tsx, uint32_t node,
                  ll_view file, ll_view *path) {
    const ll_tsx_node *at = &tsx->nodes.at[node];
    return at->kind == LL_TSX_STRING &&
           ll_curriculum_resolve(config, arena, file,
                                 ll_tsx_text(tsx, at->inner_start, at->inner_end), path);
}

static bool is_same_import(ll_view a, ll_view b) {
    return ll_view_equal(ll_facts_importable(a), ll_facts_importable(b));
}

/* The lesson without a plan that the page imports, or NULL. */
static document *imported_by(const search *s, ll_view page) {
    ll_source *source = read_below(s->config, s->arena, page);
    ll_view path;
    if (!source)
        return NULL;
    const ll_tsx *tsx = ll_tsx_parse(s->arena, source);
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        if (!leads(s->config, s->arena, tsx, i, page, &path))
            continue;
        for (uint32_t k = 0; k < s->lessons.len; k++)
            if (s->lessons.at[k].partner == NOBODY && is_same_import(s->lessons.at[k].path, path))
                return &s->lessons.at[k];
    }
    return NULL;
}

static ll_status pair_by_route(const search *s) {
    documents pages = {0};
    ll_status status = find_documents(s, &s->config->routes, &pages);
    for (uint32_t i = 0; status == LL_OK && i < s->plans.len; i++) {
        document *plan = &s->plans.at[i], *lesson = NULL;
        for (uint32_t k = 0; k < pages.len && plan->partner == NOBODY && !lesson; k++)
            if (ll_view_equal(pages.at[k].slug, plan->slug))
                lesson = imported_by(s, pages.at[k].path);
        if (lesson)
            join(s, plan, lesson);
    }
    return status;
}

/* A plan or lesson that is left over though another document has its slug. */
static ll_status check_ambiguous(const search *s, const documents *all, const documents *others,
                                 const char *what) {
    for (uint32_t i = 0; i < all->len; i++) {
        const document *one = &all->at[i], *twin = NULL;
        bool wanted = false;
        if (!one->ambiguous || one->partner != NOBODY)
            continue;
        for (uint32_t k = 0; k < all->len && !twin; k++)
            if (k != i && ll_view_equal(all->at[k].slug, one->slug))
                twin = &all->at[k];
        for (uint32_t k = 0; k < others->len && !wanted; k++)
            wanted =
                others->at[k].partner == NOBODY && ll_view_equal(others->at[k].slug, one->slug);
        if (wanted && twin)
            return ll_error_set(s->error, LL_E_INVALID, s->config->path, 0, 0,
                                "two %s have the same name, %.*s and %.*s: `routes` can tell "
                                "which lesson belongs to which plan",
                                what, LL_VIEW_ARG(one->path), LL_VIEW_ARG(twin->path));
    }
    return LL_OK;
}

static bool lies_below(ll_view folder, ll_view path) {
    ll_view rest;
    return path.len > 0 && (folder.len == 0 || ll_path_below(folder, path, &rest));
}

static void list_pairs(const search *s, ll_curriculum *found, ll_view below) {
    for (uint32_t i = 0; i < s->plans.len; i++) {
        const document *plan = &s->plans.at[i];
        ll_view lesson =
            plan->partner == NOBODY ? ((ll_view){0}) : s->lessons.at[plan->partner].path;
        if (lies_below(below, plan->path) || lies_below(below, lesson))
            LL_ARRAY_PUSH(s->arena, &found->pairs, ((ll_curriculum_pair){plan->path, lesson}));
    }
    for (uint32_t i = 0; i < s->lessons.len; i++)
        if (s->lessons.at[i].partner == NOBODY && lies_below(below, s->lessons.at[i].path))
            LL_ARRAY_PUSH(s->arena, &found->pairs,
                          ((ll_curriculum_pair){{0}, s->lessons.at[i].path}));
}

static ll_status find_others(const search *s, const ll_config_list *globs, ll_view below,
                             ll_config_list *list) {
    ll_found_files files = {0};
    ll_status status = find_all(s, globs, &files);
    for (uint32_t i = 0; status == LL_OK && i < files.len; i++)
        if (lies_below(below, files.at[i].path))
            LL_ARRAY_PUSH(s->arena, list, files.at[i].path);
    return status;
}

ll_status ll_curriculum_notebooks(ll_config_list *out, ll_arena *arena, const ll_config *config,
                                  ll_error *error) {
    search s = {.arena = arena, .config = config, .error = error};
    return find_others(&s, &config->notebooks, (ll_view){0}, out);
}

ll_status ll_curriculum_find(ll_curriculum **out, ll_arena *arena, const ll_config *config,
                             ll_view below, ll_error *error) {
    search s = {.arena = arena, .config = config, .error = error};
    ll_curriculum *found = LL_ARENA_NEW(arena, ll_curriculum);
    if (config->plans.len == 0 && config->lessons.len == 0)
        return ll_error_set(error, LL_E_INVALID, config->path, 0, 0,
                            "folders are linted by `plans` and `lessons`, patterns of paths, of "
                            "which the configuration has none; expected lines such as "
                            "plans: \"plans/{slug}.md\"");
    ll_status status = find_documents(&s, &config->plans, &s.plans);
    if (status == LL_OK)
        status = find_documents(&s, &config->lessons, &s.lessons);
    if (status == LL_OK) {
        pair_by_slug(&s);
        status = pair_by_route(&s);
    }
    if (status == LL_OK)
        status = check_ambiguous(&s, &s.plans, &s.lessons, "plans");
    if (status == LL_OK)
        status = check_ambiguous(&s, &s.lessons, &s.plans, "lessons");
    if (status == LL_OK)
        status = find_others(&s, &config->records, below, &found->records);
    if (status == LL_OK)
        status = find_others(&s, &config->notebooks, below, &found->notebooks);
    if (status != LL_OK)
        return status;
    list_pairs(&s, found, below);
    *out = found;
    return LL_OK;
}
