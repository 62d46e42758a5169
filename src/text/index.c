/* The inverted index: from a stem to the texts that hold it. */
#include "text/words.h"

#include <assert.h>
#include <stdlib.h>

enum { FIRST_PAIRS = 4096 /* a power of two, as all sizes of the table are */ };

/* One text that holds a stem; the places of a stem are a chain in the order of adding. */
typedef struct place {
    uint32_t number;
    uint32_t next; /* 1-based index into `places`, 0 at the end */
} place;

typedef struct chain {
    uint32_t head, tail; /* 1-based indexes into `places`, 0 when empty */
    uint32_t length;
} chain;

struct ll_index {
    ll_stems *stems;
    ll_arena *arena;
    LL_ARRAY(chain) chains; /* by stem */
    LL_ARRAY(place) places;
    uint64_t *pairs;    /* hash table of (stem, text, parts), 0 when free, at most half full */
    uint32_t pair_size; /* slots of it */
    LL_ARRAY(uint32_t) asked; /* by text: the question that last looked at it */
    uint32_t question;
    unsigned parts;           /* that the question at hand asks for */
    bool unordered;           /* texts were not added in the order of their numbers */
    ll_stem_list words;       /* scratch */
    LL_ARRAY(uint64_t) order; /* scratch: length of the chain, then index into `words` */
};

ll_index *ll_index_new(ll_stems *stems, ll_arena *arena) {
    ll_index *index = LL_ARENA_NEW(arena, ll_index);
    index->stems = stems;
    index->arena = arena;
    return index;
}

/* The lowest bits of a pair say in which parts of the text the stem stands. */
enum { PART_BITS = 2 };

static uint64_t pair_of(uint32_t number, ll_stem stem) {
    return (((uint64_t)stem + 1) << 32 | number) << PART_BITS;
}

/* The slot of a pair, or the free one where it belongs. */
static uint64_t *find_pair(const ll_index *index, uint64_t pair) {
    uint64_t mixed = (pair >> PART_BITS) * UINT64_C(0x9E3779B97F4A7C15);
    uint32_t mask = index->pair_size - 1, at = (uint32_t)(mixed >> 32) & mask;
    while (index->pairs[at] && (index->pairs[at] ^ pair) >> PART_BITS)
        at = (at + 1) & mask;
    return &index->pairs[at];
}

static void enlarge(ll_index *index) {
    uint64_t *old = index->pairs;
    uint32_t old_size = index->pair_size;
    index->pair_size = old_size ? old_size * 4 : FIRST_PAIRS;
    index->pairs = LL_ARENA_ARRAY(index->arena, uint64_t, index->pair_size);
    for (uint32_t i = 0; i < old_size; i++)
        if (old[i])
            *find_pair(index, old[i]) = old[i];
}

static bool holds(const ll_index *index, uint32_t number, ll_stem stem, unsigned parts) {
    return index->pair_size > 0 && (*find_pair(index, pair_of(number, stem)) & parts) != 0;
}

static void add_place(ll_index *index, uint32_t number, unsigned parts, ll_stem stem) {
    if (index->places.len >= index->pair_size / 2)
        enlarge(index);
    uint64_t *slot = find_pair(index, pair_of(number, stem));
    bool known = *slot != 0;
    *slot |= pair_of(number, stem) | parts;
    if (known)
        return;
    while (index->chains.len <= stem)
        LL_ARRAY_ADD(index->arena, &index->chains);
    chain *of_stem = &index->chains.at[stem];
    LL_ARRAY_PUSH(index->arena, &index->places, ((place){number, 0}));
    if (of_stem->tail) {
        place *last = &index->places.at[of_stem->tail - 1];
        last->next = index->places.len;
        index->unordered = index->unordered || last->number > number;
    } else {
        of_stem->head = index->places.len;
    }
    of_stem->tail = index->places.len;
    of_stem->length++;
}

void ll_index_add_part(ll_index *index, uint32_t number, unsigned parts, ll_view text) {
    assert(parts > 0 && parts <= LL_INDEX_PARTS);
    if (number >= LL_INDEX_TEXTS_MOST)
        ll_arena_fail(index->arena, LL_E_LIMIT, "more than %u texts in one word index",
                      LL_INDEX_TEXTS_MOST);
    while (index->asked.len <= number)
        LL_ARRAY_PUSH(index->arena, &index->asked, 0);
    index->words.len = 0;
    ll_stems_distinct(index->stems, text, &index->words);
    for (uint32_t i = 0; i < index->words.len; i++)
        add_place(index, number, parts, index->words.at[i]);
}

void ll_index_add(ll_index *index, uint32_t number, ll_view text) {
    ll_index_add_part(index, number, LL_INDEX_PARTS, text);
}

static chain chain_of(const ll_index *index, ll_stem stem) {
    return stem < index->chains.len ? index->chains.at[stem] : (chain){0};
}

static void new_question(ll_index *index) {
    if (++index->question == 0) { /* after 2^32 of them */
        memset(index->asked.at, 0, index->asked.len * sizeof *index->asked.at);
        index->question = 1;
    }
}

static int compare_keys(const void *a, const void *b) {
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
    return (left > right) - (left < right);
}

/* The words that stand in some text, the rarest first: they leave the fewest texts to look at. */
static void order_words(ll_index *index) {
    index->order.len = 0;
    for (uint32_t i = 0; i < index->words.len; i++) {
        uint64_t length = chain_of(index, index->words.at[i]).length;
        if (length > 0)
            LL_ARRAY_PUSH(index->arena, &index->order, length << 32 | i);
    }
    if (index->order.len > 0)
        qsort(index->order.at, index->order.len, sizeof *index->order.at, compare_keys);
}

static ll_stem word_at(const ll_index *index, uint32_t position) {
    return index->words.at[(uint32_t)index->order.at[position]];
}

/* Counts a text that holds word `first` of the order, if only in another part, and none before. */
static uint32_t weigh(const ll_index *index, uint32_t number, uint32_t first, ll_index_hit *hit) {
    uint32_t found =
        index->parts == LL_INDEX_PARTS || holds(index, number, word_at(index, first), index->parts);
    for (uint32_t i = first + 1; i < index->order.len; i++)
        found += holds(index, number, word_at(index, i), index->parts);
    if (found == 0)
        return 0;
    if (found > hit->found || (found == hit->found && number < hit->best)) {
        hit->found = found;
        hit->best = number;
    }
    return found;
}

/* Looks at the texts that hold word `first` and none before. Where texts stand by number, the first
 * that holds all the other words, too, is the best of them. */
static void find_best_with(ll_index *index, uint32_t first, ll_index_hit *hit) {
    uint32_t all = index->order.len - first;
    for (uint32_t at = chain_of(index, word_at(index, first)).head; at;) {
        const place *here = &index->places.at[at - 1];
        bool looked_at = index->asked.at[here->number] == index->question;
        index->asked.at[here->number] = index->question;
        if (!looked_at && weigh(index, here->number, first, hit) == all && !index->unordered)
            return;
        at = here->next;
    }
}

/* Goes on word by word until the texts that were not looked at cannot hold as many. */
static void find_best(ll_index *index, ll_index_hit *hit) {
    new_question(index);
    order_words(index);
    for (uint32_t i = 0; i < index->order.len && hit->found <= index->order.len - i; i++)
        find_best_with(index, i, hit);
}

ll_index_hit ll_index_best_part(ll_index *index, unsigned parts, ll_view text) {
    ll_index_hit hit = {.best = UINT32_MAX};
    assert(parts > 0 && parts <= LL_INDEX_PARTS);
    index->parts = parts;
    index->words.len = 0;
    ll_stems_distinct(index->stems, text, &index->words);
    if (index->words.len > LL_INDEX_WORDS_MOST)
        index->words.len = LL_INDEX_WORDS_MOST;
    find_best(index, &hit);
    hit.asked = index->words.len;
    hit.score = hit.asked ? (double)hit.found / (double)hit.asked : 0.0;
    for (uint32_t i = 0; i < index->words.len; i++)
        if (!holds(index, hit.best, index->words.at[i], parts))
            LL_ARRAY_PUSH(index->arena, &hit.missing, index->words.at[i]);
    return hit;
}

bool ll_index_holds(const ll_index *index, uint32_t number, ll_stem stem) {
    return holds(index, number, stem, LL_INDEX_PARTS);
}

ll_index_hit ll_index_best(ll_index *index, ll_view text) {
    return ll_index_best_part(index, LL_INDEX_PARTS, text);
}
