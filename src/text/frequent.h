/* The words of everyday English, and their stems as libstemmer told them when the program was
 * built: nine of ten different words of a document need not be asked for. */
#ifndef LL_TEXT_FREQUENT_H
#define LL_TEXT_FREQUENT_H

#include <stdint.h>

enum { LL_FREQUENT_SLOTS = 32768, LL_FREQUENT_TEXT = 25 };

/* A word and, unless the word begins with it, behind it its stem. None is a stop word, and none is
 * spelled otherwise in British English. */
typedef struct ll_frequent_word {
    uint8_t word, stem; /* lengths */
    uint8_t stem_at;
    char text[LL_FREQUENT_TEXT];
} ll_frequent_word;

/* A hash table by ll_word_hash: indexes into the words, 0 where a slot is free. A word stands in
 * the slot that its hash names or in one of the next, before a free one. Made by frequent_main.c of
 * frequent_words.txt. */
extern const uint16_t ll_frequent_slots[LL_FREQUENT_SLOTS];
extern const ll_frequent_word ll_frequent_words[];

#endif
