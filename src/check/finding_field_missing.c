/* finding-field-missing: a finding of a review without one of its four fields. */
#include "check/checks.h"
#include "check/reviews.h"

static void judge(void *context, const ll_review_finding *finding) {
    ll_check *check = context;
    const struct {
        const char *name;
        ll_view text;
    } fields[] = {{"Location", finding->location},
                  {"Issue", finding->issue},
                  {"Student impact", finding->impact},
                  {"Suggested fix", finding->fix}};
    if (finding->retracted)
        return;
    check->outcome.checked++;
    ll_view missing = {0};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (fields[i].text.len == 0)
            missing = ll_arena_format(check->arena, "%.*s%s%s", LL_VIEW_ARG(missing),
                                      missing.len ? ", " : "", fields[i].name);
    if (missing.len == 0)
        return;
    ll_value values[] = {{"finding", finding->title}, {"fields", missing}, {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(finding->place),
                                        .subject = finding->title,
                                        .values = values});
}

void ll_check_finding_field_missing(ll_check *check) {
    ll_reviews_each(check, judge, check);
}
