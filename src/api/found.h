/* Inside of the library's public face: findings as another program gets them. */
#ifndef LL_API_FOUND_H
#define LL_API_FOUND_H

#include "lessonlint/lessonlint.h"
#include "review/review.h"

/* Calls output->receive for each finding of the review, in order; ends with the first status that
 * is not LL_OK. Texts are made in `arena`. */
ll_status ll_found_hand_out(ll_arena *arena, const ll_review *review, const ll_output *output,
                            ll_error *error);

#endif
