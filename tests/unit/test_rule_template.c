/* rule: expanding and checking templates. */
#include <stdio.h>

#include "support.h"

#include "rule/template.h"

static const ll_value values[] = {{"tag", LL_VIEW_INIT("summary")},
                                  {"count", LL_VIEW_INIT("{tag}")},
                                  {"empty", LL_VIEW_INIT("")}};

static void assert_expands(ll_arena *arena, const char *text, const char *expected) {
    assert_view(ll_template_expand(arena, ll_view_of(text), values, 3), expected);
}

TEST(placeholders_are_replaced) {
    USE_ARENA;
    assert_expands(arena, "`{tag}` and {tag}", "`summary` and summary");
    assert_expands(arena, "{count}", "{tag}"); /* a value is never expanded again */
    assert_expands(arena, "a{empty}b", "ab");
    assert_expands(arena, "", "");
    assert_expands(arena, "\xE2\x80\x9C{tag}\xE2\x80\x9D", "\xE2\x80\x9Csummary\xE2\x80\x9D");
}

TEST(doubled_braces_are_literal) {
    USE_ARENA;
    assert_expands(arena, "items={{['a']}}", "items={['a']}");
    assert_expands(arena, "{{tag}}", "{tag}");
    assert_expands(arena, "{{{tag}}}", "{summary}");
    assert_expands(arena, "{{' '}}", "{' '}");
}

TEST(what_is_no_placeholder_stays) {
    USE_ARENA;
    assert_expands(arena, "{other} { } {", "{other} { } {");
    assert_expands(arena, "} {a b}", "} {a b}");
    assert_expands(arena, "{other|a|b} {tag|a} {|a|b}", "{other|a|b} {tag|a} {|a|b}");
}

TEST(words_go_with_their_number) {
    USE_ARENA;
    static const ll_value numbers[] = {
        {"one", LL_VIEW_INIT("1")}, {"none", LL_VIEW_INIT("0")}, {"many", LL_VIEW_INIT("1,001")}};
    assert_view(ll_template_expand(arena,
                                   LL_VIEW("{one|row|rows}, {none|child|children}, {many|a|b c}."),
                                   numbers, 3),
                "1 row, 0 children, 1,001 b c.");
}

TEST(values_become_one_line_of_text) {
    USE_ARENA;
    static const ll_value name[] = {{"tag", LL_VIEW_INIT("a\n\rb\t\xFF\xE2\x80—")}};
    assert_view(ll_template_expand(arena, LL_VIEW("x\n{tag}"), name, 1), "x\na  b\t???—");
}

TEST(long_values_are_cut_at_a_character) {
    USE_ARENA;
    char text[2 * LL_TEMPLATE_VALUE_MOST];
    for (size_t i = 1; i + 1 < sizeof text; i += 2)
        memcpy(text + i, "\xC3\xA9", 2);
    text[0] = 'a';
    ll_value value = {"v", {text, sizeof text - 1}};
    ll_view out = ll_template_expand(arena, LL_VIEW("{v}."), &value, 1);
    assert_int_equal(out.len, LL_TEMPLATE_VALUE_MOST - 1 + 3 + 1);
    assert_true(ll_view_ends(out, LL_VIEW("\xC3\xA9\xE2\x80\xA6.")));
    value.text.len = LL_TEMPLATE_VALUE_MOST - 1; /* the last character whole */
    assert_int_equal(ll_template_expand(arena, LL_VIEW("{v}"), &value, 1).len,
                     LL_TEMPLATE_VALUE_MOST - 1);
    memset(text, 'a', sizeof text);
    value.text.len = LL_TEMPLATE_VALUE_MOST;
    assert_int_equal(ll_template_expand(arena, LL_VIEW("{v}"), &value, 1).len,
                     LL_TEMPLATE_VALUE_MOST);
    value.text.len = LL_TEMPLATE_VALUE_MOST + 1;
    assert_true(ll_view_ends(ll_template_expand(arena, LL_VIEW("{v}"), &value, 1),
                             LL_VIEW("a\xE2\x80\xA6")));
}

static void assert_wrong(const char *text, uint32_t column, const char *message) {
    static const char *const names[] = {"tag", "section"};
    ll_error error = {0};
    assert_int_equal(ll_template_check(ll_view_of(text), names, 2, &error), LL_E_INVALID);
    assert_int_equal(error.column, column);
    assert_string_equal(error.text, message);
}

TEST(templates_are_checked) {
    (void)context;
    static const char *const names[] = {"tag", "section"};
    ll_error error = {0};
    assert_int_equal(ll_template_check(LL_VIEW("`{tag}` in {section}: {{x}}"), names, 2, &error),
                     LL_OK);
    assert_wrong("a {sektion}", 3, "unknown placeholder {sektion}: did you mean {section}?");
    assert_wrong("\xE2\x80\x94 {match}", 3,
                 "unknown placeholder {match}; write {{ and }} for braces");
    assert_wrong("a { b", 3, "a single { is no placeholder; write {{ for the brace");
    assert_wrong("items={['a']}", 7, "a single { is no placeholder; write {{ for the brace");
    assert_wrong("{tag}}", 6, "a single } is no placeholder; write }} for the brace");
    assert_wrong("{tag", 1, "a single { is no placeholder; write {{ for the brace");
    assert_int_equal(ll_template_check(LL_VIEW("{tag|row|rows}"), names, 2, &error), LL_OK);
    assert_wrong("{sektion|row|rows}", 1, "unknown placeholder {sektion}: did you mean {section}?");
    assert_wrong("{tag|row}", 1, "a single { is no placeholder; write {{ for the brace");
    assert_wrong("{tag|row|}", 1, "a single { is no placeholder; write {{ for the brace");
    assert_wrong("{}", 1, "a single { is no placeholder; write {{ for the brace");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(placeholders_are_replaced),
        cmocka_unit_test(doubled_braces_are_literal),
        cmocka_unit_test(what_is_no_placeholder_stays),
        cmocka_unit_test(words_go_with_their_number),
        cmocka_unit_test(values_become_one_line_of_text),
        cmocka_unit_test(long_values_are_cut_at_a_character),
        cmocka_unit_test(templates_are_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
