/* Finding em dashes in rendered text, and what stands beside them. */
#include "check/dash.h"
#include "check/context.h"
#include "check/foreign.h"
#include "check/joined.h"
#include "check/mend.h"

static const ll_view DASH = LL_VIEW_INIT("\xE2\x80\x94");

static ll_beside what_stands_at(const ll_lesson *lesson, size_t rendered) {
    const ll_piece *piece = ll_lesson_piece_at(lesson, (uint32_t)rendered);
    bool in_template = lesson->rendered.ptr[rendered] == '\n' &&
                       (piece->origin == LL_ORIGIN_TEXT || piece->origin == LL_ORIGIN_EXPRESSION);
    return piece->origin == LL_ORIGIN_BREAK || in_template ? LL_BESIDE_BREAK : LL_BESIDE_BLANK;
}

/* What stands beside a dash next to the sign of another string, which `+` puts there. */
static ll_beside what_is_joined(const ll_lesson *lesson, const ll_dash *dash, bool behind) {
    ll_joined other = ll_joined_at(lesson, dash->passage, behind);
    return other.kind == LL_JOINED_BLANK ? LL_BESIDE_BLANK : LL_BESIDE_TEXT;
}

/* False when nothing but blanks stands before the dash in its passage. */
static bool look_before(const ll_lesson *lesson, ll_dash *dash) {
    size_t at = dash->start;
    size_t nearest = at;
    bool blank = false;
    while (at > dash->passage->start) {
        size_t before = ll_view_before(lesson->rendered, at);
        if (!ll_blank_character(lesson->rendered, before)) {
            dash->before = LL_BESIDE_TEXT;
            if (blank)
                dash->before = what_stands_at(lesson, nearest);
            else if (before == dash->passage->start)
                dash->before = what_is_joined(lesson, dash, false);
            return true;
        }
        if (!blank)
            nearest = before;
        blank = true;
        at = before;
    }
    return false;
}

static bool look_after(const ll_lesson *lesson, ll_dash *dash) {
    size_t at = dash->end;
    while (at < dash->passage->end) {
        size_t blank = ll_blank_character(lesson->rendered, at);
        if (!blank) {
            dash->after = LL_BESIDE_TEXT;
            if (at > dash->end)
                dash->after = what_stands_at(lesson, dash->end);
            else if (at + strlen(LL_LESSON_PLACEHOLDER) == dash->passage->end)
                dash->after = what_is_joined(lesson, dash, true);
            return true;
        }
        at += blank;
    }
    return false;
}

/* Between two gaps a dash is all that its box holds: a placeholder, as in a cell of a table. */
static bool fills_its_box(const ll_lesson *lesson, const ll_dash *dash) {
    if (lesson->rendered.ptr[dash->start - 1] != ' ' || lesson->rendered.ptr[dash->end] != ' ')
        return false;
    return ll_lesson_piece_at(lesson, dash->start - 1)->origin == LL_ORIGIN_SPACE &&
           ll_lesson_piece_at(lesson, dash->end)->origin == LL_ORIGIN_SPACE;
}

/* Alone in an element that sets it off, a dash is what the text speaks of: the key <kbd>—</kbd>. */
static bool is_spoken_of(const ll_tsx *tsx, uint32_t start, uint32_t length) {
    static const char *const names[] = {"dfn", "kbd", "mark", "q"};
    uint32_t node = ll_tsx_node_at(tsx, start);
    uint32_t element = node == LL_TSX_NONE ? node : ll_tsx_element_of(tsx, node);
    return element != LL_TSX_NONE && LL_VIEW_IS_ONE_OF(ll_tsx_lead(tsx, element), names) &&
           tsx->nodes.at[element].inner_end - tsx->nodes.at[element].inner_start == length;
}

/* Text of which the marks mean something, or that is of another language. */
static bool is_not_judged(ll_facts *facts, const ll_dash *dash) {
    uint32_t start, length;
    ll_lesson_source_range(facts->lesson, dash->start, dash->end, &start, &length);
    return ll_lesson_is_as_is(facts->lesson, start) || ll_is_foreign(facts, start) ||
           is_spoken_of(facts->tsx, start, length);
}

void ll_dash_each(ll_check *check, void (*visit)(ll_check *check, const ll_dash *dash)) {
    const ll_lesson *lesson = check->facts->lesson;
    uint32_t passage = 0;
    size_t at = 0;
    while ((at = ll_view_find(lesson->rendered, DASH, at)) != LL_VIEW_NONE) {
        while (lesson->passages.at[passage].end <= at)
            passage++;
        ll_dash dash = {.start = (uint32_t)at,
                        .end = (uint32_t)(at + DASH.len),
                        .passage = &lesson->passages.at[passage]};
        at += DASH.len;
        if (ll_passage_is_text(dash.passage) && look_before(lesson, &dash) &&
            look_after(lesson, &dash) && !fills_its_box(lesson, &dash) &&
            !is_not_judged(check->facts, &dash))
            visit(check, &dash);
    }
}

/* A number or sign of arithmetic. */
static bool counts(char c) {
    return ll_is_digit(c) || (c != '\0' && strchr("+-=%$#", c) != NULL);
}

ll_safety ll_dash_safety(const ll_lesson *lesson, const ll_passage *passage, uint32_t start,
                         uint32_t end, ll_safety safety) {
    static const ll_view minus = LL_VIEW_INIT("\xE2\x88\x92"), range = LL_VIEW_INIT("\xE2\x80\x93");
    ll_view text = ll_lesson_passage_text(lesson, passage);
    ll_view before = ll_view_slice(text, 0, start - passage->start);
    ll_view behind = ll_view_slice(text, end - passage->start, text.len);
    size_t tight = before.len + behind.len;
    while (before.len > 0 && ll_blank_character(before, ll_view_before(before, before.len)))
        before.len = ll_view_before(before, before.len);
    for (size_t blank; behind.len > 0 && (blank = ll_blank_character(behind, 0)) > 0;)
        behind = ll_view_slice(behind, blank, behind.len);
    bool may_be_minus = (before.len > 0 && counts(before.ptr[before.len - 1])) ||
                        (behind.len > 0 && counts(behind.ptr[0])) || ll_view_ends(before, minus) ||
                        ll_view_ends(before, range) || ll_view_starts(behind, minus) ||
                        ll_view_starts(behind, range);
    return may_be_minus && before.len + behind.len < tight ? LL_SAFETY_UNSAFE : safety;
}

void ll_dash_report(ll_check *check, const ll_dash *dash, const char *kind) {
    uint32_t start = 0, length = 0;
    ll_lesson_source_range(check->facts->lesson, dash->start, dash->end, &start, &length);
    ll_value values[] = {{"context", ll_context_of(check, dash->passage, dash->start, dash->end)},
                         {0}};
    ll_safety safety =
        ll_dash_safety(check->facts->lesson, dash->passage, dash->start, dash->end, LL_SAFETY_SAFE);
    ll_edits edits = {0};
    (void)ll_mend_tight(&edits, check, dash->passage, dash->start, dash->end, DASH, safety);
    ll_check_report(
        check, &(ll_report){.range = {LL_DOCUMENT_LESSON, start, length},
                            .subject = ll_lesson_passage_text(check->facts->lesson, dash->passage),
                            .kind = kind,
                            .values = values,
                            .edits = &edits});
}
