/* widget-before-explanation: something to play with stands before the first section. */
#include "check/checks.h"
#include "facts/reading.h"

static bool holds(ll_view name, const char *word) {
    return ll_view_find(name, ll_view_of(word), 0) != LL_VIEW_NONE;
}

/* What may be the header of a section under another name. */
static bool may_be_header(const ll_facts *facts, const ll_read *read) {
    static const char *const headings[] = {"h1", "h2", "h3"};
    ll_view name = ll_tsx_lead(facts->tsx, read->element);
    if (LL_VIEW_IS_ONE_OF(name, headings))
        return true;
    if (ll_tsx_is_host(facts->tsx, read->element) || ll_view_equal(name, LL_VIEW("LessonHeader")))
        return false;
    return holds(name, "Header") || holds(name, "Heading") || holds(name, "Section");
}

/* A lesson without any section is no lesson to judge; nor is one whose beginning cannot be seen. */
static bool has_later_section(const ll_facts *facts, const ll_reading *reading, uint32_t from) {
    for (uint32_t i = from; i < reading->elements.len; i++) {
        uint32_t element = reading->elements.at[i].element;
        if (element != LL_TSX_NONE && ll_tsx_is(facts->tsx, element, LL_VIEW("SectionHeader")))
            return true;
    }
    return false;
}

void ll_check_widget_before_explanation(ll_check *check) {
    ll_facts *facts = check->facts;
    const ll_reading *reading = ll_facts_reading(facts);
    for (uint32_t i = 0; i < reading->elements.len; i++) {
        const ll_read *read = &reading->elements.at[i];
        bool in_row = read->row != LL_LESSON_NONE;
        if (read->element == LL_TSX_NONE || may_be_header(facts, read)) {
            check->outcome.checked += read->element != LL_TSX_NONE;
            return;
        }
        ll_view name = ll_tsx_lead(facts->tsx, read->element);
        if (ll_facts_is_widget(facts, name)) {
            if (!has_later_section(facts, reading, i))
                return;
            check->outcome.checked++;
            ll_value values[] = {{"tag", name}, {0}};
            ll_check_report(check, &(ll_report){.range = ll_tag_range(facts->tsx, read->element),
                                                .values = values});
            return;
        }
        if (!in_row && ll_facts_is_unseen(facts, read))
            return; /* perhaps the first section */
    }
}
