/* What a plan takes back in the same breath: "optional", "deferred to the next lesson", "none".
 * What is not promised any more cannot be missing from the lesson. */
#ifndef LL_PLAN_PROMISE_H
#define LL_PLAN_PROMISE_H

#include "base/view.h"

/* Whether a cell says that there is none: it is empty or a dash, or begins with "None", "No",
 * "Not", "N/A", "Nothing", "Nowhere", "Without" … Not for titles and names, which may begin so. */
bool ll_plan_declines(ll_view plain_cell);

/* Whether a cell, line or sentence says that what it names is optional, put off, dropped or done
 * elsewhere. Words that may be part of a subject ("optional chaining") count only as a remark:
 * alone, in brackets, or set off by a comma, colon, dash or the like. */
bool ll_plan_takes_back(ll_view text);

/* Whether a remark in brackets takes the rest of the line back: "Recap (optional)". */
bool ll_plan_takes_back_in_brackets(ll_view line);

#endif
