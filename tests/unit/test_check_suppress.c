/* check: directives in comments, and what they take back. */
#include <stdio.h>

#include "support.h"

#include "check_support.h"

/* Whether a finding of `rule` at the first `mark` of the document is suppressed. */
static bool holds(ll_arena *arena, ll_document document, const char *text, const char *rule,
                  const char *mark) {
    bool lesson = document == LL_DOCUMENT_LESSON;
    ll_facts *facts = facts_of(arena, lesson ? NULL : text, lesson ? text : NULL);
    ll_rule_set *rules = LL_ARENA_NEW(arena, ll_rule_set);
    *rules = ll_rules_shipped(arena);
    ll_suppressions *made = ll_suppressions_new(facts, rules);
    uint32_t offset = (uint32_t)(strstr(text, mark) - text);
    return made &&
           ll_suppressions_hold(made, ll_rule_index(rules, ll_view_of(rule)), document, offset);
}

typedef struct place {
    const char *text;
    bool held; /* at the first '@' */
} place;

#define HOLD_ALL(places, document, rule)                                                           \
    for (size_t i = 0; i < sizeof(places) / sizeof *(places); i++)                                 \
        if (holds(arena, document, (places)[i].text, rule, "@") != (places)[i].held)               \
            fail_msg("%s: %sheld", (places)[i].text, (places)[i].held ? "not " : "");

TEST(a_directive_holds_for_its_lines) {
    USE_ARENA;
    static const place places[] = {
        {"// lessonlint-disable-line\n'@'", false},
        {"'@' // lessonlint-disable-line", true},
        {"'@' // lessonlint-disable-line double-hyphen", true},
        {"'@' // lessonlint-disable-line em-dash-spacing", false},
        {"'@' // lessonlint-disable-line em-dash-spacing, double-hyphen -- x", true},
        {"'@' /* lessonlint-disable-line\n double-hyphen */", true},
        {"'a'\n'@'\n'b' // lessonlint-disable-line", false},
        {"// lessonlint-disable-next-line\n'@'", true},
        {"// lessonlint-disable-next-line\r\n'@'", true},
        {"// lessonlint-disable-next-line\r'@'", true},
        {"// lessonlint-disable-next-line\n'a'\n'@'", false},
        {"// lessonlint-disable-next-line\n\n \t\n'@'", true},
        {"// lessonlint-disable-next-line\n// a comment\n'@'", false},
        {"// lessonlint-disable-next-line\n// lessonlint-disable-next-line em-dash-spacing\n'@'",
         true},
        {"// lessonlint-disable-next-line\n/* lessonlint-enable */ 'a'\n'@'", false},
        {"/* lessonlint-disable-next-line\n*/ 'a'\n'@'", true},
        {"/* lessonlint-disable-next-line */ '@'", false},
        {"// lessonlint-disable-next-line\n/* lessonlint-disable-line\n */\n'@'", true},
        {"const a = <p>\n{/* lessonlint-disable-next-line */}\n@</p>", true},
        {"const a = <p>\n{/* lessonlint-disable-next-line */} b\n@</p>", true},
        {"const a = <p\n// lessonlint-disable-next-line\ntitle=\"@\" />", true},
    };
    HOLD_ALL(places, LL_DOCUMENT_LESSON, "double-hyphen");
}

TEST(a_range_ends_where_it_is_enabled) {
    USE_ARENA;
    static const place places[] = {
        {"// lessonlint-disable\n'@'", true},
        {"'@' // lessonlint-disable", false},
        {"// lessonlint-disable\n// lessonlint-enable\n'@'", false},
        {"// lessonlint-disable\n'@' // lessonlint-enable", true},
        {"// lessonlint-disable\n// lessonlint-enable em-dash-spacing\n'@'", true},
        {"// lessonlint-disable\n// lessonlint-enable double-hyphen\n'@'", false},
        {"// lessonlint-disable double-hyphen\n// lessonlint-enable\n'@'", false},
        {"// lessonlint-disable\n// lessonlint-disable double-hyphen\n// lessonlint-enable\n'@'",
         false},
        {"// lessonlint-enable\n// lessonlint-disable\n'@'", true},
        {"// lessonlint-disable\n// lessonlint-enable\n'@' // lessonlint-disable-line", true},
        {"// lessonlint-disable-file\n// lessonlint-enable\n'@'", true},
        {"// a\n// lessonlint-disable-file\n'@'", false},
        {"/* a: lessonlint-disable-file double-hyphen\n b */\n'@'", true},
        {"/* a lessonlint-disable */\n'@'", false},
        {"'@' // lessonlint-disable-file", true},
    };
    HOLD_ALL(places, LL_DOCUMENT_LESSON, "double-hyphen");
}

TEST(what_is_no_comment_is_no_directive) {
    USE_ARENA;
    static const place tsx[] = {
        {"const a = '// lessonlint-disable-line', b = '@'", false},
        {"const a = `\n// lessonlint-disable\n`\n'@'", false},
        {"const a = <p>// lessonlint-disable-line @</p>", false},
        {"const a = <p title='/* lessonlint-disable-line */'>@</p>", false},
        {"// see lessonlint-disable-line '@'", false},
        {"const a = <p> {/* lessonlint-disable-line */} @ </b>", true}, /* past a fault, too */
    };
    static const place markdown[] = {
        {"@ <!-- lessonlint-disable-line -->", true},
        {"<!--lessonlint-disable-next-line-->\n@", true},
        {"<!--\n  lessonlint-disable-next-line\n-->\n\n| @ | b |\n|---|---|\n", true},
        {"@ `<!-- lessonlint-disable-line -->`", false},
        {"@ `code` <!-- lessonlint-disable-line -->", true},
        {"@ <!-- lessonlint-disable-line", false},
        {"```\n<!-- lessonlint-disable -->\n```\n@", false},
        {"@ lessonlint-disable-line", false},
        {"<!-- notes, and lessonlint-disable-file -->\n\n@", true},
        {"<!-- one --> <!-- lessonlint-disable-file -->\n\n@", false},
        {"<!-- lessonlint-disable-line --> <!-- b -->\n\n<!-- lessonlint-disable -->\n@", true},
    };
    HOLD_ALL(tsx, LL_DOCUMENT_LESSON, "double-hyphen");
    HOLD_ALL(markdown, LL_DOCUMENT_PLAN, "misconception-count");
}

TEST(rules_on_suppressions_have_to_be_named) {
    USE_ARENA;
    static const place places[] = {
        {"'@' // lessonlint-disable-line", false},
        {"'@' // lessonlint-disable-line suppression-unused", true},
        {"// lessonlint-disable suppression-unused\n// lessonlint-enable\n'@'", true},
    };
    HOLD_ALL(places, LL_DOCUMENT_LESSON, "suppression-unused");
}

TEST(the_last_directive_that_holds_is_used) {
    USE_ARENA;
    const char *text = "// lessonlint-disable\n"
                       "// lessonlint-disable double-hyphen\n"
                       "'a' // lessonlint-disable-line em-dash-spacing, double-hyphen\n"
                       "'b'\n";
    ll_facts *facts = facts_of(arena, NULL, text);
    ll_rule_set rules = ll_rules_shipped(arena);
    ll_suppressions *made = ll_suppressions_new(facts, &rules);
    uint32_t rule = ll_rule_index(&rules, LL_VIEW("double-hyphen"));
    static const bool first[] = {false, false, false, true}, then[] = {false, true, false, true};
    assert_true(ll_suppressions_hold(made, rule, LL_DOCUMENT_LESSON,
                                     (uint32_t)(strstr(text, "'a'") - text)));
    for (uint32_t slot = 0; slot < 4; slot++)
        assert_int_equal(ll_suppressions_used(made, LL_DOCUMENT_LESSON, slot), first[slot]);
    assert_true(ll_suppressions_hold(made, rule, LL_DOCUMENT_LESSON,
                                     (uint32_t)(strstr(text, "'b'") - text)));
    for (uint32_t slot = 0; slot < 4; slot++)
        assert_int_equal(ll_suppressions_used(made, LL_DOCUMENT_LESSON, slot), then[slot]);
    assert_null(ll_suppressions_new(facts_of(arena, NULL, "// lessonlint"), &rules));
}

TEST(a_directive_has_ids_and_a_reason) {
    USE_ARENA;
    ll_facts *facts = facts_of(arena, NULL,
                               "// lessonlint-disable a,b , c -- why -- indeed \n"
                               "// lessonlint-enable--x\n"
                               "// lessonlint-disable -- \n");
    ll_directives found = ll_facts_directives(facts, LL_DOCUMENT_LESSON);
    assert_int_equal(found.all.len, 3);
    assert_int_equal(found.all.at[0].slot_count, 3);
    assert_view(found.slots.at[1].id, "b");
    assert_view(found.slots.at[2].id, "c");
    assert_view(found.all.at[0].reason, "why -- indeed");
    assert_int_equal(found.all.at[1].kind, LL_DIRECTIVE_UNKNOWN);
    assert_view(found.all.at[2].reason, "");
    assert_view(found.slots.at[4].id, "");
    assert_int_equal(ll_facts_directives(facts, LL_DOCUMENT_PLAN).all.len, 0);
    facts = facts_of(arena, NULL,
                     "// lessonlint-disable a \xE2\x80\x94 why -- indeed\n"
                     "// lessonlint-disable a \xE2\x80\x93 why\n"
                     "// lessonlint-disable a\xE2\x80\x94why\n");
    found = ll_facts_directives(facts, LL_DOCUMENT_LESSON);
    assert_view(found.slots.at[0].id, "a");
    assert_view(found.all.at[0].reason, "why -- indeed");
    assert_view(found.all.at[1].reason, "why");
    assert_view(found.all.at[2].reason, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_directive_holds_for_its_lines),
        cmocka_unit_test(a_range_ends_where_it_is_enabled),
        cmocka_unit_test(what_is_no_comment_is_no_directive),
        cmocka_unit_test(rules_on_suppressions_have_to_be_named),
        cmocka_unit_test(the_last_directive_that_holds_is_used),
        cmocka_unit_test(a_directive_has_ids_and_a_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
