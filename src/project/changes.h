/* Which lines of the files of a repository have changed, as git tells. */
#ifndef LL_PROJECT_CHANGES_H
#define LL_PROJECT_CHANGES_H

#include "base/array.h"

/* Bytes of what git says to one question; more is LL_E_LIMIT. */
#define LL_CHANGES_ANSWER_MOST ((size_t)256 * 1024 * 1024)

typedef struct ll_changes ll_changes;

/* Asks git what has changed in the files as they are now since their branch parted from a commit
 * (the merge base of it and HEAD): `folder` is a real path inside of the repository, `ref` what
 * names the commit. Files that git does not follow, and those that are not called like a plan or
 * lesson, are changed as a whole, renamed ones where they differ; a deletion is a change of the
 * line before it and of that behind. LL_E_IO when there is no git, no repository, no such commit,
 * or none that both come from. */
ll_status ll_changes_read(ll_changes **out, ll_arena *arena, ll_view folder, ll_view ref,
                          ll_error *error);

/* Whether one of the lines [first, last] of a file, by its real path, has changed; of one that lies
 * outside of the repository all have. With first 0: whether any has. */
bool ll_changes_hold(const ll_changes *changes, ll_view path, uint32_t first, uint32_t last);

#endif
