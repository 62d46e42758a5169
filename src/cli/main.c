/* The command `lessonlint`. */
#include "cli/complete.h"
#include "cli/fix.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { CANNOT_WORK = 2 };

static ll_status add_to_errors(void *context, const char *bytes, size_t length, ll_error *error) {
    (void)context;
    (void)error;
    fwrite(bytes, 1, length, stderr);
    return LL_OK;
}

static void print_error(const ll_error *error) {
    ll_error other;
    if (error->path[0] == '\0')
        fprintf(stderr, "lessonlint: error: %s\n", error->text);
    else if (error->line == 0)
        fprintf(stderr, "%s: error: %s\n", error->path, error->text);
    else if (error->column == 0)
        fprintf(stderr, "%s:%u: error: %s\n", error->path, error->line, error->text);
    else
        fprintf(stderr, "%s:%u:%u: error: %s\n", error->path, error->line, error->column,
                error->text);
    if (ll_error_excerpt(error, add_to_errors, NULL, &other) != LL_OK)
        fprintf(stderr, "lessonlint: error: %s\n", other.text);
}

static ll_status fail(ll_error *error, const char *path, const char *format, ...) {
    memset(error, 0, sizeof *error);
    error->status = LL_E_INVALID;
    snprintf(error->path, sizeof error->path, "%s", path);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->text, sizeof error->text, format, arguments);
    va_end(arguments);
    return LL_E_INVALID;
}

typedef struct lint_run {
    ll_linter *linter;
    const ll_cli_options *options;
    ll_cli_text texts[LL_CLI_REPORTS_MOST];
    ll_cli_file files[LL_CLI_REPORTS_MOST];
    ll_summary summary;
} lint_run;

/* A word that is no file and nearly a command was meant as one. */
static ll_status check_command(const ll_cli_options *options, ll_error *error) {
    size_t count;
    const ll_cli_command_row *table = ll_cli_command_table(&count);
    const char *names[LL_CLI_COMMANDS_MOST], *word = options->arguments[0];
    if (strpbrk(word, "./") || access(word, F_OK) == 0)
        return LL_OK;
    for (size_t i = 0; i < count; i++)
        names[i] = table[i].name;
    const char *near = ll_nearest_name(word, names, count);
    if (!near || strcmp(near, word) == 0)
        return LL_OK;
    return fail(error, "", "there is no command or file \"%.100s\" (did you mean %s?)", word, near);
}

/* What an empty variable of a shell leaves. */
static ll_status check_names(const ll_cli_options *options, ll_error *error) {
    for (size_t i = 0; i < options->argument_count; i++)
        if (options->arguments[i][0] == '\0')
            return fail(error, "", "one of the arguments is empty; expected the name of a file");
    return LL_OK;
}

/* A report must not replace what it is about. */
static ll_status check_files(const ll_cli_options *options, ll_error *error) {
    for (size_t r = 0; r < options->report_count; r++) {
        struct stat report, input;
        const char *file = options->reports[r].file;
        if (!file || stat(file, &report) != 0 || !S_ISREG(report.st_mode))
            continue;
        for (size_t i = 0; i < options->argument_count; i++)
            if (stat(options->arguments[i], &input) == 0 && input.st_dev == report.st_dev &&
                input.st_ino == report.st_ino)
                return fail(error, file, "the report would replace a file that is to be checked");
    }
    return LL_OK;
}

/* The human report has no date: then the file that tells the time zone need not be read. */
static bool shows_date(const ll_cli_options *options) {
    bool shown = options->writes_baseline;
    for (size_t i = 0; i < options->report_count; i++)
        shown |= strcmp(options->reports[i].format, "human") != 0;
    return shown;
}

static ll_status set_today(ll_linter *linter, const ll_cli_options *options, ll_error *error) {
    char date[32];
    time_t now = time(NULL);
    struct tm day;
    if (options->has_date || !localtime_r(&now, &day))
        return LL_OK;
    snprintf(date, sizeof date, "%04d-%02d-%02d", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
    return ll_linter_set(linter, "date", date, error);
}

static bool wants_color(const ll_cli_options *options, bool terminal) {
    if (options->color != LL_CLI_COLOR_AUTO)
        return options->color == LL_CLI_COLOR_ALWAYS;
    const char *refused = getenv("NO_COLOR"), *kind = getenv("TERM");
    return terminal && !(refused && *refused) && !(kind && strcmp(kind, "dumb") == 0);
}

static unsigned terminal_width(bool terminal) {
    struct winsize size;
    return terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static ll_status lint_files(lint_run *run, ll_error *error) {
    const ll_cli_options *options = run->options;
    ll_output outputs[LL_CLI_REPORTS_MOST] = {0};
    bool terminal = isatty(STDOUT_FILENO) == 1;
    for (size_t i = 0; i < options->report_count; i++) {
        bool shown = !options->reports[i].file;
        outputs[i] = (ll_output){
            .format = options->reports[i].format,
            .write = ll_cli_text_add,
            .context = &run->texts[i],
            .color = wants_color(options, shown && terminal),
            .quiet = options->quiet,
            .width = terminal_width(shown && terminal),
        };
    }
    ll_cli_progress progress = {.wanted = ll_cli_progress_is_wanted(options->quiet)};
    ll_linter_progress(run->linter, ll_cli_progress_show, &progress);
    ll_status status = ll_linter_run(run->linter, options->arguments, options->argument_count,
                                     outputs, options->report_count, &run->summary, error);
    ll_cli_progress_clear(&progress);
    return status;
}

/* The reports that go to files, those that are written to directly or the others. */
static ll_status write_files(lint_run *run, bool direct, ll_error *error) {
    ll_status status = LL_OK;
    for (size_t i = 0; i < run->options->report_count && status == LL_OK; i++) {
        const char *path = run->options->reports[i].file;
        if (path && ll_cli_file_is_direct(path) == direct)
            status = ll_cli_file_write(&run->files[i], path, &run->texts[i], error);
    }
    return status;
}

/* All files are written before the first is put in its place. Whoever interrupts the program gets
 * his way when none is left beside its place. */
static ll_status replace_files(lint_run *run, ll_error *error) {
    sigset_t before;
    ll_cli_signals_hold(&before);
    ll_status status = write_files(run, false, error);
    for (size_t i = 0; i < run->options->report_count && status == LL_OK; i++)
        status = ll_cli_file_commit(&run->files[i], error);
    for (size_t i = 0; i < run->options->report_count; i++)
        ll_cli_file_discard(&run->files[i]);
    ll_cli_signals_release(&before);
    return status;
}

static ll_status write_reports(lint_run *run, ll_error *error) {
    const ll_cli_options *options = run->options;
    ll_status status = write_files(run, true, error);
    if (status == LL_OK)
        status = replace_files(run, error);
    for (size_t i = 0; i < options->report_count && status == LL_OK; i++)
        if (!options->reports[i].file)
            status = ll_cli_print(&run->texts[i], error);
    return status;
}

/* Of what was given up while the others went on. */
static size_t print_kept_errors(const ll_linter *linter) {
    size_t shown = 0;
    for (const ll_error *error; (error = ll_linter_error(linter, shown)); shown++)
        print_error(error);
    return shown;
}

static void print_errors(const lint_run *run) {
    size_t shown = print_kept_errors(run->linter);
    if (run->summary.errors > shown)
        fprintf(stderr, "lessonlint: error: and %zu more errors\n", run->summary.errors - shown);
}

enum { GONE_SHOWN_MOST = 20 };

/* What is not reported, and what a PASS leaves open. */
static void print_left_out(const lint_run *run) {
    if (run->summary.known > 0)
        fprintf(stderr, "lessonlint: note: %zu known finding%s left out by the baseline\n",
                run->summary.known, run->summary.known == 1 ? " was" : "s were");
    if (run->summary.unchanged > 0)
        fprintf(stderr, "lessonlint: note: %zu finding%s left out: %s have not changed since %s\n",
                run->summary.unchanged, run->summary.unchanged == 1 ? " was" : "s were",
                run->summary.unchanged == 1 ? "its lines" : "their lines", run->options->since);
    if (run->summary.waiting > 0 && run->options->requires_pass)
        fprintf(
            stderr,
            "lessonlint: note: --require-pass asks for the verdict alone: %zu finding%s below a "
            "PASS still need%s a reviewer\n",
            run->summary.waiting, run->summary.waiting == 1 ? "" : "s",
            run->summary.waiting == 1 ? "s" : "");
}

/* What the baseline need not keep any more, and what it keeps now. */
static void print_baseline(const lint_run *run) {
    size_t shown = 0;
    if (run->options->baseline && run->options->writes_baseline)
        fprintf(stderr, "%s: note: %zu finding%s known now: %zu new, %zu gone\n",
                run->options->baseline, run->summary.entries,
                run->summary.entries == 1 ? " is" : "s are", run->summary.added, run->summary.gone);
    for (const ll_error *gone;
         shown < GONE_SHOWN_MOST && (gone = ll_linter_gone(run->linter, shown)); shown++)
        fprintf(stderr, "%s:%u: note: %s\n", gone->path, gone->line, gone->text);
    if (run->summary.gone > shown)
        fprintf(stderr,
                "lessonlint: note: and %zu more entries of the baseline do not occur any more\n",
                run->summary.gone - shown);
}

static ll_status lint(ll_linter *linter, ll_cli_options *options, int *exit_status,
                      ll_error *error) {
    lint_run run = {.linter = linter, .options = options};
    if (options->report_count == 0)
        options->reports[options->report_count++] = (ll_cli_report){.format = "human"};
    ll_status status = options->argument_count ? check_command(options, error) : LL_OK;
    if (status == LL_OK)
        status = check_files(options, error);
    if (status == LL_OK && shows_date(options))
        status = set_today(linter, options, error);
    if (status == LL_OK)
        status = lint_files(&run, error);
    if (status == LL_OK)
        status = write_reports(&run, error);
    if (status == LL_OK) {
        *exit_status = run.summary.exit_status;
        print_errors(&run);
        if (!options->quiet) {
            print_left_out(&run);
            print_baseline(&run);
        }
    }
    for (size_t i = 0; i < options->report_count; i++) {
        ll_cli_text_free(&run.texts[i]);
    }
    return status;
}

/* What became of a review that was to be written, in one line. Takes no memory: it is written. */
static ll_status say_reviewed(const ll_cli_text *review, const ll_reviewed *done, ll_error *error) {
    char line[256];
    const char *end = review->length ? memchr(review->bytes, '\n', review->length) : NULL;
    size_t length = end && end > review->bytes + 3 ? (size_t)(end - review->bytes) - 3 : 0;
    int used = length
                   ? snprintf(line, sizeof line, "written: %.*s, %s\n",
                              (int)(length < 200 ? length : 200), review->bytes + 3, done->verdict)
                   : snprintf(line, sizeof line,
                              "nothing has changed since iteration %u, nothing is written\n",
                              done->iteration);
    const ll_cli_text text = {.bytes = line, .length = (size_t)used};
    return ll_cli_print(&text, error);
}

/* Of a command that speaks of all that is there. */
static ll_status refuse_baseline(const ll_cli_options *options, const char *command,
                                 ll_error *error) {
    if (!options->known)
        return LL_OK;
    return fail(error, "", "%s knows no baseline; --%s is for linting", command, options->known);
}

/* The next review takes what this one does not report for mended. */
static ll_status refuse_part(const ll_cli_options *options, ll_error *error) {
    if (!options->write || !options->part)
        return LL_OK;
    return fail(
        error, "",
        "a review that is written speaks of all that is there, and --%s leaves findings out; "
        "expected `lessonlint review --write PLAN LESSON` without it, or no --write",
        options->part);
}

static ll_status fix(ll_linter *linter, const ll_cli_options *options, int *exit_status,
                     ll_error *error) {
    ll_status status = refuse_baseline(options, "fix", error);
    if (status == LL_OK && options->since)
        status = fail(error, "",
                      "fix mends whole files, not changed lines; expected no --since, or "
                      "`lessonlint --since REF` to see what is found on changed lines");
    if (status == LL_OK)
        status = ll_cli_fix(linter, options, exit_status, error);
    if (status == LL_OK)
        print_kept_errors(linter);
    return status;
}

/* What is done as it was asked for, and may be a slip. */
static void print_notices(const ll_cli_options *options, const ll_reviewed *done) {
    if (options->quiet)
        return;
    if (done->reopened)
        fprintf(stderr, "lessonlint: note: the series of reviews was finished; --iteration goes on "
                        "with it, --label would begin another one\n");
    if (done->last_date[0] != '\0')
        fprintf(stderr, "lessonlint: note: --date is earlier than that of the last review, %s\n",
                done->last_date);
    if (done->unread > 0)
        fprintf(stderr,
                "lessonlint: note: the Summary of the last review counts %zu finding%s more than "
                "could be read below it; nothing is said of %s\n",
                done->unread, done->unread == 1 ? "" : "s", done->unread == 1 ? "it" : "them");
}

static ll_status review(ll_linter *linter, const ll_cli_options *options, int *exit_status,
                        ll_error *error) {
    ll_cli_text text = {0};
    ll_reviewed done = {0};
    ll_status status = options->argument_count > 0
                           ? set_today(linter, options, error)
                           : fail(error, "", "review needs a plan, and the lesson built from it");
    if (status == LL_OK && options->report_count > 0)
        status = fail(error, "",
                      "review prints a section for the plan; the same review in another form comes "
                      "from `lessonlint --format NAME PLAN LESSON`");
    if (status == LL_OK)
        status = refuse_baseline(options, "review", error);
    if (status == LL_OK)
        status = refuse_part(options, error);
    if (status == LL_OK)
        status = ll_linter_review(linter, options->arguments, options->argument_count,
                                  options->write, ll_cli_text_add, &text, &done, error);
    if (status == LL_OK)
        status = options->write ? say_reviewed(&text, &done, error) : ll_cli_print(&text, error);
    if (status == LL_OK) {
        *exit_status = done.exit_status;
        print_notices(options, &done);
    }
    ll_cli_text_free(&text);
    return status;
}

static ll_status explain(ll_linter *linter, const ll_cli_options *options, ll_cli_text *text,
                         ll_error *error) {
    if (options->argument_count == 0)
        return fail(error, "", "explain needs the id of a rule; `lessonlint rules` lists all");
    ll_status status = LL_OK;
    for (size_t i = 0; i < options->argument_count && status == LL_OK; i++) {
        if (i > 0)
            status = ll_cli_text_add(text, "\n\n", 2, error);
        if (status == LL_OK)
            status = ll_linter_explain(linter, options->arguments[i], ll_cli_text_add, text, error);
    }
    return status;
}

/* `rules test DIR...` */
static ll_status test_rules(ll_linter *linter, const ll_cli_options *options, int *exit_status,
                            ll_error *error) {
    ll_cli_text text = {0};
    ll_status status = LL_OK;
    if (options->argument_count == 1)
        return fail(error, "", "rules test needs a folder with rule files");
    for (size_t i = 1; i < options->argument_count && status == LL_OK; i++) {
        ll_rule_tests tests;
        status = ll_linter_test_rules(linter, options->arguments[i], ll_cli_text_add, &text, &tests,
                                      error);
        if (status == LL_OK && tests.failed > 0)
            *exit_status = 1;
    }
    if (status == LL_OK)
        status = ll_cli_print(&text, error);
    ll_cli_text_free(&text);
    return status;
}

static ll_status list_rules(ll_linter *linter, const ll_cli_options *options, ll_cli_text *text,
                            ll_error *error) {
    if (options->argument_count > 0)
        return fail(error, "",
                    "rules takes no arguments but `test DIR`; `lessonlint explain RULE` "
                    "explains one");
    return ll_linter_rules(linter, ll_cli_text_add, text, error);
}

static ll_status show_config(ll_linter *linter, const ll_cli_options *options, ll_cli_text *text,
                             ll_error *error) {
    if (options->argument_count > 1)
        return fail(error, "", "--show-config takes at most one file or folder");
    return ll_linter_show_config(linter, options->argument_count ? options->arguments[0] : NULL,
                                 ll_cli_text_add, text, error);
}

static ll_status say_version(ll_linter *linter, const ll_cli_options *options, ll_cli_text *text,
                             ll_error *error) {
    (void)linter;
    (void)options;
    char line[64];
    int length = snprintf(line, sizeof line, "lessonlint %s\n", ll_version());
    return ll_cli_text_add(text, line, (size_t)length, error);
}

enum { PATH_ROOM = 4096 };

static ll_status fail_to_write(const char *path, ll_error *error) {
    int number = errno;
    ll_status status =
        number == EEXIST
            ? fail(error, path, "there is a configuration already, which is left as it is")
            : fail(error, path, "cannot write: %s", strerror(number));
    error->status = LL_E_IO;
    return status;
}

/* Writes a configuration to begin with into a folder; never over one that is there. */
static ll_status init(ll_linter *linter, const ll_cli_options *options, ll_error *error) {
    char path[PATH_ROOM];
    ll_cli_text text = {0};
    if (options->argument_count > 1)
        return fail(error, "", "init takes at most one folder");
    const char *folder = options->argument_count ? options->arguments[0] : "";
    size_t length = strlen(folder);
    int used = snprintf(path, sizeof path, "%s%s.lessonlint.yaml", folder,
                        length && folder[length - 1] != '/' ? "/" : "");
    if (used < 0 || (size_t)used >= sizeof path)
        return fail(error, "", "the name of the folder is too long");
    ll_status status = ll_linter_sample(linter, ll_cli_text_add, &text, error);
    FILE *file = status == LL_OK ? fopen(path, "wxb") : NULL;
    if (status == LL_OK && !file)
        status = fail_to_write(path, error);
    if (file) {
        bool whole = fwrite(text.bytes, 1, text.length, file) == text.length;
        if (fclose(file) != 0 || !whole)
            status = fail_to_write(path, error);
    }
    ll_cli_text_free(&text);
    if (status == LL_OK)
        printf("%s\n", path);
    return status;
}

static ll_status say_help(ll_linter *linter, const ll_cli_options *options, ll_cli_text *text,
                          ll_error *error) {
    (void)linter;
    (void)options;
    return ll_cli_help(text, error);
}

static ll_status show_files(ll_linter *linter, const ll_cli_options *options, ll_cli_text *text,
                            ll_error *error) {
    return ll_linter_show_files(linter, options->arguments, options->argument_count,
                                ll_cli_text_add, text, error);
}

static ll_status complete(ll_linter *linter, const ll_cli_options *options, ll_cli_text *text,
                          ll_error *error) {
    return ll_cli_complete(linter, options->arguments, options->argument_count, text, error);
}

/* What only says something: an option that asks for it, before the command. */
typedef ll_status sayer(ll_linter *linter, const ll_cli_options *options, ll_cli_text *text,
                        ll_error *error);

static sayer *sayer_of(const ll_cli_options *options) {
    if (options->help)
        return say_help;
    if (options->version)
        return say_version;
    if (options->show_config)
        return show_config;
    if (options->show_files)
        return show_files;
    if (options->command == LL_CLI_COMPLETE)
        return complete;
    return options->command == LL_CLI_EXPLAIN ? explain : list_rules;
}

static ll_status say(ll_linter *linter, const ll_cli_options *options, ll_error *error) {
    ll_cli_text text = {0};
    ll_status status = sayer_of(options)(linter, options, &text, error);
    if (status == LL_OK)
        status = ll_cli_print(&text, error);
    ll_cli_text_free(&text);
    return status;
}

/* Options that another command is for. */
static ll_status check_misplaced(const ll_cli_options *options, ll_error *error) {
    if (options->write && options->command != LL_CLI_REVIEW)
        return fail(error, "", "--write is for `lessonlint review`");
    if (options->diff && options->command != LL_CLI_FIX)
        return fail(error, "", "--diff is for `lessonlint fix`");
    if (options->unsafe && options->command != LL_CLI_FIX)
        return fail(error, "", "--unsafe is for `lessonlint fix`");
    if (options->command == LL_CLI_FIX && options->report_count > 0)
        return fail(error, "", "fix has a form of its own; --format is for linting");
    return LL_OK;
}

static bool tests_rules(const ll_cli_options *options) {
    return options->command == LL_CLI_RULES && options->argument_count > 0 &&
           strcmp(options->arguments[0], "test") == 0;
}

static ll_status run_command(ll_linter *linter, int argc, char **argv, const char **arguments,
                             int *exit_status, ll_error *error) {
    ll_cli_options options = {.arguments = arguments};
    ll_status status = ll_cli_parse(&options, linter, argc, argv, error);
    if (status == LL_OK && options.command != LL_CLI_COMPLETE)
        status = check_names(&options, error);
    if (status == LL_OK)
        status = check_misplaced(&options, error);
    if (status != LL_OK)
        return status;
    if (options.help || options.version || options.show_config || options.show_files)
        return say(linter, &options, error);
    if (options.command == LL_CLI_REVIEW)
        return review(linter, &options, exit_status, error);
    if (options.command == LL_CLI_FIX)
        return fix(linter, &options, exit_status, error);
    if (options.command == LL_CLI_INIT)
        return init(linter, &options, error);
    if (options.command == LL_CLI_LINT)
        return lint(linter, &options, exit_status, error);
    return tests_rules(&options) ? test_rules(linter, &options, exit_status, error)
                                 : say(linter, &options, error);
}

int main(int argc, char **argv) {
    /* A reader that goes away is an error of writing, with a message and a status. */
    signal(SIGPIPE, SIG_IGN);
    ll_linter *linter = NULL;
    ll_error error = {0};
    int exit_status = 0;
    const char **arguments = calloc((size_t)argc, sizeof *arguments);
    ll_status status =
        arguments ? ll_linter_new(&linter, &error) : fail(&error, "", "out of memory");
    if (status == LL_OK)
        status = run_command(linter, argc, argv, arguments, &exit_status, &error);
    if (status != LL_OK) {
        print_error(&error);
        exit_status = CANNOT_WORK;
    }
    ll_linter_free(linter);
    free(arguments);
    return exit_status;
}
