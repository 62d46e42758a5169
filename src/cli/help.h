/* The text of --help, and its parts for the manual page. */
#ifndef LL_CLI_HELP_H
#define LL_CLI_HELP_H

#include "cli/output.h"

/* What an exit status means. */
typedef struct ll_cli_status_row {
    const char *status;
    const char *help;
} ll_cli_status_row;

/* A way to call the command, without its name; NULL behind the last. */
const char *ll_cli_usage(size_t index);

/* What the command does, in sentences. */
const char *ll_cli_introduction(void);

const ll_cli_status_row *ll_cli_status_table(size_t *count);

/* All commands and options, from their tables. */
ll_status ll_cli_help(ll_cli_text *text, ll_error *error);

#endif
