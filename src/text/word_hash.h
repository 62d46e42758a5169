/* The hash of a word, by which the tables of words and of stems find it. */
#ifndef LL_TEXT_WORD_HASH_H
#define LL_TEXT_WORD_HASH_H

#include "base/eight.h"

/* Bytes that are read behind a word, which is read by eight: they have to be zero. */
#define LL_WORD_PADDING 8u

/* `head` are the word's first eight bytes. Differs between machines that store numbers otherwise.
 */
static inline uint32_t ll_word_hash(const char *word, size_t len, uint64_t head) {
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = (head ^ len) * factor;
    for (size_t at = 8; at < len; at += 8)
        hash = (hash ^ hash >> 32 ^ ll_eight_at(word + at)) * factor;
    return (uint32_t)(hash >> 32);
}

#endif
