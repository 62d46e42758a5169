/* Numbers with decimals, as people read them: with a point, whatever the locale. */
#ifndef LL_TEXT_DECIMAL_H
#define LL_TEXT_DECIMAL_H

#include "base/arena.h"

/* `number` is from 0 to below 2^32, rounded to hundredths, half a hundredth up: always two decimals
 * ("0.60", "1.00"), and as few as it needs ("0.6", "0.25", "3"). */
ll_view ll_decimal_fixed(ll_arena *arena, double number);
ll_view ll_decimal_short(ll_arena *arena, double number);

/* All six decimals that ll_decimal_read reads, as few as it needs. */
ll_view ll_decimal_exact(ll_arena *arena, double number);

/* A number of things: "1 word", "3,412 words"; `word` takes an s. */
ll_view ll_decimal_counted(ll_arena *arena, uint32_t number, const char *word);

/* Reads digits with at most six decimals behind a point ("3", "0.25"), below 2^32; false for any
 * other text. */
bool ll_decimal_read(ll_view text, double *number);

/* Any finite number: the thousands grouped ("16,777,216"), six significant digits when it is no
 * whole number ("0.333333", "-2.5"), and four of them with a power of ten from 10^15 on and below
 * 0.0001 ("1.845 × 10^19"). */
ll_view ll_decimal_grouped(ll_arena *arena, double number);

#endif
