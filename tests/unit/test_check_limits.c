/* check and facts: what is followed, looked for or climbed at its limit and once past it. */
#include <stdio.h>

#include "support.h"

#include "check_support.h"

#include "facts/history.h"

/* A text that ends with NUL. */
static const char *text_of(ll_buffer *text) {
    ll_buffer_add_byte(text, '\0');
    return ll_buffer_view(text).ptr;
}

/* `count` times `open`, the text, and `count` times `close`. */
static const char *around(ll_arena *arena, uint32_t count, const char *open, const char *inside,
                          const char *close) {
    ll_buffer text = {.arena = arena, .most = 1 << 20};
    for (uint32_t i = 0; i < count; i++)
        ll_buffer_add_cstring(&text, open);
    ll_buffer_add_cstring(&text, inside);
    for (uint32_t i = 0; i < count; i++)
        ll_buffer_add_cstring(&text, close);
    return text_of(&text);
}

static uint32_t findings(ll_arena *arena, const char *rule, const char *lesson) {
    return judge(arena, shipped(arena, rule), NULL, lesson)->findings.len;
}

TEST(imports_of_a_lesson) {
    USE_ARENA;
    ll_buffer text = {.arena = arena, .most = 1 << 20};
    for (uint32_t i = 0; i <= LL_IMPORTS_MOST; i++)
        ll_buffer_add_format(&text, "import { A%u } from './a'\n", i);
    ll_buffer_add_cstring(&text, lesson_of(arena, ""));
    ll_facts *facts = facts_of(arena, NULL, text_of(&text));
    ll_view last = ll_arena_format(arena, "A%u", LL_IMPORTS_MOST - 1);
    ll_view past = ll_arena_format(arena, "A%u", LL_IMPORTS_MOST);
    assert_view(ll_facts_import(facts, last), "./a");
    assert_int_equal(ll_facts_import(facts, past).len, 0);
}

/* One file under as many paths as there are numbers of "./a7.tsx". */
static ll_view find_import(const struct ll_surroundings *surroundings, ll_arena *arena,
                           ll_view file, ll_view path) {
    ll_buffer found = {.arena = arena, .most = 10000};
    uint32_t number = 0;
    size_t used = 0;
    (void)surroundings;
    (void)file;
    if (!ll_view_number(ll_view_slice(path, strlen("./a"), path.len), &number, &used))
        return (ll_view){0};
    ll_buffer_add_cstring(&found, LESSONLINT_SOURCE_DIR "/fixtures/row-wrapping--good/parts");
    for (uint32_t i = 0; i <= number; i++)
        ll_buffer_add_cstring(&found, "/.");
    ll_buffer_add_format(&found, "/Glossary.tsx%c", '\0');
    return ll_view_slice(ll_buffer_view(&found), 0, found.len - 1);
}

TEST(files_that_are_looked_for) {
    USE_ARENA;
    ll_facts *facts = facts_of(arena, NULL, lesson_of(arena, ""));
    facts->around.find_import = find_import;
    for (uint32_t i = 0; i < LL_NEIGHBOURS_MOST; i++)
        assert_non_null(ll_facts_neighbour(facts, ll_arena_format(arena, "./a%u", i)));
    assert_null(ll_facts_neighbour(facts, ll_arena_format(arena, "./a%u", LL_NEIGHBOURS_MOST)));
    assert_non_null(ll_facts_neighbour(facts, LL_VIEW("./a0"))); /* is known */
}

TEST(widgets_of_a_lesson) {
    USE_ARENA;
    for (uint32_t widgets = LL_WIDGETS_MOST; widgets <= LL_WIDGETS_MOST + 1; widgets++) {
        ll_buffer text = {.arena = arena, .most = 1 << 20};
        ll_buffer used = {.arena = arena, .most = 1 << 20};
        uint32_t count = 0;
        for (uint32_t i = 0; i < widgets; i++) {
            ll_buffer_add_format(&text, "import { A%u } from './a%u'\n", i, i);
            ll_buffer_add_format(&used, "<A%u/>", i);
        }
        ll_buffer_add_cstring(&text, lesson_of(arena, text_of(&used)));
        ll_facts *facts = facts_of(arena, NULL, text_of(&text));
        facts->around.find_import = find_import;
        ll_facts_widgets(facts, &count);
        assert_int_equal(count, LL_WIDGETS_MOST);
    }
}

/* The card says that it is wrong; it is the 16th element around the equation, or the 17th. */
TEST(elements_around_an_equation) {
    USE_ARENA;
    enum { ASKED = 16, BLOCK_AND_CARD = 2 };
    for (uint32_t past = 0; past < 2; past++) {
        const char *boxes =
            around(arena, ASKED - BLOCK_AND_CARD + past, "<div>", "<p>2 + 2 = 5</p>", "</div>");
        ll_view card = ll_arena_format(arena, "<Card>This is wrong.%s</Card>", boxes);
        assert_int_equal(findings(arena, "arithmetic-wrong", lesson_of(arena, card.ptr)), past);
    }
}

/* The blockquote is the 32nd element that is asked whether somebody says the equation, or the
 * 33rd. The paragraph is the first. */
TEST(elements_around_what_is_said) {
    USE_ARENA;
    enum { ASKED = 32, PARAGRAPH_AND_QUOTE = 2 };
    for (uint32_t past = 0; past < 2; past++) {
        const char *boxes = around(arena, ASKED - PARAGRAPH_AND_QUOTE + past, "<div>",
                                   "<p>2 + 2 = 5</p>", "</div>");
        ll_view quote = ll_arena_format(arena, "<blockquote>%s</blockquote>", boxes);
        assert_int_equal(findings(arena, "arithmetic-wrong", lesson_of(arena, quote.ptr)), past);
    }
}

/* The component draws a blockquote; it has 256 nodes, or one more. */
TEST(nodes_of_a_component_that_quotes) {
    USE_ARENA;
    enum { NODES = 256, WITHOUT_MARKS = 4 }; /* the parameter, the body, the quote, its braces */
    for (uint32_t past = 0; past < 2; past++) {
        ll_view source = ll_arena_format(
            arena, "function Told(p) { return <blockquote>{p.children}%s</blockquote> }\n%s",
            around(arena, NODES - WITHOUT_MARKS + past, "<i/>", "", ""),
            lesson_of(arena, "<Told><p>2 + 2 = 5</p></Told>"));
        ll_facts *facts = facts_of(arena, NULL, source.ptr);
        const ll_tsx_declaration *told = &facts->tsx->declarations.at[0];
        assert_int_equal(told->after_node - told->first_node, NODES + past);
        assert_int_equal(findings(arena, "arithmetic-wrong", source.ptr), past);
    }
}

/* The second review verifies the last finding of the first one: number 1,000 or 1,001. */
TEST(findings_of_a_review_that_others_are_compared_with) {
    USE_ARENA;
    enum { COMPARED = 1000 };
    for (uint32_t past = 0; past < 2; past++) {
        uint32_t last = COMPARED + past - 1;
        ll_buffer plan = {.arena = arena, .most = 1 << 20};
        ll_buffer_add_cstring(&plan, "# L\n\n## Review \xE2\x80\x94 2026-01-01 (Iteration 1/3)\n\n"
                                     "### Findings\n\n");
        for (uint32_t i = 0; i <= last; i++)
            ll_buffer_add_format(&plan, "#### [POLISH] \xE2\x80\x94 Word%u\n\n**Issue:** x\n\n", i);
        ll_buffer_add_format(&plan,
                             "## Review \xE2\x80\x94 2026-01-02 (Iteration 2/3)\n\n"
                             "### Iteration 1 Fix Verification\n\n1. **Word%u (POLISH):** FIXED.\n",
                             last);
        ll_facts *facts = facts_of(arena, text_of(&plan), NULL);
        assert_int_equal(facts->plan->findings.len, last + 1);
        assert_int_equal(facts->plan->verifications.len, 1);
        assert_int_equal(ll_history_finding(facts, 0, 1, 0), past ? LL_HISTORY_NONE : last);
    }
}

/* The Row.Content is the 64th element around the heading, or the 65th. */
TEST(elements_around_a_heading) {
    USE_ARENA;
    enum { UP = 64, CONTENT = 1 };
    for (uint32_t past = 0; past < 2; past++) {
        const char *boxes =
            around(arena, UP - CONTENT + past, "<div>", "<h3>Check: Ice</h3>", "</div>");
        assert_int_equal(findings(arena, "check-answer-visible", lesson_of(arena, boxes)),
                         1 - past);
    }
}

/* The list is gone through once for each Row that names it, until there were too many steps. */
TEST(names_in_braces_are_followed_so_far) {
    USE_ARENA;
    enum { ITEMS = 4000, ROWS = 300 };
    for (uint32_t past = 0; past < 2; past++) {
        ll_buffer list = {.arena = arena, .most = 1 << 20},
                  text = {.arena = arena, .most = 1 << 20};
        for (uint32_t i = 0; i < ITEMS; i++)
            ll_buffer_add_cstring(&list, "<i/>,");
        uint32_t rows = past ? LL_LESSON_STEPS_MOST / ITEMS + 1 : ROWS;
        for (uint32_t i = 0; i < rows; i++)
            ll_buffer_add_cstring(&text, "<Row><SectionHeader title='Check'/>{ALL}</Row>");
        ll_view lesson = ll_arena_format(
            arena, "const ALL = [%s]\nconst L = () => <LessonLayout>%s</LessonLayout>",
            text_of(&list), text_of(&text));
        uint32_t seen = findings(arena, "check-answer-visible", lesson.ptr);
        if (past)
            assert_in_range(seen, 1, rows - 1);
        else
            assert_int_equal(seen, rows);
    }
}

static uint32_t levels_below(const ll_tsx *tsx, const char *prop) {
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        uint32_t levels = 0;
        if (tsx->nodes.at[i].kind != LL_TSX_STRING)
            continue;
        for (uint32_t at = i; at != LL_TSX_NONE; at = tsx->nodes.at[at].parent, levels++)
            if (tsx->nodes.at[at].kind == LL_TSX_ATTRIBUTE &&
                ll_view_equal(ll_tsx_lead(tsx, at), ll_view_of(prop)))
                return levels;
    }
    fail();
    return 0;
}

/* The second text is an item when it lies no more than eight levels below the prop: the string, the
 * braces and brackets around it, and the prop itself. */
TEST(levels_of_a_prop) {
    USE_ARENA;
    enum { LEVELS = 8 };
    static const char words[] = "one two three four five six seven eight nine ten eleven twelve "
                                "thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
    uint32_t seen[2] = {0};
    for (uint32_t brackets = 1; brackets < 2 * LEVELS; brackets++) {
        const char *list =
            around(arena, brackets, "[", ll_arena_format(arena, "'%s'", words).ptr, "]");
        ll_view text = ll_arena_format(arena, "<p>%s</p><StepList items={%s} />", words, list);
        const char *lesson = lesson_of(arena, text.ptr);
        ll_facts *facts = facts_of(arena, NULL, lesson);
        bool near = levels_below(facts->tsx, "items") < LEVELS;
        if (findings(arena, "duplicate-text", lesson) != near)
            fail_msg("%u brackets", brackets);
        seen[near]++;
    }
    assert_true(seen[0] > 0 && seen[1] > 0);
}

TEST(fragments_around_a_text) {
    USE_ARENA;
    enum { FRAGMENTS = 64 };
    for (uint32_t past = 0; past < 2; past++) {
        const char *text = around(arena, FRAGMENTS + past, "<>", "a\n<em>b</em>", "</>");
        ll_view lesson = ll_arena_format(arena, "<p>%s</p>", text);
        assert_int_equal(findings(arena, "glued-inline-text", lesson_of(arena, lesson.ptr)),
                         1 - past);
    }
}

static const char *layout_of(ll_arena *arena, const char *before, const char *inside) {
    return ll_arena_format(arena,
                           "%sexport function L() { return <LessonLayout>%s</LessonLayout> }\n",
                           before, inside)
        .ptr;
}

TEST(elements_between_a_part_and_the_layout) {
    USE_ARENA;
    enum { CLIMBED = 256 };
    for (uint32_t past = 0; past < 2; past++) {
        const char *text =
            around(arena, CLIMBED + past, "<div>", "<Row.Content>a</Row.Content>", "</div>");
        assert_int_equal(findings(arena, "row-structure", layout_of(arena, "", text)), 1 - past);
    }
}

/* C0 returns C1, and so on; the last one returns what has no place in a Row. */
TEST(components_that_are_followed) {
    USE_ARENA;
    enum { FOLLOWED = 64 };
    for (uint32_t past = 0; past < 2; past++) {
        ll_buffer text = {.arena = arena, .most = 1 << 20};
        for (uint32_t i = 0; i + 1 < FOLLOWED + past; i++)
            ll_buffer_add_format(&text, "const C%u = () => <C%u />\n", i, i + 1);
        ll_buffer_add_format(&text, "const C%u = () => <p>a</p>\n", FOLLOWED + past - 1);
        const char *lesson =
            layout_of(arena, text_of(&text), "<Row><Row.Content>a</Row.Content><C0 /></Row>");
        assert_int_equal(findings(arena, "row-structure", lesson), 1 - past);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(imports_of_a_lesson),
        cmocka_unit_test(files_that_are_looked_for),
        cmocka_unit_test(widgets_of_a_lesson),
        cmocka_unit_test(elements_around_an_equation),
        cmocka_unit_test(elements_around_what_is_said),
        cmocka_unit_test(nodes_of_a_component_that_quotes),
        cmocka_unit_test(findings_of_a_review_that_others_are_compared_with),
        cmocka_unit_test(elements_around_a_heading),
        cmocka_unit_test(names_in_braces_are_followed_so_far),
        cmocka_unit_test(levels_of_a_prop),
        cmocka_unit_test(fragments_around_a_text),
        cmocka_unit_test(elements_between_a_part_and_the_layout),
        cmocka_unit_test(components_that_are_followed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
