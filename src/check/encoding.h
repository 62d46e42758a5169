/* Two spellings of one character in the JSX text of a file: shared by the rules on mixed encodings.
 */
#ifndef LL_CHECK_ENCODING_H
#define LL_CHECK_ENCODING_H

#include "check/check.h"

/* Two ways to write one character, the preferred one first. */
typedef struct ll_spellings {
    ll_view source[2]; /* as they stand in the source: an entity, or the character itself */
    ll_view shown[2];  /* the characters that they show, when all entities of one are one way; or
                        * empty */
    bool (*counts)(const ll_lesson *lesson, const ll_passage *passage, uint32_t start,
                   uint32_t end);
    /* NULL, or whether the character at these rendered bytes is one that is meant */
    ll_safety safety; /* of writing one as the other */
} ll_spellings;

/* Counts both in JSX text (strings and attributes are none, nor is `code`) into `outcome.checked`;
 * when the file has both, reports the first use of the rarer one, of the second when they are
 * equal, with {rarer} and {usual}, each as it is written first, and {count}, how often the usual
 * one stands there, and with edits that write each rarer one as the usual one. */
void ll_encoding_check(ll_check *check, const ll_spellings *spellings);

#endif
