/* One line on a terminal that says how far a long run has come. */
#ifndef LL_CLI_PROGRESS_H
#define LL_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

/* It is shown when there are more pairs than these. */
#define LL_CLI_PROGRESS_PAIRS 50

typedef struct ll_cli_progress {
    bool wanted;
    bool shown;           /* the line stands on the terminal */
    struct timespec last; /* when it was written */
} ll_cli_progress;

/* Whether standard error is a terminal that can take a line back. */
bool ll_cli_progress_is_wanted(bool quiet);

/* An ll_progress; `context` is an ll_cli_progress. Writes the line anew, at most ten times in a
 * second. */
void ll_cli_progress_show(void *context, size_t done, size_t pairs);

/* Takes the line away. */
void ll_cli_progress_clear(ll_cli_progress *progress);

#endif
