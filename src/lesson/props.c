/* What the props of an element say, as far as they are literal. */
#include "lesson/parse.h"

#include "tsx/decode.h"

static bool has_spread(const ll_tsx *tsx, uint32_t element) {
    for (uint32_t i = ll_tsx_first(tsx, element); i != LL_TSX_NONE; i = ll_tsx_next(tsx, i)) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (node->kind == LL_TSX_ATTRIBUTE && node->value == LL_TSX_SPREAD)
            return true;
        if (node->kind != LL_TSX_ATTRIBUTE && node->kind != LL_TSX_COMMENT)
            return false;
    }
    return false;
}

static ll_view decoded(ll_arena *arena, ll_view text, char mark,
                       void (*decode)(ll_buffer *out, ll_view text)) {
    if (ll_view_find_byte(text, mark, 0) == LL_VIEW_NONE)
        return text;
    ll_buffer out = {.arena = arena, .most = text.len * 2 + 16};
    decode(&out, text);
    return ll_buffer_view(&out);
}

static ll_view literal_value(const ll_tsx *tsx, ll_arena *arena, uint32_t node) {
    const ll_tsx_node *literal = &tsx->nodes.at[node];
    return decoded(arena, ll_tsx_text(tsx, literal->inner_start, literal->inner_end), '\\',
                   ll_decode_javascript_text);
}

static ll_known expression_value(const ll_lesson *lesson, ll_arena *arena, uint32_t attribute,
                                 ll_view *value) {
    uint32_t braces = ll_tsx_first(lesson->tsx, attribute);
    while (braces != LL_TSX_NONE && lesson->tsx->nodes.at[braces].kind != LL_TSX_BRACES)
        braces = ll_tsx_next(lesson->tsx, braces);
    if (braces == LL_TSX_NONE)
        return LL_UNSEEN;
    ll_braces seen = ll_braces_read(lesson->tsx, braces);
    uint32_t literal = LL_LESSON_NONE;
    if (seen.kind == LL_BRACES_LITERAL)
        literal = seen.literal;
    else if (seen.kind == LL_BRACES_NAME)
        literal = ll_lesson_constant(lesson, seen.name, attribute);
    if (literal == LL_LESSON_NONE)
        return LL_UNSEEN;
    *value = literal_value(lesson->tsx, arena, literal);
    return LL_KNOWN;
}

ll_known ll_lesson_prop(const ll_lesson *lesson, ll_arena *arena, uint32_t element, ll_view name,
                        ll_view *value) {
    const ll_tsx *tsx = lesson->tsx;
    uint32_t attribute = ll_tsx_attribute(tsx, element, name);
    if (attribute == LL_TSX_NONE)
        return has_spread(tsx, element) ? LL_UNSEEN : LL_ABSENT;
    const ll_tsx_node *node = &tsx->nodes.at[attribute];
    switch (node->value) {
    case LL_TSX_BARE:
        *value = LL_VIEW("");
        return LL_KNOWN;
    case LL_TSX_QUOTED:
        *value = decoded(arena, ll_tsx_text(tsx, node->inner_start, node->inner_end), '&',
                         ll_decode_jsx_text);
        return LL_KNOWN;
    case LL_TSX_EXPRESSION:
        return expression_value(lesson, arena, attribute, value);
    default:
        return LL_UNSEEN;
    }
}
