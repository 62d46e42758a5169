/* notebook-missing: the plan wants a notebook, and the lesson does not lead to one. */
#include "check/checks.h"

static void report(ll_check *check, ll_place place, ll_view name, const char *kind) {
    ll_view shown = name.len > 0 ? ll_arena_format(check->arena, "`%.*s`", LL_VIEW_ARG(name))
                                 : LL_VIEW("a notebook");
    ll_value values[] = {{"notebook", shown}, {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(place),
                                        .subject = name.len > 0 ? name : LL_VIEW("notebook"),
                                        .kind = kind,
                                        .values = values});
}

static bool is_linked(const ll_notebook_links *links, ll_view name) {
    for (uint32_t i = 0; i < links->all.len; i++)
        if (ll_view_equal(links->all.at[i].name, name))
            return true;
    return false;
}

void ll_check_notebook_missing(ll_check *check) {
    ll_facts *facts = check->facts;
    const ll_notebook *notebook = &facts->plan->notebook;
    if (notebook->planned.length == 0 || notebook->denied.length > 0 ||
        facts->lesson->layout == LL_LESSON_NONE)
        return;
    const ll_notebook_links *links = ll_facts_notebook_links(facts);
    check->outcome.checked++;
    if (links->all.len == 0 && !links->hidden) {
        ll_view name = notebook->names.len > 0 ? notebook->names.at[0].name : (ll_view){0};
        report(check, notebook->planned, name, "no-link");
        return;
    }
    /* A link to a file that is not there is notebook-link-broken. */
    for (uint32_t i = 0; i < notebook->names.len; i++) {
        const ll_notebook_name *named = &notebook->names.at[i];
        if (ll_facts_notebook_exists(facts, named->name) == LL_NO && !is_linked(links, named->name))
            report(check, named->place, named->name, "no-file");
    }
}
