/* JSX text as React shows it: what stands in one line of text becomes one passage. */
#include "lesson/parse.h"

/* An element that is open. */
typedef struct frame {
    uint32_t element;
    uint32_t after;
    uint32_t block;    /* the element whose text it is: itself, or the block around it */
    uint32_t parent;   /* the frame that arranges its children: itself, or of a fragment the one
                        * around it */
    bool is_block;     /* its end is the end of a passage */
    bool margin_after; /* a margin stands behind it */
    enum { CHILD_NONE, CHILD_TEXT, CHILD_ELEMENT } latest; /* the child written last */
    /* What stands between two children; asked for only when it matters. */
    enum { BETWEEN_OPEN, BETWEEN_NOTHING, BETWEEN_SPACE, BETWEEN_BOXES } between;
} frame;

typedef struct range {
    uint32_t first, after;
} range;

typedef struct flow_state {
    ll_writer *writer;
    const ll_tsx *tsx;
    LL_ARRAY(frame) frames;
    /* Nodes inside braces and attributes: their elements are text of their own, written when the
     * text around them is done. */
    LL_ARRAY(range) later;
} flow_state;

/* What the classes of an element do to its line. */
typedef struct layout {
    bool margin_before, margin_after;
    bool block;
    bool box;     /* flex or grid: each child is a box of its own */
    bool stacked; /* … and not beside the others for sure */
    bool gap, space;
} layout;

static bool visit_class(void *context, ll_view whole) {
    layout *seen = context;
    ll_view name = ll_lesson_class_base(whole);
    if (ll_view_ends(name, LL_VIEW("-0")))
        return true;
    bool both = ll_view_starts(name, LL_VIEW("mx-"));
    seen->margin_before |=
        both || ll_view_starts(name, LL_VIEW("ml-")) || ll_view_starts(name, LL_VIEW("ms-"));
    seen->margin_after |=
        both || ll_view_starts(name, LL_VIEW("mr-")) || ll_view_starts(name, LL_VIEW("me-"));
    seen->gap |= ll_view_starts(name, LL_VIEW("gap-")) && !ll_view_starts(name, LL_VIEW("gap-y-"));
    seen->space |= ll_view_starts(name, LL_VIEW("space-x-"));
    bool flex = ll_view_equal(name, LL_VIEW("flex")), grid = ll_view_equal(name, LL_VIEW("grid"));
    bool inline_grid = ll_view_equal(name, LL_VIEW("inline-grid"));
    seen->box |= flex || grid || inline_grid || ll_view_equal(name, LL_VIEW("inline-flex"));
    seen->stacked |= grid || inline_grid || ll_view_starts(name, LL_VIEW("flex-col"));
    if (ll_view_find_byte(whole, ':', 0) == LL_VIEW_NONE)
        seen->block |= flex || grid || ll_view_equal(name, LL_VIEW("block"));
    return true;
}

static layout layout_of(const flow_state *flow, uint32_t element) {
    layout seen = {0};
    ll_lesson_classes(flow->writer->lesson, element, visit_class, &seen);
    return seen;
}

static frame *top(flow_state *flow) {
    return &flow->frames.at[flow->frames.len - 1];
}

/* The frame that arranges the children at hand. */
static frame *arranger(flow_state *flow) {
    return &flow->frames.at[top(flow)->parent];
}

/* Boxes in a row read on over their gap; cells of a grid, lines of a column, and boxes that may
 * stand at the two ends of a row do not. */
static int what_is_between(const flow_state *flow, frame *parent) {
    if (parent->between != BETWEEN_OPEN)
        return (int)parent->between;
    layout seen = layout_of(flow, parent->element);
    bool space = seen.space || (seen.box && seen.gap && !seen.stacked);
    parent->between = space ? BETWEEN_SPACE : seen.box ? BETWEEN_BOXES : BETWEEN_NOTHING;
    return (int)parent->between;
}

/* Before anything of a child is written: what its parent puts between children. Texts and
 * expressions one after another are one child. */
static void begin_child(flow_state *flow, int child) {
    frame *parent = arranger(flow);
    bool texts = parent->latest == CHILD_TEXT && child == CHILD_TEXT;
    if (parent->latest != CHILD_NONE && !texts && flow->writer->open) {
        int between = what_is_between(flow, parent);
        if (between == BETWEEN_SPACE)
            flow->writer->space_pending = true;
        else if (between == BETWEEN_BOXES)
            ll_writer_end(flow->writer);
    }
    parent->latest = (unsigned)child;
}

/* The passage that text of the open elements goes to. */
static ll_writer *passage(flow_state *flow) {
    if (!flow->writer->open) {
        uint32_t block = top(flow)->block;
        bool svg = flow->writer->lesson->inside->below[block].flags & LL_PLACE_SVG;
        ll_writer_begin(flow->writer, svg ? LL_PASSAGE_SVG : LL_PASSAGE_PROSE, block);
    }
    return flow->writer;
}

static void write_text(flow_state *flow, uint32_t node) {
    const ll_tsx_node *text = &flow->tsx->nodes.at[node];
    ll_jsx_lines lines = {flow->tsx, flow->writer->lesson->inside->odd_breaks, text->start,
                          text->end, false};
    uint32_t from, to, before = LL_LESSON_NONE;
    while (ll_jsx_line_next(&lines, &from, &to)) {
        if (before == LL_LESSON_NONE)
            begin_child(flow, CHILD_TEXT);
        ll_writer *writer = passage(flow);
        if (before != LL_LESSON_NONE)
            ll_writer_blank(writer, before, from, LL_ORIGIN_BREAK);
        ll_writer_jsx(writer, from, to);
        before = to;
    }
}

/* Index of the first element in [first, after), or `after`. */
static uint32_t first_element(const ll_tsx *tsx, uint32_t first, uint32_t after) {
    while (first < after && tsx->nodes.at[first].kind != LL_TSX_ELEMENT)
        first++;
    return first;
}

/* Keeps the elements in [first, after) for later; returns the first of them, or LL_LESSON_NONE. */
static uint32_t put_off(flow_state *flow, uint32_t first, uint32_t after) {
    uint32_t element = first_element(flow->tsx, first, after);
    if (element == after)
        return LL_LESSON_NONE;
    LL_ARRAY_PUSH(flow->writer->arena, &flow->later, ((range){element, after}));
    return element;
}

/* tspan with a place of its own begins elsewhere. */
static bool is_placed(const ll_tsx *tsx, uint32_t element) {
    return ll_tsx_is(tsx, element, LL_VIEW("tspan")) &&
           (ll_tsx_attribute(tsx, element, LL_VIEW("x")) != LL_TSX_NONE ||
            ll_tsx_attribute(tsx, element, LL_VIEW("y")) != LL_TSX_NONE ||
            ll_tsx_attribute(tsx, element, LL_VIEW("dy")) != LL_TSX_NONE);
}

static void write_braces(flow_state *flow, uint32_t node) {
    const ll_tsx_node *braces = &flow->tsx->nodes.at[node];
    ll_braces value = ll_braces_read(flow->tsx, node);
    if (value.kind == LL_BRACES_EMPTY)
        return;
    if (value.kind == LL_BRACES_LITERAL) {
        const ll_tsx_node *literal = &flow->tsx->nodes.at[value.literal];
        if (literal->inner_start == literal->inner_end)
            return;
        begin_child(flow, CHILD_TEXT);
        ll_writer_javascript(passage(flow), literal->inner_start, literal->inner_end,
                             LL_ORIGIN_EXPRESSION);
        return;
    }
    uint32_t element = put_off(flow, node + 1, braces->after);
    if (element != LL_LESSON_NONE &&
        flow->writer->lesson->inside->below[element].flow == LL_FLOW_BLOCK) {
        ll_writer_end(flow->writer);
        arranger(flow)->latest = CHILD_ELEMENT;
        return;
    }
    begin_child(flow, CHILD_TEXT);
    ll_writer_placeholder(passage(flow), braces->start, braces->end);
}

static void open_frame(flow_state *flow, uint32_t element, bool is_block, bool margin_after) {
    frame opened = {.element = element,
                    .after = flow->tsx->nodes.at[element].after,
                    .is_block = is_block,
                    .margin_after = margin_after};
    opened.block = is_block || flow->frames.len == 0 ? element : top(flow)->block;
    bool inside = flow->frames.len > 0 && ll_name_is_fragment(ll_tsx_lead(flow->tsx, element));
    opened.parent = inside ? top(flow)->parent : flow->frames.len;
    LL_ARRAY_PUSH(flow->writer->arena, &flow->frames, opened);
}

static void close_frame(flow_state *flow) {
    const frame *closed = top(flow);
    if (closed->is_block || flow->frames.len == 1)
        ll_writer_end(flow->writer);
    else if (closed->margin_after && flow->writer->open)
        flow->writer->space_pending = true;
    flow->frames.len--;
}

/* An element that stands in the line of text around it; returns the node to go on with. */
static uint32_t write_inline(flow_state *flow, uint32_t element, bool placeholder, layout seen) {
    const ll_tsx_node *node = &flow->tsx->nodes.at[element];
    if (flow->frames.len && !ll_name_is_fragment(ll_tsx_lead(flow->tsx, element)))
        begin_child(flow, CHILD_ELEMENT);
    if (seen.margin_before && flow->writer->open)
        flow->writer->space_pending = true;
    open_frame(flow, element, false, seen.margin_after);
    if (!placeholder)
        return element + 1;
    ll_writer_placeholder(passage(flow), node->start, node->end);
    return node->after;
}

static uint32_t write_block(flow_state *flow, uint32_t element) {
    ll_writer_end(flow->writer);
    if (flow->frames.len)
        arranger(flow)->latest = CHILD_ELEMENT;
    open_frame(flow, element, true, false);
    if (flow->writer->lesson->inside->below[element].prose)
        return element + 1;
    for (uint32_t node = ll_tsx_first(flow->tsx, element);
         node != LL_TSX_NONE && flow->tsx->nodes.at[node].kind == LL_TSX_ATTRIBUTE;
         node = ll_tsx_next(flow->tsx, node))
        put_off(flow, node + 1, flow->tsx->nodes.at[node].after);
    return flow->tsx->nodes.at[element].after;
}

static uint32_t write_element(flow_state *flow, uint32_t element) {
    ll_flow kind = (ll_flow)flow->writer->lesson->inside->below[element].flow;
    if (kind == LL_FLOW_BLOCK || is_placed(flow->tsx, element))
        return write_block(flow, element);
    layout seen = layout_of(flow, element);
    if (seen.block)
        return write_block(flow, element);
    return write_inline(flow, element, kind == LL_FLOW_PLACEHOLDER, seen);
}

/* Writes one element that stands in no other, and all below it. */
static void write_tree(flow_state *flow, uint32_t root) {
    uint32_t node = write_element(flow, root);
    while (flow->frames.len > 0) {
        if (top(flow)->after <= node) {
            close_frame(flow);
            continue;
        }
        uint32_t after = flow->tsx->nodes.at[node].after;
        switch (flow->tsx->nodes.at[node].kind) {
        case LL_TSX_ELEMENT:
            after = write_element(flow, node);
            break;
        case LL_TSX_TEXT:
            write_text(flow, node);
            break;
        case LL_TSX_BRACES:
            write_braces(flow, node);
            break;
        default:
            put_off(flow, node + 1, after);
            break;
        }
        node = after;
    }
}

void ll_flow_render(ll_writer *writer) {
    flow_state flow = {.writer = writer, .tsx = writer->lesson->tsx};
    LL_ARRAY_PUSH(writer->arena, &flow.later, ((range){0, flow.tsx->nodes.len}));
    for (uint32_t i = 0; i < flow.later.len; i++) {
        range todo = flow.later.at[i];
        while ((todo.first = first_element(flow.tsx, todo.first, todo.after)) < todo.after) {
            uint32_t root = todo.first;
            todo.first = flow.tsx->nodes.at[root].after;
            write_tree(&flow, root);
        }
    }
}
