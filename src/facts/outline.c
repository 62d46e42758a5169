/* Where a lesson holds an item of its plan's outline. */
#include "facts/typed.h"
#include "text/stopwords.h"

#include <assert.h>
#include <stdlib.h>

/* With fewer words below its title an item is looked for by its title in the text, too. */
enum { FEW_WORDS = 8 };

/* Parts of the index of titles. */
enum { TITLE = 1, SUBTITLE = 2 };

/* Words that say of a part what it is for, not what it is about. Sorted. */
static const char *const generic_words[] = {
    "background", "brief",       "closing", "concept",   "conclusion",   "content",    "core",
    "examples",   "explanation", "idea",    "interlude", "introduction", "main",       "motivation",
    "opening",    "overview",    "part",    "practice",  "recap",        "references", "resources",
    "section",    "setup",       "summary", "takeaways", "transition",   "wrap",
};

typedef struct titled {
    ll_view title; /* in small letters */
    uint32_t section;
} titled;

/* What is looked up for every item, gathered in one pass over the lesson and the outline. */
typedef struct ll_outline_places {
    ll_typed *typed;
    titled *titles;            /* of the sections, sorted */
    bool *claimed;             /* by section: its title is that of an item, word for word */
    ll_outline_match *matches; /* by item */
    bool found;                /* whether all were looked for */
} ll_outline_places;

static int compare_titled(const void *left, const void *right) {
    const titled *a = left, *b = right;
    int order = ll_view_compare(a->title, b->title);
    return order ? order : a->section < b->section ? -1 : a->section > b->section;
}

static void sort_titles(const ll_facts *facts, ll_outline_places *places) {
    uint32_t len = facts->lesson->sections.len;
    places->titles = LL_ARENA_ARRAY(facts->arena, titled, len);
    for (uint32_t i = 0; i < len; i++) {
        ll_view title = ll_view_trim(facts->lesson->sections.at[i].title);
        places->titles[i] = (titled){ll_arena_small(facts->arena, title), i};
    }
    if (len > 0)
        qsort(places->titles, len, sizeof *places->titles, compare_titled);
}

/* The first section with this very title: "Enough Is Enough" has no content words to be found by.
 * LL_LESSON_NONE when there is none. */
static uint32_t section_titled(const ll_facts *facts, const titled *titles, ll_view title) {
    title = ll_arena_small(facts->arena, ll_view_trim(title));
    uint32_t end = facts->lesson->sections.len;
    uint32_t low = ll_view_lower_bound(title, titles, end, sizeof *titles);
    bool found = title.len > 0 && low < end && ll_view_equal(titles[low].title, title);
    return found ? titles[low].section : LL_LESSON_NONE;
}

static void claim_sections(const ll_facts *facts, ll_outline_places *places) {
    places->claimed = LL_ARENA_ARRAY(facts->arena, bool, facts->lesson->sections.len);
    for (uint32_t i = 0; i < facts->plan->outline.len; i++) {
        uint32_t section =
            section_titled(facts, places->titles, facts->plan->outline.at[i].subject);
        if (section != LL_LESSON_NONE)
            places->claimed[section] = true;
    }
}

static ll_outline_places *places_of(ll_facts *facts) {
    if (facts->outline)
        return facts->outline;
    ll_outline_places *places = LL_ARENA_NEW(facts->arena, ll_outline_places);
    uint32_t len = facts->plan->outline.len;
    places->matches = LL_ARENA_ARRAY(facts->arena, ll_outline_match, len);
    sort_titles(facts, places);
    claim_sections(facts, places);
    places->typed = ll_typed_new(facts);
    facts->outline = places;
    return places;
}

static ll_index *index_of_titles(ll_facts *facts) {
    if (facts->titles)
        return facts->titles;
    facts->titles = ll_index_new(ll_facts_stems(facts), facts->arena);
    for (uint32_t i = 0; i < facts->lesson->sections.len; i++) {
        const ll_lesson_section *section = &facts->lesson->sections.at[i];
        ll_view subtitle;
        ll_index_add_part(facts->titles, i, TITLE, section->title);
        if (ll_lesson_header_prop(facts->lesson, facts->arena, section->element,
                                  LL_VIEW("subtitle"), &subtitle) == LL_KNOWN)
            ll_index_add_part(facts->titles, i, SUBTITLE, subtitle);
    }
    return facts->titles;
}

static ll_outline_match nowhere(void) {
    return (ll_outline_match){.judged = true, .element = LL_TSX_NONE};
}

static bool is_found(const ll_outline_match *match) {
    return match->element != LL_TSX_NONE;
}

/* "Training and Inference (INTRODUCED)" without its bracket. */
static ll_view without_bracket(ll_view title) {
    title = ll_view_trim(title);
    size_t open = title.len > 0 && title.ptr[title.len - 1] == ')'
                      ? ll_view_find_byte(title, '(', 0)
                      : LL_VIEW_NONE;
    return open == LL_VIEW_NONE ? title : ll_view_trim(ll_view_slice(title, 0, open));
}

/* By the title's words in one title of the lesson, or in it and its subtitle. One word of several
 * is a weak answer, since "model" is in many titles; it and words of a subtitle are none where the
 * section is another item's. */
static ll_outline_match by_title_words(ll_facts *facts, ll_view title, unsigned parts, bool weak) {
    ll_outline_match match = nowhere();
    ll_index_hit hit = ll_index_best_part(index_of_titles(facts), parts, title);
    bool by_one_word = hit.found == 1 && hit.asked > 1;
    bool found = hit.best != UINT32_MAX && hit.score >= LL_OUTLINE_TITLE_FOUND;
    bool claimed = found && (weak || (parts & SUBTITLE)) && places_of(facts)->claimed[hit.best];
    bool check =
        found && by_one_word && ll_typed_heads_check(facts->lesson->sections.at[hit.best].title);
    if (found && by_one_word == weak && !claimed && !check) {
        match.element = facts->lesson->sections.at[hit.best].element;
        match.share = weak ? 0 : hit.score;
    }
    return match;
}

static ll_outline_match by_title(ll_facts *facts, ll_view subject) {
    ll_outline_match match = nowhere();
    ll_view plain = without_bracket(subject);
    uint32_t section = section_titled(facts, places_of(facts)->titles, subject);
    if (section != LL_LESSON_NONE)
        match.element = facts->lesson->sections.at[section].element;
    match.share = is_found(&match) ? 1 : 0;
    if (!is_found(&match))
        match = by_title_words(facts, subject, TITLE, false);
    if (!is_found(&match) && plain.len < subject.len)
        match = by_title_words(facts, plain, TITLE, false);
    if (!is_found(&match))
        match = by_title_words(facts, plain, TITLE | SUBTITLE, false);
    return match;
}

static ll_outline_match in_row(const ll_facts *facts, const ll_index_hit *hit, double least) {
    ll_outline_match match = nowhere();
    if (hit->best != UINT32_MAX && hit->score >= least) {
        match.element = ll_facts_row_element(facts, hit->best);
        match.score = match.share = hit->score;
    }
    return match;
}

static bool is_generic_word(ll_view word) {
    if (word.len < 2 || ll_stopword_is(word))
        return true;
    return LL_VIEW_IS_ONE_OF(word, generic_words);
}

/* "Introduction", "The Main Idea", "#2": there is nothing in it to be found by. */
static bool is_generic(ll_facts *facts, ll_view title) {
    title = ll_arena_small(facts->arena, title);
    for (size_t at = 0; at < title.len;) {
        size_t start = at;
        while (at < title.len &&
               (ll_is_alnum(title.ptr[at]) || (unsigned char)title.ptr[at] >= 0x80))
            at++;
        if (at > start && !is_generic_word(ll_view_slice(title, start, at)))
            return false;
        at += at == start;
    }
    return true;
}

/* A title stands for an item of which the plan says no more. */
static ll_outline_match by_text(ll_facts *facts, const ll_outline_item *item) {
    uint32_t number = (uint32_t)(item - facts->plan->outline.at);
    const ll_index_hit *body = ll_facts_coverage(facts, LL_PLANNED_OUTLINE, number, LL_ROW_WHOLE);
    ll_outline_match match = in_row(facts, body, LL_OUTLINE_BODY_FOUND);
    /* "Takeaways" with "Key points" below: one of its words stands anywhere. */
    if (body->found == 1 && body->asked > 1 && is_generic(facts, item->subject))
        return nowhere();
    if (is_found(&match) || body->asked >= FEW_WORDS)
        return match;
    ll_index_hit title = ll_index_best(ll_facts_rows(facts), without_bracket(item->subject));
    return title.found > 1 ? in_row(facts, &title, LL_OUTLINE_TITLE_FOUND) : match;
}

/* "8a. Title" at the start of a line, bold or a heading. */
static bool is_part(ll_view line, ll_view *title) {
    size_t at = 0;
    while (at < line.len && (line.ptr[at] == '*' || line.ptr[at] == '#' || line.ptr[at] == ' '))
        at++;
    size_t digits = at;
    while (at < line.len && ll_is_digit(line.ptr[at]))
        at++;
    if (at == digits || at + 1 >= line.len || !ll_is_lower(line.ptr[at]) || line.ptr[at + 1] != '.')
        return false;
    *title = ll_view_trim(ll_view_slice(line, at + 2, line.len));
    return title->len > 0;
}

/* The section of the first part of the item that has one: a lesson may give each part its own. */
static ll_outline_match by_parts(ll_facts *facts, const ll_outline_item *item) {
    ll_view body =
        ll_view_slice(facts->sources[LL_DOCUMENT_PLAN]->text, item->body_start, item->body_end);
    ll_outline_match match = nowhere();
    for (size_t at = 0; at < body.len && !is_found(&match);) {
        size_t end = ll_view_find_byte(body, '\n', at);
        end = end == LL_VIEW_NONE ? body.len : end;
        ll_view title;
        if (is_part(ll_view_slice(body, at, end), &title))
            match = by_title(facts, title);
        at = end + 1;
    }
    return match;
}

/* A widget, or another element that the plan names; a notebook; something to use. */
static ll_outline_match by_element(ll_facts *facts, const ll_outline_item *item) {
    ll_outline_match match = nowhere();
    match.element = ll_facts_named_element(facts, item->title);
    if (!is_found(&match) && ll_typed_is_next(item->title))
        match.element = ll_typed_next(places_of(facts)->typed);
    if (!is_found(&match) && (item->role == LL_ROLE_EXPLORE || item->role == LL_ROLE_PRACTICE)) {
        ll_evidence control = ll_facts_evidence(facts, LL_MODALITY_INTERACTIVE);
        if (control.strength == LL_EVIDENCE_STRONG)
            match.element = control.element;
        if (!is_found(&match) && ll_typed_names_notebook(facts, item))
            match.element = ll_typed_notebook(facts, places_of(facts)->typed);
    }
    return match;
}

/* What comes nearest to the item stands beside something that could not be read. */
static bool may_be_unseen(ll_facts *facts, const ll_outline_item *item) {
    uint32_t number = (uint32_t)(item - facts->plan->outline.at);
    uint32_t best = ll_facts_coverage(facts, LL_PLANNED_OUTLINE, number, LL_ROW_WHOLE)->best;
    return ll_facts_unseen(facts, best) != LL_TSX_NONE;
}

static ll_outline_match find_content(ll_facts *facts, const ll_outline_item *item) {
    ll_outline_match match = by_title(facts, item->subject);
    if (!is_found(&match) && item->role == LL_ROLE_EXPLORE) /* "Explore: WaveWidget" */
        match.element = ll_facts_named_element(facts, item->title);
    if (!is_found(&match))
        match = by_text(facts, item);
    if (!is_found(&match))
        match = by_parts(facts, item);
    if (!is_found(&match))
        match = by_title_words(facts, without_bracket(item->subject), TITLE, true);
    if (!is_found(&match))
        match = by_element(facts, item);
    bool silent = item->role == LL_ROLE_HOOK || item->role == LL_ROLE_RECAP;
    match.judged = is_found(&match) ||
                   !(silent || is_generic(facts, item->subject) || may_be_unseen(facts, item));
    return match;
}

/* Checks and practices have a section of their own more often than not. */
static ll_outline_match find_typed(ll_facts *facts, const ll_outline_item *item) {
    ll_typed *typed = places_of(facts)->typed;
    ll_outline_match match = nowhere(), better = nowhere();
    if (item->role == LL_ROLE_CHECK) {
        uint32_t number = (uint32_t)(item - facts->plan->outline.at);
        ll_gap gap = ll_facts_gap(facts, facts->outline->matches, number);
        match.element = ll_typed_check(facts, typed, item, gap, &match.elsewhere);
    } else {
        match.element = ll_typed_element(facts, typed, item);
    }
    if (is_found(&match) && item->role == LL_ROLE_CHECK)
        better.element = ll_typed_titled(facts, typed, item->subject);
    if (is_found(&match) && !is_found(&better) &&
        (item->role == LL_ROLE_CHECK || item->role == LL_ROLE_PRACTICE))
        better = by_title(facts, item->subject);
    if (is_found(&match) && !is_found(&better) && item->role == LL_ROLE_PRACTICE &&
        !ll_typed_links_notebook(typed))
        better = by_text(facts, item);
    if (is_found(&better)) {
        match.element = better.element;
        match.score = better.score;
        match.elsewhere = false;
    }
    match.typed = true;
    match.judged = is_found(&match) || !ll_typed_is_hidden(typed);
    return match;
}

/* First what says itself where it stands; what only the order of the outline tells comes last. */
static void find_all(ll_facts *facts, ll_outline_places *places) {
    const ll_plan *plan = facts->plan;
    for (uint32_t i = 0; i < plan->outline.len; i++) {
        const ll_outline_item *item = &plan->outline.at[i];
        places->matches[i] = nowhere();
        if (item->role != LL_ROLE_CHECK)
            places->matches[i] =
                ll_typed_is(facts, item) ? find_typed(facts, item) : find_content(facts, item);
    }
    for (uint32_t i = 0; i < plan->outline.len; i++)
        if (plan->outline.at[i].role == LL_ROLE_CHECK)
            places->matches[i] = find_typed(facts, &plan->outline.at[i]);
    ll_facts_match_between(facts, places->matches);
}

ll_outline_match ll_facts_outline(ll_facts *facts, const ll_outline_item *item) {
    assert(facts->lesson && facts->plan);
    size_t number = (size_t)(item - facts->plan->outline.at);
    assert(number < facts->plan->outline.len);
    ll_outline_places *places = places_of(facts);
    if (!places->found) {
        places->found = true;
        find_all(facts, places);
    }
    return places->matches[number];
}

const ll_outline_item *ll_facts_open_check(ll_facts *facts, uint32_t *element) {
    assert(facts->lesson && facts->plan);
    return ll_typed_open_check(facts, places_of(facts)->typed, element);
}
