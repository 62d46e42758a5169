/* api: findings handed to a program, and documents that are in memory. */
#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lessonlint/lessonlint.h"

#define BOM "\xEF\xBB\xBF"

static const char PLAN[] = "# Lesson\n\n**Slug:** cards\n\n"
                           "| Misconception | Why They'd Think This | Negative Example | Where |\n"
                           "|---|---|---|---|\n| One | Habit | An example that shows it | 1 |\n";
/* Three characters of two bytes stand before the summary in its line. */
static const char LESSON[] = "export function CardsLesson() {\n  return (\n    <LessonLayout>\n"
                             "      <Row><Row.Content>äöü "
                             "<details><summary>Why?</summary>So.</details></Row.Content></Row>\n"
                             "    </LessonLayout>\n  )\n}\n";

enum { MOST = 64 };

/* What was received: copies, since texts end with the call. */
typedef struct received {
    char rule[MOST][48], file[MOST][48], print[MOST][48], edit[MOST][48];
    ll_found found[MOST];
    unsigned count, fail_at;
} received;

static ll_status receive(void *context, const ll_found *found, ll_error *error) {
    received *to = context;
    if (to->count + 1 == to->fail_at) {
        memset(error, 0, sizeof *error);
        error->status = LL_E_IO;
        snprintf(error->text, sizeof error->text, "enough");
        return LL_E_IO;
    }
    assert_true(to->count < MOST);
    assert_true(*found->message && *found->issue && *found->impact && *found->fix);
    assert_null(strchr(found->issue, '{')); /* placeholders are filled in */
    assert_non_null(found->section);
    assert_non_null(found->related_message);
    snprintf(to->rule[to->count], 48, "%s", found->rule);
    snprintf(to->file[to->count], 48, "%s", found->file);
    snprintf(to->print[to->count], 48, "%s", found->fingerprint);
    for (size_t i = 0; i < found->edit_count; i++)
        snprintf(to->edit[to->count], 48, "%zu %zu [%s] %s", found->edits[i].offset,
                 found->edits[i].length, found->edits[i].text,
                 ll_safety_name(found->edits[i].safety));
    to->found[to->count++] = *found;
    return LL_OK;
}

static ll_linter *linter_of(const char *only) {
    ll_linter *linter = NULL;
    ll_error error;
    assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
    assert_int_equal(ll_linter_set(linter, "only", only, &error), LL_OK);
    return linter;
}

/* A text in a block of exactly its size, so that a sanitizer sees a byte that is read behind it. */
static ll_file file_of(const char *path, const char *text) {
    size_t length = strlen(text);
    char *bytes = malloc(length > 0 ? length : 1);
    assert_non_null(bytes);
    memcpy(bytes, text, length);
    return (ll_file){.path = path, .bytes = bytes, .length = length};
}

static void free_file(ll_file file) {
    free((void *)file.bytes);
}

/* Lints a plan and a lesson from memory. */
static ll_status run(const char *only, const char *plan, const char *lesson, received *to,
                     ll_summary *summary, ll_error *error) {
    ll_file files[] = {file_of("plan.md", plan), file_of("CardsLesson.tsx", lesson)};
    ll_output output = {.receive = receive, .context = to};
    ll_linter *linter = linter_of(only);
    ll_status status = ll_linter_run_files(linter, files, 2, &output, 1, summary, error);
    ll_linter_free(linter);
    free_file(files[0]);
    free_file(files[1]);
    return status;
}

static void a_finding_has_its_place(void **state) {
    (void)state;
    for (size_t mark = 0; mark < 2; mark++) {
        char lesson[1000];
        received to = {0};
        ll_summary summary;
        ll_error error;
        snprintf(lesson, sizeof lesson, "%s%s", mark ? BOM : "", LESSON);
        assert_int_equal(run("details-cursor", PLAN, lesson, &to, &summary, &error), LL_OK);
        assert_int_equal(to.count, 1);
        const ll_found *found = &to.found[0];
        assert_string_equal(to.rule[0], "details-cursor");
        assert_string_equal(to.file[0], "CardsLesson.tsx");
        assert_int_equal(found->severity, LL_SEVERITY_POLISH);
        assert_int_equal(found->confidence, LL_CONFIDENCE_EXACT);
        assert_int_equal(found->line, 4);
        assert_int_equal(found->column, 38); /* 6 blanks, 5 + 13 of tags, 4 of text, 9 of a tag */
        assert_int_equal(found->end_line, 4);
        assert_int_equal(found->end_column, 46);
        char edit[48]; /* behind the name of the tag */
        snprintf(edit, sizeof edit, "%zu 0 [ className=\"cursor-pointer\"] safe",
                 found->offset + strlen("<summary"));
        assert_int_equal(found->edit_count, 1);
        assert_string_equal(to.edit[0], edit);
        assert_int_equal(found->offset, strstr(lesson, "<summary") - lesson);
        assert_int_equal(found->length, strlen("<summary"));
        assert_int_equal(strlen(to.print[0]), 32);
        assert_int_equal(strspn(to.print[0], "0123456789abcdef"), 32);
        assert_null(found->related_file);
        assert_int_equal(summary.polish, 1);
    }
}

static void severities_and_order_are_those_of_the_report(void **state) {
    (void)state;
    received to = {0};
    ll_summary summary;
    ll_error error;
    assert_int_equal(run("misconception-count,details-cursor", PLAN, LESSON, &to, &summary, &error),
                     LL_OK);
    assert_int_equal(to.count, 2);
    assert_string_equal(to.rule[0], "misconception-count"); /* the plan comes first */
    assert_string_equal(to.file[0], "plan.md");
    assert_int_equal(to.found[0].severity, LL_SEVERITY_IMPROVEMENT);
    assert_string_equal(to.rule[1], "details-cursor");
    assert_int_equal(summary.improvement, 1);
    assert_string_equal(ll_severity_name(to.found[0].severity), "improvement");
}

static void a_related_place_is_told(void **state) {
    (void)state;
    static const char plan[] =
        "# Lesson\n\n| Misconception | Why They'd Think This | Negative Example | Where |\n"
        "|---|---|---|---|\n"
        "| Sorting first always pays off | Order made everything quick so far | Sorting forty "
        "names "
        "costs hundreds of comparisons; a single scan for one birthday costs forty | Part 3 |\n";
    static const char lesson[] =
        "export const L = () => (\n<LessonLayout>\n<Row><Row.Content>\n<p>A birthday and a scan "
        "are "
        "here.</p>\n</Row.Content></Row>\n</LessonLayout>)\n";
    received to = {0};
    ll_error error;
    assert_int_equal(run("misconception-uncovered", plan, lesson, &to, NULL, &error), LL_OK);
    assert_int_equal(to.count, 1);
    assert_string_equal(to.file[0], "plan.md");
    assert_int_equal(to.found[0].line, 5);
    assert_non_null(to.found[0].related_file);
    assert_int_equal(to.found[0].related_line, 3); /* the Row that comes nearest */
    assert_int_equal(to.found[0].related_column, 1);
}

static void receiving_may_end_the_run(void **state) {
    (void)state;
    received to = {.fail_at = 2};
    ll_summary summary = {.pairs = 77};
    ll_error error = {0};
    assert_int_equal(run("misconception-count,details-cursor", PLAN, LESSON, &to, &summary, &error),
                     LL_E_IO);
    assert_string_equal(error.text, "enough");
    assert_int_equal(to.count, 1);
    assert_int_equal(summary.pairs, 77);
}

/* A text that grows. */
typedef struct text {
    char bytes[40000];
    size_t length;
} text;

static ll_status add(void *context, const char *bytes, size_t length, ll_error *error) {
    text *to = context;
    (void)error;
    assert_true(length < sizeof to->bytes - to->length);
    memcpy(to->bytes + to->length, bytes, length);
    to->length += length;
    return LL_OK;
}

static char folder[512];

static int enter_folder(void **state) {
    (void)state;
    snprintf(folder, sizeof folder, "%s/found-XXXXXX", LESSONLINT_BINARY_DIR);
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state) {
    (void)state;
    char command[600];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static void write_file(const char *path, const char *content) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(content, file);
    assert_int_equal(fclose(file), 0);
}

static void a_finding_may_reach_over_lines(void **state) {
    (void)state;
    static const char rule[] =
        "id: two-words\nkind: text\nseverity: critical\nconfidence: verify\nsince: 0.1.0\n"
        "reads: [lesson]\ntitle: Two words\nmessage: Two words\nissue: They are here\n"
        "impact: Small\nfix: Join them\nnoun: texts\npraise: None\n"
        "text:\n  scopes: [lesson.comment]\n  pattern: 'first\\s+second'\n";
    received to = {0};
    ll_error error = {0};
    assert_int_equal(mkdir("rules", 0700), 0);
    write_file("rules/two-words.yaml", rule);
    ll_linter *linter = linter_of("two-words");
    ll_file file = file_of("A.tsx", "/* a first\n   second */\n");
    ll_output output = {.receive = receive, .context = &to};
    assert_int_equal(ll_linter_set(linter, "rules", "rules", &error), LL_OK);
    ll_status status = ll_linter_run_files(linter, &file, 1, &output, 1, NULL, &error);
    assert_string_equal(error.text, "");
    assert_int_equal(status, LL_OK);
    assert_int_equal(to.count, 1);
    assert_int_equal(to.found[0].line, 1);
    assert_int_equal(to.found[0].column, 6);
    assert_int_equal(to.found[0].end_line, 2);
    assert_int_equal(to.found[0].end_column, 10);
    assert_int_equal(to.found[0].offset, 5);
    assert_int_equal(to.found[0].length, 15);
    assert_int_equal(to.found[0].severity, LL_SEVERITY_CRITICAL);
    assert_int_equal(to.found[0].confidence, LL_CONFIDENCE_VERIFY);
    free_file(file);
    ll_linter_free(linter);
}

static void memory_and_disk_give_the_same(void **state) {
    (void)state;
    static text disk, memory, mixed;
    static const char *const paths[] = {"plan.md", "CardsLesson.tsx"};
    ll_error error;
    ll_linter *linter = linter_of("misconception-count,details-cursor,input-encoding");
    write_file("plan.md", PLAN);
    write_file("CardsLesson.tsx", BOM "/* \xFF */\n");
    ll_file files[] = {file_of("plan.md", PLAN), file_of("CardsLesson.tsx", BOM "/* \xFF */\n")};
    ll_output output = {.format = "json", .write = add, .context = &disk};
    assert_int_equal(ll_linter_run(linter, paths, 2, &output, 1, NULL, &error), LL_OK);
    output.context = &memory;
    assert_int_equal(ll_linter_run_files(linter, files, 2, &output, 1, NULL, &error), LL_OK);
    free_file(files[0]);
    files[0] = (ll_file){.path = "plan.md"}; /* this one is read */
    output.context = &mixed;
    assert_int_equal(ll_linter_run_files(linter, files, 2, &output, 1, NULL, &error), LL_OK);
    free_file(files[1]);
    assert_non_null(strstr(disk.bytes, "input-encoding"));
    assert_string_equal(disk.bytes, memory.bytes);
    assert_string_equal(disk.bytes, mixed.bytes);
    ll_linter_free(linter);
}

static void texts_are_told_apart_by_name(void **state) {
    (void)state;
    received to = {0};
    ll_summary summary;
    ll_error error;
    ll_output output = {.receive = receive, .context = &to};
    ll_linter *linter = linter_of("details-cursor");
    ll_file files[] = {file_of("nowhere/A.tsx", LESSON), file_of("nowhere/B.tsx", LESSON),
                       file_of("-", PLAN)};
    assert_int_equal(ll_linter_run_files(linter, files, 2, &output, 1, &summary, &error), LL_OK);
    assert_int_equal(summary.lessons, 2);
    assert_int_equal(to.count, 2);
    assert_int_equal(ll_linter_run_files(linter, files + 1, 2, NULL, 0, &summary, &error), LL_OK);
    assert_int_equal(summary.pairs, 1);
    files[1].path = files[0].path;
    assert_int_equal(ll_linter_run_files(linter, files, 2, NULL, 0, NULL, &error), LL_E_INVALID);
    assert_string_equal(error.path, "nowhere/A.tsx");
    for (size_t i = 0; i < 3; i++)
        free_file(files[i]);
    ll_linter_free(linter);
}

static void an_empty_text_is_a_text(void **state) {
    (void)state;
    ll_summary summary;
    ll_error error;
    ll_linter *linter = linter_of("details-cursor");
    ll_file file = {.path = "nowhere.md", .bytes = ""};
    assert_int_equal(ll_linter_run_files(linter, &file, 1, NULL, 0, &summary, &error), LL_OK);
    assert_int_equal(summary.plans, 1);
    file.bytes = NULL;
    assert_int_equal(ll_linter_run_files(linter, &file, 1, NULL, 0, &summary, &error), LL_E_IO);
    assert_int_equal(ll_linter_run_files(linter, &file, 0, NULL, 0, &summary, &error),
                     LL_E_INVALID);
    ll_linter_free(linter);
}

static void a_text_has_the_limit_of_a_file(void **state) {
    (void)state;
    size_t most = (size_t)64 << 20;
    char *bytes = malloc(most + 1);
    ll_error error;
    assert_non_null(bytes);
    memset(bytes, ' ', most + 1);
    ll_linter *linter = linter_of("details-cursor");
    ll_file file = {.path = "long.tsx", .bytes = bytes, .length = most};
    assert_int_equal(ll_linter_run_files(linter, &file, 1, NULL, 0, NULL, &error), LL_OK);
    file.length = most + 1;
    assert_int_equal(ll_linter_run_files(linter, &file, 1, NULL, 0, NULL, &error), LL_E_LIMIT);
    assert_string_equal(error.path, "long.tsx");
    ll_linter_free(linter);
    free(bytes);
}

static void an_output_asks_for_something(void **state) {
    (void)state;
    static text to;
    ll_error error;
    ll_linter *linter = linter_of("details-cursor");
    ll_file file = file_of("plan.md", PLAN);
    const ll_output nothing[] = {
        {.context = &to}, {.format = "json"}, {.write = add, .context = &to}};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(ll_linter_run_files(linter, &file, 1, &nothing[i], 1, NULL, &error),
                         LL_E_INVALID);
    assert_int_equal(to.length, 0);
    free_file(file);
    ll_linter_free(linter);
}

static void the_version_is_one(void **state) {
    (void)state;
    char text_of_numbers[64];
    snprintf(text_of_numbers, sizeof text_of_numbers, "%d.%d.%d", LESSONLINT_VERSION_MAJOR,
             LESSONLINT_VERSION_MINOR, LESSONLINT_VERSION_PATCH);
    assert_string_equal(LESSONLINT_VERSION, text_of_numbers);
    assert_string_equal(ll_version(), text_of_numbers);
    assert_int_equal(LESSONLINT_VERSION_NUMBER, LESSONLINT_VERSION_MAJOR * 10000 +
                                                    LESSONLINT_VERSION_MINOR * 100 +
                                                    LESSONLINT_VERSION_PATCH);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finding_has_its_place),
        cmocka_unit_test(severities_and_order_are_those_of_the_report),
        cmocka_unit_test(a_related_place_is_told),
        cmocka_unit_test(receiving_may_end_the_run),
        cmocka_unit_test(a_finding_may_reach_over_lines),
        cmocka_unit_test(memory_and_disk_give_the_same),
        cmocka_unit_test(texts_are_told_apart_by_name),
        cmocka_unit_test(an_empty_text_is_a_text),
        cmocka_unit_test(a_text_has_the_limit_of_a_file),
        cmocka_unit_test(an_output_asks_for_something),
        cmocka_unit_test(the_version_is_one),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
