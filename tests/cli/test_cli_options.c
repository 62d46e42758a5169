/* cli: what the command line is read as, and every error in it. */
#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "cli/help.h"
#include "cli/options.h"

enum { MOST_WORDS = 24 };

/* One command line, parsed. */
typedef struct parsed {
    ll_cli_options options;
    const char *arguments[MOST_WORDS];
    ll_error error;
    ll_status status;
} parsed;

/* `words` ends with NULL. */
static void parse(parsed *into, char *const *words) {
    ll_linter *linter = NULL;
    char *argv[MOST_WORDS] = {"lessonlint"};
    int argc = 1;
    *into = (parsed){0};
    into->options.arguments = into->arguments;
    assert_int_equal(ll_linter_new(&linter, &into->error), LL_OK);
    for (; words[argc - 1]; argc++)
        argv[argc] = words[argc - 1];
    into->status = ll_cli_parse(&into->options, linter, argc, argv, &into->error);
    ll_linter_free(linter);
}

#define PARSE(into, ...)                                                                           \
    do {                                                                                           \
        char *words_[] = {__VA_ARGS__, NULL};                                                      \
        parse((into), words_);                                                                     \
    } while (0)

static void files_are_arguments_of_lint(void **state) {
    (void)state;
    parsed line;
    PARSE(&line, "plan.md", "--strict", "-", "--", "--odd.tsx");
    assert_int_equal(line.status, LL_OK);
    assert_int_equal(line.options.command, LL_CLI_LINT);
    assert_int_equal(line.options.argument_count, 3);
    assert_string_equal(line.arguments[0], "plan.md");
    assert_string_equal(line.arguments[1], "-");
    assert_string_equal(line.arguments[2], "--odd.tsx");
}

static void the_first_word_may_be_a_command(void **state) {
    (void)state;
    parsed line;
    PARSE(&line, "--strict", "explain", "row-wrapping", "rules");
    assert_int_equal(line.options.command, LL_CLI_EXPLAIN);
    assert_int_equal(line.options.argument_count, 2);
    PARSE(&line, "rules");
    assert_int_equal(line.options.command, LL_CLI_RULES);
    PARSE(&line, "lint", "lint");
    assert_int_equal(line.options.command, LL_CLI_LINT);
    assert_int_equal(line.options.argument_count, 1);
    PARSE(&line, "--", "rules");
    assert_int_equal(line.options.command, LL_CLI_LINT);
    assert_int_equal(line.options.argument_count, 1);
}

static void values_stand_behind_a_sign_or_a_blank(void **state) {
    (void)state;
    parsed line;
    PARSE(&line, "--format", "json=a=b", "--format=human", "--color=never", "--date", "2024-02-29",
          "--iteration=2/3", "--rule", "x=off", "--only", "a,b", "--skip=c", "--fail-on=never",
          "--stdin-filename", "plan.md", "--jobs=2", "--rules=more", "--no-config", "--quiet",
          "x.md");
    assert_int_equal(line.status, LL_OK);
    assert_int_equal(line.options.report_count, 2);
    assert_string_equal(line.options.reports[0].format, "json");
    assert_string_equal(line.options.reports[0].file, "a=b");
    assert_string_equal(line.options.reports[1].format, "human");
    assert_null(line.options.reports[1].file);
    assert_int_equal(line.options.color, LL_CLI_COLOR_NEVER);
    assert_true(line.options.has_date && line.options.quiet);
    assert_false(line.options.help || line.options.version);
}

static void help_and_version_have_short_forms(void **state) {
    (void)state;
    parsed line;
    PARSE(&line, "-h");
    assert_true(line.options.help);
    PARSE(&line, "-V");
    assert_true(line.options.version);
    PARSE(&line, "--help", "--version");
    assert_true(line.options.help && line.options.version);
}

static void errors_say_what_was_expected(void **state) {
    (void)state;
    static const struct {
        char *words[4];
        const char *text;
    } cases[] = {
        {{"--fromat"}, "there is no option \"--fromat\" (did you mean --format?)"},
        {{"--fromat=x"}, "there is no option \"--fromat\" (did you mean --format?)"},
        {{"--zzzzzz"}, "there is no option \"--zzzzzz\"; `lessonlint --help` lists all"},
        {{"-q"},
         "there is no option \"-q\"; options begin with two dashes, and a file whose name begins "
         "with one stands behind `--`"},
        {{"--strict=yes"}, "--strict takes no value"},
        {{"x.md", "--only"}, "--only needs a value: --only ID[,ID]"},
        {{"--format", "jsn"}, "there is no format \"jsn\" (did you mean json?)"},
        {{"--format", "pdf"}, "there is no format \"pdf\"; `lessonlint --help` lists all"},
        {{"--format", "json="}, "--format: \"json=\" names no file behind the ="},
        {{"--format=json", "--format=human"},
         "--format: only one report can go to standard output; give the others a file, as in "
         "--format json=report.json"},
        {{"--format=json=a", "--format=human=a"}, "--format: two reports cannot go to one file, a"},
        {{"--color", "alwys"},
         "--color: \"alwys\" is not possible; expected auto, always or never"},
        {{"--rule", "row-wrapping"},
         "--rule: \"row-wrapping\" is not possible; expected ID=critical, ID=improvement, "
         "ID=polish or ID=off"},
        {{"--rule", "row-wrapping=polsh"},
         "--rule: \"polsh\" is not possible (did you mean polish?); expected critical, "
         "improvement, polish or off"},
        {{"--fail-on", "of"},
         "--fail-on: \"of\" is not possible; expected critical, improvement, polish or never"},
        {{"--fail-on", "neverr"},
         "--fail-on: \"neverr\" is not possible (did you mean never?); expected critical, "
         "improvement, polish or never"},
        {{"--only", ""}, "--only: \"\" is not possible; expected rule ids, separated by commas"},
        {{"--skip", " "}, "--skip: \" \" is not possible; expected rule ids, separated by commas"},
        {{"--date", "2023-02-29"},
         "--date: \"2023-02-29\" is not possible; expected a day of the calendar as YYYY-MM-DD"},
        {{"--date", "24-1-1"},
         "--date: \"24-1-1\" is not possible; expected a day of the calendar as YYYY-MM-DD"},
        {{"--iteration", "4/3"},
         "--iteration: \"4/3\" is not possible; expected N or N/M with 1 <= N <= M <= 1000, such "
         "as 1/3"},
        {{"--jobs", "0"}, "--jobs: \"0\" is not possible; expected a number from 1, such as 4"},
        {{"--jobs=2x"}, "--jobs: \"2x\" is not possible; expected a number from 1, such as 4"},
        {{"--iteration", "2/"},
         "--iteration: \"2/\" is not possible; expected N or N/M with 1 <= N <= M <= 1000, such as "
         "1/3"},
        {{"--stdin-filename", ""}, "--stdin-filename: \"\" is not possible; expected a file name"},
        {{"--rules", ""}, "--rules: \"\" is not possible; expected a folder with rule files"},
        {{"--no-config", "--config", "x"}, "--config and --no-config contradict each other"},
        {{"--config", "nowhere.yaml"}, "cannot read the configuration: No such file or directory"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        parsed line;
        parse(&line, cases[i].words);
        assert_int_not_equal(line.status, LL_OK);
        assert_int_equal(line.status, line.error.status);
        assert_string_equal(line.error.text, cases[i].text);
    }
}

static void days_of_the_calendar_are_dates(void **state) {
    (void)state;
    static char *const good[] = {"2024-02-29", "2000-02-29", "2026-12-31", "0001-01-01"};
    static char *const bad[] = {"1900-02-29",  "2026-04-31", "2026-13-01", "2026-00-10",
                                "2026-01-00",  "2026-1-100", "0000-01-01", "2026/01/01",
                                "2026-01-01 ", "",           "2026-01-0x"};
    parsed line;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        PARSE(&line, "--date", good[i]);
        assert_int_equal(line.status, LL_OK);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        PARSE(&line, "--date", bad[i]);
        assert_int_equal(line.status, LL_E_INVALID);
    }
}

static void too_many_reports_are_refused(void **state) {
    (void)state;
    ll_cli_options options = {0};
    ll_error error = {0};
    char words[LL_CLI_REPORTS_MOST + 1][32];
    char *argv[LL_CLI_REPORTS_MOST + 2] = {"lessonlint"};
    for (int i = 0; i <= LL_CLI_REPORTS_MOST; i++) {
        snprintf(words[i], sizeof words[i], "--format=json=%d", i);
        argv[i + 1] = words[i];
    }
    assert_int_equal(ll_cli_parse(&options, NULL, LL_CLI_REPORTS_MOST + 1, argv, &error), LL_OK);
    options = (ll_cli_options){0};
    assert_int_equal(ll_cli_parse(&options, NULL, LL_CLI_REPORTS_MOST + 2, argv, &error),
                     LL_E_INVALID);
}

static void tables_are_sorted(void **state) {
    (void)state;
    size_t count;
    const ll_cli_option *options = ll_cli_option_table(&count);
    for (size_t i = 1; i < count; i++)
        assert_true(strcmp(options[i - 1].name, options[i].name) < 0);
    const ll_cli_command_row *commands = ll_cli_command_table(&count);
    for (size_t i = 1; i < count; i++)
        assert_true(strcmp(commands[i - 1].name, commands[i].name) < 0);
    for (size_t i = 1; i < ll_format_count(); i++)
        assert_true(strcmp(ll_format_name(i - 1), ll_format_name(i)) < 0);
}

static void help_names_everything_within_eighty_columns(void **state) {
    (void)state;
    ll_cli_text text = {0};
    ll_error error = {0};
    size_t count;
    assert_int_equal(ll_cli_help(&text, &error), LL_OK);
    assert_int_equal(ll_cli_text_add(&text, "", 1, &error), LL_OK);
    const ll_cli_option *options = ll_cli_option_table(&count);
    for (size_t i = 0; i < count; i++) {
        char name[64];
        snprintf(name, sizeof name, "\n  --%s", options[i].name);
        assert_non_null(strstr(text.bytes, name));
    }
    for (const char *line = text.bytes; *line;) {
        size_t length = strcspn(line, "\n");
        assert_true(length <= 80);
        line += length + 1;
    }
    ll_cli_text_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_arguments_of_lint),
        cmocka_unit_test(the_first_word_may_be_a_command),
        cmocka_unit_test(values_stand_behind_a_sign_or_a_blank),
        cmocka_unit_test(help_and_version_have_short_forms),
        cmocka_unit_test(errors_say_what_was_expected),
        cmocka_unit_test(days_of_the_calendar_are_dates),
        cmocka_unit_test(too_many_reports_are_refused),
        cmocka_unit_test(tables_are_sorted),
        cmocka_unit_test(help_names_everything_within_eighty_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
