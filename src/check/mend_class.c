/* Adding a class to an element. */
#include "check/mend.h"

typedef struct adding {
    ll_edits *edits;
    const ll_check *check;
    ll_view name;
    ll_safety safety;
} adding;

static bool put(const adding *add, uint32_t at, const char *before, const char *behind) {
    ll_mend_put(
        add->edits, add->check, at, at,
        ll_arena_format(add->check->arena, "%s%.*s%s", before, LL_VIEW_ARG(add->name), behind),
        add->safety);
    return true;
}

/* Behind the last word of [start, end). */
static bool put_behind(const adding *add, uint32_t start, uint32_t end) {
    const char *text = add->check->facts->tsx->source->text.ptr;
    while (end > start && ll_is_blank(text[end - 1]))
        end--;
    return put(add, end, end > start ? " " : "", "");
}

/* The only node that the braces hold, or LL_TSX_NONE when there is code beside it; `*lead` is what
 * stands before it. */
static uint32_t only_node(const ll_tsx *tsx, uint32_t braces, ll_view *lead) {
    const ll_tsx_node *outer = &tsx->nodes.at[braces];
    uint32_t node = ll_tsx_first(tsx, braces);
    if (node == LL_TSX_NONE)
        return node;
    *lead = ll_view_trim(ll_tsx_text(tsx, outer->inner_start, tsx->nodes.at[node].start));
    ll_view rest = ll_tsx_text(tsx, tsx->nodes.at[node].end, outer->inner_end);
    return ll_view_trim(rest).len > 0 ? LL_TSX_NONE : node;
}

/* The quotation mark of the first string in these brackets, so that the new one looks like it. */
static char quote_in(const ll_tsx *tsx, uint32_t brackets) {
    for (uint32_t i = brackets + 1; i < tsx->nodes.at[brackets].after; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_STRING)
            return tsx->source->text.ptr[tsx->nodes.at[i].start];
    return '\'';
}

/* As the first argument of a call. */
static bool put_argument(const adding *add, uint32_t brackets) {
    const ll_tsx *tsx = add->check->facts->tsx;
    const ll_tsx_node *call = &tsx->nodes.at[brackets];
    const char before[] = {quote_in(tsx, brackets), '\0'};
    const char behind[] = {before[0], ',', ' ', '\0'};
    ll_view given = ll_view_trim(ll_tsx_text(tsx, call->inner_start, call->inner_end));
    return put(add, call->inner_start, before, given.len > 0 ? behind : before);
}

static bool put_into_expression(const adding *add, uint32_t braces) {
    static const char *const calls[] = {"classNames", "clsx", "cn", "twMerge"};
    const ll_tsx *tsx = add->check->facts->tsx;
    ll_view lead = {0};
    uint32_t node = only_node(tsx, braces, &lead);
    if (node == LL_TSX_NONE)
        return false;
    const ll_tsx_node *value = &tsx->nodes.at[node];
    if (value->kind == LL_TSX_GROUP && value->sign == LL_SIGN_CALL &&
        LL_VIEW_IS_ONE_OF(lead, calls))
        return put_argument(add, node);
    if (lead.len > 0 || (value->kind != LL_TSX_STRING && value->kind != LL_TSX_TEMPLATE))
        return false;
    return put_behind(add, value->inner_start, value->inner_end);
}

/* Whether a class says the same kind of thing as the one that is to come: which of the two holds is
 * for the style sheet to say. */
typedef struct family {
    ll_view start; /* "cursor-" */
    bool found;
} family;

static bool visit_class(void *context, ll_view name) {
    family *kind = context;
    kind->found = ll_view_starts(name, kind->start);
    return !kind->found;
}

static bool has_of_its_kind(const ll_lesson *lesson, uint32_t element, ll_view name) {
    size_t hyphen = ll_view_find_byte(name, '-', 0);
    if (hyphen == LL_VIEW_NONE)
        return false;
    family kind = {ll_view_slice(name, 0, hyphen + 1), false};
    bool seen = ll_lesson_classes(lesson, element, visit_class, &kind);
    return !seen || kind.found;
}

static bool has_spread(const ll_tsx *tsx, uint32_t element) {
    for (uint32_t i = ll_tsx_first(tsx, element); i != LL_TSX_NONE; i = ll_tsx_next(tsx, i))
        if (tsx->nodes.at[i].kind == LL_TSX_ATTRIBUTE && tsx->nodes.at[i].value == LL_TSX_SPREAD)
            return true;
    return false;
}

bool ll_mend_add_class(ll_edits *edits, const ll_check *check, uint32_t element, ll_view name,
                       ll_safety safety) {
    const adding add = {edits, check, name, safety};
    const ll_tsx *tsx = check->facts->tsx;
    uint32_t attribute = ll_tsx_attribute(tsx, element, LL_VIEW("className"));
    if (has_spread(tsx, element) || has_of_its_kind(check->facts->lesson, element, name))
        return false;
    if (attribute == LL_TSX_NONE)
        return ll_tsx_is_host(tsx, element) &&
               put(&add, tsx->nodes.at[element].lead_end, " className=\"", "\"");
    const ll_tsx_node *given = &tsx->nodes.at[attribute];
    if (given->value == LL_TSX_QUOTED)
        return put_behind(&add, given->inner_start, given->inner_end);
    return given->value == LL_TSX_EXPRESSION &&
           put_into_expression(&add, ll_tsx_first(tsx, attribute));
}
