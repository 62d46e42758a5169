/* Help made of the tables of options and commands. */
#include "cli/help.h"

#include "cli/options.h"

#include <stdio.h>
#include <string.h>

enum { LINE_ROOM = 512, LEFT = 28, WIDTH = 80 };

static const char *const usage[] = {
    "[OPTION...] PLAN.md LESSON.tsx",
    "[OPTION...] [FOLDER...]",
    "fix [--diff] [--unsafe] [PATH...]",
    "review [--write] PLAN.md LESSON.tsx",
    "explain RULE... | rules [test DIR...] | init [DIR]",
};

static const char INTRODUCTION[] =
    "Checks the planning document of a lesson and the React lesson built from it, and prints a "
    "review. Give a plan, a lesson, a pair, or several of each in any order; `-` is standard "
    "input. Of a folder, and without any name, the pairs are found by the configuration, "
    ".lessonlint.yaml.";

static const ll_cli_status_row statuses[] = {
    {"0", "nothing at or above --fail-on"},
    {"1", "findings"},
    {"2", "it could not work: the message on standard error says why"},
};

const char *ll_cli_usage(size_t index) {
    return index < sizeof usage / sizeof *usage ? usage[index] : NULL;
}

const char *ll_cli_introduction(void) {
    return INTRODUCTION;
}

const ll_cli_status_row *ll_cli_status_table(size_t *count) {
    *count = sizeof statuses / sizeof *statuses;
    return statuses;
}

static ll_status add(ll_cli_text *text, const char *more, ll_error *error) {
    return ll_cli_text_add(text, more, strlen(more), error);
}

/* The words of a text, as many to a line as there is room for; lines begin at `left`, the first one
 * behind what stands there already, up to `column`. */
static ll_status add_words(ll_cli_text *text, const char *words, size_t left, size_t column,
                           ll_error *error) {
    char line[LINE_ROOM];
    ll_status status = LL_OK;
    for (const char *word = words; status == LL_OK && *word;) {
        size_t length = strcspn(word, " ");
        if (column > left && column + 1 + length > WIDTH) {
            snprintf(line, sizeof line, "\n%*s%.*s", (int)left, "", (int)length, word);
            column = left + length;
        } else {
            snprintf(line, sizeof line, "%s%.*s", column > left ? " " : "", (int)length, word);
            column += length + (column > left ? 1 : 0);
        }
        status = add(text, line, error);
        word += length + (word[length] == ' ');
    }
    return status == LL_OK ? add(text, "\n", error) : status;
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
    return status == LL_OK ? add_words(text, help, LEFT, column, error) : status;
}

static ll_status add_usage(ll_cli_text *text, ll_error *error) {
    ll_status status = LL_OK;
    for (size_t i = 0; ll_cli_usage(i) && status == LL_OK; i++) {
        char line[LINE_ROOM];
        snprintf(line, sizeof line, "%s lessonlint %s\n", i ? "      " : "usage:", ll_cli_usage(i));
        status = add(text, line, error);
    }
    if (status == LL_OK)
        status = add(text, "\n", error);
    return status == LL_OK ? add_words(text, INTRODUCTION, 0, 0, error) : status;
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

static ll_status add_statuses(ll_cli_text *text, ll_error *error) {
    ll_status status = add(text, "\nexit status:\n", error);
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses && status == LL_OK; i++) {
        char line[LINE_ROOM];
        snprintf(line, sizeof line, "  %s  %s\n", statuses[i].status, statuses[i].help);
        status = add(text, line, error);
    }
    return status;
}

static ll_status add_homepage(ll_cli_text *text, ll_error *error) {
    const char *const parts[] = {"\nmore: ", ll_homepage(), "\n"};
    ll_status status = LL_OK;
    for (size_t i = 0; i < 3 && *ll_homepage() && status == LL_OK; i++)
        status = add(text, parts[i], error);
    return status;
}

ll_status ll_cli_help(ll_cli_text *text, ll_error *error) {
    ll_status status = add_usage(text, error);
    if (status == LL_OK)
        status = add_commands(text, error);
    if (status == LL_OK)
        status = add_options(text, error);
    if (status == LL_OK)
        status = add_formats(text, error);
    if (status == LL_OK)
        status = add_statuses(text, error);
    return status == LL_OK ? add_homepage(text, error) : status;
}
