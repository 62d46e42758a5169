/* JSX text, line by line, as TypeScript and SWC compile it. */
#include "lesson/parse.h"

#include "base/eight.h"

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

enum { WIDE_BLANKS = sizeof wide_blanks / sizeof *wide_blanks };

size_t ll_jsx_wide_blank(ll_view text, size_t at) {
    if ((unsigned char)text.ptr[at] < 0x80)
        return 0;
    ll_view rest = ll_view_slice(text, at, text.len);
    for (size_t i = 0; i < WIDE_BLANKS; i++)
        if (ll_view_starts(rest, wide_blanks[i]))
            return wide_blanks[i].len;
    return 0;
}

/* Where the blanks at the start of [from, to) end. */
static uint32_t skip_blanks(const char *text, uint32_t from, uint32_t to) {
    size_t wide = 0;
    do {
        from += (uint32_t)wide;
        while (to - from >= 8 && ll_eight_at(text + from) == ll_eight_of(' '))
            from += 8;
        while (from < to && ll_is_blank(text[from]))
            from++;
        wide = from < to ? ll_jsx_wide_blank((ll_view){text + from, to - from}, 0) : 0;
    } while (wide > 0);
    return from;
}

/* Where the blanks at the end of [from, to) begin. */
static uint32_t drop_blanks(const char *text, uint32_t from, uint32_t to) {
    while (from < to) {
        if (ll_is_blank(text[to - 1])) {
            to--;
            continue;
        }
        uint32_t wide = 0;
        for (size_t i = 0; (unsigned char)text[to - 1] >= 0x80 && i < WIDE_BLANKS && !wide; i++)
            if (ll_view_ends((ll_view){text + from, to - from}, wide_blanks[i]))
                wide = (uint32_t)wide_blanks[i].len;
        if (!wide)
            break;
        to -= wide;
    }
    return to;
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
    const char *text = lines->tsx->source->text.ptr;
    while (!lines->done) {
        uint32_t length = 0;
        uint32_t from = lines->at;
        uint32_t stop = find_break(lines, from, &length);
        uint32_t to = stop;
        if (lines->later)
            from = skip_blanks(text, from, to);
        if (stop < lines->end)
            to = drop_blanks(text, from, to);
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
