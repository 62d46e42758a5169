/* Inside of the TSX scanner: its state, its frames, and what its files give one another. */
#ifndef LL_TSX_SCANNER_H
#define LL_TSX_SCANNER_H

#include "base/step.h"
#include "tsx/tsx.h"

/* What encloses the place that is scanned. */
typedef enum frame_kind {
    FRAME_FILE,
    FRAME_BLOCK,  /* {…} of statements: functions, if, namespace, enum */
    FRAME_CLASS,  /* {…} of a class */
    FRAME_OBJECT, /* {…} of an object, a pattern, import and export names */
    FRAME_TYPE,   /* {…} of a type or an interface */
    FRAME_PAREN,
    FRAME_BRACKET,
    FRAME_ANGLE,  /* <…> of type arguments or parameters; has no node */
    FRAME_BRACES, /* {…} in JSX */
    FRAME_HOLE,   /* ${…} */
    FRAME_TEMPLATE,
    FRAME_TAG,     /* between '<' and '>' of an opening tag */
    FRAME_CHILDREN /* between an opening and its closing tag */
} frame_kind;

typedef enum type_mode {
    TYPE_NONE,
    TYPE_PART,  /* an annotation or what follows `as`: ends at the first sign that no type has */
    TYPE_ALIAS, /* `type X…` before its '=' */
    TYPE_WHOLE  /* everything to the end of the frame */
} type_mode;

/* A head whose body is awaited. */
typedef enum head_kind { HEAD_NONE, HEAD_CLASS, HEAD_INTERFACE, HEAD_FUNCTION } head_kind;

/* What the end of a frame is to the frame around it. */
typedef enum frame_result {
    RESULT_OPERAND,
    RESULT_STATEMENT, /* a statement may begin */
    RESULT_ARROW,     /* an arrow function's body: ends an expression, but takes no operator */
    RESULT_NOTHING    /* the sign before the frame still holds (type parameters of an arrow) */
} frame_result;

typedef struct frame {
    uint8_t kind;       /* frame_kind */
    uint8_t type;       /* type_mode */
    uint8_t head;       /* head_kind */
    uint8_t result;     /* frame_result */
    uint8_t sign;       /* FRAME_ANGLE: the ll_tsx_sign that was there before it */
    bool head_is_value; /* the awaited class or function is an expression */
    bool start;         /* a statement may begin here */
    bool decorated;     /* `start` outlives the decorators before it */
    bool value;         /* behind the name of a member: its value */
    bool clause;        /* `case` or `default` awaits its ':' */
    bool listed;        /* holds ':', ',', '=' or '...' as only parameters do */
    bool annotated;     /* holds the annotation of a parameter */
    bool call;          /* FRAME_PAREN: stands behind an operand */
    uint32_t questions; /* '?' of conditionals that await their ':' */
    uint32_t type_questions;
    uint32_t extends;              /* `extends` of types that await their '?' */
    uint32_t node;                 /* the parent of what is found here */
    uint32_t open;                 /* offset of the opening delimiter */
    uint32_t name_start, name_end; /* the name that is annotated; FRAME_ANGLE: the lead before it */
} frame;

/* The token before the present place. */
typedef enum token_kind {
    TOKEN_OPEN, /* the start of a frame or a statement */
    TOKEN_OPERATOR,
    TOKEN_KEYWORD,
    TOKEN_WORD,
    TOKEN_STRING,
    TOKEN_VALUE, /* another operand */
    TOKEN_PAREN, /* a closing ')' */
    TOKEN_ARROW,
    TOKEN_CHAIN, /* ?. */
    TOKEN_DOT,
    TOKEN_ELEMENT,
    TOKEN_BODY /* of an arrow function */
} token_kind;

typedef struct scanner {
    ll_arena *arena;
    ll_tsx *tsx;
    const unsigned char *text; /* a NUL stands behind the last byte */
    uint32_t at;
    uint32_t end;
    frame *top;
    LL_ARRAY(frame) frames;
    uint8_t token;       /* token_kind of the last token */
    uint8_t keyword;     /* of a TOKEN_KEYWORD; of a TOKEN_WORD `async` … before a declaration */
    uint8_t sign;        /* ll_tsx_sign when the last token ends no operand */
    bool operand;        /* the last token ends an operand: decides '<' and '/' */
    bool newline;        /* a line end stands between the last token and `at` */
    bool word_first;     /* the last word began a statement */
    bool paren_function; /* the last ')' can only end the parameters of a function */
    bool paren_params;   /* in a type: the last ')' ends the parameters of a function type */
    bool open_declaration;
    bool exported;
    uint32_t lead_start, lead_end; /* of `sign` */
    uint32_t word_start, word_end; /* the last word, or the last string without its quotes */
    uint32_t statement;            /* offset of `export`, `async` … before a declaration */
    uint64_t peeks;                /* bytes that may still be read ahead: keeps the time linear */
} scanner;

/* Classes of bytes. */
enum {
    BYTE_WORD = 1,  /* part of an identifier; every byte of a non-ASCII character too */
    BYTE_DIGIT = 2, /* 0-9 */
    BYTE_BLANK = 4, /* ASCII white space */
    BYTE_LINE = 8,  /* may end a line: LF, CR and the first byte of U+2028 */
    BYTE_NAME = 16  /* BYTE_WORD in ASCII */
};
extern const uint8_t ll_scan_bytes[256];

static inline bool byte_is(unsigned char byte, unsigned classes) {
    return (ll_scan_bytes[byte] & classes) != 0;
}

/* Offset of the first of four bytes at or behind `at`, or the end. Text, strings and comments, most
 * of a lesson, are passed so. */
static inline uint32_t ll_scan_until(const scanner *s, uint32_t at, const char stops[4]) {
    return (uint32_t)ll_step_until((const char *)s->text, at, s->end, stops);
}

/* Offset behind as many times eight spaces as stand at `at`. */
static inline uint32_t ll_scan_indent(const scanner *s, uint32_t at) {
    while (s->end >= at + 8 && memcmp(s->text + at, "        ", 8) == 0)
        at += 8;
    return at;
}

/* Offset behind the ASCII white space at `at`. */
static inline uint32_t ll_scan_blanks(const scanner *s, uint32_t at) {
    while (byte_is(s->text[at], BYTE_BLANK))
        at = ll_scan_indent(s, at + 1);
    return at;
}

/* Bytes of the white space character other than ASCII at `at`, or 0; `*line` is set when it ends a
 * line. */
uint32_t ll_scan_wide_blank(const unsigned char *text, uint32_t at, bool *line);

/* Offset behind the white space and comments at `at`; adds no nodes. */
uint32_t ll_scan_peek_blank(const scanner *s, uint32_t at, bool *line);

/* Offset behind the identifier whose ASCII part up to `at` is read already. */
uint32_t ll_scan_odd_identifier(const scanner *s, uint32_t at);

/* The bytes of a step that are no BYTE_NAME. */
static inline uint64_t ll_scan_ends_name(ll_step step) {
    ll_step letters = ll_step_between(ll_step_or(step, ll_step_of('a' - 'A')), 'a', 'z');
    ll_step signs = ll_step_or(ll_step_between(step, '_', '_'), ll_step_between(step, '$', '$'));
    ll_step digits = ll_step_between(step, '0', '9');
    return ll_step_others(ll_step_or(ll_step_or(letters, signs), digits));
}

/* Offset behind the identifier at `at`; `at` itself when there is none. A step costs more
 * instructions than the few bytes of a name, but nobody has to guess how many they are. The NUL
 * behind the text ends the loop. */
static inline uint32_t ll_scan_identifier(const scanner *s, uint32_t at) {
    uint64_t ends = 0;
    for (; !ends && at + sizeof(ll_step) <= s->end; at += ends ? 0 : (uint32_t)sizeof(ll_step))
        ends = ll_scan_ends_name(ll_step_at(s->text + at));
    at += ends ? ll_step_first(ends) : 0;
    while (byte_is(s->text[at], BYTE_NAME))
        at++;
    return s->text[at] >= 0x80 || s->text[at] == '\\' ? ll_scan_odd_identifier(s, at) : at;
}

/* Whether bytes [start, end) are `word`. */
bool ll_scan_is_word(const scanner *s, uint32_t start, uint32_t end, const char *word);

/* scanner.c: frames and faults. */
frame *ll_scan_push(scanner *s, frame_kind kind, uint32_t node);
static inline void ll_scan_pop(scanner *s) {
    s->frames.len--;
    s->top = &s->frames.at[s->frames.len - 1];
    s->newline = false;
}

void ll_scan_fault(scanner *s, uint32_t offset, const char *format, ...);

/* tree.c: nodes. Returns the index of a new node from `start` to `end`. */
static inline uint32_t ll_scan_node(scanner *s, ll_tsx_kind kind, uint32_t start, uint32_t end) {
    uint32_t index = s->tsx->nodes.len;
    LL_ARRAY_PUSH(s->arena, &s->tsx->nodes,
                  ((ll_tsx_node){.kind = (uint8_t)kind,
                                 .start = start,
                                 .end = end,
                                 .inner_start = start,
                                 .inner_end = end,
                                 .parent = s->top->node,
                                 .after = index + 1}));
    return index;
}

void ll_scan_close(scanner *s, uint32_t node, uint32_t inner_end, uint32_t end);

/* Gives a node of JavaScript code its sign and lead by what stands before it. */
void ll_scan_sign(scanner *s, uint32_t index);

/* javascript.c: code up to the end of the frame on top, or to the start of another kind of frame.
 */
void ll_scan_javascript(scanner *s);
void ll_scan_operator(scanner *s, ll_tsx_sign sign);

/* Tokens of the frame on top clear `start`, but decorators leave it to the class behind them. */
static inline void ll_scan_end_start(scanner *s) {
    s->top->start = s->top->start && s->top->decorated;
    s->newline = false;
}

static inline void ll_scan_operand(scanner *s, token_kind token) {
    s->operand = true;
    s->token = (uint8_t)token;
    ll_scan_end_start(s);
}

/* The end of a statement or class member in the frame on top. */
void ll_scan_statement(scanner *s);

/* The same when a line end stands before the token at `at`, which cannot go on with it. */
void ll_scan_line_statement(scanner *s);

/* brackets.c */
void ll_scan_open_paren(scanner *s);
void ll_scan_open_bracket(scanner *s);
void ll_scan_open_brace(scanner *s);
void ll_scan_close_bracket(scanner *s);

/* words.c */
void ll_scan_word(scanner *s);

/* Whether the last token is a keyword whose parentheses are part of it: if, while, function …; the
 * second form: and a statement stands behind them. */
bool ll_scan_takes_paren(const scanner *s);
bool ll_scan_takes_statement(const scanner *s);

/* `export` or `default` just before: a brace is no block. */
bool ll_scan_after_export(const scanner *s);

/* `async` just before: no name of a function that is called. */
bool ll_scan_after_async(const scanner *s);

/* types.c */
void ll_scan_leave_type(scanner *s);
void ll_scan_enter_type(scanner *s, type_mode mode);
void ll_scan_open_angle(scanner *s);

/* Whether the type that the last token ends can have type arguments: `x as number < y` compares. */
bool ll_scan_takes_arguments(const scanner *s);
void ll_scan_close_angle(scanner *s);
bool ll_scan_is_type_arguments(scanner *s, uint32_t at);
bool ll_scan_is_type_parameters(scanner *s, uint32_t at);

/* literals.c: each begins at `at`. */
void ll_scan_string(scanner *s);
void ll_scan_number(scanner *s);
void ll_scan_open_template(scanner *s);
void ll_scan_template(scanner *s);
bool ll_scan_regex(scanner *s);
bool ll_scan_comment(scanner *s); /* false when no comment begins here */

/* jsx.c */
bool ll_scan_is_tag(const scanner *s);
void ll_scan_open_element(scanner *s);
void ll_scan_tag(scanner *s);
void ll_scan_children(scanner *s);

/* declarations.c: [start, end) is the keyword. */
void ll_scan_declare(scanner *s, uint32_t start, uint32_t end);
void ll_scan_end_declaration(scanner *s);

#endif
