/* Reading selectors. */
#include "rule/selector_parts.h"

#include "base/buffer.h"
#include "base/error.h"

typedef struct parser {
    ll_arena *arena;
    ll_selector *selector;
    ll_view text;
    size_t at;
    uint32_t depth;
    const char *problem; /* NULL as long as all is well */
    size_t problem_at;
} parser;

static const struct {
    const char *name;
    ll_simple_kind kind;
} pseudos[] = {
    {"not", LL_SIMPLE_NOT},
    {"is", LL_SIMPLE_IS},
    {"has", LL_SIMPLE_HAS},
    {"first-child", LL_SIMPLE_FIRST_CHILD},
    {"last-child", LL_SIMPLE_LAST_CHILD},
    {"nth-child", LL_SIMPLE_NTH_CHILD},
    {"empty", LL_SIMPLE_EMPTY},
};

enum { PSEUDOS = sizeof pseudos / sizeof *pseudos, HEX_DIGITS_MOST = 6 };

static bool fail_at(parser *p, size_t at, const char *problem) {
    if (!p->problem) {
        p->problem = problem;
        p->problem_at = at;
    }
    return false;
}

static bool fail(parser *p, const char *problem) {
    return fail_at(p, p->at, problem);
}

static char peek(const parser *p) {
    return p->at < p->text.len ? p->text.ptr[p->at] : '\0';
}

static bool take(parser *p, char c) {
    if (p->at == p->text.len || p->text.ptr[p->at] != c)
        return false;
    p->at++;
    return true;
}

static bool skip_blanks(parser *p) {
    size_t start = p->at;
    while (p->at < p->text.len && ll_is_blank(p->text.ptr[p->at]))
        p->at++;
    return p->at > start;
}

static bool is_name_byte(char c) {
    return ll_is_alnum(c) || c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

static int hex_value(char c) {
    if (ll_is_digit(c))
        return c - '0';
    c = ll_to_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Behind a backslash: up to six hexadecimal digits and one blank, or the character itself. */
static bool read_escape(parser *p, ll_buffer *out) {
    uint32_t code = 0;
    size_t digits = 0;
    for (; digits < HEX_DIGITS_MOST && hex_value(peek(p)) >= 0; digits++, p->at++)
        code = code * 16 + (uint32_t)hex_value(peek(p));
    if (digits > 0) {
        if (ll_is_blank(peek(p)))
            p->at++;
        ll_buffer_add_code_point(out, code == 0 ? 0xFFFD : code);
        return true;
    }
    if (p->at == p->text.len || peek(p) == '\n')
        return fail(p, "expected a character behind the backslash");
    ll_buffer_add_byte(out, p->text.ptr[p->at++]); /* its other bytes are name bytes */
    return true;
}

static bool read_name(parser *p, ll_view *name, const char *expected) {
    ll_buffer out = {.arena = p->arena, .most = LL_SELECTOR_MOST};
    size_t start = p->at;
    bool digit = ll_is_digit(peek(p));
    while (p->at < p->text.len && (is_name_byte(peek(p)) || peek(p) == '\\')) {
        if (!take(p, '\\'))
            ll_buffer_add_byte(&out, p->text.ptr[p->at++]);
        else if (!read_escape(p, &out))
            return false;
    }
    if (p->at == start)
        return fail(p, expected);
    if (digit)
        return fail_at(p, start, "a name cannot begin with a digit: escape it, as in \"\\32 xl\"");
    *name = ll_buffer_view(&out);
    return true;
}

static bool read_string(parser *p, ll_view *value) {
    ll_buffer out = {.arena = p->arena, .most = LL_SELECTOR_MOST};
    size_t start = p->at;
    char quote = p->text.ptr[p->at++];
    while (p->at < p->text.len && peek(p) != quote) {
        if (!take(p, '\\'))
            ll_buffer_add_byte(&out, p->text.ptr[p->at++]);
        else if (!read_escape(p, &out))
            return false;
    }
    if (!take(p, quote))
        return fail_at(p, start, "a quote is not closed");
    *value = ll_buffer_view(&out);
    return true;
}

static bool too_many_parts(parser *p) {
    const ll_selector *s = p->selector;
    if (s->simples.len + s->compounds.len + s->chains.len < LL_SELECTOR_PARTS_MOST)
        return false;
    return !fail(p, "the selector has too many parts");
}

static bool read_prop(parser *p, ll_simple *simple) {
    simple->kind = LL_SIMPLE_PROP;
    skip_blanks(p);
    if (!read_name(p, &simple->name, "expected the name of a prop"))
        return false;
    skip_blanks(p);
    if (take(p, ']'))
        return true;
    char sign = peek(p);
    if (sign != '=') {
        if (sign == '\0' || !strchr("~*^$", sign))
            return fail(p, "expected ], =, ~=, *=, ^= or $=");
        p->at++;
    }
    if (!take(p, '='))
        return fail(p, "expected =");
    simple->operation = sign;
    skip_blanks(p);
    bool quoted = peek(p) == '"' || peek(p) == '\'';
    if (quoted ? !read_string(p, &simple->value)
               : !read_name(p, &simple->value, "expected a value, in quotes"))
        return false;
    skip_blanks(p);
    return take(p, ']') || fail(p, "expected ]");
}

static bool read_list(parser *p, bool relative, uint32_t *list);

static bool read_number(parser *p, uint32_t *number) {
    size_t used;
    skip_blanks(p);
    if (!ll_view_number(ll_view_slice(p->text, p->at, p->text.len), number, &used) || *number == 0)
        return fail(p, "expected a number from 1");
    p->at += used;
    skip_blanks(p);
    if (peek(p) != ')')
        return fail(p, "expected ) behind the number: formulas such as 2n+1 are not known here");
    return true;
}

static bool read_argument(parser *p, ll_simple *simple) {
    if (!take(p, '('))
        return fail(p, "expected (");
    if (simple->kind == LL_SIMPLE_NTH_CHILD) {
        if (!read_number(p, &simple->number))
            return false;
    } else {
        if (++p->depth > LL_SELECTOR_DEPTH_MOST)
            return fail(p, "nested too deeply");
        if (!read_list(p, simple->kind == LL_SIMPLE_HAS, &simple->list))
            return false;
        p->depth--;
    }
    return take(p, ')') || fail(p, "expected )");
}

static bool unknown_pseudo(parser *p, size_t at, ll_view name) {
    const char *names[PSEUDOS];
    for (size_t i = 0; i < PSEUDOS; i++)
        names[i] = pseudos[i].name;
    const char *nearest = ll_error_nearest(name, names, PSEUDOS);
    ll_view text = ll_arena_format(p->arena,
                                   nearest ? "unknown pseudo-class \":%.*s\": did you mean \":%s\"?"
                                           : "unknown pseudo-class \":%.*s\"",
                                   LL_VIEW_ARG(name), nearest ? nearest : "");
    return fail_at(p, at, text.ptr);
}

static bool read_pseudo(parser *p, ll_simple *simple) {
    size_t start = p->at - 1;
    ll_view name;
    if (!read_name(p, &name, "expected the name of a pseudo-class"))
        return false;
    for (size_t i = 0; i < PSEUDOS; i++) {
        if (!ll_view_equal(name, ll_view_of(pseudos[i].name)))
            continue;
        simple->kind = pseudos[i].kind;
        bool alone = simple->kind == LL_SIMPLE_FIRST_CHILD ||
                     simple->kind == LL_SIMPLE_LAST_CHILD || simple->kind == LL_SIMPLE_EMPTY;
        return alone || read_argument(p, simple);
    }
    return unknown_pseudo(p, start, name);
}

/* A class as a prop is the class: only that way can names be written that a dot cannot. */
static void unify_class(ll_simple *simple) {
    bool is_class = simple->kind == LL_SIMPLE_PROP && simple->operation == '~' &&
                    ll_view_equal(simple->name, LL_VIEW("className"));
    if (!is_class)
        return;
    simple->kind = LL_SIMPLE_CLASS;
    simple->name = simple->value;
}

static bool read_simple(parser *p, ll_simple *simple) {
    if (take(p, '.')) {
        simple->kind = LL_SIMPLE_CLASS;
        return read_name(p, &simple->name, "expected the name of a class");
    }
    if (take(p, '['))
        return read_prop(p, simple);
    if (take(p, ':'))
        return read_pseudo(p, simple);
    simple->kind = LL_SIMPLE_NAME;
    return read_name(p, &simple->name, "expected a selector");
}

/* Whether a compound goes on here. */
static bool goes_on(const parser *p) {
    char c = peek(p);
    return c == '.' || c == '[' || c == ':';
}

static uint32_t add_simple(parser *p, const ll_simple *simple) {
    LL_ARRAY_PUSH(p->arena, &p->selector->simples, *simple);
    return p->selector->simples.len - 1;
}

/* Whether `simple` is the second half of a member tag whose point was not escaped: classes do not
 * begin with a capital, and so "Row.Aside" would match nothing, in silence. */
static bool is_member_tag(const parser *p, uint32_t first, const ll_simple *simple) {
    if (first == LL_SELECTOR_NONE || simple->kind != LL_SIMPLE_CLASS)
        return false;
    const ll_simple *tag = &p->selector->simples.at[first];
    return tag->kind == LL_SIMPLE_NAME && ll_is_upper(tag->name.ptr[0]) &&
           ll_view_find_byte(tag->name, '.', 0) == LL_VIEW_NONE && simple->name.len > 1 &&
           ll_is_upper(simple->name.ptr[0]) && ll_is_lower(simple->name.ptr[1]);
}

static bool member_tag(parser *p, size_t at, ll_view tag, ll_view part) {
    ll_view text =
        ll_arena_format(p->arena, "a %.*s of the class \"%.*s\"; the tag is written %.*s\\.%.*s",
                        LL_VIEW_ARG(tag), LL_VIEW_ARG(part), LL_VIEW_ARG(tag), LL_VIEW_ARG(part));
    return fail_at(p, at, text.ptr);
}

static bool read_compound(parser *p, uint32_t *compound, char combinator, uint32_t left) {
    ll_compound made = {LL_SELECTOR_NONE, combinator, left};
    uint32_t latest = LL_SELECTOR_NONE;
    bool any = take(p, '*');
    while (any ? goes_on(p) : true) {
        ll_simple simple = {.list = LL_SELECTOR_NONE, .next = LL_SELECTOR_NONE};
        size_t start = p->at;
        if (too_many_parts(p) || !read_simple(p, &simple))
            return false;
        if (is_member_tag(p, latest, &simple))
            return member_tag(p, start, p->selector->simples.at[latest].name, simple.name);
        unify_class(&simple);
        uint32_t index = add_simple(p, &simple);
        if (latest == LL_SELECTOR_NONE)
            made.simple = index;
        else
            p->selector->simples.at[latest].next = index;
        latest = index;
        any = true;
    }
    if (too_many_parts(p))
        return false;
    LL_ARRAY_PUSH(p->arena, &p->selector->compounds, made);
    *compound = p->selector->compounds.len - 1;
    return true;
}

/* The combinator before the next compound, or 0 when there is none. */
static char read_combinator(parser *p) {
    bool blank = skip_blanks(p);
    char c = peek(p);
    if (c == '>' || c == '+' || c == '~') {
        p->at++;
        skip_blanks(p);
        return c;
    }
    return blank && p->at < p->text.len && c != ',' && c != ')' ? ' ' : '\0';
}

static bool read_chain(parser *p, bool relative, ll_chain *chain) {
    uint32_t left = LL_SELECTOR_NONE;
    char combinator = 0;
    if (relative) { /* what :has() is asked of stands to the left of everything */
        combinator = read_combinator(p);
        chain->reach = combinator = combinator ? combinator : ' ';
        ll_simple scope = {.kind = LL_SIMPLE_SCOPE, .next = LL_SELECTOR_NONE};
        if (too_many_parts(p))
            return false;
        ll_compound anchor = {add_simple(p, &scope), 0, LL_SELECTOR_NONE};
        LL_ARRAY_PUSH(p->arena, &p->selector->compounds, anchor);
        left = p->selector->compounds.len - 1;
    } else {
        skip_blanks(p);
    }
    do {
        if (!read_compound(p, &left, combinator, left))
            return false;
    } while ((combinator = read_combinator(p)) != 0);
    chain->last = left;
    return true;
}

static bool read_list(parser *p, bool relative, uint32_t *list) {
    uint32_t latest = LL_SELECTOR_NONE;
    do {
        ll_chain chain = {.next = LL_SELECTOR_NONE};
        if (too_many_parts(p) || !read_chain(p, relative, &chain))
            return false;
        LL_ARRAY_PUSH(p->arena, &p->selector->chains, chain);
        uint32_t index = p->selector->chains.len - 1;
        if (latest == LL_SELECTOR_NONE)
            *list = index;
        else
            p->selector->chains.at[latest].next = index;
        latest = index;
    } while (take(p, ','));
    return true;
}

ll_status ll_selector_parse(ll_selector **selector, ll_arena *arena, ll_view text,
                            ll_error *error) {
    if (text.len > LL_SELECTOR_MOST)
        return ll_error_set(error, LL_E_LIMIT, LL_VIEW(""), 0, 0,
                            "a selector of more than %u bytes", LL_SELECTOR_MOST);
    parser p = {.arena = arena, .selector = LL_ARENA_NEW(arena, ll_selector), .text = text};
    bool read = read_list(&p, false, &p.selector->list);
    if (read && p.at < text.len)
        fail(&p, "expected the end of the selector");
    if (p.problem)
        return ll_error_set(error, LL_E_INVALID, LL_VIEW(""), 0, ll_view_column(text, p.problem_at),
                            "%s", p.problem);
    *selector = p.selector;
    return LL_OK;
}
