/* engine: the edits that rules offer, by what the documents are with them. */
#include <stdio.h>

#include "support.h"

#include "pair.h"

#include "engine/engine.h"

enum { NOT_MENDED = 2 };

/* What a rule makes of a document: of `text`, the inside of a Row for lessons. NULL as `mended`
 * when it offers nothing. */
typedef struct mend {
    const char *rule, *text, *mended;
    int safety; /* an ll_safety */
} mend;

static ll_result *lint(ll_arena *arena, const ll_rule_set *rules, const char *id, const char *plan,
                       const char *lesson) {
    ll_rule_setting *settings = LL_ARENA_ARRAY(arena, ll_rule_setting, rules->len);
    for (uint32_t i = 0; i < rules->len; i++)
        settings[i].off = !ll_view_equal(rules->at[i]->id, ll_view_of(id));
    ll_engine *engine = ll_engine_new(arena, rules, &ll_vocabulary_default, false);
    ll_result *result = NULL;
    ll_error error = {0};
    ll_status status =
        ll_engine_run(engine, arena, source_of(arena, "plan.md", plan),
                      source_of(arena, "lesson.tsx", lesson), settings, &result, &error);
    if (status != LL_OK)
        fail_msg("%s", error.text);
    return result;
}

/* The document with the edits of all findings; `*safety` is that of the last, NOT_MENDED without.
 */
static ll_view mended(ll_arena *arena, const ll_result *result, int *safety) {
    const ll_source *source = result->facts->sources[LL_DOCUMENT_LESSON];
    if (!source)
        source = result->facts->sources[LL_DOCUMENT_PLAN];
    ll_buffer out = {.arena = arena, .most = 1 << 20};
    size_t at = 0;
    *safety = NOT_MENDED;
    for (uint32_t i = 0; i < result->findings.len; i++) {
        const ll_edits *edits = &result->findings.at[i].edits;
        for (uint32_t k = 0; k < edits->len; k++) {
            const ll_edit *edit = &edits->at[k];
            ll_buffer_add(&out, ll_view_slice(source->text, at, edit->offset));
            ll_buffer_add(&out, edit->text);
            at = edit->offset + edit->length;
            *safety = (int)edit->safety;
        }
    }
    ll_buffer_add(&out, ll_view_slice(source->text, at, source->text.len));
    return ll_buffer_view(&out);
}

#define BEFORE                                                                                     \
    "import { LessonLink } from '@/lesson'\n"                                                      \
    "export function L({ head }) { return <LessonLayout><Row><Row.Content>\n"
#define BEHIND "\n</Row.Content></Row></LessonLayout> }\n"

static const char *lesson_with(ll_arena *arena, const char *inside) {
    return ll_arena_format(arena, "%s%s%s", BEFORE, inside, BEHIND).ptr;
}

static void check_mend(ll_arena *arena, const ll_rule_set *rules, const mend *one) {
    int safety;
    ll_result *result = lint(arena, rules, one->rule, NULL, lesson_with(arena, one->text));
    ll_view seen = mended(arena, result, &safety);
    const char *wanted = lesson_with(arena, one->mended ? one->mended : one->text);
    if (result->findings.len == 0)
        fail_msg("%s finds nothing in %s", one->rule, one->text);
    if (!ll_view_equal(seen, ll_view_of(wanted)))
        fail_msg("%s:\n%.*s\nnot\n%s", one->rule, LL_VIEW_ARG(seen), wanted);
    int as_wanted = one->mended ? one->safety : NOT_MENDED;
    if (safety != as_wanted)
        fail_msg("%s: %s is of safety %d", one->rule, one->text, safety);
}

#define CHECK_ALL(mends)                                                                           \
    const ll_rule_set rules = ll_rules_shipped(arena);                                             \
    for (size_t i = 0; i < sizeof(mends) / sizeof *(mends); i++)                                   \
    check_mend(arena, &rules, &(mends)[i])

enum { SAFE = LL_SAFETY_SAFE, ASK = LL_SAFETY_UNSAFE };

TEST(blanks_beside_a_dash_go) {
    USE_ARENA;
    static const char spacing[] = "em-dash-spacing";
    static const mend mends[] = {
        {spacing, "<p>one &mdash; two</p>", "<p>one&mdash;two</p>", SAFE},
        {spacing, "<p>one \xE2\x80\x94 two</p>", "<p>one\xE2\x80\x94two</p>", SAFE},
        {spacing, "<p>one &#8212; two&mdash;three</p>", "<p>one&mdash;two&mdash;three</p>", SAFE},
        {spacing, "<p>one&nbsp;&mdash;&ensp;two</p>", "<p>one&mdash;two</p>", SAFE},
        {spacing, "<p>one{' '}&mdash;{\" \"}two</p>", "<p>one&mdash;two</p>", SAFE},
        {spacing, "<p>one{' '}\n  &mdash; two</p>", "<p>one&mdash;two</p>", SAFE},
        {spacing, "<p>one\n  {' '}\n  &mdash; two</p>", "<p>one&mdash;two</p>", SAFE},
        {spacing, "<p>{'one '}&mdash; two</p>", "<p>{'one'}&mdash;two</p>", SAFE},
        {spacing, "<p><b>one </b>&mdash; two</p>", "<p><b>one</b>&mdash;two</p>", SAFE},
        {spacing, "<p><b>one</b> &mdash; <i>two</i></p>", "<p><b>one</b>&mdash;<i>two</i></p>",
         SAFE},
        {spacing, "<p>{['one \xE2\x80\x94 two']}</p>", "<p>{['one\xE2\x80\x94two']}</p>", SAFE},
        {spacing, "<p>{['one \\u2014 two']}</p>", "<p>{['one\xE2\x80\x94two']}</p>", SAFE},
        {spacing, "<A title=\"one &mdash; two\" />", "<A title=\"one\xE2\x80\x94two\" />", SAFE},
        {spacing, "<p>1990 &mdash; two</p>", "<p>1990&mdash;two</p>", ASK},
        {spacing, "<p>one &mdash; -2</p>", "<p>one&mdash;-2</p>", ASK},
        {spacing, "<p>one &minus; &mdash; two</p>", "<p>one &minus;&mdash;two</p>", ASK},
        {spacing, "<p><b className=\"mr-2\">one</b>&mdash; two</p>", NULL, SAFE},
        {spacing, "<p>{[`one\n\xE2\x80\x94 two`]}</p>", NULL, SAFE},
    };
    CHECK_ALL(mends);
}

/* One side of it alone would be worse than none. */
TEST(blanks_of_strings_that_are_put_together_go_on_both_sides) {
    USE_ARENA;
    static const char spacing[] = "em-dash-spacing";
    static const mend mends[] = {
        {spacing, "<p>{['one two ' + '\xE2\x80\x94 three']}</p>",
         "<p>{['one two' + '\xE2\x80\x94three']}</p>", SAFE},
        {spacing, "<p>{['one two \xE2\x80\x94' + ' three']}</p>",
         "<p>{['one two\xE2\x80\x94' + 'three']}</p>", SAFE},
        {spacing, "<p>{['one two  ' +\n'\xE2\x80\x94 three']}</p>",
         "<p>{['one two' +\n'\xE2\x80\x94three']}</p>", SAFE},
        {spacing, "<p>{['one two ' + ' \xE2\x80\x94 three']}</p>",
         "<p>{['one two' + '\xE2\x80\x94three']}</p>", SAFE},
        {spacing, "<p>{[`${head} two ` + '\xE2\x80\x94 three']}</p>",
         "<p>{[`${head} two` + '\xE2\x80\x94three']}</p>", SAFE},
        {spacing, "<p>{['one two\\u00a0' + '\xE2\x80\x94three']}</p>",
         "<p>{['one two' + '\xE2\x80\x94three']}</p>", SAFE},
        {spacing, "<p>{['one two\xE2\x80\x94' + ' three']}</p>",
         "<p>{['one two\xE2\x80\x94' + 'three']}</p>", SAFE},
        {spacing, "<p>{['one two' + '\xE2\x80\x94 three']}</p>",
         "<p>{['one two' + '\xE2\x80\x94three']}</p>", SAFE},
        {spacing, "<p>{[head + '\xE2\x80\x94 three']}</p>", "<p>{[head + '\xE2\x80\x94three']}</p>",
         ASK},
        {spacing, "<p>{[head + ' \xE2\x80\x94 three']}</p>",
         "<p>{[head + '\xE2\x80\x94three']}</p>", SAFE},
        {spacing, "<p>{[`two ${head}` + '\xE2\x80\x94 three']}</p>",
         "<p>{[`two ${head}` + '\xE2\x80\x94three']}</p>", ASK},
        {spacing, "<p>{['one two' + ' ' + '\xE2\x80\x94 three']}</p>", NULL, SAFE},
        {spacing, "<p>{[`one two\n` + '\xE2\x80\x94 three']}</p>",
         "<p>{[`one two\n` + '\xE2\x80\x94three']}</p>", ASK},
        {spacing, "<p>{['one two \xE2\x80\x94' + ' three'.trim()]}</p>",
         "<p>{['one two\xE2\x80\x94' + ' three'.trim()]}</p>", ASK},
    };
    CHECK_ALL(mends);
}

/* What the program compares, looks up or cuts at would be changed on one side alone. */
TEST(texts_that_the_program_looks_at_are_not_safe_to_mend) {
    USE_ARENA;
    static const char spacing[] = "em-dash-spacing", hyphens[] = "double-hyphen";
    static const char entity[] = "entity-in-string";
    static const mend mends[] = {
        {spacing, "<p>{['one \xE2\x80\x94 two']}</p>{head === 'one \xE2\x80\x94 two'}",
         "<p>{['one\xE2\x80\x94two']}</p>{head === 'one \xE2\x80\x94 two'}", ASK},
        {spacing, "<p>{['one \xE2\x80\x94 two']}</p>{head === 'one \xE2\x80\x94 six'}",
         "<p>{['one\xE2\x80\x94two']}</p>{head === 'one \xE2\x80\x94 six'}", SAFE},
        {spacing, "<p>{['one \xE2\x80\x94 two']}</p>{head === 'one \\u2014 two'}",
         "<p>{['one\xE2\x80\x94two']}</p>{head === 'one \\u2014 two'}", ASK},
        {spacing, "<p>{['one \xE2\x80\x94 two']}</p>{head[`one \xE2\x80\x94 two`]}",
         "<p>{['one\xE2\x80\x94two']}</p>{head[`one \xE2\x80\x94 two`]}", ASK},
        {spacing, "<p>{['one \xE2\x80\x94 two']}</p>{({ 'one \xE2\x80\x94 two': head })[head]}",
         "<p>{['one\xE2\x80\x94two']}</p>{({ 'one \xE2\x80\x94 two': head })[head]}", ASK},
        {spacing, "<p>{['one \xE2\x80\x94 two']}</p>{(head as 'one \xE2\x80\x94 two')}",
         "<p>{['one\xE2\x80\x94two']}</p>{(head as 'one \xE2\x80\x94 two')}", ASK},
        {spacing, "<p>{['one \xE2\x80\x94 two']}</p>{head.split(' \xE2\x80\x94 ')}",
         "<p>{['one\xE2\x80\x94two']}</p>{head.split(' \xE2\x80\x94 ')}", ASK},
        {spacing, "<p>{['one \xE2\x80\x94 two']}</p>{head.split('one ')}",
         "<p>{['one\xE2\x80\x94two']}</p>{head.split('one ')}", SAFE},
        {spacing, "<p>{['one \xE2\x80\x94 two']}</p>{head ?? '\xE2\x80\x94'}",
         "<p>{['one\xE2\x80\x94two']}</p>{head ?? '\xE2\x80\x94'}", SAFE},
        {spacing, "<p>{['one \xE2\x80\x94 two']}</p>{head.split(/\\s\xE2\x80\x94\\s/)}",
         "<p>{['one\xE2\x80\x94two']}</p>{head.split(/\\s\xE2\x80\x94\\s/)}", ASK},
        {spacing, "<p>{['one \xE2\x80\x94 two']}</p><A id=\"one &mdash; two\" />",
         "<p>{['one\xE2\x80\x94two']}</p><A id=\"one &mdash; two\" />", ASK},
        {spacing, "<p>{['one \xE2\x80\x94 two']}</p>{/* one \xE2\x80\x94 two */}",
         "<p>{['one\xE2\x80\x94two']}</p>{/* one \xE2\x80\x94 two */}", SAFE},
        {spacing, "<A title=\"one \xE2\x80\x94 two\" />{head === 'one \xE2\x80\x94 two'}",
         "<A title=\"one\xE2\x80\x94two\" />{head === 'one \xE2\x80\x94 two'}", ASK},
        {spacing, "<option>one &mdash; two</option>{head === 'one \xE2\x80\x94 two'}",
         "<option>one&mdash;two</option>{head === 'one \xE2\x80\x94 two'}", ASK},
        {spacing, "<p>one &mdash; two</p>{head.split(' \xE2\x80\x94 ')}",
         "<p>one&mdash;two</p>{head.split(' \xE2\x80\x94 ')}", SAFE},
        {hyphens, "<p>{['one -- two']}</p>{head === 'one -- two'}",
         "<p>{['one\xE2\x80\x94two']}</p>{head === 'one -- two'}", ASK},
        {hyphens, "<p>{['one -- two']}</p>{head.split(' -- ')}",
         "<p>{['one\xE2\x80\x94two']}</p>{head.split(' -- ')}", ASK},
        {hyphens, "<p>{['one -- two']}</p>{head.split(/ -- /)}",
         "<p>{['one\xE2\x80\x94two']}</p>{head.split(/ -- /)}", ASK},
        {hyphens, "<p>{['one -- two']}</p>{head.split('-')[head--]}",
         "<p>{['one\xE2\x80\x94two']}</p>{head.split('-')[head--]}", SAFE},
        {entity, "<p>{['one &amp; two']}</p>{head.split('&amp;')}",
         "<p>{['one & two']}</p>{head.split('&amp;')}", ASK},
    };
    CHECK_ALL(mends);
}

/* A constant that only code takes stays as it is: what is compared with it may not change. */
TEST(texts_that_a_constant_is_compared_with_are_not_safe_to_mend) {
    USE_ARENA;
    static const struct {
        const char *constant;
        int safety;
    } cases[] = {
        {"const START = 'one \xE2\x80\x94 two'\n", ASK},
        {"const START = 'one \xE2\x80\x94'\n", ASK},
        {"const START = 'six \xE2\x80\x94 two'\n", SAFE},
    };
    const ll_rule_set rules = ll_rules_shipped(arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view lesson = ll_arena_format(
            arena, "const STEPS = [{ label: 'one \xE2\x80\x94 two', v: 1 }]\n%s%s",
            cases[i].constant, lesson_with(arena, "<p>{STEPS.find((s) => find(s, START)).v}</p>"));
        ll_result *result = lint(arena, &rules, "em-dash-spacing", NULL, lesson.ptr);
        int safety;
        (void)mended(arena, result, &safety);
        assert_int_equal(result->findings.len, 1);
        assert_int_equal(safety, cases[i].safety);
    }
}

/* Each of seven edits is looked for in the eight megabytes that nobody sees, and no more. */
TEST(what_is_looked_through_for_edits_has_a_limit) {
    USE_ARENA;
    ll_buffer text = {.arena = arena, .most = 10 << 20};
    ll_buffer_add_cstring(&text, "<p className=\"");
    for (int i = 0; i < 8 << 20; i++)
        ll_buffer_add_byte(&text, 'x');
    ll_buffer_add_cstring(&text, "\">a</p>");
    for (int i = 0; i < 8; i++)
        ll_buffer_add_cstring(&text, "<p>{['one \xE2\x80\x94 two']}</p>");
    ll_buffer_add_byte(&text, '\0');
    const ll_rule_set rules = ll_rules_shipped(arena);
    ll_result *result = lint(arena, &rules, "em-dash-spacing", NULL, lesson_with(arena, text.ptr));
    assert_int_equal(result->findings.len, 8);
    for (uint32_t i = 0; i < 8; i++)
        assert_int_equal(result->findings.at[i].edits.at[0].safety, i < 7 ? SAFE : ASK);
}

/* The line behind it grows by one word, and no line by another line. */
TEST(the_word_before_a_broken_line_goes_to_the_next_one) {
    USE_ARENA;
    static const char spacing[] = "em-dash-spacing", wrap[] = "em-dash-line-wrap";
    static const mend mends[] = {
        {wrap, "<p>\n  one two&mdash;\n  three\n</p>", "<p>\n  one\n  two&mdash;three\n</p>", SAFE},
        {wrap, "<p>\n  one two\n  &mdash;three\n</p>", "<p>\n  one\n  two&mdash;three\n</p>", SAFE},
        {wrap, "<p>\r\n  one two&mdash;\r\n  three\r\n</p>",
         "<p>\r\n  one\r\n  two&mdash;three\r\n</p>", SAFE},
        {spacing, "<p>\n  one two &mdash;\n  three\n</p>", "<p>\n  one\n  two&mdash;three\n</p>",
         SAFE},
        /* There is no blank that could become the break. */
        {wrap, "<p>\n  one&mdash;\n  two\n</p>", "<p>\n  one&mdash;two\n</p>", SAFE},
        {wrap, "<p>\n  <b>one</b> two&mdash;\n  three\n</p>",
         "<p>\n  <b>one</b> two&mdash;three\n</p>", SAFE},
        {wrap, "<p>\n  one  two&mdash;\n  three\n</p>", "<p>\n  one  two&mdash;three\n</p>", SAFE},
        {wrap, "<p>\n  one two&mdash;\n\n  three\n</p>", "<p>\n  one two&mdash;three\n</p>", SAFE},
        {wrap, "<p>{[`one\xE2\x80\x94\ntwo`]}</p>", NULL, SAFE},
        {wrap, "<p>{`one\xE2\x80\x94\ntwo`}</p>", NULL, SAFE},
    };
    CHECK_ALL(mends);
}

TEST(a_dash_is_written_as_the_file_writes_most_of_them) {
    USE_ARENA;
    static const char hyphens[] = "double-hyphen", mixed[] = "dash-encoding-mixed";
    static const mend mends[] = {
        {hyphens, "<p>one -- two</p>", "<p>one&mdash;two</p>", SAFE},
        {hyphens, "<p>one -- two\xE2\x80\x94three</p>",
         "<p>one\xE2\x80\x94two\xE2\x80\x94three</p>", SAFE},
        {hyphens, "<p>{['one -- two']}&mdash;</p>", "<p>{['one\xE2\x80\x94two']}&mdash;</p>", SAFE},
        {hyphens, "<p lang=\"en-GB\">one -- two</p>", "<p lang=\"en-GB\">one&mdash;two</p>", SAFE},
        {hyphens, "<p lang=\"fr\">un -- <b>deux</b></p>", "<p lang=\"fr\">un&mdash;<b>deux</b></p>",
         ASK},
        {hyphens, "<A title='one -- two' />", "<A title='one\xE2\x80\x94two' />", SAFE},
        {mixed,
         "<p>a&mdash;b\xE2\x80\x94"
         "c&mdash;d</p>",
         "<p>a&mdash;b&mdash;c&mdash;d</p>", SAFE},
        {mixed,
         "<p>a\xE2\x80\x94"
         "b&mdash;c\xE2\x80\x94"
         "d</p>",
         "<p>a\xE2\x80\x94"
         "b\xE2\x80\x94"
         "c\xE2\x80\x94"
         "d</p>",
         SAFE},
        {"apostrophe-encoding-mixed", "<p>it&rsquo;s, he&apos;s, she&rsquo;s</p>",
         "<p>it&rsquo;s, he&rsquo;s, she&rsquo;s</p>", ASK},
        {"apostrophe-encoding-mixed",
         "<p>it&#8217;s, he&#39;s, I&#x27;m, she&rsquo;s, we&#8217;re</p>",
         "<p>it&#8217;s, he&#8217;s, I&#8217;m, she&rsquo;s, we&#8217;re</p>", ASK},
    };
    CHECK_ALL(mends);
}

TEST(what_a_code_stands_for_is_written_so_that_it_is_read) {
    USE_ARENA;
    static const char entity[] = "entity-in-string", escape[] = "escape-in-attribute";
    static const mend mends[] = {
        {entity, "<p>{['a &mdash; b']}</p>",
         "<p>{['a\xE2\x80\x94"
         "b']}</p>",
         SAFE},
        {entity, "<p>{['a&#x2014;b']}</p>",
         "<p>{['a\xE2\x80\x94"
         "b']}</p>",
         SAFE},
        {entity, "<p>{'a &mdash; b'}</p>",
         "<p>{'a\xE2\x80\x94"
         "b'}</p>",
         SAFE},
        {entity, "<p>{['pages 3 &mdash; 5']}</p>",
         "<p>{['pages 3\xE2\x80\x94"
         "5']}</p>",
         ASK},
        {entity, "<p>{['pages 3&mdash;5']}</p>",
         "<p>{['pages 3\xE2\x80\x94"
         "5']}</p>",
         SAFE},
        {escape, "<A title=\"x \\u2014 -3\" />", "<A title=\"x\xE2\x80\x94-3\" />", ASK},
        {entity, "<p>{['it&apos;s so']}</p>", "<p>{['it\\'s so']}</p>", SAFE},
        {entity, "<p>{[\"it&apos;s so\"]}</p>", "<p>{[\"it's so\"]}</p>", SAFE},
        {entity, "<p>{[`a&#96;b`]}</p>", "<p>{[`a\\`b`]}</p>", SAFE},
        {entity, "<p>{[`a&#36;b`]}</p>", "<p>{[`a$b`]}</p>", SAFE},
        {entity, "<p>{['a&#92;b']}</p>", "<p>{['a\\\\b']}</p>", SAFE},
        /* No code comes to life in a template, whichever side it is made of. */
        {entity, "<p>{[`a &#36;{head} b`]}</p>", "<p>{[`a \\${head} b`]}</p>", SAFE},
        {entity, "<p>{[`a $&#123;head} b`]}</p>", "<p>{[`a $\\{head} b`]}</p>", SAFE},
        {entity, "<p>{[`a &#36;&#123;head} b`]}</p>", "<p>{[`a $\\{head} b`]}</p>", SAFE},
        {entity, "<p>{`a &#36;{head} b`}</p>", "<p>{`a \\${head} b`}</p>", SAFE},
        {entity, "<p>{['a &#36;{head} b']}</p>", "<p>{['a ${head} b']}</p>", SAFE},
        {entity, "<p>{[String.raw`a &#36;{head} b`]}</p>", NULL, SAFE},
        {entity, "<p>{[String.raw`a &amp; b`]}</p>", "<p>{[String.raw`a & b`]}</p>", SAFE},
        {entity, "<p>{['a&nbsp;b']}</p>", "<p>{['a\\u00a0b']}</p>", SAFE},
        {entity, "<p>{['a&zwj;b']}</p>", "<p>{['a\\u200db']}</p>", SAFE},
        {entity, "<p>{['a&#10;b']}</p>", NULL, SAFE},
        {entity, "<p>{['a&nosuch;b']}</p>", NULL, SAFE},
        {escape, "<A title=\"a \\u2014 b\" />",
         "<A title=\"a\xE2\x80\x94"
         "b\" />",
         SAFE},
        {escape, "<A title=\"it\\'s so\" />", "<A title=\"it's so\" />", SAFE},
        {escape, "<A title=\"a \\u0022b\" />", "<A title=\"a &#34;b\" />", SAFE},
        {escape, "<A title=\"a \\u0026mdash; b\" />", "<A title=\"a &amp;mdash; b\" />", SAFE},
        {escape, "<A title=\"a\\u00a0b\" />", "<A title=\"a&#160;b\" />", SAFE},
        {escape, "<A title=\"one\\ntwo\" />", NULL, SAFE},
    };
    CHECK_ALL(mends);
}

TEST(a_class_is_added_where_it_is_seen_to_hold) {
    USE_ARENA;
    static const char rule[] = "details-cursor";
    static const mend mends[] = {
        {rule, "<details><summary>A</summary></details>",
         "<details><summary className=\"cursor-pointer\">A</summary></details>", SAFE},
        {rule, "<details><summary id=\"a\">A</summary></details>",
         "<details><summary className=\"cursor-pointer\" id=\"a\">A</summary></details>", SAFE},
        {rule, "<details><summary className='a b '>A</summary></details>",
         "<details><summary className='a b cursor-pointer '>A</summary></details>", SAFE},
        {rule, "<details><summary className=\"\">A</summary></details>",
         "<details><summary className=\"cursor-pointer\">A</summary></details>", SAFE},
        {rule, "<details><summary className={'a'}>A</summary></details>",
         "<details><summary className={'a cursor-pointer'}>A</summary></details>", SAFE},
        {rule, "<details><summary className={`a ${head ? 'b' : 'c'}`}>A</summary></details>",
         "<details><summary className={`a ${head ? 'b' : 'c'} cursor-pointer`}>A</summary>"
         "</details>",
         SAFE},
        {rule, "<details><summary className={cn('a', head && 'b')}>A</summary></details>",
         "<details><summary className={cn('cursor-pointer', 'a', head && 'b')}>A</summary>"
         "</details>",
         SAFE},
        {rule, "<details><summary className={clsx(\"a\", head && 'b')}>A</summary></details>",
         "<details><summary className={clsx(\"cursor-pointer\", \"a\", head && 'b')}>A</summary>"
         "</details>",
         SAFE},
        {rule, "<details><summary className={cn({ \"a\": head }, 'b')}>A</summary></details>",
         "<details><summary className={cn(\"cursor-pointer\", { \"a\": head }, 'b')}>A"
         "</summary></details>",
         SAFE},
        {rule, "<details><summary className={cn()}>A</summary></details>",
         "<details><summary className={cn('cursor-pointer')}>A</summary></details>", SAFE},
        {rule, "<details><summary className={head ? 'a' : 'b'}>A</summary></details>", NULL, SAFE},
        {rule, "<details><summary className={'a' + 'b'}>A</summary></details>", NULL, SAFE},
        {rule, "<details><summary className=\"cursor-default\">A</summary></details>", NULL, SAFE},
        {"interactive-cursor", "<button>A</button>",
         "<button className=\"cursor-pointer\">A</button>", ASK},
    };
    CHECK_ALL(mends);
}

TEST(a_plain_link_becomes_a_lesson_link_when_it_is_nothing_else) {
    USE_ARENA;
    static const char rule[] = "raw-lesson-link";
    static const mend mends[] = {
        {rule, "<p><a href=\"/app/lesson/ropes\">A</a></p>",
         "<p><LessonLink slug=\"ropes\">A</LessonLink></p>", ASK},
        {rule, "<p><a href={'/app/lesson/ropes-2'}>A</ a ></p>",
         "<p><LessonLink slug=\"ropes-2\">A</ LessonLink ></p>", ASK},
        {rule, "<p><a href=\"/app/lesson/ropes#knots\">A</a></p>", NULL, ASK},
        {rule, "<p><a className=\"x\" href=\"/app/lesson/ropes\">A</a></p>", NULL, ASK},
        {rule, "<p><a href={`/app/lesson/${head}`}>A</a></p>", NULL, ASK},
    };
    CHECK_ALL(mends);
    int safety;
    ll_result *without = lint(arena, &rules, rule, NULL,
                              "export function L() { return <LessonLayout><Row><Row.Content>"
                              "<a href=\"/app/lesson/ropes\">A</a></Row.Content></Row>"
                              "</LessonLayout> }");
    (void)mended(arena, without, &safety);
    assert_int_equal(without->findings.len, 1);
    assert_int_equal(safety, NOT_MENDED);
}

TEST(a_blank_is_put_where_the_line_break_is_lost) {
    USE_ARENA;
    static const char rule[] = "glued-inline-text";
    static const mend mends[] = {
        {rule, "<p>one\n  <em>two</em></p>", "<p>one{' '}\n  <em>two</em></p>", ASK},
        {rule, "<p><em>one</em>\n  two</p>", "<p><em>one</em>{' '}\n  two</p>", ASK},
        {rule, "<p>one<em>\n two</em></p>", "<p>one<em>{' '}\n two</em></p>", ASK},
    };
    CHECK_ALL(mends);
}

#define TABLE(row)                                                                                 \
    "# Lesson: X\n\n### Modalities Planned\n\n| Modality | What | Why |\n|---|---|---|\n" row "\n"

TEST(pipes_of_a_cells_text_get_their_backslash) {
    USE_ARENA;
    static const struct {
        const char *row, *mended;
    } rows[] = {
        {TABLE("| Visual | P(a|b) | Seen |"), TABLE("| Visual | P(a\\|b) | Seen |")},
        {TABLE("| Visual | `a || b` | Seen |"), TABLE("| Visual | `a \\|\\| b` | Seen |")},
        {TABLE("| Visual | the size |x| here | Seen |"),
         TABLE("| Visual | the size \\|x\\| here | Seen |")},
        {TABLE("| Visual | one | two | three |"), NULL},
        {TABLE("| Visual | one |"), NULL},
    };
    const ll_rule_set rules = ll_rules_shipped(arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int safety;
        ll_result *result = lint(arena, &rules, "table-row-ragged", rows[i].row, NULL);
        ll_view seen = mended(arena, result, &safety);
        assert_int_equal(result->findings.len, 1);
        assert_view(seen, rows[i].mended ? rows[i].mended : rows[i].row);
        assert_int_equal(safety, rows[i].mended ? SAFE : NOT_MENDED);
    }
}

static uint32_t edits_for(ll_arena *arena, uint32_t dashes) {
    ll_buffer text = {.arena = arena, .most = 1 << 20};
    for (uint32_t i = 0; i < dashes; i++)
        ll_buffer_add_cstring(&text, "<p>a\xE2\x80\x94"
                                     "b</p>");
    for (uint32_t i = 0; i < dashes; i++)
        ll_buffer_add_cstring(&text, "<p>a&mdash;b</p>");
    ll_buffer_add_byte(&text, '\0');
    const ll_rule_set rules = ll_rules_shipped(arena);
    ll_result *result =
        lint(arena, &rules, "dash-encoding-mixed", NULL, lesson_with(arena, text.ptr));
    assert_int_equal(result->findings.len, 1);
    return result->findings.at[0].edits.len;
}

/* A part of them would leave the finding. */
TEST(edits_of_a_finding) {
    USE_ARENA;
    assert_int_equal(edits_for(arena, LL_EDITS_MOST), LL_EDITS_MOST);
    assert_int_equal(edits_for(arena, LL_EDITS_MOST + 1), 0);
}

/* A rule that somebody wrote; its YAML is tested with the loader. */
static ll_rule_set one_rule(ll_arena *arena, const char *scope, const char *pattern,
                            const char *replace) {
    ll_view *scopes = LL_ARENA_NEW(arena, ll_view);
    ll_rule *rule = LL_ARENA_NEW(arena, ll_rule);
    const ll_rule **list = LL_ARENA_NEW(arena, const ll_rule *);
    *scopes = ll_view_of(scope);
    *rule = (ll_rule){.id = LL_VIEW("own"),
                      .kind = LL_RULE_TEXT,
                      .severity = LL_SEVERITY_POLISH,
                      .message = LL_VIEW("found"),
                      .text = {.scopes = scopes,
                               .scope_count = 1,
                               .pattern = ll_view_of(pattern),
                               .replaces = true,
                               .replace = ll_view_of(replace),
                               .safety = LL_SAFETY_UNSAFE}};
    rule->reads[scope[0] == 'p' ? LL_DOCUMENT_PLAN : LL_DOCUMENT_LESSON] = true;
    *list = rule;
    return (ll_rule_set){list, 1};
}

TEST(the_text_of_a_rule_is_encoded_for_its_place) {
    USE_ARENA;
    static const struct {
        const char *scope, *pattern, *replace, *text, *mended;
    } rules[] = {
        {"lesson.prose", "very", "{{a < b}} & c", "<p>very</p>",
         "<p>&#123;a &lt; b&#125; &amp; c</p>"},
        {"lesson.prose", "very ", "", "<p>a very bad</p>", "<p>a bad</p>"},
        {"lesson.prose", "very", "{match} {match}", "<p>very</p>", "<p>very very</p>"},
        {"lesson.prose", "a b", "c", "<p>a\n b</p>", "<p>c</p>"},
        {"lesson.prose", "a b", "c", "<p>a <b>b</b></p>", NULL},
        {"lesson.strings", "very", "${{x}}'`", "<p>{[`very`]}</p>", "<p>{[`\\${x}'\\``]}</p>"},
        {"lesson.strings", "a . b", "c", "<p>{[`a ${head} b`]}</p>", NULL},
        {"lesson.attributes", "very", "\"a\" & 'b'", "<A title=\"very\" />",
         "<A title=\"&#34;a&#34; &amp; 'b'\" />"},
        {"lesson.comment", "very", "<b>", "{/* very */}", "{/* <b> */}"},
        {"lesson.comment", "very", "*/", "{/* very */}", NULL},
        {"lesson.code", "very", "<b>", "<pre>very</pre>", "<pre>&lt;b&gt;</pre>"},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        ll_rule_set set = one_rule(arena, rules[i].scope, rules[i].pattern, rules[i].replace);
        const mend one = {"own", rules[i].text, rules[i].mended, LL_SAFETY_UNSAFE};
        check_mend(arena, &set, &one);
    }
    int safety;
    ll_rule_set plan = one_rule(arena, "plan.prose", "very", "<b>");
    ll_result *result = lint(arena, &plan, "own", "# Lesson: X\n\nA very plan.\n", NULL);
    assert_view(mended(arena, result, &safety), "# Lesson: X\n\nA <b> plan.\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blanks_beside_a_dash_go),
        cmocka_unit_test(blanks_of_strings_that_are_put_together_go_on_both_sides),
        cmocka_unit_test(texts_that_the_program_looks_at_are_not_safe_to_mend),
        cmocka_unit_test(texts_that_a_constant_is_compared_with_are_not_safe_to_mend),
        cmocka_unit_test(what_is_looked_through_for_edits_has_a_limit),
        cmocka_unit_test(the_word_before_a_broken_line_goes_to_the_next_one),
        cmocka_unit_test(a_dash_is_written_as_the_file_writes_most_of_them),
        cmocka_unit_test(what_a_code_stands_for_is_written_so_that_it_is_read),
        cmocka_unit_test(a_class_is_added_where_it_is_seen_to_hold),
        cmocka_unit_test(a_plain_link_becomes_a_lesson_link_when_it_is_nothing_else),
        cmocka_unit_test(a_blank_is_put_where_the_line_break_is_lost),
        cmocka_unit_test(pipes_of_a_cells_text_get_their_backslash),
        cmocka_unit_test(edits_of_a_finding),
        cmocka_unit_test(the_text_of_a_rule_is_encoded_for_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
