/* The format `sarif`: SARIF 2.1.0, which code scanning services and editors read. */
#include "base/homepage.h"
#include "lessonlint/version.h"
#include "rule/template.h"
#include "writer/formats.h"
#include "writer/sarif.h"

enum { RUN_INDENT = 4, RESULT_INDENT = 8, SNIPPET_MOST = 2000 };

/* The folder that relative names count from; readers know where that is. */
static const char ROOT[] = "%SRCROOT%";

static void add_message(ll_arena *arena, ll_json *parent, const char *key, ll_view text) {
    ll_json_add_text(arena, ll_json_add_object(arena, parent, key), "text", text);
}

static void add_artifact(ll_arena *arena, ll_json *parent, const char *key, ll_view path) {
    ll_json *location = ll_json_add_object(arena, parent, key);
    ll_json_add_text(arena, location, "uri", ll_sarif_uri(arena, path));
    if (path.len > 0 && path.ptr[0] != '/')
        ll_json_add_text(arena, location, "uriBaseId", ll_view_of(ROOT));
}

/* --- the run
 * -------------------------------------------------------------------------------------- */

static void add_analysed(ll_arena *arena, ll_json *artifacts, const ll_writer_options *options,
                         const ll_input *input, const char *language) {
    if (!input)
        return;
    ll_json *artifact = ll_json_add_object(arena, artifacts, NULL);
    add_artifact(arena, artifact, "location",
                 ll_path_plain(ll_writer_rooted(arena, options, input->name)));
    ll_json_add_text(arena, ll_json_add_array(arena, artifact, "roles"), NULL,
                     LL_VIEW("analysisTarget"));
    ll_json_add_text(arena, artifact, "sourceLanguage", ll_view_of(language));
}

static void add_artifacts(ll_arena *arena, ll_json *run, const ll_writer_options *options) {
    ll_json *artifacts = ll_json_add_array(arena, run, "artifacts");
    for (uint32_t i = 0; options->inputs && i < options->inputs->len; i++) {
        const ll_pair *pair = &options->inputs->at[i];
        add_analysed(arena, artifacts, options, pair->plan, "markdown");
        add_analysed(arena, artifacts, options, pair->lesson, "typescript");
    }
}

static void add_tool(ll_arena *arena, ll_json *run, const ll_rule_set *rules) {
    ll_json *driver = ll_json_add_object(arena, ll_json_add_object(arena, run, "tool"), "driver");
    ll_json_add_text(arena, driver, "name", LL_VIEW("lessonlint"));
    ll_json_add_text(arena, driver, "semanticVersion", LL_VIEW(LESSONLINT_VERSION));
    if (*ll_homepage_set())
        ll_json_add_text(arena, driver, "informationUri", ll_view_of(ll_homepage_set()));
    ll_json *list = ll_json_add_array(arena, driver, "rules");
    for (uint32_t i = 0; rules && i < rules->len; i++)
        ll_sarif_add_rule(arena, list, rules->at[i]);
}

static void add_conventions(ll_arena *arena, ll_json *run, bool repository) {
    static const char *const ends[] = {"\r\n", "\n", "\r"};
    ll_json *bases = ll_json_add_object(arena, run, "originalUriBaseIds");
    add_message(arena, ll_json_add_object(arena, bases, ROOT), "description",
                repository ? LL_VIEW("The root of the repository.")
                           : LL_VIEW("The folder in which lessonlint was started."));
    ll_json_add_text(arena, run, "columnKind", LL_VIEW("unicodeCodePoints"));
    ll_json *list = ll_json_add_array(arena, run, "newlineSequences");
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        ll_json_add_text(arena, list, NULL, ll_view_of(ends[i]));
    ll_json_add_text(arena, run, "language", LL_VIEW("en"));
}

/* The run without its closing brace: results and invocation follow. */
void ll_sarif_begin(ll_buffer *out, const ll_writer_options *options) {
    ll_json *run = ll_json_root(out->arena);
    add_tool(out->arena, run, options->rules);
    add_conventions(out->arena, run, options->repository.len > 0);
    add_artifacts(out->arena, run, options);
    ll_view text = ll_json_text(out->arena, run, RUN_INDENT);
    while (text.len > 0 && text.ptr[text.len - 1] != '\n')
        text.len--;
    ll_buffer_add_cstring(out,
                          "{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
                          "  \"version\": \"2.1.0\",\n  \"runs\": [\n    ");
    ll_buffer_add(out, ll_view_slice(text, 0, text.len - 1));
    ll_buffer_add_cstring(out, ",\n      \"results\": [");
}

/* --- a result
 * ------------------------------------------------------------------------------------- */

static void add_range(ll_arena *arena, ll_json *region, const ll_result *result,
                      const ll_range *range) {
    const ll_source *source = result->facts->sources[range->document];
    ll_position start = ll_review_start(result, range), end = ll_review_end(result, range);
    ll_json_add_number(arena, region, "startLine", start.line);
    ll_json_add_number(arena, region, "startColumn", start.column);
    ll_json_add_number(arena, region, "endLine", end.line);
    ll_json_add_number(arena, region, "endColumn", end.column);
    ll_json_add_number(arena, region, "byteOffset", (uint64_t)range->offset + source->bom);
    ll_json_add_number(arena, region, "byteLength", range->length);
}

static void add_region(ll_arena *arena, ll_json *parent, const ll_result *result,
                       const ll_range *range) {
    const ll_source *source = result->facts->sources[range->document];
    ll_json *region = ll_json_add_object(arena, parent, "region");
    add_range(arena, region, result, range);
    if (range->length > 0 && range->length <= SNIPPET_MOST)
        add_message(arena, region, "snippet",
                    ll_view_slice(source->text, range->offset, range->offset + range->length));
}

/* The lines around it, for readers who do not have the file; it has to be more than the region. */
static void add_context(ll_arena *arena, ll_json *physical, const ll_result *result,
                        const ll_range *range) {
    ll_source *source = result->facts->sources[range->document];
    uint32_t first = ll_review_start(result, range).line, last = ll_review_end(result, range).line;
    first -= first > 1;
    last += last < ll_source_line_count(source);
    ll_view end_line = ll_source_line(source, last);
    uint32_t start = ll_source_offset(source, ll_source_line(source, first));
    size_t end = ll_source_offset(source, end_line) + end_line.len;
    bool more = start < range->offset || end > (size_t)range->offset + range->length;
    if (!more || end - start > SNIPPET_MOST)
        return;
    ll_json *region = ll_json_add_object(arena, physical, "contextRegion");
    ll_json_add_number(arena, region, "startLine", first);
    ll_json_add_number(arena, region, "endLine", last);
    add_message(arena, region, "snippet", ll_view_slice(source->text, start, end));
}

/* A remark, which is about the whole of a file, stands at its first line: readers want one. */
static void add_physical(ll_arena *arena, ll_json *location, const ll_result *result,
                         const ll_range *range, bool placed) {
    ll_json *physical = ll_json_add_object(arena, location, "physicalLocation");
    add_artifact(arena, physical, "artifactLocation",
                 ll_path_plain(result->paths[range->document]));
    if (!placed) {
        ll_json_add_number(arena, ll_json_add_object(arena, physical, "region"), "startLine", 1);
        return;
    }
    add_region(arena, physical, result, range);
    add_context(arena, physical, result, range);
}

static void add_locations(ll_arena *arena, ll_json *object, const ll_result *result,
                          const ll_notice *notice) {
    ll_json *location =
        ll_json_add_object(arena, ll_json_add_array(arena, object, "locations"), NULL);
    add_physical(arena, location, result, &notice->range, notice->finding != NULL);
    if (!notice->finding || notice->finding->section.len == 0)
        return;
    ll_json *section =
        ll_json_add_object(arena, ll_json_add_array(arena, location, "logicalLocations"), NULL);
    ll_json_add_text(arena, section, "name", notice->finding->section);
    ll_json_add_text(arena, section, "kind", LL_VIEW("section"));
}

static void add_related(ll_arena *arena, ll_json *object, const ll_result *result,
                        const ll_related *related) {
    if (!ll_related_is_there(related))
        return;
    ll_json *list = ll_json_add_array(arena, object, "relatedLocations");
    ll_json *location = ll_json_add_object(arena, list, NULL);
    add_physical(arena, location, result, &related->range, true);
    if (related->message.len > 0)
        add_message(arena, location, "message", ll_sarif_sentence(arena, related->message));
}

static void add_replacement(ll_arena *arena, ll_json *list, const ll_result *result,
                            ll_document document, const ll_edit *edit) {
    ll_json *replacement = ll_json_add_object(arena, list, NULL);
    const ll_range range = {document, edit->offset, edit->length};
    add_range(arena, ll_json_add_object(arena, replacement, "deletedRegion"), result, &range);
    if (edit->text.len > 0)
        add_message(arena, replacement, "insertedContent", edit->text);
}

/* One fix: its edits belong together. */
static void add_fixes(ll_arena *arena, ll_json *object, const ll_result *result,
                      const ll_notice *notice) {
    const ll_edits *edits = &notice->finding->edits;
    ll_safety safety = LL_SAFETY_SAFE;
    if (edits->len == 0)
        return;
    ll_json *fix = ll_json_add_object(arena, ll_json_add_array(arena, object, "fixes"), NULL);
    add_message(arena, fix, "description", ll_sarif_sentence(arena, notice->fix));
    ll_json *change =
        ll_json_add_object(arena, ll_json_add_array(arena, fix, "artifactChanges"), NULL);
    add_artifact(arena, change, "artifactLocation", notice->path);
    ll_json *list = ll_json_add_array(arena, change, "replacements");
    for (uint32_t i = 0; i < edits->len; i++) {
        add_replacement(arena, list, result, notice->range.document, &edits->at[i]);
        safety = edits->at[i].safety == LL_SAFETY_SAFE ? safety : LL_SAFETY_UNSAFE;
    }
    ll_json_add_text(arena, ll_json_add_object(arena, fix, "properties"), "safety",
                     ll_view_of(ll_safety_name(safety)));
}

static void add_properties(ll_arena *arena, ll_json *object, const ll_finding *finding) {
    ll_json *properties = ll_json_add_object(arena, object, "properties");
    bool verify = finding->confidence == LL_CONFIDENCE_VERIFY;
    ll_json_add_text(arena, properties, "severity",
                     ll_view_of(ll_severity_name(finding->severity)));
    ll_json_add_text(arena, properties, "confidence", ll_view_of(verify ? "verify" : "exact"));
}

/* What is wrong and what to do, in sentences; readers that have little room show the first. */
static ll_view text_of(ll_arena *arena, const ll_notice *notice) {
    ll_view message = ll_sarif_sentence(arena, notice->message);
    ll_view fix = ll_sarif_sentence(arena, notice->fix);
    return ll_arena_format(arena, "%.*s%s%.*s", LL_VIEW_ARG(message), fix.len > 0 ? " " : "",
                           LL_VIEW_ARG(fix));
}

static ll_json *result_of(ll_arena *arena, const ll_writer_options *options,
                          const ll_result *result, const ll_notice *notice) {
    ll_json *object = ll_json_root(arena);
    uint32_t index =
        options->rules ? ll_rule_index(options->rules, notice->rule->id) : LL_RULE_NONE;
    ll_json_add_text(arena, object, "ruleId", notice->rule->id);
    if (index != LL_RULE_NONE)
        ll_json_add_number(arena, object, "ruleIndex", index);
    ll_json_add_text(arena, object, "level", ll_view_of(ll_level_names_of(notice->level)->sarif));
    add_message(arena, object, "message", text_of(arena, notice));
    add_locations(arena, object, result, notice);
    ll_json_add_text(arena, ll_json_add_object(arena, object, "partialFingerprints"),
                     "lessonlint/v1", notice->fingerprint);
    if (!notice->finding)
        return object;
    add_related(arena, object, result, &notice->finding->related);
    add_fixes(arena, object, result, notice);
    add_properties(arena, object, notice->finding);
    return object;
}

void ll_sarif_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                   size_t index) {
    (void)index;
    ll_notices notices = ll_notices_make(out->arena, review);
    for (uint32_t i = 0; i < notices.len; i++)
        ll_writer_add_element(out, result_of(out->arena, options, review->result, &notices.at[i]),
                              RESULT_INDENT, i);
}

/* --- how the run went
 * ----------------------------------------------------------------------------- */

static void add_notification(ll_arena *arena, ll_json *list, const ll_error *error) {
    ll_json *notification = ll_json_add_object(arena, list, NULL);
    ll_view path = ll_path_plain(ll_view_of(error->path));
    ll_json_add_text(arena, notification, "level", LL_VIEW("error"));
    add_message(arena, notification, "message", ll_sarif_sentence(arena, ll_view_of(error->text)));
    if (path.len == 0)
        return;
    ll_json *locations = ll_json_add_array(arena, notification, "locations");
    ll_json *physical =
        ll_json_add_object(arena, ll_json_add_object(arena, locations, NULL), "physicalLocation");
    add_artifact(arena, physical, "artifactLocation", path);
    if (error->line == 0)
        return;
    ll_json *region = ll_json_add_object(arena, physical, "region");
    ll_json_add_number(arena, region, "startLine", error->line);
    if (error->column > 0)
        ll_json_add_number(arena, region, "startColumn", error->column);
}

void ll_sarif_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals) {
    (void)options;
    ll_arena *arena = out->arena;
    ll_json *invocation = ll_json_root(arena);
    ll_json_add_flag(arena, invocation, "executionSuccessful", totals->all_errors == 0);
    ll_json *list = ll_json_add_array(arena, invocation, "toolExecutionNotifications");
    for (size_t i = 0; i < totals->error_count; i++)
        add_notification(arena, list, &totals->errors[i]);
    ll_buffer_add_cstring(out, "\n      ],\n      \"invocations\": [");
    ll_writer_add_element(out, invocation, RESULT_INDENT, 0);
    ll_buffer_add_cstring(out, "\n      ]\n    }\n  ]\n}\n");
}
