/* tsx: hostile input of every kind takes linear time, and nesting has a limit. */
#include "tsx_support.h"

static ll_view repeated(ll_arena *arena, const char *piece, size_t count) {
    size_t length = strlen(piece);
    char *text = ll_arena_alloc(arena, length * count + 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * length, piece, length);
    return (ll_view){text, length * count};
}

TEST(hostile_input_takes_linear_time) {
    USE_ARENA;
    static const char *const pieces[] = {"<a>", "(",  "{",     "[",    "`${", "a<",  "a<b<",
                                         "=/[", "<",  "a<{b:", "?:",   "'a'", "x=>", "<a b={",
                                         "a?",  "((", "<a b=", "a<[b", "@",   "/*"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        ll_arena *each = ll_arena_new(ARENA_MOST);
        parse_view(each, repeated(arena, pieces[i], (size_t)3000000 / strlen(pieces[i])));
        ll_arena_free(each);
    }
}

TEST(nesting_has_a_limit) {
    USE_ARENA;
    ll_view open = repeated(arena, "<a>", 100000), close = repeated(arena, "</a>", 100000);
    ll_view text = ll_arena_format(arena, "%.*s%.*s", LL_VIEW_ARG(open), LL_VIEW_ARG(close));
    ll_tsx *tsx = parse_view(arena, text);
    assert_null(tsx->fault);
    assert_int_equal(tsx->nodes.len, 100000);
    assert_int_equal(tsx->nodes.at[0].end, 700000);
    tsx = parse_view(arena, repeated(arena, "(", LL_TSX_DEPTH_MOST + 1));
    assert_string_equal(tsx->fault, "more than 1000000 levels of nesting");
    assert_int_equal(tsx->fault_offset, LL_TSX_DEPTH_MOST);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_input_takes_linear_time),
        cmocka_unit_test(nesting_has_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
