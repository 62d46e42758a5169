/* aside-planned-absent: an item planned with an aside, and no aside in its section. */
#include "check/checks.h"

typedef struct asides {
    const ll_lesson *lesson;
    const ll_tsx *tsx;
    bool *holding;              /* by declaration: has an aside */
    LL_ARRAY(uint32_t) offsets; /* of what is or may be an aside, rising */
} asides;

static bool is_aside(const ll_tsx *tsx, uint32_t node) {
    return tsx->nodes.at[node].kind == LL_TSX_ELEMENT &&
           ll_lesson_row_part(ll_tsx_lead(tsx, node)) == LL_ROW_PART_ASIDE;
}

/* What an imported component draws where an aside may stand cannot be seen. */
static bool may_be_aside(const asides *in, ll_facts *facts, uint32_t node) {
    ll_view name = ll_tsx_lead(in->tsx, node);
    if (ll_tsx_is_host(in->tsx, node) || ll_facts_is_plain_block(name))
        return false;
    uint32_t component = ll_lesson_component(in->lesson, name);
    if (component != LL_LESSON_NONE)
        return in->holding[in->lesson->components.at[component].declaration];
    uint32_t parent = ll_facts_elements(facts)->parent[node];
    ll_row_part part =
        parent == LL_TSX_NONE ? LL_ROW_PART_NONE : ll_lesson_row_part(ll_tsx_lead(in->tsx, parent));
    return parent == in->lesson->layout || part == LL_ROW_PART_ROW;
}

/* A helper may use a helper that has the aside: twice over is as deep as lessons go. */
static void mark_helpers(const asides *in, ll_facts *facts) {
    for (uint32_t i = 0; i < in->tsx->nodes.len; i++) {
        if (in->tsx->nodes.at[i].kind != LL_TSX_ELEMENT)
            continue;
        uint32_t own = ll_tsx_declaration_of(in->tsx, i);
        if (own != LL_TSX_NONE && (is_aside(in->tsx, i) || may_be_aside(in, facts, i)))
            in->holding[own] = true;
    }
}

static void gather(asides *in, ll_check *check) {
    ll_facts *facts = check->facts;
    in->holding = LL_ARENA_ARRAY(check->arena, bool, in->tsx->declarations.len + 1);
    mark_helpers(in, facts);
    mark_helpers(in, facts);
    for (uint32_t i = 0; i < in->tsx->nodes.len; i++)
        if (is_aside(in->tsx, i) ||
            (in->tsx->nodes.at[i].kind == LL_TSX_ELEMENT && may_be_aside(in, facts, i)))
            LL_ARRAY_PUSH(check->arena, &in->offsets, in->tsx->nodes.at[i].start);
}

static bool is_between(const asides *in, uint32_t start, uint32_t end) {
    uint32_t low = 0, high = in->offsets.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (in->offsets.at[middle] < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < in->offsets.len && in->offsets.at[low] < end;
}

/* From the header above a place of the layout to the next one. */
static void section_around(const asides *in, uint32_t element, uint32_t *start, uint32_t *end) {
    const ll_tsx_node *layout = &in->tsx->nodes.at[in->lesson->layout];
    uint32_t offset = in->tsx->nodes.at[element].start, low = 0, high = in->lesson->sections.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (in->lesson->sections.at[middle].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    *start = layout->start;
    *end = layout->end;
    if (low > 0 && in->lesson->sections.at[low - 1].start > *start)
        *start = in->lesson->sections.at[low - 1].start;
    if (low < in->lesson->sections.len && in->lesson->sections.at[low].start < *end)
        *end = in->lesson->sections.at[low].start;
}

/* A place that is sure: the block itself, or a header with the item's title. */
static bool is_sure(const asides *in, const ll_outline_match *match) {
    if (match->element == LL_TSX_NONE || match->score > 0 || match->element == in->lesson->layout)
        return false;
    const ll_tsx_node *layout = &in->tsx->nodes.at[in->lesson->layout];
    const ll_tsx_node *node = &in->tsx->nodes.at[match->element];
    return node->start > layout->start && node->end < layout->end &&
           (match->typed || match->share >= LL_OUTLINE_TITLE_FOUND);
}

static void report(ll_check *check, const asides *in, const ll_outline_item *item,
                   uint32_t element) {
    ll_range place = ll_tag_range(in->tsx, element);
    ll_value values[] = {
        {"item", item->title},
        {"line",
         ll_arena_format(
             check->arena, "%u",
             ll_source_position(check->facts->sources[LL_DOCUMENT_LESSON], place.offset).line)},
        {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(item->place),
                                        .subject = item->title,
                                        .values = values,
                                        .related = {place, LL_VIEW("the item in the lesson")}});
}

void ll_check_aside_planned_absent(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    asides in = {.lesson = check->facts->lesson, .tsx = check->facts->tsx};
    if (in.lesson->layout == LL_LESSON_NONE)
        return;
    for (uint32_t i = 0; i < plan->outline.len; i++) {
        const ll_outline_item *item = &plan->outline.at[i];
        if (!item->aside_note)
            continue;
        ll_outline_match match = ll_facts_outline(check->facts, item);
        if (!is_sure(&in, &match))
            continue;
        if (!in.holding)
            gather(&in, check);
        check->outcome.checked++;
        uint32_t start, end;
        section_around(&in, match.element, &start, &end);
        if (!is_between(&in, start, end))
            report(check, &in, item, match.element);
    }
}
