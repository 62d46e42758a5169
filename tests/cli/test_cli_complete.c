/* cli: what may stand at the end of a line. What shells make of it is shown by tests/completions.
 */
#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "cli/complete.h"
#include "cli/options.h"

enum { WORDS_MOST = 8, ROOM = 1 << 16 };

/* The answer to `words`, which end with NULL. */
static const char *complete(const char *const *words) {
    static char answer[ROOM];
    ll_linter *linter = NULL;
    ll_error error = {0};
    ll_cli_text text = {0};
    size_t count = 0;
    while (words[count])
        count++;
    assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
    assert_int_equal(ll_cli_complete(linter, words, count, &text, &error), LL_OK);
    assert_true(text.length < ROOM);
    memcpy(answer, text.bytes, text.length);
    answer[text.length] = '\0';
    ll_cli_text_free(&text);
    ll_linter_free(linter);
    return answer;
}

#define COMPLETE(...) complete((const char *const[]){__VA_ARGS__, NULL})

static void every_value_of_the_tables_has_its_kind(void **state) {
    (void)state;
    size_t count, length;
    const ll_cli_option *options = ll_cli_option_table(&count);
    for (size_t i = 0; i < count; i++)
        if (options[i].value && !ll_cli_find_value(options[i].value, strlen(options[i].value)))
            fail_msg("--%s: no row for %s in complete.c", options[i].name, options[i].value);
    const ll_cli_command_row *commands = ll_cli_command_table(&count);
    for (size_t i = 0; i < count; i++) {
        for (size_t at = 0; at < WORDS_MOST; at++) {
            const char *name = ll_cli_argument_name(commands[i].arguments, at, &length);
            if (name && !ll_cli_find_value(name, length))
                fail_msg("%s: no row for %.*s in complete.c", commands[i].name, (int)length, name);
        }
    }
}

/* The choices are those that the options themselves accept. */
static void choices_are_accepted(void **state) {
    (void)state;
    size_t count;
    const ll_cli_option *options = ll_cli_option_table(&count);
    for (size_t i = 0; i < count; i++) {
        const ll_cli_value *value =
            options[i].value ? ll_cli_find_value(options[i].value, strlen(options[i].value)) : NULL;
        for (const char *const *choice = value ? value->choices : NULL; choice && *choice;
             choice++) {
            char word[128];
            const char *arguments[4];
            ll_linter *linter = NULL;
            ll_error error = {0};
            ll_cli_options read = {.arguments = arguments};
            snprintf(word, sizeof word, "--%s=%s%s", options[i].name,
                     value->kind == LL_CLI_RULE_SEVERITY ? "x=" : "", *choice);
            assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
            if (ll_cli_parse(&read, linter, 2, (char *[]){"lessonlint", word}, &error) != LL_OK)
                fail_msg("%s: %s", word, error.text);
            ll_linter_free(linter);
        }
    }
}

static void the_parts_of_arguments_are_counted(void **state) {
    (void)state;
    static const struct {
        const char *arguments;
        size_t index;
        const char *name;
    } cases[] = {{"RULE...", 0, "RULE"},       {"RULE...", 7, "RULE"},
                 {"PLAN [LESSON]", 0, "PLAN"}, {"PLAN [LESSON]", 1, "LESSON"},
                 {"PLAN [LESSON]", 2, NULL},   {"[test DIR...]", 0, "test"},
                 {"[test DIR...]", 3, "DIR"},  {"", 0, NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length;
        const char *name = ll_cli_argument_name(cases[i].arguments, cases[i].index, &length);
        assert_int_equal(!name, !cases[i].name);
        if (name)
            assert_true(length == strlen(cases[i].name) && !strncmp(name, cases[i].name, length));
    }
}

static void the_last_line_says_what_else(void **state) {
    (void)state;
    assert_string_equal(COMPLETE("--color="), "--color=auto\t\n--color=always\t\n--color=never\t\n"
                                              ":none\n");
    assert_string_equal(COMPLETE("--format", "json=x"), ":files 5\n");
    assert_string_equal(COMPLETE("--rules=x"), ":folders 8\n");
    assert_string_equal(COMPLETE("lint", "x"), ":files 0\n");
    assert_string_equal(COMPLETE("--strict=x"), ":none\n");
    assert_string_equal(COMPLETE("--unknown=x"), ":none\n");
    assert_string_equal(COMPLETE("review", "a", "b", "c"), ":none\n");
    assert_string_equal(COMPLETE("--", "c"), ":files 0\n");
    assert_non_null(strstr(COMPLETE("--rule", "row"),
                           "\nrow-wrapping=\tContent of `LessonLayout` outside a Row: `<tag>`\n"));
    assert_non_null(strstr(COMPLETE("--rule", "row"), "\n:more\n"));
    assert_non_null(strstr(COMPLETE("--only", "x,y"),
                           "\nx,row-wrapping\tContent of `LessonLayout` outside a Row: `<tag>`\n"));
}

static void without_words_everything_may_begin(void **state) {
    (void)state;
    ll_linter *linter = NULL;
    ll_error error = {0};
    ll_cli_text text = {0};
    assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
    assert_int_equal(ll_cli_complete(linter, NULL, 0, &text, &error), LL_OK);
    assert_int_equal(ll_cli_text_add(&text, "", 1, &error), LL_OK);
    assert_string_equal(text.bytes, COMPLETE(""));
    assert_non_null(strstr(text.bytes, "\nexplain\t"));
    ll_cli_text_free(&text);
    ll_linter_free(linter);
}

/* What cannot be read has no rules, and is no error while the line is being typed. */
static void wrong_folders_of_rules_are_silent(void **state) {
    (void)state;
    assert_string_equal(COMPLETE("--rules", "no-such-folder", "explain", "r"), ":none\n");
    assert_string_equal(COMPLETE("--config=no-such-file", "--no-config", "lint", "x"),
                        ":files 0\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_value_of_the_tables_has_its_kind),
        cmocka_unit_test(choices_are_accepted),
        cmocka_unit_test(the_parts_of_arguments_are_counted),
        cmocka_unit_test(the_last_line_says_what_else),
        cmocka_unit_test(without_words_everything_may_begin),
        cmocka_unit_test(wrong_folders_of_rules_are_silent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
