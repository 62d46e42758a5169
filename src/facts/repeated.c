/* How often elements of a name are rendered: through helpers, not through loops. */
#include "facts/facts.h"

#include <assert.h>

typedef struct repetition {
    ll_facts *facts;
    ll_view name;
    bool *looped;    /* by node: in a `.map()` */
    uint32_t *holds; /* by declaration: elements of the name in it */
    ll_repeated answer;
} repetition;

static bool *mark_loops(ll_arena *arena, const ll_tsx *tsx) {
    bool *looped = LL_ARENA_ARRAY(arena, bool, tsx->nodes.len);
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        bool loop = node->kind == LL_TSX_GROUP && node->sign == LL_SIGN_CALL &&
                    (ll_view_equal(ll_tsx_lead(tsx, i), LL_VIEW("map")) ||
                     ll_view_equal(ll_tsx_lead(tsx, i), LL_VIEW("from")));
        looped[i] = loop || (node->parent != LL_TSX_NONE && looped[node->parent]);
    }
    return looped;
}

static uint32_t root_of(const ll_lesson *lesson) {
    return lesson->root == LL_LESSON_NONE ? LL_TSX_NONE
                                          : lesson->components.at[lesson->root].declaration;
}

static void count_own(repetition *on) {
    const ll_tsx *tsx = on->facts->tsx;
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        if (tsx->nodes.at[i].kind != LL_TSX_ELEMENT || !ll_tsx_is(tsx, i, on->name))
            continue;
        uint32_t declaration = ll_tsx_declaration_of(tsx, i);
        on->answer.known = on->answer.known && !on->looped[i];
        if (declaration == root_of(on->facts->lesson) || declaration == LL_TSX_NONE)
            on->answer.number++;
        else
            on->holds[declaration]++;
    }
}

/* Only a file of the lessons' own folders: icons are called Check, too. */
static bool is_hinted(ll_facts *facts, ll_view name, const char *const *hints) {
    bool hinted = false;
    for (; *hints && !hinted; hints++)
        hinted = ll_view_find(name, ll_view_of(*hints), 0) != LL_VIEW_NONE;
    if (!hinted)
        return false;
    ll_view path = ll_facts_import(facts, name);
    return path.len > 1 &&
           (path.ptr[0] == '.' || path.ptr[0] == '~' || ll_view_starts(path, LL_VIEW("@/")));
}

static void count_uses(repetition *on, const char *const *hints) {
    const ll_lesson *lesson = on->facts->lesson;
    const ll_tsx *tsx = on->facts->tsx;
    for (uint32_t i = 0; i < tsx->nodes.len && on->answer.known; i++) {
        if (tsx->nodes.at[i].kind != LL_TSX_ELEMENT || ll_tsx_is_host(tsx, i))
            continue;
        uint32_t component = ll_lesson_component(lesson, ll_tsx_lead(tsx, i));
        if (component == LL_LESSON_NONE) {
            on->answer.known = !is_hinted(on->facts, ll_tsx_lead(tsx, i), hints);
            continue;
        }
        uint32_t held = on->holds[lesson->components.at[component].declaration];
        bool direct = ll_tsx_declaration_of(tsx, i) == root_of(lesson) && !on->looped[i];
        on->answer.known = held == 0 || direct;
        on->answer.number += held;
    }
}

ll_repeated ll_facts_repeated(ll_facts *facts, ll_view name, const char *const *hints) {
    assert(facts->lesson);
    repetition on = {.facts = facts, .name = name, .answer = {.known = true}};
    on.looped = mark_loops(facts->arena, facts->tsx);
    on.holds = LL_ARENA_ARRAY(facts->arena, uint32_t, facts->tsx->declarations.len + 1);
    count_own(&on);
    if (on.answer.known)
        count_uses(&on, hints);
    return on.answer;
}
