/* duplicate-text: two texts of a lesson that say the same in much the same words. */
#include "check/checks.h"
#include "facts/apart.h"
#include "text/decimal.h"
#include "text/similar.h"

/* Shorter texts are labels; what two texts share to be alike, and an aside with what it stands
 * beside, where a repetition is read twice in a row. */
enum { WORDS_LEAST = 18, NUMBERS_LEAST = 3, NUMBERS_PASSED = 2 };

#define ALIKE 0.5
#define ALIKE_ASIDE 0.3

/* How far the values of a prop lie below it: items={[{ headline, description }]}. */
enum { NESTING_MOST = 8, EXCERPT = 60 };

typedef struct duplicate_search {
    ll_check *check;
    LL_ARRAY(uint32_t) passages; /* of each text */
    const ll_passage *passage;   /* the one that is added */
    uint32_t best;               /* text, or LL_LESSON_NONE */
    double share;
} duplicate_search;

/* Whether it has WORDS_LEAST words. */
static bool is_long(ll_view text) {
    uint32_t words = 0;
    bool inside = false;
    if (text.len < 2 * WORDS_LEAST - 1)
        return false;
    for (size_t i = 0; i < text.len && words < WORDS_LEAST; i++) {
        bool blank = ll_is_blank(text.ptr[i]);
        words += !blank && !inside;
        inside = !blank;
    }
    return words == WORDS_LEAST;
}

static bool is_list_name(ll_view name) {
    return ll_view_equal(name, LL_VIEW("items")) || ll_view_equal(name, LL_VIEW("achievements"));
}

/* A string of `items` or `achievements`, as a prop or inside of one. */
static bool is_of_list(const ll_tsx *tsx, uint32_t node) {
    for (int i = 0; i < NESTING_MOST && node != LL_TSX_NONE; i++) {
        const ll_tsx_node *at = &tsx->nodes.at[node];
        if (at->kind == LL_TSX_ELEMENT)
            return false;
        bool named = at->kind == LL_TSX_ATTRIBUTE || at->sign == LL_SIGN_PROPERTY;
        if (named && is_list_name(ll_tsx_lead(tsx, node)))
            return true;
        node = at->parent;
    }
    return false;
}

/* What repeats on purpose. */
static bool repeats_by_nature(const ll_check *check, const ll_passage *passage) {
    uint32_t offset = check->facts->tsx->nodes.at[passage->node].start;
    ll_view section = ll_lesson_section_at(check->facts->lesson, offset);
    return passage->details || ll_view_find_word(section, LL_VIEW("practice"), 0) != LL_VIEW_NONE ||
           ll_view_find_word(section, LL_VIEW("recap"), 0) != LL_VIEW_NONE;
}

static bool is_judged(const ll_check *check, const ll_passage *passage) {
    bool text = passage->kind == LL_PASSAGE_PROSE || (passage->kind == LL_PASSAGE_STRING &&
                                                      is_of_list(check->facts->tsx, passage->node));
    return text && is_long(ll_lesson_passage_text(check->facts->lesson, passage)) &&
           !repeats_by_nature(check, passage);
}

/* In the same Row or one next to it. */
static bool is_near(const ll_passage *a, const ll_passage *b) {
    return a->row != LL_LESSON_NONE && b->row != LL_LESSON_NONE &&
           (a->row > b->row ? a->row - b->row : b->row - a->row) <= 1;
}

/* Takes the next number off the front of `*rest`, "1,500" as a whole; empty when there is none. */
static ll_view next_number(ll_view *rest) {
    size_t start = 0, end;
    while (start < rest->len && !ll_is_digit(rest->ptr[start]))
        start++;
    for (end = start; end < rest->len; end++) {
        bool inside = (rest->ptr[end] == ',' || rest->ptr[end] == '.') && end + 1 < rest->len &&
                      ll_is_digit(rest->ptr[end + 1]);
        if (!inside && !ll_is_digit(rest->ptr[end]))
            break;
    }
    ll_view number = ll_view_slice(*rest, start, end);
    *rest = ll_view_slice(*rest, end, rest->len);
    return number;
}

/* Whether the number is among the next ones of `*rest`; what stands before it is passed. */
static bool pass_number(ll_view *rest, ll_view number) {
    ll_view probe = *rest;
    for (int i = 0; i < NUMBERS_PASSED; i++) {
        if (!ll_view_equal(next_number(&probe), number))
            continue;
        *rest = probe;
        return true;
    }
    return false;
}

static uint32_t count_numbers(ll_view text) {
    uint32_t count = 0;
    while (next_number(&text).len > 0)
        count++;
    return count;
}

/* Two worked examples say the same of other numbers. Of a text and a much longer one that is not
 * asked: who has one text of many would read it again for each. */
static bool differ_in_numbers(ll_view a, ll_view b) {
    if (a.len > 2 * b.len || b.len > 2 * a.len)
        return false;
    uint32_t of_a = count_numbers(a), of_b = count_numbers(b), same = 0;
    for (ll_view number; (number = next_number(&a)).len > 0;)
        same += pass_number(&b, number);
    uint32_t fewer = of_a < of_b ? of_a : of_b;
    return fewer >= NUMBERS_LEAST && same * 4 < fewer * 3;
}

static void note_alike(void *context, uint32_t number, double share) {
    duplicate_search *search = context;
    const ll_lesson *lesson = search->check->facts->lesson;
    const ll_passage *other = &lesson->passages.at[search->passages.at[number]];
    bool beside = other->aside != search->passage->aside && is_near(other, search->passage);
    bool better = share > search->share || (share == search->share && number < search->best);
    if (share < (beside ? ALIKE_ASIDE : ALIKE) || !better ||
        ll_facts_are_apart(lesson->tsx, other->node, search->passage->node) ||
        differ_in_numbers(ll_lesson_passage_text(lesson, other),
                          ll_lesson_passage_text(lesson, search->passage)))
        return;
    search->best = number;
    search->share = share;
}

static ll_range range_of(const ll_lesson *lesson, const ll_passage *passage) {
    uint32_t start = 0, length = 0;
    ll_lesson_source_range(lesson, passage->start, passage->end, &start, &length);
    return (ll_range){LL_DOCUMENT_LESSON, start, length};
}

/* The first words of a text, on one line. */
static ll_view excerpt_of(ll_check *check, ll_view text) {
    text = ll_check_one_line(check->arena, text);
    if (text.len <= EXCERPT)
        return text;
    size_t end = EXCERPT;
    while (end > 0 && !ll_is_blank(text.ptr[end]))
        end--;
    ll_view cut = end > 0 ? ll_view_slice(text, 0, end) : ll_view_cut(text, EXCERPT);
    return ll_arena_format(check->arena, "%.*s\xE2\x80\xA6", LL_VIEW_ARG(cut));
}

static void report(duplicate_search *search) {
    ll_check *check = search->check;
    const ll_lesson *lesson = check->facts->lesson;
    const ll_passage *first = &lesson->passages.at[search->passages.at[search->best]];
    ll_range first_range = range_of(lesson, first), range = range_of(lesson, search->passage);
    ll_source *source = check->facts->sources[LL_DOCUMENT_LESSON];
    ll_view text = ll_lesson_passage_text(lesson, search->passage);
    uint32_t line = ll_source_position(source, first_range.offset).line;
    ll_value values[] = {{"excerpt", excerpt_of(check, text)},
                         {"firstline", ll_arena_format(check->arena, "%u", line)},
                         {"share", ll_decimal_fixed(check->arena, search->share)},
                         {0}};
    ll_check_report(check, &(ll_report){.range = range,
                                        .subject = text,
                                        .values = values,
                                        .related = {first_range, LL_VIEW("said here first")}});
}

void ll_check_duplicate_text(ll_check *check) {
    const ll_lesson *lesson = check->facts->lesson;
    ll_similar *similar = ll_similar_new(check->arena);
    duplicate_search search = {.check = check};
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        search.passage = &lesson->passages.at[i];
        if (!is_judged(check, search.passage))
            continue;
        check->outcome.checked++;
        search.best = LL_LESSON_NONE;
        search.share = 0;
        LL_ARRAY_PUSH(check->arena, &search.passages, i);
        ll_similar_add(similar, ll_facts_words(check->facts, i), ALIKE_ASIDE, note_alike, &search);
        if (search.best != LL_LESSON_NONE)
            report(&search);
    }
}
