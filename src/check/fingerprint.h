/* Fingerprints: findings that are known again in the next run, and in the next review. */
#ifndef LL_CHECK_FINGERPRINT_H
#define LL_CHECK_FINGERPRINT_H

#include "check/check.h"

/* Names every finding so that it is known again after edits elsewhere, moves and renamed sections:
 * 32 hexadecimal digits of the rule, the file by its name in `names`, the subject and the
 * how-manieth of equals it is, by position. One for each finding, in their order; they belong to
 * `arena`. */
ll_view *ll_fingerprints(ll_arena *arena, const ll_finding_list *findings, const ll_rule_set *rules,
                         const ll_view names[LL_DOCUMENTS_MOST]);

/* The marks by which a review knows the places of its findings again: the first digits of
 * fingerprints for which plan and lesson have no names, since a review is about one pair, whatever
 * its files are called by then. Within one rule and pair they tell places apart. Where the text of
 * a place was edited the section is what is left of it. What directives took back is counted among
 * equals, so that a mark stays when one of them is suppressed. First those of `findings`, then
 * those of `suppressed`. */
ll_view *ll_place_marks(ll_arena *arena, const ll_finding_list *findings,
                        const ll_finding_list *suppressed, const ll_rule_set *rules,
                        const ll_facts *facts);

#endif
