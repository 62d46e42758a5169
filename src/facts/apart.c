/* Tells by the code between two parts of a lesson that only one of them is shown. */
#include "facts/apart.h"

/* The two nodes directly below the nearest node around both. */
typedef struct fork {
    uint32_t left, right;
} fork;

static bool opens_with(const ll_tsx *tsx, uint32_t node, char bracket) {
    return tsx->nodes.at[node].kind == LL_TSX_GROUP &&
           tsx->source->text.ptr[tsx->nodes.at[node].start] == bracket;
}

/* The node above `node` that stands directly below `around`, or itself; LL_TSX_NONE: too far. */
static uint32_t climb(const ll_tsx *tsx, uint32_t node, uint32_t around) {
    for (uint32_t steps = 0; steps < LL_APART_UP_MOST; steps++) {
        uint32_t parent = tsx->nodes.at[node].parent;
        if (parent == around)
            return node;
        if (parent == LL_TSX_NONE)
            break;
        node = parent;
    }
    return LL_TSX_NONE;
}

/* `left` stands before `right`. */
static bool find_fork(const ll_tsx *tsx, uint32_t left, uint32_t right, fork *found) {
    uint32_t steps = 0, at = left;
    while (tsx->nodes.at[at].after <= right) {
        left = at;
        at = tsx->nodes.at[at].parent;
        if (at == LL_TSX_NONE || ++steps == LL_APART_UP_MOST)
            return false;
    }
    *found = (fork){left, climb(tsx, right, at)};
    return left != at && found->right != LL_TSX_NONE;
}

static bool is_branch(const ll_tsx *tsx, uint32_t node) {
    uint8_t sign = tsx->nodes.at[node].sign;
    return sign == LL_SIGN_QUESTION || sign == LL_SIGN_COLON;
}

/* `a ? left : right`, also with more branches and conditions between the two. */
static bool are_branches(const ll_tsx *tsx, const fork *at) {
    bool colon = false;
    if (!is_branch(tsx, at->left) || !is_branch(tsx, at->right))
        return false;
    for (uint32_t i = at->left; i != at->right; i = ll_tsx_next(tsx, i)) {
        uint32_t next = ll_tsx_next(tsx, i);
        ll_view gap = ll_tsx_text(tsx, tsx->nodes.at[i].end, tsx->nodes.at[next].start);
        for (size_t k = 0; k < gap.len; k++) {
            if (strchr(",;=", gap.ptr[k]))
                return false;
            colon |= gap.ptr[k] == ':';
        }
    }
    return colon;
}

/* The name of the condition in front of the only node in braces, `a` of `{a && <p/>}`; `*no`: its
 * contrary is asked. */
static ll_view condition_of(const ll_tsx *tsx, uint32_t braces, bool *no) {
    static const ll_view both = LL_VIEW_INIT("&&");
    uint32_t first = ll_tsx_first(tsx, braces);
    if (tsx->nodes.at[braces].kind != LL_TSX_BRACES || first == LL_TSX_NONE)
        return (ll_view){0};
    ll_view code = ll_view_trim(
        ll_tsx_text(tsx, tsx->nodes.at[braces].inner_start, tsx->nodes.at[first].start));
    if (!ll_view_ends(code, both))
        return (ll_view){0};
    code = ll_view_trim(ll_view_slice(code, 0, code.len - both.len));
    *no = code.len > 0 && code.ptr[0] == '!';
    ll_view name = ll_view_slice(code, *no ? 1 : 0, code.len);
    for (size_t i = 0; i < name.len; i++)
        if (!ll_is_name_byte(name.ptr[i]) && name.ptr[i] != '.')
            return (ll_view){0};
    return name;
}

static bool are_contraries(const ll_tsx *tsx, const fork *at) {
    bool left_no = false, right_no = false;
    ll_view left = condition_of(tsx, at->left, &left_no);
    ll_view right = condition_of(tsx, at->right, &right_no);
    return left.len > 0 && left_no != right_no && ll_view_equal(left, right);
}

/* Whether a block of statements belongs to the function around it, behind `if (…)` or `else`. */
static bool is_of_statement(const ll_tsx *tsx, uint32_t block) {
    static const char *const words[] = {"if", "switch"};
    uint32_t before = LL_TSX_NONE;
    for (uint32_t i = ll_tsx_first(tsx, tsx->nodes.at[block].parent); i != block;
         i = ll_tsx_next(tsx, i))
        before = i;
    if (before == LL_TSX_NONE)
        return false;
    ll_view gap = ll_tsx_text(tsx, tsx->nodes.at[before].end, tsx->nodes.at[block].start);
    gap = ll_view_trim(gap);
    return ll_view_ends(gap, LL_VIEW("else")) ||
           (gap.len == 0 && LL_VIEW_IS_ONE_OF(ll_tsx_lead(tsx, before), words));
}

/* Whether `node` stands in a `return` of the function that holds `top`, the node itself or one
 * around it. */
static bool is_returned(const ll_tsx *tsx, uint32_t node, uint32_t top) {
    bool returned = false;
    for (;; node = tsx->nodes.at[node].parent) {
        if (tsx->nodes.at[node].sign == LL_SIGN_RETURN)
            returned = true;
        else if (opens_with(tsx, node, '{') && !is_of_statement(tsx, node))
            returned = false; /* a function inside of that one */
        if (node == top)
            return returned;
    }
}

bool ll_facts_are_apart(const ll_tsx *tsx, uint32_t left, uint32_t right) {
    uint32_t first = left < right ? left : right, second = left < right ? right : left;
    fork at;
    if (first == second || !find_fork(tsx, first, second, &at))
        return false;
    if (are_branches(tsx, &at) || are_contraries(tsx, &at))
        return true;
    return opens_with(tsx, tsx->nodes.at[at.left].parent, '{') &&
           is_returned(tsx, first, at.left) && is_returned(tsx, second, at.right);
}
