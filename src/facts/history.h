/* What the reviews that stand in a plan say of each other: which finding a fix verification speaks
 * of, and which places were found fixed. */
#ifndef LL_FACTS_HISTORY_H
#define LL_FACTS_HISTORY_H

#include "facts/facts.h"

/* Share of the content words of both titles from which two findings are the same. */
#define LL_HISTORY_SAME_TITLE 0.6

/* Most findings of one review that others are compared with, the first. */
#define LL_HISTORY_FINDINGS_MOST 1000u

#define LL_HISTORY_NONE UINT32_MAX

/* A place of a finding that lessonlint wrote and a later review found fixed. */
typedef struct ll_fixed_place {
    ll_view rule, mark; /* the place alone, see below */
    uint32_t finding;   /* in plan->findings */
    uint32_t review;    /* in plan->reviews: the last one that says that it is fixed */
} ll_fixed_place;

typedef LL_ARRAY(ll_fixed_place) ll_fixed_places;

/* By rule and mark, each once. Made when first asked for; needs a plan. */
const ll_fixed_places *ll_facts_fixed_places(ll_facts *facts);

/* The fixed place of that rule and mark, or NULL. */
const ll_fixed_place *ll_facts_fixed_place(ll_facts *facts, ll_view rule, ll_view mark);

/* The last review that says of a finding (in plan->findings) that it was fixed; 0: none does. */
uint32_t ll_facts_fixed_by(ll_facts *facts, uint32_t finding);

/* The finding of `review` that the fix verification `entry` of the later review `next` speaks of
 * (all are indices into the plan's lists): of the same rule when both name one, and with the same
 * title, or of the number that stands for a title; else LL_HISTORY_NONE. Retracted findings are not
 * among them. */
uint32_t ll_history_finding(ll_facts *facts, uint32_t review, uint32_t next, uint32_t entry);

/* The finding of any earlier review that the entry of the review `next` speaks of, and in `*review`
 * which review that is: the last one with the same title, else the last one with a title alike. */
uint32_t ll_history_source(ll_facts *facts, uint32_t next, uint32_t entry, uint32_t *review);

/* The finding of the review before `next` that has the number of the entry, whatever its title. */
uint32_t ll_history_numbered(const ll_plan *plan, uint32_t next, uint32_t entry);

/* Whether a finding of an earlier review with the title of the entry was retracted. */
bool ll_history_is_retracted(const ll_plan *plan, uint32_t next, uint32_t entry);

/* The number of a review's iteration: what its heading says, else one more than the one before it.
 */
uint32_t ll_history_iteration(const ll_plan *plan, uint32_t review);

/* A mark names a place by its first digits and the section around it by the rest (see
 * ll_place_marks in check/fingerprint.h). */
#define LL_HISTORY_PLACE 8u
ll_view ll_history_place(ll_view mark);
ll_view ll_history_section(ll_view mark);

/* Takes the first mark off `rest`, the marks of a finding; false when none is left. */
bool ll_history_next_mark(ll_view *rest, ll_view *mark);

#endif
