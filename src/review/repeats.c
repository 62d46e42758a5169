/* Patterns to watch: sections that cover the same ground, asides that repeat the text beside them.
 */
#include "review/parts.h"
#include "rule/words.h"
#include "text/similar.h"

/* Share of all words of two sections that both have, and of an aside's runs of three words that the
 * text beside it has. */
#define SAME_GROUND 0.5
#define REPEATED 0.5

/* Fewer words, each once, say too little of a section; fewer, as they come, of an aside. */
enum { LEAST_OF_SECTION = 30, LEAST_OF_ASIDE = 10 };

/* What is compared at most: sections with each other, and asides; lines on either kind. */
enum { MOST_SECTIONS = 200, MOST_ASIDES = 1000, MOST_LINES = 5 };

typedef struct comparing {
    ll_review *review;
    ll_arena *arena;
    const ll_lesson *lesson;
    uint32_t line;  /* of the aside that is compared */
    uint32_t lines; /* that were said, of one kind */
} comparing;

static void say(comparing *on, ll_view text) {
    if (on->lines++ < MOST_LINES)
        LL_ARRAY_PUSH(on->arena, &on->review->patterns, text);
}

static void say_rest(comparing *on) {
    if (on->lines > MOST_LINES)
        LL_ARRAY_PUSH(on->arena, &on->review->patterns,
                      ll_arena_format(on->arena, LL_SAY_AND_MORE, on->lines - MOST_LINES));
    on->lines = 0;
}

static uint32_t start_of(const comparing *on, const ll_passage *passage) {
    return on->lesson->tsx->nodes.at[passage->node].start;
}

static uint32_t line_at(const comparing *on, uint32_t offset) {
    return ll_source_position(on->review->result->facts->sources[LL_DOCUMENT_LESSON], offset).line;
}

static unsigned percent(double share) {
    return (unsigned)(share * 100);
}

/* ---- sections ---- */

static ll_stem_list *read_sections(const comparing *on, ll_stems *stems) {
    const ll_lesson *lesson = on->lesson;
    uint32_t count = lesson->sections.len;
    ll_buffer *texts = LL_ARENA_ARRAY(on->arena, ll_buffer, count);
    for (uint32_t i = 0; i < count; i++)
        texts[i] = (ll_buffer){.arena = on->arena, .most = 2 * lesson->rendered.len + 1};
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        uint32_t section = ll_lesson_section_index(lesson, start_of(on, passage));
        if (section == LL_LESSON_NONE || !ll_passage_is_text(passage) || passage->aside)
            continue;
        ll_buffer_add(&texts[section], ll_lesson_passage_text(lesson, passage));
        ll_buffer_add_byte(&texts[section], '\n');
    }
    ll_stem_list *words = LL_ARENA_ARRAY(on->arena, ll_stem_list, count);
    for (uint32_t i = 0; i < count; i++)
        ll_stems_distinct(stems, ll_buffer_view(&texts[i]), &words[i]);
    return words;
}

static void add_shared(comparing *on, uint32_t a, uint32_t b, double share) {
    const ll_lesson_section *one = &on->lesson->sections.at[a],
                            *other = &on->lesson->sections.at[b];
    say(on,
        ll_arena_format(on->arena, LL_SAY_SHARED, LL_VIEW_ARG(one->title), line_at(on, one->start),
                        LL_VIEW_ARG(other->title), line_at(on, other->start), percent(share)));
}

static void compare_sections(comparing *on) {
    ll_stems *stems = ll_facts_stems(on->review->result->facts);
    uint32_t count = on->lesson->sections.len;
    if (count > MOST_SECTIONS)
        return;
    const ll_stem_list *words = read_sections(on, stems);
    for (uint32_t a = 0; a < count; a++)
        for (uint32_t b = a + 1; b < count && words[a].len >= LEAST_OF_SECTION; b++) {
            if (words[b].len < LEAST_OF_SECTION)
                continue;
            double share = ll_stems_overlap(stems, &words[a], &words[b]);
            if (share >= SAME_GROUND)
                add_shared(on, a, b, share);
        }
    say_rest(on);
}

/* ---- asides ---- */

static void add_words(const comparing *on, ll_stem_list *to, uint32_t passage) {
    const ll_stem_list *words = ll_facts_words(on->review->result->facts, passage);
    for (uint32_t i = 0; i < words->len; i++)
        LL_ARRAY_PUSH(on->arena, to, words->at[i]);
}

static void add_repeated(void *context, uint32_t number, double share) {
    comparing *on = context;
    (void)number;
    say(on, ll_arena_format(on->arena, LL_SAY_REPEATED, on->line, percent(share)));
}

/* Passages of one Row stand together, but for nested ones: each stretch is taken by itself. */
static void compare_asides(comparing *on) {
    const ll_lesson *lesson = on->lesson;
    uint32_t asides = 0;
    for (uint32_t i = 0, row; i < lesson->passages.len && asides < MOST_ASIDES;) {
        ll_stem_list beside = {0}, aside = {0};
        for (row = lesson->passages.at[i].row;
             i < lesson->passages.len && lesson->passages.at[i].row == row; i++) {
            const ll_passage *passage = &lesson->passages.at[i];
            if (!ll_passage_is_text(passage) || row == LL_LESSON_NONE)
                continue;
            if (passage->aside && aside.len == 0)
                on->line = line_at(on, start_of(on, passage));
            add_words(on, passage->aside ? &aside : &beside, i);
        }
        if (aside.len < LEAST_OF_ASIDE || beside.len < aside.len)
            continue;
        asides++;
        ll_similar *both = ll_similar_new(on->arena);
        (void)ll_similar_add(both, &beside, 1, add_repeated, on);
        (void)ll_similar_add(both, &aside, REPEATED, add_repeated, on);
    }
    say_rest(on);
}

void ll_review_add_repeats(ll_review *review, ll_arena *arena) {
    comparing on = {.review = review, .arena = arena, .lesson = review->result->facts->lesson};
    if (!on.lesson)
        return;
    compare_sections(&on);
    compare_asides(&on);
}
