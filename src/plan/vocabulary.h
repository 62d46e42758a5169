/* The words by which a planning document is read: a team may use its own, in its own language. */
#ifndef LL_PLAN_VOCABULARY_H
#define LL_PLAN_VOCABULARY_H

#include "plan/plan.h"

/* How a section's title is compared with a name; by default it begins with it. */
enum { LL_SECTION_ANYWHERE = 1, LL_SECTION_HEADINGS_ONLY = 2 };

typedef struct ll_section_name {
    ll_view name;
    unsigned how;
    ll_section_kind kind;
} ll_section_name;

typedef struct ll_depth_word {
    ll_view word;
    ll_depth depth;
} ll_depth_word;

typedef struct ll_status_word {
    ll_view word;
    ll_gap_status status;
} ll_status_word;

/* A header cell that begins with the word heads the column; see ll_plan_columns. */
typedef struct ll_column_word {
    ll_table_kind table;
    uint32_t column;
    ll_view word;
} ll_column_word;

/* A word of an example's type, or the beginning of a word of a modality's name. */
typedef enum ll_word_kind { LL_WORD_POSITIVE, LL_WORD_NEGATIVE, LL_WORD_MODALITY } ll_word_kind;
typedef struct ll_kind_word {
    ll_word_kind kind;
    unsigned family; /* of LL_WORD_MODALITY */
    ll_view word;
} ll_kind_word;

/* Letters compare without case; names of depths stand anywhere in a cell only as they are written
 * here. */
typedef struct ll_vocabulary {
    ll_view language;           /* of the stemmer, see text/words.h */
    const ll_view *depth_names; /* as they are shown, the lowest first */
    uint32_t depth_count;
    const ll_depth_word *depths; /* longer words stand before their beginnings */
    uint32_t depth_word_count;
    const ll_view *unknown_depths; /* beginnings of cells that name no depth on purpose */
    uint32_t unknown_depth_count;
    const ll_status_word *statuses; /* the first that fits decides */
    uint32_t status_count;
    const ll_section_name *sections; /* the first that fits decides */
    uint32_t section_count;
    const ll_section_name *later_sections; /* words that a heading may hold when no title begins
                                            * with a name of the kind */
    uint32_t later_section_count;
    const ll_column_word *columns; /* besides the English ones */
    uint32_t column_count;
    const ll_kind_word *words; /* besides the English ones */
    uint32_t word_count;
} ll_vocabulary;

/* The one that holds when nothing else is said: English. */
extern const ll_vocabulary ll_vocabulary_default;

/* Whether `text` begins with `word`, letters of any script without case. */
bool ll_vocabulary_begins(ll_view text, ll_view word);

/* The same anywhere; where a letter or digit goes before, it is no beginning. */
bool ll_vocabulary_holds(ll_view text, ll_view word);

/* Names of the columns of a kind of tables, by column; `*count` of them. And of the kinds, of the
 * sections, of the families of modalities. NULL where a kind has no name. */
const char *const *ll_plan_columns(ll_table_kind table, uint32_t *count);
const char *ll_plan_table_name(ll_table_kind table);
const char *ll_plan_section_name(ll_section_kind kind);
const char *ll_plan_family_name(unsigned family);

#endif
