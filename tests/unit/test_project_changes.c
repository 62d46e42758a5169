/* project: what git says has changed, told by a stand-in for git that says what a test wants. */
#include <stdio.h>
#include <stdlib.h>

#include "support.h"

#include <sys/stat.h>
#include <unistd.h>

#include "project/changes.h"

static char folder[512];

/* From here on a program in the folder is git. */
static int enter_folder(void **state) {
    char path[4096];
    (void)state;
    const char *old = getenv("PATH");
    snprintf(folder, sizeof folder, "%s/changes-XXXXXX", LESSONLINT_BINARY_DIR);
    if (!old || !mkdtemp(folder) || chdir(folder) != 0)
        return -1;
    snprintf(path, sizeof path, "%s:%s", folder, old);
    return setenv("PATH", path, 1);
}

static int leave_folder(void **state) {
    char command[600];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

/* Git that knows the commit, and for a diff does what `diff` says, in the language of the shell. */
static void be_git(const char *diff) {
    FILE *file = fopen("git", "wb");
    assert_non_null(file);
    fprintf(
        file,
        "#!/bin/sh\ncase $3 in\nrev-parse) case $4 in --show*) pwd ;; *) echo c0ffee ;; esac ;;\n"
        "merge-base) echo c0ffee ;;\ndiff) %s ;;\nls-files) printf 'x.md\\0y.md\\0' ;;\nesac\n",
        diff);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod("git", 0755), 0);
}

static ll_status read_changes(ll_changes **changes, ll_arena *arena, ll_error *error) {
    return ll_changes_read(changes, arena, ll_view_of(folder), LL_VIEW("HEAD"), error);
}

static bool hold(const ll_changes *changes, const char *name, uint32_t first, uint32_t last) {
    char path[600], *real = realpath(folder, NULL);
    snprintf(path, sizeof path, "%s/%s", real, name);
    free(real);
    return ll_changes_hold(changes, ll_view_of(path), first, last);
}

TEST(changed_lines_are_known) {
    USE_ARENA;
    ll_error error = {0};
    ll_changes *changes = NULL;
    be_git("printf -- '--- a/x.md\\n+++ b/x.md\\n@@ -2 +2,2 @@\\n-a\\n+b\\n+c\\n@@ -9,2 +9,0 "
           "@@\\n-d\\n-e\\n'");
    assert_int_equal(read_changes(&changes, arena, &error), LL_OK);
    assert_false(hold(changes, "x.md", 1, 1));
    assert_true(hold(changes, "x.md", 1, 2));
    assert_true(hold(changes, "x.md", 3, 3));
    assert_false(hold(changes, "x.md", 4, 8));
    assert_true(hold(changes, "x.md", 9, 9)); /* around what was deleted */
    assert_true(hold(changes, "x.md", 10, 10));
    assert_false(hold(changes, "x.md", 11, 20));
    assert_true(hold(changes, "x.md", 0, 0));
    assert_false(hold(changes, "y.md", 0, 0));
    assert_true(hold(changes, "new one.md", 7, 7));
}

TEST(what_git_says_when_it_fails_is_told) {
    USE_ARENA;
    ll_error error = {0};
    ll_changes *changes = NULL;
    be_git("echo 'the disk is gone' >&2; exit 128");
    assert_int_equal(read_changes(&changes, arena, &error), LL_E_IO);
    assert_string_equal(error.text, "--since: the disk is gone");
    assert_null(changes);
}

/* More warnings than a pipe holds, before and behind what is asked for. */
TEST(many_warnings_stop_nobody) {
    USE_ARENA;
    ll_error error = {0};
    ll_changes *changes = NULL;
    be_git("yes 'warning: LF will be replaced by CRLF' | head -c 500000 >&2;"
           " printf -- '+++ b/x.md\\n@@ -2 +2 @@\\n-a\\n+b\\n'; yes warning | head -c 500000 >&2");
    alarm(60);
    assert_int_equal(read_changes(&changes, arena, &error), LL_OK);
    alarm(0);
    assert_true(hold(changes, "x.md", 2, 2));
}

static void read_changes_of(void *arena) {
    ll_error error = {0};
    ll_changes *changes = NULL;
    assert_int_equal(read_changes(&changes, arena, &error), LL_OK);
}

static ll_status length_of_answer(size_t length, ll_error *error) {
    char diff[100];
    snprintf(diff, sizeof diff, "head -c %zu /dev/zero", length);
    be_git(diff);
    ll_arena *arena = ll_arena_new(ARENA_MOST);
    ll_status status = ll_arena_guard(arena, read_changes_of, arena, error);
    ll_arena_free(arena);
    return status;
}

static void answers_have_a_limit(void **state) {
    (void)state;
    ll_error error = {0};
    assert_int_equal(length_of_answer(LL_CHANGES_ANSWER_MOST, &error), LL_OK);
    assert_int_equal(length_of_answer(LL_CHANGES_ANSWER_MOST + 1, &error), LL_E_LIMIT);
    assert_string_equal(error.text, "a text grows past 268435456 bytes");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changed_lines_are_known),
        cmocka_unit_test(what_git_says_when_it_fails_is_told),
        cmocka_unit_test(many_warnings_stop_nobody),
        cmocka_unit_test(answers_have_a_limit),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
