/* The findings of a review: severity, title and fields. */
#include "plan/build.h"

/* `[SEV] — title`, or `SEV — title`, with a number before it or without; the title alone. */
static bool finding_title(ll_view title, ll_review_severity *severity, ll_view *rest) {
    size_t digits = 0;
    while (digits < title.len && ll_is_digit(title.ptr[digits]))
        digits++;
    if (digits > 0 && digits < title.len && title.ptr[digits] == '.')
        title = ll_view_trim(ll_view_slice(title, digits + 1, title.len));
    bool bracket = title.len > 0 && title.ptr[0] == '[';
    ll_view text = bracket ? ll_view_trim(ll_view_slice(title, 1, title.len)) : title;
    for (int i = 0; i < LL_REVIEW_SEVERITIES; i++) {
        bool same = bracket ? ll_view_starts_nocase(text, ll_build_severities[i])
                            : ll_view_starts(text, ll_build_severities[i]);
        if (!same)
            continue;
        text = ll_view_trim(ll_view_slice(text, ll_build_severities[i].len, text.len));
        bool closed = text.len > 0 && text.ptr[0] == ']';
        if (bracket && !closed)
            return false;
        text = ll_view_trim(ll_view_slice(text, bracket, text.len));
        size_t dash = ll_build_dash(text);
        bool colon = dash == 0 && text.len > 0 && text.ptr[0] == ':';
        if (!bracket && dash == 0 && !colon)
            return false;
        *severity = (ll_review_severity)i;
        *rest = ll_view_trim(ll_view_slice(text, dash + colon, text.len));
        return true;
    }
    return false;
}

/* ---- what stands around a title ---- */

static ll_view after_word(ll_view text, ll_view word) {
    bool begins = ll_build_begins(text, word);
    return begins ? ll_view_trim(ll_view_slice(text, word.len, text.len)) : text;
}

/* "carried over", "carried forward"; "carried" and "elevated" when "from" follows. */
static bool skip_carried(ll_view *text) {
    static const ll_view words[] = {
        LL_VIEW_INIT("elevated"),   LL_VIEW_INIT("escalated"),  LL_VIEW_INIT("upgraded"),
        LL_VIEW_INIT("downgraded"), LL_VIEW_INIT("repeated"),   LL_VIEW_INIT("retained"),
        LL_VIEW_INIT("remaining"),  LL_VIEW_INIT("unresolved"), LL_VIEW_INIT("persisting")};
    ll_view rest = after_word(*text, LL_VIEW("carried"));
    bool carried = rest.len < text->len;
    for (size_t i = 0; i < sizeof words / sizeof *words && rest.len == text->len; i++)
        rest = after_word(rest, words[i]);
    if (rest.len == text->len)
        return false;
    ll_view over = after_word(after_word(rest, LL_VIEW("over")), LL_VIEW("forward"));
    *text = after_word(over, LL_VIEW("from"));
    return text->len < over.len || (carried && over.len < rest.len);
}

/* "Carried from iteration 1", "carried over", "Carried forward from Iterations 1 and 2 …",
 * "elevated from iteration 1": the first number; `before` for a carried one when there is none. */
static bool read_carried(ll_view text, uint32_t before, uint32_t *iteration) {
    bool carried = ll_build_begins(text, LL_VIEW("carried"));
    if (!skip_carried(&text))
        return false;
    text = after_word(after_word(text, LL_VIEW("iteration")), LL_VIEW("iterations"));
    size_t used;
    if (ll_view_number(text, iteration, &used) && *iteration > 0)
        return true;
    *iteration = carried ? before : 0;
    return carried;
}

/* Takes a last `(…)` or `[…]` off a title: what it holds. Returns the opening sign, or 0. */
static char last_bracket(ll_view *title, ll_view *inside) {
    ll_view text = ll_view_trim(*title);
    char close = text.len > 0 ? text.ptr[text.len - 1] : 0;
    char sign = close == ')' ? '(' : '[';
    if (close != ')' && close != ']')
        return 0;
    size_t open = text.len - 1;
    while (open > 0 && text.ptr[open] != sign)
        open--;
    if (open == 0 || !ll_is_blank(text.ptr[open - 1]))
        return 0;
    *inside = ll_view_trim(ll_view_slice(text, open + 1, text.len - 1));
    *title = ll_view_trim(ll_view_slice(text, 0, open));
    return sign;
}

/* "em-dash-spacing": small letters and digits, joined by single hyphens. */
static bool is_rule_id(ll_view text) {
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool joins = c == '-' && i > 0 && text.ptr[i - 1] != '-';
        if (!(c >= 'a' && c <= 'z') && !(i > 0 && ll_is_digit(c)) && !joins)
            return false;
    }
    return text.len > 0 && text.ptr[text.len - 1] != '-';
}

/* "(carried from iteration 1) — " before a title. */
static void take_front(ll_title_tail *tail, uint32_t before) {
    ll_view title = tail->title;
    size_t close =
        title.len > 0 && title.ptr[0] == '(' ? ll_view_find_byte(title, ')', 0) : LL_VIEW_NONE;
    if (close == LL_VIEW_NONE ||
        !read_carried(ll_view_slice(title, 1, close), before, &tail->carried_from))
        return;
    title = ll_view_trim(ll_view_slice(title, close + 1, title.len));
    tail->title = ll_view_trim(ll_view_slice(title, ll_build_dash(title), title.len));
}

ll_title_tail ll_build_title_tail(ll_view title, uint32_t before) {
    ll_title_tail tail = {.title = ll_view_trim(title)};
    take_front(&tail, before);
    ll_view rest = tail.title, inside;
    for (char sign; (sign = last_bracket(&rest, &inside)) != 0;) {
        if (tail.carried_from == 0 && read_carried(inside, before, &tail.carried_from))
            tail.title = rest;
        else if (sign == '[' && tail.rule.len == 0 && is_rule_id(inside))
            tail.rule = inside, tail.title = rest;
        else
            break;
    }
    return tail;
}

/* ---- fields ---- */

typedef enum finding_field { LOCATION, ISSUE, IMPACT, FIX, FIELDS } finding_field;

static bool field_of(ll_view key, finding_field *field) {
    static const struct {
        ll_view name;
        finding_field field;
    } fields[] = {
        {LL_VIEW_INIT("location"), LOCATION},
        {LL_VIEW_INIT("issue"), ISSUE},
        {LL_VIEW_INIT("problem"), ISSUE},
        {LL_VIEW_INIT("student impact"), IMPACT},
        {LL_VIEW_INIT("impact"), IMPACT},
        {LL_VIEW_INIT("suggested fix"), FIX},
        {LL_VIEW_INIT("suggestion"), FIX},
        {LL_VIEW_INIT("fix"), FIX},
        {LL_VIEW_INIT("recommended fix"), FIX},
        {LL_VIEW_INIT("proposed fix"), FIX},
        {LL_VIEW_INIT("recommendation"), FIX},
        {LL_VIEW_INIT("where"), LOCATION},
        {LL_VIEW_INIT("impact on students"), IMPACT},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (ll_view_starts_nocase(key, fields[i].name)) {
            *field = fields[i].field;
            return true;
        }
    return false;
}

/* A field label at the start of a line, which may be a list item. */
static bool field_label(ll_view line, finding_field *field, ll_view *rest) {
    ll_view key;
    if (line.len > 2 && (line.ptr[0] == '-' || line.ptr[0] == '*') && line.ptr[1] == ' ')
        line = ll_view_slice(line, 2, line.len);
    return line.len > 4 && line.ptr[0] == '*' && ll_build_label(line, &key, rest) &&
           field_of(key, field);
}

/* Each field runs to the next one or to the end of the finding. */
static void read_fields(ll_review_finding *finding, ll_view text) {
    ll_view fields[FIELDS] = {{0}};
    finding_field open = FIELDS;
    size_t start = 0;
    for (size_t at = 0; at < text.len;) {
        ll_view line = ll_build_first_line(ll_view_slice(text, at, text.len));
        finding_field field;
        ll_view rest;
        if (field_label(line, &field, &rest)) {
            if (open < FIELDS)
                fields[open] = ll_view_trim(ll_view_slice(text, start, at));
            open = fields[field].len == 0 ? field : FIELDS;
            start = (size_t)(rest.ptr - text.ptr);
        }
        at += line.len + 1;
    }
    if (open < FIELDS)
        fields[open] = ll_view_trim(ll_view_slice(text, start, text.len));
    finding->location = fields[LOCATION];
    finding->issue = fields[ISSUE];
    finding->impact = fields[IMPACT];
    finding->fix = fields[FIX];
}

/* Bytes of a sentence that are looked at. */
enum { SENTENCE_MOST = 300 };

/* Whether a sentence begins at `at`: behind a line's end, unless the next line goes on in small
 * letters, or behind a blank and a full stop, a dash, or the colon of a label. */
static bool begins_sentence(ll_view text, size_t at) {
    bool line = text.ptr[at - 1] == '\n' || text.ptr[at - 1] == '\r';
    if (line && !ll_is_lower(text.ptr[at]))
        return true;
    if (!ll_is_blank(text.ptr[at - 1]))
        return false;
    ll_view before = ll_view_trim(ll_view_slice(text, 0, at));
    while (before.len > 0 && before.ptr[before.len - 1] == '*')
        before.len--;
    if (ll_view_ends(before, LL_VIEW("\xE2\x80\x94")))
        return true;
    return before.len > 0 && strchr(".!?-:", before.ptr[before.len - 1]) != NULL;
}

/* Where the sentence around `at` starts. */
static size_t sentence_start(ll_view text, size_t at) {
    size_t least = at > SENTENCE_MOST ? at - SENTENCE_MOST : 0;
    while (at > least && !begins_sentence(text, at))
        at--;
    return at;
}

/* Whether "retracted" and the like at `at` speak of the finding itself: the word stands in capitals
 * or brackets, at the start of its sentence, or the sentence speaks of a finding. */
static bool speaks_of_itself(ll_view text, size_t at, ll_view word) {
    static const ll_view subjects[] = {LL_VIEW_INIT("finding"), LL_VIEW_INIT("issue"),
                                       LL_VIEW_INIT("point"), LL_VIEW_INIT("concern"),
                                       LL_VIEW_INIT("i")};
    size_t start = sentence_start(text, at);
    ll_view lead = ll_view_slice(text, start, at);
    while (lead.len > 0 && (ll_is_blank(lead.ptr[0]) || strchr("*_[(~", lead.ptr[0])))
        lead = ll_view_slice(lead, 1, lead.len);
    if (lead.len == 0 || !ll_is_lower(text.ptr[at + word.len - 1]))
        return true;
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        if (ll_build_has(lead, subjects[i]))
            return true;
    ll_view rest = ll_view_slice(text, at + word.len, text.len);
    return strchr("[(", text.ptr[at - 1]) != NULL ||
           ll_build_begins(rest, LL_VIEW(" this finding"));
}

/* Takes the comment with the marks of its places, the last one, off the Location: what a title in
 * it says may look like one. */
static void read_places(ll_review_finding *finding) {
    static const ll_view open = LL_VIEW_INIT(LL_REVIEW_PLACES_OPEN), close = LL_VIEW_INIT("-->");
    size_t start = ll_view_find(finding->location, open, 0), next = start;
    for (; next != LL_VIEW_NONE; next = ll_view_find(finding->location, open, next + 1))
        start = next;
    size_t end = start == LL_VIEW_NONE ? start : ll_view_find(finding->location, close, start);
    if (end == LL_VIEW_NONE)
        return;
    finding->places = ll_view_trim(ll_view_slice(finding->location, start + open.len, end));
    finding->location = ll_view_trim(ll_view_slice(finding->location, 0, start));
}

static const ll_view retractions[] = {LL_VIEW_INIT("retracted"),   LL_VIEW_INIT("retracting"),
                                      LL_VIEW_INIT("retract"),     LL_VIEW_INIT("withdrawn"),
                                      LL_VIEW_INIT("withdrawing"), LL_VIEW_INIT("withdraw")};

enum { RETRACTIONS = sizeof retractions / sizeof *retractions };

/* Whether one of them stands at `at` and speaks of the finding itself. */
static bool retracts(ll_view text, size_t at) {
    if (at > 0 && ll_is_alnum(text.ptr[at - 1]))
        return false;
    for (size_t i = 0; i < RETRACTIONS; i++)
        if (ll_build_begins(ll_view_slice(text, at, text.len), retractions[i]))
            return speaks_of_itself(text, at, retractions[i]);
    return false;
}

static bool is_retracted(ll_view text) {
    static const ll_view phrases[] = {LL_VIEW_INIT("disregard this finding"),
                                      LL_VIEW_INIT("ignore this finding"),
                                      LL_VIEW_INIT("not an issue after all")};
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (ll_view_find_nocase(text, phrases[i], 0) != LL_VIEW_NONE)
            return true;
    static const ll_view stems[] = {LL_VIEW_INIT("retract"), LL_VIEW_INIT("withdraw")};
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
        for (size_t at = 0; (at = ll_view_find_nocase(text, stems[i], at)) != LL_VIEW_NONE; at++)
            if (retracts(text, at))
                return true;
    return false;
}

/* What lessonlint wrote quotes the documents, whatever they say. Of such a finding only what people
 * add counts: a word before its title, or a line that is none of its fields. */
static bool is_own_retracted(ll_view title, ll_view text) {
    while (title.len > 0 && !ll_is_alnum(title.ptr[0]))
        title = ll_view_slice(title, 1, title.len);
    for (size_t i = 0; i < RETRACTIONS; i++)
        if (ll_build_begins(title, retractions[i]))
            return true;
    ll_view line, rest;
    finding_field field;
    while (ll_view_next_line(&text, &line))
        if (!field_label(line, &field, &rest) && is_retracted(line))
            return true;
    return false;
}

/* A field that begins with the word, or a place that ends with it in brackets. */
static uint32_t carried_in_fields(const ll_review_finding *finding, uint32_t before) {
    uint32_t iteration = 0;
    ll_view issue = finding->issue, location = finding->location;
    if (issue.len > 0 && issue.ptr[0] == '(')
        issue = ll_view_slice(issue, 1, issue.len);
    if (read_carried(issue, before, &iteration))
        return iteration;
    ll_view inside;
    if (last_bracket(&location, &inside) == '(')
        (void)read_carried(inside, before, &iteration);
    return iteration;
}

void ll_build_finding(ll_plan_builder *b, ll_plan_review *review, const ll_section *section) {
    ll_review_severity severity;
    ll_view title;
    if (section->level == LL_SECTION_LABEL || !finding_title(section->title, &severity, &title))
        return;
    ll_review_finding *finding = LL_ARRAY_ADD(b->arena, &b->plan->findings);
    finding->place = section->place;
    finding->severity = severity;
    uint32_t before = review->iteration > 1 ? review->iteration - 1 : 1;
    ll_title_tail tail = ll_build_title_tail(title, before);
    finding->title = tail.title;
    finding->rule = tail.rule;
    review->finding_count++;
    uint32_t block = section->first_block;
    uint32_t start = section->place.offset + section->place.length;
    uint32_t end = review->end;
    for (; block < b->markdown->blocks.len; block++) {
        const ll_block *next = ll_build_block(b, block);
        if (next->kind == LL_BLOCK_HEADING || next->kind == LL_BLOCK_RULE) {
            end = next->start < end ? next->start : end;
            break;
        }
    }
    ll_view text = ll_view_slice(b->text, start, end > start ? end : start);
    read_fields(finding, text);
    read_places(finding);
    finding->carried_from = tail.carried_from;
    if (finding->carried_from == 0)
        finding->carried_from = carried_in_fields(finding, before);
    finding->retracted = finding->rule.len > 0 ? is_own_retracted(finding->title, text)
                                               : is_retracted(title) || is_retracted(text);
}
