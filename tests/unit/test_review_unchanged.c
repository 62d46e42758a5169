/* review: findings that people wrote of a lesson in which nothing was changed since are never
 * called fixed, in whatever words they say where it is; and what a reviewer found left is not lost.
 */
#include <stdio.h>

#include "support.h"

#include "pair.h"

#include "review/history.h"

static const char PLAN_OF_TIDES[] =
    "# Lesson: Tides\n\n**Slug:** plan\n\n## Phase 3: Design\n\n"
    "### Misconceptions Table\n\n"
    "| Misconception | Why | Negative Example | Where to Address |\n|---|---|---|---|\n"
    "| Only full moons move the ocean anywhere near beaches | Habit | Half moons leave puddles on "
    "rocks where nobody expected any | Section 2 |\n\n"
    "### Modalities Planned\n\n| Modality | What | Why |\n|---|---|---|\n"
    "| Visual | Both hills of water | Seen |\n| Interactive | A slider | Tried |\n\n"
    "### Lesson Outline\n\n1. **Explain: Two Hills** text.\n2. **Explain: The Harbor** text.\n";

/* The moon cannot be read, the tide can. */
static const char LESSON_OF_TIDES[] =
    "import { MoonSwitcher } from '@/components/widgets/MoonSwitcher'\n"
    "import { TideDemo } from './TideDemo'\n"
    "export function TidesLesson() {\n"
    "  return (\n"
    "    <LessonLayout>\n"
    "      <Row><Row.Content>\n"
    "        <LessonHeader title=\"Tides\" description=\"Two hills \xE2\x80\x94 of water\" />\n"
    "        <ObjectiveBlock>Why boats rise near beaches at full moons.</ObjectiveBlock>\n"
    "      </Row.Content></Row>\n"
    "      <Row><Row.Content>\n"
    "        <SectionHeader title=\"Two Hills\" />\n"
    "        <p>High &mdash; low. Ebb -- flow. Half moons leave puddles on the rocks.</p>\n"
    "        <button>go</button>\n"
    "        <details><summary>Open</summary><p>Twice</p></details>\n"
    "        <MoonSwitcher />\n"
    "      </Row.Content></Row>\n"
    "      <Row><Row.Content>\n"
    "        <SectionHeader title=\"The Harbor\" />\n"
    "        <p>Boats rise&mdash;twice.</p>\n"
    "        <TideDemo />\n"
    "      </Row.Content></Row>\n"
    "      <p>Naked</p>\n"
    "      <Row><Row.Content>\n"
    "        <SectionHeader title=\"The Calm\" />\n"
    "        <MoonSwitcher />\n"
    "        <SummaryBlock items={[{headline:'a \xE2\x80\x94 b', description:'b'}]} />\n"
    "      </Row.Content></Row>\n"
    "    </LessonLayout>\n"
    "  )\n"
    "}\n";

static const char TIDE_DEMO[] =
    "export function TideDemo() {\n  return <figure>High &mdash; low</figure>\n}\n";

static ll_result *result_of(ll_arena *arena, const char *plan, const char *lesson) {
    ll_side_file *files = LL_ARENA_NEW(arena, ll_side_file);
    *files =
        (ll_side_file){LL_VIEW("./TideDemo.tsx"), source_of(arena, "./TideDemo.tsx", TIDE_DEMO)};
    ll_rule_set *rules = LL_ARENA_NEW(arena, ll_rule_set);
    *rules = ll_rules_shipped(arena);
    ll_facts *facts = NULL;
    ll_result *result = NULL;
    ll_error error = {0};
    assert_int_equal(ll_facts_read(&facts, arena, source_of(arena, "./plan.md", plan),
                                   source_of(arena, "./lesson.tsx", lesson), &ll_vocabulary_default,
                                   &error),
                     LL_OK);
    facts->around = (ll_surroundings){.files = files, .file_count = 1};
    ll_engine *engine = ll_engine_new(arena, rules, &ll_vocabulary_default, false);
    assert_int_equal(ll_engine_judge(engine, facts,
                                     LL_ARENA_ARRAY(arena, ll_rule_setting, rules->len), &result,
                                     &error),
                     LL_OK);
    return result;
}

typedef struct told {
    const char *title, *location;
    ll_fix_state state;
    const char *notes;
} told;

#define DASHES "`em-dash-spacing` and `em-dash-line-wrap`: "
#define ABROAD "its place is another file"
#define PERHAPS "still found in the lesson, perhaps at another place"

static const told OF_TIDES[] = {
    /* rules that judge by likeness */
    {"Misconception 1 is not addressed", "\"Two Hills\" section", LL_FIX_OPEN,
     "`misconception-uncovered` finds nothing now"},
    {"Missing interactive modality", "", LL_FIX_OPEN, "`modality-absent` finds nothing now"},
    {"Sections swapped", "\"Two Hills\" and \"The Harbor\"", LL_FIX_OPEN,
     "`outline-order` finds nothing now"},
    {"Planned section \"Explain: Two Hills\" is missing", "", LL_FIX_OPEN,
     "`outline-item-missing` finds nothing now"},
    /* components of other files, read and unread, in the Location and in the title */
    {"Spaced em dash in the caption", "`TideDemo`, The Harbor section", LL_FIX_NOT_FIXED,
     DASHES "1 place left there"},
    {"Spaced em dash in TideDemo caption", "\"The Harbor\" section", LL_FIX_NOT_FIXED,
     DASHES "1 place left there"},
    {"Spaced em dash in the widget", "TideDemo widget, caption (line 241)", LL_FIX_NOT_FIXED,
     DASHES "1 place left there"},
    {"Double hyphens in the caption", "Next to the `TideDemo`", LL_FIX_OPEN, ABROAD},
    {"Raw `<h2>` for the heading", "`TideDemo`", LL_FIX_OPEN, ABROAD},
    {"Preset buttons in the widget lack cursor-pointer", "Lines 19-20", LL_FIX_OPEN, ABROAD},
    {"Preset buttons in the widget lack cursor-pointer", "`MoonSwitcher` widget", LL_FIX_OPEN,
     ABROAD},
    {"Buttons lack cursor-pointer", "`TideDemo` and `MoonSwitcher`", LL_FIX_OPEN, ABROAD},
    {"Toggle buttons lack cursor-pointer", "`MoonSwitcher`", LL_FIX_OPEN, ABROAD},
    {"MoonSwitcher buttons missing cursor-pointer", "\"The Harbor\" section", LL_FIX_OPEN, ABROAD},
    {"Summary lacks cursor-pointer", "`MoonSwitcher` (line 40)", LL_FIX_OPEN, ABROAD},
    {"Spaced em dash", "`TideDemo` and `MoonSwitcher`", LL_FIX_NOT_FIXED,
     DASHES "1 place left there"},
    {"Buttons lack cursor-pointer", "Throughout, also `MoonSwitcher`", LL_FIX_NOT_FIXED,
     "`interactive-cursor`: 1 place left"},
    {"Spaced em dash in HarborExplorer", "`HarborExplorer`", LL_FIX_OPEN, DASHES PERHAPS},
    {"Summary lacks cursor-pointer", "`HarborPanel`", LL_FIX_OPEN, "`details-cursor`: " PERHAPS},
    {"Raw `<h2>` for the heading", "`HarborPanel`", LL_FIX_OPEN,
     "`raw-heading`: `HarborPanel` is nothing of the lesson's file"},
    /* without a name, where something cannot be read */
    {"Moon slider has no cursor class", "\"The Calm\" section", LL_FIX_OPEN,
     "`interactive-cursor`: what `MoonSwitcher` shows could not be read"},
    {"Double hyphens", "\"The Calm\" section", LL_FIX_OPEN,
     "`double-hyphen`: what `MoonSwitcher` shows could not be read"},
    {"Double hyphens", "\"Two Hills\" and \"The Calm\" sections", LL_FIX_NOT_FIXED,
     "`double-hyphen`: 1 place left there"},
    /* landmarks */
    {"Spaced em dash in the paragraph", "Row 2, after `ObjectiveBlock`", LL_FIX_OPEN,
     DASHES PERHAPS},
    {"Spaced em dash", "Paragraph below the `ObjectiveBlock`", LL_FIX_OPEN, DASHES PERHAPS},
    {"Em dashes with spaces", "`ObjectiveBlock` and following paragraphs", LL_FIX_OPEN,
     DASHES PERHAPS},
    {"Button lacks cursor-pointer", "Row before \"The Harbor\" section", LL_FIX_OPEN,
     "`interactive-cursor`: " PERHAPS},
    {"Summary lacks cursor-pointer", "Next to `ObjectiveBlock`", LL_FIX_OPEN,
     "`details-cursor`: " PERHAPS},
    {"Paragraph outside of a Row", "Before the `SummaryBlock`", LL_FIX_OPEN,
     "`row-wrapping`: " PERHAPS},
    {"Spaced em dash", "Between `LessonHeader` and `ObjectiveBlock`", LL_FIX_NOT_FIXED,
     DASHES "1 place left there"},
    /* a line of another place */
    {"Double hyphens", "\"The Harbor\" section, line 12", LL_FIX_OPEN,
     "`double-hyphen`: something is left at another place that is named"},
    {"Summary lacks cursor-pointer", "`ObjectiveBlock` (line 14)", LL_FIX_OPEN,
     "`details-cursor`: something is left at another place that is named"},
    /* more than the place that is named */
    {"Double hyphens in the caption", "`TideDemo`", LL_FIX_OPEN, "`double-hyphen`: " PERHAPS},
    {"Double hyphens", "`TideDemo`, labels", LL_FIX_OPEN, "`double-hyphen`: " PERHAPS},
};

TEST(nothing_is_fixed_when_nothing_was_changed) {
    USE_ARENA;
    ll_people_judge *people =
        ll_result_judge_people(result_of(arena, PLAN_OF_TIDES, LESSON_OF_TIDES), arena);
    bool same = true;
    for (size_t i = 0; i < sizeof OF_TIDES / sizeof *OF_TIDES; i++) {
        const told *wanted = &OF_TIDES[i];
        const ll_review_finding finding = {.title = ll_view_of(wanted->title),
                                           .location = ll_view_of(wanted->location)};
        ll_person_judged judged = ll_people_judge_finding(people, &finding);
        assert_int_not_equal(wanted->state, LL_FIX_FIXED);
        if (judged.state == wanted->state && ll_view_equal(judged.notes, ll_view_of(wanted->notes)))
            continue;
        same = false;
        print_error("%s (%s): %s, \"%.*s\"\n", wanted->title, wanted->location,
                    ll_verified_name(judged.state), LL_VIEW_ARG(judged.notes));
    }
    assert_true(same);
}

/* In the file of the tide a rule has looked, and finds nothing. */
TEST(a_widget_that_was_read_may_be_fixed) {
    USE_ARENA;
    static const told fixed[] = {
        {"Preset buttons lack cursor-pointer", "TideDemo widget, line 241", LL_FIX_FIXED,
         "`interactive-cursor`: gone there, elsewhere 1 place"},
        {"Buttons in TideDemo lack cursor-pointer", "\"The Harbor\" section", LL_FIX_FIXED,
         "`interactive-cursor`: gone there, elsewhere 1 place"},
        {"Slider lacks cursor-pointer", "\"The Harbor\" section", LL_FIX_FIXED,
         "`interactive-cursor`: gone there, elsewhere 1 place"},
        {"Double hyphens", "`TideDemo`", LL_FIX_FIXED,
         "`double-hyphen`: gone there, elsewhere 1 place"},
        {"Summary lacks cursor-pointer", "`TideDemo`", LL_FIX_FIXED,
         "`details-cursor`: gone there, elsewhere 1 place"},
    };
    ll_people_judge *people =
        ll_result_judge_people(result_of(arena, PLAN_OF_TIDES, LESSON_OF_TIDES), arena);
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++) {
        const ll_review_finding finding = {.title = ll_view_of(fixed[i].title),
                                           .location = ll_view_of(fixed[i].location)};
        ll_person_judged judged = ll_people_judge_finding(people, &finding);
        assert_view(judged.notes, fixed[i].notes);
        assert_int_equal(judged.state, fixed[i].state);
    }
}

/* Two reviews by people. The second one says what is left of the first; of its Findings the last
 * one is said again. */
static const char REVIEWED[] =
    "\n---\n\n## Review \xE2\x80\x94 2026-02-14 (Iteration 1/3)\n\n### Summary\n- Critical: 0\n"
    "- Improvement: 0\n- Polish: 4\n\n### Verdict: NEEDS REVISION\n\n### Findings\n\n"
    "#### [POLISH] \xE2\x80\x94 Double hyphens\n\n**Location:** \"Two Hills\" section\n\n"
    "#### [POLISH] \xE2\x80\x94 The hook promises too much\n\n**Location:** line 2\n\n"
    "#### [POLISH] \xE2\x80\x94 Summary lacks cursor-pointer\n\n**Location:** line 14\n\n"
    "#### [POLISH] \xE2\x80\x94 Boats are told of late\n\n**Location:** line 20\n"
    "\n---\n\n## Review \xE2\x80\x94 2026-02-15 (Iteration 2/3)\n\n### Summary\n- Critical: 0\n"
    "- Improvement: 0\n- Polish: 1\n\n### Verdict: NEEDS REVISION\n\n"
    "### Iteration 1 Fix Verification\n\n| # | Finding | Severity | Status | Notes |\n"
    "|---|---|---|---|---|\n"
    "| 1 | Double hyphens | POLISH | NOT FIXED | |\n"
    "| 2 | The hook promises too much | POLISH | PARTIALLY FIXED | |\n"
    "| 3 | Summary lacks cursor-pointer | POLISH | FIXED | |\n"
    "| 4 | Boats are told of late | POLISH | NOT FIXED | |\n\n### Findings\n\n"
    "#### [POLISH] \xE2\x80\x94 Boats are told of late\n\n**Location:** line 20\n";

static const ll_history *history_of(ll_arena *arena, const char *reviews) {
    static const ll_review_options options = {0};
    const char *plan = ll_arena_format(arena, "%s%s", PLAN_OF_TIDES, reviews).ptr;
    ll_review *review = ll_review_make(arena, result_of(arena, plan, LESSON_OF_TIDES), &options);
    ll_review_look_back(review, arena, &(ll_next_review){0});
    return review->history;
}

TEST(what_a_reviewer_found_left_is_not_lost) {
    USE_ARENA;
    const ll_history *history = history_of(arena, REVIEWED);
    assert_int_equal(history->verified.len, 3);
    assert_int_equal(history->verified.at[0].finding, 4); /* the boats, once */
    assert_int_equal(history->verified.at[1].finding, 0);
    assert_int_equal(history->verified.at[1].state, LL_FIX_NOT_FIXED);
    assert_int_equal(history->verified.at[2].finding, 1);
    assert_int_equal(history->verified.at[2].state, LL_FIX_OPEN);
}

/* What is carried under Findings by its rule needs no second line. */
TEST(what_a_rule_reports_again_is_verified_once) {
    USE_ARENA;
    const char *again = ll_arena_format(arena,
                                        "%s\n#### [POLISH] \xE2\x80\x94 %s\n\n**Location:** "
                                        "\"Two Hills\" (line 12), `p`\n",
                                        REVIEWED,
                                        "Two hyphens in place of an em dash (carried from "
                                        "iteration 1) [double-hyphen]")
                            .ptr;
    const ll_history *history = history_of(arena, again);
    assert_int_equal(history->verified.len, 3);
    assert_int_equal(history->verified.at[1].finding, 5);
    assert_int_equal(history->verified.at[1].state, LL_FIX_NOT_FIXED);
    assert_int_equal(history->verified.at[2].finding, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_fixed_when_nothing_was_changed),
        cmocka_unit_test(a_widget_that_was_read_may_be_fixed),
        cmocka_unit_test(what_a_reviewer_found_left_is_not_lost),
        cmocka_unit_test(what_a_rule_reports_again_is_verified_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
