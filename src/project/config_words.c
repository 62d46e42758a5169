/* The vocabulary of a configuration: language, depths, statuses, sections, columns. */
#include "project/config_parts.h"

#include "base/error.h"
#include "text/languages.h"

#include <stdlib.h>

enum { NAMES_MOST = 32, FAMILIES = 7 };

const char *const ll_config_status_names[LL_STATUS_MISSING + 1] = {
    [LL_STATUS_NONE] = "none",
    [LL_STATUS_OK] = "ok",
    [LL_STATUS_GAP] = "gap",
    [LL_STATUS_MISSING] = "missing",
};

ll_status ll_config_read_language(const ll_config_reader *reader, const ll_yaml_node *node) {
    ll_status status = ll_config_expect(reader, node, LL_YAML_TEXT);
    if (status != LL_OK)
        return status;
    size_t count;
    const char *const *names = ll_text_languages(&count);
    for (size_t i = 0; i < count; i++) {
        if (ll_view_equal(node->text, ll_view_of(names[i]))) {
            reader->config->words.language = node->text;
            return LL_OK;
        }
    }
    return ll_config_fail_name(reader, node, false, "language", names, count);
}

ll_status ll_config_read_depths(const ll_config_reader *reader, const ll_yaml_node *node) {
    ll_config_words *words = &reader->config->words;
    ll_status status = ll_config_expect(reader, node, LL_YAML_LIST);
    if (status != LL_OK)
        return status;
    if (node->count < 2 || node->count > LL_CONFIG_DEPTHS_MOST)
        return ll_config_fail(reader, node,
                              "expected from 2 to %u levels, the lowest first, each a list of its "
                              "names",
                              LL_CONFIG_DEPTHS_MOST);
    words->depths.len = 0;
    for (const ll_yaml_node *level = node->first; level && status == LL_OK; level = level->next) {
        ll_config_list *list = LL_ARRAY_ADD(reader->arena, &words->depths);
        status = ll_config_expect(reader, level, LL_YAML_LIST);
        if (status == LL_OK)
            status = ll_config_read_list(reader, level, list);
    }
    return status;
}

ll_status ll_config_read_unknown_depths(const ll_config_reader *reader, const ll_yaml_node *node) {
    return ll_config_read_list(reader, node, &reader->config->words.unknown_depths);
}

/* Index of the node's key among names, of which some may be NULL; `count` when it is none. */
static size_t find_key(const ll_yaml_node *node, const char *const *names, size_t count) {
    size_t i = 0;
    while (i < count && !(names[i] && ll_view_equal(node->key, ll_view_of(names[i]))))
        i++;
    return i;
}

static ll_status unknown_key(const ll_config_reader *reader, const ll_yaml_node *node,
                             const char *what, const char *const *names, size_t count) {
    const char *known[NAMES_MOST];
    size_t len = 0;
    for (size_t i = 0; i < count && len < NAMES_MOST; i++)
        if (names[i])
            known[len++] = names[i];
    return ll_config_fail_name(reader, node, true, what, known, len);
}

/* A mapping of known names to lists; `lists` has one for each name. */
static ll_status read_lists(const ll_config_reader *reader, const ll_yaml_node *node,
                            const char *what, const char *const *names, size_t count,
                            ll_config_list *lists) {
    ll_status status = ll_config_expect(reader, node, LL_YAML_MAP);
    for (const ll_yaml_node *entry = node->first; entry && status == LL_OK; entry = entry->next) {
        size_t i = find_key(entry, names, count);
        if (i == count)
            return unknown_key(reader, entry, what, names, count);
        status = ll_config_read_list(reader, entry, &lists[i]);
    }
    return status;
}

ll_status ll_config_read_statuses(const ll_config_reader *reader, const ll_yaml_node *node) {
    return read_lists(reader, node, "status", ll_config_status_names, LL_STATUS_MISSING + 1,
                      reader->config->words.statuses);
}

ll_status ll_config_read_sections(const ll_config_reader *reader, const ll_yaml_node *node) {
    const char *names[LL_SECTION_PHASE_3 + 1] = {0};
    for (int i = 0; i <= LL_SECTION_PHASE_3; i++)
        names[i] = ll_plan_section_name((ll_section_kind)i);
    return read_lists(reader, node, "section", names, LL_SECTION_PHASE_3 + 1,
                      reader->config->words.sections);
}

static ll_status read_table(const ll_config_reader *reader, const ll_yaml_node *node,
                            ll_table_kind table) {
    uint32_t count;
    const char *const *names = ll_plan_columns(table, &count);
    ll_status status = ll_config_expect(reader, node, LL_YAML_MAP);
    for (const ll_yaml_node *entry = node->first; entry && status == LL_OK; entry = entry->next) {
        ll_config_list list = {0};
        size_t column = find_key(entry, names, count);
        if (column == count)
            return unknown_key(reader, entry, "column", names, count);
        status = ll_config_read_list(reader, entry, &list);
        for (uint32_t i = 0; i < list.len; i++)
            LL_ARRAY_PUSH(reader->arena, &reader->config->words.columns,
                          ((ll_column_word){table, (uint32_t)column, list.at[i]}));
    }
    return status;
}

ll_status ll_config_read_columns(const ll_config_reader *reader, const ll_yaml_node *node) {
    const char *names[LL_TABLE_KINDS];
    for (int i = 0; i < LL_TABLE_KINDS; i++)
        names[i] = ll_plan_table_name((ll_table_kind)i);
    ll_status status = ll_config_expect(reader, node, LL_YAML_MAP);
    for (const ll_yaml_node *entry = node->first; entry && status == LL_OK; entry = entry->next) {
        size_t table = find_key(entry, names, LL_TABLE_KINDS);
        if (table == LL_TABLE_KINDS)
            return unknown_key(reader, entry, "table", names, LL_TABLE_KINDS);
        status = read_table(reader, entry, (ll_table_kind)table);
    }
    return status;
}

ll_status ll_config_read_words(const ll_config_reader *reader, const ll_yaml_node *node) {
    const char *names[FAMILIES + 2];
    ll_config_list lists[FAMILIES + 2] = {0};
    for (unsigned i = 0; i < FAMILIES; i++)
        names[i] = ll_plan_family_name(1u << i);
    names[FAMILIES] = "positive";
    names[FAMILIES + 1] = "negative";
    ll_status status = read_lists(reader, node, "kind of words", names, FAMILIES + 2, lists);
    for (unsigned i = 0; i < FAMILIES + 2 && status == LL_OK; i++)
        for (uint32_t k = 0; k < lists[i].len; k++)
            LL_ARRAY_PUSH(reader->arena, &reader->config->words.kinds,
                          ((ll_kind_word){i < FAMILIES    ? LL_WORD_MODALITY
                                          : i == FAMILIES ? LL_WORD_POSITIVE
                                                          : LL_WORD_NEGATIVE,
                                          i < FAMILIES ? 1u << i : 0, lists[i].at[k]}));
    return status;
}

/* The longer word first, so that it is tried before its beginning. */
static int by_depth_length(const void *left, const void *right) {
    const ll_depth_word *a = left, *b = right;
    if (a->word.len != b->word.len)
        return a->word.len > b->word.len ? -1 : 1;
    return ll_view_compare(a->word, b->word);
}

static void make_depths(ll_config *config, ll_arena *arena) {
    const ll_config_words *words = &config->words;
    ll_vocabulary *v = &config->vocabulary;
    LL_ARRAY(ll_view) names = {0};
    LL_ARRAY(ll_depth_word) all = {0};
    for (uint32_t level = 0; level < words->depths.len; level++) {
        const ll_config_list *list = &words->depths.at[level];
        LL_ARRAY_PUSH(arena, &names, list->at[0]);
        for (uint32_t i = 0; i < list->len; i++)
            LL_ARRAY_PUSH(arena, &all, ((ll_depth_word){list->at[i], (ll_depth)level}));
    }
    if (all.len == 0)
        return;
    qsort(all.at, all.len, sizeof *all.at, by_depth_length);
    v->depth_names = names.at;
    v->depth_count = names.len;
    v->depths = all.at;
    v->depth_word_count = all.len;
}

static int by_status_length(const void *left, const void *right) {
    const ll_status_word *a = left, *b = right;
    if (a->word.len != b->word.len)
        return a->word.len > b->word.len ? -1 : 1;
    return ll_view_compare(a->word, b->word);
}

static void make_statuses(ll_config *config, ll_arena *arena) {
    const ll_config_list *lists = config->words.statuses;
    LL_ARRAY(ll_status_word) all = {0};
    for (int i = LL_STATUS_NONE; i <= LL_STATUS_MISSING; i++)
        for (uint32_t k = 0; k < lists[i].len; k++)
            LL_ARRAY_PUSH(arena, &all, ((ll_status_word){lists[i].at[k], (ll_gap_status)i}));
    if (all.len == 0)
        return;
    for (uint32_t i = 0; i < ll_vocabulary_default.status_count; i++)
        if (lists[ll_vocabulary_default.statuses[i].status].len == 0)
            LL_ARRAY_PUSH(arena, &all, ll_vocabulary_default.statuses[i]);
    qsort(all.at, all.len, sizeof *all.at, by_status_length);
    config->vocabulary.statuses = all.at;
    config->vocabulary.status_count = all.len;
}

typedef LL_ARRAY(ll_section_name) section_names;

/* The configuration's names of all kinds, and of the other kinds those that hold anyway. */
static section_names sections_of(const ll_config *config, ll_arena *arena,
                                 const ll_section_name *known, uint32_t count) {
    section_names all = {0};
    for (int kind = 0; kind <= LL_SECTION_PHASE_3; kind++)
        for (uint32_t i = 0; i < config->words.sections[kind].len; i++)
            LL_ARRAY_PUSH(
                arena, &all,
                ((ll_section_name){config->words.sections[kind].at[i], 0, (ll_section_kind)kind}));
    for (uint32_t i = 0; i < count; i++)
        if (config->words.sections[known[i].kind].len == 0)
            LL_ARRAY_PUSH(arena, &all, known[i]);
    return all;
}

void ll_config_make_vocabulary(ll_config *config, ll_arena *arena) {
    const ll_config_words *words = &config->words;
    const ll_vocabulary *known = &ll_vocabulary_default;
    ll_vocabulary *v = &config->vocabulary;
    *v = *known;
    v->language = words->language;
    make_depths(config, arena);
    make_statuses(config, arena);
    if (words->unknown_depths.len > 0) {
        v->unknown_depths = words->unknown_depths.at;
        v->unknown_depth_count = words->unknown_depths.len;
    }
    section_names first = sections_of(config, arena, known->sections, known->section_count);
    section_names later =
        sections_of(config, arena, known->later_sections, known->later_section_count);
    v->sections = first.at;
    v->section_count = first.len;
    v->later_sections = later.at;
    v->later_section_count = later.len;
    v->columns = words->columns.at;
    v->column_count = words->columns.len;
    v->words = words->kinds.at;
    v->word_count = words->kinds.len;
}
