/* Cells by utf8proc's tables. */
#include "text/width.h"

#include <utf8proc.h>

/* Marks of the bidirectional algorithm: what they hide or turn around is not what is read. */
static bool turns_direction(utf8proc_int32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/* An emoji behind a zero width joiner is drawn into the one before it. */
static bool is_joined(ll_view text, size_t at, utf8proc_int32_t code) {
    static const char joiner[] = "\xE2\x80\x8D";
    size_t len = sizeof joiner - 1;
    return at > len && memcmp(text.ptr + at - len, joiner, len) == 0 &&
           utf8proc_category(code) == UTF8PROC_CATEGORY_SO;
}

ll_cell_step ll_width_step(ll_view text, size_t at) {
    unsigned char first = (unsigned char)text.ptr[at];
    if (first < 0x80) /* most text: without a look into the tables */
        return (ll_cell_step){1, 1, first < 0x20 || first == 0x7F};
    utf8proc_int32_t code = 0;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + at,
                                               (utf8proc_ssize_t)(text.len - at), &code);
    if (length <= 0)
        return (ll_cell_step){1, 1, true};
    bool control = utf8proc_category(code) == UTF8PROC_CATEGORY_CC || turns_direction(code);
    int cells = is_joined(text, at, code) ? 0 : utf8proc_charwidth(code);
    return (ll_cell_step){(size_t)length, control || cells < 0 ? 1 : (unsigned)cells, control};
}

size_t ll_width_of(ll_view text) {
    size_t cells = 0;
    for (size_t at = 0; at < text.len;) {
        size_t end = ll_width_plain(text, at, text.len);
        cells += end - at;
        if (end == text.len)
            break;
        ll_cell_step step = ll_width_step(text, end);
        cells += step.cells;
        at = end + step.length;
    }
    return cells;
}
