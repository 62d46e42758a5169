/* Words of rendered text, one at a time. */
#include "check/nearby.h"

/* Whether the character that begins at `at` belongs to a word. Of what is not ASCII only letters
 * do: U+0080 to U+00BF and U+2000 to U+2FFF are signs, U+F000 and up placeholders and pictures. */
static bool is_word_at(ll_view text, size_t at) {
    unsigned char c = (unsigned char)text.ptr[at];
    return ll_is_alnum(text.ptr[at]) || c == '_' || (c > 0xC2 && c < 0xEF && c != 0xE2);
}

static uint32_t next_character(ll_view text, uint32_t at) {
    do
        at++;
    while (at < text.len && ll_is_continuation(text.ptr[at]));
    return at;
}

ll_nearby ll_word_after(const ll_lesson *lesson, const ll_passage *passage, uint32_t from,
                        ll_view *between) {
    ll_nearby word = {from, 0};
    while (word.start < passage->end && !is_word_at(lesson->rendered, word.start))
        word.start = next_character(lesson->rendered, word.start);
    word.end = word.start;
    while (word.end < passage->end && is_word_at(lesson->rendered, word.end))
        word.end = next_character(lesson->rendered, word.end);
    if (between)
        *between = ll_view_slice(lesson->rendered, from, word.start);
    return word;
}

ll_nearby ll_word_before(const ll_lesson *lesson, const ll_passage *passage, uint32_t from,
                         ll_view *between) {
    ll_nearby word = {0, from};
    ll_view text = lesson->rendered;
    while (word.end > passage->start && !is_word_at(text, ll_view_before(text, word.end)))
        word.end = (uint32_t)ll_view_before(text, word.end);
    word.start = word.end;
    while (word.start > passage->start && is_word_at(text, ll_view_before(text, word.start)))
        word.start = (uint32_t)ll_view_before(text, word.start);
    if (between)
        *between = ll_view_slice(text, word.end, from);
    return word;
}

bool ll_is_word(const ll_lesson *lesson, ll_nearby word) {
    ll_view text = lesson->rendered;
    bool starts = word.start == 0 || !is_word_at(text, ll_view_before(text, word.start));
    return starts && (word.end == text.len || !is_word_at(text, word.end));
}

ll_nearby ll_word_find(const ll_lesson *lesson, ll_view word, size_t from) {
    ll_view text = lesson->rendered;
    for (size_t at = from; (at = ll_view_find(text, word, at)) != LL_VIEW_NONE; at += word.len) {
        ll_nearby found = {(uint32_t)at, (uint32_t)(at + word.len)};
        if (ll_is_word(lesson, found))
            return found;
    }
    return (ll_nearby){0, 0};
}

bool ll_is_blank_only(ll_view text) {
    for (size_t i = 0; i < text.len; i++) {
        bool no_break = ll_view_starts(ll_view_slice(text, i, text.len), LL_VIEW("\xC2\xA0"));
        if (!ll_is_blank(text.ptr[i]) && !no_break)
            return false;
        i += no_break;
    }
    return true;
}

bool ll_is_digits(ll_view word) {
    uint32_t number = 0;
    size_t used = 0;
    return ll_view_number(word, &number, &used) && used == word.len;
}

void ll_nearby_report(ll_check *check, const ll_passage *passage, ll_nearby words,
                      const char *kind) {
    const ll_lesson *lesson = check->facts->lesson;
    uint32_t start = 0, length = 0;
    ll_lesson_source_range(lesson, words.start, words.end, &start, &length);
    ll_value values[] = {{"match", ll_nearby_text(lesson, words)}, {0}};
    ll_check_report(check, &(ll_report){.range = {LL_DOCUMENT_LESSON, start, length},
                                        .subject = ll_lesson_passage_text(lesson, passage),
                                        .kind = kind,
                                        .values = values});
}
