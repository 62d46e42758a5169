/* misconception-uncovered: a planned misconception that no Row of the lesson takes up. */
#include "base/buffer.h"
#include "check/checks.h"
#include "text/decimal.h"

/* So many missing words are named; more would not help to find the place. */
enum { MISSING_SHOWN = 8 };

/* The plan says itself that the misconception is not for this lesson. */
static bool is_deferred(ll_view where) {
    return ll_plan_is_nothing(where) ||
           ll_view_find_word(where, LL_VIEW("deferred"), 0) != LL_VIEW_NONE ||
           ll_view_find_nocase(where, LL_VIEW("not addressed"), 0) != LL_VIEW_NONE;
}

static ll_view missing_words(ll_check *check, const ll_index_hit *hit) {
    ll_buffer text = {.arena = check->arena, .most = 4096};
    for (uint32_t i = 0; i < hit->missing.len && i < MISSING_SHOWN; i++) {
        if (i > 0)
            ll_buffer_add_cstring(&text, ", ");
        ll_buffer_add(&text, ll_stems_word(check->facts->stems, hit->missing.at[i]));
    }
    return ll_buffer_view(&text);
}

static void report(ll_check *check, const ll_misconception *row, const ll_index_hit *hit,
                   const char *kind) {
    const ll_lesson *lesson = check->facts->lesson;
    ll_view section = LL_VIEW("—"), line = LL_VIEW("—");
    ll_related related = {0};
    if (hit->best != UINT32_MAX) {
        uint32_t element = lesson->rows.at[hit->best].element;
        ll_range range = ll_tag_range(lesson->tsx, element);
        related = (ll_related){range, LL_VIEW("best match")};
        section = ll_facts_section(check->facts, LL_DOCUMENT_LESSON,
                                   lesson->tsx->nodes.at[element].inner_end);
        uint32_t number =
            ll_source_position(check->facts->sources[LL_DOCUMENT_LESSON], range.offset).line;
        line = ll_arena_format(check->arena, "%u", number);
    }
    ll_value values[] = {{"misconception", ll_view_unquote(row->claim)},
                         {"score", ll_decimal_fixed(check->arena, hit->score)},
                         {"bestsection", section},
                         {"bestline", line},
                         {"missing", missing_words(check, hit)},
                         {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(row->place),
                                        .subject = row->claim,
                                        .kind = kind,
                                        .values = values,
                                        .related = related});
}

void ll_check_misconception_uncovered(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    double low = ll_check_number(check, LL_VIEW("low"));
    double high = ll_check_number(check, LL_VIEW("high"));
    double words = ll_check_number(check, LL_VIEW("words"));
    ll_index *rows = ll_facts_rows(check->facts);
    for (uint32_t i = 0; i < plan->misconceptions.len; i++) {
        const ll_misconception *row = &plan->misconceptions.at[i];
        if (is_deferred(row->where))
            continue;
        ll_index_hit hit = ll_index_best(rows, ll_facts_misconception_words(check->arena, row));
        if (hit.asked < words)
            continue;
        check->outcome.checked++;
        if (hit.best == UINT32_MAX)
            report(check, row, &hit, "nothing");
        else if (hit.score < low)
            report(check, row, &hit, "absent");
        else if (hit.score < high)
            report(check, row, &hit, "partly");
    }
}
