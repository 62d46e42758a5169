/* Prints what the plan reader sees of each review in a document, as tests/corpus/reviews.py does.
 */
#include <stdio.h>
#include <stdlib.h>

#include "plan/vocabulary.h"

#define MEMORY_MOST ((size_t)1 << 30)

typedef struct job {
    ll_arena *arena;
    const char *path;
    bool failed;
} job;

static void print_summary(const ll_plan_review *review) {
    for (int i = 0; i < LL_REVIEW_SEVERITIES; i++)
        if (review->summary_places[i].length > 0)
            printf("%s%u", i ? "," : "", review->summary[i]);
        else
            printf("%s-", i ? "," : "");
}

static void print_findings(const ll_plan *plan, const ll_plan_review *review) {
    uint32_t severities[LL_REVIEW_SEVERITIES] = {0}, fields[4] = {0}, carried = 0, own = 0;
    for (uint32_t i = 0; i < review->finding_count; i++) {
        const ll_review_finding *finding = &plan->findings.at[review->first_finding + i];
        severities[finding->severity]++;
        fields[0] += finding->location.len > 0;
        fields[1] += finding->issue.len > 0;
        fields[2] += finding->impact.len > 0;
        fields[3] += finding->fix.len > 0;
        carried += finding->carried_from > 0;
        own += finding->rule.len > 0;
    }
    printf("%u,%u,%u\t%u,%u,%u,%u\tcarried %u\town %u", severities[0], severities[1], severities[2],
           fields[0], fields[1], fields[2], fields[3], carried, own);
}

static void print_verifications(const ll_plan *plan, const ll_plan_review *review) {
    uint32_t states[LL_FIX_OPEN + 1] = {0};
    for (uint32_t i = 0; i < review->verification_count; i++)
        states[plan->verifications.at[review->first_verification + i].state]++;
    printf("fixed %u, partly %u, not %u, deferred %u, unknown %u", states[LL_FIX_FIXED],
           states[LL_FIX_PARTIALLY], states[LL_FIX_NOT_FIXED], states[LL_FIX_DEFERRED],
           states[LL_FIX_UNKNOWN] + states[LL_FIX_OPEN]);
}

static void print_review(const char *path, const ll_plan *plan, uint32_t index) {
    static const char *const verdicts[] = {"-", "PASS", "NEEDS", "MAJOR"};
    const ll_plan_review *review = &plan->reviews.at[index];
    printf("%s\t%u\t%.*s\t%u/%u\t%.*s\t", path, index + 1, LL_VIEW_ARG(review->date),
           review->iteration, review->total, LL_VIEW_ARG(review->label));
    print_summary(review);
    printf("\t%s>%s\t", verdicts[review->verdict], verdicts[review->verdict_now]);
    print_findings(plan, review);
    printf("\t");
    print_verifications(plan, review);
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
    for (uint32_t i = 0; i < plan->reviews.len; i++)
        print_review(this->path, plan, i);
}

/* Arguments: paths of documents. */
int main(int argc, char **argv) {
    job each = {.arena = ll_arena_new(MEMORY_MOST)};
    for (int i = 1; i < argc && each.arena && !each.failed; i++) {
        ll_error error = {0};
        each.path = argv[i];
        if (ll_arena_guard(each.arena, work, &each, &error) != LL_OK)
            each.failed = true;
        ll_arena_reset(each.arena);
    }
    bool failed = !each.arena || each.failed;
    ll_arena_free(each.arena);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
