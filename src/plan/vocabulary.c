/* The words that hold when a team names no others. To add one: a row here. */
#include "plan/vocabulary.h"

#include "text/fold.h"

static const ll_view depth_names[] = {
    LL_VIEW_INIT("NOT TAUGHT"), LL_VIEW_INIT("MENTIONED"), LL_VIEW_INIT("INTRODUCED"),
    LL_VIEW_INIT("DEVELOPED"),  LL_VIEW_INIT("APPLIED"),
};

/* The longest stand first, so that none is taken for its beginning; equals by bytes, as those of a
 * configuration are sorted. */
static const ll_depth_word depth_words[] = {
    {LL_VIEW_INIT("NOT EXPLICITLY TAUGHT"), LL_DEPTH_NOT_TAUGHT},
    {LL_VIEW_INIT("NOT YET TAUGHT"), LL_DEPTH_NOT_TAUGHT},
    {LL_VIEW_INIT("NEVER TAUGHT"), LL_DEPTH_NOT_TAUGHT},
    {LL_VIEW_INIT("NOT EXPLICIT"), LL_DEPTH_NOT_TAUGHT},
    {LL_VIEW_INIT("NOT COVERED"), LL_DEPTH_NOT_TAUGHT},
    {LL_VIEW_INIT("INTRODUCED"), LL_DEPTH_INTRODUCED},
    {LL_VIEW_INIT("NOT TAUGHT"), LL_DEPTH_NOT_TAUGHT},
    {LL_VIEW_INIT("DEVELOPED"), LL_DEPTH_DEVELOPED},
    {LL_VIEW_INIT("MENTIONED"), LL_DEPTH_MENTIONED},
    {LL_VIEW_INIT("UNTAUGHT"), LL_DEPTH_NOT_TAUGHT},
    {LL_VIEW_INIT("APPLIED"), LL_DEPTH_APPLIED},
    {LL_VIEW_INIT("MISSING"), LL_DEPTH_NOT_TAUGHT},
};

/* Cells that name no depth on purpose, by how they begin. */
static const ll_view unknown_depths[] = {
    LL_VIEW_INIT("assumed"),    LL_VIEW_INIT("n/a"),       LL_VIEW_INIT("na"),
    LL_VIEW_INIT("none"),       LL_VIEW_INIT("unknown"),   LL_VIEW_INIT("established"),
    LL_VIEW_INIT("reinforced"), LL_VIEW_INIT("revisited"), LL_VIEW_INIT("reviewed"),
    LL_VIEW_INIT("background"), LL_VIEW_INIT("prior"),     LL_VIEW_INIT("general"),
    LL_VIEW_INIT("not"),        LL_VIEW_INIT("never"),     LL_VIEW_INIT("new"),
    LL_VIEW_INIT("zero"),       LL_VIEW_INIT("0"),
};

static const ll_status_word status_words[] = {
    {LL_VIEW_INIT("NOT A GAP"), LL_STATUS_OK}, {LL_VIEW_INIT("MISSING"), LL_STATUS_MISSING},
    {LL_VIEW_INIT("NO GAP"), LL_STATUS_OK},    {LL_VIEW_INIT("NONE"), LL_STATUS_NONE},
    {LL_VIEW_INIT("OKAY"), LL_STATUS_OK},      {LL_VIEW_INIT("GAP"), LL_STATUS_GAP},
    {LL_VIEW_INIT("N/A"), LL_STATUS_NONE},     {LL_VIEW_INIT("OK"), LL_STATUS_OK},
};

/* Known names, the first that fits decides. */
static const ll_section_name sections[] = {
    {LL_VIEW_INIT("phase 1"), LL_SECTION_HEADINGS_ONLY, LL_SECTION_STUDENT_STATE},
    {LL_VIEW_INIT("student state"), 0, LL_SECTION_STUDENT_STATE},
    {LL_VIEW_INIT("orient"), LL_SECTION_HEADINGS_ONLY, LL_SECTION_STUDENT_STATE},
    {LL_VIEW_INIT("phase 2"), LL_SECTION_HEADINGS_ONLY, LL_SECTION_PHASE_2},
    {LL_VIEW_INIT("phase 3"), LL_SECTION_HEADINGS_ONLY, LL_SECTION_PHASE_3},
    {LL_VIEW_INIT("checklist"), LL_SECTION_ANYWHERE, LL_SECTION_CHECKLISTS},
    {LL_VIEW_INIT("prerequisite audit"), 0, LL_SECTION_CHECKLISTS},
    {LL_VIEW_INIT("pedagogical design"), 0, LL_SECTION_CHECKLISTS},
    {LL_VIEW_INIT("gate check"), LL_SECTION_ANYWHERE, LL_SECTION_CHECKLISTS},
    {LL_VIEW_INIT("relevant concept"), 0, LL_SECTION_CONCEPTS},
    {LL_VIEW_INIT("relevant prior concept"), 0, LL_SECTION_CONCEPTS},
    {LL_VIEW_INIT("concepts the student"), LL_SECTION_ANYWHERE, LL_SECTION_CONCEPTS},
    {LL_VIEW_INIT("not covered"), LL_SECTION_ANYWHERE, LL_SECTION_NOT_COVERED},
    {LL_VIEW_INIT("mental models"), LL_SECTION_ANYWHERE, LL_SECTION_MENTAL_MODELS},
    {LL_VIEW_INIT("readiness"), 0, LL_SECTION_READINESS},
    {LL_VIEW_INIT("target concept"), 0, LL_SECTION_TARGET},
    {LL_VIEW_INIT("prerequisite"), 0, LL_SECTION_PREREQUISITES},
    {LL_VIEW_INIT("gap"), 0, LL_SECTION_GAPS},
    {LL_VIEW_INIT("no gap"), 0, LL_SECTION_GAPS},
    {LL_VIEW_INIT("misconceptions"), 0, LL_SECTION_MISCONCEPTIONS},
    {LL_VIEW_INIT("examples"), 0, LL_SECTION_EXAMPLES},
    {LL_VIEW_INIT("narrative"), 0, LL_SECTION_NARRATIVE},
    {LL_VIEW_INIT("modalities"), 0, LL_SECTION_MODALITIES},
    {LL_VIEW_INIT("cognitive load"), 0, LL_SECTION_LOAD},
    {LL_VIEW_INIT("connections"), 0, LL_SECTION_CONNECTIONS},
    {LL_VIEW_INIT("analogies"), LL_SECTION_ANYWHERE, LL_SECTION_ANALOGIES},
    {LL_VIEW_INIT("scope"), 0, LL_SECTION_SCOPE},
    {LL_VIEW_INIT("this lesson is about"), 0, LL_SECTION_IS_ABOUT},
    {LL_VIEW_INIT("this lesson is not about"), 0, LL_SECTION_IS_NOT_ABOUT},
    {LL_VIEW_INIT("in scope"), 0, LL_SECTION_IS_ABOUT},
    {LL_VIEW_INIT("out of scope"), 0, LL_SECTION_IS_NOT_ABOUT},
    {LL_VIEW_INIT("depth target"), 0, LL_SECTION_DEPTH_TARGETS},
    {LL_VIEW_INIT("target depth"), 0, LL_SECTION_DEPTH_TARGETS},
    {LL_VIEW_INIT("lesson outline"), 0, LL_SECTION_OUTLINE},
    {LL_VIEW_INIT("outline"), LL_SECTION_ANYWHERE | LL_SECTION_HEADINGS_ONLY, LL_SECTION_OUTLINE},
};

/* Names that a heading may hold anywhere ("Planned Examples") when no title begins with them. */
static const ll_section_name later_sections[] = {
    {LL_VIEW_INIT("student state"), 0, LL_SECTION_STUDENT_STATE},
    {LL_VIEW_INIT("target concept"), 0, LL_SECTION_TARGET},
    {LL_VIEW_INIT("prerequisites"), 0, LL_SECTION_PREREQUISITES},
    {LL_VIEW_INIT("misconceptions"), 0, LL_SECTION_MISCONCEPTIONS},
    {LL_VIEW_INIT("examples"), 0, LL_SECTION_EXAMPLES},
    {LL_VIEW_INIT("modalities"), 0, LL_SECTION_MODALITIES},
    {LL_VIEW_INIT("narrative"), 0, LL_SECTION_NARRATIVE},
    {LL_VIEW_INIT("cognitive load"), 0, LL_SECTION_LOAD},
    {LL_VIEW_INIT("connections"), 0, LL_SECTION_CONNECTIONS},
    {LL_VIEW_INIT("scope"), 0, LL_SECTION_SCOPE},
};

#define COUNT_OF(array) (uint32_t)(sizeof(array) / sizeof *(array))

const ll_vocabulary ll_vocabulary_default = {
    .language = LL_VIEW_INIT("english"),
    .depth_names = depth_names,
    .depth_count = COUNT_OF(depth_names),
    .depths = depth_words,
    .depth_word_count = COUNT_OF(depth_words),
    .unknown_depths = unknown_depths,
    .unknown_depth_count = COUNT_OF(unknown_depths),
    .statuses = status_words,
    .status_count = COUNT_OF(status_words),
    .sections = sections,
    .section_count = COUNT_OF(sections),
    .later_sections = later_sections,
    .later_section_count = COUNT_OF(later_sections),
};

bool ll_vocabulary_begins(ll_view text, ll_view word) {
    return ll_fold_starts(text, word);
}

bool ll_vocabulary_holds(ll_view text, ll_view word) {
    for (size_t at = 0; at < text.len; at++) {
        bool inside = at > 0 && ll_fold_is_word(text, ll_view_before(text, at));
        if (!inside && ll_fold_starts(ll_view_slice(text, at, text.len), word))
            return true;
    }
    return false;
}

const char *const *ll_plan_columns(ll_table_kind table, uint32_t *count) {
    static const char *const names[LL_TABLE_KINDS][7] = {
        [LL_TABLE_PREREQUISITES] = {"concept", "required", "actual", "source", "status",
                                    "reasoning"},
        [LL_TABLE_MISCONCEPTIONS] = {"misconception", "why", "counterexample", "where"},
        [LL_TABLE_EXAMPLES] = {"example", "type", "purpose", "why"},
        [LL_TABLE_MODALITIES] = {"modality", "what", "why"},
        [LL_TABLE_CONCEPTS] = {"concept", "depth", "source"},
        [LL_TABLE_GAPS] = {"gap", "size", "resolution"},
        [LL_TABLE_CONNECTIONS] = {"concept", "connection"},
    };
    for (*count = 0; names[table][*count];)
        ++*count;
    return names[table];
}

const char *ll_plan_table_name(ll_table_kind table) {
    static const char *const names[LL_TABLE_KINDS] = {"prerequisites", "misconceptions", "examples",
                                                      "modalities",    "concepts",       "gaps",
                                                      "connections"};
    return names[table];
}

const char *ll_plan_section_name(ll_section_kind kind) {
    static const char *const names[] = {
        [LL_SECTION_STUDENT_STATE] = "student-state",
        [LL_SECTION_CONCEPTS] = "concepts",
        [LL_SECTION_MENTAL_MODELS] = "mental-models",
        [LL_SECTION_NOT_COVERED] = "not-covered",
        [LL_SECTION_READINESS] = "readiness",
        [LL_SECTION_TARGET] = "target-concept",
        [LL_SECTION_PREREQUISITES] = "prerequisites",
        [LL_SECTION_GAPS] = "gaps",
        [LL_SECTION_MISCONCEPTIONS] = "misconceptions",
        [LL_SECTION_EXAMPLES] = "examples",
        [LL_SECTION_NARRATIVE] = "narrative",
        [LL_SECTION_MODALITIES] = "modalities",
        [LL_SECTION_LOAD] = "cognitive-load",
        [LL_SECTION_CONNECTIONS] = "connections",
        [LL_SECTION_ANALOGIES] = "analogies",
        [LL_SECTION_SCOPE] = "scope",
        [LL_SECTION_IS_ABOUT] = "is-about",
        [LL_SECTION_IS_NOT_ABOUT] = "is-not-about",
        [LL_SECTION_DEPTH_TARGETS] = "depth-targets",
        [LL_SECTION_OUTLINE] = "outline",
        [LL_SECTION_CHECKLISTS] = "checklists",
        [LL_SECTION_PHASE_2] = "phase-2",
        [LL_SECTION_PHASE_3] = "phase-3",
    };
    return names[kind];
}

const char *ll_plan_family_name(unsigned family) {
    static const struct {
        unsigned family;
        const char *name;
    } names[] = {
        {LL_MODALITY_VISUAL, "visual"},           {LL_MODALITY_SYMBOLIC, "symbolic"},
        {LL_MODALITY_INTERACTIVE, "interactive"}, {LL_MODALITY_CONCRETE, "concrete"},
        {LL_MODALITY_VERBAL, "verbal"},           {LL_MODALITY_INTUITIVE, "intuitive"},
        {LL_MODALITY_GEOMETRIC, "geometric"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].family == family)
            return names[i].name;
    return NULL;
}
