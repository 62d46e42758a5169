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
    static const ll_view names[] = {LL_VIEW_INIT("Lesson"), LL_VIEW_INIT("Lessons"),
                                    LL_VIEW_INIT("lesson"), LL_VIEW_INIT("lessons")};
    const ll_lesson *lesson = check->facts->lesson;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ll_nearby word = {0, 0};
        while ((word = ll_word_find(lesson, names[i], word.end)).end > 0) {
            const ll_passage *passage = ll_lesson_passage_at(lesson, word.start);
            if (!ll_passage_is_text(passage))
                continue;
            check->outcome.checked++;
            judge(check, passage, word);
        }
    }
}
