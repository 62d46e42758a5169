/* A yes or no about something that cannot always be seen. */
#ifndef LL_BASE_ANSWER_H
#define LL_BASE_ANSWER_H

/* Unknown goes through `not`, `and` and `or` as unknown unless the other side decides; it accuses
 * nobody. The order is that of certainty: `and` is the minimum, `or` the maximum. */
typedef enum ll_answer { LL_NO, LL_UNKNOWN, LL_YES } ll_answer;

#endif
