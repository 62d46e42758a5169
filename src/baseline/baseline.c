/* Which findings of a run are known, and which known ones are gone. */
#include "baseline/baseline.h"

bool ll_entry_is_gone(const ll_entry *known) {
    return !known->added && atomic_load(&known->judged) && !atomic_load(&known->found);
}

/* Index of the first entry with the fingerprint, or of the one that it would stand before. Entries
 * that were added stand behind the sorted ones. */
static uint32_t position_of(const ll_baseline *baseline, ll_view print) {
    uint32_t low = 0, high = baseline->known.len;
    while (high > 0 && baseline->known.at[high - 1].added)
        high--;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (ll_view_compare(baseline->known.at[middle].texts[LL_ENTRY_FINGERPRINT], print) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Marks the entries of a fingerprint as found; false when there is none. A merge may have left two
 * of them. */
static bool find(const ll_baseline *baseline, ll_view print) {
    bool any = false;
    for (uint32_t i = position_of(baseline, print);
         i < baseline->known.len && !baseline->known.at[i].added &&
         ll_view_equal(baseline->known.at[i].texts[LL_ENTRY_FINGERPRINT], print);
         i++) {
        atomic_store(&baseline->known.at[i].found, true);
        any = true;
    }
    return any;
}

/* Entries about the documents of the result whose rules were run on them. */
static void mark_judged(ll_baseline *baseline, const ll_result *result) {
    for (uint32_t i = 0; i < baseline->known.len; i++) {
        ll_entry *known = &baseline->known.at[i];
        uint32_t rule = ll_rule_index(result->rules, known->texts[LL_ENTRY_RULE]);
        if (rule == LL_RULE_NONE || result->outcomes[rule].skipped)
            continue;
        for (uint32_t k = 0; k < LL_DOCUMENTS_MOST; k++)
            if (result->paths[k].len > 0 &&
                ll_view_equal(ll_result_name(result, k), known->texts[LL_ENTRY_FILE]))
                atomic_store(&known->judged, true);
    }
}

/* Of a rule whose listed findings are all known the others are taken for known, too. */
static uint32_t leave_out_unlisted(ll_result *result, const bool *out) {
    uint32_t count = 0;
    bool *fresh = LL_ARENA_ARRAY(result->facts->arena, bool, result->rules->len + 1u);
    for (uint32_t i = 0; i < result->findings.len; i++)
        fresh[result->findings.at[i].rule] |= !out[i];
    for (uint32_t i = 0; i < result->rules->len; i++)
        if (!fresh[i])
            count += ll_result_leave_out_unlisted(result, i);
    return count;
}

static void add(ll_baseline *baseline, ll_arena *arena, const ll_result *result, uint32_t index,
                ll_view print, ll_view date) {
    const ll_finding *finding = &result->findings.at[index];
    ll_entry *known = LL_ARRAY_ADD(arena, &baseline->known);
    known->texts[LL_ENTRY_FILE] =
        ll_arena_copy(arena, ll_result_name(result, finding->range.document));
    known->texts[LL_ENTRY_RULE] = ll_arena_copy(arena, result->rules->at[finding->rule]->id);
    known->texts[LL_ENTRY_FINGERPRINT] = ll_arena_copy(arena, print);
    known->texts[LL_ENTRY_SINCE] = date;
    known->texts[LL_ENTRY_MESSAGE] = ll_arena_copy(arena, finding->message);
    known->added = true;
}

void ll_baseline_apply(ll_baseline *baseline, ll_result *result, ll_arena *adding, ll_view date) {
    ll_arena *arena = result->facts->arena;
    ll_view *prints = ll_result_fingerprints(arena, result);
    bool *out = LL_ARENA_ARRAY(arena, bool, result->findings.len + 1u);
    mark_judged(baseline, result);
    result->has_baseline = true;
    for (uint32_t i = 0; i < result->findings.len; i++) {
        out[i] = find(baseline, prints[i]);
        if (!out[i] && adding) {
            add(baseline, adding, result, i, prints[i], date);
            out[i] = true;
        }
        result->known += out[i];
    }
    result->known += leave_out_unlisted(result, out);
    ll_result_leave_out(result, out, prints);
}
