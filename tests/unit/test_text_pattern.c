/* text: patterns, their limits, and globs. */
#include <stdio.h>

#include "support.h"

#include "base/buffer.h"
#include "source/source.h"
#include "text/pattern.h"

static ll_pattern *pattern_of(ll_arena *arena, ll_view text) {
    ll_pattern *pattern = NULL;
    ll_error error = {0};
    if (ll_pattern_new(&pattern, arena, text, &error) != LL_OK)
        fail_msg("%s", error.text);
    return pattern;
}

static void assert_found(ll_pattern *pattern, ll_view subject, size_t from, size_t start,
                         size_t end) {
    ll_match match = {0};
    ll_error error = {0};
    assert_int_equal(ll_pattern_find(pattern, subject, from, &match, &error), LL_OK);
    assert_int_equal(match.start, start);
    assert_int_equal(match.end, end);
}

static void assert_none(ll_pattern *pattern, ll_view subject, size_t from) {
    ll_match match = {0};
    ll_error error = {0};
    assert_int_equal(ll_pattern_find(pattern, subject, from, &match, &error), LL_E_NOT_FOUND);
    assert_int_equal(error.status, LL_OK);
}

TEST(matches_have_byte_ranges) {
    USE_ARENA;
    ll_pattern *pattern = pattern_of(arena, LL_VIEW("\\p{L}+(?= b)"));
    assert_found(pattern, LL_VIEW("\xE2\x80\x94 \xC3\xA9t\xC3\xA9 b"), 0, 4, 9);
    assert_none(pattern, LL_VIEW("\xE2\x80\x94 \xC3\xA9t\xC3\xA9 b"), 9);
    assert_none(pattern, LL_VIEW(""), 0);
    assert_none(pattern, (ll_view){NULL, 0}, 0);
}

TEST(search_sees_what_is_before_its_start) {
    USE_ARENA;
    assert_found(pattern_of(arena, LL_VIEW("(?<=a)b")), LL_VIEW("ab"), 1, 1, 2);
    assert_found(pattern_of(arena, LL_VIEW("\\w+ \\K--")), LL_VIEW("word -- x"), 0, 5, 7);
}

TEST(anchors_stand_at_lines) {
    USE_ARENA;
    ll_pattern *pattern = pattern_of(arena, LL_VIEW("^b$"));
    assert_found(pattern, LL_VIEW("a\nb\nc"), 0, 2, 3);
    assert_found(pattern, LL_VIEW("a\r\nb\r\nc"), 0, 3, 4);
    assert_none(pattern, LL_VIEW("a b c"), 0);
}

TEST(letters_are_unicode) {
    USE_ARENA;
    assert_found(pattern_of(arena, LL_VIEW("\\b\\w+\\b")), LL_VIEW("\xC3\xA9t\xC3\xA9"), 0, 0, 5);
    assert_found(pattern_of(arena, LL_VIEW("(?i)\xC3\x89")), LL_VIEW("\xC3\xA9"), 0, 0, 2);
}

static size_t put_code_point(char *to, uint32_t point) {
    if (point < 0x800) {
        to[0] = (char)(0xC0 | point >> 6);
        to[1] = (char)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point < 0x10000) {
        to[0] = (char)(0xE0 | point >> 12);
        to[1] = (char)(0x80 | (point >> 6 & 0x3F));
        to[2] = (char)(0x80 | (point & 0x3F));
        return 3;
    }
    to[0] = (char)(0xF0 | point >> 18);
    to[1] = (char)(0x80 | (point >> 12 & 0x3F));
    to[2] = (char)(0x80 | (point >> 6 & 0x3F));
    to[3] = (char)(0x80 | (point & 0x3F));
    return 4;
}

/* What text/needs.c knows of the letters that PCRE2 takes for one of ASCII: the long s and the sign
 * of Kelvin are all. */
TEST(two_letters_are_ascii_in_another_case) {
    USE_ARENA;
    char *text = ll_arena_alloc(arena, (size_t)4 << 20);
    size_t len = 0;
    for (uint32_t point = 0x80; point < 0x100000; point++)
        if (point < 0xD800 || point > 0xDFFF)
            len += put_code_point(text + len, point);
    ll_view all = {text, len};
    size_t s = ll_view_find(all, LL_VIEW("\xC5\xBF"), 0);
    size_t k = ll_view_find(all, LL_VIEW("\xE2\x84\xAA"), 0);
    ll_pattern *pattern = pattern_of(arena, LL_VIEW("(?i)[a-z]"));
    assert_found(pattern, all, 0, s, s + 2);
    assert_found(pattern, all, s + 2, k, k + 3);
    assert_none(pattern, all, k + 3);
}

/* Compiled by the first text that may hold a match. */
TEST(a_known_pattern_finds_the_same) {
    USE_ARENA;
    ll_pattern *pattern = ll_pattern_known(arena, LL_VIEW("(?i)\\bice\\b"));
    assert_none(pattern, LL_VIEW("water"), 0);
    assert_none(pattern, LL_VIEW("rice"), 0);
    assert_found(pattern, LL_VIEW("Rice, Ice"), 0, 6, 9);
    assert_none(ll_pattern_known(arena, LL_VIEW("a;b")), LL_VIEW("a,b"), 0);
}

TEST(empty_matches_are_never_returned) {
    USE_ARENA;
    assert_found(pattern_of(arena, LL_VIEW("x*")), LL_VIEW("aaxx"), 0, 2, 4);
    assert_none(pattern_of(arena, LL_VIEW("x*")), LL_VIEW("aaa"), 0);
}

static void assert_bad(ll_arena *arena, const char *text, uint32_t column, const char *message) {
    ll_pattern *pattern = NULL;
    ll_error error = {0};
    assert_int_equal(ll_pattern_new(&pattern, arena, ll_view_of(text), &error), LL_E_INVALID);
    assert_string_equal(error.text, message);
    assert_int_equal(error.column, column);
    assert_null(pattern);
}

/* Messages and offsets as pcre2test 10.42 prints them. */
TEST(wrong_patterns_are_explained) {
    USE_ARENA;
    assert_bad(arena, "a(b", 4, "missing closing parenthesis");
    assert_bad(arena, "\xE2\x80\x94[a", 4, "missing terminating ] for character class");
    assert_bad(arena, "*", 1, "quantifier does not follow a repeatable item");
    ll_pattern *pattern = NULL;
    ll_error error = {0};
    char text[LL_PATTERN_MOST + 1];
    memset(text, 'a', sizeof text);
    assert_int_equal(ll_pattern_new(&pattern, arena, (ll_view){text, sizeof text}, &error),
                     LL_E_LIMIT);
    assert_int_equal(ll_pattern_new(&pattern, arena, (ll_view){text, sizeof text - 1}, &error),
                     LL_OK);
}

TEST(hostile_patterns_are_given_up) {
    USE_ARENA;
    char text[40];
    memset(text, 'a', sizeof text);
    text[sizeof text - 1] = '!';
    ll_match match = {0};
    ll_error error = {0};
    assert_int_equal(ll_pattern_find(pattern_of(arena, LL_VIEW("(a+)+$")),
                                     (ll_view){text, sizeof text}, 0, &match, &error),
                     LL_E_LIMIT);
    assert_string_equal(error.text, "the pattern needs too many steps on this text");
}

TEST(long_texts_give_the_same_answers) {
    USE_ARENA;
    const size_t len = 262144;
    char *text = ll_arena_alloc(arena, len);
    memset(text, 'a', len);
    memcpy(text + len - 10, "x -- y\n\xE2\x80\x94", 10);
    ll_pattern *pattern = pattern_of(arena, LL_VIEW("\\w\\h+\\K--(?=\\h+\\w)"));
    assert_found(pattern, (ll_view){text, len}, 0, len - 8, len - 6);
    assert_found(pattern, LL_VIEW("b -- c"), 0, 2, 4);
    assert_none(pattern, (ll_view){text, len}, len - 6);
}

/* Wherever it stands in a long text. */
TEST(all_of_a_long_text_is_searched) {
    USE_ARENA;
    static const struct {
        const char *pattern, *text;
        size_t start, end; /* in `text`; the same: it is not found */
    } rows[] = {
        {"\\w\\h+\\K--(?=\\h+\\w)", "word -- more", 5, 7},
        {"(?<=b)cd+$", "bcddd\n", 1, 5},
        {"(?<=b)cd+$", "bcddd.", 0, 0},
        {"^ab", "\nab", 1, 3},
        {"\\bword\\b", "a word.", 2, 6},
        {"\\bword\\b", "a words", 0, 0},
        {"(bc+)=\\1(?!c)", "bcc=bcc", 0, 7},
        {"(bc+)=\\1(?!c)", "bcc=bccc", 0, 0},
        {"\xC3\xA9\xE2\x80\x94", "\xC3\xA9\xE2\x80\x94", 0, 5},
        {"b[^q]*q|c", "b \xC3\xA9 c", 5, 6},
    };
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        ll_pattern *pattern = pattern_of(arena, ll_view_of(rows[row].pattern));
        for (size_t before = 490; before < 530; before++) {
            char text[4096];
            memset(text, '.', sizeof text);
            memcpy(text + before, rows[row].text, strlen(rows[row].text));
            ll_view subject = {text, 1100 + before};
            if (rows[row].start < rows[row].end)
                assert_found(pattern, subject, 0, before + rows[row].start, before + rows[row].end);
            else
                assert_none(pattern, subject, 0);
        }
    }
}

/* Nothing in a long text is no reason to give up, nor are many matches. */
TEST(long_texts_are_read_to_their_end) {
    USE_ARENA;
    enum { LENGTH = 1000000, EVERY = 40 };
    char *text = ll_arena_alloc(arena, LENGTH);
    memset(text, 'a', LENGTH);
    assert_none(pattern_of(arena, LL_VIEW("[a-z]{2,9}ing\\b")), (ll_view){text, LENGTH}, 0);
    for (size_t i = 0; i < LENGTH; i += EVERY)
        text[i] = ' ';
    ll_pattern *pattern = pattern_of(arena, LL_VIEW("\\h\\w+"));
    ll_pattern_allow(pattern, LENGTH);
    size_t count = 0;
    ll_error error = {0};
    for (ll_match match = {0};
         ll_pattern_find(pattern, (ll_view){text, LENGTH}, match.end, &match, &error) == LL_OK;)
        count++;
    assert_int_equal(count, LENGTH / EVERY);
    assert_int_equal(error.status, LL_OK);
}

/* Each match is found soon, but looks at all of the line: together they would take minutes. */
TEST(many_matches_are_bounded_together) {
    USE_ARENA;
    enum { LENGTH = 1000000 };
    char *text = ll_arena_alloc(arena, LENGTH);
    memset(text, 'a', LENGTH);
    ll_pattern *pattern = pattern_of(arena, LL_VIEW("a(?=.*+)"));
    ll_pattern_allow(pattern, LENGTH);
    ll_error error = {0};
    ll_status status = LL_OK;
    for (ll_match match = {0}; status == LL_OK;)
        status = ll_pattern_find(pattern, (ll_view){text, LENGTH}, match.end, &match, &error);
    assert_int_equal(status, LL_E_LIMIT);
    assert_string_equal(error.text, "the pattern needs too many steps on this document");
}

/* What a search may cost is counted item by item, not by how long it takes: the same document is
 * given up on every machine. Each of these goes on for a second at least, and up to minutes, when
 * it is not. */
TEST(slow_patterns_are_given_up_by_their_work) {
    USE_ARENA;
    enum { LENGTH = 800000 };
    static const struct {
        const char *pattern, *unit;
    } rows[] = {
        {"(?:a{0,60}){0,60}b", "a b"},
        {"(a?){50}a{50}b", "ab"},
        {"(a+)+(%|~)", "a"},
        {"(a|aa)+(x|y)$", "a"},
        {"a*a*\\d", "a"},
        {"\\w+\\s\\d", "a"},
        {"[ab]*\\d|[ad]*\\s|[af]*\\W", "a"},
        {"a(?=.*b)", "ab"},
        {"a(?:.*+x|.*+y|.*+z)", "aab. "},
        {"(?=(a+))a", "a"},
    };
    char *text = ll_arena_alloc(arena, LENGTH);
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        size_t unit = strlen(rows[row].unit);
        for (size_t i = 0; i < LENGTH; i++)
            text[i] = rows[row].unit[i % unit];
        ll_pattern *pattern = pattern_of(arena, ll_view_of(rows[row].pattern));
        ll_pattern_allow(pattern, LENGTH);
        ll_error error = {0};
        ll_status status = LL_OK;
        for (ll_match match = {0}; status == LL_OK;)
            status = ll_pattern_find(pattern, (ll_view){text, LENGTH}, match.end, &match, &error);
        if (status != LL_E_LIMIT)
            fail_msg("%s: %d", rows[row].pattern, (int)status);
    }
}

/* Each match of one letter tries the letter and the end: two items. */
TEST(work_is_allowed_up_to_its_limit) {
    USE_ARENA;
    enum { LENGTH = 1000, ALLOWED = 512 * 1024 + 4 * LENGTH };
    char text[LENGTH];
    memset(text, 'a', LENGTH);
    ll_pattern *pattern = pattern_of(arena, LL_VIEW("a"));
    ll_pattern_allow(pattern, LENGTH);
    ll_error error = {0};
    ll_match match = {0};
    size_t count = 0;
    while (ll_pattern_find(pattern, (ll_view){text, LENGTH}, match.end % LENGTH, &match, &error) ==
           LL_OK)
        count++;
    assert_int_equal(error.status, LL_E_LIMIT);
    assert_int_equal(count, ALLOWED / 2 - 1);
}

/* Of the patterns that we know to be of use, these cost most: each tries every word. */
TEST(ordinary_prose_is_far_from_the_limit) {
    USE_ARENA;
    enum { LENGTH = 10000000 };
    static const char unit[] = "Of the two ways to sort a list, one looks at each pair in turn. ";
    static const char *const patterns[] = {
        "(?i)\\b([a-z]{2,})\\h+\\1\\b",
        "[\\p{L}.,;:!?)]\\h+\\K--(?=\\h+[\\p{L}\\p{N}(])|\\p{N}\\h+\\K--(?=\\h+[\\p{L}(])"};
    char *text = ll_arena_alloc(arena, LENGTH);
    for (size_t i = 0; i < LENGTH; i++)
        text[i] = unit[i % (sizeof unit - 1)];
    memcpy(text + LENGTH - 30, " list list -- at the very end.", 30);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        ll_pattern *pattern = pattern_of(arena, ll_view_of(patterns[i]));
        ll_pattern_allow(pattern, LENGTH);
        ll_match match = {0};
        ll_error error = {0};
        if (ll_pattern_find(pattern, (ll_view){text, LENGTH}, 0, &match, &error) != LL_OK)
            fail_msg("%s: %s", patterns[i], error.text);
        assert_true(match.start >= LENGTH - 30);
    }
}

/* Ends of all matches, one after the other; the last is where a search was given up. */
static void find_all(ll_pattern *pattern, ll_view text, ll_buffer *out) {
    ll_error error = {0};
    ll_match match = {0};
    while (ll_pattern_find(pattern, text, match.end, &match, &error) == LL_OK)
        ll_buffer_add_format(out, "%zu-%zu ", match.start, match.end);
    ll_buffer_add_format(out, "%d", (int)error.status);
}

/* Without a bound for the document a pattern is interpreted; with one it is compiled when it is
 * used much, which no answer shows. */
TEST(compiled_patterns_give_the_same_answers) {
    USE_ARENA;
    static const char *const patterns[] = {"(?i)\\b([a-z]{2,})\\h+\\1\\b",
                                           "\\b[a-z]+ly\\b(?=\\h+[a-z])",
                                           "(?<=[.:])\\h*\\K\xE2\x80\xA2",
                                           "(?:a|b)+\\.",
                                           "^.{9,}$",
                                           "\\Ga|x*",
                                           "((?:[a-z]|\\h)+)\\.\\h\\1"};
    static const char unit[] = "Some some words really stand. \xE2\x80\xA2 ab.\nA line: xxab.";
    ll_buffer text = {.arena = arena, .most = LL_SOURCE_MOST};
    for (size_t i = 0; i < 500; i++)
        ll_buffer_add_cstring(&text, unit);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        ll_pattern *pattern = pattern_of(arena, ll_view_of(patterns[i]));
        ll_buffer interpreted = {.arena = arena, .most = LL_SOURCE_MOST}, compiled = interpreted;
        find_all(pattern, ll_buffer_view(&text), &interpreted);
        for (int round = 0; round < 2; round++) {
            compiled.len = 0;
            ll_pattern_allow(pattern, text.len);
            find_all(pattern, ll_buffer_view(&text), &compiled);
            assert_true(ll_view_equal(ll_buffer_view(&compiled), ll_buffer_view(&interpreted)));
        }
    }
}

/* What may be spent grows with the text, and a match of one letter costs no more than that. */
TEST(dense_matches_are_all_found) {
    USE_ARENA;
    enum { LENGTH = 4000000 };
    char *text = ll_arena_alloc(arena, LENGTH);
    memset(text, 'a', LENGTH);
    ll_pattern *pattern = pattern_of(arena, LL_VIEW("\\w"));
    ll_pattern_allow(pattern, LENGTH);
    ll_error error = {0};
    size_t count = 0;
    for (ll_match match = {0};
         ll_pattern_find(pattern, (ll_view){text, LENGTH}, match.end, &match, &error) == LL_OK;)
        count++;
    assert_int_equal(count, LENGTH);
}

/* \G is where the search begins. */
TEST(a_search_begins_once) {
    USE_ARENA;
    char text[2000];
    memset(text, '.', sizeof text);
    ll_view subject = {text, sizeof text};
    for (size_t at = 500; at < 530; at++) {
        memset(text + 500, '.', 40);
        text[at] = 'b';
        assert_none(pattern_of(arena, LL_VIEW("\\Gb")), subject, 0);
        assert_found(pattern_of(arena, LL_VIEW("\\G\\.*b")), subject, 0, 0, at + 1);
        assert_found(pattern_of(arena, LL_VIEW("(?!\\G)\\.b")), subject, 0, at - 1, at + 1);
    }
}

/* A group that repeats so often does not fit a small depth. */
TEST(groups_may_repeat_for_long) {
    USE_ARENA;
    const size_t len = 75536;
    char *text = ll_arena_alloc(arena, len);
    memset(text, '.', len);
    for (size_t i = 0; i < 10000; i++)
        text[100 + i] = i % 2 ? 'a' : 'b';
    ll_pattern *pattern = pattern_of(arena, LL_VIEW("(?:a|b)+\\.(?=\\.)"));
    assert_found(pattern, (ll_view){text, 20000}, 0, 100, 10101);
    assert_found(pattern, (ll_view){text, len}, 0, 100, 10101);
}

static bool glob_matches(ll_arena *arena, const char *glob, const char *path) {
    ll_pattern *pattern = NULL;
    ll_match match = {0};
    ll_error error = {0};
    if (ll_glob_new(&pattern, arena, ll_view_of(glob), &error) != LL_OK)
        fail_msg("%s: %s", glob, error.text);
    ll_status status = ll_pattern_find(pattern, ll_view_of(path), 0, &match, &error);
    if (status == LL_OK)
        assert_true(match.start == 0 && match.end == strlen(path));
    return status == LL_OK;
}

TEST(globs_match_whole_paths) {
    USE_ARENA;
    static const struct {
        const char *glob, *path;
        bool expected;
    } cases[] = {
        {"*.tsx", "a.tsx", true},
        {"*.tsx", "b/a.tsx", false},
        {"*.tsx", "a.tsxx", false},
        {"lessons/*/plan.md", "lessons/a/plan.md", true},
        {"lessons/*/plan.md", "lessons/a/b/plan.md", false},
        {"lessons/**/plan.md", "lessons/a/b/plan.md", true},
        {"lessons/**/plan.md", "lessons/plan.md", true},
        {"lessons/**", "lessons/a/b.md", true},
        {"**/*.md", "a/b/c.md", true},
        {"**/*.md", "c.md", true},
        {"**", "a/b", true},
        {"**/b.md", "a/b.md", true},
        {"**/b.md", "a/ab.md", false},
        {"a?.md", "ab.md", true},
        {"a?.md", "a/.md", false},
        {"a?.md", "a\xC3\xA9.md", true},
        {"[ab].md", "b.md", true},
        {"[!ab].md", "b.md", false},
        {"[a-c]x", "bx", true},
        {"a.md", "aXmd", false},
        {"a\\*.md", "a*.md", true},
        {"a\\*.md", "ab.md", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (glob_matches(arena, cases[i].glob, cases[i].path) != cases[i].expected)
            fail_msg("%s on %s", cases[i].glob, cases[i].path);
}

TEST(wrong_globs_are_explained) {
    USE_ARENA;
    ll_pattern *pattern = NULL;
    ll_error error = {0};
    assert_int_equal(ll_glob_new(&pattern, arena, LL_VIEW("a[b"), &error), LL_E_INVALID);
    assert_true(error.text[0] != '\0' && error.column > 0);
    assert_null(pattern);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_have_byte_ranges),
        cmocka_unit_test(search_sees_what_is_before_its_start),
        cmocka_unit_test(anchors_stand_at_lines),
        cmocka_unit_test(letters_are_unicode),
        cmocka_unit_test(two_letters_are_ascii_in_another_case),
        cmocka_unit_test(a_known_pattern_finds_the_same),
        cmocka_unit_test(empty_matches_are_never_returned),
        cmocka_unit_test(wrong_patterns_are_explained),
        cmocka_unit_test(hostile_patterns_are_given_up),
        cmocka_unit_test(long_texts_give_the_same_answers),
        cmocka_unit_test(all_of_a_long_text_is_searched),
        cmocka_unit_test(long_texts_are_read_to_their_end),
        cmocka_unit_test(many_matches_are_bounded_together),
        cmocka_unit_test(slow_patterns_are_given_up_by_their_work),
        cmocka_unit_test(work_is_allowed_up_to_its_limit),
        cmocka_unit_test(ordinary_prose_is_far_from_the_limit),
        cmocka_unit_test(compiled_patterns_give_the_same_answers),
        cmocka_unit_test(dense_matches_are_all_found),
        cmocka_unit_test(a_search_begins_once),
        cmocka_unit_test(groups_may_repeat_for_long),
        cmocka_unit_test(globs_match_whole_paths),
        cmocka_unit_test(wrong_globs_are_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
