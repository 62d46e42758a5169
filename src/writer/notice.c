/* Findings and remarks as the formats for other programs have them. */
#include "writer/notice.h"

#include "rule/template.h"

/* By ll_level. What is to be verified counts nowhere, so it is everywhere the mildest. */
static const ll_level_names level_names[] = {
    {"critical", "error", "error", "critical", "ERROR", "error"},
    {"improvement", "warning", "warning", "major", "WARNING", "warning"},
    {"polish", "info", "notice", "minor", "INFO", "note"},
    {"verify", "info", "notice", "info", "INFO", "note"},
    {"note", "info", "notice", "info", "INFO", "note"},
};

const ll_level_names *ll_level_names_of(ll_level level) {
    return &level_names[level];
}

static ll_level level_of(ll_severity severity, ll_confidence confidence) {
    static const ll_level levels[] = {LL_LEVEL_CRITICAL, LL_LEVEL_IMPROVEMENT, LL_LEVEL_POLISH,
                                      LL_LEVEL_REMARK};
    return confidence == LL_CONFIDENCE_VERIFY ? LL_LEVEL_VERIFY : levels[severity];
}

ll_level ll_level_of_rule(const ll_rule *rule) {
    return level_of(rule->severity, rule->confidence);
}

bool ll_related_is_there(const ll_related *related) {
    return related->range.length > 0 || related->message.len > 0;
}

ll_view ll_path_plain(ll_view path) {
    while (ll_view_starts(path, LL_VIEW("./")) && path.len > 2)
        path = ll_view_slice(path, 2, path.len);
    return path;
}

uint32_t ll_notice_last_line(const ll_notice *notice) {
    bool before = notice->end.column == 1 && notice->end.line > notice->start.line;
    return before ? notice->end.line - 1 : notice->end.line;
}

static void add_finding(ll_arena *arena, ll_notices *notices, const ll_result *result,
                        const ll_finding *finding, ll_view fingerprint) {
    const ll_rule *rule = result->rules->at[finding->rule];
    ll_notice notice = {
        .finding = finding,
        .rule = rule,
        .level = level_of(finding->severity, finding->confidence),
        .range = finding->range,
        .path = ll_path_plain(result->paths[finding->range.document]),
        .start = ll_review_start(result, &finding->range),
        .end = ll_review_end(result, &finding->range),
        .message = finding->message,
        .fix = ll_template_finding(arena, rule->fix, finding),
        .fingerprint = fingerprint,
    };
    LL_ARRAY_PUSH(arena, notices, notice);
}

static void add_remark(ll_arena *arena, ll_notices *notices, const ll_result *result, uint32_t rule,
                       ll_document document) {
    ll_view path = ll_path_plain(result->paths[document]), id = result->rules->at[rule]->id;
    ll_notice notice = {
        .rule = result->rules->at[rule],
        .level = LL_LEVEL_REMARK,
        .range = {.document = document},
        .path = path,
        .message = ll_arena_format(arena, "and %u more, which are not listed",
                                   ll_review_unlisted(result, rule)),
        .fingerprint =
            ll_arena_format(arena, "%016llx%016llx", (unsigned long long)ll_view_hash(id),
                            (unsigned long long)ll_view_hash(path)),
    };
    LL_ARRAY_PUSH(arena, notices, notice);
}

/* Remarks on the rules whose last finding that is listed stands in this document. */
static void add_remarks(ll_arena *arena, ll_notices *notices, const ll_result *result,
                        const uint32_t *last, ll_document document) {
    for (uint32_t i = 0; i < result->rules->len; i++)
        if (last[i] > 0 && result->findings.at[last[i] - 1].range.document == document &&
            ll_review_unlisted(result, i) > 0)
            add_remark(arena, notices, result, i, document);
}

ll_notices ll_notices_make(ll_arena *arena, const ll_review *review) {
    const ll_result *result = review->result;
    const ll_finding_list *findings = &result->findings;
    ll_view *prints = ll_review_fingerprints(arena, result);
    uint32_t *last = LL_ARENA_ARRAY(arena, uint32_t, result->rules->len); /* index + 1, by rule */
    ll_notices notices = {0};
    LL_ARRAY_RESERVE(arena, &notices, findings->len);
    for (uint32_t i = 0; i < findings->len; i++)
        last[findings->at[i].rule] = i + 1;
    for (uint32_t i = 0; i < findings->len; i++) {
        ll_document document = findings->at[i].range.document;
        add_finding(arena, &notices, result, &findings->at[i], prints[i]);
        if (i + 1 == findings->len || findings->at[i + 1].range.document != document)
            add_remarks(arena, &notices, result, last, document);
    }
    return notices;
}
