/* notebook-plan-unclear: the plan names a notebook, and says that there is none. */
#include "check/checks.h"

void ll_check_notebook_plan_unclear(ll_check *check) {
    const ll_notebook *notebook = &check->facts->plan->notebook;
    if (notebook->names.len == 0)
        return;
    check->outcome.checked++;
    if (notebook->denied.length == 0)
        return;
    const ll_notebook_name *named = &notebook->names.at[0];
    ll_related related = {ll_plan_range(notebook->denied), LL_VIEW("says that there is none")};
    ll_value values[] = {{"notebook", named->name}, {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(named->place),
                                        .subject = named->name,
                                        .values = values,
                                        .related = related});
}
