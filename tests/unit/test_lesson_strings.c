/* lesson: which attributes and strings a student sees. */
#include "lesson_support.h"

#define OWN (KIND(ATTRIBUTE) | KIND(STRING))

TEST(attributes_are_judged_by_name) {
    USE_ARENA;
    assert_passages("<GradientCard title=\"Loss\" subtitle=\"of it\" color=\"deep sea blue\"/>",
                    OWN, "Loss|of it");
    assert_passages("<img src=\"/a b.png\" alt=\"A b\" className=\"The big one, in red\"/>", OWN,
                    "A b");
    assert_passages("<input placeholder=\"Name\" name=\"The user of it\" data-x=\"The a of b\"/>",
                    OWN, "Name");
    assert_passages("<Tab aria-label=\"Open &mdash; now\" href=\"/to the moon\"/>", OWN,
                    "Open \xE2\x80\x94 now");
    assert_passages("<Thing buttonClass=\"The red one of two\" rowKey=\"The a of b\"/>", OWN, "");
}

TEST(unknown_attributes_are_seen_when_they_look_like_prose) {
    USE_ARENA;
    assert_passages("<Plot claim=\"The loss falls\" b=\"Two words\" c=\"it is so\"/>", OWN,
                    "The loss falls|Two words|it is so");
    assert_passages("<Plot claim=\"loss AND gradient\"/>", OWN, "loss AND gradient");
    assert_passages("<Plot claim=\"GPT-2 is it\" b=\" Loss falls twice\"/>", OWN,
                    "GPT-2 is it| Loss falls twice");
    assert_passages("<Plot claim=\"it is a = b\"/>", OWN, "it is a = b");
    assert_passages("<Plot claim=\"Long-lived cells stay\"/>", OWN, "Long-lived cells stay");
    assert_passages("<Plot claim=\"Don't panic\" b=\"ocean's tides.\"/>", OWN,
                    "Don't panic|ocean's tides.");
    static const char *const no_prose[] = {
        "word",
        "flex items-center gap-2",
        "font-medium cursor-pointer text-primary hover:underline",
        "M 0 0 L 10 10",
        "1px solid red",
        "Inter, sans-serif",
        "rgba(0, 0, 0, 0.5) and the rest",
        "https://a.b/c d e",
        "/path to/the file",
        "0.2, 0.4, 0.6",
        "translate(10 20) rotate(4)",
        "var(--chart-1) is it",
        "const x = f(a);",
        "nn.Linear of the model",
        "let it be ;",
        "softmax(2) of it",
        "bold italic, normal",
        "text-sm md:grid-cols-2 p-4",
    };
    for (size_t i = 0; i < sizeof no_prose / sizeof *no_prose; i++) {
        ll_view source = ll_arena_format(arena, "<Plot claim=\"%s\"/>", no_prose[i]);
        assert_passages(source.ptr, OWN, "");
    }
}

/* They are for people, whatever their key. */
TEST(equations_of_numbers_are_seen) {
    USE_ARENA;
    assert_passages("<Plot claim=\"15 / 4 = 3.75\" b=\"-3 \xE2\x89\x88 (-10 / 3)\"/>", OWN,
                    "15 / 4 = 3.75|-3 \xE2\x89\x88 (-10 / 3)");
    assert_passages("<Plot a=\"15 / 4 = x\" b=\"x = 3.75\" c=\"15 / 4 3.75\" d=\"15 = (x\"/>", OWN,
                    "");
}

/* A component of the file tells by what it does with a prop. */
TEST(props_that_a_component_shows_are_seen) {
    USE_ARENA;
    assert_passages("<Stage name=\"SFT\"/>", OWN, "");
    assert_passages("const x = <Stage name=\"SFT\"/>\n"
                    "function Stage({ name }) { return <h4>{name}</h4> }",
                    OWN, "SFT");
    assert_passages("const x = <Stage name=\"SFT\"/>\n"
                    "function Stage({ name }) { return <img className={name}/> }\n"
                    "function Other({ name }) { return <h4>{name}</h4> }",
                    OWN, "");
    assert_passages("const x = <Term sum=\"a b\"/>\n"
                    "const Term = ({ sum }) => <InlineMath math={sum}/>",
                    OWN | KIND(MATH), "a b");
    assert_passages("const x = <Term sum=\"It is the a of b\"/>\n"
                    "const Term = ({ sum }) => <InlineMath math={sum}/>",
                    OWN, "");
}

/* What is known of a property of some object holds for all of that name. */
TEST(properties_that_a_child_shows_are_seen) {
    USE_ARENA;
    assert_passages("const all = [{ taught: '4.4 Alignment', hue: 'amber' }]\n"
                    "const x = all.map((s) => <p className={s.hue}>{s.taught}</p>)",
                    OWN, "4.4 Alignment");
    assert_passages("const all = [{ taught: '4.4 Alignment' }]\n"
                    "const x = all.map((s) => <p>{ s?.at /* it */ .taught }</p>)",
                    OWN, "4.4 Alignment");
    static const char *const unseen[] = {
        "<Bar of={s.taught}/>", "<p>{s.taught.length}</p>", "<p>{s.taught + 1}</p>",
        "<p>{s.other}</p>",     "<code>{s.taught}</code>",  "<p title={s.taught}/>",
    };
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++) {
        ll_view source = ll_arena_format(
            arena, "const all = [{ taught: '4.4 Alignment' }]\nconst x = all.map((s) => %s)",
            unseen[i]);
        assert_passages(source.ptr, OWN, "");
    }
}

/* What an element shows may be a program's output, or an option of one. */
TEST(code_that_a_child_shows_is_no_label) {
    USE_ARENA;
    assert_passages(
        "const all = [{ output: `$ run train.py\nloss 0.4 -- still` , flag: '--all' }]\n"
        "const x = all.map((s) => <div><i>{s.output}</i><p>{s.flag}</p></div>)",
        OWN, "");
}

/* A table as data: short cells beside a sentence name what that is about. */
TEST(cells_beside_prose_are_labels) {
    USE_ARENA;
    assert_passages("const rows = [['LoRA', 'very little', 'It is a bypass.'], ['b', 'So it is.']]",
                    OWN, "LoRA|very little|It is a bypass.|So it is.");
    assert_passages("const rows = [['text-rose-400', 'rose', '/a/b', 'It is a bypass.']]", OWN,
                    "It is a bypass.");
    assert_passages("const rows = [['LoRA', 'QLoRA'], ['Full']]", OWN, "");
    assert_passages("const row = ['LoRA', 'It is a bypass.']", OWN, "It is a bypass.");
    assert_passages(
        "const rows = [['LoRA', 'It\\'s a bypass \\u2014 of it.'], ['QLoRA', `It is ${n}.`]]", OWN,
        "LoRA|It's a bypass \xE2\x80\x94 of it.|QLoRA|It is #.");
    assert_passages("const x = f(['LoRA', 'It is a bypass.'])", OWN, "");
}

TEST(backslashes_of_attributes_and_entities_of_strings_stay) {
    USE_ARENA;
    assert_passages("<Card title=\"a \\u2014 b\"/>", OWN, "a \\u2014 b");
    assert_passages("<Card title={'a&mdash;b \\u2014 c'}/>", OWN, "a&mdash;b \xE2\x80\x94 c");
    assert_passages("<Card title={`a ${n} b`}/>", OWN, "a # b");
    assert_passages("<Card title={`a ${n ? 'one' : 'two'} b`}/>", OWN, "a # b|one|two");
}

TEST(props_of_arrays_and_objects_are_seen) {
    USE_ARENA;
    assert_passages("<ConstraintBlock items={['NOT a', 'b']}/>", OWN, "NOT a|b");
    assert_passages("<ComparisonRow left={{ title: 'A', color: 'red', items: ['b', 'c d'] }}/>",
                    OWN, "A|b|c d");
    assert_passages(
        "<ReferencesBlock references={[{ title: 'T', url: 'https://a of b', 'note': 'n' }]}/>", OWN,
        "T|n");
    assert_passages("<Sum items={[ok && 'a', ok ? 'b' : 'c', 'd' + 'e']}/>", OWN, "a|b|c|d#|#e");
    assert_passages("<Sum items={[k === 'a' ? 'b' : m['c'], 'd' === k && 'e']}/>", OWN, "b|e");
    assert_passages("<Sum items={['a', 'It is so.'].map((x) => ({ title: x }))}/>", OWN,
                    "It is so.");
    assert_passages("<Sum items={xs.map((x) => x.ok ? 'yes' : 'no')}/>", OWN, "yes|no");
}

TEST(classes_code_and_maths_are_no_prose) {
    USE_ARENA;
    assert_passages(
        "<b className={cn('The a of b', ok && 'It is')} style={{ content: 'The a of b' }}/>",
        VISIBLE, "");
    const char *code =
        "<CodeBlock code={`print('a b')`} language=\"python\" filename=\"The file of it\"/>";
    assert_passages(code, VISIBLE, "");
    assert_passages(code, KIND(CODE), "print('a b')");
    assert_passages("<BlockMath math=\"\\text{The a of b}\"/>", VISIBLE, "");
    assert_passages("<BlockMath math={String.raw`\\frac{a}{b} is it`}/>", VISIBLE | KIND(MATH),
                    "\\frac{a}{b} is it");
    const char *const escaped[] = {"<BlockMath math={'\\\\frac{a}{b} is it'}/>",
                                   "<BlockMath math={`\\\\frac{a}{b} is it`}/>",
                                   "const a = [{ math: '\\\\frac{a}{b} is it' }]"};
    for (size_t i = 0; i < sizeof escaped / sizeof *escaped; i++)
        assert_passages(escaped[i], VISIBLE | KIND(MATH), "\\frac{a}{b} is it");
}

TEST(programs_talk_to_nobody) {
    USE_ARENA;
    static const char *const hidden[] = {
        "'use client'",
        "import { A } from 'the name of it'",
        "import 'The css of it'",
        "export * from 'The name of it'",
        "type A = 'The a of it' | 'The b of it'",
        "const said: 'The a of it' | 'It is so.' = x",
        "enum A { B = 'The a of it' }",
        "const enum A { B = 'The a of it' }",
        "interface A { kind: 'The a of it' }",
        "console.log('The a is at the b')",
        "throw new Error('The a is at the b')",
        "function f(x) { switch (x) { case 'The a of it': return 1 } }",
        "if (x === 'The a of it') { go() }",
        "const said = x['The a of it']",
        "const said = { 'The a of it': 1 }",
        "document.querySelector('The a of it')",
        "localStorage.setItem('The a of it', 'It is so.')",
        "const said = <option value=\"The a of it\"/>",
        "const said = 'The a, of it'.split(' ')",
        "const said = x as 'The a of it'",
        "const labelClass = 'The a of it'",
        "const said = css`the a of it`",
        "const said = ['The a', 'is it'].includes(x)",
        "// The a of 'it is'",
    };
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        assert_passages(hidden[i], VISIBLE, "");
}

TEST(data_is_seen_by_its_keys) {
    USE_ARENA;
    assert_passages("const STAGES = [{ id: 'The id of it', name: 'SFT', note: 'a', color: 'red' }]",
                    OWN, "SFT|a");
    assert_passages(
        "const T: Record<string, A> = { a: { question: 'Why?', slug: 'To be or not to be' } }", OWN,
        "Why?");
    assert_passages("const TIPS = ['Read it all.', 'word']", OWN, "Read it all.");
    assert_passages("const A = [{ how: `One line of it\nand one more.` }]", OWN,
                    "One line of it\nand one more.");
    assert_passages("const A = [{ how: `for (a of b)\n  print(a)` }]", VISIBLE, "");
    assert_passages("const TIPS = ['Take the (small) one.', 'the f(x) of it']", OWN,
                    "Take the (small) one.");
    assert_passages("const TIPS = ['word']\nconst x = <A items={TIPS}/>", OWN, "word");
    assert_passages("const WORD = 'word'\nconst x = <p>{WORD}</p>", OWN, "word");
    assert_passages("function f(x) { if (x) { return 'It is so.' } const said = 'This is it.' }",
                    OWN, "It is so.|This is it.");
    assert_passages("const f = () => { setNote('That is right.'); setMode('train') }", OWN,
                    "That is right.");
}

/* `points` of a drawing are numbers, and do not look like prose. */
TEST(names_of_drawings_and_styles_may_be_those_of_texts) {
    USE_ARENA;
    assert_passages(
        "const A = [{ points: ['It is so.', 'And so.'], transition: 'Now look at it.' }]", OWN,
        "It is so.|And so.|Now look at it.");
    assert_passages(
        "const A = [{ points: '0,0 10,20', transition: 'opacity 0.3s, transform 0.3s' }]", OWN, "");
}

/* A sentence with a term is one; what holds a term for every few words, or on lines, is code. */
TEST(terms_of_code_in_a_sentence_leave_it_one) {
    USE_ARENA;
    assert_passages(
        "const A = ['A model that guesses at the start has a cross loss of ln(1/50) here.']", OWN,
        "A model that guesses at the start has a cross loss of ln(1/50) here.");
    assert_passages("const A = ['A model at the start has a loss of ln(1/50) here.']", OWN, "");
    assert_passages("const A = ['Model guesses start with a_b cross loss here every day of weeks']",
                    OWN, "Model guesses start with a_b cross loss here every day of weeks");
    assert_passages("const A = ['Models guess many classes, start_high fall steadily later, reach "
                    "small values soon']",
                    OWN, "");
    assert_passages(
        "const A = `A model that guesses at the start has a cross loss of ln(1/50).\nb`", OWN, "");
}

TEST(values_of_parameters_maps_and_spreads_are_seen) {
    USE_ARENA;
    assert_passages("function F({ note = 'It is so.' }: { note?: 'It is a type.' }) {}", OWN,
                    "It is so.");
    assert_passages("const F = ({ note = 'It is so.' }: Props, k = 'The a of b') => null", OWN,
                    "It is so.|The a of b");
    assert_passages("const TERMS = new Map([['epoch', 'One pass of it']])", OWN, "One pass of it");
    assert_passages("<Sum items={['a', ...(b ? ['c'] : [])]} {...{ title: 'd' }}/>", OWN, "a|c|d");
}

TEST(names_of_things_are_judged_by_their_text) {
    USE_ARENA;
    assert_passages("const ROWS = [{ action: 'Move left, to the valley', kind: 'warm start' }]",
                    OWN, "Move left, to the valley");
    assert_passages("<Layer role=\"What the layer is for\" size=\"lg\" type=\"button\"/>", OWN,
                    "What the layer is for");
}

TEST(added_text_stands_beside_a_string) {
    USE_ARENA;
    assert_passages("<p>{n + ' of the ' + m}</p>", KIND(STRING), "# of the #");
    assert_passages("<p>{n + /* so */ `of ${m}` /* many */ + 'of it'}</p>", KIND(STRING),
                    "#of ##|#of it");
    assert_passages("<p>{['of it', +n]}{f(n++)}</p>", KIND(STRING), "of it");
    assert_passages("const said = 'This is it.'\n++n", KIND(STRING), "This is it.");
    assert_passages("<CodeBlock code={'a' + b}/>", KIND(CODE), "a");
}

TEST(variables_of_code_are_code) {
    USE_ARENA;
    const char *source = "const A = `The a is here`\nconst x = <CodeBlock code={A}/>";
    assert_passages(source, VISIBLE, "");
    assert_passages(source, KIND(CODE), "The a is here");
    assert_passages("const A = `The a is here`\nconst x = <><CodeBlock code={A}/><p>{A}</p></>",
                    OWN, "The a is here");
    assert_passages("const A = `The a\n is here`", VISIBLE, "");
    assert_passages("const A = 'The a is it'\nconst x = <b className={A}/>", VISIBLE, "");
}

TEST(properties_that_only_code_takes_are_code) {
    USE_ARENA;
    const char *const data = "const A = [{ title: 'B of the a', text: 'The a is here' }]\n";
    const char *const takers[] = {
        "<CodeBlock code={A[0].text}/>",
        "<CodeBlock code={A[n]?.text.trim()}/>",
        "<pre><code>{b ? A[n].text : ''}</code></pre>",
        "{A.map((a) => <CodeBlock key={a.title} code={a.text}/>)}",
        "{A.map(({ text }, i) => { return <CodeBlock key={i} code={text}/> })}",
        "{A.map((a) => <><h4>{a.title}</h4><CodeBlock code={`${a.text}\n`}/></>)}",
        "<Copy onClick={() => copy(A[n].text)}/><BlockMath math={A[n].text}/>",
    };
    for (size_t i = 0; i < sizeof takers / sizeof *takers; i++) {
        char source[512];
        snprintf(source, sizeof source, "%sconst x = <Row>%s</Row>", data, takers[i]);
        assert_passages(source, KIND(STRING), "B of the a");
    }
    const char *const showers[] = {
        "<CodeBlock code={A[n].text}/><p>{A[n].text}</p>",
        "<CodeBlock code={A[n].text}/><p>{b && f(a.text)}</p>",
        "<CodeBlock code={text}/>{A.map(({ title, text }) => <p>{text}</p>)}",
        "<CodeBlock code={B.text}/><Cards items={A}/>",
    };
    for (size_t i = 0; i < sizeof showers / sizeof *showers; i++) {
        char source[512];
        snprintf(source, sizeof source, "%sconst x = <Row>%s</Row>", data, showers[i]);
        assert_passages(source, KIND(STRING), "B of the a|The a is here");
    }
}

TEST(variables_that_only_code_takes_are_code) {
    USE_ARENA;
    const char *const data = "const A = { a: 'The a is here', b: ['B of the a'] }\n";
    const struct {
        const char *taker, *strings;
    } cases[] = {
        {"<CodeBlock code={A[n]}/>", ""},
        {"<CodeBlock code={A[n].b}/>", "The a is here"},
        {"<CodeBlock code={A.b.join('')}/>", "The a is here"},
        {"<CodeBlock code={A.join('')}/>", ""},
        {"<CodeBlock code={n ? A : B}/>", ""},
        {"<CodeBlock code={n ? A : B}/><p>{f(A)}</p>", "The a is here|B of the a"},
        {"<CodeBlock code={n ? A : B}/><Cards {...A}/>", "The a is here|B of the a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char source[512];
        snprintf(source, sizeof source, "%sconst x = <Row>%s</Row>", data, cases[i].taker);
        assert_passages(source, KIND(STRING), cases[i].strings);
    }
}

/* What a function gives back is what its call is taken for. */
TEST(functions_that_only_code_calls_give_code) {
    USE_ARENA;
    static const char *const functions[] = {
        "function f() { return 'The a is here' }\n",
        "function f(n) { if (n) { return `The a is here` }\n return '' }\n",
        "const f = () => 'The a is here'\n",
        "const f = (n) => n ? 'The a is here' : ''\n",
        "function f() { const lines = ['The a is here']\n return lines.join('') }\n",
    };
    static const struct {
        const char *taker;
        bool code;
    } cases[] = {
        {"<CodeBlock code={f()}/>", true},
        {"<CodeBlock code={f(1).trim()}/>", true},
        {"<pre><code>{n ? f(n) : g}</code></pre>", true},
        {"<p>{f()}</p>", false},
        {"<CodeBlock code={f()}/><p>{n && f(1)}</p>", false},
        {"<CodeBlock code={g()}/>", false},
        {"<CodeBlock code={f.text}/>", false},
    };
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
            char source[512];
            snprintf(source, sizeof source, "%sconst x = <Row>%s</Row>", functions[i],
                     cases[k].taker);
            assert_passages(source, KIND(STRING), cases[k].code ? "" : "The a is here");
            assert_passages(source, KIND(CODE), cases[k].code ? "The a is here" : "");
        }
}

TEST(props_that_a_component_takes_as_code_are_code) {
    USE_ARENA;
    const char *source = "function Note({ title, text }) {\n"
                         "  return <><h4>{title}</h4><CodeBlock code={text}/></>\n}\n"
                         "const x = <Note title=\"The a\" text=\"Of the a\"/>";
    assert_passages(source, VISIBLE, "The a");
    assert_passages(source, KIND(CODE), "Of the a");
}

/* A helper may show a list of lines, in its own letters. */
TEST(props_that_a_component_shows_in_code_are_code) {
    USE_ARENA;
    static const struct {
        const char *helper;
        bool code;
    } cases[] = {
        {"function Box({ lines }) { return <pre>{lines.join('')}</pre> }", true},
        {"function Box(props) { return <pre>{props.lines.join('')}</pre> }", true},
        {"const Box = ({ lines }) => <pre>{lines.map((l) => <div key={l}>{l}</div>)}</pre>", true},
        {"const Box = ({ lines }) => <CodeBlock code={lines[0]}/>", true},
        {"const Box = ({ lines }) => <ul>{lines.map((l) => <li>{l}</li>)}</ul>", false},
        {"const Box = ({ lines }) => <b><pre>{lines.join('')}</pre>{lines.map((l) => l)}</b>",
         false},
        {"const Box = ({ lines }) => <pre>{lines.length}</pre>", false},
        {"const Box = ({ lines }) => <p>{lines}</p>\n"
         "const Other = ({ lines }) => <pre>{lines.join('')}</pre>",
         false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char source[512];
        snprintf(source, sizeof source, "%s\nconst x = <Box lines={['The a is here']}/>",
                 cases[i].helper);
        assert_passages(source, KIND(STRING), cases[i].code ? "" : "The a is here");
        assert_passages(source, KIND(CODE), cases[i].code ? "The a is here" : "");
    }
}

TEST(what_stands_in_a_component_that_shows_code_is_code) {
    USE_ARENA;
    static const struct {
        const char *helper;
        bool code;
    } cases[] = {
        {"const Box = ({ children }) => <code>{children}</code>", true},
        {"function Box(props) { return <div><pre>{props.children}</pre></div> }", true},
        {"const Box = ({ children }) => <Inner>{children}</Inner>\n"
         "const Inner = ({ children }) => <code>{children}</code>",
         true},
        {"const Box = ({ children }) => <b>{children}</b>", false},
        {"const Box = ({ children }) => <i><code>{children}</code><b>{children}</b></i>", false},
        {"const Box = ({ children }) => <i><code>{children}</code>{f(children)}</i>", false},
        {"const Box = () => <code>a</code>", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char source[512];
        snprintf(source, sizeof source, "%s\nconst x = <Box>The b is here{'c'}</Box>",
                 cases[i].helper);
        ll_view code = passages_of(arena, lesson_of(arena, source), KIND(CODE));
        bool found = ll_view_find(code, LL_VIEW("The b is here|c"), 0) != LL_VIEW_NONE;
        if (found != cases[i].code)
            fail_msg("case %zu: %.*s", i, LL_VIEW_ARG(code));
    }
}

TEST(a_component_that_shows_code_says_nothing_of_others) {
    USE_ARENA;
    const ll_lesson *lesson =
        lesson_of(arena, "const Box = ({ children }) => <code>{children}</code>\n"
                         "const Plain = ({ children }) => <b>{children}</b>\n"
                         "const x = <><Box><u>a</u></Box><Plain><i>The b is here</i></Plain></>");
    assert_view(passages_of(arena, lesson, KIND(CODE)), "a");
    assert_false(ll_lesson_in_aside(lesson, element_of(lesson, "i", 0)));
    assert_false(ll_lesson_in_aside(lesson, element_of(lesson, "u", 0)));
}

TEST(samples_stand_in_props_of_code_and_beside_a_language) {
    USE_ARENA;
    static const char *const samples[] = {
        "<Sandbox initialCode=\"The a is here\"/>",
        "<Sandbox language=\"python\" value=\"The a is here\"/>",
        "<Sandbox lang={'SQL'} defaultValue={`The a is here`}/>",
        "<Sandbox language=\"js\">{`The a is here`}</Sandbox>",
        "<FlowDiagram definition=\"The a is here\"/>",
        "const A = 'The a is here'\nconst x = <Diagram definition={A}/>",
    };
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        assert_passages(samples[i], VISIBLE, "");
        assert_passages(samples[i], KIND(CODE), "The a is here");
    }
    static const char *const texts[] = {
        "<Answer language=\"en\" value=\"The a is here\"/>",
        "<Answer language={of} value=\"The a is here\"/>",
        "<Answer value=\"The a is here\"/>",
        "<Tab language=\"python\">The a is here</Tab>",
        "<Tab language=\"python\"><p>The a is here</p></Tab>",
        "<Term definition=\"The a is here\"/>",
        "const A = [{ term: <b/>, definition: 'The a is here' }]",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_passages(texts[i], VISIBLE, "The a is here");
}

TEST(sources_of_diagrams_are_code) {
    USE_ARENA;
    static const char *const sources[] = {
        "graph LR\\n  A -- the way of it --> B",
        "flowchart TD; A --> B",
        "sequenceDiagram\\n  A->>B: It is here.",
        " stateDiagram-v2\\n  The one --> of two",
    };
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        ll_view source = ll_arena_format(arena, "const A = [{ definition: '%s' }]", sources[i]);
        assert_passages(source.ptr, VISIBLE, "");
    }
    static const char *const texts[] = {"graph TDX is it", "graph of it", "flowchart LR",
                                        "sequenceDiagram", "The graph LR is here"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ll_view source = ll_arena_format(arena, "const A = [{ definition: '%s' }]", texts[i]);
        assert_passages(source.ptr, VISIBLE, texts[i]);
    }
}

/* Whether the text that holds "The a" is shown as it is; it has to be shown. */
static bool is_as_is(ll_arena *arena, const char *source) {
    const ll_lesson *lesson = lesson_of(arena, source);
    ll_view text = passages_of(arena, lesson, VISIBLE);
    if (ll_view_find(text, LL_VIEW("The a"), 0) == LL_VIEW_NONE)
        fail_msg("\"The a\" is not shown: %s", source);
    size_t at = ll_view_find(lesson->source->text, LL_VIEW("The a"), 0);
    return ll_lesson_is_as_is(lesson, (uint32_t)at);
}

TEST(html_is_text_as_it_is) {
    USE_ARENA;
    static const char *const html[] = {
        "const A = 'The a is here'\nconst x = <p dangerouslySetInnerHTML={{ __html: A }}/>",
        "const A = ['The a is here']\n"
        "const x = <p dangerouslySetInnerHTML={{ __html: clean(A[n]) }}/>",
        "const A = [{ answer: 'The a is here' }]\n"
        "const x = A.map((f) => <p dangerouslySetInnerHTML={{ __html: f.answer }}/>)",
        "const A = ({ html }) => <p dangerouslySetInnerHTML={{ __html: html }}/>\n"
        "const x = <A html={'The a is here'}/>",
        "const A = ({ html }) => <p dangerouslySetInnerHTML={{ __html: html }}/>\n"
        "const x = <A html=\"The a is here\"/>",
    };
    for (size_t i = 0; i < sizeof html / sizeof *html; i++)
        if (!is_as_is(arena, html[i]))
            fail_msg("%s", html[i]);
    static const char *const texts[] = {
        "const A = 'The a is here'\n"
        "const x = <b><p dangerouslySetInnerHTML={{ __html: A }}/>{A}</b>",
        "const A = [{ answer: 'The a is here' }]\n"
        "const x = A.map((f) => <p dangerouslySetInnerHTML={{ __html: f.other }}>{f.answer}</p>)",
        "const A = ({ html, b }) => <p dangerouslySetInnerHTML={{ __html: html }}/>\n"
        "const x = <A b=\"The a is here\"/>",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (is_as_is(arena, texts[i]))
            fail_msg("%s", texts[i]);
    assert_passages("<p dangerouslySetInnerHTML={{ __html: 'The a is here' }}/>", VISIBLE, "");
}

TEST(letters_of_code_show_text_as_it_is) {
    USE_ARENA;
    static const char *const mono[] = {
        "<p className=\"font-mono\">The a is here</p>",
        "<p className=\"text-sm font-mono\"><b>The a is here</b></p>",
        "<p>So <span className={cn('font-mono', x)}>The a is here</span></p>",
        "<p className=\"font-mono\">{n && 'The a is here'}</p>",
        "const A = [{ b: 'The a is here' }]\n"
        "const x = A.map((f) => <td className=\"font-mono\">{f.b}</td>)",
        "const A = ({ children }) => <b className=\"font-mono\">{children}</b>\n"
        "const x = <A>The a is here</A>",
    };
    for (size_t i = 0; i < sizeof mono / sizeof *mono; i++)
        if (!is_as_is(arena, mono[i]))
            fail_msg("%s", mono[i]);
    static const char *const texts[] = {
        "<p className=\"font-monospace not-font-mono\">The a is here</p>",
        "<p><b className=\"font-mono\">3</b>The a is here</p>",
        "<div className=\"font-mono\"><Card>The a is here</Card></div>",
        "<div className=\"font-mono\"><Card title=\"The a is here\"/></div>",
        ("const A = [{ b: 'The a is here' }]\n"
         "const x = A.map((f) => <p><b className=\"font-mono\">{f.b}</b>{f.b}</p>)"),
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (is_as_is(arena, texts[i]))
            fail_msg("%s", texts[i]);
}

/* What an unknown function makes of a text cannot be told. */
TEST(variables_that_only_functions_take_are_text_as_it_is) {
    USE_ARENA;
    static const struct {
        const char *uses;
        bool as_is;
    } cases[] = {
        {"const x = <p>{clean(A)}</p>", true},
        {"fetch('/api', { body: JSON.stringify({ system: A }) })", true},
        {"const f = async () => { await ask(`${A}`, [A].join('')) }", true},
        {"function send(a) { post(a) }\nsend(A)", true},
        {"const x = <p>{clean(A)}{A}</p>", false},
        {"clean(A)\nconst b = A", false},
        {"clean(() => { return A })", false},
        {"const x = <p>{clean(<b>{A}</b>)}</p>", false},
        {"const x = <p>{[A].map((a) => a)}</p>", false},
        {"const x = useState(A)", false},
        {"const b = useMemo(() => A)", false},
        {"const b = (a) => <i>{a}</i>\nconst x = <p>{b(A)}</p>", false},
        {"if (A) { go() }", false},
        {"function f(a = A) {}", false},
        {"clean(b.A)", false},
        {"export { A }", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view source = ll_arena_format(arena, "const A = 'The a is here'\n%s", cases[i].uses);
        if (is_as_is(arena, source.ptr) != cases[i].as_is)
            fail_msg("%s", cases[i].uses);
    }
    static const char *const seen[] = {"export const A = 'The a is here'\nclean(A)",
                                       "function f(A) {}\nconst A = 'The a is here'",
                                       "const A = ['The a is here']\nshuffle(A)"};
    for (size_t i = 0; i < sizeof seen / sizeof *seen; i++)
        if (is_as_is(arena, seen[i]))
            fail_msg("%s", seen[i]);
}

TEST(handlers_are_programs) {
    USE_ARENA;
    assert_passages("<A onPick={{ claim: 'The a of it' }}/>", VISIBLE, "");
    assert_passages(
        "<button onClick={() => { log('The a of it'); setNote('It is right.') }}>Go</button>",
        VISIBLE, "Go|It is right.");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attributes_are_judged_by_name),
        cmocka_unit_test(unknown_attributes_are_seen_when_they_look_like_prose),
        cmocka_unit_test(equations_of_numbers_are_seen),
        cmocka_unit_test(props_that_a_component_shows_are_seen),
        cmocka_unit_test(properties_that_a_child_shows_are_seen),
        cmocka_unit_test(code_that_a_child_shows_is_no_label),
        cmocka_unit_test(cells_beside_prose_are_labels),
        cmocka_unit_test(backslashes_of_attributes_and_entities_of_strings_stay),
        cmocka_unit_test(props_of_arrays_and_objects_are_seen),
        cmocka_unit_test(classes_code_and_maths_are_no_prose),
        cmocka_unit_test(programs_talk_to_nobody),
        cmocka_unit_test(data_is_seen_by_its_keys),
        cmocka_unit_test(names_of_drawings_and_styles_may_be_those_of_texts),
        cmocka_unit_test(terms_of_code_in_a_sentence_leave_it_one),
        cmocka_unit_test(values_of_parameters_maps_and_spreads_are_seen),
        cmocka_unit_test(names_of_things_are_judged_by_their_text),
        cmocka_unit_test(added_text_stands_beside_a_string),
        cmocka_unit_test(variables_of_code_are_code),
        cmocka_unit_test(properties_that_only_code_takes_are_code),
        cmocka_unit_test(variables_that_only_code_takes_are_code),
        cmocka_unit_test(functions_that_only_code_calls_give_code),
        cmocka_unit_test(props_that_a_component_takes_as_code_are_code),
        cmocka_unit_test(props_that_a_component_shows_in_code_are_code),
        cmocka_unit_test(what_stands_in_a_component_that_shows_code_is_code),
        cmocka_unit_test(a_component_that_shows_code_says_nothing_of_others),
        cmocka_unit_test(samples_stand_in_props_of_code_and_beside_a_language),
        cmocka_unit_test(sources_of_diagrams_are_code),
        cmocka_unit_test(html_is_text_as_it_is),
        cmocka_unit_test(letters_of_code_show_text_as_it_is),
        cmocka_unit_test(variables_that_only_functions_take_are_text_as_it_is),
        cmocka_unit_test(handlers_are_programs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
