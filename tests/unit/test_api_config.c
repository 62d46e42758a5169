/* api: configurations, as other programs meet them. */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support.h"

#include "base/view.h"
#include "lessonlint/lessonlint.h"

static const char FOLDER[] = LESSONLINT_BINARY_DIR "/config-api";
static const char CONFIG[] = LESSONLINT_BINARY_DIR "/config-api/.lessonlint.yaml";
static const char LESSON[] = LESSONLINT_BINARY_DIR "/config-api/ALesson.tsx";

static const char TEXT[] = "export function ALesson() {\n"
                           "  return (\n"
                           "    <LessonLayout>\n"
                           "      <Row><Row.Content>\n"
                           "        <details><summary>Why?</summary>So.</details>\n"
                           "      </Row.Content></Row>\n"
                           "    </LessonLayout>\n"
                           "  )\n"
                           "}\n";

static void write_config(const char *text) {
    mkdir(FOLDER, 0777);
    FILE *file = fopen(CONFIG, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static ll_linter *new_linter(void) {
    ll_linter *linter = NULL;
    ll_error error;
    assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
    assert_int_equal(ll_linter_set(linter, "only", "details-cursor", &error), LL_OK);
    return linter;
}

/* Lints a lesson in memory that is said to be beside the configuration. */
static ll_summary lint(ll_linter *linter, ll_status expected, ll_error *error) {
    const ll_file file = {LESSON, TEXT, sizeof TEXT - 1};
    ll_summary summary = {0};
    ll_status status = ll_linter_run_files(linter, &file, 1, NULL, 0, &summary, error);
    if (status != expected)
        fail_msg("status %d: %s", status, error->text);
    return summary;
}

static void a_changed_file_is_read_again(void **state) {
    (void)state;
    ll_linter *linter = new_linter();
    ll_error error = {0};
    write_config("severity: { details-cursor: improvement }\n");
    assert_int_equal(lint(linter, LL_OK, &error).improvement, 1);
    assert_int_equal(lint(linter, LL_OK, &error).improvement, 1);
    write_config("severity: { details-cursor: critical }\n");
    assert_int_equal(lint(linter, LL_OK, &error).critical, 1);
    write_config("severity: { details-cursr: critical }\n");
    lint(linter, LL_E_INVALID, &error);
    assert_int_equal(error.line, 1);
    assert_int_equal(error.column, 13);
    assert_string_equal(error.text,
                        "there is no rule \"details-cursr\": did you mean \"details-cursor\"?");
    write_config("severity: { details-cursor: improvement }\n");
    assert_int_equal(lint(linter, LL_OK, &error).improvement, 1);
    unlink(CONFIG);
    assert_int_equal(lint(linter, LL_OK, &error).polish, 1);
    ll_linter_free(linter);
}

static void options_are_stronger_and_hold_from_then_on(void **state) {
    (void)state;
    ll_linter *linter = new_linter();
    ll_error error = {0};
    write_config("severity: { details-cursor: improvement }\n");
    assert_int_equal(lint(linter, LL_OK, &error).improvement, 1);
    assert_int_equal(ll_linter_set(linter, "rule", "details-cursor=critical", &error), LL_OK);
    assert_int_equal(lint(linter, LL_OK, &error).critical, 1);
    ll_linter_free(linter);
    linter = new_linter();
    assert_int_equal(ll_linter_set(linter, "no-config", NULL, &error), LL_OK);
    assert_int_equal(lint(linter, LL_OK, &error).polish, 1);
    ll_linter_free(linter);
}

static char shown[1 << 20];

static ll_status keep(void *context, const char *bytes, size_t length, ll_error *error) {
    size_t *used = context;
    (void)error;
    assert_true(*used + length < sizeof shown);
    memcpy(shown + *used, bytes, length);
    *used += length;
    shown[*used] = '\0';
    return LL_OK;
}

static void an_error_shows_its_line(void **state) {
    (void)state;
    ll_error error = {.status = LL_E_INVALID, .line = 2, .column = 5}, failed = {0};
    size_t used = 0;
    write_config("language: german\n\t\xC3\xBC: x\n");
    snprintf(error.path, sizeof error.path, "%s", CONFIG);
    assert_int_equal(ll_error_excerpt(&error, keep, &used, &failed), LL_OK);
    assert_string_equal(shown, "     2 |     \xC3\xBC: x\n       |        ^\n");
    used = 0;
    error.line = 7;
    assert_int_equal(ll_error_excerpt(&error, keep, &used, &failed), LL_OK);
    error.line = 1;
    error.column = 0;
    assert_int_equal(ll_error_excerpt(&error, keep, &used, &failed), LL_OK);
    error.column = 1;
    snprintf(error.path, sizeof error.path, "%s/none", FOLDER);
    assert_int_equal(ll_error_excerpt(&error, keep, &used, &failed), LL_OK);
    snprintf(error.path, sizeof error.path, "%s", FOLDER);
    assert_int_equal(ll_error_excerpt(&error, keep, &used, &failed), LL_OK);
    /* longer than any document: nothing to show, and no failure */
    snprintf(error.path, sizeof error.path, "%s", CONFIG);
    assert_int_equal(truncate(CONFIG, (64 << 20) + 1), 0);
    assert_int_equal(ll_error_excerpt(&error, keep, &used, &failed), LL_OK);
    assert_int_equal(used, 0);
    assert_int_equal(failed.status, LL_OK);
    assert_int_equal(failed.text[0], '\0');
}

static void what_holds_is_shown(void **state) {
    (void)state;
    ll_linter *linter = new_linter();
    ll_error error = {0};
    size_t used = 0;
    write_config("language: german\nverdict: { major-threshold: 3 }\nplans: \"{slug}.md\"\n");
    assert_int_equal(ll_linter_show_config(linter, FOLDER, keep, &used, &error), LL_OK);
    assert_non_null(strstr(shown, "\nlanguage: german\n"));
    assert_non_null(strstr(shown, "major-threshold: 3"));
    assert_non_null(strstr(shown, "\n  row-wrapping: off\n")); /* by the option `only` */
    used = 0;
    assert_int_equal(ll_linter_show_config(linter, LESSON, keep, &used, &error), LL_OK);
    assert_non_null(strstr(shown, "\nlanguage: german\n"));
    used = 0;
    const char *paths[] = {FOLDER};
    assert_int_equal(ll_linter_show_files(linter, paths, 1, keep, &used, &error), LL_E_INVALID);
    assert_non_null(strstr(error.text, "no file here matches"));
    ll_linter_free(linter);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_changed_file_is_read_again),
        cmocka_unit_test(options_are_stronger_and_hold_from_then_on),
        cmocka_unit_test(an_error_shows_its_line),
        cmocka_unit_test(what_holds_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
