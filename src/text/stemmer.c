/* libstemmer behind a small cache: stemming a word costs as much as reading a hundred. */
#include "text/stemmer.h"

#include "base/error.h"
#include "text/frequent.h"

#include <errno.h>
#include <libstemmer.h>
#include <stdlib.h>

enum { SLOTS = 8192, SLOT_TEXT = 26 };

/* A word and, behind it, its stem. */
typedef struct slot {
    uint32_t hash;      /* ll_word_hash */
    uint8_t word, stem; /* lengths; a free slot has a word of none */
    char text[SLOT_TEXT];
} slot;

struct ll_stemmer {
    struct sb_stemmer *stemmer;
    struct sb_stemmer
        *plain; /* of English: for ASCII, which it need not decode; a quarter faster */
    bool english;
    unsigned documents;
    /* SLOTS of them, each for the latest of its words; NULL as long as nothing is remembered. */
    slot *slots;
};

static void release(void *resource) {
    ll_stemmer *stemmer = resource;
    sb_stemmer_delete(stemmer->stemmer);
    sb_stemmer_delete(stemmer->plain);
    free(stemmer->slots);
}

static ll_status unknown_language(ll_view language, ll_error *error) {
    const char **names = sb_stemmer_list();
    size_t count = 0;
    while (names[count])
        count++;
    const char *nearest = ll_error_nearest(language, names, count);
    return ll_error_set(error, LL_E_NOT_FOUND, LL_VIEW(""), 0, 0,
                        nearest ? "no stemmer for language \"%.*s\": did you mean \"%s\"?"
                                : "no stemmer for language \"%.*s\": names are like \"%s\"",
                        LL_VIEW_ARG(language), nearest ? nearest : "english");
}

ll_status ll_stemmer_new(ll_stemmer **stemmer, ll_arena *arena, ll_view language, ll_error *error) {
    ll_stemmer *made = LL_ARENA_NEW(arena, ll_stemmer);
    ll_arena_defer(arena, release, made);
    ll_view name = ll_arena_copy(arena, language);
    errno = 0;
    made->stemmer = sb_stemmer_new(name.ptr, "UTF_8");
    if (!made->stemmer && errno == ENOMEM)
        ll_arena_fail(arena, LL_E_MEMORY, "out of memory");
    if (!made->stemmer)
        return unknown_language(language, error);
    made->english = ll_view_equal(name, LL_VIEW("english")) || ll_view_equal(name, LL_VIEW("en")) ||
                    ll_view_equal(name, LL_VIEW("eng"));
    if (made->english && !(made->plain = sb_stemmer_new(name.ptr, "ISO_8859_1")))
        ll_arena_fail(arena, LL_E_MEMORY, "out of memory");
    *stemmer = made;
    return LL_OK;
}

bool ll_stemmer_is_english(const ll_stemmer *stemmer) {
    return stemmer->english;
}

bool ll_stemmer_begin(ll_stemmer *stemmer) {
    if (++stemmer->documents != 2)
        return true;
    stemmer->slots = calloc(SLOTS, sizeof *stemmer->slots);
    return stemmer->slots != NULL;
}

static bool is_ascii(ll_view word) {
    unsigned char all = 0;
    for (size_t i = 0; i < word.len; i++)
        all |= (unsigned char)word.ptr[i];
    return all < 0x80;
}

/* Endings, by their last letter, of which a rule of the English stemmer may take or change
 * something; "" is any word with that letter. */
static const char *const endings[26][3] = {
    ['c' - 'a'] = {"ic"},
    ['d' - 'a'] = {"ed"},
    ['e' - 'a'] = {""},
    ['g' - 'a'] = {"ing"},
    ['i' - 'a'] = {""},
    ['l' - 'a'] = {"al", "ful", "ll"},
    ['m' - 'a'] = {"ism"},
    ['n' - 'a'] = {"ion"},
    ['r' - 'a'] = {"er", "ator"},
    ['s' - 'a'] = {""},
    ['t' - 'a'] = {"ant", "ent", "ist"},
    ['y' - 'a'] = {""},
};

/* Whether it is its own stem, as two in five words are; a word of ASCII without capitals. */
static bool is_stem(ll_view word) {
    char last = word.ptr[word.len - 1];
    if (!ll_is_lower(last))
        return ll_is_digit(last);
    const char *const *at = endings[last - 'a'];
    for (size_t i = 0; i < sizeof endings[0] / sizeof *endings[0] && at[i]; i++)
        if (ll_view_ends(word, ll_view_of(at[i])))
            return false;
    return true;
}

/* Whether all that is to be done is to take the last letter, the s of a plural. */
static bool is_plural(ll_view word) {
    if (word.len < 4 || word.ptr[word.len - 1] != 's')
        return false;
    word.len--;
    if (!strchr("bcdfghkmnlprt", word.ptr[word.len - 1]) || !is_stem(word))
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (strchr("aeiou", word.ptr[i]))
            return true;
    return false;
}

/* The stem of an English word when that is plain to see, which takes a fiftieth of the time; else
 * an empty view. */
static ll_view plain_stem(ll_view word) {
    if (!is_ascii(word) || word.ptr[0] == '\'')
        return (ll_view){0};
    if (is_stem(word))
        return word;
    return is_plural(word) ? ll_view_slice(word, 0, word.len - 1) : LL_VIEW("");
}

static ll_view stem_anew(ll_stemmer *stemmer, ll_view word) {
    struct sb_stemmer *by = stemmer->plain && is_ascii(word) ? stemmer->plain : stemmer->stemmer;
    const sb_symbol *bytes = sb_stemmer_stem(by, (const sb_symbol *)word.ptr, (int)word.len);
    if (!bytes)
        return (ll_view){0};
    ll_view stem = {(const char *)bytes, (size_t)sb_stemmer_length(by)};
    return stem.len > 0 ? stem : word;
}

ll_view ll_stemmer_frequent(const ll_stemmer *stemmer, ll_view word, uint32_t hash) {
    if (!stemmer->english)
        return (ll_view){0};
    for (uint32_t at = hash % LL_FREQUENT_SLOTS; ll_frequent_slots[at] > 0;
         at = (at + 1) % LL_FREQUENT_SLOTS) {
        const ll_frequent_word *here = &ll_frequent_words[ll_frequent_slots[at]];
        if (here->word == word.len && memcmp(here->text, word.ptr, word.len) == 0)
            return (ll_view){here->text + here->stem_at, here->stem};
    }
    return (ll_view){0};
}

/* The stem of an English word that is told without libstemmer; else an empty view. */
static ll_view known_stem(const ll_stemmer *stemmer, ll_view word, uint32_t hash) {
    ll_view frequent = ll_stemmer_frequent(stemmer, word, hash);
    return frequent.len > 0 || !stemmer->english ? frequent : plain_stem(word);
}

static void remember(slot *own, ll_view word, ll_view stem, uint32_t hash) {
    *own = (slot){.hash = hash, .word = (uint8_t)word.len, .stem = (uint8_t)stem.len};
    memcpy(own->text, word.ptr, word.len);
    memcpy(own->text + word.len, stem.ptr, stem.len);
}

static bool is_word(const slot *own, ll_view word, uint32_t hash) {
    return own->hash == hash && own->word == word.len && memcmp(own->text, word.ptr, word.len) == 0;
}

ll_view ll_stemmer_stem(ll_stemmer *stemmer, ll_view word, uint32_t hash) {
    ll_view known = known_stem(stemmer, word, hash);
    if (known.len > 0)
        return known;
    if (!stemmer->slots)
        return stem_anew(stemmer, word);
    slot *own = &stemmer->slots[hash % SLOTS];
    if (is_word(own, word, hash))
        return (ll_view){own->text + own->word, own->stem};
    ll_view stem = stem_anew(stemmer, word);
    if (stem.len > 0 && word.len + stem.len <= SLOT_TEXT)
        remember(own, word, stem, hash);
    return stem;
}
