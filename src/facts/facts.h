/* Everything that a rule may ask of one pair of documents. */
#ifndef LL_FACTS_FACTS_H
#define LL_FACTS_FACTS_H

#include "lesson/lesson.h"
#include "plan/vocabulary.h"
#include "text/words.h"

/* The documents of a pair by their index: the two, then the widgets, which are files that the
 * lesson imports. */
typedef uint32_t ll_document;
enum { LL_DOCUMENT_PLAN, LL_DOCUMENT_LESSON, LL_DOCUMENTS };

/* Most widgets of one lesson. */
#define LL_WIDGETS_MOST 16u
#define LL_IMPORTS_MOST 256u   /* that are known of one file */
#define LL_NEIGHBOURS_MOST 64u /* files that are looked for */
#define LL_DOCUMENTS_MOST (LL_DOCUMENTS + LL_WIDGETS_MOST)

/* A TSX file that was given beside the documents, such as a widget. */
typedef struct ll_side_file {
    ll_view path;            /* by which it is called in reports */
    const ll_source *source; /* NULL: it is read from its path */
} ll_side_file;

/* What lies around the documents of a pair, as far as the configuration and the other files that
 * were given tell. All zero: nothing is known. */
typedef struct ll_surroundings {
    const ll_view *notebooks; /* paths of the notebooks that exist, sorted by ll_view_compare */
    uint32_t notebook_count;
    bool knows_notebooks; /* the configuration says where they are, even if there is none */
    /* The path of the file that `file` imports so ("@/widgets/X"), or an empty view: it is none of
     * the lessons' own, or lies outside of their folder. NULL: only files below that of the lesson
     * are known. */
    ll_view (*find_import)(const struct ll_surroundings *around, ll_arena *arena, ll_view file,
                           ll_view import);
    const void *context; /* of find_import */
    const ll_side_file *files;
    uint32_t file_count;
    bool files_apart; /* each of the files is a document of the run: what is wrong in it is said
                       * there and not of the lesson that imports it */
} ll_surroundings;

typedef struct ll_facts {
    ll_arena *arena;
    const ll_vocabulary *vocabulary;
    ll_source *sources[LL_DOCUMENTS_MOST]; /* NULL for the missing one of a single document, and
                                            * for widgets before ll_facts_widgets was called */
    const ll_plan *plan;                   /* NULL without a plan */
    const ll_lesson *lesson; /* NULL without a lesson, or when the scanner could not read it */
    const ll_tsx *tsx;       /* NULL without a lesson */
    ll_stemmer *stemmer;     /* of the engine; NULL: one is made when it is needed */
    ll_stems *stems;         /* NULL until they are needed; ask ll_facts_stems */
    ll_index *rows;          /* NULL until then; ask ll_facts_rows */
    ll_row_links *row_links; /* NULL until a walk through the Rows asked for them */
    struct ll_passage_words *words;    /* NULL until ll_facts_words was called */
    ll_index *titles;                  /* of sections; NULL until ll_facts_outline was called */
    struct ll_outline_places *outline; /* NULL until then */
    struct ll_coverage *coverage;      /* NULL until ll_facts_coverage was called */
    struct ll_placing *placing;        /* NULL until ll_facts_place was called */
    struct ll_support *support;        /* NULL until support.h was asked */
    struct ll_names *names; /* of elements; NULL until ll_facts_names (names.h) was called */
    struct ll_evidence_table *evidence; /* NULL until ll_facts_evidence was called */
    struct ll_imports *imports;         /* NULL until ll_facts_import was called */
    struct ll_neighbours *neighbours;   /* NULL until a file was looked for */
    struct ll_facts **widgets;          /* NULL until ll_facts_widgets was called */
    uint32_t shown_at; /* of a widget: the lesson's element that shows it, or what holds it */
    uint32_t widget_count;
    struct ll_imported *imported;       /* NULL until ll_facts_widgets was called; see shown.h */
    struct ll_unseen *unseen;           /* NULL until ll_facts_rows was called */
    ll_index *bodies;                   /* NULL until ll_facts_bodies was called */
    const bool *check_rows;             /* … for each Row: whether a check is all it holds */
    const struct ll_elements *elements; /* NULL until ll_facts_elements was called */
    struct ll_notebook_links *links;    /* NULL until ll_facts_notebook_links was called */
    ll_surroundings around;             /* all zero until the caller sets it */
    const struct ll_reading *reading;   /* NULL until ll_facts_reading (reading.h) was called */
    struct ll_past *history;            /* NULL until history.h was asked */
    const struct ll_headings *headings; /* NULL until ll_facts_headings (headings.h) was called */
    ll_view dash; /* how most em dashes are written; empty until check/mend.h was asked */
    struct ll_used_texts *used;     /* NULL until check/mend.h was asked */
    const unsigned char *languages; /* by node; NULL until check/foreign.h was asked */
} ll_facts;

/* `plan_source` or `lesson_source` may be NULL, not both. `vocabulary` must outlive the facts; its
 * language has to be one that ll_stemmer_new knows. Fails as the readers do. */
ll_status ll_facts_read(ll_facts **out, ll_arena *arena, ll_source *plan_source,
                        ll_source *lesson_source, const ll_vocabulary *vocabulary, ll_error *error);

/* A number of the documents, for rules of the kind `count`, with the place where it is judged. */
typedef struct ll_counted {
    uint32_t number;
    bool unseen;   /* the number cannot be told: nothing is judged */
    bool at_least; /* there may be more */
    ll_document document;
    ll_place place;
} ll_counted;

/* Whether `name` is a number that can be asked for: "plan.misconceptions" … */
bool ll_facts_countable(ll_view name);

/* Asserts ll_facts_countable and that the document is there. */
ll_counted ll_facts_count(const ll_facts *facts, ll_view name);

/* The names of all numbers, for messages; `*count` of them. */
const char *const *ll_facts_count_names(size_t *count);

/* A stretch of text of one scope, for rules of the kind `text`. */
typedef struct ll_scope_text {
    ll_view text;
    uint32_t passage; /* index into lesson->passages, or LL_LESSON_NONE: then `offset` is of the
                         source */
    uint32_t offset;  /* of `text` in the source of `document` */
    ll_document document;
} ll_scope_text;

/* Whether `name` is a scope: "lesson.prose" … */
bool ll_facts_is_scope(ll_view name);
const char *const *ll_facts_scope_names(size_t *count);

/* Calls `visit` for each text of the scope, in order, until it returns false. Asserts
 * ll_facts_is_scope; a scope of a document that is missing has no texts. */
void ll_facts_scope(const ll_facts *facts, ll_view name,
                    bool (*visit)(void *context, const ll_scope_text *text), void *context);

/* The stems that all indexes of these facts share. */
ll_stems *ll_facts_stems(ll_facts *facts);

/* Index of the words of the lesson's Rows (text number = index of the Row), made at the first call.
 * What the components of imported files show counts where they stand; a component that stands in no
 * Row is a text of its own, with a number behind the Rows. Asserts that there is a lesson. */
ll_index *ll_facts_rows(ll_facts *facts);

/* The element that a text of ll_facts_rows stands for: the Row, or the component. */
uint32_t ll_facts_row_element(const ll_facts *facts, uint32_t number);

/* A component of an imported file that could not be read, or the braces that show a value of one,
 * which may show what a text of ll_facts_rows lacks: one in the same section, or in no Row; with
 * UINT32_MAX any one. LL_TSX_NONE when there is none. Asserts that there is a lesson. */
uint32_t ll_facts_unseen(ll_facts *facts, uint32_t number);

/* The name of such a component or value. */
ll_view ll_facts_unseen_name(ll_facts *facts, uint32_t unseen);

/* The same for a text of ll_facts_bodies. */
uint32_t ll_facts_unseen_in(ll_facts *facts, uint32_t body);

/* The words of a passage of the lesson, as ll_stems_of lists them, by the stems of ll_facts_rows.
 * Asserts that there is the passage. */
const ll_stem_list *ll_facts_words(ll_facts *facts, uint32_t passage);

/* Index of what the Rows of a section say and what imported components show there, their titles
 * left out, code and maths included: by number of the section (index in lesson->sections;
 * sections.len for Rows before the first one). Code that stands outside of any Row is text number
 * sections.len + 1. Rows that begin with the title of a check, or stand in a section of such a
 * title, are texts of their own, see ll_facts_checks_of. Made at the first call. Asserts that there
 * is a lesson. */
ll_index *ll_facts_bodies(ll_facts *facts);

/* The text number in ll_facts_bodies of the section that an element of the lesson belongs to. */
uint32_t ll_facts_body_of(const ll_facts *facts, uint32_t element);

/* The text number in ll_facts_bodies of the checks in the section of that number. */
static inline uint32_t ll_facts_checks_of(const ll_facts *facts, uint32_t body) {
    return facts->lesson->sections.len + 2 + body;
}

/* Whether an element stands in a Row of a check. Asserts that ll_facts_bodies was called. */
bool ll_facts_in_check(const ll_facts *facts, uint32_t element);

/* Shares of an item's words from which the lesson holds it: of its title in a section's title, of
 * its body in one Row (measured on real lessons: titles find 93 % of the items, bodies 99.8 %). */
#define LL_OUTLINE_TITLE_FOUND 0.5
#define LL_OUTLINE_BODY_FOUND 0.35

/* Where the lesson holds an item of the plan's outline. */
typedef struct ll_outline_match {
    bool judged; /* false: hooks and recaps that do not show by themselves, titles that say nothing,
                    and what an imported part of the layout may hold */
    bool typed;  /* the role stands for an element, and that decides whether it is there */
    bool between; /* found by its place in the outline's order: the section is near, its limits are
                     not known */
    bool elsewhere;   /* an element of its role is in the lesson, but where another item is */
    uint32_t element; /* the block, `details`, SectionHeader or Row; LL_TSX_NONE: nowhere */
    double score;     /* of a Row, or the sections between, found by their words; 0 when the element
                       * itself is the answer */
    double share;     /* how much of the item's title the section's title holds, or of its words the
                       * Row; 0 of a typed item, of one between, and of a place by one word of
                       * several */
} ll_outline_match;

/* Titles of what leads on, in small letters: "what comes next". */
enum { LL_NEXT_TITLES = 6 };
extern const ll_view ll_next_titles[LL_NEXT_TITLES];

/* By the item's role (a summary is a SummaryBlock), else by its title, else by its words; `item` is
 * one of the plan's outline. Always the same answer, looked for once. Asserts that there is a
 * lesson. */
ll_outline_match ll_facts_outline(ll_facts *facts, const ll_outline_item *item);

/* The first planned check whose place in the lesson has no `details`, and in `*element` what heads
 * it there; NULL when there is none or its place cannot be told. Asserts that there are both
 * documents. */
const ll_outline_item *ll_facts_open_check(ll_facts *facts, uint32_t *element);

typedef enum ll_strength {
    LL_EVIDENCE_NONE,
    LL_EVIDENCE_WEAK,
    LL_EVIDENCE_UNSEEN, /* a component that may show anything */
    LL_EVIDENCE_STRONG
} ll_strength;

/* What in the lesson shows that a family of modalities is there. */
typedef struct ll_evidence {
    ll_strength strength;
    uint32_t
        element; /* the first of the strongest elements, or LL_TSX_NONE when it is in the prose */
} ll_evidence;

/* Evidence for one family (a single bit). Concrete, verbal and intuitive modalities live in prose
 * and cannot be refuted: always weak, without an element. Asserts that there is a lesson. */
ll_evidence ll_facts_evidence(ll_facts *facts, unsigned family);

typedef LL_ARRAY(uint32_t) ll_evidence_list;

/* All strong elements of one family, those of the lesson in the order of the source. An element may
 * stand there twice. Asserts that there is a lesson. */
const ll_evidence_list *ll_facts_strong_evidence(ll_facts *facts, unsigned family);

/* Elements as a tree of elements only, through braces, groups and attributes: by node index of the
 * lesson's scanner; LL_TSX_NONE where there is none (and for nodes that are no elements). */
typedef struct ll_elements {
    uint32_t *parent, *first_child, *next, *previous;
    uint32_t first; /* the first element of the file */
} ll_elements;

/* Made at the first call. Asserts that there is a lesson. */
const ll_elements *ll_facts_elements(ll_facts *facts);

/* How often elements of a name are rendered. */
typedef struct ll_repeated {
    uint32_t number;
    uint32_t elsewhere; /* in the other files of the lesson, which may show them once or often */
    bool known;         /* false: some stand in a `.map()` or in a helper of helpers, or an imported
                         * component of the lessons' own folders may draw them by its name */
} ll_repeated;

/* Elements of a helper component count as often as the root component uses it. `hints` are parts of
 * names of components that may draw such elements, ended by NULL. Asserts that there is a lesson.
 */
ll_repeated ll_facts_repeated(ll_facts *facts, ll_view name, const char *const *hints);

/* Where a name of the lesson is imported from, also by `lazy(() => import('…'))` and for `A` of
 * `A.B`: the text between the quotes; empty when it is not imported or comes behind
 * LL_IMPORTS_MOST imports. */
ll_view ll_facts_import(ll_facts *facts, ll_view name);

/* The words between `import` and `from` of all imports, in the order of bytes, names and `as` and
 * the like; empty behind the last one. */
ll_view ll_facts_imported(ll_facts *facts, uint32_t number);

/* The widgets of a lesson: files that it imports a component from and uses it, and those that they
 * use in turn, as facts without a plan, of which each is the lesson; `*count` of them. The document
 * of number i is LL_DOCUMENTS + i. One that cannot be scanned has no `lesson`. Blocks of the shared
 * library are none; a file without LessonLayout has none. Asserts that there is a lesson. */
ll_facts *const *ll_facts_widgets(ll_facts *facts, uint32_t *count);

/* Whether the facts are of a widget whose file is judged by itself; see files_apart. */
bool ll_facts_is_apart(const ll_facts *facts, const ll_facts *widget);

/* The file that an import names when it lies beside the lesson or in a folder below ("./X", with or
 * without its ending), or where facts->around says, read as a lesson; NULL when there is none, when
 * it cannot be read or scanned, for a lesson from standard input, and past
 * LL_NEIGHBOURS_MOST files that were looked for. Without `around` nothing outside the lesson's
 * folder is opened. */
const ll_lesson *ll_facts_neighbour(ll_facts *facts, ll_view import_path);

/* A link of the lesson that leads to a notebook: an address at Colab, or a path that ends with
 * ".ipynb". */
typedef struct ll_notebook_link {
    ll_document document; /* the lesson, or the widget that has it */
    uint32_t start, end; /* the string or the attribute's value in the source, without its quotes */
    ll_view folder;      /* in the repository: "notebooks/"; "" when it cannot be seen */
    ll_view name;        /* "4-1-2-tokenization.ipynb"; "" when it cannot be seen */
    ll_view holder;      /* the constant or property that it is the value of; "" of others */
} ll_notebook_link;

typedef struct ll_notebook_links {
    LL_ARRAY(ll_notebook_link)
    all;         /* in the order of the source, those in constants included, but
                  * no constant of the file alone that nothing in it names; behind them those of
                  * widgets */
    bool hidden; /* something may be a link, but is made elsewhere: an imported NotebookLink, an
                  * href whose name speaks of a notebook */
} ll_notebook_links;

/* Made at the first call. Asserts that there is a lesson. */
const ll_notebook_links *ll_facts_notebook_links(ll_facts *facts);

/* Whether a notebook of this file name exists; unknown when nobody says where notebooks lie. */
ll_answer ll_facts_notebook_exists(const ll_facts *facts, ll_view name);

/* Whether a linked notebook is one of the course's own, which can be looked up: it lies in a folder
 * that holds some, or its name begins with two numbers. */
bool ll_facts_notebook_is_own(const ll_facts *facts, const ll_notebook_link *link);

/* "a/b/Gauge.tsx" and "a/b/Gauge/index.tsx" without what an import leaves out. */
ll_view ll_facts_importable(ll_view path);

/* Whether a component is a block of the shared library, by its name or the path that it is imported
 * from: no lesson answers for it, and it is not read. */
bool ll_facts_is_library(ll_view name, ll_view path);

/* Whether an import leads into the lessons' own folders, as far as the usual aliases tell. */
bool ll_facts_is_local(ll_view import_path);

/* Whether the component is one of the lessons' shared library that only arranges what is in it
 * (Row, GradientCard, TipBlock …), or a fragment: it hides nothing that a rule could ask for. */
bool ll_facts_is_plain_block(ll_view name);

/* Whether it is a block of the frame around what is taught: the header, the summary … */
bool ll_facts_is_frame(ll_view name);

/* What a place is called: the title of the lesson's card or Row (see ll_facts_title_around), else
 * of the SectionHeader before it, or the plan's heading. */
ll_view ll_facts_section(ll_facts *facts, ll_document document, uint32_t offset);

#endif
