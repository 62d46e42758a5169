/* What sections say below their titles. */
#include <assert.h>

#include "facts/facts.h"

static bool is_title(const ll_lesson *lesson, const ll_passage *passage) {
    if (passage->kind != LL_PASSAGE_ATTRIBUTE)
        return false;
    ll_view name = ll_tsx_lead(lesson->tsx, passage->node);
    return ll_view_equal(name, LL_VIEW("title")) || ll_view_equal(name, LL_VIEW("subtitle"));
}

static uint32_t body_of_row(const ll_lesson *lesson, uint32_t row) {
    uint32_t section = lesson->rows.at[row].section;
    return section == LL_LESSON_NONE ? lesson->sections.len : section;
}

/* `text` is a part of the rendered text. */
static void add_text(void *context, uint32_t row, bool aside, ll_view text) {
    (void)aside;
    ll_facts *facts = context;
    const ll_lesson *lesson = facts->lesson;
    const ll_passage *passage =
        ll_lesson_passage_at(lesson, (uint32_t)(text.ptr - lesson->rendered.ptr));
    if (!is_title(lesson, passage))
        ll_index_add(facts->bodies, body_of_row(lesson, row), text);
}

ll_index *ll_facts_bodies(ll_facts *facts) {
    if (facts->bodies)
        return facts->bodies;
    ll_facts_rows(facts); /* makes the stems */
    const ll_lesson *lesson = facts->lesson;
    facts->bodies = ll_index_new(facts->stems, facts->arena);
    ll_lesson_row_texts(lesson, facts->arena, add_text, facts);
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        bool outside = passage->row == LL_LESSON_NONE;
        if (!ll_passage_is_text(passage))
            ll_index_add(facts->bodies,
                         outside ? lesson->sections.len + 1 : body_of_row(lesson, passage->row),
                         ll_lesson_passage_text(lesson, passage));
    }
    return facts->bodies;
}

/* The Row that is the element itself, or the one around it. */
static uint32_t row_at(const ll_lesson *lesson, uint32_t element) {
    uint32_t low = 0, high = lesson->rows.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (lesson->rows.at[middle].element < element)
            low = middle + 1;
        else
            high = middle;
    }
    bool itself = low < lesson->rows.len && lesson->rows.at[low].element == element;
    return itself ? low : ll_lesson_row_of(lesson, element);
}

uint32_t ll_facts_body_of(const ll_facts *facts, uint32_t element) {
    assert(facts->lesson);
    uint32_t row = row_at(facts->lesson, element);
    return row == LL_LESSON_NONE ? facts->lesson->sections.len : body_of_row(facts->lesson, row);
}
