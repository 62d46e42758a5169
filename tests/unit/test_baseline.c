/* baseline: reading the file, what is left out of a result, and the file that is written. */
#include <stdio.h>

#include "support.h"

#include "pair.h"

#include "baseline/baseline.h"

static const char FILE_NAME[] = LESSONLINT_BINARY_DIR "/test_baseline.jsonl";

#define FIRST "{\"baseline\": 1}\n"
#define PRINT_A "0123456789abcdef0123456789abcdef"
#define PRINT_B "1123456789abcdef0123456789abcdef"

static ll_status read_text(ll_arena *arena, ll_baseline **out, const char *text, ll_error *error) {
    FILE *file = fopen(FILE_NAME, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    return ll_baseline_read(out, arena, ll_view_of(FILE_NAME), false, error);
}

TEST(what_is_wrong_has_its_place) {
    USE_ARENA;
    static const struct {
        const char *text;
        uint32_t line, column;
        const char *problem;
    } wrong[] = {
        {"", 1, 1, "this is no baseline: it begins with {\"baseline\": 1}"},
        {"# Lesson: X\n", 1, 1, "this is no baseline: it begins with {\"baseline\": 1}"},
        {"{}\n", 1, 1, "this is no baseline: it begins with {\"baseline\": 1}"},
        {"\n{\"baseline\": 2}\n", 2, 2,
         "this baseline is of another version of lessonlint; expected 1"},
        {FIRST "{\"file\": }\n", 2, 10, "expected a text in double quotes"},
        {FIRST "\n[]\n", 3, 1, "expected an object, {...}"},
        {FIRST "{\"file\": true}\n", 2, 10, "expected a text in double quotes"},
        {FIRST "{\"\xC3\xA9\": \"\", \"rul\": \"a\"}\n", 2, 2, "unknown key \"\xC3\xA9\""},
        {FIRST "{\"rul\": \"a\"}\n", 2, 2, "unknown key \"rul\": did you mean \"rule\"?"},
        {FIRST "{\"file\": \"a\", \"fingerprint\": \"" PRINT_A "\"}\n", 2, 1,
         "missing key \"rule\""},
        {FIRST "{\"file\": \"a\", \"rule\": \"b\", \"fingerprint\": \"12\"}\n", 2, 28,
         "a fingerprint has 32 hexadecimal digits"},
        {FIRST "{\"file\": \"a\", \"rule\": \"b\", \"fingerprint\": \"" PRINT_A
               "\", \"severity\": \"bad\"}\n",
         2, 79, "expected critical, improvement, polish or verify"},
        {FIRST "{\"file\": \"a\", \"rule\": \"b\", \"fingerprint\": \"" PRINT_A
               "\", \"since\": \"yesterday\"}\n",
         2, 79, "expected a date as YYYY-MM-DD"},
        {FIRST "<<<<<<< ours\n", 2, 1, "a merge conflict: keep the lines of both sides"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ll_baseline *baseline;
        ll_error error = {0};
        assert_int_equal(read_text(arena, &baseline, wrong[i].text, &error), LL_E_INVALID);
        if (error.line != wrong[i].line || error.column != wrong[i].column ||
            strcmp(error.text, wrong[i].problem) != 0)
            fail_msg("%s: %u:%u: %s", wrong[i].text, error.line, error.column, error.text);
        assert_string_equal(error.path, FILE_NAME);
    }
}

TEST(a_missing_file_may_be_allowed) {
    USE_ARENA;
    ll_baseline *baseline;
    ll_error error = {0};
    const ll_view missing = LL_VIEW(LESSONLINT_BINARY_DIR "/no-baseline");
    assert_int_equal(ll_baseline_read(&baseline, arena, missing, false, &error), LL_E_IO);
    assert_int_equal(ll_baseline_read(&baseline, arena, missing, true, &error), LL_OK);
    assert_int_equal(baseline->known.len, 0);
    assert_false(baseline->is_file);
}

/* Three hints and a summary without a pointer. */
#define BODY                                                                                       \
    "<p>one -- two</p><p>one -- two</p><p>three -- "                                               \
    "four</p><details><summary>A</summary></details>"

static ll_result *lint(ll_arena *arena, const char *body) {
    static const char *const ids[] = {"details-cursor", "double-hyphen"};
    ll_rule_set *rules = LL_ARENA_NEW(arena, ll_rule_set);
    *rules = ll_rules_shipped(arena);
    ll_rule_setting *settings = LL_ARENA_ARRAY(arena, ll_rule_setting, rules->len);
    for (uint32_t i = 0; i < rules->len; i++)
        settings[i].off = !LL_VIEW_IS_ONE_OF(rules->at[i]->id, ids);
    ll_engine *engine = ll_engine_new(arena, rules, &ll_vocabulary_default, false);
    ll_result *result = NULL;
    ll_error error = {0};
    const char *text =
        ll_arena_format(arena, "export function L() { return <LessonLayout>%s</LessonLayout> }",
                        body)
            .ptr;
    assert_int_equal(ll_engine_run(engine, arena, NULL, source_of(arena, "l/lesson.tsx", text),
                                   settings, &result, &error),
                     LL_OK);
    return result;
}

/* The baseline of what a body has. */
static ll_baseline *known_of(ll_arena *arena, const char *body) {
    ll_baseline *baseline = LL_ARENA_NEW(arena, ll_baseline);
    ll_error error = {0};
    ll_baseline_apply(baseline, lint(arena, body), arena, LL_VIEW("2026-02-14"));
    ll_view text = ll_baseline_text(arena, baseline);
    ll_status status = read_text(arena, &baseline, ll_arena_copy(arena, text).ptr, &error);
    if (status != LL_OK)
        fail_msg("%s", error.text);
    return baseline;
}

/* How many findings of a body are new to the baseline, and what it says is gone. */
static uint32_t fresh(ll_arena *arena, ll_baseline *baseline, const char *body, uint32_t *gone) {
    ll_result *result = lint(arena, body);
    uint32_t all = result->findings.len;
    ll_baseline_apply(baseline, result, NULL, LL_VIEW(""));
    assert_int_equal(result->known + result->findings.len, all);
    assert_int_equal(result->counts[LL_SEVERITY_POLISH], result->findings.len);
    *gone = 0;
    for (uint32_t i = 0; i < baseline->known.len; i++)
        *gone += ll_entry_is_gone(&baseline->known.at[i]);
    return result->findings.len;
}

TEST(what_is_known_is_left_out) {
    USE_ARENA;
    static const struct {
        const char *body;
        uint32_t fresh, gone;
    } bodies[] = {
        {BODY, 0, 0},
        /* moved, broken into other lines, with more around it */
        {"<p>So.</p><details>\n<summary>A</summary></details><p>three\n-- four</p>"
         "<p>one --\n two</p><p>one -- two</p>",
         0, 0},
        {BODY "<p>five -- six</p>", 1, 0},
        {BODY "<p>one -- two</p>", 1, 0}, /* a third one that is alike */
        {"<p>one -- two</p><p>three -- four</p>", 0, 2},
        {"<p>one -- 2</p>", 1, 4},
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        uint32_t gone;
        ll_baseline *baseline = known_of(arena, BODY);
        assert_int_equal(baseline->known.len, 4);
        assert_int_equal(fresh(arena, baseline, bodies[i].body, &gone), bodies[i].fresh);
        assert_int_equal(gone, bodies[i].gone);
    }
}

/* No rule is praised for what is only known, and what is left keeps its fingerprint. */
TEST(what_is_left_out_is_no_reason_for_praise) {
    USE_ARENA;
    ll_baseline *baseline = known_of(arena, "<p>one -- two</p>");
    ll_result *result = lint(arena, "<p>one -- two</p><p>one -- two</p>");
    ll_view before = ll_result_fingerprints(arena, result)[1];
    uint32_t rule = result->findings.at[0].rule;
    ll_baseline_apply(baseline, result, NULL, LL_VIEW(""));
    assert_int_equal(result->findings.len, 1);
    assert_true(ll_view_equal(ll_result_fingerprints(arena, result)[0], before));
    assert_int_equal(result->outcomes[rule].failed, 1);
    assert_int_equal(result->suppressed.len, 1);
    result = lint(arena, "<p>one -- two</p>");
    ll_baseline_apply(baseline, result, NULL, LL_VIEW(""));
    assert_int_equal(result->findings.len, 0);
    assert_int_equal(ll_result_praise(result, arena, rule).len, 0);
}

/* An entry covers what is not worse than it was; writing anew takes severity and message over. */
TEST(what_became_worse_is_new) {
    USE_ARENA;
    static const ll_severity levels[] = {LL_SEVERITY_CRITICAL, LL_SEVERITY_IMPROVEMENT,
                                         LL_SEVERITY_POLISH};
    ll_baseline *baseline = known_of(arena, "<p>one -- two</p>");
    ll_entry *known = &baseline->known.at[0];
    assert_view(known->texts[LL_ENTRY_SEVERITY], "polish");
    for (size_t then = 0; then <= 3; then++)
        for (size_t now = 0; now < 3; now++) {
            ll_result *result = lint(arena, "<p>one -- two</p>");
            result->findings.at[0].severity = levels[now];
            result->counts[LL_SEVERITY_POLISH] = 0;
            result->counts[levels[now]] = 1;
            known->texts[LL_ENTRY_SEVERITY] = ll_view_of(ll_entry_levels[then == 3 ? 0 : then + 1]);
            ll_baseline_apply(baseline, result, NULL, LL_VIEW(""));
            assert_int_equal(result->known, then == 3 || now >= then);
            assert_false(ll_entry_is_gone(known));
        }
    ll_result *result = lint(arena, "<p>one -- two</p>");
    result->findings.at[0].severity = LL_SEVERITY_CRITICAL;
    result->findings.at[0].message = LL_VIEW("worse");
    result->counts[LL_SEVERITY_POLISH] = 0;
    result->counts[LL_SEVERITY_CRITICAL] = 1;
    ll_baseline_apply(baseline, result, arena, LL_VIEW("2027-01-01"));
    assert_int_equal(result->findings.len, 0);
    assert_int_equal(baseline->known.len, 1);
    assert_view(known->texts[LL_ENTRY_SEVERITY], "critical");
    assert_view(known->texts[LL_ENTRY_MESSAGE], "worse");
    assert_view(known->texts[LL_ENTRY_SINCE], "2026-02-14");
}

/* Files that were not judged, and rules that were not run, say nothing of their entries. */
TEST(only_what_was_judged_may_be_gone) {
    USE_ARENA;
    static const char text[] = FIRST
        "{\"file\": \"other.tsx\", \"rule\": \"double-hyphen\", \"fingerprint\": \"" PRINT_A "\"}\n"
        "{\"file\": \"lesson.tsx\", \"rule\": \"row-wrapping\", \"fingerprint\": \"" PRINT_A "\"}\n"
        "{\"file\": \"lesson.tsx\", \"rule\": \"double-hyphen\", \"fingerprint\": \"" PRINT_B
        "\"}\n";
    ll_baseline *baseline;
    ll_error error = {0};
    uint32_t gone;
    assert_int_equal(read_text(arena, &baseline, text, &error), LL_OK);
    assert_int_equal(fresh(arena, baseline, "<p>one</p>", &gone), 0);
    assert_int_equal(gone, 1);
    ll_view written = ll_baseline_text(arena, baseline);
    assert_holds(written, "row-wrapping");
    assert_holds(written, "other.tsx");
    assert_lacks(written, PRINT_B);
}

TEST(lines_are_sorted_and_keep_what_people_wrote) {
    USE_ARENA;
    static const char text[] =
        FIRST "{\"file\": \"z.tsx\", \"rule\": \"a\", \"fingerprint\": \"" PRINT_B
              "\", \"since\": \"2025-01-02\", \"reason\": \"later \\\"on\\\"\"}\n"
              "{\"file\": \"a.tsx\", \"rule\": \"b\", \"fingerprint\": \"" PRINT_A "\"}\n"
              "{\"file\": \"a.tsx\", \"rule\": \"b\", \"fingerprint\": \"" PRINT_A "\"}\n";
    ll_baseline *baseline;
    ll_error error = {0};
    assert_int_equal(read_text(arena, &baseline, text, &error), LL_OK);
    assert_view(
        ll_baseline_text(arena, baseline), FIRST
        "{\"file\": \"a.tsx\", \"rule\": \"b\", \"fingerprint\": \"" PRINT_A
        "\", \"since\": \"\", \"severity\": \"\", \"message\": \"\", \"reason\": \"\"}\n"
        "{\"file\": \"z.tsx\", \"rule\": \"a\", \"fingerprint\": \"" PRINT_B
        "\", \"since\": \"2025-01-02\", \"severity\": \"\", \"message\": \"\", \"reason\": \"later "
        "\\\"on\\\"\"}\n");
}

/* A merge that kept both sides: no date becomes later, and no reason is lost. */
TEST(lines_about_one_finding_become_one) {
    USE_ARENA;
#define LINE(since, severity, reason)                                                              \
    "{\"file\": \"a.tsx\", \"rule\": \"b\", \"fingerprint\": \"" PRINT_A "\", \"since\": \"" since \
    "\", \"severity\": \"" severity "\", \"message\": \"\", \"reason\": \"" reason "\"}\n"
    static const char *const texts[] = {
        FIRST LINE("2026-03-01", "critical", "kept") LINE("2026-01-02", "polish", ""),
        FIRST LINE("2026-01-02", "polish", "") LINE("2026-03-01", "critical", "kept"),
        FIRST LINE("", "critical", "") LINE("2026-01-02", "verify", "kept")
            LINE("2026-02-02", "polish", "later"),
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ll_baseline *baseline;
        ll_error error = {0};
        assert_int_equal(read_text(arena, &baseline, texts[i], &error), LL_OK);
        assert_view(ll_baseline_text(arena, baseline),
                    FIRST LINE("2026-01-02", "critical", "kept"));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wrong_has_its_place),
        cmocka_unit_test(a_missing_file_may_be_allowed),
        cmocka_unit_test(what_is_known_is_left_out),
        cmocka_unit_test(what_is_left_out_is_no_reason_for_praise),
        cmocka_unit_test(what_became_worse_is_new),
        cmocka_unit_test(only_what_was_judged_may_be_gone),
        cmocka_unit_test(lines_are_sorted_and_keep_what_people_wrote),
        cmocka_unit_test(lines_about_one_finding_become_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
