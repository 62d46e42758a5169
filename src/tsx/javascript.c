/* JavaScript code: signs, blanks, and which file scans which token. */
#include "tsx/scanner.h"

void ll_scan_operator(scanner *s, ll_tsx_sign sign) {
    s->operand = false;
    s->token = TOKEN_OPERATOR;
    s->sign = (uint8_t)(s->top->type ? LL_SIGN_TYPE : sign);
    s->lead_start = s->lead_end = 0;
    ll_scan_end_start(s);
}

void ll_scan_statement(scanner *s) {
    frame *top = s->top;
    if (top->kind == FRAME_FILE)
        ll_scan_end_declaration(s);
    top->type = TYPE_NONE;
    top->head = HEAD_NONE;
    top->start = true;
    top->decorated = top->value = top->clause = false;
    top->questions = 0;
    s->operand = false;
    s->token = TOKEN_OPEN;
    s->sign = LL_SIGN_NONE;
    s->lead_start = s->lead_end = 0;
}

void ll_scan_line_statement(scanner *s) {
    uint8_t kind = s->top->kind;
    bool statements = kind == FRAME_FILE || kind == FRAME_BLOCK || kind == FRAME_CLASS;
    if (s->newline && s->operand && statements)
        ll_scan_statement(s);
}

/* An operator of expressions: no type goes on behind it. */
static void expression_operator(scanner *s, uint32_t length, ll_tsx_sign sign) {
    if (s->top->type != TYPE_WHOLE)
        ll_scan_leave_type(s);
    s->at += length;
    ll_scan_operator(s, sign);
}

static void assign(scanner *s, uint32_t length) {
    frame *top = s->top;
    bool named = s->token == TOKEN_WORD;
    uint32_t start = named ? s->word_start : 0, end = named ? s->word_end : 0;
    s->at += length;
    top->listed = true;
    if (top->type == TYPE_WHOLE || top->type == TYPE_ALIAS) {
        if (top->type == TYPE_ALIAS)
            ll_scan_enter_type(s, TYPE_PART);
        ll_scan_operator(s, LL_SIGN_TYPE);
        return;
    }
    if (top->type == TYPE_PART) {
        start = top->name_start;
        end = top->name_end;
        ll_scan_leave_type(s);
    }
    top->value = true;
    ll_scan_operator(s, LL_SIGN_ASSIGN);
    s->lead_start = start;
    s->lead_end = end;
}

static void scan_arrow(scanner *s) {
    bool type_goes_on = s->token == TOKEN_PAREN && s->paren_params;
    if (s->top->type == TYPE_PART && !type_goes_on)
        ll_scan_leave_type(s);
    s->at += 2;
    ll_scan_operator(s, LL_SIGN_ARROW);
    s->token = TOKEN_ARROW;
}

static void scan_equals(scanner *s) {
    const unsigned char *text = s->text + s->at;
    if (text[1] == '>')
        scan_arrow(s);
    else if (text[1] == '=')
        expression_operator(s, text[2] == '=' ? 3 : 2, LL_SIGN_COMPARE);
    else
        assign(s, 1);
}

static void scan_comma(scanner *s) {
    frame *top = s->top;
    top->listed = true;
    if (top->type != TYPE_WHOLE) {
        ll_scan_leave_type(s);
        top->questions = 0;
        if (top->kind == FRAME_OBJECT)
            top->value = false;
    }
    s->at++;
    ll_scan_operator(s, LL_SIGN_COMMA);
}

static void scan_semicolon(scanner *s) {
    uint8_t kind = s->top->kind;
    s->at++;
    if (kind == FRAME_FILE || kind == FRAME_BLOCK || kind == FRAME_CLASS) {
        ll_scan_statement(s);
        s->newline = false;
        return;
    }
    if (s->top->type != TYPE_WHOLE)
        ll_scan_leave_type(s);
    s->top->questions = 0;
    ll_scan_operator(s, LL_SIGN_NONE);
}

static void scan_dot(scanner *s) {
    const unsigned char *text = s->text + s->at;
    if (byte_is(text[1], BYTE_DIGIT)) {
        ll_scan_number(s);
    } else if (text[1] == '.' && text[2] == '.') {
        s->at += 3;
        s->top->listed = s->top->value = true;
        ll_scan_operator(s, LL_SIGN_OTHER);
    } else {
        s->at++;
        ll_scan_operator(s, LL_SIGN_OTHER);
        s->token = TOKEN_DOT;
    }
}

/* Whether the '?' at `at` says that a parameter or member may be absent. */
static bool is_optional_mark(const scanner *s) {
    if (s->top->kind == FRAME_CLASS && !s->top->value)
        return true;
    bool line = false;
    uint32_t next = ll_scan_peek_blank(s, s->at + 1, &line);
    return next < s->end && strchr(":,)=;]", s->text[next]) != NULL;
}

static void scan_conditional(scanner *s) {
    frame *top = s->top;
    if (top->type == TYPE_WHOLE || (top->type && top->extends > 0)) {
        if (top->extends > 0) {
            top->extends--;
            top->type_questions++;
        }
        top->listed = true;
        s->at++;
        ll_scan_operator(s, LL_SIGN_TYPE);
    } else if (is_optional_mark(s)) {
        s->at++;
        s->newline = false;
    } else {
        ll_scan_leave_type(s);
        top->questions++;
        s->at++;
        ll_scan_operator(s, LL_SIGN_QUESTION);
    }
}

static void scan_question(scanner *s) {
    const unsigned char *text = s->text + s->at;
    if (text[1] == '?') {
        if (text[2] == '=')
            assign(s, 3);
        else
            expression_operator(s, 2, LL_SIGN_LOGIC);
    } else if (text[1] == '.' && !byte_is(text[2], BYTE_DIGIT)) {
        if (s->token != TOKEN_WORD)
            s->word_start = s->word_end = 0;
        expression_operator(s, 2, LL_SIGN_OTHER);
        s->token = TOKEN_CHAIN;
    } else {
        scan_conditional(s);
    }
}

static void annotate(scanner *s) {
    bool named = s->token == TOKEN_WORD;
    s->top->name_start = named ? s->word_start : 0;
    s->top->name_end = named ? s->word_end : 0;
    s->top->listed = true;
    /* Behind a ')' it is the type of what a function in the parentheses returns. */
    s->top->annotated = s->top->annotated || s->token != TOKEN_PAREN;
    s->at++;
    ll_scan_enter_type(s, TYPE_PART);
    ll_scan_operator(s, LL_SIGN_TYPE);
}

static void begin_property(scanner *s) {
    bool named = s->token == TOKEN_WORD || s->token == TOKEN_STRING;
    s->at++;
    s->top->value = true;
    ll_scan_operator(s, LL_SIGN_PROPERTY);
    s->lead_start = named ? s->word_start : 0;
    s->lead_end = named ? s->word_end : 0;
}

/* The ':' behind a label, `case x` or `default`. */
static bool ends_clause(const scanner *s) {
    uint8_t kind = s->top->kind;
    bool label = s->token == TOKEN_WORD && s->word_first;
    return (kind == FRAME_FILE || kind == FRAME_BLOCK) && (s->top->clause || label);
}

static void scan_colon(scanner *s) {
    frame *top = s->top;
    if (top->type == TYPE_WHOLE || (top->type && top->type_questions > 0)) {
        top->type_questions -= top->type_questions > 0;
        top->listed = true;
        s->at++;
        ll_scan_operator(s, LL_SIGN_TYPE);
        return;
    }
    ll_scan_leave_type(s);
    if (top->questions > 0 && !(s->token == TOKEN_PAREN && s->paren_function)) {
        top->questions--;
        s->at++;
        ll_scan_operator(s, LL_SIGN_COLON);
    } else if (top->kind == FRAME_OBJECT && !top->value && s->token != TOKEN_PAREN) {
        begin_property(s);
    } else if (ends_clause(s)) {
        s->at++;
        top->clause = false;
        top->start = true;
        s->operand = s->newline = false;
        s->token = TOKEN_OPEN;
        s->sign = LL_SIGN_NONE;
        s->lead_start = s->lead_end = 0;
    } else {
        annotate(s);
    }
}

/* '!' behind an operand says that it is not null, and changes nothing else. */
static void scan_exclamation(scanner *s) {
    const unsigned char *text = s->text + s->at;
    if (text[1] == '=' && s->operand) {
        expression_operator(s, text[2] == '=' ? 3 : 2, LL_SIGN_COMPARE);
    } else if (s->operand && !s->newline) {
        s->at++;
    } else {
        ll_scan_line_statement(s);
        expression_operator(s, 1, LL_SIGN_OTHER);
    }
}

/* '+' and '-' */
static void scan_additive(scanner *s) {
    const unsigned char *text = s->text + s->at;
    if (text[1] == text[0]) {
        bool postfix = s->operand && !s->newline;
        if (!postfix)
            ll_scan_line_statement(s);
        s->at += 2;
        if (!postfix)
            ll_scan_operator(s, LL_SIGN_OTHER);
    } else if (text[1] == '=') {
        assign(s, 2);
    } else if (s->top->type && !s->operand) {
        s->at++; /* a negative number as a type */
        ll_scan_operator(s, LL_SIGN_TYPE);
    } else {
        expression_operator(s, 1, text[0] == '+' ? LL_SIGN_PLUS : LL_SIGN_OTHER);
    }
}

/* '&' and '|' */
static void scan_bar(scanner *s) {
    const unsigned char *text = s->text + s->at;
    bool twice = text[1] == text[0];
    if (text[1 + twice] == '=') {
        assign(s, 2 + (uint32_t)twice);
    } else if (twice) {
        expression_operator(s, 2, LL_SIGN_LOGIC);
    } else {
        s->at++;
        ll_scan_operator(s, LL_SIGN_OTHER);
    }
}

/* '*', '%', '^' and '~' */
static void scan_arithmetic(scanner *s) {
    const unsigned char *text = s->text + s->at;
    uint32_t length = text[0] == '*' && text[1] == '*' ? 2 : 1;
    if (text[length] == '=')
        assign(s, length + 1);
    else
        expression_operator(s, length, LL_SIGN_OTHER);
}

static void scan_greater(scanner *s) {
    if (s->top->kind == FRAME_ANGLE) {
        ll_scan_close_angle(s);
        return;
    }
    uint32_t length = 1;
    while (s->text[s->at + length] == '>' && length < 3)
        length++;
    bool shift = length > 1;
    length += s->text[s->at + length] == '=';
    expression_operator(s, length, shift ? LL_SIGN_OTHER : LL_SIGN_COMPARE);
}

static void less_than(scanner *s) {
    const unsigned char *text = s->text + s->at;
    uint32_t length = text[1] == '<' ? 2 : 1;
    bool shift = length == 2;
    length += text[length] == '=';
    expression_operator(s, length, shift ? LL_SIGN_OTHER : LL_SIGN_COMPARE);
}

static bool opens_angle(scanner *s) {
    const frame *top = s->top;
    if (top->type == TYPE_PART && s->operand && !ll_scan_takes_arguments(s))
        return false;
    if (top->type || top->head || s->token == TOKEN_CHAIN)
        return true;
    if (top->kind == FRAME_CLASS && !top->value)
        return true;
    return s->operand ? ll_scan_is_type_arguments(s, s->at) : ll_scan_is_type_parameters(s, s->at);
}

static void scan_less(scanner *s) {
    if (s->token == TOKEN_BODY)
        ll_scan_statement(s);
    if (s->token == TOKEN_ELEMENT && ll_scan_is_tag(s))
        ll_scan_fault(s, s->at, "two elements side by side need one around them");
    else if (opens_angle(s))
        ll_scan_open_angle(s);
    else if (!s->operand && ll_scan_is_tag(s))
        ll_scan_open_element(s);
    else
        less_than(s);
}

static void scan_slash(scanner *s) {
    if (ll_scan_comment(s))
        return;
    if (s->token == TOKEN_BODY)
        ll_scan_statement(s);
    if (!s->operand && ll_scan_regex(s))
        return;
    if (s->text[s->at + 1] == '=')
        assign(s, 2);
    else
        expression_operator(s, 1, LL_SIGN_OTHER);
}

static void scan_at_sign(scanner *s) {
    ll_scan_line_statement(s);
    s->top->decorated = s->top->start;
    s->at++;
    ll_scan_operator(s, LL_SIGN_OTHER);
}

/* '#' of a private name, and bytes that have no place in code. */
static void scan_other(scanner *s) {
    s->at++;
}

static void scan_wide(scanner *s) {
    uint32_t blank = ll_scan_wide_blank(s->text, s->at, &s->newline);
    if (blank == 0)
        ll_scan_word(s);
    s->at += blank;
}

typedef void scan_token(scanner *s);

/* By the first byte of the token; letters, digits and blanks are found by their class. */
static scan_token *const tokens[128] = {
    ['!'] = scan_exclamation,
    ['"'] = ll_scan_string,
    ['%'] = scan_arithmetic,
    ['&'] = scan_bar,
    ['\''] = ll_scan_string,
    ['('] = ll_scan_open_paren,
    [')'] = ll_scan_close_bracket,
    ['*'] = scan_arithmetic,
    ['+'] = scan_additive,
    [','] = scan_comma,
    ['-'] = scan_additive,
    ['.'] = scan_dot,
    ['/'] = scan_slash,
    [':'] = scan_colon,
    [';'] = scan_semicolon,
    ['<'] = scan_less,
    ['='] = scan_equals,
    ['>'] = scan_greater,
    ['?'] = scan_question,
    ['@'] = scan_at_sign,
    ['['] = ll_scan_open_bracket,
    ['\\'] = ll_scan_word,
    [']'] = ll_scan_close_bracket,
    ['^'] = scan_arithmetic,
    ['`'] = ll_scan_open_template,
    ['{'] = ll_scan_open_brace,
    ['|'] = scan_bar,
    ['}'] = ll_scan_close_bracket,
    ['~'] = scan_arithmetic,
};

static void skip_blank(scanner *s) {
    uint32_t at = s->at;
    unsigned classes = 0, each;
    while ((each = ll_scan_bytes[s->text[at]]) & BYTE_BLANK) {
        classes |= each;
        at++;
        if (each & BYTE_LINE)
            at = ll_scan_indent(s, at);
    }
    s->at = at;
    s->newline = s->newline || (classes & BYTE_LINE);
}

void ll_scan_javascript(scanner *s) {
    while (s->at < s->end && s->top->kind < FRAME_TEMPLATE) {
        unsigned char byte = s->text[s->at];
        uint8_t classes = ll_scan_bytes[byte];
        if (classes & BYTE_BLANK) {
            skip_blank(s);
        } else if (byte >= 0x80) {
            scan_wide(s);
        } else if (classes & BYTE_DIGIT) {
            ll_scan_number(s);
        } else if (classes & BYTE_WORD) {
            ll_scan_word(s);
        } else {
            scan_token *scan = tokens[byte];
            (scan ? scan : scan_other)(s);
        }
    }
}
