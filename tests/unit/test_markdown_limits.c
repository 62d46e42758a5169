/* markdown: large and hostile documents are read in linear time. */
#include <stdio.h>
#include <time.h>

#include "support.h"

#include "markdown/markdown.h"
#include "markdown/skeleton.h"

/* Generous: only growth with the square of the size fails it. */
#define SECONDS_MOST 20.0

static ll_view repeat(ll_arena *arena, const char *unit, size_t times) {
    ll_view view = ll_view_of(unit);
    char *text = ll_arena_alloc(arena, view.len * times + 1);
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * view.len, view.ptr, view.len);
    return (ll_view){text, view.len * times};
}

static uint32_t parse(ll_arena *arena, ll_view bytes) {
    ll_source *source;
    ll_markdown *markdown = NULL;
    ll_error error = {0};
    clock_t start = clock();
    assert_int_equal(ll_source_from(&source, arena, LL_VIEW("x.md"), bytes, &error), LL_OK);
    assert_int_equal(ll_markdown_parse(&markdown, arena, source, &error), LL_OK);
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < SECONDS_MOST);
    return markdown->blocks.len;
}

TEST(one_long_line) {
    USE_ARENA;
    static const char *const units[] = {"|", "[", "*", "`", "a", "<", "> ", "- ", "_", "![", "#"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        assert_true(parse(arena, repeat(arena, units[i], 10000000 / strlen(units[i]))) > 0);
}

TEST(many_lines) {
    USE_ARENA;
    assert_int_equal(parse(arena, repeat(arena, "# head\n", 200000)), 200000);
    assert_int_equal(parse(arena, repeat(arena, "- item\n", 200000)), 200000);
    assert_int_equal(parse(arena, repeat(arena, "<!-- <? <![CDATA[ <script\n", 200000)), 1);
    assert_int_equal(parse(arena, repeat(arena, "word\n", 1000000)), 1);
}

TEST(a_million_rows) {
    USE_ARENA;
    ll_view rows = repeat(arena, "| a | b |\n", 1000000);
    ll_view table = ll_arena_format(arena, "| A | B |\n|---|---|\n%.*s", LL_VIEW_ARG(rows));
    assert_int_equal(parse(arena, table), 1);
}

TEST(deep_nesting) {
    USE_ARENA;
    ll_view quotes = repeat(arena, "> ", 1000);
    ll_view line = ll_arena_format(arena, "%.*sx\n", LL_VIEW_ARG(quotes));
    assert_true(parse(arena, repeat(arena, line.ptr, 1000)) > 0);
    ll_view bullets = ll_arena_format(arena, "%.*sx\n", LL_VIEW_ARG(repeat(arena, "- ", 5000)));
    ll_view blanks = repeat(arena, "\n", 1000000);
    ll_view list = ll_arena_format(arena, "%.*s%.*s", LL_VIEW_ARG(bullets), LL_VIEW_ARG(blanks));
    /* 64 columns of markers are read: 32 bullets. */
    assert_int_equal(parse(arena, list), 32);
}

/* A line `> > … # x` of so many columns of marks in front of the heading. */
static ll_block_kind kind_behind(ll_arena *arena, const char *mark, size_t columns) {
    ll_source *source = NULL;
    ll_markdown *markdown = NULL;
    ll_error error = {0};
    ll_view marks = repeat(arena, mark, columns / strlen(mark));
    ll_view text = ll_arena_format(arena, "%.*s# x\n", LL_VIEW_ARG(marks));
    assert_int_equal(ll_source_from(&source, arena, LL_VIEW("x.md"), text, &error), LL_OK);
    assert_int_equal(ll_markdown_parse(&markdown, arena, source, &error), LL_OK);
    return markdown->blocks.at[markdown->blocks.len - 1].kind;
}

TEST(columns_of_marks) {
    USE_ARENA;
    assert_int_equal(kind_behind(arena, ">", LL_SKELETON_PREFIX_MOST), LL_BLOCK_HEADING);
    assert_int_equal(kind_behind(arena, ">", LL_SKELETON_PREFIX_MOST + 1), LL_BLOCK_PARAGRAPH);
    assert_int_equal(kind_behind(arena, "> ", LL_SKELETON_PREFIX_MOST), LL_BLOCK_HEADING);
    assert_int_equal(kind_behind(arena, "> ", LL_SKELETON_PREFIX_MOST + 2), LL_BLOCK_PARAGRAPH);
}

/* `<b title="aaa…">` alone on a line opens a block of HTML, which goes on to the next blank line;
 * a tag that is cut is text. */
static ll_block_kind kind_of_tag(ll_arena *arena, size_t bytes) {
    static const char start[] = "<b title=\"", end[] = "\">";
    ll_source *source = NULL;
    ll_markdown *markdown = NULL;
    ll_error error = {0};
    ll_view value = repeat(arena, "a", bytes - strlen(start) - strlen(end));
    ll_view text = ll_arena_format(arena, "%s%.*s%s\n# x\n", start, LL_VIEW_ARG(value), end);
    assert_int_equal(ll_source_from(&source, arena, LL_VIEW("x.md"), text, &error), LL_OK);
    assert_int_equal(ll_markdown_parse(&markdown, arena, source, &error), LL_OK);
    return markdown->blocks.at[0].kind;
}

TEST(bytes_of_a_line_that_opens_html) {
    USE_ARENA;
    assert_int_equal(kind_of_tag(arena, LL_SKELETON_HTML_MOST), LL_BLOCK_HTML);
    assert_int_equal(kind_of_tag(arena, LL_SKELETON_HTML_MOST + 1), LL_BLOCK_PARAGRAPH);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_long_line),    cmocka_unit_test(many_lines),
        cmocka_unit_test(a_million_rows),   cmocka_unit_test(deep_nesting),
        cmocka_unit_test(columns_of_marks), cmocka_unit_test(bytes_of_a_line_that_opens_html),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
