/* The visible text of each Row, with what its components and constants add. */
#include "lesson/parse.h"

#include <assert.h>
#include <stdlib.h>

/* Numbers grouped by an owner: those of owner i are at[start[i]] … at[start[i + 1]]. */
typedef struct groups {
    uint32_t *start;
    uint32_t *at;
} groups;

typedef struct link {
    uint32_t owner, item;
} link;

typedef LL_ARRAY(link) link_list;

static groups group_links(ll_arena *arena, const link_list *links, uint32_t owners) {
    groups made = {LL_ARENA_ARRAY(arena, uint32_t, owners + 2),
                   LL_ARENA_ARRAY(arena, uint32_t, links->len + 1)};
    for (uint32_t i = 0; i < links->len; i++)
        made.start[links->at[i].owner + 2]++;
    for (uint32_t i = 2; i < owners + 2; i++)
        made.start[i] += made.start[i - 1];
    for (uint32_t i = 0; i < links->len; i++)
        made.at[made.start[links->at[i].owner + 1]++] = links->at[i].item;
    return made;
}

/* Declarations, and behind them lists and objects that a variable inside of a component holds, by
 * name: open addressing, at most half full; 0 is free, else index + 1. */
typedef struct name_index {
    const ll_tsx *tsx;
    ll_node_list locals;
    uint32_t *slots;
    uint32_t mask;
} name_index;

/* The node of what stands behind the declarations. */
static uint32_t local_at(const name_index *names, uint32_t index) {
    assert(names->locals.at && index >= names->tsx->declarations.len);
    return names->locals.at[index - names->tsx->declarations.len];
}

static ll_view name_of(const name_index *names, uint32_t index) {
    return index < names->tsx->declarations.len ? names->tsx->declarations.at[index].name
                                                : ll_tsx_lead(names->tsx, local_at(names, index));
}

static uint32_t *name_slot(const name_index *names, ll_view name) {
    uint32_t slot = (uint32_t)ll_view_key(name) & names->mask;
    while (names->slots[slot] && !ll_view_equal(name_of(names, names->slots[slot] - 1), name))
        slot = (slot + 1) & names->mask;
    return &names->slots[slot];
}

static void list_locals(ll_arena *arena, const ll_tsx *tsx, ll_node_list *locals) {
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (node->kind == LL_TSX_GROUP && node->sign == LL_SIGN_ASSIGN &&
            node->parent != LL_TSX_NONE && node->lead_end > node->lead_start)
            LL_ARRAY_PUSH(arena, locals, i);
    }
}

/* Whether a name that may be `taken` stands for this: for no type, and for the last of overloads,
 * which has the body; of variables inside of components for the first. */
static bool takes_name(const ll_tsx *tsx, uint32_t index, bool taken) {
    return index < tsx->declarations.len ? !ll_uses_are_types(&tsx->declarations.at[index])
                                         : !taken;
}

static name_index index_names(ll_arena *arena, const ll_tsx *tsx) {
    name_index made = {.tsx = tsx};
    list_locals(arena, tsx, &made.locals);
    uint32_t size = 16, count = tsx->declarations.len + made.locals.len;
    while (size < count * 2)
        size *= 2;
    made.slots = LL_ARENA_ARRAY(arena, uint32_t, size);
    made.mask = size - 1;
    for (uint32_t i = 0; i < count; i++) {
        ll_view name = name_of(&made, i);
        uint32_t *slot = name_slot(&made, name);
        if (name.len > 0 && takes_name(tsx, i, *slot > 0))
            *slot = i + 1;
    }
    return made;
}

/* A Row has two parts: what stands outside of its aside, and the aside. */
static uint32_t part_of(uint32_t row, bool aside) {
    return row == LL_LESSON_NONE ? LL_LESSON_NONE : row * 2 + (aside ? 1 : 0);
}

/* Nodes whose texts a part of a Row shows. */
typedef struct shown_nodes {
    uint32_t part, first, after;
} shown_nodes;

/* What is named where. */
typedef struct name_uses {
    ll_arena *arena;
    const ll_lesson *lesson;
    name_index names;
    link_list of_parts;          /* part of a Row → declaration */
    link_list of_declarations;   /* declaration → declaration */
    LL_ARRAY(shown_nodes) shown; /* what stands in no Row, but is shown in one */
    uint32_t declaration;        /* the one around the node at hand */
    uint64_t around_most;        /* bytes in front of Rows that may still be read for them */
} name_uses;

static void show_nodes(name_uses *uses, uint32_t part, uint32_t first, uint32_t after) {
    LL_ARRAY_PUSH(uses->arena, &uses->shown, ((shown_nodes){part, first, after}));
}

static void note_name(name_uses *uses, uint32_t part, ll_view name) {
    uint32_t found = *name_slot(&uses->names, name);
    if (found == 0 || found - 1 == uses->declaration)
        return;
    if (found > uses->lesson->tsx->declarations.len) {
        uint32_t local = local_at(&uses->names, found - 1);
        if (part != LL_LESSON_NONE)
            show_nodes(uses, part, local, uses->lesson->tsx->nodes.at[local].after);
        return;
    }
    if (part != LL_LESSON_NONE)
        LL_ARRAY_PUSH(uses->arena, &uses->of_parts, ((link){part, found - 1}));
    if (uses->declaration != LL_TSX_NONE)
        LL_ARRAY_PUSH(uses->arena, &uses->of_declarations, ((link){uses->declaration, found - 1}));
}

/* Names in a stretch of code without strings; members behind a dot are none. */
static void note_code(name_uses *uses, uint32_t part, uint32_t start, uint32_t end) {
    ll_view code = ll_tsx_text(uses->lesson->tsx, start, end);
    for (size_t at = 0; at < code.len;) {
        if (!ll_is_name_byte(code.ptr[at])) {
            at++;
            continue;
        }
        size_t from = at;
        while (at < code.len && ll_is_name_byte(code.ptr[at]))
            at++;
        bool member =
            from > 0 && code.ptr[from - 1] == '.' && !(from > 1 && code.ptr[from - 2] == '.');
        if (!member)
            note_name(uses, part, ll_view_slice(code, from, at));
    }
}

/* The code directly inside [start, end), whose nodes begin with `child`. */
static void note_gaps(name_uses *uses, uint32_t part, uint32_t start, uint32_t end,
                      uint32_t child) {
    const ll_tsx_node *nodes = uses->lesson->tsx->nodes.at;
    uint32_t at = start;
    for (; child != LL_TSX_NONE && nodes[child].start < end;
         child = ll_tsx_next(uses->lesson->tsx, child)) {
        note_code(uses, part, at, nodes[child].start);
        at = nodes[child].end;
    }
    if (at < end)
        note_code(uses, part, at, end);
}

/* The first Row behind a node. */
static uint32_t next_row(const ll_lesson *lesson, uint32_t node) {
    uint32_t low = 0, high = lesson->rows.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (lesson->rows.at[middle].element <= node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* False when no more may be read. */
static bool note_around(name_uses *uses, uint32_t row, uint32_t start, uint32_t end) {
    if (end - start >= uses->around_most)
        return false;
    uses->around_most -= end - start + 1;
    note_code(uses, part_of(row, false), start, end);
    return true;
}

/* `{PARTS.map((part) => <Row>…</Row>)}`: what is named in front of Rows is shown in them, and so is
 * what stands there, `{[{ title: … }].map(…)}`. */
static void note_for_rows(name_uses *uses, uint32_t braces) {
    const ll_lesson *lesson = uses->lesson;
    const ll_tsx_node *nodes = lesson->tsx->nodes.at;
    uint32_t start = nodes[braces].inner_start, first = next_row(lesson, braces), before = start;
    bool more = true;
    for (uint32_t row = first; row < lesson->rows.len && more; row++) {
        uint32_t element = lesson->rows.at[row].element;
        if (element >= nodes[braces].after)
            return;
        if (nodes[element].start < before)
            continue; /* a Row in a Row */
        more = note_around(uses, row, before, nodes[element].start);
        show_nodes(uses, part_of(row, false), braces, lesson->rows.at[first].element);
        if (row > first && more)
            more = note_around(uses, row, start, nodes[lesson->rows.at[first].element].start);
        before = nodes[element].end;
    }
}

/* Where a node stands; what a wrapper draws stands in the Row that its use is. */
static ll_place_below place_at(const ll_lesson *lesson, uint32_t node) {
    return ll_wrapper_of(lesson, node) ? lesson->inside->below[node] : ll_place_of(lesson, node);
}

static void note_node(name_uses *uses, uint32_t node) {
    const ll_tsx *tsx = uses->lesson->tsx;
    const ll_tsx_node *seen = &tsx->nodes.at[node];
    bool element = seen->kind == LL_TSX_ELEMENT;
    if (!element && seen->kind != LL_TSX_BRACES && seen->kind != LL_TSX_GROUP)
        return;
    ll_place_below place = place_at(uses->lesson, node);
    uint32_t part = part_of(place.row, place.flags & LL_PLACE_ASIDE);
    if (element)
        note_name(uses, part, ll_view_until(ll_tsx_lead(tsx, node), '.'));
    else
        note_gaps(uses, part, seen->inner_start, seen->inner_end, ll_tsx_first(tsx, node));
    if (seen->kind == LL_TSX_BRACES && place.row == LL_LESSON_NONE)
        note_for_rows(uses, node);
}

/* Where the text of a declaration ends: at the next one. */
static uint32_t declaration_end(const ll_tsx *tsx, uint32_t index) {
    return index + 1 < tsx->declarations.len ? tsx->declarations.at[index + 1].start
                                             : (uint32_t)tsx->source->text.len;
}

static void note_uses(name_uses *uses) {
    const ll_tsx *tsx = uses->lesson->tsx;
    for (uint32_t i = 0; i < tsx->declarations.len; i++) {
        const ll_tsx_declaration *declaration = &tsx->declarations.at[i];
        bool nodes = declaration->first_node < declaration->after_node;
        uses->declaration = i;
        note_gaps(uses, LL_LESSON_NONE, declaration->start, declaration_end(tsx, i),
                  nodes ? declaration->first_node : LL_TSX_NONE);
        for (uint32_t node = declaration->first_node; node < declaration->after_node; node++)
            note_node(uses, node);
    }
}

/* What is grouped by the part of a Row, and by the declaration that shows it there. */
struct ll_row_links {
    ll_arena *arena;
    const ll_lesson *lesson;
    groups part_passages, declaration_passages;     /* indexes of passages */
    groups part_components, declaration_components; /* elements; of no memory until asked for */
    groups part_uses, declaration_uses;             /* indexes of declarations */
};

/* Everything that a walk from Row to Row needs. */
typedef struct row_walk {
    const ll_row_links *links;
    uint32_t *seen; /* of each declaration: the latest part + 1 */
    LL_ARRAY(uint32_t) todo;
    uint32_t steps, most;
    const ll_row_sink *sink;
} row_walk;

/* The passages that stand in no Row, by the nodes they are the text of. */
typedef struct loose {
    uint32_t node, passage;
} loose;

static int compare_loose(const void *left, const void *right) {
    const loose *a = left, *b = right;
    return a->node != b->node ? (a->node < b->node ? -1 : 1)
                              : (a->passage > b->passage) - (a->passage < b->passage);
}

/* Adds the texts of nodes that stand elsewhere; `most` of them. */
static void link_shown(const name_uses *uses, link_list *parts) {
    const ll_lesson *lesson = uses->lesson;
    LL_ARRAY(loose) all = {0};
    for (uint32_t i = 0; uses->shown.len > 0 && i < lesson->passages.len; i++)
        if (lesson->passages.at[i].row == LL_LESSON_NONE &&
            ll_passage_is_text(&lesson->passages.at[i]))
            LL_ARRAY_PUSH(uses->arena, &all, ((loose){lesson->passages.at[i].node, i}));
    if (all.len > 1)
        qsort(all.at, all.len, sizeof *all.at, compare_loose);
    uint64_t most = uses->around_most;
    for (uint32_t i = 0; i < uses->shown.len; i++) {
        const shown_nodes *shown = &uses->shown.at[i];
        uint32_t low = 0, high = all.len;
        while (low < high) {
            uint32_t middle = low + (high - low) / 2;
            if (all.at[middle].node < shown->first)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < all.len && all.at[low].node < shown->after && most > 0; low++, most--)
            LL_ARRAY_PUSH(uses->arena, parts, ((link){shown->part, all.at[low].passage}));
    }
}

static void group_passages(ll_row_links *links, const name_uses *uses) {
    const ll_lesson *lesson = links->lesson;
    link_list parts = {0}, declarations = {0};
    link_shown(uses, &parts);
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        if (!ll_passage_is_text(passage))
            continue;
        uint32_t declaration = ll_tsx_declaration_of(lesson->tsx, passage->node);
        if (passage->row != LL_LESSON_NONE)
            LL_ARRAY_PUSH(links->arena, &parts, ((link){part_of(passage->row, passage->aside), i}));
        if (declaration != LL_TSX_NONE)
            LL_ARRAY_PUSH(links->arena, &declarations, ((link){declaration, i}));
    }
    links->part_passages = group_links(links->arena, &parts, lesson->rows.len * 2);
    links->declaration_passages =
        group_links(links->arena, &declarations, lesson->tsx->declarations.len);
}

static void group_components(ll_row_links *links) {
    const ll_tsx *tsx = links->lesson->tsx;
    link_list parts = {0}, declarations = {0};
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        if (tsx->nodes.at[i].kind != LL_TSX_ELEMENT || ll_tsx_is_host(tsx, i))
            continue;
        ll_place_below place = place_at(links->lesson, i);
        uint32_t part = part_of(place.row, place.flags & LL_PLACE_ASIDE);
        uint32_t declaration = ll_tsx_declaration_of(tsx, i);
        if (part != LL_LESSON_NONE)
            LL_ARRAY_PUSH(links->arena, &parts, ((link){part, i}));
        if (declaration != LL_TSX_NONE)
            LL_ARRAY_PUSH(links->arena, &declarations, ((link){declaration, i}));
    }
    links->part_components = group_links(links->arena, &parts, links->lesson->rows.len * 2);
    links->declaration_components = group_links(links->arena, &declarations, tsx->declarations.len);
}

ll_row_links *ll_lesson_row_links(const ll_lesson *lesson, ll_arena *arena) {
    ll_row_links *links = LL_ARENA_NEW(arena, ll_row_links);
    links->arena = arena;
    links->lesson = lesson;
    if (lesson->rows.len == 0)
        return links;
    name_uses uses = {.arena = arena,
                      .lesson = lesson,
                      .names = index_names(arena, lesson->tsx),
                      .around_most = lesson->source->text.len * LL_LESSON_AROUND};
    note_uses(&uses);
    links->part_uses = group_links(arena, &uses.of_parts, lesson->rows.len * 2);
    links->declaration_uses =
        group_links(arena, &uses.of_declarations, lesson->tsx->declarations.len);
    group_passages(links, &uses);
    return links;
}

/* Nothing is given of what is not asked for. */
static void give(row_walk *walk, uint32_t part, ll_row_visit *visit, const groups *parts,
                 uint32_t owner) {
    if (!visit)
        return;
    for (uint32_t i = parts->start[owner]; i < parts->start[owner + 1]; i++) {
        visit(walk->sink->context, part / 2, part % 2 == 1, parts->at[i]);
        walk->steps++;
    }
}

static void note_todo(row_walk *walk, uint32_t part, const groups *uses, uint32_t owner) {
    for (uint32_t i = uses->start[owner]; i < uses->start[owner + 1]; i++) {
        uint32_t declaration = uses->at[i];
        walk->steps++;
        if (walk->seen[declaration] == part + 1)
            continue;
        walk->seen[declaration] = part + 1;
        LL_ARRAY_PUSH(walk->links->arena, &walk->todo, declaration);
    }
}

static void walk_part(row_walk *walk, uint32_t part) {
    const ll_row_links *links = walk->links;
    const ll_row_sink *sink = walk->sink;
    give(walk, part, sink->text, &links->part_passages, part);
    give(walk, part, sink->component, &links->part_components, part);
    uint32_t row = links->lesson->rows.at[part / 2].element;
    uint32_t own = ll_tsx_declaration_of(links->lesson->tsx, row);
    if (own != LL_TSX_NONE)
        walk->seen[own] = part + 1;
    walk->todo.len = 0;
    note_todo(walk, part, &links->part_uses, part);
    while (walk->todo.len > 0 && walk->steps < walk->most) {
        uint32_t declaration = walk->todo.at[--walk->todo.len];
        give(walk, part, sink->text, &links->declaration_passages, declaration);
        give(walk, part, sink->component, &links->declaration_components, declaration);
        note_todo(walk, part, &links->declaration_uses, declaration);
    }
}

void ll_lesson_row_texts(ll_row_links *links, uint32_t steps, const ll_row_sink *sink) {
    const ll_lesson *lesson = links->lesson;
    if (lesson->rows.len == 0)
        return;
    if (sink->component && !links->part_components.start)
        group_components(links);
    row_walk walk = {.links = links,
                     .seen =
                         LL_ARENA_ARRAY(links->arena, uint32_t, lesson->tsx->declarations.len + 1),
                     .most = steps,
                     .sink = sink};
    for (uint32_t part = 0; part < lesson->rows.len * 2; part++)
        walk_part(&walk, part);
}
