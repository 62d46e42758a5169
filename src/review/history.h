/* Iteration after iteration: what became of the findings of the last review in the plan, and which
 * review comes next. */
#ifndef LL_REVIEW_HISTORY_H
#define LL_REVIEW_HISTORY_H

#include "review/review.h"

/* Iterations of a series of reviews when nothing says how many. */
#define LL_REVIEW_ITERATIONS 3u

/* What was asked for instead of what follows from the plan; 0 and empty: nothing. */
typedef struct ll_next_review {
    uint32_t iteration, total;
    ll_view label;
} ll_next_review;

/* A finding of an earlier review, and what it is now. */
typedef struct ll_verified {
    uint32_t finding; /* in plan->findings; LL_HISTORY_NONE when a person's entry matches none */
    const ll_review_finding *earlier; /* it; else one with the title of the entry alone, and a
                                       * severity of LL_REVIEW_SEVERITIES */
    ll_fix_state state; /* LL_FIX_DEFERRED: not fixed, but a directive in the documents accepts it;
                         * LL_FIX_OPEN: a reviewer has to look */
    bool repeats;       /* the last review says the same */
    ll_view notes;
} ll_verified;

typedef LL_ARRAY(ll_verified) ll_verified_list;

typedef struct ll_history {
    uint32_t iteration, total; /* of the next review */
    ll_view label;             /* empty without one */
    uint32_t last;             /* in plan->reviews: the last review; LL_HISTORY_NONE without one */
    uint32_t last_iteration;   /* its number */
    bool over;      /* it is a PASS or the last of its series, and no other label was asked for */
    bool reopened;  /* it would be over, and goes on by the iteration that was asked for */
    bool unchanged; /* it reports the same findings at the same places as this run */
    ll_verified_list verified;
    uint32_t *carried_from; /* by finding of the result: the iteration that reported it first; 0 for
                             * new ones */
    ll_view *marks;         /* by finding of the result: its place, see ll_place_marks */
} ll_history;

/* Fills in review->history. Without a plan, or without a review in it, the next one is the first of
 * a series. */
void ll_review_look_back(ll_review *review, ll_arena *arena, const ll_next_review *asked);

/* "FIXED", "PARTIALLY FIXED", "NOT FIXED", "NOT FIXED (accepted)", "NEEDS A REVIEWER". */
const char *ll_verified_name(ll_fix_state state);

/* "the series of reviews in this plan is finished (iteration 3/3, verdict PASS); to begin another
 * one, give it a name, such as --label \"Post-Rework\"", for a history that is over. */
ll_view ll_history_ending(const ll_review *review, ll_arena *arena);

/* The iteration from which the finding of the group is carried, 0 when it is new. */
uint32_t ll_group_carried_from(const ll_review *review, const ll_group *group);

#endif
