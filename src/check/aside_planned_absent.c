/* aside-planned-absent: an item planned with an aside, and no aside in its section. */
#include "check/checks.h"
#include "facts/names.h"

/* What the name of an element says: what an imported component draws cannot be seen. */
typedef enum name_kind { NO_ASIDE, ASIDE, COMPONENT, IMPORTED } name_kind;

typedef struct known_name {
    name_kind kind;
    uint32_t declaration; /* of a COMPONENT */
} known_name;

typedef struct asides {
    const ll_lesson *lesson;
    const ll_tsx *tsx;
    const ll_names *names;
    known_name *known;          /* by name */
    bool *holding;              /* by declaration: has an aside */
    LL_ARRAY(uint32_t) offsets; /* of what is or may be an aside, rising */
    bool loose;                 /* one stands in a variable, which may be shown anywhere */
} asides;

static known_name know(const asides *in, const ll_element_name *name) {
    if (ll_lesson_row_part(name->name) == LL_ROW_PART_ASIDE)
        return (known_name){ASIDE, 0};
    if (ll_tsx_is_host(in->tsx, name->first) || ll_facts_is_plain_block(name->name))
        return (known_name){NO_ASIDE, 0};
    uint32_t component = ll_lesson_component(in->lesson, name->name);
    if (component == LL_LESSON_NONE)
        return (known_name){IMPORTED, 0};
    return (known_name){COMPONENT, in->lesson->components.at[component].declaration};
}

/* Whether an aside may stand where the element does. */
static bool has_place(const asides *in, uint32_t node) {
    uint32_t parent = ll_tsx_element_around(in->tsx, node);
    return parent == in->lesson->layout ||
           (parent != LL_TSX_NONE &&
            ll_lesson_row_part(ll_tsx_lead(in->tsx, parent)) == LL_ROW_PART_ROW);
}

static bool may_be_aside(const asides *in, const ll_named_element *element) {
    const known_name *known = &in->known[element->name];
    switch (known->kind) {
    case ASIDE:
        return true;
    case COMPONENT:
        return in->holding[known->declaration] &&
               ll_lesson_may_give_aside(in->lesson, element->node);
    case IMPORTED:
        return has_place(in, element->node);
    case NO_ASIDE:
        break;
    }
    return false;
}

/* A helper may use a helper that has the aside: twice over is as deep as lessons go. */
static void mark_helpers(const asides *in) {
    for (uint32_t i = 0; i < in->names->elements.len; i++) {
        const ll_named_element *element = &in->names->elements.at[i];
        if (!may_be_aside(in, element))
            continue;
        uint32_t own = ll_tsx_declaration_of(in->tsx, element->node);
        if (own != LL_TSX_NONE)
            in->holding[own] = true;
    }
}

static bool is_loose(const asides *in, const ll_named_element *element) {
    return in->known[element->name].kind == ASIDE &&
           ll_tsx_element_around(in->tsx, element->node) == LL_TSX_NONE &&
           in->tsx->nodes.at[element->node].start < in->tsx->nodes.at[in->lesson->layout].start &&
           ll_tsx_declaration_of(in->tsx, element->node) ==
               ll_tsx_declaration_of(in->tsx, in->lesson->layout);
}

static void gather(asides *in, ll_check *check) {
    in->names = ll_facts_names(check->facts);
    in->known = LL_ARENA_ARRAY(check->arena, known_name, in->names->all.len);
    for (uint32_t i = 0; i < in->names->all.len; i++)
        in->known[i] = know(in, &in->names->all.at[i]);
    in->holding = LL_ARENA_ARRAY(check->arena, bool, in->tsx->declarations.len + 1);
    mark_helpers(in);
    mark_helpers(in);
    for (uint32_t i = 0; i < in->names->elements.len; i++) {
        const ll_named_element *element = &in->names->elements.at[i];
        in->loose |= is_loose(in, element);
        if (may_be_aside(in, element))
            LL_ARRAY_PUSH(check->arena, &in->offsets, in->tsx->nodes.at[element->node].start);
    }
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
        if (!item->aside_note || item->given_up)
            continue;
        ll_outline_match match = ll_facts_outline(check->facts, item);
        if (!is_sure(&in, &match))
            continue;
        if (!in.holding)
            gather(&in, check);
        ll_check_judges(check, item->place);
        uint32_t start, end;
        section_around(&in, match.element, &start, &end);
        if (!in.loose && !is_between(&in, start, end))
            report(check, &in, item, match.element);
    }
}
