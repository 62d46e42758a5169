/* Inside of the library's public face: a run whose one pair is handed on as a review. */
#ifndef LL_API_RUN_H
#define LL_API_RUN_H

#include "api/inputs.h"

/* Called with the review of the pair, measured and looked back, in the arena of the run. */
typedef ll_status ll_take_review(void *context, ll_arena *arena, const ll_review *review,
                                 ll_error *error);

/* Called when all is done: nothing can fail behind it. */
typedef ll_status ll_finish_review(void *context, ll_error *error);

/* Lints what is given as ll_linter_run does, and hands its review to `take` instead of writing
 * reports, then calls `finish`. LL_E_INVALID unless there is one plan, with its lesson or without.
 */
ll_status ll_run_review(ll_linter *linter, const ll_inputs_given *given, ll_take_review *take,
                        ll_finish_review *finish, void *context, ll_summary *summary,
                        ll_error *error);

#endif
