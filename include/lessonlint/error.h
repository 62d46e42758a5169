/* Status codes and the error that a caller owns: how the library says that it could not work.
 *
 * Three kinds of trouble never mix. Findings (the lesson is wrong) are data, and the call that made
 * them succeeded. Errors (the library cannot work) are a status and an ll_error. Bugs of the caller
 * (NULL where it is not allowed) are not looked for. */
#ifndef LESSONLINT_ERROR_H
#define LESSONLINT_ERROR_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ll_status {
    LL_OK = 0,
    LL_E_MEMORY,   /* an allocation failed */
    LL_E_IO,       /* a file could not be read or written */
    LL_E_LIMIT,    /* an input passes a stated limit */
    LL_E_INVALID,  /* an argument, a rule or a configuration is wrong */
    LL_E_NOT_FOUND /* a name is not known */
} ll_status;

/* The caller provides one to every function that can fail, never NULL; it need not be filled in
 * before. On failure all of it is written, by the lowest function that knows what went wrong; on
 * success it is left as it was. The texts are UTF-8 and end with a NUL. */
typedef struct ll_error {
    ll_status status;
    char path[1024]; /* "" when no file is concerned; cut when longer */
    uint32_t line;   /* 1-based; 0 when no place is concerned */
    uint32_t column; /* 1-based, in code points; 0 when no place is concerned */
    char text[1024]; /* what is wrong and what was expected, without a full stop */
} ll_error;

#ifdef __cplusplus
}
#endif

#endif
