/* text: what every match of a pattern holds. */
#include "support.h"

#include "base/buffer.h"
#include "text/needs.h"

#include <stdio.h>

TEST(what_every_match_holds) {
    USE_ARENA;
    static const struct {
        const char *pattern, *expected; /* texts with a blank behind each */
    } rows[] = {
        {"abc", "abc "},
        {"ab?cde+f", "cde "},
        {"a*b", "b "},
        {"abc{0,2}", "ab "},
        {"ab{3}", "a "},
        {"\\bwe\\h+will+?", "will "},
        {"\\.\\.ab\\.", ".ab "},
        {"a\xE2\x80\x94?", "a "},
        {"a\xE2\x80\x94+", "a\xE2\x80\x94 "},
        {"(?:ab)?cd(ef|[)(]\\)gh)", "cd "},
        {"a(bcd|efg(?:h|i))", "bcd efg "},
        {"a(b(cde|fgh)|i(?>jkl))", "cde fgh jkl "},
        {"a(?i:BCD|e)f", "a "},
        {"a(bcd|)", "a "},
        {"a(bcd|\\w)", "a "},
        {"a(bcd|efg)?h", "a "},
        {"a(bcd|efg){0,2}h", "a "},
        {"a(bcd|efg)+h", "bcd efg "},
        {"a(?=bcd)(?!bcd)(?<=bcd)(?<!bcd)", "a "},
        {"a(?|bc|de)", "bc de "},
        {"a((((((bc))))))", "bc "},
        {"(?-i)ab", "ab "},
        {"(?i)(a|b(?-i)c)d|ef", "a b ef "},
        {"\\h*\\K[\xE2\x80\xA2\xE2\x96\xAA](?=\\h)", "\xE2\x80\xA2 \xE2\x96\xAA "},
        {"[ab]+", "a b "},
        {"[]a\\]]", "] a ] "},
        {"[ab]?c", "c "},
        {"[^ab]c", "c "},
        {"[a-c]d", "d "},
        {"[\\w.]d", "d "},
        {"[\\x{41}b]d", "d "},
        {"abcdefghi|[abcdefg]", "abcdefghi a b c d e f g "},
        {"[abcdefghi]", ""},
        {"ab|[abcdefgh]", ""},
        {"ab\\h|\\hcd", "ab cd "},
        {"ab|", ""},
        {"ab|\\h", ""},
        {"(?i)ab-c", "ab-c "},
        {"(?i)\xC3\x89-[\xC3\xA9]", "- "},
        {"(?i:x)ab-c", "ab-c "},
        {"(?i)[ab]", "a b "},
        {"(?i)[a\xC3\xA9]", ""},
        {"a.b^c$de", "de "},
        {"\\p{L}ab\\x{41}", "ab "},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ll_needs needs;
        ll_buffer found = {.arena = arena, .most = 1000};
        ll_needs_of(&needs, ll_view_of(rows[i].pattern));
        for (uint32_t k = 0; k < needs.count; k++)
            ll_buffer_add_format(&found, "%.*s ", LL_VIEW_ARG(needs.at[k]));
        if (!ll_view_equal(ll_buffer_view(&found), ll_view_of(rows[i].expected)))
            fail_msg("%s: %.*s", rows[i].pattern, LL_VIEW_ARG(ll_buffer_view(&found)));
    }
}

/* What may change the meaning of the rest, or is more than is read. */
TEST(nothing_is_known_of_what_is_not_read) {
    USE_ARENA;
    assert_non_null(arena);
    static const char *const patterns[] = {
        "\\Qa|b\\E", "(?x)ab c",      "(*UCP)ab",  "(?#()ab",     "a{2}{3}b",
        "a{,3}b",    "[[:alpha:]]ab", "\\x41b",    "\\pLab",      "(a)\\1b",
        "\\k<n>ab",  "(?P<n>c)ab",    "ab(?(1)a)", "[\\Qa]\\E]b", "(?s)ab",
        "",          "ab\\c[c",       "a(?P<n>b)", "(a{2}{3}b)",  "a((((((((bc))))))))",
        "a(?'n'b)"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        ll_needs needs;
        ll_needs_of(&needs, ll_view_of(patterns[i]));
        if (needs.count != 0)
            fail_msg("%s: %.*s", patterns[i], LL_VIEW_ARG(needs.at[0]));
    }
}

TEST(one_of_them_is_enough) {
    USE_ARENA;
    assert_non_null(arena);
    ll_needs needs;
    ll_needs_of(&needs, LL_VIEW("ab"));
    assert_true(ll_needs_met(&needs, LL_VIEW("cab"), 1));
    assert_false(ll_needs_met(&needs, LL_VIEW("cab"), 2));
    assert_false(ll_needs_met(&needs, LL_VIEW("ba"), 0));
    ll_needs_of(&needs, LL_VIEW("ab|cd"));
    assert_true(ll_needs_met(&needs, LL_VIEW("cd"), 0));
    assert_false(ll_needs_met(&needs, LL_VIEW("bc"), 0));
    assert_true(ll_needs_met(&needs, LL_VIEW("bc"), 1)); /* not asked there */
    ll_needs_of(&needs, LL_VIEW("\\w"));
    assert_true(ll_needs_met(&needs, LL_VIEW(""), 0));
}

TEST(another_text_stands_in_every_match) {
    USE_ARENA;
    assert_non_null(arena);
    static const struct {
        const char *pattern, *also;
    } rows[] = {
        {"&(?!x;)[a-z]+;", ";"}, {"ab.c", "c"},    {"a.bc", ""},   {"a.b.c", "c"},
        {"a.(b.c)", "b"},        {"a.(?:b)?", ""}, {"a.b*c?", ""}, {"a.b|c", ""},
        {"(a.b|c.d)e", "e"},     {"a.[bc]", ""},   {"a\\Q.b", ""}, {"a.(?=b)", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ll_needs needs;
        ll_needs_of(&needs, ll_view_of(rows[i].pattern));
        if (!ll_view_equal(needs.also, ll_view_of(rows[i].also)))
            fail_msg("%s: \"%.*s\"", rows[i].pattern, LL_VIEW_ARG(needs.also));
    }
    ll_needs needs;
    ll_needs_of(&needs, LL_VIEW("&\\w+;"));
    assert_true(ll_needs_met(&needs, LL_VIEW("a &amp; b"), 0));
    assert_false(ll_needs_met(&needs, LL_VIEW("a; b & c"), 3));
    assert_false(ll_needs_met(&needs, LL_VIEW("a & b"), 0));
    assert_false(ll_needs_met(&needs, LL_VIEW("a; b"), 0));
    ll_needs_of(&needs, LL_VIEW("(?i)x.s"));
    assert_true(ll_needs_met(&needs, LL_VIEW("X, \xC5\xBF"), 0));
    assert_true(ll_needs_met(&needs, LL_VIEW("X, S"), 0));
    assert_false(ll_needs_met(&needs, LL_VIEW("X"), 0));
}

/* In Unicode k and s have a third form each, which is no ASCII. */
TEST(letters_stand_in_either_case) {
    USE_ARENA;
    assert_non_null(arena);
    ll_needs needs;
    ll_needs_of(&needs, LL_VIEW("a(?i)sk|x"));
    assert_true(ll_needs_met(&needs, LL_VIEW("Ask"), 0));
    assert_true(ll_needs_met(&needs, LL_VIEW("aSK"), 0));
    assert_true(ll_needs_met(&needs, LL_VIEW("X"), 0));
    assert_true(ll_needs_met(&needs, LL_VIEW("a\xC5\xBFk"), 0));
    assert_true(ll_needs_met(&needs, LL_VIEW("as\xE2\x84\xAA"), 0));
    assert_false(ll_needs_met(&needs, LL_VIEW("a s k \xC5\xBE \xE2\x84\xA2"), 0));
    ll_needs_of(&needs, LL_VIEW("sk"));
    assert_false(ll_needs_met(&needs, LL_VIEW("SK \xC5\xBF"), 0));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_every_match_holds),
        cmocka_unit_test(nothing_is_known_of_what_is_not_read),
        cmocka_unit_test(one_of_them_is_enough),
        cmocka_unit_test(another_text_stands_in_every_match),
        cmocka_unit_test(letters_stand_in_either_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
