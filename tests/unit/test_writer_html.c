/* writer: the pages of the format `html`. */
#include <stdio.h>

#include "support.h"

#include "made_result.h"
#include "review/history.h"
#include "writer/html.h"

static ll_buffer buffer_in(ll_arena *arena) {
    return (ll_buffer){.arena = arena, .most = LL_WRITER_MOST};
}

static ll_view escaped(ll_arena *arena, ll_view text) {
    ll_buffer out = buffer_in(arena);
    LL_HTML(&out, "%v", text);
    return ll_buffer_view(&out);
}

static ll_view rich(ll_arena *arena, const char *text) {
    ll_buffer out = buffer_in(arena);
    LL_HTML(&out, "%r", ll_view_of(text));
    return ll_buffer_view(&out);
}

TEST(markup_takes_texts_and_numbers) {
    USE_ARENA;
    ll_buffer out = buffer_in(arena);
    LL_HTML(&out, "<a href=\"#%s\" width=\"100%%\">%v</a> %u", "x\"y", LL_VIEW("a<b"), 4294967295u);
    assert_view(ll_buffer_view(&out), "<a href=\"#x&quot;y\" width=\"100%\">a&lt;b</a> 4294967295");
    LL_HTML(&out, "%v", (ll_view){0});
    LL_HTML(&out, "%u%%", 7u);
    assert_true(ll_view_ends(ll_buffer_view(&out), LL_VIEW("42949672957%")));
}

TEST(every_sign_of_markup_is_escaped) {
    USE_ARENA;
    assert_view(escaped(arena, LL_VIEW("</script><!--&amp;\"'>")),
                "&lt;/script&gt;&lt;!--&amp;amp;&quot;&#39;&gt;");
    assert_view(escaped(arena, LL_VIEW("Größe 漢字 😀")), "Größe 漢字 😀");
    assert_view(escaped(arena, LL_VIEW("50%v %s")), "50%v %s");
}

/* What an HTML document may not hold: https://html.spec.whatwg.org/#preprocessing-the-input-stream
 */
TEST(what_no_page_may_hold_is_replaced) {
    USE_ARENA;
    static const struct {
        ll_view text;
        const char *expected;
    } cases[] = {
        {LL_VIEW_INIT("a\0b"), "a\xEF\xBF\xBD"
                               "b"},
        {LL_VIEW_INIT("a\x1b[2Jb"), "a\xEF\xBF\xBD[2Jb"},
        {LL_VIEW_INIT("a\x7f"), "a\xEF\xBF\xBD"},
        {LL_VIEW_INIT("a\xC2\x85"), "a\xEF\xBF\xBD"},         /* U+0085 */
        {LL_VIEW_INIT("a\xEF\xBF\xBE"), "a\xEF\xBF\xBD"},     /* U+FFFE */
        {LL_VIEW_INIT("a\xEF\xB7\x90"), "a\xEF\xBF\xBD"},     /* U+FDD0 */
        {LL_VIEW_INIT("a\xF0\x9F\xBF\xBF"), "a\xEF\xBF\xBD"}, /* U+1FFFF */
        {LL_VIEW_INIT("a\xFF"
                      "b"),
         "a\xEF\xBF\xBD"
         "b"},
        {LL_VIEW_INIT("a\xE2\x82"), "a\xEF\xBF\xBD\xEF\xBF\xBD"},
        {LL_VIEW_INIT("a\r\nb\fc"), "a  b c"},
        {LL_VIEW_INIT("a\tb"), "a\tb"},
        {LL_VIEW_INIT("\xEF\xBF\xBC\xEF\xBF\xBD"), "\xEF\xBF\xBC\xEF\xBF\xBD"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_view(escaped(arena, cases[i].text), cases[i].expected);
}

TEST(marks_of_direction_are_shown) {
    USE_ARENA;
    assert_view(escaped(arena, LL_VIEW("a\xE2\x80\xAE"
                                       "b\xE2\x81\xA6"
                                       "c\xE2\x81\xA9")),
                "a[U+202E]b[U+2066]c[U+2069]");
}

TEST(code_between_ticks_becomes_an_element) {
    USE_ARENA;
    assert_view(rich(arena, "Add `<Row>` here"), "Add <code>&lt;Row&gt;</code> here");
    assert_view(rich(arena, "``a ` b`` c"), "<code>a ` b</code> c");
    assert_view(rich(arena, "one ` tick"), "one ` tick");
    assert_view(rich(arena, "`` two ` three"), "`` two ` three");
    assert_view(rich(arena, "`a` & `b`"), "<code>a</code> &amp; <code>b</code>");
    assert_view(rich(arena, ""), "");
}

/* --- excerpts ----------------------------------------------------------------------------------
 */

static ll_view excerpt(ll_arena *arena, const char *lesson, uint32_t offset, uint32_t length,
                       uint32_t context) {
    ll_buffer out = buffer_in(arena);
    ll_html on = {.out = &out, .arena = arena, .result = made_result(arena, NULL, lesson)};
    ll_range range = {LL_DOCUMENT_LESSON, offset, length};
    ll_html_excerpt(&on, &range, context);
    return ll_buffer_view(&out);
}

TEST(an_excerpt_marks_its_place) {
    USE_ARENA;
    ll_view text = excerpt(arena, "one\n  <two & three>\nfour\nfive\n", 12, 5, 1);
    assert_view(text, "<pre class=\"source\">"
                      "<span class=\"line\"><span class=\"no\">1</span> <span>one</span></span>\n"
                      "<span class=\"line hit\"><span class=\"no\">2</span> <span>  &lt;two "
                      "&amp;<mark> thre</mark>e&gt;</span></span>\n"
                      "<span class=\"line\"><span class=\"no\">3</span> <span>four</span></span>\n"
                      "</pre>\n");
}

TEST(an_excerpt_leaves_out_what_all_lines_begin_with) {
    USE_ARENA;
    ll_view text = excerpt(arena, "\t\ta\n\n\t\t\tbcd\n", 9, 1, 2);
    assert_holds(text, "<span>a</span>");
    assert_holds(text, "<span>\tb<mark>c</mark>d</span>");
}

TEST(a_whole_line_is_not_marked) {
    USE_ARENA;
    ll_view text = excerpt(arena, "one\n  two\n", 6, 3, 0);
    assert_holds(text, "class=\"line hit\"");
    assert_lacks(text, "<mark>");
}

TEST(a_place_of_no_length_is_a_point) {
    USE_ARENA;
    assert_holds(excerpt(arena, "one\n", 2, 0, 0), "<span>on<mark></mark>e</span>");
    assert_holds(excerpt(arena, "one\n", 3, 0, 0), "<span>one<mark></mark></span>");
    assert_view(excerpt(arena, "\n\n", 1, 0, 0), "");
    assert_view(excerpt(arena, "", 0, 0, 1), "");
}

TEST(a_long_place_is_cut_after_some_lines) {
    USE_ARENA;
    ll_view text = excerpt(arena, "a\nb\nc\nd\ne\nf\ng\n", 2, 10, 1);
    assert_holds(text, ">1</span> <span>a<");
    assert_holds(text, ">5</span> <span>e<");
    assert_lacks(text, ">6</span>");
    assert_holds(text, "… up to line 6<");
}

TEST(a_long_line_is_cut_around_the_place) {
    USE_ARENA;
    char line[4096];
    memset(line, 'x', sizeof line - 1);
    line[sizeof line - 1] = '\0';
    memcpy(line + 2998, "ä", 2);
    memcpy(line + 3000, "here", 4);
    ll_view text = excerpt(arena, line, 3000, 4, 0);
    assert_holds(text, "<span>…xxx");
    assert_holds(text, "ä<mark>here</mark>xxx");
    assert_holds(text, "xxx…</span>");
    assert_true(text.len < 700);
}

/* --- the page ----------------------------------------------------------------------------------
 */

static ll_review *made_review(ll_arena *arena, const ll_result *result) {
    static const ll_review_options plain = {0};
    ll_review *review = ll_review_make(arena, result, &plain);
    ll_review_look_back(review, arena, &(ll_next_review){.iteration = 2, .total = 3});
    return review;
}

static ll_view page_of(ll_arena *arena, const ll_review *review, size_t pairs) {
    const ll_writer *writer = ll_writer_find(LL_VIEW("html"));
    ll_writer_options options = {.date = LL_VIEW_INIT("2026-02-14"), .pairs = pairs};
    ll_totals totals = {.pairs = (uint32_t)pairs};
    ll_buffer out = buffer_in(arena);
    writer->begin(&out, &options);
    for (size_t i = 0; i < pairs; i++)
        writer->entry(&out, &options, review, i);
    for (size_t i = 0; i < pairs; i++)
        writer->pair(&out, &options, review, i);
    writer->end(&out, &options, &totals);
    return ll_buffer_view(&out);
}

static uint32_t count_of(ll_view text, const char *part) {
    uint32_t count = 0;
    for (size_t at = 0; (at = ll_view_find(text, ll_view_of(part), at)) != LL_VIEW_NONE; at++)
        count++;
    return count;
}

static ll_result *sample(ll_arena *arena, uint32_t polish) {
    ll_result *result = made_result(arena, "# Plan\n\nfirst line\n", "alpha\nbeta gamma\n");
    result->slug = LL_VIEW("a-slug");
    ll_finding *beta = add_finding(arena, result, RULE_BETA, LL_DOCUMENT_PLAN, 8, 5);
    beta->section = LL_VIEW("Plan \"<1>\"");
    beta->related = (ll_related){{LL_DOCUMENT_LESSON, 6, 4}, LL_VIEW("see `beta`")};
    for (uint32_t i = 0; i < polish; i++)
        add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_LESSON, i % 5, 1);
    make_hint(result, add_finding(arena, result, RULE_ALPHA, LL_DOCUMENT_LESSON, 6, 4));
    return result;
}

TEST(a_page_of_one_pair) {
    USE_ARENA;
    ll_view page = page_of(arena, made_review(arena, sample(arena, 1)), 1);
    assert_true(ll_view_starts(page, LL_VIEW("<!DOCTYPE html>\n<html lang=\"en\">\n")));
    assert_true(ll_view_ends(page, LL_VIEW("</html>\n")));
    assert_holds(page, "<title>a-slug: NEEDS REVISION</title>");
    assert_holds(page, "<h1>a-slug</h1>");
    assert_holds(page, "Iteration 2 of 3, 2026-02-14");
    assert_holds(page, "<li class=\"none\"><b>0</b> Critical</li>");
    assert_holds(page, "<li class=\"improvement\"><b>1</b> Improvement</li>");
    assert_holds(page, "<article class=\"finding improvement\" data-rule=\"beta\">\n<h3><span "
                       "class=\"sign\">Improvement</span> Beta &lt;b&gt; and "
                       "<code>&lt;c&gt;</code> <code class=\"rule\">beta</code></h3>");
    assert_holds(page, "a/plan.md</span>, line 3, in <span class=\"name\">“Plan &quot;&lt;1&gt;"
                       "&quot;”</span>");
    assert_holds(page, "lesson.tsx</span>, line 2: see <code>beta</code></p>");
    assert_holds(page, "<article class=\"finding verify\" data-rule=\"alpha\">");
    assert_lacks(page, "class=\"index\"");
    assert_lacks(page, "<details>");
    assert_lacks(page, "id=\"p1-history\"");
    assert_lacks(page, "id=\"p1-outline\"");
}

TEST(many_places_are_opened_by_the_reader) {
    USE_ARENA;
    ll_view page = page_of(arena, made_review(arena, sample(arena, 5)), 1);
    assert_lacks(page, "<details>");
    page = page_of(arena, made_review(arena, sample(arena, 6)), 1);
    assert_holds(page, "<details><summary>2 more places</summary>");
}

TEST(findings_that_are_not_listed_are_counted) {
    USE_ARENA;
    ll_result *result = sample(arena, 1);
    result->outcomes[RULE_BETA].left_out[LL_SEVERITY_IMPROVEMENT] = 20;
    ll_view page = page_of(arena, made_review(arena, result), 1);
    assert_holds(page, "<p>And 20 more of <code>beta</code>.</p>");
    assert_holds(page, "Improvement (21)</span>");
}

TEST(several_pairs_have_a_list_at_the_top) {
    USE_ARENA;
    ll_view page = page_of(arena, made_review(arena, sample(arena, 1)), 3);
    assert_holds(page, "<title>3 reviews</title>");
    assert_holds(page, "<h1>3 reviews</h1>");
    assert_int_equal(count_of(page, "<h1>"), 1);
    assert_int_equal(count_of(page, "<h2>a-slug</h2>"), 3);
    for (unsigned i = 1; i <= 3; i++) {
        ll_view entry = ll_arena_format(arena, "<a href=\"#p%u\">a-slug</a>", i);
        ll_view section = ll_arena_format(arena, "<section class=\"pair\" id=\"p%u\">", i);
        assert_holds(page, entry.ptr);
        assert_holds(page, section.ptr);
        assert_true(ll_view_find(page, entry, 0) < ll_view_find(page, LL_VIEW("id=\"p1\""), 0));
    }
    assert_int_equal(count_of(page, "<!DOCTYPE"), 1);
    assert_int_equal(count_of(page, "</html>"), 1);
    assert_holds(page, "0 critical, 1 improvement, 1 polish, 1 to verify");
}

/* --- history -----------------------------------------------------------------------------------
 */

static const char REVIEWED[] =
    "# Plan\n\n**Slug:** a-slug\n\n---\n\n## Review — 2026-01-02 (Iteration 1/3)\n\n### Summary\n"
    "- Critical: 1\n- Improvement: 2\n- Polish: 0\n\n### Verdict: MAJOR REVISION\n\n"
    "### Findings\n\n#### [CRITICAL] — A\n\n**Issue:** x\n\n#### [IMPROVEMENT] — B\n\n**Issue:** "
    "y\n\n"
    "#### [IMPROVEMENT] — C\n\n**Issue:** z\n\n---\n\n"
    "## Review — 2026-01-03 (Iteration 2/3)\n\n### Summary\n- Critical: 0\n- Improvement: 1\n"
    "- Polish: 0\n\n### Verdict: NEEDS REVISION\n\n### Iteration 1 Fix Verification\n\n"
    "1. **A (CRITICAL):** FIXED. Yes.\n2. **B (IMPROVEMENT):** NOT FIXED. See below.\n"
    "3. **C (IMPROVEMENT):** FIXED. Yes.\n\n### Findings\n\n"
    "#### [IMPROVEMENT] — B (carried from iteration 1)\n\n**Issue:** y\n";

TEST(earlier_reviews_are_a_chart_and_a_table) {
    USE_ARENA;
    ll_error error = {0};
    ll_plan *plan = NULL;
    ll_result *result = made_result(arena, REVIEWED, "alpha\n");
    add_finding(arena, result, RULE_BETA, LL_DOCUMENT_LESSON, 0, 5);
    assert_int_equal(ll_plan_parse(&plan, arena, result->facts->sources[LL_DOCUMENT_PLAN],
                                   &ll_vocabulary_default, &error),
                     LL_OK);
    result->facts->plan = plan;
    ll_view page = page_of(arena, made_review(arena, result), 1);
    assert_holds(page, "<th scope=\"row\">1/3 <span class=\"date\">2026-01-02</span></th><td>"
                       "<span class=\"nowrap\">1 critical</span>, <span class=\"nowrap\">2 "
                       "improvement</span></td><td>–</td><td>MAJOR REVISION</td>");
    assert_holds(page, "<th scope=\"row\">2/3 <span class=\"date\">2026-01-03</span></th><td>"
                       "<span class=\"nowrap\">1 improvement</span> (1 carried)</td><td>"
                       "<span class=\"nowrap\">2 fixed</span>, <span class=\"nowrap\">1 not "
                       "fixed</span></td><td>NEEDS REVISION</td>");
    assert_holds(page,
                 "<th scope=\"row\">now <span class=\"date\">2026-02-14</span></th><td>"
                 "<span class=\"nowrap\">1 improvement</span></td><td><span class=\"nowrap\">1 "
                 "for a reviewer</span></td><td>NEEDS REVISION</td>");
    assert_holds(page, "<h3 class=\"sub\">What became of iteration 2</h3>");
    assert_holds(page, "<tr class=\"improvement\"><th scope=\"row\"><span class=\"sign\">"
                       "Improvement</span> B</th><td><span class=\"state\">NEEDS A "
                       "REVIEWER</span>");
    /* Bars: three findings of 16 pixels above the line, three below. */
    assert_holds(page, "<rect class=\"critical\" x=\"14\" y=\"18\" width=\"56\" height=\"15\"/>"
                       "<text class=\"in\" x=\"42\" y=\"30\">1 crit.</text>");
    assert_holds(page,
                 "<rect class=\"improvement\" x=\"14\" y=\"34\" width=\"56\" height=\"31\"/>");
    assert_holds(page, "<rect class=\"fixed\" x=\"84\" y=\"67\" width=\"56\" height=\"31\"/>");
    assert_holds(page, "<rect class=\"open\" x=\"84\" y=\"99\" width=\"56\" height=\"15\"/>");
}

TEST(only_the_latest_reviews_have_bars) {
    USE_ARENA;
    ll_error error = {0};
    ll_plan *plan = NULL;
    ll_buffer text = buffer_in(arena);
    ll_buffer_add_cstring(&text, "# Plan\n");
    for (unsigned i = 1; i <= 30; i++)
        ll_buffer_add_format(&text,
                             "\n---\n\n## Review — 2026-01-02 (Iteration %u/30)\n\n### Summary\n"
                             "- Critical: 0\n- Improvement: 0\n- Polish: 1\n",
                             i);
    ll_buffer_add_byte(&text, '\0');
    ll_result *result = made_result(arena, ll_buffer_view(&text).ptr, "alpha\n");
    assert_int_equal(ll_plan_parse(&plan, arena, result->facts->sources[LL_DOCUMENT_PLAN],
                                   &ll_vocabulary_default, &error),
                     LL_OK);
    assert_int_equal(plan->reviews.len, 30);
    result->facts->plan = plan;
    ll_view page = page_of(arena, made_review(arena, result), 1);
    assert_int_equal(count_of(page, "<rect class=\"polish\""), 11);
    assert_holds(page, "\">20/30</text>");
    assert_lacks(page, "\">19/30</text>");
    assert_holds(page, "\">now</text>");
    assert_holds(page, "<th scope=\"row\">1/30 ");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_takes_texts_and_numbers),
        cmocka_unit_test(every_sign_of_markup_is_escaped),
        cmocka_unit_test(what_no_page_may_hold_is_replaced),
        cmocka_unit_test(marks_of_direction_are_shown),
        cmocka_unit_test(code_between_ticks_becomes_an_element),
        cmocka_unit_test(an_excerpt_marks_its_place),
        cmocka_unit_test(an_excerpt_leaves_out_what_all_lines_begin_with),
        cmocka_unit_test(a_whole_line_is_not_marked),
        cmocka_unit_test(a_place_of_no_length_is_a_point),
        cmocka_unit_test(a_long_place_is_cut_after_some_lines),
        cmocka_unit_test(a_long_line_is_cut_around_the_place),
        cmocka_unit_test(a_page_of_one_pair),
        cmocka_unit_test(many_places_are_opened_by_the_reader),
        cmocka_unit_test(findings_that_are_not_listed_are_counted),
        cmocka_unit_test(several_pairs_have_a_list_at_the_top),
        cmocka_unit_test(earlier_reviews_are_a_chart_and_a_table),
        cmocka_unit_test(only_the_latest_reviews_have_bars),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
