/* The text of --help. */
#ifndef LL_CLI_HELP_H
#define LL_CLI_HELP_H

#include "cli/output.h"

/* All commands and options, from their tables. */
ll_status ll_cli_help(ll_cli_text *text, ll_error *error);

#endif
