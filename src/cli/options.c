/* Reading the command line by its tables. */
#include "cli/options.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MOST_FORMATS = 64 };

static ll_status fail(ll_error *error, const char *format, ...) {
    memset(error, 0, sizeof *error);
    error->status = LL_E_INVALID;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->text, sizeof error->text, format, arguments);
    va_end(arguments);
    return LL_E_INVALID;
}

/* Fails for an unknown name, with the nearest of the known ones. */
static ll_status unknown(ll_error *error, const char *what, const char *dashes, const char *name,
                         const char *const *names, size_t count) {
    const char *near = ll_nearest_name(name, names, count);
    if (near)
        return fail(error, "there is no %s \"%s%s\" (did you mean %s%s?)", what, dashes, name,
                    dashes, near);
    return fail(error, "there is no %s \"%s%s\"; `lessonlint --help` lists all", what, dashes,
                name);
}

static ll_status read_color(ll_cli_options *options, const char *value, ll_error *error) {
    static const char *const names[] = {"auto", "always", "never"};
    for (size_t i = 0; i < 3; i++) {
        if (strcmp(value, names[i]) == 0) {
            options->color = (ll_cli_color)i;
            return LL_OK;
        }
    }
    return fail(error, "--color: \"%s\" is not possible; expected auto, always or never", value);
}

static ll_status check_report(const ll_cli_options *options, const ll_cli_report *report,
                              ll_error *error) {
    const char *names[MOST_FORMATS];
    size_t count = ll_format_count() < MOST_FORMATS ? ll_format_count() : MOST_FORMATS;
    bool known = false;
    for (size_t i = 0; i < count; i++) {
        names[i] = ll_format_name(i);
        known |= strcmp(names[i], report->format) == 0;
    }
    if (!known)
        return unknown(error, "format", "", report->format, names, count);
    for (size_t i = 0; i < options->report_count; i++) {
        const char *file = options->reports[i].file;
        if (!file && !report->file)
            return fail(error, "--format: only one report can go to standard output; give the "
                               "others a file, as in --format json=report.json");
        if (file && report->file && strcmp(file, report->file) == 0)
            return fail(error, "--format: two reports cannot go to one file, %s", file);
    }
    return LL_OK;
}

static ll_status read_format(ll_cli_options *options, const char *value, ll_error *error) {
    const char *equals = strchr(value, '=');
    size_t length = equals ? (size_t)(equals - value) : strlen(value);
    ll_cli_report report = {.file = equals ? equals + 1 : NULL};
    size_t most = sizeof report.format - 1;
    memcpy(report.format, value, length < most ? length : most);
    if (equals && equals[1] == '\0')
        return fail(error, "--format: \"%s\" names no file behind the =", value);
    if (options->report_count == LL_CLI_REPORTS_MOST)
        return fail(error, "--format: more than %d reports in one run", LL_CLI_REPORTS_MOST);
    ll_status status = check_report(options, &report, error);
    if (status == LL_OK)
        options->reports[options->report_count++] = report;
    return status;
}

static ll_status read_quiet(ll_cli_options *options, const char *value, ll_error *error) {
    (void)value;
    (void)error;
    options->quiet = true;
    return LL_OK;
}

static ll_status read_help(ll_cli_options *options, const char *value, ll_error *error) {
    (void)value;
    (void)error;
    options->help = true;
    return LL_OK;
}

static ll_status read_version(ll_cli_options *options, const char *value, ll_error *error) {
    (void)value;
    (void)error;
    options->version = true;
    return LL_OK;
}

static ll_status read_show_config(ll_cli_options *options, const char *value, ll_error *error) {
    (void)value;
    (void)error;
    options->show_config = true;
    return LL_OK;
}

static ll_status read_show_files(ll_cli_options *options, const char *value, ll_error *error) {
    (void)value;
    (void)error;
    options->show_files = true;
    return LL_OK;
}

static ll_status read_write(ll_cli_options *options, const char *value, ll_error *error) {
    (void)value;
    (void)error;
    options->write = true;
    return LL_OK;
}

static ll_status read_diff(ll_cli_options *options, const char *value, ll_error *error) {
    (void)value;
    (void)error;
    options->diff = true;
    return LL_OK;
}

static ll_status read_unsafe(ll_cli_options *options, const char *value, ll_error *error) {
    (void)value;
    (void)error;
    options->unsafe = true;
    return LL_OK;
}

/* Sorted by name. To add an option: a row here, and in docs/usage.md; without a reader it also
 * needs its row in src/api/settings.c, and a new name for its value one in complete.c. */
static const ll_cli_option option_table[] = {
    {"baseline", "FILE", "leave out the findings that this file knows", NULL},
    {"color", "WHEN", "auto, always or never; auto colours a terminal unless NO_COLOR is set",
     read_color},
    {"config", "FILE", "the configuration, instead of the nearest .lessonlint.yaml", NULL},
    {"date", "YYYY-MM-DD", "date of the review; today without it", NULL},
    {"diff", NULL, "fix: change nothing, and print a unified diff instead", read_diff},
    {"fail-on", "SEVERITY",
     "exit with 1 from this severity on: critical, improvement (default), polish or never", NULL},
    {"format", "NAME[=FILE]", "a report, see formats; human without it; may be repeated with files",
     read_format},
    {"help", NULL, "show this text", read_help},
    {"iteration", "N[/M]", "iteration of the review; without it the next one of the plan", NULL},
    {"jobs", "N",
     "work on so many pairs at the same time; as many as there are processors without it", NULL},
    {"label", "TEXT", "what a new series of reviews is called, such as Post-Rework", NULL},
    {"no-config", NULL, "read no configuration", NULL},
    {"only", "ID[,ID]", "run these rules alone; may be repeated", NULL},
    {"partners", NULL,
     "of files, check the pairs that the configuration has them in, and leave out others", NULL},
    {"prune-baseline", NULL, "remove from the baseline what is no longer true", NULL},
    {"quiet", NULL, "human: only the findings that count, no hints, no summary", read_quiet},
    {"require-pass", NULL, "the last review in a plan has to be a PASS", NULL},
    {"rule", "ID=SEVERITY", "judge a rule as critical, improvement, polish or off; may be repeated",
     NULL},
    {"rules", "DIR", "add the rule files of a folder; may be repeated", NULL},
    {"show-config", NULL, "print the configuration that holds for a file or folder",
     read_show_config},
    {"show-files", NULL, "print which plans and lessons would be checked together",
     read_show_files},
    {"since", "REF",
     "report only findings on lines that have changed since the branch parted from this commit",
     NULL},
    {"skip", "ID[,ID]", "leave these rules out; may be repeated", NULL},
    {"stdin-filename", "NAME", "what standard input is called, for `-`", NULL},
    {"strict", NULL, "count findings to verify like the others", NULL},
    {"total", "M", "iterations of the series of reviews; as in the plan without it, else 3", NULL},
    {"unsafe", NULL, "fix: make fixes, too, that somebody has to look at", read_unsafe},
    {"update-baseline", NULL, "write what is found into the baseline, as known from now on", NULL},
    {"version", NULL, "show the version", read_version},
    {"write", NULL, "review: append it to the plan", read_write},
};

/* Sorted by name. */
static const ll_cli_command_row command_table[] = {
    {"complete", "[WORD...]",
     "for the completions of shells: say what the last of these words may become", LL_CLI_COMPLETE},
    {"explain", "RULE...", "say what a rule looks for, why, and what to do", LL_CLI_EXPLAIN},
    {"fix", "[PATH...]",
     "mend what can be mended in plans, lessons and their widgets; --diff only shows it",
     LL_CLI_FIX},
    {"init", "[DIR]", "write a configuration to begin with, .lessonlint.yaml", LL_CLI_INIT},
    {"lint", "[PATH...]",
     "check plans and lessons, the pairs of a folder, or everything that the configuration names; "
     "what is done without a command",
     LL_CLI_LINT},
    {"review", "PLAN [LESSON]",
     "print the next review of a lesson, with what became of the findings of the last one; --write "
     "appends it to the plan",
     LL_CLI_REVIEW},
    {"rules", "[test DIR...]",
     "list all rules, or try those of a folder on the texts in their files", LL_CLI_RULES},
};

_Static_assert(sizeof option_table / sizeof *option_table <= LL_CLI_OPTIONS_MOST, "options");
_Static_assert(sizeof command_table / sizeof *command_table <= LL_CLI_COMMANDS_MOST, "commands");

const ll_cli_option *ll_cli_option_table(size_t *count) {
    *count = sizeof option_table / sizeof *option_table;
    return option_table;
}

const ll_cli_command_row *ll_cli_command_table(size_t *count) {
    *count = sizeof command_table / sizeof *command_table;
    return command_table;
}

const ll_cli_command_row *ll_cli_find_command(const char *word) {
    for (size_t i = 0; i < sizeof command_table / sizeof *command_table; i++)
        if (strcmp(command_table[i].name, word) == 0)
            return &command_table[i];
    return NULL;
}

const ll_cli_option *ll_cli_find_option(const char *word, const char **value) {
    size_t count, length = strcspn(word, "=");
    const ll_cli_option *table = ll_cli_option_table(&count);
    *value = word[length] ? word + length + 1 : NULL;
    for (size_t i = 0; i < count; i++)
        if (strlen(table[i].name) == length && memcmp(table[i].name, word, length) == 0)
            return &table[i];
    return NULL;
}

static ll_status unknown_option(ll_error *error, const char *name, size_t length) {
    const char *names[LL_CLI_OPTIONS_MOST];
    char copy[128];
    size_t count;
    const ll_cli_option *table = ll_cli_option_table(&count);
    for (size_t i = 0; i < count; i++)
        names[i] = table[i].name;
    snprintf(copy, sizeof copy, "%.*s", (int)(length < 100 ? length : 100), name);
    return unknown(error, "option", "--", copy, names, count);
}

/* What the command has to know of the options of the library. */
static void remember(ll_cli_options *options, const char *name, const char *value) {
    options->has_date |= strcmp(name, "date") == 0;
    if (strcmp(name, "since") == 0)
        options->since = value;
    if (strcmp(name, "require-pass") == 0)
        options->requires_pass = true;
    if (strcmp(name, "since") == 0 || strcmp(name, "only") == 0 || strcmp(name, "skip") == 0)
        options->part = name;
    if (!strstr(name, "baseline"))
        return;
    options->known = name;
    if (value)
        options->baseline = value;
    else
        options->writes_baseline = true;
}

/* Reads the option at argv[*at], and its value when that is the next word. */
static ll_status parse_option(ll_cli_options *options, ll_linter *linter, int argc,
                              char *const *argv, int *at, ll_error *error) {
    const char *name = argv[*at] + 2, *value;
    const ll_cli_option *option = ll_cli_find_option(name, &value);
    if (!option)
        return unknown_option(error, name, strcspn(name, "="));
    if (!option->value && value)
        return fail(error, "--%s takes no value", option->name);
    if (option->value && !value) {
        if (*at + 1 >= argc)
            return fail(error, "--%s needs a value: --%s %s", option->name, option->name,
                        option->value);
        value = argv[++*at];
    }
    remember(options, option->name, value);
    if (option->read)
        return option->read(options, value, error);
    return ll_linter_set(linter, option->name, value, error);
}

/* `-h` and `-V`, which people type; no other option has a short form. */
static ll_status parse_short(ll_cli_options *options, const char *word, ll_error *error) {
    if (strcmp(word, "-h") == 0)
        return read_help(options, NULL, error);
    if (strcmp(word, "-V") == 0)
        return read_version(options, NULL, error);
    return fail(error,
                "there is no option \"%s\"; options begin with two dashes, and a file whose "
                "name begins with one stands behind `--`",
                word);
}

static void add_argument(ll_cli_options *options, const char *word, bool *first) {
    const ll_cli_command_row *command = *first ? ll_cli_find_command(word) : NULL;
    *first = false;
    if (command)
        options->command = command->command;
    else
        options->arguments[options->argument_count++] = word;
}

ll_status ll_cli_parse(ll_cli_options *options, ll_linter *linter, int argc, char *const *argv,
                       ll_error *error) {
    bool options_end = false, first = true;
    for (int at = 1; at < argc; at++) {
        const char *word = argv[at];
        ll_status status = LL_OK;
        if (options_end || word[0] != '-' || word[1] == '\0')
            add_argument(options, word, &first);
        else if (strcmp(word, "--") == 0)
            options_end = true;
        else if (word[1] == '-')
            status = parse_option(options, linter, argc, argv, &at, error);
        else
            status = parse_short(options, word, error);
        if (status != LL_OK)
            return status;
        first = first && !options_end;
    }
    return LL_OK;
}
