/* Rule files of a folder, added to a set of rules. */
#include "base/error.h"
#include "rule/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

static void close_folder(void *resource) {
    DIR **folder = resource;
    if (*folder)
        closedir(*folder);
    *folder = NULL;
}

static int compare_paths(const void *a, const void *b) {
    return ll_view_compare(*(const ll_view *)a, *(const ll_view *)b);
}

static ll_status collect(ll_rule_paths *paths, ll_arena *arena, ll_view folder, DIR *listing,
                         ll_error *error) {
    const char *between = ll_view_ends(folder, LL_VIEW("/")) ? "" : "/";
    for (struct dirent *entry; (errno = 0, entry = readdir(listing)) != NULL;) {
        ll_view name = ll_view_of(entry->d_name);
        if (!ll_view_ends(name, LL_VIEW(".yaml")) || name.ptr[0] == '.')
            continue;
        if (paths->len == LL_RULES_MOST)
            return ll_error_set(error, LL_E_LIMIT, folder, 0, 0, "more than %u rule files",
                                LL_RULES_MOST);
        LL_ARRAY_PUSH(
            arena, paths,
            ll_arena_format(arena, "%.*s%s%s", LL_VIEW_ARG(folder), between, entry->d_name));
    }
    if (errno)
        return ll_error_system(error, folder, "cannot read", errno);
    return LL_OK;
}

ll_status ll_rule_paths_read(ll_rule_paths *paths, ll_arena *arena, ll_view folder,
                             ll_error *error) {
    DIR **listing = LL_ARENA_NEW(arena, DIR *);
    ll_arena_defer(arena, close_folder, listing);
    *listing = opendir(ll_arena_copy(arena, folder).ptr);
    if (!*listing)
        return ll_error_system(error, folder, "cannot read", errno);
    ll_status status = collect(paths, arena, folder, *listing, error);
    close_folder(listing);
    if (status == LL_OK && paths->len > 0)
        qsort(paths->at, paths->len, sizeof *paths->at, compare_paths);
    return status;
}

/* Whether `name` is one of the values or options that the replaced rule has. */
static bool has_value(const ll_rule *rule, ll_view name) {
    for (uint32_t i = 0; i < rule->value_count; i++)
        if (ll_view_equal(rule->values[i], name))
            return true;
    return false;
}

/* The check behind both rules is the same: it supplies what the first one says, and reads its
 * options, so those that the second one leaves out keep their values. What it judges stays, too. */
static ll_status inherit(const ll_rule **rule, ll_arena *arena, const ll_rule *old, ll_view path,
                         ll_error *error) {
    ll_rule *merged = LL_ARENA_NEW(arena, ll_rule);
    *merged = **rule;
    for (uint32_t i = 0; i < merged->value_count; i++)
        if (!has_value(old, merged->values[i]))
            return ll_error_set(error, LL_E_INVALID, path, 0, 0,
                                "the check does not supply the value \"%.*s\"",
                                LL_VIEW_ARG(merged->values[i]));
    for (uint32_t i = 0; i < merged->option_count; i++)
        if (!ll_rule_option_find(old, merged->options[i].name))
            return ll_error_set(error, LL_E_INVALID, path, 0, 0, "the check has no option \"%.*s\"",
                                LL_VIEW_ARG(merged->options[i].name));
    ll_rule_option *options = LL_ARENA_ARRAY(arena, ll_rule_option, old->option_count);
    for (uint32_t i = 0; i < old->option_count; i++) {
        const ll_rule_option *given = ll_rule_option_find(merged, old->options[i].name);
        options[i] = given ? *given : old->options[i];
    }
    merged->history |= old->history;
    merged->options = options;
    merged->option_count = old->option_count;
    *rule = merged;
    return LL_OK;
}

ll_status ll_rule_put(ll_rule_set *rules, ll_arena *arena, const ll_rule *rule, ll_view path,
                      ll_error *error) {
    uint32_t at = ll_rule_position(rules, rule->id);
    bool replaces = at < rules->len && ll_view_equal(rules->at[at]->id, rule->id);
    if (!replaces) {
        for (uint32_t i = rules->len++; i > at; i--)
            rules->at[i] = rules->at[i - 1];
    } else if (rule->kind == LL_RULE_CHECK && rules->at[at]->kind == LL_RULE_CHECK) {
        ll_status status = inherit(&rule, arena, rules->at[at], path, error);
        if (status != LL_OK)
            return status;
    }
    rules->at[at] = rule;
    return LL_OK;
}

ll_status ll_rules_load(ll_rule_set *rules, ll_arena *arena, ll_view folder,
                        const char *const *checks, size_t check_count, ll_error *error) {
    ll_rule_paths paths = {0};
    ll_status status = ll_rule_paths_read(&paths, arena, folder, error);
    if (status != LL_OK)
        return status;
    ll_rule_set grown = {LL_ARENA_ARRAY(arena, const ll_rule *, rules->len + paths.len),
                         rules->len};
    for (uint32_t i = 0; i < rules->len; i++)
        grown.at[i] = rules->at[i];
    for (uint32_t i = 0; i < paths.len; i++) {
        ll_source *source = NULL;
        const ll_rule *rule = NULL;
        status = ll_source_read(&source, arena, paths.at[i], error);
        if (status == LL_OK)
            status = ll_rule_read(&rule, arena, source, checks, check_count, error);
        if (status == LL_OK)
            status = ll_rule_put(&grown, arena, rule, paths.at[i], error);
        if (status != LL_OK)
            return status;
    }
    *rules = grown;
    return LL_OK;
}
