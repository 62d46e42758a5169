/* A program of the build: reads the rules of a folder and writes them as C data, so that the
 * command starts without reading YAML. A wrong rule ends the build with its file, line and column.
 */
#include "base/buffer.h"
#include "base/error.h"
#include "rule/file.h"
#include "rule/people_file.h"

#include <stdio.h>
#include <stdlib.h>

enum { OUTPUT_MOST = 16 * 1024 * 1024, ARENA_MOST = 256 * 1024 * 1024 };

typedef struct job {
    ll_arena *arena;
    const char *folder, *output;
    const char *people; /* NULL: no table of what people write */
    ll_buffer out;
    ll_error error;
} job;

static void add_literal(ll_buffer *out, ll_view text) {
    ll_buffer_add_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        /* Three octal digits end by themselves; a question mark could begin a trigraph. */
        if (byte < 0x20 || byte >= 0x7F || byte == '"' || byte == '\\' || byte == '?')
            ll_buffer_add_format(out, "\\%03o", (unsigned)byte);
        else
            ll_buffer_add_byte(out, (char)byte);
    }
    ll_buffer_add_byte(out, '"');
}

static void add_view(ll_buffer *out, const char *member, ll_view text) {
    if (text.len == 0)
        return;
    ll_buffer_add_format(out, "        .%s = LL_VIEW_INIT(", member);
    add_literal(out, text);
    ll_buffer_add_cstring(out, "),\n");
}

static void add_views(ll_buffer *out, const char *name, uint32_t index, const ll_view *views,
                      uint32_t count) {
    if (count == 0)
        return;
    ll_buffer_add_format(out, "static const ll_view %s_%u[] = {\n", name, (unsigned)index);
    for (uint32_t i = 0; i < count; i++) {
        ll_buffer_add_cstring(out, "    LL_VIEW_INIT(");
        add_literal(out, views[i]);
        ll_buffer_add_cstring(out, "),\n");
    }
    ll_buffer_add_cstring(out, "};\n");
}

static const char *option_kind_name(ll_option_kind kind) {
    static const char *const names[] = {
        [LL_OPTION_NUMBER] = "LL_OPTION_NUMBER",
        [LL_OPTION_FLAG] = "LL_OPTION_FLAG",
        [LL_OPTION_TEXT] = "LL_OPTION_TEXT",
        [LL_OPTION_LIST] = "LL_OPTION_LIST",
    };
    return names[kind];
}

static void add_option(ll_buffer *out, uint32_t rule, uint32_t index,
                       const ll_rule_option *option) {
    ll_buffer_add_cstring(out, "    {\n");
    add_view(out, "name", option->name);
    ll_buffer_add_format(out, "        .kind = %s,\n        .value.number = %.17g,\n",
                         option_kind_name(option->kind), option->value.number);
    add_view(out, "value.text", option->value.text);
    if (option->value.item_count > 0)
        ll_buffer_add_format(out,
                             "        .value.items = items_%u_%u,\n"
                             "        .value.item_count = %u,\n",
                             (unsigned)rule, (unsigned)index, (unsigned)option->value.item_count);
    add_view(out, "about", option->about);
    ll_buffer_add_cstring(out, "    },\n");
}

static void add_options(ll_buffer *out, uint32_t index, const ll_rule *rule) {
    if (rule->option_count == 0)
        return;
    for (uint32_t i = 0; i < rule->option_count; i++) {
        ll_view name = ll_arena_format(out->arena, "items_%u", (unsigned)index);
        add_views(out, name.ptr, i, rule->options[i].value.items,
                  rule->options[i].value.item_count);
    }
    ll_buffer_add_format(out, "static const ll_rule_option options_%u[] = {\n", (unsigned)index);
    for (uint32_t i = 0; i < rule->option_count; i++)
        add_option(out, index, i, &rule->options[i]);
    ll_buffer_add_cstring(out, "};\n");
}

static const char *severity_name(ll_severity severity) {
    static const char *const names[] = {
        [LL_SEVERITY_CRITICAL] = "LL_SEVERITY_CRITICAL",
        [LL_SEVERITY_IMPROVEMENT] = "LL_SEVERITY_IMPROVEMENT",
        [LL_SEVERITY_POLISH] = "LL_SEVERITY_POLISH",
        [LL_SEVERITY_OFF] = "LL_SEVERITY_OFF",
    };
    return names[severity];
}

static const char *confidence_name(ll_confidence confidence) {
    return confidence == LL_CONFIDENCE_EXACT ? "LL_CONFIDENCE_EXACT" : "LL_CONFIDENCE_VERIFY";
}

static const char *kind_name(ll_rule_kind kind) {
    static const char *const names[] = {
        [LL_RULE_TEXT] = "LL_RULE_TEXT",
        [LL_RULE_ELEMENT] = "LL_RULE_ELEMENT",
        [LL_RULE_COUNT] = "LL_RULE_COUNT",
        [LL_RULE_CHECK] = "LL_RULE_CHECK",
    };
    return names[kind];
}

static void add_cases(ll_buffer *out, uint32_t index, const ll_rule *rule) {
    if (rule->case_count == 0)
        return;
    ll_buffer_add_format(out, "static const ll_rule_case cases_%u[] = {\n", (unsigned)index);
    for (uint32_t i = 0; i < rule->case_count; i++) {
        ll_buffer_add_cstring(out, "    {\n");
        add_view(out, "name", rule->cases[i].name);
        ll_buffer_add_format(out, "        .severity = %s,\n        .confidence = %s,\n",
                             severity_name(rule->cases[i].severity),
                             confidence_name(rule->cases[i].confidence));
        add_view(out, "problem", rule->cases[i].problem);
        ll_buffer_add_cstring(out, "    },\n");
    }
    ll_buffer_add_cstring(out, "};\n");
}

static void add_list(ll_buffer *out, const char *member, const char *counter, const char *name,
                     uint32_t index, uint32_t count) {
    if (count > 0)
        ll_buffer_add_format(out, "        .%s = %s_%u,\n        .%s = %u,\n", member, name,
                             (unsigned)index, counter, (unsigned)count);
}

static void add_safety(ll_buffer *out, const char *member, ll_safety safety) {
    ll_buffer_add_format(out, "        .%s = %s,\n", member,
                         safety == LL_SAFETY_SAFE ? "LL_SAFETY_SAFE" : "LL_SAFETY_UNSAFE");
}

static void add_element(ll_buffer *out, const ll_rule_element *element) {
    add_view(out, "element.select", element->select);
    add_view(out, "element.unless", element->unless);
    add_view(out, "element.add_class", element->add_class);
    add_safety(out, "element.safety", element->safety);
    ll_buffer_add_format(out,
                         "        .element.within = %d,\n        .element.require = %d,\n"
                         "        .element.outermost = %d,\n"
                         "        .element.min = %u,\n        .element.max = %u,\n",
                         (int)element->within, element->require, element->outermost,
                         (unsigned)element->min, (unsigned)element->max);
}

static void add_part(ll_buffer *out, uint32_t index, const ll_rule *rule) {
    if (rule->kind == LL_RULE_ELEMENT)
        add_element(out, &rule->element);
    add_view(out, "count.of", rule->count.of);
    add_list(out, "text.scopes", "text.scope_count", "scopes", index, rule->text.scope_count);
    add_view(out, "text.pattern", rule->text.pattern);
    add_view(out, "text.unless", rule->text.unless);
    add_view(out, "text.replace", rule->text.replace);
    ll_buffer_add_format(out, "        .text.replaces = %d,\n        .text.tight = %d,\n",
                         rule->text.replaces, rule->text.tight);
    add_safety(out, "text.safety", rule->text.safety);
}

static void add_rule(ll_buffer *out, uint32_t index, const ll_rule *rule) {
    ll_buffer_add_cstring(out, "    {\n");
    add_view(out, "id", rule->id);
    ll_buffer_add_format(out,
                         "        .kind = %s,\n        .severity = %s,\n        .confidence = %s,\n"
                         "        .reads = {%d, %d, %d},\n",
                         kind_name(rule->kind), severity_name(rule->severity),
                         confidence_name(rule->confidence), rule->reads[LL_DOCUMENT_PLAN],
                         rule->reads[LL_DOCUMENT_LESSON], rule->reads[LL_READS_WIDGETS]);
    ll_buffer_add_cstring(out, rule->history ? "        .history = true,\n" : "");
    add_view(out, "since", rule->since);
    add_view(out, "title", rule->title);
    add_view(out, "message", rule->message);
    add_view(out, "issue", rule->issue);
    add_view(out, "impact", rule->impact);
    add_view(out, "fix", rule->fix);
    add_view(out, "praise", rule->praise);
    add_view(out, "noun", rule->noun);
    add_list(out, "values", "value_count", "values", index, rule->value_count);
    add_list(out, "options", "option_count", "options", index, rule->option_count);
    add_list(out, "cases", "case_count", "cases", index, rule->case_count);
    add_part(out, index, rule);
    ll_buffer_add_format(out, "        .loads = %u,\n", rule->loads);
    ll_buffer_add_cstring(out, "    },\n");
}

static void add_rules(ll_buffer *out, const ll_rule_set *rules) {
    ll_buffer_add_cstring(out, "/* The shipped rules, made from rules/ by the build. */\n"
                               "#include \"rule/rule.h\"\n\n");
    for (uint32_t i = 0; i < rules->len; i++) {
        const ll_rule *rule = rules->at[i];
        add_views(out, "values", i, rule->values, rule->value_count);
        add_views(out, "scopes", i, rule->text.scopes, rule->text.scope_count);
        add_options(out, i, rule);
        add_cases(out, i, rule);
    }
    ll_buffer_add_cstring(out, "\nconst ll_rule ll_shipped_rules[] = {\n");
    for (uint32_t i = 0; i < rules->len; i++)
        add_rule(out, i, rules->at[i]);
    ll_buffer_add_format(out, "};\n\nconst uint32_t ll_shipped_rule_count = %u;\n",
                         (unsigned)rules->len);
}

static void add_person(ll_buffer *out, uint32_t index, const ll_people_entry *entry) {
    ll_buffer_add_cstring(out, "    {\n");
    add_view(out, "about", entry->about);
    add_list(out, "title", "title_count", "people_title", index, entry->title_count);
    add_list(out, "text", "text_count", "people_text", index, entry->text_count);
    add_list(out, "unless", "unless_count", "people_unless", index, entry->unless_count);
    add_list(out, "rules", "rule_count", "people_rules", index, entry->rule_count);
    ll_buffer_add_format(out, "        .open = %s,\n", entry->open ? "true" : "false");
    ll_buffer_add_format(out, "        .place = (ll_people_place)%d,\n", (int)entry->place);
    add_list(out, "places", "place_count", "people_places", index, entry->place_count);
    ll_buffer_add_cstring(out, "    },\n");
}

static void add_people(ll_buffer *out, const ll_people_entries *people) {
    ll_buffer_add_cstring(out, "\n#include \"rule/people.h\"\n\n");
    for (uint32_t i = 0; i < people->len; i++) {
        const ll_people_entry *entry = &people->at[i];
        add_views(out, "people_title", i, entry->title, entry->title_count);
        add_views(out, "people_text", i, entry->text, entry->text_count);
        add_views(out, "people_unless", i, entry->unless, entry->unless_count);
        add_views(out, "people_rules", i, entry->rules, entry->rule_count);
        add_views(out, "people_places", i, entry->places, entry->place_count);
    }
    ll_buffer_add_cstring(out, "\nconst ll_people_entry ll_shipped_people[] = {\n");
    for (uint32_t i = 0; i < people->len; i++)
        add_person(out, i, &people->at[i]);
    ll_buffer_add_format(out, "};\n\nconst uint32_t ll_shipped_people_count = %u;\n",
                         (unsigned)people->len);
}

/* A user's rule may leave these out, a shipped one may not. */
static ll_status check_shipped(const job *work, const ll_rule *rule, ll_error *error) {
    bool complete = rule->since.len && rule->praise.len && rule->noun.len;
    if (complete)
        return LL_OK;
    ll_view path =
        ll_arena_format(work->arena, "%s/%.*s.yaml", work->folder, LL_VIEW_ARG(rule->id));
    return ll_error_set(error, LL_E_INVALID, path, 0, 0,
                        "a shipped rule needs \"since\", \"praise\" and \"noun\"");
}

static void compile(void *context) {
    job *work = context;
    ll_rule_set rules = {0};
    ll_status status =
        ll_rules_load(&rules, work->arena, ll_view_of(work->folder), NULL, 0, &work->error);
    for (uint32_t i = 0; i < rules.len && status == LL_OK; i++)
        status = check_shipped(work, rules.at[i], &work->error);
    if (status == LL_OK && rules.len == 0)
        status = ll_error_set(&work->error, LL_E_INVALID, ll_view_of(work->folder), 0, 0,
                              "there are no rules");
    if (status == LL_OK)
        add_rules(&work->out, &rules);
    ll_people_entries people = {0};
    if (status == LL_OK && work->people)
        status =
            ll_people_read(&people, work->arena, ll_view_of(work->people), &rules, &work->error);
    if (status == LL_OK && work->people)
        add_people(&work->out, &people);
}

static bool write_output(const job *work) {
    FILE *file = fopen(work->output, "wb");
    bool written = file && fwrite(work->out.ptr, 1, work->out.len, file) == work->out.len;
    return (!file || fclose(file) == 0) && written;
}

static int complain(const ll_error *error) {
    fputs(error->path, stderr);
    if (error->line)
        fprintf(stderr, ":%u:%u", (unsigned)error->line, (unsigned)error->column);
    fprintf(stderr, "%s%s\n", error->path[0] ? ": error: " : "error: ", error->text);
    return EXIT_FAILURE;
}

int main(int count, char **arguments) {
    if (count != 3 && count != 4) {
        fputs("usage: lessonlint_compile_rules FOLDER OUTPUT.c [PEOPLE.yaml]\n", stderr);
        return EXIT_FAILURE;
    }
    job work = {.folder = arguments[1], .output = arguments[2]};
    work.people = count == 4 ? arguments[3] : NULL;
    work.arena = ll_arena_new(ARENA_MOST);
    work.out = (ll_buffer){.arena = work.arena, .most = OUTPUT_MOST};
    ll_error error = {.text = "out of memory"};
    int result = EXIT_SUCCESS;
    if (!work.arena || ll_arena_guard(work.arena, compile, &work, &error) != LL_OK)
        result = complain(&error);
    else if (work.error.status != LL_OK)
        result = complain(&work.error);
    else if (!write_output(&work)) {
        fprintf(stderr, "error: cannot write %s\n", work.output);
        result = EXIT_FAILURE;
    }
    ll_arena_free(work.arena);
    return result;
}
