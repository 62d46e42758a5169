/* review: findings that people wrote, judged by the rules at the places that they name. */
#include <stdio.h>

#include "support.h"

#include "pair.h"

#include "review/history.h"

static const char PLAN_OF_TIDES[] =
    "# Lesson: Tides\n\n**Slug:** plan\n\n"
    "### Prerequisites Table\n\n"
    "| Concept | Required Depth | Actual Depth | Source | Status | Reasoning |\n"
    "|---|---|---|---|---|---|\n"
    "| Moon | DEVELOPED | INTRODUCED | sky (1.1.1) | OK | Needed. |\n"
    "| Water | DEVELOPED | APPLIED | sea (1.1.2) | OK | Needed. |\n"
    "| Wind | assumed | assumed | air (1.1.3) | OK | Needed. |\n\n"
    "### Misconceptions Table\n\n"
    "| Misconception | Why | Negative Example | Where to Address |\n|---|---|---|---|\n"
    "| The wind pushes all water towards the harbor at night | Habit | Calm weeks without a breath "
    "still lift every boat twice a day | Section 1 |\n"
    "| Only full moons move the ocean anywhere near beaches | Habit | Half moons leave puddles on "
    "rocks where nobody expected any | Section 2 |\n"
    "| Short one | Habit | None | Section 2 |\n\n"
    "### Modalities Planned\n\n| Modality | What | Why |\n|---|---|---|\n"
    "| Visual | A drawing of both hills | Seen |\n| Verbal | A story | Told |\n";

static const char LESSON_OF_TIDES[] =
    "function Clock() {\n  return <p>Ten &mdash; or so.</p>\n}\n\n"
    "export function TidesLesson() {\n"
    "  return (\n"
    "    <LessonLayout>\n"
    "      <Row><Row.Content>\n"
    "        <LessonHeader title=\"Tides\" description=\"Two hills of water\" />\n"
    "        <SectionHeader title=\"Two Hills\" />\n"
    "        <p>High &mdash; low. The wind pushes all water towards the harbor at night? Calm "
    "weeks\n"
    "          without a breath still lift every boat twice a day.</p>\n"
    "      </Row.Content></Row>\n"
    "      <Row><Row.Content>\n"
    "        <SectionHeader title=\"The Harbor\" />\n"
    "        <p>Boats rise twice.</p>\n"
    "        <TipBlock title=\"Count\">Twice &mdash; not once.</TipBlock>\n"
    "        {/* lessonlint-disable-next-line double-hyphen -- as the sign says */}\n"
    "        <p>Ebb -- flow.</p>\n"
    "      </Row.Content></Row>\n"
    "      <Row><Row.Content>\n"
    "        <SectionHeader title=\"The Calm\" />\n"
    "        <InsightBlock title=\"Still\">Nothing moves.</InsightBlock>\n"
    "      </Row.Content></Row>\n"
    "    </LessonLayout>\n"
    "  )\n"
    "}\n";

/* Lines of the dashes above. */
#define LINES_OF_ALL "Lines 2, 11, 17, 40 and 41"

typedef struct bed {
    ll_arena *arena;
    ll_result *result;
    ll_people_judge *people;
} bed;

static bed bed_of(ll_arena *arena, const char *plan, const char *lesson, const char *off) {
    ll_rule_set *rules = LL_ARENA_NEW(arena, ll_rule_set);
    *rules = ll_rules_shipped(arena);
    ll_rule_setting *settings = LL_ARENA_ARRAY(arena, ll_rule_setting, rules->len);
    for (uint32_t i = 0; off && i < rules->len; i++)
        settings[i].off = ll_view_equal(rules->at[i]->id, ll_view_of(off));
    ll_engine *engine = ll_engine_new(arena, rules, &ll_vocabulary_default, false);
    bed made = {.arena = arena};
    ll_error error = {0};
    assert_int_equal(ll_engine_run(engine, arena, source_of(arena, "plan.md", plan),
                                   source_of(arena, "lesson.tsx", lesson), settings, &made.result,
                                   &error),
                     LL_OK);
    made.people = ll_result_judge_people(made.result, arena);
    return made;
}

typedef struct told {
    const char *title, *location;
    ll_fix_state state;
    const char *notes;
    uint32_t left;
} told;

static void assert_told(const bed *on, const told *wanted) {
    const ll_review_finding finding = {.title = ll_view_of(wanted->title),
                                       .location = ll_view_of(wanted->location)};
    ll_person_judged judged = ll_people_judge_finding(on->people, &finding);
    bool same = judged.state == wanted->state &&
                ll_view_equal(judged.notes, ll_view_of(wanted->notes)) &&
                judged.left.len == wanted->left;
    if (!same)
        print_error("%s (%s): %s, \"%.*s\", %u left\n", wanted->title, wanted->location,
                    ll_verified_name(judged.state), LL_VIEW_ARG(judged.notes), judged.left.len);
    assert_true(same);
}

#define DASHES "`em-dash-spacing` and `em-dash-line-wrap`: "

#define PERHAPS DASHES "still found in the lesson, perhaps at another place"
#define ANOTHER DASHES "something is left at another place that is named"

static const told OF_TIDES[] = {
    /* no place, or more than are named */
    {"Spaced em dashes", "", LL_FIX_NOT_FIXED, DASHES "3 places left", 3},
    {"Spaced em dashes", "Throughout the lesson", LL_FIX_NOT_FIXED, DASHES "3 places left", 3},
    {"Spaced em dashes", "Throughout, lines 2 and 11", LL_FIX_NOT_FIXED, DASHES "3 places left", 3},
    {"Spaced em dashes", "Several: `InsightBlock`, `TipBlock`", LL_FIX_NOT_FIXED,
     DASHES "3 places left", 3},
    {"Spaced em dashes", "Several, one in the \"The Calm\" section", LL_FIX_OPEN,
     DASHES "still found in the lesson, perhaps at another place", 0},
    /* sections */
    {"Spaced em dashes", "\"Two Hills\" section", LL_FIX_NOT_FIXED, DASHES "1 place left there", 1},
    {"Spaced em dashes", "\"the harbor\"", LL_FIX_NOT_FIXED, DASHES "1 place left there", 1},
    {"Spaced em dashes", "\"Two Hills\" and \"The Calm\" sections", LL_FIX_PARTIALLY,
     DASHES "1 of 2 named places left", 1},
    {"Spaced em dashes", "\"The Calm\" section", LL_FIX_FIXED,
     DASHES "gone there, elsewhere 3 places", 0},
    {"Spaced em dashes", "\"The Calm\" section, lines 11-17", LL_FIX_OPEN, ANOTHER, 0},
    {"Spaced em dashes", "\"The Storm\" section", LL_FIX_OPEN,
     DASHES "still found in the lesson, perhaps at another place", 0},
    {"Spaced em dashes", "\"Two Hills\" and \"The Storm\" sections", LL_FIX_NOT_FIXED,
     DASHES "1 place left there", 1},
    /* elements, components, words */
    {"Spaced em dashes", "`TipBlock`", LL_FIX_NOT_FIXED, DASHES "1 place left there", 1},
    {"Spaced em dashes", "<InsightBlock>", LL_FIX_FIXED, DASHES "gone there, elsewhere 3 places",
     0},
    {"Spaced em dashes", "`Clock`", LL_FIX_NOT_FIXED, DASHES "1 place left there", 1},
    {"Spaced em dashes", "`WarningBlock`", LL_FIX_OPEN,
     DASHES "still found in the lesson, perhaps at another place", 0},
    {"Spaced em dashes", "\"The Calm\" section, `TipBlock`", LL_FIX_OPEN, ANOTHER, 0},
    {"Spaced em dashes", "`TipBlock` and \"The Calm\" section", LL_FIX_OPEN, ANOTHER, 0},
    {"Spaced em dashes", "\"The Calm\" section, \"not once\"", LL_FIX_OPEN, PERHAPS, 0},
    /* the title names another place, or how many there are */
    {"Spaced em dashes in TipBlock", "\"The Calm\"", LL_FIX_OPEN, ANOTHER, 0},
    {"Spaced em dashes in \"Two Hills\"", "\"The Calm\"", LL_FIX_OPEN, ANOTHER, 0},
    {"Spaced em dashes in the \"The Calm\" section", "\"The Calm\"", LL_FIX_FIXED,
     DASHES "gone there, elsewhere 3 places", 0},
    {"Spaced em dashes in every section", "\"The Calm\"", LL_FIX_OPEN, PERHAPS, 0},
    {"Spaced em dashes in 5 sections", "\"The Calm\"", LL_FIX_OPEN, PERHAPS, 0},
    {"Spaced em dashes in \"Count\"", "\"The Calm\"", LL_FIX_OPEN, PERHAPS, 0},
    {"Both em dashes are spaced", "\"The Calm\"", LL_FIX_OPEN, PERHAPS, 0},
    {"Spacing of em dashes: one of the two", "\"The Calm\"", LL_FIX_OPEN, PERHAPS, 0},
    /* nothing but names */
    {"Spaced em dashes", "Section 3, \"The Calm\" (lines 21-23)", LL_FIX_FIXED,
     DASHES "gone there, elsewhere 3 places", 0},
    {"Spaced em dashes", "In the \"The Calm\" section and in <InsightBlock />.", LL_FIX_FIXED,
     DASHES "gone there, elsewhere 3 places", 0},
    /* and more than names */
    {"Spaced em dashes", "\"The Calm\" section, and elsewhere", LL_FIX_OPEN, PERHAPS, 0},
    {"Spaced em dashes", "\"The Calm\" section and 2 more places", LL_FIX_OPEN, PERHAPS, 0},
    {"Spaced em dashes", "\"The Calm\" section and Section 1", LL_FIX_OPEN, PERHAPS, 0},
    {"Spaced em dashes", "Section 1 and \"The Calm\"", LL_FIX_OPEN, PERHAPS, 0},
    {"Spaced em dashes", "\"The Calm\" section and line 12", LL_FIX_OPEN, PERHAPS, 0},
    {"Spaced em dashes", "\"The Calm\" section, ...", LL_FIX_OPEN, PERHAPS, 0},
    {"Spaced em dashes", "\"The Calm\" section, mostly", LL_FIX_OPEN, PERHAPS, 0},
    {"Spaced em dashes", "\"The Calm\" section, \"Count\"", LL_FIX_OPEN, PERHAPS, 0},
    {"Spaced em dashes", "\"The Calm\" section, `WarningBlock`", LL_FIX_OPEN, PERHAPS, 0},
    {"Double hyphens", "\"The Calm\" section, mostly", LL_FIX_FIXED, "`double-hyphen`: gone", 0},
    {"Spaced em dashes", "TipBlock aside, line 3", LL_FIX_NOT_FIXED, DASHES "1 place left there",
     1},
    {"Spaced em dashes", "PyTorch aside", LL_FIX_NOT_FIXED, DASHES "3 places left", 3},
    {"Spaced em dashes in the LessonHeader", "Line 44", LL_FIX_FIXED,
     DASHES "gone there, elsewhere 3 places", 0},
    {"Spaced em dashes in the LessonHeader", "\"The Harbor\"", LL_FIX_NOT_FIXED,
     DASHES "1 place left there", 1},
    {"Spaced em dashes", "\"not once\"", LL_FIX_NOT_FIXED, DASHES "1 place left there", 1},
    {"Spaced em dashes", "\"Ten or so\"", LL_FIX_OPEN,
     DASHES "still found in the lesson, perhaps at another place", 0},
    /* lines move */
    {"Spaced em dashes", "Line 11", LL_FIX_NOT_FIXED, DASHES "1 place left there", 1},
    {"Spaced em dashes", "Line 12", LL_FIX_OPEN,
     DASHES "still found in the lesson, perhaps at another place", 0},
    {"Spaced em dashes", LINES_OF_ALL, LL_FIX_PARTIALLY, DASHES "3 places left, 5 lines were named",
     3},
    /* other files */
    {"Spaced em dashes", "`Other.tsx`, line 11", LL_FIX_OPEN, "its place is another file", 0},
    {"Spaced em dashes", "`lesson.tsx`, line 11", LL_FIX_NOT_FIXED, DASHES "1 place left there", 1},
    /* accepted, nothing left, nothing to look at */
    {"Double hyphens", "\"The Harbor\" section", LL_FIX_DEFERRED,
     "`double-hyphen`: 1 suppressed by a comment", 0},
    {"Double hyphens", "\"The Calm\" section", LL_FIX_FIXED, "`double-hyphen`: gone", 0},
    {"Closing paragraph is outside of a Row", "End", LL_FIX_FIXED, "`row-wrapping`: gone", 0},
    {"Raw `h2` in the first section", "", LL_FIX_FIXED, "`raw-heading`: gone", 0},
    {"Checklist items are not ticked", "", LL_FIX_OPEN, "`checklist-unchecked`: nothing to look at",
     0},
    /* a rule that gives hints only, and finds nothing */
    {"Lesson title differs from the plan", "", LL_FIX_OPEN, "`title-disagrees` finds nothing now",
     0},
    /* rows of the plan */
    {"Misconception 1 is not addressed", "", LL_FIX_OPEN,
     "`misconception-uncovered` finds nothing there now", 0},
    {"Misconception 2 is not addressed", "\"Two Hills\" section", LL_FIX_NOT_FIXED,
     "`misconception-uncovered`: 1 place left there", 1},
    {"\"only full moons move the ocean\" misconception not addressed", "", LL_FIX_NOT_FIXED,
     "`misconception-uncovered`: 1 place left there", 1},
    {"\"The moon is made of cheese\" misconception not addressed", "", LL_FIX_OPEN,
     "the plan has no \xE2\x80\x9CThe moon is made of cheese\xE2\x80\x9D to judge by", 0},
    {"Misconception 3 is not addressed", "", LL_FIX_OPEN,
     "`misconception-uncovered`: what is named was not judged", 0},
    {"Misconception 4 is not addressed", "", LL_FIX_OPEN, "the plan has no “4” to judge by", 0},
    {"Missing visual modality", "", LL_FIX_NOT_FIXED, "`modality-absent`: 1 place left there", 1},
    {"Missing verbal modality", "", LL_FIX_OPEN, "`modality-absent`: what is named was not judged",
     0},
    {"Missing geometric modality", "", LL_FIX_OPEN, "the plan has no “geometric” to judge by", 0},
    {"Prerequisite depth mismatch for `Moon`", "", LL_FIX_NOT_FIXED,
     "`prerequisite-depth`: 1 place left there", 1},
    {"Prerequisite depth mismatch for `water`", "", LL_FIX_FIXED,
     "`prerequisite-depth`: gone there, elsewhere 1 place", 0},
    {"Prerequisite depth mismatch for `Wind`", "", LL_FIX_OPEN,
     "`prerequisite-depth`: what is named was not judged", 0},
    /* blocks */
    {"Missing summary block", "", LL_FIX_NOT_FIXED, "`block-missing`: 1 place left there", 1},
    {"No LessonHeader", "", LL_FIX_FIXED, "`block-missing`: gone there, elsewhere 4 places", 0},
    {"The hook promises too much", "\"Two Hills\" section", LL_FIX_OPEN, "no rule judges it", 0},
};

TEST(what_people_found_is_judged_at_the_place_they_name) {
    USE_ARENA;
    bed on = bed_of(arena, PLAN_OF_TIDES, LESSON_OF_TIDES, NULL);
    for (size_t i = 0; i < sizeof OF_TIDES / sizeof *OF_TIDES; i++)
        assert_told(&on, &OF_TIDES[i]);
}

/* Which findings would be back if an earlier review had found them fixed. */
TEST(what_is_left_is_the_same_defect_where_the_place_is_named) {
    USE_ARENA;
    static const struct {
        const char *title, *location;
        bool sure;
    } cases[] = {
        {"Spaced em dashes", "\"Two Hills\" section", true},
        {"Spaced em dashes", "`TipBlock`", true},
        {"Spaced em dashes", "\"not once\"", true},
        {"Missing summary block", "", true},
        {"Prerequisite depth mismatch for `Moon`", "", true},
        /* nowhere, on a line, beside it */
        {"Spaced em dashes", "", false},
        {"Spaced em dashes", "Throughout the lesson", false},
        {"Spaced em dashes", "Line 11", false},
        {"Spaced em dashes", "Below the `TipBlock`", false},
        /* gone there; judged by likeness */
        {"Spaced em dashes", "\"The Calm\" section", false},
        {"Misconception 2 is not addressed", "", false},
    };
    bed on = bed_of(arena, PLAN_OF_TIDES, LESSON_OF_TIDES, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const ll_review_finding finding = {.title = ll_view_of(cases[i].title),
                                           .location = ll_view_of(cases[i].location)};
        bool sure = ll_people_judge_finding(on.people, &finding).sure;
        if (sure != cases[i].sure)
            fail_msg("%s (%s)", cases[i].title, cases[i].location);
    }
}

TEST(a_rule_that_was_not_run_claims_nothing) {
    USE_ARENA;
    bed off = bed_of(arena, PLAN_OF_TIDES, "export function L() { return <p>A</p> }\n",
                     "em-dash-line-wrap");
    assert_told(&off, &(told){"Spaced em dashes", "", LL_FIX_OPEN, DASHES "not run, off", 0});
    bed torn = bed_of(arena, PLAN_OF_TIDES, "export function L() { return <p>A</div> }\n", NULL);
    assert_told(&torn, &(told){"Spaced em dashes", "", LL_FIX_OPEN, DASHES "not run, syntax", 0});
    bed alone = bed_of(arena, PLAN_OF_TIDES, NULL, NULL);
    assert_told(&alone,
                &(told){"Spaced em dashes", "", LL_FIX_OPEN, DASHES "not run, no lesson", 0});
}

TEST(a_hint_claims_nothing) {
    USE_ARENA;
    static const char plan[] = "# Lesson: Tides\n\n## Phase 3: Design\n\n### Lesson Outline\n\n"
                               "1. **Explain: Two Hills** With a WarningBlock.\n";
    static const char lesson[] = "export function L() { return <LessonLayout><Row><Row.Content>"
                                 "<p>A</p></Row.Content></Row></LessonLayout> }\n";
    bed on = bed_of(arena, plan, lesson, NULL);
    assert_told(&on, &(told){"Planned WarningBlock is missing", "", LL_FIX_OPEN,
                             "`planned-block-absent`: only a hint there", 0});
    assert_told(&on, &(told){"Planned InsightBlock is missing", "", LL_FIX_OPEN,
                             "`planned-block-absent`: what is named was not judged", 0});
}

#define BUTTON(attributes)                                                                         \
    "export function L() { return <LessonLayout><Row><Row.Content><p>A</p><button " attributes     \
    ">Go</button></Row.Content></Row></LessonLayout> }\n"

TEST(a_class_that_cannot_be_read_claims_nothing) {
    USE_ARENA;
    static const char plan[] = "# Lesson: Tides\n\n**Slug:** tides\n";
    static const struct {
        const char *lesson;
        ll_fix_state state;
        const char *notes;
        uint32_t left;
    } cases[] = {
        {BUTTON("className=\"bold\""), LL_FIX_NOT_FIXED, "`interactive-cursor`: 1 place left", 1},
        {BUTTON("className=\"cursor-pointer\""), LL_FIX_FIXED, "`interactive-cursor`: gone", 0},
        {BUTTON("className={styles.go}"), LL_FIX_OPEN,
         "`interactive-cursor`: what would tell cannot be seen", 0},
        {BUTTON("disabled className={styles.go}"), LL_FIX_FIXED, "`interactive-cursor`: gone", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bed on = bed_of(arena, plan, cases[i].lesson, NULL);
        assert_told(&on, &(told){"Button lacks a pointer cursor", "", cases[i].state,
                                 cases[i].notes, cases[i].left});
    }
}

/* A review as a person writes it, and then the tool's own behind it. */
static const char REVIEWED[] =
    "\n---\n\n## Review — 2026-02-14 (Iteration 1/3)\n\n### Summary\n- Critical: 0\n"
    "- Improvement: 0\n- Polish: 3\n\n### Verdict: PASS\n\n### Findings\n\n"
    "#### [POLISH] — Spaced em dashes\n\n**Location:** `TipBlock`\n**Issue:** b\n\n"
    "#### [POLISH] — Retracted: spaced em dashes\n\n**Location:** `Clock`\n**Issue:** c\n\n"
    "#### [POLISH] — The hook promises too much\n\n**Location:** line 2\n**Issue:** c\n";

TEST(what_is_left_is_carried_and_what_is_retracted_is_not_judged) {
    USE_ARENA;
    const char *plan = ll_arena_format(arena, "%s%s", PLAN_OF_TIDES, REVIEWED).ptr;
    bed on = bed_of(arena, plan, LESSON_OF_TIDES, NULL);
    static const ll_review_options options = {0};
    ll_review *review = ll_review_make(arena, on.result, &options);
    ll_review_look_back(review, arena, &(ll_next_review){0});
    const ll_history *history = review->history;
    assert_int_equal(history->verified.len, 2);
    assert_int_equal(history->verified.at[0].state, LL_FIX_NOT_FIXED);
    assert_int_equal(history->verified.at[1].state, LL_FIX_OPEN);
    uint32_t carried = 0;
    for (uint32_t i = 0; i < on.result->findings.len; i++) {
        const ll_finding *finding = &on.result->findings.at[i];
        if (history->carried_from[i] == 0)
            continue;
        carried++;
        assert_view(on.result->rules->at[finding->rule]->id, "em-dash-spacing");
        assert_int_equal(ll_review_start(on.result, &finding->range).line, 17);
    }
    assert_int_equal(carried, 1);
    assert_false(history->unchanged);
}

/* So many findings at places that have to be compared with so many: no claim when it is too much.
 */
TEST(too_much_is_left_to_a_reviewer) {
    USE_ARENA;
    ll_buffer lesson = {.arena = arena, .most = 1 << 22}, place = {.arena = arena, .most = 1 << 16};
    ll_buffer_add_cstring(&lesson, "export function L() { return <LessonLayout>");
    for (int i = 0; i < 1000; i++)
        ll_buffer_add_format(
            &lesson, "<Row><Row.Content><p>%d &mdash; %d %01800d</p></Row.Content></Row>", i, i, 7);
    ll_buffer_add_cstring(&lesson, "</LessonLayout> }\n");
    ll_buffer_add_byte(&lesson, '\0');
    for (int i = 0; i < 60; i++)
        ll_buffer_add_format(&place, "\"%d words\" ", i);
    ll_buffer_add_byte(&place, '\0');
    bed on = bed_of(arena, PLAN_OF_TIDES, lesson.ptr, NULL);
    const ll_review_finding finding = {.title = LL_VIEW("Spaced em dashes"),
                                       .location = ll_view_of(place.ptr)};
    assert_view(ll_people_judge_finding(on.people, &finding).notes, DASHES "too much to compare");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_people_found_is_judged_at_the_place_they_name),
        cmocka_unit_test(what_is_left_is_the_same_defect_where_the_place_is_named),
        cmocka_unit_test(a_rule_that_was_not_run_claims_nothing),
        cmocka_unit_test(a_hint_claims_nothing),
        cmocka_unit_test(a_class_that_cannot_be_read_claims_nothing),
        cmocka_unit_test(what_is_left_is_carried_and_what_is_retracted_is_not_judged),
        cmocka_unit_test(too_much_is_left_to_a_reviewer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
