/* Inside of the library's public face: what a run does not report, since it is known or old. */
#ifndef LL_API_KNOWN_H
#define LL_API_KNOWN_H

#include "api/inputs.h"
#include "baseline/baseline.h"
#include "project/changes.h"

/* The baseline that the options ask for, NULL when they ask for none. Fails as ll_baseline_read
 * does, and with LL_E_INVALID when there is to be one and no file is named. */
ll_status ll_known_begin(ll_baseline **out, const ll_linter *linter, ll_error *error);

/* Entries of a baseline: no longer true, new in this run, and those that its file holds now. */
typedef struct ll_known_counts {
    size_t gone, added, all;
} ll_known_counts;

/* When all pairs are judged: keeps what is gone for ll_linter_gone, counts it and what was added.
 * `*counts` begins with 0. */
ll_status ll_known_end(const ll_baseline *baseline, ll_linter *linter, ll_known_counts *counts,
                       ll_error *error);

/* Then: writes the file when the options ask for it and it has changed. */
ll_status ll_known_write(const ll_baseline *baseline, ll_linter *linter,
                         const ll_known_counts *counts, ll_error *error);

/* What has changed since the commit that the options name, in the repository of the first document;
 * NULL when they name none. Fails as ll_changes_read does. */
ll_status ll_unchanged_begin(ll_changes **out, const ll_linter *linter, const ll_inputs *inputs,
                             ll_error *error);

/* Leaves out what stands on lines that have not changed, and counts it in the result. For what
 * stands at the head of a document, since it speaks of the whole, any change of the file counts. */
void ll_unchanged_leave_out(const ll_changes *changes, ll_result *result);

#endif
