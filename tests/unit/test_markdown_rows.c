/* markdown: table rows as GitHub cuts them and as their author meant them. */
#include <stdio.h>

#include "support.h"

#include "markdown/markdown.h"

static ll_status parse(ll_markdown **markdown, ll_arena *arena, const char *bytes,
                       ll_error *error) {
    ll_source *source;
    assert_int_equal(ll_source_from(&source, arena, LL_VIEW("x.md"), ll_view_of(bytes), error),
                     LL_OK);
    return ll_markdown_parse(markdown, arena, source, error);
}

/* The table below a header of `columns` columns named `header`. */
static const ll_markdown *table(ll_arena *arena, const char *header, uint32_t columns,
                                const char *rows) {
    ll_view text = ll_arena_format(arena, "%s\n", header);
    for (uint32_t i = 0; i < columns; i++)
        text = ll_arena_format(arena, "%.*s|---", LL_VIEW_ARG(text));
    text = ll_arena_format(arena, "%.*s|\n%s", LL_VIEW_ARG(text), rows);
    ll_markdown *markdown = NULL;
    ll_error error = {0};
    assert_int_equal(parse(&markdown, arena, text.ptr, &error), LL_OK);
    assert_int_equal(markdown->blocks.len, 1);
    assert_int_equal(markdown->blocks.at[0].kind, LL_BLOCK_TABLE);
    return markdown;
}

/* The cells of row `index`, joined by "; ". */
static ll_view cells(ll_arena *arena, const ll_markdown *markdown, uint32_t index) {
    assert_true(index < markdown->rows.len);
    const ll_row *row = &markdown->rows.at[index];
    ll_view all = LL_VIEW("");
    for (uint32_t i = 0; i < row->cell_count; i++)
        all = ll_arena_format(arena, "%.*s%s%.*s", LL_VIEW_ARG(all), i ? "; " : "",
                              LL_VIEW_ARG(ll_markdown_cell(markdown, row, i)));
    return all;
}

TEST(a_table_has_its_rows) {
    USE_ARENA;
    const ll_markdown *m = table(arena, "| A | B |", 2, "| 1 | 2 |\n3|4\n|5|6\n");
    const ll_block *block = &m->blocks.at[0];
    assert_int_equal(block->row_count, 4);
    assert_view(cells(arena, m, block->first_row), "A; B");
    assert_view(cells(arena, m, 1), "1; 2");
    assert_view(cells(arena, m, 2), "3; 4");
    assert_view(cells(arena, m, 3), "5; 6");
    assert_int_equal(m->rows.at[1].start, 20);
    assert_int_equal(m->rows.at[1].end, 29);
    assert_false(m->rows.at[1].repaired);
    assert_int_equal(block->end, 38);
}

TEST(one_dash_makes_a_delimiter) {
    USE_ARENA;
    ll_markdown *m;
    ll_error error = {0};
    assert_int_equal(parse(&m, arena, "A | B\n-|:-:\n1 | 2\n", &error), LL_OK);
    assert_int_equal(m->blocks.at[0].kind, LL_BLOCK_TABLE);
    assert_int_equal(m->rows.len, 2);
}

TEST(brackets_and_code_hold_their_pipes) {
    USE_ARENA;
    const ll_markdown *m = table(arena, "| A | B |", 2,
                                 "| P(x|y) | z |\n"
                                 "| `p||q` | z |\n"
                                 "| [u|v] | D(p || q) |\n"
                                 "| p\\|q | z |\n");
    assert_view(cells(arena, m, 1), "P(x|y); z");
    assert_int_equal(m->rows.at[1].github_count, 3);
    assert_true(m->rows.at[1].repaired);
    assert_view(cells(arena, m, 2), "`p||q`; z");
    assert_int_equal(m->rows.at[2].github_count, 4);
    assert_view(cells(arena, m, 3), "[u|v]; D(p || q)");
    assert_view(cells(arena, m, 4), "p\\|q; z");
    assert_false(m->rows.at[4].repaired);
}

TEST(githubs_reading_holds_when_its_count_is_right) {
    USE_ARENA;
    const ll_markdown *m = table(arena, "| A | B |", 2, "| [0, 1) and ( | half open |\n");
    assert_view(cells(arena, m, 1), "[0, 1) and (; half open");
    assert_false(m->rows.at[1].repaired);
}

TEST(surplus_joins_the_last_cell) {
    USE_ARENA;
    const ll_markdown *m = table(arena, "| A | B |", 2, "| 1 | x | y | z |\n| ( | a | b |\n");
    assert_view(cells(arena, m, 1), "1; x | y | z");
    assert_int_equal(m->rows.at[1].github_count, 4);
    assert_view(cells(arena, m, 2), "(; a | b");
}

TEST(depth_words_anchor_a_shifted_row) {
    USE_ARENA;
    const ll_markdown *m = table(arena, "| Concept | Required Depth | Actual Depth | Why |", 4,
                                 "| p(a | b | INTRODUCED | **APPLIED** | x | y |\n");
    assert_view(cells(arena, m, 1), "p(a | b; INTRODUCED; **APPLIED**; x | y");
}

TEST(known_cells_anchor_the_cells_behind_them) {
    USE_ARENA;
    const ll_markdown *m =
        table(arena, "| Concept | Required Depth | Actual Depth | Source | Status | Why |", 6,
              "| a | APPLIED | DEVELOPED | x | y | GAP (small) | z |\n"
              "| a | -- | DEVELOPED | x | OK | y | z |\n"
              "| a | | DEVELOPED | x | OK | y | z |\n");
    assert_view(cells(arena, m, 1), "a; APPLIED; DEVELOPED; x | y; GAP (small); z");
    assert_view(cells(arena, m, 2), "a; --; DEVELOPED; x; OK; y | z");
    assert_view(cells(arena, m, 3), "a; ; DEVELOPED; x; OK; y | z");
}

TEST(pipes_between_cells_have_blanks) {
    USE_ARENA;
    const ll_markdown *m = table(arena, "| A | B |", 2,
                                 "| \"|x| = x\" | so |\n| |x| | |y| |\n| a | b|c | d |\n"
                                 "| a |b|c|\n");
    assert_view(cells(arena, m, 1), "\"|x| = x\"; so");
    assert_view(cells(arena, m, 2), "|x|; |y|");
    assert_view(cells(arena, m, 3), "a; b|c | d");
    assert_view(cells(arena, m, 4), "a; b|c");
}

TEST(missing_cells_are_empty) {
    USE_ARENA;
    const ll_markdown *m = table(arena, "| A | B | C |", 3, "| 1 |\n|| 2 |\n");
    assert_view(cells(arena, m, 1), "1; ; ");
    assert_int_equal(m->rows.at[1].github_count, 1);
    assert_true(m->rows.at[1].repaired);
    assert_view(cells(arena, m, 2), "; 2; ");
    assert_view(ll_markdown_cell(m, &m->rows.at[2], 3), "");
}

TEST(too_many_cells_are_refused_with_their_line) {
    USE_ARENA;
    char row[3 * (LL_MARKDOWN_CELLS_MOST + 1) + 2] = "|";
    for (uint32_t i = 0; i < LL_MARKDOWN_CELLS_MOST; i++)
        memcpy(row + 1 + (size_t)i * 2, "x|", 3);
    ll_markdown *markdown = NULL;
    ll_error error = {0};
    ll_view most = ll_arena_format(arena, "| A |\n|---|\n\n| A |\n|---|\n| 1 |\n%s\n", row);
    assert_int_equal(parse(&markdown, arena, most.ptr, &error), LL_OK);
    ll_view more = ll_arena_format(arena, "| A |\n|---|\n\n| A |\n|---|\n| 1 |\n%sx|\n", row);
    markdown = NULL;
    assert_int_equal(parse(&markdown, arena, more.ptr, &error), LL_E_LIMIT);
    assert_null(markdown);
    assert_int_equal(error.line, 7);
    assert_string_equal(error.path, "x.md");
}

TEST(a_line_can_be_read_as_a_further_row) {
    USE_ARENA;
    ll_markdown *m;
    ll_error error = {0};
    assert_int_equal(parse(&m, arena, "| A | B |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n", &error),
                     LL_OK);
    assert_int_equal(m->rows.len, 2);
    ll_view line = ll_markdown_text(m, &m->blocks.at[1]);
    assert_int_equal(ll_markdown_row(m, arena, 0, line), 2);
    assert_view(cells(arena, m, 2), "3; 4");
}

/* The bracket holds its pipe; in a row of one byte more GitHub's reading stands. */
TEST(brackets_of_a_long_row) {
    USE_ARENA;
    enum { ROW_MOST = 64 * 1024 };
    static const char open[] = "| (", close[] = "a|b) | c |";
    for (size_t past = 0; past < 2; past++) {
        size_t len = ROW_MOST + past, pad = len - strlen(open) - strlen(close);
        char *row = ll_arena_alloc(arena, len + 2);
        memset(row, 'x', len);
        memcpy(row, open, strlen(open));
        memcpy(row + strlen(open) + pad, close, strlen(close));
        row[len] = '\n';
        const ll_markdown *m = table(arena, "| A | B |", 2, row);
        assert_view(ll_markdown_cell(m, &m->rows.at[1], 1), past ? "b) | c" : "c");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_has_its_rows),
        cmocka_unit_test(one_dash_makes_a_delimiter),
        cmocka_unit_test(brackets_and_code_hold_their_pipes),
        cmocka_unit_test(githubs_reading_holds_when_its_count_is_right),
        cmocka_unit_test(surplus_joins_the_last_cell),
        cmocka_unit_test(depth_words_anchor_a_shifted_row),
        cmocka_unit_test(known_cells_anchor_the_cells_behind_them),
        cmocka_unit_test(pipes_between_cells_have_blanks),
        cmocka_unit_test(missing_cells_are_empty),
        cmocka_unit_test(too_many_cells_are_refused_with_their_line),
        cmocka_unit_test(a_line_can_be_read_as_a_further_row),
        cmocka_unit_test(brackets_of_a_long_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
