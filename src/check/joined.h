/* Strings that `+` puts together, as in 'one ' + '-- two': what the other one has where they meet.
 */
#ifndef LL_CHECK_JOINED_H
#define LL_CHECK_JOINED_H

#include "lesson/lesson.h"

typedef struct ll_joined {
    enum {
        LL_JOINED_NOTHING, /* nothing is put there */
        LL_JOINED_UNSEEN,  /* something that is no string, or lines of a template */
        LL_JOINED_TEXT,
        LL_JOINED_BLANK
    } kind;
    uint32_t start, end; /* of LL_JOINED_BLANK: its blanks in the source; empty when it holds
                          * nothing else, and another one may go on with blanks */
} ll_joined;

/* What `+` puts in front of the string that a passage is the text of, or behind it. */
ll_joined ll_joined_at(const ll_lesson *lesson, const ll_passage *passage, bool behind);

#endif
