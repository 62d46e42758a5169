/* Walks the lesson from its LessonLayout through the components that it uses. */
#include "facts/reading.h"

#include "facts/names.h"

#include <assert.h>

/* The list may grow to so many times the number of nodes, and so many entries more. */
enum { LENGTH_TIMES = 4, LENGTH_MORE = 4096 };

/* A range of nodes that is being read. */
typedef struct frame {
    uint32_t next, after;
    uint32_t component; /* whose range it is, or LL_LESSON_NONE */
    uint32_t row;       /* around the next node; behind `row_after` it is `outer_row` again */
    uint32_t row_after, outer_row;
    bool aside, conditional;
} frame;

typedef struct walk {
    const ll_facts *facts;
    const ll_tsx *tsx;
    const ll_names *names;
    ll_reading *reading;
    bool *in_braces;    /* of each node: below braces of its file */
    bool *open;         /* of each component: its frame is on the stack */
    uint8_t *choice;    /* of each component: 0 not known, 1 draws one thing, 2 one of several */
    ll_children unseen; /* of the layout */
    uint32_t next_unseen;
    uint64_t most;
    LL_ARRAY(frame) frames;
} walk;

static void mark_braces(walk *w) {
    w->in_braces = LL_ARENA_ARRAY(w->facts->arena, bool, w->tsx->nodes.len + 1u);
    for (uint32_t i = 0; i < w->tsx->nodes.len; i++) {
        uint32_t parent = w->tsx->nodes.at[i].parent;
        w->in_braces[i] = w->tsx->nodes.at[i].kind == LL_TSX_BRACES ||
                          (parent != LL_TSX_NONE && w->in_braces[parent]);
    }
}

static void list_unseen(walk *w) {
    ll_children children = {0};
    ll_lesson_children(w->facts->lesson, w->facts->arena, w->facts->lesson->layout, &children);
    for (uint32_t i = 0; i < children.len; i++)
        if (children.at[i].kind == LL_CHILD_UNKNOWN)
            LL_ARRAY_PUSH(w->facts->arena, &w->unseen, children.at[i]);
}

/* Whether all of them are shown together: there is one, or a fragment holds them. */
static bool is_one_thing(const walk *w, const ll_children *roots) {
    for (uint32_t i = 0; i < roots->len; i++)
        if (roots->at[i].conditional)
            return false;
    if (roots->len < 2)
        return roots->len == 1;
    uint32_t around = ll_tsx_element_around(w->tsx, roots->at[0].node);
    return around != LL_TSX_NONE &&
           around == ll_tsx_element_around(w->tsx, roots->at[roots->len - 1].node);
}

/* Whether the component returns one thing or another. */
static bool is_choice(walk *w, uint32_t component) {
    if (w->choice[component] == 0) {
        ll_children roots = {0};
        ll_lesson_component_roots(w->facts->lesson, w->facts->arena, component, &roots);
        w->choice[component] = is_one_thing(w, &roots) ? 1 : 2;
    }
    return w->choice[component] == 2;
}

static uint32_t component_of(const walk *w, uint32_t element) {
    const ll_lesson *lesson = w->facts->lesson;
    uint32_t component = ll_names_at(w->names, element)->component;
    bool may = component != LL_LESSON_NONE && !lesson->components.at[component].root &&
               !w->open[component] && w->reading->elements.len < w->most;
    return may ? component : LL_LESSON_NONE;
}

static void open_component(walk *w, const ll_read *read, uint32_t component) {
    const ll_lesson *lesson = w->facts->lesson;
    const ll_tsx_declaration *declaration =
        &w->tsx->declarations.at[lesson->components.at[component].declaration];
    w->open[component] = true;
    LL_ARRAY_PUSH(w->facts->arena, &w->frames,
                  ((frame){.next = declaration->first_node,
                           .after = declaration->after_node,
                           .component = component,
                           .row = read->row,
                           .row_after = UINT32_MAX,
                           .outer_row = read->row,
                           .aside = read->aside,
                           .conditional = read->conditional || is_choice(w, component)}));
}

static void read_element(walk *w, uint32_t element) {
    frame *on = &w->frames.at[w->frames.len - 1];
    bool row = ll_lesson_is_any_row(w->facts->lesson, element);
    if (on->row == LL_LESSON_NONE && row) {
        on->row = w->reading->rows.len;
        on->row_after = w->tsx->nodes.at[element].after;
        LL_ARRAY_PUSH(w->facts->arena, &w->reading->rows, element);
    }
    uint32_t component = component_of(w, element);
    ll_read read = {.element = element,
                    .row = on->row,
                    .aside = on->aside || ll_lesson_in_aside(w->facts->lesson, element),
                    .conditional = on->conditional || w->in_braces[element],
                    .opened = component != LL_LESSON_NONE};
    LL_ARRAY_PUSH(w->facts->arena, &w->reading->elements, read);
    if (component != LL_LESSON_NONE)
        open_component(w, &read, component);
}

/* Reads one node of the innermost frame, or ends that. */
static void step(walk *w) {
    frame *on = &w->frames.at[w->frames.len - 1];
    if (on->next >= on->after) {
        if (on->component != LL_LESSON_NONE)
            w->open[on->component] = false;
        w->frames.len--;
        return;
    }
    uint32_t node = on->next++;
    if (node >= on->row_after) {
        on->row = on->outer_row;
        on->row_after = UINT32_MAX;
    }
    if (w->frames.len == 1 && w->next_unseen < w->unseen.len &&
        w->unseen.at[w->next_unseen].node == node) {
        w->next_unseen++;
        LL_ARRAY_PUSH(w->facts->arena, &w->reading->elements,
                      ((ll_read){.element = LL_TSX_NONE, .row = on->row, .conditional = true}));
    }
    if (w->tsx->nodes.at[node].kind == LL_TSX_ELEMENT)
        read_element(w, node);
}

const ll_reading *ll_facts_reading(ll_facts *facts) {
    assert(facts->lesson);
    if (facts->reading)
        return facts->reading;
    ll_reading *reading = LL_ARENA_NEW(facts->arena, ll_reading);
    facts->reading = reading;
    uint32_t layout = facts->lesson->layout;
    if (layout == LL_LESSON_NONE)
        return reading;
    uint32_t components = facts->lesson->components.len;
    walk w = {.facts = facts,
              .tsx = facts->tsx,
              .names = ll_facts_names(facts),
              .reading = reading,
              .open = LL_ARENA_ARRAY(facts->arena, bool, components + 1u),
              .choice = LL_ARENA_ARRAY(facts->arena, uint8_t, components + 1u),
              .most = (uint64_t)facts->tsx->nodes.len * LENGTH_TIMES + LENGTH_MORE};
    mark_braces(&w);
    list_unseen(&w);
    LL_ARRAY_PUSH(facts->arena, &w.frames,
                  ((frame){.next = layout + 1,
                           .after = facts->tsx->nodes.at[layout].after,
                           .component = LL_LESSON_NONE,
                           .row = LL_LESSON_NONE,
                           .row_after = UINT32_MAX,
                           .outer_row = LL_LESSON_NONE}));
    while (w.frames.len > 0)
        step(&w);
    return reading;
}

bool ll_facts_is_unseen(const ll_facts *facts, const ll_read *read) {
    if (read->element == LL_TSX_NONE)
        return true;
    const ll_element_name *name = ll_names_at(facts->names, read->element);
    return !read->opened && !name->host && !name->plain && name->component == LL_LESSON_NONE;
}

bool ll_facts_is_widget(ll_facts *facts, ll_view name) {
    static const ll_view endings[] = {LL_VIEW_INIT("Widget"), LL_VIEW_INIT("Explorer"),
                                      LL_VIEW_INIT("Simulator"), LL_VIEW_INIT("Playground"),
                                      LL_VIEW_INIT("ExercisePanel")};
    if (name.len == 0 || !ll_is_upper(name.ptr[0]))
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ll_view_ends(name, endings[i]))
            return true;
    return ll_view_find_nocase(ll_facts_import(facts, name), LL_VIEW("widget"), 0) != LL_VIEW_NONE;
}
