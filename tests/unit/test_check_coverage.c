/* check, facts: what plans promise and lessons hold, at the rims: sides of a Row, options, odd
 * plans, large plans. The common cases are the fixtures of each rule. */
#include <stdio.h>

#include "support.h"

#include "check_support.h"
#include "facts/coverage.h"

#define ROW(content) "<Row><Row.Content>" content "</Row.Content></Row>\n"
#define BESIDE(content, aside)                                                                     \
    "<Row><Row.Content>" content "</Row.Content><Row.Aside>" aside "</Row.Aside></Row>\n"
#define IN_LAYOUT(rows) "export function L() { return <LessonLayout>" rows "</LessonLayout> }\n"
#define OUTLINE(items) "# Lesson: X\n\n## Phase 3\n\n### Lesson Outline\n\n" items

static const char *const ids[] = {
    "misconception-aside-only", "example-uncovered",    "connection-uncovered",
    "outline-item-missing",     "outline-order",        "outline-check-count",
    "aside-planned-absent",     "planned-block-absent",
};

TEST(empty_plans_and_lessons_without_layout_are_silent) {
    USE_ARENA;
    static const char widget[] = "export function W() { return <div><p>One</p></div> }\n";
    static const char outline[] = OUTLINE("1. **Summarize** (Row + Aside)\n2. **Check**\n\n"
                                          "A TipBlock.\n");
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        assert_findings(judge(arena, shipped(arena, ids[i]), "", IN_LAYOUT(ROW("<p>One</p>"))), 0,
                        0);
        assert_findings(judge(arena, shipped(arena, ids[i]), "", IN_LAYOUT("")), 0, 0);
        assert_findings(judge(arena, shipped(arena, ids[i]), outline, widget), 0, 0);
    }
}

static const char MISCONCEPTION[] =
    "# Lesson: X\n\n### Misconceptions Table\n\n"
    "| Misconception | Why | Negative Example | Where to Address |\n|---|---|---|---|\n"
    "| golf hotel india juliet | y | alpha bravo charlie delta echo foxtrot | Section 1 |\n";

/* Ten words are asked for. */
TEST(the_sides_of_a_row_are_asked_apart) {
    USE_ARENA;
    ll_facts *facts =
        facts_of(arena, MISCONCEPTION,
                 IN_LAYOUT(BESIDE("<p>alpha bravo</p>", "<p>bravo charlie delta</p>")));
    const struct {
        ll_row_side side;
        uint32_t found;
    } sides[] = {{LL_ROW_MAIN, 2}, {LL_ROW_ASIDE, 3}, {LL_ROW_WHOLE, 4}};
    for (size_t i = 0; i < 3; i++) {
        const ll_index_hit *hit =
            ll_facts_coverage(facts, LL_PLANNED_MISCONCEPTION, 0, sides[i].side);
        assert_int_equal(hit->asked, 10);
        assert_int_equal(hit->found, sides[i].found);
        assert_int_equal(hit->missing.len, 10 - sides[i].found);
        assert_ptr_equal(ll_facts_coverage(facts, LL_PLANNED_MISCONCEPTION, 0, sides[i].side), hit);
    }
}

TEST(an_aside_alone_is_reported_when_no_main_text_comes_near) {
    USE_ARENA;
    static const struct {
        const char *lesson;
        uint32_t findings;
    } cases[] = {
        {IN_LAYOUT(BESIDE("<p>x</p>", "<p>alpha bravo charlie delta</p>")), 1},
        {IN_LAYOUT(BESIDE("<p>alpha bravo charlie delta</p>", "<p>alpha bravo charlie delta</p>")),
         0},
        /* 0.3 is less than 0.36, but only 0.1 less than 0.4 */
        {IN_LAYOUT(BESIDE("<p>alpha bravo charlie</p>", "<p>alpha bravo charlie delta</p>")), 0},
        {IN_LAYOUT(BESIDE("<p>alpha bravo charlie</p>", "<p>alpha bravo charlie delta echo</p>")),
         1},
        /* the main text of another Row counts */
        {IN_LAYOUT(BESIDE("<p>x</p>", "<p>alpha bravo charlie delta</p>")
                       ROW("<p>golf hotel india juliet</p>")),
         0},
        /* a Row that only both sides together make: no aside takes it up */
        {IN_LAYOUT(BESIDE("<p>golf</p>", "<p>alpha bravo charlie</p>")), 0},
        /* half of the claim's words are told in a main text */
        {IN_LAYOUT(BESIDE("<p>golf</p>", "<p>alpha bravo charlie delta</p>")), 1},
        {IN_LAYOUT(BESIDE("<p>golf hotel</p>", "<p>alpha bravo charlie delta</p>")), 0},
        {IN_LAYOUT(BESIDE("<p>x</p>", "<details><summary>s</summary>alpha bravo charlie "
                                      "delta</details>")),
         1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (judge(arena, shipped(arena, ids[0]), MISCONCEPTION, cases[i].lesson)->findings.len !=
            cases[i].findings)
            fail_msg("case %zu", i);
}

TEST(options_move_the_limits) {
    USE_ARENA;
    static const char aside[] =
        IN_LAYOUT(BESIDE("<p>alpha bravo charlie</p>", "<p>alpha bravo charlie delta</p>"));
    static const ll_option_value narrow[] = {
        {.number = 0.36}, {.number = 0.05}, {.number = 0.5}, {.number = 8}};
    /* high, margin, claim, words */
    static const ll_option_value wordy[] = {
        {.number = 0.36}, {.number = 0.05}, {.number = 0.5}, {.number = 11}};
    assert_findings(judge_with(arena, shipped(arena, ids[0]), narrow, MISCONCEPTION, aside), 1, 1);
    assert_findings(judge_with(arena, shipped(arena, ids[0]), wordy, MISCONCEPTION, aside), 0, 0);
    static const char plan[] = "# Lesson: X\n\n### Examples Planned\n\n"
                               "| Example | Type | Purpose |\n|---|---|---|\n"
                               "| alpha bravo charlie delta echo foxtrot golf hotel india juliet |"
                               " Positive | p |\n";
    static const char three[] = IN_LAYOUT(ROW("<p>alpha bravo charlie</p>"));
    static const ll_option_value high[] = {{.number = 0.31}, {.number = 8}};
    assert_findings(judge(arena, shipped(arena, "example-uncovered"), plan, three), 0, 1);
    assert_findings(judge_with(arena, shipped(arena, "example-uncovered"), high, plan, three), 1,
                    1);
}

TEST(typed_items_ask_for_their_blocks) {
    USE_ARENA;
    static const struct {
        const char *item, *lesson;
        uint32_t findings;
    } cases[] = {
        {"Summarize", ROW("<p>x</p>"), 1},
        {"Summarize", ROW("<SummaryBlock items={[]}/>"), 0},
        {"Next Step", ROW("<p>What comes next: a rest.</p>"), 0},
        {"Next Step", ROW("<p>The next step.</p>"), 1},
        {"Next Step", ROW("<h3>What's Next</h3>"), 0},
        {"Next Step", ROW("<NextLessonCard/>"), 0},
        {"Summarize", ROW("<LessonSummary/>"), 0},
        {"Summarize (optional)", ROW("<p>x</p>"), 0},
        {"Summarize (cut, copy, paste)", ROW("<p>x</p>"), 1},
        {"Next Step", ROW("<NextTokenDemo/>"), 1},
        {"Next Step", ROW("<p>It repeats this for the next steps of the loop.</p>"), 1},
        {"Practice: none", ROW("<p>x</p>"), 0},
        {"Practice: Cards** (no notebook)\n3. **Summarize",
         ROW("<SectionHeader title=\"Cards\"/>") ROW("<SummaryBlock items={[]}/>"), 0},
        {"Check", ROW("<h3>Transfer Learning</h3>"), 1},
        {"Check", ROW("<h3>Transfer Question</h3>"), 0},
        {"Check", ROW("<Card title=\"Predict and then look\"/>"), 0},
        {"Check", ROW("<Card title=\"Predicting\"/>"), 1},
        {"Check", ROW("<Card title=\"Checkpoint #2\"/>"), 0},
        {"Practice", ROW("<p>x</p>"), 1},
        {"Practice", ROW("<p>Open the notebook.</p>"), 0},
        {"Practice: Notebook", ROW("<p>Practice on paper.</p>"), 1},
        {"Context", ROW("<p>x</p>") "<OpeningPart/>", 0}, /* may hold it */
        {"Context", ROW("<p>x</p>") "<OpeningPart><Row/></OpeningPart>", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view plan =
            ll_arena_format(arena, OUTLINE("1. **Hook: Z**\n2. **%s**\n"), cases[i].item);
        ll_view lesson = ll_arena_format(
            arena, "export function L() { return <LessonLayout>%s</LessonLayout> }\n",
            cases[i].lesson);
        judged *made = judge(arena, shipped(arena, "outline-item-missing"), plan.ptr, lesson.ptr);
        if (made->findings.len != cases[i].findings)
            fail_msg("%s in %s", cases[i].item, cases[i].lesson);
        if (made->findings.len > 0)
            assert_int_equal(made->findings.at[0].confidence, LL_CONFIDENCE_EXACT);
    }
}

TEST(lines_may_end_with_a_carriage_return) {
    USE_ARENA;
    static const char plan[] = "# Lesson: X\r\n\r\n### Lesson Outline\r\n\r\n"
                               "1. **Hook: Z**\r\n2. **Summarize** (Row)\r\n";
    judged *made =
        judge(arena, shipped(arena, "outline-item-missing"), plan, IN_LAYOUT(ROW("<p>x</p>")));
    assert_findings(made, 1, 1);
    assert_int_equal(made->findings.at[0].range.offset, strstr(plan, "2. ") - plan);
}

static const char CHECKS[] = OUTLINE("1. **Check 1**\n2. **Check 2**\n3. **Check 3**\n");

#define DETAILS "<details><summary>s</summary>x</details>"

TEST(details_are_counted_where_they_are_used) {
    USE_ARENA;
    static const struct {
        const char *lesson;
        uint32_t findings;
    } cases[] = {
        {IN_LAYOUT(ROW(DETAILS) ROW(DETAILS) ROW(DETAILS)), 0},
        {IN_LAYOUT(ROW(DETAILS) ROW(DETAILS)), 1},
        {"function Q() { return " DETAILS " }\n" IN_LAYOUT(ROW("<Q/><Q/>") ROW("<Q/>")), 0},
        {"function Q() { return " DETAILS " }\n" IN_LAYOUT(ROW("<Q/><Q/>")), 1},
        {IN_LAYOUT(ROW("{qs.map((q) => " DETAILS ")}")), 0}, /* unknown */
        {"function Q() { return " DETAILS " }\n" IN_LAYOUT(ROW("{qs.map((q) => <Q/>)}")), 0},
        {"function Q() { return " DETAILS
         " }\nfunction P() { return <Q/> }\n" IN_LAYOUT(ROW("<P/>")),
         0},
        {"import { Quiz } from './Quiz'\n" IN_LAYOUT(ROW("<Quiz/>")), 0},
        {"import { Check } from 'lucide-react'\n" IN_LAYOUT(ROW("<Check/>")), 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (judge(arena, shipped(arena, "outline-check-count"), CHECKS, cases[i].lesson)
                ->findings.len != cases[i].findings)
            fail_msg("case %zu", i);
}

TEST(fewest_moved_parts_explain_the_order) {
    USE_ARENA;
    static const char plan[] =
        OUTLINE("1. **Explain: Alpha**\n2. **Explain: Bravo**\n3. **Explain: Charlie**\n"
                "4. **Explain: Delta**\n5. **Explain: Echo**\n6. **Explain: Foxtrot**\n");
    static const struct {
        const char *order; /* initials */
        const char *moved;
    } cases[] = {
        {"ABCDEF", ""}, {"FABCDE", "F"}, {"BCDEFA", "A"},  {"ABCFDE", ""},
        {"DABCEF", ""}, {"EABCDF", "E"}, {"FBCDEA", "AF"}, {"BADCFE", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static const char *const names[] = {"Alpha", "Bravo", "Charlie",
                                            "Delta", "Echo",  "Foxtrot"};
        ll_buffer lesson = {.arena = arena, .most = 100000};
        ll_buffer moved = {.arena = arena, .most = 100};
        ll_buffer_add_cstring(&lesson, "export function L() { return <LessonLayout>");
        for (const char *at = cases[i].order; *at; at++)
            ll_buffer_add_format(&lesson, ROW("<SectionHeader title=\"%s\"/>"), names[*at - 'A']);
        ll_buffer_add_cstring(&lesson, "</LessonLayout> }\n");
        ll_buffer_add_byte(&lesson, '\0');
        judged *made =
            judge(arena, shipped(arena, "outline-order"), plan, ll_buffer_view(&lesson).ptr);
        assert_int_equal(made->check.outcome.checked, 6);
        for (uint32_t k = 0; k < made->findings.len; k++)
            ll_buffer_add_byte(&moved,
                               plan[made->findings.at[k].range.offset + strlen("1. **Explain: ")]);
        assert_view(ll_buffer_view(&moved), cases[i].moved);
    }
}

TEST(names_of_blocks_are_no_promise_behind_a_refusal) {
    USE_ARENA;
    static const struct {
        const char *text;
        uint32_t findings;
    } cases[] = {
        {"A TipBlock beside it.", 1},
        {"No TipBlock here.", 0},
        {"It is not long. A TipBlock beside it.", 1},
        {"A TipBlock or a `PhaseCard`.", 0}, /* there */
        {"A TipBlock or a StepList.", 1},    /* neither is, and one is enough */
        {"TipBlock or a plain list.", 0},    /* the other choice is no block */
        {"Don't use a TipBlock.", 0},
        {"A list in place of the TipBlock.", 0},
        {"~~TipBlock~~ beside it.", 0},
        {"The TipBlock was replaced by a list.", 0},
        {"A TipBlock, if time permits.", 0},
        {"Boxes like the TipBlock-like ones.", 0},
        {"A TipBlock with what is left.", 1},
        {"A TipBlock, and then a TipBlock.", 1},
        {"Two TipBlocks beside it.", 1},
        {"TipBlocks or a plain list.", 0},
        {"Two PhaseCards beside it.", 0}, /* one is there */
        {"No TipBlocks here.", 0},
        {"A TipBlockss here.", 0},
        {"A TipBlockWidget and a MyTipBlock.", 0},
        {"A myTipBlock here.", 0},
        {"It is a<TipBlock> here.", 1},
        {"Details and a summary.", 0},
        {"An answer in `<details>`.", 1},
        {"```\n<TipBlock>\n```", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view plan = ll_arena_format(arena, "# Lesson: X\n\n## Phase 3\n\n%s\n", cases[i].text);
        judged *made = judge(arena, shipped(arena, "planned-block-absent"), plan.ptr,
                             IN_LAYOUT(ROW("<PhaseCard/>")));
        if (made->findings.len != cases[i].findings)
            fail_msg("%s", cases[i].text);
    }
    static const char before[] =
        "# Lesson: X\n\n## Phase 2\n\nA TipBlock.\n\n## Phase 3\n\nText.\n";
    assert_findings(
        judge(arena, shipped(arena, "planned-block-absent"), before, IN_LAYOUT(ROW("<p/>"))), 0, 0);
}

TEST(asides_are_looked_for_from_header_to_header) {
    USE_ARENA;
    static const char plan[] = OUTLINE("1. **Explain: Alpha** (Row + Aside)\n2. **Hook: Z**\n");
#define ALPHA "<SectionHeader title=\"Alpha\"/>"
#define BRAVO "<SectionHeader title=\"Bravo\"/>"
    static const struct {
        const char *lesson;
        uint32_t findings;
    } cases[] = {
        {IN_LAYOUT(ROW(ALPHA) BESIDE(BRAVO, "<p>x</p>")), 1},
        {IN_LAYOUT(BESIDE("<p>x</p>", "<p>x</p>") ROW(ALPHA)), 1},
        {IN_LAYOUT(BESIDE(ALPHA, "<p>x</p>")), 0},
        {IN_LAYOUT(ROW(ALPHA) BESIDE("<p>x</p>", "<p>x</p>") ROW(BRAVO)), 0},
        {IN_LAYOUT(ROW(ALPHA) "<Row><RowContent/><RowAside/></Row>" ROW(BRAVO)), 0},
        {"function A() { return <Row.Aside/> }\nfunction B() { return <A/> }\n" IN_LAYOUT(
             "<Row><Row.Content>" ALPHA "</Row.Content><B/></Row>"),
         0},
        {IN_LAYOUT(ROW(ALPHA "<Widget/>")), 1}, /* inside of the content it is no aside */
        {IN_LAYOUT("<Row><Row.Content>" ALPHA "</Row.Content><Beside/></Row>"), 0},
        {"export function L() { const tip = <Row.Aside>x</Row.Aside>; return <LessonLayout>" ROW(
             ALPHA) "</LessonLayout> }",
         0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (judge(arena, shipped(arena, "aside-planned-absent"), plan, cases[i].lesson)
                ->findings.len != cases[i].findings)
            fail_msg("case %zu", i);
}

TEST(notes_may_refuse_an_aside) {
    USE_ARENA;
    static const struct {
        const char *note;
        uint32_t findings;
    } cases[] = {{"(Row + Aside)", 1},
                 {"(Row, aside)", 1},
                 {"(Row, no aside)", 0},
                 {"(Row without Aside)", 0},
                 {"(Row + Aside?)", 0},
                 {"(Row + Aside: none)", 0},
                 {"(Row, aside from one list)", 0},
                 {"(Row + Aside, optional)", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view plan = ll_arena_format(arena, OUTLINE("1. **Explain: Alpha** %s\n2. **Hook: Z**\n"),
                                       cases[i].note);
        if (judge(arena, shipped(arena, "aside-planned-absent"), plan.ptr,
                  IN_LAYOUT(ROW(ALPHA) BESIDE(BRAVO, "<p>x</p>")))
                ->findings.len != cases[i].findings)
            fail_msg("%s", cases[i].note);
    }
}

TEST(a_row_may_take_its_connection_or_example_back) {
    USE_ARENA;
    static const struct {
        const char *how;
        uint32_t findings;
    } cases[] = {{"Only the lid is new", 1},
                 {"Not made in this lesson", 0},
                 {"Avoid: it misleads", 0},
                 {"Used in the notebook only", 0},
                 {"Deferred to the lesson on lids", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view plan = ll_arena_format(arena,
                                       "# Lesson: X\n\n### Connections to Prior Concepts\n\n"
                                       "| Prior Concept | How It Connects |\n|---|---|\n"
                                       "| alpha bravo charlie | %s |\n",
                                       cases[i].how);
        if (judge(arena, shipped(arena, "connection-uncovered"), plan.ptr,
                  IN_LAYOUT(ROW("<p>x</p>")))
                ->findings.len != cases[i].findings)
            fail_msg("%s", cases[i].how);
    }
    static const struct {
        const char *type;
        uint32_t findings;
    } types[] = {{"Positive", 1}, {"Positive (optional)", 0}, {"Negative (notebook only)", 0}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        ll_view plan = ll_arena_format(
            arena,
            "# Lesson: X\n\n### Examples Planned\n\n| Example | Type | Purpose |\n|---|---|---|\n"
            "| alpha bravo charlie delta echo foxtrot golf hotel india juliet | %s | p |\n",
            types[i].type);
        if (judge(arena, shipped(arena, "example-uncovered"), plan.ptr, IN_LAYOUT(ROW("<p>x</p>")))
                ->findings.len != types[i].findings)
            fail_msg("%s", types[i].type);
    }
}

TEST(ranges_and_short_cells_are_no_connections) {
    USE_ARENA;
    static const char *const cells[] = {"",
                                        "—",
                                        "s",
                                        "Series",
                                        "Series 1 + 2: alpha bravo charlie",
                                        "module 4.1: alpha bravo charlie",
                                        "alpha bravo"};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        ll_view plan = ll_arena_format(arena,
                                       "# Lesson: X\n\n### Connections to Prior Concepts\n\n"
                                       "| Prior Concept | How It Connects |\n|---|---|\n"
                                       "| %s | y |\n| Series of alpha bravo | y |\n",
                                       cells[i]);
        assert_findings(judge(arena, shipped(arena, "connection-uncovered"), plan.ptr,
                              IN_LAYOUT(ROW("<p>x</p>"))),
                        1, 1);
    }
}

/* --- imported files --------------------------------------------------------------------------- */

/* What is judged when `used` stands in the second of two sections and the components come from
 * these files; a file of NULL is not at hand. */
static judged *with_files(ll_arena *arena, const char *id, const char *plan, const char *layout,
                          const char *gauge, const char *needle) {
    const ll_rule *rule = shipped(arena, id);
    ll_side_file *files = LL_ARENA_ARRAY(arena, ll_side_file, 2);
    uint32_t count = 0;
    if (gauge)
        files[count++] = (ll_side_file){LL_VIEW("Gauge.tsx"), source_of(arena, "Gauge.tsx", gauge)};
    if (needle)
        files[count++] =
            (ll_side_file){LL_VIEW("Needle.tsx"), source_of(arena, "Needle.tsx", needle)};
    judged *made = LL_ARENA_NEW(arena, judged);
    ll_view lesson = ll_arena_format(arena,
                                     "import { Gauge } from './Gauge'\n"
                                     "const Beside = () => <p><Gauge /></p>\n%s",
                                     layout);
    made->check = (ll_check){.arena = arena,
                             .facts = facts_of(arena, plan, lesson.ptr),
                             .rule = rule,
                             .severity = rule->severity,
                             .findings = &made->findings};
    made->check.facts->around = (ll_surroundings){.files = files, .file_count = count};
    ll_check_find(rule->id)->run(&made->check);
    return made;
}

#define FIRST_SECTION ROW("<SectionHeader title=\"One\"/><p>alpha</p>")
#define SECOND_SECTION(content) ROW("<SectionHeader title=\"Two\"/>" content)
#define GAUGE_OF(content)                                                                          \
    "import { Needle } from './Needle'\nexport const Gauge = () => <div>" content "</div>\n"

static const char HALF[] = GAUGE_OF("<p>alpha bravo charlie delta echo</p>");

/* Ten words are asked for; from 2.5 on it is a hint, from 3.6 on it is there. */
TEST(a_misconception_may_be_addressed_in_an_imported_file) {
    USE_ARENA;
    static const struct {
        const char *layout, *gauge, *needle;
        uint32_t findings, checked;
    } cases[] = {
        {IN_LAYOUT(SECOND_SECTION("<Gauge />")), HALF, NULL, 0, 1},
        {IN_LAYOUT(SECOND_SECTION("<Beside />")), HALF, NULL, 0, 1},
        {IN_LAYOUT(FIRST_SECTION "<Gauge />"), HALF, NULL, 0, 1},
        {IN_LAYOUT(SECOND_SECTION("<p>echo</p><Gauge />")), GAUGE_OF("<p>alpha</p><Needle />"),
         "export const Needle = () => <i>bravo charlie</i>\n", 0, 1},
        /* no other Row has the file's words */
        {IN_LAYOUT(SECOND_SECTION("<p>echo</p>") SECOND_SECTION("<Gauge />")),
         GAUGE_OF("<p>alpha bravo charlie</p>"), NULL, 1, 1},
        {IN_LAYOUT(SECOND_SECTION("<p>x</p>")), HALF, NULL, 1, 1},
        {IN_LAYOUT(SECOND_SECTION("<Gauge />")), GAUGE_OF("<code>alpha bravo charlie delta</code>"),
         NULL, 1, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const judged *made = with_files(arena, "misconception-uncovered", MISCONCEPTION,
                                        cases[i].layout, cases[i].gauge, cases[i].needle);
        if (made->findings.len != cases[i].findings ||
            made->check.outcome.checked != cases[i].checked)
            fail_msg("case %zu: %u of %u", i, made->findings.len, made->check.outcome.checked);
    }
}

TEST(what_cannot_be_read_makes_a_hint_of_an_absent_misconception) {
    USE_ARENA;
    static const char uses_needle[] = GAUGE_OF("<Needle />"), broken[] = "const Gauge = <p>";
    static const struct {
        const char *layout, *gauge;
        const char *found; /* the unseen component; "": an exact finding; NULL: none */
    } cases[] = {
        {IN_LAYOUT(SECOND_SECTION("<p>alpha</p>") SECOND_SECTION("<Gauge />")), NULL, "Gauge"},
        {IN_LAYOUT(SECOND_SECTION("<Beside />")), NULL, "Gauge"},
        {IN_LAYOUT("<Gauge />"), NULL, "Gauge"},
        {IN_LAYOUT(SECOND_SECTION("<Gauge />")), broken, "Gauge"},
        {IN_LAYOUT(SECOND_SECTION("<Gauge />")), uses_needle, "Gauge"},
        {IN_LAYOUT(SECOND_SECTION("<p>x</p>")), NULL, ""},
        {IN_LAYOUT(SECOND_SECTION("<Gauge><p>x</p></Gauge>")), NULL, ""},
        /* a hint stays one, unless the file stands in the section that comes nearest */
        {IN_LAYOUT(SECOND_SECTION("<p>alpha bravo charlie</p>") SECOND_SECTION("<Gauge />")), NULL,
         "alone"},
        {IN_LAYOUT(SECOND_SECTION("<p>alpha bravo charlie</p>") ROW("<Gauge />")), NULL, NULL},
        {IN_LAYOUT(SECOND_SECTION("<p>alpha bravo charlie</p>") "<Gauge />"), NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const judged *made = with_files(arena, "misconception-uncovered", MISCONCEPTION,
                                        cases[i].layout, cases[i].gauge, NULL);
        if ((made->findings.len > 0) != (cases[i].found != NULL))
            fail_msg("case %zu: %u findings", i, made->findings.len);
        if (!cases[i].found)
            continue;
        const ll_finding *finding = &made->findings.at[0];
        bool verify = finding->confidence == LL_CONFIDENCE_VERIFY;
        bool named = ll_view_find(finding->message, LL_VIEW("`Gauge`"), 0) != LL_VIEW_NONE;
        if (verify != (cases[i].found[0] != '\0') ||
            named != (strcmp(cases[i].found, "Gauge") == 0))
            fail_msg("case %zu: %.*s", i, LL_VIEW_ARG(finding->message));
    }
}

/* Ten words are asked for, one is found. */
TEST(values_of_other_files_make_a_hint_of_an_absent_misconception) {
    USE_ARENA;
    static const struct {
        const char *import, *used;
        const char *found; /* the value that is not seen; "": an exact finding */
    } cases[] = {
        {"import { MYTHS } from './myths'", "{MYTHS.map((m) => <p>{m.truth}</p>)}", "`MYTHS`"},
        {"import myths from './myths.json'", "<p>{myths[0].truth}</p>", "`myths`"},
        {"import { TEXT } from '@/content/a'", "<p>{n ? TEXT : 'b'}</p>", "`TEXT`"},
        {"import { MYTHS } from './myths'", "<Beside items={MYTHS} />", "`MYTHS`"},
        {"import { MYTHS } from './myths'", "<Beside {...MYTHS} />", "`MYTHS`"},
        {"import { MYTHS } from './myths'", "<p>{show([...MYTHS])}</p>", "`MYTHS`"},
        {"import { MYTHS } from './myths'\nconst Own = () => <p>{MYTHS[0]}</p>", "<Own />",
         "`MYTHS`"},
        {"import { MYTHS } from 'package'", "{MYTHS.map((m) => <p>{m.truth}</p>)}", ""},
        {"import { MYTHS } from './myths'", "<p>{MYTHS.length} of {MYTHS.length > 3}</p>", ""},
        {"import { ON } from './myths'", "{ON && <p>b</p>}{ON ? 'b' : 'c'}", ""},
        {"import { f } from './myths'", "<p>{f(3)}{x.f}</p>", ""},
        {"import { Myth } from './types'", "{all.map((m: Myth) => <p>{(m as Myth).b}</p>)}", ""},
        {"import { css } from './a.css'", "<p className={css.a}>b</p>", ""},
        {"import { CODE } from './code'", "<CodeBlock code={CODE} />", ""},
        {"import { META } from './meta'", "<SectionHeader title={META.title} />", ""},
        {"import { Icon } from './icons'", "<Beside icon={Icon} /><Icon><b/></Icon>", ""},
        {"import { MYTHS } from './myths'\nconst Own = () => <p>{MYTHS[0]}</p>", "<p>b</p>", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view lesson =
            ll_arena_format(arena,
                            "import { Beside } from '@/components/lessons'\n%s\n"
                            "export const XLesson = () => (<LessonLayout><Row><Row.Content><p>alpha"
                            "</p>%s</Row.Content></Row></LessonLayout>)\n",
                            cases[i].import, cases[i].used);
        const judged *made =
            judge(arena, shipped(arena, "misconception-uncovered"), MISCONCEPTION, lesson.ptr);
        assert_int_equal(made->findings.len, 1);
        const ll_finding *finding = &made->findings.at[0];
        bool verify = finding->confidence == LL_CONFIDENCE_VERIFY;
        bool hint = cases[i].found[0] != '\0';
        if (verify != hint ||
            (hint && ll_view_find(finding->message, ll_view_of(cases[i].found), 0) == LL_VIEW_NONE))
            fail_msg("%s: %.*s", cases[i].used, LL_VIEW_ARG(finding->message));
    }
}

/* Words that no stemmer changes: "zzbb zzbc …". */
static ll_view made_words(ll_arena *arena, uint32_t count) {
    ll_buffer out = {.arena = arena, .most = 4096};
    for (uint32_t i = 0; i < count; i++)
        ll_buffer_add(&out,
                      ll_arena_format(arena, "zz%c%cq ", 'b' + (int)(i / 10), 'b' + (int)(i % 10)));
    return ll_buffer_view(&out);
}

/* Ten words say how it connects: five of them in a Row are enough, four are not, nor are five of
 * nine. */
TEST(a_connection_that_is_explained_is_made) {
    USE_ARENA;
    static const struct {
        uint32_t cell, row, findings;
    } cases[] = {{10, 5, 0}, {10, 4, 1}, {9, 5, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view plan = ll_arena_format(arena,
                                       "# Lesson: X\n\n### Connections\n\n| Prior Concept | How |\n"
                                       "|---|---|\n| alpha bravo charlie | %.*s |\n",
                                       LL_VIEW_ARG(made_words(arena, cases[i].cell)));
        ll_view lesson = ll_arena_format(arena, IN_LAYOUT(ROW("<p>%.*s</p>")),
                                         LL_VIEW_ARG(made_words(arena, cases[i].row)));
        assert_findings(judge(arena, shipped(arena, "connection-uncovered"), plan.ptr, lesson.ptr),
                        cases[i].findings, 1);
    }
}

/* Of 44 words nine in one Row are too few, ten are a hint, whatever share of them that is. */
TEST(a_row_with_many_words_makes_a_hint_of_an_absent_misconception) {
    USE_ARENA;
    ll_view plan =
        ll_arena_format(arena,
                        "### Misconceptions\n\n| Misconception | Why | Negative Example | "
                        "Where |\n|---|---|---|---|\n| x | y | %.*s | Section 1 |\n",
                        LL_VIEW_ARG(made_words(arena, 44)));
    for (uint32_t count = 9; count <= 10; count++) {
        ll_view lesson = ll_arena_format(arena, IN_LAYOUT(ROW("<p>%.*s</p>")),
                                         LL_VIEW_ARG(made_words(arena, count)));
        judged *made =
            judge(arena, shipped(arena, "misconception-uncovered"), plan.ptr, lesson.ptr);
        assert_findings(made, 1, 1);
        assert_int_equal(made->findings.at[0].confidence,
                         count == 9 ? LL_CONFIDENCE_EXACT : LL_CONFIDENCE_VERIFY);
    }
}

/* Of ten words three in one Row are a hint, unless its section has five, in code too. */
TEST(a_section_takes_a_misconception_up_over_several_rows) {
    USE_ARENA;
    static const struct {
        const char *second;
        uint32_t findings;
    } cases[] = {{"<p>delta</p>", 1},
                 {"<p>delta <code>echo</code></p>", 0},
                 {"<SectionHeader title=\"Three\"/><p>delta echo</p>", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view lesson = ll_arena_format(
            arena, IN_LAYOUT(SECOND_SECTION("<p>alpha bravo charlie</p>") ROW("%s")),
            cases[i].second);
        assert_findings(
            judge(arena, shipped(arena, "misconception-uncovered"), MISCONCEPTION, lesson.ptr),
            cases[i].findings, 1);
    }
}

/* Of ten words three in one Row are a hint, unless two of them are of the four of the claim. */
TEST(a_section_that_speaks_of_the_claim_answers_it_in_its_own_way) {
    USE_ARENA;
    static const struct {
        const char *lesson;
        uint32_t findings;
    } cases[] = {
        {IN_LAYOUT(ROW("<p>golf alpha bravo</p>")), 1},
        {IN_LAYOUT(ROW("<p>golf hotel alpha</p>")), 0},
        {IN_LAYOUT(ROW("<p>alpha bravo golf</p>") ROW("<p>hotel</p>")), 0},
        {IN_LAYOUT(SECOND_SECTION("<p>alpha bravo golf</p>") SECOND_SECTION("<p>hotel</p>")), 1},
        {IN_LAYOUT(ROW("<p>golf hotel</p>")), 1}, /* it is absent, and no hint */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (judge(arena, shipped(arena, "misconception-uncovered"), MISCONCEPTION, cases[i].lesson)
                ->findings.len != cases[i].findings)
            fail_msg("case %zu", i);
}

/* "NOT the derivation" in the list of what is left out takes up nothing. */
TEST(what_is_left_out_covers_nothing) {
    USE_ARENA;
    static const char plan[] =
        "# Lesson: X\n\n### Examples Planned\n\n| Example | Type | Why |\n|---|---|---|\n"
        "| alpha bravo charlie delta echo foxtrot golf hotel | Positive | w |\n";
    const ll_rule *rule = shipped(arena, "example-uncovered");
    assert_findings(
        judge(arena, rule, plan,
              IN_LAYOUT(ROW("<p>alpha bravo charlie delta echo foxtrot golf hotel</p>"))),
        0, 1);
    assert_findings(judge(arena, rule, plan,
                          IN_LAYOUT(ROW("<ConstraintBlock items={['NOT alpha bravo', 'no charlie, "
                                        "no delta, echo, foxtrot, golf or hotel']} />"))),
                    1, 1);
    assert_findings(judge(arena, rule, plan,
                          IN_LAYOUT(ROW("<ConstraintBlock><ul><li>alpha bravo charlie delta echo "
                                        "foxtrot golf hotel</li></ul></ConstraintBlock>"))),
                    1, 1);
}

/* A title announces what its section has to say, whatever the prop of it is called. */
TEST(a_title_says_nothing_of_what_it_announces) {
    USE_ARENA;
    static const char plan[] = OUTLINE("1. **Hook**\n2. **Explain: Two**\n   - **QLoRA**\n");
    static const char part[] =
        "const Part = ({ heading, children }) => (\n  <Row><Row.Content>"
        "<SectionHeader title={heading} />{children}</Row.Content></Row>\n)\n";
    static const struct {
        const char *section;
        uint32_t findings;
    } cases[] = {
        {"<Part heading=\"Two of QLoRA\"><p>x</p></Part>", 1},
        {"<Part heading=\"Two of QLoRA\"><p>QLoRA</p></Part>", 0},
        {"<Part heading=\"Two\" hint=\"It is QLoRA\"><p>x</p></Part>", 0},
        {ROW("<SectionHeader title=\"Two of QLoRA\" /><p>x</p>"), 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view lesson = ll_arena_format(arena, "%s" IN_LAYOUT("%s"), part, cases[i].section);
        if (judge(arena, shipped(arena, "outline-term-missing"), plan, lesson.ptr)->findings.len !=
            cases[i].findings)
            fail_msg("case %zu", i);
    }
}

TEST(hints_are_silent_where_something_cannot_be_read) {
    USE_ARENA;
    static const char ten[] = "alpha bravo charlie delta echo foxtrot golf hotel india juliet";
    static const struct {
        const char *id, *plan;
    } rules[] = {
        {"example-uncovered", "# Lesson: X\n\n### Examples Planned\n\n"
                              "| Example | Type | Purpose |\n|---|---|---|\n"
                              "| %s | Positive | p |\n"},
        {"connection-uncovered", "# Lesson: X\n\n### Connections\n\n"
                                 "| Concept | Connection |\n|---|---|\n| %s | c |\n"},
        {"outline-item-missing", OUTLINE("1. **Hook**\n2. **Explain: Unheard**\n   - %s\n")},
        {"planned-quote-missing",
         OUTLINE("1. **Hook**\n2. **Recap**\n   - Echo these:\n     - \"%s\"\n")},
        {"outline-term-missing", OUTLINE("1. **Hook**\n2. **Explain: Two**\n   - **QLoRA %s**\n")},
    };
    static const char near[] = IN_LAYOUT(SECOND_SECTION("<p>alpha</p><Gauge />"));
    static const char far[] =
        IN_LAYOUT(ROW("<SectionHeader title=\"3\"/><Gauge />") SECOND_SECTION("<p>alpha</p>"));
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        ll_buffer plan = {.arena = arena, .most = 1 << 16};
        ll_view form = ll_view_of(rules[i].plan);
        size_t hole = ll_view_find(form, LL_VIEW("%s"), 0);
        ll_buffer_add(&plan, ll_view_slice(form, 0, hole));
        ll_buffer_add_cstring(&plan, i < 4 ? ten : "");
        ll_buffer_add(&plan, ll_view_slice(form, hole + 2, form.len));
        ll_buffer_add_byte(&plan, '\0');
        const char *text = ll_buffer_view(&plan).ptr;
        const judged *made[] = {
            with_files(arena, rules[i].id, text, near, NULL, NULL),
            with_files(arena, rules[i].id, text, far, NULL, NULL),
            with_files(arena, rules[i].id, text, near, GAUGE_OF("<p>x</p>"), NULL),
            with_files(arena, rules[i].id, text, near,
                       GAUGE_OF("<p>alpha bravo charlie delta echo foxtrot QLoRA</p>"), NULL),
        };
        for (size_t k = 0; k < 4; k++)
            if (made[k]->findings.len != (k == 1 || k == 2))
                fail_msg("%s, case %zu: %u", rules[i].id, k, made[k]->findings.len);
    }
}

/* One word that is none of everyday English is a term, unless a colon says that it is a label. */
TEST(rare_words_are_terms) {
    USE_ARENA;
    static const struct {
        const char *lead;
        uint32_t checked, findings;
    } cases[] = {
        {"Walkthroughs", 0, 0}, {"Visualizing", 0, 0},  {"Analogies", 0, 0}, {"Demo", 0, 0},
        {"Reframed", 0, 0},     {"Quantization", 1, 1}, {"Autolyse", 1, 1},  {"Autolyse:", 0, 0},
        {"Strides", 1, 0},      {"Stride", 1, 0},       {"Winters", 0, 0},   {"The autolyse", 0, 0},
        {"Walkthrough", 0, 0},  {"Demystify", 0, 0},    {"Auto-lyse", 0, 0}, {"AUTOLYSE", 1, 1},
        {"Flour", 1, 0},        {"Bread", 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view plan = ll_arena_format(
            arena, OUTLINE("1. **Hook**\n2. **Explain: Two**\n   - **%s** of it\n"), cases[i].lead);
        judged *made =
            judge(arena, shipped(arena, "outline-term-missing"), plan.ptr,
                  IN_LAYOUT(ROW("<SectionHeader title=\"Two\" /><p>Flour strides on.</p>")));
        if (made->findings.len != cases[i].findings ||
            made->check.outcome.checked != cases[i].checked)
            fail_msg("%s: %u of %u", cases[i].lead, made->findings.len,
                     made->check.outcome.checked);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_plans_and_lessons_without_layout_are_silent),
        cmocka_unit_test(the_sides_of_a_row_are_asked_apart),
        cmocka_unit_test(an_aside_alone_is_reported_when_no_main_text_comes_near),
        cmocka_unit_test(options_move_the_limits),
        cmocka_unit_test(typed_items_ask_for_their_blocks),
        cmocka_unit_test(lines_may_end_with_a_carriage_return),
        cmocka_unit_test(details_are_counted_where_they_are_used),
        cmocka_unit_test(fewest_moved_parts_explain_the_order),
        cmocka_unit_test(names_of_blocks_are_no_promise_behind_a_refusal),
        cmocka_unit_test(asides_are_looked_for_from_header_to_header),
        cmocka_unit_test(notes_may_refuse_an_aside),
        cmocka_unit_test(a_row_may_take_its_connection_or_example_back),
        cmocka_unit_test(ranges_and_short_cells_are_no_connections),
        cmocka_unit_test(a_misconception_may_be_addressed_in_an_imported_file),
        cmocka_unit_test(what_cannot_be_read_makes_a_hint_of_an_absent_misconception),
        cmocka_unit_test(values_of_other_files_make_a_hint_of_an_absent_misconception),
        cmocka_unit_test(a_connection_that_is_explained_is_made),
        cmocka_unit_test(a_section_takes_a_misconception_up_over_several_rows),
        cmocka_unit_test(a_section_that_speaks_of_the_claim_answers_it_in_its_own_way),
        cmocka_unit_test(what_is_left_out_covers_nothing),
        cmocka_unit_test(a_row_with_many_words_makes_a_hint_of_an_absent_misconception),
        cmocka_unit_test(a_title_says_nothing_of_what_it_announces),
        cmocka_unit_test(rare_words_are_terms),
        cmocka_unit_test(hints_are_silent_where_something_cannot_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
