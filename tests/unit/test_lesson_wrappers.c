/* lesson: components of the file that draw a Row or a header around what they are given. */
#include "lesson_support.h"

/* Titles of the sections, each with the number of Rows in it: "Ice:1|Snow:2". */
static ll_view outline_of(ll_arena *arena, const ll_lesson *lesson) {
    ll_buffer out = {.arena = arena, .most = 4096};
    for (uint32_t i = 0; i < lesson->sections.len; i++) {
        uint32_t rows = 0;
        for (uint32_t row = 0; row < lesson->rows.len; row++)
            rows += lesson->rows.at[row].section == i;
        ll_buffer_add(&out, ll_arena_format(arena, "%s%.*s:%u", i > 0 ? "|" : "",
                                            LL_VIEW_ARG(lesson->sections.at[i].title), rows));
    }
    return ll_buffer_view(&out);
}

#define assert_outline(source, expected)                                                           \
    assert_view(outline_of(arena, lesson_of(arena, (source))), (expected))

static void add_text(void *context, uint32_t row, bool aside, uint32_t passage) {
    const ll_lesson *lesson = ((void **)context)[0];
    ll_view text = ll_lesson_passage_text(lesson, &lesson->passages.at[passage]);
    ll_buffer_add_format(((void **)context)[1], "%u%s:%.*s|", row, aside ? "a" : "",
                         LL_VIEW_ARG(text));
}

static ll_view texts_of(ll_arena *arena, ll_lesson *lesson) {
    ll_buffer out = {.arena = arena, .most = 1000};
    void *shown[] = {lesson, &out};
    ll_lesson_row_texts(ll_lesson_row_links(lesson, arena), LL_LESSON_STEPS_MOST,
                        &(ll_row_sink){.text = add_text, .context = shown});
    return ll_buffer_view(&out);
}

static const char SECTION[] =
    "export function L() { return <LessonLayout>"
    "<Section title=\"Ice &amp; water\" aside={<i>cold</i>}><p>It floats.</p></Section>"
    "<Section title={'Snow'}><p>It is white.</p></Section></LessonLayout> }\n"
    "function Section({ title, aside, children }) { return (<Row><Row.Content>"
    "<SectionHeader title={title} /><div>{children}</div></Row.Content>"
    "{aside && <Row.Aside>{aside}</Row.Aside>}</Row>) }";

TEST(a_use_stands_for_the_row_and_its_header) {
    USE_ARENA;
    ll_lesson *lesson = lesson_of(arena, SECTION);
    assert_view(outline_of(arena, lesson), "Ice & water:1|Snow:1");
    assert_int_equal(lesson->rows.len, 2);
    uint32_t text = element_of(lesson, "p", 1);
    assert_int_equal(ll_lesson_row_of(lesson, text), 1);
    assert_view(ll_lesson_section_at(lesson, lesson->tsx->nodes.at[text].start), "Snow");
    assert_true(ll_lesson_is_row(lesson, element_of(lesson, "Section", 0)));
    assert_false(ll_lesson_is_row(lesson, element_of(lesson, "Row", 0)));
    assert_true(ll_lesson_is_header(lesson, element_of(lesson, "Section", 0)));
    assert_false(ll_lesson_is_header(lesson, text));
}

/* Object.assign(function, { Body }) is the function, with parts of its own. */
TEST(a_component_may_have_parts) {
    USE_ARENA;
    static const char parts[] =
        "const Body = ({ children }) => <Row.Content>{children}</Row.Content>\n"
        "const Section = Object.assign(({ title, children }) => (<><Row><Row.Content>"
        "<SectionHeader title={title} /></Row.Content></Row><Row>{children}</Row></>), { Body })\n"
        "export const L = () => <LessonLayout><Section title=\"Ice\"><Section.Body><p>It "
        "floats.</p>"
        "</Section.Body></Section></LessonLayout>";
    ll_lesson *lesson = lesson_of(arena, parts);
    assert_view(outline_of(arena, lesson), "Ice:1");
    uint32_t text = element_of(lesson, "p", 0);
    assert_int_not_equal(ll_lesson_row_of(lesson, text), LL_LESSON_NONE);
    assert_true(ll_lesson_is_row(lesson, element_of(lesson, "Section", 0)));
}

TEST(what_is_shown_in_an_aside_stands_in_one) {
    USE_ARENA;
    ll_lesson *lesson = lesson_of(arena, SECTION);
    uint32_t cold = element_of(lesson, "i", 0);
    assert_true(ll_lesson_in_aside(lesson, cold));
    assert_int_equal(ll_lesson_row_of(lesson, cold), 0);
    assert_false(ll_lesson_in_aside(lesson, element_of(lesson, "p", 0)));
    assert_true(ll_lesson_may_give_aside(lesson, element_of(lesson, "Section", 0)));
    assert_false(ll_lesson_may_give_aside(lesson, element_of(lesson, "Section", 1)));
    assert_true(ll_lesson_may_give_aside(lesson, cold));
}

/* Only an aside that is a prop of its own name, and nothing else, is surely missing without it. */
TEST(an_aside_that_may_be_there_is_not_missing) {
    USE_ARENA;
    static const struct {
        const char *props, *aside;
        bool may;
    } rows[] = {
        {"{ side }", "{side && <Row.Aside>{side}</Row.Aside>}", false},
        {"{ children, side }", "<Row.Aside>{side}</Row.Aside>", false},
        {"{ side }", "<Row.Aside>{side}<p>b</p></Row.Aside>", true},
        {"{ side: note }", "{note && <Row.Aside>{note}</Row.Aside>}", true},
        {"{ side = <i /> }", "<Row.Aside>{side}</Row.Aside>", true},
        {"{ children }", "<Row.Aside>{children}</Row.Aside>", true},
        {"{ slots }", "<Row.Aside>{slots.side}</Row.Aside>", true},
        {"{ tips }", "<Row.Aside>{tips.map((t) => <p>{t.head}</p>)}</Row.Aside>", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ll_lesson *lesson = lesson_of(
            arena, ll_arena_format(arena,
                                   "function Box(%s) { return <Row><Row.Content>a</Row.Content>%s"
                                   "</Row> }\n"
                                   "export function L() { return <LessonLayout><Box n=\"x\" />"
                                   "</LessonLayout> }",
                                   rows[i].props, rows[i].aside)
                       .ptr);
        if (ll_lesson_may_give_aside(lesson, element_of(lesson, "Box", 0)) != rows[i].may)
            fail_msg("%s: %s", rows[i].props, rows[i].aside);
    }
}

TEST(wrappers_stand_in_one_another) {
    USE_ARENA;
    assert_outline("const Part = (props) => <Row><Row.Content><SectionHeader title={props.name}/>"
                   "{props.children}</Row.Content></Row>\n"
                   "const Check = ({ about, children }) => <Part name={about}>{children}</Part>\n"
                   "const Quiz = (props) => { return <Check {...props} /> }\n"
                   "export function L() { return <LessonLayout>"
                   "<Part name=\"One\">a</Part><Check about=\"Two\">b</Check>"
                   "<Quiz about=\"Three\">c</Quiz></LessonLayout> }",
                   "One:1|Two:1|Three:1");
}

TEST(a_header_may_be_wrapped_alone) {
    USE_ARENA;
    assert_outline(
        "function Title({ text }) { return <div><SectionHeader title={text} /></div> }\n"
        "export function L() { return <LessonLayout><Row><Row.Content>"
        "<Title text=\"One\" /></Row.Content></Row><Row><Row.Content>a</Row.Content></Row>"
        "<Row><Row.Content><Title text=\"Two\" /></Row.Content></Row></LessonLayout> }",
        "One:2|Two:1");
}

TEST(a_component_with_its_own_text_is_no_wrapper) {
    USE_ARENA;
    ll_lesson *lesson = lesson_of(
        arena, "function Intro() { return <Row><Row.Content><SectionHeader title=\"One\"/>"
               "<p>a</p></Row.Content></Row> }\n"
               "export function L() { return <LessonLayout><Intro /></LessonLayout> }");
    assert_view(outline_of(arena, lesson), "One:1");
    assert_true(ll_lesson_is_row(lesson, element_of(lesson, "Row", 0)));
}

/* Of overloads only the last has a body; a type of the same name is no component. */
TEST(a_component_may_share_its_name) {
    USE_ARENA;
    static const char *const others[] = {
        "function Box(props: Lid): Made\nfunction Box(props: Bottom): Made",
        "type Box = { title: 'Tin' }",
        "interface Box { title: 'Tin' }",
    };
    for (size_t i = 0; i < sizeof others / sizeof *others * 2; i++) {
        bool behind = i % 2 == 1 && i > 1; /* a type may stand behind what has its name */
        ll_lesson *lesson = lesson_of(
            arena,
            ll_arena_format(arena,
                            "%s\nfunction Box({ title, children }) { return <Row>"
                            "<SectionHeader title={title}/><p>It is wood.</p>{children}</Row> }\n"
                            "export function L() { return <LessonLayout><Box title=\"Ice\">"
                            "a</Box></LessonLayout> }\n%s",
                            behind ? "" : others[i / 2], behind ? others[i / 2] : "")
                .ptr);
        assert_view(outline_of(arena, lesson), "Ice:1");
        assert_view(texts_of(arena, lesson), "0:a|0:Ice|0:It is wood.|");
    }
}

/* One that may return something else is none: what is around its uses cannot be told. */
TEST(a_component_that_returns_more_than_rows_is_no_wrapper) {
    USE_ARENA;
    ll_lesson *lesson = lesson_of(
        arena, "function Box({ bare, children }) { if (bare) return <div>{children}</div>;"
               "return <Row><Row.Content>{children}</Row.Content></Row> }\n"
               "export function L() { return <LessonLayout><Box>a</Box></LessonLayout> }");
    assert_int_equal(lesson->rows.len, 1);
    assert_true(ll_lesson_is_row(lesson, element_of(lesson, "Row", 0)));
}

/* A Row in a Row is another rule's matter. */
TEST(a_use_inside_of_a_row_is_none) {
    USE_ARENA;
    ll_lesson *lesson =
        lesson_of(arena, "function Box({ children }) { return <Row>{children}</Row> }\n"
                         "export function L() { return <LessonLayout><Row><Box>a</Box></Row>"
                         "<Box>b</Box></LessonLayout> }");
    assert_int_equal(lesson->rows.len, 2);
    assert_false(ll_lesson_is_row(lesson, element_of(lesson, "Box", 0)));
    assert_true(ll_lesson_is_row(lesson, element_of(lesson, "Box", 1)));
}

TEST(a_title_that_is_made_is_not_known) {
    USE_ARENA;
    assert_outline("const S = ({ n, children }) => <Row><SectionHeader title={`Part ${n}`} "
                   "subtitle=\"Fixed\" />{children}</Row>\n"
                   "export function L() { return <LessonLayout><S n={1}>a</S></LessonLayout> }",
                   ":1");
    ll_lesson *lesson = lesson_of(
        arena, "const S = ({ n, children }) => <Row><SectionHeader title={n} "
               "subtitle=\"Fixed\" />{children}</Row>\n"
               "export function L() { return <LessonLayout><S n=\"1\">a</S></LessonLayout> }");
    ll_view subtitle = {0};
    assert_int_equal(ll_lesson_header_prop(lesson, arena, lesson->sections.at[0].element,
                                           LL_VIEW("subtitle"), &subtitle),
                     LL_KNOWN);
    assert_view(subtitle, "Fixed");
    assert_int_equal(ll_lesson_header_prop(lesson, arena, lesson->sections.at[0].element,
                                           LL_VIEW("id"), &subtitle),
                     LL_ABSENT);
}

/* The text of the component itself is shown at each of its uses. */
TEST(a_use_shows_what_the_component_says) {
    USE_ARENA;
    ll_lesson *lesson =
        lesson_of(arena, "const Box = ({ n, children }) => <Row><Row.Content><p>Stay here</p>"
                         "{children}</Row.Content></Row>\n"
                         "export function L() { return <LessonLayout><Box><p>a</p></Box>"
                         "<Box n={2} /></LessonLayout> }");
    assert_view(texts_of(arena, lesson), "0:a|0:Stay here|1:Stay here|");
}

/* A list may stand in the braces, or in a variable of the component. */
TEST(a_row_shows_the_lists_that_it_is_made_of) {
    USE_ARENA;
    assert_view(texts_of(arena, lesson_of(arena, "export function L() { return <LessonLayout>"
                                                 "{['Tea is hot'].map((t) => <Row>a</Row>)}"
                                                 "<Row>b</Row></LessonLayout> }")),
                "0:Tea is hot|0:a|1:b|");
    assert_view(
        texts_of(arena, lesson_of(arena, "export function L() { const T = ['Tea is hot']\n"
                                         "return <LessonLayout><Row>a</Row>"
                                         "{T.map((t) => <Row>b</Row>)}"
                                         "<Row>c<i title={T[0]} /></Row></LessonLayout> }")),
        "0:a|1:Tea is hot|1:b|2:Tea is hot|2:c|");
}

/* What stands in no Row is shown in the one that is made of it, and in no other. */
TEST(a_list_before_the_row_is_that_of_its_braces) {
    USE_ARENA;
    assert_view(texts_of(arena, lesson_of(arena, "const OTHER = ['Milk is cold']\n"
                                                 "export function L() { return <LessonLayout>"
                                                 "{['Tea is hot'].map((t) => <Row>a</Row>)}"
                                                 "</LessonLayout> }")),
                "0:Tea is hot|0:a|");
}

TEST(a_row_shows_what_it_uses_twice_once) {
    USE_ARENA;
    assert_view(
        texts_of(arena, lesson_of(arena, "const Cup = () => <p>Tea is hot<Spoon /></p>\n"
                                         "const Spoon = () => <p>Stir it<Cup /></p>\n"
                                         "export function L() { return <LessonLayout><Row>a<Cup />"
                                         "<Cup /></Row><Row>b<Spoon /></Row></LessonLayout> }")),
        "0:a|0:Tea is hot|0:Stir it|1:b|1:Stir it|1:Tea is hot|");
}

/* `count` components, each around the one before it, and a use of each. */
static ll_lesson *nested(ll_arena *arena, uint32_t count, bool side_by_side) {
    ll_buffer out = {.arena = arena, .most = 1 << 20};
    for (uint32_t i = 0; i < count; i++) {
        const char *around = "Row";
        if (!side_by_side && i > 0)
            around = ll_arena_format(arena, "W%u", i - 1).ptr;
        ll_buffer_add(&out, ll_arena_format(arena, "const W%u = (p) => <%s>{p.children}</%s>\n", i,
                                            around, around));
    }
    ll_buffer_add(&out, LL_VIEW("export function L() { return <LessonLayout>"));
    for (uint32_t i = 0; i < count; i++)
        ll_buffer_add(&out, ll_arena_format(arena, "<W%u>a</W%u>", i, i));
    ll_buffer_add(&out, LL_VIEW("</LessonLayout> }"));
    return lesson_of(arena, ll_arena_format(arena, "%.*s", LL_VIEW_ARG(ll_buffer_view(&out))).ptr);
}

/* What stands beside the Rows of a component is no text of theirs. */
TEST(a_row_does_not_show_the_component_that_it_stands_in) {
    USE_ARENA;
    assert_view(texts_of(arena, lesson_of(arena, "const Back = () => <i>b<A to={L.name}/></i>\n"
                                                 "export function L() { return <LessonLayout>"
                                                 "<p>Tea is hot</p><Row>a<Back/></Row>"
                                                 "</LessonLayout> }")),
                "0:a|0:b|");
}

TEST(wrappers_have_a_limit) {
    USE_ARENA;
    ll_lesson *lesson = nested(arena, 64, true);
    assert_true(ll_lesson_is_row(lesson, element_of(lesson, "W63", 0)));
    lesson = nested(arena, 65, true);
    assert_true(ll_lesson_is_row(lesson, element_of(lesson, "W63", 0)));
    assert_false(ll_lesson_is_row(lesson, element_of(lesson, "W64", 0)));
    lesson = nested(arena, 5, false);
    assert_true(ll_lesson_is_row(lesson, element_of(lesson, "W3", 1)));
    assert_false(ll_lesson_is_row(lesson, element_of(lesson, "W4", 0)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_use_stands_for_the_row_and_its_header),
        cmocka_unit_test(a_component_may_have_parts),
        cmocka_unit_test(what_is_shown_in_an_aside_stands_in_one),
        cmocka_unit_test(an_aside_that_may_be_there_is_not_missing),
        cmocka_unit_test(wrappers_stand_in_one_another),
        cmocka_unit_test(a_header_may_be_wrapped_alone),
        cmocka_unit_test(a_component_with_its_own_text_is_no_wrapper),
        cmocka_unit_test(a_component_may_share_its_name),
        cmocka_unit_test(a_component_that_returns_more_than_rows_is_no_wrapper),
        cmocka_unit_test(a_use_inside_of_a_row_is_none),
        cmocka_unit_test(a_title_that_is_made_is_not_known),
        cmocka_unit_test(a_use_shows_what_the_component_says),
        cmocka_unit_test(a_row_shows_the_lists_that_it_is_made_of),
        cmocka_unit_test(a_list_before_the_row_is_that_of_its_braces),
        cmocka_unit_test(a_row_shows_what_it_uses_twice_once),
        cmocka_unit_test(a_row_does_not_show_the_component_that_it_stands_in),
        cmocka_unit_test(wrappers_have_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
