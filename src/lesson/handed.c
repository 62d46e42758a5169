/* Variables that the file only hands to functions of which nothing is known: what becomes of their
 * text cannot be told. */
#include "lesson/parse.h"

#include <stdlib.h>

enum {
    BEFORE_MOST = 32, /* bytes in front of a name that say whether it is declared there */
    AROUND_MOST = 64  /* calls and brackets around a name that are asked */
};

/* A name that a string is assigned to. */
typedef struct handed_name {
    ll_view name;
    bool handed, other; /* it stands among the arguments of such a function; it stands elsewhere */
} handed_name;

struct ll_handed {
    LL_ARRAY(handed_name) names; /* sorted */
    uint64_t known;              /* bits of the names, see bit_of */
    ll_view asked;               /* the function that was asked for last, and the answer */
    bool unknown;
};

static int compare_names(const void *a, const void *b) {
    return ll_view_compare(((const handed_name *)a)->name, ((const handed_name *)b)->name);
}

/* One of 64 bits, by the name's first byte and length: tells most names apart. */
static uint64_t bit_of(ll_view name) {
    return (uint64_t)1 << (((unsigned char)name.ptr[0] * (size_t)7 + name.len) & 63);
}

static handed_name *find(const ll_handed *handed, ll_view name) {
    handed_name wanted = {.name = name};
    if (name.len == 0 || !(handed->known & bit_of(name)))
        return NULL;
    return bsearch(&wanted, handed->names.at, handed->names.len, sizeof wanted, compare_names);
}

static void list_names(ll_arena *arena, const ll_tsx *tsx, ll_handed *handed) {
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        ll_view name = ll_tsx_lead(tsx, i);
        bool string = node->kind == LL_TSX_STRING || node->kind == LL_TSX_TEMPLATE;
        if (!string || node->sign != LL_SIGN_ASSIGN || name.len == 0)
            continue;
        LL_ARRAY_PUSH(arena, &handed->names, ((handed_name){.name = name}));
        handed->known |= bit_of(name);
    }
    uint32_t kept = 0;
    if (handed->names.len > 1)
        qsort(handed->names.at, handed->names.len, sizeof *handed->names.at, compare_names);
    for (uint32_t i = 0; i < handed->names.len; i++)
        if (kept == 0 || compare_names(&handed->names.at[kept - 1], &handed->names.at[i]) != 0)
            handed->names.at[kept++] = handed->names.at[i];
    handed->names.len = kept;
}

/* Whether a name at `start` is declared there, for this file alone. */
static bool is_declared(const ll_tsx *tsx, uint32_t start) {
    static const char *const keywords[] = {"const", "let", "var"};
    ll_view before =
        ll_view_trim(ll_tsx_text(tsx, start > BEFORE_MOST ? start - BEFORE_MOST : 0, start));
    size_t word = before.len;
    while (word > 0 && ll_is_name_byte(before.ptr[word - 1]))
        word--;
    return LL_VIEW_IS_ONE_OF(ll_view_slice(before, word, before.len), keywords) &&
           !ll_view_ends(ll_view_trim(ll_view_slice(before, 0, word)), LL_VIEW("export"));
}

/* `function f(…)` calls nothing. */
static bool is_declaration(const ll_tsx *tsx, uint32_t node) {
    uint32_t at = tsx->nodes.at[node].lead_start;
    ll_view before = ll_tsx_text(tsx, at > BEFORE_MOST ? at - BEFORE_MOST : 0, at);
    return ll_view_ends(ll_view_trim(before), LL_VIEW("function"));
}

/* One of the file that draws elements shows what it is given. */
static bool is_unknown_function(const ll_lesson *lesson, ll_view name) {
    const ll_tsx *tsx = lesson->tsx;
    if (ll_name_is_statement(name))
        return false;
    if (!ll_lesson_declares(lesson, name))
        return true;
    for (uint32_t i = 0; i < tsx->declarations.len; i++) {
        const ll_tsx_declaration *declaration = &tsx->declarations.at[i];
        for (uint32_t node = declaration->first_node;
             ll_view_equal(declaration->name, name) && node < declaration->after_node; node++)
            if (tsx->nodes.at[node].kind == LL_TSX_ELEMENT)
                return false;
    }
    return true;
}

static bool asks_unknown(const ll_lesson *lesson, ll_handed *handed, ll_view name) {
    if (!ll_view_equal(handed->asked, name)) {
        handed->asked = name;
        handed->unknown = is_unknown_function(lesson, name);
    }
    return handed->unknown;
}

/* Whether code in a node goes to a function that gives back nobody knows what: the innermost call
 * that may change it. */
static bool is_argument(const ll_lesson *lesson, ll_handed *handed, uint32_t node) {
    const ll_tsx *tsx = lesson->tsx;
    for (int levels = 0; node != LL_TSX_NONE && levels < AROUND_MOST;
         node = tsx->nodes.at[node].parent, levels++) {
        const ll_tsx_node *around = &tsx->nodes.at[node];
        if ((around->kind != LL_TSX_GROUP && around->kind != LL_TSX_TEMPLATE) ||
            ll_uses_are_body(tsx, node))
            return false;
        ll_view lead = ll_tsx_lead(tsx, node);
        if (around->sign != LL_SIGN_CALL || lead.len == 0)
            continue;
        ll_use inside = ll_name_arguments(lead, LL_USE_SHOWN);
        if (inside == LL_USE_LOOKS)
            return false;
        if (inside == LL_USE_HIDDEN)
            return asks_unknown(lesson, handed, lead) && !is_declaration(tsx, node);
    }
    return false;
}

/* The names in [start, end) of the code of `node`. */
static void note_gap(const ll_lesson *lesson, ll_handed *handed, uint32_t node, uint32_t start,
                     uint32_t end) {
    const ll_tsx *tsx = lesson->tsx;
    ll_view text = ll_tsx_text(tsx, 0, end);
    for (size_t at = start, from; at < end; at += at == from) {
        for (from = at; at < end && ll_is_name_byte(text.ptr[at]);)
            at++;
        handed_name *name = at == from ? NULL : find(handed, ll_view_slice(text, from, at));
        bool dot = from > 0 && text.ptr[from - 1] == '.';
        bool spread = dot && from > 1 && text.ptr[from - 2] == '.';
        if (!name || name->other || (dot && !spread) || is_declared(tsx, (uint32_t)from))
            continue;
        if (is_argument(lesson, handed, node))
            name->handed = true;
        else
            name->other = true;
    }
}

/* All code directly in a node, or at the top of the file. */
static void note_code(const ll_lesson *lesson, ll_handed *handed, uint32_t node) {
    const ll_tsx *tsx = lesson->tsx;
    bool top = node == LL_TSX_NONE;
    uint32_t at = top ? 0 : tsx->nodes.at[node].inner_start;
    uint32_t end = top ? (uint32_t)tsx->source->text.len : tsx->nodes.at[node].inner_end;
    for (uint32_t child = ll_tsx_first(tsx, node); child != LL_TSX_NONE;
         child = ll_tsx_next(tsx, child)) {
        note_gap(lesson, handed, node, at, tsx->nodes.at[child].start);
        at = tsx->nodes.at[child].end;
    }
    note_gap(lesson, handed, node, at, end);
}

/* Whether the file calls such a function at all, with one of the names in it; in most it does not.
 * What stands in a call in a call is looked at once. */
static bool may_be_handed(const ll_tsx *tsx, const ll_handed *handed) {
    uint32_t seen = 0;
    for (uint32_t i = 0; i < tsx->nodes.len && handed->names.len > 0; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        ll_view lead = ll_tsx_lead(tsx, i);
        bool call = node->kind == LL_TSX_GROUP && node->sign == LL_SIGN_CALL && lead.len > 0 &&
                    ll_name_arguments(lead, LL_USE_SHOWN) == LL_USE_HIDDEN;
        uint32_t start = node->inner_start > seen ? node->inner_start : seen;
        if (!call || start >= node->inner_end)
            continue;
        ll_view text = ll_tsx_text(tsx, start, node->inner_end);
        seen = node->inner_end;
        for (size_t at = 0, from; at < text.len; at += at == from) {
            for (from = at; at < text.len && ll_is_name_byte(text.ptr[at]);)
                at++;
            if (at > from && find(handed, ll_view_slice(text, from, at)))
                return true;
        }
    }
    return false;
}

ll_handed *ll_handed_parse(ll_arena *arena, const ll_lesson *lesson) {
    const ll_tsx *tsx = lesson->tsx;
    ll_handed *handed = LL_ARENA_NEW(arena, ll_handed);
    list_names(arena, tsx, handed);
    if (!may_be_handed(tsx, handed))
        return handed;
    note_code(lesson, handed, LL_TSX_NONE);
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_GROUP || tsx->nodes.at[i].kind == LL_TSX_BRACES)
            note_code(lesson, handed, i);
    return handed;
}

bool ll_handed_only(const ll_handed *handed, ll_view name) {
    const handed_name *found = find(handed, name);
    return found && found->handed && !found->other;
}
