/* The tree of a document, made of its events without recursion. */
#include "yaml/tree.h"

#include "base/error.h"
#include "text/decimal.h"
#include "yaml/check.h"
#include "yaml/events.h"

typedef struct builder {
    ll_arena *arena;
    ll_yaml_events *events;
    ll_error *error;
    ll_yaml_node *open[LL_YAML_DEPTH_MOST];
    uint32_t depth;
    bool has_key; /* the key of the next value was read */
    ll_view key;
    uint32_t key_line, key_column;
    const ll_yaml_node *root;
    bool done;
} builder;

static ll_yaml_node *top(const builder *b) {
    return b->depth ? b->open[b->depth - 1] : NULL;
}

static ll_yaml_node *add_node(builder *b, ll_yaml_kind kind) {
    ll_yaml_node *node = LL_ARENA_NEW(b->arena, ll_yaml_node), *parent = top(b);
    node->kind = kind;
    node->line = ll_yaml_event_line(b->events);
    node->column = ll_yaml_event_column(b->events);
    if (!parent) {
        b->root = node;
        return node;
    }
    if (parent->kind == LL_YAML_MAP) {
        node->key = b->key;
        node->key_line = b->key_line;
        node->key_column = b->key_column;
        b->has_key = false;
    }
    if (parent->last)
        ((ll_yaml_node *)parent->last)->next = node;
    else
        parent->first = node;
    parent->last = node;
    parent->count++;
    return node;
}

static ll_status read_key(builder *b, const ll_yaml_node *map) {
    if (b->events->event.type != YAML_SCALAR_EVENT)
        return ll_yaml_events_fail_here(b->events, "expected a key");
    ll_view key = ll_yaml_event_text(b->events);
    const ll_yaml_node *twin = ll_yaml_tree_find(map, key);
    if (twin) {
        ll_view text = ll_arena_format(b->arena, "key \"%.*s\" is given twice, first in line %u",
                                       LL_VIEW_ARG(ll_view_cut(key, 60)), (unsigned)twin->key_line);
        return ll_yaml_events_fail_here(b->events, text.ptr);
    }
    if (map->count == LL_YAML_KEYS_MOST) {
        ll_yaml_events_fail_here(b->events, "more than 1000 keys in one mapping");
        return b->error->status = LL_E_LIMIT;
    }
    b->has_key = true;
    b->key = ll_arena_copy(b->arena, key);
    b->key_line = ll_yaml_event_line(b->events);
    b->key_column = ll_yaml_event_column(b->events);
    return LL_OK;
}

static ll_status open_node(builder *b, ll_yaml_kind kind) {
    if (b->depth == LL_YAML_DEPTH_MOST) {
        ll_yaml_events_fail_here(b->events, "nested too deeply");
        return b->error->status = LL_E_LIMIT;
    }
    ll_yaml_node *node = add_node(b, kind);
    b->open[b->depth++] = node;
    return LL_OK;
}

static void add_text(builder *b) {
    ll_yaml_node *node = add_node(b, LL_YAML_TEXT);
    node->text = ll_arena_copy(b->arena, ll_yaml_event_text(b->events));
    node->plain = b->events->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

static ll_status read_event(builder *b) {
    const ll_yaml_node *open = top(b);
    yaml_event_type_t type = b->events->event.type;
    if (open && open->kind == LL_YAML_MAP && !b->has_key && type != YAML_MAPPING_END_EVENT)
        return read_key(b, open);
    switch (type) {
    case YAML_SCALAR_EVENT:
        add_text(b);
        return LL_OK;
    case YAML_MAPPING_START_EVENT:
        return open_node(b, LL_YAML_MAP);
    case YAML_SEQUENCE_START_EVENT:
        return open_node(b, LL_YAML_LIST);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        b->depth--;
        return LL_OK;
    case YAML_STREAM_END_EVENT:
        b->done = true;
        return LL_OK;
    default:
        return LL_OK;
    }
}

ll_status ll_yaml_tree_read(const ll_yaml_node **root, ll_arena *arena, ll_source *source,
                            ll_error *error) {
    builder b = {.arena = arena, .error = error};
    ll_status status = ll_yaml_events_new(&b.events, arena, source, error);
    if (status != LL_OK)
        return status;
    while (status == LL_OK && !b.done) {
        status = ll_yaml_events_next(b.events);
        if (status == LL_OK)
            status = read_event(&b);
    }
    ll_yaml_events_end(b.events);
    if (status == LL_OK)
        *root = b.root;
    return status;
}

const ll_yaml_node *ll_yaml_tree_find(const ll_yaml_node *map, ll_view key) {
    for (const ll_yaml_node *node = map->first; node; node = node->next)
        if (ll_view_equal(node->key, key))
            return node;
    return NULL;
}

bool ll_yaml_number(const ll_yaml_node *node, double *number) {
    return node->kind == LL_YAML_TEXT && node->plain && ll_decimal_read(node->text, number);
}

bool ll_yaml_switch(const ll_yaml_node *node, bool *on) {
    static const char *const yes[] = {"on", "true", "yes"}, *const no[] = {"false", "no", "off"};
    if (node->kind != LL_YAML_TEXT || !node->plain)
        return false;
    *on = LL_VIEW_IS_ONE_OF(node->text, yes);
    return *on || LL_VIEW_IS_ONE_OF(node->text, no);
}

const char *ll_yaml_kind_name(ll_yaml_kind kind) {
    static const char *const names[] = {"a text", "a mapping", "a list"};
    return names[kind];
}

/* Whether YAML reads it as a text without quotes, whatever stands around it. */
static bool is_plain(ll_view text) {
    static const char *const taken[] = {"false", "n",    "no", "null", "off",
                                        "on",    "true", "y",  "yes"};
    for (size_t i = 0; i < text.len; i++)
        if (!ll_is_letter(text.ptr[i]) &&
            (i == 0 || (!ll_is_digit(text.ptr[i]) && text.ptr[i] != '-' && text.ptr[i] != '_')))
            return false;
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (ll_view_equal_nocase(text, ll_view_of(taken[i])))
            return false;
    return text.len > 0;
}

void ll_yaml_write_text(ll_buffer *out, ll_view text) {
    if (is_plain(text)) {
        ll_buffer_add(out, text);
        return;
    }
    ll_buffer_add_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\n')
            ll_buffer_add_cstring(out, "\\n");
        else if ((unsigned char)c < 0x20 || c == 0x7F)
            ll_buffer_add_format(out, "\\x%02x", (unsigned)(unsigned char)c);
        else {
            if (c == '"' || c == '\\')
                ll_buffer_add_byte(out, '\\');
            ll_buffer_add_byte(out, c);
        }
    }
    ll_buffer_add_byte(out, '"');
}
