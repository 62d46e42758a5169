/* From md4c's verdict to blocks with their place in the source. */
#include "markdown/markdown.h"

#include "base/error.h"
#include "markdown/reader.h"
#include "markdown/rows.h"

enum { INDENT_MOST = 3 /* blanks in front of a block that say nothing */ };

typedef struct placer {
    ll_markdown *markdown;
    ll_arena *arena;
    ll_view text;
    const ll_line *lines;
    uint32_t line_count;
    ll_raw_blocks raw;
    const uint32_t *known; /* per block: first line with text of it or of a later one */
    uint32_t next;         /* first line that no block holds yet */
    uint32_t marker_end;   /* offset behind the markers that were used on line `next` */
    uint32_t too_wide;     /* offset of a row with too many cells */
    bool failed;
} placer;

/* The part of a line that is still free, without quote marks and blanks. */
static ll_view free_part(const placer *p, uint32_t line, uint32_t *offset) {
    uint32_t at = p->lines[line].start;
    if (line == p->next && p->marker_end > at)
        at = p->marker_end;
    uint32_t end = p->lines[line].end;
    while (at < end && (ll_is_blank(p->text.ptr[at]) || p->text.ptr[at] == '>'))
        at++;
    *offset = at;
    return ll_view_slice(p->text, at, end);
}

static void use_lines(placer *p, uint32_t after) {
    if (after <= p->next)
        return;
    p->next = after < p->line_count ? after : p->line_count;
    p->marker_end = 0;
}

/* Where a block that begins on `line` starts: a bullet may have used part of the line. */
static uint32_t start_of(const placer *p, uint32_t line) {
    uint32_t start = p->lines[line].start;
    return line == p->next && p->marker_end > start ? p->marker_end : start;
}

/* Finds the first free line before `limit` that `matches`; `limit` itself when none does. */
static uint32_t search(const placer *p, uint32_t limit, bool (*matches)(ll_view, char), char mark) {
    for (uint32_t line = p->next; line < limit; line++) {
        uint32_t offset;
        if (matches(free_part(p, line, &offset), mark))
            return line;
    }
    return limit < p->line_count ? limit : p->line_count - 1;
}

static bool is_marker(ll_view text, char mark) {
    (void)mark;
    size_t start, end;
    return ll_skeleton_marker(text, &start, &end);
}

static bool is_fence(ll_view text, char mark) {
    return text.len >= 3 && text.ptr[0] == mark && text.ptr[1] == mark && text.ptr[2] == mark;
}

static bool is_rule(ll_view text, char mark) {
    (void)mark;
    size_t signs = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (ll_is_blank(text.ptr[i]))
            continue;
        if (text.ptr[i] != text.ptr[0])
            return false;
        signs++;
    }
    return signs >= 3 && (text.ptr[0] == '-' || text.ptr[0] == '*' || text.ptr[0] == '_');
}

static bool closes_fence(ll_view text, char mark) {
    size_t len = 0;
    while (len < text.len && text.ptr[len] == mark)
        len++;
    return len >= 3 && ll_view_trim(text).len == len;
}

static ll_block *add(placer *p, const ll_raw_block *raw, uint32_t first, uint32_t last) {
    ll_block *block = LL_ARRAY_ADD(p->arena, &p->markdown->blocks);
    block->kind = raw->kind;
    block->level = raw->level;
    block->start = start_of(p, first);
    block->end = p->lines[last].end > block->start ? p->lines[last].end : block->start;
    block->text_start = p->lines[first].content;
    if (block->text_start < block->start)
        block->text_start = block->start;
    block->text_end = block->end;
    return block;
}

static void trim_text(const placer *p, ll_block *block) {
    while (block->text_end > block->text_start && ll_is_blank(p->text.ptr[block->text_end - 1]))
        block->text_end--;
    while (block->text_start < block->text_end && ll_is_blank(p->text.ptr[block->text_start]))
        block->text_start++;
}

/* Takes the # of an ATX heading off both ends of its text. */
static void strip_hashes(const placer *p, ll_block *block) {
    const char *bytes = p->text.ptr;
    while (block->text_start < block->text_end && bytes[block->text_start] == '#')
        block->text_start++;
    uint32_t end = block->text_end;
    while (end > block->text_start && bytes[end - 1] == '#')
        end--;
    if (end == block->text_start || ll_is_blank(bytes[end - 1]))
        block->text_end = end;
}

/* Whether `text` begins with the # of a heading of this level; an underlined text may begin with
 * seven of them. */
static bool is_atx(ll_view text, uint32_t level) {
    size_t hashes = 0;
    while (hashes < text.len && text.ptr[hashes] == '#')
        hashes++;
    return hashes == level && (hashes == text.len || ll_is_blank(text.ptr[hashes]));
}

static void place_heading(placer *p, const ll_raw_block *raw, uint32_t index) {
    (void)index;
    uint32_t offset;
    ll_view text = free_part(p, raw->first, &offset);
    bool underlined = !is_atx(text, raw->level);
    ll_block *block = add(p, raw, raw->first, raw->last);
    trim_text(p, block);
    if (!underlined) {
        strip_hashes(p, block);
        trim_text(p, block);
    }
    uint32_t last = raw->last + underlined;
    block->end = p->lines[last < p->line_count ? last : raw->last].end;
    use_lines(p, last + 1);
}

static void add_row(placer *p, uint32_t line, uint32_t columns, uint32_t header) {
    uint32_t start;
    ll_view text = free_part(p, line, &start);
    uint32_t end = start + (uint32_t)text.len;
    while (end > start && ll_is_blank(p->text.ptr[end - 1]))
        end--;
    if (!ll_rows_add(p->markdown, p->arena, start, end, columns, header)) {
        p->failed = true;
        p->too_wide = start;
    }
}

/* For a table that is larger than all before it: growing step by step copies what it holds. */
static void make_room(placer *p, uint32_t rows, uint32_t columns) {
    ll_markdown *markdown = p->markdown;
    if (rows <= markdown->rows.cap)
        return;
    LL_ARRAY_RESERVE(p->arena, &markdown->rows, (size_t)markdown->rows.len + rows);
    LL_ARRAY_RESERVE(p->arena, &markdown->cells,
                     markdown->cells.len + (size_t)rows * (columns ? columns : 1));
}

static void place_table(placer *p, const ll_raw_block *raw, uint32_t index) {
    (void)index;
    uint32_t delimiter = raw->first + 1;
    uint32_t last = raw->last > delimiter ? raw->last : delimiter;
    uint32_t offset;
    uint32_t columns = ll_skeleton_delimiter(free_part(p, delimiter, &offset));
    uint32_t header = p->markdown->rows.len;
    if (columns > LL_MARKDOWN_CELLS_MOST) {
        p->failed = true;
        p->too_wide = offset;
        return;
    }
    make_room(p, last - raw->first, columns);
    for (uint32_t line = raw->first; line <= last && !p->failed; line++)
        if (line != delimiter)
            add_row(p, line, columns ? columns : 1, header);
    ll_block *block = add(p, raw, raw->first, last);
    trim_text(p, block);
    block->first_row = header;
    block->row_count = p->markdown->rows.len - header;
    use_lines(p, last + 1);
}

/* Number of quote marks in front of the content of a line. */
static uint32_t quotes(const placer *p, uint32_t line) {
    uint32_t count = 0;
    for (uint32_t at = p->lines[line].start; at < p->lines[line].content; at++)
        count += p->text.ptr[at] == '>';
    return count;
}

/* Where the text of a line begins in its line. */
static uint32_t indent_of(const placer *p, uint32_t line) {
    return p->lines[line].content - p->lines[line].start;
}

/* The header row of a table that follows the text of a block without a blank line, or the line
 * behind the block: GitHub lets a table end a paragraph, md4c does not. The table stands in the
 * same quotes and, behind the text of an item, at least as far in. */
static uint32_t header_line(const placer *p, const ll_raw_block *raw) {
    uint32_t offset;
    uint32_t inner = indent_of(p, raw->first);
    if (raw->kind != LL_BLOCK_ITEM)
        inner = inner > INDENT_MOST ? inner - INDENT_MOST : 0;
    for (uint32_t line = raw->first + 1; line < raw->last; line++) {
        uint32_t columns = ll_skeleton_delimiter(free_part(p, line + 1, &offset));
        ll_view text = free_part(p, line, &offset);
        if (columns > 0 && quotes(p, line) == quotes(p, raw->first) &&
            indent_of(p, line + 1) >= inner && ll_rows_count(text) == columns)
            return line;
    }
    return raw->last + 1;
}

/* The table behind the text of a block, when the text ends before the block's last line. */
static void place_rest(placer *p, const ll_raw_block *raw, uint32_t line) {
    use_lines(p, line);
    if (line > raw->last)
        return;
    ll_raw_block table = {.kind = LL_BLOCK_TABLE, .first = line, .last = raw->last};
    place_table(p, &table, 0);
}

static void place_paragraph(placer *p, const ll_raw_block *raw, uint32_t index) {
    (void)index;
    uint32_t behind = header_line(p, raw);
    trim_text(p, add(p, raw, raw->first, behind - 1));
    place_rest(p, raw, behind);
}

static void read_marker(const placer *p, ll_block *block, ll_view text) {
    size_t start, end, digits;
    if (ll_skeleton_marker(text, &start, &end) && ll_is_digit(text.ptr[start]))
        (void)ll_view_number(ll_view_slice(text, start, end), &block->number, &digits);
    ll_view rest = ll_view_slice(p->text, block->text_start, block->text_end);
    bool boxed = rest.len >= 3 && rest.ptr[0] == '[' && rest.ptr[2] == ']' &&
                 (rest.len == 3 || ll_is_blank(rest.ptr[3]));
    if (!boxed || (rest.ptr[1] != ' ' && rest.ptr[1] != 'x' && rest.ptr[1] != 'X'))
        return;
    block->task = rest.ptr[1] == ' ' ? ' ' : 'x';
    block->text_start += 3;
    trim_text(p, block);
}

/* An item whose text begins on its own line uses the line up; one that opens with another block
 * (a nested list, a fence) leaves the rest of the line to that. */
static void place_item(placer *p, const ll_raw_block *raw, uint32_t index) {
    bool has_text = raw->first != LL_NO_LINE;
    uint32_t limit = has_text ? raw->first : p->known[index];
    uint32_t line = search(p, limit, is_marker, 0);
    uint32_t offset;
    ll_view text = free_part(p, line, &offset);
    size_t start, end;
    uint32_t behind = ll_skeleton_marker(text, &start, &end) ? offset + (uint32_t)end : offset;
    uint32_t after = has_text ? header_line(p, raw) : line + 1;
    ll_block *block = add(p, raw, line, after - 1);
    block->mark = raw->mark;
    block->text_start = has_text && raw->first > line ? p->lines[raw->first].content : behind;
    if (!has_text)
        block->end = block->text_end = behind;
    trim_text(p, block);
    read_marker(p, block, text);
    if (has_text) {
        place_rest(p, raw, after);
        return;
    }
    bool rest = ll_view_trim(ll_view_slice(p->text, behind, p->lines[line].end)).len > 0;
    use_lines(p, rest ? line : line + 1);
    if (rest)
        p->marker_end = behind;
}

/* The last of `count` lines from `first` on; a blank line that the skeleton has added counts. */
static uint32_t last_line(const placer *p, uint32_t first, uint32_t count) {
    uint32_t last = first;
    for (; count > 1 && last + 1 < p->line_count; count--, last++)
        count -= p->lines[last + 1].parted && count > 2;
    return last;
}

/* Whether a fence on `line` opens the next block instead of closing this one: when that is a fenced
 * block, too, and has no other line to open it. */
static bool opens_next(const placer *p, uint32_t line, uint32_t index) {
    if (index + 1 == p->raw.len)
        return false;
    const ll_raw_block *next = &p->raw.at[index + 1];
    if (next->kind != LL_BLOCK_CODE || !next->mark)
        return false;
    for (line++; line < p->known[index + 1]; line++) {
        uint32_t offset;
        if (is_fence(free_part(p, line, &offset), next->mark))
            return false;
    }
    return true;
}

static void place_code(placer *p, const ll_raw_block *raw, uint32_t index) {
    uint32_t first = raw->first;
    uint32_t last;
    if (raw->mark) {
        first = search(p, p->known[index], is_fence, raw->mark);
        last = last_line(p, first, raw->count + 1);
        uint32_t next;
        if (last + 1 < p->line_count && closes_fence(free_part(p, last + 1, &next), raw->mark) &&
            quotes(p, last + 1) == quotes(p, first) && !opens_next(p, last + 1, index))
            last++;
    } else {
        first = first == LL_NO_LINE ? p->next : first;
        last = last_line(p, first, raw->count);
    }
    uint32_t offset;
    (void)free_part(p, first, &offset);
    ll_block *block = add(p, raw, first, last);
    block->text_start = offset;
    block->mark = raw->mark ? raw->mark : ' ';
    trim_text(p, block);
    use_lines(p, last + 1);
}

static void place_html(placer *p, const ll_raw_block *raw, uint32_t index) {
    (void)index;
    uint32_t first = raw->first == LL_NO_LINE ? p->next : raw->first;
    uint32_t last = last_line(p, first, raw->count);
    trim_text(p, add(p, raw, first, last));
    use_lines(p, last + 1);
}

static void place_rule(placer *p, const ll_raw_block *raw, uint32_t index) {
    uint32_t line = search(p, p->known[index], is_rule, 0);
    uint32_t offset;
    (void)free_part(p, line, &offset);
    ll_block *block = add(p, raw, line, line);
    block->text_start = offset;
    trim_text(p, block);
    use_lines(p, line + 1);
}

/* For each block the first line that is known of it or of what follows it. */
static const uint32_t *find_known(ll_arena *arena, ll_raw_blocks raw, uint32_t line_count) {
    uint32_t *known = LL_ARENA_ARRAY(arena, uint32_t, raw.len);
    uint32_t line = line_count;
    for (uint32_t i = raw.len; i > 0; i--) {
        if (raw.at[i - 1].first != LL_NO_LINE)
            line = raw.at[i - 1].first;
        known[i - 1] = line;
    }
    return known;
}

static void place_blocks(placer *p) {
    static void (*const kinds[])(placer *, const ll_raw_block *, uint32_t) = {
        [LL_BLOCK_HEADING] = place_heading, [LL_BLOCK_PARAGRAPH] = place_paragraph,
        [LL_BLOCK_ITEM] = place_item,       [LL_BLOCK_TABLE] = place_table,
        [LL_BLOCK_CODE] = place_code,       [LL_BLOCK_HTML] = place_html,
        [LL_BLOCK_RULE] = place_rule,
    };
    LL_ARRAY_RESERVE(p->arena, &p->markdown->blocks, p->raw.len);
    for (uint32_t i = 0; i < p->raw.len && !p->failed; i++)
        kinds[p->raw.at[i].kind](p, &p->raw.at[i], i);
}

ll_status ll_markdown_parse(ll_markdown **out, ll_arena *arena, ll_source *source,
                            ll_error *error) {
    ll_markdown *markdown = LL_ARENA_NEW(arena, ll_markdown);
    markdown->source = source;
    ll_skeleton skeleton = {0};
    ll_skeleton_build(&skeleton, arena, source->text);
    placer p = {.markdown = markdown, .arena = arena, .text = source->text};
    p.lines = skeleton.lines.at;
    p.line_count = skeleton.lines.len;
    ll_reader_run(&p.raw, arena, &skeleton);
    p.known = find_known(arena, p.raw, p.line_count);
    place_blocks(&p);
    if (p.failed)
        return ll_error_set(error, LL_E_LIMIT, source->path,
                            ll_source_position(source, p.too_wide).line, 0,
                            "a table row has more than %u cells", LL_MARKDOWN_CELLS_MOST);
    *out = markdown;
    return LL_OK;
}

uint32_t ll_markdown_row(ll_markdown *markdown, ll_arena *arena, uint32_t header, ll_view line) {
    line = ll_view_trim(line);
    if (line.len == 0)
        return LL_MARKDOWN_NO_ROW;
    uint32_t start = ll_source_offset(markdown->source, line);
    uint32_t columns = markdown->rows.at[header].cell_count;
    uint32_t index = markdown->rows.len;
    bool added = ll_rows_add(markdown, arena, start, start + (uint32_t)line.len, columns, header);
    return added ? index : LL_MARKDOWN_NO_ROW;
}

ll_view ll_markdown_cell(const ll_markdown *markdown, const ll_row *row, uint32_t index) {
    if (index >= row->cell_count)
        return LL_VIEW("");
    const ll_cell *cell = &markdown->cells.at[row->first_cell + index];
    return ll_view_slice(markdown->source->text, cell->start, cell->end);
}

ll_view ll_markdown_text(const ll_markdown *markdown, const ll_block *block) {
    return ll_view_slice(markdown->source->text, block->text_start, block->text_end);
}
