/* Sections: what begins at a heading or at a bold label. */
#include "plan/build.h"
#include "plan/vocabulary.h"

enum { BLOCKS_A_SECTION = 4 }; /* a guess */

/* Numbers before a title ("2.1 Target Concept") are no part of its name. */
static ll_view without_number(ll_view title) {
    size_t at = 0;
    while (at < title.len && (ll_is_digit(title.ptr[at]) || title.ptr[at] == '.'))
        at++;
    if (at == 0 || at == title.len || title.ptr[at] != ' ')
        return title;
    return ll_view_slice(title, at + 1, title.len);
}

typedef struct section_state {
    const uint64_t *names;               /* the letters of each name of the vocabulary */
    uint32_t open[LL_SECTION_LABEL + 1]; /* index + 1 of the open section of each level */
    uint32_t review_level;               /* of the heading of the review around us, or 0 */
} section_state;

/* `letters` are those of the title: most names have others. */
static ll_section_kind kind_of(const ll_plan_builder *b, const section_state *state, ll_view title,
                               uint64_t letters, bool heading) {
    const ll_vocabulary *v = b->vocabulary;
    title = without_number(title);
    for (uint32_t i = 0; i < v->section_count; i++) {
        const ll_section_name *name = &v->sections[i];
        if ((state->names[i] & ~letters) || ((name->how & LL_SECTION_HEADINGS_ONLY) && !heading))
            continue;
        if (name->how & LL_SECTION_ANYWHERE
                ? ll_view_find_nocase(title, name->name, 0) != LL_VIEW_NONE
                : ll_vocabulary_begins(title, name->name))
            return name->kind;
    }
    return LL_SECTION_OTHER;
}

static void close_level(ll_plan_builder *b, section_state *state, uint32_t level, uint32_t after) {
    if (state->open[level] == 0)
        return;
    b->plan->sections.at[state->open[level] - 1].after_block = after;
    state->open[level] = 0;
}

static ll_section *open_section(ll_plan_builder *b, section_state *state, uint32_t level,
                                uint32_t first_block, ll_view title) {
    ll_section *section = LL_ARRAY_ADD(b->arena, &b->plan->sections);
    section->title = title;
    section->letters = ll_view_letters(title);
    section->level = level;
    section->first_block = first_block;
    state->open[level] = b->plan->sections.len;
    return section;
}

static void add_heading(ll_plan_builder *b, section_state *state, uint32_t index) {
    const ll_block *block = ll_build_block(b, index);
    for (uint32_t level = block->level; level <= LL_SECTION_LABEL; level++)
        close_level(b, state, level, index);
    if (block->level <= state->review_level)
        state->review_level = 0;
    ll_view title = ll_build_plain(b, ll_build_text(b, block));
    ll_section *section = open_section(b, state, block->level, index + 1, title);
    section->place = ll_build_line(b, block);
    if (ll_build_is_review(section->title)) {
        section->kind = LL_SECTION_REVIEW;
        state->review_level = state->review_level ? state->review_level : block->level;
    } else if (!state->review_level) {
        section->kind = kind_of(b, state, title, section->letters, true);
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
    ll_view title = ll_build_plain(b, key);
    ll_section_kind kind = state->review_level
                               ? LL_SECTION_OTHER
                               : kind_of(b, state, title, ll_view_letters(title), false);
    /* Inside a paragraph or item any bold word may end in a colon. */
    if (!first_line && kind == LL_SECTION_OTHER)
        return;
    close_level(b, state, LL_SECTION_LABEL, first_line ? index : index + 1);
    ll_section *section = open_section(b, state, LL_SECTION_LABEL, index, title);
    section->rest = ll_view_trim(rest);
    section->kind = kind;
    uint32_t start = (uint32_t)(line.ptr - b->text.ptr);
    section->place = ll_build_place(b, start, start + (uint32_t)line.len);
}

/* Labels stand at column 0, also where Markdown takes the line for the continuation of a list. */
static void add_labels(ll_plan_builder *b, section_state *state, uint32_t index) {
    const ll_block *block = ll_build_block(b, index);
    ll_view text = ll_view_slice(b->text, block->start, block->end);
    for (size_t at = 0; at < text.len; at++) {
        ll_view rest = ll_view_slice(text, at, text.len);
        if (ll_view_starts(rest, LL_VIEW("**")))
            add_label(b, state, index, ll_build_first_line(rest), at == 0);
        at = ll_view_line_end(text, at, true);
        if (at == LL_VIEW_NONE)
            return;
    }
}

static const uint64_t *letters_of_names(const ll_plan_builder *b) {
    const ll_vocabulary *v = b->vocabulary;
    uint64_t *letters = LL_ARENA_ARRAY(b->arena, uint64_t, v->section_count);
    for (uint32_t i = 0; i < v->section_count; i++)
        letters[i] = ll_view_letters(v->sections[i].name);
    return letters;
}

void ll_build_sections(ll_plan_builder *b) {
    section_state state = {.names = letters_of_names(b)};
    uint32_t count = b->markdown->blocks.len;
    LL_ARRAY_RESERVE(b->arena, &b->plan->sections, count / BLOCKS_A_SECTION);
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

static void name_section(ll_plan_builder *b, ll_view word, ll_section_kind kind) {
    const ll_plan *plan = b->plan;
    uint64_t letters = ll_view_letters(word);
    uint32_t review = 0;
    for (uint32_t i = 0; i < plan->sections.len; i++) {
        ll_section *section = &plan->sections.at[i];
        if (letters & ~section->letters)
            continue;
        bool reviewed = ll_build_in_review(b, &review, section->place.offset);
        if (!reviewed && section->kind == LL_SECTION_OTHER && section->level > 1 &&
            section->level < LL_SECTION_LABEL && ll_build_has(section->title, word)) {
            section->kind = kind;
            return;
        }
    }
}

void ll_build_later_names(ll_plan_builder *b) {
    const ll_vocabulary *v = b->vocabulary;
    for (uint32_t i = 0; i < v->later_section_count; i++)
        if (!ll_plan_section(b->plan, v->later_sections[i].kind))
            name_section(b, v->later_sections[i].name, v->later_sections[i].kind);
}
