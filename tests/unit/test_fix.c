/* fix: which edits are made together, and what a document is with them. */
#include <stdio.h>

#include "support.h"

#include "pair.h"

#include "fix/fix.h"

/* A result with one finding for each list of edits; `text` is the lesson. */
static ll_result *result_of(ll_arena *arena, const char *text) {
    ll_result *result = LL_ARENA_NEW(arena, ll_result);
    ll_rule_set *rules = LL_ARENA_NEW(arena, ll_rule_set);
    *rules = ll_rules_shipped(arena);
    result->rules = rules;
    result->facts = facts_of(arena, NULL, text);
    result->outcomes = LL_ARENA_ARRAY(arena, ll_outcome, rules->len);
    return result;
}

static ll_finding *add_finding(ll_arena *arena, ll_result *result) {
    ll_finding *finding = LL_ARRAY_ADD(arena, &result->findings);
    finding->range.document = LL_DOCUMENT_LESSON;
    return finding;
}

static void add_edit(ll_arena *arena, ll_finding *finding, uint32_t offset, uint32_t length,
                     const char *text) {
    LL_ARRAY_PUSH(arena, &finding->edits,
                  ((ll_edit){offset, length, ll_view_of(text), LL_SAFETY_SAFE}));
}

static bool all(const void *context, const ll_finding *finding) {
    (void)context;
    (void)finding;
    return true;
}

/* The text with all edits that go together. */
static ll_view fixed(ll_arena *arena, const ll_result *result) {
    ll_fix_choice choice = {0};
    bool made[16];
    ll_fix_choose(&choice, arena, result, all, NULL);
    for (int i = 0; i < 16; i++)
        made[i] = true;
    return ll_fix_apply(arena, result, &choice, made, LL_DOCUMENT_LESSON,
                        result->facts->sources[LL_DOCUMENT_LESSON]->text);
}

/* Two edits of "0123456789", each of its own finding, as {offset, length, text}. */
typedef struct two {
    uint32_t first[2];
    const char *first_text;
    uint32_t second[2];
    const char *second_text, *expected;
} two;

TEST(edits_that_overlap_wait) {
    USE_ARENA;
    static const two pairs[] = {
        {{2, 2}, "a", {6, 2}, "b", "01a45b89"},
        {{6, 2}, "b", {2, 2}, "a", "01a45b89"},
        {{2, 2}, "a", {4, 2}, "b", "01ab6789"}, /* they touch */
        {{2, 2}, "a", {3, 2}, "b", "01a456789"},
        {{3, 2}, "b", {2, 2}, "a", "012b56789"},
        {{2, 4}, "a", {3, 1}, "b", "01a6789"},
        {{2, 4}, "a", {3, 0}, "b", "01a6789"},
        {{3, 0}, "b", {2, 4}, "a", "012b3456789"},
        {{2, 2}, "a", {4, 0}, "b", "01ab456789"}, /* behind it */
        {{4, 0}, "b", {2, 2}, "a", "01ab456789"},
        {{2, 0}, "a", {2, 0}, "b", "01a23456789"},
        {{2, 0}, "a", {2, 2}, "b", "01a23456789"},
        {{0, 0}, "a", {10, 0}, "b", "a0123456789b"},
        {{0, 10}, "", {10, 0}, "b", "b"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const two *one = &pairs[i];
        ll_result *result = result_of(arena, "0123456789");
        add_edit(arena, add_finding(arena, result), one->first[0], one->first[1], one->first_text);
        add_edit(arena, add_finding(arena, result), one->second[0], one->second[1],
                 one->second_text);
        assert_view(fixed(arena, result), one->expected);
    }
}

TEST(edits_of_one_finding_are_made_all_or_none) {
    USE_ARENA;
    ll_result *result = result_of(arena, "0123456789");
    ll_finding *first = add_finding(arena, result);
    add_edit(arena, first, 1, 1, "a");
    add_edit(arena, first, 8, 1, "b");
    ll_finding *second = add_finding(arena, result);
    add_edit(arena, second, 4, 1, "c");
    add_edit(arena, second, 7, 2, "d"); /* overlaps the first one's */
    assert_view(fixed(arena, result), "0a234567b9");
}

TEST(bytes_outside_of_edits_stay) {
    USE_ARENA;
    ll_source *source = NULL;
    ll_error error;
    ll_result *result = result_of(arena, "");
    static const ll_view bytes = LL_VIEW_INIT("\xEF\xBB\xBF\xFF\r\nb\x80");
    assert_int_equal(ll_source_from(&source, arena, LL_VIEW("x.tsx"), bytes, &error), LL_OK);
    result->facts->sources[LL_DOCUMENT_LESSON] = source;
    add_edit(arena, add_finding(arena, result), 3, 1, "c"); /* the b */
    ll_fix_choice choice = {0};
    bool made = true;
    ll_fix_choose(&choice, arena, result, all, NULL);
    ll_view seen = ll_fix_apply(arena, result, &choice, &made, LL_DOCUMENT_LESSON, bytes);
    assert_true(ll_view_equal(seen, LL_VIEW("\xEF\xBB\xBF\xFF\r\nc\x80")));
    made = false;
    seen = ll_fix_apply(arena, result, &choice, &made, LL_DOCUMENT_LESSON, bytes);
    assert_true(ll_view_equal(seen, bytes));
}

TEST(a_fix_may_add_no_finding) {
    USE_ARENA;
    ll_result *before = result_of(arena, "<LessonLayout />");
    uint32_t rule = ll_rule_index(before->rules, LL_VIEW("double-hyphen"));
    uint32_t other = ll_rule_index(before->rules, LL_VIEW("em-dash-spacing"));
    uint32_t history = ll_rule_index(before->rules, LL_VIEW("finding-location-unknown"));
    add_edit(arena, add_finding(arena, before), 0, 1, "<");
    before->findings.at[0].rule = rule;
    before->outcomes[rule].failed = 2;
    ll_fix_choice choice = {0};
    bool made = true;
    ll_fix_choose(&choice, arena, before, all, NULL);
    ll_result *behind = result_of(arena, "<LessonLayout />");
    behind->outcomes[rule].failed = 1;
    assert_true(ll_fix_is_better(arena, before, behind, &choice, &made));
    behind->outcomes[history].failed = 1; /* speaks of what the lesson was */
    assert_true(ll_fix_is_better(arena, before, behind, &choice, &made));
    behind->outcomes[other].failed = 1;
    assert_false(ll_fix_is_better(arena, before, behind, &choice, &made));
    behind->outcomes[other].failed = 0;
    behind->outcomes[rule].failed = 2; /* the place is mended, another one came */
    assert_false(ll_fix_is_better(arena, before, behind, &choice, &made));
    ll_result *broken = result_of(arena, "<LessonLayout>");
    assert_non_null(broken->facts->tsx->fault);
    assert_false(ll_fix_is_better(arena, before, broken, &choice, &made));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_that_overlap_wait),
        cmocka_unit_test(edits_of_one_finding_are_made_all_or_none),
        cmocka_unit_test(bytes_outside_of_edits_stay),
        cmocka_unit_test(a_fix_may_add_no_finding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
