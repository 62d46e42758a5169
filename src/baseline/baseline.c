/* Which findings of a run are known, and which known ones are gone. */
#include "baseline/baseline.h"
#include "project/paths.h"

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

/* How the file calls the documents of a result. A fingerprint alone would take files of one name in
 * two folders for one where no configuration tells them apart. */
static void name_documents(ll_view *names, const ll_baseline *baseline, const ll_result *result) {
    ll_arena *arena = result->facts->arena;
    for (uint32_t i = 0; i < LL_DOCUMENTS_MOST; i++) {
        ll_view path = result->paths[i];
        names[i] = ll_result_name(result, i);
        if (path.len == 0 || result->known_as[i].len > 0 || baseline->folder.len == 0)
            continue;
        ll_view real = ll_path_real(arena, path);
        if (real.len > 0)
            names[i] = ll_path_from(arena, baseline->folder, real);
    }
}

static uint32_t level_of(const ll_finding *finding) {
    return finding->confidence == LL_CONFIDENCE_VERIFY ? (uint32_t)LL_ENTRY_VERIFY
                                                       : LL_ENTRY_CRITICAL + finding->severity;
}

static void describe(ll_entry *known, ll_arena *arena, const ll_finding *finding) {
    known->texts[LL_ENTRY_SEVERITY] = ll_view_of(ll_entry_levels[level_of(finding)]);
    known->texts[LL_ENTRY_MESSAGE] = ll_arena_copy(arena, finding->message);
}

/* Marks the entries of a finding in a file as found; whether one of them covers it. A merge may
 * have left two of them. With `adding` they become what it is now. */
static bool find(const ll_baseline *baseline, const ll_finding *finding, ll_view print,
                 ll_view file, ll_arena *adding) {
    bool any = false;
    for (uint32_t i = position_of(baseline, print); i < baseline->known.len; i++) {
        ll_entry *known = &baseline->known.at[i];
        if (known->added || !ll_view_equal(known->texts[LL_ENTRY_FINGERPRINT], print))
            break;
        if (!ll_view_equal(known->texts[LL_ENTRY_FILE], file))
            continue;
        atomic_store(&known->found, true);
        if (adding)
            describe(known, adding, finding);
        any |= ll_entry_level(known->texts[LL_ENTRY_SEVERITY]) <= level_of(finding);
    }
    return any;
}

/* Whether all code that is there could be parsed. */
static bool is_parsed(const ll_facts *facts) {
    for (uint32_t i = 0; i < facts->widget_count; i++)
        if (!facts->widgets[i]->lesson)
            return false;
    return facts->lesson || !facts->sources[LL_DOCUMENT_LESSON];
}

/* Whether both documents are there, and all that belongs to them could be read. */
static bool is_whole(const ll_facts *facts) {
    return facts->plan && facts->lesson && is_parsed(facts);
}

/* Whether a rule is off by default or by the configuration, and not in this run alone. */
static bool is_off_for_good(const ll_result *result, uint32_t rule) {
    return result->settings[rule].off && !result->settings[rule].passed;
}

/* Whether all rules were run but those that are off for good, or for other plans. */
static bool all_were_run(const ll_result *result) {
    for (uint32_t i = 0; i < result->rules->len; i++) {
        const char *skipped = result->outcomes[i].skipped;
        if (skipped && strcmp(skipped, "condition") != 0 && !is_off_for_good(result, i))
            return false;
    }
    return true;
}

/* Whether what the rule did not find is not there. A check may ask about a document that it can do
 * without, so that it finds less when that is missing. */
static bool is_certain(const ll_result *result, uint32_t index) {
    const ll_rule *rule = result->rules->at[index];
    const ll_outcome *outcome = &result->outcomes[index];
    if (outcome->skipped || outcome->left_out_verify > 0)
        return false;
    for (int i = 0; i < LL_SEVERITIES; i++)
        if (outcome->left_out[i] > 0)
            return false;
    if (rule->kind != LL_RULE_CHECK)
        return rule->loads == 0 || result->facts->plan;
    return is_whole(result->facts) && (!ll_check_find(rule->id)->last || all_were_run(result));
}

static bool is_named(const ll_result *result, const ll_view *names, ll_view file) {
    for (uint32_t i = 0; i < LL_DOCUMENTS_MOST; i++)
        if (result->paths[i].len > 0 && ll_view_equal(names[i], file))
            return true;
    return false;
}

/* Entries about the documents of the result, and those whose rules are certain about them. */
static void mark_judged(ll_baseline *baseline, const ll_result *result, const ll_view *names) {
    if (!is_parsed(result->facts))
        atomic_store(&baseline->blind, true);
    for (uint32_t i = 0; i < baseline->known.len; i++) {
        ll_entry *known = &baseline->known.at[i];
        if (!is_named(result, names, known->texts[LL_ENTRY_FILE]))
            continue;
        atomic_store(&known->read, true);
        uint32_t rule = ll_rule_index(result->rules, known->texts[LL_ENTRY_RULE]);
        if (rule == LL_RULE_NONE)
            continue;
        bool off = baseline->prunes && is_off_for_good(result, rule);
        if (off || is_certain(result, rule))
            atomic_store(&known->judged, true);
    }
}

void ll_baseline_forget_unread(ll_baseline *baseline) {
    for (uint32_t i = 0; i < baseline->known.len && !atomic_load(&baseline->blind); i++)
        if (!atomic_load(&baseline->known.at[i].read))
            atomic_store(&baseline->known.at[i].judged, true);
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

/* Because of a lesson that cannot be parsed other rules were not run: nobody knows what is let be
 * then. */
static bool hides_others(const ll_result *result, const ll_finding *finding) {
    return ll_view_equal(result->rules->at[finding->rule]->id, LL_VIEW("tsx-syntax"));
}

static void add(ll_baseline *baseline, ll_arena *arena, const ll_result *result, uint32_t index,
                ll_view print, ll_view file, ll_view date) {
    const ll_finding *finding = &result->findings.at[index];
    ll_entry *known = LL_ARRAY_ADD(arena, &baseline->known);
    known->texts[LL_ENTRY_FILE] = ll_arena_copy(arena, file);
    known->texts[LL_ENTRY_RULE] = ll_arena_copy(arena, result->rules->at[finding->rule]->id);
    known->texts[LL_ENTRY_FINGERPRINT] = ll_arena_copy(arena, print);
    known->texts[LL_ENTRY_SINCE] = date;
    describe(known, arena, finding);
    known->added = true;
}

void ll_baseline_apply(ll_baseline *baseline, ll_result *result, ll_arena *adding, ll_view date) {
    ll_arena *arena = result->facts->arena;
    ll_view *prints = ll_result_fingerprints(arena, result);
    bool *out = LL_ARENA_ARRAY(arena, bool, result->findings.len + 1u);
    ll_view names[LL_DOCUMENTS_MOST];
    name_documents(names, baseline, result);
    mark_judged(baseline, result, names);
    result->has_baseline = true;
    for (uint32_t i = 0; i < result->findings.len; i++) {
        const ll_finding *finding = &result->findings.at[i];
        if (hides_others(result, finding))
            continue;
        ll_view file = names[finding->range.document];
        out[i] = find(baseline, finding, prints[i], file, adding);
        if (!out[i] && adding) {
            add(baseline, adding, result, i, prints[i], file, date);
            out[i] = true;
        }
        result->known += out[i];
    }
    result->known += leave_out_unlisted(result, out);
    ll_result_leave_out(result, out, prints);
}
