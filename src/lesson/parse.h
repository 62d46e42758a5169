/* Inside of the lesson model: what its files share. No other module includes this. */
#ifndef LL_LESSON_PARSE_H
#define LL_LESSON_PARSE_H

#include "lesson/lesson.h"

#include "base/buffer.h"

/* What strings at a place are to the student. */
typedef enum ll_use {
    LL_USE_NONE,   /* statements: only an assigned or returned string can be seen */
    LL_USE_HIDDEN, /* never seen: classes, addresses, keys, arguments */
    LL_USE_CODE,   /* code samples */
    LL_USE_MATH,   /* formulas */
    LL_USE_LOOKS,  /* seen when it looks like prose */
    LL_USE_SHOWN,  /* seen */
    LL_USE_AS_IS   /* of names in expressions: seen, but as LL_PLACE_AS_IS */
} ll_use;

typedef enum ll_flow {
    LL_FLOW_BLOCK,       /* ends the passage */
    LL_FLOW_INLINE,      /* continues it */
    LL_FLOW_PLACEHOLDER, /* continues it as one character */
} ll_flow;

/* Whether it is a fragment: <>, <Fragment>, <React.Fragment>. */
bool ll_name_is_fragment(ll_view name);

/* Use of an attribute, of a property of an object, of what a variable holds, of the arguments of a
 * call (`around` is the use of the call itself). */
ll_use ll_name_attribute(ll_view name, bool host);
ll_use ll_name_property(ll_view name);
ll_use ll_name_variable(ll_view name);
ll_use ll_name_arguments(ll_view callee, ll_use around);

/* Whether it is no function but a keyword of a statement: if, while … */
bool ll_name_is_statement(ll_view callee);

/* Whether an element of this name draws what its `definition` says. */
bool ll_name_draws(ll_view element);

/* Whether the value of a prop `language` names a programming language. */
bool ll_name_is_language(ll_view value);

/* Whether a call of this function gives back the classes it is given (cn, clsx, join …). */
bool ll_name_keeps_classes(ll_view callee);

/* Whether a call of this function can give back elements it is given (map, useMemo …), and whether
 * it makes a component of one (memo …). */
bool ll_name_keeps_elements(ll_view callee);
bool ll_name_makes_component(ll_view callee);

/* Whether a text of unknown use is written for people: two words or more, or an equation of
 * numbers, and no class list, CSS value, path, code or number list. */
bool ll_prose_looks(ll_view text);

/* Whether a word of the text is none of a language of people. */
bool ll_prose_holds_code(ll_view text);

/* Whether a text is the source of a diagram, as Mermaid reads it. */
bool ll_prose_draws(ll_view text);

/* Whether a text beside one that looks like prose may name what that says: it begins with a capital
 * or has two words, and is none of the others. */
bool ll_prose_may_label(ll_view text);

enum {
    LL_PLACE_ASIDE = 1,   /* in a Row.Aside */
    LL_PLACE_DETAILS = 2, /* in a <details> */
    LL_PLACE_SVG = 4,     /* in an <svg> */
    LL_PLACE_CODE = 8,    /* in an element whose content is code */
    LL_PLACE_MATH = 16,   /* in an element whose content is maths */
    LL_PLACE_LOCAL = 32,  /* in a component that the root component declares */
    LL_PLACE_AS_IS = 64   /* text of which the marks mean something: HTML, letters of code */
};

/* The places that an element of this name makes, as bits; `*flow`: how it stands in its line. The
 * empty name is a fragment. */
uint8_t ll_name_element(ll_view name, ll_flow *flow);

/* Where the nodes below a node stand. */
typedef struct ll_place_below {
    uint32_t row;  /* index into lesson->rows, or LL_LESSON_NONE */
    uint8_t flags; /* LL_PLACE_… */
    uint8_t use;   /* ll_use of strings and templates: of the node itself; of others: of what is
                    * below */
    uint8_t flow;  /* ll_flow of an element by its name */
    bool prose;    /* whether the content of an element is prose by its name */
} ll_place_below;

/* A `const` variable that holds one string and nothing else. */
typedef struct ll_const_string {
    ll_view name;
    uint32_t node;
    uint32_t first, after; /* the nodes among which it holds */
    bool shadowed;         /* a function takes something of this name, or a pattern sets it */
} ll_const_string;

typedef struct ll_named_component {
    ll_view name;
    uint32_t component; /* index into lesson->components */
} ll_named_component;

/* Most components of a file that are wrappers; how many may stand in one another. */
#define LL_WRAPPERS_MOST 64u
#define LL_WRAPPER_LEVELS 4u

/* A component of the file that draws a Row around what it is given, or a header: a use of it,
 * `<Section title="…">…</Section>`, stands for the Row and for the header, and what is drawn in the
 * component itself for none. */
typedef struct ll_wrapper {
    uint32_t component;              /* index into lesson->components */
    bool row;                        /* it returns Rows; false: it draws a header alone */
    uint32_t first_node, after_node; /* of its declaration */
    uint32_t header;          /* its first header: a SectionHeader, or the use of another wrapper;
                               * LL_LESSON_NONE without one */
    LL_ARRAY(ll_view) asides; /* the props that it shows in a Row.Aside */
    bool only_asides;         /* … and nothing else: without them there is no aside */
} ll_wrapper;

/* A component that the root component declares in its body. */
typedef struct ll_local {
    ll_view name;
    uint32_t first, body, after; /* its parameters, the node of its body, and what comes behind */
} ll_local;

/* A component of the file that shows its children in code or maths, or as they are. */
typedef struct ll_enclosure {
    uint32_t component; /* index into lesson->components */
    uint8_t flags;      /* LL_PLACE_… of all places where it shows them */
} ll_enclosure;

typedef LL_ARRAY(uint32_t) ll_node_list;

typedef struct ll_lesson_inside {
    const ll_named_component *components; /* all of them, sorted by name */
    const ll_view *declared;              /* the names of all declarations, sorted */
    ll_place_below *below;                /* one for each node */
    LL_ARRAY(ll_const_string) strings;    /* sorted by name */
    LL_ARRAY(ll_wrapper) wrappers;        /* in the order of the source, level by level */
    LL_ARRAY(ll_local) locals;            /* sorted by name; those in one another left out */
    LL_ARRAY(ll_enclosure) enclosures;
    ll_node_list texts; /* what may be a passage of its own, or the text of a constant */
    bool odd_breaks;    /* the source holds line ends other than LF */
    bool marked;        /* … and a class of letters of code, or HTML in a string */
} ll_lesson_inside;

/* aliases.c: gives elements the names that those of the file stand for. */
void ll_aliases_parse(ll_arena *arena, ll_tsx *tsx);

/* Fills in `below` (all but `use`), layout, rows, sections, components and root. */
void ll_places_parse(ll_arena *arena, ll_lesson *lesson);

/* locals.c: fills in `locals`, and LL_PLACE_LOCAL of the nodes in them. */
void ll_locals_parse(ll_arena *arena, ll_lesson *lesson);

/* Fills in `use` of every node, and `texts`. */
void ll_uses_parse(ll_arena *arena, ll_lesson *lesson);

/* Whether a node is a body of statements: behind `=>`, `)` or a keyword. */
bool ll_uses_are_body(const ll_tsx *tsx, uint32_t node);

/* Whether a declaration holds types alone. */
bool ll_uses_are_types(const ll_tsx_declaration *declaration);

/* wrappers.c: adds the wrappers that the Rows and sections listed so far tell of; whether there are
 * new ones. */
bool ll_wrappers_find(ll_arena *arena, ll_lesson *lesson);

/* The wrapper that an element is a use of, when it is given anything; else NULL. */
const ll_wrapper *ll_wrapper_of(const ll_lesson *lesson, uint32_t element);

/* Whether a node stands in the declaration of a wrapper. */
bool ll_wrappers_hold(const ll_lesson *lesson, uint32_t node);

/* Whether a wrapper shows the value of this attribute of its use in an aside. */
bool ll_wrapper_shows_aside(const ll_lesson *lesson, uint32_t attribute);

/* enclosures.c: adds the enclosures that the places of nodes so far tell of; whether there are new
 * ones. */
bool ll_enclosures_find(ll_arena *arena, ll_lesson *lesson);

/* The LL_PLACE_… in which the component that an element is shows what stands in the element; 0
 * where it is no enclosure. */
uint8_t ll_enclosure_flags(const ll_lesson *lesson, uint32_t element);

/* constants.c: fills in the const strings. */
void ll_const_strings_parse(ll_arena *arena, ll_lesson *lesson);

/* A name that stands in an expression for code or maths, or for text as it is: the uses (bits of
 * ll_use) of the variable, of the property of that name. */
typedef struct ll_mention {
    ll_view name;
    uint32_t declaration; /* where it stands: index into tsx->declarations; LL_TSX_NONE: anywhere */
    uint8_t plain, member;
    bool whole;     /* one of these takes the variable itself, not one of its properties */
    bool parameter; /* an arrow function takes it, as in `({ name }) => …` */
} ll_mention;

typedef LL_ARRAY(ll_mention) ll_mentions; /* sorted by name */

/* mentions.c: lists those of `expressions`, nodes with code that is a part of what braces hold.
 * `use` of an expression's node is what its braces are for, LL_USE_NONE in parameters of functions.
 */
void ll_mentions_parse(ll_arena *arena, const ll_lesson *lesson, const ll_node_list *expressions,
                       ll_mentions *mentions);

/* LL_USE_CODE, LL_USE_MATH or LL_USE_AS_IS when all that braces take the variable, or property, for
 * is that, else LL_USE_NONE. Scopes and types are not known: all of one name are one. */
ll_use ll_mentions_variable(const ll_mentions *mentions, ll_view name);
ll_use ll_mentions_property(const ll_mentions *mentions, ll_view name);

/* The same of a prop, in the declaration of its component: `lines` and `props.lines`. */
ll_use ll_mentions_prop(const ll_mentions *mentions, ll_view name, uint32_t declaration);

/* handed.c: the variables that the file only hands to functions of which nothing is known. */
typedef struct ll_handed ll_handed;
ll_handed *ll_handed_parse(ll_arena *arena, const ll_lesson *lesson);
bool ll_handed_only(const ll_handed *handed, ll_view name);

/* Where a node itself stands. */
ll_place_below ll_place_of(const ll_lesson *lesson, uint32_t node);

typedef enum ll_braces_kind {
    LL_BRACES_EMPTY,   /* nothing but comments, or null, undefined, true, false */
    LL_BRACES_LITERAL, /* one string, or a template without holes */
    LL_BRACES_NAME,    /* one identifier */
    LL_BRACES_MEMBER,  /* a.b, a?.b.c */
    LL_BRACES_OTHER
} ll_braces_kind;

typedef struct ll_braces {
    ll_braces_kind kind;
    uint32_t literal; /* the node, of LL_BRACES_LITERAL */
    ll_view name;     /* of LL_BRACES_NAME; the last one of LL_BRACES_MEMBER */
    uint32_t dots;    /* of LL_BRACES_MEMBER: how many there are */
} ll_braces;

/* What stands in a BRACES node. */
ll_braces ll_braces_read(const ll_tsx *tsx, uint32_t braces);

/* What an attribute of an element says, as it stands in quotes or as one literal in braces; empty
 * when it is anything else. */
ll_view ll_attribute_literal(const ll_tsx *tsx, uint32_t element, ll_view name);

/* Whether a TEMPLATE has holes. */
bool ll_template_has_holes(const ll_tsx *tsx, uint32_t node);

/* The first blank-free source byte in [from, to) that is in no comment below `parent`, or `to`. */
uint32_t ll_source_skip_blanks(const ll_tsx *tsx, uint32_t from, uint32_t to);

typedef struct ll_writer {
    ll_arena *arena;
    ll_lesson *lesson;
    ll_buffer out;
    bool open;          /* a passage is being written */
    bool text;          /* … and holds more than blanks and placeholders */
    bool space_pending; /* a margin or gap stands before what comes next */
} ll_writer;

/* Begins a passage of `kind` at `node`; none may be open. */
void ll_writer_begin(ll_writer *writer, ll_passage_kind kind, uint32_t node);

/* Ends the open passage, if any, and takes it back when it holds no text. */
void ll_writer_end(ll_writer *writer);

/* Takes the open passage back. */
void ll_writer_drop(ll_writer *writer);

/* The text of the open passage so far. */
ll_view ll_writer_text(const ll_writer *writer);

/* Source bytes [start, end) as they stand. */
void ll_writer_raw(ll_writer *writer, uint32_t start, uint32_t end, ll_origin origin);

/* Source bytes [start, end) with entities (JSX) or escapes (JavaScript) decoded. */
void ll_writer_jsx(ll_writer *writer, uint32_t start, uint32_t end);
void ll_writer_javascript(ll_writer *writer, uint32_t start, uint32_t end, ll_origin origin);

/* One blank or placeholder that stands for source bytes [start, end). */
void ll_writer_blank(ll_writer *writer, uint32_t start, uint32_t end, ll_origin origin);
void ll_writer_placeholder(ll_writer *writer, uint32_t start, uint32_t end);

/* The part of JSX text that is rendered, line by line: calls of ll_jsx_line_next give the source
 * range of each line's text, true while there is one. Begin with {tsx, odd_breaks, start, end}. */
typedef struct ll_jsx_lines {
    const ll_tsx *tsx;
    bool odd_breaks;
    uint32_t at, end;
    bool later; /* past the first line */
} ll_jsx_lines;

bool ll_jsx_line_next(ll_jsx_lines *lines, uint32_t *start, uint32_t *end);

/* Length of the blank past ASCII that begins at `at`, 0 when there is none. */
size_t ll_jsx_wide_blank(ll_view text, size_t at);

/* Whether the text renders to nothing. */
bool ll_jsx_text_vanishes(const ll_lesson *lesson, uint32_t node);

/* flow.c: JSX text, block by block. */
void ll_flow_render(ll_writer *writer);

/* strings.c: attributes, strings, code and maths, in the order of the source. */
void ll_strings_render(ll_writer *writer);

#endif
