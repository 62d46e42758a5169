/* Eight bytes of a text at a time, for searches that pass over most of it. */
#ifndef LL_BASE_EIGHT_H
#define LL_BASE_EIGHT_H

#include <stdint.h>
#include <string.h>

#define LL_EIGHT_LOW UINT64_C(0x0101010101010101)
#define LL_EIGHT_HIGH UINT64_C(0x8080808080808080)

/* The eight bytes at `bytes`, which need no alignment. */
static inline uint64_t ll_eight_at(const void *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/* Eight times the same byte. */
static inline uint64_t ll_eight_of(char byte) {
    return LL_EIGHT_LOW * (unsigned char)byte;
}

/* The highest bit of each byte that is zero; bits behind the first one may be wrong. Such results
 * can be joined by `|`. */
static inline uint64_t ll_eight_zero(uint64_t word) {
    return (word - LL_EIGHT_LOW) & ~word & LL_EIGHT_HIGH;
}

/* Which of the eight bytes has the first bit of a result that is not 0. Where bytes are stored the
 * other way it is 0, so that a caller has to look at the byte, and goes on behind it. */
static inline unsigned ll_eight_first(uint64_t found) {
    const uint16_t one = 1;
    unsigned char low;
    memcpy(&low, &one, 1);
    uint64_t below = (found & (~found + 1)) - 1;
    return low ? (unsigned)(((below & LL_EIGHT_LOW) * LL_EIGHT_LOW) >> 56) - 1 : 0;
}

#endif
