/* What names that stand somewhere in braces are for: whether a constant, or a property of data,
 * goes to code and maths alone, or to texts that are shown as they are. */
#include "lesson/parse.h"

#include <stdlib.h>

enum {
    RAW = 1u << LL_USE_CODE | 1u << LL_USE_MATH,
    AS_IS = 1u << LL_USE_AS_IS,
    LISTED = RAW | AS_IS,
    SEEN = 1u << LL_USE_SHOWN | 1u << LL_USE_LOOKS
};

/* A name between two nodes of an expression. */
typedef struct token {
    ll_view name;
    uint32_t first; /* where the code between the two nodes begins */
    uint32_t child; /* the second of them, or LL_TSX_NONE */
    uint32_t node;  /* whose expression it is */
} token;

typedef struct name_walk {
    const ll_lesson *lesson;
    const ll_tsx *tsx;
    ll_arena *arena;
    ll_mentions *mentions;
    const ll_node_list *expressions;
    uint64_t known; /* bits of the names that are mentioned, see bit_of */
} name_walk;

typedef void visit_name(name_walk *walk, const token *seen);

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

/* Whether what follows a name takes its whole value: `a`, `a[i]`, `a.trim()`, but not `a.x`. */
static bool is_whole(const ll_tsx *tsx, const token *seen, uint32_t end) {
    uint32_t at = skip_blanks(tsx, end);
    if (seen->child != LL_TSX_NONE && tsx->nodes.at[seen->child].start == at &&
        byte_at(tsx, at) == '[')
        at = skip_blanks(tsx, tsx->nodes.at[seen->child].end);
    if (byte_at(tsx, at) == '?' && byte_at(tsx, at + 1) == '.')
        at++;
    if (byte_at(tsx, at) != '.')
        return true;
    return byte_at(tsx, skip_blanks(tsx, skip_name(tsx, skip_blanks(tsx, at + 1)))) == '(';
}

/* x in `a.x`, and in `{ x: 1 }`. */
static bool is_member(const ll_tsx *tsx, const token *seen, uint32_t start, uint32_t end) {
    const ll_tsx_node *node = &tsx->nodes.at[seen->node];
    while (start > seen->first && ll_is_blank(byte_at(tsx, start - 1)))
        start--;
    bool dot = start > seen->first && byte_at(tsx, start - 1) == '.';
    bool spread = dot && start > seen->first + 1 && byte_at(tsx, start - 2) == '.';
    if (dot && !spread)
        return true;
    bool object = node->kind == LL_TSX_GROUP && byte_at(tsx, node->start) == '{';
    return object && byte_at(tsx, skip_blanks(tsx, end)) == ':';
}

/* Calls `visit` for the names in [start, end) of `node`, which stand in front of `child`. */
static void visit_gap(name_walk *walk, uint32_t node, uint32_t start, uint32_t end, uint32_t child,
                      visit_name *visit) {
    const ll_tsx *tsx = walk->tsx;
    for (uint32_t at = start; at < end;) {
        uint32_t behind = skip_name(tsx, at);
        if (behind == at || ll_is_digit(byte_at(tsx, at))) {
            at = behind + (behind == at);
            continue;
        }
        visit(walk, &(token){ll_tsx_text(tsx, at, behind), start, child, node});
        at = behind;
    }
}

/* The bit of what an expression is for. */
static unsigned use_of(const name_walk *walk, uint32_t node) {
    const ll_place_below *below = &walk->lesson->inside->below[node];
    unsigned use = 1u << below->use;
    return (use & SEEN) && (below->flags & LL_PLACE_AS_IS) ? AS_IS : use;
}

/* The names of expressions for `wanted`, bits of ll_use. */
static void visit_names(name_walk *walk, uint32_t wanted, visit_name *visit) {
    const ll_tsx *tsx = walk->tsx;
    for (uint32_t i = 0; i < walk->expressions->len; i++) {
        uint32_t node = walk->expressions->at[i];
        if (!(wanted & use_of(walk, node)))
            continue;
        uint32_t at = tsx->nodes.at[node].inner_start;
        for (uint32_t child = ll_tsx_first(tsx, node); child != LL_TSX_NONE;
             child = ll_tsx_next(tsx, child)) {
            visit_gap(walk, node, at, tsx->nodes.at[child].start, child, visit);
            at = tsx->nodes.at[child].end;
        }
        visit_gap(walk, node, at, tsx->nodes.at[node].inner_end, LL_TSX_NONE, visit);
    }
}

static int compare_mentions(const void *a, const void *b) {
    const ll_mention *left = a, *right = b;
    int order = ll_view_compare(left->name, right->name);
    return order ? order
                 : (left->declaration > right->declaration) -
                       (left->declaration < right->declaration);
}

static void note(name_walk *walk, ll_mention *mention, const token *seen) {
    const ll_tsx *tsx = walk->tsx;
    unsigned use = use_of(walk, seen->node);
    uint32_t start = ll_source_offset(tsx->source, seen->name);
    uint32_t end = start + (uint32_t)seen->name.len;
    if (use == 1u << LL_USE_NONE)
        mention->parameter = true;
    else if (is_member(tsx, seen, start, end))
        mention->member |= (uint8_t)use;
    else {
        mention->plain |= (uint8_t)use;
        mention->whole |= (LISTED & use) && is_whole(tsx, seen, end);
    }
}

/* One of 64 bits, by the name's first byte and length: tells most names apart. */
static uint64_t bit_of(ll_view name) {
    return (uint64_t)1 << (((unsigned char)name.ptr[0] * (size_t)7 + name.len) & 63);
}

static void add_in(name_walk *walk, const token *seen, uint32_t declaration) {
    ll_mention *mention = LL_ARRAY_ADD(walk->arena, walk->mentions);
    mention->name = seen->name;
    mention->declaration = declaration;
    note(walk, mention, seen);
}

static void add(name_walk *walk, const token *seen) {
    uint32_t declaration = ll_tsx_declaration_of(walk->tsx, seen->node);
    walk->known |= bit_of(seen->name);
    add_in(walk, seen, LL_TSX_NONE);
    if (declaration != LL_TSX_NONE)
        add_in(walk, seen, declaration);
}

static ll_mention *find(const ll_mentions *mentions, ll_view name, uint32_t declaration) {
    ll_mention wanted = {.name = name, .declaration = declaration};
    return mentions->len == 0
               ? NULL
               : bsearch(&wanted, mentions->at, mentions->len, sizeof wanted, compare_mentions);
}

static void note_known(name_walk *walk, const token *seen) {
    bool may_be = (walk->known & bit_of(seen->name)) != 0;
    ll_mention *mention = may_be ? find(walk->mentions, seen->name, LL_TSX_NONE) : NULL;
    if (!mention)
        return;
    note(walk, mention, seen);
    uint32_t declaration = ll_tsx_declaration_of(walk->tsx, seen->node);
    ll_mention *own =
        declaration == LL_TSX_NONE ? NULL : find(walk->mentions, seen->name, declaration);
    if (own)
        note(walk, own, seen);
}

/* Sorts them, and makes one of all with a name. */
static void merge(ll_mentions *mentions) {
    uint32_t kept = 0;
    if (mentions->len > 1)
        qsort(mentions->at, mentions->len, sizeof *mentions->at, compare_mentions);
    for (uint32_t i = 0; i < mentions->len; i++) {
        ll_mention *next = &mentions->at[i];
        if (kept == 0 || compare_mentions(&mentions->at[kept - 1], next) != 0) {
            mentions->at[kept++] = *next;
            continue;
        }
        mentions->at[kept - 1].plain |= next->plain;
        mentions->at[kept - 1].member |= next->member;
        mentions->at[kept - 1].whole |= next->whole;
    }
    mentions->len = kept;
}

void ll_mentions_parse(ll_arena *arena, const ll_lesson *lesson, const ll_node_list *expressions,
                       ll_mentions *mentions) {
    name_walk walk = {lesson, lesson->tsx, arena, mentions, expressions, 0};
    visit_names(&walk, LISTED, add);
    merge(mentions);
    if (mentions->len > 0)
        visit_names(&walk, SEEN | 1u << LL_USE_NONE, note_known);
}

static ll_use told_by(unsigned uses) {
    if (uses & SEEN)
        return LL_USE_NONE;
    if (uses & AS_IS)
        return LL_USE_AS_IS;
    if (uses & 1u << LL_USE_CODE)
        return LL_USE_CODE;
    return (uses & 1u << LL_USE_MATH) ? LL_USE_MATH : LL_USE_NONE;
}

ll_use ll_mentions_variable(const ll_mentions *mentions, ll_view name) {
    const ll_mention *mention = find(mentions, name, LL_TSX_NONE);
    return mention && mention->whole ? told_by(mention->plain) : LL_USE_NONE;
}

ll_use ll_mentions_property(const ll_mentions *mentions, ll_view name) {
    const ll_mention *mention = find(mentions, name, LL_TSX_NONE);
    if (!mention)
        return LL_USE_NONE;
    return told_by(mention->member | (mention->parameter ? mention->plain : 0u));
}

ll_use ll_mentions_prop(const ll_mentions *mentions, ll_view name, uint32_t declaration) {
    const ll_mention *mention = find(mentions, name, declaration);
    bool whole = mention && (mention->whole || (mention->member & LISTED));
    return whole ? told_by(mention->plain | (unsigned)mention->member) : LL_USE_NONE;
}
