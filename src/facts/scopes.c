/* The texts that a rule of the kind `text` can ask for. */
#include "facts/facts.h"

#include <assert.h>

typedef struct visitor {
    const ll_facts *facts;
    bool (*visit)(void *context, const ll_scope_text *text);
    void *context;
} visitor;

/* Bits of passage kinds. */
#define PASSAGE(kind) (1u << LL_PASSAGE_##kind)

/* `lesson.attribute.NAME` is a scope for every NAME, besides the rows of the table, and
 * `lesson.attribute.TAG.NAME` for those of one element. */
static const ll_view ATTRIBUTE_SCOPE = LL_VIEW_INIT("lesson.attribute.");

/* Whether the node is the attribute `TAG.NAME` or `NAME`; a tag may hold points itself. */
static bool is_attribute(const ll_tsx *tsx, uint32_t node, ll_view asked) {
    size_t point = asked.len;
    while (point > 0 && asked.ptr[point - 1] != '.')
        point--;
    if (!ll_view_equal(ll_tsx_lead(tsx, node), ll_view_slice(asked, point, asked.len)))
        return false;
    return point == 0 ||
           ll_tsx_is(tsx, tsx->nodes.at[node].parent, ll_view_slice(asked, 0, point - 1));
}

static void visit_passages(const visitor *to, unsigned kinds, ll_view attribute) {
    const ll_lesson *lesson = to->facts->lesson;
    for (uint32_t i = 0; lesson && i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        if (!(kinds & (1u << passage->kind)))
            continue;
        if (attribute.len && !is_attribute(lesson->tsx, passage->node, attribute))
            continue;
        ll_scope_text text = {.text = ll_lesson_passage_text(lesson, passage),
                              .passage = i,
                              .document = LL_DOCUMENT_LESSON};
        if (!to->visit(to->context, &text))
            return;
    }
}

static bool visit_source(const visitor *to, ll_document document, uint32_t start, uint32_t end) {
    ll_scope_text text = {
        .text = ll_view_slice(to->facts->sources[document]->text, start, end),
        .passage = LL_LESSON_NONE,
        .offset = start,
        .document = document,
    };
    return to->visit(to->context, &text);
}

static void visit_comments(const visitor *to, unsigned unused) {
    (void)unused;
    const ll_tsx *tsx = to->facts->lesson ? to->facts->tsx : NULL;
    for (uint32_t i = 0; tsx && i < tsx->nodes.len; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (node->kind == LL_TSX_COMMENT &&
            !visit_source(to, LL_DOCUMENT_LESSON, node->inner_start, node->inner_end))
            return;
    }
}

static void visit_passage_kinds(const visitor *to, unsigned kinds) {
    visit_passages(to, kinds, (ll_view){0});
}

/* Strings that are children are parts of the text around them, as they stand in the source. */
static void visit_strings(const visitor *to, unsigned kinds) {
    const ll_lesson *lesson = to->facts->lesson;
    visit_passages(to, kinds, (ll_view){0});
    for (uint32_t i = 0; lesson && i < lesson->pieces.len; i++) {
        const ll_piece *piece = &lesson->pieces.at[i];
        if (piece->origin == LL_ORIGIN_EXPRESSION &&
            !visit_source(to, LL_DOCUMENT_LESSON, piece->source,
                          piece->source + piece->source_length))
            return;
    }
}

static void visit_plan_blocks(const visitor *to, unsigned kinds) {
    const ll_plan *plan = to->facts->plan;
    for (uint32_t i = 0; plan && i < plan->markdown->blocks.len; i++) {
        const ll_block *block = &plan->markdown->blocks.at[i];
        if ((kinds & (1u << block->kind)) &&
            !visit_source(to, LL_DOCUMENT_PLAN, block->text_start, block->text_end))
            return;
    }
}

/* Visits the rows of a plan table: any array of structs that begin with an ll_place. */
static void visit_places(const visitor *to, const void *rows, uint32_t count, size_t size) {
    for (uint32_t i = 0; i < count; i++) {
        ll_place place;
        memcpy(&place, (const char *)rows + i * size, sizeof place);
        if (!visit_source(to, LL_DOCUMENT_PLAN, place.offset, place.offset + place.length))
            return;
    }
}

#define VISIT_ROWS(to, rows) visit_places((to), (rows).at, (rows).len, sizeof *(rows).at)

static void visit_plan_rows(const visitor *to, unsigned table) {
    const ll_plan *plan = to->facts->plan;
    if (!plan)
        return;
    if (table == LL_TABLE_MISCONCEPTIONS)
        VISIT_ROWS(to, plan->misconceptions);
    else if (table == LL_TABLE_MODALITIES)
        VISIT_ROWS(to, plan->modalities);
    else if (table == LL_TABLE_EXAMPLES)
        VISIT_ROWS(to, plan->examples);
    else if (table == LL_TABLE_PREREQUISITES)
        VISIT_ROWS(to, plan->prerequisites);
}

/* One row a scope, sorted by name. `what` is for the function: passage, block or table kinds. */
#define SCOPES(ROW)                                                                                \
    ROW("lesson.attributes", visit_passage_kinds, PASSAGE(ATTRIBUTE))                              \
    ROW("lesson.code", visit_passage_kinds, PASSAGE(CODE))                                         \
    ROW("lesson.comment", visit_comments, 0)                                                       \
    ROW("lesson.math", visit_passage_kinds, PASSAGE(MATH))                                         \
    ROW("lesson.prose", visit_passage_kinds, PASSAGE(PROSE) | PASSAGE(SVG))                        \
    ROW("lesson.strings", visit_strings, PASSAGE(STRING))                                          \
    ROW("plan.examples", visit_plan_rows, LL_TABLE_EXAMPLES)                                       \
    ROW("plan.headings", visit_plan_blocks, 1u << LL_BLOCK_HEADING)                                \
    ROW("plan.misconceptions", visit_plan_rows, LL_TABLE_MISCONCEPTIONS)                           \
    ROW("plan.modalities", visit_plan_rows, LL_TABLE_MODALITIES)                                   \
    ROW("plan.prerequisites", visit_plan_rows, LL_TABLE_PREREQUISITES)                             \
    ROW("plan.prose", visit_plan_blocks, 1u << LL_BLOCK_PARAGRAPH | 1u << LL_BLOCK_ITEM)

#define NAME(name, visit, what) name,
#define SCOPE(name, visit, what) {visit, what},

/* With the one whose names are without number. */
static const char *const names[] = {SCOPES(NAME) "lesson.attribute.NAME"};

static const struct {
    void (*visit)(const visitor *to, unsigned what);
    unsigned what;
} scopes[] = {SCOPES(SCOPE)};

enum { COUNT = sizeof scopes / sizeof *scopes };

static int find(ll_view name) {
    for (int i = 0; i < COUNT; i++)
        if (ll_view_equal(ll_view_of(names[i]), name))
            return i;
    return -1;
}

static bool is_attribute_scope(ll_view name) {
    if (!ll_view_starts(name, ATTRIBUTE_SCOPE))
        return false;
    ll_view rest = ll_view_slice(name, ATTRIBUTE_SCOPE.len, name.len);
    return rest.len > 0 && rest.ptr[0] != '.' && rest.ptr[rest.len - 1] != '.';
}

bool ll_facts_is_scope(ll_view name) {
    return is_attribute_scope(name) || find(name) >= 0;
}

const char *const *ll_facts_scope_names(size_t *count) {
    *count = COUNT + 1;
    return names;
}

void ll_facts_scope(const ll_facts *facts, ll_view name,
                    bool (*visit)(void *context, const ll_scope_text *text), void *context) {
    visitor to = {facts, visit, context};
    int index = find(name);
    if (index >= 0) {
        scopes[index].visit(&to, scopes[index].what);
        return;
    }
    assert(is_attribute_scope(name));
    visit_passages(&to, PASSAGE(ATTRIBUTE), ll_view_slice(name, ATTRIBUTE_SCOPE.len, name.len));
}
