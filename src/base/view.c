/* Comparing, trimming and searching views. */
#include "base/view.h"

#include "base/step.h"

#include <assert.h>

enum { FEW_WORDS = 24 };

ll_view ll_view_of(const char *cstring) {
    return (ll_view){cstring, cstring ? strlen(cstring) : 0};
}

ll_view ll_view_slice(ll_view view, size_t start, size_t end) {
    assert(start <= end && end <= view.len);
    /* An empty view may have no pointer, and nothing may be added to that, not even 0. */
    return (ll_view){start > 0 ? view.ptr + start : view.ptr, end - start};
}

bool ll_view_equal(ll_view a, ll_view b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool ll_same_nocase(const char *a, const char *b, size_t len) {
    for (size_t i = 0; i < len; i++)
        if (ll_to_lower(a[i]) != ll_to_lower(b[i]))
            return false;
    return true;
}

bool ll_view_equal_nocase(ll_view a, ll_view b) {
    return a.len == b.len && ll_same_nocase(a.ptr, b.ptr, a.len);
}

bool ll_view_starts(ll_view view, ll_view prefix) {
    return view.len >= prefix.len && ll_view_equal(ll_view_slice(view, 0, prefix.len), prefix);
}

bool ll_view_ends(ll_view view, ll_view suffix) {
    return view.len >= suffix.len &&
           ll_view_equal(ll_view_slice(view, view.len - suffix.len, view.len), suffix);
}

int ll_view_compare(ll_view a, ll_view b) {
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* As ll_view_compare. */
static int compare_word(ll_view view, const char *word) {
    size_t i = 0;
    while (i < view.len && word[i] && view.ptr[i] == word[i])
        i++;
    if (i == view.len || !word[i])
        return (i < view.len) - (word[i] != '\0');
    return (unsigned char)view.ptr[i] - (unsigned char)word[i];
}

/* Among few words those with its first byte are soon found, and nobody has to guess which half. */
static bool is_one_of_few(ll_view view, const char *const *words, size_t count) {
    char first = view.len > 0 ? view.ptr[0] : '\0';
    for (size_t i = 0; i < count; i++)
        if (words[i][0] == first && compare_word(view, words[i]) == 0)
            return true;
    return false;
}

bool ll_view_is_one_of(ll_view view, const char *const *words, size_t count) {
    size_t low = 0, high = count;
    if (count <= FEW_WORDS)
        return is_one_of_few(view, words, count);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_word(view, words[middle]);
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

uint32_t ll_view_lower_bound(ll_view text, const void *items, uint32_t count, size_t size) {
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const ll_view *item = (const void *)((const char *)items + middle * size);
        if (ll_view_compare(*item, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

ll_view ll_view_trim(ll_view view) {
    while (view.len > 0 && ll_is_blank(view.ptr[0])) {
        view.ptr++;
        view.len--;
    }
    while (view.len > 0 && ll_is_blank(view.ptr[view.len - 1]))
        view.len--;
    return view;
}

ll_view ll_view_file_name(ll_view path) {
    size_t start = path.len;
    while (start > 0 && path.ptr[start - 1] != '/')
        start--;
    return ll_view_slice(path, start, path.len);
}

/* Whether the first mark inside ends a quotation: it stands behind a word and before a blank. */
static bool ends_inside(ll_view inside, ll_view mark) {
    size_t at = ll_view_find(inside, mark, 0);
    return at != LL_VIEW_NONE && at > 0 && !ll_is_blank(inside.ptr[at - 1]) &&
           at + mark.len < inside.len && ll_is_blank(inside.ptr[at + mark.len]);
}

ll_view ll_view_unquote(ll_view view) {
    static const struct {
        ll_view open, close;
    } pairs[] = {{LL_VIEW_INIT("\""), LL_VIEW_INIT("\"")},
                 {LL_VIEW_INIT("'"), LL_VIEW_INIT("'")},
                 {LL_VIEW_INIT("\xE2\x80\x9C"), LL_VIEW_INIT("\xE2\x80\x9D")},
                 {LL_VIEW_INIT("\xE2\x80\x98"), LL_VIEW_INIT("\xE2\x80\x99")}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (view.len < pairs[i].open.len + pairs[i].close.len ||
            !ll_view_starts(view, pairs[i].open) || !ll_view_ends(view, pairs[i].close))
            continue;
        ll_view inside = ll_view_slice(view, pairs[i].open.len, view.len - pairs[i].close.len);
        return ends_inside(inside, pairs[i].close) ? view : inside;
    }
    return view;
}

size_t ll_view_find_byte(ll_view view, char byte, size_t from) {
    if (from >= view.len)
        return LL_VIEW_NONE;
    const char *hit = memchr(view.ptr + from, byte, view.len - from);
    return hit ? (size_t)(hit - view.ptr) : LL_VIEW_NONE;
}

ll_view ll_view_until(ll_view view, char byte) {
    size_t at = ll_view_find_byte(view, byte, 0);
    return at == LL_VIEW_NONE ? view : ll_view_slice(view, 0, at);
}

size_t ll_view_find(ll_view view, ll_view needle, size_t from) {
    assert(needle.len > 0);
    for (size_t at = from; (at = ll_view_find_byte(view, needle.ptr[0], at)) != LL_VIEW_NONE;
         at++) {
        if (view.len - at < needle.len)
            return LL_VIEW_NONE;
        if (memcmp(view.ptr + at, needle.ptr, needle.len) == 0)
            return at;
    }
    return LL_VIEW_NONE;
}

/* A text that is searched for a needle, by the first and last byte of it without the bit that the
 * cases of a letter differ in. */
typedef struct nocase {
    ll_step first, last;
    size_t apart; /* the first byte from the last one */
} nocase;

static const char either_case = 'a' - 'A';

static ll_step nocase_same(const nocase *needle, const char *bytes) {
    const ll_step bit = ll_step_of(either_case);
    ll_step begins = ll_step_same(ll_step_or(ll_step_at(bytes), bit), needle->first);
    bytes += needle->apart;
    ll_step ends = ll_step_same(ll_step_or(ll_step_at(bytes), bit), needle->last);
    return ll_step_and(begins, ends);
}

static uint64_t nocase_places(const nocase *needle, const char *bytes) {
    return ll_step_places(nocase_same(needle, bytes));
}

/* The next place at or behind `at` where `needle` may stand, or behind the last one. */
static size_t pass_nocase(ll_view view, ll_view needle, size_t at) {
    char first = (char)(needle.ptr[0] | either_case);
    char last = (char)(needle.ptr[needle.len - 1] | either_case);
    const nocase ends = {ll_step_of(first), ll_step_of(last), needle.len - 1};
    size_t span = sizeof(ll_step) + ends.apart;
    /* Two steps at a time as long as neither has a place. */
    while (view.len - at >= span + sizeof(ll_step) &&
           ll_step_places(ll_step_or(nocase_same(&ends, view.ptr + at),
                                     nocase_same(&ends, view.ptr + at + sizeof(ll_step)))) == 0)
        at += 2 * sizeof(ll_step);
    for (; view.len - at >= span; at += sizeof(ll_step)) {
        uint64_t found = nocase_places(&ends, view.ptr + at);
        if (found)
            return at + ll_step_first(found);
    }
    size_t stop = view.len - ends.apart;
    if (view.len >= span && at < stop) { /* the last step sees some places a second time */
        size_t step = view.len - span;
        uint64_t found = ll_step_behind(nocase_places(&ends, view.ptr + step), at - step);
        return found ? at + ll_step_first(found) : stop;
    }
    while (at < stop && (view.ptr[at] | either_case) != first)
        at++;
    return at;
}

size_t ll_view_find_nocase(ll_view view, ll_view needle, size_t from) {
    assert(needle.len > 0);
    if (view.len < needle.len)
        return LL_VIEW_NONE;
    size_t stop = view.len - needle.len + 1;
    for (size_t at = from; at < stop; at++) {
        at = pass_nocase(view, needle, at);
        if (at < stop && ll_same_nocase(view.ptr + at, needle.ptr, needle.len))
            return at;
    }
    return LL_VIEW_NONE;
}

size_t ll_view_find_word(ll_view view, ll_view word, size_t from) {
    for (size_t at = from; (at = ll_view_find_nocase(view, word, at)) != LL_VIEW_NONE; at++) {
        size_t end = at + word.len;
        bool starts = at == 0 || !ll_is_alnum(view.ptr[at - 1]);
        if (starts && (end == view.len || !ll_is_alnum(view.ptr[end])))
            return at;
    }
    return LL_VIEW_NONE;
}

/* The bit of a letter or digit in small letters, or of 0. */
static uint64_t bit_of(char folded) {
    return (uint64_t)1 << (folded & 63);
}

uint64_t ll_view_initials(ll_view view) {
    uint64_t bits = bit_of(0);
    char before = 0;
    for (size_t i = 0; i < view.len; i++) {
        char c = ll_to_folded(view.ptr[i]);
        bits |= bit_of(before ? 0 : c);
        before = c;
    }
    return bits;
}

uint64_t ll_view_initial(ll_view word) {
    return bit_of(ll_to_folded(word.ptr[0]));
}

uint64_t ll_view_letters(ll_view view) {
    uint64_t bits = 0;
    for (size_t i = 0; i < view.len; i++)
        bits |= bit_of(ll_to_folded(view.ptr[i]));
    return bits & ~bit_of(0);
}

bool ll_view_has_word(ll_view view, const ll_view *words, size_t count) {
    uint64_t initials = ll_view_initials(view);
    for (size_t i = 0; i < count; i++)
        if ((initials & ll_view_initial(words[i])) &&
            ll_view_find_word(view, words[i], 0) != LL_VIEW_NONE)
            return true;
    return false;
}

size_t ll_view_characters(ll_view view) {
    size_t count = 0;
    for (size_t i = 0; i < view.len; i++)
        count += !ll_is_continuation(view.ptr[i]);
    return count;
}

uint32_t ll_view_column(ll_view view, size_t offset) {
    return (uint32_t)ll_view_characters(ll_view_slice(view, 0, offset)) + 1;
}

ll_view ll_view_cut(ll_view view, size_t most) {
    if (view.len <= most)
        return view;
    while (most > 0 && ll_is_continuation(view.ptr[most]))
        most--;
    return ll_view_slice(view, 0, most);
}

size_t ll_view_before(ll_view view, size_t at) {
    assert(at > 0 && at <= view.len);
    do
        at--;
    while (at > 0 && ll_is_continuation(view.ptr[at]));
    return at;
}

static ll_step line_ends(ll_step step) {
    return ll_step_or(ll_step_same(step, ll_step_of('\n')), ll_step_same(step, ll_step_of('\r')));
}

static bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

size_t ll_view_line_end(ll_view view, size_t from, bool has_cr) {
    if (!has_cr)
        return ll_view_find_byte(view, '\n', from);
    while (view.len >= sizeof(ll_step) && from < view.len) {
        size_t last = view.len - sizeof(ll_step); /* it sees some bytes a second time */
        size_t step = from < last ? from : last;
        uint64_t found = ll_step_places(line_ends(ll_step_at(view.ptr + step)));
        found = ll_step_behind(found, from - step);
        from = found ? from + ll_step_first(found) : step + sizeof(ll_step);
        if (found && is_line_end(view.ptr[from]))
            return from;
        from += found != 0;
    }
    while (from < view.len && !is_line_end(view.ptr[from]))
        from++;
    return from < view.len ? from : LL_VIEW_NONE;
}

size_t ll_view_next_line_start(ll_view view, size_t at) {
    bool pair = view.ptr[at] == '\r' && at + 1 < view.len && view.ptr[at + 1] == '\n';
    return at + (pair ? 2 : 1);
}

bool ll_view_next_line(ll_view *rest, ll_view *line) {
    if (rest->len == 0)
        return false;
    size_t end = ll_view_line_end(*rest, 0, true);
    bool last = end == LL_VIEW_NONE;
    size_t next = last ? rest->len : ll_view_next_line_start(*rest, end);
    *line = ll_view_slice(*rest, 0, last ? rest->len : end);
    *rest = ll_view_slice(*rest, next, rest->len);
    return true;
}

bool ll_view_number(ll_view view, uint32_t *number, size_t *used) {
    uint64_t value = 0;
    size_t digits = 0;
    for (; digits < view.len && ll_is_digit(view.ptr[digits]); digits++) {
        value = value * 10 + (uint64_t)(view.ptr[digits] - '0');
        if (value > UINT32_MAX)
            return false;
    }
    if (digits == 0)
        return false;
    *number = (uint32_t)value;
    *used = digits;
    return true;
}

/* The bytes behind those of ASCII are zero, too. */
const char ll_folded_bytes[256] = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                                  "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                                  "0123456789"
                                  "\0\0\0\0\0\0"
                                  "\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"
                                  "\0abcdefghijklmnopqrstuvwxyz\0\0\0\0";

/* The last bytes as a number, eight of them or all: some go into it twice. */
static uint64_t last_bytes(ll_view view) {
    uint32_t first, last;
    if (view.len >= 8)
        return ll_eight_at(view.ptr + view.len - 8);
    if (view.len >= 4) {
        memcpy(&first, view.ptr, sizeof first);
        memcpy(&last, view.ptr + view.len - sizeof last, sizeof last);
        return (uint64_t)last << 32 | first;
    }
    const unsigned char *bytes = (const unsigned char *)view.ptr;
    return view.len == 0 ? 0
                         : bytes[0] | (uint64_t)bytes[view.len / 2] << 8 |
                               (uint64_t)bytes[view.len - 1] << 16;
}

uint64_t ll_view_key(ll_view view) {
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t key = view.len * factor;
    for (size_t at = 0; at + 8 < view.len; at += 8)
        key = (key ^ key >> 32 ^ ll_eight_at(view.ptr + at)) * factor;
    key = (key ^ key >> 32 ^ last_bytes(view)) * factor;
    key = (key ^ key >> 32) * factor; /* the last byte has to reach the lowest bits */
    return key ^ key >> 29;
}

uint64_t ll_view_hash(ll_view view) {
    uint64_t hash = LL_HASH_START;
    for (size_t i = 0; i < view.len; i++)
        hash = ll_hash_byte(hash, view.ptr[i]);
    return hash;
}
