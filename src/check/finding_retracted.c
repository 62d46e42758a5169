/* finding-retracted: a finding whose own text withdraws it. */
#include "check/checks.h"
#include "check/reviews.h"

static void judge(void *context, const ll_review_finding *finding) {
    ll_check *check = context;
    check->outcome.checked++;
    if (!finding->retracted)
        return;
    ll_value values[] = {{"finding", finding->title}, {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(finding->place),
                                        .subject = finding->title,
                                        .values = values});
}

void ll_check_finding_retracted(ll_check *check) {
    ll_reviews_each(check, judge, check);
}
