/* engine: which rules run, what a result counts, the declarative kinds. */
#include <stdio.h>

#include "support.h"

#include "pair.h"

#include "engine/engine.h"

typedef struct rule_run {
    const ll_rule_set *rules;
    ll_rule_setting *settings;
    bool strict;
} rule_run;

/* All shipped rules off but those named, which end with NULL. */
static rule_run only(ll_arena *arena, const char *const *ids) {
    ll_rule_set *rules = LL_ARENA_NEW(arena, ll_rule_set);
    *rules = ll_rules_shipped(arena);
    rule_run run = {rules, LL_ARENA_ARRAY(arena, ll_rule_setting, rules->len), false};
    for (uint32_t i = 0; i < rules->len; i++) {
        run.settings[i].off = true;
        for (const char *const *id = ids; *id; id++)
            if (ll_view_equal(rules->at[i]->id, ll_view_of(*id)))
                run.settings[i].off = false;
    }
    return run;
}

static rule_run only_one(ll_arena *arena, const char *id) {
    const char *ids[] = {id, NULL};
    return only(arena, ids);
}

static uint32_t index_of(const rule_run *run, const char *id) {
    for (uint32_t i = 0; i < run->rules->len; i++)
        if (ll_view_equal(run->rules->at[i]->id, ll_view_of(id)))
            return i;
    fail_msg("no rule %s", id);
    return 0;
}

static ll_result *lint(ll_arena *arena, const rule_run *run, const char *plan, const char *lesson) {
    ll_engine *engine = ll_engine_new(arena, run->rules, &ll_vocabulary_default, run->strict);
    ll_result *result = NULL;
    ll_error error = {0};
    assert_int_equal(ll_engine_run(engine, arena, source_of(arena, "plan.md", plan),
                                   source_of(arena, "lesson.tsx", lesson), run->settings, &result,
                                   &error),
                     LL_OK);
    return result;
}

TEST(a_rule_of_a_check_reports) {
    USE_ARENA;
    rule_run run = only_one(arena, "prerequisite-depth");
    ll_result *result = lint(arena, &run, PLAN, LESSON);
    assert_int_equal(result->findings.len, 1);
    const ll_finding *finding = &result->findings.at[0];
    assert_int_equal(finding->range.offset, strstr(PLAN, "| Sorted lists") - PLAN);
    assert_int_equal(finding->severity, LL_SEVERITY_IMPROVEMENT);
    assert_view(finding->subject, "Sorted lists");
    assert_view(finding->section, "Prerequisites Table");
    assert_int_equal(result->counts[LL_SEVERITY_IMPROVEMENT], 1);
    assert_int_equal(result->outcomes[finding->rule].checked, 2);
    assert_view(result->slug, "binary-search");
}

TEST(rules_without_their_document_are_skipped) {
    USE_ARENA;
    const char *ids[] = {"misconception-count", "details-cursor", "misconception-uncovered",
                         "input-encoding", NULL};
    rule_run run = only(arena, ids);
    ll_result *plan_only = lint(arena, &run, PLAN, NULL);
    assert_null(plan_only->outcomes[index_of(&run, "misconception-count")].skipped);
    assert_string_equal(plan_only->outcomes[index_of(&run, "details-cursor")].skipped, "no lesson");
    assert_string_equal(plan_only->outcomes[index_of(&run, "misconception-uncovered")].skipped,
                        "no lesson");
    assert_null(plan_only->outcomes[index_of(&run, "input-encoding")].skipped);
    ll_result *lesson_only = lint(arena, &run, NULL, LESSON);
    assert_string_equal(lesson_only->outcomes[index_of(&run, "misconception-count")].skipped,
                        "no plan");
    assert_string_equal(lesson_only->outcomes[index_of(&run, "row-wrapping")].skipped, "off");
    assert_int_equal(lesson_only->paths[LL_DOCUMENT_PLAN].len, 0);
}

TEST(a_fault_skips_what_needs_the_lesson) {
    USE_ARENA;
    const char *ids[] = {"tsx-syntax", "details-cursor", "misconception-count", NULL};
    rule_run run = only(arena, ids);
    ll_result *result = lint(arena, &run, PLAN, "const x = <LessonLayout>");
    assert_string_equal(result->outcomes[index_of(&run, "details-cursor")].skipped, "syntax");
    assert_int_equal(result->outcomes[index_of(&run, "tsx-syntax")].failed, 1);
    assert_int_equal(result->outcomes[index_of(&run, "misconception-count")].failed, 1);
}

TEST(an_element_rule_reports) {
    USE_ARENA;
    rule_run run = only_one(arena, "details-cursor");
    ll_result *result = lint(arena, &run, NULL, LESSON);
    assert_int_equal(result->findings.len, 1);
    const ll_finding *finding = &result->findings.at[0];
    assert_int_equal(finding->range.offset, strstr(LESSON, "<summary>") - LESSON);
    assert_view(*ll_finding_value(finding, LL_VIEW("tag")), "summary");
    assert_view(finding->section, "Order Matters");
}

TEST(a_text_rule_reports_at_the_source) {
    USE_ARENA;
    rule_run run = only_one(arena, "double-hyphen");
    const char *lesson = "export function L() { return <LessonLayout><Row><Row.Content>"
                         "<p>one&nbsp;&amp; two -- three</p></Row.Content></Row></LessonLayout> }";
    ll_result *result = lint(arena, &run, NULL, lesson);
    assert_int_equal(result->findings.len, 1);
    assert_int_equal(result->findings.at[0].range.offset, strstr(lesson, "-- three") - lesson);
    assert_int_equal(result->findings.at[0].range.length, 2);
}

TEST(a_dash_is_shown_in_its_line) {
    USE_ARENA;
    rule_run run = only_one(arena, "em-dash-spacing");
    const char *lesson = "export function L() { return <LessonLayout><Row><Row.Content>"
                         "<p>The step {n}\n   of <code>x</code> &mdash; as seen</p>"
                         "</Row.Content></Row></LessonLayout> }";
    ll_result *result = lint(arena, &run, NULL, lesson);
    assert_view(*ll_finding_value(&result->findings.at[0], LL_VIEW("context")),
                "The step \xE2\x80\xA6of \xE2\x80\xA6 \xE2\x80\x94 as seen");
}

/* `unless` of double-hyphen knows "npm test -- file"; it excuses what it overlaps and nothing else.
 */
TEST(an_excuse_covers_its_own_match) {
    USE_ARENA;
    rule_run run = only_one(arena, "double-hyphen");
    const char *lesson = "export function L() { return <LessonLayout><Row><Row.Content>"
                         "<p>one -- two, npm test -- all, three -- four, npm run x -- y</p>"
                         "</Row.Content></Row></LessonLayout> }";
    ll_result *result = lint(arena, &run, NULL, lesson);
    assert_int_equal(result->findings.len, 2);
    assert_int_equal(result->findings.at[0].range.offset, strstr(lesson, "-- two") - lesson);
    assert_int_equal(result->findings.at[1].range.offset, strstr(lesson, "-- four") - lesson);
}

TEST(an_excuse_belongs_to_its_text) {
    USE_ARENA;
    rule_run run = only_one(arena, "double-hyphen");
    const char *lesson = "export function L() { return <LessonLayout><Row><Row.Content>"
                         "<p>and a long text before npm test -- all</p>"
                         "<p>npm test -- all</p></Row.Content></Row></LessonLayout> }";
    assert_int_equal(lint(arena, &run, NULL, lesson)->findings.len, 0);
}

/* A set of one rule that is not shipped. */
static rule_run own(ll_arena *arena, const ll_rule *rule) {
    ll_rule_set *rules = LL_ARENA_NEW(arena, ll_rule_set);
    rules->at = LL_ARENA_ARRAY(arena, const ll_rule *, 1);
    rules->at[0] = rule;
    rules->len = 1;
    return (rule_run){rules, LL_ARENA_ARRAY(arena, ll_rule_setting, 1), false};
}

TEST(a_count_has_a_maximum) {
    USE_ARENA;
    ll_rule_option most = {.name = LL_VIEW("max"), .value = {.number = 1}};
    ll_rule rule = {.id = LL_VIEW("few"),
                    .kind = LL_RULE_COUNT,
                    .reads = {true, false},
                    .message = LL_VIEW("{count} of {max}"),
                    .options = &most,
                    .option_count = 1,
                    .count = {LL_VIEW("plan.misconceptions")}};
    rule_run run = own(arena, &rule);
    ll_result *result = lint(arena, &run, PLAN, NULL);
    assert_int_equal(result->findings.len, 1);
    assert_view(result->findings.at[0].message, "2 of 1");
    run.settings[0].values = &(ll_option_value){.number = 2};
    assert_int_equal(lint(arena, &run, PLAN, NULL)->findings.len, 0);
}

static ll_result *select_elements(ll_arena *arena, ll_rule_element element) {
    ll_rule rule = {.id = LL_VIEW("some"),
                    .kind = LL_RULE_ELEMENT,
                    .reads = {false, true},
                    .message = LL_VIEW("{count}, {min} to {max}"),
                    .element = element};
    rule_run run = own(arena, &rule);
    return lint(arena, &run, NULL, LESSON);
}

TEST(an_element_can_be_required_or_limited) {
    USE_ARENA;
    ll_result *result = select_elements(arena, (ll_rule_element){.select = LL_VIEW("table"),
                                                                 .within = LL_WITHIN_FILE,
                                                                 .require = true,
                                                                 .min = 0,
                                                                 .max = 0});
    assert_int_equal(result->findings.len, 1);
    assert_int_equal(result->findings.at[0].range.offset,
                     strstr(LESSON, "<LessonLayout>") - LESSON);
    result = select_elements(arena, (ll_rule_element){.select = LL_VIEW("svg"),
                                                      .within = LL_WITHIN_FILE,
                                                      .require = true,
                                                      .min = 0,
                                                      .max = 0});
    assert_int_equal(result->findings.len, 0);
    result = select_elements(arena, (ll_rule_element){.select = LL_VIEW("p"),
                                                      .within = LL_WITHIN_FILE,
                                                      .require = false,
                                                      .min = 3,
                                                      .max = 0});
    assert_int_equal(result->findings.len, 1);
    assert_view(result->findings.at[0].message, "2, 3 to 0");
    result = select_elements(arena, (ll_rule_element){.select = LL_VIEW("p"),
                                                      .within = LL_WITHIN_FILE,
                                                      .require = false,
                                                      .min = 0,
                                                      .max = 1});
    assert_int_equal(result->findings.len, 1); /* the second one */
    assert_int_equal(result->findings.at[0].range.offset, strstr(LESSON, "<p>Look") - LESSON);
    result = select_elements(arena, (ll_rule_element){.select = LL_VIEW("p"),
                                                      .within = LL_WITHIN_FILE,
                                                      .require = false,
                                                      .min = 0,
                                                      .max = 0});
    assert_int_equal(result->findings.len, 2);
}

TEST(a_count_rule_weighs_nothing_more) {
    USE_ARENA;
    rule_run run = only_one(arena, "misconception-count");
    assert_int_equal(lint(arena, &run, PLAN, NULL)->findings.at[0].severity,
                     LL_SEVERITY_IMPROVEMENT);
    ll_result *none = lint(arena, &run, "# Lesson: X\n", NULL);
    assert_int_equal(none->findings.at[0].severity, LL_SEVERITY_CRITICAL);
    assert_int_equal(none->findings.at[0].range.offset, 0);
}

TEST(the_users_severity_wins) {
    USE_ARENA;
    rule_run run = only_one(arena, "misconception-count");
    ll_rule_setting *setting = &run.settings[index_of(&run, "misconception-count")];
    *setting = (ll_rule_setting){.severity_set = true, .severity = LL_SEVERITY_POLISH};
    ll_result *result = lint(arena, &run, "# Lesson: X\n", NULL);
    assert_int_equal(result->findings.at[0].severity, LL_SEVERITY_POLISH);
}

/* Of eight or more planned words one third is in the Row: neither there nor absent. */
static const char PARTLY[] =
    "| Misconception | Why They'd Think This | Negative Example | Where to Address |\n"
    "|---|---|---|---|\n"
    "| Purple elephants juggle oranges | Habit | Halving shuffled cards, velvet nightly | 3 |\n";

TEST(hints_count_only_when_strict) {
    USE_ARENA;
    rule_run run = only_one(arena, "misconception-uncovered");
    ll_result *result = lint(arena, &run, PARTLY, LESSON);
    assert_int_equal(result->findings.len, 1);
    assert_int_equal(result->findings.at[0].confidence, LL_CONFIDENCE_VERIFY);
    assert_int_equal(result->verify, 1);
    assert_int_equal(result->counts[LL_SEVERITY_IMPROVEMENT], 0);
    run.strict = true;
    result = lint(arena, &run, PARTLY, LESSON);
    assert_int_equal(result->verify, 0);
    assert_int_equal(result->counts[LL_SEVERITY_IMPROVEMENT], 1);
}

TEST(only_so_many_findings_are_listed) {
    USE_ARENA;
    ll_buffer lesson = {.arena = arena, .most = 1 << 20};
    ll_buffer_add_cstring(&lesson,
                          "export function L() { return <LessonLayout><Row><Row.Content><p>");
    for (int i = 0; i < 1500; i++)
        ll_buffer_add_cstring(&lesson, "word &mdash; ");
    ll_buffer_add_cstring(&lesson, "end</p></Row.Content></Row></LessonLayout> }");
    ll_buffer_add_byte(&lesson, '\0');
    rule_run run = only_one(arena, "em-dash-spacing");
    ll_result *result = lint(arena, &run, NULL, lesson.ptr);
    assert_int_equal(result->findings.len, LL_FINDINGS_MOST);
    assert_int_equal(result->outcomes[index_of(&run, "em-dash-spacing")].failed, 1500);
    assert_int_equal(result->counts[LL_SEVERITY_POLISH], 1500);
}

TEST(praise_needs_something_checked_and_nothing_found) {
    USE_ARENA;
    const char *ids[] = {"row-wrapping", "details-cursor", "em-dash-line-wrap", NULL};
    rule_run run = only(arena, ids);
    ll_result *result = lint(arena, &run, NULL, LESSON);
    ll_view praise = ll_result_praise(result, arena, index_of(&run, "row-wrapping"));
    assert_true(ll_view_find(praise, LL_VIEW("2"), 0) != LL_VIEW_NONE);
    assert_int_equal(ll_result_praise(result, arena, index_of(&run, "details-cursor")).len, 0);
    result = lint(arena, &run, NULL, "export const x = 1\n");
    assert_int_equal(ll_result_praise(result, arena, index_of(&run, "em-dash-line-wrap")).len, 0);
}

/* Patterns for what people found are compiled for the first pair, and serve all others. */
TEST(the_table_of_people_is_kept_for_the_next_run) {
    USE_ARENA;
    ll_rule_set rules = ll_rules_shipped(arena);
    ll_arena *kept = ll_arena_new(ARENA_MOST);
    ll_engine *engine = ll_engine_new(kept, &rules, &ll_vocabulary_default, false);
    ll_rule_setting *settings = LL_ARENA_ARRAY(arena, ll_rule_setting, rules.len);
    const ll_review_finding finding = {.title = LL_VIEW("No ConstraintBlock")};
    ll_result *result;
    ll_error error = {0};
    assert_int_equal(ll_engine_run(engine, arena, NULL, source_of(arena, "lesson.tsx", LESSON),
                                   settings, &result, &error),
                     LL_OK);
    size_t used = ll_arena_used(kept);
    ll_person_judged first =
        ll_people_judge_finding(ll_result_judge_people(result, arena), &finding);
    assert_true(ll_arena_used(kept) > used);
    used = ll_arena_used(kept);
    ll_person_judged second =
        ll_people_judge_finding(ll_result_judge_people(result, arena), &finding);
    assert_int_equal(ll_arena_used(kept), used);
    assert_int_equal(first.rule_count, 1);
    assert_int_equal(second.rule_count, 1);
    ll_arena_free(kept);
}

/* A rule that forbids names looks at every element. LESSON has 14, this one 4. */
TEST(a_rule_of_names_has_looked_at_every_element) {
    USE_ARENA;
    rule_run run = only_one(arena, "raw-heading");
    uint32_t index = index_of(&run, "raw-heading");
    ll_result *result = lint(arena, &run, NULL, LESSON);
    assert_int_equal(result->outcomes[index].checked, 14);
    assert_view(ll_result_praise(result, arena, index), "No `h1` or `h2` is written by hand");
    result = lint(arena, &run, NULL,
                  "const x = <LessonLayout><Row><h1>a</h1><h2>b</h2></Row></LessonLayout>");
    assert_int_equal(result->outcomes[index].checked, 4);
    assert_int_equal(result->findings.len, 2);
    assert_int_equal(ll_result_praise(result, arena, index).len, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_of_a_check_reports),
        cmocka_unit_test(rules_without_their_document_are_skipped),
        cmocka_unit_test(a_fault_skips_what_needs_the_lesson),
        cmocka_unit_test(an_element_rule_reports),
        cmocka_unit_test(a_text_rule_reports_at_the_source),
        cmocka_unit_test(a_dash_is_shown_in_its_line),
        cmocka_unit_test(an_excuse_covers_its_own_match),
        cmocka_unit_test(an_excuse_belongs_to_its_text),
        cmocka_unit_test(a_count_has_a_maximum),
        cmocka_unit_test(an_element_can_be_required_or_limited),
        cmocka_unit_test(a_count_rule_weighs_nothing_more),
        cmocka_unit_test(the_users_severity_wins),
        cmocka_unit_test(hints_count_only_when_strict),
        cmocka_unit_test(only_so_many_findings_are_listed),
        cmocka_unit_test(the_table_of_people_is_kept_for_the_next_run),
        cmocka_unit_test(praise_needs_something_checked_and_nothing_found),
        cmocka_unit_test(a_rule_of_names_has_looked_at_every_element),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
