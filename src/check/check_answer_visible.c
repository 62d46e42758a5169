/* check-answer-visible: a question to the student whose answer stands open below it. */
#include "check/checks.h"
#include "check/follow.h"
#include "facts/headings.h"
#include "facts/names.h"
#include "facts/reading.h"

/* Behind "Predict" these make a title of a check, too. */
static const ll_view predicted[] = {LL_VIEW_INIT("and"), LL_VIEW_INIT("before"),
                                    LL_VIEW_INIT("the"), LL_VIEW_INIT("your")};

static const ll_view PREDICT = LL_VIEW_INIT("predict"), TRANSFER = LL_VIEW_INIT("transfer");

/* Takes a word off the front, with the blanks behind it; false when it does not stand there. */
static bool take(ll_view *text, ll_view word) {
    if (!ll_view_starts_nocase(*text, word))
        return false;
    ll_view rest = ll_view_slice(*text, word.len, text->len);
    if (rest.len > 0 && (ll_is_letter(rest.ptr[0]) || rest.ptr[0] == '\''))
        return false;
    *text = rest;
    return true;
}

/* The end, a colon, a number sign, a digit, a bracket or a dash; a single hyphen joins words when
 * no blank is beside it: "Check-in". */
static bool ends_role(ll_view rest) {
    static const ll_view dashes[] = {LL_VIEW_INIT("—"), LL_VIEW_INIT("–"), LL_VIEW_INIT("--")};
    ll_view next = ll_view_trim(rest);
    if (next.len == 0 || strchr(":#(", next.ptr[0]) || ll_is_digit(next.ptr[0]))
        return true;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (ll_view_starts(next, dashes[i]))
            return true;
    bool loose = next.ptr != rest.ptr || (next.len > 1 && ll_is_blank(next.ptr[1]));
    return next.ptr[0] == '-' && loose;
}

/* "Check: Halves", "Checkpoint 2", but not "Checklist". */
static bool is_labelled_check(ll_view title) {
    static const ll_view roles[] = {LL_VIEW_INIT("check"), LL_VIEW_INIT("checkpoint")};
    title = ll_view_trim(title);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        ll_view rest = title;
        if (take(&rest, roles[i]))
            return ends_role(rest);
    }
    return false;
}

/* These, too, and "Predict Before You Read", "Transfer Question", but not "Transfer Learning". */
static bool is_check_title(ll_view title) {
    title = ll_view_trim(title);
    if (is_labelled_check(title))
        return true;
    if (take(&title, TRANSFER)) {
        ll_view rest = ll_view_trim(title);
        if (take(&rest, LL_VIEW("check")) || take(&rest, LL_VIEW("question")))
            return ends_role(rest);
        return ends_role(title);
    }
    if (!take(&title, PREDICT))
        return false;
    for (size_t i = 0; i < sizeof predicted / sizeof *predicted; i++) {
        ll_view rest = ll_view_trim(title);
        if (take(&rest, predicted[i]))
            return true;
    }
    return ends_role(title);
}

/* One of several cards of a kind side by side. */
static bool is_in_series(ll_facts *facts, uint32_t card) {
    const ll_elements *elements = ll_facts_elements(facts);
    ll_view name = ll_tsx_lead(facts->tsx, card);
    uint32_t before = elements->previous[card], behind = elements->next[card];
    return (before != LL_TSX_NONE && ll_tsx_is(facts->tsx, before, name)) ||
           (behind != LL_TSX_NONE && ll_tsx_is(facts->tsx, behind, name));
}

/* In a series a title of one word names a stage, as "Predict" and "Correct" of a filter; frames
 * that are made by hand often stand for its stages in other words, too: "Predict the Load". */
static bool may_name_stage(ll_view title, bool by_hand) {
    title = ll_view_trim(title);
    return ll_view_find_byte(title, ' ', 0) == LL_VIEW_NONE ||
           (by_hand && ll_view_starts_nocase(title, PREDICT));
}

/* Headers and cards, and components of the file that put their title into one. */
static bool is_titled(const ll_tsx *tsx, const ll_read *read) {
    return ll_tsx_is(tsx, read->element, LL_VIEW("SectionHeader")) || read->opened ||
           ll_facts_is_card(tsx, read->element);
}

/* The title that the element gives to a part of the lesson, "" when it gives none; `*card` is that
 * part. */
static ll_view title_of(ll_check *check, const ll_read *read, uint32_t *card) {
    const ll_heading *heading = ll_facts_heading(check->facts, read->element);
    ll_view title = {0};
    *card = heading ? heading->part : read->element;
    if (heading)
        return heading->part == LL_TSX_NONE ? title : heading->text;
    if (!is_titled(check->facts->tsx, read))
        return title;
    const ll_lesson *lesson = check->facts->lesson;
    ll_view subtitle = {0};
    ll_lesson_header_prop(lesson, check->arena, read->element, LL_VIEW("title"), &title);
    ll_lesson_header_prop(lesson, check->arena, read->element, LL_VIEW("subtitle"), &subtitle);
    return is_labelled_check(subtitle) ? subtitle : title;
}

static bool asks(ll_check *check, const ll_read *read, ll_view *title) {
    uint32_t card = LL_TSX_NONE;
    if (read->element == LL_TSX_NONE || read->aside)
        return false;
    *title = ll_view_trim(title_of(check, read, &card));
    return is_check_title(*title) &&
           !(may_name_stage(*title, card != read->element) && is_in_series(check->facts, card));
}

/* A component of another file that may show the answer on demand: it stands around something, or
 * its name says so. */
static bool may_hide(const ll_facts *facts, const ll_read *read) {
    static const char *const words[] = {"Accordion", "Answer",   "Check",   "Collaps", "Detail",
                                        "Disclos",   "Exercise", "Flip",    "Hint",    "Question",
                                        "Quiz",      "Reveal",   "Spoiler", "Toggle",  "Widget"};
    if (!ll_facts_is_unseen(facts, read))
        return false;
    if (read->element == LL_TSX_NONE || facts->tsx->nodes.at[read->element].closed)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ll_view_find(ll_tsx_lead(facts->tsx, read->element), ll_view_of(words[i]), 0) !=
            LL_VIEW_NONE)
            return true;
    return false;
}

/* `details`, or a button that may do the same with a state. */
static bool hides(const ll_facts *facts, const ll_read *read) {
    static const char *const hosts[] = {"button", "details"};
    if (read->element != LL_TSX_NONE &&
        LL_VIEW_IS_ONE_OF(ll_tsx_lead(facts->tsx, read->element), hosts))
        return true;
    return may_hide(facts, read);
}

/* The same of an element that a name in braces stands for. */
static bool brings_hiding(const ll_facts *facts, uint32_t element) {
    bool opened = ll_names_at(facts->names, element)->component != LL_LESSON_NONE;
    return hides(facts, &(ll_read){.element = element, .opened = opened});
}

/* What is known of one Row. */
typedef struct row_state {
    uint32_t asking; /* the SectionHeader, card or heading, or LL_TSX_NONE */
    ll_view title;   /* that it asks under */
    bool hides;      /* it, or something unseen directly behind it, may hide an answer */
} row_state;

typedef struct row_states {
    row_state *at; /* one more than there are Rows */
    uint32_t last; /* the Row that was read last, or LL_LESSON_NONE */
    uint32_t open; /* a component that asks and brings the next Row, or LL_TSX_NONE */
    ll_view title; /* of that component */
} row_states;

static void read_one(ll_check *check, row_states *states, const ll_read *read) {
    bool in_row = read->row != LL_LESSON_NONE;
    if (in_row && read->row != states->last) {
        states->last = read->row;
        states->at[read->row] = (row_state){.asking = states->open, .title = states->title};
        states->open = LL_TSX_NONE;
    }
    if (states->last != LL_LESSON_NONE)
        states->at[states->last].hides |= hides(check->facts, read);
    ll_view title;
    if (!asks(check, read, &title))
        return;
    if (!in_row) {
        states->open = read->element;
        states->title = title;
    } else if (states->at[read->row].asking == LL_TSX_NONE) {
        states->at[read->row].asking = read->element;
        states->at[read->row].title = title;
    }
}

static bool is_open(const row_state *row) {
    return row->asking != LL_TSX_NONE && !row->hides && !(row + 1)->hides;
}

/* Looks through the names in braces of Rows that no element hides an answer of, and of those behind
 * them. */
static void follow_names(ll_check *check, const ll_reading *reading, row_state *rows) {
    ll_follow *follow = NULL;
    for (uint32_t i = 0; i < reading->elements.len; i++) {
        const ll_read *read = &reading->elements.at[i];
        if (read->row == LL_LESSON_NONE || read->element == LL_TSX_NONE)
            continue;
        row_state *row = &rows[read->row];
        if (!is_open(row) && !(read->row > 0 && is_open(row - 1)))
            continue;
        if (!follow)
            follow = ll_follow_new(check->facts, check->arena);
        row->hides = ll_follow_finds(follow, read->element, brings_hiding);
    }
}

void ll_check_check_answer_visible(ll_check *check) {
    const ll_reading *reading = ll_facts_reading(check->facts);
    const ll_lesson *lesson = check->facts->lesson;
    row_states states = {.at = LL_ARENA_ARRAY(check->arena, row_state, reading->rows.len + 1u),
                         .last = LL_LESSON_NONE,
                         .open = LL_TSX_NONE};
    for (uint32_t i = 0; i < reading->elements.len; i++)
        read_one(check, &states, &reading->elements.at[i]);
    follow_names(check, reading, states.at);
    for (uint32_t i = 0; i < reading->rows.len; i++) {
        const row_state *row = &states.at[i];
        if (row->asking == LL_TSX_NONE)
            continue;
        check->outcome.checked++;
        if (!is_open(row))
            continue;
        ll_value values[] = {{"check", row->title}, {0}};
        ll_check_report(check, &(ll_report){.range = ll_tag_range(lesson->tsx, row->asking),
                                            .subject = row->title,
                                            .values = values});
    }
}
