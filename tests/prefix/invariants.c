/* What holds of every document that was read, whatever stands in it. */
#include "invariants.h"

#include <stdio.h>
#include <stdlib.h>

const char *invariants_file = "";
size_t invariants_length;

void invariants_failed(const char *file, int line, const char *condition) {
    fprintf(stderr, "%s:%d: %s does not hold for the first %zu bytes of %s\n", file, line,
            condition, invariants_length, invariants_file);
    exit(1);
}

/* --- plan ------------------------------------------------------------------------------------ */

static void check_blocks(const ll_markdown *markdown) {
    uint32_t end = 0;
    for (uint32_t i = 0; i < markdown->blocks.len; i++) {
        const ll_block *block = &markdown->blocks.at[i];
        HOLDS(block->start >= end && block->start <= block->text_start);
        HOLDS(block->text_start <= block->text_end && block->text_end <= block->end);
        HOLDS(block->first_row + block->row_count <= markdown->rows.len);
        HOLDS((block->kind == LL_BLOCK_TABLE) == (block->row_count > 0));
        end = block->end;
    }
    HOLDS(end <= markdown->source->text.len);
}

static void check_rows(const ll_markdown *markdown) {
    for (uint32_t i = 0; i < markdown->rows.len; i++) {
        const ll_row *row = &markdown->rows.at[i];
        uint32_t end = row->start;
        HOLDS(row->start <= row->end && row->end <= markdown->source->text.len);
        HOLDS(row->first_cell + row->cell_count <= markdown->cells.len);
        for (uint32_t k = 0; k < row->cell_count; k++) {
            const ll_cell *cell = &markdown->cells.at[row->first_cell + k];
            HOLDS(cell->start >= end && cell->start <= cell->end && cell->end <= row->end);
            end = cell->end;
        }
    }
}

static void check_place(const ll_plan *plan, ll_place place) {
    HOLDS((size_t)place.offset + place.length <= plan->source->text.len);
}

/* All arrays of a plan hold structs that begin with their place, but for the sections. */
#define CHECK_PLACES(plan, array)                                                                  \
    for (uint32_t i_ = 0; i_ < (plan)->array.len; i_++)                                            \
    check_place((plan), (plan)->array.at[i_].place)

static void check_reviews(const ll_plan *plan) {
    for (uint32_t i = 0; i < plan->reviews.len; i++) {
        const ll_plan_review *review = &plan->reviews.at[i];
        HOLDS(review->start <= review->end && review->end <= plan->source->text.len);
        HOLDS(review->first_finding + review->finding_count <= plan->findings.len);
        HOLDS(review->first_verification + review->verification_count <= plan->verifications.len);
    }
}

void invariants_plan(const ll_plan *plan) {
    check_blocks(plan->markdown);
    check_rows(plan->markdown);
    CHECK_PLACES(plan, keys);
    CHECK_PLACES(plan, sections);
    CHECK_PLACES(plan, prerequisites);
    CHECK_PLACES(plan, misconceptions);
    CHECK_PLACES(plan, examples);
    CHECK_PLACES(plan, modalities);
    CHECK_PLACES(plan, concepts);
    CHECK_PLACES(plan, gaps);
    CHECK_PLACES(plan, connections);
    CHECK_PLACES(plan, outline);
    CHECK_PLACES(plan, checklist);
    CHECK_PLACES(plan, reviews);
    CHECK_PLACES(plan, findings);
    CHECK_PLACES(plan, verifications);
    check_reviews(plan);
    for (uint32_t i = 0; i < plan->sections.len; i++) {
        HOLDS(plan->sections.at[i].first_block <= plan->sections.at[i].after_block);
        HOLDS(plan->sections.at[i].after_block <= plan->markdown->blocks.len);
    }
    for (uint32_t i = 0; i < plan->outline.len; i++) {
        HOLDS(plan->outline.at[i].body_start <= plan->outline.at[i].body_end);
        HOLDS(plan->outline.at[i].body_end <= plan->source->text.len);
    }
    for (int i = 0; i < LL_TABLE_KINDS; i++)
        if (plan->tables[i].found)
            check_place(plan, plan->tables[i].header);
    if (plan->has_new_concepts)
        check_place(plan, plan->new_concepts_place);
}

/* --- lesson ---------------------------------------------------------------------------------- */

static void check_node(const ll_tsx *tsx, uint32_t index, uint32_t last_start) {
    const ll_tsx_node *node = &tsx->nodes.at[index];
    HOLDS(node->start >= last_start && node->start < node->end);
    HOLDS(node->start <= node->inner_start && node->inner_start <= node->inner_end);
    HOLDS(node->inner_end <= node->end && node->end <= tsx->source->text.len);
    HOLDS(node->lead_start <= node->lead_end && node->lead_end <= tsx->source->text.len);
    HOLDS(index < node->after && node->after <= tsx->nodes.len);
    if (node->parent == LL_TSX_NONE)
        return;
    const ll_tsx_node *parent = &tsx->nodes.at[node->parent];
    HOLDS(node->parent < index && node->after <= parent->after && node->end <= parent->end);
}

static void check_tsx(const ll_tsx *tsx) {
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        check_node(tsx, i, i > 0 ? tsx->nodes.at[i - 1].start : 0);
    for (uint32_t i = 0; i < tsx->declarations.len; i++) {
        const ll_tsx_declaration *one = &tsx->declarations.at[i];
        HOLDS(one->start <= tsx->source->text.len && one->first_node <= one->after_node);
        HOLDS(one->after_node <= tsx->nodes.len);
    }
    HOLDS(!tsx->fault || tsx->fault_offset <= tsx->source->text.len);
}

static void check_passages(const ll_lesson *lesson) {
    uint32_t end = 0;
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        HOLDS(passage->start >= end && passage->start <= passage->end);
        HOLDS(passage->end <= lesson->rendered.len);
        HOLDS(passage->first_piece <= passage->after_piece);
        HOLDS(passage->after_piece <= lesson->pieces.len);
        HOLDS(passage->node < lesson->tsx->nodes.len);
        HOLDS(passage->row == LL_LESSON_NONE || passage->row < lesson->rows.len);
        end = passage->end;
        uint32_t offset, length;
        ll_lesson_source_range(lesson, passage->start, passage->end, &offset, &length);
        HOLDS((size_t)offset + length <= lesson->source->text.len);
    }
    for (uint32_t i = 0; i < lesson->pieces.len; i++) {
        const ll_piece *piece = &lesson->pieces.at[i];
        HOLDS(piece->rendered <= lesson->rendered.len);
        HOLDS(i == 0 || piece->rendered >= lesson->pieces.at[i - 1].rendered);
        HOLDS((size_t)piece->source + piece->source_length <= lesson->source->text.len);
    }
}

void invariants_lesson(const ll_lesson *lesson) {
    check_tsx(lesson->tsx);
    check_passages(lesson);
    uint32_t nodes = lesson->tsx->nodes.len;
    HOLDS(lesson->layout == LL_LESSON_NONE || lesson->layout < nodes);
    HOLDS(lesson->root == LL_LESSON_NONE || lesson->root < lesson->components.len);
    for (uint32_t i = 0; i < lesson->rows.len; i++) {
        const ll_lesson_row *row = &lesson->rows.at[i];
        HOLDS(row->element < nodes);
        HOLDS(row->section == LL_LESSON_NONE || row->section < lesson->sections.len);
    }
    for (uint32_t i = 0; i < lesson->sections.len; i++) {
        HOLDS(lesson->sections.at[i].element < nodes);
        HOLDS(lesson->sections.at[i].start <= lesson->source->text.len);
    }
    for (uint32_t i = 0; i < lesson->components.len; i++)
        HOLDS(lesson->components.at[i].declaration < lesson->tsx->declarations.len);
}

/* --- findings and errors --------------------------------------------------------------------- */

static void check_position(ll_source *source, uint32_t offset) {
    ll_position place = ll_source_position(source, offset);
    uint32_t lines = ll_source_line_count(source);
    HOLDS(place.line >= 1 && place.column >= 1);
    /* The end of the text may stand on an empty line that does not count. */
    HOLDS(place.line <= lines || (place.line == lines + 1 && offset == source->text.len));
    HOLDS(place.column <= ll_view_characters(ll_source_line(source, place.line)) + 2);
}

static void check_range(ll_result *result, const ll_range *range) {
    ll_source *source = result->facts->sources[range->document];
    HOLDS(source != NULL);
    HOLDS((size_t)range->offset + range->length <= source->text.len);
    check_position(source, range->offset);
    check_position(source, range->offset + range->length);
}

void invariants_result(ll_result *result) {
    for (uint32_t i = 0; i < result->findings.len; i++) {
        const ll_finding *finding = &result->findings.at[i];
        HOLDS(i == 0 || ll_finding_compare(&result->findings.at[i - 1], finding) <= 0);
        HOLDS(finding->rule < result->rules->len && finding->message.len > 0);
        HOLDS(ll_view_find_byte(finding->message, '\n', 0) == LL_VIEW_NONE);
        check_range(result, &finding->range);
        if (finding->related.range.length > 0 || finding->related.message.len > 0)
            check_range(result, &finding->related.range);
    }
    for (uint32_t i = 0; i < result->rules->len; i++) {
        const ll_outcome *outcome = &result->outcomes[i];
        HOLDS(!outcome->skipped || (outcome->checked == 0 && outcome->failed == 0));
    }
}

void invariants_error(const ll_error *error, ll_status status, ll_source *source) {
    HOLDS(error->status == status && status != LL_E_MEMORY);
    HOLDS(error->text[0] != '\0' && error->path[0] != '\0');
    HOLDS(error->line <= ll_source_line_count(source) + 1);
    HOLDS(error->column == 0 || error->line > 0);
    HOLDS(error->column <= ll_view_characters(ll_source_line(source, error->line)) + 2);
}
