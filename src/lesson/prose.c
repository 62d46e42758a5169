/* Telling prose from class lists, CSS, paths, code and numbers when no name tells. */
#include "lesson/parse.h"

/* What the words of a text add up to. */
typedef struct tally {
    uint32_t plain;       /* those without hyphen and longer than one letter */
    uint32_t punctuation; /* words that end in a mark of a sentence */
    uint32_t code;        /* tokens that no prose holds by itself */
    bool functions;       /* the, of, is … */
    bool css;             /* keywords of CSS */
    bool capital;         /* the first word begins with a capital */
    bool equation;        /* a number, a sign that says equal, and a number */
    bool number, equal;   /* the last token is a number; it is that sign behind one */
} tally;

static const char *const function_words[] = {
    "a",    "an",   "and",   "are",  "as",   "at",   "be",   "because", "but", "by",
    "can",  "does", "for",   "from", "had",  "has",  "have", "how",     "if",  "is",
    "it",   "its",  "no",    "nor",  "not",  "of",   "on",   "or",      "so",  "than",
    "that", "the",  "their", "then", "they", "this", "to",   "was",     "we",  "were",
    "what", "when", "which", "who",  "why",  "will", "with", "without", "you", "your"};

static const char *const css_words[] = {
    "absolute", "auto",      "bold",   "cover",      "dashed",   "dotted",  "ease",
    "fixed",    "flex",      "grid",   "hidden",     "inherit",  "initial", "italic",
    "linear",   "monospace", "none",   "normal",     "relative", "repeat",  "sans-serif",
    "serif",    "solid",     "sticky", "transparent"};

static bool is_any_of(char c, const char *set) {
    return c != '\0' && strchr(set, c) != NULL;
}

/* Quotes and brackets before a word, marks after it. */
static ll_view strip(ll_view token, bool *sentence) {
    while (token.len && is_any_of(token.ptr[0], "(\"'`[+"))
        token = ll_view_slice(token, 1, token.len);
    while (token.len && is_any_of(token.ptr[token.len - 1], ".,;:!?)\"'`]%")) {
        *sentence = *sentence || is_any_of(token.ptr[token.len - 1], ".,;:!?");
        token.len--;
    }
    return token;
}

/* Letters, with apostrophes and hyphens inside, and any character past ASCII. */
static bool is_word(ll_view token, bool *hyphen) {
    for (size_t i = 0; i < token.len; i++) {
        char c = token.ptr[i];
        if (c == '-')
            *hyphen = true;
        else if (!ll_is_letter(c) && (unsigned char)c < 0x80 && c != '\'')
            return false;
    }
    return token.len > 0 && token.ptr[0] != '-' && token.ptr[token.len - 1] != '-';
}

/* Signs of programs, styles and addresses in a token. A lone sign is no code: "a = b", "3 -- 4". */
static bool is_code(ll_view token) {
    if (token.len == 1)
        return is_any_of(token.ptr[0], "{};");
    for (size_t i = 0; i < token.len; i++) {
        char c = token.ptr[i];
        char next = i + 1 < token.len ? token.ptr[i + 1] : '\0';
        if (is_any_of(c, "{}[]<>=\\|^~@_$#*"))
            return true;
        bool call = c == '(' && i > 0 && ll_is_alnum(token.ptr[i - 1]); /* not: "(in brackets)" */
        if ((c == ':' || call) && (ll_is_lower(next) || next == '/' || next == ')'))
            return true;
        if (c == '.' && i + 2 < token.len && ll_is_letter(next) && ll_is_alnum(token.ptr[i + 2]))
            return true; /* nn.Linear, but not e.g. or i.e. */
        if (c == '(' && i > 0 && ll_is_digit(next))
            return true;
        if (c == '-' && next == '-' && token.len > 2)
            return true;
    }
    return token.ptr[0] == '/';
}

/* Whether the first letter or digit is a digit: "(12", "−3", "~0.5". */
static bool is_number(ll_view token) {
    size_t at = 0;
    while (at < token.len && !ll_is_alnum(token.ptr[at]))
        at++;
    return at < token.len && ll_is_digit(token.ptr[at]);
}

/* "15 / 4 = 3.75" is for people, whatever its key. */
static void count_number(tally *seen, ll_view token) {
    bool number = is_number(token);
    seen->equation |= number && seen->equal;
    seen->equal = seen->number && (ll_view_equal(token, LL_VIEW("=")) ||
                                   ll_view_equal(token, LL_VIEW("\xE2\x89\x88")));
    seen->number = number;
}

static void count_token(tally *seen, ll_view token, bool first) {
    bool sentence = false, hyphen = false;
    ll_view word = strip(token, &sentence);
    if (is_code(token)) {
        seen->code++;
        return;
    }
    if (!is_word(word, &hyphen))
        return;
    if (first)
        seen->capital = ll_is_upper(word.ptr[0]);
    seen->plain += !hyphen && word.len > 1;
    seen->punctuation += sentence;
    char lower[12];
    if (word.len > sizeof lower)
        return;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = ll_to_lower(word.ptr[i]);
    word.ptr = lower;
    /* One of the first is enough, and what the second say is of no account then. */
    seen->functions = seen->functions || LL_VIEW_IS_ONE_OF(word, function_words);
    seen->css = seen->css || (!seen->functions && LL_VIEW_IS_ONE_OF(word, css_words));
}

/* A sentence may hold a term of code or maths, such as "ln(1/50)"; lines of code hold sentences. */
enum { WORDS_A_TERM = 10, TERMS_MOST = 4 };

static bool is_code_throughout(const tally *seen) {
    return seen->code > 0 &&
           (seen->code > TERMS_MOST || !seen->functions || seen->plain < WORDS_A_TERM * seen->code);
}

static tally count_text(ll_view text) {
    bool lines = ll_view_find_byte(text, '\n', 0) != LL_VIEW_NONE;
    tally seen = {0};
    bool first = true;
    for (size_t at = 0; at < text.len && seen.code <= (lines ? 0 : TERMS_MOST);) {
        size_t start = at;
        while (at < text.len && !ll_is_blank(text.ptr[at]))
            at++;
        if (at > start) {
            ll_view token = ll_view_slice(text, start, at);
            count_token(&seen, token, first);
            count_number(&seen, token);
            first = false;
        }
        while (at < text.len && ll_is_blank(text.ptr[at]))
            at++;
    }
    seen.code += lines && seen.code > 0 ? TERMS_MOST : 0;
    return seen;
}

bool ll_prose_looks(ll_view text) {
    tally seen = count_text(text);
    if (is_code_throughout(&seen) || seen.equation)
        return !is_code_throughout(&seen);
    if (seen.plain < 2 || (seen.css && !seen.functions))
        return false;
    return seen.functions || seen.capital || seen.punctuation > 0;
}

bool ll_prose_holds_code(ll_view text) {
    return count_text(text).code > 0;
}

bool ll_prose_may_label(ll_view text) {
    tally seen = count_text(text);
    text = ll_view_trim(text);
    bool capital = text.len > 0 && ll_is_upper(text.ptr[0]);
    return seen.code == 0 && (!seen.css || seen.functions) && (capital || seen.plain > 1);
}

/* The first word of a diagram that needs no other, and that of those with a direction behind it. */
bool ll_prose_draws(ll_view text) {
    static const char *const kinds[] = {"classDiagram",    "erDiagram",    "gitGraph",
                                        "sequenceDiagram", "stateDiagram", "stateDiagram-v2"};
    static const char *const graphs[] = {"flowchart", "graph"};
    static const char *const ways[] = {"BT", "LR", "RL", "TB", "TD"};
    text = ll_view_trim(text);
    size_t end = 0;
    while (end < text.len && !ll_is_blank(text.ptr[end]))
        end++;
    ll_view first = ll_view_slice(text, 0, end);
    if (LL_VIEW_IS_ONE_OF(first, kinds))
        return end < text.len;
    ll_view rest = ll_view_trim(ll_view_slice(text, end, text.len));
    return LL_VIEW_IS_ONE_OF(first, graphs) && rest.len > 2 && !ll_is_name_byte(rest.ptr[2]) &&
           LL_VIEW_IS_ONE_OF(ll_view_cut(rest, 2), ways);
}
