/* The parts of the program over documents in memory: processor time, the least of many rounds. */
#include "bench.h"

#include "review/history.h"
#include "writer/writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 300, MOST_WRITERS = 32 };

/* What is timed. Rules, review and writers follow one another on the facts of one fixture; each of
 * the others has rounds of its own. */
enum {
    SCANNER,
    LESSON,
    MARKDOWN,
    PLAN,
    FACTS,
    RULES,
    REVIEW,
    WRITERS,
    STAGES = WRITERS + MOST_WRITERS
};

typedef struct fixture {
    const char *folder;
    ll_view texts[LL_DOCUMENTS];
    bool scans; /* the lesson has no fault */
} fixture;

/* Time and bytes of one round, then of the best round, by stage. */
typedef struct tally {
    double seconds[STAGES];
    size_t bytes[STAGES];
} tally;

typedef struct bench {
    fixture *fixtures;
    int count;
    ll_arena *arena; /* of one fixture */
    ll_engine *engine;
    const ll_rule_setting *settings;
    tally round, best;
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

static void add(bench *b, int stage, double start, size_t bytes) {
    b->round.seconds[stage] += now() - start;
    b->round.bytes[stage] += bytes;
}

static ll_source *source_of(ll_arena *arena, const fixture *f, ll_document document) {
    static const ll_view paths[] = {LL_VIEW_INIT("plan.md"), LL_VIEW_INIT("lesson.tsx")};
    ll_source *source = NULL;
    need(ll_source_from(&source, arena, paths[document], f->texts[document], &failure));
    return source;
}

static void time_scanner(bench *b, const fixture *f) {
    if (!f->scans)
        return;
    ll_source *source = source_of(b->arena, f, LL_DOCUMENT_LESSON);
    double start = now();
    ll_tsx_parse(b->arena, source);
    add(b, SCANNER, start, source->text.len);
}

static void time_lesson(bench *b, const fixture *f) {
    if (!f->scans)
        return;
    ll_source *source = source_of(b->arena, f, LL_DOCUMENT_LESSON);
    double start = now();
    ll_lesson_parse(b->arena, source);
    add(b, LESSON, start, source->text.len);
}

static void time_markdown(bench *b, const fixture *f) {
    ll_source *source = source_of(b->arena, f, LL_DOCUMENT_PLAN);
    ll_markdown *markdown = NULL;
    double start = now();
    need(ll_markdown_parse(&markdown, b->arena, source, &failure));
    add(b, MARKDOWN, start, source->text.len);
}

static void time_plan(bench *b, const fixture *f) {
    ll_source *source = source_of(b->arena, f, LL_DOCUMENT_PLAN);
    ll_plan *plan = NULL;
    double start = now();
    need(ll_plan_parse(&plan, b->arena, source, &ll_vocabulary_default, &failure));
    add(b, PLAN, start, source->text.len);
}

static ll_facts *facts_of(bench *b, const fixture *f) {
    ll_facts *facts = NULL;
    ll_source *plan = source_of(b->arena, f, LL_DOCUMENT_PLAN);
    ll_source *lesson = source_of(b->arena, f, LL_DOCUMENT_LESSON);
    need(ll_facts_read(&facts, b->arena, plan, lesson, &ll_vocabulary_default, &failure));
    return facts;
}

static size_t bytes_of(const fixture *f) {
    return f->texts[LL_DOCUMENT_PLAN].len + f->texts[LL_DOCUMENT_LESSON].len;
}

static void time_facts(bench *b, const fixture *f) {
    double start = now();
    facts_of(b, f);
    add(b, FACTS, start, bytes_of(f));
}

static void time_writers(bench *b, const ll_review *review) {
    size_t count;
    const ll_writer *writers = ll_writers(&count);
    const ll_writer_options options = {.pairs = 1};
    for (size_t i = 0; i < count && i < MOST_WRITERS; i++) {
        ll_buffer text = {.arena = b->arena, .most = LL_WRITER_MOST};
        double start = now();
        writers[i].pair(&text, &options, review, 0);
        add(b, WRITERS + (int)i, start, text.len);
    }
}

static void time_judging(bench *b, const fixture *f) {
    static const ll_review_options options = {0};
    ll_facts *facts = facts_of(b, f);
    ll_result *result = NULL;
    double start = now();
    need(ll_engine_judge(b->engine, facts, b->settings, &result, &failure));
    add(b, RULES, start, bytes_of(f));
    start = now();
    ll_review *review = ll_review_make(b->arena, result, &options);
    ll_review_measure(review, b->arena);
    ll_review_look_back(review, b->arena, &(ll_next_review){0});
    add(b, REVIEW, start, bytes_of(f));
    time_writers(b, review);
}

static void keep_best(bench *b) {
    for (int i = 0; i < STAGES; i++) {
        bool first = b->best.bytes[i] == 0;
        if (b->round.bytes[i] == 0 || (!first && b->round.seconds[i] >= b->best.seconds[i]))
            continue;
        b->best.seconds[i] = b->round.seconds[i];
        b->best.bytes[i] = b->round.bytes[i];
    }
    b->round = (tally){0};
}

typedef void time_part(bench *b, const fixture *f);

/* One part over all fixtures, again and again: nothing else puts its data and its branches out of
 * the processor's memory. */
static void run_part(bench *b, time_part *part) {
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < b->count; i++) {
            part(b, &b->fixtures[i]);
            ll_arena_reset(b->arena);
        }
        keep_best(b);
    }
}

static void run_parts(void *context) {
    static time_part *const parts[] = {time_scanner, time_lesson, time_markdown,
                                       time_plan,    time_facts,  time_judging};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        run_part(context, parts[i]);
}

static ll_view read_text(ll_arena *arena, const char *folder, const char *name) {
    ll_source *source = NULL;
    need(ll_source_read(&source, arena, ll_view_of(bench_path(folder, name)), &failure));
    return source->text;
}

typedef struct preparation {
    bench *b;
    ll_arena *arena; /* for good */
} preparation;

static void prepare(void *context) {
    preparation *work = context;
    ll_arena *arena = work->arena;
    for (int i = 0; i < work->b->count; i++) {
        fixture *f = &work->b->fixtures[i];
        f->texts[LL_DOCUMENT_PLAN] = read_text(arena, f->folder, "plan.md");
        f->texts[LL_DOCUMENT_LESSON] = read_text(arena, f->folder, "lesson.tsx");
        ll_source *lesson = source_of(arena, f, LL_DOCUMENT_LESSON);
        f->scans = !ll_tsx_parse(arena, lesson)->fault;
    }
    ll_rule_set *rules = LL_ARENA_NEW(arena, ll_rule_set);
    *rules = ll_rules_shipped(arena);
    ll_rule_setting *settings = LL_ARENA_ARRAY(arena, ll_rule_setting, rules->len);
    for (uint32_t i = 0; i < rules->len; i++)
        settings[i].off = rules->at[i]->severity == LL_SEVERITY_OFF;
    work->b->settings = settings;
    work->b->engine = ll_engine_new(arena, rules, &ll_vocabulary_default, false);
}

static void print_stage(const bench *b, int stage, const char *name, bench_goal goal,
                        double bound) {
    if (b->best.bytes[stage] > 0)
        bench_print(&(bench_row){name, (double)b->best.bytes[stage] / b->best.seconds[stage] / 1e6,
                                 "MB/s", goal, bound});
}

static void print_all(const bench *b) {
    print_stage(b, SCANNER, "scanner", GOAL_AT_LEAST, 1000);
    print_stage(b, LESSON, "scanner and lesson model", GOAL_NONE, 0);
    print_stage(b, MARKDOWN, "Markdown reader", GOAL_NONE, 0);
    print_stage(b, PLAN, "Markdown reader and plan model", GOAL_AT_LEAST, 200);
    print_stage(b, FACTS, "both documents to facts", GOAL_NONE, 0);
    print_stage(b, RULES, "all rules on facts", GOAL_NONE, 0);
    print_stage(b, REVIEW, "review with checks and coverage", GOAL_NONE, 0);
    size_t count;
    const ll_writer *writers = ll_writers(&count);
    for (size_t i = 0; i < count && i < MOST_WRITERS; i++) {
        char name[64];
        snprintf(name, sizeof name, "writer %s (of what it writes)", writers[i].name);
        print_stage(b, WRITERS + (int)i, name, GOAL_NONE, 0);
    }
}

void bench_memory(int count, char **arguments) {
    bench b = {.count = count, .arena = ll_arena_new(SIZE_MAX / 2)};
    b.fixtures = calloc((size_t)count, sizeof *b.fixtures);
    preparation work = {&b, ll_arena_new(SIZE_MAX / 2)};
    if (!b.arena || !work.arena || !b.fixtures)
        bench_die("out of memory");
    for (int i = 0; i < count; i++)
        b.fixtures[i].folder = arguments[i];
    need(ll_arena_guard(work.arena, prepare, &work, &failure));
    need(ll_arena_guard(b.arena, run_parts, &b, &failure));
    print_all(&b);
    ll_arena_free(b.arena);
    ll_arena_free(work.arena);
    free(b.fixtures);
}
