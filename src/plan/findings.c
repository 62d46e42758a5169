/* The findings of a review: severity, title and fields. */
#include "plan/build.h"

/* Passes a mark such as a coloured dot before a severity; a check mark says that it is done. */
static ll_view behind_mark(ll_view title) {
    static const ll_view done[] = {LL_VIEW_INIT("\xE2\x9C\x85"), LL_VIEW_INIT("\xE2\x9C\x93"),
                                   LL_VIEW_INIT("\xE2\x9C\x94"), LL_VIEW_INIT("\xE2\x98\x91")};
    for (size_t i = 0; i < sizeof done / sizeof *done; i++)
        if (ll_view_starts(title, done[i]))
            return title;
    size_t at = 0;
    while (at < title.len && ((unsigned char)title.ptr[at] >= 0x80 || ll_is_blank(title.ptr[at])))
        at++;
    return ll_view_slice(title, at, title.len);
}

/* `[SEV] — title`, or `SEV — title`, with a number or a mark before it or without; the title alone.
 * `*sure` is false of "Sev: title", which may be any heading. */
static bool finding_title(ll_view title, ll_review_severity *severity, ll_view *rest, bool *sure) {
    size_t digits = 0;
    while (digits < title.len && ll_is_digit(title.ptr[digits]))
        digits++;
    if (digits > 0 && digits < title.len && title.ptr[digits] == '.')
        title = ll_view_trim(ll_view_slice(title, digits + 1, title.len));
    title = behind_mark(title);
    bool bracket = title.len > 0 && title.ptr[0] == '[';
    ll_view text = bracket ? ll_view_trim(ll_view_slice(title, 1, title.len)) : title;
    for (int i = 0; i < LL_REVIEW_SEVERITIES; i++) {
        if (!ll_view_starts_nocase(text, ll_build_severities[i]))
            continue;
        *sure = bracket || ll_view_starts(text, ll_build_severities[i]);
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

/* Passes the marks of quotes and lists before a label: "> ", "- ", "1. ". */
static ll_view behind_list_mark(ll_view line) {
    size_t at = 0;
    while (at + 1 < line.len && line.ptr[at] == '>' && line.ptr[at + 1] == ' ')
        at += 2;
    size_t digits = at;
    while (digits < line.len && ll_is_digit(line.ptr[digits]))
        digits++;
    bool number = digits > at && digits < line.len && strchr(".)", line.ptr[digits]);
    bool bullet = at < line.len && strchr("-*+", line.ptr[at]);
    size_t mark = number ? digits : at;
    if ((number || bullet) && mark + 1 < line.len && line.ptr[mark + 1] == ' ')
        at = mark + 2;
    return ll_view_slice(line, at, line.len);
}

/* The label of a field at the start of `text`, in stars or underscores, with its colon inside or
 * behind them. */
static bool label_here(ll_view text, finding_field *field, ll_view *rest) {
    size_t marks = 0;
    while (marks < text.len && marks < 3 && strchr("*_", text.ptr[0]) &&
           text.ptr[marks] == text.ptr[0])
        marks++;
    ll_view mark = ll_view_slice(text, 0, marks);
    size_t close = marks > 0 ? ll_view_find(text, mark, marks) : LL_VIEW_NONE;
    if (close == LL_VIEW_NONE)
        return false;
    ll_view key = ll_view_trim(ll_view_slice(text, marks, close));
    *rest = ll_view_slice(text, close + marks, text.len);
    bool inside = key.len > 0 && key.ptr[key.len - 1] == ':';
    if (!inside && (rest->len == 0 || rest->ptr[0] != ':'))
        return false;
    *rest = ll_view_slice(*rest, inside ? 0 : 1, rest->len);
    return field_of(key, field);
}

/* A field label at the start of a line, which may be a list item or a quote. */
static bool field_label(ll_view line, finding_field *field, ll_view *rest) {
    return label_here(behind_list_mark(line), field, rest);
}

/* The fields of a finding as they are read; `open` is the one that goes on at `start`. */
typedef struct field_reader {
    ll_view text;
    ll_view fields[FIELDS];
    finding_field open;
    size_t start;
} field_reader;

/* Ends the open field at `at` and opens the next one, whose text starts at `start`. */
static void open_field(field_reader *r, size_t at, finding_field field, size_t start) {
    if (r->open < FIELDS)
        r->fields[r->open] = ll_view_trim(ll_view_slice(r->text, r->start, at));
    r->open = field < FIELDS && r->fields[field].len == 0 ? field : FIELDS;
    r->start = start;
}

/* A line that begins with the Location may hold the other fields as well. */
static void read_labels_within(field_reader *r, ll_view rest) {
    for (size_t at = 1; at < rest.len; at++) {
        finding_field field;
        ll_view behind;
        if (!strchr("*_", rest.ptr[at]) || !ll_is_blank(rest.ptr[at - 1]) ||
            !label_here(ll_view_slice(rest, at, rest.len), &field, &behind))
            continue;
        open_field(r, (size_t)(rest.ptr - r->text.ptr) + at, field,
                   (size_t)(behind.ptr - r->text.ptr));
        at = (size_t)(behind.ptr - rest.ptr);
    }
}

/* Each field runs to the next one or to the end of the finding. */
static void read_fields(ll_review_finding *finding, ll_view text) {
    field_reader r = {.text = text, .open = FIELDS};
    for (size_t at = 0; at < text.len;) {
        ll_view line = ll_build_first_line(ll_view_slice(text, at, text.len));
        finding_field field;
        ll_view rest;
        if (field_label(line, &field, &rest)) {
            open_field(&r, at, field, (size_t)(rest.ptr - text.ptr));
            if (field == LOCATION)
                read_labels_within(&r, rest);
        }
        at += line.len + 1;
    }
    open_field(&r, text.len, FIELDS, text.len);
    finding->location = r.fields[LOCATION];
    finding->issue = r.fields[ISSUE];
    finding->impact = r.fields[IMPACT];
    finding->fix = r.fields[FIX];
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

/* Whether a text has the word, and not only of another one: "the earlier finding was retracted". */
static bool names_itself(ll_view text, ll_view word) {
    static const ll_view others[] = {LL_VIEW_INIT("earlier"), LL_VIEW_INIT("previous"),
                                     LL_VIEW_INIT("prior"), LL_VIEW_INIT("other"),
                                     LL_VIEW_INIT("former")};
    for (size_t at = 0; (at = ll_view_find_word(text, word, at)) != LL_VIEW_NONE; at++) {
        ll_view before = ll_view_trim(ll_view_slice(text, 0, at));
        bool other = false;
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            other = other ||
                    (before.len >= others[i].len &&
                     ll_build_begins(ll_view_slice(before, before.len - others[i].len, before.len),
                                     others[i]));
        if (!other)
            return true;
    }
    return false;
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
        if (names_itself(lead, subjects[i]))
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

/* The text below the heading of a section, up to the next heading or rule or the end of the review.
 */
static ll_view text_below(const ll_plan_builder *b, const ll_plan_review *review,
                          const ll_section *section) {
    uint32_t start = section->place.offset + section->place.length;
    uint32_t end = review->end;
    for (uint32_t block = section->first_block; block < b->markdown->blocks.len; block++) {
        const ll_block *next = ll_build_block(b, block);
        if (next->kind == LL_BLOCK_HEADING || next->kind == LL_BLOCK_RULE) {
            end = next->start < end ? next->start : end;
            break;
        }
    }
    return ll_view_slice(b->text, start, end > start ? end : start);
}

void ll_build_finding(ll_plan_builder *b, ll_plan_review *review, const ll_section *section) {
    ll_review_severity severity;
    ll_view title;
    bool sure;
    if (section->level == LL_SECTION_LABEL ||
        !finding_title(section->title, &severity, &title, &sure))
        return;
    ll_view text = text_below(b, review, section);
    ll_review_finding found = {.place = section->place, .severity = severity};
    read_fields(&found, text);
    if (!sure && (found.location.len == 0 || found.issue.len == 0))
        return;
    ll_review_finding *finding = LL_ARRAY_ADD(b->arena, &b->plan->findings);
    *finding = found;
    uint32_t before = review->iteration > 1 ? review->iteration - 1 : 1;
    ll_title_tail tail = ll_build_title_tail(title, before);
    finding->title = tail.title;
    finding->rule = tail.rule;
    review->finding_count++;
    read_places(finding);
    finding->carried_from = tail.carried_from;
    if (finding->carried_from == 0)
        finding->carried_from = carried_in_fields(finding, before);
    finding->retracted = finding->rule.len > 0 ? is_own_retracted(finding->title, text)
                                               : is_retracted(title) || is_retracted(text);
}
