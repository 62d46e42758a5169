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

bool ll_facts_is_card(const ll_tsx *tsx, uint32_t element) {
    ll_view name = ll_tsx_lead(tsx, element);
    return ll_view_ends(name, LL_VIEW("Card")) && !ll_view_equal(name, LL_VIEW("PhaseCard"));
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
    bool untitled = ll_facts_is_card(lesson->tsx, element) && !is_titled(lesson->tsx, element);
    return untitled ? IS_PART : NO_PART;
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

/* The first heading at or behind an element, or NULL. */
static ll_heading *from(const ll_headings *headings, uint32_t element) {
    uint32_t low = 0, high = headings->all.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (headings->all.at[middle].element < element)
            low = middle + 1;
        else
            high = middle;
    }
    return low < headings->all.len ? &headings->all.at[low] : NULL;
}

static ll_heading *find(const ll_headings *headings, uint32_t element) {
    ll_heading *heading = from(headings, element);
    return heading && heading->element == element ? heading : NULL;
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

static ll_view title_of_part(ll_facts *facts, uint32_t element) {
    const ll_heading *heading = from(ll_facts_headings(facts), element);
    ll_view title = {0};
    if (heading && heading->part == element)
        return heading->text;
    if (ll_facts_is_card(facts->tsx, element))
        ll_lesson_prop(facts->lesson, facts->arena, element, LL_VIEW("title"), &title);
    return title;
}

static ll_view title_of_row(ll_facts *facts, uint32_t row) {
    const ll_elements *elements = ll_facts_elements(facts);
    uint32_t content = elements->first_child[row];
    if (content == LL_TSX_NONE ||
        ll_lesson_row_part(ll_tsx_lead(facts->tsx, content)) != LL_ROW_PART_CONTENT)
        return (ll_view){0};
    ll_view title = title_of_part(facts, content);
    uint32_t first = elements->first_child[content];
    return title.len > 0 || first == LL_TSX_NONE ? title : title_of_part(facts, first);
}

/* Whether the section of a place begins in this Row. */
static bool has_own_header(const ll_lesson *lesson, uint32_t row, uint32_t offset) {
    uint32_t section = ll_lesson_section_index(lesson, offset);
    const ll_tsx_node *node = &lesson->tsx->nodes.at[row];
    return section != LL_LESSON_NONE && lesson->sections.at[section].element >= row &&
           lesson->sections.at[section].element < node->after;
}

ll_view ll_facts_title_around(ll_facts *facts, uint32_t offset) {
    const ll_tsx_node *nodes = facts->tsx->nodes.at;
    ll_view title = {0};
    uint32_t up = 0, at = ll_tsx_node_at(facts->tsx, offset);
    for (; at != LL_TSX_NONE && up < LL_HEADING_UP_MOST; at = nodes[at].parent) {
        if (nodes[at].kind != LL_TSX_ELEMENT || nodes[at].end <= offset)
            continue;
        if (ll_lesson_is_any_row(facts->lesson, at))
            break;
        if (title.len == 0)
            title = title_of_part(facts, at);
        up++;
    }
    if (at == LL_TSX_NONE || up == LL_HEADING_UP_MOST || has_own_header(facts->lesson, at, offset))
        return (ll_view){0};
    return title.len > 0 ? title : title_of_row(facts, at);
}
