/* Text in another language than English, which has other customs. */
#ifndef LL_CHECK_FOREIGN_H
#define LL_CHECK_FOREIGN_H

#include "facts/facts.h"

/* Whether the nearest `lang` around a byte of the lesson's source names another language. A value
 * that cannot be seen, or is no code of a language, is passed over. */
bool ll_is_foreign(ll_facts *facts, uint32_t offset);

#endif
