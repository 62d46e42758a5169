/* text: cells of characters. */
#include <stdio.h>

#include "support.h"

#include "text/width.h"

static void assert_step(ll_view text, size_t length, unsigned cells, bool control) {
    ll_cell_step step = ll_width_step(text, 0);
    assert_int_equal(step.length, length);
    assert_int_equal(step.cells, cells);
    assert_int_equal(step.control, control);
}

static void characters_have_cells(void **state) {
    (void)state;
    assert_step(LL_VIEW("a"), 1, 1, false);
    assert_step(LL_VIEW("—"), 3, 1, false);
    assert_step(LL_VIEW("漢"), 3, 2, false);
    assert_step(LL_VIEW("\xF0\x9F\x98\x80"), 4, 2, false); /* a face */
    assert_step(LL_VIEW("\xCC\x81"), 2, 0, false);         /* combining acute */
}

static void what_moves_a_terminal_is_control(void **state) {
    (void)state;
    assert_step(LL_VIEW("\x1b[31m"), 1, 1, true);
    assert_step(LL_VIEW("\x7f"), 1, 1, true);
    assert_step(LL_VIEW("\xC2\x9B"), 2, 1, true);     /* CSI in one character */
    assert_step(LL_VIEW("\xE2\x80\xAE"), 3, 1, true); /* right-to-left override */
    assert_step(LL_VIEW("\xFF"), 1, 1, true);
}

static void texts_add_up(void **state) {
    (void)state;
    assert_int_equal(ll_width_of(LL_VIEW("")), 0);
    assert_int_equal(ll_width_of(LL_VIEW("e\xCC\x81漢字.")), 6);
    /* As a terminal was seen to draw them: an astronaut is a woman and a rocket, a runner has a
     * sign behind; a joiner between letters joins no cells. */
    assert_int_equal(ll_width_of(LL_VIEW("👩\xE2\x80\x8D🚀.")), 3);
    assert_int_equal(ll_width_of(LL_VIEW("🏃\xE2\x80\x8D♂\xEF\xB8\x8F.")), 3);
    assert_int_equal(ll_width_of(LL_VIEW("a\xE2\x80\x8D"
                                         "b漢")),
                     4);
    assert_int_equal(ll_width_of(LL_VIEW("🇩🇪❤\xEF\xB8\x8F.")), 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_have_cells),
        cmocka_unit_test(what_moves_a_terminal_is_control),
        cmocka_unit_test(texts_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
