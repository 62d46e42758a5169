/* Components of the file that draw a Row, or a header, around what they are given. */
#include "lesson/parse.h"

/* What the declarations of the file hold, by index of the declaration. */
typedef struct holdings {
    uint32_t *rows, *headers;
    uint32_t *first_header; /* where `headers` is not 0 */
    bool *given;            /* by component: used somewhere with props or children */
} holdings;

bool ll_wrappers_hold(const ll_lesson *lesson, uint32_t node) {
    for (uint32_t i = 0; i < lesson->inside->wrappers.len; i++) {
        const ll_wrapper *wrapper = &lesson->inside->wrappers.at[i];
        if (node >= wrapper->first_node && node < wrapper->after_node)
            return true;
    }
    return false;
}

const ll_wrapper *ll_wrapper_of(const ll_lesson *lesson, uint32_t element) {
    const ll_tsx *tsx = lesson->tsx;
    if (lesson->inside->wrappers.len == 0 || tsx->nodes.at[element].kind != LL_TSX_ELEMENT ||
        tsx->nodes.at[element].after == element + 1 || ll_tsx_is_host(tsx, element))
        return NULL;
    uint32_t component = ll_lesson_component(lesson, ll_tsx_lead(tsx, element));
    for (uint32_t i = 0; component != LL_LESSON_NONE && i < lesson->inside->wrappers.len; i++)
        if (lesson->inside->wrappers.at[i].component == component)
            return &lesson->inside->wrappers.at[i];
    return NULL;
}

/* The prop that an expression is: `title`, `props.title`; empty when it is anything else. */
static ll_view prop_of(const ll_tsx *tsx, uint32_t braces) {
    ll_braces seen = ll_braces_read(tsx, braces);
    bool prop = seen.kind == LL_BRACES_NAME || (seen.kind == LL_BRACES_MEMBER && seen.dots == 1);
    return prop ? seen.name : LL_VIEW("");
}

bool ll_wrapper_shows_aside(const ll_lesson *lesson, uint32_t attribute) {
    const ll_wrapper *wrapper = ll_wrapper_of(lesson, lesson->tsx->nodes.at[attribute].parent);
    ll_view name = ll_tsx_lead(lesson->tsx, attribute);
    for (uint32_t i = 0; wrapper && i < wrapper->asides.len; i++)
        if (ll_view_equal(wrapper->asides.at[i], name))
            return true;
    return false;
}

bool ll_lesson_draws_row(const ll_lesson *lesson, uint32_t element) {
    const ll_wrapper *wrapper = ll_wrapper_of(lesson, element);
    return wrapper && wrapper->row;
}

bool ll_lesson_may_give_aside(const ll_lesson *lesson, uint32_t element) {
    const ll_wrapper *wrapper = ll_wrapper_of(lesson, element);
    if (!wrapper || !wrapper->only_asides)
        return true;
    const ll_tsx *tsx = lesson->tsx;
    for (uint32_t i = ll_tsx_first(tsx, element); i != LL_TSX_NONE; i = ll_tsx_next(tsx, i))
        if (tsx->nodes.at[i].kind == LL_TSX_ATTRIBUTE &&
            (tsx->nodes.at[i].value == LL_TSX_SPREAD || ll_wrapper_shows_aside(lesson, i)))
            return true;
    return false;
}

static holdings count_holdings(ll_arena *arena, const ll_lesson *lesson) {
    const ll_tsx *tsx = lesson->tsx;
    uint32_t len = tsx->declarations.len + 1;
    holdings made = {LL_ARENA_ARRAY(arena, uint32_t, len), LL_ARENA_ARRAY(arena, uint32_t, len),
                     LL_ARENA_ARRAY(arena, uint32_t, len),
                     LL_ARENA_ARRAY(arena, bool, lesson->components.len + 1)};
    for (uint32_t i = 0; i < lesson->rows.len; i++) {
        uint32_t own = ll_tsx_declaration_of(tsx, lesson->rows.at[i].element);
        if (own != LL_TSX_NONE)
            made.rows[own]++;
    }
    for (uint32_t i = 0; i < lesson->sections.len; i++) {
        uint32_t own = ll_tsx_declaration_of(tsx, lesson->sections.at[i].element);
        if (own != LL_TSX_NONE && made.headers[own]++ == 0)
            made.first_header[own] = lesson->sections.at[i].element;
    }
    return made;
}

static void mark_given(const ll_lesson *lesson, holdings *held) {
    const ll_tsx *tsx = lesson->tsx;
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (node->kind != LL_TSX_ELEMENT || node->after == i + 1 || ll_tsx_is_host(tsx, i))
            continue;
        uint32_t component = ll_lesson_component(lesson, ll_tsx_lead(tsx, i));
        if (component != LL_LESSON_NONE)
            held->given[component] = true;
    }
}

/* Whether everything that the component can return is a Row. */
static bool returns_rows(ll_arena *arena, const ll_lesson *lesson, uint32_t component) {
    ll_children roots = {0};
    ll_lesson_component_roots(lesson, arena, component, &roots);
    for (uint32_t i = 0; i < roots.len; i++)
        if (roots.at[i].kind != LL_CHILD_ELEMENT || !ll_lesson_is_row(lesson, roots.at[i].node))
            return false;
    return roots.len > 0;
}

/* Whether a component takes a prop under its own name and without a value to stand in for it:
 * `({ aside, children })`. */
static bool takes_prop(const ll_tsx *tsx, const ll_wrapper *wrapper, ll_view prop) {
    const ll_tsx_declaration *declaration =
        &tsx->declarations.at[ll_tsx_declaration_of(tsx, wrapper->first_node)];
    uint32_t row = wrapper->first_node;
    while (row < wrapper->after_node && tsx->nodes.at[row].kind != LL_TSX_ELEMENT)
        row++;
    ll_view head = ll_tsx_text(tsx, declaration->start, tsx->nodes.at[row].start);
    size_t at = ll_view_find_word(head, prop, 0);
    if (at == LL_VIEW_NONE || ll_view_equal(prop, LL_VIEW("children")))
        return false;
    ll_view before = ll_view_trim(ll_view_slice(head, 0, at));
    ll_view behind = ll_view_trim(ll_view_slice(head, at + prop.len, head.len));
    return before.len > 0 && strchr("{,", before.ptr[before.len - 1]) && behind.len > 0 &&
           strchr(",}", behind.ptr[0]);
}

/* Whether all that an aside holds is the prop. */
static bool is_alone(const ll_tsx *tsx, uint32_t braces) {
    uint32_t around = tsx->nodes.at[braces].parent;
    ll_view inside =
        ll_tsx_text(tsx, tsx->nodes.at[around].inner_start, tsx->nodes.at[around].inner_end);
    return tsx->nodes.at[around].kind == LL_TSX_ELEMENT &&
           ll_lesson_row_part(ll_tsx_lead(tsx, around)) == LL_ROW_PART_ASIDE &&
           ll_view_trim(inside).len == tsx->nodes.at[braces].end - tsx->nodes.at[braces].start;
}

static void list_asides(ll_arena *arena, const ll_lesson *lesson, ll_wrapper *wrapper) {
    const ll_tsx *tsx = lesson->tsx;
    bool only = true;
    for (uint32_t i = wrapper->first_node; i < wrapper->after_node; i++) {
        bool aside = ll_place_of(lesson, i).flags & LL_PLACE_ASIDE;
        only = only && !(aside && tsx->nodes.at[i].kind == LL_TSX_ELEMENT);
        if (!aside || tsx->nodes.at[i].kind != LL_TSX_BRACES)
            continue;
        ll_view prop = prop_of(tsx, i);
        only = only && prop.len > 0 && is_alone(tsx, i) && takes_prop(tsx, wrapper, prop);
        if (prop.len > 0)
            LL_ARRAY_PUSH(arena, &wrapper->asides, prop);
    }
    wrapper->only_asides = only && wrapper->asides.len > 0;
}

/* A component that holds Rows is a wrapper when it returns nothing else; one without Rows when it
 * holds one header. */
static void judge_component(ll_arena *arena, ll_lesson *lesson, uint32_t component,
                            const holdings *held) {
    uint32_t own = lesson->components.at[component].declaration;
    const ll_tsx_declaration *declaration = &lesson->tsx->declarations.at[own];
    if (lesson->components.at[component].root || !held->given[component] ||
        ll_wrappers_hold(lesson, declaration->first_node))
        return;
    bool row = held->rows[own] > 0;
    if (row ? !returns_rows(arena, lesson, component) : held->headers[own] != 1)
        return;
    ll_wrapper *made = LL_ARRAY_ADD(arena, &lesson->inside->wrappers);
    *made = (ll_wrapper){
        .component = component,
        .row = row,
        .first_node = declaration->first_node,
        .after_node = declaration->after_node,
        .header = held->headers[own] > 0 ? held->first_header[own] : LL_LESSON_NONE,
    };
    list_asides(arena, lesson, made);
}

bool ll_wrappers_find(ll_arena *arena, ll_lesson *lesson) {
    uint32_t known = lesson->inside->wrappers.len;
    if (lesson->components.len < 2 || lesson->rows.len + lesson->sections.len == 0)
        return false;
    holdings held = count_holdings(arena, lesson);
    bool given = false;
    for (uint32_t i = 0; i < lesson->components.len; i++) {
        uint32_t own = lesson->components.at[i].declaration;
        if (lesson->components.at[i].root || held.rows[own] + held.headers[own] == 0 ||
            lesson->inside->wrappers.len == LL_WRAPPERS_MOST)
            continue;
        if (!given)
            mark_given(lesson, &held);
        given = true;
        judge_component(arena, lesson, i, &held);
    }
    return lesson->inside->wrappers.len > known;
}

/* What stands for a prop in `element`, which a wrapper draws: the prop of the wrapper's use. */
static ll_view given_by(const ll_tsx *tsx, uint32_t element, ll_view name) {
    uint32_t attribute = ll_tsx_attribute(tsx, element, name);
    if (attribute == LL_TSX_NONE)
        return name; /* a spread */
    uint32_t braces = ll_tsx_first(tsx, attribute);
    bool expression = braces != LL_TSX_NONE && tsx->nodes.at[braces].kind == LL_TSX_BRACES;
    return expression ? prop_of(tsx, braces) : LL_VIEW("");
}

ll_known ll_lesson_header_prop(const ll_lesson *lesson, ll_arena *arena, uint32_t header,
                               ll_view name, ll_view *value) {
    uint32_t uses[LL_WRAPPER_LEVELS + 1] = {header}, depth = 0;
    for (const ll_wrapper *wrapper = ll_wrapper_of(lesson, header);
         wrapper && wrapper->header != LL_LESSON_NONE && depth < LL_WRAPPER_LEVELS;
         wrapper = ll_wrapper_of(lesson, uses[depth]))
        uses[++depth] = wrapper->header;
    ll_known known = ll_lesson_prop(lesson, arena, uses[depth], name, value);
    while (known == LL_UNSEEN && depth > 0) {
        name = given_by(lesson->tsx, uses[depth--], name);
        if (name.len == 0)
            return LL_UNSEEN;
        known = ll_lesson_prop(lesson, arena, uses[depth], name, value);
    }
    return known;
}
