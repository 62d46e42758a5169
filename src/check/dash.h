/* Em dashes as a student sees them: shared by the two dash checks. */
#ifndef LL_CHECK_DASH_H
#define LL_CHECK_DASH_H

#include "check/check.h"

/* A blank beside a dash, and whether a line break of the source makes it. */
typedef enum ll_beside { LL_BESIDE_TEXT, LL_BESIDE_BREAK, LL_BESIDE_BLANK } ll_beside;

/* One em dash with text on both sides of it in its passage. */
typedef struct ll_dash {
    uint32_t start, end; /* in lesson->rendered */
    const ll_passage *passage;
    ll_beside before, after;
} ll_dash;

/* Visits the em dashes of visible text, in the order of the rendered text. A dash that begins or
 * ends its passage or stands alone between two gaps (a placeholder, a table cell, a quotation mark)
 * is none of them, nor is one that is alone in an element that sets it off (<kbd>), nor is one in
 * another language than English, where dashes are set otherwise. */
void ll_dash_each(ll_check *check, void (*visit)(ll_check *check, const ll_dash *dash));

/* What it is to take the blanks away beside rendered bytes [start, end) of a passage, which are a
 * dash or become one: UNSAFE instead of `safety` beside a number or minus, because it may be a
 * minus itself. */
ll_safety ll_dash_safety(const ll_lesson *lesson, const ll_passage *passage, uint32_t start,
                         uint32_t end, ll_safety safety);

/* Reports the dash with {context}, its neighbourhood as rendered, and with edits that take the
 * blanks away; `kind` as in ll_report. */
void ll_dash_report(ll_check *check, const ll_dash *dash, const char *kind);

#endif
