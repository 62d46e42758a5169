/* Where a lesson holds an item of its plan's outline. */
#include "facts/facts.h"

#include <assert.h>

/* The elements that a role stands for, the likelier one first. */
static const struct {
    ll_role role;
    ll_view names[2];
} blocks[] = {
    {LL_ROLE_CONTEXT, {LL_VIEW_INIT("ObjectiveBlock"), LL_VIEW_INIT("ConstraintBlock")}},
    {LL_ROLE_SUMMARIZE, {LL_VIEW_INIT("SummaryBlock")}},
    {LL_ROLE_NEXT, {LL_VIEW_INIT("NextStepBlock"), LL_VIEW_INIT("ModuleCompleteBlock")}},
    {LL_ROLE_CHECK, {LL_VIEW_INIT("details")}},
};

static uint32_t first_element(const ll_tsx *tsx, ll_view name) {
    for (uint32_t i = 0; name.len > 0 && i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_ELEMENT && ll_tsx_is(tsx, i, name))
            return i;
    return LL_TSX_NONE;
}

static uint32_t block_of_role(const ll_tsx *tsx, ll_role role) {
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        if (blocks[i].role != role)
            continue;
        uint32_t element = first_element(tsx, blocks[i].names[0]);
        return element != LL_TSX_NONE ? element : first_element(tsx, blocks[i].names[1]);
    }
    return LL_TSX_NONE;
}

static ll_index *titles(ll_facts *facts) {
    if (facts->titles)
        return facts->titles;
    facts->titles = ll_index_new(facts->stems, facts->arena);
    for (uint32_t i = 0; i < facts->lesson->sections.len; i++)
        ll_index_add(facts->titles, i, facts->lesson->sections.at[i].title);
    return facts->titles;
}

static ll_outline_match by_title(ll_facts *facts, const ll_outline_item *item) {
    ll_index_hit hit = ll_index_best(titles(facts), item->subject);
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
    uint32_t block = block_of_role(facts->tsx, item->role);
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
