/* Reading JSON: one object of texts, as a line of a file holds it. */
#ifndef LL_JSON_READ_H
#define LL_JSON_READ_H

#include "base/array.h"

typedef struct ll_json_member {
    ll_view name, value; /* in the arena */
} ll_json_member;

typedef LL_ARRAY(ll_json_member) ll_json_members;

/* Reads the members of an object, all of whose values are texts or whole numbers, which are given
 * as they are written. LL_E_INVALID for anything else, with the 1-based column (code points) and
 * without path and line. */
ll_status ll_json_read_members(ll_json_members *out, ll_arena *arena, ll_view text,
                               ll_error *error);

#endif
