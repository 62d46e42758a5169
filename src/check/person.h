/* A finding that a person wrote, judged by the rules that can, at the place that it names. */
#ifndef LL_CHECK_PERSON_H
#define LL_CHECK_PERSON_H

#include "check/check.h"
#include "rule/people.h"

typedef struct ll_people_judge ll_people_judge;

typedef LL_ARRAY(uint32_t) ll_finding_numbers;

/* What became of it. A claim is made only of what a rule has looked at: FIXED when all rules of its
 * entry in people.yaml find nothing there, NOT_FIXED and PARTIALLY when they do, DEFERRED when only
 * what directives accept is left; else OPEN, a reviewer has to look: also when a rule that judges
 * by likeness finds nothing, or the place is drawn by a file that was not read. */
typedef struct ll_person_judged {
    ll_fix_state state;
    ll_view notes;
    const uint32_t *rules; /* indices into the set: the rules of its entry */
    uint32_t rule_count;
    bool sure; /* what is left is the same defect at the place that is named: not so of rules that
                * judge by likeness, of lines, which move, and when no place is named */
    ll_finding_numbers left; /* findings of the run that are what is left of it */
} ll_person_judged;

/* Belongs to `arena`; `table` must outlive it, and what the rules said. Findings that are added
 * later are not looked at. With `left`, only what is left matters: a finding whose rules found
 * nothing at all is then one that no rule judges, which costs less. */
ll_people_judge *ll_people_judge_new(ll_arena *arena, const ll_said *said, ll_people *table,
                                     bool left);

/* Takes the guard of the arena when memory ends. */
ll_person_judged ll_people_judge_finding(ll_people_judge *people, const ll_review_finding *finding);

#endif
