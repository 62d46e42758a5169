/* section-comment-order: the banners of the source, "Section 3: …", count upwards. */
#include "check/checks.h"

typedef struct banner {
    uint32_t number, part; /* part: 'b' of "4b", 2 of "4.2"; else 0 */
    ll_view label;         /* both as they are written */
    ll_view title;
} banner;

/* Signs that frames are drawn with; characters that are no ASCII count, too. */
static bool is_frame(char c) {
    return c != '(' && !ll_is_alnum(c);
}

static ll_view without_frame(ll_view line) {
    while (line.len > 0 && is_frame(line.ptr[0]))
        line = ll_view_slice(line, 1, line.len);
    while (line.len > 0 && ((unsigned char)line.ptr[line.len - 1] >= 0x80 ||
                            strchr("=-*/# ~_\t\r", line.ptr[line.len - 1])))
        line = ll_view_slice(line, 0, line.len - 1);
    return line;
}

/* Whether the number heads a title or stands alone: in "Section 4 uses the same data" and "Section
 * 4's data" it belongs to a sentence. Dashes and dots of other alphabets separate, too. */
static bool ends_number(ll_view rest) {
    static const ll_view apostrophe = LL_VIEW_INIT("’");
    rest = ll_view_trim(rest);
    if (rest.len == 0)
        return true;
    return strchr(":-.()[]=|/*#~>_", rest.ptr[0]) ||
           ((unsigned char)rest.ptr[0] >= 0x80 && !ll_view_starts(rest, apostrophe));
}

/* Reads "Section 4b — Title". */
static bool read_banner(ll_view line, banner *out) {
    ll_view word = LL_VIEW("section");
    line = without_frame(line);
    if (!ll_view_starts_nocase(line, word) || line.len == word.len ||
        !ll_is_blank(line.ptr[word.len]))
        return false;
    ll_view rest = ll_view_trim(ll_view_slice(line, word.len, line.len));
    const char *label = rest.ptr;
    size_t used = 0;
    *out = (banner){0};
    if (!ll_view_number(rest, &out->number, &used))
        return false;
    rest = ll_view_slice(rest, used, rest.len);
    if (rest.len > 1 && rest.ptr[0] == '.' &&
        ll_view_number(ll_view_slice(rest, 1, rest.len), &out->part, &used)) {
        rest = ll_view_slice(rest, used + 1, rest.len);
    } else if (rest.len > 0 && ll_is_lower(ll_to_lower(rest.ptr[0])) &&
               (rest.len == 1 || !ll_is_alnum(rest.ptr[1]))) {
        out->part = (unsigned char)ll_to_lower(rest.ptr[0]);
        rest = ll_view_slice(rest, 1, rest.len);
    }
    out->label = (ll_view){label, (size_t)(rest.ptr - label)};
    out->title = without_frame(rest);
    return ends_number(rest);
}

/* The one banner of a comment; a comment that numbers several is a list. */
static bool banner_of(ll_view comment, banner *out) {
    ll_view line;
    uint32_t count = 0;
    banner found;
    if (comment.len > 1 && comment.ptr[0] == '*' && strchr("\r\n", comment.ptr[1]))
        return false; /* of a documentation */
    while (ll_view_next_line(&comment, &line))
        if (read_banner(line, &found) && count++ == 0)
            *out = found;
    return count == 1;
}

static bool is_continued(ll_view title) {
    return title.len == 0 || title.ptr[0] == '(' ||
           ll_view_find_word(title, LL_VIEW("part"), 0) != LL_VIEW_NONE ||
           ll_view_find_word(title, LL_VIEW("continued"), 0) != LL_VIEW_NONE ||
           ll_view_find_word(title, LL_VIEW("cont"), 0) != LL_VIEW_NONE;
}

static const char *judge(const banner *last, const banner *now) {
    if (now->number < last->number || (now->number == last->number && now->part < last->part))
        return "back";
    bool again = now->number == last->number && now->part == last->part;
    bool other = last->title.len > 0 && !ll_view_equal_nocase(last->title, now->title);
    return again && other && !is_continued(now->title) ? "again" : NULL;
}

/* Comments of helpers and data above the lesson do not number the lesson's sections, nor do those
 * for documentation. */
void ll_check_section_comment_order(ll_check *check) {
    const ll_tsx *tsx = check->facts->tsx;
    uint32_t layout = check->facts->lesson->layout;
    if (layout == LL_LESSON_NONE)
        return;
    banner last = {0}, now;
    for (uint32_t i = layout + 1; i < tsx->nodes.at[layout].after; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (node->kind != LL_TSX_COMMENT ||
            !banner_of(ll_tsx_text(tsx, node->inner_start, node->inner_end), &now))
            continue;
        const char *kind = check->outcome.checked++ > 0 ? judge(&last, &now) : NULL;
        ll_value values[] = {{"number", now.label}, {"last", last.label}, {0}};
        if (kind)
            ll_check_report(check, &(ll_report){.range = ll_lesson_range(node->start, node->end),
                                                .kind = kind,
                                                .values = values});
        last = now;
    }
}
