/* writer: the formats for other programs, by documents and findings made by hand. */
#include <stdio.h>

#include "support.h"

#include "made_result.h"
#include "writer/sarif.h"
#include "writer/writer.h"
#include "writer/xml.h"

static const char PLAN_TEXT[] = "# Plan\n\nfirst line\nsecond line\n";
static const char LESSON_TEXT[] = "alpha\n\tbeta — gamma\n漢字 delta\nepsilon\n";

static ll_view write_result(ll_arena *arena, const char *format, const ll_result *result,
                            ll_writer_options options) {
    static const ll_review_options plain = {0};
    const ll_writer *writer = ll_writer_find(ll_view_of(format));
    ll_buffer text = {.arena = arena, .most = LL_WRITER_MOST};
    ll_totals totals = {.pairs = 1};
    if (writer->begin)
        writer->begin(&text, &options);
    writer->pair(&text, &options, ll_review_make(arena, result, &plain), 0);
    if (writer->end)
        writer->end(&text, &options, &totals);
    return ll_buffer_view(&text);
}

static const ll_writer_options USUAL = {.fail_on = LL_SEVERITY_IMPROVEMENT, .pairs = 1};

static ll_finding *add_at(ll_arena *arena, ll_result *result, uint32_t rule, ll_document document,
                          const char *part) {
    const char *text = document == LL_DOCUMENT_PLAN ? PLAN_TEXT : LESSON_TEXT;
    const char *at = strstr(text, part);
    assert_non_null(at);
    return add_finding(arena, result, rule, document, (uint32_t)(at - text),
                       (uint32_t)strlen(part));
}

/* One finding of each severity and a hint: beta in the plan, the others in the lesson. */
static ll_result *sample(ll_arena *arena) {
    ll_result *result = made_result(arena, PLAN_TEXT, LESSON_TEXT);
    result->slug = LL_VIEW("low-rank");
    add_at(arena, result, RULE_BETA, LL_DOCUMENT_PLAN, "second");
    add_at(arena, result, RULE_GAMMA, LL_DOCUMENT_LESSON, "—");
    ll_finding *alpha = add_at(arena, result, RULE_ALPHA, LL_DOCUMENT_LESSON, "delta");
    alpha->related = (ll_related){{LL_DOCUMENT_PLAN, 0, 6}, LL_VIEW("planned here")};
    make_hint(result, add_at(arena, result, RULE_GAMMA, LL_DOCUMENT_LESSON, "epsilon"));
    return result;
}

TEST(compact_is_one_line_a_finding) {
    USE_ARENA;
    assert_view(write_result(arena, "compact", sample(arena), USUAL),
                "a/plan.md:4:1: improvement: message [beta]\n"
                "lesson.tsx:2:7: polish: message [gamma]\n"
                "lesson.tsx:3:4: critical: message [alpha]\n"
                "lesson.tsx:4:1: verify: message [gamma]\n");
}

TEST(paths_lose_what_services_do_not_know) {
    USE_ARENA;
    ll_result *result = sample(arena);
    result->paths[LL_DOCUMENT_PLAN] = LL_VIEW("././p.md");
    assert_holds(write_result(arena, "compact", result, USUAL), "p.md:4:1: improvement");
    assert_holds(write_result(arena, "github", result, USUAL), "file=p.md,");
    assert_holds(write_result(arena, "gitlab", result, USUAL), "\"path\": \"p.md\"");
    assert_holds(write_result(arena, "sarif", result, USUAL), "\"uri\": \"p.md\"");
}

/* GitLab takes issues of one fingerprint for one: files of one name are told apart, by the path
 * only where no configuration does. */
TEST(gitlab_tells_files_of_one_name_apart) {
    USE_ARENA;
    ll_result *result = sample(arena);
    ll_view print = ll_result_fingerprints(arena, result)[0];
    ll_view one = write_result(arena, "gitlab", result, USUAL);
    result->paths[LL_DOCUMENT_PLAN] = LL_VIEW("b/plan.md");
    ll_view other = write_result(arena, "gitlab", result, USUAL);
    const size_t at = ll_view_find(one, LL_VIEW("\"fingerprint\": "), 0);
    assert_int_equal(ll_view_find(other, LL_VIEW("\"fingerprint\": "), 0), at);
    assert_false(ll_view_equal(ll_view_slice(one, at, at + 49), ll_view_slice(other, at, at + 49)));
    result->known_as[LL_DOCUMENT_PLAN] = LL_VIEW("plan.md");
    assert_holds(write_result(arena, "gitlab", result, USUAL), print.ptr);
}

/* What is not listed is behind the findings of its document, and no finding itself. */
TEST(what_is_not_listed_is_a_remark) {
    USE_ARENA;
    ll_result *result = sample(arena);
    result->outcomes[RULE_BETA].left_out[LL_SEVERITY_IMPROVEMENT] = 7;
    ll_view text = write_result(arena, "compact", result, USUAL);
    assert_true(ll_view_starts(text, LL_VIEW("a/plan.md:4:1: improvement: message [beta]\n"
                                             "a/plan.md: note: and 7 more, which are not listed "
                                             "[beta]\nlesson.tsx:2:7")));
    assert_holds(write_result(arena, "github", result, USUAL),
                 "::notice title=beta (note),file=a/plan.md::and 7 more, which are not listed\n");
    assert_holds(write_result(arena, "junit", result, USUAL), "\"message (and 7 more)\"");
}

TEST(github_escapes_what_ends_its_parts) {
    USE_ARENA;
    ll_result *result = sample(arena);
    result->paths[LL_DOCUMENT_PLAN] = LL_VIEW("50%, a:b\n.md");
    result->findings.at[0].message = LL_VIEW("50%, a:b\x1B");
    assert_true(ll_view_starts(
        write_result(arena, "github", result, USUAL),
        LL_VIEW("::warning title=beta (improvement),file=50%25%2C a%3Ab%0A.md,line=4,endLine=4,"
                "col=1,endColumn=7::50%25, a:b?%0AFix: Fix b, e.g. here\n"
                "::notice title=gamma (polish),file=lesson.tsx,line=2,endLine=2,col=7,endColumn=8"
                "::message%0AFix: Fix c\n::error title=alpha (critical),")));
}

/* A range that ends with a line does not reach into the next one; GitHub wants columns of one line.
 */
TEST(ranges_of_several_lines) {
    USE_ARENA;
    ll_result *result = made_result(arena, PLAN_TEXT, NULL);
    add_finding(arena, result, RULE_BETA, LL_DOCUMENT_PLAN, 8, 11); /* "first line\n" */
    add_finding(arena, result, RULE_BETA, LL_DOCUMENT_PLAN, 8, 22); /* … and the second one */
    ll_view github = write_result(arena, "github", result, USUAL);
    assert_holds(github, ",line=3,endLine=3::");
    assert_holds(github, ",line=3,endLine=4::");
    assert_holds(write_result(arena, "gitlab", result, USUAL),
                 "\"begin\": 3,\n        \"end\": 3\n");
}

TEST(xml_holds_any_bytes) {
    USE_ARENA;
    ll_buffer text = {.arena = arena, .most = 1000};
    ll_xml_add(&text, LL_VIEW("<a href=\"b\">'&amp;' ]]>\n\t\r\x01\x7F\xFF\xEF\xBF\xBE—"));
    assert_view(ll_buffer_view(&text), "&lt;a href=\"b\"&gt;'&amp;amp;' ]]&gt;\n\t&#13;\xEF\xBF\xBD"
                                       "\x7F\xEF\xBF\xBD\xEF\xBF\xBD—");
    ll_buffer attribute = {.arena = arena, .most = 1000};
    ll_xml_attribute(&attribute, "name", LL_VIEW("\"a\"\n\t\r<"));
    ll_xml_attribute_number(&attribute, "n", 12);
    assert_view(ll_buffer_view(&attribute), " name=\"&quot;a&quot;&#10;&#9;&#13;&lt;\" n=\"12\"");
}

TEST(checkstyle_groups_by_file) {
    USE_ARENA;
    assert_view(write_result(arena, "checkstyle", sample(arena), USUAL),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"
                "  <file name=\"a/plan.md\">\n"
                "    <error line=\"4\" column=\"1\" severity=\"warning\" message=\"message\" "
                "source=\"lessonlint.beta\"/>\n"
                "  </file>\n"
                "  <file name=\"lesson.tsx\">\n"
                "    <error line=\"2\" column=\"7\" severity=\"info\" message=\"message\" "
                "source=\"lessonlint.gamma\"/>\n"
                "    <error line=\"3\" column=\"4\" severity=\"error\" message=\"message\" "
                "source=\"lessonlint.alpha\"/>\n"
                "    <error line=\"4\" column=\"1\" severity=\"info\" message=\"message\" "
                "source=\"lessonlint.gamma\"/>\n"
                "  </file>\n</checkstyle>\n");
}

static ll_view junit(ll_arena *arena, const ll_result *result, ll_severity fail_on) {
    return write_result(arena, "junit", result, (ll_writer_options){.fail_on = fail_on});
}

/* A test fails by what makes the run fail. */
TEST(junit_fails_as_the_run_does) {
    USE_ARENA;
    ll_result *result = sample(arena);
    ll_view usual = junit(arena, result, LL_SEVERITY_IMPROVEMENT);
    assert_holds(usual, "<testsuite name=\"a/plan.md, lesson.tsx\" tests=\"3\" failures=\"2\" "
                        "errors=\"0\" skipped=\"0\" time=\"0\">\n"
                        "    <testcase name=\"alpha\" classname=\"low-rank\" time=\"0\">\n"
                        "      <failure message=\"message\" type=\"critical\">lesson.tsx:3:4: "
                        "critical: message [alpha]\n</failure>\n");
    assert_holds(usual, "<testcase name=\"gamma\" classname=\"low-rank\" time=\"0\">\n"
                        "      <system-out>lesson.tsx:2:7: polish: message [gamma]\n"
                        "lesson.tsx:4:1: verify: message [gamma]\n</system-out>\n");
    assert_holds(junit(arena, result, LL_SEVERITY_CRITICAL), "failures=\"1\"");
    assert_holds(junit(arena, result, LL_SEVERITY_OFF), "failures=\"0\"");
    ll_view strict = junit(arena, result, LL_SEVERITY_POLISH);
    assert_holds(strict, "failures=\"3\"");
    assert_holds(strict, "type=\"polish\">lesson.tsx:2:7: polish: message [gamma]\n</failure>\n"
                         "      <system-out>lesson.tsx:4:1: verify");
}

TEST(junit_says_what_was_not_run) {
    USE_ARENA;
    ll_result *result = made_result(arena, PLAN_TEXT, NULL);
    ll_rule_setting *settings = LL_ARENA_ARRAY(arena, ll_rule_setting, MADE_RULES);
    settings[RULE_BETA].off = true;
    result->settings = settings;
    result->outcomes[RULE_ALPHA].skipped = "no lesson";
    result->outcomes[RULE_BETA].skipped = "off";
    result->outcomes[RULE_GAMMA].skipped = "limit";
    ll_view text = junit(arena, result, LL_SEVERITY_IMPROVEMENT);
    assert_holds(text, "tests=\"2\" failures=\"0\" errors=\"1\" skipped=\"1\"");
    assert_holds(text, "      <skipped message=\"no lesson\"/>\n");
    assert_holds(text,
                 "      <error message=\"too many steps are needed here\" type=\"limit\"/>\n");
    assert_lacks(text, "beta");
}

/* Of reviewdog a column is a byte: before the dash stand a tab and five letters. */
TEST(rdjson_counts_bytes) {
    USE_ARENA;
    ll_view text = write_result(arena, "rdjson", sample(arena), USUAL);
    assert_holds(text, "\"start\": {\n            \"line\": 2,\n            \"column\": 7\n"
                       "          },\n          \"end\": {\n            \"line\": 2,\n"
                       "            \"column\": 10\n");
    assert_holds(text, "\"start\": {\n            \"line\": 3,\n            \"column\": 8\n");
    assert_holds(text, "\"message\": \"planned here\"");
    assert_holds(text, "\"message\": \"message\\nFix: Fix b, e.g. here\"");
}

static void add_edit(ll_arena *arena, ll_finding *finding, uint32_t offset, uint32_t length,
                     const char *text, ll_safety safety) {
    LL_ARRAY_PUSH(arena, &finding->edits, ((ll_edit){offset, length, ll_view_of(text), safety}));
}

/* "first line" becomes "FIRST LINE": two edits are one suggestion, and one fix of two replacements.
 */
TEST(edits_are_suggestions_and_fixes) {
    USE_ARENA;
    ll_result *result = made_result(arena, PLAN_TEXT, NULL);
    ll_finding *finding = add_finding(arena, result, RULE_BETA, LL_DOCUMENT_PLAN, 8, 10);
    add_edit(arena, finding, 8, 5, "FIRST", LL_SAFETY_SAFE);
    add_edit(arena, finding, 14, 4, "LINE", LL_SAFETY_UNSAFE);
    ll_view rdjson = write_result(arena, "rdjson", result, USUAL);
    assert_holds(rdjson, "\"line\": 3,\n              \"column\": 11\n            }\n          },\n"
                         "          \"text\": \"FIRST LINE\"\n");
    ll_view sarif = write_result(arena, "sarif", result, USUAL);
    assert_holds(sarif, "\"insertedContent\": {\n                        \"text\": \"FIRST\"");
    assert_holds(sarif, "\"startColumn\": 7,\n                        \"endLine\": 3,\n"
                        "                        \"endColumn\": 11,\n"
                        "                        \"byteOffset\": 14,\n"
                        "                        \"byteLength\": 4\n");
    assert_holds(sarif, "\"safety\": \"unsafe\"");
}

TEST(sarif_addresses_are_encoded) {
    USE_ARENA;
    assert_view(ll_sarif_uri(arena, LL_VIEW("a b/c:d%20é.md")), "a%20b/c%3Ad%2520%C3%A9.md");
    assert_view(ll_sarif_uri(arena, LL_VIEW("/a/../b#c?")), "file:///a/../b%23c%3F");
    assert_view(ll_sarif_uri(arena, LL_VIEW("x\n\xFF")), "x%0A%FF");
    assert_view(ll_sarif_sentence(arena, LL_VIEW("so")), "so.");
    assert_view(ll_sarif_sentence(arena, LL_VIEW("so?")), "so?");
    assert_view(ll_sarif_sentence(arena, LL_VIEW("")), "");
}

TEST(sarif_places_count_code_points_and_bytes) {
    USE_ARENA;
    ll_view text = write_result(arena, "sarif", sample(arena), USUAL);
    assert_holds(text,
                 "\"startLine\": 3,\n                  \"startColumn\": 4,\n"
                 "                  \"endLine\": 3,\n                  \"endColumn\": 9,\n"
                 "                  \"byteOffset\": 29,\n                  \"byteLength\": 5,\n"
                 "                  \"snippet\": {\n                    \"text\": \"delta\"\n");
    assert_holds(text,
                 "\"contextRegion\": {\n                  \"startLine\": 2,\n"
                 "                  \"endLine\": 4,\n                  \"snippet\": {\n"
                 "                    \"text\": \"\\tbeta — gamma\\n漢字 delta\\nepsilon\"\n");
    assert_holds(text, "\"columnKind\": \"unicodeCodePoints\"");
    assert_holds(text, "\"text\": \"planned here.\"");
}

/* What surrounds a region is more than the region, or it is not there. */
TEST(sarif_has_no_context_of_the_whole) {
    USE_ARENA;
    ll_result *result = made_result(arena, "abc", NULL);
    add_finding(arena, result, RULE_BETA, LL_DOCUMENT_PLAN, 0, 3);
    assert_lacks(write_result(arena, "sarif", result, USUAL), "contextRegion");
    result->findings.at[0].range.length = 2;
    assert_holds(write_result(arena, "sarif", result, USUAL), "contextRegion");
}

/* Rules come from the run, and results name their place in the list. */
TEST(sarif_lists_rules_and_errors) {
    USE_ARENA;
    ll_result *result = sample(arena);
    ll_writer_options options = {.rules = result->rules};
    /* Names that stand for values must be no markup. */
    assert_holds(write_result(arena, "sarif", result, options), "\"text\": \"Alpha of [thing].\"");
    ll_view text = write_result(arena, "sarif", result, options);
    assert_holds(text, "\"id\": \"alpha\",\n              \"name\": \"Alpha\",\n");
    assert_holds(text,
                 "\"text\": \"What is wrong: Issue a\\n\\nWhat it means for students: Impact a");
    assert_holds(text, "\"ruleId\": \"gamma\",\n          \"ruleIndex\": 2,\n");
    assert_holds(text,
                 "\"executionSuccessful\": true,\n          \"toolExecutionNotifications\": []");
    ll_error error = {.path = "a b.md", .text = "too many steps", .line = 3};
    ll_buffer end = {.arena = arena, .most = LL_WRITER_MOST};
    const ll_writer *writer = ll_writer_find(LL_VIEW("sarif"));
    writer->end(&end, &options, &(ll_totals){.errors = &error, .error_count = 1, .all_errors = 1});
    assert_holds(ll_buffer_view(&end), "\"executionSuccessful\": false");
    assert_holds(ll_buffer_view(&end), "\"text\": \"too many steps.\"");
    assert_holds(ll_buffer_view(&end), "\"uri\": \"a%20b.md\"");
    assert_holds(ll_buffer_view(&end), "\"startLine\": 3\n");
}

TEST(ndjson_is_the_lesson_of_json_in_one_line) {
    USE_ARENA;
    ll_view text = write_result(arena, "ndjson", sample(arena), USUAL);
    assert_true(ll_view_starts(text, LL_VIEW("{\"plan\": \"a/plan.md\", \"lesson\": ")));
    assert_int_equal(ll_view_find_byte(text, '\n', 0), text.len - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compact_is_one_line_a_finding),
        cmocka_unit_test(paths_lose_what_services_do_not_know),
        cmocka_unit_test(gitlab_tells_files_of_one_name_apart),
        cmocka_unit_test(what_is_not_listed_is_a_remark),
        cmocka_unit_test(github_escapes_what_ends_its_parts),
        cmocka_unit_test(ranges_of_several_lines),
        cmocka_unit_test(xml_holds_any_bytes),
        cmocka_unit_test(checkstyle_groups_by_file),
        cmocka_unit_test(junit_fails_as_the_run_does),
        cmocka_unit_test(junit_says_what_was_not_run),
        cmocka_unit_test(rdjson_counts_bytes),
        cmocka_unit_test(edits_are_suggestions_and_fixes),
        cmocka_unit_test(sarif_addresses_are_encoded),
        cmocka_unit_test(sarif_places_count_code_points_and_bytes),
        cmocka_unit_test(sarif_has_no_context_of_the_whole),
        cmocka_unit_test(sarif_lists_rules_and_errors),
        cmocka_unit_test(ndjson_is_the_lesson_of_json_in_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
