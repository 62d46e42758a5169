/* project: configurations and their limits, and what is found by them. Wrong configurations stand
 * in tests/config/bad, whole runs in tests/cli/cases. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support.h"

#include "base/buffer.h"
#include "project/config.h"
#include "project/imports.h"
#include "project/paths.h"
#include "project/walk.h"

static const char FOLDER[] = LESSONLINT_BINARY_DIR "/config-unit";

static void write_file(const char *name, ll_view text) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s", FOLDER, name);
    for (char *slash = path + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
        *slash = '\0';
        mkdir(path, 0777);
        *slash = '/';
    }
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text.ptr, 1, text.len, file), text.len);
    fclose(file);
}

static ll_status read_config(ll_config **config, ll_arena *arena, const char *name,
                             ll_error *error) {
    return ll_config_read(config, arena, ll_arena_format(arena, "%s/%s", FOLDER, name), error);
}

static ll_status read_text(ll_config **config, ll_arena *arena, ll_view text, ll_error *error) {
    write_file("c.yaml", text);
    return read_config(config, arena, "c.yaml", error);
}

/* `lead`, then `count` times `one`, then `end`. */
static ll_view repeat(ll_arena *arena, const char *lead, const char *one, uint32_t count,
                      const char *end) {
    ll_buffer out = {.arena = arena, .most = LL_SOURCE_MOST};
    ll_buffer_add_cstring(&out, lead);
    for (uint32_t i = 0; i < count; i++) {
        ll_buffer_add_format(&out, "%s%s", i ? ", " : "", one);
        if (strchr(one, '#'))
            out.len--, ll_buffer_add_format(&out, "%u: off", i);
    }
    ll_buffer_add_cstring(&out, end);
    return ll_buffer_view(&out);
}

static void assert_limit(ll_arena *arena, const char *lead, const char *one, uint32_t most,
                         const char *end, const char *message) {
    ll_config *config = NULL;
    ll_error error = {0};
    if (read_text(&config, arena, repeat(arena, lead, one, most, end), &error) != LL_OK)
        fail_msg("%s", error.text);
    assert_int_not_equal(read_text(&config, arena, repeat(arena, lead, one, most + 1, end), &error),
                         LL_OK);
    assert_string_equal(error.text, message);
    assert_int_equal(error.line, 1);
}

TEST(what_grows_has_a_limit) {
    USE_ARENA;
    assert_limit(arena, "plans: [", "a", LL_CONFIG_ENTRIES_MOST, "]\n", "more than 200 entries");
    assert_limit(arena, "depths: [", "[a]", LL_CONFIG_DEPTHS_MOST, "]\n",
                 "expected from 2 to 16 levels, the lowest first, each a list of its names");
    assert_limit(arena, "overrides: [", "{ files: a, severity: { tsx-syntax: off } }",
                 LL_CONFIG_OVERRIDES_MOST, "]\n", "more than 64 overrides");
    assert_limit(arena, "severity: {", "r#", LL_YAML_KEYS_MOST, "}\n",
                 "more than 1000 keys in one mapping");
}

TEST(so_many_files_make_one_configuration) {
    USE_ARENA;
    ll_config *config = NULL;
    ll_error error = {0};
    for (uint32_t i = 0; i <= LL_CONFIG_FILES_MOST; i++) {
        ll_view text = i == LL_CONFIG_FILES_MOST
                           ? LL_VIEW("language: german\n")
                           : ll_arena_format(arena, "extends: [f%u.yaml]\n", i + 1);
        write_file(ll_arena_format(arena, "f%u.yaml", i).ptr, text);
    }
    assert_int_equal(read_config(&config, arena, "f1.yaml", &error), LL_OK);
    assert_view(config->vocabulary.language, "german");
    assert_int_equal(config->files.len, LL_CONFIG_FILES_MOST);
    assert_int_equal(read_config(&config, arena, "f0.yaml", &error), LL_E_LIMIT);
    assert_string_equal(error.text, "more than 16 files of one configuration");
}

TEST(a_missing_file_is_an_error) {
    USE_ARENA;
    ll_config *config = NULL;
    ll_error error = {0};
    assert_int_equal(read_config(&config, arena, "none.yaml", &error), LL_E_IO);
    assert_null(config);
}

TEST(an_empty_file_says_nothing) {
    USE_ARENA;
    ll_config *config = NULL;
    ll_error error = {0};
    assert_int_equal(read_text(&config, arena, LL_VIEW("# nothing\n"), &error), LL_OK);
    assert_int_equal(config->major_threshold, 1);
    assert_int_equal(config->vocabulary.depth_count, 5);
    assert_int_equal(config->vocabulary.section_count, ll_vocabulary_default.section_count);
    assert_int_equal(read_text(&config, arena, LL_VIEW(""), &error), LL_OK);
}

TEST(the_nearest_file_upwards_is_found) {
    USE_ARENA;
    write_file("up/" LL_CONFIG_NAME, LL_VIEW("language: german\n"));
    write_file("up/a/b/file.md", LL_VIEW("x"));
    write_file("up/c/" LL_CONFIG_NAME, LL_VIEW("language: french\n"));
    write_file("up/d/" LL_CONFIG_NAME "/file.md", LL_VIEW("a folder of that name\n"));
    ll_view top = ll_path_real(arena, ll_arena_format(arena, "%s/up", FOLDER));
    ll_view found = ll_arena_format(arena, "%.*s/" LL_CONFIG_NAME, LL_VIEW_ARG(top));
    ll_view below = ll_arena_format(arena, "%.*s/a/b", LL_VIEW_ARG(top));
    assert_true(ll_view_equal(ll_config_find(arena, below), found));
    assert_true(ll_view_equal(ll_config_find(arena, top), found));
    below = ll_arena_format(arena, "%.*s/d", LL_VIEW_ARG(top));
    assert_true(ll_view_equal(ll_config_find(arena, below), found));
    below = ll_arena_format(arena, "%.*s/c", LL_VIEW_ARG(top));
    assert_true(ll_view_ends(ll_config_find(arena, below), LL_VIEW("/up/c/" LL_CONFIG_NAME)));
}

static const ll_rule_option options[] = {
    {.name = LL_VIEW_INIT("min"), .value = {.number = 1}},
    {.name = LL_VIEW_INIT("max"), .value = {.number = 5}},
    {.name = LL_VIEW_INIT("quiet"), .kind = LL_OPTION_FLAG},
    {.name = LL_VIEW_INIT("names"), .kind = LL_OPTION_LIST},
    {.name = LL_VIEW_INIT("word"), .kind = LL_OPTION_TEXT, .value = {.text = LL_VIEW_INIT("x")}},
};
static const ll_rule on = {.id = LL_VIEW_INIT("a-rule"),
                           .severity = LL_SEVERITY_IMPROVEMENT,
                           .options = options,
                           .option_count = 5};
static const ll_rule off = {.id = LL_VIEW_INIT("b-rule"), .severity = LL_SEVERITY_OFF};
static const ll_rule *both[] = {&on, &off};
static const ll_rule_set rules = {both, 2};

static ll_config *bound(ll_arena *arena, const char *text) {
    ll_config *config = NULL;
    ll_error error = {0};
    if (read_text(&config, arena, ll_view_of(text), &error) != LL_OK ||
        ll_config_bind(config, arena, &rules, &error) != LL_OK)
        fail_msg("%u:%u: %s", error.line, error.column, error.text);
    return config;
}

TEST(options_of_each_kind_are_set) {
    USE_ARENA;
    ll_config *config = bound(arena, "options:\n  a-rule:\n    max: 2.5\n    quiet: yes\n"
                                     "    names: [one, two]\n    word: 'on'\n");
    const ll_rule_setting *setting = ll_config_settings(config, arena, &rules, 0);
    assert_true(ll_rule_value(&on, setting, LL_VIEW("min"))->number == 1);
    assert_true(ll_rule_value(&on, setting, LL_VIEW("max"))->number == 2.5);
    assert_true(ll_rule_value(&on, setting, LL_VIEW("quiet"))->number == 1);
    assert_int_equal(ll_rule_value(&on, setting, LL_VIEW("names"))->item_count, 2);
    assert_view(ll_rule_value(&on, setting, LL_VIEW("names"))->items[1], "two");
    assert_view(ll_rule_value(&on, setting, LL_VIEW("word"))->text, "on");
    assert_false(setting->severity_set);
}

TEST(bounds_must_not_contradict_each_other) {
    USE_ARENA;
    ll_config *config = NULL;
    ll_error error = {0};
    static const char *const wrong[] = {
        "options: { a-rule: { min: 6 } }\n",
        "options: { a-rule: { min: 3 } }\n"
        "overrides: [{ files: a, options: { a-rule: { max: 2 } } }]\n",
    };
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(read_text(&config, arena, ll_view_of(wrong[i]), &error), LL_OK);
        assert_int_equal(ll_config_bind(config, arena, &rules, &error), LL_E_INVALID);
        assert_string_equal(error.text, "of rule a-rule \"min\" is more than \"max\"");
        assert_int_equal(error.line, i + 1);
    }
    bound(arena, "options: { a-rule: { min: 6, max: 7 } }\n");
}

TEST(overrides_are_laid_over_one_another) {
    USE_ARENA;
    ll_config *config =
        bound(arena, "severity: { b-rule: polish }\n"
                     "overrides:\n"
                     "  - { files: 'x/**', severity: { a-rule: off, b-rule: off } }\n"
                     "  - { files: ['**/y.md'], severity: { a-rule: critical },\n"
                     "      options: { a-rule: { min: 2 } } }\n");
    assert_true(ll_config_overrides(config, arena, LL_VIEW("x/a.md")) == 1);
    assert_true(ll_config_overrides(config, arena, LL_VIEW("y.md")) == 2);
    assert_true(ll_config_overrides(config, arena, LL_VIEW("x/y.md")) == 3);
    assert_true(ll_config_overrides(config, arena, LL_VIEW("z.md")) == 0);
    const ll_rule_setting *settings = ll_config_settings(config, arena, &rules, 0);
    assert_false(settings[0].off || settings[0].severity_set || settings[1].off);
    settings = ll_config_settings(config, arena, &rules, 1);
    assert_true(settings[0].off && settings[1].off);
    settings = ll_config_settings(config, arena, &rules, 3);
    assert_false(settings[0].off);
    assert_int_equal(settings[0].severity, LL_SEVERITY_CRITICAL);
    assert_true(ll_rule_value(&on, &settings[0], LL_VIEW("min"))->number == 2);
    assert_true(settings[1].off);
}

TEST(all_switches_on_what_is_off) {
    USE_ARENA;
    const ll_rule_setting *settings =
        ll_config_settings(bound(arena, "extends: [recommended]\n"), arena, &rules, 0);
    assert_true(settings[1].off);
    settings = ll_config_settings(bound(arena, "extends: [all]\n"), arena, &rules, 0);
    assert_false(settings[1].off);
    assert_int_equal(settings[1].severity, LL_SEVERITY_POLISH);
    settings = ll_config_settings(NULL, arena, &rules, 0);
    assert_true(settings[1].off && !settings[0].off);
}

TEST(imports_lead_where_aliases_say) {
    USE_ARENA;
    ll_config *config = bound(arena, "aliases: { '@/': src, '@/w/': 'src/widgets/', '~': '.' }\n");
    static const struct {
        const char *import, *path;
    } cases[] = {
        {"./a", "src/lessons/a"}, {"../w/b", "src/w/b"},
        {"@/x/y", "src/x/y"},     {"@/w/z", "src/widgets/z"},
        {"~/lib/q", "lib/q"},     {"../../../up", NULL},
        {"@/../../up", NULL},     {"react", NULL},
        {"@/a/../b", "src/b"},    {"./../lessons/c", "src/lessons/c"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view path;
        bool inside = ll_curriculum_resolve(config, arena, LL_VIEW("src/lessons/L.tsx"),
                                            ll_view_of(cases[i].import), &path);
        assert_int_equal(inside, cases[i].path != NULL);
        if (inside)
            assert_view(path, cases[i].path);
    }
}

TEST(so_many_files_are_looked_at) {
    USE_ARENA;
    ll_found_files files = {0};
    ll_error error = {0};
    write_file("walk/a/1.md", LL_VIEW(""));
    write_file("walk/a/2.md", LL_VIEW(""));
    write_file("walk/.hidden/3.md", LL_VIEW(""));
    write_file("walk/node_modules/4.md", LL_VIEW(""));
    ll_view folder = ll_path_real(arena, ll_arena_format(arena, "%s/walk", FOLDER));
    /* a, node_modules, 1.md and 2.md */
    assert_int_equal(ll_walk_find(&files, arena, folder, LL_VIEW("**/{slug}.md"), 4, &error),
                     LL_OK);
    assert_int_equal(files.len, 2);
    assert_view(files.at[0].path, "a/1.md");
    assert_view(files.at[1].caught, "2");
    assert_int_equal(ll_walk_find(&files, arena, folder, LL_VIEW("**/{slug}.md"), 3, &error),
                     LL_E_LIMIT);
    files.len = 0;
    assert_int_equal(ll_walk_find(&files, arena, folder, LL_VIEW("node_modules/*.md"), 9, &error),
                     LL_OK);
    assert_int_equal(files.len, 1);
    assert_int_equal(ll_walk_find(&files, arena, folder, LL_VIEW("none/*.md"), 9, &error), LL_OK);
    assert_int_equal(files.len, 1);
}

/* Whether a lesson leads to "x" by so many files, itself included, one behind the other. */
static bool leads_behind(ll_arena *arena, const char *folder, uint32_t count) {
    char name[64];
    ll_error error = {0};
    ll_config *config = NULL;
    for (uint32_t i = 0; i < count; i++) {
        snprintf(name, sizeof name, "%s/%u.tsx", folder, i);
        write_file(name, i + 1 < count ? ll_arena_format(arena, "import './%u'\n", i + 1)
                                       : LL_VIEW("import './x'\n"));
    }
    snprintf(name, sizeof name, "%s/.lessonlint.yaml", folder);
    write_file(name, LL_VIEW("plans: \"{slug}.md\"\n"));
    assert_int_equal(read_config(&config, arena, name, &error), LL_OK);
    ll_curriculum_pair pair = {.lesson = LL_VIEW("0.tsx")};
    ll_arena *scratch = ll_arena_new(ARENA_MOST);
    ll_import_graph *graph = NULL;
    ll_status status =
        ll_imports_follow(&graph, arena, scratch, config,
                          &(ll_curriculum){.pairs = {.at = &pair, .len = 1, .cap = 1}}, &error);
    ll_arena_free(scratch);
    assert_int_equal(status, LL_OK);
    return ll_imports_users(graph, LL_VIEW("x.tsx")).len == 1;
}

TEST(so_many_imports_are_followed) {
    USE_ARENA;
    assert_int_equal(LL_IMPORTS_FOLLOWED_MOST, 256);
    assert_true(leads_behind(arena, "imports-255", 255)); /* "x" is the last */
    assert_false(leads_behind(arena, "imports-256", 256));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_grows_has_a_limit),
        cmocka_unit_test(so_many_files_make_one_configuration),
        cmocka_unit_test(a_missing_file_is_an_error),
        cmocka_unit_test(an_empty_file_says_nothing),
        cmocka_unit_test(the_nearest_file_upwards_is_found),
        cmocka_unit_test(options_of_each_kind_are_set),
        cmocka_unit_test(bounds_must_not_contradict_each_other),
        cmocka_unit_test(overrides_are_laid_over_one_another),
        cmocka_unit_test(all_switches_on_what_is_off),
        cmocka_unit_test(imports_lead_where_aliases_say),
        cmocka_unit_test(so_many_files_are_looked_at),
        cmocka_unit_test(so_many_imports_are_followed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
