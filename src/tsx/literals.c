/* Strings, numbers, templates, regular expressions and comments. */
#include "tsx/scanner.h"

/* Offset of the closing quote, or of what stands in its place. */
static uint32_t string_end(const scanner *s, uint32_t at, unsigned char quote) {
    const char stops[4] = {(char)quote, '\\', '\n', '\r'};
    while ((at = ll_scan_until(s, at, stops)) < s->end && s->text[at] == '\\') {
        bool pair = s->text[at + 1] == '\r' && s->text[at + 2] == '\n';
        at += pair ? 3 : 2; /* the character behind it */
        if (at > s->end)
            at = s->end;
    }
    return at;
}

void ll_scan_string(scanner *s) {
    ll_scan_line_statement(s);
    unsigned char quote = s->text[s->at];
    uint32_t start = s->at, close = string_end(s, start + 1, quote);
    if (close >= s->end || s->text[close] != quote) {
        ll_scan_fault(s, start, "the string has no closing %c", quote);
        return;
    }
    s->at = close + 1;
    uint32_t node = ll_scan_node(s, LL_TSX_STRING, start, s->at);
    s->tsx->nodes.at[node].inner_start = start + 1;
    s->tsx->nodes.at[node].inner_end = close;
    ll_scan_sign(s, node);
    s->word_start = start + 1;
    s->word_end = close;
    ll_scan_operand(s, TOKEN_STRING);
}

void ll_scan_number(scanner *s) {
    ll_scan_line_statement(s);
    const unsigned char *text = s->text;
    bool hex = text[s->at] == '0' && byte_is(text[s->at + 1], BYTE_WORD) &&
               !byte_is(text[s->at + 1], BYTE_DIGIT);
    while (s->at < s->end && (byte_is(text[s->at], BYTE_WORD) || text[s->at] == '.')) {
        bool exponent = !hex && (text[s->at] == 'e' || text[s->at] == 'E');
        s->at++;
        if (exponent && (text[s->at] == '+' || text[s->at] == '-'))
            s->at++;
    }
    ll_scan_operand(s, TOKEN_VALUE);
}

void ll_scan_open_template(scanner *s) {
    uint32_t node = ll_scan_node(s, LL_TSX_TEMPLATE, s->at, s->at + 1);
    s->tsx->nodes.at[node].inner_start = s->at + 1;
    ll_scan_sign(s, node);
    uint8_t type = s->top->type;
    frame *template = ll_scan_push(s, FRAME_TEMPLATE, node);
    template->type = type ? TYPE_WHOLE : TYPE_NONE;
    s->at++;
}

static void open_hole(scanner *s) {
    uint32_t node = ll_scan_node(s, LL_TSX_GROUP, s->at, s->at + 2);
    s->tsx->nodes.at[node].inner_start = s->at + 2;
    uint8_t type = s->top->type;
    frame *hole = ll_scan_push(s, FRAME_HOLE, node);
    hole->type = type;
    s->at += 2;
}

static void close_template(scanner *s) {
    uint32_t node = s->top->node;
    s->at++;
    ll_scan_pop(s);
    ll_scan_close(s, node, s->at - 1, s->at);
    ll_scan_operand(s, TOKEN_VALUE);
}

void ll_scan_template(scanner *s) {
    for (; s->at < s->end; s->at++) {
        s->at = ll_scan_until(s, s->at, "`$\\`");
        if (s->text[s->at] == '`' && s->at < s->end) {
            close_template(s);
            return;
        }
        if (s->text[s->at] == '$' && s->text[s->at + 1] == '{') {
            open_hole(s);
            return;
        }
        if (s->text[s->at] == '\\' && s->at + 1 < s->end)
            s->at++;
    }
    s->at = s->end;
}

/* Offset of the closing '/', or 0 when the line ends before it. */
static uint32_t regex_end(const scanner *s, uint32_t at, uint32_t most) {
    bool in_class = false;
    for (; at < most; at++) {
        unsigned char byte = s->text[at];
        if (byte == '/' && !in_class)
            return at;
        if (byte == '\n' || byte == '\r')
            return 0;
        if (byte == '\\')
            at++;
        else if (byte == '[')
            in_class = true;
        else if (byte == ']')
            in_class = false;
    }
    return 0;
}

/* False when no '/' closes it on this line: then it is a division after all. */
bool ll_scan_regex(scanner *s) {
    uint32_t most = s->end - s->at > s->peeks ? s->at + (uint32_t)s->peeks : s->end;
    uint32_t close = regex_end(s, s->at + 1, most);
    if (close == 0) {
        uint32_t line = s->at;
        while (line < most && s->text[line] != '\n')
            line++;
        s->peeks -= line - s->at;
        return false;
    }
    s->at = ll_scan_identifier(s, close + 1);
    ll_scan_operand(s, TOKEN_VALUE);
    return true;
}

static uint32_t line_comment_end(const scanner *s, uint32_t at) {
    bool line = false;
    for (; at < s->end; at++) {
        at = ll_scan_until(s, at, "\n\r\xE2\n");
        if (s->text[at] < 0x80)
            break; /* CR, LF or the end */
        ll_scan_wide_blank(s->text, at, &line);
        if (line)
            break;
    }
    return at < s->end ? at : s->end;
}

/* Offset behind the closing delimiter, or 0. */
static uint32_t block_comment_end(scanner *s, uint32_t at) {
    uint32_t from = at;
    while (at < s->end) {
        const unsigned char *slash = memchr(s->text + at, '/', s->end - at);
        if (!slash)
            return 0;
        at = (uint32_t)(slash - s->text) + 1;
        if (at - 2 >= from && slash[-1] == '*') {
            s->newline = s->newline || memchr(s->text + from, '\n', at - from) != NULL;
            return at;
        }
    }
    return 0;
}

bool ll_scan_comment(scanner *s) {
    uint32_t start = s->at;
    bool block = s->text[start + 1] == '*';
    if (s->text[start] != '/' || (!block && s->text[start + 1] != '/'))
        return false;
    uint32_t end = block ? block_comment_end(s, start + 2) : line_comment_end(s, start + 2);
    if (end == 0) {
        ll_scan_fault(s, start, "the comment has no closing */");
        return true;
    }
    s->at = end;
    uint32_t node = ll_scan_node(s, LL_TSX_COMMENT, start, end);
    s->tsx->nodes.at[node].inner_start = start + 2;
    s->tsx->nodes.at[node].inner_end = block ? end - 2 : end;
    return true;
}
