/* rule: selectors, on a small tree with things that cannot be seen. */
#include <stdio.h>

#include "support.h"

#include "base/buffer.h"
#include "rule/selector.h"

/* One element a row, in the order of the source, with its depth. Props are "name=value" with blanks
 * between; "name=?" has a value that cannot be seen, "..." is a spread. A class "?" says that there
 * are classes that cannot be seen. */
typedef struct row {
    uint32_t depth;
    const char *name, *classes, *props;
    ll_answer empty;
} row;

static const row rows[] = {
    {0, "LessonLayout", "", "", LL_NO},                                        /* 0 */
    {1, "Row", "", "", LL_NO},                                                 /* 1 */
    {2, "Row.Content", "wide", "", LL_NO},                                     /* 2 */
    {3, "details", "mt-4 cursor-pointer", "open=", LL_NO},                     /* 3 */
    {4, "summary", "sm:flex w-[3px]", "title=one-two style=color:red", LL_NO}, /* 4 */
    {4, "p", "", "lang=en-GB", LL_YES},                                        /* 5 */
    {3, "details", "mt-4", "", LL_NO},                                         /* 6 */
    {4, "summary", "?", "id=?", LL_UNKNOWN},                                   /* 7 */
    {4, "p", "note", "...", LL_NO},                                            /* 8 */
    {5, "b", "", "", LL_NO},                                                   /* 9 */
    {2, "Row.Aside", "", "", LL_NO},                                           /* 10 */
    {1, "Row", "last", "data-x=a\"b", LL_NO},                                  /* 11 */
};

enum { ROWS = sizeof rows / sizeof *rows };

static uint32_t row_next(const void *context, uint32_t element) {
    (void)context;
    for (uint32_t i = element + 1; i < ROWS && rows[i].depth >= rows[element].depth; i++)
        if (rows[i].depth == rows[element].depth)
            return i;
    return LL_SELECTOR_NONE;
}

static uint32_t row_previous(const void *context, uint32_t element) {
    (void)context;
    for (uint32_t i = element; i-- > 0 && rows[i].depth >= rows[element].depth;)
        if (rows[i].depth == rows[element].depth)
            return i;
    return LL_SELECTOR_NONE;
}

static uint32_t row_parent(const void *context, uint32_t element) {
    (void)context;
    for (uint32_t i = element; i-- > 0;)
        if (rows[i].depth < rows[element].depth)
            return i;
    return LL_SELECTOR_NONE;
}

static uint32_t row_first_child(const void *context, uint32_t element) {
    (void)context;
    bool has = element + 1 < ROWS && rows[element + 1].depth > rows[element].depth;
    return has ? element + 1 : LL_SELECTOR_NONE;
}

static ll_view row_name(const void *context, uint32_t element) {
    (void)context;
    return ll_view_of(rows[element].name);
}

/* Takes the next word off `*rest`. */
static bool next_word(ll_view *rest, ll_view *word) {
    *rest = ll_view_trim(*rest);
    size_t end = ll_view_find_byte(*rest, ' ', 0);
    *word = ll_view_slice(*rest, 0, end == LL_VIEW_NONE ? rest->len : end);
    *rest = ll_view_slice(*rest, word->len, rest->len);
    return word->len > 0;
}

static ll_attribute_seen row_attribute(const void *context, uint32_t element, ll_view name,
                                       ll_view *value) {
    (void)context;
    ll_view rest = ll_view_of(rows[element].props), word;
    ll_attribute_seen seen = LL_ATTRIBUTE_ABSENT;
    while (next_word(&rest, &word)) {
        size_t sign = ll_view_find_byte(word, '=', 0);
        if (sign == LL_VIEW_NONE)
            seen = LL_ATTRIBUTE_MAYBE;
        else if (ll_view_equal(ll_view_slice(word, 0, sign), name)) {
            *value = ll_view_slice(word, sign + 1, word.len);
            return ll_view_equal(*value, LL_VIEW("?")) ? LL_ATTRIBUTE_UNSEEN : LL_ATTRIBUTE_KNOWN;
        }
    }
    return seen;
}

static ll_answer row_has_class(const void *context, uint32_t element, ll_view name) {
    (void)context;
    ll_view rest = ll_view_of(rows[element].classes), word;
    ll_answer answer = LL_NO;
    while (next_word(&rest, &word))
        if (ll_view_equal(word, name))
            return LL_YES;
        else if (ll_view_equal(word, LL_VIEW("?")))
            answer = LL_UNKNOWN;
    return answer;
}

static ll_answer row_is_empty(const void *context, uint32_t element) {
    (void)context;
    return rows[element].empty;
}

static ll_selector_tree new_tree(void) {
    return (ll_selector_tree){
        .parent = row_parent,
        .first_child = row_first_child,
        .next = row_next,
        .previous = row_previous,
        .name = row_name,
        .attribute = row_attribute,
        .has_class = row_has_class,
        .is_empty = row_is_empty,
        .work = LL_SELECTOR_WORK,
    };
}

/* "3 6 7?": the elements that match, with a question mark where it is unknown. */
static ll_view matches(ll_arena *arena, const char *text) {
    ll_selector *selector = NULL;
    ll_error error = {0};
    if (ll_selector_parse(&selector, arena, ll_view_of(text), &error) != LL_OK)
        fail_msg("%s: %u: %s", text, error.column, error.text);
    ll_selector_tree tree = new_tree();
    ll_selector_memo memo = {.arena = arena, .elements = ROWS};
    ll_buffer out = {.arena = arena, .most = 1000};
    for (uint32_t i = 0; i < ROWS; i++) {
        ll_answer answer = ll_selector_match(selector, &tree, &memo, i);
        assert_int_equal(ll_selector_match(selector, &tree, NULL, i), answer);
        if (answer != LL_NO)
            ll_buffer_add_format(&out, "%s%u%s", out.len ? " " : "", (unsigned)i,
                                 answer == LL_YES ? "" : "?");
    }
    return ll_buffer_view(&out);
}

static const struct {
    const char *selector, *expected;
} cases[] = {
    /* names, classes */
    {"summary", "4 7"},
    {"Summary", ""},
    {"Row\\.Content", "2"},
    {"*", "0 1 2 3 4 5 6 7 8 9 10 11"},
    {".mt-4", "3 6 7?"},
    {".mt-4.cursor-pointer", "3 7?"},
    {".sm\\:flex", "4 7?"},
    {".w-\\[3px\\]", "4 7?"},
    {"summary.\\73m\\:flex", "4 7?"}, /* \73 is s; the m ends it */
    {".n\\6fte", "7? 8"},             /* \6f is o */
    {".n\\00006Fte", "7? 8"},
    /* props */
    {"[open]", "3 8?"},
    {"[open='']", "3 8?"},
    {"[title=one-two]", "4 8?"},
    {"[title=\"one-two\"]", "4 8?"},
    {"[title='one']", "8?"},
    {"[title^='one']", "4 8?"},
    {"[title^='two']", "8?"},
    {"[title$='two']", "4 8?"},
    {"[title*='e-t']", "4 8?"},
    {"[title*='']", "8?"},
    {"[title^='']", "8?"},
    {"[ style *= \"red\" ]", "4 8?"},
    {"[id]", "7 8?"},
    {"[id='x']", "7? 8?"},
    {"[title~='one-two']", "4 8?"},
    {"[title~='one']", "8?"},
    {"[className~='w-[3px]']", "4 7?"},
    {"[data-x='a\"b']", "8? 11"},
    {"[data-x=\"a\\\"b\"]", "8? 11"},
    /* combinators and lists */
    {"details summary", "4 7"},
    {"Row summary", "4 7"},
    {"Row > summary", ""},
    {"details>summary", "4 7"},
    {"details.cursor-pointer > summary", "4"},
    {"summary + p", "5 8"},
    {"details + details", "6"},
    {"details ~ details p b", "9"},
    {"Row\\.Content ~ Row\\.Aside", "10"},
    {"Row\\.Aside ~ Row\\.Content", ""},
    {"LessonLayout Row details p", "5 8"},
    {"p, b", "5 8 9"},
    {" p ,\n b ", "5 8 9"},
    {"summary.x p, b", "9"},
    /* pseudo-classes; unknown stays unknown in both directions */
    {"summary:not(.sm\\:flex)", "7?"},
    {"summary:not(.nothing)", "4 7?"},
    {"details:not(.cursor-pointer)", "6"},
    {"p:not([lang])", "8?"},
    {":not(:not(.note))", "7? 8"},
    {":is(p, b)", "5 8 9"},
    {":is(details, Row) > :is(p, summary)", "4 5 7 8"},
    {"p:not(details.cursor-pointer p)", "8"},
    {"details:has(b)", "6"},
    {"details:has(> b)", ""},
    {"details:has(> p > b)", "6"},
    {"details:has(summary.nothing)", "6?"},
    {"Row:has(details summary)", "1"},
    {"summary:has(+ p b)", "7"},
    {"Row\\.Content:has(~ Row\\.Aside)", "2"},
    {"Row:not(:has(Row\\.Aside))", "11"},
    {"Row:has(b, Row\\.Nothing)", "1"},
    {"details:has(Row b)", ""}, /* what stands left of b has to be inside */
    {"summary:first-child", "4 7"},
    {"p:first-child", ""},
    {"p:last-child", "5 8"},
    {"Row:last-child", "11"},
    {"details:nth-child(2)", "6"},
    {"details:nth-child( 1 )", "3"},
    {":empty", "5 7?"},
    {"p:not(:empty)", "8"},
};

TEST(selectors_match_as_css_says) {
    USE_ARENA;
    uint32_t differences = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view seen = matches(arena, cases[i].selector);
        if (ll_view_equal(seen, ll_view_of(cases[i].expected)))
            continue;
        print_error("%s: %.*s, expected %s\n", cases[i].selector, LL_VIEW_ARG(seen),
                    cases[i].expected);
        differences++;
    }
    assert_int_equal(differences, 0);
}

static const struct {
    const char *selector;
    uint32_t column;
    const char *text;
} wrong[] = {
    {"", 1, "expected a selector"},
    {"a >", 4, "expected a selector"},
    {"a,", 3, "expected a selector"},
    {"> a", 1, "expected a selector"},
    {"a b)", 4, "expected the end of the selector"},
    {"a]", 2, "expected the end of the selector"},
    {"a..b", 3, "expected the name of a class"},
    {".2xl", 2, "a name cannot begin with a digit: escape it, as in \"\\32 xl\""},
    {"[", 2, "expected the name of a prop"},
    {"[a|=b]", 3, "expected ], =, ~=, *=, ^= or $="},
    {"[a~b]", 4, "expected ="},
    {"[a=]", 4, "expected a value, in quotes"},
    {"[a='b]", 4, "a quote is not closed"},
    {"[a='b' i]", 8, "expected ]"},
    {"[a='b\\", 7, "expected a character behind the backslash"},
    {":frist-child", 1, "unknown pseudo-class \":frist-child\": did you mean \":first-child\"?"},
    {"a:hover", 2, "unknown pseudo-class \":hover\""},
    {"a::before", 3, "expected the name of a pseudo-class"},
    {":not", 5, "expected ("},
    {":not()", 6, "expected a selector"},
    {":not(a", 7, "expected )"},
    {":nth-child(0)", 12, "expected a number from 1"},
    {":nth-child(2n)", 13,
     "expected ) behind the number: formulas such as 2n+1 are not known here"},
    {":nth-child(odd)", 12, "expected a number from 1"},
    {"p > Row.Aside", 8, "a Row of the class \"Aside\"; the tag is written Row\\.Aside"},
    {"\xE2\x80\x94 > !", 5, "expected a selector"},
    {"a\\", 3, "expected a character behind the backslash"},
    {":is(:is(:is(:is(:is(:is(:is(:is(:is(:is(:is(:is(:is(:is(:is(:is(:is(a", 69,
     "nested too deeply"},
};

TEST(wrong_selectors_are_explained) {
    USE_ARENA;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ll_selector *selector = NULL;
        ll_error error = {0};
        ll_status status =
            ll_selector_parse(&selector, arena, ll_view_of(wrong[i].selector), &error);
        if (status != LL_E_INVALID || error.column != wrong[i].column)
            print_error("%s: %u\n", wrong[i].selector, error.column);
        assert_int_equal(status, LL_E_INVALID);
        assert_string_equal(error.text, wrong[i].text);
        assert_int_equal(error.column, wrong[i].column);
        assert_null(selector);
    }
}

TEST(selectors_have_limits) {
    USE_ARENA;
    char text[LL_SELECTOR_MOST + 1];
    memset(text, 'a', sizeof text);
    ll_selector *selector = NULL;
    ll_error error = {0};
    assert_int_equal(ll_selector_parse(&selector, arena, (ll_view){text, sizeof text}, &error),
                     LL_E_LIMIT);
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = i % 2 ? '.' : 'a';
    assert_int_equal(ll_selector_parse(&selector, arena, (ll_view){text, 1001}, &error),
                     LL_E_INVALID);
    assert_string_equal(error.text, "the selector has too many parts");
}

/* A single chain of elements, each in the one before. */
static uint32_t deep_parent(const void *context, uint32_t element) {
    (void)context;
    return element > 0 ? element - 1 : LL_SELECTOR_NONE;
}

static uint32_t deep_first_child(const void *context, uint32_t element) {
    const uint32_t *depth = context;
    return element + 1 < *depth ? element + 1 : LL_SELECTOR_NONE;
}

static uint32_t no_sibling(const void *context, uint32_t element) {
    (void)context;
    (void)element;
    return LL_SELECTOR_NONE;
}

static ll_view deep_name(const void *context, uint32_t element) {
    (void)context;
    (void)element;
    return LL_VIEW("a");
}

TEST(work_is_bounded_and_the_rest_unknown) {
    USE_ARENA;
    uint32_t depth = 100000;
    ll_selector_tree tree = new_tree();
    tree.context = &depth;
    tree.parent = deep_parent;
    tree.first_child = deep_first_child;
    tree.next = tree.previous = no_sibling;
    tree.name = deep_name;
    ll_selector *selector = NULL;
    ll_error error = {0};
    assert_int_equal(ll_selector_parse(&selector, arena, LL_VIEW("b b b b a, :has(b b b)"), &error),
                     LL_OK);
    for (uint32_t i = 0; i < 1000; i++)
        assert_int_not_equal(ll_selector_match(selector, &tree, NULL, i), LL_YES);
    assert_int_equal(tree.work, 0);
    assert_int_equal(ll_selector_match(selector, &tree, NULL, 1), LL_UNKNOWN);
    /* without a limit it is an answer */
    tree.work = LL_SELECTOR_WORK;
    assert_int_equal(ll_selector_parse(&selector, arena, LL_VIEW("a a > a:has(a)"), &error), LL_OK);
    assert_int_equal(ll_selector_match(selector, &tree, NULL, depth - 2), LL_YES);
    assert_int_equal(ll_selector_match(selector, &tree, NULL, depth - 1), LL_NO);
}

static ll_view deep_name_in_turn(const void *context, uint32_t element) {
    (void)context;
    return element % 2 ? LL_VIEW("b") : LL_VIEW("a");
}

/* Without the memo the last alone would take 100,000 steps, and all of them the square of it. */
TEST(a_deep_tree_is_walked_once) {
    USE_ARENA;
    static const char *const selectors[] = {"c b", "a c b", "b:not(c b)", "c a, c b", "c ~ a b"};
    uint32_t depth = 100000;
    for (size_t k = 0; k < sizeof selectors / sizeof *selectors; k++)
        for (uint32_t backward = 0; backward < 2; backward++) {
            ll_selector_tree tree = new_tree();
            ll_selector_memo memo = {.arena = arena, .elements = depth};
            ll_selector *selector = NULL;
            ll_error error = {0};
            tree.context = &depth;
            tree.parent = deep_parent;
            tree.next = tree.previous = no_sibling;
            tree.name = deep_name_in_turn;
            tree.work = depth * 8;
            assert_int_equal(ll_selector_parse(&selector, arena, ll_view_of(selectors[k]), &error),
                             LL_OK);
            for (uint32_t i = 0; i < depth; i++) {
                uint32_t element = backward ? depth - 1 - i : i;
                assert_int_equal(ll_selector_match(selector, &tree, &memo, element),
                                 k == 2 && element % 2 ? LL_YES : LL_NO);
            }
            assert_true(tree.work > 0);
        }
}

static ll_answer class_of_some(const void *context, uint32_t element, ll_view name) {
    (void)context;
    (void)name;
    return element == 10 ? LL_YES : element % 20 == 0 ? LL_UNKNOWN : LL_NO;
}

/* Below 10 there is an ancestor with the class, above it none, but 0 may be one. */
TEST(what_is_kept_is_what_would_be_found) {
    USE_ARENA;
    uint32_t depth = 100;
    for (uint32_t start = 0; start < depth; start += 7) {
        ll_selector_tree tree = new_tree();
        ll_selector_memo memo = {.arena = arena, .elements = depth};
        ll_selector *selector = NULL;
        ll_error error = {0};
        tree.context = &depth;
        tree.parent = deep_parent;
        tree.next = tree.previous = no_sibling;
        tree.name = deep_name;
        tree.has_class = class_of_some;
        assert_int_equal(ll_selector_parse(&selector, arena, LL_VIEW(".x a"), &error), LL_OK);
        for (uint32_t i = 0; i < depth; i++) {
            uint32_t element = (start + i * 37) % depth;
            ll_answer wanted = element > 10 ? LL_YES : element > 0 ? LL_UNKNOWN : LL_NO;
            assert_int_equal(ll_selector_match(selector, &tree, &memo, element), wanted);
        }
    }
}

TEST(so_much_is_kept) {
    USE_ARENA;
    uint32_t depth = LL_SELECTOR_MEMO_MOST / 2;
    ll_selector_tree tree = new_tree();
    ll_selector_memo memo = {.arena = arena, .elements = depth};
    ll_selector *selector = NULL;
    ll_error error = {0};
    tree.context = &depth;
    tree.parent = deep_parent;
    tree.name = deep_name;
    assert_int_equal(ll_selector_parse(&selector, arena, LL_VIEW("b a, c a, a a a a"), &error),
                     LL_OK);
    assert_int_equal(ll_selector_match(selector, &tree, &memo, 5), LL_YES);
    assert_int_equal(memo.bytes, LL_SELECTOR_MEMO_MOST);
}

TEST(names_alone_are_told_from_conditions) {
    USE_ARENA;
    static const struct {
        const char *text;
        bool names;
    } seen[] = {{"h1", true},      {"h1, h2", true},     {"h1, .x", false}, {"h1.x", false},
                {"*", false},      {"h1, a h2", false},  {"h1[x]", false},  {":is(h1)", false},
                {"a > h1", false}, {"Row\\.Aside", true}};
    for (size_t i = 0; i < sizeof seen / sizeof *seen; i++) {
        ll_selector *selector = NULL;
        ll_error error = {0};
        assert_int_equal(ll_selector_parse(&selector, arena, ll_view_of(seen[i].text), &error),
                         LL_OK);
        if (ll_selector_is_names(selector) != seen[i].names)
            fail_msg("%s", seen[i].text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(selectors_match_as_css_says),
        cmocka_unit_test(wrong_selectors_are_explained),
        cmocka_unit_test(selectors_have_limits),
        cmocka_unit_test(work_is_bounded_and_the_rest_unknown),
        cmocka_unit_test(names_alone_are_told_from_conditions),
        cmocka_unit_test(a_deep_tree_is_walked_once),
        cmocka_unit_test(what_is_kept_is_what_would_be_found),
        cmocka_unit_test(so_much_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
