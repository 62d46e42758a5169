/* Findings, for programs that list or show them: see `receive` in lessonlint.h. */
#ifndef LESSONLINT_FINDING_H
#define LESSONLINT_FINDING_H

#include "lessonlint/export.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The worst comes first. */
typedef enum ll_severity {
    LL_SEVERITY_CRITICAL,
    LL_SEVERITY_IMPROVEMENT,
    LL_SEVERITY_POLISH,
    LL_SEVERITY_OFF /* of a rule that is not run; no finding has it */
} ll_severity;

/* "critical", "improvement", "polish", "off". */
LL_API const char *ll_severity_name(ll_severity severity);

/* Exact findings count in the summary and the verdict; verify findings are hints, which somebody
 * has to look at. */
typedef enum ll_confidence { LL_CONFIDENCE_EXACT, LL_CONFIDENCE_VERIFY } ll_confidence;

/* Whether an edit can be made without a look at it: a safe one neither changes what is meant nor
 * breaks the syntax. */
typedef enum ll_safety { LL_SAFETY_SAFE, LL_SAFETY_UNSAFE } ll_safety;

/* "safe", "unsafe". */
LL_API const char *ll_safety_name(ll_safety safety);

/* A piece of the file and what to put in its place. */
typedef struct ll_found_edit {
    size_t offset, length; /* in bytes of the file, from 0; a byte order mark at the start counts */
    const char *text;      /* "" to take the piece away */
    ll_safety safety;
} ll_found_edit;

/* What a rule found at one place. The library makes it and owns all of it: it and its texts are
 * there until the function returns that was called with it. Texts are UTF-8, end with a NUL and are
 * never NULL unless that is said. New members may come at the end. */
typedef struct ll_found {
    const char *rule; /* its id, such as "row-wrapping" */
    ll_severity severity;
    ll_confidence confidence;
    const char *file; /* as it was given; what standard input is called */
    /* From the first character to the one behind the last; the same when the place is empty. Lines
     * and columns count from 1, columns in code points. */
    uint32_t line, column, end_line, end_column;
    /* The same in bytes of the file, from 0; a byte order mark at the start counts. */
    size_t offset, length;
    const char *section;     /* the title of the section it stands in, "" outside of any */
    const char *message;     /* what is wrong here, one line without a full stop */
    const char *issue;       /* what is wrong, as a review says it */
    const char *impact;      /* what it means for students */
    const char *fix;         /* what to do */
    const char *fingerprint; /* 32 hexadecimal digits that stay the same when other lines change */
    /* Another place that belongs to it: its file, or NULL when there is none. */
    const char *related_file;
    uint32_t related_line, related_column;
    const char *related_message; /* what that place has to do with it; may be "" */
    /* What mends it in `file`, all of them together: in the order of the file, none overlaps; none
     * when it takes a person. */
    const ll_found_edit *edits;
    size_t edit_count;
} ll_found;

#ifdef __cplusplus
}
#endif

#endif
