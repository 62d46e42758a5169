/* The planning document: what it says of a lesson, without judging it. */
#ifndef LL_PLAN_PLAN_H
#define LL_PLAN_PLAN_H

#include "markdown/markdown.h"

/* Texts are views into the source as they stand there (inline Markdown included) unless said
 * otherwise; ll_markdown_plain gives what a reader sees. */

typedef enum ll_family {
    LL_FAMILY_TITLE_CASE,    /* ### Prerequisites Table; also when no marker is found */
    LL_FAMILY_SENTENCE_CASE, /* ### Prerequisites table */
    LL_FAMILY_RETROACTIVE /* ### Misconceptions Addressed, or Status: Built (retroactive record) */
} ll_family;

typedef enum ll_load {
    LL_LOAD_UNKNOWN,
    LL_LOAD_BUILD,
    LL_LOAD_STRETCH,
    LL_LOAD_CONSOLIDATE
} ll_load;

/* Depth ladder; UNKNOWN never compares. A vocabulary may name other levels, from 0 on, and more of
 * them. */
typedef enum ll_depth {
    LL_DEPTH_UNKNOWN = -1,
    LL_DEPTH_NOT_TAUGHT = 0,
    LL_DEPTH_MENTIONED,
    LL_DEPTH_INTRODUCED,
    LL_DEPTH_DEVELOPED,
    LL_DEPTH_APPLIED
} ll_depth;

/* What a depth cell holds. */
typedef struct ll_depth_cell {
    ll_view text;  /* the cell, plain */
    ll_depth low;  /* the one depth named, or the lowest of several (`A/B`, `A -> B`) */
    ll_depth high; /* the highest of several, else equal to low */
    bool known; /* holds a depth word, or an accepted unknown (assumed …, —, --, N/A, ESTABLISHED,
                 * not …; "Not explicitly taught" counts as NOT EXPLICIT): false means malformed */
} ll_depth_cell;

typedef enum ll_gap_status {
    LL_STATUS_MALFORMED, /* neither a known word nor an accepted unknown (empty, —, N/A) */
    LL_STATUS_NONE,      /* an accepted unknown */
    LL_STATUS_OK,
    LL_STATUS_GAP,
    LL_STATUS_MISSING
} ll_gap_status;

/* Where a table or row stands: offset of its line's first visible character, and its length. */
typedef struct ll_place {
    uint32_t offset, length;
} ll_place;

typedef struct ll_prerequisite {
    ll_place place;
    ll_view concept; /* plain */
    ll_depth_cell required, actual;
    ll_view source; /* plain */
    ll_gap_status status;
    ll_view status_text; /* plain */
    ll_view reasoning;   /* plain */
    ll_view resolution;  /* plain; "" in the tables without such a column */
} ll_prerequisite;

typedef struct ll_misconception {
    ll_place place;
    ll_view claim, why, counterexample, where; /* plain */
} ll_misconception;

typedef struct ll_example {
    ll_place place;
    ll_view text, type, purpose, why; /* plain */
    bool positive, negative;
} ll_example;

/* Families of modalities, as bits. */
enum {
    LL_MODALITY_VISUAL = 1,
    LL_MODALITY_SYMBOLIC = 2,
    LL_MODALITY_INTERACTIVE = 4,
    LL_MODALITY_CONCRETE = 8,
    LL_MODALITY_VERBAL = 16,
    LL_MODALITY_INTUITIVE = 32,
    LL_MODALITY_GEOMETRIC = 64
};

typedef struct ll_modality {
    ll_place place;
    ll_view name, what, why; /* plain */
    unsigned families;       /* bits; 0 for an unknown name */
} ll_modality;

/* A concept table: Phase 1, record.md. */
typedef struct ll_concept {
    ll_place place;
    ll_view name; /* plain */
    ll_depth_cell depth;
    ll_view source; /* plain: source or lesson */
} ll_concept;

/* A row of gap resolution or connections: the cells that matter. */
typedef struct ll_pair_row {
    ll_place place;
    ll_view first, second, third; /* plain, by column; empty when absent */
} ll_pair_row;

typedef enum ll_table_kind {
    LL_TABLE_PREREQUISITES,
    LL_TABLE_MISCONCEPTIONS,
    LL_TABLE_EXAMPLES,
    LL_TABLE_MODALITIES,
    LL_TABLE_CONCEPTS, /* relevant concepts of Phase 1, concept index of record.md */
    LL_TABLE_GAPS,     /* gap resolution */
    LL_TABLE_CONNECTIONS,
    LL_TABLE_KINDS
} ll_table_kind;

typedef struct ll_table_place {
    bool found;
    ll_place header;  /* the header row of the first table of the kind */
    unsigned columns; /* which columns that table has, as bits; see ll_plan_columns */
} ll_table_place;

/* Sections that rules ask for. */
typedef enum ll_section_kind {
    LL_SECTION_OTHER,
    LL_SECTION_STUDENT_STATE, /* Phase 1, Orient, student state */
    LL_SECTION_CONCEPTS,
    LL_SECTION_MENTAL_MODELS,
    LL_SECTION_NOT_COVERED,
    LL_SECTION_READINESS,
    LL_SECTION_TARGET,
    LL_SECTION_PREREQUISITES,
    LL_SECTION_GAPS,
    LL_SECTION_MISCONCEPTIONS,
    LL_SECTION_EXAMPLES,
    LL_SECTION_NARRATIVE,
    LL_SECTION_MODALITIES,
    LL_SECTION_LOAD,
    LL_SECTION_CONNECTIONS,
    LL_SECTION_ANALOGIES,
    LL_SECTION_SCOPE,
    LL_SECTION_IS_ABOUT,
    LL_SECTION_IS_NOT_ABOUT,
    LL_SECTION_DEPTH_TARGETS,
    LL_SECTION_OUTLINE,
    LL_SECTION_CHECKLISTS,
    LL_SECTION_REVIEW,
    LL_SECTION_PHASE_2,
    LL_SECTION_PHASE_3
} ll_section_kind;

/* Level of a section that begins at a bold label; headings have 1 to 6. */
#define LL_SECTION_LABEL 7u

/* A section begins at a heading or at a bold label at column 0, below the header lines. Its kind
 * comes from how its title begins, or, for a kind that no title begins with, from a heading that
 * holds the name; inside reviews every kind but LL_SECTION_REVIEW is LL_SECTION_OTHER. */
typedef struct ll_section {
    ll_section_kind kind;
    uint32_t level;                    /* 1–6 of a heading, or LL_SECTION_LABEL */
    ll_place place;                    /* of the heading or label */
    ll_view title;                     /* plain, without the label's colon */
    uint64_t letters;                  /* of the title, see ll_view_letters */
    ll_view rest;                      /* a label's text behind it on the same line; else empty */
    uint32_t first_block, after_block; /* blocks of its body, subsections included; a label's own
                                        * paragraph is its first block */
} ll_section;

/* `**Key:** value` of the header lines. */
typedef struct ll_header_key {
    ll_place place;
    ll_view key, value; /* plain */
} ll_header_key;

typedef enum ll_role {
    LL_ROLE_NONE,
    LL_ROLE_CONTEXT,
    LL_ROLE_HOOK,
    LL_ROLE_RECAP,
    LL_ROLE_EXPLAIN,
    LL_ROLE_CHECK,
    LL_ROLE_ELABORATE,
    LL_ROLE_EXPLORE,
    LL_ROLE_PRACTICE,
    LL_ROLE_NEGATIVE_EXAMPLE,
    LL_ROLE_SUMMARIZE,
    LL_ROLE_NEXT
} ll_role;

typedef struct ll_outline_item {
    ll_place place;
    uint32_t number;
    ll_view title;   /* plain, without number and layout note: "Check -- Name the Missing Stage" */
    ll_view subject; /* plain, behind the role and its separator; the title when there is no role */
    ll_role role;
    bool row_note, aside_note;     /* (Row) / (Row + Aside) */
    bool given_up;                 /* its line says so: struck through, "none", "(optional)" … */
    uint32_t body_start, body_end; /* source range of what stands behind the title and below it;
                                    * the layout note of the title's line is part of it */
} ll_outline_item;

typedef struct ll_checklist_item {
    ll_place place;
    ll_view text; /* as in the source */
    bool ticked;
} ll_checklist_item;

typedef enum ll_claim_kind {
    LL_CLAIM_MISCONCEPTIONS,
    LL_CLAIM_MODALITIES,
    LL_CLAIM_NEW_CONCEPTS,
    LL_CLAIM_EXAMPLES,
    LL_CLAIM_NO_GAPS /* "all OK", "no gaps" */
} ll_claim_kind;

/* What a ticked checklist item says of the plan's own tables: a number in its first bracket or
 * behind its first colon ("(5 misconceptions)", "(3 positive + 1 negative)"), or that there are no
 * gaps. Thresholds ("at least 3") and parts ("2 of 5", "3 major ones") are no claims, and an item
 * that speaks of exceptions or of what was resolved makes none. */
typedef struct ll_claim {
    ll_claim_kind kind;
    uint32_t item;               /* in plan->checklist */
    uint32_t low, high;          /* the number, or both ends of a range; of examples the sum */
    uint32_t positive, negative; /* of examples */
} ll_claim;

typedef enum ll_review_severity {
    LL_REVIEW_CRITICAL,
    LL_REVIEW_IMPROVEMENT,
    LL_REVIEW_POLISH,
    LL_REVIEW_SEVERITIES
} ll_review_severity;

#define LL_REVIEW_PLACES_OPEN "<!-- lessonlint:"

typedef struct ll_review_finding {
    ll_place place;
    ll_review_severity severity;
    ll_view title; /* plain, without [SEV] and dash, [rule-id] and "(carried …)" */
    ll_view rule;  /* of a last " [rule-id]" in the title; "" in those that people write */
    ll_view location, issue, impact, fix; /* source text, empty when absent */
    ll_view places; /* the marks of its places, between blanks, from the comment behind the Location
                     * of one that lessonlint wrote: `<!-- lessonlint: 3f2a91c0 88aa1b2c -->` */
    uint32_t carried_from; /* the first iteration that title, place or issue say it is carried from;
                            * the one before this when they name none; 0: it is not carried */
    bool retracted;        /* the text withdraws its own finding */
} ll_review_finding;

typedef enum ll_fix_state {
    LL_FIX_UNKNOWN,
    LL_FIX_FIXED,
    LL_FIX_PARTIALLY,
    LL_FIX_NOT_FIXED,
    LL_FIX_DEFERRED, /* or accepted as it is */
    LL_FIX_OPEN      /* a reviewer has to look: lessonlint could not tell */
} ll_fix_state;

typedef struct ll_fix_verification {
    ll_place place;
    ll_view title;   /* plain, as that of a finding; empty when a number stands for it */
    uint32_t number; /* of the finding, in the order of the review before; 0 without one */
    bool has_status; /* its table has a column of states */
    ll_view rule;    /* as that of a finding */
    ll_view notes;   /* plain: the cell of the column Notes; "" when there is none */
    ll_fix_state state;
} ll_fix_verification;

typedef enum ll_verdict_kind {
    LL_VERDICT_NONE,
    LL_VERDICT_PASS,
    LL_VERDICT_NEEDS_REVISION,
    LL_VERDICT_MAJOR_REVISION
} ll_verdict_kind;

typedef struct ll_plan_review {
    ll_place place;
    ll_view date;              /* 2026-02-14, "" when absent */
    uint32_t iteration, total; /* 0 when absent */
    ll_view label;             /* "Post-Depth-Rework", "" when absent */
    ll_view verdict_text;
    ll_verdict_kind verdict;
    ll_verdict_kind
        verdict_now; /* what an arrow leads to ("NEEDS REVISION → PASS"), else the same */
    ll_place verdict_place;
    bool has_summary;
    uint32_t summary[LL_REVIEW_SEVERITIES];          /* the counts that its Summary states */
    ll_place summary_places[LL_REVIEW_SEVERITIES];   /* their lines; of length 0: not stated */
    uint32_t first_finding, finding_count;           /* in plan->findings */
    uint32_t first_verification, verification_count; /* in plan->verifications */
    uint32_t start, end;                             /* source range of the whole review */
} ll_plan_review;

/* A notebook file that the plan names as this lesson's. */
typedef struct ll_notebook_name {
    ll_place place; /* its line */
    ll_view name;   /* "4-1-2-tokenization.ipynb" */
} ll_notebook_name;

/* What the plan says of this lesson's notebook, outside of reviews. A name counts in the header, in
 * an outline item that is a practice or speaks of a notebook, in a section about the notebook, and
 * anywhere when it holds the slug: the others belong to other lessons. */
typedef struct ll_notebook {
    LL_ARRAY(ll_notebook_name) names;
    ll_place planned; /* the first line that wants one: a name, a header key, a practice in the
                       * outline; of length 0 when there is none */
    ll_place denied;  /* the first line that says that there is none; of length 0 without one */
} ll_notebook;

/* See vocabulary.h. */
typedef struct ll_vocabulary ll_vocabulary;

typedef struct ll_plan {
    const ll_source *source;
    const ll_vocabulary *vocabulary; /* that it was read by */
    const ll_markdown *markdown;
    ll_view title; /* of the first H1, plain; "" when there is none */
    ll_view slug;  /* from the Slug key, else the stem of the file name; for a stem such as "plan"
                    * that of a title that begins with a slug */
    bool has_slug; /* the Slug key is there */
    ll_place slug_place;
    ll_view module;         /* "4.1", of the key Module; "" when no number begins its value */
    uint32_t lesson_number; /* in the module; 0 when the header does not give it */
    ll_place number_place;  /* of the key that gives it */
    ll_view stem;           /* file name without its ending; "" for standard input */
    ll_family family;
    ll_load load;
    ll_table_place tables[LL_TABLE_KINDS];
    LL_ARRAY(ll_header_key) keys;
    LL_ARRAY(ll_section) sections;
    LL_ARRAY(ll_prerequisite) prerequisites;
    LL_ARRAY(ll_misconception) misconceptions;
    LL_ARRAY(ll_example) examples;
    LL_ARRAY(ll_modality) modalities;
    LL_ARRAY(ll_concept) concepts;
    LL_ARRAY(ll_pair_row) gaps;
    LL_ARRAY(ll_pair_row) connections;
    LL_ARRAY(ll_outline_item) outline;
    LL_ARRAY(ll_checklist_item) checklist;
    LL_ARRAY(ll_claim) claims; /* in the order of the items */
    LL_ARRAY(ll_plan_review) reviews;
    LL_ARRAY(ll_review_finding) findings;
    LL_ARRAY(ll_fix_verification) verifications;
    bool has_new_concepts; /* the Cognitive Load section states a number */
    uint32_t new_concepts; /* its upper end */
    uint32_t new_concepts_low;
    bool new_concepts_more; /* the number counts one kind, and others are added: "2 core + 1" */
    ll_place new_concepts_place;
    ll_notebook notebook;
} ll_plan;

/* Reads a planning document (or a record.md: then `concepts` is its index). Never judges; what is
 * not there is empty. `vocabulary` must outlive it. Fails as ll_markdown_parse does. */
ll_status ll_plan_parse(ll_plan **out, ll_arena *arena, ll_source *source,
                        const ll_vocabulary *vocabulary, ll_error *error);

/* Only the slug in the header, as ll_plan_parse finds it; empty when there is none. Reads no
 * further than it has to; fails as ll_markdown_parse does for what it has read. */
ll_status ll_plan_read_slug(ll_view *slug, ll_arena *arena, const ll_source *source,
                            ll_error *error);

/* Whether a text looks like a planning document: it holds a header row of a core table, in English.
 */
bool ll_plan_recognise(ll_view text);

/* Whether a file name tells of no lesson: "plan" in a folder for each, "readme", standard input. */
bool ll_plan_is_generic_stem(ll_view stem);

/* The first section of the kind, or NULL. */
const ll_section *ll_plan_section(const ll_plan *plan, ll_section_kind kind);

/* The title of a finding as verifications name it: without a severity, dashes and colons around it,
 * and what may look like a rule behind it. */
ll_view ll_plan_bare_title(ll_view plain_title);

/* Reads one depth cell. Every depth in capitals outside brackets counts, behind a slash or an arrow
 * in any case: "A/B", "A, then B" and "A -> b" name two. */
ll_depth_cell ll_plan_depth(const ll_vocabulary *vocabulary, ll_view plain_cell);

/* Whether a plain cell says nothing: it is empty or one dash (—, –, -, --, ---). */
bool ll_plan_is_nothing(ll_view plain_cell);

/* Whether "notebook" or "colab" stands in a text, also inside of a word. */
bool ll_plan_mentions_notebook(ll_view text);

/* Whether a text says that there is no notebook: "no Colab notebook", "notebook-free". */
bool ll_plan_denies_notebook(ll_view text);

/* Reads the number at the start of `text`: digits, a word up to ten, "no", "none" and "nothing"; of
 * a range ("2-3", "two to three") both ends. Returns the length of what was read, 0 when there is
 * no number, one above 99, or one that is part of a name ("4-bit", "5x5", "10%"). */
size_t ll_plan_number(ll_view text, uint32_t *low, uint32_t *high);

/* A concept's name for comparing: letters without case, blanks joined, dashes alike, no quotation
 * marks. */
ll_view ll_plan_concept_key(ll_arena *arena, ll_view plain_name);

/* Families by the words of a modality's name before its first bracket. */
unsigned ll_plan_modality_families(const ll_vocabulary *vocabulary, ll_view plain_name);

/* "DEVELOPED" …; "?" for LL_DEPTH_UNKNOWN. */
ll_view ll_depth_name(const ll_vocabulary *vocabulary, ll_depth depth);

/* "BUILD" …, "" for LL_LOAD_UNKNOWN. */
const char *ll_load_name(ll_load load);

#endif
