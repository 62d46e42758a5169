/* Reading rules/reviews/people.yaml. */
#include "rule/people_file.h"

#include "rule/file.h"
#include "text/pattern.h"

#include <stdio.h>

enum { ENTRIES_MOST = 500, PATH_MOST = 64 };

typedef struct list {
    char **at;
    uint32_t len;
} list;

typedef struct file_entry {
    char *about;
    list title, text, unless, rules, places;
    int place;   /* an ll_people_place */
    int silence; /* a silence */
} file_entry;

typedef struct people_file {
    file_entry *people;
    uint32_t people_count;
} people_file;

/* What it says when the rules find nothing. */
typedef enum silence { SILENCE_FIXED, SILENCE_OPEN } silence;

static const cyaml_strval_t silences[] = {{"fixed", SILENCE_FIXED}, {"open", SILENCE_OPEN}};

static const cyaml_strval_t kinds[] = {
    {"misconception", LL_PLACE_MISCONCEPTION},
    {"modality", LL_PLACE_MODALITY},
    {"section", LL_PLACE_SECTION},
    {"block", LL_PLACE_BLOCK},
    {"concept", LL_PLACE_CONCEPT},
    {"example", LL_PLACE_EXAMPLE},
};

static const cyaml_schema_value_t text_entry = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, LL_RULE_TEXT_MOST)};

#define PATTERNS(key, flags, at, len)                                                              \
    CYAML_FIELD_SEQUENCE_COUNT(key, CYAML_FLAG_POINTER | (flags), file_entry, at, len,             \
                               &text_entry, 1, LL_RULE_ENTRIES_MOST)

static const cyaml_schema_field_t entry_fields[] = {
    CYAML_FIELD_STRING_PTR("about", CYAML_FLAG_POINTER, file_entry, about, 1, LL_RULE_TEXT_MOST),
    PATTERNS("title", CYAML_FLAG_OPTIONAL, title.at, title.len),
    PATTERNS("text", CYAML_FLAG_OPTIONAL, text.at, text.len),
    PATTERNS("unless", CYAML_FLAG_OPTIONAL, unless.at, unless.len),
    PATTERNS("rules", CYAML_FLAG_DEFAULT, rules.at, rules.len),
    CYAML_FIELD_ENUM("silence", CYAML_FLAG_STRICT | CYAML_FLAG_OPTIONAL, file_entry, silence,
                     silences, sizeof silences / sizeof *silences),
    CYAML_FIELD_ENUM("place", CYAML_FLAG_STRICT | CYAML_FLAG_OPTIONAL, file_entry, place, kinds,
                     sizeof kinds / sizeof *kinds),
    PATTERNS("named", CYAML_FLAG_OPTIONAL, places.at, places.len),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t people_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, file_entry, entry_fields)};

static const cyaml_schema_field_t file_fields[] = {
    CYAML_FIELD_SEQUENCE_COUNT("people", CYAML_FLAG_POINTER, people_file, people, people_count,
                               &people_entry, 1, ENTRIES_MOST),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t file_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, people_file, file_fields)};

typedef struct reading {
    ll_arena *arena;
    const ll_yaml_places *places;
    const ll_rule_set *rules;
    uint32_t index;
    ll_error *error;
} reading;

static ll_status fail(const reading *on, const char *key, uint32_t at, const char *text) {
    char path[PATH_MOST];
    snprintf(path, sizeof path, "people[%u].%s[%u]", (unsigned)on->index, key, (unsigned)at);
    return ll_yaml_fail(on->error, on->places, path, LL_YAML_WHOLE, "%s", text);
}

static const ll_view *views(const reading *on, const list *texts) {
    ll_view *all = LL_ARENA_ARRAY(on->arena, ll_view, texts->len);
    for (uint32_t i = 0; i < texts->len; i++)
        all[i] = ll_view_of(texts->at[i]);
    return all;
}

static ll_status check_patterns(const reading *on, const char *key, const list *patterns) {
    for (uint32_t i = 0; i < patterns->len; i++) {
        ll_pattern *pattern = NULL;
        ll_error inner = {0};
        if (ll_pattern_new(&pattern, on->arena, ll_view_of(patterns->at[i]), &inner) != LL_OK)
            return fail(on, key, i, inner.text);
    }
    return LL_OK;
}

static ll_status check_rules(const reading *on, const list *rules) {
    for (uint32_t i = 0; i < rules->len; i++)
        if (ll_rule_index(on->rules, ll_view_of(rules->at[i])) == LL_RULE_NONE)
            return fail(on, "rules", i, "there is no such rule");
    return LL_OK;
}

static ll_status check_entry(const reading *on, const file_entry *entry) {
    const struct {
        const char *key;
        const list *patterns;
    } lists[] = {{"title", &entry->title},
                 {"text", &entry->text},
                 {"unless", &entry->unless},
                 {"named", &entry->places}};
    ll_status status = check_rules(on, &entry->rules);
    for (size_t i = 0; i < sizeof lists / sizeof *lists && status == LL_OK; i++)
        status = check_patterns(on, lists[i].key, lists[i].patterns);
    if (status == LL_OK && entry->title.len == 0 && entry->text.len == 0)
        status = fail(on, "rules", 0, "an entry needs \"title\" or \"text\"");
    if (status == LL_OK && (entry->places.len > 0) != (entry->place != LL_PLACE_NONE))
        status = fail(on, "rules", 0, "\"place\" and \"named\" go together");
    return status;
}

ll_status ll_people_read(ll_people_entries *entries, ll_arena *arena, ll_view path,
                         const ll_rule_set *rules, ll_error *error) {
    ll_source *source = NULL;
    void *data = NULL;
    ll_yaml_places *places = NULL;
    ll_status status = ll_source_read(&source, arena, path, error);
    if (status == LL_OK)
        status = ll_yaml_load(&data, &places, arena, source, &file_schema, error);
    if (status != LL_OK)
        return status;
    const people_file *file = data;
    for (uint32_t i = 0; i < file->people_count; i++) {
        const file_entry *given = &file->people[i];
        reading on = {arena, places, rules, i, error};
        status = check_entry(&on, given);
        if (status != LL_OK)
            return status;
        LL_ARRAY_PUSH(arena, entries,
                      ((ll_people_entry){
                          .about = ll_view_of(given->about),
                          .title = views(&on, &given->title),
                          .title_count = given->title.len,
                          .text = views(&on, &given->text),
                          .text_count = given->text.len,
                          .unless = views(&on, &given->unless),
                          .unless_count = given->unless.len,
                          .rules = views(&on, &given->rules),
                          .rule_count = given->rules.len,
                          .open = given->silence == SILENCE_OPEN,
                          .place = (ll_people_place)given->place,
                          .places = views(&on, &given->places),
                          .place_count = given->places.len,
                      }));
    }
    return LL_OK;
}
