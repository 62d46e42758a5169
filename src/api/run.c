/* A run over files: pair by pair through the engine, the review and the writers, several pairs at
 * the same time; what they wrote is handed out in their order. */
#include "api/run.h"
#include "api/found.h"
#include "api/inputs.h"
#include "api/jobs.h"
#include "api/judge.h"
#include "api/known.h"
#include "api/totals.h"
#include "base/error.h"
#include "project/paths.h"
#include "writer/writer.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

typedef struct report {
    const ll_writer *writer; /* NULL: findings are handed out, no text is written */
    const ll_output *output;
    ll_writer_options options;
    bool begun; /* a pair had something to say */
} report;

/* What became of one pair: made on any thread, read by the calling one when `done`. */
typedef struct outcome {
    atomic_bool done;
    ll_status status;
    uint32_t thread;  /* that made it: where the error of a failure is */
    char *text;       /* of all outputs, one after another; from malloc, NULL once it is written */
    ll_error *errors; /* of rules that were given up, or the one that ended the pair; from malloc,
                       * NULL when there are none */
    uint32_t error_count;
    ll_totals totals; /* all zero of a pair that was ended */
} outcome;

/* Of what one output has of one pair in a text: the entry comes first. */
typedef struct parts {
    size_t entry, rest;
} parts;

typedef struct lint_run {
    ll_linter *linter;
    ll_inputs_given given;
    const ll_output *outputs;
    size_t output_count;
    ll_error *error;
    ll_status status;
    report *reports;
    ll_inputs inputs;
    outcome *outcomes;  /* by pair */
    parts *lengths;     /* by pair and output: of the parts of a text */
    ll_error *errors;   /* by thread; one that has failed begins nothing more */
    uint32_t written;   /* pairs whose texts were handed out */
    size_t kept_errors; /* of rules and of pairs; the linter keeps the first of them */
    ll_totals totals;
    ll_changes *changes;     /* NULL: findings on all lines are reported */
    ll_baseline *baseline;   /* NULL: everything is reported */
    ll_known_counts entries; /* entries of it */
    bool measure;            /* one of the writers shows checks and coverage */
    bool holds;    /* one of the writers has entries: the rest of each pair waits for all of them */
    bool receives; /* findings are handed out, which only the calling thread may do */
    ll_take_review *take; /* NULL, or what gets the review of the one pair; there are no outputs */
    ll_finish_review *finish; /* NULL, or what comes last */
    void *context;            /* of both */
} lint_run;

/* One step of a run, done under the guard of a scratch arena. */
typedef struct lint_step {
    lint_run *run;
    ll_worker *worker;
    uint32_t pair; /* index; NO_PAIR for what is around them */
    ll_status status;
    ll_error *error;
    bool handing; /* what the caller gave is at work: its failure is the run's */
} lint_step;

static const uint32_t NO_PAIR = UINT32_MAX;

static ll_status find_writers(lint_run *run) {
    const ll_rule_set *rules = ll_inputs_rules(run->linter->call, &run->inputs);
    run->reports = LL_ARENA_ARRAY(run->linter->call, report, run->output_count);
    for (size_t i = 0; i < run->output_count; i++) {
        report *one = &run->reports[i];
        const ll_output *output = &run->outputs[i];
        one->output = output;
        if (!output->receive && (!output->format || !output->write))
            return ll_error_set(run->error, LL_E_INVALID, (ll_view){0}, 0, 0,
                                "an output needs `format` and `write`, or `receive`");
        run->receives |= output->receive != NULL;
        if (output->receive)
            continue;
        one->writer = ll_writer_find(ll_view_of(output->format));
        if (!one->writer)
            return ll_error_set(run->error, LL_E_NOT_FOUND, (ll_view){0}, 0, 0,
                                "there is no format \"%s\"", output->format);
        one->options = (ll_writer_options){.color = output->color != 0,
                                           .quiet = output->quiet != 0,
                                           .width = output->width,
                                           .date = run->linter->date,
                                           .pairs = run->inputs.pairs.len,
                                           .inputs = &run->inputs.pairs,
                                           .again = !run->given.files && !run->linter->partners,
                                           .chosen = run->linter->chosen.at,
                                           .chosen_count = run->linter->chosen.len,
                                           .paths = run->given.paths,
                                           .path_count = run->given.count,
                                           .rules = rules,
                                           .fail_on = run->linter->fail_on};
        if (one->writer->rooted)
            one->options.repository = ll_path_repository(
                run->linter->call, ll_path_real(run->linter->call, LL_VIEW(".")));
        run->measure |= one->writer->measures;
        run->holds |= one->writer->entry != NULL;
    }
    return LL_OK;
}

static ll_status hand_out_buffer(lint_step *step, const report *one, const ll_buffer *text) {
    return text->len ? one->output->write(one->output->context, text->ptr, text->len, step->error)
                     : LL_OK;
}

static ll_status read_document(lint_step *step, const ll_input *input, ll_source **source) {
    return input ? ll_pairing_read(source, step->worker->scratch, input, step->error) : LL_OK;
}

/* Takes the texts out of the arena, which the next pair needs. */
static ll_status keep_texts(lint_step *step, const ll_buffer *texts) {
    lint_run *run = step->run;
    size_t length = 0;
    for (size_t i = 0; i < run->output_count; i++)
        length += texts[i].len;
    char *text = malloc(length + 1), *at = text;
    if (!text)
        return ll_error_set(step->error, LL_E_MEMORY, (ll_view){0}, 0, 0, "out of memory");
    for (size_t i = 0; i < run->output_count; i++) {
        if (texts[i].ptr) /* nothing was written to it otherwise */
            memcpy(at, texts[i].ptr, texts[i].len);
        at += texts[i].len;
    }
    run->outcomes[step->pair].text = text;
    return LL_OK;
}

static parts write_parts(ll_buffer *text, const report *one, const ll_review *review, size_t pair) {
    if (one->writer->entry)
        one->writer->entry(text, &one->options, review, pair);
    size_t entry = text->len;
    one->writer->pair(
        text, &one->options,
        one->writer->rooted ? ll_writer_root(text->arena, &one->options, review) : review, pair);
    return (parts){entry, text->len - entry};
}

static ll_status keep_errors(lint_step *step, const ll_result *result) {
    outcome *made = &step->run->outcomes[step->pair];
    size_t size = result->errors.len * sizeof *made->errors;
    if (size == 0)
        return LL_OK;
    made->errors = malloc(size);
    if (!made->errors)
        return ll_error_set(step->error, LL_E_MEMORY, (ll_view){0}, 0, 0, "out of memory");
    memcpy(made->errors, result->errors.at, size);
    made->error_count = result->errors.len;
    return LL_OK;
}

/* As much of the review as the outputs ask for. */
static ll_review *review_of(const lint_step *step, const ll_result *result) {
    const lint_run *run = step->run;
    const ll_config *config = run->inputs.setups[step->pair].profile->config;
    const ll_review_options options = {config ? config->major_threshold : 1,
                                       config && config->polish_notes};
    ll_arena *scratch = step->worker->scratch;
    const ll_plan *plan = result->facts->plan;
    ll_review *review = ll_review_make(scratch, result, &options);
    if (run->measure)
        ll_review_measure(review, scratch);
    if (run->measure || (plan && plan->reviews.len > 0))
        ll_review_look_back(review, scratch, &run->linter->next);
    return review;
}

static ll_status write_pair(lint_step *step, const ll_result *result) {
    lint_run *run = step->run;
    ll_arena *scratch = step->worker->scratch;
    ll_review *review = review_of(step, result);
    step->handing = run->take || run->receives;
    if (run->take) {
        ll_status status = run->take(run->context, scratch, review, step->error);
        if (status != LL_OK)
            return status;
    }
    ll_buffer *texts = LL_ARENA_ARRAY(scratch, ll_buffer, run->output_count);
    parts *lengths = run->lengths + step->pair * run->output_count;
    for (size_t i = 0; i < run->output_count; i++) {
        const report *one = &run->reports[i];
        texts[i] = (ll_buffer){.arena = scratch, .most = LL_WRITER_MOST};
        if (one->writer) {
            lengths[i] = write_parts(&texts[i], one, review, step->pair);
            continue;
        }
        ll_status status = ll_found_hand_out(scratch, review, one->output, step->error);
        if (status != LL_OK)
            return status;
    }
    run->outcomes[step->pair].totals = ll_totals_of(review);
    ll_status status = keep_errors(step, result);
    return status == LL_OK ? keep_texts(step, texts) : status;
}

/* What is not to be reported. */
static void leave_out(const lint_step *step, ll_result *result) {
    const ll_linter *linter = step->run->linter;
    if (step->run->baseline)
        ll_baseline_apply(step->run->baseline, result, linter->updates ? linter->call : NULL,
                          linter->date);
    if (step->run->changes)
        ll_unchanged_leave_out(step->run->changes, result);
}

static ll_status judge_pair(lint_step *step, ll_source *plan, ll_source *lesson) {
    const ll_pair_setup *setup = &step->run->inputs.setups[step->pair];
    ll_result *result = NULL;
    ll_status status = ll_judge_pair(&result, step->run->linter, step->worker, setup, setup->around,
                                     plan, lesson, step->error);
    if (status == LL_OK)
        leave_out(step, result);
    return status == LL_OK ? write_pair(step, result) : status;
}

static void lint_pair(void *context) {
    lint_step *step = context;
    const ll_pair *pair = &step->run->inputs.pairs.at[step->pair];
    ll_source *plan = NULL, *lesson = NULL;
    step->status = read_document(step, pair->plan, &plan);
    if (step->status == LL_OK)
        step->status = read_document(step, pair->lesson, &lesson);
    if (step->status == LL_OK)
        step->status = judge_pair(step, plan, lesson);
}

static void begin_reports(void *context) {
    lint_step *step = context;
    for (size_t i = 0; i < step->run->output_count && step->status == LL_OK; i++) {
        const report *one = &step->run->reports[i];
        ll_buffer text = {.arena = step->worker->scratch, .most = LL_WRITER_MOST};
        if (one->writer && one->writer->begin)
            one->writer->begin(&text, &one->options);
        step->status = hand_out_buffer(step, one, &text);
    }
}

static void end_reports(void *context) {
    lint_step *step = context;
    for (size_t i = 0; i < step->run->output_count && step->status == LL_OK; i++) {
        const report *one = &step->run->reports[i];
        ll_buffer text = {.arena = step->worker->scratch, .most = LL_WRITER_MOST};
        if (one->writer && one->writer->end)
            one->writer->end(&text, &one->options, &step->run->totals);
        step->status = hand_out_buffer(step, one, &text);
    }
}

/* What gave up did not know the file. */
static void name_file(const lint_run *run, uint32_t pair_index, const ll_error *given_up,
                      ll_error *error) {
    const ll_pair *pair = pair_index == NO_PAIR ? NULL : &run->inputs.pairs.at[pair_index];
    const ll_input *input = !pair ? NULL : pair->plan ? pair->plan : pair->lesson;
    *error = *given_up;
    if (given_up->path[0] == '\0' && input)
        ll_error_set(error, given_up->status, input->name, given_up->line, given_up->column, "%s",
                     given_up->text);
}

static void let_go(outcome *made) {
    free(made->text);
    free(made->errors);
    made->text = NULL;
    made->errors = NULL;
}

/* Whether only the documents of the pair are to blame: they pass a limit, or cannot be read. */
static bool is_of_pair(const lint_step *step, ll_status status) {
    return step->pair != NO_PAIR && !step->handing && (status == LL_E_LIMIT || status == LL_E_IO);
}

/* The others go on without the pair. */
static ll_status end_pair(const lint_run *run, uint32_t pair, ll_error *why) {
    outcome *made = &run->outcomes[pair];
    let_go(made);
    *made = (outcome){.errors = malloc(sizeof *why)};
    if (!made->errors)
        return ll_error_set(why, LL_E_MEMORY, (ll_view){0}, 0, 0, "out of memory");
    *made->errors = *why;
    made->error_count = 1;
    return LL_OK;
}

static ll_status do_step(lint_run *run, ll_worker *worker, void (*work)(void *context),
                         uint32_t pair_index, ll_error *error) {
    lint_step step = {run, worker, pair_index, LL_OK, error, false};
    ll_error given_up = {0};
    ll_status status = ll_arena_guard(worker->scratch, work, &step, &given_up);
    ll_arena_reset(worker->scratch);
    if (status == LL_OK)
        status = step.status;
    else
        name_file(run, pair_index, &given_up, error);
    return is_of_pair(&step, status) ? end_pair(run, pair_index, error) : status;
}

static ll_status write_part(const lint_run *run, const report *one, const char *text,
                            size_t length) {
    return length ? one->output->write(one->output->context, text, length, run->error) : LL_OK;
}

/* What a pair has to say, behind what stands between it and the one before. */
static ll_status write_rest(const lint_run *run, report *one, const char *text, size_t length) {
    const char *between = one->writer ? one->writer->between : NULL;
    ll_status status = LL_OK;
    if (length > 0 && one->begun && between)
        status = write_part(run, one, between, strlen(between));
    one->begun |= length > 0;
    return status == LL_OK ? write_part(run, one, text, length) : status;
}

/* What each output has of a pair; of those with entries at first these, later the rest. */
static void hand_out(lint_run *run, uint32_t pair, bool later) {
    const char *text = run->outcomes[pair].text;
    if (!text)
        return;
    const parts *lengths = run->lengths + pair * run->output_count;
    for (size_t i = 0; i < run->output_count && run->status == LL_OK; i++) {
        report *one = &run->reports[i];
        bool waits = one->writer && one->writer->entry;
        if (!later)
            run->status = write_part(run, one, text, lengths[i].entry);
        text += lengths[i].entry;
        if (run->status == LL_OK && waits == later)
            run->status = write_rest(run, one, text, lengths[i].rest);
        text += lengths[i].rest;
    }
}

static ll_status hand_out_errors(lint_run *run, const outcome *next) {
    ll_status status = LL_OK;
    run->kept_errors += next->error_count;
    for (uint32_t i = 0; i < next->error_count && status == LL_OK; i++)
        status = ll_linter_keep_error(run->linter, &next->errors[i], run->error);
    return status;
}

static void tell_progress(const lint_run *run) {
    const ll_linter *linter = run->linter;
    if (linter->progress)
        linter->progress(linter->progress_context, run->written, run->inputs.pairs.len);
}

/* Writes what is ready, in the order of the pairs; only on the calling thread. */
static void hand_out_ready(lint_run *run) {
    while (run->status == LL_OK && run->written < run->inputs.pairs.len) {
        outcome *next = &run->outcomes[run->written];
        if (!atomic_load(&next->done))
            return;
        run->status = next->status;
        if (next->status != LL_OK) {
            *run->error = run->errors[next->thread];
            return;
        }
        hand_out(run, run->written, false);
        if (run->status == LL_OK)
            run->status = hand_out_errors(run, next);
        if (!run->holds)
            let_go(next);
        ll_totals_add(&run->totals, &next->totals);
        run->written++;
        tell_progress(run);
    }
}

static ll_worker *worker_of(lint_run *run, uint32_t thread) {
    return thread == 0 ? &run->linter->own : &run->linter->others[thread - 1];
}

static bool enter_thread(void *context, uint32_t thread) {
    lint_run *run = context;
    return ll_linter_make_worker(worker_of(run, thread), &run->errors[thread]) == LL_OK;
}

static bool do_pair(void *context, uint32_t thread, uint32_t index) {
    lint_run *run = context;
    outcome *made = &run->outcomes[index];
    ll_status status = do_step(run, worker_of(run, thread), lint_pair, index, &run->errors[thread]);
    made->status = status;
    made->thread = thread;
    atomic_store(&made->done, true);
    if (thread == 0)
        hand_out_ready(run);
    return status == LL_OK && (thread > 0 || run->status == LL_OK);
}

static uint32_t thread_count(const lint_run *run) {
    uint32_t most =
        run->inputs.pairs.len < LL_JOBS_THREADS_MOST ? run->inputs.pairs.len : LL_JOBS_THREADS_MOST;
    if (most <= 1 || run->receives || (run->baseline && run->linter->updates))
        return 1;
    uint32_t jobs = run->linter->jobs ? run->linter->jobs : ll_jobs_processors();
    return jobs < most ? jobs : most;
}

static void lint_pairs(lint_run *run) {
    ll_arena *arena = run->linter->call;
    ll_jobs jobs = {run->inputs.pairs.len, thread_count(run), enter_thread, do_pair, run};
    run->outcomes = LL_ARENA_ARRAY(arena, outcome, run->inputs.pairs.len);
    run->lengths = LL_ARENA_ARRAY(arena, parts, run->inputs.pairs.len * run->output_count);
    run->errors = LL_ARENA_ARRAY(arena, ll_error, jobs.threads);
    ll_jobs_run(&jobs);
    hand_out_ready(run);
    for (uint32_t i = 0; i < run->inputs.pairs.len; i++) {
        if (run->holds && run->status == LL_OK)
            hand_out(run, i, true);
        let_go(&run->outcomes[i]);
    }
}

/* A run that could work on nothing has failed, as its first pair has. */
static void fail_without_pairs(lint_run *run) {
    if (run->status != LL_OK || run->totals.pairs > 0 || run->linter->error_count == 0)
        return;
    *run->error = run->linter->errors[0];
    run->status = run->error->status;
}

static int exit_status(const lint_run *run) {
    if (run->kept_errors > 0)
        return 2;
    for (ll_severity i = 0; i < LL_SEVERITIES && i <= run->linter->fail_on; i++)
        if (run->linter->fail_on != LL_SEVERITY_OFF && run->totals.counts[i] > 0)
            return 1;
    return 0;
}

static ll_summary summary_of(const lint_run *run) {
    const ll_totals *totals = &run->totals;
    return (ll_summary){
        .exit_status = exit_status(run),
        .verdict = totals->verdict,
        .pairs = totals->pairs,
        .plans = totals->plans,
        .lessons = totals->lessons,
        .critical = totals->counts[LL_SEVERITY_CRITICAL],
        .improvement = totals->counts[LL_SEVERITY_IMPROVEMENT],
        .polish = totals->counts[LL_SEVERITY_POLISH],
        .verify = totals->verify,
        .critical_groups = totals->groups[LL_SEVERITY_CRITICAL],
        .improvement_groups = totals->groups[LL_SEVERITY_IMPROVEMENT],
        .polish_groups = totals->groups[LL_SEVERITY_POLISH],
        .errors = run->kept_errors,
        .known = (size_t)totals->known,
        .gone = run->entries.gone,
        .added = run->entries.added,
        .entries = run->entries.all,
        .unchanged = (size_t)totals->unchanged,
        .waiting = (size_t)totals->waiting,
    };
}

/* A review is about one plan. Widgets that were given beside it are looked into, and have none. */
static ll_status keep_one_plan(lint_run *run) {
    ll_pairs *pairs = &run->inputs.pairs;
    uint32_t of = 0, count = 0;
    for (uint32_t i = 0; i < pairs->len; i++) {
        of = pairs->at[i].plan ? i : of;
        count += pairs->at[i].plan || pairs->at[i].lesson->certain;
    }
    if (count == 1 && pairs->at[of].plan) {
        pairs->at[0] = pairs->at[of];
        run->inputs.setups[0] = run->inputs.setups[of];
        pairs->len = 1;
        return LL_OK;
    }
    return ll_error_set(run->error, LL_E_INVALID, (ll_view){0}, 0, 0,
                        pairs->len == 1 ? "a review needs the plan of the lesson"
                                        : "a review is about one plan and its lesson");
}

/* What memory or a report could still fail is done: files are changed last. */
static ll_status change_files(const lint_run *run) {
    if (run->finish)
        return run->finish(run->context, run->error);
    return ll_known_write(run->baseline, run->linter, &run->entries, run->error);
}

static void run_all(void *context) {
    lint_run *run = context;
    run->given.apart = !run->take; /* a review has no part for a file of its own */
    run->status = ll_inputs_find(&run->inputs, run->linter, &run->given, run->error);
    if (run->status == LL_OK && run->take)
        run->status = keep_one_plan(run);
    if (run->status == LL_OK && !run->take) /* a review speaks of all that is there */
        run->status = ll_known_begin(&run->baseline, run->linter, run->error);
    if (run->status == LL_OK && !run->take)
        run->status = ll_unchanged_begin(&run->changes, run->linter, &run->inputs, run->error);
    if (run->status == LL_OK)
        run->status = find_writers(run);
    if (run->status == LL_OK)
        run->status = do_step(run, &run->linter->own, begin_reports, NO_PAIR, run->error);
    if (run->status == LL_OK)
        lint_pairs(run);
    fail_without_pairs(run);
    ll_totals_find_worst(&run->totals);
    run->totals.errors = run->linter->errors;
    run->totals.error_count = run->linter->error_count;
    run->totals.all_errors = run->kept_errors;
    if (run->baseline && run->given.count == 0 && run->kept_errors == 0)
        ll_baseline_forget_unread(run->baseline);
    if (run->status == LL_OK)
        run->status = ll_known_end(run->baseline, run->linter, &run->entries, run->error);
    if (run->status == LL_OK)
        run->status = do_step(run, &run->linter->own, end_reports, NO_PAIR, run->error);
    if (run->status == LL_OK)
        run->status = change_files(run);
}

static ll_status run_guarded(lint_run *run, ll_summary *summary) {
    ll_status status = ll_linter_call(run->linter, run_all, run, run->error);
    if (status == LL_OK)
        status = run->status;
    if (status == LL_OK && summary)
        *summary = summary_of(run);
    run->linter->unusable |= status == LL_E_MEMORY;
    return status;
}

ll_status ll_linter_run(ll_linter *linter, const char *const *paths, size_t path_count,
                        const ll_output *outputs, size_t output_count, ll_summary *summary,
                        ll_error *error) {
    lint_run run = {.linter = linter,
                    .given = {.paths = paths, .count = path_count},
                    .outputs = outputs,
                    .output_count = output_count,
                    .error = error};
    return run_guarded(&run, summary);
}

ll_status ll_linter_run_files(ll_linter *linter, const ll_file *files, size_t file_count,
                              const ll_output *outputs, size_t output_count, ll_summary *summary,
                              ll_error *error) {
    lint_run run = {.linter = linter,
                    .given = {.files = files, .count = file_count},
                    .outputs = outputs,
                    .output_count = output_count,
                    .error = error};
    return run_guarded(&run, summary);
}

ll_status ll_run_review(ll_linter *linter, const ll_inputs_given *given, ll_take_review *take,
                        ll_finish_review *finish, void *context, ll_summary *summary,
                        ll_error *error) {
    lint_run run = {.linter = linter,
                    .given = *given,
                    .error = error,
                    .measure = true,
                    .take = take,
                    .finish = finish,
                    .context = context};
    return run_guarded(&run, summary);
}
