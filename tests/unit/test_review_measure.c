/* review: the tables Checks and Coverage, praise and patterns, on documents that are really read.
 */
#include <stdio.h>

#include "support.h"

#include "pair.h"

#include "base/buffer.h"
#include "review/review.h"

/* With a rule that is off, and with one rule that alone is asked for, as by `--only`; both NULL. */
static ll_review *review_but(ll_arena *arena, const ll_rule_set *rules, const char *plan,
                             const char *lesson, const char *off, const char *only) {
    static const ll_review_options options = {0};
    ll_rule_setting *settings = LL_ARENA_ARRAY(arena, ll_rule_setting, rules->len);
    for (uint32_t i = 0; off && i < rules->len; i++)
        settings[i].off = ll_view_equal(rules->at[i]->id, ll_view_of(off));
    for (uint32_t i = 0; only && i < rules->len; i++)
        settings[i].off = settings[i].passed = !ll_view_equal(rules->at[i]->id, ll_view_of(only));
    ll_engine *engine = ll_engine_new(arena, rules, &ll_vocabulary_default, false);
    ll_result *result = NULL;
    ll_error error = {0};
    assert_int_equal(ll_engine_run(engine, arena, source_of(arena, "plan.md", plan),
                                   source_of(arena, "lesson.tsx", lesson), settings, &result,
                                   &error),
                     LL_OK);
    ll_review *review = ll_review_make(arena, result, &options);
    ll_review_measure(review, arena);
    return review;
}

static ll_review *review_by(ll_arena *arena, const ll_rule_set *rules, const char *plan,
                            const char *lesson, const char *off) {
    return review_but(arena, rules, plan, lesson, off, NULL);
}

static ll_rule_set *shipped_rules(ll_arena *arena) {
    ll_rule_set *rules = LL_ARENA_NEW(arena, ll_rule_set);
    *rules = ll_rules_shipped(arena);
    return rules;
}

static ll_review *review_with(ll_arena *arena, const char *plan, const char *lesson,
                              const char *off) {
    return review_by(arena, shipped_rules(arena), plan, lesson, off);
}

static ll_review *review_of(ll_arena *arena, const char *plan, const char *lesson) {
    return review_with(arena, plan, lesson, NULL);
}

/* The text of a row, or "(no row)". */
static ll_view row_of(const ll_review_rows *rows, const char *name) {
    for (uint32_t i = 0; i < rows->len; i++)
        if (ll_view_equal(rows->at[i].name, ll_view_of(name)))
            return rows->at[i].text;
    return LL_VIEW("(no row)");
}

/* A text with one part of it replaced. */
static const char *with(ll_arena *arena, const char *text, const char *part, const char *other) {
    const char *at = strstr(text, part);
    assert_non_null(at);
    return ll_arena_format(arena, "%.*s%s%s", (int)(at - text), text, other, at + strlen(part)).ptr;
}

static const char *repeated(ll_arena *arena, const char *text, unsigned times) {
    ll_buffer all = {.arena = arena, .most = 1 << 20};
    for (unsigned i = 0; i < times; i++)
        ll_buffer_add_cstring(&all, text);
    ll_buffer_add_byte(&all, '\0');
    return all.ptr;
}

TEST(checks_say_what_was_counted) {
    USE_ARENA;
    const ll_review_rows *checks = &review_of(arena, PLAN, LESSON)->checks;
    /* Sorted lists: INTRODUCED for DEVELOPED. */
    assert_view(row_of(checks, "Prerequisites"), "1 of 2 at the required depth, 0 gaps");
    assert_view(row_of(checks, "Examples"), "1 positive, 1 negative");
    assert_view(row_of(checks, "Row"), "2 of 2 rows");
    assert_view(row_of(checks, "cursor-pointer"), "0 of 1 `summary`");
    assert_view(row_of(checks, "Em dashes"), "0 of 1 unspaced");
    const char *wrapped = with(arena, LESSON, "comparison &mdash; so", "comparison&mdash;\nso");
    assert_view(row_of(&review_of(arena, PLAN, wrapped)->checks, "Em dashes"), "0 of 1 unspaced");
    const char *outside = with(arena, LESSON, "<LessonLayout>\n", "<LessonLayout>\n<p>a</p>\n");
    assert_view(row_of(&review_of(arena, PLAN, outside)->checks, "Row"),
                "2 of 2 rows, 1 outside a Row");
    assert_view(row_of(checks, "Notebook"), "none expected, none present");
    assert_view(row_of(checks, "Cognitive load"), "(no row)"); /* the plan says nothing of it */
    assert_view(row_of(checks, "Outline"), "(no row)");
    assert_view(row_of(checks, "Quotes and terms"), "(no row)");
}

TEST(gaps_are_counted_with_those_unresolved) {
    USE_ARENA;
    const char *plan = with(arena, PLAN, "| lists (1.1.1) | OK |", "| lists (1.1.1) | GAP |");
    assert_view(row_of(&review_of(arena, plan, LESSON)->checks, "Prerequisites"),
                "1 of 2 at the required depth, 1 gap, 1 unresolved");
}

TEST(misconceptions_are_counted_by_what_was_judged) {
    USE_ARENA;
    const ll_review *review = review_of(arena, PLAN, LESSON);
    assert_view(row_of(&review->checks, "Misconceptions"), "2 planned, 1 addressed");
    const char *plan = with(arena, PLAN, "| Section 4 |", "| deferred |");
    assert_view(row_of(&review_of(arena, plan, LESSON)->checks, "Misconceptions"),
                "2 planned, 1 addressed, 1 not judged");
}

TEST(modalities_are_present_where_coverage_places_them) {
    USE_ARENA;
    const ll_review *review = review_of(arena, PLAN, LESSON);
    assert_view(row_of(&review->checks, "Modalities"), "3 planned, 2 present, 1 not located");
    assert_view(row_of(&review->coverage, "Modality: Visual"), "`svg` (line 14)");
    assert_view(row_of(&review->coverage, "Modality: Verbal/Analogy"), "not judged");
    const char *named = with(arena, PLAN, "A phone book", "A phone book, see SectionHeader");
    assert_view(row_of(&review_of(arena, named, LESSON)->coverage, "Modality: Verbal/Analogy"),
                "`SectionHeader` (line 11)");
    const char *drawn = with(arena, LESSON, "<svg><text>left half</text></svg>", "");
    review = review_of(arena, PLAN, drawn);
    assert_view(row_of(&review->checks, "Modalities"),
                "3 planned, 0 present, 2 absent, 1 not located");
    assert_view(row_of(&review->coverage, "Modality: Visual"), "—");
    /* A table may be the diagram that is planned; the second picture has no place of its own. */
    drawn = with(arena, LESSON, "<svg><text>left half</text></svg>", "<table></table>");
    assert_view(row_of(&review_of(arena, PLAN, drawn)->checks, "Modalities"),
                "3 planned, 0 present, 1 to verify, 2 not located");
}

TEST(coverage_names_the_best_row) {
    USE_ARENA;
    const ll_review_rows *coverage = &review_of(arena, PLAN, LESSON)->coverage;
    assert_int_equal(coverage->len, 2 + 3 + 2);
    ll_view found = row_of(coverage, "Misconception \"Halving works on shuffled lists\"");
    assert_true(ll_view_starts(found, LL_VIEW("\"Order Matters\" (line 9, ")));
    assert_view(row_of(coverage, "Misconception \"Twice the entries need twice the looks\""), "—");
    assert_view(row_of(coverage, "Example \"Eight numbers\""), "not judged");
    const char *short_one = with(arena, PLAN, "| Eight numbers |", "| Halving sorted lists |");
    ll_view place =
        row_of(&review_of(arena, short_one, LESSON)->coverage, "Example \"Halving sorted lists\"");
    assert_view(place, "\"Order Matters\" (line 9, 1.00)");
    const char *quoting =
        with(arena, PLAN, "| Eight numbers |", "| \"Eight\" of \"ten\" numbers |");
    assert_view(row_of(&review_of(arena, quoting, LESSON)->coverage,
                       "Example \"'Eight' of 'ten' numbers\""),
                "not judged");
    short_one = with(arena, PLAN, "| Eight numbers |", "| The lists |"); /* too few words */
    assert_view(row_of(&review_of(arena, short_one, LESSON)->coverage, "Example \"The lists\""),
                "not judged");
    /* Three words of the Row among eleven show little: a hint says so. */
    const char *thin =
        with(arena, PLAN, "| Eight numbers |",
             "| Halving sorted lists: purple elephants juggle velvet oranges nightly "
             "under quiet lanterns |");
    coverage = &review_of(arena, thin, LESSON)->coverage;
    assert_view(row_of(coverage, "Example \"Halving sorted lists: purple elephants juggle velvet "
                                 "oranges nightly under quiet lanterns\""),
                "\"Order Matters\" (line 9, 0.27), to verify");
    const char *named = with(arena, PLAN, "| Eight numbers |", "| The SectionHeader |");
    assert_view(row_of(&review_of(arena, named, LESSON)->coverage, "Example \"The SectionHeader\""),
                "`SectionHeader` (line 11)");
    assert_int_equal(review_of(arena, PLAN, NULL)->coverage.len, 0);
    assert_int_equal(review_of(arena, NULL, LESSON)->coverage.len, 0);
    const char *quoted = with(arena, PLAN, "Halving works on shuffled lists",
                              "\xE2\x80\x9CHalving works on shuffled lists\xE2\x80\x9D");
    coverage = &review_of(arena, quoted, LESSON)->coverage;
    found = row_of(coverage, "Misconception \"Halving works on shuffled lists\"");
    assert_true(ll_view_starts(found, LL_VIEW("\"Order Matters\"")));
}

/* Rows 0 to 5; the plan below asks for their words. */
static const char PLACES[] =
    "export function TidesLesson() {\n"
    "  return (\n"
    "    <LessonLayout>\n"
    "      <Row><Row.Content>\n"
    "        <SectionHeader title=\"The Near Side\" />\n"
    "        <p>The moon pulls water, and the pull makes a hill of it.</p>\n"
    "        <InlineMath math=\"m\" />\n"
    "        <TideDiagram />\n"
    "      </Row.Content></Row>\n"
    "      <Row><Row.Content>\n"
    "        <SectionHeader title=\"The Far Side\" />\n"
    "        <p>The moon pulls water less behind the earth: a second hill.</p>\n"
    "        <BlockMath math=\"h\" />\n"
    "        <HillDiagram />\n"
    "      </Row.Content></Row>\n"
    "      <Row><Row.Content>\n"
    "        <GradientCard title=\"Check 1: Behind\">\n"
    "          <p>Where is the second hill, behind the earth or before?</p>\n"
    "        </GradientCard>\n"
    "      </Row.Content></Row>\n"
    "      <Row><Row.Content>\n"
    "        <SummaryBlock items={['A second hill behind the earth']} />\n"
    "      </Row.Content></Row>\n"
    "      <Row><Row.Content>\n"
    "        <SectionHeader title=\"Practice\" />\n"
    "        <a href={NOTEBOOK_URL}>Open it</a>\n"
    "      </Row.Content></Row>\n"
    "    </LessonLayout>\n"
    "  )\n"
    "}\n";

static const char PLACES_PLAN[] =
    "# Lesson: Tides\n\n"
    "| Misconception | Why They'd Think This | Negative Example | Where to Address |\n"
    "|---|---|---|---|\n"
    "| The moon pulls water into one hill | So it looks | A second hill behind the earth | 2 |\n\n"
    "| Example | Type | Purpose |\n|---|---|---|\n"
    "| The hill behind the earth | Positive | - |\n\n"
    "| Modality | What | Rationale |\n|---|---|---|\n"
    "| Symbolic | The height of the second hill | - |\n"
    "| Visual | A drawing of the far side: moon, earth, second hill | - |\n\n"
    "### Lesson Outline\n\n"
    "1. **Explain -- The Near Side**\n"
    "2. **Check -- Behind**\n"
    "3. **Practice -- Measure Hills** (Colab notebook)\n";

/* Not the Row with most of the words, but the one with those that few Rows have; neither a check
 * nor the summary. */
TEST(coverage_sends_the_reader_to_the_telling_row) {
    USE_ARENA;
    const ll_review_rows *coverage = &review_of(arena, PLACES_PLAN, PLACES)->coverage;
    ll_view place = row_of(coverage, "Misconception \"The moon pulls water into one hill\"");
    assert_true(ll_view_starts(place, LL_VIEW("\"The Far Side\" (line 10, ")));
    place = row_of(coverage, "Example \"The hill behind the earth\"");
    assert_view(place, "\"The Far Side\" (line 10, 1.00)");
    assert_view(row_of(coverage, "Modality: Symbolic"), "`BlockMath` (line 13)");
    assert_view(row_of(coverage, "Modality: Visual"), "`HillDiagram` (line 14)");
}

TEST(checks_and_practices_are_placed_by_their_titles_and_links) {
    USE_ARENA;
    const ll_review_rows *coverage = &review_of(arena, PLACES_PLAN, PLACES)->coverage;
    assert_view(row_of(coverage, "Outline 2. Check -- Behind"), "`GradientCard` (line 17)");
    assert_view(row_of(coverage, "Outline 3. Practice -- Measure Hills"), "\"Practice\" (line 26)");
}

TEST(coverage_asks_as_much_as_the_rule) {
    USE_ARENA;
    ll_rule_set *rules = shipped_rules(arena);
    uint32_t index = ll_rule_index(rules, LL_VIEW("misconception-uncovered"));
    ll_rule *strict = LL_ARENA_NEW(arena, ll_rule);
    *strict = *rules->at[index];
    ll_rule_option *options = LL_ARENA_ARRAY(arena, ll_rule_option, strict->option_count);
    for (uint32_t i = 0; i < strict->option_count; i++) {
        options[i] = strict->options[i];
        if (ll_view_equal(options[i].name, LL_VIEW("low")))
            options[i].value.number = 1.01; /* more than there is */
    }
    strict->options = options;
    rules->at[index] = strict;
    const ll_review_rows *coverage = &review_by(arena, rules, PLAN, LESSON, NULL)->coverage;
    assert_view(row_of(coverage, "Misconception \"Halving works on shuffled lists\""), "—");
}

TEST(what_was_not_run_is_not_checked) {
    USE_ARENA;
    const ll_review_rows *checks = &review_of(arena, PLAN, NULL)->checks;
    assert_view(row_of(checks, "Row"), "not checked");
    assert_view(row_of(checks, "Misconceptions"), "not checked");
    assert_view(row_of(checks, "Notebook"), "not checked");
    assert_view(row_of(checks, "Prerequisites"), "1 of 2 at the required depth, 0 gaps");
    checks = &review_of(arena, NULL, LESSON)->checks;
    assert_view(row_of(checks, "Prerequisites"), "not checked");
    assert_view(row_of(checks, "Examples"), "not checked");
    assert_view(row_of(checks, "Cognitive load"), "not checked");
    checks = &review_with(arena, PLAN, LESSON, "em-dash-line-wrap")->checks;
    assert_view(row_of(checks, "Em dashes"), "not checked");
    const char *broken = with(arena, LESSON, "</Row.Content>", "");
    checks = &review_of(arena, PLAN, broken)->checks;
    assert_view(row_of(checks, "Row"), "not checked");
    assert_view(row_of(checks, "Modalities"), "not checked");
}

TEST(what_an_option_leaves_out_is_not_checked) {
    USE_ARENA;
    const char *plan =
        with(arena, PLAN, "**Slug:** binary-search", "**Slug:** binary-search\n**Type:** BUILD");
    ll_review *review =
        review_but(arena, shipped_rules(arena), plan, LESSON, NULL, "misconception-uncovered");
    assert_int_equal(review->checks.len, 9);
    for (uint32_t i = 0; i < review->checks.len; i++) {
        const ll_review_row *row = &review->checks.at[i];
        bool asked = ll_view_equal(row->name, LL_VIEW("Misconceptions"));
        assert_view(row->text, asked ? "2 planned, 1 addressed" : "not checked");
    }
    uint32_t asked = 0;
    for (uint32_t i = 0; i < review->coverage.len; i++) {
        const ll_review_row *row = &review->coverage.at[i];
        bool is_asked = ll_view_starts(row->name, LL_VIEW("Misconception"));
        assert_int_equal(ll_view_equal(row->text, LL_VIEW("not checked")), !is_asked);
        asked += is_asked;
    }
    assert_int_equal(asked, 2);
}

TEST(loads_and_notebooks_are_read_from_the_documents) {
    USE_ARENA;
    const char *plan =
        with(arena, PLAN, "**Slug:** binary-search",
             "**Slug:** binary-search\n**Type:** BUILD\n**Notebook:** `1-2-x.ipynb`");
    const ll_review_rows *checks = &review_of(arena, plan, LESSON)->checks;
    assert_view(row_of(checks, "Cognitive load"), "BUILD");
    assert_view(row_of(checks, "Notebook"), "one expected, none present");
    const char *lesson = with(arena, LESSON, "<summary>",
                              "<a href=\"https://colab.research.google.com/x\">go</a><summary>");
    assert_view(row_of(&review_of(arena, plan, lesson)->checks, "Notebook"),
                "one expected, link present");
    const char *load = with(arena, PLAN, "### Examples Planned",
                            "### Cognitive Load\n\n- **New concepts in this lesson:** 1 (it)\n\n"
                            "### Examples Planned");
    assert_view(row_of(&review_of(arena, load, LESSON)->checks, "Cognitive load"), "1 new concept");
}

TEST(a_row_with_two_faults_is_one_row) {
    USE_ARENA;
    const char *lesson = with(arena, LESSON, "      <Row>\n        <Row.Content>\n          <Sec",
                              "      <Row><b/><i/>\n        <Row.Content>\n          <Sec");
    const ll_review *review = review_of(arena, PLAN, lesson);
    assert_true(ll_view_starts(row_of(&review->checks, "Row"), LL_VIEW("0 of 2 rows")));
    const char *nested = with(arena, LESSON, "          <svg>", "          <Row></Row><svg>");
    review = review_of(arena, PLAN, nested); /* it is nested, and without content */
    assert_view(row_of(&review->checks, "Row"), "2 of 3 rows");
}

/* The first line that holds `part`, or the number of lines. */
static uint32_t line_with(const ll_review_lines *lines, const char *part) {
    uint32_t i = 0;
    while (i < lines->len && ll_view_find(lines->at[i], ll_view_of(part), 0) == LL_VIEW_NONE)
        i++;
    return i;
}

static bool has_line(const ll_review_lines *lines, const char *part) {
    return line_with(lines, part) < lines->len;
}

TEST(only_what_was_checked_and_clean_is_praised) {
    USE_ARENA;
    const ll_review *review = review_of(arena, PLAN, LESSON);
    uint32_t clean = 0, polished = 0;
    for (uint32_t i = 0; i < review->result->rules->len; i++) {
        const ll_outcome *outcome = &review->result->outcomes[i];
        bool works = !outcome->skipped && outcome->checked > 0 && outcome->failed == 0;
        bool polish = review->result->rules->at[i]->severity == LL_SEVERITY_POLISH;
        clean += works && !polish;
        polished += works && polish;
    }
    /* one line for each, and one for all on polish */
    assert_int_equal(review->praise.len, clean + 1);
    ll_view last = ll_arena_format(arena, "%u rules on polish found nothing: `", polished);
    assert_true(ll_view_starts(review->praise.at[clean], last));
    assert_true(has_line(&review->praise, "Row.Content"));
    assert_false(has_line(&review->praise, "`summary` was found without"));
}

TEST(praise_of_both_documents_comes_before_that_of_lesson_and_plan) {
    USE_ARENA;
    const ll_review_lines *praise = &review_of(arena, PLAN, LESSON)->praise;
    assert_true(line_with(praise, "Every planned modality") < line_with(praise, "Row.Content"));
    assert_true(line_with(praise, "Row.Content") <
                line_with(praise, "comes with a negative example"));
    assert_true(has_line(praise, "comes with a negative example"));
}

TEST(a_rule_that_fires_five_times_is_a_pattern) {
    USE_ARENA;
    static const char SUMMARY[] = "<details>\n            <summary>Why?</summary>";
    static const char MORE[] = "<details><summary>Why?</summary>So.</details>\n";
    const char *four = with(arena, LESSON, SUMMARY,
                            ll_arena_format(arena, "%s%s", repeated(arena, MORE, 3), SUMMARY).ptr);
    assert_false(has_line(&review_of(arena, PLAN, four)->patterns, "details-cursor"));
    const char *five = with(arena, LESSON, SUMMARY,
                            ll_arena_format(arena, "%s%s", repeated(arena, MORE, 4), SUMMARY).ptr);
    assert_true(
        has_line(&review_of(arena, PLAN, five)->patterns, "`details-cursor` fires in 5 places"));
}

TEST(long_lessons_are_told_their_numbers) {
    USE_ARENA;
    /* The fixture has 28 words of text in paragraphs: its own two and the summary. */
    const char *words = repeated(arena, "<p>one two three four five</p>\n", 660);
    const char *lesson =
        with(arena, LESSON, "<details>", ll_arena_format(arena, "%s<details>", words).ptr);
    assert_true(has_line(&review_of(arena, PLAN, lesson)->patterns, "words of text in 1 section"));
    assert_true(has_line(&review_of(arena, PLAN, lesson)->patterns, "Length: 3,3"));
    words = repeated(arena, "<p>one two three four five</p>\n", 640);
    lesson = with(arena, LESSON, "<details>", ll_arena_format(arena, "%s<details>", words).ptr);
    assert_false(has_line(&review_of(arena, PLAN, lesson)->patterns, "Length"));
    words = repeated(arena, "one two three four five ", 700); /* text, but of no paragraph */
    lesson = with(arena, LESSON, "left half", words);
    assert_false(has_line(&review_of(arena, PLAN, lesson)->patterns, "Length"));
    lesson = with(arena, LESSON, "Halve and halve again", words);
    assert_false(has_line(&review_of(arena, PLAN, lesson)->patterns, "Length"));
    const char *headers = repeated(arena, "<SectionHeader title=\"More\" />\n", 14);
    lesson = with(arena, LESSON, "<details>", ll_arena_format(arena, "%s<details>", headers).ptr);
    assert_true(has_line(&review_of(arena, PLAN, lesson)->patterns, "in 15 sections"));
    headers = repeated(arena, "<SectionHeader title=\"More\" />\n", 13);
    lesson = with(arena, LESSON, "<details>", ll_arena_format(arena, "%s<details>", headers).ptr);
    assert_false(has_line(&review_of(arena, PLAN, lesson)->patterns, "sections"));
}

TEST(a_quiet_consolidation_is_long_sooner) {
    USE_ARENA;
    const char *plan = with(arena, PLAN, "**Slug:** binary-search",
                            "**Slug:** binary-search\n**Type:** CONSOLIDATE");
    const char *lines = repeated(arena, "\n", 1100);
    const char *lesson =
        with(arena, LESSON, "<details>", ll_arena_format(arena, "%s<details>", lines).ptr);
    assert_true(has_line(&review_of(arena, plan, lesson)->patterns,
                         "lines of TSX for a CONSOLIDATE lesson without interactivity"));
    assert_false(has_line(&review_of(arena, PLAN, lesson)->patterns, "CONSOLIDATE"));
    const char *controls[] = {"<RankExplorer /><svg>", "<select /><svg>", "<SizeSlider /><svg>"};
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++) {
        const char *active = with(arena, lesson, "<svg>", controls[i]);
        assert_false(has_line(&review_of(arena, plan, active)->patterns, "CONSOLIDATE"));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checks_say_what_was_counted),
        cmocka_unit_test(gaps_are_counted_with_those_unresolved),
        cmocka_unit_test(misconceptions_are_counted_by_what_was_judged),
        cmocka_unit_test(modalities_are_present_where_coverage_places_them),
        cmocka_unit_test(coverage_names_the_best_row),
        cmocka_unit_test(coverage_sends_the_reader_to_the_telling_row),
        cmocka_unit_test(checks_and_practices_are_placed_by_their_titles_and_links),
        cmocka_unit_test(coverage_asks_as_much_as_the_rule),
        cmocka_unit_test(what_was_not_run_is_not_checked),
        cmocka_unit_test(what_an_option_leaves_out_is_not_checked),
        cmocka_unit_test(loads_and_notebooks_are_read_from_the_documents),
        cmocka_unit_test(a_row_with_two_faults_is_one_row),
        cmocka_unit_test(only_what_was_checked_and_clean_is_praised),
        cmocka_unit_test(praise_of_both_documents_comes_before_that_of_lesson_and_plan),
        cmocka_unit_test(a_rule_that_fires_five_times_is_a_pattern),
        cmocka_unit_test(long_lessons_are_told_their_numbers),
        cmocka_unit_test(a_quiet_consolidation_is_long_sooner),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
