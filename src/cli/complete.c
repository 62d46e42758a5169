/* Words for the completions of shells, from the tables of options and commands. */
#include "cli/complete.h"

#include "cli/options.h"

#include <stdio.h>
#include <string.h>

enum { LINE_ROOM = 512 };

static const char *const whens[] = {"auto", "always", "never", NULL};
static const char *const severities[] = {"critical", "improvement", "polish", "off", NULL};
static const char *const limits[] = {"critical", "improvement", "polish", "never", NULL};

/* A row for each name that the tables of options and commands give to a value. */
static const ll_cli_value values[] = {
    {"DIR", LL_CLI_FOLDER, NULL},
    {"FILE", LL_CLI_FILE, NULL},
    {"ID=SEVERITY", LL_CLI_RULE_SEVERITY, severities},
    {"ID[,ID]", LL_CLI_RULES_LIST, NULL},
    {"LESSON", LL_CLI_FILE, NULL},
    {"M", LL_CLI_ANYTHING, NULL},
    {"N", LL_CLI_ANYTHING, NULL},
    {"NAME", LL_CLI_FILE, NULL},
    {"NAME[=FILE]", LL_CLI_FORMAT, NULL},
    {"N[/M]", LL_CLI_ANYTHING, NULL},
    {"PATH", LL_CLI_FILE, NULL},
    {"PLAN", LL_CLI_FILE, NULL},
    {"RULE", LL_CLI_RULE, NULL},
    {"REF", LL_CLI_ANYTHING, NULL},
    {"SEVERITY", LL_CLI_CHOICE, limits},
    {"TEXT", LL_CLI_ANYTHING, NULL},
    {"WHEN", LL_CLI_CHOICE, whens},
    {"WORD", LL_CLI_ANYTHING, NULL},
    {"YYYY-MM-DD", LL_CLI_ANYTHING, NULL},
    {"test", LL_CLI_WORD, NULL},
};

/* Options that say which rules there are. */
static const char *const of_rules[] = {"config", "no-config", "rules"};

/* What the words before the last one say. */
typedef struct line {
    ll_linter *linter;
    const ll_cli_command_row *command; /* NULL: none yet */
    const ll_cli_option *open;         /* wants the next word for its value */
    size_t arguments;                  /* behind the command */
    bool options_end;
} line;

const ll_cli_value *ll_cli_find_value(const char *name, size_t length) {
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (strlen(values[i].name) == length && memcmp(values[i].name, name, length) == 0)
            return &values[i];
    return NULL;
}

const char *ll_cli_argument_name(const char *arguments, size_t index, size_t *length) {
    static const char between[] = "[] .";
    for (;; index--) {
        arguments += strspn(arguments, between);
        *length = strcspn(arguments, between);
        if (*length == 0)
            return NULL;
        if (index == 0 || strncmp(arguments + *length, "...", 3) == 0)
            return arguments;
        arguments += *length;
    }
}

/* Who types something wrong hears of it when the line is run; only without memory nothing is left
 * to be said. */
static ll_status forgive(ll_status status, const ll_error *seen, ll_error *error) {
    if (status != LL_E_MEMORY)
        return LL_OK;
    *error = *seen;
    return status;
}

static ll_status take_value(const line *on, const ll_cli_option *option, const char *value,
                            ll_error *error) {
    ll_error seen;
    for (size_t i = 0; i < sizeof of_rules / sizeof *of_rules; i++)
        if (strcmp(option->name, of_rules[i]) == 0)
            return forgive(ll_linter_set(on->linter, option->name, value, &seen), &seen, error);
    return LL_OK;
}

static ll_status take_option(line *on, const char *word, ll_error *error) {
    const char *value;
    const ll_cli_option *option = ll_cli_find_option(word + 2, &value);
    if (option && (value || !option->value))
        return take_value(on, option, value, error);
    on->open = option;
    return LL_OK;
}

static void take_argument(line *on, const char *word) {
    bool first = !on->command && on->arguments == 0 && !on->options_end;
    on->command = first ? ll_cli_find_command(word) : on->command;
    on->arguments += !first || !on->command;
}

static ll_status take_word(line *on, const char *word, ll_error *error) {
    const ll_cli_option *open = on->open;
    on->open = NULL;
    if (open)
        return take_value(on, open, word, error);
    if (!on->options_end && strcmp(word, "--") == 0)
        on->options_end = true;
    else if (!on->options_end && strncmp(word, "--", 2) == 0)
        return take_option(on, word, error);
    else if (on->options_end || word[0] != '-' || word[1] == '\0')
        take_argument(on, word);
    return LL_OK;
}

/* One line: what stands before the value, the word, what follows it at once, and the first clause
 * of what is said of it. */
static ll_status add(ll_cli_text *text, const char *head, size_t head_length, const char *word,
                     const char *tail, const char *about, ll_error *error) {
    char row[LINE_ROOM];
    int about_length = (int)strcspn(about, ";");
    int used = snprintf(row, sizeof row, "%.*s%s%s\t%.*s\n", (int)head_length, head, word, tail,
                        about_length, about);
    return used > 0 && (size_t)used < sizeof row
               ? ll_cli_text_add(text, row, (size_t)used, error)
               : LL_OK; /* of a word of that length nobody wants more */
}

static ll_status end(ll_cli_text *text, const char *what, ll_error *error) {
    return ll_cli_text_add(text, what, strlen(what), error);
}

static ll_status end_with_files(ll_cli_text *text, const char *what, size_t from, ll_error *error) {
    char row[LINE_ROOM];
    int used = snprintf(row, sizeof row, ":%s %zu\n", what, from);
    return ll_cli_text_add(text, row, (size_t)used, error);
}

static ll_status add_choices(ll_cli_text *text, const char *word, size_t from,
                             const char *const *choices, ll_error *error) {
    ll_status status = LL_OK;
    for (size_t i = 0; choices[i] && status == LL_OK; i++)
        status = add(text, word, from, choices[i], "", "", error);
    return status == LL_OK ? end(text, ":none\n", error) : status;
}

/* Where the words of rules go, and what stands around each id. */
typedef struct rule_words {
    ll_cli_text *text;
    const char *head, *tail;
    size_t head_length;
} rule_words;

static ll_status add_rule(void *context, const ll_listed_rule *rule, ll_error *error) {
    const rule_words *words = context;
    return add(words->text, words->head, words->head_length, rule->id, words->tail, rule->title,
               error);
}

static ll_status add_rules(const line *on, ll_cli_text *text, const char *head, size_t head_length,
                           const char *tail, ll_error *error) {
    ll_error seen;
    rule_words words = {text, head, tail, head_length};
    return forgive(ll_linter_list_rules(on->linter, add_rule, &words, &seen), &seen, error);
}

static ll_status add_formats(ll_cli_text *text, const char *word, size_t from, ll_error *error) {
    const char *equals = strchr(word + from, '=');
    ll_status status = LL_OK;
    if (equals)
        return end_with_files(text, "files", (size_t)(equals + 1 - word), error);
    for (size_t i = 0; i < ll_format_count() && status == LL_OK; i++)
        status = add(text, word, from, ll_format_name(i), "", ll_format_about(i), error);
    return status == LL_OK ? end(text, ":none\n", error) : status;
}

static ll_status add_rule_severities(const line *on, ll_cli_text *text, const ll_cli_value *value,
                                     const char *word, size_t from, ll_error *error) {
    const char *equals = strchr(word + from, '=');
    if (equals)
        return add_choices(text, word, (size_t)(equals + 1 - word), value->choices, error);
    ll_status status = add_rules(on, text, word, from, "=", error);
    return status == LL_OK ? end(text, ":more\n", error) : status;
}

/* What stands in `word` from `from` on is to become a value. */
static ll_status add_value(const line *on, ll_cli_text *text, const char *name, size_t length,
                           const char *word, size_t from, ll_error *error) {
    const ll_cli_value *value = ll_cli_find_value(name, length);
    const char *comma = strrchr(word + from, ',');
    ll_status status = LL_OK;
    switch (value ? value->kind : LL_CLI_ANYTHING) {
    case LL_CLI_CHOICE:
        return add_choices(text, word, from, value->choices, error);
    case LL_CLI_FILE:
        return end_with_files(text, "files", from, error);
    case LL_CLI_FOLDER:
        return end_with_files(text, "folders", from, error);
    case LL_CLI_FORMAT:
        return add_formats(text, word, from, error);
    case LL_CLI_RULE_SEVERITY:
        return add_rule_severities(on, text, value, word, from, error);
    case LL_CLI_RULES_LIST:
        from = comma ? (size_t)(comma + 1 - word) : from;
        status = add_rules(on, text, word, from, "", error);
        break;
    case LL_CLI_RULE:
        status = add_rules(on, text, word, from, "", error);
        break;
    case LL_CLI_WORD:
        status = add(text, word, from, value->name, "", "", error);
        break;
    case LL_CLI_ANYTHING:
        break;
    }
    return status == LL_OK ? end(text, ":none\n", error) : status;
}

static ll_status add_option_names(ll_cli_text *text, ll_error *error) {
    size_t count;
    const ll_cli_option *table = ll_cli_option_table(&count);
    ll_status status = LL_OK;
    for (size_t i = 0; i < count && status == LL_OK; i++)
        status = add(text, "--", 2, table[i].name, "", table[i].help, error);
    return status == LL_OK ? end(text, ":none\n", error) : status;
}

static ll_status add_argument(const line *on, ll_cli_text *text, const char *word,
                              ll_error *error) {
    size_t count, length;
    const ll_cli_command_row *table = ll_cli_command_table(&count);
    ll_status status = LL_OK;
    if (on->command) {
        const char *name = ll_cli_argument_name(on->command->arguments, on->arguments, &length);
        return name ? add_value(on, text, name, length, word, 0, error)
                    : end(text, ":none\n", error);
    }
    bool first = on->arguments == 0 && !on->options_end;
    for (size_t i = 0; first && i < count && status == LL_OK; i++)
        status = add(text, "", 0, table[i].name, "", table[i].help, error);
    return status == LL_OK ? end_with_files(text, "files", 0, error) : status;
}

ll_status ll_cli_complete(ll_linter *linter, const char *const *words, size_t count,
                          ll_cli_text *text, ll_error *error) {
    line on = {.linter = linter};
    ll_status status = LL_OK;
    for (size_t i = 0; i + 1 < count && status == LL_OK; i++)
        status = take_word(&on, words[i], error);
    if (status != LL_OK)
        return status;
    const char *word = count ? words[count - 1] : "", *value = NULL;
    if (on.open)
        return add_value(&on, text, on.open->value, strlen(on.open->value), word, 0, error);
    if (on.options_end || word[0] != '-')
        return add_argument(&on, text, word, error);
    const ll_cli_option *option =
        strncmp(word, "--", 2) == 0 ? ll_cli_find_option(word + 2, &value) : NULL;
    if (!value)
        return add_option_names(text, error);
    if (!option || !option->value)
        return end(text, ":none\n", error);
    return add_value(&on, text, option->value, strlen(option->value), word, (size_t)(value - word),
                     error);
}
