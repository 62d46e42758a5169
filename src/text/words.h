/* Words: content words, their stems, and how much of one text another covers. */
#ifndef LL_TEXT_WORDS_H
#define LL_TEXT_WORDS_H

#include "base/array.h"
#include "text/stemmer.h"

/* A word with more bytes is left out, as data would be, and so is each new word once an ll_stems
 * has seen this many different ones. */
#define LL_WORD_MOST 256u
#define LL_STEMS_WORDS_MOST 1000000u

/* Most texts of one index; past it the arena's guard is taken with LL_E_LIMIT. */
#define LL_INDEX_TEXTS_MOST 1000000u

/* Of a longer question only so many distinct words, the first, are asked for. */
#define LL_INDEX_WORDS_MOST 1000u

/* The stems of one language that were seen in some texts. Not to be shared between threads. */
typedef struct ll_stems ll_stems;

/* The number of a stem, the same for the same stem within one ll_stems. */
typedef uint32_t ll_stem;
typedef LL_ARRAY(ll_stem) ll_stem_list;

/* Stop words are known for English only. Freed with the arena, before the stemmer. */
ll_stems *ll_stems_new(ll_arena *arena, ll_stemmer *stemmer);

/* The words of `text`: letters and digits of any script (utf8proc categories), apostrophes inside a
 * word kept for the stemmer; every other character ends a word. Case-folded, stop words and
 * one-letter words left out, stemmed. Appends every occurrence in order. `list` grows in the arena
 * of `stems`. */
void ll_stems_of(ll_stems *stems, ll_view text, ll_stem_list *list);

/* The same without repeats, in order of first occurrence; what is on the list already is not added
 * again. */
void ll_stems_distinct(ll_stems *stems, ll_view text, ll_stem_list *list);

bool ll_stems_are_english(const ll_stems *stems);

/* Whether a word of ASCII letters is a stop word or one of the frequent words of English. */
bool ll_stems_frequent(const ll_stems *stems, ll_view word);

/* A word as it was first seen for this stem, case-folded: for messages. */
ll_view ll_stems_word(const ll_stems *stems, ll_stem stem);

/* Jaccard overlap of two lists of distinct stems of `stems`: shared / all, 0 when both are empty.
 */
double ll_stems_overlap(ll_stems *stems, const ll_stem_list *a, const ll_stem_list *b);

/* An inverted index: which of many texts hold a stem. A question costs as much as its words have
 * places, and no more than one step for each word and 64 texts. */
typedef struct ll_index ll_index;

ll_index *ll_index_new(ll_stems *stems, ll_arena *arena);

/* Adds `text` to text number `number`; numbers start at 0 and one may be added to several times. */
void ll_index_add(ll_index *index, uint32_t number, ll_view text);

/* A text may have two parts, 1 and 2; ll_index_add adds to both. */
#define LL_INDEX_PARTS 3u

/* Adds to part 1, part 2 or both. */
void ll_index_add_part(ll_index *index, uint32_t number, unsigned parts, ll_view text);

/* The same for a text whose words are known, as ll_stems_of lists them. */
void ll_index_add_stems(ll_index *index, uint32_t number, unsigned parts,
                        const ll_stem_list *stems);

typedef struct ll_index_hit {
    uint32_t best;  /* number of the text that holds most of the words; the lowest of equals */
    uint32_t found; /* how many it holds */
    uint32_t asked; /* how many distinct content words were asked for */
    double score;   /* found / asked; 0 when nothing was asked or nothing is there */
    ll_stem_list missing; /* the words that the best text lacks, in the order asked */
} ll_index_hit;

/* The best single text for the distinct content words of `text`. `best` is UINT32_MAX when no text
 * holds any of them. */
ll_index_hit ll_index_best(ll_index *index, ll_view text);

/* The same for one part of each text; both together are the whole text. */
ll_index_hit ll_index_best_part(ll_index *index, unsigned parts, ll_view text);

/* A question for the text that says what sets the words apart: a word that few texts hold counts
 * more than one that many do. */
typedef struct ll_index_question {
    ll_view words;
    ll_view core;         /* those of `words` that count twice: what it is about */
    ll_view hint;         /* words that count a quarter: where they are said to stand */
    uint32_t least;       /* of `words` that the text has to hold */
    const bool *left_out; /* texts that are not asked, by number; NULL: all are asked */
    uint32_t texts;       /* how many numbers `left_out` has; higher ones are not asked */
} ll_index_question;

/* The number of that text, the lowest of equals; UINT32_MAX when none holds enough. Takes what the
 * answer costs from `*steps`; nothing is found when they do not suffice. */
uint32_t ll_index_most_telling(ll_index *index, const ll_index_question *question, uint32_t *steps);

/* Whether a text holds a stem of the index's ll_stems. */
bool ll_index_holds(const ll_index *index, uint32_t number, ll_stem stem);

#endif
