/* Operators by precedence, on stacks of a fixed size. */
#include "text/arithmetic_value.h"

enum { STACK = 2 * LL_ARITHMETIC_DEPTH_MOST, POWER_MOST = 1024 };

/* Digits from which a number with a decimal point may be rounded itself. */
enum { ROUNDED_DIGITS = 3 };

/* Operators on the stack, besides + - * / ^. */
enum { NEGATION = 'n', GROUP = '(' };

typedef struct math_machine {
    ll_math_value values[STACK];
    char operators[STACK];
    uint32_t value_count, operator_count;
} math_machine;

static ll_math_value operand(const ll_math_token *token) {
    bool rounded = token->factor != 1 || (token->decimals > 0 && token->digits >= ROUNDED_DIGITS);
    double half = rounded ? token->step / 2 : 0;
    return (ll_math_value){token->value - half, token->value + half, token->value, token->percent};
}

static bool is_finite(double number) {
    return number - number == 0;
}

static int precedence(char operator) {
    static const char order[] = "+-*/n^";
    const char *found = operator== GROUP ? NULL : strchr(order, operator);
    return !found ? 0 : found - order < 2 ? 1 : found - order < 4 ? 2 : found - order < 5 ? 3 : 4;
}

/* The interval that holds all four corners. */
static ll_math_value hull(double a, double b, double c, double d, double middle) {
    ll_math_value made = {a, a, middle, false};
    const double corners[] = {b, c, d, middle};
    for (size_t i = 0; i < sizeof corners / sizeof *corners; i++) {
        made.low = corners[i] < made.low ? corners[i] : made.low;
        made.high = corners[i] > made.high ? corners[i] : made.high;
    }
    return made;
}

static double power_of(double base, int exponent) {
    double power = 1;
    for (int i = exponent < 0 ? -exponent : exponent; i > 0; i /= 2) {
        if (i % 2)
            power *= base;
        base *= base;
    }
    return exponent < 0 ? 1 / power : power;
}

static bool raise(const ll_math_value *base, const ll_math_value *exponent, ll_math_value *out) {
    double number = exponent->middle;
    if (exponent->low != exponent->high || number < -POWER_MOST || number > POWER_MOST ||
        number != (double)(int)number || (base->low <= 0 && base->high >= 0 && number <= 0))
        return false;
    double low = power_of(base->low, (int)number), high = power_of(base->high, (int)number);
    *out = hull(low, high, low, high, power_of(base->middle, (int)number));
    return true;
}

static bool apply(char operator, const ll_math_value * a, const ll_math_value *b,
                  ll_math_value *out) {
    switch (operator) {
    case '+':
        *out =
            (ll_math_value){a->low + b->low, a->high + b->high, a->middle + b->middle, a->percent};
        return a->percent == b->percent;
    case '-':
        *out =
            (ll_math_value){a->low - b->high, a->high - b->low, a->middle - b->middle, a->percent};
        return a->percent == b->percent;
    case '*':
        *out = hull(a->low * b->low, a->low * b->high, a->high * b->low, a->high * b->high,
                    a->middle * b->middle);
        return true;
    case '/':
        *out = hull(a->low / b->low, a->low / b->high, a->high / b->low, a->high / b->high,
                    a->middle / b->middle);
        return b->low > 0 || b->high < 0;
    default:
        return raise(a, b, out);
    }
}

/* Applies the topmost operator. */
static bool reduce(math_machine *machine) {
    char operator= machine->operators[--machine->operator_count];
    uint32_t needed = operator== NEGATION ? 1 : 2;
    if (operator== GROUP || machine->value_count<needed)
        return false;
    ll_math_value *right = &machine->values[machine->value_count - 1];
    if (operator== NEGATION) {
        *right = (ll_math_value){-right->high, -right->low, -right->middle, right->percent};
        return true;
    }
    ll_math_value made;
    if (!apply(operator, right - 1, right, &made) || !is_finite(made.low) || !is_finite(made.high))
        return false;
    machine->values[--machine->value_count - 1] = made;
    return true;
}

static char top(const math_machine *machine) {
    return machine->operator_count ? machine->operators[machine->operator_count - 1] : GROUP;
}

static bool push_operator(math_machine *machine, char operator) {
    if (machine->operator_count == STACK)
        return false;
    machine->operators[machine->operator_count++] = operator;
    return true;
}

static bool reduce_from(math_machine *machine, int least) {
    while (machine->operator_count && precedence(top(machine)) >= least)
        if (!reduce(machine))
            return false;
    return true;
}

static bool add_operator(math_machine *machine, char operator) {
    if (operator== '^') /* 2^3^2 and -3^2 are read in two ways */
        return top(machine) != '^' && top(machine) != NEGATION && push_operator(machine, '^');
    return reduce_from(machine, precedence(operator)) && push_operator(machine, operator);
}

/* "2(3 + 4)"; behind a division it is read in two ways. */
static bool add_implicit(math_machine *machine) {
    if (!reduce_from(machine, 3) || top(machine) == '/')
        return false;
    return add_operator(machine, '*');
}

static bool close_group(math_machine *machine) {
    if (!reduce_from(machine, 1) || !machine->operator_count)
        return false;
    machine->operator_count--;
    return true;
}

/* Where an operand is due. */
static bool take_operand(math_machine *machine, const ll_math_token *token, bool *operand_due) {
    if (token->kind == LL_MATH_OPEN)
        return token->match != LL_MATH_NONE && push_operator(machine, GROUP);
    if (token->kind == LL_MATH_OPERATOR && token->sign == '-')
        return push_operator(machine, NEGATION);
    if (token->kind == LL_MATH_OPERATOR && token->sign == '+')
        return true;
    if (token->kind != LL_MATH_NUMBER || machine->value_count == STACK)
        return false;
    machine->values[machine->value_count++] = operand(token);
    *operand_due = false;
    return true;
}

/* Where an operator is due. */
static bool take_operator(math_machine *machine, const ll_math_token *token, ll_notation notation,
                          bool *operand_due) {
    if (token->kind == LL_MATH_CLOSE)
        return close_group(machine);
    *operand_due = true;
    if (token->kind == LL_MATH_OPEN)
        return (!token->blank || notation == LL_NOTATION_MATH) && token->match != LL_MATH_NONE &&
               add_implicit(machine) && push_operator(machine, GROUP);
    return token->kind == LL_MATH_OPERATOR && add_operator(machine, token->sign);
}

/* "3-5" without blanks, the smaller number first, is a range rather than a difference. */
static bool is_range(const ll_math_tokens *tokens, uint32_t at, uint32_t first, uint32_t after) {
    const ll_math_token *sign = &tokens->at[at];
    return sign->kind == LL_MATH_OPERATOR && sign->sign == '-' && sign->end - sign->start == 1 &&
           at > first && at + 1 < after && !sign->blank && !sign->blank_behind &&
           sign[-1].kind == LL_MATH_NUMBER && sign[1].kind == LL_MATH_NUMBER &&
           sign[-1].value < sign[1].value;
}

bool ll_math_evaluate(const ll_math_tokens *tokens, uint32_t first, uint32_t after,
                      ll_notation notation, ll_math_value *value) {
    math_machine machine;
    machine.value_count = machine.operator_count = 0;
    bool operand_due = true;
    if (after - first > LL_ARITHMETIC_SIDE_MOST)
        return false;
    for (uint32_t i = first; i < after; i++) {
        const ll_math_token *token = &tokens->at[i];
        bool range = notation == LL_NOTATION_PROSE && is_range(tokens, i, first, after);
        if (range || !(operand_due ? take_operand(&machine, token, &operand_due)
                                   : take_operator(&machine, token, notation, &operand_due)))
            return false;
    }
    if (operand_due || !reduce_from(&machine, 1) || machine.operator_count > 0 ||
        machine.value_count != 1)
        return false;
    *value = machine.values[0];
    return true;
}
