/* review-regression: what an earlier review found fixed is there again. */
#include "check/checks.h"
#include "check/fingerprint.h"
#include "facts/history.h"

/* By ll_review_severity. */
static const char *const kinds[] = {"critical", "improvement", "polish"};

static void report(ll_check *check, const ll_finding *finding, const ll_fixed_place *fixed) {
    const ll_plan *plan = check->facts->plan;
    const ll_review_finding *earlier = &plan->findings.at[fixed->finding];
    const ll_plan_review *review = &plan->reviews.at[fixed->review];
    ll_value values[] = {
        {"rule", fixed->rule},
        {"finding", earlier->title},
        {"iteration",
         ll_arena_format(check->arena, "%u", ll_history_iteration(plan, fixed->review))},
        {0},
    };
    ll_related related = {ll_plan_range(review->place), LL_VIEW("this review found it fixed")};
    ll_view subject = ll_arena_format(check->arena, "%.*s %.*s", LL_VIEW_ARG(fixed->rule),
                                      LL_VIEW_ARG(finding->subject));
    ll_check_report(check, &(ll_report){.range = finding->range,
                                        .subject = subject,
                                        .kind = kinds[earlier->severity],
                                        .values = values,
                                        .related = related});
}

void ll_check_review_regression(ll_check *check) {
    if (ll_facts_fixed_places(check->facts)->len == 0)
        return;
    const ll_finding_list *findings = check->findings;
    uint32_t count = findings->len; /* before this rule adds its own */
    ll_view *marks =
        ll_place_marks(check->arena, findings, check->suppressed, check->rules, check->facts);
    check->outcome.checked = ll_facts_fixed_places(check->facts)->len;
    for (uint32_t i = 0; i < count; i++) {
        const ll_finding finding = findings->at[i];
        const ll_fixed_place *fixed =
            ll_facts_fixed_place(check->facts, check->rules->at[finding.rule]->id, marks[i]);
        if (fixed && finding.confidence == LL_CONFIDENCE_EXACT)
            report(check, &finding, fixed);
    }
}
