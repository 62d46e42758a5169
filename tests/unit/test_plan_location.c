/* plan: what the Location of a finding names. */
#include <stdio.h>

#include "support.h"

#include "base/buffer.h"
#include "plan/location.h"

static void assert_named(const ll_location *location, uint32_t index, ll_named_kind kind,
                         const char *text, uint32_t first, uint32_t last) {
    assert_true(index < location->named.len);
    const ll_named *named = &location->named.at[index];
    assert_int_equal(named->kind, kind);
    assert_true(ll_view_equal(named->text, ll_view_of(text)));
    assert_int_equal(named->first, first);
    assert_int_equal(named->last, last);
}

TEST(locations_are_read_as_the_review_writes_them) {
    USE_ARENA;
    ll_location location =
        ll_plan_location(arena, LL_VIEW("plan, \"Where It Ends\" (lines 3, 5\xE2\x80\x93"
                                        "7), \"Other\" (line 12), `widgets/A.tsx`, line 4, `Row`"));
    assert_true(location.of_plan);
    assert_true(location.elsewhere);
    assert_false(location.absent);
    assert_int_equal(location.named.len, 8);
    assert_named(&location, 0, LL_NAMED_TEXT, "Where It Ends", 0, 0);
    assert_named(&location, 2, LL_NAMED_LINES, "", 5, 7);
    location = ll_plan_location(arena, LL_VIEW("\"Section\" (lines 3, 5 and 9), \"Other\" (line "
                                               "12), `<Tag>`, <Two.Parts x=\"1\">"));
    assert_false(location.of_plan || location.elsewhere || location.absent);
    assert_named(&location, 0, LL_NAMED_TEXT, "Section", 0, 0);
    assert_true(location.named.at[0].title);
    assert_named(&location, 1, LL_NAMED_LINES, "", 3, 3);
    assert_named(&location, 2, LL_NAMED_LINES, "", 5, 5);
    assert_named(&location, 3, LL_NAMED_LINES, "", 9, 9);
    assert_named(&location, 4, LL_NAMED_TEXT, "Other", 0, 0);
    assert_named(&location, 5, LL_NAMED_LINES, "", 12, 12);
    assert_named(&location, 6, LL_NAMED_CODE, "Tag", 0, 0);
    assert_named(&location, 7, LL_NAMED_CODE, "Two.Parts", 0, 0);
}

TEST(bare_names_and_many_places_are_seen) {
    USE_ARENA;
    ll_location location = ll_plan_location(
        arena, LL_VIEW("TipBlock of the SVG, PyTorch, myBox, aTipBlock, Row and T1Tip (line 3), "
                       "LineChart"));
    assert_int_equal(location.named.len, 4);
    assert_named(&location, 0, LL_NAMED_BARE, "TipBlock", 0, 0);
    assert_named(&location, 1, LL_NAMED_BARE, "PyTorch", 0, 0);
    assert_named(&location, 2, LL_NAMED_LINES, "", 3, 3);
    assert_named(&location, 3, LL_NAMED_BARE, "LineChart", 0, 0);
    assert_false(location.many);
    assert_true(ll_plan_location(arena, LL_VIEW("Throughout")).many);
    assert_false(ll_plan_location(arena, LL_VIEW("The \"Throughout\" section")).many);
    assert_true(ll_plan_location(arena, LL_VIEW("The TideWidget file")).elsewhere);
    assert_true(ll_plan_location(arena, LL_VIEW("tides.ts, top of the file")).elsewhere);
    assert_false(ll_plan_location(arena, LL_VIEW("Whole file")).elsewhere);
    assert_false(ll_plan_location(arena, LL_VIEW("Top of the file")).elsewhere);
    assert_true(ll_plan_location(arena, LL_VIEW("Next to `TipBlock`")).beside);
    assert_false(ll_plan_location(arena, LL_VIEW("The \"After the Storm\" section")).beside);
}

TEST(what_stands_beside_a_text_in_quotes_makes_it_a_title) {
    USE_ARENA;
    static const struct {
        const char *location;
        bool title;
    } cases[] = {
        {"Section 5, \"Two Tides\"", true},     {"Sections 4, 5: \"Two Tides\"", true},
        {"The \"Two Tides\" section", true},    {"\"Two Tides\" and others sections", false},
        {"The \"Two Tides\" (line 9)", true},   {"The \"Two Tides\" sections", true},
        {"The button \"Two Tides\"", false},    {"\"Two Tides\"", false},
        {"Subsection 5, \"Two Tides\"", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_location location = ll_plan_location(arena, ll_view_of(cases[i].location));
        if (location.named.len == 0 || location.named.at[0].title != cases[i].title)
            fail_msg("%s: %d", cases[i].location, !cases[i].title);
    }
}

TEST(a_title_may_stand_without_quotes_behind_its_number) {
    USE_ARENA;
    static const struct {
        const char *location, *title;
    } cases[] = {
        {"Section 3 (Why a Knot Holds), line 9", "Why a Knot Holds"},
        {"lesson.tsx, section 3: Why a Knot Holds (line 9)", "Why a Knot Holds"},
        {"Subsection 3 (Why a Knot Holds)", ""},
        {"Section 3 (or why a Knot Holds)", ""},
        {"Section 3 (Why every Knot Holds)", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_location location = ll_plan_location(arena, ll_view_of(cases[i].location));
        assert_int_equal(location.loose_titles.len, cases[i].title[0] != 0);
        if (location.loose_titles.len > 0)
            assert_view(location.loose_titles.at[0], cases[i].title);
    }
}

TEST(long_locations_are_cut) {
    USE_ARENA;
    ll_buffer text = {.arena = arena, .most = 1 << 20};
    for (int i = 0; i < 5000; i++)
        ll_buffer_add_cstring(&text, "`a` \"b\" \xE2\x80\x9C line 3 ");
    ll_location location = ll_plan_location(arena, ll_buffer_view(&text));
    assert_int_equal(location.named.len, LL_LOCATION_NAMED_MOST);
    ll_buffer blanks = {.arena = arena, .most = 1 << 20};
    for (unsigned i = 0; i < LL_LOCATION_MOST - 3; i++)
        ll_buffer_add_byte(&blanks, ' ');
    ll_buffer_add_cstring(&blanks, "`a`");
    assert_int_equal(ll_plan_location(arena, ll_buffer_view(&blanks)).named.len, 1);
    ll_view more = ll_arena_format(arena, " %.*s", LL_VIEW_ARG(ll_buffer_view(&blanks)));
    assert_int_equal(ll_plan_location(arena, more).named.len, 0);
}

/* With sanitizers a reader that looks behind the last word is seen once the buffer is full. */
TEST(a_number_may_be_the_last_of_any_number_of_bytes) {
    USE_ARENA;
    for (int blanks = 0; blanks < 300; blanks++) {
        ll_view text = ll_arena_format(arena, "the \"Two Tides\"%*ssection 5", blanks + 1, "");
        assert_true(ll_plan_location(arena, text).more);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(locations_are_read_as_the_review_writes_them),
        cmocka_unit_test(bare_names_and_many_places_are_seen),
        cmocka_unit_test(what_stands_beside_a_text_in_quotes_makes_it_a_title),
        cmocka_unit_test(a_title_may_stand_without_quotes_behind_its_number),
        cmocka_unit_test(long_locations_are_cut),
        cmocka_unit_test(a_number_may_be_the_last_of_any_number_of_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
