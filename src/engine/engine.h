/* Running rules on a pair of documents. */
#ifndef LL_ENGINE_ENGINE_H
#define LL_ENGINE_ENGINE_H

#include "check/person.h"

/* A rule set ready to run: selectors and patterns are compiled once, when a rule is run first, so
 * that one that is off costs nothing. An engine serves one thread at a time, because its patterns
 * do; several engines may share rules and settings, which a run only reads. */
typedef struct ll_engine ll_engine;

/* Everything given must outlive the engine, which belongs to `arena`. */
ll_engine *ll_engine_new(ll_arena *arena, const ll_rule_set *rules, const ll_vocabulary *vocabulary,
                         bool strict);

/* The vocabulary that it was made with, for ll_facts_read. */
const ll_vocabulary *ll_engine_vocabulary(const ll_engine *engine);

/* What the rules found in one pair (or one document). Belongs to the arena of the run. */
typedef struct ll_result {
    ll_engine *engine;                   /* that made it */
    ll_view paths[LL_DOCUMENTS_MOST];    /* as given; empty when that document is missing */
    ll_view known_as[LL_DOCUMENTS_MOST]; /* paths from the configuration's folder on, by which
                                          * findings are known again; empty: the file's name */
    ll_view slug;                        /* of the plan, else of the lesson's file name */
    ll_facts *facts;
    const ll_rule_set *rules;
    const ll_rule_setting *settings;
    ll_finding_list findings;   /* sorted */
    ll_finding_list suppressed; /* what directives took back, see ll_check, and what was left
                                 * out of the findings afterwards */
    ll_view *prints; /* of `findings`, when some were left out; NULL: see ll_result_fingerprints */
    bool has_baseline;             /* findings that a baseline knows are left out: … */
    uint32_t known;                /* … so many of them */
    bool has_since;                /* findings are left out whose lines have not changed: … */
    uint32_t unchanged;            /* … so many */
    ll_suppressions *suppressions; /* NULL: the documents hold no directives */
    ll_suppressions **of_widgets;  /* the same by widget; NULL: no rule judged widgets */
    ll_outcome
        *outcomes; /* one for each rule; a rule that is off has checked 0 and skipped "off" */
    LL_ARRAY(ll_error) errors;      /* of rules that passed a limit, skipped as "limit" */
    uint32_t counts[LL_SEVERITIES]; /* exact findings, places */
    uint32_t verify;                /* findings to verify */
} ll_result;

/* Either source may be NULL, not both; `settings` has one entry for each rule and outlives the
 * result. A rule whose pattern or selector needs too many steps is skipped, with an entry in
 * `errors`; the others go on. Fails when a document passes a limit, and with LL_E_INVALID for a
 * selector that cannot be read (rules that are shipped or were loaded have none); `*out` is then
 * untouched. Patterns have to be such that ll_pattern_new took them. The engine's arena must have
 * no active guard unless it is `arena`; after LL_E_MEMORY the engine can be used no more. */
ll_status ll_engine_run(ll_engine *engine, ll_arena *arena, ll_source *plan, ll_source *lesson,
                        const ll_rule_setting *settings, ll_result **out, ll_error *error);

/* The same for documents that were read already; `facts` belongs to the arena of the run. */
ll_status ll_engine_judge(ll_engine *engine, ll_facts *facts, const ll_rule_setting *settings,
                          ll_result **out, ll_error *error);

/* Judges findings that people wrote by what the rules found. The table of their words is made once
 * for an engine. Belongs to `arena`, that of the run, and takes its guard when memory ends. */
ll_people_judge *ll_result_judge_people(const ll_result *result, ll_arena *arena);

/* The fingerprint of each finding of the result, in its order, see ll_fingerprints: a file is named
 * by its path from the configuration's folder on, without one by its name. What is left out later
 * does not change those of the others. */
ll_view *ll_result_fingerprints(ll_arena *arena, const ll_result *result);

/* The name of a document in fingerprints; empty when there is no such document. */
ll_view ll_result_name(const ll_result *result, ll_document document);

/* Takes findings back for which `out` is set, as a directive in the document would: nothing counts
 * them, and no rule is praised that has some. `prints` are the fingerprints of all findings, in the
 * arena of the result. */
void ll_result_leave_out(ll_result *result, const bool *out, ll_view *prints);

/* The same for the findings of a rule that are not listed, if there are any. */
uint32_t ll_result_leave_out_unlisted(ll_result *result, uint32_t rule);

/* The rule's praise with its numbers; empty when it checked nothing, found something, could not
 * tell of something, or has none. */
ll_view ll_result_praise(const ll_result *result, ll_arena *arena, uint32_t rule);

#endif
