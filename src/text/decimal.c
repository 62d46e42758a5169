/* Decimals by whole numbers: printf would ask the locale. */
#include "text/decimal.h"

ll_view ll_decimal_fixed(ll_arena *arena, double number) {
    unsigned long long hundredths = (unsigned long long)(number * 100 + 0.5);
    return ll_arena_format(arena, "%llu.%02llu", hundredths / 100, hundredths % 100);
}

/* Without zeros at the end, and without the point when nothing stands behind it. */
static ll_view trimmed(ll_view text) {
    while (text.ptr[text.len - 1] == '0')
        text.len--;
    if (text.ptr[text.len - 1] == '.')
        text.len--;
    return text;
}

ll_view ll_decimal_short(ll_arena *arena, double number) {
    return trimmed(ll_decimal_fixed(arena, number));
}

enum { DECIMALS_MOST = 6 };

ll_view ll_decimal_exact(ll_arena *arena, double number) {
    unsigned long long millionths = (unsigned long long)(number * 1e6 + 0.5);
    return trimmed(
        ll_arena_format(arena, "%llu.%06llu", millionths / 1000000, millionths % 1000000));
}

bool ll_decimal_read(ll_view text, double *number) {
    uint32_t whole, part = 0;
    size_t used, decimals = 0;
    if (!ll_view_number(text, &whole, &used))
        return false;
    if (used < text.len) {
        ll_view rest = ll_view_slice(text, used + 1, text.len);
        if (text.ptr[used] != '.' || !ll_view_number(rest, &part, &decimals) ||
            decimals > DECIMALS_MOST || decimals < rest.len)
            return false;
    }
    double scale = 1;
    for (size_t i = 0; i < decimals; i++)
        scale *= 10;
    *number = whole + part / scale;
    return true;
}
