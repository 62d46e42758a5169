/* Findings: what a rule has to say of one place. */
#ifndef LL_FINDING_FINDING_H
#define LL_FINDING_FINDING_H

#include "facts/facts.h"
#include "lessonlint/finding.h"

/* Most findings of one rule that are kept for one pair; the rest is only counted. */
#define LL_FINDINGS_MOST 1000u

/* The same while documents are mended: there a finding that is not kept is not mended. */
#define LL_FINDINGS_MENDED_MOST 100000u

/* How many severities count. */
#define LL_SEVERITIES LL_SEVERITY_OFF

/* A range of one of the two documents. */
typedef struct ll_range {
    ll_document document;
    uint32_t offset, length;
} ll_range;

/* What a placeholder of the rule's texts stands for. */
typedef struct ll_value {
    const char *name;
    ll_view text;
} ll_value;

typedef LL_ARRAY(ll_value) ll_values;

typedef struct ll_related {
    ll_range range;
    ll_view message;
} ll_related;

/* Most edits of one finding. */
#define LL_EDITS_MOST 10000u

/* Puts `text` in place of bytes [offset, offset + length). */
typedef struct ll_edit {
    uint32_t offset, length;
    ll_view text;
    ll_safety safety;
} ll_edit;

typedef LL_ARRAY(ll_edit) ll_edits;

typedef struct ll_finding {
    uint32_t rule; /* index into the rule set */
    ll_severity severity;
    ll_confidence confidence;
    ll_range range;
    ll_view section; /* title of the section it stands in, plain; may be empty */
    ll_view subject; /* what it is about, for the fingerprint: never a line or a measured number */
    ll_values values;
    ll_view message; /* made of the rule's template; one line */
    ll_related
        related; /* another place that belongs to it; range.length 0 with an empty message: none */
    ll_edits edits; /* what mends it, all together, in the document of `range`: in the order of the
                     * source, none overlaps; empty when it takes a person */
} ll_finding;

typedef LL_ARRAY(ll_finding) ll_finding_list;

/* By document, offset, rule index, length, message: the order in which findings are listed. */
int ll_finding_compare(const ll_finding *a, const ll_finding *b);

/* Sorts, and drops findings that say the same of the same range. */
void ll_findings_sort(ll_finding_list *findings);

/* The value of a placeholder, or NULL. */
const ll_view *ll_finding_value(const ll_finding *finding, ll_view name);

#endif
