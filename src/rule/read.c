/* From a rule file to a rule. */
#include "rule/file.h"

static ll_view view_of(const char *text) {
    return text ? ll_view_of(text) : (ll_view){0};
}

static const ll_view *views_of(ll_arena *arena, char *const *texts, uint32_t count) {
    ll_view *views = LL_ARENA_ARRAY(arena, ll_view, count);
    for (uint32_t i = 0; i < count; i++)
        views[i] = ll_view_of(texts[i]);
    return views;
}

static ll_rule_option option_of(ll_arena *arena, const ll_file_option *given) {
    ll_rule_option option = {.name = ll_view_of(given->name), .about = ll_view_of(given->about)};
    if (given->value) {
        option.value.number = *given->value;
    } else if (given->flag) {
        option.kind = LL_OPTION_FLAG;
        option.value.number = *given->flag;
    } else if (given->text) {
        option.kind = LL_OPTION_TEXT;
        option.value.text = ll_view_of(given->text);
    } else {
        option.kind = LL_OPTION_LIST;
        option.value.items = views_of(arena, given->items, given->item_count);
        option.value.item_count = given->item_count;
    }
    return option;
}

static ll_rule_option bound(const char *name, uint32_t number, const char *about) {
    return (ll_rule_option){
        .name = ll_view_of(name), .value = {.number = number}, .about = ll_view_of(about)};
}

/* The bounds of a count rule are options, too, which its file need not explain. */
static void add_options(ll_rule *rule, ll_arena *arena, const ll_rule_file *file) {
    const ll_file_count *count = file->count;
    ll_rule_option *options = LL_ARENA_ARRAY(arena, ll_rule_option, file->option_count + 2);
    uint32_t len = 0;
    for (uint32_t i = 0; i < file->option_count; i++)
        options[len++] = option_of(arena, &file->options[i]);
    if (count && count->min)
        options[len++] = bound("min", *count->min, "the least that is enough");
    if (count && count->max)
        options[len++] = bound("max", *count->max, "the most that is not too much");
    rule->options = options;
    rule->option_count = len;
}

static void add_cases(ll_rule *rule, ll_arena *arena, const ll_rule_file *file) {
    ll_rule_case *cases = LL_ARENA_ARRAY(arena, ll_rule_case, file->case_count);
    for (uint32_t i = 0; i < file->case_count; i++) {
        const ll_file_case *given = &file->cases[i];
        cases[i] = (ll_rule_case){
            ll_view_of(given->name),
            given->severity ? (ll_severity)(given->severity - 1) : rule->severity,
            given->confidence ? (ll_confidence)(given->confidence - 1) : rule->confidence,
            view_of(given->problem),
        };
    }
    rule->cases = cases;
    rule->case_count = file->case_count;
}

/* Unless the file says otherwise, somebody has to look at what a fix does. */
static ll_safety safety_of(int given) {
    return given == LL_FILE_SAFE ? LL_SAFETY_SAFE : LL_SAFETY_UNSAFE;
}

static void add_part(ll_rule *rule, ll_arena *arena, const ll_rule_file *file) {
    const ll_file_element *element = file->element;
    const ll_file_text *text = file->text;
    const ll_file_count *count = file->count;
    if (element)
        rule->element = (ll_rule_element){ll_view_of(element->select),
                                          view_of(element->unless),
                                          (ll_rule_within)element->within,
                                          element->require,
                                          element->outermost,
                                          element->min,
                                          element->max,
                                          view_of(element->add_class),
                                          safety_of(element->safety)};
    if (text)
        rule->text = (ll_rule_text){views_of(arena, text->scopes, text->scope_count),
                                    text->scope_count,
                                    ll_view_of(text->pattern),
                                    view_of(text->unless),
                                    text->replace != NULL,
                                    view_of(text->replace),
                                    text->tight,
                                    safety_of(text->safety)};
    if (count)
        rule->count.of = ll_view_of(count->of);
}

static void add_snippets(ll_rule *rule, ll_arena *arena, const ll_rule_file *file) {
    uint32_t count = file->valid_count + file->invalid_count, len = 0;
    ll_rule_snippet *snippets = LL_ARENA_ARRAY(arena, ll_rule_snippet, count);
    for (uint32_t i = 0; i < file->valid_count; i++)
        snippets[len++] = (ll_rule_snippet){.text = ll_view_of(file->valid[i])};
    for (uint32_t i = 0; i < file->invalid_count; i++) {
        const ll_file_invalid *given = &file->invalid[i];
        snippets[len++] =
            (ll_rule_snippet){.text = ll_view_of(given->text),
                              .invalid = true,
                              .places = views_of(arena, given->at, given->at_count),
                              .place_count = given->at_count,
                              .count = given->count ? *given->count : given->at_count};
    }
    rule->snippets = snippets;
    rule->snippet_count = count;
}

const ll_rule *ll_rule_of_file(ll_arena *arena, const ll_rule_file *file) {
    ll_rule *rule = LL_ARENA_NEW(arena, ll_rule);
    *rule = (ll_rule){
        .id = ll_view_of(file->id),
        .kind = (ll_rule_kind)(file->kind - 1),
        .severity = (ll_severity)(file->severity - 1),
        .confidence =
            file->confidence ? (ll_confidence)(file->confidence - 1) : LL_CONFIDENCE_EXACT,
        .history = file->about == LL_FILE_HISTORY,
        .since = view_of(file->since),
        .title = ll_view_of(file->title),
        .message = ll_view_of(file->message),
        .issue = ll_view_of(file->issue),
        .impact = ll_view_of(file->impact),
        .fix = ll_view_of(file->fix),
        .praise = view_of(file->praise),
        .noun = view_of(file->noun),
        .values = views_of(arena, file->values, file->value_count),
        .value_count = file->value_count,
    };
    for (uint32_t i = 0; i < file->read_count; i++)
        rule->reads[file->reads[i] - 1] = true;
    add_options(rule, arena, file);
    add_cases(rule, arena, file);
    add_part(rule, arena, file);
    add_snippets(rule, arena, file);
    for (uint32_t i = 0; file->when && i < file->when->load_count; i++)
        rule->loads |= 1u << file->when->loads[i];
    return rule;
}

ll_status ll_rule_read(const ll_rule **rule, ll_arena *arena, ll_source *source,
                       const char *const *checks, size_t check_count, ll_error *error) {
    void *file = NULL;
    ll_yaml_places *places = NULL;
    ll_status status = ll_yaml_load(&file, &places, arena, source, &ll_rule_file_schema, error);
    if (status == LL_OK)
        status = ll_rule_file_check(file, places, arena, checks, check_count, error);
    if (status == LL_OK)
        *rule = ll_rule_of_file(arena, file);
    return status;
}
