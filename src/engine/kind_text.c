/* Rules of the kind `text`: a pattern over the texts of some scopes. */
#include "engine/kinds.h"

#include "base/error.h"
#include "check/dash.h"
#include "check/mend.h"
#include "rule/template.h"

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

/* What the rule's `replace` comes to for a match; false when it asks for what a code stands for and
 * there is none. */
static bool replacement(const ll_check *check, ll_view found, ll_view *out) {
    ll_view decoded = ll_mend_decode(check->arena, found), wanted = check->rule->text.replace;
    const ll_value values[] = {{"match", found}, {"decoded", decoded}};
    if (decoded.len == 0 && ll_view_find(wanted, LL_VIEW("{decoded}"), 0) != LL_VIEW_NONE)
        return false;
    *out = ll_template_expand(check->arena, wanted, values, 2);
    return true;
}

/* In the text of a lesson an em dash has no blanks beside it, whoever writes it: they would be a
 * finding of another rule. */
static bool is_tight(const ll_rule_text *rule, ll_view put) {
    return rule->tight || ll_view_equal(put, LL_VIEW("\xE2\x80\x94"));
}

/* Of a text that is read as it stands in the source. */
static void take_spaces(ll_view source, uint32_t *start, uint32_t *end) {
    while (*start > 0 && source.ptr[*start - 1] == ' ')
        --*start;
    while (*end < source.len && source.ptr[*end] == ' ')
        ++*end;
}

static ll_safety safety_of(const ll_check *check, const ll_scope_text *text, ll_match match) {
    if (text->passage == LL_LESSON_NONE)
        return check->rule->text.safety;
    const ll_passage *passage = &check->facts->lesson->passages.at[text->passage];
    return ll_mend_safety(check, passage, passage->start + (uint32_t)match.start,
                          passage->start + (uint32_t)match.end, check->rule->text.safety);
}

/* In a plan the text is Markdown and goes there as it is. */
static void mend(ll_edits *edits, const text_search *search, const ll_scope_text *text,
                 ll_match match, ll_range range) {
    const ll_check *check = search->check;
    const ll_rule_text *rule = &check->rule->text;
    uint32_t start = range.offset, end = start + range.length;
    ll_view put;
    if (!rule->replaces || match.start == match.end ||
        !replacement(check, ll_view_slice(text->text, match.start, match.end), &put))
        return;
    if (range.document != LL_DOCUMENT_LESSON) {
        if (!rule->tight)
            ll_mend_put(edits, check, start, end, put, rule->safety);
    } else if (text->passage == LL_LESSON_NONE || !is_tight(rule, put)) {
        if (is_tight(rule, put))
            take_spaces(check->facts->tsx->source->text, &start, &end);
        (void)ll_mend_replace(edits, check, start, end, put, safety_of(check, text, match));
    } else {
        const ll_lesson *lesson = check->facts->lesson;
        const ll_passage *passage = &lesson->passages.at[text->passage];
        start = passage->start + (uint32_t)match.start;
        end = passage->start + (uint32_t)match.end;
        ll_safety safety =
            rule->tight ? rule->safety : ll_dash_safety(lesson, passage, start, end, rule->safety);
        (void)ll_mend_tight(edits, check, passage, start, end, put, safety);
    }
}

/* What a rule would rewrite is prose: in a text that is shown as it is the marks mean something. */
static bool is_left(const ll_check *check, const ll_range *range) {
    return check->rule->text.replaces && range->document == LL_DOCUMENT_LESSON &&
           ll_lesson_is_as_is(check->facts->lesson, range->offset);
}

static void report(text_search *search, const ll_scope_text *text, ll_match match) {
    ll_view found = ll_view_slice(text->text, match.start, match.end);
    ll_value values[] = {{"match", found}, {0}};
    ll_range range = range_of(search->check->facts, text, match);
    if (is_left(search->check, &range))
        return;
    ll_edits edits = {0};
    mend(&edits, search, text, match, range);
    ll_check_report(
        search->check,
        &(ll_report){.range = range, .subject = text->text, .values = values, .edits = &edits});
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
