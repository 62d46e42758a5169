/* The places that a finding of a person names, and what stands there. */
#ifndef LL_CHECK_NAMED_H
#define LL_CHECK_NAMED_H

#include "check/check.h"
#include "rule/people.h"

typedef enum ll_spot_kind {
    LL_SPOT_ROW,     /* a row or an item of the plan */
    LL_SPOT_BLOCK,   /* a component that should be in the lesson */
    LL_SPOT_SECTION, /* a section of the lesson or of the plan */
    LL_SPOT_ELEMENT, /* an element, or a component of the file */
    LL_SPOT_WORDS,   /* words in quotes */
    LL_SPOT_LINES    /* lines as they were numbered then */
} ll_spot_kind;

typedef struct ll_spot {
    ll_spot_kind kind;
    ll_view text;         /* a name or words; of a row, its first cell; of a section, its title as
                           * ll_plan_concept_key writes it */
    uint32_t first, last; /* of LL_SPOT_LINES; `first` of LL_SPOT_ROW: its offset */
    ll_document document; /* of LL_SPOT_ELEMENT: the file around it */
    bool known;           /* it is there now, so that a rule which finds nothing says something */
} ll_spot;

typedef LL_ARRAY(ll_spot) ll_spots;

/* Bytes and steps that all comparisons of one review may take together. */
#define LL_SPOTTING_WORK ((size_t)1 << 26)

/* Belongs to `arena`. Once `work` is 0 nothing is compared any more, and nothing may be claimed. */
typedef struct ll_spotting {
    ll_arena *arena;
    const ll_said *said;
    uint32_t listed, all; /* findings when it was made, and those with the suppressed ones */
    ll_view *titles;      /* keys of the sections of both documents */
    uint32_t title_count;
    ll_view *sections; /* by finding, on into the suppressed ones: the key of its section; NULL
                        * pointers until they are asked for */
    ll_view *places;   /* the same of what their places are called */
    size_t work;
} ll_spotting;

ll_spotting *ll_spotting_new(ll_arena *arena, const ll_said *said);

/* A finding of the run; numbers count on into the suppressed ones. */
const ll_finding *ll_spotting_finding(const ll_spotting *on, uint32_t number);

/* What the title or issue names, by the kind of the match's entry: rows of the plan, `known` when
 * all rules of the match have judged them, or a block. Empty when the plan has no such row. */
ll_spots ll_spots_of_match(ll_spotting *on, const ll_people_match *match);

typedef struct ll_spots_of_location {
    ll_spots spots;
    bool elsewhere;  /* it speaks of a file that is not the lesson */
    ll_view foreign; /* a component that another file draws; empty: none */
    ll_spots abroad; /* such components: where the lesson shows them, and the files that were read
                      * for them */
    bool unread;     /* not all of what one of them shows could be read, or it stands beside one */
    ll_view missing; /* what may be a component, and nothing of the lesson's file is called so */
    bool open;       /* it says more than what is named and known, so that nobody can say that this
                      * is all: "and elsewhere" */
} ll_spots_of_location;

/* What the Location names. Of one that speaks of more places than it names only sections count;
 * then, and when it names what stands beside the place, nothing is known. */
ll_spots_of_location ll_spots_of(ll_spotting *on, ll_view location);

/* What the title names; `open` by what stands between "in", "both" or the like and
 * the first name. */
ll_spots_of_location ll_spots_of_title(ll_spotting *on, ll_view title);

/* Whether the finding stands in a section or a component among these. */
bool ll_spots_hold(ll_spotting *on, const ll_spots *spots, uint32_t finding);

/* Sections say most, then what stands in them, then lines: a weaker one beside a stronger one only
 * says where in it. Smaller is stronger. */
int ll_spot_rank(const ll_spot *spot);

/* The name of a component around one of these spots, or anywhere when there is none, that shows
 * what could not be read; or an empty view. */
ll_view ll_spots_unseen(ll_spotting *on, const ll_spots *spots, int rank);

bool ll_spot_holds(ll_spotting *on, const ll_spot *spot, uint32_t finding);

#endif
