/* Parentheses, brackets and braces of JavaScript code: what they are, and what follows them. */
#include "tsx/scanner.h"

/* Opens a GROUP node; the delimiter is one byte. */
static frame *open_group(scanner *s, frame_kind kind) {
    uint32_t node = ll_scan_node(s, LL_TSX_GROUP, s->at, s->at + 1);
    ll_scan_sign(s, node);
    s->tsx->nodes.at[node].inner_start = s->at + 1;
    uint8_t type = s->top->type;
    frame *group = ll_scan_push(s, kind, node);
    group->type = type ? TYPE_WHOLE : TYPE_NONE;
    s->at++;
    return group;
}

void ll_scan_open_paren(scanner *s) {
    if (s->top->type == TYPE_PART && s->operand)
        ll_scan_leave_type(s);
    bool operand = s->operand && !ll_scan_after_async(s);
    bool call = operand || s->token == TOKEN_CHAIN || ll_scan_takes_paren(s);
    bool statement = ll_scan_takes_statement(s);
    frame *paren = open_group(s, FRAME_PAREN);
    paren->call = call;
    paren->result = statement ? RESULT_STATEMENT : RESULT_OPERAND;
}

void ll_scan_open_bracket(scanner *s) {
    if (s->top->type == TYPE_PART && s->operand && s->newline) {
        ll_scan_leave_type(s);
        ll_scan_line_statement(s);
    }
    open_group(s, FRAME_BRACKET);
}

static void open_type_brace(scanner *s, frame_result result) {
    frame *brace = open_group(s, FRAME_TYPE);
    brace->type = TYPE_WHOLE;
    brace->result = (uint8_t)result;
    if (result == RESULT_STATEMENT)
        s->tsx->nodes.at[brace->node].sign = LL_SIGN_TYPE; /* of an interface, behind its name */
}

/* The body of the class or function whose head is on top. */
static void open_body(scanner *s) {
    frame *top = s->top;
    uint8_t head = top->head;
    bool is_value = top->head_is_value;
    top->head = HEAD_NONE;
    ll_scan_leave_type(s);
    frame *body = open_group(s, head == HEAD_CLASS ? FRAME_CLASS : FRAME_BLOCK);
    body->result = is_value ? RESULT_OPERAND : RESULT_STATEMENT;
}

static void open_block(scanner *s) {
    uint8_t kind = s->top->kind;
    bool arrow = s->token == TOKEN_ARROW;
    bool statements = kind == FRAME_FILE || kind == FRAME_BLOCK || kind == FRAME_CLASS;
    ll_scan_leave_type(s);
    frame *block = open_group(s, FRAME_BLOCK);
    block->result = arrow ? RESULT_ARROW : statements ? RESULT_STATEMENT : RESULT_OPERAND;
}

/* A brace behind a name of a pattern or at the start of a statement is a block; behind an operator
 * it is an object. */
static bool opens_block(const scanner *s) {
    if (ll_scan_after_export(s))
        return false;
    return s->operand || s->token == TOKEN_ARROW || (s->top->start && s->top->kind != FRAME_CLASS);
}

void ll_scan_open_brace(scanner *s) {
    frame *top = s->top;
    if (top->type == TYPE_WHOLE || (top->type && !s->operand))
        open_type_brace(s, RESULT_OPERAND);
    else if (top->head == HEAD_INTERFACE) {
        top->head = HEAD_NONE;
        open_type_brace(s, RESULT_STATEMENT);
    } else if (top->head && s->operand) {
        open_body(s);
    } else if (opens_block(s)) {
        open_block(s);
    } else {
        open_group(s, FRAME_OBJECT);
    }
}

static char closer_of(uint8_t kind) {
    return kind == FRAME_PAREN ? ')' : kind == FRAME_BRACKET ? ']' : '}';
}

/* Whether parentheses in a type are the parameters of a function type: `(a: A)`, `()`, `(a)`. */
static bool are_type_parameters(const scanner *s, const frame *paren) {
    if (paren->listed || s->token == TOKEN_OPEN)
        return true;
    bool line = false;
    return s->token == TOKEN_WORD && ll_scan_peek_blank(s, paren->open + 1, &line) == s->word_start;
}

static void after_group(scanner *s, const frame *closed) {
    switch (closed->result) {
    case RESULT_STATEMENT:
        if (closed->kind != FRAME_PAREN) {
            ll_scan_statement(s);
            break;
        }
        ll_scan_operator(s, LL_SIGN_NONE);
        s->token = TOKEN_OPEN;
        s->top->start = true;
        break;
    case RESULT_ARROW:
        ll_scan_operand(s, TOKEN_BODY);
        break;
    default:
        ll_scan_operand(s, closed->kind == FRAME_PAREN ? TOKEN_PAREN : TOKEN_VALUE);
    }
}

static void close_group(scanner *s, uint8_t kind) {
    frame closed = *s->top;
    if (kind == FRAME_PAREN) {
        s->paren_params = closed.type == TYPE_WHOLE && are_type_parameters(s, &closed);
        s->paren_function = closed.annotated || (!closed.call && s->token == TOKEN_OPEN);
    }
    s->at++;
    ll_scan_pop(s);
    s->paren_function = s->paren_function || s->top->head == HEAD_FUNCTION;
    ll_scan_close(s, closed.node, s->at - 1, s->at);
    if (s->top->kind < FRAME_TEMPLATE)
        after_group(s, &closed);
}

void ll_scan_close_bracket(scanner *s) {
    char closer = (char)s->text[s->at];
    while (s->top->kind == FRAME_ANGLE)
        ll_scan_pop(s); /* taken for type arguments by mistake */
    uint8_t kind = s->top->kind;
    if (kind == FRAME_FILE)
        ll_scan_fault(s, s->at, "'%c' closes nothing", closer);
    else if (closer_of(kind) != closer)
        ll_scan_fault(s, s->at, "expected '%c' but found '%c'", closer_of(kind), closer);
    else
        close_group(s, kind);
}
