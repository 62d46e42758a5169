/* Filling in the error that the caller owns. */
#ifndef LL_BASE_ERROR_H
#define LL_BASE_ERROR_H

#include "base/view.h"
#include "lessonlint/error.h"

/* Fills in `*error` and returns its status, so that a function can end with it. `line` and `column`
 * are 0 when no place is concerned, `path` is empty when no file is. Texts that are too long are
 * cut at a character. */
ll_status ll_error_set(ll_error *error, ll_status status, ll_view path, uint32_t line,
                       uint32_t column, const char *format, ...);

/* The same for what the system refused with an errno of `number`: "cannot read: Permission denied".
 * LL_E_MEMORY when it had no memory for it, else LL_E_IO. */
ll_status ll_error_system(ll_error *error, ll_view path, const char *what, int number);

/* Of `count` names the one nearest to `name` by edit distance, or NULL when none is near enough to
 * be what was meant (at most a third of its letters differ, or it is the name's beginning). */
const char *ll_error_nearest(ll_view name, const char *const *names, size_t count);

#endif
