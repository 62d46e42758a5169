/* Filling in errors, and finding the name that was meant. */
#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

enum { SHORTEST_BEGINNING = 3, LONGEST_NAME = 64 };

static void copy_cut(char *out, size_t room, ll_view text) {
    ll_view kept = ll_view_cut(text, room - 1);
    if (kept.len > 0)
        memcpy(out, kept.ptr, kept.len);
    out[kept.len] = '\0';
}

/* vsnprintf cuts anywhere: takes back a character that it cut in two. */
static void drop_cut_character(ll_error *error) {
    ll_view text = {error->text, sizeof error->text - 1};
    size_t last = ll_view_before(text, text.len);
    unsigned char first = (unsigned char)error->text[last];
    size_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (last + length > text.len)
        error->text[last] = '\0';
}

ll_status ll_error_set(ll_error *error, ll_status status, ll_view path, uint32_t line,
                       uint32_t column, const char *format, ...) {
    error->status = status;
    error->line = line;
    error->column = column;
    copy_cut(error->path, sizeof error->path, path);
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(error->text, sizeof error->text, format, arguments);
    va_end(arguments);
    if (length >= (int)sizeof error->text)
        drop_cut_character(error);
    return status;
}

ll_status ll_error_system(ll_error *error, ll_view path, const char *what, int number) {
    return ll_error_set(error, number == ENOMEM ? LL_E_MEMORY : LL_E_IO, path, 0, 0, "%s: %s", what,
                        strerror(number));
}

static size_t least(size_t a, size_t b, size_t c) {
    size_t two = a < b ? a : b;
    return two < c ? two : c;
}

static bool is_same(char a, char b) {
    return ll_to_lower(a) == ll_to_lower(b);
}

/* How many letters are to be changed, put in, taken out or swapped with the next one; case ignored.
 * By three rows of the table. */
static size_t distance(ll_view a, ll_view b) {
    size_t rows[3][LONGEST_NAME + 1];
    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *row = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t cost = is_same(a.ptr[i - 1], b.ptr[j - 1]) ? 0 : 1;
            row[j] = least(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
            bool swapped = i > 1 && j > 1 && is_same(a.ptr[i - 1], b.ptr[j - 2]) &&
                           is_same(a.ptr[i - 2], b.ptr[j - 1]);
            if (swapped && before[j - 2] + 1 < row[j])
                row[j] = before[j - 2] + 1;
        }
    }
    return rows[a.len % 3][b.len];
}

const char *ll_error_nearest(ll_view name, const char *const *names, size_t count) {
    const char *best = NULL;
    size_t best_distance = name.len / 3 + 1;
    if (name.len > LONGEST_NAME)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        ll_view candidate = ll_view_of(names[i]);
        if (candidate.len > LONGEST_NAME)
            continue;
        size_t far = distance(name, candidate);
        if (far < best_distance) {
            best = names[i];
            best_distance = far;
        }
    }
    for (size_t i = 0; i < count && !best && name.len >= SHORTEST_BEGINNING; i++)
        if (ll_view_starts(ll_view_of(names[i]), name))
            best = names[i];
    return best;
}
