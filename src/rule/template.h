/* Message templates: texts with {placeholders}. */
#ifndef LL_RULE_TEMPLATE_H
#define LL_RULE_TEMPLATE_H

#include "finding/finding.h"

/* A longer value is cut at a character and ends in "…"; its line ends become blanks, and bytes that
 * are no UTF-8 '?': a message is one line, a table cell may be megabytes, and the name of a file
 * may hold anything. */
#define LL_TEMPLATE_VALUE_MOST 1000u

/* Writes each `{name}` as the value of that name, and `{name|row|rows}` as the value and the word
 * that goes with it, the first behind 1 and the second behind every other number; `{{` and `}}` are
 * literal braces. A name that is not among the values stays as it stands (the loader refuses
 * templates with names that no check gives). */
ll_view ll_template_expand(ll_arena *arena, ll_view template_text, const ll_value *values,
                           uint32_t count);

/* The text that a finding makes of one of its rule's templates. */
static inline ll_view ll_template_finding(ll_arena *arena, ll_view template_text,
                                          const ll_finding *finding) {
    return ll_template_expand(arena, template_text, finding->values.at, finding->values.len);
}

/* Whether every placeholder is one of `names` and every brace has its partner. LL_E_INVALID with
 * the 1-based column in the template as `error->column` and without path and line. */
ll_status ll_template_check(ll_view template_text, const char *const *names, size_t count,
                            ll_error *error);

#endif
