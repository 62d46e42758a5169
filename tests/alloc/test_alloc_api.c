/* Every function of include/lessonlint/ with every allocation failing once, and with all failing
 * from there on: the stated status and an error that says so, outputs as they were, no leak. */
#include "trial.h"

#include "lessonlint/lessonlint.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OUTPUTS_MOST = 4, TEXT_ROOM = 1 << 19, SENTINEL = 0xA5, AGAIN_EACH = 7 };

/* Latin-1 where UTF-8 is expected. */
static const char BAD_NAME[] = "caf\xE9.md";

typedef struct sink {
    size_t length;
    char bytes[TEXT_ROOM];
} sink;

/* What one call came to. */
typedef struct outcome {
    ll_status status;
    ll_error error;
    ll_summary summary;
    sink texts[OUTPUTS_MOST];
    size_t pairs_done; /* as progress has told */
    trial_files files;
} outcome;

typedef struct setting {
    const char *name, *value;
} setting;

/* One call, on a linter that has these settings. */
typedef struct api_call {
    const char *name;
    ll_status (*make)(const struct api_call *call, ll_linter *linter, outcome *out);
    ll_status expected;
    const char *argument, *value; /* rule or option, and the option's value */
    const char *paths[6], *formats[OUTPUTS_MOST + 1];
    setting settings[6];
    bool warm; /* the linter has done the same before */
} api_call;

typedef struct bench {
    const api_call *call;
    ll_linter *linter;
    outcome *seen, *expected;
    unsigned long checked;
} bench;

/* Allocates nothing. */
static ll_status write_sink(void *context, const char *bytes, size_t length, ll_error *error) {
    sink *to = context;
    (void)error;
    REQUIRE(length <= TEXT_ROOM - to->length);
    memcpy(to->bytes + to->length, bytes, length);
    to->length += length;
    return LL_OK;
}

/* Each finding as a line of nearly all that it says. */
static ll_status receive_sink(void *context, const ll_found *found, ll_error *error) {
    sink *to = context;
    int length = snprintf(to->bytes + to->length, TEXT_ROOM - to->length,
                          "%s %s:%u:%u-%u:%u %zu+%zu [%s] %s|%s|%s|%s|%s %s:%u:%u %s\n",
                          found->rule, found->file, found->line, found->column, found->end_line,
                          found->end_column, found->offset, found->length, found->section,
                          found->message, found->issue, found->impact, found->fix,
                          found->fingerprint, found->related_file ? found->related_file : "",
                          found->related_line, found->related_column, found->related_message);
    (void)error;
    REQUIRE(length > 0 && (size_t)length < TEXT_ROOM - to->length);
    to->length += (size_t)length;
    return LL_OK;
}

/* --- calls ----------------------------------------------------------------------------------- */

static ll_status set(const api_call *call, ll_linter *linter, outcome *out) {
    return ll_linter_set(linter, call->argument, call->value, &out->error);
}

/* The outputs that the call names; "findings" receives them. */
static size_t make_outputs(const api_call *call, outcome *out, ll_output outputs[OUTPUTS_MOST]) {
    size_t count = 0;
    for (; call->formats[count]; count++) {
        bool findings = strcmp(call->formats[count], "findings") == 0;
        outputs[count] = (ll_output){.format = findings ? NULL : call->formats[count],
                                     .write = findings ? NULL : write_sink,
                                     .context = &out->texts[count],
                                     .receive = findings ? receive_sink : NULL};
    }
    return count;
}

static void tell(void *context, size_t done, size_t pairs) {
    REQUIRE(done <= pairs);
    *(size_t *)context = done;
}

static size_t count_paths(const api_call *call) {
    size_t count = 0;
    while (call->paths[count])
        count++;
    return count;
}

static ll_status run(const api_call *call, ll_linter *linter, outcome *out) {
    ll_output outputs[OUTPUTS_MOST] = {0};
    size_t count = make_outputs(call, out, outputs);
    ll_linter_progress(linter, tell, &out->pairs_done);
    return ll_linter_run(linter, call->paths, count_paths(call), outputs, count, &out->summary,
                         &out->error);
}

/* A plan in memory and a lesson on the disk, or the other way round. */
static ll_status run_files(const api_call *call, ll_linter *linter, outcome *out) {
    static const char plan[] =
        "# Lesson: Months\n\n**Slug:** months\n\n| Misconception | Why | Negative Example |\n"
        "|---|---|---|\n| All are alike | Habit | April has thirty days and May has one more |\n";
    static const char lesson[] =
        "import { YearStrip } from './widget'\nexport function LeapYearsLesson() {\n"
        "  return <LessonLayout><YearStrip /><p>one \xE2\x80\x94 two</p></LessonLayout>\n}\n";
    ll_output outputs[OUTPUTS_MOST] = {0};
    size_t count = make_outputs(call, out, outputs);
    ll_file files[2] = {{.path = call->paths[0]}, {.path = call->paths[1]}};
    if (strcmp(call->argument, "plan") == 0) {
        files[0].bytes = plan;
        files[0].length = sizeof plan - 1;
    } else {
        files[1].bytes = lesson;
        files[1].length = sizeof lesson - 1;
    }
    return ll_linter_run_files(linter, files, 2, outputs, count, &out->summary, &out->error);
}

static ll_status add_id(void *context, const ll_listed_rule *rule, ll_error *error) {
    ll_status status = write_sink(context, rule->id, strlen(rule->id), error);
    return status == LL_OK ? write_sink(context, rule->title, strlen(rule->title), error) : status;
}

static ll_status list_rules(const api_call *call, ll_linter *linter, outcome *out) {
    (void)call;
    return ll_linter_list_rules(linter, add_id, &out->texts[0], &out->error);
}

static ll_status rules(const api_call *call, ll_linter *linter, outcome *out) {
    (void)call;
    return ll_linter_rules(linter, write_sink, &out->texts[0], &out->error);
}

static ll_status explain(const api_call *call, ll_linter *linter, outcome *out) {
    return ll_linter_explain(linter, call->argument, write_sink, &out->texts[0], &out->error);
}

static ll_status show_config(const api_call *call, ll_linter *linter, outcome *out) {
    return ll_linter_show_config(linter, call->argument, write_sink, &out->texts[0], &out->error);
}

static ll_status show_files(const api_call *call, ll_linter *linter, outcome *out) {
    return ll_linter_show_files(linter, call->paths, 1, write_sink, &out->texts[0], &out->error);
}

static ll_status fix(const api_call *call, ll_linter *linter, outcome *out) {
    ll_fixed done = {0};
    const ll_fixing how = {.diff = strcmp(call->argument, "diff") == 0,
                           .unsafe = strcmp(call->argument, "unsafe") == 0};
    ll_status status = ll_linter_fix(linter, call->paths, count_paths(call), how, write_sink,
                                     &out->texts[0], &done, &out->error);
    REQUIRE((status == LL_OK) == (done.exit_status == 1));
    return status;
}

static ll_status review(const api_call *call, ll_linter *linter, outcome *out) {
    ll_reviewed done = {0};
    ll_status status =
        ll_linter_review(linter, call->paths, count_paths(call), call->argument != NULL, write_sink,
                         &out->texts[0], &done, &out->error);
    REQUIRE((status == LL_OK) == (done.exit_status == 1));
    return status;
}

static ll_status test_rules(const api_call *call, ll_linter *linter, outcome *out) {
    ll_rule_tests done = {0};
    ll_status status = ll_linter_test_rules(linter, call->argument, write_sink, &out->texts[0],
                                            &done, &out->error);
    REQUIRE((status == LL_OK) == (done.rules > 0));
    return status;
}

static ll_status sample(const api_call *call, ll_linter *linter, outcome *out) {
    (void)call;
    return ll_linter_sample(linter, write_sink, &out->texts[0], &out->error);
}

static ll_status schema(const api_call *call, ll_linter *linter, outcome *out) {
    (void)call;
    return ll_linter_schema(linter, write_sink, &out->texts[0], &out->error);
}

static ll_status excerpt(const api_call *call, ll_linter *linter, outcome *out) {
    ll_error shown = {.status = LL_E_INVALID, .line = 1, .column = 2};
    (void)linter;
    snprintf(shown.path, sizeof shown.path, "%s", call->argument);
    return ll_error_excerpt(&shown, write_sink, &out->texts[0], &out->error);
}

#define PAIR                                                                                       \
    { "plan.md", "leap-years.tsx" }
/* That may be changed. */
#define OWN_PAIR                                                                                   \
    { "own.md", "own.tsx" }

static const api_call calls[] = {
    {.name = "set only", .make = set, .argument = "only", .value = "row-structure, tsx-syntax"},
    {.name = "set skip", .make = set, .argument = "skip", .value = "row-structure"},
    {.name = "set rule", .make = set, .argument = "rule", .value = "row-structure=off"},
    {.name = "set rules", .make = set, .argument = "rules", .value = "rules"},
    {.name = "set fail-on", .make = set, .argument = "fail-on", .value = "never"},
    {.name = "set strict", .make = set, .argument = "strict"},
    {.name = "set config", .make = set, .argument = "config", .value = "plan.md"},
    {.name = "set no-config", .make = set, .argument = "no-config"},
    {.name = "set date", .make = set, .argument = "date", .value = "2026-02-14"},
    {.name = "set iteration", .make = set, .argument = "iteration", .value = "2/3"},
    {.name = "set total", .make = set, .argument = "total", .value = "4"},
    {.name = "set label", .make = set, .argument = "label", .value = "Post-Rework"},
    {.name = "set jobs", .make = set, .argument = "jobs", .value = "2"},
    {.name = "set since", .make = set, .argument = "since", .value = "HEAD"},
    {.name = "set baseline", .make = set, .argument = "baseline", .value = "known.jsonl"},
    {.name = "set partners", .make = set, .argument = "partners"},
    {.name = "set require-pass", .make = set, .argument = "require-pass"},
    {.name = "set stdin-filename", .make = set, .argument = "stdin-filename", .value = "x.md"},
    {.name = "set an unknown option",
     .make = set,
     .expected = LL_E_NOT_FOUND,
     .argument = "strickt"},
    {.name = "rules", .make = rules},
    {.name = "rules of a folder", .make = rules, .settings = {{"rules", "rules"}}},
    {.name = "list rules", .make = list_rules, .settings = {{"rules", "rules"}}},
    {.name = "rules of a wrong folder",
     .make = rules,
     .expected = LL_E_INVALID,
     .settings = {{"rules", "wrong"}}},
    {.name = "explain", .make = explain, .argument = "row-structure"},
    {.name = "explain a rule of a folder",
     .make = explain,
     .argument = "many-emphases",
     .settings = {{"rules", "rules"}}},
    {.name = "explain an unknown rule",
     .make = explain,
     .expected = LL_E_NOT_FOUND,
     .argument = "row-structur"},
    {.name = "show the configuration of a folder", .make = show_config, .argument = "curriculum"},
    {.name = "test rules", .make = test_rules, .argument = "rules"},
    {.name = "test wrong rules", .make = test_rules, .expected = LL_E_INVALID, .argument = "wrong"},
    {.name = "fix, a diff", .make = fix, .argument = "diff", .paths = PAIR},
    {.name = "fix", .make = fix, .argument = "safe", .paths = OWN_PAIR},
    {.name = "fix, two files, unsafe",
     .make = fix,
     .argument = "unsafe",
     .paths = {"own.tsx", "other.tsx"}},
    {.name = "review", .make = review, .paths = OWN_PAIR, .settings = {{"date", "2026-02-14"}}},
    {.name = "review, appended",
     .make = review,
     .argument = "append",
     .paths = OWN_PAIR,
     .settings = {{"date", "2026-02-14"}}},
    {.name = "show files", .make = show_files, .paths = {"curriculum"}},
    {.name = "sample", .make = sample},
    {.name = "schema", .make = schema},
    {.name = "excerpt", .make = excerpt, .argument = "wrong.yaml"},
    {.name = "excerpt of no file", .make = excerpt, .argument = "none.yaml"},
    {.name = "run, a folder", .make = run, .paths = {"curriculum"}, .formats = {"json"}},
    {.name = "run, a wrong configuration",
     .make = run,
     .expected = LL_E_INVALID,
     .paths = {"plan.md"},
     .formats = {"human"},
     .settings = {{"config", "wrong.yaml"}}},
    {.name = "run, human", .make = run, .paths = PAIR, .formats = {"human"}},
    {.name = "run, json", .make = run, .paths = PAIR, .formats = {"json"}},
    {.name = "run, markdown", .make = run, .paths = PAIR, .formats = {"markdown"}},
    {.name = "run, html", .make = run, .paths = PAIR, .formats = {"html"}},
    {.name = "run, all formats, warm",
     .make = run,
     .paths = PAIR,
     .formats = {"html", "human", "json", "markdown"},
     .warm = true},
    {.name = "run, formats of lines and XML, warm",
     .make = run,
     .paths = PAIR,
     .formats = {"checkstyle", "compact", "github", "junit"},
     .warm = true},
    {.name = "run, formats of JSON, warm",
     .make = run,
     .paths = PAIR,
     .formats = {"gitlab", "ndjson", "rdjson", "sarif"},
     .warm = true},
    {.name = "run with a folder of rules",
     .make = run,
     .paths = PAIR,
     .formats = {"json"},
     .settings = {{"rules", "rules"}, {"date", "2026-02-14"}, {"strict", NULL}}},
    {.name = "run, the folder's rules alone, warm",
     .make = run,
     .paths = PAIR,
     .formats = {"human"},
     .settings = {{"rules", "rules"}, {"only", "many-emphases,plain-notebook,two-tables"}},
     .warm = true},
    {.name = "run, with a baseline",
     .make = run,
     .paths = PAIR,
     .formats = {"json"},
     .settings = {{"baseline", "known.jsonl"}, {"only", "row-wrapping,em-dash-spacing"}}},
    {.name = "run, with a new baseline",
     .make = run,
     .paths = OWN_PAIR,
     .formats = {"json"},
     .settings = {{"baseline", "new.jsonl"}, {"update-baseline", NULL}, {"date", "2026-02-14"}}},
    {.name = "run, with a baseline that is updated",
     .make = run,
     .paths = OWN_PAIR,
     .settings = {{"baseline", "own.jsonl"}, {"update-baseline", NULL}}},
    {.name = "run, with a baseline that is pruned",
     .make = run,
     .paths = OWN_PAIR,
     .settings = {{"baseline", "own.jsonl"}, {"prune-baseline", NULL}}},
    {.name = "run, on what has changed",
     .make = run,
     .paths = OWN_PAIR,
     .formats = {"json"},
     .settings = {{"since", "HEAD"}, {"only", "double-hyphen,em-dash-spacing"}}},
    {.name = "run, findings", .make = run, .paths = PAIR, .formats = {"findings", "human"}},
    {.name = "run a plan from memory",
     .make = run_files,
     .argument = "plan",
     .paths = {"memory.md", "months.tsx"},
     .formats = {"findings", "json"}},
    {.name = "run a lesson from memory",
     .make = run_files,
     .argument = "lesson",
     .paths = {"plan.md", "memory.tsx"},
     .formats = {"markdown", "findings"}},
    {.name = "run without output", .make = run, .paths = PAIR},
    {.name = "run, plan alone", .make = run, .paths = {"plan.md"}, .formats = {"json"}},
    {.name = "run, lesson alone", .make = run, .paths = {"leap-years.tsx"}, .formats = {"json"}},
    {.name = "run, two pairs",
     .make = run,
     .paths = {"plan.md", "months.md", "months.tsx", "leap-years.tsx"},
     .formats = {"html", "markdown"}},
    {.name = "run, two pairs on two threads",
     .make = run,
     .paths = {"plan.md", "months.md", "months.tsx", "leap-years.tsx"},
     .formats = {"markdown", "json"},
     .settings = {{"jobs", "2"}}},
    {.name = "run, two pairs on two threads, warm",
     .make = run,
     .paths = {"plan.md", "months.md", "months.tsx", "leap-years.tsx"},
     .formats = {"json"},
     .settings = {{"jobs", "2"}},
     .warm = true},
    {.name = "run, a name that is no UTF-8",
     .make = run,
     .paths = {BAD_NAME},
     .formats = {"json"},
     .settings = {{"only", "misconception-count"}}},
    {.name = "run, a missing file",
     .make = run,
     .expected = LL_E_IO,
     .paths = {"plan.md", "missing.tsx"},
     .formats = {"human"}},
    {.name = "run, an unknown format",
     .make = run,
     .expected = LL_E_NOT_FOUND,
     .paths = PAIR,
     .formats = {"human", "humane"}},
    {.name = "run, an unknown rule",
     .make = run,
     .expected = LL_E_NOT_FOUND,
     .paths = PAIR,
     .settings = {{"only", "row-structur"}}},
};

/* --- one call again and again ---------------------------------------------------------------- */

static bool is_untouched(const void *bytes, size_t size) {
    const unsigned char *at = bytes;
    for (size_t i = 0; i < size; i++)
        if (at[i] != SENTINEL)
            return false;
    return true;
}

static void clear(outcome *out) {
    memset(&out->error, SENTINEL, sizeof out->error);
    memset(&out->summary, SENTINEL, sizeof out->summary);
    for (size_t i = 0; i < OUTPUTS_MOST; i++)
        out->texts[i].length = 0;
    out->pairs_done = 0;
}

static void make(bench *on) {
    clear(on->seen);
    on->seen->status = on->call->make(on->call, on->linter, on->seen);
}

static bool same_summary(const ll_summary *a, const ll_summary *b) {
    return a->exit_status == b->exit_status && strcmp(a->verdict, b->verdict) == 0 &&
           a->pairs == b->pairs && a->plans == b->plans && a->lessons == b->lessons &&
           a->critical == b->critical && a->improvement == b->improvement &&
           a->polish == b->polish && a->verify == b->verify &&
           a->critical_groups == b->critical_groups &&
           a->improvement_groups == b->improvement_groups && a->polish_groups == b->polish_groups;
}

static void require_same_result(const bench *on) {
    const outcome *seen = on->seen, *expected = on->expected;
    REQUIRE(seen->status == expected->status);
    if (seen->status != LL_OK) {
        REQUIRE(strcmp(seen->error.text, expected->error.text) == 0);
        REQUIRE(strcmp(seen->error.path, expected->error.path) == 0);
        REQUIRE(is_untouched(&seen->summary, sizeof seen->summary));
        REQUIRE(trial_changed(&seen->files, &expected->files) == 0);
        return;
    }
    REQUIRE(seen->pairs_done == expected->pairs_done);
    REQUIRE(trial_same_files(&seen->files, &expected->files));
    for (size_t i = 0; i < OUTPUTS_MOST; i++) {
        REQUIRE(seen->texts[i].length == expected->texts[i].length);
        REQUIRE(memcmp(seen->texts[i].bytes, expected->texts[i].bytes, seen->texts[i].length) == 0);
    }
    REQUIRE(is_untouched(&seen->error, sizeof seen->error));
    if (is_untouched(&expected->summary, sizeof expected->summary))
        REQUIRE(is_untouched(&seen->summary, sizeof seen->summary));
    else
        REQUIRE(same_summary(&seen->summary, &expected->summary));
}

/* Of several files that are written some may have been, but not the last. */
static void require_files_left(const bench *on) {
    unsigned all = trial_changed(&on->expected->files, &on->expected->files);
    unsigned changed = trial_changed(&on->seen->files, &on->expected->files);
    REQUIRE(changed == 0 || changed < all);
}

static void require_no_memory(const outcome *seen) {
    REQUIRE(seen->error.status == LL_E_MEMORY);
    REQUIRE(memchr(seen->error.text, '\0', sizeof seen->error.text) && seen->error.text[0]);
    REQUIRE(memchr(seen->error.path, '\0', sizeof seen->error.path));
    REQUIRE(is_untouched(&seen->summary, sizeof seen->summary));
}

static void new_linter(void *context) {
    bench *on = context;
    ll_error error;
    REQUIRE(ll_linter_new(&on->linter, &error) == LL_OK);
    REQUIRE(ll_linter_set(on->linter, "jobs", "1", &error) == LL_OK); /* or as the call says */
    trial_lay_out();
    for (const setting *one = on->call->settings; one->name; one++)
        REQUIRE(ll_linter_set(on->linter, one->name, one->value, &error) == LL_OK);
    if (on->call->warm)
        make(on);
    clear(on->seen);
}

static void call_once(void *context) {
    make(context);
}

/* After a failure a linter says so again, or works as if nothing had been: tried now and then,
 * since it takes as long as the call itself. */
static void check_call(void *context, bool first) {
    bench *on = context;
    const unsigned long times = on->checked++ % AGAIN_EACH == 0 ? 2 : 1;
    trial_look(&on->seen->files);
    if (first) {
        REQUIRE(on->seen->status == on->call->expected);
        *on->expected = *on->seen;
        return;
    }
    for (unsigned long i = 0; i < times; i++) {
        if (i > 0) {
            trial_lay_out();
            make(on);
            trial_look(&on->seen->files);
        }
        if (on->seen->status == LL_E_MEMORY) {
            require_no_memory(on->seen);
            require_files_left(on);
        } else {
            require_same_result(on);
        }
    }
}

static void free_linter(void *context) {
    bench *on = context;
    ll_linter_free(on->linter);
}

/* --- the constructor ------------------------------------------------------------------------- */

static void nothing(void *context) {
    bench *on = context;
    memset(&on->linter, SENTINEL, sizeof(ll_linter *));
    clear(on->seen);
}

static void call_new(void *context) {
    bench *on = context;
    on->seen->status = ll_linter_new(&on->linter, &on->seen->error);
}

static void check_new(void *context, bool first) {
    bench *on = context;
    if (on->seen->status == LL_OK) {
        REQUIRE(is_untouched(&on->seen->error, sizeof on->seen->error));
        return;
    }
    REQUIRE(!first && on->seen->status == LL_E_MEMORY);
    require_no_memory(on->seen);
    REQUIRE(is_untouched(&on->linter, sizeof(ll_linter *)));
    on->linter = NULL;
}

/* What takes no linter allocates nothing. */
static void check_the_rest(void) {
    const char *names[] = {"human", "json"};
    heap_watch(0, 0);
    REQUIRE(ll_version() != NULL);
    for (size_t i = 0; i <= ll_format_count(); i++) {
        REQUIRE(!ll_format_name(i) == (i == ll_format_count()));
        REQUIRE(!ll_format_about(i) == (i == ll_format_count()));
    }
    for (size_t i = 0; i <= ll_config_key_count(); i++) {
        REQUIRE(!ll_config_key_name(i) == (i == ll_config_key_count()));
        REQUIRE(!ll_config_key_about(i) == (i == ll_config_key_count()));
        REQUIRE(!ll_config_key_sample(i) || i < ll_config_key_count());
    }
    for (ll_severity i = 0; i <= LL_SEVERITY_OFF; i++)
        REQUIRE(ll_severity_name(i) != NULL);
    for (ll_safety i = 0; i <= LL_SAFETY_UNSAFE; i++)
        REQUIRE(ll_safety_name(i) != NULL);
    REQUIRE(strcmp(ll_nearest_name("jsn", names, 2), "json") == 0);
    ll_linter_free(NULL);
    REQUIRE(heap_rest() == 0);
}

/* The documents hold a stand-in for git. */
static void use_git_of_folder(void) {
    char path[8192], here[4096];
    const char *old = getenv("PATH");
    REQUIRE(getcwd(here, sizeof here));
    int length = snprintf(path, sizeof path, "%s/bin:%s", here, old ? old : "");
    REQUIRE(length > 0 && (size_t)length < sizeof path && setenv("PATH", path, 1) == 0);
}

int main(int argc, char **argv) {
    static const trial_scene creation = {"new", nothing, call_new, check_new, free_linter};
    bench on = {0};
    trial_begin(argc, argv);
    use_git_of_folder();
    unlink(BAD_NAME);
    REQUIRE(symlink("plan.md", BAD_NAME) == 0);
    on.seen = calloc(1, sizeof *on.seen);
    on.expected = calloc(1, sizeof *on.expected);
    REQUIRE(on.seen && on.expected);
    check_the_rest();
    trial_run(&creation, &on);
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        const trial_scene scene = {calls[i].name, new_linter, call_once, check_call, free_linter};
        on.call = &calls[i];
        trial_run(&scene, &on);
    }
    free(on.seen);
    free(on.expected);
    return 0;
}
