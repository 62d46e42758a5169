/* The English stemmer of the Snowball project (Porter2), by tables: nearly all words that are ever
 * stemmed are plain English, and this takes less than half of the time. */
#include "text/english.h"

#include "base/view.h"

/* A word as it becomes shorter. */
typedef struct stemming {
    char *at; /* a y that is a consonant is a Y */
    size_t len;
    size_t first, second; /* where its regions R1 and R2 begin */
} stemming;

/* Letters of the shortest ending. */
enum { SHORTEST = 2 };

/* What must stand before an ending for it to be replaced. */
typedef enum condition {
    ANYTHING,
    BEFORE_LI,    /* a letter that takes -li */
    BEFORE_OGI,   /* an l */
    BEFORE_ION,   /* an s or a t */
    SECOND_REGION /* whatever it is: the ending lies in R2 */
} condition;

typedef struct ending {
    ll_view from, to;
    condition before;
} ending;

/* The endings of one step, longer ones before those that they end in. */
typedef struct step {
    const ending *endings;
    size_t count;
    uint32_t last; /* letters that its endings end in, see letter */
} step;

#define ENDING(from, to, before)                                                                   \
    { LL_VIEW_INIT(from), LL_VIEW_INIT(to), before }
#define LETTER(c) (UINT32_C(1) << ((c) - 'a'))

static const ending second_endings[] = {
    ENDING("ational", "ate", ANYTHING), ENDING("ization", "ize", ANYTHING),
    ENDING("iveness", "ive", ANYTHING), ENDING("fulness", "ful", ANYTHING),
    ENDING("ousness", "ous", ANYTHING), ENDING("tional", "tion", ANYTHING),
    ENDING("biliti", "ble", ANYTHING),  ENDING("lessli", "less", ANYTHING),
    ENDING("entli", "ent", ANYTHING),   ENDING("ation", "ate", ANYTHING),
    ENDING("alism", "al", ANYTHING),    ENDING("aliti", "al", ANYTHING),
    ENDING("ousli", "ous", ANYTHING),   ENDING("iviti", "ive", ANYTHING),
    ENDING("fulli", "ful", ANYTHING),   ENDING("enci", "ence", ANYTHING),
    ENDING("anci", "ance", ANYTHING),   ENDING("abli", "able", ANYTHING),
    ENDING("izer", "ize", ANYTHING),    ENDING("ator", "ate", ANYTHING),
    ENDING("alli", "al", ANYTHING),     ENDING("bli", "ble", ANYTHING),
    ENDING("ogi", "og", BEFORE_OGI),    ENDING("li", "", BEFORE_LI),
};
static const ending third_endings[] = {
    ENDING("ational", "ate", ANYTHING), ENDING("tional", "tion", ANYTHING),
    ENDING("alize", "al", ANYTHING),    ENDING("icate", "ic", ANYTHING),
    ENDING("iciti", "ic", ANYTHING),    ENDING("ative", "", SECOND_REGION),
    ENDING("ical", "ic", ANYTHING),     ENDING("ness", "", ANYTHING),
    ENDING("ful", "", ANYTHING),
};
static const ending fourth_endings[] = {
    ENDING("ement", "", ANYTHING), ENDING("ance", "", ANYTHING), ENDING("ence", "", ANYTHING),
    ENDING("able", "", ANYTHING),  ENDING("ible", "", ANYTHING), ENDING("ment", "", ANYTHING),
    ENDING("ant", "", ANYTHING),   ENDING("ent", "", ANYTHING),  ENDING("ism", "", ANYTHING),
    ENDING("ate", "", ANYTHING),   ENDING("iti", "", ANYTHING),  ENDING("ous", "", ANYTHING),
    ENDING("ive", "", ANYTHING),   ENDING("ize", "", ANYTHING),  ENDING("ion", "", BEFORE_ION),
    ENDING("al", "", ANYTHING),    ENDING("er", "", ANYTHING),   ENDING("ic", "", ANYTHING),
};

#define STEP(endings, last)                                                                        \
    { endings, sizeof(endings) / sizeof *(endings), last }
static const step second_step = STEP(second_endings, LETTER('i') | LETTER('l') | LETTER('m') |
                                                         LETTER('n') | LETTER('r') | LETTER('s'));
static const step third_step =
    STEP(third_endings, LETTER('e') | LETTER('i') | LETTER('l') | LETTER('s'));
static const step fourth_step =
    STEP(fourth_endings, LETTER('c') | LETTER('e') | LETTER('i') | LETTER('l') | LETTER('m') |
                             LETTER('n') | LETTER('r') | LETTER('s') | LETTER('t'));

/* A bit for a small letter, none for anything else. */
static uint32_t letter(char c) {
    return ll_is_lower(c) ? LETTER(c) : 0;
}

static bool is_vowel(char c) {
    return letter(c) &
           (LETTER('a') | LETTER('e') | LETTER('i') | LETTER('o') | LETTER('u') | LETTER('y'));
}

/* Whether the first `len` letters end in `text`. Most do not end in its last two. */
static inline bool ends(const stemming *word, size_t len, ll_view text) {
    return len >= text.len &&
           memcmp(word->at + len - SHORTEST, text.ptr + text.len - SHORTEST, SHORTEST) == 0 &&
           (text.len == SHORTEST || memcmp(word->at + len - text.len, text.ptr, text.len) == 0);
}

static bool is_whole(const stemming *word, ll_view text) {
    return ll_view_equal((ll_view){word->at, word->len}, text);
}

static bool has_vowel(const stemming *word, size_t len) {
    for (size_t i = 0; i < len; i++)
        if (is_vowel(word->at[i]))
            return true;
    return false;
}

/* Behind the first consonant that follows a vowel at or behind `at`. */
static size_t region_from(const stemming *word, size_t at) {
    while (at < word->len && !is_vowel(word->at[at]))
        at++;
    while (at < word->len && is_vowel(word->at[at]))
        at++;
    return at < word->len ? at + 1 : word->len;
}

static void mark_regions(stemming *word) {
    static const ll_view starts[] = {LL_VIEW_INIT("gener"), LL_VIEW_INIT("commun"),
                                     LL_VIEW_INIT("arsen")};
    word->first = region_from(word, 0);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (word->at[0] == starts[i].ptr[0] &&
            ll_view_starts((ll_view){word->at, word->len}, starts[i]))
            word->first = starts[i].len;
    word->second = region_from(word, word->first);
}

/* A y at the start or behind a vowel is a consonant. */
static void mark_consonants(stemming *word) {
    for (size_t i = 0; i < word->len; i++)
        if (word->at[i] == 'y' && (i == 0 || is_vowel(word->at[i - 1])))
            word->at[i] = 'Y';
}

/* Whether the first `len` letters end in a short syllable. */
static bool is_short(const stemming *word, size_t len) {
    if (len < 2 || is_vowel(word->at[len - 1]) || !is_vowel(word->at[len - 2]))
        return false;
    char last = word->at[len - 1];
    return len == 2 || (!is_vowel(word->at[len - 3]) && last != 'w' && last != 'x' && last != 'Y');
}

static void replace(stemming *word, size_t from, ll_view to) {
    memcpy(word->at + from, to.ptr, to.len);
    word->len = from + to.len;
}

/* Plurals: step 1a. */
static void cut_plural(stemming *word) {
    size_t len = word->len;
    if (ends(word, len, LL_VIEW("sses")))
        word->len -= 2;
    else if (ends(word, len, LL_VIEW("ied")) || ends(word, len, LL_VIEW("ies")))
        word->len -= len > 4 ? 2 : 1;
    else if (word->at[len - 1] == 's' && !ends(word, len, LL_VIEW("us")) &&
             !ends(word, len, LL_VIEW("ss")) && has_vowel(word, len - 2))
        word->len--;
}

static bool ends_double(const stemming *word) {
    char last = word->at[word->len - 1];
    return word->len >= 2 && last == word->at[word->len - 2] && strchr("bdfgmnprt", last);
}

/* Mends what stood before -ed or -ing. */
static void mend_end(stemming *word) {
    size_t len = word->len;
    if (ends_double(word))
        word->len--;
    else if (ends(word, len, LL_VIEW("at")) || ends(word, len, LL_VIEW("bl")) ||
             ends(word, len, LL_VIEW("iz")) || (len == word->first && is_short(word, len)))
        replace(word, len, LL_VIEW("e"));
}

/* -eed, -ed and -ing, with -ly and without: step 1b. */
static void cut_participle(stemming *word) {
    size_t len = word->len - (ends(word, word->len, LL_VIEW("ly")) ? 2 : 0);
    if (ends(word, len, LL_VIEW("eed"))) {
        if (len - 3 >= word->first)
            word->len = len - 1;
        return;
    }
    size_t cut = ends(word, len, LL_VIEW("ed")) ? 2 : ends(word, len, LL_VIEW("ing")) ? 3 : 0;
    if (cut == 0 || !has_vowel(word, len - cut))
        return;
    word->len = len - cut;
    mend_end(word);
}

/* Step 1c. */
static void change_y(stemming *word) {
    size_t last = word->len - 1;
    if (last > 1 && ll_to_lower(word->at[last]) == 'y' && !is_vowel(word->at[last - 1]))
        word->at[last] = 'i';
}

static bool stands_behind(const stemming *word, size_t from, condition before) {
    static const uint32_t letters[] = {
        [BEFORE_LI] = LETTER('c') | LETTER('d') | LETTER('e') | LETTER('g') | LETTER('h') |
                      LETTER('k') | LETTER('m') | LETTER('n') | LETTER('r') | LETTER('t'),
        [BEFORE_OGI] = LETTER('l'),
        [BEFORE_ION] = LETTER('s') | LETTER('t')};
    if (before == SECOND_REGION)
        return from >= word->second;
    return before == ANYTHING || (from > 0 && (letters[before] & letter(word->at[from - 1])));
}

/* Replaces the longest ending of a step when it lies in the region. */
static void change_ending(stemming *word, const step *of, size_t region) {
    size_t len = word->len;
    if (len < region + SHORTEST || !(of->last & letter(word->at[len - 1])))
        return;
    for (size_t i = 0; i < of->count; i++) {
        const ending *here = &of->endings[i];
        if (!ends(word, len, here->from))
            continue;
        size_t from = len - here->from.len;
        if (from >= region && stands_behind(word, from, here->before))
            replace(word, from, here->to);
        return;
    }
}

/* Step 5. */
static void cut_last(stemming *word) {
    size_t last = word->len - 1;
    bool silent = word->at[last] == 'e' &&
                  (last >= word->second || (last >= word->first && !is_short(word, last)));
    bool twice = ends(word, word->len, LL_VIEW("ll")) && last >= word->second;
    if (silent || twice)
        word->len = last;
}

/* Words whose stem is not what the steps make of them. */
static bool has_own_stem(stemming *word) {
    enum { LONGEST = 6 };
    static const struct {
        ll_view word, stem;
    } own[] = {
        {LL_VIEW_INIT("andes"), LL_VIEW_INIT("andes")},
        {LL_VIEW_INIT("atlas"), LL_VIEW_INIT("atlas")},
        {LL_VIEW_INIT("bias"), LL_VIEW_INIT("bias")},
        {LL_VIEW_INIT("cosmos"), LL_VIEW_INIT("cosmos")},
        {LL_VIEW_INIT("dying"), LL_VIEW_INIT("die")},
        {LL_VIEW_INIT("early"), LL_VIEW_INIT("earli")},
        {LL_VIEW_INIT("gently"), LL_VIEW_INIT("gentl")},
        {LL_VIEW_INIT("howe"), LL_VIEW_INIT("howe")},
        {LL_VIEW_INIT("idly"), LL_VIEW_INIT("idl")},
        {LL_VIEW_INIT("lying"), LL_VIEW_INIT("lie")},
        {LL_VIEW_INIT("news"), LL_VIEW_INIT("news")},
        {LL_VIEW_INIT("only"), LL_VIEW_INIT("onli")},
        {LL_VIEW_INIT("singly"), LL_VIEW_INIT("singl")},
        {LL_VIEW_INIT("skies"), LL_VIEW_INIT("sky")},
        {LL_VIEW_INIT("skis"), LL_VIEW_INIT("ski")},
        {LL_VIEW_INIT("sky"), LL_VIEW_INIT("sky")},
        {LL_VIEW_INIT("tying"), LL_VIEW_INIT("tie")},
        {LL_VIEW_INIT("ugly"), LL_VIEW_INIT("ugli")},
    };
    for (size_t i = 0; word->len <= LONGEST && i < sizeof own / sizeof *own; i++) {
        if (word->at[0] != own[i].word.ptr[0] || !is_whole(word, own[i].word))
            continue;
        replace(word, 0, own[i].stem);
        return true;
    }
    return false;
}

/* What looks like a participle and is none. */
static bool is_no_participle(const stemming *word) {
    static const char *const words[] = {"canning", "earring", "exceed",  "herring",
                                        "inning",  "outing",  "proceed", "succeed"};
    ll_view whole = {word->at, word->len};
    return (ends(word, word->len, LL_VIEW("ing")) || ends(word, word->len, LL_VIEW("ceed"))) &&
           LL_VIEW_IS_ONE_OF(whole, words);
}

size_t ll_english_stem(char *text, size_t len) {
    stemming word = {text, len, 0, 0};
    if (len < 3 || has_own_stem(&word))
        return word.len;
    mark_consonants(&word);
    mark_regions(&word);
    cut_plural(&word);
    if (!is_no_participle(&word)) {
        cut_participle(&word);
        change_y(&word);
        change_ending(&word, &second_step, word.first);
        change_ending(&word, &third_step, word.first);
        change_ending(&word, &fourth_step, word.second);
        cut_last(&word);
    }
    for (size_t i = 0; i < word.len; i++)
        if (text[i] == 'Y')
            text[i] = 'y';
    return word.len;
}
