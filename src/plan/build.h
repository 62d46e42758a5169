/* What the parts of the plan reader share. */
#ifndef LL_PLAN_BUILD_H
#define LL_PLAN_BUILD_H

#include "plan/plan.h"

typedef struct ll_plan_builder {
    ll_plan *plan;
    ll_arena *arena;
    ll_markdown *markdown;
    const ll_vocabulary *vocabulary;
    ll_view text;           /* of the source */
    uint32_t header_blocks; /* blocks of the header lines: those before are not sections */
} ll_plan_builder;

/* A half-open range of blocks. */
typedef struct ll_block_range {
    uint32_t first, after;
} ll_block_range;

static inline const ll_block *ll_build_block(const ll_plan_builder *b, uint32_t index) {
    return &b->markdown->blocks.at[index];
}

static inline ll_view ll_build_text(const ll_plan_builder *b, const ll_block *block) {
    return ll_markdown_text(b->markdown, block);
}

static inline ll_view ll_build_plain(const ll_plan_builder *b, ll_view text) {
    return ll_view_trim(ll_markdown_plain(b->arena, text));
}

/* The line or lines from `start` to `end` without leading blanks. */
ll_place ll_build_place(const ll_plan_builder *b, uint32_t start, uint32_t end);

/* The first line of a block. */
ll_place ll_build_line(const ll_plan_builder *b, const ll_block *block);

/* The first of `text`'s lines. */
ll_view ll_build_first_line(ll_view text);

/* `text` without `**`, back-ticks and quotes around it. */
ll_view ll_build_unquote(ll_view text);

/* A bold text at the start of `text`: `*inside` is what stands between the stars, `*rest` what
 * follows them. False when `text` does not begin with one that closes on its first line. */
bool ll_build_bold(ll_view text, ll_view *inside, ll_view *rest);

/* A label (`**Key:**` or `**Key**:`) at the start of `text`: the key without its colon, and what
 * follows. */
bool ll_build_label(ll_view text, ll_view *key, ll_view *rest);

/* Length of a dash (`—`, `–`, `--`, `---`, or one hyphen) at the start of `text`, else 0. */
size_t ll_build_dash(ll_view text);

/* Whether `text` begins with `word`, and no letter or digit goes on with that word (ASCII letters
 * without case). */
static inline bool ll_build_begins(ll_view text, ll_view word) {
    return ll_view_starts_nocase(text, word) &&
           (text.len == word.len || !ll_is_alnum(text.ptr[word.len]));
}

/* Whether a word of `text` equals `word` (ASCII letters without case). */
static inline bool ll_build_has(ll_view text, ll_view word) {
    return ll_view_find_word(text, word, 0) != LL_VIEW_NONE;
}

/* Whether a title is that of a review: "Review", alone or followed by a dash, date, bracket … */
bool ll_build_is_review(ll_view title);

/* Whether a source offset stands in a review. Asks for rising offsets: `*next`, at first 0, is the
 * next review that can hold one. */
bool ll_build_in_review(const ll_plan_builder *b, uint32_t *next, uint32_t offset);

/* "CRITICAL", "IMPROVEMENT", "POLISH". */
extern const ll_view ll_build_severities[LL_REVIEW_SEVERITIES];

/* The parts, in the order in which they run. */
void ll_build_header(ll_plan_builder *b);
void ll_build_sections(ll_plan_builder *b);
void ll_build_reviews(ll_plan_builder *b);
void ll_build_later_names(ll_plan_builder *b);
void ll_build_tables(ll_plan_builder *b);
void ll_build_outline(ll_plan_builder *b);
void ll_build_checklist(ll_plan_builder *b);
void ll_build_claims(ll_plan_builder *b);
void ll_build_load(ll_plan_builder *b);
void ll_build_notebook(ll_plan_builder *b);

/* What stands behind a finding's title. */
typedef struct ll_title_tail {
    ll_view title;         /* without the rest */
    ll_view rule;          /* of a last "[rule-id]"; "" without one */
    uint32_t carried_from; /* of "(carried from iteration N)", see ll_review_finding */
} ll_title_tail;

/* `before` is the iteration before the one that the title stands in. */
ll_title_tail ll_build_title_tail(ll_view title, uint32_t before);

/* Adds the finding that begins with this section, if one does. */
void ll_build_finding(ll_plan_builder *b, ll_plan_review *review, const ll_section *section);

/* The fix verifications of one review; `verified`: their heading says that all were. */
void ll_build_verifications(ll_plan_builder *b, ll_plan_review *review, ll_block_range blocks,
                            bool verified);

/* Whether a heading below that of verifications is an entry: "1. Title -- NOT FIXED". */
bool ll_build_is_verified_heading(const ll_plan_builder *b, ll_view title);

/* What a text says of a fix. */
typedef struct ll_fix_status {
    ll_fix_state state;
    size_t at, len; /* the word that says it; at LL_VIEW_NONE when it stands nowhere */
} ll_fix_status;

/* The first status in `text`. It is FIXED or DEFERRED only when it begins with a word for it (at
 * the start, behind a dash, a colon, a sentence, emoji) and nothing up to its end denies or limits
 * it; a word of that kind that says less is LL_FIX_OPEN. `title_behind`: a title may follow it. */
ll_fix_status ll_build_fix_status(ll_view text, bool title_behind);

/* Whether a word or sign in it denies or limits what it says: "not", "still", "in part", "?". */
bool ll_build_is_limited(ll_view text);

/* Whether a status word in it is struck through (source text). */
bool ll_build_is_struck(ll_view text);

/* The first sentence of `text`. */
ll_view ll_build_sentence(ll_view text);

/* The first BUILD, STRETCH or CONSOLIDATE in `text`. */
ll_load ll_build_load_word(ll_view text);

/* The first block of a section's kind, outside reviews; an empty range when there is none. */
ll_block_range ll_build_range(const ll_plan_builder *b, ll_section_kind kind);

/* Whether a header row of `count` cells (plain) heads a table of a core kind. */
bool ll_build_is_core_header(const ll_vocabulary *vocabulary, const ll_view *cells, uint32_t count);

/* Readings of cells. */
ll_gap_status ll_build_status(const ll_vocabulary *vocabulary, ll_view plain_cell);
void ll_build_example_type(const ll_vocabulary *vocabulary, ll_example *example);

#endif
