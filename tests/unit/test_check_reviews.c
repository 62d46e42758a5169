/* check: the rules about the reviews in a plan, at the rims. The common cases are the fixtures of
 * each rule. */
#include <stdio.h>

#include "support.h"

#include "check_support.h"

#include "facts/history.h"

#define DASH "\xE2\x80\x94"

static const char *const RULES[] = {"review-count",          "review-verdict",
                                    "review-open",           "review-iteration",
                                    "finding-retracted",     "finding-without-action",
                                    "finding-field-missing", "finding-location-unknown"};

enum { RULES_LEN = sizeof RULES / sizeof *RULES };

TEST(plans_without_reviews_have_nothing_to_judge) {
    USE_ARENA;
    const char *lesson = lesson_of(arena, "<p>a</p>");
    for (size_t i = 0; i < RULES_LEN; i++) {
        const ll_rule *rule = shipped(arena, RULES[i]);
        assert_true(rule->history);
        assert_int_equal(rule->severity, LL_SEVERITY_POLISH);
        assert_int_equal(judge(arena, rule, "", lesson)->check.outcome.checked, 0);
        assert_int_equal(judge(arena, rule, "# T\n\n## Phase 1\n", lesson)->findings.len, 0);
    }
}

TEST(bare_reviews_have_nothing_wrong) {
    USE_ARENA;
    const char *lesson = lesson_of(arena, "<p>a</p>");
    for (size_t i = 0; i < RULES_LEN; i++)
        assert_int_equal(judge(arena, shipped(arena, RULES[i]), "## Review", lesson)->findings.len,
                         0);
}

/* Two reviews, of which only the first is wrong. */
static const char WRONG_THEN_RIGHT[] =
    "## Review " DASH " 2026-01-02 (Iteration 2/3)\r\n\r\n### Summary\r\n- Critical: 0\r\n"
    "- Improvement: 0\r\n- Polish: 2\r\n\r\n### Verdict: NEEDS REVISION\r\n\r\n"
    "#### [POLISH] " DASH " one\r\n\r\n**Location:** line 900\r\n"
    "**Suggested fix:** No action needed.\r\n\r\n#### [POLISH] " DASH " two (RETRACTED)\r\n\r\n"
    "#### [POLISH] " DASH " three\r\n\r\n"
    "## Review " DASH " 2026-01-02 (Iteration 3/3)\r\n\r\n### Summary\r\n- Critical: 0\r\n"
    "- Improvement: 0\r\n- Polish: 0\r\n\r\n### Verdict: PASS\r\n";

TEST(only_the_last_review_is_judged_unless_all_are_asked_for) {
    USE_ARENA;
    static const struct {
        const char *rule;
        uint32_t all;
    } cases[] = {
        {"review-count", 0},
        {"review-verdict", 1},
        {"review-iteration", 1},
        {"finding-retracted", 1},
        {"finding-without-action", 1},
        {"finding-field-missing", 2},
        {"finding-location-unknown", 1},
    };
    const char *lesson = lesson_of(arena, "<p>a</p>");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_rule *rule = shipped(arena, cases[i].rule);
        assert_int_equal(judge(arena, rule, WRONG_THEN_RIGHT, lesson)->findings.len, 0);
        set_option(arena, rule, "all", 1);
        assert_int_equal(judge(arena, rule, WRONG_THEN_RIGHT, lesson)->findings.len, cases[i].all);
    }
    assert_int_equal(
        judge(arena, shipped(arena, "review-open"), WRONG_THEN_RIGHT, lesson)->findings.len, 0);
}

TEST(arrows_and_denials_in_verdicts) {
    USE_ARENA;
    static const snippet open[] = {
        {"PASS", 0},
        {"PASS (with polish notes)", 0},
        {"NEEDS REVISION \xE2\x86\x92 PASS", 0},
        {"MAJOR REVISION -> NEEDS REVISION -> PASS", 0},
        {"NEEDS REVISION \xE2\x86\x92 REVISED", 1},
        {"PASS -> NEEDS REVISION", 1},
        {"MAJOR REVISION", 1},
        {"not PASS yet", 0},
        {"undecided", 0},
    };
    const ll_rule *rule = shipped(arena, "review-open");
    JUDGE_ALL(open, rule, ll_arena_format(arena, "## Review\n\n### Verdict: %s\n", text).ptr, NULL);
}

TEST(iterations_follow_one_another) {
    USE_ARENA;
    static const snippet plans[] = {
        {"## Review (Iteration 1/3)\n## Review (Iteration 2/3)\n", 0},
        {"## Review\n## Review\n## Review (Iteration 3/3)\n", 0},
        {"## Review\n## Review (Iteration 3/3)\n", 1},
        {"## Review (Iteration 2/1)\n", 1},
        {"## Review (Iteration 1)\n## Review (iteration 1)\n", 1},
        {"## Review (Iteration 1/3)\n## Review (Rework, Iteration 1/3)\n## Review (rework, "
         "Iteration 1/3)\n",
         1},
        {"## Review (Iteration 1/3)\n## Review (Rework, Iteration 1/3)\n## Review (Iteration "
         "2/3)\n",
         0},
        {"## Review (2026-02-02)\n## Review\n## Review (2026-02-01)\n", 1},
        {"## Review (Iteration 1/3)\n## Review (Iteration 1/3, after rework)\n", 0},
        {"## Review (Iteration 1/3)\n## Review (Iteration 1 of 3 \xE2\x80\x94 Post-Rework)\n", 0},
        {"## Review (Iteration 1/1)\n## Review (Iteration 1/1, final)\n", 1},
    };
    ll_rule *rule = shipped(arena, "review-iteration");
    set_option(arena, rule, "all", 1);
    JUDGE_ALL(plans, rule, text, NULL);
}

TEST(places_that_a_lesson_has) {
    USE_ARENA;
    static const snippet places[] = {
        {"\"Two Halves\" section", 0},
        {"the \"two halves\" section", 0},
        {"\xE2\x80\x9CTwo Halves\xE2\x80\x9D section", 0},
        {"Section 3: \"Two Thirds\"", 1},
        {"\xE2\x80\x9CTwo Thirds\xE2\x80\x9D section", 1},
        {"\"Two Thirds\" (line 1)", 1},
        {"\"Two Thirds\" (line 1), \"Two Halves\" (line 2)", 0},
        {"\"Two Thirds", 0},
        {"the section, \"\"", 0},
        {"`Row.Content` section", 0},
        {"`Row.Asides`", 1},
        {"<NoBlock>", 1},
        {"</Row>", 0},
        {"line 1", 0},
        {"lines 2-9", 1},
        {"Lines 1, 700 and 800", 0},
        {"lines ~700 to 800", 1},
        {"line x", 0},
        {"outline 700", 0},
        {"no line 700", 0},
        {"LessonX.tsx, line 700", 0},
        {"`src/LessonX.tsx`, line 700", 0},
        {"notebook, line 700", 0},
    };
    const ll_rule *rule = shipped(arena, "finding-location-unknown");
    const char *lesson = lesson_of(arena, "<SectionHeader title=\"Two Halves\" />");
    JUDGE_ALL(
        places, rule,
        ll_arena_format(arena, "## Review\n\n#### [POLISH] " DASH " t\n\n**Location:** %s\n", text)
            .ptr,
        lesson);
}

/* The name of an entity and the number of an escape are no words of a lesson. */
TEST(signs_that_are_written_out_are_no_places) {
    USE_ARENA;
    static const snippet places[] = {
        {"\"copy\" section", 1},       {"\"8212\" section", 1},      {"\"u2014\" section", 1},
        {"\"Thirds\" section", 0},     {"\"copying\" section", 0},   {"\"copy it\" section", 1},
        {"\"COPYING IT\" section", 0}, {"\"opying it\" section", 1},
    };
    JUDGE_ALL(
        places, shipped(arena, "finding-location-unknown"),
        ll_arena_format(arena, "## Review\n\n#### [POLISH] " DASH " t\n\n**Location:** %s\n", text)
            .ptr,
        lesson_of(arena, "<p title={'\\u2014Thirds'}>&copy; &#8212; Copying it</p>"));
}

/* Each of the places is looked up in more than a megabyte of words. */
TEST(looking_up_places_has_a_limit) {
    USE_ARENA;
    ll_buffer words = {.arena = arena, .most = 1 << 22}, plan = {.arena = arena, .most = 1 << 20};
    for (int i = 0; i < 1 << 18; i++)
        ll_buffer_add_cstring(&words, "eat ");
    ll_buffer_add_cstring(&plan, "## Review\n\n");
    for (int i = 0; i < 100; i++)
        ll_buffer_add_cstring(&plan,
                              "#### [POLISH] " DASH " t\n\n**Location:** \"Over\" section\n\n");
    ll_view inside = ll_arena_format(arena, "<p>%.*s</p>", LL_VIEW_ARG(ll_buffer_view(&words)));
    const judged *made =
        judge(arena, shipped(arena, "finding-location-unknown"),
              ll_arena_copy(arena, ll_buffer_view(&plan)).ptr, lesson_of(arena, inside.ptr));
    assert_int_equal(made->check.outcome.checked, 100);
    assert_true(made->findings.len > 10);
    assert_true(made->findings.len < 100);
}

/* An entry of a later review may say less than the title, when that says which one is meant. */
TEST(entries_may_shorten_a_title) {
    USE_ARENA;
    static const struct {
        const char *entry;
        uint32_t finding;
    } cases[] = {
        {"cursor-pointer", 0},
        {"Pointer of the summary", 0},
        {"Spokes", 1},
        {"Wheel", LL_HISTORY_NONE}, /* two titles have it */
        {"Spokes and hubs", LL_HISTORY_NONE},
        {"The", LL_HISTORY_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view plan = ll_arena_format(
            arena,
            "# L\n\n## Review " DASH " 2026-01-02 (Iteration 1/3)\n\n### Findings\n\n"
            "#### [POLISH] " DASH " `summary` lacks cursor-pointer\n\n**Issue:** a\n\n"
            "#### [POLISH] " DASH " The big wheel has no number of spokes\n\n**Issue:** b\n\n"
            "#### [POLISH] " DASH " Another wheel turns the wrong way\n\n**Issue:** c\n\n"
            "## Review " DASH " 2026-01-03 (Iteration 2/3)\n\n### Iteration 1 Fixes Verified\n\n"
            "- [POLISH] %s " DASH " FIXED.\n",
            cases[i].entry);
        ll_facts *facts = facts_of(arena, plan.ptr, NULL);
        uint32_t review;
        assert_int_equal(facts->plan->verifications.len, 1);
        if (ll_history_finding(facts, 0, 1, 0) != cases[i].finding ||
            ll_history_source(facts, 1, 0, &review) != cases[i].finding)
            fail_msg("%s", cases[i].entry);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plans_without_reviews_have_nothing_to_judge),
        cmocka_unit_test(bare_reviews_have_nothing_wrong),
        cmocka_unit_test(only_the_last_review_is_judged_unless_all_are_asked_for),
        cmocka_unit_test(arrows_and_denials_in_verdicts),
        cmocka_unit_test(iterations_follow_one_another),
        cmocka_unit_test(places_that_a_lesson_has),
        cmocka_unit_test(signs_that_are_written_out_are_no_places),
        cmocka_unit_test(entries_may_shorten_a_title),
        cmocka_unit_test(looking_up_places_has_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
