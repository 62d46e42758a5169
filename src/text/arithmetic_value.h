/* The value of one side of an equation, as an interval. */
#ifndef LL_TEXT_ARITHMETIC_VALUE_H
#define LL_TEXT_ARITHMETIC_VALUE_H

#include "text/arithmetic_parts.h"

typedef struct ll_math_value {
    double low, high, middle;
    bool percent; /* a sum may not mix per cent with other numbers */
} ll_math_value;

/* Value of the tokens [first, after); false when they are no complete expression of numbers, or one
 * that can be read in two ways (-3², 1/2(4), 50 + 10 %, 3-5). */
bool ll_math_evaluate(const ll_math_tokens *tokens, uint32_t first, uint32_t after,
                      ll_notation notation, ll_math_value *value);

#endif
