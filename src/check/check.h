/* Built-in checks: rules whose condition is code. */
#ifndef LL_CHECK_CHECK_H
#define LL_CHECK_CHECK_H

#include "check/suppress.h"
#include "rule/people.h"

/* What one rule did with one pair. */
typedef struct ll_outcome {
    uint32_t checked; /* how many things were looked at */
    uint32_t failed;  /* how many findings there are, those left out of the list too */
    uint32_t left_out[LL_SEVERITIES]; /* exact findings past ll_check_most, by severity */
    uint32_t left_out_verify;         /* findings to verify past ll_check_most */
    uint32_t suppressed; /* findings that a directive took back; they are counted nowhere else */
    uint32_t unseen;     /* places that may have the defect: what would tell cannot be seen */
    LL_ARRAY(uint32_t)
    judged;              /* offsets of the rows and items of the plan that were looked at; of
                          * checks that judge the plan row by row */
    const char *skipped; /* NULL, or why the rule was not run: "no lesson", "no plan", "syntax",
                          * "condition" when it is for other plans, "limit" when it was given up */
} ll_outcome;

/* How many of its findings are not in the list. */
uint32_t ll_outcome_unlisted(const ll_outcome *outcome);

/* What the rules of a run have said of a pair. */
typedef struct ll_said {
    ll_facts *facts;
    const ll_rule_set *rules;
    const ll_outcome *outcomes; /* one for each rule */
    const ll_finding_list *findings, *suppressed;
} ll_said;

/* Given to a check; it adds to `outcome.checked` and reports through ll_check_report. */
typedef struct ll_check {
    ll_arena *arena;
    ll_facts *facts; /* of the pair, or of a widget while that is judged */
    uint32_t widget; /* 0: the pair; else one more than the number of the widget that is judged */
    const ll_rule *rule;
    const ll_rule_setting *setting; /* NULL: nothing was set */
    uint32_t rule_index;
    ll_severity severity; /* the rule's, or what the user set instead */
    bool severity_set;    /* the user set it: the rule's cases do not change it then */
    bool strict;          /* verify findings count like exact ones */
    ll_outcome outcome;
    ll_finding_list *findings;
    ll_finding_list *suppressed;   /* what directives took back: without words */
    ll_suppressions *suppressions; /* NULL: there are none */
    const ll_rule_set *rules;      /* all rules of the run, and what became of them; for */
    const ll_outcome *outcomes;    /* … checks that run last */
    ll_people *people; /* for these, too: NULL when the plan verifies no earlier finding */
} ll_check;

/* One finding as a check sees it. Values end with a NULL name. */
typedef struct ll_report {
    ll_range range;
    ll_view subject;        /* see ll_finding; empty: the text of the range */
    const char *kind;       /* NULL, or one of the rule's `cases` */
    const ll_value *values; /* for the placeholders; may be NULL */
    ll_related related;     /* zeroed when there is none */
    const ll_edits *edits;  /* NULL or empty: nothing mends it; see mend.h */
} ll_report;

void ll_check_report(ll_check *check, const ll_report *report);

/* How many findings are kept; the rest is only counted. */
static inline uint32_t ll_check_most(const ll_check *check) {
    return check->setting && check->setting->mends ? LL_FINDINGS_MENDED_MOST : LL_FINDINGS_MOST;
}

/* Says that the row or item of the plan was looked at; counts it as checked. */
void ll_check_judges(ll_check *check, ll_place place);

/* The value of an option as it holds here; asserts that the rule has the option. */
const ll_option_value *ll_check_option(const ll_check *check, ll_view name);
double ll_check_number(const ll_check *check, ll_view name);
bool ll_check_flag(const ll_check *check, ll_view name);

/* Short form for a plan row or header. */
static inline ll_range ll_plan_range(ll_place place) {
    return (ll_range){LL_DOCUMENT_PLAN, place.offset, place.length};
}
static inline ll_range ll_lesson_range(uint32_t start, uint32_t end) {
    return (ll_range){LL_DOCUMENT_LESSON, start, end - start};
}

/* The range of an opening tag, from its `<` to its name's end. */
ll_range ll_tag_range(const ll_tsx *tsx, uint32_t element);

/* The range of a text node from its first to its last visible character. */
ll_range ll_text_range(const ll_tsx *tsx, uint32_t text);

/* Rendered text on one line, for messages: blanks are joined, an ellipsis stands for what is no
 * text. */
ll_view ll_check_one_line(ll_arena *arena, ll_view text);

typedef void ll_check_function(ll_check *check);

/* One row of checks.def. */
typedef struct ll_check_entry {
    const char *id;
    ll_check_function *run;
    bool raw;  /* judges a document before it is understood: runs on a lesson that does not parse,
                  too */
    bool last; /* judges what the other rules did: runs after them */
} ll_check_entry;

/* The check of this id, or NULL. Ids equal file names. */
const ll_check_entry *ll_check_find(ll_view id);

/* Ids of all checks, sorted; `*count` of them. */
const char *const *ll_check_ids(size_t *count);

#endif
