/* text: words, stems, stop words, overlap and the word index. */
#include <stdio.h>
#include <stdlib.h>

#include "support.h"

#include "base/buffer.h"
#include "text/stopwords.h"
#include "text/words.h"

static ll_stems *stems_for(ll_arena *arena, const char *language) {
    ll_stemmer *stemmer = NULL;
    ll_error error = {0};
    assert_int_equal(ll_stemmer_new(&stemmer, arena, ll_view_of(language), &error), LL_OK);
    return ll_stems_new(arena, stemmer);
}

/* The numbers of the words as letters in order of first sight: "a b a" says that the first and the
 * third word have one stem. */
static void assert_pattern(const char *language, const char *text, const char *expected) {
    ll_arena *arena = ll_arena_new(ARENA_MOST);
    ll_stem_list list = {0};
    ll_stems_of(stems_for(arena, language), ll_view_of(text), &list);
    char seen[256] = "";
    assert_true(list.len < sizeof seen);
    for (uint32_t i = 0; i < list.len; i++)
        seen[i] = (char)('a' + list.at[i]);
    seen[list.len] = '\0';
    if (strcmp(seen, expected) != 0)
        print_error("%s\n", text);
    assert_string_equal(seen, expected);
    ll_arena_free(arena);
}

/* Words and stems from the sample vocabularies at snowballstem.org/algorithms/. */
TEST(stems_are_those_of_snowball) {
    (void)context;
    assert_pattern("english", "consign consigned consigning consignment", "aaaa");
    assert_pattern("english",
                   "consist consisted consistency consistent consistently consisting "
                   "consists",
                   "aaaaaaa");
    assert_pattern("english",
                   "consolation consolations consolatory consolidate consolidated consoling",
                   "aabcca");
    assert_pattern("english", "knight knightly knights knot knots knott", "aaabbc");
    assert_pattern("english", "knack knackeries knacks knave knaves knavish", "abaccd");
}

TEST(german_is_stemmed_and_folded) {
    (void)context;
    assert_pattern("german", "aufeinander aufeinanderfolge aufeinanderfolgen AUFEINANDERFOLGEND",
                   "abbb");
    assert_pattern("german", "Straße STRASSE strasse", "aaa");
}

TEST(case_and_spelling_of_accents_fold) {
    (void)context;
    assert_pattern("english", "Tensor TENSOR tensor", "aaa");
    assert_pattern("english", "Caf\xC3\xA9 CAFE\xCC\x81 caf\xC3\x89", "aaa");
    assert_pattern("english", "\xD0\xA1\xD0\xBB\xD0\xBE\xD0\xBD \xD1\x81\xD0\xBB\xD0\xBE\xD0\xBD",
                   "aa");
    assert_pattern("english", "hy\xC2\xADphen hyphen", "aa");
}

TEST(british_and_american_spelling_fold) {
    (void)context;
    assert_pattern("english", "colour color colours colored coloured", "aaaaa");
    assert_pattern("english", "behaviour behavior behavioural behavioral", "aaaa");
    assert_pattern("english", "optimiser optimizer optimise optimize optimising", "aaaaa");
    assert_pattern("english", "regularisation regularization regularise regularize", "aaaa");
    assert_pattern("english", "analyse analyze analysed analyzing", "aaaa");
    assert_pattern("english", "centre center labelled labeled catalogue catalog", "aabbcc");
    assert_pattern("english", "promise promising premise exercise precise precision", "aabcdd");
    assert_pattern("english", "hour horror denoise denoising denoiser", "abccc");
    assert_pattern("german", "colour color", "ab");
}

TEST(words_end_at_other_characters) {
    (void)context;
    assert_pattern("english",
                   "cat\xE2\x80\x94"
                   "dog,cat-dog_cat/dog",
                   "ababab");
    assert_pattern("english",
                   "cat\xEF\xBF\xBC"
                   "cat\xC2\xA0"
                   "cat",
                   "aaa");
    assert_pattern("english", "", "");
    assert_pattern("english", " \xE2\x80\x94 -- ... ", "");
}

TEST(apostrophes_stay_inside_words) {
    (void)context;
    assert_pattern("english", "teacher's teacher teacher\xE2\x80\x99s teachers'", "aaaa");
    assert_pattern("english", "'teacher' \xE2\x80\x98teacher\xE2\x80\x99", "aa");
    assert_pattern("english", "rock''rock", "aa");
}

TEST(function_words_and_single_letters_are_left_out) {
    (void)context;
    assert_pattern("english", "The model is not a copy of the DATA", "abcd");
    assert_pattern("english", "It's what they don't; you'll see that I'm x, 7, \xC3\xA9", "a");
    assert_pattern("english", "It\xE2\x80\x99s 42 layers", "ab");
    assert_pattern("german", "the und", "ab");
}

TEST(negations_and_absolutes_stay) {
    (void)context;
    static const char *const kept[] = {"not", "no", "never", "always", "all", "only"};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        assert_false(ll_stopword_is(ll_view_of(kept[i])));
}

TEST(distinct_words_come_once) {
    USE_ARENA;
    ll_stems *stems = stems_for(arena, "english");
    ll_stem_list list = {0};
    ll_stems_distinct(stems, LL_VIEW("Gradients flow; the gradient flows back to a layer"), &list);
    assert_int_equal(list.len, 3);
    assert_view(ll_stems_word(stems, list.at[0]), "gradients");
    assert_view(ll_stems_word(stems, list.at[1]), "flow");
    assert_view(ll_stems_word(stems, list.at[2]), "layer");
    ll_stems_distinct(stems, LL_VIEW("layers loss"), &list);
    assert_int_equal(list.len, 4);
    assert_view(ll_stems_word(stems, list.at[3]), "loss");
}

TEST(overlap_is_shared_of_all) {
    USE_ARENA;
    ll_stems *stems = stems_for(arena, "english");
    ll_stem_list a = {0}, b = {0}, none = {0};
    ll_stems_distinct(stems, LL_VIEW("red green blue"), &a);
    ll_stems_distinct(stems, LL_VIEW("blue green black white"), &b);
    assert_true(ll_stems_overlap(stems, &a, &b) == 2.0 / 5.0);
    assert_true(ll_stems_overlap(stems, &a, &a) == 1.0);
    assert_true(ll_stems_overlap(stems, &a, &none) == 0.0);
    assert_true(ll_stems_overlap(stems, &none, &none) == 0.0);
}

TEST(an_unknown_language_gets_a_hint) {
    USE_ARENA;
    ll_stemmer *stemmer = NULL;
    ll_error error = {0};
    assert_int_equal(ll_stemmer_new(&stemmer, arena, LL_VIEW("englisch"), &error), LL_E_NOT_FOUND);
    assert_string_equal(error.text,
                        "no stemmer for language \"englisch\": did you mean \"english\"?");
    assert_int_equal(ll_stemmer_new(&stemmer, arena, LL_VIEW("qqqqqqqq"), &error), LL_E_NOT_FOUND);
    assert_string_equal(error.text,
                        "no stemmer for language \"qqqqqqqq\": names are like \"english\"");
    assert_null(stemmer);
}

/* Each document in turn, so that the third one is answered from memory. */
TEST(a_stemmer_remembers_the_same_stems) {
    USE_ARENA;
    ll_stemmer *stemmer = NULL;
    ll_error error = {0};
    assert_int_equal(ll_stemmer_new(&stemmer, arena, LL_VIEW("english"), &error), LL_OK);
    ll_buffer text = {.arena = arena, .most = 1 << 20};
    ll_buffer_add_cstring(&text, "Consisting consists; the skies' sky, knightly na\xC3\xAFvely "
                                 "internationalisations incomprehensibilities ");
    for (unsigned i = 0; i < 30000; i++) /* more words than the stemmer has room for */
        ll_buffer_add_format(&text, "w%us wordings%u ", i, i % 7);
    ll_stem_list lists[4] = {{0}};
    ll_stems *stems[4];
    for (size_t i = 0; i < 4; i++) {
        stems[i] = ll_stems_new(arena, stemmer);
        ll_stems_of(stems[i], ll_buffer_view(&text), &lists[i]);
        assert_int_equal(lists[i].len, lists[0].len);
        assert_memory_equal(lists[i].at, lists[0].at, lists[0].len * sizeof *lists[0].at);
    }
    assert_int_equal(lists[0].len, 8 + 60000);
    assert_int_equal(lists[3].at[2], lists[3].at[3]);
    assert_true(ll_view_equal(ll_stems_word(stems[3], lists[3].at[3]), LL_VIEW("skies")));
}

TEST(too_long_words_are_no_words) {
    USE_ARENA;
    char text[1000];
    memset(text, 'a', sizeof text);
    ll_stem_list list = {0};
    ll_stems *stems = stems_for(arena, "english");
    ll_stems_of(stems, (ll_view){text, LL_WORD_MOST + 1}, &list);
    assert_int_equal(list.len, 0);
    ll_stems_of(stems, (ll_view){text, LL_WORD_MOST}, &list);
    assert_int_equal(list.len, 1);
    /* U+0390 folds into three code points */
    for (size_t i = 0; i < LL_WORD_MOST; i += 2)
        memcpy(text + i, "\xCE\x90", 2);
    ll_stems_of(stems, (ll_view){text, LL_WORD_MOST}, &list);
    assert_int_equal(list.len, 2);
}

TEST(many_different_words_keep_their_numbers) {
    USE_ARENA;
    ll_stems *stems = stems_for(arena, "english");
    ll_stem_list list = {0};
    char word[16];
    for (int turn = 0; turn < 2; turn++)
        for (int i = 10; i < 5010; i++) {
            snprintf(word, sizeof word, "%d", i);
            ll_stems_of(stems, ll_view_of(word), &list);
        }
    assert_int_equal(list.len, 10000);
    for (uint32_t i = 0; i < 5000; i++) {
        assert_int_equal(list.at[i], i);
        assert_int_equal(list.at[5000 + i], i);
    }
}

static ll_index *colours(ll_arena *arena) {
    ll_index *index = ll_index_new(stems_for(arena, "english"), arena);
    ll_index_add(index, 0, LL_VIEW("red green"));
    ll_index_add(index, 2, LL_VIEW("green blue"));
    ll_index_add(index, 1, LL_VIEW("black white"));
    ll_index_add(index, 0, LL_VIEW("yellow green"));
    return index;
}

TEST(the_best_text_holds_most_words) {
    USE_ARENA;
    ll_index *index = colours(arena);
    ll_index_hit hit = ll_index_best(index, LL_VIEW("red, blue, yellow and violet"));
    assert_int_equal(hit.best, 0);
    assert_int_equal(hit.found, 2);
    assert_int_equal(hit.asked, 4);
    assert_true(hit.score == 0.5);
    assert_int_equal(hit.missing.len, 2);
}

TEST(equals_go_to_the_lowest_number) {
    USE_ARENA;
    ll_index *index = colours(arena);
    assert_int_equal(ll_index_best(index, LL_VIEW("blue red")).best, 0);
    assert_int_equal(ll_index_best(index, LL_VIEW("white blue")).best, 1);
    /* asked again: nothing is left of earlier questions */
    ll_index_hit hit = ll_index_best(index, LL_VIEW("blue"));
    assert_int_equal(hit.best, 2);
    assert_int_equal(hit.found, 1);
}

/* "green" stands in text 0 twice with another text between: it is one word of it. */
TEST(a_text_added_to_twice_counts_a_word_once) {
    USE_ARENA;
    ll_index_hit hit = ll_index_best(colours(arena), LL_VIEW("green blue"));
    assert_int_equal(hit.best, 2);
    assert_int_equal(hit.found, 2);
}

TEST(missing_words_come_in_the_order_asked) {
    USE_ARENA;
    ll_stems *stems = stems_for(arena, "english");
    ll_index *index = ll_index_new(stems, arena);
    ll_index_add(index, 7, LL_VIEW("learning rates"));
    ll_index_hit hit = ll_index_best(index, LL_VIEW("Momentum beats the learning rate of batches"));
    assert_int_equal(hit.best, 7);
    assert_int_equal(hit.missing.len, 3);
    assert_view(ll_stems_word(stems, hit.missing.at[0]), "momentum");
    assert_view(ll_stems_word(stems, hit.missing.at[1]), "beats");
    assert_view(ll_stems_word(stems, hit.missing.at[2]), "batches");
}

TEST(nothing_asked_or_nothing_there_scores_zero) {
    USE_ARENA;
    ll_index_hit hit = ll_index_best(colours(arena), LL_VIEW("the"));
    assert_int_equal(hit.best, UINT32_MAX);
    assert_int_equal(hit.asked, 0);
    assert_true(hit.score == 0.0);
    hit = ll_index_best(ll_index_new(stems_for(arena, "english"), arena), LL_VIEW("red blue"));
    assert_int_equal(hit.best, UINT32_MAX);
    assert_int_equal(hit.asked, 2);
    assert_int_equal(hit.missing.len, 2);
}

/* Texts for several blocks of 64. */
enum { TEXTS = 200, WORDS = 80, QUESTIONS = 200 };

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

/* Which words a text or question holds, and the words themselves: "10" to "89". */
static ll_view random_words(ll_arena *arena, uint32_t *seed, bool held[WORDS], uint32_t count) {
    ll_buffer text = {.arena = arena, .most = 1000};
    for (uint32_t i = 0; i < count; i++) {
        /* low numbers are frequent, as common words are */
        uint32_t word = next_random(seed) % WORDS * (next_random(seed) % WORDS) / WORDS;
        held[word] = true;
        ll_buffer_add_format(&text, " %u", (unsigned)word + 10);
    }
    return ll_buffer_view(&text);
}

/* Against counting every word in every text; in the second turn texts are added behind later ones,
 * and to an index that was asked before. */
static void compare_with_full_count(ll_arena *arena, uint32_t seed, uint32_t turns) {
    bool texts[TEXTS][WORDS] = {{false}};
    ll_index *index = ll_index_new(stems_for(arena, "english"), arena);
    for (uint32_t turn = 0; turn < turns; turn++) {
        for (uint32_t i = 0; i < TEXTS; i++)
            ll_index_add(index, i, random_words(arena, &seed, texts[i], 30 / turns));
        ll_index_best(index, LL_VIEW("10 11 12"));
    }
    for (int i = 0; i < QUESTIONS; i++) {
        bool question[WORDS] = {false};
        ll_index_hit hit = ll_index_best(index, random_words(arena, &seed, question, 7));
        uint32_t best = UINT32_MAX, most = 0;
        for (uint32_t text = 0; text < TEXTS; text++) {
            uint32_t found = 0;
            for (uint32_t word = 0; word < WORDS; word++)
                found += question[word] && texts[text][word];
            if (found > most) {
                most = found;
                best = text;
            }
        }
        assert_int_equal(hit.best, best);
        assert_int_equal(hit.found, most);
        assert_int_equal(hit.found + hit.missing.len, hit.asked);
    }
}

TEST(the_best_text_is_that_of_a_full_count) {
    USE_ARENA;
    for (uint32_t seed = 1; seed <= 5; seed++) {
        compare_with_full_count(arena, seed, 1);
        compare_with_full_count(arena, seed, 2);
    }
}

TEST(a_question_has_a_limit) {
    USE_ARENA;
    ll_index *index = ll_index_new(stems_for(arena, "english"), arena);
    ll_index_add(index, 0, LL_VIEW("10 1009 1010"));
    ll_buffer text = {.arena = arena, .most = 100000};
    for (int i = 10; i < 3000; i++)
        ll_buffer_add_format(&text, "%d ", i);
    ll_index_hit hit = ll_index_best(index, ll_buffer_view(&text));
    assert_int_equal(hit.asked, LL_INDEX_WORDS_MOST);
    assert_int_equal(hit.found, 2);
}

static void add_past_the_limit(void *context) {
    ll_arena *arena = context;
    ll_index_add(colours(arena), LL_INDEX_TEXTS_MOST, LL_VIEW("red"));
}

static void an_index_has_a_limit(void **state) {
    (void)state;
    ll_error error = {0};
    ll_arena *arena = ll_arena_new(ARENA_MOST);
    assert_int_equal(ll_arena_guard(arena, add_past_the_limit, arena, &error), LL_E_LIMIT);
    ll_arena_free(arena);
}

TEST(the_parts_of_a_text_are_asked_apart) {
    USE_ARENA;
    ll_index *index = ll_index_new(stems_for(arena, "english"), arena);
    ll_index_add_part(index, 0, 1, LL_VIEW("red green"));
    ll_index_add_part(index, 0, 2, LL_VIEW("green blue"));
    ll_index_add_part(index, 1, 1, LL_VIEW("blue"));
    ll_index_add(index, 2, LL_VIEW("white"));
    ll_index_hit hit = ll_index_best_part(index, 1, LL_VIEW("red green blue"));
    assert_int_equal(hit.best, 0);
    assert_int_equal(hit.found, 2);
    assert_int_equal(hit.missing.len, 1);
    assert_int_equal(ll_index_best_part(index, 2, LL_VIEW("red green blue")).found, 2);
    assert_int_equal(ll_index_best(index, LL_VIEW("red green blue")).found, 3);
    assert_int_equal(ll_index_best_part(index, 1, LL_VIEW("blue")).best, 1);
    assert_int_equal(ll_index_best_part(index, 2, LL_VIEW("red")).best, UINT32_MAX);
    assert_int_equal(ll_index_best_part(index, 1, LL_VIEW("white")).best, 2);
    assert_int_equal(ll_index_best_part(index, 2, LL_VIEW("white")).best, 2);
}

static uint32_t most_telling(ll_index *index, ll_index_question question) {
    uint32_t steps = 10000;
    return ll_index_most_telling(index, &question, &steps);
}

/* "red" stands in three texts of four, "blue" and "black" in one. */
static ll_index *reds(ll_arena *arena) {
    ll_index *index = ll_index_new(stems_for(arena, "english"), arena);
    ll_index_add(index, 0, LL_VIEW("red green white"));
    ll_index_add(index, 1, LL_VIEW("red blue"));
    ll_index_add(index, 2, LL_VIEW("red green"));
    ll_index_add(index, 3, LL_VIEW("black"));
    return index;
}

TEST(a_rare_word_tells_more_than_a_common_one) {
    USE_ARENA;
    ll_index *index = reds(arena);
    ll_view words = LL_VIEW("red green blue");
    assert_int_equal(ll_index_best(index, words).best, 0);
    assert_int_equal(most_telling(index, (ll_index_question){.words = words}), 1);
    assert_int_equal(most_telling(index, (ll_index_question){.words = LL_VIEW("red green")}), 0);
    assert_int_equal(most_telling(index, (ll_index_question){.words = LL_VIEW("violet")}),
                     UINT32_MAX);
    uint32_t steps = 10000;
    ll_index_question question = {.words = words};
    assert_int_equal(ll_index_most_telling(index, &question, &steps), 1);
    uint32_t taken = 10000 - steps;
    steps = taken + 1; /* one has to be left */
    assert_int_equal(ll_index_most_telling(index, &question, &steps), 1);
    steps = taken;
    assert_int_equal(ll_index_most_telling(index, &question, &steps), UINT32_MAX);
}

TEST(a_hint_decides_between_equals_and_no_more) {
    USE_ARENA;
    ll_index *index = reds(arena);
    ll_index_question question = {.words = LL_VIEW("red green"), .hint = LL_VIEW("white")};
    ll_index_add(index, 2, LL_VIEW("yellow"));
    assert_int_equal(most_telling(index, question), 0);
    question.hint = LL_VIEW("yellow");
    assert_int_equal(most_telling(index, question), 2);
    question.hint = LL_VIEW("black");
    assert_int_equal(most_telling(index, question), 0);
}

TEST(a_text_may_be_left_out_or_hold_too_little) {
    USE_ARENA;
    ll_index *index = reds(arena);
    bool left_out[4] = {false, true, false, false};
    ll_index_question question = {
        .words = LL_VIEW("red green blue"), .left_out = left_out, .texts = 4};
    assert_int_equal(most_telling(index, question), 0);
    question.texts = 0;
    assert_int_equal(most_telling(index, question), UINT32_MAX);
    question = (ll_index_question){.words = LL_VIEW("red black"), .least = 2};
    assert_int_equal(most_telling(index, question), UINT32_MAX);
    question.least = 1;
    assert_int_equal(most_telling(index, question), 3);
}

TEST(everyday_words_are_known) {
    USE_ARENA;
    ll_stems *stems = stems_for(arena, "english");
    assert_true(ll_stems_are_english(stems));
    static const char *const frequent[] = {"number", "Numbers", "NUMBER", "the", "bread"};
    static const char *const rare[] = {"autolyse", "s", "numberz"};
    for (size_t i = 0; i < sizeof frequent / sizeof *frequent; i++)
        assert_true(ll_stems_frequent(stems, ll_view_of(frequent[i])));
    for (size_t i = 0; i < sizeof rare / sizeof *rare; i++)
        assert_false(ll_stems_frequent(stems, ll_view_of(rare[i])));
    stems = stems_for(arena, "german");
    assert_false(ll_stems_are_english(stems));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rare_word_tells_more_than_a_common_one),
        cmocka_unit_test(a_hint_decides_between_equals_and_no_more),
        cmocka_unit_test(a_text_may_be_left_out_or_hold_too_little),
        cmocka_unit_test(the_parts_of_a_text_are_asked_apart),
        cmocka_unit_test(stems_are_those_of_snowball),
        cmocka_unit_test(german_is_stemmed_and_folded),
        cmocka_unit_test(case_and_spelling_of_accents_fold),
        cmocka_unit_test(british_and_american_spelling_fold),
        cmocka_unit_test(words_end_at_other_characters),
        cmocka_unit_test(apostrophes_stay_inside_words),
        cmocka_unit_test(function_words_and_single_letters_are_left_out),
        cmocka_unit_test(negations_and_absolutes_stay),
        cmocka_unit_test(distinct_words_come_once),
        cmocka_unit_test(overlap_is_shared_of_all),
        cmocka_unit_test(an_unknown_language_gets_a_hint),
        cmocka_unit_test(a_stemmer_remembers_the_same_stems),
        cmocka_unit_test(too_long_words_are_no_words),
        cmocka_unit_test(many_different_words_keep_their_numbers),
        cmocka_unit_test(the_best_text_holds_most_words),
        cmocka_unit_test(equals_go_to_the_lowest_number),
        cmocka_unit_test(a_text_added_to_twice_counts_a_word_once),
        cmocka_unit_test(missing_words_come_in_the_order_asked),
        cmocka_unit_test(nothing_asked_or_nothing_there_scores_zero),
        cmocka_unit_test(the_best_text_is_that_of_a_full_count),
        cmocka_unit_test(a_question_has_a_limit),
        cmocka_unit_test(everyday_words_are_known),
        cmocka_unit_test(an_index_has_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
