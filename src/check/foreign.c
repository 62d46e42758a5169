/* Reading `lang` attributes. */
#include "check/foreign.h"

/* What an element says of its language. */
typedef enum language { UNTOLD, PASSED_OVER, ENGLISH, FOREIGN } language;

/* "fr", "pt-BR": two letters or three, and perhaps more behind a hyphen. */
static language language_of(ll_view code) {
    size_t letters = 0;
    while (letters < code.len && ll_is_letter(code.ptr[letters]))
        letters++;
    if (letters < 2 || letters > 3 || (letters < code.len && code.ptr[letters] != '-'))
        return PASSED_OVER;
    bool english = letters == 2 && ll_view_starts_nocase(code, LL_VIEW("en"));
    return english ? ENGLISH : FOREIGN;
}

static language language_of_element(const ll_facts *facts, uint32_t element) {
    ll_view code;
    if (!ll_tsx_is_host(facts->tsx, element)) /* of a component it may be one of a program */
        return PASSED_OVER;
    ll_known known = ll_lesson_prop(facts->lesson, facts->arena, element, LL_VIEW("lang"), &code);
    return known == LL_KNOWN ? language_of(code) : PASSED_OVER;
}

/* By node: its own language, else that of what is around it. */
static const unsigned char *list_languages(const ll_facts *facts) {
    const ll_tsx_nodes *nodes = &facts->tsx->nodes;
    unsigned char *languages = LL_ARENA_ARRAY(facts->arena, unsigned char, nodes->len + 1u);
    for (uint32_t i = 0; i < nodes->len; i++) {
        uint32_t element = nodes->at[i].parent;
        if (nodes->at[i].kind == LL_TSX_ATTRIBUTE && languages[element] == UNTOLD &&
            ll_view_equal(ll_tsx_lead(facts->tsx, i), LL_VIEW("lang")))
            languages[element] = (unsigned char)language_of_element(facts, element);
    }
    for (uint32_t i = 0; i < nodes->len; i++)
        if (languages[i] < ENGLISH && nodes->at[i].parent != LL_TSX_NONE)
            languages[i] = languages[nodes->at[i].parent];
    return languages;
}

bool ll_is_foreign(ll_facts *facts, uint32_t offset) {
    static const unsigned char untold[1]; /* of a file that says nothing of languages, as most */
    if (!facts->languages)
        facts->languages =
            ll_view_find_nocase(facts->tsx->source->text, LL_VIEW("lang="), 0) == LL_VIEW_NONE
                ? untold
                : list_languages(facts);
    if (facts->languages == untold)
        return false;
    uint32_t node = ll_tsx_node_at(facts->tsx, offset);
    return node != LL_TSX_NONE && facts->languages[node] == FOREIGN;
}
