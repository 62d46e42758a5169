/* raw-lesson-link: a plain link to a lesson, which LessonLink is for. */
#include "check/checks.h"
#include "check/mend.h"

/* An address as far as it can be seen. */
typedef struct address {
    ll_view start; /* all of a literal, the text before the first hole or `+`; may be "" */
    ll_view other; /* the same of the other branch of `a ? b : c`; as `start` when there is none */
    bool whole;    /* nothing follows `start` */
} address;

/* What a string begins with, or a template before its first hole. */
static ll_view start_of(const ll_tsx *tsx, uint32_t node) {
    if (node == LL_TSX_NONE)
        return (ll_view){0};
    const ll_tsx_node *seen = &tsx->nodes.at[node];
    uint32_t hole = seen->kind == LL_TSX_TEMPLATE ? ll_tsx_first(tsx, node) : LL_TSX_NONE;
    uint32_t end = hole == LL_TSX_NONE ? seen->inner_end : tsx->nodes.at[hole].start;
    bool literal = seen->kind == LL_TSX_TEMPLATE || seen->kind == LL_TSX_STRING;
    return literal ? ll_tsx_text(tsx, seen->inner_start, end) : (ll_view){0};
}

/* The only node of this sign directly in braces, or LL_TSX_NONE. */
static uint32_t signed_by(const ll_tsx *tsx, uint32_t braces, ll_tsx_sign sign) {
    uint32_t found = LL_TSX_NONE;
    for (uint32_t i = ll_tsx_first(tsx, braces); i != LL_TSX_NONE; i = ll_tsx_next(tsx, i)) {
        if (tsx->nodes.at[i].sign != sign || tsx->nodes.at[i].kind == LL_TSX_COMMENT)
            continue;
        if (found != LL_TSX_NONE)
            return LL_TSX_NONE;
        found = i;
    }
    return found;
}

static address address_of(ll_check *check, uint32_t element) {
    const ll_tsx *tsx = check->facts->tsx;
    ll_view value = {0};
    if (ll_lesson_prop(check->facts->lesson, check->arena, element, LL_VIEW("href"), &value) ==
        LL_KNOWN)
        return (address){value, value, true};
    uint32_t attribute = ll_tsx_attribute(tsx, element, LL_VIEW("href"));
    uint32_t braces = attribute == LL_TSX_NONE ? LL_TSX_NONE : ll_tsx_first(tsx, attribute);
    if (braces == LL_TSX_NONE)
        return (address){0};
    uint32_t yes = signed_by(tsx, braces, LL_SIGN_QUESTION);
    if (yes != LL_TSX_NONE)
        return (address){start_of(tsx, yes), start_of(tsx, signed_by(tsx, braces, LL_SIGN_COLON)),
                         false};
    value = start_of(tsx, signed_by(tsx, braces, LL_SIGN_NONE));
    return (address){value, value, false};
}

static bool is_slug(ll_view text) {
    for (size_t i = 0; i < text.len; i++)
        if (!ll_is_lower(text.ptr[i]) && !ll_is_digit(text.ptr[i]) && text.ptr[i] != '-')
            return false;
    return text.len > 0;
}

/* A link with nothing but its address becomes a LessonLink, where the lesson imports it. */
static void mend(ll_edits *edits, ll_check *check, uint32_t element, ll_view slug) {
    const ll_tsx *tsx = check->facts->tsx;
    const ll_tsx_node *link = &tsx->nodes.at[element];
    uint32_t attribute = ll_tsx_first(tsx, element);
    uint32_t next = ll_tsx_next(tsx, attribute);
    bool alone = next == LL_TSX_NONE || tsx->nodes.at[next].kind != LL_TSX_ATTRIBUTE;
    static const ll_view name = LL_VIEW_INIT("LessonLink");
    if (!alone || !link->closed || !is_slug(slug) || ll_facts_import(check->facts, name).len == 0)
        return;
    ll_view given = ll_arena_format(check->arena, "slug=\"%.*s\"", LL_VIEW_ARG(slug));
    uint32_t closing = link->inner_end + 2; /* behind "</" */
    while (ll_is_blank(tsx->source->text.ptr[closing]))
        closing++;
    ll_mend_put(edits, check, link->lead_start, link->lead_end, name, LL_SAFETY_UNSAFE);
    ll_mend_put(edits, check, tsx->nodes.at[attribute].start, tsx->nodes.at[attribute].end, given,
                LL_SAFETY_UNSAFE);
    ll_mend_put(edits, check, closing, closing + 1, name, LL_SAFETY_UNSAFE);
}

void ll_check_raw_lesson_link(ll_check *check) {
    const ll_tsx *tsx = check->facts->tsx;
    if (check->facts->lesson->layout == LL_LESSON_NONE)
        return;
    ll_view pattern = ll_check_option(check, LL_VIEW("pattern"))->text;
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        if (tsx->nodes.at[i].kind != LL_TSX_ELEMENT || !ll_tsx_is(tsx, i, LL_VIEW("a")))
            continue;
        check->outcome.checked++;
        address link = address_of(check, i);
        if (pattern.len == 0 || !ll_view_starts(link.start, pattern) ||
            !ll_view_starts(link.other, pattern))
            continue;
        ll_value values[] = {{"address", link.start}, {0}};
        ll_edits edits = {0};
        if (link.whole)
            mend(&edits, check, i, ll_view_slice(link.start, pattern.len, link.start.len));
        ll_check_report(check, &(ll_report){.range = ll_tag_range(tsx, i),
                                            .subject = link.start,
                                            .values = values,
                                            .edits = &edits});
    }
}
