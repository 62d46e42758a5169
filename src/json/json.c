/* Building JSON with jansson, whose memory is released with the arena. */
#include "json/json.h"

#include "base/buffer.h"
#include "source/source.h"

#include <jansson.h>

enum { STEP = 2 };

static const char REPLACEMENT[] = "\xEF\xBF\xBD";

static void release(void *root) {
    json_decref(root);
}

static _Noreturn void out_of_memory(ll_arena *arena) {
    ll_arena_fail(arena, LL_E_MEMORY, "out of memory");
}

ll_json *ll_json_root(ll_arena *arena) {
    ll_json *root = json_object();
    if (!root)
        out_of_memory(arena);
    ll_arena_defer(arena, release, root);
    return root;
}

/* Hands `value` over to `parent`, which then frees it. */
static ll_json *attach(ll_arena *arena, ll_json *parent, const char *key, ll_json *value) {
    int failed = !value || (key ? json_object_set_new_nocheck(parent, key, value)
                                : json_array_append_new(parent, value));
    if (failed)
        out_of_memory(arena);
    return value;
}

ll_json *ll_json_add_object(ll_arena *arena, ll_json *parent, const char *key) {
    return attach(arena, parent, key, json_object());
}

ll_json *ll_json_add_array(ll_arena *arena, ll_json *parent, const char *key) {
    return attach(arena, parent, key, json_array());
}

/* jansson refuses a text that is not UTF-8 as a whole. */
static ll_view repair(ll_arena *arena, ll_view text) {
    ll_buffer out = {.arena = arena, .most = text.len * sizeof REPLACEMENT};
    for (size_t at = 0; at < text.len;) {
        size_t length = ll_source_character(text, at);
        if (length > 0)
            ll_buffer_add(&out, ll_view_slice(text, at, at + length));
        else
            ll_buffer_add_cstring(&out, REPLACEMENT);
        at += length > 0 ? length : 1;
    }
    return ll_buffer_view(&out);
}

void ll_json_add_text(ll_arena *arena, ll_json *parent, const char *key, ll_view text) {
    json_t *value = json_stringn(text.ptr ? text.ptr : "", text.len);
    if (!value) {
        ll_view repaired = repair(arena, text);
        value = json_stringn(repaired.ptr, repaired.len);
    }
    attach(arena, parent, key, value);
}

void ll_json_add_number(ll_arena *arena, ll_json *parent, const char *key, uint64_t number) {
    attach(arena, parent, key, json_integer((json_int_t)number));
}

void ll_json_add_flag(ll_arena *arena, ll_json *parent, const char *key, bool flag) {
    attach(arena, parent, key, json_boolean(flag));
}

void ll_json_add_null(ll_arena *arena, ll_json *parent, const char *key) {
    attach(arena, parent, key, json_null());
}

/* Line ends inside strings are escaped, so each one in the text ends a line of the tree. */
static ll_view indented(ll_arena *arena, ll_view text, unsigned indent) {
    ll_buffer out = {.arena = arena, .most = SIZE_MAX / 2};
    for (size_t at = 0; at < text.len;) {
        size_t end = ll_view_find_byte(text, '\n', at);
        size_t next = end == LL_VIEW_NONE ? text.len : end + 1;
        ll_buffer_add(&out, ll_view_slice(text, at, next));
        for (unsigned i = 0; end != LL_VIEW_NONE && i < indent; i++)
            ll_buffer_add_byte(&out, ' ');
        at = next;
    }
    return ll_buffer_view(&out);
}

static ll_view dump(ll_arena *arena, const ll_json *root, size_t flags) {
    size_t len = json_dumpb(root, NULL, 0, flags);
    char *text = ll_arena_alloc(arena, len + 1);
    if (len == 0 || json_dumpb(root, text, len, flags) != len)
        out_of_memory(arena);
    return (ll_view){text, len};
}

ll_view ll_json_text(ll_arena *arena, const ll_json *root, unsigned indent) {
    ll_view text = dump(arena, root, JSON_INDENT(STEP));
    return indent ? indented(arena, text, indent) : text;
}

ll_view ll_json_line(ll_arena *arena, const ll_json *root) {
    return dump(arena, root, 0);
}
