/* How long a lesson is. */
#include "facts/reading.h"

#include "base/step.h"

/* The next blank at or behind `at`, or the end. */
static size_t next_blank(ll_view text, size_t at) {
    while (text.len - at >= sizeof(ll_step)) {
        ll_step bytes = ll_step_at(text.ptr + at);
        uint64_t found = ll_step_places(
            ll_step_or(ll_step_same(bytes, ll_step_of(' ')), ll_step_between(bytes, '\t', '\r')));
        at += found ? ll_step_first(found) : sizeof(ll_step);
        if (found && ll_is_blank(text.ptr[at]))
            return at;
        at += found != 0;
    }
    while (at < text.len && !ll_is_blank(text.ptr[at]))
        at++;
    return at;
}

/* Words of a rendered text: runs without a blank that hold a letter, a digit or anything that is
 * no ASCII, placeholders aside. */
static uint32_t count_words(ll_view text) {
    static const ll_view placeholder = LL_VIEW_INIT(LL_LESSON_PLACEHOLDER);
    uint32_t words = 0;
    for (size_t at = 0; at < text.len; at++) {
        size_t start = at;
        bool word = false;
        for (; at < text.len && !ll_is_blank(text.ptr[at]) && !word; at++)
            word = ll_is_alnum(text.ptr[at]) || (unsigned char)text.ptr[at] >= 0x80;
        at = word ? next_blank(text, at) : at;
        words += word && !(at - start == placeholder.len &&
                           ll_view_equal(ll_view_slice(text, start, at), placeholder));
    }
    return words;
}

ll_length ll_facts_length(ll_facts *facts) {
    const ll_lesson *lesson = facts->lesson;
    ll_length length = {
        .sections = lesson->sections.len,
        .lines = ll_source_line_count(facts->sources[LL_DOCUMENT_LESSON]),
        .interactive =
            ll_facts_evidence(facts, LL_MODALITY_INTERACTIVE).strength == LL_EVIDENCE_STRONG,
    };
    for (uint32_t i = 0; i < lesson->passages.len; i++)
        if (lesson->passages.at[i].kind == LL_PASSAGE_PROSE)
            length.words += count_words(ll_lesson_passage_text(lesson, &lesson->passages.at[i]));
    return length;
}
