/* block-duplicate: a block that a lesson has once stands in it again. */
#include "check/checks.h"
#include "facts/names.h"
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
    const ll_names *names = ll_facts_names(check->facts);
    bool seen[ONCE] = {false};
    uint32_t numbers[ONCE];
    for (size_t k = 0; k < ONCE; k++)
        numbers[k] = ll_facts_find_name(check->facts, once[k]);
    for (uint32_t i = 0; i < reading->elements.len; i++) {
        const ll_read *read = &reading->elements.at[i];
        if (read->element == LL_TSX_NONE || read->conditional)
            continue;
        for (size_t k = 0; k < ONCE; k++) {
            if (names->of_node[read->element] != numbers[k])
                continue;
            check->outcome.checked += !seen[k];
            if (seen[k])
                report(check, read->element);
            seen[k] = true;
        }
    }
}
