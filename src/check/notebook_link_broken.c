/* notebook-link-broken: a link leads to a notebook of the course that does not exist. */
#include "check/checks.h"

void ll_check_notebook_link_broken(ll_check *check) {
    ll_facts *facts = check->facts;
    if (!facts->around.knows_notebooks)
        return;
    const ll_notebook_links *links = ll_facts_notebook_links(facts);
    for (uint32_t i = 0; i < links->all.len; i++) {
        const ll_notebook_link *link = &links->all.at[i];
        if (link->document != LL_DOCUMENT_LESSON || !ll_facts_notebook_is_own(facts, link))
            continue;
        check->outcome.checked++;
        if (ll_facts_notebook_exists(facts, link->name) != LL_NO)
            continue;
        ll_value values[] = {{"notebook", link->name}, {0}};
        ll_check_report(check, &(ll_report){.range = ll_lesson_range(link->start, link->end),
                                            .subject = link->name,
                                            .values = values});
    }
}
