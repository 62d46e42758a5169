/* Inside of the library's public face: the baseline of a run. */
#ifndef LL_API_KNOWN_H
#define LL_API_KNOWN_H

#include "api/linter.h"
#include "baseline/baseline.h"

/* The baseline that the options ask for, NULL when they ask for none. Fails as ll_baseline_read
 * does, and with LL_E_INVALID when there is to be one and no file is named. */
ll_status ll_known_begin(ll_baseline **out, const ll_linter *linter, ll_error *error);

/* When all pairs are judged: keeps what is gone for ll_linter_gone, `*gone` of them, and writes the
 * file when the options ask for it and it has changed. */
ll_status ll_known_end(ll_baseline *baseline, ll_linter *linter, size_t *gone, ll_error *error);

#endif
