/* Classes of bytes, and the blanks and words made of them. */
#include "tsx/scanner.h"

enum {
    _ = 0,
    W = BYTE_WORD | BYTE_NAME,
    D = BYTE_WORD | BYTE_NAME | BYTE_DIGIT,
    B = BYTE_BLANK,
    N = BYTE_BLANK | BYTE_LINE, /* line ends */
    H = BYTE_WORD,              /* part of a character that is not ASCII */
    U = BYTE_WORD | BYTE_LINE   /* first byte of U+2028 */
};

/* clang-format off */
const uint8_t ll_scan_bytes[256] = {
    _, _, _, _, _, _, _, _, _, B, N, B, B, N, _, _, /* 0x00 */
    _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, /* 0x10 */
    B, _, _, _, W, _, _, _, _, _, _, _, _, _, _, _, /* 0x20 */
    D, D, D, D, D, D, D, D, D, D, _, _, _, _, _, _, /* 0x30 */
    _, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, /* 0x40 */
    W, W, W, W, W, W, W, W, W, W, W, _, _, _, _, W, /* 0x50 */
    _, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, /* 0x60 */
    W, W, W, W, W, W, W, W, W, W, W, _, _, _, _, _, /* 0x70 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0x80 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0x90 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xA0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xB0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xC0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xD0 */
    H, H, U, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xE0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xF0 */
};
/* clang-format on */

uint32_t ll_scan_wide_blank(const unsigned char *text, uint32_t at, bool *line) {
    unsigned char first = text[at], second = first ? text[at + 1] : 0;
    if (first == 0xC2)
        return second == 0xA0 ? 2 : 0;
    if (first < 0xE1 || first > 0xEF || second == 0)
        return 0;
    unsigned char third = text[at + 2];
    if (first == 0xE2 && second == 0x80) {
        bool ends = third == 0xA8 || third == 0xA9; /* U+2028, U+2029 */
        *line = *line || ends;
        return ends || (third >= 0x80 && third <= 0x8A) || third == 0xAF ? 3 : 0;
    }
    bool blank = (first == 0xE2 && second == 0x81 && third == 0x9F) ||
                 (first == 0xE3 && second == 0x80 && third == 0x80) ||
                 (first == 0xE1 && second == 0x9A && third == 0x80) ||
                 (first == 0xEF && second == 0xBB && third == 0xBF);
    return blank ? 3 : 0;
}

/* Offset behind the comment at `at`, or `at` when there is none. */
static uint32_t peek_comment(const scanner *s, uint32_t at, bool *line) {
    if (s->text[at] != '/' || (s->text[at + 1] != '/' && s->text[at + 1] != '*'))
        return at;
    bool block = s->text[at + 1] == '*';
    uint32_t place = at + 2;
    for (; place < s->end; place++) {
        if (byte_is(s->text[place], BYTE_LINE) && s->text[place] < 0x80) {
            *line = true;
            if (!block)
                break;
        }
        if (block && s->text[place] == '*' && s->text[place + 1] == '/')
            return place + 2;
    }
    return place;
}

uint32_t ll_scan_peek_blank(const scanner *s, uint32_t at, bool *line) {
    while (at < s->end) {
        uint32_t before = at;
        if (byte_is(s->text[at], BYTE_BLANK)) {
            *line = *line || byte_is(s->text[at], BYTE_LINE);
            at++;
        } else if (s->text[at] >= 0x80) {
            at += ll_scan_wide_blank(s->text, at, line);
        } else {
            at = peek_comment(s, at, line);
        }
        if (at == before)
            break;
    }
    return at;
}

/* Bytes of the part of an identifier at `at` that is no ASCII letter or digit. */
static uint32_t odd_identifier_part(const scanner *s, uint32_t at) {
    bool line = false;
    if (s->text[at] == '\\' && s->text[at + 1] == 'u') {
        uint32_t place = at + 2;
        if (s->text[place] != '{')
            return 2; /* four digits follow */
        do
            place++;
        while (byte_is(s->text[place], BYTE_WORD));
        return place + (s->text[place] == '}') - at;
    }
    return s->text[at] >= 0x80 && ll_scan_wide_blank(s->text, at, &line) == 0 ? 1 : 0;
}

uint32_t ll_scan_odd_identifier(const scanner *s, uint32_t at) {
    while (at < s->end) {
        if (byte_is(s->text[at], BYTE_NAME)) {
            at++;
            continue;
        }
        uint32_t part = odd_identifier_part(s, at);
        if (part == 0)
            break;
        at += part;
    }
    return at < s->end ? at : s->end;
}

bool ll_scan_is_word(const scanner *s, uint32_t start, uint32_t end, const char *word) {
    size_t length = strlen(word);
    return end - start == length && memcmp(s->text + start, word, length) == 0;
}
