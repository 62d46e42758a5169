/* prerequisite-row-malformed: a depth or status cell that holds no word known there. */
#include "check/checks.h"

static void report(ll_check *check, const ll_prerequisite *row, const char *column, ll_view cell) {
    ll_value values[] = {
        {"concept", row->concept}, {"column", ll_view_of(column)}, {"cell", cell}, {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(row->place),
                                        .subject = row->concept,
                                        .values = values});
}

/* One finding a row: a shifted column puts several cells out of place at once. */
void ll_check_prerequisite_row_malformed(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    for (uint32_t i = 0; i < plan->prerequisites.len; i++) {
        const ll_prerequisite *row = &plan->prerequisites.at[i];
        check->outcome.checked++;
        if (!row->required.known)
            report(check, row, "Required Depth", row->required.text);
        else if (!row->actual.known)
            report(check, row, "Actual Depth", row->actual.text);
        else if (row->status == LL_STATUS_MALFORMED)
            report(check, row, "Status", row->status_text);
    }
}
