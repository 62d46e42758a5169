/* What a text must hold for a pattern to match in it. */
#ifndef LL_TEXT_NEEDS_H
#define LL_TEXT_NEEDS_H

#include "base/view.h"

#define LL_NEEDS_MOST 8u

/* Literal texts of which every match holds one; none when nothing is known. Views of the pattern.
 */
typedef struct ll_needs {
    ll_view at[LL_NEEDS_MOST];
    uint32_t count;
    ll_view also; /* another text that every match holds; empty when none is known */
    bool no_case; /* letters may stand there in the other case */
} ll_needs;

/* Reads a pattern that PCRE2 can compile, as far as that is simple: literal characters and sets of
 * them, also in groups. Whatever else stands there only makes it know less. */
void ll_needs_of(ll_needs *needs, ll_view pattern);

/* Whether a match may stand at or behind `from`. Of several texts this is asked at the start only,
 * so that one that is missing is not looked for again behind each match. */
bool ll_needs_met(const ll_needs *needs, ll_view subject, size_t from);

#endif
