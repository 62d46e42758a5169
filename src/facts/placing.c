/* Where a reader of the plan is sent: the place in the lesson that speaks of an item. */
#include "facts/placing.h"
#include "facts/typed.h"

/* Steps for all questions of a pair: some thousand items in lessons of any usual length. */
enum { STEPS_MOST = 4000000 };

/* The share of the best Row's words that another one must hold to stand in for it, in tenths; and
 * when the best one is of the frame, where nobody learns anything for the first time. */
enum { SHARE = 8, SHARE_OF_FRAME = 6 };

typedef struct ll_placing {
    bool *framing; /* by Row: a check, a recap, or a block of the frame that begins no section */
    bool *without; /* by Row: scratch */
    ll_index *all; /* NULL until all_words was called */
    uint32_t steps;
} ll_placing;

static void mark_frame(ll_facts *facts, ll_placing *placing) {
    const ll_lesson *lesson = facts->lesson;
    const ll_names *names = ll_facts_names(facts);
    for (uint32_t i = 0; i < names->elements.len; i++) {
        uint32_t row = ll_lesson_row_at(lesson, names->elements.at[i].node);
        if (row != LL_LESSON_NONE &&
            ll_facts_is_frame(names->all.at[names->elements.at[i].name].name))
            placing->framing[row] = true;
    }
    for (uint32_t i = 0; i < lesson->sections.len; i++) {
        uint32_t row = ll_lesson_row_at(lesson, lesson->sections.at[i].element);
        if (row != LL_LESSON_NONE)
            placing->framing[row] = false;
    }
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        if (passage->row != LL_LESSON_NONE && ll_passage_is_text(passage) &&
            ll_typed_heads_check(ll_lesson_passage_text(lesson, passage)))
            placing->framing[passage->row] = true;
    }
}

/* What is said again was learned elsewhere. */
static void mark_recaps(ll_facts *facts, ll_placing *placing) {
    for (uint32_t i = 0; i < facts->plan->outline.len; i++) {
        if (facts->plan->outline.at[i].role != LL_ROLE_RECAP)
            continue;
        ll_outline_match match = ll_facts_outline(facts, &facts->plan->outline.at[i]);
        uint32_t row = match.element == LL_TSX_NONE
                           ? LL_LESSON_NONE
                           : ll_lesson_row_at(facts->lesson, match.element);
        if (row != LL_LESSON_NONE)
            placing->framing[row] = true;
    }
}

static ll_placing *placing_of(ll_facts *facts) {
    if (facts->placing)
        return facts->placing;
    facts->placing = LL_ARENA_NEW(facts->arena, ll_placing);
    facts->placing->framing = LL_ARENA_ARRAY(facts->arena, bool, facts->lesson->rows.len);
    facts->placing->without = LL_ARENA_ARRAY(facts->arena, bool, facts->lesson->rows.len);
    facts->placing->steps = STEPS_MOST;
    mark_frame(facts, facts->placing);
    mark_recaps(facts, facts->placing);
    return facts->placing;
}

/* What the plan says of the place, or of what the item is for. */
static ll_view hint_of(const ll_facts *facts, ll_planned kind, uint32_t number) {
    switch (kind) {
    case LL_PLANNED_MISCONCEPTION:
        return facts->plan->misconceptions.at[number].where;
    case LL_PLANNED_EXAMPLE:
        return facts->plan->examples.at[number].purpose;
    case LL_PLANNED_MODALITY:
        return facts->plan->modalities.at[number].why;
    default:
        return (ll_view){0};
    }
}

/* A misconception is where its claim is spoken of; the counterexample's words may be anywhere. */
static ll_view core_of(const ll_facts *facts, ll_planned kind, uint32_t number) {
    return kind == LL_PLANNED_MISCONCEPTION ? facts->plan->misconceptions.at[number].claim
                                            : (ll_view){0};
}

/* The same question, answered for another Row. */
static ll_index_hit answer_for(ll_facts *facts, uint32_t row, ll_view words) {
    ll_index_hit hit = {.best = row};
    ll_stem_list asked = {0};
    ll_stems_distinct(ll_facts_stems(facts), words, &asked);
    hit.asked = asked.len < LL_INDEX_WORDS_MOST ? asked.len : LL_INDEX_WORDS_MOST;
    for (uint32_t i = 0; i < hit.asked; i++) {
        if (ll_index_holds(ll_facts_rows(facts), row, asked.at[i]))
            hit.found++;
        else
            LL_ARRAY_PUSH(facts->arena, &hit.missing, asked.at[i]);
    }
    hit.score = (double)hit.found / hit.asked;
    return hit;
}

/* The Row of an element that the misconception names: its negative example is to be tried there. */
static uint32_t named_row(ll_facts *facts, ll_planned kind, uint32_t number) {
    if (kind != LL_PLANNED_MISCONCEPTION)
        return LL_LESSON_NONE;
    uint32_t element = ll_facts_named_element(facts, ll_facts_planned_words(facts, kind, number));
    return element == LL_TSX_NONE ? LL_LESSON_NONE : ll_lesson_row_at(facts->lesson, element);
}

static uint32_t most_telling(ll_facts *facts, ll_planned kind, uint32_t number,
                             const ll_index_hit *hit) {
    ll_placing *placing = placing_of(facts);
    ll_index_question question = {.words = ll_facts_asked_words(facts, kind, number),
                                  .core = core_of(facts, kind, number),
                                  .hint = hint_of(facts, kind, number),
                                  .least = (hit->found * SHARE + 9) / 10,
                                  .left_out = placing->framing,
                                  .texts = facts->lesson->rows.len};
    uint32_t row = ll_index_most_telling(ll_facts_rows(facts), &question, &placing->steps);
    if (row != UINT32_MAX || !placing->framing[hit->best])
        return row;
    question.least = (hit->found * SHARE_OF_FRAME + 9) / 10;
    return ll_index_most_telling(ll_facts_rows(facts), &question, &placing->steps);
}

ll_index_hit ll_facts_place(ll_facts *facts, ll_planned kind, uint32_t number) {
    const ll_index_hit *hit = ll_facts_coverage(facts, kind, number, LL_ROW_WHOLE);
    if (hit->best >= facts->lesson->rows.len)
        return *hit;
    uint32_t row = named_row(facts, kind, number);
    if (row == LL_LESSON_NONE)
        row = most_telling(facts, kind, number, hit);
    return row == UINT32_MAX || row == hit->best
               ? *hit
               : answer_for(facts, row, ll_facts_asked_words(facts, kind, number));
}

/* How many words of a tag's name (`Trajectory` and `Diagram` of `TrajectoryDiagram`) the text has.
 */
static uint32_t named_parts(ll_view name, ll_view text) {
    enum { SHORTEST = 3 };
    uint32_t count = 0;
    for (size_t at = 0; at < name.len;) {
        size_t start = at++;
        while (at < name.len && !ll_is_upper(name.ptr[at]))
            at++;
        count += at - start >= SHORTEST &&
                 ll_view_find_nocase(text, ll_view_slice(name, start, at), 0) != LL_VIEW_NONE;
    }
    return count;
}

/* What a word of the plan calls the elements whose names end so. */
static const struct {
    const char *word;
    const char *endings[3];
} kinds[] = {
    {"chart", {"Chart", "Plot", "Graph"}},
    {"code", {"CodeBlock", "pre"}},
    {"diagram", {"Diagram", "svg"}},
    {"equation", {"BlockMath", "InlineMath"}},
    {"equations", {"BlockMath", "InlineMath"}},
    {"formula", {"BlockMath", "InlineMath"}},
    {"formulas", {"BlockMath", "InlineMath"}},
    {"graph", {"Graph", "Chart", "Plot"}},
    {"math", {"BlockMath", "InlineMath"}},
    {"plot", {"Plot", "Chart", "Graph"}},
    {"pseudocode", {"CodeBlock", "pre"}},
    {"slider", {"Slider", "input"}},
    {"table", {"table", "Table"}},
};

_Static_assert(sizeof kinds / sizeof *kinds <= 32, "a bit for each");

/* The rows of `kinds` that a text names, as bits. */
static uint32_t kinds_in(ll_view text) {
    uint32_t found = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (ll_view_find_word(text, ll_view_of(kinds[i].word), 0) != LL_VIEW_NONE)
            found |= UINT32_C(1) << i;
    return found;
}

static bool is_of_kind(ll_view name, uint32_t wanted) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        for (size_t k = 0; wanted >> i & 1 && k < 3 && kinds[i].endings[k]; k++)
            if (ll_view_ends(name, ll_view_of(kinds[i].endings[k])))
                return true;
    return false;
}

/* Leaves those of the kind that the plan calls the modality by, "Code" or "Symbolic (table)"; when
 * none of them is, all elements of the layout that are. */
static void keep_kind(ll_facts *facts, const ll_modality *modality, ll_evidence_list *shown) {
    uint32_t wanted = kinds_in(modality->name);
    if (!wanted)
        wanted = kinds_in(modality->what);
    ll_evidence_list kept = {0};
    for (uint32_t i = 0; wanted && i < shown->len; i++)
        if (is_of_kind(ll_tsx_lead(facts->tsx, shown->at[i]), wanted))
            LL_ARRAY_PUSH(facts->arena, &kept, shown->at[i]);
    const ll_names *names = ll_facts_names(facts);
    bool none = wanted && kept.len == 0;
    for (uint32_t i = 0; none && i < names->elements.len; i++) {
        uint32_t node = names->elements.at[i].node;
        if (ll_lesson_in_root(facts->lesson, node) &&
            is_of_kind(names->all.at[names->elements.at[i].name].name, wanted))
            LL_ARRAY_PUSH(facts->arena, &kept, node);
    }
    if (kept.len > 0)
        *shown = kept;
}

/* A formula or a name in a sentence: weaker than one in a line of its own. */
static bool is_small(ll_view name) {
    static const char *const small[] = {"InlineMath", "code"};
    return LL_VIEW_IS_ONE_OF(name, small);
}

/* Components that are looked for inside one another so often: a chart of a panel of a card. */
enum { DEEPEST = 4 };

/* The number of the name by which the component of the file is used that an element stands in;
 * UINT32_MAX for the root, and for one that is not used. */
static uint32_t name_around(ll_facts *facts, uint32_t element) {
    uint32_t own = ll_tsx_declaration_of(facts->tsx, element);
    if (own == LL_TSX_NONE || ll_lesson_in_root(facts->lesson, element))
        return UINT32_MAX;
    uint32_t use = ll_facts_first_element(facts, facts->tsx->declarations.at[own].name);
    return use == LL_TSX_NONE ? UINT32_MAX : ll_facts_name_of(facts, use);
}

/* What stands in a helper is seen where the lesson uses that: puts these uses on the list. */
static void add_uses(ll_facts *facts, uint32_t element, ll_evidence_list *shown) {
    const ll_names *names = ll_facts_names(facts);
    uint32_t name = name_around(facts, element);
    for (int depth = 0; name != UINT32_MAX && depth < DEEPEST; depth++) {
        uint32_t outer = UINT32_MAX, before = shown->len;
        for (uint32_t i = 0; i < names->elements.len; i++) {
            uint32_t node = names->elements.at[i].node;
            if (names->elements.at[i].name != name)
                continue;
            if (ll_lesson_in_root(facts->lesson, node))
                LL_ARRAY_PUSH(facts->arena, shown, node);
            else
                outer = name_around(facts, node);
        }
        name = shown->len > before ? UINT32_MAX : outer;
    }
}

/* Adds an element of the layout, and of a helper the places where it is used; of helpers the first
 * element of each is enough, and `helper` is the last one that was added. */
static void add_shown(ll_facts *facts, uint32_t element, uint32_t *helper,
                      ll_evidence_list *shown) {
    if (facts->lesson->layout == LL_LESSON_NONE || ll_lesson_in_root(facts->lesson, element)) {
        LL_ARRAY_PUSH(facts->arena, shown, element);
        return;
    }
    uint32_t own = ll_tsx_declaration_of(facts->tsx, element);
    if (own != *helper)
        add_uses(facts, element, shown);
    *helper = own;
}

/* The elements that show one of the families; small ones when there are no others. */
static void gather(ll_facts *facts, unsigned families, bool small, ll_evidence_list *shown) {
    uint32_t helper = LL_TSX_NONE;
    for (unsigned family = 1; family <= LL_MODALITY_GEOMETRIC; family <<= 1) {
        if (!(families & family))
            continue;
        const ll_evidence_list *strong = ll_facts_strong_evidence(facts, family);
        for (uint32_t i = 0; i < strong->len; i++)
            if (is_small(ll_tsx_lead(facts->tsx, strong->at[i])) == small)
                add_shown(facts, strong->at[i], &helper, shown);
    }
}

/* Index of what stands in the Rows with their code and maths: a formula is found by its signs. */
static ll_index *all_words(ll_facts *facts, ll_placing *placing) {
    const ll_lesson *lesson = facts->lesson;
    if (placing->all)
        return placing->all;
    placing->all = ll_index_new(ll_facts_stems(facts), facts->arena);
    for (uint32_t i = 0; i < lesson->passages.len; i++)
        if (lesson->passages.at[i].row != LL_LESSON_NONE)
            ll_index_add_stems(placing->all, lesson->passages.at[i].row, LL_INDEX_PARTS,
                               ll_facts_words(facts, i));
    return placing->all;
}

/* The Row with one of the elements that has most to do with the modality. */
static uint32_t row_of_modality(ll_facts *facts, const ll_modality *modality,
                                const ll_evidence_list *shown) {
    ll_placing *placing = placing_of(facts);
    const ll_lesson *lesson = facts->lesson;
    for (uint32_t i = 0; i < lesson->rows.len; i++)
        placing->without[i] = true;
    for (uint32_t i = 0; i < shown->len; i++) {
        uint32_t row = ll_lesson_row_at(lesson, shown->at[i]);
        if (row != LL_LESSON_NONE)
            placing->without[row] = placing->framing[row];
    }
    ll_index_question question = {.words = modality->what,
                                  .least = 1,
                                  .left_out = placing->without,
                                  .texts = lesson->rows.len};
    return ll_index_most_telling(all_words(facts, placing), &question, &placing->steps);
}

uint32_t ll_facts_modality_element(ll_facts *facts, uint32_t number) {
    const ll_modality *modality = &facts->plan->modalities.at[number];
    ll_evidence_list shown = {0};
    gather(facts, modality->families, false, &shown);
    if (shown.len == 0)
        gather(facts, modality->families, true, &shown);
    if (shown.len > 0)
        keep_kind(facts, modality, &shown);
    uint32_t row = row_of_modality(facts, modality, &shown);
    uint32_t best = LL_TSX_NONE, most = 0;
    for (uint32_t i = 0; i < shown.len; i++) {
        if (row != UINT32_MAX && ll_lesson_row_at(facts->lesson, shown.at[i]) != row)
            continue;
        ll_view name = ll_tsx_lead(facts->tsx, shown.at[i]);
        uint32_t like = named_parts(name, modality->what) + 1; /* the first of equals */
        if (like > most) {
            most = like;
            best = shown.at[i];
        }
    }
    return best;
}
