/* lessonlint: lints a lesson's planning document and the React lesson built from it. */
#ifndef LESSONLINT_LESSONLINT_H
#define LESSONLINT_LESSONLINT_H

#include "lessonlint/error.h"

#include <stddef.h>

#if defined(__GNUC__)
#define LL_API __attribute__((visibility("default")))
#else
#define LL_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* "0.1.0" */
LL_API const char *ll_version(void);

/* One set of rules and options, and the memory that runs use again. One linter serves one thread at
 * a time; linters know nothing of one another. */
typedef struct ll_linter ll_linter;

/* LL_E_MEMORY when there is none. The caller owns `*linter`. */
LL_API ll_status ll_linter_new(ll_linter **linter, ll_error *error);

/* NULL is allowed. */
LL_API void ll_linter_free(ll_linter *linter);

/* Sets an option by its name, the same as on the command line without the dashes. What is said of a
 * rule is checked when the rules are first needed, since `rules` may add some.
 *   only, skip       rule ids, several separated by commas; may be set several times
 *   rule             ID=critical|improvement|polish|off; may be set several times
 *   rules            a folder with rule files; may be set several times
 *   fail-on          critical, improvement, polish or never
 *   strict           value NULL: findings to verify count like the others
 *   config           a file that can be read (its content is not used yet)
 *   no-config        value NULL: none of the configurations is read
 *   date             YYYY-MM-DD, of the review; none is written without it
 *   iteration        N/M, of the review; 1/3 without it
 *   stdin-filename   what the path "-" stands for
 * LL_E_NOT_FOUND for a name, LL_E_INVALID for a value, LL_E_IO for a file. The linter stays as it
 * was. */
LL_API ll_status ll_linter_set(ll_linter *linter, const char *name, const char *value,
                               ll_error *error);

/* Where a text goes. Called with parts of it in order; a status other than LL_OK, with `*error`
 * filled in, ends the work with that error. */
typedef ll_status ll_write(void *context, const char *bytes, size_t length, ll_error *error);

/* One report of a run. Zeroed members have their defaults. */
typedef struct ll_output {
    const char *format; /* "human", "json", "markdown" */
    ll_write *write;
    void *context;  /* handed to `write` */
    int color;      /* human: with the colours of a terminal */
    int quiet;      /* human: only findings that count, without hints and summary */
    unsigned width; /* human: cells of a line, 100 when 0 */
} ll_output;

/* What a run came to. Counts are places; `groups` counts all places of one Polish rule in one pair
 * once, as reviews do. */
typedef struct ll_summary {
    int exit_status;     /* 0: nothing at or above `fail-on`; 1: something */
    const char *verdict; /* the worst of all pairs: "PASS", "NEEDS REVISION", "MAJOR REVISION" */
    size_t pairs, plans, lessons;
    size_t critical, improvement, polish, verify;
    size_t critical_groups, improvement_groups, polish_groups;
} ll_summary;

/* Lints `path_count` >= 1 files, "-" among them for standard input. Plans and lessons are told
 * apart and paired as docs/usage.md says. Each of the outputs gets its report. Fails as soon as one
 * file cannot be worked on; what was written until then is to be thrown away. `*summary` (may be
 * NULL) is untouched on failure. After LL_E_MEMORY a linter can only be freed. */
LL_API ll_status ll_linter_run(ll_linter *linter, const char *const *paths, size_t path_count,
                               const ll_output *outputs, size_t output_count, ll_summary *summary,
                               ll_error *error);

/* Writes a table of all rules, as text. */
LL_API ll_status ll_linter_rules(ll_linter *linter, ll_write *write, void *context,
                                 ll_error *error);

/* Writes what a rule looks for, why, what to do and which options it has, as text. LL_E_NOT_FOUND
 * names the nearest id. */
LL_API ll_status ll_linter_explain(ll_linter *linter, const char *rule, ll_write *write,
                                   void *context, ll_error *error);

/* Formats, sorted by name: NULL at ll_format_count() and behind. */
LL_API size_t ll_format_count(void);
LL_API const char *ll_format_name(size_t index);
LL_API const char *ll_format_about(size_t index);

/* Of `count` names the one that was most likely meant by `name`, or NULL when none is near. */
LL_API const char *ll_nearest_name(const char *name, const char *const *names, size_t count);

#ifdef __cplusplus
}
#endif

#endif
