/* block-order: the blocks of the frame in their order. Only their order among each other and to the
 * sections is judged; cards, pictures and asides between them are nobody's matter. */
#include "check/checks.h"
#include "facts/apart.h"
#include "facts/names.h"
#include "facts/reading.h"

typedef enum block {
    HEADER,
    OBJECTIVE,
    CONSTRAINTS,
    SECTION,
    SUMMARY,
    NEXT_STEP,
    REFERENCES,
    MODULE_END,
    BLOCKS
} block;

static const ll_view names[BLOCKS] = {
    [HEADER] = LL_VIEW_INIT("LessonHeader"),
    [OBJECTIVE] = LL_VIEW_INIT("ObjectiveBlock"),
    [CONSTRAINTS] = LL_VIEW_INIT("ConstraintBlock"),
    [SECTION] = LL_VIEW_INIT("SectionHeader"),
    [SUMMARY] = LL_VIEW_INIT("SummaryBlock"),
    [NEXT_STEP] = LL_VIEW_INIT("NextStepBlock"),
    [REFERENCES] = LL_VIEW_INIT("ReferencesBlock"),
    [MODULE_END] = LL_VIEW_INIT("ModuleCompleteBlock"),
};

/* The first of each block, by its place in the reading; LL_LESSON_NONE: it is not there. */
typedef struct firsts {
    uint32_t at[BLOCKS];
} firsts;

static firsts find_firsts(ll_facts *facts, const ll_reading *reading) {
    firsts found;
    uint32_t numbers[BLOCKS];
    for (int k = 0; k < BLOCKS; k++)
        numbers[k] = ll_facts_find_name(facts, names[k]);
    memset(&found, 0xFF, sizeof found); /* LL_LESSON_NONE */
    for (uint32_t i = 0; i < reading->elements.len; i++) {
        uint32_t element = reading->elements.at[i].element;
        for (int k = 0; element != LL_TSX_NONE && k < BLOCKS; k++)
            if (found.at[k] == LL_LESSON_NONE && facts->names->of_node[element] == numbers[k])
                found.at[k] = i;
    }
    return found;
}

static bool are_apart(const ll_facts *facts, const firsts *found, block a, block b) {
    const ll_read *reads = facts->reading->elements.at;
    return found->at[a] != LL_LESSON_NONE && found->at[b] != LL_LESSON_NONE &&
           ll_facts_are_apart(facts->tsx, reads[found->at[a]].element, reads[found->at[b]].element);
}

/* Whether block `k` is shown before `what`. One that is shown instead of it, or instead of a block
 * that belongs before it, is of another page. */
static bool is_before(const ll_facts *facts, const firsts *found, block k, block what) {
    if (found->at[k] >= found->at[what])
        return false;
    for (int other = 0; other <= (int)what; other++)
        if (are_apart(facts, found, k, (block)other))
            return false;
    return true;
}

/* The first block that stands before `what` but does not belong there, or BLOCKS. */
static block intruder(const ll_facts *facts, const firsts *found, block what) {
    block first = BLOCKS;
    for (int k = (int)what + 1; k < BLOCKS; k++) {
        bool before = is_before(facts, found, (block)k, what);
        if (before && (first == BLOCKS || found->at[k] < found->at[first]))
            first = (block)k;
    }
    return first;
}

void ll_check_block_order(ll_check *check) {
    static const struct {
        block what;
        const char *kind;
    } judged[] = {{HEADER, "header"},
                  {OBJECTIVE, "objective"},
                  {CONSTRAINTS, "constraints"},
                  {NEXT_STEP, "next"}};
    const ll_tsx *tsx = check->facts->tsx;
    const ll_reading *reading = ll_facts_reading(check->facts);
    firsts found = find_firsts(check->facts, reading);
    for (size_t i = 0; i < sizeof judged / sizeof *judged; i++) {
        block what = judged[i].what;
        if (found.at[what] == LL_LESSON_NONE)
            continue;
        bool next = what == NEXT_STEP;
        if (next && found.at[SUMMARY] == LL_LESSON_NONE)
            continue;
        check->outcome.checked++;
        block before = next ? SUMMARY : intruder(check->facts, &found, what);
        bool in_order =
            found.at[SUMMARY] < found.at[what] || are_apart(check->facts, &found, SUMMARY, what);
        if (next ? in_order : before == BLOCKS)
            continue;
        ll_value values[] = {{"block", names[what]}, {"before", names[before]}, {0}};
        ll_check_report(check, &(ll_report){.range = ll_tag_range(
                                                tsx, reading->elements.at[found.at[what]].element),
                                            .kind = judged[i].kind,
                                            .values = values});
    }
}
