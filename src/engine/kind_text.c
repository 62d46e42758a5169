/* Rules of the kind `text`: a pattern over the texts of some scopes. */
#include "engine/kinds.h"

typedef struct text_search {
    ll_check *check;
    const ll_compiled *compiled;
    ll_status status;
    ll_error *error;
} text_search;

/* The line of `text` around a match. */
static ll_match line_around(ll_view text, ll_match match) {
    while (match.start > 0 && text.ptr[match.start - 1] != '\n')
        match.start--;
    while (match.end < text.len && text.ptr[match.end] != '\n')
        match.end++;
    return match;
}

/* Whether a match of `unless` on the same line overlaps the match. Sets the status when it is given
 * up. */
static bool is_excused(text_search *search, ll_view text, ll_match match) {
    if (!search->compiled->unless_pattern)
        return false;
    ll_match line = line_around(text, match), excuse;
    ll_view subject = ll_view_slice(text, line.start, line.end);
    size_t from = 0;
    ll_status status;
    while ((status = ll_pattern_find(search->compiled->unless_pattern, subject, from, &excuse,
                                     search->error)) == LL_OK) {
        if (line.start + excuse.start >= match.end)
            return false;
        if (line.start + excuse.end > match.start)
            return true;
        from = excuse.end;
    }
    if (status != LL_E_NOT_FOUND)
        search->status = status;
    return false;
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

static bool visit(void *context, const ll_scope_text *text) {
    text_search *search = context;
    search->check->outcome.checked++;
    ll_match match;
    size_t from = 0;
    ll_status status = LL_OK;
    while ((status = ll_pattern_find(search->compiled->pattern, text->text, from, &match,
                                     search->error)) == LL_OK) {
        if (!is_excused(search, text->text, match))
            report(search, text, match);
        if (search->status != LL_OK)
            return false;
        from = match.end;
    }
    if (status != LL_E_NOT_FOUND)
        search->status = status;
    return search->status == LL_OK;
}

ll_status ll_run_text(ll_check *check, const ll_compiled *compiled, ll_error *error) {
    text_search search = {check, compiled, LL_OK, error};
    for (uint32_t i = 0; i < check->rule->text.scope_count && search.status == LL_OK; i++)
        ll_facts_scope(check->facts, check->rule->text.scopes[i], visit, &search);
    return search.status;
}
