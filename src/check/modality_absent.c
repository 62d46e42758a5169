/* modality-absent: a planned modality of which the lesson shows nothing. */
#include "check/checks.h"
#include "plan/promise.h"

/* The families that elements can show, and the rule's case that says what was expected. */
static const struct {
    unsigned family;
    const char *name, *missing;
} judged[] = {
    {LL_MODALITY_VISUAL, "visual", "no-picture"},
    {LL_MODALITY_GEOMETRIC, "geometric", "no-picture"},
    {LL_MODALITY_SYMBOLIC, "symbolic", "no-formula"},
    {LL_MODALITY_INTERACTIVE, "interactive", "no-control"},
};

/* Words of a plan that ask for a drawing. */
static const char *const drawings[] = {"diagram", "svg", "plot", "chart", "heatmap"};

/* A row that names one of these is satisfied by it: by the tag when it is in the lesson, by
 * anything when it is outside of what a lesson file shows (tag NULL). */
static const struct {
    const char *word, *tag;
} named[] = {
    {"notebook", NULL},
    {"colab", NULL},
    {"on paper", NULL},
    {"pen and paper", NULL},
    {"worksheet", NULL},
    {"developer tools", NULL},
    {"devtools", NULL},
    {"terminal", NULL},
    {"ComparisonRow", "ComparisonRow"},
    {"PhaseCard", "PhaseCard"},
    {"GradientCard", "GradientCard"},
    {"StepList", "StepList"},
    {"CodeBlock", "CodeBlock"},
    {"table", "table"},
    {"table", "ComparisonRow"},
    {"ascii", "pre"},
    {"ascii", "CodeBlock"},
    {"InsightBlock", "InsightBlock"},
    {"TipBlock", "TipBlock"},
    {"details", "details"},
    {"hidden answer", "details"},
    {"hidden answers", "details"},
};

static bool has_tag(const ll_tsx *tsx, ll_view name) {
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_ELEMENT && ll_tsx_is(tsx, i, name))
            return true;
    return false;
}

/* Whether the lesson or a file that it imports has the element. */
static bool shows_tag(const ll_check *check, ll_view name) {
    uint32_t count;
    ll_facts *const *widgets = ll_facts_widgets(check->facts, &count);
    bool shown = has_tag(check->facts->tsx, name);
    for (uint32_t i = 0; i < count && !shown; i++)
        shown = widgets[i]->lesson && has_tag(widgets[i]->tsx, name);
    return shown;
}

static bool says(const ll_modality *row, const char *word) {
    return ll_view_find_word(row->name, ll_view_of(word), 0) != LL_VIEW_NONE ||
           ll_view_find_word(row->what, ll_view_of(word), 0) != LL_VIEW_NONE;
}

static bool is_satisfied_by_name(const ll_check *check, const ll_modality *row) {
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (says(row, named[i].word) &&
            (!named[i].tag || shows_tag(check, ll_view_of(named[i].tag))))
            return true;
    return false;
}

/* "None: the headers speak for themselves", "in prose, no drawing". */
static bool is_taken_back(const ll_modality *row) {
    static const ll_view pictures[] = {LL_VIEW_INIT("no drawing"), LL_VIEW_INIT("no diagram"),
                                       LL_VIEW_INIT("no picture"), LL_VIEW_INIT("no new drawing"),
                                       LL_VIEW_INIT("no svg"),     LL_VIEW_INIT("in prose"),
                                       LL_VIEW_INIT("in words"),   LL_VIEW_INIT("verbally")};
    bool picture = row->families & (LL_MODALITY_VISUAL | LL_MODALITY_GEOMETRIC);
    return ll_plan_declines(row->what) || ll_plan_takes_back(row->what) ||
           (picture && LL_VIEW_HAS_WORD(row->what, pictures));
}

static bool asks_for_drawing(const ll_modality *row) {
    for (size_t i = 0; i < sizeof drawings / sizeof *drawings; i++)
        if (says(row, drawings[i]))
            return true;
    return false;
}

static void report(ll_check *check, const ll_modality *row, size_t family, const char *kind) {
    if (is_taken_back(row))
        return;
    ll_value values[] = {{"modality", row->name}, {"family", ll_view_of(judged[family].name)}, {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(row->place),
                                        .subject = row->name,
                                        .kind = kind,
                                        .values = values});
}

/* One finding a row, for the first of its families that is missing. */
static void judge(ll_check *check, const ll_modality *row) {
    const char *weak = NULL;
    size_t weak_family = 0;
    for (size_t i = 0; i < sizeof judged / sizeof *judged; i++) {
        if (!(row->families & judged[i].family))
            continue;
        ll_evidence evidence = ll_facts_evidence(check->facts, judged[i].family);
        if (evidence.strength == LL_EVIDENCE_NONE) {
            report(check, row, i, judged[i].missing);
            return;
        }
        bool picture = judged[i].family & (LL_MODALITY_VISUAL | LL_MODALITY_GEOMETRIC);
        if (picture && evidence.strength == LL_EVIDENCE_WEAK && asks_for_drawing(row)) {
            weak = "weak";
            weak_family = i;
        }
    }
    if (weak)
        report(check, row, weak_family, weak);
}

void ll_check_modality_absent(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    unsigned judgeable = 0;
    for (size_t i = 0; i < sizeof judged / sizeof *judged; i++)
        judgeable |= judged[i].family;
    for (uint32_t i = 0; i < plan->modalities.len; i++) {
        const ll_modality *row = &plan->modalities.at[i];
        bool satisfied = is_satisfied_by_name(check, row);
        if (satisfied)
            LL_ARRAY_PUSH(check->arena, &check->outcome.judged, row->place.offset);
        if (satisfied || !(row->families & judgeable))
            continue;
        ll_check_judges(check, row->place);
        judge(check, row);
    }
}
