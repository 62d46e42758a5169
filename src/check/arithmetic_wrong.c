/* arithmetic-wrong: an equation of numbers that does not hold. */
#include <stdlib.h>

#include "base/step.h"
#include "check/checks.h"
#include "check/spoken.h"
#include "text/arithmetic.h"
#include "text/decimal.h"

/* So many elements around an equation are asked for a word that calls it wrong. */
enum { AROUND_MOST = 16 };

/* Whole numbers are exact up to here. */
#define WHOLE_MOST 9007199254740992.0

/* Source offsets where the lesson says that something is wrong, sorted. */
typedef struct wrong_places {
    bool gathered;
    LL_ARRAY(uint32_t) at;
} wrong_places;

typedef struct arithmetic_search {
    ll_check *check;
    ll_arithmetic *arithmetic;
    wrong_places admissions;
    const ll_passage *passage;
    uint32_t start; /* in lesson->rendered, of the text that is read */
} arithmetic_search;

/* --- what says that it is wrong ----------------------------------------------------------------
 */

static void gather_words(arithmetic_search *search, const ll_passage *passage) {
    static const ll_view words[] = {
        LL_VIEW_INIT("wrong"),        LL_VIEW_INIT("wrongly"),      LL_VIEW_INIT("error"),
        LL_VIEW_INIT("errors"),       LL_VIEW_INIT("incorrect"),    LL_VIEW_INIT("incorrectly"),
        LL_VIEW_INIT("false"),        LL_VIEW_INIT("mistake"),      LL_VIEW_INIT("mistakes"),
        LL_VIEW_INIT("\xE2\x9C\x97"), LL_VIEW_INIT("\xE2\x9C\x98"), LL_VIEW_INIT("\xE2\x9D\x8C")};
    const ll_lesson *lesson = search->check->facts->lesson;
    ll_view text = ll_lesson_passage_text(lesson, passage);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = 0;
        while ((at = ll_view_find_word(text, words[i], at)) != LL_VIEW_NONE) {
            uint32_t start = 0, length = 0, rendered = passage->start + (uint32_t)at;
            ll_lesson_source_range(lesson, rendered, rendered + 1, &start, &length);
            LL_ARRAY_PUSH(search->check->arena, &search->admissions.at, start);
            at += words[i].len;
        }
    }
}

static int compare_offsets(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return a < b ? -1 : a > b;
}

static void gather_admissions(arithmetic_search *search) {
    const ll_lesson *lesson = search->check->facts->lesson;
    search->admissions.gathered = true;
    for (uint32_t i = 0; i < lesson->passages.len; i++)
        gather_words(search, &lesson->passages.at[i]);
    if (search->admissions.at.len > 0)
        qsort(search->admissions.at.at, search->admissions.at.len, sizeof(uint32_t),
              compare_offsets);
}

static bool is_admitted(arithmetic_search *search, uint32_t start, uint32_t end) {
    if (!search->admissions.gathered)
        gather_admissions(search);
    uint32_t low = 0, high = search->admissions.at.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (search->admissions.at.at[middle] < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < search->admissions.at.len && search->admissions.at.at[low] < end;
}

/* Elements that go on with the text or maths around them. */
static bool is_inside_of_text(ll_view name) {
    static const char *const names[] = {
        "BlockMath", "ExternalLink", "InlineMath", "LessonLink", "Link",  "a",    "b",
        "code",      "em",           "i",          "kbd",        "small", "span", "strong",
        "sub",       "sup",          "text",       "tspan",      "u"};
    return LL_VIEW_IS_ONE_OF(name, names);
}

static bool is_of_card(void *context, ll_view name) {
    bool *card = context;
    *card = ll_view_starts(name, LL_VIEW("border")) || ll_view_starts(name, LL_VIEW("rounded")) ||
            ll_view_starts(name, LL_VIEW("bg-"));
    return !*card;
}

static bool is_card(const ll_lesson *lesson, uint32_t element) {
    if (!ll_tsx_is_host(lesson->tsx, element))
        return ll_tsx_lead(lesson->tsx, element).len > 0;
    bool card = false;
    ll_lesson_classes(lesson, element, is_of_card, &card);
    return card;
}

static bool is_part_of_list(ll_view name) {
    static const char *const names[] = {"dd", "dt", "li", "td", "th"};
    return LL_VIEW_IS_ONE_OF(name, names);
}

/* The card around an element, else the block or list that it is in, else LL_TSX_NONE. */
static uint32_t block_around(arithmetic_search *search, uint32_t element) {
    const ll_lesson *lesson = search->check->facts->lesson;
    const uint32_t *parents = ll_facts_elements(search->check->facts)->parent;
    uint32_t block = LL_TSX_NONE;
    int levels = 0;
    for (uint32_t at = element; at != LL_TSX_NONE && levels < AROUND_MOST; at = parents[at]) {
        levels++;
        ll_view name = ll_tsx_lead(lesson->tsx, at);
        if (ll_lesson_row_part(name) != LL_ROW_PART_NONE ||
            ll_view_equal(name, LL_VIEW("LessonLayout")))
            break;
        if (is_inside_of_text(name))
            continue;
        if (is_card(lesson, at))
            return at;
        bool listed = block != LL_TSX_NONE && parents[block] == at &&
                      is_part_of_list(ll_tsx_lead(lesson->tsx, block));
        if (block == LL_TSX_NONE || listed)
            block = at;
    }
    return block;
}

/* Source range of what may say of a text that it is wrong: its card or block, for displayed maths
 * what stands before and behind it, for a string of data those beside it. */
static void surroundings(arithmetic_search *search, uint32_t node, uint32_t *start, uint32_t *end) {
    const ll_tsx *tsx = search->check->facts->tsx;
    const ll_elements *elements = ll_facts_elements(search->check->facts);
    uint32_t element = ll_tsx_element_of(tsx, node);
    uint32_t around = element == LL_TSX_NONE ? LL_TSX_NONE : block_around(search, element);
    if (around == LL_TSX_NONE)
        around = element != LL_TSX_NONE                      ? element
                 : tsx->nodes.at[node].parent != LL_TSX_NONE ? tsx->nodes.at[node].parent
                                                             : node;
    uint32_t first = around, last = around;
    if (around == element && element != LL_TSX_NONE &&
        ll_tsx_is(tsx, element, LL_VIEW("BlockMath"))) {
        first = elements->previous[element] != LL_TSX_NONE ? elements->previous[element] : around;
        last = elements->next[element] != LL_TSX_NONE ? elements->next[element] : around;
    }
    *start = tsx->nodes.at[first].start;
    *end = tsx->nodes.at[last].end;
}

/* --- what is read ------------------------------------------------------------------------------
 */

/* "10<sup>3</sup>" is no 103. */
static bool holds_raised_text(const arithmetic_search *search, uint32_t start, uint32_t length) {
    ll_view source = search->check->facts->sources[LL_DOCUMENT_LESSON]->text;
    ll_view range = ll_view_slice(source, start, start + length);
    return ll_view_find(range, LL_VIEW("<su"), 0) != LL_VIEW_NONE;
}

/* "Modulo 12, 10 + 4 = 2": the sides differ by a multiple of the number behind the word. */
static bool holds_modulo(const arithmetic_search *search, const ll_equation *equation) {
    static const ll_view words[] = {LL_VIEW_INIT("modulo"), LL_VIEW_INIT("mod")};
    ll_view text = ll_lesson_passage_text(search->check->facts->lesson, search->passage);
    double apart = equation->left_value - equation->right_value;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = ll_view_find_word(text, words[i], 0), used;
        uint32_t modulus;
        if (at == LL_VIEW_NONE)
            continue;
        ll_view behind = ll_view_trim(ll_view_slice(text, at + words[i].len, text.len));
        if (ll_view_number(behind, &modulus, &used) && modulus > 1)
            return apart > -WHOLE_MOST && apart < WHOLE_MOST && (double)(int64_t)apart == apart &&
                   (int64_t)apart % modulus == 0;
    }
    return false;
}

static void report(arithmetic_search *search, const ll_equation *equation, ll_range range) {
    ll_check *check = search->check;
    ll_view text = ll_view_slice(check->facts->lesson->rendered, search->start + equation->start,
                                 search->start + equation->end);
    text = ll_check_one_line(check->arena, text);
    ll_value values[] = {{"equation", text},
                         {"left", ll_decimal_grouped(check->arena, equation->left_value)},
                         {"right", ll_decimal_grouped(check->arena, equation->right_value)},
                         {0}};
    ll_check_report(check, &(ll_report){.range = range, .subject = text, .values = values});
}

static void judge(void *context, const ll_equation *equation) {
    arithmetic_search *search = context;
    ll_check *check = search->check;
    uint32_t from = search->start + (uint32_t)equation->start;
    uint32_t to = search->start + (uint32_t)equation->end;
    if (!equation->holds && ll_is_spoken(check->facts, search->passage, from, to))
        return;
    check->outcome.checked++;
    if (equation->holds)
        return;
    uint32_t start = 0, length = 0, around = 0, around_end = 0;
    ll_lesson_source_range(check->facts->lesson, from, to, &start, &length);
    surroundings(search, search->passage->node, &around, &around_end);
    if (holds_raised_text(search, start, length) || holds_modulo(search, equation) ||
        is_admitted(search, around, around_end))
        return;
    if (check->outcome.failed >= ll_check_most(check)) /* counted, and never shown */
        ll_check_report(check, &(ll_report){.range = {LL_DOCUMENT_LESSON, start, length}});
    else
        report(search, equation, (ll_range){LL_DOCUMENT_LESSON, start, length});
}

/* Bytes [start, end) of the rendered text. */
static void read_text(arithmetic_search *search, size_t start, size_t end, ll_notation notation) {
    search->start = (uint32_t)start;
    ll_view text = ll_view_slice(search->check->facts->lesson->rendered, start, end);
    ll_arithmetic_each(search->arithmetic, text, notation, judge, search);
}

/* Where the comment of a line of code begins, behind its sign; the line's length without one. */
static size_t comment_start(ll_view line) {
    for (size_t at = 0; at < line.len; at++) {
        ll_view rest = ll_view_slice(line, at, line.len);
        if (at > 0 && !ll_is_blank(line.ptr[at - 1]))
            continue;
        if (ll_view_starts(rest, LL_VIEW("#")))
            return at + 1;
        if (ll_view_starts(rest, LL_VIEW("//")) || ll_view_starts(rest, LL_VIEW("-- ")) ||
            ll_view_starts(rest, LL_VIEW("/*")))
            return at + 2;
    }
    return line.len;
}

static void read_comments(arithmetic_search *search, const ll_passage *passage) {
    ll_view rest = ll_lesson_passage_text(search->check->facts->lesson, passage), line;
    const char *first = rest.ptr;
    while (ll_view_next_line(&rest, &line)) {
        size_t start = passage->start + (size_t)(line.ptr - first);
        read_text(search, start + comment_start(line), start + line.len, LL_NOTATION_PROSE);
    }
}

/* Most texts hold no relation at all. */
static bool may_hold_relation(ll_view text) {
    size_t at = 0;
    while ((at = ll_step_until(text.ptr, at, text.len, "=~\\\xE2")) < text.len) {
        if (text.ptr[at] != '\xE2' || (at + 1 < text.len && text.ptr[at + 1] == '\x89'))
            return true;
        at++;
    }
    return false;
}

void ll_check_arithmetic_wrong(ll_check *check) {
    const ll_lesson *lesson = check->facts->lesson;
    arithmetic_search search = {.check = check, .arithmetic = ll_arithmetic_new(check->arena)};
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        search.passage = passage;
        if (!may_hold_relation(ll_lesson_passage_text(lesson, passage)))
            continue;
        if (passage->kind == LL_PASSAGE_CODE)
            read_comments(&search, passage);
        else
            read_text(&search, passage->start, passage->end,
                      passage->kind == LL_PASSAGE_MATH ? LL_NOTATION_MATH : LL_NOTATION_PROSE);
    }
}
