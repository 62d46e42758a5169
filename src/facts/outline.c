/* Where a lesson holds an item of its plan's outline. */
#include "facts/facts.h"

#include <assert.h>
#include <stdlib.h>

/* The elements that a role stands for, the likelier one first. */
static const struct {
    ll_role role;
    ll_view names[2];
} blocks[] = {
    {LL_ROLE_CONTEXT, {LL_VIEW_INIT("ObjectiveBlock"), LL_VIEW_INIT("ConstraintBlock")}},
    {LL_ROLE_SUMMARIZE, {LL_VIEW_INIT("SummaryBlock")}},
    {LL_ROLE_NEXT, {LL_VIEW_INIT("NextStepBlock"), LL_VIEW_INIT("ModuleCompleteBlock")}},
};

enum { BLOCKS = sizeof blocks / sizeof *blocks };

typedef struct titled {
    ll_view title; /* in small letters */
    uint32_t section;
} titled;

/* What is looked up for every item, gathered in one pass over the lesson and the outline. */
typedef struct ll_outline_places {
    uint32_t blocks[BLOCKS];
    LL_ARRAY(uint32_t) checks; /* the first `details` of each Row that has one */
    uint32_t *check_number;    /* of each item: how many checks come before it */
    titled *titles;            /* of the sections, sorted */
} ll_outline_places;

static uint32_t first_element(const ll_tsx *tsx, ll_view name) {
    for (uint32_t i = 0; name.len > 0 && i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_ELEMENT && ll_tsx_is(tsx, i, name))
            return i;
    return LL_TSX_NONE;
}

static ll_view in_small_letters(ll_arena *arena, ll_view text) {
    char *copy = LL_ARENA_ARRAY(arena, char, text.len);
    for (size_t i = 0; i < text.len; i++)
        copy[i] = ll_to_lower(text.ptr[i]);
    return (ll_view){copy, text.len};
}

static int compare_titled(const void *left, const void *right) {
    const titled *a = left, *b = right;
    int order = ll_view_compare(a->title, b->title);
    return order ? order : a->section < b->section ? -1 : a->section > b->section;
}

static void gather_checks(const ll_facts *facts, ll_outline_places *places) {
    uint32_t row = LL_LESSON_NONE;
    for (uint32_t i = 0; i < facts->tsx->nodes.len; i++) {
        if (facts->tsx->nodes.at[i].kind != LL_TSX_ELEMENT ||
            !ll_tsx_is(facts->tsx, i, LL_VIEW("details")))
            continue;
        uint32_t own = ll_lesson_row_of(facts->lesson, i);
        if (places->checks.len == 0 || own != row)
            LL_ARRAY_PUSH(facts->arena, &places->checks, i);
        row = own;
    }
}

static void number_checks(const ll_facts *facts, ll_outline_places *places) {
    uint32_t len = facts->plan->outline.len, number = 0;
    places->check_number = LL_ARENA_ARRAY(facts->arena, uint32_t, len);
    for (uint32_t i = 0; i < len; i++) {
        places->check_number[i] = number;
        number += facts->plan->outline.at[i].role == LL_ROLE_CHECK;
    }
}

static void sort_titles(const ll_facts *facts, ll_outline_places *places) {
    uint32_t len = facts->lesson->sections.len;
    places->titles = LL_ARENA_ARRAY(facts->arena, titled, len);
    for (uint32_t i = 0; i < len; i++) {
        ll_view title = ll_view_trim(facts->lesson->sections.at[i].title);
        places->titles[i] = (titled){in_small_letters(facts->arena, title), i};
    }
    if (len > 0)
        qsort(places->titles, len, sizeof *places->titles, compare_titled);
}

static const ll_outline_places *places_of(ll_facts *facts) {
    if (facts->outline)
        return facts->outline;
    ll_outline_places *places = LL_ARENA_NEW(facts->arena, ll_outline_places);
    for (size_t i = 0; i < BLOCKS; i++) {
        places->blocks[i] = first_element(facts->tsx, blocks[i].names[0]);
        if (places->blocks[i] == LL_TSX_NONE)
            places->blocks[i] = first_element(facts->tsx, blocks[i].names[1]);
    }
    gather_checks(facts, places);
    number_checks(facts, places);
    sort_titles(facts, places);
    facts->outline = places;
    return places;
}

/* The second check of a plan is the second Row with `details`; with fewer of them, the last. */
static uint32_t block_of(ll_facts *facts, const ll_outline_item *item) {
    const ll_outline_places *places = places_of(facts);
    if (item->role == LL_ROLE_CHECK && places->checks.len > 0) {
        uint32_t number = places->check_number[item - facts->plan->outline.at];
        return places->checks.at[number < places->checks.len ? number : places->checks.len - 1];
    }
    for (size_t i = 0; i < BLOCKS; i++)
        if (blocks[i].role == item->role)
            return places->blocks[i];
    return LL_TSX_NONE;
}

/* The first section with this very title: "Enough Is Enough" has no content words to be found by.
 */
static uint32_t section_titled(ll_facts *facts, ll_view title) {
    const titled *titles = places_of(facts)->titles;
    title = in_small_letters(facts->arena, ll_view_trim(title));
    uint32_t low = 0, high = facts->lesson->sections.len, end = high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (ll_view_compare(titles[middle].title, title) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = title.len > 0 && low < end && ll_view_equal(titles[low].title, title);
    return found ? facts->lesson->sections.at[titles[low].section].element : LL_TSX_NONE;
}

static ll_index *index_of_titles(ll_facts *facts) {
    if (facts->titles)
        return facts->titles;
    facts->titles = ll_index_new(facts->stems, facts->arena);
    for (uint32_t i = 0; i < facts->lesson->sections.len; i++)
        ll_index_add(facts->titles, i, facts->lesson->sections.at[i].title);
    return facts->titles;
}

static ll_outline_match by_title(ll_facts *facts, const ll_outline_item *item) {
    uint32_t same = section_titled(facts, item->subject);
    if (same != LL_TSX_NONE)
        return (ll_outline_match){true, same, 0};
    ll_index_hit hit = ll_index_best(index_of_titles(facts), item->subject);
    bool by_one_word = hit.found == 1 && hit.asked > 1; /* "model" is in many titles */
    if (hit.best == UINT32_MAX || hit.score < LL_OUTLINE_TITLE_FOUND || by_one_word)
        return (ll_outline_match){true, LL_TSX_NONE, 0};
    return (ll_outline_match){true, facts->lesson->sections.at[hit.best].element, 0};
}

static ll_outline_match by_words(ll_facts *facts, ll_view words) {
    ll_index_hit hit = ll_index_best(ll_facts_rows(facts), words);
    if (hit.best == UINT32_MAX || hit.score < LL_OUTLINE_BODY_FOUND)
        return (ll_outline_match){true, LL_TSX_NONE, 0};
    return (ll_outline_match){true, facts->lesson->rows.at[hit.best].element, hit.score};
}

/* A check has a section of its own more often than not; the other typed roles are their block. */
ll_outline_match ll_facts_outline(ll_facts *facts, const ll_outline_item *item) {
    assert(facts->lesson && facts->plan);
    ll_facts_rows(facts); /* makes the stems that titles share */
    uint32_t block = block_of(facts, item);
    if (block != LL_TSX_NONE && item->role != LL_ROLE_CHECK)
        return (ll_outline_match){true, block, 0};
    ll_outline_match match = by_title(facts, item);
    if (match.element == LL_TSX_NONE && block != LL_TSX_NONE)
        return (ll_outline_match){true, block, 0};
    if (match.element == LL_TSX_NONE)
        match = by_words(facts, ll_view_slice(facts->sources[LL_DOCUMENT_PLAN]->text,
                                              item->body_start, item->body_end));
    if (match.element == LL_TSX_NONE && item->role == LL_ROLE_PRACTICE)
        match = by_words(facts, LL_VIEW("notebook"));
    bool silent = item->role == LL_ROLE_HOOK || item->role == LL_ROLE_RECAP;
    match.judged = match.element != LL_TSX_NONE || !silent;
    return match;
}
