/* Looking back at the last review of the plan. */
#include "review/history.h"

#include "check/fingerprint.h"
#include "check/person.h"
#include "facts/history.h"
#include "review/line.h"
#include "review/parts.h"
#include "rule/template.h"
#include "rule/words.h"

#include <stdlib.h>

/* A place of this run; `finding` counts on into the suppressed ones. */
typedef struct marked_place {
    uint32_t rule;
    ll_view mark;
    uint32_t finding;
    bool known;    /* the last review has this mark */
    ll_view title; /* plain; empty until it is asked for */
} marked_place;

typedef struct looking_back {
    ll_review *review;
    ll_history *history;
    ll_arena *arena;
    ll_facts *facts;
    marked_place *places; /* by rule and mark */
    uint32_t place_count;
    uint32_t iteration;      /* of the finding that is judged */
    ll_people_judge *people; /* NULL until a finding of theirs is judged */
    uint32_t people_count;   /* that were */
    const uint32_t *rules;   /* that judged the last one of them: indices into the set */
    uint32_t rule_count;
    bool waits; /* for a reviewer, or for work: what the last review left without a finding */
} looking_back;

/* ---- the places of this run ---- */

static int by_mark(const marked_place *a, const marked_place *b) {
    if (a->rule != b->rule)
        return a->rule < b->rule ? -1 : 1;
    return ll_view_compare(ll_history_place(a->mark), ll_history_place(b->mark));
}

static int by_mark_and_finding(const void *left, const void *right) {
    const marked_place *a = left, *b = right;
    int order = by_mark(a, b);
    return order ? order : (a->finding > b->finding) - (a->finding < b->finding);
}

static void find_places(looking_back *back) {
    const ll_result *result = back->review->result;
    uint32_t listed = result->findings.len;
    ll_view *marks = ll_place_marks(back->arena, &result->findings, &result->suppressed,
                                    result->rules, back->facts);
    back->history->marks = marks;
    back->place_count = listed + result->suppressed.len;
    back->places = LL_ARENA_ARRAY(back->arena, marked_place, back->place_count);
    for (uint32_t i = 0; i < back->place_count; i++) {
        const ll_finding *finding =
            i < listed ? &result->findings.at[i] : &result->suppressed.at[i - listed];
        back->places[i] = (marked_place){.rule = finding->rule, .mark = marks[i], .finding = i};
    }
    if (back->place_count > 0)
        qsort(back->places, back->place_count, sizeof *back->places, by_mark_and_finding);
}

/* The first place of the rule at or behind that mark, in their order. */
static uint32_t first_place(const looking_back *back, uint32_t rule, ll_view mark) {
    const marked_place wanted = {.rule = rule, .mark = mark};
    uint32_t low = 0, high = back->place_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (by_mark(&back->places[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static marked_place *find_place(const looking_back *back, uint32_t rule, ll_view mark) {
    uint32_t first = first_place(back, rule, mark);
    const marked_place wanted = {.rule = rule, .mark = mark};
    bool found = first < back->place_count && by_mark(&back->places[first], &wanted) == 0;
    return found ? &back->places[first] : NULL;
}

/* The title that the finding of a place has in a review. */
static ll_view title_of(const looking_back *back, marked_place *place) {
    const ll_result *result = back->review->result;
    if (place->title.len == 0)
        place->title = ll_review_line_read(
            back->arena, ll_template_finding(back->arena, result->rules->at[place->rule]->title,
                                             &result->findings.at[place->finding]));
    return place->title;
}

/* Where the text of a place was edited its mark is gone; a place in the same section with the same
 * title that no mark knows is then taken for what is left of it. */
static marked_place *find_edited_place(const looking_back *back, uint32_t rule, ll_view mark,
                                       ll_view title) {
    uint32_t listed = back->review->result->findings.len;
    for (uint32_t i = first_place(back, rule, LL_VIEW("")); i < back->place_count; i++) {
        marked_place *place = &back->places[i];
        if (place->rule != rule)
            break;
        if (!place->known && place->finding < listed &&
            ll_view_equal(ll_history_section(place->mark), ll_history_section(mark)) &&
            ll_view_equal(title_of(back, place), title))
            return place;
    }
    return NULL;
}

/* So that no place is taken for the rest of another one. */
static void know_places(const looking_back *back, const ll_review_finding *earlier) {
    uint32_t rule = ll_rule_index(back->review->result->rules, earlier->rule);
    ll_view rest = earlier->places, mark;
    while (rule != LL_RULE_NONE && ll_history_next_mark(&rest, &mark)) {
        marked_place *place = find_place(back, rule, mark);
        if (place)
            place->known = true;
    }
}

/* ---- findings that lessonlint wrote ---- */

static void carry(const looking_back *back, const ll_review_finding *earlier, uint32_t finding) {
    uint32_t *from = &back->history->carried_from[finding];
    uint32_t iteration = earlier->carried_from ? earlier->carried_from : back->iteration;
    if (*from == 0 || iteration < *from)
        *from = iteration;
}

/* Of the places of an earlier finding. */
typedef struct place_counts {
    uint32_t all, left, accepted;
} place_counts;

static ll_fix_state state_of(const place_counts *counts) {
    if (counts->left + counts->accepted == 0)
        return LL_FIX_FIXED;
    if (counts->left == 0)
        return LL_FIX_DEFERRED;
    return counts->left + counts->accepted < counts->all ? LL_FIX_PARTIALLY : LL_FIX_NOT_FIXED;
}

static ll_view notes_of(ll_arena *arena, const place_counts *counts) {
    ll_view notes = LL_VIEW("");
    if (counts->all > 1)
        notes = ll_arena_format(arena, LL_SAY_PLACES_LEFT, counts->left, counts->all);
    else if (counts->left > 0)
        notes = LL_VIEW(LL_SAY_STILL_THERE);
    else if (counts->accepted == 0)
        notes = LL_VIEW(LL_SAY_GONE);
    if (counts->accepted == 0)
        return notes;
    return ll_arena_format(arena, LL_SAY_SUPPRESSED, LL_VIEW_ARG(notes), notes.len > 0 ? ", " : "",
                           counts->accepted);
}

/* By its places: those left, those that a directive accepts, and all. */
static void judge_places(looking_back *back, const ll_review_finding *earlier, uint32_t rule,
                         ll_verified *verified) {
    const ll_result *result = back->review->result;
    ll_view rest = earlier->places, mark;
    place_counts counts = {0};
    for (; ll_history_next_mark(&rest, &mark); counts.all++) {
        marked_place *place = find_place(back, rule, mark);
        if (!place)
            place = find_edited_place(back, rule, mark, earlier->title);
        if (!place)
            continue;
        place->known = true;
        if (place->finding < result->findings.len) {
            counts.left++;
            carry(back, earlier, place->finding);
        } else {
            counts.accepted++;
        }
    }
    verified->state = state_of(&counts);
    verified->notes = notes_of(back->arena, &counts);
}

/* By its title, when somebody took the marks out of the review. */
static void judge_title(looking_back *back, const ll_review_finding *earlier, uint32_t rule,
                        ll_verified *verified) {
    const ll_result *result = back->review->result;
    uint32_t left = 0;
    for (uint32_t i = 0; i < result->findings.len; i++) {
        const ll_finding *finding = &result->findings.at[i];
        if (finding->rule != rule || finding->confidence != LL_CONFIDENCE_EXACT)
            continue;
        ll_view title = ll_template_finding(back->arena, result->rules->at[rule]->title, finding);
        if (!ll_view_equal(ll_review_line_read(back->arena, title), earlier->title))
            continue;
        left++;
        carry(back, earlier, i);
    }
    verified->state = left ? LL_FIX_NOT_FIXED : LL_FIX_FIXED;
    verified->notes =
        ll_arena_format(back->arena, LL_SAY_OF_THIS_TITLE,
                        LL_VIEW_ARG(ll_review_number(back->arena, left, LL_SAY_PLACE)));
}

static void judge_by_rule(looking_back *back, const ll_review_finding *earlier,
                          ll_verified *verified) {
    const ll_result *result = back->review->result;
    uint32_t rule = ll_rule_index(result->rules, earlier->rule);
    const char *skipped = rule == LL_RULE_NONE ? NULL : result->outcomes[rule].skipped;
    if (rule == LL_RULE_NONE)
        verified->notes =
            ll_arena_format(back->arena, LL_SAY_NO_SUCH_RULE, LL_VIEW_ARG(earlier->rule));
    else if (skipped)
        verified->notes =
            ll_arena_format(back->arena, LL_SAY_RULE_NOT_RUN, LL_VIEW_ARG(earlier->rule), skipped);
    else if (earlier->places.len > 0)
        judge_places(back, earlier, rule, verified);
    else
        judge_title(back, earlier, rule, verified);
    if (rule != LL_RULE_NONE && verified->state == LL_FIX_FIXED &&
        result->outcomes[rule].unseen > 0) {
        verified->state = LL_FIX_OPEN;
        verified->notes = LL_VIEW(LL_SAY_UNSEEN);
    }
}

/* ---- findings that people wrote ---- */

static void judge_person(looking_back *back, const ll_review_finding *earlier,
                         ll_verified *verified) {
    verified->notes = LL_VIEW(LL_SAY_NO_RULE);
    if (back->people_count == LL_HISTORY_FINDINGS_MOST)
        return;
    back->people_count++;
    if (!back->people)
        back->people = ll_result_judge_people(back->review->result, back->arena);
    ll_person_judged judged = ll_people_judge_finding(back->people, earlier);
    verified->state = judged.state;
    verified->notes = judged.notes;
    back->rules = judged.rules;
    back->rule_count = judged.rule_count;
    for (uint32_t i = 0; i < judged.left.len; i++)
        carry(back, earlier, judged.left.at[i]);
}

/* ---- all of the last review ---- */

static ll_verified judge(looking_back *back, uint32_t review, uint32_t index) {
    const ll_review_finding *earlier = &back->facts->plan->findings.at[index];
    ll_verified verified = {.finding = index, .earlier = earlier, .state = LL_FIX_OPEN};
    back->iteration = ll_history_iteration(back->facts->plan, review);
    back->rule_count = 0;
    if (earlier->rule.len > 0)
        judge_by_rule(back, earlier, &verified);
    else
        judge_person(back, earlier, &verified);
    return verified;
}

static void add_finding(looking_back *back, uint32_t index) {
    const ll_review_finding *earlier = &back->facts->plan->findings.at[index];
    if (earlier->retracted)
        return;
    ll_verified verified = judge(back, back->history->last, index);
    verified.repeats = earlier->places.len > 0 && verified.state == LL_FIX_NOT_FIXED;
    LL_ARRAY_PUSH(back->arena, &back->history->verified, verified);
}

/* Whether the last review reports it under Findings itself. */
static bool is_reported_again(const looking_back *back, ll_view title) {
    const ll_plan *plan = back->facts->plan;
    const ll_plan_review *last = &plan->reviews.at[back->history->last];
    for (uint32_t i = 0; i < last->finding_count && i < LL_HISTORY_FINDINGS_MOST; i++)
        if (ll_view_equal_nocase(plan->findings.at[last->first_finding + i].title, title))
            return true;
    return false;
}

/* Whether the last review carries findings of a rule that judged the one of a person: what was left
 * of it. */
static bool is_carried(const looking_back *back) {
    const ll_plan *plan = back->facts->plan;
    const ll_plan_review *last = &plan->reviews.at[back->history->last];
    for (uint32_t i = 0; i < last->finding_count; i++) {
        const ll_review_finding *finding = &plan->findings.at[last->first_finding + i];
        uint32_t rule = finding->carried_from
                            ? ll_rule_index(back->review->result->rules, finding->rule)
                            : LL_RULE_NONE;
        for (uint32_t k = 0; rule != LL_RULE_NONE && k < back->rule_count; k++)
            if (back->rules[k] == rule)
                return true;
    }
    return false;
}

/* What matches no earlier finding and does not say that it was fixed, a reviewer has to look at. */
static void add_unmatched(looking_back *back, uint32_t index, bool open) {
    const ll_plan *plan = back->facts->plan;
    const ll_fix_verification *entry = &plan->verifications.at[index];
    bool silent = entry->state == LL_FIX_UNKNOWN && !entry->has_status;
    if (silent || entry->rule.len > 0 || is_reported_again(back, entry->title) ||
        ll_history_is_retracted(plan, back->history->last, index))
        return;
    ll_review_finding *earlier = LL_ARENA_NEW(back->arena, ll_review_finding);
    earlier->severity = LL_REVIEW_SEVERITIES;
    earlier->title = entry->title.len > 0
                         ? entry->title
                         : ll_arena_format(back->arena, LL_SAY_NUMBERED, entry->number);
    ll_verified verified = {.finding = LL_HISTORY_NONE,
                            .earlier = earlier,
                            .state = LL_FIX_OPEN,
                            .repeats = open,
                            .notes = LL_VIEW(LL_SAY_UNMATCHED)};
    back->waits = true;
    LL_ARRAY_PUSH(back->arena, &back->history->verified, verified);
}

/* The finding that an entry of the last review speaks of. */
typedef struct entry_source {
    uint32_t finding, review;
} entry_source;

/* What the last review left to a reviewer, or found left of what a person wrote, stays until
 * somebody says that it was fixed. */
static void add_left(looking_back *back, uint32_t entry, const entry_source *source) {
    const ll_plan *plan = back->facts->plan;
    ll_fix_state said = plan->verifications.at[entry].state;
    bool open = said == LL_FIX_OPEN || said == LL_FIX_UNKNOWN; /* "Pending", or nothing at all */
    if (!open && said != LL_FIX_NOT_FIXED && said != LL_FIX_PARTIALLY)
        return;
    if (source->finding == LL_HISTORY_NONE) {
        add_unmatched(back, entry, open);
        return;
    }
    const ll_review_finding *earlier = &plan->findings.at[source->finding];
    if (!open && (earlier->rule.len > 0 || is_reported_again(back, earlier->title)))
        return;
    ll_verified verified = judge(back, source->review, source->finding);
    if (!open && is_carried(back))
        return;
    back->waits |= open || earlier->severity != LL_REVIEW_POLISH;
    verified.repeats = verified.state == said;
    LL_ARRAY_PUSH(back->arena, &back->history->verified, verified);
}

/* By titles first; a number counts when no title speaks of its finding. */
static entry_source *find_sources(const looking_back *back, const ll_plan_review *last) {
    const ll_plan *plan = back->facts->plan;
    uint32_t next = back->history->last;
    entry_source *sources = LL_ARENA_ARRAY(back->arena, entry_source, last->verification_count);
    bool *taken = LL_ARENA_ARRAY(back->arena, bool, plan->findings.len);
    for (uint32_t i = 0; i < last->verification_count; i++) {
        entry_source *source = &sources[i];
        source->finding =
            ll_history_source(back->facts, next, last->first_verification + i, &source->review);
        if (source->finding != LL_HISTORY_NONE)
            taken[source->finding] = true;
    }
    for (uint32_t i = 0; i < last->verification_count; i++) {
        uint32_t entry = last->first_verification + i;
        uint32_t finding = sources[i].finding == LL_HISTORY_NONE
                               ? ll_history_numbered(plan, next, entry)
                               : LL_HISTORY_NONE;
        if (finding == LL_HISTORY_NONE || taken[finding])
            continue;
        sources[i] = (entry_source){finding, next - 1};
        taken[finding] = true;
    }
    return sources;
}

static void verify_last(looking_back *back) {
    const ll_plan_review *last = &back->facts->plan->reviews.at[back->history->last];
    for (uint32_t i = 0; i < last->finding_count; i++)
        know_places(back, &back->facts->plan->findings.at[last->first_finding + i]);
    for (uint32_t i = 0; i < last->finding_count; i++)
        add_finding(back, last->first_finding + i);
    const entry_source *sources = find_sources(back, last);
    for (uint32_t i = 0; i < last->verification_count; i++)
        add_left(back, last->first_verification + i, &sources[i]);
}

/* ---- which review comes next ---- */

/* A PASS ends the series when nothing waits behind it. */
static bool is_passed(const looking_back *back, const ll_plan_review *last) {
    return last->verdict == LL_VERDICT_PASS && !back->waits;
}

static bool is_over(const looking_back *back, const ll_plan_review *last) {
    uint32_t total = last->total ? last->total : LL_REVIEW_ITERATIONS;
    return is_passed(back, last) || back->history->last_iteration >= total;
}

static void number_next(const looking_back *back, const ll_plan_review *last,
                        const ll_next_review *asked) {
    ll_history *history = back->history;
    bool other =
        !last || (asked->label.len > 0 && !ll_view_equal_nocase(asked->label, last->label));
    history->label = asked->label.len > 0 ? asked->label : last ? last->label : (ll_view){0};
    history->iteration = other ? 1 : history->last_iteration + 1;
    history->total = !other && last->total ? last->total : LL_REVIEW_ITERATIONS;
    bool over = !other && is_over(back, last) &&
                !(asked->total > history->last_iteration && !is_passed(back, last));
    history->over = over && asked->iteration == 0;
    history->reopened = over && asked->iteration > 0;
    if (asked->iteration)
        history->iteration = asked->iteration;
    if (asked->total)
        history->total = asked->total;
    if (history->total < history->iteration)
        history->total = history->iteration;
}

/* Whether every finding of the last review is there at all of its places, and nothing else is. */
static bool is_unchanged(const looking_back *back) {
    const ll_review *review = back->review;
    const ll_plan_review *last = &back->facts->plan->reviews.at[back->history->last];
    if (last->verdict != review->verdict || last->finding_count != review->groups.len)
        return false;
    for (uint32_t i = 0; i < back->history->verified.len; i++)
        if (!back->history->verified.at[i].repeats)
            return false;
    for (uint32_t i = 0; i < review->groups.len; i++)
        for (uint32_t k = 0; k < review->groups.at[i].places.len; k++)
            if (back->history->carried_from[review->groups.at[i].places.at[k]] == 0)
                return false;
    return true;
}

/* The verdict follows from what was found; the sentence below it also says what nobody knows. */
static void say_open(ll_review *review, ll_arena *arena) {
    const ll_verified_list *all = &review->history->verified;
    uint32_t open = 0;
    for (uint32_t i = 0; i < all->len; i++)
        open += all->at[i].state == LL_FIX_OPEN;
    if (open == 0)
        return;
    bool looked = review->result->facts->sources[LL_DOCUMENT_LESSON] != NULL;
    ll_view text = review->rationale;
    text.len -= ll_view_ends(text, LL_VIEW("."));
    review->rationale = ll_arena_format(
        arena, open == 1 ? LL_SAY_ONE_IS_OPEN : LL_SAY_MANY_ARE_OPEN, LL_VIEW_ARG(text),
        LL_VIEW_ARG(ll_review_number(arena, open, LL_SAY_FINDING)),
        looked ? "" : LL_SAY_NOT_LOOKED_AT);
}

void ll_review_look_back(ll_review *review, ll_arena *arena, const ll_next_review *asked) {
    ll_facts *facts = review->result->facts;
    ll_history *history = LL_ARENA_NEW(arena, ll_history);
    looking_back back = {.review = review, .history = history, .arena = arena, .facts = facts};
    bool first = !facts->plan || facts->plan->reviews.len == 0;
    history->last = first ? LL_HISTORY_NONE : facts->plan->reviews.len - 1;
    history->carried_from = LL_ARENA_ARRAY(arena, uint32_t, review->result->findings.len);
    review->history = history;
    find_places(&back);
    const ll_plan_review *last = first ? NULL : &facts->plan->reviews.at[history->last];
    if (last) {
        history->last_iteration = ll_history_iteration(facts->plan, history->last);
        verify_last(&back);
        history->unchanged = is_unchanged(&back);
    }
    number_next(&back, last, asked);
    say_open(review, arena);
    ll_review_add_returning(review, arena);
}

ll_view ll_history_ending(const ll_review *review, ll_arena *arena) {
    const ll_history *history = review->history;
    const ll_plan_review *last = &review->result->facts->plan->reviews.at[history->last];
    return ll_arena_format(arena, LL_SAY_OVER, history->last_iteration,
                           last->total ? last->total : LL_REVIEW_ITERATIONS,
                           last->verdict == LL_VERDICT_PASS ? LL_SAY_BY_PASS : "");
}

const char *ll_verified_name(ll_fix_state state) {
    switch (state) {
    case LL_FIX_FIXED:
        return "FIXED";
    case LL_FIX_PARTIALLY:
        return "PARTIALLY FIXED";
    case LL_FIX_NOT_FIXED:
        return "NOT FIXED";
    case LL_FIX_DEFERRED:
        return "NOT FIXED (accepted)";
    case LL_FIX_OPEN:
    case LL_FIX_UNKNOWN:
        break;
    }
    return "NEEDS A REVIEWER";
}

uint32_t ll_group_carried_from(const ll_review *review, const ll_group *group) {
    uint32_t first = 0;
    for (uint32_t i = 0; review->history && i < group->places.len; i++) {
        uint32_t from = review->history->carried_from[group->places.at[i]];
        if (from > 0 && (first == 0 || from < first))
            first = from;
    }
    return first;
}
