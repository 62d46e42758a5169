/* Stems of words, remembered from document to document: the only module that asks libstemmer
 * when the program runs. */
#ifndef LL_TEXT_STEMMER_H
#define LL_TEXT_STEMMER_H

#include "base/arena.h"

/* Not to be shared between threads. */
typedef struct ll_stemmer ll_stemmer;

/* `language` is a name that libstemmer knows ("english", "german"); LL_E_NOT_FOUND names those near
 * it. Freed with the arena. */
ll_status ll_stemmer_new(ll_stemmer **stemmer, ll_arena *arena, ll_view language, ll_error *error);

/* Whether its language is English. */
bool ll_stemmer_is_english(const ll_stemmer *stemmer);

/* To be said when a document begins. From the second on the stemmer remembers stems, in memory that
 * does not grow: the first one would only pay for it. False when there is no memory. */
bool ll_stemmer_begin(ll_stemmer *stemmer);

/* The stem of a case-folded word, the word itself when there is none; `hash` is its ll_word_hash.
 * Valid until the next call. An empty view when there is no memory. */
ll_view ll_stemmer_stem(ll_stemmer *stemmer, ll_view word, uint32_t hash);

/* The stem of a frequent English word, told at once: the same as ll_stemmer_stem's. Else an empty
 * view. None of these words is spelled otherwise in British English. */
ll_view ll_stemmer_frequent(const ll_stemmer *stemmer, ll_view word, uint32_t hash);

#endif
