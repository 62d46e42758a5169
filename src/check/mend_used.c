/* Texts that the program itself may look at: whoever edits one of them edits what it is compared
 * with, looked up by or cut at, too. */
#include "check/mend.h"

#include "tsx/decode.h"

/* Bytes that are looked through for all edits of one file; what comes behind them is taken for
 * used. */
#define USED_WORK ((size_t)1 << 26)

/* Made at the first question. */
typedef struct ll_used_texts {
    ll_view hidden; /* the texts of strings and attributes that are not edited, END behind each */
    ll_view code;   /* what is no text, comment or string: there, in a regular expression; its
                     * pointer is NULL until it is asked for */
    size_t work;    /* that is left */
} ll_used_texts;

static const char END = '\0';

/* Whether a string is all that its braces hold, and thus part of the text around it. */
static bool is_part_of_text(const ll_tsx *tsx, uint32_t node) {
    uint32_t braces = tsx->nodes.at[node].parent;
    uint32_t element = braces == LL_TSX_NONE || tsx->nodes.at[braces].kind != LL_TSX_BRACES
                           ? LL_TSX_NONE
                           : tsx->nodes.at[braces].parent;
    if (element == LL_TSX_NONE || tsx->nodes.at[element].kind != LL_TSX_ELEMENT)
        return false;
    ll_view inside = ll_view_trim(
        ll_tsx_text(tsx, tsx->nodes.at[braces].inner_start, tsx->nodes.at[braces].inner_end));
    return inside.len == tsx->nodes.at[node].end - tsx->nodes.at[node].start;
}

/* Whether each node is a text that is a passage of its own. */
static bool *list_passages(ll_arena *arena, const ll_lesson *lesson) {
    bool *own = LL_ARENA_ARRAY(arena, bool, lesson->tsx->nodes.len + 1u);
    for (uint32_t i = 0; i < lesson->passages.len; i++)
        own[lesson->passages.at[i].node] = true;
    return own;
}

static bool is_quoted(const ll_tsx_node *node) {
    return node->kind == LL_TSX_ATTRIBUTE && node->value == LL_TSX_QUOTED;
}

static bool is_string(const ll_tsx *tsx, uint32_t node) {
    bool whole =
        tsx->nodes.at[node].kind == LL_TSX_TEMPLATE && ll_tsx_first(tsx, node) == LL_TSX_NONE;
    return whole || tsx->nodes.at[node].kind == LL_TSX_STRING;
}

static void add_hidden(ll_buffer *hidden, const ll_tsx *tsx, uint32_t node) {
    const ll_tsx_node *text = &tsx->nodes.at[node];
    ll_view inside = ll_tsx_text(tsx, text->inner_start, text->inner_end);
    if (is_quoted(text))
        ll_decode_jsx_text(hidden, inside);
    else
        ll_decode_javascript_text(hidden, inside);
    ll_buffer_add_byte(hidden, END);
}

static bool holds_no_code(const ll_tsx_node *node) {
    return node->kind == LL_TSX_TEXT || node->kind == LL_TSX_COMMENT ||
           node->kind == LL_TSX_STRING || node->kind == LL_TSX_TEMPLATE || is_quoted(node);
}

/* A string that is taken as it is, such as one that only goes to functions, is not edited, but may
 * be what another one is compared with. */
static void add_all_hidden(ll_arena *arena, const ll_lesson *lesson, ll_buffer *hidden) {
    const ll_tsx *tsx = lesson->tsx;
    const bool *own = list_passages(arena, lesson);
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        bool edited = own[i] && !ll_lesson_is_as_is(lesson, tsx->nodes.at[i].start);
        if (!edited &&
            (is_quoted(&tsx->nodes.at[i]) || (is_string(tsx, i) && !is_part_of_text(tsx, i))))
            add_hidden(hidden, tsx, i);
    }
}

/* A lesson's text is asked for in the files that it imports, too, to which it gives it. */
static ll_view find_hidden(ll_facts *facts) {
    size_t files = 1 + (size_t)facts->widget_count;
    ll_buffer hidden = {.arena = facts->arena, .most = files * 4 * LL_SOURCE_MOST};
    add_all_hidden(facts->arena, facts->lesson, &hidden);
    for (uint32_t i = 0; i < facts->widget_count; i++)
        if (facts->widgets[i]->lesson)
            add_all_hidden(facts->arena, facts->widgets[i]->lesson, &hidden);
    return ll_buffer_view(&hidden);
}

static void add_code(ll_buffer *code, const ll_tsx *tsx) {
    uint32_t at = 0;
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (node->start < at || !holds_no_code(node))
            continue;
        ll_buffer_add(code, ll_tsx_text(tsx, at, node->start));
        at = node->end;
    }
    ll_buffer_add(code, ll_tsx_text(tsx, at, (uint32_t)tsx->source->text.len));
}

static ll_view find_code(const ll_facts *facts) {
    size_t files = 1 + (size_t)facts->widget_count;
    ll_buffer code = {.arena = facts->arena, .most = files * LL_SOURCE_MOST};
    add_code(&code, facts->tsx);
    for (uint32_t i = 0; i < facts->widget_count; i++)
        if (facts->widgets[i]->lesson)
            add_code(&code, facts->widgets[i]->tsx);
    return ll_buffer_view(&code);
}

static ll_used_texts *used_texts(const ll_check *check) {
    ll_facts *facts = check->facts;
    if (!facts->used) {
        facts->used = LL_ARENA_NEW(facts->arena, ll_used_texts);
        *facts->used = (ll_used_texts){.hidden = find_hidden(facts), .work = USED_WORK};
    }
    return facts->used;
}

/* Takes the work of one step; false when there is none left. */
static bool take_work(ll_used_texts *used, size_t bytes) {
    bool enough = used->work > bytes;
    used->work = enough ? used->work - bytes : 0;
    return enough;
}

/* A sign that is to be edited, in the text that it stands in. */
typedef struct signed_text {
    ll_view text, sign;
    size_t start; /* of the sign in the text */
    bool whole;   /* a part of the text is none that a program would ask for */
} signed_text;

/* Whether the hidden text around its byte `at`, where it holds the sign, stands in the text around
 * the sign. */
static bool is_same(ll_used_texts *used, const signed_text *in, size_t at) {
    ll_view hidden = used->hidden;
    size_t start = at, end = at;
    while (start > 0 && hidden.ptr[start - 1] != END)
        start--;
    while (end < hidden.len && hidden.ptr[end] != END)
        end++;
    ll_view text = ll_view_slice(hidden, start, end);
    if (!take_work(used, text.len))
        return true;
    /* A dash stays one: who looks for it alone finds it, and mostly it stands for "none". */
    bool dash = ll_view_equal(text, LL_VIEW("\xE2\x80\x94"));
    if (dash || at - start > in->start || (in->whole && text.len != in->text.len))
        return false;
    return ll_view_starts(ll_view_slice(in->text, in->start - (at - start), in->text.len), text);
}

/* Blanks stand everywhere: a sign is looked for behind those that it begins with. */
static size_t blanks_before(ll_view sign) {
    size_t blanks = 0;
    while (blanks + 1 < sign.len && ll_is_blank(sign.ptr[blanks]))
        blanks++;
    return blanks;
}

static bool is_hidden(ll_used_texts *used, const signed_text *in) {
    if (!take_work(used, used->hidden.len))
        return true;
    size_t blanks = blanks_before(in->sign);
    ll_view core = ll_view_slice(in->sign, blanks, in->sign.len);
    for (size_t at = 0;
         used->hidden.len > 0 && (at = ll_view_find(used->hidden, core, at)) != LL_VIEW_NONE; at++)
        if (at >= blanks && is_same(used, in, at - blanks))
            return true;
    return false;
}

static bool is_blank_at(ll_view text, size_t at) {
    return at < text.len && text.ptr[at] == ' ';
}

/* In code the sign may be an operator, unless it is none of ASCII or blanks stand on both sides, in
 * the text and there. */
static bool is_in_code(const ll_check *check, ll_used_texts *used, const signed_text *in) {
    bool ascii = (unsigned char)in->sign.ptr[0] < 0x80 && blanks_before(in->sign) == 0;
    bool apart = in->start > 0 && is_blank_at(in->text, in->start - 1) &&
                 is_blank_at(in->text, in->start + in->sign.len);
    if (ascii && !apart)
        return false;
    if (!used->code.ptr)
        used->code = find_code(check->facts);
    if (!take_work(used, used->code.len))
        return true;
    ll_view sign = ll_view_slice(in->sign, blanks_before(in->sign), in->sign.len);
    for (size_t at = 0;
         used->code.len > 0 && (at = ll_view_find(used->code, sign, at)) != LL_VIEW_NONE; at++)
        if (!ascii ||
            (at > 0 && is_blank_at(used->code, at - 1) && is_blank_at(used->code, at + sign.len)))
            return true;
    return false;
}

ll_safety ll_mend_safety(const ll_check *check, const ll_passage *passage, uint32_t start,
                         uint32_t end, ll_safety safety) {
    ll_view text = ll_lesson_passage_text(check->facts->lesson, passage);
    bool prose = passage->kind == LL_PASSAGE_PROSE || passage->kind == LL_PASSAGE_SVG;
    signed_text in = {text, ll_view_slice(text, start - passage->start, end - passage->start),
                      start - passage->start, prose};
    if (safety != LL_SAFETY_SAFE || in.sign.len == 0)
        return safety;
    ll_used_texts *used = used_texts(check);
    bool asked = is_hidden(used, &in) || (!prose && is_in_code(check, used, &in));
    return asked ? LL_SAFETY_UNSAFE : LL_SAFETY_SAFE;
}
