/* writer: source lines with a mark under one place. */
#include <stdio.h>

#include "support.h"

#include "text/width.h"
#include "writer/excerpt.h"

static void assert_excerpt(ll_arena *arena, const char *line, size_t start, size_t end,
                           const char *text, const char *mark) {
    ll_excerpt excerpt = ll_excerpt_make(arena, ll_view_of(line), start, end, 40);
    assert_view(excerpt.text, text);
    assert_view(excerpt.mark, mark);
}

TEST(the_place_is_marked) {
    USE_ARENA;
    assert_excerpt(arena, "one two", 4, 7, "one two", "    ^~~");
    assert_excerpt(arena, "one two", 0, 1, "one two", "^");
    assert_excerpt(arena, "one", 3, 3, "one", "   ^");
    assert_excerpt(arena, "", 0, 0, "", "^");
    assert_excerpt(arena, "a  ", 0, 1, "a", "^");
}

TEST(wide_characters_take_two_cells) {
    USE_ARENA;
    /* Two characters of three bytes and two cells each stand before the dash. */
    assert_excerpt(arena, "漢字 — x", 7, 10, "漢字 — x", "     ^");
    assert_excerpt(arena, "漢字", 3, 6, "漢字", "  ^~");
    assert_excerpt(arena, "e\xCC\x81x", 3, 4, "e\xCC\x81x", " ^");
}

TEST(tabs_reach_to_the_next_stop) {
    USE_ARENA;
    assert_excerpt(arena, "\tx", 1, 2, "    x", "    ^");
    assert_excerpt(arena, "ab\tx", 3, 4, "ab  x", "    ^");
    assert_excerpt(arena, "\t\t", 1, 1, "", "    ^");
}

TEST(control_characters_are_shown_as_signs) {
    USE_ARENA;
    assert_excerpt(arena, "\x1b[1mx", 4, 5, "?[1mx", "    ^");
}

/* Whether the mark stands under `sign`, which is there once. */
static void assert_under(ll_excerpt excerpt, const char *sign) {
    size_t at = ll_view_find(excerpt.text, ll_view_of(sign), 0);
    assert_true(at != LL_VIEW_NONE);
    size_t cells = ll_width_of(ll_view_slice(excerpt.text, 0, at));
    assert_int_equal(ll_view_find_byte(excerpt.mark, '^', 0), cells);
}

TEST(long_lines_are_cut_around_the_place) {
    USE_ARENA;
    char line[401];
    const size_t places[] = {0, 20, 200, 399};
    for (size_t i = 0; i < 4; i++) {
        memset(line, 'a', 400);
        line[400] = '\0';
        line[places[i]] = '!';
        ll_excerpt excerpt = ll_excerpt_make(arena, ll_view_of(line), places[i], places[i] + 1, 40);
        assert_true(ll_width_of(excerpt.text) <= 40);
        assert_true(ll_width_of(excerpt.text) >= 30);
        assert_under(excerpt, "!");
        assert_int_equal(ll_view_starts(excerpt.text, LL_VIEW("…")), places[i] > 30);
        assert_int_equal(ll_view_ends(excerpt.text, LL_VIEW("…")), places[i] < 399);
    }
}

TEST(long_lines_of_wide_characters_are_cut_between_characters) {
    USE_ARENA;
    char line[3 * 100 + 1] = "";
    for (size_t i = 0; i < 100; i++)
        memcpy(line + 3 * i, i == 50 ? "—" : "漢", 3);
    ll_excerpt excerpt = ll_excerpt_make(arena, ll_view_of(line), 150, 153, 40);
    assert_true(ll_width_of(excerpt.text) <= 40);
    assert_under(excerpt, "—");
}

TEST(a_long_place_is_cut_too) {
    USE_ARENA;
    char line[401];
    memset(line, 'a', 400);
    line[400] = '\0';
    ll_excerpt excerpt = ll_excerpt_make(arena, ll_view_of(line), 100, 300, 40);
    assert_true(excerpt.mark.len <= 40);
    assert_int_equal(ll_view_find_byte(excerpt.mark, '^', 0), 13); /* a third of 38, an ellipsis */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_place_is_marked),
        cmocka_unit_test(wide_characters_take_two_cells),
        cmocka_unit_test(tabs_reach_to_the_next_stop),
        cmocka_unit_test(control_characters_are_shown_as_signs),
        cmocka_unit_test(long_lines_are_cut_around_the_place),
        cmocka_unit_test(long_lines_of_wide_characters_are_cut_between_characters),
        cmocka_unit_test(a_long_place_is_cut_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
