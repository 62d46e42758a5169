/* Looking over a `+` into the string on its other side. */
#include "check/joined.h"

#include "check/mend.h"
#include "tsx/decode.h"

static bool is_added(const ll_lesson *lesson, const ll_passage *passage, bool behind) {
    if (passage->kind != LL_PASSAGE_STRING)
        return false;
    const ll_tsx_node *string = &lesson->tsx->nodes.at[passage->node];
    const ll_piece *piece =
        &lesson->pieces.at[behind ? passage->after_piece - 1 : passage->first_piece];
    return piece->origin == LL_ORIGIN_PLACEHOLDER &&
           (behind ? piece->source >= string->end : piece->source <= string->start);
}

static uint32_t skip_back(ll_view text, uint32_t at) {
    while (at > 0 && ll_is_blank(text.ptr[at - 1]))
        at--;
    return at;
}

/* The node that ends in front of the `+` before `start`; LL_TSX_NONE when something else does. */
static uint32_t operand_before(const ll_tsx *tsx, uint32_t start) {
    ll_view text = tsx->source->text;
    uint32_t plus = skip_back(text, start);
    if (plus == 0 || text.ptr[plus - 1] != '+')
        return LL_TSX_NONE;
    uint32_t end = skip_back(text, plus - 1);
    uint32_t node = end > 0 ? ll_tsx_node_at(tsx, end - 1) : LL_TSX_NONE;
    while (node != LL_TSX_NONE && tsx->nodes.at[node].end != end)
        node = tsx->nodes.at[node].parent;
    return node;
}

/* The node that begins behind the `+`, of which nothing more is asked, such as a method. */
static uint32_t operand_behind(const ll_tsx *tsx, uint32_t end) {
    uint32_t plus = ll_tsx_skip_blanks(tsx, end);
    if (ll_tsx_byte(tsx, plus) != '+')
        return LL_TSX_NONE;
    uint32_t start = ll_tsx_skip_blanks(tsx, plus + 1), node = ll_tsx_node_at(tsx, start);
    if (node == LL_TSX_NONE || tsx->nodes.at[node].start != start)
        return LL_TSX_NONE;
    char next = ll_tsx_byte(tsx, ll_tsx_skip_blanks(tsx, tsx->nodes.at[node].end));
    return next && strchr(".[(?!", next) ? LL_TSX_NONE : node;
}

/* The text of a string, or of a template up to its next hole, at the end where they meet. */
static bool edge_of(const ll_tsx *tsx, uint32_t node, bool behind, uint32_t *start, uint32_t *end) {
    if (node == LL_TSX_NONE)
        return false;
    const ll_tsx_node *string = &tsx->nodes.at[node];
    bool tagged = string->kind == LL_TSX_TEMPLATE && string->sign == LL_SIGN_OTHER;
    if (tagged || (string->kind != LL_TSX_STRING && string->kind != LL_TSX_TEMPLATE))
        return false;
    *start = string->inner_start;
    *end = string->inner_end;
    for (uint32_t hole = ll_tsx_first(tsx, node); hole != LL_TSX_NONE;
         hole = ll_tsx_next(tsx, hole)) {
        if (behind) {
            *end = tsx->nodes.at[hole].start;
            break;
        }
        *start = tsx->nodes.at[hole].end;
    }
    return *end > *start;
}

static bool is_wide_blank(uint32_t code) {
    return code == 0xA0 || (code >= 0x2000 && code <= 0x200A);
}

/* Goes through the text; `*from` and `*to` are the blanks at its end, or with `behind` at its
 * start. False when one of them breaks the line. */
static bool find_blanks(ll_view text, bool behind, size_t *from, size_t *to) {
    bool lines = false;
    *from = *to = 0;
    for (size_t at = 0; at < text.len;) {
        ll_decoded one = ll_decode_javascript(text, at);
        bool blank = one.encoded
                         ? one.count == 1 && (one.codes[0] <= ' ' || is_wide_blank(one.codes[0]))
                         : ll_blank_character(text, at) > 0;
        at += one.length;
        if (!blank && behind)
            break;
        if (!blank)
            *from = at;
        lines = blank && (lines || one.codes[0] == '\n' || one.codes[0] == '\r');
        *to = at;
    }
    return !lines;
}

ll_joined ll_joined_at(const ll_lesson *lesson, const ll_passage *passage, bool behind) {
    if (!is_added(lesson, passage, behind))
        return (ll_joined){LL_JOINED_NOTHING, 0, 0};
    const ll_tsx *tsx = lesson->tsx;
    const ll_tsx_node *string = &tsx->nodes.at[passage->node];
    uint32_t node = behind ? operand_behind(tsx, string->end) : operand_before(tsx, string->start);
    uint32_t start, end;
    size_t from, to;
    if (!edge_of(tsx, node, behind, &start, &end) ||
        !find_blanks(ll_tsx_text(tsx, start, end), behind, &from, &to))
        return (ll_joined){LL_JOINED_UNSEEN, 0, 0};
    if (from == to)
        return (ll_joined){LL_JOINED_TEXT, 0, 0};
    bool alone = to - from == end - start;
    return (ll_joined){LL_JOINED_BLANK, start + (uint32_t)from,
                       alone ? start + (uint32_t)from : start + (uint32_t)to};
}
