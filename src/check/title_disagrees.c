/* title-disagrees: the lesson has another title than its plan. */
#include "base/buffer.h"
#include "check/checks.h"

/* A word of so many letters may stand inside another one: "tuning" in "finetuning". */
enum { INSIDE_LEAST = 4 };

/* What headings of plans say besides the title: "Lesson 3: X (slug) -- Planning Document". */
static bool is_label(ll_view word) {
    static const char *const labels[] = {"design",  "doc",    "document", "lesson",
                                         "lessons", "module", "plan",     "planning"};
    for (size_t i = 0; i < word.len; i++)
        if (!ll_is_digit(word.ptr[i]) && word.ptr[i] != '.')
            return LL_VIEW_IS_ONE_OF(word, labels);
    return true;
}

static bool next_word(ll_view *rest, ll_view *word) {
    size_t start = 0;
    while (start < rest->len && !ll_is_alnum(rest->ptr[start]) &&
           (unsigned char)rest->ptr[start] < 0xC3)
        start++;
    size_t end = start;
    while (end < rest->len &&
           (ll_is_alnum(rest->ptr[end]) || (unsigned char)rest->ptr[end] >= 0xC3 ||
            (end > start && ll_is_continuation(rest->ptr[end]))) &&
           !ll_view_starts(ll_view_slice(*rest, end, rest->len), LL_VIEW("\xE2\x80")))
        end++;
    if (end == start && end < rest->len)
        end++; /* a dash or quotation mark */
    *word = ll_view_slice(*rest, start, end);
    *rest = ll_view_slice(*rest, end, rest->len);
    return word->len > 0;
}

static bool is_all_labels(ll_view text) {
    ll_view word;
    while (next_word(&text, &word))
        if (!is_label(word) && !ll_view_starts(word, LL_VIEW("\xE2")))
            return false;
    return true;
}

/* Where the dash stands for the last time, or LL_VIEW_NONE. */
static size_t last_of(ll_view title, ll_view dash) {
    size_t last = LL_VIEW_NONE, at = 0;
    while ((at = ll_view_find(title, dash, at)) != LL_VIEW_NONE) {
        last = at;
        at += dash.len;
    }
    return last;
}

/* Where the last separator between a title and a label stands, and its length. */
static size_t last_dash(ll_view title, size_t *length) {
    static const ll_view dashes[] = {LL_VIEW_INIT(" -- "), LL_VIEW_INIT(" \xE2\x80\x94 "),
                                     LL_VIEW_INIT(" \xE2\x80\x93 "), LL_VIEW_INIT(" - ")};
    size_t last = LL_VIEW_NONE;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t at = last_of(title, dashes[i]);
        if (at != LL_VIEW_NONE && (last == LL_VIEW_NONE || at > last)) {
            last = at;
            *length = dashes[i].len;
        }
    }
    return last;
}

/* The place of the bracket that ends a title, `(slug)` or `(GANs)`, or LL_VIEW_NONE. */
static size_t last_bracket(ll_view title) {
    size_t bracket = ll_view_find_byte(title, '(', 0);
    return bracket > 0 && title.len > 0 && title.ptr[title.len - 1] == ')' ? bracket : LL_VIEW_NONE;
}

/* The title without "Lesson 3:" before it, and "-- Planning Document" or ": Plan" behind it. */
static ll_view bare_title(ll_view title) {
    size_t length = 0, dash = last_dash(title, &length);
    if (dash != LL_VIEW_NONE && is_all_labels(ll_view_slice(title, dash + length, title.len)))
        title = ll_view_slice(title, 0, dash);
    size_t colon = ll_view_find_byte(title, ':', 0);
    if (colon != LL_VIEW_NONE && is_all_labels(ll_view_slice(title, 0, colon)))
        title = ll_view_slice(title, colon + 1, title.len);
    dash = last_dash(title, &length);
    if (dash != LL_VIEW_NONE && is_all_labels(ll_view_slice(title, 0, dash)))
        title = ll_view_slice(title, dash + length, title.len);
    colon = last_of(title, LL_VIEW(":"));
    if (colon != LL_VIEW_NONE && is_all_labels(ll_view_slice(title, colon + 1, title.len)))
        title = ll_view_slice(title, 0, colon);
    return ll_view_trim(title);
}

/* The title with letters of Latin alphabets instead of those with accents, in small letters. */
static ll_view folded(ll_arena *arena, ll_view title) {
    static const char letters[] = "aaaaaa?ceeeeiiii?nooooo?ouuuuy??"; /* of U+00E0 to U+00FF */
    enum { LETTERS = sizeof letters - 1 };
    ll_buffer made = {.arena = arena, .most = title.len + 1};
    for (size_t i = 0; i < title.len; i++) {
        unsigned char lead = (unsigned char)title.ptr[i];
        unsigned char next = (unsigned char)(i + 1 < title.len ? title.ptr[i + 1] : '\0');
        bool accents = lead == 0xCC || (lead == 0xCD && next < 0xB0); /* U+0300 to U+036F */
        char letter = lead == 0xC3 ? letters[next % LETTERS] : '?';
        if (letter != '?')
            ll_buffer_add_byte(&made, letter);
        else if (!accents)
            ll_buffer_add_byte(&made, ll_to_lower((char)lead));
        i += letter != '?' || accents;
    }
    return ll_buffer_view(&made);
}

/* Its words without blanks and hyphens between them. */
static ll_view squashed(ll_arena *arena, ll_view title) {
    char *made = LL_ARENA_ARRAY(arena, char, title.len + 1);
    size_t len = 0;
    ll_view word;
    while (next_word(&title, &word)) {
        memcpy(made + len, word.ptr, word.len);
        len += word.len;
    }
    return (ll_view){made, len};
}

static ll_view without_plural(ll_view word) {
    bool plural = word.len >= INSIDE_LEAST && word.ptr[word.len - 1] == 's';
    return ll_view_slice(word, 0, word.len - plural);
}

static bool holds_word(ll_view title, ll_view wanted) {
    ll_view word;
    wanted = without_plural(wanted);
    while (next_word(&title, &word))
        if (ll_view_equal(without_plural(word), wanted))
            return true;
    return false;
}

/* Counts the words of `title`, and those of them that stand in `other`. */
static uint32_t count_shared(ll_view title, ll_view other, ll_view other_squashed,
                             uint32_t *words) {
    uint32_t shared = 0;
    ll_view word;
    *words = 0;
    while (next_word(&title, &word)) {
        if (ll_view_starts(word, LL_VIEW("\xE2")))
            continue;
        ++*words;
        ll_view stem = without_plural(word);
        bool inside =
            stem.len >= INSIDE_LEAST && ll_view_find(other_squashed, stem, 0) != LL_VIEW_NONE;
        shared += inside || holds_word(other, word);
    }
    return shared;
}

static bool titles_agree(ll_arena *arena, ll_view a, ll_view b) {
    ll_view a_squashed = squashed(arena, a), b_squashed = squashed(arena, b);
    uint32_t a_words, b_words;
    uint32_t a_shared = count_shared(a, b, b_squashed, &a_words);
    uint32_t b_shared = count_shared(b, a, a_squashed, &b_words);
    bool a_shorter = a_words < b_words || (a_words == b_words && a_shared >= b_shared);
    return ll_view_equal(a_squashed, b_squashed) ||
           (a_shorter ? a_shared * 2 > a_words : b_shared * 2 > b_words);
}

/* Whether the first bracket of a heading holds the slug of the lesson. */
static bool names_slug(ll_view heading) {
    size_t at = ll_view_find_byte(heading, '(', 0);
    for (at++; at < heading.len && heading.ptr[at] != ')'; at++)
        if (!ll_is_lower(heading.ptr[at]) && !ll_is_digit(heading.ptr[at]) &&
            heading.ptr[at] != '-')
            return false;
    return true;
}

/* What stands in brackets behind a title is its slug, or a short form by which the lesson may be
 * called. */
static bool is_called_so(ll_check *check, ll_view planned, ll_view shown) {
    size_t bracket = last_bracket(planned);
    if (bracket == LL_VIEW_NONE)
        return titles_agree(check->arena, planned, shown);
    return titles_agree(check->arena, ll_view_slice(planned, 0, bracket), shown) ||
           (!names_slug(check->facts->plan->title) &&
            titles_agree(check->arena, ll_view_slice(planned, bracket, planned.len), shown));
}

static ll_place heading_of(const ll_plan *plan) {
    for (uint32_t i = 0; i < plan->sections.len; i++)
        if (plan->sections.at[i].level == 1)
            return plan->sections.at[i].place;
    return (ll_place){0, 0};
}

/* Longer ones are no titles. */
enum { TITLE_MOST = 500 };

void ll_check_title_disagrees(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    const ll_tsx *tsx = check->facts->tsx;
    uint32_t header = 0;
    while (header < tsx->nodes.len && !(tsx->nodes.at[header].kind == LL_TSX_ELEMENT &&
                                        ll_tsx_is(tsx, header, LL_VIEW("LessonHeader"))))
        header++;
    ll_view title = {0};
    if (header == tsx->nodes.len || plan->title.len > TITLE_MOST ||
        ll_lesson_prop(check->facts->lesson, check->arena, header, LL_VIEW("title"), &title) !=
            LL_KNOWN ||
        title.len > TITLE_MOST)
        return;
    ll_view planned = bare_title(folded(check->arena, plan->title));
    ll_view shown = ll_view_trim(folded(check->arena, title));
    if (is_all_labels(planned) || shown.len == 0)
        return;
    check->outcome.checked++;
    if (is_called_so(check, planned, shown))
        return;
    ll_value values[] = {{"title", title}, {"planned", plan->title}, {0}};
    ll_check_report(check, &(ll_report){.range = ll_tag_range(tsx, header),
                                        .subject = title,
                                        .values = values,
                                        .related = {ll_plan_range(heading_of(plan)),
                                                    LL_VIEW("the plan's title")}});
}
