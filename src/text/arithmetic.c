/* Finding equations among the tokens of a text, and judging them. */
#include "text/arithmetic.h"

#include "text/arithmetic_value.h"

/* Share by which two sides differ that are about the same; what double arithmetic may lose; how far
 * apart two units of one measure are at least. */
#define ABOUT 0.05
#define LOST 1e-12
#define OTHER_UNIT 5.0

struct ll_arithmetic {
    ll_arena *arena;
    ll_math_tokens tokens;
};

/* One side of a relation. */
typedef struct math_side {
    uint32_t first, after; /* tokens */
    uint32_t calculations; /* operators in it, signs not counted */
    uint32_t percents;
    const ll_math_token *number; /* when it is one number, signed or not */
    bool approximate, unit;
    bool size;           /* a product without blanks: 512×512 */
    bool zeros_and_ones; /* may be binary */
    bool sums;           /* has no other operators than + */
    ll_math_value value;
} math_side;

typedef struct text_at_hand {
    ll_view text;
    ll_notation notation;
    const ll_math_tokens *tokens;
} text_at_hand;

ll_arithmetic *ll_arithmetic_new(ll_arena *arena) {
    ll_arithmetic *made = LL_ARENA_NEW(arena, ll_arithmetic);
    made->arena = arena;
    return made;
}

static const ll_math_token *token_at(const text_at_hand *hand, uint32_t index) {
    return index < hand->tokens->len ? &hand->tokens->at[index] : NULL;
}

static ll_view token_text(const text_at_hand *hand, const ll_math_token *token) {
    return ll_view_slice(hand->text, token->start, token->end);
}

static bool is_sign(const ll_math_token *token, const char *set) {
    return token && token->kind == LL_MATH_OPERATOR && strchr(set, token->sign);
}

static bool is_operand_end(const ll_math_token *token) {
    return token->kind == LL_MATH_NUMBER || token->kind == LL_MATH_CLOSE;
}

/* --- where a side ends ------------------------------------------------------------------------ */

/* The first token of the side that ends before `relation`. */
static uint32_t side_start(const text_at_hand *hand, uint32_t relation) {
    const ll_math_token *tokens = hand->tokens->at;
    uint32_t at = relation;
    while (at > 0) {
        const ll_math_token *before = &tokens[at - 1];
        if (before->kind == LL_MATH_CLOSE && before->match != LL_MATH_NONE)
            at = before->match;
        else if (before->kind == LL_MATH_NUMBER || before->kind == LL_MATH_OPERATOR)
            at--;
        else
            break;
    }
    return at;
}

static bool is_remark(const text_at_hand *hand, const ll_math_token *open) {
    return hand->notation == LL_NOTATION_PROSE && open->blank && open > hand->tokens->at &&
           is_operand_end(open - 1);
}

/* Behind the last token of the side that begins behind `relation`. */
static uint32_t side_end(const text_at_hand *hand, uint32_t relation) {
    const ll_math_token *tokens = hand->tokens->at;
    uint32_t at = relation + 1;
    while (at < hand->tokens->len) {
        const ll_math_token *next = &tokens[at];
        bool open = next->kind == LL_MATH_OPEN && next->match != LL_MATH_NONE;
        if (open && !is_remark(hand, next))
            at = next->match + 1;
        else if (next->kind == LL_MATH_NUMBER || next->kind == LL_MATH_OPERATOR)
            at++;
        else
            break;
    }
    return at;
}

/* Words that go on with a calculation: "5 plus 3 + 4 = 7", "3 + 4 = 2 times …". */
static bool is_calculating(ll_view word) {
    static const char *const words[] = {"by",    "cubed", "divided", "dozen",   "hundred", "less",
                                        "minus", "mod",   "modulo",  "of",      "or",      "out",
                                        "over",  "plus",  "squared", "squares", "times",   "to"};
    return LL_VIEW_IS_ONE_OF(word, words);
}

/* Whether a word in front leaves a side complete. */
static bool may_follow_word(const text_at_hand *hand, uint32_t word, uint32_t first,
                            uint32_t after) {
    const ll_math_token *tokens = hand->tokens->at;
    bool blank = tokens[first].blank || tokens[word].text;
    bool whole_bracket = tokens[first].kind == LL_MATH_OPEN && tokens[first].match + 1 == after;
    /* What joins it to something before it, takes its first number alone, or denies it. */
    static const char *const joining[] = {"Log", "Max",     "Min",   "Not",   "abs", "by",   "ceil",
                                          "cos", "divided", "exp",   "floor", "lg",  "ln",   "log",
                                          "max", "min",     "minus", "mod",   "not", "over", "plus",
                                          "sin", "sqrt",    "tan",   "times", "to"};
    ll_view text = token_text(hand, &tokens[word]);
    return blank && !whole_bracket && !LL_VIEW_IS_ONE_OF(text, joining) &&
           !(is_sign(&tokens[first], "+-") && tokens[first].blank_behind);
}

/* Whether nothing before the side belongs to it. */
static bool begins_whole(const text_at_hand *hand, uint32_t first, uint32_t after) {
    const ll_math_token *tokens = hand->tokens->at, *start = &tokens[first];
    const ll_math_token *before = first > 0 ? start - 1 : NULL;
    if (is_sign(start, "*/^"))
        return false;
    bool bullet = is_sign(start, "+-") && start->blank_behind &&
                  hand->notation == LL_NOTATION_PROSE && (!before || before->kind == LL_MATH_MARK);
    if (bullet)
        return false;
    if (!before || before->kind == LL_MATH_RELATION || before->kind == LL_MATH_MARK)
        return true;
    if (before->kind == LL_MATH_OPEN)
        return first < 2 || is_remark(hand, before) ||
               !(is_operand_end(start - 2) || start[-2].kind == LL_MATH_OPERATOR);
    return before->kind == LL_MATH_WORD && may_follow_word(hand, first - 1, first, after);
}

/* Whether the word behind a side leaves it complete; it is its unit then. "3 × 4 = 12 of them" is,
 * too, other than "3 × 4 = 12 of 20". */
static bool ends_with_word(const text_at_hand *hand, uint32_t word) {
    static const char *const counted[] = {"them", "these", "those"};
    ll_view text = token_text(hand, token_at(hand, word));
    const ll_math_token *behind = token_at(hand, word + 1);
    bool of_what = ll_view_equal(text, LL_VIEW("of")) && behind && behind->kind == LL_MATH_WORD;
    return !is_calculating(text) ||
           (of_what && LL_VIEW_IS_ONE_OF(token_text(hand, behind), counted));
}

static bool is_modulus(const text_at_hand *hand, uint32_t open) {
    const ll_math_token *word = token_at(hand, open + 1);
    return word && word->kind == LL_MATH_WORD &&
           ll_view_equal(token_text(hand, word), LL_VIEW("mod"));
}

/* Whether nothing behind the side belongs to it. */
static bool ends_whole(const text_at_hand *hand, uint32_t after, bool *unit) {
    const ll_math_token *next = token_at(hand, after);
    *unit = false;
    if (!next || next->kind == LL_MATH_RELATION || next->kind == LL_MATH_ELLIPSIS)
        return true;
    switch (next->kind) {
    case LL_MATH_MARK:
        return next->sign != '?' && next->sign != '!';
    case LL_MATH_CLOSE:
        return next->match != LL_MATH_NONE || hand->notation == LL_NOTATION_PROSE;
    case LL_MATH_OPEN:
        return hand->notation == LL_NOTATION_PROSE && next->blank && !is_modulus(hand, after);
    case LL_MATH_WORD:
        *unit = true;
        return ends_with_word(hand, after);
    default:
        return false;
    }
}

/* --- what a side is ----------------------------------------------------------------------------
 */

/* A sign stands behind an operator, a bracket or nothing. */
static bool is_unary(const ll_math_tokens *tokens, uint32_t at, uint32_t first) {
    return at == first || !is_operand_end(&tokens->at[at - 1]);
}

static void note_operator(const ll_math_tokens *tokens, uint32_t at, math_side *side) {
    const ll_math_token *token = &tokens->at[at];
    if (is_unary(tokens, at, side->first) && is_sign(token, "+-"))
        return;
    side->calculations++;
    side->sums = side->sums && token->sign == '+';
    side->size = side->size && token->sign == '*' && !token->blank && !token->blank_behind;
}

static void note_number(const text_at_hand *hand, const ll_math_token *token, math_side *side,
                        uint32_t *numbers) {
    ++*numbers;
    side->number = token;
    side->percents += token->percent;
    side->approximate = side->approximate || token->approximate;
    ll_view digits = token_text(hand, token);
    for (size_t i = 0; i < digits.len; i++)
        side->zeros_and_ones =
            side->zeros_and_ones && (digits.ptr[i] == '0' || digits.ptr[i] == '1');
}

static bool read_side(const text_at_hand *hand, uint32_t first, uint32_t after, math_side *out) {
    *out = (math_side){
        .first = first, .after = after, .size = true, .zeros_and_ones = true, .sums = true};
    uint32_t numbers = 0;
    if (!ll_math_evaluate(hand->tokens, first, after, hand->notation, &out->value))
        return false;
    for (uint32_t i = first; i < after; i++) {
        const ll_math_token *token = &hand->tokens->at[i];
        if (token->kind == LL_MATH_OPERATOR)
            note_operator(hand->tokens, i, out);
        else if (token->kind == LL_MATH_NUMBER)
            note_number(hand, token, out, &numbers);
        else
            out->size = false;
    }
    if (out->calculations > 0 || numbers != 1) {
        out->number = NULL;
        out->calculations += out->calculations == 0; /* 2(3) */
    }
    return true;
}

/* --- judging -----------------------------------------------------------------------------------
 */

/* A lone number stands for all that is rounded to it; of two of them the coarser one. */
static ll_math_value with_rounding(const text_at_hand *hand, const math_side *side,
                                   const math_side *other) {
    ll_math_value value = side->value;
    if (!side->number)
        return value;
    if (other->number && other->number->step >= side->number->step)
        return (ll_math_value){value.middle, value.middle, value.middle, value.percent};
    const ll_math_token *next = token_at(hand, side->after);
    bool goes_on = next && next->kind == LL_MATH_ELLIPSIS;
    bool coarse = side->number->factor != 1 && side->number->decimals == 0;
    double half = goes_on || coarse ? side->number->step : side->number->step / 2;
    value.low = value.middle - half;
    value.high = value.middle + half;
    return value;
}

static double size_of(double number) {
    return number < 0 ? -number : number;
}

static bool agree(ll_math_value a, ll_math_value b, bool about) {
    double gap = a.low > b.high ? a.low - b.high : b.low - a.high;
    double size = size_of(a.middle) > size_of(b.middle) ? size_of(a.middle) : size_of(b.middle);
    return gap <= size * (about ? ABOUT : LOST);
}

static ll_math_value times(ll_math_value value, double factor) {
    return (ll_math_value){value.low * factor, value.high * factor, value.middle * factor,
                           value.percent};
}

/* "15B" may be bytes, and "64K" 64 times 1,024. */
static bool agree_by_suffix(ll_math_value a, ll_math_value b, const math_side *lettered,
                            bool about) {
    if (!lettered->number || lettered->number->factor == 1)
        return false;
    double factor = lettered->number->factor, binary = factor;
    if (factor == 1e3 || factor == 1e6)
        binary = factor == 1e3 ? 1024.0 : 1048576.0;
    return agree(times(a, 1 / factor), b, about) || agree(times(a, binary / factor), b, about);
}

/* Of measures that come in several units. */
static bool is_measure(ll_view word) {
    static const char *const units[] = {
        "B",          "GB",     "GiB",       "Hz",     "KB",      "KiB",       "MB",
        "MHz",        "MP",     "MiB",       "TB",     "bit",     "bits",      "byte",
        "bytes",      "cent",   "cents",     "cm",     "day",     "days",      "degrees",
        "feet",       "g",      "gigabytes", "h",      "hour",    "hours",     "kB",
        "kHz",        "kg",     "kilobytes", "km",     "m",       "megabytes", "megapixel",
        "megapixels", "meters", "min",       "minute", "minutes", "mm",        "month",
        "months",     "ms",     "s",         "second", "seconds", "week",      "weeks",
        "year",       "years"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (ll_view_equal(word, ll_view_of(units[i])))
            return true;
    return false;
}

/* What a word says: "\text{ GB}" is GB. */
static ll_view plain_word(const text_at_hand *hand, const ll_math_token *word) {
    ll_view text = token_text(hand, word);
    size_t open = word->text ? ll_view_find_byte(text, '{', 0) : LL_VIEW_NONE;
    return open == LL_VIEW_NONE ? text : ll_view_trim(ll_view_slice(text, open + 1, text.len - 1));
}

/* "60 × 90 = 1.5 hours": the sides are in different units. */
static bool changes_unit(const text_at_hand *hand, const math_side *left, const math_side *right) {
    if (!right->unit || !is_measure(plain_word(hand, token_at(hand, right->after))))
        return false;
    double a = size_of(left->value.middle), b = size_of(right->value.middle);
    return a > b * OTHER_UNIT || b > a * OTHER_UNIT;
}

static bool may_be_binary(const math_side *left, const math_side *right) {
    return left->zeros_and_ones && right->zeros_and_ones && left->sums && right->sums;
}

static bool sides_agree(const text_at_hand *hand, const math_side *left, const math_side *right,
                        bool about) {
    ll_math_value a = with_rounding(hand, left, right), b = with_rounding(hand, right, left);
    if (agree(a, b, about) || agree_by_suffix(a, b, left, about) ||
        agree_by_suffix(b, a, right, about))
        return true;
    /* "12 / 48 × 100 = 25 %" and "80 % − 20 % = 60" leave the sign out on one side. */
    bool scaled = (left->percents > 0) != (right->percents > 0);
    return scaled && (agree(a, times(b, 100), about) || agree(a, times(b, 0.01), about));
}

/* Whether the relation can be judged; `counted`: a calculation stands earlier in its chain. */
static bool read_relation(const text_at_hand *hand, uint32_t relation, bool counted,
                          math_side *left, math_side *right) {
    uint32_t first = side_start(hand, relation), after = side_end(hand, relation);
    bool unit = false;
    if (first == relation || after == relation + 1 || !begins_whole(hand, first, relation) ||
        !ends_whole(hand, after, &unit) || !read_side(hand, first, relation, left) ||
        !read_side(hand, relation + 1, after, right))
        return false;
    right->unit = unit;
    bool sizes = left->size && right->size && left->calculations && right->calculations;
    return (left->calculations || right->calculations || counted) && !sizes;
}

static ll_equation equation_of(const text_at_hand *hand, const math_side *left,
                               const math_side *right) {
    const ll_math_token *tokens = hand->tokens->at;
    ll_equation made = {.start = tokens[left->first].start,
                        .end = tokens[right->after - 1].end,
                        .left_value = left->value.middle,
                        .right_value = right->value.middle,
                        .left_counts = left->calculations > 0};
    made.left = ll_view_slice(hand->text, made.start, tokens[left->after - 1].end);
    made.right = ll_view_slice(hand->text, tokens[right->first].start, made.end);
    return made;
}

void ll_arithmetic_each(ll_arithmetic *arithmetic, ll_view text, ll_notation notation,
                        void (*visit)(void *context, const ll_equation *equation), void *context) {
    ll_math_read(arithmetic->arena, text, notation, &arithmetic->tokens);
    text_at_hand hand = {text, notation, &arithmetic->tokens};
    uint32_t chain_end = 0; /* behind the side that the last judged relation ended with */
    for (uint32_t i = 0; i < arithmetic->tokens.len; i++) {
        const ll_math_token *token = &arithmetic->tokens.at[i];
        math_side left, right;
        if (token->kind != LL_MATH_RELATION ||
            !read_relation(&hand, i, i == chain_end, &left, &right))
            continue;
        chain_end = right.after;
        bool about = token->approximate || left.approximate || right.approximate;
        ll_equation equation = equation_of(&hand, &left, &right);
        equation.holds = sides_agree(&hand, &left, &right, about);
        if (!equation.holds && (changes_unit(&hand, &left, &right) || may_be_binary(&left, &right)))
            continue;
        visit(context, &equation);
    }
}
