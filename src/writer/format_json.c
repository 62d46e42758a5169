/* The formats `json`, schema 1, and `ndjson`: one entry a place. */
#include "review/history.h"
#include "rule/template.h"
#include "writer/formats.h"
#include "json/json.h"

enum { LESSON_INDENT = 4 };

typedef struct writing {
    ll_arena *arena;
    const ll_result *result;
    const ll_history *history; /* may be NULL */
} writing;

static void add_counts(const writing *on, ll_json *lesson, const char *key,
                       const uint32_t counts[LL_SEVERITIES], const uint32_t *verify) {
    ll_json *object = ll_json_add_object(on->arena, lesson, key);
    for (ll_severity i = 0; i < LL_SEVERITIES; i++)
        ll_json_add_number(on->arena, object, ll_severity_name(i), counts[i]);
    if (verify)
        ll_json_add_number(on->arena, object, "verify", *verify);
}

static ll_view path_of(const writing *on, ll_document document) {
    return on->result->paths[document];
}

/* Offsets count from the first byte of the file, a byte order mark included. */
static void add_place(const writing *on, ll_json *object, const ll_range *range) {
    const ll_source *source = on->result->facts->sources[range->document];
    ll_position start = ll_review_start(on->result, range);
    ll_position end = ll_review_end(on->result, range);
    ll_json_add_text(on->arena, object, "file", path_of(on, range->document));
    ll_json_add_number(on->arena, object, "line", start.line);
    ll_json_add_number(on->arena, object, "column", start.column);
    ll_json_add_number(on->arena, object, "endLine", end.line);
    ll_json_add_number(on->arena, object, "endColumn", end.column);
    ll_json_add_number(on->arena, object, "offset", range->offset + source->bom);
    ll_json_add_number(on->arena, object, "length", range->length);
}

static void add_related(const writing *on, ll_json *object, const ll_related *related) {
    ll_json *list = ll_json_add_array(on->arena, object, "related");
    if (!ll_related_is_there(related))
        return;
    ll_json *entry = ll_json_add_object(on->arena, list, NULL);
    ll_json_add_text(on->arena, entry, "file", path_of(on, related->range.document));
    ll_json_add_number(on->arena, entry, "line", ll_review_start(on->result, &related->range).line);
    ll_json_add_text(on->arena, entry, "message", related->message);
}

static void add_edits(const writing *on, ll_json *object, const ll_finding *finding) {
    const ll_source *source = on->result->facts->sources[finding->range.document];
    ll_json *list = ll_json_add_array(on->arena, object, "edits");
    for (uint32_t i = 0; i < finding->edits.len; i++) {
        const ll_edit *edit = &finding->edits.at[i];
        ll_json *entry = ll_json_add_object(on->arena, list, NULL);
        ll_json_add_number(on->arena, entry, "offset", edit->offset + source->bom);
        ll_json_add_number(on->arena, entry, "length", edit->length);
        ll_json_add_text(on->arena, entry, "text", edit->text);
        ll_json_add_text(on->arena, entry, "safety", ll_view_of(ll_safety_name(edit->safety)));
    }
}

static void add_finding(const writing *on, ll_json *list, uint32_t index, ll_view fingerprint) {
    const ll_finding *finding = &on->result->findings.at[index];
    const ll_rule *rule = on->result->rules->at[finding->rule];
    bool verify = finding->confidence == LL_CONFIDENCE_VERIFY;
    ll_json *object = ll_json_add_object(on->arena, list, NULL);
    ll_json_add_text(on->arena, object, "rule", rule->id);
    ll_json_add_text(on->arena, object, "severity",
                     ll_view_of(ll_severity_name(finding->severity)));
    ll_json_add_text(on->arena, object, "confidence", ll_view_of(verify ? "verify" : "exact"));
    add_place(on, object, &finding->range);
    ll_json_add_text(on->arena, object, "section", finding->section);
    ll_json_add_text(on->arena, object, "message", finding->message);
    const struct {
        const char *key;
        ll_view text;
    } texts[] = {{"issue", rule->issue}, {"impact", rule->impact}, {"fix", rule->fix}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ll_json_add_text(on->arena, object, texts[i].key,
                         ll_template_finding(on->arena, texts[i].text, finding));
    add_edits(on, object, finding);
    ll_json_add_text(on->arena, object, "fingerprint", fingerprint);
    if (on->history && on->history->carried_from[index] > 0)
        ll_json_add_number(on->arena, object, "carriedFrom", on->history->carried_from[index]);
    if (rule->history)
        ll_json_add_text(on->arena, object, "about", LL_VIEW("history"));
    add_related(on, object, &finding->related);
}

static void add_findings(const writing *on, ll_json *lesson) {
    ll_json *list = ll_json_add_array(on->arena, lesson, "findings");
    ll_view *prints = ll_review_fingerprints(on->arena, on->result);
    for (uint32_t i = 0; i < on->result->findings.len; i++)
        add_finding(on, list, i, prints[i]);
}

/* Only for a rule with more findings than are kept. */
static void add_notes(const writing *on, ll_json *lesson) {
    ll_json *list = NULL;
    for (uint32_t i = 0; i < on->result->rules->len; i++) {
        uint32_t more = ll_review_unlisted(on->result, i);
        if (more == 0)
            continue;
        if (!list)
            list = ll_json_add_array(on->arena, lesson, "notes");
        ll_json *note = ll_json_add_object(on->arena, list, NULL);
        ll_json_add_text(on->arena, note, "rule", on->result->rules->at[i]->id);
        ll_json_add_number(on->arena, note, "unlisted", more);
        ll_json_add_text(on->arena, note, "message",
                         ll_arena_format(on->arena, "and %u more", more));
    }
}

static void add_checks(const writing *on, ll_json *lesson) {
    ll_json *list = ll_json_add_array(on->arena, lesson, "checks");
    for (uint32_t i = 0; i < on->result->rules->len; i++) {
        const ll_outcome *outcome = &on->result->outcomes[i];
        if (on->result->settings[i].off)
            continue;
        ll_json *object = ll_json_add_object(on->arena, list, NULL);
        ll_json_add_text(on->arena, object, "rule", on->result->rules->at[i]->id);
        ll_json_add_number(on->arena, object, "checked", outcome->checked);
        ll_json_add_number(on->arena, object, "failed", outcome->failed);
        if (outcome->skipped)
            ll_json_add_text(on->arena, object, "skipped", ll_view_of(outcome->skipped));
        else
            ll_json_add_null(on->arena, object, "skipped");
    }
}

static void add_path(const writing *on, ll_json *lesson, const char *key, ll_document document) {
    if (on->result->facts->sources[document])
        ll_json_add_text(on->arena, lesson, key, path_of(on, document));
    else
        ll_json_add_null(on->arena, lesson, key);
}

void ll_json_begin(ll_buffer *out, const ll_writer_options *options) {
    (void)options;
    ll_buffer_add_cstring(out, "{\n  \"schema\": 1,\n  \"lessons\": [");
}

static ll_json *lesson_of(ll_arena *arena, const ll_review *review) {
    writing on = {arena, review->result, review->history};
    ll_json *lesson = ll_json_root(arena);
    add_path(&on, lesson, "plan", LL_DOCUMENT_PLAN);
    add_path(&on, lesson, "lesson", LL_DOCUMENT_LESSON);
    ll_json_add_text(arena, lesson, "slug", on.result->slug);
    ll_json_add_text(arena, lesson, "verdict", ll_view_of(review->verdict_text));
    add_counts(&on, lesson, "counts", on.result->counts, &on.result->verify);
    add_counts(&on, lesson, "groups", review->group_counts, NULL);
    if (on.result->has_baseline)
        ll_json_add_number(on.arena, lesson, "baseline", on.result->known);
    if (on.result->has_since)
        ll_json_add_number(on.arena, lesson, "unchanged", on.result->unchanged);
    add_findings(&on, lesson);
    add_notes(&on, lesson);
    add_checks(&on, lesson);
    return lesson;
}

void ll_json_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                  size_t index) {
    (void)options;
    (void)index;
    ll_buffer_add_cstring(out, "\n    ");
    ll_buffer_add(out, ll_json_text(out->arena, lesson_of(out->arena, review), LESSON_INDENT));
}

void ll_json_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals) {
    (void)options;
    ll_buffer_add_cstring(out, totals->pairs > 0 ? "\n  ]\n}\n" : "]\n}\n");
}

void ll_ndjson_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                    size_t index) {
    (void)options;
    (void)index;
    ll_buffer_add(out, ll_json_line(out->arena, lesson_of(out->arena, review)));
    ll_buffer_add_byte(out, '\n');
}
