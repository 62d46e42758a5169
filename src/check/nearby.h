/* Walking over the words of one passage of rendered text. */
#ifndef LL_CHECK_NEARBY_H
#define LL_CHECK_NEARBY_H

#include "check/check.h"

/* Rendered bytes of a word: letters, digits and `_`; empty (start == end) when there is none. */
typedef struct ll_nearby {
    uint32_t start, end;
} ll_nearby;

/* The next word that begins at or behind `from`, and the last word that ends at or before `from`,
 * within the passage. `between` (may be NULL) is what stands between `from` and the word. */
ll_nearby ll_word_after(const ll_lesson *lesson, const ll_passage *passage, uint32_t from,
                        ll_view *between);
ll_nearby ll_word_before(const ll_lesson *lesson, const ll_passage *passage, uint32_t from,
                         ll_view *between);

/* Whether nothing that belongs to a word touches these bytes of the rendered text. */
bool ll_is_word(const ll_lesson *lesson, ll_nearby word);

/* The first occurrence of `word` as a word of its own at or behind `from` in all rendered text, or
 * an empty one. */
ll_nearby ll_word_find(const ll_lesson *lesson, ll_view word, size_t from);

/* Whether there is nothing but blanks. */
bool ll_is_blank_only(ll_view text);

/* Whether the word is a number in digits. */
bool ll_is_digits(ll_view word);

/* Reports words of the passage: they are the value "match", the passage is the subject. */
void ll_nearby_report(ll_check *check, const ll_passage *passage, ll_nearby words,
                      const char *kind);

static inline ll_view ll_nearby_text(const ll_lesson *lesson, ll_nearby word) {
    return ll_view_slice(lesson->rendered, word.start, word.end);
}

#endif
