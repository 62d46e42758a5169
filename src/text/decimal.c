/* Decimals by whole numbers: printf would ask the locale. */
#include "text/decimal.h"

#include "base/buffer.h"

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

enum { SIGNIFICANT = 6, SIGNIFICANT_OF_POWER = 4, TEXT_MOST = 64 };

#define LEAST_PLAIN 1e-4
#define MOST_PLAIN 1e15

static void add_grouped(ll_buffer *text, unsigned long long whole) {
    char digits[32];
    int count = 0;
    do {
        digits[count++] = (char)('0' + whole % 10);
        whole /= 10;
    } while (whole > 0);
    while (count > 0) {
        ll_buffer_add_byte(text, digits[--count]);
        if (count > 0 && count % 3 == 0)
            ll_buffer_add_byte(text, ',');
    }
}

/* With `decimals` digits behind the point, zeros at the end left out. */
static void add_plain(ll_buffer *text, double number, int decimals) {
    unsigned long long scale = 1;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    unsigned long long scaled = (unsigned long long)(number * (double)scale + 0.5);
    add_grouped(text, scaled / scale);
    unsigned long long fraction = scaled % scale;
    if (fraction == 0)
        return;
    ll_buffer_add_byte(text, '.');
    do {
        fraction *= 10;
        ll_buffer_add_byte(text, (char)('0' + fraction / scale));
        fraction %= scale;
    } while (fraction > 0);
}

static void add_power(ll_buffer *text, double number) {
    int exponent = 0;
    for (; number >= 10; exponent++)
        number /= 10;
    for (; number < 1; exponent--)
        number *= 10;
    add_plain(text, number, SIGNIFICANT_OF_POWER - 1);
    ll_buffer_add_format(text, " \xC3\x97 10^%d", exponent);
}

/* Decimals that make up SIGNIFICANT digits. */
static int decimals_of(double number) {
    int decimals = SIGNIFICANT - 1;
    for (; number >= 10 && decimals > 0; decimals--)
        number /= 10;
    for (; number < 1; decimals++)
        number *= 10;
    return decimals;
}

ll_view ll_decimal_grouped(ll_arena *arena, double number) {
    ll_buffer text = {.arena = arena, .most = TEXT_MOST};
    double size = number < 0 ? -number : number;
    if (number < 0)
        ll_buffer_add_byte(&text, '-');
    if (size != 0 && (size < LEAST_PLAIN || size >= MOST_PLAIN))
        add_power(&text, size);
    else if (size == (double)(unsigned long long)size)
        add_grouped(&text, (unsigned long long)size);
    else
        add_plain(&text, size, decimals_of(size));
    return ll_buffer_view(&text);
}

ll_view ll_decimal_counted(ll_arena *arena, uint32_t number, const char *word) {
    ll_buffer text = {.arena = arena, .most = TEXT_MOST};
    add_grouped(&text, number);
    ll_buffer_add_format(&text, " %s%s", word, number == 1 ? "" : "s");
    return ll_buffer_view(&text);
}
