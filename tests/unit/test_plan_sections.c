/* plan: sections by heading and bold label, the outline, the checklists. */
#include "plan_support.h"

#include "base/buffer.h"

static const ll_section *assert_section(const ll_plan *plan, ll_section_kind kind,
                                        const char *title) {
    const ll_section *section = ll_plan_section(plan, kind);
    assert_non_null(section);
    assert_view(section->title, title);
    return section;
}

TEST(sections_begin_at_headings_and_labels) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n## Phase 1: Orient -- Student State\n\n"
                                           "### Relevant concepts the student has\n\ntext\n\n"
                                           "**Readiness assessment:** Ready.\n\n- really\n\n"
                                           "**Other:** x\n\n"
                                           "## Phase 2: Analyze\n\n### Target Concept\n\none\n");
    const ll_section *phase =
        assert_section(plan, LL_SECTION_STUDENT_STATE, "Phase 1: Orient -- Student State");
    assert_int_equal(phase->level, 2);
    assert_int_equal(phase->after_block - phase->first_block, 5);
    assert_int_equal(line_of(plan, phase->place), 3);
    const ll_section *readiness =
        assert_section(plan, LL_SECTION_READINESS, "Readiness assessment");
    assert_int_equal(readiness->level, 7);
    assert_view(readiness->rest, "Ready.");
    assert_int_equal(readiness->after_block - readiness->first_block, 2);
    assert_section(plan, LL_SECTION_PHASE_2, "Phase 2: Analyze");
    assert_section(plan, LL_SECTION_TARGET, "Target Concept");
}

TEST(a_label_behind_a_list_is_a_label) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Scope Boundaries\n\n"
                                           "**This lesson IS about:**\n- piles\n"
                                           "**This lesson is NOT about:**\n- runs\n"
                                           "**Depth targets**: all INTRODUCED\n");
    assert_section(plan, LL_SECTION_SCOPE, "Scope Boundaries");
    assert_section(plan, LL_SECTION_IS_ABOUT, "This lesson IS about");
    assert_section(plan, LL_SECTION_IS_NOT_ABOUT, "This lesson is NOT about");
    const ll_section *depth = assert_section(plan, LL_SECTION_DEPTH_TARGETS, "Depth targets");
    assert_view(depth->rest, "all INTRODUCED");
    assert_int_equal(line_of(plan, depth->place), 9);
}

TEST(a_label_begins_a_line) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n## Scope Boundaries\n\n"
                                           "The **Depth targets:** are low.\n");
    assert_null(ll_plan_section(plan, LL_SECTION_DEPTH_TARGETS));
}

TEST(names_match_by_their_beginning) {
    USE_ARENA;
    static const struct {
        const char *line;
        ll_section_kind kind;
    } names[] = {
        {"### Mental models already established", LL_SECTION_MENTAL_MODELS},
        {"### What was explicitly NOT covered before", LL_SECTION_NOT_COVERED},
        {"### Prerequisites table", LL_SECTION_PREREQUISITES},
        {"**Gap resolution**", LL_SECTION_GAPS},
        {"### No gaps", LL_SECTION_GAPS},
        {"### MISCONCEPTIONS", LL_SECTION_MISCONCEPTIONS},
        {"### Examples Used", LL_SECTION_EXAMPLES},
        {"### Narrative arc", LL_SECTION_NARRATIVE},
        {"### Modalities Planned", LL_SECTION_MODALITIES},
        {"### Cognitive Load Assessment", LL_SECTION_LOAD},
        {"### Connections to Prior Concepts", LL_SECTION_CONNECTIONS},
        {"**Potentially misleading analogies:** none", LL_SECTION_ANALOGIES},
        {"### 3.4 Lesson outline", LL_SECTION_OUTLINE},
        {"### 1.2 Readiness assessment", LL_SECTION_READINESS},
        {"## Checklists", LL_SECTION_CHECKLISTS},
        {"## Review \xE2\x80\x94 2026-01-01", LL_SECTION_REVIEW},
        {"### Review Notes", LL_SECTION_OTHER},
        {"### Exampled", LL_SECTION_OTHER},
        {"### Orient", LL_SECTION_STUDENT_STATE},
        {"**Orient:** Hold the card upright.", LL_SECTION_OTHER},
        {"**Outline:** a frame of wood", LL_SECTION_OTHER},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ll_view text = ll_arena_format(arena, "# S\n\n## A\n\n%s\n\ntext\n", names[i].line);
        const ll_plan *plan = read_plan(arena, text.ptr);
        if (plan->sections.at[plan->sections.len - 1].kind != names[i].kind)
            fail_msg("%s", names[i].line);
    }
}

TEST(names_inside_fences_and_reviews_do_not_count) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n```\n### Narrative Arc\n```\n\n"
                                           "## Review \xE2\x80\x94 2026-01-01\n\n"
                                           "### Examples\n\n**Scope:** kept\n\n"
                                           "## Checklists\n");
    assert_null(ll_plan_section(plan, LL_SECTION_NARRATIVE));
    assert_null(ll_plan_section(plan, LL_SECTION_EXAMPLES));
    assert_null(ll_plan_section(plan, LL_SECTION_SCOPE));
    assert_non_null(ll_plan_section(plan, LL_SECTION_CHECKLISTS));
}

TEST(a_name_inside_a_title_is_the_last_resort) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# The scope of it\n\n### Good examples elsewhere\n\n"
                                           "### Examples Planned\n\n### Planned Modalities\n\n"
                                           "## Review \xE2\x80\x94 2026-01-01\n\n"
                                           "### The narrative\n");
    assert_section(plan, LL_SECTION_EXAMPLES, "Examples Planned");
    assert_section(plan, LL_SECTION_MODALITIES, "Planned Modalities");
    assert_null(ll_plan_section(plan, LL_SECTION_NARRATIVE));
    assert_null(ll_plan_section(plan, LL_SECTION_SCOPE));
}

static const ll_outline_item *assert_item(const ll_plan *plan, uint32_t index, ll_role role,
                                          const char *title, const char *subject) {
    assert_true(index < plan->outline.len);
    const ll_outline_item *item = &plan->outline.at[index];
    assert_view(item->title, title);
    assert_view(item->subject, subject);
    assert_int_equal(item->role, role);
    assert_int_equal(item->number, index + 1);
    return item;
}

TEST(an_outline_is_a_list) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Lesson Outline\n\n"
                                           "1. **Context + Constraints** (Row)\n"
                                           "   - say it\n"
                                           "2. **Hook -- The Dropped Deck** (Row + Aside)\n"
                                           "   1. first\n"
                                           "   2. second\n"
                                           "3. **Next-token `guess` (briefly)**\n\n"
                                           "4. **Explain Part 2 \xE2\x80\x94 Runs** (Row)\n\n"
                                           "---\n\nbehind\n");
    assert_int_equal(plan->outline.len, 4);
    const ll_outline_item *first =
        assert_item(plan, 0, LL_ROLE_CONTEXT, "Context + Constraints", "Constraints");
    assert_true(first->row_note);
    assert_false(first->aside_note);
    assert_int_equal(line_of(plan, first->place), 5);
    const ll_outline_item *hook =
        assert_item(plan, 1, LL_ROLE_HOOK, "Hook -- The Dropped Deck", "The Dropped Deck");
    assert_true(hook->aside_note);
    ll_view body = ll_view_slice(plan->source->text, hook->body_start, hook->body_end);
    assert_view(ll_view_trim(body), "(Row + Aside)\n   1. first\n   2. second");
    assert_item(plan, 2, LL_ROLE_NONE, "Next-token guess (briefly)", "Next-token guess (briefly)");
    const ll_outline_item *last =
        assert_item(plan, 3, LL_ROLE_EXPLAIN, "Explain Part 2 \xE2\x80\x94 Runs", "Runs");
    body = ll_view_slice(plan->source->text, last->body_start, last->body_end);
    assert_view(ll_view_trim(body), "(Row)");
}

TEST(an_outline_may_have_a_label) {
    USE_ARENA;
    const char *lists[] = {"1. **Hook**\n2. **Check: Runs**\n3. **Next Step**\n",
                           "**1. Hook**\n\n**2. Check: Runs**\n\n**3. Next Step**\n"};
    for (size_t i = 0; i < 2; i++) {
        ll_view text =
            ll_arena_format(arena,
                            "# S\n\n## Phase 3\n\n**Lesson Outline:**\n\n%s\n### Scope\n\n"
                            "4. **No item**\n",
                            lists[i]);
        const ll_plan *plan = read_plan(arena, text.ptr);
        assert_int_equal(plan->outline.len, 3);
        assert_item(plan, 1, LL_ROLE_CHECK, "Check: Runs", "Runs");
    }
}

TEST(titles_need_not_all_be_bold) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Lesson Outline\n\n"
                                           "1. **Hook** -- Row\n"
                                           "2. Explain: Runs (Row)\n   - say it\n"
                                           "3. **Check** *(Row + Aside)*\n"
                                           "4. **Recap** (brief), a row of cards\n");
    assert_int_equal(plan->outline.len, 4);
    assert_false(assert_item(plan, 3, LL_ROLE_RECAP, "Recap", "")->row_note);
    assert_true(assert_item(plan, 0, LL_ROLE_HOOK, "Hook", "")->row_note);
    const ll_outline_item *plain = assert_item(plan, 1, LL_ROLE_EXPLAIN, "Explain: Runs", "Runs");
    assert_true(plain->row_note);
    ll_view body = ll_view_slice(plan->source->text, plain->body_start, plain->body_end);
    assert_view(ll_view_trim(body), "- say it");
    assert_true(assert_item(plan, 2, LL_ROLE_CHECK, "Check", "")->aside_note);
}

TEST(a_title_ends_with_its_line) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Lesson Outline\n\n"
                                           "1. **Hook:**\n   A deck falls (Row)\n"
                                           "2. **Explain:** Runs\n   of a deck\n");
    assert_int_equal(plan->outline.len, 2);
    const ll_outline_item *hook = assert_item(plan, 0, LL_ROLE_HOOK, "Hook", "");
    assert_false(hook->row_note);
    ll_view body = ll_view_slice(plan->source->text, hook->body_start, hook->body_end);
    assert_view(ll_view_trim(body), "A deck falls (Row)");
    assert_item(plan, 1, LL_ROLE_EXPLAIN, "Explain: Runs", "Runs");
}

TEST(two_bold_titles_do_not_end_the_outline) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Lesson Outline\n\n"
                                           "1. **Hook**\n2. **Explain: Runs**\n"
                                           "3. Elaborate: Piles\n4. **Summarize**\n");
    assert_int_equal(plan->outline.len, 4);
    assert_item(plan, 2, LL_ROLE_ELABORATE, "Elaborate: Piles", "Piles");
}

TEST(a_label_of_a_known_section_ends_the_last_item) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Lesson Outline\n\n1. **Hook**\n\n"
                                           "**Scope:** two piles\n\n2. **Summarize**\n\n"
                                           "Deal them.\n\n**Colours:** red first\n\n"
                                           "**Gap resolution:** A recap of runs.\n");
    assert_int_equal(plan->outline.len, 2);
    const ll_outline_item *last = assert_item(plan, 1, LL_ROLE_SUMMARIZE, "Summarize", "");
    ll_view body = ll_view_slice(plan->source->text, last->body_start, last->body_end);
    assert_view(ll_view_trim(body), "Deal them.\n\n**Colours:** red first");
}

TEST(lists_in_a_body_are_no_items) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Lesson Outline\n\n"
                                           "1. **Hook**\n2. **Explain: Runs**\n\nThen:\n\n"
                                           "1. **inner**\n2. **inner**\n\nThen:\n\n"
                                           "1. a\n2. b\n3. c\n4. d\n\nThen:\n\n"
                                           "3. **Summarize**\n");
    assert_int_equal(plan->outline.len, 3);
    assert_item(plan, 1, LL_ROLE_EXPLAIN, "Explain: Runs", "Runs");
    assert_item(plan, 2, LL_ROLE_SUMMARIZE, "Summarize", "");
}

/* With sanitizers a reader that looks behind the last block is seen once the array is full. */
TEST(an_outline_may_be_the_last_of_any_number_of_blocks) {
    USE_ARENA;
    ll_view text = LL_VIEW("# S\n\n");
    for (uint32_t count = 1; count <= 40; count++) {
        text = ll_arena_format(arena, "%.*stext\n\n", LL_VIEW_ARG(text));
        ll_view all = ll_arena_format(arena, "%.*s## Outline\n\n1. **Hook**\n2. **Check**\n",
                                      LL_VIEW_ARG(text));
        const ll_plan *plan = read_plan(arena, all.ptr);
        assert_int_equal(plan->outline.len, 2);
        assert_int_equal(plan->outline.at[1].body_end, all.len);
    }
}

TEST(an_outline_is_bold_lines) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Lesson outline\n\n"
                                           "**1. Recap (brief)**\n1. a\n2. b\n3. c\n\n"
                                           "**2. Check #2 (predict)**\n\n"
                                           "**2a. Sub-item**\n\n"
                                           "**3. Negative Example: An Empty Deck**\ntext\n\n"
                                           "### Widget\n");
    assert_int_equal(plan->outline.len, 3);
    assert_item(plan, 0, LL_ROLE_RECAP, "Recap (brief)", "brief");
    assert_item(plan, 1, LL_ROLE_CHECK, "Check #2 (predict)", "predict");
    const ll_outline_item *last = assert_item(plan, 2, LL_ROLE_NEGATIVE_EXAMPLE,
                                              "Negative Example: An Empty Deck", "An Empty Deck");
    ll_view body = ll_view_slice(plan->source->text, last->body_start, last->body_end);
    assert_view(ll_view_trim(body), "text");
}

TEST(bold_lines_may_stand_right_below_a_list) {
    USE_ARENA;
    const char *const indents[] = {"", "  "};
    for (size_t i = 0; i < 2; i++) {
        ll_view text = ll_arena_format(arena,
                                       "# S\n\n### Lesson outline\n\n**1. Hook** (Row)\n%s- a\n"
                                       "**2. Explain: Decks**\n%s- b\n%s- c\n**3. Summarize**\n"
                                       "\n## After\n",
                                       indents[i], indents[i], indents[i]);
        const ll_plan *plan = read_plan(arena, text.ptr);
        assert_int_equal(plan->outline.len, 3);
        const ll_outline_item *item =
            assert_item(plan, 1, LL_ROLE_EXPLAIN, "Explain: Decks", "Decks");
        assert_view(at_place(plan, item->place), "**2. Explain: Decks**");
        ll_view body = ll_view_slice(plan->source->text, item->body_start, item->body_end);
        assert_true(ll_view_ends(ll_view_trim(body), LL_VIEW("- c")));
        assert_item(plan, 2, LL_ROLE_SUMMARIZE, "Summarize", "");
    }
}

/* Up to three blanks before a line of a paragraph say nothing. */
TEST(bold_lines_may_begin_with_blanks) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Lesson outline\n\n **1. Hook**\n"
                                           "  **2. Explain: Decks**  \n\n   **3. Summarize**\n");
    assert_int_equal(plan->outline.len, 3);
    assert_item(plan, 1, LL_ROLE_EXPLAIN, "Explain: Decks", "Decks");
    assert_view(at_place(plan, plan->outline.at[1].place), "**2. Explain: Decks**");
}

TEST(an_outline_may_begin_at_zero) {
    USE_ARENA;
    const ll_plan *plan =
        read_plan(arena, "# S\n\n### Lesson outline\n\n0. **Context**\n1. **Hook**\n"
                         "2. **Summarize**\n");
    assert_int_equal(plan->outline.len, 3);
    assert_int_equal(plan->outline.at[0].number, 0);
    assert_int_equal(plan->outline.at[2].number, 2);
}

TEST(a_number_may_end_in_a_bracket) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Lesson outline\n\n"
                                           "**1) Hook**\n\n**2) Check 2 Two cards**\n");
    assert_int_equal(plan->outline.len, 2);
    assert_item(plan, 0, LL_ROLE_HOOK, "Hook", "");
    assert_item(plan, 1, LL_ROLE_CHECK, "Check 2 Two cards", "Two cards");
}

TEST(an_outline_is_headings) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Lesson Outline\n\n"
                                           "#### 1. Explore: Shuffling (Row)\n\n1. a\n2. b\n\n"
                                           "#### 2 piles are no item\n\n"
                                           "#### 2. Summarize\n\n#### 3. Next Step\n\n"
                                           "#### 4. Practice -- Cards\n\n#### 5. Elaborate on\n");
    assert_int_equal(plan->outline.len, 5);
    assert_true(assert_item(plan, 0, LL_ROLE_EXPLORE, "Explore: Shuffling", "Shuffling")->row_note);
    assert_item(plan, 1, LL_ROLE_SUMMARIZE, "Summarize", "");
    assert_item(plan, 2, LL_ROLE_NEXT, "Next Step", "");
    assert_item(plan, 3, LL_ROLE_PRACTICE, "Practice -- Cards", "Cards");
    assert_item(plan, 4, LL_ROLE_NONE, "Elaborate on", "Elaborate on");
}

TEST(headings_inside_of_the_outline_do_not_end_it) {
    USE_ARENA;
    const ll_plan *plan =
        read_plan(arena, "# S\n\n## Lesson Outline\n\n1. **Hook**\n2. **Check**\n\n"
                         "### Second half\n\n3. **Summarize**\n");
    assert_int_equal(plan->outline.len, 3);
    assert_item(plan, 2, LL_ROLE_SUMMARIZE, "Summarize", "");
}

TEST(items_of_an_outline_may_have_brackets) {
    USE_ARENA;
    const ll_plan *plan =
        read_plan(arena, "# S\n\n## Lesson Outline\n\n1) **Hook**\n2) **Check**\n");
    assert_int_equal(plan->outline.len, 2);
}

TEST(a_chapter_ends_the_headings_beside_the_outline) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Lesson Outline\n\n### 1. Hook\n\n"
                                           "### 2. Summarize\n\n## Later\n\n### 3. Check\n");
    assert_int_equal(plan->outline.len, 2);
}

TEST(a_longer_list_in_a_body_is_not_the_outline) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Lesson Outline\n\n#### 1. Hook\n\n"
                                           "1. a\n2. b\n3. c\n\n#### 2. Summarize\n");
    assert_int_equal(plan->outline.len, 2);
    assert_item(plan, 1, LL_ROLE_SUMMARIZE, "Summarize", "");
}

TEST(headings_beside_the_outline_are_its_items) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Lesson Outline\n\n### 1. Hook\n\na\n\n"
                                           "### 2. Summarize\n\nb\n\n## Checklists\n");
    assert_int_equal(plan->outline.len, 2);
    const ll_outline_item *last = assert_item(plan, 1, LL_ROLE_SUMMARIZE, "Summarize", "");
    ll_view body = ll_view_slice(plan->source->text, last->body_start, last->body_end);
    assert_view(ll_view_trim(body), "b");
}

TEST(a_subject_may_follow_the_bold_role) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n### Lesson Outline\n\n"
                                           "1. **Hook:** A Dropped Deck (Row)\n"
                                           "2. **Summarize:**\n");
    assert_int_equal(plan->outline.len, 2);
    assert_true(
        assert_item(plan, 0, LL_ROLE_HOOK, "Hook: A Dropped Deck", "A Dropped Deck")->row_note);
    assert_item(plan, 1, LL_ROLE_SUMMARIZE, "Summarize", "");
}

TEST(checklists_have_items) {
    USE_ARENA;
    const ll_plan *plan = read_plan(arena, "# S\n\n- [ ] a stray task\n\n## Checklists\n\n"
                                           "### Prerequisite Audit\n- [x] **all** OK\n- note\n\n"
                                           "### Pedagogical Design\n- [ ] three modalities\n\n"
                                           "## Fixes Applied\n- [ ] later\n");
    assert_int_equal(plan->checklist.len, 2);
    assert_view(plan->checklist.at[0].text, "**all** OK");
    assert_true(plan->checklist.at[0].ticked);
    assert_false(plan->checklist.at[1].ticked);
    assert_view(at_place(plan, plan->checklist.at[1].place), "- [ ] three modalities");
}

/* A number that stands nowhere may be left out, one that comes later may not; and no more than
 * three. */
TEST(an_outline_may_leave_out_a_number) {
    USE_ARENA;
    static const struct {
        const char *numbers, *read;
    } cases[] = {
        {"1245", "1245"},   {"12457", "12457"}, {"1256", "12"},    {"12435", "1235"},
        {"124635", "1235"}, {"1357", "1357"},   {"13579", "1357"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_buffer plan = {.arena = arena, .most = 10000}, read = {.arena = arena, .most = 100};
        ll_buffer_add_cstring(&plan, "# S\n\n### Lesson Outline\n\n");
        for (const char *at = cases[i].numbers; *at; at++)
            ll_buffer_add_format(&plan, "#### %c. Hook\n\n", *at);
        ll_buffer_add_byte(&plan, '\0');
        const ll_plan *made = read_plan(arena, ll_buffer_view(&plan).ptr);
        for (uint32_t k = 0; k < made->outline.len; k++)
            ll_buffer_add_format(&read, "%u", made->outline.at[k].number);
        assert_view(ll_buffer_view(&read), cases[i].read);
    }
}

TEST(roles_have_british_names) {
    USE_ARENA;
    const ll_plan *plan = read_plan(
        arena, "# S\n\n### Lesson Outline\n\n1. **Summarise**\n2. **Wrap-Up -- Two Cards**\n");
    assert_item(plan, 0, LL_ROLE_SUMMARIZE, "Summarise", "");
    assert_item(plan, 1, LL_ROLE_SUMMARIZE, "Wrap-Up -- Two Cards", "Two Cards");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_begin_at_headings_and_labels),
        cmocka_unit_test(a_label_behind_a_list_is_a_label),
        cmocka_unit_test(a_label_begins_a_line),
        cmocka_unit_test(names_match_by_their_beginning),
        cmocka_unit_test(names_inside_fences_and_reviews_do_not_count),
        cmocka_unit_test(a_name_inside_a_title_is_the_last_resort),
        cmocka_unit_test(an_outline_is_a_list),
        cmocka_unit_test(an_outline_may_have_a_label),
        cmocka_unit_test(titles_need_not_all_be_bold),
        cmocka_unit_test(a_title_ends_with_its_line),
        cmocka_unit_test(two_bold_titles_do_not_end_the_outline),
        cmocka_unit_test(a_label_of_a_known_section_ends_the_last_item),
        cmocka_unit_test(lists_in_a_body_are_no_items),
        cmocka_unit_test(an_outline_may_be_the_last_of_any_number_of_blocks),
        cmocka_unit_test(an_outline_is_bold_lines),
        cmocka_unit_test(bold_lines_may_stand_right_below_a_list),
        cmocka_unit_test(bold_lines_may_begin_with_blanks),
        cmocka_unit_test(an_outline_may_begin_at_zero),
        cmocka_unit_test(a_number_may_end_in_a_bracket),
        cmocka_unit_test(an_outline_is_headings),
        cmocka_unit_test(headings_inside_of_the_outline_do_not_end_it),
        cmocka_unit_test(items_of_an_outline_may_have_brackets),
        cmocka_unit_test(a_chapter_ends_the_headings_beside_the_outline),
        cmocka_unit_test(a_longer_list_in_a_body_is_not_the_outline),
        cmocka_unit_test(headings_beside_the_outline_are_its_items),
        cmocka_unit_test(a_subject_may_follow_the_bold_role),
        cmocka_unit_test(an_outline_may_leave_out_a_number),
        cmocka_unit_test(roles_have_british_names),
        cmocka_unit_test(checklists_have_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
