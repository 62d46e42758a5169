/* The table of checks, and how a check reports. */
#include "check/check.h"

#include "base/buffer.h"
#include "check/checks.h"
#include "rule/template.h"

#include <assert.h>
#include <stdlib.h>

static const ll_check_entry entries[] = {
#define LL_CHECK(function, id, raw) {id, ll_check_##function, raw, false},
#define LL_CHECK_LAST(function, id) {id, ll_check_##function, true, true},
#include "check/checks.def"
#undef LL_CHECK_LAST
#undef LL_CHECK
};

enum { ENTRIES = sizeof entries / sizeof *entries };

static int compare_id(const void *id, const void *entry) {
    return ll_view_compare(*(const ll_view *)id, ll_view_of(((const ll_check_entry *)entry)->id));
}

const ll_check_entry *ll_check_find(ll_view id) {
    return bsearch(&id, entries, ENTRIES, sizeof *entries, compare_id);
}

const char *const *ll_check_ids(size_t *count) {
    static const char *const ids[] = {
#define LL_CHECK(function, id, raw) id,
#define LL_CHECK_LAST(function, id) id,
#include "check/checks.def"
#undef LL_CHECK_LAST
#undef LL_CHECK
    };
    *count = ENTRIES;
    return ids;
}

uint32_t ll_outcome_unlisted(const ll_outcome *outcome) {
    uint32_t left_out = outcome->left_out_verify;
    for (int severity = 0; severity < LL_SEVERITIES; severity++)
        left_out += outcome->left_out[severity];
    return left_out;
}

void ll_check_judges(ll_check *check, ll_place place) {
    check->outcome.checked++;
    LL_ARRAY_PUSH(check->arena, &check->outcome.judged, place.offset);
}

ll_range ll_tag_range(const ll_tsx *tsx, uint32_t element) {
    const ll_tsx_node *node = &tsx->nodes.at[element];
    return ll_lesson_range(node->start, node->lead_end);
}

ll_range ll_text_range(const ll_tsx *tsx, uint32_t text) {
    const ll_tsx_node *node = &tsx->nodes.at[text];
    ll_view whole = ll_tsx_text(tsx, node->start, node->end);
    ll_view seen = ll_view_trim(whole);
    uint32_t start = node->start + (uint32_t)(seen.ptr - whole.ptr);
    return ll_lesson_range(start, start + (uint32_t)seen.len);
}

const ll_option_value *ll_check_option(const ll_check *check, ll_view name) {
    const ll_option_value *value = ll_rule_value(check->rule, check->setting, name);
    assert(value);
    return value;
}

double ll_check_number(const ll_check *check, ll_view name) {
    return ll_check_option(check, name)->number;
}

bool ll_check_flag(const ll_check *check, ll_view name) {
    return ll_check_number(check, name) != 0;
}

static ll_view range_text(const ll_check *check, ll_range range) {
    return ll_view_slice(check->facts->sources[range.document]->text, range.offset,
                         range.offset + range.length);
}

/* So many nodes are looked at for the text of an element, and so many bytes of it count. */
enum { TEXT_NODES = 512, TEXT_BYTES = 200 };

/* The first literal text in an element, else the next one behind it: what stands between tags. */
static ll_view nearest_text(const ll_tsx *tsx, uint32_t element) {
    for (uint32_t i = element + 1; i < tsx->nodes.len && i <= element + TEXT_NODES; i++) {
        if (tsx->nodes.at[i].kind != LL_TSX_TEXT)
            continue;
        ll_view text = ll_view_trim(ll_tsx_text(tsx, tsx->nodes.at[i].start, tsx->nodes.at[i].end));
        if (text.len > 0)
            return ll_view_cut(text, TEXT_BYTES);
    }
    return (ll_view){0};
}

/* What a finding is known by again when its rule names nothing: of an element its tag and the text
 * nearest to it, else the text of its place. */
static ll_view subject_of(const ll_check *check, ll_range range) {
    const ll_tsx *tsx = check->facts->tsx;
    ll_view text = range_text(check, range);
    if (range.document != LL_DOCUMENT_LESSON || !tsx || text.len == 0 || text.ptr[0] != '<')
        return text;
    uint32_t node = ll_tsx_node_at(tsx, range.offset);
    if (node == LL_TSX_NONE || tsx->nodes.at[node].kind != LL_TSX_ELEMENT ||
        tsx->nodes.at[node].start != range.offset)
        return text;
    return ll_arena_format(check->arena, "%.*s %.*s", LL_VIEW_ARG(ll_tsx_lead(tsx, node)),
                           LL_VIEW_ARG(nearest_text(tsx, node)));
}

ll_view ll_check_one_line(ll_arena *arena, ll_view text) {
    static const ll_view placeholder = LL_VIEW_INIT(LL_LESSON_PLACEHOLDER);
    ll_buffer line = {.arena = arena, .most = text.len};
    for (size_t i = 0; i < text.len;) {
        size_t end = i;
        while (end < text.len && !ll_is_blank(text.ptr[end]) &&
               (end == i || text.ptr[end] != placeholder.ptr[0]))
            end++;
        if (ll_view_starts(ll_view_slice(text, i, end), placeholder)) {
            ll_buffer_add_cstring(&line, "\xE2\x80\xA6");
            i += placeholder.len;
        } else if (end > i) {
            ll_buffer_add(&line, ll_view_slice(text, i, end));
            i = end;
        } else {
            if (line.len > 0 && line.ptr[line.len - 1] != ' ')
                ll_buffer_add_byte(&line, ' ');
            i++;
        }
    }
    return ll_view_trim(ll_buffer_view(&line));
}

typedef struct weighed {
    ll_severity severity;
    ll_confidence confidence;
} weighed;

/* The case's severity and confidence, unless the user set the severity. */
static weighed weigh(const ll_check *check, const ll_rule_case *kind) {
    weighed weight = {check->severity, check->rule->confidence};
    if (kind) {
        if (!check->severity_set)
            weight.severity = kind->severity;
        weight.confidence = kind->confidence;
    }
    if (check->strict)
        weight.confidence = LL_CONFIDENCE_EXACT;
    return weight;
}

/* Counts a finding; false when it is one too many to be listed. */
static bool count_finding(ll_check *check, weighed weight) {
    ll_outcome *outcome = &check->outcome;
    outcome->failed++;
    if (outcome->failed <= ll_check_most(check))
        return true;
    if (weight.confidence == LL_CONFIDENCE_VERIFY)
        outcome->left_out_verify++;
    else
        outcome->left_out[weight.severity]++;
    return false;
}

/* Whether a directive takes the finding back. */
static bool is_suppressed(ll_check *check, ll_range range) {
    return check->suppressions && ll_suppressions_hold(check->suppressions, check->rule_index,
                                                       range.document, range.offset);
}

/* The finding without its words. */
static ll_finding finding_of(const ll_check *check, const ll_report *report) {
    ll_range range = report->range;
    ll_edits edits = {0};
    if (report->edits)
        edits = *report->edits;
    if (check->widget > 0 && range.document == LL_DOCUMENT_LESSON)
        range.document = LL_DOCUMENTS + check->widget - 1;
    return (ll_finding){
        .rule = check->rule_index,
        .range = range,
        .section = ll_facts_section(check->facts, report->range.document, report->range.offset),
        .subject = report->subject.len ? report->subject : subject_of(check, report->range),
        .related = report->related,
        .edits = edits,
    };
}

void ll_check_report(ll_check *check, const ll_report *report) {
    if (is_suppressed(check, report->range)) {
        if (check->outcome.suppressed++ < LL_FINDINGS_MOST)
            LL_ARRAY_PUSH(check->arena, check->suppressed, finding_of(check, report));
        return;
    }
    const ll_rule_case *kind =
        report->kind ? ll_rule_case_find(check->rule, ll_view_of(report->kind)) : NULL;
    weighed weight = weigh(check, kind);
    if (!count_finding(check, weight))
        return;
    ll_finding finding = finding_of(check, report);
    finding.severity = weight.severity;
    finding.confidence = weight.confidence;
    LL_ARRAY_PUSH(check->arena, &finding.values, ((ll_value){"section", finding.section}));
    for (const ll_value *value = report->values; value && value->name; value++)
        LL_ARRAY_PUSH(check->arena, &finding.values, *value);
    if (kind && kind->problem.len)
        LL_ARRAY_PUSH(
            check->arena, &finding.values,
            ((ll_value){"problem", ll_template_finding(check->arena, kind->problem, &finding)}));
    finding.message = ll_template_finding(check->arena, check->rule->message, &finding);
    LL_ARRAY_PUSH(check->arena, check->findings, finding);
}
