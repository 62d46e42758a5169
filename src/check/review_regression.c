/* review-regression: what an earlier review found fixed is there again. */
#include "check/checks.h"
#include "check/fingerprint.h"
#include "check/person.h"
#include "facts/history.h"

/* By ll_review_severity. */
static const char *const kinds[] = {"critical", "improvement", "polish"};

typedef struct looking {
    ll_check *check;
    uint32_t count; /* findings before this rule adds its own */
    bool *reported; /* by finding */
} looking;

/* A finding of this run is what `earlier` reported, in the eyes of the review that found it fixed.
 */
static void report(looking *on, uint32_t number, uint32_t earlier, uint32_t review) {
    ll_check *check = on->check;
    const ll_plan *plan = check->facts->plan;
    const ll_finding finding = check->findings->at[number];
    const ll_plan_review *by = &plan->reviews.at[review];
    ll_view rule = check->rules->at[finding.rule]->id;
    ll_value values[] = {
        {"rule", rule},
        {"finding", plan->findings.at[earlier].title},
        {"iteration", ll_arena_format(check->arena, "%u", ll_history_iteration(plan, review))},
        {0},
    };
    ll_related related = {ll_plan_range(by->place), LL_VIEW("this review found it fixed")};
    ll_view subject =
        ll_arena_format(check->arena, "%.*s %.*s", LL_VIEW_ARG(rule), LL_VIEW_ARG(finding.subject));
    if (!on->reported[number])
        ll_check_report(check, &(ll_report){.range = finding.range,
                                            .subject = subject,
                                            .kind = kinds[plan->findings.at[earlier].severity],
                                            .values = values,
                                            .related = related});
    on->reported[number] = true;
}

/* Findings of lessonlint are known again by the marks of their places. */
static void look_for_own(looking *on) {
    ll_check *check = on->check;
    if (ll_facts_fixed_places(check->facts)->len == 0)
        return;
    ll_view *marks = ll_place_marks(check->arena, check->findings, check->suppressed, check->rules,
                                    check->facts);
    check->outcome.checked += ll_facts_fixed_places(check->facts)->len;
    for (uint32_t i = 0; i < on->count; i++) {
        const ll_finding *finding = &check->findings->at[i];
        const ll_fixed_place *fixed =
            ll_facts_fixed_place(check->facts, check->rules->at[finding->rule]->id, marks[i]);
        if (fixed && finding->confidence == LL_CONFIDENCE_EXACT)
            report(on, i, fixed->finding, fixed->review);
    }
}

/* One finding says that it is back, however many places are left of it. */
static void look_for_person(looking *on, ll_people_judge *people, uint32_t earlier) {
    ll_check *check = on->check;
    uint32_t review = ll_facts_fixed_by(check->facts, earlier);
    ll_person_judged judged =
        ll_people_judge_finding(people, &check->facts->plan->findings.at[earlier]);
    check->outcome.checked += judged.rule_count > 0;
    if (judged.sure && judged.left.len > 0)
        report(on, judged.left.at[0], earlier, review);
}

/* Findings of people by the rules that judge them, at the places that they name. */
static void look_for_people(looking *on) {
    ll_check *check = on->check;
    const ll_plan *plan = check->facts->plan;
    const ll_said said = {check->facts, check->rules, check->outcomes, check->findings,
                          check->suppressed};
    ll_people_judge *people = NULL;
    for (uint32_t i = 0, judged = 0; i < plan->findings.len && judged < LL_HISTORY_FINDINGS_MOST;
         i++) {
        if (plan->findings.at[i].rule.len > 0 || ll_facts_fixed_by(check->facts, i) == 0)
            continue;
        judged++;
        if (!people)
            people = ll_people_judge_new(check->arena, &said, check->people, true);
        look_for_person(on, people, i);
    }
}

void ll_check_review_regression(ll_check *check) {
    looking on = {check, check->findings->len, NULL};
    if (!check->people)
        return;
    on.reported = LL_ARENA_ARRAY(check->arena, bool, on.count);
    look_for_own(&on);
    look_for_people(&on);
}
