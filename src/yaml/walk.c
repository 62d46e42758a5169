/* One pass of libyaml's event parser along the schema, with a stack of what is open. */
#include "yaml/walk.h"

#include "base/error.h"
#include "yaml/check.h"
#include "yaml/events.h"

/* An open mapping or sequence. Its path is the start of the path of its values. */
typedef struct frame {
    const cyaml_schema_value_t *schema; /* NULL: below a value that is ignored */
    const cyaml_schema_field_t *field;  /* of a mapping: the key read last, until its value came */
    bool is_mapping, want_value;
    size_t path_len;
    ll_view name; /* the key that it stands under */
    uint32_t line, column;
    uint32_t *seen;   /* of a mapping, by field: line of the key, or 0 */
    uint32_t entries; /* of a sequence */
} frame;

typedef struct walk {
    ll_arena *arena;
    ll_yaml_events *events;
    ll_yaml_places *places;
    ll_error *error;
    const cyaml_schema_value_t *top;
    frame stack[LL_YAML_DEPTH_MOST];
    uint32_t depth;
    ll_buffer path;
    bool done;
} walk;

static ll_status fail_at(walk *w, uint32_t line, uint32_t column, ll_view problem) {
    return ll_yaml_events_fail(w->events, line, column, problem);
}

static ll_status fail_here(walk *w, ll_view problem) {
    return fail_at(w, ll_yaml_event_line(w->events), ll_yaml_event_column(w->events), problem);
}

static ll_buffer new_problem(walk *w) {
    return (ll_buffer){.arena = w->arena, .most = LL_YAML_PROBLEM_MOST};
}

static frame *top_frame(walk *w) {
    return w->depth ? &w->stack[w->depth - 1] : NULL;
}

/* The schema for the value that comes next; NULL when it is ignored. */
static const cyaml_schema_value_t *next_schema(walk *w) {
    const frame *open = top_frame(w);
    if (!open)
        return w->top;
    if (!open->schema)
        return NULL;
    const cyaml_schema_value_t *schema =
        open->is_mapping ? &open->field->value : open->schema->sequence.entry;
    return schema->type == CYAML_IGNORE ? NULL : schema;
}

/* Appends the key or index of the value that comes next to the path of its parent. */
static void extend_path(walk *w) {
    const frame *open = top_frame(w);
    w->path.len = open ? open->path_len : 0;
    if (!open)
        return;
    if (!open->is_mapping)
        ll_buffer_add_format(&w->path, "[%u]", (unsigned)open->entries);
    else
        ll_buffer_add_format(&w->path, "%s%s", w->path.len ? "." : "", open->field->key);
}

static void add_place(walk *w) {
    extend_path(w);
    ll_yaml_place place = {ll_arena_copy(w->arena, ll_buffer_view(&w->path)),
                           ll_yaml_event_line(w->events), ll_yaml_event_column(w->events),
                           ll_yaml_event_text_column(w->events)};
    LL_ARRAY_PUSH(w->arena, &w->places->at, place);
}

static ll_view name_of_next(walk *w) {
    const frame *open = top_frame(w);
    return !open              ? LL_VIEW("document")
           : open->is_mapping ? ll_view_of(open->field->key)
                              : open->name;
}

/* A value is complete: its parent waits for the next key or entry. */
static void close_value(walk *w) {
    frame *open = top_frame(w);
    if (!open)
        return;
    open->want_value = false;
    open->entries++;
}

static ll_status read_key(walk *w, frame *open) {
    if (w->events->event.type != YAML_SCALAR_EVENT)
        return fail_here(w, LL_VIEW("expected a key"));
    open->want_value = true;
    if (!open->schema)
        return LL_OK;
    ll_view key = ll_yaml_event_text(w->events);
    const cyaml_schema_field_t *fields = open->schema->mapping.fields;
    uint32_t line = ll_yaml_event_line(w->events), column = ll_yaml_event_column(w->events);
    for (uint32_t i = 0; fields[i].key; i++) {
        if (!ll_view_equal(key, ll_view_of(fields[i].key)))
            continue;
        if (open->seen[i])
            return fail_at(w, line, column,
                           ll_arena_format(w->arena, "key \"%s\" is given twice, first in line %u",
                                           fields[i].key, (unsigned)open->seen[i]));
        open->seen[i] = line;
        open->field = &fields[i];
        return LL_OK;
    }
    ll_buffer problem = new_problem(w);
    ll_yaml_unknown_key(fields, key, &problem);
    return fail_at(w, line, column, ll_buffer_view(&problem));
}

static ll_status fail_kind(walk *w, const cyaml_schema_value_t *schema, const char *found) {
    ll_buffer problem = new_problem(w);
    ll_buffer_add_cstring(&problem, "expected ");
    ll_yaml_add_type(schema, &problem);
    ll_buffer_add_format(&problem, " for \"%.*s\", found %s", LL_VIEW_ARG(name_of_next(w)), found);
    return fail_here(w, ll_buffer_view(&problem));
}

static ll_status read_scalar(walk *w) {
    const cyaml_schema_value_t *schema = next_schema(w);
    ll_view text = ll_yaml_event_text(w->events);
    if (schema) {
        ll_buffer problem = new_problem(w);
        if (!ll_yaml_check_scalar(schema, name_of_next(w), text, &problem))
            return fail_here(w, ll_buffer_view(&problem));
        add_place(w);
    }
    close_value(w);
    return LL_OK;
}

static uint32_t *new_seen(walk *w, const cyaml_schema_value_t *schema) {
    uint32_t count = 0;
    while (schema->mapping.fields[count].key)
        count++;
    return LL_ARENA_ARRAY(w->arena, uint32_t, count + 1);
}

static ll_status open_value(walk *w, bool is_mapping) {
    const cyaml_schema_value_t *schema = next_schema(w);
    if (schema && schema->type != (is_mapping ? CYAML_MAPPING : CYAML_SEQUENCE))
        return fail_kind(w, schema, is_mapping ? "a mapping" : "a list");
    if (w->depth == LL_YAML_DEPTH_MOST) {
        fail_here(w, LL_VIEW("nested too deeply"));
        return w->error->status = LL_E_LIMIT;
    }
    frame opened = {.schema = schema,
                    .is_mapping = is_mapping,
                    .name = schema ? name_of_next(w) : LL_VIEW(""),
                    .line = ll_yaml_event_line(w->events),
                    .column = ll_yaml_event_column(w->events)};
    if (schema) {
        add_place(w);
        if (is_mapping)
            opened.seen = new_seen(w, schema);
    }
    opened.path_len = w->path.len;
    w->stack[w->depth++] = opened;
    return LL_OK;
}

static ll_status check_complete(walk *w, const frame *closed) {
    const cyaml_schema_field_t *fields = closed->schema->mapping.fields;
    for (uint32_t i = 0; fields[i].key; i++) {
        if (closed->seen[i] || fields[i].value.flags & CYAML_FLAG_OPTIONAL)
            continue;
        ll_view text = w->depth == 0
                           ? ll_arena_format(w->arena, "missing key \"%s\"", fields[i].key)
                           : ll_arena_format(w->arena, "missing key \"%s\" in \"%.*s\"",
                                             fields[i].key, LL_VIEW_ARG(closed->name));
        return fail_at(w, closed->line, closed->column, text);
    }
    return LL_OK;
}

static ll_status check_entries(walk *w, const frame *closed) {
    uint32_t min = closed->schema->sequence.min, max = closed->schema->sequence.max;
    if (closed->entries >= min && closed->entries <= max)
        return LL_OK;
    bool few = closed->entries < min;
    return fail_at(w, closed->line, closed->column,
                   ll_arena_format(w->arena, "expected at %s %u entries in \"%.*s\", found %u",
                                   few ? "least" : "most", (unsigned)(few ? min : max),
                                   LL_VIEW_ARG(closed->name), (unsigned)closed->entries));
}

static ll_status end_value(walk *w) {
    const frame *closed = &w->stack[--w->depth];
    ll_status status = LL_OK;
    if (closed->schema)
        status = closed->is_mapping ? check_complete(w, closed) : check_entries(w, closed);
    close_value(w);
    return status;
}

static ll_status read_event(walk *w) {
    frame *open = top_frame(w);
    yaml_event_type_t type = w->events->event.type;
    if (open && open->is_mapping && !open->want_value && type != YAML_MAPPING_END_EVENT)
        return read_key(w, open);
    switch (type) {
    case YAML_SCALAR_EVENT:
        return read_scalar(w);
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT:
        return open_value(w, type == YAML_MAPPING_START_EVENT);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        return end_value(w);
    case YAML_STREAM_END_EVENT:
        w->done = true;
        return w->events->document_seen ? LL_OK : fail_at(w, 1, 1, LL_VIEW("the file is empty"));
    default:
        return LL_OK;
    }
}

ll_status ll_yaml_walk(ll_yaml_places *places, ll_arena *arena, ll_source *source,
                       const cyaml_schema_value_t *schema, ll_error *error) {
    walk *w = LL_ARENA_NEW(arena, walk);
    w->arena = arena;
    w->places = places;
    w->error = error;
    w->top = schema;
    w->path = (ll_buffer){.arena = arena, .most = LL_YAML_PROBLEM_MOST};
    ll_status status = ll_yaml_events_new(&w->events, arena, source, error);
    if (status != LL_OK)
        return status;
    while (status == LL_OK && !w->done) {
        status = ll_yaml_events_next(w->events);
        if (status == LL_OK)
            status = read_event(w);
    }
    ll_yaml_events_end(w->events);
    return status;
}
