/* Looks for the blocks of the shared library. */
#include "check/blocks.h"
#include "facts/names.h"
#include "facts/reading.h"
#include "facts/shown.h"

static bool has_element(const ll_tsx *tsx, ll_view name) {
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (ll_tsx_is(tsx, i, name))
            return true;
    return false;
}

/* "Summary" of SummaryBlock, "Header" of LessonHeader. */
static ll_view core_of(ll_view name) {
    ll_view before = LL_VIEW("Lesson"), behind = LL_VIEW("Block");
    if (ll_view_starts(name, before) && name.len > before.len)
        name = ll_view_slice(name, before.len, name.len);
    if (ll_view_ends(name, behind) && name.len > behind.len)
        name = ll_view_slice(name, 0, name.len - behind.len);
    return name;
}

static bool is_in_neighbour(ll_facts *facts, ll_view component, ll_view name) {
    const ll_lesson *file = ll_facts_neighbour(facts, ll_facts_import(facts, component));
    return file && has_element(file->tsx, name);
}

/* Components of other files only: what the file declares itself can be seen. */
static bool may_hold(ll_facts *facts, uint32_t element, ll_view name) {
    ll_view component = ll_tsx_lead(facts->tsx, element);
    if (ll_tsx_is_host(facts->tsx, element) || ll_facts_is_plain_block(component) ||
        ll_lesson_component(facts->lesson, component) != LL_LESSON_NONE)
        return false;
    return ll_view_starts(component, LL_VIEW("Lesson")) ||
           ll_view_find(component, core_of(name), 0) != LL_VIEW_NONE ||
           is_in_neighbour(facts, component, name);
}

bool ll_block_may_be_elsewhere(ll_facts *facts, ll_view name) {
    const ll_names *names = ll_facts_names(facts);
    for (uint32_t i = 0; i < names->all.len; i++)
        if (may_hold(facts, names->all.at[i].first, name))
            return true;
    return false;
}

static bool hides(ll_check *check, const ll_child *child) {
    return child->kind == LL_CHILD_ELEMENT && ll_shown_is_unseen(check->facts, child->node) &&
           !ll_facts_is_widget(check->facts, ll_tsx_lead(check->facts->tsx, child->node));
}

/* Whether a child of the element hides something, `alone` or beside others. */
static bool child_hides(ll_check *check, uint32_t element, bool alone) {
    ll_children children = {0};
    ll_lesson_children(check->facts->lesson, check->arena, element, &children);
    for (uint32_t i = 0; i < children.len && (!alone || children.len == 1); i++)
        if (hides(check, &children.at[i]))
            return true;
    return false;
}

bool ll_block_may_be_unseen(ll_check *check) {
    const ll_names *names = ll_facts_names(check->facts);
    if (child_hides(check, check->facts->lesson->layout, false))
        return true;
    for (uint32_t i = 0; i < names->elements.len; i++) {
        ll_view name = names->all.at[names->elements.at[i].name].name;
        if (ll_lesson_row_part(name) == LL_ROW_PART_CONTENT &&
            child_hides(check, names->elements.at[i].node, true))
            return true;
    }
    return false;
}

/* Sentences that begin with the same words go on with a small letter: "What comes next is …". */
static bool announces(ll_view text) {
    for (size_t i = 0; i < LL_NEXT_TITLES; i++)
        if (ll_view_starts_nocase(text, ll_next_titles[i])) {
            ll_view rest = ll_view_slice(text, ll_next_titles[i].len, text.len);
            rest = ll_view_trim(rest);
            return rest.len == 0 || !ll_is_lower(rest.ptr[0]);
        }
    return false;
}

bool ll_block_announces_next(const ll_lesson *lesson) {
    for (uint32_t i = 0; i < lesson->sections.len; i++)
        if (announces(ll_view_trim(lesson->sections.at[i].title)))
            return true;
    for (uint32_t i = 0; i < lesson->passages.len; i++)
        if (ll_passage_is_text(&lesson->passages.at[i]) &&
            announces(ll_view_trim(ll_lesson_passage_text(lesson, &lesson->passages.at[i]))))
            return true;
    return false;
}
