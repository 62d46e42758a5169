/* Children as React sees them, and what a component returns. */
#include "lesson/parse.h"

/* Something whose inside is being looked through. */
typedef struct frame {
    uint32_t node, after;
    enum {
        IN_MARKUP, /* an element or fragment: text, elements, braces */
        IN_BRACES, /* braces, round and square brackets: an expression */
        IN_CALL,   /* the arguments of map, memo …: only what a function in them returns counts */
        IN_BODY    /* statements: only what is returned counts */
    } kind;
    bool conditional; /* what is found may be absent or repeated */
    bool returning;   /* IN_BODY: the statement at hand is a `return`; IN_CALL: behind an `=>` */
    bool defining;    /* IN_BODY: the next body is that of a function declared there */
    bool braces;      /* braces of an element: without a find, their value is unknown */
    uint32_t found;   /* number of finds when it was opened */
    uint32_t seen;    /* IN_BODY, IN_CALL: end of the latest node */
} frame;

typedef struct child_search {
    const ll_lesson *lesson;
    const ll_tsx *tsx;
    ll_arena *arena;
    ll_children *found;
    LL_ARRAY(frame) frames;
} child_search;

static frame *top(child_search *search) {
    return &search->frames.at[search->frames.len - 1];
}

static void add(child_search *search, uint32_t node, int kind, bool conditional) {
    ll_child *child = LL_ARRAY_ADD(search->arena, search->found);
    child->node = node;
    child->kind = (unsigned)kind;
    child->conditional = conditional;
}

/* Looks through `node` next. */
static uint32_t enter(child_search *search, uint32_t node, int kind, bool conditional) {
    frame opened = {.node = node,
                    .after = search->tsx->nodes.at[node].after,
                    .kind = (unsigned)kind,
                    .conditional = conditional,
                    .found = search->found->len,
                    .seen = search->tsx->nodes.at[node].inner_start};
    LL_ARRAY_PUSH(search->arena, &search->frames, opened);
    return node + 1;
}

static void leave(child_search *search) {
    frame closed = *top(search);
    search->frames.len--;
    if (closed.braces && search->found->len == closed.found)
        add(search, closed.node, LL_CHILD_UNKNOWN, true);
}

static uint32_t see_element(child_search *search, uint32_t node, bool conditional) {
    if (ll_name_is_fragment(ll_tsx_lead(search->tsx, node)))
        return enter(search, node, IN_MARKUP, conditional);
    add(search, node, LL_CHILD_ELEMENT, conditional);
    return search->tsx->nodes.at[node].after;
}

static bool is_blank(ll_view text) {
    return ll_view_trim(text).len == 0;
}

/* Whether a string, as it stands in the source, shows nothing but white space. */
static bool is_blank_string(ll_view text) {
    for (size_t at = 0; at < text.len; at++) {
        bool escaped = text.ptr[at] == '\\' && at + 1 < text.len;
        if (escaped && strchr("nrt", text.ptr[at + 1]))
            at++;
        else if (!ll_is_blank(text.ptr[at]))
            return false;
    }
    return true;
}

static uint32_t see_braces(child_search *search, uint32_t node, bool conditional) {
    const ll_tsx_node *nodes = search->tsx->nodes.at;
    ll_braces value = ll_braces_read(search->tsx, node);
    if (value.kind == LL_BRACES_OTHER || value.kind == LL_BRACES_MEMBER) {
        uint32_t next = enter(search, node, IN_BRACES, true);
        top(search)->braces = true;
        return next;
    }
    if (value.kind == LL_BRACES_NAME) {
        add(search, node, LL_CHILD_UNKNOWN, true);
    } else if (value.kind == LL_BRACES_LITERAL) {
        const ll_tsx_node *text = &nodes[value.literal];
        if (!is_blank_string(ll_tsx_text(search->tsx, text->inner_start, text->inner_end)))
            add(search, value.literal, LL_CHILD_TEXT, conditional);
    }
    return nodes[node].after;
}

static uint32_t see_in_markup(child_search *search, uint32_t node) {
    const ll_tsx_node *seen = &search->tsx->nodes.at[node];
    bool conditional = top(search)->conditional;
    switch (seen->kind) {
    case LL_TSX_ELEMENT:
        return see_element(search, node, conditional);
    case LL_TSX_BRACES:
        return see_braces(search, node, conditional);
    case LL_TSX_TEXT:
        if (!is_blank(ll_tsx_text(search->tsx, seen->start, seen->end)) &&
            !ll_jsx_text_vanishes(search->lesson, node))
            add(search, node, LL_CHILD_TEXT, conditional);
        return seen->after;
    default:
        return seen->after;
    }
}

static char opening(child_search *search, uint32_t node) {
    return search->tsx->source->text.ptr[search->tsx->nodes.at[node].start];
}

/* `[…].map(…)`: the array's items are not what is shown. */
static bool is_object_of_method(const ll_tsx *tsx, uint32_t node) {
    ll_view text = tsx->source->text;
    uint32_t at = ll_source_skip_blanks(tsx, tsx->nodes.at[node].end, (uint32_t)text.len);
    return text.ptr[tsx->nodes.at[node].start] == '[' && at < text.len && text.ptr[at] == '.';
}

/* A group in an expression: brackets are looked through, functions for what they return. */
static uint32_t see_group(child_search *search, uint32_t node, bool conditional) {
    const ll_tsx_node *group = &search->tsx->nodes.at[node];
    char bracket = opening(search, node);
    if (bracket == '{' && (group->sign == LL_SIGN_ARROW || group->sign == LL_SIGN_OTHER))
        return enter(search, node, IN_BODY, conditional);
    if (group->sign == LL_SIGN_CALL) {
        ll_view callee = ll_tsx_lead(search->tsx, node);
        bool repeats = !ll_name_makes_component(callee);
        return ll_name_keeps_elements(callee) ? enter(search, node, IN_CALL, conditional || repeats)
                                              : group->after;
    }
    if (bracket == '{' || group->sign == LL_SIGN_OTHER || is_object_of_method(search->tsx, node))
        return group->after;
    return enter(search, node, IN_BRACES, conditional);
}

/* A node of an expression whose value is looked for. */
static uint32_t see_value(child_search *search, uint32_t node) {
    const ll_tsx_node *seen = &search->tsx->nodes.at[node];
    bool choice = seen->sign == LL_SIGN_QUESTION || seen->sign == LL_SIGN_COLON ||
                  seen->sign == LL_SIGN_LOGIC;
    bool conditional = top(search)->conditional || choice;
    ll_use use = (ll_use)search->lesson->inside->below[node].use;
    if (seen->kind == LL_TSX_ELEMENT)
        return see_element(search, node, conditional);
    if (seen->kind == LL_TSX_GROUP)
        return see_group(search, node, conditional);
    bool text = seen->kind == LL_TSX_STRING || seen->kind == LL_TSX_TEMPLATE;
    if (text && (use == LL_USE_SHOWN || use == LL_USE_LOOKS) && seen->sign != LL_SIGN_PLUS &&
        !is_blank_string(ll_tsx_text(search->tsx, seen->inner_start, seen->inner_end)))
        add(search, node, LL_CHILD_TEXT, conditional);
    return seen->after;
}

static bool gives_value(uint8_t sign) {
    static const bool gives[] = {
        [LL_SIGN_NONE] = true,   [LL_SIGN_COMMA] = true,    [LL_SIGN_CALL] = true,
        [LL_SIGN_ARROW] = true,  [LL_SIGN_RETURN] = true,   [LL_SIGN_QUESTION] = true,
        [LL_SIGN_COLON] = true,  [LL_SIGN_LOGIC] = true,    [LL_SIGN_PLUS] = true,
        [LL_SIGN_OTHER] = false, [LL_SIGN_PROPERTY] = false};
    return sign < sizeof gives && gives[sign];
}

static uint32_t see_in_braces(child_search *search, uint32_t node) {
    const ll_tsx_node *seen = &search->tsx->nodes.at[node];
    bool body = seen->kind == LL_TSX_GROUP && opening(search, node) == '{' &&
                seen->sign == LL_SIGN_OTHER; /* function (x) { … } */
    return gives_value(seen->sign) || body ? see_value(search, node) : seen->after;
}

/* What a function gives back: its body, or the expression behind `=>` up to the next argument. */
static uint32_t see_in_call(child_search *search, uint32_t node) {
    const ll_tsx_node *seen = &search->tsx->nodes.at[node];
    frame *call = top(search);
    ll_view code = ll_tsx_text(search->tsx, call->seen, seen->start);
    call->seen = seen->end;
    bool arrow = ll_view_find(code, LL_VIEW("=>"), 0) != LL_VIEW_NONE;
    call->returning = arrow || (call->returning && seen->sign != LL_SIGN_COMMA);
    bool body =
        seen->kind == LL_TSX_GROUP && opening(search, node) == '{' && seen->sign == LL_SIGN_OTHER;
    bool value = call->returning && gives_value(seen->sign);
    return value || body || seen->sign == LL_SIGN_CALL ? see_value(search, node) : seen->after;
}

/* Words that begin a statement other than `return`, and signs of its end. */
static void read_statement(frame *body, ll_view code) {
    static const char *const others[] = {"const", "for", "if", "let", "switch", "var", "while"};
    for (size_t at = 0; at < code.len;) {
        if (code.ptr[at] == ';')
            body->returning = body->defining = false;
        if (!ll_is_name_byte(code.ptr[at])) {
            at++;
            continue;
        }
        size_t start = at;
        while (at < code.len && ll_is_name_byte(code.ptr[at]))
            at++;
        ll_view word = ll_view_slice(code, start, at);
        if (ll_view_equal(word, LL_VIEW("return")))
            body->returning = true;
        else if (ll_view_equal(word, LL_VIEW("function")))
            body->defining = !body->returning;
        else if (LL_VIEW_IS_ONE_OF(word, others))
            body->returning = false;
    }
}

static uint32_t see_in_body(child_search *search, uint32_t node) {
    const ll_tsx_node *seen = &search->tsx->nodes.at[node];
    frame *body = top(search);
    read_statement(body, ll_tsx_text(search->tsx, body->seen, seen->start));
    body->seen = seen->end;
    if (seen->kind == LL_TSX_COMMENT)
        return seen->after;
    bool block = seen->kind == LL_TSX_GROUP && opening(search, node) == '{' &&
                 seen->sign != LL_SIGN_ARROW && !body->returning;
    if (block && body->defining) {
        body->defining = false;
        return seen->after;
    }
    bool statements =
        seen->sign == LL_SIGN_OTHER || seen->sign == LL_SIGN_NONE || seen->sign == LL_SIGN_KEYWORD;
    if (block && statements)
        return enter(search, node, IN_BODY, true);
    return body->returning && gives_value(seen->sign) ? see_value(search, node) : seen->after;
}

/* Looks through [first, after); the frame at the bottom says how. */
static void look(child_search *search, uint32_t first, uint32_t after) {
    static uint32_t (*const see[])(struct child_search *, uint32_t) = {
        [IN_MARKUP] = see_in_markup,
        [IN_BRACES] = see_in_braces,
        [IN_CALL] = see_in_call,
        [IN_BODY] = see_in_body,
    };
    for (uint32_t node = first; node < after;) {
        while (top(search)->after <= node)
            leave(search);
        node = see[top(search)->kind](search, node);
    }
    while (search->frames.len > 0)
        leave(search);
}

void ll_lesson_children(const ll_lesson *lesson, ll_arena *arena, uint32_t element,
                        ll_children *children) {
    child_search search = {.lesson = lesson, .tsx = lesson->tsx, .arena = arena, .found = children};
    enter(&search, element, IN_MARKUP, false);
    look(&search, element + 1, lesson->tsx->nodes.at[element].after);
}

/* The body of a declared function: its last group of statements. */
static uint32_t function_body(const ll_tsx *tsx, const ll_tsx_declaration *declaration) {
    uint32_t body = LL_LESSON_NONE;
    for (uint32_t i = declaration->first_node; i < declaration->after_node;
         i = tsx->nodes.at[i].after)
        if (tsx->nodes.at[i].kind == LL_TSX_GROUP &&
            tsx->source->text.ptr[tsx->nodes.at[i].start] == '{')
            body = i;
    return body;
}

void ll_lesson_component_roots(const ll_lesson *lesson, ll_arena *arena, uint32_t component,
                               ll_children *roots) {
    const ll_tsx *tsx = lesson->tsx;
    const ll_tsx_declaration *declaration =
        &tsx->declarations.at[lesson->components.at[component].declaration];
    child_search search = {.lesson = lesson, .tsx = tsx, .arena = arena, .found = roots};
    if (ll_view_equal(declaration->keyword, LL_VIEW("class")))
        return;
    if (ll_view_equal(declaration->keyword, LL_VIEW("function"))) {
        uint32_t body = function_body(tsx, declaration);
        if (body == LL_LESSON_NONE)
            return;
        enter(&search, body, IN_BODY, false);
        look(&search, body + 1, tsx->nodes.at[body].after);
        return;
    }
    frame value = {.after = declaration->after_node, .kind = IN_CALL, .seen = declaration->start};
    LL_ARRAY_PUSH(arena, &search.frames, value);
    look(&search, declaration->first_node, declaration->after_node);
}

void ll_lesson_local_roots(const ll_lesson *lesson, ll_arena *arena, uint32_t local,
                           ll_children *roots) {
    const ll_local *declared = &lesson->inside->locals.at[local];
    const ll_tsx_node *body = &lesson->tsx->nodes.at[declared->body];
    child_search search = {.lesson = lesson, .tsx = lesson->tsx, .arena = arena, .found = roots};
    bool block = body->kind == LL_TSX_GROUP && opening(&search, declared->body) == '{';
    if (block)
        enter(&search, declared->body, IN_BODY, false);
    else /* read from the arrow on */
        LL_ARRAY_PUSH(arena, &search.frames,
                      ((frame){.after = declared->after,
                               .kind = IN_CALL,
                               .seen = lesson->tsx->nodes.at[declared->first].end}));
    look(&search, block ? declared->body + 1 : declared->body, declared->after);
}
