/* What the files of the arithmetic reader share. */
#ifndef LL_TEXT_ARITHMETIC_PARTS_H
#define LL_TEXT_ARITHMETIC_PARTS_H

#include "text/arithmetic.h"

typedef enum ll_math_kind {
    LL_MATH_NUMBER,
    LL_MATH_OPERATOR,
    LL_MATH_OPEN,
    LL_MATH_CLOSE,
    LL_MATH_RELATION,
    LL_MATH_WORD,     /* of prose, or what \text{…} holds */
    LL_MATH_NAME,     /* stands for a value that is not known: a letter, a command, a range */
    LL_MATH_ELLIPSIS, /* … or ... */
    LL_MATH_MARK      /* punctuation: an equation may begin behind it and end before it */
} ll_math_kind;

#define LL_MATH_NONE UINT32_MAX

typedef struct ll_math_token {
    ll_math_kind kind;
    uint32_t start, end;
    bool blank;        /* white space, or the text's start, stands before it */
    bool blank_behind; /* or the text's end behind it */
    bool approximate;  /* relations: ≈ and ~; numbers: ~ stands before it */
    bool percent;      /* numbers */
    bool grouped;      /* numbers: with separators of thousands */
    bool text;         /* words: of \text{…} */
    char sign;         /* operators: + - * / ^; marks in ASCII: the mark */
    uint32_t match;    /* brackets: the other one, or LL_MATH_NONE */
    uint32_t digits;   /* numbers: significant ones */
    uint32_t decimals; /* numbers: digits behind the point */
    double value;      /* numbers, the suffix taken into account */
    double step;       /* numbers: one unit of the last digit */
    double factor;     /* numbers: of K, M, million …; else 1 */
} ll_math_token;

typedef LL_ARRAY(ll_math_token) ll_math_tokens;

/* Reads `text` into `tokens`, which are emptied first. */
void ll_math_read(ll_arena *arena, ll_view text, ll_notation notation, ll_math_tokens *tokens);

/* Reads the number at `at` (a digit, or a point before one) into `token`, its suffix included;
 * returns where it ends. What only looks like one (1.2.3, 10:30, 3,5) is a NAME. */
size_t ll_math_number(ll_view text, size_t at, ll_notation notation, ll_math_token *token);

/* What K, million … multiply by, 1 for any other word. */
double ll_math_factor(ll_view word);

/* Length of the blank at `at`, 0 when there is none: ASCII, no-break and thin blanks. */
size_t ll_math_blank(ll_view text, size_t at);

#endif
