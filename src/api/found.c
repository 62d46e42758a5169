/* Findings as another program gets them: with names, lines and texts that end with a NUL. */
#include "api/found.h"

#include "rule/template.h"

typedef struct handing {
    ll_arena *arena;
    const ll_result *result;
} handing;

static const char *text_of(const handing *on, ll_view text) {
    return ll_arena_copy(on->arena, text).ptr;
}

static const char *expanded(const handing *on, ll_view template_text, const ll_finding *finding) {
    return text_of(on, ll_template_finding(on->arena, template_text, finding));
}

static void add_place(const handing *on, ll_found *found, const ll_range *range) {
    const ll_source *source = on->result->facts->sources[range->document];
    ll_position start = ll_review_start(on->result, range);
    ll_position end = ll_review_end(on->result, range);
    found->file = text_of(on, on->result->paths[range->document]);
    found->line = start.line;
    found->column = start.column;
    found->end_line = end.line;
    found->end_column = end.column;
    found->offset = (size_t)range->offset + source->bom;
    found->length = range->length;
}

static void add_edits(const handing *on, ll_found *found, const ll_finding *finding) {
    const ll_source *source = on->result->facts->sources[finding->range.document];
    ll_found_edit *edits = LL_ARENA_ARRAY(on->arena, ll_found_edit, finding->edits.len);
    for (uint32_t i = 0; i < finding->edits.len; i++) {
        const ll_edit *edit = &finding->edits.at[i];
        edits[i] = (ll_found_edit){(size_t)edit->offset + source->bom, edit->length,
                                   text_of(on, edit->text), edit->safety};
    }
    found->edits = edits;
    found->edit_count = finding->edits.len;
}

static void add_related(const handing *on, ll_found *found, const ll_related *related) {
    found->related_message = text_of(on, related->message);
    if (related->range.length == 0 && related->message.len == 0)
        return;
    ll_position start = ll_review_start(on->result, &related->range);
    found->related_file = text_of(on, on->result->paths[related->range.document]);
    found->related_line = start.line;
    found->related_column = start.column;
}

static ll_found make_found(const handing *on, const ll_finding *finding, ll_view fingerprint) {
    const ll_rule *rule = on->result->rules->at[finding->rule];
    ll_found found = {
        .rule = text_of(on, rule->id),
        .severity = finding->severity,
        .confidence = finding->confidence,
        .section = text_of(on, finding->section),
        .message = text_of(on, finding->message),
        .issue = expanded(on, rule->issue, finding),
        .impact = expanded(on, rule->impact, finding),
        .fix = expanded(on, rule->fix, finding),
        .fingerprint = text_of(on, fingerprint),
    };
    add_place(on, &found, &finding->range);
    add_related(on, &found, &finding->related);
    add_edits(on, &found, finding);
    return found;
}

ll_status ll_found_hand_out(ll_arena *arena, const ll_review *review, const ll_output *output,
                            ll_error *error) {
    handing on = {arena, review->result};
    ll_view *prints = ll_review_fingerprints(arena, on.result);
    for (uint32_t i = 0; i < on.result->findings.len; i++) {
        ll_found found = make_found(&on, &on.result->findings.at[i], prints[i]);
        ll_status status = output->receive(output->context, &found, error);
        if (status != LL_OK)
            return status;
    }
    return LL_OK;
}
