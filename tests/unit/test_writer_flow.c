/* writer: lines for a terminal, broken between words. */
#include <stdio.h>

#include "support.h"

#include "writer/flow.h"

#define USE_FLOW(...)                                                                              \
    ll_buffer text = {.arena = arena, .most = 10000};                                              \
    ll_flow flow = {.out = &text, __VA_ARGS__}

static void add(ll_flow *flow, const char *part) {
    ll_flow_add(flow, LL_STYLE_PLAIN, ll_view_of(part));
}

TEST(lines_end_at_blanks) {
    USE_ARENA;
    USE_FLOW(.width = 10, .indent = 2);
    add(&flow, "one two ");
    add(&flow, "three");
    add(&flow, "four five-six-seven-eight nine");
    ll_flow_end(&flow);
    add(&flow, "next");
    assert_view(ll_buffer_view(&text),
                "one two\n  threefour\n  five-six-seven-eight\n  nine\nnext");
}

/* Ten cells are a full line, eleven are not. */
TEST(a_line_may_be_full) {
    USE_ARENA;
    USE_FLOW(.width = 10, .indent = 1);
    add(&flow, "12345 7890");
    ll_flow_end(&flow);
    add(&flow, "12345 78901");
    assert_view(ll_buffer_view(&text), "12345 7890\n12345\n 78901");
}

TEST(wide_characters_take_two_cells) {
    USE_ARENA;
    USE_FLOW(.width = 10);
    add(&flow, "漢字漢 字字");
    ll_flow_end(&flow);
    add(&flow, "漢字 字e\xCC\x81 x");
    assert_view(ll_buffer_view(&text), "漢字漢\n字字\n漢字 字e\xCC\x81 x");
}

TEST(without_a_width_nothing_is_broken) {
    USE_ARENA;
    USE_FLOW(.indent = 4);
    add(&flow, "a  b ");
    add(&flow, "c");
    ll_flow_end(&flow);
    assert_view(ll_buffer_view(&text), "a  b c\n");
}

TEST(styles_are_there_when_asked_for) {
    USE_ARENA;
    USE_FLOW(.width = 10, .color = true);
    ll_flow_add(&flow, LL_STYLE_BOLD, LL_VIEW("a\x1B b"));
    add(&flow, " c");
    assert_view(ll_buffer_view(&text), "\x1b[1ma?\x1b[0m \x1b[1mb\x1b[0m c");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_at_blanks),
        cmocka_unit_test(a_line_may_be_full),
        cmocka_unit_test(wide_characters_take_two_cells),
        cmocka_unit_test(without_a_width_nothing_is_broken),
        cmocka_unit_test(styles_are_there_when_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
