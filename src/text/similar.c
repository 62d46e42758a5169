/* An inverted index from runs of three stems to the texts that hold them. */
#include "text/similar.h"

enum { FIRST_SLOTS = 4096 /* a power of two, as all sizes of the table are */, STEM_BITS = 20 };

_Static_assert(LL_STEMS_WORDS_MOST < 1u << STEM_BITS, "three stems have to fit in one key");

/* One run, with the texts that hold it as a chain. */
typedef struct run {
    uint64_t key;
    uint32_t last;  /* 1-based index into `places` */
    uint32_t first; /* the text that had it first */
    uint32_t texts;
    uint32_t latest; /* the text that had it last, + 1 */
} run;

typedef struct place {
    uint32_t text;
    uint32_t earlier; /* 1-based index into `places`, 0 at the end */
} place;

typedef struct compared {
    uint32_t runs;   /* distinct ones */
    uint32_t shared; /* with the text that is being added */
} compared;

struct ll_similar {
    ll_arena *arena;
    /* A hash table: open addressing over indexes, at most half full, so that it touches little
     * memory. */
    LL_ARRAY(run) runs;
    uint32_t *slots; /* 1-based index into `runs`, 0 when free */
    uint32_t size;
    LL_ARRAY(place) places;
    LL_ARRAY(compared) texts;
    LL_ARRAY(uint32_t) touched; /* scratch: texts that share a run */
};

ll_similar *ll_similar_new(ll_arena *arena) {
    ll_similar *similar = LL_ARENA_NEW(arena, ll_similar);
    similar->arena = arena;
    return similar;
}

/* The slot of `key`, or the free one where it belongs. */
static uint32_t *slot_of(const ll_similar *similar, uint64_t key) {
    uint64_t mixed = key * UINT64_C(0x9E3779B97F4A7C15);
    uint32_t mask = similar->size - 1, at = (uint32_t)(mixed >> 32) & mask;
    while (similar->slots[at] && similar->runs.at[similar->slots[at] - 1].key != key)
        at = (at + 1) & mask;
    return &similar->slots[at];
}

static void enlarge(ll_similar *similar) {
    similar->size = similar->size ? similar->size * 4 : FIRST_SLOTS;
    LL_ARRAY_RESERVE(similar->arena, &similar->runs, similar->size / 2);
    similar->slots = LL_ARENA_ARRAY(similar->arena, uint32_t, similar->size);
    for (uint32_t i = 0; i < similar->runs.len; i++)
        *slot_of(similar, similar->runs.at[i].key) = i + 1;
}

static run *run_of(ll_similar *similar, uint64_t key) {
    if (similar->runs.len >= similar->size / 2)
        enlarge(similar);
    uint32_t *slot = slot_of(similar, key);
    if (*slot == 0) {
        LL_ARRAY_PUSH(similar->arena, &similar->runs, ((run){.key = key}));
        *slot = similar->runs.len;
    }
    return &similar->runs.at[*slot - 1];
}

static void count_shared(ll_similar *similar, uint32_t text) {
    if (similar->texts.at[text].shared++ == 0)
        LL_ARRAY_PUSH(similar->arena, &similar->touched, text);
}

/* Counts the earlier texts of the run, and puts the text on it; false when it is there already. */
static bool note_run(ll_similar *similar, uint32_t text, uint64_t key) {
    run *of_key = run_of(similar, key);
    if (of_key->latest == text + 1)
        return false;
    of_key->latest = text + 1;
    if (of_key->texts == LL_SIMILAR_TEXTS_OF_RUN) {
        count_shared(similar, of_key->first);
        return true;
    }
    for (uint32_t at = of_key->last; at; at = similar->places.at[at - 1].earlier)
        count_shared(similar, similar->places.at[at - 1].text);
    of_key->first = of_key->texts == 0 ? text : of_key->first;
    LL_ARRAY_PUSH(similar->arena, &similar->places, ((place){text, of_key->last}));
    of_key->last = similar->places.len;
    of_key->texts++;
    return true;
}

static void visit_alike(ll_similar *similar, uint32_t text, double least,
                        void (*visit)(void *context, uint32_t number, double share),
                        void *context) {
    uint32_t own = similar->texts.at[text].runs;
    for (uint32_t i = 0; i < similar->touched.len; i++) {
        compared *other = &similar->texts.at[similar->touched.at[i]];
        uint32_t shorter = other->runs < own ? other->runs : own;
        double share = (double)other->shared / (double)shorter;
        other->shared = 0;
        if (share >= least)
            visit(context, similar->touched.at[i], share);
    }
}

static uint64_t key_of(ll_stem first, ll_stem second, ll_stem third) {
    return (uint64_t)first << 2 * STEM_BITS | (uint64_t)second << STEM_BITS | third;
}

uint32_t ll_similar_add(ll_similar *similar, const ll_stem_list *words, double least,
                        void (*visit)(void *context, uint32_t number, double share),
                        void *context) {
    uint32_t number = similar->texts.len, runs = 0;
    LL_ARRAY_PUSH(similar->arena, &similar->texts, ((compared){0, 0}));
    similar->touched.len = 0;
    for (uint32_t i = 0; i + 2 < words->len; i++) {
        const ll_stem *stems = words->at + i;
        runs += note_run(similar, number, key_of(stems[0], stems[1], stems[2]));
    }
    similar->texts.at[number].runs = runs;
    visit_alike(similar, number, least, visit, context);
    return number;
}
