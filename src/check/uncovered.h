/* Items of a plan whose words are looked for in the lesson. */
#ifndef LL_CHECK_UNCOVERED_H
#define LL_CHECK_UNCOVERED_H

#include "check/check.h"
#include "facts/coverage.h"

typedef struct ll_uncovered {
    ll_place place;          /* of the item in the plan */
    ll_view subject;         /* its text */
    const char *name;        /* the placeholder that shows it */
    const char *kind;        /* as in ll_report */
    const ll_index_hit *hit; /* in the best Row */
    const char *related;     /* what the best Row is */
    ll_view unseen;          /* the component whose text is not known; may be empty */
} ll_uncovered;

/* Reports it with the placeholder `name`, score, bestsection, bestline, missing and unseen. */
void ll_check_report_uncovered(ll_check *check, const ll_uncovered *item);

/* Whether the plan says itself that the misconception is not for this lesson. */
bool ll_misconception_is_deferred(const ll_misconception *row);

#endif
