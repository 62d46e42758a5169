/* finding-location-unknown: a finding at a place that the lesson does not have. */
#include "base/buffer.h"
#include "check/checks.h"
#include "check/reviews.h"
#include "plan/location.h"

/* Bytes that all look-ups together may read, and words that are enough to know a text by. */
enum { READ_MOST = 1 << 27, KNOWN_BY = 3 };

typedef struct judging {
    ll_check *check;
    ll_view words; /* of both documents, see add_words; empty until they are needed */
    uint32_t lines;
    size_t read;
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

/* Ends a word with a blank; "and" is none, since a title may have & for it. */
static void end_word(ll_buffer *out) {
    if (out->len > 0 && out->ptr[out->len - 1] == ' ')
        return;
    ll_buffer_add_byte(out, ' ');
    if (ll_view_ends(ll_buffer_view(out), LL_VIEW(" and ")))
        out->len -= 4;
}

/* Adds the letters and digits at `at` in small letters; returns where they end. */
static size_t add_word(ll_buffer *out, ll_view text, size_t at) {
    size_t end = at;
    while (end < text.len && ll_is_alnum(text.ptr[end]))
        end++;
    ll_buffer_reserve(out, end - at);
    for (; at < end; at++)
        out->ptr[out->len++] = ll_to_lower(text.ptr[at]);
    return end;
}

/* Letters and digits in small letters, one blank between words; one at each end of the whole. With
 * `tags` what stands between < and > is left out. */
static void add_words(ll_buffer *out, ll_view text, bool tags) {
    bool inside = false;
    for (size_t at = 0; at < text.len; at++) {
        if (!inside && ll_is_alnum(text.ptr[at])) {
            at = add_word(out, text, at);
            end_word(out);
            if (at == text.len)
                break;
        }
        char c = text.ptr[at];
        size_t sign = c == '&' || c == '\\' ? sign_at(text, at) : 0;
        bool opens = c == '<' && at + 1 < text.len &&
                     (ll_is_letter(text.ptr[at + 1]) || text.ptr[at + 1] == '/');
        inside = (inside && c != '>') || (tags && opens);
        at += sign > 0 ? sign - 1 : 0;
        end_word(out);
    }
    end_word(out);
}

/* The lesson, with its tags and without; the plan without its reviews, which name places, too. */
static ll_view words_of(const ll_facts *facts, ll_arena *arena) {
    ll_view lesson = facts->sources[LL_DOCUMENT_LESSON]->text;
    ll_view plan = facts->sources[LL_DOCUMENT_PLAN]->text;
    ll_buffer out = {.arena = arena,
                     .most = 2 * lesson.len + plan.len + facts->plan->reviews.len + 64};
    add_words(&out, lesson, false);
    add_words(&out, lesson, true);
    size_t from = 0;
    for (uint32_t i = 0; i <= facts->plan->reviews.len; i++) {
        bool last = i == facts->plan->reviews.len;
        size_t to = last ? plan.len : facts->plan->reviews.at[i].start;
        add_words(&out, ll_view_slice(plan, from, to), false);
        from = last ? to : facts->plan->reviews.at[i].end;
    }
    return ll_buffer_view(&out);
}

/* Whether `run`, words that each end in a blank, stands in `words`. */
static bool has_run(ll_view words, ll_view run) {
    for (size_t at = 0; (at = ll_view_find(words, run, at)) != LL_VIEW_NONE; at++)
        if (at > 0 && words.ptr[at - 1] == ' ')
            return true;
    return false;
}

/* Whether a run of three words of the text, or all of fewer, stands in one of the documents; true
 * when nobody can say. */
static bool stands_somewhere(judging *on, ll_view text) {
    ll_arena *arena = on->check->arena;
    ll_buffer out = {.arena = arena, .most = text.len + 8};
    ll_buffer_add_byte(&out, ' ');
    add_words(&out, text, false);
    ll_view words = ll_buffer_view(&out);
    size_t starts[LL_LOCATION_MOST / 2 + 1], count = 0;
    for (size_t i = 0; i + 1 < words.len; i++)
        if (words.ptr[i] == ' ')
            starts[count++] = i + 1;
    if (on->words.len == 0)
        on->words = words_of(on->check->facts, arena);
    for (size_t i = 0; i + KNOWN_BY <= count || i == 0; i++) {
        size_t end = i + KNOWN_BY < count ? starts[i + KNOWN_BY] : words.len;
        on->read += on->words.len;
        if (on->read > READ_MOST || count == 0 ||
            has_run(on->words, ll_view_slice(words, starts[i], end)))
            return true;
    }
    return false;
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
    return stands_somewhere(on, named->text);
}

/* The first place that is missed when all are: titles and components if there are any, else
 * lines. NULL: the finding stands somewhere. */
static const ll_named *missed(judging *on, const ll_location *location) {
    const ll_named *name = NULL, *line = NULL;
    for (uint32_t i = 0; i < location->named.len; i++) {
        const ll_named *named = &location->named.at[i];
        bool lines = named->kind == LL_NAMED_LINES;
        if (!lines && !is_plain_word(named) && exists(on, named))
            return NULL;
        if (lines && !line)
            line = named;
        else if (!lines && !name && case_of(named))
            name = named;
    }
    return name ? name : line && !exists(on, line) ? line : NULL;
}

static void judge(void *context, const ll_review_finding *finding) {
    judging *on = context;
    ll_arena *arena = on->check->arena;
    if (finding->retracted || finding->location.len == 0)
        return;
    ll_location location = ll_plan_location(arena, finding->location);
    if (location.of_plan || location.elsewhere || location.absent || location.named.len == 0)
        return;
    on->check->outcome.checked++;
    const ll_named *named = missed(on, &location);
    if (!named)
        return;
    ll_view text = named->kind == LL_NAMED_LINES ? ll_arena_format(arena, "%u", named->first)
                                                 : ll_check_one_line(arena, named->text);
    ll_value values[] = {{"finding", finding->title},
                         {"place", text},
                         {"lines", ll_arena_format(arena, "%u", on->lines)},
                         {0}};
    ll_check_report(on->check, &(ll_report){.range = ll_plan_range(finding->place),
                                            .subject = finding->title,
                                            .kind = case_of(named),
                                            .values = values});
}

void ll_check_finding_location_unknown(ll_check *check) {
    judging on = {.check = check,
                  .lines = ll_source_line_count(check->facts->sources[LL_DOCUMENT_LESSON])};
    ll_reviews_each(check, judge, &on);
}
