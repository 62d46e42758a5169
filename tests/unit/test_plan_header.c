/* plan: title, header keys, slug, load, family, notebook, new concepts. */
#include "plan_support.h"

static void assert_key(const ll_plan *plan, uint32_t index, const char *key, const char *value) {
    assert_true(index < plan->keys.len);
    assert_view(plan->keys.at[index].key, key);
    assert_view(plan->keys.at[index].value, value);
}

TEST(keys_stand_one_a_line) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# Lesson 1: *Sorting* Cards\n\n"
                                           "**Module:** 2.1 (Order)\n"
                                           "**Slug:** `sorting-cards` (first of two)\n"
                                           "**Type**: BUILD, with cards\n\n---\n\n"
                                           "**Later:** no key\n");
    assert_view(plan->title, "Lesson 1: Sorting Cards");
    assert_int_equal(plan->keys.len, 3);
    assert_key(plan, 0, "Module", "2.1 (Order)");
    assert_key(plan, 1, "Slug", "sorting-cards (first of two)");
    assert_key(plan, 2, "Type", "BUILD, with cards");
    assert_int_equal(line_of(plan, plan->keys.at[2].place), 5);
    assert_view(at_place(plan, plan->keys.at[0].place), "**Module:** 2.1 (Order)");
    assert_view(plan->slug, "sorting-cards");
    assert_true(plan->has_slug);
    assert_int_equal(plan->load, LL_LOAD_BUILD);
}

TEST(a_rule_may_stand_right_below_the_keys) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# Sorting\n\n**Slug:** cards\n**Type:** STRETCH\n---\n"
                                           "**Narrative:** no key\n\n## Phase 1\n");
    assert_int_equal(plan->keys.len, 2);
    assert_key(plan, 1, "Type", "STRETCH");
    assert_int_equal(plan->load, LL_LOAD_STRETCH);
    assert_int_equal(plan->sections.len, 3);
    assert_view(plan->sections.at[1].title, "Narrative");
}

TEST(keys_are_joined_by_bars_and_commas) {
    USE_ARENA;
    const ll_plan *plan =
        read_plan(arena, "# Sorting\n"
                         "**Series:** 3 | **Module:** 3.1, the **first** | "
                         "**Lesson:** 2 of 3\n"
                         "**Load Type:** a STRETCH, **Slug:** cards \xC2\xB7 **Status:** Built\n"
                         "## Phase 1\n");
    assert_int_equal(plan->keys.len, 6);
    assert_key(plan, 0, "Series", "3");
    assert_key(plan, 1, "Module", "3.1, the first");
    assert_key(plan, 2, "Lesson", "2 of 3");
    assert_key(plan, 3, "Load Type", "a STRETCH");
    assert_key(plan, 4, "Slug", "cards");
    assert_int_equal(plan->load, LL_LOAD_STRETCH);
}

TEST(keys_may_be_a_list) {
    USE_ARENA;
    const ll_plan *plan =
        read_plan(arena, "# Sorting\n\n- **Module:** 1.1\n- **Slug:** s\n\n## A\n");
    assert_int_equal(plan->keys.len, 2);
    assert_key(plan, 1, "Slug", "s");
}

TEST(a_key_may_be_one_letter) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# Sorting\n\n**Q**: why | **R:** so\n\n## A\n");
    assert_int_equal(plan->keys.len, 2);
    assert_key(plan, 0, "Q", "why");
    assert_key(plan, 1, "R", "so");
}

TEST(a_header_may_be_missing) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "## Phase 1\n\ntext\n");
    assert_int_equal(plan->keys.len, 0);
    assert_view(plan->title, "");
    assert_view(plan->slug, "sorting-cards");
    assert_false(plan->has_slug);
    assert_int_equal(plan->load, LL_LOAD_UNKNOWN);
}

TEST(a_title_names_the_lesson_of_a_file_called_plan) {
    USE_ARENA;
    static const struct {
        const char *path, *text, *slug;
    } cases[] = {
        {"a/plan.md", "# sorting-cards -- Lesson Planning Document\n", "sorting-cards"},
        {"README.md", "# sorting-2-cards\n", "sorting-2-cards"},
        {"a/plan.md", "# sorting-cards\n\n**Slug:** `by-hand`\n", "by-hand"},
        {"a/cards.md", "# sorting-cards -- Lesson Planning Document\n", "cards"},
        {"C:\\a\\cards.md", "text\n", "cards"},
        {"cards.md", "text\n", "cards"},
        {"a/plan.md", "# Sorting-Cards\n", "plan"},
        {"a/plan.md", "# sorting -- Lesson Planning Document\n", "plan"},
        {"a/plan.md", "# -- sorting-cards\n", "plan"},
        {"a/plan.md", "# sorting- cards\n", "plan"},
        {"a/plan.md", "text\n", "plan"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_view(read_plan_at(arena, cases[i].path, cases[i].text)->slug, cases[i].slug);
}

/* A fence or HTML may hide a heading. */
TEST(a_slug_may_be_asked_for_alone) {
    USE_ARENA;
    static const struct {
        const char *text, *slug;
    } cases[] = {
        {"# S\n\n**Slug:** `by-hand`\n\n## A\n\n**Slug:** other\n", "by-hand"},
        {"# S\n\n<!--\n## A\n-->\n\n**Slug:** `by-hand`\n", "by-hand"},
        {"# S\n\n  <!--\n## A\n-->\n\n**Slug:** `by-hand`\n", "by-hand"},
        {"# S\n\n```\n## A\n```\n\n**Slug:** `by-hand`\n", "by-hand"},
        {"# S\n\n~~~\n## A\n~~~\n\n**Slug:** `by-hand`\n", "by-hand"},
        {"## A\n\n**Slug:** other\n", ""},
        {"# S\n\ntext\n", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_source *source;
        ll_error error;
        ll_view slug;
        assert_int_equal(ll_source_from(&source, arena, LL_VIEW("a/cards.md"),
                                        ll_view_of(cases[i].text), &error),
                         LL_OK);
        assert_int_equal(ll_plan_read_slug(&slug, arena, source, &error), LL_OK);
        assert_view(slug, cases[i].slug);
        const ll_plan *plan = read_plan(arena, cases[i].text);
        assert_view(plan->has_slug ? plan->slug : LL_VIEW(""), cases[i].slug);
    }
}

TEST(the_header_ends_at_the_next_heading) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n**A:** 1\n\n# Part\n\n**B:** 2\n");
    assert_int_equal(plan->keys.len, 1);
}

TEST(header_labels_are_no_sections) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# Sorting\n\n**Cognitive load:** BUILD\n\n---\n");
    assert_null(ll_plan_section(plan, LL_SECTION_LOAD));
}

static ll_load load_of(ll_arena *arena, const char *type) {
    ll_view text = ll_arena_format(arena, "# S\n\n%s\n\n---\n\n## A\n", type);
    return read_plan(arena, text.ptr)->load;
}

TEST(load_is_a_whole_word_of_a_load_key) {
    USE_ARENA;
    assert_int_equal(load_of(arena, "**Type:** REBUILD, then CONSOLIDATE"), LL_LOAD_CONSOLIDATE);
    assert_int_equal(load_of(arena, "**Cognitive load type:** STRETCH"), LL_LOAD_STRETCH);
    assert_int_equal(load_of(arena, "**Type:** BUILD, then STRETCH"), LL_LOAD_BUILD);
    assert_int_equal(load_of(arena, "**Type:** STRETCH, then BUILD"), LL_LOAD_STRETCH);
    assert_int_equal(load_of(arena, "**Cognitive Load Level:** BUILD"), LL_LOAD_BUILD);
    assert_int_equal(load_of(arena, "**Previous lesson:** cards (STRETCH)"), LL_LOAD_UNKNOWN);
    assert_int_equal(load_of(arena, "**Type:** hands-on build"), LL_LOAD_UNKNOWN);
}

TEST(load_is_told_by_the_load_section) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n**Type:** hands-on\n\n---\n\n"
                                           "### Cognitive Load\n\n"
                                           "- **Previous lesson load:** STRETCH\n"
                                           "- After it BUILD is fine\n"
                                           "- **This lesson's load:** CONSOLIDATE\n");
    assert_int_equal(plan->load, LL_LOAD_CONSOLIDATE);
    plan = read_plan(arena, "# S\n\n### Cognitive Load\n\n"
                            "- **Load trajectory:** STRETCH -> BUILD, this lesson being the BUILD\n"
                            "- **Assessment:** BUILD is right\n");
    assert_int_equal(plan->load, LL_LOAD_BUILD);
    plan = read_plan(arena, "# S\n\n### Cognitive Load\n\n"
                            "- **This lesson's load:** STRETCH (sequence models are new)\n");
    assert_int_equal(plan->load, LL_LOAD_STRETCH);
    plan = read_plan(arena, "# S\n\n## A\n\n**Cognitive load:** BUILD as before\n");
    assert_int_equal(plan->load, LL_LOAD_BUILD);
}

TEST(families_have_markers) {
    USE_ARENA;
    assert_int_equal(read_plan(arena, "# S\n\n### Prerequisites Table\n")->family,
                     LL_FAMILY_TITLE_CASE);
    assert_int_equal(read_plan(arena, "# S\n\n### Prerequisites table\n")->family,
                     LL_FAMILY_SENTENCE_CASE);
    assert_int_equal(read_plan(arena, "# S\n\n### Misconceptions addressed\n")->family,
                     LL_FAMILY_RETROACTIVE);
    assert_int_equal(read_plan(arena, "# S\n\n**Status:** Built (retroactive record)\n\n---\n"
                                      "### Prerequisites table\n")
                         ->family,
                     LL_FAMILY_RETROACTIVE);
    assert_int_equal(read_plan(arena, "# S\n\n## What Was Actually Built\n")->family,
                     LL_FAMILY_TITLE_CASE);
}

static bool notebook(ll_arena *arena, const char *header, const char *body) {
    ll_view text = ll_arena_format(arena, "# S\n\n%s\n\n---\n\n## A\n\n%s\n", header, body);
    return read_plan(arena, text.ptr)->notebook.planned.length > 0;
}

TEST(notebooks_are_named) {
    USE_ARENA;
    assert_true(notebook(arena, "**Has notebook:** Yes", ""));
    assert_true(notebook(arena, "**Type:** BUILD (hands-on notebook)", ""));
    assert_true(notebook(arena, "", "## Notebook\n\nIt is `1-1-1-cards.ipynb`."));
    assert_true(notebook(arena, "**Module:** 1", "Use `1-1-1-sorting-cards.ipynb` for it."));
    /* Another lesson's: neither the place nor the slug makes it this one's. */
    assert_false(notebook(arena, "**Module:** 1", "As in `1-1-1-cards.ipynb` before."));
    assert_false(notebook(arena, "**Type:** Conceptual (no notebook)", ""));
    assert_false(notebook(arena, "**Has notebook:** No", ""));
#define MODALITY(row)                                                                              \
    "### Modalities\n\n| Modality | What | Why |\n|---|---|---|\n| " row " | w |\n"
    assert_true(notebook(arena, "**Module:** 1", MODALITY("Practice | Colab notebook exercise")));
    assert_false(
        notebook(arena, "**Module:** 1", MODALITY("Practice | cards; the notebook later")));
    assert_false(notebook(arena, "**Module:** 1", MODALITY("Visual | Colab notebook")));
    assert_false(notebook(arena, "**Module:** 1", MODALITY("Practice | Notebook page, by hand")));
    assert_false(
        notebook(arena, "**Module:** 1", MODALITY("Practice | Colab notebook (optional)")));
    assert_false(
        notebook(arena, "**Module:** 1", MODALITY("Practice | Colab notebook of the next lesson")));
#undef MODALITY
    assert_false(notebook(arena, "**Notebook:** \xE2\x80\x94", ""));
    assert_false(notebook(arena, "**Module:** 1",
                          "## Review \xE2\x80\x94 2026-01-01\n\nNo 1-1-1-cards.ipynb was found."));
}

static void assert_new_concepts(ll_arena *arena, const char *bullet, int expected) {
    ll_view text = ll_arena_format(arena, "# S\n\n### Cognitive Load Assessment\n\n%s\n", bullet);
    const ll_plan *plan = read_plan(arena, text.ptr);
    if (plan->has_new_concepts != (expected >= 0) ||
        (expected >= 0 && plan->new_concepts != (uint32_t)expected))
        fail_msg("%s: %d %u", bullet, plan->has_new_concepts, plan->new_concepts);
    if (expected >= 0)
        assert_int_equal(line_of(plan, plan->new_concepts_place), 5);
}

TEST(new_concepts_are_counted) {
    USE_ARENA;
    assert_new_concepts(arena, "- **New concepts in this lesson:** 3 (a, b, c)", 3);
    assert_new_concepts(arena, "- **New concepts in this lesson:** 2-3 (a, b)", 3);
    assert_new_concepts(arena,
                        "- **New concepts:** 2\xE2\x80\x93"
                        "4",
                        4);
    assert_new_concepts(arena, "- **New concepts:** two to three", 3);
    assert_new_concepts(arena, "- **New concepts:** Zero. Everything is known.", 0);
    assert_new_concepts(arena, "- **New concepts:** None", 0);
    assert_new_concepts(arena, "- **New concepts:** (1) piles, (2) runs, (3) merging", 3);
    assert_new_concepts(arena, "- **New concepts:** 0 at DEVELOPED + 2 INTRODUCED", 0);
    assert_new_concepts(arena, "- **New concepts:** 3 at DEVELOPED (x) + 3 at INTRODUCED", 3);
    assert_new_concepts(arena, "- **New concepts:** Only two genuinely new ideas", 2);
    assert_new_concepts(arena, "- **New concepts:**\n  - piles\n  - runs", 2);
    assert_new_concepts(arena, "**New concepts:** ~4 in all", 4);
    assert_new_concepts(arena, "- **New concepts:** a handful", -1);
    assert_new_concepts(arena, "- **4 new concepts:** piles, runs, merging, halves", 4);
    assert_new_concepts(arena, "- 2-3 new concepts: piles, runs", 3);
    assert_new_concepts(arena, "- After lesson 4, new concepts: piles, runs", -1);
    assert_new_concepts(arena, "- Nothing is said", -1);
}

static void assert_number(ll_arena *arena, const char *lines, int expected) {
    ll_view text = ll_arena_format(arena, "# S\n\n### Cognitive Load\n\n%s\n", lines);
    const ll_plan *plan = read_plan(arena, text.ptr);
    int number = plan->has_new_concepts ? (int)plan->new_concepts : -1;
    if (number != expected)
        fail_msg("%s: %d", lines, number);
}

TEST(new_concepts_of_other_lessons_do_not_count) {
    USE_ARENA;
    assert_number(arena, "- **Load before:** 6 new concepts\n- **New concepts:** 2", 2);
    assert_number(arena, "- **Previous lesson load:** BUILD, 5 new concepts\n- 1 new concept", 1);
    assert_number(arena, "- **Previous lesson:** 4 new concepts\n- **This lesson:** 2 new concepts",
                  2);
    assert_number(arena, "The previous lesson had 5 new concepts. This one has two.", -1);
    assert_number(arena, "The previous lesson had 5 new concepts. Here are 2 new concepts.", 2);
    assert_number(arena, "- The module has 12 new concepts, of which two are here.", -1);
    assert_number(arena, "- **New concepts in the previous lesson:** 6\n- **New concepts:** 1", 1);
    assert_number(arena, "Unlike the previous lesson, this lesson has 4 new concepts.", 4);
    assert_number(arena, "Of 9 ideas only four are genuinely new concepts.", 4);
    assert_number(arena, "**Section 4 new concepts:** piles", -1);
}

TEST(numbers_of_names_count_no_concepts) {
    USE_ARENA;
    static const char *const values[] = {"4-bit weights only",
                                         "8-bit weights and scaling",
                                         "the 7-segment display",
                                         "weights of 8 bits, scaling",
                                         "piles (section 4), runs (section 5)",
                                         "10% of the words",
                                         "5x5 cards and their order",
                                         ("5\xC3\x97"
                                          "5 cards"),
                                         "12D space",
                                         "a 5 step method",
                                         "piles, down from 6"};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        assert_number(arena, ll_arena_format(arena, "- **New concepts:** %s", values[i]).ptr, -1);
    assert_number(arena, "- **New concepts:** ~~5~~ 3", 3);
    assert_number(arena, "- **New concepts:** at most 4", 4);
    assert_number(arena, "- **New concepts:** a total of five", 5);
    assert_number(arena, "- **New concepts:** 3-4", 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_stand_one_a_line),
        cmocka_unit_test(a_rule_may_stand_right_below_the_keys),
        cmocka_unit_test(keys_are_joined_by_bars_and_commas),
        cmocka_unit_test(keys_may_be_a_list),
        cmocka_unit_test(a_key_may_be_one_letter),
        cmocka_unit_test(a_header_may_be_missing),
        cmocka_unit_test(a_title_names_the_lesson_of_a_file_called_plan),
        cmocka_unit_test(a_slug_may_be_asked_for_alone),
        cmocka_unit_test(the_header_ends_at_the_next_heading),
        cmocka_unit_test(header_labels_are_no_sections),
        cmocka_unit_test(load_is_a_whole_word_of_a_load_key),
        cmocka_unit_test(load_is_told_by_the_load_section),
        cmocka_unit_test(families_have_markers),
        cmocka_unit_test(notebooks_are_named),
        cmocka_unit_test(new_concepts_are_counted),
        cmocka_unit_test(new_concepts_of_other_lessons_do_not_count),
        cmocka_unit_test(numbers_of_names_count_no_concepts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
