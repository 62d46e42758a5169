/* JSX text, line by line, as TypeScript and SWC compile it. */
#include "lesson/parse.h"

/* Blanks past ASCII that the compilers trim, in UTF-8. U+00A0 is one of them when it stands there
 * raw; `&nbsp;` is text. */
static const ll_view wide_blanks[] = {
    LL_VIEW_INIT("\xC2\x85"),     LL_VIEW_INIT("\xC2\xA0"),     LL_VIEW_INIT("\xE1\x9A\x80"),
    LL_VIEW_INIT("\xE2\x80\x80"), LL_VIEW_INIT("\xE2\x80\x81"), LL_VIEW_INIT("\xE2\x80\x82"),
    LL_VIEW_INIT("\xE2\x80\x83"), LL_VIEW_INIT("\xE2\x80\x84"), LL_VIEW_INIT("\xE2\x80\x85"),
    LL_VIEW_INIT("\xE2\x80\x86"), LL_VIEW_INIT("\xE2\x80\x87"), LL_VIEW_INIT("\xE2\x80\x88"),
    LL_VIEW_INIT("\xE2\x80\x89"), LL_VIEW_INIT("\xE2\x80\x8A"), LL_VIEW_INIT("\xE2\x80\x8B"),
    LL_VIEW_INIT("\xE2\x80\xAF"), LL_VIEW_INIT("\xE2\x81\x9F"), LL_VIEW_INIT("\xE3\x80\x80"),
    LL_VIEW_INIT("\xEF\xBB\xBF"),
};

/* Length of the blank at the start of a text, or 0. */
static uint32_t blank_at_start(ll_view text) {
    if (text.len == 0)
        return 0;
    if ((unsigned char)text.ptr[0] < 0x80)
        return ll_is_blank(text.ptr[0]);
    for (size_t i = 0; i < sizeof wide_blanks / sizeof *wide_blanks; i++)
        if (ll_view_starts(text, wide_blanks[i]))
            return (uint32_t)wide_blanks[i].len;
    return 0;
}

static uint32_t blank_at_end(ll_view text) {
    if (text.len == 0)
        return 0;
    if ((unsigned char)text.ptr[text.len - 1] < 0x80)
        return ll_is_blank(text.ptr[text.len - 1]);
    for (size_t i = 0; i < sizeof wide_blanks / sizeof *wide_blanks; i++)
        if (ll_view_ends(text, wide_blanks[i]))
            return (uint32_t)wide_blanks[i].len;
    return 0;
}

/* Where the line that begins at `at` ends, and with how many bytes. */
static uint32_t find_break(const ll_jsx_lines *lines, uint32_t at, uint32_t *length) {
    const char *text = lines->tsx->source->text.ptr;
    *length = 1;
    if (!lines->odd_breaks) {
        const char *hit = memchr(text + at, '\n', lines->end - at);
        return hit ? (uint32_t)(hit - text) : lines->end;
    }
    for (; at < lines->end; at++) {
        if (text[at] == '\n' || text[at] == '\r')
            return at;
        if (lines->end - at >= 3 && memcmp(text + at, "\xE2\x80", 2) == 0 &&
            (text[at + 2] == '\xA8' || text[at + 2] == '\xA9')) {
            *length = 3;
            return at;
        }
    }
    return lines->end;
}

bool ll_jsx_line_next(ll_jsx_lines *lines, uint32_t *start, uint32_t *end) {
    while (!lines->done) {
        uint32_t length = 0, blank;
        uint32_t from = lines->at;
        uint32_t stop = from < lines->end ? find_break(lines, from, &length) : lines->end;
        uint32_t to = stop;
        ll_view line = ll_tsx_text(lines->tsx, from, to);
        while (lines->later && (blank = blank_at_start(line)) > 0) {
            from += blank;
            line = ll_view_slice(line, blank, line.len);
        }
        while (stop < lines->end && (blank = blank_at_end(line)) > 0) {
            to -= blank;
            line.len -= blank;
        }
        lines->later = true;
        lines->done = stop == lines->end;
        lines->at = lines->done ? stop : stop + length;
        if (to > from) {
            *start = from;
            *end = to;
            return true;
        }
    }
    return false;
}

bool ll_jsx_text_vanishes(const ll_lesson *lesson, uint32_t node) {
    ll_jsx_lines lines = {lesson->tsx,
                          lesson->inside->odd_breaks,
                          lesson->tsx->nodes.at[node].start,
                          lesson->tsx->nodes.at[node].end,
                          false,
                          false};
    uint32_t start, end;
    return !ll_jsx_line_next(&lines, &start, &end);
}
