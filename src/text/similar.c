/* An inverted index from runs of three stems to the texts that hold them. */
#include "text/similar.h"

enum { FIRST_RUNS = 1024 /* a power of two, as all sizes of the table are */, STEM_BITS = 20 };

_Static_assert(LL_STEMS_WORDS_MOST < 1u << STEM_BITS, "three stems have to fit in one key");

/* One run, with the texts that hold it as a chain. */
typedef struct run {
    uint64_t key;   /* 0 when free */
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
    run *runs;
    uint32_t run_size, run_count;
    LL_ARRAY(place) places;
    LL_ARRAY(compared) texts;
    LL_ARRAY(uint32_t) touched; /* scratch: texts that share a run */
};

ll_similar *ll_similar_new(ll_arena *arena) {
    ll_similar *similar = LL_ARENA_NEW(arena, ll_similar);
    similar->arena = arena;
    return similar;
}

static run *slot_of(run *runs, uint32_t size, uint64_t key) {
    uint64_t mixed = key * UINT64_C(0x9E3779B97F4A7C15);
    uint32_t mask = size - 1, at = (uint32_t)(mixed >> 32) & mask;
    while (runs[at].key && runs[at].key != key)
        at = (at + 1) & mask;
    return &runs[at];
}

static void enlarge(ll_similar *similar) {
    uint32_t size = similar->run_size ? similar->run_size * 4 : FIRST_RUNS;
    run *runs = LL_ARENA_ARRAY(similar->arena, run, size);
    for (uint32_t i = 0; i < similar->run_size; i++)
        if (similar->runs[i].key)
            *slot_of(runs, size, similar->runs[i].key) = similar->runs[i];
    similar->runs = runs;
    similar->run_size = size;
}

static void count_shared(ll_similar *similar, uint32_t text) {
    if (similar->texts.at[text].shared++ == 0)
        LL_ARRAY_PUSH(similar->arena, &similar->touched, text);
}

/* Counts the earlier texts of the run, and puts the text on it; false when it is there already. */
static bool note_run(ll_similar *similar, uint32_t text, uint64_t key) {
    if (similar->run_count >= similar->run_size / 2)
        enlarge(similar);
    run *of_key = slot_of(similar->runs, similar->run_size, key);
    similar->run_count += of_key->key == 0;
    of_key->key = key;
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
    return ((uint64_t)first << 2 * STEM_BITS | (uint64_t)second << STEM_BITS | third) + 1;
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
