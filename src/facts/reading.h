/* The lesson in the order in which a reader of the page meets it. */
#ifndef LL_FACTS_READING_H
#define LL_FACTS_READING_H

#include "facts/facts.h"

/* An element below LessonLayout. Of a component that the file itself declares, what it draws comes
 * right behind it, at every place where it is used. */
typedef struct ll_read {
    uint32_t element; /* LL_TSX_NONE: a child of the layout that cannot be seen */
    uint32_t row;     /* index into `rows` of the Row around it or that it is; or LL_LESSON_NONE */
    bool aside;       /* in a Row.Aside */
    bool conditional; /* stands in braces: may be absent, or one of several */
    bool opened;      /* a component of the file, what it draws follows */
} ll_read;

typedef struct ll_reading {
    LL_ARRAY(ll_read) elements;
    LL_ARRAY(uint32_t) rows; /* the Row elements; a Row inside another is a part of that one */
} ll_reading;

/* Made at the first call; empty without a LessonLayout. Components that are used very often are no
 * longer opened once the list is several times as long as the file. Asserts that there is a lesson.
 */
const ll_reading *ll_facts_reading(ll_facts *facts);

/* Whether nothing of what an element draws can be seen: a component of another file that is none of
 * the shared library, or no element at all. */
bool ll_facts_is_unseen(const ll_facts *facts, const ll_read *read);

/* Whether the component is something to play with by its name, or by the folder that it is imported
 * from: `*Widget`, `*Explorer`, `*Simulator`, `*Playground`, ExercisePanel. */
bool ll_facts_is_widget(ll_facts *facts, ll_view name);

typedef enum ll_length_seen {
    LL_LENGTH_UNSEEN,
    LL_LENGTH_AT_LEAST, /* there are spreads, `...MORE`, which count nothing */
    LL_LENGTH_KNOWN
} ll_length_seen;

/* Number of entries of an array that a prop is given, `items={[…]}` or `items={ITEMS}`. */
ll_length_seen ll_facts_prop_length(const ll_facts *facts, uint32_t element, ll_view prop,
                                    uint32_t *length);

/* The array literal that a prop is given, a GROUP, also through a constant of the file, in brackets
 * and with a type behind it; or LL_TSX_NONE. */
uint32_t ll_facts_prop_array(const ll_facts *facts, uint32_t element, ll_view prop);

/* Words of the JSX text that is rendered (no props, code or maths), SectionHeaders, lines of the
 * source, and whether there is strong evidence of something to interact with. Asserts that there is
 * a lesson. */
typedef struct ll_length {
    uint32_t words, sections, lines;
    bool interactive;
} ll_length;

ll_length ll_facts_length(ll_facts *facts);

#endif
