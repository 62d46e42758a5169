/* The `const` variables of a file that hold one string. */
#include "lesson/parse.h"

#include <stdlib.h>

enum {
    TYPE_MOST = 64, /* bytes of a return type that are read to its end */
    NAME_MOST = 64  /* bytes in front of an arrow's value that may be its parameter */
};

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

static ll_const_string const_string(const ll_tsx *tsx, uint32_t node) {
    uint32_t around = tsx->nodes.at[node].parent;
    return (ll_const_string){.name = ll_tsx_lead(tsx, node),
                             .node = node,
                             .first = around == LL_TSX_NONE ? 0 : around,
                             .after = around == LL_TSX_NONE ? tsx->nodes.len
                                                            : tsx->nodes.at[around].after};
}

/* The first of a name, or the number of all. */
static uint32_t find_name(const ll_lesson *lesson, ll_view name) {
    const ll_const_string *strings = lesson->inside->strings.at;
    uint32_t count = lesson->inside->strings.len;
    uint32_t low = ll_view_lower_bound(name, strings, count, sizeof *strings);
    return low < count && ll_view_equal(strings[low].name, name) ? low : count;
}

static void shadow(ll_lesson *lesson, ll_view name) {
    uint32_t found = find_name(lesson, name);
    if (found < lesson->inside->strings.len)
        lesson->inside->strings.at[found].shadowed = true;
}

/* Whether behind the ':' of a return type comes the body of a function, and not the other choice of
 * a conditional. */
static bool is_return_type(ll_view text, uint32_t at) {
    for (uint32_t end = at + TYPE_MOST; at < end && at + 1 < text.len; at++) {
        if (strchr(";,)}\n?", text.ptr[at]))
            return false;
        if (text.ptr[at] == '{' || (text.ptr[at] == '=' && text.ptr[at + 1] == '>'))
            return true;
    }
    return false;
}

/* Whether a group names what a function takes, or what a pattern sets: `(a, b) =>`,
 * `function f({ a }) {`, `const { a, b: [c] } =`. */
static bool binds(const ll_tsx *tsx, uint32_t group) {
    static const char *const conditions[] = {"if", "switch", "while"};
    ll_view text = tsx->source->text;
    const ll_tsx_node *node = &tsx->nodes.at[group];
    if (node->kind != LL_TSX_GROUP)
        return false;
    bool round = text.ptr[node->start] == '(';
    uint32_t at = ll_source_skip_blanks(tsx, node->end, (uint32_t)text.len);
    if (at + 1 >= text.len)
        return false;
    char next = text.ptr[at + 1];
    switch (text.ptr[at]) {
    case '=':
        return round ? next == '>' : node->sign != LL_SIGN_OTHER && next != '=';
    case '{':
        return round && node->sign == LL_SIGN_CALL &&
               !LL_VIEW_IS_ONE_OF(ll_tsx_lead(tsx, group), conditions);
    case ':':
        return round && is_return_type(text, at + 1);
    default:
        return false;
    }
}

static void shadow_words(ll_lesson *lesson, uint32_t start, uint32_t end) {
    const char *text = lesson->source->text.ptr;
    for (uint32_t at = start, from; at < end; at += at == from) {
        for (from = at; at < end && ll_is_name_byte(text[at]);)
            at++;
        if (at > from)
            shadow(lesson, ll_tsx_text(lesson->tsx, from, at));
    }
}

/* The code in front of `end` without blanks and comments behind it; `*node` is the first node that
 * does not stand in front of that. */
static ll_view code_before(const ll_tsx *tsx, uint32_t *node, uint32_t end) {
    for (;;) {
        ll_view code = ll_view_trim(ll_tsx_text(tsx, end > NAME_MOST ? end - NAME_MOST : 0, end));
        uint32_t stop = ll_source_offset(tsx->source, code) + (uint32_t)code.len;
        const ll_tsx_node *last = *node > 0 ? &tsx->nodes.at[*node - 1] : NULL;
        if (!last || last->kind != LL_TSX_COMMENT || last->end != stop)
            return code;
        end = last->start;
        --*node;
    }
}

/* The name in `name => …`, in front of the value. */
static void shadow_lone(ll_lesson *lesson, uint32_t node) {
    const ll_tsx *tsx = lesson->tsx;
    ll_view before = code_before(tsx, &node, tsx->nodes.at[node].start);
    if (!ll_view_ends(before, LL_VIEW("=>")))
        return;
    uint32_t arrow = ll_source_offset(tsx->source, before) + (uint32_t)before.len - 2;
    before = code_before(tsx, &node, arrow);
    size_t start = before.len;
    while (start > 0 && ll_is_name_byte(before.ptr[start - 1]))
        start--;
    shadow(lesson, ll_view_slice(before, start, before.len));
}

static void find_shadows(ll_lesson *lesson) {
    const ll_tsx *tsx = lesson->tsx;
    for (uint32_t i = 0; i < tsx->nodes.len;) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        bool bound = binds(tsx, i);
        if (bound)
            shadow_words(lesson, node->inner_start, node->inner_end);
        else if (node->sign == LL_SIGN_ARROW)
            shadow_lone(lesson, i);
        i = bound ? node->after : i + 1;
    }
}

void ll_const_strings_parse(ll_arena *arena, ll_lesson *lesson) {
    const ll_tsx *tsx = lesson->tsx;
    ll_lesson_inside *inside = lesson->inside;
    for (uint32_t i = 0; i < inside->texts.len; i++) {
        uint32_t node = inside->texts.at[i];
        if (holds_string(tsx, node))
            LL_ARRAY_PUSH(arena, &inside->strings, const_string(tsx, node));
    }
    uint32_t count = inside->strings.len;
    if (count > 1)
        qsort(inside->strings.at, count, sizeof *inside->strings.at, compare_strings);
    if (count > 0)
        find_shadows(lesson);
}

uint32_t ll_lesson_constant(const ll_lesson *lesson, ll_view name, uint32_t user) {
    uint32_t found = find_name(lesson, name), count = lesson->inside->strings.len;
    if (found == count)
        return LL_LESSON_NONE;
    const ll_const_string *string = &lesson->inside->strings.at[found];
    bool repeated = found + 1 < count && ll_view_equal(string[1].name, name);
    bool here = user >= string->first && user < string->after;
    return repeated || string->shadowed || !here ? LL_LESSON_NONE : string->node;
}
