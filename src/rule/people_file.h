/* rules/reviews/people.yaml as the build reads it. */
#ifndef LL_RULE_PEOPLE_FILE_H
#define LL_RULE_PEOPLE_FILE_H

#include "base/buffer.h"
#include "rule/people.h"

typedef LL_ARRAY(ll_people_entry) ll_people_entries;

/* Reads the table: its rules have to be among `rules`, and its patterns have to be patterns.
 * LL_E_INVALID with line and column, LL_E_IO, LL_E_LIMIT. */
ll_status ll_people_read(ll_people_entries *entries, ll_arena *arena, ll_view path,
                         const ll_rule_set *rules, ll_error *error);

#endif
