/* source: replacing a file, whatever goes wrong meanwhile. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support.h"

#include "source/replace.h"

long syscall(long number, ...); /* of libc, hidden by the standards asked for */

/* The steps of a replacement that the system does; these functions stand in for those of the C
 * library and fail, or end the process, at the step that a test chose. */
enum { NEVER = 1000 };
static int steps, failing_step = NEVER, killing_step = NEVER;

static bool refuses(void) {
    int step = steps++;
    if (step == killing_step)
        raise(SIGKILL);
    errno = ENOSPC;
    return step == failing_step;
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
    /* A disk takes what it likes at once. */
    size_t part = length > 7 ? 7 : length;
    return refuses() ? -1 : (ssize_t)syscall(SYS_write, descriptor, bytes, part);
}

int fsync(int descriptor) {
    return refuses() ? -1 : (int)syscall(SYS_fsync, descriptor);
}

int fchmod(int descriptor, mode_t mode) {
    return refuses() ? -1 : (int)syscall(SYS_fchmod, descriptor, mode);
}

int rename(const char *from, const char *to) {
    return refuses() ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

static const char OLD[] = "the old plan\n", NEW[] = "the old plan\nand a review behind it\n";

static char folder[512], file[600];

static void put(const char *path, const char *text) {
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_int_equal(syscall(SYS_write, descriptor, text, strlen(text)), strlen(text));
    close(descriptor);
}

static void assert_file(const char *text) {
    char bytes[256] = "";
    int descriptor = open(file, O_RDONLY);
    ssize_t length = read(descriptor, bytes, sizeof bytes - 1);
    close(descriptor);
    assert_int_equal(length, strlen(text));
    assert_string_equal(bytes, text);
}

static int files_in_folder(void) {
    char command[700], count[32] = "";
    snprintf(command, sizeof command, "ls '%s' | wc -l", folder);
    FILE *listing = popen(command, "r");
    assert_non_null(fgets(count, sizeof count, listing));
    pclose(listing);
    return (int)strtol(count, NULL, 10);
}

static void begin(void) {
    snprintf(folder, sizeof folder, LESSONLINT_BINARY_DIR "/replace-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(file, sizeof file, "%s/plan.md", folder);
    put(file, OLD);
    steps = 0;
    failing_step = killing_step = NEVER;
}

static void end(void) {
    char command[700];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    assert_int_equal(system(command), 0);
}

static ll_status replace(ll_arena *arena, const char *expected, ll_error *error) {
    return ll_source_replace(arena, ll_view_of(file), ll_view_of(expected), ll_view_of(NEW), error);
}

TEST(content_changes_and_the_mode_stays) {
    USE_ARENA;
    begin();
    struct stat about;
    assert_int_equal(chmod(file, 0640), 0);
    ll_error error;
    assert_int_equal(replace(arena, OLD, &error), LL_OK);
    assert_file(NEW);
    assert_int_equal(stat(file, &about), 0);
    assert_int_equal(about.st_mode & 07777, 0640);
    assert_int_equal(files_in_folder(), 1);
    end();
}

TEST(a_link_stays_a_link) {
    USE_ARENA;
    begin();
    char real[600];
    struct stat about;
    snprintf(real, sizeof real, "%s/real.md", folder);
    assert_int_equal(rename(file, real), 0);
    assert_int_equal(symlink("real.md", file), 0);
    ll_error error;
    assert_int_equal(replace(arena, OLD, &error), LL_OK);
    assert_file(NEW);
    assert_int_equal(lstat(file, &about), 0);
    assert_true(S_ISLNK(about.st_mode));
    end();
}

TEST(what_was_changed_meanwhile_stays) {
    USE_ARENA;
    begin();
    ll_error error;
    assert_int_equal(replace(arena, "another plan\n", &error), LL_E_IO);
    assert_string_equal(error.path, file);
    assert_non_null(strstr(error.text, "changed meanwhile"));
    assert_file(OLD);
    assert_int_equal(files_in_folder(), 1);
    end();
}

/* The last step is the fsync of the folder, behind the rename: its failure is none. */
TEST(a_step_that_fails_leaves_the_old_file) {
    USE_ARENA;
    begin();
    ll_error error;
    assert_int_equal(replace(arena, OLD, &error), LL_OK);
    int all = steps;
    end();
    assert_true(all > 6); /* several parts, mode, fsync, rename, fsync */
    for (int step = 0; step < all; step++) {
        begin();
        failing_step = step;
        bool last = step + 1 == all;
        assert_int_equal(replace(arena, OLD, &error), last ? LL_OK : LL_E_IO);
        if (!last)
            assert_non_null(strstr(error.text, "No space left"));
        assert_file(last ? NEW : OLD);
        assert_int_equal(files_in_folder(), 1);
        end();
    }
}

TEST(a_process_that_is_killed_leaves_the_old_or_the_new_file) {
    USE_ARENA;
    bool replaced = false;
    for (int step = 0; !replaced; step++) {
        begin();
        pid_t child = fork();
        if (child == 0) {
            ll_error error;
            killing_step = step;
            _exit(replace(arena, OLD, &error) == LL_OK ? 0 : 1);
        }
        int status = 0;
        assert_int_equal(waitpid(child, &status, 0), child);
        replaced = WIFEXITED(status) && WEXITSTATUS(status) == 0;
        struct stat about;
        assert_int_equal(stat(file, &about), 0);
        assert_file(about.st_size == (off_t)strlen(OLD) ? OLD : NEW);
        end();
    }
}

TEST(a_folder_and_a_missing_file_are_refused) {
    USE_ARENA;
    begin();
    ll_error error;
    assert_int_equal(
        ll_source_replace(arena, ll_view_of(folder), LL_VIEW(""), LL_VIEW("x"), &error), LL_E_IO);
    assert_non_null(strstr(error.text, "regular file"));
    assert_int_equal(unlink(file), 0);
    assert_int_equal(replace(arena, OLD, &error), LL_E_IO);
    assert_non_null(strstr(error.text, "No such file"));
    end();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(content_changes_and_the_mode_stays),
        cmocka_unit_test(a_link_stays_a_link),
        cmocka_unit_test(what_was_changed_meanwhile_stays),
        cmocka_unit_test(a_step_that_fails_leaves_the_old_file),
        cmocka_unit_test(a_process_that_is_killed_leaves_the_old_or_the_new_file),
        cmocka_unit_test(a_folder_and_a_missing_file_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
