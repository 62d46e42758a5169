/* Imports and exports of files, each read once, and the lessons that lead to each. */
#include "project/imports.h"

#include "base/error.h"
#include "facts/facts.h"
#include "project/paths.h"
#include "tsx/tsx.h"

#define NOWHERE UINT32_MAX

enum { WORDS_MOST = 4 /* of one name: "type A as B" */ };

/* A name that a file imports or exports. */
typedef struct entry {
    ll_view source; /* as the other file calls it; empty: all that is there */
    ll_view name;   /* as this file calls it; empty: none, or with `exported` each of the source */
    ll_view path;   /* of the other file; empty: this one */
    uint32_t to;    /* its number, or NOWHERE */
    bool exported;
    bool shown; /* an element has this name */
} entry;

typedef LL_ARRAY(entry) entries;

typedef struct file {
    ll_view path; /* as it was named first */
    bool read;
    bool widget; /* TSX, into which rules look */
    entries all;
    ll_import_users users;
} file;

/* A file that is looked through for the sake of a name; empty: of all of them. */
typedef struct step {
    uint32_t file;
    ll_view name;
    bool seen;
} step;

struct ll_import_graph {
    ll_arena *arena, *scratch;
    const ll_config *config;
    ll_error *error;
    ll_status status;
    LL_ARRAY(file) files;
    uint32_t *slots; /* hash table of `files`: number + 1, 0 when free; twice as many at least */
    uint32_t slot_count;
    LL_ARRAY(step) steps; /* of one lesson */
};

/* --- one file --------------------------------------------------------------------------------- */

typedef struct look {
    const ll_config *config;
    ll_arena *arena;
    ll_view path; /* the file's; set to the one that is there */
    entries found;
} look;

static void find_file(look *at) {
    static const char *const endings[] = {"",    ".tsx", ".jsx",      "/index.tsx", "/index.jsx",
                                          ".ts", ".js",  "/index.ts", "/index.js"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        ll_view tried = ll_arena_format(at->arena, "%.*s%s", LL_VIEW_ARG(at->path), endings[i]);
        if (ll_path_kind_below(at->arena, at->config->folder, tried) == LL_PATH_FILE) {
            at->path = tried;
            return;
        }
    }
    at->path = (ll_view){0};
}

static size_t end_of_comment(ll_view text, size_t at) {
    bool line = ll_view_starts(ll_view_slice(text, at, text.len), LL_VIEW("//"));
    size_t end = ll_view_find(text, line ? LL_VIEW("\n") : LL_VIEW("*/"), at + 2);
    return end == LL_VIEW_NONE ? text.len : end + (line ? 1 : 2);
}

/* "A", "A as B", "* as A", "*"; a name outside of braces is that of the default export. */
static void add_name(look *in, const ll_view *words, size_t count, entry made, bool braces) {
    static const ll_view type = LL_VIEW_INIT("type");
    if (count > 0 && ll_view_equal(words[0], type) && (count % 2 == 0 || !braces))
        words++, count--;
    if (count == 0)
        return;
    made.source = words[0];
    made.name = words[count - 1];
    if (ll_view_equal(made.name, LL_VIEW("*")))
        made.name = (ll_view){0};
    if (ll_view_equal(made.source, LL_VIEW("*")))
        made.source = (ll_view){0};
    else if (!braces)
        made.source = LL_VIEW("default");
    LL_ARRAY_PUSH(in->arena, &in->found, made);
}

/* What stands between `import` or `export` and `from`. */
static void add_names(look *in, ll_view text, entry made) {
    ll_view words[WORDS_MOST];
    size_t count = 0;
    bool braces = false;
    for (size_t at = 0, end; at < text.len; at = end) {
        char c = text.ptr[at];
        for (end = at; end < text.len && ll_is_name_byte(text.ptr[end]);)
            end++;
        if (end > at || c == '*') {
            end += end == at;
            if (count < WORDS_MOST)
                words[count++] = ll_view_slice(text, at, end);
        } else if (c == '/') {
            end = end_of_comment(text, at);
        } else {
            end++;
            if (c != ',' && c != '{' && c != '}')
                continue;
            add_name(in, words, count, made, braces);
            count = 0;
            braces = c == '{' || (braces && c == ',');
        }
    }
    add_name(in, words, count, made, braces);
}

/* The place behind the `import` or `export` to which the `from` at `end` belongs; `end` when there
 * is none. What is in braces is passed over: comments may hold anything. */
static size_t clause_of(const ll_tsx *tsx, size_t end, bool *exported) {
    ll_view text = tsx->source->text;
    uint32_t before = end > 0 ? ll_tsx_node_at(tsx, (uint32_t)end - 1) : LL_TSX_NONE;
    while (before != LL_TSX_NONE && tsx->nodes.at[before].parent != LL_TSX_NONE)
        before = tsx->nodes.at[before].parent;
    bool group = before != LL_TSX_NONE && tsx->nodes.at[before].kind == LL_TSX_GROUP &&
                 ll_view_trim(ll_tsx_text(tsx, tsx->nodes.at[before].end, (uint32_t)end)).len == 0;
    for (size_t at = group ? tsx->nodes.at[before].start : end;
         at > 0 && !strchr(";'\"(=", text.ptr[at - 1]); at--) {
        ll_view rest = ll_view_slice(text, at - 1, end);
        *exported = ll_view_starts(rest, LL_VIEW("export"));
        if ((*exported || ll_view_starts(rest, LL_VIEW("import"))) &&
            !ll_is_name_byte(text.ptr[at - 1 + strlen("import")]) &&
            (at == 1 || !ll_is_name_byte(text.ptr[at - 2])))
            return at - 1 + strlen("import");
    }
    return end;
}

/* A string may be a path; one without `from` may stand for all that is there. */
static void add_string(look *in, const ll_tsx *tsx, uint32_t node) {
    const ll_tsx_node *at = &tsx->nodes.at[node];
    entry made = {0};
    if (!ll_curriculum_resolve(in->config, in->arena, in->path,
                               ll_tsx_text(tsx, at->inner_start, at->inner_end), &made.path) ||
        ll_facts_is_library(ll_view_file_name(made.path),
                            ll_path_join(in->arena, LL_VIEW("/"), made.path)))
        return;
    ll_view text = tsx->source->text;
    if (ll_view_equal(ll_tsx_lead(tsx, node), LL_VIEW("from"))) {
        size_t start = clause_of(tsx, at->lead_start, &made.exported);
        add_names(in, ll_view_slice(text, start, at->lead_start), made);
        if (start < at->lead_start)
            return;
        made.exported = false;
    }
    uint32_t declared = ll_tsx_declaration_of(tsx, node);
    if (at->parent != LL_TSX_NONE && declared != LL_TSX_NONE) /* lazy(() => import('…')) */
        made.name = tsx->declarations.at[declared].name;
    LL_ARRAY_PUSH(in->arena, &in->found, made);
}

/* `export { A, B as C }`, when no `from` follows. */
static void add_group(look *in, const ll_tsx *tsx, uint32_t node) {
    const ll_tsx_node *at = &tsx->nodes.at[node];
    ll_view text = tsx->source->text, lead = ll_tsx_lead(tsx, node);
    if (at->parent != LL_TSX_NONE || text.ptr[at->start] != '{' ||
        !(ll_view_equal(lead, LL_VIEW("export")) || ll_view_equal(lead, LL_VIEW("type"))))
        return;
    ll_view rest = ll_view_trim(ll_view_slice(text, at->end, text.len));
    if (!ll_view_starts(rest, LL_VIEW("from")))
        add_names(in, ll_tsx_text(tsx, at->start, at->end), (entry){.exported = true});
}

static void mark_shown(look *in, const ll_tsx *tsx, uint32_t element) {
    ll_view name = ll_tsx_lead(tsx, element);
    if (tsx->fault || ll_tsx_is_host(tsx, element) || ll_facts_is_library(name, LL_VIEW("")))
        return;
    name = ll_view_until(name, '.');
    for (uint32_t i = 0; i < in->found.len && i < LL_IMPORTS_MOST; i++)
        in->found.at[i].shown |=
            !in->found.at[i].exported && name.len > 0 && ll_view_equal(in->found.at[i].name, name);
}

static void list_entries(void *context) {
    look *in = context;
    ll_source *source = NULL;
    ll_error error = {0};
    find_file(in);
    if (in->path.len == 0 ||
        ll_source_read(&source, in->arena, ll_path_join(in->arena, in->config->folder, in->path),
                       &error) != LL_OK)
        return;
    const ll_tsx *tsx = ll_tsx_parse(in->arena, source);
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_STRING)
            add_string(in, tsx, i);
        else if (tsx->nodes.at[i].kind == LL_TSX_GROUP)
            add_group(in, tsx, i);
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_ELEMENT)
            mark_shown(in, tsx, i);
    for (uint32_t i = 0; i < tsx->declarations.len; i++) {
        const ll_tsx_declaration *one = &tsx->declarations.at[i];
        if (one->exported && !ll_view_equal(one->keyword, LL_VIEW("default")))
            LL_ARRAY_PUSH(in->arena, &in->found,
                          ((entry){.source = one->name, .name = one->name, .exported = true}));
    }
}

/* --- all files -------------------------------------------------------------------------------- */

static uint32_t *slot_of(const ll_import_graph *graph, ll_view path) {
    ll_view key = ll_facts_importable(path);
    uint32_t mask = graph->slot_count - 1, at = (uint32_t)ll_view_key(key) & mask;
    while (graph->slots[at] &&
           !ll_view_equal(ll_facts_importable(graph->files.at[graph->slots[at] - 1].path), key))
        at = (at + 1) & mask;
    return &graph->slots[at];
}

static void make_room(ll_import_graph *graph) {
    if (graph->files.len < graph->slot_count / 2)
        return;
    graph->slot_count = graph->slot_count ? 2 * graph->slot_count : 256;
    graph->slots = LL_ARENA_ARRAY(graph->arena, uint32_t, graph->slot_count);
    for (uint32_t i = 0; i < graph->files.len; i++)
        *slot_of(graph, graph->files.at[i].path) = i + 1;
}

static uint32_t number_of(ll_import_graph *graph, ll_view path) {
    make_room(graph);
    uint32_t *slot = slot_of(graph, path);
    if (*slot == 0) {
        LL_ARRAY_PUSH(graph->arena, &graph->files,
                      ((file){.path = ll_arena_copy(graph->arena, path)}));
        *slot = graph->files.len;
    }
    return *slot - 1;
}

/* A file with its entries, which it keeps. */
static const file *read_once(ll_import_graph *graph, uint32_t number) {
    if (graph->files.at[number].read)
        return &graph->files.at[number];
    look in = {graph->config, graph->scratch, graph->files.at[number].path, {0}};
    ll_status status = ll_arena_guard(in.arena, list_entries, &in, graph->error);
    if (status == LL_E_MEMORY)
        graph->status = status;
    if (status != LL_OK)
        in.found.len = 0; /* a limit is for the lesson's own run to tell */
    entries all = {0};
    for (uint32_t i = 0; i < in.found.len; i++) {
        entry one = in.found.at[i];
        one.to = one.path.len > 0 ? number_of(graph, one.path) : NOWHERE;
        one.path = (ll_view){0};
        one.source = ll_arena_copy(graph->arena, one.source);
        one.name = ll_arena_copy(graph->arena, one.name);
        LL_ARRAY_PUSH(graph->arena, &all, one);
    }
    file *made = &graph->files.at[number];
    made->read = true;
    made->widget = ll_view_ends(in.path, LL_VIEW("x"));
    made->all = all;
    ll_arena_reset(in.arena);
    return made;
}

static void follow(ll_import_graph *graph, uint32_t to, ll_view name, bool seen) {
    for (uint32_t i = 0; i < graph->steps.len; i++) {
        const step *known = &graph->steps.at[i];
        if (known->file == to && known->seen >= seen && ll_view_equal(known->name, name))
            return;
    }
    if (to != NOWHERE && graph->steps.len < LL_IMPORTS_FOLLOWED_MOST)
        LL_ARRAY_PUSH(graph->arena, &graph->steps, ((step){to, name, seen}));
}

/* Whether a file exports a name; `vague`: whether it may, since it does not say all its names. */
static bool offers(ll_import_graph *graph, uint32_t number, ll_view name, bool vague) {
    const file *in = read_once(graph, number);
    for (uint32_t i = 0; i < in->all.len; i++)
        if (in->all.at[i].exported && ll_view_equal(in->all.at[i].name, vague ? LL_VIEW("") : name))
            return true;
    return false;
}

/* Follows a name that is not among those of a file to what it exports by `export *`, first of all
 * to where it surely is; false when there is none. */
static bool follow_stars(ll_import_graph *graph, const entries *all, ll_view name) {
    bool passes = false, found = false;
    for (int vague = 0; vague < 2 && !found; vague++)
        for (uint32_t i = 0; i < all->len; i++) {
            const entry *star = &all->at[i];
            if (!star->exported || star->name.len > 0 || star->to == NOWHERE)
                continue;
            passes = true;
            if (!offers(graph, star->to, name, vague))
                continue;
            found = true;
            follow(graph, star->to, name, false);
        }
    return passes;
}

/* Follows an export to where its name comes from; false when that is this file. */
static bool follow_export(ll_import_graph *graph, const entries *all, const entry *export) {
    if (export->to != NOWHERE) {
        follow(graph, export->to, export->source, false);
        return true;
    }
    for (uint32_t i = 0; i < all->len; i++)
        if (!all->at[i].exported && all->at[i].name.len > 0 &&
            ll_view_equal(all->at[i].name, export->source)) {
            follow(graph, all->at[i].to, all->at[i].source, false);
            return true;
        }
    return false;
}

/* Follows a name that a file only passes on; false when it may be its own. */
static bool pass_on(ll_import_graph *graph, const entries *all, ll_view name) {
    for (uint32_t i = 0; i < all->len; i++)
        if (all->at[i].exported && ll_view_equal(all->at[i].name, name))
            return follow_export(graph, all, &all->at[i]);
    return follow_stars(graph, all, name);
}

static void take_step(ll_import_graph *graph, uint32_t pair, step at) {
    const entries all = read_once(graph, at.file)->all;
    ll_import_users *users = &graph->files.at[at.file].users;
    if (users->len == 0 || users->at[users->len - 1].pair != pair)
        LL_ARRAY_PUSH(graph->arena, users, ((ll_import_user){pair, false}));
    bool seen = at.seen && graph->files.at[at.file].widget, whole = at.name.len == 0;
    users->at[users->len - 1].seen |= seen;
    if (!whole && pass_on(graph, &all, at.name))
        return;
    for (uint32_t i = 0; i < all.len; i++)
        if (whole || !all.at[i].exported)
            follow(graph, all.at[i].to, all.at[i].source, seen && all.at[i].shown);
}

ll_status ll_imports_follow(ll_import_graph **out, ll_arena *arena, ll_arena *scratch,
                            const ll_config *config, const ll_curriculum *curriculum,
                            ll_error *error) {
    ll_import_graph *graph = LL_ARENA_NEW(arena, ll_import_graph);
    *graph = (ll_import_graph){
        .arena = arena, .scratch = scratch, .config = config, .error = error, .status = LL_OK};
    make_room(graph);
    for (uint32_t i = 0; i < curriculum->pairs.len && graph->status == LL_OK; i++) {
        if (curriculum->pairs.at[i].lesson.len == 0)
            continue;
        graph->steps.len = 0;
        follow(graph, number_of(graph, curriculum->pairs.at[i].lesson), (ll_view){0}, true);
        for (uint32_t k = 0; k < graph->steps.len && graph->status == LL_OK; k++)
            take_step(graph, i, graph->steps.at[k]);
    }
    *out = graph;
    return graph->status;
}

ll_import_users ll_imports_users(const ll_import_graph *graph, ll_view path) {
    uint32_t slot = *slot_of(graph, path);
    return slot ? graph->files.at[slot - 1].users : (ll_import_users){0};
}
