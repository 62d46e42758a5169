/* The class words that an element's className can have, and whether all of them can be seen. */
#include "lesson/parse.h"

typedef struct class_search {
    const ll_lesson *lesson;
    const ll_tsx *tsx;
    bool (*visit)(void *context, ll_view name);
    void *context;
    bool stopped;
    bool all_seen;
    uint32_t attribute; /* the className */
} class_search;

/* The words of [start, end). A word that touches a hole before or behind is only a part. */
static void visit_words(class_search *search, uint32_t start, uint32_t end, bool hole_before,
                        bool hole_behind) {
    ll_view text = ll_tsx_text(search->tsx, start, end);
    for (size_t at = 0; at < text.len && !search->stopped;) {
        size_t from = at;
        while (at < text.len && !ll_is_blank(text.ptr[at]))
            at++;
        bool part = (from == 0 && hole_before) || (at == text.len && hole_behind);
        if (at > from && part)
            search->all_seen = false;
        else if (at > from && !search->visit(search->context, ll_view_slice(text, from, at)))
            search->stopped = true;
        while (at < text.len && ll_is_blank(text.ptr[at]))
            at++;
    }
}

static void visit_literal(class_search *search, uint32_t node) {
    const ll_tsx_node *nodes = search->tsx->nodes.at;
    if (nodes[node].kind == LL_TSX_STRING && nodes[node].sign == LL_SIGN_COMPARE)
        return;
    uint32_t at = nodes[node].inner_start;
    bool hole_before = false;
    if (nodes[node].kind == LL_TSX_TEMPLATE)
        for (uint32_t hole = ll_tsx_first(search->tsx, node); hole != LL_TSX_NONE;
             hole = ll_tsx_next(search->tsx, hole)) {
            visit_words(search, at, nodes[hole].start, hole_before, true);
            at = nodes[hole].end;
            hole_before = true;
        }
    visit_words(search, at, nodes[node].inner_end, hole_before, false);
}

/* A part of an expression between two nodes. */
typedef struct code_gap {
    ll_view text;
    uint32_t next; /* the node behind it, or LL_TSX_NONE */
    bool object;   /* in an object: names before ':' are classes, the rest is conditions */
} code_gap;

static size_t skip_blanks(ll_view text, size_t at) {
    while (at < text.len && ll_is_blank(text.ptr[at]))
        at++;
    return at;
}

/* Whether an operand is only asked, not given: `x && …`, `x ? …`, `x === …`, `x > 3`. */
static bool is_asked(ll_view text, size_t behind) {
    ll_view rest = ll_view_slice(text, skip_blanks(text, behind), text.len);
    if (rest.len == 0)
        return false;
    if (rest.ptr[0] == '?')
        return rest.len == 1 || rest.ptr[1] != '?';
    return ll_view_starts(rest, LL_VIEW("&&")) || strchr("=!<>-*/%", rest.ptr[0]) != NULL;
}

static bool is_asked_before(ll_view text, size_t start) {
    while (start > 0 && ll_is_blank(text.ptr[start - 1]))
        start--;
    return start > 0 && strchr("!=<>-*/%", text.ptr[start - 1]) != NULL &&
           !(start > 1 && text.ptr[start - 1] == '>' && text.ptr[start - 2] == '=');
}

static bool is_plain_word(ll_view word) {
    static const char *const words[] = {"Boolean", "String", "as",        "const",
                                        "false",   "null",   "return",    "satisfies",
                                        "true",    "typeof", "undefined", "void"};
    return LL_VIEW_IS_ONE_OF(word, words);
}

/* What follows a group decides whether a call's result is a value or a condition. */
static bool call_is_asked(const class_search *search, uint32_t group) {
    return is_asked(search->tsx->source->text, search->tsx->nodes.at[group].end);
}

/* A name [start, end) in an object: a key, a value or what is spread. */
static void judge_member(class_search *search, const code_gap *gap, size_t start, size_t end) {
    ll_view text = gap->text;
    size_t behind = skip_blanks(text, end), before = start;
    bool last = behind == text.len;
    bool key = !last && text.ptr[behind] == ':';
    bool shorthand = !last ? text.ptr[behind] == ',' : gap->next == LL_TSX_NONE;
    bool spread = start >= 3 && memcmp(text.ptr + start - 3, "...", 3) == 0;
    while (before > 0 && ll_is_blank(text.ptr[before - 1]))
        before--;
    bool value = before > 0 && text.ptr[before - 1] != ',';
    if (spread)
        search->all_seen = false;
    else if (key || (shorthand && !value))
        search->stopped =
            search->stopped || !search->visit(search->context, ll_view_slice(text, start, end));
}

/* An operand whose value counts. */
static void judge_value(class_search *search, ll_view operand) {
    uint32_t literal = ll_lesson_constant(search->lesson, operand, search->attribute);
    if (literal == LL_LESSON_NONE)
        search->all_seen = false;
    else
        visit_literal(search, literal);
}

/* The function in front of a call's group: one that keeps classes gives back what it is given, and
 * a method what it is a method of (`sizes.join(' ')`). */
static void judge_function(class_search *search, ll_view function, uint32_t call) {
    static const char *const methods[] = {"concat", "filter", "join", "trim"};
    ll_view name = ll_tsx_lead(search->tsx, call);
    if (call_is_asked(search, call))
        return;
    if (!ll_name_keeps_classes(name)) {
        search->all_seen = false;
        return;
    }
    size_t dot = function.len;
    while (dot > 0 && function.ptr[dot - 1] != '.')
        dot--;
    ll_view of = ll_view_slice(function, 0, dot > 0 ? dot - 1 : 0);
    if (of.len > 0 && of.ptr[of.len - 1] == '?')
        of.len--;
    if (of.len > 0 && LL_VIEW_IS_ONE_OF(name, methods))
        judge_value(search, of);
}

/* The operand [start, end) of a gap: a name, with its members. */
static void judge_operand(class_search *search, const code_gap *gap, size_t start, size_t end) {
    ll_view text = gap->text;
    ll_view operand = ll_view_slice(text, start, end);
    bool last = skip_blanks(text, end) == text.len;
    if (is_plain_word(operand) || ll_is_digit(operand.ptr[0]) || is_asked(text, end) ||
        is_asked_before(text, start))
        return;
    if (last && gap->next != LL_TSX_NONE && search->tsx->nodes.at[gap->next].sign == LL_SIGN_CALL)
        judge_function(search, operand, gap->next);
    else if (last && gap->next != LL_TSX_NONE)
        search->all_seen = false;
    else
        judge_value(search, operand);
}

static void judge_gap(class_search *search, const code_gap *gap) {
    ll_view text = gap->text;
    for (size_t at = 0; at < text.len && !search->stopped;) {
        if (!ll_is_name_byte(text.ptr[at])) {
            at++;
            continue;
        }
        size_t start = at;
        while (at < text.len &&
               (ll_is_name_byte(text.ptr[at]) || text.ptr[at] == '.' ||
                (text.ptr[at] == '?' && at + 1 < text.len && text.ptr[at + 1] == '.')))
            at++;
        bool member =
            start > 0 && text.ptr[start - 1] == '.' && !(start > 2 && text.ptr[start - 2] == '.');
        bool method = member && gap->next != LL_TSX_NONE &&
                      search->tsx->nodes.at[gap->next].sign == LL_SIGN_CALL &&
                      ll_name_keeps_classes(ll_tsx_lead(search->tsx, gap->next));
        if (gap->object)
            judge_member(search, gap, start, at);
        else if (!method)
            judge_operand(search, gap, start, at);
    }
}

/* The code directly in a group or in braces. */
static void judge_code(class_search *search, uint32_t node) {
    const ll_tsx *tsx = search->tsx;
    const ll_tsx_node *group = &tsx->nodes.at[node];
    bool object = group->kind == LL_TSX_GROUP && tsx->source->text.ptr[group->start] == '{';
    uint32_t at = group->inner_start;
    for (uint32_t child = ll_tsx_first(tsx, node); child != LL_TSX_NONE && !search->stopped;
         child = ll_tsx_next(tsx, child)) {
        judge_gap(search,
                  &(code_gap){ll_tsx_text(tsx, at, tsx->nodes.at[child].start), child, object});
        at = tsx->nodes.at[child].end;
    }
    judge_gap(search, &(code_gap){ll_tsx_text(tsx, at, group->inner_end), LL_TSX_NONE, object});
}

/* Whether what a call is given is no value: a condition, or `filter`, asks for the result. */
static bool gives_none(const class_search *search, uint32_t group) {
    return search->tsx->nodes.at[group].sign == LL_SIGN_CALL &&
           (call_is_asked(search, group) ||
            ll_view_equal(ll_tsx_lead(search->tsx, group), LL_VIEW("filter")));
}

static void visit_expression(class_search *search, uint32_t attribute) {
    const ll_tsx *tsx = search->tsx;
    uint32_t after = tsx->nodes.at[attribute].after;
    for (uint32_t i = attribute + 1; i < after && !search->stopped; i++) {
        switch (tsx->nodes.at[i].kind) {
        case LL_TSX_STRING:
        case LL_TSX_TEMPLATE:
            visit_literal(search, i);
            break;
        case LL_TSX_BRACES:
        case LL_TSX_GROUP:
            if (gives_none(search, i))
                i = tsx->nodes.at[i].after - 1;
            else
                judge_code(search, i);
            break;
        default:
            break;
        }
    }
}

ll_view ll_lesson_class_base(ll_view name) {
    size_t start = 0;
    for (size_t i = 0; i < name.len && name.ptr[i] != '['; i++)
        if (name.ptr[i] == ':')
            start = i + 1;
    ll_view base = ll_view_slice(name, start, name.len);
    if (base.len > 1 && base.ptr[0] == '!')
        return ll_view_slice(base, 1, base.len);
    return ll_view_slice(base, 0, base.len - (base.len > 1 && base.ptr[base.len - 1] == '!'));
}

bool ll_lesson_classes(const ll_lesson *lesson, uint32_t element,
                       bool (*visit)(void *context, ll_view name), void *context) {
    const ll_tsx *tsx = lesson->tsx;
    class_search search = {lesson, tsx, visit, context, false, true, LL_TSX_NONE};
    uint32_t attribute = LL_TSX_NONE;
    for (uint32_t i = element + 1; i < tsx->nodes.at[element].after; i = tsx->nodes.at[i].after) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (node->kind == LL_TSX_COMMENT)
            continue;
        if (node->kind != LL_TSX_ATTRIBUTE)
            break;
        if (node->value == LL_TSX_SPREAD)
            search.all_seen = false;
        if (node->value == LL_TSX_SPREAD ||
            !ll_view_equal(ll_tsx_lead(tsx, i), LL_VIEW("className")))
            continue;
        attribute = i;
        search.all_seen = true; /* a spread before it is overridden */
    }
    if (attribute == LL_TSX_NONE)
        return search.all_seen;
    search.attribute = attribute;
    const ll_tsx_node *node = &tsx->nodes.at[attribute];
    if (node->value == LL_TSX_QUOTED)
        visit_words(&search, node->inner_start, node->inner_end, false, false);
    else if (node->value == LL_TSX_EXPRESSION)
        visit_expression(&search, attribute);
    return search.all_seen;
}

typedef struct wanted_class {
    ll_view name;
    bool found;
} wanted_class;

static bool compare_class(void *context, ll_view name) {
    wanted_class *wanted = context;
    wanted->found = ll_view_equal(name, wanted->name);
    return !wanted->found;
}

ll_answer ll_lesson_has_class(const ll_lesson *lesson, uint32_t element, ll_view name) {
    wanted_class wanted = {name, false};
    bool all_seen = ll_lesson_classes(lesson, element, compare_class, &wanted);
    if (wanted.found)
        return LL_YES;
    return all_seen ? LL_NO : LL_UNKNOWN;
}
