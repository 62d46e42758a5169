/* Texts on their way out: all of a report or nothing. */
#ifndef LL_CLI_OUTPUT_H
#define LL_CLI_OUTPUT_H

#include "lessonlint/lessonlint.h"

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

/* Most bytes of one text: of a report on all pairs of a run. */
#define LL_CLI_TEXT_MOST (SIZE_MAX > UINT32_MAX ? (size_t)4 << 30 : SIZE_MAX / 4)

/* A text that is collected before it goes anywhere, so that a failed run leaves nothing behind. */
typedef struct ll_cli_text {
    char *bytes;
    size_t length, room;
} ll_cli_text;

/* An ll_write; `context` is an ll_cli_text. LL_E_LIMIT past LL_CLI_TEXT_MOST. */
ll_status ll_cli_text_add(void *context, const char *bytes, size_t length, ll_error *error);
void ll_cli_text_free(ll_cli_text *text);

/* A file to be written: at first beside its place under another name. */
typedef struct ll_cli_file {
    const char *path;
    char *place;     /* where it really goes: what a link points to; NULL when … */
    char *temporary; /* … and this too, it is no regular file and was written to directly: a pipe
                      * such as /dev/stdout has no name that it could be looked up by */
} ll_cli_file;

/* Writes the text beside its place, with the permissions of the file that it will replace. LL_E_IO
 * names the file, also a link that points to nothing; nothing is left then. */
ll_status ll_cli_file_write(ll_cli_file *file, const char *path, const ll_cli_text *text,
                            ll_error *error);

/* Puts the file in its place, and frees; or takes it away. A zeroed file is allowed. */
ll_status ll_cli_file_commit(ll_cli_file *file, ll_error *error);
void ll_cli_file_discard(ll_cli_file *file);

/* Whether the path is that of a pipe or a device, which is written to directly, and may wait. */
bool ll_cli_file_is_direct(const char *path);

/* Lets signals that ask the program to end wait while files stand beside their places, and hands
 * them on again. */
void ll_cli_signals_hold(sigset_t *before);
void ll_cli_signals_release(const sigset_t *before);

/* Writes to standard output, to the last byte. LL_E_IO when that cannot be done: a full disk, a
 * reader that went away. */
ll_status ll_cli_print(const ll_cli_text *text, ll_error *error);

#endif
