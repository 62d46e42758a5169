/* The lesson: rows, sections, the text a student sees, and what an element's props say. */
#ifndef LL_LESSON_LESSON_H
#define LL_LESSON_LESSON_H

#include "base/answer.h"
#include "tsx/tsx.h"

#define LL_LESSON_NONE UINT32_MAX

/* Stands in rendered text for what is no prose: {expression}, `code`, InlineMath. */
#define LL_LESSON_PLACEHOLDER "\xEF\xBF\xBC"

/* Where rendered bytes come from. */
typedef enum ll_origin {
    LL_ORIGIN_TEXT,       /* stand so in the source */
    LL_ORIGIN_ENCODED,    /* one entity or escape: `source_length` bytes, any number rendered */
    LL_ORIGIN_BREAK,      /* one blank made of a source line break and the blanks around it */
    LL_ORIGIN_EXPRESSION, /* the text of a string that is a child: {' '}, {"…"}, as it stands there
                           */
    LL_ORIGIN_SPACE, /* one blank that nothing in the text makes: a margin class, a flex or grid gap
                      */
    LL_ORIGIN_PLACEHOLDER /* LL_LESSON_PLACEHOLDER */
} ll_origin;

/* A part of a passage with one origin. Of TEXT and EXPRESSION, rendered byte k is source byte k. */
typedef struct ll_piece {
    uint32_t rendered; /* offset in lesson->rendered */
    uint32_t source;   /* offset in the source */
    uint32_t source_length;
    ll_origin origin;
} ll_piece;

typedef enum ll_passage_kind {
    LL_PASSAGE_PROSE, /* JSX text, inline elements joined (React's white space, lesson-format rules
                         1–6) */
    LL_PASSAGE_SVG,   /* the same inside <svg> */
    LL_PASSAGE_ATTRIBUTE, /* a visible JSX string attribute: entities decoded */
    LL_PASSAGE_STRING,    /* a visible JavaScript string or template: escapes decoded, holes are
                             placeholders */
    LL_PASSAGE_CODE,      /* code samples: CodeBlock, <code>, <pre>, code strings; as they stand */
    LL_PASSAGE_MATH       /* the maths of InlineMath and BlockMath; as it stands */
} ll_passage_kind;

/* One stretch of text that is read without interruption: the inline content of a block, one
 * attribute, one string. */
typedef struct ll_passage {
    ll_passage_kind kind;
    uint32_t start, end;               /* in lesson->rendered */
    uint32_t first_piece, after_piece; /* in lesson->pieces */
    uint32_t node; /* the element it is the text of, or the attribute, string or template node */
    uint32_t row;  /* index of the Row it stands in, or LL_LESSON_NONE */
    bool aside;    /* inside a Row.Aside */
    bool details;  /* inside a <details> */
} ll_passage;

/* A child as React sees it, through fragments, braces, `&&`, `?:` and `.map()`. */
typedef struct ll_child {
    uint32_t node; /* an ELEMENT, the TEXT or STRING, or the BRACES whose value cannot be seen */
    enum { LL_CHILD_ELEMENT, LL_CHILD_TEXT, LL_CHILD_UNKNOWN } kind;
    bool conditional; /* stands in braces: may be absent or repeated */
} ll_child;

typedef LL_ARRAY(ll_child) ll_children;

/* Every Row of the file, in the order of the source: nested ones and those of helpers, too. Of a
 * component of the file that draws a Row around what it is given, its uses are the Rows. */
typedef struct ll_lesson_row {
    uint32_t element; /* the Row, or the use of such a component */
    uint32_t section; /* index of its section, or LL_LESSON_NONE before the first header */
} ll_lesson_row;

/* A part of the lesson that begins with a SectionHeader. Headers of helper components are listed,
 * too; a section ends with the component it stands in. */
typedef struct ll_lesson_section {
    uint32_t element; /* the SectionHeader, or the use of a component of the file that draws one */
    uint32_t start;   /* where it begins in the source: at the Row of its header when that is the
                       * Row's first one, else at the header */
    ll_view title;    /* decoded; "" when it cannot be seen */
} ll_lesson_section;

/* A component declared in the file itself. */
typedef struct ll_component {
    uint32_t declaration; /* index into tsx->declarations */
    ll_view name;
    bool root; /* the one that returns LessonLayout */
} ll_component;

typedef struct ll_lesson {
    const ll_source *source;
    const ll_tsx *tsx;
    uint32_t
        layout; /* the LessonLayout element, or LL_LESSON_NONE: then structural rules are silent */
    uint32_t root;    /* index of the root component, or LL_LESSON_NONE */
    ll_view rendered; /* all passages, one after another, each ended by a line end */
    LL_ARRAY(ll_piece) pieces;
    LL_ARRAY(ll_passage) passages; /* sorted by `start`, so also by the order they were rendered */
    LL_ARRAY(ll_lesson_row) rows;
    LL_ARRAY(ll_lesson_section) sections;
    LL_ARRAY(ll_component) components;
    struct ll_lesson_inside *inside; /* of this module alone */
} ll_lesson;

/* Reads a lesson. A file with a fault (lesson->tsx->fault) gives a lesson without rows, sections
 * and passages. Belongs to `arena`. */
ll_lesson *ll_lesson_parse(ll_arena *arena, ll_source *source);

/* Whether a text looks like a lesson: it holds `<LessonLayout`. */
bool ll_lesson_recognise(ll_view text);

/* The passage that holds the rendered offset; asserts that there is one. */
const ll_passage *ll_lesson_passage_at(const ll_lesson *lesson, uint32_t rendered);

/* The piece that holds the rendered offset, the last one for the end of a passage; asserts that
 * there is one. */
const ll_piece *ll_lesson_piece_at(const ll_lesson *lesson, uint32_t rendered);

/* The source range of rendered bytes [start, end) of one passage: an encoded character is whole.
 * An empty range has length 0. */
void ll_lesson_source_range(const ll_lesson *lesson, uint32_t start, uint32_t end,
                            uint32_t *source_start, uint32_t *source_length);

/* Whether a text of the source is shown as it is, so that its marks may mean something: HTML, what
 * stands in the letters of code (`font-mono`), and what only goes to functions of which nothing is
 * known. A student sees it as text; how it is written is not judged. */
bool ll_lesson_is_as_is(const ll_lesson *lesson, uint32_t offset);

/* Whether what the BRACES hold may be seen as text: as a child, or in a prop. */
bool ll_lesson_may_show(const ll_lesson *lesson, uint32_t braces);

/* Whether a student sees it as text: everything but code and maths. */
static inline bool ll_passage_is_text(const ll_passage *passage) {
    return passage->kind != LL_PASSAGE_CODE && passage->kind != LL_PASSAGE_MATH;
}

/* The rendered text of a passage. */
ll_view ll_lesson_passage_text(const ll_lesson *lesson, const ll_passage *passage);

/* What an element of a Row is to it, by its name. */
typedef enum ll_row_part {
    LL_ROW_PART_NONE,
    LL_ROW_PART_ROW,     /* the Row itself */
    LL_ROW_PART_CONTENT, /* Row.Content, RowContent */
    LL_ROW_PART_ASIDE    /* Row.Aside, RowAside */
} ll_row_part;

ll_row_part ll_lesson_row_part(ll_view name);

/* Whether the name is that of a component of the lessons' shared library that only arranges what is
 * in it (Row, GradientCard, TipBlock …), or of a fragment. */
bool ll_lesson_is_block(ll_view name);

/* Children of an element as React sees them; comments and white space are none. */
void ll_lesson_children(const ll_lesson *lesson, ll_arena *arena, uint32_t element,
                        ll_children *children);

/* Index of the component of this name that the file itself declares, the last of overloads, or
 * LL_LESSON_NONE. */
uint32_t ll_lesson_component(const ll_lesson *lesson, ll_view name);

/* The elements that a component can return (its `return` and arrow results, through &&, ?: and
 * fragments), as far as they can be seen. */
void ll_lesson_component_roots(const ll_lesson *lesson, ll_arena *arena, uint32_t component,
                               ll_children *roots);

/* Whether the file declares the name at its top level, as a component or as anything else. Asserts
 * that the file has no fault. */
bool ll_lesson_declares(const ll_lesson *lesson, ll_view name);

/* The number of the component of this name that the root component declares in its own body
 * (`const Legend = () => …`), or LL_LESSON_NONE; also when several have the name. */
uint32_t ll_lesson_local(const ll_lesson *lesson, ll_view name);

/* As ll_lesson_component_roots for one of these. */
void ll_lesson_local_roots(const ll_lesson *lesson, ll_arena *arena, uint32_t local,
                           ll_children *roots);

/* Whether a node stands in such a component. */
bool ll_lesson_in_local(const ll_lesson *lesson, uint32_t node);

/* Whether a node belongs to the root component (helpers are not judged by layout rules). */
bool ll_lesson_in_root(const ll_lesson *lesson, uint32_t node);

/* Index into `sections` of the one that a source offset stands in; LL_LESSON_NONE before the first
 * header, and in helpers outside of a Row that has a section. A Row belongs to the section that its
 * first header begins. */
uint32_t ll_lesson_section_index(const ll_lesson *lesson, uint32_t offset);

/* Its title; "" where there is none. */
ll_view ll_lesson_section_at(const ll_lesson *lesson, uint32_t offset);

/* Index into `rows` of the Row around a node, or LL_LESSON_NONE. A Row does not stand in itself. */
uint32_t ll_lesson_row_of(const ll_lesson *lesson, uint32_t node);

/* Index into `rows` of the Row that the element itself is, else of the one around it, or
 * LL_LESSON_NONE; and whether it is one itself. */
uint32_t ll_lesson_row_at(const ll_lesson *lesson, uint32_t element);
bool ll_lesson_is_row(const ll_lesson *lesson, uint32_t element);

/* The same, and for the Row in a component of the file, which is none of `rows` when the uses of
 * the component are. */
bool ll_lesson_is_any_row(const ll_lesson *lesson, uint32_t element);

/* Whether a node stands in a Row.Aside (or RowAside), or in a prop that is shown in one. */
bool ll_lesson_in_aside(const ll_lesson *lesson, uint32_t node);

/* Whether an element is a component of the file that returns a Row around what it is given,
 * wherever it stands. */
bool ll_lesson_draws_row(const ll_lesson *lesson, uint32_t element);

/* False for the use of a component that shows only its props in an aside, and is given none of
 * these. */
bool ll_lesson_may_give_aside(const ll_lesson *lesson, uint32_t element);

/* Whether an element is that of a section: a SectionHeader, or what draws one. */
bool ll_lesson_is_header(const ll_lesson *lesson, uint32_t element);

typedef enum ll_known { LL_ABSENT, LL_KNOWN, LL_UNSEEN } ll_known;

/* The value of a prop when it is literal: a quoted attribute, {'…'}, {"…"}, a template without
 * holes, a bare attribute (""), or an identifier of a `const` string of the same file. LL_UNSEEN
 * for any other expression, and for an absent prop of an element with a spread. `*value` is
 * decoded. */
ll_known ll_lesson_prop(const ll_lesson *lesson, ll_arena *arena, uint32_t element, ll_view name,
                        ll_view *value);

/* The STRING or TEMPLATE node that `const name` holds where `user`, a node, uses it, or
 * LL_LESSON_NONE; also when several constants, parameters or patterns of the file have the name,
 * because only the ends of a constant's own scope are known. */
uint32_t ll_lesson_constant(const ll_lesson *lesson, ll_view name, uint32_t user);

/* As ll_lesson_prop for a prop of the SectionHeader that the element of a section is or draws. */
ll_known ll_lesson_header_prop(const ll_lesson *lesson, ll_arena *arena, uint32_t header,
                               ll_view name, ll_view *value);

/* Whether `className` holds the class as a whole word: in a string, a template, or any string
 * inside its expression (`cn('a', x && 'b')`, arrays, conditionals, keys of `{ a: x }`). A value
 * that cannot be seen (a name that is no const string of the file, what another function than cn
 * and its like gives back, as `map` does, a spread) and a word that touches a hole make "no"
 * LL_UNKNOWN. Conditions are no values: `x` in `x && 'b'` and in `${x ? 'a' : 'b'}` hides none. */
ll_answer ll_lesson_has_class(const ll_lesson *lesson, uint32_t element, ll_view name);

/* Calls `visit` for every class word that can be seen in `className`, until it returns false;
 * returns whether all of the value could be seen. */
bool ll_lesson_classes(const ll_lesson *lesson, uint32_t element,
                       bool (*visit)(void *context, ll_view name), void *context);

/* A class without the conditions before it and the mark of an important one: "flex" of
 * "md:hover:!flex" and "flex!". */
ll_view ll_lesson_class_base(ll_view name);

/* Steps that are enough for any lesson. */
#define LL_LESSON_STEPS_MOST 4000000u

/* A part of a Row, in its aside or outside of it: the index of a passage, or a node. */
typedef void ll_row_visit(void *context, uint32_t row, bool aside, uint32_t part);

typedef struct ll_row_sink {
    ll_row_visit *text;      /* a passage */
    ll_row_visit *component; /* an element that is no host element; NULL: not asked for */
    void *context;
} ll_row_sink;

/* The code in front of Rows in braces, `{PARTS.map(…)}`, is read for these Rows, up to so many
 * times the bytes of the file in all; past them it is left out. */
#define LL_LESSON_AROUND 8u

/* What the Rows of a lesson show, and by which names: read once for all walks. Belongs to the
 * arena, which the walks use, too. */
typedef struct ll_row_links ll_row_links;
ll_row_links *ll_lesson_row_links(const ll_lesson *lesson, ll_arena *arena);

/* Adds the visible text of every Row to an index-like sink, once for each passage: calls `text` for
 * PROSE, SVG, ATTRIBUTE and STRING passages of the Row, for those of components of the same file
 * that the Row uses, and for the strings of top-level constants that it names. Code, maths and urls
 * are left out. `component` is called for elements in the same places; all of one side of a Row
 * come together. So many `steps` are taken together, from Rows to what they use and on to its
 * texts: past them Rows give only their own. */
void ll_lesson_row_texts(ll_row_links *links, uint32_t steps, const ll_row_sink *sink);

#endif
