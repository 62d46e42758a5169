/* lesson: rows, sections, components, children, props, classes, the texts of Rows. */
#include "lesson_support.h"

static const char LESSON[] =
    "'use client'\n"
    "const TIPS = [{ title: 'Tip one' }, { title: 'Tip two' }]\n"
    "const NOTES = TIPS.concat([{ title: 'Note' }])\n"
    "function Plot() { return <svg><text>Axis</text></svg> }\n"
    "const Card = memo(() => <div><Plot/>Card text</div>)\n"
    "const helper = () => 1\n"
    "export function FineLesson() {\n"
    "  const open = true\n"
    "  return (\n"
    "    <LessonLayout>\n"
    "      <Row><Row.Content><LessonHeader title=\"T\"/></Row.Content></Row>\n"
    "      <Row>\n"
    "        <Row.Content>\n"
    "          <p>Before</p>\n"
    "          <SectionHeader title=\"One &amp; only\"/>\n"
    "          <Card/>\n"
    "        </Row.Content>\n"
    "        {open && <Row.Aside><b>Aside</b></Row.Aside>}\n"
    "      </Row>\n"
    "      <Row><Row.Content>{NOTES.map((n) => <i>{n}</i>)}</Row.Content></Row>\n"
    "      <Row><Row.Content><SectionHeader title={'Two'}/>\n"
    "        <details><summary>S</summary>D</details>\n"
    "        <SectionHeader title={three}/><u>Last</u></Row.Content></Row>\n"
    "    </LessonLayout>\n"
    "  )\n"
    "}\n"
    "function Late() { return <SectionHeader title=\"Late\"/> }\n";

TEST(rows_and_sections_are_listed) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(arena, LESSON);
    assert_int_equal(lesson->rows.len, 4);
    assert_int_equal(lesson->rows.at[0].section, LL_LESSON_NONE);
    assert_int_equal(lesson->rows.at[1].section, 0);
    assert_int_equal(lesson->rows.at[2].section, 0);
    assert_int_equal(lesson->rows.at[3].section, 1);
    assert_int_equal(lesson->sections.len, 4);
    assert_view(lesson->sections.at[0].title, "One & only");
    assert_view(lesson->sections.at[1].title, "Two");
    assert_view(lesson->sections.at[2].title, "");
    assert_int_equal(lesson->layout, element_of(lesson, "LessonLayout", 0));
}

static ll_view section_of(const ll_lesson *lesson, const char *text) {
    size_t offset = ll_view_find(lesson->source->text, ll_view_of(text), 0);
    assert_int_not_equal(offset, LL_VIEW_NONE);
    return ll_lesson_section_at(lesson, (uint32_t)offset);
}

TEST(a_place_has_a_section) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(arena, LESSON);
    assert_view(section_of(lesson, "Tip one"), "");
    assert_view(section_of(lesson, "<LessonHeader"), "");
    assert_view(section_of(lesson, "<p>Before"), "One & only");
    assert_view(section_of(lesson, "{NOTES"), "One & only");
    assert_view(section_of(lesson, "<summary"), "Two");
    assert_view(section_of(lesson, "<u>Last"), "");
    assert_view(section_of(lesson, "\"Late\""), "");
    /* No title is not the same as no section. */
    size_t header = ll_view_find(lesson->source->text, LL_VIEW("<LessonHeader"), 0);
    size_t last = ll_view_find(lesson->source->text, LL_VIEW("<u>Last"), 0);
    assert_int_equal(ll_lesson_section_index(lesson, (uint32_t)header), LL_LESSON_NONE);
    assert_int_equal(ll_lesson_section_index(lesson, (uint32_t)last), 2);
}

TEST(sections_end_with_their_component) {
    USE_ARENA;
    const ll_lesson *lesson =
        lesson_of(arena, "function Early() { return <Row><SectionHeader title=\"Early\"/></Row> }\n"
                         "function A() { return <LessonLayout><Row><b/></Row></LessonLayout> }");
    assert_int_equal(lesson->rows.at[0].section, 0);
    assert_int_equal(lesson->rows.at[1].section, LL_LESSON_NONE);
    assert_view(section_of(lesson, "<b/>"), "");
}

TEST(a_node_has_a_row) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(arena, LESSON);
    assert_int_equal(ll_lesson_row_of(lesson, element_of(lesson, "Row", 1)), LL_LESSON_NONE);
    assert_int_equal(ll_lesson_row_of(lesson, element_of(lesson, "Card", 0)), 1);
    assert_int_equal(ll_lesson_row_of(lesson, element_of(lesson, "b", 0)), 1);
    assert_int_equal(ll_lesson_row_of(lesson, element_of(lesson, "text", 0)), LL_LESSON_NONE);
    assert_true(ll_lesson_in_aside(lesson, element_of(lesson, "b", 0)));
    assert_false(ll_lesson_in_aside(lesson, element_of(lesson, "Row.Aside", 0)));
    assert_false(ll_lesson_in_aside(lesson, element_of(lesson, "Card", 0)));
    assert_true(ll_lesson_in_root(lesson, element_of(lesson, "b", 0)));
    assert_false(ll_lesson_in_root(lesson, element_of(lesson, "svg", 0)));
    assert_false(ll_lesson_in_root(lesson, element_of(lesson, "SectionHeader", 3)));
}

TEST(passages_know_their_place) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(arena, LESSON);
    uint32_t asides = 0, details = 0, third = 0;
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        asides += lesson->passages.at[i].aside;
        details += lesson->passages.at[i].details;
        third += lesson->passages.at[i].row == 3;
    }
    assert_int_equal(asides, 1);
    assert_int_equal(details, 2);
    assert_int_equal(third, 4);
}

TEST(a_row_of_a_helper_has_a_section) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(
        arena, "const Promises = () => <Row><Row.Content><SectionHeader title=\"Own\"/>"
               "<p>First</p><SectionHeader title=\"Next\"/><p>Second</p></Row.Content>"
               "</Row>\n"
               "const Bare = () => <Row><Row.Content><p>Third</p></Row.Content></Row>\n"
               "const Mark = () => <SectionHeader title=\"Mark\"/>\n"
               "const A = () => <LessonLayout><Row>Fourth</Row><Promises/></LessonLayout>\n"
               "const Plot = () => <p>Fifth</p>\n");
    assert_view(section_of(lesson, "<Row><Row.Content><SectionHeader"), "Own");
    assert_view(section_of(lesson, "First"), "Own");
    assert_view(section_of(lesson, "Second"), "Next");
    assert_view(section_of(lesson, "\nconst Bare"), "");
    assert_view(section_of(lesson, "Third"), "");
    assert_view(section_of(lesson, "\"Mark\""), "");
    assert_view(section_of(lesson, "Fourth"), "");
    assert_view(section_of(lesson, "<Promises/>"), "");
    assert_view(section_of(lesson, "Fifth"), "");
}

TEST(components_are_those_of_the_file) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(arena, LESSON);
    assert_int_equal(lesson->components.len, 4);
    assert_view(lesson->components.at[0].name, "Plot");
    assert_view(lesson->components.at[1].name, "Card");
    assert_view(lesson->components.at[2].name, "FineLesson");
    assert_int_equal(lesson->root, 2);
    assert_true(lesson->components.at[2].root);
    assert_int_equal(ll_lesson_component(lesson, LL_VIEW("Card")), 1);
    assert_int_equal(ll_lesson_component(lesson, LL_VIEW("TIPS")), LL_LESSON_NONE);
    assert_int_equal(ll_lesson_component(lesson, LL_VIEW("Row")), LL_LESSON_NONE);
}

TEST(a_file_without_layout_has_no_structure) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(arena, "export function Plot() { return <p>Text</p> }");
    assert_int_equal(lesson->layout, LL_LESSON_NONE);
    assert_int_equal(lesson->root, LL_LESSON_NONE);
    assert_int_equal(lesson->rows.len, 0);
    assert_int_equal(lesson->passages.len, 1);
    assert_false(ll_lesson_in_root(lesson, element_of(lesson, "p", 0)));
    assert_view(ll_lesson_section_at(lesson, 3), "");
    assert_false(ll_lesson_recognise(lesson->source->text));
    assert_true(ll_lesson_recognise(LL_VIEW("return <LessonLayout>")));
}

TEST(a_fault_leaves_nothing_but_itself) {
    USE_ARENA;
    ll_source *source;
    ll_error error;
    ll_source_from(&source, arena, LL_VIEW("a.tsx"), LL_VIEW("const a = <LessonLayout><Row>"),
                   &error);
    const ll_lesson *lesson = ll_lesson_parse(arena, source);
    assert_non_null(lesson->tsx->fault);
    assert_int_equal(lesson->layout, LL_LESSON_NONE);
    assert_int_equal(lesson->rows.len + lesson->passages.len + lesson->components.len, 0);
    assert_view(ll_lesson_section_at(lesson, 12), "");
    assert_int_equal(ll_lesson_component(lesson, LL_VIEW("Row")), LL_LESSON_NONE);
}

static void add_child(ll_buffer *out, const ll_lesson *lesson, const ll_child *child) {
    if (out->len)
        ll_buffer_add_byte(out, ' ');
    if (child->kind == LL_CHILD_ELEMENT)
        ll_buffer_add(out, ll_tsx_lead(lesson->tsx, child->node));
    else
        ll_buffer_add_byte(out, child->kind == LL_CHILD_TEXT ? '"' : '?');
    if (child->conditional)
        ll_buffer_add_byte(out, '~');
}

static ll_view list_children(ll_arena *arena, const ll_lesson *lesson,
                             const ll_children *children) {
    ll_buffer out = {.arena = arena, .most = 10000};
    for (uint32_t i = 0; i < children->len; i++)
        add_child(&out, lesson, &children->at[i]);
    return ll_buffer_view(&out);
}

TEST(children_are_those_of_react) {
    USE_ARENA;
    static const struct {
        const char *inside, *children;
    } cases[] = {
        {"\n  {/* note */}\n <a/> {' '} ", "a"},
        {"text <a/> {'more'}", "\" a \""},
        {"{'at'}{'\\n\\t '}{'\\\\'}", "\" \""},
        {"<><a/><><b/></>x</><c/>", "a b \" c"},
        {"<Fragment key={1}><a/></Fragment><React.Fragment><b/></React.Fragment>", "a b"},
        {"{ok && <a/>}", "a~"},
        {"{ok && <a/>}<b/>", "a~ b"},
        {"{render()}<b/>", "?~ b"},
        {"{ok ? <a/> : <b/>}", "a~ b~"},
        {"{ok ? <><a/><c/></> : null}", "a~ c~"},
        {"{ok ? (<a/>) : other}", "a~"},
        {"{xs.map((x) => <a key={x}/>)}", "a~"},
        {"{xs.map((x, i) => (\n<a key={x}><b/></a>))}", "a~"},
        {"{xs.map((x) => { const y = <c/>\n return <a>{y}</a> })}", "a~"},
        {"{xs.map(function (x) { return <a/> })}", "a~"},
        {"{xs.map((x) => x.ok && <a/>)}", "a~"},
        {"{xs.map((x) => x.ok ? <a/> : <b/>, <c/>)}", "a~ b~"},
        {"\n\xC2\xA0\n<a/>", "a"},
        {"{xs.map((x) => { if (x) { return <a/> } return x ? <b/> : <c/> })}", "a~ b~ c~"},
        {"{Array.from({ length: 3 }, (_, i) => (<a key={i}/>))}", "a~"},
        {"{xs.filter((x) => x.ok).map((x) => <a/>)}", "a~"},
        {"{[<a/>, <b/>]}", "a~ b~"},
        {"{(() => { return <a/> })()}", "a~"},
        {"{(function () { return <a/> })()}", "a~"},
        {"{[b, c].length > 1 && <a/>}", "a~"},
        {"{null}{undefined}{false}{}", ""},
        {"{children}", "?~"},
        {"{render()}", "?~"},
        {"{render(<a/>)}", "?~"},
        {"{ok && 'text'}", "\"~"},
        {"{['a b', 'c'].map((x) => <a key={x}/>)}", "a~"},
        {"{k === 'a' && <b/>}", "b~"},
        {"{k === <a/>}", "?~"},
        {"{'a' === k && <b/>}", "b~"},
        {"{ok && <a icon={<b/>}><c/></a>}", "a~"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view source =
            ll_arena_format(arena, "const x = <div id=\"a\" {...b}>%s</div>", cases[i].inside);
        const ll_lesson *lesson = lesson_of(arena, source.ptr);
        ll_children children = {0};
        ll_lesson_children(lesson, arena, element_of(lesson, "div", 0), &children);
        assert_view(list_children(arena, lesson, &children), cases[i].children);
    }
}

TEST(components_return_roots) {
    USE_ARENA;
    static const struct {
        const char *component, *roots;
    } cases[] = {
        {"function A() { return <a/> }", "a"},
        {"function A({ b }: { b: number }): JSX.Element { return (<><a/><b/></>) }", "a b"},
        {"const A = () => <a/>", "a"},
        {"const A = ({ b }: P) => (<a><b/></a>)", "a"},
        {"const A: FC<P> = (p) => { const c = <b/>; return <a>{c}</a> }", "a"},
        {"const A = memo(function A() { return <a/> })", "a"},
        {"const A = React.forwardRef((p, ref) => { return <a/> })", "a"},
        {"const A = function () { return <a/> }", "a"},
        {"const A = ({ b }: P) => b ? <a/> : <c/>", "a~ c~"},
        {"const A = p => p.b && <a/>", "a~"},
        {"const A = memo((p) => p.b && <a/>, (p, q) => p.x === q.x)", "a~"},
        {"function A() {\n if (x) return <a/>\n return y ? <b/> : <c/>\n}", "a b~ c~"},
        {"function A() {\n const f = () => <d/>\n const g = x ? <e/> : <f/>\n return <a/>\n}", "a"},
        {"function A() {\n function f() { return <d/> }\n return <a/>\n}", "a"},
        {"function A() {\n if (x) return <a/>\n const g = x ? <e/> : <f/>\n return <b/>\n}", "a b"},
        {"function A() { return xs.map((x) => <a/>) }", "a~"},
        {"function A() { return x && <a/> }", "a~"},
        {"function A() { return null }", ""},
        {"class A extends C { f = () => <d/>\n render() { return <a/> } }", ""},
        {"function A() { useEffect(() => { return <b/> }, [])\n return <a/> }", "a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const ll_lesson *lesson = lesson_of(arena, cases[i].component);
        ll_children roots = {0};
        uint32_t component = ll_lesson_component(lesson, LL_VIEW("A"));
        assert_int_not_equal(component, LL_LESSON_NONE);
        ll_lesson_component_roots(lesson, arena, component, &roots);
        assert_view(list_children(arena, lesson, &roots), cases[i].roots);
    }
}

TEST(props_are_known_when_they_are_literal) {
    USE_ARENA;
    static const struct {
        const char *attributes;
        ll_known known;
        const char *value;
    } cases[] = {
        {"t=\"a &amp; \\u0041\"", LL_KNOWN, "a & \\u0041"},
        {"t={'a \\u2014 &amp;'}", LL_KNOWN, "a \xE2\x80\x94 &amp;"},
        {"t={\"a\"}", LL_KNOWN, "a"},
        {"t={`a`}", LL_KNOWN, "a"},
        {"t={/* c */ 'a'}", LL_KNOWN, "a"},
        {"t", LL_KNOWN, ""},
        {"t=\"\"", LL_KNOWN, ""},
        {"t={TITLE}", LL_KNOWN, "It's"},
        {"t={OTHER}", LL_UNSEEN, NULL},
        {"t={TWICE}", LL_UNSEEN, NULL},
        {"t={SUM}", LL_UNSEEN, NULL},
        {"t={LET}", LL_UNSEEN, NULL},
        {"t={FIXED}", LL_KNOWN, "a"},
        {"t={HOLE}", LL_UNSEEN, NULL},
        {"t={`a ${b}`}", LL_UNSEEN, NULL},
        {"t={'a' + b}", LL_UNSEEN, NULL},
        {"t={5}", LL_UNSEEN, NULL},
        {"t={<b/>}", LL_UNSEEN, NULL},
        {"t=\"a\" t=\"b\"", LL_KNOWN, "b"},
        {"u=\"a\"", LL_ABSENT, NULL},
        {"u=\"a\" {...rest}", LL_UNSEEN, NULL},
        {"{...rest} t=\"a\"", LL_KNOWN, "a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view source = ll_arena_format(arena,
                                         "const TITLE: string = 'It\\'s'\nconst TWICE = 'a'\n"
                                         "const SUM = 'a' + b\nlet LET = 'a'\n"
                                         "const FIXED = 'a' as const\nconst HOLE = `a ${b}`\n"
                                         "function f() { const TWICE = 'b' }\n"
                                         "const x = <div %s><u {...y}/></div>",
                                         cases[i].attributes);
        const ll_lesson *lesson = lesson_of(arena, source.ptr);
        ll_view value = LL_VIEW("untouched");
        ll_known known =
            ll_lesson_prop(lesson, arena, element_of(lesson, "div", 0), LL_VIEW("t"), &value);
        assert_int_equal(known, cases[i].known);
        assert_view(value, cases[i].value ? cases[i].value : "untouched");
    }
}

TEST(classes_are_found_in_every_form) {
    USE_ARENA;
    static const struct {
        const char *attributes;
        ll_answer answer;
    } cases[] = {
        {"className=\"a c-p b\"", LL_YES},
        {"className=\"a\n  c-p\"", LL_YES},
        {"className=\"a c-px c-p-x hover:c-p\"", LL_NO},
        {"className", LL_NO},
        {"", LL_NO},
        {"id=\"c-p\"", LL_NO},
        {"className={'a c-p'}", LL_YES},
        {"className={'a'}", LL_NO},
        {"className={`a c-p ${x}`}", LL_YES},
        {"className={`a ${x ? 'b' : ''}`}", LL_NO},
        {"className={`a ${x ? 'c-p' : ''}`}", LL_YES},
        {"className={`a ${x}`}", LL_UNKNOWN},
        {"className={`c-p${x}`}", LL_UNKNOWN},
        {"className={`${x ? 'x' : ''}c-p`}", LL_UNKNOWN},
        {"className={`c-p${x ? 'x' : ''}`}", LL_UNKNOWN},
        {"className={`a ${KNOWN}`}", LL_YES},
        {"className={cn('a', undefined, null)}", LL_NO},
        {"className={cn('a', ok && 'c-p')}", LL_YES},
        {"className={cn('a', ok && 'b')}", LL_NO},
        {"className={cn('a', n > 3 ? 'b' : 'c', !ok && 'd')}", LL_NO},
        {"className={cn('a', className)}", LL_UNKNOWN},
        {"className={cn('a', props.className)}", LL_UNKNOWN},
        {"className={clsx({ 'c-p': ok })}", LL_YES},
        {"className={clsx({ a: ok, 'b': no })}", LL_NO},
        {"className={clsx({ a: ok, ...more })}", LL_UNKNOWN},
        {"className={['a', 'c-p'].join(' ')}", LL_YES},
        {"className={['a', ok && 'b'].filter(Boolean).join(' ')}", LL_NO},
        {"className={['a', 'b'].filter(keep).join(' ')}", LL_NO},
        {"className={['a', 'b'].filter((one) => one !== kind).join(' ')}", LL_NO},
        {"className={['a'].map(f)}", LL_UNKNOWN},
        {"className={['a'].map(f).join(' ')}", LL_UNKNOWN},
        {"className={cn(['a'].map((one) => one + x))}", LL_UNKNOWN},
        {"className={['a', 'c-p'].map(f)}", LL_YES},
        {"className={sizes.map(f).join(' ')}", LL_UNKNOWN},
        {"className={sizes.filter(Boolean).join(' ')}", LL_UNKNOWN},
        {"className={sizes?.join(' ')}", LL_UNKNOWN},
        {"className={cn('a', size.trim())}", LL_UNKNOWN},
        {"className={PLAIN.trim()}", LL_NO},
        {"className={PLAIN?.trim()}", LL_NO},
        {"className={KNOWN.concat(' b')}", LL_YES},
        {"className={styles.cn('a')}", LL_NO},
        {"className={cn(sizes.map((one) => 'a'))}", LL_UNKNOWN},
        {"className={list().filter(Boolean).join(' ')}", LL_UNKNOWN},
        {"className={a.b.filter(Boolean).join(' ')}", LL_UNKNOWN},
        {"className={['a'].map(f).filter(Boolean).join(' ')}", LL_UNKNOWN},
        {"className={['a'].map(f) === 'x' ? 'a' : 'b'}", LL_NO},
        {"className={['a'].some(f) ? 'a' : 'b'}", LL_NO},
        {"className={kind === 'c-p' ? 'a' : 'b'}", LL_NO},
        {"className={cn('a', (kind === other) && 'b')}", LL_NO},
        {"className={!ok || 'a'}", LL_NO},
        {"className={x}", LL_UNKNOWN},
        {"className={KNOWN}", LL_YES},
        {"className={PLAIN}", LL_NO},
        {"className={cn(PLAIN, 'b')}", LL_NO},
        {"className={styles.row}", LL_UNKNOWN},
        {"className={styles['c']}", LL_UNKNOWN},
        {"className={button({ size: 'a' })}", LL_UNKNOWN},
        {"{...rest}", LL_UNKNOWN},
        {"className=\"a\" {...rest}", LL_UNKNOWN},
        {"{...rest} className=\"a\"", LL_NO},
        {"className=\"c-p\" {...rest}", LL_YES},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view source = ll_arena_format(arena,
                                         "const KNOWN = 'a c-p'\nconst PLAIN = `a`\n"
                                         "const x = <summary %s>a</summary>",
                                         cases[i].attributes);
        const ll_lesson *lesson = lesson_of(arena, source.ptr);
        ll_answer answer =
            ll_lesson_has_class(lesson, element_of(lesson, "summary", 0), LL_VIEW("c-p"));
        if (answer != cases[i].answer)
            fail_msg("%s: %d", cases[i].attributes, answer);
    }
}

static bool add_class(void *context, ll_view name) {
    ll_buffer *out = context;
    ll_buffer_add(out, name);
    ll_buffer_add_byte(out, ' ');
    return !ll_view_equal(name, LL_VIEW("stop"));
}

TEST(classes_are_visited_in_their_order) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(
        arena, "const x = <b className={cn('a b', { c: d }, `e-${f} g`, 'stop h', 'i')}/>");
    ll_buffer out = {.arena = arena, .most = 1000};
    ll_lesson_classes(lesson, element_of(lesson, "b", 0), add_class, &out);
    assert_view(ll_buffer_view(&out), "a b c g stop ");
}

typedef struct row_texts {
    const ll_lesson *lesson;
    ll_buffer *out;
} row_texts;

static void add_text(void *context, uint32_t row, bool aside, uint32_t passage) {
    const row_texts *texts = context;
    ll_view text = ll_lesson_passage_text(texts->lesson, &texts->lesson->passages.at[passage]);
    ll_buffer_add_format(texts->out, "%u%s:%.*s|", row, aside ? "a" : "", LL_VIEW_ARG(text));
}

TEST(rows_have_the_texts_of_what_they_use) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(arena, LESSON);
    ll_buffer out = {.arena = arena, .most = 10000};
    ll_lesson_row_texts(ll_lesson_row_links(lesson, arena), LL_LESSON_STEPS_MOST,
                        &(ll_row_sink){.text = add_text, .context = &(row_texts){lesson, &out}});
    assert_view(ll_buffer_view(&out), "0:T|1:Before|1:One & only|1:Card text|1:Axis|1a:Aside|"
                                      "2:Note|2:Tip one|2:Tip two|3:S|3:D|3:Last|3:Two|");
}

/* The steps: One, the name A; its text, the name B; its text. Then the Row's own and A once more.
 */
TEST(texts_of_rows_take_so_many_steps) {
    USE_ARENA;
    static const char *const expected[] = {
        "0:One|1:Two|",         "0:One|1:Two|",         "0:One|1:Two|",
        "0:One|0:a|1:Two|",     "0:One|0:a|1:Two|",     "0:One|0:a|0:b|1:Two|",
        "0:One|0:a|0:b|1:Two|", "0:One|0:a|0:b|1:Two|", "0:One|0:a|0:b|1:Two|1:a|"};
    const ll_lesson *lesson =
        lesson_of(arena, "const A = () => <p>a<B/></p>\nconst B = () => <p>b</p>\n"
                         "const x = <Row>One<A/></Row>\n"
                         "const y = <Row>Two<A/></Row>");
    for (uint32_t steps = 0; steps < sizeof expected / sizeof *expected; steps++) {
        ll_buffer out = {.arena = arena, .most = 10000};
        ll_lesson_row_texts(
            ll_lesson_row_links(lesson, arena), steps,
            &(ll_row_sink){.text = add_text, .context = &(row_texts){lesson, &out}});
        assert_view(ll_buffer_view(&out), expected[steps]);
    }
}

static ll_view texts_of_rows(ll_arena *arena, const ll_lesson *lesson) {
    ll_buffer out = {.arena = arena, .most = 10000};
    ll_lesson_row_texts(ll_lesson_row_links(lesson, arena), LL_LESSON_STEPS_MOST,
                        &(ll_row_sink){.text = add_text, .context = &(row_texts){lesson, &out}});
    return ll_buffer_view(&out);
}

/* What stands in front of a Row in braces is named for it; between two Rows for the second alone.
 */
TEST(rows_have_the_texts_that_they_are_made_of) {
    USE_ARENA;
    static const struct {
        const char *layout, *expected;
    } cases[] = {
        {"{C.map((c) => <Row>One</Row>)}<Row>Two</Row>", "0:One|0:Cold soup is fine|1:Two|"},
        {"{Object.values(C).map((c) => { return <Row>One {c}</Row> })}",
         "0:One #|0:Cold soup is fine|"},
        {"<div>{open ? <Row>One</Row> : C.map((c) => <Row>Two</Row>)}</div>",
         "0:One|1:Two|1:Cold soup is fine|"},
        {"{C.map((c) => <><Row>One</Row><Row>Two</Row></>)}",
         "0:One|0:Cold soup is fine|1:Two|1:Cold soup is fine|"},
        {"{C.length > 0}<Row>One</Row>", "0:One|"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view source = ll_arena_format(arena,
                                         "const C = ['Cold soup is fine']\nexport function L() { "
                                         "return <LessonLayout>%s</LessonLayout> }",
                                         cases[i].layout);
        ll_view texts = texts_of_rows(arena, lesson_of(arena, source.ptr));
        ll_buffer shown = {.arena = arena, .most = 1000};
        for (size_t at = 0; at < texts.len; at++)
            if (ll_view_starts(ll_view_slice(texts, at, texts.len),
                               LL_VIEW(LL_LESSON_PLACEHOLDER))) {
                ll_buffer_add_byte(&shown, '#');
                at += sizeof LL_LESSON_PLACEHOLDER - 2;
            } else {
                ll_buffer_add_byte(&shown, texts.ptr[at]);
            }
        assert_view(ll_buffer_view(&shown), cases[i].expected);
    }
}

/* Code that is nearly all of the file is read for eight Rows. */
TEST(code_in_front_of_rows_is_read_so_often) {
    USE_ARENA;
    ll_buffer out = {.arena = arena, .most = 100000};
    ll_buffer_add_cstring(
        &out, "const C = ['Cold soup is fine']\nexport function L() { return <LessonLayout>{C");
    for (int i = 0; i < 20000; i++)
        ll_buffer_add_byte(&out, ' ');
    ll_buffer_add_cstring(&out, ".map(() => <>");
    for (int i = 0; i < 10; i++)
        ll_buffer_add_cstring(&out, "<Row>r</Row>");
    ll_buffer_add_cstring(&out, "</>)}</LessonLayout> }");
    ll_buffer_add_byte(&out, '\0');
    ll_view texts = texts_of_rows(arena, lesson_of(arena, out.ptr));
    assert_true(ll_view_find(texts, LL_VIEW("7:r|7:Cold soup is fine|"), 0) != LL_VIEW_NONE);
    assert_true(ll_view_find(texts, LL_VIEW("8:r|9:r|"), 0) != LL_VIEW_NONE);
}

static void add_component(void *context, uint32_t row, bool aside, uint32_t element) {
    const row_texts *texts = context;
    ll_view name = ll_tsx_lead(texts->lesson->tsx, element);
    ll_buffer_add_format(texts->out, "%u%s<%.*s|", row, aside ? "a" : "", LL_VIEW_ARG(name));
}

TEST(rows_have_the_components_of_what_they_use) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(
        arena, "const A = () => <p><C/><b/></p>\nconst B = () => <D/>\n"
               "const x = <Row><A/><Row.Aside><E/></Row.Aside></Row>\nconst y = <Row><p/></Row>");
    ll_buffer out = {.arena = arena, .most = 10000};
    ll_lesson_row_texts(ll_lesson_row_links(lesson, arena), LL_LESSON_STEPS_MOST,
                        &(ll_row_sink){add_text, add_component, &(row_texts){lesson, &out}});
    assert_view(ll_buffer_view(&out), "0<A|0<Row.Aside|0<C|0a<E|");
}

TEST(many_declarations_are_found_by_their_names) {
    USE_ARENA;
    ll_buffer source = {.arena = arena, .most = 1 << 20}, out = {.arena = arena, .most = 1 << 20};
    for (uint32_t i = 0; i < 200; i++)
        ll_buffer_add_format(&source, "const T%u = ['It is text %u.']\n", i, i);
    ll_buffer_add_cstring(&source, "const x = <Row><A a={T0} b={T61} c={T199}/></Row>\n");
    ll_buffer_add_byte(&source, '\0');
    const ll_lesson *lesson = lesson_of(arena, ll_buffer_view(&source).ptr);
    ll_lesson_row_texts(ll_lesson_row_links(lesson, arena), LL_LESSON_STEPS_MOST,
                        &(ll_row_sink){.text = add_text, .context = &(row_texts){lesson, &out}});
    ll_view texts = ll_buffer_view(&out);
    assert_true(ll_view_find(texts, LL_VIEW("0:It is text 0.|"), 0) != LL_VIEW_NONE);
    assert_true(ll_view_find(texts, LL_VIEW("0:It is text 61.|"), 0) != LL_VIEW_NONE);
    assert_true(ll_view_find(texts, LL_VIEW("0:It is text 199.|"), 0) != LL_VIEW_NONE);
    assert_true(ll_view_find(texts, LL_VIEW("It is text 1.|"), 0) == LL_VIEW_NONE);
}

TEST(members_are_no_constants) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(arena, "const NOTES = [{ title: 'Note' }]\n"
                                               "const x = <Row>{a.NOTES}</Row>\n"
                                               "const y = <Row>{[...NOTES]}</Row>");
    assert_view(texts_of_rows(arena, lesson), "1:Note|");
}

TEST(words_of_strings_and_texts_name_no_constants) {
    USE_ARENA;
    const ll_lesson *lesson =
        lesson_of(arena, "const NOTES = [{ title: 'Note' }]\n"
                         "const x = <Row>My NOTES <b id=\"NOTES\" key={'NOTES'}/></Row>");
    assert_view(texts_of_rows(arena, lesson), "0:My NOTES |");
}

TEST(code_is_no_text_of_a_row) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(
        arena,
        "const A = `the code`\nconst x = <Row><p>Run <code>it</code></p><CodeBlock code={A}/>"
        "<BlockMath math=\"x\"/></Row>");
    assert_view(texts_of_rows(arena, lesson), "0:Run " LL_LESSON_PLACEHOLDER "|");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_and_sections_are_listed),
        cmocka_unit_test(a_place_has_a_section),
        cmocka_unit_test(sections_end_with_their_component),
        cmocka_unit_test(a_node_has_a_row),
        cmocka_unit_test(passages_know_their_place),
        cmocka_unit_test(a_row_of_a_helper_has_a_section),
        cmocka_unit_test(components_are_those_of_the_file),
        cmocka_unit_test(a_file_without_layout_has_no_structure),
        cmocka_unit_test(a_fault_leaves_nothing_but_itself),
        cmocka_unit_test(children_are_those_of_react),
        cmocka_unit_test(components_return_roots),
        cmocka_unit_test(props_are_known_when_they_are_literal),
        cmocka_unit_test(classes_are_found_in_every_form),
        cmocka_unit_test(classes_are_visited_in_their_order),
        cmocka_unit_test(rows_have_the_texts_of_what_they_use),
        cmocka_unit_test(texts_of_rows_take_so_many_steps),
        cmocka_unit_test(rows_have_the_texts_that_they_are_made_of),
        cmocka_unit_test(code_in_front_of_rows_is_read_so_often),
        cmocka_unit_test(rows_have_the_components_of_what_they_use),
        cmocka_unit_test(many_declarations_are_found_by_their_names),
        cmocka_unit_test(members_are_no_constants),
        cmocka_unit_test(words_of_strings_and_texts_name_no_constants),
        cmocka_unit_test(code_is_no_text_of_a_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
