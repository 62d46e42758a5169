/* prerequisite-gap-unresolved: more gaps than the plan resolves. */
#include "check/checks.h"

enum { LONGEST_LABEL = 60 };

static bool is_gap(const ll_prerequisite *row) {
    return row->status == LL_STATUS_GAP || row->status == LL_STATUS_MISSING;
}

static bool starts_with_any(ll_view text, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (ll_view_starts_nocase(text, ll_view_of(words[i])))
            return true;
    return false;
}

#define STARTS_WITH_ANY(text, words) starts_with_any(text, words, sizeof(words) / sizeof *(words))

/* "This lesson teaches/addresses/resolves …", "taught in this lesson". */
static bool says_this_lesson_does(ll_view text) {
    static const char *const verbs[] = {"teaches",    "addresses", "resolves",   "introduces",
                                        "covers",     "fills",     "closes",     "develops",
                                        "will teach", "will add",  "will intro", "will cover"};
    static const char *const done[] = {"taught",  "addressed", "resolved", "introduced",
                                       "covered", "filled",    "closed",   "developed"};
    ll_view lesson = LL_VIEW("this lesson ");
    for (size_t at = 0; (at = ll_view_find_nocase(text, lesson, at)) != LL_VIEW_NONE;) {
        at += lesson.len;
        if (STARTS_WITH_ANY(ll_view_slice(text, at, text.len), verbs))
            return true;
    }
    for (size_t i = 0; i < sizeof done / sizeof *done; i++) {
        ll_view word = ll_view_of(done[i]);
        size_t at = ll_view_find_word(text, word, 0);
        if (at != LL_VIEW_NONE &&
            ll_view_starts_nocase(ll_view_slice(text, at + word.len, text.len),
                                  LL_VIEW(" in this lesson")))
            return true;
    }
    return false;
}

static bool resolves_itself(const ll_prerequisite *row) {
    return says_this_lesson_does(row->reasoning) || says_this_lesson_does(row->status_text);
}

static ll_view without_marks(ll_view text) {
    text = ll_view_trim(text);
    while (text.len > 0 && strchr("*_(>\" ", text.ptr[0]))
        text = ll_view_slice(text, 1, text.len);
    return text;
}

/* Whether a paragraph or item under a gap label says how gaps are closed. */
static bool resolves_all(ll_view text) {
    static const char *const nothing[] = {"no gap",     "all prerequisites", "none",       "n/a",
                                          "not needed", "not applicable",    "nothing to", "---"};
    text = without_marks(text);
    return text.len > 0 && !STARTS_WITH_ANY(text, nothing);
}

/* Whether `text` holds the word, unless it says that there is none. */
static bool affirms(ll_view text, ll_view word) {
    static const char *const denials[] = {"no ", "not a ", "zero ", "without ", "any "};
    size_t at = 0;
    for (; (at = ll_view_find_word(text, word, at)) != LL_VIEW_NONE; at += word.len) {
        bool denied = false;
        for (size_t i = 0; i < sizeof denials / sizeof *denials; i++) {
            ll_view denial = ll_view_of(denials[i]);
            denied =
                denied || (at >= denial.len &&
                           ll_view_starts_nocase(ll_view_slice(text, at - denial.len, at), denial));
        }
        if (!denied)
            return true;
    }
    return false;
}

/* Whether a text is about gaps that there are, or about their resolution. */
static bool speaks_of_gaps(ll_view text) {
    return affirms(text, LL_VIEW("gap")) || affirms(text, LL_VIEW("gaps")) ||
           ll_view_starts_nocase(without_marks(text), LL_VIEW("resol"));
}

/* What stands behind a label such as "*Gap resolution:*", or the text itself. */
static ll_view behind_label(ll_view text) {
    size_t colon = ll_view_find_byte(text, ':', 0);
    if (colon == LL_VIEW_NONE || colon > LONGEST_LABEL ||
        !speaks_of_gaps(ll_view_slice(text, 0, colon)))
        return text;
    return ll_view_slice(text, colon + 1, text.len);
}

static bool is_text(const ll_block *block) {
    return block->kind == LL_BLOCK_PARAGRAPH || block->kind == LL_BLOCK_ITEM;
}

/* The text of a section's first block that stands behind its bold label is `rest`. */
static bool section_resolves_all(const ll_plan *plan, const ll_section *section) {
    bool label = section->level == LL_SECTION_LABEL;
    if (!resolves_all(section->title))
        return false;
    if (label && resolves_all(section->rest))
        return true;
    for (uint32_t i = section->first_block + (label ? 1 : 0); i < section->after_block; i++) {
        const ll_block *block = &plan->markdown->blocks.at[i];
        if (is_text(block) && resolves_all(ll_markdown_text(plan->markdown, block)))
            return true;
    }
    return false;
}

/* Text between the table and the next section that speaks of gaps without a label that we know. */
static bool text_behind_table_resolves_all(const ll_plan *plan) {
    uint32_t table = plan->tables[LL_TABLE_PREREQUISITES].header.offset;
    uint32_t next = plan->tables[LL_TABLE_MISCONCEPTIONS].header.offset;
    bool titled = false;
    for (uint32_t i = 0; i < plan->markdown->blocks.len; i++) {
        const ll_block *block = &plan->markdown->blocks.at[i];
        ll_view text = ll_markdown_text(plan->markdown, block);
        if (block->start <= table)
            continue;
        if (block->kind == LL_BLOCK_HEADING && !(titled = speaks_of_gaps(text)))
            return false;
        if (block->kind == LL_BLOCK_TABLE && next >= block->start && next < block->end)
            return false;
        if (is_text(block) && (titled || speaks_of_gaps(text)) && resolves_all(behind_label(text)))
            return true;
    }
    return false;
}

static bool prose_resolves_all(const ll_plan *plan) {
    for (uint32_t i = 0; i < plan->sections.len; i++)
        if (plan->sections.at[i].kind == LL_SECTION_GAPS &&
            section_resolves_all(plan, &plan->sections.at[i]))
            return true;
    return text_behind_table_resolves_all(plan);
}

static void report(ll_check *check, const ll_prerequisite *row, uint32_t gaps, uint32_t resolved) {
    ll_value values[] = {{"concept", row->concept},
                         {"gaps", ll_arena_format(check->arena, "%u", gaps)},
                         {"resolved", ll_arena_format(check->arena, "%u", resolved)},
                         {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(row->place),
                                        .subject = row->concept,
                                        .values = values});
}

/* A resolution table resolves as many gaps as it has rows: the names differ between the two tables,
 * so they are matched by count, and the last gaps are the ones left over. */
void ll_check_prerequisite_gap_unresolved(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    uint32_t gaps = 0, resolved = 0;
    for (uint32_t i = 0; i < plan->prerequisites.len; i++) {
        const ll_prerequisite *row = &plan->prerequisites.at[i];
        LL_ARRAY_PUSH(check->arena, &check->outcome.judged, row->place.offset);
        gaps += is_gap(row);
        resolved += is_gap(row) && resolves_itself(row);
    }
    check->outcome.checked = gaps;
    uint32_t by_table = plan->gaps.len;
    if (gaps <= resolved + by_table || prose_resolves_all(plan))
        return;
    for (uint32_t i = 0, table_left = by_table; i < plan->prerequisites.len; i++) {
        const ll_prerequisite *row = &plan->prerequisites.at[i];
        if (!is_gap(row) || resolves_itself(row))
            continue;
        if (table_left > 0)
            table_left--;
        else
            report(check, row, gaps, resolved + by_table);
    }
}
