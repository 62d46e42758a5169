/* raw-lesson-link: a plain link to a lesson, which LessonLink is for. */
#include "check/checks.h"

/* What the address begins with, as far as it can be seen: all of a literal, the text before the
 * first hole or `+`. */
static ll_view address_of(ll_check *check, uint32_t element) {
    const ll_tsx *tsx = check->facts->tsx;
    ll_view value = {0};
    if (ll_lesson_prop(check->facts->lesson, check->arena, element, LL_VIEW("href"), &value) ==
        LL_KNOWN)
        return value;
    uint32_t attribute = ll_tsx_attribute(tsx, element, LL_VIEW("href"));
    uint32_t braces = attribute == LL_TSX_NONE ? LL_TSX_NONE : ll_tsx_first(tsx, attribute);
    uint32_t first = braces == LL_TSX_NONE ? LL_TSX_NONE : ll_tsx_first(tsx, braces);
    if (first == LL_TSX_NONE || tsx->nodes.at[first].sign != LL_SIGN_NONE)
        return (ll_view){0};
    uint32_t end = tsx->nodes.at[first].inner_end, kind = tsx->nodes.at[first].kind;
    uint32_t hole = kind == LL_TSX_TEMPLATE ? ll_tsx_first(tsx, first) : LL_TSX_NONE;
    if (hole != LL_TSX_NONE)
        end = tsx->nodes.at[hole].start;
    bool literal = kind == LL_TSX_TEMPLATE || kind == LL_TSX_STRING;
    return literal ? ll_tsx_text(tsx, tsx->nodes.at[first].inner_start, end) : (ll_view){0};
}

void ll_check_raw_lesson_link(ll_check *check) {
    const ll_tsx *tsx = check->facts->tsx;
    ll_view pattern = ll_check_option(check, LL_VIEW("pattern"))->text;
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        if (tsx->nodes.at[i].kind != LL_TSX_ELEMENT || !ll_tsx_is(tsx, i, LL_VIEW("a")))
            continue;
        check->outcome.checked++;
        ll_view address = address_of(check, i);
        if (pattern.len == 0 || !ll_view_starts(address, pattern))
            continue;
        ll_value values[] = {{"address", address}, {0}};
        ll_check_report(
            check,
            &(ll_report){.range = ll_tag_range(tsx, i), .subject = address, .values = values});
    }
}
