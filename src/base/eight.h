/* Eight bytes of a text at a time, for searches that pass over most of it. */
#ifndef LL_BASE_EIGHT_H
#define LL_BASE_EIGHT_H

#include <stdbool.h>
#include <stddef.h>
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

/* The eight bytes at `bytes` as a number: such numbers are ordered as the bytes are. */
static inline uint64_t ll_eight_ordered(const void *bytes) {
    const unsigned char *at = bytes;
    uint64_t high = (uint64_t)at[0] << 56 | (uint64_t)at[1] << 48 | (uint64_t)at[2] << 40 |
                    (uint64_t)at[3] << 32;
    return high | (uint64_t)at[4] << 24 | (uint64_t)at[5] << 16 | (uint64_t)at[6] << 8 | at[7];
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

/* Whether the first byte in memory is the lowest of a word. */
static inline bool ll_eight_low_first(void) {
    const uint16_t one = 1;
    unsigned char low;
    memcpy(&low, &one, 1);
    return low == 1;
}

/* Which of the eight bytes has the first bit of a result that is not 0. Where bytes are stored the
 * other way it is 0, so that a caller has to look at the byte, and goes on behind it. */
static inline unsigned ll_eight_first(uint64_t found) {
    uint64_t below = (found & (~found + 1)) - 1;
    return ll_eight_low_first() ? (unsigned)(((below & LL_EIGHT_LOW) * LL_EIGHT_LOW) >> 56) - 1 : 0;
}

/* A result without its first `count` bytes, fewer than eight; the byte behind them is the first
 * one then. Where bytes are stored the other way all are kept. */
static inline uint64_t ll_eight_behind(uint64_t found, size_t count) {
    return ll_eight_low_first() ? found >> (8 * count) : found;
}

#endif
