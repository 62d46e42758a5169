/* Identifiers and keywords of JavaScript and TypeScript. */
#include "tsx/scanner.h"

enum {
    K_OPERATOR = 1,    /* an operand follows */
    K_PAREN = 2,       /* parentheses behind it belong to it */
    K_STATEMENT = 4,   /* a statement follows, behind the parentheses if there are any */
    K_CONTINUES = 8,   /* at the start of a line it goes on with the expression */
    K_TYPE = 16,       /* an operator in types only */
    K_DECLARES = 32,   /* begins a declaration */
    K_PREFIX = 64,     /* may stand before the keyword of a declaration */
    K_CONTEXTUAL = 128 /* a keyword only when it begins a statement and a name follows */
};

typedef enum keyword {
    KEYWORD_NONE,
    KEYWORD_ABSTRACT,
    KEYWORD_AS,
    KEYWORD_ASSERTS,
    KEYWORD_ASYNC,
    KEYWORD_AWAIT,
    KEYWORD_CASE,
    KEYWORD_CATCH,
    KEYWORD_CLASS,
    KEYWORD_CONST,
    KEYWORD_DECLARE,
    KEYWORD_DEFAULT,
    KEYWORD_DELETE,
    KEYWORD_DO,
    KEYWORD_ELSE,
    KEYWORD_ENUM,
    KEYWORD_EXPORT,
    KEYWORD_EXTENDS,
    KEYWORD_FINALLY,
    KEYWORD_FOR,
    KEYWORD_FUNCTION,
    KEYWORD_IF,
    KEYWORD_IMPLEMENTS,
    KEYWORD_IMPORT,
    KEYWORD_IN,
    KEYWORD_INFER,
    KEYWORD_INSTANCEOF,
    KEYWORD_INTERFACE,
    KEYWORD_IS,
    KEYWORD_KEYOF,
    KEYWORD_LET,
    KEYWORD_NEW,
    KEYWORD_OF,
    KEYWORD_READONLY,
    KEYWORD_RETURN,
    KEYWORD_SATISFIES,
    KEYWORD_SWITCH,
    KEYWORD_THROW,
    KEYWORD_TRY,
    KEYWORD_TYPE,
    KEYWORD_TYPEOF,
    KEYWORD_UNIQUE,
    KEYWORD_VAR,
    KEYWORD_VOID,
    KEYWORD_WHILE,
    KEYWORD_WITH,
    KEYWORD_YIELD,
    KEYWORD_COUNT
} keyword;

typedef struct keyword_row {
    const char *name;
    uint8_t length;
    uint8_t flags;
} keyword_row;

#define ROW(name, flags)                                                                           \
    { name, sizeof(name) - 1, flags }

/* In the order of the alphabet, as the enumeration. */
static const keyword_row keywords[KEYWORD_COUNT] = {
    ROW("", 0),
    ROW("abstract", K_PREFIX | K_TYPE),
    ROW("as", K_CONTINUES),
    ROW("asserts", K_TYPE),
    ROW("async", K_PREFIX),
    ROW("await", K_OPERATOR),
    ROW("case", K_OPERATOR),
    ROW("catch", K_OPERATOR | K_PAREN | K_STATEMENT),
    ROW("class", K_DECLARES),
    ROW("const", K_OPERATOR | K_DECLARES),
    ROW("declare", K_PREFIX),
    ROW("default", K_OPERATOR | K_PREFIX),
    ROW("delete", K_OPERATOR),
    ROW("do", K_OPERATOR | K_STATEMENT),
    ROW("else", K_OPERATOR | K_STATEMENT),
    ROW("enum", K_DECLARES | K_CONTEXTUAL),
    ROW("export", K_OPERATOR | K_PREFIX),
    ROW("extends", K_OPERATOR | K_TYPE),
    ROW("finally", K_OPERATOR | K_STATEMENT),
    ROW("for", K_OPERATOR | K_PAREN | K_STATEMENT),
    ROW("function", K_OPERATOR | K_PAREN | K_DECLARES),
    ROW("if", K_OPERATOR | K_PAREN | K_STATEMENT),
    ROW("implements", 0),
    ROW("import", K_OPERATOR | K_PAREN | K_TYPE),
    ROW("in", K_OPERATOR | K_CONTINUES),
    ROW("infer", K_TYPE),
    ROW("instanceof", K_OPERATOR | K_CONTINUES),
    ROW("interface", K_DECLARES | K_CONTEXTUAL),
    ROW("is", K_TYPE),
    ROW("keyof", K_TYPE),
    ROW("let", K_OPERATOR | K_DECLARES),
    ROW("new", K_OPERATOR | K_TYPE),
    ROW("of", K_CONTINUES),
    ROW("readonly", K_TYPE),
    ROW("return", K_OPERATOR),
    ROW("satisfies", K_CONTINUES),
    ROW("switch", K_OPERATOR | K_PAREN | K_STATEMENT),
    ROW("throw", K_OPERATOR),
    ROW("try", K_OPERATOR | K_STATEMENT),
    ROW("type", K_DECLARES | K_CONTEXTUAL),
    ROW("typeof", K_OPERATOR | K_TYPE),
    ROW("unique", K_TYPE),
    ROW("var", K_OPERATOR | K_DECLARES),
    ROW("void", K_OPERATOR),
    ROW("while", K_OPERATOR | K_PAREN | K_STATEMENT),
    ROW("with", K_OPERATOR | K_PAREN | K_STATEMENT),
    ROW("yield", K_OPERATOR),
};

/* First keyword of each letter; the next letter's is the end. */
static const uint8_t first_of_letter[27] = {
    KEYWORD_ABSTRACT, KEYWORD_CASE,     KEYWORD_CASE,     KEYWORD_DECLARE,   KEYWORD_ELSE,
    KEYWORD_FINALLY,  KEYWORD_IF,       KEYWORD_IF,       KEYWORD_IF,        KEYWORD_KEYOF,
    KEYWORD_KEYOF,    KEYWORD_LET,      KEYWORD_NEW,      KEYWORD_NEW,       KEYWORD_OF,
    KEYWORD_READONLY, KEYWORD_READONLY, KEYWORD_READONLY, KEYWORD_SATISFIES, KEYWORD_THROW,
    KEYWORD_UNIQUE,   KEYWORD_VAR,      KEYWORD_WHILE,    KEYWORD_YIELD,     KEYWORD_YIELD,
    KEYWORD_COUNT,    KEYWORD_COUNT};

#define LETTER(letter) (UINT32_C(1) << ((letter) - 'a'))

/* The second letters of the keywords of each first one, as bits: few other words have such two. */
static const uint32_t second_letters[26] = {
    ['a' - 'a'] = LETTER('b') | LETTER('s') | LETTER('w'),
    ['c' - 'a'] = LETTER('a') | LETTER('l') | LETTER('o'),
    ['d' - 'a'] = LETTER('e') | LETTER('o'),
    ['e' - 'a'] = LETTER('l') | LETTER('n') | LETTER('x'),
    ['f' - 'a'] = LETTER('i') | LETTER('o') | LETTER('u'),
    ['i' - 'a'] = LETTER('f') | LETTER('m') | LETTER('n') | LETTER('s'),
    ['k' - 'a'] = LETTER('e'),
    ['l' - 'a'] = LETTER('e'),
    ['n' - 'a'] = LETTER('e'),
    ['o' - 'a'] = LETTER('f'),
    ['r' - 'a'] = LETTER('e'),
    ['s' - 'a'] = LETTER('a') | LETTER('w'),
    ['t' - 'a'] = LETTER('h') | LETTER('r') | LETTER('y'),
    ['u' - 'a'] = LETTER('n'),
    ['v' - 'a'] = LETTER('a') | LETTER('o'),
    ['w' - 'a'] = LETTER('h') | LETTER('i'),
    ['y' - 'a'] = LETTER('i'),
};

static keyword find_keyword(const scanner *s, uint32_t start, uint32_t end) {
    unsigned letter = s->text[start] - (unsigned)'a', second = s->text[start + 1] - (unsigned)'a';
    uint32_t length = end - start;
    if (letter > 25 || second > 25 || !(second_letters[letter] >> second & 1) || length > 10)
        return KEYWORD_NONE;
    for (unsigned i = first_of_letter[letter]; i < first_of_letter[letter + 1]; i++)
        if (keywords[i].length == length && keywords[i].name[1] == (char)s->text[start + 1] &&
            memcmp(keywords[i].name, s->text + start, length) == 0)
            return (keyword)i;
    return KEYWORD_NONE;
}

bool ll_scan_takes_paren(const scanner *s) {
    return s->token == TOKEN_KEYWORD && (keywords[s->keyword].flags & K_PAREN);
}

bool ll_scan_takes_statement(const scanner *s) {
    return s->token == TOKEN_KEYWORD && (keywords[s->keyword].flags & K_STATEMENT);
}

bool ll_scan_after_export(const scanner *s) {
    return s->token == TOKEN_KEYWORD &&
           (s->keyword == KEYWORD_EXPORT || s->keyword == KEYWORD_DEFAULT);
}

bool ll_scan_after_async(const scanner *s) {
    return s->token == TOKEN_WORD && s->keyword == KEYWORD_ASYNC;
}

/* Any word that stands for itself: a name, or a keyword that has no effect here. */
static void plain_word(scanner *s, uint32_t start, bool keep_start) {
    frame *top = s->top;
    s->word_first = top->start;
    s->word_start = start;
    s->word_end = s->at;
    s->keyword = KEYWORD_NONE;
    bool begins = keep_start && top->start;
    ll_scan_operand(s, TOKEN_WORD);
    top->start = top->start || begins;
}

static void operator_word(scanner *s, uint32_t start, keyword word) {
    frame *top = s->top;
    uint8_t flags = keywords[word].flags;
    bool begins = top->start && (flags & K_PREFIX);
    ll_scan_operator(s, LL_SIGN_KEYWORD);
    s->token = TOKEN_KEYWORD;
    s->keyword = (uint8_t)word;
    s->sign = word == KEYWORD_RETURN ? LL_SIGN_RETURN : LL_SIGN_KEYWORD;
    s->lead_start = word == KEYWORD_RETURN ? s->at : start;
    s->lead_end = s->at;
    top->start = begins || ((flags & K_STATEMENT) && !(flags & K_PAREN));
}

/* A word inside a type. */
static void type_word(scanner *s, uint32_t start, keyword word) {
    frame *top = s->top;
    if (word == KEYWORD_EXTENDS)
        top->extends++;
    if (keywords[word].flags & K_TYPE)
        operator_word(s, start, word);
    else
        plain_word(s, start, false);
}

/* `as` and `satisfies`, behind an operand. */
static void begin_cast(scanner *s, uint32_t start, keyword word) {
    ll_scan_enter_type(s, TYPE_PART);
    s->top->name_start = s->top->name_end = 0;
    operator_word(s, start, word);
}

/* Whether a name follows on the same line. */
static bool name_follows(const scanner *s) {
    bool line = false;
    uint32_t next = ll_scan_peek_blank(s, s->at, &line);
    return !line && next > s->at && !byte_is(s->text[next], BYTE_DIGIT) &&
           ll_scan_identifier(s, next) > next;
}

static void begin_declaration(scanner *s, uint32_t start, keyword word) {
    frame *top = s->top;
    bool begins = top->start;
    if (begins && top->kind == FRAME_FILE)
        ll_scan_declare(s, start, s->at);
    if (word == KEYWORD_CLASS || word == KEYWORD_FUNCTION) {
        top->head = word == KEYWORD_CLASS ? HEAD_CLASS : HEAD_FUNCTION;
        top->head_is_value = !begins;
    } else if (word == KEYWORD_INTERFACE) {
        top->head = HEAD_INTERFACE;
    } else if (word == KEYWORD_TYPE) {
        ll_scan_enter_type(s, TYPE_ALIAS);
    }
    top->decorated = false;
    if (keywords[word].flags & K_OPERATOR)
        operator_word(s, start, word);
    else
        plain_word(s, start, false);
}

/* `export`, `default`, `async` … */
static void begin_prefix(scanner *s, uint32_t start, keyword word) {
    frame *top = s->top;
    bool statements = top->kind == FRAME_FILE || top->kind == FRAME_BLOCK;
    if (top->start && top->kind == FRAME_FILE) {
        if (!s->exported && s->statement == LL_TSX_NONE)
            s->statement = start;
        s->exported = s->exported || word == KEYWORD_EXPORT;
        if (word == KEYWORD_DEFAULT && s->exported)
            ll_scan_declare(s, start, s->at);
    }
    if (word == KEYWORD_DEFAULT && statements && !ll_scan_after_export(s))
        top->clause = true;
    if (keywords[word].flags & K_OPERATOR)
        operator_word(s, start, word);
    else {
        plain_word(s, start, true);
        s->keyword = (uint8_t)word;
    }
}

static void expression_keyword(scanner *s, uint32_t start, keyword word) {
    uint8_t flags = keywords[word].flags;
    if ((word == KEYWORD_AS || word == KEYWORD_SATISFIES) && s->operand && !s->newline)
        begin_cast(s, start, word);
    else if (word == KEYWORD_OF && s->operand)
        operator_word(s, start, word);
    else if ((flags & K_DECLARES) &&
             (!(flags & K_CONTEXTUAL) || (s->top->start && name_follows(s))))
        begin_declaration(s, start, word);
    else if (flags & K_PREFIX)
        begin_prefix(s, start, word);
    else if (word == KEYWORD_AWAIT && s->token == TOKEN_KEYWORD && s->keyword == KEYWORD_FOR)
        return; /* `for await (` */
    else if (flags & K_OPERATOR) {
        if (word == KEYWORD_CASE)
            s->top->clause = true;
        operator_word(s, start, word);
    } else {
        plain_word(s, start, false);
    }
}

/* Whether a word at the start of a line goes on with what stands before it. */
static bool goes_on(const scanner *s, keyword word) {
    if (keywords[word].flags & K_CONTINUES)
        return true;
    if (word == KEYWORD_EXTENDS || word == KEYWORD_IMPLEMENTS)
        return s->top->head || s->top->type;
    return word == KEYWORD_IS && s->top->type;
}

/* Names of members before their values: every word stands for itself. */
static bool names_members(const frame *top) {
    return (top->kind == FRAME_OBJECT || top->kind == FRAME_CLASS) && !top->value;
}

void ll_scan_word(scanner *s) {
    uint32_t start = s->at;
    s->at = ll_scan_identifier(s, start);
    if (s->at == start) {
        s->at++; /* a stray backslash */
        return;
    }
    keyword word = find_keyword(s, start, s->at);
    if (s->newline && s->token != TOKEN_DOT && !goes_on(s, word))
        ll_scan_line_statement(s);
    frame *top = s->top;
    bool cast = word == KEYWORD_AS || word == KEYWORD_SATISFIES;
    bool ends_type =
        top->type == TYPE_PART && s->operand && (cast || (keywords[word].flags & K_CONTINUES));
    if (ends_type)
        ll_scan_leave_type(s);
    if (word == KEYWORD_NONE || s->token == TOKEN_DOT || s->token == TOKEN_CHAIN ||
        (names_members(top) && !top->type))
        plain_word(s, start, false);
    else if (top->type)
        type_word(s, start, word);
    else
        expression_keyword(s, start, word);
}
