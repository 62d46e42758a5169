/* The format `markdown`: the review section as it stands in a plan. */
#include "review/history.h"
#include "review/line.h"
#include "rule/template.h"
#include "writer/formats.h"

#include <string.h>

/* Lines of one finding that its Location lists, and places that its Issue tells apart; a Polish
 * rule may have a thousand. */
enum { MOST_LINES = 200, MOST_TOLD = 5 };

typedef struct writing {
    ll_buffer *out;
    ll_arena *arena;
    const ll_review *review;
    const ll_result *result;
} writing;

/* A series that has ended has no next iteration: what would begin another one instead. */
static void add_ending(const writing *on) {
    ll_view ending = ll_history_ending(on->review, on->arena);
    ll_buffer_add_format(on->out,
                         "\n\n> These are findings, not the next review of the plan: %.*s.\n\n",
                         LL_VIEW_ARG(ending));
}

/* `## Review — 2026-02-14 (Post-Rework, Iteration 1/3)` */
static void add_heading(const writing *on, const ll_writer_options *options) {
    const ll_history *history = on->review->history;
    ll_buffer_add_cstring(on->out, "## Review");
    if (options->date.len > 0)
        ll_buffer_add_format(on->out, " — %.*s", LL_VIEW_ARG(options->date));
    if (history->over) {
        add_ending(on);
        return;
    }
    ll_buffer_add_cstring(on->out, " (");
    if (history->label.len > 0) {
        ll_review_line_of_words(on->out, history->label, false);
        ll_buffer_add_cstring(on->out, ", ");
    }
    ll_buffer_add_format(on->out, "Iteration %u/%u)\n\n", history->iteration, history->total);
}

static void add_summary(const writing *on) {
    ll_buffer *out = on->out;
    const uint32_t *counts = on->review->group_counts;
    ll_buffer_add_cstring(out, "### Summary\n");
    ll_buffer_add_format(out, "- Critical: %u\n- Improvement: %u\n- Polish: %u\n\n",
                         counts[LL_SEVERITY_CRITICAL], counts[LL_SEVERITY_IMPROVEMENT],
                         counts[LL_SEVERITY_POLISH]);
    ll_buffer_add_format(out, "### Verdict: %s\n\n", on->review->verdict_text);
    ll_review_line(out, on->review->rationale, false);
    ll_buffer_add_cstring(out, "\n\n");
    if (on->review->left_out.len == 0)
        return;
    ll_review_line(out, on->review->left_out, false);
    ll_buffer_add_cstring(out, "\n\n");
}

/* By ll_severity and ll_review_severity. */
/* By ll_review_severity; the last one is not known. */
static const char *const severities[] = {"CRITICAL", "IMPROVEMENT", "POLISH", ""};

/* The title of a finding as it stands in its heading and in the verification. */
static void add_title(const writing *on, ll_view title, ll_view rule, bool cell) {
    ll_review_line_of_words(on->out, title, cell);
    if (rule.len > 0)
        ll_buffer_add_format(on->out, " [%.*s]", LL_VIEW_ARG(rule));
}

static void add_verification(const writing *on) {
    const ll_history *history = on->review->history;
    if (history->verified.len == 0)
        return;
    ll_buffer_add_format(on->out,
                         "### Iteration %u Fix Verification\n\n"
                         "| # | Finding | Severity | Status | Notes |\n|---|---|---|---|---|\n",
                         history->last_iteration);
    for (uint32_t i = 0; i < history->verified.len; i++) {
        const ll_verified *verified = &history->verified.at[i];
        const ll_review_finding *earlier = verified->earlier;
        ll_buffer_add_format(on->out, "| %u | ", i + 1);
        add_title(on, earlier->title, earlier->rule, true);
        ll_buffer_add_format(on->out, " | %s | %s | ", severities[earlier->severity],
                             ll_verified_name(verified->state));
        ll_review_line(on->out, verified->notes, true);
        ll_buffer_add_cstring(on->out, " |\n");
    }
    ll_buffer_add_byte(on->out, '\n');
}

/* The innermost element around a range of the lesson, or LL_TSX_NONE. */
static uint32_t element_at(const ll_tsx *tsx, uint32_t offset) {
    uint32_t node = ll_tsx_node_at(tsx, offset);
    while (node != LL_TSX_NONE &&
           (tsx->nodes.at[node].end <= offset || tsx->nodes.at[node].kind != LL_TSX_ELEMENT))
        node = tsx->nodes.at[node].parent;
    return node;
}

static ll_view tag_of(const writing *on, const ll_finding *finding) {
    const ll_tsx *tsx = on->result->facts->tsx;
    if (finding->range.document != LL_DOCUMENT_LESSON || !tsx)
        return (ll_view){0};
    uint32_t element = element_at(tsx, finding->range.offset);
    if (element == LL_TSX_NONE)
        return (ll_view){0};
    return ll_tsx_lead(tsx, element);
}

/* The tag that all places of the group share, or an empty view. */
static ll_view common_tag(const writing *on, const ll_group *group) {
    const ll_finding *findings = on->result->findings.at;
    ll_view tag = tag_of(on, &findings[group->places.at[0]]);
    for (uint32_t i = 1; i < group->places.len; i++)
        if (!ll_view_equal(tag, tag_of(on, &findings[group->places.at[i]])))
            return (ll_view){0};
    return tag;
}

static bool same_section(const ll_finding *a, const ll_finding *b) {
    return a->range.document == b->range.document && ll_view_equal(a->section, b->section);
}

static uint32_t line_of(const writing *on, const ll_finding *finding) {
    return ll_review_start(on->result, &finding->range).line;
}

/* "`widgets/Slider.tsx`, " for a place in a file that the lesson imports. */
static void add_widget(const writing *on, const ll_finding *finding) {
    ll_buffer_add_byte(on->out, '`');
    ll_review_line(on->out, on->result->paths[finding->range.document], false);
    ll_buffer_add_cstring(on->out, "`, ");
}

/* `plan, "Section" (lines 3, 5)` for the places [from, to) of a group, which share a section; a
 * line is named once. */
static void add_section_lines(const writing *on, const ll_group *group, uint32_t from,
                              uint32_t to) {
    const ll_finding *findings = on->result->findings.at;
    const ll_finding *first = &findings[group->places.at[from]];
    const ll_finding *last = &findings[group->places.at[to - 1]];
    if (first->range.document == LL_DOCUMENT_PLAN)
        ll_buffer_add_cstring(on->out, "plan, ");
    else if (first->range.document >= LL_DOCUMENTS)
        add_widget(on, first);
    if (first->section.len > 0) {
        ll_buffer_add_byte(on->out, '"');
        ll_review_line_of_words(on->out, first->section, false);
        ll_buffer_add_cstring(on->out, "\" (");
    }
    ll_buffer_add_cstring(on->out, line_of(on, first) == line_of(on, last) ? "line " : "lines ");
    uint32_t previous = 0;
    for (uint32_t i = from; i < to; i++) {
        uint32_t line = line_of(on, &findings[group->places.at[i]]);
        if (line != previous)
            ll_buffer_add_format(on->out, "%s%u", previous ? ", " : "", line);
        previous = line;
    }
    if (first->section.len > 0)
        ll_buffer_add_byte(on->out, ')');
}

static void add_location(const writing *on, const ll_group *group) {
    const ll_finding *findings = on->result->findings.at;
    uint32_t most = group->places.len < MOST_LINES ? group->places.len : MOST_LINES;
    ll_buffer_add_cstring(on->out, "**Location:** ");
    for (uint32_t from = 0, to; from < most; from = to) {
        for (to = from + 1; to < most; to++)
            if (!same_section(&findings[group->places.at[from]], &findings[group->places.at[to]]))
                break;
        ll_buffer_add_cstring(on->out, from > 0 ? ", " : "");
        add_section_lines(on, group, from, to);
    }
    uint32_t all = group->places.len;
    if (group->severity == LL_SEVERITY_POLISH)
        all += on->result->outcomes[group->rule].left_out[LL_SEVERITY_POLISH];
    if (all > most)
        ll_buffer_add_format(on->out, ", and %u more", all - most);
    ll_view tag = common_tag(on, group);
    if (tag.len > 0)
        ll_buffer_add_format(on->out, ", `%.*s`", LL_VIEW_ARG(tag));
    ll_buffer_add_cstring(on->out, " " LL_REVIEW_PLACES_OPEN);
    for (uint32_t i = 0; i < group->places.len; i++)
        ll_buffer_add_format(on->out, " %.*s",
                             LL_VIEW_ARG(on->review->history->marks[group->places.at[i]]));
    ll_buffer_add_cstring(on->out, " -->\n");
}

static void add_field(const writing *on, const ll_finding *finding, const char *label,
                      ll_view text_template) {
    ll_buffer_add_format(on->out, "**%s:** ", label);
    ll_review_line(on->out, ll_template_finding(on->arena, text_template, finding), false);
    ll_buffer_add_byte(on->out, '\n');
}

static void end_sentence(ll_buffer *out) {
    if (out->len > 0 && !strchr(".?!", out->ptr[out->len - 1]))
        ll_buffer_add_byte(out, '.');
}

/* What is wrong at each place, behind an issue that speaks of the rule alone. */
static void add_particulars(const writing *on, const ll_group *group) {
    uint32_t told = group->places.len < MOST_TOLD ? group->places.len : MOST_TOLD;
    for (uint32_t i = 0; i < told; i++) {
        const ll_finding *finding = &on->result->findings.at[group->places.at[i]];
        ll_buffer_add_cstring(on->out, i == 0 ? " Here: " : "; ");
        ll_review_line(on->out, finding->message, false);
        if (group->places.len > 1)
            ll_buffer_add_format(on->out, " (line %u)", line_of(on, finding));
    }
    if (group->places.len > told)
        ll_buffer_add_format(on->out, "; and %u more", group->places.len - told);
    end_sentence(on->out);
}

static void add_issue(const writing *on, const ll_group *group) {
    const ll_rule *rule = on->result->rules->at[group->rule];
    const ll_finding *finding = &on->result->findings.at[group->places.at[0]];
    ll_buffer_add_cstring(on->out, "**Issue:** ");
    ll_review_line(on->out, ll_template_finding(on->arena, rule->issue, finding), false);
    if (ll_view_find_byte(rule->issue, '{', 0) == LL_VIEW_NONE) {
        end_sentence(on->out);
        add_particulars(on, group);
    }
    ll_buffer_add_byte(on->out, '\n');
}

static void add_group(const writing *on, const ll_group *group) {
    const ll_rule *rule = on->result->rules->at[group->rule];
    const ll_finding *finding = &on->result->findings.at[group->places.at[0]];
    uint32_t carried_from = ll_group_carried_from(on->review, group);
    ll_buffer_add_format(on->out, "#### [%s] — ", severities[group->severity]);
    ll_review_line(on->out, ll_template_finding(on->arena, rule->title, finding), false);
    if (carried_from > 0)
        ll_buffer_add_format(on->out, " (carried from iteration %u)", carried_from);
    ll_buffer_add_format(on->out, " [%.*s]\n\n", LL_VIEW_ARG(rule->id));
    add_location(on, group);
    add_issue(on, group);
    add_field(on, finding, "Student impact", rule->impact);
    add_field(on, finding, "Suggested fix", rule->fix);
    ll_buffer_add_byte(on->out, '\n');
}

/* Findings that are not listed; those of a Polish rule are in its Location. */
static void add_unlisted(const writing *on) {
    for (uint32_t i = 0; i < on->result->rules->len; i++) {
        uint32_t more = ll_review_unlisted(on->result, i) -
                        on->result->outcomes[i].left_out[LL_SEVERITY_POLISH];
        if (more > 0 && !on->result->rules->at[i]->history)
            ll_buffer_add_format(on->out, "And %u more of `%.*s`.\n\n", more,
                                 LL_VIEW_ARG(on->result->rules->at[i]->id));
    }
}

static void add_findings(const writing *on) {
    ll_buffer_add_cstring(on->out, "### Findings\n\n");
    for (uint32_t i = 0; i < on->review->groups.len; i++)
        add_group(on, &on->review->groups.at[i]);
    if (on->review->groups.len == 0)
        ll_buffer_add_cstring(on->out, "None.\n\n");
    add_unlisted(on);
}

static void add_verify(const writing *on) {
    if (on->review->verify.len == 0)
        return;
    ll_buffer_add_cstring(on->out, "### To verify\n\n");
    for (uint32_t i = 0; i < on->review->verify.len; i++) {
        const ll_finding *finding = &on->result->findings.at[on->review->verify.at[i]];
        ll_buffer_add_format(on->out, "- [%.*s] ",
                             LL_VIEW_ARG(on->result->rules->at[finding->rule]->id));
        ll_review_line(on->out, finding->message, false);
        ll_buffer_add_cstring(on->out,
                              finding->range.document == LL_DOCUMENT_PLAN ? " (plan, " : " (");
        if (finding->range.document >= LL_DOCUMENTS)
            add_widget(on, finding);
        ll_buffer_add_format(on->out, "line %u)\n", line_of(on, finding));
    }
    ll_buffer_add_byte(on->out, '\n');
}

static void add_table(const writing *on, const char *title, const char *head,
                      const ll_review_rows *rows) {
    if (rows->len == 0)
        return;
    ll_buffer_add_format(on->out, "### %s\n\n%s\n|---|---|\n", title, head);
    for (uint32_t i = 0; i < rows->len; i++) {
        ll_buffer_add_cstring(on->out, "| ");
        ll_review_line(on->out, rows->at[i].name, true);
        ll_buffer_add_cstring(on->out, " | ");
        ll_review_line(on->out, rows->at[i].text, true);
        ll_buffer_add_cstring(on->out, " |\n");
    }
    ll_buffer_add_byte(on->out, '\n');
}

static void add_list(const writing *on, const char *label, const ll_review_lines *lines) {
    if (lines->len == 0)
        return;
    ll_buffer_add_format(on->out, "\n**%s:**\n", label);
    for (uint32_t i = 0; i < lines->len; i++) {
        ll_buffer_add_cstring(on->out, "- ");
        ll_review_line(on->out, lines->at[i], false);
        ll_buffer_add_byte(on->out, '\n');
    }
}

static void add_notes(const writing *on) {
    if (on->review->praise.len == 0 && on->review->patterns.len == 0)
        return;
    ll_buffer_add_cstring(on->out, "### Review Notes\n");
    add_list(on, "What works well", &on->review->praise);
    add_list(on, "Patterns to watch", &on->review->patterns);
}

void ll_markdown_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                      size_t index) {
    writing on = {out, out->arena, review, review->result};
    if (index > 0)
        ll_buffer_add_cstring(out, "\n---\n\n");
    if (options->pairs > 1) {
        ll_buffer_add_cstring(out, "<!-- ");
        ll_writer_add_clean(out, ll_writer_names(out->arena, review->result));
        ll_buffer_add_cstring(out, " -->\n\n");
    }
    add_heading(&on, options);
    add_summary(&on);
    add_verification(&on);
    add_findings(&on);
    add_verify(&on);
    add_table(&on, "Checks", "| Check | Result |", &review->checks);
    add_table(&on, "Coverage", "| Planned | In the lesson |", &review->coverage);
    add_notes(&on);
}
