/* The flat tree: adding nodes while scanning, walking them afterwards. */
#include "tsx/scanner.h"

#include <assert.h>

void ll_scan_close(scanner *s, uint32_t node, uint32_t inner_end, uint32_t end) {
    ll_tsx_node *closed = &s->tsx->nodes.at[node];
    closed->inner_end = inner_end;
    closed->end = end;
    closed->after = s->tsx->nodes.len;
    if (closed->inner_start > inner_end)
        closed->inner_start = inner_end; /* a tag that the end of the file cut off */
    uint32_t parent = closed->parent;
    if (parent != LL_TSX_NONE && s->tsx->nodes.at[parent].kind == LL_TSX_ATTRIBUTE) {
        ll_tsx_node *attribute = &s->tsx->nodes.at[parent];
        attribute->end = attribute->inner_end = end;
        attribute->after = closed->after;
    }
}

static ll_tsx_sign sign_behind_operand(const scanner *s, ll_tsx_kind kind, bool paren) {
    if (s->top->type == TYPE_WHOLE)
        return LL_SIGN_TYPE;
    if (s->token == TOKEN_WORD && paren)
        return LL_SIGN_CALL;
    if (s->token == TOKEN_WORD && kind == LL_TSX_STRING)
        return LL_SIGN_KEYWORD; /* a string follows only a word that is a keyword here: from */
    return LL_SIGN_OTHER;
}

void ll_scan_sign(scanner *s, uint32_t index) {
    ll_tsx_node *node = &s->tsx->nodes.at[index];
    bool paren = s->text[node->start] == '(';
    bool chain = s->token == TOKEN_CHAIN && paren && s->word_end > s->word_start;
    uint32_t start = s->lead_start, end = s->lead_end;
    if (s->operand || chain) {
        node->sign = (uint8_t)(chain ? LL_SIGN_CALL : sign_behind_operand(s, node->kind, paren));
        bool named = node->sign == LL_SIGN_CALL || node->sign == LL_SIGN_KEYWORD;
        start = named ? s->word_start : 0;
        end = named ? s->word_end : 0;
    } else if (paren && ll_scan_takes_paren(s)) {
        node->sign = LL_SIGN_CALL;
    } else {
        node->sign = s->sign;
        if (s->sign == LL_SIGN_NONE && s->top->type == TYPE_WHOLE)
            node->sign = LL_SIGN_TYPE;
    }
    if (node->kind != LL_TSX_ELEMENT) {
        node->lead_start = start;
        node->lead_end = end;
    }
}

bool ll_tsx_is_raw(const ll_tsx *tsx, uint32_t node) {
    return tsx->nodes.at[node].kind == LL_TSX_TEMPLATE &&
           ll_view_ends(ll_tsx_text(tsx, 0, tsx->nodes.at[node].start), LL_VIEW("String.raw"));
}

void ll_tsx_rename(ll_arena *arena, ll_tsx *tsx, uint32_t element, ll_view name) {
    assert(tsx->nodes.at[element].kind == LL_TSX_ELEMENT && !tsx->nodes.at[element].renamed);
    assert(tsx->names.len == 0 || tsx->names.at[tsx->names.len - 1].node < element);
    LL_ARRAY_PUSH(arena, &tsx->names, ((ll_tsx_name){element, name}));
    tsx->nodes.at[element].renamed = true;
}

ll_view ll_tsx_renamed(const ll_tsx *tsx, uint32_t element) {
    uint32_t low = 0, high = tsx->names.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (tsx->names.at[middle].node < element)
            low = middle + 1;
        else
            high = middle;
    }
    assert(low < tsx->names.len && tsx->names.at[low].node == element);
    return tsx->names.at[low].name;
}

uint32_t ll_tsx_first(const ll_tsx *tsx, uint32_t node) {
    if (node == LL_TSX_NONE)
        return tsx->nodes.len > 0 ? 0 : LL_TSX_NONE;
    assert(node < tsx->nodes.len);
    return tsx->nodes.at[node].after > node + 1 ? node + 1 : LL_TSX_NONE;
}

uint32_t ll_tsx_next(const ll_tsx *tsx, uint32_t node) {
    assert(node < tsx->nodes.len);
    uint32_t next = tsx->nodes.at[node].after;
    bool sibling =
        next < tsx->nodes.len && tsx->nodes.at[next].parent == tsx->nodes.at[node].parent;
    return sibling ? next : LL_TSX_NONE;
}

uint32_t ll_tsx_attribute(const ll_tsx *tsx, uint32_t element, ll_view name) {
    uint32_t found = LL_TSX_NONE;
    for (uint32_t i = ll_tsx_first(tsx, element); i != LL_TSX_NONE; i = ll_tsx_next(tsx, i)) {
        uint8_t kind = tsx->nodes.at[i].kind;
        if (kind == LL_TSX_ATTRIBUTE && ll_view_equal(ll_tsx_lead(tsx, i), name))
            found = i;
        else if (kind != LL_TSX_ATTRIBUTE && kind != LL_TSX_COMMENT)
            break;
    }
    return found;
}

uint32_t ll_tsx_node_at(const ll_tsx *tsx, uint32_t offset) {
    uint32_t low = 0, high = tsx->nodes.len; /* the number of nodes that start at or before it */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (tsx->nodes.at[middle].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? low - 1 : LL_TSX_NONE;
}

uint32_t ll_tsx_element_of(const ll_tsx *tsx, uint32_t node) {
    bool itself = tsx->nodes.at[node].kind == LL_TSX_ELEMENT;
    return itself ? node : ll_tsx_element_around(tsx, node);
}

uint32_t ll_tsx_element_around(const ll_tsx *tsx, uint32_t node) {
    assert(node < tsx->nodes.len);
    uint32_t around = tsx->nodes.at[node].parent;
    while (around != LL_TSX_NONE && tsx->nodes.at[around].kind != LL_TSX_ELEMENT)
        around = tsx->nodes.at[around].parent;
    return around;
}

bool ll_tsx_is(const ll_tsx *tsx, uint32_t element, ll_view name) {
    return tsx->nodes.at[element].kind == LL_TSX_ELEMENT &&
           ll_view_equal(ll_tsx_lead(tsx, element), name);
}

bool ll_tsx_is_host(const ll_tsx *tsx, uint32_t element) {
    ll_view name = ll_tsx_lead(tsx, element);
    return tsx->nodes.at[element].kind == LL_TSX_ELEMENT && name.len > 0 &&
           ll_is_lower(name.ptr[0]) && ll_view_find_byte(name, '.', 0) == LL_VIEW_NONE;
}

uint32_t ll_tsx_declaration_of(const ll_tsx *tsx, uint32_t node) {
    uint32_t low = 0, high = tsx->declarations.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (tsx->declarations.at[middle].after_node <= node)
            low = middle + 1;
        else
            high = middle;
    }
    bool inside = low < tsx->declarations.len && tsx->declarations.at[low].first_node <= node;
    return inside ? low : LL_TSX_NONE;
}
