/* text: alike texts. */
#include <stdio.h>

#include "support.h"

#include "text/similar.h"

typedef struct seen_texts {
    uint32_t count, first;
    double share;
} seen_texts;

static void note(void *context, uint32_t number, double share) {
    seen_texts *seen = context;
    if (seen->count++ == 0) {
        seen->first = number;
        seen->share = share;
    }
}

typedef struct texts {
    ll_stems *stems;
    ll_similar *similar;
} texts;

static seen_texts add(const texts *to, const char *text, double least) {
    seen_texts seen = {0};
    ll_stem_list words = {0};
    ll_stems_of(to->stems, ll_view_of(text), &words);
    ll_similar_add(to->similar, &words, least, note, &seen);
    return seen;
}

static const texts *new_similar(ll_arena *arena) {
    ll_stemmer *stemmer = NULL;
    ll_error error = {0};
    texts *made = LL_ARENA_NEW(arena, texts);
    assert_int_equal(ll_stemmer_new(&stemmer, arena, LL_VIEW("english"), &error), LL_OK);
    *made = (texts){ll_stems_new(arena, stemmer), ll_similar_new(arena)};
    return made;
}

TEST(the_share_is_of_the_shorter_text) {
    USE_ARENA;
    const texts *similar = new_similar(arena);
    assert_int_equal(add(similar, "red green blue yellow", 0.1).count, 0);
    seen_texts same = add(similar, "Red, green and blue, yellow!", 0.1);
    assert_int_equal(same.count, 1);
    assert_true(same.share == 1.0);
    /* Six words have four runs, and two of them are the first text's two. */
    seen_texts longer = add(similar, "red green blue yellow brown violet", 0.1);
    assert_int_equal(longer.count, 2);
    assert_true(longer.share == 1.0);
    seen_texts half = add(similar, "green blue yellow silver", 0.1);
    assert_true(half.share == 0.5);
    assert_int_equal(add(similar, "green blue yellow golden", 0.6).count, 0);
}

TEST(words_count_by_their_stems_and_in_their_order) {
    USE_ARENA;
    const texts *similar = new_similar(arena);
    add(similar, "pulling waters harder", 0.1);
    assert_int_equal(add(similar, "it pulled the water harder", 0.1).count, 1);
    assert_int_equal(add(similar, "harder water pulls", 0.1).count, 0);
    assert_int_equal(add(similar, "pull water", 0.1).count, 0);
    assert_int_equal(add(similar, "", 0.1).count, 0);
}

TEST(a_run_that_is_repeated_counts_once) {
    USE_ARENA;
    const texts *similar = new_similar(arena);
    add(similar, "red green blue red green blue red green blue", 0.1);
    seen_texts seen = add(similar, "red green blue red green blue", 0.1);
    assert_int_equal(seen.count, 1);
    assert_true(seen.share == 1.0);
}

/* Past the limit a text is still compared with the first one. */
TEST(many_equal_texts_are_compared_with_the_first) {
    USE_ARENA;
    const texts *similar = new_similar(arena);
    for (uint32_t i = 0; i < LL_SIMILAR_TEXTS_OF_RUN; i++)
        assert_int_equal(add(similar, "red green blue yellow", 0.5).count, i);
    for (uint32_t i = 0; i < 3; i++) {
        seen_texts seen = add(similar, "red green blue yellow red green blue", 0.5);
        assert_int_equal(seen.first, 0);
        assert_true(seen.share == 1.0);
    }
    assert_int_equal(add(similar, "red green blue", 0.5).count, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_share_is_of_the_shorter_text),
        cmocka_unit_test(words_count_by_their_stems_and_in_their_order),
        cmocka_unit_test(a_run_that_is_repeated_counts_once),
        cmocka_unit_test(many_equal_texts_are_compared_with_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
