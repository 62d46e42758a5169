/* rule: findings that people wrote, and the rules that can judge them. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "support.h"

#include "base/buffer.h"
#include "rule/people_file.h"

typedef struct wording {
    const char *title;
    const char *rule;  /* the first one; NULL: a reviewer has to look */
    const char *place; /* NULL: none */
    const char *location, *issue;
} wording;

static const wording WORDINGS[] = {
    /* dashes */
    {"Em dashes with spaces in three paragraphs", "em-dash-spacing", NULL, NULL, NULL},
    {"Spaced em dashes in the second card", "em-dash-spacing", NULL, NULL, NULL},
    {"Em dash spacing in the summary", "em-dash-spacing", NULL, NULL, NULL},
    {"Spaces around em dashes", "em-dash-spacing", NULL, NULL, NULL},
    {"Dashes with spaces in one aside", "em-dash-spacing", NULL, NULL, NULL},
    {"Spaced em dashes in the tooltip", "em-dash-spacing", NULL, "HarborWidget", NULL},
    {"Spaced em dash in the label of HarborExplorer", "em-dash-spacing", NULL, NULL, NULL},
    {"Em dashes in three cards have spaces on both sides", "em-dash-spacing", NULL, NULL, NULL},
    {"Two em dashes are still spaced", "em-dash-spacing", NULL, NULL, NULL},
    {"Em dashes in the summary are not tight", "em-dash-spacing", NULL, NULL, NULL},
    {"Space before an em dash in the hook", "em-dash-spacing", NULL, NULL, NULL},
    {"Extra spaces surround em dashes", "em-dash-spacing", NULL, NULL, NULL},
    {"`&mdash;` with spaces around it", "em-dash-spacing", NULL, NULL, NULL},
    {"` \xE2\x80\x94 ` instead of a tight dash in the captions", "em-dash-spacing", NULL, NULL,
     NULL},
    {"Em dash style violated in two captions", "em-dash-spacing", NULL, NULL,
     "The style asks for dashes with no spaces."},
    {"Em dash style violated in two captions", NULL, NULL, NULL, "A colon would be better."},
    {"Missing spaces around em dashes", NULL, NULL, NULL, NULL},
    {"Em dashes without spaces look crowded", NULL, NULL, NULL, NULL},
    {"Em dash at a line break reads as a space", "em-dash-line-wrap", NULL, NULL, NULL},
    {"Two hyphens in place of a dash", "double-hyphen", NULL, NULL, NULL},
    {"Spaced em dash in the SVG", NULL, NULL, NULL, NULL},
    {"Em dashes with spaces in exercise 2", NULL, NULL, "Notebook, cell 4", NULL},
    {"The plan writes em dashes with spaces", NULL, NULL, NULL, NULL},
    {"Spaced em dash in the code sample", "em-dash-in-code", NULL, NULL, NULL},
    {"Too many em dashes in one paragraph", NULL, NULL, NULL, NULL},
    {"An em dash would read better than the colon", NULL, NULL, NULL, NULL},
    {"Double hyphens where dashes are meant", "double-hyphen", NULL, NULL, NULL},
    {"`--` instead of an em dash in the hook", "double-hyphen", NULL, NULL, NULL},
    {"Em dashes broken across lines", "em-dash-line-wrap", NULL, NULL, NULL},
    {"Em dash wraps onto two lines on a phone", NULL, NULL, NULL, NULL},
    {"Double dash in the caption", "double-hyphen", NULL, NULL,
     "`--` is written where a dash is meant."},
    {"Double dash in the caption", NULL, NULL, NULL, "A comma would do."},
    {"Raw anchor for the harbor lesson", "raw-lesson-link", NULL, NULL,
     "`<a href>` where `LessonLink` exists."},
    {"Raw anchor for the harbor lesson", NULL, NULL, NULL, "It leads to the old page."},
    {"Two numbered comments say Section 4", "section-comment-order", NULL, NULL, NULL},
    {"Section comments are out of order", "section-comment-order", NULL, NULL, NULL},
    {"Comments of the section are too long", NULL, NULL, NULL, NULL},
    {"Section comments skip number 3", NULL, NULL, NULL, NULL},
    {"Section comment says Elaborate but the plan calls it Explain", NULL, NULL, NULL, NULL},
    {"Plain link to the paper opens in the same tab", NULL, NULL, NULL,
     "Use ExternalLink, as LessonLink is for lessons."},
    /* characters */
    {"Entities in the items are shown literally", "entity-in-string", NULL, NULL, NULL},
    {"`&mdash;` is rendered literally in the list", "entity-in-string", NULL, NULL, NULL},
    {"The entity of the model is not explained", NULL, NULL, NULL, NULL},
    {"Raw `&` in a card's title", NULL, NULL, NULL, NULL},
    {"Missing space before the bold word", "glued-inline-text", NULL, NULL,
     "The line break swallows the space before `<strong>`."},
    {"Glued words after the emphasis in the hook", "glued-inline-text", NULL, NULL,
     "A line break after `<em>` is dropped."},
    {"Missing space between cards", NULL, NULL, NULL, "The grid is tight."},
    /* layout */
    {"Summary elements lack cursor-pointer", "details-cursor", NULL, NULL, NULL},
    {"Missing `cursor-pointer` on two details", "details-cursor", NULL, NULL, NULL},
    {"Buttons of the poll lack a cursor", "interactive-cursor", NULL, NULL, NULL},
    {"Preset buttons in the widget lack cursor-pointer", "interactive-cursor", NULL, NULL, NULL},
    {"Missing cursor-pointer on details", "details-cursor", NULL, NULL, NULL},
    {"No pointer cursor on the reveals", "details-cursor", NULL, NULL, NULL},
    {"`cursor-pointer` class is missing from `<summary>`", "details-cursor", NULL, NULL, NULL},
    {"`details`/`summary` has no `cursor-pointer`", "details-cursor", NULL, NULL, NULL},
    {"SummaryBlock items have no cursor", NULL, NULL, NULL, NULL},
    {"Details of the boats are not shown at the cursor position", NULL, NULL, NULL, NULL},
    {"Sliders do not have cursor-pointer", "interactive-cursor", NULL, NULL, NULL},
    {"Clickable cards without a pointer cursor", "interactive-cursor", NULL, NULL, NULL},
    {"cursor-pointer not set on the range inputs", "interactive-cursor", NULL, NULL, NULL},
    {"Summary and buttons lack cursor-pointer", "details-cursor", NULL, NULL, NULL},
    {"Interactive elements lack cursor-pointer", "details-cursor", NULL, NULL, NULL},
    {"Missing `cursor-pointer`", "details-cursor", NULL, NULL, NULL},
    {"The cursor in the text box is hard to see", NULL, NULL, NULL, NULL},
    {"Closing paragraph stands outside of a Row", "row-wrapping", NULL, NULL, NULL},
    {"Two sections are not wrapped in `<Row>`", "row-wrapping", NULL, NULL, NULL},
    {"The last section does not use the Row component", "row-wrapping", NULL, NULL, NULL},
    {"Closing card has no `<Row>`", "row-wrapping", NULL, NULL, NULL},
    {"A heading directly in LessonLayout", "row-wrapping", NULL, NULL, NULL},
    {"The map section bypasses the Row layout", "manual-flex-layout", NULL, NULL, NULL},
    {"The first check does not use Row.Aside", NULL, NULL, NULL, NULL},
    {"A row of the table is outside of its range", NULL, NULL, NULL, NULL},
    {"ComparisonRow without a title", NULL, NULL, NULL, NULL},
    {"A Row without Row.Content", "row-structure", NULL, NULL, NULL},
    {"Manual flex layout in the second section", "manual-flex-layout", NULL, NULL, NULL},
    {"Plain `<h2>` in the hook", "raw-heading", NULL, NULL, NULL},
    {"Hard-coded link instead of LessonLink", "raw-lesson-link", NULL, NULL, NULL},
    {"SummaryBlock with nine items", "summary-length", NULL, NULL, NULL},
    {"Answer to the second question is visible at once", "check-answer-visible", NULL, NULL, NULL},
    {"Prediction questions answer themselves", "check-answer-visible", NULL, NULL, NULL},
    {"Check 2 lacks a reveal", "check-answer-visible", NULL, NULL, NULL},
    {"NextStepBlock stands before the SummaryBlock", "block-order", NULL, NULL, NULL},
    {"ObjectiveBlock is not second", "block-order", NULL, NULL, NULL},
    {"Two SummaryBlocks", "block-duplicate", "SummaryBlock", NULL, NULL},
    {"Two SummaryBlock items say the same", "duplicate-text", NULL, NULL, NULL},
    {"Lesson does not compile", "tsx-syntax", NULL, NULL, NULL},
    /* blocks */
    {"No ConstraintBlock", "block-missing", "ConstraintBlock", NULL, NULL},
    {"Missing SummaryBlock at the end", "block-missing", "SummaryBlock", NULL, NULL},
    {"NextStepBlock is missing", "block-missing", "NextStepBlock", NULL, NULL},
    {"Lesson has no ObjectiveBlock", "block-missing", "ObjectiveBlock", NULL, NULL},
    {"No `ConstraintBlock` for scope boundaries", "block-missing", "ConstraintBlock", NULL, NULL},
    {"SummaryBlock missing from the lesson", "block-missing", "SummaryBlock", NULL, NULL},
    {"The SummaryBlock is not in the lesson", "block-missing", "SummaryBlock", NULL, NULL},
    /* there, and without something */
    {"SummaryBlock missing key facts on the harbor", NULL, NULL, NULL, NULL},
    {"LessonHeader missing description", NULL, NULL, NULL, NULL},
    {"ObjectiveBlock missing measurable verb", NULL, NULL, NULL, NULL},
    {"The lesson lacks a NextStepBlock link to the tides", NULL, NULL, NULL, NULL},
    {"No ConstraintBlock for rivers", NULL, NULL, NULL, NULL},
    {"SummaryBlock absent from the narrow page", NULL, NULL, NULL, NULL},
    {"NextStepBlock not included in Row", NULL, NULL, NULL, NULL},
    {"ConstraintBlock missing exclusions", "constraint-exclusions", NULL, NULL, NULL},
    {"`<details>` in the harbor check lacks a `<summary>`", "details-structure", NULL, NULL, NULL},
    {"details missing summary text", NULL, NULL, NULL, NULL},
    {"SummaryBlock is missing an item on cost", NULL, NULL, NULL, NULL},
    {"No SummaryBlock item mentions the cost", NULL, NULL, NULL, NULL},
    {"Manual div instead of NextStepBlock", NULL, NULL, NULL, NULL},
    {"Missing summary block", "block-missing", "summary", NULL, NULL},
    {"Lesson has no summary", "block-missing", "summary", NULL, NULL},
    {"The lesson ends without a SummaryBlock", "block-missing", "SummaryBlock", NULL, NULL},
    {"Lesson does not have a NextStepBlock", "block-missing", "NextStepBlock", NULL, NULL},
    {"SummaryBlock was omitted", "block-missing", "SummaryBlock", NULL, NULL},
    {"No learning objective", "block-missing", "objective", NULL, NULL},
    {"Constraint block is missing", "block-missing", "Constraint", NULL, NULL},
    {"No summary of the two tides in the table", NULL, NULL, NULL, NULL},
    {"ConstraintBlock has no exclusions", "constraint-exclusions", NULL, NULL, NULL},
    {"Planned InsightBlock on tides is missing", "planned-block-absent", "InsightBlock", NULL,
     NULL},
    {"Planned aside is missing in the \"Two Boats\" section", "aside-planned-absent", "Two Boats",
     NULL, NULL},
    {"The first check has no aside", "aside-planned-absent", "first check", NULL, NULL},
    {"\"Two Boats\" section lacks an aside", "aside-planned-absent", "Two Boats", NULL, NULL},
    {"No aside in the harbor section", "aside-planned-absent", "harbor", NULL, NULL},
    {"The aside has no reason to be there", NULL, NULL, NULL, NULL},
    {"Aside repeats the main text", "duplicate-text", NULL, NULL, NULL},
    {"Closing paragraph restates the hook", "duplicate-text", NULL, NULL, NULL},
    {"Header description repeats the objective", "header-objective-duplicate", NULL, NULL, NULL},
    {"Lesson opens with a widget", "widget-before-explanation", NULL, NULL, NULL},
    {"Widget appears before the tides are explained", "widget-before-explanation", NULL,
     "Lines 40-60, immediately after ObjectiveBlock", NULL},
    {"Widget appears before the tides are explained", NULL, NULL, "Section 4", NULL},
    /* notebooks */
    {"Notebook is missing", "notebook-missing", NULL, NULL, NULL},
    {"No Colab link in the lesson", "notebook-missing", NULL, NULL, NULL},
    {"Planned notebook does not exist", "notebook-missing", NULL, NULL, NULL},
    {"Lesson has no notebook link", "notebook-missing", NULL, NULL, NULL},
    {"Notebook link missing", "notebook-missing", NULL, NULL, NULL},
    {"No link to the notebook", "notebook-missing", NULL, NULL, NULL},
    {"Practice notebook is not linked from the lesson", "notebook-missing", NULL, NULL, NULL},
    {"Practice section has no Colab link", "notebook-missing", NULL, NULL, NULL},
    {"`1-2-boats.ipynb` does not exist", "notebook-missing", NULL, NULL, NULL},
    {"Colab link is broken", "notebook-link-broken", NULL, NULL, NULL},
    {"Notebook exercise 2 claims too much", NULL, NULL, NULL, NULL},
    {"Notebook is missing a seed in exercise 3", NULL, NULL, NULL, NULL},
    {"Notebook link could say what it costs", NULL, NULL, NULL, NULL},
    {"Missing notebook exercise for the second half", NULL, NULL, NULL, NULL},
    {"Notebook filename does not match the plan", "notebook-name", NULL, NULL, NULL},
    /* what the plan promises */
    {"Misconception 3 (\"boats sink at night\") is not addressed", "misconception-uncovered", "3",
     NULL, NULL},
    {"Planned misconception #12 never taken up", "misconception-uncovered", "12", NULL, NULL},
    {"Misconception 2 is missing from the lesson", "misconception-uncovered", "2", NULL, NULL},
    {"Misconception 2 was dropped", "misconception-uncovered", "2", NULL, NULL},
    {"Lesson never addresses misconception 2", "misconception-uncovered", "2", NULL, NULL},
    {"\"Boats sink at night\" misconception not addressed", "misconception-uncovered",
     "Boats sink at night", NULL, NULL},
    {"Planned misconception \"boats sink\" is never taken up", "misconception-uncovered",
     "boats sink", NULL, NULL},
    {"\"Boats sink at night\" misconception not addressed until the end", NULL, NULL, NULL, NULL},
    {"\"Boats sink at night\" misconception is buried", NULL, NULL, NULL, NULL},
    {"Two of the planned misconceptions are not addressed", "misconception-uncovered", NULL, NULL,
     NULL},
    {"Misconceptions 3 and 4 are not addressed", NULL, NULL, NULL, NULL},
    {"Misconception 3 is not explicitly addressed", NULL, NULL, NULL, NULL},
    {"Misconception 3 not addressed with a negative example", NULL, NULL, NULL, NULL},
    {"Misconception 3 comes late", NULL, NULL, NULL, NULL},
    {"Misconception 3 is addressed only in an aside", "misconception-aside-only", "3", NULL, NULL},
    {"The misconception about night is buried", NULL, NULL, NULL, NULL},
    {"Misconception 2 lacks a counterexample", "misconception-counterexample", "2",
     "Misconceptions table", NULL},
    {"Misconception 2 lacks a counterexample", NULL, NULL, "\"Two Boats\" section", "It is told."},
    {"Missing visual modality", "modality-absent", "visual", NULL, NULL},
    {"Missing visual modality: both hills are told, not drawn", "modality-absent", "visual", NULL,
     NULL},
    {"Visual modality is not implemented", "modality-absent", "Visual", NULL, NULL},
    {"Lesson lacks a symbolic modality", "modality-absent", "symbolic", NULL, NULL},
    {"Missing visual modality for the second hill", NULL, NULL, NULL, NULL},
    {"Visual modality has no rationale", "modality-rationale", "Visual", NULL, NULL},
    {"Planned interactive modality is absent", "modality-absent", "interactive", NULL, NULL},
    {"The \"symbolic\" modality is underdeveloped", NULL, NULL, NULL, NULL},
    {"A small modality gap in the hook", NULL, NULL, NULL, NULL},
    {"Planned example \"three boats\" is missing", "example-uncovered", "three boats", NULL, NULL},
    {"Planned three-boats example dropped", "example-uncovered", "three-boats", NULL, NULL},
    {"The example of three boats could be shorter", NULL, NULL, NULL, NULL},
    {"No negative example", "example-negative-count", NULL, NULL, NULL},
    {"Missing negative example for the second claim", NULL, NULL, NULL, NULL},
    {"Only one positive example in the plan", "example-positive-count", NULL, NULL, NULL},
    {"Sections 4 and 5 are swapped", "outline-order", NULL, NULL, NULL},
    {"Section order differs from the outline", "outline-order", NULL, NULL, NULL},
    {"Lesson order departs from the planned order", "outline-order", NULL, NULL, NULL},
    {"Notebook exercise order differs from the outline", NULL, NULL, NULL, NULL},
    {"\"The Tide Table\" section was dropped", "outline-item-missing", "The Tide Table", NULL,
     NULL},
    {"No comprehension check", "outline-item-missing", "check", NULL, NULL},
    {"Planned section \"The Tide Table\" is missing", "outline-item-missing", "The Tide Table",
     NULL, NULL},
    /* the plan alone */
    {"Prerequisite \"tides\" needs DEVELOPED but is only INTRODUCED", "prerequisite-depth", "tides",
     NULL, NULL},
    {"Prerequisite \"tides\" is claimed at APPLIED but was only INTRODUCED", NULL, NULL, NULL,
     NULL},
    {"Prerequisite depth mismatch for `tides`", "prerequisite-depth", "tides", NULL, NULL},
    {"Tides are used before they are taught", NULL, NULL, NULL, NULL},
    {"Prerequisite \"tides\" is assumed", "prerequisite-depth", "tides", NULL, NULL},
    {"A prerequisite is assumed", NULL, NULL, NULL, NULL},
    {"Unresolved gap in the prerequisites", "prerequisite-gap-unresolved", NULL, NULL, NULL},
    {"A gap between two cards", NULL, NULL, NULL, NULL},
    {"Checklist items are not ticked", "checklist-unchecked", NULL, NULL, NULL},
    {"Checklist claims four misconceptions", "checklist-contradiction", NULL, NULL, NULL},
    {"Five new concepts in one lesson", "new-concept-load", NULL, NULL, NULL},
    {"Slug does not match the file name", "plan-slug-mismatch", NULL, NULL, NULL},
    {"Scope section lacks exclusions", "scope-exclusions-missing", NULL, NULL, NULL},
    /* wording and length */
    {"Arithmetic error in the second card", "arithmetic-wrong", NULL, NULL, NULL},
    {"Aside calls lessons by their numbers", "lesson-number", NULL, NULL, NULL},
    {"\"two lessons ago\" counts backwards", "lesson-distance", NULL, NULL, NULL},
    {"\"a couple of lessons ago\" counts backwards", NULL, NULL, NULL, NULL},
    {"Recap of the idea of \"two lessons ago\" is missing", NULL, NULL, NULL, NULL},
    {"The lesson is too long", "lesson-length", NULL, NULL, NULL},
};

typedef struct bed {
    ll_arena *arena;
    ll_rule_set rules;
    ll_people *people;
} bed;

static bed make_bed(ll_arena *arena) {
    bed made = {.arena = arena, .rules = ll_rules_shipped(arena)};
    ll_rule_set *rules = LL_ARENA_NEW(arena, ll_rule_set);
    *rules = made.rules;
    made.people = ll_people_new(arena, rules);
    return made;
}

static ll_people_match find(const bed *on, const ll_review_finding *finding) {
    ll_people_match match;
    ll_error error = {0};
    assert_int_equal(ll_people_find(on->people, on->arena, finding, NULL, &match, &error), LL_OK);
    return match;
}

static ll_view view(const char *text) {
    return text ? ll_view_of(text) : (ll_view){0};
}

TEST(findings_are_mapped_by_their_words) {
    USE_ARENA;
    bed on = make_bed(arena);
    bool same = true;
    for (size_t i = 0; i < sizeof WORDINGS / sizeof *WORDINGS; i++) {
        const wording *w = &WORDINGS[i];
        ll_people_match match = find(&on, &(ll_review_finding){.title = view(w->title),
                                                               .location = view(w->location),
                                                               .issue = view(w->issue)});
        ll_view rule = match.rule_count ? on.rules.at[match.rules[0]]->id : (ll_view){0};
        bool here = ll_view_equal(rule, view(w->rule)) &&
                    ll_view_equal(match.place, view(w->place)) &&
                    (match.entry != NULL) == (w->rule != NULL);
        if (!here)
            print_error("%s: [%.*s] \"%.*s\"\n", w->title, LL_VIEW_ARG(rule),
                        LL_VIEW_ARG(match.place));
        same &= here;
    }
    assert_true(same);
}

TEST(own_and_retracted_findings_are_not_mapped) {
    USE_ARENA;
    bed on = make_bed(arena);
    ll_review_finding finding = {.title = LL_VIEW("No ConstraintBlock")};
    assert_non_null(find(&on, &finding).entry);
    finding.retracted = true;
    assert_null(find(&on, &finding).entry);
    finding.retracted = false;
    finding.rule = LL_VIEW("block-missing");
    assert_null(find(&on, &finding).entry);
}

TEST(rules_that_are_not_there_are_left_out) {
    USE_ARENA;
    ll_rule_set none = {0};
    bed on = {.arena = arena, .rules = none, .people = ll_people_new(arena, &none)};
    ll_people_match match = find(&on, &(ll_review_finding){.title = LL_VIEW("No ConstraintBlock")});
    assert_non_null(match.entry);
    assert_int_equal(match.rule_count, 0);
}

TEST(long_findings_are_cut_and_patterns_may_give_up) {
    USE_ARENA;
    bed on = make_bed(arena);
    ll_buffer text = {.arena = arena, .most = 1 << 22};
    for (int i = 0; i < 100000; i++)
        ll_buffer_add_cstring(&text, "planned misconception notebook ");
    ll_view all = ll_buffer_view(&text);
    assert_null(find(&on, &(ll_review_finding){.title = all, .location = all, .issue = all}).entry);
}

TEST(the_table_names_kinds_of_places) {
    USE_ARENA;
    assert_non_null(arena);
    assert_true(ll_shipped_people_count > 30);
    for (uint32_t i = 0; i < ll_shipped_people_count; i++) {
        const ll_people_entry *entry = &ll_shipped_people[i];
        assert_true(entry->rule_count > 0 && entry->about.len > 0);
        assert_true((entry->place != LL_PLACE_NONE) == (entry->place_count > 0));
        assert_true(ll_people_place_name(entry->place)[0] != '\0');
    }
    assert_string_equal(ll_people_place_name(LL_PLACE_MISCONCEPTION), "misconception");
}

/* What is wrong with a table, as "LINE:COLUMN: TEXT". */
static const char *wrong(ll_arena *arena, const char *text) {
    char path[] = "/tmp/people-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), strlen(text));
    close(file);
    ll_rule_set rules = ll_rules_shipped(arena);
    ll_people_entries entries = {0};
    ll_error error = {0};
    ll_status status = ll_people_read(&entries, arena, ll_view_of(path), &rules, &error);
    unlink(path);
    assert_int_equal(status, error.status);
    return status == LL_OK
               ? "fine"
               : ll_arena_format(arena, "%u:%u: %s", error.line, error.column, error.text).ptr;
}

TEST(a_wrong_table_is_refused) {
    USE_ARENA;
    assert_string_equal(
        wrong(arena, "people:\n  - about: a\n    title: ['b']\n    rules: [row-wrapping]\n"),
        "fine");
    assert_string_equal(
        wrong(arena, "people:\n  - about: a\n    title: ['b']\n    rules: [row-wraping]\n"),
        "4:13: there is no such rule");
    assert_string_equal(wrong(arena, "people:\n  - about: a\n    rules: [row-wrapping]\n"),
                        "3:13: an entry needs \"title\" or \"text\"");
    assert_string_equal(wrong(arena, "people:\n  - about: a\n    title: ['b']\n    rules: "
                                     "[row-wrapping]\n    place: section\n"),
                        "4:13: \"place\" and \"named\" go together");
    assert_string_equal(wrong(arena, "people:\n  - about: a\n    title: ['b']\n    rules: "
                                     "[row-wrapping]\n    silence: opne\n"),
                        "5:14: unknown silence \"opne\": did you mean \"open\"?");
    assert_non_null(strstr(wrong(arena, "people:\n  - about: a\n    title: ['(b']\n    rules: "
                                        "[row-wrapping]\n"),
                           "3:13: "));
    assert_non_null(strstr(wrong(arena, "people:\n  - about: a\n    titel: ['b']\n    rules: "
                                        "[row-wrapping]\n"),
                           "3:5: unknown key \"titel\""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_are_mapped_by_their_words),
        cmocka_unit_test(own_and_retracted_findings_are_not_mapped),
        cmocka_unit_test(rules_that_are_not_there_are_left_out),
        cmocka_unit_test(long_findings_are_cut_and_patterns_may_give_up),
        cmocka_unit_test(the_table_names_kinds_of_places),
        cmocka_unit_test(a_wrong_table_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
