/* check: the rules that judge a plan alone, at the rims: options, odd tables, line ends, several
 * sections of one kind. The common cases are the fixtures of each rule. */
#include <stdio.h>

#include "support.h"

#include "check_support.h"

/* What a rule with `option` (NULL: as shipped) says of a plan. */
static judged *judge_plan_with(ll_arena *arena, const char *id, const ll_option_value *option,
                               const char *plan) {
    return judge_with(arena, shipped(arena, id), option, plan, NULL);
}

static judged *judge_plan(ll_arena *arena, const char *id, const char *plan) {
    return judge_plan_with(arena, id, NULL, plan);
}

TEST(plans_without_tables_have_nothing_to_judge) {
    USE_ARENA;
    static const char *const ids[] = {
        "table-row-ragged",    "misconception-place",      "modality-rationale",
        "new-concept-load",    "scope-exclusions-missing", "depth-disagrees",
        "checklist-unchecked", "checklist-contradiction",  "plan-slug-mismatch"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        assert_findings(judge_plan(arena, ids[i], ""), 0, 0);
        assert_findings(judge_plan(arena, ids[i], "# T\n\ntext | with | pipes\n"), 0, 0);
    }
}

TEST(ragged_rows_name_the_pipe) {
    USE_ARENA;
    static const struct {
        const char *row, *message;
    } rows[] = {
        {"| P(a|b) | c |", "the row “P(a|b)” has 3 cells on GitHub and not 2: write `P(a\\|b)`"},
        {"| a | `b | c` |", "the row “a” has 3 cells on GitHub and not 2: write `b \\| c`"},
        {"| a | x|y and P(a\\|b)|c |",
         "the row “a” has 4 cells on GitHub and not 2: write `x\\|y`"},
        {"| a |", "the row “a” has 1 of 2 cells"},
        {"| | b | |", "the row “b” has 3 cells and the header only 2: take away the surplus, or "
                      "write `\\|` where a "
                      "pipe is part of the text"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        judged *made = judge_plan(
            arena, "table-row-ragged",
            ll_arena_format(arena, "| A | B |\r\n|---|---|\r\n| 1 | 2 |\r\n%s\r\n", rows[i].row)
                .ptr);
        assert_findings(made, 1, 2);
        assert_view(made->findings.at[0].message, rows[i].message);
    }
}

TEST(a_long_word_around_a_pipe_is_cut) {
    USE_ARENA;
    char row[600] = "| A | B |\n|---|---|\n| ";
    for (int i = 0; i < 100; i++)
        strcat(row, "\xC3\xA4");
    strcat(row, "|");
    for (int i = 0; i < 100; i++)
        strcat(row, "\xC3\xB6");
    strcat(row, " | b |\n");
    judged *made = judge_plan(arena, "table-row-ragged", row);
    assert_findings(made, 1, 1);
    ll_view message = made->findings.at[0].message;
    size_t at = ll_view_find(message, LL_VIEW("write `\xC3\xA4"), 0);
    assert_int_not_equal(at, LL_VIEW_NONE);
    assert_true(message.len - at < 100);
}

TEST(sections_that_a_misconception_points_to_are_looked_up) {
    USE_ARENA;
    static const struct {
        const char *where;
        uint32_t findings;
    } cells[] = {
        {"Section 2", 0},
        {"section 3", 1},
        {"Sections 1, 2 and 3", 1},
        {"Sections 1-2", 0},
        {"Section 2, 300 words", 0},
        {"Sections 2, 3", 1},
        {"In the hook; see also Section 14 of the textbook", 0},
        {"Section 14 of this lesson", 1},
        {"Section 3 of the outline", 1},
        {"Section 1 \xE2\x80\x93 3", 0}, /* no range: a dash with blanks goes on with text */
        {"Sections 1\xE2\x80\x93"
         "3",
         1},
        {"\xC2\xA7 3", 1},
        {"0", 1},
        {"2b", 0},
        {"2, 5% of the time", 0},
        {"Section 9.3", 0},
        {"Section 9th", 0},
        {"Section 9%", 0},
        {"Subsection 9", 0},
        {"3 cards in the aside", 0},
        {"Section 99999999999", 0},
        {"Not addressed", 1},
        {"A place that is not addressed so far", 0},
        {"\xE2\x80\x94", 1},
        {"**\xE2\x80\x94**", 1},
    };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        judged *made =
            judge_plan(arena, "misconception-place",
                       ll_arena_format(
                           arena,
                           "| Misconception | Why | Negative Example | Where |\n|---|---|---|---|\n"
                           "| a | b | c | %s |\n\n### Lesson Outline\n\n1. **One**\n2. **Two**\n",
                           cells[i].where)
                           .ptr);
        if (made->findings.len != cells[i].findings)
            fail_msg("%s: %u findings", cells[i].where, made->findings.len);
    }
}

TEST(the_load_has_a_limit_of_its_own) {
    USE_ARENA;
    const char *plan = "### Cognitive Load\n\n- **New concepts:** 4-5 (many)\n";
    ll_option_value most = {.number = 5};
    assert_findings(judge_plan_with(arena, "new-concept-load", &most, plan), 0, 1);
    most.number = 4;
    judged *made = judge_plan_with(arena, "new-concept-load", &most, plan);
    assert_findings(made, 1, 1);
    assert_int_equal(made->findings.at[0].severity, LL_SEVERITY_IMPROVEMENT);
    most.number = 3;
    made = judge_plan_with(arena, "new-concept-load", &most, plan);
    assert_int_equal(made->findings.at[0].severity, LL_SEVERITY_CRITICAL);
}

TEST(other_sections_may_be_required) {
    USE_ARENA;
    ll_view names[] = {LL_VIEW("outline"), LL_VIEW("assessment-plan"), LL_VIEW("checklists")};
    ll_option_value required = {.items = names, .item_count = 3};
    judged *made = judge_plan_with(arena, "plan-section-missing", &required,
                                   "# T\n\n## Assessment Plan\n\ntext\n");
    assert_findings(made, 2, 3);
    assert_int_equal(made->findings.at[0].severity, LL_SEVERITY_IMPROVEMENT);
    assert_view(made->findings.at[0].message, "the plan has no section “outline”");
    assert_int_equal(made->findings.at[0].range.offset, 0);
    assert_int_equal(made->findings.at[0].range.length, 3);
    assert_int_equal(made->findings.at[1].severity, LL_SEVERITY_POLISH);
    made = judge_plan_with(arena, "plan-section-missing", &required,
                           "# T\n\n**Status:** Built (retroactive record)\n\n## Phase 1\n");
    assert_findings(made, 1, 1);
    assert_view(made->findings.at[0].message, "the plan has no section “assessment plan”");
}

TEST(an_empty_plan_lacks_every_section) {
    USE_ARENA;
    judged *made = judge_plan(arena, "plan-section-missing", "");
    assert_findings(made, 12, 12);
    assert_int_equal(made->findings.at[0].range.length, 0);
}

TEST(exclusions_are_known_by_many_words) {
    USE_ARENA;
    static const struct {
        const char *scope;
        uint32_t findings;
    } scopes[] = {
        {"### Scope\n\n- a\n", 1},
        {"### Scope\n\n- this is not about trees\n", 1},
        {"### Scope\n\n- trees (NOT today)\n", 0},
        {"### Scope\n\nTrees are excluded.\n", 0},
        {"### Scope\n\n- Notation is kept\n", 1},
        {"### Scope\n\n- **No** trees\n", 0},
        {"### Scope\n\n- **Does not** plant trees\n", 0},
        {"### Scope\n\n- **Not:** trees\n", 0},
        {"### Scope\n\n- Doesn’t plant trees\n", 0},
        {"### Scope\n\n- Won't plant trees\n", 0},
        {"### Scope\n\n- Trees are not covered\n", 0},
        {"### Scope\n\n- ❌ Trees\n", 0},
        {"### Scope\n\n- No-code tools\n", 1},
        {"### Scope\n\n- ✅ Trees\n", 1},
        {"### Scope\n\n**This lesson isn't about:**\n- trees\n", 0},
        {"### Scope\n\n**This lesson isn’t about:**\n- trees\n", 0},
        {"### Scope\n\n- **No trees**\n", 0},
        {"### Scope\n\n#### What this lesson does not do\n\n- trees\n", 0},
        {"### Scope\n\n- a\n\n### Next\n\n- NOT trees\n", 1},
        {"### Scope\n\n- a\n\n## Review -- 2026-01-02\n\n**Out of scope:** trees\n", 1},
        {"### Scope\n\n- a\n\n### Does not belong to it\n", 1},
        {"### Scope: halving, NOT trees\n\n- a\n", 0},
        {"**Scope:** a\n\n**Left out:** trees\n", 0},
    };
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++) {
        judged *made = judge_plan(arena, "scope-exclusions-missing",
                                  ll_arena_format(arena, "# T\n\n---\n\n%s", scopes[i].scope).ptr);
        assert_int_equal(made->check.outcome.checked, 1);
        if (made->findings.len != scopes[i].findings)
            fail_msg("%s: %u findings", scopes[i].scope, made->findings.len);
    }
}

TEST(concepts_behind_the_prerequisites_are_no_student_state) {
    USE_ARENA;
    const char *prerequisites =
        "| Concept | Required Depth | Actual Depth | Source | Status | Reasoning |\n"
        "|---|---|---|---|---|---|\n| Loops | MENTIONED | APPLIED | a | OK | b |\n\n";
    const char *concepts =
        "| Concept | Depth | Source |\n|---|---|---|\n| Loops | MENTIONED | a |\n\n";
    judged *made = judge_plan(arena, "depth-disagrees",
                              ll_arena_format(arena, "%s%s", concepts, prerequisites).ptr);
    assert_findings(made, 1, 1);
    assert_view(made->findings.at[0].message,
                "“Loops” stands at APPLIED here and at MENTIONED in line 3");
    assert_int_equal(made->findings.at[0].related.range.document, LL_DOCUMENT_PLAN);
    made = judge_plan(arena, "depth-disagrees",
                      ll_arena_format(arena, "%s%s", prerequisites, concepts).ptr);
    assert_findings(made, 0, 0);
}

TEST(one_item_is_one_contradiction) {
    USE_ARENA;
    judged *made =
        judge_plan(arena, "checklist-contradiction",
                   "| Misconception | Why | Negative Example |\n|---|---|---|\n| a | b | c |\n\n"
                   "## Checklists\n\n- [x] Misconceptions (2 identified): 3 misconceptions\n"
                   "- [x] All misconceptions (1 identified): 1 misconception\n");
    assert_findings(made, 1, 4);
    assert_view(made->findings.at[0].message,
                "ticked, but the misconceptions table counts 1 and not 2: “Misconceptions (2 "
                "identified): 3 misconceptions”");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plans_without_tables_have_nothing_to_judge),
        cmocka_unit_test(ragged_rows_name_the_pipe),
        cmocka_unit_test(a_long_word_around_a_pipe_is_cut),
        cmocka_unit_test(sections_that_a_misconception_points_to_are_looked_up),
        cmocka_unit_test(the_load_has_a_limit_of_its_own),
        cmocka_unit_test(other_sections_may_be_required),
        cmocka_unit_test(an_empty_plan_lacks_every_section),
        cmocka_unit_test(exclusions_are_known_by_many_words),
        cmocka_unit_test(concepts_behind_the_prerequisites_are_no_student_state),
        cmocka_unit_test(one_item_is_one_contradiction),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
