/* lesson-number: a lesson that is called by its number where its title would tell more. */
#include "check/checks.h"
#include "check/nearby.h"
#include "check/titles.h"

/* Lists of what should not be explained, and of modules, may number what they list. */
static bool is_list(const ll_lesson *lesson, const ll_passage *passage) {
    ll_view text = ll_lesson_passage_text(lesson, passage);
    return ll_is_within(lesson, passage, LL_VIEW("ConstraintBlock")) ||
           ll_is_within(lesson, passage, LL_VIEW("ModuleCompleteBlock")) ||
           ll_view_find_nocase(text, LL_VIEW("module"), 0) != LL_VIEW_NONE;
}

static bool is_judged(const ll_lesson *lesson, const ll_passage *passage) {
    return ll_passage_is_text(passage) && (passage->aside || ll_is_title(lesson, passage)) &&
           !is_list(lesson, passage);
}

static bool is_range(ll_view word) {
    static const char *const words[] = {"through", "to", "until"};
    return LL_VIEW_IS_ONE_OF(word, words);
}

/* "a lesson 3 times a week" counts no lessons. */
static bool is_measure(ll_view word) {
    static const char *const words[] = {"days",  "hours", "minutes", "months",
                                        "pages", "times", "weeks",   "years"};
    return LL_VIEW_IS_ONE_OF(word, words);
}

/* "Lesson 3: Hash Tables" has its title, "Lesson 1 to Lesson 18" and "Lesson 1–5" are ranges. */
static bool goes_on(const ll_lesson *lesson, const ll_passage *passage, ll_nearby number) {
    ll_view between;
    ll_nearby after = ll_word_after(lesson, passage, number.end, &between);
    if (after.start == after.end)
        return false;
    between = ll_view_trim(between);
    bool joined = between.len > 0 && (between.ptr[0] == ':' || between.ptr[0] == '-' ||
                                      ll_view_starts(between, LL_VIEW("\xE2\x80\x93")) ||
                                      ll_view_starts(between, LL_VIEW("\xE2\x80\x94")));
    return joined || is_range(ll_nearby_text(lesson, after)) ||
           is_measure(ll_nearby_text(lesson, after));
}

static bool ends_range(const ll_lesson *lesson, const ll_passage *passage, ll_nearby word) {
    ll_nearby link = ll_word_before(lesson, passage, word.start, NULL);
    ll_nearby number = ll_word_before(lesson, passage, link.start, NULL);
    return is_range(ll_nearby_text(lesson, link)) && ll_is_digits(ll_nearby_text(lesson, number));
}

/* A text that is the number alone is an entry of a timeline. */
static bool is_all(const ll_lesson *lesson, const ll_passage *passage, ll_nearby words) {
    return ll_word_before(lesson, passage, words.start, NULL).end == passage->start &&
           ll_word_after(lesson, passage, words.end, NULL).start == passage->end &&
           !ll_is_title(lesson, passage);
}

static void judge_name(ll_check *check, const ll_passage *passage, ll_nearby word) {
    const ll_lesson *lesson = check->facts->lesson;
    ll_view blank;
    ll_nearby number = ll_word_after(lesson, passage, word.end, &blank);
    if (!ll_is_blank_only(blank) || !ll_is_digits(ll_nearby_text(lesson, number)))
        return;
    ll_nearby words = {word.start, number.end};
    check->outcome.checked++;
    if (!goes_on(lesson, passage, number) && !ends_range(lesson, passage, word) &&
        !is_all(lesson, passage, words))
        ll_nearby_report(check, passage, words, NULL);
}

/* The bytes of "(6.5.1)" at an opening bracket, 0 when something else stands there. */
static size_t index_at(ll_view text, size_t open) {
    size_t at = open + 1;
    for (int part = 0; part < 3; part++) {
        size_t digits = at;
        while (at < text.len && at - digits < 2 && ll_is_digit(text.ptr[at]))
            at++;
        if (at == digits || at == text.len || text.ptr[at] != (part < 2 ? '.' : ')'))
            return 0;
        at++;
    }
    return at - open;
}

/* "torch (2.3.1)": titles end in no small letters, except in small words. */
static bool is_version(const ll_lesson *lesson, const ll_passage *passage, uint32_t open) {
    static const char *const small[] = {"at", "by", "from", "in", "lesson", "of", "see", "to"};
    ll_view blank;
    ll_nearby before = ll_word_before(lesson, passage, open, &blank);
    ll_view word = ll_nearby_text(lesson, before);
    return word.len > 0 && ll_is_lower(word.ptr[0]) && ll_is_blank_only(blank) &&
           !LL_VIEW_IS_ONE_OF(word, small);
}

static void judge_indexes(ll_check *check, const ll_passage *passage) {
    ll_view text = ll_lesson_passage_text(check->facts->lesson, passage);
    for (size_t at = 0; (at = ll_view_find_byte(text, '(', at)) != LL_VIEW_NONE; at++) {
        size_t length = index_at(text, at);
        uint32_t start = passage->start + (uint32_t)at;
        if (length == 0 || is_version(check->facts->lesson, passage, start))
            continue;
        check->outcome.checked++;
        ll_nearby_report(check, passage, (ll_nearby){start, start + (uint32_t)length}, NULL);
    }
}

static void judge_names(ll_check *check, ll_view name) {
    const ll_lesson *lesson = check->facts->lesson;
    const ll_passage *passage = NULL;
    bool judged = false;
    ll_nearby word = {0, 0};
    while ((word = ll_word_find(lesson, name, word.end)).end > 0) {
        if (!passage || word.start >= passage->end) {
            passage = ll_lesson_passage_at(lesson, word.start);
            judged = is_judged(lesson, passage);
        }
        if (judged)
            judge_name(check, passage, word);
    }
}

void ll_check_lesson_number(ll_check *check) {
    const ll_lesson *lesson = check->facts->lesson;
    for (uint32_t i = 0; i < lesson->passages.len; i++)
        if (is_judged(lesson, &lesson->passages.at[i]))
            judge_indexes(check, &lesson->passages.at[i]);
    judge_names(check, LL_VIEW("Lesson"));
    judge_names(check, LL_VIEW("lesson"));
}
