/* Follows names in braces to the elements that they stand for. */
#include "check/follow.h"

#include <stdlib.h>

/* A stretch of code directly below one node, and its first node, or LL_TSX_NONE. */
typedef struct span {
    uint32_t start, end;
    uint32_t first;
    uint32_t parent; /* LL_TSX_NONE: the file itself */
} span;

/* One value of a name; an empty span when it is given elsewhere, as that of a parameter. */
typedef struct definition {
    ll_view name;
    span value;
    uint64_t round; /* the search that looked at it last */
} definition;

/* So many bytes of code cost as much as a node. */
enum { STEP_BYTES = 8 };

struct ll_follow {
    ll_facts *facts;
    const ll_tsx *tsx;
    ll_arena *arena;
    LL_ARRAY(definition) definitions; /* sorted by name */
    LL_ARRAY(span) todo;
    uint64_t round;
    uint32_t steps;
    bool (*wanted)(const ll_facts *facts, uint32_t element);
    bool found;
};

/* The last sign of code before `at`, NUL when there is none from `start` on. */
static char sign_before(const ll_tsx *tsx, uint32_t start, uint32_t at) {
    while (at > start && ll_is_blank(ll_tsx_byte(tsx, at - 1)))
        at--;
    return at > start ? ll_tsx_byte(tsx, at - 1) : '\0';
}

/* The next name in [*at, end), empty when there is none; `*at` is then behind it. */
static ll_view next_name(const ll_tsx *tsx, uint32_t *at, uint32_t end) {
    while (*at < end) {
        uint32_t start = *at;
        while (*at < end && ll_is_name_byte(ll_tsx_byte(tsx, *at)))
            ++*at;
        if (*at == start)
            ++*at;
        else if (!ll_is_digit(ll_tsx_byte(tsx, start)))
            return ll_tsx_text(tsx, start, *at);
    }
    return (ll_view){0};
}

static span inside_of(const ll_tsx *tsx, uint32_t node) {
    return (span){tsx->nodes.at[node].inner_start, tsx->nodes.at[node].inner_end,
                  ll_tsx_first(tsx, node), node};
}

/* Gives the code between the nodes of a span one after another; `*child` is the node behind it. */
static bool next_gap(const ll_tsx *tsx, span *rest, uint32_t *start, uint32_t *end,
                     uint32_t *child) {
    if (rest->start > rest->end)
        return false;
    bool last = rest->first == LL_TSX_NONE || tsx->nodes.at[rest->first].start >= rest->end;
    *start = rest->start;
    *end = last ? rest->end : tsx->nodes.at[rest->first].start;
    *child = last ? LL_TSX_NONE : rest->first;
    if (last)
        *rest = (span){1, 0, LL_TSX_NONE, rest->parent}; /* there is no more */
    else
        *rest = (span){tsx->nodes.at[rest->first].end, rest->end, ll_tsx_next(tsx, rest->first),
                       rest->parent};
    return true;
}

static void define(ll_follow *follow, ll_view name, span value) {
    LL_ARRAY_PUSH(follow->arena, &follow->definitions,
                  ((definition){.name = name, .value = value}));
}

/* All names in a pattern: of parameters, `({ q, a }) =>`, or of variables, `const [on, setOn] =`.
 */
static void define_pattern(ll_follow *follow, uint32_t group, span value) {
    uint32_t at = follow->tsx->nodes.at[group].inner_start;
    uint32_t end = follow->tsx->nodes.at[group].inner_end;
    for (ll_view name; (name = next_name(follow->tsx, &at, end)).len > 0;)
        define(follow, name, value);
}

/* The parameters of an arrow function, with or without the type of its result. */
static bool is_arrow_head(const ll_tsx *tsx, uint32_t group) {
    const ll_tsx_node *node = &tsx->nodes.at[group];
    uint32_t at = ll_tsx_skip_blanks(tsx, node->end), next = ll_tsx_next(tsx, group);
    uint32_t end =
        next == LL_TSX_NONE ? (uint32_t)tsx->source->text.len : tsx->nodes.at[next].start;
    if (ll_tsx_byte(tsx, node->start) != '(')
        return false;
    if (ll_tsx_byte(tsx, at) == '=' && ll_tsx_byte(tsx, at + 1) == '>')
        return true;
    return ll_tsx_byte(tsx, at) == ':' &&
           ll_view_ends(ll_view_trim(ll_tsx_text(tsx, at, end)), LL_VIEW("=>"));
}

/* What the code of a block is read with: `const name = …` up to the next statement. */
typedef struct block_reader {
    ll_follow *follow;
    uint32_t first; /* definitions of the statement at hand: from here on */
    enum { IN_OTHER, AT_NAME, AT_FUNCTION, AT_PARAMETERS, IN_VALUE } state;
} block_reader;

static void end_statement(block_reader *reader, uint32_t at) {
    ll_follow *follow = reader->follow;
    for (uint32_t i = reader->first; i < follow->definitions.len; i++)
        if (follow->definitions.at[i].value.end == UINT32_MAX)
            follow->definitions.at[i].value.end = at;
    reader->state = IN_OTHER;
}

static void begin_statement(block_reader *reader, ll_view word, uint32_t at) {
    static const char *const variables[] = {"const", "let", "var"};
    end_statement(reader, at);
    reader->first = reader->follow->definitions.len;
    if (LL_VIEW_IS_ONE_OF(word, variables))
        reader->state = AT_NAME;
    else if (ll_view_equal(word, LL_VIEW("function")))
        reader->state = AT_FUNCTION;
}

/* Whether the word begins a statement, and is no part of an expression. */
static bool begins_statement(const ll_tsx *tsx, ll_view word, uint32_t gap, uint32_t at) {
    static const char *const words[] = {"break",  "case",      "class", "const",    "default",
                                        "do",     "export",    "for",   "function", "if",
                                        "import", "interface", "let",   "return",   "switch",
                                        "throw",  "try",       "type",  "var",      "while"};
    char before = sign_before(tsx, gap, at - (uint32_t)word.len);
    return LL_VIEW_IS_ONE_OF(word, words) && !(before && strchr("=(,:?&|>.", before));
}

static void read_names(block_reader *reader, uint32_t start, uint32_t end, span value) {
    const ll_tsx *tsx = reader->follow->tsx;
    uint32_t at = start, before = start;
    for (ll_view word; (word = next_name(tsx, &at, end)).len > 0; before = at) {
        uint32_t from = at - (uint32_t)word.len;
        size_t stop = ll_view_find_byte(ll_tsx_text(tsx, before, from), ';', 0);
        if (stop != LL_VIEW_NONE)
            end_statement(reader, before + (uint32_t)stop);
        uint32_t behind = ll_tsx_skip_blanks(tsx, at);
        value.start = at;
        if (begins_statement(tsx, word, start, at)) {
            begin_statement(reader, word, from);
        } else if (reader->state == AT_NAME || reader->state == AT_FUNCTION) {
            define(reader->follow, word, value);
            reader->state = reader->state == AT_FUNCTION ? AT_PARAMETERS : IN_VALUE;
        } else if (ll_tsx_byte(tsx, behind) == '=' && ll_tsx_byte(tsx, behind + 1) == '>') {
            define(reader->follow, word, (span){0}); /* `part => …` */
        }
    }
    size_t stop = ll_view_find_byte(ll_tsx_text(tsx, before, end), ';', 0);
    if (stop != LL_VIEW_NONE)
        end_statement(reader, before + (uint32_t)stop);
}

/* Lists the names that the code directly inside of a span gives values to. */
static void read_block(ll_follow *follow, span block) {
    block_reader reader = {.follow = follow};
    uint32_t start, end, child;
    for (span rest = block; next_gap(follow->tsx, &rest, &start, &end, &child);) {
        span value = {end, UINT32_MAX, child, block.parent};
        read_names(&reader, start, end, value);
        if (child == LL_TSX_NONE || follow->tsx->nodes.at[child].kind != LL_TSX_GROUP)
            continue;
        value.start = follow->tsx->nodes.at[child].end;
        value.first = ll_tsx_next(follow->tsx, child);
        if (reader.state == AT_NAME)
            define_pattern(follow, child, value);
        if (reader.state == AT_NAME || reader.state == AT_PARAMETERS)
            reader.state = IN_VALUE;
    }
    end_statement(&reader, block.end);
}

static bool is_root(const ll_follow *follow, uint32_t node) {
    const ll_lesson *lesson = follow->facts->lesson;
    return follow->tsx->nodes.at[node].parent == LL_TSX_NONE && ll_lesson_in_root(lesson, node);
}

/* `(` of `function name(` and of a method. */
static bool is_function_head(const ll_tsx *tsx, uint32_t group) {
    uint32_t next = ll_tsx_next(tsx, group);
    return ll_tsx_byte(tsx, tsx->nodes.at[group].start) == '(' &&
           tsx->nodes.at[group].sign == LL_SIGN_CALL && next != LL_TSX_NONE &&
           tsx->nodes.at[next].kind == LL_TSX_GROUP &&
           ll_tsx_byte(tsx, tsx->nodes.at[next].start) == '{';
}

static bool is_head(const ll_tsx *tsx, uint32_t group) {
    return is_arrow_head(tsx, group) || is_function_head(tsx, group);
}

static int compare_definitions(const void *left, const void *right) {
    return ll_view_compare(((const definition *)left)->name, ((const definition *)right)->name);
}

ll_follow *ll_follow_new(ll_facts *facts, ll_arena *arena) {
    ll_follow *follow = LL_ARENA_NEW(arena, ll_follow);
    const ll_tsx *tsx = facts->tsx;
    follow->facts = facts;
    follow->tsx = tsx;
    follow->arena = arena;
    span file = {0, (uint32_t)tsx->source->text.len, ll_tsx_first(tsx, LL_TSX_NONE), LL_TSX_NONE};
    read_block(follow, file);
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (node->kind != LL_TSX_GROUP && node->kind != LL_TSX_BRACES)
            continue;
        read_block(follow, inside_of(tsx, i));
        if (is_head(tsx, i) && !is_root(follow, i))
            define_pattern(follow, i, (span){0});
    }
    if (follow->definitions.len > 1)
        qsort(follow->definitions.at, follow->definitions.len, sizeof *follow->definitions.at,
              compare_definitions);
    return follow;
}

/* Index of the first definition of the name, or of the one behind. */
static uint32_t first_definition(const ll_follow *follow, ll_view name) {
    return ll_view_lower_bound(name, follow->definitions.at, follow->definitions.len,
                               sizeof *follow->definitions.at);
}

/* Puts the values of a name on the list; false when the file does not tell any. */
static bool follow_name(ll_follow *follow, ll_view name) {
    uint32_t i = first_definition(follow, name), first = i;
    for (; i < follow->definitions.len && ll_view_equal(follow->definitions.at[i].name, name);
         i++) {
        definition *one = &follow->definitions.at[i];
        if (one->round == follow->round)
            continue;
        one->round = follow->round;
        LL_ARRAY_PUSH(follow->arena, &follow->todo, one->value);
    }
    return i > first;
}

/* Words of the language, of types and of what every browser knows: they stand for no element. */
static bool is_of_language(ll_view word) {
    static const char *const words[] = {
        "Array",     "Boolean", "Date",  "ElementType", "Infinity",  "Intl",     "JSON",
        "JSX",       "Map",     "Math",  "NaN",         "Number",    "Object",   "React",
        "ReactNode", "Record",  "Set",   "String",      "any",       "as",       "async",
        "await",     "boolean", "const", "else",        "export",    "false",    "for",
        "function",  "if",      "in",    "instanceof",  "keyof",     "let",      "new",
        "null",      "number",  "of",    "parseFloat",  "parseInt",  "readonly", "return",
        "satisfies", "string",  "true",  "typeof",      "undefined", "unknown",  "var",
        "void"};
    return LL_VIEW_IS_ONE_OF(word, words);
}

/* useState and the like give data; what stands in `<…>` behind them is a type. */
static bool is_hook(ll_view word) {
    return word.len > 3 && ll_view_starts(word, LL_VIEW("use")) && ll_is_upper(word.ptr[3]);
}

static bool gives_text(ll_view member) {
    static const char *const members[] = {
        "charAt",      "includes", "indexOf",     "join",    "length",         "padEnd",
        "padStart",    "repeat",   "size",        "toFixed", "toLocaleString", "toLowerCase",
        "toPrecision", "toString", "toUpperCase", "trim"};
    return LL_VIEW_IS_ONE_OF(member, members);
}

/* Offset behind the members, calls and brackets that follow a name; `*last` is the last member. */
static uint32_t chain_end(const ll_tsx *tsx, uint32_t at, uint32_t child, ll_view *last) {
    for (;;) {
        at = ll_tsx_skip_blanks(tsx, at);
        uint32_t dot = at + (ll_tsx_byte(tsx, at) == '?' && ll_tsx_byte(tsx, at + 1) == '.');
        if (child != LL_TSX_NONE && tsx->nodes.at[child].start == at &&
            tsx->nodes.at[child].kind == LL_TSX_GROUP && ll_tsx_byte(tsx, at) != '{') {
            at = tsx->nodes.at[child].end;
            child = ll_tsx_next(tsx, child);
        } else if (ll_tsx_byte(tsx, dot) == '.') {
            uint32_t start = at = ll_tsx_skip_blanks(tsx, dot + 1);
            while (ll_is_name_byte(ll_tsx_byte(tsx, at)))
                at++;
            *last = ll_tsx_text(tsx, start, at);
        } else {
            return at;
        }
    }
}

/* Whether what a name stands for is compared, counted with or asked: `n > 3 && …`, `on ? … : …`. */
static bool is_no_element(const ll_tsx *tsx, uint32_t code_from, uint32_t word_at, uint32_t end,
                          uint32_t child) {
    ll_view member = {0};
    char before = sign_before(tsx, code_from, word_at);
    uint32_t at = chain_end(tsx, end, child, &member);
    char sign = ll_tsx_byte(tsx, at), next = ll_tsx_byte(tsx, at + 1);
    bool arrow = before == '>' && ll_view_find(ll_tsx_text(tsx, code_from, word_at), LL_VIEW("=>"),
                                               0) != LL_VIEW_NONE;
    if ((before && strchr("+-*/%<>!", before) && !arrow) || gives_text(member))
        return true;
    if (sign == '?')
        return next != '?' && next != '.';
    return (sign == '&' && next == '&') || (sign && strchr("+-*/%<>=", sign)) ||
           (sign == '!' && next == '=');
}

/* The key of `{ key: value }`. */
static bool is_key(const ll_tsx *tsx, uint32_t parent, uint32_t end) {
    return parent != LL_TSX_NONE && tsx->nodes.at[parent].kind == LL_TSX_GROUP &&
           ll_tsx_byte(tsx, tsx->nodes.at[parent].start) == '{' &&
           ll_tsx_byte(tsx, ll_tsx_skip_blanks(tsx, end)) == ':';
}

static bool is_member(const ll_tsx *tsx, uint32_t code_from, uint32_t word_at) {
    return sign_before(tsx, code_from, word_at) == '.' &&
           !(word_at >= code_from + 3 &&
             ll_view_equal(ll_tsx_text(tsx, word_at - 3, word_at), LL_VIEW("...")));
}

/* Names in the code directly inside of a span; with `must_tell` one that nothing is known of may be
 * what is looked for. */
static void follow_code(ll_follow *follow, span code, bool must_tell) {
    const ll_tsx *tsx = follow->tsx;
    uint32_t code_from, end, child;
    for (span rest = code; next_gap(tsx, &rest, &code_from, &end, &child);) {
        uint32_t at = code_from;
        follow->steps += (end - code_from) / STEP_BYTES;
        for (ll_view word; (word = next_name(tsx, &at, end)).len > 0;) {
            uint32_t word_at = at - (uint32_t)word.len;
            if (is_hook(word))
                break;
            if (is_of_language(word) || is_member(tsx, code_from, word_at) ||
                is_key(tsx, code.parent, at) || is_no_element(tsx, code_from, word_at, at, child))
                continue;
            if (!follow_name(follow, word) && must_tell)
                follow->found = true;
        }
    }
}

/* What one node shows; returns the node to go on with. `*unsure` is the end of an attribute: its
 * names are data as a rule. */
static uint32_t follow_node(ll_follow *follow, uint32_t node, uint32_t *unsure) {
    const ll_tsx *tsx = follow->tsx;
    const ll_tsx_node *seen = &tsx->nodes.at[node];
    switch (seen->kind) {
    case LL_TSX_ELEMENT:
        follow->found |= follow->wanted(follow->facts, node);
        if (!ll_tsx_is_host(tsx, node))
            follow_name(follow, ll_tsx_lead(tsx, node));
        return node + 1;
    case LL_TSX_ATTRIBUTE:
        *unsure = seen->after;
        return ll_tsx_is_host(tsx, seen->parent) ? seen->after : node + 1;
    case LL_TSX_GROUP:
    case LL_TSX_BRACES:
        if (is_head(tsx, node))
            return seen->after;
        follow_code(follow, inside_of(tsx, node), node >= *unsure);
        return node + 1;
    default:
        return seen->after;
    }
}

static void follow_tree(ll_follow *follow, uint32_t first, uint32_t after, uint32_t unsure) {
    for (uint32_t i = first; i < after && !follow->found;) {
        follow->found = ++follow->steps > LL_LESSON_STEPS_MOST;
        i = follow_node(follow, i, &unsure);
    }
}

static void follow_span(ll_follow *follow, span value) {
    const ll_tsx *tsx = follow->tsx;
    follow_code(follow, value, true);
    for (uint32_t i = value.first;
         i != LL_TSX_NONE && tsx->nodes.at[i].start < value.end && !follow->found;
         i = ll_tsx_next(tsx, i))
        follow_tree(follow, i, tsx->nodes.at[i].after, 0);
}

bool ll_follow_finds(ll_follow *follow, uint32_t element,
                     bool (*wanted)(const ll_facts *facts, uint32_t element)) {
    const ll_tsx *tsx = follow->tsx;
    follow->wanted = wanted;
    follow->found = false;
    follow->round++;
    follow->todo.len = 0;
    bool host = ll_tsx_is_host(tsx, element);
    for (uint32_t i = ll_tsx_first(tsx, element); i != LL_TSX_NONE && !follow->found;
         i = ll_tsx_next(tsx, i)) {
        bool attribute = tsx->nodes.at[i].kind == LL_TSX_ATTRIBUTE;
        if (tsx->nodes.at[i].kind == LL_TSX_BRACES || (attribute && !host))
            follow_tree(follow, i, tsx->nodes.at[i].after, attribute ? tsx->nodes.at[i].after : 0);
    }
    while (follow->todo.len > 0 && !follow->found)
        follow_span(follow, follow->todo.at[--follow->todo.len]);
    return follow->found;
}
