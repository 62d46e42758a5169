/* text: stems that are told without libstemmer are its stems. */
#include "support.h"

#include "source/source.h"
#include "text/frequent.h"
#include "text/spelling.h"
#include "text/stemmer.h"
#include "text/stopwords.h"
#include "text/word_hash.h"

#include <libstemmer.h>
#include <stdio.h>

enum { LETTERS = 3, WORD_MOST = 64 };

typedef struct comparing {
    ll_stemmer *ours;
    struct sb_stemmer *theirs;
    uint32_t words;
} comparing;

static comparing compare_with(ll_arena *arena) {
    comparing on = {0};
    ll_error error = {0};
    if (ll_stemmer_new(&on.ours, arena, LL_VIEW("english"), &error) != LL_OK)
        fail_msg("%s", error.text);
    on.theirs = sb_stemmer_new("english", "UTF_8");
    assert_non_null(on.theirs);
    return on;
}

/* Ours, of a word with room behind it. */
static ll_view stem_of(ll_stemmer *ours, ll_view word) {
    char padded[WORD_MOST + LL_WORD_PADDING] = {0};
    memcpy(padded, word.ptr, word.len);
    return ll_stemmer_stem(ours, word, ll_word_hash(padded, word.len, ll_eight_at(padded)));
}

static void compare(comparing *on, ll_view word) {
    const sb_symbol *bytes =
        sb_stemmer_stem(on->theirs, (const sb_symbol *)word.ptr, (int)word.len);
    assert_non_null(bytes);
    ll_view theirs = {(const char *)bytes, (size_t)sb_stemmer_length(on->theirs)};
    ll_view ours = stem_of(on->ours, word);
    if (!ll_view_equal(ours, theirs.len > 0 ? theirs : word))
        fail_msg("%.*s: %.*s, not %.*s", LL_VIEW_ARG(word), LL_VIEW_ARG(ours), LL_VIEW_ARG(theirs));
    on->words++;
}

static const char *const endings[] = {
    "",    "s",    "ed",   "eed",   "ing",   "er",      "ers",   "ly",   "al",   "als", "ic",
    "ics", "ion",  "ions", "ation", "ative", "ational", "ator",  "izer", "ize",  "ism", "isms",
    "ent", "ents", "ment", "ant",   "ists",  "ologist", "able",  "ible", "ance", "ful", "fuls",
    "li",  "ll",   "lls",  "ous",   "ive",   "ity",     "ities", "est",  "y",    "ys",  "'s",
    "'s'", "ies",  "ied",  "sses",  "eedly", "ingly",   "ment",  "th",   "ths",  "s's", "ness"};

/* Every word of so many letters, and with each ending. */
TEST(short_words_with_every_ending) {
    USE_ARENA;
    comparing on = compare_with(arena);
    uint32_t all = 1;
    for (size_t letters = 1; letters <= LETTERS; letters++) {
        all *= 26;
        for (uint32_t number = 0; number < all; number++) {
            char word[WORD_MOST];
            uint32_t rest = number;
            for (size_t i = 0; i < letters; i++, rest /= 26)
                word[i] = (char)('a' + rest % 26);
            for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
                size_t len = strlen(endings[i]);
                memcpy(word + letters, endings[i], len);
                compare(&on, (ll_view){word, letters + len});
            }
        }
    }
    sb_stemmer_delete(on.theirs);
    assert_true(on.words > 1000000);
}

static void compare_words_of(comparing *on, ll_view text) {
    char word[WORD_MOST];
    size_t len = 0;
    for (size_t i = 0; i <= text.len; i++) {
        char folded = i < text.len ? ll_to_folded(text.ptr[i]) : '\0';
        if (i < text.len && text.ptr[i] == '\'' && len > 0)
            folded = '\'';
        if (folded && len < sizeof word)
            word[len++] = folded;
        else if (len > 0) {
            compare(on, (ll_view){word, len});
            len = 0;
        }
    }
}

/* The exceptions of the English stemmer, and the words of lessons and plans. */
TEST(words_of_documents) {
    USE_ARENA;
    comparing on = compare_with(arena);
    static const char *const names[] = {"capstone",    "consolidate",   "other-style", "planted",
                                        "retroactive", "sentence-case", "stretch",     "widgets"};
    compare_words_of(&on, LL_VIEW("skis skies dying lying tying idly gently ugly early only singly "
                                  "sky news howe atlas cosmos bias andes inning outing canning "
                                  "herring earring proceed exceed succeed innings generously "
                                  "communism arsenal don't o'k 'tis ox y's"));
    for (size_t i = 0; i < 2 * sizeof names / sizeof *names; i++) {
        ll_source *source = NULL;
        ll_error error = {0};
        ll_view path = ll_arena_format(arena, "%s/fixtures/whole--%s/%s", LESSONLINT_SOURCE_DIR,
                                       names[i / 2], i % 2 ? "plan.md" : "lesson.tsx");
        if (ll_source_read(&source, arena, path, &error) != LL_OK)
            fail_msg("%s: %s", error.path, error.text);
        compare_words_of(&on, source->text);
    }
    sb_stemmer_delete(on.theirs);
    assert_true(on.words > 50000);
}

/* The frequent word of a slot, empty when it is free. */
static ll_view frequent_word(size_t slot) {
    const ll_frequent_word *word = &ll_frequent_words[ll_frequent_slots[slot]];
    return (ll_view){word->text, word->word};
}

/* Words whose stem depends on nothing else: words.c asks for it before all. */
static void expect_plain_word(ll_view word) {
    char room[WORD_MOST];
    memcpy(room, word.ptr, word.len);
    size_t len = ll_spelling_fold(room, word.len);
    if (len != word.len || memcmp(room, word.ptr, len) != 0)
        fail_msg("%.*s is spelled otherwise", LL_VIEW_ARG(word));
    if (word.len < 2 || ll_stopword_is(word))
        fail_msg("%.*s is no word with a stem", LL_VIEW_ARG(word));
}

/* Each has the stem that libstemmer tells now, and is found where it stands. */
TEST(frequent_words) {
    USE_ARENA;
    comparing on = compare_with(arena);
    for (size_t i = 0; i < LL_FREQUENT_SLOTS; i++) {
        ll_view word = frequent_word(i);
        if (word.len == 0)
            continue;
        expect_plain_word(word);
        compare(&on, word);
        const char *stem = stem_of(on.ours, word).ptr;
        if (stem < word.ptr || stem >= word.ptr + LL_FREQUENT_TEXT)
            fail_msg("%.*s is asked for", LL_VIEW_ARG(word));
    }
    sb_stemmer_delete(on.theirs);
    assert_true(on.words > 11000);
}

/* What is known of English words says nothing of others. */
TEST(other_languages) {
    USE_ARENA;
    comparing on = {0};
    ll_error error = {0};
    if (ll_stemmer_new(&on.ours, arena, LL_VIEW("german"), &error) != LL_OK)
        fail_msg("%s", error.text);
    on.theirs = sb_stemmer_new("german", "UTF_8");
    assert_non_null(on.theirs);
    for (size_t i = 0; i < LL_FREQUENT_SLOTS; i++) {
        ll_view word = frequent_word(i);
        assert_int_equal(ll_stemmer_frequent(on.ours, word, 0).len, 0);
        if (word.len > 0)
            compare(&on, word);
    }
    sb_stemmer_delete(on.theirs);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_words_with_every_ending),
        cmocka_unit_test(words_of_documents),
        cmocka_unit_test(frequent_words),
        cmocka_unit_test(other_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
