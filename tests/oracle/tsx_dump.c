/* Prints the elements, attributes and texts of TSX files, one a line, for the comparison with
 * TypeScript. The file names come one a line from standard input. */
#include <stdio.h>
#include <string.h>

#include "tsx/tsx.h"

enum { LINE_MOST = 4096 };
#define ARENA_MOST ((size_t)1 << 32)

typedef struct job {
    ll_arena *arena;
    const char *path;
    ll_source *source;
    ll_error error;
} job;

static const char *const values[] = {"bare", "quoted", "expression", "tag", "spread"};

static uint32_t element_depth(const ll_tsx *tsx, uint32_t node) {
    uint32_t depth = 0;
    while ((node = ll_tsx_element_around(tsx, node)) != LL_TSX_NONE)
        depth++;
    return depth;
}

static void print_node(const ll_tsx *tsx, uint32_t index, const uint32_t *depths) {
    const ll_tsx_node *node = &tsx->nodes.at[index];
    ll_view lead = ll_tsx_lead(tsx, index);
    if (node->kind == LL_TSX_ELEMENT)
        printf("E\t%u\t%u\t%u\t%.*s\n", node->start, node->end, depths[index], LL_VIEW_ARG(lead));
    else if (node->kind == LL_TSX_ATTRIBUTE)
        printf("A\t%u\t%.*s\t%s\t%u\t%u\n", node->start, LL_VIEW_ARG(lead), values[node->value],
               node->inner_start, node->inner_end);
    else if (node->kind == LL_TSX_TEXT)
        printf("T\t%u\t%u\n", node->start, node->end);
    else if (node->kind == LL_TSX_STRING)
        printf("S\t%u\t%u\n", node->start, node->end);
    else if (node->kind == LL_TSX_TEMPLATE)
        printf("P\t%u\t%u\n", node->start, node->end);
    else if (node->kind == LL_TSX_COMMENT)
        printf("C\t%u\t%u\n", node->start, node->end);
}

/* Elements around each node, counted in one pass: parents stand before their children. */
static uint32_t *count_depths(ll_arena *arena, const ll_tsx *tsx) {
    uint32_t *depths = LL_ARENA_ARRAY(arena, uint32_t, tsx->nodes.len + 1);
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        uint32_t parent = tsx->nodes.at[i].parent;
        if (parent != LL_TSX_NONE)
            depths[i] = depths[parent] + (tsx->nodes.at[parent].kind == LL_TSX_ELEMENT);
        else
            depths[i] = element_depth(tsx, i);
    }
    return depths;
}

static void dump(void *context) {
    job *work = context;
    if (ll_source_read(&work->source, work->arena, ll_view_of(work->path), &work->error) != LL_OK)
        return;
    ll_tsx *tsx = ll_tsx_parse(work->arena, work->source);
    uint32_t *depths = count_depths(work->arena, tsx);
    printf("F\t%u\t%s\n", work->source->bom, work->path);
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        print_node(tsx, i, depths);
    for (uint32_t i = 0; i < tsx->declarations.len; i++) {
        const ll_tsx_declaration *one = &tsx->declarations.at[i];
        printf("D\t%u\t%.*s\t%.*s\t%d\n", one->start, LL_VIEW_ARG(one->keyword),
               LL_VIEW_ARG(one->name), one->exported);
    }
    if (tsx->fault)
        printf("X\t%u\t%s\n", tsx->fault_offset, tsx->fault);
}

int main(void) {
    static char line[LINE_MOST];
    ll_arena *arena = ll_arena_new(ARENA_MOST);
    int status = 0;
    while (arena && fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        job work = {.arena = arena, .path = line};
        if (ll_arena_guard(arena, dump, &work, &work.error) != LL_OK ||
            work.error.status != LL_OK) {
            fprintf(stderr, "%s: %s\n", line, work.error.text);
            status = 1;
        }
        ll_arena_reset(arena);
    }
    ll_arena_free(arena);
    return status;
}
