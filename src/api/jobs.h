/* Pieces of work that do not know each other, done by several threads at the same time. */
#ifndef LL_API_JOBS_H
#define LL_API_JOBS_H

#include <stdbool.h>
#include <stdint.h>

/* More threads than these are not begun. */
#define LL_JOBS_THREADS_MOST 64u

typedef struct ll_jobs {
    uint32_t count;   /* of pieces */
    uint32_t threads; /* most of them, from 1 on; number 0 is the calling one */
    /* Called once on each thread but 0 before its first piece: false when it cannot work. */
    bool (*enter)(void *context, uint32_t thread);
    /* Called once for each piece; false ends the work: no piece begins any more. */
    bool (*work)(void *context, uint32_t thread, uint32_t piece);
    void *context;
} ll_jobs;

/* Returns when all pieces are done or the work was ended. Pieces begin in their order, and one that
 * has begun is finished: when one ends the work, all before it were done. A thread that cannot be
 * started is one less. */
void ll_jobs_run(const ll_jobs *jobs);

/* How many processors there are: at least 1, at most LL_JOBS_THREADS_MOST. */
uint32_t ll_jobs_processors(void);

#endif
