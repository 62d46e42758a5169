/* Review Notes: what works, and patterns to watch. */
#include "review/parts.h"

enum { RETURNS_OFTEN = 5, MANY_WORDS = 3300, MANY_SECTIONS = 14, MANY_LINES = 1100 };

void ll_review_add_praise(ll_review *review, ll_arena *arena) {
    for (uint32_t rule = 0; rule < review->result->rules->len; rule++) {
        ll_view line = ll_result_praise(review->result, arena, rule);
        if (line.len > 0)
            LL_ARRAY_PUSH(arena, &review->praise, line);
    }
}

static void add_frequent(ll_review *review, ll_arena *arena) {
    for (uint32_t rule = 0; rule < review->result->rules->len; rule++) {
        const ll_outcome *outcome = &review->result->outcomes[rule];
        if (outcome->failed < RETURNS_OFTEN || outcome->skipped)
            continue;
        LL_ARRAY_PUSH(
            arena, &review->patterns,
            ll_arena_format(arena, "`%.*s` fires in %.*s",
                            LL_VIEW_ARG(review->result->rules->at[rule]->id),
                            LL_VIEW_ARG(ll_review_number(arena, outcome->failed, "place"))));
    }
}

/* Words of a rendered text: runs without a blank that hold a letter, a digit or anything that is
 * no ASCII, placeholders aside. */
static uint32_t count_words(ll_view text) {
    uint32_t words = 0;
    for (size_t at = 0; at < text.len;) {
        bool word = false;
        size_t start = at;
        for (; at < text.len && !ll_is_blank(text.ptr[at]); at++)
            word |= ll_is_alnum(text.ptr[at]) || (unsigned char)text.ptr[at] >= 0x80;
        words +=
            word && !ll_view_equal(ll_view_slice(text, start, at), LL_VIEW(LL_LESSON_PLACEHOLDER));
        at += at == start;
    }
    return words;
}

static uint32_t prose_words(const ll_lesson *lesson) {
    uint32_t words = 0;
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        if (passage->kind == LL_PASSAGE_PROSE)
            words += count_words(ll_lesson_passage_text(lesson, passage));
    }
    return words;
}

static void add_length(ll_review *review, ll_arena *arena) {
    ll_facts *facts = review->result->facts;
    if (!facts->lesson || facts->lesson->layout == LL_LESSON_NONE)
        return;
    uint32_t words = prose_words(facts->lesson), sections = facts->lesson->sections.len;
    uint32_t lines = ll_source_line_count(facts->sources[LL_DOCUMENT_LESSON]);
    bool quiet = facts->plan && facts->plan->load == LL_LOAD_CONSOLIDATE && lines > MANY_LINES &&
                 ll_facts_evidence(facts, LL_MODALITY_INTERACTIVE).strength != LL_EVIDENCE_STRONG;
    if (words > MANY_WORDS || sections > MANY_SECTIONS)
        LL_ARRAY_PUSH(arena, &review->patterns,
                      ll_arena_format(arena, "Length: %.*s of text in %.*s, %.*s of TSX",
                                      LL_VIEW_ARG(ll_review_number(arena, words, "word")),
                                      LL_VIEW_ARG(ll_review_number(arena, sections, "section")),
                                      LL_VIEW_ARG(ll_review_number(arena, lines, "line"))));
    if (quiet)
        LL_ARRAY_PUSH(arena, &review->patterns,
                      ll_arena_format(arena,
                                      "%.*s of TSX for a CONSOLIDATE lesson without interactivity",
                                      LL_VIEW_ARG(ll_review_number(arena, lines, "line"))));
}

void ll_review_add_patterns(ll_review *review, ll_arena *arena) {
    add_length(review, arena);
    add_frequent(review, arena);
}
