/* Headings of the page, each with the part of the lesson that it is the title of. */
#include "facts/headings.h"

#include <assert.h>

static bool is_heading(const ll_tsx *tsx, uint32_t element) {
    ll_view name = ll_tsx_lead(tsx, element);
    return name.len == 2 && name.ptr[0] == 'h' && name.ptr[1] >= '1' && name.ptr[1] <= '6';
}

/* A block that puts its own title there. */
static bool is_titled(const ll_tsx *tsx, uint32_t element) {
    return !ll_tsx_is_host(tsx, element) &&
           ll_tsx_attribute(tsx, element, LL_VIEW("title")) != LL_TSX_NONE;
}

static bool note_frame(void *context, ll_view name) {
    static const ll_view frames[] = {LL_VIEW_INIT("border"), LL_VIEW_INIT("rounded")};
    ll_view base = ll_lesson_class_base(name);
    bool *framed = context;
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++)
        *framed |= ll_view_starts(base, frames[i]) &&
                   (base.len == frames[i].len || base.ptr[frames[i].len] == '-');
    return !*framed;
}

static bool is_framed(const ll_lesson *lesson, uint32_t element) {
    bool framed = false;
    ll_lesson_classes(lesson, element, note_frame, &framed);
    return framed;
}

typedef enum step { GO_ON, IS_PART, NO_PART } step;

static step look_at_host(const ll_lesson *lesson, uint32_t element) {
    static const char *const inner[] = {"a",  "blockquote", "button",  "details", "label",
                                        "li", "pre",        "summary", "svg",     "table"};
    if (LL_VIEW_IS_ONE_OF(ll_tsx_lead(lesson->tsx, element), inner))
        return NO_PART;
    return is_framed(lesson, element) ? IS_PART : GO_ON;
}

static step look_at(const ll_lesson *lesson, uint32_t element) {
    static const char *const fragments[] = {"", "Fragment", "React.Fragment"};
    ll_view name = ll_tsx_lead(lesson->tsx, element);
    if (ll_tsx_is_host(lesson->tsx, element))
        return look_at_host(lesson, element);
    if (LL_VIEW_IS_ONE_OF(name, fragments))
        return GO_ON;
    if (ll_lesson_row_part(name) == LL_ROW_PART_CONTENT || ll_lesson_is_row(lesson, element))
        return IS_PART;
    bool card = ll_view_ends(name, LL_VIEW("Card")) && !ll_view_equal(name, LL_VIEW("PhaseCard"));
    return card && !is_titled(lesson->tsx, element) ? IS_PART : NO_PART;
}

/* What a heading given to a prop heads cannot be told. */
static uint32_t part_around(const ll_lesson *lesson, uint32_t heading) {
    const ll_tsx_node *nodes = lesson->tsx->nodes.at;
    uint32_t up = 0;
    for (uint32_t at = nodes[heading].parent; at != LL_TSX_NONE; at = nodes[at].parent) {
        if (nodes[at].kind == LL_TSX_ATTRIBUTE)
            return LL_TSX_NONE;
        if (nodes[at].kind != LL_TSX_ELEMENT)
            continue;
        step found = up++ < LL_HEADING_UP_MOST ? look_at(lesson, at) : NO_PART;
        if (found != GO_ON)
            return found == IS_PART ? at : LL_TSX_NONE;
    }
    return LL_TSX_NONE;
}

static void find_headings(ll_facts *facts, ll_headings *headings) {
    const ll_tsx *tsx = facts->tsx;
    uint32_t before = LL_TSX_NONE; /* the last title, of any kind */
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        if (tsx->nodes.at[i].kind != LL_TSX_ELEMENT)
            continue;
        bool heading = is_heading(tsx, i);
        if (!heading && !is_titled(tsx, i))
            continue;
        uint32_t part = heading ? part_around(facts->lesson, i) : LL_TSX_NONE;
        bool first = before == LL_TSX_NONE || before <= part;
        if (heading)
            LL_ARRAY_PUSH(facts->arena, &headings->all,
                          ((ll_heading){.element = i, .part = first ? part : LL_TSX_NONE}));
        before = i;
    }
}

static ll_heading *find(const ll_headings *headings, uint32_t element) {
    uint32_t low = 0, high = headings->all.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (headings->all.at[middle].element < element)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < headings->all.len && headings->all.at[low].element == element;
    return found ? &headings->all.at[low] : NULL;
}

static void find_texts(const ll_lesson *lesson, const ll_headings *headings) {
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        ll_heading *heading =
            passage->kind == LL_PASSAGE_PROSE ? find(headings, passage->node) : NULL;
        if (heading && heading->text.len == 0)
            heading->text = ll_lesson_passage_text(lesson, passage);
    }
}

const ll_headings *ll_facts_headings(ll_facts *facts) {
    assert(facts->lesson);
    if (facts->headings)
        return facts->headings;
    ll_headings *headings = LL_ARENA_NEW(facts->arena, ll_headings);
    find_headings(facts, headings);
    if (headings->all.len > 0)
        find_texts(facts->lesson, headings);
    return facts->headings = headings;
}

const ll_heading *ll_facts_heading(ll_facts *facts, uint32_t element) {
    return find(ll_facts_headings(facts), element);
}
