/* Stems of English words, as libstemmer has them. */
#ifndef LL_TEXT_ENGLISH_H
#define LL_TEXT_ENGLISH_H

#include <stddef.h>

/* Makes a word its own stem, in place, and returns the stem's length, which is not above `len`. The
 * word is made of small letters and digits of ASCII alone. */
size_t ll_english_stem(char *text, size_t len);

#endif
