/* JSX: tags, attributes, and the children between tags. */
#include "tsx/scanner.h"

/* White space other than ASCII, and comments, which become nodes. */
static void skip_odd_blank(scanner *s) {
    while (s->at < s->end) {
        uint32_t before = s->at;
        bool line = false;
        if (byte_is(s->text[s->at], BYTE_BLANK))
            s->at++;
        else if (s->text[s->at] >= 0x80)
            s->at += ll_scan_wide_blank(s->text, s->at, &line);
        else if (s->text[s->at] == '/')
            ll_scan_comment(s);
        if (s->at == before)
            break;
    }
}

static void skip_blanks(scanner *s) {
    s->at = ll_scan_blanks(s, s->at);
    if (s->text[s->at] >= 0x80 || s->text[s->at] == '/')
        skip_odd_blank(s);
}

static inline void skip_blank(scanner *s) {
    unsigned char byte = s->text[s->at];
    if (byte <= ' ' || byte == '/' || byte >= 0x80)
        skip_blanks(s);
}

/* Offset behind the identifier with hyphens whose part without them is [at, end). */
static uint32_t with_hyphens(const scanner *s, uint32_t at, uint32_t end) {
    while (end > at && end < s->end && s->text[end] == '-') {
        at = end + 1;
        end = ll_scan_identifier(s, at);
        if (end == at)
            return at; /* a hyphen at the end */
    }
    return end;
}

/* Whether a part of the name may follow; one blank before a letter is the usual end of a name. */
static bool goes_on(const scanner *s, uint32_t end) {
    unsigned char byte = s->text[end];
    if (byte_is(byte, BYTE_BLANK))
        return !byte_is(s->text[end + 1], BYTE_NAME);
    return byte == '.' || byte == ':' || byte == '/' || byte >= 0x80;
}

/* Offset behind a name with its parts: a.b.c, a:b. */
static uint32_t jsx_name(const scanner *s, uint32_t at) {
    uint32_t end = ll_scan_identifier(s, at);
    if (s->text[end] == '=' || s->text[end] == '>')
        return end;
    end = with_hyphens(s, at, end);
    while (end > at && goes_on(s, end)) {
        bool line = false;
        uint32_t sign = ll_scan_peek_blank(s, end, &line);
        if (s->text[sign] != '.' && s->text[sign] != ':')
            break;
        uint32_t part = ll_scan_peek_blank(s, sign + 1, &line);
        uint32_t part_end = with_hyphens(s, part, ll_scan_identifier(s, part));
        if (part_end == part)
            break;
        end = part_end;
    }
    return end;
}

bool ll_scan_is_tag(const scanner *s) {
    bool line = false;
    if (ll_is_letter((char)s->text[s->at + 1]))
        return true;
    uint32_t next = ll_scan_peek_blank(s, s->at + 1, &line);
    unsigned char byte = s->text[next];
    return byte == '>' || byte == '/' ||
           (!byte_is(byte, BYTE_DIGIT) && ll_scan_identifier(s, next) > next);
}

/* What an element that has ended is to what stands around it. */
static void after_element(scanner *s) {
    if (s->top->kind < FRAME_TEMPLATE)
        ll_scan_operand(s, TOKEN_ELEMENT);
}

static void open_element(scanner *s, bool in_code) {
    uint32_t start = s->at;
    uint32_t node = ll_scan_node(s, LL_TSX_ELEMENT, start, start + 1);
    if (in_code)
        ll_scan_sign(s, node);
    ll_scan_push(s, FRAME_TAG, node);
    s->at++;
    skip_blank(s);
    uint32_t name_end = jsx_name(s, s->at);
    s->tsx->nodes.at[node].lead_start = s->at;
    s->tsx->nodes.at[node].lead_end = name_end;
    s->at = name_end;
    skip_blank(s);
    if (s->at < s->end && s->text[s->at] == '<' && name_end > start + 1)
        ll_scan_open_angle(s);
}

/* Scans "</name>" at `at`; the name is [*start, *end). */
static bool scan_closing_tag(scanner *s, uint32_t *start, uint32_t *end) {
    s->at += 2;
    skip_blank(s);
    *start = s->at;
    *end = s->at = jsx_name(s, s->at);
    skip_blank(s);
    if (s->at >= s->end || s->text[s->at] != '>')
        return false;
    s->at++;
    return true;
}

void ll_scan_open_element(scanner *s) {
    uint32_t start = s->at, name, name_end;
    if (s->text[start + 1] != '/') {
        open_element(s, true);
        return;
    }
    scan_closing_tag(s, &name, &name_end);
    s->at = start;
    ll_scan_fault(s, start, "</%.*s> closes nothing",
                  LL_VIEW_ARG(ll_tsx_text(s->tsx, name, name_end)));
}

static void end_opening_tag(scanner *s) {
    s->at++;
    s->tsx->nodes.at[s->top->node].inner_start = s->at;
    s->top->kind = FRAME_CHILDREN;
}

static void end_single_tag(scanner *s) {
    uint32_t node = s->top->node, slash = s->at;
    s->at++;
    skip_blank(s);
    if (s->at >= s->end)
        return;
    if (s->text[s->at] != '>') {
        ll_scan_fault(s, slash, "expected '>' behind '/'");
        return;
    }
    s->at++;
    s->tsx->nodes.at[node].inner_start = s->at;
    ll_scan_pop(s);
    ll_scan_close(s, node, s->at, s->at);
    after_element(s);
}

static void open_braces(scanner *s, uint32_t parent) {
    uint32_t node = ll_scan_node(s, LL_TSX_BRACES, s->at, s->at + 1);
    s->tsx->nodes.at[node].parent = parent;
    s->tsx->nodes.at[node].inner_start = s->at + 1;
    ll_scan_push(s, FRAME_BRACES, node);
    s->at++;
}

static void scan_quoted_value(scanner *s, uint32_t attribute) {
    unsigned char quote = s->text[s->at];
    const unsigned char *close = memchr(s->text + s->at + 1, quote, s->end - s->at - 1);
    if (!close) {
        ll_scan_fault(s, s->at, "the attribute has no closing %c", quote);
        return;
    }
    ll_tsx_node *node = &s->tsx->nodes.at[attribute];
    node->value = LL_TSX_QUOTED;
    node->inner_start = s->at + 1;
    node->inner_end = (uint32_t)(close - s->text);
    node->end = s->at = node->inner_end + 1;
    node->after = s->tsx->nodes.len; /* a comment may stand before the value */
}

static void scan_value(scanner *s, uint32_t attribute) {
    ll_tsx_node *node = &s->tsx->nodes.at[attribute];
    unsigned char byte = s->at < s->end ? s->text[s->at] : 0;
    node->inner_start = node->inner_end = node->end = s->at;
    if (byte == '"' || byte == '\'') {
        scan_quoted_value(s, attribute);
    } else if (byte == '{') {
        node->value = LL_TSX_EXPRESSION;
        open_braces(s, attribute);
    } else if (byte == '<') {
        node->value = LL_TSX_TAG;
        uint32_t element = s->tsx->nodes.len;
        open_element(s, false);
        s->tsx->nodes.at[element].parent = attribute;
    } else if (byte) {
        ll_scan_fault(s, s->at, "'=' has no value in quotes or braces");
    }
}

static void scan_attribute(scanner *s) {
    uint32_t name_end = jsx_name(s, s->at);
    if (name_end == s->at) {
        ll_scan_fault(s, s->at, "'%c' has no place in a tag", s->text[s->at]);
        return;
    }
    uint32_t node = ll_scan_node(s, LL_TSX_ATTRIBUTE, s->at, name_end);
    s->tsx->nodes.at[node].lead_start = s->at;
    s->tsx->nodes.at[node].lead_end = name_end;
    s->tsx->nodes.at[node].inner_start = name_end;
    s->tsx->nodes.at[node].value = LL_TSX_BARE;
    s->at = name_end;
    skip_blank(s);
    if (s->at < s->end && s->text[s->at] == '=') {
        s->at++;
        skip_blank(s);
        scan_value(s, node);
    }
}

static void scan_spread(scanner *s) {
    uint32_t node = ll_scan_node(s, LL_TSX_ATTRIBUTE, s->at, s->at + 1);
    s->tsx->nodes.at[node].value = LL_TSX_SPREAD;
    open_braces(s, node);
}

void ll_scan_tag(scanner *s) {
    frame *tag = s->top;
    while (s->at < s->end && s->top == tag && tag->kind == FRAME_TAG) {
        skip_blank(s);
        if (s->at >= s->end)
            return;
        switch (s->text[s->at]) {
        case '>':
            end_opening_tag(s);
            return;
        case '/':
            end_single_tag(s);
            return;
        case '{':
            scan_spread(s);
            return;
        default:
            scan_attribute(s);
            tag = s->top->kind == FRAME_TAG ? s->top : NULL;
        }
    }
}

static bool is_same_name(ll_view opened, ll_view closed) {
    if (ll_view_equal(opened, closed))
        return true;
    size_t a = 0, b = 0; /* blanks are allowed around the dots */
    for (;;) {
        while (a < opened.len && ll_is_blank(opened.ptr[a]))
            a++;
        while (b < closed.len && ll_is_blank(closed.ptr[b]))
            b++;
        if (a == opened.len || b == closed.len)
            return a == opened.len && b == closed.len;
        if (opened.ptr[a++] != closed.ptr[b++])
            return false;
    }
}

/* A closing tag that fits the element around says that the inner one was never closed, as
 * TypeScript sees it; any other one is itself wrong. */
static bool fits_outer(scanner *s, ll_view closed) {
    if (s->frames.len < 2 || s->frames.at[s->frames.len - 2].kind != FRAME_CHILDREN)
        return false;
    return is_same_name(ll_tsx_lead(s->tsx, s->frames.at[s->frames.len - 2].node), closed);
}

static void fault_mismatch(scanner *s, uint32_t node, uint32_t start, ll_view closed) {
    ll_view opened = ll_tsx_lead(s->tsx, node);
    s->at = start;
    if (fits_outer(s, closed))
        ll_scan_fault(s, s->tsx->nodes.at[node].start, "<%.*s> has no closing tag",
                      LL_VIEW_ARG(opened));
    else
        ll_scan_fault(s, start, "expected </%.*s> but found </%.*s>", LL_VIEW_ARG(opened),
                      LL_VIEW_ARG(closed));
}

/* Passes "</name>" of the element on top as it is nearly always written. */
static bool pass_closing_tag(scanner *s) {
    ll_view opened = ll_tsx_lead(s->tsx, s->top->node);
    const unsigned char *name = s->text + s->at + 2;
    if (s->end - s->at < opened.len + 3 || memcmp(name, opened.ptr, opened.len) != 0 ||
        name[opened.len] != '>')
        return false;
    s->at += (uint32_t)opened.len + 3;
    return true;
}

/* The same however it is written; false when the element is not closed here. */
static bool scan_closing_name(scanner *s) {
    uint32_t start = s->at, name, name_end;
    if (!scan_closing_tag(s, &name, &name_end)) {
        s->at = s->end;
        return false;
    }
    ll_view closed = ll_tsx_text(s->tsx, name, name_end);
    bool same = is_same_name(ll_tsx_lead(s->tsx, s->top->node), closed);
    if (!same)
        fault_mismatch(s, s->top->node, start, closed);
    return same;
}

static void close_element(scanner *s) {
    uint32_t start = s->at, node = s->top->node;
    if (!pass_closing_tag(s) && !scan_closing_name(s))
        return;
    ll_scan_pop(s);
    ll_scan_close(s, node, start, s->at);
    s->tsx->nodes.at[node].closed = true;
    after_element(s);
}

static void scan_text(scanner *s) {
    uint32_t start = s->at;
    s->at = ll_scan_until(s, start, "<>{}");
    if (s->at > start)
        ll_scan_node(s, LL_TSX_TEXT, start, s->at);
}

/* Whether what follows holds a closing tag for the element at hand. */
static bool is_closed_later(const scanner *s) {
    ll_view name = ll_tsx_lead(s->tsx, s->top->node);
    ll_view rest = ll_tsx_text(s->tsx, s->at, s->end);
    for (size_t at = 0; (at = ll_view_find(rest, LL_VIEW("</"), at)) != LL_VIEW_NONE; at += 2) {
        ll_view closing = ll_view_slice(rest, at + 2, rest.len);
        unsigned char behind = name.len < closing.len ? (unsigned char)closing.ptr[name.len] : 0;
        if (ll_view_starts(closing, name) && (behind == '>' || byte_is(behind, BYTE_BLANK)))
            return true;
    }
    return false;
}

/* A brace or angle in text. When the element is never closed, it is the end of the code around it
 * that was taken for text. */
static void fault_sign(scanner *s, unsigned char byte) {
    uint32_t node = s->top->node;
    if (byte == '}' && !is_closed_later(s))
        ll_scan_fault(s, s->tsx->nodes.at[node].start, "<%.*s> has no closing tag",
                      LL_VIEW_ARG(ll_tsx_lead(s->tsx, node)));
    else
        ll_scan_fault(s, s->at, "'%c' has no place in text; write {'%c'}", byte, byte);
}

static void scan_child(scanner *s) {
    unsigned char byte = s->text[s->at];
    if (byte == '{')
        open_braces(s, s->top->node);
    else if (byte != '<')
        fault_sign(s, byte);
    else if (s->text[s->at + 1] == '/')
        close_element(s);
    else if (ll_scan_is_tag(s))
        open_element(s, false);
    else
        ll_scan_fault(s, s->at, "'<' has no place in text; write {'<'}");
}

void ll_scan_children(scanner *s) {
    while (s->at < s->end && s->top->kind == FRAME_CHILDREN) {
        scan_text(s);
        if (s->at < s->end)
            scan_child(s);
    }
}
