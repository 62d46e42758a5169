/* Where each node stands: Row, aside, details; and the list of rows, sections and components. */
#include "lesson/parse.h"

#include <assert.h>
#include <stdlib.h>

ll_place_below ll_place_of(const ll_lesson *lesson, uint32_t node) {
    uint32_t parent = lesson->tsx->nodes.at[node].parent;
    if (parent == LL_TSX_NONE)
        return (ll_place_below){.row = LL_LESSON_NONE};
    return lesson->inside->below[parent];
}

ll_row_part ll_lesson_row_part(ll_view name) {
    static const struct {
        ll_view name;
        ll_row_part part;
    } parts[] = {{LL_VIEW_INIT("Row"), LL_ROW_PART_ROW},
                 {LL_VIEW_INIT("Row.Content"), LL_ROW_PART_CONTENT},
                 {LL_VIEW_INIT("RowContent"), LL_ROW_PART_CONTENT},
                 {LL_VIEW_INIT("Row.Aside"), LL_ROW_PART_ASIDE},
                 {LL_VIEW_INIT("RowAside"), LL_ROW_PART_ASIDE}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (ll_view_equal(name, parts[i].name))
            return parts[i].part;
    return LL_ROW_PART_NONE;
}

/* What a wrapper draws is listed where it is used. */
static void enter_row(ll_arena *arena, ll_lesson *lesson, uint32_t node, ll_place_below *below) {
    if (ll_wrappers_hold(lesson, node))
        return;
    below->row = lesson->rows.len;
    LL_ARRAY_PUSH(arena, &lesson->rows, ((ll_lesson_row){node, LL_LESSON_NONE}));
}

static void add_section(ll_arena *arena, ll_lesson *lesson, uint32_t node) {
    if (!ll_wrappers_hold(lesson, node))
        LL_ARRAY_PUSH(arena, &lesson->sections, ((ll_lesson_section){.element = node}));
}

/* Whether classes give an element the letters of code. */
static bool is_mono(const ll_lesson *lesson, uint32_t attribute) {
    static const ll_view mono = LL_VIEW_INIT("font-mono");
    const ll_tsx_node *classes = &lesson->tsx->nodes.at[attribute];
    ll_view text = ll_tsx_text(lesson->tsx, classes->lead_end, classes->end);
    for (size_t at = 0; (at = ll_view_find(text, mono, at)) != LL_VIEW_NONE; at += mono.len) {
        char behind = text.ptr[at + mono.len]; /* at least the quote */
        if (strchr(" \t\n\"'`", text.ptr[at - 1]) && strchr(" \t\n\"'`", behind))
            return true;
    }
    return false;
}

/* Whether braces are all that an element holds. */
static bool is_one_expression(const ll_tsx *tsx, uint32_t element) {
    uint32_t at = tsx->nodes.at[element].inner_start, end = tsx->nodes.at[element].inner_end;
    while (at < end && ll_is_blank(tsx->source->text.ptr[at]))
        at++;
    if (at == end || tsx->source->text.ptr[at] != '{')
        return false;
    ll_view inside = ll_view_trim(ll_tsx_text(tsx, at, end));
    for (uint32_t i = ll_tsx_first(tsx, element); i != LL_TSX_NONE; i = ll_tsx_next(tsx, i))
        if (tsx->nodes.at[i].kind == LL_TSX_BRACES)
            return inside.len == tsx->nodes.at[i].end - tsx->nodes.at[i].start;
    return false;
}

/* `<Editor language="python">{`…`}</Editor>`: nothing but one expression beside a language. */
static bool holds_sample(const ll_tsx *tsx, uint32_t element) {
    if (!is_one_expression(tsx, element) || ll_tsx_is_host(tsx, element) ||
        !(ll_name_is_language(ll_attribute_literal(tsx, element, LL_VIEW("language"))) ||
          ll_name_is_language(ll_attribute_literal(tsx, element, LL_VIEW("lang")))))
        return false;
    return true;
}

/* The places that an element makes by what it is given, not by its name. */
static void enter_special(const ll_lesson *lesson, uint32_t node, ll_place_below *below) {
    uint8_t places = ll_enclosure_flags(lesson, node);
    if (holds_sample(lesson->tsx, node))
        places |= LL_PLACE_CODE;
    /* A component has letters of its own. */
    if (!ll_tsx_is_host(lesson->tsx, node) && below->flow == LL_FLOW_BLOCK)
        below->flags &= (uint8_t)~LL_PLACE_AS_IS;
    below->prose = below->prose && !(places & (LL_PLACE_CODE | LL_PLACE_MATH));
    below->flags |= places;
}

static void enter_element(ll_arena *arena, ll_lesson *lesson, uint32_t node,
                          ll_place_below *below) {
    ll_view name = ll_tsx_lead(lesson->tsx, node);
    ll_flow flow;
    uint8_t places = ll_name_element(name, &flow);
    below->flow = (uint8_t)flow;
    below->prose = !(places & (LL_PLACE_CODE | LL_PLACE_MATH));
    below->flags |= places;
    enter_special(lesson, node, below);
    const ll_wrapper *wrapper = ll_wrapper_of(lesson, node);
    if (ll_view_equal(name, LL_VIEW("Row"))) {
        below->flags &= (uint8_t)~LL_PLACE_ASIDE;
        enter_row(arena, lesson, node, below);
    } else if (ll_view_equal(name, LL_VIEW("SectionHeader"))) {
        add_section(arena, lesson, node);
    } else if (wrapper && (!wrapper->row || below->row == LL_LESSON_NONE)) {
        if (wrapper->row)
            enter_row(arena, lesson, node, below);
        if (wrapper->header != LL_LESSON_NONE)
            add_section(arena, lesson, node);
    } else if (lesson->layout == LL_LESSON_NONE && ll_view_equal(name, LL_VIEW("LessonLayout"))) {
        lesson->layout = node;
    }
}

/* Attributes come before what stands in their element. */
static void enter_attribute(const ll_lesson *lesson, uint32_t node, ll_place_below *below) {
    ll_view name = ll_tsx_lead(lesson->tsx, node);
    if (ll_view_equal(name, LL_VIEW("className")) && is_mono(lesson, node)) {
        lesson->inside->below[lesson->tsx->nodes.at[node].parent].flags |= LL_PLACE_AS_IS;
        lesson->inside->marked = true;
    }
    if (ll_view_equal(name, LL_VIEW("dangerouslySetInnerHTML")))
        lesson->inside->marked = true;
    below->flags &= (uint8_t) ~(LL_PLACE_CODE | LL_PLACE_MATH | LL_PLACE_AS_IS);
    if (lesson->inside->wrappers.len > 0 && ll_wrapper_shows_aside(lesson, node))
        below->flags |= LL_PLACE_ASIDE;
}

/* Lists Rows and sections on the way. */
static void place_nodes(ll_arena *arena, ll_lesson *lesson) {
    const ll_tsx *tsx = lesson->tsx;
    ll_place_below *below = lesson->inside->below;
    lesson->rows.len = lesson->sections.len = 0;
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        below[i] = ll_place_of(lesson, i);
        if (tsx->nodes.at[i].kind == LL_TSX_ATTRIBUTE)
            enter_attribute(lesson, i, &below[i]);
        else if (tsx->nodes.at[i].kind == LL_TSX_ELEMENT)
            enter_element(arena, lesson, i, &below[i]);
    }
}

/* A section begins with the Row of its header when that is the first header of the Row. */
static void place_sections(ll_lesson *lesson) {
    const ll_tsx_node *nodes = lesson->tsx->nodes.at;
    uint32_t last_header = 0;
    for (uint32_t i = 0; i < lesson->sections.len; i++) {
        ll_lesson_section *section = &lesson->sections.at[i];
        uint32_t header = nodes[section->element].start;
        uint32_t row = ll_place_of(lesson, section->element).row;
        uint32_t start = row == LL_LESSON_NONE ? header : nodes[lesson->rows.at[row].element].start;
        section->start = i == 0 || start > last_header ? start : header;
        last_header = header;
    }
}

/* Both lists are in the order of the source; a section ends with the declaration it stands in. */
static void place_rows(ll_lesson *lesson) {
    const ll_tsx *tsx = lesson->tsx;
    uint32_t next = 0, declaration = LL_TSX_NONE;
    for (uint32_t i = 0; i < lesson->rows.len; i++) {
        uint32_t element = lesson->rows.at[i].element;
        while (next < lesson->sections.len &&
               lesson->sections.at[next].start <= tsx->nodes.at[element].start) {
            declaration = ll_tsx_declaration_of(tsx, lesson->sections.at[next].element);
            next++;
        }
        if (next > 0 && declaration == ll_tsx_declaration_of(tsx, element))
            lesson->rows.at[i].section = next - 1;
    }
}

/* Whether what a variable is set to is a function: an arrow, `function`, or one made into a
 * component. */
static bool holds_function(const ll_tsx *tsx, const ll_tsx_declaration *declaration) {
    uint32_t seen = declaration->start;
    for (uint32_t i = declaration->first_node; i < declaration->after_node;
         i = tsx->nodes.at[i].after) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        ll_view code = ll_tsx_text(tsx, seen, node->start);
        seen = node->end;
        if (ll_view_find(code, LL_VIEW("=>"), 0) != LL_VIEW_NONE ||
            (node->sign == LL_SIGN_CALL && ll_name_makes_component(ll_tsx_lead(tsx, i))))
            return true;
        if (node->sign == LL_SIGN_CALL && ll_view_equal(ll_tsx_lead(tsx, i), LL_VIEW("function")))
            return true;
    }
    return false;
}

static bool is_component(const ll_tsx *tsx, const ll_tsx_declaration *declaration) {
    static const char *const variables[] = {"const", "let", "var"};
    if (declaration->name.len == 0 || !ll_is_upper(declaration->name.ptr[0]))
        return false;
    if (LL_VIEW_IS_ONE_OF(declaration->keyword, variables))
        return holds_function(tsx, declaration);
    return ll_view_equal(declaration->keyword, LL_VIEW("function")) ||
           ll_view_equal(declaration->keyword, LL_VIEW("class"));
}

static void list_components(ll_arena *arena, ll_lesson *lesson) {
    const ll_tsx *tsx = lesson->tsx;
    uint32_t root =
        lesson->layout == LL_LESSON_NONE ? LL_TSX_NONE : ll_tsx_declaration_of(tsx, lesson->layout);
    for (uint32_t i = 0; i < tsx->declarations.len; i++) {
        const ll_tsx_declaration *declaration = &tsx->declarations.at[i];
        if (i != root && !is_component(tsx, declaration))
            continue;
        if (i == root)
            lesson->root = lesson->components.len;
        LL_ARRAY_PUSH(arena, &lesson->components,
                      ((ll_component){i, declaration->name, i == root}));
    }
}

/* Of overloads the last, which has the body, stands first. */
static int compare_components(const void *a, const void *b) {
    const ll_named_component *left = a, *right = b;
    int order = ll_view_compare(left->name, right->name);
    if (order)
        return order;
    return (left->component < right->component) - (left->component > right->component);
}

static void index_components(ll_arena *arena, ll_lesson *lesson) {
    uint32_t count = lesson->components.len;
    ll_named_component *index = LL_ARENA_ARRAY(arena, ll_named_component, count + 1);
    for (uint32_t i = 0; i < count; i++)
        index[i] = (ll_named_component){lesson->components.at[i].name, i};
    qsort(index, count, sizeof *index, compare_components);
    lesson->inside->components = index;
}

static int compare_names(const void *a, const void *b) {
    return ll_view_compare(*(const ll_view *)a, *(const ll_view *)b);
}

static void index_declarations(ll_arena *arena, ll_lesson *lesson) {
    const ll_tsx_declarations *declared = &lesson->tsx->declarations;
    ll_view *names = LL_ARENA_ARRAY(arena, ll_view, declared->len + 1u);
    for (uint32_t i = 0; i < declared->len; i++)
        names[i] = declared->at[i].name;
    qsort(names, declared->len, sizeof *names, compare_names);
    lesson->inside->declared = names;
}

bool ll_lesson_declares(const ll_lesson *lesson, ll_view name) {
    assert(lesson->inside->declared);
    return bsearch(&name, lesson->inside->declared, lesson->tsx->declarations.len, sizeof name,
                   compare_names) != NULL;
}

void ll_places_parse(ll_arena *arena, ll_lesson *lesson) {
    lesson->inside->below = LL_ARENA_ARRAY(arena, ll_place_below, lesson->tsx->nodes.len);
    place_nodes(arena, lesson);
    list_components(arena, lesson);
    index_components(arena, lesson);
    index_declarations(arena, lesson);
    for (uint32_t level = 0; level < LL_WRAPPER_LEVELS; level++) {
        bool enclosures = ll_enclosures_find(arena, lesson);
        if (!ll_wrappers_find(arena, lesson) && !enclosures)
            break;
        place_nodes(arena, lesson);
    }
    place_sections(lesson);
    place_rows(lesson);
}
