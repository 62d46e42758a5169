/* checklist-unchecked: an item of a checklist that is not ticked. */
#include "check/checks.h"

void ll_check_checklist_unchecked(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    for (uint32_t i = 0; i < plan->checklist.len; i++) {
        const ll_checklist_item *item = &plan->checklist.at[i];
        check->outcome.checked++;
        if (item->ticked)
            continue;
        ll_view text = ll_markdown_plain(check->arena, item->text);
        ll_value values[] = {{"item", text}, {0}};
        ll_check_report(
            check,
            &(ll_report){.range = ll_plan_range(item->place), .subject = text, .values = values});
    }
}
