/* block-duplicate: a block that a lesson has once stands in it again. */
#include "check/checks.h"
#include "facts/reading.h"

static const ll_view once[] = {LL_VIEW_INIT("LessonHeader"), LL_VIEW_INIT("ObjectiveBlock"),
                               LL_VIEW_INIT("ConstraintBlock"), LL_VIEW_INIT("SummaryBlock")};

enum { ONCE = sizeof once / sizeof *once };

static void report(ll_check *check, uint32_t element) {
    ll_value values[] = {{"block", ll_tsx_lead(check->facts->tsx, element)}, {0}};
    ll_check_report(
        check, &(ll_report){.range = ll_tag_range(check->facts->tsx, element), .values = values});
}

/* Of blocks behind conditions only one may be shown: they are not counted. */
void ll_check_block_duplicate(ll_check *check) {
    const ll_reading *reading = ll_facts_reading(check->facts);
    bool seen[ONCE] = {false};
    for (uint32_t i = 0; i < reading->elements.len; i++) {
        const ll_read *read = &reading->elements.at[i];
        if (read->element == LL_TSX_NONE || read->conditional)
            continue;
        for (size_t k = 0; k < ONCE; k++) {
            if (!ll_tsx_is(check->facts->tsx, read->element, once[k]))
                continue;
            check->outcome.checked += !seen[k];
            if (seen[k])
                report(check, read->element);
            seen[k] = true;
        }
    }
}
