/* row-structure: a Row has one Row.Content, at most one Row.Aside, and nothing else. */
#include "check/checks.h"
#include "check/layout.h"

enum {
    PARTS = LL_ROW_PART_ASIDE + 1,
    CLIMBED_MOST = 256 /* elements above one; past them the answer is left open */
};

static ll_row_part part_of(const ll_tsx *tsx, uint32_t element) {
    return ll_lesson_row_part(ll_tsx_lead(tsx, element));
}

static void report(ll_check *check, uint32_t node, const char *kind) {
    const ll_tsx *tsx = check->facts->tsx;
    bool element = tsx->nodes.at[node].kind == LL_TSX_ELEMENT;
    ll_value values[] = {{"tag", element ? ll_tsx_lead(tsx, node) : LL_VIEW("text")}, {0}};
    ll_check_report(
        check, &(ll_report){.range = element ? ll_tag_range(tsx, node) : ll_text_range(tsx, node),
                            .kind = kind,
                            .values = values});
}

/* A part of another file by its name: GlossaryAside. */
static bool is_named_as_part(ll_view name) {
    return ll_view_ends(name, LL_VIEW("Content")) || ll_view_ends(name, LL_VIEW("Aside"));
}

/* What is neither Row nor part by its name may still come to parts. Of what the file makes in a way
 * that is not followed nothing is said. */
static void judge_foreign(ll_check *check, const ll_child *child) {
    static const unsigned foreign =
        LL_LAYOUT(LL_ROW_PART_NONE) | LL_LAYOUT(LL_ROW_PART_ROW) | LL_LAYOUT_LIBRARY;
    unsigned what = child->kind == LL_CHILD_TEXT ? foreign : ll_layout_of(check, child->node);
    if (what & foreign)
        report(check, child->node, "foreign");
    else if ((what & LL_LAYOUT_IMPORTED) &&
             !is_named_as_part(ll_tsx_lead(check->facts->tsx, child->node)))
        report(check, child->node, "imported");
}

/* Counts one part of a Row. Parts behind conditions may exclude each other: only a second one that
 * is always there is one too many. `*open`: something may be there that cannot be counted. */
static void judge_child(ll_check *check, const ll_child *child, uint32_t always[PARTS],
                        bool *open) {
    const ll_tsx *tsx = check->facts->tsx;
    if (child->kind == LL_CHILD_UNKNOWN) {
        *open = true;
        return;
    }
    bool element = child->kind == LL_CHILD_ELEMENT;
    ll_row_part what = element ? part_of(tsx, child->node) : LL_ROW_PART_NONE;
    if (what == LL_ROW_PART_ROW)
        return; /* reported as nested */
    if (what == LL_ROW_PART_NONE) {
        *open = *open || (element && !ll_tsx_is_host(tsx, child->node));
        judge_foreign(check, child);
        return;
    }
    if (child->conditional) {
        *open = true;
        return;
    }
    if (++always[what] > 1)
        report(check, child->node, what == LL_ROW_PART_CONTENT ? "two-contents" : "two-asides");
}

static void judge_row(ll_check *check, uint32_t row) {
    ll_children children = {0};
    ll_layout_children(check, row, &children);
    uint32_t always[PARTS] = {0};
    bool open = false;
    for (uint32_t i = 0; i < children.len; i++)
        judge_child(check, &children.at[i], always, &open);
    if (always[LL_ROW_PART_CONTENT] == 0 && !open)
        report(check, row, "no-content");
}

/* Whether nothing but plain blocks stands between the LessonLayout and an element. Another
 * component may bring the Row, and so may the place where a helper or a variable is used. */
static bool is_in_layout_alone(ll_check *check, uint32_t element) {
    const ll_elements *elements = ll_facts_elements(check->facts);
    const ll_tsx *tsx = check->facts->tsx;
    uint32_t layout = check->facts->lesson->layout;
    uint32_t at = elements->parent[element];
    for (int climbed = 0; climbed < CLIMBED_MOST && at != LL_TSX_NONE && at != layout; climbed++) {
        if (!ll_tsx_is_host(tsx, at) && !ll_facts_is_plain_block(ll_tsx_lead(tsx, at)))
            return false;
        at = elements->parent[at];
    }
    return at == layout;
}

/* The nearest Row, Row.Content or Row.Aside around each element, by one walk down the tree. */
static void judge_element(ll_check *check, uint32_t element, uint32_t around) {
    const ll_tsx *tsx = check->facts->tsx;
    ll_row_part what = part_of(tsx, element);
    if (what == LL_ROW_PART_ROW) {
        check->outcome.checked++;
        if (around != LL_TSX_NONE)
            report(check, element, "nested");
        judge_row(check, element);
    } else if (what != LL_ROW_PART_NONE) {
        bool outside = around == LL_TSX_NONE ? is_in_layout_alone(check, element)
                                             : part_of(tsx, around) != LL_ROW_PART_ROW;
        if (outside)
            report(check, element, "outside");
    }
}

void ll_check_row_structure(ll_check *check) {
    const ll_tsx *tsx = check->facts->tsx;
    if (check->facts->lesson->layout == LL_LESSON_NONE)
        return;
    LL_ARRAY(uint32_t) open = {0}; /* Rows and their parts around the current node */
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        bool part = tsx->nodes.at[i].kind == LL_TSX_ELEMENT && part_of(tsx, i) != LL_ROW_PART_NONE;
        if (!part && !ll_lesson_draws_row(check->facts->lesson, i))
            continue;
        while (open.len > 0 && tsx->nodes.at[open.at[open.len - 1]].after <= i)
            open.len--;
        uint32_t around = open.len ? open.at[open.len - 1] : LL_TSX_NONE;
        if (!part && around != LL_TSX_NONE && part_of(tsx, around) != LL_ROW_PART_ROW)
            report(check, i, "nested-drawn"); /* in a Row itself it is foreign */
        if (!part)
            continue;
        judge_element(check, i, around);
        LL_ARRAY_PUSH(check->arena, &open, i);
    }
}
