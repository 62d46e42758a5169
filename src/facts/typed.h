/* Inside of the facts: the elements that stand for a role of the outline. */
#ifndef LL_FACTS_TYPED_H
#define LL_FACTS_TYPED_H

#include "facts/between.h"

typedef struct ll_typed ll_typed;

/* Gathered from plan and lesson; asserts that both are there. */
ll_typed *ll_typed_new(ll_facts *facts);

/* Whether a role stands for elements: Context, Check, Summarize, Next, and a Practice that is a
 * notebook. */
bool ll_typed_is(const ll_facts *facts, const ll_outline_item *item);

/* The element for such an item, which is one of the plan's outline and no check, or LL_TSX_NONE. */
uint32_t ll_typed_element(ll_facts *facts, ll_typed *typed, const ll_outline_item *item);

/* The same for a check that the outline has in `gap`. `*elsewhere` says that the lesson has fewer
 * checks than are planned, and none there. */
uint32_t ll_typed_check(const ll_facts *facts, const ll_typed *typed, const ll_outline_item *item,
                        ll_gap gap, bool *elsewhere);

/* The element whose title is that of a check and has this subject, word for word: "Check: Which
 * Bit?" has "Which Bit?". LL_TSX_NONE without one, and when there are several. */
uint32_t ll_typed_titled(const ll_facts *facts, const ll_typed *typed, ll_view subject);

/* Where the lesson speaks of a notebook, or LL_TSX_NONE. */
uint32_t ll_typed_notebook(ll_facts *facts, ll_typed *typed);

/* Whether what ll_typed_notebook found is a link that leads there. */
bool ll_typed_links_notebook(const ll_typed *typed);

/* The first check of the outline whose place in the lesson hides no answer: neither its Row nor the
 * next one has a `details`. `*element` becomes the element that heads it there. NULL when each has
 * one, and when the places cannot be told: the lesson heads more or fewer checks than planned. */
const ll_outline_item *ll_typed_open_check(ll_facts *facts, const ll_typed *typed,
                                           uint32_t *element);

/* Whether the item's title or body names a notebook. */
bool ll_typed_names_notebook(const ll_facts *facts, const ll_outline_item *item);

/* Whether a text is the title of a check: "Check 1: Predict the Shape". */
bool ll_typed_heads_check(ll_view text);

/* Whether a title is "What Comes Next" or "Up Next", and where the lesson leads on, or LL_TSX_NONE.
 */
bool ll_typed_is_next(ll_view title);
uint32_t ll_typed_next(const ll_typed *typed);

/* Whether an imported component stands in the layout that may hold any block. */
bool ll_typed_is_hidden(const ll_typed *typed);

#endif
