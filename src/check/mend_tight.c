/* Taking the blanks beside a sign away, whatever makes them. */
#include "check/foreign.h"
#include "check/joined.h"
#include "check/mend.h"

#include <stdlib.h>

/* Blanks on one side; more are left to people. */
enum { BLANKS_MOST = 32 };

/* Bytes of the source that are to go. */
typedef struct cut {
    uint32_t start, end;
} cut;

typedef struct tightening {
    const ll_check *check;
    const ll_passage *passage;
    cut cuts[2 * BLANKS_MOST + 3]; /* the sign itself is one of them, and so are those of strings
                                    * that + puts beside its own */
    uint32_t count;
    const ll_piece *wrap; /* the line break of JSX text among the blanks, if there is one */
    uint32_t wraps;
    bool unsure; /* what stands beside the sign cannot be seen: a blank may be left there */
} tightening;

size_t ll_blank_character(ll_view text, size_t at) {
    static const ll_view wide[] = {LL_VIEW_INIT("\xC2\xA0"), LL_VIEW_INIT("\xE1\x9A\x80"),
                                   LL_VIEW_INIT("\xE2\x80\xAF"), LL_VIEW_INIT("\xE2\x81\x9F"),
                                   LL_VIEW_INIT("\xE3\x80\x80")};
    if ((unsigned char)text.ptr[at] < 0x80)
        return ll_is_blank(text.ptr[at]);
    ll_view rest = ll_view_slice(text, at, text.len);
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (ll_view_starts(rest, wide[i]))
            return wide[i].len;
    bool en_quad_to_hair = ll_view_starts(rest, LL_VIEW("\xE2\x80")) && rest.len > 2 &&
                           (unsigned char)rest.ptr[2] >= 0x80 && (unsigned char)rest.ptr[2] <= 0x8A;
    return en_quad_to_hair ? 3 : 0;
}

static bool is_all_blank(ll_view text) {
    return ll_view_trim(text).len == 0;
}

/* A blank that is a string in braces: the bytes of it, or, when there is nothing else in the
 * string, the braces and what stands around them, of which a line break would be seen without them.
 */
static bool cut_string(const tightening *work, uint32_t start, uint32_t end, cut *out) {
    const ll_tsx *tsx = work->check->facts->tsx;
    ll_view text = tsx->source->text;
    uint32_t node = ll_tsx_node_at(tsx, start);
    uint32_t braces = node == LL_TSX_NONE ? LL_TSX_NONE : tsx->nodes.at[node].parent;
    if (braces == LL_TSX_NONE || tsx->nodes.at[braces].kind != LL_TSX_BRACES ||
        tsx->nodes.at[node].inner_start > start || tsx->nodes.at[node].inner_end < end)
        return false;
    *out = (cut){start, end};
    const ll_tsx_node *string = &tsx->nodes.at[node], *outer = &tsx->nodes.at[braces];
    if (!is_all_blank(ll_view_slice(text, string->inner_start, string->inner_end)))
        return true;
    if (!is_all_blank(ll_view_slice(text, outer->inner_start, string->start)) ||
        !is_all_blank(ll_view_slice(text, string->end, outer->inner_end)))
        return false;
    *out = (cut){outer->start, outer->end};
    while (out->start > 0 && ll_is_blank(text.ptr[out->start - 1]))
        out->start--;
    while (out->end < text.len && ll_is_blank(text.ptr[out->end]))
        out->end++;
    return true;
}

/* The source of one blank character of the rendered text. */
static bool cut_blank(tightening *work, uint32_t rendered, uint32_t length, cut *out) {
    const ll_lesson *lesson = work->check->facts->lesson;
    const ll_piece *piece = ll_lesson_piece_at(lesson, rendered);
    uint32_t start = piece->source + (rendered - piece->rendered);
    char sign = lesson->rendered.ptr[rendered];
    switch (piece->origin) {
    case LL_ORIGIN_TEXT:
        *out = (cut){start, start + length};
        return sign != '\n' && sign != '\r';
    case LL_ORIGIN_ENCODED:
        *out = (cut){piece->source, piece->source + piece->source_length};
        return lesson->source->text.ptr[piece->source] == '&';
    case LL_ORIGIN_BREAK:
        *out = (cut){piece->source, piece->source + piece->source_length};
        work->wrap = piece;
        work->wraps++;
        return true;
    case LL_ORIGIN_EXPRESSION:
        return sign != '\n' && sign != '\r' && cut_string(work, start, start + length, out);
    default:
        return false;
    }
}

static bool add_blank(tightening *work, uint32_t rendered, uint32_t length) {
    return work->count < 2 * BLANKS_MOST &&
           cut_blank(work, rendered, length, &work->cuts[work->count++]);
}

/* The blanks of the string that `+` puts beside the one of the passage. */
static bool add_joined(tightening *work, bool behind, bool touches) {
    ll_joined other = ll_joined_at(work->check->facts->lesson, work->passage, behind);
    work->unsure |= touches && other.kind == LL_JOINED_UNSEEN;
    if (other.kind != LL_JOINED_BLANK)
        return true;
    work->cuts[work->count++] = (cut){other.start, other.end};
    return other.end > other.start;
}

static bool add_before(tightening *work, uint32_t start) {
    ll_view text = work->check->facts->lesson->rendered;
    uint32_t first = work->passage->start;
    size_t at = start;
    while (at > first) {
        size_t before = ll_view_before(text, at), length = ll_blank_character(text, before);
        if (!length)
            return before > first || add_joined(work, false, at == start);
        if (!add_blank(work, (uint32_t)before, (uint32_t)length))
            return false;
        at = before;
    }
    return true;
}

static bool add_behind(tightening *work, uint32_t end) {
    ll_view text = work->check->facts->lesson->rendered;
    size_t at = end, length;
    for (; at < work->passage->end; at += length) {
        length = ll_blank_character(text, at);
        if (!length)
            break;
        if (!add_blank(work, (uint32_t)at, (uint32_t)length))
            return false;
    }
    return at + strlen(LL_LESSON_PLACEHOLDER) != work->passage->end ||
           add_joined(work, true, at == end);
}

static int compare_cuts(const void *a, const void *b) {
    uint32_t left = ((const cut *)a)->start, right = ((const cut *)b)->start;
    return (left > right) - (left < right);
}

/* Sorts the cuts, and joins those that touch or overlap. */
static void join_cuts(tightening *work) {
    qsort(work->cuts, work->count, sizeof *work->cuts, compare_cuts);
    uint32_t kept = 0;
    for (uint32_t i = 1; i < work->count; i++) {
        cut *last = &work->cuts[kept], next = work->cuts[i];
        if (next.start > last->end)
            work->cuts[++kept] = next;
        else if (next.end > last->end)
            last->end = next.end;
    }
    work->count = kept + 1;
}

/* The blank in front of the word that ends where the cut begins: a single one inside of a line of
 * the same JSX text. 0 when there is none. */
static uint32_t blank_before_word(const ll_tsx *tsx, const cut *whole) {
    const char *text = tsx->source->text.ptr;
    uint32_t node = ll_tsx_node_at(tsx, whole->start - 1);
    if (node == LL_TSX_NONE || tsx->nodes.at[node].kind != LL_TSX_TEXT ||
        tsx->nodes.at[node].end < whole->end)
        return 0;
    uint32_t at = whole->start, least = tsx->nodes.at[node].start;
    while (at > least && !ll_is_blank(text[at - 1]))
        at--;
    bool single = at < whole->start && at > least + 1 && text[at - 1] == ' ' &&
                  (unsigned char)text[at - 2] < 0x80 && !ll_is_blank(text[at - 2]);
    return single ? at - 1 : 0;
}

/* The line break and the indent behind it; empty when there are several. */
static ll_view break_of(const tightening *work) {
    const ll_piece *wrap = work->wrap;
    ll_view text =
        ll_tsx_text(work->check->facts->tsx, wrap->source, wrap->source + wrap->source_length);
    size_t start = 0;
    while (start < text.len && text.ptr[start] != '\n' && text.ptr[start] != '\r')
        start++;
    ll_view from = ll_view_slice(text, start, text.len);
    size_t next = from.len > 0 ? ll_view_next_line_start(from, 0) : 0;
    for (size_t i = next; i < from.len; i++)
        if (from.ptr[i] == '\n' || from.ptr[i] == '\r')
            return LL_VIEW("");
    return from;
}

/* The word before a line break goes to the next line: there the blank before it is. */
static void move_word(ll_edits *edits, const tightening *work, ll_safety safety) {
    if (work->wraps != 1 || work->count != 1 || work->cuts[0].start == 0)
        return;
    uint32_t blank = blank_before_word(work->check->facts->tsx, &work->cuts[0]);
    ll_view lines = break_of(work);
    if (blank > 0 && lines.len > 0)
        ll_mend_put(edits, work->check, blank, blank + 1, lines, safety);
}

bool ll_mend_tight(ll_edits *edits, const ll_check *check, const ll_passage *passage,
                   uint32_t start, uint32_t end, ll_view text, ll_safety safety) {
    tightening work = {.check = check, .passage = passage};
    safety = ll_mend_safety(check, passage, start, end, safety);
    uint32_t from, length;
    ll_edits written = {0};
    ll_lesson_source_range(check->facts->lesson, start, end, &from, &length);
    if (!add_before(&work, start) || !add_behind(&work, end) ||
        !ll_mend_replace(&written, check, from, from + length, text, safety))
        return false;
    if (work.unsure || ll_is_foreign(check->facts, from))
        safety = LL_SAFETY_UNSAFE;
    work.cuts[work.count++] = (cut){from, from + length};
    join_cuts(&work);
    move_word(edits, &work, safety);
    for (uint32_t i = 0; i < work.count; i++) {
        const cut *one = &work.cuts[i];
        bool holds = one->start <= from && from < one->end;
        ll_view put = LL_VIEW("");
        if (holds)
            put = written.at[0].text;
        ll_mend_put(edits, check, one->start, one->end, put, safety);
    }
    return true;
}
