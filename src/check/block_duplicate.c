/* block-duplicate: a block that a lesson has once stands in it again. */
#include "check/checks.h"
#include "facts/names.h"
#include "facts/reading.h"

static const ll_view once[] = {LL_VIEW_INIT("LessonHeader"), LL_VIEW_INIT("ObjectiveBlock"),
                               LL_VIEW_INIT("ConstraintBlock"), LL_VIEW_INIT("SummaryBlock")};

enum { ONCE = sizeof once / sizeof *once };

static void report(ll_check *check, uint32_t element, size_t block) {
    ll_value values[] = {{"block", once[block]}, {0}};
    ll_check_report(
        check, &(ll_report){.range = ll_tag_range(check->facts->tsx, element), .values = values});
}

static bool is_in_layout(const ll_facts *facts, uint32_t element) {
    uint32_t layout = facts->lesson->layout;
    return element > layout && element < facts->tsx->nodes.at[layout].after;
}

/* Of blocks behind conditions only one may be shown: they are not counted. A block of a component
 * that is used again stands in the source once: the second use is one too many. */
void ll_check_block_duplicate(ll_check *check) {
    const ll_reading *reading = ll_facts_reading(check->facts);
    const ll_names *names = ll_facts_names(check->facts);
    uint32_t seen[ONCE], numbers[ONCE], use = LL_TSX_NONE;
    for (size_t k = 0; k < ONCE; k++) {
        seen[k] = LL_TSX_NONE;
        numbers[k] = ll_facts_find_name(check->facts, once[k]);
    }
    for (uint32_t i = 0; i < reading->elements.len; i++) {
        const ll_read *read = &reading->elements.at[i];
        if (read->element == LL_TSX_NONE || read->conditional)
            continue;
        if (read->opened && is_in_layout(check->facts, read->element))
            use = read->element;
        for (size_t k = 0; k < ONCE; k++) {
            if (names->of_node[read->element] != numbers[k])
                continue;
            check->outcome.checked += seen[k] == LL_TSX_NONE;
            if (seen[k] != LL_TSX_NONE)
                report(check, seen[k] == read->element ? use : read->element, k);
            seen[k] = read->element;
        }
    }
}
