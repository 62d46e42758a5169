/* Splitting text into words and stemming each different word once. */
#include "text/words.h"

#include "base/step.h"
#include "text/spelling.h"
#include "text/stopwords.h"
#include "text/word_hash.h"

#include <assert.h>
#include <utf8proc.h>

enum {
    FIRST_SLOTS = 4096, /* a power of two, as all table sizes are: enough for a lesson */
    FIRST_STEMS = FIRST_SLOTS / 2,
    ROOM_SIZE = 4096,
    PADDING = LL_WORD_PADDING,
    FOLDED_POINTS_MOST = 512, /* code points of one folded word */
    FOLDED_BYTES_MOST = FOLDED_POINTS_MOST * 4
};

static const ll_stem no_stem = UINT32_MAX;

/* A text to look up. */
typedef struct key {
    ll_view text;
    uint64_t head; /* its first eight bytes, zero behind the last */
    uint32_t hash;
} key;

/* A hash table from text to number: open addressing over indexes, at most half full, so that it
 * touches little memory while it grows. */
typedef struct entry {
    const char *ptr; /* with padding */
    uint64_t head;
    uint32_t len;
    ll_stem stem;
} entry;

typedef struct table {
    LL_ARRAY(entry) entries;
    uint32_t *slots; /* 1-based index into `entries`, 0 when free */
    uint32_t size;
} table;

struct ll_stems {
    ll_arena *arena;
    ll_stemmer *stemmer;
    bool english; /* has stop words */
    char *room;   /* for copies of words, `room_left` bytes */
    size_t room_left;
    table words;              /* folded word → stem or no_stem */
    uint32_t words_most;      /* entries of it */
    table stems;              /* stem → its number */
    LL_ARRAY(ll_view) seen;   /* by stem: the word first seen */
    LL_ARRAY(uint32_t) marks; /* by stem: the last list that it was put on */
    uint32_t mark;
};

/* Of a text with its padding. */
static key key_of(const char *text, size_t len) {
    uint64_t head = ll_eight_at(text);
    return (key){{text, len}, head, ll_word_hash(text, len, head)};
}

/* Of a text that has room for its padding. */
static key pad(char *text, size_t len) {
    memset(text + len, 0, PADDING);
    return key_of(text, len);
}

static bool is_key(const entry *e, const key *k) {
    return e->head == k->head && e->len == k->text.len &&
           (e->len <= 8 || memcmp(e->ptr, k->text.ptr, e->len) == 0);
}

/* The slot of a key, or the free one where it belongs. */
static uint32_t *find_slot(const table *t, const key *k) {
    uint32_t at = k->hash & (t->size - 1);
    while (t->slots[at] && !is_key(&t->entries.at[t->slots[at] - 1], k))
        at = (at + 1) & (t->size - 1);
    return &t->slots[at];
}

static entry *find_entry(const table *t, const key *k) {
    uint32_t slot = *find_slot(t, k);
    return slot ? &t->entries.at[slot - 1] : NULL;
}

static void enlarge(ll_arena *arena, table *t) {
    t->size = t->size ? t->size * 4 : FIRST_SLOTS;
    LL_ARRAY_RESERVE(arena, &t->entries, t->size / 2);
    t->slots = LL_ARENA_ARRAY(arena, uint32_t, t->size);
    for (uint32_t i = 0; i < t->entries.len; i++) {
        key made = key_of(t->entries.at[i].ptr, t->entries.at[i].len);
        *find_slot(t, &made) = i + 1;
    }
}

/* Words are short: an arena allocation for each would be mostly padding. */
static const char *copy_word(ll_stems *stems, ll_view word) {
    size_t size = (word.len + PADDING) / PADDING * PADDING;
    if (stems->room_left < size) {
        stems->room_left = ROOM_SIZE > size ? ROOM_SIZE : size;
        stems->room = ll_arena_alloc(stems->arena, stems->room_left);
    }
    char *copy = memcpy(stems->room, word.ptr, word.len);
    stems->room += size;
    stems->room_left -= size;
    return copy;
}

/* Adds a key that is not there, and copies its text. Valid until the next one is added. */
static entry *add_entry(ll_stems *stems, table *t, const key *k) {
    if (t->entries.len >= t->size / 2)
        enlarge(stems->arena, t);
    assert(t->entries.at);
    entry made = {copy_word(stems, k->text), k->head, (uint32_t)k->text.len, no_stem};
    LL_ARRAY_PUSH(stems->arena, &t->entries, made);
    *find_slot(t, k) = t->entries.len;
    return &t->entries.at[t->entries.len - 1];
}

/* Stop words are words without a stem: looked up with all others. */
static void add_stopwords(ll_stems *stems) {
    size_t count;
    const char *const *words = ll_stopword_list(&count);
    for (size_t i = 0; i < count; i++) {
        char room[LL_WORD_MOST + PADDING];
        size_t len = strlen(words[i]);
        memcpy(room, words[i], len);
        key word = pad(room, len);
        add_entry(stems, &stems->words, &word);
    }
}

ll_stems *ll_stems_new(ll_arena *arena, ll_stemmer *stemmer) {
    ll_stems *stems = LL_ARENA_NEW(arena, ll_stems);
    stems->arena = arena;
    stems->stemmer = stemmer;
    stems->english = ll_stemmer_is_english(stemmer);
    if (!ll_stemmer_begin(stemmer))
        ll_arena_fail(arena, LL_E_MEMORY, "out of memory");
    LL_ARRAY_RESERVE(arena, &stems->seen, FIRST_STEMS);
    LL_ARRAY_RESERVE(arena, &stems->marks, FIRST_STEMS);
    enlarge(arena, &stems->words);
    enlarge(arena, &stems->stems);
    if (stems->english)
        add_stopwords(stems);
    stems->words_most = stems->words.entries.len + LL_STEMS_WORDS_MOST;
    return stems;
}

/* What a character is to the word around it. */
typedef enum part { PART_NONE, PART_WORD, PART_INSIDE, PART_APOSTROPHE } part;

static part ascii_part(char c) {
    return ll_to_folded(c) ? PART_WORD : c == '\'' ? PART_APOSTROPHE : PART_NONE;
}

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
        return ascii_part(text.ptr[at]);
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

/* The others are among the words from the beginning. */
static bool is_contraction(const ll_stems *stems, ll_view word) {
    return stems->english && ll_view_find_byte(word, '\'', 0) != LL_VIEW_NONE &&
           ll_stopword_is(word);
}

static ll_stem number_of(ll_stems *stems, ll_view stem, ll_view word) {
    char room[FOLDED_BYTES_MOST + PADDING];
    if (stem.len > FOLDED_BYTES_MOST)
        return no_stem;
    memcpy(room, stem.ptr, stem.len);
    key made = pad(room, stem.len);
    entry *found = find_entry(&stems->stems, &made);
    if (found)
        return found->stem;
    found = add_entry(stems, &stems->stems, &made);
    found->stem = stems->seen.len;
    LL_ARRAY_PUSH(stems->arena, &stems->seen, word);
    LL_ARRAY_PUSH(stems->arena, &stems->marks, 0);
    return found->stem;
}

/* The word in American spelling, in `room` when that is another one. */
static key respell(const ll_stems *stems, const key *word, char room[LL_WORD_MOST + PADDING]) {
    if (!stems->english || word->text.len > LL_WORD_MOST || !ll_spelling_may_fold(word->text))
        return *word;
    memcpy(room, word->text.ptr, word->text.len);
    size_t len = ll_spelling_fold(room, word->text.len);
    bool same = len == word->text.len && memcmp(room, word->text.ptr, len) == 0;
    return same ? *word : pad(room, len);
}

static ll_stem stem_of_new(ll_stems *stems, const key *word) {
    char room[LL_WORD_MOST + PADDING];
    ll_view frequent = ll_stemmer_frequent(stems->stemmer, word->text, word->hash);
    if (frequent.len > 0)
        return number_of(stems, frequent, word->text);
    if (ll_view_characters(word->text) < 2 || is_contraction(stems, word->text))
        return no_stem;
    key spelled = respell(stems, word, room);
    ll_view stem = ll_stemmer_stem(stems->stemmer, spelled.text, spelled.hash);
    if (stem.len == 0)
        ll_arena_fail(stems->arena, LL_E_MEMORY, "out of memory");
    return number_of(stems, stem, word->text);
}

static ll_stem stem_of(ll_stems *stems, const key *word) {
    entry *found = find_entry(&stems->words, word);
    if (found)
        return found->stem;
    if (stems->words.entries.len == stems->words_most)
        return no_stem;
    found = add_entry(stems, &stems->words, word);
    key own = {{found->ptr, found->len}, word->head, word->hash};
    return found->stem = stem_of_new(stems, &own);
}

/* Of a word that begins a text and is shorter than a step: folded into `room`, and how long it is.
 * Else 0. */
static size_t fold_short(ll_view text, char *room) {
    if (text.len < sizeof(ll_step))
        return 0;
    /* With this bit a capital becomes a small letter, a digit stays what it is. */
    ll_step bytes = ll_step_at(text.ptr), folded = ll_step_or(bytes, ll_step_of('a' - 'A'));
    ll_step words = ll_step_or(ll_step_between(folded, 'a', 'z'), ll_step_between(bytes, '0', '9'));
    uint64_t others = ll_step_others(words);
    ll_step_put(room, folded);
    return others ? ll_step_first(others) : 0;
}

/* The stem of the word at the start of `*rest`, which is taken off, when it is of ASCII and nothing
 * but another sign of ASCII ends it; else nothing is done. The common case of next_stem. */
static bool next_plain(ll_stems *stems, ll_view *rest, ll_stem *stem) {
    char folded[LL_WORD_MOST + PADDING], c;
    size_t len = fold_short(*rest, folded);
    size_t most = rest->len < LL_WORD_MOST ? rest->len : LL_WORD_MOST;
    for (; len < most && (c = ll_to_folded(rest->ptr[len])); len++)
        folded[len] = c;
    if (len < rest->len &&
        (len == most || (unsigned char)rest->ptr[len] >= 0x80 || rest->ptr[len] == '\''))
        return false;
    *rest = (ll_view){rest->ptr + len, rest->len - len};
    key word = pad(folded, len);
    *stem = stem_of(stems, &word);
    return true;
}

static void skip_signs(ll_view *rest) {
    size_t at = 0;
    while (at < rest->len && (unsigned char)rest->ptr[at] < 0x80 && !ll_to_folded(rest->ptr[at]))
        at++;
    *rest = (ll_view){rest->ptr + at, rest->len - at};
}

/* Takes the next word off the front of `*rest`; `*stem` is no_stem for one that says nothing. False
 * when there is none. */
static bool next_stem(ll_stems *stems, ll_view *rest, ll_stem *stem) {
    /* reencode may write one byte more than the code points' own room */
    int32_t room[FOLDED_POINTS_MOST + 1 + PADDING / sizeof(int32_t)];
    ll_view word;
    bool ascii;
    skip_signs(rest);
    if (rest->len > 0 && next_plain(stems, rest, stem))
        return true;
    if (!next_word(rest, &word, &ascii))
        return false;
    *stem = no_stem;
    if (word.len > LL_WORD_MOST)
        return true;
    ll_view folded = ascii ? fold_ascii(word, (char *)room) : fold_unicode(word, room);
    if (folded.len > 0) {
        key made = pad((char *)room, folded.len);
        *stem = stem_of(stems, &made);
    }
    return true;
}

void ll_stems_of(ll_stems *stems, ll_view text, ll_stem_list *list) {
    ll_stem stem;
    while (next_stem(stems, &text, &stem))
        if (stem != no_stem)
            LL_ARRAY_PUSH(stems->arena, list, stem);
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
    ll_stem stem;
    mark_list(stems, list);
    while (next_stem(stems, &text, &stem)) {
        if (stem == no_stem || stems->marks.at[stem] == stems->mark)
            continue;
        stems->marks.at[stem] = stems->mark;
        LL_ARRAY_PUSH(stems->arena, list, stem);
    }
}

bool ll_stems_are_english(const ll_stems *stems) {
    return stems->english;
}

bool ll_stems_frequent(const ll_stems *stems, ll_view word) {
    char room[LL_WORD_MOST + PADDING];
    if (word.len > LL_WORD_MOST)
        return false;
    fold_ascii(word, room);
    key folded = pad(room, word.len);
    return ll_stopword_is(folded.text) ||
           ll_stemmer_frequent(stems->stemmer, folded.text, folded.hash).len > 0;
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
