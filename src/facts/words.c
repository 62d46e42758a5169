/* The words of passages: several rules ask for those of every passage, and each is split once. */
#include "facts/facts.h"

#include <assert.h>

typedef struct ll_passage_words {
    ll_stem_list *lists; /* by passage; without memory as long as the words are not known */
    ll_stem_list scratch;
} ll_passage_words;

const ll_stem_list *ll_facts_words(ll_facts *facts, uint32_t passage) {
    const ll_lesson *lesson = facts->lesson;
    assert(lesson && passage < lesson->passages.len);
    if (!facts->words) {
        facts->words = LL_ARENA_NEW(facts->arena, ll_passage_words);
        facts->words->lists = LL_ARENA_ARRAY(facts->arena, ll_stem_list, lesson->passages.len);
    }
    ll_stem_list *list = &facts->words->lists[passage], *scratch = &facts->words->scratch;
    if (list->at)
        return list;
    ll_facts_rows(facts); /* makes the stems, and maybe this list */
    if (list->at)
        return list;
    scratch->len = 0;
    ll_stems_of(facts->stems, ll_lesson_passage_text(lesson, &lesson->passages.at[passage]),
                scratch);
    list->at = LL_ARENA_ARRAY(facts->arena, ll_stem, scratch->len);
    list->len = list->cap = scratch->len;
    if (scratch->len > 0)
        memcpy(list->at, scratch->at, scratch->len * sizeof *scratch->at);
    return list;
}
