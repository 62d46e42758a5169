/* checklist-contradiction: a ticked item whose number or promise the plan's own tables contradict.
 */
#include "check/checks.h"

static uint32_t count_positive(const ll_plan *plan) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < plan->examples.len; i++)
        count += plan->examples.at[i].positive;
    return count;
}

static uint32_t count_negative(const ll_plan *plan) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < plan->examples.len; i++)
        count += plan->examples.at[i].negative;
    return count;
}

static const ll_prerequisite *first_gap(const ll_plan *plan) {
    for (uint32_t i = 0; i < plan->prerequisites.len; i++)
        if (plan->prerequisites.at[i].status == LL_STATUS_GAP ||
            plan->prerequisites.at[i].status == LL_STATUS_MISSING)
            return &plan->prerequisites.at[i];
    return NULL;
}

/* What the tables say, counted once for all items. */
typedef struct plan_counts {
    uint32_t misconceptions, modalities, examples, positive, negative;
    const ll_prerequisite *gap;
} plan_counts;

typedef struct judgement {
    const char *kind; /* of the contradiction; NULL: there is none */
    bool judged;      /* the table is there */
    uint32_t number;  /* what it counts */
} judgement;

static judgement compare(const ll_claim *claim, const char *kind, bool found, uint32_t low,
                         uint32_t high) {
    bool differs = found && (claim->high < low || claim->low > high);
    return (judgement){differs ? kind : NULL, found, high};
}

static judgement judge(const ll_plan *plan, const plan_counts *tables, const ll_claim *claim) {
    const ll_table_place *places = plan->tables;
    judgement answer;
    switch (claim->kind) {
    case LL_CLAIM_MISCONCEPTIONS:
        return compare(claim, "misconceptions", places[LL_TABLE_MISCONCEPTIONS].found,
                       tables->misconceptions, tables->misconceptions);
    case LL_CLAIM_MODALITIES:
        return compare(claim, "modalities", places[LL_TABLE_MODALITIES].found, tables->modalities,
                       tables->modalities);
    case LL_CLAIM_NEW_CONCEPTS:
        return compare(claim, "new-concepts", plan->has_new_concepts && !plan->new_concepts_more,
                       plan->new_concepts_low, plan->new_concepts);
    case LL_CLAIM_EXAMPLES:
        /* An item that counts the kinds it names rightly may leave out a further kind. */
        answer = compare(claim, "examples", places[LL_TABLE_EXAMPLES].found, tables->examples,
                         tables->examples);
        if (claim->positive == tables->positive && claim->negative == tables->negative)
            answer.kind = NULL;
        return answer;
    case LL_CLAIM_NO_GAPS:
    default:
        answer.judged = places[LL_TABLE_PREREQUISITES].found;
        answer.kind = tables->gap ? "gaps" : NULL;
        answer.number = 0;
        return answer;
    }
}

static void report(ll_check *check, const ll_claim *claim, const judgement *answer,
                   const plan_counts *tables) {
    const ll_checklist_item *item = &check->facts->plan->checklist.at[claim->item];
    ll_view text = ll_markdown_plain(check->arena, item->text);
    ll_view claimed = claim->low == claim->high
                          ? ll_arena_format(check->arena, "%u", claim->low)
                          : ll_arena_format(check->arena, "%u-%u", claim->low, claim->high);
    ll_related gap = {0};
    if (claim->kind == LL_CLAIM_NO_GAPS && tables->gap)
        gap = (ll_related){ll_plan_range(tables->gap->place), LL_VIEW("the gap")};
    ll_value values[] = {{"item", text},
                         {"claimed", claimed},
                         {"number", ll_arena_format(check->arena, "%u", answer->number)},
                         {"gap", tables->gap ? tables->gap->concept : LL_VIEW("")},
                         {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(item->place),
                                        .subject = text,
                                        .kind = answer->kind,
                                        .values = values,
                                        .related = gap});
}

/* One finding an item. */
void ll_check_checklist_contradiction(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    plan_counts tables = {plan->misconceptions.len, plan->modalities.len, plan->examples.len,
                          count_positive(plan),     count_negative(plan), first_gap(plan)};
    uint32_t reported = UINT32_MAX;
    for (uint32_t i = 0; i < plan->claims.len; i++) {
        const ll_claim *claim = &plan->claims.at[i];
        judgement answer = judge(plan, &tables, claim);
        check->outcome.checked += answer.judged;
        if (!answer.kind || claim->item == reported)
            continue;
        report(check, claim, &answer, &tables);
        reported = claim->item;
    }
}
