/* Texts that say much the same: they share runs of three content words. */
#ifndef LL_TEXT_SIMILAR_H
#define LL_TEXT_SIMILAR_H

#include "text/words.h"

/* Of so many texts that share one run all are compared with each other; of more, each with the
 * first of them alone: what stands everywhere makes no two texts alike, and hostile texts cost no
 * more than others. */
#define LL_SIMILAR_TEXTS_OF_RUN 8u

typedef struct ll_similar ll_similar;

ll_similar *ll_similar_new(ll_arena *arena);

/* Adds a text, its words as ll_stems_of lists them, and calls `visit` for each earlier one that
 * shares at least `least` (above 0) of the distinct runs of the shorter of both, in the order of
 * the runs that they share first. Returns the number of the new text; they count from 0. A text of
 * fewer than three content words has no runs. */
uint32_t ll_similar_add(ll_similar *similar, const ll_stem_list *words, double least,
                        void (*visit)(void *context, uint32_t number, double share), void *context);

#endif
