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

/* What is around an element, as far as it decides whether a `summary` is in place. */
typedef enum surrounding { OUTSIDE, IN_DETAILS, IN_UNKNOWN } surrounding;

/* A component that is no plain block may be a `details` itself; so may, at the top of a helper, the
 * place where it is used. */
static surrounding below(const ll_element_name *parent, surrounding around_parent) {
    if (around_parent == IN_DETAILS || ll_view_equal(parent->name, DETAILS))
        return IN_DETAILS;
    return parent->plain || parent->host ? around_parent : IN_UNKNOWN;
}

void ll_check_details_structure(ll_check *check) {
    const ll_tsx *tsx = check->facts->tsx;
    const ll_lesson *lesson = check->facts->lesson;
    const ll_elements *elements = ll_facts_elements(check->facts);
    const ll_names *names = ll_facts_names(check->facts);
    uint32_t details = ll_facts_find_name(check->facts, DETAILS);
    uint32_t summary = ll_facts_find_name(check->facts, SUMMARY);
    surrounding *around = LL_ARENA_ARRAY(check->arena, surrounding, tsx->nodes.len + 1u);
    for (uint32_t i = 0; i < names->elements.len; i++) {
        uint32_t node = names->elements.at[i].node, name = names->elements.at[i].name;
        uint32_t parent = elements->parent[node];
        if (parent != LL_TSX_NONE)
            around[node] = below(ll_names_at(names, parent), around[parent]);
        else
            around[node] = ll_lesson_in_root(lesson, node) ? OUTSIDE : IN_UNKNOWN;
        if (name == details) {
            check->outcome.checked++;
            judge_details(check, node);
        } else if (name == summary && around[node] == OUTSIDE) {
            report(check, node, "astray");
        }
    }
}
