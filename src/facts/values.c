/* Values of other files that a lesson shows; what they say cannot be told. */
#include "facts/values.h"

#include "facts/names.h"
#include "facts/shown.h"

/* A type: `x as Myth`, `Map<Myth>`; and a member: `x.Myth`, but not `...Myth`. */
static bool is_other_name(const ll_tsx *tsx, uint32_t start) {
    ll_view before = ll_view_trim(ll_tsx_text(tsx, start > 16 ? start - 16 : 0, start));
    size_t len = before.len;
    bool as =
        ll_view_ends(before, LL_VIEW("as")) && (len == 2 || !ll_is_name_byte(before.ptr[len - 3]));
    bool member = ll_view_ends(before, LL_VIEW(".")) && !ll_view_ends(before, LL_VIEW("..."));
    return as || member || ll_view_ends(before, LL_VIEW("<"));
}

/* What follows takes the value itself, or a part of it: no condition, no call, and no length. */
static bool is_taken(const ll_tsx *tsx, uint32_t end) {
    uint32_t at = ll_tsx_skip_blanks(tsx, end);
    if (ll_view_starts(ll_view_slice(tsx->source->text, at, tsx->source->text.len),
                       LL_VIEW(".length")))
        return false;
    if (ll_tsx_byte(tsx, at) == '?')
        return ll_tsx_byte(tsx, at + 1) == '.' || ll_tsx_byte(tsx, at + 1) == '?';
    return ll_tsx_byte(tsx, at) == '\0' || !strchr("(&=!<>`", ll_tsx_byte(tsx, at));
}

/* Whether a name stands for a value of the lessons' own files. */
static bool is_value(ll_facts *facts, ll_view name) {
    ll_view path = ll_facts_import(facts, name);
    return path.len > 0 && ll_shown_may_hide(path) && !ll_facts_is_library(name, path) &&
           ll_facts_find_name(facts, name) == LL_TSX_NONE;
}

/* Whether any import may be a value, as in few lessons. */
static bool imports_values(ll_facts *facts) {
    ll_view name;
    for (uint32_t i = 0; (name = ll_facts_imported(facts, i)).len > 0; i++)
        if (is_value(facts, name))
            return true;
    return false;
}

/* The first value in the code [start, end). */
static ll_view value_in(ll_facts *facts, uint32_t start, uint32_t end) {
    const ll_tsx *tsx = facts->tsx;
    for (uint32_t at = start, from; at < end; at += at == from) {
        for (from = at; at < end && ll_is_name_byte(ll_tsx_byte(tsx, at));)
            at++;
        ll_view name = ll_tsx_text(tsx, from, at);
        if (name.len > 0 && is_value(facts, name) && !is_other_name(tsx, from) && is_taken(tsx, at))
            return name;
    }
    return LL_VIEW("");
}

ll_view ll_values_name(ll_facts *facts, uint32_t node) {
    const ll_tsx_node *nodes = facts->tsx->nodes.at;
    if (nodes[node].kind != LL_TSX_BRACES && nodes[node].kind != LL_TSX_GROUP)
        return LL_VIEW("");
    uint32_t at = nodes[node].inner_start;
    ll_view found = LL_VIEW("");
    for (uint32_t child = ll_tsx_first(facts->tsx, node); child != LL_TSX_NONE && found.len == 0;
         child = ll_tsx_next(facts->tsx, child)) {
        found = value_in(facts, at, nodes[child].start);
        at = nodes[child].end;
    }
    return found.len > 0 ? found : value_in(facts, at, nodes[node].inner_end);
}

/* Parameters of an arrow function hold types. */
static bool is_parameters(const ll_tsx *tsx, uint32_t node) {
    uint32_t at = ll_tsx_skip_blanks(tsx, tsx->nodes.at[node].end);
    return ll_tsx_byte(tsx, at) == '=' && ll_tsx_byte(tsx, at + 1) == '>';
}

static bool is_shown(const ll_facts *facts, uint32_t node, const bool *shown) {
    const ll_tsx_node *seen = &facts->tsx->nodes.at[node];
    if (seen->kind == LL_TSX_BRACES)
        return ll_lesson_may_show(facts->lesson, node);
    bool code = seen->kind == LL_TSX_GROUP || seen->kind == LL_TSX_TEMPLATE;
    return code && seen->parent != LL_TSX_NONE && shown[seen->parent] &&
           !is_parameters(facts->tsx, node);
}

/* Titles, and blocks that tell of other lessons or of what is left out, take up nothing. */
static bool takes_up(const ll_tsx *tsx, uint32_t node) {
    static const char *const others[] = {"ConstraintBlock",     "LessonHeader",  "LessonLink",
                                         "ModuleCompleteBlock", "NextStepBlock", "ReferencesBlock",
                                         "SectionHeader"};
    uint32_t element = ll_tsx_element_around(tsx, node);
    return element != LL_TSX_NONE && !LL_VIEW_IS_ONE_OF(ll_tsx_lead(tsx, element), others);
}

void ll_values_shown(ll_facts *facts, void (*visit)(void *context, uint32_t node), void *context) {
    uint32_t count = facts->tsx->nodes.len;
    if (!imports_values(facts))
        return;
    bool *shown = LL_ARENA_ARRAY(facts->arena, bool, count + 1u);
    for (uint32_t i = 0; i < count; i++) {
        shown[i] = is_shown(facts, i, shown);
        if (shown[i] && takes_up(facts->tsx, i) && ll_values_name(facts, i).len > 0)
            visit(context, i);
    }
}
