/* check: what the checks of a lesson's text say of small documents; the common cases are the
 * fixtures of each rule. */
#include <stdio.h>
#include <string.h>

#include "support.h"

#include "check_support.h"

TEST(a_break_between_a_word_and_an_element_glues) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"<p>a\n<em>b</em></p>", 1},
        {"<p>a\r\n<em>b</em></p>", 1},
        {"<p>a\r<em>b</em></p>", 1},
        {"<p>a <em>b</em></p>", 0},
        {"<p>a<em>b</em></p>", 0},
        {"<p>a\n<em></em>\nb</p>", 1},
        {"<p>a\n{/* one */}{/* two */}\nb</p>", 1},
        {"<p>a\n{' '}\n<em>b</em></p>", 0},
        {"<p>a\n{''}\n<em>b</em></p>", 1},
        {"<p>{'a'}\n<em>b</em></p>", 1},
        {"<p>{head}\n<em>b</em></p>", 0},
        {"<p>a\n<em>{head}</em></p>", 0},
        {"<p>a\n<em>\n<strong>\nb</strong></em>\nc</p>", 2},
        {"<p>a\n<InlineMath math=\"x\" />\n<code>b</code></p>", 2},
        {"<p>a\n<code>{' '}b</code></p>", 1}, /* what code is made of is not looked at */
        {"<p>a\n<code> b</code></p>", 0},
        {"<p><code>b </code>\nc</p>", 0},
        {"<p><code>b\n</code>\nc</p>", 1},
        {"<p>a\n</p>", 0},
        {"<p>\n<em>b</em></p>", 0},
    };
    JUDGE_ALL(snippets, shipped(arena, "glued-inline-text"), NULL, lesson_of(arena, text));
}

TEST(signs_decide_whether_a_blank_is_missing) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"<p>a”\n<em>b</em></p>", 1},      {"<p>a]\n<em>b</em></p>", 1},
        {"<p>5%\n<em>b</em></p>", 1},      {"<p>a“\n<em>b</em></p>", 0},
        {"<p>a&quot;\n<em>b</em></p>", 0}, {"<p>a—\n<em>b</em></p>", 0},
        {"<p>a\n<em>“b”</em></p>", 1},     {"<p>a\n<em>(b)</em></p>", 1},
        {"<p>a\n<em>[b]</em></p>", 1},     {"<p>a\n<em>, b</em></p>", 0},
        {"<p>a\n<em>&nbsp;b</em></p>", 0}, {"<p>a&nbsp;\n<em>b</em></p>", 0},
        {"<p>=\n<em>b</em></p>", 0},
    };
    JUDGE_ALL(snippets, shipped(arena, "glued-inline-text"), NULL, lesson_of(arena, text));
}

TEST(what_may_put_elements_apart_is_not_judged) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"<p>a\n<em className=\"font-bold\">b</em></p>", 1},
        {"<p>a\n<em className=\"md:px-2\">b</em></p>", 0},
        {"<p>a\n<em className=\"w-[calc(1px:2)]\">b</em></p>", 0},
        {"<p>a\n<em className={head}>b</em></p>", 0},
        {"<p>a\n<em {...head}>b</em></p>", 0},
        {"<p><em className=\"border\">a</em>\nb</p>", 0},
        {"<p><b className=\"pr-1\"><i>a</i></b>\nb</p>", 0},
        {"<p><b><i className=\"pr-1\">a</i></b>\nb</p>", 0},
        {"<p {...head}>a\n<em>b</em></p>", 0},
        {"<p className=\"lead\">a\n<em>b</em></p>", 1},
        {"<Card>a\n<em>b</em></Card>", 0},
        {"<TipBlock>a\n<em>b</em></TipBlock>", 1},
        {"<p><>a\n<em>b</em></></p>", 1},
        {"<p>{head && <>a\n<em>b</em></>}</p>", 0},
        {"<svg><text>a\n<tspan>b</tspan></text></svg>", 1},
        {"<svg><text>a\n<tspan dx={4}>b</tspan></text></svg>", 0},
        {"<p>a\n<sup>b</sup>\nc</p>", 1},
    };
    JUDGE_ALL(snippets, shipped(arena, "glued-inline-text"), NULL, lesson_of(arena, text));
}

/* The text of the source that the first finding stands at. */
static ll_view place_of(ll_arena *arena, const char *rule, const char *inside) {
    judged *made = judge(arena, shipped(arena, rule), NULL, lesson_of(arena, inside));
    assert_true(made->findings.len > 0);
    ll_range range = made->findings.at[0].range;
    return ll_view_slice(made->check.facts->lesson->source->text, range.offset,
                         range.offset + range.length);
}

TEST(glued_words_stand_at_the_first_of_them) {
    USE_ARENA;
    static const char *const rule = "glued-inline-text";
    assert_view(place_of(arena, rule, "<p>one two&eacute;s\n<em>b</em></p>"), "two&eacute;s");
    assert_view(place_of(arena, rule, "<p>one\ntwo\n<em>b</em></p>"), "two");
    assert_view(place_of(arena, rule, "<p>x <em>two</em>\nb</p>"), "two");
    assert_view(place_of(arena, rule, "<p>x <code>a b</code>\nb</p>"), "<code>a b</code>");
    assert_view(place_of(arena, rule, "<p><InlineMath\n  math=\"a\"\n  />\nb</p>"), "/>");
    judged *made = judge(arena, shipped(arena, rule), NULL,
                         lesson_of(arena, "<p>We are seeing\n<em>what</em> is there</p>"));
    assert_view(made->findings.at[0].message, "JSX drops the line break here, so the words run "
                                              "together: “We are seeingwhat is there”");
    assert_int_equal(made->check.outcome.checked, 2);
}

TEST(the_rarer_spelling_is_reported_once) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"<p>a&mdash;b—c</p>", 1},
        {"<p>a&mdash;b&mdash;c—d—e</p>", 1},
        {"<p>a&mdash;b</p>", 0},
        {"<p>a—b {'c—d'} <b title=\"e&mdash;f\">g—h</b></p>", 0},
        {"<p>a&#8212;b—c&#x2014;d</p>", 0},
    };
    ll_rule *rule = shipped(arena, "dash-encoding-mixed");
    JUDGE_ALL(snippets, rule, NULL, lesson_of(arena, text));
    judged *made =
        judge(arena, rule, NULL, lesson_of(arena, "<p>a&mdash;b—c&mdash;d</p><p>e—f—g</p>"));
    assert_view(made->findings.at[0].message,
                "an em dash as `&mdash;`; others in this file are `—` (3 in all)");
    assert_int_equal(made->check.outcome.checked, 5);
    assert_view(place_of(arena, "dash-encoding-mixed", "<p>a—b&mdash;c</p>"), "—");
}

TEST(an_apostrophe_stands_in_a_word) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"<p>it&apos;s, it&rsquo;s</p>", 1},
        {"<p><code>a</code>&apos;s, it&rsquo;s</p>", 1},
        {"<p>(x)&apos;s, it&rsquo;s</p>", 1},
        {"<p>&apos;tis, it&rsquo;s</p>", 0},
        {"<p>it&apos;s, &lsquo;it&rsquo; s</p>", 0},
        {"<p>students&rsquo; it&apos;s</p>", 0},
        {"<p>it&apos;</p><p>s&rsquo;s</p>", 0},
        {"<p>it&#39;s, it&rsquo;s</p>", 1},
        {"<p>it&#x27;s, it&#8217;s</p>", 1},
        {"<p>it&#39;s, it&#x27;s, it&apos;s</p>", 0},
        {"<p>it&#8217;s, it&#x2019;s, it&rsquo;s</p>", 0},
        {"<p>it’s, it&apos;s</p>", 0},
    };
    JUDGE_ALL(snippets, shipped(arena, "apostrophe-encoding-mixed"), NULL, lesson_of(arena, text));
}

TEST(words_of_the_plan_are_taken_for_ordinary_ones) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"<p>Now DEVELOPED.</p>", 1},
        {"<p>a—INTRODUCED—b</p>", 1},
        {"<p>ÜMENTIONED, MENTIONEDÜ, MENTIONED_AT</p>", 0},
        {"<p>STRETCH lessons, BUILD DEPTH</p>", 2},
        {"<p>a STRETCH of this whole lesson</p>", 0}, /* more than three words away */
        {"<p>a STRETCH whole long lesson</p>", 1},
        {"<p>a STRETCH whole long good lesson</p>", 0},
        {"<p>a STRETCH, lesson</p>", 0},
        {"<p>the lesson type is BUILD</p>", 1},
        {"<p>the lesson and its BUILD</p>", 0},
        {"<p>the phase. BUILD it</p>", 0},
        {"<p>STRETCH LOAD</p>", 1},
        {"<p>CONCEPTS ARE DEVELOPED HERE</p>", 0},
        {"<p>BUILD</p>", 0}, /* alone, but no title */
        {"<h4>BUILD</h4>", 1},
        {"<X nextTitle=\"BUILD\" subtitle=\"BUILD\" />", 1},
        {"<X items={[{ headline: 'BUILD', text: 'BUILD' }]} />", 1},
        {"<X title={`BUILD`} label={'BUILD'} />", 1},
    };
    JUDGE_ALL(snippets, shipped(arena, "authoring-jargon"), NULL, lesson_of(arena, text));
}

TEST(words_of_the_plan_are_an_option) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"<p>Now DEVELOPED.</p>", 0},
        {"<p>Now KNOWN.</p>", 1},
        {"<p>the BUILD lesson</p>", 1},
    };
    static const ll_view items[] = {LL_VIEW_INIT("KNOWN"), {0}};
    ll_rule *rule = shipped(arena, "authoring-jargon");
    ll_rule_option *option = LL_ARENA_NEW(arena, ll_rule_option);
    *option = rule->options[0];
    option->value.items = items;
    option->value.item_count = 2;
    rule->options = option;
    JUDGE_ALL(snippets, rule, NULL, lesson_of(arena, text));
}

TEST(lessons_are_counted_backwards) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"<p>1 lesson ago, ONE Lesson Ago, twelve lessons\nago</p>", 3},
        {"<p>thirteen lessons ago, 2a lessons ago, no lessons ago</p>", 0},
        {"<p>two, lessons ago; two lessons, ago; two lessons agony</p>", 0},
        {"<p>last 1 lesson, the very last two lessons</p>", 2},
        {"<p>at last, two lessons</p>", 0},
        {"<p>two</p><p>lessons ago</p>", 0},
        {"<p>TWO LESSONS AGO, two LeSsons ago</p>", 0},
    };
    JUDGE_ALL(snippets, shipped(arena, "lesson-distance"), NULL, lesson_of(arena, text));
    judged *made = judge(arena, shipped(arena, "lesson-distance"), NULL,
                         lesson_of(arena, "<p>two lessons ago, the last two lessons</p>"));
    assert_int_equal(made->findings.at[0].confidence, LL_CONFIDENCE_EXACT);
    assert_int_equal(made->findings.at[1].confidence, LL_CONFIDENCE_VERIFY);
    assert_view(made->findings.at[1].message, "“last two lessons” counts lessons; the name of the "
                                              "lesson is enough");
}

TEST(lessons_have_titles) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"<h2>Lesson 3 and Lesson 4</h2>", 2},
        {"<h2>Back to Lesson 3</h2>", 1},
        {"<h2>Lesson 3 to Lesson 18</h2>", 0},
        {"<h2>Lesson 3 – 5, Lesson 3—Loops, Lesson 3 - Loops, Lesson 3: Loops</h2>", 0},
        {"<h2>Lesson 3: (1.2.3)</h2>", 1},
        {"<h2>Lesson 3, Loops</h2>", 1},
        {"<h2>Lesson three, Lesson 3rd</h2>", 0},
        {"<h2>(1.2.3) (1.2.345) (1.2.3.4) (1.2) (1..3) (1.2.3</h2>", 1},
        {"<p>Lesson 3</p>", 0},
        {"<h2>A lesson 3 times a week</h2>", 0},
        {"<h2>Needs torch (2.3.1) or later</h2>", 0},
        {"<h2>As in (1.2.3), the lesson (1.2.3), Order (1.2.3)</h2>", 3},
        {"<ModuleCompleteBlock title=\"Lesson 3\" />", 0},
    };
    JUDGE_ALL(snippets, shipped(arena, "lesson-number"), NULL, lesson_of(arena, text));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_break_between_a_word_and_an_element_glues),
        cmocka_unit_test(signs_decide_whether_a_blank_is_missing),
        cmocka_unit_test(what_may_put_elements_apart_is_not_judged),
        cmocka_unit_test(glued_words_stand_at_the_first_of_them),
        cmocka_unit_test(the_rarer_spelling_is_reported_once),
        cmocka_unit_test(an_apostrophe_stands_in_a_word),
        cmocka_unit_test(words_of_the_plan_are_taken_for_ordinary_ones),
        cmocka_unit_test(words_of_the_plan_are_an_option),
        cmocka_unit_test(lessons_are_counted_backwards),
        cmocka_unit_test(lessons_have_titles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
