/* Endings in which British and American spelling differ. */
#include "text/spelling.h"

#include <string.h>

/* The part before it has at least three letters: "four", "wise" and "rise" stay. */
enum { STEM_LEAST = 3 };

static const struct {
    ll_view british, american;
} endings[] = {
    {LL_VIEW_INIT("isation"), LL_VIEW_INIT("ization")},
    {LL_VIEW_INIT("isations"), LL_VIEW_INIT("izations")},
    {LL_VIEW_INIT("ise"), LL_VIEW_INIT("ize")},
    {LL_VIEW_INIT("ises"), LL_VIEW_INIT("izes")},
    {LL_VIEW_INIT("ised"), LL_VIEW_INIT("ized")},
    {LL_VIEW_INIT("iser"), LL_VIEW_INIT("izer")},
    {LL_VIEW_INIT("isers"), LL_VIEW_INIT("izers")},
    {LL_VIEW_INIT("ising"), LL_VIEW_INIT("izing")},
    {LL_VIEW_INIT("yse"), LL_VIEW_INIT("yze")},
    {LL_VIEW_INIT("ysed"), LL_VIEW_INIT("yzed")},
    {LL_VIEW_INIT("ysing"), LL_VIEW_INIT("yzing")},
    {LL_VIEW_INIT("our"), LL_VIEW_INIT("or")},
    {LL_VIEW_INIT("ours"), LL_VIEW_INIT("ors")},
    {LL_VIEW_INIT("oured"), LL_VIEW_INIT("ored")},
    {LL_VIEW_INIT("ouring"), LL_VIEW_INIT("oring")},
    {LL_VIEW_INIT("oural"), LL_VIEW_INIT("oral")},
    {LL_VIEW_INIT("tre"), LL_VIEW_INIT("ter")},
    {LL_VIEW_INIT("tres"), LL_VIEW_INIT("ters")},
    {LL_VIEW_INIT("elled"), LL_VIEW_INIT("eled")},
    {LL_VIEW_INIT("elling"), LL_VIEW_INIT("eling")},
    {LL_VIEW_INIT("ogue"), LL_VIEW_INIT("og")},
    {LL_VIEW_INIT("ogues"), LL_VIEW_INIT("ogs")},
};

/* How words begin that have such an ending in both. */
static const char *const both[] = {
    "advert",    "apprai",  "advi",  "appri",   "chast",   "compel",  "compri",   "compromi",
    "conci",     "denois",  "despi", "devi",    "disgui",  "dispel",  "enterpri", "excel",
    "exci",      "exerci",  "expel", "experti", "franchi", "improvi", "incis",    "likewi",
    "merchandi", "otherwi", "prai",  "preci",   "premi",   "promi",   "propel",   "rai",
    "rebel",     "repel",   "revi",  "supervi", "surpri",  "televi"};

/* Which letters, by the low bits that tell letters apart, make a pair of an ending behind another.
 */
#define LETTER(letter) (UINT32_C(1) << ((letter)&31))
static const uint32_t behind[256] = {['i'] = LETTER('s'),
                                     ['l'] = LETTER('l'),
                                     ['o'] = LETTER('u') | LETTER('g'),
                                     ['t'] = LETTER('r'),
                                     ['y'] = LETTER('s')};

/* Whether two letters near the end could belong to one of the endings: few words have them, and no
 * jump has to be guessed for the others. */
bool ll_spelling_may_fold(ll_view word) {
    size_t longest = LL_VIEW("isations").len;
    uint32_t found = 0;
    for (size_t i = word.len > longest ? word.len - longest : 0; i + 1 < word.len; i++)
        found |= behind[(unsigned char)word.ptr[i]] >> (word.ptr[i + 1] & 31);
    return found & 1;
}

static bool is_both(ll_view word) {
    for (size_t i = 0; i < sizeof both / sizeof *both; i++)
        if (ll_view_starts(word, ll_view_of(both[i])))
            return true;
    return false;
}

size_t ll_spelling_fold(char *word, size_t len) {
    ll_view whole = {word, len};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        ll_view british = endings[i].british, american = endings[i].american;
        if (word[len - 1] != british.ptr[british.len - 1] || len < british.len + STEM_LEAST ||
            !ll_view_ends(whole, british) || is_both(whole))
            continue;
        memcpy(word + len - british.len, american.ptr, american.len);
        return len - british.len + american.len;
    }
    return len;
}
