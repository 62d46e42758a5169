/* Scans any bytes as TSX, checks that the tree is whole, and decodes every text of it. */
#include <stdlib.h>

#include "tsx/decode.h"
#include "tsx/tsx.h"

enum { ARENA_MOST = 1 << 30, DECODED_MOST = 1 << 24 };

typedef struct job {
    ll_arena *arena;
    ll_view bytes;
} job;

static void check(bool holds) {
    if (!holds)
        abort();
}

static void check_node(const ll_tsx *tsx, uint32_t index, uint32_t *last_start) {
    const ll_tsx_node *node = &tsx->nodes.at[index];
    check(node->start >= *last_start && node->start < node->end);
    check(node->start <= node->inner_start && node->inner_start <= node->inner_end);
    check(node->inner_end <= node->end && node->end <= tsx->source->text.len);
    check(node->lead_start <= node->lead_end && node->lead_end <= tsx->source->text.len);
    check(index < node->after && node->after <= tsx->nodes.len);
    *last_start = node->start;
    if (node->parent == LL_TSX_NONE)
        return;
    const ll_tsx_node *parent = &tsx->nodes.at[node->parent];
    check(node->parent < index && node->after <= parent->after && node->end <= parent->end);
}

static void decode_node(ll_arena *arena, const ll_tsx *tsx, uint32_t index) {
    const ll_tsx_node *node = &tsx->nodes.at[index];
    ll_buffer out = {.arena = arena, .most = DECODED_MOST};
    ll_view text = ll_tsx_text(tsx, node->inner_start, node->inner_end);
    if (node->kind == LL_TSX_TEXT || node->kind == LL_TSX_ATTRIBUTE)
        ll_decode_jsx_text(&out, text);
    else if (node->kind == LL_TSX_STRING || node->kind == LL_TSX_TEMPLATE)
        ll_decode_javascript_text(&out, text);
}

static void work(void *context) {
    job *job = context;
    ll_source *source = NULL;
    ll_error error = {0};
    if (ll_source_from(&source, job->arena, LL_VIEW("x.tsx"), job->bytes, &error) != LL_OK)
        return;
    ll_tsx *tsx = ll_tsx_parse(job->arena, source);
    uint32_t last_start = 0;
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        check_node(tsx, i, &last_start);
        decode_node(job->arena, tsx, i);
        ll_tsx_declaration_of(tsx, i);
    }
    for (uint32_t i = 0; i < tsx->declarations.len; i++)
        check(tsx->declarations.at[i].first_node <= tsx->declarations.at[i].after_node);
    check(!tsx->fault || tsx->fault_offset <= source->text.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *copy = malloc(size + 1); /* a source ends in NUL */
    ll_arena *arena = ll_arena_new(ARENA_MOST);
    if (copy && arena) {
        if (size > 0)
            memcpy(copy, data, size);
        copy[size] = '\0';
        ll_error error = {0};
        job job = {arena, {copy, size}};
        ll_arena_guard(arena, work, &job, &error);
    }
    ll_arena_free(arena);
    free(copy);
    return 0;
}
