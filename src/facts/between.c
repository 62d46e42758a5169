/* Items of the outline that only their place in its order finds. */
#include "facts/between.h"

/* The share of an item's words that the sections of its gap have to hold together; with fewer words
 * a share means nothing. */
static const double FOUND = 0.3;
enum { FEW_WORDS = 8, STEPS_MOST = 4000000 };

typedef struct between {
    ll_facts *facts;
    ll_outline_match *matches;
    bool *claimed; /* by section: another item stands in it */
    uint32_t steps;
} between;

/* A place that says where its neighbours are: in the layout, and not that of another check. */
static bool is_placed(const ll_facts *facts, const ll_outline_match *match, uint32_t *offset) {
    const ll_lesson *lesson = facts->lesson;
    if (match->element == LL_TSX_NONE || match->elsewhere)
        return false;
    *offset = lesson->tsx->nodes.at[match->element].start;
    return *offset > lesson->tsx->nodes.at[lesson->layout].start &&
           *offset < lesson->tsx->nodes.at[lesson->layout].end;
}

ll_gap ll_facts_gap(const ll_facts *facts, const ll_outline_match *matches, uint32_t number) {
    ll_gap gap = {0, UINT32_MAX};
    uint32_t offset, before = number;
    if (facts->lesson->layout == LL_LESSON_NONE)
        return gap;
    while (before > 0 && !is_placed(facts, &matches[before - 1], &offset))
        before--;
    if (before > 0)
        gap.start = offset;
    for (uint32_t i = number + 1; i < facts->plan->outline.len; i++)
        if (is_placed(facts, &matches[i], &offset) && offset > gap.start) {
            gap.end = offset;
            break;
        }
    return gap;
}

/* Blocks of the frame claim nothing: they close the section of another item. */
static void claim(between *on) {
    const ll_facts *facts = on->facts;
    for (uint32_t i = 0; i < facts->plan->outline.len; i++) {
        ll_role role = facts->plan->outline.at[i].role;
        uint32_t offset;
        if (role == LL_ROLE_CONTEXT || role == LL_ROLE_SUMMARIZE || role == LL_ROLE_NEXT ||
            !is_placed(facts, &on->matches[i], &offset))
            continue;
        uint32_t section = ll_facts_body_of(facts, on->matches[i].element);
        if (section < facts->lesson->sections.len)
            on->claimed[section] = true;
    }
}

static uint32_t count_held(between *on, uint32_t section, const ll_stem_list *words, bool *held) {
    ll_index *bodies = ll_facts_bodies(on->facts);
    uint32_t count = 0;
    for (uint32_t i = 0; i < words->len; i++) {
        bool holds = ll_index_holds(bodies, section, words->at[i]);
        count += holds;
        held[i] |= holds;
    }
    return count;
}

/* How many words two titles share. */
static uint32_t count_shared(const between *on, ll_view title, ll_view other) {
    ll_stem_list words = {0};
    ll_stems_distinct(on->facts->stems, title, &words);
    uint32_t own = words.len;
    ll_stems_distinct(on->facts->stems, other, &words);
    uint32_t both = words.len;
    words.len = 0;
    ll_stems_distinct(on->facts->stems, other, &words);
    return own + words.len - both;
}

/* What is known of the sections of one gap. */
typedef struct nearest {
    uint32_t section; /* LL_LESSON_NONE: there is none */
    uint32_t title;   /* words that its title shares with the item's */
    uint32_t words;   /* of the item that it holds */
} nearest;

/* Of titles that share as much, and anything, the first one begins the item. */
static bool is_nearer(const nearest *here, const nearest *best) {
    if (best->section == LL_LESSON_NONE || here->title != best->title)
        return best->section == LL_LESSON_NONE || here->title > best->title;
    return here->title == 0 && here->words > best->words;
}

static bool is_candidate(const between *on, uint32_t section, ll_gap gap) {
    const ll_lesson *lesson = on->facts->lesson;
    uint32_t header = lesson->sections.at[section].element;
    uint32_t start = lesson->tsx->nodes.at[header].start;
    return start > gap.start && start < gap.end && !on->claimed[section] &&
           ll_lesson_in_root(lesson, header);
}

static void find(between *on, uint32_t number) {
    const ll_lesson *lesson = on->facts->lesson;
    ll_stem_list words = {0};
    ll_stems_distinct(ll_facts_stems(on->facts),
                      ll_facts_planned_words(on->facts, LL_PLANNED_OUTLINE, number), &words);
    if (words.len < FEW_WORDS)
        return;
    ll_gap gap = ll_facts_gap(on->facts, on->matches, number);
    bool *held = LL_ARENA_ARRAY(on->facts->arena, bool, words.len);
    nearest best = {.section = LL_LESSON_NONE};
    for (uint32_t i = 0; i < lesson->sections.len && on->steps > words.len; i++) {
        on->steps--;
        if (!is_candidate(on, i, gap))
            continue;
        on->steps -= words.len;
        nearest here = {i,
                        count_shared(on, on->facts->plan->outline.at[number].subject,
                                     lesson->sections.at[i].title),
                        count_held(on, i, &words, held)};
        if (is_nearer(&here, &best))
            best = here;
    }
    uint32_t found = 0;
    for (uint32_t i = 0; i < words.len; i++)
        found += held[i];
    double share = (double)found / words.len;
    if (best.section == LL_LESSON_NONE || share < FOUND)
        return;
    on->matches[number] = (ll_outline_match){.judged = true,
                                             .between = true,
                                             .element = lesson->sections.at[best.section].element,
                                             .score = share};
    on->claimed[best.section] = true;
}

void ll_facts_match_between(ll_facts *facts, ll_outline_match *matches) {
    if (facts->lesson->layout == LL_LESSON_NONE)
        return;
    between on = {.facts = facts, .matches = matches, .steps = STEPS_MOST};
    on.claimed = LL_ARENA_ARRAY(facts->arena, bool, facts->lesson->sections.len);
    claim(&on);
    for (uint32_t i = 0; i < facts->plan->outline.len; i++)
        if (matches[i].element == LL_TSX_NONE && !matches[i].typed)
            find(&on, i);
}
