/* Which rule can judge a finding that a person wrote: a table of patterns,
 * rules/reviews/people.yaml. */
#ifndef LL_RULE_PEOPLE_H
#define LL_RULE_PEOPLE_H

#include "plan/plan.h"
#include "rule/rule.h"

/* What kind of place a finding names. */
typedef enum ll_people_place {
    LL_PLACE_NONE,
    LL_PLACE_MISCONCEPTION, /* its number, "4", as the plan's table counts, or what it claims */
    LL_PLACE_MODALITY,      /* its name, "visual" */
    LL_PLACE_SECTION,       /* a title */
    LL_PLACE_BLOCK,         /* the name of a component, "SummaryBlock" */
    LL_PLACE_CONCEPT,       /* the first cell of a prerequisite */
    LL_PLACE_EXAMPLE,       /* words of a planned example */
    LL_PLACES
} ll_people_place;

/* "misconception" …, as in the file; "none". */
const char *ll_people_place_name(ll_people_place kind);

/* Static data, made at build time. Of each list of patterns one has to match; an empty one asks for
 * nothing. The first entry that matches a finding holds. */
typedef struct ll_people_entry {
    ll_view about;
    const ll_view *title, *text, *unless; /* see people.yaml */
    uint32_t title_count, text_count, unless_count;
    const ll_view *rules; /* ids; at least one */
    uint32_t rule_count;
    bool open; /* a rule that finds nothing is no proof, see people.yaml */
    ll_people_place place;
    const ll_view *places; /* patterns: what matches is the place's name */
    uint32_t place_count;
} ll_people_entry;

extern const ll_people_entry ll_shipped_people[];
extern const uint32_t ll_shipped_people_count;

/* Bytes of a finding's title and issue that are looked at. */
#define LL_PEOPLE_TEXT_MOST 4096u

/* The table with its patterns, which are compiled when they are needed first: not to be shared
 * between threads. */
typedef struct ll_people ll_people;

/* Belongs to `arena`, as its patterns do; `rules` must outlive it. */
ll_people *ll_people_new(ll_arena *arena, const ll_rule_set *rules);

typedef struct ll_people_match {
    const ll_people_entry *entry; /* NULL: nothing matches, a reviewer has to look */
    const uint32_t *rules;        /* indices into the set; may be none of them */
    uint32_t rule_count;
    ll_view place; /* a view into the title or the issue; "" when none is named */
    bool barred;   /* nothing matches, but would have without an entry's `unless` */
} ll_people_match;

/* Looks a finding up. When `rules` is given (by index into the set) it is of no entry unless one of
 * the entry's rules is among them, which costs less to find out. It is of no entry, too, when it is
 * retracted, the linter's own, or about what no rule sees: a widget, a notebook's inside, the plan.
 * Fails with LL_E_MEMORY only; a pattern that is given up matches nothing. `arena` is for the
 * match; the table's own must have no active guard unless it is the same. */
ll_status ll_people_find(ll_people *people, ll_arena *arena, const ll_review_finding *finding,
                         const bool *rules, ll_people_match *match, ll_error *error);

#endif
