/* Some bytes of a text at a time, for searches that pass over most of it: sixteen where the
 * processor has SSE2, else eight. */
#ifndef LL_BASE_STEP_H
#define LL_BASE_STEP_H

#include "base/eight.h"

/* A search asks each step for the places that may be what it looks for: never too few, and those
 * behind the first one may be too many. So a caller looks at the byte, and goes on behind it. */
#if defined __SSE2__ && !defined LL_STEP_EIGHT
#include <emmintrin.h>

typedef __m128i ll_step;

static inline ll_step ll_step_at(const void *bytes) {
    return _mm_loadu_si128((const __m128i *)bytes);
}

static inline void ll_step_put(void *bytes, ll_step step) {
    _mm_storeu_si128((__m128i *)bytes, step);
}

/* The same byte at every place. */
static inline ll_step ll_step_of(char byte) {
    return _mm_set1_epi8(byte);
}

static inline ll_step ll_step_or(ll_step a, ll_step b) {
    return _mm_or_si128(a, b);
}

static inline ll_step ll_step_and(ll_step a, ll_step b) {
    return _mm_and_si128(a, b);
}

/* The places where both have the same byte: such results are joined by `or` and `and`. */
static inline ll_step ll_step_same(ll_step a, ll_step b) {
    return _mm_cmpeq_epi8(a, b);
}

/* The places with a byte of ASCII from `low` to `high`, no more and no fewer. */
static inline ll_step ll_step_between(ll_step step, char low, char high) {
    return _mm_and_si128(_mm_cmpgt_epi8(step, _mm_set1_epi8((char)(low - 1))),
                         _mm_cmpgt_epi8(_mm_set1_epi8((char)(high + 1)), step));
}

/* The places that a result of `between` leaves out, as a number. */
static inline uint64_t ll_step_others(ll_step between) {
    return (uint64_t)_mm_movemask_epi8(between) ^ 0xFFFF;
}

/* The same as a number, 0 when there is none. */
static inline uint64_t ll_step_places(ll_step same) {
    return (uint64_t)_mm_movemask_epi8(same);
}

/* The first of the places, which are not 0. */
static inline unsigned ll_step_first(uint64_t places) {
    return (unsigned)__builtin_ctzll(places);
}

/* The places but the first `count`, which are fewer than all. */
static inline uint64_t ll_step_behind(uint64_t places, size_t count) {
    return places >> count;
}

#else

typedef uint64_t ll_step;

static inline ll_step ll_step_at(const void *bytes) {
    return ll_eight_at(bytes);
}

static inline void ll_step_put(void *bytes, ll_step step) {
    memcpy(bytes, &step, sizeof step);
}

static inline ll_step ll_step_of(char byte) {
    return ll_eight_of(byte);
}

static inline ll_step ll_step_or(ll_step a, ll_step b) {
    return a | b;
}

static inline ll_step ll_step_and(ll_step a, ll_step b) {
    return a & b;
}

static inline ll_step ll_step_same(ll_step a, ll_step b) {
    return ll_eight_zero(a ^ b);
}

static inline ll_step ll_step_between(ll_step step, char low, char high) {
    uint64_t seven = step & ~LL_EIGHT_HIGH;
    uint64_t from_low = seven + ll_eight_of((char)(0x80 - low));
    uint64_t behind_high = seven + ll_eight_of((char)(0x7F - high));
    return from_low & ~behind_high & ~step & LL_EIGHT_HIGH;
}

static inline uint64_t ll_step_others(ll_step between) {
    return between ^ LL_EIGHT_HIGH;
}

static inline uint64_t ll_step_places(ll_step same) {
    return same;
}

static inline unsigned ll_step_first(uint64_t places) {
    return ll_eight_first(places);
}

static inline uint64_t ll_step_behind(uint64_t places, size_t count) {
    return ll_eight_behind(places, count);
}

#endif

static inline bool ll_step_stops(char byte, const char stops[4]) {
    return byte == stops[0] || byte == stops[1] || byte == stops[2] || byte == stops[3];
}

/* Offset of the first of four bytes at or behind `at`, or `end`. */
static inline size_t ll_step_until(const char *text, size_t at, size_t end, const char stops[4]) {
    while (at + sizeof(ll_step) <= end) {
        ll_step step = ll_step_at(text + at);
        ll_step first = ll_step_or(ll_step_same(step, ll_step_of(stops[0])),
                                   ll_step_same(step, ll_step_of(stops[1])));
        ll_step last = ll_step_or(ll_step_same(step, ll_step_of(stops[2])),
                                  ll_step_same(step, ll_step_of(stops[3])));
        uint64_t found = ll_step_places(ll_step_or(first, last));
        at += found ? ll_step_first(found) : sizeof step;
        if (found && ll_step_stops(text[at], stops))
            return at;
        at += found != 0;
    }
    while (at < end && !ll_step_stops(text[at], stops))
        at++;
    return at;
}

#endif
