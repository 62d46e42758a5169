/* plan: the tables and what their cells say. */
#include "plan_support.h"

#include "base/buffer.h"

#define PREREQUISITES                                                                              \
    "| Concept | Required Depth | Actual Depth | Source (Lesson) | Status | Reasoning |\n"         \
    "|---|---|---|---|---|---|\n"

TEST(prerequisites_are_read) {
    USE_ARENA;
    const ll_plan *plan =
        read_plan(arena, "# S\n\n### Prerequisites Table\n\n" PREREQUISITES
                         "| **Piles** | INTRODUCED | DEVELOPED | `piles` (1.1) | OK | fine |\n"
                         "| p(a|b) | DEVELOPED | MENTIONED | -- | GAP (small) | see *below* |\n");
    assert_int_equal(plan->prerequisites.len, 2);
    const ll_prerequisite *first = &plan->prerequisites.at[0];
    assert_view(first->concept, "Piles");
    assert_int_equal(first->required.high, LL_DEPTH_INTRODUCED);
    assert_int_equal(first->actual.low, LL_DEPTH_DEVELOPED);
    assert_view(first->source, "piles (1.1)");
    assert_int_equal(first->status, LL_STATUS_OK);
    assert_view(first->reasoning, "fine");
    assert_int_equal(line_of(plan, first->place), 7);
    const ll_prerequisite *second = &plan->prerequisites.at[1];
    assert_view(second->concept, "p(a|b)");
    assert_int_equal(second->actual.high, LL_DEPTH_MENTIONED);
    assert_int_equal(second->status, LL_STATUS_GAP);
    assert_view(second->status_text, "GAP (small)");
    assert_view(second->reasoning, "see below");
    assert_true(plan->tables[LL_TABLE_PREREQUISITES].found);
    assert_int_equal(line_of(plan, plan->tables[LL_TABLE_PREREQUISITES].header), 5);
}

static void a_dash_says_nothing(void **state) {
    (void)state;
    const char *nothing[] = {"", "-", "--", "---", "\xE2\x80\x93", "\xE2\x80\x94"};
    const char *something[] = {"x", "----", "- x", "\xE2\x80\x94 none", "n/a"};
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        assert_true(ll_plan_is_nothing(ll_view_of(nothing[i])));
    for (size_t i = 0; i < sizeof something / sizeof *something; i++)
        assert_false(ll_plan_is_nothing(ll_view_of(something[i])));
}

TEST(columns_are_found_by_their_names) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "| Status | Concept | Actual Depth | **Required Depth** "
                                           "|\n|---|---|---|---|\n| OK | piles | APPLIED | "
                                           "MENTIONED |\n");
    assert_int_equal(plan->prerequisites.len, 1);
    assert_view(plan->prerequisites.at[0].concept, "piles");
    assert_int_equal(plan->prerequisites.at[0].required.low, LL_DEPTH_MENTIONED);
    assert_int_equal(plan->prerequisites.at[0].actual.low, LL_DEPTH_APPLIED);
    assert_int_equal(plan->prerequisites.at[0].status, LL_STATUS_OK);
    assert_view(plan->prerequisites.at[0].source, "");
}

TEST(a_column_has_one_name_alone) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "| Concept | Required (not actual) | Actual | Status |\n"
                                           "|---|---|---|---|\n"
                                           "| Piles | APPLIED | MENTIONED | GAP |\n");
    assert_int_equal(plan->prerequisites.len, 1);
    assert_int_equal(plan->prerequisites.at[0].required.low, LL_DEPTH_APPLIED);
    assert_int_equal(plan->prerequisites.at[0].actual.low, LL_DEPTH_MENTIONED);
}

TEST(a_team_has_words_of_its_own) {
    USE_ARENA;
    static const ll_column_word columns[] = {
        {LL_TABLE_MODALITIES, 0, LL_VIEW_INIT("Weg")},
        {LL_TABLE_MODALITIES, 2, LL_VIEW_INIT("Was es bringt")},
        {LL_TABLE_MODALITIES, 1, LL_VIEW_INIT("Was")},
    };
    static const ll_kind_word words[] = {
        {LL_WORD_MODALITY, LL_MODALITY_VISUAL, LL_VIEW_INIT("bild")},
        {LL_WORD_NEGATIVE, 0, LL_VIEW_INIT("gegen")},
    };
    ll_vocabulary own = ll_vocabulary_default;
    own.columns = columns;
    own.column_count = sizeof columns / sizeof *columns;
    own.words = words;
    own.word_count = sizeof words / sizeof *words;
    const ll_plan *plan =
        read_plan_by(arena, &own, "a.md",
                     "| Weg | Was es bringt | Was |\n|---|---|---|\n"
                     "| Ein Bild | Ruhe | Stapel |\n| Abbild | Ruhe | Stapel |\n\n"
                     "| Example | Type |\n|---|---|\n| a | Ein Gegenbeispiel |\n| b | dagegen |\n");
    assert_int_equal(plan->modalities.len, 2);
    assert_view(plan->modalities.at[0].what, "Stapel");
    assert_view(plan->modalities.at[0].why, "Ruhe");
    assert_int_equal(plan->modalities.at[0].families, LL_MODALITY_VISUAL);
    assert_int_equal(plan->modalities.at[1].families, 0);
    assert_true(plan->examples.at[0].negative);
    assert_false(plan->examples.at[1].negative);
}

TEST(a_status_is_not_needed) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Prerequisites\n\n"
                                           "| Concept | Required | Actual |\n|---|---|---|\n"
                                           "| Piles | INTRODUCED | APPLIED |\n");
    assert_int_equal(plan->prerequisites.len, 1);
    assert_int_equal(plan->prerequisites.at[0].required.high, LL_DEPTH_INTRODUCED);
    assert_int_equal(plan->prerequisites.at[0].actual.low, LL_DEPTH_APPLIED);
    assert_view(plan->prerequisites.at[0].concept, "Piles");
}

TEST(columns_have_other_names) {
    USE_ARENA;
    const ll_plan *plan = read_plan(
        arena, "| Prerequisite Concept | Required | Actual | Where Taught | Status | Why |\n"
               "|---|---|---|---|---|---|\n| piles | APPLIED | MENTIONED | x | GAP | y |\n\n"
               "| # | Misconception | Why They'd Think This | Negative Example | Where |\n"
               "|---|---|---|---|---|\n| 1 | m | w | n | a |\n");
    assert_int_equal(plan->prerequisites.len, 1);
    assert_view(plan->prerequisites.at[0].source, "x");
    assert_view(plan->prerequisites.at[0].reasoning, "y");
    assert_view(plan->misconceptions.at[0].claim, "m");
    assert_view(plan->misconceptions.at[0].where, "a");
}

TEST(a_column_without_a_known_name_is_found_by_its_place) {
    USE_ARENA;
    const ll_plan *plan = read_plan(
        arena, "| # | Misconception | Why They'd Think This | Refutation | Where |\n"
               "|---|---|---|---|---|\n| 1 | m | w | n | a |\n\n"
               "| # | Skills | Current | Req. Depth | Status |\n|---|---|---|---|---|\n"
               "| 1 | c | APPLIED | MENTIONED | OK |\n\n"
               "| # | Topic | Needed | Student's Depth | Status |\n|---|---|---|---|---|\n"
               "| 2 | d | APPLIED | MENTIONED | OK |\n\n"
               "| Example Text | Example Type |\n|---|---|\n| e | positive |\n\n"
               "| Modality | How | Gain |\n|---|---|---|\n| code | x | y |\n\n"
               "| Gap | How We Close It |\n|---|---|\n| g | recap |\n");
    assert_view(plan->misconceptions.at[0].claim, "m");
    assert_view(plan->misconceptions.at[0].counterexample, "n");
    assert_view(plan->misconceptions.at[0].where, "a");
    assert_view(plan->prerequisites.at[0].concept, "c");
    assert_int_equal(plan->prerequisites.at[0].required.low, LL_DEPTH_MENTIONED);
    assert_view(plan->prerequisites.at[1].concept, "d");
    assert_int_equal(plan->prerequisites.at[1].actual.low, LL_DEPTH_MENTIONED);
    assert_view(plan->examples.at[0].text, "e");
    assert_true(plan->examples.at[0].positive);
    assert_view(plan->modalities.at[0].what, "x");
    assert_view(plan->modalities.at[0].why, "y");
    assert_int_equal(plan->gaps.len, 1);
}

TEST(a_table_without_known_columns_is_found_by_its_section) {
    USE_ARENA;
    const ll_plan *plan = read_plan(
        arena, "### Misconceptions Table\n\n| Concept | Depth | Source |\n|---|---|---|\n"
               "| x | APPLIED | y |\n\n| Wrong Idea | Why | Refutation | Section |\n"
               "|---|---|---|---|\n| m | w | n | a |\n\n| Other | Thing |\n|---|---|\n| o | p |\n\n"
               "### Examples Planned\n\n| Name | Sign |\n|---|---|\n| e | Negative |\n\n"
               "### Modalities\n\n| Way | How |\n|---|---|\n| Visual | x |\n\n"
               "**Gap resolution:**\n| Missing | Remedy |\n|---|---|\n| g | recap |\n");
    assert_int_equal(plan->misconceptions.len, 1);
    assert_view(plan->misconceptions.at[0].claim, "m");
    assert_view(plan->misconceptions.at[0].counterexample, "n");
    assert_int_equal(line_of(plan, plan->tables[LL_TABLE_MISCONCEPTIONS].header), 7);
    assert_true(plan->examples.at[0].negative);
    assert_int_equal(plan->modalities.at[0].families, LL_MODALITY_VISUAL);
    assert_int_equal(plan->gaps.len, 1);
    plan = read_plan(arena, "### Examples\n\n| One |\n|---|\n| o |\n\n### Modalities\n\ntext\n");
    assert_int_equal(plan->examples.len, 0);
    assert_false(plan->tables[LL_TABLE_EXAMPLES].found);
}

TEST(a_table_may_go_on_below_a_heading_of_its_own) {
    USE_ARENA;
    const char *table = "| Example | Type |\n|---|---|\n| e | Positive |\n\n";
    ll_view text = ll_arena_format(
        arena, "### Examples Planned\n\n%s### Negative Examples\n\n%s### Scope\n\n%s", table, table,
        table);
    assert_int_equal(read_plan(arena, text.ptr)->examples.len, 2);
    text = ll_arena_format(arena, "### Examples\n\n%s## Examples, revised\n\n%s", table, table);
    assert_int_equal(read_plan(arena, text.ptr)->examples.len, 1);
}

TEST(blank_rows_are_no_rows) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "| Misconception | Why | Negative Example |\n"
                                           "|---|---|---|\n| | | |\n| m | w | n |\n"
                                           "|---|:-:|---|\n| -1 | | |\n");
    assert_int_equal(plan->misconceptions.len, 2);
    assert_view(plan->misconceptions.at[1].claim, "-1");
}

TEST(misconceptions_examples_and_modalities_are_read) {
    USE_ARENA;
    const ll_plan *plan = read_plan(
        arena,
        "# S\n\n| Misconception | Why They'd Think This | Negative Example (That Disproves "
        "It) | Where to Address |\n|---|---|---|---|\n| m | w | n \\| o | a |\n\n"
        "| Example | Type | Purpose | Why This Example |\n|---|---|---|---|\n"
        "| deck | Interactive positive | p | y |\n| none | Negative (positive in tone) | p | "
        "|\n| both | Positive + Negative | p | |\n| far | Stretch | p | |\n\n"
        "| Modality | What (Specifically) | Why This Modality for This Concept |\n"
        "|---|---|---|\n| **Visual** / verbal | `W` | because |\n");
    assert_int_equal(plan->misconceptions.len, 1);
    assert_view(plan->misconceptions.at[0].claim, "m");
    assert_view(plan->misconceptions.at[0].why, "w");
    assert_view(plan->misconceptions.at[0].counterexample, "n | o");
    assert_view(plan->misconceptions.at[0].where, "a");
    static const bool positive[] = {true, false, true, false};
    static const bool negative[] = {false, true, true, false};
    assert_int_equal(plan->examples.len, 4);
    for (uint32_t i = 0; i < 4; i++) {
        assert_int_equal(plan->examples.at[i].positive, positive[i]);
        assert_int_equal(plan->examples.at[i].negative, negative[i]);
    }
    assert_view(plan->examples.at[0].why, "y");
    assert_int_equal(plan->modalities.len, 1);
    assert_view(plan->modalities.at[0].name, "Visual / verbal");
    assert_view(plan->modalities.at[0].what, "W");
    assert_view(plan->modalities.at[0].why, "because");
    assert_int_equal(plan->modalities.at[0].families, LL_MODALITY_VISUAL | LL_MODALITY_VERBAL);
}

TEST(retroactive_headers_are_known) {
    USE_ARENA;
    const ll_plan *plan = read_plan(
        arena, "| Misconception | Why They'd Think This | Negative Example | Where Addressed |\n"
               "|---|---|---|---|\n| m | w | n | a |\n\n| Modality | What | Rationale |\n"
               "|---|---|---|\n| Code | x | y |\n\n| Example | Type | Purpose |\n|---|---|---|\n"
               "| e | positive | p |\n");
    assert_view(plan->misconceptions.at[0].where, "a");
    assert_view(plan->modalities.at[0].why, "y");
    assert_true(plan->examples.at[0].positive);
}

TEST(gaps_and_connections_are_read) {
    USE_ARENA;
    const ll_plan *plan = read_plan(
        arena, "### Gap Resolution\n\n| Gap | Size | Resolution |\n|---|---|---|\n"
               "| piles | small | recap |\n\n"
               "| Concept | Gap Size | Action |\n|---|---|---|\n| runs | big | teach |\n\n"
               "### Connections to Prior Concepts\n\n"
               "| New Concept | Prior Concept | Link |\n|---|---|---|\n| merge | zip | same |\n");
    assert_int_equal(plan->gaps.len, 2);
    assert_view(plan->gaps.at[1].first, "runs");
    assert_view(plan->gaps.at[1].third, "teach");
    assert_int_equal(plan->connections.len, 1);
    assert_view(plan->connections.at[0].first, "merge");
    assert_view(plan->connections.at[0].second, "zip");
}

TEST(record_tables_go_on_behind_a_blank_line) {
    USE_ARENA;
    const ll_plan *plan = read_plan(
        arena, "# Record\n\n## Concept Index\n\n| Concept | Depth | Lesson | Notes |\n"
               "|---|---|---|---|\n| piles | INTRODUCED | piles | n |\n\n"
               "| runs | REVISITED (DEVELOPED) | runs | n |\n| zip | REINFORCED | zip | n |\n\n"
               "Some text.\n\n| stray | APPLIED | x | y |\n");
    assert_int_equal(plan->concepts.len, 3);
    assert_view(plan->concepts.at[1].name, "runs");
    assert_int_equal(plan->concepts.at[1].depth.low, LL_DEPTH_DEVELOPED);
    assert_view(plan->concepts.at[1].source, "runs");
    assert_int_equal(line_of(plan, plan->concepts.at[1].place), 9);
    assert_int_equal(plan->concepts.at[2].depth.low, LL_DEPTH_UNKNOWN);
    assert_true(plan->concepts.at[2].depth.known);
}

TEST(only_the_plan_itself_has_tables) {
    USE_ARENA;
    const ll_plan *plan = read_plan(
        arena,
        "### Prerequisites Table\n\n" PREREQUISITES "| a | APPLIED | APPLIED | s | OK | r |\n"
        "\n## Review \xE2\x80\x94 2026-01-01\n\n" PREREQUISITES
        "| b | APPLIED | APPLIED | s | OK | r |\n\n## Depth Changes\n\n" PREREQUISITES
        "| c | APPLIED | APPLIED | s | OK | r |\n\n```\n" PREREQUISITES
        "| d | APPLIED | APPLIED | s | OK | r |\n```\n");
    assert_int_equal(plan->prerequisites.len, 1);
    assert_view(plan->prerequisites.at[0].concept, "a");
    plan = read_plan(arena, "# S\n\n| Gap | Size | Action |\n|---|---|---|\n| a | b | c |\n\n"
                            "## Review\n\n| Gap | Size | Action |\n|---|---|---|\n| d | e | f |\n");
    assert_int_equal(plan->gaps.len, 1);
}

static void a_core_header_makes_a_plan(void **state) {
    assert_true(ll_plan_recognise(LL_VIEW("# x\n\n" PREREQUISITES)));
    assert_true(ll_plan_recognise(LL_VIEW("| **Modality** | What | Rationale |\n")));
    assert_false(ll_plan_recognise(LL_VIEW("| Concept | Depth | Lesson |\n|---|---|---|\n")));
    assert_false(ll_plan_recognise(
        LL_VIEW("| A | B | C |\n|---|---|---|\n| Modality | What | Rationale |\n")));
    assert_false(ll_plan_recognise(LL_VIEW("Modality and what it is\n")));
    (void)state;
}

TEST(the_last_of_all_cells_may_make_a_plan) {
    USE_ARENA;
    ll_buffer row = {.arena = arena, .most = 4096};
    for (uint32_t i = 1; i < LL_MARKDOWN_CELLS_MOST; i++)
        ll_buffer_add_cstring(&row, "| x ");
    ll_buffer_add_cstring(&row, "| Modality |\n");
    assert_true(ll_plan_recognise(ll_buffer_view(&row)));
}

typedef struct depth_case {
    const char *cell;
    ll_depth low, high;
    bool known;
} depth_case;

static void families_have_names(void **state) {
    (void)state;
    assert_string_equal(ll_plan_family_name(LL_MODALITY_VISUAL), "visual");
    assert_string_equal(ll_plan_family_name(LL_MODALITY_GEOMETRIC), "geometric");
    assert_null(ll_plan_family_name(0));
}

static void columns_have_names(void **state) {
    (void)state;
    uint32_t count = 9;
    const char *const *names = ll_plan_columns(LL_TABLE_MODALITIES, &count);
    assert_int_equal(count, 3);
    assert_string_equal(names[0], "modality");
    assert_string_equal(names[1], "what");
    assert_string_equal(names[2], "why");
}

static void depths_are_read(void **state) {
    (void)state;
    static const depth_case cases[] = {
        {"NOT TAUGHT", LL_DEPTH_NOT_TAUGHT, LL_DEPTH_NOT_TAUGHT, true},
        {"MISSING", LL_DEPTH_NOT_TAUGHT, LL_DEPTH_NOT_TAUGHT, true},
        {"Not explicitly taught", LL_DEPTH_NOT_TAUGHT, LL_DEPTH_NOT_TAUGHT, true},
        {"DEVELOPED (but fading -- 10 lessons ago)", LL_DEPTH_DEVELOPED, LL_DEPTH_DEVELOPED, true},
        {"INTRODUCED/APPLIED", LL_DEPTH_INTRODUCED, LL_DEPTH_APPLIED, true},
        {"APPLIED / MENTIONED", LL_DEPTH_MENTIONED, LL_DEPTH_APPLIED, true},
        {"MENTIONED -> DEVELOPED", LL_DEPTH_MENTIONED, LL_DEPTH_DEVELOPED, true},
        {"DEVELOPED (assumed)", LL_DEPTH_DEVELOPED, LL_DEPTH_DEVELOPED, true},
        {"(first MENTIONED) DEVELOPED", LL_DEPTH_DEVELOPED, LL_DEPTH_DEVELOPED, true},
        {"as taught: DEVELOPED", LL_DEPTH_DEVELOPED, LL_DEPTH_DEVELOPED, true},
        {"Developed", LL_DEPTH_DEVELOPED, LL_DEPTH_DEVELOPED, true},
        {"assumed (school)", LL_DEPTH_UNKNOWN, LL_DEPTH_UNKNOWN, true},
        {"\xE2\x80\x94", LL_DEPTH_UNKNOWN, LL_DEPTH_UNKNOWN, true},
        {"--", LL_DEPTH_UNKNOWN, LL_DEPTH_UNKNOWN, true},
        {"N/A", LL_DEPTH_UNKNOWN, LL_DEPTH_UNKNOWN, true},
        {"ESTABLISHED", LL_DEPTH_UNKNOWN, LL_DEPTH_UNKNOWN, true},
        {"", LL_DEPTH_UNKNOWN, LL_DEPTH_UNKNOWN, true},
        {"REVISITED (DEVELOPED)", LL_DEPTH_DEVELOPED, LL_DEPTH_DEVELOPED, true},
        {"INTRODUCED (nearly DEVELOPED)", LL_DEPTH_INTRODUCED, LL_DEPTH_INTRODUCED, true},
        {"INTRODUCED (1.1) \xE2\x80\x94 DEVELOPED (1.2)", LL_DEPTH_INTRODUCED, LL_DEPTH_DEVELOPED,
         true},
        {"MENTIONED, then DEVELOPED", LL_DEPTH_MENTIONED, LL_DEPTH_DEVELOPED, true},
        {"INTRODUCED --> DEVELOPED", LL_DEPTH_INTRODUCED, LL_DEPTH_DEVELOPED, true},
        {"INTRODUCED \xE2\x87\x92 developed", LL_DEPTH_INTRODUCED, LL_DEPTH_DEVELOPED, true},
        {"Introduced / Developed", LL_DEPTH_INTRODUCED, LL_DEPTH_DEVELOPED, true},
        {"INTRODUCED -- applied once", LL_DEPTH_INTRODUCED, LL_DEPTH_INTRODUCED, true},
        {"INTRODUCED, never DEVELOPED", LL_DEPTH_INTRODUCED, LL_DEPTH_INTRODUCED, true},
        {"NOT INTRODUCED", LL_DEPTH_UNKNOWN, LL_DEPTH_UNKNOWN, true},
        {"Not yet taught", LL_DEPTH_NOT_TAUGHT, LL_DEPTH_NOT_TAUGHT, true},
        {"not applicable", LL_DEPTH_UNKNOWN, LL_DEPTH_UNKNOWN, true},
        {"NEW", LL_DEPTH_UNKNOWN, LL_DEPTH_UNKNOWN, true},
        {"sorting-cards (1.1)", LL_DEPTH_UNKNOWN, LL_DEPTH_UNKNOWN, false},
        {"as developed before", LL_DEPTH_UNKNOWN, LL_DEPTH_UNKNOWN, false},
        {"UNDEVELOPED", LL_DEPTH_UNKNOWN, LL_DEPTH_UNKNOWN, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_depth_cell cell = ll_plan_depth(&ll_vocabulary_default, ll_view_of(cases[i].cell));
        if (cell.low != cases[i].low || cell.high != cases[i].high || cell.known != cases[i].known)
            fail_msg("%s: %d %d %d", cases[i].cell, cell.low, cell.high, cell.known);
    }
    assert_view(ll_depth_name(&ll_vocabulary_default, LL_DEPTH_APPLIED), "APPLIED");
    assert_view(ll_depth_name(&ll_vocabulary_default, LL_DEPTH_UNKNOWN), "?");
}

TEST(statuses_are_read) {
    USE_ARENA;
    static const struct {
        const char *cell;
        ll_gap_status status;
    } cases[] = {
        {"OK", LL_STATUS_OK},
        {"ok (needs reactivation)", LL_STATUS_OK},
        {"\xE2\x9C\x93 OK", LL_STATUS_OK},
        {"GAP (small)", LL_STATUS_GAP},
        {"MISSING", LL_STATUS_MISSING},
        {"Okay", LL_STATUS_OK},
        {"No gap", LL_STATUS_OK},
        {"Small GAP (resolved below)", LL_STATUS_GAP},
        {"", LL_STATUS_NONE},
        {"\xE2\x80\x94", LL_STATUS_NONE},
        {"N/A", LL_STATUS_NONE},
        {"needed later", LL_STATUS_MALFORMED},
        {"GAPPED", LL_STATUS_MALFORMED},
        {"x (GAP)", LL_STATUS_MALFORMED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view text = ll_arena_format(
            arena, PREREQUISITES "| a | APPLIED | APPLIED | s | %s | r |\n", cases[i].cell);
        if (read_plan(arena, text.ptr)->prerequisites.at[0].status != cases[i].status)
            fail_msg("%s", cases[i].cell);
    }
}

TEST(examples_have_kinds) {
    USE_ARENA;
    static const struct {
        const char *type;
        bool positive, negative;
    } cases[] = {
        {"Boundary (negative)", false, false},        {"Stretch (positive)", false, false},
        {"Negative (positive in tone)", false, true}, {"Counterexample", false, true},
        {"Positive vs. non-example", true, true},     {"Stretch", false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view text =
            ll_arena_format(arena, "| Example | Type |\n|---|---|\n| e | %s |\n", cases[i].type);
        const ll_example *example = &read_plan(arena, text.ptr)->examples.at[0];
        if (example->positive != cases[i].positive || example->negative != cases[i].negative)
            fail_msg("%s", cases[i].type);
    }
}

static void modalities_have_families(void **state) {
    static const struct {
        const char *name;
        unsigned families;
    } cases[] = {
        {"Visual (interactive)", LL_MODALITY_VISUAL},
        {"Visual/Interactive", LL_MODALITY_VISUAL | LL_MODALITY_INTERACTIVE},
        {"Symbolic / code", LL_MODALITY_SYMBOLIC},
        {"Verbal/Analogy", LL_MODALITY_VERBAL},
        {"Concrete example", LL_MODALITY_CONCRETE},
        {"Intuitive (\"of course\")", LL_MODALITY_INTUITIVE},
        {"Geometric/Spatial", LL_MODALITY_GEOMETRIC},
        {"Static picture", LL_MODALITY_VISUAL},
        {"Concept map", LL_MODALITY_VISUAL},
        {"Bar charts", LL_MODALITY_VISUAL},
        {"Comparative", LL_MODALITY_CONCRETE},
        {"Worked out", LL_MODALITY_CONCRETE},
        {"An example", LL_MODALITY_CONCRETE},
        {"Hands on", LL_MODALITY_INTERACTIVE},
        {"Equation", LL_MODALITY_SYMBOLIC},
        {"Metaphor", LL_MODALITY_VERBAL},
        {"Decoded / remapped / mapping", 0},
        {"Paragraph, then graph", LL_MODALITY_VISUAL},
        {"Narrative", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(
            ll_plan_modality_families(&ll_vocabulary_default, ll_view_of(cases[i].name)),
            cases[i].families);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prerequisites_are_read),
        cmocka_unit_test(a_dash_says_nothing),
        cmocka_unit_test(columns_are_found_by_their_names),
        cmocka_unit_test(a_column_has_one_name_alone),
        cmocka_unit_test(a_team_has_words_of_its_own),
        cmocka_unit_test(a_status_is_not_needed),
        cmocka_unit_test(columns_have_other_names),
        cmocka_unit_test(a_column_without_a_known_name_is_found_by_its_place),
        cmocka_unit_test(a_table_without_known_columns_is_found_by_its_section),
        cmocka_unit_test(a_table_may_go_on_below_a_heading_of_its_own),
        cmocka_unit_test(blank_rows_are_no_rows),
        cmocka_unit_test(misconceptions_examples_and_modalities_are_read),
        cmocka_unit_test(retroactive_headers_are_known),
        cmocka_unit_test(gaps_and_connections_are_read),
        cmocka_unit_test(record_tables_go_on_behind_a_blank_line),
        cmocka_unit_test(only_the_plan_itself_has_tables),
        cmocka_unit_test(a_core_header_makes_a_plan),
        cmocka_unit_test(the_last_of_all_cells_may_make_a_plan),
        cmocka_unit_test(families_have_names),
        cmocka_unit_test(columns_have_names),
        cmocka_unit_test(depths_are_read),
        cmocka_unit_test(statuses_are_read),
        cmocka_unit_test(examples_have_kinds),
        cmocka_unit_test(modalities_have_families),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
