/* api: how far a fix goes. The rules of these tests find a word and put another in its place. */
#include <stdio.h>
#include <stdlib.h>

#include "support.h"

#include <sys/stat.h>
#include <unistd.h>

#include "fix/fix.h"
#include "lessonlint/lessonlint.h"

enum { TEXT_ROOM = 8192 };

static char folder[512];

static int enter_folder(void **state) {
    (void)state;
    snprintf(folder, sizeof folder, "%s/fixing-XXXXXX", LESSONLINT_BINARY_DIR);
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state) {
    char command[600];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* A rule; without `replace` it only finds. */
static void write_rule(const char *rules, const char *id, const char *pattern,
                       const char *replace) {
    char path[100], text[1024], put[300] = "";
    if (replace)
        snprintf(put, sizeof put, ", replace: '%s', safety: safe", replace);
    snprintf(path, sizeof path, "%s/%s.yaml", rules, id);
    snprintf(
        text, sizeof text,
        "id: %s\nkind: text\nseverity: polish\nreads: [lesson]\ntitle: t\nmessage: m\nissue: i\n"
        "impact: i\nfix: f\ntext: { scopes: [lesson.prose], pattern: '%s'%s }\n",
        id, pattern, put);
    write_file(path, text);
}

static ll_status take(void *context, const char *bytes, size_t length, ll_error *error) {
    (void)context;
    (void)bytes;
    (void)length;
    (void)error;
    return LL_OK;
}

/* The paragraphs, as a lesson that is mended by the rules of a folder, of which `only` are asked
 * for. */
static ll_fixed fix(const char *rules, const char *only, const char *paragraphs) {
    char text[TEXT_ROOM];
    ll_linter *linter = NULL;
    ll_error error = {0};
    ll_fixed done = {0};
    const char *const paths[] = {"lesson.tsx"};
    const ll_fixing how = {0};
    snprintf(text, sizeof text,
             "export function L() {\n  return (\n    <LessonLayout><Row><Row.Content>\n%s"
             "    </Row.Content></Row></LessonLayout>\n  )\n}\n",
             paragraphs);
    write_file("lesson.tsx", text);
    assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
    assert_int_equal(ll_linter_set(linter, "no-config", NULL, &error), LL_OK);
    assert_int_equal(ll_linter_set(linter, "rules", rules, &error), LL_OK);
    assert_int_equal(ll_linter_set(linter, "only", only, &error), LL_OK);
    ll_status status = ll_linter_fix(linter, paths, 1, how, take, NULL, &done, &error);
    if (status != LL_OK)
        print_error("%s\n", error.text);
    assert_int_equal(status, LL_OK);
    ll_linter_free(linter);
    return done;
}

/* Of n edits that would all make it worse, 2n - 1 sets are tried: all, halves, quarters … */
static ll_fixed fix_what_is_bad(unsigned count) {
    char text[TEXT_ROOM];
    size_t used = 0;
    for (unsigned i = 0; i < count; i++)
        used +=
            (size_t)snprintf(text + used, sizeof text - used, "      <p>No. %u is foo.</p>\n", i);
    return fix("bad", "first", text);
}

static void so_many_edits_are_tried(void **state) {
    (void)state;
    assert_int_equal(mkdir("bad", 0755), 0);
    write_rule("bad", "first", "foo", "bar");
    write_rule("bad", "second", "bar", NULL);
    assert_int_equal(LL_FIX_TRIALS_MOST, 64);
    ll_fixed done = fix_what_is_bad(32);
    assert_int_equal(done.fixed, 0);
    assert_int_equal(done.refused, 32);
    done = fix_what_is_bad(33); /* the 64th trial is of the 32nd edit, and the last */
    assert_int_equal(done.fixed, 0);
    assert_int_equal(done.refused, 32);
    assert_int_equal(done.polish, 33);
}

/* Rule n finds the whole text, in which the n-th word still stands, and takes that one out: all of
 * them overlap, and one is mended in each pass. */
static ll_fixed fix_step_by_step(const char *rules, unsigned count) {
    char words[100] = "go", text[200], only[200] = "";
    assert_int_equal(mkdir(rules, 0755), 0);
    for (unsigned i = 0; i < count; i++) {
        char id[] = {'x', '-', (char)('a' + i), '\0'}, pattern[40], rest[100] = "go";
        for (unsigned k = i + 1; k < count; k++)
            snprintf(rest + strlen(rest), sizeof rest - strlen(rest), " %c%c", 'a' + k, 'a' + k);
        snprintf(pattern, sizeof pattern, "go[a-z ]*%c%c[a-z ]*", 'a' + i, 'a' + i);
        write_rule(rules, id, pattern, rest);
        snprintf(words + strlen(words), sizeof words - strlen(words), " %c%c", 'a' + i, 'a' + i);
        snprintf(only + strlen(only), sizeof only - strlen(only), "%s%s", i ? "," : "", id);
    }
    snprintf(text, sizeof text, "      <p>%s!</p>\n", words);
    return fix(rules, only, text);
}

static void so_often_a_pair_is_read(void **state) {
    (void)state;
    assert_int_equal(LL_FIX_PASSES_MOST, 10);
    ll_fixed done = fix_step_by_step("ten", 10);
    assert_int_equal(done.fixed, 10);
    assert_int_equal(done.polish, 0);
    done = fix_step_by_step("eleven", 11);
    assert_int_equal(done.fixed, 10);
    assert_int_equal(done.polish, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(so_many_edits_are_tried),
        cmocka_unit_test(so_often_a_pair_is_read),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
