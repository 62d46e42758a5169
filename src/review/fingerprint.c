/* Fingerprints: findings that are known again in the next run. */
#include "review/parts.h"

#include <stdlib.h>

/* FNV-1a with two starting values, so that two findings of a large curriculum do not meet. */
typedef struct digest {
    uint64_t first, second;
} digest;

/* Bytes of a subject that count: a thousand findings may share one passage of megabytes. */
enum { SUBJECT_MOST = 4096 };

static const digest START = {0xCBF29CE484222325u, 0x84222325CBF29CE4u};
static const uint64_t PRIME = 0x100000001B3u;

static void add_byte(digest *hash, unsigned char byte) {
    hash->first = (hash->first ^ byte) * PRIME;
    hash->second = (hash->second ^ byte) * PRIME;
}

/* Runs of blanks count as one; a NUL ends the text, so that two texts never run together. */
static void add_text(digest *hash, ll_view text) {
    bool blank = false;
    text = ll_view_trim(ll_view_slice(text, 0, text.len < SUBJECT_MOST ? text.len : SUBJECT_MOST));
    for (size_t i = 0; i < text.len; i++) {
        bool here = ll_is_blank(text.ptr[i]);
        if (here && !blank)
            add_byte(hash, ' ');
        else if (!here)
            add_byte(hash, (unsigned char)text.ptr[i]);
        blank = here;
    }
    add_byte(hash, 0);
}

typedef struct entry {
    digest hash;
    uint32_t index; /* of the finding */
} entry;

static int by_hash(const void *left, const void *right) {
    const entry *a = left, *b = right;
    if (a->hash.first != b->hash.first)
        return a->hash.first < b->hash.first ? -1 : 1;
    if (a->hash.second != b->hash.second)
        return a->hash.second < b->hash.second ? -1 : 1;
    return a->index < b->index ? -1 : 1;
}

static bool same(const entry *a, const entry *b) {
    return a->hash.first == b->hash.first && a->hash.second == b->hash.second;
}

static digest digest_of(const ll_result *result, const ll_finding *finding) {
    digest hash = START;
    add_text(&hash, result->rules->at[finding->rule]->id);
    ll_view known_as = result->known_as[finding->range.document];
    add_text(&hash,
             known_as.len ? known_as : ll_view_file_name(result->paths[finding->range.document]));
    add_text(&hash, finding->subject);
    return hash;
}

ll_view *ll_review_fingerprints(ll_arena *arena, const ll_result *result) {
    uint32_t count = result->findings.len;
    ll_view *prints = LL_ARENA_ARRAY(arena, ll_view, count);
    entry *entries = LL_ARENA_ARRAY(arena, entry, count);
    for (uint32_t i = 0; i < count; i++)
        entries[i] = (entry){digest_of(result, &result->findings.at[i]), i};
    qsort(entries, count, sizeof *entries, by_hash);
    uint32_t repeat = 0;
    for (uint32_t i = 0; i < count; i++) {
        repeat = i > 0 && same(&entries[i], &entries[i - 1]) ? repeat + 1 : 0;
        digest hash = entries[i].hash;
        add_text(&hash, ll_arena_format(arena, "%u", repeat));
        prints[entries[i].index] =
            ll_arena_format(arena, "%016llx%016llx", (unsigned long long)hash.first,
                            (unsigned long long)hash.second);
    }
    return prints;
}
