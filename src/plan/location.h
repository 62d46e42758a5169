/* What the Location of a review's finding names. */
#ifndef LL_PLAN_LOCATION_H
#define LL_PLAN_LOCATION_H

#include "plan/plan.h"

typedef enum ll_named_kind {
    LL_NAMED_TEXT, /* in quotes: a title, or words of the lesson */
    LL_NAMED_CODE, /* in back-ticks, or a tag: `stages`, <TipBlock> */
    LL_NAMED_BARE, /* a word that may be the name of a component: TipBlock, and PyTorch as well */
    LL_NAMED_LINES /* "line 9", "lines 3-5": one for each number or range */
} ll_named_kind;

typedef struct ll_named {
    ll_named_kind kind;
    ll_view text;         /* without quotes, back-ticks, or the signs of the tag */
    bool title;           /* of LL_NAMED_TEXT: it is said to be a section's title */
    uint32_t first, last; /* of LL_NAMED_LINES */
} ll_named;

typedef struct ll_location {
    LL_ARRAY(ll_named) named; /* in their order */
    LL_ARRAY(ll_view)
    loose_titles;   /* of sections, without quotes: "Section 3 (Why a Knot Holds at All)" */
    bool of_plan;   /* speaks of the plan */
    bool elsewhere; /* speaks of a widget, a notebook, or another file */
    bool absent;    /* says that something is missing, or where it should be */
    bool beside;    /* what is named stands near the place: "after", "between" */
    bool many;      /* speaks of more places than it names: "throughout", "several" */
    bool more; /* holds anything but names and lines, and "section", "in", "the" and the like */
} ll_location;

/* Words that a title without quotes has to have: a shorter one may be said in other words. */
#define LL_LOOSE_TITLE_WORDS 4u

/* Bytes of a Location that are read, and places that it may name; what follows is left out. */
#define LL_LOCATION_MOST 4096u
#define LL_LOCATION_NAMED_MOST 64u

/* Reads a Location as people write it, and as the review's writer does: `plan, "Section" (lines 3,
 * 5)`. Texts are views into `text`. */
ll_location ll_plan_location(ll_arena *arena, ll_view text);

/* Where a title begins to say a place, or how many: "in the summary", "both"; or an empty view. */
ll_view ll_plan_place_of_title(ll_view title);

#endif
