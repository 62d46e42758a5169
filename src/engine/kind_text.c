/* Rules of the kind `text`: a pattern over the texts of some scopes. */
#include "engine/kinds.h"

#include "base/error.h"

typedef struct text_search {
    ll_check *check;
    const ll_compiled *compiled;
    ll_status status;
    ll_error *error;
    ll_match
        excuse; /* the match of `unless` that ends behind what was asked of the current text last */
    bool no_excuse; /* there are no more of them */
} text_search;

/* Takes the next match of `unless` in the text. */
static void next_excuse(text_search *search, ll_view text) {
    ll_status status = ll_pattern_find(search->compiled->unless_pattern, text, search->excuse.end,
                                       &search->excuse, search->error);
    search->no_excuse = status != LL_OK;
    if (status != LL_OK && status != LL_E_NOT_FOUND)
        search->status = status;
}

/* Whether a match of `unless` overlaps the match. Matches come in order, and so do excuses: each
 * text is gone through once. */
static bool is_excused(text_search *search, ll_view text, ll_match match) {
    while (!search->no_excuse && search->excuse.end <= match.start)
        next_excuse(search, text);
    return !search->no_excuse && search->excuse.start < match.end;
}

static ll_range range_of(const ll_facts *facts, const ll_scope_text *text, ll_match match) {
    ll_range range = {text->document, text->offset + (uint32_t)match.start,
                      (uint32_t)(match.end - match.start)};
    if (text->passage != LL_LESSON_NONE) {
        uint32_t start = facts->lesson->passages.at[text->passage].start;
        ll_lesson_source_range(facts->lesson, start + (uint32_t)match.start,
                               start + (uint32_t)match.end, &range.offset, &range.length);
    }
    return range;
}

static void report(text_search *search, const ll_scope_text *text, ll_match match) {
    ll_view found = ll_view_slice(text->text, match.start, match.end);
    ll_value values[] = {{"match", found}, {0}};
    ll_check_report(search->check,
                    &(ll_report){.range = range_of(search->check->facts, text, match),
                                 .subject = text->text,
                                 .values = values});
}

/* Says which rule gave up, and where. */
static void name_place(const text_search *search, const ll_scope_text *text) {
    const ll_check *check = search->check;
    ll_source *source = check->facts->sources[text->document];
    ll_error inner = *search->error;
    ll_position at =
        ll_source_position(source, range_of(check->facts, text, (ll_match){0, 0}).offset);
    ll_error_set(search->error, search->status, source->path, at.line, at.column, "rule %.*s: %s",
                 LL_VIEW_ARG(check->rule->id), inner.text);
}

static bool visit(void *context, const ll_scope_text *text) {
    text_search *search = context;
    search->check->outcome.checked++;
    search->excuse = (ll_match){0, 0};
    search->no_excuse = !search->compiled->unless_pattern;
    ll_match match;
    size_t from = 0;
    ll_status status = LL_OK;
    while (search->status == LL_OK &&
           (status = ll_pattern_find(search->compiled->pattern, text->text, from, &match,
                                     search->error)) == LL_OK) {
        if (!is_excused(search, text->text, match) && search->status == LL_OK)
            report(search, text, match);
        from = match.end;
    }
    if (status != LL_OK && status != LL_E_NOT_FOUND)
        search->status = status;
    if (search->status != LL_OK)
        name_place(search, text);
    return search->status == LL_OK;
}

static void allow(const ll_check *check, ll_pattern *pattern) {
    size_t bytes = 0;
    for (int i = 0; i < LL_DOCUMENTS; i++)
        bytes += check->facts->sources[i] ? check->facts->sources[i]->text.len : 0;
    if (pattern)
        ll_pattern_allow(pattern, bytes);
}

ll_status ll_run_text(ll_check *check, const ll_compiled *compiled, ll_error *error) {
    text_search search = {.check = check, .compiled = compiled, .error = error};
    allow(check, compiled->pattern);
    allow(check, compiled->unless_pattern);
    for (uint32_t i = 0; i < check->rule->text.scope_count && search.status == LL_OK; i++)
        ll_facts_scope(check->facts, check->rule->text.scopes[i], visit, &search);
    return search.status;
}
