/* review: what became of the findings of the last review, and which one comes next. */
#include <stdio.h>
#include <string.h>

#include "support.h"

#include "made_result.h"
#include "review/history.h"
#include "writer/writer.h"

static const ll_review_options PLAIN = {0};
static const ll_next_review NOTHING_ASKED = {0};
static const char LESSON_TEXT[] = "one two three four five\n";
static const char PLAN_TEXT[] =
    "# Lesson: Words\n\n**Slug:** words\n\n## Phase 3: Design\n\ntext\n";

/* The result of a run: findings of `rule` at the words of the lesson, and the plan as it is now. */
typedef struct now {
    const char *plan;
    struct {
        uint32_t rule;
        const char *word;
    } at[8];
    const char *suppressed; /* a word at which gamma was taken back */
} now;

static ll_finding made_finding(uint32_t rule, const char *word) {
    uint32_t offset = (uint32_t)(strstr(LESSON_TEXT, word) - LESSON_TEXT);
    return (ll_finding){.rule = rule,
                        .severity = made_rules[rule].severity,
                        .range = {LL_DOCUMENT_LESSON, offset, (uint32_t)strlen(word)},
                        .subject = ll_view_of(word)};
}

static ll_result *result_of(ll_arena *arena, const now *run) {
    ll_result *result = made_result(arena, run->plan, LESSON_TEXT);
    ll_plan *plan;
    ll_error error;
    assert_int_equal(ll_plan_parse(&plan, arena, result->facts->sources[LL_DOCUMENT_PLAN],
                                   &ll_vocabulary_default, &error),
                     LL_OK);
    result->facts->plan = plan;
    result->facts->vocabulary = &ll_vocabulary_default;
    for (size_t i = 0; i < 8 && run->at[i].word; i++) {
        ll_finding finding = made_finding(run->at[i].rule, run->at[i].word);
        LL_ARRAY_PUSH(arena, &finding.values, ((ll_value){"thing", finding.subject}));
        LL_ARRAY_PUSH(arena, &result->findings, finding);
        result->counts[finding.severity]++;
    }
    if (run->suppressed)
        LL_ARRAY_PUSH(arena, &result->suppressed, made_finding(RULE_GAMMA, run->suppressed));
    return result;
}

static ll_review *review_of(ll_arena *arena, const now *run, const ll_next_review *asked) {
    ll_review *review = ll_review_make(arena, result_of(arena, run), &PLAIN);
    ll_review_look_back(review, arena, asked);
    return review;
}

/* The plan with the review of this run behind it. */
static const char *appended(ll_arena *arena, const now *run) {
    ll_buffer text = {.arena = arena, .most = LL_WRITER_MOST};
    const ll_writer_options options = {.date = LL_VIEW_INIT("2026-02-14"), .pairs = 1};
    ll_review *review = review_of(arena, run, &NOTHING_ASKED);
    ll_writer_find(LL_VIEW("markdown"))->pair(&text, &options, review, 0);
    return ll_arena_format(arena, "%s\n---\n\n%.*s", run->plan, LL_VIEW_ARG(ll_buffer_view(&text)))
        .ptr;
}

static void assert_verified(const ll_review *review, uint32_t index, ll_fix_state state,
                            const char *notes) {
    assert_true(index < review->history->verified.len);
    assert_string_equal(ll_verified_name(review->history->verified.at[index].state),
                        ll_verified_name(state));
    assert_view(review->history->verified.at[index].notes, notes);
}

TEST(a_plan_without_reviews_has_the_first_one_before_it) {
    USE_ARENA;
    ll_review *review =
        review_of(arena, &(now){PLAN_TEXT, {{RULE_BETA, "two"}}, NULL}, &NOTHING_ASKED);
    assert_int_equal(review->history->iteration, 1);
    assert_int_equal(review->history->total, 3);
    assert_int_equal(review->history->verified.len, 0);
    assert_false(review->history->over || review->history->unchanged);
}

TEST(own_findings_are_judged_by_their_places) {
    USE_ARENA;
    now first = {
        PLAN_TEXT,
        {{RULE_ALPHA, "one"}, {RULE_BETA, "two"}, {RULE_GAMMA, "three"}, {RULE_GAMMA, "four"}},
        NULL};
    now second = {appended(arena, &first),
                  {{RULE_BETA, "two"}, {RULE_BETA, "five"}, {RULE_GAMMA, "four"}},
                  NULL};
    ll_review *review = review_of(arena, &second, &NOTHING_ASKED);
    assert_int_equal(review->history->verified.len, 3);
    assert_verified(review, 0, LL_FIX_FIXED, "gone");
    assert_verified(review, 1, LL_FIX_NOT_FIXED, "still there");
    assert_verified(review, 2, LL_FIX_PARTIALLY, "1 of 2 places left");
    assert_int_equal(review->history->iteration, 2);
    assert_int_equal(review->history->last_iteration, 1);
    assert_false(review->history->unchanged);
    assert_int_equal(ll_group_carried_from(review, &review->groups.at[0]), 1);
    assert_int_equal(ll_group_carried_from(review, &review->groups.at[1]), 0);
    assert_int_equal(ll_group_carried_from(review, &review->groups.at[2]), 1);
}

TEST(what_is_carried_keeps_its_first_iteration) {
    USE_ARENA;
    now first = {PLAN_TEXT, {{RULE_BETA, "two"}}, NULL};
    now second = {appended(arena, &first), {{RULE_BETA, "two"}, {RULE_BETA, "five"}}, NULL};
    now third = {appended(arena, &second), {{RULE_BETA, "two"}, {RULE_BETA, "five"}}, NULL};
    ll_review *review = review_of(arena, &third, &NOTHING_ASKED);
    assert_int_equal(ll_group_carried_from(review, &review->groups.at[0]), 1);
    assert_int_equal(ll_group_carried_from(review, &review->groups.at[1]), 2);
}

TEST(what_stays_from_one_review_to_the_next_is_a_pattern) {
    USE_ARENA;
    now first = {PLAN_TEXT, {{RULE_BETA, "two"}}, NULL};
    now second = {appended(arena, &first), {{RULE_BETA, "two"}, {RULE_GAMMA, "five"}}, NULL};
    assert_int_equal(review_of(arena, &second, &NOTHING_ASKED)->patterns.len, 0);
    now third = {appended(arena, &second), {{RULE_BETA, "two"}, {RULE_GAMMA, "five"}}, NULL};
    ll_review *review = review_of(arena, &third, &NOTHING_ASKED);
    assert_int_equal(review->patterns.len, 1);
    assert_view(review->patterns.at[0], "Beta <b> and `<c>`: there since iteration 1");
}

TEST(the_same_findings_are_nothing_new) {
    USE_ARENA;
    now first = {PLAN_TEXT, {{RULE_BETA, "two"}, {RULE_GAMMA, "four"}}, NULL};
    now second = first;
    second.plan = appended(arena, &first);
    assert_true(review_of(arena, &second, &NOTHING_ASKED)->history->unchanged);
    second.at[2].rule = RULE_GAMMA;
    second.at[2].word = "five";
    assert_false(review_of(arena, &second, &NOTHING_ASKED)->history->unchanged);
    second.at[1].word = NULL;
    assert_false(review_of(arena, &second, &NOTHING_ASKED)->history->unchanged);
}

TEST(what_a_directive_takes_back_is_accepted_not_fixed) {
    USE_ARENA;
    now first = {PLAN_TEXT, {{RULE_GAMMA, "three"}, {RULE_GAMMA, "four"}}, NULL};
    now second = {appended(arena, &first), {{0}}, "three"};
    assert_verified(review_of(arena, &second, &NOTHING_ASKED), 0, LL_FIX_DEFERRED,
                    "0 of 2 places left, 1 suppressed by a comment");
    now both = {second.plan, {{RULE_GAMMA, "four"}}, "three"};
    assert_verified(review_of(arena, &both, &NOTHING_ASKED), 0, LL_FIX_NOT_FIXED,
                    "1 of 2 places left, 1 suppressed by a comment");
}

TEST(a_rule_that_was_not_run_says_nothing) {
    USE_ARENA;
    now first = {PLAN_TEXT, {{RULE_BETA, "two"}}, NULL};
    now second = {appended(arena, &first), {{0}}, NULL};
    ll_result *result = result_of(arena, &second);
    result->outcomes[RULE_BETA].skipped = "syntax";
    ll_review *review = ll_review_make(arena, result, &PLAIN);
    ll_review_look_back(review, arena, &NOTHING_ASKED);
    assert_verified(review, 0, LL_FIX_OPEN, "`beta` was not run: syntax");
}

/* A review as somebody may have left it, without the marks and with a finding of their own. */
static const char EDITED[] =
    "# Lesson: Words\n\n**Slug:** words\n\n## Phase 3: Design\n\ntext\n\n---\n\n"
    "## Review — 2026-02-14 (Iteration 1/3)\n\n### Summary\n- Critical: 0\n- Improvement: 2\n"
    "- Polish: 0\n\n### Verdict: NEEDS REVISION\n\n### Findings\n\n"
    "#### [IMPROVEMENT] — Beta \\<b> and `<c>` [beta]\n\n**Location:** line 1\n**Issue:** b\n\n"
    "#### [IMPROVEMENT] — The hook promises too much\n\n**Location:** line 2\n**Issue:** c\n";

TEST(what_a_rule_cannot_see_is_not_gone) {
    USE_ARENA;
    now first = {PLAN_TEXT, {{RULE_BETA, "two"}}, NULL};
    now second = {appended(arena, &first), {{0}}, NULL};
    ll_result *result = result_of(arena, &second);
    result->outcomes[RULE_BETA].unseen = 1;
    ll_review *review = ll_review_make(arena, result, &PLAIN);
    ll_review_look_back(review, arena, &NOTHING_ASKED);
    assert_verified(review, 0, LL_FIX_OPEN, "perhaps gone: what would tell cannot be seen");
    /* Nor where only the title says which finding it was. */
    now edited = {EDITED, {{0}}, NULL};
    result = result_of(arena, &edited);
    result->outcomes[RULE_BETA].unseen = 1;
    review = ll_review_make(arena, result, &PLAIN);
    ll_review_look_back(review, arena, &NOTHING_ASKED);
    assert_verified(review, 0, LL_FIX_OPEN, "perhaps gone: what would tell cannot be seen");
}

TEST(where_a_text_was_edited_its_section_is_left) {
    USE_ARENA;
    now first = {PLAN_TEXT, {{RULE_GAMMA, "three"}, {RULE_GAMMA, "four"}}, NULL};
    now second = {appended(arena, &first), {{RULE_GAMMA, "five"}}, NULL};
    assert_verified(review_of(arena, &second, &NOTHING_ASKED), 0, LL_FIX_PARTIALLY,
                    "1 of 2 places left");
    ll_result *result = result_of(arena, &second);
    result->findings.at[0].section = LL_VIEW("Another");
    ll_review *review = ll_review_make(arena, result, &PLAIN);
    ll_review_look_back(review, arena, &NOTHING_ASKED);
    assert_verified(review, 0, LL_FIX_FIXED, "0 of 2 places left");
    now known = {second.plan, {{RULE_GAMMA, "four"}}, NULL};
    assert_verified(review_of(arena, &known, &NOTHING_ASKED), 0, LL_FIX_PARTIALLY,
                    "1 of 2 places left");
}

/* The title of alpha names the thing. */
TEST(another_thing_of_the_same_rule_is_new) {
    USE_ARENA;
    now first = {PLAN_TEXT, {{RULE_ALPHA, "one"}}, NULL};
    now second = {appended(arena, &first), {{RULE_ALPHA, "two"}}, NULL};
    ll_review *review = review_of(arena, &second, &NOTHING_ASKED);
    assert_verified(review, 0, LL_FIX_FIXED, "gone");
    assert_int_equal(ll_group_carried_from(review, &review->groups.at[0]), 0);
}

TEST(without_marks_a_title_has_to_do) {
    USE_ARENA;
    ll_review *review =
        review_of(arena, &(now){EDITED, {{RULE_BETA, "two"}}, NULL}, &NOTHING_ASKED);
    assert_verified(review, 0, LL_FIX_NOT_FIXED, "1 place of this title");
    assert_int_equal(ll_group_carried_from(review, &review->groups.at[0]), 1);
    review = review_of(arena, &(now){EDITED, {{0}}, NULL}, &NOTHING_ASKED);
    assert_verified(review, 0, LL_FIX_FIXED, "0 places of this title");
}

TEST(what_no_rule_judges_stays_with_a_reviewer) {
    USE_ARENA;
    now second = {EDITED, {{RULE_BETA, "two"}}, NULL};
    assert_verified(review_of(arena, &second, &NOTHING_ASKED), 1, LL_FIX_OPEN, "no rule judges it");
    now third = {appended(arena, &second), {{RULE_BETA, "two"}}, NULL};
    ll_review *review = review_of(arena, &third, &NOTHING_ASKED);
    assert_int_equal(review->history->verified.len, 2);
    assert_verified(review, 1, LL_FIX_OPEN, "no rule judges it");
    assert_view(
        review->result->facts->plan->findings.at[review->history->verified.at[1].finding].title,
        "The hook promises too much");
    assert_true(review->history->unchanged);
}

static ll_view with_word(ll_arena *arena, const char *plan, const char *word) {
    const char *old = "NEEDS A REVIEWER", *at = strstr(plan, old);
    assert_non_null(at);
    return ll_arena_format(arena, "%.*s%s%s", (int)(at - plan), plan, word, at + strlen(old));
}

TEST(what_a_reviewer_wrote_for_needs_a_reviewer_counts) {
    USE_ARENA;
    static const struct {
        const char *word;
        bool stays;
    } cases[] = {
        {"Open", true},
        {"Pending", true},
        {"REOPENED", true},
        {"", true},
        {"UNFIXED", true},
        {"Not yet", true},
        {"FIXED", false},
        {"DEFERRED", false},
        {"Accepted as is", false},
        {"ACCEPTED", false},
        {"NOT FIXED (accepted)", false},
    };
    now second = {EDITED, {{RULE_BETA, "two"}}, NULL};
    const char *written = appended(arena, &second);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        now third = {with_word(arena, written, cases[i].word).ptr, {{RULE_BETA, "two"}}, NULL};
        ll_review *review = review_of(arena, &third, &NOTHING_ASKED);
        assert_int_equal(review->history->verified.len, cases[i].stays ? 2 : 1);
        if (cases[i].stays)
            assert_verified(review, 1, LL_FIX_OPEN, "no rule judges it");
    }
}

/* Without its marks nobody knows at how many places a finding was. */
TEST(a_review_without_marks_is_written_again) {
    USE_ARENA;
    now first = {PLAN_TEXT, {{RULE_BETA, "two"}}, NULL};
    now second = first;
    second.plan = appended(arena, &first);
    assert_true(review_of(arena, &second, &NOTHING_ASKED)->history->unchanged);
    const char *open = strstr(second.plan, "<!-- lessonlint:");
    assert_non_null(open);
    const char *close = strstr(open, "-->");
    second.plan =
        ll_arena_format(arena, "%.*s%s", (int)(open - second.plan), second.plan, close + 3).ptr;
    ll_review *review = review_of(arena, &second, &NOTHING_ASKED);
    assert_false(review->history->unchanged);
    assert_int_equal(review->history->verified.at[0].state, LL_FIX_NOT_FIXED);
}

/* A finding is left open by its number, as the review before counts: the second one. */
TEST(a_number_without_a_title_names_a_finding) {
    USE_ARENA;
    const char *first = "## Review — 2026-02-14 (Iteration 1/3)\n\n### Verdict: NEEDS REVISION\n\n"
                        "### Findings\n\n#### [IMPROVEMENT] — One\n\n**Issue:** a\n\n"
                        "#### [IMPROVEMENT] — Two\n\n**Issue:** b\n\n";
    ll_view plan = ll_arena_format(arena,
                                   "%s\n---\n\n%s---\n\n## Review — 2026-02-15 (Iteration 2/3)\n\n"
                                   "### Verdict: NEEDS REVISION\n\n"
                                   "### Iteration 1 Fix Verification\n\n"
                                   "| # | Status |\n|---|---|\n| 1 | FIXED |\n| 2 | Open |\n"
                                   "| 3 | Open |\n",
                                   PLAN_TEXT, first);
    ll_review *review = review_of(arena, &(now){plan.ptr, {{0}}, NULL}, &NOTHING_ASKED);
    assert_int_equal(review->history->verified.len, 2);
    assert_verified(review, 0, LL_FIX_OPEN, "no rule judges it");
    assert_view(review->history->verified.at[0].earlier->title, "Two");
    assert_verified(review, 1, LL_FIX_OPEN, "no earlier finding has this title");
    assert_view(review->history->verified.at[1].earlier->title, "Finding 3 of an earlier review");
}

/* A title that is none is passed over for its number, unless a title speaks of that finding; what
 * matches nothing stays for a reviewer when it does not say fixed. */
TEST(a_title_that_matches_nothing_is_looked_up_by_its_number) {
    USE_ARENA;
    ll_view plan = ll_arena_format(
        arena,
        "%s\n---\n\n## Review — 2026-02-14 (Iteration 1/3)\n\n### Verdict: NEEDS REVISION\n\n"
        "### Findings\n\n#### [CRITICAL] — Analogy is misleading throughout\n\n**Issue:** a\n\n"
        "#### [IMPROVEMENT] — Two harbors\n\n**Issue:** b\n\n---\n\n"
        "## Review — 2026-02-15 (Iteration 2/3)\n\n### Verdict: NEEDS REVISION\n\n"
        "### Iteration 1 Fix Verification\n\n| # | Finding | Status |\n|---|---|---|\n"
        "| 1 | Analogy | NOT FIXED |\n| 2 | Ebb | NOT FIXED |\n| 3 | Two harbors | FIXED |\n"
        "| 4 | Moon | FIXED |\n",
        PLAN_TEXT);
    ll_review *review = review_of(arena, &(now){plan.ptr, {{0}}, NULL}, &NOTHING_ASKED);
    assert_int_equal(review->history->verified.len, 2);
    assert_int_equal(review->history->verified.at[0].finding, 0);
    assert_verified(review, 1, LL_FIX_OPEN, "no earlier finding has this title");
    assert_view(review->history->verified.at[1].earlier->title, "Ebb");
}

/* The review of this run says PASS over what a reviewer still has to look at. */
TEST(a_pass_does_not_end_a_series_while_a_finding_waits) {
    USE_ARENA;
    now second = {EDITED, {{0}}, NULL};
    ll_review *review = review_of(arena, &second, &NOTHING_ASKED);
    assert_int_equal(review->verdict, LL_VERDICT_PASS);
    assert_view(review->rationale, "Nothing was found that has to be changed; 1 finding of the "
                                   "last review still needs a reviewer.");
    const char *passed = appended(arena, &second);
    static const struct {
        const char *word;
        bool over;
    } cases[] = {{"NEEDS A REVIEWER", false},
                 {"NOT FIXED", false},
                 {"Pending", false},
                 {"FIXED", true},
                 {"ACCEPTED", true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        now third = {with_word(arena, passed, cases[i].word).ptr, {{0}}, NULL};
        review = review_of(arena, &third, &NOTHING_ASKED);
        assert_int_equal(review->history->over, cases[i].over);
        assert_int_equal(review->history->iteration, 3);
    }
}

TEST(series_end_and_begin) {
    USE_ARENA;
    static const struct {
        const char *heading, *verdict;
        ll_next_review asked;
        uint32_t iteration, total;
        const char *label;
        bool over;
    } cases[] = {
        {"(Iteration 1/3)", "NEEDS REVISION", {0}, 2, 3, "", false},
        {"(Iteration 2/4)", "MAJOR REVISION", {0}, 3, 4, "", false},
        {"", "NEEDS REVISION", {0}, 2, 3, "", false},
        {"(Iteration 1/3)", "PASS", {0}, 2, 3, "", true},
        {"(Iteration 3/3 FINAL)", "NEEDS REVISION", {0}, 4, 4, "", true},
        {"(Iteration 3/3)", "NEEDS REVISION", {.total = 5}, 4, 5, "", false},
        {"(Iteration 3/3)", "NEEDS REVISION", {.iteration = 4}, 4, 4, "", false},
        {"(Iteration 3/3)",
         "PASS",
         {.label = LL_VIEW_INIT("Post-Rework")},
         1,
         3,
         "Post-Rework",
         false},
        {"(Post-Rework, Iteration 1/2)", "NEEDS REVISION", {0}, 2, 2, "Post-Rework", false},
        {"(Post-Rework, Iteration 1/2)",
         "PASS",
         {.label = LL_VIEW_INIT("Post-Rework")},
         2,
         2,
         "Post-Rework",
         true},
        {"(Post-Rework, Iteration 1/2)",
         "PASS",
         {.label = LL_VIEW_INIT("post-rework")},
         2,
         2,
         "post-rework",
         true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view plan = ll_arena_format(arena,
                                       "%s\n---\n\n## Review — 2026-02-14 %s\n\n"
                                       "### Verdict: %s\n",
                                       PLAN_TEXT, cases[i].heading, cases[i].verdict);
        ll_review *review =
            review_of(arena, &(now){plan.ptr, {{RULE_BETA, "two"}}, NULL}, &cases[i].asked);
        assert_int_equal(review->history->iteration, cases[i].iteration);
        assert_int_equal(review->history->total, cases[i].total);
        assert_view(review->history->label, cases[i].label);
        assert_int_equal(review->history->over, cases[i].over);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_without_reviews_has_the_first_one_before_it),
        cmocka_unit_test(own_findings_are_judged_by_their_places),
        cmocka_unit_test(what_is_carried_keeps_its_first_iteration),
        cmocka_unit_test(what_stays_from_one_review_to_the_next_is_a_pattern),
        cmocka_unit_test(the_same_findings_are_nothing_new),
        cmocka_unit_test(what_a_directive_takes_back_is_accepted_not_fixed),
        cmocka_unit_test(a_rule_that_was_not_run_says_nothing),
        cmocka_unit_test(what_a_rule_cannot_see_is_not_gone),
        cmocka_unit_test(where_a_text_was_edited_its_section_is_left),
        cmocka_unit_test(another_thing_of_the_same_rule_is_new),
        cmocka_unit_test(without_marks_a_title_has_to_do),
        cmocka_unit_test(what_no_rule_judges_stays_with_a_reviewer),
        cmocka_unit_test(what_a_reviewer_wrote_for_needs_a_reviewer_counts),
        cmocka_unit_test(a_review_without_marks_is_written_again),
        cmocka_unit_test(a_number_without_a_title_names_a_finding),
        cmocka_unit_test(a_title_that_matches_nothing_is_looked_up_by_its_number),
        cmocka_unit_test(a_pass_does_not_end_a_series_while_a_finding_waits),
        cmocka_unit_test(series_end_and_begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
