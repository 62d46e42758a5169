/* tsx: constructs that a scanner without a grammar gets wrong easily; each has a file in tests/tsx,
 * which the comparison with TypeScript reads too. */
#include <stdio.h>

#include "tsx_support.h"

#include "base/buffer.h"

/* Reads the file and checks that its elements, in their order, have these names (a blank between
 * two; "<>" is a fragment). */
static ll_tsx *assert_elements(ll_arena *arena, const char *file, const char *expected) {
    ll_tsx *tsx = parse_view(arena, read_fixture(arena, file));
    if (tsx->fault)
        fail_msg("%s: %s at %u", file, tsx->fault, tsx->fault_offset);
    ll_buffer names = {.arena = arena, .most = 4096};
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        if (tsx->nodes.at[i].kind != LL_TSX_ELEMENT)
            continue;
        if (names.len > 0)
            ll_buffer_add_byte(&names, ' ');
        ll_view name = ll_tsx_lead(tsx, i);
        ll_buffer_add(&names, name.len ? name : LL_VIEW("<>"));
    }
    assert_view(ll_buffer_view(&names), expected);
    return tsx;
}

TEST(generic_function_types) {
    USE_ARENA;
    ll_tsx *tsx = assert_elements(arena, "generic-function-type.tsx", "p");
    assert_int_equal(tsx->nodes.at[find_text(tsx, "'mapped'")].sign, LL_SIGN_TYPE);
    assert_int_equal(count_kind(tsx, LL_TSX_TEXT), 1);
}

TEST(generic_calls_behind_a_chain) {
    USE_ARENA;
    ll_tsx *tsx = assert_elements(arena, "optional-call-generic.tsx", "b i u");
    uint32_t group = tsx->nodes.at[find_text(tsx, "'first'")].parent;
    assert_int_equal(tsx->nodes.at[group].sign, LL_SIGN_CALL);
    assert_view(ll_tsx_lead(tsx, group), "handlers");
}

TEST(generic_tags) {
    USE_ARENA;
    ll_tsx *tsx = assert_elements(arena, "generic-tag.tsx", "Select Option Table.Row Plain");
    uint32_t select = find_element(tsx, "Select");
    assert_view(inner(tsx, ll_tsx_attribute(tsx, select, LL_VIEW("value"))), "one");
    assert_view(inner(tsx, find_element(tsx, "Table.Row")), "row");
    uint32_t plain = find_element(tsx, "Plain");
    assert_view(inner(tsx, ll_tsx_attribute(tsx, plain, LL_VIEW("title"))), "spaced");
}

TEST(elements_as_attribute_values) {
    USE_ARENA;
    ll_tsx *tsx = assert_elements(arena, "element-as-value.tsx", "Card b h3 <> i");
    uint32_t card = find_element(tsx, "Card");
    assert_view(inner(tsx, ll_tsx_attribute(tsx, card, LL_VIEW("footer"))), "<>one<i/>two</>");
    uint32_t wide = ll_tsx_attribute(tsx, card, LL_VIEW("wide"));
    assert_int_equal(tsx->nodes.at[wide].value, LL_TSX_BARE);
    assert_view(inner(tsx, wide), "");
    assert_int_equal(tsx->nodes.at[wide].parent, card);
}

TEST(regular_expressions_behind_parentheses) {
    USE_ARENA;
    ll_tsx *tsx = assert_elements(arena, "regex-after-paren.tsx", "p");
    assert_int_equal(count_kind(tsx, LL_TSX_STRING), 1); /* '/' */
}

TEST(division_behind_braces) {
    USE_ARENA;
    ll_tsx *tsx = assert_elements(arena, "object-division.tsx", "p");
    assert_int_equal(count_kind(tsx, LL_TSX_STRING), 3); /* 'x', 'y' and 'z' */
}

TEST(elements_as_statements) {
    USE_ARENA;
    ll_tsx *tsx = assert_elements(arena, "element-statement.tsx", "i b u s em i b u div");
    assert_view(inner(tsx, find_element(tsx, "em")), "labelled");
    assert_int_equal(tsx->nodes.at[find_element(tsx, "div")].sign, LL_SIGN_RETURN);
}

TEST(everything_usual) {
    USE_ARENA;
    ll_tsx *tsx = assert_elements(
        arena, "expressions.tsx",
        "b b i T i i b i b i b b b i i i b i i b i i p i b b i i i div i i b i i b i main i");
    assert_view(whole(tsx, 0), "#!/usr/bin/env node");
    assert_int_equal(tsx->nodes.at[0].kind, LL_TSX_COMMENT);
}

TEST(functions_in_conditionals) {
    USE_ARENA;
    ll_tsx *tsx = assert_elements(arena, "function-in-conditional.tsx", "p i svg b u li p p p");
    assert_int_equal(tsx->nodes.at[find_element(tsx, "p")].sign, LL_SIGN_COLON);
    assert_int_equal(tsx->nodes.at[find_element(tsx, "svg")].sign, LL_SIGN_RETURN);
}

TEST(children_and_tags) {
    USE_ARENA;
    ll_tsx *tsx = assert_elements(arena, "children.tsx",
                                  "<> a.b.c i svg:rect this.Thing custom-element b div p b i li "
                                  "Foo . Bar b");
    uint32_t link = find_element(tsx, "a.b.c");
    assert_view(inner(tsx, ll_tsx_attribute(tsx, link, LL_VIEW("xlink:href"))), "#a");
    assert_view(inner(tsx, ll_tsx_attribute(tsx, link, LL_VIEW("data-x-y"))), "one\n        two");
    assert_view(inner(tsx, ll_tsx_attribute(tsx, link, LL_VIEW("aria-label"))), "back\\slash");
    assert_view(inner(tsx, ll_tsx_attribute(tsx, link, LL_VIEW("empty"))), "");
    assert_view(inner(tsx, ll_tsx_attribute(tsx, find_element(tsx, "p"), LL_VIEW("title"))),
                "a > b { c } <d>");
    assert_int_equal(count_kind(tsx, LL_TSX_COMMENT), 4); /* two children, two in the tag */
}

TEST(line_separators) {
    USE_ARENA;
    ll_tsx *tsx = assert_elements(arena, "line-separator.tsx", "i");
    assert_int_equal(tsx->declarations.len, 3);
    assert_view(inner(tsx, find_kind(tsx, LL_TSX_COMMENT, 0)), " ends at a line separator");
    assert_view(inner(tsx, find_kind(tsx, LL_TSX_STRING, 0)), "x\xE2\x80\xA8y");
}

static void assert_element_count(ll_arena *arena, const char *code, uint32_t expected) {
    ll_tsx *tsx = parse(arena, code);
    if (tsx->fault || count_kind(tsx, LL_TSX_ELEMENT) != expected)
        fail_msg("%s: %u elements, %s", code, count_kind(tsx, LL_TSX_ELEMENT),
                 tsx->fault ? tsx->fault : "no fault");
}

TEST(comparison_type_arguments_or_tag) {
    USE_ARENA;
    assert_element_count(arena, "a < b", 0);
    assert_element_count(arena, "x = a<b, c>(<i/>)", 1);
    assert_element_count(arena, "if (a < b && c > (d)) <i/>", 1);
    assert_element_count(arena, "x = a! < b; y = '<'", 0);
    assert_element_count(arena, "x = i++ < n ? '<i>' : <b/>", 1);
    assert_element_count(arena, "x = a as number < b ? '<' : <i/>", 1);
    assert_element_count(arena, "x = <T,>(a: T) => <b>a</b>", 1);
    assert_element_count(arena, "x = <T extends A>(a: T) => <b>a</b>", 1);
    assert_element_count(arena, "x = <T extends>a</T>", 1);
    assert_element_count(arena, "x = <T extends/>", 1);
    assert_element_count(arena, "x = <a / >", 1);
    assert_element_count(arena, "x = <T extends={a}/>", 1);
    assert_element_count(arena, "x = dual<\n<A>(a: A) => 'b',\n>(<i/>)", 1);
    assert_element_count(arena, "x = dual<\n<\\u0041>(a: A) => 'b',\n>(<i/>)", 1);
    assert_element_count(arena, "x = a ? (b: 'c'): d => 'e' : <i/>", 1);
    assert_element_count(arena, "x = a <!--b\n", 0);
    assert_element_count(arena, "class A<T> extends B<T> { c<U>(d: U) { return <i/> } }", 1);
    assert_element_count(arena, "class A { b = <i/> }", 1);
    assert_element_count(arena, "x = a satisfies B<C> ? <i/> : <b/>", 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(generic_function_types),
        cmocka_unit_test(generic_calls_behind_a_chain),
        cmocka_unit_test(generic_tags),
        cmocka_unit_test(elements_as_attribute_values),
        cmocka_unit_test(regular_expressions_behind_parentheses),
        cmocka_unit_test(division_behind_braces),
        cmocka_unit_test(elements_as_statements),
        cmocka_unit_test(everything_usual),
        cmocka_unit_test(functions_in_conditionals),
        cmocka_unit_test(children_and_tags),
        cmocka_unit_test(line_separators),
        cmocka_unit_test(comparison_type_arguments_or_tag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
