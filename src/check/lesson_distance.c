/* lesson-distance: "three lessons ago" counts lessons, and the count does not move with them. */
#include "check/checks.h"
#include "check/nearby.h"

static bool is_number(ll_view word) {
    static const char *const names[] = {"eight", "eleven", "five", "four",  "nine",   "one",
                                        "seven", "six",    "ten",  "three", "twelve", "two"};
    char lower[8];
    uint32_t number = 0;
    size_t used = 0;
    if (word.len == 0 || word.len > sizeof lower)
        return false;
    if (ll_view_number(word, &number, &used))
        return used == word.len;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = ll_to_lower(word.ptr[i]);
    return LL_VIEW_IS_ONE_OF(((ll_view){lower, word.len}), names);
}

static void report(ll_check *check, const ll_passage *passage, ll_nearby words, const char *kind) {
    const ll_lesson *lesson = check->facts->lesson;
    uint32_t start = 0, length = 0;
    ll_lesson_source_range(lesson, words.start, words.end, &start, &length);
    ll_value values[] = {{"match", ll_nearby_text(lesson, words)}, {0}};
    ll_check_report(check, &(ll_report){.range = {LL_DOCUMENT_LESSON, start, length},
                                        .subject = ll_lesson_passage_text(lesson, passage),
                                        .kind = kind,
                                        .values = values});
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
        report(check, passage, (ll_nearby){number.start, after.end}, NULL);
        return;
    }
    ll_nearby last = ll_word_before(lesson, passage, number.start, &blank);
    if (ll_is_blank_only(blank) &&
        ll_view_equal_nocase(ll_nearby_text(lesson, last), LL_VIEW("last")))
        report(check, passage, (ll_nearby){last.start, word.end}, "last");
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
