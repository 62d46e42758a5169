/* lesson: JSX text as React renders it, and where each byte of it comes from. */
#include "lesson_support.h"

/* Expected texts were read off react-dom 18.3.1 (renderToStaticMarkup, tags removed), compiled with
 * TypeScript 5.6.3. */
TEST(blanks_are_those_of_react) {
    USE_ARENA;
    static const struct {
        const char *source, *rendered;
    } cases[] = {
        {"<p>a</p>", "a"},
        {"<p>one\n   two</p>", "one two"},
        {"<p>one  two</p>", "one  two"},
        {"<p>\n  one\n\n\n  two  \n</p>", "one two"},
        {"<p> one </p>", " one "},
        {"<p>one\ttwo\t\n\tthree</p>", "one\ttwo three"},
        {"<p>one <b>two</b> three</p>", "one two three"},
        {"<p>one\n  <b>two</b>\n  three</p>", "onetwothree"},
        {"<p>one{' '}\n  <b>two</b>{' '}\n  three</p>", "one two three"},
        {"<p>one{\" \"}two</p>", "one two"},
        {"<p>one{/* note */}\n  two</p>", "onetwo"},
        {"<p>one{/* note */} two</p>", "one two"},
        {"<p>one\n  {/* note */}\n  two</p>", "onetwo"},
        {"<p>one <></>two<> three</></p>", "one two three"},
        {"<p>x\r\n  y\rz</p>", "x y z"},
        {"<p>a\xC2\xA0\n  b</p>", "a b"},
        {"<p>a\n \xC2\xA0 b</p>", "a b"},
        {"<p>a\xE2\x80\xA8"
         "b</p>",
         "a b"},
        {"<p>a\xE2\x80\xA8</p>", "a"},
        {"<p>{null}a{undefined}b{false}c{true}d{''}e</p>", "abcde"},
        {"<p>  \n  </p>", ""},
        {"<p><b>a</b> <i>b</i></p>", "a b"},
        {"<p><b>a</b>\n<i>b</i></p>", "ab"},
        {"<p>\xC3\xA9t\xC3\xA9\n  \xE2\x80\x94 oui</p>", "\xC3\xA9t\xC3\xA9 \xE2\x80\x94 oui"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_passages(cases[i].source, RUNS, cases[i].rendered);
}

TEST(characters_are_decoded_where_react_decodes_them) {
    USE_ARENA;
    static const struct {
        const char *source, *rendered;
    } cases[] = {
        {"<p>a&mdash;b &amp; c&nbsp;</p>", "a\xE2\x80\x94"
                                           "b & c\xC2\xA0"},
        {"<p>one&nbsp;\n  two</p>", "one\xC2\xA0 two"},
        {"<p>one &bogus; R&D two</p>", "one &bogus; R&D two"},
        {"<p>&#8212;&#x2014;&hellip;</p>", "\xE2\x80\x94\xE2\x80\x94\xE2\x80\xA6"},
        {"<p>&nbsp;</p>", ""},
        {"<p>{'a&mdash;b'}</p>", "a&mdash;b"},
        {"<p>{'it\\'s \\u2014 {x}'}</p>", "it's \xE2\x80\x94 {x}"},
        {"<p>{`plain`} text</p>", "plain text"},
        {"<p>a \\u2014 b</p>", "a \\u2014 b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_passages(cases[i].source, RUNS, cases[i].rendered);
}

TEST(a_block_ends_the_passage) {
    USE_ARENA;
    assert_passages("<div>one <p>two</p> three</div>", RUNS, "one |two| three");
    assert_passages("<p>one<br/>two</p>", RUNS, "one|two");
    assert_passages("<p>one <Badge>two</Badge> three</p>", RUNS, "one |two| three");
    assert_passages("<p>a <LessonLink slug=\"x\">b</LessonLink>, c</p>", RUNS, "a b, c");
    assert_passages("<p>a<span className=\"block\">b</span></p>", RUNS, "a|b");
    assert_passages("<p>a<span className=\"flex\">b</span></p>", RUNS, "a|b");
    assert_passages("<p>a<span className=\"md:block\">b</span></p>", RUNS, "ab");
    assert_passages("<p>a {ok && <div>b</div>} c</p>", RUNS, "a | c|b");
}

TEST(what_is_no_prose_is_one_character) {
    USE_ARENA;
    const char *source = "<p>run <code>ls -l</code>, see <InlineMath math=\"x^2\"/> {n} times</p>";
    assert_passages(source, RUNS, "run #, see # # times");
    assert_passages(source, KIND(CODE), "ls -l");
    assert_passages(source, KIND(MATH), "x^2");
    assert_passages("<p>a {ok ? 'yes' : 'no'} b</p>", VISIBLE, "a # b|yes|no");
    assert_passages("<p>a {ok && <b>c d</b>} b</p>", RUNS, "a # b|c d");
    assert_passages("<p>{n}</p>", RUNS, "");
    assert_passages("<p>{'It is so.'}</p>", VISIBLE, "It is so.");
    assert_passages("<pre>{`one\n  two`}</pre>", VISIBLE | KIND(CODE), "one\n  two");
    assert_passages("<pre>a &lt; b</pre>", VISIBLE | KIND(CODE), "a &lt; b");
    assert_passages("<BlockMath>{'a + b'}</BlockMath>", VISIBLE | KIND(MATH), "a + b");
}

TEST(classes_put_blanks_between_siblings) {
    USE_ARENA;
    assert_passages("<p><b>a</b><i className=\"ml-2\">b</i></p>", RUNS, "a b");
    assert_passages("<p><b>a </b><i className=\"ml-2\">b</i></p>", RUNS, "a b");
    assert_passages("<p><b className=\"md:mr-1\">a</b>\n<i>b</i></p>", RUNS, "a b");
    assert_passages("<p><b className=\"mr-0\">a</b><i>b</i></p>", RUNS, "ab");
    assert_passages("<div className=\"flex gap-2\"><b>a</b><i>b</i></div>", RUNS, "a b");
    assert_passages("<div className=\"space-x-2\"><b>a</b>\n<i>b</i></div>", RUNS, "a b");
    assert_passages("<div className=\"gap-2\"><b>a</b><i>b</i></div>", RUNS, "ab");
    assert_passages("<div className={cn('flex', 'gap-2')}><b>a</b>{n}<i>b</i></div>", RUNS,
                    "a # b");
    assert_passages("<div className=\"flex gap-2\">a{n}b <b>c</b></div>", RUNS, "a#b c");
    assert_passages("<div className=\"flex gap-2\"><b>a</b>{'b'}<i>c</i></div>", RUNS, "a b c");
    assert_passages("<p><b className=\"mr-2\">a</b>&gt; b</p>", RUNS, "a > b");
}

TEST(boxes_that_do_not_read_on_are_passages) {
    USE_ARENA;
    assert_passages("<div className=\"flex gap-y-2\"><b>a</b><i>b</i></div>", RUNS, "a|b");
    assert_passages("<div className=\"flex\"><b>a <u>b</u></b>c {n} d</div>", RUNS, "a b|c # d");
    assert_passages("<p className=\"flex flex-col gap-2\"><b>a</b><i>b</i></p>", RUNS, "a|b");
    assert_passages("<p className=\"grid gap-2\"><b>a</b><i>b</i></p>", RUNS, "a|b");
    assert_passages("<b className=\"inline-grid gap-2\"><b>a</b><i>b</i></b>", RUNS, "a|b");
}

TEST(svg_text_is_its_own_kind) {
    USE_ARENA;
    const char *source = "<svg><text x={1}>Loss <tspan>falls</tspan></text>"
                         "<text><tspan x=\"1\">one</tspan><tspan dy=\"2\">two</tspan></text></svg>";
    assert_passages(source, KIND(SVG), "Loss falls|one|two");
    assert_passages(source, KIND(PROSE), "");
    assert_passages("<text><tspan y=\"1\">one</tspan><tspan y=\"2\">two</tspan></text>", RUNS,
                    "one|two");
}

TEST(elements_in_props_are_text_of_their_own) {
    USE_ARENA;
    assert_passages("<p>a <Link icon={<i>b</i>} to={x}>c</Link> d</p>", RUNS, "a c d|b");
    assert_passages("<p>a <Link icon=<i>b</i>>c</Link> d</p>", RUNS, "a c d|b");
    assert_passages("<p>a<span icon={<i>b</i>} className=\"block\">c</span></p>", RUNS, "a|c|b");
    assert_passages("<ul>{xs.map((x) => (<li key={x}>to {x}</li>))}</ul>", RUNS, "to #");
    const char *code = "<CodeBlock code={`x`} head=<p>tip</p> footer={<p>note</p>}/>";
    assert_passages(code, RUNS, "tip|note");
    assert_passages(code, KIND(CODE), "x");
}

/* The origins of the first passage, one letter a piece. */
static ll_view origins(ll_arena *arena, const ll_lesson *lesson) {
    static const char letters[] = {'t', 'e', 'b', 'x', 's', 'p'};
    ll_buffer out = {.arena = arena, .most = 1000};
    const ll_passage *passage = &lesson->passages.at[0];
    for (uint32_t i = passage->first_piece; i < passage->after_piece; i++)
        ll_buffer_add_byte(&out, letters[lesson->pieces.at[i].origin]);
    return ll_buffer_view(&out);
}

TEST(pieces_say_where_text_comes_from) {
    USE_ARENA;
    assert_view(origins(arena, lesson_of(arena, "<p>one\n  two&mdash;R&D {n}{' '}</p>")),
                "tbtetpx");
    assert_view(origins(arena, lesson_of(arena, "<p><b>a</b><b className=\"mx-1\">b</b></p>")),
                "tst");
    assert_view(origins(arena, lesson_of(arena, "<p>{'a\\u2014b'}</p>")), "xex");
    assert_view(origins(arena, lesson_of(arena, "<p>one R&D two</p>")), "t");
}

/* The source text of rendered bytes [start, end) of the first passage. */
static ll_view source_of(const ll_lesson *lesson, uint32_t start, uint32_t end) {
    uint32_t base = lesson->passages.at[0].start, offset, length;
    ll_lesson_source_range(lesson, base + start, base + end, &offset, &length);
    return ll_view_slice(lesson->source->text, offset, offset + length);
}

TEST(rendered_ranges_lead_back_to_the_source) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(arena, "<p>one\n\n  two&mdash;four</p>");
    /* rendered: "one two—four", the dash is three bytes at 7 */
    assert_view(source_of(lesson, 0, 3), "one");
    assert_view(source_of(lesson, 3, 4), "\n\n  ");
    assert_view(source_of(lesson, 2, 5), "e\n\n  t");
    assert_view(source_of(lesson, 7, 10), "&mdash;");
    assert_view(source_of(lesson, 8, 9), "&mdash;");
    assert_view(source_of(lesson, 6, 11), "o&mdash;f");
    assert_view(source_of(lesson, 10, 14), "four");
    assert_view(source_of(lesson, 4, 4), "");
    assert_view(source_of(lesson, 14, 14), "");
    assert_int_equal(ll_lesson_piece_at(lesson, 9)->origin, LL_ORIGIN_ENCODED);
    assert_ptr_equal(ll_lesson_passage_at(lesson, 5), &lesson->passages.at[0]);
}

TEST(text_that_is_added_to_a_string_leads_back_to_its_sign) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(arena, "const said = 'This is it ' /* so */ + n");
    assert_view(source_of(lesson, 0, 11), "This is it ");
    assert_view(source_of(lesson, 11, 12), "+");
}

/* Every rendered byte belongs to one piece, and literal pieces repeat the source. */
TEST(pieces_cover_the_rendered_text) {
    USE_ARENA;
    char path[] = LESSONLINT_SOURCE_DIR "/fixtures/whole--capstone/lesson.tsx";
    ll_source *source;
    ll_error error;
    assert_int_equal(ll_source_read(&source, arena, ll_view_of(path), &error), LL_OK);
    const ll_lesson *lesson = ll_lesson_parse(arena, source);
    assert_true(lesson->passages.len > 200);
    uint32_t piece = 0, end = 0;
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        assert_int_equal(passage->start, end);
        assert_int_equal(passage->first_piece, piece);
        for (; piece < passage->after_piece; piece++) {
            const ll_piece *one = &lesson->pieces.at[piece];
            assert_true(one->rendered >= passage->start && one->rendered < passage->end);
            if (one->origin == LL_ORIGIN_TEXT || one->origin == LL_ORIGIN_EXPRESSION)
                assert_memory_equal(lesson->rendered.ptr + one->rendered,
                                    source->text.ptr + one->source, one->source_length);
        }
        assert_int_equal(lesson->rendered.ptr[passage->end], '\n');
        end = passage->end + 1;
    }
    assert_int_equal(end, lesson->rendered.len);
    assert_int_equal(piece, lesson->pieces.len);
}

static ll_view repeated(ll_arena *arena, const char *first, const char *again, uint32_t count,
                        const char *last) {
    ll_buffer out = {.arena = arena, .most = (size_t)1 << 28};
    ll_buffer_add_cstring(&out, first);
    for (uint32_t i = 0; i < count; i++)
        ll_buffer_add_cstring(&out, again);
    ll_buffer_add_cstring(&out, last);
    ll_buffer_add_byte(&out, '\0');
    return ll_buffer_view(&out);
}

TEST(large_lessons_are_read) {
    USE_ARENA;
    const ll_lesson *dashes =
        lesson_of(arena, repeated(arena, "const x = <p>a", " &mdash; b", 200000, "</p>").ptr);
    assert_int_equal(dashes->passages.len, 1);
    const ll_lesson *details =
        lesson_of(arena, repeated(arena, "const x = <Row>",
                                  "<details><summary className={a}>b</summary>{c && <p>d</p>}"
                                  "</details>",
                                  50000, "</Row>")
                             .ptr);
    assert_int_equal(details->passages.len, 100000);
    ll_view open = repeated(arena, "const x = ", "<Row>{a ? (<p>b", 50000, "");
    const ll_lesson *deep =
        lesson_of(arena, repeated(arena, open.ptr, "</p>) : null}</Row>", 50000, "").ptr);
    assert_int_equal(deep->rows.len, 50000);
    assert_int_equal(deep->passages.len, 50000);
    assert_int_equal(deep->passages.at[49999].row, 49999);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blanks_are_those_of_react),
        cmocka_unit_test(characters_are_decoded_where_react_decodes_them),
        cmocka_unit_test(a_block_ends_the_passage),
        cmocka_unit_test(what_is_no_prose_is_one_character),
        cmocka_unit_test(classes_put_blanks_between_siblings),
        cmocka_unit_test(boxes_that_do_not_read_on_are_passages),
        cmocka_unit_test(svg_text_is_its_own_kind),
        cmocka_unit_test(elements_in_props_are_text_of_their_own),
        cmocka_unit_test(pieces_say_where_text_comes_from),
        cmocka_unit_test(rendered_ranges_lead_back_to_the_source),
        cmocka_unit_test(text_that_is_added_to_a_string_leads_back_to_its_sign),
        cmocka_unit_test(pieces_cover_the_rendered_text),
        cmocka_unit_test(large_lessons_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
