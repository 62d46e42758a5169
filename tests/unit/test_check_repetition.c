/* check: rims of the rules on equations, titles, quotations and terms. The common cases are the
 * fixtures of each rule. */
#include <stdio.h>

#include "support.h"

#include "pair.h"

#include "check/check.h"

static uint32_t findings_of(ll_arena *arena, const char *id, const char *plan, const char *lesson) {
    ll_rule_set rules = ll_rules_shipped(arena);
    const ll_rule *rule = ll_rule_find(&rules, ll_view_of(id));
    ll_finding_list findings = {0};
    ll_check check = {.arena = arena,
                      .facts = facts_of(arena, plan, lesson),
                      .rule = rule,
                      .severity = rule->severity,
                      .findings = &findings};
    ll_check_find(rule->id)->run(&check);
    return findings.len;
}

static const char *lesson_of(ll_arena *arena, const char *inside) {
    return ll_arena_format(arena,
                           "export function L() { return <LessonLayout><Row><Row.Content>"
                           "%s</Row.Content></Row></LessonLayout> }",
                           inside)
        .ptr;
}

TEST(titles) {
    USE_ARENA;
    static const struct {
        const char *heading, *title;
        uint32_t findings;
    } rows[] = {
        {"Lesson: Fine-Tuning for Tasks", "Finetuning for Tasks", 0},
        {"Lesson 3: Loss Function", "Loss Functions", 0},
        {"Lesson Plan: The Encoder", "The Decoder", 1}, /* half the words are not enough */
        {"the-encoder -- Lesson Planning Document", "The Encoder", 0},
        {"Lesson 2 — The Encoder (the-encoder)", "The Encoder", 0},
        {"Lesson: Reading Maps", "Reading Charts and Tables", 1},
        {"Lesson: Reading Maps", "Reading Maps and Tables", 0},
        {"Lesson Plan", "Anything at All", 0}, /* no title to compare with */
        {"Lesson: A", "A", 0},
        {"Lesson: Über Öfen", "Über Öfen", 0},
        {"Lesson: Maps", "", 0},
        {"Lesson: Low-Rank Adaptation (LoRA)", "LoRA", 0},
        {"Lesson: Low-Rank Adaptation (LoRA)", "Low-Rank Adaptation", 0},
        {"Lesson: Low-Rank Adaptation (LoRA)", "Quantization", 1},
        {"Lesson: Networks (GANs)", "GAN", 0},
        {"Lesson: Networks (gans)", "GANs", 1}, /* a slug */
        {"Lesson: The GAN Game", "GANs", 0},
        {"Lesson: The Organ Game", "GANs", 1},
        {"Browser Cache: Planning Document", "How a Browser Cache Decides", 0},
        {"Browser Cache: Service Workers", "How a Browser Cache Decides", 1},
        {"Lesson: Cookies: Plan", "Sessions", 1},
        {"Lesson: Naïve Bayes", "Naive Bayes", 0},
        {"Lesson: NAI\xCC\x88VE", "Naïve", 0},
        {"Lesson: Straße", "Strasse", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *plan = ll_arena_format(arena, "# %s\n\n", rows[i].heading).ptr;
        const char *header =
            ll_arena_format(arena, "<LessonHeader title=\"%s\" />", rows[i].title).ptr;
        uint32_t seen = findings_of(arena, "title-disagrees", plan, lesson_of(arena, header));
        if (seen != rows[i].findings)
            fail_msg("%s / %s: %u findings", rows[i].heading, rows[i].title, seen);
    }
    const char *unseen = lesson_of(arena, "<LessonHeader title={title} />");
    assert_int_equal(findings_of(arena, "title-disagrees", "# Lesson: Maps\n", unseen), 0);
    assert_int_equal(
        findings_of(arena, "title-disagrees", "# Lesson: Maps\n", lesson_of(arena, "")), 0);
}

TEST(texts_of_which_one_is_shown_repeat_nothing) {
    USE_ARENA;
    static const char words[] = "<p>one two three four five six seven eight nine ten eleven twelve "
                                "thirteen fourteen fifteen sixteen seventeen eighteen</p>";
    static const struct {
        const char *between;
        uint32_t findings;
    } rows[] = {{":", 0}, {": null}{b ? null :", 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ll_view text =
            ll_arena_format(arena, "<div>{a ? %s %s %s}</div>", words, rows[i].between, words);
        assert_int_equal(findings_of(arena, "duplicate-text", NULL, lesson_of(arena, text.ptr)),
                         rows[i].findings);
    }
}

TEST(equations_in_lessons) {
    USE_ARENA;
    static const struct {
        const char *inside;
        uint32_t findings;
    } rows[] = {
        {"<p>3 × 4 = 13</p>", 1},
        {"<p>3 × 10<sup>2</sup> = 300</p>", 0},
        {"<p>{n} × 4 = 13</p>", 0},
        {"<p>3 × {' '}4 = 13</p>", 1},
        {"<p>3 &times; 4 = 13</p>", 1},
        {"<InlineMath math=\"3 \\times 4 = 13\" />", 1},
        {"<CodeBlock code={`a = 3 * 4 == 13`} />", 0},
        {"<CodeBlock code={`a # 3 * 4 = 13`} />", 1},
        {"<CodeBlock code={`SELECT 1 -- 3 * 4 = 13`} />", 1},
        {"<CodeBlock code={`i--; 3 * 4 = 13`} />", 0},
        {"{/* 3 × 4 = 13 */}", 0},
        {"<p>That is an error:</p><p>3 × 4 = 13</p>", 1}, /* another block */
        {"<p>That is an error:</p><BlockMath math=\"3 \\times 4 = 13\" />", 0},
        {"<BlockMath math=\"3 \\times 4 = 13\" /><p>which is false.</p>", 0},
        {"<TipBlock title=\"Wrong\"><ul><li><em>3 × 4 = 13</em></li></ul></TipBlock>", 0},
        {"<div className=\"p-2\"><p>Wrong!</p><p>3 × 4 = 13</p></div>", 1},
        {"<div className=\"border\"><p>Wrong!</p><p>3 × 4 = 13</p></div>", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t seen =
            findings_of(arena, "arithmetic-wrong", NULL, lesson_of(arena, rows[i].inside));
        if (seen != rows[i].findings)
            fail_msg("%s: %u findings", rows[i].inside, seen);
    }
}

#define OUTLINE(body) "# Lesson: X\r\n\r\n## Phase 3\r\n\r\n### Lesson Outline\r\n\r\n" body

TEST(quotations_with_other_line_ends) {
    USE_ARENA;
    const char *plan = OUTLINE("1. **Explain -- Pulls**\r\n"
                               "   - Echo:\r\n"
                               "     - \"Distance decides, never brightness\"\r\n"
                               "     - \"Near water leads, far water lags\"\r\n"
                               "2. **Explain -- Other**\r\n"
                               "   - \"Nobody announces these four words\"\r\n");
    const char *lesson = lesson_of(arena, "<p>Near water leads and far water lags.</p>");
    assert_int_equal(findings_of(arena, "planned-quote-missing", plan, lesson), 1);
    assert_int_equal(findings_of(arena, "planned-quote-missing", OUTLINE(""), lesson), 0);
}

TEST(terms_with_other_line_ends) {
    USE_ARENA;
    const char *plan = OUTLINE("1. **Explain -- Pulls**\r\n"
                               "   - **GPS** is used.\r\n"
                               "   - **DART buoys** are used.\r\n"
                               "   - **unclosed\r\n"
                               "2. **Explain -- Nowhere In This Lesson**\r\n"
                               "   - **NOAA** is not judged.\r\n");
    const char *lesson =
        lesson_of(arena, "<SectionHeader title=\"Pulls: GPS\" /><p>A dart and its buoys.</p>");
    assert_int_equal(findings_of(arena, "outline-term-missing", plan, lesson), 1);
    assert_int_equal(findings_of(arena, "outline-term-missing", OUTLINE(""), lesson), 0);
}

/* The same calculation with other numbers is another example. */
TEST(worked_examples_differ_by_their_numbers) {
    USE_ARENA;
    static const struct {
        const char *numbers[4];
        uint32_t findings;
        const char *first; /* words that the second begins with */
    } cases[] = {
        {{"10", "20", "30", "40"}, 1, ""},         {{"10", "20", "30", "41"}, 1, ""},
        {{"10", "20", "30", "40"}, 1, "In 2024 "}, /* one more, and the others as before */
        {{"11", "20", "31", "41"}, 0, ""},         {{"11", "21", "31", "41"}, 0, ""},
        {{"1,000", "2,000", "30", "40"}, 0, ""},
    };
    static const char form[] =
        "<p>%sPour %s grams of flour and %s grams of cold water into a large bowl, stir them for "
        "%s "
        "minutes with a wooden spoon, then leave the dough for %s minutes under a cloth.</p>";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const *with = cases[i].numbers;
        ll_view first = ll_arena_format(arena, form, "", "10", "20", "30", "40");
        ll_view second =
            ll_arena_format(arena, form, cases[i].first, with[0], with[1], with[2], with[3]);
        const char *lesson =
            lesson_of(arena, ll_arena_format(arena, "%s%s", first.ptr, second.ptr).ptr);
        if (findings_of(arena, "duplicate-text", NULL, lesson) != cases[i].findings)
            fail_msg("case %zu", i);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles),
        cmocka_unit_test(texts_of_which_one_is_shown_repeat_nothing),
        cmocka_unit_test(equations_in_lessons),
        cmocka_unit_test(quotations_with_other_line_ends),
        cmocka_unit_test(worked_examples_differ_by_their_numbers),
        cmocka_unit_test(terms_with_other_line_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
