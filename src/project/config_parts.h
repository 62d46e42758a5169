/* What the parts of the configuration's reader share. */
#ifndef LL_PROJECT_CONFIG_PARTS_H
#define LL_PROJECT_CONFIG_PARTS_H

#include "project/config.h"

typedef struct ll_config_reader {
    ll_config *config;
    ll_arena *arena;
    ll_source *source; /* the file that is read */
    ll_view inside;    /* its folder, from that of the configuration on */
    ll_error *error;
} ll_config_reader;

/* One key of a configuration. */
typedef struct ll_config_key {
    const char *name;
    const char *about; /* for people who fill it in; lines of a comment */
    const char *sample;
    const char *schema; /* JSON Schema of its value */
    ll_status (*read)(const ll_config_reader *reader, const ll_yaml_node *node);
} ll_config_key;

/* All keys, in the order in which they are written. */
const ll_config_key *ll_config_keys(size_t *count);

/* Fails with LL_E_INVALID at a node, or at its key. */
ll_status ll_config_fail(const ll_config_reader *reader, const ll_yaml_node *node,
                         const char *format, ...);
ll_status ll_config_fail_key(const ll_config_reader *reader, const ll_yaml_node *node,
                             const char *format, ...);

/* Fails for a name that is not among the known ones: "unknown WHAT "name": did you mean …". */
ll_status ll_config_fail_name(const ll_config_reader *reader, const ll_yaml_node *node, bool of_key,
                              const char *what, const char *const *names, size_t count);

/* Fails unless the node is of this kind; of a text also when nothing stands in it. */
ll_status ll_config_expect(const ll_config_reader *reader, const ll_yaml_node *node,
                           ll_yaml_kind kind);

/* Reads a text, or a list of them: at least one, none of them empty. `*list` is replaced. */
ll_status ll_config_read_list(const ll_config_reader *reader, const ll_yaml_node *node,
                              ll_config_list *list);

/* Readers of keys that stand in files of their own. */
ll_status ll_config_read_depths(const ll_config_reader *reader, const ll_yaml_node *node);
ll_status ll_config_read_unknown_depths(const ll_config_reader *reader, const ll_yaml_node *node);
ll_status ll_config_read_language(const ll_config_reader *reader, const ll_yaml_node *node);
ll_status ll_config_read_statuses(const ll_config_reader *reader, const ll_yaml_node *node);
ll_status ll_config_read_sections(const ll_config_reader *reader, const ll_yaml_node *node);
ll_status ll_config_read_columns(const ll_config_reader *reader, const ll_yaml_node *node);
ll_status ll_config_read_words(const ll_config_reader *reader, const ll_yaml_node *node);

/* Makes the vocabulary of the words that were read. */
void ll_config_make_vocabulary(ll_config *config, ll_arena *arena);

/* Writes the rules that are not shipped, as the key `rules`. */
void ll_config_write_rules(const ll_rule_set *rules, ll_buffer *out);

/* Names of statuses and of words, by their place in the tables. */
extern const char *const ll_config_status_names[LL_STATUS_MISSING + 1];

#endif
