/* Findings that a directive in the document takes back before they are counted. */
#ifndef LL_CHECK_SUPPRESS_H
#define LL_CHECK_SUPPRESS_H

#include "facts/directives.h"
#include "rule/rule.h"

typedef struct ll_suppressions ll_suppressions;

/* Reads the directives of both documents; NULL when there are none. `facts` and `rules` must
 * outlive them; they belong to the arena of the facts. */
ll_suppressions *ll_suppressions_new(const ll_facts *facts, const ll_rule_set *rules);

/* Whether a finding of the rule at this place is suppressed; the directive that does so, the last
 * one that begins before it, then counts as used. The rules on suppressions themselves
 * (suppression-…) are suppressed only by name. */
bool ll_suppressions_hold(ll_suppressions *suppressions, uint32_t rule, ll_document document,
                          uint32_t offset);

const ll_directives *ll_suppressions_of(const ll_suppressions *suppressions, ll_document document);

/* Whether the slot (index into the directives' `slots`) suppressed something. */
bool ll_suppressions_used(const ll_suppressions *suppressions, ll_document document, uint32_t slot);

/* Whether the id begins with "suppression-". */
bool ll_is_suppression_rule(ll_view id);

#endif
