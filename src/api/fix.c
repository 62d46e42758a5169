/* Mending documents: pair by pair and pass by pass, then all files. */
#include "fix/fix.h"
#include "api/judge.h"
#include "base/error.h"
#include "fix/diff.h"
#include "project/paths.h"
#include "source/replace.h"

#include <stdio.h>
#include <string.h>

/* Findings of one rule that were mended in one file. */
typedef struct mended_rule {
    ll_view rule;
    uint32_t count;
} mended_rule;

/* A file that was changed; nothing of it is written before all are done. */
typedef struct mended_file {
    ll_view path, real; /* as in findings; without links */
    ll_view original, now;
    LL_ARRAY(mended_rule) rules;
} mended_file;

typedef struct fixing {
    ll_linter *linter;
    ll_inputs_given given;
    bool unsafe, diff;
    ll_write *write;
    void *context;
    ll_error *error;
    ll_status status;
    ll_inputs inputs;
    LL_ARRAY(mended_file) files;
    LL_ARRAY(ll_view) refused; /* fingerprints of findings that could not be mended */
    ll_view folder;            /* that the names of the diff count from, real */
    ll_fixed done;
    size_t counts[LL_SEVERITIES]; /* of what is left */
} fixing;

/* One pass over one pair. */
typedef struct pass {
    fixing *work;
    uint32_t pair;
    bool last; /* only what is left is counted */
    bool changed;
    ll_result *result;
    ll_view *prints;
    ll_fix_choice choice;
    bool *made;
    ll_status status;
    /* Of the trial that is made on the second worker. */
    ll_worker *trial;
    bool better;
} pass;

/* --- files -------------------------------------------------------------------------------------
 */

static mended_file *find_file(const fixing *work, ll_view path) {
    for (uint32_t i = 0; i < work->files.len; i++)
        if (ll_view_equal(work->files.at[i].path, path))
            return &work->files.at[i];
    return NULL;
}

/* The bytes of a file as they are by now. */
static ll_status bytes_of(const fixing *work, ll_arena *arena, ll_view path, ll_view *bytes) {
    const mended_file *file = find_file(work, path);
    if (!file)
        return ll_source_read_bytes(bytes, arena, path, work->error);
    *bytes = file->now;
    return LL_OK;
}

/* Whether another path leads to the same file and was mended: its edits were made to other bytes.
 */
static bool is_mended_elsewhere(const fixing *work, ll_view path) {
    ll_view real = ll_path_real(work->linter->call, path);
    for (uint32_t i = 0; i < work->files.len; i++)
        if (ll_view_equal(work->files.at[i].real, real))
            return !ll_view_equal(work->files.at[i].path, path);
    return false;
}

static mended_file *add_file(fixing *work, ll_view path, ll_view bytes) {
    mended_file *file = find_file(work, path);
    if (file)
        return file;
    ll_arena *arena = work->linter->call;
    file = LL_ARRAY_ADD(arena, &work->files);
    file->path = ll_arena_copy(arena, path);
    file->real = ll_path_real(arena, path);
    file->original = ll_arena_copy(arena, bytes);
    return file;
}

static void count_rule(fixing *work, mended_file *file, ll_view rule) {
    for (uint32_t i = 0; i < file->rules.len; i++)
        if (ll_view_equal(file->rules.at[i].rule, rule)) {
            file->rules.at[i].count++;
            return;
        }
    LL_ARRAY_PUSH(work->linter->call, &file->rules, ((mended_rule){rule, 1}));
}

/* --- judging -----------------------------------------------------------------------------------
 */

/* Files that were mended stand for those on the disk. */
static const ll_surroundings *around_pair(const fixing *work, ll_arena *arena,
                                          const ll_surroundings *given) {
    ll_surroundings *around = LL_ARENA_NEW(arena, ll_surroundings);
    if (given)
        *around = *given;
    uint32_t count = around->file_count + work->files.len, len = 0;
    ll_side_file *files = LL_ARENA_ARRAY(arena, ll_side_file, count + 1);
    for (uint32_t i = 0; i < work->files.len; i++) {
        ll_source *source = NULL;
        const mended_file *file = &work->files.at[i];
        ll_error error = {0};
        if (ll_source_from(&source, arena, file->path, file->now, &error) == LL_OK)
            files[len++] = (ll_side_file){file->path, source};
    }
    for (uint32_t i = 0; i < around->file_count; i++)
        files[len++] = around->files[i];
    around->files = files;
    around->file_count = len;
    return around;
}

/* A document of the pair: with the edits that are made, when there are any. */
static ll_status read_document(const pass *on, ll_worker *worker, const ll_input *input,
                               ll_document document, ll_source **source) {
    const fixing *work = on->work;
    ll_view bytes = {0};
    if (!input)
        return LL_OK;
    ll_status status = bytes_of(work, worker->scratch, input->path, &bytes);
    if (status != LL_OK)
        return status;
    if (on->made)
        bytes = ll_fix_apply(worker->scratch, on->result, &on->choice, on->made, document, bytes);
    return ll_source_from(source, worker->scratch, input->name, bytes, work->error);
}

/* The widgets with the edits that are made. */
static ll_status add_widgets(const pass *on, ll_arena *arena, ll_surroundings *around) {
    ll_side_file *files = LL_ARENA_ARRAY(arena, ll_side_file, around->file_count + LL_WIDGETS_MOST);
    uint32_t len = 0;
    for (uint32_t i = LL_DOCUMENTS; i < LL_DOCUMENTS_MOST; i++) {
        ll_view path = on->result->paths[i], bytes;
        if (path.len == 0)
            continue;
        ll_source *source = NULL;
        ll_status status = bytes_of(on->work, arena, path, &bytes);
        if (status == LL_OK) {
            bytes = ll_fix_apply(arena, on->result, &on->choice, on->made, i, bytes);
            status = ll_source_from(&source, arena, path, bytes, on->work->error);
        }
        if (status != LL_OK)
            return status;
        files[len++] = (ll_side_file){path, source};
    }
    for (uint32_t i = 0; i < around->file_count; i++)
        files[len++] = around->files[i];
    around->files = files;
    around->file_count = len;
    return LL_OK;
}

static ll_status judge(const pass *on, ll_worker *worker, ll_result **result) {
    fixing *work = on->work;
    const ll_pair *pair = &work->inputs.pairs.at[on->pair];
    const ll_pair_setup *setup = &work->inputs.setups[on->pair];
    ll_source *plan = NULL, *lesson = NULL;
    ll_surroundings around = *around_pair(work, worker->scratch, setup->around);
    ll_status status = read_document(on, worker, pair->plan, LL_DOCUMENT_PLAN, &plan);
    if (status == LL_OK)
        status = read_document(on, worker, pair->lesson, LL_DOCUMENT_LESSON, &lesson);
    if (status == LL_OK && on->made)
        status = add_widgets(on, worker->scratch, &around);
    if (status != LL_OK)
        return status;
    bool nothing = !setup->around && around.file_count == 0;
    return ll_judge_pair(result, work->linter, worker, setup, nothing ? NULL : &around, plan,
                         lesson, work->error);
}

static void make_trial(void *context) {
    pass *on = context;
    ll_result *result = NULL;
    on->status = judge(on, on->trial, &result);
    on->better = on->status == LL_OK &&
                 ll_fix_is_better(on->trial->scratch, on->result, result, &on->choice, on->made);
}

/* Whether the documents are better with what is made. */
static bool try_it(pass *on) {
    ll_error error = {0};
    ll_status status = ll_arena_guard(on->trial->scratch, make_trial, on, &error);
    ll_arena_reset(on->trial->scratch);
    if (status == LL_OK)
        return on->better;
    on->status = status;
    *on->work->error = error;
    return false;
}

/* --- choosing ----------------------------------------------------------------------------------
 */

/* Of the options `only` the one of the command decides here what is mended; all rules judge. */
static bool is_asked_for(const ll_linter *linter, ll_view rule) {
    bool any = false;
    for (uint32_t i = 0; i < linter->wishes.len; i++) {
        const ll_wish *wish = &linter->wishes.at[i];
        if (wish->kind == LL_WISH_ONLY && ll_view_equal(wish->rule, rule))
            return true;
        any |= wish->kind == LL_WISH_ONLY;
    }
    return !any;
}

static bool is_refused(const fixing *work, ll_view print) {
    for (uint32_t i = 0; i < work->refused.len; i++)
        if (ll_view_equal(work->refused.at[i], print))
            return true;
    return false;
}

static bool is_wanted(const void *context, const ll_finding *finding) {
    const pass *on = context;
    const fixing *work = on->work;
    const ll_result *result = on->result;
    uint32_t index = (uint32_t)(finding - result->findings.at);
    for (uint32_t i = 0; i < finding->edits.len; i++)
        if (finding->edits.at[i].safety == LL_SAFETY_UNSAFE && !work->unsafe)
            return false;
    return is_asked_for(work->linter, result->rules->at[finding->rule]->id) &&
           !is_refused(work, on->prints[index]) &&
           !is_mended_elsewhere(work, result->paths[finding->range.document]);
}

static void set_made(pass *on, uint32_t start, uint32_t end, bool made) {
    for (uint32_t i = start; i < end; i++)
        on->made[i] = made;
}

static void refuse(pass *on, uint32_t index) {
    fixing *work = on->work;
    ll_view print = on->prints[on->choice.at[index]];
    LL_ARRAY_PUSH(work->linter->call, &work->refused, ll_arena_copy(work->linter->call, print));
}

typedef struct part {
    uint32_t start, end;
} part;

/* Makes what can be made: all at once, and where that makes something worse, half by half. */
static void settle(pass *on) {
    LL_ARRAY(part) parts = {0};
    ll_arena *arena = on->work->linter->own.scratch;
    LL_ARRAY_PUSH(arena, &parts, ((part){0, on->choice.len}));
    for (int trials = 0; parts.len > 0 && trials < LL_FIX_TRIALS_MOST && on->status == LL_OK;
         trials++) {
        part one = parts.at[--parts.len];
        uint32_t middle = one.start + (one.end - one.start) / 2;
        set_made(on, one.start, one.end, true);
        if (try_it(on))
            continue;
        set_made(on, one.start, one.end, false);
        if (one.end - one.start == 1) {
            refuse(on, one.start);
            continue;
        }
        LL_ARRAY_PUSH(arena, &parts, ((part){middle, one.end}));
        LL_ARRAY_PUSH(arena, &parts, ((part){one.start, middle}));
    }
}

/* --- a pass ------------------------------------------------------------------------------------
 */

static ll_status keep_document(pass *on, ll_document document) {
    fixing *work = on->work;
    ll_view bytes, path = on->result->paths[document];
    mended_file *file = NULL;
    for (uint32_t i = 0; i < on->choice.len; i++) {
        const ll_finding *finding = &on->result->findings.at[on->choice.at[i]];
        if (!on->made[i] || finding->range.document != document)
            continue;
        if (!file) {
            ll_status status = bytes_of(work, work->linter->own.scratch, path, &bytes);
            if (status != LL_OK)
                return status;
            file = add_file(work, path, bytes);
        }
        count_rule(work, file, on->result->rules->at[finding->rule]->id);
    }
    if (!file)
        return LL_OK;
    file->now =
        ll_arena_copy(work->linter->call, ll_fix_apply(work->linter->own.scratch, on->result,
                                                       &on->choice, on->made, document, bytes));
    on->changed = true;
    return LL_OK;
}

static void keep_documents(pass *on) {
    for (uint32_t i = 0; i < LL_DOCUMENTS_MOST && on->status == LL_OK; i++)
        if (on->result->facts->sources[i])
            on->status = keep_document(on, i);
}

static void count_left(const pass *on) {
    const ll_result *result = on->result;
    fixing *work = on->work;
    for (uint32_t i = 0; i < result->findings.len; i++) {
        const ll_finding *finding = &result->findings.at[i];
        if (!is_asked_for(work->linter, result->rules->at[finding->rule]->id))
            continue;
        if (finding->confidence == LL_CONFIDENCE_EXACT)
            work->counts[finding->severity]++;
        if (finding->edits.len == 0)
            continue;
        bool refused = is_refused(work, on->prints[i]);
        work->done.refused += refused;
        work->done.left_unsafe += !refused && finding->edits.at[0].safety == LL_SAFETY_UNSAFE;
    }
    for (uint32_t i = 0; i < result->rules->len; i++)
        for (ll_severity s = 0; s < LL_SEVERITIES; s++)
            if (is_asked_for(work->linter, result->rules->at[i]->id))
                work->counts[s] += result->outcomes[i].left_out[s];
}

static void do_pass(void *context) {
    pass *on = context;
    fixing *work = on->work;
    ll_arena *arena = work->linter->own.scratch;
    on->status = judge(on, &work->linter->own, &on->result);
    if (on->status != LL_OK)
        return;
    on->prints = ll_review_fingerprints(arena, on->result);
    if (!on->last)
        ll_fix_choose(&on->choice, arena, on->result, is_wanted, on);
    if (on->choice.len > 0) {
        on->made = LL_ARENA_ARRAY(arena, bool, on->choice.len);
        settle(on);
    }
    if (on->choice.len > 0 && on->status == LL_OK)
        keep_documents(on);
    if (on->status == LL_OK && !on->changed)
        count_left(on);
}

static ll_status fix_pair(fixing *work, uint32_t pair) {
    ll_arena *scratch = work->linter->own.scratch;
    bool changed = true;
    ll_status status = LL_OK;
    work->refused.len = 0;
    for (int i = 0; i <= LL_FIX_PASSES_MOST && changed && status == LL_OK; i++) {
        pass on = {.work = work,
                   .pair = pair,
                   .last = i == LL_FIX_PASSES_MOST,
                   .trial = &work->linter->others[0]};
        ll_error error = {0};
        status = ll_arena_guard(scratch, do_pass, &on, &error);
        ll_arena_reset(scratch);
        if (status != LL_OK)
            *work->error = error;
        else
            status = on.status;
        changed = on.changed;
    }
    return status;
}

/* --- writing -----------------------------------------------------------------------------------
 */

static size_t count_mended(const mended_file *file) {
    size_t sum = 0;
    for (uint32_t i = 0; i < file->rules.len; i++)
        sum += file->rules.at[i].count;
    return sum;
}

/* "plan.md: 3 fixed (2 double-hyphen, 1 em-dash-spacing)" */
static void add_line(ll_buffer *out, const mended_file *file) {
    ll_buffer_add(out, file->path);
    ll_buffer_add_format(out, ": %zu fixed (", count_mended(file));
    for (uint32_t i = 0; i < file->rules.len; i++)
        ll_buffer_add_format(out, "%s%u %.*s", i ? ", " : "", (unsigned)file->rules.at[i].count,
                             LL_VIEW_ARG(file->rules.at[i].rule));
    ll_buffer_add_cstring(out, ")\n");
}

static bool holds_all(const fixing *work, ll_view folder) {
    ll_view rest;
    for (uint32_t i = 0; i < work->files.len; i++)
        if (!ll_path_below(folder, work->files.at[i].real, &rest))
            return false;
    return true;
}

/* The folder that the names of a diff count from: patch and git take none that leads out of it.
 * The working folder when all files lie in it, else that of the configuration, else the nearest one
 * above. */
static ll_view folder_of_diff(const fixing *work) {
    ll_view folder = ll_path_real(work->linter->call, LL_VIEW("."));
    const ll_config *config =
        work->inputs.pairs.len > 0 ? work->inputs.setups[0].profile->config : NULL;
    if (!holds_all(work, folder) && config && holds_all(work, config->folder))
        return config->folder;
    while (folder.len > 1 && !holds_all(work, folder))
        folder = ll_path_parent(folder);
    return folder;
}

/* In the fixed part of `done`, which outlives the arena; "" for the working folder. */
static void choose_folder(fixing *work) {
    work->folder = folder_of_diff(work);
    ll_view shown = ll_path_shown(work->linter->call, work->folder);
    if (!ll_view_equal(shown, LL_VIEW(".")))
        snprintf(work->done.folder, sizeof work->done.folder, "%.*s", LL_VIEW_ARG(shown));
}

/* Without "..", links and doubled slashes. */
static ll_view name_in_diff(const fixing *work, const mended_file *file) {
    ll_view rest;
    return ll_path_below(work->folder, file->real, &rest) ? rest : file->path;
}

static ll_status show_diff(fixing *work, const mended_file *file) {
    ll_buffer text = {.arena = work->linter->call, .most = (size_t)4 * LL_SOURCE_MOST};
    ll_fix_diff(&text, name_in_diff(work, file), file->original, file->now);
    return work->write(work->context, text.ptr, text.len, work->error);
}

/* A file that cannot be replaced is kept as an error, and the others are replaced all the same. Its
 * line is made before: behind a file that is replaced nothing may fail. */
static ll_status replace_file(fixing *work, const mended_file *file, ll_buffer *lines) {
    ll_error failure = {0};
    size_t before = lines->len;
    add_line(lines, file);
    ll_status status =
        ll_source_replace(work->linter->call, file->path, file->original, file->now, &failure);
    if (status == LL_OK)
        return LL_OK;
    lines->len = before;
    work->done.files--;
    work->done.fixed -= count_mended(file);
    if (status == LL_E_IO) {
        work->done.errors++;
        return ll_linter_keep_error(work->linter, &failure, work->error);
    }
    *work->error = failure;
    return status;
}

static ll_status put_files(fixing *work) {
    ll_buffer lines = {.arena = work->linter->call, .most = (size_t)4 * LL_SOURCE_MOST};
    ll_status status = LL_OK;
    for (uint32_t i = 0; i < work->files.len && status == LL_OK; i++) {
        const mended_file *file = &work->files.at[i];
        if (ll_view_equal(file->original, file->now))
            continue;
        work->done.files++;
        work->done.fixed += count_mended(file);
        status = work->diff ? show_diff(work, file) : replace_file(work, file, &lines);
    }
    if (status == LL_OK && lines.len > 0)
        status = work->write(work->context, lines.ptr, lines.len, work->error);
    return status;
}

static int exit_status(const fixing *work) {
    if (work->diff)
        return work->done.files > 0;
    if (work->done.errors > 0)
        return 2;
    ll_severity fail_on = work->linter->fail_on;
    for (ll_severity i = 0; i < LL_SEVERITIES && i <= fail_on; i++)
        if (fail_on != LL_SEVERITY_OFF && work->counts[i] > 0)
            return 1;
    return 0;
}

static void fix_all(void *context) {
    fixing *work = context;
    work->status = ll_inputs_find(&work->inputs, work->linter, &work->given, work->error);
    if (work->status == LL_OK)
        work->status = ll_linter_make_worker(&work->linter->others[0], work->error);
    for (uint32_t i = 0; i < work->inputs.pairs.len && work->status == LL_OK; i++)
        work->status = fix_pair(work, i);
    if (work->status == LL_OK && work->diff && work->files.len > 0)
        choose_folder(work);
    if (work->status == LL_OK)
        work->status = put_files(work);
    work->done.critical = work->counts[LL_SEVERITY_CRITICAL];
    work->done.improvement = work->counts[LL_SEVERITY_IMPROVEMENT];
    work->done.polish = work->counts[LL_SEVERITY_POLISH];
    work->done.exit_status = exit_status(work);
}

ll_status ll_linter_fix(ll_linter *linter, const char *const *paths, size_t path_count,
                        ll_fixing how, ll_write *write, void *context, ll_fixed *fixed,
                        ll_error *error) {
    fixing work = {.linter = linter,
                   .given = {.paths = paths, .count = path_count},
                   .unsafe = how.unsafe != 0,
                   .diff = how.diff != 0,
                   .write = write,
                   .context = context,
                   .error = error};
    for (size_t i = 0; i < path_count; i++)
        if (strcmp(paths[i], "-") == 0)
            return ll_error_set(error, LL_E_INVALID, (ll_view){0}, 0, 0,
                                "only files can be fixed, not standard input");
    linter->mends = true; /* under which the settings are others */
    linter->ready = false;
    ll_status status = ll_linter_call(linter, fix_all, &work, error);
    linter->mends = false;
    linter->ready = false;
    if (status == LL_OK)
        status = work.status;
    if (status == LL_OK && fixed)
        *fixed = work.done;
    linter->unusable |= status == LL_E_MEMORY;
    return status;
}
