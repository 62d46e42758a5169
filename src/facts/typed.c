/* The elements that stand for a role of the outline: a summary is a SummaryBlock. */
#include "facts/typed.h"
#include "facts/names.h"
#include "facts/reading.h"

#include <assert.h>
#include <stdlib.h>

/* The likelier element first; what leads on stands last. A component with `part` in its name is as
 * good: `LessonSummary`, `NextLessonCard`. */
static const struct {
    ll_role role;
    ll_view names[2], part;
} blocks[] = {
    {LL_ROLE_CONTEXT,
     {LL_VIEW_INIT("ObjectiveBlock"), LL_VIEW_INIT("ConstraintBlock")},
     LL_VIEW_INIT("Objective")},
    {LL_ROLE_SUMMARIZE, {LL_VIEW_INIT("SummaryBlock"), LL_VIEW_INIT("")}, LL_VIEW_INIT("Summary")},
    {LL_ROLE_NEXT,
     {LL_VIEW_INIT("NextStepBlock"), LL_VIEW_INIT("ModuleCompleteBlock")},
     LL_VIEW_INIT("Next")},
};

enum {
    BLOCKS = sizeof blocks / sizeof *blocks,
    LONGEST_TITLE = 80 /* bytes of a text that can head a card */
};

/* Titles of a check; `behind` is what may follow instead of a sign. */
static const struct {
    ll_view word;
    const char *const *behind;
} check_titles[] = {
    {LL_VIEW_INIT("checkpoint"), (const char *const[]){NULL}},
    {LL_VIEW_INIT("check"), (const char *const[]){"your", NULL}},
    {LL_VIEW_INIT("predict"), (const char *const[]){"and", "before", "the", "your", NULL}},
    {LL_VIEW_INIT("transfer"), (const char *const[]){"check", "question", NULL}},
};

/* What a title says behind "Check:", in small letters. */
typedef struct check_title {
    ll_view subject;
    uint32_t element;
} check_title;

struct ll_typed {
    uint32_t blocks[BLOCKS];
    LL_ARRAY(uint32_t) checks;      /* the first `details` of each Row that has one */
    LL_ARRAY(uint32_t) titles;      /* the texts that head a check */
    LL_ARRAY(check_title) subjects; /* of all such titles, sorted */
    uint32_t *check_number;         /* of each item: how many checks come before it */
    uint32_t check_count;           /* of the outline */
    bool hidden;
    bool notebook_known; /* whether it was looked for */
    bool notebook_is_link;
    uint32_t notebook;
};

static void gather_details(const ll_facts *facts, ll_typed *typed) {
    uint32_t row = LL_LESSON_NONE;
    for (uint32_t i = 0; i < facts->tsx->nodes.len; i++) {
        if (facts->tsx->nodes.at[i].kind != LL_TSX_ELEMENT ||
            !ll_tsx_is(facts->tsx, i, LL_VIEW("details")))
            continue;
        uint32_t own = ll_lesson_row_at(facts->lesson, i);
        if (typed->checks.len == 0 || own != row)
            LL_ARRAY_PUSH(facts->arena, &typed->checks, i);
        row = own;
    }
}

/* What follows the word of a title: its end, a sign, a number, or a word that goes with it. */
static bool ends_word(ll_view rest, const char *const *behind) {
    if (rest.len > 0 && ll_is_letter(rest.ptr[0]))
        return false;
    rest = ll_view_trim(rest);
    if (rest.len == 0 || !(ll_is_letter(rest.ptr[0])))
        return true;
    for (; *behind; behind++)
        if (ll_view_starts_nocase(rest, ll_view_of(*behind)))
            return true;
    return false;
}

bool ll_typed_heads_check(ll_view text) {
    text = ll_view_trim(text);
    if (text.len > LONGEST_TITLE)
        return false;
    for (size_t i = 0; i < sizeof check_titles / sizeof *check_titles; i++) {
        ll_view word = check_titles[i].word;
        if (ll_view_starts_nocase(text, word) &&
            ends_word(ll_view_slice(text, word.len, text.len), check_titles[i].behind))
            return true;
    }
    return false;
}

static int compare_elements(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return a < b ? -1 : a > b;
}

/* "Check #1: Which Bit?" without the word, its number and the sign. */
static ll_view check_subject(ll_view title) {
    size_t colon = ll_view_find_byte(title, ':', 0);
    return ll_view_trim(ll_view_slice(title, colon == LL_VIEW_NONE ? 0 : colon + 1, title.len));
}

static int compare_subjects(const void *left, const void *right) {
    const check_title *a = left, *b = right;
    int order = ll_view_compare(a->subject, b->subject);
    return order ? order : (a->element > b->element) - (a->element < b->element);
}

/* The elements whose text heads a check. A PhaseCard is a step of what is explained: "Predict" of a
 * filter. */
static void gather_headed(const ll_facts *facts, ll_typed *typed, bool phases) {
    const ll_lesson *lesson = facts->lesson;
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        ll_view text = ll_lesson_passage_text(lesson, passage);
        uint32_t element = ll_passage_is_text(passage) && ll_typed_heads_check(text)
                               ? ll_tsx_element_of(facts->tsx, passage->node)
                               : LL_TSX_NONE;
        if (element == LL_TSX_NONE || ll_facts_is_frame(ll_tsx_lead(facts->tsx, element)) ||
            ll_tsx_is(facts->tsx, element, LL_VIEW("PhaseCard")) != phases)
            continue;
        check_title made = {ll_arena_small(facts->arena, check_subject(text)), element};
        LL_ARRAY_PUSH(facts->arena, &typed->titles, element);
        LL_ARRAY_PUSH(facts->arena, &typed->subjects, made);
    }
}

/* In the order of the source; of several in one Row the first. */
static void gather_titles(const ll_facts *facts, ll_typed *typed) {
    const ll_lesson *lesson = facts->lesson;
    gather_headed(facts, typed, false);
    if (typed->titles.len == 0)
        gather_headed(facts, typed, true);
    if (typed->titles.len > 1)
        qsort(typed->titles.at, typed->titles.len, sizeof *typed->titles.at, compare_elements);
    if (typed->subjects.len > 1)
        qsort(typed->subjects.at, typed->subjects.len, sizeof *typed->subjects.at,
              compare_subjects);
    uint32_t kept = 0, row = LL_LESSON_NONE;
    for (uint32_t i = 0; i < typed->titles.len; i++) {
        uint32_t own = ll_lesson_row_at(lesson, typed->titles.at[i]);
        if (own == LL_LESSON_NONE || own != row)
            typed->titles.at[kept++] = typed->titles.at[i];
        row = own;
    }
    typed->titles.len = kept;
}

static void number_checks(const ll_facts *facts, ll_typed *typed) {
    uint32_t len = facts->plan->outline.len, number = 0;
    typed->check_number = LL_ARENA_ARRAY(facts->arena, uint32_t, len);
    for (uint32_t i = 0; i < len; i++) {
        typed->check_number[i] = number;
        number += facts->plan->outline.at[i].role == LL_ROLE_CHECK;
    }
    typed->check_count = number;
}

const ll_view ll_next_titles[LL_NEXT_TITLES] = {
    LL_VIEW_INIT("what comes next"), LL_VIEW_INIT("up next"),
    LL_VIEW_INIT("what's next"),     LL_VIEW_INIT("what\xE2\x80\x99s next"),
    LL_VIEW_INIT("next steps"),      LL_VIEW_INIT("where to go from here")};

bool ll_typed_is_next(ll_view title) {
    /* The first two say it anywhere; "the next steps of the loop" say nothing. */
    for (size_t i = 0; i < LL_NEXT_TITLES; i++) {
        size_t at = ll_view_find_nocase(title, ll_next_titles[i], 0);
        bool heads = at == 0 && title.len <= LONGEST_TITLE;
        if (at != LL_VIEW_NONE && (i < 2 || heads))
            return true;
    }
    return false;
}

/* The element in which a student reads a text of a kind. */
static uint32_t reading(const ll_facts *facts, bool (*is_of_kind)(ll_view text)) {
    const ll_lesson *lesson = facts->lesson;
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        if (!ll_passage_is_text(passage) || !is_of_kind(ll_lesson_passage_text(lesson, passage)))
            continue;
        uint32_t element = ll_tsx_element_of(facts->tsx, passage->node);
        if (element != LL_TSX_NONE)
            return element;
    }
    return LL_TSX_NONE;
}

/* The word ends the name, or only words for a frame follow: `LessonSummary`, `NextLessonCard`, and
 * not `NextTokenDemo`. */
static bool is_named_after(ll_view name, ll_view part) {
    static const ll_view frames[] = {LL_VIEW_INIT("Lesson"), LL_VIEW_INIT("Block"),
                                     LL_VIEW_INIT("Card"),   LL_VIEW_INIT("Section"),
                                     LL_VIEW_INIT("Panel"),  LL_VIEW_INIT("Steps"),
                                     LL_VIEW_INIT("Step"),   LL_VIEW_INIT("Up")};
    size_t at = ll_view_find(name, part, 0);
    if (at == LL_VIEW_NONE)
        return false;
    ll_view rest = ll_view_slice(name, at + part.len, name.len);
    for (size_t passed = 1; rest.len > 0 && passed > 0;) {
        passed = 0;
        for (size_t i = 0; passed == 0 && i < sizeof frames / sizeof *frames; i++)
            passed = ll_view_starts(rest, frames[i]) ? frames[i].len : 0;
        rest = ll_view_slice(rest, passed, rest.len);
    }
    return rest.len == 0;
}

static uint32_t named_after(ll_facts *facts, ll_view part) {
    const ll_names *names = ll_facts_names(facts);
    for (uint32_t i = 0; i < names->all.len; i++)
        if (!names->all.at[i].host && is_named_after(names->all.at[i].name, part))
            return names->all.at[i].first;
    return LL_TSX_NONE;
}

static void gather_blocks(ll_facts *facts, ll_typed *typed) {
    for (size_t i = 0; i < BLOCKS; i++) {
        typed->blocks[i] = ll_facts_first_element(facts, blocks[i].names[0]);
        if (typed->blocks[i] == LL_TSX_NONE && blocks[i].names[1].len > 0)
            typed->blocks[i] = ll_facts_first_element(facts, blocks[i].names[1]);
        if (typed->blocks[i] == LL_TSX_NONE)
            typed->blocks[i] = named_after(facts, blocks[i].part);
        if (typed->blocks[i] == LL_TSX_NONE && blocks[i].role == LL_ROLE_NEXT)
            typed->blocks[i] = reading(facts, ll_typed_is_next);
    }
}

uint32_t ll_typed_next(const ll_typed *typed) {
    return typed->blocks[BLOCKS - 1];
}

/* An imported component without content of its own. */
static bool hides(const ll_facts *facts, uint32_t element) {
    const ll_tsx *tsx = facts->tsx;
    ll_view name = ll_tsx_lead(tsx, element);
    if (ll_tsx_is_host(tsx, element) || ll_facts_is_plain_block(name) ||
        ll_lesson_component(facts->lesson, name) != LL_LESSON_NONE)
        return false;
    for (uint32_t child = ll_tsx_first(tsx, element); child != LL_TSX_NONE;
         child = ll_tsx_next(tsx, child))
        if (tsx->nodes.at[child].kind == LL_TSX_ELEMENT)
            return false;
    return true;
}

static bool hides_blocks(const ll_facts *facts) {
    if (facts->lesson->layout == LL_LESSON_NONE)
        return false;
    ll_children children = {0};
    ll_lesson_children(facts->lesson, facts->arena, facts->lesson->layout, &children);
    for (uint32_t i = 0; i < children.len; i++)
        if (children.at[i].kind == LL_CHILD_UNKNOWN ||
            (children.at[i].kind == LL_CHILD_ELEMENT && hides(facts, children.at[i].node)))
            return true;
    return false;
}

ll_typed *ll_typed_new(ll_facts *facts) {
    assert(facts->plan && facts->lesson);
    ll_typed *typed = LL_ARENA_NEW(facts->arena, ll_typed);
    gather_blocks(facts, typed);
    gather_details(facts, typed);
    gather_titles(facts, typed);
    number_checks(facts, typed);
    typed->hidden = hides_blocks(facts);
    return typed;
}

bool ll_typed_is_hidden(const ll_typed *typed) {
    return typed->hidden;
}

bool ll_typed_names_notebook(const ll_facts *facts, const ll_outline_item *item) {
    ll_view body =
        ll_view_slice(facts->sources[LL_DOCUMENT_PLAN]->text, item->body_start, item->body_end);
    return (ll_plan_mentions_notebook(item->title) || ll_plan_mentions_notebook(body)) &&
           !ll_plan_denies_notebook(item->title) && !ll_plan_denies_notebook(body);
}

/* A practice on paper is content like any other; one of which the plan says no more is a notebook.
 */
bool ll_typed_is(const ll_facts *facts, const ll_outline_item *item) {
    if (item->role == LL_ROLE_PRACTICE)
        return ll_typed_names_notebook(facts, item) ||
               (item->subject.len == 0 &&
                ll_view_trim(ll_view_slice(facts->sources[LL_DOCUMENT_PLAN]->text, item->body_start,
                                           item->body_end))
                        .len == 0);
    for (size_t i = 0; i < BLOCKS; i++)
        if (blocks[i].role == item->role)
            return true;
    return item->role == LL_ROLE_CHECK;
}

static bool leads_to_notebook(const ll_tsx *tsx, uint32_t attribute) {
    static const char *const names[] = {"href", "to", "url"};
    static const ll_view words[] = {LL_VIEW_INIT("colab"), LL_VIEW_INIT("notebook"),
                                    LL_VIEW_INIT(".ipynb")};
    const ll_tsx_node *node = &tsx->nodes.at[attribute];
    if (node->kind != LL_TSX_ATTRIBUTE || !LL_VIEW_IS_ONE_OF(ll_tsx_lead(tsx, attribute), names))
        return false;
    ll_view value = ll_tsx_text(tsx, node->inner_start, node->inner_end);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ll_view_find_nocase(value, words[i], 0) != LL_VIEW_NONE)
            return true;
    return false;
}

/* A link in a Row: its address says where it leads, or the constant's name does. */
static uint32_t linking(const ll_facts *facts) {
    for (uint32_t i = 0; i < facts->tsx->nodes.len; i++) {
        uint32_t element = facts->tsx->nodes.at[i].parent;
        if (leads_to_notebook(facts->tsx, i) &&
            ll_lesson_row_at(facts->lesson, element) != LL_LESSON_NONE)
            return element;
    }
    return LL_TSX_NONE;
}

/* A link, else what a student reads, else a link that only the source shows. */
static uint32_t find_notebook(ll_facts *facts, bool *is_link) {
    uint32_t element = linking(facts);
    *is_link = element != LL_TSX_NONE;
    if (element == LL_TSX_NONE)
        element = reading(facts, ll_plan_mentions_notebook);
    if (element != LL_TSX_NONE)
        return element;
    const ll_notebook_links *links = ll_facts_notebook_links(facts);
    bool linked = links->all.len > 0 || links->hidden;
    return linked ? facts->lesson->layout : LL_TSX_NONE;
}

uint32_t ll_typed_notebook(ll_facts *facts, ll_typed *typed) {
    if (!typed->notebook_known)
        typed->notebook = find_notebook(facts, &typed->notebook_is_link);
    typed->notebook_known = true;
    return typed->notebook;
}

bool ll_typed_links_notebook(const ll_typed *typed) {
    return typed->notebook_is_link;
}

/* The title in the Row of a `details`, or itself. */
static uint32_t head_of(const ll_facts *facts, const ll_typed *typed, uint32_t details) {
    uint32_t row = ll_lesson_row_at(facts->lesson, details);
    for (uint32_t i = 0; row != LL_LESSON_NONE && i < typed->titles.len; i++)
        if (ll_lesson_row_at(facts->lesson, typed->titles.at[i]) == row)
            return typed->titles.at[i];
    return details;
}

/* With as many titles as the plan has checks each is one of them, else the Rows with `details` are;
 * with as many of these the second check of the plan is the second one. Otherwise a check is the
 * first that stands where the outline has it. */
uint32_t ll_typed_check(const ll_facts *facts, const ll_typed *typed, const ll_outline_item *item,
                        ll_gap gap, bool *elsewhere) {
    uint32_t number = typed->check_number[item - facts->plan->outline.at];
    bool by_title = typed->titles.len > 0 &&
                    (typed->titles.len == typed->check_count || typed->checks.len == 0);
    const uint32_t *all = by_title ? typed->titles.at : typed->checks.at;
    uint32_t count = by_title ? typed->titles.len : typed->checks.len;
    *elsewhere = false;
    if (count == 0)
        return LL_TSX_NONE;
    for (uint32_t i = 0; i < count && count != typed->check_count; i++) {
        uint32_t start = facts->tsx->nodes.at[all[i]].start;
        if (start > gap.start && start < gap.end)
            return by_title ? all[i] : head_of(facts, typed, all[i]);
    }
    *elsewhere = count < typed->check_count;
    return all[number < count ? number : count - 1];
}

uint32_t ll_typed_titled(const ll_facts *facts, const ll_typed *typed, ll_view subject) {
    ll_view wanted = ll_arena_small(facts->arena, ll_view_trim(subject));
    uint32_t len = typed->subjects.len;
    uint32_t low = ll_view_lower_bound(wanted, typed->subjects.at, len, sizeof *typed->subjects.at);
    bool found =
        wanted.len > 0 && low < len && ll_view_equal(typed->subjects.at[low].subject, wanted);
    bool twice =
        found && low + 1 < len && ll_view_equal(typed->subjects.at[low + 1].subject, wanted);
    return found && !twice ? typed->subjects.at[low].element : LL_TSX_NONE;
}

uint32_t ll_typed_element(ll_facts *facts, ll_typed *typed, const ll_outline_item *item) {
    if (item->role == LL_ROLE_PRACTICE)
        return ll_typed_notebook(facts, typed);
    for (size_t i = 0; i < BLOCKS; i++)
        if (blocks[i].role == item->role)
            return typed->blocks[i];
    return LL_TSX_NONE;
}

/* Of each title that heads a check the Row that a reader finds it in, and of each Row whether it
 * has `details`. False when a title is in no Row, or the Rows are in another order. */
static bool find_rows(const ll_facts *facts, const ll_typed *typed, const ll_reading *reading,
                      uint32_t *rows, bool *hides) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < reading->elements.len; i++) {
        const ll_read *read = &reading->elements.at[i];
        if (read->element == LL_TSX_NONE || read->row == LL_LESSON_NONE)
            continue;
        hides[read->row] |= ll_tsx_is(facts->tsx, read->element, LL_VIEW("details"));
        if (found < typed->titles.len && read->element == typed->titles.at[found])
            rows[found++] = read->row;
    }
    return found == typed->titles.len;
}

const ll_outline_item *ll_typed_open_check(ll_facts *facts, const ll_typed *typed,
                                           uint32_t *element) {
    const ll_plan *plan = facts->plan;
    const ll_reading *read = ll_facts_reading(facts);
    uint32_t len = typed->titles.len;
    uint32_t *rows = LL_ARENA_ARRAY(facts->arena, uint32_t, len + 1u);
    bool *hiding = LL_ARENA_ARRAY(facts->arena, bool, read->rows.len + 1u);
    if (len != typed->check_count || !find_rows(facts, typed, read, rows, hiding))
        return NULL;
    for (uint32_t i = 0; i < plan->outline.len; i++) {
        uint32_t number = typed->check_number[i];
        if (plan->outline.at[i].role != LL_ROLE_CHECK)
            continue;
        bool next = number + 1 == len || rows[number + 1] != rows[number] + 1;
        if (hiding[rows[number]] || (next && hiding[rows[number] + 1]))
            continue;
        *element = typed->titles.at[number];
        return &plan->outline.at[i];
    }
    return NULL;
}
