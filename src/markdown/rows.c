/* Table rows in two readings: GitHub's, which cuts at every unescaped pipe, and the author's. */
#include "markdown/rows.h"

enum {
    PIECES_MOST = LL_MARKDOWN_CELLS_MOST + 1,
    CODE_RUN_MOST = 31,      /* back-ticks around a code span; longer runs are text */
    PROTECT_MOST = 64 * 1024 /* bytes of a row in which brackets are looked at */
};

typedef struct pieces {
    ll_cell at[PIECES_MOST];
    uint32_t len; /* PIECES_MOST stands for too many */
} pieces;

static ll_cell trimmed(ll_view text, size_t start, size_t end) {
    while (start < end && ll_is_blank(text.ptr[start]))
        start++;
    while (end > start && ll_is_blank(text.ptr[end - 1]))
        end--;
    return (ll_cell){(uint32_t)start, (uint32_t)end};
}

/* GitHub cuts a row before it reads anything else: a backslash in front of a pipe escapes it, also
 * when it is escaped itself. */
static bool escaped(ll_view text, size_t at) {
    return at > 0 && text.ptr[at - 1] == '\\';
}

/* Walks over a row and knows whether a code span or bracket is open. */
typedef struct cursor {
    ll_view row;
    size_t at;
    size_t code_end;  /* behind the code span that was entered last */
    uint32_t missing; /* bit n: no run of n back-ticks is ahead */
    uint32_t depth;
} cursor;

static size_t ticks_at(ll_view row, size_t at) {
    size_t len = 0;
    while (at + len < row.len && row.ptr[at + len] == '`')
        len++;
    return len;
}

/* Enters the code span that opens here, if another run of the same length closes it. */
static void pass_ticks(cursor *c) {
    size_t ticks = ticks_at(c->row, c->at);
    size_t start = c->at + ticks;
    c->at = start - 1;
    if (ticks > CODE_RUN_MOST || (c->missing >> ticks & 1))
        return;
    size_t at = start;
    while ((at = ll_view_find_byte(c->row, '`', at)) != LL_VIEW_NONE) {
        size_t run = ticks_at(c->row, at);
        at += run;
        if (run == ticks) {
            c->code_end = at;
            c->at = at - 1;
            return;
        }
    }
    c->missing |= 1u << ticks;
}

/* Offset of the next pipe that stands outside brackets and code, or LL_VIEW_NONE. */
static size_t next_bare_pipe(cursor *c) {
    for (; c->at < c->row.len; c->at++) {
        switch (c->row.ptr[c->at]) {
        case '\\':
            c->at++;
            break;
        case '`':
            pass_ticks(c);
            break;
        case '(':
        case '[':
            c->depth++;
            break;
        case ')':
        case ']':
            c->depth -= c->depth > 0;
            break;
        case '|':
            if (c->depth == 0 && !escaped(c->row, c->at))
                return c->at++;
            break;
        default:
            break;
        }
    }
    return LL_VIEW_NONE;
}

/* The same, and with a blank or the row's edge on both sides: |x| is the size of x. */
static size_t next_spaced_pipe(cursor *c) {
    size_t at;
    do
        at = next_bare_pipe(c);
    while (at != LL_VIEW_NONE && ((at > 0 && !ll_is_blank(c->row.ptr[at - 1])) ||
                                  (at + 1 < c->row.len && !ll_is_blank(c->row.ptr[at + 1]))));
    return at;
}

static size_t next_pipe(cursor *c) {
    size_t at = c->at;
    do {
        at = ll_view_find_byte(c->row, '|', at);
        if (at == LL_VIEW_NONE)
            return at;
        at++;
    } while (escaped(c->row, at - 1));
    c->at = at;
    return at - 1;
}

/* Cuts the row at the pipes that `next` finds. The first and last pipe may be left out. */
static void cut(pieces *out, ll_view row, size_t (*next)(cursor *)) {
    cursor c = {.row = row};
    size_t start = row.len > 0 && row.ptr[0] == '|' ? 1 : 0;
    c.at = start;
    out->len = 0;
    for (size_t pipe; out->len < PIECES_MOST && (pipe = next(&c)) != LL_VIEW_NONE; start = pipe + 1)
        out->at[out->len++] = trimmed(row, start, pipe);
    if (out->len < PIECES_MOST && (start < row.len || out->len == 0))
        out->at[out->len++] = trimmed(row, start, row.len);
}

/* Joins pieces first … first + surplus into one. */
static void join(pieces *out, uint32_t first, uint32_t surplus) {
    out->at[first].end = out->at[first + surplus].end;
    for (uint32_t i = first + surplus + 1; i < out->len; i++)
        out->at[i - surplus] = out->at[i];
    out->len -= surplus;
}

/* What the cells of a column begin with: it shows which cells a bare pipe has shifted. */
typedef struct column_words {
    ll_view heading; /* a word of the column's header cell */
    const ll_view *words;
    size_t count;
} column_words;

static const ll_view depths[] = {
    LL_VIEW_INIT("MENTIONED"),    LL_VIEW_INIT("INTRODUCED"), LL_VIEW_INIT("DEVELOPED"),
    LL_VIEW_INIT("APPLIED"),      LL_VIEW_INIT("NOT "),       LL_VIEW_INIT("MISSING"),
    LL_VIEW_INIT("assumed"),      LL_VIEW_INIT("N/A"),        LL_VIEW_INIT("--"),
    LL_VIEW_INIT("\xE2\x80\x94"),
};

static const ll_view statuses[] = {
    LL_VIEW_INIT("OK"), LL_VIEW_INIT("GAP"),          LL_VIEW_INIT("MISSING"),
    LL_VIEW_INIT("--"), LL_VIEW_INIT("\xE2\x80\x94"),
};

static const column_words anchors[] = {
    {LL_VIEW_INIT("depth"), depths, sizeof depths / sizeof *depths},
    {LL_VIEW_INIT("status"), statuses, sizeof statuses / sizeof *statuses},
};

static const column_words *find_anchor(ll_view heading) {
    for (size_t i = 0; i < sizeof anchors / sizeof *anchors; i++)
        if (ll_view_find_word(heading, anchors[i].heading, 0) != LL_VIEW_NONE)
            return &anchors[i];
    return NULL;
}

static bool begins_as(const column_words *anchor, ll_view cell) {
    while (cell.len > 0 && (cell.ptr[0] == '*' || cell.ptr[0] == '`'))
        cell = ll_view_slice(cell, 1, cell.len);
    for (size_t i = 0; i < anchor->count; i++)
        if (ll_view_starts(cell, anchor->words[i]))
            return true;
    return false;
}

/* Makes a row of too many pieces fit: the surplus before a cell that is known by its column belongs
 * to the cell left of it, everything else to the last one. */
static void fit(pieces *out, const ll_markdown *markdown, ll_view row, uint32_t columns,
                uint32_t header) {
    for (uint32_t i = 1; i < columns && header < markdown->rows.len; i++) {
        const ll_row *head = &markdown->rows.at[header];
        const column_words *anchor = find_anchor(ll_markdown_cell(markdown, head, i));
        uint32_t surplus = out->len - columns;
        bool empty = out->at[i].start == out->at[i].end;
        for (uint32_t k = i; anchor && !empty && k <= i + surplus; k++) {
            if (!begins_as(anchor, ll_view_slice(row, out->at[k].start, out->at[k].end)))
                continue;
            join(out, i - 1, k - i);
            break;
        }
    }
    if (out->len > columns)
        join(out, columns - 1, out->len - columns);
}

/* The author's reading of a row whose count is wrong. */
static void repair(pieces *out, const ll_markdown *markdown, ll_view row, uint32_t columns,
                   uint32_t header) {
    if (out->len < columns)
        return;
    static size_t (*const readings[])(cursor *) = {next_bare_pipe, next_spaced_pipe};
    for (size_t i = 0; i < sizeof readings / sizeof *readings && row.len <= PROTECT_MOST; i++) {
        pieces found;
        cut(&found, row, readings[i]);
        bool fewer = found.len >= columns && found.len < out->len;
        if (fewer)
            *out = found;
        if (out->len == columns)
            return;
    }
    fit(out, markdown, row, columns, header);
}

uint32_t ll_rows_count(ll_view line) {
    pieces found;
    cut(&found, ll_view_trim(line), next_pipe);
    return found.len;
}

bool ll_rows_add(ll_markdown *markdown, ll_arena *arena, uint32_t start, uint32_t end,
                 uint32_t columns, uint32_t header) {
    ll_view row = ll_view_slice(markdown->source->text, start, end);
    pieces found;
    cut(&found, row, next_pipe);
    if (found.len == PIECES_MOST)
        return false;
    uint32_t github = found.len;
    if (github != columns)
        repair(&found, markdown, row, columns, header);
    ll_row *entry = LL_ARRAY_ADD(arena, &markdown->rows);
    *entry = (ll_row){start, end, markdown->cells.len, columns, github, github != columns};
    for (uint32_t i = 0; i < columns; i++) {
        ll_cell cell = {(uint32_t)row.len, (uint32_t)row.len};
        if (i < found.len)
            cell = found.at[i];
        LL_ARRAY_PUSH(arena, &markdown->cells, ((ll_cell){start + cell.start, start + cell.end}));
    }
    return true;
}
