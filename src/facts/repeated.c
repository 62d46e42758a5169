/* How often elements of a name are rendered: through helpers, not through loops. */
#include "facts/names.h"

#include <assert.h>

typedef struct repetition {
    ll_facts *facts;
    uint32_t name;   /* in ll_facts_names */
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
    const ll_names *names = ll_facts_names(on->facts);
    for (uint32_t i = 0; i < names->elements.len; i++) {
        uint32_t node = names->elements.at[i].node;
        if (names->elements.at[i].name != on->name)
            continue;
        uint32_t declaration = ll_tsx_declaration_of(on->facts->tsx, node);
        on->answer.known = on->answer.known && !on->looped[node];
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

/* Through an element of this name. */
static void count_use(repetition *on, const ll_element_name *name, uint32_t node,
                      const char *const *hints) {
    const ll_lesson *lesson = on->facts->lesson;
    if (name->component == LL_LESSON_NONE) {
        bool first = node == name->first && !name->host;
        on->answer.known = !first || !is_hinted(on->facts, name->name, hints);
        return;
    }
    uint32_t held = on->holds[lesson->components.at[name->component].declaration];
    bool direct = ll_tsx_declaration_of(lesson->tsx, node) == root_of(lesson) && !on->looped[node];
    on->answer.known = held == 0 || direct;
    on->answer.number += held;
}

static void count_uses(repetition *on, const char *const *hints) {
    const ll_names *names = ll_facts_names(on->facts);
    for (uint32_t i = 0; i < names->elements.len && on->answer.known; i++) {
        const ll_named_element *element = &names->elements.at[i];
        count_use(on, &names->all.at[element->name], element->node, hints);
    }
}

/* What other files of the lesson hold. */
static uint32_t count_elsewhere(ll_facts *facts, ll_view name) {
    uint32_t files, count = 0;
    ll_facts *const *widgets = ll_facts_widgets(facts, &files);
    for (uint32_t i = 0; i < files; i++) {
        const ll_names *names = widgets[i]->lesson ? ll_facts_names(widgets[i]) : NULL;
        for (uint32_t k = 0; names && k < names->elements.len; k++)
            count += ll_view_equal(names->all.at[names->elements.at[k].name].name, name);
    }
    return count;
}

ll_repeated ll_facts_repeated(ll_facts *facts, ll_view name, const char *const *hints) {
    assert(facts->lesson);
    repetition on = {
        .facts = facts, .name = ll_facts_find_name(facts, name), .answer = {.known = true}};
    on.looped = mark_loops(facts->arena, facts->tsx);
    on.holds = LL_ARENA_ARRAY(facts->arena, uint32_t, facts->tsx->declarations.len + 1);
    count_own(&on);
    if (on.answer.known)
        count_uses(&on, hints);
    on.answer.elsewhere = count_elsewhere(facts, name);
    return on.answer;
}
