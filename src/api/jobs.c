/* One counter of pieces, and threads that take the next one until there is none. */
#include "api/jobs.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

typedef struct crew {
    const ll_jobs *jobs;
    atomic_uint next; /* piece */
    atomic_bool ended;
} crew;

typedef struct member {
    crew *crew;
    uint32_t number;
    pthread_t thread;
} member;

static void work_on(crew *c, uint32_t thread) {
    const ll_jobs *jobs = c->jobs;
    while (!atomic_load(&c->ended)) {
        uint32_t piece = atomic_fetch_add(&c->next, 1);
        if (piece >= jobs->count)
            return;
        if (!jobs->work(jobs->context, thread, piece))
            atomic_store(&c->ended, true);
    }
}

static void *begin(void *context) {
    const member *m = context;
    if (m->crew->jobs->enter(m->crew->jobs->context, m->number))
        work_on(m->crew, m->number);
    return NULL;
}

void ll_jobs_run(const ll_jobs *jobs) {
    crew all = {.jobs = jobs};
    member others[LL_JOBS_THREADS_MOST - 1];
    uint32_t started = 0;
    while (started + 1 < jobs->threads && started + 1 < LL_JOBS_THREADS_MOST &&
           started + 1 < jobs->count) {
        others[started] = (member){.crew = &all, .number = started + 1};
        if (pthread_create(&others[started].thread, NULL, begin, &others[started]) != 0)
            break;
        started++;
    }
    work_on(&all, 0);
    for (uint32_t i = 0; i < started; i++)
        pthread_join(others[i].thread, NULL);
}

uint32_t ll_jobs_processors(void) {
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > LL_JOBS_THREADS_MOST ? LL_JOBS_THREADS_MOST : (uint32_t)count;
}
