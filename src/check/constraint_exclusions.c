/* constraint-exclusions: the plan excludes topics, and the lesson does not say so. */
#include "check/checks.h"
#include "facts/names.h"
#include "facts/reading.h"

static bool holds_word(ll_view text, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (ll_view_find_word(text, ll_view_of(words[i]), 0) != LL_VIEW_NONE)
            return true;
    return false;
}

#define HOLDS_WORD(text, words) holds_word(text, words, sizeof(words) / sizeof *(words))

static bool begins_excluding(ll_view text) {
    static const char *const words[] = {"not ", "no ", "does not ", "doesn't ", "do not "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ll_view_starts_nocase(text, ll_view_of(words[i])))
            return true;
    return false;
}

/* Items of the list of what the lesson is not about, else those of the scope that exclude. */
static uint32_t count_excluded(ll_arena *arena, const ll_plan *plan) {
    const ll_section *section = ll_plan_section(plan, LL_SECTION_IS_NOT_ABOUT);
    bool all = section != NULL;
    if (!section)
        section = ll_plan_section(plan, LL_SECTION_SCOPE);
    uint32_t count = 0;
    for (uint32_t i = section ? section->first_block : 0; section && i < section->after_block;
         i++) {
        const ll_block *block = &plan->markdown->blocks.at[i];
        if (block->kind == LL_BLOCK_ITEM && block->level == 0)
            count += all || begins_excluding(
                                ll_markdown_plain(arena, ll_markdown_text(plan->markdown, block)));
    }
    return count;
}

/* Any word that takes something out: what is meant matters, not how it is put. */
static bool excludes(ll_view text) {
    static const char *const words[] = {
        "not",          "no",      "never",    "without",       "cannot",
        "nor",          "none",    "skip",     "later",         "deferred",
        "out of scope", "outside", "left out", "off the table", "except"};
    return HOLDS_WORD(text, words) ||
           ll_view_find_nocase(text, LL_VIEW("n't"), 0) != LL_VIEW_NONE ||
           ll_view_find_nocase(text, LL_VIEW("n’t"), 0) != LL_VIEW_NONE;
}

typedef struct span {
    uint32_t first, after; /* nodes */
} span;

/* "What This Is and Is Not" promises items of both kinds; "Not Today" makes all of them exclude. */
static bool is_mixed_title(const ll_lesson *lesson, const ll_passage *passage) {
    static const char *const words[] = {"and", "or", "but"};
    return passage->kind == LL_PASSAGE_ATTRIBUTE &&
           HOLDS_WORD(ll_lesson_passage_text(lesson, passage), words);
}

/* Whether a text of the nodes excludes; `*texts` counts those looked at. */
static bool says(const ll_lesson *lesson, span nodes, uint32_t *texts) {
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        if (passage->node < nodes.first || passage->node >= nodes.after)
            continue;
        ++*texts;
        if (!is_mixed_title(lesson, passage) && excludes(ll_lesson_passage_text(lesson, passage)))
            return true;
    }
    return false;
}

void ll_check_constraint_exclusions(ll_check *check) {
    enum { MANY = 3 };
    ll_facts *facts = check->facts;
    uint32_t excluded = count_excluded(check->arena, facts->plan);
    if (facts->lesson->layout == LL_LESSON_NONE || excluded < MANY)
        return;
    uint32_t block = ll_facts_first_element(facts, LL_VIEW("ConstraintBlock"));
    if (block == LL_TSX_NONE)
        return; /* block-missing */
    uint32_t length = 0, texts = 0, items = ll_facts_prop_array(facts, block, LL_VIEW("items"));
    span own = {block, facts->tsx->nodes.at[block].after}, list = {0};
    if (items != LL_TSX_NONE)
        list = (span){items, facts->tsx->nodes.at[items].after};
    bool closed =
        items == LL_TSX_NONE
            ? ll_tsx_attribute(facts->tsx, block, LL_VIEW("items")) == LL_TSX_NONE
            : ll_facts_prop_length(facts, block, LL_VIEW("items"), &length) == LL_LENGTH_KNOWN;
    if (says(facts->lesson, own, &texts) || says(facts->lesson, list, &texts)) {
        check->outcome.checked++;
        return;
    }
    if (!closed || texts == 0)
        return; /* not all of it can be seen */
    check->outcome.checked++;
    ll_value values[] = {{"count", ll_arena_format(check->arena, "%u", excluded)}, {0}};
    ll_check_report(check,
                    &(ll_report){.range = ll_tag_range(facts->tsx, block), .values = values});
}
