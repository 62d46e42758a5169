/* The languages whose words can be stemmed. */
#ifndef LL_TEXT_LANGUAGES_H
#define LL_TEXT_LANGUAGES_H

#include <stddef.h>

/* Names like "english", `*count` of them. Constants. */
const char *const *ll_text_languages(size_t *count);

#endif
