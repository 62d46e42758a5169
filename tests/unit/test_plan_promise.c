/* plan: the words by which plans take things back. */
#include "support.h"

#include "plan/promise.h"

typedef struct said {
    const char *text;
    bool expected;
} said;

static void assert_said(bool (*says)(ll_view text), const said *cases, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (says(ll_view_of(cases[i].text)) != cases[i].expected)
            fail_msg("\"%s\": %d", cases[i].text, !cases[i].expected);
}

#define ASSERT_SAID(says, cases) assert_said(says, cases, sizeof(cases) / sizeof *(cases))

TEST(cells_may_decline) {
    (void)context;
    static const said cases[] = {
        {"", true},
        {"\xE2\x80\x94", true},
        {"None", true},
        {"(none)", true},
        {"**No**", true},
        {"*(Not here)*", true},
        {"Not, as of now", true},
        {"Later, in the next module", true},
        {"Optional -- if they ask", true},
        {"No notebook for this lesson", true},
        {"Deferred to the next lesson", true},
        {"No-scroll pages", false},
        {"Later bends", false},
        {"Optional chaining", false},
        {"Nonlinear growth", false},
        {"Section 2", false},
    };
    ASSERT_SAID(ll_plan_declines, cases);
}

TEST(words_of_their_own_take_back) {
    (void)context;
    static const said cases[] = {
        {"A table (optional)", true},
        {"A table [skipped]", true},
        {"A table: cut", true},
        {"A table - optional", true},
        {"A table -- optional", true},
        {"A table \xE2\x80\x94 dropped", true},
        {"A table, optional", true},
        {"**Optional**: a table", true},
        {"Dropped during the build: a table", true},
        {"A table (cut if it gets long)", true},
        {"A table (cut in favour of a plot)", true},
        {"Optionally a table", true},
        {"A table, if time permits", true},
        {"A table; deferred to the next lesson", true},
        {"Optional chaining", false},
        {"A table-optional", false},
        {"Push, skip, pop", false},
        {"The cut in the cake", false},
        {"Dropped calls", false},
        {"A table", false},
        {"", false},
    };
    ASSERT_SAID(ll_plan_takes_back, cases);
}

TEST(brackets_may_take_a_line_back) {
    (void)context;
    static const said cases[] = {
        {"Recap (optional)", true},       {"Recap (Row) (skipped", true},
        {"Recap (Row + Aside)", false},   {"Recap, optional", false},
        {"Recap (Row), optional", false},
    };
    ASSERT_SAID(ll_plan_takes_back_in_brackets, cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_may_decline),
        cmocka_unit_test(words_of_their_own_take_back),
        cmocka_unit_test(brackets_may_take_a_line_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
