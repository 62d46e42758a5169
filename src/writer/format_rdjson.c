/* The format `rdjson`: the diagnostics of reviewdog. Its columns are bytes, and a range ends behind
 * its last one. */
#include "writer/formats.h"

enum { INDENT = 4, SUGGESTION_MOST = 4000 };

void ll_rdjson_begin(ll_buffer *out, const ll_writer_options *options) {
    (void)options;
    ll_buffer_add_cstring(out, "{\n  \"source\": {\n    \"name\": \"lessonlint\"\n  },\n"
                               "  \"diagnostics\": [");
}

static void add_position(ll_arena *arena, ll_json *range, const char *key, ll_source *source,
                         uint32_t offset) {
    ll_position position = ll_source_position(source, offset);
    ll_view line = ll_source_line(source, position.line);
    ll_json *object = ll_json_add_object(arena, range, key);
    ll_json_add_number(arena, object, "line", position.line);
    ll_json_add_number(arena, object, "column", offset - ll_source_offset(source, line) + 1);
}

static void add_range(ll_arena *arena, ll_json *parent, const ll_result *result,
                      const ll_range *place) {
    ll_source *source = result->facts->sources[place->document];
    ll_json *range = ll_json_add_object(arena, parent, "range");
    add_position(arena, range, "start", source, place->offset);
    add_position(arena, range, "end", source, place->offset + place->length);
}

static void add_related(ll_arena *arena, ll_json *diagnostic, const ll_result *result,
                        const ll_related *related) {
    if (!ll_related_is_there(related))
        return;
    ll_json *list = ll_json_add_array(arena, diagnostic, "related_locations");
    ll_json *object = ll_json_add_object(arena, list, NULL);
    if (related->message.len > 0)
        ll_json_add_text(arena, object, "message", related->message);
    ll_json *location = ll_json_add_object(arena, object, "location");
    ll_json_add_text(arena, location, "path",
                     ll_path_plain(result->paths[related->range.document]));
    add_range(arena, location, result, &related->range);
}

/* A suggestion is one piece of text, so that edits are joined by what stands between them. */
static void add_suggestion(ll_arena *arena, ll_json *diagnostic, const ll_result *result,
                           const ll_finding *finding) {
    const ll_edits *edits = &finding->edits;
    if (edits->len == 0)
        return;
    ll_view source = result->facts->sources[finding->range.document]->text;
    const ll_edit *last = &edits->at[edits->len - 1];
    uint32_t start = edits->at[0].offset, end = last->offset + last->length, at = start;
    if (end - start > SUGGESTION_MOST)
        return;
    ll_buffer text = {.arena = arena, .most = LL_WRITER_MOST};
    for (uint32_t i = 0; i < edits->len; i++) {
        ll_buffer_add(&text, ll_view_slice(source, at, edits->at[i].offset));
        ll_buffer_add(&text, edits->at[i].text);
        at = edits->at[i].offset + edits->at[i].length;
    }
    const ll_range range = {finding->range.document, start, end - start};
    ll_json *list = ll_json_add_array(arena, diagnostic, "suggestions");
    ll_json *suggestion = ll_json_add_object(arena, list, NULL);
    add_range(arena, suggestion, result, &range);
    ll_json_add_text(arena, suggestion, "text", ll_buffer_view(&text));
}

static ll_json *diagnostic_of(ll_arena *arena, const ll_result *result, const ll_notice *notice) {
    ll_json *diagnostic = ll_json_root(arena);
    ll_view fix = notice->fix;
    ll_view text = ll_arena_format(arena, "%.*s%s%.*s", LL_VIEW_ARG(notice->message),
                                   fix.len > 0 ? "\nFix: " : "", LL_VIEW_ARG(fix));
    ll_json_add_text(arena, diagnostic, "message", text);
    ll_json *location = ll_json_add_object(arena, diagnostic, "location");
    ll_json_add_text(arena, location, "path", notice->path);
    if (notice->finding)
        add_range(arena, location, result, &notice->range);
    ll_json_add_text(arena, diagnostic, "severity",
                     ll_view_of(ll_level_names_of(notice->level)->rdjson));
    ll_json_add_text(arena, ll_json_add_object(arena, diagnostic, "code"), "value",
                     notice->rule->id);
    if (notice->finding) {
        add_suggestion(arena, diagnostic, result, notice->finding);
        add_related(arena, diagnostic, result, &notice->finding->related);
    }
    return diagnostic;
}

void ll_rdjson_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                    size_t index) {
    (void)options;
    (void)index;
    ll_notices notices = ll_notices_make(out->arena, review);
    for (uint32_t i = 0; i < notices.len; i++)
        ll_writer_add_element(out, diagnostic_of(out->arena, review->result, &notices.at[i]),
                              INDENT, i);
}

void ll_rdjson_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals) {
    (void)options;
    (void)totals;
    ll_buffer_add_cstring(out, "\n  ]\n}\n");
}
