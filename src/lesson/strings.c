/* Attributes, strings, code and maths as passages of their own, in the order of the source. */
#include "lesson/parse.h"

/* Cells of a row in data that are looked at, and bytes of each: every cell looks at its row. */
enum { CELLS_MOST = 8, CELL_BYTES_MOST = 256 };

static ll_passage_kind raw_kind(ll_use use) {
    return use == LL_USE_MATH ? LL_PASSAGE_MATH : LL_PASSAGE_CODE;
}

static void write_raw(ll_writer *writer, uint32_t node, uint32_t start, uint32_t end, ll_use use) {
    ll_writer_begin(writer, raw_kind(use), node);
    ll_writer_raw(writer, start, end, LL_ORIGIN_TEXT);
    ll_writer_end(writer);
}

/* A text whose use is not known is kept when it looks like prose. */
static void end_by_looks(ll_writer *writer, ll_use use) {
    if (use == LL_USE_LOOKS && !ll_prose_looks(ll_writer_text(writer)))
        ll_writer_drop(writer);
    else
        ll_writer_end(writer);
}

static bool is_raw(ll_use use) {
    return use == LL_USE_CODE || use == LL_USE_MATH;
}

static void write_attribute(ll_writer *writer, uint32_t node, ll_use use) {
    const ll_tsx_node *attribute = &writer->lesson->tsx->nodes.at[node];
    if (is_raw(use)) {
        write_raw(writer, node, attribute->inner_start, attribute->inner_end, use);
        return;
    }
    ll_writer_begin(writer, LL_PASSAGE_ATTRIBUTE, node);
    ll_writer_jsx(writer, attribute->inner_start, attribute->inner_end);
    end_by_looks(writer, use);
}

/* Text of an element whose content is code or maths. */
static void write_content(ll_writer *writer, uint32_t node, ll_use use) {
    const ll_tsx_node *text = &writer->lesson->tsx->nodes.at[node];
    write_raw(writer, node, text->start, text->end, use);
}

/* Whether the string is the one child that its braces stand for, and thus part of the text around
 * it. */
static bool is_child_text(const ll_tsx *tsx, uint32_t node) {
    uint32_t braces = tsx->nodes.at[node].parent;
    if (braces == LL_TSX_NONE || tsx->nodes.at[braces].kind != LL_TSX_BRACES)
        return false;
    uint32_t element = tsx->nodes.at[braces].parent;
    return element != LL_TSX_NONE && tsx->nodes.at[element].kind == LL_TSX_ELEMENT &&
           ll_braces_read(tsx, braces).kind == LL_BRACES_LITERAL;
}

/* Text that `+` puts in front of a string, or behind it, stands beside it as one character. */
static void write_added(ll_writer *writer, uint32_t node, bool behind) {
    const ll_tsx *tsx = writer->lesson->tsx;
    const ll_tsx_node *string = &tsx->nodes.at[node];
    uint32_t end = (uint32_t)tsx->source->text.len;
    uint32_t at = behind ? ll_source_skip_blanks(tsx, string->end, end) : string->start;
    bool added = behind ? at + 1 < end && tsx->source->text.ptr[at] == '+' &&
                              !strchr("+=", tsx->source->text.ptr[at + 1])
                        : string->sign == LL_SIGN_PLUS;
    if (added)
        ll_writer_placeholder(writer, at, at + behind);
}

/* The text of a string as the program that is written in JavaScript has it. */
static void write_value(ll_writer *writer, uint32_t node) {
    const ll_tsx *tsx = writer->lesson->tsx;
    bool raw = ll_tsx_is_raw(tsx, node);
    void (*write)(ll_writer *, uint32_t, uint32_t, ll_origin) =
        raw ? ll_writer_raw : ll_writer_javascript;
    uint32_t at = tsx->nodes.at[node].inner_start;
    for (uint32_t hole = ll_tsx_first(tsx, node); hole != LL_TSX_NONE;
         hole = ll_tsx_next(tsx, hole)) {
        write(writer, at, tsx->nodes.at[hole].start, LL_ORIGIN_TEXT);
        at = tsx->nodes.at[hole].end;
        ll_writer_placeholder(writer, tsx->nodes.at[hole].start, at);
    }
    write(writer, at, tsx->nodes.at[node].inner_end, LL_ORIGIN_TEXT);
}

static void write_math(ll_writer *writer, uint32_t node) {
    ll_writer_begin(writer, LL_PASSAGE_MATH, node);
    write_value(writer, node);
    ll_writer_end(writer);
}

static bool has_lines(const ll_tsx *tsx, const ll_tsx_node *string) {
    ll_view text = ll_tsx_text(tsx, string->inner_start, string->inner_end);
    return string->kind == LL_TSX_TEMPLATE && ll_view_find_byte(text, '\n', 0) != LL_VIEW_NONE;
}

/* Whether a string looks like prose as it is shown, told by its start: escapes and holes are no
 * code of it. */
static bool looks_like_prose(const ll_tsx *tsx, uint32_t node) {
    const ll_tsx_node *string = &tsx->nodes.at[node];
    if (string->kind != LL_TSX_STRING && string->kind != LL_TSX_TEMPLATE)
        return false;
    ll_view text =
        ll_view_cut(ll_tsx_text(tsx, string->inner_start, string->inner_end), CELL_BYTES_MOST);
    char shown[CELL_BYTES_MOST];
    size_t len = 0;
    for (size_t at = 0; at < text.len; at++) {
        bool hole = text.ptr[at] == '$' && at + 1 < text.len && text.ptr[at + 1] == '{';
        if (hole)
            while (at + 1 < text.len && text.ptr[at] != '}')
                at++;
        else if (text.ptr[at] == '\\')
            at += at + 5 < text.len && text.ptr[at + 1] == 'u' ? 5 : 1;
        else
            shown[len++] = text.ptr[at];
    }
    return ll_prose_looks((ll_view){shown, len});
}

/* Whether the string stands in an array of arrays, a table written as data, beside one that looks
 * like prose: `[['LoRA', 'A bypass beside the weights.'], …]`. */
static bool is_beside_prose(const ll_tsx *tsx, uint32_t node) {
    const ll_tsx_node *nodes = tsx->nodes.at;
    ll_view text = tsx->source->text;
    uint32_t row = nodes[node].parent, all = row == LL_TSX_NONE ? row : nodes[row].parent;
    if (all == LL_TSX_NONE || nodes[row].kind != LL_TSX_GROUP || nodes[all].kind != LL_TSX_GROUP ||
        text.ptr[nodes[row].start] != '[' || text.ptr[nodes[all].start] != '[')
        return false;
    uint32_t cells = 0;
    for (uint32_t i = ll_tsx_first(tsx, row); i != LL_TSX_NONE && cells < CELLS_MOST;
         i = ll_tsx_next(tsx, i), cells++)
        if (i != node && looks_like_prose(tsx, i))
            return true;
    return false;
}

static void write_string(ll_writer *writer, uint32_t node, ll_use use) {
    const ll_tsx *tsx = writer->lesson->tsx;
    const ll_tsx_node *string = &tsx->nodes.at[node];
    if (use == LL_USE_MATH) {
        write_math(writer, node);
        return;
    }
    if (use == LL_USE_CODE) {
        write_raw(writer, node, string->inner_start, string->inner_end, use);
        return;
    }
    if (use == LL_USE_NONE || use == LL_USE_HIDDEN || is_child_text(tsx, node))
        return;
    ll_writer_begin(writer, LL_PASSAGE_STRING, node);
    write_added(writer, node, false);
    write_value(writer, node);
    write_added(writer, node, true);
    /* Several lines that a variable holds are code; those of other data when they look so. */
    bool code = ll_prose_draws(ll_writer_text(writer)) ||
                (use == LL_USE_LOOKS && has_lines(tsx, string) &&
                 (string->sign == LL_SIGN_ASSIGN || !ll_prose_looks(ll_writer_text(writer))));
    bool label = !code && use == LL_USE_LOOKS && ll_prose_may_label(ll_writer_text(writer)) &&
                 is_beside_prose(tsx, node);
    if (!code) {
        end_by_looks(writer, label ? LL_USE_SHOWN : use);
        return;
    }
    ll_writer_drop(writer);
    write_raw(writer, node, string->inner_start, string->inner_end, LL_USE_CODE);
}

void ll_strings_render(ll_writer *writer) {
    const ll_lesson *lesson = writer->lesson;
    for (uint32_t i = 0; i < lesson->inside->texts.len; i++) {
        uint32_t node = lesson->inside->texts.at[i];
        ll_use use = (ll_use)lesson->inside->below[node].use;
        switch (lesson->tsx->nodes.at[node].kind) {
        case LL_TSX_TEXT:
            write_content(writer, node, use);
            break;
        case LL_TSX_ATTRIBUTE:
            write_attribute(writer, node, use);
            break;
        default:
            write_string(writer, node, use);
            break;
        }
    }
}
