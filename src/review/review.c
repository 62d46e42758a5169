/* Verdict and groups. */
#include "review/parts.h"
#include "rule/words.h"

#include <string.h>

static uint32_t threshold_of(const ll_review_options *options) {
    return options->major_threshold ? options->major_threshold : 1;
}

ll_verdict_kind ll_review_verdict(const uint32_t counts[LL_SEVERITIES],
                                  const ll_review_options *options) {
    if (counts[LL_SEVERITY_CRITICAL] >= threshold_of(options))
        return LL_VERDICT_MAJOR_REVISION;
    if (counts[LL_SEVERITY_CRITICAL] > 0 || counts[LL_SEVERITY_IMPROVEMENT] > 0)
        return LL_VERDICT_NEEDS_REVISION;
    return LL_VERDICT_PASS;
}

const char *ll_review_verdict_name(ll_verdict_kind verdict, const uint32_t counts[LL_SEVERITIES],
                                   const ll_review_options *options) {
    static const char *const names[] = {"", "PASS", "NEEDS REVISION", "MAJOR REVISION"};
    if (verdict == LL_VERDICT_PASS && options->polish_notes && counts[LL_SEVERITY_POLISH] > 0)
        return "PASS (with polish notes)";
    return names[verdict];
}

static bool is_history(const ll_result *result, uint32_t rule) {
    return result->rules->at[rule]->history;
}

/* The earlier finding that one is again, see the rule review-regression; empty for all others. */
static ll_view returned(const ll_finding *finding) {
    for (uint32_t i = 0; i < finding->values.len; i++)
        if (strcmp(finding->values.at[i].name, "finding") == 0)
            return finding->values.at[i].text;
    return (ll_view){0};
}

/* The group of a Polish rule that the finding belongs to, from the first one of that rule on. */
static ll_group *group_for(ll_review *review, uint32_t first, const ll_finding *finding) {
    for (uint32_t i = first; i < review->groups.len; i++) {
        ll_group *group = &review->groups.at[i];
        if (group->rule == finding->rule &&
            ll_view_equal(returned(&review->result->findings.at[group->places.at[0]]),
                          returned(finding)))
            return group;
    }
    return NULL;
}

/* Findings of one severity become groups, in their order. */
static void add_groups(ll_review *review, ll_arena *arena, ll_severity severity,
                       uint32_t *group_of_rule) {
    const ll_finding_list *findings = &review->result->findings;
    for (uint32_t i = 0; i < findings->len; i++) {
        const ll_finding *finding = &findings->at[i];
        if (finding->severity != severity || finding->confidence != LL_CONFIDENCE_EXACT ||
            is_history(review->result, finding->rule))
            continue;
        review->counts[severity]++;
        uint32_t known = group_of_rule[finding->rule];
        ll_group *group = severity == LL_SEVERITY_POLISH && known > 0
                              ? group_for(review, known - 1, finding)
                              : NULL;
        if (group) {
            LL_ARRAY_PUSH(arena, &group->places, i);
            continue;
        }
        group = LL_ARRAY_ADD(arena, &review->groups);
        group->rule = finding->rule;
        group->severity = severity;
        LL_ARRAY_PUSH(arena, &group->places, i);
        if (known == 0)
            group_of_rule[finding->rule] = review->groups.len;
        review->group_counts[severity]++;
    }
}

/* What the list lacks counts like what it holds; of a Polish rule it is the same finding. */
static void count_unlisted(ll_review *review) {
    for (uint32_t rule = 0; rule < review->result->rules->len; rule++) {
        const ll_outcome *outcome = &review->result->outcomes[rule];
        if (is_history(review->result, rule)) {
            review->history_count += outcome->failed;
            continue;
        }
        review->verify_count += outcome->left_out_verify;
        for (int severity = 0; severity < LL_SEVERITIES; severity++) {
            bool one = severity == LL_SEVERITY_POLISH;
            review->counts[severity] += outcome->left_out[severity];
            review->group_counts[severity] += one ? 0 : outcome->left_out[severity];
        }
    }
}

static void add_verify(ll_review *review, ll_arena *arena) {
    const ll_finding_list *findings = &review->result->findings;
    for (uint32_t i = 0; i < findings->len; i++)
        if (findings->at[i].confidence == LL_CONFIDENCE_VERIFY &&
            !is_history(review->result, findings->at[i].rule))
            LL_ARRAY_PUSH(arena, &review->verify, i);
    review->verify_count += review->verify.len;
}

/* "1 hint is", "3 critical findings are". */
static ll_view they_are(ll_arena *arena, uint32_t number, const char *noun) {
    ll_view counted = ll_review_number(arena, number, noun);
    return ll_arena_format(arena, number == 1 ? LL_SAY_ONE_IS : LL_SAY_MANY_ARE,
                           LL_VIEW_ARG(counted));
}

static ll_view rationale_of(const ll_review *review, ll_arena *arena) {
    const uint32_t *counts = review->group_counts;
    ll_view critical = they_are(arena, counts[LL_SEVERITY_CRITICAL], LL_SAY_CRITICAL);
    ll_view improvement = they_are(arena, counts[LL_SEVERITY_IMPROVEMENT], LL_SAY_IMPROVEMENT);
    ll_view polish = they_are(arena, counts[LL_SEVERITY_POLISH], LL_SAY_POLISH);
    ll_view hints = they_are(arena, review->verify_count, LL_SAY_HINT);
    if (review->verdict == LL_VERDICT_PASS && counts[LL_SEVERITY_POLISH] > 0)
        return ll_arena_format(arena, LL_SAY_ONLY_POLISH, LL_VIEW_ARG(polish));
    if (review->verdict == LL_VERDICT_PASS && review->verify_count > 0)
        return ll_arena_format(arena, LL_SAY_ONLY_HINTS, LL_VIEW_ARG(hints));
    if (review->verdict == LL_VERDICT_PASS)
        return LL_VIEW(LL_SAY_NOTHING);
    if (counts[LL_SEVERITY_CRITICAL] == 0)
        return ll_arena_format(arena, LL_SAY_IMPROVE, LL_VIEW_ARG(improvement));
    if (counts[LL_SEVERITY_IMPROVEMENT] == 0)
        return ll_arena_format(arena, LL_SAY_MEND, LL_VIEW_ARG(critical));
    return ll_arena_format(arena, LL_SAY_MEND_AND_IMPROVE, LL_VIEW_ARG(critical),
                           LL_VIEW_ARG(improvement));
}

/* "1 finding" becomes "1 finding was left out.", behind what is there. */
static ll_view add_left_out(ll_arena *arena, ll_view text, uint32_t number, const char *noun,
                            const char *reason) {
    if (number == 0)
        return text;
    return ll_arena_format(arena, number == 1 ? LL_SAY_ONE_LEFT_OUT : LL_SAY_MANY_LEFT_OUT,
                           LL_VIEW_ARG(text), text.len > 0 ? " " : "",
                           LL_VIEW_ARG(ll_review_number(arena, number, noun)), reason);
}

static ll_view left_out_of(const ll_result *result, ll_arena *arena) {
    ll_view text =
        add_left_out(arena, LL_VIEW(""), result->known, LL_SAY_KNOWN_FINDING, LL_SAY_BY_BASELINE);
    return add_left_out(arena, text, result->unchanged, LL_SAY_FINDING, LL_SAY_UNCHANGED);
}

ll_review *ll_review_make(ll_arena *arena, const ll_result *result,
                          const ll_review_options *options) {
    ll_review *review = LL_ARENA_NEW(arena, ll_review);
    review->result = result;
    uint32_t *group_of_rule = LL_ARENA_ARRAY(arena, uint32_t, result->rules->len);
    for (ll_severity severity = 0; severity < LL_SEVERITIES; severity++) {
        add_groups(review, arena, severity, group_of_rule);
        memset(group_of_rule, 0, sizeof *group_of_rule * result->rules->len);
    }
    count_unlisted(review);
    add_verify(review, arena);
    review->verdict = ll_review_verdict(review->counts, options);
    review->verdict_text = ll_review_verdict_name(review->verdict, review->group_counts, options);
    review->rationale = rationale_of(review, arena);
    review->left_out = left_out_of(result, arena);
    return review;
}

void ll_review_measure(ll_review *review, ll_arena *arena) {
    ll_review_add_coverage(review, arena);
    ll_review_add_checks(review, arena);
    ll_review_add_praise(review, arena);
    ll_review_add_patterns(review, arena);
}

uint32_t ll_review_worst(const ll_review *review) {
    const ll_finding_list *findings = &review->result->findings;
    if (review->groups.len > 0)
        return review->groups.at[0].rule;
    if (review->verify.len > 0)
        return findings->at[review->verify.at[0]].rule;
    return findings->len > 0 ? findings->at[0].rule : LL_RULE_NONE;
}

uint32_t ll_review_mendable(const ll_review *review) {
    const ll_finding_list *findings = &review->result->findings;
    uint32_t count = 0;
    for (uint32_t i = 0; i < findings->len; i++) {
        const ll_edits *edits = &findings->at[i].edits;
        bool safe = edits->len > 0;
        for (uint32_t k = 0; k < edits->len; k++)
            safe = safe && edits->at[k].safety == LL_SAFETY_SAFE;
        count += safe;
    }
    return count;
}
