/* source: reading, encoding faults, lines and columns. */
#include <stdio.h>

#include "support.h"

#include "source/source.h"

static ll_source *from(ll_arena *arena, ll_view bytes) {
    ll_source *source = NULL;
    ll_error error = {0};
    assert_int_equal(ll_source_from(&source, arena, LL_VIEW("x.md"), bytes, &error), LL_OK);
    return source;
}

static void assert_position(ll_source *source, uint32_t offset, uint32_t line, uint32_t column) {
    ll_position position = ll_source_position(source, offset);
    assert_int_equal(position.line, line);
    assert_int_equal(position.column, column);
}

TEST(positions_count_code_points) {
    USE_ARENA;
    ll_source *source = from(arena, LL_VIEW("a\xE2\x80\x94z\r\nb\rc\n"));
    assert_position(source, 0, 1, 1);
    assert_position(source, 4, 1, 3); /* z, behind a dash of three bytes */
    assert_position(source, 7, 2, 1);
    assert_position(source, 9, 3, 1);
    assert_position(source, 11, 4, 1);
    assert_int_equal(ll_source_line_count(source), 3);
    assert_view(ll_source_line(source, 1), "a\xE2\x80\x94z");
    assert_view(ll_source_line(source, 2), "b");
    assert_view(ll_source_line(source, 4), "");
}

TEST(positions_may_be_asked_for_in_any_order) {
    USE_ARENA;
    ll_source *source = from(arena, LL_VIEW("\xE2\x80\x94 abc\n\xE2\x80\x94 def"));
    assert_position(source, 6, 1, 5);
    assert_position(source, 4, 1, 3);
    assert_position(source, 12, 2, 3);
    assert_position(source, 13, 2, 4);
    assert_position(source, 0, 1, 1);
    assert_position(source, 13, 2, 4);
}

TEST(a_leading_mark_is_no_fault) {
    USE_ARENA;
    ll_source *source = from(arena, LL_VIEW("\xEF\xBB\xBF# Lesson"));
    assert_int_equal(source->bom, 3);
    assert_view(source->text, "# Lesson");
    assert_int_equal(source->fault_count, 0);
}

static void assert_fault(ll_source *source, uint32_t index, ll_source_fault_kind kind,
                         uint32_t offset, uint32_t length) {
    assert_true(index < source->faults.len);
    assert_int_equal(source->faults.at[index].kind, kind);
    assert_int_equal(source->faults.at[index].offset, offset);
    assert_int_equal(source->faults.at[index].length, length);
}

TEST(faults_are_found_and_blanked) {
    USE_ARENA;
    ll_source *source = from(arena, LL_VIEW("abcdefgh\xC3\xA9\xFF\xFE ij\0k\xEF\xBB\xBF."));
    assert_int_equal(source->fault_count, 3);
    assert_fault(source, 0, LL_FAULT_UTF8, 10, 2);
    assert_fault(source, 1, LL_FAULT_NUL, 15, 1);
    assert_fault(source, 2, LL_FAULT_BOM, 17, 3);
    assert_view(source->text, "abcdefgh\xC3\xA9?? ij?k???.");
}

TEST(a_file_in_utf16_is_one_fault) {
    USE_ARENA;
    ll_source *source = from(arena, LL_VIEW("\xFF\xFE#\0 \0T\0"));
    assert_int_equal(source->fault_count, 1);
    assert_fault(source, 0, LL_FAULT_UTF16, 0, 2);
    assert_view(source->text, "??#? ?T?");
    source = from(arena, LL_VIEW("\xFE\xFF\0#\0T"));
    assert_int_equal(source->fault_count, 1);
    assert_fault(source, 0, LL_FAULT_UTF16, 0, 2);
    source = from(arena, LL_VIEW("\xFF\xFE# T"));
    assert_fault(source, 0, LL_FAULT_UTF8, 0, 2);
}

/* Table 3-7 of the Unicode standard: first and last well-formed sequences, and their neighbours. */
TEST(utf8_is_checked_as_the_standard_says) {
    USE_ARENA;
    static const char *const good[] = {"\xC2\x80",         "\xDF\xBF",     "\xE0\xA0\x80",
                                       "\xED\x9F\xBF",     "\xEE\x80\x80", "\xF0\x90\x80\x80",
                                       "\xF4\x8F\xBF\xBF", "\x7F"};
    static const char *const bad[] = {"\xC1\xBF",         "\x80",
                                      "\xE0\x9F\xBF",     "\xED\xA0\x80",
                                      "\xE1\x80",         "\xF0\x8F\xBF\xBF",
                                      "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
                                      "\xE2\x28\xA1"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_int_equal(from(arena, ll_view_of(good[i]))->fault_count, 0);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_true(from(arena, ll_view_of(bad[i]))->fault_count > 0);
}

TEST(only_so_many_faults_are_kept) {
    USE_ARENA;
    char bytes[5001] = {0};
    for (size_t i = 0; i < 5000; i++)
        bytes[i] = i % 2 ? 'a' : '\0';
    ll_source *source = from(arena, (ll_view){bytes, 5000});
    assert_int_equal(source->fault_count, 2500);
    assert_int_equal(source->faults.len, LL_SOURCE_FAULTS_MOST);
    assert_null(memchr(source->text.ptr, 0, source->text.len));
}

TEST(what_cannot_be_read_is_named) {
    USE_ARENA;
    ll_source *source = NULL;
    ll_error error = {0};
    assert_int_equal(ll_source_read(&source, arena, LL_VIEW("/nowhere/x.md"), &error), LL_E_IO);
    assert_string_equal(error.path, "/nowhere/x.md");
    assert_string_equal(error.text, "cannot read: No such file or directory");
    assert_int_equal(ll_source_read(&source, arena, LL_VIEW("/"), &error), LL_E_IO);
    assert_string_equal(error.text, "cannot read: Is a directory");
    assert_null(source);
}

TEST(files_are_read_whole) {
    USE_ARENA;
    const char *path = LESSONLINT_BINARY_DIR "/test_source_file";
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    for (int i = 0; i < 100000; i++)
        fprintf(file, "%d\n", i);
    fclose(file);
    ll_source *source = NULL;
    ll_error error = {0};
    assert_int_equal(ll_source_read(&source, arena, ll_view_of(path), &error), LL_OK);
    assert_int_equal(source->text.len, 588890); /* 10·2 + 90·3 + 900·4 + 9000·5 + 90000·6 */
    assert_int_equal(ll_source_line_count(source), 100000);
    assert_view(ll_source_line(source, 100000), "99999");
    remove(path);
}

TEST(the_limit_holds) {
    USE_ARENA;
    ll_source *source = NULL;
    ll_error error = {0};
    char *bytes = ll_arena_alloc(arena, LL_SOURCE_MOST + 2);
    memset(bytes, 'a', LL_SOURCE_MOST);
    assert_int_equal(
        ll_source_from(&source, arena, LL_VIEW("x"), (ll_view){bytes, LL_SOURCE_MOST}, &error),
        LL_OK);
    assert_int_equal(
        ll_source_from(&source, arena, LL_VIEW("x"), (ll_view){bytes, LL_SOURCE_MOST + 1}, &error),
        LL_E_LIMIT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(positions_count_code_points),
        cmocka_unit_test(positions_may_be_asked_for_in_any_order),
        cmocka_unit_test(a_leading_mark_is_no_fault),
        cmocka_unit_test(faults_are_found_and_blanked),
        cmocka_unit_test(a_file_in_utf16_is_one_fault),
        cmocka_unit_test(utf8_is_checked_as_the_standard_says),
        cmocka_unit_test(only_so_many_faults_are_kept),
        cmocka_unit_test(what_cannot_be_read_is_named),
        cmocka_unit_test(files_are_read_whole),
        cmocka_unit_test(the_limit_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
