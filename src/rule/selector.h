/* CSS selectors over a tree of elements of which not everything can be seen. */
#ifndef LL_RULE_SELECTOR_H
#define LL_RULE_SELECTOR_H

#include "base/answer.h"
#include "base/array.h"

/* Longest selector in bytes, most parts of one (names, classes, props, pseudo-classes), and how
 * deep :not(), :is() and :has() may nest. */
#define LL_SELECTOR_MOST 4096u
#define LL_SELECTOR_PARTS_MOST 256u
#define LL_SELECTOR_DEPTH_MOST 16u

/* A fair amount of work for one tree: see ll_selector_tree. */
#define LL_SELECTOR_WORK 20000000u

#define LL_SELECTOR_NONE UINT32_MAX

typedef struct ll_selector ll_selector;

/* What is known of an attribute. */
typedef enum ll_attribute_seen {
    LL_ATTRIBUTE_ABSENT,
    LL_ATTRIBUTE_KNOWN,  /* with its value; "" for one without */
    LL_ATTRIBUTE_UNSEEN, /* it is there, but its value is an expression that cannot be seen */
    LL_ATTRIBUTE_MAYBE   /* a spread may set it */
} ll_attribute_seen;

/* How a selector asks about elements, which are numbers; text is no element. */
typedef struct ll_selector_tree {
    const void *context;
    uint32_t (*parent)(const void *context, uint32_t element); /* or LL_SELECTOR_NONE, as below */
    uint32_t (*first_child)(const void *context, uint32_t element);
    uint32_t (*next)(const void *context, uint32_t element);
    uint32_t (*previous)(const void *context, uint32_t element);
    ll_view (*name)(const void *context, uint32_t element); /* "Row.Aside", "details", "" */
    ll_attribute_seen (*attribute)(const void *context, uint32_t element, ll_view name,
                                   ll_view *value);
    ll_answer (*has_class)(const void *context, uint32_t element, ll_view name);
    ll_answer (*is_empty)(const void *context, uint32_t element); /* neither elements nor text */
    /* Elements that may still be looked at: a hostile selector on a large tree would not end in
     * useful time. Begin with LL_SELECTOR_WORK; at 0 every answer is LL_UNKNOWN. */
    uint32_t work;
} ll_selector_tree;

/* Understands names (case counts, `Row\.Aside`, `*`), `.class` (`.sm\:flex`, `.w-\[3px\]`),
 * `[prop]`, `[prop="x"]` with = ~= *= ^= $=, the combinators blank, `>`, `+` and `~`, lists,
 * :not(), :is(), :has() (also with a combinator in front), :first-child, :last-child,
 * :nth-child(NUMBER) and :empty. `[className~="x"]` is `.x`. LL_E_INVALID with the 1-based column
 * in `text` as `error->column` and without path and line; `*selector` belongs to the arena, `text`
 * must outlive it. */
ll_status ll_selector_parse(ll_selector **selector, ll_arena *arena, ll_view text, ll_error *error);

/* What is known of "an ancestor that …" and "a sibling before that …", one byte for each element
 * and such combinator of a selector, so that a deep or wide tree is walked once and not once for
 * each element. All zero but for the first two; past LL_SELECTOR_MEMO_MOST bytes nothing more is
 * kept. */
#define LL_SELECTOR_MEMO_MOST (64u << 20)
typedef struct ll_selector_memo {
    ll_arena *arena;
    uint32_t elements; /* every number of an element is lower */
    uint8_t *known[LL_SELECTOR_PARTS_MOST];
    size_t bytes;
} ll_selector_memo;

/* Whether the element matches. Only LL_YES is a match that may be reported. `memo` is for one
 * selector and one tree, or NULL; it changes no answer. */
ll_answer ll_selector_match(const ll_selector *selector, ll_selector_tree *tree,
                            ll_selector_memo *memo, uint32_t element);

/* Whether an element of this name could match at all, its props and its place aside: "summary" of
 * `details > summary:not(.x)`. Says how many elements a rule has looked at. */
bool ll_selector_concerns(const ll_selector *selector, ll_view name);

/* Whether it asks for names and for nothing else: `h1, h2`. Then no element that it concerns can be
 * right, and a rule has looked at all of them. */
bool ll_selector_is_names(const ll_selector *selector);

#endif
