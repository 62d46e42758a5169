/* The inverted index: from a stem to the texts that hold it. */
#include "text/words.h"

/* One text that holds a stem; the places of a stem are a chain, the latest first. */
typedef struct place {
    uint32_t number;
    uint32_t next; /* 1-based index into `places`, 0 at the end */
} place;

/* What a question has counted for one text. The stamps say which question and which of its words
 * came last, so that nothing has to be cleared between questions. */
typedef struct tally {
    uint64_t question, word;
    uint32_t found;
} tally;

struct ll_index {
    ll_stems *stems;
    ll_arena *arena;
    LL_ARRAY(uint32_t) heads; /* by stem: its latest place, 1-based, or 0 */
    LL_ARRAY(place) places;
    LL_ARRAY(tally) tallies; /* by number of text */
    ll_stem_list words;      /* scratch */
    uint64_t stamp;
};

ll_index *ll_index_new(ll_stems *stems, ll_arena *arena) {
    ll_index *index = LL_ARENA_NEW(arena, ll_index);
    index->stems = stems;
    index->arena = arena;
    return index;
}

static void add_place(ll_index *index, uint32_t number, ll_stem stem) {
    while (index->heads.len <= stem)
        LL_ARRAY_PUSH(index->arena, &index->heads, 0);
    uint32_t head = index->heads.at[stem];
    if (head && index->places.at[head - 1].number == number)
        return;
    LL_ARRAY_PUSH(index->arena, &index->places, ((place){number, head}));
    index->heads.at[stem] = index->places.len;
}

void ll_index_add(ll_index *index, uint32_t number, ll_view text) {
    if (number >= LL_INDEX_TEXTS_MOST)
        ll_arena_fail(index->arena, LL_E_LIMIT, "more than %u texts in one word index",
                      LL_INDEX_TEXTS_MOST);
    while (index->tallies.len <= number)
        LL_ARRAY_ADD(index->arena, &index->tallies);
    index->words.len = 0;
    ll_stems_distinct(index->stems, text, &index->words);
    for (uint32_t i = 0; i < index->words.len; i++)
        add_place(index, number, index->words.at[i]);
}

static uint32_t first_place(const ll_index *index, ll_stem stem) {
    return stem < index->heads.len ? index->heads.at[stem] : 0;
}

/* A text that was added to in turns with others stands in the chain more than once: the stamp of
 * the word counts it once. */
static void count_word(ll_index *index, ll_stem stem, uint64_t question, ll_index_hit *hit) {
    uint64_t word = ++index->stamp;
    for (uint32_t at = first_place(index, stem); at; at = index->places.at[at - 1].next) {
        uint32_t number = index->places.at[at - 1].number;
        tally *count = &index->tallies.at[number];
        if (count->question != question)
            *count = (tally){.question = question};
        if (count->word == word)
            continue;
        count->word = word;
        count->found++;
        if (count->found > hit->found || (count->found == hit->found && number < hit->best)) {
            hit->found = count->found;
            hit->best = number;
        }
    }
}

static bool holds(const ll_index *index, uint32_t number, ll_stem stem) {
    for (uint32_t at = first_place(index, stem); at; at = index->places.at[at - 1].next)
        if (index->places.at[at - 1].number == number)
            return true;
    return false;
}

ll_index_hit ll_index_best(ll_index *index, ll_view text) {
    ll_index_hit hit = {.best = UINT32_MAX};
    index->words.len = 0;
    ll_stems_distinct(index->stems, text, &index->words);
    uint64_t question = ++index->stamp;
    for (uint32_t i = 0; i < index->words.len; i++)
        count_word(index, index->words.at[i], question, &hit);
    hit.asked = index->words.len;
    hit.score = hit.asked ? (double)hit.found / (double)hit.asked : 0.0;
    for (uint32_t i = 0; i < index->words.len; i++)
        if (!holds(index, hit.best, index->words.at[i]))
            LL_ARRAY_PUSH(index->arena, &hit.missing, index->words.at[i]);
    return hit;
}
