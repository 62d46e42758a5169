/* text: numbers with decimals. */
#include <stdio.h>

#include "support.h"

#include "text/decimal.h"

TEST(decimals_are_as_short_as_they_can_be) {
    USE_ARENA;
    assert_view(ll_decimal_short(arena, 0.25), "0.25");
    assert_view(ll_decimal_short(arena, 0.625), "0.63");
    assert_view(ll_decimal_short(arena, 3), "3");
    assert_view(ll_decimal_short(arena, 0.5), "0.5");
    assert_view(ll_decimal_short(arena, 100), "100");
    assert_view(ll_decimal_short(arena, 0), "0");
}

TEST(scores_have_two_decimals) {
    USE_ARENA;
    assert_view(ll_decimal_fixed(arena, 0.5), "0.50");
    assert_view(ll_decimal_fixed(arena, 1), "1.00");
    assert_view(ll_decimal_fixed(arena, 0.125), "0.13");
    assert_view(ll_decimal_fixed(arena, 2.0 / 3), "0.67");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decimals_are_as_short_as_they_can_be),
        cmocka_unit_test(scores_have_two_decimals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
