/* The texts of --help and of a call without arguments. */
#ifndef LL_CLI_HELP_H
#define LL_CLI_HELP_H

#include "cli/output.h"

/* All commands and options, from their tables. */
ll_status ll_cli_help(ll_cli_text *text, ll_error *error);

/* How to call it, in a few lines. */
ll_status ll_cli_usage(ll_cli_text *text, ll_error *error);

#endif
