/* Function words of English: they say nothing about what a text is about. */
#ifndef LL_TEXT_STOPWORDS_H
#define LL_TEXT_STOPWORDS_H

#include "base/view.h"

/* Whether a case-folded word is one, or a contraction of one ("it's", "doesn't"). */
bool ll_stopword_is(ll_view word);

/* All of them but the contractions; `*count` of them. */
const char *const *ll_stopword_list(size_t *count);

#endif
