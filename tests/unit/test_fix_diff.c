/* fix: unified diffs, as diff -u writes them; tests/fix gives them to patch(1). */
#include <stdio.h>

#include "support.h"

#include "fix/diff.h"

static ll_view diff(ll_arena *arena, const char *path, const char *before, const char *behind) {
    ll_buffer out = {.arena = arena, .most = 1 << 20};
    ll_fix_diff(&out, ll_view_of(path), ll_view_of(before), ll_view_of(behind));
    return ll_buffer_view(&out);
}

#define HEAD "--- a/x\n+++ b/x\n"

TEST(changes_stand_in_hunks) {
    USE_ARENA;
    static const struct {
        const char *before, *behind, *expected;
    } cases[] = {
        {"a\n", "a\n", ""},
        {"a\n", "b\n", HEAD "@@ -1,1 +1,1 @@\n-a\n+b\n"},
        {"a\nb\nc\nd\ne\nf\ng\nh\n", "a\nb\nc\nd\nE\nf\ng\nh\n",
         HEAD "@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n"},
        {"1\n2\n3\n4\n5\n6\n7\n8\n", "A\n2\n3\n4\n5\n6\n7\nB\n",
         HEAD "@@ -1,8 +1,8 @@\n-1\n+A\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+B\n"},
        {"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "A\n2\n3\n4\n5\n6\n7\n8\nB\n",
         HEAD "@@ -1,4 +1,4 @@\n-1\n+A\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+B\n"},
        /* Lines that came, and that went. */
        {"a\nb\nc\n", "a\nx\nb\nc\n", HEAD "@@ -1,3 +1,4 @@\n a\n+x\n b\n c\n"},
        {"a\nx\nb\nc\n", "a\nb\nc\n", HEAD "@@ -1,4 +1,3 @@\n a\n-x\n b\n c\n"},
        {"", "a\n", HEAD "@@ -0,0 +1,1 @@\n+a\n"},
        {"a\n", "", HEAD "@@ -1,1 +0,0 @@\n-a\n"},
        /* A line between two that changed stays. */
        {"a\nb\nc\n", "A\nb\nC\n", HEAD "@@ -1,3 +1,3 @@\n-a\n+A\n b\n-c\n+C\n"},
        /* Ends of lines are a part of them. */
        {"a\r\nb\r\n", "a\r\nc\r\n", HEAD "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"},
        {"a\nb", "a\nc",
         HEAD "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n"
              "\\ No newline at end of file\n"},
        {"a\nb", "A\nb", HEAD "@@ -1,2 +1,2 @@\n-a\n+A\n b\n\\ No newline at end of file\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_view(diff(arena, "x", cases[i].before, cases[i].behind), cases[i].expected);
}

TEST(names_are_written_so_that_patch_reads_them) {
    USE_ARENA;
    assert_holds(diff(arena, "a b/c.md", "1\n", "2\n"), "--- a/a b/c.md\t\n+++ b/a b/c.md\t\n");
    assert_holds(diff(arena, "/tmp/c.md", "1\n", "2\n"), "--- a/tmp/c.md\n");
    assert_holds(diff(arena, "a\"b\\\nc", "1\n", "2\n"),
                 "--- \"a/a\\\"b\\\\\\012c\"\n+++ \"b/a\\\"b\\\\\\012c\"\n");
}

/* So many lines are looked through for the end of a change; the rest is one change then. */
TEST(a_change_may_be_long) {
    USE_ARENA;
    ll_buffer before = {.arena = arena, .most = 1 << 20}, behind = before;
    for (unsigned i = 0; i < 1000; i++) {
        ll_buffer_add_format(&before, "before %u\n", i);
        ll_buffer_add_format(&behind, "behind %u\n", i);
    }
    ll_buffer_add_format(&before, "end\n%c", '\0');
    ll_buffer_add_format(&behind, "end\n%c", '\0');
    assert_holds(diff(arena, "x", before.ptr, behind.ptr), "@@ -1,1001 +1,1001 @@\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_stand_in_hunks),
        cmocka_unit_test(names_are_written_so_that_patch_reads_them),
        cmocka_unit_test(a_change_may_be_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
