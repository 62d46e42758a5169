/* project: which file is a plan, which a lesson, and which belong together. */
#include <stdio.h>
#include <stdlib.h>

#include "support.h"

#include <sys/stat.h>
#include <unistd.h>

#include "project/pairing.h"

static const char PLAN[] =
    "# Lesson: X\n\n| Modality | What | Why This Modality |\n|---|---|---|\n";
static const char LESSON[] = "export const X = () => <LessonLayout></LessonLayout>\n";
static const char WIDGET[] = "export const W = () => <svg></svg>\n";

enum { MOST_FILES = 8 };

static char folder[512];

static int enter_folder(void **state) {
    (void)state;
    snprintf(folder, sizeof folder, "%s/pairing-XXXXXX", LESSONLINT_BINARY_DIR);
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state) {
    (void)state;
    char command[600];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void write_plan(const char *path, const char *slug) {
    char text[512];
    snprintf(text, sizeof text, "# Lesson\n\n**Slug:** %s\n\n%s", slug, strchr(PLAN, '|'));
    write_file(path, text);
}

typedef struct pairing {
    ll_pairs pairs;
    ll_error error;
    ll_status status;
} pairing;

/* Pairs the files of `paths`, which ends with NULL. */
static pairing pair(ll_arena *arena, const char *const *paths) {
    pairing made = {0};
    ll_given given[MOST_FILES];
    size_t count = 0;
    for (; paths[count]; count++)
        given[count] = (ll_given){.path = ll_view_of(paths[count])};
    ll_arena *scratch = ll_arena_new(ARENA_MOST);
    made.status =
        ll_pairing_make(&made.pairs, arena, scratch, given, count, LL_VIEW("in.md"), &made.error);
    ll_arena_free(scratch);
    return made;
}

#define PAIR(arena, ...) pair((arena), (const char *const[]){__VA_ARGS__, NULL})

static void assert_pair(const pairing *made, uint32_t index, const char *plan, const char *lesson) {
    assert_int_equal(made->status, LL_OK);
    assert_true(index < made->pairs.len);
    const ll_pair *found = &made->pairs.at[index];
    assert_int_equal(found->plan != NULL, plan != NULL);
    assert_int_equal(found->lesson != NULL, lesson != NULL);
    if (plan)
        assert_view(found->plan->name, plan);
    if (lesson)
        assert_view(found->lesson->name, lesson);
}

static void assert_error(const pairing *made, const char *path, const char *text) {
    assert_int_equal(made->status, LL_E_INVALID);
    assert_string_equal(made->error.path, path);
    assert_non_null(strstr(made->error.text, text));
}

TEST(content_tells_more_than_the_ending) {
    USE_ARENA;
    write_file("swapped.tsx", PLAN);
    write_file("swapped.md", LESSON);
    pairing made = PAIR(arena, "swapped.tsx", "swapped.md");
    assert_int_equal(made.pairs.len, 1);
    assert_pair(&made, 0, "swapped.tsx", "swapped.md");
}

TEST(the_ending_tells_when_the_content_does_not) {
    USE_ARENA;
    static const char lesson_with_table[] =
        "export const X = () => <LessonLayout></LessonLayout>\n/*\n"
        "| Modality | What | Why This Modality |\n|---|---|---|\n| Visual | a | b |\n*/\n";
    write_file("both.tsx", lesson_with_table);
    pairing both = PAIR(arena, "both.tsx");
    assert_pair(&both, 0, NULL, "both.tsx");
    write_file("empty.md", "");
    write_file("empty.tsx", "");
    write_file("empty.jsx", "");
    pairing made = PAIR(arena, "empty.tsx", "empty.md");
    assert_pair(&made, 0, "empty.md", "empty.tsx");
    made = PAIR(arena, "empty.jsx");
    assert_pair(&made, 0, NULL, "empty.jsx");
    write_file("notes.txt", "nothing of the kind\n");
    made = PAIR(arena, "empty.md", "notes.txt");
    assert_error(&made, "notes.txt", "neither a plan nor a lesson: expected");
    write_file("plan.txt", PLAN);
    made = PAIR(arena, "plan.txt");
    assert_pair(&made, 0, "plan.txt", NULL);
}

TEST(a_plan_may_speak_of_the_layout) {
    USE_ARENA;
    write_file("speaks.md", "# Plan\n\nEverything stands in `<LessonLayout>`.\n");
    pairing made = PAIR(arena, "speaks.md");
    assert_pair(&made, 0, "speaks.md", NULL);
}

TEST(slugs_pair_whatever_the_order) {
    USE_ARENA;
    write_plan("a.md", "`low-rank`");
    write_plan("b.md", "high-rank");
    write_file("HighRankLesson.tsx", LESSON);
    write_file("07-Low-rank.tsx", LESSON);
    pairing made = PAIR(arena, "HighRankLesson.tsx", "a.md", "07-Low-rank.tsx", "b.md");
    assert_int_equal(made.pairs.len, 2);
    assert_pair(&made, 0, "b.md", "HighRankLesson.tsx");
    assert_pair(&made, 1, "a.md", "07-Low-rank.tsx");
}

TEST(what_is_left_is_paired_in_order) {
    USE_ARENA;
    write_plan("a.md", "one");
    write_plan("b.md", "two");
    write_plan("c.md", "three");
    write_file("First.tsx", LESSON);
    write_file("TwoLesson.tsx", LESSON);
    write_file("Last.tsx", LESSON);
    pairing made = PAIR(arena, "a.md", "b.md", "c.md", "First.tsx", "TwoLesson.tsx", "Last.tsx");
    assert_int_equal(made.pairs.len, 3);
    assert_pair(&made, 0, "a.md", "First.tsx");
    assert_pair(&made, 1, "b.md", "TwoLesson.tsx");
    assert_pair(&made, 2, "c.md", "Last.tsx");
    made = PAIR(arena, "a.md", "b.md", "First.tsx");
    assert_error(&made, "", "left over are the plans a.md, b.md and the lessons First.tsx");
    made = PAIR(arena, "b.md", "TwoLesson.tsx", "Last.tsx");
    assert_error(&made, "", "left over are the plans none and the lessons Last.tsx");
}

TEST(widgets_stand_alone) {
    USE_ARENA;
    write_plan("a.md", "one");
    write_file("First.tsx", LESSON);
    write_file("RankWidget.tsx", WIDGET);
    pairing made = PAIR(arena, "RankWidget.tsx", "a.md", "First.tsx");
    assert_int_equal(made.pairs.len, 2);
    assert_pair(&made, 0, NULL, "RankWidget.tsx");
    assert_pair(&made, 1, "a.md", "First.tsx");
    made = PAIR(arena, "a.md", "RankWidget.tsx"); /* nothing else may be meant */
    assert_pair(&made, 0, "a.md", "RankWidget.tsx");
}

TEST(a_lesson_is_preferred_to_a_widget_of_its_name) {
    USE_ARENA;
    write_plan("a.md", "low-rank");
    write_file("low-rank.tsx", WIDGET);
    write_file("LowRankLesson.tsx", LESSON);
    pairing made = PAIR(arena, "low-rank.tsx", "LowRankLesson.tsx", "a.md");
    assert_int_equal(made.pairs.len, 2);
    assert_pair(&made, 0, NULL, "low-rank.tsx");
    assert_pair(&made, 1, "a.md", "LowRankLesson.tsx");
}

TEST(documents_of_one_kind_stand_alone) {
    USE_ARENA;
    write_plan("a.md", "one");
    write_plan("b.md", "one");
    write_file("First.tsx", LESSON);
    write_file("Last.tsx", LESSON);
    pairing made = PAIR(arena, "a.md", "b.md");
    assert_int_equal(made.pairs.len, 2);
    assert_pair(&made, 1, "b.md", NULL);
    made = PAIR(arena, "First.tsx", "Last.tsx");
    assert_int_equal(made.pairs.len, 2);
    assert_pair(&made, 0, NULL, "First.tsx");
}

TEST(the_same_file_twice_is_an_error) {
    USE_ARENA;
    char absolute[600];
    write_plan("a.md", "one");
    snprintf(absolute, sizeof absolute, "%s/a.md", folder);
    pairing made = PAIR(arena, "a.md", "a.md");
    assert_error(&made, "a.md", "the same file is given twice");
    made = PAIR(arena, "a.md", absolute);
    assert_error(&made, absolute, "the same file is given twice, also as a.md");
    assert_int_equal(symlink("a.md", "link.md"), 0);
    made = PAIR(arena, "a.md", "./link.md");
    assert_error(&made, "./link.md", "twice");
}

TEST(what_cannot_be_read_is_an_error) {
    USE_ARENA;
    pairing made = PAIR(arena, "nowhere.md");
    assert_int_equal(made.status, LL_E_IO);
    assert_string_equal(made.error.path, "nowhere.md");
    made = PAIR(arena, folder);
    assert_error(&made, folder, "this is a folder");
}

TEST(what_can_be_read_once_is_kept) {
    USE_ARENA;
    ll_arena *other = ll_arena_new(ARENA_MOST);
    ll_source *source = NULL;
    ll_error error = {0};
    write_plan("a.md", "one");
    assert_non_null(freopen("a.md", "rb", stdin));
    pairing made = PAIR(arena, "-");
    assert_pair(&made, 0, "in.md", NULL);
    assert_int_equal(ll_pairing_read(&source, other, made.pairs.at[0].plan, &error), LL_OK);
    assert_true(ll_view_starts(source->text, LL_VIEW("# Lesson")));
    assert_view(source->path, "in.md");
    ll_arena_free(other);
    assert_non_null(freopen("a.md", "rb", stdin));
    made = PAIR(arena, "a.md", "-");
    assert_error(&made, "in.md", "twice, also as a.md");
}

TEST(slugs_of_file_names) {
    USE_ARENA;
    static const char *const slugs[][2] = {
        {"plans/07-Low-Rank.md", "lowrank"},
        {"src/LowRankLesson.tsx", "lowrank"},
        {"low-rank-lesson.tsx", "lowrank"},
        {"Lesson.tsx", ""},
        {"lesson.tsx", ""},
        {"LessonsLearned.tsx", "lessonslearned"},
        {"3d-views.md", "3dviews"},
        {"a.b.md", "a.b"},
        {"/some/where/12-gpt_2Lesson.jsx", "gpt2"},
        {"Blessing.md", "blessing"},
    };
    for (size_t i = 0; i < sizeof slugs / sizeof *slugs; i++)
        assert_view(ll_pairing_slug(arena, ll_view_of(slugs[i][0])), slugs[i][1]);
}

TEST(slugs_for_people) {
    USE_ARENA;
    static const char *const slugs[][2] = {
        {"07-LowRankLesson.tsx", "low-rank"},
        {"plans/low-rank.md", "low-rank"},
        {"RLHFAndAlignmentLesson.tsx", "rlhf-and-alignment"},
        {"lesson.tsx", "lesson"},
        {"low-rank-lesson.tsx", "low-rank"},
        {"TokenizationLesson.tsx", "tokenization"},
    };
    for (size_t i = 0; i < sizeof slugs / sizeof *slugs; i++)
        assert_view(ll_pairing_kebab(arena, ll_view_of(slugs[i][0])), slugs[i][1]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(content_tells_more_than_the_ending),
        cmocka_unit_test(the_ending_tells_when_the_content_does_not),
        cmocka_unit_test(a_plan_may_speak_of_the_layout),
        cmocka_unit_test(slugs_pair_whatever_the_order),
        cmocka_unit_test(what_is_left_is_paired_in_order),
        cmocka_unit_test(widgets_stand_alone),
        cmocka_unit_test(a_lesson_is_preferred_to_a_widget_of_its_name),
        cmocka_unit_test(documents_of_one_kind_stand_alone),
        cmocka_unit_test(the_same_file_twice_is_an_error),
        cmocka_unit_test(what_cannot_be_read_is_an_error),
        cmocka_unit_test(what_can_be_read_once_is_kept),
        cmocka_unit_test(slugs_of_file_names),
        cmocka_unit_test(slugs_for_people),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
