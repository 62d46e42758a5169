/* Ordering findings. */
#include "finding/finding.h"

#include <stdlib.h>

const char *ll_severity_name(ll_severity severity) {
    static const char *const names[] = {"critical", "improvement", "polish", "off"};
    return names[severity];
}

const char *ll_safety_name(ll_safety safety) {
    return safety == LL_SAFETY_SAFE ? "safe" : "unsafe";
}

static int compare_numbers(uint32_t a, uint32_t b) {
    return (a > b) - (a < b);
}

int ll_finding_compare(const ll_finding *a, const ll_finding *b) {
    int order = compare_numbers(a->range.document, b->range.document);
    if (order == 0)
        order = compare_numbers(a->range.offset, b->range.offset);
    if (order == 0)
        order = compare_numbers(a->rule, b->rule);
    if (order == 0)
        order = compare_numbers(a->range.length, b->range.length);
    return order ? order : ll_view_compare(a->message, b->message);
}

static int compare_items(const void *a, const void *b) {
    return ll_finding_compare(a, b);
}

void ll_findings_sort(ll_finding_list *findings) {
    if (findings->len == 0)
        return;
    qsort(findings->at, findings->len, sizeof *findings->at, compare_items);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < findings->len; i++)
        if (ll_finding_compare(&findings->at[kept - 1], &findings->at[i]) != 0)
            findings->at[kept++] = findings->at[i];
    findings->len = kept;
}

const ll_view *ll_finding_value(const ll_finding *finding, ll_view name) {
    for (uint32_t i = 0; i < finding->values.len; i++)
        if (ll_view_equal(ll_view_of(finding->values.at[i].name), name))
            return &finding->values.at[i].text;
    return NULL;
}
