/* check: the rules of a lesson's frame and layout at their rims; the common cases are the fixtures
 * of each rule. */
#include <stdio.h>

#include "support.h"

#include "pair.h"

#include "check/check.h"
#include "facts/reading.h"

typedef struct judged {
    ll_check check;
    ll_finding_list findings;
} judged;

static ll_rule *shipped(ll_arena *arena, const char *id) {
    ll_rule_set rules = ll_rules_shipped(arena);
    ll_rule *copy = LL_ARENA_NEW(arena, ll_rule);
    *copy = *ll_rule_find(&rules, ll_view_of(id));
    return copy;
}

/* Gives the rule another value of its first option of the name. */
static void set_option(ll_arena *arena, ll_rule *rule, const char *name, ll_option_value value) {
    ll_rule_option *options = LL_ARENA_ARRAY(arena, ll_rule_option, rule->option_count);
    for (uint32_t i = 0; i < rule->option_count; i++) {
        options[i] = rule->options[i];
        if (ll_view_equal(options[i].name, ll_view_of(name)))
            options[i].value = value;
    }
    rule->options = options;
}

static judged *judge(ll_arena *arena, const ll_rule *rule, const char *plan, const char *lesson) {
    judged *made = LL_ARENA_NEW(arena, judged);
    made->check = (ll_check){.arena = arena,
                             .facts = facts_of(arena, plan, lesson),
                             .rule = rule,
                             .severity = rule->severity,
                             .findings = &made->findings};
    ll_check_find(rule->id)->run(&made->check);
    return made;
}

/* A lesson whose layout holds `inside`; `before` stands above its component. */
static const char *layout_of(ll_arena *arena, const char *before, const char *inside) {
    return ll_arena_format(arena,
                           "%s\nexport function L({ head, a, b }) {\n  return <LessonLayout>%s"
                           "</LessonLayout>\n}\n",
                           before, inside)
        .ptr;
}

static const char *row_of(ll_arena *arena, const char *inside) {
    ll_view row = ll_arena_format(arena, "<Row><Row.Content>%s</Row.Content></Row>", inside);
    return layout_of(arena, "", row.ptr);
}

typedef struct snippet {
    const char *text;
    uint32_t findings;
} snippet;

#define JUDGE_ALL(snippets, rule, plan, lesson)                                                    \
    for (size_t i = 0; i < sizeof(snippets) / sizeof *(snippets); i++) {                           \
        const char *text = (snippets)[i].text;                                                     \
        uint32_t seen = judge(arena, rule, plan, lesson)->findings.len;                            \
        if (seen != (snippets)[i].findings)                                                        \
            fail_msg("%s: %u findings", text, seen);                                               \
    }

/* The names of the reading, with the Row's number, `a` in an aside and `?` behind a condition. */
static ll_view reading_of(ll_arena *arena, const char *lesson) {
    ll_facts *facts = facts_of(arena, NULL, lesson);
    const ll_reading *reading = ll_facts_reading(facts);
    assert_ptr_equal(reading, ll_facts_reading(facts));
    ll_buffer out = {.arena = arena, .most = 10000};
    for (uint32_t i = 0; i < reading->elements.len; i++) {
        const ll_read *read = &reading->elements.at[i];
        ll_view name = read->element == LL_TSX_NONE ? LL_VIEW("unseen")
                                                    : ll_tsx_lead(facts->tsx, read->element);
        ll_buffer_add_format(&out, "%s%.*s", i ? " " : "", LL_VIEW_ARG(name));
        if (read->row != LL_LESSON_NONE)
            ll_buffer_add_format(&out, "%u", read->row);
        ll_buffer_add_format(&out, "%s%s", read->aside ? "a" : "", read->conditional ? "?" : "");
    }
    return ll_buffer_view(&out);
}

TEST(components_are_read_where_they_are_used) {
    USE_ARENA;
    assert_view(reading_of(arena, layout_of(arena,
                                            "const B = () => <b/>\n"
                                            "function A() { return <Row><B/><i/></Row> }",
                                            "<A/><Row><Row.Aside><B/></Row.Aside></Row><A/>")),
                "A Row0 B0 b0 i0 Row1 Row.Aside1 B1a b1a A Row2 B2 b2 i2");
}

TEST(conditions_and_choices_are_told) {
    USE_ARENA;
    assert_view(
        reading_of(arena, layout_of(arena, "function A({ x }) { if (x) return <i/>; return <b/> }",
                                    "{a && <p/>}<A/>{head}<u/>{/* nothing */}")),
        "p? A i? b? unseen? u");
}

TEST(components_that_use_each_other_end) {
    USE_ARENA;
    assert_view(reading_of(arena, layout_of(arena,
                                            "function A() { return <B/> }\n"
                                            "function B() { return <><A/><i/></> }",
                                            "<A/>")),
                "A B  A i");
    ll_buffer before = {.arena = arena, .most = 100000};
    for (int i = 0; i < 40; i++) /* two to the power of 40 elements, were all of them opened */
        ll_buffer_add_format(&before, "const C%d = () => <><C%d/><C%d/></>\n", i, i + 1, i + 1);
    ll_buffer_add_format(&before, "const C40 = () => <i/>\n%c", 0);
    const char *lesson = layout_of(arena, ll_buffer_view(&before).ptr, "<C0/>");
    const ll_reading *reading = ll_facts_reading(facts_of(arena, NULL, lesson));
    assert_in_range(reading->elements.len, 40, 6000);
}

TEST(a_file_without_layout_reads_as_nothing) {
    USE_ARENA;
    assert_view(reading_of(arena, "const A = () => <p/>"), "");
}

TEST(entries_of_arrays_are_counted) {
    USE_ARENA;
    static const struct {
        const char *items;
        int length; /* -1: cannot be seen */
    } arrays[] = {
        {"{[]}", 0},
        {"{['a', 'b']}", 2},
        {"{['a', 'b',]}", 2},
        {"{[a, f(1, 2), { x: 1, y: [2, 3] }]}", 3},
        {"{[ // a, b\n 'a', /* c, */ 'b' ]}", 2},
        {"{['a'] as const}", 1},
        {"{['a, b', `c, ${d}`, 'e']}", 3},
        {"{['a'] satisfies string[]}", 1},
        {"{['a', 'b'] as Item[]}", 2},
        {"{(['a', 'b'])}", 2},
        {"{(['a', 'b'] as Item[])}", 2},
        {"{['a', ...b, .5, 'c', ...d]}", 3}, /* at least */
        {"{[...a, 'b']}", 1},
        {"{([...a, 'b']).slice(1)}", -1},
        {"{SOME}", -1},
        {"{ITEMS}", 3},
        {"{OTHER}", -1},
        {"{TWICE}", -1},
        {"{['a', 'b'].slice(1)}", -1},
        {"{a ? ['a'] : ['b']}", -1},
        {"\"a, b\"", -1},
        {"", -1},
    };
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) {
        ll_view block = ll_arena_format(arena, "<SummaryBlock %s%s/>",
                                        arrays[i].items[0] ? "items=" : "", arrays[i].items);
        ll_view before = LL_VIEW("const ITEMS = [\n  'a',\n  'b',\n  'c',\n]\n"
                                 "const SOME = ['a', 'b'].slice(1)\n"
                                 "function A() { const TWICE = ['a']; return TWICE }\n"
                                 "function B() { const TWICE = ['a', 'b']; return TWICE }\n");
        ll_facts *facts = facts_of(arena, NULL, layout_of(arena, before.ptr, block.ptr));
        ll_counted counted = ll_facts_count(facts, LL_VIEW("lesson.summary"));
        int seen = counted.unseen ? -1 : (int)counted.number;
        if (seen != arrays[i].length)
            fail_msg("%s: %d", arrays[i].items, seen);
        bool spread = strstr(arrays[i].items, "...") != NULL && !counted.unseen;
        assert_int_equal(counted.at_least, spread);
        assert_int_equal(counted.document, LL_DOCUMENT_LESSON);
    }
}

TEST(a_summary_without_a_layout_is_not_counted) {
    USE_ARENA;
    ll_facts *facts = facts_of(arena, NULL, "const A = <SummaryBlock items={['a']} />");
    assert_true(ll_facts_count(facts, LL_VIEW("lesson.summary")).unseen);
    facts = facts_of(arena, NULL, row_of(arena, "<p/>"));
    assert_true(ll_facts_count(facts, LL_VIEW("lesson.summary")).unseen);
}

TEST(blocks_of_other_branches_stand_nowhere) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"{a ? <SectionHeader/> : <LessonHeader/>}", 0},
        {"{a ? (<p><SectionHeader/></p>) : b ? <i/> : <p><LessonHeader/></p>}<ObjectiveBlock/>", 0},
        {"{a && <SectionHeader/>}{!a && <LessonHeader/>}", 0},
        {"{a ? <NextStepBlock/> : <SummaryBlock/>}", 0},
        {"{a ? <SectionHeader/> : <p/>}<LessonHeader/>", 1},
        {"{a ? <SectionHeader/> : <p/>}{b ? <p/> : <LessonHeader/>}", 1},
        {"{[a ? <SectionHeader/> : <p/>, b ? <LessonHeader/> : <p/>]}", 1},
        {"{a && <SectionHeader/>}{!b && <LessonHeader/>}", 1},
        {"{a && <SectionHeader/>}{a && <LessonHeader/>}", 1},
        {"{a ? <p/> : <ObjectiveBlock/>}<LessonHeader/>", 1},
    };
    JUDGE_ALL(snippets, shipped(arena, "block-order"), NULL, layout_of(arena, "", text));
}

TEST(a_block_that_a_component_draws_again_is_one_too_many) {
    USE_ARENA;
    ll_rule *rule = shipped(arena, "block-duplicate");
    const char *lesson = layout_of(arena, "const Sum = () => <p><SummaryBlock/></p>",
                                   "<Sum/><i/>\n<Sum/>\n<SummaryBlock/>");
    judged *made = judge(arena, rule, NULL, lesson);
    assert_int_equal(made->findings.len, 2);
    assert_int_equal(made->findings.at[0].range.offset, strstr(lesson, "\n<Sum/>") + 1 - lesson);
    assert_int_equal(made->findings.at[1].range.offset,
                     strstr(lesson, "\n<SummaryBlock") + 1 - lesson);
    assert_view(made->findings.at[0].message, "the lesson has its `SummaryBlock` already");
}

TEST(blocks_can_be_chosen) {
    USE_ARENA;
    ll_rule *rule = shipped(arena, "block-missing");
    static const ll_view items[] = {LL_VIEW_INIT("TipBlock / InsightBlock"),
                                    LL_VIEW_INIT("ReferencesBlock")};
    set_option(arena, rule, "blocks", (ll_option_value){.items = items, .item_count = 2});
    static const snippet snippets[] = {
        {"<ReferencesBlock/><InsightBlock/>", 0},
        {"<ReferencesBlock/>", 1},
        {"<p/>", 2},
    };
    JUDGE_ALL(snippets, rule, NULL, row_of(arena, text));
    judged *made = judge(arena, rule, NULL, row_of(arena, "<p/>"));
    assert_view(made->findings.at[0].message, "the lesson has no `TipBlock` or `InsightBlock`");
}

TEST(what_comes_next_is_a_title) {
    USE_ARENA;
    ll_rule *rule = shipped(arena, "block-missing");
    static const ll_view items[] = {LL_VIEW_INIT("NextStepBlock")};
    set_option(arena, rule, "blocks", (ll_option_value){.items = items, .item_count = 1});
    static const snippet snippets[] = {
        {"<h3>Up next</h3>", 0},
        {"<p>UP NEXT: Trees</p>", 0},
        {"<h3>What's next?</h3>", 0},
        {"<p>Next steps are small.</p>", 1},
        {"<GradientCard title=\"What comes next?\"/>", 0},
        {"<p>Up next is nothing.</p>", 1},
        {"<p>See what comes next</p>", 1},
        {"<NextUp/>", 1},
    };
    JUDGE_ALL(snippets, rule, NULL, row_of(arena, text));
    static const snippet imported[] = {{"<LessonFooter/>", 0}, {"<CourseNextStep/>", 0}};
    JUDGE_ALL(imported, rule, NULL, row_of(arena, text));
}

TEST(parts_of_a_row_may_have_other_names) {
    USE_ARENA;
    static const struct {
        const char *before, *inside;
        uint32_t findings;
    } cases[] = {
        {"const Main = Row.Content\nconst Side = Row.Aside", "<Main/><Side/>", 0},
        {"const Main = Row.Content as React.FC", "<Main/><Main/>", 1},
        {"const { Content: Main, Aside: Side } = Row", "<Main/><Side/><Side/>", 1},
        {"import { RowContent as Main, RowAside as Side } from '@/l'", "<Main/><Side/>", 0},
        {"import * as B from '@/l'", "<B.RowContent/><B.TipBlock/>", 1},
        {"const parts = { Main: Row.Content }", "<parts.Main/>", 0},
        {"const Main = wrap(({ a }) => <Row.Content>{a}</Row.Content>)", "<Main/>", 0},
        {"const Main = styled(Row.Content)`p: 1`", "<Main/>", 0},
        {"", "<Row.Content/><Row.Footer/>", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view row = ll_arena_format(arena, "<Row>%s</Row>%c", cases[i].inside, 0);
        judged *made = judge(arena, shipped(arena, "row-structure"), NULL,
                             layout_of(arena, cases[i].before, row.ptr));
        if (made->findings.len != cases[i].findings)
            fail_msg("%s: %u findings", cases[i].before, made->findings.len);
    }
}

TEST(a_part_of_another_file_is_a_hint) {
    USE_ARENA;
    static const char *const imports[] = {
        "import { Main } from './parts'",
        "import { Cols as Main } from './parts'",
        "const Main = React.lazy(() => import('./parts'))",
    };
    for (size_t i = 0; i < sizeof imports / sizeof *imports; i++) {
        judged *made = judge(arena, shipped(arena, "row-structure"), NULL,
                             layout_of(arena, imports[i], "<Row><Main/></Row>"));
        assert_int_equal(made->findings.len, 1);
        assert_int_equal(made->findings.at[0].confidence, LL_CONFIDENCE_VERIFY);
    }
}

TEST(a_spread_may_hold_children) {
    USE_ARENA;
    static const snippet rows[] = {
        {"<Row {...head}/>", 0},
        {"<Row {...head}>{/* nothing */}</Row>", 0},
        {"<Row children={<Row.Content/>}/>", 0},
        {"<Row {...head}><p/></Row>", 2},
        {"<Row key='a'/>", 1},
    };
    JUDGE_ALL(rows, shipped(arena, "row-structure"), NULL, layout_of(arena, "", text));
    static const snippet details[] = {
        {"<details {...head}/>", 0},
        {"<details {...head}><p/></details>", 1},
        {"<details open/>", 1},
    };
    JUDGE_ALL(details, shipped(arena, "details-structure"), NULL, row_of(arena, text));
}

TEST(components_in_the_root_component_are_followed) {
    USE_ARENA;
    static const snippet bodies[] = {
        {"function Part() { return <Row/> }", 0},
        {"const Part = () => <Row/>", 0},
        {"const Part = ({ a }) => { const b = <p/>; return <Row>{b}</Row> }", 0},
        {"function Part() { return <p/> }", 1},
        {"const Part = () => <p/>", 1},
    };
    ll_rule *rule = shipped(arena, "row-wrapping");
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        ll_view lesson = ll_arena_format(
            arena, "export function L() {\n%s\nreturn <LessonLayout><Part/></LessonLayout>\n}%c",
            bodies[i].text, 0);
        judged *made = judge(arena, rule, NULL, lesson.ptr);
        if (made->findings.len != bodies[i].findings ||
            (made->findings.len && made->findings.at[0].confidence != LL_CONFIDENCE_EXACT))
            fail_msg("%s: %u findings", bodies[i].text, made->findings.len);
    }
}

TEST(strings_of_white_space_are_no_children) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"{\"\\n\"}", 0}, {"{'\\t \\r\\n'}", 0}, {"{head && '\\n'}", 0},
        {"{'\\\\n'}", 1}, {"{'n'}", 1},          {"{head && 'a\\n'}", 1},
    };
    JUDGE_ALL(snippets, shipped(arena, "row-wrapping"), NULL, layout_of(arena, "", text));
}

TEST(sections_of_other_files_may_hold_blocks) {
    USE_ARENA;
    static const struct {
        const char *before, *inside;
        uint32_t hints;
    } cases[] = {
        {"import { Opening } from './x/Opening'", "<Opening/>", 5},
        {"import { Opening } from './x/Opening'", "<>{head && <Opening/>}</>", 5},
        {"import { Opening } from './x/Opening'",
         "<Row><Row.Content><Opening/></Row.Content></Row>", 5},
        {"import { Opening } from './x/Opening'",
         "<Row><Row.Content><p/><Opening/></Row.Content></Row>", 0},
        {"import { Opening } from './x/Opening'", "<Opening><p/></Opening>", 0},
        {"import { Opening } from './widgets/Opening'",
         "<Row><Row.Content><Opening/></Row.Content></Row>", 0},
        {"import { Opening } from 'openings'", "<Opening/>", 0},
        {"function Opening() { return <Row/> }", "<Opening/>", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        judged *made = judge(arena, shipped(arena, "block-missing"), NULL,
                             layout_of(arena, cases[i].before, cases[i].inside));
        uint32_t hints = 0;
        for (uint32_t k = 0; k < made->findings.len; k++)
            hints += made->findings.at[k].confidence == LL_CONFIDENCE_VERIFY;
        if (made->findings.len != 5 || hints != cases[i].hints)
            fail_msg("%s %s: %u hints", cases[i].before, cases[i].inside, hints);
    }
}

TEST(blocks_may_have_other_names) {
    USE_ARENA;
    judged *made = judge(arena, shipped(arena, "block-missing"), NULL,
                         layout_of(arena,
                                   "import * as B from '@/l'\n"
                                   "import { SummaryBlock as Sum, NextStepBlock as N } from '@/l'\n"
                                   "const O = ObjectiveBlock",
                                   "<B.LessonHeader/><O/><B.ConstraintBlock/><Sum/><N/>"));
    assert_int_equal(made->findings.len, 0);
}

TEST(titles_of_checks_are_read) {
    USE_ARENA;
    static const struct {
        const char *title;
        bool asks;
    } titles[] = {
        {"Check", true},
        {"CHECK: Halves", true},
        {"Check #1", true},
        {"Check 2", true},
        {"Check2", true},
        {"Check — Halves", true},
        {"Check – Halves", true},
        {"Check -- Halves", true},
        {"Check - Halves", true},
        {"Check (1 of 2)", true},
        {"Checkpoint", true},
        {" Checkpoint: x ", true},
        {"Predict", true},
        {"Predict: x", true},
        {"Predict and Verify", true},
        {"Predict before x", true},
        {"Predict The Rank", true},
        {"Predict Your Rank", true},
        {"Transfer", true},
        {"Transfer: x", true},
        {"Transfer Check", true},
        {"Transfer Question 2", true},
        {"Check-in", false},
        {"Check Your Work", false},
        {"Checks", false},
        {"Checked: x", false},
        {"Checkpoints: x", false},
        {"Check's Cost", false},
        {"Predictable", false},
        {"Predict Tokens", false},
        {"Predict them", false},
        {"Transfer Learning", false},
        {"Transfer Checklist", false},
        {"Transfers: x", false},
        {"A Check: x", false},
        {"", false},
    };
    ll_rule *rule = shipped(arena, "check-answer-visible");
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        ll_view header = ll_arena_format(arena, "<SectionHeader title=\"%s\"/>", titles[i].title);
        uint32_t seen = judge(arena, rule, NULL, row_of(arena, header.ptr))->findings.len;
        if (seen != titles[i].asks)
            fail_msg("%s: %u findings", titles[i].title, seen);
    }
}

TEST(only_the_next_row_may_hide_an_answer) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"<Row><SectionHeader title='Check'/></Row><Row><details/></Row>", 0},
        {"<Row><SectionHeader title='Check'/></Row><Row/><Row><details/></Row>", 1},
        {"<Row><details/></Row><Row><SectionHeader title='Check'/></Row>", 1},
        {"<Row><SectionHeader title='Check'/></Row>{head}", 0},
        {"<Row><SectionHeader title='Check'/></Row><Foreign/>", 1},
        {"<Row><SectionHeader title='Check'/></Row><ForeignAnswer/>", 0},
        {"<Row><SectionHeader title='Check'/><Box><p/></Box></Row>", 0},
        {"<Row><SectionHeader title='Check'/><InlineMath math='x'/></Row>", 1},
        {"<Row><SectionHeader title={a}/></Row>", 0},
        {"<Row><SectionHeader title='Check'/><GradientCard title='Check'/></Row>", 1},
    };
    JUDGE_ALL(snippets, shipped(arena, "check-answer-visible"), NULL, layout_of(arena, "", text));
}

/* A word that begins statements elsewhere, and a function without a body: both end. */
TEST(names_that_begin_no_statement_are_followed) {
    USE_ARENA;
    static const snippet snippets[] = {{"const a = 1\nconst o = { function: a }\n", 1},
                                       {"const a = 1\nfunction helper;\n", 1},
                                       {"const a = <details/>\nfunction helper;\n", 0}};
    JUDGE_ALL(snippets, shipped(arena, "check-answer-visible"), NULL,
              layout_of(arena, text, "<Row><SectionHeader title='Check'/>{a}</Row>"));
}

/* A check in a Row with this behind its header; the names stand above the lesson. */
TEST(names_in_braces_are_followed_to_an_answer) {
    USE_ARENA;
    static const char before[] =
        "import { RATE } from './rates'\n"
        "const hidden = (<details><summary>a</summary>b</details>)\n"
        "const plain = <p>a</p>\n"
        "const mine = <Mine/>\n"
        "function Mine() { return <details/> }\n"
        "const Box = ({ children }) => <div>{children}</div>\n"
        "const quiz = (q: string): JSX.Element => { const d = <details>{q}</details>; return "
        "<p>{d}</p> }\n"
        "function open(q: string) { return <p>{q}</p> }\n"
        "const ITEMS = [{ q: 'a', n: 1 }, { q: 'b', n: 2 }]\n"
        "const ANSWERS = [{ q: 'a', a: <details/> }]\n"
        "const cards = ITEMS.map((i) => <details key={i.q}/>)\n"
        "const either = a ? plain : hidden\n"
        "const useCount = () => { const [count, setCount] = useState<Set<number>>(new Set()); "
        "return count }\n"
        "const total: number = ITEMS.length * 2\n"
        "const fmt = (n: number) => n.toFixed(2)";
    static const snippet snippets[] = {
        {"{hidden}", 0},
        {"{a && hidden}", 0},
        {"{mine}", 0},
        {"{either}", 0},
        {"{cards}", 0},
        {"{quiz('a')}", 0},
        {"{ITEMS.map((i) => quiz(i.q))}", 0},
        {"{ANSWERS.map((i) => <p>{i.a}</p>)}", 0},
        {"<p>{ANSWERS[0].a}</p>", 0},
        {"<GradientCard title='a' footer={hidden}/>", 0},
        {"<Box>{hidden}</Box>", 0},
        {"{a}", 0}, /* given to the lesson */
        {"{renderAnswer(1)}", 0},
        {"{RATE}", 0},
        {"{RATE.answer}", 0},
        {"{on ? unseen : plain}", 0},
        {"{plain}", 1},
        {"{open('a')}", 1},
        {"<Box><p>a</p></Box>", 1},
        {"{5}{'text'}{\"a\"}{`a ${RATE}`}{' '}{/* a */}{null}", 1},
        {"<p>{count} {total} {fmt(total)} {Math.max(1, 2)}</p>", 1},
        {"{ITEMS.map((i, k) => <p key={k} className={cn('a', RATE)}>{i.q}{k + 1}</p>)}", 1},
        {"<p>{ITEMS[0].q}</p>", 1},
        {"{RATE > 3 && <p>a</p>}{RATE ? 'a' : 'b'}{2 * RATE}{RATE.toFixed(1)}", 1},
        {"<GradientCard title='a' level={RATE}/>", 1},
    };
    JUDGE_ALL(snippets, shipped(arena, "check-answer-visible"), NULL,
              layout_of(arena, before,
                        ll_arena_format(arena,
                                        "<Row><Row.Content><SectionHeader title='Check'/>%s"
                                        "</Row.Content></Row><Row><p>b</p></Row>",
                                        text)
                            .ptr));
}

TEST(variables_of_a_component_are_followed) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"const d = <details/>; const e = 1", 0},
        {"const d = <p/>; const e = <details/>", 1},
        {"const d = <p/>\n const e = <details/>", 1},
        {"let d = <p/>\n if (e) { d = f }\n var e = function () { return <details/> }", 1},
        {"const [d, setD] = useState(1)", 1},
        {"const { d } = useStore()", 1},
        {"const { d } = pick(other)", 0},
        {"function d() { return <details/> }", 0},
    };
    JUDGE_ALL(snippets, shipped(arena, "check-answer-visible"), NULL,
              ll_arena_format(arena,
                              "function L() {\n  %s\n  return <LessonLayout><Row><SectionHeader "
                              "title='Check'/>{d}</Row></LessonLayout>\n}",
                              text)
                  .ptr);
}

TEST(numbered_comments_are_read) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"{/* Section 2 */}{/* Section 1 */}", 1},
        {"{/* Section 3 */}{/* Section 2 */}{/* Section 3 */}", 1},
        {"{/* SECTION 2: a */}\r\n{/* section 2 - b */}", 1},
        {"{/* Section 2: a */}{/* Section 2: A */}", 0},
        {"{/* Section 2: a */}{/* Section 2 */}", 0},
        {"{/* Section 2 */}{/* Section 2: a */}", 0},
        {"{/* Section 2: a */}{/* Section 2b: b */}", 0},
        {"{/* Section 2.3: a */}{/* Section 2.2: b */}", 1},
        {"{/* ── Section 2 · a ──── */}{/* ── Section 2 · a ── */}", 0},
        {"{/* ---\n Section 2: a\n --- */}{/* ---\n Section 1: b\n --- */}", 1},
        {"{/* Section two */}{/* Section */}{/* Section 99999999999 */}{/* Section 1 */}", 0},
        {"{/* Section 2nd */}{/* Section 1st */}", 0},
        {"{/* Section 2: a */}{/* Section 1 uses the same data */}", 0},
        {"{/* Section 2: a */}{/* Section 1's promise */}{/* Section 1’s promise */}", 0},
        {"{/* Section 2: a */}{/* Section 1, 3: both */}{/* Section 1 and 3 */}", 0},
        {"{/* Section 2: a */}{/* Section 1. b */}", 1},
        {"{/* Section 2: a */}{/* Section 1 (b) */}", 1},
        {"{/* Section 2: a */}{/* === Section 1 === */}", 1},
        {"{/* Section 2: a */}{/* Section 1 — b */}", 1},
        {"{/* see Section 4 */}{/* Section 1 */}", 0},
        {"{/**\r\n * Section 4\r\n */}{/* Section 1 */}", 0},
    };
    ll_rule *rule = shipped(arena, "section-comment-order");
    JUDGE_ALL(snippets, rule, NULL, layout_of(arena, "/* Section 9 */", text));
    assert_int_equal(judge(arena, rule, NULL, "/* Section 2 */\n/* Section 1 */")->findings.len, 0);
    judged *made =
        judge(arena, rule, NULL, layout_of(arena, "", "{/* Section 3b: a */}{/* Section 3: b */}"));
    assert_view(made->findings.at[0].message, "“Section 3” comes behind “Section 3b”");
}

TEST(controls_are_told_from_other_elements) {
    USE_ARENA;
    static const snippet snippets[] = {
        {"<button/>", 1},
        {"<button className/>", 1},
        {"<input type='range'/>", 1},
        {"<input type={kind}/>", 0},
        {"<input/>", 0},
        {"<select className='no-cursor'/>", 1},
        {"<button className='md:cursor-grab'/>", 0},
        {"<button className='!cursor-pointer'/>", 0},
        {"<button className='a' {...b}/>", 0},
        {"<button {...b} className='a'/>", 1},
        {"<button disabled={true}/>", 0},
        {"<button style={{ color: 'red' }}/>", 1},
        {"<button style={look}/>", 0},
        {"<button style={{ ...look }}/>", 0},
        {"<div className={look}><span onClick={a}/></div>", 0},
        {"<div className={look}><button/></div>", 1},
        {"<div className='sr-only'><button/></div>", 0},
        {"<label className='cursor-pointer'><b><input type='radio'/></b></label>", 0},
        {"<label className={look}><b><input type='radio'/></b></label>", 0},
        {"<label><b><input type='radio'/></b></label>", 1},
        {"<div className='cursor-pointer'><b><input type='radio'/></b></div>", 1},
        {"<input type='radio' hidden/>", 0},
        {"<div hidden><button/></div>", 0},
        {"<input type='radio' hidden={false}/>", 1},
        {"<i onClick={() => stop()}/>", 1},
        {"<i onClick={(e) => { e.stopPropagation() }}/>", 0},
        {"<i onClick={(e) => { pick(); e.stopPropagation() }}/>", 1},
        {"<i onClick={e.stopPropagation()}/>", 1},
        {"<a onClick={a}/>", 1},
    };
    JUDGE_ALL(snippets, shipped(arena, "interactive-cursor"), NULL, row_of(arena, text));
}

TEST(lesson_addresses_can_be_chosen) {
    USE_ARENA;
    ll_rule *rule = shipped(arena, "raw-lesson-link");
    static const snippet snippets[] = {{"<a href='/app/lesson/x'/>", 0},
                                       {"<a href='/learn/x'/>", 1},
                                       {"<a href={`/learn/${a}`}/>", 1},
                                       {"<a href={a ? '/learn/x' : '/'}/>", 0},
                                       {"<a href={root + '/learn/x'}/>", 0},
                                       {"<a/>", 0},
                                       {"<a href={a ? '/learn/x' : `/learn/${b}`}/>", 1},
                                       {"<a href={a === '/learn/x' ? b : '/learn/x'}/>", 0},
                                       {"<a href={a ? '/learn/x' : b ? '/learn/y' : '/'}/>", 0},
                                       {"<A href='/learn/x'/>", 0}};
    set_option(arena, rule, "pattern", (ll_option_value){.text = LL_VIEW("/learn/")});
    JUDGE_ALL(snippets, rule, NULL, row_of(arena, text));
    set_option(arena, rule, "pattern", (ll_option_value){.text = LL_VIEW("")});
    assert_int_equal(judge(arena, rule, NULL, row_of(arena, "<a href='/x'/>"))->findings.len, 0);
    rule = shipped(arena, "raw-lesson-link");
    const char *widget = "const W = () => <a href='/app/lesson/x'/>";
    assert_int_equal(judge(arena, rule, NULL, widget)->findings.len, 0);
}

TEST(length_is_judged_past_its_limits) {
    USE_ARENA;
    ll_rule *rule = shipped(arena, "lesson-length");
    set_option(arena, rule, "words", (ll_option_value){.number = 3});
    static const snippet words[] = {
        {"<p>one two three</p>", 0},
        {"<p>one <b>two</b> three</p><p title='four'>four</p>", 1},
        {"<p>one two three <code>four</code> {a} &mdash; </p>", 1}, /* the dash is no ASCII */
        {"<p>one two three <code>four</code> {a} <InlineMath math='x'/> - </p>", 0},
    };
    JUDGE_ALL(words, rule, NULL, row_of(arena, text));
    judged *made = judge(arena, rule, NULL, row_of(arena, "<p>one two three four</p>"));
    assert_view(made->findings.at[0].message, "4 words of text in 0 sections, 4 lines of TSX");
    rule = shipped(arena, "lesson-length");
    set_option(arena, rule, "lines", (ll_option_value){.number = 3});
    const char *plan = "# Lesson: X\n\n**Type:** CONSOLIDATE\n";
    made = judge(arena, rule, plan, row_of(arena, "<p>one</p>"));
    assert_view(made->findings.at[0].message,
                "4 lines of TSX for a CONSOLIDATE lesson without interactivity");
    assert_int_equal(judge(arena, rule, plan, row_of(arena, "<button/>"))->findings.len, 0);
    assert_int_equal(judge(arena, rule, NULL, row_of(arena, "<p>one</p>"))->findings.len, 0);
}

TEST(exclusions_of_the_plan_are_counted) {
    USE_ARENA;
    static const snippet plans[] = {
        {"**This lesson is NOT about:**\n- a\n- b\n- c\n", 1},
        {"**This lesson is NOT about:**\n- a\n- b\n  - c\n", 0},
        {"### Scope Boundaries\n\n- NOT a\r\n- No b\r\n- does not c\r\n- d\n", 1},
        {"### Scope Boundaries\n\n- NOT a\n- No b\n- nothing of c\n", 0},
        {"Nothing is said.\n", 0},
    };
    const char *lesson = row_of(arena, "<ConstraintBlock items={['One thread, one weight']} />");
    JUDGE_ALL(plans, shipped(arena, "constraint-exclusions"),
              ll_arena_format(arena, "# Lesson: X\n\n## Phase 3: Design\n\n%s", text).ptr, lesson);
    static const snippet items[] = {
        {"{['One thread'] satisfies string[]}", 1},
        {"{(['One thread'])}", 1},
        {"{['One thread', ...more]}", 0},
        {"{['One thread'].concat(more)}", 0},
    };
    const char *plan =
        ll_arena_format(arena, "# Lesson: X\n\n## Phase 3: Design\n\n%s", plans[0].text).ptr;
    JUDGE_ALL(items, shipped(arena, "constraint-exclusions"), plan,
              row_of(arena, ll_arena_format(arena, "<ConstraintBlock items=%s/>", text).ptr));
}

/* What a component draws cannot be told. */
TEST(what_may_have_no_cursor_is_counted) {
    USE_ARENA;
    static const struct {
        const char *rule, *text;
        uint32_t unseen;
    } cases[] = {
        {"interactive-cursor", "<Dial onClick={turn} />", 1},
        {"interactive-cursor", "<Dial className=\"cursor-pointer\" onClick={turn} />", 0},
        {"interactive-cursor", "<Dial />", 0},
        {"interactive-cursor", "<Dial disabled onClick={turn} />", 0},
        {"interactive-cursor", "<Dial hidden onClick={turn} />", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        judged *made =
            judge(arena, shipped(arena, cases[i].rule), NULL, row_of(arena, cases[i].text));
        if (made->check.outcome.unseen != cases[i].unseen)
            fail_msg("%s: %u", cases[i].text, made->check.outcome.unseen);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(components_are_read_where_they_are_used),
        cmocka_unit_test(conditions_and_choices_are_told),
        cmocka_unit_test(components_that_use_each_other_end),
        cmocka_unit_test(a_file_without_layout_reads_as_nothing),
        cmocka_unit_test(entries_of_arrays_are_counted),
        cmocka_unit_test(a_summary_without_a_layout_is_not_counted),
        cmocka_unit_test(blocks_of_other_branches_stand_nowhere),
        cmocka_unit_test(a_block_that_a_component_draws_again_is_one_too_many),
        cmocka_unit_test(blocks_can_be_chosen),
        cmocka_unit_test(what_comes_next_is_a_title),
        cmocka_unit_test(parts_of_a_row_may_have_other_names),
        cmocka_unit_test(a_part_of_another_file_is_a_hint),
        cmocka_unit_test(a_spread_may_hold_children),
        cmocka_unit_test(components_in_the_root_component_are_followed),
        cmocka_unit_test(strings_of_white_space_are_no_children),
        cmocka_unit_test(sections_of_other_files_may_hold_blocks),
        cmocka_unit_test(blocks_may_have_other_names),
        cmocka_unit_test(titles_of_checks_are_read),
        cmocka_unit_test(only_the_next_row_may_hide_an_answer),
        cmocka_unit_test(names_that_begin_no_statement_are_followed),
        cmocka_unit_test(names_in_braces_are_followed_to_an_answer),
        cmocka_unit_test(variables_of_a_component_are_followed),
        cmocka_unit_test(numbered_comments_are_read),
        cmocka_unit_test(controls_are_told_from_other_elements),
        cmocka_unit_test(lesson_addresses_can_be_chosen),
        cmocka_unit_test(length_is_judged_past_its_limits),
        cmocka_unit_test(what_may_have_no_cursor_is_counted),
        cmocka_unit_test(exclusions_of_the_plan_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
