/* Splitting table rows into cells. */
#ifndef LL_MARKDOWN_ROWS_H
#define LL_MARKDOWN_ROWS_H

#include "markdown/markdown.h"

/* Appends the row that stands in the source at `start` … `end` (trimmed), with exactly `columns`
 * cells. False when it has over LL_MARKDOWN_CELLS_MOST cells; nothing is appended then. `header` is
 * the index of the header row, or the index of this row when it is the header itself. */
bool ll_rows_add(ll_markdown *markdown, ll_arena *arena, uint32_t start, uint32_t end,
                 uint32_t columns, uint32_t header);

/* Number of cells that GitHub sees in a line, at least 1. */
uint32_t ll_rows_count(ll_view line);

#endif
