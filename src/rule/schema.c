/* The schema of rule files. */
#include "rule/file.h"

#define MANDATORY CYAML_FLAG_POINTER
#define OPTIONAL (CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL)
#define COUNT_OF(array) ((uint32_t)(sizeof(array) / sizeof *(array)))

#define TEXT(key, flags, type, member)                                                             \
    CYAML_FIELD_STRING_PTR(key, flags, type, member, 1, LL_RULE_TEXT_MOST)
#define ANY_TEXT(key, flags, type, member)                                                         \
    CYAML_FIELD_STRING_PTR(key, flags, type, member, 0, LL_RULE_TEXT_MOST)
#define NAME(key, flags, type, member)                                                             \
    CYAML_FIELD_STRING_PTR(key, flags, type, member, 1, LL_RULE_NAME_MOST)
#define WORD(key, flags, type, member, words)                                                      \
    CYAML_FIELD_ENUM(key, CYAML_FLAG_STRICT | (flags), type, member, words, COUNT_OF(words))
#define LIST(key, type, member, counter, entry)                                                    \
    CYAML_FIELD_SEQUENCE_COUNT(key, OPTIONAL, type, member, counter, entry, 0, LL_RULE_ENTRIES_MOST)

static const cyaml_strval_t kinds[] = {
    {"text", LL_RULE_TEXT + 1},
    {"element", LL_RULE_ELEMENT + 1},
    {"count", LL_RULE_COUNT + 1},
    {"check", LL_RULE_CHECK + 1},
};

static const cyaml_strval_t severities[] = {
    {"critical", LL_SEVERITY_CRITICAL + 1},
    {"improvement", LL_SEVERITY_IMPROVEMENT + 1},
    {"polish", LL_SEVERITY_POLISH + 1},
    {"off", LL_SEVERITY_OFF + 1},
};

static const cyaml_strval_t confidences[] = {
    {"exact", LL_CONFIDENCE_EXACT + 1},
    {"verify", LL_CONFIDENCE_VERIFY + 1},
};

static const cyaml_strval_t documents[] = {
    {"plan", LL_DOCUMENT_PLAN + 1},
    {"lesson", LL_DOCUMENT_LESSON + 1},
    {"widgets", LL_READS_WIDGETS + 1},
};

static const cyaml_strval_t subjects[] = {{"lesson", LL_FILE_LESSON}, {"history", LL_FILE_HISTORY}};

static const cyaml_strval_t safeties[] = {{"safe", LL_FILE_SAFE}, {"unsafe", LL_FILE_UNSAFE}};

static const cyaml_strval_t places[] = {{"root", LL_WITHIN_ROOT}, {"lesson", LL_WITHIN_LESSON}};

static const cyaml_schema_value_t document_entry = {
    CYAML_VALUE_ENUM(CYAML_FLAG_STRICT, int, documents, COUNT_OF(documents))};
static const cyaml_schema_value_t name_entry = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, LL_RULE_NAME_MOST)};

static const cyaml_schema_field_t option_fields[] = {
    NAME("name", MANDATORY, ll_file_option, name),
    CYAML_FIELD_FLOAT_PTR("value", OPTIONAL, ll_file_option, value),
    CYAML_FIELD_BOOL_PTR("flag", OPTIONAL, ll_file_option, flag),
    TEXT("text", OPTIONAL, ll_file_option, text),
    LIST("items", ll_file_option, items, item_count, &name_entry),
    TEXT("about", MANDATORY, ll_file_option, about),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t option_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, ll_file_option, option_fields)};

static const cyaml_schema_field_t case_fields[] = {
    NAME("name", MANDATORY, ll_file_case, name),
    WORD("severity", CYAML_FLAG_OPTIONAL, ll_file_case, severity, severities),
    WORD("confidence", CYAML_FLAG_OPTIONAL, ll_file_case, confidence, confidences),
    TEXT("problem", OPTIONAL, ll_file_case, problem),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t case_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, ll_file_case, case_fields)};

static const cyaml_schema_field_t element_fields[] = {
    TEXT("select", MANDATORY, ll_file_element, select),
    TEXT("unless", OPTIONAL, ll_file_element, unless),
    WORD("within", CYAML_FLAG_OPTIONAL, ll_file_element, within, places),
    CYAML_FIELD_BOOL("require", CYAML_FLAG_OPTIONAL, ll_file_element, require),
    CYAML_FIELD_BOOL("outermost", CYAML_FLAG_OPTIONAL, ll_file_element, outermost),
    CYAML_FIELD_UINT("min", CYAML_FLAG_OPTIONAL, ll_file_element, min),
    CYAML_FIELD_UINT("max", CYAML_FLAG_OPTIONAL, ll_file_element, max),
    NAME("add-class", OPTIONAL, ll_file_element, add_class),
    WORD("safety", CYAML_FLAG_OPTIONAL, ll_file_element, safety, safeties),
    CYAML_FIELD_END,
};

static const cyaml_schema_field_t text_fields[] = {
    CYAML_FIELD_SEQUENCE_COUNT("scopes", MANDATORY, ll_file_text, scopes, scope_count, &name_entry,
                               1, LL_RULE_ENTRIES_MOST),
    TEXT("pattern", MANDATORY, ll_file_text, pattern),
    TEXT("unless", OPTIONAL, ll_file_text, unless),
    ANY_TEXT("replace", OPTIONAL, ll_file_text, replace),
    CYAML_FIELD_BOOL("tight", CYAML_FLAG_OPTIONAL, ll_file_text, tight),
    WORD("safety", CYAML_FLAG_OPTIONAL, ll_file_text, safety, safeties),
    CYAML_FIELD_END,
};

static const cyaml_schema_field_t count_fields[] = {
    NAME("of", MANDATORY, ll_file_count, of),
    CYAML_FIELD_UINT_PTR("min", OPTIONAL, ll_file_count, min),
    CYAML_FIELD_UINT_PTR("max", OPTIONAL, ll_file_count, max),
    CYAML_FIELD_END,
};

static const cyaml_strval_t loads[] = {
    {"BUILD", LL_LOAD_BUILD}, {"STRETCH", LL_LOAD_STRETCH}, {"CONSOLIDATE", LL_LOAD_CONSOLIDATE}};

static const cyaml_schema_value_t load_entry = {
    CYAML_VALUE_ENUM(CYAML_FLAG_STRICT, int, loads, COUNT_OF(loads))};

static const cyaml_schema_field_t when_fields[] = {
    CYAML_FIELD_SEQUENCE_COUNT("load", MANDATORY, ll_file_when, loads, load_count, &load_entry, 1,
                               COUNT_OF(loads)),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t text_entry = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, LL_RULE_TEXT_MOST)};

static const cyaml_schema_field_t invalid_fields[] = {
    TEXT("text", MANDATORY, ll_file_invalid, text),
    LIST("at", ll_file_invalid, at, at_count, &name_entry),
    CYAML_FIELD_UINT_PTR("count", OPTIONAL, ll_file_invalid, count),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t invalid_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, ll_file_invalid, invalid_fields)};

static const cyaml_schema_field_t rule_fields[] = {
    NAME("id", MANDATORY, ll_rule_file, id),
    WORD("kind", CYAML_FLAG_DEFAULT, ll_rule_file, kind, kinds),
    WORD("severity", CYAML_FLAG_DEFAULT, ll_rule_file, severity, severities),
    WORD("confidence", CYAML_FLAG_OPTIONAL, ll_rule_file, confidence, confidences),
    WORD("about", CYAML_FLAG_OPTIONAL, ll_rule_file, about, subjects),
    NAME("since", OPTIONAL, ll_rule_file, since),
    CYAML_FIELD_SEQUENCE_COUNT("reads", MANDATORY, ll_rule_file, reads, read_count, &document_entry,
                               0, LL_READS),
    TEXT("title", MANDATORY, ll_rule_file, title),
    TEXT("message", MANDATORY, ll_rule_file, message),
    TEXT("issue", MANDATORY, ll_rule_file, issue),
    TEXT("impact", MANDATORY, ll_rule_file, impact),
    TEXT("fix", MANDATORY, ll_rule_file, fix),
    TEXT("praise", OPTIONAL, ll_rule_file, praise),
    TEXT("noun", OPTIONAL, ll_rule_file, noun),
    LIST("values", ll_rule_file, values, value_count, &name_entry),
    LIST("options", ll_rule_file, options, option_count, &option_entry),
    LIST("cases", ll_rule_file, cases, case_count, &case_entry),
    CYAML_FIELD_MAPPING_PTR("element", OPTIONAL, ll_rule_file, element, element_fields),
    CYAML_FIELD_MAPPING_PTR("text", OPTIONAL, ll_rule_file, text, text_fields),
    CYAML_FIELD_MAPPING_PTR("count", OPTIONAL, ll_rule_file, count, count_fields),
    CYAML_FIELD_MAPPING_PTR("when", OPTIONAL, ll_rule_file, when, when_fields),
    LIST("valid", ll_rule_file, valid, valid_count, &text_entry),
    LIST("invalid", ll_rule_file, invalid, invalid_count, &invalid_entry),
    CYAML_FIELD_END,
};

const cyaml_schema_value_t ll_rule_file_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, ll_rule_file, rule_fields)};

const cyaml_schema_value_t ll_rule_entry_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, ll_rule_file, rule_fields)};
