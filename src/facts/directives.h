/* Comments that tell lessonlint what not to report. */
#ifndef LL_FACTS_DIRECTIVES_H
#define LL_FACTS_DIRECTIVES_H

#include "facts/facts.h"

typedef enum ll_directive_kind {
    LL_DISABLE_FILE,      /* lessonlint-disable-file */
    LL_DISABLE_LINE,      /* lessonlint-disable-line */
    LL_DISABLE_NEXT_LINE, /* lessonlint-disable-next-line */
    LL_DISABLE,           /* lessonlint-disable: up to the enable, or to the end */
    LL_ENABLE,            /* lessonlint-enable */
    LL_DIRECTIVE_UNKNOWN  /* lessonlint- and something else */
} ll_directive_kind;

/* One id of a directive; the one slot of a directive without ids has an empty id and stands for all
 * rules. */
typedef struct ll_directive_slot {
    ll_view id;      /* as it stands in the source */
    uint32_t offset; /* of the id in the source */
} ll_directive_slot;

/* `keyword id, id -- reason` (or with another dash between blanks) at the start of a comment: in
 * TSX any comment, in Markdown <!-- … --> outside of code. Strings and text hold none. */
typedef struct ll_directive {
    ll_directive_kind kind;
    ll_view keyword;       /* as it stands in the source, where the directive is reported */
    uint32_t offset;       /* of the keyword */
    uint32_t start, end;   /* of the comment */
    uint32_t first, after; /* the source it holds for; of LL_DISABLE from the comment to the end of
                            * the file, of the others that hold for nothing an empty range */
    uint32_t first_slot, slot_count; /* in `slots`, at least one */
    ll_view reason;                  /* behind ` -- `, trimmed; may be empty */
} ll_directive;

typedef struct ll_directives {
    LL_ARRAY(ll_directive) all; /* in the order of the source */
    LL_ARRAY(ll_directive_slot) slots;
} ll_directives;

/* The directives of one document, which may be missing. The next line is the next one that is not
 * blank and does not hold directives alone; a directive for the file has to stand in the first
 * comment, anywhere in it. */
ll_directives ll_facts_directives(const ll_facts *facts, ll_document document);

/* The keyword that was probably meant, or NULL. */
const char *ll_directive_nearest(ll_view keyword);

#endif
