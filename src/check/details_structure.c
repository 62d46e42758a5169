/* details-structure: `details` begins with its `summary`, and a `summary` stands nowhere else. */
#include "check/checks.h"

static const ll_view DETAILS = LL_VIEW_INIT("details");
static const ll_view SUMMARY = LL_VIEW_INIT("summary");

static void report(ll_check *check, uint32_t element, const char *kind) {
    ll_check_report(check,
                    &(ll_report){.range = ll_tag_range(check->facts->tsx, element), .kind = kind});
}

/* A first element that is no element of the page may be a `summary` itself. */
static void judge_details(ll_check *check, uint32_t element) {
    const ll_tsx *tsx = check->facts->tsx;
    ll_children children = {0};
    ll_lesson_children(check->facts->lesson, check->arena, element, &children);
    bool other_first = false;
    for (uint32_t i = 0; i < children.len; i++) {
        const ll_child *child = &children.at[i];
        if (child->kind == LL_CHILD_UNKNOWN)
            return;
        if (child->kind != LL_CHILD_ELEMENT)
            continue;
        if (ll_tsx_is(tsx, child->node, SUMMARY)) {
            if (other_first)
                report(check, element, "not-first");
            return;
        }
        if (!ll_tsx_is_host(tsx, child->node))
            return;
        other_first = true;
    }
    report(check, element, "no-summary");
}

/* A `summary` is in place when `details` is around it, or when a component is: that may be one. At
 * the top of a helper component the `details` may be where the helper is used. */
static bool is_astray(const ll_lesson *lesson, uint32_t summary) {
    uint32_t around = ll_tsx_element_around(lesson->tsx, summary);
    if (around == LL_TSX_NONE)
        return false;
    bool fragment =
        lesson->tsx->nodes.at[around].lead_start == lesson->tsx->nodes.at[around].lead_end;
    return !fragment && ll_tsx_is_host(lesson->tsx, around) &&
           !ll_tsx_is(lesson->tsx, around, DETAILS);
}

void ll_check_details_structure(ll_check *check) {
    const ll_tsx *tsx = check->facts->tsx;
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        if (tsx->nodes.at[i].kind != LL_TSX_ELEMENT)
            continue;
        if (ll_tsx_is(tsx, i, DETAILS)) {
            check->outcome.checked++;
            judge_details(check, i);
        } else if (ll_tsx_is(tsx, i, SUMMARY) && is_astray(check->facts->lesson, i)) {
            report(check, i, "astray");
        }
    }
}
