/* notebook-name: a notebook is not named by module and lesson, or plan and link name two files. */
#include "base/buffer.h"
#include "check/checks.h"

/* "4-1-2" for lesson 2 of module 4.1; empty when the plan does not give both. */
static ll_view prefix_of(ll_arena *arena, const ll_plan *plan) {
    if (plan->module.len == 0 || plan->lesson_number == 0)
        return (ll_view){0};
    ll_buffer text = {.arena = arena, .most = 256};
    for (size_t i = 0; i < plan->module.len; i++) {
        char c = plan->module.ptr[i];
        ll_buffer_add(&text, (ll_view){c == '.' ? "-" : &plan->module.ptr[i], 1});
    }
    ll_buffer_add(&text, ll_arena_format(arena, "-%u", plan->lesson_number));
    return ll_buffer_view(&text);
}

static bool has_prefix(ll_view name, ll_view prefix) {
    return ll_view_starts(name, prefix) && prefix.len < name.len &&
           strchr("-_.", name.ptr[prefix.len]);
}

/* The first notebook that exists under the lesson's number; empty when none is known. */
static ll_view numbered(const ll_facts *facts, ll_view prefix) {
    for (uint32_t i = 0; facts->around.knows_notebooks && i < facts->around.notebook_count; i++) {
        ll_view name = ll_view_file_name(facts->around.notebooks[i]);
        if (has_prefix(name, prefix))
            return name;
    }
    return (ll_view){0};
}

static void report(ll_check *check, ll_place place, ll_view name, ll_view expected, ll_view other,
                   const char *kind, const ll_notebook_link *link) {
    ll_related related = {0};
    if (link)
        related = (ll_related){{link->document, link->start, link->end - link->start},
                               LL_VIEW("the link")};
    ll_value values[] = {{"notebook", name}, {"expected", expected}, {"other", other}, {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(place),
                                        .subject = name,
                                        .kind = kind,
                                        .values = values,
                                        .related = related});
}

/* A name without the lesson's number: which file it should be is known when one has that number. */
static void report_number(ll_check *check, ll_place place, ll_view name, ll_view prefix,
                          const char *const kinds[2], const ll_notebook_link *link) {
    ll_view other = numbered(check->facts, prefix);
    report(check, place, name, prefix, other, kinds[other.len > 0], link);
}

static const ll_notebook_name *named(const ll_notebook *notebook, ll_view name) {
    for (uint32_t i = 0; i < notebook->names.len; i++)
        if (ll_view_equal(notebook->names.at[i].name, name))
            return &notebook->names.at[i];
    return NULL;
}

/* The first link to a file that the plan does not name; NULL when one leads to a file that it
 * names, or may do so. */
static const ll_notebook_link *differing(const ll_notebook *notebook,
                                         const ll_notebook_links *links) {
    const ll_notebook_link *found = NULL;
    for (uint32_t i = 0; i < links->all.len; i++) {
        const ll_notebook_link *link = &links->all.at[i];
        if (link->name.len == 0 || named(notebook, link->name))
            return NULL;
        if (!found)
            found = link;
    }
    return links->hidden ? NULL : found;
}

/* Without a name in the plan the link is judged; one of someone else's course has its own name. */
static void judge_links(ll_check *check, const ll_notebook_links *links, ll_view prefix) {
    const ll_plan *plan = check->facts->plan;
    const ll_notebook_link *wrong = NULL;
    for (uint32_t i = 0; i < links->all.len; i++) {
        const ll_notebook_link *link = &links->all.at[i];
        if (has_prefix(link->name, prefix))
            return;
        bool own = ll_facts_notebook_is_own(check->facts, link) ||
                   (link->name.len > 0 && plan->slug.len > 0 &&
                    ll_view_find_nocase(link->name, plan->slug, 0) != LL_VIEW_NONE);
        if (own && !wrong)
            wrong = link;
    }
    static const char *const kinds[2] = {"link", "link-other"};
    if (wrong)
        report_number(check, plan->number_place, wrong->name, prefix, kinds, wrong);
}

static bool fits(ll_view name, ll_view prefix) {
    return prefix.len > 0 && has_prefix(name, prefix);
}

/* Which of plan and link is wrong: of two files the one that does not exist, else the one without
 * the lesson's number. */
static const char *kind_of_difference(const ll_facts *facts, ll_view planned, ll_view linked,
                                      ll_view prefix) {
    bool knows = facts->around.knows_notebooks;
    bool has_planned = knows && ll_facts_notebook_exists(facts, planned) == LL_YES;
    bool has_linked = knows && ll_facts_notebook_exists(facts, linked) == LL_YES;
    if (has_planned != has_linked)
        return has_planned ? "link-missing" : "plan-missing";
    if (fits(planned, prefix) != fits(linked, prefix))
        return fits(planned, prefix) ? "link-number" : "plan-number";
    return "differs";
}

/* Names of the plan without the number of the lesson; the link that differs says so itself when it
 * has the number. */
static void judge_names(ll_check *check, const ll_notebook *notebook, ll_view prefix,
                        const ll_notebook_link *other) {
    static const char *const kinds[2] = {"prefix", "prefix-other"};
    for (uint32_t i = 0; i < notebook->names.len; i++) {
        const ll_notebook_name *one = &notebook->names.at[i];
        bool again = named(notebook, one->name) != one;
        bool said = i == 0 && other && fits(other->name, prefix);
        if (!again && !said && !has_prefix(one->name, prefix))
            report_number(check, one->place, one->name, prefix, kinds, NULL);
    }
}

void ll_check_notebook_name(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    const ll_notebook *notebook = &plan->notebook;
    ll_view prefix = prefix_of(check->arena, plan);
    const ll_notebook_links *links =
        check->facts->lesson ? ll_facts_notebook_links(check->facts) : NULL;
    bool planned = notebook->names.len > 0, linked = links && links->all.len > 0;
    check->outcome.checked += prefix.len > 0 ? planned || linked : planned && linked;
    const ll_notebook_link *other = links && planned ? differing(notebook, links) : NULL;
    if (prefix.len > 0)
        judge_names(check, notebook, prefix, other);
    if (links && !planned && prefix.len > 0)
        judge_links(check, links, prefix);
    if (!other)
        return;
    const ll_notebook_name *first = &notebook->names.at[0];
    report(check, first->place, first->name, other->name, prefix,
           kind_of_difference(check->facts, first->name, other->name, prefix), other);
}
