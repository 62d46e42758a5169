/* outline-order: an item of the outline that stands far from its place in the lesson. */
#include "check/checks.h"

#include <stdlib.h>

/* An item that was found, and where. */
typedef struct placed {
    const ll_outline_item *item;
    uint32_t element, start; /* in the lesson */
    uint32_t planned, built; /* how many stand before it */
    bool kept;               /* it stands in order with most of the others */
} placed;

typedef LL_ARRAY(placed) placed_list;

static uint32_t start_of(const ll_lesson *lesson, uint32_t element) {
    uint32_t row = ll_lesson_row_at(lesson, element);
    return lesson->tsx->nodes.at[row == LL_LESSON_NONE ? element : lesson->rows.at[row].element]
        .start;
}

static void gather(ll_check *check, placed_list *list) {
    const ll_plan *plan = check->facts->plan;
    double least = ll_check_number(check, LL_VIEW("matched"));
    for (uint32_t i = 0; i < plan->outline.len; i++) {
        ll_outline_match match = ll_facts_outline(check->facts, &plan->outline.at[i]);
        /* Where a helper stands in the file is not where it is shown. */
        if (match.typed || match.element == LL_TSX_NONE || match.share < least ||
            !ll_lesson_in_root(check->facts->lesson, match.element))
            continue;
        placed found = {.item = &plan->outline.at[i],
                        .element = match.element,
                        .start = start_of(check->facts->lesson, match.element),
                        .planned = list->len};
        LL_ARRAY_PUSH(check->arena, list, found);
    }
}

static int compare_built(const void *left, const void *right) {
    const placed *a = *(placed *const *)left, *b = *(placed *const *)right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return a->planned < b->planned ? -1 : a->planned > b->planned;
}

static void number_built(ll_check *check, const placed_list *list) {
    placed **order = LL_ARENA_ARRAY(check->arena, placed *, list->len);
    for (uint32_t i = 0; i < list->len; i++)
        order[i] = &list->at[i];
    qsort(order, list->len, sizeof *order, compare_built);
    for (uint32_t i = 0; i < list->len; i++)
        order[i]->built = i;
}

/* Marks a longest run of items that stand in order: the others are those that were moved. */
static void mark_kept(ll_check *check, const placed_list *list) {
    uint32_t *ends = LL_ARENA_ARRAY(check->arena, uint32_t, list->len); /* by length, less one */
    uint32_t *before = LL_ARENA_ARRAY(check->arena, uint32_t, list->len), longest = 0;
    for (uint32_t i = 0; i < list->len; i++) {
        uint32_t low = 0, high = longest;
        while (low < high) {
            uint32_t middle = low + (high - low) / 2;
            if (list->at[ends[middle]].built < list->at[i].built)
                low = middle + 1;
            else
                high = middle;
        }
        before[i] = low > 0 ? ends[low - 1] : UINT32_MAX;
        ends[low] = i;
        longest = low == longest ? longest + 1 : longest;
    }
    for (uint32_t at = ends[longest - 1]; at != UINT32_MAX; at = before[at])
        list->at[at].kept = true;
}

static void report(ll_check *check, const placed *found, uint32_t places) {
    ll_value values[] = {
        {"item", found->item->title},
        {"places", ll_arena_format(check->arena, "%u", places)},
        {"direction", found->built < found->planned ? LL_VIEW("earlier") : LL_VIEW("later")},
        {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(found->item->place),
                                        .subject = found->item->title,
                                        .values = values,
                                        .related = {ll_tag_range(check->facts->tsx, found->element),
                                                    LL_VIEW("the item in the lesson")}});
}

void ll_check_outline_order(ll_check *check) {
    if (check->facts->lesson->layout == LL_LESSON_NONE)
        return;
    placed_list list = {0};
    gather(check, &list);
    check->outcome.checked += list.len;
    if (list.len == 0)
        return;
    number_built(check, &list);
    mark_kept(check, &list);
    double most = ll_check_number(check, LL_VIEW("max"));
    for (uint32_t i = 0; i < list.len; i++) {
        const placed *found = &list.at[i];
        uint32_t places = found->built > found->planned ? found->built - found->planned
                                                        : found->planned - found->built;
        if (!found->kept && places > most)
            report(check, found, places);
    }
}
