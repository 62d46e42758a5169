/* Help made of the tables of options and commands. */
#include "cli/help.h"

#include "cli/options.h"

#include <stdio.h>
#include <string.h>

enum { LINE_ROOM = 512, LEFT = 28, WIDTH = 80 };

static const char USAGE[] =
    "usage: lessonlint [OPTION...] PLAN.md LESSON.tsx\n"
    "       lessonlint [OPTION...] [FOLDER...]\n"
    "       lessonlint review [--write] PLAN.md LESSON.tsx\n"
    "       lessonlint explain RULE... | rules [test DIR...] | init [DIR]\n";

static const char INTRODUCTION[] =
    "\n"
    "Checks the planning document of a lesson and the React lesson built from it, and\n"
    "prints a review. Give a plan, a lesson, a pair, or several of each in any order;\n"
    "`-` is standard input. Of a folder, and without any name, the pairs are found by\n"
    "the configuration, .lessonlint.yaml.\n";

static const char STATUS[] = "\n"
                             "exit status:\n"
                             "  0  nothing at or above --fail-on\n"
                             "  1  findings\n"
                             "  2  it could not work: the message on standard error says why\n";

static ll_status add(ll_cli_text *text, const char *more, ll_error *error) {
    return ll_cli_text_add(text, more, strlen(more), error);
}

/* One entry: the call on the left, the words of `help` in lines on the right. */
static ll_status add_entry(ll_cli_text *text, const char *call, const char *help, ll_error *error) {
    char line[LINE_ROOM];
    int used = snprintf(line, sizeof line, "  %-*s", LEFT - 2, call);
    size_t column = (size_t)used;
    ll_status status = add(text, line, error);
    if (status == LL_OK && column > LEFT) {
        snprintf(line, sizeof line, "\n%*s", LEFT, "");
        status = add(text, line, error);
        column = LEFT;
    }
    for (const char *word = help; status == LL_OK && *word;) {
        size_t length = strcspn(word, " ");
        if (column > LEFT && column + 1 + length > WIDTH) {
            snprintf(line, sizeof line, "\n%*s%.*s", LEFT, "", (int)length, word);
            column = LEFT + length;
        } else {
            snprintf(line, sizeof line, "%s%.*s", column > LEFT ? " " : "", (int)length, word);
            column += length + (column > LEFT ? 1 : 0);
        }
        status = add(text, line, error);
        word += length + (word[length] == ' ');
    }
    return status == LL_OK ? add(text, "\n", error) : status;
}

static ll_status add_commands(ll_cli_text *text, ll_error *error) {
    size_t count;
    const ll_cli_command_row *table = ll_cli_command_table(&count);
    ll_status status = add(text, "\ncommands:\n", error);
    for (size_t i = 0; i < count && status == LL_OK; i++) {
        char call[LINE_ROOM];
        snprintf(call, sizeof call, "%s %s", table[i].name, table[i].arguments);
        status = add_entry(text, call, table[i].help, error);
    }
    return status;
}

static ll_status add_options(ll_cli_text *text, ll_error *error) {
    size_t count;
    const ll_cli_option *table = ll_cli_option_table(&count);
    ll_status status =
        add(text, "\noptions (--NAME VALUE or --NAME=VALUE; -- ends them):\n", error);
    for (size_t i = 0; i < count && status == LL_OK; i++) {
        char call[LINE_ROOM];
        snprintf(call, sizeof call, "--%s%s%s", table[i].name, table[i].value ? " " : "",
                 table[i].value ? table[i].value : "");
        status = add_entry(text, call, table[i].help, error);
    }
    return status;
}

static ll_status add_formats(ll_cli_text *text, ll_error *error) {
    ll_status status = add(text, "\nformats:\n", error);
    for (size_t i = 0; i < ll_format_count() && status == LL_OK; i++)
        status = add_entry(text, ll_format_name(i), ll_format_about(i), error);
    return status;
}

ll_status ll_cli_help(ll_cli_text *text, ll_error *error) {
    ll_status status = add(text, USAGE, error);
    if (status == LL_OK)
        status = add(text, INTRODUCTION, error);
    if (status == LL_OK)
        status = add_commands(text, error);
    if (status == LL_OK)
        status = add_options(text, error);
    if (status == LL_OK)
        status = add_formats(text, error);
    return status == LL_OK ? add(text, STATUS, error) : status;
}
