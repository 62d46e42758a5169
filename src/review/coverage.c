/* The Coverage table: where the lesson takes up what the plan promises. */
#include "review/parts.h"
#include "text/decimal.h"

#include <stdlib.h>

/* The name of an item is cut behind so many bytes; with fewer words in common than these a Row
 * shows nothing, however high its share is. */
enum { LONGEST_NAME = 90, LEAST_WORDS = 3 };

/* An element's name, and the first element that has it. */
typedef struct named {
    ll_view name;
    uint32_t element;
} named;

typedef struct covering {
    ll_review *review;
    ll_arena *arena;
    ll_facts *facts;
    named *names; /* sorted, each once */
    size_t name_count;
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

static int compare_named(const void *left, const void *right) {
    const named *a = left, *b = right;
    int order = ll_view_compare(a->name, b->name);
    return order ? order : a->element < b->element ? -1 : a->element > b->element;
}

static int compare_name(const void *name, const void *entry) {
    return ll_view_compare(*(const ll_view *)name, ((const named *)entry)->name);
}

static void list_names(covering *on) {
    const ll_tsx *tsx = on->facts->tsx;
    LL_ARRAY(named) all = {0};
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_ELEMENT)
            LL_ARRAY_PUSH(on->arena, &all, ((named){ll_tsx_lead(tsx, i), i}));
    if (all.len == 0)
        return;
    qsort(all.at, all.len, sizeof *all.at, compare_named);
    on->names = all.at;
    for (uint32_t i = 0; i < all.len; i++)
        if (i == 0 || !ll_view_equal(all.at[i].name, on->names[on->name_count - 1].name))
            on->names[on->name_count++] = all.at[i];
}

/* An element that the plan names: a capital inside the word tells `FullPipelineDiagram` from an
 * ordinary word. */
static uint32_t named_element(const covering *on, ll_view words) {
    for (size_t at = 0; at < words.len;) {
        size_t start = at;
        bool camel = false;
        for (; at < words.len && ll_is_alnum(words.ptr[at]); at++)
            camel |= at > start && ll_is_upper(words.ptr[at]) && ll_is_lower(words.ptr[at - 1]);
        if (at == start)
            at++;
        if (!camel || on->name_count == 0)
            continue;
        ll_view name = ll_view_slice(words, start, at);
        const named *found =
            bsearch(&name, on->names, on->name_count, sizeof *on->names, compare_name);
        if (found)
            return found->element;
    }
    return LL_TSX_NONE;
}

/* The element that shows one of the families beyond doubt. */
static uint32_t evident_element(const covering *on, unsigned families) {
    for (unsigned family = 1; family <= LL_MODALITY_GEOMETRIC; family <<= 1) {
        if (!(families & family))
            continue;
        ll_evidence evidence = ll_facts_evidence(on->facts, family);
        if (evidence.strength == LL_EVIDENCE_STRONG && evidence.element != LL_TSX_NONE)
            return evidence.element;
    }
    return LL_TSX_NONE;
}

static ll_view place_of(const covering *on, uint32_t element) {
    return ll_arena_format(on->arena, "`%.*s` (line %u)",
                           LL_VIEW_ARG(ll_tsx_lead(on->facts->tsx, element)),
                           line_of(on, on->facts->tsx->nodes.at[element].start));
}

static ll_view best_row(const covering *on, ll_view words, double least) {
    const ll_lesson *lesson = on->facts->lesson;
    ll_index_hit hit = ll_index_best(ll_facts_rows(on->facts), words);
    if (hit.best >= lesson->rows.len || hit.score < least || hit.found < LEAST_WORDS)
        return NOWHERE;
    const ll_tsx_node *node = &lesson->tsx->nodes.at[lesson->rows.at[hit.best].element];
    uint32_t line = line_of(on, node->start);
    ll_view title = ll_facts_section(on->facts, LL_DOCUMENT_LESSON, node->inner_end);
    ll_view score = ll_decimal_fixed(on->arena, hit.score);
    if (title.len == 0)
        return ll_arena_format(on->arena, "line %u (%.*s)", line, LL_VIEW_ARG(score));
    return ll_arena_format(on->arena, "\"%.*s\" (line %u, %.*s)", LL_VIEW_ARG(title), line,
                           LL_VIEW_ARG(score));
}

static void add(const covering *on, const char *form, ll_view name, ll_view where) {
    ll_review_row *row = LL_ARRAY_ADD(on->arena, &on->review->coverage);
    row->name = ll_arena_format(on->arena, form, LL_VIEW_ARG(short_name(on->arena, name)));
    row->text = where;
}

/* The rule and the table must not contradict each other. */
static double least_of_misconceptions(const covering *on) {
    const ll_result *result = on->review->result;
    uint32_t rule = ll_rule_index(result->rules, LL_VIEW("misconception-uncovered"));
    if (rule == LL_RULE_NONE)
        return LL_REVIEW_FOUND;
    const ll_option_value *low =
        ll_rule_value(result->rules->at[rule], &result->settings[rule], LL_VIEW("low"));
    return low ? low->number : LL_REVIEW_FOUND;
}

static void add_misconceptions(const covering *on) {
    double least = least_of_misconceptions(on);
    for (uint32_t i = 0; i < on->facts->plan->misconceptions.len; i++) {
        const ll_misconception *row = &on->facts->plan->misconceptions.at[i];
        ll_view words = ll_facts_misconception_words(on->arena, row);
        add(on, "Misconception \"%.*s\"", row->claim, best_row(on, words, least));
    }
}

static void add_examples(const covering *on) {
    for (uint32_t i = 0; i < on->facts->plan->examples.len; i++) {
        const ll_example *row = &on->facts->plan->examples.at[i];
        uint32_t element = named_element(on, row->text);
        add(on, "Example \"%.*s\"", row->text,
            element != LL_TSX_NONE ? place_of(on, element)
                                   : best_row(on, row->text, LL_REVIEW_EXAMPLE_FOUND));
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

static ll_view where_is_modality(const covering *on, const ll_modality *row) {
    if (on->absent_count > 0 && bsearch(&row->place.offset, on->absent, on->absent_count,
                                        sizeof *on->absent, compare_offset))
        return NOWHERE;
    uint32_t element = named_element(on, row->what);
    if (element == LL_TSX_NONE)
        element = evident_element(on, row->families);
    if (element == LL_TSX_NONE)
        return best_row(on, row->what, LL_REVIEW_FOUND);
    return place_of(on, element);
}

static void add_modalities(covering *on) {
    for (uint32_t i = 0; i < on->facts->plan->modalities.len; i++) {
        const ll_modality *row = &on->facts->plan->modalities.at[i];
        ll_view where = where_is_modality(on, row);
        add(on, "Modality: %.*s", row->name, where);
        on->review->modalities_found += !ll_view_equal(where, NOWHERE);
    }
}

static ll_view where_is_item(const covering *on, const ll_outline_match *match) {
    if (match->element == LL_TSX_NONE)
        return match->judged ? NOWHERE : LL_VIEW("not judged");
    const ll_tsx_node *node = &on->facts->tsx->nodes.at[match->element];
    uint32_t line = line_of(on, node->start);
    ll_view name = ll_tsx_lead(on->facts->tsx, match->element);
    bool row = match->score > 0, header = ll_view_equal(name, LL_VIEW("SectionHeader"));
    ll_view title = ll_facts_section(on->facts, LL_DOCUMENT_LESSON, node->end - 1);
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
    list_names(&on);
    list_absent(&on);
    add_misconceptions(&on);
    add_modalities(&on);
    add_examples(&on);
    add_outline(&on);
}
