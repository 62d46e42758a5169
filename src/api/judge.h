/* Inside of the library's public face: what the rules of a pair's profile say of two documents. */
#ifndef LL_API_JUDGE_H
#define LL_API_JUDGE_H

#include "api/inputs.h"

/* Judges the documents of a pair, of which one may be NULL, in the worker's scratch arena, whose
 * guard is active. `around` stands for that of the setup. Fails as ll_facts_read and
 * ll_engine_judge do. */
ll_status ll_judge_pair(ll_result **out, const ll_linter *linter, ll_worker *worker,
                        const ll_pair_setup *setup, const ll_surroundings *around, ll_source *plan,
                        ll_source *lesson, ll_error *error);

#endif
