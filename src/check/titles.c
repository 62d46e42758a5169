/* Titles by the names they are given under. */
#include "check/titles.h"

enum { NODES_UP = 256 };

static bool is_title_name(ll_view name) {
    static const char *const names[] = {"heading", "headline", "title"};
    return LL_VIEW_IS_ONE_OF(name, names) || ll_view_ends(name, LL_VIEW("Title"));
}

static bool is_heading(const ll_tsx *tsx, uint32_t element) {
    ll_view name = ll_tsx_lead(tsx, element);
    return name.len == 2 && name.ptr[0] == 'h' && name.ptr[1] >= '1' && name.ptr[1] <= '6';
}

/* The name that a string is given under: of its property, or of the attribute in whose braces it
 * stands. */
static ll_view name_of(const ll_tsx *tsx, uint32_t string) {
    const ll_tsx_node *node = &tsx->nodes.at[string];
    if (node->sign == LL_SIGN_PROPERTY || node->parent == LL_TSX_NONE)
        return ll_tsx_lead(tsx, string);
    uint32_t around = tsx->nodes.at[node->parent].parent;
    bool attribute = around != LL_TSX_NONE && tsx->nodes.at[around].kind == LL_TSX_ATTRIBUTE;
    return attribute ? ll_tsx_lead(tsx, around) : (ll_view){0};
}

bool ll_is_title(const ll_lesson *lesson, const ll_passage *passage) {
    const ll_tsx *tsx = lesson->tsx;
    switch (passage->kind) {
    case LL_PASSAGE_PROSE:
        return is_heading(tsx, passage->node);
    case LL_PASSAGE_ATTRIBUTE:
        return is_title_name(ll_tsx_lead(tsx, passage->node));
    case LL_PASSAGE_STRING:
        return is_title_name(name_of(tsx, passage->node));
    default:
        return false;
    }
}

bool ll_is_within(const ll_lesson *lesson, const ll_passage *passage, ll_view name) {
    const ll_tsx *tsx = lesson->tsx;
    uint32_t node = passage->node;
    for (int left = NODES_UP; left > 0 && node != LL_TSX_NONE; left--) {
        if (tsx->nodes.at[node].kind == LL_TSX_ELEMENT && ll_tsx_is(tsx, node, name))
            return true;
        node = tsx->nodes.at[node].parent;
    }
    return false;
}
