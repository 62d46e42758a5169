/* api: options, rules, runs over files, and what goes to the outputs. */
#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>
#include <unistd.h>

#include "api/linter.h"
#include "lessonlint/lessonlint.h"

static char folder[512];

static const char PLAN[] = "# Lesson\n\n**Slug:** cards\n\n"
                           "| Misconception | Why They'd Think This | Negative Example | Where |\n"
                           "|---|---|---|---|\n| One | Habit | An example that shows it | 1 |\n";
static const char LESSON[] =
    "export function CardsLesson() {\n  return (\n    <LessonLayout>\n"
    "      <Row><Row.Content><details><summary>Why?</summary>So.</details></Row.Content></Row>\n"
    "    </LessonLayout>\n  )\n}\n";

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static int enter_folder(void **state) {
    (void)state;
    snprintf(folder, sizeof folder, "%s/api-XXXXXX", LESSONLINT_BINARY_DIR);
    if (!mkdtemp(folder) || chdir(folder) != 0)
        return -1;
    write_file("plan.md", PLAN);
    write_file("lesson.tsx", LESSON);
    return 0;
}

static int leave_folder(void **state) {
    (void)state;
    char command[600];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

/* What was written, and a number of calls after which writing fails (0: never). */
typedef struct sink {
    char text[100000];
    size_t length;
    unsigned calls, fail_at;
} sink;

static ll_status write_sink(void *context, const char *bytes, size_t length, ll_error *error) {
    sink *to = context;
    if (++to->calls == to->fail_at) {
        error->status = LL_E_IO;
        snprintf(error->text, sizeof error->text, "the sink is full");
        return LL_E_IO;
    }
    assert_true(length < sizeof to->text - to->length);
    memcpy(to->text + to->length, bytes, length);
    to->length += length;
    to->text[to->length] = '\0';
    return LL_OK;
}

static ll_linter *new_linter(void) {
    ll_linter *linter = NULL;
    ll_error error = {0};
    assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
    return linter;
}

static void set(ll_linter *linter, const char *name, const char *value) {
    ll_error error = {0};
    assert_int_equal(ll_linter_set(linter, name, value, &error), LL_OK);
}

/* Runs over plan.md and lesson.tsx into a fresh sink. */
static ll_summary run(ll_linter *linter, sink *to, const char *format) {
    static const char *const paths[] = {"plan.md", "lesson.tsx"};
    ll_output output = {.format = format, .write = write_sink, .context = to};
    ll_summary summary = {0};
    ll_error error = {0};
    memset(to, 0, sizeof *to);
    ll_status status = ll_linter_run(linter, paths, 2, &output, 1, &summary, &error);
    if (status != LL_OK)
        fail_msg("%s: %s", error.path, error.text);
    return summary;
}

static void a_summary_counts(void **state) {
    (void)state;
    sink to;
    ll_linter *linter = new_linter();
    set(linter, "only", "misconception-count,details-cursor");
    ll_summary summary = run(linter, &to, "json");
    assert_int_equal(summary.exit_status, 1);
    assert_string_equal(summary.verdict, "NEEDS REVISION");
    assert_int_equal(summary.pairs, 1);
    assert_int_equal(summary.plans, 1);
    assert_int_equal(summary.lessons, 1);
    assert_int_equal(summary.critical, 0);
    assert_int_equal(summary.improvement, 1);
    assert_int_equal(summary.polish, 1);
    assert_int_equal(summary.improvement_groups, 1);
    assert_int_equal(summary.polish_groups, 1);
    assert_int_equal(summary.verify, 0);
    ll_linter_free(linter);
}

/* The exit status with one threshold, for one finding of a severity. */
static int status_for(const char *severity, const char *threshold) {
    char rule[64];
    sink to;
    ll_linter *linter = new_linter();
    snprintf(rule, sizeof rule, "details-cursor=%s", severity);
    set(linter, "only", "details-cursor");
    set(linter, "rule", rule);
    if (threshold)
        set(linter, "fail-on", threshold);
    int status = run(linter, &to, "human").exit_status;
    ll_linter_free(linter);
    return status;
}

static void the_exit_status_follows_the_threshold(void **state) {
    (void)state;
    assert_int_equal(status_for("polish", NULL), 0);
    assert_int_equal(status_for("improvement", NULL), 1);
    assert_int_equal(status_for("critical", NULL), 1);
    assert_int_equal(status_for("polish", "polish"), 1);
    assert_int_equal(status_for("improvement", "critical"), 0);
    assert_int_equal(status_for("critical", "critical"), 1);
    assert_int_equal(status_for("critical", "never"), 0);
    assert_int_equal(status_for("off", "polish"), 0);
}

static void only_skip_and_rule_work_together(void **state) {
    (void)state;
    sink to;
    ll_linter *linter = new_linter();
    set(linter, "only", "details-cursor");
    set(linter, "rule", "misconception-count=critical"); /* stays out: not among the only ones */
    assert_int_equal(run(linter, &to, "json").critical, 0);
    set(linter, "only", " misconception-count , ,row-wrapping");
    assert_int_equal(run(linter, &to, "json").critical, 1);
    set(linter, "rule", "misconception-count=polish"); /* the last one holds */
    assert_int_equal(run(linter, &to, "json").polish, 2);
    set(linter, "skip", "details-cursor");
    assert_int_equal(run(linter, &to, "json").polish, 1);
    assert_null(strstr(to.text, "\"rule\": \"details-cursor\""));
    ll_linter_free(linter);
}

static void unknown_names_are_errors(void **state) {
    (void)state;
    static const char *const paths[] = {"plan.md"};
    ll_error error = {0};
    ll_linter *linter = new_linter();
    assert_int_equal(ll_linter_set(linter, "itaration", "1/3", &error), LL_E_NOT_FOUND);
    assert_string_equal(error.text, "there is no option \"itaration\" (did you mean iteration?)");
    assert_int_equal(ll_linter_set(linter, "date", NULL, &error), LL_E_INVALID);
    sink to = {0};
    ll_output output = {.format = "jsn", .write = write_sink, .context = &to};
    assert_int_equal(ll_linter_run(linter, paths, 1, &output, 1, NULL, &error), LL_E_NOT_FOUND);
    assert_string_equal(error.text, "there is no format \"jsn\"");
    assert_int_equal(ll_linter_run(linter, paths, 0, &output, 1, NULL, &error), LL_E_INVALID);
    set(linter, "skip", "rwo-wrapping");
    output.format = "json";
    assert_int_equal(ll_linter_run(linter, paths, 1, &output, 1, NULL, &error), LL_E_NOT_FOUND);
    assert_string_equal(error.text,
                        "--skip: there is no rule \"rwo-wrapping\" (did you mean row-wrapping?)");
    assert_int_equal(to.length, 0);
    ll_linter_free(linter);
}

static ll_status try_set(ll_linter *linter, const char *name, const char *value) {
    ll_error error = {0};
    return ll_linter_set(linter, name, value, &error);
}

static void an_option_that_fails_changes_nothing(void **state) {
    (void)state;
    ll_linter *linter = new_linter();
    assert_int_equal(try_set(linter, "config", "missing.yaml"), LL_E_IO);
    assert_int_equal(try_set(linter, "no-config", NULL), LL_OK);
    assert_int_equal(try_set(linter, "config", "plan.md"), LL_E_INVALID);
    ll_linter_free(linter);
    linter = new_linter();
    assert_int_equal(try_set(linter, "config", "plan.md"), LL_OK);
    assert_int_equal(try_set(linter, "no-config", NULL), LL_E_INVALID);
    assert_int_equal(try_set(linter, "config", "lesson.tsx"), LL_OK);
    ll_linter_free(linter);
}

static void a_linter_runs_again_and_says_the_same(void **state) {
    (void)state;
    static sink first, second;
    ll_linter *linter = new_linter();
    set(linter, "date", "2026-02-14");
    run(linter, &first, "markdown");
    run(linter, &second, "markdown");
    assert_true(first.length > 0);
    assert_string_equal(first.text, second.text);
    ll_linter_free(linter);
}

static void runs_keep_no_memory(void **state) {
    (void)state;
    sink to;
    ll_error error = {0};
    ll_linter *linter = new_linter();
    run(linter, &to, "markdown");
    size_t kept = ll_arena_used(linter->arena);
    run(linter, &to, "json");
    assert_int_equal(ll_linter_explain(linter, "row-wrapping", write_sink, &to, &error), LL_OK);
    assert_int_equal(ll_linter_explain(linter, "row", write_sink, &to, &error), LL_E_NOT_FOUND);
    assert_int_equal(ll_arena_used(linter->arena), kept);
    assert_int_equal(ll_arena_used(linter->call), 0);
    assert_int_equal(ll_arena_used(linter->own.scratch), 0);
    ll_linter_free(linter);
}

static void outputs_each_get_their_report(void **state) {
    (void)state;
    static const char *const paths[] = {"lesson.tsx", "plan.md"};
    static sink human, json;
    ll_error error = {0};
    ll_linter *linter = new_linter();
    ll_output outputs[] = {{.format = "human", .write = write_sink, .context = &human},
                           {.format = "json", .write = write_sink, .context = &json}};
    assert_int_equal(ll_linter_run(linter, paths, 2, outputs, 2, NULL, &error), LL_OK);
    assert_non_null(strstr(human.text, "Verdict: "));
    assert_int_equal(json.text[0], '{');
    assert_string_equal(json.text + json.length - 2, "}\n");
    ll_linter_free(linter);
}

static void a_failing_output_ends_the_run(void **state) {
    (void)state;
    static const char *const paths[] = {"lesson.tsx", "plan.md"};
    for (unsigned at = 1; at <= 3; at++) { /* begin, the pair, end */
        static sink to;
        memset(&to, 0, sizeof to);
        to.fail_at = at;
        ll_error error = {0};
        ll_summary summary = {.pairs = 77};
        ll_linter *linter = new_linter();
        ll_output output = {.format = "json", .write = write_sink, .context = &to};
        assert_int_equal(ll_linter_run(linter, paths, 2, &output, 1, &summary, &error), LL_E_IO);
        assert_string_equal(error.text, "the sink is full");
        assert_int_equal(to.calls, at);
        assert_int_equal(summary.pairs, 77);
        to.fail_at = 0;
        assert_int_equal(ll_linter_run(linter, paths, 2, &output, 1, &summary, &error), LL_OK);
        assert_int_equal(summary.pairs, 1);
        ll_linter_free(linter);
    }
}

static void errors_of_files_name_them(void **state) {
    (void)state;
    static const char *const missing[] = {"plan.md", "nowhere.tsx"};
    static const char *const wide[] = {"wide.md"};
    static sink to;
    ll_error error = {0};
    ll_linter *linter = new_linter();
    ll_output output = {.format = "json", .write = write_sink, .context = &to};
    assert_int_equal(ll_linter_run(linter, missing, 2, &output, 1, NULL, &error), LL_E_IO);
    assert_string_equal(error.path, "nowhere.tsx");
    char names[400] = "", rules[400] = "", text[1000];
    for (int i = 0; i < 70; i++) {
        strcat(names, "|a");
        strcat(rules, "|-");
    }
    snprintf(text, sizeof text, "# Wide\n\n%s|\n%s|\n", names, rules);
    write_file("wide.md", text);
    assert_int_equal(ll_linter_run(linter, wide, 1, &output, 1, NULL, &error), LL_E_LIMIT);
    assert_string_equal(error.path, "wide.md");
    assert_true(error.line == 3 || error.line == 4); /* the header row or the one below it */
    ll_linter_free(linter);
}

static void rules_are_listed_and_explained(void **state) {
    (void)state;
    static sink to;
    ll_error error = {0};
    ll_linter *linter = new_linter();
    assert_int_equal(ll_linter_rules(linter, write_sink, &to, &error), LL_OK);
    assert_non_null(
        strstr(to.text, "\nraw-heading                   polish       exact          lesson "));
    memset(&to, 0, sizeof to);
    assert_int_equal(ll_linter_explain(linter, "misconception-count", write_sink, &to, &error),
                     LL_OK);
    assert_non_null(strstr(to.text, "Severity    improvement, counts in the verdict\n"));
    assert_non_null(strstr(to.text, "at least 3")); /* the minimum, not its placeholder */
    assert_null(strchr(to.text, '{'));
    assert_int_equal(ll_linter_explain(linter, "misconception-cuont", write_sink, &to, &error),
                     LL_E_NOT_FOUND);
    assert_string_equal(error.text, "there is no rule \"misconception-cuont\" (did you mean "
                                    "misconception-count?)");
    to.fail_at = to.calls + 1;
    assert_int_equal(ll_linter_rules(linter, write_sink, &to, &error), LL_E_IO);
    ll_linter_free(linter);
}

static void every_explanation_fits_the_screen(void **state) {
    (void)state;
    static sink list, text;
    ll_error error = {0};
    ll_linter *linter = new_linter();
    memset(&list, 0, sizeof list);
    assert_int_equal(ll_linter_rules(linter, write_sink, &list, &error), LL_OK);
    unsigned count = 0;
    for (char *line = strchr(list.text, '\n') + 1; *line; line = strchr(line, '\n') + 1, count++) {
        char id[64];
        assert_int_equal(sscanf(line, "%63s", id), 1);
        memset(&text, 0, sizeof text);
        assert_int_equal(ll_linter_explain(linter, id, write_sink, &text, &error), LL_OK);
        for (const char *part = text.text; *part; part += strcspn(part, "\n") + 1) {
            size_t characters = 0;
            for (const char *c = part; *c && *c != '\n'; c++)
                characters += ((unsigned char)*c & 0xC0) != 0x80;
            assert_true(characters <= 80);
        }
    }
    assert_true(count >= 21);
    ll_linter_free(linter);
}

static void formats_have_names(void **state) {
    (void)state;
    assert_true(ll_format_count() >= 3);
    for (size_t i = 0; i < ll_format_count(); i++)
        assert_true(strlen(ll_format_name(i)) > 0 && strlen(ll_format_about(i)) > 0);
    assert_null(ll_format_name(ll_format_count()));
    assert_null(ll_format_about(ll_format_count()));
    assert_true(strlen(ll_version()) > 0);
    ll_linter_free(NULL);
}

typedef struct listed_rules {
    size_t count, most;
    bool cursor;
    char last[64];
} listed_rules;

static ll_status list_rule(void *context, const ll_listed_rule *rule, ll_error *error) {
    listed_rules *seen = context;
    assert_true(strlen(rule->id) > 0 && strlen(rule->title) > 0 && !strchr(rule->title, '{'));
    assert_true(strcmp(seen->last, rule->id) < 0);
    snprintf(seen->last, sizeof seen->last, "%s", rule->id);
    if (strcmp(rule->id, "details-cursor") == 0) {
        seen->cursor = true;
        assert_string_equal(rule->title, "Summary without `cursor-pointer`");
        assert_int_equal(rule->severity, LL_SEVERITY_POLISH);
        assert_int_equal(rule->confidence, LL_CONFIDENCE_EXACT);
    }
    if (++seen->count < seen->most)
        return LL_OK;
    *error = (ll_error){.status = LL_E_IO, .text = "enough"};
    return LL_E_IO;
}

static void rules_are_handed_out_one_by_one(void **state) {
    (void)state;
    ll_linter *linter = NULL;
    ll_error error = {0};
    listed_rules seen = {.most = 1000};
    assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
    assert_int_equal(ll_linter_list_rules(linter, list_rule, &seen, &error), LL_OK);
    assert_true(seen.cursor && seen.count > 70);
    seen = (listed_rules){.most = 3};
    assert_int_equal(ll_linter_list_rules(linter, list_rule, &seen, &error), LL_E_IO);
    assert_string_equal(error.text, "enough");
    assert_int_equal(seen.count, 3);
    ll_linter_free(linter);
}

static void keys_of_configurations_have_names(void **state) {
    (void)state;
    assert_true(ll_config_key_count() >= 19);
    for (size_t i = 0; i < ll_config_key_count(); i++) {
        const char *name = ll_config_key_name(i), *sample = ll_config_key_sample(i);
        assert_true(strlen(name) > 0 && strlen(ll_config_key_about(i)) > 0);
        if (sample)
            assert_true(strncmp(sample, name, strlen(name)) == 0 && sample[strlen(name)] == ':');
        else
            assert_true(strcmp(name, "severity") == 0 || strcmp(name, "options") == 0);
    }
    assert_string_equal(ll_config_key_name(0), "extends");
    assert_null(ll_config_key_name(ll_config_key_count()));
    assert_null(ll_config_key_about(ll_config_key_count()));
    assert_null(ll_config_key_sample(ll_config_key_count()));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_summary_counts),
        cmocka_unit_test(the_exit_status_follows_the_threshold),
        cmocka_unit_test(only_skip_and_rule_work_together),
        cmocka_unit_test(unknown_names_are_errors),
        cmocka_unit_test(an_option_that_fails_changes_nothing),
        cmocka_unit_test(a_linter_runs_again_and_says_the_same),
        cmocka_unit_test(runs_keep_no_memory),
        cmocka_unit_test(outputs_each_get_their_report),
        cmocka_unit_test(a_failing_output_ends_the_run),
        cmocka_unit_test(errors_of_files_name_them),
        cmocka_unit_test(rules_are_listed_and_explained),
        cmocka_unit_test(every_explanation_fits_the_screen),
        cmocka_unit_test(formats_have_names),
        cmocka_unit_test(keys_of_configurations_have_names),
        cmocka_unit_test(rules_are_handed_out_one_by_one),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
