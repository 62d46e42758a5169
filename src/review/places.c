/* What several parts of the review need: numbers in words, places. */
#include "review/parts.h"
#include "text/decimal.h"

ll_view ll_review_number(ll_arena *arena, uint32_t number, const char *word) {
    return ll_decimal_counted(arena, number, word);
}

uint32_t ll_review_unlisted(const ll_result *result, uint32_t rule) {
    return ll_outcome_unlisted(&result->outcomes[rule]);
}

bool ll_review_passes_over(const ll_result *result, const char *rule) {
    uint32_t index = ll_rule_index(result->rules, ll_view_of(rule));
    return index != LL_RULE_NONE && result->settings[index].passed;
}

ll_view *ll_review_fingerprints(ll_arena *arena, const ll_result *result) {
    return ll_result_fingerprints(arena, result);
}

static ll_position position(const ll_result *result, ll_document document, uint32_t offset) {
    return ll_source_position(result->facts->sources[document], offset);
}

ll_position ll_review_start(const ll_result *result, const ll_range *range) {
    return position(result, range->document, range->offset);
}

ll_position ll_review_end(const ll_result *result, const ll_range *range) {
    return position(result, range->document, range->offset + range->length);
}
