/* What sections say below their titles. */
#include <assert.h>

#include "facts/shown.h"
#include "facts/typed.h"

/* A walk, with the titles of the header that was asked about last. */
typedef struct body_walk {
    ll_shown_walk shown;
    uint32_t header;
    ll_view titles[2]; /* empty when not known */
} body_walk;

static const ll_view title_names[] = {LL_VIEW_INIT("title"), LL_VIEW_INIT("subtitle")};

/* A component of the file may call them otherwise: `heading="…"`. */
static void read_titles(body_walk *walk, uint32_t header) {
    ll_facts *facts = walk->shown.facts;
    if (walk->header == header)
        return;
    walk->header = header;
    for (size_t i = 0; i < 2; i++)
        if (ll_lesson_header_prop(facts->lesson, facts->arena, header, title_names[i],
                                  &walk->titles[i]) != LL_KNOWN)
            walk->titles[i] = (ll_view){0};
}

/* The title of a section announces what its text has to say; that of a card is a part of the text.
 */
static bool is_title(body_walk *walk, const ll_passage *passage) {
    const ll_lesson *lesson = walk->shown.facts->lesson;
    if (passage->kind != LL_PASSAGE_ATTRIBUTE)
        return false;
    uint32_t element = ll_tsx_element_around(lesson->tsx, passage->node);
    if (element == LL_TSX_NONE || !ll_lesson_is_header(lesson, element))
        return false;
    ll_view name = ll_tsx_lead(lesson->tsx, passage->node);
    ll_view text = ll_lesson_passage_text(lesson, passage);
    read_titles(walk, element);
    for (size_t i = 0; i < 2; i++)
        if (ll_view_equal(name, title_names[i]) ||
            (walk->titles[i].len > 0 && ll_view_equal(text, walk->titles[i])))
            return true;
    return false;
}

static uint32_t body_of_row(const ll_lesson *lesson, uint32_t row) {
    uint32_t section = lesson->rows.at[row].section;
    return section == LL_LESSON_NONE ? lesson->sections.len : section;
}

/* Where the text of a Row goes to. */
static uint32_t body_of_text(const ll_facts *facts, uint32_t row) {
    uint32_t body = body_of_row(facts->lesson, row);
    return facts->check_rows[row] ? ll_facts_checks_of(facts, body) : body;
}

/* A Row is one of a check when its first text outside of the aside, or its section, has the title
 * of one. */
static const bool *find_check_rows(const ll_facts *facts) {
    const ll_lesson *lesson = facts->lesson;
    bool *checks = LL_ARENA_ARRAY(facts->arena, bool, lesson->rows.len + 1);
    uint32_t *first = LL_ARENA_ARRAY(facts->arena, uint32_t, lesson->rows.len + 1);
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        uint32_t row = passage->row;
        if (row == LL_LESSON_NONE || passage->aside || !ll_passage_is_text(passage) ||
            (first[row] > 0 && first[row] <= passage->node))
            continue;
        first[row] = passage->node;
        checks[row] = ll_typed_heads_check(ll_lesson_passage_text(lesson, passage));
    }
    for (uint32_t row = 0; row < lesson->rows.len; row++) {
        uint32_t section = lesson->rows.at[row].section;
        checks[row] |=
            section != LL_LESSON_NONE && ll_typed_heads_check(lesson->sections.at[section].title);
    }
    return checks;
}

static void add_body(ll_facts *facts, uint32_t body, uint32_t passage) {
    ll_index_add_stems(facts->bodies, body, LL_INDEX_PARTS, ll_facts_words(facts, passage));
}

static void add_text(void *context, uint32_t row, bool aside, uint32_t passage) {
    (void)aside;
    body_walk *walk = context;
    ll_facts *facts = walk->shown.facts;
    if (!is_title(walk, &facts->lesson->passages.at[passage]))
        add_body(facts, body_of_text(facts, row), passage);
}

static void add_component(void *context, uint32_t row, bool aside, uint32_t element) {
    (void)aside;
    ll_shown_walk *walk = context;
    ll_shown_add(walk, body_of_text(walk->facts, row), LL_INDEX_PARTS, element);
}

static void add_outside(void *context, uint32_t element) {
    ll_shown_walk *walk = context;
    ll_shown_add(walk, walk->facts->lesson->sections.len, LL_INDEX_PARTS, element);
}

ll_index *ll_facts_bodies(ll_facts *facts) {
    if (facts->bodies)
        return facts->bodies;
    const ll_lesson *lesson = facts->lesson;
    facts->check_rows = find_check_rows(facts);
    facts->bodies = ll_index_new(ll_facts_stems(facts), facts->arena);
    body_walk walk = {{.facts = facts, .index = facts->bodies, .code = true}, LL_TSX_NONE, {{0}}};
    ll_shown_rows(&walk.shown, &(ll_shown_visits){add_text, add_component, add_outside});
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        bool outside = passage->row == LL_LESSON_NONE;
        if (!ll_passage_is_text(passage))
            add_body(facts, outside ? lesson->sections.len + 1 : body_of_text(facts, passage->row),
                     i);
    }
    return facts->bodies;
}

uint32_t ll_facts_body_of(const ll_facts *facts, uint32_t element) {
    assert(facts->lesson);
    uint32_t row = ll_lesson_row_at(facts->lesson, element);
    return row == LL_LESSON_NONE ? facts->lesson->sections.len : body_of_row(facts->lesson, row);
}

bool ll_facts_in_check(const ll_facts *facts, uint32_t element) {
    assert(facts->check_rows);
    uint32_t row = ll_lesson_row_at(facts->lesson, element);
    return row != LL_LESSON_NONE && facts->check_rows[row];
}
