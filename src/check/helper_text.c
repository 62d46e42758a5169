/* Text that goes through a component of the file: what the component makes of its children. */
#include "check/helper_text.h"

/* Nodes of a component that are looked through; what arranges text is short. */
enum { HELPER_NODES_MOST = 256 };

/* Classes that set the children of an element apart. */
static bool visit_class(void *context, ll_view name) {
    static const char *const boxes[] = {"flex", "grid", "inline-flex", "inline-grid"};
    bool *plain = context;
    name = ll_lesson_class_base(name);
    *plain = !LL_VIEW_IS_ONE_OF(name, boxes) && !ll_view_starts(name, LL_VIEW("space-x-"));
    return *plain;
}

static bool is_name_byte(char c) {
    return ll_is_alnum(c) || c == '_' || c == '$' || c == '.';
}

/* Whether the names in a stretch of code are those of what joins classes and of the class that the
 * component was given. */
static bool names_given_class(ll_view code, bool *given) {
    static const char *const joins[] = {"classNames", "clsx", "cn", "twMerge"};
    for (size_t at = 0; at < code.len;) {
        size_t start = at;
        while (at < code.len && is_name_byte(code.ptr[at]))
            at++;
        ll_view word = ll_view_slice(code, start, at);
        bool is_given = ll_view_equal(word, LL_VIEW("className"));
        *given |= is_given;
        if (word.len > 0 && !is_given && !LL_VIEW_IS_ONE_OF(word, joins))
            return false;
        at += at == start;
    }
    return true;
}

/* Whether all that cannot be seen in the element's class is the one given to the component:
 * `className={cn('mb-2', className)}`. */
static bool passes_class(const ll_tsx *tsx, uint32_t element) {
    uint32_t attribute = ll_tsx_attribute(tsx, element, LL_VIEW("className"));
    if (attribute == LL_TSX_NONE)
        return false;
    uint32_t at = tsx->nodes.at[attribute].inner_start;
    bool given = false;
    for (uint32_t i = attribute + 1; i < tsx->nodes.at[attribute].after; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (node->kind == LL_TSX_TEMPLATE)
            return false;
        if (node->kind != LL_TSX_STRING)
            continue;
        if (!names_given_class(ll_tsx_text(tsx, at, node->start), &given))
            return false;
        at = node->end;
    }
    return names_given_class(ll_tsx_text(tsx, at, tsx->nodes.at[attribute].inner_end), &given) &&
           given;
}

static bool has_spread(const ll_tsx *tsx, uint32_t element) {
    for (uint32_t i = ll_tsx_first(tsx, element); i != LL_TSX_NONE; i = ll_tsx_next(tsx, i))
        if (tsx->nodes.at[i].kind == LL_TSX_ATTRIBUTE && tsx->nodes.at[i].value == LL_TSX_SPREAD)
            return true;
    return false;
}

/* Whether text that stands in the element of a component flows; `hidden`: the class that the
 * component passes on may set it apart. */
static bool is_plain_host(const ll_lesson *lesson, uint32_t element, bool hidden) {
    bool plain = true;
    if (!ll_tsx_is_host(lesson->tsx, element) || has_spread(lesson->tsx, element) ||
        ll_tsx_attribute(lesson->tsx, element, LL_VIEW("style")) != LL_TSX_NONE)
        return false;
    bool seen = ll_lesson_classes(lesson, element, visit_class, &plain);
    return plain && (seen || (!hidden && passes_class(lesson->tsx, element)));
}

static bool is_children(const ll_tsx *tsx, uint32_t node) {
    const ll_tsx_node *braces = &tsx->nodes.at[node];
    return braces->kind == LL_TSX_BRACES &&
           ll_view_equal(ll_view_trim(ll_tsx_text(tsx, braces->inner_start, braces->inner_end)),
                         LL_VIEW("children"));
}

/* Whether the component gives `className` a value of its own when it gets none. */
static bool has_default_class(const ll_tsx *tsx, const ll_tsx_declaration *declaration) {
    for (uint32_t i = declaration->first_node; i < declaration->after_node; i++)
        if (tsx->nodes.at[i].sign == LL_SIGN_ASSIGN &&
            ll_view_equal(ll_tsx_lead(tsx, i), LL_VIEW("className")))
            return true;
    return false;
}

bool ll_helper_flows(const ll_lesson *lesson, uint32_t element) {
    const ll_tsx *tsx = lesson->tsx;
    uint32_t component = ll_lesson_component(lesson, ll_tsx_lead(tsx, element));
    if (component == LL_LESSON_NONE)
        return false;
    const ll_tsx_declaration *declaration =
        &tsx->declarations.at[lesson->components.at[component].declaration];
    if (declaration->after_node - declaration->first_node > HELPER_NODES_MOST)
        return false;
    bool plain = true, found = false;
    bool hidden = !ll_lesson_classes(lesson, element, visit_class, &plain) || !plain ||
                  has_default_class(tsx, declaration);
    for (uint32_t i = declaration->first_node; i < declaration->after_node; i++) {
        if (!is_children(tsx, i))
            continue;
        uint32_t parent = tsx->nodes.at[i].parent;
        if (parent == LL_TSX_NONE || tsx->nodes.at[parent].kind != LL_TSX_ELEMENT ||
            !is_plain_host(lesson, parent, hidden))
            return false;
        found = true;
    }
    return found;
}
