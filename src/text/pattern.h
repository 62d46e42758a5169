/* Patterns and globs: the only place that knows PCRE2. */
#ifndef LL_TEXT_PATTERN_H
#define LL_TEXT_PATTERN_H

#include "base/array.h"

/* Longest pattern in bytes, and what one search may cost before it is given up: without these a
 * hostile pattern would stop the run. A step is one item of the pattern that is tried. */
#define LL_PATTERN_MOST 4096u
#define LL_PATTERN_STEPS 200000u
#define LL_PATTERN_STEPS_PER_BYTE 16u
#define LL_PATTERN_DEPTH 50000u
#define LL_PATTERN_HEAP_KIB 20000u

/* What all matches in one document may cost together: see ll_pattern_allow. A unit is one item of
 * the pattern that is tried, or four bytes that it goes over, and takes some twenty nanoseconds: a
 * document of a megabyte is given up within a tenth of a second. What useful patterns need
 * stands in docs/design.md. */
#define LL_PATTERN_WORK ((uint64_t)512 << 10)
#define LL_PATTERN_WORK_PER_BYTE 4u

/* Remembers its last match and the work that was done: not to be shared between threads. */
typedef struct ll_pattern ll_pattern;

typedef struct ll_match {
    size_t start, end; /* byte range in the subject */
} ll_match;

/* Compiles (UTF, ucp; `^` and `$` at lines). LL_E_INVALID gives PCRE2's own words and the offset in
 * the pattern as `error->column` (1-based). Freed with the arena. */
ll_status ll_pattern_new(ll_pattern **pattern, ll_arena *arena, ll_view text, ll_error *error);

/* The same for a pattern that ll_pattern_new took before, which has to outlive this one: it is
 * compiled by the first search in a text that may hold a match, and few texts do. A search that
 * had no memory for that was the last one. */
ll_pattern *ll_pattern_known(ll_arena *arena, ll_view text);

/* Bounds what all searches from now on may cost together, for a document of `bytes`: without it
 * only each search is bounded, and many of them in one long line may still take very long. Only
 * then a pattern that is used much is compiled just in time. */
void ll_pattern_allow(ll_pattern *pattern, size_t bytes);

/* The first match at or behind `from` in `subject`, which must be valid UTF-8. LL_E_NOT_FOUND when
 * there is none (then `*error` is untouched), LL_E_LIMIT when it is given up, LL_E_MEMORY.
 * An empty match is never returned. Takes no guard: the arena of a pattern may belong to a caller
 * further up. */
ll_status ll_pattern_find(ll_pattern *pattern, ll_view subject, size_t from, ll_match *match,
                          ll_error *error);

/* A path pattern with `*`, `?`, `[…]` (none of them across a `/`), `**` (across folders) and `\`
 * for a literal character. ll_pattern_find then tells whether it fits the whole of a path; the
 * match is that path. Errors as for ll_pattern_new. */
ll_status ll_glob_new(ll_pattern **pattern, ll_arena *arena, ll_view glob, ll_error *error);

#endif
