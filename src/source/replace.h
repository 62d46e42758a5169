/* Putting new content in the place of a file: all of it or nothing. */
#ifndef LL_SOURCE_REPLACE_H
#define LL_SOURCE_REPLACE_H

#include "base/array.h"

/* Replaces the content of a regular file that holds `expected` by `content`; a link stays, and what
 * it points to is replaced. Mode and, as far as the system allows, owner stay. The new content is
 * written beside the file under another name and brought to the disk before it takes the place, so
 * that at every moment the file is the old or the new one; only a process that is killed meanwhile
 * may leave the other name behind. LL_E_IO when that cannot be done, and when the file does not
 * hold `expected` any more; nothing is changed then. */
ll_status ll_source_replace(ll_arena *arena, ll_view path, ll_view expected, ll_view content,
                            ll_error *error);

/* Makes a file that is not there yet, in the same way. LL_E_IO, also when there is one. */
ll_status ll_source_create(ll_arena *arena, ll_view path, ll_view content, ll_error *error);

#endif
