/* What has to be true of a rule file beyond its schema. */
#include "base/error.h"
#include "rule/file.h"
#include "rule/selector.h"
#include "rule/template.h"
#include "text/pattern.h"

#include <stdio.h>

/* Common placeholders, those of a kind and those of a check. */
enum { PLACEHOLDERS_MOST = 8 + LL_RULE_ENTRIES_MOST, PATH_MOST = 64 };

typedef struct checker {
    const ll_rule_file *file;
    const ll_yaml_places *places;
    ll_arena *arena;
    ll_error *error;
    ll_rule_kind kind;
    const char *names[PLACEHOLDERS_MOST]; /* what finding texts may hold; see list_placeholders */
    size_t name_count;
} checker;

enum { KIND_VALUES_MOST = 3, NAMES_ROOM = 256 };

/* The placeholders that each kind supplies itself. */
static const char *const kind_values[][KIND_VALUES_MOST] = {
    [LL_RULE_TEXT] = {"match"},
    [LL_RULE_ELEMENT] = {"tag"},
    [LL_RULE_COUNT] = {"count", "min", "max"},
    [LL_RULE_CHECK] = {NULL},
};

static bool is_word(const char *name, char joint) {
    char last = joint;
    for (; *name; last = *name++)
        if (*name == joint ? last == joint : !ll_is_lower(*name) && !ll_is_digit(*name))
            return false;
    return last != joint;
}

static ll_status fail(const checker *c, const char *path, const char *text) {
    return ll_yaml_fail(c->error, c->places, path, LL_YAML_WHOLE, "%s", text);
}

/* "a, b, c" in `list`, empty when it has no room. */
static void join_names(char list[NAMES_ROOM], const char *const *names, size_t count) {
    size_t len = 0;
    list[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        int added = snprintf(list + len, NAMES_ROOM - len, "%s%s", i ? ", " : "", names[i]);
        if (added < 0 || (size_t)added >= NAMES_ROOM - len) {
            list[0] = '\0';
            return;
        }
        len += (size_t)added;
    }
}

/* "what "name"", then the name that may have been meant, or all of a few. */
static ll_status fail_unknown(const checker *c, const char *path, const char *what,
                              const char *name, const char *const *known, size_t count) {
    const char *nearest = ll_error_nearest(ll_view_of(name), known, count);
    if (nearest)
        return ll_yaml_fail(c->error, c->places, path, LL_YAML_WHOLE,
                            "%s \"%s\": did you mean \"%s\"?", what, name, nearest);
    char list[NAMES_ROOM];
    join_names(list, known, count);
    return ll_yaml_fail(c->error, c->places, path, LL_YAML_WHOLE, "%s \"%s\"%s%s", what, name,
                        list[0] ? "; expected one of " : "", list);
}

/* The file's name without folder and ".yaml". */
static ll_view stem_of(ll_view path) {
    ll_view name = ll_view_file_name(path);
    return ll_view_ends(name, LL_VIEW(".yaml")) ? ll_view_slice(name, 0, name.len - 5) : name;
}

static ll_status check_id(const checker *c, const char *const *checks, size_t check_count) {
    const char *id = c->file->id;
    if (!is_word(id, '-'))
        return fail(c, "id", "an id is made of small letters and digits, joined by single hyphens");
    ll_view stem = stem_of(c->places->file);
    if (c->places->inside.len == 0 && !ll_view_equal(stem, ll_view_of(id)))
        return ll_yaml_fail(c->error, c->places, "id", LL_YAML_WHOLE,
                            "the id \"%s\" is not the name of the file, \"%.*s\"", id,
                            LL_VIEW_ARG(stem));
    if (c->kind != LL_RULE_CHECK || !checks)
        return LL_OK;
    for (size_t i = 0; i < check_count; i++)
        if (strcmp(checks[i], id) == 0)
            return LL_OK;
    return fail_unknown(c, "id", "a rule of kind check needs a built-in check, and there is no", id,
                        checks, check_count);
}

static ll_status check_since(const checker *c) {
    ll_view rest = ll_view_of(c->file->since ? c->file->since : "0.0.0");
    uint32_t number;
    size_t used;
    for (int i = 0; i < 3; i++) {
        if (!ll_view_number(rest, &number, &used) || (i < 2 && used == rest.len) ||
            (i < 2 && rest.ptr[used] != '.') || (i == 2 && used < rest.len))
            return fail(c, "since", "expected a version like 0.1.0");
        rest = ll_view_slice(rest, used + (i < 2), rest.len);
    }
    return LL_OK;
}

static ll_status check_parts(const checker *c) {
    const void *const parts[] = {
        [LL_RULE_TEXT] = c->file->text,
        [LL_RULE_ELEMENT] = c->file->element,
        [LL_RULE_COUNT] = c->file->count,
    };
    for (int kind = 0; kind < LL_RULE_CHECK; kind++) {
        const char *name = ll_rule_kind_name((ll_rule_kind)kind);
        if (parts[kind] && c->kind != (ll_rule_kind)kind)
            return ll_yaml_fail(c->error, c->places, name, LL_YAML_WHOLE,
                                "\"%s\" belongs to rules of that kind; this one is of kind %s",
                                name, ll_rule_kind_name(c->kind));
        if (!parts[kind] && c->kind == (ll_rule_kind)kind)
            return ll_yaml_fail(c->error, c->places, "kind", LL_YAML_WHOLE,
                                "a rule of kind %s needs \"%s\"", name, name);
    }
    return LL_OK;
}

static bool reads(const checker *c, ll_document document) {
    for (uint32_t i = 0; i < c->file->read_count; i++)
        if (c->file->reads[i] == (int)document + 1)
            return true;
    return false;
}

/* `name` is "plan.…" or "lesson.…". */
static ll_status check_reads(const checker *c, const char *name) {
    bool plan = ll_view_starts(ll_view_of(name), LL_VIEW("plan."));
    if (reads(c, plan ? LL_DOCUMENT_PLAN : LL_DOCUMENT_LESSON))
        return LL_OK;
    return ll_yaml_fail(c->error, c->places, "reads", LL_YAML_WHOLE,
                        "\"reads\" has to name %s, which this rule needs",
                        plan ? "plan" : "lesson");
}

static ll_status check_read_list(const checker *c) {
    const ll_rule_file *file = c->file;
    for (uint32_t i = 1; i < file->read_count; i++)
        for (uint32_t k = 0; k < i; k++)
            if (file->reads[i] == file->reads[k])
                return fail(c, i == 1 ? "reads[1]" : "reads[2]", "the same document twice");
    if (reads(c, LL_READS_WIDGETS) && !reads(c, LL_DOCUMENT_LESSON))
        return fail(c, "reads[0]", "widgets are read only with the lesson");
    return LL_OK;
}

/* `index` in "list[index].key"; key may be empty. */
static const char *entry_path(char *room, const char *list, uint32_t index, const char *key) {
    snprintf(room, PATH_MOST, "%s[%u]%s%s", list, (unsigned)index, *key ? "." : "", key);
    return room;
}

static bool is_of_kind(const checker *c, const char *name) {
    for (int i = 0; i < KIND_VALUES_MOST && kind_values[c->kind][i]; i++)
        if (strcmp(kind_values[c->kind][i], name) == 0)
            return true;
    return false;
}

static ll_status check_values(const checker *c) {
    char path[PATH_MOST];
    for (uint32_t i = 0; i < c->file->value_count; i++) {
        const char *name = c->file->values[i];
        entry_path(path, "values", i, "");
        if (c->kind != LL_RULE_CHECK && !is_of_kind(c, name))
            return ll_yaml_fail(c->error, c->places, path, LL_YAML_WHOLE,
                                "a rule of kind %s does not supply {%s}",
                                ll_rule_kind_name(c->kind), name);
        if (!is_word(name, '_'))
            return fail(c, path, "the name of a value is made of small letters, digits and _");
        for (uint32_t j = 0; j < i; j++)
            if (strcmp(c->file->values[j], name) == 0)
                return fail(c, path, "the same value twice");
    }
    return LL_OK;
}

static ll_status check_option_value(const checker *c, uint32_t index) {
    char path[PATH_MOST];
    const ll_file_option *option = &c->file->options[index];
    int values = (option->value != NULL) + (option->flag != NULL) + (option->text != NULL) +
                 (option->items != NULL);
    if (option->value && !(*option->value >= 0 && *option->value <= LL_OPTION_MOST))
        return fail(c, entry_path(path, "options", index, "value"),
                    "the number of an option is from 0 to 1000000000");
    if (values == 1)
        return LL_OK;
    return fail(c, entry_path(path, "options", index, ""),
                "an option has one of \"value\" (a number), \"flag\", \"text\" and \"items\"");
}

static ll_status check_options(const checker *c) {
    char path[PATH_MOST];
    if (c->kind != LL_RULE_CHECK && c->file->option_count > 0)
        return fail(c, "options", "only rules of kind check have options");
    for (uint32_t i = 0; i < c->file->option_count; i++) {
        const char *name = c->file->options[i].name;
        entry_path(path, "options", i, "name");
        if (!is_word(name, '-'))
            return fail(c, path, "the name of an option is made of small letters and digits");
        for (uint32_t j = 0; j < i; j++)
            if (strcmp(c->file->options[j].name, name) == 0)
                return fail(c, path, "the same option twice");
        ll_status status = check_option_value(c, i);
        if (status != LL_OK)
            return status;
    }
    return LL_OK;
}

static ll_status check_case(const checker *c, uint32_t index) {
    char path[PATH_MOST];
    const ll_file_case *it = &c->file->cases[index];
    entry_path(path, "cases", index, "name");
    if (!is_word(it->name, '-'))
        return fail(c, path, "the name of a case is made of small letters and digits");
    if (c->kind == LL_RULE_COUNT && strcmp(it->name, "none") != 0)
        return fail(c, path, "the only case of a rule of kind count is \"none\"");
    for (uint32_t i = 0; i < index; i++)
        if (strcmp(c->file->cases[i].name, it->name) == 0)
            return fail(c, path, "the same case twice");
    if (!it->severity && !it->confidence && !it->problem)
        return fail(c, path, "a case without severity, confidence or problem changes nothing");
    if (!it->problem != !c->file->cases[0].problem)
        return fail(c, path, "either all cases have a \"problem\" or none");
    return LL_OK;
}

static ll_status check_cases(const checker *c) {
    bool allowed = c->kind == LL_RULE_CHECK || c->kind == LL_RULE_COUNT;
    if (!allowed && c->file->case_count > 0)
        return fail(c, "cases", "only rules of the kinds check and count have cases");
    ll_status status = LL_OK;
    for (uint32_t i = 0; i < c->file->case_count && status == LL_OK; i++)
        status = check_case(c, i);
    return status;
}

/* A case's problem may hold the first `*of_problem`, the texts of a finding {problem} too. */
static void list_placeholders(checker *c, size_t *of_problem) {
    c->names[c->name_count++] = "section";
    for (int i = 0; i < KIND_VALUES_MOST && kind_values[c->kind][i]; i++)
        c->names[c->name_count++] = kind_values[c->kind][i];
    if (c->kind == LL_RULE_CHECK)
        for (uint32_t i = 0; i < c->file->value_count; i++)
            c->names[c->name_count++] = c->file->values[i];
    *of_problem = c->name_count;
    if (c->file->case_count > 0 && c->file->cases[0].problem)
        c->names[c->name_count++] = "problem";
}

static ll_status check_template(const checker *c, const char *path, const char *text,
                                const char *const *names, size_t count) {
    ll_error inner = {0};
    if (!text || ll_template_check(ll_view_of(text), names, count, &inner) == LL_OK)
        return LL_OK;
    return ll_yaml_fail(c->error, c->places, path, inner.column - 1, "%s", inner.text);
}

static ll_status check_line(const checker *c, const char *path, const char *text) {
    return strchr(text, '\n') ? fail(c, path, "expected one line") : LL_OK;
}

static ll_status check_problems(const checker *c, size_t count) {
    char path[PATH_MOST];
    ll_status status = LL_OK;
    for (uint32_t i = 0; i < c->file->case_count && status == LL_OK; i++)
        status = check_template(c, entry_path(path, "cases", i, "problem"),
                                c->file->cases[i].problem, c->names, count);
    return status;
}

static ll_status check_templates(checker *c) {
    static const char *const of_praise[] = {"checked", "failed"};
    size_t of_problem;
    list_placeholders(c, &of_problem);
    const ll_rule_file *f = c->file;
    const struct {
        const char *path, *text;
        const char *const *names;
        size_t count;
    } rows[] = {
        {"title", f->title, c->names, c->name_count},
        {"message", f->message, c->names, c->name_count},
        {"issue", f->issue, c->names, c->name_count},
        {"impact", f->impact, c->names, c->name_count},
        {"fix", f->fix, c->names, c->name_count},
        {"praise", f->praise, of_praise, 2},
        {"noun", f->noun, NULL, 0},
    };
    ll_status status = check_problems(c, of_problem);
    for (size_t i = 0; i < sizeof rows / sizeof *rows && status == LL_OK; i++)
        status = check_template(c, rows[i].path, rows[i].text, rows[i].names, rows[i].count);
    if (status == LL_OK)
        status = check_line(c, "title", f->title);
    return status == LL_OK ? check_line(c, "message", f->message) : status;
}

static ll_status check_selector(const checker *c, const char *path, const char *text) {
    ll_selector *selector = NULL;
    ll_error inner = {0};
    if (!text || ll_selector_parse(&selector, c->arena, ll_view_of(text), &inner) == LL_OK)
        return LL_OK;
    return ll_yaml_fail(c->error, c->places, path, inner.column - 1, "%s", inner.text);
}

static ll_status check_pattern(const checker *c, const char *path, const char *text) {
    ll_pattern *pattern = NULL;
    ll_error inner = {0};
    if (!text || ll_pattern_new(&pattern, c->arena, ll_view_of(text), &inner) == LL_OK)
        return LL_OK;
    return ll_yaml_fail(c->error, c->places, path, inner.column - 1, "%s", inner.text);
}

/* One word that can stand between any quotation marks. */
static bool is_class(const char *text) {
    return text[0] != '\0' && strcspn(text, " \t\r\n\"'`\\&$<>{}") == strlen(text);
}

static ll_status check_element(const checker *c) {
    const ll_file_element *element = c->file->element;
    ll_status status = check_reads(c, "lesson.");
    if (status == LL_OK)
        status = check_selector(c, "element.select", element->select);
    if (status == LL_OK)
        status = check_selector(c, "element.unless", element->unless);
    if (status == LL_OK && element->max > 0 && element->min > element->max)
        return fail(c, "element.min", "\"min\" is more than \"max\"");
    if (status == LL_OK && element->safety && !element->add_class)
        return fail(c, "element.safety", "there is no \"add-class\" that it could be said of");
    if (status == LL_OK && element->add_class && !is_class(element->add_class))
        return fail(c, "element.add-class", "expected one class, such as cursor-pointer");
    return status;
}

static ll_status check_scope(const checker *c, uint32_t index) {
    char path[PATH_MOST];
    const char *scope = c->file->text->scopes[index];
    if (ll_facts_is_scope(ll_view_of(scope)))
        return check_reads(c, scope);
    size_t count;
    const char *const *known = ll_facts_scope_names(&count);
    return fail_unknown(c, entry_path(path, "text.scopes", index, ""), "unknown scope", scope,
                        known, count);
}

static ll_status check_replace(const checker *c, const ll_file_text *text) {
    static const char *const names[] = {"match", "decoded"};
    static const char without[] = "there is no \"replace\" that it could be said of";
    if (text->replace)
        return check_template(c, "text.replace", text->replace, names, 2);
    if (text->tight)
        return fail(c, "text.tight", without);
    return text->safety ? fail(c, "text.safety", without) : LL_OK;
}

static ll_status check_text(const checker *c) {
    ll_status status = LL_OK;
    for (uint32_t i = 0; i < c->file->text->scope_count && status == LL_OK; i++)
        status = check_scope(c, i);
    if (status == LL_OK)
        status = check_pattern(c, "text.pattern", c->file->text->pattern);
    if (status == LL_OK)
        status = check_pattern(c, "text.unless", c->file->text->unless);
    return status == LL_OK ? check_replace(c, c->file->text) : status;
}

static ll_status check_count(const checker *c) {
    const ll_file_count *count = c->file->count;
    if (!ll_facts_countable(ll_view_of(count->of))) {
        size_t known_count;
        const char *const *known = ll_facts_count_names(&known_count);
        return fail_unknown(c, "count.of", "unknown number", count->of, known, known_count);
    }
    if (!count->min && !count->max)
        return fail(c, "count", "expected \"min\" or \"max\"");
    if (count->min && count->max && *count->min > *count->max)
        return fail(c, "count.min", "\"min\" is more than \"max\"");
    return check_reads(c, count->of);
}

static ll_status check_part(const checker *c) {
    switch (c->kind) {
    case LL_RULE_TEXT:
        return check_text(c);
    case LL_RULE_ELEMENT:
        return check_element(c);
    case LL_RULE_COUNT:
        return check_count(c);
    case LL_RULE_CHECK:
        break;
    }
    return LL_OK;
}

/* Whether a text is "LINE:COLUMN". */
static bool is_place(ll_view text) {
    uint32_t line = 0, column = 0;
    size_t used = 0, more = 0;
    if (!ll_view_number(text, &line, &used) || used == text.len || text.ptr[used] != ':')
        return false;
    ll_view rest = ll_view_slice(text, used + 1, text.len);
    return line > 0 && ll_view_number(rest, &column, &more) && more == rest.len && column > 0;
}

static ll_status check_snippets(const checker *c) {
    char path[PATH_MOST];
    for (uint32_t i = 0; i < c->file->invalid_count; i++) {
        const ll_file_invalid *one = &c->file->invalid[i];
        if (one->count && one->at_count > 0)
            return fail(c, entry_path(path, "invalid", i, "count"), "either \"at\" or \"count\"");
        if (one->count && *one->count == 0)
            return fail(c, entry_path(path, "invalid", i, "count"),
                        "a text without findings stands under \"valid\"");
        for (uint32_t k = 0; k < one->at_count; k++)
            if (!is_place(ll_view_of(one->at[k])))
                return ll_yaml_fail(c->error, c->places, entry_path(path, "invalid", i, "at"),
                                    LL_YAML_WHOLE, "expected LINE:COLUMN in quotes, found \"%s\"",
                                    one->at[k]);
    }
    return LL_OK;
}

static ll_status check_when(const checker *c) {
    return c->file->when ? check_reads(c, "plan.") : LL_OK;
}

ll_status ll_rule_file_check(const ll_rule_file *file, const ll_yaml_places *places,
                             ll_arena *arena, const char *const *checks, size_t check_count,
                             ll_error *error) {
    static ll_status (*const steps[])(const checker *c) = {
        check_since, check_parts, check_read_list, check_values,   check_options,
        check_cases, check_part,  check_when,      check_snippets,
    };
    checker c = {.file = file,
                 .places = places,
                 .arena = arena,
                 .error = error,
                 .kind = (ll_rule_kind)(file->kind - 1)};
    ll_status status = check_id(&c, checks, check_count);
    for (size_t i = 0; i < sizeof steps / sizeof *steps && status == LL_OK; i++)
        status = steps[i](&c);
    return status == LL_OK ? check_templates(&c) : status;
}
