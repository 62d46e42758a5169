/* The Coverage table: where the lesson takes up what the plan promises. */
#include "facts/placing.h"
#include "review/line.h"
#include "review/parts.h"
#include "text/decimal.h"

#include <stdlib.h>

/* The name of an item is cut behind so many bytes. */
enum { LONGEST_NAME = 90 };

/* From which share of how many words a Row counts. An item of fewer words needs LEAST_WORDS in
 * common: a share of two words means nothing. */
typedef struct measure {
    double share, words;
} measure;

enum { LEAST_WORDS = 3, WORDS = 8 };

static const double NEARLY_ALL = 0.66;

typedef struct covering {
    ll_review *review;
    ll_arena *arena;
    ll_facts *facts;
    uint32_t *absent; /* offsets of the modalities that a rule misses, rising */
    size_t absent_count;
} covering;

static const ll_view NOWHERE = LL_VIEW_INIT("—");

/* Without the quotes around it, cut at a blank when it is long. */
static ll_view short_name(ll_arena *arena, ll_view name) {
    name = ll_view_unquote(ll_view_trim(name));
    if (name.len <= LONGEST_NAME)
        return name;
    size_t end = LONGEST_NAME;
    while (end > LONGEST_NAME / 2 && name.ptr[end] != ' ')
        end--;
    return ll_arena_format(arena, "%.*s …", LL_VIEW_ARG(ll_view_cut(name, end)));
}

static uint32_t line_of(const covering *on, uint32_t offset) {
    return ll_source_position(on->facts->sources[LL_DOCUMENT_LESSON], offset).line;
}

static ll_view place_of(const covering *on, uint32_t element) {
    return ll_arena_format(on->arena, "`%.*s` (line %u)",
                           LL_VIEW_ARG(ll_tsx_lead(on->facts->tsx, element)),
                           line_of(on, on->facts->tsx->nodes.at[element].start));
}

/* Few words of few mean nothing, unless they are nearly all. */
static bool is_chance(const ll_index_hit *place, measure least) {
    return place->found < LEAST_WORDS && place->asked < least.words &&
           (place->found < 2 || place->score < NEARLY_ALL);
}

static ll_view best_row(const covering *on, ll_planned kind, uint32_t number, measure least) {
    const ll_lesson *lesson = on->facts->lesson;
    const ll_index_hit *hit = ll_facts_coverage(on->facts, kind, number, LL_ROW_WHOLE);
    ll_index_hit place = ll_facts_place(on->facts, kind, number);
    if (place.best == UINT32_MAX || hit->score < least.share || is_chance(&place, least))
        return NOWHERE;
    const ll_tsx_node *node = &lesson->tsx->nodes.at[ll_facts_row_element(on->facts, place.best)];
    uint32_t line = line_of(on, node->start);
    ll_view title = ll_facts_section(on->facts, LL_DOCUMENT_LESSON, node->inner_end);
    ll_view score = ll_decimal_fixed(on->arena, place.score);
    if (title.len == 0)
        return ll_arena_format(on->arena, "line %u (%.*s)", line, LL_VIEW_ARG(score));
    return ll_arena_format(on->arena, "\"%.*s\" (line %u, %.*s)", LL_VIEW_ARG(title), line,
                           LL_VIEW_ARG(score));
}

static void add(const covering *on, const char *form, ll_view name, ll_view where) {
    ll_review_row *row = LL_ARRAY_ADD(on->arena, &on->review->coverage);
    name = short_name(on->arena, name);
    if (strchr(form, '"'))
        name = ll_review_quotable(on->arena, name);
    row->name = ll_arena_format(on->arena, form, LL_VIEW_ARG(name));
    row->text = where;
}

static double option_of(const covering *on, const char *id, const char *name, double otherwise) {
    const ll_result *result = on->review->result;
    uint32_t rule = ll_rule_index(result->rules, ll_view_of(id));
    if (rule == LL_RULE_NONE)
        return otherwise;
    const ll_option_value *value =
        ll_rule_value(result->rules->at[rule], &result->settings[rule], ll_view_of(name));
    return value ? value->number : otherwise;
}

/* As the rule measures: it and the table must not contradict each other. */
static measure measure_of(const covering *on, const char *id, double share) {
    return (measure){option_of(on, id, "low", share), option_of(on, id, "words", WORDS)};
}

static void add_misconceptions(const covering *on) {
    measure least = measure_of(on, "misconception-uncovered", LL_REVIEW_FOUND);
    for (uint32_t i = 0; i < on->facts->plan->misconceptions.len; i++)
        add(on, "Misconception \"%.*s\"", on->facts->plan->misconceptions.at[i].claim,
            best_row(on, LL_PLANNED_MISCONCEPTION, i, least));
}

static void add_examples(const covering *on) {
    measure least = measure_of(on, "example-uncovered", LL_REVIEW_EXAMPLE_FOUND);
    for (uint32_t i = 0; i < on->facts->plan->examples.len; i++) {
        const ll_example *row = &on->facts->plan->examples.at[i];
        uint32_t element = ll_facts_named_element(on->facts, row->text);
        add(on, "Example \"%.*s\"", row->text,
            element != LL_TSX_NONE ? place_of(on, element)
                                   : best_row(on, LL_PLANNED_EXAMPLE, i, least));
    }
}

static int compare_offset(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return a < b ? -1 : a > b;
}

static void list_absent(covering *on) {
    const ll_result *result = on->review->result;
    uint32_t rule = ll_rule_index(result->rules, LL_VIEW("modality-absent"));
    LL_ARRAY(uint32_t) offsets = {0};
    for (uint32_t i = 0; i < result->findings.len; i++) {
        const ll_finding *finding = &result->findings.at[i];
        if (finding->rule == rule && finding->confidence == LL_CONFIDENCE_EXACT)
            LL_ARRAY_PUSH(on->arena, &offsets, finding->range.offset);
    }
    on->absent = offsets.at;
    on->absent_count = offsets.len;
}

static ll_view where_is_modality(const covering *on, uint32_t number) {
    const ll_modality *row = &on->facts->plan->modalities.at[number];
    if (on->absent_count > 0 && bsearch(&row->place.offset, on->absent, on->absent_count,
                                        sizeof *on->absent, compare_offset))
        return NOWHERE;
    uint32_t element = ll_facts_named_element(on->facts, row->what);
    if (element == LL_TSX_NONE)
        element = ll_facts_modality_element(on->facts, number);
    if (element == LL_TSX_NONE)
        return best_row(on, LL_PLANNED_MODALITY, number, (measure){LL_REVIEW_FOUND, WORDS});
    return place_of(on, element);
}

static void add_modalities(covering *on) {
    for (uint32_t i = 0; i < on->facts->plan->modalities.len; i++) {
        const ll_modality *row = &on->facts->plan->modalities.at[i];
        ll_view where = where_is_modality(on, i);
        add(on, "Modality: %.*s", row->name, where);
        on->review->modalities_found += !ll_view_equal(where, NOWHERE);
    }
}

/* An element of the page, or a link, says little by its name: its section says more. */
static bool says_little(const ll_tsx *tsx, uint32_t element) {
    static const char *const links[] = {"ExternalLink", "LessonLink", "Link", "SectionHeader"};
    return ll_tsx_is_host(tsx, element) || LL_VIEW_IS_ONE_OF(ll_tsx_lead(tsx, element), links);
}

static ll_view where_is_item(const covering *on, const ll_outline_match *match) {
    if (match->element == LL_TSX_NONE)
        return match->judged ? NOWHERE : LL_VIEW("not judged");
    const ll_tsx_node *node = &on->facts->tsx->nodes.at[match->element];
    uint32_t line = line_of(on, node->start);
    ll_view name = ll_tsx_lead(on->facts->tsx, match->element);
    bool row = match->score > 0, header = says_little(on->facts->tsx, match->element);
    ll_view title = ll_review_quotable(
        on->arena, ll_facts_section(on->facts, LL_DOCUMENT_LESSON, node->end - 1));
    if (title.len == 0 || (!row && !header))
        return ll_arena_format(on->arena, "`%.*s` (line %u)", LL_VIEW_ARG(name), line);
    if (header)
        return ll_arena_format(on->arena, "\"%.*s\" (line %u)", LL_VIEW_ARG(title), line);
    ll_view score = ll_decimal_fixed(on->arena, match->score);
    return ll_arena_format(on->arena, "\"%.*s\" (line %u, %.*s)", LL_VIEW_ARG(title), line,
                           LL_VIEW_ARG(score));
}

static void add_outline(covering *on) {
    for (uint32_t i = 0; i < on->facts->plan->outline.len; i++) {
        const ll_outline_item *item = &on->facts->plan->outline.at[i];
        ll_outline_match match = ll_facts_outline(on->facts, item);
        on->review->outline_judged += match.judged;
        on->review->outline_found += match.element != LL_TSX_NONE;
        ll_view name =
            ll_arena_format(on->arena, "%u. %.*s", item->number, LL_VIEW_ARG(item->title));
        add(on, "Outline %.*s", name, where_is_item(on, &match));
    }
}

void ll_review_add_coverage(ll_review *review, ll_arena *arena) {
    covering on = {.review = review, .arena = arena, .facts = review->result->facts};
    if (!on.facts->plan || !on.facts->lesson || on.facts->lesson->layout == LL_LESSON_NONE)
        return;
    list_absent(&on);
    add_misconceptions(&on);
    add_modalities(&on);
    add_examples(&on);
    add_outline(&on);
}
