/* tsx: walking the tree, ranges of nodes, faults. */
#include <stdio.h>
#include <stdlib.h>

#include "support.h"

#include "tsx_support.h"

TEST(elements_and_their_ranges) {
    USE_ARENA;
    ll_tsx *tsx = parse(arena, "const a = <Row.Content id=\"x\">\n  text<br/></Row.Content>;\n");
    assert_null(tsx->fault);
    assert_int_equal(tsx->nodes.len, 4);
    const ll_tsx_node *row = &tsx->nodes.at[0];
    assert_int_equal(row->kind, LL_TSX_ELEMENT);
    assert_true(row->closed);
    assert_int_equal(row->sign, LL_SIGN_ASSIGN);
    assert_view(ll_tsx_lead(tsx, 0), "Row.Content");
    assert_view(whole(tsx, 0), "<Row.Content id=\"x\">\n  text<br/></Row.Content>");
    assert_view(inner(tsx, 0), "\n  text<br/>");
    assert_view(whole(tsx, 1), "id=\"x\"");
    assert_view(inner(tsx, 1), "x");
    assert_view(ll_tsx_lead(tsx, 1), "id");
    assert_int_equal(tsx->nodes.at[2].kind, LL_TSX_TEXT);
    assert_view(whole(tsx, 2), "\n  text");
    assert_false(tsx->nodes.at[3].closed);
    assert_view(whole(tsx, 3), "<br/>");
    assert_int_equal(tsx->nodes.at[3].inner_start, tsx->nodes.at[3].end);
    assert_int_equal(tsx->nodes.at[3].inner_end, tsx->nodes.at[3].end);
}

TEST(a_file_may_be_one_node) {
    USE_ARENA;
    assert_int_equal(ll_tsx_first(parse(arena, "'a'"), LL_TSX_NONE), 0);
}

TEST(an_offset_has_a_node) {
    USE_ARENA;
    ll_tsx *tsx = parse(arena, "f(1); <a>one<b/>");
    assert_int_equal(ll_tsx_node_at(parse(arena, "1 + 2"), 3), LL_TSX_NONE);
    uint32_t a = find_element(tsx, "a"), b = find_element(tsx, "b");
    assert_int_equal(ll_tsx_node_at(tsx, 6), a);
    assert_int_equal(ll_tsx_node_at(tsx, 8), a);
    assert_int_equal(ll_tsx_node_at(tsx, 9), ll_tsx_first(tsx, a));
    assert_int_equal(ll_tsx_node_at(tsx, 12), b);
    assert_int_equal(ll_tsx_node_at(tsx, 16), b);
}

TEST(walking) {
    USE_ARENA;
    ll_tsx *tsx = parse(arena, "<a x y={f(<b/>)}>one{<c/>}<d/></a>");
    uint32_t a = ll_tsx_first(tsx, LL_TSX_NONE);
    assert_view(ll_tsx_lead(tsx, a), "a");
    assert_int_equal(ll_tsx_next(tsx, a), LL_TSX_NONE);
    uint32_t x = ll_tsx_first(tsx, a), y = ll_tsx_next(tsx, x);
    assert_view(ll_tsx_lead(tsx, x), "x");
    assert_int_equal(ll_tsx_first(tsx, x), LL_TSX_NONE);
    assert_view(ll_tsx_lead(tsx, y), "y");
    uint32_t b = find_element(tsx, "b"), c = find_element(tsx, "c");
    assert_int_equal(ll_tsx_element_around(tsx, b), a);
    assert_int_equal(ll_tsx_element_around(tsx, c), a);
    assert_int_equal(ll_tsx_element_around(tsx, a), LL_TSX_NONE);
    assert_int_equal(ll_tsx_element_of(tsx, b), b);
    assert_int_equal(ll_tsx_element_of(tsx, x), a);
    uint32_t text = ll_tsx_next(tsx, y);
    assert_view(whole(tsx, text), "one");
    uint32_t braces = ll_tsx_next(tsx, text);
    assert_int_equal(tsx->nodes.at[braces].kind, LL_TSX_BRACES);
    assert_int_equal(ll_tsx_first(tsx, braces), c);
    uint32_t d = ll_tsx_next(tsx, braces);
    assert_view(ll_tsx_lead(tsx, d), "d");
    assert_int_equal(ll_tsx_next(tsx, d), LL_TSX_NONE);
    assert_int_equal(tsx->nodes.at[a].after, tsx->nodes.len);
}

TEST(an_empty_file_has_no_nodes) {
    USE_ARENA;
    ll_tsx *tsx = parse(arena, "");
    assert_null(tsx->fault);
    assert_int_equal(ll_tsx_first(tsx, LL_TSX_NONE), LL_TSX_NONE);
    assert_int_equal(tsx->declarations.len, 0);
}

TEST(attributes_by_name) {
    USE_ARENA;
    ll_tsx *tsx =
        parse(arena, "<a one two='2' two='second' {...p} four={4} five=<b two='x'/>>{'two'}</a>");
    assert_null(tsx->fault);
    uint32_t two = ll_tsx_attribute(tsx, 0, LL_VIEW("two"));
    assert_view(inner(tsx, two), "second"); /* the last one counts */
    uint32_t one = ll_tsx_attribute(tsx, 0, LL_VIEW("one"));
    assert_int_equal(tsx->nodes.at[one].value, LL_TSX_BARE);
    assert_view(inner(tsx, one), "");
    assert_int_equal(tsx->nodes.at[one].inner_start, tsx->nodes.at[one].end);
    uint32_t four = ll_tsx_attribute(tsx, 0, LL_VIEW("four"));
    assert_int_equal(tsx->nodes.at[four].value, LL_TSX_EXPRESSION);
    assert_view(inner(tsx, four), "{4}");
    assert_int_equal(tsx->nodes.at[ll_tsx_first(tsx, four)].kind, LL_TSX_BRACES);
    uint32_t five = ll_tsx_attribute(tsx, 0, LL_VIEW("five"));
    assert_int_equal(tsx->nodes.at[five].value, LL_TSX_TAG);
    assert_view(whole(tsx, five), "five=<b two='x'/>");
    assert_view(inner(tsx, five), "<b two='x'/>");
    assert_view(ll_tsx_lead(tsx, ll_tsx_first(tsx, five)), "b");
    uint32_t spread = ll_tsx_next(tsx, two);
    assert_int_equal(tsx->nodes.at[spread].value, LL_TSX_SPREAD);
    assert_view(ll_tsx_lead(tsx, spread), "");
    assert_view(whole(tsx, spread), "{...p}");
    assert_int_equal(ll_tsx_attribute(tsx, 0, LL_VIEW("three")), LL_TSX_NONE);
}

TEST(comments_in_tags_do_not_hide_attributes) {
    USE_ARENA;
    ll_tsx *tsx = parse(arena, "<a /* one */ b // two\n c = /* three */ 'v'/>");
    assert_null(tsx->fault);
    uint32_t c = ll_tsx_attribute(tsx, 0, LL_VIEW("c"));
    assert_view(inner(tsx, c), "v");
    assert_int_equal(count_kind(tsx, LL_TSX_COMMENT), 3);
    assert_int_equal(tsx->nodes.at[c].after, tsx->nodes.len);
}

TEST(names) {
    USE_ARENA;
    ll_tsx *tsx = parse(arena, "<><Row.Content/><details/><a.b/><svg:rect/><x-y z-q/></>");
    assert_null(tsx->fault);
    assert_view(ll_tsx_lead(tsx, 0), "");
    assert_true(ll_tsx_is(tsx, 1, LL_VIEW("Row.Content")));
    assert_false(ll_tsx_is(tsx, 1, LL_VIEW("Row")));
    assert_false(ll_tsx_is_host(tsx, 0));
    assert_false(ll_tsx_is_host(tsx, 1));
    assert_true(ll_tsx_is_host(tsx, 2));
    assert_false(ll_tsx_is_host(tsx, 3));
    assert_true(ll_tsx_is_host(tsx, 4));
    assert_true(ll_tsx_is(tsx, 5, LL_VIEW("x-y")));
}

TEST(comments_strings_and_templates) {
    USE_ARENA;
    ll_tsx *tsx = parse(arena, "a('b\\'c', \"d\") // e\nf(`g${h}i`) /* j */");
    assert_null(tsx->fault);
    assert_view(inner(tsx, find_kind(tsx, LL_TSX_STRING, 0)), "b\\'c");
    assert_view(whole(tsx, find_kind(tsx, LL_TSX_STRING, 1)), "\"d\"");
    assert_view(inner(tsx, find_kind(tsx, LL_TSX_COMMENT, 0)), " e");
    assert_view(whole(tsx, find_kind(tsx, LL_TSX_COMMENT, 0)), "// e");
    assert_view(inner(tsx, find_kind(tsx, LL_TSX_COMMENT, 1)), " j ");
    uint32_t template = find_kind(tsx, LL_TSX_TEMPLATE, 0);
    assert_view(inner(tsx, template), "g${h}i");
    uint32_t hole = ll_tsx_first(tsx, template);
    assert_int_equal(tsx->nodes.at[hole].kind, LL_TSX_GROUP);
    assert_view(whole(tsx, hole), "${h}");
    assert_view(inner(tsx, hole), "h");
    tsx = parse(arena, "a('b\\\nc\\\r\nd\\\re')");
    assert_null(tsx->fault);
    assert_view(inner(tsx, find_kind(tsx, LL_TSX_STRING, 0)), "b\\\nc\\\r\nd\\\re");
}

static void assert_fault(ll_arena *arena, const char *text, uint32_t offset, const char *expected) {
    ll_tsx *tsx = parse(arena, text);
    if (!tsx->fault)
        fail_msg("no fault in %s", text);
    assert_string_equal(tsx->fault, expected);
    assert_int_equal(tsx->fault_offset, offset);
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        assert_true(tsx->nodes.at[i].end <= strlen(text));
        assert_true(tsx->nodes.at[i].after <= tsx->nodes.len);
    }
}

TEST(faults_in_tags) {
    USE_ARENA;
    assert_fault(arena, "x = <Row>a</Row.Content>", 10, "expected </Row> but found </Row.Content>");
    assert_fault(arena, "x = <a><b></a>", 7, "<b> has no closing tag");
    assert_fault(arena, "x = <a>{c && <b></a>}", 16, "expected </b> but found </a>");
    assert_fault(arena, "x = <a>text", 4, "<a> has no closing tag");
    assert_fault(arena, "x = <a><b>", 7, "<b> has no closing tag");
    assert_fault(arena, "x = <a href='y'", 4, "the opening tag <a does not end");
    assert_fault(arena, "x = <a href='y", 12, "the attribute has no closing '");
    assert_fault(arena, "x = </a>", 4, "</a> closes nothing");
    assert_fault(arena, "x = <a/><b/>", 8, "two elements side by side need one around them");
    assert_fault(arena, "<a>1 > 0</a>", 5, "'>' has no place in text; write {'>'}");
    assert_fault(arena, "<a>}</a>", 3, "'}' has no place in text; write {'}'}");
    assert_fault(arena, "<a>}</a >", 3, "'}' has no place in text; write {'}'}");
    assert_fault(arena, "{ (<a><b/>) } <ab></ab>", 3, "<a> has no closing tag");
    assert_fault(arena, "{ (<>b) }", 3, "<> has no closing tag");
    assert_fault(arena, "<a>1 < 2</a>", 5, "'<' has no place in text; write {'<'}");
    assert_fault(arena, "<a><!-- c --></a>", 3, "'<' has no place in text; write {'<'}");
    assert_fault(arena, "<a>b</a ;</a>", 0, "<a> has no closing tag");
    assert_fault(arena, "<a>1 <=b</a>", 5, "'<' has no place in text; write {'<'}");
    assert_fault(arena, "<a b=c/>", 5, "'=' has no value in quotes or braces");
    assert_fault(arena, "<a ;/>", 3, "';' has no place in a tag");
}

TEST(an_element_with_a_fault_is_not_closed) {
    USE_ARENA;
    ll_tsx *tsx = parse(arena, "x = <a>{c && <b></a>}");
    assert_false(tsx->nodes.at[find_element(tsx, "a")].closed);
    assert_false(tsx->nodes.at[find_element(tsx, "b")].closed);
}

TEST(faults_in_code) {
    USE_ARENA;
    assert_fault(arena, "const a = 'b\nc'", 10, "the string has no closing '");
    assert_fault(arena, "const a = \"b", 10, "the string has no closing \"");
    assert_fault(arena, "const a = `b${c}", 10, "the template has no closing `");
    assert_fault(arena, "a /* b", 2, "the comment has no closing */");
    assert_fault(arena, "f(a, {b: [c)", 11, "expected ']' but found ')'");
    assert_fault(arena, "function f() { if (a) {", 22, "'{' is not closed");
    assert_fault(arena, "f(", 1, "'(' is not closed");
    assert_fault(arena, "a)", 1, "')' closes nothing");
    assert_fault(arena, "<a>{b</a>", 3, "'{' is not closed");
    assert_fault(arena, "`${a", 1, "'${' is not closed");
}

/* With sanitizers who reads on behind the end of a long file is seen. */
TEST(a_long_file_may_end_in_what_looks_like_type_arguments) {
    USE_ARENA;
    ll_view code = ll_arena_format(arena, "%20000s\nx = a<`%20000s%c", "", "", 0);
    assert_fault(arena, code.ptr, 20007, "the template has no closing `");
}

/* Every file of tests/tsx, cut off at every place, ends without a crash and with a whole tree. */
static void assert_whole(const ll_tsx *tsx, size_t length) {
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        assert_true(node->start < node->end && node->end <= length);
        assert_true(node->inner_start >= node->start && node->inner_start <= node->inner_end);
        assert_true(node->inner_end <= node->end);
        assert_true(node->after > i && node->after <= tsx->nodes.len);
        if (node->parent != LL_TSX_NONE) {
            const ll_tsx_node *parent = &tsx->nodes.at[node->parent];
            assert_true(node->parent < i && i < parent->after && node->end <= parent->end);
        }
    }
}

static void assert_prefixes(const char *path) {
    ll_arena *arena = ll_arena_new(ARENA_MOST);
    ll_view text = read_fixture(arena, path);
    char *copy = malloc(text.len + 1);
    for (size_t length = 0; length <= text.len; length++) {
        memcpy(copy, text.ptr, length); /* a block of its own, so that ASan sees an overrun */
        copy[length] = '\0';
        ll_arena *each = ll_arena_new(ARENA_MOST);
        assert_whole(parse_view(each, (ll_view){copy, length}), length);
        ll_arena_free(each);
    }
    free(copy);
    ll_arena_free(arena);
}

TEST(every_prefix) {
    (void)context;
    static const char *const files[] = {"children.tsx", "expressions.tsx", "generic-tag.tsx",
                                        "line-separator.tsx", "generic-function-type.tsx"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        assert_prefixes(files[i]);
}

/* A backslash that begins no name has to be stepped over, or refused, by whoever meets it. */
TEST(a_backslash_alone_ends_nothing_and_stops_nothing) {
    USE_ARENA;
    static const char *const texts[] = {"\\",      "p<\\",  "p<extends{````\\", "x = \\ <b/>",
                                        "<a \\/>", "<\\>",  "type T = \\",      "f(\\",
                                        "`${\\}`", "a.\\.b"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_non_null(parse(arena, texts[i]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_and_their_ranges),
        cmocka_unit_test(a_file_may_be_one_node),
        cmocka_unit_test(an_offset_has_a_node),
        cmocka_unit_test(walking),
        cmocka_unit_test(an_empty_file_has_no_nodes),
        cmocka_unit_test(attributes_by_name),
        cmocka_unit_test(comments_in_tags_do_not_hide_attributes),
        cmocka_unit_test(names),
        cmocka_unit_test(comments_strings_and_templates),
        cmocka_unit_test(faults_in_tags),
        cmocka_unit_test(an_element_with_a_fault_is_not_closed),
        cmocka_unit_test(faults_in_code),
        cmocka_unit_test(a_long_file_may_end_in_what_looks_like_type_arguments),
        cmocka_unit_test(every_prefix),
        cmocka_unit_test(a_backslash_alone_ends_nothing_and_stops_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
