/* The lesson as a whole: reading it, and finding a place in it. */
#include "lesson/parse.h"

#include <assert.h>

enum { NODES_A_PASSAGE = 5, NODES_A_PIECE = 2 };

bool ll_lesson_recognise(ll_view text) {
    return ll_view_find(text, LL_VIEW("<LessonLayout"), 0) != LL_VIEW_NONE;
}

/* Rendered text is at most three bytes (a placeholder) for each byte of source, and line ends. */
static size_t rendered_most(const ll_source *source) {
    return source->text.len * 4 + 16;
}

static bool has_odd_breaks(ll_view text) {
    return ll_view_find_byte(text, '\r', 0) != LL_VIEW_NONE ||
           ll_view_find(text, LL_VIEW("\xE2\x80\xA8"), 0) != LL_VIEW_NONE ||
           ll_view_find(text, LL_VIEW("\xE2\x80\xA9"), 0) != LL_VIEW_NONE;
}

static void render(ll_arena *arena, ll_lesson *lesson) {
    ll_writer writer = {.arena = arena,
                        .lesson = lesson,
                        .out = {.arena = arena, .most = rendered_most(lesson->source)}};
    /* Nearly always enough. */
    ll_buffer_reserve(&writer.out, lesson->source->text.len);
    LL_ARRAY_RESERVE(arena, &lesson->passages, lesson->tsx->nodes.len / NODES_A_PASSAGE);
    LL_ARRAY_RESERVE(arena, &lesson->pieces, lesson->tsx->nodes.len / NODES_A_PIECE);
    ll_flow_render(&writer);
    ll_strings_render(&writer);
    lesson->rendered = ll_buffer_view(&writer.out);
}

static void read_titles(ll_arena *arena, ll_lesson *lesson) {
    for (uint32_t i = 0; i < lesson->sections.len; i++) {
        ll_lesson_section *section = &lesson->sections.at[i];
        ll_view title;
        if (ll_lesson_header_prop(lesson, arena, section->element, LL_VIEW("title"), &title) ==
            LL_KNOWN)
            section->title = title;
    }
}

ll_lesson *ll_lesson_parse(ll_arena *arena, ll_source *source) {
    ll_lesson *lesson = LL_ARENA_NEW(arena, ll_lesson);
    lesson->source = source;
    ll_tsx *tsx = ll_tsx_parse(arena, source);
    lesson->tsx = tsx;
    lesson->layout = lesson->root = LL_LESSON_NONE;
    lesson->inside = LL_ARENA_NEW(arena, ll_lesson_inside);
    if (lesson->tsx->fault)
        return lesson;
    lesson->inside->odd_breaks = has_odd_breaks(source->text);
    ll_aliases_parse(arena, tsx);
    ll_places_parse(arena, lesson);
    ll_locals_parse(arena, lesson);
    ll_uses_parse(arena, lesson);
    ll_const_strings_parse(arena, lesson);
    read_titles(arena, lesson);
    render(arena, lesson);
    return lesson;
}

const ll_passage *ll_lesson_passage_at(const ll_lesson *lesson, uint32_t rendered) {
    uint32_t low = 0, high = lesson->passages.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (lesson->passages.at[middle].end <= rendered)
            low = middle + 1;
        else
            high = middle;
    }
    assert(low < lesson->passages.len && lesson->passages.at[low].start <= rendered);
    return &lesson->passages.at[low];
}

#ifndef NDEBUG
/* Where the piece before a piece ends is where its passage ends or it begins. */
static uint32_t piece_length(const ll_lesson *lesson, const ll_piece *piece) {
    switch (piece->origin) {
    case LL_ORIGIN_TEXT:
    case LL_ORIGIN_EXPRESSION:
        return piece->source_length;
    case LL_ORIGIN_BREAK:
    case LL_ORIGIN_SPACE:
        return 1;
    case LL_ORIGIN_PLACEHOLDER:
        return sizeof LL_LESSON_PLACEHOLDER - 1;
    case LL_ORIGIN_ENCODED:
        break;
    }
    const ll_passage *passage = ll_lesson_passage_at(lesson, piece->rendered);
    bool last = piece + 1 == lesson->pieces.at + passage->after_piece;
    return (last ? passage->end : piece[1].rendered) - piece->rendered;
}
#endif

const ll_piece *ll_lesson_piece_at(const ll_lesson *lesson, uint32_t rendered) {
    assert(lesson->pieces.len > 0);
    uint32_t low = 0, high = lesson->pieces.len;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (lesson->pieces.at[middle].rendered <= rendered)
            low = middle;
        else
            high = middle;
    }
    assert(lesson->pieces.at[low].rendered <= rendered);
    const ll_piece *piece = &lesson->pieces.at[low];
    assert(rendered - piece->rendered <= piece_length(lesson, piece));
    return piece;
}

static bool is_literal(const ll_piece *piece) {
    return piece->origin == LL_ORIGIN_TEXT || piece->origin == LL_ORIGIN_EXPRESSION;
}

void ll_lesson_source_range(const ll_lesson *lesson, uint32_t start, uint32_t end,
                            uint32_t *source_start, uint32_t *source_length) {
    assert(start <= end);
    if (start == end) {
        const ll_piece *piece = ll_lesson_piece_at(lesson, start);
        *source_start = piece->source + (is_literal(piece) ? start - piece->rendered : 0);
        *source_length = 0;
        return;
    }
    const ll_piece *first = ll_lesson_piece_at(lesson, start);
    const ll_piece *last = ll_lesson_piece_at(lesson, end - 1);
    uint32_t from = first->source + (is_literal(first) ? start - first->rendered : 0);
    uint32_t to = last->source + (is_literal(last) ? end - last->rendered : last->source_length);
    *source_start = from;
    *source_length = to > from ? to - from : 0;
}

bool ll_lesson_may_show(const ll_lesson *lesson, uint32_t braces) {
    ll_use use = (ll_use)lesson->inside->below[braces].use;
    return use == LL_USE_SHOWN || use == LL_USE_LOOKS;
}

bool ll_lesson_is_as_is(const ll_lesson *lesson, uint32_t offset) {
    uint32_t node = ll_tsx_node_at(lesson->tsx, offset);
    return node != LL_TSX_NONE && lesson->inside->below[node].flags & LL_PLACE_AS_IS;
}

ll_view ll_lesson_passage_text(const ll_lesson *lesson, const ll_passage *passage) {
    return ll_view_slice(lesson->rendered, passage->start, passage->end);
}

uint32_t ll_lesson_component(const ll_lesson *lesson, ll_view name) {
    const ll_named_component *index = lesson->inside->components;
    uint32_t low = 0, high = lesson->components.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (ll_view_compare(index[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < lesson->components.len && ll_view_equal(index[low].name, name);
    return found ? index[low].component : LL_LESSON_NONE;
}

bool ll_lesson_in_root(const ll_lesson *lesson, uint32_t node) {
    if (lesson->root == LL_LESSON_NONE)
        return false;
    uint32_t index = lesson->components.at[lesson->root].declaration;
    const ll_tsx_declaration *declaration = &lesson->tsx->declarations.at[index];
    return node >= declaration->first_node && node < declaration->after_node;
}

/* Whether the offset stands in a Row that belongs to a section. */
static bool in_row_of_section(const ll_lesson *lesson, uint32_t offset) {
    const ll_tsx_node *nodes = lesson->tsx->nodes.at;
    uint32_t low = 0, high = lesson->rows.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (nodes[lesson->rows.at[middle].element].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && lesson->rows.at[low - 1].section != LL_LESSON_NONE &&
           offset < nodes[lesson->rows.at[low - 1].element].end;
}

uint32_t ll_lesson_section_index(const ll_lesson *lesson, uint32_t offset) {
    if (lesson->layout == LL_LESSON_NONE)
        return LL_LESSON_NONE;
    const ll_tsx_node *layout = &lesson->tsx->nodes.at[lesson->layout];
    bool in_layout = offset >= layout->start && offset < layout->end;
    if (!in_layout && !in_row_of_section(lesson, offset))
        return LL_LESSON_NONE;
    uint32_t low = 0, high = lesson->sections.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (lesson->sections.at[middle].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0 || (in_layout && lesson->sections.at[low - 1].element < lesson->layout))
        return LL_LESSON_NONE;
    return low - 1;
}

ll_view ll_lesson_section_at(const ll_lesson *lesson, uint32_t offset) {
    uint32_t section = ll_lesson_section_index(lesson, offset);
    if (section == LL_LESSON_NONE)
        return (ll_view){0};
    return lesson->sections.at[section].title;
}

uint32_t ll_lesson_row_of(const ll_lesson *lesson, uint32_t node) {
    return lesson->inside->below ? ll_place_of(lesson, node).row : LL_LESSON_NONE;
}

bool ll_lesson_in_aside(const ll_lesson *lesson, uint32_t node) {
    return lesson->inside->below && (ll_place_of(lesson, node).flags & LL_PLACE_ASIDE);
}

uint32_t ll_lesson_row_at(const ll_lesson *lesson, uint32_t element) {
    return lesson->inside->below ? lesson->inside->below[element].row : LL_LESSON_NONE;
}

bool ll_lesson_is_row(const ll_lesson *lesson, uint32_t element) {
    uint32_t row = ll_lesson_row_at(lesson, element);
    return row != LL_LESSON_NONE && lesson->rows.at[row].element == element;
}

bool ll_lesson_is_any_row(const ll_lesson *lesson, uint32_t element) {
    return ll_lesson_row_part(ll_tsx_lead(lesson->tsx, element)) == LL_ROW_PART_ROW ||
           ll_lesson_is_row(lesson, element);
}

bool ll_lesson_is_header(const ll_lesson *lesson, uint32_t element) {
    const ll_wrapper *wrapper = ll_wrapper_of(lesson, element);
    return ll_tsx_is(lesson->tsx, element, LL_VIEW("SectionHeader")) ||
           (wrapper && wrapper->header != LL_LESSON_NONE);
}
