/* Finding directives in comments, and the lines that they hold for. */
#include "facts/directives.h"

#include "base/error.h"

static const ll_view PREFIX = LL_VIEW_INIT("lessonlint-");
static const ll_view OPEN = LL_VIEW_INIT("<!--"), CLOSE = LL_VIEW_INIT("-->");

/* By ll_directive_kind. */
static const char *const keywords[] = {"lessonlint-disable-file", "lessonlint-disable-line",
                                       "lessonlint-disable-next-line", "lessonlint-disable",
                                       "lessonlint-enable"};

enum { KEYWORDS = sizeof keywords / sizeof *keywords };

const char *ll_directive_nearest(ll_view keyword) {
    return ll_error_nearest(keyword, keywords, KEYWORDS);
}

/* A comment: with its delimiters, and without. */
typedef struct comment {
    uint32_t start, end, inner_start, inner_end;
} comment;

typedef struct reading {
    const ll_facts *facts;
    ll_document document;
    ll_view text;
    ll_directives found;
    comment first;            /* of the document; end == 0: none */
    uint32_t ticks, ticks_to; /* Markdown: the back-ticks of a line before an offset */
    bool open_ended;          /* … and a comment was met that does not end */
} reading;

/* The offset behind the line of `at`. */
static uint32_t behind_line(ll_view text, uint32_t at) {
    size_t end = ll_view_line_end(text, at, true);
    return (uint32_t)(end == LL_VIEW_NONE ? text.len : ll_view_next_line_start(text, end));
}

static comment comment_of(const ll_tsx_node *node) {
    return (comment){node->start, node->end, node->inner_start, node->inner_end};
}

/* Whether `at` stands in a comment of the TSX. */
static bool tsx_comment(const reading *in, uint32_t at, comment *out) {
    const ll_tsx *tsx = in->facts->tsx;
    uint32_t index = ll_tsx_node_at(tsx, at);
    if (index == LL_TSX_NONE)
        return false;
    const ll_tsx_node *node = &tsx->nodes.at[index];
    if (node->kind != LL_TSX_COMMENT || node->end <= at)
        return false;
    *out = comment_of(node);
    return true;
}

static bool in_code_block(const reading *in, uint32_t at) {
    const ll_blocks *blocks = &in->facts->plan->markdown->blocks;
    uint32_t low = 0, high = blocks->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (blocks->at[middle].start <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && blocks->at[low - 1].kind == LL_BLOCK_CODE && blocks->at[low - 1].end > at;
}

/* Whether an odd number of back-ticks stands before `at` in its line. */
static bool in_code_span(reading *in, uint32_t at) {
    uint32_t line = at;
    while (line > in->ticks_to && in->text.ptr[line - 1] != '\n')
        line--;
    if (line > in->ticks_to) {
        in->ticks = 0;
        in->ticks_to = line;
    }
    for (; in->ticks_to < at; in->ticks_to++)
        in->ticks += in->text.ptr[in->ticks_to] == '`';
    return in->ticks % 2 == 1;
}

/* The comment that begins at or behind `from`, whole. */
static bool find_comment(reading *in, size_t from, comment *out) {
    size_t start = ll_view_find(in->text, OPEN, from);
    if (start == LL_VIEW_NONE || in->open_ended)
        return false;
    size_t end = ll_view_find(in->text, CLOSE, start + OPEN.len);
    in->open_ended = end == LL_VIEW_NONE;
    if (!in->open_ended)
        *out = (comment){(uint32_t)start, (uint32_t)(end + CLOSE.len), (uint32_t)(start + OPEN.len),
                         (uint32_t)end};
    return !in->open_ended;
}

/* Whether `at` stands behind `<!--` and blanks, or in the first comment of the document. */
static bool markdown_comment(reading *in, uint32_t at, comment *out) {
    *out = in->first;
    if (at < in->first.start || at >= in->first.end) {
        size_t start = at;
        while (start > 0 && ll_is_blank(in->text.ptr[start - 1]))
            start--;
        if (!ll_view_ends(ll_view_slice(in->text, 0, start), OPEN) ||
            !find_comment(in, start - OPEN.len, out))
            return false;
    }
    return !in_code_block(in, out->start) && !in_code_span(in, out->start);
}

/* From the start of the line of `at` to behind its end. */
static void line_around(ll_view text, uint32_t at, uint32_t *first, uint32_t *after) {
    *first = at;
    while (*first > 0 && text.ptr[*first - 1] != '\n' && text.ptr[*first - 1] != '\r')
        (*first)--;
    *after = behind_line(text, at);
}

static ll_directive_kind kind_of(ll_view keyword) {
    size_t kind = 0;
    while (kind < KEYWORDS && !ll_view_equal(keyword, ll_view_of(keywords[kind])))
        kind++;
    return kind == KEYWORDS ? LL_DIRECTIVE_UNKNOWN : (ll_directive_kind)kind;
}

static bool is_keyword_byte(char c) {
    return ll_is_alnum(c) || c == '-' || c == '_';
}

/* Adds the ids of a list; one empty slot when there are none. */
static void add_slots(reading *in, ll_directive *directive, ll_view list) {
    directive->first_slot = in->found.slots.len;
    while (list.len > 0) {
        size_t comma = ll_view_find_byte(list, ',', 0);
        size_t end = comma == LL_VIEW_NONE ? list.len : comma;
        ll_view id = ll_view_trim(ll_view_slice(list, 0, end));
        uint32_t offset = (uint32_t)(id.ptr - in->text.ptr);
        if (id.len > 0)
            LL_ARRAY_PUSH(in->facts->arena, &in->found.slots, ((ll_directive_slot){id, offset}));
        list = ll_view_slice(list, comma == LL_VIEW_NONE ? list.len : comma + 1, list.len);
    }
    if (in->found.slots.len == directive->first_slot)
        LL_ARRAY_PUSH(in->facts->arena, &in->found.slots,
                      ((ll_directive_slot){{0}, directive->offset}));
    directive->slot_count = in->found.slots.len - directive->first_slot;
}

/* Where the first of such a dash stands between blanks, or the end. */
static size_t find_between_blanks(ll_view rest, ll_view dash) {
    for (size_t at = 0; (at = ll_view_find(rest, dash, at)) != LL_VIEW_NONE; at++) {
        bool before = at == 0 || ll_is_blank(rest.ptr[at - 1]);
        size_t end = at + dash.len;
        if (before && (end == rest.len || ll_is_blank(rest.ptr[end])))
            return at;
    }
    return rest.len;
}

/* Where the reason's `--` stands, or the dash that editors make of it; the end without one.
 * `*behind` is what follows. */
static size_t find_reason(ll_view rest, ll_view *behind) {
    static const ll_view dashes[] = {LL_VIEW_INIT("--"), LL_VIEW_INIT("\xE2\x80\x94"),
                                     LL_VIEW_INIT("\xE2\x80\x93")};
    size_t first = rest.len;
    *behind = LL_VIEW("");
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t at = find_between_blanks(rest, dashes[i]);
        if (at >= first)
            continue;
        first = at;
        *behind = ll_view_slice(rest, at + dashes[i].len, rest.len);
    }
    return first;
}

static void add(reading *in, const comment *around, uint32_t at) {
    uint32_t end = at;
    while (end < around->inner_end && is_keyword_byte(in->text.ptr[end]))
        end++;
    ll_directive directive = {.keyword = ll_view_slice(in->text, at, end),
                              .offset = at,
                              .start = around->start,
                              .end = around->end};
    directive.kind = kind_of(directive.keyword);
    ll_view rest = ll_view_slice(in->text, end, around->inner_end);
    if (directive.kind == LL_DISABLE_FILE && ll_view_find_byte(rest, '\n', 0) != LL_VIEW_NONE)
        rest = ll_view_slice(rest, 0, ll_view_find_byte(rest, '\n', 0));
    ll_view behind;
    size_t dashes = find_reason(rest, &behind);
    directive.reason = ll_view_trim(behind);
    add_slots(in, &directive, ll_view_slice(rest, 0, dashes));
    if (directive.kind == LL_DISABLE_FILE && around->start == in->first.start)
        directive.after = (uint32_t)in->text.len + 1;
    else if (directive.kind == LL_DISABLE_LINE)
        line_around(in->text, at, &directive.first, &directive.after);
    if (directive.kind == LL_DISABLE) {
        directive.first = directive.start;
        directive.after = (uint32_t)in->text.len + 1;
    }
    LL_ARRAY_PUSH(in->facts->arena, &in->found.all, directive);
}

/* Whether a line [first, after) holds nothing but comments of directives, of which `next` is the
 * first that may stand in it; moves past them. */
static bool is_directives_alone(const reading *in, uint32_t first, uint32_t after, uint32_t *next) {
    uint32_t at = first;
    while (at < after) {
        bool here = *next < in->found.all.len && in->found.all.at[*next].start == at;
        char c = in->text.ptr[at];
        if (here)
            at = in->found.all.at[(*next)++].end;
        else if (ll_is_blank(c) || c == '{' || c == '}')
            at++;
        else
            return false;
    }
    return true;
}

/* The line behind a directive that is neither blank nor of directives alone. The directives behind
 * it know theirs already. */
static void find_next_line(const reading *in, uint32_t index) {
    ll_directive *all = in->found.all.at;
    uint32_t next = index + 1, first = behind_line(in->text, all[index].end), after = first;
    while (first < in->text.len) {
        after = behind_line(in->text, first);
        while (next < in->found.all.len && all[next].start < first)
            next++;
        uint32_t behind = next;
        if (!is_directives_alone(in, first, after, &behind))
            break;
        if (behind > next && all[behind - 1].kind == LL_DISABLE_NEXT_LINE) {
            first = all[behind - 1].first;
            after = all[behind - 1].after;
            break;
        }
        first = behind > next ? behind_line(in->text, all[behind - 1].end - 1) : after;
    }
    all[index].first = first;
    all[index].after = first < in->text.len ? after : first;
}

static void find_first_comment(reading *in) {
    const ll_tsx *tsx = in->facts->tsx;
    if (in->document == LL_DOCUMENT_PLAN) {
        find_comment(in, 0, &in->first);
        return;
    }
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_COMMENT) {
            in->first = comment_of(&tsx->nodes.at[i]);
            return;
        }
}

/* A directive that begins its comment, or one for the file that stands in the first. */
static bool is_directive(const reading *in, const comment *around, uint32_t at) {
    ll_view before = ll_view_slice(in->text, around->inner_start, at);
    bool file = ll_view_starts(ll_view_slice(in->text, at, in->text.len),
                               ll_view_of(keywords[LL_DISABLE_FILE]));
    return ll_view_trim(before).len == 0 || (file && around->start == in->first.start);
}

ll_directives ll_facts_directives(const ll_facts *facts, ll_document document) {
    const ll_source *source = facts->sources[document];
    reading in = {.facts = facts, .document = document};
    if (!source ||
        ll_view_find_nocase(source->text, PREFIX, 0) == LL_VIEW_NONE) /* the faster search */
        return in.found;
    in.text = source->text;
    find_first_comment(&in);
    for (size_t at = 0; (at = ll_view_find(in.text, PREFIX, at)) != LL_VIEW_NONE;
         at += PREFIX.len) {
        comment around = {0};
        bool inside = document == LL_DOCUMENT_PLAN ? markdown_comment(&in, (uint32_t)at, &around)
                                                   : tsx_comment(&in, (uint32_t)at, &around);
        if (inside && is_directive(&in, &around, (uint32_t)at))
            add(&in, &around, (uint32_t)at);
    }
    for (uint32_t i = in.found.all.len; i-- > 0;)
        if (in.found.all.at[i].kind == LL_DISABLE_NEXT_LINE)
            find_next_line(&in, i);
    return in.found;
}
