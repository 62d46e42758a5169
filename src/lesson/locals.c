/* Components that the root component declares in its own body: `function Panel() {…}`,
 * `const Legend = () => …`. */
#include "lesson/parse.h"

#include <stdlib.h>

enum { WORD_MOST = 16 /* bytes in front of a name that may say `function` */ };

/* The node behind a component's parameters in which what it returns stands, or LL_TSX_NONE. */
static uint32_t body_of(const ll_tsx *tsx, uint32_t parameters, bool arrow) {
    uint32_t body = ll_tsx_next(tsx, parameters);
    while (body != LL_TSX_NONE && tsx->nodes.at[body].kind == LL_TSX_COMMENT)
        body = ll_tsx_next(tsx, body);
    if (body == LL_TSX_NONE)
        return body;
    const ll_tsx_node *node = &tsx->nodes.at[body];
    bool block = node->kind == LL_TSX_GROUP && tsx->source->text.ptr[node->start] == '{';
    return arrow ? node->sign == LL_SIGN_ARROW ? body : LL_TSX_NONE : block ? body : LL_TSX_NONE;
}

/* Whether a group is what a component takes; in `*local` the component. */
static bool is_local(const ll_tsx *tsx, uint32_t group, ll_local *local) {
    const ll_tsx_node *node = &tsx->nodes.at[group];
    ll_view name = ll_tsx_lead(tsx, group);
    if (node->kind != LL_TSX_GROUP || tsx->source->text.ptr[node->start] != '(' ||
        node->parent == LL_TSX_NONE || name.len == 0 || !ll_is_upper(name.ptr[0]))
        return false;
    uint32_t start = node->lead_start;
    ll_view before = ll_tsx_text(tsx, start > WORD_MOST ? start - WORD_MOST : 0, start);
    bool function =
        node->sign == LL_SIGN_CALL && ll_view_ends(ll_view_trim(before), LL_VIEW("function"));
    if (!function && node->sign != LL_SIGN_ASSIGN)
        return false;
    uint32_t body = body_of(tsx, group, !function);
    if (body == LL_TSX_NONE)
        return false;
    *local = (ll_local){name, group, body, tsx->nodes.at[body].after};
    return true;
}

static int compare_locals(const void *a, const void *b) {
    const ll_local *left = a, *right = b;
    int order = ll_view_compare(left->name, right->name);
    return order ? order : (left->first > right->first) - (left->first < right->first);
}

void ll_locals_parse(ll_arena *arena, ll_lesson *lesson) {
    const ll_tsx *tsx = lesson->tsx;
    ll_lesson_inside *inside = lesson->inside;
    if (lesson->root == LL_LESSON_NONE)
        return;
    const ll_tsx_declaration *root =
        &tsx->declarations.at[lesson->components.at[lesson->root].declaration];
    for (uint32_t i = root->first_node; i < root->after_node;) {
        ll_local local;
        bool found = is_local(tsx, i, &local) &&
                     (lesson->layout < local.first || lesson->layout >= local.after);
        if (found)
            LL_ARRAY_PUSH(arena, &inside->locals, local);
        for (uint32_t k = i; found && k < local.after; k++)
            inside->below[k].flags |= LL_PLACE_LOCAL;
        i = found ? local.after : i + 1;
    }
    if (inside->locals.len > 1)
        qsort(inside->locals.at, inside->locals.len, sizeof *inside->locals.at, compare_locals);
}

bool ll_lesson_in_local(const ll_lesson *lesson, uint32_t node) {
    return lesson->inside->below && (lesson->inside->below[node].flags & LL_PLACE_LOCAL);
}

uint32_t ll_lesson_local(const ll_lesson *lesson, ll_view name) {
    const ll_local *locals = lesson->inside->locals.at;
    uint32_t count = lesson->inside->locals.len;
    uint32_t low = ll_view_lower_bound(name, locals, count, sizeof *locals);
    bool found = low < count && ll_view_equal(locals[low].name, name);
    bool repeated = found && low + 1 < count && ll_view_equal(locals[low + 1].name, name);
    return found && !repeated ? low : LL_LESSON_NONE;
}
