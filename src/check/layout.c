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

/* What an element is by its name; any component is LL_LAYOUT_IMPORTED. */
static unsigned by_name(const ll_tsx *tsx, uint32_t element) {
    ll_row_part part = ll_lesson_row_part(ll_tsx_lead(tsx, element));
    bool known = part != LL_ROW_PART_NONE || ll_tsx_is_host(tsx, element);
    return known ? LL_LAYOUT(part) : LL_LAYOUT_IMPORTED;
}

/* What an imported component stands around, when that is nothing but Rows or their parts. */
static unsigned wrapped(const ll_check *check, uint32_t element) {
    ll_children children = {0};
    ll_lesson_children(check->facts->lesson, check->arena, element, &children);
    unsigned seen = 0;
    for (uint32_t i = 0; i < children.len; i++)
        if (children.at[i].kind == LL_CHILD_ELEMENT)
            seen |= by_name(check->facts->tsx, children.at[i].node);
        else if (children.at[i].kind == LL_CHILD_TEXT)
            seen |= LL_LAYOUT(LL_ROW_PART_NONE);
    bool parts = seen && !(seen & (LL_LAYOUT(LL_ROW_PART_NONE) | LL_LAYOUT_IMPORTED));
    return parts ? seen : LL_LAYOUT_IMPORTED;
}

/* What a component of the lesson's own folder returns, as far as that file alone tells. */
static unsigned in_its_file(const ll_check *check, uint32_t element) {
    ll_view name = ll_tsx_lead(check->facts->tsx, element);
    const ll_lesson *file = ll_facts_neighbour(check->facts, ll_facts_import(check->facts, name));
    uint32_t component = file ? ll_lesson_component(file, name) : LL_LESSON_NONE;
    if (component == LL_LESSON_NONE)
        return LL_LAYOUT_IMPORTED;
    ll_children roots = {0};
    ll_lesson_component_roots(file, check->arena, component, &roots);
    unsigned seen = 0;
    for (uint32_t i = 0; i < roots.len; i++)
        if (roots.at[i].kind == LL_CHILD_ELEMENT)
            seen |= by_name(file->tsx, roots.at[i].node);
        else if (roots.at[i].kind == LL_CHILD_TEXT)
            seen |= LL_LAYOUT(LL_ROW_PART_NONE);
    return seen ? seen : LL_LAYOUT_IMPORTED;
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

static void follow(layout_search *search, uint32_t component) {
    ll_children roots = {0};
    ll_lesson_component_roots(search->check->facts->lesson, search->check->arena, component,
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
    if (name == LL_LAYOUT_IMPORTED)
        component = ll_lesson_component(lesson, ll_tsx_lead(lesson->tsx, element));
    if (component == LL_LESSON_NONE && name == LL_LAYOUT_IMPORTED)
        name = wrapped(search->check, element);
    if (component == LL_LESSON_NONE && name == LL_LAYOUT_IMPORTED)
        name = in_its_file(search->check, element);
    if (component == LL_LESSON_NONE)
        search->seen |= name;
    else if (is_new(search, component))
        follow(search, component);
}

unsigned ll_layout_of(const ll_check *check, uint32_t element) {
    layout_search search = {.check = check};
    LL_ARRAY_PUSH(check->arena, &search.elements, element);
    for (uint32_t i = 0; i < search.elements.len; i++)
        look_at(&search, search.elements.at[i]);
    return search.seen;
}
