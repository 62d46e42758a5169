/* rule: the shipped rules in the binary are those of rules/, and the program that compiles them. */
#include <stdio.h>
#include <stdlib.h>

#include "support.h"

#include "rule/file.h"

static void assert_same_view(ll_view seen, ll_view expected) {
    if (!ll_view_equal(seen, expected))
        fail_msg("%.*s\n  expected %.*s", LL_VIEW_ARG(seen), LL_VIEW_ARG(expected));
}

static void assert_same_option(const ll_rule_option *seen, const ll_rule_option *expected) {
    assert_int_equal(seen->kind, expected->kind);
    assert_true(seen->value.number == expected->value.number);
    assert_same_view(seen->value.text, expected->value.text);
    assert_int_equal(seen->value.item_count, expected->value.item_count);
    for (uint32_t i = 0; i < expected->value.item_count; i++)
        assert_same_view(seen->value.items[i], expected->value.items[i]);
}

static void assert_same_lists(const ll_rule *seen, const ll_rule *expected) {
    assert_int_equal(seen->value_count, expected->value_count);
    for (uint32_t i = 0; i < expected->value_count; i++)
        assert_same_view(seen->values[i], expected->values[i]);
    assert_int_equal(seen->option_count, expected->option_count);
    for (uint32_t i = 0; i < expected->option_count; i++) {
        assert_same_view(seen->options[i].name, expected->options[i].name);
        assert_same_option(&seen->options[i], &expected->options[i]);
        assert_same_view(seen->options[i].about, expected->options[i].about);
    }
    assert_int_equal(seen->case_count, expected->case_count);
    for (uint32_t i = 0; i < expected->case_count; i++) {
        assert_same_view(seen->cases[i].name, expected->cases[i].name);
        assert_int_equal(seen->cases[i].severity, expected->cases[i].severity);
        assert_int_equal(seen->cases[i].confidence, expected->cases[i].confidence);
        assert_same_view(seen->cases[i].problem, expected->cases[i].problem);
    }
}

static void assert_same_parts(const ll_rule *seen, const ll_rule *expected) {
    assert_same_view(seen->element.select, expected->element.select);
    assert_same_view(seen->element.unless, expected->element.unless);
    assert_int_equal(seen->element.within, expected->element.within);
    assert_int_equal(seen->element.require, expected->element.require);
    assert_int_equal(seen->element.outermost, expected->element.outermost);
    assert_int_equal(seen->element.min, expected->element.min);
    assert_int_equal(seen->element.max, expected->element.max);
    assert_int_equal(seen->text.scope_count, expected->text.scope_count);
    for (uint32_t i = 0; i < expected->text.scope_count; i++)
        assert_same_view(seen->text.scopes[i], expected->text.scopes[i]);
    assert_same_view(seen->text.pattern, expected->text.pattern);
    assert_same_view(seen->text.unless, expected->text.unless);
    assert_same_view(seen->text.replace, expected->text.replace);
    assert_same_view(seen->count.of, expected->count.of);
}

static void assert_same_rule(const ll_rule *seen, const ll_rule *expected) {
    assert_same_view(seen->id, expected->id);
    assert_int_equal(seen->kind, expected->kind);
    assert_int_equal(seen->severity, expected->severity);
    assert_int_equal(seen->confidence, expected->confidence);
    assert_same_view(seen->since, expected->since);
    assert_memory_equal(seen->reads, expected->reads, sizeof seen->reads);
    assert_same_view(seen->title, expected->title);
    assert_same_view(seen->message, expected->message);
    assert_same_view(seen->issue, expected->issue);
    assert_same_view(seen->impact, expected->impact);
    assert_same_view(seen->fix, expected->fix);
    assert_same_view(seen->praise, expected->praise);
    assert_same_view(seen->noun, expected->noun);
    assert_same_lists(seen, expected);
    assert_same_parts(seen, expected);
}

TEST(the_binary_holds_the_files) {
    USE_ARENA;
    ll_rule_set files = {0};
    ll_error error = {0};
    if (ll_rules_load(&files, arena, LL_VIEW(LESSONLINT_SOURCE_DIR "/rules"), NULL, 0, &error) !=
        LL_OK)
        fail_msg("%s:%u:%u: %s", error.path, error.line, error.column, error.text);
    ll_rule_set shipped = ll_rules_shipped(arena);
    assert_int_equal(shipped.len, files.len);
    assert_true(shipped.len >= 21);
    for (uint32_t i = 0; i < files.len; i++) {
        assert_same_rule(shipped.at[i], files.at[i]);
        assert_ptr_equal(ll_rule_find(&shipped, files.at[i]->id), shipped.at[i]);
    }
}

/* Runs the compiler on a folder with one rule file; its words go to `said`. */
static int compile(ll_arena *arena, const char *text, char *said, size_t room) {
    const char *folder = LESSONLINT_BINARY_DIR "/test_rule_compile";
    char ignored[256];
    FILE *pipe = popen(ll_arena_format(arena, "mkdir -p %s", folder).ptr, "r");
    assert_non_null(pipe);
    pclose(pipe);
    FILE *file = fopen(ll_arena_format(arena, "%s/odd.yaml", folder).ptr, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    pipe = popen(ll_arena_format(arena, "%s/src/lessonlint_compile_rules %s %s/odd.c 2>&1",
                                 LESSONLINT_BINARY_DIR, folder, folder)
                     .ptr,
                 "r");
    assert_non_null(pipe);
    size_t got = fread(said, 1, room - 1, pipe);
    said[got] = '\0';
    while (fread(ignored, 1, sizeof ignored, pipe) > 0) {
    }
    return pclose(pipe);
}

#define HEAD "id: odd\nkind: element\nseverity: polish\nreads: [lesson]\n"
#define TEXTS "message: m\nissue: i\nimpact: p\nfix: f\n"
#define TAIL "element: {select: a}\n"

TEST(a_wrong_rule_ends_the_build) {
    USE_ARENA;
    char said[1000];
    assert_int_not_equal(compile(arena, HEAD "title: '{x}'\n" TEXTS TAIL, said, sizeof said), 0);
    assert_string_equal(said, LESSONLINT_BINARY_DIR
                        "/test_rule_compile/odd.yaml:5:9: error: unknown placeholder {x}; "
                        "write {{ and }} for braces\n");
    assert_int_not_equal(compile(arena, HEAD "title: t\n" TEXTS TAIL, said, sizeof said), 0);
    assert_string_equal(said, LESSONLINT_BINARY_DIR "/test_rule_compile/odd.yaml: error: a shipped "
                                                    "rule needs \"since\", \"praise\" and "
                                                    "\"noun\"\n");
}

TEST(every_character_survives_as_c) {
    USE_ARENA;
    char said[1000], line[4000];
    const char *text = HEAD "title: \"?\?/ \\\" \\\\ \\x07 1 \xE2\x80\x94 2\"\n" TEXTS TAIL
                            "since: 0.1.0\npraise: x\nnoun: y\n";
    assert_int_equal(compile(arena, text, said, sizeof said), 0);
    assert_string_equal(said, "");
    FILE *file = fopen(LESSONLINT_BINARY_DIR "/test_rule_compile/odd.c", "rb");
    assert_non_null(file);
    bool found = false;
    while (fgets(line, sizeof line, file))
        found = found || strstr(line, ".title = LL_VIEW_INIT(\"\\077\\077/ \\042 \\134 \\007 1 "
                                      "\\342\\200\\224 2\"),");
    fclose(file);
    assert_true(found);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_binary_holds_the_files),
        cmocka_unit_test(a_wrong_rule_ends_the_build),
        cmocka_unit_test(every_character_survives_as_c),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
