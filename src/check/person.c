/* Judging what people found. */
#include "check/person.h"

#include "base/error.h"
#include "check/named.h"
#include "rule/words.h"
#include "text/decimal.h"

struct ll_people_judge {
    ll_arena *arena;
    ll_said said;
    ll_people *table;
    ll_spotting *spotting;
    bool *fires; /* by rule: it found something; NULL: all rules matter */
};

ll_people_judge *ll_people_judge_new(ll_arena *arena, const ll_said *said, ll_people *table,
                                     bool left) {
    ll_people_judge *people = LL_ARENA_NEW(arena, ll_people_judge);
    *people = (ll_people_judge){.arena = arena, .said = *said, .table = table};
    people->spotting = ll_spotting_new(arena, &people->said);
    people->fires = left ? LL_ARENA_ARRAY(arena, bool, said->rules->len) : NULL;
    for (uint32_t i = 0; left && i < said->rules->len; i++)
        people->fires[i] = said->outcomes[i].failed > 0;
    return people;
}

/* One finding that is judged, and what the rules say of it. */
typedef struct judging {
    ll_people_judge *people;
    const ll_people_match *match;
    ll_spots spots;
    ll_spots_of_location location, title; /* what both name; nothing when the plan says the place */
    uint32_t *hits;                       /* by spot: findings that count, at this spot */
    int rank;               /* of the strongest spot: the others only say where in it */
    ll_view names;          /* "`a`", "`a` and `b`" */
    const char *skipped;    /* why one of the rules was not run, or NULL */
    bool looked;            /* one of the rules has looked at something */
    bool unseen;            /* one of them could not tell of something */
    bool in_title;          /* a finding stands at a place of the title, and not of the Location */
    ll_finding_numbers all; /* findings that count, wherever they stand */
    uint32_t unlisted;      /* of those more */
    uint32_t hints, accepted; /* at the place */
    ll_person_judged judged;
} judging;

static ll_view number(const judging *on, uint32_t count, const char *word) {
    return ll_decimal_counted(on->people->arena, count, word);
}

static ll_person_judged decide(judging *on, ll_fix_state state, ll_view notes) {
    on->judged.state = state;
    on->judged.notes = notes;
    return on->judged;
}

#define SAY(on, state, ...) decide((on), (state), ll_arena_format((on)->people->arena, __VA_ARGS__))

/* ---- what the rules say ---- */

static bool is_of_match(const judging *on, const ll_finding *finding) {
    for (uint32_t i = 0; i < on->match->rule_count; i++)
        if (finding->rule == on->match->rules[i])
            return true;
    return false;
}

/* A selector that finds no element of its names has looked at all of them; a check that found
 * nothing to look at has not. */
static bool has_looked(const judging *on, uint32_t index) {
    const ll_rule *rule = on->people->said.rules->at[index];
    const ll_lesson *lesson = on->people->said.facts->lesson;
    return on->people->said.outcomes[index].checked > 0 ||
           (rule->kind == LL_RULE_ELEMENT && lesson && lesson->layout != LL_LESSON_NONE);
}

static void read_rules(judging *on) {
    const ll_said *said = &on->people->said;
    on->names = LL_VIEW("");
    for (uint32_t i = 0; i < on->match->rule_count; i++) {
        uint32_t index = on->match->rules[i];
        const ll_outcome *outcome = &said->outcomes[index];
        on->names =
            ll_arena_format(on->people->arena, LL_SAY_NAMES, LL_VIEW_ARG(on->names),
                            i > 0 ? LL_SAY_AND : "", LL_VIEW_ARG(said->rules->at[index]->id));
        if (outcome->skipped)
            on->skipped = outcome->skipped;
        else
            on->looked |= has_looked(on, index);
        on->unseen |= outcome->unseen > 0;
        on->unlisted += ll_outcome_unlisted(outcome);
    }
}

/* Whether the finding stands at one of the places, or no place was named; counts the hits. */
static bool is_there(judging *on, uint32_t index, bool counts) {
    bool any = on->spots.len == 0;
    for (uint32_t i = 0; i < on->spots.len; i++) {
        if (!ll_spot_holds(on->people->spotting, &on->spots.at[i], index))
            continue;
        on->hits[i] += counts;
        any |= ll_spot_rank(&on->spots.at[i]) == on->rank;
    }
    return any;
}

static void read_findings(judging *on) {
    const ll_spotting *spotting = on->people->spotting;
    for (uint32_t i = 0; i < spotting->all; i++) {
        const ll_finding *finding = ll_spotting_finding(spotting, i);
        if (!is_of_match(on, finding))
            continue;
        bool accepted = i >= spotting->listed;
        bool exact = finding->confidence == LL_CONFIDENCE_EXACT && !accepted;
        if (exact)
            LL_ARRAY_PUSH(on->people->arena, &on->all, i);
        bool there = is_there(on, i, exact);
        on->in_title |= exact && !there && ll_spots_hold(on->people->spotting, &on->title.spots, i);
        on->accepted += there && accepted;
        on->hints += there && !accepted && !exact;
        if (there && exact)
            LL_ARRAY_PUSH(on->people->arena, &on->judged.left, i);
    }
}

/* ---- what follows ---- */

/* How many of the places that count are named, known, and hit. */
typedef struct spot_counts {
    uint32_t all, known, hit;
} spot_counts;

static spot_counts count_spots(const judging *on) {
    spot_counts counts = {0};
    for (uint32_t i = 0; i < on->spots.len; i++) {
        const ll_spot *spot = &on->spots.at[i];
        if (ll_spot_rank(spot) != on->rank)
            continue;
        counts.all++;
        counts.known += spot->known;
        counts.hit += on->hits[i] > 0;
    }
    return counts;
}

static bool is_abroad(const judging *on) {
    return on->location.foreign.len > 0 || on->title.foreign.len > 0;
}

/* Something is left there. Of rows that share a name one is enough, and of the files that draw a
 * component; `sure`: where nothing is found nothing is left. */
static ll_person_judged say_left(judging *on, const spot_counts *counts, bool sure) {
    uint32_t left = on->judged.left.len;
    bool one = on->spots.len > 0 && (on->spots.at[0].kind == LL_SPOT_ROW || is_abroad(on));
    if (on->spots.len == 0)
        return SAY(on, LL_FIX_NOT_FIXED, LL_SAY_LEFT, LL_VIEW_ARG(on->names),
                   LL_VIEW_ARG(number(on, left, LL_SAY_PLACE)));
    if (sure && !one && counts->hit < counts->all && counts->known == counts->all)
        return SAY(on, LL_FIX_PARTIALLY, LL_SAY_NAMED_LEFT, LL_VIEW_ARG(on->names), counts->hit,
                   counts->all);
    return SAY(on, LL_FIX_NOT_FIXED, LL_SAY_LEFT_THERE, LL_VIEW_ARG(on->names),
               LL_VIEW_ARG(number(on, left, LL_SAY_PLACE)));
}

/* Nothing that counts is found there, and nobody may say yet that it was fixed. */
static bool is_in_doubt(judging *on, const spot_counts *counts) {
    const char *reason = NULL;
    if (on->hints > 0)
        reason = LL_SAY_ONLY_A_HINT;
    else if (on->skipped)
        reason = LL_SAY_NOT_RUN;
    else if (!on->looked)
        reason = LL_SAY_NOTHING_TO_LOOK_AT;
    else if (on->unseen)
        reason = LL_SAY_MAY_HAVE_IT;
    else if (on->people->spotting->work == 0)
        reason = LL_SAY_TOO_MUCH;
    else if (on->spots.len > 0 && on->spots.at[0].kind <= LL_SPOT_BLOCK &&
             counts->known < counts->all)
        reason = LL_SAY_NOT_SEEN;
    else if (on->all.len > 0 &&
             (counts->known < counts->all || on->location.open || on->title.open))
        reason = LL_SAY_PERHAPS_ELSEWHERE;
    else if (on->unlisted > 0)
        reason = LL_SAY_MORE_THAN_LISTED;
    if (reason)
        SAY(on, LL_FIX_OPEN, LL_SAY_DOUBT, LL_VIEW_ARG(on->names), reason, on->skipped ? ", " : "",
            on->skipped ? on->skipped : "");
    return reason != NULL;
}

/* How many of the rules judge the files of imported components, too. */
static uint32_t reading_widgets(const judging *on) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < on->match->rule_count; i++)
        count += on->people->said.rules->at[on->match->rules[i]]->reads[LL_READS_WIDGETS];
    return count;
}

/* The place is drawn by files that the rules have not looked at, or not by all of them. */
static bool is_unread(const judging *on) {
    return is_abroad(on) &&
           (on->location.unread || on->title.unread || reading_widgets(on) < on->match->rule_count);
}

/* What only seemed to say where in a section or an element is hit, or the title names a place that
 * is. */
static bool has_hit_beside(const judging *on) {
    bool any = on->in_title;
    for (uint32_t i = 0; i < on->spots.len; i++)
        any |= on->hits[i] > 0 && ll_spot_rank(&on->spots.at[i]) > on->rank;
    return any;
}

/* Why nobody can say that a place is clean although nothing is found there; empty: it can be said.
 */
static ll_view doubt_of_place(judging *on) {
    ll_arena *arena = on->people->arena;
    if (is_unread(on))
        return LL_VIEW(LL_SAY_ABROAD);
    ll_view missing = on->location.missing.len > 0 ? on->location.missing : on->title.missing;
    if (missing.len > 0)
        return ll_arena_format(arena, LL_SAY_NOT_OF_FILE, LL_VIEW_ARG(missing));
    if (has_hit_beside(on))
        return LL_VIEW(LL_SAY_LEFT_BESIDE);
    ll_view unseen = LL_VIEW("");
    if (reading_widgets(on) > 0)
        unseen = ll_spots_unseen(on->people->spotting, &on->spots, on->rank);
    if (unseen.len == 0)
        return unseen;
    return ll_arena_format(arena, LL_SAY_NOT_READ, LL_VIEW_ARG(unseen));
}

/* Whether it is no proof when the rules find nothing. */
static bool is_open(const judging *on) {
    bool open = on->match->entry->open;
    for (uint32_t i = 0; i < on->match->rule_count; i++)
        open |= on->people->said.rules->at[on->match->rules[i]]->confidence == LL_CONFIDENCE_VERIFY;
    return open;
}

/* Whether what is left stands at a place that is named for what it is: no line, which may have
 * moved, and nothing beside which the place is. */
static bool is_sure(const judging *on) {
    bool sure = false;
    for (uint32_t i = 0; i < on->spots.len; i++) {
        const ll_spot *spot = &on->spots.at[i];
        bool may_be_beside = spot->kind == LL_SPOT_SECTION || spot->kind == LL_SPOT_ELEMENT;
        sure |= on->hits[i] > 0 && ll_spot_rank(spot) == on->rank && spot->kind != LL_SPOT_LINES &&
                (spot->known || !may_be_beside);
    }
    return sure && !is_open(on);
}

/* The rules find nothing there. */
static ll_person_judged say_gone(judging *on, ll_view doubt) {
    if (doubt.len > 0)
        return SAY(on, LL_FIX_OPEN, LL_SAY_DOUBT_OF_PLACE, LL_VIEW_ARG(on->names),
                   LL_VIEW_ARG(doubt));
    if (is_open(on))
        return SAY(on, LL_FIX_OPEN, on->match->rule_count > 1 ? LL_SAY_MANY_FIND : LL_SAY_ONE_FINDS,
                   LL_VIEW_ARG(on->names), on->all.len > 0 ? LL_SAY_THERE : "");
    if (on->all.len > 0)
        return SAY(on, LL_FIX_FIXED, LL_SAY_GONE_THERE, LL_VIEW_ARG(on->names),
                   LL_VIEW_ARG(number(on, on->all.len, LL_SAY_PLACE)));
    return SAY(on, LL_FIX_FIXED, LL_SAY_GONE_BY, LL_VIEW_ARG(on->names));
}

/* Lines were named, which may have moved since, and fewer places than those are left. */
static bool are_fewer(const judging *on, const spot_counts *counts) {
    for (uint32_t i = 0; i < on->spots.len; i++)
        if (on->spots.at[i].kind != LL_SPOT_LINES)
            return false;
    return on->all.len > 0 && on->all.len < counts->all && on->unlisted == 0;
}

static ll_person_judged conclude(judging *on) {
    spot_counts counts = count_spots(on);
    ll_view doubt = doubt_of_place(on);
    bool sure = doubt.len == 0 && !is_open(on);
    on->judged.sure = is_sure(on);
    if (sure && are_fewer(on, &counts)) {
        on->judged.left = on->all;
        return SAY(on, LL_FIX_PARTIALLY, LL_SAY_FEWER, LL_VIEW_ARG(on->names),
                   LL_VIEW_ARG(number(on, on->all.len, LL_SAY_PLACE)), counts.all);
    }
    if (on->judged.left.len > 0)
        return say_left(on, &counts, sure);
    if (on->accepted > 0)
        return SAY(on, LL_FIX_DEFERRED, LL_SAY_ACCEPTED, LL_VIEW_ARG(on->names), on->accepted);
    if (is_unread(on))
        return decide(on, LL_FIX_OPEN, LL_VIEW(LL_SAY_ABROAD));
    if (is_in_doubt(on, &counts))
        return on->judged;
    return say_gone(on, doubt);
}

/* Its title or issue says which row of the plan, or which block it is about. */
static bool in_plan(const judging *on) {
    return on->match->entry && on->match->entry->place != LL_PLACE_NONE && on->match->place.len > 0;
}

static bool names_lines_only(const ll_spots *spots) {
    for (uint32_t i = 0; i < spots->len; i++)
        if (spots->at[i].kind != LL_SPOT_LINES)
            return false;
    return spots->len > 0;
}

/* "… in the LessonHeader", when the Location has but a line. */
static void add_elements(judging *on) {
    ll_spots named = on->title.spots;
    for (uint32_t i = 0; i < named.len; i++)
        if (named.at[i].kind == LL_SPOT_ELEMENT && named.at[i].known)
            LL_ARRAY_PUSH(on->people->arena, &on->spots, named.at[i]);
}

/* What other files draw is looked for there, and where the lesson shows it. */
static void go_abroad(judging *on) {
    on->spots = on->location.abroad;
    for (uint32_t i = 0; i < on->title.abroad.len; i++)
        LL_ARRAY_PUSH(on->people->arena, &on->spots, on->title.abroad.at[i]);
}

/* A widget, a notebook, another file, and no component of the lesson that would say which. */
static bool is_elsewhere(const judging *on) {
    bool title = on->title.elsewhere && reading_widgets(on) > 0;
    return (on->location.elsewhere || title) && !is_abroad(on);
}

/* Finds the places; what the title names goes before the Location. Returns why none can be judged,
 * or an empty view. */
static ll_view find_spots(judging *on) {
    ll_arena *arena = on->people->arena;
    if (in_plan(on)) {
        on->spots = ll_spots_of_match(on->people->spotting, on->match);
        if (on->spots.len == 0)
            return ll_arena_format(arena, LL_SAY_NOT_IN_PLAN, LL_VIEW_ARG(on->match->place));
    } else {
        on->spots = on->location.spots;
        if (is_abroad(on))
            go_abroad(on);
        else if (names_lines_only(&on->spots))
            add_elements(on);
        if (is_elsewhere(on))
            return LL_VIEW(LL_SAY_ABROAD);
    }
    on->hits = LL_ARENA_ARRAY(arena, uint32_t, on->spots.len);
    for (uint32_t i = 0; i < on->spots.len; i++) {
        int rank = ll_spot_rank(&on->spots.at[i]);
        on->rank = i == 0 || rank < on->rank ? rank : on->rank;
    }
    return LL_VIEW("");
}

/* An entry may know the words, but not of another file. */
static ll_view why_unjudged(const judging *on) {
    bool abroad = on->location.elsewhere || is_abroad(on) || on->location.missing.len > 0 ||
                  on->title.missing.len > 0;
    return on->match->barred && abroad ? LL_VIEW(LL_SAY_ABROAD) : LL_VIEW(LL_SAY_NO_RULE);
}

ll_person_judged ll_people_judge_finding(ll_people_judge *people,
                                         const ll_review_finding *finding) {
    ll_people_match match;
    ll_error error;
    if (ll_people_find(people->table, people->arena, finding, people->fires, &match, &error) !=
        LL_OK)
        ll_arena_raise(people->arena, &error);
    judging on = {.people = people,
                  .match = &match,
                  .judged = {.rules = match.rules, .rule_count = match.rule_count}};
    if (!in_plan(&on)) {
        on.location = ll_spots_of(people->spotting, finding->location);
        on.title = ll_spots_of_title(people->spotting, finding->title);
    }
    if (match.rule_count == 0)
        return decide(&on, LL_FIX_OPEN, why_unjudged(&on));
    ll_view reason = find_spots(&on);
    if (reason.len > 0)
        return decide(&on, LL_FIX_OPEN, reason);
    read_rules(&on);
    read_findings(&on);
    return conclude(&on);
}
