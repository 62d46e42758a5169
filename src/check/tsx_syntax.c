/* tsx-syntax: the scanner could not go on. */
#include "check/checks.h"

void ll_check_tsx_syntax(ll_check *check) {
    const ll_tsx *tsx = check->facts->tsx;
    check->outcome.checked++;
    if (!tsx->fault)
        return;
    ll_value values[] = {{"problem", ll_view_of(tsx->fault)}, {0}};
    ll_check_report(check,
                    &(ll_report){.range = ll_lesson_range(tsx->fault_offset, tsx->fault_offset),
                                 .subject = ll_view_of(tsx->fault),
                                 .values = values});
}
