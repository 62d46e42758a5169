/* Index of what the lesson's Rows say, and where that cannot be told. */
#include <assert.h>

#include "facts/coverage.h"
#include "facts/names.h"
#include "facts/shown.h"
#include "facts/values.h"

/* Components whose files could not be read, and values of such files; LL_TSX_NONE where there is
 * none. */
struct ll_unseen {
    uint32_t first;      /* of the lesson */
    uint32_t outside;    /* of those that stand in no Row */
    uint32_t *in_bodies; /* by number of ll_facts_bodies: the first one there */
};

static void note_unseen(ll_facts *facts, uint32_t body, uint32_t element) {
    struct ll_unseen *unseen = facts->unseen;
    uint32_t *place = body == UINT32_MAX ? &unseen->outside : &unseen->in_bodies[body];
    if (element < unseen->first)
        unseen->first = element;
    if (element < *place)
        *place = element;
}

/* Elements around a text in which a ConstraintBlock is looked for. */
enum { CONSTRAINT_UP = 4 };

/* A ConstraintBlock sets limits; what it names is not taught there, and mostly nowhere. */
static bool is_left_out(const ll_facts *facts, uint32_t passage) {
    uint32_t element = ll_tsx_element_of(facts->tsx, facts->lesson->passages.at[passage].node);
    for (int up = 0; up < CONSTRAINT_UP && element != LL_TSX_NONE; up++) {
        if (ll_tsx_is(facts->tsx, element, LL_VIEW("ConstraintBlock")))
            return true;
        element = ll_tsx_element_around(facts->tsx, element);
    }
    return false;
}

static void add_text(void *context, uint32_t row, bool aside, uint32_t passage) {
    ll_shown_walk *walk = context;
    if (is_left_out(walk->facts, passage))
        return;
    ll_index_add_stems(walk->index, row, aside ? LL_ROW_ASIDE : LL_ROW_MAIN,
                       ll_facts_words(walk->facts, passage));
}

static void add_component(void *context, uint32_t row, bool aside, uint32_t element) {
    ll_shown_walk *walk = context;
    const ll_lesson *lesson = walk->facts->lesson;
    bool added = ll_shown_add(walk, row, aside ? LL_ROW_ASIDE : LL_ROW_MAIN, element);
    if (!added || ll_shown_is_unseen(walk->facts, element))
        note_unseen(walk->facts, ll_facts_body_of(walk->facts, lesson->rows.at[row].element),
                    element);
}

/* A text of its own, numbered by its widget. */
static void add_outside(void *context, uint32_t element) {
    ll_shown_walk *walk = context;
    uint32_t own = walk->facts->imported->of_name[ll_facts_name_of(walk->facts, element)];
    bool added = own >= LL_WIDGETS_MOST ||
                 ll_shown_add(walk, walk->facts->lesson->rows.len + own, LL_ROW_MAIN, element);
    if (!added || ll_shown_is_unseen(walk->facts, element))
        note_unseen(walk->facts, UINT32_MAX, element);
}

static void make_unseen(ll_facts *facts) {
    uint32_t bodies = facts->lesson->sections.len + 1;
    facts->unseen = LL_ARENA_NEW(facts->arena, struct ll_unseen);
    facts->unseen->first = facts->unseen->outside = LL_TSX_NONE;
    facts->unseen->in_bodies = LL_ARENA_ARRAY(facts->arena, uint32_t, bodies);
    for (uint32_t i = 0; i < bodies; i++)
        facts->unseen->in_bodies[i] = LL_TSX_NONE;
}

static void note_value_at(ll_facts *facts, uint32_t place, uint32_t value) {
    uint32_t row = ll_lesson_row_at(facts->lesson, place);
    bool outside = row == LL_LESSON_NONE;
    note_unseen(facts,
                outside ? UINT32_MAX : ll_facts_body_of(facts, facts->lesson->rows.at[row].element),
                value);
}

/* What a component of the lesson shows is seen where that is used. */
static void note_value(void *context, uint32_t node) {
    ll_facts *facts = context;
    const ll_lesson *lesson = facts->lesson;
    const ll_names *names = ll_facts_names(facts);
    uint32_t own = ll_tsx_declaration_of(facts->tsx, node);
    if (ll_lesson_row_of(lesson, node) != LL_LESSON_NONE || ll_lesson_in_root(lesson, node)) {
        note_value_at(facts, ll_tsx_element_around(facts->tsx, node), node);
        return;
    }
    for (uint32_t i = 0; i < names->elements.len; i++) {
        uint32_t component = names->all.at[names->elements.at[i].name].component;
        if (component != LL_LESSON_NONE && lesson->components.at[component].declaration == own)
            note_value_at(facts, names->elements.at[i].node, node);
    }
}

ll_view ll_facts_unseen_name(ll_facts *facts, uint32_t unseen) {
    bool element = facts->tsx->nodes.at[unseen].kind == LL_TSX_ELEMENT;
    return element ? ll_tsx_lead(facts->tsx, unseen) : ll_values_name(facts, unseen);
}

ll_index *ll_facts_rows(ll_facts *facts) {
    if (facts->rows)
        return facts->rows;
    facts->rows = ll_index_new(ll_facts_stems(facts), facts->arena);
    make_unseen(facts);
    ll_shown_rows(&(ll_shown_walk){.facts = facts, .index = facts->rows},
                  &(ll_shown_visits){add_text, add_component, add_outside});
    ll_values_shown(facts, note_value, facts);
    return facts->rows;
}

uint32_t ll_facts_row_element(const ll_facts *facts, uint32_t number) {
    const ll_lesson *lesson = facts->lesson;
    assert(lesson && number < lesson->rows.len + facts->widget_count);
    return number < lesson->rows.len ? lesson->rows.at[number].element
                                     : facts->widgets[number - lesson->rows.len]->shown_at;
}

uint32_t ll_facts_unseen_in(ll_facts *facts, uint32_t body) {
    ll_facts_rows(facts);
    const struct ll_unseen *unseen = facts->unseen;
    uint32_t here = body <= facts->lesson->sections.len ? unseen->in_bodies[body] : LL_TSX_NONE;
    return here != LL_TSX_NONE ? here : unseen->outside;
}

uint32_t ll_facts_unseen(ll_facts *facts, uint32_t number) {
    ll_facts_rows(facts);
    if (number == UINT32_MAX)
        return facts->unseen->first;
    return ll_facts_unseen_in(facts, ll_facts_body_of(facts, ll_facts_row_element(facts, number)));
}
