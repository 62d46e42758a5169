/* details-structure: `details` begins with its `summary`, and a `summary` stands nowhere else. */
#include "check/checks.h"
#include "check/layout.h"
#include "facts/names.h"

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
    ll_layout_children(check, element, &children);
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

/* What stands below a node, as far as it decides whether a `summary` there is in place. */
typedef enum surrounding { OUTSIDE, IN_DETAILS, IN_UNKNOWN } surrounding;

/* A component that is no plain block may be a `details` itself; so may, at the top of a helper, the
 * place where it is used. */
static surrounding below(const ll_element_name *name, surrounding around) {
    if (around == IN_DETAILS || ll_view_equal(name->name, DETAILS))
        return IN_DETAILS;
    return name->plain || name->host ? around : IN_UNKNOWN;
}

/* Only what the layout itself holds is in place for sure: what a variable holds stands where that
 * is used, and what stands in no element where the function is called. */
static surrounding around_of(const ll_tsx *tsx, uint32_t node, const surrounding *inside) {
    const ll_tsx_node *seen = &tsx->nodes.at[node];
    bool held = seen->parent == LL_TSX_NONE || seen->sign == LL_SIGN_ASSIGN;
    return held ? IN_UNKNOWN : inside[seen->parent];
}

static void judge_element(ll_check *check, uint32_t element, const ll_element_name *name,
                          surrounding around) {
    if (ll_view_equal(name->name, DETAILS)) {
        check->outcome.checked++;
        judge_details(check, element);
    } else if (around == OUTSIDE && ll_view_equal(name->name, SUMMARY)) {
        report(check, element, "astray");
    }
}

void ll_check_details_structure(ll_check *check) {
    const ll_tsx *tsx = check->facts->tsx;
    const ll_names *names = ll_facts_names(check->facts);
    uint32_t layout = check->facts->lesson->layout;
    if (layout == LL_LESSON_NONE)
        return;
    surrounding *inside = LL_ARENA_ARRAY(check->arena, surrounding, tsx->nodes.len + 1u);
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        surrounding around = around_of(tsx, i, inside);
        inside[i] = around;
        if (tsx->nodes.at[i].kind != LL_TSX_ELEMENT)
            continue;
        const ll_element_name *name = ll_names_at(names, i);
        inside[i] = i == layout ? OUTSIDE : below(name, around);
        judge_element(check, i, name, around);
    }
}
