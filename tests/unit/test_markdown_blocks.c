/* markdown: kinds, lines, levels, numbers and texts of blocks. */
#include <stdio.h>

#include "support.h"

#include "base/buffer.h"
#include "markdown/markdown.h"

static ll_markdown *parse(ll_arena *arena, ll_view bytes) {
    ll_source *source;
    ll_markdown *markdown = NULL;
    ll_error error = {0};
    assert_int_equal(ll_source_from(&source, arena, LL_VIEW("x.md"), bytes, &error), LL_OK);
    assert_int_equal(ll_markdown_parse(&markdown, arena, source, &error), LL_OK);
    return markdown;
}

static const ll_block *assert_block(const ll_markdown *markdown, uint32_t index, ll_block_kind kind,
                                    const char *text) {
    assert_true(index < markdown->blocks.len);
    const ll_block *block = &markdown->blocks.at[index];
    assert_int_equal(block->kind, kind);
    assert_view(ll_markdown_text(markdown, block), text);
    return block;
}

static void assert_range(const ll_block *block, uint32_t start, uint32_t end) {
    assert_int_equal(block->start, start);
    assert_int_equal(block->end, end);
}

TEST(headings_have_levels_and_bare_texts) {
    USE_ARENA;
    const ll_markdown *m =
        parse(arena, LL_VIEW("# One ##\n\n##\nTwo lines\nof text\n---\n### C#\n#no heading\n"));
    assert_int_equal(m->blocks.len, 5);
    assert_int_equal(assert_block(m, 0, LL_BLOCK_HEADING, "One")->level, 1);
    assert_int_equal(assert_block(m, 1, LL_BLOCK_HEADING, "")->level, 2);
    const ll_block *underlined = assert_block(m, 2, LL_BLOCK_HEADING, "Two lines\nof text");
    assert_int_equal(underlined->level, 2);
    assert_range(underlined, 13, 34);
    assert_int_equal(assert_block(m, 3, LL_BLOCK_HEADING, "C#")->level, 3);
    assert_block(m, 4, LL_BLOCK_PARAGRAPH, "#no heading");
    m = parse(arena, LL_VIEW("####### seven\n---\nbehind\n"));
    assert_int_equal(assert_block(m, 0, LL_BLOCK_HEADING, "####### seven")->end, 17);
}

TEST(items_have_depth_number_and_task) {
    USE_ARENA;
    const ll_markdown *m = parse(arena, LL_VIEW("- plain\n"
                                                "- [ ] open\n"
                                                "  * [x] done\n"
                                                "-\n"
                                                "\n"
                                                "4. four\n"
                                                "   goes on\n"
                                                "\n"
                                                "   more\n"
                                                "5) five\n"));
    assert_int_equal(m->blocks.len, 7);
    assert_int_equal(assert_block(m, 0, LL_BLOCK_ITEM, "plain")->mark, '-');
    assert_int_equal(assert_block(m, 1, LL_BLOCK_ITEM, "open")->task, ' ');
    const ll_block *done = assert_block(m, 2, LL_BLOCK_ITEM, "done");
    assert_int_equal(done->task, 'x');
    assert_int_equal(done->level, 1);
    assert_int_equal(done->mark, '*');
    assert_range(assert_block(m, 3, LL_BLOCK_ITEM, ""), 32, 33);
    const ll_block *four = assert_block(m, 4, LL_BLOCK_ITEM, "four\n   goes on");
    assert_int_equal(four->number, 4);
    assert_int_equal(four->mark, '.');
    assert_block(m, 5, LL_BLOCK_PARAGRAPH, "more");
    const ll_block *five = assert_block(m, 6, LL_BLOCK_ITEM, "five");
    assert_int_equal(five->number, 5);
    assert_int_equal(five->mark, ')');
}

TEST(a_table_may_follow_text_directly) {
    USE_ARENA;
    const ll_markdown *m = parse(arena, LL_VIEW("two\nlines\n| a | b |\n|---|---|\n| 1 | 2 |\n3\n\n"
                                                "- item\n  | c |\n  |---|\n  | 4 |\n"
                                                "- | e\n| d |\n|---|---|\nno table\n\n"
                                                "word\n| d |\n|---|\n"));
    assert_int_equal(m->blocks.len, 7);
    assert_range(assert_block(m, 0, LL_BLOCK_PARAGRAPH, "two\nlines"), 0, 9);
    const ll_block *table = &m->blocks.at[1];
    assert_int_equal(table->kind, LL_BLOCK_TABLE);
    assert_range(table, 10, 41);
    assert_int_equal(table->row_count, 3);
    assert_block(m, 2, LL_BLOCK_ITEM, "item");
    assert_int_equal(m->blocks.at[3].kind, LL_BLOCK_TABLE);
    assert_int_equal(m->blocks.at[3].first_row, 3);
    assert_int_equal(m->blocks.at[3].row_count, 2);
    assert_block(m, 4, LL_BLOCK_ITEM, "| e\n| d |\n|---|---|\nno table");
    assert_block(m, 5, LL_BLOCK_PARAGRAPH, "word");
    assert_int_equal(m->blocks.at[6].row_count, 1);
}

TEST(items_share_a_line) {
    USE_ARENA;
    const ll_markdown *m = parse(arena, LL_VIEW("- 7. seven\n- ```\n  code\n  ```\n- # head\n"));
    assert_int_equal(m->blocks.len, 6);
    assert_range(assert_block(m, 0, LL_BLOCK_ITEM, ""), 0, 1);
    const ll_block *seven = assert_block(m, 1, LL_BLOCK_ITEM, "seven");
    assert_int_equal(seven->number, 7);
    assert_int_equal(seven->level, 1);
    assert_block(m, 2, LL_BLOCK_ITEM, "");
    assert_block(m, 3, LL_BLOCK_CODE, "```\n  code\n  ```");
    assert_block(m, 4, LL_BLOCK_ITEM, "");
    assert_block(m, 5, LL_BLOCK_HEADING, "head");
}

TEST(code_is_opaque) {
    USE_ARENA;
    const ll_markdown *n = parse(arena, LL_VIEW("1. item\n\n   ```js\n   # no heading\n\n   ```\n"
                                                "~~~\n| a |\n```\n~~~~\ntext\n\n"
                                                "    - indented\n\n    more\n```\nopen\n"));
    assert_int_equal(n->blocks.len, 6);
    assert_block(n, 0, LL_BLOCK_ITEM, "item");
    assert_int_equal(assert_block(n, 1, LL_BLOCK_CODE, "```js\n   # no heading\n\n   ```")->mark,
                     '`');
    assert_int_equal(assert_block(n, 2, LL_BLOCK_CODE, "~~~\n| a |\n```\n~~~~")->mark, '~');
    assert_block(n, 3, LL_BLOCK_PARAGRAPH, "text");
    assert_int_equal(assert_block(n, 4, LL_BLOCK_CODE, "- indented\n\n    more")->mark, ' ');
    assert_block(n, 5, LL_BLOCK_CODE, "```\nopen");
}

TEST(a_fence_in_an_ended_item_leaves_the_next_alone) {
    USE_ARENA;
    const ll_markdown *m = parse(arena, LL_VIEW("- ```\n> ```\n> code\n> ```\n\nafter\n"));
    assert_int_equal(m->blocks.len, 4);
    assert_block(m, 1, LL_BLOCK_CODE, "```");
    assert_block(m, 2, LL_BLOCK_CODE, "```\n> code\n> ```");
    assert_block(m, 3, LL_BLOCK_PARAGRAPH, "after");
    m = parse(arena, LL_VIEW("- ```\n> ```\n\n``` c\n"));
    assert_int_equal(m->blocks.len, 4);
    assert_block(m, 1, LL_BLOCK_CODE, "```");
    assert_block(m, 2, LL_BLOCK_CODE, "```");
    assert_block(m, 3, LL_BLOCK_CODE, "``` c");
}

TEST(html_is_opaque) {
    USE_ARENA;
    const ll_markdown *m = parse(arena, LL_VIEW("<!-- a\n\n# no\n--> tail\n# yes\n"
                                                "<div>\n- no\n</div>\n\n- yes\n"
                                                "<script>\n\n| a |\n|---|\n</SCRIPT>\n"
                                                "a <b>word</b>\n"));
    assert_int_equal(m->blocks.len, 6);
    assert_block(m, 0, LL_BLOCK_HTML, "<!-- a\n\n# no\n--> tail");
    assert_block(m, 1, LL_BLOCK_HEADING, "yes");
    assert_block(m, 2, LL_BLOCK_HTML, "<div>\n- no\n</div>");
    assert_block(m, 3, LL_BLOCK_ITEM, "yes");
    assert_block(m, 4, LL_BLOCK_HTML, "<script>\n\n| a |\n|---|\n</SCRIPT>");
    assert_block(m, 5, LL_BLOCK_PARAGRAPH, "a <b>word</b>");
}

TEST(rules_and_quotes) {
    USE_ARENA;
    const ll_markdown *m = parse(arena, LL_VIEW("> quoted\n> text\n>\n> - item\n\n* * *\n---\n"));
    assert_int_equal(m->blocks.len, 4);
    assert_block(m, 0, LL_BLOCK_PARAGRAPH, "quoted\n> text");
    assert_int_equal(assert_block(m, 1, LL_BLOCK_ITEM, "item")->level, 0);
    assert_block(m, 2, LL_BLOCK_RULE, "* * *");
    assert_block(m, 3, LL_BLOCK_RULE, "---");
}

TEST(every_line_end_counts) {
    USE_ARENA;
    const ll_markdown *m = parse(arena, LL_VIEW("\xEF\xBB\xBF# A\r\n\r\n-\tone\r- two\ntext"));
    assert_int_equal(m->blocks.len, 3);
    assert_range(assert_block(m, 0, LL_BLOCK_HEADING, "A"), 0, 3);
    assert_range(assert_block(m, 1, LL_BLOCK_ITEM, "one"), 7, 12);
    assert_range(assert_block(m, 2, LL_BLOCK_ITEM, "two\ntext"), 13, 23);
}

TEST(an_empty_document_has_no_blocks) {
    USE_ARENA;
    assert_int_equal(parse(arena, LL_VIEW(""))->blocks.len, 0);
    assert_int_equal(parse(arena, LL_VIEW("\n \n"))->blocks.len, 0);
}

TEST(link_definitions_are_paragraphs) {
    USE_ARENA;
    const ll_markdown *m = parse(arena, LL_VIEW("[a]: /url\n\n# next\n"));
    assert_int_equal(m->blocks.len, 2);
    assert_block(m, 0, LL_BLOCK_PARAGRAPH, "[a]: /url");
}

TEST(a_table_may_follow_a_comment_directly) {
    USE_ARENA;
    static const char *const comments[] = {"<!-- one line -->", "<!-- two\nlines -->",
                                           "<!-- more\n\nlines\n-->"};
    for (size_t i = 0; i < sizeof comments / sizeof *comments; i++) {
        const char *text =
            ll_arena_format(arena, "%s\n| A |\n|---|\n| 1 |\n# next\n", comments[i]).ptr;
        const ll_markdown *m = parse(arena, ll_view_of(text));
        assert_int_equal(m->blocks.len, 3);
        assert_int_equal(assert_block(m, 1, LL_BLOCK_TABLE, "| A |\n|---|\n| 1 |")->row_count, 2);
        assert_block(m, 2, LL_BLOCK_HEADING, "next");
    }
    const ll_markdown *m = parse(arena, LL_VIEW("<div>\n| A |\n|---|\n# no heading\n"));
    assert_int_equal(m->blocks.len, 1);
}

/* Of such a run md4c sees two lines. */
TEST(runs_of_plain_lines_keep_their_ends) {
    USE_ARENA;
    static const struct {
        const char *before, *behind; /* the run */
        ll_block_kind kind;
    } around[] = {
        {"", "", LL_BLOCK_PARAGRAPH},       {"", "===\n", LL_BLOCK_HEADING},
        {"```\n", "```\n", LL_BLOCK_CODE},  {"```\n\n", "\n```\n", LL_BLOCK_CODE},
        {"<div>\n", "", LL_BLOCK_HTML},     {"<!--\n", "-->\n", LL_BLOCK_HTML},
        {"a|b\n-|-\n", "", LL_BLOCK_TABLE}, {"> quoted\n", "", LL_BLOCK_PARAGRAPH},
        {"- item\n", "", LL_BLOCK_ITEM},
    };
    for (size_t i = 0; i < sizeof around / sizeof *around; i++)
        for (int count = 1; count <= 6; count++) {
            ll_buffer text = {.arena = arena, .most = 1000};
            ll_buffer_add_cstring(&text, around[i].before);
            for (int line = 0; line < count; line++)
                ll_buffer_add_cstring(&text, "plain\n");
            ll_buffer_add_cstring(&text, around[i].behind);
            size_t end = text.len - 1;
            ll_buffer_add_cstring(&text, "\n# next\n\nplain\nplain\n");
            const ll_markdown *m = parse(arena, ll_buffer_view(&text));
            assert_int_equal(m->blocks.len, 3);
            assert_int_equal(m->blocks.at[0].kind, around[i].kind);
            assert_range(&m->blocks.at[0], 0, (uint32_t)end);
            assert_int_equal(m->rows.len, around[i].kind == LL_BLOCK_TABLE ? count + 1 : 0);
            assert_block(m, 1, LL_BLOCK_HEADING, "next");
            assert_block(m, 2, LL_BLOCK_PARAGRAPH, "plain\nplain");
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_have_levels_and_bare_texts),
        cmocka_unit_test(items_have_depth_number_and_task),
        cmocka_unit_test(a_table_may_follow_text_directly),
        cmocka_unit_test(a_table_may_follow_a_comment_directly),
        cmocka_unit_test(items_share_a_line),
        cmocka_unit_test(code_is_opaque),
        cmocka_unit_test(a_fence_in_an_ended_item_leaves_the_next_alone),
        cmocka_unit_test(html_is_opaque),
        cmocka_unit_test(rules_and_quotes),
        cmocka_unit_test(every_line_end_counts),
        cmocka_unit_test(an_empty_document_has_no_blocks),
        cmocka_unit_test(link_definitions_are_paragraphs),
        cmocka_unit_test(runs_of_plain_lines_keep_their_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
