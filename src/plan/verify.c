/* Fix verifications: a table, a list, or bold paragraphs. */
#include "plan/build.h"

/* A state word this near to the start of a title with a bracket stands in the bracket. */
enum { BRACKET_MOST = 16 };

/* Takes "[SEV]", "SEV:", "FIX VERIFIED]" and the like off the front. */
static ll_view without_front(ll_view title) {
    while (title.len > 0 && strchr("*` ", title.ptr[0]))
        title = ll_view_slice(title, 1, title.len);
    if (title.len > 0 && title.ptr[0] == '[') {
        size_t close = ll_view_find_byte(title, ']', 0);
        if (close != LL_VIEW_NONE)
            title = ll_view_trim(ll_view_slice(title, close + 1, title.len));
    }
    for (int i = 0; i < LL_REVIEW_SEVERITIES; i++) {
        ll_view word = ll_build_severities[i];
        if (ll_view_starts(title, word) && title.len > word.len && ll_build_begins(title, word))
            title = ll_view_trim(ll_view_slice(title, word.len, title.len));
    }
    while (title.len > 0 && (ll_build_dash(title) > 0 || title.ptr[0] == ':')) {
        size_t dash = ll_build_dash(title);
        title = ll_view_trim(ll_view_slice(title, dash ? dash : 1, title.len));
    }
    return title;
}

/* Takes a dash, a colon, and "(SEV)" off the end. */
static ll_view without_end(ll_view title) {
    for (;;) {
        title = ll_view_trim(title);
        size_t len = title.len;
        while (title.len > 0 && strchr(":-*.", title.ptr[title.len - 1]))
            title.len--;
        if (ll_view_ends(title, LL_VIEW("\xE2\x80\x94")) ||
            ll_view_ends(title, LL_VIEW("\xE2\x80\x93")))
            title.len -= 3;
        for (int i = 0; i < LL_REVIEW_SEVERITIES; i++) {
            ll_view word = ll_build_severities[i];
            size_t tail = word.len + 2;
            if (title.len > tail && title.ptr[title.len - 1] == ')' &&
                title.ptr[title.len - tail] == '(' &&
                ll_view_starts_nocase(ll_view_slice(title, title.len - tail + 1, title.len), word))
                title.len -= tail;
        }
        if (title.len == len)
            return title;
    }
}

/* Without both. */
static ll_view bare(ll_view title) {
    for (size_t len = title.len + 1; title.len < len;) {
        len = title.len;
        title = without_end(without_front(title));
    }
    return title;
}

ll_view ll_plan_bare_title(ll_view title) {
    for (size_t len = title.len + 1; title.len < len;) {
        len = title.len;
        title = ll_build_title_tail(bare(title), 0).title;
    }
    return title;
}

/* Without the signs that stand between a status and what goes on behind it. */
static ll_view behind_status(ll_view text) {
    for (size_t used = 1; used > 0;) {
        text = ll_view_trim(text);
        used = ll_build_dash(text);
        if (used == 0 && text.len > 0 && strchr("])*:.", text.ptr[0]))
            used = 1;
        text = ll_view_slice(text, used, text.len);
    }
    return text;
}

/* Whether only marks stand before the status. */
static bool leads(ll_view text, const ll_fix_status *status) {
    for (size_t i = 0; i < status->at && i < text.len; i++)
        if (ll_is_alnum(text.ptr[i]))
            return false;
    return status->at != LL_VIEW_NONE;
}

static bool is_severity_or_kind(ll_view word) {
    bool known = ll_view_equal_nocase(word, LL_VIEW("finding")) ||
                 ll_view_equal_nocase(word, LL_VIEW("issue"));
    for (int i = 0; i < LL_REVIEW_SEVERITIES && !known; i++)
        known = ll_view_equal_nocase(word, ll_build_severities[i]);
    return known;
}

/* Whether nothing but marks, a number and a severity stand before the status: "#1 (POLISH):". */
static bool has_no_title_before(ll_view text, const ll_fix_status *status) {
    for (size_t at = 0; at < status->at && at < text.len;) {
        size_t start = at;
        while (at < text.len && ll_is_alnum(text.ptr[at]))
            at++;
        ll_view word = ll_view_slice(text, start, at);
        if (word.len > 0 && !ll_is_digit(word.ptr[0]) && !is_severity_or_kind(word))
            return false;
        at += word.len == 0;
    }
    return status->at != LL_VIEW_NONE;
}

/* The status of a text that has its title, too: behind a status that leads, before another one. */
static ll_fix_status status_of(ll_view text) {
    ll_fix_status status = ll_build_fix_status(text, true);
    return has_no_title_before(text, &status) ? status : ll_build_fix_status(text, false);
}

/* The title that stands before the status, or in the sentence behind one that leads. */
static ll_view title_of(ll_view text, const ll_fix_status *status) {
    if (leads(text, status))
        return ll_build_sentence(
            behind_status(ll_view_slice(text, status->at + status->len, text.len)));
    return ll_view_slice(text, 0, status->at == LL_VIEW_NONE ? text.len : status->at);
}

/* Of "**Title (SEV):** FIXED. evidence", "**Title -- FIXED**" and "**NOT FIXED** -- title". */
static ll_fix_state read_bold(ll_view inside, ll_view rest, ll_view *title) {
    ll_view behind = behind_status(rest);
    ll_fix_status in_title = status_of(inside);
    ll_fix_status status = ll_build_fix_status(rest, false);
    bool same_line = ll_build_first_line(rest).len > 0;
    *title = inside;
    bool alone =
        leads(inside, &in_title) &&
        behind_status(ll_view_slice(inside, in_title.at + in_title.len, inside.len)).len == 0;
    if (alone) {
        *title = ll_build_sentence(behind);
        return in_title.state;
    }
    if (status.state != LL_FIX_UNKNOWN && same_line && leads(rest, &status))
        return status.state;
    if (in_title.state == LL_FIX_UNKNOWN || in_title.at == LL_VIEW_NONE)
        return status.state == LL_FIX_UNKNOWN ? in_title.state : status.state;
    if (leads(inside, &in_title) && inside.ptr[0] != '[')
        *title = title_of(inside, &in_title);
    else if (in_title.at > (inside.ptr[0] == '[' ? BRACKET_MOST : 0))
        *title = ll_view_slice(inside, 0, in_title.at);
    return in_title.state;
}

/* The title and state of an entry, such as "[SEV] Title -- FIXED. evidence". */
static ll_fix_state read_entry(const ll_plan_builder *b, ll_view text, ll_view *title) {
    ll_view inside, rest, plain = ll_build_plain(b, text);
    ll_fix_state state;
    if (ll_build_bold(text, &inside, &rest)) {
        state = read_bold(ll_build_plain(b, inside), ll_markdown_plain(b->arena, rest), title);
    } else {
        ll_fix_status status = status_of(plain);
        state = status.state;
        *title = title_of(plain, &status);
    }
    *title = bare(*title);
    return state == LL_FIX_FIXED && ll_build_is_struck(text) ? LL_FIX_OPEN : state;
}

static void add_entry(ll_plan_builder *b, ll_plan_review *review, ll_fix_verification entry) {
    ll_title_tail tail = ll_build_title_tail(entry.title, 0);
    entry.title = tail.title;
    entry.rule = tail.rule;
    LL_ARRAY_PUSH(b->arena, &b->plan->verifications, entry);
    review->verification_count++;
}

enum { NO_COLUMN = -1 };

static int find_column(const ll_plan_builder *b, const ll_row *header, ll_view name) {
    for (uint32_t i = 0; i < header->cell_count; i++)
        if (ll_build_has(ll_markdown_cell(b->markdown, header, i), name))
            return (int)i;
    return NO_COLUMN;
}

static ll_fix_state row_state(const ll_plan_builder *b, const ll_row *row, int column) {
    ll_view text = column != NO_COLUMN ? ll_markdown_cell(b->markdown, row, (uint32_t)column)
                                       : ll_view_slice(b->text, row->start, row->end);
    ll_fix_state state = ll_build_fix_status(text, false).state;
    return state == LL_FIX_FIXED && ll_build_is_struck(text) ? LL_FIX_OPEN : state;
}

/* "#", "No.": of a table that names findings by their numbers alone. */
static bool is_numbers(const ll_plan_builder *b, const ll_row *header) {
    static const ll_view names[] = {LL_VIEW_INIT("#"), LL_VIEW_INIT("No."), LL_VIEW_INIT("No"),
                                    LL_VIEW_INIT("Number"), LL_VIEW_INIT("Nr.")};
    ll_view name = ll_view_trim(ll_build_plain(b, ll_markdown_cell(b->markdown, header, 0)));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ll_view_equal_nocase(name, names[i]))
            return true;
    return false;
}

/* Takes the number off "3", "#3", "Finding 3", "3. Title" and "#3: Title"; "3 cards" stays a title.
 */
static void take_number(ll_fix_verification *entry) {
    static const ll_view lead[] = {LL_VIEW_INIT("finding"), LL_VIEW_INIT("issue"),
                                   LL_VIEW_INIT("#")};
    ll_view text = entry->title;
    uint32_t number;
    size_t used;
    for (size_t i = 0; i < sizeof lead / sizeof *lead; i++)
        if (ll_view_starts_nocase(text, lead[i]))
            text = ll_view_trim(ll_view_slice(text, lead[i].len, text.len));
    if (!ll_view_number(text, &number, &used) || number == 0)
        return;
    text = ll_view_slice(text, used, text.len);
    bool point =
        text.len > 0 && strchr(".:)", text.ptr[0]) && (text.len == 1 || ll_is_blank(text.ptr[1]));
    ll_view rest = ll_view_trim(ll_view_slice(text, point, text.len));
    size_t dash = ll_build_dash(rest);
    if (text.len > 0 && !point && (dash == 0 || !ll_is_blank(text.ptr[0])))
        return;
    entry->number = number;
    entry->title = bare(rest);
}

static uint32_t row_number(const ll_plan_builder *b, const ll_row *row) {
    ll_fix_verification first = {
        .title = bare(ll_build_plain(b, ll_markdown_cell(b->markdown, row, 0)))};
    take_number(&first);
    return first.title.len == 0 ? first.number : 0;
}

/* The columns of a table; NO_COLUMN where there is none. */
typedef struct columns {
    int title, state, notes;
    bool numbered; /* the first one has numbers */
} columns;

static columns find_columns(const ll_plan_builder *b, const ll_row *header) {
    static const ll_view names[] = {LL_VIEW_INIT("status"),       LL_VIEW_INIT("state"),
                                    LL_VIEW_INIT("verification"), LL_VIEW_INIT("resolution"),
                                    LL_VIEW_INIT("verdict"),      LL_VIEW_INIT("result")};
    columns found = {find_column(b, header, LL_VIEW("finding")), NO_COLUMN,
                     find_column(b, header, LL_VIEW("notes")), is_numbers(b, header)};
    for (size_t i = 0; i < sizeof names / sizeof *names && found.state == NO_COLUMN; i++)
        found.state = find_column(b, header, names[i]);
    return found;
}

/* Beside a column of numbers "3. Title" is a title, and "#3" is none. */
static void number_row(const ll_plan_builder *b, const ll_row *row, const columns *of,
                       ll_fix_verification *entry) {
    bool titled = of->title != NO_COLUMN;
    ll_fix_verification told = *entry;
    take_number(&told);
    bool sign = entry->title.len > 0 && entry->title.ptr[0] == '#' && told.title.len == 0;
    if (!of->numbered || !titled || sign)
        *entry = told;
    if (of->numbered && entry->number == 0 && (!titled || entry->title.len > 0))
        entry->number = row_number(b, row);
}

static ll_fix_verification read_row(ll_plan_builder *b, const ll_row *row, const columns *of,
                                    bool verified) {
    ll_view cell =
        ll_markdown_cell(b->markdown, row, of->title == NO_COLUMN ? 0 : (uint32_t)of->title);
    ll_fix_verification entry = {
        .place = {row->start, row->end - row->start},
        .title = bare(ll_build_plain(b, cell)),
        .state = row_state(b, row, of->state),
        .has_status = of->state != NO_COLUMN,
    };
    if (verified && of->state == NO_COLUMN && entry.state == LL_FIX_UNKNOWN)
        entry.state = LL_FIX_FIXED;
    if (entry.title.len == 0) /* nothing but signs */
        entry.title = ll_view_trim(ll_build_plain(b, cell));
    number_row(b, row, of, &entry);
    if (of->notes != NO_COLUMN)
        entry.notes = ll_build_plain(b, ll_markdown_cell(b->markdown, row, (uint32_t)of->notes));
    return entry;
}

static void read_table(ll_plan_builder *b, ll_plan_review *review, const ll_block *table,
                       bool verified) {
    columns of = find_columns(b, &b->markdown->rows.at[table->first_row]);
    for (uint32_t i = 1; i < table->row_count; i++)
        add_entry(b, review,
                  read_row(b, &b->markdown->rows.at[table->first_row + i], &of, verified));
}

/* What an entry without a status says below a heading that says that all are fixed. */
static ll_fix_state state_below(const ll_plan_builder *b, ll_view text) {
    ll_view inside, rest;
    if (!ll_build_bold(text, &inside, &rest))
        rest = text;
    rest = behind_status(ll_build_plain(b, rest));
    return ll_build_is_limited(ll_build_sentence(rest)) ? LL_FIX_OPEN : LL_FIX_FIXED;
}

bool ll_build_is_verified_heading(const ll_plan_builder *b, ll_view title) {
    ll_view plain = ll_build_plain(b, title), entry;
    bool joined = ll_view_find(plain, LL_VIEW(": "), 0) != LL_VIEW_NONE;
    for (size_t i = 1; i < plain.len && !joined; i++)
        joined =
            ll_is_blank(plain.ptr[i - 1]) && ll_build_dash(ll_view_slice(plain, i, plain.len)) > 0;
    return joined && read_entry(b, title, &entry) != LL_FIX_UNKNOWN;
}

static void read_text(ll_plan_builder *b, ll_plan_review *review, const ll_block *block,
                      bool verified) {
    ll_view text = ll_build_text(b, block);
    ll_view title;
    ll_fix_state state = read_entry(b, text, &title);
    /* A paragraph that only introduces or comments is no entry. */
    bool bold = ll_view_starts(text, LL_VIEW("**"));
    bool says = state != LL_FIX_UNKNOWN, item = block->kind == LL_BLOCK_ITEM;
    if (!says && verified)
        state = state_below(b, text);
    ll_fix_verification entry = {
        .place = ll_build_line(b, block), .title = title, .state = state, .number = block->number};
    take_number(&entry);
    if (block->kind == LL_BLOCK_HEADING)
        says = ll_build_is_verified_heading(b, text);
    if ((entry.title.len > 0 || entry.number > 0) &&
        (item || (says && (bold || block->kind == LL_BLOCK_HEADING))))
        add_entry(b, review, entry);
}

void ll_build_verifications(ll_plan_builder *b, ll_plan_review *review, ll_block_range blocks,
                            bool verified) {
    bool listed = false;
    for (uint32_t i = blocks.first; i < blocks.after; i++) {
        const ll_block *block = ll_build_block(b, i);
        if (block->kind == LL_BLOCK_TABLE) {
            read_table(b, review, block, verified);
            listed = true;
        } else if ((block->kind == LL_BLOCK_ITEM && block->level == 0) ||
                   block->kind == LL_BLOCK_HEADING ||
                   (block->kind == LL_BLOCK_PARAGRAPH && !listed)) {
            read_text(b, review, block, verified);
        }
    }
}
