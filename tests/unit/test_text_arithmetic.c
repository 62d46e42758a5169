/* text: equations of numbers. */
#include <stdio.h>
#include <stdlib.h>

#include "support.h"

#include "base/buffer.h"
#include "text/arithmetic_parts.h"
#include "text/decimal.h"

typedef struct judged {
    char text[256]; /* one letter a relation: t(rue), f(alse) */
    ll_equation last;
} judged;

static void note(void *context, const ll_equation *equation) {
    judged *seen = context;
    size_t len = strlen(seen->text);
    if (len + 1 < sizeof seen->text)
        seen->text[len] = equation->holds ? 't' : 'f';
    seen->last = *equation;
}

static judged judge(ll_arena *arena, const char *text, ll_notation notation) {
    judged seen = {0};
    ll_arithmetic_each(ll_arithmetic_new(arena), ll_view_of(text), notation, note, &seen);
    return seen;
}

typedef struct row {
    const char *text;
    const char *expected;
} row;

static void check_rows(ll_arena *arena, const row *rows, size_t count, ll_notation notation) {
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        judged seen = judge(arena, rows[i].text, notation);
        if (strcmp(seen.text, rows[i].expected) == 0)
            continue;
        print_error("\"%s\": \"%s\", expected \"%s\"\n", rows[i].text, seen.text, rows[i].expected);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

#define CHECK(rows, notation) check_rows(arena, rows, sizeof(rows) / sizeof *(rows), notation)

TEST(operators_and_their_precedence) {
    USE_ARENA;
    static const row rows[] = {
        {"3 + 4 = 7", "t"},       {"3 + 4 = 8", "f"},           {"2 + 3 × 4 = 14", "t"},
        {"2 + 3 × 4 = 20", "f"},  {"(2 + 3) × 4 = 20", "t"},    {"[2 + 3] · 4 = 21", "f"},
        {"20 − 5 − 5 = 10", "t"}, {"20 - 5 - 5 = 20", "f"},     {"24 / 4 / 2 = 3", "t"},
        {"24 ÷ 4 * 2 = 12", "t"}, {"24 / 4 * 2 = 4", "f"}, /* half a unit does not reach from 12 */
        {"2^10 = 1,024", "t"},    {"2**10 = 1023", "f"},        {"3² + 3² = 18", "t"},
        {"3² + 4² = 26", "f"},    {"2 × 10⁻³ = 0.002", "t"},    {"6 × 10^-3 = 0.06", "f"},
        {"5 + (−3) = 2", "t"},    {"5 - -3 = 8", "t"},          {"−6 + 3 = −4", "f"},
        {"2(3 + 4) = 14", "t"},   {"(1 + 2)(3 + 4) = 20", "f"}, {"7 = 3 + 4", "t"},
        {"8 = 3 + 4", "f"},       {"3 × 4 = 2 × 6", "t"},       {"3 × 4 = 2 × 7", "f"},
        {"3 + 4 == 8", "f"},      {"1 − 1/2 − 1/4 = 1/4", "t"},
    };
    CHECK(rows, LL_NOTATION_PROSE);
}

TEST(chains_have_a_judgement_for_each_relation) {
    USE_ARENA;
    static const row rows[] = {
        {"2 + 2 = 4 = 8 / 2", "tt"},        {"2 + 2 = 4 = 5", "tf"},
        {"2 + 2 = 2 × 2 = 5", "tf"},        {"22 / 7 = 3.142857 ≈ 3.14", "tt"},
        {"y = 2 × 3 + 1 = 8", "f"},         {"4 = 5", ""}, /* no calculation: a name may be meant */
        {"2 × 8 = 16 bits = 2 bytes", "t"},
    };
    CHECK(rows, LL_NOTATION_PROSE);
}

TEST(numbers_as_they_are_written) {
    USE_ARENA;
    static const row rows[] = {
        {"4,096 × 4,096 = 16,777,216", "t"},
        {"4,096 × 4,096 = 16.8 million", "t"},
        {"4,096 × 4,096 = 16.7 million", "f"},
        {"4,096 × 4,096 = 16.8M", "t"},
        {"4,096 × 4,096 = 16M", "t"}, /* a whole unit without decimals */
        {"4,096 × 4,096 = 18M", "f"},
        {"64 × 1,024 = 64K", "t"}, /* K of 1,024 */
        {"3 × 5 = 15B", "t"},      /* bytes */
        {"3 × 5 = 17B", "f"},
        {"2 × 3 billion = 6 billion", "t"},
        {"2 × 3 billion = 9 billion", "f"},
        {"50% × 8 = 4", "t"},
        {"12 / 48 = 25%", "t"},
        {"12 / 48 = 35%", "f"},
        {"12 / 48 × 100 = 25%", "t"},
        {"100% − 20% = 80%", "t"},
        {"100% − 20% = 70%", "f"},
        {"80 percent − 20 percent = 60 percent", "t"},
        {"6 × 7 = 41 of them", "f"},
        {"6 × 7 = 42 of those", "t"},
        {"6 × 7 = 41 of 50", ""},
        {"50 + 10% = 55", ""}, /* of what? */
        {"$3.50 + $2.25 = $5.85", "f"},
        {"90° + 45° = 145°", "f"},
        {".5 + .25 = .75", "t"},
        {"1e-3 × 5 = 0.006", "f"},
        {"2.5e6 / 5 = 500,000", "t"},
        {"1_000 × 3 = 4_000", "f"},
        {"12\xE2\x80\xAF"
         "288 × 2 = 24\xC2\xA0"
         "576",
         "t"},
        {"0.1 + 0.2 = 0.30000000000000004", "t"},
        {"2^64 = 18,446,744,073,709,551,616", "t"},
    };
    CHECK(rows, LL_NOTATION_PROSE);
}

TEST(rounding) {
    USE_ARENA;
    static const row rows[] = {
        {"2 / 3 = 0.67", "t"},
        {"2 / 3 = 0.66", "f"},
        {"2 / 3 = 0.666…", "t"},
        {"2 / 3 = 0.666...", "t"},
        {"10 / 4 = 2", "t"}, /* half a unit, the bound included */
        {"10 / 4 = 3", "t"},
        {"10 / 4 = 4", "f"},
        {"235 / 1.5 ≈ 157", "t"},
        {"100 × 1.05 ≈ 100", "t"}, /* 5 % of the larger side, and rounding */
        {"100 × 1.07 ≈ 100", "f"},
        {"3 × 4 ~ 12.4", "t"},
        {"3 × 4 ~ 15", "f"},
        {"3 × 4 = ~12.4", "t"},
        {"0.333 × 3 = 1", "t"},
        {"0.333 × 3 = 1.000", "t"}, /* 0.333 may be rounded */
        {"0.5 × 4 = 2.1", "f"},
    };
    CHECK(rows, LL_NOTATION_PROSE);
}

TEST(incomplete_sides_are_left_alone) {
    USE_ARENA;
    static const row rows[] = {
        {"log 100 + 1 = 3", ""},
        {"Here max 3 + 4 = 8", ""},
        {"Not 2 + 3 × 4 = 20 but 14.", ""},
        {"it is not 2 + 2 = 5", ""},
        {"The logs 100 + 1 = 3", "f"},
        {"n × 3 = 12", ""},
        {"x - 3 = 5", ""},
        {"n 3 + 4 = 9", ""},
        {"f(3) + 1 = 9", ""},
        {"max(3, 4) + 1 = 9", ""},
        {"√16 + 1 = 6", ""},
        {"√ 16 + 1 = 6", ""},
        {"\xEF\xBF\xBC × 3 + 4 = 9", ""},
        {"3 + 4 = 9\xEF\xBF\xBC", ""},
        {"3 × 4 = 5x", ""},
        {"3 × 4 = 5 + x", ""},
        {"3 × 4 = 5 × n", ""},
        {"1 + 2 + … + 10 = 56", ""},
        {"1 + 2 + ... + 10 = 56", ""},
        {"5! + 1 = 7", ""},
        {"3 × 4 bytes = 13", ""},
        {"3 bytes × 4 = 13", ""},
        {"images (512×512) = 4", ""},
        {"five times 3 + 4 = 8", ""},
        {"3 + 4 = 2 times 4", ""},
        {"3 × 20 = 1 or 2", ""},
        {"Is 3 × 4 = 13?", ""},
        {"9 + 5 = 2 (mod 12)", ""},
        {"7 % 3 = 2", ""},
        {"7 // 2 + 1 = 9", ""},
    };
    CHECK(rows, LL_NOTATION_PROSE);
}

TEST(other_meanings_are_left_alone) {
    USE_ARENA;
    static const row rows[] = {
        {"512x512 + 1 = 3", ""},
        {"512×512 = 64×64", ""},
        {"3-5 = 2", ""},
        {"2–3 = 4", ""},
        {"1 + 1 = 10", ""},
        {"101 + 11 = 1000", ""},
        {"10 × 10 = 1000", "f"},
        {"10:30 + 1 = 12", ""},
        {"1.2.3 + 1 = 9", ""},
        {"3,5 + 1 = 9", ""},
        {"1 1/2 + 1 = 9", ""},
        {"2024-01-02 + 1 = 9", ""},
        {"-3² = 9", ""},
        {"8 / 2(4) = 1", ""},
        {"2^3^2 = 64", ""},
        {"5 / 0 = 9", ""},
        {"60 × 90 = 1.5 hours", ""},
        {"2,048 × 4 = 8 KB", ""},
        {"14 + 14 + 56 = 85 GB", "f"},
        {"3 + 4 != 8", ""},
        {"3 + 4 <= 8", ""},
        {"- 3 + 4 = 8", ""},
        {"7 ± 2 = 8", ""},
    };
    CHECK(rows, LL_NOTATION_PROSE);
}

TEST(sentences_around_equations) {
    USE_ARENA;
    static const row rows[] = {
        {"a clear tone of 44,100 - 30,000 = 14,100 Hz, shrill", "t"},
        {"The slope is −6, and 0 − 0.15 × (−6) = 0.8.", "f"},
        {"(3 + 4 = 8)", "f"},
        {"so (3 + 4) × 2 = 15 in all", "f"},
        {"It holds 12 (3 × 4 = 13).", "f"},
        {"= 12 (that is 3 × 4)", ""},
        {"3 × 4 = 13 (not 12)", "f"},
        {"Step 2: 3 × 4 = 13, and 5 × 2 = 11; done", "ff"},
        {"“3 × 4 = 13”", "f"},
        {"first—3 × 4 = 13—then", "f"},
        {"0.7 − 0.3 = 0.5 > 0", "f"},
        {"w = 0.9 + 0.63 = 1.52", "f"},
        {"A 3 × 4 = 13", "f"},
    };
    CHECK(rows, LL_NOTATION_PROSE);
}

TEST(latex) {
    USE_ARENA;
    static const row rows[] = {
        {"4{,}096 \\times 4{,}096 = 16{,}777{,}216", "t"},
        {"2 \\cdot \\tfrac{4}{5} \\cdot 15 = 24", "t"},
        {"2 \\cdot \\tfrac{4}{5} \\cdot 15 = 25", "f"},
        {"\\frac{1}{3} \\approx 0.33", "t"},
        {"7\\text{B} \\times 2 = 14\\text{ GB}", ""},
        {"124\\text{M} \\times 4 = 496\\,\\mathrm{MB}", ""},
        {"7 \\times 2 = 15\\text{ GB}", "f"},
        {"7 \\times 2000 = 14\\text{ cards}", "f"},
        {"\\frac{1 + 2}{3 + 4} = 0.53", "f"},
        {"\\frac{1}{3}(-6-20-42) = -22.67", "t"},
        {"\\frac{\\frac{1}{2}}{4} = 0.125", "t"},
        {"\\left(3 + 4\\right) \\cdot 2 = 15", "f"},
        {"2^{10} = 1{,}024", "t"},
        {"2^{-3} = 0.125", "t"},
        {"210\\,000 \\times 2 = 420\\,000", "t"},
        {"\\\\tfrac{3}{5} \\\\cdot 15 = 8", "f"}, /* in a string of JavaScript */
        {"50\\% \\times 8 = 5", "f"},
        {"3 \\times 4 = 13 \\text{ N}", "f"},
        {"4{,}096 \\times 4{,}096 = 16.8 \\text{ million}", "t"},
        {"4{,}096 \\times 4{,}096 = 18 \\text{ million}", "f"},
        {"3 \\times 4 = 13 \\quad\\Rightarrow\\quad C = 12", "f"},
        {"3 + 4 &= 7 \\\\ 5 + 6 &= 12", "tf"},
        {"\\bar\\alpha_{1000} + 1 = 0.0002", ""},
        {"24 \\cdot 6 - C \\cdot 12 = 0", ""},
        {"r \\cdot 1536 = 768^2", ""},
        {"x 3 + 4 = 9", ""},
        {"\\sqrt{16} + 1 = 6", ""},
        {"\\log 3 + 4 = 9", ""},
        {"3 + 4 = 9x", ""},
        {"3 + 4 = 9 x", ""},
        {"3! + 4 = 9", ""},
        {"9 + 5 = 2 \\pmod{12}", ""},
        {"1 + 2 + \\cdots + 10 = 56", ""},
        {"\\frac12 + 1 = 9", ""},
    };
    CHECK(rows, LL_NOTATION_MATH);
}

TEST(an_equation_knows_its_sides) {
    USE_ARENA;
    judged seen = judge(arena, "say 2 × 3 = 7.", LL_NOTATION_PROSE);
    assert_view(seen.last.left, "2 × 3");
    assert_view(seen.last.right, "7");
    assert_int_equal(seen.last.start, 4);
    assert_int_equal(seen.last.end, 14);
    assert_true(seen.last.left_counts);
    assert_true(seen.last.left_value == 6 && seen.last.right_value == 7);
    assert_false(judge(arena, "7 = 2 × 3", LL_NOTATION_PROSE).last.left_counts);
}

TEST(hostile_texts_end) {
    USE_ARENA;
    static const char *const parts[] = {"(", "1=",      "(1+", "1+", "\\frac{", "=",    "1(", "2^",
                                        "-", "\\text{", "1,",  "²",  ")",       "(1=1", "{,}"};
    enum { TIMES = 20000, LONGEST = 8 };
    char *text = malloc((size_t)TIMES * LONGEST + 1);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t len = 0;
        for (int j = 0; j < TIMES; j++, len += strlen(parts[i]))
            memcpy(text + len, parts[i], strlen(parts[i]));
        text[len] = '\0';
        judge(arena, text, LL_NOTATION_PROSE);
        judge(arena, text, LL_NOTATION_MATH);
    }
    free(text);
}

/* "1=1 1=1 …" of as many tokens as are read, and the last equation of it. */
TEST(a_text_is_read_up_to_its_limit) {
    USE_ARENA;
    static const char equation[] = "1=1 ", sum[] = "+1=2";
    enum { TOKENS = 3, EQUATIONS = LL_ARITHMETIC_TOKENS_MOST / TOKENS };
    char *text = ll_arena_alloc(arena, EQUATIONS * strlen(equation) + sizeof sum);
    for (size_t i = 0; i < EQUATIONS; i++)
        memcpy(text + i * strlen(equation), equation, strlen(equation));
    memcpy(text + EQUATIONS * strlen(equation), sum, sizeof sum);
    ll_math_tokens tokens = {0};
    ll_math_read(arena, ll_view_of(text), LL_NOTATION_PROSE, &tokens);
    assert_int_equal(tokens.len, LL_ARITHMETIC_TOKENS_MOST + 1);
    assert_int_equal(tokens.at[tokens.len - 2].kind, LL_MATH_OPERATOR);
    assert_int_equal(tokens.at[tokens.len - 1].kind, LL_MATH_NAME);
    text[strlen(text) - strlen(sum) + 1] = '\0';
    ll_math_read(arena, ll_view_of(text), LL_NOTATION_PROSE, &tokens);
    assert_int_equal(tokens.len, LL_ARITHMETIC_TOKENS_MOST);
}

/* COUNT times a piece, the middle, and COUNT times the other piece; then "=", and the result. */
static const char *between(ll_arena *arena, size_t count, const char *before, const char *middle,
                           const char *behind, const char *result) {
    ll_buffer text = {.arena = arena, .most = 10000};
    for (size_t i = 0; i < count; i++)
        ll_buffer_add_cstring(&text, before);
    ll_buffer_add_cstring(&text, middle);
    for (size_t i = 0; i < count; i++)
        ll_buffer_add_cstring(&text, behind);
    ll_buffer_add_format(&text, "=%s%c", result, '\0');
    return ll_buffer_view(&text).ptr;
}

/* "−1+1+1…": the sign, a one, and two tokens for each further one. */
TEST(a_side_has_a_limit) {
    USE_ARENA;
    const size_t ones = (LL_ARITHMETIC_SIDE_MOST - 2) / 2;
    const row rows[] = {{between(arena, ones, "", "−1", "+1", "126"), "t"},
                        {between(arena, ones, "", "−1", "+1", "9"), "f"},
                        {between(arena, ones + 1, "", "−1", "+1", "9"), ""},
                        {between(arena, ones + 1, "", "1", "+1", "9"), ""}};
    CHECK(rows, LL_NOTATION_PROSE);
}

TEST(brackets_have_a_limit) {
    USE_ARENA;
    const row rows[] = {{between(arena, LL_ARITHMETIC_DEPTH_MOST, "(", "1+1", ")", "9"), "f"},
                        {between(arena, LL_ARITHMETIC_DEPTH_MOST + 1, "(", "1+1", ")", "9"), ""}};
    CHECK(rows, LL_NOTATION_PROSE);
    /* A fraction counts, and so does each of its groups: 31 of them, and two or three brackets. */
    enum { FRACTIONS = LL_ARITHMETIC_DEPTH_MOST / 2 - 1 };
    const row fractions[] = {{between(arena, FRACTIONS, "\\frac{", "((4))", "}{1}", "9"), "f"},
                             {between(arena, FRACTIONS, "\\frac{", "(((4)))", "}{1}", "9"), ""}};
    CHECK(fractions, LL_NOTATION_MATH);
}

TEST(grouped_decimals) {
    USE_ARENA;
    static const struct {
        double number;
        const char *text;
    } rows[] = {{0, "0"},
                {16777216, "16,777,216"},
                {-2.5, "-2.5"},
                {1.0 / 3, "0.333333"},
                {1234.5678, "1,234.57"},
                {0.00945, "0.00945"},
                {0.00002, "2 × 10^-5"},
                {18446744073709551616.0, "1.845 × 10^19"},
                {999999.7, "1,000,000"},
                {1000, "1,000"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_view(ll_decimal_grouped(arena, rows[i].number), rows[i].text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(operators_and_their_precedence),
        cmocka_unit_test(chains_have_a_judgement_for_each_relation),
        cmocka_unit_test(numbers_as_they_are_written),
        cmocka_unit_test(rounding),
        cmocka_unit_test(incomplete_sides_are_left_alone),
        cmocka_unit_test(other_meanings_are_left_alone),
        cmocka_unit_test(sentences_around_equations),
        cmocka_unit_test(latex),
        cmocka_unit_test(an_equation_knows_its_sides),
        cmocka_unit_test(hostile_texts_end),
        cmocka_unit_test(a_text_is_read_up_to_its_limit),
        cmocka_unit_test(a_side_has_a_limit),
        cmocka_unit_test(brackets_have_a_limit),
        cmocka_unit_test(grouped_decimals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
