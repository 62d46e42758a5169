/* Which Row of the lesson speaks of an item of the plan: asked once, answered to everybody. */
#include "facts/coverage.h"

#include <assert.h>

/* By side; an answer is NULL until it was asked for, a list until its kind was. */
typedef struct ll_coverage {
    ll_index_hit **answers[LL_PLANNED_KINDS][LL_ROW_WHOLE + 1];
} ll_coverage;

static uint32_t count_of(const ll_plan *plan, ll_planned kind) {
    switch (kind) {
    case LL_PLANNED_MISCONCEPTION:
        return plan->misconceptions.len;
    case LL_PLANNED_EXAMPLE:
        return plan->examples.len;
    case LL_PLANNED_MODALITY:
        return plan->modalities.len;
    case LL_PLANNED_CONNECTION:
        return plan->connections.len;
    default:
        return plan->outline.len;
    }
}

static ll_view misconception_words(ll_arena *arena, const ll_misconception *row) {
    return ll_arena_format(arena, "%.*s %.*s", LL_VIEW_ARG(row->claim),
                           LL_VIEW_ARG(row->counterexample));
}

/* Without "768x8" and "12,288". */
static ll_view without_numbers(ll_arena *arena, ll_view text) {
    char *copy = LL_ARENA_ARRAY(arena, char, text.len);
    bool number = false;
    for (size_t i = 0; i < text.len; i++) {
        bool inside = i > 0 && ll_is_alnum(text.ptr[i - 1]);
        number = ll_is_alnum(text.ptr[i]) && (inside ? number : ll_is_digit(text.ptr[i]));
        copy[i] = number ? ' ' : text.ptr[i];
    }
    return (ll_view){copy, text.len};
}

/* What stands below the title, and behind it unless that is a note: "(Row + Aside)". */
static ll_view outline_words(const ll_plan *plan, const ll_outline_item *item) {
    ll_view text = ll_view_slice(plan->source->text, item->body_start, item->body_end);
    size_t line = ll_view_find_byte(text, '\n', 0);
    bool note = item->row_note || item->aside_note;
    return note ? ll_view_slice(text, line == LL_VIEW_NONE ? text.len : line, text.len) : text;
}

ll_view ll_facts_planned_words(ll_facts *facts, ll_planned kind, uint32_t number) {
    const ll_plan *plan = facts->plan;
    assert(plan && number < count_of(plan, kind));
    switch (kind) {
    case LL_PLANNED_MISCONCEPTION:
        return misconception_words(facts->arena, &plan->misconceptions.at[number]);
    case LL_PLANNED_EXAMPLE:
        return plan->examples.at[number].text;
    case LL_PLANNED_MODALITY:
        return plan->modalities.at[number].what;
    case LL_PLANNED_CONNECTION:
        return plan->connections.at[number].first;
    default:
        return outline_words(plan, &plan->outline.at[number]);
    }
}

/* The numbers of an example often stand in maths, and maths is no text: the better answer of that
 * with them and that without. */
static ll_index_hit best_of(ll_facts *facts, ll_planned kind, uint32_t number, ll_row_side side,
                            ll_view *asked) {
    ll_index *rows = ll_facts_rows(facts);
    *asked = ll_facts_planned_words(facts, kind, number);
    ll_index_hit hit = ll_index_best_part(rows, side, *asked);
    if (kind != LL_PLANNED_EXAMPLE)
        return hit;
    ll_view words = without_numbers(facts->arena, *asked);
    ll_index_hit plain = ll_index_best_part(rows, side, words);
    if (plain.score <= hit.score || plain.asked >= hit.asked || plain.found <= 2)
        return hit;
    *asked = words;
    return plain;
}

ll_view ll_facts_asked_words(ll_facts *facts, ll_planned kind, uint32_t number) {
    ll_view asked = ll_facts_planned_words(facts, kind, number);
    if (kind == LL_PLANNED_EXAMPLE)
        best_of(facts, kind, number, LL_ROW_WHOLE, &asked);
    return asked;
}

const ll_index_hit *ll_facts_coverage(ll_facts *facts, ll_planned kind, uint32_t number,
                                      ll_row_side side) {
    assert(facts->plan && facts->lesson && number < count_of(facts->plan, kind));
    if (!facts->coverage)
        facts->coverage = LL_ARENA_NEW(facts->arena, ll_coverage);
    ll_index_hit ***list = &facts->coverage->answers[kind][side];
    if (!*list)
        *list = LL_ARENA_ARRAY(facts->arena, ll_index_hit *, count_of(facts->plan, kind));
    ll_index_hit **answer = &(*list)[number];
    if (!*answer) {
        ll_view asked;
        *answer = LL_ARENA_NEW(facts->arena, ll_index_hit);
        **answer = best_of(facts, kind, number, side, &asked);
    }
    return *answer;
}

/* So many elements behind the first one of a name are looked at, and so much of an opening tag. */
enum { LOOKED_AT = 4096, TAG_MOST = 512 };

/* How many of the words stand in the opening tag: `mode="comparison"`. */
static uint32_t words_of_tag(ll_facts *facts, uint32_t element, const ll_stem_list *words) {
    const ll_tsx_node *node = &facts->tsx->nodes.at[element];
    uint32_t end = node->inner_start < node->lead_end + TAG_MOST ? node->inner_start
                                                                 : node->lead_end + TAG_MOST;
    ll_stem_list tag = {0};
    ll_stems_distinct(facts->stems, ll_tsx_text(facts->tsx, node->lead_end, end), &tag);
    uint32_t shared = 0;
    for (uint32_t i = 0; i < tag.len; i++)
        for (uint32_t k = 0; k < words->len; k++)
            shared += tag.at[i] == words->at[k];
    return shared;
}

/* Of several elements of a name the one whose attributes the text speaks of; else the first. */
static uint32_t element_meant(ll_facts *facts, uint32_t first, ll_view text) {
    const ll_names *names = ll_facts_names(facts);
    uint32_t name = ll_facts_name_of(facts, first), best = first, most = 0, at = 0;
    while (names->elements.at[at].node != first)
        at++;
    ll_stem_list words = {0};
    ll_stems_distinct(ll_facts_stems(facts), text, &words);
    for (uint32_t i = at; i < names->elements.len && i < at + LOOKED_AT; i++) {
        if (names->elements.at[i].name != name)
            continue;
        uint32_t shared = words_of_tag(facts, names->elements.at[i].node, &words);
        if (shared > most) {
            most = shared;
            best = names->elements.at[i].node;
        }
    }
    return best;
}

uint32_t ll_facts_named_element(ll_facts *facts, ll_view words) {
    for (size_t at = 0; at < words.len;) {
        size_t start = at;
        bool camel = false;
        for (; at < words.len && ll_is_alnum(words.ptr[at]); at++)
            camel |= at > start && ll_is_upper(words.ptr[at]) && ll_is_lower(words.ptr[at - 1]);
        uint32_t found = LL_TSX_NONE;
        if (camel)
            found = ll_facts_first_element(facts, ll_view_slice(words, start, at));
        if (found != LL_TSX_NONE)
            return element_meant(facts, found, words);
        if (at == start)
            at++;
    }
    return LL_TSX_NONE;
}
