/* Arrays that are given to a prop. */
#include "facts/reading.h"

static bool is_array(const ll_tsx *tsx, uint32_t node) {
    return tsx->nodes.at[node].kind == LL_TSX_GROUP &&
           tsx->source->text.ptr[tsx->nodes.at[node].start] == '[';
}

/* Whether no code but a type stands behind a value: `[…] as const`, `[…] satisfies Item[]`. */
static bool ends_value(ll_view rest) {
    static const ll_view types[] = {LL_VIEW_INIT("as "), LL_VIEW_INIT("satisfies ")};
    rest = ll_view_trim(rest);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (ll_view_starts(rest, types[i]))
            return true;
    return rest.len == 0;
}

/* `[…].slice(1)`: the entries are not what the constant holds. */
static bool is_object_of_method(const ll_tsx *tsx, uint32_t node) {
    ll_view text = tsx->source->text;
    ll_view rest = ll_view_trim(ll_view_slice(text, tsx->nodes.at[node].end, text.len));
    return rest.len > 0 && strchr(".?[", rest.ptr[0]);
}

/* The array that `const name =` holds; none when several have the name, because scopes are not
 * known. */
static uint32_t array_named(const ll_tsx *tsx, ll_view name) {
    uint32_t found = LL_TSX_NONE;
    for (uint32_t i = 0; name.len > 0 && i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].sign == LL_SIGN_ASSIGN && ll_view_equal(ll_tsx_lead(tsx, i), name)) {
            if (found != LL_TSX_NONE || !is_array(tsx, i) || is_object_of_method(tsx, i))
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

/* The array that braces or round brackets hold, and nothing else. */
static uint32_t array_in(const ll_tsx *tsx, uint32_t node) {
    for (uint32_t i = ll_tsx_first(tsx, node); i != LL_TSX_NONE;) {
        const ll_tsx_node *seen = &tsx->nodes.at[i];
        if (seen->kind == LL_TSX_COMMENT) {
            i = ll_tsx_next(tsx, i);
            continue;
        }
        bool group = seen->kind == LL_TSX_GROUP && seen->sign == LL_SIGN_NONE;
        if (!group || !ends_value(ll_tsx_text(tsx, seen->end, tsx->nodes.at[node].inner_end)))
            return LL_TSX_NONE;
        if (is_array(tsx, i))
            return i;
        if (tsx->source->text.ptr[seen->start] != '(')
            return LL_TSX_NONE;
        node = i;
        i = ll_tsx_first(tsx, i);
    }
    return LL_TSX_NONE;
}

uint32_t ll_facts_prop_array(const ll_facts *facts, uint32_t element, ll_view prop) {
    const ll_tsx *tsx = facts->tsx;
    uint32_t attribute = ll_tsx_attribute(tsx, element, prop);
    uint32_t braces = attribute == LL_TSX_NONE ? LL_TSX_NONE : ll_tsx_first(tsx, attribute);
    if (braces == LL_TSX_NONE || tsx->nodes.at[braces].kind != LL_TSX_BRACES)
        return LL_TSX_NONE;
    uint32_t end = tsx->nodes.at[braces].inner_end, array = array_in(tsx, braces);
    if (array != LL_TSX_NONE)
        return array;
    ll_view name = ll_view_trim(ll_tsx_text(tsx, tsx->nodes.at[braces].inner_start, end));
    return is_name(name) ? array_named(tsx, name) : LL_TSX_NONE;
}

/* Entries stand between commas; what is left of them between two nodes holds no string and no
 * comment. */
typedef struct entries {
    uint32_t count;
    bool begun;  /* the current one holds something */
    bool spread; /* … which may be any number of entries */
    bool whole;  /* no spread among them */
} entries;

static void end_entry(entries *e) {
    e->count += e->begun && !e->spread;
    e->whole = e->whole && !e->spread;
    e->begun = e->spread = false;
}

static void read_gap(entries *e, ll_view gap) {
    for (size_t i = 0; i < gap.len; i++)
        if (gap.ptr[i] == ',')
            end_entry(e);
        else if (!ll_is_blank(gap.ptr[i])) {
            ll_view rest = ll_view_slice(gap, i, gap.len);
            e->spread |= !e->begun && ll_view_starts(rest, LL_VIEW("..."));
            e->begun = true;
        }
}

ll_length_seen ll_facts_prop_length(const ll_facts *facts, uint32_t element, ll_view prop,
                                    uint32_t *length) {
    const ll_tsx *tsx = facts->tsx;
    uint32_t array = ll_facts_prop_array(facts, element, prop);
    if (array == LL_TSX_NONE)
        return LL_LENGTH_UNSEEN;
    entries e = {.whole = true};
    uint32_t at = tsx->nodes.at[array].inner_start;
    for (uint32_t i = ll_tsx_first(tsx, array); i != LL_TSX_NONE; i = ll_tsx_next(tsx, i)) {
        read_gap(&e, ll_tsx_text(tsx, at, tsx->nodes.at[i].start));
        e.begun |= tsx->nodes.at[i].kind != LL_TSX_COMMENT;
        at = tsx->nodes.at[i].end;
    }
    read_gap(&e, ll_tsx_text(tsx, at, tsx->nodes.at[array].inner_end));
    end_entry(&e);
    *length = e.count;
    return e.whole ? LL_LENGTH_KNOWN : LL_LENGTH_AT_LEAST;
}
