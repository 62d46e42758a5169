/* For each rule that reports, the stretches of a document in which a directive holds for it. */
#include "check/suppress.h"

#include <stdlib.h>

/* A stretch [first, after) of the source, and the slot that holds there. */
typedef struct span {
    uint32_t first, after, slot;
    bool range; /* of a directive that an enable ends */
} span;

typedef LL_ARRAY(span) spans;

typedef struct held {
    ll_directives directives;
    bool *used;    /* by slot */
    spans **rules; /* by rule: disjoint, in order; NULL until a finding asks */
} held;

struct ll_suppressions {
    ll_arena *arena;
    const ll_rule_set *rules;
    held documents[LL_DOCUMENTS];
};

bool ll_is_suppression_rule(ll_view id) {
    return ll_view_starts(id, LL_VIEW("suppression-"));
}

ll_suppressions *ll_suppressions_new(const ll_facts *facts, const ll_rule_set *rules) {
    ll_suppressions *made = NULL;
    for (int document = 0; document < LL_DOCUMENTS; document++) {
        ll_directives found = ll_facts_directives(facts, (ll_document)document);
        if (found.all.len == 0)
            continue;
        if (!made) {
            made = LL_ARENA_NEW(facts->arena, ll_suppressions);
            made->arena = facts->arena;
            made->rules = rules;
        }
        made->documents[document] =
            (held){found, LL_ARENA_ARRAY(facts->arena, bool, found.slots.len),
                   LL_ARENA_ARRAY(facts->arena, spans *, rules->len)};
    }
    return made;
}

/* The slot of the directive that names the rule or all rules, or LL_RULE_NONE. */
static uint32_t slot_for(const held *in, const ll_directive *directive, ll_view rule) {
    for (uint32_t i = 0; i < directive->slot_count; i++) {
        ll_view id = in->directives.slots.at[directive->first_slot + i].id;
        if (id.len == 0 ? !ll_is_suppression_rule(rule) : ll_view_equal(id, rule))
            return directive->first_slot + i;
    }
    return LL_RULE_NONE;
}

/* The spans of the directives for one rule; an enable ends the ranges that are open. */
static spans collect(ll_arena *arena, const held *in, ll_view rule) {
    spans all = {0};
    uint32_t open = 0; /* the ranges before it are ended */
    for (uint32_t i = 0; i < in->directives.all.len; i++) {
        const ll_directive *directive = &in->directives.all.at[i];
        uint32_t slot = slot_for(in, directive, rule);
        if (slot == LL_RULE_NONE)
            continue;
        bool range = directive->kind == LL_DISABLE;
        if (directive->after > directive->first)
            LL_ARRAY_PUSH(arena, &all, ((span){directive->first, directive->after, slot, range}));
        for (; directive->kind == LL_ENABLE && open < all.len; open++)
            if (all.at[open].range)
                all.at[open].after = directive->start;
    }
    return all;
}

static int compare_spans(const void *left, const void *right) {
    const span *a = left, *b = right;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return a->slot < b->slot ? -1 : a->slot > b->slot;
}

/* Spans that overlap, the one that begins last on top. */
typedef struct sweep {
    ll_arena *arena;
    spans open, out;
    uint32_t at;
} sweep;

/* Writes what holds from `at` up to `end`. */
static void advance(sweep *over, uint32_t end) {
    while (over->at < end && over->open.len > 0) {
        const span *top = &over->open.at[over->open.len - 1];
        uint32_t stop = top->after < end ? top->after : end;
        if (stop > over->at) {
            LL_ARRAY_PUSH(over->arena, &over->out, ((span){over->at, stop, top->slot, false}));
            over->at = stop;
        }
        if (top->after <= over->at)
            over->open.len--;
    }
    over->at = end;
}

/* Spans that do not overlap, in order: where several hold, the one that begins last. */
static spans *disjoint(ll_arena *arena, spans all) {
    sweep over = {.arena = arena};
    if (all.len > 1)
        qsort(all.at, all.len, sizeof *all.at, compare_spans);
    for (uint32_t i = 0; i < all.len; i++) {
        advance(&over, all.at[i].first);
        LL_ARRAY_PUSH(arena, &over.open, all.at[i]);
    }
    advance(&over, UINT32_MAX);
    spans *kept = LL_ARENA_NEW(arena, spans);
    *kept = over.out;
    return kept;
}

bool ll_suppressions_hold(ll_suppressions *suppressions, uint32_t rule, ll_document document,
                          uint32_t offset) {
    held *in = &suppressions->documents[document];
    if (in->directives.all.len == 0)
        return false;
    if (!in->rules[rule])
        in->rules[rule] = disjoint(suppressions->arena, collect(suppressions->arena, in,
                                                                suppressions->rules->at[rule]->id));
    const spans *known = in->rules[rule];
    uint32_t low = 0, high = known->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (known->at[middle].after <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == known->len || known->at[low].first > offset)
        return false;
    in->used[known->at[low].slot] = true;
    return true;
}

const ll_directives *ll_suppressions_of(const ll_suppressions *suppressions, ll_document document) {
    return &suppressions->documents[document].directives;
}

bool ll_suppressions_used(const ll_suppressions *suppressions, ll_document document,
                          uint32_t slot) {
    return suppressions->documents[document].used[slot];
}
