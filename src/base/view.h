/* Views: text that belongs to somebody else, as a pointer and a length. */
#ifndef LL_BASE_VIEW_H
#define LL_BASE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Never owns its bytes and need not end in NUL. `ptr` may be NULL only when `len` is 0. */
typedef struct ll_view {
    const char *ptr;
    size_t len;
} ll_view;

/* For printf's "%.*s"; evaluates `view` twice. */
#define LL_VIEW_ARG(view) (int)(view).len, (view).ptr

/* A view of a string literal, usable where a constant is needed. */
#define LL_VIEW(literal) ((ll_view){"" literal, sizeof(literal) - 1})
#define LL_VIEW_INIT(literal)                                                                      \
    { "" literal, sizeof(literal) - 1 }

/* Returned by the searches that find nothing. */
#define LL_VIEW_NONE SIZE_MAX

ll_view ll_view_of(const char *cstring);

/* Bytes [start, end) of `view`; asserts start <= end <= len. */
ll_view ll_view_slice(ll_view view, size_t start, size_t end);

bool ll_view_equal(ll_view a, ll_view b);

/* ASCII letters compare without case; every other byte as it is. */
bool ll_view_equal_nocase(ll_view a, ll_view b);
bool ll_view_starts(ll_view view, ll_view prefix);
static inline bool ll_view_starts_nocase(ll_view view, ll_view prefix);
bool ll_view_ends(ll_view view, ll_view suffix);

/* <0, 0, >0 by bytes, a prefix before the longer text. */
int ll_view_compare(ll_view a, ll_view b);

/* Index of the first of `count` items that is not before the text, `count` when all are: each item
 * has `size` bytes and begins with an ll_view, by which they are sorted. */
uint32_t ll_view_lower_bound(ll_view text, const void *items, uint32_t count, size_t size);

/* Whether it is one of `count` words, which are sorted by bytes; of an array of them. */
bool ll_view_is_one_of(ll_view view, const char *const *words, size_t count);
#define LL_VIEW_IS_ONE_OF(view, words)                                                             \
    ll_view_is_one_of((view), (words), sizeof(words) / sizeof *(words))

/* Without leading and trailing blanks (space, tab, CR, LF, FF, VT). */
ll_view ll_view_trim(ll_view view);

/* What stands behind the last '/' of a path. */
ll_view ll_view_file_name(ll_view path);

/* Without the pair of quotation marks around it: "…", '…', or the curly forms of both. Two
 * quotations, as in "a" and "b", are no pair. */
ll_view ll_view_unquote(ll_view view);

/* Offset of the first occurrence at or after `from`, or LL_VIEW_NONE. */
size_t ll_view_find(ll_view view, ll_view needle, size_t from);
size_t ll_view_find_nocase(ll_view view, ll_view needle, size_t from);
size_t ll_view_find_byte(ll_view view, char byte, size_t from);

/* What stands in front of the first `byte`, all of it without one. */
ll_view ll_view_until(ll_view view, char byte);

/* As ll_view_find_nocase, but only where no ASCII letter or digit touches the occurrence. */
size_t ll_view_find_word(ll_view view, ll_view word, size_t from);

/* Whether one of `count` words is in it, as ll_view_find_word finds them; of an array of them. */
bool ll_view_has_word(ll_view view, const ll_view *words, size_t count);
#define LL_VIEW_HAS_WORD(view, words)                                                              \
    ll_view_has_word((view), (words), sizeof(words) / sizeof *(words))

/* Whether a byte goes on with a character that an earlier one began. */
static inline bool ll_is_continuation(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* The letters and digits that words of a text begin with, as bits: a word whose bit is not among
 * them is nowhere in it, so that of many words most need no search. Of a word that begins with
 * another sign the bit is always set. */
uint64_t ll_view_initials(ll_view view);
uint64_t ll_view_initial(ll_view word);

/* All letters and digits of a text, as bits: a word that has others is nowhere in it. */
uint64_t ll_view_letters(ll_view view);

/* Number of code points. */
size_t ll_view_characters(ll_view view);

/* 1-based column, in code points, of the byte at `offset` <= len of a text of one line. */
uint32_t ll_view_column(ll_view view, size_t offset);

/* As many of the first `most` bytes as are whole characters. */
ll_view ll_view_cut(ll_view view, size_t most);

/* Where the character before byte `at` > 0 begins. */
size_t ll_view_before(ll_view view, size_t at);

/* Offset of the first line end at or after `from`, or LL_VIEW_NONE. A text without any CR is
 * searched faster when `has_cr` says so. */
size_t ll_view_line_end(ll_view view, size_t from, bool has_cr);

/* Offset behind the line end at `at`. */
size_t ll_view_next_line_start(ll_view view, size_t at);

/* Takes the first line, without its end, off the front of `*rest`; false when nothing is left. */
bool ll_view_next_line(ll_view *rest, ll_view *line);

/* Reads the decimal number at the start; false when there is no digit or it passes UINT32_MAX.
 * `*used` is the number of digits. */
bool ll_view_number(ll_view view, uint32_t *number, size_t *used);

/* A number of the bytes, for a table in memory: machines may differ in it. */
uint64_t ll_view_key(ll_view view);

/* FNV-1a of the bytes, for what is kept; the same byte by byte, from LL_HASH_START on. */
uint64_t ll_view_hash(ll_view view);
#define LL_HASH_START UINT64_C(14695981039346656037)
static inline uint64_t ll_hash_byte(uint64_t hash, char byte) {
    return (hash ^ (unsigned char)byte) * UINT64_C(1099511628211);
}

/* ASCII character classes, free of locale. */
static inline bool ll_is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline bool ll_is_digit(char c) {
    return c >= '0' && c <= '9';
}
static inline bool ll_is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
static inline bool ll_is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
static inline bool ll_is_letter(char c) {
    return ll_is_lower(c) || ll_is_upper(c);
}
/* A letter or digit in small letters; 0 for every other byte. */
extern const char ll_folded_bytes[256];
static inline char ll_to_folded(char c) {
    return ll_folded_bytes[(unsigned char)c];
}
static inline bool ll_is_alnum(char c) {
    return ll_to_folded(c) != 0;
}
/* A part of a name in code; every byte of a character that is not ASCII, too. */
static inline bool ll_is_name_byte(char c) {
    return ll_is_alnum(c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}
static inline char ll_to_lower(char c) {
    return ll_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

/* For ll_view_starts_nocase: whether the first `len` bytes are the same. */
bool ll_same_nocase(const char *a, const char *b, size_t len);

/* Most that are compared with a list of words differ in the first byte. */
static inline bool ll_view_starts_nocase(ll_view view, ll_view prefix) {
    return view.len >= prefix.len &&
           (prefix.len == 0 || ll_to_lower(view.ptr[0]) == ll_to_lower(prefix.ptr[0])) &&
           ll_same_nocase(view.ptr, prefix.ptr, prefix.len);
}

#endif
