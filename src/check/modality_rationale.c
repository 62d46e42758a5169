/* modality-rationale: a planned modality without a reason. */
#include "check/checks.h"

enum { WHY_COLUMN = 2 };

void ll_check_modality_rationale(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    if (!(plan->tables[LL_TABLE_MODALITIES].columns >> WHY_COLUMN & 1))
        return;
    for (uint32_t i = 0; i < plan->modalities.len; i++) {
        const ll_modality *row = &plan->modalities.at[i];
        check->outcome.checked++;
        if (!ll_plan_is_nothing(row->why))
            continue;
        ll_value values[] = {{"modality", row->name}, {0}};
        ll_check_report(check, &(ll_report){.range = ll_plan_range(row->place),
                                            .subject = row->name,
                                            .values = values});
    }
}
