/* check: the table of checks, and what becomes of a report. */
#include <stdio.h>

#include "support.h"

#include "pair.h"

#include "check/check.h"

static const ll_rule_case cases[] = {
    {LL_VIEW_INIT("far"), LL_SEVERITY_CRITICAL, LL_CONFIDENCE_EXACT, {0}},
    {LL_VIEW_INIT("near"), LL_SEVERITY_POLISH, LL_CONFIDENCE_VERIFY, LL_VIEW_INIT("near {tag}")},
};

static const ll_rule rule = {
    .id = LL_VIEW_INIT("a-rule"),
    .kind = LL_RULE_CHECK,
    .severity = LL_SEVERITY_IMPROVEMENT,
    .message = LL_VIEW_INIT("`{tag}` in {section}: {problem}"),
    .cases = cases,
    .case_count = 2,
};

typedef struct reported {
    ll_check check;
    ll_finding_list findings;
} reported;

static reported *new_check(ll_arena *arena) {
    reported *made = LL_ARENA_NEW(arena, reported);
    made->check = (ll_check){.arena = arena,
                             .facts = facts_of(arena, PLAN, LESSON),
                             .rule = &rule,
                             .rule_index = 7,
                             .severity = rule.severity,
                             .findings = &made->findings};
    return made;
}

/* Reports the first <summary> of the lesson. */
static const ll_finding *report(reported *made, const char *kind) {
    const ll_tsx *tsx = made->check.facts->tsx;
    uint32_t element = 0;
    while (tsx->nodes.at[element].kind != LL_TSX_ELEMENT ||
           !ll_tsx_is(tsx, element, LL_VIEW("summary")))
        element++;
    ll_value values[] = {{"tag", LL_VIEW("summary")}, {0}};
    ll_check_report(
        &made->check,
        &(ll_report){.range = ll_tag_range(tsx, element), .kind = kind, .values = values});
    return &made->findings.at[made->findings.len - 1];
}

TEST(a_report_becomes_a_finding) {
    USE_ARENA;
    reported *made = new_check(arena);
    const ll_finding *finding = report(made, NULL);
    assert_int_equal(finding->rule, 7);
    assert_int_equal(finding->severity, LL_SEVERITY_IMPROVEMENT);
    assert_int_equal(finding->confidence, LL_CONFIDENCE_EXACT);
    assert_int_equal(finding->range.offset, strstr(LESSON, "<summary>") - LESSON);
    assert_int_equal(finding->range.length, strlen("<summary"));
    assert_view(finding->section, "Order Matters");
    assert_view(finding->subject, "summary Why?");
    assert_int_equal(made->check.outcome.failed, 1);
}

/* A finding about an element is known again by its tag and the text nearest to it. */
TEST(an_element_is_known_by_its_text) {
    USE_ARENA;
    static const struct {
        const char *lesson, *subject;
    } rows[] = {
        {"<p><i> <b>One</b> Two</i></p>", "i One"},
        {"<p><i a=\"x\" /> then <b>Two</b></p>", "i then"},
        {"<p>One<i /></p>", "i "},
        {"<p><i>{One}</i></p>", "i "},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        reported *made = new_check(arena);
        made->check.facts = facts_of(arena, NULL, rows[i].lesson);
        const ll_tsx *tsx = made->check.facts->tsx;
        uint32_t element = 1;
        while (tsx->nodes.at[element].kind != LL_TSX_ELEMENT ||
               !ll_tsx_is(tsx, element, LL_VIEW("i")))
            element++;
        ll_check_report(&made->check, &(ll_report){.range = ll_tag_range(tsx, element)});
        assert_view(made->findings.at[0].subject, rows[i].subject);
    }
}

TEST(a_case_brings_its_words_and_its_weight) {
    USE_ARENA;
    reported *made = new_check(arena);
    const ll_finding *finding = report(made, "near");
    assert_int_equal(finding->severity, LL_SEVERITY_POLISH);
    assert_int_equal(finding->confidence, LL_CONFIDENCE_VERIFY);
    assert_view(finding->message, "`summary` in Order Matters: near summary");
    assert_int_equal(report(made, "far")->severity, LL_SEVERITY_CRITICAL);
}

TEST(the_user_outweighs_a_case) {
    USE_ARENA;
    reported *made = new_check(arena);
    made->check.severity_set = true;
    assert_int_equal(report(made, "far")->severity, LL_SEVERITY_IMPROVEMENT);
    made->check.strict = true;
    assert_int_equal(report(made, "near")->confidence, LL_CONFIDENCE_EXACT);
}

TEST(what_is_not_listed_is_counted) {
    USE_ARENA;
    reported *made = new_check(arena);
    for (uint32_t i = 0; i < LL_FINDINGS_MOST; i++)
        report(made, NULL);
    report(made, NULL);
    report(made, "far");
    report(made, "near");
    assert_int_equal(made->findings.len, LL_FINDINGS_MOST);
    assert_int_equal(made->check.outcome.failed, LL_FINDINGS_MOST + 3);
    assert_int_equal(made->check.outcome.left_out[LL_SEVERITY_IMPROVEMENT], 1);
    assert_int_equal(made->check.outcome.left_out[LL_SEVERITY_CRITICAL], 1);
    assert_int_equal(made->check.outcome.left_out_verify, 1);
}

TEST(more_findings_are_listed_to_be_mended) {
    USE_ARENA;
    const ll_rule_setting mends = {.mends = true};
    reported *made = new_check(arena);
    made->check.setting = &mends;
    for (uint32_t i = 0; i < LL_FINDINGS_MENDED_MOST; i++)
        report(made, NULL);
    assert_int_equal(made->findings.len, 100000);
    report(made, NULL);
    assert_int_equal(made->findings.len, 100000);
    assert_int_equal(made->check.outcome.failed, 100001);
    assert_int_equal(made->check.outcome.left_out[LL_SEVERITY_IMPROVEMENT], 1);
}

TEST(text_is_reported_where_it_is_seen) {
    USE_ARENA;
    const char *lesson = "const x = <p>\n   seen text \n</p>";
    ll_facts *facts = facts_of(arena, NULL, lesson);
    uint32_t node = 0;
    while (facts->tsx->nodes.at[node].kind != LL_TSX_TEXT)
        node++;
    ll_range range = ll_text_range(facts->tsx, node);
    assert_int_equal(range.document, LL_DOCUMENT_LESSON);
    assert_view(ll_view_slice(ll_view_of(lesson), range.offset, range.offset + range.length),
                "seen text");
}

static void checks_are_found_by_id(void **state) {
    (void)state;
    size_t count = 0;
    const char *const *ids = ll_check_ids(&count);
    assert_true(count > 10);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            assert_true(strcmp(ids[i - 1], ids[i]) < 0);
        assert_string_equal(ll_check_find(ll_view_of(ids[i]))->id, ids[i]);
    }
    assert_null(ll_check_find(LL_VIEW("details-cursor")));
    assert_true(ll_check_find(LL_VIEW("tsx-syntax"))->raw);
    assert_false(ll_check_find(LL_VIEW("row-wrapping"))->raw);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_becomes_a_finding),
        cmocka_unit_test(an_element_is_known_by_its_text),
        cmocka_unit_test(a_case_brings_its_words_and_its_weight),
        cmocka_unit_test(the_user_outweighs_a_case),
        cmocka_unit_test(what_is_not_listed_is_counted),
        cmocka_unit_test(more_findings_are_listed_to_be_mended),
        cmocka_unit_test(text_is_reported_where_it_is_seen),
        cmocka_unit_test(checks_are_found_by_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
