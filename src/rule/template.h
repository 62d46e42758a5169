/* Message templates: texts with {placeholders}. */
#ifndef LL_RULE_TEMPLATE_H
#define LL_RULE_TEMPLATE_H

#include "finding/finding.h"

/* Writes each `{name}` as the value of that name; `{{` and `}}` are literal braces. A name that is
 * not among the values stays as it stands (the loader refuses templates with names that no check
 * gives). */
ll_view ll_template_expand(ll_arena *arena, ll_view template_text, const ll_value *values,
                           uint32_t count);

#endif
