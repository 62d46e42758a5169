/* What libstemmer knows. */
#include "text/languages.h"

#include <libstemmer.h>

const char *const *ll_text_languages(size_t *count) {
    const char *const *names = sb_stemmer_list();
    for (*count = 0; names[*count];)
        ++*count;
    return names;
}
