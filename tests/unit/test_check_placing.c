/* check, facts: where a reader of the plan is sent, and what the order of the outline tells. */
#include <stdio.h>

#include "support.h"

#include "check_support.h"
#include "facts/placing.h"
#include "facts/support.h"

#define ROW(content) "<Row><Row.Content>" content "</Row.Content></Row>\n"
#define TITLED(title, content) ROW("<SectionHeader title=\"" title "\" /><p>" content "</p>")
#define IN_LAYOUT(rows) "export function L() { return <LessonLayout>" rows "</LessonLayout> }\n"
#define OUTLINE(items) "# Lesson: X\n\n## Phase 3\n\n### Lesson Outline\n\n" items
#define TEN "alpha bravo charlie delta echo foxtrot golf hotel india juliet"

/* Where the item stands; empty for nowhere. */
static ll_view section_of_item(ll_facts *facts, uint32_t number) {
    ll_outline_match match = ll_facts_outline(facts, &facts->plan->outline.at[number]);
    if (match.element == LL_TSX_NONE || match.elsewhere)
        return LL_VIEW("");
    return ll_lesson_section_at(facts->lesson, facts->tsx->nodes.at[match.element].end - 1);
}

static const char PARTED[] = OUTLINE(
    "1. **Explain: Salt**\n2. **Explain: Kilo and Lima**\n\n   " TEN "\n3. **Explain: Pepper**\n");

TEST(an_item_may_stand_in_several_sections_between_its_neighbours) {
    USE_ARENA;
    static const struct {
        const char *lesson, *section;
    } cases[] = {
        /* two words in each of two sections: too few for one Row, enough for both */
        {IN_LAYOUT(TITLED("Salt", "x") TITLED("One", "alpha") TITLED("Two", "bravo charlie")
                       TITLED("Pepper", "x")),
         "Two"},
        /* what shares words with the title begins the item */
        {IN_LAYOUT(TITLED("Salt", "x") TITLED("On Kilo, Mike and Oscar", "alpha")
                       TITLED("Two", "bravo charlie") TITLED("Pepper", "x")),
         "On Kilo, Mike and Oscar"},
        /* too little */
        {IN_LAYOUT(TITLED("Salt", "x") TITLED("One", "alpha") TITLED("Two", "bravo")
                       TITLED("Pepper", "x")),
         ""},
        /* enough, but behind the next item */
        {IN_LAYOUT(TITLED("Salt", "x") TITLED("Pepper", "x") TITLED("One", "alpha")
                       TITLED("Two", "bravo charlie")),
         ""},
        /* enough, but in the section of another item */
        {IN_LAYOUT(TITLED("Salt", "alpha bravo charlie") TITLED("Pepper", "x")), ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_facts *facts = facts_of(arena, PARTED, cases[i].lesson);
        if (!ll_view_equal(section_of_item(facts, 1), ll_view_of(cases[i].section)))
            fail_msg("case %zu", i);
        judged *made =
            judge(arena, shipped(arena, "outline-item-missing"), PARTED, cases[i].lesson);
        assert_int_equal(made->findings.len, cases[i].section[0] == '\0');
    }
}

#define CHECK(title)                                                                               \
    ROW("<GradientCard title=\"" title "\"><details><summary>s</summary>a</details></"             \
        "GradientCard>")

TEST(fewer_checks_than_planned_are_told_apart_by_their_place) {
    USE_ARENA;
    static const char plan[] =
        OUTLINE("1. **Explain: Salt**\n2. **Check**\n3. **Explain: Pepper**\n"
                "4. **Check**\n");
    static const char first[] =
        IN_LAYOUT(TITLED("Salt", "x") CHECK("Check: a") TITLED("Pepper", "x"));
    static const char second[] =
        IN_LAYOUT(TITLED("Salt", "x") TITLED("Pepper", "x") CHECK("Check: a"));
    ll_facts *facts = facts_of(arena, plan, first);
    assert_view(section_of_item(facts, 1), "Salt");
    assert_view(section_of_item(facts, 3), "");
    facts = facts_of(arena, plan, second);
    assert_view(section_of_item(facts, 1), "");
    assert_view(section_of_item(facts, 3), "Pepper");
    /* the rule asks for any check */
    assert_findings(judge(arena, shipped(arena, "outline-item-missing"), plan, first), 0, 3 + 1);
}

TEST(a_phase_is_no_check_beside_one) {
    USE_ARENA;
    static const char plan[] = OUTLINE("1. **Explain: Salt**\n2. **Check**\n");
    ll_facts *facts = facts_of(
        arena, plan,
        IN_LAYOUT(ROW("<PhaseCard title=\"Predict\" />") TITLED("Salt", "x") CHECK("Check: a")));
    ll_outline_match match = ll_facts_outline(facts, &facts->plan->outline.at[1]);
    assert_true(ll_tsx_is(facts->tsx, match.element, LL_VIEW("GradientCard")));
}

TEST(of_several_elements_of_a_name_the_attributes_tell) {
    USE_ARENA;
    ll_facts *facts =
        facts_of(arena, "# Lesson: X\n",
                 IN_LAYOUT(ROW("<DialWidget mode=\"left\"/>") ROW("<DialWidget mode=\"right\"/>")));
    uint32_t first = ll_facts_named_element(facts, LL_VIEW("DialWidget"));
    assert_int_equal(ll_facts_named_element(facts, LL_VIEW("DialWidget, left mode")), first);
    assert_int_not_equal(ll_facts_named_element(facts, LL_VIEW("DialWidget, right mode")), first);
}

TEST(a_picture_of_a_helper_is_seen_where_that_is_used) {
    USE_ARENA;
    static const char plan[] = "# Lesson: X\n\n### Modalities\n\n| Modality | What | Why |\n"
                               "|---|---|---|\n| Visual | a sketch of the mill | w |\n";
    static const char lesson[] =
        "function Sketch() { return <svg /> }\n"
        "function Frame() { return <div><Sketch /></div> }\n" IN_LAYOUT(
            ROW("<p>salt</p><Frame size={1} />") ROW("<p>the mill</p><Frame size={2} />"));
    ll_facts *facts = facts_of(arena, plan, lesson);
    uint32_t shown = ll_facts_modality_element(facts, 0);
    assert_true(ll_tsx_is(facts->tsx, shown, LL_VIEW("Frame")));
    assert_int_equal(ll_lesson_row_of(facts->lesson, shown), 1);
}

/* "Predict, sample, append" sums the lesson up; it heads no check. */
TEST(a_summary_heads_no_check) {
    USE_ARENA;
    static const char plan[] =
        "# Lesson: X\n\n### Lesson Outline\n\n1. **Check 1 -- Wet**\n"
        "2. **Explain -- The Mill**\n3. **Check 2 -- Dry**\n4. **Summary**\n";
    ll_facts *facts = facts_of(
        arena, plan,
        IN_LAYOUT(
            ROW("<SectionHeader title=\"Ropes\" subtitle=\"Check 1\"/><details>a</details>")
                ROW("<SectionHeader title=\"The Mill\"/>")
                    ROW("<SectionHeader title=\"Straw\" subtitle=\"Check 2\"/>")
                        ROW("<SummaryBlock items={[{ headline: 'Predict, sample, append' }]}/>")));
    for (uint32_t i = 0; i < 3; i += 2) {
        ll_outline_match match = ll_facts_outline(facts, &facts->plan->outline.at[i]);
        assert_false(match.elsewhere);
        assert_int_equal(ll_lesson_row_at(facts->lesson, match.element), i);
    }
}

/* The name of the modality tells more than what it is to show. */
TEST(a_modality_is_shown_by_the_kind_of_element_that_it_names) {
    USE_ARENA;
    static const struct {
        const char *name, *what, *tag;
    } cases[] = {
        {"Code", "the formula in Python", "CodeBlock"},
        {"Symbolic", "the formula of the mill", "BlockMath"},
        {"Symbolic (table)", "code and formula", "table"},
        {"Symbolic", "signs", "BlockMath"},
        {"Symbolic (chart)", "signs", "BlockMath"}, /* there is none: no kind is better */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view plan =
            ll_arena_format(arena,
                            "# Lesson: X\n\n### Modalities\n\n| Modality | What | Why |\n"
                            "|---|---|---|\n| %s | %s | w |\n",
                            cases[i].name, cases[i].what);
        ll_facts *facts = facts_of(arena, plan.ptr,
                                   IN_LAYOUT(ROW("<BlockMath math=\"a\" />") ROW(
                                       "<CodeBlock code=\"b\" />") ROW("<table><tr /></table>")));
        uint32_t shown = ll_facts_modality_element(facts, 0);
        assert_view(ll_tsx_lead(facts->tsx, shown), cases[i].tag);
    }
}

#define MISCONCEPTIONS(rows)                                                                       \
    "# Lesson: X\n\n### Misconceptions Table\n\n"                                                  \
    "| Misconception | Why | Negative Example | Where to Address |\n|---|---|---|---|\n" rows
#define EXAMPLES(rows)                                                                             \
    "\n### Examples Planned\n\n| Example | Type | Purpose |\n|---|---|---|\n" rows

TEST(an_example_may_answer_a_misconception) {
    USE_ARENA;
    static const char plan[] = MISCONCEPTIONS("| alpha bravo charlie delta | y | echo foxtrot golf "
                                              "hotel india juliet | s |\n")
        EXAMPLES("| echo foxtrot golf mike | Negative | p |\n");
    static const char other[] =
        MISCONCEPTIONS("| alpha bravo charlie delta | y | echo foxtrot golf "
                       "hotel india juliet | s |\n"
                       "| mike oscar | y | echo foxtrot golf papa | s |\n")
            EXAMPLES("| echo foxtrot golf mike | Negative | p |\n");
    static const char lesson[] = IN_LAYOUT(ROW("<p>echo foxtrot golf</p>")); /* 3 of 10, 3 of 4 */
    static const char lacking[] = IN_LAYOUT(ROW("<p>hotel india juliet</p>"));
    ll_rule *rule = shipped(arena, "misconception-uncovered");
    assert_true(ll_facts_example_answers(facts_of(arena, plan, lesson), 0));
    assert_findings(judge(arena, rule, plan, lesson), 0, 1);
    assert_findings(judge(arena, rule, plan, lacking), 1, 1);
    assert_false(ll_facts_example_answers(facts_of(arena, other, lesson), 0));
}

TEST(a_place_is_where_the_claim_is_spoken_of) {
    USE_ARENA;
    static const char plan[] =
        MISCONCEPTIONS("| alpha bravo | y | charlie delta echo foxtrot golf hotel | s |\n");
    ll_facts *facts = facts_of(arena, plan,
                               IN_LAYOUT(ROW("<p>charlie delta echo</p>") ROW(
                                   "<p>alpha foxtrot golf</p>") ROW("<p>hotel x</p>")));
    assert_int_equal(ll_facts_place(facts, LL_PLANNED_MISCONCEPTION, 0).best, 1);
}

/* The title of a card goes before words that stand in the header of another section. */
TEST(a_check_stands_where_its_title_does) {
    USE_ARENA;
    static const char plan[] =
        OUTLINE("1. **Explain: Salt**\n2. **Check #1 -- Which Mill Was It?**\n"
                "3. **Explain: The Second Mill**\n");
    static const char *const titles[] = {"Check: Which Mill Was It?",
                                         "Check #1: which mill was it?"};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        ll_view lesson = ll_arena_format(
            arena,
            IN_LAYOUT(TITLED("Salt", "x")
                          ROW("<GradientCard title=\"%s\"><details>a</details></GradientCard>")
                              TITLED("The Second Mill Was It", "y")),
            titles[i]);
        ll_facts *facts = facts_of(arena, plan, lesson.ptr);
        ll_outline_match match = ll_facts_outline(facts, &facts->plan->outline.at[1]);
        assert_true(ll_tsx_is(facts->tsx, match.element, LL_VIEW("GradientCard")));
        assert_false(match.elsewhere);
    }
}

/* Two cards of one title stand in the order of the plan's checks. */
TEST(checks_of_one_title_are_told_by_their_order) {
    USE_ARENA;
    ll_facts *facts = facts_of(
        arena,
        OUTLINE("1. **Check -- Your Turn**\n2. **Explain: Salt**\n3. **Check -- Your Turn**\n"),
        IN_LAYOUT(CHECK("Check: Your Turn") TITLED("Salt", "x") CHECK("Check: Your Turn")));
    uint32_t first = ll_facts_outline(facts, &facts->plan->outline.at[0]).element;
    uint32_t second = ll_facts_outline(facts, &facts->plan->outline.at[2]).element;
    assert_int_equal(ll_lesson_row_at(facts->lesson, first), 0);
    assert_int_equal(ll_lesson_row_at(facts->lesson, second), 2);
}

/* One word of two stands anywhere: a generic title is not found by it. */
TEST(one_word_is_no_place_for_a_generic_item) {
    USE_ARENA;
    ll_facts *facts =
        facts_of(arena, OUTLINE("1. **Explain: Salt**\n2. **Takeaways**\n   - Key points\n"),
                 IN_LAYOUT(TITLED("Salt", "the key of salt") TITLED("Rye", "x")));
    ll_outline_match match = ll_facts_outline(facts, &facts->plan->outline.at[1]);
    assert_int_equal(match.element, LL_TSX_NONE);
    assert_false(match.judged);
}

/* A widget that the title names is the place, wherever else its words stand. */
TEST(an_exploration_is_the_widget_that_it_names) {
    USE_ARENA;
    ll_facts *facts = facts_of(
        arena, OUTLINE("1. **Explain: Salt**\n2. **Explore: DialWidget**\n   - Turn the mill\n"),
        IN_LAYOUT(TITLED("Salt", "turn the mill") ROW("<DialWidget />")));
    ll_outline_match match = ll_facts_outline(facts, &facts->plan->outline.at[1]);
    assert_true(ll_tsx_is(facts->tsx, match.element, LL_VIEW("DialWidget")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_item_may_stand_in_several_sections_between_its_neighbours),
        cmocka_unit_test(fewer_checks_than_planned_are_told_apart_by_their_place),
        cmocka_unit_test(a_phase_is_no_check_beside_one),
        cmocka_unit_test(of_several_elements_of_a_name_the_attributes_tell),
        cmocka_unit_test(a_picture_of_a_helper_is_seen_where_that_is_used),
        cmocka_unit_test(a_summary_heads_no_check),
        cmocka_unit_test(a_modality_is_shown_by_the_kind_of_element_that_it_names),
        cmocka_unit_test(an_example_may_answer_a_misconception),
        cmocka_unit_test(a_check_stands_where_its_title_does),
        cmocka_unit_test(checks_of_one_title_are_told_by_their_order),
        cmocka_unit_test(one_word_is_no_place_for_a_generic_item),
        cmocka_unit_test(an_exploration_is_the_widget_that_it_names),
        cmocka_unit_test(a_place_is_where_the_claim_is_spoken_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
