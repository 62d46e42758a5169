/* The three declarative kinds of rules. */
#ifndef LL_ENGINE_KINDS_H
#define LL_ENGINE_KINDS_H

#include "check/check.h"
#include "rule/selector.h"
#include "text/pattern.h"

/* What a rule needs at run time. */
typedef struct ll_compiled {
    ll_pattern *pattern, *unless_pattern; /* of the kind `text`; unless may be NULL */
    ll_selector *select, *unless;         /* of the kind `element`; unless may be NULL */
} ll_compiled;

/* Compiles the rule's patterns or selectors into `arena`. LL_E_INVALID names the rule. */
ll_status ll_compile_rule(ll_compiled *compiled, ll_arena *arena, const ll_rule *rule,
                          ll_error *error);

/* Runs one rule of the kind. LL_E_LIMIT when the rule needs too many steps on these documents: then
 * nothing that it reported is of use, and `*error` names it and the place. LL_E_MEMORY. */
void ll_run_count(ll_check *check);
ll_status ll_run_element(ll_check *check, const ll_compiled *compiled, ll_error *error);
ll_status ll_run_text(ll_check *check, const ll_compiled *compiled, ll_error *error);

#endif
