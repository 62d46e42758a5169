/* The Coverage table: where the lesson takes up what the plan promises. */
#include "facts/placing.h"
#include "review/line.h"
#include "review/parts.h"
#include "rule/words.h"
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

/* What a rule says of a row or item of the plan. */
typedef struct judgement {
    uint32_t offset; /* of the row, in the plan */
    ll_confidence confidence;
} judgement;

typedef struct covering {
    ll_review *review;
    ll_arena *arena;
    ll_facts *facts;
    LL_ARRAY(judgement) judged; /* by offset, rising */
} covering;

static const ll_view NOWHERE = LL_VIEW_INIT(LL_SAY_NOWHERE),
                     NOT_JUDGED = LL_VIEW_INIT(LL_SAY_NOT_JUDGED);

static int compare_judgements(const void *left, const void *right) {
    const judgement *a = left, *b = right;
    return a->offset < b->offset ? -1 : a->offset > b->offset;
}

/* What the rules that look for the rows of this table miss, or doubt. */
static void list_judgements(covering *on) {
    static const char *const ids[] = {"example-uncovered", "misconception-uncovered",
                                      "modality-absent", "outline-item-missing"};
    const ll_result *result = on->review->result;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        uint32_t rule = ll_rule_index(result->rules, ll_view_of(ids[i]));
        for (uint32_t k = 0; rule != LL_RULE_NONE && k < result->findings.len; k++) {
            const ll_finding *finding = &result->findings.at[k];
            if (finding->rule == rule)
                LL_ARRAY_PUSH(on->arena, &on->judged,
                              ((judgement){finding->range.offset, finding->confidence}));
        }
    }
    if (on->judged.len > 1)
        qsort(on->judged.at, on->judged.len, sizeof *on->judged.at, compare_judgements);
}

static bool is_judged(const covering *on, ll_place place, ll_confidence confidence) {
    judgement key = {.offset = place.offset};
    const judgement *found = on->judged.len == 0
                                 ? NULL
                                 : bsearch(&key, on->judged.at, on->judged.len,
                                           sizeof *on->judged.at, compare_judgements);
    return found && found->confidence == confidence;
}

static bool is_doubted(const covering *on, ll_place place) {
    return is_judged(on, place, LL_CONFIDENCE_VERIFY);
}

/* Without the quotes around it, cut at a blank when it is long. */
static ll_view short_name(ll_arena *arena, ll_view name) {
    name = ll_view_unquote(ll_view_trim(name));
    if (name.len <= LONGEST_NAME)
        return name;
    size_t end = LONGEST_NAME;
    while (end > LONGEST_NAME / 2 && name.ptr[end] != ' ')
        end--;
    return ll_arena_format(arena, LL_SAY_CUT, LL_VIEW_ARG(ll_view_cut(name, end)));
}

static uint32_t line_of(const covering *on, uint32_t offset) {
    return ll_source_position(on->facts->sources[LL_DOCUMENT_LESSON], offset).line;
}

static ll_view place_of(const covering *on, uint32_t element) {
    return ll_arena_format(on->arena, LL_SAY_IN_ELEMENT,
                           LL_VIEW_ARG(ll_tsx_lead(on->facts->tsx, element)),
                           line_of(on, on->facts->tsx->nodes.at[element].start));
}

/* Few words of few mean nothing, unless they are nearly all. */
static bool is_chance(const ll_index_hit *place, measure least) {
    return place->found < LEAST_WORDS && place->asked < least.words &&
           (place->found < 2 || place->score < NEARLY_ALL);
}

/* What was measured of a row, and where the plan has it. */
typedef struct asked {
    ll_planned kind;
    uint32_t number;
    ll_place place;
    measure least;
} asked;

static ll_view doubtful(const covering *on, ll_view where) {
    return ll_arena_format(on->arena, LL_SAY_TO_VERIFY, LL_VIEW_ARG(where));
}

static ll_view row_of(const covering *on, const ll_index_hit *hit) {
    const ll_tsx_node *node = &on->facts->tsx->nodes.at[ll_facts_row_element(on->facts, hit->best)];
    uint32_t line = line_of(on, node->start);
    ll_view title = ll_facts_section(on->facts, LL_DOCUMENT_LESSON, node->inner_end);
    ll_view score = ll_decimal_fixed(on->arena, hit->score);
    if (title.len == 0)
        return ll_arena_format(on->arena, LL_SAY_IN_LINE, line, LL_VIEW_ARG(score));
    return ll_arena_format(on->arena, LL_SAY_IN_SECTION_SCORED, LL_VIEW_ARG(title), line,
                           LL_VIEW_ARG(score));
}

/* As the rule judges it. Of too few words nothing is said, unless they are found. */
static ll_view best_row(const covering *on, const asked *row) {
    const ll_index_hit *hit = ll_facts_coverage(on->facts, row->kind, row->number, LL_ROW_WHOLE);
    ll_index_hit place = ll_facts_place(on->facts, row->kind, row->number);
    bool doubted = is_doubted(on, row->place);
    if (place.best == UINT32_MAX)
        return hit->asked < row->least.words ? NOT_JUDGED : NOWHERE;
    if (!doubted && (hit->score < row->least.share || is_chance(&place, row->least)))
        return hit->asked < row->least.words ? NOT_JUDGED : NOWHERE;
    return doubted ? doubtful(on, row_of(on, &place)) : row_of(on, &place);
}

/* `where` the item stands, unless the rule that looks for it was left out of the run. */
static void add(const covering *on, const char *form, ll_view name, const char *rule,
                ll_view where) {
    ll_review_row *row = LL_ARRAY_ADD(on->arena, &on->review->coverage);
    name = short_name(on->arena, name);
    if (strchr(form, '"'))
        name = ll_review_quotable(on->arena, name);
    row->name = ll_arena_format(on->arena, form, LL_VIEW_ARG(name));
    row->text =
        ll_review_passes_over(on->review->result, rule) ? LL_VIEW(LL_SAY_NOT_CHECKED) : where;
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
    for (uint32_t i = 0; i < on->facts->plan->misconceptions.len; i++) {
        const ll_misconception *row = &on->facts->plan->misconceptions.at[i];
        add(on, LL_SAY_MISCONCEPTION_NAMED, row->claim, "misconception-uncovered",
            best_row(on, &(asked){LL_PLANNED_MISCONCEPTION, i, row->place, least}));
    }
}

static void add_examples(const covering *on) {
    measure least = measure_of(on, "example-uncovered", LL_REVIEW_EXAMPLE_FOUND);
    for (uint32_t i = 0; i < on->facts->plan->examples.len; i++) {
        const ll_example *row = &on->facts->plan->examples.at[i];
        uint32_t element = ll_facts_named_element(on->facts, row->text);
        add(on, LL_SAY_EXAMPLE_NAMED, row->text, "example-uncovered",
            element != LL_TSX_NONE
                ? place_of(on, element)
                : best_row(on, &(asked){LL_PLANNED_EXAMPLE, i, row->place, least}));
    }
}

static ll_view where_is_modality(const covering *on, uint32_t number) {
    const ll_modality *row = &on->facts->plan->modalities.at[number];
    if (is_judged(on, row->place, LL_CONFIDENCE_EXACT))
        return NOWHERE;
    uint32_t element = ll_facts_named_element(on->facts, row->what);
    if (element == LL_TSX_NONE)
        element = ll_facts_modality_element(on->facts, number);
    if (element == LL_TSX_NONE) {
        ll_view told = best_row(
            on, &(asked){LL_PLANNED_MODALITY, number, row->place, {LL_REVIEW_FOUND, WORDS}});
        /* What lives in prose is not absent because other words say it. */
        return ll_view_equal(told, NOWHERE) ? NOT_JUDGED : told;
    }
    ll_view where = place_of(on, element);
    return is_doubted(on, row->place) ? doubtful(on, where) : where;
}

static void add_modalities(covering *on) {
    for (uint32_t i = 0; i < on->facts->plan->modalities.len; i++) {
        const ll_modality *row = &on->facts->plan->modalities.at[i];
        ll_view where = where_is_modality(on, i);
        add(on, LL_SAY_MODALITY_NAMED, row->name, "modality-absent", where);
        uint32_t *count = &on->review->modalities_found;
        if (is_judged(on, row->place, LL_CONFIDENCE_EXACT))
            count = &on->review->modalities_absent;
        else if (is_doubted(on, row->place))
            count = &on->review->modalities_doubted;
        else if (ll_view_equal(where, NOWHERE) || ll_view_equal(where, NOT_JUDGED))
            count = &on->review->modalities_lost;
        ++*count;
    }
}

/* An element of the page, or a link, says little by its name: its section says more. */
static bool says_little(const ll_lesson *lesson, uint32_t element) {
    static const char *const links[] = {"ExternalLink", "LessonLink", "Link"};
    return ll_tsx_is_host(lesson->tsx, element) || ll_lesson_is_header(lesson, element) ||
           LL_VIEW_IS_ONE_OF(ll_tsx_lead(lesson->tsx, element), links);
}

static ll_view where_is_item(const covering *on, const ll_outline_match *match) {
    if (match->element == LL_TSX_NONE || match->elsewhere)
        return match->elsewhere ? LL_VIEW(LL_SAY_NOT_LOCATED)
               : match->judged  ? NOWHERE
                                : NOT_JUDGED;
    const ll_tsx_node *node = &on->facts->tsx->nodes.at[match->element];
    uint32_t line = line_of(on, node->start);
    ll_view name = ll_tsx_lead(on->facts->tsx, match->element);
    bool row = match->score > 0, header = says_little(on->facts->lesson, match->element);
    ll_view title = ll_review_quotable(
        on->arena, ll_facts_section(on->facts, LL_DOCUMENT_LESSON, node->end - 1));
    if (title.len == 0 || (!row && !header))
        return ll_arena_format(on->arena, LL_SAY_IN_ELEMENT, LL_VIEW_ARG(name), line);
    if (header)
        return ll_arena_format(on->arena, LL_SAY_IN_SECTION, LL_VIEW_ARG(title), line);
    ll_view score = ll_decimal_fixed(on->arena, match->score);
    return ll_arena_format(on->arena, LL_SAY_IN_SECTION_SCORED, LL_VIEW_ARG(title), line,
                           LL_VIEW_ARG(score));
}

static void add_outline(covering *on) {
    for (uint32_t i = 0; i < on->facts->plan->outline.len; i++) {
        const ll_outline_item *item = &on->facts->plan->outline.at[i];
        ll_outline_match match = ll_facts_outline(on->facts, item);
        on->review->outline_judged += match.judged;
        on->review->outline_found += match.element != LL_TSX_NONE && !match.elsewhere;
        ll_view name =
            ll_arena_format(on->arena, LL_SAY_ITEM, item->number, LL_VIEW_ARG(item->title));
        add(on, LL_SAY_ITEM_NAMED, name, "outline-item-missing", where_is_item(on, &match));
    }
}

void ll_review_add_coverage(ll_review *review, ll_arena *arena) {
    covering on = {.review = review, .arena = arena, .facts = review->result->facts};
    if (!on.facts->plan || !on.facts->lesson || on.facts->lesson->layout == LL_LESSON_NONE)
        return;
    list_judgements(&on);
    add_misconceptions(&on);
    add_modalities(&on);
    add_examples(&on);
    add_outline(&on);
}
