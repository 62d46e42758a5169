/* What an expression is, as far as a lesson needs it. */
#include "lesson/parse.h"

static bool starts_at(ll_view text, uint32_t at, const char *what) {
    return text.ptr[at] == what[0] && at + 1 < text.len && text.ptr[at + 1] == what[1];
}

uint32_t ll_source_skip_blanks(const ll_tsx *tsx, uint32_t from, uint32_t to) {
    ll_view text = ll_view_slice(tsx->source->text, 0, to);
    uint32_t at = from;
    while (at < to) {
        size_t end;
        if (ll_is_blank(text.ptr[at]))
            end = at + 1;
        else if (starts_at(text, at, "/*"))
            end = ll_view_find(text, LL_VIEW("*/"), at + 2) + 2;
        else if (starts_at(text, at, "//"))
            end = ll_view_find_byte(text, '\n', at);
        else
            return at;
        at = end < to && end > at ? (uint32_t)end : to;
    }
    return to;
}

bool ll_template_has_holes(const ll_tsx *tsx, uint32_t node) {
    return tsx->nodes.at[node].after > node + 1;
}

static uint32_t first_value(const ll_tsx *tsx, uint32_t braces) {
    uint32_t node = ll_tsx_first(tsx, braces);
    while (node != LL_TSX_NONE && tsx->nodes.at[node].kind == LL_TSX_COMMENT)
        node = ll_tsx_next(tsx, node);
    return node;
}

static bool is_literal(const ll_tsx *tsx, uint32_t node) {
    uint8_t kind = tsx->nodes.at[node].kind;
    return kind == LL_TSX_STRING || (kind == LL_TSX_TEMPLATE && !ll_template_has_holes(tsx, node));
}

static bool is_nothing(ll_view name) {
    static const char *const names[] = {"false", "null", "true", "undefined"};
    return LL_VIEW_IS_ONE_OF(name, names);
}

/* The name at `start`, and the members behind it, up to `to`. */
static ll_braces read_names(const ll_tsx *tsx, uint32_t start, uint32_t to) {
    const char *text = tsx->source->text.ptr;
    for (uint32_t dots = 0;; dots++) {
        uint32_t end = start;
        while (end < to && ll_is_name_byte(text[end]))
            end++;
        if (end == start || ll_is_digit(text[start]))
            return (ll_braces){.kind = LL_BRACES_OTHER};
        ll_view name = ll_tsx_text(tsx, start, end);
        uint32_t behind = ll_source_skip_blanks(tsx, end, to);
        if (behind == to && dots == 0 && is_nothing(name))
            return (ll_braces){.kind = LL_BRACES_EMPTY};
        if (behind == to)
            return (ll_braces){
                .kind = dots > 0 ? LL_BRACES_MEMBER : LL_BRACES_NAME, .name = name, .dots = dots};
        behind += text[behind] == '?';
        if (text[behind] != '.')
            return (ll_braces){.kind = LL_BRACES_OTHER};
        start = ll_source_skip_blanks(tsx, behind + 1, to);
    }
}

ll_braces ll_braces_read(const ll_tsx *tsx, uint32_t braces) {
    uint32_t to = tsx->nodes.at[braces].inner_end;
    uint32_t start = ll_source_skip_blanks(tsx, tsx->nodes.at[braces].inner_start, to);
    if (start == to)
        return (ll_braces){.kind = LL_BRACES_EMPTY};
    uint32_t value = first_value(tsx, braces);
    if (value != LL_TSX_NONE && tsx->nodes.at[value].start == start) {
        bool alone = ll_source_skip_blanks(tsx, tsx->nodes.at[value].end, to) == to;
        if (alone && is_literal(tsx, value))
            return (ll_braces){.kind = LL_BRACES_LITERAL, .literal = value};
        return (ll_braces){.kind = LL_BRACES_OTHER};
    }
    return read_names(tsx, start, to);
}

ll_view ll_attribute_literal(const ll_tsx *tsx, uint32_t element, ll_view name) {
    uint32_t attribute = ll_tsx_attribute(tsx, element, name);
    if (attribute == LL_TSX_NONE)
        return LL_VIEW("");
    const ll_tsx_node *literal = &tsx->nodes.at[attribute];
    if (literal->value == LL_TSX_EXPRESSION) {
        uint32_t braces = first_value(tsx, attribute);
        ll_braces value = ll_braces_read(tsx, braces);
        if (value.kind != LL_BRACES_LITERAL)
            return LL_VIEW("");
        literal = &tsx->nodes.at[value.literal];
    } else if (literal->value != LL_TSX_QUOTED) {
        return LL_VIEW("");
    }
    return ll_tsx_text(tsx, literal->inner_start, literal->inner_end);
}
