/* JSX text, line by line, as TypeScript and SWC compile it. */
#include "lesson/parse.h"

#include "base/step.h"

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

/* Line ends past ASCII. */
static const ll_view wide_breaks[] = {LL_VIEW_INIT("\xE2\x80\xA8"), LL_VIEW_INIT("\xE2\x80\xA9")};

enum { WIDE_BREAKS = sizeof wide_breaks / sizeof *wide_breaks };

size_t ll_jsx_wide_blank(ll_view text, size_t at) {
    if ((unsigned char)text.ptr[at] < 0x80)
        return 0;
    ll_view rest = ll_view_slice(text, at, text.len);
    for (size_t i = 0; i < WIDE_BLANKS; i++)
        if (ll_view_starts(rest, wide_blanks[i]))
            return wide_blanks[i].len;
    return 0;
}

/* Length of the line end past ASCII that begins at `at`, else 0. */
static size_t wide_break(ll_view text, size_t at) {
    ll_view rest = ll_view_slice(text, at, text.len);
    for (size_t i = 0; i < WIDE_BREAKS; i++)
        if (ll_view_starts(rest, wide_breaks[i]))
            return wide_breaks[i].len;
    return 0;
}

/* Where the blanks of ASCII that begin at `at` end: indentations are long. */
static uint32_t skip_ascii_blanks(ll_view source, uint32_t at) {
    while (at < source.len && ll_is_blank(source.ptr[at])) {
        if (source.len - at < sizeof(ll_step)) {
            at++;
            continue;
        }
        ll_step step = ll_step_at(source.ptr + at);
        uint64_t others = ll_step_others(
            ll_step_or(ll_step_between(step, '\t', '\r'), ll_step_between(step, ' ', ' ')));
        at += others ? ll_step_first(others) : (uint32_t)sizeof step;
    }
    return at;
}

/* Where the blanks at the start of what is left end, line ends among them. */
static uint32_t skip_blanks(const ll_jsx_lines *lines) {
    ll_view source = lines->tsx->source->text;
    uint32_t at = lines->at;
    size_t wide = 0;
    do {
        at = skip_ascii_blanks(source, at + (uint32_t)wide);
        if (at >= lines->end)
            return lines->end;
        wide = ll_jsx_wide_blank(source, at);
        if (wide == 0 && lines->odd_breaks)
            wide = wide_break(source, at);
    } while (wide > 0);
    return at;
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

/* Where the line that begins at `at` ends. */
static uint32_t find_break(const ll_jsx_lines *lines, uint32_t at) {
    ll_view line = ll_tsx_text(lines->tsx, at, lines->end);
    size_t end = ll_view_line_end(line, 0, lines->odd_breaks);
    line.len = end == LL_VIEW_NONE ? line.len : end;
    for (size_t i = 0; lines->odd_breaks && i < WIDE_BREAKS; i++) {
        end = ll_view_find(line, wide_breaks[i], 0);
        line.len = end == LL_VIEW_NONE ? line.len : end;
    }
    return at + (uint32_t)line.len;
}

/* Lines of blanks alone are passed together. The blanks before the text of the first line are kept:
 * that line ends in them when there is a break among them. */
bool ll_jsx_line_next(ll_jsx_lines *lines, uint32_t *start, uint32_t *end) {
    uint32_t from = lines->at;
    uint32_t text = skip_blanks(lines);
    if (from < text && (lines->later || find_break(lines, from) < text))
        from = text;
    if (from == lines->end)
        return false;
    uint32_t stop = find_break(lines, text);
    lines->later = true;
    lines->at = stop;
    *start = from;
    *end = stop < lines->end ? drop_blanks(lines->tsx->source->text.ptr, text, stop) : stop;
    return true;
}

bool ll_jsx_text_vanishes(const ll_lesson *lesson, uint32_t node) {
    ll_jsx_lines lines = {lesson->tsx, lesson->inside->odd_breaks,
                          lesson->tsx->nodes.at[node].start, lesson->tsx->nodes.at[node].end,
                          false};
    uint32_t start, end;
    return !ll_jsx_line_next(&lines, &start, &end);
}
