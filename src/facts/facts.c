/* Reading a pair of documents, and what rules ask of it beyond the models. */
#include "facts/facts.h"
#include "facts/headings.h"

ll_status ll_facts_read(ll_facts **out, ll_arena *arena, ll_source *plan_source,
                        ll_source *lesson_source, const ll_vocabulary *vocabulary,
                        ll_error *error) {
    ll_facts *facts = LL_ARENA_NEW(arena, ll_facts);
    facts->arena = arena;
    facts->vocabulary = vocabulary;
    facts->sources[LL_DOCUMENT_PLAN] = plan_source;
    facts->sources[LL_DOCUMENT_LESSON] = lesson_source;
    if (plan_source) {
        ll_plan *plan = NULL;
        ll_status status = ll_plan_parse(&plan, arena, plan_source, vocabulary, error);
        if (status != LL_OK)
            return status;
        facts->plan = plan;
    }
    if (lesson_source) {
        const ll_lesson *lesson = ll_lesson_parse(arena, lesson_source);
        facts->tsx = lesson->tsx;
        facts->lesson = lesson->tsx->fault ? NULL : lesson;
    }
    *out = facts;
    return LL_OK;
}

ll_stems *ll_facts_stems(ll_facts *facts) {
    ll_error error = {0};
    if (!facts->stemmer &&
        ll_stemmer_new(&facts->stemmer, facts->arena, facts->vocabulary->language, &error) != LL_OK)
        ll_arena_raise(facts->arena, &error);
    if (!facts->stems)
        facts->stems = ll_stems_new(facts->arena, facts->stemmer);
    return facts->stems;
}

/* The innermost heading above an offset; a bold label is no section title for a reader. */
static ll_view plan_section(const ll_plan *plan, uint32_t offset) {
    ll_view title = {0};
    for (uint32_t i = 0; i < plan->sections.len; i++) {
        const ll_section *section = &plan->sections.at[i];
        if (section->place.offset > offset)
            break;
        if (section->level < LL_SECTION_LABEL)
            title = section->title;
    }
    return title;
}

ll_view ll_facts_section(ll_facts *facts, ll_document document, uint32_t offset) {
    ll_view title = {0};
    if (document == LL_DOCUMENT_PLAN)
        return facts->plan ? plan_section(facts->plan, offset) : title;
    if (document != LL_DOCUMENT_LESSON || !facts->lesson)
        return title;
    title = ll_facts_title_around(facts, offset);
    return title.len > 0 ? title : ll_lesson_section_at(facts->lesson, offset);
}
