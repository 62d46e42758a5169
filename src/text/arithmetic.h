/* Equations of numbers that stand in a text: "4,096 × 4,096 = 16.7 million". */
#ifndef LL_TEXT_ARITHMETIC_H
#define LL_TEXT_ARITHMETIC_H

#include "base/array.h"

/* Longest side of an equation that is judged, in tokens; deepest nesting of brackets and most
 * tokens that are read: a text that has more is read up to there. */
#define LL_ARITHMETIC_SIDE_MOST 256u
#define LL_ARITHMETIC_DEPTH_MOST 64u
#define LL_ARITHMETIC_TOKENS_MOST 65536u

/* How a text is written. In both, × · * / ÷ + − ^ are operators and = ≈ ~ relations, and the
 * commands of LaTeX for them are known. */
typedef enum ll_notation {
    LL_NOTATION_PROSE, /* words stand before and behind an equation */
    LL_NOTATION_MATH   /* LaTeX: a letter is a name, {…} groups */
} ll_notation;

/* Two sides and the relation between them. Numbers are intervals: half a unit of the last digit on
 * each side of what stands there, one unit for "16M" and before an ellipsis. An operand counts as
 * written, unless it has a decimal point and three digits or more: then it may be rounded, too. */
typedef struct ll_equation {
    size_t start, end; /* bytes of the text, from the left side's first to the right side's last */
    ll_view left, right;
    double left_value, right_value;
    bool left_counts; /* the left side is a calculation; else only the right one is */
    bool holds;
} ll_equation;

/* Keeps its memory from text to text. */
typedef struct ll_arithmetic ll_arithmetic;

ll_arithmetic *ll_arithmetic_new(ll_arena *arena);

/* Calls `visit` for every relation of `text` whose two sides are complete and of numbers alone, in
 * order; a chain `a = b = c` has two. Left out is what may mean something else: a side that a
 * letter, a name, a unit, a function such as `log` or the word "not" makes incomplete, two numbers
 * without any calculation, ranges, clock times, sizes on both sides, remainders, binary addition, a
 * question. The time is linear in the text. */
void ll_arithmetic_each(ll_arithmetic *arithmetic, ll_view text, ll_notation notation,
                        void (*visit)(void *context, const ll_equation *equation), void *context);

#endif
