/* Prints what the plan reader counts in a document, as one line of expected.tsv. */
#include <stdio.h>
#include <stdlib.h>

#include "plan/vocabulary.h"

#define MEMORY_MOST ((size_t)1 << 30)

typedef struct job {
    ll_arena *arena;
    const char *name;
    const char *path;
    bool failed;
} job;

static void print_counts(const char *name, const ll_plan *plan) {
    uint32_t positive = 0, negative = 0, findings[LL_REVIEW_SEVERITIES] = {0};
    for (uint32_t i = 0; i < plan->examples.len; i++) {
        positive += plan->examples.at[i].positive;
        negative += plan->examples.at[i].negative;
    }
    for (uint32_t i = 0; i < plan->findings.len; i++)
        findings[plan->findings.at[i].severity]++;
    const uint32_t counts[] = {
        plan->prerequisites.len,
        plan->misconceptions.len,
        plan->examples.len,
        positive,
        negative,
        plan->modalities.len,
        plan->concepts.len,
        plan->gaps.len,
        plan->connections.len,
        plan->outline.len,
        plan->checklist.len,
        plan->reviews.len,
        findings[0],
        findings[1],
        findings[2],
    };
    printf("%s", name);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        printf("\t%u", counts[i]);
    printf("\n");
}

static void work(void *context) {
    job *this = context;
    ll_source *source;
    ll_plan *plan;
    ll_error error = {0};
    if (ll_source_read(&source, this->arena, ll_view_of(this->path), &error) != LL_OK ||
        ll_plan_parse(&plan, this->arena, source, &ll_vocabulary_default, &error) != LL_OK) {
        fprintf(stderr, "%s: %s\n", this->path, error.text);
        this->failed = true;
        return;
    }
    print_counts(this->name, plan);
}

/* Arguments: pairs of a document's name and its path. */
int main(int argc, char **argv) {
    job each = {.arena = ll_arena_new(MEMORY_MOST)};
    for (int i = 1; i + 1 < argc && each.arena && !each.failed; i += 2) {
        ll_error error = {0};
        each.name = argv[i];
        each.path = argv[i + 1];
        if (ll_arena_guard(each.arena, work, &each, &error) != LL_OK)
            each.failed = true;
        ll_arena_reset(each.arena);
    }
    bool failed = !each.arena || each.failed;
    ll_arena_free(each.arena);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
