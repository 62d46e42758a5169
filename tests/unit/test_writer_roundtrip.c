/* writer: what a review says is read back as the same findings, whatever they are made of. */
#include <stdio.h>

#include "support.h"

#include "facts/history.h"
#include "made_result.h"
#include "review/history.h"
#include "rule/template.h"
#include "writer/writer.h"

enum { ROUNDS = 300, MOST_FINDINGS = 6, MOST_PIECES = 7, RULES = 4 };

/* Bare, in quotes, in a code span; all of the text at once. */
static const ll_rule rules_of_things[RULES] = {
    {.id = LL_VIEW_INIT("bare"),
     .severity = LL_SEVERITY_CRITICAL,
     .title = LL_VIEW_INIT("Bare {thing}"),
     .issue = LL_VIEW_INIT("{thing}"),
     .impact = LL_VIEW_INIT("It is {thing} and {thing}."),
     .fix = LL_VIEW_INIT("{thing}\n{thing}")},
    {.id = LL_VIEW_INIT("coded"),
     .severity = LL_SEVERITY_IMPROVEMENT,
     .title = LL_VIEW_INIT("Code `{thing}` in `{thing}`"),
     .issue = LL_VIEW_INIT("`{thing}`"),
     .impact = LL_VIEW_INIT("A `{thing}`|`{thing}`"),
     .fix = LL_VIEW_INIT("Write `a|b` for `{thing}`")},
    {.id = LL_VIEW_INIT("in-pieces"),
     .severity = LL_SEVERITY_POLISH,
     .title = LL_VIEW_INIT("Pieces"),
     .issue = LL_VIEW_INIT("**{thing}**"),
     .impact = LL_VIEW_INIT("- {thing}"),
     .fix = LL_VIEW_INIT("# {thing}")},
    {.id = LL_VIEW_INIT("quoted"),
     .severity = LL_SEVERITY_IMPROVEMENT,
     .title = LL_VIEW_INIT("Quoted: “{thing}”"),
     .issue = LL_VIEW_INIT("“{thing}” and \"{thing}\""),
     .impact = LL_VIEW_INIT("({thing}) [{thing}]"),
     .fix = LL_VIEW_INIT("{thing}: {thing}")},
};

/* Of these a thing is put together. */
static const char *const pieces[] = {
    "a",
    "word",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    "|",
    "||",
    "\\|",
    "`",
    "``",
    "```",
    "` `",
    "*",
    "**",
    "***",
    "_",
    "__",
    "a_b",
    "#",
    "##",
    "# ",
    "\n# ",
    "\n## Review\n",
    "-",
    "- ",
    "\n- ",
    "1. ",
    "\n1. ",
    "+ ",
    "> ",
    "\n> ",
    "<",
    "<!--",
    "-->",
    "<!-- x -->",
    "<b>",
    "</p>",
    "<br>",
    "<!-- lessonlint: 0123456789ab -->",
    "<!-- lessonlint-disable -->",
    "[",
    "]",
    "(",
    ")",
    "](",
    "[x](y)",
    "![x](y)",
    "[bare]",
    "[x]: y",
    "\\",
    "\\\\",
    "\\*",
    "\\n",
    "&",
    "&amp;",
    "&mdash;",
    "&#8212;",
    "&x;",
    "~",
    "~~",
    "\"",
    "'",
    "“",
    "”",
    "—",
    "–",
    "--",
    "---",
    "\n---\n",
    "\n===\n",
    "漢字",
    "é",
    "\xF0\x9F\x98\x80",
    "\xC2\xA0",
    "…",
    ":",
    "**Issue:**",
    "\n**Location:** x\n",
    "[CRITICAL]",
    "CRITICAL",
    "FIXED",
    "NOT FIXED",
    "RETRACTED",
    "retracted",
    "PASS",
    "\n### Findings\n",
    "\n#### [POLISH] — x [bare]\n",
    "\n| a |\n|---|\n",
    "$x$",
    "{x}",
    "http://a.b",
    "~10",
    "0",
    "@a",
};

enum { PIECES = sizeof pieces / sizeof *pieces };

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* It holds a letter, so that there is something to see. */
static ll_view made_thing(ll_arena *arena, uint32_t *seed) {
    ll_buffer text = {.arena = arena, .most = 1 << 16};
    uint32_t count = next_random(seed) % MOST_PIECES, letter = next_random(seed) % (count + 1);
    for (uint32_t i = 0; i <= count; i++) {
        if (i == letter)
            ll_buffer_add_cstring(&text, "x");
        ll_buffer_add_cstring(&text, pieces[next_random(seed) % PIECES]);
    }
    return ll_buffer_view(&text);
}

/* ---- what a reader should see, without what the writer is made of ---- */

static size_t run_of(ll_view text, size_t at) {
    size_t length = 0;
    while (at + length < text.len && text.ptr[at + length] == '`')
        length++;
    return length;
}

static size_t end_of_code(ll_view text, size_t from, size_t ticks) {
    for (size_t at = from; at < text.len;) {
        size_t run = run_of(text, at);
        if (run == ticks)
            return at;
        at += run ? run : 1;
    }
    return LL_VIEW_NONE;
}

/* One blank for several, none at the ends. */
static ll_view joined(ll_arena *arena, ll_view text) {
    ll_buffer out = {.arena = arena, .most = text.len + 1};
    text = ll_view_trim(text);
    for (size_t i = 0; i < text.len; i++)
        if (!ll_is_blank(text.ptr[i]))
            ll_buffer_add_byte(&out, text.ptr[i]);
        else if (!ll_is_blank(text.ptr[i - 1]))
            ll_buffer_add_byte(&out, ' ');
    return ll_buffer_view(&out);
}

/* The text without the back-ticks of its code spans; a span loses a blank at either end when it has
 * both, and is more than blanks (CommonMark, 6.1). */
static ll_view seen(ll_arena *arena, ll_view text) {
    text = joined(arena, text);
    ll_buffer out = {.arena = arena, .most = text.len + 1};
    for (size_t at = 0; at < text.len;) {
        size_t ticks = run_of(text, at);
        size_t end = ticks ? end_of_code(text, at + ticks, ticks) : LL_VIEW_NONE;
        if (end == LL_VIEW_NONE) {
            ll_buffer_add(&out, ll_view_slice(text, at, at + (ticks ? ticks : 1)));
            at += ticks ? ticks : 1;
            continue;
        }
        ll_view code = ll_view_slice(text, at + ticks, end);
        bool both = code.len > 1 && code.ptr[0] == ' ' && code.ptr[code.len - 1] == ' ';
        if (both && ll_view_trim(code).len > 0)
            code = ll_view_slice(code, 1, code.len - 1);
        ll_buffer_add(&out, code);
        at = end + ticks;
    }
    return joined(arena, ll_buffer_view(&out));
}

/* ---- one round ---- */

typedef struct trip {
    ll_arena *arena;
    uint32_t seed;
    const char *plan; /* text */
    ll_result *result;
    ll_review *review;
} trip;

static void use_rules(trip *on) {
    ll_rule_set *rules = LL_ARENA_NEW(on->arena, ll_rule_set);
    rules->at = LL_ARENA_ARRAY(on->arena, const ll_rule *, RULES);
    rules->len = RULES;
    for (uint32_t i = 0; i < RULES; i++)
        rules->at[i] = &rules_of_things[i];
    on->result->rules = rules;
    on->result->engine = ll_engine_new(on->arena, rules, &ll_vocabulary_default, false);
    on->result->outcomes = LL_ARENA_ARRAY(on->arena, ll_outcome, RULES);
}

static void add_made_finding(trip *on, uint32_t index) {
    uint32_t rule = next_random(&on->seed) % RULES;
    ll_finding *finding = LL_ARRAY_ADD(on->arena, &on->result->findings);
    finding->rule = rule;
    finding->severity = rules_of_things[rule].severity;
    finding->range = (ll_range){next_random(&on->seed) % LL_DOCUMENTS, index, 1};
    finding->section = next_random(&on->seed) % 4 ? made_thing(on->arena, &on->seed) : LL_VIEW("");
    finding->subject = ll_arena_format(on->arena, "%u", index);
    finding->message = LL_VIEW("message");
    LL_ARRAY_PUSH(on->arena, &finding->values,
                  ((ll_value){"thing", made_thing(on->arena, &on->seed)}));
}

static void judge(trip *on, uint32_t iteration) {
    static const ll_review_options plain = {0};
    on->result = made_result(on->arena, on->plan, "export function L() { return <p /> }\n");
    use_rules(on);
    ll_plan *plan;
    ll_error error;
    assert_int_equal(ll_plan_parse(&plan, on->arena, on->result->facts->sources[LL_DOCUMENT_PLAN],
                                   &ll_vocabulary_default, &error),
                     LL_OK);
    on->result->facts->plan = plan;
    on->result->facts->vocabulary = &ll_vocabulary_default;
    uint32_t count = next_random(&on->seed) % (MOST_FINDINGS + 1);
    for (uint32_t i = 0; i < count; i++)
        add_made_finding(on, i);
    on->review = ll_review_make(on->arena, on->result, &plain);
    ll_review_look_back(on->review, on->arena, &(ll_next_review){.iteration = iteration});
}

static void append(trip *on) {
    ll_buffer text = {.arena = on->arena, .most = LL_WRITER_MOST};
    const ll_writer_options options = {.date = LL_VIEW_INIT("2026-02-14"), .pairs = 1};
    ll_writer_find(LL_VIEW("markdown"))->pair(&text, &options, on->review, 0);
    on->plan =
        ll_arena_format(on->arena, "%s\n---\n\n%.*s", on->plan, LL_VIEW_ARG(ll_buffer_view(&text)))
            .ptr;
}

static const ll_plan *read_back(const trip *on) {
    ll_plan *plan;
    ll_error error;
    ll_source *source = made_source(on->arena, "plan.md", on->plan);
    assert_int_equal(ll_plan_parse(&plan, on->arena, source, &ll_vocabulary_default, &error),
                     LL_OK);
    return plan;
}

static void assert_seen(const trip *on, const char *what, ll_view read, ll_view written) {
    ll_view wanted = seen(on->arena, written);
    read = joined(on->arena, read);
    if (!ll_view_equal(read, wanted))
        print_error("%s: <%.*s>\nread:   <%.*s>\nwanted: <%.*s>\n", what, LL_VIEW_ARG(written),
                    LL_VIEW_ARG(read), LL_VIEW_ARG(wanted));
    assert_true(ll_view_equal(read, wanted));
}

static ll_view text_of(const trip *on, ll_view pattern, const ll_finding *finding) {
    return ll_template_finding(on->arena, pattern, finding);
}

/* The marks of a group's places, as the comment holds them. */
static ll_view marks_of(const trip *on, const ll_group *group) {
    ll_view marks = LL_VIEW("");
    for (uint32_t i = 0; i < group->places.len; i++)
        marks = ll_arena_format(on->arena, "%.*s%s%.*s", LL_VIEW_ARG(marks), i > 0 ? " " : "",
                                LL_VIEW_ARG(on->review->history->marks[group->places.at[i]]));
    return marks;
}

static void assert_group(const trip *on, const ll_group *group, const ll_review_finding *read) {
    const ll_rule *rule = &rules_of_things[group->rule];
    const ll_finding *finding = &on->result->findings.at[group->places.at[0]];
    assert_int_equal(read->severity, group->severity);
    assert_true(ll_view_equal(read->rule, rule->id));
    assert_seen(on, "title", read->title, text_of(on, rule->title, finding));
    const struct {
        const char *what;
        ll_view read, written;
    } fields[] = {
        {"issue", read->issue, rule->issue},
        {"impact", read->impact, rule->impact},
        {"fix", read->fix, rule->fix},
    };
    for (size_t i = 0; i < 3; i++)
        assert_seen(on, fields[i].what, ll_view_trim(ll_markdown_plain(on->arena, fields[i].read)),
                    text_of(on, fields[i].written, finding));
    assert_true(ll_view_equal(read->places, marks_of(on, group)));
    assert_int_equal(read->carried_from, ll_group_carried_from(on->review, group));
    assert_false(read->retracted);
}

static void assert_verified(const trip *on, const ll_verified *verified,
                            const ll_fix_verification *read) {
    static const ll_fix_state states[] = {
        [LL_FIX_FIXED] = LL_FIX_FIXED,         [LL_FIX_PARTIALLY] = LL_FIX_PARTIALLY,
        [LL_FIX_NOT_FIXED] = LL_FIX_NOT_FIXED, [LL_FIX_DEFERRED] = LL_FIX_DEFERRED,
        [LL_FIX_OPEN] = LL_FIX_OPEN,           [LL_FIX_UNKNOWN] = LL_FIX_OPEN,
    };
    const ll_review_finding *earlier = &on->result->facts->plan->findings.at[verified->finding];
    assert_int_equal(read->state, states[verified->state]);
    /* "… [slug] —" of a person may look like a rule's in the table. */
    assert_true(earlier->rule.len == 0 || ll_view_equal(read->rule, earlier->rule));
    assert_seen(on, "notes", read->notes, verified->notes);
}

/* Each verification leads to the finding that it speaks of, in whichever review that stands. */
static void assert_known_again(const trip *on, const ll_plan *plan) {
    ll_facts facts = {.arena = on->arena, .vocabulary = &ll_vocabulary_default, .plan = plan};
    uint32_t next = plan->reviews.len - 1, review;
    const ll_plan_review *last = &plan->reviews.at[next];
    for (uint32_t i = 0; i < last->verification_count; i++) {
        uint32_t entry = last->first_verification + i,
                 wanted = on->review->history->verified.at[i].finding;
        uint32_t known = ll_history_source(&facts, next, entry, &review);
        if (known != wanted)
            print_error(
                "<%.*s> is <%.*s>, leads to <%.*s>\n",
                LL_VIEW_ARG(plan->verifications.at[entry].title),
                LL_VIEW_ARG(plan->findings.at[wanted].title),
                LL_VIEW_ARG(plan->findings.at[known == LL_HISTORY_NONE ? wanted : known].title));
        assert_int_equal(known, wanted);
    }
}

/* The last review of the plan holds what was written, and nothing else does. */
static void assert_read_back(const trip *on, uint32_t reviews) {
    const ll_plan *plan = read_back(on);
    assert_int_equal(plan->reviews.len, reviews);
    const ll_plan_review *last = &plan->reviews.at[reviews - 1];
    assert_int_equal(last->iteration, reviews);
    assert_int_equal(last->verdict, on->review->verdict);
    for (int i = 0; i < LL_REVIEW_SEVERITIES; i++)
        assert_int_equal(last->summary[i], on->review->group_counts[i]);
    assert_int_equal(last->finding_count, on->review->groups.len);
    for (uint32_t i = 0; i < last->finding_count; i++)
        assert_group(on, &on->review->groups.at[i], &plan->findings.at[last->first_finding + i]);
    assert_int_equal(last->verification_count, on->review->history->verified.len);
    for (uint32_t i = 0; i < last->verification_count; i++)
        assert_verified(on, &on->review->history->verified.at[i],
                        &plan->verifications.at[last->first_verification + i]);
    assert_known_again(on, plan);
}

/* Of the last review: entries that are left to a reviewer. */
static uint32_t open_entries(const trip *on) {
    uint32_t count = 0;
    const ll_verified_list *verified = &on->review->history->verified;
    for (uint32_t i = 0; i < verified->len; i++)
        count += verified->at[i].state == LL_FIX_OPEN;
    return count;
}

static uint32_t people_findings(const trip *on) {
    const ll_plan *plan = on->result->facts->plan;
    uint32_t count = 0;
    for (uint32_t i = 0; i < plan->reviews.at[0].finding_count; i++)
        count += !plan->findings.at[i].retracted &&
                 ll_rule_index(on->result->rules, plan->findings.at[i].rule) == LL_RULE_NONE;
    return count;
}

/* What a person wrote stays in the table of each next review. */
TEST(what_people_wrote_is_known_again) {
    USE_ARENA;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        trip on = {.arena = arena, .seed = ~round * 2654435761u};
        on.plan = ll_arena_format(arena, "# Lesson: X\n\n---\n\n## Review (Iteration 1/9)\n\n"
                                         "### Verdict: NEEDS REVISION\n")
                      .ptr;
        for (int i = 0; i < 3; i++)
            on.plan = ll_arena_format(arena, "%s\n#### [POLISH] — %.*s\n\n**Issue:** a\n", on.plan,
                                      LL_VIEW_ARG(joined(arena, made_thing(arena, &on.seed))))
                          .ptr;
        for (uint32_t reviews = 2; reviews <= 4; reviews++) {
            judge(&on, reviews);
            append(&on);
            assert_read_back(&on, reviews);
        }
        assert_int_equal(open_entries(&on), people_findings(&on));
    }
}

TEST(what_is_written_is_read_back) {
    USE_ARENA;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        trip on = {.arena = arena, .seed = round * 2654435761u, .plan = "# Lesson: X\n\ntext\n"};
        for (uint32_t reviews = 1; reviews <= 3; reviews++) {
            judge(&on, reviews);
            append(&on);
            assert_read_back(&on, reviews);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_back),
        cmocka_unit_test(what_people_wrote_is_known_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
