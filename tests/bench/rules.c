/* What rules of users cost: processor time of the engine with them and without any rule. */
#include "bench.h"

#include "engine/engine.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 300 };

/* The same rules in three ways; the first is taken off the others. */
enum { NO_RULES, READY, FRESH, WAYS };

typedef struct bench {
    int count; /* of fixtures */
    char **folders;
    const char *rule_folder;
    ll_view (*texts)[LL_DOCUMENTS];
    ll_arena *kept, *arena; /* for good; of one pair */
    ll_rule_set rules;
    ll_rule_setting *none, *users;
    uint32_t user_count;
    ll_engine *engine;
    double seconds[WAYS], best[WAYS];
} bench;

static ll_error failure;

static void need(ll_status status) {
    if (status != LL_OK)
        bench_die("%s: %s", failure.path, failure.text);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void prepare(void *context) {
    static const char *const names[] = {"plan.md", "lesson.tsx"};
    bench *b = context;
    for (int i = 0; i < b->count; i++)
        for (int k = 0; k < LL_DOCUMENTS; k++) {
            ll_source *source = NULL;
            need(ll_source_read(&source, b->kept, ll_view_of(bench_path(b->folders[i], names[k])),
                                &failure));
            b->texts[i][k] = source->text;
        }
    b->rules = ll_rules_shipped(b->kept);
    need(ll_rules_load(&b->rules, b->kept, ll_view_of(b->rule_folder), NULL, 0, &failure));
    b->none = LL_ARENA_ARRAY(b->kept, ll_rule_setting, b->rules.len);
    b->users = LL_ARENA_ARRAY(b->kept, ll_rule_setting, b->rules.len);
    for (uint32_t i = 0; i < b->rules.len; i++) {
        const ll_rule *rule = b->rules.at[i];
        bool shipped = rule >= ll_shipped_rules && rule < ll_shipped_rules + ll_shipped_rule_count;
        b->none[i].off = true;
        b->users[i].off = shipped;
        b->user_count += !shipped;
    }
    b->engine = ll_engine_new(b->kept, &b->rules, &ll_vocabulary_default, false);
}

static void judge(bench *b, int fixture, int way) {
    ll_source *sources[LL_DOCUMENTS] = {NULL};
    ll_facts *facts = NULL;
    ll_result *result = NULL;
    for (int i = 0; i < LL_DOCUMENTS; i++)
        need(ll_source_from(&sources[i], b->arena, LL_VIEW("a document"), b->texts[fixture][i],
                            &failure));
    need(ll_facts_read(&facts, b->arena, sources[LL_DOCUMENT_PLAN], sources[LL_DOCUMENT_LESSON],
                       &ll_vocabulary_default, &failure));
    double start = now();
    ll_engine *engine = way == FRESH
                            ? ll_engine_new(b->arena, &b->rules, &ll_vocabulary_default, false)
                            : b->engine;
    need(ll_engine_judge(engine, facts, way == NO_RULES ? b->none : b->users, &result, &failure));
    b->seconds[way] += now() - start;
    if (result->errors.len > 0)
        bench_die("%s", result->errors.at[0].text);
    ll_arena_reset(b->arena);
}

static void run_round(void *context) {
    bench *b = context;
    for (int way = 0; way < WAYS; way++) {
        b->seconds[way] = 0;
        for (int i = 0; i < b->count; i++)
            judge(b, i, way);
        if (b->best[way] == 0 || b->seconds[way] < b->best[way])
            b->best[way] = b->seconds[way];
    }
}

static void print_way(const bench *b, int way, const char *what, bench_goal goal, double bound) {
    char name[64];
    snprintf(name, sizeof name, "%u user rules, a pair%s", (unsigned)b->user_count, what);
    bench_print(
        &(bench_row){name, (b->best[way] - b->best[NO_RULES]) * 1e3 / b->count, "ms", goal, bound});
}

void bench_rules(int count, char **arguments) {
    bench b = {.count = count - 1, .folders = arguments + 1, .rule_folder = arguments[0]};
    b.kept = ll_arena_new(SIZE_MAX / 2);
    b.arena = ll_arena_new(SIZE_MAX / 2);
    b.texts = calloc((size_t)b.count, sizeof *b.texts);
    if (!b.kept || !b.arena || !b.texts)
        bench_die("out of memory");
    need(ll_arena_guard(b.kept, prepare, &b, &failure));
    for (int i = 0; i < ROUNDS; i++)
        need(ll_arena_guard(b.arena, run_round, &b, &failure));
    print_way(&b, READY, "", GOAL_AT_MOST, 1);
    print_way(&b, FRESH, ", made ready for it", GOAL_NONE, 0);
    ll_arena_free(b.arena);
    ll_arena_free(b.kept);
    free(b.texts);
}
