/* Numbers as lessons write them: thousands, powers of ten, K and million, per cent. */
#include "text/arithmetic_parts.h"

enum { DIGITS_MOST = 300, EXPONENT_MOST = 300 };

static char byte_at(ll_view text, size_t at) {
    return at < text.len ? text.ptr[at] : '\0';
}

static bool is_digit_at(ll_view text, size_t at) {
    return ll_is_digit(byte_at(text, at));
}

static bool stands_at(ll_view text, size_t at, const char *part) {
    return at < text.len && text.ptr[at] == part[0] &&
           ll_view_starts(ll_view_slice(text, at, text.len), ll_view_of(part));
}

size_t ll_math_blank(ll_view text, size_t at) {
    static const char *const blanks[] = {"\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF",
                                         "\xE2\x80\x8A"};
    if (at < text.len && ll_is_blank(text.ptr[at]))
        return 1;
    if (at >= text.len || (unsigned char)text.ptr[at] < 0x80)
        return 0;
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (stands_at(text, at, blanks[i]))
            return ll_view_of(blanks[i]).len;
    return 0;
}

double ll_math_factor(ll_view word) {
    static const struct {
        const char *word;
        double factor;
    } factors[] = {{"K", 1e3},        {"M", 1e6},       {"B", 1e9},       {"k", 1e3},
                   {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}};
    for (size_t i = 0; i < sizeof factors / sizeof *factors; i++)
        if (ll_view_equal(word, ll_view_of(factors[i].word)))
            return factors[i].factor;
    return 1;
}

/* The separator of thousands at `at` when exactly three digits follow it; 0 when there is none. */
static size_t group_mark(ll_view text, size_t at, ll_notation notation) {
    static const char *const marks[] = {",",
                                        "_",
                                        "\xE2\x80\xAF",
                                        "\xE2\x80\x89",
                                        "\xC2\xA0",
                                        /* of LaTeX: */ "{,}",
                                        "\\,",
                                        "\\\\,"};
    size_t count = notation == LL_NOTATION_MATH ? 8 : 5;
    for (size_t i = 0; i < count; i++) {
        size_t behind = at + ll_view_of(marks[i]).len;
        if (stands_at(text, at, marks[i]) && is_digit_at(text, behind) &&
            is_digit_at(text, behind + 1) && is_digit_at(text, behind + 2) &&
            !is_digit_at(text, behind + 3))
            return behind - at;
    }
    return 0;
}

static void add_digit(ll_math_token *token, char digit) {
    token->value = token->value * 10 + (digit - '0');
    if (token->digits > 0 || digit != '0')
        token->digits++;
}

static double power_of_ten(uint32_t exponent) {
    double power = 1;
    for (uint32_t i = 0; i < exponent; i++)
        power *= 10;
    return power;
}

static size_t read_whole(ll_view text, size_t at, ll_notation notation, ll_math_token *token) {
    size_t first = at;
    while (is_digit_at(text, at))
        add_digit(token, text.ptr[at++]);
    size_t mark = at > first && at - first <= 3 ? group_mark(text, at, notation) : 0;
    while (mark > 0) {
        token->grouped = true;
        at += mark;
        for (size_t end = at + 3; at < end; at++)
            add_digit(token, text.ptr[at]);
        mark = group_mark(text, at, notation);
    }
    return at;
}

static size_t read_fraction(ll_view text, size_t at, ll_math_token *token) {
    if (byte_at(text, at) != '.' || !is_digit_at(text, at + 1))
        return at;
    for (at++; is_digit_at(text, at); at++) {
        add_digit(token, text.ptr[at]);
        token->decimals++;
    }
    return at;
}

/* e-3, E6. */
static size_t read_exponent(ll_view text, size_t at, ll_math_token *token) {
    char sign = byte_at(text, at + 1);
    bool minus = sign == '-';
    size_t digits = at + 1 + (minus || sign == '+');
    uint32_t exponent = 0;
    size_t used = 0;
    if ((byte_at(text, at) != 'e' && byte_at(text, at) != 'E') || digits >= text.len ||
        !ll_view_number(ll_view_slice(text, digits, text.len), &exponent, &used) ||
        exponent > EXPONENT_MOST || ll_is_letter(byte_at(text, digits + used)))
        return at;
    double power = power_of_ten(exponent);
    token->value = minus ? token->value / power : token->value * power;
    token->step = minus ? token->step / power : token->step * power;
    return digits + used;
}

static size_t word_end(ll_view text, size_t at) {
    while (at < text.len && (ll_is_alnum(text.ptr[at]) || text.ptr[at] == '_'))
        at++;
    return at;
}

/* K, M, B at the number; million behind a blank. */
static size_t read_suffix(ll_view text, size_t at, ll_math_token *token) {
    size_t start = at, blank = ll_math_blank(text, at);
    if (blank > 0)
        start += blank;
    else if (byte_at(text, at) == '-')
        start++;
    size_t end = word_end(text, start);
    ll_view word = ll_view_slice(text, start < end ? start : end, end);
    double factor = word.len == 1 && start > at ? 1 : ll_math_factor(word);
    if (factor == 1)
        return at;
    token->factor = factor;
    token->value *= factor;
    token->step *= factor;
    return end;
}

static size_t read_percent(ll_view text, size_t at, ll_math_token *token) {
    static const char *const signs[] = {"%", "\\%", "\\\\%", "percent", "per cent"};
    size_t start = at + ll_math_blank(text, at);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (!stands_at(text, start, signs[i]))
            continue;
        token->percent = true;
        token->value /= 100;
        token->step /= 100;
        return start + ll_view_of(signs[i]).len;
    }
    return at;
}

/* A version, a clock time, a ratio, a decimal comma, a number with a leading zero: no value. */
static bool goes_on(ll_view text, size_t start, size_t end) {
    char next = byte_at(text, end);
    if ((next == '.' || next == ',' || next == ':') && is_digit_at(text, end + 1))
        return true;
    return byte_at(text, start) == '0' && is_digit_at(text, start + 1);
}

size_t ll_math_number(ll_view text, size_t at, ll_notation notation, ll_math_token *token) {
    token->kind = LL_MATH_NUMBER;
    token->factor = 1;
    size_t end = read_fraction(text, read_whole(text, at, notation, token), token);
    if (goes_on(text, at, end) || end - at > DIGITS_MOST) {
        token->kind = LL_MATH_NAME;
        while (is_digit_at(text, end) ||
               (is_digit_at(text, end + 1) && strchr(".,:", byte_at(text, end)) && end < text.len))
            end++;
        return end;
    }
    token->step = 1 / power_of_ten(token->decimals);
    token->value /= power_of_ten(token->decimals);
    size_t exponent = read_exponent(text, end, token);
    if (exponent != end)
        return exponent;
    size_t suffix = read_suffix(text, end, token);
    return suffix != end ? suffix : read_percent(text, end, token);
}
