/* Other names that a file has for components: `import { X as Y }`, `import * as B`, `const Y = X`,
 * `const { Content: Y } = Row`. */
#include "lesson/parse.h"

#include <stdlib.h>

enum {
    LEVELS_MOST = 4,       /* of aliases of aliases */
    SCOPES_MOST = 64,      /* that are asked for a name */
    TYPE_TOKENS_MOST = 32, /* of the type in `const Y: React.FC<Props> = X` */
    EXPORT_MOST = 32       /* bytes in front of `{…}` that may say `export type` */
};

/* A name, and what it stands for among the nodes [first, after). */
typedef struct alias {
    ll_view name,
        target;   /* no target: the name of all that a file exports, as in `import * as B` */
    ll_view path; /* of an import */
    uint32_t first, after;
} alias;

typedef struct alias_list {
    ll_arena *arena;
    ll_tsx *tsx;
    LL_ARRAY(alias) all; /* sorted by name, then by `first` */
    LL_ARRAY(alias)
    bound; /* what the file declares, or imports under its own name; sorted so, too */
} alias_list;

/* The name or sign at `*at`, behind blanks and comments; empty at the end. */
static ll_view next_token(const ll_tsx *tsx, uint32_t *at, uint32_t to) {
    uint32_t start = ll_source_skip_blanks(tsx, *at, to), end = start;
    while (end < to && ll_is_name_byte(tsx->source->text.ptr[end]))
        end++;
    *at = end == start && end < to ? end + 1 : end;
    return ll_tsx_text(tsx, start, *at);
}

static bool is_name(ll_view token) {
    return token.len > 0 && ll_is_name_byte(token.ptr[0]);
}

static bool is_sign(ll_view token, char sign) {
    return token.len == 1 && token.ptr[0] == sign;
}

/* --- imports ---------------------------------------------------------------------------------- */

static void add_import(alias_list *in, ll_view name, ll_view target, ll_view path) {
    alias made = {name, target, path, 0, in->tsx->nodes.len};
    if (ll_view_equal(name, target))
        LL_ARRAY_PUSH(in->arena, &in->bound, made);
    else if (!ll_view_equal(target, LL_VIEW("default")))
        LL_ARRAY_PUSH(in->arena, &in->all, made);
}

/* `{ X, X as Y, type X }` */
static void read_names(alias_list *in, uint32_t group, ll_view path) {
    const ll_tsx *tsx = in->tsx;
    uint32_t at = tsx->nodes.at[group].inner_start, to = tsx->nodes.at[group].inner_end;
    while (at < to) {
        ll_view target = next_token(tsx, &at, to), name = target;
        ll_view behind = next_token(tsx, &at, to);
        if (ll_view_equal(behind, LL_VIEW("as"))) {
            name = next_token(tsx, &at, to);
            behind = next_token(tsx, &at, to);
        }
        if (is_name(target) && is_name(name) && !is_name(behind))
            add_import(in, name, target, path);
        while (at < to && behind.len > 0 && !is_sign(behind, ','))
            behind = next_token(tsx, &at, to);
    }
}

/* [start, to) is what stands between the statement before and a path without `{…}`. */
static void read_namespace(alias_list *in, uint32_t start, uint32_t to, ll_view path) {
    ll_view before = {0}, token;
    bool all = false;
    while ((token = next_token(in->tsx, &start, to)).len > 0) {
        if (all && ll_view_equal(before, LL_VIEW("as")) && is_name(token))
            add_import(in, token, (ll_view){0}, path);
        all = is_sign(token, '*') || (all && ll_view_equal(token, LL_VIEW("as")));
        before = token;
    }
}

static bool is_exported(const ll_tsx *tsx, uint32_t group) {
    uint32_t at = tsx->nodes.at[group].start;
    ll_view before = ll_view_trim(ll_tsx_text(tsx, at > EXPORT_MOST ? at - EXPORT_MOST : 0, at));
    return ll_view_ends(before, LL_VIEW("export")) || ll_view_ends(before, LL_VIEW("export type"));
}

/* One import or export; `before` is the node before its path, or LL_TSX_NONE. */
static void read_import(alias_list *in, uint32_t before, uint32_t path) {
    const ll_tsx *tsx = in->tsx;
    const ll_tsx_node *node = &tsx->nodes.at[path];
    ll_view from = ll_tsx_text(tsx, node->inner_start, node->inner_end);
    uint32_t start = before == LL_TSX_NONE ? 0 : tsx->nodes.at[before].end, at = start;
    bool names = ll_view_equal(next_token(tsx, &at, node->start), LL_VIEW("from"));
    if (!names)
        read_namespace(in, start, node->start, from);
    else if (before != LL_TSX_NONE && !is_exported(tsx, before))
        read_names(in, before, from);
}

static void read_imports(alias_list *in) {
    const ll_tsx *tsx = in->tsx;
    uint32_t before = LL_TSX_NONE; /* the node before, no comment */
    for (uint32_t i = 0; i < tsx->nodes.len; i = tsx->nodes.at[i].after) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (node->kind == LL_TSX_COMMENT)
            continue;
        if (node->kind == LL_TSX_STRING && node->sign == LL_SIGN_KEYWORD &&
            ll_view_equal(ll_tsx_lead(tsx, i), LL_VIEW("from")))
            read_import(in, before, i);
        before = i;
    }
}

/* --- constants -------------------------------------------------------------------------------- */

/* `X` or `X.Y`, up to the end of the statement or `as`; empty when the value is anything else. */
static ll_view read_target(const ll_tsx *tsx, uint32_t at) {
    ll_view text = tsx->source->text;
    uint32_t to = (uint32_t)text.len, start = ll_source_skip_blanks(tsx, at, to), stop = start;
    while (stop < to && (ll_is_name_byte(text.ptr[stop]) || text.ptr[stop] == '.'))
        stop++;
    if (stop == start || !ll_is_upper(text.ptr[start]) || text.ptr[stop - 1] == '.')
        return (ll_view){0};
    uint32_t next = stop;
    ll_view behind = next_token(tsx, &next, to);
    bool as = ll_view_equal(behind, LL_VIEW("as"));
    bool line = ll_view_find_byte(ll_tsx_text(tsx, stop, next), '\n', 0) != LL_VIEW_NONE;
    bool ends = behind.len == 0 || is_sign(behind, ';') || is_sign(behind, '}');
    return as || ends || (line && is_name(behind)) ? ll_tsx_text(tsx, start, stop) : (ll_view){0};
}

/* `{ Content, Aside: Side } = Row`, behind the opening bracket. */
static void read_pattern(alias_list *in, uint32_t at, alias made) {
    const ll_tsx *tsx = in->tsx;
    uint32_t to = (uint32_t)tsx->source->text.len, first = at;
    ll_view token;
    do { /* to the end, which is what they are taken from */
        token = next_token(tsx, &at, to);
    } while (is_name(token) || is_sign(token, ',') || is_sign(token, ':'));
    uint32_t end = at;
    if (!is_sign(token, '}') || !is_sign(next_token(tsx, &at, to), '='))
        return;
    ll_view from = read_target(tsx, at);
    for (at = first; from.len > 0 && at < end;) {
        ll_view key = next_token(tsx, &at, end), behind = next_token(tsx, &at, end);
        made.name = key;
        if (is_sign(behind, ':')) {
            made.name = next_token(tsx, &at, end);
            behind = next_token(tsx, &at, end);
        }
        if (!is_name(key) || !is_name(made.name) || is_name(behind))
            return;
        made.target = ll_arena_format(in->arena, "%.*s.%.*s", LL_VIEW_ARG(from), LL_VIEW_ARG(key));
        LL_ARRAY_PUSH(in->arena, &in->all, made);
    }
}

/* What stands behind a `const`. */
static void read_constant(alias_list *in, uint32_t at, alias made) {
    const ll_tsx *tsx = in->tsx;
    uint32_t to = (uint32_t)tsx->source->text.len;
    ll_view token = next_token(tsx, &at, to);
    if (is_sign(token, '{')) {
        read_pattern(in, at, made);
        return;
    }
    made.name = token;
    if (!is_name(token) || !ll_is_upper(token.ptr[0]))
        return;
    token = next_token(tsx, &at, to);
    bool typed = is_sign(token, ':');
    for (int i = 0; typed && i < TYPE_TOKENS_MOST && !is_sign(token, '='); i++)
        token = next_token(tsx, &at, to);
    made.target = is_sign(token, '=') ? read_target(tsx, at) : (ll_view){0};
    if (made.target.len > 0)
        LL_ARRAY_PUSH(in->arena, &in->all, made);
}

/* Whether `const` stands as a word of code at an offset in the node. */
static bool is_code(const ll_tsx *tsx, uint32_t node, uint32_t at, uint32_t end) {
    ll_view text = tsx->source->text;
    bool word = (at == 0 || !ll_is_name_byte(text.ptr[at - 1])) &&
                (end == text.len || !ll_is_name_byte(text.ptr[end]));
    return word && (node == LL_TSX_NONE || (tsx->nodes.at[node].kind == LL_TSX_GROUP &&
                                            text.ptr[tsx->nodes.at[node].start] == '{'));
}

/* A constant holds in the statements that it stands among. */
static void read_constants(alias_list *in) {
    static const ll_view word = LL_VIEW_INIT("const");
    const ll_tsx_node *nodes = in->tsx->nodes.at;
    uint32_t len = in->tsx->nodes.len, next = 0, around = LL_TSX_NONE;
    ll_view text = in->tsx->source->text;
    for (size_t at = 0; (at = ll_view_find_nocase(text, word, at)) != LL_VIEW_NONE;
         at += word.len) {
        if (memcmp(text.ptr + at, word.ptr, word.len) != 0) /* that search is the faster one */
            continue;
        while (next < len && nodes[next].start <= at)
            around = next++;
        while (around != LL_TSX_NONE && nodes[around].end <= at)
            around = nodes[around].parent;
        uint32_t end = (uint32_t)(at + word.len);
        alias made = {.first = around == LL_TSX_NONE ? 0 : around,
                      .after = around == LL_TSX_NONE ? len : nodes[around].after};
        if (is_code(in->tsx, around, (uint32_t)at, end))
            read_constant(in, end, made);
    }
}

/* --- elements --------------------------------------------------------------------------------- */

static int compare_aliases(const void *a, const void *b) {
    const alias *left = a, *right = b;
    int order = ll_view_compare(left->name, right->name);
    return order ? order : (left->first > right->first) - (left->first < right->first);
}

/* The innermost one that holds at a node, or NULL. */
static const alias *find(const alias_list *in, ll_view name, uint32_t node) {
    const alias wanted = {.name = name, .first = node};
    uint32_t low = 0, high = in->all.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_aliases(&in->all.at[middle], &wanted) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (int asked = 0; asked < SCOPES_MOST && low > 0; asked++) {
        const alias *seen = &in->all.at[--low];
        if (!ll_view_equal(seen->name, name))
            break;
        if (node < seen->after)
            return seen;
    }
    return NULL;
}

/* Whether the file has something else under the name that an import renames: what is called so is
 * that. */
static bool is_taken(const alias_list *in, ll_view name, const alias *import) {
    uint32_t low = ll_view_lower_bound(name, in->bound.at, in->bound.len, sizeof *in->bound.at);
    return import->path.len > 0 && low < in->bound.len &&
           ll_view_equal(in->bound.at[low].name, name) &&
           !ll_view_equal(in->bound.at[low].path, import->path);
}

/* The name that one at a node stands for, itself when it is no alias. A name that the shared
 * library has is taken for what it says: `import { CourseRow as Row }`. */
static ll_view stands_for(const alias_list *in, ll_view name, uint32_t node) {
    for (int level = 0; level < LEVELS_MOST && !ll_lesson_is_block(name); level++) {
        ll_view head = ll_view_until(name, '.'), rest = ll_view_slice(name, head.len, name.len);
        const alias *found = find(in, head, node);
        ll_view target = found ? found->target : (ll_view){0};
        if (found && target.len == 0) {
            target = rest.len > 0 ? ll_view_slice(rest, 1, rest.len) : rest;
            rest = (ll_view){0};
        }
        bool known = target.len > 0 && (found->target.len > 0 || ll_lesson_is_block(target));
        if (!known || is_taken(in, ll_view_until(target, '.'), found))
            break;
        name = rest.len == 0
                   ? target
                   : ll_arena_format(in->arena, "%.*s%.*s", LL_VIEW_ARG(target), LL_VIEW_ARG(rest));
    }
    return name;
}

static void rename_elements(alias_list *in) {
    ll_tsx *tsx = in->tsx;
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        if (tsx->nodes.at[i].kind != LL_TSX_ELEMENT || ll_tsx_is_host(tsx, i))
            continue;
        ll_view own = ll_tsx_lead(tsx, i), name = stands_for(in, own, i);
        if (!ll_view_equal(own, name))
            ll_tsx_rename(in->arena, tsx, i, name);
    }
}

static void list_declared(alias_list *in) {
    const ll_tsx_declarations *declared = &in->tsx->declarations;
    for (uint32_t i = 0; i < declared->len; i++)
        LL_ARRAY_PUSH(in->arena, &in->bound, ((alias){.name = declared->at[i].name}));
}

void ll_aliases_parse(ll_arena *arena, ll_tsx *tsx) {
    alias_list in = {.arena = arena, .tsx = tsx};
    read_imports(&in);
    read_constants(&in);
    if (in.all.len == 0)
        return;
    list_declared(&in);
    qsort(in.all.at, in.all.len, sizeof *in.all.at, compare_aliases);
    if (in.bound.len > 1)
        qsort(in.bound.at, in.bound.len, sizeof *in.bound.at, compare_aliases);
    rename_elements(&in);
}
