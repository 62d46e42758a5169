/* planned-block-absent: a block that the plan's design names and the lesson does not have. */
#include "base/step.h"
#include "check/checks.h"
#include "facts/coverage.h"
#include "plan/promise.h"

/* The blocks of the lessons' library; a widget may belong to another lesson. Sorted. */
static const char *const block_names[] = {
    "BlockMath",     "CodeBlock",       "ComparisonRow",       "ConceptBlock",  "ConstraintBlock",
    "ExercisePanel", "ExternalLink",    "GradientCard",        "InlineMath",    "InsightBlock",
    "LessonHeader",  "LessonLink",      "ModuleCompleteBlock", "NextStepBlock", "ObjectiveBlock",
    "PhaseCard",     "ReferencesBlock", "SectionHeader",       "StepList",      "SummaryBlock",
    "TipBlock",      "TryThisBlock",    "WarningBlock",        "details",
};

enum {
    BLOCK_NAMES = sizeof block_names / sizeof *block_names,
    SHORTEST_NAME = sizeof "details" - 1,
    LONGEST_SENTENCE = 400,
    EXCUSED_MOST = 1000 /* names without a promise; a plan with more of them is no plan */
};

/* Behind one of these a name is no promise … */
static const ll_view refusals[] = {LL_VIEW_INIT("no"),
                                   LL_VIEW_INIT("not"),
                                   LL_VIEW_INIT("without"),
                                   LL_VIEW_INIT("never"),
                                   LL_VIEW_INIT("instead"),
                                   LL_VIEW_INIT("rather"),
                                   LL_VIEW_INIT("avoid"),
                                   LL_VIEW_INIT("optional"),
                                   LL_VIEW_INIT("could"),
                                   LL_VIEW_INIT("might"),
                                   LL_VIEW_INIT("maybe"),
                                   LL_VIEW_INIT("perhaps"),
                                   LL_VIEW_INIT("if"),
                                   LL_VIEW_INIT("don't"),
                                   LL_VIEW_INIT("don\xE2\x80\x99t"),
                                   LL_VIEW_INIT("skip"),
                                   LL_VIEW_INIT("in place of"),
                                   LL_VIEW_INIT("such as"),
                                   LL_VIEW_INIT("for example"),
                                   LL_VIEW_INIT("e.g"),
                                   LL_VIEW_INIT("something like"),
                                   LL_VIEW_INIT("possibly"),
                                   LL_VIEW_INIT("either"),
                                   LL_VIEW_INIT("last lesson"),
                                   LL_VIEW_INIT("previous lesson"),
                                   LL_VIEW_INIT("optionally")};

/* … nor with one of these in its sentence. */
static const ll_view doubts[] = {
    LL_VIEW_INIT("was rejected"),    LL_VIEW_INIT("considered and rejected"),
    LL_VIEW_INIT("was dropped"),     LL_VIEW_INIT("was replaced"),
    LL_VIEW_INIT("could also"),      LL_VIEW_INIT("replaced by"),
    LL_VIEW_INIT("previous lesson"), LL_VIEW_INIT("last lesson"),
    LL_VIEW_INIT("of the lesson on")};

typedef struct search {
    ll_check *check;
    ll_view text;
    uint32_t seen; /* blocks that were judged, as bits */
    uint32_t excused;
    size_t settled; /* up to here another name of "A or B" was reported */
} search;

static int index_of(ll_view word) {
    if (word.len < SHORTEST_NAME || !LL_VIEW_IS_ONE_OF(word, block_names)) /* as nearly all */
        return -1;
    for (int i = 0; i < BLOCK_NAMES; i++)
        if (ll_view_equal(word, ll_view_of(block_names[i])))
            return i;
    return -1;
}

/* The same for "two PhaseCards", of which the name is what is left of `*word`. */
static int index_of_any(ll_view *word) {
    int index = index_of(*word);
    if (index >= 0 || !ll_view_ends(*word, LL_VIEW("s")))
        return index;
    word->len--;
    return index_of(*word);
}

static bool ends_sentence(ll_view text, size_t at) {
    char c = text.ptr[at];
    bool blank = at + 1 == text.len || ll_is_blank(text.ptr[at + 1]);
    return c == '\n' || c == ';' || (blank && (c == '.' || c == '!' || c == '?'));
}

/* The sentence or line around [start, end), as far as it is looked at. */
static ll_view sentence_of(ll_view text, size_t start, size_t end, size_t *from) {
    *from = start;
    while (*from > 0 && start - *from < LONGEST_SENTENCE && !ends_sentence(text, *from - 1))
        --*from;
    size_t to = end;
    while (to < text.len && to - end < LONGEST_SENTENCE && !ends_sentence(text, to))
        to++;
    return ll_view_slice(text, *from, to);
}

/* Whether a sentence that names a block behind `at` bytes takes it back, or names it for something
 * else: "a table in place of the PhaseCard", "~~PhaseCard~~". */
static bool is_refused(ll_view sentence, size_t at) {
    ll_view before = ll_view_cut(sentence, at);
    return LL_VIEW_HAS_WORD(before, refusals) || LL_VIEW_HAS_WORD(sentence, doubts) ||
           ll_view_find(before, LL_VIEW("~~"), 0) != LL_VIEW_NONE || ll_plan_takes_back(sentence);
}

/* "PhaseCard or a plain list": the other choice need be no block. */
static bool is_one_of_two(ll_view behind) {
    ll_view rest = ll_view_trim(behind);
    return ll_view_starts(rest, LL_VIEW("or ")) && rest.len > 3 && !ll_is_upper(rest.ptr[3]);
}

/* "A or B", "A / B": one of them is enough. */
static bool is_choice(ll_view sentence) {
    return ll_view_find_word(sentence, LL_VIEW("or"), 0) != LL_VIEW_NONE ||
           ll_view_find_byte(sentence, '/', 0) != LL_VIEW_NONE;
}

/* Whether the lesson, or a file that it shows, has the block. */
static bool is_there(ll_facts *facts, ll_view name) {
    uint32_t count;
    ll_facts *const *widgets = ll_facts_widgets(facts, &count);
    bool found = ll_facts_first_element(facts, name) != LL_TSX_NONE;
    for (uint32_t i = 0; i < count && !found; i++)
        found = widgets[i]->lesson && ll_facts_first_element(widgets[i], name) != LL_TSX_NONE;
    return found;
}

/* The name is [start, end); the word that holds it ends at `behind`. */
static void judge(search *on, int block, size_t start, size_t end, size_t behind) {
    uint32_t bit = (uint32_t)1 << block;
    ll_facts *facts = on->check->facts;
    if ((on->seen & bit) || on->excused == EXCUSED_MOST || start < on->settled)
        return;
    ll_view name = ll_view_slice(on->text, start, end);
    if (is_there(facts, name)) {
        on->seen |= bit;
        on->check->outcome.checked++;
        return;
    }
    size_t from;
    ll_view sentence = sentence_of(on->text, start, behind, &from);
    bool choice = is_choice(sentence);
    if (is_refused(sentence, start - from) ||
        is_one_of_two(ll_view_slice(sentence, behind - from, sentence.len)) ||
        (choice && ll_facts_named_element(facts, sentence) != LL_TSX_NONE)) {
        on->excused++;
        return;
    }
    on->seen |= bit;
    on->check->outcome.checked++;
    on->settled = choice ? from + sentence.len : 0;
    ll_value values[] = {{"block", name}, {0}};
    ll_range range = {LL_DOCUMENT_PLAN, (uint32_t)start, (uint32_t)(end - start)};
    ll_check_report(on->check, &(ll_report){.range = range, .subject = name, .values = values});
}

/* Where a capital or a '<' stands at or behind `at`, or `end`. */
static size_t next_capital(ll_view text, size_t at, size_t end) {
    while (at + sizeof(ll_step) <= end) {
        ll_step bytes = ll_step_at(text.ptr + at);
        uint64_t found = ll_step_places(
            ll_step_or(ll_step_between(bytes, 'A', 'Z'), ll_step_same(bytes, ll_step_of('<'))));
        at += found ? ll_step_first(found) : sizeof bytes;
        if (found && (ll_is_upper(text.ptr[at]) || text.ptr[at] == '<'))
            return at;
        at += found != 0;
    }
    while (at < end && !ll_is_upper(text.ptr[at]) && text.ptr[at] != '<')
        at++;
    return at;
}

/* A name is a word that begins with a capital or stands behind a '<'. */
static void search_range(search *on, size_t at, size_t end) {
    while ((at = next_capital(on->text, at, end)) < end) {
        bool tag = on->text.ptr[at] == '<', inside = at > 0 && ll_is_alnum(on->text.ptr[at - 1]);
        size_t start = at + tag;
        for (at = start; at < end && ll_is_alnum(on->text.ptr[at]);)
            at++;
        /* "PhaseCard-like" is none. */
        bool joined = at + 1 < end && on->text.ptr[at] == '-' && ll_is_letter(on->text.ptr[at + 1]);
        bool whole = (!inside || tag) && !joined;
        ll_view name = ll_view_slice(on->text, start, at);
        int block = whole ? index_of_any(&name) : -1;
        if (block >= 0)
            judge(on, block, start, start + name.len, at);
    }
}

void ll_check_planned_block_absent(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    const ll_section *design = ll_plan_section(plan, LL_SECTION_PHASE_3);
    if (!design || design->first_block >= design->after_block ||
        check->facts->lesson->layout == LL_LESSON_NONE)
        return;
    search on = {.check = check, .text = plan->source->text};
    search_range(&on, plan->markdown->blocks.at[design->first_block].start,
                 plan->markdown->blocks.at[design->after_block - 1].end);
}
