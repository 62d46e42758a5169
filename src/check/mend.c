/* Putting text into the source so that it is read there as it is meant. */
#include "check/mend.h"

#include "source/source.h"
#include "tsx/decode.h"

static const ll_view DASH = LL_VIEW_INIT("\xE2\x80\x94");

/* Longer texts are written by nobody's fix. */
enum { TEXT_MOST = 64 * 1024 };

void ll_mend_put(ll_edits *edits, const ll_check *check, uint32_t start, uint32_t end, ll_view text,
                 ll_safety safety) {
    LL_ARRAY_PUSH(check->arena, edits, ((ll_edit){start, end - start, text, safety}));
}

/* Counts the dashes of one passage, by how they are written: as an entity, or as they are. */
static void count_dashes(const ll_lesson *lesson, const ll_passage *passage, uint32_t count[2]) {
    for (uint32_t i = passage->first_piece; i < passage->after_piece; i++) {
        const ll_piece *piece = &lesson->pieces.at[i];
        ll_view source =
            ll_tsx_text(lesson->tsx, piece->source, piece->source + piece->source_length);
        if (piece->origin == LL_ORIGIN_ENCODED)
            count[0] += ll_view_equal(source, LL_VIEW("&mdash;"));
        else if (piece->origin == LL_ORIGIN_TEXT)
            for (size_t at = 0; (at = ll_view_find(source, DASH, at)) != LL_VIEW_NONE; at++)
                count[1]++;
    }
}

ll_view ll_mend_dash(ll_facts *facts) {
    const ll_lesson *lesson = facts->lesson;
    uint32_t count[2] = {0, 0};
    if (facts->dash.len > 0)
        return facts->dash;
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        if (passage->kind == LL_PASSAGE_PROSE || passage->kind == LL_PASSAGE_SVG)
            count_dashes(lesson, passage, count);
    }
    facts->dash = count[1] > count[0] ? DASH : LL_VIEW("&mdash;");
    return facts->dash;
}

/* The innermost node that holds the byte, or LL_TSX_NONE. */
static uint32_t node_around(const ll_tsx *tsx, uint32_t offset) {
    uint32_t node = ll_tsx_node_at(tsx, offset);
    while (node != LL_TSX_NONE && tsx->nodes.at[node].end <= offset)
        node = tsx->nodes.at[node].parent;
    return node;
}

/* What a text is written into. */
typedef struct target {
    enum { IN_TEXT, IN_ATTRIBUTE, IN_STRING, IN_TEMPLATE, IN_COMMENT } kind;
    char quote;
    ll_view dash;      /* in IN_TEXT */
    bool raw;          /* a template whose tag takes it as it stands, so that no escape is read */
    char left, behind; /* the bytes beside what is replaced; '\0' where the text ends */
} target;

/* Whether [start, end) lies inside of one node that holds text, with nothing else between. */
static bool find_target(const ll_check *check, uint32_t start, uint32_t end, target *out) {
    const ll_tsx *tsx = check->facts->tsx;
    uint32_t node = node_around(tsx, start);
    if (node == LL_TSX_NONE || start >= end)
        return false;
    const ll_tsx_node *around = &tsx->nodes.at[node];
    uint32_t latest = ll_tsx_node_at(tsx, end - 1);
    bool quoted = around->kind == LL_TSX_ATTRIBUTE && around->value == LL_TSX_QUOTED;
    bool whole = around->kind == LL_TSX_TEXT;
    uint32_t from = whole ? around->start : around->inner_start;
    uint32_t to = whole ? around->end : around->inner_end;
    if (start < from || end > to || tsx->nodes.at[latest].start > start)
        return false;
    const char *text = tsx->source->text.ptr;
    char before = text[from - (from > 0)];
    switch ((ll_tsx_kind)around->kind) {
    case LL_TSX_TEXT:
        *out = (target){.kind = IN_TEXT, .dash = ll_mend_dash(check->facts)};
        return true;
    case LL_TSX_STRING:
        *out = (target){.kind = IN_STRING, .quote = before};
        return true;
    case LL_TSX_TEMPLATE:
        *out = (target){.kind = IN_TEMPLATE,
                        .quote = '`',
                        .raw = ll_tsx_is_raw(tsx, node),
                        .left = start > from ? text[start - 1] : '\0',
                        .behind = end < to ? text[end] : '\0'};
        return true;
    case LL_TSX_COMMENT:
        *out = (target){.kind = IN_COMMENT};
        return true;
    default:
        *out = (target){.kind = IN_ATTRIBUTE, .quote = before};
        return quoted;
    }
}

/* Signs that cannot be seen in an editor: blanks that are no spaces, joiners, marks of direction.
 */
static bool is_invisible(ll_view character) {
    static const ll_view signs[] = {LL_VIEW_INIT("\xC2\xAD"),     LL_VIEW_INIT("\xE2\x80\x8B"),
                                    LL_VIEW_INIT("\xE2\x80\x8C"), LL_VIEW_INIT("\xE2\x80\x8D"),
                                    LL_VIEW_INIT("\xE2\x80\x8E"), LL_VIEW_INIT("\xE2\x80\x8F"),
                                    LL_VIEW_INIT("\xE2\x81\xA0"), LL_VIEW_INIT("\xEF\xBB\xBF")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (ll_view_equal(character, signs[i]))
            return true;
    return character.ptr[0] != ' ' && ll_blank_character(character, 0) > 0;
}

/* The code point of one UTF-8 character. */
static unsigned code_of(ll_view character) {
    unsigned code = (unsigned char)character.ptr[0];
    if (character.len > 1)
        code &= 0x7Fu >> character.len;
    for (size_t i = 1; i < character.len; i++)
        code = code << 6 | ((unsigned char)character.ptr[i] & 0x3Fu);
    return code;
}

static void write_jsx(ll_buffer *out, const target *in, ll_view character) {
    char c = character.ptr[0];
    bool text = in->kind == IN_TEXT;
    if (text && ll_view_equal(character, DASH))
        ll_buffer_add(out, in->dash);
    else if (c == '&')
        ll_buffer_add_cstring(out, "&amp;");
    else if (text && c == '<')
        ll_buffer_add_cstring(out, "&lt;");
    else if (text && c == '>')
        ll_buffer_add_cstring(out, "&gt;");
    else if (is_invisible(character) || (text && (c == '{' || c == '}')) ||
             (!text && c == in->quote))
        ll_buffer_add_format(out, "&#%u;", code_of(character));
    else
        ll_buffer_add(out, character);
}

/* Whether a sign of a template, which begins the text or not, would make a hole with the one beside
 * it. What ends with a semicolon may be the code of a dollar, which is replaced by itself. */
static bool opens_hole(const target *in, bool first, char c, char next) {
    bool dollar = first && (in->left == '$' || in->left == ';');
    return in->kind == IN_TEMPLATE && ((c == '$' && next == '{') || (dollar && c == '{'));
}

/* False when it takes an escape and none is read there. */
static bool write_javascript(ll_buffer *out, const target *in, ll_view character, char next) {
    char c = character.ptr[0];
    bool invisible = is_invisible(character);
    bool escaped = c == '\\' || c == in->quote || opens_hole(in, out->len == 0, c, next);
    if (escaped)
        ll_buffer_add_byte(out, '\\');
    if (invisible)
        ll_buffer_add_format(out, "\\u%04x", code_of(character));
    else
        ll_buffer_add(out, character);
    return !in->raw || !(invisible || escaped);
}

/* False for what cannot be written there. */
static bool write_text(ll_buffer *out, const target *in, ll_view text) {
    if (text.len == 0 && in->left == '$' && in->behind == '{')
        return false;
    for (size_t at = 0; at < text.len;) {
        ll_view character = ll_view_slice(text, at, at + ll_source_character(text, at));
        at += character.len;
        char next = at < text.len ? text.ptr[at] : in->behind;
        if ((unsigned char)character.ptr[0] < ' ' || character.ptr[0] == 0x7F)
            return false;
        if (in->kind == IN_STRING || in->kind == IN_TEMPLATE) {
            if (!write_javascript(out, in, character, next))
                return false;
        } else if (in->kind == IN_COMMENT) {
            ll_buffer_add(out, character);
        } else {
            write_jsx(out, in, character);
        }
    }
    return in->kind != IN_COMMENT ||
           ll_view_find(ll_buffer_view(out), LL_VIEW("*/"), 0) == LL_VIEW_NONE;
}

bool ll_mend_replace(ll_edits *edits, const ll_check *check, uint32_t start, uint32_t end,
                     ll_view text, ll_safety safety) {
    target in;
    ll_buffer written = {.arena = check->arena, .most = (size_t)8 * TEXT_MOST};
    if (text.len > TEXT_MOST || !find_target(check, start, end, &in) ||
        !write_text(&written, &in, text))
        return false;
    ll_view made = LL_VIEW("");
    if (written.len > 0)
        made = ll_buffer_view(&written);
    ll_mend_put(edits, check, start, end, made, safety);
    return true;
}

ll_view ll_mend_decode(ll_arena *arena, ll_view text) {
    ll_buffer out = {.arena = arena, .most = TEXT_MOST};
    bool any = false;
    for (size_t at = 0; at < text.len;) {
        ll_decoded one =
            text.ptr[at] == '\\' ? ll_decode_javascript(text, at) : ll_decode_jsx(text, at);
        for (uint32_t i = 0; i < one.count; i++) {
            if (one.codes[i] < ' ' || (one.codes[i] >= 0xD800 && one.codes[i] < 0xE000))
                return LL_VIEW("");
            ll_buffer_add_code_point(&out, one.codes[i]);
        }
        any |= one.encoded;
        at += one.length;
    }
    return any && text.len <= TEXT_MOST / 4 ? ll_buffer_view(&out) : LL_VIEW("");
}
