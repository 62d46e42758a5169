/* cli: files that are replaced as a whole or not at all. */
#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/output.h"

static char folder[512];

static int make_folder(void **state) {
    (void)state;
    snprintf(folder, sizeof folder, "%s/cli-output-XXXXXX", LESSONLINT_BINARY_DIR);
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int remove_folder(void **state) {
    (void)state;
    unlink("report");
    unlink("link");
    return rmdir(folder);
}

static size_t count_files(void) {
    size_t count = 0;
    DIR *directory = opendir(folder);
    assert_non_null(directory);
    while (readdir(directory))
        count++;
    closedir(directory);
    return count - 2; /* . and .. */
}

static void assert_content(const char *path, const char *expected) {
    char text[64] = "";
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(text, expected);
}

static void write_text(ll_cli_file *file, const char *path, const char *words) {
    ll_cli_text text = {0};
    ll_error error = {0};
    assert_int_equal(ll_cli_text_add(&text, words, strlen(words), &error), LL_OK);
    assert_int_equal(ll_cli_file_write(file, path, &text, &error), LL_OK);
    ll_cli_text_free(&text);
}

static void a_file_appears_when_it_is_committed(void **state) {
    (void)state;
    ll_cli_file file;
    ll_error error;
    write_text(&file, "report", "first");
    assert_int_not_equal(access("report", F_OK), 0);
    assert_int_equal(ll_cli_file_commit(&file, &error), LL_OK);
    assert_content("report", "first");
    assert_int_equal(count_files(), 1);
}

static void a_discarded_file_leaves_the_old_one(void **state) {
    (void)state;
    ll_cli_file file;
    write_text(&file, "report", "second");
    ll_cli_file_discard(&file);
    assert_content("report", "first");
    assert_int_equal(count_files(), 1);
}

static void permissions_and_links_stay(void **state) {
    (void)state;
    ll_cli_file file;
    ll_error error;
    struct stat about;
    assert_int_equal(chmod("report", 0640), 0);
    assert_int_equal(symlink("report", "link"), 0);
    write_text(&file, "link", "third");
    assert_int_equal(ll_cli_file_commit(&file, &error), LL_OK);
    assert_content("report", "third");
    assert_int_equal(stat("report", &about), 0);
    assert_int_equal(about.st_mode & 07777, 0640);
    assert_int_equal(lstat("link", &about), 0);
    assert_true(S_ISLNK(about.st_mode));
}

static void what_is_no_regular_file_is_written_to(void **state) {
    (void)state;
    ll_cli_file file;
    ll_error error;
    write_text(&file, "/dev/null", "gone");
    assert_int_equal(ll_cli_file_commit(&file, &error), LL_OK);
    assert_int_equal(access("/dev/null", F_OK), 0);
}

/* The names that a shell gives to pipes, /dev/fd/63, are links to what is no path. */
static void pipes_are_written_to(void **state) {
    (void)state;
    int ends[2];
    char path[64], seen[16] = "";
    ll_cli_file file;
    ll_error error;
    assert_int_equal(pipe(ends), 0);
    snprintf(path, sizeof path, "/dev/fd/%d", ends[1]);
    if (access(path, F_OK) != 0)
        skip();
    write_text(&file, path, "through");
    assert_int_equal(ll_cli_file_commit(&file, &error), LL_OK);
    assert_int_equal(read(ends[0], seen, sizeof seen - 1), strlen("through"));
    assert_string_equal(seen, "through");
    close(ends[0]);
    close(ends[1]);
}

static void links_to_nothing_stay(void **state) {
    (void)state;
    ll_cli_file file;
    ll_cli_text text = {0};
    ll_error error = {0};
    struct stat about;
    size_t before = count_files();
    assert_int_equal(symlink("gone", "dangling"), 0);
    assert_int_equal(ll_cli_file_write(&file, "dangling", &text, &error), LL_E_IO);
    assert_string_equal(error.path, "dangling");
    assert_string_equal(error.text,
                        "cannot write to where this link points: No such file or directory");
    assert_int_equal(lstat("dangling", &about), 0);
    assert_true(S_ISLNK(about.st_mode));
    assert_int_equal(count_files(), before + 1);
    unlink("dangling");
}

static void errors_name_the_file(void **state) {
    (void)state;
    ll_cli_file file;
    ll_cli_text text = {0};
    ll_error error = {0};
    assert_int_equal(ll_cli_file_write(&file, "no/where", &text, &error), LL_E_IO);
    assert_string_equal(error.path, "no/where");
    assert_string_equal(error.text, "cannot write: No such file or directory");
    assert_int_equal(ll_cli_text_add(&text, "x", 1, &error), LL_OK);
    if (access("/dev/full", F_OK) == 0) {
        assert_int_equal(ll_cli_file_write(&file, "/dev/full", &text, &error), LL_E_IO);
        assert_string_equal(error.text, "cannot write: No space left on device");
    }
    ll_cli_text_free(&text);
}

static void long_texts_grow(void **state) {
    (void)state;
    ll_cli_text text = {0};
    ll_error error = {0};
    static char block[100000];
    memset(block, 'x', sizeof block);
    for (int i = 0; i < 5; i++)
        assert_int_equal(ll_cli_text_add(&text, block, sizeof block, &error), LL_OK);
    assert_int_equal(text.length, 5 * sizeof block);
    assert_int_equal(text.bytes[text.length - 1], 'x');
    ll_cli_text_free(&text);
}

/* A text that is one byte short of the limit, without its bytes: no place has room for so many. */
static void texts_have_a_limit(void **state) {
    (void)state;
    char byte;
    ll_error error = {0};
    char *bytes = (char *)((uintptr_t)&byte - (LL_CLI_TEXT_MOST - 1));
    ll_cli_text text = {bytes, LL_CLI_TEXT_MOST - 1, LL_CLI_TEXT_MOST};
    assert_int_equal(ll_cli_text_add(&text, "x", 1, &error), LL_OK);
    assert_int_equal(byte, 'x');
    assert_int_equal(ll_cli_text_add(&text, "x", 1, &error), LL_E_LIMIT);
    assert_string_equal(error.text, "a report grows past 4 GiB");
    assert_int_equal(text.length, LL_CLI_TEXT_MOST);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_appears_when_it_is_committed),
        cmocka_unit_test(a_discarded_file_leaves_the_old_one),
        cmocka_unit_test(permissions_and_links_stay),
        cmocka_unit_test(what_is_no_regular_file_is_written_to),
        cmocka_unit_test(pipes_are_written_to),
        cmocka_unit_test(links_to_nothing_stay),
        cmocka_unit_test(errors_name_the_file),
        cmocka_unit_test(long_texts_grow),
        cmocka_unit_test(texts_have_a_limit),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
