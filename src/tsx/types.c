/* Types: where they end, and whether a '<' opens type arguments. */
#include "tsx/scanner.h"

enum { PEEK_DEPTH = 64, PEEK_MOST = 16384 };

void ll_scan_leave_type(scanner *s) {
    s->top->type = TYPE_NONE;
}

void ll_scan_enter_type(scanner *s, type_mode mode) {
    s->top->type = (uint8_t)mode;
    s->top->extends = s->top->type_questions = 0;
}

void ll_scan_open_angle(scanner *s) {
    bool operand = s->operand;
    bool word = s->token == TOKEN_WORD || s->token == TOKEN_CHAIN;
    uint8_t sign = s->sign;
    uint32_t start =
        operand || s->token == TOKEN_CHAIN ? (word ? s->word_start : 0) : s->lead_start;
    uint32_t end = operand || s->token == TOKEN_CHAIN ? (word ? s->word_end : 0) : s->lead_end;
    bool chain = s->token == TOKEN_CHAIN;
    bool function = s->top->head == HEAD_FUNCTION && ll_scan_takes_paren(s);
    frame *angle = ll_scan_push(s, FRAME_ANGLE, s->top->node);
    angle->type = TYPE_WHOLE;
    angle->result = operand || chain || function ? RESULT_OPERAND : RESULT_NOTHING;
    angle->sign = sign;
    angle->name_start = start;
    angle->name_end = end;
    s->at++;
    s->sign = LL_SIGN_TYPE;
}

void ll_scan_close_angle(scanner *s) {
    frame closed = *s->top;
    s->at++;
    ll_scan_pop(s);
    if (s->top->kind == FRAME_TAG)
        return;
    if (closed.result == RESULT_OPERAND) {
        bool word = closed.name_end > closed.name_start;
        s->word_start = closed.name_start;
        s->word_end = closed.name_end;
        s->word_first = false;
        ll_scan_operand(s, word ? TOKEN_WORD : TOKEN_VALUE);
    } else {
        ll_scan_operator(s, LL_SIGN_NONE);
        s->sign = closed.sign;
        s->lead_start = closed.name_start;
        s->lead_end = closed.name_end;
    }
}

bool ll_scan_takes_arguments(const scanner *s) {
    static const char *const words[] = {"any",    "bigint", "boolean", "never",   "null",
                                        "number", "object", "string",  "symbol",  "undefined",
                                        "void",   "const",  "true",    "unknown", "false"};
    if (s->token != TOKEN_WORD)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ll_scan_is_word(s, s->word_start, s->word_end, words[i]))
            return false;
    return true;
}

/* `<T,`, `<T =`, `<const T` and `<T extends U`: what TypeScript takes for the type parameters of an
 * arrow function where a tag could stand. */
bool ll_scan_is_type_parameters(scanner *s, uint32_t at) {
    bool line = false;
    uint32_t start = ll_scan_peek_blank(s, at + 1, &line);
    uint32_t end = ll_scan_identifier(s, start);
    uint32_t next = ll_scan_peek_blank(s, end, &line);
    if (ll_scan_is_word(s, start, end, "const") && ll_scan_identifier(s, next) > next) {
        end = ll_scan_identifier(s, next);
        next = ll_scan_peek_blank(s, end, &line);
    }
    if (end == start)
        return false;
    if (s->text[next] == ',' || s->text[next] == '=')
        return true;
    uint32_t word_end = ll_scan_identifier(s, next);
    if (!ll_scan_is_word(s, next, word_end, "extends"))
        return false;
    next = ll_scan_peek_blank(s, word_end, &line);
    return s->text[next] != '=' && s->text[next] != '>' && s->text[next] != '/';
}

/* Reading ahead through what may be type arguments. */
typedef struct peek {
    const scanner *s;
    uint32_t at;
    uint32_t end;
    uint32_t depth;
    bool operand;
    bool extends;
    unsigned char open[PEEK_DEPTH]; /* SIGNATURE for the '<' before the parameters of a function */
} peek;

enum { SIGNATURE = 's' };

static bool peek_open(peek *p) {
    if (p->depth == PEEK_DEPTH)
        return false;
    unsigned char byte = p->s->text[p->at++];
    bool signature = byte == '<' && p->depth > 0 && !p->operand;
    p->open[p->depth++] = signature ? SIGNATURE : byte;
    p->operand = false;
    return true;
}

static bool peek_close(peek *p, unsigned char open) {
    unsigned char opened = p->open[p->depth - 1];
    if (opened != open && !(opened == SIGNATURE && open == '<'))
        return false;
    p->depth--;
    p->at++;
    p->operand = opened != SIGNATURE;
    return true;
}

static bool in_braces(const peek *p) {
    return p->open[p->depth - 1] == '{';
}

static bool in_angle(const peek *p) {
    return p->open[p->depth - 1] == '<' || p->open[p->depth - 1] == SIGNATURE;
}

static bool peek_text(peek *p) {
    unsigned char quote = p->s->text[p->at];
    if (p->operand && !in_braces(p))
        return false;
    for (p->at++; p->at < p->end && p->s->text[p->at] != quote; p->at++) {
        if (p->s->text[p->at] == '\\')
            p->at++;
        else if (p->s->text[p->at] == '\n' && quote != '`')
            return false;
    }
    p->at++;
    p->operand = true;
    return true;
}

static const char *const type_prefixes[] = {"keyof",   "typeof", "readonly", "infer",  "unique",
                                            "asserts", "new",    "abstract", "const",  "in",
                                            "out",     "import", "is",       "extends"};

static bool peek_word(peek *p) {
    uint32_t start = p->at;
    p->at = ll_scan_identifier(p->s, start);
    if (p->at == start)
        return false; /* a backslash that is no part of a name */
    bool extends = ll_scan_is_word(p->s, start, p->at, "extends");
    bool middle = extends || ll_scan_is_word(p->s, start, p->at, "is");
    if (p->operand && !middle && !in_braces(p))
        return false;
    p->extends = p->extends || extends;
    p->operand = true;
    for (size_t i = 0; i < sizeof type_prefixes / sizeof *type_prefixes; i++)
        if (ll_scan_is_word(p->s, start, p->at, type_prefixes[i]))
            p->operand = false;
    return true;
}

static bool peek_separator(peek *p, bool allowed) {
    p->at++;
    p->operand = false;
    return allowed;
}

/* One token; false when no type has it. */
static bool peek_token(peek *p) {
    const unsigned char *text = p->s->text + p->at;
    if (byte_is(*text, BYTE_WORD) || *text == '\\')
        return peek_word(p);
    switch (*text) {
    case '"':
    case '\'':
    case '`':
        return peek_text(p);
    case '<':
        return text[1] != '=' && peek_open(p);
    case '(':
    case '{':
        return (!p->operand || in_braces(p)) && peek_open(p);
    case '[':
        return peek_open(p);
    case '>':
        return peek_close(p, '<');
    case ')':
        return peek_close(p, '(');
    case '}':
        return peek_close(p, '{');
    case ']':
        return peek_close(p, '[');
    case '=':
        p->at += text[1] == '>';
        return peek_separator(p, text[1] == '>' || (in_angle(p) && text[1] != '='));
    case '|':
    case '&':
        return peek_separator(p, text[1] != *text && text[1] != '=');
    case ',':
    case '.':
        return peek_separator(p, true);
    case '?':
    case ':':
        return peek_separator(p, text[1] != '?' && (!in_angle(p) || p->extends));
    case ';':
        return peek_separator(p, in_braces(p));
    case '-':
    case '+':
        return peek_separator(p, in_braces(p) || (!p->operand && byte_is(text[1], BYTE_DIGIT)));
    default:
        return false;
    }
}

/* What may stand behind type arguments in an expression, as TypeScript decides it. */
static bool may_follow(const scanner *s, uint32_t at) {
    static const char *const operators[] = {"in", "instanceof", "as", "satisfies"};
    bool line = false;
    if (s->text[at] == '>' || s->text[at] == '=')
        return false; /* >> or >= */
    at = ll_scan_peek_blank(s, at, &line);
    if (at >= s->end || s->text[at] == '(' || s->text[at] == '`')
        return true;
    if (strchr("<>+-", s->text[at]))
        return false;
    uint32_t end = ll_scan_identifier(s, at);
    if (line)
        return true;
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (ll_scan_is_word(s, at, end, operators[i]))
            return true;
    if (s->text[at] == '!')
        return s->text[at + 1] == '=';
    return end == at && !strchr("\"'[{~@#", s->text[at]);
}

bool ll_scan_is_type_arguments(scanner *s, uint32_t at) {
    peek p = {.s = s, .at = at, .end = s->end};
    if (p.end - at > PEEK_MOST)
        p.end = at + PEEK_MOST;
    if (p.end - at > s->peeks)
        p.end = at + (uint32_t)s->peeks;
    bool types = p.at < p.end && s->text[at + 1] != '<' && peek_open(&p);
    while (types && p.depth > 0) {
        bool line = false;
        p.at = ll_scan_peek_blank(s, p.at, &line);
        types = p.at < p.end && peek_token(&p);
    }
    s->peeks -= p.at - at < s->peeks ? p.at - at : s->peeks;
    return types && p.at <= s->end && may_follow(s, p.at);
}
