/* lesson-distance: "three lessons ago" counts lessons, and the count does not move with them. */
#include "check/checks.h"
#include "check/nearby.h"

static bool is_number(ll_view word) {
    static const char *const names[] = {"eight", "eleven", "five", "four",  "nine",   "one",
                                        "seven", "six",    "ten",  "three", "twelve", "two"};
    char lower[8];
    if (word.len == 0 || word.len > sizeof lower)
        return false;
    if (ll_is_digits(word))
        return true;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = ll_to_lower(word.ptr[i]);
    return LL_VIEW_IS_ONE_OF(((ll_view){lower, word.len}), names);
}

/* `word` is "lesson" or "lessons". */
static void judge(ll_check *check, const ll_passage *passage, ll_nearby word) {
    const ll_lesson *lesson = check->facts->lesson;
    ll_view blank;
    ll_nearby number = ll_word_before(lesson, passage, word.start, &blank);
    if (!ll_is_blank_only(blank) || !is_number(ll_nearby_text(lesson, number)))
        return;
    ll_nearby after = ll_word_after(lesson, passage, word.end, &blank);
    if (ll_is_blank_only(blank) &&
        ll_view_equal_nocase(ll_nearby_text(lesson, after), LL_VIEW("ago"))) {
        ll_nearby_report(check, passage, (ll_nearby){number.start, after.end}, NULL);
        return;
    }
    ll_nearby last = ll_word_before(lesson, passage, number.start, &blank);
    if (ll_is_blank_only(blank) &&
        ll_view_equal_nocase(ll_nearby_text(lesson, last), LL_VIEW("last")))
        ll_nearby_report(check, passage, (ll_nearby){last.start, word.end}, "last");
}

void ll_check_lesson_distance(ll_check *check) {
    const ll_lesson *lesson = check->facts->lesson;
    const ll_view name = LL_VIEW("lesson");
    ll_view text = lesson->rendered;
    for (size_t at = 0; (at = ll_view_find_nocase(text, name, at)) != LL_VIEW_NONE; at++) {
        size_t end = at + name.len;
        end += end < text.len && text.ptr[end] == 's';
        ll_nearby word = {(uint32_t)at, (uint32_t)end};
        bool shouted = memcmp(text.ptr + at + 1, name.ptr + 1, name.len - 1) != 0;
        if (shouted || !ll_is_word(lesson, word))
            continue;
        const ll_passage *passage = ll_lesson_passage_at(lesson, word.start);
        if (!ll_passage_is_text(passage))
            continue;
        check->outcome.checked++;
        judge(check, passage, word);
    }
}
