/* Sections: what begins at a heading or at a bold label. */
#include "plan/build.h"

enum { ANYWHERE = 1, HEADINGS_ONLY = 2 };

/* Known names, the first that fits decides. To add one: a row here. */
static const struct {
    ll_view name;
    unsigned how; /* by default the title begins with the name */
    ll_section_kind kind;
} names[] = {
    {LL_VIEW_INIT("phase 1"), HEADINGS_ONLY, LL_SECTION_STUDENT_STATE},
    {LL_VIEW_INIT("student state"), 0, LL_SECTION_STUDENT_STATE},
    {LL_VIEW_INIT("orient"), HEADINGS_ONLY, LL_SECTION_STUDENT_STATE},
    {LL_VIEW_INIT("phase 2"), HEADINGS_ONLY, LL_SECTION_PHASE_2},
    {LL_VIEW_INIT("phase 3"), HEADINGS_ONLY, LL_SECTION_PHASE_3},
    {LL_VIEW_INIT("checklist"), ANYWHERE, LL_SECTION_CHECKLISTS},
    {LL_VIEW_INIT("prerequisite audit"), 0, LL_SECTION_CHECKLISTS},
    {LL_VIEW_INIT("pedagogical design"), 0, LL_SECTION_CHECKLISTS},
    {LL_VIEW_INIT("gate check"), ANYWHERE, LL_SECTION_CHECKLISTS},
    {LL_VIEW_INIT("relevant concept"), 0, LL_SECTION_CONCEPTS},
    {LL_VIEW_INIT("relevant prior concept"), 0, LL_SECTION_CONCEPTS},
    {LL_VIEW_INIT("concepts the student"), ANYWHERE, LL_SECTION_CONCEPTS},
    {LL_VIEW_INIT("not covered"), ANYWHERE, LL_SECTION_NOT_COVERED},
    {LL_VIEW_INIT("mental models"), ANYWHERE, LL_SECTION_MENTAL_MODELS},
    {LL_VIEW_INIT("readiness"), 0, LL_SECTION_READINESS},
    {LL_VIEW_INIT("target concept"), 0, LL_SECTION_TARGET},
    {LL_VIEW_INIT("prerequisite"), 0, LL_SECTION_PREREQUISITES},
    {LL_VIEW_INIT("gap"), 0, LL_SECTION_GAPS},
    {LL_VIEW_INIT("no gap"), 0, LL_SECTION_GAPS},
    {LL_VIEW_INIT("misconceptions"), 0, LL_SECTION_MISCONCEPTIONS},
    {LL_VIEW_INIT("examples"), 0, LL_SECTION_EXAMPLES},
    {LL_VIEW_INIT("narrative"), 0, LL_SECTION_NARRATIVE},
    {LL_VIEW_INIT("modalities"), 0, LL_SECTION_MODALITIES},
    {LL_VIEW_INIT("cognitive load"), 0, LL_SECTION_LOAD},
    {LL_VIEW_INIT("connections"), 0, LL_SECTION_CONNECTIONS},
    {LL_VIEW_INIT("analogies"), ANYWHERE, LL_SECTION_ANALOGIES},
    {LL_VIEW_INIT("scope"), 0, LL_SECTION_SCOPE},
    {LL_VIEW_INIT("this lesson is about"), 0, LL_SECTION_IS_ABOUT},
    {LL_VIEW_INIT("this lesson is not about"), 0, LL_SECTION_IS_NOT_ABOUT},
    {LL_VIEW_INIT("in scope"), 0, LL_SECTION_IS_ABOUT},
    {LL_VIEW_INIT("out of scope"), 0, LL_SECTION_IS_NOT_ABOUT},
    {LL_VIEW_INIT("depth target"), 0, LL_SECTION_DEPTH_TARGETS},
    {LL_VIEW_INIT("target depth"), 0, LL_SECTION_DEPTH_TARGETS},
    {LL_VIEW_INIT("lesson outline"), 0, LL_SECTION_OUTLINE},
    {LL_VIEW_INIT("outline"), ANYWHERE | HEADINGS_ONLY, LL_SECTION_OUTLINE},
};

/* Numbers before a title ("2.1 Target Concept") are no part of its name. */
static ll_view without_number(ll_view title) {
    size_t at = 0;
    while (at < title.len && (ll_is_digit(title.ptr[at]) || title.ptr[at] == '.'))
        at++;
    if (at == 0 || at == title.len || title.ptr[at] != ' ')
        return title;
    return ll_view_slice(title, at + 1, title.len);
}

static ll_section_kind kind_of(ll_view title, bool heading) {
    title = without_number(title);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if ((names[i].how & HEADINGS_ONLY) && !heading)
            continue;
        if (names[i].how & ANYWHERE ? ll_view_find_nocase(title, names[i].name, 0) != LL_VIEW_NONE
                                    : ll_view_starts_nocase(title, names[i].name))
            return names[i].kind;
    }
    return LL_SECTION_OTHER;
}

typedef struct section_state {
    uint32_t open[LL_SECTION_LABEL + 1]; /* index + 1 of the open section of each level */
    uint32_t review_level;               /* of the heading of the review around us, or 0 */
} section_state;

static void close_level(ll_plan_builder *b, section_state *state, uint32_t level, uint32_t after) {
    if (state->open[level] == 0)
        return;
    b->plan->sections.at[state->open[level] - 1].after_block = after;
    state->open[level] = 0;
}

static ll_section *open_section(ll_plan_builder *b, section_state *state, uint32_t level,
                                uint32_t first_block) {
    ll_section *section = LL_ARRAY_ADD(b->arena, &b->plan->sections);
    section->level = level;
    section->first_block = first_block;
    section->after_block = first_block;
    state->open[level] = b->plan->sections.len;
    return section;
}

static void add_heading(ll_plan_builder *b, section_state *state, uint32_t index) {
    const ll_block *block = ll_build_block(b, index);
    for (uint32_t level = block->level; level <= LL_SECTION_LABEL; level++)
        close_level(b, state, level, index);
    if (block->level <= state->review_level)
        state->review_level = 0;
    ll_section *section = open_section(b, state, block->level, index + 1);
    section->title = ll_build_plain(b, ll_build_text(b, block));
    section->place = ll_build_line(b, block);
    if (ll_build_is_review(section->title)) {
        section->kind = LL_SECTION_REVIEW;
        state->review_level = state->review_level ? state->review_level : block->level;
    } else if (!state->review_level) {
        section->kind = kind_of(section->title, true);
    }
}

/* A bold text that is a whole line is a label too, with or without a colon. */
static bool is_label(ll_view line, ll_view *key, ll_view *rest) {
    if (ll_build_label(line, key, rest))
        return true;
    return ll_build_bold(line, key, rest) && ll_view_trim(*rest).len == 0;
}

static void add_label(ll_plan_builder *b, section_state *state, uint32_t index, ll_view line,
                      bool first_line) {
    ll_view key, rest;
    if (!is_label(line, &key, &rest))
        return;
    ll_section_kind kind =
        state->review_level ? LL_SECTION_OTHER : kind_of(ll_build_plain(b, key), false);
    /* Inside a paragraph or item any bold word may end in a colon. */
    if (!first_line && kind == LL_SECTION_OTHER)
        return;
    close_level(b, state, LL_SECTION_LABEL, first_line ? index : index + 1);
    ll_section *section = open_section(b, state, LL_SECTION_LABEL, index);
    section->title = ll_build_plain(b, key);
    section->rest = ll_view_trim(rest);
    section->kind = kind;
    uint32_t start = (uint32_t)(line.ptr - b->text.ptr);
    section->place = ll_build_place(b, start, start + (uint32_t)line.len);
}

/* Labels stand at column 0, also where Markdown takes the line for the continuation of a list. */
static void add_labels(ll_plan_builder *b, section_state *state, uint32_t index) {
    const ll_block *block = ll_build_block(b, index);
    ll_view rest = ll_view_slice(b->text, block->start, block->end);
    bool first_line = true;
    for (size_t at = 0; at < rest.len; first_line = false) {
        ll_view line = ll_build_first_line(ll_view_slice(rest, at, rest.len));
        if (line.len > 4 && line.ptr[0] == '*' && line.ptr[1] == '*')
            add_label(b, state, index, line, first_line);
        at += line.len + 1;
    }
}

void ll_build_sections(ll_plan_builder *b) {
    section_state state = {0};
    uint32_t count = b->markdown->blocks.len;
    for (uint32_t i = 0; i < count; i++) {
        const ll_block *block = ll_build_block(b, i);
        if (block->kind == LL_BLOCK_HEADING && (i >= b->header_blocks || block->level == 1))
            add_heading(b, &state, i);
        else if (i >= b->header_blocks &&
                 (block->kind == LL_BLOCK_PARAGRAPH || block->kind == LL_BLOCK_ITEM))
            add_labels(b, &state, i);
    }
    for (uint32_t level = 1; level <= LL_SECTION_LABEL; level++)
        close_level(b, &state, level, count);
}

/* Names that a heading may hold anywhere ("Planned Examples") when no title begins with them. */
static const struct {
    ll_view word;
    ll_section_kind kind;
} later_names[] = {
    {LL_VIEW_INIT("student state"), LL_SECTION_STUDENT_STATE},
    {LL_VIEW_INIT("target concept"), LL_SECTION_TARGET},
    {LL_VIEW_INIT("prerequisites"), LL_SECTION_PREREQUISITES},
    {LL_VIEW_INIT("misconceptions"), LL_SECTION_MISCONCEPTIONS},
    {LL_VIEW_INIT("examples"), LL_SECTION_EXAMPLES},
    {LL_VIEW_INIT("modalities"), LL_SECTION_MODALITIES},
    {LL_VIEW_INIT("narrative"), LL_SECTION_NARRATIVE},
    {LL_VIEW_INIT("cognitive load"), LL_SECTION_LOAD},
    {LL_VIEW_INIT("connections"), LL_SECTION_CONNECTIONS},
    {LL_VIEW_INIT("scope"), LL_SECTION_SCOPE},
};

static void name_section(ll_plan_builder *b, ll_view word, ll_section_kind kind) {
    const ll_plan *plan = b->plan;
    uint32_t review = 0;
    for (uint32_t i = 0; i < plan->sections.len; i++) {
        ll_section *section = &plan->sections.at[i];
        bool reviewed = ll_build_in_review(b, &review, section->place.offset);
        if (!reviewed && section->kind == LL_SECTION_OTHER && section->level > 1 &&
            section->level < LL_SECTION_LABEL && ll_build_has(section->title, word)) {
            section->kind = kind;
            return;
        }
    }
}

void ll_build_later_names(ll_plan_builder *b) {
    for (size_t i = 0; i < sizeof later_names / sizeof *later_names; i++)
        if (!ll_plan_section(b->plan, later_names[i].kind))
            name_section(b, later_names[i].word, later_names[i].kind);
}
