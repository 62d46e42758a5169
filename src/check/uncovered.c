/* What is said of an item of the plan that the lesson does not take up. */
#include "check/uncovered.h"

#include "base/buffer.h"
#include "plan/promise.h"
#include "text/decimal.h"

/* So many missing words are named; more would not help to find the place. */
enum { MISSING_SHOWN = 8 };

/* What the notebook or another lesson takes up. */
static bool is_elsewhere(ll_view where) {
    static const ll_view starts[] = {
        LL_VIEW_INIT("notebook"),        LL_VIEW_INIT("colab"),
        LL_VIEW_INIT("next lesson"),     LL_VIEW_INIT("later lesson"),
        LL_VIEW_INIT("another lesson"),  LL_VIEW_INIT("earlier lesson"),
        LL_VIEW_INIT("previous lesson"), LL_VIEW_INIT("future lesson"),
        LL_VIEW_INIT("already "),        LL_VIEW_INIT("corrected in lesson")};
    static const ll_view articles[] = {LL_VIEW_INIT("in "), LL_VIEW_INIT("the "),
                                       LL_VIEW_INIT("a "), LL_VIEW_INIT("an ")};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (ll_view_starts_nocase(where, articles[i]))
            where = ll_view_slice(where, articles[i].len, where.len);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (ll_view_starts_nocase(where, starts[i]))
            return true;
    return false;
}

bool ll_misconception_is_deferred(const ll_misconception *row) {
    return ll_plan_declines(row->where) || ll_plan_takes_back(row->where) ||
           is_elsewhere(row->where);
}

/* A number, or the name of a part ("6a"), is no word that a reader could look for. */
static bool says_something(ll_view word) {
    bool letters = ll_view_characters(word) > 2;
    for (size_t i = 0; i < word.len; i++)
        letters &= !ll_is_digit(word.ptr[i]);
    return letters;
}

static ll_view missing_words(ll_check *check, const ll_index_hit *hit) {
    ll_buffer text = {.arena = check->arena, .most = 4096};
    for (uint32_t i = 0, shown = 0; i < hit->missing.len && shown < MISSING_SHOWN; i++) {
        ll_view word = ll_stems_word(check->facts->stems, hit->missing.at[i]);
        if (!says_something(word))
            continue;
        if (shown++ > 0)
            ll_buffer_add_cstring(&text, ", ");
        ll_buffer_add(&text, word);
    }
    return ll_buffer_view(&text);
}

void ll_check_report_uncovered(ll_check *check, const ll_uncovered *item) {
    const ll_lesson *lesson = check->facts->lesson;
    ll_view section = LL_VIEW("—"), line = LL_VIEW("—");
    ll_related related = {0};
    if (item->hit->best != UINT32_MAX) {
        uint32_t element = ll_facts_row_element(check->facts, item->hit->best);
        ll_range range = ll_tag_range(lesson->tsx, element);
        related = (ll_related){range, ll_view_of(item->related)};
        section = ll_facts_section(check->facts, LL_DOCUMENT_LESSON,
                                   lesson->tsx->nodes.at[element].inner_end);
        uint32_t number =
            ll_source_position(check->facts->sources[LL_DOCUMENT_LESSON], range.offset).line;
        line = ll_arena_format(check->arena, "%u", number);
    }
    ll_value values[] = {{item->name, ll_view_unquote(item->subject)},
                         {"score", ll_decimal_fixed(check->arena, item->hit->score)},
                         {"bestsection", section},
                         {"bestline", line},
                         {"missing", missing_words(check, item->hit)},
                         {"unseen", item->unseen},
                         {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(item->place),
                                        .subject = item->subject,
                                        .kind = item->kind,
                                        .values = values,
                                        .related = related});
}
