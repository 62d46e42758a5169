/* depth-disagrees: a concept that stands at one depth in Phase 1 and at another in Phase 2. */
#include "check/checks.h"

#include <stdlib.h>

/* What Phase 1 says of one concept: of its rows together, when it has several. */
typedef struct known_concept {
    ll_view key;
    const ll_concept *first;
    ll_depth low, high;
} known_concept;

typedef struct known_concepts {
    known_concept *at;
    uint32_t len;
} known_concepts;

static int compare(const void *a, const void *b) {
    const known_concept *one = a, *other = b;
    int order = ll_view_compare(one->key, other->key);
    if (order != 0)
        return order;
    return one->first < other->first ? -1 : one->first > other->first;
}

static int compare_keys(const void *key, const void *entry) {
    return ll_view_compare(*(const ll_view *)key, ((const known_concept *)entry)->key);
}

/* Rows of one concept become one entry that spans their depths. */
static void join_equal(known_concepts *known) {
    uint32_t len = 0;
    for (uint32_t i = 0; i < known->len; i++) {
        known_concept *last = len > 0 ? &known->at[len - 1] : NULL;
        if (!last || !ll_view_equal(last->key, known->at[i].key)) {
            known->at[len++] = known->at[i];
            continue;
        }
        last->low = known->at[i].low < last->low ? known->at[i].low : last->low;
        last->high = known->at[i].high > last->high ? known->at[i].high : last->high;
    }
    known->len = len;
}

/* Phase 1 stands before the prerequisites; concept tables behind them tell what the lesson adds. */
static void read_phase_1(ll_check *check, known_concepts *known) {
    const ll_plan *plan = check->facts->plan;
    known->at = LL_ARENA_ARRAY(check->arena, known_concept, plan->concepts.len);
    for (uint32_t i = 0; i < plan->concepts.len; i++) {
        const ll_concept *row = &plan->concepts.at[i];
        if (row->place.offset > plan->tables[LL_TABLE_PREREQUISITES].header.offset)
            break;
        ll_view key = ll_plan_concept_key(check->arena, row->name);
        if (row->depth.low != LL_DEPTH_UNKNOWN && key.len > 0)
            known->at[known->len++] = (known_concept){key, row, row->depth.low, row->depth.high};
    }
    qsort(known->at, known->len, sizeof *known->at, compare);
    join_equal(known);
}

static void report(ll_check *check, const ll_prerequisite *row, const known_concept *known) {
    ll_range phase_1 = ll_plan_range(known->first->place);
    ll_source *source = check->facts->sources[LL_DOCUMENT_PLAN];
    uint32_t line = ll_source_position(source, phase_1.offset).line;
    ll_value values[] = {{"concept", row->concept},
                         {"phase1", known->first->depth.text},
                         {"phase2", row->actual.text},
                         {"line", ll_arena_format(check->arena, "%u", line)},
                         {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(row->place),
                                        .subject = row->concept,
                                        .values = values,
                                        .related = {phase_1, LL_VIEW("Phase 1")}});
}

/* Cells that name several depths disagree only when they share none. */
void ll_check_depth_disagrees(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    known_concepts known = {0};
    read_phase_1(check, &known);
    for (uint32_t i = 0; i < plan->prerequisites.len && known.len > 0; i++) {
        const ll_prerequisite *row = &plan->prerequisites.at[i];
        if (row->actual.low == LL_DEPTH_UNKNOWN)
            continue;
        ll_view key = ll_plan_concept_key(check->arena, row->concept);
        const known_concept *found =
            bsearch(&key, known.at, known.len, sizeof *known.at, compare_keys);
        if (!found)
            continue;
        check->outcome.checked++;
        if (found->high < row->actual.low || found->low > row->actual.high)
            report(check, row, found);
    }
}
