/* Matching selectors from right to left, in three values. */
#include "rule/selector_parts.h"

#include <assert.h>

typedef struct matcher {
    const ll_selector *selector;
    ll_selector_tree *tree;
    ll_selector_memo *memo; /* or NULL */
} matcher;

static ll_answer both(ll_answer a, ll_answer b) {
    return a < b ? a : b;
}

static ll_answer either(ll_answer a, ll_answer b) {
    return a > b ? a : b;
}

/* Recursion goes as deep as the selector is long and nested, never as deep as the tree. */
static ll_answer match_chain(const matcher *m, uint32_t index, uint32_t element, uint32_t scope);

static uint32_t parent_of(const matcher *m, uint32_t element) {
    return m->tree->parent(m->tree->context, element);
}

static uint32_t next_of(const matcher *m, uint32_t element) {
    return m->tree->next(m->tree->context, element);
}

static uint32_t previous_of(const matcher *m, uint32_t element) {
    return m->tree->previous(m->tree->context, element);
}

static bool compare(char operation, ll_view value, ll_view wanted) {
    if (operation == '=')
        return ll_view_equal(value, wanted);
    if (wanted.len == 0)
        return false;
    if (operation == '*')
        return ll_view_find(value, wanted, 0) != LL_VIEW_NONE;
    return operation == '^' ? ll_view_starts(value, wanted) : ll_view_ends(value, wanted);
}

/* Whether one of the words between blanks is `wanted`. */
static bool has_word(ll_view value, ll_view wanted) {
    size_t start = 0;
    for (size_t i = 0; i <= value.len; i++) {
        if (i < value.len && !ll_is_blank(value.ptr[i]))
            continue;
        if (i > start && ll_view_equal(ll_view_slice(value, start, i), wanted))
            return true;
        start = i + 1;
    }
    return false;
}

static ll_answer match_prop(const matcher *m, const ll_simple *simple, uint32_t element) {
    ll_view value = {0};
    switch (m->tree->attribute(m->tree->context, element, simple->name, &value)) {
    case LL_ATTRIBUTE_ABSENT:
        return LL_NO;
    case LL_ATTRIBUTE_UNSEEN:
        return simple->operation ? LL_UNKNOWN : LL_YES;
    case LL_ATTRIBUTE_MAYBE:
        return LL_UNKNOWN;
    case LL_ATTRIBUTE_KNOWN:
        break;
    }
    if (!simple->operation)
        return LL_YES;
    bool fits = simple->operation == '~' ? has_word(value, simple->value)
                                         : compare(simple->operation, value, simple->value);
    return fits ? LL_YES : LL_NO;
}

static ll_answer match_list(const matcher *m, uint32_t list, uint32_t element, uint32_t scope) {
    ll_answer answer = LL_NO;
    for (uint32_t i = list; i != LL_SELECTOR_NONE && answer != LL_YES;
         i = m->selector->chains.at[i].next)
        answer = either(answer, match_chain(m, m->selector->chains.at[i].last, element, scope));
    return answer;
}

/* The next element below `top` in the order of the source, or LL_SELECTOR_NONE. */
static uint32_t walk_on(const matcher *m, uint32_t top, uint32_t element) {
    uint32_t step = m->tree->first_child(m->tree->context, element);
    while (step == LL_SELECTOR_NONE && element != top) {
        step = next_of(m, element);
        element = step == LL_SELECTOR_NONE ? parent_of(m, element) : element;
    }
    return step;
}

/* Whether `top` (when it counts itself) or something below it ends the chain. */
static ll_answer match_below(const matcher *m, const ll_chain *chain, uint32_t top, bool itself,
                             uint32_t scope) {
    ll_answer answer = itself ? match_chain(m, chain->last, top, scope) : LL_NO;
    for (uint32_t at = walk_on(m, top, top); at != LL_SELECTOR_NONE && answer != LL_YES;
         at = walk_on(m, top, at)) {
        if (m->tree->work == 0)
            return LL_UNKNOWN;
        answer = either(answer, match_chain(m, chain->last, at, scope));
    }
    return answer;
}

static ll_answer match_has(const matcher *m, const ll_simple *simple, uint32_t element) {
    ll_answer answer = LL_NO;
    for (uint32_t i = simple->list; i != LL_SELECTOR_NONE && answer != LL_YES;
         i = m->selector->chains.at[i].next) {
        const ll_chain *chain = &m->selector->chains.at[i];
        if (chain->reach == ' ' || chain->reach == '>') {
            answer = either(answer, match_below(m, chain, element, false, element));
            continue;
        }
        for (uint32_t at = next_of(m, element); at != LL_SELECTOR_NONE && answer != LL_YES;
             at = next_of(m, at))
            answer = either(answer, match_below(m, chain, at, true, element));
    }
    return answer;
}

static ll_answer is_nth_child(const matcher *m, uint32_t element, uint32_t number) {
    uint32_t count = 1;
    while (count <= number && (element = previous_of(m, element)) != LL_SELECTOR_NONE)
        count++;
    return count == number ? LL_YES : LL_NO;
}

static ll_answer match_simple(const matcher *m, const ll_simple *simple, uint32_t element,
                              uint32_t scope) {
    const ll_selector_tree *tree = m->tree;
    switch (simple->kind) {
    case LL_SIMPLE_NAME:
        return ll_view_equal(tree->name(tree->context, element), simple->name) ? LL_YES : LL_NO;
    case LL_SIMPLE_CLASS:
        return tree->has_class(tree->context, element, simple->name);
    case LL_SIMPLE_PROP:
        return match_prop(m, simple, element);
    case LL_SIMPLE_SCOPE:
        return element == scope ? LL_YES : LL_NO;
    case LL_SIMPLE_NOT:
        return LL_YES - match_list(m, simple->list, element, scope);
    case LL_SIMPLE_IS:
        return match_list(m, simple->list, element, scope);
    case LL_SIMPLE_HAS:
        return match_has(m, simple, element);
    case LL_SIMPLE_FIRST_CHILD:
        return previous_of(m, element) == LL_SELECTOR_NONE ? LL_YES : LL_NO;
    case LL_SIMPLE_LAST_CHILD:
        return next_of(m, element) == LL_SELECTOR_NONE ? LL_YES : LL_NO;
    case LL_SIMPLE_NTH_CHILD:
        return is_nth_child(m, element, simple->number);
    case LL_SIMPLE_EMPTY:
        return tree->is_empty(tree->context, element);
    }
    assert(false);
    return LL_NO;
}

static ll_answer match_compound(const matcher *m, const ll_compound *compound, uint32_t element,
                                uint32_t scope) {
    ll_answer answer = LL_YES;
    for (uint32_t i = compound->simple; i != LL_SELECTOR_NONE && answer != LL_NO;
         i = m->selector->simples.at[i].next)
        answer = both(answer, match_simple(m, &m->selector->simples.at[i], element, scope));
    return answer;
}

/* Where the combinator of a compound leads from an element. */
static uint32_t step_left(const matcher *m, const ll_compound *compound, uint32_t element) {
    bool up = compound->combinator == ' ' || compound->combinator == '>';
    return up ? parent_of(m, element) : previous_of(m, element);
}

/* The answers for the far combinator of a compound, each plus one; NULL: they are not kept. */
static uint8_t *known_of(const matcher *m, uint32_t index) {
    ll_selector_memo *memo = m->memo;
    if (!memo || memo->known[index] || memo->bytes + memo->elements > LL_SELECTOR_MEMO_MOST)
        return memo ? memo->known[index] : NULL;
    memo->bytes += memo->elements;
    memo->known[index] = LL_ARENA_ARRAY(memo->arena, uint8_t, memo->elements);
    return memo->known[index];
}

/* A walk from an element up or back, to where the answer is known. */
typedef struct far_walk {
    uint32_t stop;    /* the last element whose next step was looked at */
    uint32_t unknown; /* the last one whose next step may match, or LL_SELECTOR_NONE */
    ll_answer end;    /* for `stop` */
} far_walk;

static far_walk walk_left(const matcher *m, const ll_compound *compound, const uint8_t *known,
                          uint32_t element) {
    far_walk walk = {element, LL_SELECTOR_NONE, LL_NO};
    while (!known[walk.stop] && m->tree->work > 0) {
        uint32_t next = step_left(m, compound, walk.stop);
        ll_answer here = next == LL_SELECTOR_NONE
                             ? LL_NO
                             : match_chain(m, compound->left, next, LL_SELECTOR_NONE);
        if (here == LL_YES)
            walk.end = LL_YES;
        if (here == LL_YES || next == LL_SELECTOR_NONE)
            return walk;
        if (here == LL_UNKNOWN)
            walk.unknown = walk.stop;
        walk.stop = next;
    }
    walk.end = known[walk.stop] ? (ll_answer)(known[walk.stop] - 1) : LL_UNKNOWN;
    return walk;
}

/* The same as match_left, with what earlier walks found. */
static ll_answer match_far(const matcher *m, const ll_compound *compound, uint8_t *known,
                           uint32_t element) {
    far_walk walk = walk_left(m, compound, known, element);
    if (m->tree->work == 0)
        return LL_UNKNOWN;
    bool below = walk.unknown != LL_SELECTOR_NONE; /* the element that may match is still ahead */
    for (uint32_t at = element;; at = step_left(m, compound, at)) {
        known[at] = (uint8_t)(1 + (below ? either(walk.end, LL_UNKNOWN) : walk.end));
        below = below && at != walk.unknown;
        if (at == walk.stop)
            return (ll_answer)(known[element] - 1);
    }
}

/* The rest of the chain on the elements that the combinator leads to. */
static ll_answer match_left(const matcher *m, uint32_t index, uint32_t element, uint32_t scope) {
    const ll_compound *compound = &m->selector->compounds.at[index];
    bool once = compound->combinator == '>' || compound->combinator == '+';
    uint8_t *known = once || scope != LL_SELECTOR_NONE ? NULL : known_of(m, index);
    if (known)
        return match_far(m, compound, known, element);
    ll_answer answer = LL_NO;
    do {
        element = step_left(m, compound, element);
        if (element == LL_SELECTOR_NONE)
            break;
        answer = either(answer, match_chain(m, compound->left, element, scope));
    } while (!once && answer != LL_YES && m->tree->work > 0);
    return answer;
}

static ll_answer match_chain(const matcher *m, uint32_t index, uint32_t element, uint32_t scope) {
    if (m->tree->work == 0)
        return LL_UNKNOWN;
    m->tree->work--;
    const ll_compound *compound = &m->selector->compounds.at[index];
    ll_answer answer = match_compound(m, compound, element, scope);
    if (answer == LL_NO || compound->left == LL_SELECTOR_NONE)
        return answer;
    return both(answer, match_left(m, index, element, scope));
}

ll_answer ll_selector_match(const ll_selector *selector, ll_selector_tree *tree,
                            ll_selector_memo *memo, uint32_t element) {
    matcher m = {selector, tree, memo};
    assert(!memo || element < memo->elements);
    ll_answer answer = match_list(&m, selector->list, element, LL_SELECTOR_NONE);
    return tree->work == 0 ? LL_UNKNOWN : answer;
}

/* A compound without a name concerns every element. */
static bool compound_concerns(const ll_selector *selector, uint32_t compound, ll_view name) {
    uint32_t simple = selector->compounds.at[compound].simple;
    for (; simple != LL_SELECTOR_NONE; simple = selector->simples.at[simple].next)
        if (selector->simples.at[simple].kind == LL_SIMPLE_NAME)
            return ll_view_equal(selector->simples.at[simple].name, name);
    return true;
}

bool ll_selector_concerns(const ll_selector *selector, ll_view name) {
    uint32_t chain = selector->list;
    for (; chain != LL_SELECTOR_NONE; chain = selector->chains.at[chain].next)
        if (compound_concerns(selector, selector->chains.at[chain].last, name))
            return true;
    return false;
}

static bool is_name(const ll_selector *selector, uint32_t compound) {
    const ll_compound *one = &selector->compounds.at[compound];
    return one->left == LL_SELECTOR_NONE && one->simple != LL_SELECTOR_NONE &&
           selector->simples.at[one->simple].kind == LL_SIMPLE_NAME &&
           selector->simples.at[one->simple].next == LL_SELECTOR_NONE;
}

bool ll_selector_is_names(const ll_selector *selector) {
    uint32_t chain = selector->list;
    while (chain != LL_SELECTOR_NONE && is_name(selector, selector->chains.at[chain].last))
        chain = selector->chains.at[chain].next;
    return chain == LL_SELECTOR_NONE;
}
