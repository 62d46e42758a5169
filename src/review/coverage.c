/* The Coverage table: where the lesson takes up what the plan promises. */
#include "review/parts.h"

enum { LONGEST_NAME = 90 };

typedef struct covering {
    ll_review *review;
    ll_arena *arena;
    ll_facts *facts;
} covering;

/* One item of the plan. */
typedef struct planned {
    const char *kind;
    ll_place place;
    ll_view name;
    ll_view words;    /* what is looked for */
    const char *rule; /* the rule that may have said that it is absent; NULL when there is none */
    double least;     /* share of the words from which it counts as found */
} planned;

/* Without the quotes around it, cut at a blank when it is long. */
static ll_view short_name(ll_arena *arena, ll_view name) {
    name = ll_view_trim(name);
    if (name.len >= 2 && name.ptr[0] == '"' && name.ptr[name.len - 1] == '"')
        name = ll_view_slice(name, 1, name.len - 1);
    if (name.len <= LONGEST_NAME)
        return name;
    size_t end = LONGEST_NAME;
    while (end > LONGEST_NAME / 2 && name.ptr[end] != ' ')
        end--;
    while (((unsigned char)name.ptr[end] & 0xC0) == 0x80)
        end--;
    return ll_arena_format(arena, "%.*s …", (int)end, name.ptr);
}

static bool is_reported(const covering *on, const planned *item) {
    uint32_t rule = item->rule ? ll_review_rule(on->review->result, item->rule) : UINT32_MAX;
    const ll_finding_list *findings = &on->review->result->findings;
    for (uint32_t i = 0; rule != UINT32_MAX && i < findings->len; i++) {
        const ll_finding *finding = &findings->at[i];
        if (finding->rule == rule && finding->range.document == LL_DOCUMENT_PLAN &&
            finding->range.offset == item->place.offset &&
            finding->confidence == LL_CONFIDENCE_EXACT)
            return true;
    }
    return false;
}

static uint32_t line_of(const covering *on, uint32_t offset) {
    return ll_source_position(on->facts->sources[LL_DOCUMENT_LESSON], offset).line;
}

/* An element that the plan names: a capital inside the word tells `FullPipelineDiagram` from an
 * ordinary word. */
static uint32_t named_element(const covering *on, ll_view words) {
    const ll_tsx *tsx = on->facts->tsx;
    for (size_t at = 0; at < words.len;) {
        size_t start = at;
        bool camel = false;
        for (; at < words.len && ll_is_alnum(words.ptr[at]); at++)
            camel |= at > start && ll_is_upper(words.ptr[at]) && ll_is_lower(words.ptr[at - 1]);
        if (at == start)
            at++;
        if (!camel)
            continue;
        ll_view name = ll_view_slice(words, start, at);
        for (uint32_t i = 0; i < tsx->nodes.len; i++)
            if (tsx->nodes.at[i].kind == LL_TSX_ELEMENT && ll_tsx_is(tsx, i, name))
                return i;
    }
    return LL_TSX_NONE;
}

static ll_view best_row(const covering *on, const planned *item) {
    const ll_lesson *lesson = on->facts->lesson;
    ll_index_hit hit = ll_index_best(ll_facts_rows(on->facts), item->words);
    if (hit.best == UINT32_MAX || hit.best >= lesson->rows.len || hit.score < item->least)
        return LL_VIEW("—");
    const ll_tsx_node *node = &lesson->tsx->nodes.at[lesson->rows.at[hit.best].element];
    uint32_t line = line_of(on, node->start);
    ll_view title = ll_facts_section(on->facts, LL_DOCUMENT_LESSON, node->inner_end);
    ll_view score = ll_review_decimal(on->arena, hit.score);
    if (title.len == 0)
        return ll_arena_format(on->arena, "line %u (%.*s)", line, LL_VIEW_ARG(score));
    return ll_arena_format(on->arena, "\"%.*s\" (line %u, %.*s)", LL_VIEW_ARG(title), line,
                           LL_VIEW_ARG(score));
}

static ll_view where(const covering *on, const planned *item, bool by_name) {
    if (is_reported(on, item))
        return LL_VIEW("—");
    uint32_t element = by_name ? named_element(on, item->words) : LL_TSX_NONE;
    if (element == LL_TSX_NONE)
        return best_row(on, item);
    return ll_arena_format(on->arena, "`%.*s` (line %u)",
                           LL_VIEW_ARG(ll_tsx_lead(on->facts->tsx, element)),
                           line_of(on, on->facts->tsx->nodes.at[element].start));
}

static void add(const covering *on, const planned *item, bool quoted, bool by_name) {
    ll_view name = short_name(on->arena, item->name);
    ll_review_row *row = LL_ARRAY_ADD(on->arena, &on->review->coverage);
    row->name = ll_arena_format(on->arena, quoted ? "%s \"%.*s\"" : "%s: %.*s", item->kind,
                                LL_VIEW_ARG(name));
    row->text = where(on, item, by_name);
}

static void add_misconceptions(const covering *on) {
    for (uint32_t i = 0; i < on->facts->plan->misconceptions.len; i++) {
        const ll_misconception *row = &on->facts->plan->misconceptions.at[i];
        ll_view words = ll_facts_misconception_words(on->arena, row);
        planned item = {"Misconception",           row->place,     row->claim, words,
                        "misconception-uncovered", LL_REVIEW_FOUND};
        add(on, &item, true, false);
    }
}

static void add_modalities(const covering *on) {
    for (uint32_t i = 0; i < on->facts->plan->modalities.len; i++) {
        const ll_modality *row = &on->facts->plan->modalities.at[i];
        planned item = {"Modality", row->place,        row->name,
                        row->what,  "modality-absent", LL_REVIEW_FOUND};
        add(on, &item, false, true);
    }
}

static void add_examples(const covering *on) {
    for (uint32_t i = 0; i < on->facts->plan->examples.len; i++) {
        const ll_example *row = &on->facts->plan->examples.at[i];
        planned item = {"Example", row->place, row->text, row->text, NULL, LL_REVIEW_EXAMPLE_FOUND};
        add(on, &item, true, false);
    }
}

void ll_review_add_coverage(ll_review *review, ll_arena *arena) {
    covering on = {review, arena, review->result->facts};
    if (!on.facts->plan || !on.facts->lesson || on.facts->lesson->layout == LL_LESSON_NONE)
        return;
    add_misconceptions(&on);
    add_modalities(&on);
    add_examples(&on);
}
