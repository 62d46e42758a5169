/* tsx: entities of JSX and escapes of JavaScript. */
#include <stdio.h>

#include "tsx_support.h"

#include "text/entities.h"
#include "tsx/decode.h"

static void assert_decoded(ll_arena *arena, void (*decode)(ll_buffer *out, ll_view text),
                           const char *text, const char *expected) {
    ll_buffer out = {.arena = arena, .most = 4096};
    decode(&out, ll_view_of(text));
    assert_view(ll_buffer_view(&out), expected);
}

#define JSX(text, expected) assert_decoded(arena, ll_decode_jsx_text, text, expected)
#define JS(text, expected) assert_decoded(arena, ll_decode_javascript_text, text, expected)

TEST(entities) {
    USE_ARENA;
    JSX("a&mdash;b", "a\xE2\x80\x94"
                     "b");
    JSX("&lt;&gt;&amp;&quot;&apos;", "<>&\"'");
    JSX("&nbsp;&sup2;&AElig;&zwj;&thetasym;", "\xC2\xA0\xC2\xB2\xC3\x86\xE2\x80\x8D\xCF\x91");
    JSX("&#8212;&#x2014;&#x2F;&#x2f;", "\xE2\x80\x94\xE2\x80\x94//");
    JSX("&#128512;&#x1F600;", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80");
}

TEST(what_is_no_entity_stands_for_itself) {
    USE_ARENA;
    JSX("a & b && c &", "a & b && c &");
    JSX("&mdash b &mdash", "&mdash b &mdash");
    JSX("&check;&NotEqualTilde;&fjlig;", "&check;&NotEqualTilde;&fjlig;"); /* HTML5, not JSX */
    JSX("&Mdash;&;&#;&#x;&#xg;&#12a;", "&Mdash;&;&#;&#x;&#xg;&#12a;");
    JSX("&#X2014;", "&#X2014;");
    JSX("&#1114112;&#99999999999999999999;", "&#1114112;&#99999999999999999999;");
    JSX("\\u2014 \\n", "\\u2014 \\n");
    JSX("&amp;mdash;", "&mdash;");
}

TEST(surrogates) {
    USE_ARENA;
    JSX("&#55357;&#56832;", "\xF0\x9F\x98\x80");
    JSX("&#xD83D;x", "\xEF\xBF\xBDx");
    JS("\\uD83D\\uDE00", "\xF0\x9F\x98\x80");
    JS("\\uD800\\uDC00 \\uDBFF\\uDFFF", "\xF0\x90\x80\x80 \xF4\x8F\xBF\xBF");
    JS("\\u{D83D}\\uDE00", "\xF0\x9F\x98\x80");
    JS("\\uDE00\\uD83D", "\xEF\xBF\xBD\xEF\xBF\xBD");
    JS("\\uD83D", "\xEF\xBF\xBD");
}

TEST(escapes) {
    USE_ARENA;
    JS("a\\nb\\tc\\r\\b\\f\\v", "a\nb\tc\r\b\f\v");
    JS("it\\'s \\\"a\\\" \\`b\\` \\\\ \\$", "it's \"a\" `b` \\ $");
    JS("\\u2014 \\u{2014} \\u{1F600} \\x41", "\xE2\x80\x94 \xE2\x80\x94 \xF0\x9F\x98\x80 A");
    JS("a\\\nb\\\r\nc\\\rd\\\xE2\x80\xA8"
       "e",
       "abcde");
    JS("\\d\\\xC3\xA9", "d\xC3\xA9");
    JS("a&mdash;b", "a&mdash;b");
}

TEST(broken_escapes_stand_for_themselves) {
    USE_ARENA;
    JS("\\", "\\");
    JS("\\u", "\\u");
    JS("\\u20", "\\u20");
    JS("\\u{", "\\u{");
    JS("\\u{}", "\\u{}");
    JS("\\u{110000}", "\\u{110000}");
    JS("\\xg0", "\\xg0");
}

TEST(single_steps) {
    (void)context;
    ll_decoded one = ll_decode_jsx(LL_VIEW("x&hellip;"), 1);
    assert_int_equal(one.length, 8);
    assert_int_equal(one.count, 1);
    assert_int_equal(one.codes[0], 0x2026);
    assert_true(one.encoded);
    one = ll_decode_jsx(LL_VIEW("\xE2\x80\x94"), 0);
    assert_int_equal(one.length, 3);
    assert_int_equal(one.codes[0], 0x2014);
    assert_false(one.encoded);
    one = ll_decode_javascript(LL_VIEW("\\\n"), 0);
    assert_int_equal(one.length, 2);
    assert_int_equal(one.count, 0);
    assert_true(one.encoded);
    one = ll_decode_javascript(LL_VIEW("\\0"), 0);
    assert_int_equal(one.length, 2);
    assert_int_equal(one.codes[0], 0);
    assert_true(one.encoded);
}

TEST(the_table_is_sorted_and_every_name_is_found) {
    USE_ARENA;
    for (size_t i = 0; i < LL_ENTITY_COUNT; i++) {
        if (i > 0)
            assert_true(strcmp(ll_entities[i - 1].name, ll_entities[i].name) < 0);
        ll_view text = ll_arena_format(arena, "&%s;", ll_entities[i].name);
        ll_decoded one = ll_decode_jsx(text, 0);
        assert_int_equal(one.codes[0], ll_entities[i].code);
        assert_int_equal(one.length, text.len);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entities),
        cmocka_unit_test(what_is_no_entity_stands_for_itself),
        cmocka_unit_test(surrogates),
        cmocka_unit_test(escapes),
        cmocka_unit_test(broken_escapes_stand_for_themselves),
        cmocka_unit_test(single_steps),
        cmocka_unit_test(the_table_is_sorted_and_every_name_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
