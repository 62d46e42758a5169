/* Evidence of modalities: which elements of a lesson show that a planned modality is there. */
#include "facts/names.h"

#include <assert.h>

enum {
    VISUAL = LL_MODALITY_VISUAL | LL_MODALITY_GEOMETRIC,
    SYMBOLIC = LL_MODALITY_SYMBOLIC,
    INTERACTIVE = LL_MODALITY_INTERACTIVE,
    PROSE = LL_MODALITY_CONCRETE | LL_MODALITY_VERBAL | LL_MODALITY_INTUITIVE,
    FAMILY_BITS = 7
};

/* The rows of `tags` that fit a name, as bits: both parts of `motion.svg` and `Slider.Root`. */
typedef struct fitting {
    uint64_t whole, behind_dot;
} fitting;

struct ll_evidence_table {
    ll_evidence families[FAMILY_BITS]; /* by the number of the bit */
    ll_evidence_list strong[FAMILY_BITS];
};

typedef enum name_part { WHOLE, ENDING } name_part;

/* Tags that are evidence (measured on real lessons: the strong ones hold for 86 % of visual
 * modalities, with the weak ones 99 %; symbolic 99 %, interactive 100 %). */
static const struct {
    ll_view name;
    name_part part;
    unsigned families;
    ll_strength strength;
} tags[] = {
    {LL_VIEW_INIT("svg"), WHOLE, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("img"), WHOLE, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Image"), WHOLE, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("canvas"), WHOLE, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("video"), WHOLE, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Video"), ENDING, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Sandbox"), ENDING, VISUAL | INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Sandpack"), WHOLE, VISUAL | INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Diagram"), ENDING, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Chart"), ENDING, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Plot"), ENDING, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Graph"), ENDING, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Heatmap"), ENDING, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Map"), ENDING, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Strip"), ENDING, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Illustration"), ENDING, VISUAL, LL_EVIDENCE_WEAK},
    {LL_VIEW_INIT("Timeline"), ENDING, VISUAL, LL_EVIDENCE_WEAK},
    {LL_VIEW_INIT("Animation"), ENDING, VISUAL, LL_EVIDENCE_WEAK},
    {LL_VIEW_INIT("Figure"), ENDING, VISUAL, LL_EVIDENCE_WEAK},
    {LL_VIEW_INIT("Flowchart"), ENDING, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Flow"), ENDING, VISUAL, LL_EVIDENCE_WEAK},
    {LL_VIEW_INIT("Mermaid"), ENDING, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Visualization"), ENDING, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Visualizer"), ENDING, VISUAL | INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("ResponsiveContainer"), WHOLE, VISUAL, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Widget"), ENDING, VISUAL | INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Explorer"), ENDING, VISUAL | INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Simulator"), ENDING, VISUAL | INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Playground"), ENDING, VISUAL | INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Calculator"), ENDING, VISUAL | INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("ExercisePanel"), WHOLE, VISUAL | INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("button"), WHOLE, INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Button"), WHOLE, INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("input"), WHOLE, INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("select"), WHOLE, INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("textarea"), WHOLE, INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Slider"), ENDING, INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Select"), WHOLE, INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Switch"), WHOLE, INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Checkbox"), WHOLE, INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("RadioGroup"), WHOLE, INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Toggle"), ENDING, INTERACTIVE, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("Tabs"), WHOLE, INTERACTIVE, LL_EVIDENCE_WEAK},
    {LL_VIEW_INIT("iframe"), WHOLE, VISUAL | INTERACTIVE, LL_EVIDENCE_WEAK},
    {LL_VIEW_INIT("ComparisonRow"), WHOLE, VISUAL, LL_EVIDENCE_WEAK},
    {LL_VIEW_INIT("PhaseCard"), WHOLE, VISUAL, LL_EVIDENCE_WEAK},
    {LL_VIEW_INIT("table"), WHOLE, VISUAL, LL_EVIDENCE_WEAK},
    {LL_VIEW_INIT("pre"), WHOLE, VISUAL, LL_EVIDENCE_WEAK},
    {LL_VIEW_INIT("BlockMath"), WHOLE, SYMBOLIC, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("InlineMath"), WHOLE, SYMBOLIC, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("CodeBlock"), WHOLE, SYMBOLIC, LL_EVIDENCE_STRONG},
    {LL_VIEW_INIT("code"), WHOLE, SYMBOLIC, LL_EVIDENCE_STRONG},
};

/* What the folder or package that an unknown component is imported from says of it; the first row
 * that fits counts. A component of the lessons' own folders may be a widget under any name. */
static const struct {
    const char *word; /* "" fits every path */
    unsigned families;
    ll_strength strength;
} origins[] = {
    {"widget", VISUAL | INTERACTIVE, LL_EVIDENCE_STRONG},
    {"diagram", VISUAL, LL_EVIDENCE_STRONG},
    {"chart", VISUAL, LL_EVIDENCE_STRONG},
    {"visual", VISUAL | INTERACTIVE, LL_EVIDENCE_STRONG},
    {"/layout", 0, LL_EVIDENCE_NONE},
    {"/common", 0, LL_EVIDENCE_NONE},
    {"/ui", 0, LL_EVIDENCE_NONE},
    {"", VISUAL | INTERACTIVE, LL_EVIDENCE_UNSEEN},
};

/* The first of the strongest, but one that stands in a Row rather than inside a helper: that is
 * where a reader looks for it. */
static bool is_better(const ll_lesson *lesson, const ll_evidence *old, ll_strength strength,
                      uint32_t element) {
    if (strength != old->strength)
        return strength > old->strength;
    return element != LL_TSX_NONE && old->element != LL_TSX_NONE &&
           ll_lesson_row_at(lesson, old->element) == LL_LESSON_NONE &&
           ll_lesson_row_at(lesson, element) != LL_LESSON_NONE;
}

/* A file that is read: the lesson, or one that it imports. What the latter shows stands where the
 * lesson shows it. */
typedef struct shown {
    ll_facts *pair, *file;
    uint32_t at; /* the lesson's element that shows the file; LL_TSX_NONE: it is the lesson */
} shown;

static void add(const shown *in, unsigned families, ll_strength strength, uint32_t element) {
    ll_evidence *found = in->pair->evidence->families;
    uint32_t at = in->at == LL_TSX_NONE ? element : in->at;
    for (unsigned bit = 0; bit < FAMILY_BITS; bit++) {
        if (!(families & (1u << bit)))
            continue;
        if (is_better(in->pair->lesson, &found[bit], strength, at))
            found[bit] = (ll_evidence){strength, at};
        if (strength == LL_EVIDENCE_STRONG && at != LL_TSX_NONE)
            LL_ARRAY_PUSH(in->pair->arena, &in->pair->evidence->strong[bit], at);
    }
}

static bool is_grid(const ll_lesson *lesson, uint32_t element) {
    return ll_tsx_is(lesson->tsx, element, LL_VIEW("div")) &&
           ll_lesson_has_class(lesson, element, LL_VIEW("grid")) == LL_YES;
}

/* Packages of icons, links, maths and the like. */
static bool draws_nothing(ll_view path) {
    static const ll_view words[] = {LL_VIEW_INIT("lucide"),  LL_VIEW_INIT("icon"),
                                    LL_VIEW_INIT("next/"),   LL_VIEW_INIT("react-router"),
                                    LL_VIEW_INIT("katex"),   LL_VIEW_INIT("mathjax"),
                                    LL_VIEW_INIT("markdown")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ll_view_find_nocase(path, words[i], 0) != LL_VIEW_NONE)
            return true;
    return ll_view_equal(path, LL_VIEW("react"));
}

/* The library of blocks draws nothing under a name of its own; what lies in a folder below it is a
 * lesson's. */
static bool is_of_library(ll_view path) {
    static const ll_view library = LL_VIEW_INIT("components/lessons/");
    size_t at = ll_view_find_nocase(path, library, 0);
    return at != LL_VIEW_NONE && ll_view_find_byte(path, '/', at + library.len) == LL_VIEW_NONE;
}

/* Weighs a component by where it comes from. Recharts draws; what other packages draw cannot be
 * seen, so that no plan is accused of having nothing, but for icons and links. */
static void add_imported(const shown *in, uint32_t element, ll_view name) {
    ll_view path = ll_facts_import(in->file, name);
    bool local = ll_facts_is_local(path) && !is_of_library(path);
    if (ll_view_equal(path, LL_VIEW("recharts")))
        add(in, VISUAL, LL_EVIDENCE_STRONG, element);
    else if (path.len > 0 && !ll_facts_is_local(path) && !draws_nothing(path))
        add(in, VISUAL | INTERACTIVE, LL_EVIDENCE_UNSEEN, element);
    for (size_t i = 0; local && i < sizeof origins / sizeof *origins; i++) {
        ll_view word = ll_view_of(origins[i].word);
        if (word.len > 0 && ll_view_find_nocase(path, word, 0) == LL_VIEW_NONE)
            continue;
        add(in, origins[i].families, origins[i].strength, element);
        return;
    }
}

_Static_assert(sizeof tags / sizeof *tags <= 64, "a bit for each row");

static uint64_t rows_that_fit(ll_view name) {
    uint64_t rows = 0;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (tags[i].part == WHOLE ? ll_view_equal(name, tags[i].name)
                                  : ll_view_ends(name, tags[i].name))
            rows |= UINT64_C(1) << i;
    return rows;
}

static fitting fit(ll_view name) {
    size_t dot = ll_view_find_byte(name, '.', 0);
    if (dot == LL_VIEW_NONE)
        return (fitting){rows_that_fit(name), 0};
    return (fitting){rows_that_fit(ll_view_slice(name, 0, dot)),
                     rows_that_fit(ll_view_slice(name, dot + 1, name.len))};
}

static void add_rows(const shown *in, uint32_t element, uint64_t rows) {
    for (size_t i = 0; rows >> i != 0; i++)
        if (rows >> i & 1)
            add(in, tags[i].families, tags[i].strength, element);
}

/* Whether an element of the page listens to the student: onClick, onPointerMove … */
static bool is_listening(const ll_tsx *tsx, uint32_t element) {
    for (uint32_t i = ll_tsx_first(tsx, element); i != LL_TSX_NONE; i = ll_tsx_next(tsx, i)) {
        ll_view name = ll_tsx_lead(tsx, i);
        if (tsx->nodes.at[i].kind == LL_TSX_ATTRIBUTE && name.len > 2 &&
            ll_view_starts(name, LL_VIEW("on")) && ll_is_upper(name.ptr[2]))
            return true;
    }
    return false;
}

static void add_element(const shown *in, uint32_t element, const ll_element_name *name,
                        const fitting *rows) {
    const ll_lesson *lesson = in->file->lesson;
    add_rows(in, element, rows->whole);
    add_rows(in, element, rows->behind_dot);
    bool named = (rows->whole | rows->behind_dot) != 0;
    bool component = name->name.len > 0 && !name->host;
    if (!named && component && !name->plain)
        add_imported(in, element, name->name);
    else if (is_grid(lesson, element))
        add(in, VISUAL, LL_EVIDENCE_WEAK, element);
    if (!component && is_listening(lesson->tsx, element))
        add(in, INTERACTIVE, LL_EVIDENCE_WEAK, element);
}

/* Signs that stand in formulas: = and the mathematical operators × ÷ and U+2200 to U+22FF. */
static bool holds_formula(ll_view text) {
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c == '=')
            return true;
        if (i + 1 < text.len && c == 0xC3) {
            unsigned char next = (unsigned char)text.ptr[i + 1];
            if (next == 0x97 || next == 0xB7)
                return true;
        }
        if (i + 1 < text.len && c == 0xE2 && (unsigned char)text.ptr[i + 1] >= 0x88 &&
            (unsigned char)text.ptr[i + 1] <= 0x8B)
            return true;
    }
    return false;
}

/* Whether one of its texts is maths or code, or has a formula. */
static bool shows_symbols(const ll_lesson *lesson) {
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        if (!ll_passage_is_text(passage) || holds_formula(ll_lesson_passage_text(lesson, passage)))
            return true;
    }
    return false;
}

static unsigned bit_of(unsigned family) {
    unsigned bit = 0;
    while (family >> (bit + 1))
        bit++;
    return bit;
}

static void read_file(const shown *in) {
    const ll_names *names = ll_facts_names(in->file);
    fitting *rows = LL_ARENA_ARRAY(in->pair->arena, fitting, names->all.len);
    for (uint32_t i = 0; i < names->all.len; i++)
        rows[i] = fit(names->all.at[i].name);
    for (uint32_t i = 0; i < names->elements.len; i++) {
        const ll_named_element *element = &names->elements.at[i];
        add_element(in, element->node, &names->all.at[element->name], &rows[element->name]);
    }
    const ll_evidence *symbolic = &in->pair->evidence->families[bit_of(SYMBOLIC)];
    if (symbolic->strength < LL_EVIDENCE_STRONG && shows_symbols(in->file->lesson))
        add(in, SYMBOLIC, LL_EVIDENCE_WEAK, LL_TSX_NONE);
}

/* The lesson and the files that it imports. */
static void read_all(ll_facts *facts) {
    shown lesson = {facts, facts, LL_TSX_NONE};
    add(&lesson, PROSE, LL_EVIDENCE_WEAK, LL_TSX_NONE);
    read_file(&lesson);
    uint32_t count;
    ll_facts *const *widgets = ll_facts_widgets(facts, &count);
    for (uint32_t i = 0; i < count; i++)
        if (widgets[i]->lesson)
            read_file(&(shown){facts, widgets[i], widgets[i]->shown_at});
}

static const struct ll_evidence_table *table_of(ll_facts *facts) {
    if (!facts->evidence) {
        facts->evidence = LL_ARENA_NEW(facts->arena, struct ll_evidence_table);
        for (unsigned bit = 0; bit < FAMILY_BITS; bit++)
            facts->evidence->families[bit].element = LL_TSX_NONE;
        read_all(facts);
    }
    return facts->evidence;
}

ll_evidence ll_facts_evidence(ll_facts *facts, unsigned family) {
    assert(facts->lesson && family && (family & (family - 1)) == 0);
    return table_of(facts)->families[bit_of(family)];
}

const ll_evidence_list *ll_facts_strong_evidence(ll_facts *facts, unsigned family) {
    assert(facts->lesson && family && (family & (family - 1)) == 0);
    return &table_of(facts)->strong[bit_of(family)];
}
