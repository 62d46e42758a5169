/* check: what the built-in checks say of small documents. The common cases are the fixtures of each
 * rule; here are the rims: options, limits, rare spellings. */
#include <stdio.h>

#include "support.h"

#include "check_support.h"

TEST(every_blank_beside_a_dash_is_seen) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"<p>a&nbsp;&mdash;b</p>", 1},   {"<p>a&mdash;&ensp;b</p>", 1},
        {"<p>a&#x1680;&mdash;b</p>", 1}, {"<p>a&#x2000;&mdash;b</p>", 1},
        {"<p>a&#x200A;&mdash;b</p>", 1}, {"<p>a&#x202F;&mdash;b</p>", 1},
        {"<p>a&#x205F;&mdash;b</p>", 1}, {"<p>a&mdash;&#x3000;b</p>", 1},
        {"<p>a&#x200B;&mdash;b</p>", 0}, /* has no width */
        {"<p>a&#x2011;&mdash;b</p>", 0}, /* is a hyphen */
    };
    JUDGE_ALL(snippets, shipped(arena, "em-dash-spacing"), NULL, lesson_of(arena, text));
}

TEST(blanks_on_both_sides_are_one_finding) {
    USE_ARENA;
    static const snippet spacing[] = {
        {"<p>a &mdash; b</p>", 1},
        {"<p>a\n&mdash;\nb</p>", 1},
        {"<p>a &mdash;\nb</p>", 1},
        {"<p>a&mdash;\nb</p>", 0},
    };
    static const snippet wrapped[] = {
        {"<p>a &mdash; b</p>", 0},
        {"<p>a\n&mdash;\nb</p>", 0},
        {"<p>a &mdash;\nb</p>", 0},
        {"<p>a&mdash;\nb</p>", 1},
    };
    ll_rule *rule = shipped(arena, "em-dash-spacing");
    JUDGE_ALL(spacing, rule, NULL, lesson_of(arena, text));
    JUDGE_ALL(wrapped, shipped(arena, "em-dash-line-wrap"), NULL, lesson_of(arena, text));
    judged *made = judge(arena, rule, NULL, lesson_of(arena, "<p>two  blanks &mdash;\nhere</p>"));
    assert_view(made->findings.at[0].message,
                "space around an em dash: “two blanks — here” (on both sides)");
}

TEST(labels_may_be_left_alone) {
    USE_ARENA;
    ll_rule *rule = shipped(arena, "em-dash-spacing");
    static const snippet judged_all[] = {{"<p>Step 1 &mdash; Normalize</p>", 1},
                                         {"<svg><text>low &mdash; high</text></svg>", 1}};
    JUDGE_ALL(judged_all, rule, NULL, lesson_of(arena, text));
    static const snippet without_labels[] = {
        {"<p>Step 1 &mdash; Normalize</p>", 0},
        {"<p>IPO &mdash; Identity Preference Optimization</p>", 0},
        {"<p>one two three &mdash; x</p>", 0},
        {"<p>one two three four &mdash; x</p>", 1},
        {"<p>Twenty-five-letters-long &mdash; x</p>", 0},
        {"<p>Twenty-five-letters-longer &mdash; x</p>", 1},
        {"<p>Right. So &mdash; x</p>", 1},
        {"<p>Right, so &mdash; x</p>", 1},
        {"<p>Right; so &mdash; x</p>", 1},
        {"<svg><text>one two three four &mdash; high</text></svg>", 1},
    };
    set_option(arena, rule, "labels", 0);
    JUDGE_ALL(without_labels, rule, NULL, lesson_of(arena, text));
    rule = shipped(arena, "em-dash-spacing");
    static const snippet without_svg[] = {{"<p>Step 1 &mdash; Normalize</p>", 1},
                                          {"<svg><text>low &mdash; high</text></svg>", 0}};
    set_option(arena, rule, "svg", 0);
    JUDGE_ALL(without_svg, rule, NULL, lesson_of(arena, text));
}

TEST(what_may_be_a_summary_is_no_fault) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"<details>{head}<p>a</p></details>", 0},
        {"<details>{head && <summary>a</summary>}<p>b</p></details>", 0},
        {"<details><Question /><p>a</p></details>", 0},
        {"<Disclosure><summary>a</summary></Disclosure>", 0},
        {"<GradientCard title=\"a\"><summary>b</summary></GradientCard>", 1},
        {"<div><summary>a</summary></div>", 1},
    };
    ll_rule *rule = shipped(arena, "details-structure");
    JUDGE_ALL(snippets, rule, NULL, lesson_of(arena, text));
    static const snippet files[] = {
        {"function L() { const s = <summary/>; return <LessonLayout><details>{s}</details>"
         "</LessonLayout> }",
         0},
        {"function L() { const s = () => <summary/>; return <LessonLayout><details>{s()}</details>"
         "</LessonLayout> }",
         0},
        {"const L = () => <LessonLayout>{A.map((a) => { const s = (<summary/>)\n"
         "return <details>{s}</details> })}</LessonLayout>",
         0},
        {"const L = () => <Frame><LessonLayout><summary/></LessonLayout></Frame>", 1},
        {"const L = () => <LessonLayout>{A.map((a) => <p><summary/></p>)}</LessonLayout>", 1},
        {"const W = () => <div><details><p/></details><summary/></div>", 0}, /* no lesson */
    };
    JUDGE_ALL(files, rule, NULL, text);
}

TEST(rows_are_judged_by_what_is_seen) {
    USE_ARENA;
    static const snippet snippets[] = {
        /* the component is no part of a Row, but may hold its content */
        {"const L = () => <LessonLayout><Row><Section /></Row></LessonLayout>", 1},
        {"const N = () => <Row.Aside>a</Row.Aside>\n"
         "const L = () => <LessonLayout><Row><Row.Content>a</Row.Content></Row></LessonLayout>",
         0},
        {"const D = () => <Row><p>a</p></Row>", 0}, /* no lesson */
        {"const L = () => <LessonLayout><Row /></LessonLayout>", 1},
        {"const L = () => <LessonLayout><Row>{x}</Row></LessonLayout>", 0},
    };
    JUDGE_ALL(snippets, shipped(arena, "row-structure"), NULL, text);
}

TEST(helpers_are_followed_to_their_root) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"const A = () => <B />; const B = () => <C />; const C = () => <div />;\n"
         "const L = () => <LessonLayout><A /></LessonLayout>",
         1},
        {"const A = () => <B />; const B = () => <C />; const C = () => <Row />;\n"
         "const L = () => <LessonLayout><A /></LessonLayout>",
         0},
        {"const A = () => <A />; const L = () => <LessonLayout><A /></LessonLayout>", 0},
        /* row-structure's matter */
        {"const L = () => <LessonLayout><RowAside>a</RowAside></LessonLayout>", 0},
        {"const L = () => <LessonLayout><Row.Content>a</Row.Content></LessonLayout>", 0},
    };
    JUDGE_ALL(snippets, shipped(arena, "row-wrapping"), NULL, text);
}

static const char *gaps_of(ll_arena *arena, const char *rest) {
    return ll_arena_format(
               arena,
               "# Lesson: X\n\n### Prerequisites Table\n\n"
               "| Concept | Required Depth | Actual Depth | Source | Status | Reasoning "
               "|\n|---|---|---|---|---|---|\n%s",
               rest)
        .ptr;
}

TEST(gaps_are_resolved_by_what_says_how) {
    USE_ARENA;
#define GAP "| Loops | DEVELOPED | MENTIONED | loops (1.1.2) | GAP | Needed |\n"
    static const snippet snippets[] = {
        {GAP, 1},
        {GAP "\n### Gap Resolution\n\n**No gaps.**\n", 1},
        {GAP "\n### Gap Resolution\n\nNone.\n", 1},
        {GAP "\n### Gap Resolution\n\nNo GAPs at all.\n", 1},
        {GAP "\n### Gap Resolution\n\nAll prerequisites are met.\n", 1},
        {GAP "\n**Gap resolution:** ---\n", 1},
        {GAP "\n### Gap Resolution\n\n---\n", 1},
        {GAP "\n### Gap Resolution\n\n**Loops:** section 2 recalls them.\n", 0},
        {GAP "\n### Gap Resolution\n\n1. Section 2 recalls loops.\n", 0},
        {GAP GAP "\n### Gap Resolution\n\n| Gap | Size | Resolution |\n|---|---|---|\n"
                 "| Loops | small | Section 2 |\n",
         1},
        {GAP "| Logs | DEVELOPED | MENTIONED | logs (1.1.3) | GAP | This lesson teaches them. |\n"
             "\n### Gap Resolution\n\n| Gap | Size | Resolution |\n|---|---|---|\n"
             "| Loops | small | Section 2 |\n",
         0},
    };
    JUDGE_ALL(snippets, shipped(arena, "prerequisite-gap-unresolved"), gaps_of(arena, text), NULL);
}

TEST(gaps_are_resolved_below_a_label_in_a_list) {
    USE_ARENA;
    static const snippet snippets[] = {
        {GAP "\n- **Gap resolution:**\n  - Loops: a picture in the recap\n", 0},
        {GAP "\n- Gap resolution:\n  1. Loops are drawn\n", 0},
        {GAP "\nHow gaps are closed:\n- Loops are drawn\n", 0},
        {GAP "\n- **Gap resolution:**\n- Loops are needed\n", 1},
        {GAP "\n- **Gap resolution:**\n  - none\n", 1},
        {GAP "\n- **Gap resolution:** \xE2\x80\x94\n", 1},
    };
    JUDGE_ALL(snippets, shipped(arena, "prerequisite-gap-unresolved"), gaps_of(arena, text), NULL);
}

TEST(a_denial_that_says_more_resolves) {
    USE_ARENA;
#define RESOLUTION GAP "\n### Gap Resolution\n\n"
    static const snippet snippets[] = {
        {RESOLUTION "No gap is larger than one level. Loops get a picture.\n", 0},
        {RESOLUTION "Nothing to add to the recap, which draws loops.\n", 0},
        {RESOLUTION "No gaps except loops, which the first cards draw.\n", 0},
        {RESOLUTION "All prerequisites but loops are met. Loops get a picture.\n", 0},
        {RESOLUTION "Not needed in full: section 2 draws a loop.\n", 0},
        {GAP "\n**No gaps beyond this one.** Loops get a picture.\n", 0},
        {RESOLUTION "No gaps. All prerequisites are met.\n", 1},
        {RESOLUTION "**No gaps.** Every prerequisite is at its depth.\n", 1},
        {RESOLUTION "No gaps. Each row meets its depth; the student is ready.\n", 1},
        {RESOLUTION "No gap is large. Each of them gets a picture.\n", 0},
        {RESOLUTION "*(none)*\n", 1},
        {RESOLUTION "TBD\n", 1},
    };
    JUDGE_ALL(snippets, shipped(arena, "prerequisite-gap-unresolved"), gaps_of(arena, text), NULL);
#undef RESOLUTION
}

TEST(gaps_are_resolved_in_their_row) {
    USE_ARENA;
#define ROW(status, reasoning)                                                                     \
    "| Loops | DEVELOPED | MENTIONED | loops (1.1.2) | " status " | " reasoning " |\n"
    static const snippet snippets[] = {
        {ROW("GAP", "Resolved in section 2 of this lesson"), 0},
        {ROW("GAP", "Retaught in section 2"), 0},
        {ROW("GAP", "Section 2 teaches them"), 0},
        {ROW("GAP", "We introduce them in section 2."), 0},
        {ROW("GAP", "The present lesson resolves this."), 0},
        {ROW("GAP (filled in section 2)", "Needed"), 0},
        {ROW("GAP \xE2\x86\x92 resolved in section 2", "Needed"), 0},
        {ROW("GAP", "Needed in section 4"), 1},
        {ROW("GAP", "Covered, but too briefly; needed in section 4"), 1},
        {ROW("GAP", "Taught in section 2 of counting"), 1},
        {ROW("GAP", "Taught in sections that were dropped"), 1},
    };
    JUDGE_ALL(snippets, shipped(arena, "prerequisite-gap-unresolved"), gaps_of(arena, text), NULL);
#undef ROW
    static const snippet columns[] = {{"Recap in section 2", 0}, {"\xE2\x80\x94", 1}, {"none", 1}};
    JUDGE_ALL(columns, shipped(arena, "prerequisite-gap-unresolved"),
              ll_arena_format(arena,
                              "# Lesson: X\n\n| Concept | Required Depth | Actual Depth | Source | "
                              "Status | Resolution | Reasoning |\n|---|---|---|---|---|---|---|\n"
                              "| Loops | DEVELOPED | MENTIONED | loops (1.1.2) | GAP | %s | x |\n",
                              text)
                  .ptr,
              NULL);
}

TEST(two_depths_in_a_cell_accuse_nobody) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"| A | INTRODUCED / DEVELOPED | INTRODUCED | a (1.1.1) | OK | x |\n", 0},
        {"| A | INTRODUCED / DEVELOPED | MENTIONED | a (1.1.1) | OK | x |\n", 1},
        {"| A | DEVELOPED | MENTIONED -> DEVELOPED | a (1.1.1) | OK | x |\n", 0},
        {"| A | APPLIED | MENTIONED -> DEVELOPED | a (1.1.1) | OK | x |\n", 1},
    };
    JUDGE_ALL(snippets, shipped(arena, "prerequisite-depth"), gaps_of(arena, text), NULL);
}

TEST(sources_outside_the_course_are_not_compared) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"| A | DEVELOPED | MENTIONED | background | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | Background knowledge | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | (general programming) | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | Prior education | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | prior experience | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED |  | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | — | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | -- | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | – | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | Series 1 | OK | x |\n", 1},
        {"| A | DEVELOPED | MENTIONED | High-school physics | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | Algebra (high-school level) | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | prior-education | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | General-programming | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | Self-taught | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | Self-study before the course | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | Pre-course material | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | University | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | College calculus | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | Math class | OK | x |\n", 0},
        {"| A | DEVELOPED | MENTIONED | background-subtraction | OK | x |\n", 1},
        {"| A | DEVELOPED | MENTIONED | knowledge-maps, high-school-maps | OK | x |\n", 1},
        {"| A | DEVELOPED | MENTIONED | self-taught (2.1.3) | OK | x |\n", 1},
    };
    JUDGE_ALL(snippets, shipped(arena, "prerequisite-depth"), gaps_of(arena, text), NULL);
}

static const char *misconception_of(ll_arena *arena, const char *where) {
    return ll_arena_format(arena,
                           "# Lesson: X\n\n### Misconceptions Table\n\n"
                           "| Misconception | Why | Negative Example | Where to Address |\n"
                           "|---|---|---|---|\n"
                           "| echo foxtrot hotel juliet | x | alpha bravo charlie delta | %s |\n",
                           where)
        .ptr;
}

TEST(coverage_has_its_steps) {
    USE_ARENA;
    static const struct {
        const char *words;
        uint32_t findings;
        ll_confidence confidence;
    } steps[] = {
        {"Alpha.", 1, LL_CONFIDENCE_EXACT},                     /* 1 of 8 */
        {"Alpha, bravo.", 1, LL_CONFIDENCE_VERIFY},             /* 2 of 8, as many as `low` */
        {"Alpha, bravo, echo.", 1, LL_CONFIDENCE_VERIFY},       /* 3 of 8, below `high` */
        {"Alpha, bravo, echo, hotel.", 0, LL_CONFIDENCE_EXACT}, /* 4 of 8, as many as `high` */
    };
    ll_rule *rule = shipped(arena, "misconception-uncovered");
    set_option(arena, rule, "high", 0.5);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        const char *lesson = lesson_of(arena, steps[i].words);
        judged *made = judge(arena, rule, misconception_of(arena, "Section 1"), lesson);
        assert_int_equal(made->findings.len, steps[i].findings);
        if (made->findings.len == 0)
            continue;
        const ll_finding *finding = &made->findings.at[0];
        assert_int_equal(finding->confidence, steps[i].confidence);
        assert_int_equal(finding->range.document, LL_DOCUMENT_PLAN);
        assert_int_equal(finding->related.range.document, LL_DOCUMENT_LESSON);
        assert_int_equal(finding->related.range.offset, strstr(lesson, "<Row>") - lesson);
        assert_view(finding->related.message, "best match");
    }
    set_option(arena, rule, "words", 9);
    assert_int_equal(
        judge(arena, rule, misconception_of(arena, "Section 1"), lesson_of(arena, "Alpha."))
            ->check.outcome.checked,
        0);
}

TEST(what_is_put_off_is_not_looked_for) {
    USE_ARENA;
    static const snippet snippets[] = {{"Section 1", 1},
                                       {"", 0},
                                       {"—", 0},
                                       {"–", 0},
                                       {"-", 0},
                                       {"--", 0},
                                       {"---", 0},
                                       {"Deferred", 0},
                                       {"Not addressed", 0},
                                       {"deferred to series 3", 0},
                                       {"Section 2 (callback)", 1},
                                       {"None", 0},
                                       {"In the next lesson", 0},
                                       {"In the notebook, cell 2", 0},
                                       {"Section 2, optional", 0},
                                       {"Section 2, non-optional", 1},
                                       {"Section 4: optional chaining", 1},
                                       {"Out of scope", 0},
                                       {"(skipped)", 0},
                                       {"Later in Section 3", 1},
                                       {"False-positive card in Section 3", 1},
                                       {"Not only in Section 2 but in Section 4", 1},
                                       {"Section 3: push, skip, pop", 1}};
    JUDGE_ALL(snippets, shipped(arena, "misconception-uncovered"), misconception_of(arena, text),
              lesson_of(arena, "<p>Nothing of it.</p>"));
}

static ll_view modality_of(ll_arena *arena, const char *row) {
    return ll_arena_format(arena,
                           "# Lesson: X\n\n### Modalities Planned\n\n"
                           "| Modality | What Specifically | Why This Modality |\n|---|---|---|\n"
                           "| %s | x |\n",
                           row);
}

TEST(named_elements_satisfy_their_row) {
    USE_ARENA;
    static const struct {
        const char *row, *inside;
        uint32_t findings;
    } cases[] = {
        {"Interactive | Exercises in the notebook", "a", 0},
        {"Interactive | Exercises on Colab", "a", 0},
        {"Hands-on (notebook) | Exercises", "a", 0},
        {"Interactive | Exercises", "a", 1},
        {"Interactive | Two checks in `<details>`", "<details>a</details>", 0},
        {"Hands-on | A worksheet on paper", "a", 0},
        {"Visual | None: the words are enough", "a", 0},
        {"Visual | Told in prose, no drawing", "a", 0},
        {"Symbolic | In words and in signs", "a", 1},
        {"Visual | A picture, if time permits", "a", 0},
        {"Visual | A GradientCard for each half", "<GradientCard title=\"a\">b</GradientCard>", 0},
        {"Visual | A GradientCard for each half", "a", 1},
        {"Visual | A StepList of the looks", "<StepList steps={['a']} />", 0},
        {"Visual | A CodeBlock", "<CodeBlock code={`a`} />", 0},
        {"Visual | ASCII plot", "<CodeBlock code={`a`} />", 0},
        {"Visual | ASCII plot", "<pre>a</pre>", 0},
        {"Interactive | A ComparisonRow to fill in", "<ComparisonRow left={{}} right={{}} />", 0},
        {"Interactive | A table to fill in", "<ComparisonRow left={{}} right={{}} />", 0},
        {"Interactive | A table to fill in", "<table />", 0},
        {"Interactive | A table to fill in", "a", 1},
        {"Interactive | A PhaseCard for each step", "<PhaseCard title=\"a\">b</PhaseCard>", 0},
    };
    ll_rule *rule = shipped(arena, "modality-absent");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        judged *made = judge(arena, rule, modality_of(arena, cases[i].row).ptr,
                             lesson_of(arena, cases[i].inside));
        if (made->findings.len != cases[i].findings)
            fail_msg("%s: %u findings", cases[i].row, made->findings.len);
    }
}

TEST(a_drawing_is_wanted_where_the_plan_says_so) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"Visual | A diagram of the halves", 1}, {"Visual (SVG) | Both halves", 1},
        {"Visual | A plot of the looks", 1},     {"Geometric | A chart of the looks", 1},
        {"Visual | A heatmap of the looks", 1},  {"Visual | Both halves side by side", 0},
        {"Verbal | A diagram in words", 0},
    };
    ll_rule *rule = shipped(arena, "modality-absent");
    JUDGE_ALL(snippets, rule, modality_of(arena, text).ptr, lesson_of(arena, "<pre>a</pre>"));
    judged *made = judge(arena, rule, modality_of(arena, snippets[0].text).ptr,
                         lesson_of(arena, "<pre>a</pre>"));
    assert_int_equal(made->findings.at[0].confidence, LL_CONFIDENCE_VERIFY);
    made = judge(arena, rule, modality_of(arena, snippets[0].text).ptr, lesson_of(arena, "a"));
    assert_int_equal(made->findings.at[0].confidence, LL_CONFIDENCE_EXACT);
}

TEST(faults_that_are_not_kept_are_counted) {
    USE_ARENA;
    enum { FAULTS = LL_SOURCE_FAULTS_MOST + 500 };
    char *text = ll_arena_alloc(arena, FAULTS * 2 + 1);
    char *end = text;
    for (size_t i = 0; i < FAULTS; i++, end += 2)
        memcpy(end, "a\xFF", 2);
    judged *made = judge(arena, shipped(arena, "input-encoding"), text, NULL);
    const ll_outcome *outcome = &made->check.outcome;
    assert_int_equal(outcome->failed, FAULTS);
    assert_int_equal(made->findings.len + outcome->left_out[LL_SEVERITY_IMPROVEMENT], FAULTS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_blank_beside_a_dash_is_seen),
        cmocka_unit_test(blanks_on_both_sides_are_one_finding),
        cmocka_unit_test(labels_may_be_left_alone),
        cmocka_unit_test(what_may_be_a_summary_is_no_fault),
        cmocka_unit_test(rows_are_judged_by_what_is_seen),
        cmocka_unit_test(helpers_are_followed_to_their_root),
        cmocka_unit_test(gaps_are_resolved_by_what_says_how),
        cmocka_unit_test(gaps_are_resolved_below_a_label_in_a_list),
        cmocka_unit_test(a_denial_that_says_more_resolves),
        cmocka_unit_test(gaps_are_resolved_in_their_row),
        cmocka_unit_test(two_depths_in_a_cell_accuse_nobody),
        cmocka_unit_test(sources_outside_the_course_are_not_compared),
        cmocka_unit_test(coverage_has_its_steps),
        cmocka_unit_test(what_is_put_off_is_not_looked_for),
        cmocka_unit_test(named_elements_satisfy_their_row),
        cmocka_unit_test(a_drawing_is_wanted_where_the_plan_says_so),
        cmocka_unit_test(faults_that_are_not_kept_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
