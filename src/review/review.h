/* The review of one pair: what its findings amount to, and what was measured beside them. */
#ifndef LL_REVIEW_REVIEW_H
#define LL_REVIEW_REVIEW_H

#include "engine/engine.h"

/* What the summary counts as one finding: one place, or all places of one Polish rule
 * (of what is back, all of one earlier finding). */
typedef struct ll_group {
    uint32_t rule;
    ll_severity severity;
    LL_ARRAY(uint32_t) places; /* indices into result->findings, in their order; at least one */
} ll_group;

/* A row of the Checks or the Coverage table. */
typedef struct ll_review_row {
    ll_view name, text;
} ll_review_row;

typedef LL_ARRAY(ll_review_row) ll_review_rows;
typedef LL_ARRAY(ll_view) ll_review_lines;

typedef struct ll_review_options {
    uint32_t major_threshold; /* critical findings from which it is MAJOR REVISION; 0 means 1 */
    bool polish_notes;        /* a PASS with polish findings says so */
} ll_review_options;

/* Of the lesson, not of its history: what rules about earlier reviews found is in `result` alone.
 */
typedef struct ll_review {
    const ll_result *result;
    ll_verdict_kind verdict;
    const char *verdict_text;
    LL_ARRAY(ll_group)
    groups; /* Critical, Improvement, Polish; inside, plan before lesson, by
             * position */
    uint32_t group_counts[LL_SEVERITIES];
    uint32_t counts[LL_SEVERITIES]; /* places of exact findings, by which the verdict is given */
    LL_ARRAY(uint32_t) verify;      /* indices into result->findings of the hints */
    uint32_t verify_count;          /* of the hints, those that are not listed too */
    uint32_t history_count;         /* findings of rules about earlier reviews */
    ll_review_rows checks;          /* only what was measured */
    ll_review_rows coverage; /* of misconceptions, modalities and examples; empty without a pair */
    /* Planned modalities, each in one of them: with a place in `coverage`, with a hint, with a
     * finding that counts, with none of these. */
    uint32_t modalities_found, modalities_doubted, modalities_absent, modalities_lost;
    uint32_t outline_judged,
        outline_found;      /* items of the outline; hooks and recaps count when found */
    ll_review_lines praise; /* one for each rule that checked something and found nothing */
    ll_review_lines patterns;
    ll_view rationale; /* one sentence that follows from the counts */
    ll_view
        left_out; /* sentences on what a baseline knows and what has not changed; may be empty */
    struct ll_history *history; /* NULL until ll_review_look_back (history.h) */
} ll_review;

/* Everything but checks, coverage, praise and patterns: what a summary needs. Belongs to `arena`,
 * and refers to `result`. */
ll_review *ll_review_make(ll_arena *arena, const ll_result *result,
                          const ll_review_options *options);

/* Adds the rest, which asks the documents once more. */
void ll_review_measure(ll_review *review, ll_arena *arena);

/* The rule of the worst finding, the first of several; LL_RULE_NONE when nothing was found. */
uint32_t ll_review_worst(const ll_review *review);

/* How many findings there are that safe edits mend. */
uint32_t ll_review_mendable(const ll_review *review);

/* C = critical >= the threshold: MAJOR REVISION; else any C or improvement: NEEDS REVISION. */
ll_verdict_kind ll_review_verdict(const uint32_t counts[LL_SEVERITIES],
                                  const ll_review_options *options);

/* "PASS" …, "PASS (with polish notes)" when the options ask for it and there are polish findings.
 */
const char *ll_review_verdict_name(ll_verdict_kind verdict, const uint32_t counts[LL_SEVERITIES],
                                   const ll_review_options *options);

/* How many findings of a rule are not in the list. */
uint32_t ll_review_unlisted(const ll_result *result, uint32_t rule);

/* The fingerprint of each finding of the result, in its order, see ll_fingerprints: a file is named
 * by its path from the configuration's folder on, without one by its name. */
ll_view *ll_review_fingerprints(ll_arena *arena, const ll_result *result);

/* "1 row", "1,145 lines": the plural is the word with an s. */
ll_view ll_review_number(ll_arena *arena, uint32_t number, const char *word);

/* Where a finding starts, and where it ends. */
ll_position ll_review_start(const ll_result *result, const ll_range *range);
ll_position ll_review_end(const ll_result *result, const ll_range *range);

#endif
