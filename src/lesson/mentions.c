/* What names that stand somewhere in braces are for: whether a constant, or a property of data,
 * goes to code and maths alone. */
#include "lesson/parse.h"

#include <stdlib.h>

enum {
    RAW = 1u << LL_USE_CODE | 1u << LL_USE_MATH,
    SEEN = 1u << LL_USE_SHOWN | 1u << LL_USE_LOOKS
};

/* A name between two nodes of an expression. */
typedef struct token {
    ll_view name;
    bool member; /* x in `a.x`, and in `{ x: 1 }` */
    bool whole;  /* a name whose whole value is taken: `a`, `a[i]`, `a.trim()`, but not `a.x` */
} token;

typedef struct name_walk {
    const ll_tsx *tsx;
    ll_arena *arena;
    ll_mentions *mentions;
    uint8_t *around; /* ll_use of each node's own place */
    uint32_t wanted; /* bits of ll_use: names in other places are passed over */
} name_walk;

typedef void visit_name(name_walk *walk, const token *seen, ll_use use);

static char byte_at(const ll_tsx *tsx, uint32_t at) {
    return at < tsx->source->text.len ? tsx->source->text.ptr[at] : '\0';
}

static uint32_t skip_blanks(const ll_tsx *tsx, uint32_t at) {
    return ll_source_skip_blanks(tsx, at, (uint32_t)tsx->source->text.len);
}

static uint32_t skip_name(const ll_tsx *tsx, uint32_t at) {
    while (ll_is_name_byte(byte_at(tsx, at)))
        at++;
    return at;
}

/* Whether what follows a name takes none of its properties; `[…]` right behind it is `child`. */
static bool is_whole(const ll_tsx *tsx, uint32_t end, uint32_t child) {
    uint32_t at = skip_blanks(tsx, end);
    if (child != LL_TSX_NONE && tsx->nodes.at[child].start == at && byte_at(tsx, at) == '[')
        at = skip_blanks(tsx, tsx->nodes.at[child].end);
    if (byte_at(tsx, at) == '?' && byte_at(tsx, at + 1) == '.')
        at++;
    if (byte_at(tsx, at) != '.')
        return true;
    return byte_at(tsx, skip_blanks(tsx, skip_name(tsx, skip_blanks(tsx, at + 1)))) == '(';
}

static bool is_member(const ll_tsx *tsx, bool object, uint32_t first, uint32_t start,
                      uint32_t end) {
    while (start > first && ll_is_blank(byte_at(tsx, start - 1)))
        start--;
    bool dot = start > first && byte_at(tsx, start - 1) == '.';
    bool spread = dot && start > first + 1 && byte_at(tsx, start - 2) == '.';
    return (dot && !spread) || (object && byte_at(tsx, skip_blanks(tsx, end)) == ':');
}

/* Calls `visit` for the names in [start, end) of `node`, which stand in front of `child`. */
static void visit_gap(name_walk *walk, uint32_t node, uint32_t start, uint32_t end, uint32_t child,
                      visit_name *visit) {
    const ll_tsx *tsx = walk->tsx;
    bool object =
        tsx->nodes.at[node].kind == LL_TSX_GROUP && byte_at(tsx, tsx->nodes.at[node].start) == '{';
    for (uint32_t at = start; at < end;) {
        uint32_t behind = skip_name(tsx, at);
        if (behind == at || ll_is_digit(byte_at(tsx, at))) {
            at = behind + (behind == at);
            continue;
        }
        visit(walk,
              &(token){ll_tsx_text(tsx, at, behind), is_member(tsx, object, start, at, behind),
                       is_whole(tsx, behind, child)},
              (ll_use)walk->around[node]);
        at = behind;
    }
}

static void visit_names(name_walk *walk, visit_name *visit) {
    const ll_tsx *tsx = walk->tsx;
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (!(walk->wanted & 1u << walk->around[i]))
            continue;
        uint32_t at = node->inner_start;
        for (uint32_t child = ll_tsx_first(tsx, i); child != LL_TSX_NONE;
             child = ll_tsx_next(tsx, child)) {
            visit_gap(walk, i, at, tsx->nodes.at[child].start, child, visit);
            at = tsx->nodes.at[child].end;
        }
        visit_gap(walk, i, at, node->inner_end, LL_TSX_NONE, visit);
    }
}

static int compare_mentions(const void *a, const void *b) {
    return ll_view_compare(((const ll_mention *)a)->name, ((const ll_mention *)b)->name);
}

static void note(ll_mention *mention, const token *seen, ll_use use) {
    if (use == LL_USE_NONE)
        mention->parameter = true;
    else if (seen->member)
        mention->member |= (uint8_t)(1u << use);
    else
        mention->plain |= (uint8_t)(1u << use);
    mention->whole |= seen->whole && !seen->member && (RAW & 1u << use);
}

static void add(name_walk *walk, const token *seen, ll_use use) {
    ll_mention *mention = LL_ARRAY_ADD(walk->arena, walk->mentions);
    mention->name = seen->name;
    note(mention, seen, use);
}

static ll_mention *find(const ll_mentions *mentions, ll_view name) {
    ll_mention wanted = {.name = name};
    return mentions->len == 0
               ? NULL
               : bsearch(&wanted, mentions->at, mentions->len, sizeof wanted, compare_mentions);
}

static void note_known(name_walk *walk, const token *seen, ll_use use) {
    ll_mention *mention = find(walk->mentions, seen->name);
    if (mention)
        note(mention, seen, use);
}

/* Sorts them, and makes one of all with a name. */
static void merge(ll_mentions *mentions) {
    uint32_t kept = 0;
    if (mentions->len > 1)
        qsort(mentions->at, mentions->len, sizeof *mentions->at, compare_mentions);
    for (uint32_t i = 0; i < mentions->len; i++) {
        ll_mention *next = &mentions->at[i];
        if (kept == 0 || !ll_view_equal(mentions->at[kept - 1].name, next->name)) {
            mentions->at[kept++] = *next;
            continue;
        }
        mentions->at[kept - 1].plain |= next->plain;
        mentions->at[kept - 1].member |= next->member;
        mentions->at[kept - 1].whole |= next->whole;
    }
    mentions->len = kept;
}

/* Parameters of an arrow function. */
static bool is_parameters(const ll_tsx *tsx, uint32_t node) {
    uint32_t at = skip_blanks(tsx, tsx->nodes.at[node].end);
    return byte_at(tsx, at) == '=' && byte_at(tsx, at + 1) == '>';
}

/* What the braces are for whose expression a node is a part of: LL_USE_HIDDEN in other code, and
 * LL_USE_NONE in parameters. */
static uint8_t use_around(const ll_lesson *lesson, const uint8_t *around, uint32_t node) {
    const ll_tsx_node *nodes = lesson->tsx->nodes.at;
    uint32_t parent = nodes[node].parent;
    uint8_t outer = parent == LL_TSX_NONE ? LL_USE_HIDDEN : around[parent];
    switch (nodes[node].kind) {
    case LL_TSX_BRACES:
        return (uint8_t)ll_use_of_braces(lesson, node);
    case LL_TSX_GROUP:
        return is_parameters(lesson->tsx, node) ? LL_USE_NONE : outer;
    case LL_TSX_TEMPLATE:
        return outer;
    default:
        return LL_USE_HIDDEN;
    }
}

void ll_mentions_parse(ll_arena *arena, const ll_lesson *lesson, ll_mentions *mentions) {
    const ll_tsx *tsx = lesson->tsx;
    uint8_t *around = LL_ARENA_ARRAY(arena, uint8_t, tsx->nodes.len);
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        around[i] = use_around(lesson, around, i);
    name_walk walk = {tsx, arena, mentions, around, RAW};
    visit_names(&walk, add);
    merge(mentions);
    if (mentions->len == 0)
        return;
    walk.wanted = SEEN | 1u << LL_USE_NONE;
    visit_names(&walk, note_known);
}

static ll_use raw_use(unsigned uses) {
    if (uses & SEEN)
        return LL_USE_NONE;
    if (uses & 1u << LL_USE_CODE)
        return LL_USE_CODE;
    return (uses & 1u << LL_USE_MATH) ? LL_USE_MATH : LL_USE_NONE;
}

ll_use ll_mentions_variable(const ll_mentions *mentions, ll_view name) {
    const ll_mention *mention = find(mentions, name);
    return mention && mention->whole ? raw_use(mention->plain) : LL_USE_NONE;
}

ll_use ll_mentions_property(const ll_mentions *mentions, ll_view name) {
    const ll_mention *mention = find(mentions, name);
    if (!mention)
        return LL_USE_NONE;
    return raw_use(mention->member | (mention->parameter ? mention->plain : 0u));
}
