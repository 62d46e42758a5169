/* The line of progress, which goes to standard error: reports go elsewhere. */
#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PAUSE_MS = 100, MS = 1000, NS_OF_MS = 1000000 };

bool ll_cli_progress_is_wanted(bool quiet) {
    const char *kind = getenv("TERM");
    return !quiet && isatty(STDERR_FILENO) == 1 && kind && strcmp(kind, "dumb") != 0;
}

static long passed_ms(const struct timespec *from, const struct timespec *to) {
    return (long)(to->tv_sec - from->tv_sec) * MS + (to->tv_nsec - from->tv_nsec) / NS_OF_MS;
}

void ll_cli_progress_show(void *context, size_t done, size_t pairs) {
    ll_cli_progress *progress = context;
    struct timespec now;
    if (!progress->wanted || pairs <= LL_CLI_PROGRESS_PAIRS ||
        clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return;
    if (progress->shown && passed_ms(&progress->last, &now) < PAUSE_MS)
        return;
    progress->last = now;
    progress->shown = true;
    fprintf(stderr, "\r%zu of %zu lessons\x1b[K", done, pairs);
    fflush(stderr);
}

void ll_cli_progress_clear(ll_cli_progress *progress) {
    if (!progress->shown)
        return;
    fputs("\r\x1b[K", stderr);
    fflush(stderr);
    progress->shown = false;
}
