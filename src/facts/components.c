/* What is known of a component by its name and its import. */
#include "facts/facts.h"

#include <stdlib.h>

enum { LATER_NODES_MOST = 64 /* of a declaration that may import later */ };

bool ll_facts_is_plain_block(ll_view name) {
    return ll_lesson_is_block(name);
}

bool ll_facts_is_frame(ll_view name) {
    static const char *const blocks[] = {"ConstraintBlock", "LessonHeader",   "ModuleCompleteBlock",
                                         "NextStepBlock",   "ObjectiveBlock", "ReferencesBlock",
                                         "SummaryBlock"};
    return LL_VIEW_IS_ONE_OF(name, blocks);
}

bool ll_facts_is_local(ll_view import_path) {
    static const ll_view starts[] = {
        LL_VIEW_INIT("."), LL_VIEW_INIT("/"),    LL_VIEW_INIT("@/"),   LL_VIEW_INIT("~"),
        LL_VIEW_INIT("#"), LL_VIEW_INIT("src/"), LL_VIEW_INIT("app/"), LL_VIEW_INIT("components/")};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (ll_view_starts(import_path, starts[i]))
            return true;
    return false;
}

/* One import: its names as they stand in the source, and its path. */
typedef struct ll_import {
    ll_view names, path;
} ll_import;

/* A word between `import` and a path: a name that may be imported. */
typedef struct imported_name {
    ll_view name;
    uint32_t import;
} imported_name;

struct ll_imports {
    LL_ARRAY(ll_import) all;
    LL_ARRAY(imported_name) names; /* sorted by name, the first import of a name first */
};

static ll_view path_of(const ll_tsx *tsx, uint32_t node) {
    return ll_tsx_text(tsx, tsx->nodes.at[node].inner_start, tsx->nodes.at[node].inner_end);
}

/* What stands between `import` and its path, the string `node`. */
static ll_view names_of(const ll_tsx *tsx, uint32_t node) {
    ll_view text = tsx->source->text;
    size_t path = tsx->nodes.at[node].start, start = path;
    while (start > 0 && text.ptr[start - 1] != ';' &&
           !ll_view_starts(ll_view_slice(text, start, path), LL_VIEW("import")))
        start--;
    return ll_view_slice(text, start, path);
}

/* The node of the path in `const Name = lazy(() => import('path'))`, or LL_TSX_NONE. */
static uint32_t imported_later(const ll_tsx *tsx, const ll_tsx_declaration *declaration) {
    uint32_t first = declaration->first_node, after = declaration->after_node;
    for (uint32_t i = first; i < after && i - first < LATER_NODES_MOST; i++) {
        uint32_t parent = tsx->nodes.at[i].parent;
        if (tsx->nodes.at[i].kind == LL_TSX_STRING && parent != LL_TSX_NONE &&
            ll_view_equal(ll_tsx_lead(tsx, parent), LL_VIEW("import")))
            return i;
    }
    return LL_TSX_NONE;
}

static void add(ll_facts *facts, ll_view names, uint32_t path) {
    LL_ARRAY_PUSH(facts->arena, &facts->imports->all,
                  ((ll_import){names, path_of(facts->tsx, path)}));
}

static int compare_names(const void *left, const void *right) {
    const imported_name *a = left, *b = right;
    int order = ll_view_compare(a->name, b->name);
    return order ? order : a->import < b->import ? -1 : a->import > b->import;
}

static void list_names(ll_arena *arena, struct ll_imports *imports) {
    for (uint32_t i = 0; i < imports->all.len; i++) {
        ll_view text = imports->all.at[i].names;
        for (size_t at = 0, start; at < text.len; at += at == start) {
            for (start = at; at < text.len && ll_is_name_byte(text.ptr[at]);)
                at++;
            if (at > start)
                LL_ARRAY_PUSH(arena, &imports->names,
                              ((imported_name){ll_view_slice(text, start, at), i}));
        }
    }
    if (imports->names.len > 0)
        qsort(imports->names.at, imports->names.len, sizeof *imports->names.at, compare_names);
}

static void read_imports(ll_facts *facts) {
    const ll_tsx *tsx = facts->tsx;
    facts->imports = LL_ARENA_NEW(facts->arena, struct ll_imports);
    for (uint32_t i = 0; i < tsx->nodes.len && facts->imports->all.len < LL_IMPORTS_MOST;
         i = tsx->nodes.at[i].after) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (node->kind == LL_TSX_STRING && node->sign == LL_SIGN_KEYWORD &&
            ll_view_equal(ll_tsx_lead(tsx, i), LL_VIEW("from")))
            add(facts, names_of(tsx, i), i);
    }
    for (uint32_t i = 0; i < tsx->declarations.len && facts->imports->all.len < LL_IMPORTS_MOST;
         i++) {
        uint32_t path = imported_later(tsx, &tsx->declarations.at[i]);
        if (path != LL_TSX_NONE)
            add(facts, tsx->declarations.at[i].name, path);
    }
    list_names(facts->arena, facts->imports);
}

ll_view ll_facts_imported(ll_facts *facts, uint32_t number) {
    if (!facts->imports)
        read_imports(facts);
    return number < facts->imports->names.len ? facts->imports->names.at[number].name : LL_VIEW("");
}

ll_view ll_facts_import(ll_facts *facts, ll_view name) {
    if (!facts->imports)
        read_imports(facts);
    name = ll_view_until(name, '.');
    const struct ll_imports *imports = facts->imports;
    uint32_t low =
        ll_view_lower_bound(name, imports->names.at, imports->names.len, sizeof *imports->names.at);
    if (low < imports->names.len && ll_view_equal(imports->names.at[low].name, name))
        return imports->all.at[imports->names.at[low].import].path;
    return (ll_view){0};
}
