/* Earlier reviews as one story. */
#include "facts/history.h"

#include <stdlib.h>

/* Reviews that are gone back for what was found fixed. */
enum { BACK_MOST = 8 };

struct ll_past {
    ll_stems *stems;
    ll_stem_list *titles; /* by finding of the plan; of a finding whose words were asked for */
    bool *read;           /* by finding */
    uint32_t *fixed_by; /* by finding: the last review that found it fixed, or 0; NULL before it is
                         * asked for */
    ll_fixed_places fixed;
    bool has_fixed;
};

static struct ll_past *history_of(ll_facts *facts) {
    if (!facts->history) {
        struct ll_past *made = LL_ARENA_NEW(facts->arena, struct ll_past);
        made->stems = ll_facts_stems(facts);
        made->titles = LL_ARENA_ARRAY(facts->arena, ll_stem_list, facts->plan->findings.len);
        made->read = LL_ARENA_ARRAY(facts->arena, bool, facts->plan->findings.len);
        facts->history = made;
    }
    return facts->history;
}

/* ---- which finding a verification speaks of ---- */

static const ll_stem_list *words_of(struct ll_past *history, const ll_facts *facts,
                                    uint32_t finding) {
    if (!history->read[finding])
        ll_stems_distinct(history->stems, facts->plan->findings.at[finding].title,
                          &history->titles[finding]);
    history->read[finding] = true;
    return &history->titles[finding];
}

static ll_view first_word(ll_view text) {
    size_t end = 0;
    while (end < text.len && !ll_is_blank(text.ptr[end]))
        end++;
    return ll_view_slice(text, 0, end);
}

/* A table may have fewer blanks than a heading. */
static bool same_title(ll_view a, ll_view b) {
    a = ll_plan_bare_title(a);
    b = ll_plan_bare_title(b);
    while (a.len > 0 && b.len > 0) {
        ll_view left = first_word(a), right = first_word(b);
        if (!ll_view_equal(left, right))
            return false;
        a = ll_view_trim(ll_view_slice(a, left.len, a.len));
        b = ll_view_trim(ll_view_slice(b, right.len, b.len));
    }
    return a.len == b.len;
}

/* How many of the entries before this one, in its review, read the same: findings may share a
 * title, and their verifications then stand in their order. */
static uint32_t equals_before(const ll_plan *plan, uint32_t first, uint32_t entry) {
    const ll_fix_verification *all = plan->verifications.at;
    uint32_t count = 0;
    for (uint32_t i = first; i < entry && i - first < LL_HISTORY_FINDINGS_MOST; i++)
        count += same_title(all[i].title, all[entry].title) &&
                 ll_view_equal(all[i].rule, all[entry].rule);
    return count;
}

static bool may_be(const ll_review_finding *finding, const ll_fix_verification *verification) {
    bool rules = finding->rule.len > 0 && verification->rule.len > 0;
    return !finding->retracted && (!rules || ll_view_equal(finding->rule, verification->rule));
}

static uint32_t findings_of(const ll_plan_review *review) {
    return review->finding_count < LL_HISTORY_FINDINGS_MOST ? review->finding_count
                                                            : LL_HISTORY_FINDINGS_MOST;
}

static uint32_t find_same(const ll_plan *plan, uint32_t review, uint32_t next, uint32_t entry) {
    const ll_plan_review *of = &plan->reviews.at[review];
    uint32_t skip = equals_before(plan, plan->reviews.at[next].first_verification, entry);
    for (uint32_t i = 0; i < findings_of(of); i++) {
        const ll_review_finding *finding = &plan->findings.at[of->first_finding + i];
        if (may_be(finding, &plan->verifications.at[entry]) &&
            same_title(finding->title, plan->verifications.at[entry].title) && skip-- == 0)
            return of->first_finding + i;
    }
    return LL_HISTORY_NONE;
}

static uint32_t find_alike(ll_facts *facts, uint32_t review, uint32_t entry) {
    struct ll_past *history = history_of(facts);
    const ll_fix_verification *verification = &facts->plan->verifications.at[entry];
    const ll_plan_review *of = &facts->plan->reviews.at[review];
    uint32_t best = LL_HISTORY_NONE;
    double best_share = LL_HISTORY_SAME_TITLE;
    ll_stem_list title = {0};
    ll_stems_distinct(history->stems, verification->title, &title);
    for (uint32_t i = of->first_finding; i < of->first_finding + findings_of(of); i++) {
        if (!may_be(&facts->plan->findings.at[i], verification))
            continue;
        double share = ll_stems_overlap(history->stems, &title, words_of(history, facts, i));
        if (share >= best_share && (best == LL_HISTORY_NONE || share > best_share)) {
            best = i;
            best_share = share;
        }
    }
    return best;
}

/* Then what they share is all of `some`, and what either has is `all`. */
static bool holds_all(ll_stems *stems, const ll_stem_list *all, const ll_stem_list *some) {
    return some->len > 0 && some->len <= all->len &&
           ll_stems_overlap(stems, all, some) == (double)some->len / (double)all->len;
}

/* "cursor-pointer" for "`summary` lacks cursor-pointer": the only title with all of its words. */
static uint32_t find_shortened(ll_facts *facts, uint32_t review, uint32_t entry) {
    struct ll_past *history = history_of(facts);
    const ll_fix_verification *verification = &facts->plan->verifications.at[entry];
    const ll_plan_review *of = &facts->plan->reviews.at[review];
    uint32_t found = LL_HISTORY_NONE;
    ll_stem_list title = {0};
    ll_stems_distinct(history->stems, verification->title, &title);
    for (uint32_t i = of->first_finding; i < of->first_finding + findings_of(of); i++) {
        if (!may_be(&facts->plan->findings.at[i], verification) ||
            !holds_all(history->stems, words_of(history, facts, i), &title))
            continue;
        if (found != LL_HISTORY_NONE)
            return LL_HISTORY_NONE;
        found = i;
    }
    return found;
}

/* A number without a title counts the findings of the review before `next`, as they stand. */
static uint32_t find_numbered(const ll_plan *plan, uint32_t next, uint32_t number) {
    const ll_plan_review *before = next > 0 ? &plan->reviews.at[next - 1] : NULL;
    if (!before || number > before->finding_count ||
        plan->findings.at[before->first_finding + number - 1].retracted)
        return LL_HISTORY_NONE;
    return before->first_finding + number - 1;
}

static uint32_t number_alone(const ll_plan *plan, uint32_t entry) {
    const ll_fix_verification *verification = &plan->verifications.at[entry];
    return verification->title.len == 0 ? verification->number : 0;
}

uint32_t ll_history_numbered(const ll_plan *plan, uint32_t next, uint32_t entry) {
    uint32_t number = plan->verifications.at[entry].number;
    return number > 0 ? find_numbered(plan, next, number) : LL_HISTORY_NONE;
}

bool ll_history_is_retracted(const ll_plan *plan, uint32_t next, uint32_t entry) {
    for (uint32_t i = 0; i < plan->reviews.at[next].first_finding; i++)
        if (plan->findings.at[i].retracted &&
            same_title(plan->findings.at[i].title, plan->verifications.at[entry].title))
            return true;
    return false;
}

uint32_t ll_history_finding(ll_facts *facts, uint32_t review, uint32_t next, uint32_t entry) {
    uint32_t number = number_alone(facts->plan, entry);
    if (number > 0)
        return review + 1 == next ? find_numbered(facts->plan, next, number) : LL_HISTORY_NONE;
    uint32_t found = find_same(facts->plan, review, next, entry);
    if (found == LL_HISTORY_NONE)
        found = find_alike(facts, review, entry);
    return found == LL_HISTORY_NONE && review + 1 == next ? find_shortened(facts, review, entry)
                                                          : found;
}

uint32_t ll_history_source(ll_facts *facts, uint32_t next, uint32_t entry, uint32_t *review) {
    uint32_t number = number_alone(facts->plan, entry);
    *review = next > 0 ? next - 1 : 0;
    if (number > 0)
        return find_numbered(facts->plan, next, number);
    for (*review = next; (*review)-- > 0;) {
        uint32_t same = find_same(facts->plan, *review, next, entry);
        if (same != LL_HISTORY_NONE)
            return same;
    }
    for (*review = next; (*review)-- > 0;) {
        uint32_t alike = find_alike(facts, *review, entry);
        if (alike != LL_HISTORY_NONE)
            return alike;
    }
    *review = next > 0 ? next - 1 : 0;
    return next > 0 ? find_shortened(facts, *review, entry) : LL_HISTORY_NONE;
}

uint32_t ll_history_iteration(const ll_plan *plan, uint32_t review) {
    uint32_t unnumbered = 0;
    while (plan->reviews.at[review].iteration == 0 && review > 0) {
        review--;
        unnumbered++;
    }
    uint32_t first = plan->reviews.at[review].iteration;
    return (first ? first : 1) + unnumbered;
}

/* ---- what was fixed ---- */

/* The finding of the review before that an entry speaks of, or of one further back, if what it says
 * was left to a reviewer in between: then by its own title. */
static uint32_t find_verified(ll_facts *facts, uint32_t review, uint32_t entry) {
    uint32_t finding = ll_history_finding(facts, review - 1, review, entry);
    for (uint32_t back = 2; finding == LL_HISTORY_NONE && back <= review && back <= BACK_MOST;
         back++)
        finding = find_same(facts->plan, review - back, review, entry);
    return finding;
}

static const uint32_t *read_fixed(ll_facts *facts) {
    struct ll_past *history = history_of(facts);
    const ll_plan *plan = facts->plan;
    if (history->fixed_by)
        return history->fixed_by;
    history->fixed_by = LL_ARENA_ARRAY(facts->arena, uint32_t, plan->findings.len);
    for (uint32_t review = 1; review < plan->reviews.len; review++) {
        const ll_plan_review *one = &plan->reviews.at[review];
        for (uint32_t i = 0; i < one->verification_count; i++) {
            uint32_t entry = one->first_verification + i;
            if (plan->verifications.at[entry].state != LL_FIX_FIXED)
                continue;
            uint32_t finding = find_verified(facts, review, entry);
            if (finding != LL_HISTORY_NONE)
                history->fixed_by[finding] = review;
        }
    }
    return history->fixed_by;
}

uint32_t ll_facts_fixed_by(ll_facts *facts, uint32_t finding) {
    return read_fixed(facts)[finding];
}

bool ll_history_next_mark(ll_view *rest, ll_view *mark) {
    *rest = ll_view_trim(*rest);
    size_t end = 0;
    while (end < rest->len && !ll_is_blank(rest->ptr[end]))
        end++;
    *mark = ll_view_slice(*rest, 0, end);
    *rest = ll_view_slice(*rest, end, rest->len);
    return mark->len > 0;
}

ll_view ll_history_place(ll_view mark) {
    return ll_view_slice(mark, 0, mark.len > LL_HISTORY_PLACE ? LL_HISTORY_PLACE : mark.len);
}

ll_view ll_history_section(ll_view mark) {
    return ll_view_slice(mark, ll_history_place(mark).len, mark.len);
}

static void add_places(ll_facts *facts, struct ll_past *history, uint32_t index, uint32_t review) {
    const ll_review_finding *finding = &facts->plan->findings.at[index];
    ll_view rest = finding->places, mark;
    while (ll_history_next_mark(&rest, &mark))
        LL_ARRAY_PUSH(facts->arena, &history->fixed,
                      ((ll_fixed_place){finding->rule, ll_history_place(mark), index, review}));
}

static int by_mark(const ll_fixed_place *a, const ll_fixed_place *b) {
    int order = ll_view_compare(a->rule, b->rule);
    return order ? order : ll_view_compare(a->mark, b->mark);
}

/* … and the last review first. */
static int by_mark_and_review(const void *left, const void *right) {
    const ll_fixed_place *a = left, *b = right;
    int order = by_mark(a, b);
    return order ? order : (a->review < b->review) - (a->review > b->review);
}

static void drop_repeats(ll_fixed_places *places) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < places->len; i++)
        if (kept == 0 || by_mark(&places->at[kept - 1], &places->at[i]) != 0)
            places->at[kept++] = places->at[i];
    places->len = kept;
}

const ll_fixed_places *ll_facts_fixed_places(ll_facts *facts) {
    struct ll_past *history = history_of(facts);
    const ll_plan *plan = facts->plan;
    if (history->has_fixed)
        return &history->fixed;
    history->has_fixed = true;
    for (uint32_t finding = 0; finding < plan->findings.len; finding++) {
        uint32_t review = ll_facts_fixed_by(facts, finding);
        if (review > 0)
            add_places(facts, history, finding, review);
    }
    if (history->fixed.len > 0)
        qsort(history->fixed.at, history->fixed.len, sizeof *history->fixed.at, by_mark_and_review);
    drop_repeats(&history->fixed);
    return &history->fixed;
}

const ll_fixed_place *ll_facts_fixed_place(ll_facts *facts, ll_view rule, ll_view mark) {
    const ll_fixed_places *all = ll_facts_fixed_places(facts);
    const ll_fixed_place wanted = {.rule = rule, .mark = ll_history_place(mark)};
    uint32_t low = 0, high = all->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = by_mark(&wanted, &all->at[middle]);
        if (order == 0)
            return &all->at[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}
