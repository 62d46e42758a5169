/* writer: what the formats say, and that a plan's reader reads a review back. */
#include <stdio.h>

#include "support.h"

#include "made_result.h"
#include "review/history.h"
#include "writer/writer.h"

#include <jansson.h>

static const ll_review_options PLAIN = {0};
static const char PLAN_TEXT[] = "# Plan\n\nfirst line\nsecond line\n";
static const char LESSON_TEXT[] = "alpha\n\tbeta — gamma\n漢字 delta\nepsilon\n";

/* The text without the comments that hold the marks of places (see test_writer_history). */
static ll_view without_marks(ll_arena *arena, ll_view text) {
    ll_buffer kept = {.arena = arena, .most = LL_WRITER_MOST};
    size_t from = 0, open;
    while ((open = ll_view_find(text, LL_VIEW(" <!-- lessonlint:"), from)) != LL_VIEW_NONE) {
        ll_buffer_add(&kept, ll_view_slice(text, from, open));
        from = ll_view_find(text, LL_VIEW("-->"), open) + 3;
    }
    ll_buffer_add(&kept, ll_view_slice(text, from, text.len));
    return ll_buffer_view(&kept);
}

static ll_view write_with(ll_arena *arena, const char *format, const ll_result *result,
                          ll_writer_options options) {
    const ll_writer *writer = ll_writer_find(ll_view_of(format));
    ll_buffer text = {.arena = arena, .most = LL_WRITER_MOST};
    ll_review *review = ll_review_make(arena, result, &PLAIN);
    ll_review_look_back(review, arena, &(ll_next_review){0});
    ll_totals totals = {.pairs = 1};
    options.pairs = 1;
    if (writer->begin)
        writer->begin(&text, &options);
    writer->pair(&text, &options, review, 0);
    if (writer->end)
        writer->end(&text, &options, &totals);
    return without_marks(arena, ll_buffer_view(&text));
}

static const ll_writer_options DATED = {.date = LL_VIEW_INIT("2026-02-14")};

static uint32_t offset_of(const char *text, const char *part) {
    const char *at = strstr(text, part);
    assert_non_null(at);
    return (uint32_t)(at - text);
}

/* One finding of each severity and a hint: beta in the plan, the others in the lesson. */
static ll_result *sample(ll_arena *arena) {
    ll_result *result = made_result(arena, PLAN_TEXT, LESSON_TEXT);
    ll_finding *beta =
        add_finding(arena, result, RULE_BETA, LL_DOCUMENT_PLAN, offset_of(PLAN_TEXT, "second"), 6);
    beta->section = LL_VIEW("Plan");
    ll_finding *gamma = add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_LESSON, 0, 5);
    gamma->section = LL_VIEW("One");
    gamma =
        add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_LESSON, offset_of(LESSON_TEXT, "—"), 3);
    gamma->section = LL_VIEW("One");
    ll_finding *alpha = add_finding(arena, result, RULE_ALPHA, LL_DOCUMENT_LESSON,
                                    offset_of(LESSON_TEXT, "delta"), 5);
    alpha->section = LL_VIEW("Two");
    LL_ARRAY_PUSH(arena, &alpha->values, ((ll_value){"thing", LL_VIEW("delta")}));
    alpha->related = (ll_related){{LL_DOCUMENT_PLAN, 0, 6}, LL_VIEW("planned here")};
    gamma = add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_LESSON,
                        offset_of(LESSON_TEXT, "epsilon"), 7);
    gamma->message = LL_VIEW("perhaps this");
    gamma->section = LL_VIEW("Two");
    make_hint(result, gamma);
    return result;
}

TEST(formats_are_found_by_name) {
    USE_ARENA;
    (void)arena;
    size_t count;
    const ll_writer *writers = ll_writers(&count);
    for (size_t i = 0; i < count; i++)
        assert_ptr_equal(ll_writer_find(ll_view_of(writers[i].name)), &writers[i]);
    assert_null(ll_writer_find(LL_VIEW("jso")));
}

TEST(a_review_has_the_form_of_the_plans) {
    USE_ARENA;
    ll_view text = write_with(arena, "markdown", sample(arena), DATED);
    assert_true(ll_view_starts(text, LL_VIEW("## Review — 2026-02-14 (Iteration 1/3)\n\n"
                                             "### Summary\n"
                                             "- Critical: 1\n- Improvement: 1\n- Polish: 1\n\n"
                                             "### Verdict: MAJOR REVISION\n\n")));
    assert_holds(text, "### Findings\n\n"
                       "#### [CRITICAL] — Alpha of delta [alpha]\n\n"
                       "**Location:** \"Two\" (line 3)\n"
                       "**Issue:** Issue a. Here: message.\n**Student impact:** Impact a\n"
                       "**Suggested fix:** Fix a now. And more\n\n"
                       "#### [IMPROVEMENT] — Beta \\<b> and `<c>` [beta]\n\n"
                       "**Location:** plan, \"Plan\" (line 4)\n");
    assert_holds(text, "#### [POLISH] — Gamma [gamma]\n\n**Location:** \"One\" (lines 1, 2)\n"
                       "**Issue:** Issue c. Here: message (line 1); message (line 2).\n");
    assert_holds(text, "### To verify\n\n- [gamma] perhaps this (line 4)\n");
    assert_lacks(text, "### Checks");
    assert_lacks(text, "### Coverage");
}

TEST(locations_name_sections_once_and_lines_once) {
    USE_ARENA;
    ll_result *result = made_result(arena, PLAN_TEXT, "a a\na\na\na\n");
    static const uint32_t offsets[] = {0, 2, 4, 6, 8};
    static const char *const sections[] = {"", "", "One", "Two", "Two"};
    for (uint32_t i = 0; i < 5; i++)
        add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_LESSON, offsets[i], 1)->section =
            ll_view_of(sections[i]);
    ll_view text = write_with(arena, "markdown", result, DATED);
    assert_holds(text, "**Location:** line 1, \"One\" (line 2), \"Two\" (lines 3, 4)\n");
}

static ll_rule with_issue(const ll_rule *rule, ll_view issue) {
    ll_rule made = *rule;
    made.issue = issue;
    return made;
}

/* Five places are told apart; an issue that has values of the finding says it all. */
TEST(an_issue_tells_its_places_apart) {
    USE_ARENA;
    ll_result *result = made_result(arena, PLAN_TEXT, "a a a a a a a\n");
    for (uint32_t i = 0; i < 7; i++)
        add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_LESSON, 2 * i, 1)->message =
            ll_arena_format(arena, "number %u?", i);
    ll_view text = write_with(arena, "markdown", result, DATED);
    assert_holds(text, "Here: number 0? (line 1); number 1? (line 1); number 2? (line 1); "
                       "number 3? (line 1); number 4? (line 1); and 2 more.\n");
    result = made_result(arena, PLAN_TEXT, "a\n");
    ll_rule with_value = with_issue(result->rules->at[RULE_ALPHA], LL_VIEW("It is {thing}"));
    ll_rule without = with_issue(result->rules->at[RULE_ALPHA], LL_VIEW("It is"));
    ll_finding *alpha = add_finding(arena, result, RULE_ALPHA, LL_DOCUMENT_LESSON, 0, 1);
    alpha->message = LL_VIEW("why?");
    LL_ARRAY_PUSH(arena, &alpha->values, ((ll_value){"thing", LL_VIEW("ice")}));
    result->rules->at[RULE_ALPHA] = &with_value;
    assert_holds(write_with(arena, "markdown", result, DATED), "**Issue:** It is ice\n");
    result->rules->at[RULE_ALPHA] = &without;
    assert_holds(write_with(arena, "markdown", result, DATED), "**Issue:** It is. Here: why?\n");
}

TEST(a_plan_reader_reads_a_review_back) {
    USE_ARENA;
    ll_error error = {0};
    ll_plan *plan = NULL;
    ll_view review = write_with(arena, "markdown", sample(arena), DATED);
    ll_view text = ll_arena_format(arena, "%s\n---\n\n%.*s", PLAN_TEXT, LL_VIEW_ARG(review));
    ll_source *source = made_source(arena, "plan.md", text.ptr);
    assert_int_equal(ll_plan_parse(&plan, arena, source, &ll_vocabulary_default, &error), LL_OK);
    assert_int_equal(plan->reviews.len, 1);
    const ll_plan_review *read = &plan->reviews.at[0];
    assert_view(read->date, "2026-02-14");
    assert_int_equal(read->iteration, 1);
    assert_int_equal(read->total, 3);
    assert_int_equal(read->verdict, LL_VERDICT_MAJOR_REVISION);
    assert_true(read->has_summary);
    for (int i = 0; i < LL_REVIEW_SEVERITIES; i++)
        assert_int_equal(read->summary[i], 1);
    assert_int_equal(read->finding_count, 3);
    static const ll_review_severity severities[] = {LL_REVIEW_CRITICAL, LL_REVIEW_IMPROVEMENT,
                                                    LL_REVIEW_POLISH};
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(plan->findings.at[i].severity, severities[i]);
    assert_view(plan->findings.at[0].title, "Alpha of delta");
    assert_view(plan->findings.at[0].rule, "alpha");
    assert_view(ll_view_trim(plan->findings.at[0].location), "\"Two\" (line 3)");
    assert_view(ll_view_trim(plan->findings.at[2].fix), "Fix c");
    assert_view(plan->findings.at[1].title, "Beta <b> and <c>");
    assert_view(plan->findings.at[1].rule, "beta");
}

TEST(nothing_found_is_read_back_as_nothing) {
    USE_ARENA;
    ll_error error = {0};
    ll_plan *plan = NULL;
    ll_result *result = made_result(arena, PLAN_TEXT, NULL);
    ll_view review = write_with(arena, "markdown", result, DATED);
    assert_holds(review, "### Verdict: PASS\n");
    assert_holds(review, "### Findings\n\nNone.\n");
    ll_view text = ll_arena_format(arena, "%s\n%.*s", PLAN_TEXT, LL_VIEW_ARG(review));
    ll_source *source = made_source(arena, "plan.md", text.ptr);
    assert_int_equal(ll_plan_parse(&plan, arena, source, &ll_vocabulary_default, &error), LL_OK);
    assert_int_equal(plan->reviews.len, 1);
    assert_int_equal(plan->reviews.at[0].finding_count, 0);
    assert_int_equal(plan->reviews.at[0].verdict, LL_VERDICT_PASS);
}

TEST(a_review_without_a_date_has_none) {
    USE_ARENA;
    ll_writer_options options = {0};
    ll_view text = write_with(arena, "markdown", sample(arena), options);
    assert_true(ll_view_starts(text, LL_VIEW("## Review (Iteration 1/3)\n")));
}

TEST(what_is_not_listed_is_said) {
    USE_ARENA;
    ll_result *result = sample(arena);
    result->outcomes[RULE_BETA].left_out[LL_SEVERITY_IMPROVEMENT] = 7;
    result->outcomes[RULE_BETA].failed += 7;
    assert_holds(write_with(arena, "markdown", result, DATED), "And 7 more of `beta`.\n");
    assert_holds(write_with(arena, "human", result, DATED), "\nand 7 more of beta\n");
    assert_holds(write_with(arena, "json", result, DATED),
                 "      \"notes\": [\n        {\n          \"rule\": \"beta\",\n"
                 "          \"unlisted\": 7,\n          \"message\": \"and 7 more\"\n");
}

TEST(tables_keep_their_columns) {
    USE_ARENA;
    ll_review *review = ll_review_make(arena, made_result(arena, PLAN_TEXT, NULL), &PLAIN);
    ll_review_look_back(review, arena, &(ll_next_review){0});
    LL_ARRAY_PUSH(arena, &review->coverage,
                  ((ll_review_row){LL_VIEW("P(A|B) <b>\n  and `<i> | x`"), LL_VIEW("—")}));
    LL_ARRAY_PUSH(arena, &review->coverage,
                  ((ll_review_row){LL_VIEW("a*b*c, _d_ and e_f `*_`"), LL_VIEW("—")}));
    LL_ARRAY_PUSH(arena, &review->praise, LL_VIEW("a|b `` <br> `c`"));
    ll_buffer text = {.arena = arena, .most = LL_WRITER_MOST};
    ll_writer_options options = {.pairs = 2};
    ll_writer_find(LL_VIEW("markdown"))->pair(&text, &options, review, 1);
    assert_holds(ll_buffer_view(&text), "### Coverage\n\n| Planned | In the lesson |\n|---|---|\n"
                                        "| P(A\\|B) \\<b> and `<i> \\| x` | — |\n"
                                        "| a\\*b\\*c, \\_d\\_ and e_f `*_` | — |\n");
    assert_holds(ll_buffer_view(&text), "\n**What works well:**\n- a|b \\`\\` \\<br> `c`\n");
    assert_true(
        ll_view_starts(ll_buffer_view(&text), LL_VIEW("\n---\n\n<!-- a/plan.md -->\n\n## Review")));
}

TEST(many_places_of_a_polish_rule_are_cut) {
    USE_ARENA;
    char lines[501];
    memset(lines, '\n', 500);
    lines[500] = '\0';
    ll_result *result = made_result(arena, lines, NULL);
    for (uint32_t i = 0; i < 210; i++)
        add_finding(arena, result, RULE_GAMMA, LL_DOCUMENT_PLAN, i, 1);
    result->outcomes[RULE_GAMMA].left_out[LL_SEVERITY_POLISH] = 5;
    ll_view text = write_with(arena, "markdown", result, DATED);
    assert_holds(text, ", 199, 200, and 15 more\n");
    assert_holds(text, "- Polish: 1\n");
    assert_lacks(text, "And 5 more");
}

TEST(a_finding_shows_its_line_and_a_first_step) {
    USE_ARENA;
    ll_view text = write_with(arena, "human", sample(arena), (ll_writer_options){0});
    assert_true(ll_view_starts(text, LL_VIEW("a/plan.md:4:1: improvement: message [beta]\n"
                                             "  in \"Plan\"\n"
                                             "     4 | second line\n"
                                             "       | ^~~~~~\n"
                                             "  fix: Fix b, e.g. here\n\n"
                                             "lesson.tsx:1:1: polish: message [gamma]\n")));
    /* The tab before beta is four cells wide, the dash is the seventh character. */
    assert_holds(text, "lesson.tsx:2:7: polish: message [gamma]\n"
                       "  in \"One\"\n"
                       "     2 |     beta — gamma\n"
                       "       |          ^\n");
    assert_holds(text, "lesson.tsx:3:4: critical: message [alpha]\n"
                       "  in \"Two\"\n"
                       "     3 | 漢字 delta\n"
                       "       |      ^~~~~\n"
                       "  see: a/plan.md:1:1: planned here\n"
                       "  fix: Fix a now\n\n");
    assert_holds(text, "To verify (hints, not counted)\n\n"
                       "lesson.tsx:4:1: verify: perhaps this [gamma]\n");
    assert_true(ll_view_ends(
        text, LL_VIEW("a/plan.md, lesson.tsx: 1 critical, 1 improvement, 2 polish, 1 to verify\n"
                      "Verdict: MAJOR REVISION\n")));
    assert_lacks(text, "\x1b");
}

static ll_view end_with(ll_arena *arena, ll_writer_options options, const ll_totals *totals) {
    ll_buffer text = {.arena = arena, .most = LL_WRITER_MOST};
    ll_writer_find(LL_VIEW("human"))->end(&text, &options, totals);
    return ll_buffer_view(&text);
}

/* What can be pasted into a shell, with names quoted where they have to be. */
TEST(the_end_says_what_to_do_next) {
    USE_ARENA;
    ll_input plan = {.name = LL_VIEW("-it's a.md"), .on_disk = true};
    ll_input lesson = {.name = LL_VIEW("b/l.tsx"), .on_disk = true};
    ll_pair pair = {.plan = &plan, .lesson = &lesson};
    ll_pairs pairs = {&pair, 1, 1};
    ll_totals totals = {.pairs = 1, .first_rule = LL_VIEW("alpha"), .reviewable = 1};
    const ll_writer_options options = {.inputs = &pairs};
    assert_view(end_with(arena, options, &totals),
                "\nNext:\n"
                "  lessonlint explain alpha                             # why, and what to do\n"
                "  lessonlint review --write ./'-it'\\''s a.md' b/l.tsx  # put this review into "
                "the plan\n");
    ll_writer_options narrow = options;
    narrow.width = 60;
    assert_view(end_with(arena, narrow, &totals),
                "\nNext:\n"
                "  lessonlint explain alpha  # why, and what to do\n"
                "  lessonlint review --write ./'-it'\\''s a.md' b/l.tsx\n"
                "      # put this review into the plan\n");
    narrow.width = 44; /* lines of words: a shell goes on behind "\", and quotes hold together */
    assert_holds(end_with(arena, narrow, &totals),
                 "\n  lessonlint review --write \\\n      ./'-it'\\''s a.md' b/l.tsx\n"
                 "      # put this review into the plan\n");
    totals.reviewable = 0;
    assert_view(end_with(arena, options, &totals),
                "\nNext:\n  lessonlint explain alpha  # why, and what to do\n");
    totals.mendable = 1;
    assert_holds(end_with(arena, options, &totals),
                 "\n  lessonlint fix ./'-it'\\''s a.md' b/l.tsx  # mend 1 finding\n");
    totals.mendable = 0;
    assert_int_equal(end_with(arena, options, &(ll_totals){.pairs = 1}).len, 0);
    totals.reviewable = 1;
    plan.path = LL_VIEW("-");
    totals.mendable = 1;
    assert_lacks(end_with(arena, options, &totals), "review");
    assert_lacks(end_with(arena, options, &totals), "fix");
    plan = (ll_input){.name = LL_VIEW("plan.md"), .source = made_source(arena, "plan.md", "")};
    assert_lacks(end_with(arena, options, &totals), "review"); /* it is in memory alone */
    plan.source = NULL;
    assert_holds(end_with(arena, options, &totals), "review --write plan.md b/l.tsx");
    assert_int_equal(end_with(arena, (ll_writer_options){.quiet = true}, &totals).len, 0);
    totals.known = 1; /* a review would say more than this report */
    assert_lacks(end_with(arena, options, &totals), "review");
    totals.known = 0, totals.unchanged = 1;
    assert_lacks(end_with(arena, options, &totals), "review");
}

/* Of several pairs a command names what was given, when it can be given again. */
TEST(the_end_of_several_pairs_sums_up) {
    USE_ARENA;
    ll_totals totals = {
        .pairs = 3, .verdicts = {0, 1, 2, 0}, .first_rule = LL_VIEW("alpha"), .mendable = 1200};
    assert_view(end_with(arena, (ll_writer_options){0}, &totals),
                "\n3 reviews: 1 PASS, 2 NEEDS REVISION, 0 MAJOR REVISION\n"
                "\nNext:\n  lessonlint explain alpha  # why, and what to do\n"
                "  lessonlint fix PATH...    # mend 1,200 findings\n");
    const char *const paths[] = {"a", "b c", "d", "e", "-"};
    ll_writer_options options = {.again = true, .paths = paths};
    assert_holds(end_with(arena, options, &totals), "  lessonlint fix            # mend");
    options.path_count = 4;
    assert_holds(end_with(arena, options, &totals), "  lessonlint fix a 'b c' d e  # mend");
    options.path_count = 5;
    assert_holds(end_with(arena, options, &totals), "  lessonlint fix PATH...");
    options = (ll_writer_options){.again = true, .paths = paths + 3, .path_count = 2};
    assert_holds(end_with(arena, options, &totals), "  lessonlint fix PATH...");
}

TEST(a_terminal_gets_lines_of_its_width) {
    USE_ARENA;
    ll_result *result = sample(arena);
    result->findings.at[0].message = LL_VIEW("a message that is longer than a line of forty cells");
    ll_view text = write_with(arena, "human", result, (ll_writer_options){.width = 40});
    assert_true(ll_view_starts(text, LL_VIEW("a/plan.md:4:1: improvement: a message\n"
                                             "    that is longer than a line of forty\n"
                                             "    cells [beta]\n")));
    text = write_with(arena, "human", result, (ll_writer_options){0});
    assert_holds(text, "a message that is longer than a line of forty cells [beta]\n");
}

TEST(a_place_that_is_its_whole_line_has_one_mark) {
    USE_ARENA;
    ll_result *result = made_result(arena, PLAN_TEXT, NULL);
    add_finding(arena, result, RULE_BETA, LL_DOCUMENT_PLAN, offset_of(PLAN_TEXT, "second"), 11);
    ll_view text = write_with(arena, "human", result, (ll_writer_options){0});
    assert_holds(text, "     4 | second line\n       | ^\n");
}

TEST(colours_are_only_there_when_asked_for) {
    USE_ARENA;
    ll_view text = write_with(arena, "human", sample(arena), (ll_writer_options){.color = true});
    assert_holds(text, "\x1b[1;31mcritical\x1b[0m: message");
    assert_holds(text, "Verdict: \x1b[1;31mMAJOR REVISION\x1b[0m\n");
}

TEST(quiet_leaves_out_what_does_not_count) {
    USE_ARENA;
    ll_view text = write_with(arena, "human", sample(arena), (ll_writer_options){.quiet = true});
    assert_holds(text, "critical: message [alpha]");
    assert_lacks(text, "verify");
    assert_lacks(text, "Verdict");
    ll_result *nothing = made_result(arena, PLAN_TEXT, NULL);
    assert_int_equal(write_with(arena, "human", nothing, (ll_writer_options){.quiet = true}).len,
                     0);
}

TEST(a_terminal_is_never_told_what_to_do) {
    USE_ARENA;
    ll_result *result = made_result(arena, "a\x1b[2Jb\n", NULL);
    ll_finding *finding = add_finding(arena, result, RULE_BETA, LL_DOCUMENT_PLAN, 1, 1);
    finding->message = LL_VIEW("quoting\t\x1b[2J\xE2\x80\xAE");
    finding->section = LL_VIEW("\x07");
    result->paths[LL_DOCUMENT_PLAN] = LL_VIEW("\x1bplan.md");
    ll_view text = write_with(arena, "human", result, (ll_writer_options){0});
    assert_lacks(text, "\x1b");
    assert_lacks(text, "\x07");
    assert_holds(text, "?plan.md:1:2: improvement: quoting ?[2J? [beta]\n");
}

TEST(skipped_rules_are_counted_by_reason) {
    USE_ARENA;
    ll_result *result = made_result(arena, NULL, LESSON_TEXT);
    result->outcomes[RULE_ALPHA].skipped = "no plan";
    result->outcomes[RULE_BETA].skipped = "syntax";
    result->outcomes[RULE_GAMMA].skipped = "off";
    ll_view text = write_with(arena, "human", result, (ll_writer_options){0});
    assert_view(text, "lesson.tsx: 0 critical, 0 improvement, 0 polish\n"
                      "1 rule not run: there is no plan\n"
                      "1 rule not run: the lesson cannot be parsed\n"
                      "Verdict: PASS\n");
}

static json_t *parsed(ll_arena *arena, const ll_result *result) {
    ll_view text = write_with(arena, "json", result, (ll_writer_options){0});
    json_error_t error;
    json_t *root = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES, &error);
    if (!root)
        fail_msg("line %d: %s", error.line, error.text);
    return root;
}

static void assert_keys(json_t *object, const char *const *keys) {
    for (void *at = json_object_iter(object); at; at = json_object_iter_next(object, at))
        assert_string_equal(json_object_iter_key(at), *keys++);
    assert_null(*keys);
}

TEST(json_has_the_keys_of_the_schema_in_order) {
    USE_ARENA;
    json_t *root = parsed(arena, sample(arena));
    assert_keys(root, (const char *const[]){"schema", "lessons", NULL});
    json_t *lesson = json_array_get(json_object_get(root, "lessons"), 0);
    assert_keys(lesson, (const char *const[]){"plan", "lesson", "slug", "verdict", "counts",
                                              "groups", "findings", "checks", NULL});
    assert_keys(json_object_get(lesson, "counts"),
                (const char *const[]){"critical", "improvement", "polish", "verify", NULL});
    assert_keys(json_object_get(lesson, "groups"),
                (const char *const[]){"critical", "improvement", "polish", NULL});
    assert_keys(json_array_get(json_object_get(lesson, "findings"), 0),
                (const char *const[]){"rule", "severity", "confidence", "file", "line", "column",
                                      "endLine", "endColumn", "offset", "length", "section",
                                      "message", "issue", "impact", "fix", "edits", "fingerprint",
                                      "related", NULL});
    assert_keys(json_array_get(json_object_get(lesson, "checks"), 0),
                (const char *const[]){"rule", "checked", "failed", "skipped", NULL});
    json_decref(root);
}

static json_int_t number(const json_t *object, const char *key) {
    return json_integer_value(json_object_get(object, key));
}

TEST(json_counts_places_and_groups) {
    USE_ARENA;
    json_t *root = parsed(arena, sample(arena));
    const json_t *lesson = json_array_get(json_object_get(root, "lessons"), 0);
    assert_int_equal(number(json_object_get(lesson, "counts"), "polish"), 2);
    assert_int_equal(number(json_object_get(lesson, "counts"), "verify"), 1);
    assert_int_equal(number(json_object_get(lesson, "groups"), "polish"), 1);
    const json_t *alpha = json_array_get(json_object_get(lesson, "findings"), 3);
    assert_string_equal(json_string_value(json_object_get(alpha, "rule")), "alpha");
    assert_string_equal(json_string_value(json_object_get(alpha, "file")), "lesson.tsx");
    assert_int_equal(number(alpha, "line"), 3);
    assert_int_equal(number(alpha, "column"), 4);
    assert_int_equal(number(alpha, "endColumn"), 9);
    json_t *related = json_array_get(json_object_get(alpha, "related"), 0);
    assert_keys(related, (const char *const[]){"file", "line", "message", NULL});
    assert_string_equal(json_string_value(json_object_get(related, "file")), "a/plan.md");
    json_decref(root);
}

TEST(json_offsets_count_a_byte_order_mark) {
    USE_ARENA;
    ll_result *result = made_result(arena, "\xEF\xBB\xBF# Plan\n", NULL);
    add_finding(arena, result, RULE_BETA, LL_DOCUMENT_PLAN, 2, 4);
    json_t *root = parsed(arena, result);
    const json_t *lesson = json_array_get(json_object_get(root, "lessons"), 0);
    const json_t *finding = json_array_get(json_object_get(lesson, "findings"), 0);
    assert_int_equal(number(finding, "offset"), 5);
    assert_int_equal(number(finding, "length"), 4);
    assert_int_equal(number(finding, "column"), 3);
    assert_true(json_is_null(json_object_get(lesson, "lesson")));
    json_decref(root);
}

TEST(json_lists_the_rules_that_are_on) {
    USE_ARENA;
    ll_result *result = made_result(arena, PLAN_TEXT, NULL);
    ll_rule_setting *settings = LL_ARENA_ARRAY(arena, ll_rule_setting, MADE_RULES);
    settings[RULE_BETA].off = true;
    result->settings = settings;
    result->outcomes[RULE_BETA].skipped = "off";
    result->outcomes[RULE_GAMMA].skipped = "no lesson";
    json_t *root = parsed(arena, result);
    const json_t *lesson = json_array_get(json_object_get(root, "lessons"), 0);
    const json_t *checks = json_object_get(lesson, "checks");
    assert_int_equal(json_array_size(checks), 2);
    assert_true(json_is_null(json_object_get(json_array_get(checks, 0), "skipped")));
    assert_string_equal(json_string_value(json_object_get(json_array_get(checks, 1), "skipped")),
                        "no lesson");
    json_decref(root);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_are_found_by_name),
        cmocka_unit_test(a_review_has_the_form_of_the_plans),
        cmocka_unit_test(locations_name_sections_once_and_lines_once),
        cmocka_unit_test(an_issue_tells_its_places_apart),
        cmocka_unit_test(a_plan_reader_reads_a_review_back),
        cmocka_unit_test(nothing_found_is_read_back_as_nothing),
        cmocka_unit_test(a_review_without_a_date_has_none),
        cmocka_unit_test(what_is_not_listed_is_said),
        cmocka_unit_test(tables_keep_their_columns),
        cmocka_unit_test(many_places_of_a_polish_rule_are_cut),
        cmocka_unit_test(a_finding_shows_its_line_and_a_first_step),
        cmocka_unit_test(the_end_says_what_to_do_next),
        cmocka_unit_test(the_end_of_several_pairs_sums_up),
        cmocka_unit_test(a_terminal_gets_lines_of_its_width),
        cmocka_unit_test(a_place_that_is_its_whole_line_has_one_mark),
        cmocka_unit_test(colours_are_only_there_when_asked_for),
        cmocka_unit_test(quiet_leaves_out_what_does_not_count),
        cmocka_unit_test(a_terminal_is_never_told_what_to_do),
        cmocka_unit_test(skipped_rules_are_counted_by_reason),
        cmocka_unit_test(json_has_the_keys_of_the_schema_in_order),
        cmocka_unit_test(json_counts_places_and_groups),
        cmocka_unit_test(json_offsets_count_a_byte_order_mark),
        cmocka_unit_test(json_lists_the_rules_that_are_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
