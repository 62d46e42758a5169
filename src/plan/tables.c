/* Finding the tables of a plan by their header cells, and reading their rows. */
#include "plan/build.h"
#include "plan/vocabulary.h"

enum { SLOTS = 7, NO_COLUMN = -1, COLUMN_NAMES_MOST = 19 };

/* How a header cell names a column: it begins with the word, or holds it anywhere. */
typedef struct column_name {
    ll_view word;
    bool anywhere;
} column_name;

typedef struct table_shape {
    ll_table_kind kind;
    unsigned needed; /* slots that a header must have, as bits */
    struct {
        uint32_t slot;
        column_name name;
    } columns[COLUMN_NAMES_MOST];
} table_shape;

#define BEGINS(slot, word)                                                                         \
    {                                                                                              \
        slot, {                                                                                    \
            LL_VIEW_INIT(word), false                                                              \
        }                                                                                          \
    }
#define HOLDS(slot, word)                                                                          \
    {                                                                                              \
        slot, {                                                                                    \
            LL_VIEW_INIT(word), true                                                               \
        }                                                                                          \
    }

#define PREREQUISITE_COLUMNS                                                                       \
    {                                                                                              \
        HOLDS(1, "required"), BEGINS(1, "req"), BEGINS(1, "need"), HOLDS(2, "actual"),             \
            BEGINS(2, "act"), BEGINS(2, "current"), BEGINS(2, "student"), BEGINS(3, "source"),     \
            BEGINS(3, "where"), BEGINS(3, "taught"), BEGINS(4, "status"), BEGINS(5, "reason"),     \
            BEGINS(5, "note"), BEGINS(5, "rationale"), BEGINS(5, "why"), BEGINS(0, "concept"),     \
            BEGINS(0, "prerequisite"), BEGINS(0, "skill"), HOLDS(6, "resolution")                  \
    }
#define MISCONCEPTION_COLUMNS                                                                      \
    BEGINS(1, "why"), HOLDS(2, "negative"), HOLDS(2, "counterexample"),                            \
        HOLDS(2, "counter-example"), HOLDS(2, "disproves"), BEGINS(3, "where"),                    \
        BEGINS(3, "address")

/* The first that fits is taken. A column goes to the first name that it fits. To add a table: a row
 * here, a reader below. */
static const table_shape shapes[] = {
    {LL_TABLE_PREREQUISITES, 1 | 2 | 4, PREREQUISITE_COLUMNS},
    {LL_TABLE_PREREQUISITES, 2 | 4 | 16, PREREQUISITE_COLUMNS},
    {LL_TABLE_MISCONCEPTIONS, 1 | 4, {BEGINS(0, "misconception"), MISCONCEPTION_COLUMNS}},
    {LL_TABLE_MISCONCEPTIONS, 1 | 2, {BEGINS(0, "misconception"), MISCONCEPTION_COLUMNS}},
    {LL_TABLE_EXAMPLES,
     1 | 2,
     {BEGINS(0, "example"), HOLDS(0, "example"), BEGINS(1, "type"), HOLDS(1, "type"),
      BEGINS(1, "kind"), BEGINS(1, "polarity"), HOLDS(1, "positive"), BEGINS(1, "+/"),
      BEGINS(2, "purpose"), BEGINS(3, "why"), BEGINS(3, "rationale")}},
    {LL_TABLE_MODALITIES,
     1,
     {BEGINS(0, "modality"), BEGINS(0, "modalities"), BEGINS(1, "what"), BEGINS(1, "specific"),
      BEGINS(2, "why"), BEGINS(2, "rationale"), BEGINS(2, "reason")}},
    {LL_TABLE_MISCONCEPTIONS, 1 | 4, {HOLDS(0, "misconception"), MISCONCEPTION_COLUMNS}},
    {LL_TABLE_GAPS, 1, {BEGINS(0, "gap")}},
    {LL_TABLE_GAPS,
     1 | 4,
     {HOLDS(2, "resolution"), HOLDS(2, "action"), HOLDS(2, "resolve"), HOLDS(2, "resolved"),
      HOLDS(1, "size"), BEGINS(0, "gap"), BEGINS(0, "concept"), BEGINS(0, "prerequisite")}},
    {LL_TABLE_CONCEPTS,
     1 | 2 | 4,
     {BEGINS(0, "concept"), BEGINS(1, "depth"), BEGINS(2, "source"), BEGINS(2, "lesson"),
      BEGINS(2, "taught"), BEGINS(2, "where")}},
    {LL_TABLE_CONNECTIONS,
     1 | 2,
     {HOLDS(0, "prior"), HOLDS(0, "existing"), BEGINS(0, "new concept"), BEGINS(0, "concept"),
      HOLDS(1, "connects"), HOLDS(1, "connection"), HOLDS(1, "connect"), HOLDS(1, "extends"),
      HOLDS(1, "prior")}},
};

/* A header row, and what words of its cells begin with. */
typedef struct header_row {
    const ll_view *cells;
    uint32_t count;
    uint64_t initials[LL_MARKDOWN_CELLS_MOST];
    uint64_t all_initials;
} header_row;

static void read_header(header_row *h, const ll_view *cells, uint32_t count) {
    h->cells = cells;
    h->count = count;
    h->all_initials = 0;
    for (uint32_t cell = 0; cell < count; cell++) {
        h->initials[cell] = ll_view_initials(cells[cell]);
        h->all_initials |= h->initials[cell];
    }
}

static bool fits(const column_name *name, ll_view cell) {
    return name->anywhere ? ll_build_has(cell, name->word)
                          : ll_view_starts_nocase(cell, name->word);
}

/* The first column that a name fits and no other slot has, or NO_COLUMN. */
static int find_column(const header_row *h, const column_name *name, uint64_t taken) {
    uint64_t initial = ll_view_initial(name->word);
    for (uint32_t cell = 0; cell < h->count && (h->all_initials & initial); cell++)
        if ((h->initials[cell] & initial) && !(taken >> cell & 1) && fits(name, h->cells[cell]))
            return (int)cell;
    return NO_COLUMN;
}

/* Gives slots the columns that a team's own words name. */
static void fit_vocabulary(const ll_vocabulary *v, ll_table_kind kind, const header_row *h,
                           int columns[SLOTS], uint64_t *taken) {
    for (uint32_t i = 0; i < v->column_count; i++) {
        const ll_column_word *word = &v->columns[i];
        for (uint32_t cell = 0; word->table == kind && cell < h->count; cell++) {
            if (columns[word->column] != NO_COLUMN || (*taken >> cell & 1) ||
                !ll_vocabulary_begins(h->cells[cell], word->word))
                continue;
            columns[word->column] = (int)cell;
            *taken |= (uint64_t)1 << cell;
        }
    }
}

/* The columns of the slots in this header; false when one that is needed is missing. */
static bool fit_shape(const ll_vocabulary *v, const table_shape *shape, const header_row *h,
                      int columns[SLOTS]) {
    uint64_t taken = 0;
    unsigned found = 0;
    for (int slot = 0; slot < SLOTS; slot++)
        columns[slot] = NO_COLUMN;
    fit_vocabulary(v, shape->kind, h, columns, &taken);
    for (int slot = 0; slot < SLOTS; slot++)
        found |= columns[slot] == NO_COLUMN ? 0 : 1u << slot;
    for (size_t i = 0; i < COLUMN_NAMES_MOST && shape->columns[i].name.word.len > 0; i++) {
        uint32_t slot = shape->columns[i].slot;
        if (found >> slot & 1)
            continue;
        columns[slot] = find_column(h, &shape->columns[i].name, taken);
        if (columns[slot] == NO_COLUMN)
            continue;
        taken |= (uint64_t)1 << columns[slot];
        found |= 1u << slot;
    }
    return (found & shape->needed) == shape->needed;
}

static bool has_letter(ll_view text) {
    for (size_t i = 0; i < text.len; i++)
        if (ll_is_letter(text.ptr[i]) || (unsigned char)text.ptr[i] >= 0x80)
            return true;
    return false;
}

/* Gives the first `slots` slots that no name was found for the next free column behind the slot
 * before: the order of the columns is the same in every plan. A number is no column of its own. */
static void fit_by_place(const header_row *h, int slots, int columns[SLOTS]) {
    uint64_t taken = 0;
    for (int slot = 0; slot < SLOTS; slot++)
        taken |= columns[slot] == NO_COLUMN ? 0 : (uint64_t)1 << columns[slot];
    int next = 0;
    for (int slot = 0; slot < slots; slot++) {
        int cell = next;
        while (cell < (int)h->count && ((taken >> cell & 1) || !has_letter(h->cells[cell])))
            cell++;
        if (columns[slot] == NO_COLUMN && cell < (int)h->count) {
            columns[slot] = cell;
            taken |= (uint64_t)1 << cell;
        }
        next = columns[slot] == NO_COLUMN ? next : columns[slot] + 1;
    }
}

/* How many slots may be found by place alone. */
static const int slots_by_place[LL_TABLE_KINDS] = {
    [LL_TABLE_PREREQUISITES] = 1,
    [LL_TABLE_MISCONCEPTIONS] = 4,
    [LL_TABLE_EXAMPLES] = 4,
    [LL_TABLE_MODALITIES] = 3,
};

/* The shape of a header row, with its columns, or NULL. */
static const table_shape *find_shape(const ll_vocabulary *v, const header_row *h,
                                     int columns[SLOTS]) {
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        if (!fit_shape(v, &shapes[i], h, columns))
            continue;
        fit_by_place(h, slots_by_place[shapes[i].kind], columns);
        return &shapes[i];
    }
    return NULL;
}

bool ll_build_is_core_header(const ll_vocabulary *v, const ll_view *cells, uint32_t count) {
    int columns[SLOTS];
    header_row h;
    read_header(&h, cells, count);
    const table_shape *shape = find_shape(v, &h, columns);
    return shape && shape->kind <= LL_TABLE_MODALITIES;
}

static ll_view cell_at(const ll_plan_builder *b, const ll_row *row, int column) {
    if (column == NO_COLUMN)
        return LL_VIEW("");
    return ll_markdown_cell_plain(b->markdown, b->arena, row, (uint32_t)column);
}

typedef struct row_reader {
    ll_plan_builder *b;
    const ll_row *row;
    const int *columns;
    ll_place place;
} row_reader;

static ll_view text_of(const row_reader *r, uint32_t index) {
    return cell_at(r->b, r->row, r->columns[index]);
}

/* The column whatever it is called: `index` counts from 0. */
static ll_view column(const row_reader *r, uint32_t index) {
    return index < r->row->cell_count ? cell_at(r->b, r->row, (int)index) : LL_VIEW("");
}

/* Sources name a first column in many ways. */
static ll_view concept_of(const row_reader *r) {
    return r->columns[0] == NO_COLUMN ? column(r, 0) : text_of(r, 0);
}

static void read_prerequisite(const row_reader *r) {
    ll_prerequisite *entry = LL_ARRAY_ADD(r->b->arena, &r->b->plan->prerequisites);
    ll_view status = text_of(r, 4);
    *entry = (ll_prerequisite){.place = r->place,
                               .concept = concept_of(r),
                               .required = ll_plan_depth(r->b->vocabulary, text_of(r, 1)),
                               .actual = ll_plan_depth(r->b->vocabulary, text_of(r, 2)),
                               .source = text_of(r, 3),
                               .status = ll_build_status(r->b->vocabulary, status),
                               .status_text = status,
                               .reasoning = text_of(r, 5),
                               .resolution = text_of(r, 6)};
}

static void read_misconception(const row_reader *r) {
    LL_ARRAY_PUSH(
        r->b->arena, &r->b->plan->misconceptions,
        ((ll_misconception){r->place, text_of(r, 0), text_of(r, 1), text_of(r, 2), text_of(r, 3)}));
}

static void read_example(const row_reader *r) {
    ll_example *entry = LL_ARRAY_ADD(r->b->arena, &r->b->plan->examples);
    entry->place = r->place;
    entry->text = text_of(r, 0);
    entry->type = text_of(r, 1);
    entry->purpose = text_of(r, 2);
    entry->why = text_of(r, 3);
    ll_build_example_type(r->b->vocabulary, entry);
}

static void read_modality(const row_reader *r) {
    ll_modality *entry = LL_ARRAY_ADD(r->b->arena, &r->b->plan->modalities);
    *entry = (ll_modality){r->place, text_of(r, 0), text_of(r, 1), text_of(r, 2), 0};
    entry->families = ll_plan_modality_families(r->b->vocabulary, entry->name);
}

static void read_concept(const row_reader *r) {
    LL_ARRAY_PUSH(r->b->arena, &r->b->plan->concepts,
                  ((ll_concept){r->place, text_of(r, 0),
                                ll_plan_depth(r->b->vocabulary, text_of(r, 1)), text_of(r, 2)}));
}

static void read_gap(const row_reader *r) {
    LL_ARRAY_PUSH(r->b->arena, &r->b->plan->gaps,
                  ((ll_pair_row){r->place, column(r, 0), column(r, 1), column(r, 2)}));
}

static void read_connection(const row_reader *r) {
    LL_ARRAY_PUSH(r->b->arena, &r->b->plan->connections,
                  ((ll_pair_row){r->place, column(r, 0), column(r, 1), column(r, 2)}));
}

static void (*const readers[LL_TABLE_KINDS])(const row_reader *) = {
    [LL_TABLE_PREREQUISITES] = read_prerequisite, [LL_TABLE_MISCONCEPTIONS] = read_misconception,
    [LL_TABLE_EXAMPLES] = read_example,           [LL_TABLE_MODALITIES] = read_modality,
    [LL_TABLE_CONCEPTS] = read_concept,           [LL_TABLE_GAPS] = read_gap,
    [LL_TABLE_CONNECTIONS] = read_connection,
};

/* Which tables may still be read: the core tables stand once in a document, so that a table of the
 * same kind under a later heading (an excerpt, a revision) does not add rows. */
typedef struct table_state {
    bool closed[LL_TABLE_KINDS];
    uint32_t review;  /* the next review that can hold a block */
    uint32_t section; /* the next section that can hold a block */
    ll_section_kind inside;
} table_state;

/* A row of empty cells, or a second delimiter row, says nothing. */
static bool is_blank_row(const ll_plan_builder *b, const ll_row *row) {
    ll_view line = ll_view_slice(b->text, row->start, row->end);
    for (size_t i = 0; i < line.len; i++)
        if (!ll_is_blank(line.ptr[i]) && !strchr("|:-", line.ptr[i]))
            return false;
    return true;
}

static void read_row(ll_plan_builder *b, ll_table_kind kind, const ll_row *row,
                     const int columns[SLOTS]) {
    row_reader r = {b, row, columns, {row->start, row->end - row->start}};
    if (!is_blank_row(b, row))
        readers[kind](&r);
}

/* Lines behind a table that only a blank line separates from it. */
static void read_rest(ll_plan_builder *b, ll_table_kind kind, uint32_t header, uint32_t block,
                      const int columns[SLOTS]) {
    for (; block < b->markdown->blocks.len; block++) {
        const ll_block *rest = ll_build_block(b, block);
        ll_view text = ll_build_text(b, rest);
        if (rest->kind != LL_BLOCK_PARAGRAPH || text.len == 0 || text.ptr[0] != '|')
            return;
        ll_view line;
        while (ll_view_next_line(&text, &line)) {
            uint32_t row = ll_markdown_row(b->markdown, b->arena, header, line);
            if (row != LL_MARKDOWN_NO_ROW)
                read_row(b, kind, &b->markdown->rows.at[row], columns);
        }
    }
}

static unsigned found_columns(const int columns[SLOTS]) {
    unsigned found = 0;
    for (int slot = 0; slot < SLOTS; slot++)
        found |= columns[slot] == NO_COLUMN ? 0 : 1u << slot;
    return found;
}

static void read_table(ll_plan_builder *b, uint32_t index, ll_table_kind kind,
                       const int columns[SLOTS]) {
    const ll_block *table = ll_build_block(b, index);
    const ll_row *header = &b->markdown->rows.at[table->first_row];
    ll_table_place *place = &b->plan->tables[kind];
    if (!place->found)
        *place = (ll_table_place){
            true, {header->start, header->end - header->start}, found_columns(columns)};
    if (kind == LL_TABLE_PREREQUISITES) /* the widest entries by far */
        LL_ARRAY_RESERVE(b->arena, &b->plan->prerequisites,
                         (size_t)b->plan->prerequisites.len + table->row_count);
    for (uint32_t i = 1; i < table->row_count; i++)
        read_row(b, kind, &b->markdown->rows.at[table->first_row + i], columns);
    read_rest(b, kind, table->first_row, index + 1, columns);
}

static void header_of(const ll_plan_builder *b, uint32_t index, header_row *h,
                      ll_view cells[LL_MARKDOWN_CELLS_MOST]) {
    const ll_row *row = &b->markdown->rows.at[ll_build_block(b, index)->first_row];
    for (uint32_t i = 0; i < row->cell_count; i++)
        cells[i] = ll_build_unquote(cell_at(b, row, (int)i));
    read_header(h, cells, row->cell_count);
}

static void consider_table(ll_plan_builder *b, const table_state *state, uint32_t index) {
    ll_view cells[LL_MARKDOWN_CELLS_MOST];
    int columns[SLOTS];
    header_row h;
    header_of(b, index, &h, cells);
    const table_shape *shape = find_shape(b->vocabulary, &h, columns);
    if (shape && !state->closed[shape->kind])
        read_table(b, index, shape->kind, columns);
    else if (!shape && state->inside == LL_SECTION_CONNECTIONS)
        read_table(b, index, LL_TABLE_CONNECTIONS, columns);
    else if (!shape && state->inside == LL_SECTION_GAPS)
        read_table(b, index, LL_TABLE_GAPS, columns);
}

/* The core tables that a section of their own name holds. */
static const struct {
    ll_table_kind kind;
    ll_section_kind section;
    ll_view name;
} homes[] = {
    {LL_TABLE_PREREQUISITES, LL_SECTION_PREREQUISITES, LL_VIEW_INIT("prerequisites")},
    {LL_TABLE_MISCONCEPTIONS, LL_SECTION_MISCONCEPTIONS, LL_VIEW_INIT("misconceptions")},
    {LL_TABLE_EXAMPLES, LL_SECTION_EXAMPLES, LL_VIEW_INIT("examples")},
    {LL_TABLE_MODALITIES, LL_SECTION_MODALITIES, LL_VIEW_INIT("modalities")},
};

enum { HOMES = sizeof homes / sizeof *homes };

/* At a heading; "### Negative Examples" right behind the examples goes on with them. */
static void close_tables(const ll_plan_builder *b, table_state *state, const ll_block *heading) {
    for (int i = 0; i < HOMES; i++)
        if (b->plan->tables[homes[i].kind].found &&
            (heading->level < 3 || !ll_build_has(ll_build_text(b, heading), homes[i].name)))
            state->closed[homes[i].kind] = true;
}

/* A table whose header names no column that we know is found by its section. */
static void read_home(ll_plan_builder *b, int home) {
    ll_block_range range = ll_build_range(b, homes[home].section);
    const table_shape *shape = shapes;
    while (shape->kind != homes[home].kind)
        shape++;
    for (uint32_t i = range.first; i < range.after; i++) {
        ll_view cells[LL_MARKDOWN_CELLS_MOST];
        int columns[SLOTS];
        if (ll_build_block(b, i)->kind != LL_BLOCK_TABLE)
            continue;
        header_row h;
        header_of(b, i, &h, cells);
        if (find_shape(b->vocabulary, &h, columns))
            continue;
        (void)fit_shape(b->vocabulary, shape, &h, columns);
        fit_by_place(&h, slots_by_place[shape->kind], columns);
        if (columns[1] != NO_COLUMN)
            read_table(b, i, shape->kind, columns);
        return;
    }
}

static void follow_sections(const ll_plan_builder *b, table_state *state, uint32_t block) {
    while (state->section < b->plan->sections.len &&
           b->plan->sections.at[state->section].first_block <= block)
        state->inside = b->plan->sections.at[state->section++].kind;
}

void ll_build_tables(ll_plan_builder *b) {
    table_state state = {0};
    for (uint32_t i = 0; i < b->markdown->blocks.len; i++) {
        const ll_block *block = ll_build_block(b, i);
        if (block->kind == LL_BLOCK_HEADING && block->level <= 3)
            close_tables(b, &state, block);
        if (block->kind != LL_BLOCK_TABLE || ll_build_in_review(b, &state.review, block->start))
            continue;
        follow_sections(b, &state, i);
        consider_table(b, &state, i);
    }
    /* Without their names the two columns of depths could not be told apart. */
    for (int i = 0; i < HOMES; i++)
        if (!b->plan->tables[homes[i].kind].found && homes[i].kind != LL_TABLE_PREREQUISITES)
            read_home(b, i);
}
