/* What has changed in a file, for people and for patch(1). */
#ifndef LL_FIX_DIFF_H
#define LL_FIX_DIFF_H

#include "base/buffer.h"

/* Adds a unified diff with three lines around each change: `a/PATH` is the file before, `b/PATH`
 * the one behind, so that `patch -p1` and `git apply` take it in the folder that the path starts
 * from. Nothing when both are equal. */
void ll_fix_diff(ll_buffer *out, ll_view path, ll_view before, ll_view behind);

#endif
