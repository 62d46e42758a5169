/* plan: reviews with summary, verdict, findings and fix verifications. */
#include "plan_support.h"

#include "base/buffer.h"

#define DASH "\xE2\x80\x94"
#define REVIEW "## Review " DASH " 2026-02-14 (Iteration 2/3)\n\n"

TEST(a_review_has_all_its_parts) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n" REVIEW "### Summary\n"
                                           "- Critical: 0\n- Improvement: 1\n- Polish: 2\n\n"
                                           "### Verdict: NEEDS REVISION\n\nBecause.\n\n"
                                           "### Review Notes\n\n## After\n\ntext\n");
    assert_int_equal(plan->reviews.len, 1);
    const ll_plan_review *review = &plan->reviews.at[0];
    assert_view(review->date, "2026-02-14");
    assert_int_equal(review->iteration, 2);
    assert_int_equal(review->total, 3);
    assert_view(review->label, "");
    assert_true(review->has_summary);
    assert_int_equal(review->summary[LL_REVIEW_CRITICAL], 0);
    assert_int_equal(review->summary[LL_REVIEW_IMPROVEMENT], 1);
    assert_int_equal(review->summary[LL_REVIEW_POLISH], 2);
    assert_int_equal(review->verdict, LL_VERDICT_NEEDS_REVISION);
    assert_view(review->verdict_text, "NEEDS REVISION");
    assert_int_equal(line_of(plan, review->place), 3);
    assert_true(
        ll_view_starts(ll_view_slice(plan->source->text, review->end, plan->source->text.len),
                       LL_VIEW("## After")));
}

typedef struct title_case {
    const char *title;
    const char *date;
    uint32_t iteration, total;
    const char *label;
} title_case;

TEST(review_titles_vary) {
    USE_ARENA;
    static const title_case cases[] = {
        {"Review -- 2026-01-02 (Iteration 1/3)", "2026-01-02", 1, 3, ""},
        {"Review " DASH " 2026-01-02 (Iteration 3/3 FINAL)", "2026-01-02", 3, 3, ""},
        {"Review " DASH " 2026-01-02 (Post-Depth-Rework, Iteration 1/3)", "2026-01-02", 1, 3,
         "Post-Depth-Rework"},
        {"Review " DASH " 2026-01-02", "2026-01-02", 0, 0, ""},
        {"Review " DASH " 2026-01-02 (Iteration 1/3, after rework)", "2026-01-02", 1, 3,
         "after rework"},
        {"Review (Iteration 1 of 3 " DASH " Post-Rework)", "", 1, 3, "Post-Rework"},
        {"Review (Iteration 2/3, 2026-01-02)", "2026-01-02", 2, 3, ""},
        {"Review (Iteration 3, final)", "", 3, 0, ""},
        {"Review (Iteration 3,", "", 3, 0, ""},
        {"Review (Iteration 2 of 3)", "", 2, 3, ""},
        {"Review", "", 0, 0, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view text = ll_arena_format(arena, "# S\n\n## %s\n\ntext\n", cases[i].title);
        const ll_plan *plan = read_plan(arena, text.ptr);
        assert_int_equal(plan->reviews.len, 1);
        assert_view(plan->reviews.at[0].date, cases[i].date);
        assert_int_equal(plan->reviews.at[0].iteration, cases[i].iteration);
        assert_int_equal(plan->reviews.at[0].total, cases[i].total);
        assert_view(plan->reviews.at[0].label, cases[i].label);
        assert_false(plan->reviews.at[0].has_summary);
    }
}

TEST(verdicts_vary) {
    USE_ARENA;
    static const struct {
        const char *lines;
        ll_verdict_kind kind;
        const char *text;
    } cases[] = {
        {"### Verdict: PASS (with polish notes)", LL_VERDICT_PASS, "PASS (with polish notes)"},
        {"### Verdict: NEEDS REVISION \xE2\x86\x92 REVISED", LL_VERDICT_NEEDS_REVISION,
         "NEEDS REVISION \xE2\x86\x92 REVISED"},
        {"### Verdict: **MAJOR REVISION**", LL_VERDICT_MAJOR_REVISION, "MAJOR REVISION"},
        {"### Verdict: Not PASS yet", LL_VERDICT_NONE, ""},
        {"### Verdict: PASS, after MAJOR REVISION", LL_VERDICT_PASS, "PASS, after MAJOR REVISION"},
        {"### Verdict\n\n**PASS**\n\nText.", LL_VERDICT_PASS, "PASS"},
        {"**Verdict:** NEEDS REVISION", LL_VERDICT_NEEDS_REVISION, "NEEDS REVISION"},
        {"### Notes", LL_VERDICT_NONE, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view text = ll_arena_format(arena, "# S\n\n" REVIEW "%s\n", cases[i].lines);
        const ll_plan *plan = read_plan(arena, text.ptr);
        assert_int_equal(plan->reviews.at[0].verdict, cases[i].kind);
        assert_view(plan->reviews.at[0].verdict_text, cases[i].text);
    }
}

TEST(summaries_vary) {
    USE_ARENA;
    static const char *const summaries[] = {
        "- **Critical:** 1\n- **Improvement:** 0\n- **Polish:** 4",
        "Critical: 1, Improvement: 0, Polish: 4",
        "Critical: 1, Improvement: 0, Polish: 4\n\nLast time it was 2 critical, 1 improvement.",
        "1 critical, 0 improvement, 4 polish",
        "| Severity | Count |\n|---|---|\n| Critical | 1 |\n| Improvement | 0 |\n| Polish | 4 |",
    };
    for (size_t i = 0; i < sizeof summaries / sizeof *summaries; i++) {
        ll_view text = ll_arena_format(arena, REVIEW "### Summary\n\n%s\n", summaries[i]);
        const ll_plan_review *review = &read_plan(arena, text.ptr)->reviews.at[0];
        assert_true(review->has_summary);
        assert_int_equal(review->summary[LL_REVIEW_CRITICAL], 1);
        assert_int_equal(review->summary[LL_REVIEW_IMPROVEMENT], 0);
        assert_int_equal(review->summary[LL_REVIEW_POLISH], 4);
    }
}

TEST(a_summary_without_numbers_is_none) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, REVIEW "### Summary\n\nNothing critical was found.\n");
    assert_false(plan->reviews.at[0].has_summary);
}

TEST(findings_have_fields) {
    USE_ARENA;
    const ll_plan *plan = read_plan(
        arena, REVIEW "### Findings\n\n"
                      "#### [CRITICAL] " DASH " The `deck` is empty\n\n"
                      "**Location:** `Deck` (line 3)\n"
                      "**Issue:** It holds:\n- no cards\n\n  none **at all:** zero\n"
                      "**Student impact:** Lost.\n"
                      "**Suggested fix:** Fill it.\n\n"
                      "### [POLISH] -- Dash\n\n- **Location:** line 4\n- **Fix applied:** done\n\n"
                      "#### 3. IMPROVEMENT: No brackets\n\nWait. This finding is retracted.\n\n"
                      "#### [POLISH] Next\n\n### CRITICAL thoughts\n\n### A. POLISH: no "
                      "number\n\n---\n\n## Fixes Applied\n\n"
                      "### Finding #3 [IMPROVEMENT] " DASH " old\n\n### [POLISH] " DASH " old\n");
    assert_int_equal(plan->findings.len, 4);
    assert_int_equal(plan->reviews.at[0].finding_count, 4);
    const ll_review_finding *first = &plan->findings.at[0];
    assert_int_equal(first->severity, LL_REVIEW_CRITICAL);
    assert_view(first->title, "The deck is empty");
    assert_view(first->location, "`Deck` (line 3)");
    assert_view(first->issue, "It holds:\n- no cards\n\n  none **at all:** zero");
    assert_view(first->impact, "Lost.");
    assert_view(first->fix, "Fill it.");
    assert_false(first->retracted);
    const ll_review_finding *second = &plan->findings.at[1];
    assert_int_equal(second->severity, LL_REVIEW_POLISH);
    assert_view(second->title, "Dash");
    assert_view(second->location, "line 4");
    assert_view(second->issue, "");
    assert_view(second->fix, "done");
    assert_int_equal(plan->findings.at[2].severity, LL_REVIEW_IMPROVEMENT);
    assert_view(plan->findings.at[2].title, "No brackets");
    assert_true(plan->findings.at[2].retracted);
    assert_view(plan->findings.at[3].title, "Next");
    assert_false(plan->findings.at[3].retracted);
}

TEST(findings_may_begin_with_a_mark) {
    USE_ARENA;
#define FIELDS "\n\n**Location:** line 1\n**Issue:** It is long.\n\n"
    const ll_plan *plan = read_plan(
        arena, REVIEW "#### \xF0\x9F\x94\xB4 [CRITICAL] " DASH " Red" FIELDS
                      "#### 2. \xE2\x9A\xA0\xEF\xB8\x8F [POLISH] Warned" FIELDS
                      "#### Improvement: Plain" FIELDS "#### Polish: Without fields\n\nText.\n\n"
                      "#### \xE2\x9C\x85 [POLISH] Done" FIELDS "#### Critical thoughts" FIELDS
                      "#### [POLISH later] Not yet" FIELDS);
#undef FIELDS
    assert_int_equal(plan->findings.len, 3);
    assert_view(plan->findings.at[0].title, "Red");
    assert_int_equal(plan->findings.at[0].severity, LL_REVIEW_CRITICAL);
    assert_view(plan->findings.at[1].title, "Warned");
    assert_view(plan->findings.at[2].title, "Plain");
    assert_int_equal(plan->findings.at[2].severity, LL_REVIEW_IMPROVEMENT);
}

TEST(fields_have_many_forms) {
    USE_ARENA;
    static const char *const forms[] = {
        "1. **Location:** a\n2. **Issue:** b\n3. **Student impact:** c\n4. **Suggested fix:** d",
        "__Location:__ a\n__Issue:__ b\n__Student impact__: c\n__Suggested fix:__ d",
        "*Location:* a\n*Issue:* b\n_Student impact:_ c\n_Suggested fix_: d",
        "> **Location:** a\n> **Issue:** b\n> **Student impact:** c\n> **Suggested fix:** d",
        "**Location:** a **Issue:** b **Student impact:** c **Suggested fix:** d",
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        ll_view text = ll_arena_format(arena, REVIEW "### [POLISH] " DASH " t\n\n%s\n", forms[i]);
        const ll_review_finding *finding = &read_plan(arena, text.ptr)->findings.at[0];
        assert_view(finding->location, "a");
        assert_view(finding->issue, "b");
        assert_view(finding->impact, "c");
        assert_view(finding->fix, "d");
    }
    const ll_plan *plan = read_plan(arena, REVIEW "### [POLISH] " DASH " t\n\n"
                                                  "**Issue:** the card says **Fix:** nothing\n");
    assert_view(plan->findings.at[0].issue, "the card says **Fix:** nothing");
    assert_view(plan->findings.at[0].fix, "");
}

TEST(a_label_that_is_no_field_belongs_to_the_field_before_it) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, REVIEW "### [POLISH] " DASH " A dash\n\n"
                                                  "**Issue:** It is long.\n**Effort:** small\n"
                                                  "**Fix:** Cut it.\n");
    assert_view(plan->findings.at[0].issue, "It is long.\n**Effort:** small");
    assert_view(plan->findings.at[0].fix, "Cut it.");
}

TEST(titles_say_what_they_are_carried_from_and_their_rule) {
    USE_ARENA;
    static const struct {
        const char *written, *title, *rule;
        uint32_t carried_from;
    } cases[] = {
        {"A dash too many", "A dash too many", "", 0},
        {"A dash [em-dash-spacing]", "A dash", "em-dash-spacing", 0},
        {"A dash [em-dash-spacing] (carried from iteration 2)", "A dash", "em-dash-spacing", 2},
        {"A dash (carried from iteration 1) [em-dash-spacing]", "A dash", "em-dash-spacing", 1},
        {"A `deck` (carried from Iterations 1 and 2)", "A deck", "", 1},
        {"A deck (carried over)", "A deck", "", 1},
        {"A deck (Carried forward from iteration 1, finding #4)", "A deck", "", 1},
        {"A deck (carried by two)", "A deck (carried by two)", "", 0},
        {"A deck (elevated from Iteration 1 POLISH)", "A deck", "", 1},
        {"A deck (elevated over the table)", "A deck (elevated over the table)", "", 0},
        {"A deck (retained from the start)", "A deck (retained from the start)", "", 0},
        {"(carried from iteration 1) " DASH " A deck", "A deck", "", 1},
        {"(carried over) A deck [one-rule]", "A deck", "one-rule", 1},
        {"(two) decks", "(two) decks", "", 0},
        {"A deck (twice)", "A deck (twice)", "", 0},
        {"A deck [Twice]", "A deck [Twice]", "", 0},
        {"A deck [of-]", "A deck [of-]", "", 0},
        {"A deck [-of]", "A deck [-of]", "", 0},
        {"A deck [of--two]", "A deck [of--two]", "", 0},
        {"A deck [of-2-]", "A deck [of-2-]", "", 0},
        {"A deck [of-2]", "A deck", "of-2", 0},
        {"A deck [2]", "A deck [2]", "", 0},
        {"A deck [one] [two]", "A deck [one]", "two", 0},
        {"Index a[i]", "Index a[i]", "", 0},
        {"[only]", "[only]", "", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view text = ll_arena_format(arena, REVIEW "### [POLISH] " DASH " %s\n\n**Issue:** x\n",
                                       cases[i].written);
        const ll_plan *plan = read_plan(arena, text.ptr);
        assert_int_equal(plan->findings.len, 1);
        assert_view(plan->findings.at[0].title, cases[i].title);
        assert_view(plan->findings.at[0].rule, cases[i].rule);
        assert_int_equal(plan->findings.at[0].carried_from, cases[i].carried_from);
    }
}

TEST(fields_say_what_is_carried) {
    USE_ARENA;
    static const struct {
        const char *fields;
        uint32_t carried_from;
    } cases[] = {
        {"**Location:** Deck (carried from iteration 1, finding #4)\n**Issue:** x", 1},
        {"**Issue:** Carried over from iteration 1. It is empty.", 1},
        {"**Issue:** (Carried from iteration 1) It is empty.", 1},
        {"**Issue:** Carried over. It is empty.", 1},
        {"**Issue:** The ten is carried over from iteration 1.", 0},
        {"**Issue:** x\n**Suggested fix:** Carried forward.", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view text =
            ll_arena_format(arena, REVIEW "### [POLISH] " DASH " t\n\n%s\n", cases[i].fields);
        const ll_plan *plan = read_plan(arena, text.ptr);
        assert_int_equal(plan->findings.at[0].carried_from, cases[i].carried_from);
    }
}

TEST(a_date_is_digits_alone) {
    USE_ARENA;
    const ll_plan *plan =
        read_plan(arena, "# P\n\n## Review " DASH " v026-02-14 (Iteration 1/3)\n\n"
                         "### Verdict: PASS\n");
    assert_int_equal(plan->reviews.len, 1);
    assert_int_equal(plan->reviews.at[0].date.len, 0);
}

TEST(the_start_of_a_long_sentence_is_not_at_its_end) {
    USE_ARENA;
    ll_buffer text = {.arena = arena, .most = 4096};
    ll_buffer_add_cstring(&text, REVIEW "### [POLISH] " DASH " t\n\nThe diagram shows");
    for (int i = 0; i < 80; i++)
        ll_buffer_add_cstring(&text, " more");
    ll_buffer_add_cstring(&text, " and a retracted arm\n");
    ll_buffer_add_byte(&text, '\0');
    assert_false(read_plan(arena, text.ptr)->findings.at[0].retracted);
}

TEST(findings_are_retracted_by_their_own_words) {
    USE_ARENA;
    static const struct {
        const char *text;
        bool retracted;
    } cases[] = {
        {"Wait. This finding is retracted.", true},
        {"Retracted.", true},
        {"RETRACTED after a second look", true},
        {"It is there (retracted).", true},
        {"I withdraw this.", true},
        {"**Issue:** Withdrawn: it is there.", true},
        {"It is there " DASH " withdrawn.", true},
        {"Not an issue after all.", true},
        {"The issue was withdrawn on reading line 3", true},
        {"The label is unclear\nRetracted, it is there", true},
        {"The label is unclear.\nretracted, it is there", true},
        {"The diagram shows the\nretracted arm alone", false},
        {"The lesson withdraws its claim.", false},
        {"**Issue:** The retracted arm has no label.", false},
        {"Money can be withdrawn twice.", false},
        {"protracted", false},
        {"The earlier finding was retracted in iteration 1; this one stands.", false},
        {"Unlike the previous finding this finding is withdrawn.", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view text =
            ll_arena_format(arena, REVIEW "### [POLISH] " DASH " t\n\n%s\n", cases[i].text);
        bool seen = read_plan(arena, text.ptr)->findings.at[0].retracted;
        if (seen != cases[i].retracted)
            fail_msg("%s: %d", cases[i].text, seen);
    }
}

TEST(a_title_retracts_by_a_word_of_its_own) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, REVIEW "### [POLISH] " DASH " Withdrawn: no dash\n\n"
                                                  "### [POLISH] " DASH " iWithdraw is a button\n");
    assert_true(plan->findings.at[0].retracted);
    assert_false(plan->findings.at[1].retracted);
}

TEST(places_of_summary_and_verdict_are_known) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "## Review\n\n### Summary\n\n- Critical: 0\n"
                                           "- Polish: 2\n\n### Verdict\n\n**PASS**\n");
    const ll_plan_review *review = &plan->reviews.at[0];
    assert_int_equal(line_of(plan, review->summary_places[LL_REVIEW_CRITICAL]), 5);
    assert_int_equal(review->summary_places[LL_REVIEW_CRITICAL].length, 13);
    assert_int_equal(review->summary_places[LL_REVIEW_IMPROVEMENT].length, 0);
    assert_int_equal(line_of(plan, review->summary_places[LL_REVIEW_POLISH]), 6);
    assert_int_equal(line_of(plan, review->verdict_place), 10);
    assert_int_equal(review->verdict_now, LL_VERDICT_PASS);
}

TEST(fixes_that_were_applied_are_no_findings) {
    USE_ARENA;
    const ll_plan *plan =
        read_plan(arena, REVIEW "#### [POLISH] " DASH " one\n\n### Fixes Applied\n\n"
                                "#### [POLISH] " DASH " one\n\nDone.\n\n"
                                "#### [POLISH] " DASH " empty\n\n"
                                "### [POLISH] " DASH " two\n");
    assert_int_equal(plan->findings.len, 2);
    assert_view(plan->findings.at[1].title, "two");
}

TEST(findings_belong_to_their_review) {
    USE_ARENA;
    const ll_plan *plan =
        read_plan(arena, REVIEW "#### [POLISH] " DASH " one\n\n## Notes\n\n" REVIEW
                                "#### [POLISH] " DASH " two\n\n#### [POLISH] " DASH " three\n");
    assert_int_equal(plan->reviews.len, 2);
    assert_int_equal(plan->reviews.at[0].finding_count, 1);
    assert_int_equal(plan->reviews.at[1].first_finding, 1);
    assert_int_equal(plan->reviews.at[1].finding_count, 2);
}

/* With sanitizers a reader that looks behind the last section is seen once the array is full. */
TEST(a_review_may_be_the_last_of_any_number_of_sections) {
    USE_ARENA;
    ll_view text = LL_VIEW("# S\n\n");
    for (uint32_t count = 1; count <= 20; count++) {
        text = ll_arena_format(arena, "%.*s## Part\n\n", LL_VIEW_ARG(text));
        ll_view all =
            ll_arena_format(arena, "%.*s" REVIEW "### Verdict: PASS\n", LL_VIEW_ARG(text));
        const ll_plan *plan = read_plan(arena, all.ptr);
        assert_int_equal(plan->sections.len, count + 3);
        assert_int_equal(plan->reviews.len, 1);
        assert_int_equal(plan->reviews.at[0].verdict, LL_VERDICT_PASS);
    }
}

static void assert_fix(const ll_plan *plan, uint32_t index, const char *title, ll_fix_state state) {
    assert_true(index < plan->verifications.len);
    assert_view(plan->verifications.at[index].title, title);
    assert_int_equal(plan->verifications.at[index].state, state);
}

TEST(verifications_are_a_numbered_list) {
    USE_ARENA;
    const ll_plan *plan = read_plan(
        arena, REVIEW "### Iteration 1 Fix Verification\n\nAll were looked at:\n\n"
                      "1. **Fixed weights shown twice (IMPROVEMENT):** NOT FIXED. Still.\n"
                      "2. **[POLISH] Dash** " DASH " FIXED. Line 3.\n"
                      "   - a detail\n"
                      "3. **Cards (POLISH):** Addressed. Fine.\n\n### Findings\n");
    assert_int_equal(plan->verifications.len, 3);
    assert_int_equal(plan->reviews.at[0].verification_count, 3);
    assert_fix(plan, 0, "Fixed weights shown twice", LL_FIX_NOT_FIXED);
    assert_fix(plan, 1, "Dash", LL_FIX_FIXED);
    assert_fix(plan, 2, "Cards", LL_FIX_FIXED);
}

TEST(verifications_are_a_table) {
    USE_ARENA;
    const ll_plan *plan = read_plan(
        arena, REVIEW "### Iteration 1 Resolution Status\n\n"
                      "| # | Finding | Severity | Status | Notes |\n|---|---|---|---|---|\n"
                      "| 1 | CRITICAL: Empty deck | C | PARTIALLY FIXED | half |\n"
                      "| 2 | Dash | P | STILL OPEN | FIXED soon |\n"
                      "| 3 | Colour [svg-viewbox] | P | deferred | |\n\n"
                      "**All in all:** FIXED where it matters.\n");
    assert_int_equal(plan->verifications.len, 3);
    assert_view(plan->verifications.at[0].notes, "half");
    assert_view(plan->verifications.at[0].rule, "");
    assert_view(plan->verifications.at[2].notes, "");
    assert_view(plan->verifications.at[2].rule, "svg-viewbox");
    assert_fix(plan, 0, "Empty deck", LL_FIX_PARTIALLY);
    assert_fix(plan, 1, "Dash", LL_FIX_NOT_FIXED);
    assert_fix(plan, 2, "Colour", LL_FIX_DEFERRED);
}

TEST(a_state_may_be_accepted_or_unknown) {
    USE_ARENA;
    static const struct {
        const char *cell;
        ll_fix_state state;
    } cases[] = {
        {"NOT FIXED (accepted)", LL_FIX_DEFERRED},
        {"Not addressed (accepted / intentional)", LL_FIX_DEFERRED},
        {"ACCEPTED", LL_FIX_DEFERRED},
        {"Accepted as is", LL_FIX_DEFERRED},
        {"Not accepted", LL_FIX_NOT_FIXED},
        {"NOT FIXED (intentional)", LL_FIX_DEFERRED},
        {"Not yet fixed", LL_FIX_NOT_FIXED},
        {"To be fixed", LL_FIX_OPEN},
        {"Line 3 waits. Then it is to be FIXED", LL_FIX_OPEN},
        {"Open", LL_FIX_UNKNOWN},
        {"UNFIXED", LL_FIX_UNKNOWN},
        {"REOPENED", LL_FIX_UNKNOWN},
        {"", LL_FIX_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view text = ll_arena_format(arena,
                                       REVIEW "### Iteration 1 Fix Verification\n\n"
                                              "| # | Finding | Status |\n|---|---|---|\n"
                                              "| 1 | Dash | %s |\n",
                                       cases[i].cell);
        assert_fix(read_plan(arena, text.ptr), 0, "Dash", cases[i].state);
    }
    const ll_plan *plan = read_plan(arena, REVIEW "### Iteration 1 Fix Verification\n\n"
                                                  "- **Dash:** NOT FIXED (accepted). Fine.\n");
    assert_fix(plan, 0, "Dash", LL_FIX_DEFERRED);
}

/* A finding is out only when the status begins with a word for it, and nothing in it says less. */
TEST(a_status_that_is_denied_or_limited_is_not_fixed) {
    USE_ARENA;
    static const char *const left[] = {
        "Still needs to be addressed",
        "Not fully resolved",
        "isn't fixed",
        "isn\xE2\x80\x99t FIXED",
        "Partly fixed",
        "Not properly fixed",
        "\xE2\x9D\x8C Not adequately addressed",
        "\xE2\x9D\x8C FIXED",
        "To be verified",
        "Open \xE2\x80\x94 to be fixed next week",
        "Will be fixed",
        "FIXED in part",
        "no longer FIXED",
        "~~FIXED~~ NOT FIXED",
        "~~FIXED~~",
        "Mostly fixed",
        "to be FIXED",
        "Could not be VERIFIED",
        "FIXED?",
        "ACCEPTED?",
        "FIXED, still to be verified",
        "Fixed, but the label is gone",
        "FIXED. The caption is NOT FIXED",
        "FIXED: but one is left",
        "FIXED \xE2\x80\x94 not on line 4",
    };
    static const char *const fixed[] = {
        "FIXED",
        "**Fixed**",
        "\xE2\x9C\x85 FIXED",
        "`RESOLVED`",
        "Verified. Not one is left.",
        "[x] Confirmed",
        "FIXED (line 12).",
        "FIXED CORRECTLY",
        "Addressed",
        "- FIXED in iteration 2",
    };
    static const char *const forms[] = {
        "| # | Finding | Status |\n|---|---|---|\n| 1 | Dash | %s |\n",
        "1. **Dash (CRITICAL):** %s\n",
        "- [CRITICAL] Dash \xE2\x80\x94 %s\n",
    };
    bool same = true;
    for (size_t form = 0; form < sizeof forms / sizeof *forms; form++)
        for (size_t i = 0; i < sizeof left / sizeof *left + sizeof fixed / sizeof *fixed; i++) {
            size_t count = sizeof left / sizeof *left;
            const char *says = i < count ? left[i] : fixed[i - count];
            char entry[200];
            snprintf(entry, sizeof entry, forms[form], says);
            ll_view text =
                ll_arena_format(arena, REVIEW "### Iteration 1 Fix Verification\n\n%s", entry);
            const ll_plan *plan = read_plan(arena, text.ptr);
            assert_int_equal(plan->verifications.len, 1);
            ll_fix_state state = plan->verifications.at[0].state;
            bool out = state == LL_FIX_FIXED || state == LL_FIX_DEFERRED;
            if (out == (i >= count))
                continue;
            same = false;
            print_error("%s: %d\n", entry, state);
        }
    assert_true(same);
}

/* Of a status that leads the title follows, and what it says is the finding's. */
TEST(a_title_behind_its_status_does_not_limit_it) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, REVIEW "### Iteration 1 Fix Verification\n\n"
                                                  "- FIXED: The sail does not fill\n"
                                                  "- FIXED -- Not every knot has a name\n"
                                                  "- **FIXED: The mast is still bare**\n"
                                                  "- **FIXED:** The hull needs a keel\n");
    assert_fix(plan, 0, "The sail does not fill", LL_FIX_FIXED);
    assert_fix(plan, 1, "Not every knot has a name", LL_FIX_FIXED);
    assert_fix(plan, 2, "The mast is still bare", LL_FIX_FIXED);
    assert_fix(plan, 3, "The hull needs a keel", LL_FIX_FIXED);
}

/* Nor does one behind the status of a number and a severity. */
TEST(a_number_before_a_status_is_no_title) {
    USE_ARENA;
    static const char *const entries[] = {"- #1: FIXED -- The lid is not shown\n",
                                          "- **[POLISH] FIXED: The lid is not shown**\n",
                                          "- Issue 2 (IMPROVEMENT): FIXED -- the lid is not cut\n",
                                          "- Finding 3: FIXED -- the lid is not cut\n"};
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        ll_view text =
            ll_arena_format(arena, REVIEW "### Iteration 1 Fix Verification\n\n%s", entries[i]);
        const ll_plan *plan = read_plan(arena, text.ptr);
        assert_int_equal(plan->verifications.at[0].state, LL_FIX_FIXED);
    }
}

/* A heading that says that all are fixed does not outweigh an entry that says otherwise. */
TEST(a_heading_of_fixes_is_denied_by_an_entry) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, REVIEW "### Iteration 1 Fixes Verified\n\n"
                                                  "1. **Dash:** Still has to change.\n"
                                                  "2. **Hook:** Now on line 3. It is not long.\n");
    assert_fix(plan, 0, "Dash", LL_FIX_OPEN);
    assert_fix(plan, 1, "Hook", LL_FIX_FIXED);
}

/* The numbers of the findings before, without their titles. */
TEST(verifications_may_be_numbers_alone) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, REVIEW "### Iteration 1 Fix Verification\n\n"
                                                  "| # | Status |\n|---|---|\n| 1 | FIXED |\n"
                                                  "| #3 | NOT FIXED |\n| 2. | FIXED |\n"
                                                  "| 4th row | FIXED |\n");
    static const uint32_t numbers[] = {1, 3, 2, 0};
    assert_int_equal(plan->verifications.len, 4);
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(plan->verifications.at[i].number, numbers[i]);
    assert_fix(plan, 1, "", LL_FIX_NOT_FIXED);
    assert_fix(plan, 3, "4th row", LL_FIX_FIXED);
    plan = read_plan(arena, REVIEW "### Iteration 1 Fix Verification\n\n"
                                   "| # | Finding | Status |\n|---|---|---|\n| 1 | A | FIXED |\n");
    assert_int_equal(plan->verifications.at[0].number, 1);
    assert_fix(plan, 0, "A", LL_FIX_FIXED);
}

TEST(verifications_may_begin_with_their_status_or_number) {
    USE_ARENA;
    static const struct {
        const char *text, *title;
        uint32_t number;
    } cases[] = {
        {"- NOT FIXED: Analogy is misleading", "Analogy is misleading", 0},
        {"- **NOT FIXED** " DASH " Analogy is misleading. Still so.", "Analogy is misleading", 0},
        {"**NOT FIXED:** Analogy is misleading", "Analogy is misleading", 0},
        {"#### 1. Analogy is misleading " DASH " NOT FIXED\n\nStill so.", "Analogy is misleading",
         1},
        {"#### [CRITICAL] " DASH " Analogy is misleading " DASH " NOT FIXED",
         "Analogy is misleading", 0},
        {"- **Finding 1:** NOT FIXED. It stays.", "", 1},
        {"- Finding #2 -- NOT FIXED", "", 2},
        {"3. NOT FIXED", "", 3},
        {"3. **Analogy:** NOT FIXED", "Analogy", 3},
        {"- 3 cards are empty " DASH " NOT FIXED", "3 cards are empty", 0},
        {"| # | Finding | Status |\n|---|---|---|\n| 1 | #3 | NOT FIXED |", "", 3},
        {"| Finding | Status |\n|---|---|\n| 2. Analogy | NOT FIXED |", "Analogy", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view text = ll_arena_format(
            arena, REVIEW "### Iteration 1 Fix Verification\n\n%s\n\n### Findings\n",
            cases[i].text);
        const ll_plan *plan = read_plan(arena, text.ptr);
        print_message("%s\n", cases[i].text);
        assert_int_equal(plan->verifications.len, 1);
        assert_int_equal(plan->findings.len, 0);
        assert_fix(plan, 0, cases[i].title, LL_FIX_NOT_FIXED);
        assert_int_equal(plan->verifications.at[0].number, cases[i].number);
    }
    const ll_plan *plan = read_plan(arena, REVIEW "### Iteration 1 Fix Verification\n\n"
                                                  "#### Still open questions\n\nNone.\n");
    assert_int_equal(plan->verifications.len, 0);
}

TEST(verifications_are_bold_paragraphs_or_bullets) {
    USE_ARENA;
    const ll_plan *plan = read_plan(
        arena, REVIEW "### Iteration 1 Fix Verification\n\n"
                      "**[CRITICAL] Empty deck -- FIXED CORRECTLY**\nIt has cards.\n\n"
                      "**Dash:** NOT ADDRESSED (intentional).\n\n"
                      "### Iteration 1 Fixes Verified\n\n"
                      "- [IMPROVEMENT] Colour " DASH " FIXED. Blue.\n- Shape is round now\n"
                      "- Width (POLISH) -- FIXED\n");
    assert_int_equal(plan->verifications.len, 5);
    assert_fix(plan, 0, "Empty deck", LL_FIX_FIXED);
    assert_fix(plan, 1, "Dash", LL_FIX_DEFERRED);
    assert_fix(plan, 2, "Colour", LL_FIX_FIXED);
    assert_fix(plan, 3, "Shape is round now", LL_FIX_FIXED);
    assert_fix(plan, 4, "Width", LL_FIX_FIXED);
}

TEST(verifications_may_have_labels) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, REVIEW "**Iteration 1 Fix Verification:**\n\n"
                                                  "- [POLISH] Dash -- FIXED\n\n"
                                                  "**Iteration 2 Fix Verification:**\n\n"
                                                  "- [POLISH] Colour -- DEFERRED\n");
    assert_int_equal(plan->verifications.len, 2);
    assert_fix(plan, 0, "Dash", LL_FIX_FIXED);
    assert_fix(plan, 1, "Colour", LL_FIX_DEFERRED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_review_has_all_its_parts),
        cmocka_unit_test(review_titles_vary),
        cmocka_unit_test(verdicts_vary),
        cmocka_unit_test(summaries_vary),
        cmocka_unit_test(a_summary_without_numbers_is_none),
        cmocka_unit_test(findings_have_fields),
        cmocka_unit_test(findings_may_begin_with_a_mark),
        cmocka_unit_test(fields_have_many_forms),
        cmocka_unit_test(a_label_that_is_no_field_belongs_to_the_field_before_it),
        cmocka_unit_test(titles_say_what_they_are_carried_from_and_their_rule),
        cmocka_unit_test(fields_say_what_is_carried),
        cmocka_unit_test(a_date_is_digits_alone),
        cmocka_unit_test(the_start_of_a_long_sentence_is_not_at_its_end),
        cmocka_unit_test(findings_are_retracted_by_their_own_words),
        cmocka_unit_test(a_title_retracts_by_a_word_of_its_own),
        cmocka_unit_test(places_of_summary_and_verdict_are_known),
        cmocka_unit_test(fixes_that_were_applied_are_no_findings),
        cmocka_unit_test(findings_belong_to_their_review),
        cmocka_unit_test(a_review_may_be_the_last_of_any_number_of_sections),
        cmocka_unit_test(verifications_are_a_numbered_list),
        cmocka_unit_test(verifications_are_a_table),
        cmocka_unit_test(a_state_may_be_accepted_or_unknown),
        cmocka_unit_test(a_status_that_is_denied_or_limited_is_not_fixed),
        cmocka_unit_test(a_title_behind_its_status_does_not_limit_it),
        cmocka_unit_test(a_number_before_a_status_is_no_title),
        cmocka_unit_test(a_heading_of_fixes_is_denied_by_an_entry),
        cmocka_unit_test(verifications_may_be_numbers_alone),
        cmocka_unit_test(verifications_may_begin_with_their_status_or_number),
        cmocka_unit_test(verifications_are_bold_paragraphs_or_bullets),
        cmocka_unit_test(verifications_may_have_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
