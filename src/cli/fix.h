/* The command `lessonlint fix`. */
#ifndef LL_CLI_FIX_H
#define LL_CLI_FIX_H

#include "cli/options.h"

/* Mends the files, or with --diff shows what it would do, and says on standard output what became
 * of them; with --diff that goes to standard error. */
ll_status ll_cli_fix(ll_linter *linter, const ll_cli_options *options, int *exit_status,
                     ll_error *error);

#endif
