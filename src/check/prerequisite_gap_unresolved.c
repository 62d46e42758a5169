/* prerequisite-gap-unresolved: more gaps than the plan resolves. */
#include "check/checks.h"

enum { LONGEST_LABEL = 60, CLAUSE_MOST = 120 };

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

/* Forms of what a lesson does about a gap. */
static const char *const doing[] = {
    "addresses", "bridges",    "builds",     "closes",     "covers",    "develops", "explains",
    "fills",     "introduces", "recalls",    "recaps",     "refreshes", "resolves", "reteaches",
    "teaches",   "will add",   "will cover", "will intro", "will teach"};
static const ll_view done[] = {
    LL_VIEW_INIT("addressed"), LL_VIEW_INIT("bridged"),      LL_VIEW_INIT("built"),
    LL_VIEW_INIT("closed"),    LL_VIEW_INIT("covered"),      LL_VIEW_INIT("developed"),
    LL_VIEW_INIT("explained"), LL_VIEW_INIT("filled"),       LL_VIEW_INIT("introduced"),
    LL_VIEW_INIT("recalled"),  LL_VIEW_INIT("recap"),        LL_VIEW_INIT("recapped"),
    LL_VIEW_INIT("refreshed"), LL_VIEW_INIT("resolved"),     LL_VIEW_INIT("retaught"),
    LL_VIEW_INIT("taught"),    LL_VIEW_INIT("we introduce"), LL_VIEW_INIT("we recall"),
    LL_VIEW_INIT("we teach")};

/* What does not close a gap, or did no more than name it. */
static const ll_view limits[] = {LL_VIEW_INIT("not"), LL_VIEW_INIT("never"), LL_VIEW_INIT("only"),
                                 LL_VIEW_INIT("too"), LL_VIEW_INIT("was"),   LL_VIEW_INIT("were")};

/* Where the clause before `at` starts. */
static size_t clause_start(ll_view text, size_t at) {
    size_t least = at > CLAUSE_MOST ? at - CLAUSE_MOST : 0;
    while (at > least && !strchr(",;:.!?(", text.ptr[at - 1]))
        at--;
    return at;
}

/* "closed in section 2", "Section 2 teaches it", where `at` is behind the word section. A section
 * of something else than this lesson closes nothing. */
static bool section_does(ll_view text, size_t word, size_t at) {
    uint32_t number;
    size_t used;
    ll_view behind = ll_view_trim(ll_view_slice(text, at, text.len));
    if (!ll_view_number(behind, &number, &used))
        return false;
    behind = ll_view_slice(behind, used, behind.len);
    if (behind.len > 1 && behind.ptr[0] == '.' && ll_is_digit(behind.ptr[1]))
        return false; /* 4.2 is a lesson's */
    behind = ll_view_trim(behind);
    if (ll_view_starts_nocase(behind, LL_VIEW("of ")) &&
        !ll_view_starts_nocase(behind, LL_VIEW("of this lesson")))
        return false;
    ll_view clause = ll_view_slice(text, clause_start(text, word), word);
    return (STARTS_WITH_ANY(behind, doing) && !LL_VIEW_HAS_WORD(behind, limits)) ||
           (LL_VIEW_HAS_WORD(clause, done) && !LL_VIEW_HAS_WORD(clause, limits));
}

/* "This lesson teaches/addresses/resolves …", "taught in this lesson", "closed in section 2". */
static bool says_this_lesson_does(ll_view text) {
    static const char *const lessons[] = {"this lesson ", "the present lesson "};
    for (size_t i = 0; i < sizeof lessons / sizeof *lessons; i++) {
        ll_view lesson = ll_view_of(lessons[i]);
        for (size_t at = 0; (at = ll_view_find_nocase(text, lesson, at)) != LL_VIEW_NONE;) {
            at += lesson.len;
            if (STARTS_WITH_ANY(ll_view_slice(text, at, text.len), doing))
                return true;
        }
    }
    for (size_t i = 0; i < sizeof done / sizeof *done; i++) {
        ll_view word = done[i];
        size_t at = ll_view_find_word(text, word, 0);
        if (at != LL_VIEW_NONE &&
            ll_view_starts_nocase(ll_view_slice(text, at + word.len, text.len),
                                  LL_VIEW(" in this lesson")))
            return true;
    }
    ll_view section = LL_VIEW("section");
    for (size_t at = 0; (at = ll_view_find_word(text, section, at)) != LL_VIEW_NONE; at++)
        if (section_does(text, at, at + section.len))
            return true;
    return false;
}

static ll_view without_marks(ll_view text) {
    text = ll_view_trim(text);
    while (text.len > 0 && strchr("*_(>\" ", text.ptr[0]))
        text = ll_view_slice(text, 1, text.len);
    return text;
}

static bool excepts(ll_view sentence) {
    static const ll_view words[] = {LL_VIEW_INIT("except"),     LL_VIEW_INIT("but"),
                                    LL_VIEW_INIT("beyond"),     LL_VIEW_INIT("other than"),
                                    LL_VIEW_INIT("apart from"), LL_VIEW_INIT("aside from")};
    return LL_VIEW_HAS_WORD(sentence, words);
}

/* Whether a sentence says that nothing is to be resolved, and no more than that: "No gaps except A,
 * which gets a recap" says more. `goes_on`: it follows such a sentence, and may repeat it. */
static bool is_denial(ll_view sentence, bool goes_on) {
    static const char *const nothing[] = {
        "no gap", "all prerequisites", "every prerequisite", "each prerequisite", "none",
        "n/a",    "not needed",        "not applicable",     "nothing to",        "tbd",
        "todo"};
    static const char *const repeats[] = {"all ",        "each ",    "every ", "everything ",
                                          "the student", "students", "they ",  "nothing "};
    static const ll_view more[] = {LL_VIEW_INIT("recap"), LL_VIEW_INIT("refresher"),
                                   LL_VIEW_INIT("section"), LL_VIEW_INIT("gets")};
    bool denies =
        STARTS_WITH_ANY(sentence, nothing) || (goes_on && STARTS_WITH_ANY(sentence, repeats));
    return denies && !LL_VIEW_HAS_WORD(sentence, more) && !excepts(sentence);
}

/* Takes the first sentence off a text. */
static ll_view take_sentence(ll_view *text) {
    size_t end = 0;
    while (end < text->len && !(strchr(".!;", text->ptr[end]) &&
                                (end + 1 == text->len || !ll_is_alnum(text->ptr[end + 1]))))
        end++;
    ll_view sentence = ll_view_slice(*text, 0, end);
    *text = ll_view_slice(*text, end < text->len ? end + 1 : end, text->len);
    return sentence;
}

static bool says_something(ll_view text) {
    for (size_t i = 0; i < text.len; i++)
        if (ll_is_alnum(text.ptr[i]) || (unsigned char)text.ptr[i] >= 0x80)
            return true;
    return false;
}

/* Whether a paragraph or item under a gap label says how gaps are closed. */
static bool resolves_all(ll_view text) {
    bool denied = false;
    while (text.len > 0) {
        ll_view sentence = without_marks(take_sentence(&text));
        if (!says_something(sentence) || ll_plan_is_nothing(sentence))
            continue;
        if (!is_denial(sentence, denied))
            return true;
        denied = true;
    }
    return false;
}

/* A cell of a column "Resolution" that says that there is none yet. */
static bool is_open(ll_view cell) {
    static const char *const words[] = {"no ",  "not ",  "none",    "unresolved", "pending", "open",
                                        "see ", "to be", "missing", "tbd",        "unknown", "?"};
    return ll_plan_is_nothing(cell) || ll_view_equal_nocase(cell, LL_VIEW("no")) ||
           STARTS_WITH_ANY(without_marks(cell), words);
}

static bool resolves_itself(const ll_prerequisite *row) {
    return says_this_lesson_does(row->reasoning) || says_this_lesson_does(row->status_text) ||
           (!is_open(row->resolution) && resolves_all(row->resolution));
}

/* Whether `text` holds the word, unless it says that there is none, without an exception. */
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
        size_t end = text.len - at < CLAUSE_MOST ? text.len : at + CLAUSE_MOST;
        ll_view rest = ll_view_slice(text, at, end);
        if (!denied || excepts(take_sentence(&rest)))
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

/* What a text behind the table stands below. */
typedef struct below {
    bool titled;           /* a heading that speaks of gaps */
    const ll_block *label; /* a label without text, of which this is the list; NULL without one */
} below;

/* Text between the table and the next section that speaks of gaps without a label that we know. */
static bool text_resolves_all(below *state, const ll_block *block, ll_view text) {
    const ll_block *label = state->label;
    bool item = block->kind == LL_BLOCK_ITEM;
    bool listed = label && item && (label->kind != LL_BLOCK_ITEM || block->level > label->level);
    if (!listed)
        state->label = NULL;
    if (!state->titled && !listed && !speaks_of_gaps(text))
        return false;
    ll_view rest = behind_label(text);
    if (rest.len < text.len && !says_something(rest))
        state->label = block;
    return resolves_all(rest);
}

static bool text_behind_table_resolves_all(const ll_plan *plan) {
    uint32_t table = plan->tables[LL_TABLE_PREREQUISITES].header.offset;
    uint32_t next = plan->tables[LL_TABLE_MISCONCEPTIONS].header.offset;
    below state = {0};
    for (uint32_t i = 0; i < plan->markdown->blocks.len; i++) {
        const ll_block *block = &plan->markdown->blocks.at[i];
        ll_view text = ll_markdown_text(plan->markdown, block);
        if (block->start <= table)
            continue;
        if (block->kind == LL_BLOCK_HEADING && !(state.titled = speaks_of_gaps(text)))
            return false;
        if (block->kind == LL_BLOCK_TABLE && next >= block->start && next < block->end)
            return false;
        if (is_text(block) && text_resolves_all(&state, block, text))
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
