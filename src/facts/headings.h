/* The headings of the page itself, h1 … h6, and what they are the titles of. */
#ifndef LL_FACTS_HEADINGS_H
#define LL_FACTS_HEADINGS_H

#include "facts/facts.h"

/* So many elements around a heading are looked at. */
#define LL_HEADING_UP_MOST 64u

/* A part of the lesson has a title of this kind when it is a Row.Content, or a card: a frame made
 * of classes (`border`, `rounded`), or a component whose name ends in Card and that is given no
 * title. PhaseCards are steps of what is explained; what stands in lists, tables, `details` and
 * components that cannot be seen is no part. */
typedef struct ll_heading {
    uint32_t element; /* h1 … h6 */
    uint32_t part;    /* the nearest part around it, when no other heading of it comes before; else
                       * LL_TSX_NONE */
    ll_view text;     /* as it is rendered; "" when it holds no text */
} ll_heading;

typedef struct ll_headings {
    LL_ARRAY(ll_heading) all; /* in the order of the source */
} ll_headings;

/* Whether the name of a component ends in Card. A PhaseCard, a step of what is explained, is none.
 */
bool ll_facts_is_card(const ll_tsx *tsx, uint32_t element);

/* Made at the first call. Asserts that there is a lesson. */
const ll_headings *ll_facts_headings(ll_facts *facts);

/* The heading that an element is, or NULL. */
const ll_heading *ll_facts_heading(ll_facts *facts, uint32_t element);

/* The title that stands nearest around a place of the lesson: of the card that it stands in, else
 * of its Row. "" when there is none, when the Row has a SectionHeader of its own, and outside of
 * Rows; then the section says where it is. The title of a Row is its first heading, or that of a
 * card that it begins with. */
ll_view ll_facts_title_around(ll_facts *facts, uint32_t offset);

#endif
