/* The TSX scanner: the loop over the frames, and what is wrong at the end of a file. */
#include "tsx/scanner.h"

/* Lessons have 23 to 29 bytes for each node; room that is left over is never touched. */
enum { FIRST_FRAMES = 64, BYTES_A_NODE = 20, PEEKS_A_BYTE = 2, PEEKS_AT_LEAST = 65536 };

frame *ll_scan_push(scanner *s, frame_kind kind, uint32_t node) {
    if (s->frames.len > LL_TSX_DEPTH_MOST)
        ll_scan_fault(s, s->at, "more than %u levels of nesting", LL_TSX_DEPTH_MOST);
    frame *top = LL_ARRAY_NEXT(s->arena, &s->frames);
    *top = (frame){.kind = (uint8_t)kind, .node = node, .open = s->at};
    top->start = kind == FRAME_FILE || kind == FRAME_BLOCK || kind == FRAME_CLASS;
    s->top = top;
    s->operand = false;
    s->newline = false;
    s->token = TOKEN_OPEN;
    s->sign = LL_SIGN_NONE;
    s->lead_start = s->lead_end = 0;
    return top;
}

void ll_scan_fault(scanner *s, uint32_t offset, const char *format, ...) {
    if (s->tsx->fault)
        return;
    va_list arguments;
    va_start(arguments, format);
    s->tsx->fault = ll_arena_vformat(s->arena, format, arguments).ptr;
    va_end(arguments);
    s->tsx->fault_offset = offset;
    s->end = s->at; /* every loop ends */
}

static void fault_unclosed_element(scanner *s, const frame *open) {
    const ll_tsx_node *node = &s->tsx->nodes.at[open->node];
    ll_view name = ll_tsx_text(s->tsx, node->lead_start, node->lead_end);
    if (open->kind == FRAME_TAG)
        ll_scan_fault(s, node->start, "the opening tag <%.*s does not end", LL_VIEW_ARG(name));
    else
        ll_scan_fault(s, node->start, "<%.*s> has no closing tag", LL_VIEW_ARG(name));
}

/* The innermost frame that is still open is the nearest to the mistake. */
static void fault_unclosed(scanner *s) {
    while (s->top->kind == FRAME_ANGLE)
        ll_scan_pop(s);
    switch (s->top->kind) {
    case FRAME_FILE:
        break;
    case FRAME_TAG:
    case FRAME_CHILDREN:
        fault_unclosed_element(s, s->top);
        break;
    case FRAME_TEMPLATE:
        ll_scan_fault(s, s->top->open, "the template has no closing `");
        break;
    case FRAME_HOLE:
        ll_scan_fault(s, s->top->open, "'${' is not closed");
        break;
    default:
        ll_scan_fault(s, s->top->open, "'%c' is not closed", s->text[s->top->open]);
    }
}

static void close_all(scanner *s) {
    for (uint32_t i = s->frames.len; i-- > 1;)
        if (s->frames.at[i].kind != FRAME_ANGLE)
            ll_scan_close(s, s->frames.at[i].node, s->at, s->at);
    ll_scan_end_declaration(s);
}

/* A hashbang is a comment that only the first line may have. */
static void scan_hashbang(scanner *s) {
    if (s->end < 2 || s->text[0] != '#' || s->text[1] != '!')
        return;
    while (s->at < s->end && s->text[s->at] != '\n' && s->text[s->at] != '\r')
        s->at++;
    ll_scan_node(s, LL_TSX_COMMENT, 0, s->at);
}

static void scan_frames(scanner *s) {
    while (s->at < s->end) {
        switch (s->top->kind) {
        case FRAME_TAG:
            ll_scan_tag(s);
            break;
        case FRAME_CHILDREN:
            ll_scan_children(s);
            break;
        case FRAME_TEMPLATE:
            ll_scan_template(s);
            break;
        default:
            ll_scan_javascript(s);
        }
    }
}

ll_tsx *ll_tsx_parse(ll_arena *arena, const ll_source *source) {
    ll_tsx *tsx = LL_ARENA_NEW(arena, ll_tsx);
    tsx->source = source;
    scanner s = {.arena = arena, .tsx = tsx, .text = (const unsigned char *)source->text.ptr};
    s.end = (uint32_t)source->text.len;
    s.statement = LL_TSX_NONE;
    s.peeks = (uint64_t)s.end * PEEKS_A_BYTE + PEEKS_AT_LEAST;
    LL_ARRAY_RESERVE(arena, &s.frames, FIRST_FRAMES);
    LL_ARRAY_RESERVE(arena, &tsx->nodes, s.end / BYTES_A_NODE + 8);
    ll_scan_push(&s, FRAME_FILE, LL_TSX_NONE);
    scan_hashbang(&s);
    scan_frames(&s);
    if (!tsx->fault)
        fault_unclosed(&s);
    close_all(&s);
    return tsx;
}
