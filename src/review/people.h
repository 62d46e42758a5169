/* A finding that a person wrote, judged by the rules that can, at the place that it names. */
#ifndef LL_REVIEW_PEOPLE_H
#define LL_REVIEW_PEOPLE_H

#include "engine/engine.h"

typedef struct ll_review_people ll_review_people;

typedef LL_ARRAY(uint32_t) ll_finding_numbers;

/* What became of it. A claim is made only of what a rule has looked at: FIXED when all rules of its
 * entry in people.yaml find nothing there, NOT_FIXED and PARTIALLY when they do, DEFERRED when only
 * what directives accept is left; else OPEN, a reviewer has to look: also when a rule that judges
 * by likeness finds nothing, or the place is drawn by another file. */
typedef struct ll_person_judged {
    ll_fix_state state;
    ll_view notes;
    const uint32_t *rules; /* indices into the set: the rules of its entry */
    uint32_t rule_count;
    ll_finding_numbers left; /* findings of the result that are what is left of it */
} ll_person_judged;

/* Belongs to `arena`; `result` must outlive it. */
ll_review_people *ll_review_people_new(ll_arena *arena, const ll_result *result);

/* Takes the guard of the arena when memory ends. */
ll_person_judged ll_review_person(ll_review_people *people, const ll_review_finding *finding);

#endif
