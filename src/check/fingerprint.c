/* Fingerprints: findings that are known again in the next run. */
#include "check/fingerprint.h"

#include "facts/history.h"

#include <stdio.h>
#include <stdlib.h>

/* FNV-1a with two starting values, so that two findings of a large curriculum do not meet. */
typedef struct digest {
    uint64_t first, second;
} digest;

/* Bytes of a subject that count: a thousand findings may share one passage of megabytes. */
enum { SUBJECT_MOST = 4096 };

/* Letters of a fingerprint, and those that tell the section of a mark. */
enum { PRINT = 32, SECTION = 4 };

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
    ll_range range;
    uint32_t index; /* of the finding */
} entry;

static int compare(uint64_t a, uint64_t b) {
    return a < b ? -1 : a > b;
}

static int by_hash_and_place(const void *left, const void *right) {
    const entry *a = left, *b = right;
    int order = compare(a->hash.first, b->hash.first);
    order = order ? order : compare(a->hash.second, b->hash.second);
    order = order ? order : compare(a->range.document, b->range.document);
    order = order ? order : compare(a->range.offset, b->range.offset);
    return order ? order : compare(a->index, b->index);
}

static bool same(const entry *a, const entry *b) {
    return a->hash.first == b->hash.first && a->hash.second == b->hash.second;
}

static digest digest_of(const ll_finding *finding, ll_view rule, ll_view name) {
    digest hash = START;
    add_text(&hash, rule);
    add_text(&hash, name);
    add_text(&hash, finding->subject);
    return hash;
}

/* The lowest digits to the base of 16; there are many findings to print. */
static void write_digits(char *out, uint64_t number, size_t count) {
    for (; count > 0; number >>= 4)
        out[--count] = "0123456789abcdef"[number & 15];
}

/* How many findings have the same digest and stand before is part of the print, in decimal. */
static ll_view print_of(ll_arena *arena, digest hash, uint32_t repeat) {
    char decimal[16], *print = ll_arena_alloc(arena, PRINT + 1);
    snprintf(decimal, sizeof decimal, "%u", repeat);
    add_text(&hash, ll_view_of(decimal));
    write_digits(print, hash.first, PRINT / 2);
    write_digits(print + PRINT / 2, hash.second, PRINT / 2);
    return (ll_view){print, PRINT};
}

ll_view *ll_fingerprints(ll_arena *arena, const ll_finding_list *findings, const ll_rule_set *rules,
                         const ll_view names[LL_DOCUMENTS_MOST]) {
    uint32_t count = findings->len;
    ll_view *prints = LL_ARENA_ARRAY(arena, ll_view, count);
    entry *entries = LL_ARENA_ARRAY(arena, entry, count);
    for (uint32_t i = 0; i < count; i++) {
        const ll_finding *finding = &findings->at[i];
        entries[i] = (entry){
            digest_of(finding, rules->at[finding->rule]->id, names[finding->range.document]),
            finding->range, i};
    }
    qsort(entries, count, sizeof *entries, by_hash_and_place);
    uint32_t repeat = 0;
    for (uint32_t i = 0; i < count; i++) {
        repeat = i > 0 && same(&entries[i], &entries[i - 1]) ? repeat + 1 : 0;
        prints[entries[i].index] = print_of(arena, entries[i].hash, repeat);
    }
    return prints;
}

ll_view *ll_place_marks(ll_arena *arena, const ll_finding_list *findings,
                        const ll_finding_list *suppressed, const ll_rule_set *rules,
                        const ll_facts *facts) {
    ll_view names[LL_DOCUMENTS_MOST] = {
        [LL_DOCUMENT_PLAN] = LL_VIEW_INIT("plan"), [LL_DOCUMENT_LESSON] = LL_VIEW_INIT("lesson")};
    for (int i = LL_DOCUMENTS; i < (int)LL_DOCUMENTS_MOST; i++)
        if (facts->sources[i])
            names[i] = ll_view_file_name(facts->sources[i]->path);
    ll_finding_list all = {0};
    for (uint32_t i = 0; i < findings->len; i++)
        LL_ARRAY_PUSH(arena, &all, findings->at[i]);
    for (uint32_t i = 0; i < suppressed->len; i++)
        LL_ARRAY_PUSH(arena, &all, suppressed->at[i]);
    ll_view *marks = ll_fingerprints(arena, &all, rules, names);
    for (uint32_t i = 0; i < all.len; i++) {
        digest section = START;
        add_text(&section, all.at[i].section);
        char *mark = ll_arena_alloc(arena, LL_HISTORY_PLACE + SECTION + 1);
        memcpy(mark, marks[i].ptr, LL_HISTORY_PLACE);
        write_digits(mark + LL_HISTORY_PLACE, section.first, SECTION);
        marks[i] = (ll_view){mark, LL_HISTORY_PLACE + SECTION};
    }
    return marks;
}
