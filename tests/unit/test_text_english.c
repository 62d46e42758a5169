/* text: our stems of English words against those of libstemmer. */
#include <libstemmer.h>
#include <stdio.h>

#include "support.h"

#include "base/view.h"
#include "text/english.h"

enum { WORD_MOST = 64 };

static void same_stem(struct sb_stemmer *oracle, const char *word) {
    char own[WORD_MOST];
    size_t len = strlen(word);
    memcpy(own, word, len);
    own[ll_english_stem(own, len)] = '\0';
    const char *expected = (const char *)sb_stemmer_stem(oracle, (const sb_symbol *)word, (int)len);
    if (strcmp(own, expected) != 0)
        print_error("of \"%s\"\n", word);
    assert_string_equal(own, expected);
}

static struct sb_stemmer *new_oracle(void) {
    struct sb_stemmer *oracle = sb_stemmer_new("english", "UTF_8");
    assert_non_null(oracle);
    return oracle;
}

/* Every word of up to four of these letters. */
static void short_words(void **state) {
    (void)state;
    static const char letters[] = "abdeginlrstxy2";
    const size_t base = sizeof letters; /* the NUL ends the word */
    struct sb_stemmer *oracle = new_oracle();
    for (size_t number = 1; number < base * base * base * base; number++) {
        char word[5] = "";
        size_t rest = number;
        for (int i = 0; i < 4; i++, rest /= base)
            word[i] = letters[rest % base];
        if (word[0])
            same_stem(oracle, word);
    }
    sb_stemmer_delete(oracle);
}

/* Each start with each ending, and with two of them. */
static void endings(void **state) {
    (void)state;
    static const char *const starts[] = {
        "a",     "be",  "tr",   "relat", "gener", "gen",    "commun", "arsen", "hopp", "fall",
        "use",   "box", "play", "y",     "yes",   "rhythm", "creat",  "siz",   "trou", "sens",
        "vivid", "inn", "out",  "cann",  "herr",  "earr",   "proc",   "exc",   "succ", "ski",
        "d",     "ear", "gent", "ug",    "on",    "sing",   "id",     "new",   "how",  "atla",
        "cosmo", "bia", "ande", "sk",    "v1",    "9a",     "aa",     "ey",    "add",  "short"};
    static const char *const ends[] = {
        "",        "s",       "es",      "ed",      "ly",     "ing",    "ingly",  "edly",
        "eed",     "eedly",   "ies",     "ied",     "sses",   "us",     "y",      "ational",
        "ization", "iveness", "fulness", "ousness", "tional", "biliti", "lessli", "entli",
        "ation",   "alism",   "aliti",   "ousli",   "iviti",  "fulli",  "enci",   "anci",
        "abli",    "izer",    "ator",    "alli",    "bli",    "logi",   "ogi",    "li",
        "alize",   "icate",   "iciti",   "ative",   "ical",   "ness",   "ful",    "ement",
        "ance",    "ence",    "able",    "ible",    "ment",   "ant",    "ent",    "ism",
        "ate",     "iti",     "ous",     "ive",     "ize",    "sion",   "al",     "er",
        "ic",      "e",       "le",      "ll",      "l"};
    struct sb_stemmer *oracle = new_oracle();
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        for (size_t j = 0; j < sizeof ends / sizeof *ends; j++)
            for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
                char word[WORD_MOST];
                snprintf(word, sizeof word, "%s%s%s", starts[i], ends[j], ends[k]);
                same_stem(oracle, word);
            }
    sb_stemmer_delete(oracle);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_words),
        cmocka_unit_test(endings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
