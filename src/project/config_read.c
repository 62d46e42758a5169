/* Finding a configuration, and reading its files one after another. */
#include "project/config_parts.h"

#include "base/error.h"
#include "project/paths.h"

#include <stdio.h>
#include <sys/stat.h>

ll_view ll_config_find(ll_arena *arena, ll_view folder) {
    while (folder.len > 0) {
        struct stat about;
        ll_view path = ll_path_join(arena, folder, LL_VIEW(LL_CONFIG_NAME));
        if (stat(ll_arena_copy(arena, path).ptr, &about) == 0 && !S_ISDIR(about.st_mode))
            return path;
        if (ll_view_equal(folder, LL_VIEW("/")))
            break;
        folder = ll_path_parent(folder);
    }
    return (ll_view){0};
}

static ll_status fail_at(const ll_config_reader *reader, uint32_t line, uint32_t column,
                         const char *format, va_list arguments) {
    char text[sizeof reader->error->text];
    vsnprintf(text, sizeof text, format, arguments);
    return ll_error_set(reader->error, LL_E_INVALID, reader->source->path, line, column, "%s",
                        text);
}

ll_status ll_config_fail(const ll_config_reader *reader, const ll_yaml_node *node,
                         const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    ll_status status = fail_at(reader, node->line, node->column, format, arguments);
    va_end(arguments);
    return status;
}

ll_status ll_config_fail_key(const ll_config_reader *reader, const ll_yaml_node *node,
                             const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    ll_status status = fail_at(reader, node->key_line, node->key_column, format, arguments);
    va_end(arguments);
    return status;
}

enum { SHOWN_MOST = 60 };

ll_status ll_config_fail_name(const ll_config_reader *reader, const ll_yaml_node *node, bool of_key,
                              const char *what, const char *const *names, size_t count) {
    ll_view name = of_key ? node->key : node->text;
    ll_buffer problem = {.arena = reader->arena, .most = sizeof reader->error->text};
    ll_buffer_add_format(&problem, "unknown %s \"%.*s\"", what,
                         LL_VIEW_ARG(ll_view_cut(name, SHOWN_MOST)));
    ll_yaml_suggest(name, names, count, &problem);
    ll_buffer_add_byte(&problem, '\0');
    return of_key ? ll_config_fail_key(reader, node, "%s", problem.ptr)
                  : ll_config_fail(reader, node, "%s", problem.ptr);
}

ll_status ll_config_expect(const ll_config_reader *reader, const ll_yaml_node *node,
                           ll_yaml_kind kind) {
    if (node->kind != kind)
        return ll_config_fail(
            reader, node, "expected %s%s%.*s%s, found %s", ll_yaml_kind_name(kind),
            node->key.len ? " for \"" : "", LL_VIEW_ARG(ll_view_cut(node->key, SHOWN_MOST)),
            node->key.len ? "\"" : "",
            node->kind == LL_YAML_TEXT && node->text.len == 0 ? "nothing"
                                                              : ll_yaml_kind_name(node->kind));
    if (kind == LL_YAML_TEXT && node->text.len == 0)
        return ll_config_fail(reader, node, "expected a text%s%.*s%s, found nothing",
                              node->key.len ? " for \"" : "", LL_VIEW_ARG(node->key),
                              node->key.len ? "\"" : "");
    return LL_OK;
}

ll_status ll_config_read_list(const ll_config_reader *reader, const ll_yaml_node *node,
                              ll_config_list *list) {
    ll_config_list read = {0};
    bool one = node->kind == LL_YAML_TEXT;
    if (node->kind == LL_YAML_MAP || (!one && node->count == 0))
        return ll_config_fail(reader, node, "expected a text or a list of texts%s%.*s%s",
                              node->key.len ? " for \"" : "", LL_VIEW_ARG(node->key),
                              node->key.len ? "\"" : "");
    if (node->count > LL_CONFIG_ENTRIES_MOST)
        return ll_config_fail(reader, node, "more than %u entries", LL_CONFIG_ENTRIES_MOST);
    for (const ll_yaml_node *entry = one ? node : node->first; entry;
         entry = one ? NULL : entry->next) {
        ll_status status = ll_config_expect(reader, entry, LL_YAML_TEXT);
        if (status != LL_OK)
            return status;
        LL_ARRAY_PUSH(reader->arena, &read, entry->text);
    }
    *list = read;
    return LL_OK;
}

/* A file that is being read: what it extends comes first, wherever that is named. */
typedef struct ll_config_frame {
    ll_config_reader reader;
    const ll_yaml_node *root;   /* NULL when nothing stands in it */
    const ll_yaml_node *extend; /* the next entry of `extends` */
} frame;

typedef struct reading {
    frame *open[LL_CONFIG_FILES_MOST];
    uint32_t depth, count;
} reading;

static ll_status read_keys(const frame *file) {
    const ll_config_reader *reader = &file->reader;
    size_t count;
    const ll_config_key *keys = ll_config_keys(&count);
    for (const ll_yaml_node *node = file->root ? file->root->first : NULL; node;
         node = node->next) {
        size_t i = 0;
        while (i < count && !ll_view_equal(node->key, ll_view_of(keys[i].name)))
            i++;
        if (i == count) {
            const char **names = LL_ARENA_ARRAY(reader->arena, const char *, count);
            for (i = 0; i < count; i++)
                names[i] = keys[i].name;
            return ll_config_fail_name(reader, node, true, "key", names, count);
        }
        ll_status status = keys[i].read(reader, node);
        if (status != LL_OK)
            return status;
    }
    return LL_OK;
}

/* Opens a file; `inside` is the path of its folder from that of the configuration on. */
static ll_status open_file(reading *all, const ll_config_reader *from, ll_view path,
                           ll_view inside) {
    frame *file = LL_ARENA_NEW(from->arena, frame);
    ll_config *config = from->config;
    if (all->count++ == LL_CONFIG_FILES_MOST)
        return ll_error_set(from->error, LL_E_LIMIT, path, 0, 0,
                            "more than %u files of one configuration", LL_CONFIG_FILES_MOST);
    file->reader = *from;
    file->reader.inside = inside;
    ll_status status = ll_source_read(&file->reader.source, from->arena, path, from->error);
    if (status != LL_OK)
        return status;
    config->hash = (config->hash ^ ll_view_hash(file->reader.source->text)) * 0x100000001B3u;
    status = ll_yaml_tree_read(&file->root, from->arena, file->reader.source, from->error);
    if (status == LL_OK && file->root)
        status = ll_config_expect(&file->reader, file->root, LL_YAML_MAP);
    const ll_yaml_node *extends =
        status == LL_OK && file->root ? ll_yaml_tree_find(file->root, LL_VIEW("extends")) : NULL;
    if (extends)
        status = ll_config_expect(&file->reader, extends, LL_YAML_LIST);
    file->extend = extends ? extends->first : NULL;
    all->open[all->depth++] = file;
    return status;
}

static ll_status close_file(reading *all) {
    const frame *file = all->open[--all->depth];
    ll_config *config = file->reader.config;
    bool rules = file->root && ll_yaml_tree_find(file->root, LL_VIEW("rules"));
    LL_ARRAY_PUSH(file->reader.arena, &config->files,
                  ((ll_config_file){file->reader.source, rules}));
    return read_keys(file);
}

static bool is_relative(ll_view path) {
    for (size_t start = 0; start <= path.len;) {
        size_t slash = ll_view_find_byte(path, '/', start);
        ll_view part = ll_view_slice(path, start, slash == LL_VIEW_NONE ? path.len : slash);
        if (part.len == 0 || ll_view_equal(part, LL_VIEW("..")) ||
            (ll_view_equal(part, LL_VIEW(".")) && start > 0))
            return false;
        start += part.len + 1;
    }
    return true;
}

/* The file that is extended, as a path from the configuration's folder on. */
static ll_status find_file(const ll_config_reader *reader, const ll_yaml_node *entry,
                           ll_view *found) {
    ll_view name = entry->text;
    if (!is_relative(name))
        return ll_config_fail(reader, entry,
                              "a file that is extended lies beside this one or below: expected a "
                              "path without \"..\", empty parts and \"/\" at its front");
    if (ll_view_starts(name, LL_VIEW("./")))
        name = ll_view_slice(name, 2, name.len);
    *found = ll_path_join(reader->arena, reader->inside, name);
    switch (ll_path_kind_below(reader->arena, reader->config->folder, *found)) {
    case LL_PATH_FILE:
        return LL_OK;
    case LL_PATH_LINK:
        return ll_config_fail(reader, entry,
                              "\"%.*s\" is reached by a symbolic link, which may lead out of the "
                              "folder",
                              LL_VIEW_ARG(name));
    case LL_PATH_FOLDER:
    case LL_PATH_NONE:
        break;
    }
    return ll_config_fail(reader, entry, "there is no file \"%.*s\"", LL_VIEW_ARG(name));
}

static ll_status extend(reading *all, const ll_config_reader *reader, const ll_yaml_node *entry) {
    static const char *const presets[] = {"recommended", "all"};
    ll_view rest = {0};
    ll_status status = ll_config_expect(reader, entry, LL_YAML_TEXT);
    if (status != LL_OK)
        return status;
    ll_view name = entry->text;
    if (ll_view_equal(name, LL_VIEW("recommended")) || ll_view_equal(name, LL_VIEW("all"))) {
        reader->config->all_rules = ll_view_equal(name, LL_VIEW("all"));
        return LL_OK;
    }
    if (ll_view_find_byte(name, '/', 0) == LL_VIEW_NONE && !ll_view_ends(name, LL_VIEW(".yaml")) &&
        !ll_view_ends(name, LL_VIEW(".yml")))
        return ll_config_fail_name(reader, entry, false, "configuration", presets, 2);
    status = find_file(reader, entry, &rest);
    if (status != LL_OK)
        return status;
    ll_view path = ll_path_join(reader->arena, ll_path_parent(reader->config->path), rest);
    for (uint32_t i = 0; i < all->depth; i++)
        if (ll_view_equal(path, all->open[i]->reader.source->path))
            return ll_config_fail(reader, entry,
                                  i + 1 == all->depth ? "a file cannot extend itself"
                                                      : "files extend each other in a circle");
    ll_view inside = ll_path_parent(rest);
    return open_file(all, reader, path,
                     ll_view_equal(inside, LL_VIEW(".")) ? ((ll_view){0}) : inside);
}

ll_status ll_config_read(ll_config **out, ll_arena *arena, ll_view path, ll_error *error) {
    ll_config *config = LL_ARENA_NEW(arena, ll_config);
    ll_config_reader first = {.config = config, .arena = arena, .error = error};
    reading *all = LL_ARENA_NEW(arena, reading);
    config->path = ll_arena_copy(arena, path);
    config->folder = ll_path_folder(arena, path);
    config->major_threshold = 1;
    config->words.language = ll_vocabulary_default.language;
    ll_status status = open_file(all, &first, config->path, (ll_view){0});
    while (status == LL_OK && all->depth > 0) {
        frame *file = all->open[all->depth - 1];
        const ll_yaml_node *entry = file->extend;
        if (entry) {
            file->extend = entry->next;
            status = extend(all, &file->reader, entry);
        } else {
            status = close_file(all);
        }
    }
    if (status != LL_OK)
        return status;
    ll_config_make_vocabulary(config, arena);
    *out = config;
    return LL_OK;
}
