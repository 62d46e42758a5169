/* Components of the file that show what stands in them as code. */
#include "lesson/parse.h"

enum { SHOWN_FLAGS = LL_PLACE_CODE | LL_PLACE_MATH | LL_PLACE_AS_IS };

/* What is known of the children of a component. */
typedef struct shown_children {
    uint32_t count; /* of braces that hold them and nothing else */
    uint8_t flags;  /* of all of these */
} shown_children;

uint8_t ll_enclosure_flags(const ll_lesson *lesson, uint32_t element) {
    if (lesson->inside->enclosures.len == 0 || ll_tsx_is_host(lesson->tsx, element))
        return 0;
    uint32_t component = ll_lesson_component(lesson, ll_tsx_lead(lesson->tsx, element));
    for (uint32_t i = 0; component != LL_LESSON_NONE && i < lesson->inside->enclosures.len; i++)
        if (lesson->inside->enclosures.at[i].component == component)
            return lesson->inside->enclosures.at[i].flags;
    return 0;
}

/* `{children}` or `{props.children}` in an element. */
static bool holds_children(const ll_tsx *tsx, uint32_t node) {
    uint32_t parent = tsx->nodes.at[node].parent;
    if (tsx->nodes.at[node].kind != LL_TSX_BRACES || parent == LL_TSX_NONE ||
        tsx->nodes.at[parent].kind != LL_TSX_ELEMENT)
        return false;
    ll_braces value = ll_braces_read(tsx, node);
    return (value.kind == LL_BRACES_NAME || value.kind == LL_BRACES_MEMBER) &&
           ll_view_equal(value.name, LL_VIEW("children"));
}

/* How often the word stands in what a component returns. */
static uint32_t count_words(const ll_tsx *tsx, const ll_tsx_declaration *declaration) {
    uint32_t first = declaration->first_node;
    while (first < declaration->after_node && tsx->nodes.at[first].kind != LL_TSX_ELEMENT)
        first++;
    if (first == declaration->after_node)
        return 0;
    ll_view text = ll_tsx_text(tsx, tsx->nodes.at[first].start,
                               tsx->nodes.at[declaration->after_node - 1].end);
    uint32_t count = 0;
    for (size_t at = 0; (at = ll_view_find_word(text, LL_VIEW("children"), at)) != LL_VIEW_NONE;
         at++)
        count++;
    return count;
}

static shown_children read_children(const ll_lesson *lesson,
                                    const ll_tsx_declaration *declaration) {
    shown_children seen = {0, SHOWN_FLAGS};
    for (uint32_t i = declaration->first_node; i < declaration->after_node; i++) {
        if (!holds_children(lesson->tsx, i))
            continue;
        seen.count++;
        seen.flags &= ll_place_of(lesson, i).flags;
    }
    return seen;
}

/* What else is done with the children may show them otherwise. */
bool ll_enclosures_find(ll_arena *arena, ll_lesson *lesson) {
    uint32_t known = lesson->inside->enclosures.len;
    /* That search is faster, and the word in other letters does no harm. */
    if (ll_view_find_nocase(lesson->source->text, LL_VIEW("children"), 0) == LL_VIEW_NONE)
        return false;
    for (uint32_t i = 0; i < lesson->components.len; i++) {
        const ll_tsx_declaration *declaration =
            &lesson->tsx->declarations.at[lesson->components.at[i].declaration];
        if (lesson->components.at[i].root)
            continue;
        shown_children seen = read_children(lesson, declaration);
        bool listed = false;
        for (uint32_t k = 0; k < known; k++)
            listed |= lesson->inside->enclosures.at[k].component == i;
        if (!listed && seen.count > 0 && seen.flags != 0 &&
            count_words(lesson->tsx, declaration) == seen.count)
            LL_ARRAY_PUSH(arena, &lesson->inside->enclosures, ((ll_enclosure){i, seen.flags}));
    }
    return lesson->inside->enclosures.len > known;
}
