/* authoring-jargon: words of the planning documents in a text that students see. */
#include "check/checks.h"
#include "check/nearby.h"
#include "check/titles.h"

/* How far a word may stand from what it is said of. */
enum { NEAR = 3 };

/* Sorted; each in the plural, too. */
static const char *const subjects[] = {"concept", "depth", "lesson", "level", "load", "phase"};

static bool is_subject(ll_view word) {
    char lower[8];
    if (word.len > 1 && ll_to_lower(word.ptr[word.len - 1]) == 's')
        word.len--;
    if (word.len > sizeof lower)
        return false;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = ll_to_lower(word.ptr[i]);
    return LL_VIEW_IS_ONE_OF(((ll_view){lower, word.len}), subjects);
}

/* A comma or the end of a sentence: what stands behind it is said of something else. */
static bool ends_clause(ll_view between) {
    for (size_t i = 0; i < between.len; i++)
        if (strchr(",.;!?", between.ptr[i]))
            return true;
    return false;
}

/* "BUILD lesson", "STRETCH cognitive load": the words up to the subject belong to it. In "BUILD on
 * this lesson" the word is an ordinary verb, in capitals for emphasis. */
static bool is_said_of_next(const ll_lesson *lesson, const ll_passage *passage, ll_nearby word) {
    static const char *const others[] = {"a",  "an", "and", "at",   "by",  "for",  "from", "in",
                                         "it", "on", "our", "that", "the", "this", "to",   "upon",
                                         "up", "us", "we",  "with", "you", "your"};
    for (int i = 0; i < NEAR; i++) {
        ll_view between;
        word = ll_word_after(lesson, passage, word.end, &between);
        ll_view text = ll_nearby_text(lesson, word);
        if (text.len == 0 || ends_clause(between) || LL_VIEW_IS_ONE_OF(text, others))
            return false;
        if (is_subject(text))
            return true;
    }
    return false;
}

/* "the lesson is a STRETCH", "Load: BUILD". In "this lesson you BUILD" it is a verb. */
static bool is_said_of_previous(const ll_lesson *lesson, const ll_passage *passage,
                                ll_nearby word) {
    static const char *const links[] = {"a",  "an",   "are", "as",   "at", "cognitive",
                                        "is", "kind", "of",  "type", "was"};
    for (int i = 0; i < NEAR; i++) {
        ll_view between;
        word = ll_word_before(lesson, passage, word.start, &between);
        ll_view text = ll_nearby_text(lesson, word);
        if (text.len == 0 || ends_clause(between))
            return false;
        if (is_subject(text))
            return true;
        if (!LL_VIEW_IS_ONE_OF(text, links))
            return false;
    }
    return false;
}

static bool is_alone_in_title(const ll_lesson *lesson, const ll_passage *passage, ll_nearby word) {
    ll_nearby before = ll_word_before(lesson, passage, word.start, NULL);
    ll_nearby after = ll_word_after(lesson, passage, word.end, NULL);
    return before.start == before.end && after.start == after.end && ll_is_title(lesson, passage);
}

/* Words that are jargon only beside a subject, or as a whole title. */
static bool is_jargon_here(const ll_lesson *lesson, const ll_passage *passage, ll_nearby word) {
    return is_said_of_next(lesson, passage, word) || is_said_of_previous(lesson, passage, word) ||
           is_alone_in_title(lesson, passage, word);
}

static bool has_lower(ll_view text) {
    for (size_t i = 0; i < text.len; i++)
        if (ll_is_lower(text.ptr[i]))
            return true;
    return false;
}

/* In a text set in capitals every word is, and this one may be an ordinary verb: unless it stands
 * alone or beside its subject. */
static bool is_shouted(const ll_lesson *lesson, const ll_passage *passage, ll_nearby word) {
    ll_nearby before = ll_word_before(lesson, passage, word.start, NULL);
    ll_nearby after = ll_word_after(lesson, passage, word.end, NULL);
    bool alone = before.start == before.end && after.start == after.end;
    return !alone && !is_subject(ll_nearby_text(lesson, before)) &&
           !is_subject(ll_nearby_text(lesson, after));
}

static bool is_judged(const ll_lesson *lesson, const ll_passage *passage, ll_nearby word) {
    uint32_t start, length;
    ll_lesson_source_range(lesson, word.start, word.end, &start, &length);
    return ll_passage_is_text(passage) && !ll_lesson_is_as_is(lesson, start);
}

typedef bool is_meant(const ll_lesson *lesson, const ll_passage *passage, ll_nearby word);

static void look_for(ll_check *check, ll_view wanted, is_meant *meant) {
    const ll_lesson *lesson = check->facts->lesson;
    const ll_passage *passage = NULL;
    bool capitals = false; /* all of the passage */
    ll_nearby word = {0, 0};
    while (wanted.len > 0 && (word = ll_word_find(lesson, wanted, word.end)).end > 0) {
        if (!passage || word.start >= passage->end) {
            passage = ll_lesson_passage_at(lesson, word.start);
            capitals = !has_lower(ll_lesson_passage_text(lesson, passage));
        }
        if (is_judged(lesson, passage, word) && !(capitals && is_shouted(lesson, passage, word)) &&
            (!meant || meant(lesson, passage, word)))
            ll_nearby_report(check, passage, word, NULL);
    }
}

void ll_check_authoring_jargon(ll_check *check) {
    static const ll_view beside[] = {LL_VIEW_INIT("APPLIED"), LL_VIEW_INIT("BUILD"),
                                     LL_VIEW_INIT("STRETCH")};
    const ll_lesson *lesson = check->facts->lesson;
    for (uint32_t i = 0; i < lesson->passages.len; i++)
        check->outcome.checked += ll_passage_is_text(&lesson->passages.at[i]);
    const ll_option_value *words = ll_check_option(check, LL_VIEW("words"));
    for (uint32_t i = 0; i < words->item_count; i++)
        look_for(check, words->items[i], NULL);
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
        look_for(check, beside[i], is_jargon_here);
}
