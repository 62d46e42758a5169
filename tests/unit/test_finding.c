/* finding: order, repeats, values. */
#include <stdio.h>

#include "support.h"

#include "finding/finding.h"

static void add(ll_arena *arena, ll_finding_list *list, ll_document document, uint32_t offset,
                uint32_t rule, const char *message) {
    LL_ARRAY_PUSH(arena, list,
                  ((ll_finding){.rule = rule,
                                .range = {document, offset, 1},
                                .message = ll_view_of(message)}));
}

TEST(findings_stand_in_the_order_of_the_documents) {
    USE_ARENA;
    ll_finding_list list = {0};
    add(arena, &list, LL_DOCUMENT_LESSON, 5, 2, "a third rule");
    add(arena, &list, LL_DOCUMENT_LESSON, 5, 0, "lesson 5");
    add(arena, &list, LL_DOCUMENT_PLAN, 90, 0, "plan 90");
    add(arena, &list, LL_DOCUMENT_LESSON, 5, 1, "lesson 5, second rule");
    add(arena, &list, LL_DOCUMENT_PLAN, 7, 3, "plan 7");
    ll_findings_sort(&list);
    assert_int_equal(list.len, 5);
    assert_view(list.at[0].message, "plan 7");
    assert_view(list.at[1].message, "plan 90");
    assert_view(list.at[2].message, "lesson 5");
    assert_view(list.at[3].message, "lesson 5, second rule");
    assert_view(list.at[4].message, "a third rule");
}

TEST(the_same_said_twice_is_kept_once) {
    USE_ARENA;
    ll_finding_list list = {0};
    add(arena, &list, LL_DOCUMENT_PLAN, 5, 0, "a");
    add(arena, &list, LL_DOCUMENT_PLAN, 5, 0, "b");
    add(arena, &list, LL_DOCUMENT_PLAN, 5, 0, "a");
    ll_findings_sort(&list);
    assert_int_equal(list.len, 2);
    assert_view(list.at[0].message, "a");
    assert_view(list.at[1].message, "b");
}

TEST(an_empty_list_can_be_sorted) {
    USE_ARENA;
    (void)arena;
    ll_finding_list list = {0};
    ll_findings_sort(&list);
    assert_int_equal(list.len, 0);
}

TEST(values_are_found_by_name) {
    USE_ARENA;
    ll_finding finding = {0};
    LL_ARRAY_PUSH(arena, &finding.values, ((ll_value){"tag", LL_VIEW("summary")}));
    assert_view(*ll_finding_value(&finding, LL_VIEW("tag")), "summary");
    assert_null(ll_finding_value(&finding, LL_VIEW("section")));
}

static void severities_have_names(void **state) {
    (void)state;
    assert_string_equal(ll_severity_name(LL_SEVERITY_CRITICAL), "critical");
    assert_string_equal(ll_severity_name(LL_SEVERITY_OFF), "off");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_stand_in_the_order_of_the_documents),
        cmocka_unit_test(the_same_said_twice_is_kept_once),
        cmocka_unit_test(an_empty_list_can_be_sorted),
        cmocka_unit_test(values_are_found_by_name),
        cmocka_unit_test(severities_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
