/* review: verdict, groups, fingerprints, numbers. */
#include <stdio.h>

#include "support.h"

#include "made_result.h"
#include "review/review.h"

static const ll_review_options PLAIN = {0};

static const char *verdict(uint32_t critical, uint32_t improvement, uint32_t polish,
                           ll_review_options options) {
    const uint32_t counts[] = {critical, improvement, polish};
    return ll_review_verdict_name(ll_review_verdict(counts, &options), counts, &options);
}

static void verdicts_follow_from_counts(void **state) {
    (void)state;
    assert_string_equal(verdict(0, 0, 0, PLAIN), "PASS");
    assert_string_equal(verdict(0, 0, 9, PLAIN), "PASS");
    assert_string_equal(verdict(0, 1, 0, PLAIN), "NEEDS REVISION");
    assert_string_equal(verdict(1, 0, 0, PLAIN), "MAJOR REVISION");
    assert_string_equal(verdict(1, 5, 0, PLAIN), "MAJOR REVISION");
    ll_review_options two = {.major_threshold = 2};
    assert_string_equal(verdict(1, 0, 0, two), "NEEDS REVISION");
    assert_string_equal(verdict(2, 0, 0, two), "MAJOR REVISION");
    ll_review_options notes = {.polish_notes = true};
    assert_string_equal(verdict(0, 0, 1, notes), "PASS (with polish notes)");
    assert_string_equal(verdict(0, 0, 0, notes), "PASS");
    assert_string_equal(verdict(0, 1, 1, notes), "NEEDS REVISION");
}

TEST(places_of_a_polish_rule_are_one_finding) {
    USE_ARENA;
    ll_result *result = made_result(arena, "plan text", "lesson text of some length");
    add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_PLAN, 0, 1);
    add_finding(arena, result, RULE_BETA, LL_DOCUMENT_PLAN, 5, 1);
    add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_LESSON, 0, 1);
    add_finding(arena, result, RULE_BETA, LL_DOCUMENT_LESSON, 1, 1);
    add_finding(arena, result, RULE_ALPHA, LL_DOCUMENT_LESSON, 7, 1);
    make_hint(result, add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_LESSON, 9, 1));
    ll_review *review = ll_review_make(arena, result, &PLAIN);
    assert_int_equal(review->groups.len, 4);
    static const uint32_t rules[] = {RULE_ALPHA, RULE_BETA, RULE_BETA, RULE_GAMMA};
    static const uint32_t firsts[] = {4, 1, 3, 0};
    for (uint32_t i = 0; i < 4; i++) {
        assert_int_equal(review->groups.at[i].rule, rules[i]);
        assert_int_equal(review->groups.at[i].places.at[0], firsts[i]);
        assert_int_equal(review->groups.at[i].places.len, i == 3 ? 2 : 1);
    }
    assert_int_equal(review->groups.at[3].places.at[1], 2);
    assert_int_equal(review->group_counts[LL_SEVERITY_CRITICAL], 1);
    assert_int_equal(review->group_counts[LL_SEVERITY_IMPROVEMENT], 2);
    assert_int_equal(review->group_counts[LL_SEVERITY_POLISH], 1);
    assert_int_equal(review->verify.len, 1);
    assert_int_equal(review->verify.at[0], 5);
    assert_string_equal(review->verdict_text, "MAJOR REVISION");
}

/* As review-regression names what is back: each earlier finding is one of its own. */
TEST(places_of_one_polish_finding_that_is_back_are_one) {
    USE_ARENA;
    static const char *const earlier[] = {"Dashes", "Cursor", "Dashes", "Cursor", "Quotes"};
    ll_result *result = made_result(arena, "plan text", "lesson text of some length");
    for (uint32_t i = 0; i < 5; i++) {
        ll_finding *finding = add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_LESSON, i, 1);
        LL_ARRAY_PUSH(arena, &finding->values, ((ll_value){"finding", ll_view_of(earlier[i])}));
    }
    ll_review *review = ll_review_make(arena, result, &PLAIN);
    assert_int_equal(review->groups.len, 3);
    assert_int_equal(review->group_counts[LL_SEVERITY_POLISH], 3);
    assert_int_equal(review->counts[LL_SEVERITY_POLISH], 5);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(review->groups.at[i].places.at[0], i == 2 ? 4 : i);
        assert_int_equal(review->groups.at[i].places.len, i == 2 ? 1 : 2);
    }
}

TEST(rules_about_history_are_in_no_review) {
    USE_ARENA;
    ll_result *result = made_result(arena, "plan text", "lesson text");
    ll_rule *history = LL_ARENA_NEW(arena, ll_rule);
    *history = made_rules[RULE_ALPHA];
    history->history = true;
    history->praise = LL_VIEW("{checked} fine");
    result->rules->at[RULE_ALPHA] = history;
    add_finding(arena, result, RULE_ALPHA, LL_DOCUMENT_PLAN, 0, 1);
    make_hint(result, add_finding(arena, result, RULE_ALPHA, LL_DOCUMENT_PLAN, 1, 1));
    add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_PLAN, 2, 1);
    result->outcomes[RULE_ALPHA] =
        (ll_outcome){.checked = 9, .failed = 8, .left_out = {4}, .left_out_verify = 2};
    ll_review *review = ll_review_make(arena, result, &PLAIN);
    assert_int_equal(review->verdict, LL_VERDICT_PASS);
    assert_int_equal(review->groups.len, 1);
    assert_int_equal(review->groups.at[0].rule, RULE_GAMMA);
    assert_int_equal(review->counts[LL_SEVERITY_CRITICAL], 0);
    assert_int_equal(review->group_counts[LL_SEVERITY_CRITICAL], 0);
    assert_int_equal(review->counts[LL_SEVERITY_POLISH], 1);
    assert_int_equal(review->verify.len, 0);
    assert_int_equal(review->verify_count, 0);
    assert_int_equal(review->history_count, 8);
    result->outcomes[RULE_ALPHA] = (ll_outcome){.checked = 9};
    ll_review_measure(review, arena);
    assert_int_equal(review->praise.len, 0);
    result->outcomes[RULE_ALPHA] = (ll_outcome){.checked = 9, .failed = 8};
    ll_review_measure(review, arena);
    assert_int_equal(review->patterns.len, 0);
}

TEST(one_rule_may_have_two_severities) {
    USE_ARENA;
    ll_result *result = made_result(arena, "plan text", NULL);
    add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_PLAN, 0, 1)->severity =
        LL_SEVERITY_IMPROVEMENT;
    add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_PLAN, 1, 1);
    add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_PLAN, 2, 1);
    ll_review *review = ll_review_make(arena, result, &PLAIN);
    assert_int_equal(review->groups.len, 2);
    assert_int_equal(review->groups.at[0].severity, LL_SEVERITY_IMPROVEMENT);
    assert_int_equal(review->groups.at[0].places.len, 1);
    assert_int_equal(review->groups.at[1].places.len, 2);
}

TEST(what_is_not_listed_counts) {
    USE_ARENA;
    ll_result *result = made_result(arena, "plan text", NULL);
    add_finding(arena, result, RULE_BETA, LL_DOCUMENT_PLAN, 0, 1);
    add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_PLAN, 0, 1);
    result->outcomes[RULE_BETA].left_out[LL_SEVERITY_IMPROVEMENT] = 6;
    result->outcomes[RULE_GAMMA].left_out[LL_SEVERITY_POLISH] = 8;
    result->outcomes[RULE_GAMMA].left_out_verify = 1;
    ll_review *review = ll_review_make(arena, result, &PLAIN);
    assert_int_equal(review->group_counts[LL_SEVERITY_IMPROVEMENT], 7);
    assert_int_equal(review->group_counts[LL_SEVERITY_POLISH], 1);
    assert_int_equal(ll_review_unlisted(result, RULE_BETA), 6);
    assert_int_equal(ll_review_unlisted(result, RULE_GAMMA), 9);
    assert_int_equal(ll_review_unlisted(result, RULE_ALPHA), 0);
}

TEST(the_rationale_follows_from_the_counts) {
    USE_ARENA;
    ll_result *result = made_result(arena, "plan text", NULL);
    assert_view(ll_review_make(arena, result, &PLAIN)->rationale,
                "Nothing was found that has to be changed.");
    make_hint(result, add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_PLAN, 0, 1));
    assert_view(ll_review_make(arena, result, &PLAIN)->rationale,
                "Nothing was found that has to be changed; 1 hint is to be verified.");
    add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_PLAN, 0, 1);
    assert_view(ll_review_make(arena, result, &PLAIN)->rationale,
                "Nothing stands in the way of the lesson; 1 polish finding is left.");
    add_finding(arena, result, RULE_BETA, LL_DOCUMENT_PLAN, 1, 1);
    add_finding(arena, result, RULE_BETA, LL_DOCUMENT_PLAN, 2, 1);
    assert_view(ll_review_make(arena, result, &PLAIN)->rationale,
                "The lesson can pass once 2 improvement findings are dealt with.");
    add_finding(arena, result, RULE_ALPHA, LL_DOCUMENT_PLAN, 3, 1);
    assert_view(ll_review_make(arena, result, &PLAIN)->rationale,
                "The lesson cannot be used before 1 critical finding is dealt with; 2 improvement "
                "findings are to be worked on as well.");
}

static ll_view print_of(ll_arena *arena, uint32_t rule, const char *subject, const char *section,
                        uint32_t offset) {
    ll_result *result = made_result(arena, NULL, "lesson text of some length");
    ll_finding *finding = add_finding(arena, result, rule, LL_DOCUMENT_LESSON, offset, 2);
    finding->subject = ll_view_of(subject);
    finding->section = ll_view_of(section);
    return ll_review_fingerprints(arena, result)[0];
}

TEST(fingerprints_survive_moves_and_tell_findings_apart) {
    USE_ARENA;
    ll_view print = print_of(arena, RULE_ALPHA, "one two", "Here", 0);
    assert_int_equal(print.len, 32);
    for (size_t i = 0; i < print.len; i++)
        assert_true(ll_is_digit(print.ptr[i]) || (print.ptr[i] >= 'a' && print.ptr[i] <= 'f'));
    assert_true(ll_view_equal(print, print_of(arena, RULE_ALPHA, " one \n two", "There", 9)));
    assert_false(ll_view_equal(print, print_of(arena, RULE_BETA, "one two", "Here", 0)));
    assert_false(ll_view_equal(print, print_of(arena, RULE_ALPHA, "onetwo", "Here", 0)));
}

TEST(repeats_have_fingerprints_of_their_own) {
    USE_ARENA;
    ll_result *result = made_result(arena, NULL, "lesson text of some length");
    static const char *const subjects[] = {"same", "other", "same", "same"};
    for (uint32_t i = 0; i < 4; i++)
        add_finding(arena, result, RULE_ALPHA, LL_DOCUMENT_LESSON, i, 1)->subject =
            ll_view_of(subjects[i]);
    ll_view *prints = ll_review_fingerprints(arena, result);
    for (uint32_t i = 0; i < 4; i++)
        for (uint32_t k = 0; k < i; k++)
            assert_false(ll_view_equal(prints[i], prints[k]));
    /* The first of its kind keeps its name when another one comes behind it. */
    assert_true(ll_view_equal(prints[0], print_of(arena, RULE_ALPHA, "same", "", 0)));
}

TEST(numbers_in_words) {
    USE_ARENA;
    assert_view(ll_review_number(arena, 0, "gap"), "0 gaps");
    assert_view(ll_review_number(arena, 1, "gap"), "1 gap");
    assert_view(ll_review_number(arena, 999, "row"), "999 rows");
    assert_view(ll_review_number(arena, 1145, "line"), "1,145 lines");
    assert_view(ll_review_number(arena, 4294967295u, "line"), "4,294,967,295 lines");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verdicts_follow_from_counts),
        cmocka_unit_test(places_of_a_polish_rule_are_one_finding),
        cmocka_unit_test(places_of_one_polish_finding_that_is_back_are_one),
        cmocka_unit_test(rules_about_history_are_in_no_review),
        cmocka_unit_test(one_rule_may_have_two_severities),
        cmocka_unit_test(what_is_not_listed_counts),
        cmocka_unit_test(the_rationale_follows_from_the_counts),
        cmocka_unit_test(fingerprints_survive_moves_and_tell_findings_apart),
        cmocka_unit_test(repeats_have_fingerprints_of_their_own),
        cmocka_unit_test(numbers_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
