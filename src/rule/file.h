/* A rule file as YAML gives it, before it is a rule. */
#ifndef LL_RULE_FILE_H
#define LL_RULE_FILE_H

#include "base/buffer.h"
#include "rule/rule.h"
#include "yaml/load.h"

/* Most bytes of one text of a rule (a C string literal may have 4,095), of a name, and most entries
 * of one list. */
#define LL_RULE_TEXT_MOST 2000u
#define LL_RULE_NAME_MOST 64u
#define LL_RULE_ENTRIES_MOST 32u

/* Enumerated values are one more than those of the rule: 0 says that the key is absent. */
typedef struct ll_file_option {
    char *name;
    double *value; /* one of these four says what the option is, and its value */
    bool *flag;
    char *text;
    char **items;
    uint32_t item_count;
    char *about;
} ll_file_option;

typedef struct ll_file_case {
    char *name;
    int severity, confidence;
    char *problem;
} ll_file_case;

/* Of a fix. */
typedef enum ll_file_safety { LL_FILE_UNSAFE = 1, LL_FILE_SAFE } ll_file_safety;

typedef struct ll_file_element {
    char *select, *unless;
    int within; /* an ll_rule_within */
    bool require, outermost;
    uint32_t min, max;
    char *add_class;
    int safety; /* an ll_file_safety */
} ll_file_element;

typedef struct ll_file_text {
    char **scopes;
    uint32_t scope_count;
    char *pattern, *unless, *replace;
    bool tight;
    int safety; /* an ll_file_safety */
} ll_file_text;

typedef struct ll_file_count {
    char *of;
    uint32_t *min, *max;
} ll_file_count;

/* What a rule is about. */
enum { LL_FILE_LESSON = 1, LL_FILE_HISTORY };

typedef struct ll_file_when {
    int *loads; /* ll_load, which is never 0 here */
    uint32_t load_count;
} ll_file_when;

typedef struct ll_file_invalid {
    char *text;
    char **at;
    uint32_t at_count;
    uint32_t *count;
} ll_file_invalid;

typedef struct ll_rule_file {
    char *id;
    int kind, severity, confidence;
    int about; /* LL_FILE_LESSON or LL_FILE_HISTORY */
    char *since;
    int *reads;
    uint32_t read_count;
    char *title, *message, *issue, *impact, *fix, *praise, *noun;
    char **values;
    uint32_t value_count;
    ll_file_option *options;
    uint32_t option_count;
    ll_file_case *cases;
    uint32_t case_count;
    ll_file_element *element;
    ll_file_text *text;
    ll_file_count *count;
    ll_file_when *when;
    char **valid;
    uint32_t valid_count;
    ll_file_invalid *invalid;
    uint32_t invalid_count;
} ll_rule_file;

/* The schema of the struct above, for ll_yaml_load. */
extern const cyaml_schema_value_t ll_rule_file_schema;

/* The same as an entry of a list. */
extern const cyaml_schema_value_t ll_rule_entry_schema;

/* Writes the schema of one rule as JSON Schema. */
void ll_rule_write_schema(ll_buffer *out);

/* What the schema cannot say: whether names, places and parts of the rule go together, and whether
 * templates, selectors and patterns can be read. `checks` are the ids of the built-in checks, NULL
 * when they are not known. */
ll_status ll_rule_file_check(const ll_rule_file *file, const ll_yaml_places *places,
                             ll_arena *arena, const char *const *checks, size_t check_count,
                             ll_error *error);

/* Reads one file as a rule. Its views point into the arena. */
ll_status ll_rule_read(const ll_rule **rule, ll_arena *arena, ll_source *source,
                       const char *const *checks, size_t check_count, ll_error *error);

/* The rule that a checked file says. Its views point into the file. */
const ll_rule *ll_rule_of_file(ll_arena *arena, const ll_rule_file *file);

/* Puts a rule where it belongs, in place of one of the same id; see ll_rules_load. `rules->at` has
 * room for one more; `path` is the file that it comes from. */
ll_status ll_rule_put(ll_rule_set *rules, ll_arena *arena, const ll_rule *rule, ll_view path,
                      ll_error *error);

/* The *.yaml files of a folder, sorted by name, as "folder/name". LL_E_IO when it cannot be read,
 * LL_E_LIMIT past LL_RULES_MOST. */
typedef LL_ARRAY(ll_view) ll_rule_paths;
ll_status ll_rule_paths_read(ll_rule_paths *paths, ll_arena *arena, ll_view folder,
                             ll_error *error);

#endif
