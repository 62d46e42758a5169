/* The Checks table: one line for each thing that was measured. */
#include "review/parts.h"
#include "rule/words.h"

typedef struct measuring {
    const ll_review *review;
    const ll_result *result;
    ll_arena *arena;
} measuring;

/* How one rule went; `run` is false when it was skipped, is off or is not there. */
typedef struct rule_facts {
    bool run;
    uint32_t checked, failed;
    uint32_t unseen; /* of those checked: nobody can tell */
    uint32_t verify; /* hints among `failed` */
    uint32_t places; /* distinct offsets of the other ones */
} rule_facts;

static rule_facts ask(const measuring *on, const char *id) {
    uint32_t rule = ll_rule_index(on->result->rules, ll_view_of(id));
    if (rule == LL_RULE_NONE || on->result->outcomes[rule].skipped)
        return (rule_facts){0};
    const ll_outcome *outcome = &on->result->outcomes[rule];
    rule_facts facts = {.run = true,
                        .checked = outcome->checked,
                        .failed = outcome->failed,
                        .unseen = outcome->unseen};
    uint32_t last = UINT32_MAX;
    for (uint32_t i = 0; i < on->result->findings.len; i++) {
        const ll_finding *finding = &on->result->findings.at[i];
        if (finding->rule != rule)
            continue;
        bool hint = finding->confidence == LL_CONFIDENCE_VERIFY;
        facts.verify += hint;
        facts.places += !hint && finding->range.offset != last;
        last = hint ? last : finding->range.offset;
    }
    facts.places += ll_review_unlisted(on->result, rule);
    return facts;
}

static const ll_view NOT_CHECKED = LL_VIEW_INIT(LL_SAY_NOT_CHECKED);

static uint32_t less(uint32_t a, uint32_t b) {
    return a > b ? a - b : 0;
}

/* "12 of 12 at the required depth, 0 gaps" */
static ll_view prerequisites(const measuring *on) {
    rule_facts depth = ask(on, "prerequisite-depth");
    if (!depth.run)
        return NOT_CHECKED;
    const ll_plan *plan = on->result->facts->plan;
    uint32_t comparable = 0, reached = 0, gaps = 0;
    for (uint32_t i = 0; i < plan->prerequisites.len; i++) {
        const ll_prerequisite *row = &plan->prerequisites.at[i];
        bool known = row->required.low > LL_DEPTH_UNKNOWN && row->actual.high > LL_DEPTH_UNKNOWN;
        comparable += known;
        reached += known && row->actual.high >= row->required.low;
        gaps += row->status == LL_STATUS_GAP || row->status == LL_STATUS_MISSING;
    }
    rule_facts open = ask(on, "prerequisite-gap-unresolved");
    ll_view text = ll_arena_format(on->arena, LL_SAY_AT_DEPTH, reached, comparable,
                                   LL_VIEW_ARG(ll_review_number(on->arena, gaps, LL_SAY_GAP)));
    if (gaps > 0 && open.run)
        text = ll_arena_format(on->arena, LL_SAY_UNRESOLVED, LL_VIEW_ARG(text), open.failed);
    return text;
}

/* "4 planned, 4 addressed"; a row that is deferred or says too little is not judged. */
static ll_view misconceptions(const measuring *on) {
    rule_facts facts = ask(on, "misconception-uncovered");
    if (!facts.run)
        return NOT_CHECKED;
    uint32_t rows = on->result->facts->plan->misconceptions.len;
    ll_view text =
        ll_arena_format(on->arena, LL_SAY_ADDRESSED, rows, less(facts.checked, facts.failed));
    if (facts.verify > 0)
        text = ll_arena_format(on->arena, LL_SAY_MORE_TO_VERIFY, LL_VIEW_ARG(text), facts.verify);
    if (rows > facts.checked)
        text = ll_arena_format(on->arena, LL_SAY_MORE_NOT_JUDGED, LL_VIEW_ARG(text),
                               rows - facts.checked);
    return text;
}

/* "5 planned, 3 present, 1 to verify, 1 absent": each as the Coverage table has it. A modality of
 * words alone cannot be missed by a rule, only not found. */
static ll_view modalities(const measuring *on) {
    if (!ask(on, "modality-absent").run || on->result->facts->lesson->layout == LL_LESSON_NONE)
        return NOT_CHECKED;
    const ll_review *review = on->review;
    ll_view text =
        ll_arena_format(on->arena, LL_SAY_PRESENT, on->result->facts->plan->modalities.len,
                        review->modalities_found);
    if (review->modalities_doubted > 0)
        text = ll_arena_format(on->arena, LL_SAY_MORE_TO_VERIFY, LL_VIEW_ARG(text),
                               review->modalities_doubted);
    if (review->modalities_absent > 0)
        text = ll_arena_format(on->arena, LL_SAY_MORE_ABSENT, LL_VIEW_ARG(text),
                               review->modalities_absent);
    if (review->modalities_lost > 0)
        text = ll_arena_format(on->arena, LL_SAY_MORE_NOT_LOCATED, LL_VIEW_ARG(text),
                               review->modalities_lost);
    return text;
}

static ll_view examples(const measuring *on) {
    if (!ask(on, "example-positive-count").run || !ask(on, "example-negative-count").run)
        return NOT_CHECKED;
    const ll_plan *plan = on->result->facts->plan;
    uint32_t positive = 0, negative = 0;
    for (uint32_t i = 0; i < plan->examples.len; i++) {
        positive += plan->examples.at[i].positive;
        negative += plan->examples.at[i].negative;
    }
    return ll_arena_format(on->arena, LL_SAY_POLARITIES, positive, negative);
}

static ll_view load(const measuring *on) {
    const ll_plan *plan = on->result->facts->plan;
    const char *name = plan ? ll_load_name(plan->load) : "";
    if (plan && !plan->has_new_concepts && !*name)
        return (ll_view){0};
    if (!plan || ll_review_passes_over(on->result, "new-concept-load"))
        return NOT_CHECKED;
    if (!plan->has_new_concepts)
        return ll_view_of(name);
    return ll_arena_format(
        on->arena, "%s%s%.*s", name, *name ? ", " : "",
        LL_VIEW_ARG(ll_review_number(on->arena, plan->new_concepts, LL_SAY_NEW_CONCEPT)));
}

/* "24 of 24 rows" */
static ll_view lesson_rows(const measuring *on) {
    rule_facts structure = ask(on, "row-structure");
    rule_facts wrapping = ask(on, "row-wrapping");
    if (!structure.run || !wrapping.run)
        return NOT_CHECKED;
    uint32_t rows = on->result->facts->lesson ? on->result->facts->lesson->rows.len : 0;
    ll_view text = ll_arena_format(on->arena, LL_SAY_ROWS, less(rows, structure.places), rows);
    uint32_t outside = less(wrapping.failed, wrapping.verify);
    if (outside > 0)
        text = ll_arena_format(on->arena, LL_SAY_OUTSIDE_ROW, LL_VIEW_ARG(text), outside);
    return text;
}

/* "5 of 5 `summary`" */
static ll_view cursors(const measuring *on) {
    rule_facts facts = ask(on, "details-cursor");
    if (!facts.run)
        return NOT_CHECKED;
    if (facts.checked == 0)
        return LL_VIEW(LL_SAY_NO_SUMMARY);
    uint32_t told = less(facts.checked, facts.unseen);
    if (told == 0)
        return NOT_CHECKED;
    return ll_arena_format(on->arena, LL_SAY_SUMMARIES, less(told, facts.failed), told);
}

/* "78 of 78 unspaced" */
static ll_view dashes(const measuring *on) {
    rule_facts spacing = ask(on, "em-dash-spacing");
    rule_facts wrap = ask(on, "em-dash-line-wrap");
    if (!spacing.run || !wrap.run)
        return NOT_CHECKED;
    if (spacing.checked == 0)
        return LL_VIEW(LL_SAY_NO_DASHES);
    return ll_arena_format(on->arena, LL_SAY_UNSPACED,
                           less(spacing.checked, spacing.failed + wrap.failed), spacing.checked);
}

/* "none expected, none present"; a plan that says both is unclear. */
static ll_view notebook(const measuring *on) {
    ll_facts *facts = on->result->facts;
    if (!facts->plan || !facts->lesson || ll_review_passes_over(on->result, "notebook-missing"))
        return NOT_CHECKED;
    const ll_notebook *planned = &facts->plan->notebook;
    const ll_notebook_links *links = ll_facts_notebook_links(facts);
    const char *present = links->all.len > 0 ? LL_SAY_LINK
                          : links->hidden    ? LL_SAY_PERHAPS_A_LINK
                                             : LL_SAY_NONE;
    if (planned->names.len > 0 && planned->denied.length > 0)
        return ll_arena_format(on->arena, LL_SAY_PLAN_SAYS_BOTH, present);
    bool expected = planned->planned.length > 0 && planned->denied.length == 0;
    return ll_arena_format(on->arena, LL_SAY_EXPECTED, expected ? LL_SAY_ONE : LL_SAY_NONE,
                           present);
}

/* "11 of 11 items found"; left out for a plan without an outline. */
static ll_view outline(const measuring *on) {
    if (!on->result->facts->plan || on->result->facts->plan->outline.len == 0)
        return (ll_view){0};
    if (!on->result->facts->lesson || ll_review_passes_over(on->result, "outline-item-missing"))
        return NOT_CHECKED;
    return ll_arena_format(on->arena, LL_SAY_ITEMS, on->review->outline_found,
                           on->review->outline_judged);
}

/* "5 of 5 mental models, 31 of 32 terms"; left out when the plan asks for none. */
static ll_view quotes_and_terms(const measuring *on) {
    if (!on->result->facts->plan || on->result->facts->plan->outline.len == 0)
        return (ll_view){0};
    rule_facts quotes = ask(on, "planned-quote-missing"), terms = ask(on, "outline-term-missing");
    if (!quotes.run || !terms.run)
        return NOT_CHECKED;
    ll_view text = {0};
    if (quotes.checked > 0)
        text = ll_arena_format(on->arena, LL_SAY_MODELS, less(quotes.checked, quotes.failed),
                               quotes.checked);
    if (terms.checked > 0)
        text = ll_arena_format(on->arena, LL_SAY_TERMS, LL_VIEW_ARG(text), text.len > 0 ? ", " : "",
                               less(terms.checked, terms.failed), terms.checked);
    return text;
}

void ll_review_add_checks(ll_review *review, ll_arena *arena) {
    /* In the order of the report; a row that gives no text is left out. */
    static const struct {
        const char *name;
        ll_view (*measure)(const measuring *on);
    } table[] = {
        {LL_SAY_PREREQUISITES, prerequisites},
        {LL_SAY_MISCONCEPTIONS, misconceptions},
        {LL_SAY_MODALITIES, modalities},
        {LL_SAY_EXAMPLES, examples},
        {LL_SAY_LOAD, load},
        {LL_SAY_OUTLINE, outline},
        {LL_SAY_QUOTES_AND_TERMS, quotes_and_terms},
        {LL_SAY_ROW, lesson_rows},
        {LL_SAY_CURSOR, cursors},
        {LL_SAY_DASHES, dashes},
        {LL_SAY_NOTEBOOK, notebook},
    };
    measuring on = {review, review->result, arena};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        ll_view text = table[i].measure(&on);
        if (text.len > 0)
            LL_ARRAY_PUSH(arena, &review->checks,
                          ((ll_review_row){ll_view_of(table[i].name), text}));
    }
}
