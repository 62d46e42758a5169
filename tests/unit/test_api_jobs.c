/* api: pairs on several threads give what they give on one, in the same order. */
#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "api/jobs.h"
#include "api/linter.h"
#include "lessonlint/lessonlint.h"

enum {
    PAIRS = 40,
    FILES = 2 * PAIRS,
    FORMATS = 12,
    LARGE_EACH = 8,
    FIRST_LARGE = 3,
    MANY = 5,         /* the pair with … */
    MANY_ROWS = 1200, /* … more findings of one rule than are listed */
    NARROW = 2000000  /* bytes: enough for the small pairs, and to recognise the large ones */
};

static char folder[512], paths[FILES][32];
static const char *arguments[FILES];
static const char *const formats[FORMATS] = {"checkstyle", "compact", "github", "gitlab",
                                             "html",       "human",   "json",   "markdown",
                                             "junit",      "ndjson",  "rdjson", "sarif"};

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* A short plan whose table has `rows` rows, and a lesson with as many things to complain of. */
static void write_small(int pair, int rows) {
    FILE *plan = fopen(paths[2 * pair], "wb"), *lesson = fopen(paths[2 * pair + 1], "wb");
    assert_true(plan && lesson);
    fprintf(plan,
            "# Lesson\n\n**Slug:** pair-%d\n\n| Misconception | Why They'd Think This | "
            "Negative Example | Where |\n|---|---|---|---|\n",
            pair);
    fprintf(lesson, "export function PairLesson() {\n  return (\n    <LessonLayout>\n");
    for (int i = 0; i < rows; i++) {
        fprintf(plan, "| Number %d of %d is large | Habit | An example that shows it | 1 |\n", i,
                rows);
        fprintf(lesson,
                "<Row><Row.Content><details><summary>Why %d -- %d?</summary>So.</details>"
                "</Row.Content></Row>\n",
                i, pair);
    }
    fprintf(lesson, "    </LessonLayout>\n  )\n}\n");
    assert_int_equal(fclose(plan) | fclose(lesson), 0);
}

static void copy_large(int pair) {
    static const char *const names[] = {"whole--planted", "whole--capstone"};
    const char *name = names[pair / LARGE_EACH % 2];
    char command[2048];
    snprintf(command, sizeof command,
             "sed 's/^\\*\\*Slug:.*/**Slug:** pair-%d/' '%s/fixtures/%s/plan.md' >%s && "
             "cp '%s/fixtures/%s/lesson.tsx' %s",
             pair, LESSONLINT_SOURCE_DIR, name, paths[2 * pair], LESSONLINT_SOURCE_DIR, name,
             paths[2 * pair + 1]);
    assert_int_equal(system(command), 0);
}

static int make_pairs(void **state) {
    (void)state;
    snprintf(folder, sizeof folder, "%s/jobs-XXXXXX", LESSONLINT_BINARY_DIR);
    if (!mkdtemp(folder) || chdir(folder) != 0)
        return -1;
    for (int i = 0; i < PAIRS; i++) {
        snprintf(paths[2 * i], sizeof paths[0], "pair-%d.md", i);
        snprintf(paths[2 * i + 1], sizeof paths[0], "pair-%d.tsx", i);
        arguments[2 * i] = paths[2 * i];
        arguments[2 * i + 1] = paths[2 * i + 1];
        if (i % LARGE_EACH == FIRST_LARGE)
            copy_large(i);
        else
            write_small(i, i == MANY ? MANY_ROWS : 1 + i % 5);
    }
    return 0;
}

static int remove_pairs(void **state) {
    (void)state;
    char command[600];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

/* What one run came to. */
typedef struct run {
    char *texts[FORMATS];
    size_t lengths[FORMATS];
    unsigned calls, fail_at; /* of the sink: the call that fails, 0 for none */
    ll_status status;
    ll_summary summary;
    ll_error error;
} run;

typedef struct sink {
    run *of;
    int format;
} sink;

static ll_status write_sink(void *context, const char *bytes, size_t length, ll_error *error) {
    sink *to = context;
    run *r = to->of;
    if (++r->calls == r->fail_at) {
        error->status = LL_E_IO;
        snprintf(error->text, sizeof error->text, "the sink is full");
        return LL_E_IO;
    }
    r->texts[to->format] = realloc(r->texts[to->format], r->lengths[to->format] + length);
    assert_non_null(r->texts[to->format]);
    memcpy(r->texts[to->format] + r->lengths[to->format], bytes, length);
    r->lengths[to->format] += length;
    return LL_OK;
}

static void set_jobs(ll_linter *linter, const char *jobs) {
    ll_error error = {0};
    assert_int_equal(ll_linter_set(linter, "jobs", jobs, &error), LL_OK);
}

static void lint(ll_linter *linter, run *r, unsigned fail_at) {
    sink sinks[FORMATS];
    ll_output outputs[FORMATS] = {{0}};
    memset(r, 0, sizeof *r);
    r->fail_at = fail_at;
    for (int i = 0; i < FORMATS; i++) {
        sinks[i] = (sink){r, i};
        outputs[i].format = formats[i];
        outputs[i].write = write_sink;
        outputs[i].context = &sinks[i];
    }
    r->status = ll_linter_run(linter, arguments, FILES, outputs, FORMATS, &r->summary, &r->error);
}

/* A run with a linter of its own. */
static run lint_with(const char *jobs, unsigned fail_at) {
    ll_linter *linter = NULL;
    ll_error error = {0};
    run r;
    assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
    set_jobs(linter, jobs);
    lint(linter, &r, fail_at);
    ll_linter_free(linter);
    return r;
}

static void free_run(run *r) {
    for (int i = 0; i < FORMATS; i++)
        free(r->texts[i]);
}

static void assert_same(const run *a, const run *b) {
    assert_int_equal(a->status, b->status);
    assert_int_equal(a->calls, b->calls);
    assert_string_equal(a->error.path, b->error.path);
    assert_string_equal(a->error.text, b->error.text);
    for (int i = 0; i < FORMATS; i++) {
        assert_int_equal(a->lengths[i], b->lengths[i]);
        if (a->lengths[i] > 0)
            assert_memory_equal(a->texts[i], b->texts[i], a->lengths[i]);
    }
    assert_int_equal(a->summary.pairs, b->summary.pairs);
    assert_int_equal(a->summary.critical, b->summary.critical);
    assert_int_equal(a->summary.improvement, b->summary.improvement);
    assert_int_equal(a->summary.polish, b->summary.polish);
    assert_int_equal(a->summary.verify, b->summary.verify);
    assert_int_equal(a->summary.polish_groups, b->summary.polish_groups);
}

/* Compares one thread with several. */
static void assert_same_with_any_jobs(unsigned fail_at, ll_status status, const char *path) {
    static const char *const jobs[] = {"2", "1000"};
    run one = lint_with("1", fail_at);
    assert_int_equal(one.status, status);
    assert_string_equal(one.error.path, path);
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++) {
        run several = lint_with(jobs[i], fail_at);
        assert_same(&one, &several);
        free_run(&several);
    }
    free_run(&one);
}

static void reports_do_not_depend_on_threads(void **state) {
    (void)state;
    run one = lint_with("1", 0);
    assert_int_equal(one.summary.pairs, PAIRS);
    assert_true(one.summary.polish > PAIRS);
    for (int i = 0; i < FORMATS; i++)
        assert_true(one.lengths[i] > 10000);
    free_run(&one);
    assert_same_with_any_jobs(0, LL_OK, "");
}

static void a_linter_uses_its_threads_again(void **state) {
    (void)state;
    ll_linter *linter = NULL;
    ll_error error = {0};
    run first, second, without;
    assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
    set_jobs(linter, "3");
    lint(linter, &first, 0);
    lint(linter, &second, 0);
    assert_same(&first, &second);
    /* an option between two runs reaches every thread */
    assert_int_equal(ll_linter_set(linter, "skip", "details-cursor", &error), LL_OK);
    lint(linter, &without, 0);
    assert_int_equal(without.status, LL_OK);
    assert_true(without.summary.polish + PAIRS / 2 < first.summary.polish);
    ll_linter_free(linter);
    free_run(&first);
    free_run(&second);
    free_run(&without);
}

/* A table row of more cells than are read: an error in the midst of a pair. */
static void write_wide(int pair) {
    FILE *plan = fopen(paths[2 * pair], "wb");
    assert_non_null(plan);
    fprintf(plan,
            "# Lesson\n\n**Slug:** pair-%d\n\n| Misconception | Why They'd Think This | "
            "Negative Example | Where |\n|---|---|---|---|\n",
            pair);
    for (int i = 0; i < 100; i++)
        fputs("| a ", plan);
    fputs("|\n", plan);
    assert_int_equal(fclose(plan), 0);
}

/* The others go on, and why is told in the order of the pairs. */
static void pairs_that_fail_are_left_out(void **state) {
    (void)state;
    static const int bad[] = {11, 12, 30};
    const size_t count = sizeof bad / sizeof *bad;
    for (size_t i = 0; i < count; i++)
        write_wide(bad[i]);
    assert_same_with_any_jobs(0, LL_OK, "");
    ll_linter *linter = NULL;
    ll_error error = {0};
    run r;
    assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
    set_jobs(linter, "3");
    lint(linter, &r, 0);
    assert_int_equal(r.summary.pairs, PAIRS - count);
    assert_int_equal(r.summary.errors, count);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(ll_linter_error(linter, i)->path, paths[2 * bad[i]]);
    free_run(&r);
    ll_linter_free(linter);
    for (size_t i = 0; i < count; i++)
        write_small(bad[i], 1 + bad[i] % 5);
}

/* A rule that no machine can finish with on "aaaa…". */
static const char HOSTILE[] =
    "id: hostile\nkind: text\nseverity: polish\nconfidence: exact\nsince: 0.1.0\nreads: [lesson]\n"
    "title: A\nmessage: A\nissue: A\nimpact: A\nfix: A\npraise: A\nnoun: texts\n"
    "text:\n  scopes: [lesson.prose]\n  pattern: '(a+)+(%|~)'\n";

/* It is left out of the pairs where it fails; all else goes on, and the errors come in order. */
static void assert_given_up(const char *jobs, const int *bad, size_t count, const run *without) {
    ll_linter *linter = NULL;
    ll_error error = {0};
    run r;
    assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
    set_jobs(linter, jobs);
    assert_int_equal(ll_linter_set(linter, "rules", "rules", &error), LL_OK);
    lint(linter, &r, 0);
    assert_int_equal(r.status, LL_OK);
    assert_int_equal(r.summary.exit_status, 2);
    assert_int_equal(r.summary.errors, count);
    assert_int_equal(r.summary.pairs, PAIRS);
    assert_int_equal(r.summary.polish, without->summary.polish);
    for (size_t i = 0; i < count; i++) {
        const ll_error *at = ll_linter_error(linter, i);
        assert_non_null(at);
        assert_int_equal(at->status, LL_E_LIMIT);
        assert_string_equal(at->path, paths[2 * bad[i] + 1]);
        assert_string_equal(at->text,
                            "rule hostile: the pattern needs too many steps on this text");
        assert_int_equal(at->line, 2);
    }
    assert_null(ll_linter_error(linter, count));
    free_run(&r);
    /* the errors are those of the last run */
    assert_int_equal(ll_linter_set(linter, "skip", "hostile", &error), LL_OK);
    lint(linter, &r, 0);
    assert_int_equal(r.summary.errors, 0);
    assert_null(ll_linter_error(linter, 0));
    free_run(&r);
    ll_linter_free(linter);
}

static void a_rule_that_is_given_up_ends_nothing(void **state) {
    (void)state;
    static const int bad[] = {11, 12, 30};
    const size_t count = sizeof bad / sizeof *bad;
    assert_int_equal(system("mkdir -p rules"), 0);
    write_file("rules/hostile.yaml", HOSTILE);
    for (size_t i = 0; i < count; i++)
        write_file(paths[2 * bad[i] + 1],
                   "export function L() {\n  return <LessonLayout><Row><p>"
                   "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</p></Row></LessonLayout>\n}\n");
    run without = lint_with("1", 0);
    assert_given_up("1", bad, count, &without);
    assert_given_up("3", bad, count, &without);
    free_run(&without);
    for (size_t i = 0; i < count; i++)
        write_small(bad[i], 1 + bad[i] % 5);
}

/* Gives a thread so little memory that large pairs do not fit. */
static void narrow(ll_worker *worker) {
    ll_arena_free(worker->scratch);
    worker->scratch = ll_arena_new(NARROW);
    assert_non_null(worker->scratch);
}

static void every_thread_has_a_guard_of_its_own(void **state) {
    (void)state;
    for (uint32_t jobs = 1; jobs <= 4; jobs++) {
        char number[16];
        ll_linter *linter = NULL;
        ll_error error = {0};
        run wide, tight;
        assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
        snprintf(number, sizeof number, "%u", jobs);
        set_jobs(linter, number);
        lint(linter, &wide, 0);
        assert_int_equal(wide.status, LL_OK);
        narrow(&linter->own);
        for (uint32_t i = 0; i + 1 < jobs; i++)
            narrow(&linter->others[i]);
        lint(linter, &tight, 0);
        assert_int_equal(tight.status, LL_OK);
        assert_int_equal(tight.summary.errors, PAIRS - tight.summary.pairs);
        assert_int_equal(ll_linter_error(linter, 0)->status, LL_E_LIMIT);
        assert_string_equal(ll_linter_error(linter, 0)->path, paths[2 * FIRST_LARGE]);
        assert_string_equal(ll_linter_error(linter, 1)->path, paths[2 * MANY]);
        ll_linter_free(linter);
        free_run(&wide);
        free_run(&tight);
    }
}

/* How often progress was told, and whether it always went on by one. */
typedef struct told {
    size_t calls;
    bool in_order;
} told;

static void note_progress(void *context, size_t done, size_t pairs) {
    told *seen = context;
    seen->in_order = seen->in_order && done == ++seen->calls && pairs == PAIRS;
}

static void progress_is_told_pair_by_pair(void **state) {
    (void)state;
    static const char *const jobs[] = {"1", "3"};
    for (size_t i = 0; i < 2; i++) {
        ll_linter *linter = NULL;
        ll_error error = {0};
        run r;
        told seen = {.in_order = true};
        assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
        set_jobs(linter, jobs[i]);
        ll_linter_progress(linter, note_progress, &seen);
        lint(linter, &r, 0);
        assert_int_equal(seen.calls, PAIRS);
        assert_true(seen.in_order);
        free_run(&r);
        ll_linter_progress(linter, NULL, NULL);
        lint(linter, &r, 0);
        assert_int_equal(seen.calls, PAIRS);
        free_run(&r);
        ll_linter_free(linter);
    }
}

static void a_failure_of_writing_ends_the_run(void **state) {
    (void)state;
    assert_same_with_any_jobs(1, LL_E_IO, "");
    assert_same_with_any_jobs(50, LL_E_IO, "");
    assert_same_with_any_jobs(FORMATS * PAIRS, LL_E_IO, "");
}

enum { PIECES = 500, THREADS = 5 };

typedef struct tally {
    atomic_uint done[PIECES];
    atomic_uint entered;
    uint32_t end_at; /* the piece that ends the work */
    bool refuse;     /* to enter */
} tally;

static bool enter(void *context, uint32_t thread) {
    tally *t = context;
    assert_true(thread > 0 && thread < THREADS);
    atomic_fetch_add(&t->entered, 1);
    return !t->refuse;
}

static bool count_piece(void *context, uint32_t thread, uint32_t piece) {
    tally *t = context;
    assert_true(thread < THREADS && !(t->refuse && thread > 0));
    atomic_fetch_add(&t->done[piece], 1);
    return piece != t->end_at;
}

static void each_piece_is_done_once(void **state) {
    (void)state;
    for (int refuse = 0; refuse < 2; refuse++) {
        tally t = {.end_at = PIECES, .refuse = refuse};
        ll_jobs jobs = {PIECES, THREADS, enter, count_piece, &t};
        ll_jobs_run(&jobs);
        assert_int_equal(t.entered, THREADS - 1);
        for (int i = 0; i < PIECES; i++)
            assert_int_equal(t.done[i], 1);
    }
}

static bool count_thread(void *context, uint32_t thread) {
    assert_true(thread < LL_JOBS_THREADS_MOST);
    atomic_fetch_add((atomic_uint *)context, 1);
    return true;
}

static bool do_nothing(void *context, uint32_t thread, uint32_t piece) {
    (void)context;
    (void)piece;
    return thread < LL_JOBS_THREADS_MOST;
}

static void threads_have_a_limit(void **state) {
    (void)state;
    for (uint32_t threads = LL_JOBS_THREADS_MOST - 1; threads <= LL_JOBS_THREADS_MOST + 1;
         threads++) {
        atomic_uint entered = 0;
        ll_jobs_run(&(ll_jobs){1000, threads, count_thread, do_nothing, &entered});
        assert_int_equal(entered + 1,
                         threads < LL_JOBS_THREADS_MOST ? threads : LL_JOBS_THREADS_MOST);
    }
}

static void pieces_before_the_last_one_are_done(void **state) {
    (void)state;
    tally t = {.end_at = 100};
    ll_jobs jobs = {PIECES, THREADS, enter, count_piece, &t};
    ll_jobs_run(&jobs);
    for (uint32_t i = 0; i <= t.end_at; i++)
        assert_int_equal(t.done[i], 1);
    unsigned begun = 0;
    for (int i = 0; i < PIECES; i++)
        begun += t.done[i];
    assert_true(begun <= PIECES);
    /* on one thread nothing is begun behind it */
    tally alone = {.end_at = 100};
    jobs = (ll_jobs){PIECES, 1, enter, count_piece, &alone};
    ll_jobs_run(&jobs);
    assert_int_equal(alone.entered, 0);
    assert_int_equal(alone.done[100], 1);
    assert_int_equal(alone.done[101], 0);
}

static void no_more_threads_than_pieces(void **state) {
    (void)state;
    tally t = {.end_at = PIECES};
    ll_jobs jobs = {1, THREADS, enter, count_piece, &t};
    ll_jobs_run(&jobs);
    assert_int_equal(t.entered, 0);
    assert_int_equal(t.done[0], 1);
    jobs.count = 0;
    ll_jobs_run(&jobs);
    assert_int_equal(t.done[0], 1);
    assert_true(ll_jobs_processors() >= 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports_do_not_depend_on_threads),
        cmocka_unit_test(a_linter_uses_its_threads_again),
        cmocka_unit_test(pairs_that_fail_are_left_out),
        cmocka_unit_test(a_rule_that_is_given_up_ends_nothing),
        cmocka_unit_test(every_thread_has_a_guard_of_its_own),
        cmocka_unit_test(progress_is_told_pair_by_pair),
        cmocka_unit_test(a_failure_of_writing_ends_the_run),
        cmocka_unit_test(each_piece_is_done_once),
        cmocka_unit_test(threads_have_a_limit),
        cmocka_unit_test(pieces_before_the_last_one_are_done),
        cmocka_unit_test(no_more_threads_than_pieces),
    };
    return cmocka_run_group_tests(tests, make_pairs, remove_pairs);
}
