/* What the components that a lesson imports show in its Rows. */
#ifndef LL_FACTS_SHOWN_H
#define LL_FACTS_SHOWN_H

#include "facts/facts.h"

/* Instead of the number of a widget: the component is none of the lessons' own, or its file could
 * not be read. */
#define LL_SHOWS_NOTHING UINT32_MAX
#define LL_SHOWS_UNSEEN (UINT32_MAX - 1)

/* What a lesson uses of other files, as ll_facts_widgets finds it. */
struct ll_imported {
    bool any;
    uint32_t *of_name; /* by number of ll_facts_names: a widget, or LL_SHOWS_…; NULL without a
                        * layout */
    uint32_t shows[LL_WIDGETS_MOST]; /* by widget: the widgets that it uses and those that they use,
                                      * as bits by their numbers */
    bool hides[LL_WIDGETS_MOST];     /* by widget: something in these could not be read */
    struct ll_widget_words *words;   /* by widget; NULL until they are needed */
};

/* One walk through a lesson's Rows that adds what imported components show to an index. */
typedef struct ll_shown_walk {
    ll_facts *facts;
    ll_index *index;
    bool code;                        /* code and maths count, too */
    uint64_t latest[LL_WIDGETS_MOST]; /* where each widget was added last, + 1 */
    uint32_t words;                   /* that were added */
} ll_shown_walk;

/* Whether the lesson shows a component of its own folders whose file was read, or could not be.
 * Asserts that there is a lesson. */
bool ll_shown_any(ll_facts *facts);

/* The widget that an element of the lesson is, or LL_SHOWS_… */
uint32_t ll_shown_as(ll_facts *facts, uint32_t element);

/* The widgets that an element of the lesson shows, as bits by their numbers; 0 for any other
 * element. */
uint32_t ll_shown_by(ll_facts *facts, uint32_t element);

/* Whether the element shows something that could not be read: its own file, or one that this
 * imports. One with content of its own only arranges that. */
bool ll_shown_is_unseen(ll_facts *facts, uint32_t element);

/* Whether a file that an import leads to may show texts of its own, when it is not read. */
bool ll_shown_may_hide(ll_view import_path);

/* Adds what an element shows to text `number`, as ll_index_add_part does. False when
 * LL_LESSON_STEPS_MOST words were added: then nothing is. */
bool ll_shown_add(ll_shown_walk *walk, uint32_t number, unsigned parts, uint32_t element);

/* What a walk visits, itself as the context: the texts of Rows; and when the lesson shows other
 * files, the components in Rows and those in the root component, but in none of its Rows. */
typedef struct ll_shown_visits {
    ll_row_visit *text, *component;
    void (*outside)(void *walk, uint32_t element);
} ll_shown_visits;
void ll_shown_rows(ll_shown_walk *walk, const ll_shown_visits *visits);

#endif
