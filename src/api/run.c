/* A run over files: pair by pair through the engine, the review and the writers. */
#include "api/found.h"
#include "api/linter.h"
#include "base/error.h"
#include "project/pairing.h"
#include "writer/writer.h"

typedef struct report {
    const ll_writer *writer; /* NULL: findings are handed out, no text is written */
    const ll_output *output;
    ll_writer_options options;
} report;

typedef struct lint_run {
    ll_linter *linter;
    const char *const *paths; /* either these … */
    const ll_file *files;     /* … or these */
    size_t input_count;
    const ll_output *outputs;
    size_t output_count;
    ll_error *error;
    ll_status status;
    report *reports;
    ll_pairs pairs;
    ll_totals totals;
    bool measure; /* one of the writers shows checks and coverage */
} lint_run;

/* One step of a run, done under the guard of the scratch arena. */
typedef struct lint_step {
    lint_run *run;
    const ll_pair *pair;
    ll_status status;
} lint_step;

static ll_status find_writers(lint_run *run) {
    run->reports = LL_ARENA_ARRAY(run->linter->call, report, run->output_count);
    for (size_t i = 0; i < run->output_count; i++) {
        report *one = &run->reports[i];
        const ll_output *output = &run->outputs[i];
        one->output = output;
        if (!output->receive && (!output->format || !output->write))
            return ll_error_set(run->error, LL_E_INVALID, (ll_view){0}, 0, 0,
                                "an output needs `format` and `write`, or `receive`");
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
                                           .iteration = run->linter->iteration,
                                           .total = run->linter->total,
                                           .pairs = run->pairs.len};
        run->measure |= one->writer->measures;
    }
    return LL_OK;
}

static ll_status find_pairs(lint_run *run) {
    ll_given *given = LL_ARENA_ARRAY(run->linter->call, ll_given, run->input_count);
    for (size_t i = 0; i < run->input_count; i++) {
        const ll_file *file = run->files ? &run->files[i] : NULL;
        given[i].path = ll_view_of(file ? file->path : run->paths[i]);
        if (file && file->bytes)
            given[i].text = (ll_view){file->bytes, file->length};
    }
    return ll_pairing_make(&run->pairs, run->linter->call, run->linter->scratch, given,
                           run->input_count, run->linter->stdin_name, run->error);
}

static ll_status hand_out(const report *one, const ll_buffer *text, ll_error *error) {
    if (text->len == 0)
        return LL_OK;
    return one->output->write(one->output->context, text->ptr, text->len, error);
}

static ll_status read_document(lint_step *step, const ll_input *input, ll_source **source) {
    return input ? ll_pairing_read(source, step->run->linter->scratch, input, step->run->error)
                 : LL_OK;
}

static void add_totals(ll_totals *totals, const ll_result *result, const ll_review *review) {
    totals->pairs++;
    totals->plans += result->facts->sources[LL_DOCUMENT_PLAN] != NULL;
    totals->lessons += result->facts->sources[LL_DOCUMENT_LESSON] != NULL;
    for (ll_severity i = 0; i < LL_SEVERITIES; i++) {
        totals->counts[i] += result->counts[i];
        totals->groups[i] += review->group_counts[i];
    }
    totals->verify += result->verify;
    totals->verdicts[review->verdict]++;
}

static ll_status write_report(lint_run *run, const report *one, const ll_review *review) {
    if (!one->writer)
        return ll_found_hand_out(run->linter->scratch, review, one->output, run->error);
    ll_buffer text = {.arena = run->linter->scratch, .most = LL_WRITER_MOST};
    one->writer->pair(&text, &one->options, review, run->totals.pairs);
    return hand_out(one, &text, run->error);
}

static ll_status write_pair(lint_step *step, const ll_result *result) {
    static const ll_review_options options = {0};
    lint_run *run = step->run;
    ll_arena *scratch = run->linter->scratch;
    ll_review *review = ll_review_make(scratch, result, &options);
    if (run->measure)
        ll_review_measure(review, scratch);
    for (size_t i = 0; i < run->output_count; i++) {
        ll_status status = write_report(run, &run->reports[i], review);
        if (status != LL_OK)
            return status;
    }
    add_totals(&run->totals, result, review);
    return LL_OK;
}

static void lint_pair(void *context) {
    lint_step *step = context;
    lint_run *run = step->run;
    ll_source *plan = NULL, *lesson = NULL;
    ll_result *result = NULL;
    step->status = read_document(step, step->pair->plan, &plan);
    if (step->status == LL_OK)
        step->status = read_document(step, step->pair->lesson, &lesson);
    if (step->status == LL_OK)
        step->status = ll_engine_run(run->linter->engine, run->linter->scratch, plan, lesson,
                                     run->linter->settings, &result, run->error);
    if (step->status == LL_OK)
        step->status = write_pair(step, result);
}

static void begin_reports(void *context) {
    lint_step *step = context;
    for (size_t i = 0; i < step->run->output_count && step->status == LL_OK; i++) {
        const report *one = &step->run->reports[i];
        ll_buffer text = {.arena = step->run->linter->scratch, .most = LL_WRITER_MOST};
        if (one->writer && one->writer->begin)
            one->writer->begin(&text, &one->options);
        step->status = hand_out(one, &text, step->run->error);
    }
}

static void end_reports(void *context) {
    lint_step *step = context;
    for (size_t i = 0; i < step->run->output_count && step->status == LL_OK; i++) {
        const report *one = &step->run->reports[i];
        ll_buffer text = {.arena = step->run->linter->scratch, .most = LL_WRITER_MOST};
        if (one->writer && one->writer->end)
            one->writer->end(&text, &one->options, &step->run->totals);
        step->status = hand_out(one, &text, step->run->error);
    }
}

static ll_status do_step(lint_run *run, void (*work)(void *context), const ll_pair *pair) {
    lint_step step = {run, pair, LL_OK};
    ll_error error = {0};
    ll_status status = ll_arena_guard(run->linter->scratch, work, &step, &error);
    ll_arena_reset(run->linter->scratch);
    if (status == LL_OK)
        return step.status;
    /* What gave up did not know the file. */
    const ll_input *input = !pair ? NULL : pair->plan ? pair->plan : pair->lesson;
    *run->error = error;
    if (error.path[0] == '\0' && input)
        ll_error_set(run->error, status, input->name, error.line, error.column, "%s", error.text);
    return status;
}

static int exit_status(const lint_run *run) {
    for (ll_severity i = 0; i < LL_SEVERITIES && i <= run->linter->fail_on; i++)
        if (run->linter->fail_on != LL_SEVERITY_OFF && run->totals.counts[i] > 0)
            return 1;
    return 0;
}

static void find_worst(ll_totals *totals) {
    static const ll_review_options options = {0};
    static const uint32_t none[LL_SEVERITIES] = {0};
    ll_verdict_kind worst = LL_VERDICT_MAJOR_REVISION;
    while (worst > LL_VERDICT_PASS && totals->verdicts[worst] == 0)
        worst--;
    totals->verdict = ll_review_verdict_name(worst, none, &options);
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
    };
}

static void run_all(void *context) {
    lint_run *run = context;
    run->status = find_pairs(run);
    if (run->status == LL_OK)
        run->status = find_writers(run);
    if (run->status == LL_OK)
        run->status = do_step(run, begin_reports, NULL);
    for (uint32_t i = 0; i < run->pairs.len && run->status == LL_OK; i++)
        run->status = do_step(run, lint_pair, &run->pairs.at[i]);
    find_worst(&run->totals);
    if (run->status == LL_OK)
        run->status = do_step(run, end_reports, NULL);
}

static ll_status run_guarded(lint_run *run, ll_summary *summary) {
    if (run->input_count == 0)
        return ll_error_set(run->error, LL_E_INVALID, (ll_view){0}, 0, 0, "no file is given");
    ll_status status = ll_linter_call(run->linter, run_all, run, run->error);
    if (status == LL_OK)
        status = run->status;
    if (status == LL_OK && summary)
        *summary = summary_of(run);
    return status;
}

ll_status ll_linter_run(ll_linter *linter, const char *const *paths, size_t path_count,
                        const ll_output *outputs, size_t output_count, ll_summary *summary,
                        ll_error *error) {
    lint_run run = {.linter = linter,
                    .paths = paths,
                    .input_count = path_count,
                    .outputs = outputs,
                    .output_count = output_count,
                    .error = error};
    return run_guarded(&run, summary);
}

ll_status ll_linter_run_files(ll_linter *linter, const ll_file *files, size_t file_count,
                              const ll_output *outputs, size_t output_count, ll_summary *summary,
                              ll_error *error) {
    lint_run run = {.linter = linter,
                    .files = files,
                    .input_count = file_count,
                    .outputs = outputs,
                    .output_count = output_count,
                    .error = error};
    return run_guarded(&run, summary);
}
