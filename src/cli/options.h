/* What the command line says. */
#ifndef LL_CLI_OPTIONS_H
#define LL_CLI_OPTIONS_H

#include "lessonlint/lessonlint.h"

#include <stdbool.h>

/* Most reports of one run. */
#define LL_CLI_REPORTS_MOST 16

typedef enum ll_cli_color {
    LL_CLI_COLOR_AUTO,
    LL_CLI_COLOR_ALWAYS,
    LL_CLI_COLOR_NEVER
} ll_cli_color;

/* `--format NAME=FILE`; without a file it goes to standard output. */
typedef struct ll_cli_report {
    char format[16];
    const char *file; /* in argv, or NULL */
} ll_cli_report;

typedef enum ll_cli_command {
    LL_CLI_LINT,
    LL_CLI_COMPLETE,
    LL_CLI_EXPLAIN,
    LL_CLI_FIX,
    LL_CLI_INIT,
    LL_CLI_REVIEW,
    LL_CLI_RULES
} ll_cli_command;

typedef struct ll_cli_options {
    ll_cli_command command;
    const char **arguments; /* behind the command; in the order given */
    size_t argument_count;
    ll_cli_report reports[LL_CLI_REPORTS_MOST];
    size_t report_count;
    ll_cli_color color;
    bool quiet, help, version, show_config, show_files, write, diff, unsafe;
    bool has_date;
    bool writes_baseline;
    const char *known;    /* the last option of the baseline, by its name; NULL: there is none */
    const char *baseline; /* its file, NULL without one */
    const char *since;    /* a commit, NULL without one */
    bool requires_pass;   /* --require-pass was given */
    const char *part;     /* the last option that lets less be reported, by its name; NULL: none */
} ll_cli_options;

/* One option. Those without a `read` are options of the linter and handed on to ll_linter_set. */
typedef struct ll_cli_option {
    const char *name;
    const char *value; /* how its value is called in the help; NULL when it takes none */
    const char *help;
    ll_status (*read)(ll_cli_options *options, const char *value, ll_error *error);
} ll_cli_option;

/* One command word. */
typedef struct ll_cli_command_row {
    const char *name;
    const char *arguments;
    const char *help;
    ll_cli_command command;
} ll_cli_command_row;

/* Most options, and most commands, of the tables. */
#define LL_CLI_OPTIONS_MOST 64
#define LL_CLI_COMMANDS_MOST 8

/* All options and commands, sorted by name. */
const ll_cli_option *ll_cli_option_table(size_t *count);
const ll_cli_command_row *ll_cli_command_table(size_t *count);

/* The command of that name, or NULL. */
const ll_cli_command_row *ll_cli_find_command(const char *word);

/* The option of `NAME` or `NAME=VALUE`, without its dashes, or NULL. `*value` is what stands behind
 * the sign, NULL without one. */
const ll_cli_option *ll_cli_find_option(const char *word, const char **value);

/* Reads argv[1] … argv[argc - 1]; options of the linter are set on `linter`. The first word that is
 * no option and names a command is that command; `--` ends the options. `options->arguments` must
 * have room for argc words and be set by the caller. */
ll_status ll_cli_parse(ll_cli_options *options, ll_linter *linter, int argc, char *const *argv,
                       ll_error *error);

#endif
