/* libyaml's event parser over a source. */
#include "yaml/events.h"

#include "base/error.h"

static uint32_t line_of(yaml_mark_t mark) {
    return (uint32_t)mark.line + 1;
}

static uint32_t column_of(yaml_mark_t mark) {
    return (uint32_t)mark.column + 1;
}

static void release(void *resource) {
    ll_yaml_events *events = resource;
    yaml_event_delete(&events->event);
    yaml_parser_delete(&events->parser);
}

static ll_status check_source(ll_source *source, ll_error *error) {
    if (source->text.len > LL_YAML_MOST)
        return ll_error_set(error, LL_E_LIMIT, source->path, 0, 0, "longer than %zu bytes",
                            LL_YAML_MOST);
    if (source->fault_count == 0)
        return LL_OK;
    ll_position place = ll_source_position(source, source->faults.at[0].offset);
    return ll_error_set(error, LL_E_INVALID, source->path, place.line, place.column,
                        "the text is not clean UTF-8");
}

ll_status ll_yaml_events_new(ll_yaml_events **out, ll_arena *arena, ll_source *source,
                             ll_error *error) {
    ll_status status = check_source(source, error);
    if (status != LL_OK)
        return status;
    ll_yaml_events *events = LL_ARENA_NEW(arena, ll_yaml_events);
    events->arena = arena;
    events->source = source;
    events->error = error;
    ll_arena_defer(arena, release, events);
    if (!yaml_parser_initialize(&events->parser))
        ll_arena_fail(arena, LL_E_MEMORY, "out of memory");
    yaml_parser_set_encoding(&events->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&events->parser, (const unsigned char *)source->text.ptr,
                                 source->text.len);
    *out = events;
    return LL_OK;
}

/* libyaml's own words. A character that it cannot read has an offset instead of a mark. */
static ll_status fail_syntax(ll_yaml_events *events) {
    const yaml_parser_t *parser = &events->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        ll_arena_fail(events->arena, LL_E_MEMORY, "out of memory");
    ll_position place = {line_of(parser->problem_mark), column_of(parser->problem_mark)};
    if (parser->error == YAML_READER_ERROR && parser->problem_offset <= events->source->text.len)
        place = ll_source_position(events->source, (uint32_t)parser->problem_offset);
    ll_view line = ll_source_line(events->source, place.line);
    if (parser->error == YAML_SCANNER_ERROR && line.len >= place.column &&
        line.ptr[place.column - 1] == '\t')
        return ll_yaml_events_fail(events, place.line, place.column,
                                   LL_VIEW("a tab stands here; YAML is indented by blanks"));
    ll_view text = ll_arena_format(events->arena, "%s%s%s", parser->context ? parser->context : "",
                                   parser->context ? ": " : "",
                                   parser->problem ? parser->problem : "not valid YAML");
    return ll_yaml_events_fail(events, place.line, place.column, text);
}

ll_status ll_yaml_events_next(ll_yaml_events *events) {
    yaml_event_delete(&events->event);
    if (!yaml_parser_parse(&events->parser, &events->event))
        return fail_syntax(events);
    if (events->event.type == YAML_ALIAS_EVENT)
        return ll_yaml_events_fail_here(events, "aliases are not supported");
    if (events->event.type != YAML_DOCUMENT_START_EVENT)
        return LL_OK;
    if (events->document_seen)
        return ll_yaml_events_fail_here(events, "a second document begins here; expected one");
    events->document_seen = true;
    return LL_OK;
}

void ll_yaml_events_end(ll_yaml_events *events) {
    release(events);
}

uint32_t ll_yaml_event_line(const ll_yaml_events *events) {
    return line_of(events->event.start_mark);
}

uint32_t ll_yaml_event_column(const ll_yaml_events *events) {
    return column_of(events->event.start_mark);
}

uint32_t ll_yaml_event_text_column(const ll_yaml_events *events) {
    const yaml_event_t *event = &events->event;
    if (event->type != YAML_SCALAR_EVENT || event->start_mark.line != event->end_mark.line)
        return 0;
    size_t written = event->end_mark.index - event->start_mark.index;
    size_t points = ll_view_characters(ll_yaml_event_text(events));
    bool quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    return written == points + (quoted ? 2 : 0) ? column_of(event->start_mark) + quoted : 0;
}

ll_status ll_yaml_events_fail(ll_yaml_events *events, uint32_t line, uint32_t column,
                              ll_view problem) {
    return ll_error_set(events->error, LL_E_INVALID, events->source->path, line, column, "%.*s",
                        LL_VIEW_ARG(problem));
}

ll_status ll_yaml_events_fail_here(ll_yaml_events *events, const char *problem) {
    return ll_yaml_events_fail(events, ll_yaml_event_line(events), ll_yaml_event_column(events),
                               ll_view_of(problem));
}
