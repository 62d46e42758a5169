/* What elements come to in the layout, through the components of the file. */
#include "check/layout.h"

/* A helper may return a helper: so deep, and so many elements in all, are followed before the
 * answer is left open. */
enum { DEEPEST = 16, FOLLOWED_MOST = 4096 };

/* An element to be looked at, behind so many components. */
typedef struct step {
    uint32_t element, depth;
} step;

typedef struct layout_search {
    const ll_check *check;
    LL_ARRAY(step) steps;
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

static void follow(layout_search *search, uint32_t component, uint32_t depth) {
    ll_children roots = {0};
    ll_lesson_component_roots(search->check->facts->lesson, search->check->arena, component,
                              &roots);
    for (uint32_t i = 0; i < roots.len; i++)
        if (roots.at[i].kind == LL_CHILD_TEXT)
            search->seen |= LL_LAYOUT(LL_ROW_PART_NONE);
        else if (roots.at[i].kind == LL_CHILD_ELEMENT)
            LL_ARRAY_PUSH(search->check->arena, &search->steps, ((step){roots.at[i].node, depth}));
}

static void look_at(layout_search *search, step at) {
    const ll_lesson *lesson = search->check->facts->lesson;
    unsigned name = by_name(lesson->tsx, at.element);
    uint32_t component = name == LL_LAYOUT_IMPORTED
                             ? ll_lesson_component(lesson, ll_tsx_lead(lesson->tsx, at.element))
                             : LL_LESSON_NONE;
    if (component != LL_LESSON_NONE && at.depth < DEEPEST)
        follow(search, component, at.depth + 1);
    else if (component == LL_LESSON_NONE)
        search->seen |= name == LL_LAYOUT_IMPORTED ? wrapped(search->check, at.element) : name;
}

unsigned ll_layout_of(const ll_check *check, uint32_t element) {
    layout_search search = {.check = check};
    LL_ARRAY_PUSH(check->arena, &search.steps, ((step){element, 0}));
    for (uint32_t i = 0; i < search.steps.len && i < FOLLOWED_MOST; i++)
        look_at(&search, search.steps.at[i]);
    return search.seen;
}
