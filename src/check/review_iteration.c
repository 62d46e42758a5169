/* review-iteration: reviews whose iterations or dates do not follow one another. */
#include "check/checks.h"
#include "check/reviews.h"

/* What came before a review. */
typedef struct past {
    uint32_t same;  /* iteration of the last review with the same label; 0: there is none */
    uint32_t other; /* of the last review at all */
    ll_view date;   /* the last that was given */
} past;

static void report(ll_check *check, const ll_plan_review *review, const char *kind,
                   const ll_value *values) {
    ll_check_report(check, &(ll_report){.range = ll_plan_range(review->place),
                                        .subject = ll_view_of(kind),
                                        .kind = kind,
                                        .values = values});
}

static void judge(ll_check *check, const ll_plan_review *review, const past *before) {
    uint32_t here = review->iteration;
    uint32_t last = before->same > before->other ? before->same : before->other;
    ll_value values[] = {{"iteration", ll_arena_format(check->arena, "%u", here)},
                         {"total", ll_arena_format(check->arena, "%u", review->total)},
                         {"expected", ll_arena_format(check->arena, "%u", last + 1)},
                         {"date", review->date},
                         {"earlier", before->date},
                         {0}};
    check->outcome.checked++;
    if (review->total > 0 && here > review->total)
        report(check, review, "total", values);
    else if (here > last + 1)
        report(check, review, "skip", values);
    else if (here > 0 && here <= before->same)
        report(check, review, "repeat", values);
    if (review->date.len > 0 && before->date.len > 0 &&
        ll_view_compare(review->date, before->date) < 0)
        report(check, review, "date", values);
}

/* The last review before `index` with its label, which few plans have several of. */
static uint32_t same_label(const ll_plan *plan, const uint32_t *iterations, uint32_t index) {
    enum { LOOK_BACK = 100 };
    uint32_t least = index > LOOK_BACK ? index - LOOK_BACK : 0;
    for (uint32_t i = index; i > least; i--)
        if (ll_view_equal_nocase(plan->reviews.at[i - 1].label, plan->reviews.at[index].label))
            return iterations[i - 1];
    return 0;
}

/* A review that gives no iteration is the one that follows. */
void ll_check_review_iteration(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    uint32_t *iterations = LL_ARENA_ARRAY(check->arena, uint32_t, plan->reviews.len);
    ll_view date = LL_VIEW("");
    for (uint32_t i = 0; i < plan->reviews.len; i++) {
        const ll_plan_review *review = &plan->reviews.at[i];
        past before = {same_label(plan, iterations, i), i > 0 ? iterations[i - 1] : 0, date};
        iterations[i] = review->iteration > 0 ? review->iteration : before.same + 1;
        if (i >= ll_reviews_first(check))
            judge(check, review, &before);
        date = review->date.len > 0 ? review->date : date;
    }
}
