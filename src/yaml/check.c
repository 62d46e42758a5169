/* Scalars against the schema, and the sentences about what does not fit. */
#include "yaml/check.h"

#include "base/error.h"
#include "yaml/tree.h"

#include <assert.h>

enum { NAMES_MOST = 256, SHOWN_MOST = 60 };

/* As much of a value as a message needs: of its first line. */
static ll_view shown(ll_view text) {
    size_t end = ll_view_find_byte(text, '\n', 0);
    return ll_view_cut(end == LL_VIEW_NONE ? text : ll_view_slice(text, 0, end), SHOWN_MOST);
}

/* What a value is called, and several of them. */
static const struct {
    const char *one, *many;
} types[CYAML__TYPE_COUNT] = {
    [CYAML_INT] = {"a whole number", "whole numbers"},
    [CYAML_UINT] = {"a whole number from 0", "whole numbers from 0"},
    [CYAML_BOOL] = {"true or false", "true or false"},
    [CYAML_ENUM] = {"a word", "words"},
    [CYAML_FLOAT] = {"a number", "numbers"},
    [CYAML_STRING] = {"a text", "texts"},
    [CYAML_MAPPING] = {"a mapping", "mappings"},
    [CYAML_SEQUENCE] = {"a list", "lists"},
};

/* The keys that a mapping has to have, when they are few enough to be an answer. */
static void add_keys(const cyaml_schema_field_t *fields, ll_buffer *problem) {
    enum { FEW = 2 };
    const char *needed[FEW];
    uint32_t count = 0;
    for (; fields->key; fields++)
        if (!(fields->value.flags & CYAML_FLAG_OPTIONAL)) {
            if (count == FEW)
                return;
            needed[count++] = fields->key;
        }
    for (uint32_t i = 0; i < count; i++)
        ll_buffer_add_format(problem, "%s\"%s\"", i == 0 ? " with " : " and ", needed[i]);
}

void ll_yaml_add_type(const cyaml_schema_value_t *schema, ll_buffer *problem) {
    const cyaml_schema_value_t *last = schema;
    assert(types[schema->type].one);
    ll_buffer_add_cstring(problem, types[schema->type].one);
    if (schema->type == CYAML_SEQUENCE) {
        last = schema->sequence.entry;
        ll_buffer_add_format(problem, " of %s", types[last->type].many);
    }
    if (last->type == CYAML_MAPPING)
        add_keys(last->mapping.fields, problem);
}

void ll_yaml_suggest(ll_view name, const char *const *names, size_t count, ll_buffer *problem) {
    const char *nearest = ll_error_nearest(name, names, count);
    if (nearest) {
        ll_buffer_add_format(problem, ": did you mean \"%s\"?", nearest);
        return;
    }
    ll_buffer_add_cstring(problem, "; expected ");
    for (size_t i = 0; i < count; i++)
        ll_buffer_add_format(problem, "%s%s",
                             i == 0          ? ""
                             : i + 1 < count ? ", "
                                             : " or ",
                             names[i]);
}

void ll_yaml_unknown_key(const cyaml_schema_field_t *fields, ll_view key, ll_buffer *problem) {
    const char *names[NAMES_MOST];
    size_t count = 0;
    for (; count < NAMES_MOST && fields[count].key; count++)
        names[count] = fields[count].key;
    ll_buffer_add_format(problem, "unknown key \"%.*s\"", LL_VIEW_ARG(shown(key)));
    ll_yaml_suggest(key, names, count, problem);
}

static bool check_enum(const cyaml_schema_value_t *schema, ll_view name, ll_view text,
                       ll_buffer *problem) {
    const char *names[NAMES_MOST];
    size_t count = 0;
    for (; count < schema->enumeration.count && count < NAMES_MOST; count++) {
        names[count] = schema->enumeration.strings[count].str;
        if (ll_view_equal(text, ll_view_of(names[count])))
            return true;
    }
    ll_buffer_add_format(problem, "unknown %.*s \"%.*s\"", LL_VIEW_ARG(name),
                         LL_VIEW_ARG(shown(text)));
    ll_yaml_suggest(text, names, count, problem);
    return false;
}

/* Digits without a leading zero (which cyaml would read as octal), small enough for 32 bits. */
static bool is_whole_number(ll_view text) {
    uint32_t number;
    size_t used;
    return ll_view_number(text, &number, &used) && used == text.len &&
           (text.ptr[0] != '0' || text.len == 1);
}

static size_t digits_at(ll_view text, size_t at) {
    size_t end = at;
    while (end < text.len && ll_is_digit(text.ptr[end]))
        end++;
    return end - at;
}

static bool is_number(ll_view text) {
    size_t at = text.len > 0 && text.ptr[0] == '-';
    size_t whole = digits_at(text, at);
    at += whole;
    if (whole == 0 || at == text.len)
        return whole > 0;
    size_t fraction = text.ptr[at] == '.' ? digits_at(text, at + 1) : 0;
    return fraction > 0 && at + 1 + fraction == text.len;
}

static bool is_boolean(ll_view text) {
    static const char *const words[] = {"false", "no", "off", "on", "true", "yes"};
    return LL_VIEW_IS_ONE_OF(text, words);
}

static bool check_length(const cyaml_schema_value_t *schema, ll_view name, ll_view text,
                         ll_buffer *problem) {
    if (text.len < schema->string.min)
        ll_buffer_add_format(problem, "\"%.*s\" is empty", LL_VIEW_ARG(name));
    else if (text.len > schema->string.max)
        ll_buffer_add_format(problem, "\"%.*s\" has more than %u bytes", LL_VIEW_ARG(name),
                             (unsigned)schema->string.max);
    else
        return true;
    return false;
}

bool ll_yaml_check_scalar(const cyaml_schema_value_t *schema, ll_view name, ll_view text,
                          ll_buffer *problem) {
    bool fits = false;
    switch (schema->type) {
    case CYAML_STRING:
        return check_length(schema, name, text, problem);
    case CYAML_ENUM:
        return check_enum(schema, name, text, problem);
    case CYAML_UINT:
        fits = is_whole_number(text);
        break;
    case CYAML_INT:
        fits = is_whole_number(
            ll_view_slice(text, text.len > 0 && text.ptr[0] == '-' ? 1 : 0, text.len));
        break;
    case CYAML_FLOAT:
        fits = is_number(text);
        break;
    case CYAML_BOOL:
        fits = is_boolean(text);
        break;
    default:
        break;
    }
    if (fits)
        return true;
    ll_buffer_add_cstring(problem, "expected ");
    ll_yaml_add_type(schema, problem);
    ll_buffer_add_format(problem, " for \"%.*s\", found ", LL_VIEW_ARG(name));
    if (text.len == 0)
        ll_buffer_add_cstring(problem, "nothing");
    else
        ll_buffer_add_format(problem, "\"%.*s\"", LL_VIEW_ARG(shown(text)));
    return false;
}
