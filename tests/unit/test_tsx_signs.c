/* tsx: what stands in front of a node, and the declarations of a file. */
#include <stdio.h>

#include "tsx_support.h"

static const char *const sign_names[] = {"none",    "comma",  "property", "assign", "call",
                                         "arrow",   "return", "question", "colon",  "logic",
                                         "compare", "plus",   "keyword",  "type",   "other"};

/* The mark "@@" of `code` stands before a node; it is taken out,
 * and the sign and lead of the node there are compared with "sign lead". */
static void assert_sign(ll_arena *arena, const char *code, const char *expected) {
    const char *mark = strstr(code, "@@");
    assert_non_null(mark);
    uint32_t at = (uint32_t)(mark - code);
    ll_view text = ll_arena_format(arena, "%.*s%s", (int)at, code, mark + 2);
    ll_tsx *tsx = parse_view(arena, text);
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        if (tsx->nodes.at[i].start != at || tsx->nodes.at[i].kind == LL_TSX_COMMENT)
            continue;
        const char *sign = sign_names[tsx->nodes.at[i].sign];
        ll_view lead = ll_tsx_lead(tsx, i);
        if (tsx->nodes.at[i].kind == LL_TSX_ELEMENT)
            lead = LL_VIEW("");
        ll_view seen =
            ll_arena_format(arena, "%s%s%.*s", sign, lead.len ? " " : "", LL_VIEW_ARG(lead));
        if (!ll_view_equal(seen, ll_view_of(expected)))
            fail_msg("%s: %s, not %s", code, seen.ptr, expected);
        return;
    }
    fail_msg("no node at the mark of %s", code);
}

typedef struct sign_case {
    const char *code;
    const char *expected;
} sign_case;

static void assert_signs(ll_arena *arena, const sign_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++)
        assert_sign(arena, cases[i].code, cases[i].expected);
}

#define ASSERT_SIGNS(cases) assert_signs(arena, cases, sizeof(cases) / sizeof *(cases))

TEST(signs_of_starts) {
    USE_ARENA;
    static const sign_case cases[] = {
        {"@@'use client'", "none"},
        {"a();@@'b'", "none"},
        {"a()\n@@'b'", "none"},
        {"f(@@'a')", "none"},
        {"f(a, @@'b')", "comma"},
        {"x = [@@'a', 'b']", "none"},
        {"x = ['a', @@'b']", "comma"},
        {"x = <a b={@@'c'}/>", "none"},
        {"x = <a>{@@`c`}</a>", "none"},
        {"x = <a>{/* c */ @@'d'}</a>", "none"},
        {"x = `a${@@'b'}`", "none"},
        {"x = `a@@${b}`", "none"},
        {"x = <a>@@<b/></a>", "none"},
        {"if (a) @@<b/>", "none"},
        {"for (a; @@'b' in c; d) e", "none"},
        {"switch (a) { case b: { c: @@<i/> } }", "none"},
        {"{} @@<b/>", "none"},
        {"interface A {} @@<b/>", "none"},
        {"switch (a) { case b: @@<i/> }", "none"},
    };
    ASSERT_SIGNS(cases);
}

TEST(signs_of_values) {
    USE_ARENA;
    static const sign_case cases[] = {
        {"x = {title: @@'a'}", "property title"},
        {"x = {'quoted title': @@'a'}", "property quoted title"},
        {"x = {[name]: @@'a'}", "property"},
        {"export default {title: @@'a'}", "property title"},
        {"x = {a, b: {c: 1}, default: @@['d']}", "property default"},
        {"x = {if: @@<b/>}", "property"},
        {"const x = @@'a'", "assign x"},
        {"const x: string = @@'a'", "assign x"},
        {"const x: Map<string, { a: 'b' }> = @@<i/>", "assign"},
        {"const x: Array<A> = @@['a']", "assign x"},
        {"const [x, y]: A = @@['a']", "assign"},
        {"a.b = @@'c'", "assign b"},
        {"a += @@'c'", "assign a"},
        {"a ?\?= @@'c'", "assign a"},
        {"a ?\?=@@'c'", "assign a"},
        {"const {a = @@'b'} = c", "assign a"},
        {"const {a: b = @@'c'} = d", "assign b"},
        {"function f(a = @@'b') {}", "assign a"},
        {"function f(a: A = @@'b') {}", "assign a"},
        {"class A { b = @@'c' }", "assign b"},
        {"class A { b?: B = @@'c' }", "assign b"},
        {"x =\xC2\xA0@@'a'", "assign x"},
        {"x = {\xC3\xA0: @@'a'}", "property \xC3\xA0"},
        {"const f = @@(a) => a", "assign f"},
        {"const f = <T,>@@(a: T) => a", "assign f"},
    };
    ASSERT_SIGNS(cases);
}

TEST(signs_of_calls) {
    USE_ARENA;
    static const sign_case cases[] = {
        {"cn@@('a')", "call cn"},
        {"a.map@@(f)", "call map"},
        {"a?.b?.@@(c)", "call b"},
        {"a.b.typeof@@(c)", "call typeof"},
        {"a!@@(c)", "call a"},
        {"useState<string>@@('a')", "call useState"},
        {"useState<{ a: A; b: B }>@@('a')", "call useState"},
        {"a?.b<string>@@('a')", "call b"},
        {"a?.<string>@@('a')", "call a"},
        {"new Map<string, B[]>@@()", "call Map"},
        {"a.b[0]?.@@(c)", "other"},
        {"f(a)@@(b)", "other"},
        {"if @@(a) b", "call if"},
        {"while @@(a) b", "call while"},
        {"for await @@(a of b) c", "call for"},
        {"switch @@(a) { }", "call switch"},
        {"function f@@(a) {}", "call f"},
        {"function f<T>@@(a) {}", "call f"},
        {"x = function @@(a) {}", "call function"},
        {"import@@('a')", "call import"},
        {"super@@(a)", "call super"},
        {"class A { render@@() {} }", "call render"},
        {"@@(a)", "none"},
        {"a[@@'b']", "none"},
        {"a@@['b']", "other"},
        {"tag@@`b`", "other"},
    };
    ASSERT_SIGNS(cases);
}

TEST(signs_of_operators) {
    USE_ARENA;
    static const sign_case cases[] = {
        {"x = () => @@<a/>", "arrow"},
        {"x = (a): A => @@({b: c})", "arrow"},
        {"x = () => @@{ return a }", "arrow"},
        {"function f() { return @@<a/> }", "return"},
        {"function f() { return @@(<a/>) }", "return"},
        {"a ? @@'b' : 'c'", "question"},
        {"a ? 'b' : @@'c'", "colon"},
        {"x = {a: b ? @@'c' : 'd'}", "question"},
        {"x = {a: b ? 'c' : @@'d'}", "colon"},
        {"a?.5 : @@'b'", "colon"},
        {"x = a ? b\n  in c : @@'d'", "colon"},
        {"x = a ? function (b): C { return b } : @@'d'", "colon"},
        {"x = a ? async (b: B): Promise<C> => b : @@'d'", "colon"},
        {"x = a ? async (): Promise<C> => b : @@'d'", "colon"},
        {"x = a ? async(b) : @@'c'", "colon"},
        {"x = a ? b.async() : @@'c'", "colon"},
        {"x = a ? b() : @@'c'", "colon"},
        {"x = a ? b\n  instanceof c : @@'d'", "colon"},
        {"a && @@'b'", "logic"},
        {"a || @@'b'", "logic"},
        {"a ?? @@'b'", "logic"},
        {"a === @@'b'", "compare"},
        {"a < b > @@'c'", "compare"},
        {"x = a < b > !@@(c)", "other"},
        {"x = a < 'b' in c > @@(d)", "compare"},
        {"a != @@'b'", "compare"},
        {"a<b> != @@'c'", "compare"},
        {"a < @@'b'", "compare"},
        {"a < {b: @@<p>'c\n\"</p>, d: \"e\"\n}>(f)", "property"},
        {"x = a < b(c, @@'d') > (e)", "comma"},
        {"a >= @@'b'", "compare"},
        {"a + @@'b'", "plus"},
        {"'a' + @@`b`", "plus"},
        {"a - @@'b'", "other"},
        {"a << @@'b'", "other"},
        {"a >> @@'b'", "other"},
        {"a >>> @@'b'", "other"},
        {"[...@@(a)]", "other"},
        {"!@@(a)", "other"},
    };
    ASSERT_SIGNS(cases);
}

TEST(signs_of_keywords_and_types) {
    USE_ARENA;
    static const sign_case cases[] = {
        {"import A from @@'a'", "keyword from"},
        {"import @@'a'", "keyword import"},
        {"export @@{ a }", "keyword export"},
        {"switch (a) { case @@'b': }", "keyword case"},
        {"typeof @@(a)", "keyword typeof"},
        {"@@'a' in b", "none"},
        {"for (a of @@['b']) c", "keyword of"},
        {"await @@(a)", "keyword await"},
        {"else_ = 1; if (a) b; else @@{ }", "keyword else"},
        {"export default @@<a/>", "keyword"},
        {"x = a as @@'b'", "keyword as"},
        {"x = a as 'b' | @@'c'", "type"},
        {"x = a as B.as | @@'c'", "type"},
        {"type A = @@'a' | 'b'", "type"},
        {"type A = 'a' | @@'b'", "type"},
        {"type A = @@{ b: 'c' }", "type"},
        {"type A = { b: @@'c' }", "type"},
        {"interface A { b: @@'c' }", "type"},
        {"interface A @@{ b: 'c' }", "type"},
        {"const a: @@'b' = 'b'", "type"},
        {"function f(a: @@'b') {}", "type"},
        {"useState<@@'a' | 'b'>('a')", "type"},
        {"useState<'a' | @@'b'>('a')", "type"},
        {"useState<'a' | 'b'>(@@'a')", "none"},
        {"useState<{ a?: @@'b' }>('c')", "type"},
        {"f<A extends B ? @@'c' : 'd'>(e)", "type"},
        {"f<[a: @@'b', c?: 'd']>(e)", "type"},
        {"f<(a: @@'b') => void>(c)", "type"},
        {"f<{ a: 'b'; -readonly [c in D]: @@'e' }>(g)", "type"},
        {"f<-1 | @@'b'>(c)", "type"},
        {"f<@@`a-${B}`>(c)", "type"},
        {"x = (a as B) + @@'c'", "plus"},
        {"x = a<@@'b'> in c", "type"},
        {"f(x as B\n@@['c'])", "other"},
        {"const a: B\n@@['c']", "none"},
        {"type A = B extends @@'c' ? 'd' : 'e'", "keyword extends"},
        {"type A = B extends C ? @@'d' : 'e'", "type"},
        {"type A = B extends C ? 'd' : @@'e'", "type"},
        {"x = a as B extends C ? D : @@'e'", "type"},
        {"x = a ? b as C extends D ? E : @@'f' : g", "type"},
        {"x = a as B extends C ? D : E ? @@'f' : g", "question"},
    };
    ASSERT_SIGNS(cases);
}

/* Whoever is still writing has no ':' yet; TypeScript, too, reads what stands behind as it is. */
TEST(a_conditional_without_its_colon_ends_with_its_statement) {
    USE_ARENA;
    static const sign_case cases[] = {
        {"x = a ? b\nconst c: @@'d' = e", "type"},
        {"x = a ? b;\nconst c: @@'d' = e", "type"},
        {"const x = a ? b, c: @@'d' = e", "type"},
        {"x = { a: b ? c, d: @@'e' }", "property d"},
    };
    ASSERT_SIGNS(cases);
}

static void assert_declaration(const ll_tsx *tsx, uint32_t index, const char *keyword,
                               const char *name, bool exported, const char *start) {
    assert_true(index < tsx->declarations.len);
    const ll_tsx_declaration *one = &tsx->declarations.at[index];
    assert_view(one->keyword, keyword);
    assert_view(one->name, name);
    assert_int_equal(one->exported, exported);
    ll_view rest = ll_tsx_text(tsx, one->start, (uint32_t)tsx->source->text.len);
    if (!ll_view_starts(rest, ll_view_of(start)))
        fail_msg("%s begins at %.20s", name, rest.ptr);
}

TEST(declarations) {
    USE_ARENA;
    ll_tsx *tsx = parse(arena, "'use client'\n"
                               "import A from 'a'\n"
                               "// about B\n"
                               "const B = ['b']\n"
                               "// about c\n"
                               "let c: C = {}, d = 1\n"
                               "export const { e, f } = g\n"
                               "export async function H() { const inner = 1; return <h1/> }\n"
                               "function* i() {}\n"
                               "type J = 'j'\n"
                               "export interface K { k: 'k' }\n"
                               "enum L { l = 'l' }\n"
                               "const enum M {}\n"
                               "abstract class N {}\n"
                               "call('x')\n"
                               "export default function () { return <p/> }\n");
    assert_null(tsx->fault);
    assert_int_equal(tsx->declarations.len, 11);
    assert_declaration(tsx, 0, "const", "B", false, "const B");
    assert_declaration(tsx, 1, "let", "c", false, "let c");
    assert_declaration(tsx, 2, "const", "", true, "export const");
    assert_declaration(tsx, 3, "function", "H", true, "export async");
    assert_declaration(tsx, 4, "function", "i", false, "function*");
    assert_declaration(tsx, 5, "type", "J", false, "type J");
    assert_declaration(tsx, 6, "interface", "K", true, "export interface");
    assert_declaration(tsx, 7, "enum", "L", false, "enum L");
    assert_declaration(tsx, 8, "enum", "M", false, "const enum M");
    assert_declaration(tsx, 9, "class", "N", false, "abstract class");
    assert_declaration(tsx, 10, "function", "", true, "export default");
    assert_int_equal(ll_tsx_declaration_of(tsx, find_text(tsx, "'use client'")), LL_TSX_NONE);
    assert_int_equal(ll_tsx_declaration_of(tsx, find_text(tsx, "'a'")), LL_TSX_NONE);
    assert_int_equal(ll_tsx_declaration_of(tsx, find_text(tsx, "// about B")), LL_TSX_NONE);
    assert_int_equal(ll_tsx_declaration_of(tsx, find_text(tsx, "'b'")), 0);
    assert_int_equal(ll_tsx_declaration_of(tsx, find_text(tsx, "// about c")), LL_TSX_NONE);
    assert_int_equal(ll_tsx_declaration_of(tsx, find_text(tsx, "<h1/>")), 3);
    assert_int_equal(ll_tsx_declaration_of(tsx, find_text(tsx, "'j'")), 5);
    assert_int_equal(ll_tsx_declaration_of(tsx, find_text(tsx, "'x'")), LL_TSX_NONE);
    assert_int_equal(ll_tsx_declaration_of(tsx, find_text(tsx, "<p/>")), 10);
}

TEST(default_exports) {
    USE_ARENA;
    ll_tsx *tsx = parse(arena, "export default () => <p/>");
    assert_int_equal(tsx->declarations.len, 1);
    assert_declaration(tsx, 0, "default", "", true, "export default");
    assert_int_equal(ll_tsx_declaration_of(tsx, find_text(tsx, "<p/>")), 0);
    tsx = parse(arena, "export default async function A() {}");
    assert_int_equal(tsx->declarations.len, 1);
    assert_declaration(tsx, 0, "function", "A", true, "export default");
    tsx = parse(arena, "export default class extends A {}");
    assert_declaration(tsx, 0, "class", "", true, "export default");
    tsx = parse(arena, "@a({ b: 'c' })\nexport class D {}");
    assert_declaration(tsx, 0, "class", "D", true, "export class");
    tsx = parse(arena, "export { a as default }; export * from 'b'");
    assert_int_equal(tsx->declarations.len, 0);
}

/* Behind a line end '!' says "not" of what follows, and nothing of what stands before. */
TEST(an_exclamation_mark_may_begin_a_statement) {
    USE_ARENA;
    ll_tsx *tsx = parse(arena, "const a = f('b')\n!f('c')");
    assert_int_equal(ll_tsx_declaration_of(tsx, find_text(tsx, "'b'")), 0);
    assert_int_equal(ll_tsx_declaration_of(tsx, find_text(tsx, "'c'")), LL_TSX_NONE);
}

TEST(a_fault_ends_the_last_declaration) {
    USE_ARENA;
    ll_tsx *tsx = parse(arena, "const a = <b/>\nconst c = <d>");
    assert_non_null(tsx->fault);
    assert_int_equal(tsx->declarations.len, 2);
    assert_int_equal(tsx->declarations.at[1].after_node, tsx->nodes.len);
    assert_int_equal(ll_tsx_declaration_of(tsx, find_element(tsx, "d")), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signs_of_starts),
        cmocka_unit_test(signs_of_values),
        cmocka_unit_test(signs_of_calls),
        cmocka_unit_test(signs_of_operators),
        cmocka_unit_test(signs_of_keywords_and_types),
        cmocka_unit_test(a_conditional_without_its_colon_ends_with_its_statement),
        cmocka_unit_test(declarations),
        cmocka_unit_test(default_exports),
        cmocka_unit_test(an_exclamation_mark_may_begin_a_statement),
        cmocka_unit_test(a_fault_ends_the_last_declaration),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
