/* Elements that stand in no content of their own: a variable or a function of the file, named in
 * braces, brings them in. */
#ifndef LL_CHECK_FOLLOW_H
#define LL_CHECK_FOLLOW_H

#include "check/check.h"

typedef struct ll_follow ll_follow;

/* Reads where the names of the lesson get their values. Belongs to `arena`. */
ll_follow *ll_follow_new(ll_facts *facts, ll_arena *arena);

/* Whether `wanted` is true of an element that braces of this element show, in it or through the
 * names in them, from variable to variable and through helpers. Scopes are not known: all values of
 * a name count. What the parameter of a function holds is looked for where it is given, as long as
 * the root component does not have it. Text, numbers, conditions and the state of a component are
 * no elements. Also true when the braces of its content name what the file does not tell, or when
 * LL_LESSON_STEPS_MOST nodes were looked at in all. */
bool ll_follow_finds(ll_follow *follow, uint32_t element,
                     bool (*wanted)(const ll_facts *facts, uint32_t element));

#endif
