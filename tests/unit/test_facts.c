/* facts: numbers, scopes, evidence of modalities, words of Rows, sections. */
#include <stdio.h>

#include "support.h"

#include "pair.h"

#include "base/buffer.h"
#include "facts/names.h"

TEST(numbers_are_counted) {
    USE_ARENA;
    ll_facts *facts = facts_of(arena, PLAN, NULL);
    assert_int_equal(ll_facts_count(facts, LL_VIEW("plan.misconceptions")).number, 2);
    assert_int_equal(ll_facts_count(facts, LL_VIEW("plan.prerequisites")).number, 2);
    assert_int_equal(ll_facts_count(facts, LL_VIEW("plan.examples.positive")).number, 1);
    assert_int_equal(ll_facts_count(facts, LL_VIEW("plan.examples.negative")).number, 1);
    assert_int_equal(ll_facts_count(facts, LL_VIEW("plan.outline")).number, 0);
    facts =
        facts_of(arena, "# Lesson: X\n\n### Lesson Outline\n\n1. **Hook**\n2. **Check**\n", NULL);
    assert_int_equal(ll_facts_count(facts, LL_VIEW("plan.outline")).number, 2);
    facts = facts_of(arena, PLAN, NULL);
    /* two visual rows are one family */
    assert_int_equal(ll_facts_count(facts, LL_VIEW("plan.modalities")).number, 2);
}

TEST(numbers_are_judged_at_their_table) {
    USE_ARENA;
    ll_facts *facts = facts_of(arena, PLAN, NULL);
    ll_place place = ll_facts_count(facts, LL_VIEW("plan.misconceptions")).place;
    ll_view header = ll_view_slice(ll_view_of(PLAN), place.offset, place.offset + place.length);
    assert_true(ll_view_starts(header, LL_VIEW("| Misconception |")));
}

static void unknown_numbers_are_refused(void **state) {
    (void)state;
    assert_false(ll_facts_countable(LL_VIEW("plan.misconception")));
    assert_true(ll_facts_countable(LL_VIEW("plan.misconceptions")));
    size_t count = 0;
    const char *const *names = ll_facts_count_names(&count);
    for (size_t i = 1; i < count; i++)
        assert_true(strcmp(names[i - 1], names[i]) < 0);
}

typedef struct collected {
    ll_buffer text;
    int count;
    int most;
} collected;

static bool collect(void *context, const ll_scope_text *text) {
    collected *all = context;
    if (all->count++ > 0)
        ll_buffer_add_byte(&all->text, '|');
    ll_buffer_add(&all->text, text->text);
    return all->count != all->most;
}

static ll_view scope_text(ll_arena *arena, ll_facts *facts, const char *scope, int most) {
    collected all = {.text = {.arena = arena, .most = 10000}, .most = most};
    ll_facts_scope(facts, ll_view_of(scope), collect, &all);
    return ll_buffer_view(&all.text);
}

TEST(scopes_hold_their_texts) {
    USE_ARENA;
    ll_facts *facts = facts_of(arena, PLAN, LESSON);
    assert_view(scope_text(arena, facts, "lesson.attribute.title", 0),
                "Binary Search|Order Matters");
    assert_view(scope_text(arena, facts, "lesson.attributes", 1), "Binary Search");
    assert_view(scope_text(arena, facts, "lesson.code", 0), "items[m]");
    ll_view prose = scope_text(arena, facts, "lesson.prose", 0);
    assert_true(ll_view_find(prose, LL_VIEW("|left half|"), 0) !=
                LL_VIEW_NONE); /* of the drawing */
    assert_view(scope_text(arena, facts, "plan.headings", 2),
                "Lesson: Binary Search|Phase 2: Analyze");
    ll_view rows = scope_text(arena, facts, "plan.modalities", 1);
    assert_true(ll_view_starts(rows, LL_VIEW("| Visual | A diagram")));
}

TEST(a_missing_document_has_no_texts) {
    USE_ARENA;
    ll_facts *facts = facts_of(arena, PLAN, NULL);
    assert_view(scope_text(arena, facts, "lesson.prose", 0), "");
    assert_view(scope_text(arena, facts, "lesson.comment", 0), "");
    facts = facts_of(arena, NULL, LESSON);
    assert_view(scope_text(arena, facts, "plan.prose", 0), "");
    assert_view(scope_text(arena, facts, "plan.examples", 0), "");
}

static void unknown_scopes_are_refused(void **state) {
    (void)state;
    assert_false(ll_facts_is_scope(LL_VIEW("lesson.proze")));
    assert_false(ll_facts_is_scope(LL_VIEW("lesson.attribute.")));
    assert_true(ll_facts_is_scope(LL_VIEW("lesson.attribute.alt")));
    assert_true(ll_facts_is_scope(LL_VIEW("lesson.attribute.Row.Aside.title")));
    assert_false(ll_facts_is_scope(LL_VIEW("lesson.attribute..title")));
    assert_false(ll_facts_is_scope(LL_VIEW("lesson.attribute.TipBlock.")));
    assert_true(ll_facts_is_scope(LL_VIEW("plan.prose")));
}

TEST(evidence_is_found_by_family) {
    USE_ARENA;
    ll_facts *facts = facts_of(arena, PLAN, LESSON);
    ll_evidence visual = ll_facts_evidence(facts, LL_MODALITY_VISUAL);
    assert_int_equal(visual.strength, LL_EVIDENCE_STRONG);
    assert_true(ll_tsx_is(facts->tsx, visual.element, LL_VIEW("svg")));
    assert_int_equal(ll_facts_evidence(facts, LL_MODALITY_SYMBOLIC).strength, LL_EVIDENCE_STRONG);
    assert_int_equal(ll_facts_evidence(facts, LL_MODALITY_INTERACTIVE).strength, LL_EVIDENCE_NONE);
    assert_int_equal(ll_facts_evidence(facts, LL_MODALITY_VERBAL).strength, LL_EVIDENCE_WEAK);
}

static ll_strength strength_of(ll_arena *arena, const char *element, unsigned family) {
    ll_view lesson =
        ll_arena_format(arena,
                        "import { Download } from 'lucide-react'\n"
                        "import { Scatter } from 'recharts'\n"
                        "import TemperatureLab from './TemperatureLab'\n"
                        "import { type Dial, RankDial } from '@/components/widgets/Rank'\n"
                        "import { BallDrop as Drop } from '~/components/BallDrop'\n"
                        "import * as Lab from '../widgets'\n"
                        "const Late = dynamic(() => import('src/widgets/Late'), { ssr: false })\n"
                        "import { SeriesBanner } from '@/components/lessons/Banner'\n"
                        "import { TideDemo } from '@/components/lessons/tides/TideDemo'\n"
                        "import Player from 'lottie-react'\n"
                        "import { Bolt } from 'lucide-react'\n"
                        "export function L() { return <LessonLayout><Row><Row.Content>"
                        "%s</Row.Content></Row></LessonLayout> }",
                        element);
    return ll_facts_evidence(facts_of(arena, NULL, lesson.ptr), family).strength;
}

TEST(elements_are_weighed) {
    USE_ARENA;
    static const struct {
        const char *element;
        unsigned family;
        ll_strength strength;
    } cases[] = {
        {"<img src=\"/a.png\" alt=\"\" />", LL_MODALITY_VISUAL, LL_EVIDENCE_STRONG},
        {"<canvas />", LL_MODALITY_GEOMETRIC, LL_EVIDENCE_STRONG},
        {"<LossCurveDiagram />", LL_MODALITY_VISUAL, LL_EVIDENCE_STRONG},
        {"<LossChart />", LL_MODALITY_VISUAL, LL_EVIDENCE_STRONG},
        {"<AttentionHeatmap />", LL_MODALITY_VISUAL, LL_EVIDENCE_STRONG},
        {"<RegionMap />", LL_MODALITY_GEOMETRIC, LL_EVIDENCE_STRONG},
        {"<FilmStrip />", LL_MODALITY_VISUAL, LL_EVIDENCE_STRONG},
        {"<Scatter data={a} />", LL_MODALITY_VISUAL, LL_EVIDENCE_STRONG},
        {"<LossWidget />", LL_MODALITY_VISUAL, LL_EVIDENCE_STRONG},
        {"<LossWidget />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_STRONG},
        {"<LossSimulator />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_STRONG},
        {"<LossPlayground />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_STRONG},
        {"<ExercisePanel title=\"a\" />", LL_MODALITY_VISUAL, LL_EVIDENCE_STRONG},
        {"<ExercisePanel title=\"a\" />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_STRONG},
        {"<button>a</button>", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_STRONG},
        {"<input />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_STRONG},
        {"<PhaseCard title=\"a\">b</PhaseCard>", LL_MODALITY_VISUAL, LL_EVIDENCE_WEAK},
        {"<table />", LL_MODALITY_VISUAL, LL_EVIDENCE_WEAK},
        {"<pre>a</pre>", LL_MODALITY_VISUAL, LL_EVIDENCE_WEAK},
        {"<InlineMath math=\"x\" />", LL_MODALITY_SYMBOLIC, LL_EVIDENCE_STRONG},
        {"<CodeBlock code={`x`} />", LL_MODALITY_SYMBOLIC, LL_EVIDENCE_STRONG},
        {"<p><code>x</code></p>", LL_MODALITY_SYMBOLIC, LL_EVIDENCE_STRONG},
        {"<Snippet code={`x`} />", LL_MODALITY_SYMBOLIC, LL_EVIDENCE_WEAK},
        {"<p>3 &times; 4</p>", LL_MODALITY_SYMBOLIC, LL_EVIDENCE_WEAK},
        {"<p>a &asymp; b</p>", LL_MODALITY_SYMBOLIC, LL_EVIDENCE_WEAK},
        {"<LossExplorer />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_STRONG},
        {"<ComparisonRow left={{}} right={{}} />", LL_MODALITY_GEOMETRIC, LL_EVIDENCE_WEAK},
        {"<div className=\"grid gap-4\">a</div>", LL_MODALITY_VISUAL, LL_EVIDENCE_WEAK},
        {"<div className=\"flex\">a</div>", LL_MODALITY_VISUAL, LL_EVIDENCE_NONE},
        {"<GradientCard title=\"a\">b</GradientCard>", LL_MODALITY_VISUAL, LL_EVIDENCE_NONE},
        {"<p>a = b</p>", LL_MODALITY_SYMBOLIC, LL_EVIDENCE_WEAK},
        {"<p>a and b</p>", LL_MODALITY_SYMBOLIC, LL_EVIDENCE_NONE},
        {"<BlockMath math=\"x\" />", LL_MODALITY_SYMBOLIC, LL_EVIDENCE_STRONG},
        {"<TemperatureLab />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_UNSEEN},
        {"<StageMermaid />", LL_MODALITY_VISUAL, LL_EVIDENCE_STRONG},
        {"<StageFlow />", LL_MODALITY_VISUAL, LL_EVIDENCE_WEAK},
        {"<CodeSandbox />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_STRONG},
        {"<Player />", LL_MODALITY_VISUAL, LL_EVIDENCE_UNSEEN},
        {"<Bolt />", LL_MODALITY_VISUAL, LL_EVIDENCE_NONE},
        {"<TideDemo />", LL_MODALITY_VISUAL, LL_EVIDENCE_UNSEEN},
        {"<RankDial />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_STRONG},
        {"<Drop />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_UNSEEN},
        {"<BallDro />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_NONE},
        {"<Lab.Tray />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_STRONG},
        {"<Late />", LL_MODALITY_VISUAL, LL_EVIDENCE_STRONG},
        {"<motion.svg />", LL_MODALITY_VISUAL, LL_EVIDENCE_STRONG},
        {"<Slider.Root />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_STRONG},
        {"<Select />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_STRONG},
        {"<p onPointerMove={f}>a</p>", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_WEAK},
        {"<p once>a</p>", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_NONE},
        {"<iframe src=\"a\" />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_WEAK},
        {"<SeriesBanner />", LL_MODALITY_INTERACTIVE, LL_EVIDENCE_NONE},
        {"<Download />", LL_MODALITY_VISUAL, LL_EVIDENCE_NONE},
        {"<Undeclared />", LL_MODALITY_VISUAL, LL_EVIDENCE_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (strength_of(arena, cases[i].element, cases[i].family) != cases[i].strength)
            fail_msg("%s", cases[i].element);
}

TEST(words_are_found_in_their_row) {
    USE_ARENA;
    ll_facts *facts = facts_of(arena, PLAN, LESSON);
    ll_index *rows = ll_facts_rows(facts);
    ll_index_hit hit = ll_index_best(rows, LL_VIEW("shuffled cards comparison"));
    assert_int_equal(hit.best, 1);
    assert_int_equal(hit.found, 3);
    assert_ptr_equal(ll_facts_rows(facts), rows);
    /* code is no lesson text */
    assert_int_equal(ll_index_best(rows, LL_VIEW("items")).found, 0);
}

TEST(places_have_sections) {
    USE_ARENA;
    ll_facts *facts = facts_of(arena, PLAN, LESSON);
    uint32_t dash = (uint32_t)(strstr(LESSON, "&mdash;") - LESSON);
    assert_view(ll_facts_section(facts, LL_DOCUMENT_LESSON, dash), "Order Matters");
    assert_view(ll_facts_section(facts, LL_DOCUMENT_LESSON, 0), "");
    uint32_t cards = (uint32_t)(strstr(PLAN, "| Shuffled cards | Negative") - PLAN);
    assert_view(ll_facts_section(facts, LL_DOCUMENT_PLAN, cards), "Examples Planned");
    static const char label[] = "# Lesson: X\n\n## Phase 2\n\n**Gap resolution:**\n\ntext\n";
    facts = facts_of(arena, label, NULL);
    assert_view(ll_facts_section(facts, LL_DOCUMENT_PLAN, sizeof label - 3), "Phase 2");
}

TEST(a_lesson_with_a_fault_is_no_lesson) {
    USE_ARENA;
    ll_facts *facts = facts_of(arena, NULL, "export const x = <LessonLayout>");
    assert_null(facts->lesson);
    assert_non_null(facts->tsx->fault);
}

static const char OUTLINE[] = "# Lesson: Binary Search\n\n### Lesson Outline\n\n"
                              "1. **Context + Constraints** (Row)\n"
                              "2. **Hook -- A Card Trick** (Row)\n"
                              "3. **Explain -- Why Order Matters** (Row)\n"
                              "4. **Check -- Predict** (Row)\n"
                              "5. **Explain -- The Limit** (Row)\n"
                              "   - Shuffled cards send the reader away at the first comparison\n"
                              "6. **Elaborate -- Purple Elephants** (Row)\n"
                              "   - Juggling velvet oranges nightly in a distant circus\n"
                              "7. **Summarize** (Row)\n";

/* The tag of the match, or what else is said of the item with this number. */
static const char *outline_tag(ll_facts *facts, uint32_t number, double *score) {
    const ll_outline_item *item = &facts->plan->outline.at[number - 1];
    assert_int_equal(item->number, number);
    ll_outline_match match = ll_facts_outline(facts, item);
    *score = match.score;
    if (match.element == LL_TSX_NONE)
        return match.judged ? "nowhere" : "not judged";
    return ll_arena_copy(facts->arena, ll_tsx_lead(facts->tsx, match.element)).ptr;
}

TEST(items_of_the_outline_are_looked_for) {
    USE_ARENA;
    ll_facts *facts = facts_of(arena, OUTLINE, LESSON);
    assert_int_equal(facts->plan->outline.len, 7);
    double score = 0;
    assert_string_equal(outline_tag(facts, 1, &score), "nowhere"); /* no ObjectiveBlock */
    assert_string_equal(outline_tag(facts, 2, &score), "not judged");
    assert_string_equal(outline_tag(facts, 3, &score), "SectionHeader");
    assert_string_equal(outline_tag(facts, 4, &score), "details");
    assert_true(score == 0);
    assert_string_equal(outline_tag(facts, 5, &score), "Row");
    assert_true(score >= LL_OUTLINE_BODY_FOUND);
    assert_string_equal(outline_tag(facts, 6, &score), "nowhere");
    assert_string_equal(outline_tag(facts, 7, &score), "nowhere"); /* no SummaryBlock */
}

TEST(a_title_of_stop_words_is_found_when_it_is_the_same) {
    USE_ARENA;
    static const char plan[] = "# Lesson: X\n\n### Lesson Outline\n\n"
                               "1. **Explain: enough is Enough**\n"
                               "2. **Explain: Is It Enough**\n"
                               "3. **Explain: Before, Not After**\n";
    static const char lesson[] =
        "const a = <LessonLayout>\n"
        "<Row><Row.Content><SectionHeader title=\"Why\"/></Row.Content></Row>\n"
        "<Row><Row.Content><SectionHeader title=\"Enough Is Enough\"/>\n"
        "</Row.Content></Row></LessonLayout>\n";
    ll_facts *facts = facts_of(arena, plan, lesson);
    double score = 0;
    assert_string_equal(outline_tag(facts, 1, &score), "SectionHeader");
    ll_outline_match match = ll_facts_outline(facts, &facts->plan->outline.at[0]);
    assert_int_equal(match.element, facts->lesson->sections.at[1].element);
    assert_string_equal(outline_tag(facts, 2, &score), "not judged");
    assert_string_equal(outline_tag(facts, 3, &score), "nowhere");
}

#define DETAILS(question) "<details><summary>" question "</summary>An answer.</details>"

/* Offset of the element that the item with this number is found at. */
static uint32_t outline_start(ll_facts *facts, uint32_t number) {
    ll_outline_match match = ll_facts_outline(facts, &facts->plan->outline.at[number - 1]);
    assert_int_not_equal(match.element, LL_TSX_NONE);
    return facts->tsx->nodes.at[match.element].start;
}

TEST(each_check_has_its_own_row_of_details) {
    USE_ARENA;
    static const char plan[] = "# Lesson: X\n\n### Lesson Outline\n\n"
                               "1. **Check (predict)**\n"
                               "2. **Check #2 (transfer)**\n"
                               "3. **Check #3 (look back)**\n";
    static const char lesson[] =
        "const a = <LessonLayout>\n"
        "<Row><Row.Content>" DETAILS("one") DETAILS(
            "two") "</Row.Content></Row>\n"
                   "<Row><Row.Content>no question</Row.Content></Row>\n"
                   "<Row><Row.Content>" DETAILS("three") "</Row.Content></Row></LessonLayout>\n";
    ll_facts *facts = facts_of(arena, plan, lesson);
    uint32_t first = (uint32_t)(strstr(lesson, DETAILS("one")) - lesson);
    uint32_t third = (uint32_t)(strstr(lesson, DETAILS("three")) - lesson);
    assert_int_equal(outline_start(facts, 1), first);
    assert_int_equal(outline_start(facts, 2), third);
    assert_int_equal(outline_start(facts, 3), third); /* there are no more */
}

TEST(neighbours_are_read_from_the_lessons_folder) {
    USE_ARENA;
    ll_source *source = NULL;
    ll_facts *facts = NULL;
    ll_error error = {0};
    ll_view path = LL_VIEW(LESSONLINT_SOURCE_DIR "/fixtures/row-wrapping--good/lesson.tsx");
    assert_int_equal(ll_source_read(&source, arena, path, &error), LL_OK);
    assert_int_equal(ll_facts_read(&facts, arena, NULL, source, &ll_vocabulary_default, &error),
                     LL_OK);
    const ll_lesson *glossary = ll_facts_neighbour(facts, LL_VIEW("./parts/Glossary"));
    assert_non_null(glossary);
    assert_true(ll_lesson_component(glossary, LL_VIEW("Glossary")) != LL_LESSON_NONE);
    assert_ptr_equal(ll_facts_neighbour(facts, LL_VIEW("./parts/Glossary")), glossary);
    assert_non_null(ll_facts_neighbour(facts, LL_VIEW("./parts/Glossary.tsx")));
    static const char *const elsewhere[] = {"../row-wrapping--bad/LooseNote",
                                            "./../row-wrapping--bad/LooseNote",
                                            "@/parts/Glossary",
                                            "./parts",
                                            "./nothing",
                                            "./",
                                            ""};
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++)
        assert_null(ll_facts_neighbour(facts, ll_view_of(elsewhere[i])));
}

/* Enough names for the table of them to grow twice; each stands in the lesson twice. */
TEST(elements_are_found_by_their_names) {
    USE_ARENA;
    enum { NAMES = 700 };
    ll_buffer lesson = {.arena = arena, .most = 1 << 20};
    ll_buffer_add_cstring(&lesson, "export const x = <LessonLayout>");
    for (unsigned i = 0; i < 2 * NAMES; i++)
        ll_buffer_add_format(&lesson, "<N%u/>", i % NAMES);
    ll_buffer_add_cstring(&lesson, "</LessonLayout>");
    ll_buffer_add_byte(&lesson, '\0');
    ll_facts *facts = facts_of(arena, NULL, lesson.ptr);
    const ll_names *names = ll_facts_names(facts);
    assert_int_equal(names->all.len, NAMES + 1);
    assert_int_equal(names->elements.len, 2 * NAMES + 1);
    for (unsigned i = 0; i < NAMES; i++) {
        ll_view name = ll_arena_format(arena, "N%u", i);
        uint32_t first = ll_facts_first_element(facts, name);
        assert_int_equal(names->elements.at[i + 1].node, first);
        assert_view(ll_tsx_lead(facts->tsx, names->elements.at[i + 1 + NAMES].node), name.ptr);
        assert_int_equal(names->elements.at[i + 1 + NAMES].name, names->elements.at[i + 1].name);
    }
    assert_int_equal(ll_facts_first_element(facts, LL_VIEW("N700")), LL_TSX_NONE);
}

static ll_view place_of(ll_facts *facts, const char *text) {
    const char *at = strstr(facts->tsx->source->text.ptr, text);
    assert_non_null(at);
    return ll_facts_section(facts, LL_DOCUMENT_LESSON,
                            (uint32_t)(at - facts->tsx->source->text.ptr));
}

/* A Row without a header is called by its own heading or card, not by the header of another Row. */
TEST(places_are_called_by_the_nearest_title) {
    USE_ARENA;
    ll_facts *facts = facts_of(
        arena, NULL,
        "export const L = () => <LessonLayout>\n"
        "<Row><Row.Content><h3>Before</h3><p>zero</p></Row.Content></Row>\n"
        "<Row><Row.Content><SectionHeader title=\"Ice\" /><GradientCard title=\"Own\"><p>one</p>"
        "</GradientCard></Row.Content></Row>\n"
        "<Row><Row.Content><p>two</p><h3>Steam</h3><p>three</p></Row.Content>"
        "<Row.Aside><p>four</p></Row.Aside></Row>\n"
        "<Row><Row.Content><GradientCard title=\"Snow\"><p>five</p></GradientCard><p>six</p>"
        "</Row.Content></Row>\n"
        "<Row><Row.Content><p>seven</p><div className=\"border\"><h4>Hail</h4><p>eight</p></div>"
        "</Row.Content></Row>\n"
        "<Row><Row.Content><PhaseCard title=\"Step\"><p>nine</p></PhaseCard></Row.Content></Row>\n"
        "</LessonLayout>");
    static const char *const places[][2] = {
        {"zero", "Before"}, {"one", "Ice"},    {"two", "Steam"},
        {"three", "Steam"}, {"four", "Steam"}, {"five", "Snow"},
        {"six", "Snow"},    {"seven", "Ice"},  {"eight", "Hail"},
        {"nine", "Ice"},    {"<h4", "Hail"},   {"<Row><Row.Content><p>two", "Steam"},
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        assert_view(place_of(facts, places[i][0]), places[i][1]);
}

/* A use of a component that draws the Row around it is that Row. */
TEST(places_in_a_row_of_the_file_are_called_by_its_cards) {
    USE_ARENA;
    ll_facts *facts =
        facts_of(arena, NULL,
                 "export const L = () => <LessonLayout>\n"
                 "<Row><Row.Content><SectionHeader title=\"Ice\" /></Row.Content></Row>\n"
                 "<Part><SnowCard title=\"Snow\"><p>one</p></SnowCard><p>two</p></Part>\n"
                 "</LessonLayout>\n"
                 "const Part = ({ children }) => <Row><Row.Content>{children}</Row.Content></Row>");
    assert_view(place_of(facts, "one"), "Snow");
    assert_view(place_of(facts, "two"), "Ice");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_in_a_row_of_the_file_are_called_by_its_cards),
        cmocka_unit_test(elements_are_found_by_their_names),
        cmocka_unit_test(numbers_are_counted),
        cmocka_unit_test(numbers_are_judged_at_their_table),
        cmocka_unit_test(unknown_numbers_are_refused),
        cmocka_unit_test(scopes_hold_their_texts),
        cmocka_unit_test(a_missing_document_has_no_texts),
        cmocka_unit_test(unknown_scopes_are_refused),
        cmocka_unit_test(evidence_is_found_by_family),
        cmocka_unit_test(elements_are_weighed),
        cmocka_unit_test(words_are_found_in_their_row),
        cmocka_unit_test(items_of_the_outline_are_looked_for),
        cmocka_unit_test(a_title_of_stop_words_is_found_when_it_is_the_same),
        cmocka_unit_test(each_check_has_its_own_row_of_details),
        cmocka_unit_test(neighbours_are_read_from_the_lessons_folder),
        cmocka_unit_test(places_have_sections),
        cmocka_unit_test(places_are_called_by_the_nearest_title),
        cmocka_unit_test(a_lesson_with_a_fault_is_no_lesson),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
