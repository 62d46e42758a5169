/* libFuzzer: any bytes as a planning document. Beyond crashes it checks that blocks and places stay
 * in order and inside the text. */
#include <stdlib.h>

#include "plan/vocabulary.h"

#define MEMORY_MOST ((size_t)1 << 30)

typedef struct job {
    ll_arena *arena;
    ll_view bytes;
} job;

static void require(bool holds) {
    if (!holds)
        abort();
}

static void check_blocks(const ll_markdown *markdown) {
    uint32_t end = 0;
    for (uint32_t i = 0; i < markdown->blocks.len; i++) {
        const ll_block *block = &markdown->blocks.at[i];
        require(block->start >= end && block->end >= block->start);
        require(block->text_start >= block->start && block->text_start <= block->text_end);
        require(block->text_end <= block->end);
        end = block->end;
    }
    require(end <= markdown->source->text.len);
}

static void check_place(const ll_plan *plan, ll_place place) {
    require((size_t)place.offset + place.length <= plan->source->text.len);
}

static void check_plan(const ll_plan *plan) {
    uint32_t blocks = plan->markdown->blocks.len;
    for (uint32_t i = 0; i < plan->sections.len; i++) {
        check_place(plan, plan->sections.at[i].place);
        require(plan->sections.at[i].first_block <= plan->sections.at[i].after_block);
        require(plan->sections.at[i].after_block <= blocks);
    }
    for (uint32_t i = 0; i < plan->outline.len; i++)
        require(plan->outline.at[i].body_start <= plan->outline.at[i].body_end);
    for (uint32_t i = 0; i < plan->reviews.len; i++)
        require(plan->reviews.at[i].start <= plan->reviews.at[i].end);
    for (uint32_t i = 0; i < plan->findings.len; i++)
        check_place(plan, plan->findings.at[i].place);
    for (uint32_t i = 0; i < plan->verifications.len; i++)
        check_place(plan, plan->verifications.at[i].place);
}

static void work(void *context) {
    job *this = context;
    ll_source *source;
    ll_plan *plan;
    ll_error error = {0};
    if (ll_source_from(&source, this->arena, LL_VIEW("fuzz.md"), this->bytes, &error) != LL_OK ||
        ll_plan_parse(&plan, this->arena, source, &ll_vocabulary_default, &error) != LL_OK)
        return;
    check_blocks(plan->markdown);
    check_plan(plan);
    (void)ll_plan_recognise(source->text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    static ll_arena *arena;
    ll_error error = {0};
    if (!arena)
        arena = ll_arena_new(MEMORY_MOST);
    if (!arena)
        return 0;
    char *copy = malloc(len + 1); /* a document ends in NUL */
    if (!copy)
        return 0;
    if (len > 0)
        memcpy(copy, bytes, len);
    copy[len] = '\0';
    job this = {arena, {copy, len}};
    (void)ll_arena_guard(arena, work, &this, &error);
    ll_arena_reset(arena);
    free(copy);
    return 0;
}
