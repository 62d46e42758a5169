/* Inside of the library's public face: what a run amounts to. */
#ifndef LL_API_TOTALS_H
#define LL_API_TOTALS_H

#include "review/review.h"
#include "writer/writer.h"

/* That of one pair; `verdict` and the errors are left empty. */
ll_totals ll_totals_of(const ll_review *review);

/* Adds all but `verdict` and the errors. The first pair with a rule gives `first_rule`. */
void ll_totals_add(ll_totals *sum, const ll_totals *more);

/* Sets `verdict` to the worst of all pairs'. */
void ll_totals_find_worst(ll_totals *totals);

#endif
