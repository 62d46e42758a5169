/* Making the edits of findings: which of them go together, and the document with them. */
#ifndef LL_FIX_FIX_H
#define LL_FIX_FIX_H

#include "engine/engine.h"

/* How often a pair is read again, and how many sets of edits are tried in one such pass, when not
 * all can be made; findings whose turn does not come then are left. */
#define LL_FIX_PASSES_MOST 10
#define LL_FIX_TRIALS_MOST 64

/* Indices into result->findings. */
typedef LL_ARRAY(uint32_t) ll_fix_choice;

/* The findings with edits that `wanted` wants and whose edits can be made together, in the order of
 * the findings: one that overlaps an earlier one is left for when the document is read again. Those
 * of one finding are made all or none. */
void ll_fix_choose(ll_fix_choice *choice, ll_arena *arena, const ll_result *result,
                   bool (*wanted)(const void *context, const ll_finding *finding),
                   const void *context);

/* The bytes of a document of the result, as they are in its file, with the edits of those chosen
 * findings for which `made` is set. */
ll_view ll_fix_apply(ll_arena *arena, const ll_result *result, const ll_fix_choice *choice,
                     const bool *made, ll_document document, ll_view bytes);

/* Whether the findings behind are no more than those before without the `made` ones, rule by rule,
 * and the lesson is still read. Rules on the history of a plan are left out: they speak of what the
 * documents were. */
bool ll_fix_is_better(ll_arena *arena, const ll_result *before, const ll_result *behind,
                      const ll_fix_choice *choice, const bool *made);

#endif
