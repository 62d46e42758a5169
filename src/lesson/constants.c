/* The `const` variables of a file that hold one string. */
#include "lesson/parse.h"

#include <stdlib.h>

/* Whether `const` stands before the name at `at`. */
static bool is_const(const ll_tsx *tsx, uint32_t at) {
    ll_view before = ll_view_trim(ll_tsx_text(tsx, at > 16 ? at - 16 : 0, at));
    size_t word = sizeof "const" - 1;
    return ll_view_ends(before, LL_VIEW("const")) &&
           (before.len == word || !ll_is_name_byte(before.ptr[before.len - word - 1]));
}

/* Whether the expression ends with the node: a sign or bracket of its end, a type, or a line break
 * with a new statement follows. */
static bool ends_expression(const ll_tsx *tsx, uint32_t node) {
    ll_view text = tsx->source->text;
    uint32_t end = tsx->nodes.at[node].end;
    uint32_t at = ll_source_skip_blanks(tsx, end, (uint32_t)text.len);
    if (at == text.len || strchr(";,)}", text.ptr[at]))
        return true;
    ll_view rest = ll_view_slice(text, at, text.len);
    if (ll_view_starts(rest, LL_VIEW("as const")))
        return true;
    bool new_line = ll_view_find_byte(ll_tsx_text(tsx, end, at), '\n', 0) != LL_VIEW_NONE;
    return new_line && ll_is_name_byte(rest.ptr[0]) && !ll_view_starts(rest, LL_VIEW("in ")) &&
           !ll_view_starts(rest, LL_VIEW("instanceof "));
}

static bool holds_string(const ll_tsx *tsx, uint32_t node) {
    const ll_tsx_node *value = &tsx->nodes.at[node];
    bool string = value->kind == LL_TSX_STRING ||
                  (value->kind == LL_TSX_TEMPLATE && !ll_template_has_holes(tsx, node));
    return string && value->sign == LL_SIGN_ASSIGN && is_const(tsx, value->lead_start) &&
           ends_expression(tsx, node);
}

static int compare_strings(const void *a, const void *b) {
    const ll_const_string *left = a, *right = b;
    int order = ll_view_compare(left->name, right->name);
    return order ? order : (left->node > right->node) - (left->node < right->node);
}

void ll_const_strings_parse(ll_arena *arena, ll_lesson *lesson) {
    const ll_tsx *tsx = lesson->tsx;
    ll_lesson_inside *inside = lesson->inside;
    for (uint32_t i = 0; i < inside->texts.len; i++) {
        uint32_t node = inside->texts.at[i];
        if (holds_string(tsx, node))
            LL_ARRAY_PUSH(arena, &inside->strings,
                          ((ll_const_string){ll_tsx_lead(tsx, node), node}));
    }
    uint32_t count = inside->strings.len;
    if (count > 1)
        qsort(inside->strings.at, count, sizeof *inside->strings.at, compare_strings);
}

uint32_t ll_lesson_constant(const ll_lesson *lesson, ll_view name) {
    const ll_const_string *strings = lesson->inside->strings.at;
    uint32_t low = 0, high = lesson->inside->strings.len, count = high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (ll_view_compare(strings[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == count || !ll_view_equal(strings[low].name, name))
        return LL_LESSON_NONE;
    bool repeated = low + 1 < count && ll_view_equal(strings[low + 1].name, name);
    return repeated ? LL_LESSON_NONE : strings[low].node;
}
