/* Loading a checked document with cyaml, and the places of its values. */
#include "yaml/load.h"

#include "base/error.h"
#include "yaml/walk.h"

#include <assert.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>

/* cyaml frees and resizes what it allocates, which an arena cannot, and must not be left by a jump
 * while libyaml holds memory: so its blocks are malloc's, in a list that the arena releases. */
typedef struct block {
    struct block *previous, *next;
    max_align_t bytes[];
} block;

static block *block_of(void *bytes) {
    return (block *)(void *)((char *)bytes - offsetof(block, bytes));
}

static void unlink_block(block *b) {
    b->previous->next = b->next;
    b->next->previous = b->previous;
}

static void link_block(block *list, block *b) {
    b->previous = list;
    b->next = list->next;
    list->next->previous = b;
    list->next = b;
}

static void *allocate(void *context, void *bytes, size_t size) {
    block *old = bytes ? block_of(bytes) : NULL;
    if (old)
        unlink_block(old);
    if (size == 0) {
        free(old);
        return NULL;
    }
    block *resized = size < SIZE_MAX - sizeof *old ? realloc(old, sizeof *old + size) : NULL;
    if (resized || old)
        link_block(context, resized ? resized : old);
    return resized ? resized->bytes : NULL;
}

static void release(void *resource) {
    block *list = resource;
    for (block *b = list->next, *next; b != list; b = next) {
        next = b->next;
        free(b);
    }
}

static ll_status load_checked(void **data, ll_arena *arena, const ll_source *source,
                              const cyaml_schema_value_t *schema, ll_error *error) {
    block *list = LL_ARENA_NEW(arena, block);
    list->previous = list->next = list;
    ll_arena_defer(arena, release, list);
    const cyaml_config_t config = {
        .mem_fn = allocate, .mem_ctx = list, .flags = CYAML_CFG_NO_ALIAS};
    void *loaded = NULL;
    cyaml_err_t code = cyaml_load_data((const uint8_t *)source->text.ptr, source->text.len, &config,
                                       schema, &loaded, NULL);
    /* libyaml has read the same text before: what it cannot do now is allocate. */
    if (code == CYAML_ERR_OOM || code == CYAML_ERR_LIBYAML_PARSER_INIT ||
        code == CYAML_ERR_LIBYAML_PARSER)
        ll_arena_fail(arena, LL_E_MEMORY, "out of memory");
    if (code != CYAML_OK)
        return ll_error_set(error, LL_E_INVALID, source->path, 0, 0, "%s", cyaml_strerror(code));
    /* cyaml gives nothing for a mapping that sets none of its optional keys */
    *data = loaded ? loaded : ll_arena_alloc(arena, schema->data_size);
    return LL_OK;
}

ll_status ll_yaml_load(void **data, ll_yaml_places **places, ll_arena *arena, ll_source *source,
                       const cyaml_schema_value_t *schema, ll_error *error) {
    ll_yaml_places *found = LL_ARENA_NEW(arena, ll_yaml_places);
    found->file = source->path;
    ll_status status = ll_yaml_walk(found, arena, source, schema, error);
    if (status == LL_OK)
        status = load_checked(data, arena, source, schema, error);
    if (status == LL_OK)
        *places = found;
    return status;
}

/* Without its last key or index. */
static ll_view parent_path(ll_view path) {
    size_t len = path.len;
    while (len > 0 && path.ptr[len - 1] != '.' && path.ptr[len - 1] != '[')
        len--;
    return ll_view_slice(path, 0, len > 0 ? len - 1 : 0);
}

enum { PATH_MOST = 256 };

const ll_yaml_place *ll_yaml_places_find(const ll_yaml_places *places, const char *path) {
    assert(places->at.len > 0);
    char whole[PATH_MOST];
    snprintf(whole, sizeof whole, "%.*s%s%s", LL_VIEW_ARG(places->inside),
             places->inside.len && *path ? "." : "", path);
    for (ll_view wanted = ll_view_of(whole); wanted.len > 0; wanted = parent_path(wanted))
        for (uint32_t i = 0; i < places->at.len; i++)
            if (ll_view_equal(places->at.at[i].path, wanted))
                return &places->at.at[i];
    return &places->at.at[0];
}

ll_status ll_yaml_fail(ll_error *error, const ll_yaml_places *places, const char *path,
                       uint32_t offset, const char *format, ...) {
    char text[sizeof error->text];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    const ll_yaml_place *place = ll_yaml_places_find(places, path);
    if (offset == LL_YAML_WHOLE)
        return ll_error_set(error, LL_E_INVALID, places->file, place->line, place->column, "%s",
                            text);
    if (place->text_column)
        return ll_error_set(error, LL_E_INVALID, places->file, place->line,
                            place->text_column + offset, "%s", text);
    return ll_error_set(error, LL_E_INVALID, places->file, place->line, place->column,
                        "%s (character %u)", text, (unsigned)offset + 1);
}
