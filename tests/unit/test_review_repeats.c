/* review: sections that cover the same ground, asides that repeat the text beside them. */
#include <stdio.h>

#include "support.h"

#include "pair.h"

#include "review/review.h"

static const ll_review_lines *patterns_of(ll_arena *arena, const char *lesson) {
    static const ll_review_options options = {0};
    ll_rule_set *rules = LL_ARENA_NEW(arena, ll_rule_set);
    *rules = ll_rules_shipped(arena);
    ll_engine *engine = ll_engine_new(arena, rules, &ll_vocabulary_default, false);
    ll_rule_setting *settings = LL_ARENA_ARRAY(arena, ll_rule_setting, rules->len);
    ll_result *result = NULL;
    ll_error error = {0};
    assert_int_equal(ll_engine_run(engine, arena, source_of(arena, "plan.md", PLAN),
                                   source_of(arena, "lesson.tsx", lesson), settings, &result,
                                   &error),
                     LL_OK);
    ll_review *review = ll_review_make(arena, result, &options);
    ll_review_measure(review, arena);
    return &review->patterns;
}

static bool has_line(const ll_review_lines *lines, const char *wanted) {
    for (uint32_t i = 0; i < lines->len; i++)
        if (ll_view_equal(lines->at[i], ll_view_of(wanted)))
            return true;
    for (uint32_t i = 0; i < lines->len; i++)
        print_error("%.*s\n", LL_VIEW_ARG(lines->at[i]));
    return false;
}

/* Of those on repetition; the plan of the tests has patterns of its own. */
static uint32_t count_repeats(ll_arena *arena, const char *lesson) {
    const ll_review_lines *lines = patterns_of(arena, lesson);
    uint32_t count = 0;
    for (uint32_t i = 0; i < lines->len; i++)
        count += ll_view_find(lines->at[i], LL_VIEW("% of "), 0) != LL_VIEW_NONE;
    return count;
}

/* Words "qaakb", "qaaab" … of a section, each its own stem. */
static ll_view words(ll_arena *arena, int from, int to) {
    ll_buffer text = {.arena = arena, .most = 1 << 16};
    for (int i = from; i < to; i++)
        ll_buffer_add_format(&text, "q%c%ck%c ", 'a' + i / 26, 'a' + i % 26, 'b' + i % 11);
    return ll_buffer_view(&text);
}

static const char *lesson_of(ll_arena *arena, ll_view first, ll_view second, ll_view aside) {
    return ll_arena_format(arena,
                           "export function L() { return <LessonLayout>\n"
                           "<Row><Row.Content><SectionHeader title=\"First\" />\n"
                           "<p>%.*s</p></Row.Content></Row>\n"
                           "<Row><Row.Content><SectionHeader title=\"Second\" />\n"
                           "<p>%.*s</p></Row.Content>\n"
                           "<Row.Aside><TipBlock>%.*s</TipBlock></Row.Aside></Row>\n"
                           "</LessonLayout> }\n",
                           LL_VIEW_ARG(first), LL_VIEW_ARG(second), LL_VIEW_ARG(aside))
        .ptr;
}

/* 40 words each, 28 of them shared by both: 28 of 52. With the title one more on each side: 28 of
 * 54, which is 51 %. Of 27 it is 27 of 55, less than half. */
TEST(sections_that_share_half_of_their_words_are_named) {
    USE_ARENA;
    const char *lesson =
        lesson_of(arena, words(arena, 0, 40), words(arena, 12, 52), LL_VIEW("Short."));
    assert_int_equal(count_repeats(arena, lesson), 1);
    assert_true(has_line(patterns_of(arena, lesson),
                         "“First” (line 2) and “Second” (line 4) share 51% of their words"));
    lesson = lesson_of(arena, words(arena, 0, 40), words(arena, 13, 53), LL_VIEW("Short."));
    assert_int_equal(count_repeats(arena, lesson), 0);
}

/* 27 words and the title are too few, even when they are the same. */
TEST(short_sections_are_not_compared) {
    USE_ARENA;
    const char *lesson =
        lesson_of(arena, words(arena, 0, 28), words(arena, 0, 28), LL_VIEW("Short."));
    assert_int_equal(count_repeats(arena, lesson), 0);
}

/* What an aside says is no ground of its section. */
TEST(asides_are_no_ground) {
    USE_ARENA;
    const char *lesson =
        lesson_of(arena, words(arena, 0, 40), LL_VIEW("Short."), words(arena, 0, 40));
    assert_int_equal(count_repeats(arena, lesson), 0);
}

/* 12 words make 10 runs of three; the first 8 words of them stand beside: 6 runs. 7 words: 5. */
TEST(an_aside_that_repeats_its_row_is_named) {
    USE_ARENA;
    ll_view aside = ll_arena_format(arena, "%.*s%.*s", LL_VIEW_ARG(words(arena, 60, 68)),
                                    LL_VIEW_ARG(words(arena, 80, 84)));
    const char *lesson = lesson_of(arena, LL_VIEW("Short."), words(arena, 60, 78), aside);
    assert_true(has_line(patterns_of(arena, lesson), "The aside in line 6 repeats the text beside "
                                                     "it: 60% of its runs of three words"));
    aside = ll_arena_format(arena, "%.*s%.*s", LL_VIEW_ARG(words(arena, 60, 66)),
                            LL_VIEW_ARG(words(arena, 80, 86)));
    lesson = lesson_of(arena, LL_VIEW("Short."), words(arena, 60, 78), aside);
    assert_int_equal(count_repeats(arena, lesson), 0);
    lesson = lesson_of(arena, words(arena, 60, 78), LL_VIEW("Short."), words(arena, 60, 72));
    assert_int_equal(count_repeats(arena, lesson), 0);
    lesson = lesson_of(arena, LL_VIEW("Short."), words(arena, 60, 78), words(arena, 60, 69));
    assert_int_equal(count_repeats(arena, lesson), 0);
}

/* Each with each of four makes six; of too many sections nobody asks. */
TEST(what_repeats_often_is_said_in_few_lines) {
    USE_ARENA;
    static const int counts[] = {4, 200, 201};
    static const char *const more[] = {"And 1 more of these", "And 19895 more of these", NULL};
    for (int i = 0; i < 3; i++) {
        ll_buffer rows = {.arena = arena, .most = 1 << 20};
        for (int k = 0; k < counts[i]; k++)
            ll_buffer_add_format(&rows,
                                 "<Row><Row.Content><SectionHeader title=\"S\" />"
                                 "<p>%.*s</p></Row.Content></Row>\n",
                                 LL_VIEW_ARG(words(arena, 0, 40)));
        const char *lesson =
            ll_arena_format(arena,
                            "export function L() { return <LessonLayout>%.*s</LessonLayout> }",
                            LL_VIEW_ARG(ll_buffer_view(&rows)))
                .ptr;
        assert_int_equal(count_repeats(arena, lesson), more[i] ? 5 : 0);
        assert_true(!more[i] || has_line(patterns_of(arena, lesson), more[i]));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_that_share_half_of_their_words_are_named),
        cmocka_unit_test(short_sections_are_not_compared),
        cmocka_unit_test(asides_are_no_ground),
        cmocka_unit_test(an_aside_that_repeats_its_row_is_named),
        cmocka_unit_test(what_repeats_often_is_said_in_few_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
