/* table-row-ragged: a table row that GitHub cuts into more or fewer cells than the header has. */
#include "base/buffer.h"
#include "check/checks.h"
#include "check/mend.h"

/* Most bytes shown on each side of a pipe. */
enum { CONTEXT_MOST = 40, WRITTEN_MOST = 4 * CONTEXT_MOST };

static bool is_pipe(ll_view text, size_t at) {
    return text.ptr[at] == '|' && (at == 0 || text.ptr[at - 1] != '\\');
}

/* The first unescaped pipe inside a cell of the repaired reading, and that cell; LL_VIEW_NONE when
 * there is none, or when only pipes and blanks follow it: such a row has cells too many. */
static size_t inner_pipe(const ll_markdown *markdown, const ll_row *row, ll_view *cell) {
    for (uint32_t i = 0; i < row->cell_count; i++) {
        *cell = ll_markdown_cell(markdown, row, i);
        for (size_t at = 0; at < cell->len; at++) {
            if (!is_pipe(*cell, at))
                continue;
            for (size_t behind = at + 1; behind < cell->len; behind++)
                if (!ll_is_blank(cell->ptr[behind]) && cell->ptr[behind] != '|')
                    return at;
        }
    }
    return LL_VIEW_NONE;
}

static bool stands_alone(ll_view cell, size_t from, size_t to) {
    for (size_t at = from; at < to; at++)
        if (cell.ptr[at] != '|')
            return false;
    return true;
}

/* The word around the pipe; of pipes that stand alone, with a word on either side. */
static ll_view word_around(ll_view cell, size_t pipe) {
    size_t start = pipe, end = pipe;
    while (start > 0 && !ll_is_blank(cell.ptr[start - 1]))
        start--;
    while (end < cell.len && !ll_is_blank(cell.ptr[end]))
        end++;
    if (stands_alone(cell, start, end)) {
        while (start > 0 && ll_is_blank(cell.ptr[start - 1]))
            start--;
        while (start > 0 && !ll_is_blank(cell.ptr[start - 1]))
            start--;
        while (end < cell.len && ll_is_blank(cell.ptr[end]))
            end++;
        while (end < cell.len && !ll_is_blank(cell.ptr[end]))
            end++;
    }
    if (pipe - start > CONTEXT_MOST)
        start = pipe - CONTEXT_MOST;
    while (start < pipe && ll_is_continuation(cell.ptr[start]))
        start++;
    ll_view behind = ll_view_cut(ll_view_slice(cell, pipe, end), CONTEXT_MOST);
    return ll_view_slice(cell, start, pipe + behind.len);
}

/* The word as it should be written: pipes escaped, without the marks of code around it. */
static ll_view written(ll_arena *arena, ll_view word) {
    ll_buffer text = {.arena = arena, .most = WRITTEN_MOST};
    for (size_t at = 0; at < word.len; at++) {
        if (word.ptr[at] == '`')
            continue;
        if (is_pipe(word, at))
            ll_buffer_add_cstring(&text, "\\");
        ll_buffer_add(&text, ll_view_slice(word, at, at + 1));
    }
    return ll_buffer_view(&text);
}

/* The first cell that says something. */
static ll_view first_text(ll_check *check, const ll_row *row) {
    const ll_markdown *markdown = check->facts->plan->markdown;
    ll_view text = {0};
    for (uint32_t i = 0; i < row->cell_count && text.len == 0; i++)
        text = ll_markdown_plain(check->arena, ll_markdown_cell(markdown, row, i));
    /* Of a row with cells too many the last one holds their pipes. */
    while (text.len > 0 && (ll_is_blank(text.ptr[text.len - 1]) || text.ptr[text.len - 1] == '|'))
        text.len--;
    return text;
}

/* Whether a pipe certainly belongs to the text of its cell: it stands in code or brackets, or
 * touches a word. */
static bool is_text(ll_view cell, size_t pipe) {
    size_t ticks = 0, depth = 0;
    for (size_t at = 0; at < pipe; at++) {
        char c = cell.ptr[at];
        ticks += c == '`';
        depth += c == '(' || c == '[';
        depth -= depth > 0 && (c == ')' || c == ']');
    }
    bool code = ticks % 2 == 1 && ll_view_find_byte(cell, '`', pipe) != LL_VIEW_NONE;
    bool touches = (pipe > 0 && !ll_is_blank(cell.ptr[pipe - 1])) ||
                   (pipe + 1 < cell.len && !ll_is_blank(cell.ptr[pipe + 1]));
    return code || depth > 0 || touches;
}

/* A backslash before each pipe of a cell's text; false when it is not clear that they are text. */
static bool mend_cell(ll_edits *edits, const ll_check *check, ll_view cell) {
    uint32_t start = ll_source_offset(check->facts->plan->markdown->source, cell);
    for (size_t at = 0; at < cell.len; at++) {
        if (!is_pipe(cell, at))
            continue;
        if (!is_text(cell, at))
            return false;
        uint32_t place = start + (uint32_t)at;
        ll_mend_put(edits, check, place, place, LL_VIEW("\\"), LL_SAFETY_SAFE);
    }
    return true;
}

static void mend(ll_edits *edits, const ll_check *check, const ll_row *row) {
    const ll_markdown *markdown = check->facts->plan->markdown;
    for (uint32_t i = 0; i < row->cell_count; i++) {
        if (mend_cell(edits, check, ll_markdown_cell(markdown, row, i)))
            continue;
        edits->len = 0;
        return;
    }
}

static void report(ll_check *check, const ll_row *row, uint32_t columns) {
    const ll_markdown *markdown = check->facts->plan->markdown;
    ll_arena *arena = check->arena;
    ll_view cell, word = {0};
    const char *kind = "short";
    ll_edits edits = {0};
    if (row->github_count > columns) {
        size_t pipe = inner_pipe(markdown, row, &cell);
        kind = pipe == LL_VIEW_NONE ? "long" : "pipe";
        if (pipe != LL_VIEW_NONE)
            word = written(arena, word_around(cell, pipe));
        if (pipe != LL_VIEW_NONE)
            mend(&edits, check, row);
    }
    ll_view first = first_text(check, row);
    ll_value values[] = {{"row", first},
                         {"cells", ll_arena_format(arena, "%u", row->github_count)},
                         {"columns", ll_arena_format(arena, "%u", columns)},
                         {"written", word},
                         {0}};
    ll_check_report(check,
                    &(ll_report){.range = {LL_DOCUMENT_PLAN, row->start, row->end - row->start},
                                 .subject = first,
                                 .kind = kind,
                                 .values = values,
                                 .edits = &edits});
}

void ll_check_table_row_ragged(ll_check *check) {
    const ll_markdown *markdown = check->facts->plan->markdown;
    for (uint32_t i = 0; i < markdown->blocks.len; i++) {
        const ll_block *table = &markdown->blocks.at[i];
        if (table->kind != LL_BLOCK_TABLE)
            continue;
        const ll_row *rows = &markdown->rows.at[table->first_row];
        for (uint32_t k = 1; k < table->row_count; k++) {
            check->outcome.checked++;
            if (rows[k].github_count != rows[0].cell_count)
                report(check, &rows[k], rows[0].cell_count);
        }
    }
}
