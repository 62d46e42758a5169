/* The stems of frequent English words, as libstemmer told them when the program was built: two of
 * three words of a document that have to be asked for. */
#ifndef LL_TEXT_FREQUENT_H
#define LL_TEXT_FREQUENT_H

#include <stdint.h>

enum { LL_FREQUENT_SLOTS = 4096, LL_STEM_SLOT_TEXT = 26 };

/* A word and, behind it, its stem. */
typedef struct ll_stem_slot {
    uint32_t hash;      /* ll_word_hash */
    uint8_t word, stem; /* lengths; a free slot has a word of none */
    char text[LL_STEM_SLOT_TEXT];
} ll_stem_slot;

/* A hash table: a word stands in the slot that its hash names or in one of the next, before a free
 * one. Made by frequent_main.c of frequent_words.txt. */
extern const ll_stem_slot ll_frequent_stems[LL_FREQUENT_SLOTS];

#endif
