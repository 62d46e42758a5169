/* Markdown as blocks with their place in the source. */
#ifndef LL_MARKDOWN_MARKDOWN_H
#define LL_MARKDOWN_MARKDOWN_H

#include "source/source.h"

/* Most cells of one table row. */
#define LL_MARKDOWN_CELLS_MOST 64u

/* Longest text that ll_markdown_plain reads as Markdown; a longer one comes back as it stands,
 * since md4c's time can grow with the square of hostile inline text. */
#define LL_MARKDOWN_PLAIN_MOST 4096u

typedef enum ll_block_kind {
    LL_BLOCK_HEADING,   /* # to ######; level 1–6 (setext headings too) */
    LL_BLOCK_PARAGRAPH, /* one paragraph, its lines joined in `text` as they stand in the source */
    LL_BLOCK_ITEM,  /* one list item, its first paragraph only; nested items are blocks of their own
                     */
    LL_BLOCK_TABLE, /* header row, delimiter row and body rows */
    LL_BLOCK_CODE,  /* a fence or an indented code block: opaque */
    LL_BLOCK_HTML,  /* an HTML block or comment: opaque */
    LL_BLOCK_RULE   /* --- */
} ll_block_kind;

/* Blocks stand in the order of the source and do not overlap. md4c decides what is a block; their
 * lines come from our own pass. Of one line, 64 columns of indentation, quote marks and bullets are
 * read, and 1,024 bytes of a line that opens HTML: what nests deeper is text. Link reference
 * definitions are paragraphs. As on GitHub, one dash is enough in a table's delimiter row, and a
 * table may follow a line of text without a blank line. */
typedef struct ll_block {
    ll_block_kind kind;
    uint32_t level; /* headings: 1–6; items: nesting depth from 0; quotes do not count */
    uint32_t start,
        end; /* whole lines: offset of the first line's start, and behind the last line's text */
    uint32_t text_start, text_end; /* headings: without # and blanks; items: behind bullet, number
                                    * and task box; others: the lines trimmed */
    uint32_t number;               /* items of an ordered list: the number as written; else 0 */
    char mark; /* items: '-', '*', '+', '.' or ')'; code: '`', '~' or ' '; else 0 */
    char task; /* items: ' ' or 'x' of a task box, else 0 */
    uint32_t first_row,
        row_count; /* tables: index into `rows`, the header first, no delimiter row */
} ll_block;

typedef LL_ARRAY(ll_block) ll_blocks;

/* One cell: the source range without the blanks around it. */
typedef struct ll_cell {
    uint32_t start, end;
} ll_cell;

typedef LL_ARRAY(ll_cell) ll_cells;

typedef struct ll_row {
    uint32_t start, end;             /* of the line, without its end, leading blanks left out */
    uint32_t first_cell, cell_count; /* in the repaired reading: as many as the header has */
    uint32_t github_count;           /* cells that GitHub sees: it cuts at every unescaped pipe */
    bool repaired;                   /* the two readings differ, or cells were joined or added */
} ll_row;

typedef LL_ARRAY(ll_row) ll_rows;

typedef struct ll_markdown {
    const ll_source *source;
    ll_blocks blocks;
    ll_rows rows;
    ll_cells cells;
} ll_markdown;

/* Reads a whole document. LL_E_LIMIT (with line) when a table row has over LL_MARKDOWN_CELLS_MOST
 * cells. Belongs to `arena`. */
ll_status ll_markdown_parse(ll_markdown **out, ll_arena *arena, ll_source *source, ll_error *error);

/* No row: what ll_markdown_row returns for a line that is none. */
#define LL_MARKDOWN_NO_ROW UINT32_MAX

/* Reads a line of the source that stands outside of any table as a row below the header row with
 * index `header`, and appends it: authors go on with a table after a blank line. Returns its index
 * in `rows`, or LL_MARKDOWN_NO_ROW when it has too many cells. Rows and cells may move. */
uint32_t ll_markdown_row(ll_markdown *markdown, ll_arena *arena, uint32_t header, ll_view line);

/* The plain text of inline Markdown: md4c reads emphasis, code spans, links, entities and escapes.
 * The view itself when it holds no mark. Line ends and <br> become blanks, comments vanish, other
 * tags stay. */
ll_view ll_markdown_plain(ll_arena *arena, ll_view inline_text);

/* The source text of cell `index` of a row, trimmed; empty when the row has fewer. */
ll_view ll_markdown_cell(const ll_markdown *markdown, const ll_row *row, uint32_t index);

/* A cell as a reader sees it: GitHub makes `\|` a pipe before it reads the Markdown, also in code.
 */
ll_view ll_markdown_cell_plain(const ll_markdown *markdown, ll_arena *arena, const ll_row *row,
                               uint32_t index);

/* The source text of a block: text_start … text_end. */
ll_view ll_markdown_text(const ll_markdown *markdown, const ll_block *block);

#endif
