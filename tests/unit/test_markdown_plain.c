/* markdown: the plain text of inline Markdown. */
#include <stdio.h>

#include "support.h"

#include "markdown/markdown.h"

typedef struct plain_case {
    const char *inline_text;
    const char *plain;
} plain_case;

static void assert_plain(ll_arena *arena, const plain_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++)
        assert_view(ll_markdown_plain(arena, ll_view_of(cases[i].inline_text)), cases[i].plain);
}

#define ASSERT_PLAIN(cases) assert_plain(arena, cases, sizeof(cases) / sizeof *(cases))

TEST(marks_are_read) {
    USE_ARENA;
    static const plain_case cases[] = {
        {"a **bold** and *thin* word", "a bold and thin word"},
        {"`code_with_marks *` here", "code_with_marks * here"},
        {"see [the lesson](/x) now", "see the lesson now"},
        {"~~gone~~ left", "gone left"},
        {"a \\* b \\| c", "a * b | c"},
        {"AT&amp;T &mdash; &#8212; &#x41; &unknownname;",
         "AT&T \xE2\x80\x94 \xE2\x80\x94 A &unknownname;"},
        {"caf&eacute; &times;2 &check;", "caf\xC3\xA9 \xC3\x97"
                                         "2 \xE2\x9C\x93"},
        {"&nGt;&nGt;&nGt;", "\xE2\x89\xAB\xE2\x83\x92\xE2\x89\xAB\xE2\x83\x92"
                            "\xE2\x89\xAB\xE2\x83\x92"},
        {"&#0; &#xD800; &#x110000;", "\xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD"},
        {"(~97% or ~99) of ~10 and (~9)", "(~97% or ~99) of ~10 and (~9)"},
        {"~one~ word", "one word"},
        {"a break  \nhere\\\nand \\\\\nhere", "a break here and \\ here"},
        {"one<br>two<!-- hidden --> <Row>", "one two <Row>"},
        {"**`both`**", "both"},
        {"first\n  second\r\n> third", "first second third"},
    };
    ASSERT_PLAIN(cases);
}

TEST(nothing_is_read_as_a_block) {
    USE_ARENA;
    static const plain_case cases[] = {
        {"# **x**", "# x"},
        {"- **x**", "- x"},
        {"1. **x**", "1. x"},
        {"> **x**", "> x"},
    };
    ASSERT_PLAIN(cases);
}

TEST(text_without_marks_is_not_copied) {
    USE_ARENA;
    static const char *const texts[] = {
        "plain words",      "2 * 3 = 6",   "snake_case_name", "a < b & c",
        "half-open [0, 1)", "~10 lessons", "tick ` alone",    "C:\\path",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_ptr_equal(ll_markdown_plain(arena, ll_view_of(texts[i])).ptr, texts[i]);
}

TEST(long_text_comes_back_as_it_stands) {
    USE_ARENA;
    char *text = ll_arena_alloc(arena, LL_MARKDOWN_PLAIN_MOST + 2);
    memset(text, '*', LL_MARKDOWN_PLAIN_MOST + 1);
    ll_view view = {text, LL_MARKDOWN_PLAIN_MOST + 1};
    assert_ptr_equal(ll_markdown_plain(arena, view).ptr, text);
}

TEST(empty_text_is_empty) {
    USE_ARENA;
    assert_view(ll_markdown_plain(arena, LL_VIEW("")), "");
    assert_view(ll_markdown_plain(arena, LL_VIEW("<!-- x -->")), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_read),
        cmocka_unit_test(nothing_is_read_as_a_block),
        cmocka_unit_test(text_without_marks_is_not_copied),
        cmocka_unit_test(long_text_comes_back_as_it_stands),
        cmocka_unit_test(empty_text_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
