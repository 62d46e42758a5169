/* Finding em dashes in rendered text, and what stands beside them. */
#include "check/dash.h"
#include "check/context.h"

static const ll_view DASH = LL_VIEW_INIT("\xE2\x80\x94");

/* Length of the blank character that begins at `at`, 0 when there is none: ASCII blanks and the
 * separators of Unicode's category Zs. */
static size_t blank_at(ll_view text, size_t at) {
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

static ll_beside what_stands_at(const ll_lesson *lesson, size_t rendered) {
    const ll_piece *piece = ll_lesson_piece_at(lesson, (uint32_t)rendered);
    bool in_template = lesson->rendered.ptr[rendered] == '\n' && piece->origin == LL_ORIGIN_TEXT;
    return piece->origin == LL_ORIGIN_BREAK || in_template ? LL_BESIDE_BREAK : LL_BESIDE_BLANK;
}

/* False when nothing but blanks stands before the dash in its passage. */
static bool look_before(const ll_lesson *lesson, ll_dash *dash) {
    size_t at = dash->start;
    size_t nearest = at;
    bool blank = false;
    while (at > dash->passage->start) {
        size_t before = ll_view_before(lesson->rendered, at);
        if (!blank_at(lesson->rendered, before)) {
            dash->before = blank ? what_stands_at(lesson, nearest) : LL_BESIDE_TEXT;
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
        size_t blank = blank_at(lesson->rendered, at);
        if (!blank) {
            dash->after = at > dash->end ? what_stands_at(lesson, dash->end) : LL_BESIDE_TEXT;
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
            look_after(lesson, &dash) && !fills_its_box(lesson, &dash))
            visit(check, &dash);
    }
}

void ll_dash_report(ll_check *check, const ll_dash *dash, const char *kind) {
    uint32_t start = 0, length = 0;
    ll_lesson_source_range(check->facts->lesson, dash->start, dash->end, &start, &length);
    ll_value values[] = {{"context", ll_context_of(check, dash->passage, dash->start, dash->end)},
                         {0}};
    ll_check_report(
        check, &(ll_report){.range = {LL_DOCUMENT_LESSON, start, length},
                            .subject = ll_lesson_passage_text(check->facts->lesson, dash->passage),
                            .kind = kind,
                            .values = values});
}
