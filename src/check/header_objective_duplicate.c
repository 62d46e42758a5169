/* header-objective-duplicate: the header's description says what the objective says. */
#include "base/buffer.h"
#include "check/checks.h"
#include "text/decimal.h"

#define ALIKE 0.5

/* With fewer content words in one of them a share means nothing. */
enum { WORDS_LEAST = 4 };

static uint32_t find_element(const ll_tsx *tsx, ll_view name) {
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_ELEMENT && ll_tsx_is(tsx, i, name))
            return i;
    return LL_TSX_NONE;
}

/* All visible text inside an element, props included. */
static ll_view text_of(const ll_check *check, uint32_t element) {
    const ll_lesson *lesson = check->facts->lesson;
    ll_buffer text = {.arena = check->arena, .most = lesson->rendered.len * 2 + 1};
    uint32_t after = check->facts->tsx->nodes.at[element].after;
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        if (passage->node < element || passage->node >= after || !ll_passage_is_text(passage))
            continue;
        ll_buffer_add(&text, ll_lesson_passage_text(lesson, passage));
        ll_buffer_add_byte(&text, '\n');
    }
    return ll_buffer_view(&text);
}

void ll_check_header_objective_duplicate(ll_check *check) {
    const ll_tsx *tsx = check->facts->tsx;
    uint32_t header = find_element(tsx, LL_VIEW("LessonHeader"));
    uint32_t objective = find_element(tsx, LL_VIEW("ObjectiveBlock"));
    ll_view description = {0};
    if (header == LL_TSX_NONE || objective == LL_TSX_NONE ||
        ll_lesson_prop(check->facts->lesson, check->arena, header, LL_VIEW("description"),
                       &description) != LL_KNOWN)
        return;
    ll_stems *stems = ll_facts_stems(check->facts);
    ll_stem_list described = {0}, aimed_at = {0};
    ll_stems_distinct(stems, description, &described);
    ll_stems_distinct(stems, text_of(check, objective), &aimed_at);
    if (described.len < WORDS_LEAST || aimed_at.len < WORDS_LEAST)
        return;
    check->outcome.checked++;
    double overlap = ll_stems_overlap(stems, &described, &aimed_at);
    if (overlap < ALIKE)
        return;
    ll_value values[] = {{"description", ll_check_one_line(check->arena, description)},
                         {"share", ll_decimal_fixed(check->arena, overlap)},
                         {0}};
    ll_check_report(
        check, &(ll_report){.range = ll_tag_range(tsx, header),
                            .subject = description,
                            .values = values,
                            .related = {ll_tag_range(tsx, objective), LL_VIEW("the objective")}});
}
