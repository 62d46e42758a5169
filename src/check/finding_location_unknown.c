/* finding-location-unknown: a finding at a place that the lesson does not have. */
#include "base/buffer.h"
#include "check/checks.h"
#include "check/reviews.h"
#include "plan/location.h"

/* Bytes that all look-ups together may read, and words that are enough to know a text by. */
enum { READ_MOST = 1 << 27, KNOWN_BY = 3 };

/* The same for names that are looked for as they stand, by what comparing them may cost; longer
 * ones are no names. */
enum { PLAIN_MOST = 1 << 26, COMPARED_AT_ONCE = 8, NAME_MOST = 200 };

/* What may hold a named text: the lesson with its tags and without; the plan without its reviews,
 * which name places, too. Most are found in the first. */
typedef enum text_kind { TEXT_LESSON, TEXT_BARE_LESSON, TEXT_PLAN, TEXTS } text_kind;

typedef struct judging {
    ll_check *check;
    ll_view words[TEXTS]; /* see add_words; empty until they are needed */
    uint32_t lines;
    size_t read, read_plainly;
} judging;

/* Length of what stands between words and is no word itself: an entity, or an escape. */
static size_t sign_at(ll_view text, size_t at) {
    size_t end = at + 1;
    if (text.ptr[at] == '&') {
        while (end < text.len && end < at + 10 &&
               (ll_is_alnum(text.ptr[end]) || text.ptr[end] == '#'))
            end++;
        return end < text.len && text.ptr[end] == ';' ? end - at + 1 : 0;
    }
    return text.ptr[at] == '\\' && end < text.len && text.ptr[end] == 'u' ? 6 : 0;
}

/* Adds the letters and digits at `at` in small letters, and a blank behind them; returns where they
 * end. "and" is no word, since a title may have & for it. */
static size_t add_word(ll_buffer *out, ll_view text, size_t at) {
    char *word = out->ptr + out->len, *to = word, folded;
    for (; at < text.len && (folded = ll_to_folded(text.ptr[at])); at++)
        *to++ = folded;
    if (to == word)
        return at;
    *to++ = ' ';
    if (to - word != 4 || memcmp(word, "and ", 4) != 0)
        out->len += (size_t)(to - word);
    return at;
}

/* Whether a tag begins at `at`. */
static bool is_tag(ll_view text, size_t at) {
    char behind = at + 1 < text.len ? text.ptr[at + 1] : 0;
    return text.ptr[at] == '<' && (ll_is_letter(behind) || behind == '/');
}

/* Adds letters and digits in small letters, one blank between words; one at each end of the whole.
 * With `tags` what stands between < and > is left out. */
static void add_words(ll_buffer *out, ll_view text, bool tags) {
    ll_buffer_reserve(out, text.len + 2); /* no byte becomes two */
    if (out->len == 0)
        out->ptr[out->len++] = ' ';
    bool inside = false;
    for (size_t at = 0; at < text.len; at++) {
        if (!inside) {
            at = add_word(out, text, at);
            if (at == text.len)
                break;
        }
        char c = text.ptr[at];
        size_t sign = c == '&' || c == '\\' ? sign_at(text, at) : 0;
        inside = (inside && c != '>') || (tags && is_tag(text, at));
        at += sign > 0 ? sign - 1 : 0;
    }
}

static void add_plan(ll_buffer *out, const ll_plan *plan) {
    ll_view text = plan->source->text;
    size_t from = 0;
    for (uint32_t i = 0; i <= plan->reviews.len; i++) {
        bool last = i == plan->reviews.len;
        size_t to = last ? text.len : plan->reviews.at[i].start;
        add_words(out, ll_view_slice(text, from, to), false);
        from = last ? to : plan->reviews.at[i].end;
    }
}

static ll_view words_of(judging *on, text_kind kind) {
    const ll_facts *facts = on->check->facts;
    if (on->words[kind].len > 0)
        return on->words[kind];
    ll_view text = facts->sources[kind == TEXT_PLAN ? LL_DOCUMENT_PLAN : LL_DOCUMENT_LESSON]->text;
    ll_buffer out = {.arena = on->check->arena,
                     .most = text.len + 2 * (size_t)facts->plan->reviews.len + 4};
    ll_buffer_reserve(&out, out.most);
    if (kind == TEXT_PLAN)
        add_plan(&out, facts->plan);
    else
        add_words(&out, text, kind == TEXT_BARE_LESSON);
    return on->words[kind] = ll_buffer_view(&out);
}

/* Whether `run`, words that each end in a blank, stands in `words`. */
static bool has_run(ll_view words, ll_view run) {
    for (size_t at = 0; (at = ll_view_find(words, run, at)) != LL_VIEW_NONE; at++)
        if (at > 0 && words.ptr[at - 1] == ' ')
            return true;
    return false;
}

/* The words of a text, where each of them begins, and where the last one ends. */
typedef struct asked {
    ll_view words;
    size_t *starts, count;
} asked;

static asked ask(ll_arena *arena, ll_view text) {
    ll_buffer out = {.arena = arena, .most = text.len + 2};
    add_words(&out, text, false);
    asked what = {ll_buffer_view(&out), LL_ARENA_ARRAY(arena, size_t, out.len), 0};
    for (size_t i = 0; i < out.len; i++)
        if (out.ptr[i] == ' ')
            what.starts[what.count++] = i + 1;
    what.count--;
    return what;
}

/* Whether a run of three words, or all of fewer, stands in one of the texts; true when nobody can
 * say. */
static bool stands_in(judging *on, const asked *what, text_kind kind) {
    size_t run = what->count < KNOWN_BY ? what->count : KNOWN_BY;
    ll_view words = words_of(on, kind);
    for (size_t i = 0; i + run <= what->count; i++) {
        on->read += words.len;
        if (on->read > READ_MOST ||
            has_run(words, ll_view_slice(what->words, what->starts[i], what->starts[i + run])))
            return true;
    }
    return false;
}

/* Whether the lesson holds the text as it is, between other words: then it holds its words, and
 * those of the whole lesson need not be listed. A sign before it may make it a part of an entity or
 * an escape. */
static bool stands_plainly(judging *on, ll_view text) {
    ll_view lesson = on->check->facts->sources[LL_DOCUMENT_LESSON]->text;
    if (text.len == 0 || text.len > NAME_MOST || ll_view_find_byte(text, '&', 0) != LL_VIEW_NONE ||
        ll_view_find_byte(text, '\\', 0) != LL_VIEW_NONE || on->read_plainly > PLAIN_MOST)
        return false;
    on->read_plainly += lesson.len * (1 + text.len / COMPARED_AT_ONCE);
    for (size_t at = 0; (at = ll_view_find_nocase(lesson, text, at)) != LL_VIEW_NONE; at++) {
        char before = at > 0 ? lesson.ptr[at - 1] : ' ';
        size_t end = at + text.len;
        bool sign = before == '&' || before == '\\' || before == '#';
        if (!sign && !ll_is_alnum(before) && (end == lesson.len || !ll_is_alnum(lesson.ptr[end])))
            return true;
    }
    return false;
}

/* The first of the texts that the words stand in, or TEXTS. */
static text_kind where_stands(judging *on, ll_view text) {
    asked what = ask(on->check->arena, text);
    text_kind kind = TEXT_LESSON;
    if (what.count > 0 && stands_plainly(on, text)) /* the cheap question first */
        return TEXT_LESSON;
    while (what.count > 0 && kind < TEXTS && !stands_in(on, &what, kind))
        kind++;
    return kind;
}

/* "TipBlock", "Row.Aside": the name of a component. */
static bool is_component(ll_view text) {
    bool small = false;
    for (size_t i = 0; i < text.len; i++) {
        if (!ll_is_alnum(text.ptr[i]) && text.ptr[i] != '.')
            return false;
        small |= ll_is_lower(text.ptr[i]);
    }
    return text.len > 2 && small && ll_is_upper(text.ptr[0]);
}

/* `p`, `summary`: no place by itself, since it stands anywhere. */
static bool is_plain_word(const ll_named *named) {
    bool plain = named->kind == LL_NAMED_CODE;
    for (size_t i = 0; i < named->text.len; i++)
        plain &= ll_is_lower(named->text.ptr[i]) || ll_is_digit(named->text.ptr[i]);
    return plain;
}

/* What is wrong with a named place, or NULL: it is there, or cannot be missed. */
static const char *case_of(const ll_named *named) {
    if (named->kind == LL_NAMED_LINES)
        return "line";
    if (named->kind == LL_NAMED_TEXT)
        return named->title ? "section" : NULL;
    return is_component(named->text) ? "component" : NULL;
}

static bool exists(judging *on, const ll_named *named) {
    if (named->kind == LL_NAMED_LINES)
        return named->first <= on->lines;
    return where_stands(on, named->text) < TEXTS;
}

/* What is missed of the places that a Location names. */
typedef struct search {
    ll_named section, name, line; /* the first of each; .text and .first are empty without one */
    bool found;                   /* something by which the passage can be found is there */
    bool shared;                  /* and a block that stands in every lesson */
} search;

static void look_up(judging *on, search *missed, const ll_named *named) {
    if (named->kind == LL_NAMED_LINES) {
        if (missed->line.first == 0)
            missed->line = *named;
        return;
    }
    if (named->kind == LL_NAMED_BARE || is_plain_word(named))
        return;
    bool shared = named->kind == LL_NAMED_CODE && ll_facts_is_plain_block(named->text);
    if (exists(on, named))
        *(shared ? &missed->shared : &missed->found) = true;
    else if (named->title && missed->section.text.len == 0)
        missed->section = *named;
    else if (!named->title && case_of(named) && missed->name.text.len == 0)
        missed->name = *named;
}

/* The plan's words for a section that the lesson calls otherwise say nothing of either. */
static void look_up_loose(judging *on, search *missed, ll_view title) {
    text_kind kind = where_stands(on, title);
    if (kind < TEXT_PLAN)
        missed->found = true;
    else if (kind == TEXTS && missed->section.text.len == 0)
        missed->section = (ll_named){.kind = LL_NAMED_TEXT, .text = title, .title = true};
}

/* The first place that is missed: a section when nothing but lines and shared blocks is there, else
 * a component when nothing but lines is, else lines when nothing else is named. False: the finding
 * stands somewhere. */
static bool misses(judging *on, const ll_location *location, ll_named *named) {
    search missed = {0};
    for (uint32_t i = 0; i < location->named.len; i++)
        look_up(on, &missed, &location->named.at[i]);
    for (uint32_t i = 0; i < location->loose_titles.len; i++)
        look_up_loose(on, &missed, location->loose_titles.at[i]);
    if (missed.section.text.len > 0)
        *named = missed.section;
    else if (missed.name.text.len > 0 && !missed.shared)
        *named = missed.name;
    else if (missed.line.first > 0 && !missed.shared && !exists(on, &missed.line))
        *named = missed.line;
    else
        return false;
    return !missed.found;
}

static bool names_any(const ll_location *location) {
    if (location->loose_titles.len > 0)
        return true;
    for (uint32_t i = 0; i < location->named.len; i++)
        if (location->named.at[i].kind != LL_NAMED_BARE)
            return true;
    return false;
}

static void judge(void *context, const ll_review_finding *finding) {
    judging *on = context;
    ll_arena *arena = on->check->arena;
    if (finding->retracted || finding->location.len == 0)
        return;
    ll_location location = ll_plan_location(arena, finding->location);
    if (location.of_plan || location.elsewhere || location.absent || !names_any(&location))
        return;
    on->check->outcome.checked++;
    ll_named named;
    if (!misses(on, &location, &named))
        return;
    ll_view text = named.kind == LL_NAMED_LINES ? ll_arena_format(arena, "%u", named.first)
                                                : ll_check_one_line(arena, named.text);
    ll_value values[] = {{"finding", finding->title},
                         {"place", text},
                         {"lines", ll_arena_format(arena, "%u", on->lines)},
                         {0}};
    ll_check_report(on->check, &(ll_report){.range = ll_plan_range(finding->place),
                                            .subject = finding->title,
                                            .kind = case_of(&named),
                                            .values = values});
}

void ll_check_finding_location_unknown(ll_check *check) {
    judging on = {.check = check,
                  .lines = ll_source_line_count(check->facts->sources[LL_DOCUMENT_LESSON])};
    ll_reviews_each(check, judge, &on);
}
