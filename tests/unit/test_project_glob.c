/* project: patterns of paths. */
#include <stdio.h>

#include "support.h"

#include "project/glob.h"
#include "project/paths.h"

static const char *const slugs[] = {"slug", "Slug"};

static void assert_caught(ll_arena *arena, const char *glob, const char *path,
                          const char *expected) {
    ll_view caught = {0};
    ll_error error = {0};
    assert_int_equal(ll_glob_check(ll_view_of(glob), slugs, 2, &error), LL_OK);
    if (!ll_glob_matches(arena, ll_view_of(glob), ll_view_of(path), &caught))
        fail_msg("%s does not match %s", glob, path);
    assert_view(caught, expected);
}

static void assert_none(ll_arena *arena, const char *glob, const char *path) {
    if (ll_glob_matches(arena, ll_view_of(glob), ll_view_of(path), NULL))
        fail_msg("%s matches %s", glob, path);
}

TEST(stars_stay_within_one_part) {
    USE_ARENA;
    assert_caught(arena, "a/*.md", "a/b.md", "");
    assert_none(arena, "a/*.md", "a/b/c.md");
    assert_none(arena, "*.md", "a.mdx");
    assert_none(arena, "*", "a/b");
    assert_caught(arena, "*b*", "abc", "");
    assert_caught(arena, "a/*", "a/", "");
}

TEST(a_question_mark_is_one_character) {
    USE_ARENA;
    assert_caught(arena, "?.md", "\xC3\xBC.md", "");
    assert_none(arena, "?.md", ".md");
    assert_none(arena, "?.md", "ab.md");
    assert_none(arena, "a?b", "a/b");
}

TEST(two_stars_are_any_folders) {
    USE_ARENA;
    assert_caught(arena, "**/a.md", "a.md", "");
    assert_caught(arena, "**/a.md", "x/y/a.md", "");
    assert_none(arena, "**/a.md", "x/ba.md");
    assert_caught(arena, "x/**/y/*.md", "x/y/a.md", "");
    assert_caught(arena, "x/**/y/*.md", "x/1/2/y/a.md", "");
    assert_none(arena, "x/**/y/*.md", "xy/a.md");
    assert_caught(arena, "x/**", "x/1/2", "");
    assert_none(arena, "x/**", "x");
    assert_caught(arena, "**/module-1-*/**", "c/module-1-2/lessons/a.md", "");
    assert_none(arena, "**/module-1-*/**", "c/module-2-2/lessons/a.md");
}

TEST(placeholders_catch_a_name) {
    USE_ARENA;
    assert_caught(arena, "c/**/lessons/{slug}.md", "c/m/lessons/low-rank.md", "low-rank");
    assert_caught(arena, "src/**/{Slug}Lesson.tsx", "src/a/LowRankLesson.tsx", "LowRank");
    assert_none(arena, "src/{Slug}Lesson.tsx", "src/Lesson.tsx");
    assert_none(arena, "src/{Slug}Lesson.tsx", "src/a/bLesson.tsx");
    assert_caught(arena, "app/{slug}/page.tsx", "app/x/page.tsx", "x");
    assert_caught(arena, "{slug}-{slug}.md", "a-b-c.md", "a");
}

TEST(many_stars_cost_no_more_than_the_table) {
    USE_ARENA;
    char glob[901], path[4001];
    for (int i = 0; i < 900; i++)
        glob[i] = i % 2 ? 'a' : '*';
    glob[899] = 'b';
    glob[900] = '\0';
    memset(path, 'a', 4000);
    path[4000] = '\0';
    assert_none(arena, glob, path);
}

TEST(bytes_of_a_pattern) {
    USE_ARENA;
    static const char *const names[] = {"slug"};
    ll_error error = {0};
    char *text = ll_arena_alloc(arena, LL_GLOB_MOST + 1);
    memset(text, 'a', LL_GLOB_MOST + 1);
    assert_int_equal(ll_glob_check((ll_view){text, LL_GLOB_MOST}, names, 1, &error), LL_OK);
    assert_int_equal(ll_glob_check((ll_view){text, LL_GLOB_MOST + 1}, names, 1, &error),
                     LL_E_INVALID);
    assert_string_equal(error.text, "a pattern of a path has from 1 to 1000 bytes");
}

TEST(what_leaves_the_folder_is_refused) {
    USE_ARENA;
    (void)arena;
    static const struct {
        const char *glob, *text;
    } wrong[] = {
        {"", "a pattern of a path has from 1 to 1000 bytes"},
        {"/etc/*", "a path counts from the folder of the configuration: it cannot begin with "
                   "\"/\""},
        {"../a", "a path goes down from the folder of the configuration: without \"..\", \".\" "
                 "and empty parts"},
        {"a/../b", "a path goes down from the folder of the configuration: without \"..\", "
                   "\".\" and empty parts"},
        {"a//b", "a path goes down from the folder of the configuration: without \"..\", \".\" "
                 "and empty parts"},
        {"a/**b", "\"**\" stands alone between two \"/\""},
        {"{slag}.md", "unknown placeholder {slag}: did you mean {slug}?"},
        {"{name}.md", "unknown placeholder {name}; expected {slug} or {Slug}"},
        {"{slug.md", "a \"{\" without its \"}\""},
        {"slug}.md", "a \"}\" without its \"{\""},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ll_error error = {0};
        assert_int_equal(ll_glob_check(ll_view_of(wrong[i].glob), slugs, 2, &error), LL_E_INVALID);
        assert_string_equal(error.text, wrong[i].text);
    }
    ll_error error = {0};
    assert_int_equal(ll_glob_check(LL_VIEW("{slug}"), NULL, 0, &error), LL_E_INVALID);
    assert_string_equal(error.text, "no placeholder like {slug} can stand here");
}

TEST(a_pattern_begins_with_a_folder) {
    USE_ARENA;
    (void)arena;
    assert_view(ll_glob_folder(LL_VIEW("a/b/**/c.md")), "a/b");
    assert_view(ll_glob_folder(LL_VIEW("*/c.md")), "");
    assert_view(ll_glob_folder(LL_VIEW("a/b-{slug}/c.md")), "a");
    assert_view(ll_glob_folder(LL_VIEW("a/c.md")), "a");
}

TEST(paths_are_joined_and_parted) {
    USE_ARENA;
    ll_view rest;
    assert_view(ll_path_parent(LL_VIEW("a/b/c")), "a/b");
    assert_view(ll_path_parent(LL_VIEW("/a")), "/");
    assert_view(ll_path_parent(LL_VIEW("a")), ".");
    assert_view(ll_path_join(arena, LL_VIEW("/"), LL_VIEW("a")), "/a");
    assert_view(ll_path_join(arena, LL_VIEW("."), LL_VIEW("a")), "a");
    assert_view(ll_path_join(arena, LL_VIEW("a"), LL_VIEW("")), "a");
    assert_true(ll_path_below(LL_VIEW("/a"), LL_VIEW("/a/b/c"), &rest));
    assert_view(rest, "b/c");
    assert_true(ll_path_below(LL_VIEW("/"), LL_VIEW("/a"), &rest));
    assert_view(rest, "a");
    assert_true(ll_path_below(LL_VIEW("/a"), LL_VIEW("/a"), &rest));
    assert_view(rest, "");
    assert_false(ll_path_below(LL_VIEW("/a"), LL_VIEW("/ab"), &rest));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stars_stay_within_one_part),
        cmocka_unit_test(a_question_mark_is_one_character),
        cmocka_unit_test(two_stars_are_any_folders),
        cmocka_unit_test(placeholders_catch_a_name),
        cmocka_unit_test(many_stars_cost_no_more_than_the_table),
        cmocka_unit_test(bytes_of_a_pattern),
        cmocka_unit_test(what_leaves_the_folder_is_refused),
        cmocka_unit_test(a_pattern_begins_with_a_folder),
        cmocka_unit_test(paths_are_joined_and_parted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
