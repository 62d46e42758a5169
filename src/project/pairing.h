/* Which of the given files is a plan and which a lesson, and which of them belong together. */
#ifndef LL_PROJECT_PAIRING_H
#define LL_PROJECT_PAIRING_H

#include "check/check.h"

/* What is given: a file, or a text that is in memory already. */
typedef struct ll_given {
    ll_view path; /* "-" is standard input */
    ll_view text; /* ptr NULL: to be read from `path`; else the path is but a name */
} ll_given;

typedef struct ll_input {
    ll_view path; /* as given; "-" is standard input */
    ll_view name; /* how it is called in reports: the path, or what standard input stands for */
    ll_document kind;
    bool certain;      /* its content says what it is; else only its ending does */
    ll_view slug;      /* lower case, without hyphens; empty when it has none or none is needed */
    ll_source *source; /* kept when it cannot be read again (memory, a pipe), and of few small
                        * files; else NULL */
    bool on_disk;      /* then these two tell it from others */
    uint64_t device, inode;
} ll_input;

/* What is judged together; one of them may be NULL. */
typedef struct ll_pair {
    const ll_input *plan, *lesson;
    ll_view because; /* a file that the lesson imports, when that was given and neither of them was;
                      * else empty */
} ll_pair;

typedef LL_ARRAY(ll_pair) ll_pairs;

/* Reads `count` >= 1 documents and pairs them, in the order of the first file of each pair:
 * - A plan holds a table of a planning document, a lesson holds `<LessonLayout`; where the content
 *   does not tell, `.md` is a plan, `.tsx` and `.jsx` are lessons.
 * - Plans and lessons belong together by slug: the plan's against the lesson's file name without
 *   leading number, ending and the word Lesson; letter case and hyphens do not matter.
 * - Of what is left the k-th plan belongs to the k-th lesson when there are equally many; a TSX
 *   file without `<LessonLayout` (a widget, a diagram) is counted only when that makes it so, and
 *   stands alone otherwise. When no plan or no lesson was given at all, each file stands alone.
 * Fails with LL_E_INVALID when something is left over, for a file given twice (also by another
 * path; of texts only the name tells), for one that is neither plan nor lesson, and for a folder;
 * and as ll_source_read does.
 * `*pairs` and the inputs belong to `arena`, whose guard must be active; `scratch` is reset. */
ll_status ll_pairing_make(ll_pairs *pairs, ll_arena *arena, ll_arena *scratch,
                          const ll_given *given, size_t count, ll_view stdin_name, ll_error *error);

/* The document of an input, in `arena`; of one that could be read only once, the text is where it
 * was kept. Several threads may ask at the same time, with arenas of their own. */
ll_status ll_pairing_read(ll_source **source, ll_arena *arena, const ll_input *input,
                          ll_error *error);

/* The words of a file name that name the lesson: "plans/07-Low-Rank.md" and
 * "LowRankLesson.tsx" both give "lowrank". Empty when nothing is left. */
ll_view ll_pairing_slug(ll_arena *arena, ll_view path);

/* The same in kebab case, for people: "07-LowRankLesson.tsx" gives "low-rank"; the file name
 * without its ending when nothing is left. */
ll_view ll_pairing_kebab(ll_arena *arena, ll_view path);

#endif
