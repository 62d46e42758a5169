/* glued-inline-text: two words run together because JSX drops the line break between them. */
#include "check/checks.h"
#include "check/context.h"
#include "check/helper_text.h"
#include "check/mend.h"

/* Fragments in one another; what is deeper is not judged. */
enum { FRAGMENTS_MOST = 64 };

/* The place where one rendered piece ends and the next begins; the source has tags, comments or
 * blanks between them that render to nothing. */
typedef struct seam {
    const ll_passage *passage;
    const ll_piece *left, *right;
    uint32_t rendered;         /* where the right one begins */
    uint32_t start, end;       /* the source between them */
    uint32_t node, after_node; /* the first node at or behind `start`, the first behind `end` */
} seam;

/* The first node that starts at or behind the offset. */
static uint32_t first_node_at(const ll_tsx *tsx, uint32_t offset) {
    uint32_t low = 0, high = tsx->nodes.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (tsx->nodes.at[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool has_break(ll_view blanks) {
    return ll_view_find_byte(blanks, '\n', 0) != LL_VIEW_NONE ||
           ll_view_find_byte(blanks, '\r', 0) != LL_VIEW_NONE;
}

/* Where JSX text between the two pieces loses a line break: behind the left one, or in a text of
 * its own, of which the right piece may be the rest. 0 when it loses none. */
static uint32_t lost_break(const ll_tsx *tsx, const seam *at) {
    uint32_t blanks = at->start;
    while (blanks < at->end && ll_is_blank(tsx->source->text.ptr[blanks]))
        blanks++;
    if (has_break(ll_tsx_text(tsx, at->start, blanks)))
        return at->start;
    for (uint32_t i = at->node; i < at->after_node; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        uint32_t end = node->end < at->end ? node->end : at->end;
        if (node->kind == LL_TSX_TEXT && has_break(ll_tsx_text(tsx, node->start, end)))
            return node->start;
    }
    return 0;
}

static bool is_element(const ll_tsx *tsx, const ll_piece *piece) {
    return piece->origin == LL_ORIGIN_PLACEHOLDER && tsx->source->text.ptr[piece->source] == '<';
}

/* Whether the element that is written as a placeholder has a blank of its own at that end, as in
 * `<code> x</code>`. */
static bool has_blank(const ll_tsx *tsx, const ll_piece *piece, bool at_end) {
    const ll_tsx_node *node = &tsx->nodes.at[first_node_at(tsx, piece->source)];
    ll_view text = ll_tsx_text(tsx, node->inner_start, node->inner_end);
    ll_view trimmed = ll_view_trim(text);
    size_t before = (size_t)(trimmed.ptr - text.ptr);
    ll_view blanks = at_end ? ll_view_slice(text, before + trimmed.len, text.len)
                            : ll_view_slice(text, 0, before);
    return blanks.len > 0 && !has_break(blanks);
}

static bool is_one_of(ll_view text, const ll_view *signs, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (ll_view_equal(text, signs[i]))
            return true;
    return false;
}

/* Whether a character of the rendered text is a part of a word, or one of the signs. */
static bool is_word_or(const ll_piece *piece, ll_view character, const ll_view *signs,
                       size_t count) {
    if (piece->origin == LL_ORIGIN_SPACE || piece->origin == LL_ORIGIN_BREAK)
        return false;
    return ll_is_alnum(character.ptr[0]) || is_one_of(character, signs, count);
}

/* A formula or code is a word; an expression may show anything. Of the signs, those that a blank
 * follows count here and those that a blank precedes below. */
static bool ends_in_word(const ll_lesson *lesson, const seam *at) {
    static const ll_view signs[] = {
        LL_VIEW_INIT(","), LL_VIEW_INIT("."),           LL_VIEW_INIT(":"), LL_VIEW_INIT(";"),
        LL_VIEW_INIT(")"), LL_VIEW_INIT("!"),           LL_VIEW_INIT("?"), LL_VIEW_INIT("%"),
        LL_VIEW_INIT("]"), LL_VIEW_INIT("\xE2\x80\x9D")};
    if (at->left->origin == LL_ORIGIN_PLACEHOLDER)
        return is_element(lesson->tsx, at->left) && !has_blank(lesson->tsx, at->left, true);
    size_t last = ll_view_before(lesson->rendered, at->rendered);
    return is_word_or(at->left, ll_view_slice(lesson->rendered, last, at->rendered), signs,
                      sizeof signs / sizeof *signs);
}

static bool begins_with_word(const ll_lesson *lesson, const seam *at) {
    static const ll_view signs[] = {LL_VIEW_INIT("("), LL_VIEW_INIT("["),
                                    LL_VIEW_INIT("\xE2\x80\x9C")};
    if (at->right->origin == LL_ORIGIN_PLACEHOLDER)
        return is_element(lesson->tsx, at->right) && !has_blank(lesson->tsx, at->right, false);
    size_t end = at->rendered + 1;
    while (end < lesson->rendered.len && ll_is_continuation(lesson->rendered.ptr[end]))
        end++;
    return is_word_or(at->right, ll_view_slice(lesson->rendered, at->rendered, end), signs,
                      sizeof signs / sizeof *signs);
}

/* Classes that take an element out of its line, or put something visible around it. */
static bool visit_class(void *context, ll_view name) {
    static const char *const boxes[] = {
        "absolute", "badge", "block",  "border",       "fixed",       "float-left",  "float-right",
        "flex",     "grid",  "hidden", "inline-block", "inline-flex", "inline-grid", "sr-only"};
    static const ll_view starts[] = {
        LL_VIEW_INIT("p-"),  LL_VIEW_INIT("px-"),     LL_VIEW_INIT("pl-"),    LL_VIEW_INIT("pr-"),
        LL_VIEW_INIT("ps-"), LL_VIEW_INIT("pe-"),     LL_VIEW_INIT("m-"),     LL_VIEW_INIT("mx-"),
        LL_VIEW_INIT("ml-"), LL_VIEW_INIT("mr-"),     LL_VIEW_INIT("ms-"),    LL_VIEW_INIT("me-"),
        LL_VIEW_INIT("w-"),  LL_VIEW_INIT("border-"), LL_VIEW_INIT("rounded")};
    bool *box = context;
    name = ll_lesson_class_base(name);
    *box = LL_VIEW_IS_ONE_OF(name, boxes);
    for (size_t i = 0; i < sizeof starts / sizeof *starts && !*box; i++)
        *box = ll_view_starts(name, starts[i]);
    return !*box;
}

static bool visit_any_class(void *context, ll_view name) {
    (void)context;
    (void)name;
    return true;
}

/* Whether nothing but the text of the element stands in its line, as far as can be seen. */
static bool is_plain(const ll_lesson *lesson, uint32_t element) {
    const ll_tsx *tsx = lesson->tsx;
    bool box = false;
    if (ll_tsx_attribute(tsx, element, LL_VIEW("style")) != LL_TSX_NONE ||
        ll_tsx_attribute(tsx, element, LL_VIEW("dx")) != LL_TSX_NONE)
        return false;
    bool seen = ll_lesson_classes(lesson, element, visit_class, &box);
    return seen && !box;
}

/* Code has a margin of its own in many styles, and is a word all the same. */
static bool is_inline_plain(const ll_lesson *lesson, uint32_t element) {
    return ll_tsx_is(lesson->tsx, element, LL_VIEW("code")) || is_plain(lesson, element);
}

static bool is_script(const ll_tsx *tsx, uint32_t element) {
    return ll_tsx_is(tsx, element, LL_VIEW("sub")) || ll_tsx_is(tsx, element, LL_VIEW("sup"));
}

static bool is_fragment(ll_view name) {
    static const char *const names[] = {"", "Fragment", "React.Fragment"};
    return LL_VIEW_IS_ONE_OF(name, names);
}

/* Whether the text of an element flows: no component, style or class that cannot be seen may put
 * its children apart. A fragment is what the element around it is. */
static bool flows(const ll_lesson *lesson, uint32_t element) {
    const ll_tsx *tsx = lesson->tsx;
    int left = FRAGMENTS_MOST;
    while (is_fragment(ll_tsx_lead(tsx, element))) {
        if (left-- == 0)
            return false;
        element = tsx->nodes.at[element].parent;
        if (element == LL_TSX_NONE || tsx->nodes.at[element].kind != LL_TSX_ELEMENT)
            return false;
    }
    if (!ll_tsx_is_host(tsx, element) && !ll_facts_is_plain_block(ll_tsx_lead(tsx, element)) &&
        !ll_helper_flows(lesson, element))
        return false;
    if (ll_tsx_attribute(tsx, element, LL_VIEW("style")) != LL_TSX_NONE)
        return false;
    return ll_lesson_classes(lesson, element, visit_any_class, NULL);
}

/* The elements that end between the two pieces are plain, and so is the way in which the one around
 * both arranges its children. */
static bool left_is_plain(const ll_lesson *lesson, const seam *at) {
    const ll_tsx *tsx = lesson->tsx;
    uint32_t node = at->node - 1;
    for (; node != LL_TSX_NONE; node = tsx->nodes.at[node].parent) {
        if (tsx->nodes.at[node].kind != LL_TSX_ELEMENT)
            continue;
        if (tsx->nodes.at[node].end > at->end)
            return flows(lesson, node);
        if (!is_inline_plain(lesson, node))
            return false;
    }
    return false;
}

/* The elements that begin between the two pieces; an index or exponent is set tight on purpose. */
static bool right_is_plain(const ll_lesson *lesson, const seam *at) {
    for (uint32_t i = at->node; i < at->after_node; i++) {
        if (lesson->tsx->nodes.at[i].kind != LL_TSX_ELEMENT)
            continue;
        if (is_script(lesson->tsx, i) || !is_inline_plain(lesson, i))
            return false;
    }
    return true;
}

static uint32_t source_end(const ll_piece *piece) {
    return piece->source + piece->source_length;
}

/* Where the text that ends with the left piece begins in the source: at the tag before it. */
static uint32_t left_start(const ll_lesson *lesson, const seam *at) {
    const ll_piece *first = &lesson->pieces.at[at->passage->first_piece];
    const ll_piece *piece = at->left;
    while (piece > first && source_end(&piece[-1]) == piece->source &&
           piece[-1].origin != LL_ORIGIN_BREAK)
        piece--;
    return piece->source;
}

/* The last word in front of the seam, or the last line of an element that is one. */
static ll_range left_range(const ll_lesson *lesson, const seam *at) {
    const char *text = lesson->source->text.ptr;
    uint32_t start = at->start, least = left_start(lesson, at);
    bool element = is_element(lesson->tsx, at->left);
    if (element)
        least = at->left->source;
    while (start > least && (element ? text[start - 1] != '\n' : !ll_is_blank(text[start - 1])))
        start--;
    while (start < at->start && ll_is_blank(text[start]))
        start++;
    return ll_lesson_range(start, at->start);
}

static void judge(ll_check *check, seam *at) {
    const ll_lesson *lesson = check->facts->lesson;
    if (!ends_in_word(lesson, at) || !begins_with_word(lesson, at))
        return;
    at->node = first_node_at(lesson->tsx, at->start);
    at->after_node = first_node_at(lesson->tsx, at->end + 1);
    uint32_t lost = lost_break(lesson->tsx, at);
    if (lost == 0 || !left_is_plain(lesson, at) || !right_is_plain(lesson, at))
        return;
    ll_edits edits = {0};
    ll_mend_put(&edits, check, lost, lost, LL_VIEW("{' '}"), LL_SAFETY_UNSAFE);
    ll_value values[] = {{"context", ll_context_of(check, at->passage, at->rendered, at->rendered)},
                         {0}};
    ll_check_report(check, &(ll_report){.range = left_range(lesson, at),
                                        .subject = ll_lesson_passage_text(lesson, at->passage),
                                        .values = values,
                                        .edits = &edits});
}

void ll_check_glued_inline_text(ll_check *check) {
    const ll_lesson *lesson = check->facts->lesson;
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        if (passage->kind != LL_PASSAGE_PROSE && passage->kind != LL_PASSAGE_SVG)
            continue;
        for (uint32_t p = passage->first_piece; p + 1 < passage->after_piece; p++) {
            const ll_piece *left = &lesson->pieces.at[p];
            seam at = {passage,          left,           left + 1, left[1].rendered,
                       source_end(left), left[1].source, 0,        0};
            if (at.start >= at.end)
                continue;
            check->outcome.checked++;
            judge(check, &at);
        }
    }
}
