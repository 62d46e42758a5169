/* The inverted index: from a stem to the texts that hold it, 64 texts at a time. */
#include "text/words.h"

#include <assert.h>

/* As many stems as a lesson has; most stand in one block. */
enum { BLOCK_TEXTS = 64, PARTS = 2, FIRST_STEMS = 2048 };

/* Which of the texts from `number` * 64 on hold a stem; the blocks of a stem are a chain of rising
 * numbers. */
typedef struct block {
    uint64_t texts[PARTS]; /* by part: a bit for each text */
    uint32_t number;
    uint32_t next; /* 1-based index into `blocks`, 0 at the end */
} block;

typedef struct chain {
    uint32_t head, tail; /* 1-based indexes into `blocks`, 0 when empty */
} chain;

struct ll_index {
    ll_stems *stems;
    ll_arena *arena;
    LL_ARRAY(chain) chains; /* by stem */
    LL_ARRAY(block) blocks;
    uint32_t settled;     /* so many of them lie chain by chain */
    uint32_t block_count; /* that all texts need */
    uint32_t text_count;  /* one more than the highest number */
    /* How many of the asked words each text holds: by block, from the lowest binary digit of the
     * counts to the highest, a bit for each text. */
    LL_ARRAY(uint64_t) counts;
    ll_stem_list words; /* scratch */
};

ll_index *ll_index_new(ll_stems *stems, ll_arena *arena) {
    ll_index *index = LL_ARENA_NEW(arena, ll_index);
    index->stems = stems;
    index->arena = arena;
    LL_ARRAY_RESERVE(arena, &index->chains, FIRST_STEMS);
    LL_ARRAY_RESERVE(arena, &index->blocks, FIRST_STEMS);
    return index;
}

/* The link in front of the first block whose number is not below `number`: a block's `next`, or the
 * head of the chain. */
static uint32_t *find_link(ll_index *index, chain *of_stem, uint32_t number) {
    uint32_t *link = &of_stem->head;
    while (*link && index->blocks.at[*link - 1].number < number)
        link = &index->blocks.at[*link - 1].next;
    return link;
}

static block *add_block(ll_index *index, chain *of_stem, uint32_t number) {
    block *made = LL_ARRAY_ADD(index->arena, &index->blocks);
    uint32_t own = index->blocks.len;
    uint32_t tail = of_stem->tail;
    bool last = tail == 0 || index->blocks.at[tail - 1].number < number;
    uint32_t *link =
        last && tail ? &index->blocks.at[tail - 1].next : find_link(index, of_stem, number);
    *made = (block){.number = number, .next = *link};
    *link = own;
    if (last)
        of_stem->tail = own;
    return made;
}

/* Texts are mostly added in the order of their numbers: then the block is the last one. */
static block *block_for(ll_index *index, chain *of_stem, uint32_t number) {
    if (of_stem->tail == 0 || index->blocks.at[of_stem->tail - 1].number < number)
        return add_block(index, of_stem, number);
    if (index->blocks.at[of_stem->tail - 1].number == number)
        return &index->blocks.at[of_stem->tail - 1];
    uint32_t found = *find_link(index, of_stem, number);
    if (index->blocks.at[found - 1].number == number)
        return &index->blocks.at[found - 1];
    return add_block(index, of_stem, number);
}

void ll_index_add_stems(ll_index *index, uint32_t number, unsigned parts,
                        const ll_stem_list *stems) {
    assert(parts > 0 && parts <= LL_INDEX_PARTS);
    if (number >= LL_INDEX_TEXTS_MOST)
        ll_arena_fail(index->arena, LL_E_LIMIT, "more than %u texts in one word index",
                      LL_INDEX_TEXTS_MOST);
    uint32_t of_text = number / BLOCK_TEXTS;
    uint64_t bit = UINT64_C(1) << number % BLOCK_TEXTS;
    if (index->block_count <= of_text)
        index->block_count = of_text + 1;
    if (index->text_count <= number)
        index->text_count = number + 1;
    for (uint32_t i = 0; i < stems->len; i++) {
        while (index->chains.len <= stems->at[i])
            LL_ARRAY_ADD(index->arena, &index->chains);
        block *here = block_for(index, &index->chains.at[stems->at[i]], of_text);
        here->texts[0] |= parts & 1 ? bit : 0;
        here->texts[1] |= parts & 2 ? bit : 0;
    }
}

void ll_index_add_part(ll_index *index, uint32_t number, unsigned parts, ll_view text) {
    index->words.len = 0;
    ll_stems_of(index->stems, text, &index->words);
    ll_index_add_stems(index, number, parts, &index->words);
}

void ll_index_add(ll_index *index, uint32_t number, ll_view text) {
    ll_index_add_part(index, number, LL_INDEX_PARTS, text);
}

static chain chain_of(const ll_index *index, ll_stem stem) {
    return stem < index->chains.len ? index->chains.at[stem] : (chain){0};
}

static uint64_t texts_in(const block *of, unsigned parts) {
    return (parts & 1 ? of->texts[0] : 0) | (parts & 2 ? of->texts[1] : 0);
}

static bool holds(const ll_index *index, uint32_t number, ll_stem stem, unsigned parts) {
    for (uint32_t at = chain_of(index, stem).head; at;) {
        const block *here = &index->blocks.at[at - 1];
        if (here->number >= number / BLOCK_TEXTS)
            return here->number == number / BLOCK_TEXTS &&
                   texts_in(here, parts) >> number % BLOCK_TEXTS & 1;
        at = here->next;
    }
    return false;
}

/* Lays the blocks of each chain side by side: a question goes through whole chains, and one that
 * leads all over the memory costs many times as much. */
static void settle(ll_index *index) {
    if (index->settled == index->blocks.len || index->block_count < 2)
        return;
    block *loose = index->blocks.at;
    block *made = LL_ARENA_ARRAY(index->arena, block, index->blocks.len);
    uint32_t count = 0;
    for (uint32_t i = 0; i < index->chains.len; i++) {
        chain *here = &index->chains.at[i];
        uint32_t at = here->head;
        here->head = at ? count + 1 : 0;
        for (; at; at = loose[at - 1].next) {
            made[count++] = loose[at - 1];
            made[count - 1].next = count + 1;
        }
        if (here->head) {
            made[count - 1].next = 0;
            here->tail = count;
        }
    }
    index->blocks.at = made;
    index->blocks.cap = index->settled = count;
}

/* Adds one to the counts of some texts of a block, all at once: digit by digit, as on paper. */
static void count_one(uint64_t *counts, uint32_t digits, uint64_t texts) {
    for (uint32_t i = 0; i < digits; i++) {
        uint64_t carried = counts[i] & texts;
        counts[i] ^= texts;
        texts = carried;
    }
}

/* Counts for each text how many of the words it holds; `digits` are enough for all of them. */
static void count_words(ll_index *index, unsigned parts, uint32_t digits) {
    index->counts.len = index->block_count * digits;
    LL_ARRAY_RESERVE(index->arena, &index->counts, index->counts.len);
    if (index->counts.len > 0)
        memset(index->counts.at, 0, index->counts.len * sizeof *index->counts.at);
    for (uint32_t i = 0; i < index->words.len; i++) {
        for (uint32_t at = chain_of(index, index->words.at[i]).head; at;) {
            const block *here = &index->blocks.at[at - 1];
            count_one(&index->counts.at[(size_t)here->number * digits], digits,
                      texts_in(here, parts));
            at = here->next;
        }
    }
}

/* The highest count of a block, and in `*texts` those that have it. */
static uint32_t highest(const uint64_t *counts, uint32_t digits, uint64_t *texts) {
    uint32_t found = 0;
    *texts = UINT64_MAX;
    while (digits-- > 0) {
        if ((*texts & counts[digits]) == 0)
            continue;
        *texts &= counts[digits];
        found |= UINT32_C(1) << digits;
    }
    return found;
}

static void find_best(ll_index *index, unsigned parts, ll_index_hit *hit) {
    uint32_t digits = 0;
    while (index->words.len >> digits)
        digits++;
    settle(index);
    count_words(index, parts, digits);
    for (uint32_t i = 0; i < index->block_count; i++) {
        uint64_t texts;
        uint32_t found = highest(&index->counts.at[(size_t)i * digits], digits, &texts);
        if (found <= hit->found)
            continue;
        hit->found = found;
        hit->best = i * BLOCK_TEXTS;
        for (; !(texts & 1); texts >>= 1)
            hit->best++;
    }
}

ll_index_hit ll_index_best_part(ll_index *index, unsigned parts, ll_view text) {
    ll_index_hit hit = {.best = UINT32_MAX};
    assert(parts > 0 && parts <= LL_INDEX_PARTS);
    index->words.len = 0;
    ll_stems_distinct(index->stems, text, &index->words);
    if (index->words.len > LL_INDEX_WORDS_MOST)
        index->words.len = LL_INDEX_WORDS_MOST;
    if (index->words.len > 0)
        find_best(index, parts, &hit);
    hit.asked = index->words.len;
    hit.score = hit.asked ? (double)hit.found / (double)hit.asked : 0.0;
    for (uint32_t i = 0; i < index->words.len; i++)
        if (!holds(index, hit.best, index->words.at[i], parts))
            LL_ARRAY_PUSH(index->arena, &hit.missing, index->words.at[i]);
    return hit;
}

enum {
    RARITY_DIGITS = 6,
    RARITY_ONE = 1 << RARITY_DIGITS,
    HINT = 4 /* words of a hint for one of the question */
};

/* The logarithm of all / some to base 2, in 64ths: the same on every machine. */
static uint32_t rarity(uint32_t all, uint32_t some) {
    uint64_t one = UINT64_C(1) << 16, ratio = ((uint64_t)all << 16) / some;
    uint32_t whole = 0, part = 0;
    for (; ratio >= 2 * one; ratio >>= 1)
        whole++;
    for (int digit = 0; digit < RARITY_DIGITS; digit++) {
        ratio = ratio * ratio >> 16;
        part = part * 2 + (ratio >= 2 * one);
        ratio >>= ratio >= 2 * one;
    }
    return whole * RARITY_ONE + part;
}

typedef struct telling {
    uint32_t weight; /* of the words that the text holds */
    uint32_t found;
} telling;

static uint32_t count_bits(uint64_t bits) {
    uint32_t count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

static uint32_t count_holders(const ll_index *index, ll_stem stem, uint32_t *blocks) {
    uint32_t holders = 0;
    for (uint32_t at = chain_of(index, stem).head; at; at = index->blocks.at[at - 1].next) {
        holders += count_bits(texts_in(&index->blocks.at[at - 1], LL_INDEX_PARTS));
        ++*blocks;
    }
    return holders;
}

/* What words of a part of the question count for. */
typedef struct weighing {
    uint32_t part; /* of their weight, as a divisor */
    bool asked;    /* they count as found, too */
} weighing;

/* Adds a word to the weights of the texts that hold it; false when the steps are used up. */
static bool weigh_word(const ll_index *index, telling *texts, ll_stem stem, weighing as,
                       uint32_t *steps) {
    uint32_t blocks = 0, holders = count_holders(index, stem, &blocks);
    if (blocks * BLOCK_TEXTS >= *steps)
        return false;
    *steps -= blocks * BLOCK_TEXTS;
    uint32_t weight = holders ? rarity(index->text_count + 1, holders) / as.part : 0;
    for (uint32_t at = chain_of(index, stem).head; at; at = index->blocks.at[at - 1].next) {
        const block *here = &index->blocks.at[at - 1];
        uint64_t bits = texts_in(here, LL_INDEX_PARTS);
        telling *text = &texts[(size_t)here->number * BLOCK_TEXTS];
        for (; bits; bits >>= 1, text++) {
            text->weight += bits & 1 ? weight : 0;
            text->found += as.asked && bits & 1;
        }
    }
    return true;
}

static bool weigh_words(ll_index *index, telling *texts, ll_view words, weighing as,
                        uint32_t *steps) {
    index->words.len = 0;
    ll_stems_distinct(index->stems, words, &index->words);
    if (index->words.len > LL_INDEX_WORDS_MOST)
        index->words.len = LL_INDEX_WORDS_MOST;
    bool enough = true;
    for (uint32_t i = 0; i < index->words.len && enough; i++)
        enough = weigh_word(index, texts, index->words.at[i], as, steps);
    return enough;
}

uint32_t ll_index_most_telling(ll_index *index, const ll_index_question *question,
                               uint32_t *steps) {
    uint32_t count = index->block_count * BLOCK_TEXTS, found = UINT32_MAX, most = 0;
    if (count >= *steps)
        return UINT32_MAX;
    *steps -= count;
    telling *texts = LL_ARENA_ARRAY(index->arena, telling, count);
    settle(index);
    if (!weigh_words(index, texts, question->words, (weighing){1, true}, steps) ||
        !weigh_words(index, texts, question->core, (weighing){1, false}, steps) ||
        !weigh_words(index, texts, question->hint, (weighing){HINT, false}, steps))
        return UINT32_MAX;
    for (uint32_t i = 0; i < count; i++) {
        bool asked = !question->left_out || (i < question->texts && !question->left_out[i]);
        if (!asked || texts[i].found < question->least || texts[i].weight <= most)
            continue;
        most = texts[i].weight;
        found = i;
    }
    return found;
}

bool ll_index_holds(const ll_index *index, uint32_t number, ll_stem stem) {
    return holds(index, number, stem, LL_INDEX_PARTS);
}

ll_index_hit ll_index_best(ll_index *index, ll_view text) {
    return ll_index_best_part(index, LL_INDEX_PARTS, text);
}
