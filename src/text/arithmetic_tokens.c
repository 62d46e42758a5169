/* Cutting a text into numbers, operators, brackets, relations and what is none of them. */
#include "text/arithmetic_parts.h"

/* One open bracket while reading. A fraction opens one of its own around its two groups. */
typedef struct open_bracket {
    uint32_t token;
    char closes; /* ) ] } or 0 for a fraction */
    int groups;  /* of a fraction: groups that are still to come */
} open_bracket;

typedef struct math_reader {
    ll_arena *arena;
    ll_view text;
    ll_notation notation;
    ll_math_tokens *tokens;
    size_t at;
    size_t led_from;  /* \left stands here, before a bracket; else LL_VIEW_NONE */
    bool blank;       /* before what comes next */
    bool approximate; /* a ~ stands before what comes next */
    open_bracket open[LL_ARITHMETIC_DEPTH_MOST + 1]; /* one too deep ends the reading */
    uint32_t depth;
} math_reader;

/* Signs and commands with one meaning; the longer of two that begin alike stands first. */
static const struct {
    const char *spelling;
    ll_math_kind kind;
    char sign; /* '~' for a relation: approximate */
} signs[] = {
    {"\xC3\x97", LL_MATH_OPERATOR, '*'},     /* × */
    {"\xC2\xB7", LL_MATH_OPERATOR, '*'},     /* · */
    {"\xE2\x8B\x85", LL_MATH_OPERATOR, '*'}, /* ⋅ */
    {"\xE2\x88\x97", LL_MATH_OPERATOR, '*'}, /* ∗ */
    {"\xC3\xB7", LL_MATH_OPERATOR, '/'},     /* ÷ */
    {"\xE2\x88\x92", LL_MATH_OPERATOR, '-'}, /* − */
    {"\xE2\x89\x88", LL_MATH_RELATION, '~'}, /* ≈ */
    {"\xE2\x89\x83", LL_MATH_RELATION, '~'}, /* ≃ */
    {"\xE2\x80\x94", LL_MATH_MARK, 0},       /* — */
    {"\xE2\x80\x93", LL_MATH_MARK, 0},       /* –, unless a digit touches it */
    {"\xE2\x80\x98", LL_MATH_MARK, 0},       /* ‘ ’ “ ” */
    {"\xE2\x80\x99", LL_MATH_MARK, 0},
    {"\xE2\x80\x9C", LL_MATH_MARK, 0},
    {"\xE2\x80\x9D", LL_MATH_MARK, 0},
    {"\xC2\xAB", LL_MATH_MARK, 0}, /* « » */
    {"\xC2\xBB", LL_MATH_MARK, 0},
    {"\xE2\x86\x92", LL_MATH_MARK, 0}, /* → ⇒ • ✓ */
    {"\xE2\x87\x92", LL_MATH_MARK, 0},
    {"\xE2\x80\xA2", LL_MATH_MARK, 0},
    {"\xE2\x9C\x93", LL_MATH_MARK, 0},
    {"\xE2\x80\xA6", LL_MATH_ELLIPSIS, 0}, /* … */
    {"...", LL_MATH_ELLIPSIS, 0},
    {"===", LL_MATH_RELATION, '='},
    {"==", LL_MATH_RELATION, '='},
    {"=>", LL_MATH_MARK, 0},
    {"!=", LL_MATH_NAME, 0},
    {"<=", LL_MATH_MARK, 0},
    {">=", LL_MATH_MARK, 0},
    {":=", LL_MATH_MARK, 0},
    {"->", LL_MATH_MARK, 0},
    {"--", LL_MATH_MARK, 0},
    {"//", LL_MATH_NAME, 0},
    {"=", LL_MATH_RELATION, '='},
    {"**", LL_MATH_OPERATOR, '^'},
    {"*", LL_MATH_OPERATOR, '*'},
    {"/", LL_MATH_OPERATOR, '/'},
    {"+", LL_MATH_OPERATOR, '+'},
    {"-", LL_MATH_OPERATOR, '-'},
    {"^", LL_MATH_OPERATOR, '^'},
};

/* Commands of LaTeX, without the backslash. */
static const struct {
    const char *name;
    ll_math_kind kind;
    char sign;
} commands[] = {
    {"times", LL_MATH_OPERATOR, '*'},
    {"cdot", LL_MATH_OPERATOR, '*'},
    {"ast", LL_MATH_OPERATOR, '*'},
    {"div", LL_MATH_OPERATOR, '/'},
    {"approx", LL_MATH_RELATION, '~'},
    {"sim", LL_MATH_RELATION, '~'},
    {"simeq", LL_MATH_RELATION, '~'},
    {"cong", LL_MATH_RELATION, '~'},
    {"ldots", LL_MATH_ELLIPSIS, 0},
    {"dots", LL_MATH_ELLIPSIS, 0},
    {"cdots", LL_MATH_ELLIPSIS, 0},
    {"quad", LL_MATH_MARK, 0},
    {"qquad", LL_MATH_MARK, 0},
    {"Rightarrow", LL_MATH_MARK, 0},
    {"implies", LL_MATH_MARK, 0},
    {"rightarrow", LL_MATH_MARK, 0},
    {"to", LL_MATH_MARK, 0},
    {"Longrightarrow", LL_MATH_MARK, 0},
    {"longrightarrow", LL_MATH_MARK, 0},
    {"le", LL_MATH_MARK, 0},
    {"leq", LL_MATH_MARK, 0},
    {"ge", LL_MATH_MARK, 0},
    {"geq", LL_MATH_MARK, 0},
};

static const char *const text_commands[] = {"mathrm", "mbox", "text", "textbf", "textit", "textrm"};
static const char *const fraction_commands[] = {"cfrac", "dfrac", "frac", "tfrac"};
static const char *const size_commands[] = {"Big",          "Bigg", "Biggl", "Biggr", "Bigl",
                                            "Bigr",         "big",  "bigg",  "bigl",  "bigr",
                                            "displaystyle", "left", "right"};

static char byte_at(const math_reader *reader, size_t at) {
    return at < reader->text.len ? reader->text.ptr[at] : '\0';
}

static ll_view rest_of(const math_reader *reader) {
    return ll_view_slice(reader->text, reader->at, reader->text.len);
}

static ll_math_token *last_token(const math_reader *reader) {
    return reader->tokens->len > 0 ? &reader->tokens->at[reader->tokens->len - 1] : NULL;
}

/* Appends a token of `length` bytes and goes behind it. */
static ll_math_token *add(math_reader *reader, ll_math_kind kind, size_t length) {
    ll_math_token *token = LL_ARRAY_ADD(reader->arena, reader->tokens);
    size_t start = reader->led_from != LL_VIEW_NONE ? reader->led_from : reader->at;
    *token = (ll_math_token){.kind = kind,
                             .start = (uint32_t)start,
                             .end = (uint32_t)(reader->at + length),
                             .blank = reader->blank,
                             .match = LL_MATH_NONE};
    reader->at += length;
    reader->blank = false;
    reader->led_from = LL_VIEW_NONE;
    return token;
}

static void open_group(math_reader *reader, char closes, size_t length) {
    ll_math_token *token = add(reader, LL_MATH_OPEN, length);
    token->sign = closes;
    reader->open[reader->depth++] = (open_bracket){reader->tokens->len - 1, closes, 0};
}

static void match_last(math_reader *reader) {
    uint32_t opened = reader->open[--reader->depth].token, closed = reader->tokens->len - 1;
    reader->tokens->at[opened].match = closed;
    reader->tokens->at[closed].match = opened;
}

/* Behind a group of a fraction: the line between its two groups, or its end. */
static void go_on_with_fraction(math_reader *reader) {
    if (reader->depth == 0 || reader->open[reader->depth - 1].closes != 0)
        return;
    open_bracket *fraction = &reader->open[reader->depth - 1];
    if (--fraction->groups == 1) {
        while (ll_math_blank(reader->text, reader->at))
            reader->at += ll_math_blank(reader->text, reader->at);
        if (byte_at(reader, reader->at) == '{')
            add(reader, LL_MATH_OPERATOR, 0)->sign = '/';
        else
            add(reader, LL_MATH_NAME, 0);
        return;
    }
    add(reader, LL_MATH_CLOSE, 0);
    match_last(reader);
}

static void close_group(math_reader *reader, char closes) {
    bool matches = reader->depth > 0 && reader->open[reader->depth - 1].closes == closes;
    add(reader, LL_MATH_CLOSE, 1)->sign = closes;
    if (!matches)
        return;
    match_last(reader);
    go_on_with_fraction(reader);
}

static void open_fraction(math_reader *reader, size_t length) {
    while (ll_math_blank(reader->text, reader->at + length))
        length += ll_math_blank(reader->text, reader->at + length);
    if (byte_at(reader, reader->at + length) != '{') {
        add(reader, LL_MATH_NAME, length);
        return;
    }
    open_group(reader, 0, length);
    reader->open[reader->depth - 1].groups = 2;
}

/* "\text{ million}" belongs to the number before it. */
static void add_text(math_reader *reader, size_t length) {
    size_t start = reader->at + length;
    size_t close =
        byte_at(reader, start) == '{' ? ll_view_find_byte(reader->text, '}', start) : LL_VIEW_NONE;
    if (close == LL_VIEW_NONE) {
        add(reader, LL_MATH_NAME, length);
        return;
    }
    ll_view word = ll_view_trim(ll_view_slice(reader->text, start + 1, close));
    ll_math_token *number = last_token(reader);
    double factor = ll_math_factor(word);
    if (factor != 1 && number && number->kind == LL_MATH_NUMBER && number->factor == 1) {
        number->value *= factor;
        number->step *= factor;
        number->factor = factor;
        number->end = (uint32_t)close + 1;
        reader->at = close + 1;
        return;
    }
    add(reader, LL_MATH_WORD, close + 1 - reader->at)->text = true;
}

static void add_command(math_reader *reader, ll_view name, size_t length) {
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (!ll_view_equal(name, ll_view_of(commands[i].name)))
            continue;
        ll_math_token *token = add(reader, commands[i].kind, length);
        token->sign = commands[i].sign;
        token->approximate = commands[i].sign == '~';
        return;
    }
    add(reader, LL_MATH_NAME, length);
}

/* \, \; and "\ " are blanks, \$ is money, \\ ends a line; in strings of JavaScript all backslashes
 * are doubled. */
static void read_escape(math_reader *reader, size_t from) {
    char c = byte_at(reader, from);
    size_t backslashes = from - reader->at;
    if (c != '\0' && strchr(backslashes == 1 ? ",;:!$ " : ",;:!$", c)) {
        reader->blank = true;
        reader->at = from + 1;
        return;
    }
    add(reader, backslashes > 1 ? LL_MATH_MARK : LL_MATH_NAME, backslashes);
}

static void read_command(math_reader *reader) {
    size_t from = reader->at;
    while (byte_at(reader, from) == '\\')
        from++;
    size_t end = from;
    while (ll_is_letter(byte_at(reader, end)))
        end++;
    ll_view name = ll_view_slice(reader->text, from, end);
    size_t length = end - reader->at;
    if (name.len == 0) {
        read_escape(reader, from);
        return;
    }
    if (LL_VIEW_IS_ONE_OF(name, size_commands)) {
        reader->led_from = reader->led_from != LL_VIEW_NONE ? reader->led_from : reader->at;
        reader->at = end;
        return;
    }
    if (LL_VIEW_IS_ONE_OF(name, fraction_commands)) {
        open_fraction(reader, length);
        return;
    }
    if (LL_VIEW_IS_ONE_OF(name, text_commands)) {
        add_text(reader, length);
        return;
    }
    add_command(reader, name, length);
}

/* ⁰ to ⁹ and ⁻ behind a number or bracket: a power. Length of the one at `at`, 0 when none. */
static size_t superscript(ll_view text, size_t at, int *digit) {
    static const char *const raised[] = {"\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",
                                         "\xC2\xB3",     "\xE2\x81\xB4", "\xE2\x81\xB5",
                                         "\xE2\x81\xB6", "\xE2\x81\xB7", "\xE2\x81\xB8",
                                         "\xE2\x81\xB9", "\xE2\x81\xBB"};
    if (at >= text.len || (unsigned char)text.ptr[at] < 0x80)
        return 0;
    for (int i = 0; i < 11; i++) {
        if (ll_view_starts(ll_view_slice(text, at, text.len), ll_view_of(raised[i]))) {
            *digit = i;
            return ll_view_of(raised[i]).len;
        }
    }
    return 0;
}

static bool read_superscript(math_reader *reader) {
    const ll_math_token *base = last_token(reader);
    int digit = 0;
    size_t length = superscript(reader->text, reader->at, &digit);
    if (length == 0)
        return false;
    if (!base || (base->kind != LL_MATH_NUMBER && base->kind != LL_MATH_CLOSE) || reader->blank) {
        add(reader, LL_MATH_NAME, length);
        return true;
    }
    add(reader, LL_MATH_OPERATOR, 0)->sign = '^';
    double value = 0, sign = 1;
    size_t end = reader->at;
    while (end < reader->text.len && value < 1e6 &&
           (length = superscript(reader->text, end, &digit)) > 0) {
        if (digit == 10)
            sign = -1;
        else
            value = value * 10 + digit;
        end += length;
    }
    ll_math_token *token = add(reader, LL_MATH_NUMBER, end - reader->at);
    token->value = sign * value;
    token->step = token->factor = 1;
    return true;
}

/* Whether a sign that is no letter stands at `at`: it ends a word. */
static bool is_sign(const math_reader *reader, size_t at) {
    int digit = 0;
    if (ll_math_blank(reader->text, at) > 0 || superscript(reader->text, at, &digit) > 0)
        return true;
    ll_view rest = ll_view_slice(reader->text, at, reader->text.len);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (ll_view_starts(rest, ll_view_of(signs[i].spelling)))
            return true;
    return false;
}

/* Letters of any script, with digits, underscores and apostrophes inside. */
static void read_word(math_reader *reader) {
    size_t end = reader->at, characters = 0;
    bool name = false;
    while (end < reader->text.len) {
        char c = reader->text.ptr[end];
        bool letter = ll_is_letter(c) || (unsigned char)c >= 0x80;
        name = name || ll_is_digit(c) || c == '_';
        if (!letter && !ll_is_digit(c) && c != '_' && c != '\'')
            break;
        if ((unsigned char)c >= 0xC0 && end > reader->at && is_sign(reader, end))
            break;
        characters += !ll_is_continuation(c);
        end++;
        /* A sign that is no letter (√, ±, the placeholder) is a name by itself. */
        if (characters == 1 && (unsigned char)c >= 0xE2 && end == reader->at + 1) {
            while (end < reader->text.len && ll_is_continuation(reader->text.ptr[end]))
                end++;
            break;
        }
    }
    char first = reader->text.ptr[reader->at];
    bool article = characters == 1 && (first == 'a' || first == 'A' || first == 'I');
    bool known = characters > 1 && !name && reader->notation == LL_NOTATION_PROSE;
    known = known || (article && reader->notation == LL_NOTATION_PROSE);
    add(reader, known ? LL_MATH_WORD : LL_MATH_NAME, end - reader->at);
}

/* A dash between digits is a range. */
static bool is_range(const math_reader *reader, size_t length) {
    const ll_math_token *before = last_token(reader);
    return before && before->kind == LL_MATH_NUMBER && before->end == reader->at &&
           ll_is_digit(byte_at(reader, reader->at + length));
}

static bool read_sign(math_reader *reader) {
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (signs[i].spelling[0] != byte_at(reader, reader->at) ||
            !ll_view_starts(rest_of(reader), ll_view_of(signs[i].spelling)))
            continue;
        size_t length = ll_view_of(signs[i].spelling).len;
        bool range = signs[i].kind == LL_MATH_MARK && is_range(reader, length);
        ll_math_token *token = add(reader, range ? LL_MATH_NAME : signs[i].kind, length);
        token->sign = signs[i].sign;
        token->approximate = signs[i].sign == '~';
        return true;
    }
    return false;
}

/* Before a number "about"; between two sides a relation. */
static void read_tilde(math_reader *reader) {
    const ll_math_token *before = last_token(reader);
    bool operand = before && (before->kind == LL_MATH_NUMBER || before->kind == LL_MATH_CLOSE);
    if (operand) {
        ll_math_token *token = add(reader, LL_MATH_RELATION, 1);
        token->approximate = true;
        return;
    }
    reader->approximate = true;
    reader->at++;
}

static void read_number(math_reader *reader) {
    ll_math_token *token = add(reader, LL_MATH_NUMBER, 0);
    reader->at = ll_math_number(reader->text, reader->at, reader->notation, token);
    token->end = (uint32_t)reader->at;
    token->approximate = reader->approximate;
}

/* Money and degrees: they do not change a value. */
static size_t ignored(const math_reader *reader) {
    static const char *const marks[] = {"$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xB0"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i][0] == byte_at(reader, reader->at) &&
            ll_view_starts(rest_of(reader), ll_view_of(marks[i])))
            return ll_view_of(marks[i]).len;
    return 0;
}

static bool read_bracket(math_reader *reader, char c) {
    bool math = reader->notation == LL_NOTATION_MATH;
    if (c == '(' || c == '[' || (c == '{' && math)) {
        open_group(reader, c == '(' ? ')' : c == '[' ? ']' : '}', 1);
        return true;
    }
    if (c == ')' || c == ']' || (c == '}' && math)) {
        close_group(reader, c);
        return true;
    }
    return false;
}

static void read_one(math_reader *reader, char c) {
    bool point = c == '.' && ll_is_digit(byte_at(reader, reader->at + 1));
    if (ll_is_digit(c) || point) {
        read_number(reader);
        reader->approximate = false;
        return;
    }
    if (c == '~') {
        read_tilde(reader);
        return;
    }
    reader->approximate = false;
    if (c == '\\')
        read_command(reader);
    else if (read_bracket(reader, c) || read_superscript(reader) || read_sign(reader))
        return;
    else if (ll_is_letter(c) || (unsigned char)c >= 0x80)
        read_word(reader);
    else if (strchr(".,;:!?\"'<>", c))
        add(reader, LL_MATH_MARK, 1)->sign = c;
    else if (c == '&' && reader->notation == LL_NOTATION_MATH)
        reader->at++; /* where columns of equations are aligned */
    else
        add(reader, LL_MATH_NAME, 1);
}

void ll_math_read(ll_arena *arena, ll_view text, ll_notation notation, ll_math_tokens *tokens) {
    math_reader reader = {.arena = arena,
                          .text = text,
                          .notation = notation,
                          .tokens = tokens,
                          .led_from = LL_VIEW_NONE,
                          .blank = true};
    tokens->len = 0;
    while (reader.at < text.len && reader.depth <= LL_ARITHMETIC_DEPTH_MOST &&
           tokens->len < LL_ARITHMETIC_TOKENS_MOST) {
        size_t blank = ll_math_blank(text, reader.at);
        blank = blank ? blank : ignored(&reader);
        if (blank > 0) {
            reader.blank = reader.blank || ll_math_blank(text, reader.at) > 0;
            reader.at += blank;
            continue;
        }
        read_one(&reader, text.ptr[reader.at]);
    }
    /* What is not read may go on with the last side. */
    if (reader.at < text.len)
        add(&reader, LL_MATH_NAME, 0);
    for (uint32_t i = 0; i < tokens->len; i++)
        tokens->at[i].blank_behind = i + 1 == tokens->len || tokens->at[i + 1].blank;
}
