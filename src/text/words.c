/* Splitting text into words and stemming each different word once. */
#include "text/words.h"

#include "base/error.h"
#include "text/stopwords.h"

#include <assert.h>
#include <errno.h>
#include <libstemmer.h>
#include <utf8proc.h>

enum {
    FIRST_SLOTS = 1024, /* a power of two, as all table sizes are */
    ROOM_SIZE = 4096,
    FOLDED_POINTS_MOST = 512 /* code points of one folded word */
};

static const ll_stem no_stem = UINT32_MAX;

/* A hash table from text to number: open addressing over indexes, at most half full, so that it
 * touches little memory while it grows. */
typedef struct entry {
    const char *ptr;
    uint32_t len, hash;
    ll_stem stem;
} entry;

typedef struct table {
    LL_ARRAY(entry) entries;
    uint32_t *slots; /* 1-based index into `entries`, 0 when free */
    uint32_t size;
} table;

struct ll_stems {
    ll_arena *arena;
    struct sb_stemmer *stemmer;
    bool english; /* has stop words */
    char *room;   /* for copies of words, `room_left` bytes */
    size_t room_left;
    table words;              /* folded word → stem or no_stem */
    table stems;              /* stem → its number */
    LL_ARRAY(ll_view) seen;   /* by stem: the word first seen */
    LL_ARRAY(uint32_t) marks; /* by stem: the last list that it was put on */
    uint32_t mark;
};

static bool is_key(const entry *e, ll_view key, uint32_t hash) {
    return e->hash == hash && e->len == key.len && memcmp(e->ptr, key.ptr, key.len) == 0;
}

/* The slot of `key`, or the free one where it belongs. */
static uint32_t *find_slot(const table *t, ll_view key, uint32_t hash) {
    uint32_t at = hash & (t->size - 1);
    while (t->slots[at] && !is_key(&t->entries.at[t->slots[at] - 1], key, hash))
        at = (at + 1) & (t->size - 1);
    return &t->slots[at];
}

static void enlarge(ll_arena *arena, table *t) {
    t->size = t->size ? t->size * 4 : FIRST_SLOTS;
    t->slots = LL_ARENA_ARRAY(arena, uint32_t, t->size);
    for (uint32_t i = 0; i < t->entries.len; i++) {
        uint32_t at = t->entries.at[i].hash & (t->size - 1);
        while (t->slots[at])
            at = (at + 1) & (t->size - 1);
        t->slots[at] = i + 1;
    }
}

/* Words are short: an arena allocation for each would be mostly padding. */
static const char *copy_word(ll_stems *stems, ll_view word) {
    if (stems->room_left < word.len) {
        stems->room_left = ROOM_SIZE > word.len ? ROOM_SIZE : word.len;
        stems->room = ll_arena_alloc(stems->arena, stems->room_left);
    }
    char *copy = memcpy(stems->room, word.ptr, word.len);
    stems->room += word.len;
    stems->room_left -= word.len;
    return copy;
}

static uint32_t hash_of(ll_view key) {
    uint64_t wide = ll_view_hash(key);
    return (uint32_t)(wide ^ wide >> 32);
}

/* The entry of `key`, made when it is not there (then `*is_new`, and `key` is copied). Valid until
 * the next one is made. */
static entry *intern(ll_stems *stems, table *t, ll_view key, bool *is_new) {
    if (t->entries.len >= t->size / 2)
        enlarge(stems->arena, t);
    uint32_t hash = hash_of(key);
    uint32_t *slot = find_slot(t, key, hash);
    *is_new = *slot == 0;
    if (*is_new) {
        entry made = {copy_word(stems, key), (uint32_t)key.len, hash, no_stem};
        LL_ARRAY_PUSH(stems->arena, &t->entries, made);
        *slot = t->entries.len;
    }
    return &t->entries.at[*slot - 1];
}

static void release(void *resource) {
    ll_stems *stems = resource;
    sb_stemmer_delete(stems->stemmer);
}

static ll_status unknown_language(ll_view language, ll_error *error) {
    const char **names = sb_stemmer_list();
    size_t count = 0;
    while (names[count])
        count++;
    const char *nearest = ll_error_nearest(language, names, count);
    return ll_error_set(error, LL_E_NOT_FOUND, LL_VIEW(""), 0, 0,
                        nearest ? "no stemmer for language \"%.*s\": did you mean \"%s\"?"
                                : "no stemmer for language \"%.*s\": names are like \"%s\"",
                        LL_VIEW_ARG(language), nearest ? nearest : "english");
}

ll_status ll_stems_new(ll_stems **stems, ll_arena *arena, ll_view language, ll_error *error) {
    ll_stems *made = LL_ARENA_NEW(arena, ll_stems);
    made->arena = arena;
    ll_arena_defer(arena, release, made);
    ll_view name = ll_arena_copy(arena, language);
    errno = 0;
    made->stemmer = sb_stemmer_new(name.ptr, "UTF_8");
    if (!made->stemmer && errno == ENOMEM)
        ll_arena_fail(arena, LL_E_MEMORY, "out of memory");
    if (!made->stemmer)
        return unknown_language(language, error);
    made->english = ll_view_equal(name, LL_VIEW("english")) || ll_view_equal(name, LL_VIEW("en")) ||
                    ll_view_equal(name, LL_VIEW("eng"));
    *stems = made;
    return LL_OK;
}

/* What a character is to the word around it. */
typedef enum part { PART_NONE, PART_WORD, PART_INSIDE, PART_APOSTROPHE } part;

/* Of ASCII, where nearly all text is. */
#define W PART_WORD
#define A PART_APOSTROPHE
/* clang-format off */
static const uint8_t ascii_parts[0x80] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, A, 0, 0, 0, 0, 0, 0, 0, 0,
    W, W, W, W, W, W, W, W, W, W, 0, 0, 0, 0, 0, 0,
    0, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    W, W, W, W, W, W, W, W, W, W, W, 0, 0, 0, 0, 0,
    0, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    W, W, W, W, W, W, W, W, W, W, W, 0, 0, 0, 0, 0,
};
/* clang-format on */
#undef W
#undef A

static part part_of(int32_t code_point) {
    if (code_point == 0x2019)
        return PART_APOSTROPHE;
    if (code_point == 0xAD) /* a soft hyphen shows only at a line's end */
        return PART_INSIDE;
    utf8proc_category_t category = utf8proc_category(code_point);
    if ((category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
        category == UTF8PROC_CATEGORY_ND)
        return PART_WORD;
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME ? PART_INSIDE
                                                                                : PART_NONE;
}

static part next_part(ll_view text, size_t at, size_t *used, bool *ascii) {
    *used = 1;
    if ((unsigned char)text.ptr[at] < 0x80)
        return (part)ascii_parts[(unsigned char)text.ptr[at]];
    *ascii = false;
    int32_t code_point;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + at,
                                               (utf8proc_ssize_t)(text.len - at), &code_point);
    if (length < 1)
        return PART_NONE;
    *used = (size_t)length;
    return part_of(code_point);
}

/* Takes the next word, apostrophes inside it included, off the front of `*rest`. */
static bool next_word(ll_view *rest, ll_view *word, bool *ascii) {
    size_t at = 0, used, start = LL_VIEW_NONE, end = 0;
    *ascii = true;
    for (; at < rest->len; at += used) {
        bool plain = true;
        part kind = next_part(*rest, at, &used, &plain);
        if (kind == PART_WORD || (kind == PART_INSIDE && end == at && start != LL_VIEW_NONE)) {
            if (start == LL_VIEW_NONE)
                start = at;
            end = at + used;
        } else if (start != LL_VIEW_NONE && (kind != PART_APOSTROPHE || end != at)) {
            break;
        } else if (start == LL_VIEW_NONE) {
            continue;
        }
        *ascii = *ascii && plain;
    }
    if (start == LL_VIEW_NONE)
        return false;
    *word = ll_view_slice(*rest, start, end);
    *rest = ll_view_slice(*rest, at, rest->len);
    return true;
}

static ll_view fold_ascii(ll_view word, char *room) {
    for (size_t i = 0; i < word.len; i++)
        room[i] = ll_to_lower(word.ptr[i]);
    return (ll_view){room, word.len};
}

/* Folded and composed, so that both spellings of an accent are one word; the typographic apostrophe
 * becomes the one that the stemmer knows. Empty when the word has too many code points. */
static ll_view fold_unicode(ll_view word, int32_t *points) {
    const utf8proc_option_t options =
        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    utf8proc_ssize_t count =
        utf8proc_decompose((const utf8proc_uint8_t *)word.ptr, (utf8proc_ssize_t)word.len, points,
                           FOLDED_POINTS_MOST, options);
    if (count < 1 || count > FOLDED_POINTS_MOST)
        return LL_VIEW("");
    for (utf8proc_ssize_t i = 0; i < count; i++)
        if (points[i] == 0x2019)
            points[i] = '\'';
    utf8proc_ssize_t length = utf8proc_reencode(points, count, options);
    return length < 1 ? LL_VIEW("") : (ll_view){(const char *)points, (size_t)length};
}

static ll_stem stem_of_new(ll_stems *stems, ll_view word) {
    if (ll_view_characters(word) < 2 || (stems->english && ll_stopword_is(word)))
        return no_stem;
    const sb_symbol *bytes =
        sb_stemmer_stem(stems->stemmer, (const sb_symbol *)word.ptr, (int)word.len);
    if (!bytes)
        ll_arena_fail(stems->arena, LL_E_MEMORY, "out of memory");
    ll_view stem = {(const char *)bytes, (size_t)sb_stemmer_length(stems->stemmer)};
    bool is_new;
    entry *found = intern(stems, &stems->stems, stem.len > 0 ? stem : word, &is_new);
    if (is_new) {
        found->stem = stems->seen.len;
        LL_ARRAY_PUSH(stems->arena, &stems->seen, word);
        LL_ARRAY_PUSH(stems->arena, &stems->marks, 0);
    }
    return found->stem;
}

/* The stem of a word that was seen before; there is no room for others. */
static ll_stem stem_of_known(const ll_stems *stems, ll_view word) {
    uint32_t slot = *find_slot(&stems->words, word, hash_of(word));
    return slot ? stems->words.entries.at[slot - 1].stem : no_stem;
}

static ll_stem stem_of(ll_stems *stems, ll_view word, bool ascii) {
    /* reencode may write one byte more than the code points' own room */
    int32_t room[FOLDED_POINTS_MOST + 1];
    if (word.len > LL_WORD_MOST)
        return no_stem;
    ll_view folded = ascii ? fold_ascii(word, (char *)room) : fold_unicode(word, room);
    if (folded.len == 0)
        return no_stem;
    bool is_new;
    if (stems->words.entries.len == LL_STEMS_WORDS_MOST)
        return stem_of_known(stems, folded);
    entry *found = intern(stems, &stems->words, folded, &is_new);
    if (is_new)
        found->stem = stem_of_new(stems, (ll_view){found->ptr, found->len});
    return found->stem;
}

void ll_stems_of(ll_stems *stems, ll_view text, ll_stem_list *list) {
    ll_view word;
    bool ascii;
    while (next_word(&text, &word, &ascii)) {
        ll_stem stem = stem_of(stems, word, ascii);
        if (stem != no_stem)
            LL_ARRAY_PUSH(stems->arena, list, stem);
    }
}

static void mark_list(ll_stems *stems, const ll_stem_list *list) {
    if (++stems->mark == 0) { /* after 2^32 lists */
        memset(stems->marks.at, 0, stems->marks.len * sizeof *stems->marks.at);
        stems->mark = 1;
    }
    for (uint32_t i = 0; i < list->len; i++)
        stems->marks.at[list->at[i]] = stems->mark;
}

void ll_stems_distinct(ll_stems *stems, ll_view text, ll_stem_list *list) {
    ll_view word;
    bool ascii;
    mark_list(stems, list);
    while (next_word(&text, &word, &ascii)) {
        ll_stem stem = stem_of(stems, word, ascii);
        if (stem == no_stem || stems->marks.at[stem] == stems->mark)
            continue;
        stems->marks.at[stem] = stems->mark;
        LL_ARRAY_PUSH(stems->arena, list, stem);
    }
}

ll_view ll_stems_word(const ll_stems *stems, ll_stem stem) {
    assert(stem < stems->seen.len);
    return stems->seen.at[stem];
}

double ll_stems_overlap(ll_stems *stems, const ll_stem_list *a, const ll_stem_list *b) {
    uint32_t shared = 0;
    mark_list(stems, a);
    for (uint32_t i = 0; i < b->len; i++)
        shared += stems->marks.at[b->at[i]] == stems->mark;
    uint32_t all = a->len + b->len - shared;
    return all == 0 ? 0.0 : (double)shared / (double)all;
}
