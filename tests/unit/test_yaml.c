/* yaml: loading by a schema, and the place and words of every error. */
#include <stdio.h>

#include "support.h"

#include "base/buffer.h"
#include "yaml/load.h"

typedef enum mood { CALM = 1, LOUD } mood;

typedef struct point {
    char *label;
    unsigned weight;
} point;

typedef struct inner {
    double share;
    bool hidden;
} inner;

typedef struct sample {
    char *name;
    mood mood;
    int shift;
    char **words;
    unsigned word_count;
    point *points;
    unsigned point_count;
    inner *inner;
} sample;

static const cyaml_strval_t moods[] = {{"calm", CALM}, {"loud", LOUD}};

static const cyaml_schema_value_t word = {CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, 20)};

static const cyaml_schema_field_t point_fields[] = {
    CYAML_FIELD_STRING_PTR("label", CYAML_FLAG_POINTER, point, label, 1, 20),
    CYAML_FIELD_UINT("weight", CYAML_FLAG_OPTIONAL, point, weight),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t point_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, point, point_fields)};

static const cyaml_schema_field_t inner_fields[] = {
    CYAML_FIELD_FLOAT("share", CYAML_FLAG_OPTIONAL, inner, share),
    CYAML_FIELD_BOOL("hidden", CYAML_FLAG_OPTIONAL, inner, hidden),
    CYAML_FIELD_IGNORE("notes", CYAML_FLAG_OPTIONAL),
    CYAML_FIELD_END,
};

static const cyaml_schema_field_t fields[] = {
    CYAML_FIELD_STRING_PTR("name", CYAML_FLAG_POINTER, sample, name, 1, 40),
    CYAML_FIELD_ENUM("mood", CYAML_FLAG_OPTIONAL | CYAML_FLAG_STRICT, sample, mood, moods, 2),
    CYAML_FIELD_INT("shift", CYAML_FLAG_OPTIONAL, sample, shift),
    CYAML_FIELD_SEQUENCE_COUNT("words", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, sample, words,
                               word_count, &word, 0, 3),
    CYAML_FIELD_SEQUENCE_COUNT("points", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, sample, points,
                               point_count, &point_schema, 1, 3),
    CYAML_FIELD_MAPPING_PTR("inner", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, sample, inner,
                            inner_fields),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, sample, fields)};

static ll_status load(ll_arena *arena, ll_view text, sample **data, ll_yaml_places **places,
                      ll_error *error) {
    ll_source *source = NULL;
    void *loaded = NULL;
    ll_status status = ll_source_from(&source, arena, LL_VIEW("s.yaml"), text, error);
    if (status == LL_OK)
        status = ll_yaml_load(&loaded, places, arena, source, &schema, error);
    *data = loaded;
    return status;
}

TEST(values_reach_the_struct) {
    USE_ARENA;
    sample *data = NULL;
    ll_yaml_places *places = NULL;
    ll_error error = {0};
    ll_view text = LL_VIEW("\xEF\xBB\xBF# a comment\nname: 'it''s'\nmood: loud\nshift: -3\n"
                           "words: [a, \"b\\u2014\"]\n"
                           "points:\n- {label: p, weight: 7}\n- label: q\n"
                           "inner:\n  share: 0.25\n  hidden: yes\n  notes: {free: [1, {x: y}]}\n");
    assert_int_equal(load(arena, text, &data, &places, &error), LL_OK);
    assert_string_equal(data->name, "it's");
    assert_int_equal(data->mood, LOUD);
    assert_int_equal(data->shift, -3);
    assert_int_equal(data->word_count, 2);
    assert_string_equal(data->words[1], "b\xE2\x80\x94");
    assert_int_equal(data->point_count, 2);
    assert_int_equal(data->points[0].weight, 7);
    assert_string_equal(data->points[1].label, "q");
    assert_int_equal(data->points[1].weight, 0);
    assert_true(data->inner->share == 0.25 && data->inner->hidden);
}

TEST(lists_may_be_as_long_as_the_schema_says) {
    USE_ARENA;
    sample *data = NULL;
    ll_yaml_places *places = NULL;
    ll_error error = {0};
    ll_view text = LL_VIEW("name: n\nwords: [a, b, c]\npoints: [{label: p}]\n");
    assert_int_equal(load(arena, text, &data, &places, &error), LL_OK);
    assert_int_equal(data->word_count, 3);
    assert_int_equal(data->point_count, 1);
    assert_int_equal(load(arena, LL_VIEW("name: n\nwords: []\n"), &data, &places, &error), LL_OK);
    assert_int_equal(data->word_count, 0);
}

TEST(absent_keys_are_zero) {
    USE_ARENA;
    sample *data = NULL;
    ll_yaml_places *places = NULL;
    ll_error error = {0};
    assert_int_equal(load(arena, LL_VIEW("---\nname: n\n...\n"), &data, &places, &error), LL_OK);
    assert_int_equal(data->mood, 0);
    assert_null(data->words);
    assert_null(data->inner);
}

TEST(a_failed_load_names_place_and_remedy) {
    USE_ARENA;
    static const struct {
        const char *text;
        uint32_t line, column;
        const char *message;
    } cases[] = {
        {"", 1, 1, "the file is empty"},
        {"# only a comment\n", 1, 1, "the file is empty"},
        {"name", 1, 1, "expected a mapping with \"name\" for \"document\", found \"name\""},
        {"- name", 1, 1, "expected a mapping with \"name\" for \"document\", found a list"},
        {"name: a\nmod: calm\n", 2, 1, "unknown key \"mod\": did you mean \"mood\"?"},
        {"name: a\nzzzzzz: 1\n", 2, 1,
         "unknown key \"zzzzzz\"; expected name, mood, shift, words, points or inner"},
        {"name: a\nmood: lout\n", 2, 7, "unknown mood \"lout\": did you mean \"loud\"?"},
        {"name: a\nmood: 1\n", 2, 7, "unknown mood \"1\"; expected calm or loud"},
        {"mood: calm\n", 1, 1, "missing key \"name\""},
        {"name: a\npoints:\n- weight: 3\n", 3, 3, "missing key \"label\" in \"points\""},
        {"name: a\nmood: calm\nname: b\n", 3, 1, "key \"name\" is given twice, first in line 1"},
        {"name:\n", 1, 6, "\"name\" is empty"},
        {"name: ''\n", 1, 7, "\"name\" is empty"},
        {"name: a123456789b123456789c123456789d123456789e\n", 1, 7,
         "\"name\" has more than 40 bytes"},
        {"name: [a]\n", 1, 7, "expected a text for \"name\", found a list"},
        {"name: a\nshift: 1.5\n", 2, 8, "expected a whole number for \"shift\", found \"1.5\""},
        {"name: a\nshift: 010\n", 2, 8, "expected a whole number for \"shift\", found \"010\""},
        {"name: a\nshift: 0x1F\n", 2, 8, "expected a whole number for \"shift\", found \"0x1F\""},
        {"name: a\nshift: 4294967296\n", 2, 8,
         "expected a whole number for \"shift\", found \"4294967296\""},
        {"name: a\nshift: '-'\n", 2, 8, "expected a whole number for \"shift\", found \"-\""},
        {"name: a\npoints: [{label: b, weight: -1}]\n", 2, 29,
         "expected a whole number from 0 for \"weight\", found \"-1\""},
        {"name: a\ninner: {share: .5}\n", 2, 16, "expected a number for \"share\", found \".5\""},
        {"name: a\ninner: {share: 1e9}\n", 2, 16, "expected a number for \"share\", found \"1e9\""},
        {"name: a\ninner: {hidden: maybe}\n", 2, 17,
         "expected true or false for \"hidden\", found \"maybe\""},
        {"name: a\ninner: 5\n", 2, 8, "expected a mapping for \"inner\", found \"5\""},
        {"name: a\ninner:\nmood: calm\n", 2, 7, "expected a mapping for \"inner\", found nothing"},
        {"name: a\nwords: b\n", 2, 8, "expected a list of texts for \"words\", found \"b\""},
        {"name: a\npoints: b\n", 2, 9,
         "expected a list of mappings with \"label\" for \"points\", found \"b\""},
        {"name: a\npoints: [b]\n", 2, 10,
         "expected a mapping with \"label\" for \"points\", found \"b\""},
        {"name: a\nwords: [a, b, {c: d}]\n", 2, 15,
         "expected a text for \"words\", found a mapping"},
        {"name: a\nwords: [a, b, c, d]\n", 2, 8,
         "expected at most 3 entries in \"words\", found 4"},
        {"name: a\npoints: []\n", 2, 9, "expected at least 1 entries in \"points\", found 0"},
        {"name: &x a\nwords: [*x]\n", 2, 9, "aliases are not supported"},
        {"name: a\n[b]: c\n", 2, 1, "expected a key"},
        {"name: a\n---\nname: b\n", 2, 1, "a second document begins here; expected one"},
        {"name: \xE2\x80\x94 \xE2\x80\x94: x\n", 1, 10,
         "mapping values are not allowed in this context"},
        {"name: a\nmood: \xFF\n", 2, 7, "the text is not clean UTF-8"},
        {"name: a\nmood: \x01\n", 2, 7, "control characters are not allowed"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sample *data = NULL;
        ll_yaml_places *places = NULL;
        ll_error error = {0};
        ll_status status = load(arena, ll_view_of(cases[i].text), &data, &places, &error);
        if (error.line != cases[i].line || error.column != cases[i].column)
            print_error("%s: %u:%u\n", cases[i].text, error.line, error.column);
        assert_string_equal(error.text, cases[i].message);
        assert_int_equal(status, LL_E_INVALID);
        assert_string_equal(error.path, "s.yaml");
        assert_int_equal(error.line, cases[i].line);
        assert_int_equal(error.column, cases[i].column);
        assert_null(data);
        assert_null(places);
    }
}

TEST(limits_hold) {
    USE_ARENA;
    sample *data = NULL;
    ll_yaml_places *places = NULL;
    ll_error error = {0};
    assert_int_equal(
        load(arena, LL_VIEW("name: a\ninner: {notes: [[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]}"),
             &data, &places, &error),
        LL_E_LIMIT);
    assert_string_equal(error.text, "nested too deeply");
    /* The document and `inner` are two levels. */
    assert_int_equal(
        load(arena, LL_VIEW("name: a\ninner: {notes: [[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]}"),
             &data, &places, &error),
        LL_E_LIMIT);
    assert_int_equal(load(arena,
                          LL_VIEW("name: a\ninner: {notes: [[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]}"),
                          &data, &places, &error),
                     LL_OK);
    char *text = ll_arena_alloc(arena, LL_YAML_MOST + 1);
    memset(text, '\n', LL_YAML_MOST + 1);
    memcpy(text, "name: a", 7);
    assert_int_equal(load(arena, (ll_view){text, LL_YAML_MOST + 1}, &data, &places, &error),
                     LL_E_LIMIT);
    assert_int_equal(load(arena, (ll_view){text, LL_YAML_MOST}, &data, &places, &error), LL_OK);
}

TEST(long_values_are_cut_in_messages) {
    USE_ARENA;
    sample *data = NULL;
    ll_yaml_places *places = NULL;
    ll_error error = {0};
    ll_buffer text = {.arena = arena, .most = 100000};
    ll_buffer_add_cstring(&text, "name: a\nmood: \"");
    for (int i = 0; i < 20000; i++)
        ll_buffer_add_cstring(&text, i == 30 ? "\n\n" : "\xC3\xA9");
    ll_buffer_add_cstring(&text, "\"\n");
    assert_int_equal(load(arena, ll_buffer_view(&text), &data, &places, &error), LL_E_INVALID);
    assert_true(strlen(error.text) < 120);
}

static void assert_place(const ll_yaml_places *places, const char *path, uint32_t line,
                         uint32_t column, uint32_t text_column) {
    const ll_yaml_place *place = ll_yaml_places_find(places, path);
    assert_int_equal(place->line, line);
    assert_int_equal(place->column, column);
    assert_int_equal(place->text_column, text_column);
}

TEST(values_have_places) {
    USE_ARENA;
    sample *data = NULL;
    ll_yaml_places *places = NULL;
    ll_error error = {0};
    ll_view text =
        LL_VIEW("name: '\xE2\x80\x94 b'\nwords: [a, 'it''s', \"\\u2014\"]\npoints:\n"
                "- label: >-\n    folded\n  weight: 7\n- label: q\ninner:\n  share: 1\n");
    assert_int_equal(load(arena, text, &data, &places, &error), LL_OK);
    assert_place(places, "", 1, 1, 0);
    assert_place(places, "name", 1, 7, 8);
    assert_place(places, "words", 2, 8, 0);
    assert_place(places, "words[0]", 2, 9, 9);
    assert_place(places, "words[1]", 2, 12, 0);
    assert_place(places, "words[2]", 2, 21, 0);
    assert_place(places, "points[0].label", 4, 10, 0);
    assert_place(places, "points[1].label", 7, 10, 10);
    assert_place(places, "points[1].weight", 7, 3, 0); /* absent: the entry */
    assert_place(places, "points[9].label", 4, 1, 0);
    assert_place(places, "inner.share", 9, 10, 10);
    assert_place(places, "nothing", 1, 1, 0);
}

TEST(errors_point_into_values) {
    USE_ARENA;
    sample *data = NULL;
    ll_yaml_places *places = NULL;
    ll_error error = {0};
    ll_view text = LL_VIEW("name: '\xE2\x80\x94 b'\nwords: ['it''s']\n");
    assert_int_equal(load(arena, text, &data, &places, &error), LL_OK);
    assert_int_equal(ll_yaml_fail(&error, places, "name", 2, "bad %s", "b"), LL_E_INVALID);
    assert_int_equal(error.line, 1);
    assert_int_equal(error.column, 10);
    assert_string_equal(error.text, "bad b");
    ll_yaml_fail(&error, places, "words[0]", 2, "bad");
    assert_int_equal(error.column, 9);
    assert_string_equal(error.text, "bad (character 3)");
    ll_yaml_fail(&error, places, "words[0]", LL_YAML_WHOLE, "bad");
    assert_string_equal(error.text, "bad");
    assert_string_equal(error.path, "s.yaml");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_reach_the_struct),
        cmocka_unit_test(lists_may_be_as_long_as_the_schema_says),
        cmocka_unit_test(absent_keys_are_zero),
        cmocka_unit_test(a_failed_load_names_place_and_remedy),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(long_values_are_cut_in_messages),
        cmocka_unit_test(values_have_places),
        cmocka_unit_test(errors_point_into_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
