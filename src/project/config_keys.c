/* The keys of a configuration. To add one: a row here, its member in config.h, its line in
 * config_write.c, and its part of docs/configuration.md. */
#include "project/config_parts.h"

#include "base/error.h"
#include "project/glob.h"

enum { THRESHOLD_MOST = 1000, SEVERITIES_AND_OFF = LL_SEVERITY_OFF + 1 };

static ll_status read_severities(const ll_config_reader *reader, const ll_yaml_node *node,
                                 ll_config_tuning *tuning) {
    const char *names[SEVERITIES_AND_OFF];
    for (int i = 0; i < SEVERITIES_AND_OFF; i++)
        names[i] = ll_severity_name((ll_severity)i);
    ll_status status = ll_config_expect(reader, node, LL_YAML_MAP);
    for (const ll_yaml_node *entry = node->first; entry && status == LL_OK; entry = entry->next) {
        size_t severity = 0;
        status = ll_config_expect(reader, entry, LL_YAML_TEXT);
        while (severity < SEVERITIES_AND_OFF &&
               !ll_view_equal(entry->text, ll_view_of(names[severity])))
            severity++;
        if (status == LL_OK && severity == SEVERITIES_AND_OFF)
            return ll_config_fail_name(reader, entry, false, "severity", names, SEVERITIES_AND_OFF);
        LL_ARRAY_PUSH(reader->arena, &tuning->severities,
                      ((ll_config_severity){
                          .rule = entry->key,
                          .place = {reader->source->path, entry->key_line, entry->key_column},
                          .severity = (ll_severity)severity}));
    }
    return status;
}

static ll_status read_options(const ll_config_reader *reader, const ll_yaml_node *node,
                              ll_config_tuning *tuning) {
    ll_status status = ll_config_expect(reader, node, LL_YAML_MAP);
    for (const ll_yaml_node *rule = node->first; rule && status == LL_OK; rule = rule->next) {
        status = ll_config_expect(reader, rule, LL_YAML_MAP);
        for (const ll_yaml_node *entry = rule->first; entry && status == LL_OK; entry = entry->next)
            LL_ARRAY_PUSH(
                reader->arena, &tuning->options,
                ((ll_config_option){
                    .rule = rule->key,
                    .place = {reader->source->path, rule->key_line, rule->key_column},
                    .option_place = {reader->source->path, entry->key_line, entry->key_column},
                    .node = entry}));
    }
    return status;
}

static ll_status read_severity(const ll_config_reader *reader, const ll_yaml_node *node) {
    return read_severities(reader, node, &reader->config->tuning);
}

static ll_status read_option(const ll_config_reader *reader, const ll_yaml_node *node) {
    return read_options(reader, node, &reader->config->tuning);
}

/* Patterns with the placeholders of `names`. `*list` is replaced. */
static ll_status read_globs(const ll_config_reader *reader, const ll_yaml_node *node,
                            const char *const *names, size_t count, ll_config_list *list) {
    ll_status status = ll_config_read_list(reader, node, list);
    const ll_yaml_node *entry = node->kind == LL_YAML_LIST ? node->first : node;
    for (uint32_t i = 0; status == LL_OK && i < list->len; i++, entry = entry->next) {
        ll_error inner = {0};
        if (ll_glob_check(list->at[i], names, count, &inner) != LL_OK)
            return ll_config_fail(reader, entry, "%s", inner.text);
    }
    return status;
}

static const char *const slug_names[] = {"slug", "Slug"};
static const char *const notebook_names[] = {"notebook", "slug"};

static ll_status read_plans(const ll_config_reader *reader, const ll_yaml_node *node) {
    return read_globs(reader, node, slug_names, 2, &reader->config->plans);
}

static ll_status read_lessons(const ll_config_reader *reader, const ll_yaml_node *node) {
    return read_globs(reader, node, slug_names, 2, &reader->config->lessons);
}

static ll_status read_routes(const ll_config_reader *reader, const ll_yaml_node *node) {
    return read_globs(reader, node, slug_names, 2, &reader->config->routes);
}

static ll_status read_records(const ll_config_reader *reader, const ll_yaml_node *node) {
    return read_globs(reader, node, NULL, 0, &reader->config->records);
}

static ll_status read_notebooks(const ll_config_reader *reader, const ll_yaml_node *node) {
    return read_globs(reader, node, notebook_names, 2, &reader->config->notebooks);
}

static ll_status read_aliases(const ll_config_reader *reader, const ll_yaml_node *node) {
    ll_status status = ll_config_expect(reader, node, LL_YAML_MAP);
    for (const ll_yaml_node *entry = node->first; entry && status == LL_OK; entry = entry->next) {
        status = ll_config_expect(reader, entry, LL_YAML_TEXT);
        if (status != LL_OK)
            return status;
        ll_view to = entry->text;
        if (ll_view_equal(to, LL_VIEW(".")) || ll_view_equal(to, LL_VIEW("./")))
            to = (ll_view){0};
        while (ll_view_ends(to, LL_VIEW("/")) && to.len > 1)
            to = ll_view_slice(to, 0, to.len - 1);
        ll_error inner = {0};
        if (entry->key.len == 0)
            return ll_config_fail_key(reader, entry, "expected how an import begins, like \"@/\"");
        if (to.len > 0 && strpbrk(entry->text.ptr, "*?{}"))
            return ll_config_fail(reader, entry, "expected a folder, without patterns");
        if (to.len > 0 && ll_glob_check(to, NULL, 0, &inner) != LL_OK)
            return ll_config_fail(reader, entry, "%s", inner.text);
        LL_ARRAY_PUSH(reader->arena, &reader->config->aliases, ((ll_config_alias){entry->key, to}));
    }
    return status;
}

static ll_status read_threshold(const ll_config_reader *reader, const ll_yaml_node *node) {
    double number;
    if (!ll_yaml_number(node, &number) || number < 1 || number > THRESHOLD_MOST ||
        number != (uint32_t)number)
        return ll_config_fail(reader, node, "expected a whole number from 1 to %d for \"%.*s\"",
                              THRESHOLD_MOST, LL_VIEW_ARG(node->key));
    reader->config->major_threshold = (uint32_t)number;
    return LL_OK;
}

static ll_status read_polish_notes(const ll_config_reader *reader, const ll_yaml_node *node) {
    if (ll_yaml_switch(node, &reader->config->polish_notes))
        return LL_OK;
    return ll_config_fail(reader, node, "expected true or false for \"%.*s\"",
                          LL_VIEW_ARG(node->key));
}

/* A mapping with few keys, each with its reader. */
typedef struct part {
    const char *name;
    ll_status (*read)(const ll_config_reader *reader, const ll_yaml_node *node);
} part;

enum { PARTS_MOST = 4 };

static const part *find_part(const part *parts, size_t count, const ll_yaml_node *node) {
    for (size_t i = 0; i < count; i++)
        if (ll_view_equal(node->key, ll_view_of(parts[i].name)))
            return &parts[i];
    return NULL;
}

static ll_status unknown_part(const ll_config_reader *reader, const ll_yaml_node *node,
                              const part *parts, size_t count) {
    const char *names[PARTS_MOST];
    for (size_t i = 0; i < count; i++)
        names[i] = parts[i].name;
    return ll_config_fail_name(reader, node, true, "key", names, count);
}

static ll_status read_verdict(const ll_config_reader *reader, const ll_yaml_node *node) {
    static const part parts[] = {{"major-threshold", read_threshold},
                                 {"polish-notes", read_polish_notes}};
    ll_status status = ll_config_expect(reader, node, LL_YAML_MAP);
    for (const ll_yaml_node *entry = node->first; entry && status == LL_OK; entry = entry->next) {
        const part *found = find_part(parts, 2, entry);
        if (!found)
            return unknown_part(reader, entry, parts, 2);
        status = found->read(reader, entry);
    }
    return status;
}

static ll_status read_override(const ll_config_reader *reader, const ll_yaml_node *node) {
    static const part parts[] = {{"files", NULL}, {"severity", NULL}, {"options", NULL}};
    ll_config_override one = {0};
    ll_status status = ll_config_expect(reader, node, LL_YAML_MAP);
    for (const ll_yaml_node *entry = node->first; entry && status == LL_OK; entry = entry->next) {
        const part *found = find_part(parts, 3, entry);
        if (!found)
            return unknown_part(reader, entry, parts, 3);
        status = found == &parts[0]   ? read_globs(reader, entry, NULL, 0, &one.files)
                 : found == &parts[1] ? read_severities(reader, entry, &one.tuning)
                                      : read_options(reader, entry, &one.tuning);
    }
    if (status != LL_OK)
        return status;
    if (one.files.len == 0)
        return ll_config_fail(reader, node, "missing key \"files\"");
    if (one.tuning.severities.len == 0 && one.tuning.options.len == 0)
        return ll_config_fail(reader, node,
                              "expected \"severity\" or \"options\" beside \"files\"");
    LL_ARRAY_PUSH(reader->arena, &reader->config->overrides, one);
    return LL_OK;
}

static ll_status read_overrides(const ll_config_reader *reader, const ll_yaml_node *node) {
    ll_status status = ll_config_expect(reader, node, LL_YAML_LIST);
    for (const ll_yaml_node *entry = node->first; entry && status == LL_OK; entry = entry->next) {
        if (reader->config->overrides.len == LL_CONFIG_OVERRIDES_MOST)
            return ll_config_fail(reader, entry, "more than %u overrides",
                                  LL_CONFIG_OVERRIDES_MOST);
        status = read_override(reader, entry);
    }
    return status;
}

/* What stands in them is read as rule files are, see ll_config_add_rules. */
static ll_status read_rules(const ll_config_reader *reader, const ll_yaml_node *node) {
    return ll_config_expect(reader, node, LL_YAML_LIST);
}

/* `ll_config_read` has followed it. */
static ll_status skip_extends(const ll_config_reader *reader, const ll_yaml_node *node) {
    return ll_config_expect(reader, node, LL_YAML_LIST);
}

/* Schemas may refer to what config_schema.c defines. */
#define TEXTS "{ \"$ref\": \"#/$defs/texts\" }"
#define PATHS "{ \"$ref\": \"#/$defs/paths\" }"

static const ll_config_key keys[] = {
    {"extends",
     "What this file begins with, one after the other: recommended (the rules as they "
     "are), all (also the rules that are off by default), or other files of this folder.",
     "extends: [recommended]\n",
     "{ \"type\": \"array\", \"items\": { \"type\": \"string\", \"minLength\": 1 } }",
     skip_extends},
    {"plans",
     "Where the planning documents are. {slug} is the lesson's name in kebab case; `*` and "
     "`?` stand for characters of a name, `**` for folders.",
     "plans: \"curriculum/**/lessons/{slug}.md\"\n", PATHS, read_plans},
    {"lessons",
     "Where the lessons are. {Slug} is the same name in Pascal case; letter case, hyphens "
     "and a number in front do not matter.",
     "lessons: \"src/components/lessons/**/{Slug}Lesson.tsx\"\n", PATHS, read_lessons},
    {"routes",
     "Pages that import a lesson's component, when names alone do not tell which plan and "
     "lesson belong together.",
     "routes: \"src/app/**/lesson/{slug}/page.tsx\"\n", PATHS, read_routes},
    {"records", "Records of what the modules have taught.",
     "records: \"curriculum/**/record.md\"\n", PATHS, read_records},
    {"notebooks", "Where notebooks are.", "notebooks: \"notebooks/{notebook}\"\n", PATHS,
     read_notebooks},
    {"aliases", "Where imports of widgets and diagrams are found that begin so.",
     "aliases: { \"@/\": \"src/\" }\n",
     "{ \"type\": \"object\", \"additionalProperties\": { \"type\": \"string\", \"minLength\": 1 } "
     "}",
     read_aliases},
    {"language", "The language of plans and lessons; decides how words are compared.",
     "language: english\n", "{ \"$ref\": \"#/$defs/language\" }", ll_config_read_language},
    {"depths",
     "How deep a concept can be known, the lowest first. The first name of a level is the "
     "one that is shown.",
     "depths: [[NOT TAUGHT, MISSING], [MENTIONED], [INTRODUCED], [DEVELOPED], [APPLIED]]\n",
     "{ \"type\": \"array\", \"minItems\": 2, \"maxItems\": 16, \"items\": "
     "{ \"type\": \"array\", \"minItems\": 1, \"items\": { \"type\": \"string\", \"minLength\": 1 "
     "} } }",
     ll_config_read_depths},
    {"unknown-depths", "How cells begin that name no depth on purpose.",
     "unknown-depths: [assumed, n/a, none, established]\n", TEXTS, ll_config_read_unknown_depths},
    {"statuses", "How the status of a prerequisite begins.",
     "statuses: { ok: [OK], gap: [GAP], missing: [MISSING], none: [N/A] }\n",
     "{ \"$ref\": \"#/$defs/statuses\" }", ll_config_read_statuses},
    {"sections", "How the titles of sections begin.",
     "sections: { misconceptions: [misconceptions, common mistakes] }\n",
     "{ \"$ref\": \"#/$defs/sections\" }", ll_config_read_sections},
    {"columns", "How the header cells of tables begin, besides the English ones.",
     "columns: { prerequisites: { required: [needed depth], actual: [known depth] } }\n",
     "{ \"$ref\": \"#/$defs/columns\" }", ll_config_read_columns},
    {"words", "Words for the type of an example and for modalities, besides the English ones.",
     "words: { negative: [boundary case], visual: [sketch] }\n", "{ \"$ref\": \"#/$defs/words\" }",
     ll_config_read_words},
    {"severity",
     "critical, improvement, polish or off for single rules; `lessonlint rules` lists "
     "them.",
     NULL, "{ \"$ref\": \"#/$defs/severity\" }", read_severity},
    {"options", "Options of single rules; `lessonlint explain RULE` says more of each.", NULL,
     "{ \"$ref\": \"#/$defs/options\" }", read_option},
    {"overrides",
     "Other settings for pairs of which the plan or the lesson matches a pattern; the "
     "last one that matches wins.",
     "overrides: [{ files: \"**/module-1-*/**\", severity: { misconception-count: polish } }]\n",
     "{ \"type\": \"array\", \"maxItems\": 64, \"items\": { \"type\": \"object\", "
     "\"additionalProperties\": false, \"required\": [\"files\"],\n\"properties\": { "
     "\"files\": { \"$ref\": \"#/$defs/paths\" }, \"severity\": { \"$ref\": \"#/$defs/severity\" "
     "}, "
     "\"options\": { \"$ref\": \"#/$defs/options\" } },\n"
     "\"anyOf\": [{ \"required\": [\"severity\"] }, { \"required\": [\"options\"] }] } }",
     read_overrides},
    {"rules", "Rules of your own, written as rule files are.", "rules: []\n",
     "{ \"type\": \"array\", \"maxItems\": 1000, \"items\": { \"$ref\": \"#/$defs/rule\" } }",
     read_rules},
    {"verdict",
     "From how many critical findings a lesson needs a MAJOR REVISION, and whether a PASS "
     "says that there are polish findings.",
     "verdict: { major-threshold: 1, polish-notes: false }\n",
     "{ \"type\": \"object\", \"additionalProperties\": false, \"properties\": {\n"
     "\"major-threshold\": { \"type\": \"integer\", \"minimum\": 1, \"maximum\": 1000 },\n"
     "\"polish-notes\": { \"enum\": [true, false, \"yes\", \"no\", \"on\", \"off\"] } } }",
     read_verdict},
};

const ll_config_key *ll_config_keys(size_t *count) {
    *count = sizeof keys / sizeof *keys;
    return keys;
}
