/* base: arenas, arrays, buffers, views, errors. */
#include <stdio.h>

#include "support.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/error.h"

TEST(memory_is_zeroed_and_aligned) {
    USE_ARENA;
    for (size_t size = 1; size < 200000; size = size * 3 + 1) {
        char *bytes = ll_arena_alloc(arena, size);
        assert_int_equal((uintptr_t)bytes % 16, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 'x', size);
    }
}

TEST(reset_gives_zeroed_memory_again) {
    USE_ARENA;
    memset(ll_arena_alloc(arena, 1000), 'x', 1000);
    ll_arena_reset(arena);
    assert_int_equal(ll_arena_used(arena), 0);
    char *bytes = ll_arena_alloc(arena, 1000);
    assert_int_equal(bytes[999], 0);
}

static void take_too_much(void *context) {
    ll_arena_alloc(context, 2000);
    fail_msg("the limit did not hold");
}

static void a_limit_takes_the_guard(void **state) {
    (void)state;
    ll_error error = {0};
    ll_arena *arena = ll_arena_new(1000);
    assert_int_equal(ll_arena_guard(arena, take_too_much, arena, &error), LL_E_LIMIT);
    assert_non_null(strstr(error.text, "1000 bytes"));
    ll_arena_free(arena);
}

static void note(void *resource) {
    int **next = resource;
    *(*next)++ = 1;
}

static void defer_twice(void *context) {
    static int *place;
    static int notes[2];
    place = notes;
    ll_arena_defer(context, note, &place);
    ll_arena_defer(context, note, &place);
    ll_arena_reset(context);
    assert_int_equal(place - notes, 2);
}

static void deferred_work_runs_once(void **state) {
    (void)state;
    ll_error error = {0};
    ll_arena *arena = ll_arena_new(ARENA_MOST);
    assert_int_equal(ll_arena_guard(arena, defer_twice, arena, &error), LL_OK);
    ll_arena_free(arena);
}

/* Room may hold anything; an item that is added is zero all the same, also where another was. */
TEST(added_items_are_zero) {
    USE_ARENA;
    LL_ARRAY(uint64_t) numbers = {0};
    for (int round = 0; round < 2; round++) {
        numbers.len = 0;
        for (int i = 0; i < 20; i++) {
            uint64_t *added = LL_ARRAY_ADD(arena, &numbers);
            assert_true(*added == 0);
            *added = UINT64_MAX;
        }
    }
}

TEST(arrays_grow_and_keep_their_items) {
    USE_ARENA;
    LL_ARRAY(uint32_t) numbers = {0};
    for (uint32_t i = 0; i < 10000; i++) {
        LL_ARRAY_PUSH(arena, &numbers, i * 7);
        if (i % 100 == 0)
            ll_arena_alloc(arena, 8); /* so that growing has to copy, too */
    }
    assert_int_equal(numbers.len, 10000);
    for (uint32_t i = 0; i < 10000; i++)
        assert_int_equal(numbers.at[i], i * 7);
}

TEST(buffers_write_utf8) {
    USE_ARENA;
    ll_buffer text = {.arena = arena, .most = 1000};
    ll_buffer_add(&text, LL_VIEW("a"));
    ll_buffer_add_code_point(&text, 0x2014);
    ll_buffer_add_code_point(&text, 0x1F600);
    ll_buffer_add_code_point(&text, 0xE9);
    ll_buffer_add_code_point(&text, 0xD800);
    ll_buffer_add_format(&text, "%d%s", 12, "!");
    assert_view(ll_buffer_view(&text), "a\xE2\x80\x94\xF0\x9F\x98\x80\xC3\xA9\xEF\xBF\xBD"
                                       "12!");
}

static void views_compare(void **state) {
    (void)state;
    assert_true(ll_view_equal_nocase(LL_VIEW("Row.Aside"), LL_VIEW("row.aSIDE")));
    assert_false(ll_view_equal(LL_VIEW("ab"), LL_VIEW("abc")));
    assert_true(ll_view_compare(LL_VIEW("ab"), LL_VIEW("abc")) < 0);
    assert_true(ll_view_starts(LL_VIEW("GAP (small)"), LL_VIEW("GAP")));
    assert_true(ll_view_ends(LL_VIEW("plan.md"), LL_VIEW(".md")));
    assert_view(ll_view_trim(LL_VIEW(" \t a b\r\n")), "a b");
    assert_view(ll_view_unquote(LL_VIEW("\"a \"b\"\"")), "a \"b\"");
    assert_view(ll_view_unquote(LL_VIEW("\xE2\x80\x9C"
                                        "a\xE2\x80\x9D")),
                "a");
    assert_view(ll_view_unquote(LL_VIEW("\"a\" and \"b\"")), "\"a\" and \"b\"");
    assert_view(ll_view_unquote(LL_VIEW("'it's'")), "it's");
    assert_view(ll_view_unquote(LL_VIEW("\"a")), "\"a");
    assert_view(ll_view_unquote(LL_VIEW("\"")), "\"");
    assert_int_equal(ll_view_find(LL_VIEW("aabaab"), LL_VIEW("aab"), 1), 3);
    assert_int_equal(ll_view_find(LL_VIEW("aa"), LL_VIEW("aab"), 0), LL_VIEW_NONE);
    assert_int_equal(ll_view_find_word(LL_VIEW("negatively negative"), LL_VIEW("Negative"), 0), 11);
    const ll_view words[] = {LL_VIEW_INIT("neg"), LL_VIEW_INIT("below")};
    assert_true(LL_VIEW_HAS_WORD(LL_VIEW("Just below it"), words));
    assert_false(LL_VIEW_HAS_WORD(LL_VIEW("negative"), words));
}

/* Byte by byte, as the searches that look at eight at a time must find it. */
static size_t slow_nocase(ll_view text, ll_view needle, size_t from) {
    for (size_t at = from; at + needle.len <= text.len; at++)
        if (ll_view_equal_nocase(ll_view_slice(text, at, at + needle.len), needle))
            return at;
    return LL_VIEW_NONE;
}

TEST(copies_end_with_a_nul) {
    USE_ARENA;
    const ll_view text = LL_VIEW("Größe A-Z 09");
    assert_string_equal(ll_arena_copy(arena, ll_view_slice(text, 0, 2)).ptr, "Gr");
    assert_string_equal(ll_arena_small(arena, text).ptr, "größe a-z 09");
    assert_int_equal(ll_arena_small(arena, (ll_view){0}).len, 0);
}

static size_t slow_line_end(ll_view text, size_t from) {
    while (from < text.len && text.ptr[from] != '\n' && text.ptr[from] != '\r')
        from++;
    return from < text.len ? from : LL_VIEW_NONE;
}

static void assert_found_as_slowly(ll_view view, ll_view needle, size_t from) {
    size_t found = slow_nocase(view, needle, from);
    assert_int_equal(ll_view_find_nocase(view, needle, from), found);
    if (found != LL_VIEW_NONE)
        assert_int_equal(ll_view_letters(needle) & ~ll_view_letters(view), 0);
    if (ll_view_find_word(view, needle, from) != LL_VIEW_NONE)
        assert_true(ll_view_initials(view) & ll_view_initial(needle));
}

/* Bytes that differ from those of the needles and line ends by one bit, by case, or by a borrow. */
TEST(searches_find_what_a_slow_one_finds) {
    USE_ARENA;
    static const char bytes[] = {'a', 'A', 'b',  'B',  'x',  'X',    '!',    '@',
                                 '`', 'c', '\n', '\r', '\v', '\x8a', '\xe1', '\0'};
    static const char *const needles[] = {"a", "B", "ab", "ba", "aXb", "abxab", "!a", "\xe1", "@b"};
    uint32_t seed = 1;
    for (size_t length = 0; length < 64; length++)
        for (int round = 0; round < 40; round++) {
            char *text = ll_arena_alloc(arena, length + 1);
            for (size_t i = 0; i < length; i++) {
                seed = seed * 1664525u + 1013904223u;
                text[i] = bytes[(seed >> 16) % (round % 2 ? sizeof bytes : 6)];
            }
            ll_view view = {text, length};
            for (size_t from = 0; from <= length; from++) {
                assert_int_equal(ll_view_line_end(view, from, true), slow_line_end(view, from));
                for (size_t i = 0; i < sizeof needles / sizeof *needles; i++)
                    assert_found_as_slowly(view, ll_view_of(needles[i]), from);
            }
        }
}

static void letters_tell_what_a_text_cannot_hold(void **state) {
    (void)state;
    const ll_view text = LL_VIEW("Just below it, 3-fold");
    static const char *const begun[] = {"JUST", "fold", "i", "3", "below", "+", "\xC3\xA9"};
    for (size_t i = 0; i < sizeof begun / sizeof *begun; i++)
        assert_true(ll_view_initials(text) & ll_view_initial(ll_view_of(begun[i])));
    static const char *const others[] = {"ust", "elbow", "old", "Table"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(ll_view_initials(text) & ll_view_initial(ll_view_of(others[i])));
    assert_int_equal(ll_view_letters(LL_VIEW("Elbow -- fit")) & ~ll_view_letters(text), 0);
    assert_true(ll_view_letters(LL_VIEW("near")) & ~ll_view_letters(text));
    assert_int_equal(ll_view_letters(LL_VIEW("\xC3\xA9 -")), 0);
}

static void words_are_found_in_sorted_lists(void **state) {
    (void)state;
    static const char *const words[] = {"", "B", "a", "ab", "b", "\xC3\xA9"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_true(LL_VIEW_IS_ONE_OF(ll_view_of(words[i]), words));
    static const char *const others[] = {"A", "aa", "abc", "c", "\xC3"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(LL_VIEW_IS_ONE_OF(ll_view_of(others[i]), words));
    assert_false(ll_view_is_one_of(LL_VIEW("a"), words, 0));
}

static void characters_are_counted_and_kept_whole(void **state) {
    (void)state;
    const ll_view text = LL_VIEW("a\xE2\x80\x94\xC3\xA9"); /* a, a dash, é */
    assert_int_equal(ll_view_characters(text), 3);
    assert_int_equal(ll_view_characters(LL_VIEW("")), 0);
    assert_int_equal(ll_view_column(text, 0), 1);
    assert_int_equal(ll_view_column(text, 4), 3);
    assert_int_equal(ll_view_column(text, text.len), 4);
    const size_t kept[] = {0, 1, 1, 1, 4, 4, 6, 6};
    for (size_t most = 0; most < 8; most++)
        assert_int_equal(ll_view_cut(text, most).len, kept[most]);
    assert_int_equal(ll_view_before(text, 6), 4);
    assert_int_equal(ll_view_before(text, 4), 1);
    assert_int_equal(ll_view_before(text, 1), 0);
}

static void a_file_name_is_the_end_of_a_path(void **state) {
    (void)state;
    assert_view(ll_view_file_name(LL_VIEW("a/b.c/plan.md")), "plan.md");
    assert_view(ll_view_file_name(LL_VIEW("plan.md")), "plan.md");
    assert_view(ll_view_file_name(LL_VIEW("a/")), "");
}

static void lines_end_in_three_ways(void **state) {
    (void)state;
    ll_view rest = LL_VIEW("a\r\nb\rc\n\nd"), line;
    const char *expected[] = {"a", "b", "c", "", "d"};
    for (size_t i = 0; i < 5; i++) {
        assert_true(ll_view_next_line(&rest, &line));
        assert_view(line, expected[i]);
    }
    assert_false(ll_view_next_line(&rest, &line));
}

static void numbers_stop_at_their_range(void **state) {
    (void)state;
    uint32_t number = 0;
    size_t used = 0;
    assert_true(ll_view_number(LL_VIEW("4294967295x"), &number, &used));
    assert_int_equal(number, 4294967295u);
    assert_int_equal(used, 10);
    assert_false(ll_view_number(LL_VIEW("4294967296"), &number, &used));
    assert_false(ll_view_number(LL_VIEW("x"), &number, &used));
}

static void the_nearest_name_is_suggested(void **state) {
    (void)state;
    const char *names[] = {"details-cursor", "details-structure", "em-dash-spacing"};
    assert_string_equal(ll_error_nearest(LL_VIEW("detail-cursor"), names, 3), "details-cursor");
    assert_string_equal(ll_error_nearest(LL_VIEW("em-dash-spaceing"), names, 3), "em-dash-spacing");
    assert_string_equal(ll_error_nearest(LL_VIEW("detials-curosr"), names, 3), "details-cursor");
    assert_null(ll_error_nearest(LL_VIEW("lesson-number"), names, 3));
    assert_string_equal(ll_error_nearest(LL_VIEW("det"), names, 3), "details-cursor");
    assert_null(ll_error_nearest(LL_VIEW("de"), names, 3));
    assert_null(ll_error_nearest(LL_VIEW(""), names, 3));
}

static void errors_are_cut_at_a_character(void **state) {
    (void)state;
    char path[1100];
    memset(path, 'a', sizeof path);
    memcpy(path + 1022, "\xE2\x80\x94", 3); /* its last byte would be the 1,025th */
    ll_error error = {0};
    assert_int_equal(
        ll_error_set(&error, LL_E_IO, (ll_view){path, sizeof path}, 3, 4, "no %s", "x"), LL_E_IO);
    assert_int_equal(strlen(error.path), 1022);
    assert_string_equal(error.text, "no x");
    path[1025] = '\0';
    ll_error_set(&error, LL_E_IO, (ll_view){0}, 0, 0, "%s", path);
    assert_int_equal(strlen(error.text), 1022);
    ll_error_set(&error, LL_E_IO, (ll_view){0}, 0, 0, "%s", path + 2); /* it just fits */
    assert_int_equal(strlen(error.text), 1023);
}

/* Each byte counts, and the length: tables would be slow where it did not. */
TEST(keys_differ_by_every_byte) {
    USE_ARENA;
    assert_non_null(arena);
    char text[41];
    for (size_t len = 0; len <= 40; len++) {
        memset(text, 'a', sizeof text);
        uint64_t key = ll_view_key((ll_view){text, len});
        assert_true(ll_view_key((ll_view){text, len}) == key);
        assert_true(len == 40 || ll_view_key((ll_view){text, len + 1}) != key);
        for (size_t i = 0; i < len; i++) {
            text[i] = 'b';
            assert_true(ll_view_key((ll_view){text, len}) != key);
            text[i] = 'a';
        }
        text[len] = 'b'; /* behind it */
        assert_true(ll_view_key((ll_view){text, len}) == key);
    }
    uint64_t slots = 0; /* of names that differ at their end */
    for (int last = 0; last < 10; last++) {
        char name[] = "section0";
        name[7] = (char)('0' + last);
        slots |= UINT64_C(1) << (ll_view_key(ll_view_of(name)) & 63);
    }
    assert_true((slots & (slots - 1)) != 0);
    int used = 0;
    for (; slots; slots &= slots - 1)
        used++;
    assert_true(used >= 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(reset_gives_zeroed_memory_again),
        cmocka_unit_test(a_limit_takes_the_guard),
        cmocka_unit_test(deferred_work_runs_once),
        cmocka_unit_test(arrays_grow_and_keep_their_items),
        cmocka_unit_test(added_items_are_zero),
        cmocka_unit_test(buffers_write_utf8),
        cmocka_unit_test(views_compare),
        cmocka_unit_test(copies_end_with_a_nul),
        cmocka_unit_test(searches_find_what_a_slow_one_finds),
        cmocka_unit_test(letters_tell_what_a_text_cannot_hold),
        cmocka_unit_test(words_are_found_in_sorted_lists),
        cmocka_unit_test(characters_are_counted_and_kept_whole),
        cmocka_unit_test(a_file_name_is_the_end_of_a_path),
        cmocka_unit_test(lines_end_in_three_ways),
        cmocka_unit_test(numbers_stop_at_their_range),
        cmocka_unit_test(the_nearest_name_is_suggested),
        cmocka_unit_test(keys_differ_by_every_byte),
        cmocka_unit_test(errors_are_cut_at_a_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
