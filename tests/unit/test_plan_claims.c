/* plan: what ticked checklist items claim, both ends of numbers, names of concepts for comparing.
 */
#include "plan_support.h"

/* The claims of one item, as "misconceptions 5-5" …, joined by "; ". */
static ll_view claims_of(ll_arena *arena, const char *item) {
    static const char *const names[] = {"misconceptions", "modalities", "new concepts", "examples",
                                        "no gaps"};
    const char *text = ll_arena_format(arena, "# T\n\n## Checklists\n\n- [x] %s\n", item).ptr;
    const ll_plan *plan = read_plan(arena, text);
    ll_view all = LL_VIEW("");
    for (uint32_t i = 0; i < plan->claims.len; i++) {
        const ll_claim *claim = &plan->claims.at[i];
        all = ll_arena_format(arena, "%.*s%s%s %u-%u", LL_VIEW_ARG(all), i ? "; " : "",
                              names[claim->kind], claim->low, claim->high);
        if (claim->kind == LL_CLAIM_EXAMPLES)
            all = ll_arena_format(arena, "%.*s (%u, %u)", LL_VIEW_ARG(all), claim->positive,
                                  claim->negative);
    }
    return all;
}

typedef struct claimed {
    const char *item, *claims;
} claimed;

#define CLAIM_ALL(items)                                                                           \
    for (size_t i = 0; i < sizeof(items) / sizeof *(items); i++) {                                 \
        ll_view seen = claims_of(arena, (items)[i].item);                                          \
        if (!ll_view_equal(seen, ll_view_of((items)[i].claims)))                                   \
            fail_msg("%s: %.*s", (items)[i].item, LL_VIEW_ARG(seen));                              \
    }

TEST(numbers_of_all_are_claims) {
    USE_ARENA;
    static const claimed items[] = {
        {"At least 3 misconceptions identified (5 misconceptions)", "misconceptions 5-5"},
        {"At least 3 misconceptions (5 identified) with examples", "misconceptions 5-5"},
        {"At least 3 misconceptions (5 identified): a, b, c", "misconceptions 5-5"},
        {"Misconceptions: 5", "misconceptions 5-5"},
        {"Misconceptions: five planned, each with a case", "misconceptions 5-5"},
        {"Modalities (visual, symbolic -- 5 modalities)", "modalities 5-5"},
        {"Modalities (5 distinct modalities in total)", "modalities 5-5"},
        {"Modalities: 4 planned modalities for the core concept", "modalities 4-4"},
        {"Modalities (5 modalities, text + pictures)", "modalities 5-5"},
        {"Load (2-3 genuinely new concepts)", "new concepts 2-3"},
        {"Load: no new concepts", "new concepts 0-0"},
        {"Load (zero new concepts): 0 new concepts", "new concepts 0-0; new concepts 0-0"},
        {"**Misconceptions** (`5` identified)", "misconceptions 5-5"},
    };
    CLAIM_ALL(items);
}

TEST(bounds_and_parts_are_no_claims) {
    USE_ARENA;
    static const claimed items[] = {
        {"5 misconceptions identified", ""},
        {"Cognitive load = 3 new concepts (at the limit)", ""},
        {"Misconceptions (at least 3 misconceptions)", ""},
        {"Misconceptions (>= 3 misconceptions)", ""},
        {"Misconceptions (\xE2\x89\xA5 3 misconceptions)", ""},
        {"Misconceptions (a minimum of 3 misconceptions)", ""},
        {"Misconceptions (2 of 5 misconceptions)", ""},
        {"Misconceptions (misconceptions 1 and 2)", ""},
        {"Misconceptions (3 addressed, 2 deferred)", ""},
        {"Misconceptions (3 major misconceptions)", ""},
        {"Misconceptions (3 misconceptions addressed)", ""},
        {"Misconceptions (3 misconceptions + 2 from the review)", ""},
        {"Modalities (2 modalities each)", ""},
        {"Modalities (version 5.2 modalities)", ""},
        {"Modalities (module-5 modalities)", ""},
        {"Misconceptions and modalities (5)", ""},
        {"Misconceptions (no misconceptions)", ""},
        {"Misconceptions (5 identified, all except one in the main text)", ""},
        {"Misconceptions (5 identified and resolved)", ""},
        {"(", ""},
        {":", ""},
        {"Misconceptions (5 identified", "misconceptions 5-5"},
        {"Misconceptions (5-step cases)", ""},
        {": 5 misconceptions", "misconceptions 5-5"},
        {"Modalities (min. 2 modalities)", ""},
        {"Modalities (max. 6 modalities)", ""},
        {"Misconceptions (4 identified, 3 in the table, 1 in the notebook)", ""},
        {"Misconceptions (4 identified, all common)", "misconceptions 4-4"},
    };
    CLAIM_ALL(items);
}

TEST(examples_are_a_sum) {
    USE_ARENA;
    static const claimed items[] = {
        {"Examples (3 positive + 1 negative)", "examples 4-4 (3, 1)"},
        {"Examples (3 positive, 1 negative, 1 stretch)", "examples 5-5 (3, 1)"},
        {"Examples (3 positive and 1 negative, each with a purpose)", "examples 4-4 (3, 1)"},
        {"Examples: three positive (a, b) + 1 negative (c) + 1 boundary (d)",
         "examples 5-5 (3, 1)"},
        {"Examples (2 positive + 2 positive + 1 negative)", "examples 5-5 (4, 1)"},
        {"Examples (3 positive)", ""},
        {"Examples (at least 2 positive + 1 negative)", ""},
        {"Examples (3+ positive + 1 negative)", ""},
        {"Examples (2-3 positive + 1 negative)", ""},
        {"Examples (3 positive + 1 negative or more)", ""},
        {"Examples (3 positive + 1 negative + a stretch)", ""},
        {"Examples (3 positive, 1 negative; 2 in the notebook)", ""},
        {"At least 2 positive examples (a, b) + 1 negative (c)", ""},
        {"Misconceptions have negative examples (1 positive, 3 negative used)", ""},
        {"Examples (1 positive per section, 1 negative)", ""},
    };
    CLAIM_ALL(items);
}

TEST(gaps_may_be_denied) {
    USE_ARENA;
    static const claimed items[] = {
        {"Depth match verified: all OK", "no gaps 0-0"},
        {"No gaps to resolve", "no gaps 0-0"},
        {"No untaught concepts remain (zero gaps)", "no gaps 0-0"},
        {"All gaps have plans (no gaps found)", "no gaps 0-0"},
        {"Depth match: not all OK", ""},
        {"Depth match: all OK except one", ""},
        {"No gaps remain", ""},
        {"No gaps in the story", ""},
        {"All gaps resolved, no gaps", ""},
        {"Depth match verified: all OK, the student knows more", "no gaps 0-0"},
        {"Prerequisites: no gaps", "no gaps 0-0"},
        {"No gaps: all prerequisites are solid", "no gaps 0-0"},
        {"No gaps (all prerequisites were taught)", "no gaps 0-0"},
        {"Depth match: all OK (A closed in the recap)", ""},
        {"Depth match: all OK, one small gap (A)", ""},
        {"Depth match: all OK once A has been recapped", ""},
        {"Depth match: all OK but A", ""},
        {"No gaps of more than one level", ""},
        {"No gaps larger than one level", ""},
        {"Gaps have resolution plans: all OK", ""},
        {"Notebook: all OK", ""},
        {"Dashes, cursor, rows: all OK", ""},
        {"The narrative has no gaps", ""},
    };
    CLAIM_ALL(items);
}

TEST(open_items_claim_nothing) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "## Checklists\r\n\r\n- [ ] M (5 misconceptions)\r\n"
                                           "- [X] M (5 misconceptions)\r\n");
    assert_int_equal(plan->claims.len, 1);
    assert_int_equal(plan->claims.at[0].item, 1);
}

static void numbers_have_two_ends(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t used;
        uint32_t low, high;
    } numbers[] = {
        {"3", 1, 3, 3},
        {"2-3 ideas", 3, 2, 3},
        {"two to three", 12, 2, 3},
        {"2\xE2\x80\x93"
         "4",
         5, 2, 4},
        {"3-2", 1, 3, 3},
        {"1 or 2", 6, 1, 2},
        {"None here", 4, 0, 0},
        {"nothingness", 0, 0, 0},
        {"100", 0, 0, 0},
        {"2.5", 0, 0, 0},
        {"", 0, 0, 0},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        uint32_t low = 0, high = 0;
        size_t used = ll_plan_number(ll_view_of(numbers[i].text), &low, &high);
        if (used != numbers[i].used ||
            (used > 0 && (low != numbers[i].low || high != numbers[i].high)))
            fail_msg("%s: %zu bytes, %u to %u", numbers[i].text, used, low, high);
    }
}

TEST(new_concepts_have_two_ends_and_kinds) {
    USE_ARENA;
    static const struct {
        const char *line;
        uint32_t low, high;
        bool more;
    } lines[] = {
        {"2-3", 2, 3, false},
        {"2 core (a, b) + 1 supporting (c)", 2, 2, true},
        {"3 plus one that is mentioned", 3, 3, true},
        {"(1) a (2) b", 2, 2, false},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const ll_plan *plan = read_plan(
            arena,
            ll_arena_format(arena, "### Cognitive Load\n\n- **New concepts:** %s\n", lines[i].line)
                .ptr);
        assert_true(plan->has_new_concepts);
        assert_int_equal(plan->new_concepts_low, lines[i].low);
        assert_int_equal(plan->new_concepts, lines[i].high);
        assert_int_equal(plan->new_concepts_more, lines[i].more);
    }
}

TEST(concepts_are_named_alike) {
    USE_ARENA;
    assert_view(ll_plan_concept_key(arena, LL_VIEW(" **Linear  Search** ")), "linear search");
    assert_view(ll_plan_concept_key(arena, LL_VIEW("A \xE2\x80\x94 \"B\"")), "a - b");
    assert_view(ll_plan_concept_key(arena, LL_VIEW("A -- `B`")), "a - b");
    assert_view(ll_plan_concept_key(arena, LL_VIEW("\xE2\x80\x9CSGD\xE2\x80\x9D (1.2)")),
                "sgd (1.2)");
    assert_view(ll_plan_concept_key(arena, LL_VIEW("\"\"")), "");
}

TEST(columns_of_a_table_are_known) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "| Modality | What |\n|---|---|\n| Visual | a |\n\n"
                                           "| Misconception | Why | Negative Example | Where |\n"
                                           "|---|---|---|---|\n| a | b | c | d |\n");
    assert_int_equal(plan->tables[LL_TABLE_MODALITIES].columns, 3);
    assert_int_equal(plan->tables[LL_TABLE_MISCONCEPTIONS].columns, 15);
    assert_int_equal(plan->tables[LL_TABLE_EXAMPLES].columns, 0);
}

TEST(slug_and_file_have_their_places) {
    USE_ARENA;
    const ll_plan *plan =
        read_plan_at(arena, "a/b/03-cards.md", "# T\n\n**Module:** 1 | **Slug:** `x`\n");
    assert_view(plan->stem, "03-cards");
    assert_view(at_place(plan, plan->slug_place), "**Slug:** `x`");
    static const char *const none[] = {"\xE2\x80\x94", "TBD", "`...`", "--"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        plan = read_plan_at(arena, "a/cards.md",
                            ll_arena_format(arena, "# T\n\n**Slug:** %s\n", none[i]).ptr);
        assert_false(plan->has_slug);
        assert_view(plan->slug, "cards");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_all_are_claims),
        cmocka_unit_test(bounds_and_parts_are_no_claims),
        cmocka_unit_test(examples_are_a_sum),
        cmocka_unit_test(gaps_may_be_denied),
        cmocka_unit_test(open_items_claim_nothing),
        cmocka_unit_test(numbers_have_two_ends),
        cmocka_unit_test(new_concepts_have_two_ends_and_kinds),
        cmocka_unit_test(concepts_are_named_alike),
        cmocka_unit_test(columns_of_a_table_are_known),
        cmocka_unit_test(slug_and_file_have_their_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
