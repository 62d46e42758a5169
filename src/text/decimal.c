/* Decimals by whole numbers: printf would ask the locale. */
#include "text/decimal.h"

ll_view ll_decimal_fixed(ll_arena *arena, double number) {
    unsigned long long hundredths = (unsigned long long)(number * 100 + 0.5);
    return ll_arena_format(arena, "%llu.%02llu", hundredths / 100, hundredths % 100);
}

ll_view ll_decimal_short(ll_arena *arena, double number) {
    ll_view text = ll_decimal_fixed(arena, number);
    while (text.ptr[text.len - 1] == '0')
        text.len--;
    if (text.ptr[text.len - 1] == '.')
        text.len--;
    return text;
}
