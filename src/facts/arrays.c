/* Arrays that are given to a prop. */
#include "facts/reading.h"

static bool is_array(const ll_tsx *tsx, uint32_t node) {
    return tsx->nodes.at[node].kind == LL_TSX_GROUP &&
           tsx->source->text.ptr[tsx->nodes.at[node].start] == '[';
}

/* The array that `const name =` holds; none when several have the name, because scopes are not
 * known. */
static uint32_t array_named(const ll_tsx *tsx, ll_view name) {
    uint32_t found = LL_TSX_NONE;
    for (uint32_t i = 0; name.len > 0 && i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].sign == LL_SIGN_ASSIGN && ll_view_equal(ll_tsx_lead(tsx, i), name)) {
            if (found != LL_TSX_NONE || !is_array(tsx, i))
                return LL_TSX_NONE;
            found = i;
        }
    return found;
}

static bool is_name(ll_view text) {
    for (size_t i = 0; i < text.len; i++)
        if (!ll_is_alnum(text.ptr[i]) && text.ptr[i] != '_' && text.ptr[i] != '$')
            return false;
    return text.len > 0;
}

uint32_t ll_facts_prop_array(const ll_facts *facts, uint32_t element, ll_view prop) {
    const ll_tsx *tsx = facts->tsx;
    uint32_t attribute = ll_tsx_attribute(tsx, element, prop);
    uint32_t braces = attribute == LL_TSX_NONE ? LL_TSX_NONE : ll_tsx_first(tsx, attribute);
    if (braces == LL_TSX_NONE || tsx->nodes.at[braces].kind != LL_TSX_BRACES)
        return LL_TSX_NONE;
    uint32_t end = tsx->nodes.at[braces].inner_end;
    for (uint32_t i = ll_tsx_first(tsx, braces); i != LL_TSX_NONE; i = ll_tsx_next(tsx, i)) {
        if (tsx->nodes.at[i].kind == LL_TSX_COMMENT)
            continue;
        ll_view rest = ll_view_trim(ll_tsx_text(tsx, tsx->nodes.at[i].end, end));
        bool alone = rest.len == 0 || ll_view_starts(rest, LL_VIEW("as const"));
        return is_array(tsx, i) && tsx->nodes.at[i].sign == LL_SIGN_NONE && alone ? i : LL_TSX_NONE;
    }
    ll_view name = ll_view_trim(ll_tsx_text(tsx, tsx->nodes.at[braces].inner_start, end));
    return is_name(name) ? array_named(tsx, name) : LL_TSX_NONE;
}

/* Entries stand between commas; what is left of them between two nodes holds no string and no
 * comment. */
typedef struct entries {
    uint32_t count;
    bool begun; /* the current one holds something */
    bool whole; /* no spread among them */
} entries;

static void read_gap(entries *e, ll_view gap) {
    if (ll_view_find(gap, LL_VIEW("..."), 0) != LL_VIEW_NONE)
        e->whole = false;
    for (size_t i = 0; i < gap.len; i++)
        if (gap.ptr[i] == ',') {
            e->count += e->begun;
            e->begun = false;
        } else if (!ll_is_blank(gap.ptr[i])) {
            e->begun = true;
        }
}

bool ll_facts_prop_length(const ll_facts *facts, uint32_t element, ll_view prop, uint32_t *length) {
    const ll_tsx *tsx = facts->tsx;
    uint32_t array = ll_facts_prop_array(facts, element, prop);
    if (array == LL_TSX_NONE)
        return false;
    entries e = {.whole = true};
    uint32_t at = tsx->nodes.at[array].inner_start;
    for (uint32_t i = ll_tsx_first(tsx, array); i != LL_TSX_NONE; i = ll_tsx_next(tsx, i)) {
        read_gap(&e, ll_tsx_text(tsx, at, tsx->nodes.at[i].start));
        e.begun |= tsx->nodes.at[i].kind != LL_TSX_COMMENT;
        at = tsx->nodes.at[i].end;
    }
    read_gap(&e, ll_tsx_text(tsx, at, tsx->nodes.at[array].inner_end));
    *length = e.count + e.begun;
    return e.whole;
}
