/* What elements come to in the layout, through the components of the file. */
#include "check/layout.h"

/* A helper may return a helper: so many components are followed before the answer is left open. */
enum { FOLLOWED_MOST = 64 };

typedef struct layout_search {
    const ll_check *check;
    LL_ARRAY(uint32_t) elements;      /* to be looked at */
    uint32_t followed[FOLLOWED_MOST]; /* components, each once */
    uint32_t count;
    unsigned seen;
} layout_search;

/* What an element is by its name, Row.Footer as Row; any component that is no block is
 * LL_LAYOUT_IMPORTED. */
static unsigned by_name(const ll_tsx *tsx, uint32_t element) {
    ll_view name = ll_tsx_lead(tsx, element);
    ll_row_part part = ll_lesson_row_part(name);
    if (part != LL_ROW_PART_NONE || ll_tsx_is_host(tsx, element))
        return LL_LAYOUT(part);
    return ll_facts_is_library(ll_view_until(name, '.'), LL_VIEW("")) ? LL_LAYOUT_LIBRARY
                                                                      : LL_LAYOUT_IMPORTED;
}

/* What an imported component stands around, when that is nothing but Rows or their parts; else 0.
 */
static unsigned wrapped(const ll_check *check, uint32_t element) {
    ll_children children = {0};
    ll_lesson_children(check->facts->lesson, check->arena, element, &children);
    unsigned seen = 0;
    for (uint32_t i = 0; i < children.len; i++)
        if (children.at[i].kind == LL_CHILD_ELEMENT)
            seen |= by_name(check->facts->tsx, children.at[i].node);
        else if (children.at[i].kind == LL_CHILD_TEXT)
            seen |= LL_LAYOUT(LL_ROW_PART_NONE);
    bool closed = (seen & (LL_LAYOUT(LL_ROW_PART_NONE) | LL_LAYOUT_CLOSED)) != 0;
    return closed ? 0 : seen;
}

/* What a component of the lesson's own folder returns, as far as that file alone tells; else 0. */
static unsigned in_its_file(const ll_check *check, uint32_t element) {
    ll_view name = ll_tsx_lead(check->facts->tsx, element);
    const ll_lesson *file = ll_facts_neighbour(check->facts, ll_facts_import(check->facts, name));
    uint32_t component = file ? ll_lesson_component(file, name) : LL_LESSON_NONE;
    if (component == LL_LESSON_NONE)
        return 0;
    ll_children roots = {0};
    ll_lesson_component_roots(file, check->arena, component, &roots);
    unsigned seen = 0;
    for (uint32_t i = 0; i < roots.len; i++)
        if (roots.at[i].kind == LL_CHILD_ELEMENT)
            seen |= by_name(file->tsx, roots.at[i].node);
        else if (roots.at[i].kind == LL_CHILD_TEXT)
            seen |= LL_LAYOUT(LL_ROW_PART_NONE);
    return seen;
}

/* Whether the file makes the component that is no function of it: `parts.Main`, or a constant. */
static bool is_made(ll_facts *facts, ll_view name) {
    if (ll_facts_import(facts, name).len > 0)
        return false;
    return ll_view_until(name, '.').len < name.len || ll_lesson_declares(facts->lesson, name);
}

/* What a component comes to that no function of this file is. */
static unsigned from_elsewhere(const ll_check *check, uint32_t element, unsigned name) {
    unsigned seen = wrapped(check, element);
    if (!seen)
        seen = in_its_file(check, element);
    if (seen || name != LL_LAYOUT_IMPORTED)
        return seen ? seen : name;
    bool made = is_made(check->facts, ll_tsx_lead(check->facts->tsx, element));
    return made ? LL_LAYOUT_MADE : LL_LAYOUT_IMPORTED;
}

/* False when the component was followed before, or too many were. */
static bool is_new(layout_search *search, uint32_t component) {
    for (uint32_t i = 0; i < search->count; i++)
        if (search->followed[i] == component)
            return false;
    if (search->count == FOLLOWED_MOST)
        return false;
    search->followed[search->count++] = component;
    return true;
}

/* Components that the root component declares are numbered behind those of the file. */
static uint32_t component_of(const ll_lesson *lesson, ll_view name) {
    uint32_t component = ll_lesson_component(lesson, name);
    uint32_t local = component == LL_LESSON_NONE ? ll_lesson_local(lesson, name) : LL_LESSON_NONE;
    return local == LL_LESSON_NONE ? component : lesson->components.len + local;
}

static void follow(layout_search *search, uint32_t component) {
    const ll_lesson *lesson = search->check->facts->lesson;
    ll_children roots = {0};
    if (component < lesson->components.len)
        ll_lesson_component_roots(lesson, search->check->arena, component, &roots);
    else
        ll_lesson_local_roots(lesson, search->check->arena, component - lesson->components.len,
                              &roots);
    for (uint32_t i = 0; i < roots.len; i++)
        if (roots.at[i].kind == LL_CHILD_TEXT)
            search->seen |= LL_LAYOUT(LL_ROW_PART_NONE);
        else if (roots.at[i].kind == LL_CHILD_ELEMENT)
            LL_ARRAY_PUSH(search->check->arena, &search->elements, roots.at[i].node);
}

static void look_at(layout_search *search, uint32_t element) {
    const ll_lesson *lesson = search->check->facts->lesson;
    unsigned name = by_name(lesson->tsx, element);
    uint32_t component = LL_LESSON_NONE;
    if (name & LL_LAYOUT_CLOSED)
        component = component_of(lesson, ll_tsx_lead(lesson->tsx, element));
    if (component != LL_LESSON_NONE) {
        if (is_new(search, component))
            follow(search, component);
    } else {
        search->seen |=
            (name & LL_LAYOUT_CLOSED) ? from_elsewhere(search->check, element, name) : name;
    }
}

unsigned ll_layout_of(const ll_check *check, uint32_t element) {
    layout_search search = {.check = check};
    LL_ARRAY_PUSH(check->arena, &search.elements, element);
    for (uint32_t i = 0; i < search.elements.len; i++)
        look_at(&search, search.elements.at[i]);
    return search.seen;
}

void ll_layout_children(const ll_check *check, uint32_t element, ll_children *children) {
    const ll_lesson *lesson = check->facts->lesson;
    ll_view value;
    ll_lesson_children(lesson, check->arena, element, children);
    if (children->len == 0 &&
        ll_lesson_prop(lesson, check->arena, element, LL_VIEW("children"), &value) != LL_ABSENT)
        LL_ARRAY_PUSH(check->arena, children,
                      ((ll_child){.node = element, .kind = LL_CHILD_UNKNOWN, .conditional = true}));
}
