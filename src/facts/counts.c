/* The numbers that a rule of the kind `count` can ask for. */
#include "facts/reading.h"

#include <assert.h>

static uint32_t misconceptions(const ll_plan *plan) {
    return plan->misconceptions.len;
}

static uint32_t prerequisites(const ll_plan *plan) {
    return plan->prerequisites.len;
}

/* Distinct families: two rows of one family are one modality. */
static uint32_t modality_families(const ll_plan *plan) {
    unsigned families = 0;
    for (uint32_t i = 0; i < plan->modalities.len; i++)
        families |= plan->modalities.at[i].families;
    uint32_t count = 0;
    for (; families; families &= families - 1)
        count++;
    return count;
}

static uint32_t positive_examples(const ll_plan *plan) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < plan->examples.len; i++)
        count += plan->examples.at[i].positive;
    return count;
}

static uint32_t negative_examples(const ll_plan *plan) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < plan->examples.len; i++)
        count += plan->examples.at[i].negative;
    return count;
}

static uint32_t outline_items(const ll_plan *plan) {
    return plan->outline.len;
}

/* The entries of the first SummaryBlock, judged at its tag. */
static ll_counted summary_items(const ll_facts *facts) {
    ll_counted counted = {.unseen = true, .document = LL_DOCUMENT_LESSON};
    const ll_tsx *tsx = facts->tsx;
    for (uint32_t i = 0; facts->lesson->layout != LL_LESSON_NONE && i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_ELEMENT && ll_tsx_is(tsx, i, LL_VIEW("SummaryBlock"))) {
            const ll_tsx_node *node = &tsx->nodes.at[i];
            counted.place = (ll_place){node->start, node->lead_end - node->start};
            ll_length_seen seen = ll_facts_prop_length(facts, i, LL_VIEW("items"), &counted.number);
            counted.unseen = seen == LL_LENGTH_UNSEEN;
            counted.at_least = seen == LL_LENGTH_AT_LEAST;
            break;
        }
    return counted;
}

/* One row a number of the plan, sorted by name; a new one is a function and a row here. It is
 * judged at the header row of its table, or at the start of the document when it has none. */
#define NUMBERS(ROW)                                                                               \
    ROW("plan.examples.negative", negative_examples, LL_TABLE_EXAMPLES)                            \
    ROW("plan.examples.positive", positive_examples, LL_TABLE_EXAMPLES)                            \
    ROW("plan.misconceptions", misconceptions, LL_TABLE_MISCONCEPTIONS)                            \
    ROW("plan.modalities", modality_families, LL_TABLE_MODALITIES)                                 \
    ROW("plan.outline", outline_items, LL_TABLE_KINDS)                                             \
    ROW("plan.prerequisites", prerequisites, LL_TABLE_PREREQUISITES)

#define NAME(name, count, table) name,
#define NUMBER(name, count, table) {count, table},

/* The numbers of the lesson come first: it has but one. */
static const char *const names[] = {"lesson.summary", NUMBERS(NAME)};

static const struct {
    uint32_t (*count)(const ll_plan *plan);
    ll_table_kind table;
} numbers[] = {{0}, NUMBERS(NUMBER)};

enum { LESSON_SUMMARY, COUNT = sizeof numbers / sizeof *numbers };

static int find(ll_view name) {
    for (int i = 0; i < COUNT; i++)
        if (ll_view_equal(ll_view_of(names[i]), name))
            return i;
    return -1;
}

bool ll_facts_countable(ll_view name) {
    return find(name) >= 0;
}

ll_counted ll_facts_count(const ll_facts *facts, ll_view name) {
    int index = find(name);
    assert(index >= 0 && (index == LESSON_SUMMARY ? facts->lesson != NULL : facts->plan != NULL));
    if (index == LESSON_SUMMARY)
        return summary_items(facts);
    ll_counted counted = {.number = numbers[index].count(facts->plan)};
    ll_table_kind table = numbers[index].table;
    if (table != LL_TABLE_KINDS && facts->plan->tables[table].found)
        counted.place = facts->plan->tables[table].header;
    return counted;
}

const char *const *ll_facts_count_names(size_t *count) {
    *count = COUNT;
    return names;
}
