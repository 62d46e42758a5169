/* The configuration of a curriculum: what `.lessonlint.yaml` says, with the files it extends.
 *
 * A configuration runs nothing, and names no file outside of the folder it lies in: absolute paths,
 * ".." and symbolic links are refused. Patterns of paths count from the folder of the configuration
 * that was found or named, also those of a file that it extends. */
#ifndef LL_PROJECT_CONFIG_H
#define LL_PROJECT_CONFIG_H

#include "plan/vocabulary.h"
#include "rule/rule.h"
#include "yaml/tree.h"

#define LL_CONFIG_NAME ".lessonlint.yaml"

/* Most overrides, files of one configuration, entries of a list and levels of a ladder of depths.
 */
#define LL_CONFIG_OVERRIDES_MOST 64u
#define LL_CONFIG_FILES_MOST 16u
#define LL_CONFIG_ENTRIES_MOST 200u
#define LL_CONFIG_DEPTHS_MOST 16u

typedef LL_ARRAY(ll_view) ll_config_list;

/* Where something stands that can be judged only when the rules are known. */
typedef struct ll_config_place {
    ll_view file;
    uint32_t line, column;
} ll_config_place;

typedef struct ll_config_severity {
    ll_view rule;
    ll_config_place place;
    ll_severity severity;
    uint32_t index; /* of the rule, when bound */
} ll_config_severity;

typedef struct ll_config_option {
    ll_view rule;
    ll_config_place place, option_place;
    const ll_yaml_node *node; /* its key is the option's name */
    uint32_t index, option;   /* of the rule, and of its option, when bound */
    ll_option_value value;    /* when bound */
} ll_config_option;

/* What is set for rules; the later of two wins. */
typedef struct ll_config_tuning {
    LL_ARRAY(ll_config_severity) severities;
    LL_ARRAY(ll_config_option) options;
} ll_config_tuning;

typedef struct ll_config_override {
    ll_config_list files; /* patterns */
    ll_config_tuning tuning;
} ll_config_override;

typedef struct ll_config_alias {
    ll_view from, to; /* how an import begins, and the folder that stands for */
} ll_config_alias;

/* Words that the configuration names; what is empty is as it was. `vocabulary` is made of them. */
typedef struct ll_config_words {
    ll_view language;
    LL_ARRAY(ll_config_list) depths; /* by level */
    ll_config_list unknown_depths;
    ll_config_list statuses[LL_STATUS_MISSING + 1];
    ll_config_list sections[LL_SECTION_PHASE_3 + 1];
    LL_ARRAY(ll_column_word) columns;
    LL_ARRAY(ll_kind_word) kinds;
} ll_config_words;

typedef struct ll_config_file {
    ll_source *source;
    bool has_rules; /* rules stand in it */
} ll_config_file;

typedef struct ll_config {
    ll_view path;                   /* of the file, as it is shown */
    ll_view folder;                 /* that it lies in: the real path */
    LL_ARRAY(ll_config_file) files; /* the extended before those that extend them */
    uint64_t hash;                  /* of all their bytes */
    bool all_rules;                 /* rules that are off by default run, too */
    ll_config_list plans, lessons, routes, records, notebooks; /* patterns */
    LL_ARRAY(ll_config_alias) aliases;
    ll_config_words words;
    ll_vocabulary vocabulary;
    ll_config_tuning tuning;
    LL_ARRAY(ll_config_override) overrides;
    uint32_t major_threshold; /* 1 when nothing is said */
    bool polish_notes;
} ll_config;

/* The real path of the configuration for files of a folder: the nearest one upwards, as far as the
 * root; empty without one. `folder` is a real path. A folder of that name is none. */
ll_view ll_config_find(ll_arena *arena, ll_view folder);

/* Reads a configuration and what it extends. LL_E_INVALID at the file, line and column of what is
 * wrong, LL_E_IO, LL_E_LIMIT; `*out` is then untouched. Lives as long as the arena's content. What
 * it says of rules is not judged yet. */
ll_status ll_config_read(ll_config **out, ll_arena *arena, ll_view path, ll_error *error);

/* Adds the rules that stand in the configuration, as ll_rules_load does. */
ll_status ll_config_add_rules(const ll_config *config, ll_rule_set *rules, ll_arena *arena,
                              const char *const *checks, size_t check_count, ll_error *error);

/* Looks up every rule and option that the configuration names: LL_E_INVALID for one that is not
 * there and for a value that does not fit. */
ll_status ll_config_bind(ll_config *config, ll_arena *arena, const ll_rule_set *rules,
                         ll_error *error);

/* Which overrides hold for a file, as bits by their index; `path` counts from the configuration's
 * folder. */
uint64_t ll_config_overrides(const ll_config *config, ll_arena *arena, ll_view path);

/* Settings for each rule: the rules' own (`config` NULL), what the configuration sets, and the
 * given overrides. The configuration must be bound to these rules. */
ll_rule_setting *ll_config_settings(const ll_config *config, ll_arena *arena,
                                    const ll_rule_set *rules, uint64_t overrides);

/* A rule that is off by default and switched on without a word on its severity is Polish. */
ll_rule_setting ll_config_switched_on(const ll_rule *rule);

/* Writes the configuration as YAML that can be read again, in one file: what holds for each key,
 * and for each rule that nothing is set for a comment. NULL is the one without a file; `settings`
 * are those that hold without overrides. */
void ll_config_write(const ll_config *config, const ll_rule_set *rules,
                     const ll_rule_setting *settings, ll_buffer *out);

/* Writes a file for people to begin with: every key, in comments. */
void ll_config_write_sample(const ll_rule_set *rules, ll_buffer *out);

/* Writes the JSON Schema of configurations. */
void ll_config_write_schema(const ll_rule_set *rules, ll_buffer *out);

#endif
