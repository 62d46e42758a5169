/* The TSX scanner: elements, attributes, text, strings and comments of a file as one flat tree. */
#ifndef LL_TSX_TSX_H
#define LL_TSX_TSX_H

#include "source/source.h"

/* Deepest nesting of elements, brackets and templates; past it the file has a fault. */
#define LL_TSX_DEPTH_MOST 1000000u

#define LL_TSX_NONE UINT32_MAX

typedef enum ll_tsx_kind {
    LL_TSX_ELEMENT,   /* <a …>…</a>, <a/>, a fragment (empty name) */
    LL_TSX_ATTRIBUTE, /* of the element that is its parent, before any child of that element */
    LL_TSX_TEXT,      /* JSX text between two tags or braces, blanks included, never empty */
    LL_TSX_BRACES,    /* {…} as a child of an element, as an attribute's value, or {...x} as an
                         attribute */
    LL_TSX_STRING,    /* '…' or "…" in JavaScript code, quotes included */
    LL_TSX_TEMPLATE,  /* `…`; its holes are the GROUP nodes below it */
    LL_TSX_GROUP,     /* (…), […] or {…} in JavaScript code, or ${…} in a template */
    LL_TSX_COMMENT    /* // to the line's end, or a block comment, delimiters included */
} ll_tsx_kind;

/* How an attribute's value is written. */
typedef enum ll_tsx_value {
    LL_TSX_BARE,       /* disabled */
    LL_TSX_QUOTED,     /* title="…": value is what stands between the quotes */
    LL_TSX_EXPRESSION, /* title={…}: value includes the braces; the BRACES node is its child */
    LL_TSX_TAG,        /* icon=<b/>: the ELEMENT node is its child */
    LL_TSX_SPREAD      /* {...props}: no name */
} ll_tsx_value;

/* The sign or keyword in front of a node in JavaScript code: together with `lead` it says what the
 * node is to its surroundings, without a grammar of the whole language. */
typedef enum ll_tsx_sign {
    LL_SIGN_NONE,     /* the start of the file, of a group, of braces, or behind ';' */
    LL_SIGN_COMMA,    /* , */
    LL_SIGN_PROPERTY, /* name: in an object (lead is the name; quoted names without quotes) */
    LL_SIGN_ASSIGN,   /* name = (lead is the name; for `const x: T = ` too it is x) */
    LL_SIGN_CALL, /* name( for a GROUP; lead is the last name before it: `cn`, `map`, `f` in `a.f(`;
                   * of `if (`, `while (`, `function f(` the keyword or name */
    LL_SIGN_ARROW,    /* => */
    LL_SIGN_RETURN,   /* return */
    LL_SIGN_QUESTION, /* ? of a conditional */
    LL_SIGN_COLON,    /* : of a conditional */
    LL_SIGN_LOGIC,    /* && || ?? */
    LL_SIGN_COMPARE,  /* === !== == != < > <= >= */
    LL_SIGN_PLUS,     /* + */
    LL_SIGN_KEYWORD,  /* another keyword: from, import, case, typeof, in, of, as … (lead is the
                         keyword) */
    LL_SIGN_TYPE, /* anything in a type: an annotation, `type X =`, type arguments, | and &; KEYWORD
                   * directly behind `as`, `keyof` … */
    LL_SIGN_OTHER /* anything else, an operand just before included (a['x'], tag`…`) */
} ll_tsx_sign;

/* Nodes stand in the order of their start. The nodes below node i are i + 1 … after - 1; the next
 * sibling of i is nodes[i].after when that is below the same parent. */
typedef struct ll_tsx_node {
    uint8_t kind;  /* ll_tsx_kind */
    uint8_t sign;  /* ll_tsx_sign; LL_SIGN_NONE for attributes, text, comments, children of elements
                    * and the holes of templates */
    uint8_t value; /* ll_tsx_value, of attributes */
    bool closed : 1;      /* of elements: has a closing tag (false: <a/>) */
    bool renamed : 1;     /* of elements: called by another name in this file, see ll_tsx_rename */
    uint32_t start, end;  /* byte range, delimiters and tags included */
    uint32_t inner_start; /* elements: behind the '>' of the opening tag (= end when self-closing);
                           * attributes: start of the value (= end when bare), inside the quotes;
                           * others: behind the opening delimiter */
    uint32_t inner_end;   /* elements: at the '<' of the closing tag (= end when self-closing);
                           * attributes: end of the value, inside the quotes; others: at the closing
                           * delimiter (its end for an unclosed // comment) */
    uint32_t lead_start, lead_end; /* elements and attributes: the name (empty for a fragment or a
                                    * spread), type arguments not included; others: the lead, see
                                    * ll_tsx_sign (empty when there is none) */
    uint32_t parent;               /* LL_TSX_NONE at the top */
    uint32_t after;                /* index behind the last node below this one */
} ll_tsx_node;

typedef LL_ARRAY(ll_tsx_node) ll_tsx_nodes;

/* A declaration at the top level of the file: `function X`, `const X`, `let`, `var`, `class X`,
 * `export default function`, `type X`, `interface X`, `enum X`; and `export default` before a
 * value, with `default` as the keyword and no name. */
typedef struct ll_tsx_declaration {
    ll_view keyword;     /* function, const, class, type … */
    ll_view name;        /* "" for an anonymous default export or a destructuring pattern */
    uint32_t start;      /* of the keyword, or of `export` / `async` before it */
    uint32_t first_node; /* index of the first node at or behind the name */
    uint32_t after_node; /* index behind its last node; comments between two declarations belong
                          * to neither */
    bool exported;
} ll_tsx_declaration;

typedef LL_ARRAY(ll_tsx_declaration) ll_tsx_declarations;

/* The name that an element's own one stands for. */
typedef struct ll_tsx_name {
    uint32_t node;
    ll_view name;
} ll_tsx_name;

typedef struct ll_tsx {
    const ll_source *source;
    ll_tsx_nodes nodes;
    ll_tsx_declarations declarations;
    LL_ARRAY(ll_tsx_name) names; /* of the elements that are `renamed`, in the order of the nodes */
    const char *fault;     /* NULL, or what is wrong (a sentence without full stop, e.g. "expected
                            * </Row.Content> but found </Row>"); the tree then ends there */
    uint32_t fault_offset; /* where the scanner could not go on; for anything that is not closed,
                            * the start of its opening delimiter */
} ll_tsx;

/* Scans a whole file in one pass; never fails, see `fault`. The tree belongs to `arena`. */
ll_tsx *ll_tsx_parse(ll_arena *arena, const ll_source *source);

/* The text of a range of the source. */
static inline ll_view ll_tsx_text(const ll_tsx *tsx, uint32_t start, uint32_t end) {
    return ll_view_slice(tsx->source->text, start, end);
}

/* The byte at an offset, NUL behind the last one. */
static inline char ll_tsx_byte(const ll_tsx *tsx, uint32_t at) {
    return at < tsx->source->text.len ? tsx->source->text.ptr[at] : '\0';
}

/* The offset behind the white space at `at`. */
static inline uint32_t ll_tsx_skip_blanks(const ll_tsx *tsx, uint32_t at) {
    while (ll_is_blank(ll_tsx_byte(tsx, at)))
        at++;
    return at;
}

/* Whether a template takes its text as it stands in the source: String.raw`\frac`. */
bool ll_tsx_is_raw(const ll_tsx *tsx, uint32_t node);

/* Gives an element the name that its own stands for: `<Next>` of `import { NextStepBlock as Next }`
 * is a NextStepBlock to whoever asks. Its place stays that of the name as it is written. Elements
 * are renamed in the order of the nodes, each once. */
void ll_tsx_rename(ll_arena *arena, ll_tsx *tsx, uint32_t element, ll_view name);

/* The name of an element that is `renamed`. */
ll_view ll_tsx_renamed(const ll_tsx *tsx, uint32_t element);

/* The name of an element or attribute, or the lead of another node. */
static inline ll_view ll_tsx_lead(const ll_tsx *tsx, uint32_t node) {
    if (tsx->nodes.at[node].renamed)
        return ll_tsx_renamed(tsx, node);
    return ll_tsx_text(tsx, tsx->nodes.at[node].lead_start, tsx->nodes.at[node].lead_end);
}

/* First node directly below `node`, attributes included, or LL_TSX_NONE; with LL_TSX_NONE the first
 * node of the file. */
uint32_t ll_tsx_first(const ll_tsx *tsx, uint32_t node);

/* The next node below the same parent, or LL_TSX_NONE. */
uint32_t ll_tsx_next(const ll_tsx *tsx, uint32_t node);

/* The attribute `name` of an element, or LL_TSX_NONE; the last one when it is repeated, as in
 * React. */
uint32_t ll_tsx_attribute(const ll_tsx *tsx, uint32_t element, ll_view name);

/* The node that starts last at or before an offset, or LL_TSX_NONE: the innermost one around it, or
 * the one that ends before it. */
uint32_t ll_tsx_node_at(const ll_tsx *tsx, uint32_t offset);

/* `node` itself when it is an element, else the nearest one around it. */
uint32_t ll_tsx_element_of(const ll_tsx *tsx, uint32_t node);

/* The nearest element around `node`, through braces, groups and attributes, or LL_TSX_NONE. */
uint32_t ll_tsx_element_around(const ll_tsx *tsx, uint32_t node);

/* Whether `element` has this name: "Row.Content", "details". */
bool ll_tsx_is(const ll_tsx *tsx, uint32_t element, ll_view name);

/* Whether the name begins with a lower-case letter and has no dot: an element of the page itself.
 */
bool ll_tsx_is_host(const ll_tsx *tsx, uint32_t element);

/* Index into `declarations` of the one that holds the node, or LL_TSX_NONE. */
uint32_t ll_tsx_declaration_of(const ll_tsx *tsx, uint32_t node);

#endif
