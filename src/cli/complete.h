/* What may stand at the end of a command line, for the completions of shells. */
#ifndef LL_CLI_COMPLETE_H
#define LL_CLI_COMPLETE_H

#include "cli/output.h"

/* What a value, or an argument of a command, is completed with. */
typedef enum ll_cli_kind {
    LL_CLI_ANYTHING, /* nobody but the user knows it */
    LL_CLI_CHOICE,
    LL_CLI_FILE,
    LL_CLI_FOLDER,
    LL_CLI_FORMAT,        /* NAME[=FILE] */
    LL_CLI_RULE,          /* one id */
    LL_CLI_RULES_LIST,    /* ids, separated by commas */
    LL_CLI_RULE_SEVERITY, /* ID=SEVERITY */
    LL_CLI_WORD           /* a word that stands in the table itself, such as `test` */
} ll_cli_kind;

/* A value as the tables of options and commands call it. */
typedef struct ll_cli_value {
    const char *name;
    ll_cli_kind kind;
    const char *const *choices; /* ends with NULL */
} ll_cli_value;

/* The value of a name, of `length` bytes; NULL for one that is in no table. */
const ll_cli_value *ll_cli_find_value(const char *name, size_t length);

/* Part `index` of the arguments of a command, such as DIR of `[test DIR...]`, where the last part
 * may stand for all that follow. NULL when there is none. */
const char *ll_cli_argument_name(const char *arguments, size_t index, size_t *length);

/* `words` are those behind the command's name up to the cursor; the last is the one that is being
 * typed, maybe empty. Adds a line `WORD<tab>ABOUT` for each word that may stand in its place
 * (whether it goes on as was typed is left to the shell), and last one of the lines :none that is
 * all :more       no blank belongs behind these words, something follows :files N    or the name of
 * a file, behind the first N bytes of the word :folders N  the same of folders Rules are those that
 * the options among the words lead to; there are none when they cannot be read. */
ll_status ll_cli_complete(ll_linter *linter, const char *const *words, size_t count,
                          ll_cli_text *text, ll_error *error);

#endif
