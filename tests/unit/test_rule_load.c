/* rule: reading rule files, and what is said of wrong ones. */
#include <stdio.h>
#include <sys/stat.h>

#include "support.h"

#include "rule/file.h"

static const char *const checks[] = {"known-check", "other-check", "known-option-negative",
                                     "known-option-twofold"};
enum { CHECKS = sizeof checks / sizeof *checks };

/* The files stand in tests/rules-bad/; each is a sound rule with one thing wrong. */
static const struct {
    const char *name;
    uint32_t line, column;
    const char *text;
} wrong[] = {
    {"unknown-key", 4, 1, "unknown key \"confidense\": did you mean \"confidence\"?"},
    {"unknown-part-key", 17, 3, "unknown key \"patern\": did you mean \"pattern\"?"},
    {"unknown-kind", 2, 7, "unknown kind \"texts\": did you mean \"text\"?"},
    {"unknown-severity", 3, 11,
     "unknown severity \"warning\"; expected critical, improvement, polish or off"},
    {"about-unknown", 5, 8, "unknown about \"histroy\": did you mean \"history\"?"},
    {"unknown-document", 6, 9, "unknown reads \"lessons\": did you mean \"lesson\"?"},
    {"missing-title", 1, 1, "missing key \"title\""},
    {"missing-pattern", 16, 3, "missing key \"pattern\" in \"text\""},
    {"key-twice", 18, 1, "key \"fix\" is given twice, first in line 11"},
    {"empty-title", 7, 8, "\"title\" is empty"},
    {"title-list", 7, 8, "expected a text for \"title\", found a list"},
    {"not-yaml", 8, 20, "while parsing a block mapping: did not find expected key"},
    {"id-shape", 1, 5, "an id is made of small letters and digits, joined by single hyphens"},
    {"id-other", 1, 5, "the id \"another\" is not the name of the file, \"id-other\""},
    {"check-unknown", 1, 5,
     "a rule of kind check needs a built-in check, and there is no \"check-unknown\"; expected "
     "one of known-check, other-check, known-option-negative, known-option-twofold"},
    {"known-chekc", 1, 5,
     "a rule of kind check needs a built-in check, and there is no \"known-chekc\": did you mean "
     "\"known-check\"?"},
    {"since-shape", 5, 8, "expected a version like 0.1.0"},
    {"part-missing", 2, 7, "a rule of kind text needs \"text\""},
    {"part-foreign", 19, 3, "\"element\" belongs to rules of that kind; this one is of kind text"},
    {"reads-twice", 6, 17, "the same document twice"},
    {"reads-too-little", 6, 8, "\"reads\" has to name plan, which this rule needs"},
    {"element-reads-nothing", 6, 8, "\"reads\" has to name lesson, which this rule needs"},
    {"value-foreign", 14, 17, "a rule of kind text does not supply {word}"},
    {"known-check", 14, 10, "the name of a value is made of small letters, digits and _"},
    {"option-in-text", 19, 3, "only rules of kind check have options"},
    {"option-value", 19, 25, "expected a number for \"value\", found \"few\""},
    {"known-option-negative", 15, 25, "the number of an option is from 0 to 1000000000"},
    {"known-option-twofold", 15, 5,
     "an option has one of \"value\" (a number), \"flag\", \"text\" and \"items\""},
    {"case-in-text", 19, 3, "only rules of the kinds check and count have cases"},
    {"case-of-count", 17, 13, "the only case of a rule of kind count is \"none\""},
    {"case-empty", 17, 13, "a case without severity, confidence or problem changes nothing"},
    {"case-twice", 18, 13, "the same case twice"},
    {"placeholder-unknown", 8, 11, "unknown placeholder {tag}; write {{ and }} for braces"},
    {"placeholder-misspelt", 8, 14, "unknown placeholder {counts}: did you mean {count}?"},
    {"placeholder-too-early", 8, 11, "unknown placeholder {checked}; write {{ and }} for braces"},
    {"placeholder-in-praise", 12, 16, "unknown placeholder {match}; write {{ and }} for braces"},
    {"placeholder-folded", 9, 8,
     "unknown placeholder {tag}; write {{ and }} for braces (character 14)"},
    {"brace-single", 11, 13, "a single { is no placeholder; write {{ for the brace"},
    {"message-of-two-lines", 8, 10, "expected one line"},
    {"selector-wrong", 16, 20, "a name cannot begin with a digit: escape it, as in \"\\32 xl\""},
    {"selector-unless", 17, 12, "unknown pseudo-class \":hover\""},
    {"element-min", 17, 8, "\"min\" is more than \"max\""},
    {"add-class-of-two", 17, 14, "expected one class, such as cursor-pointer"},
    {"safety-without-class", 17, 11, "there is no \"add-class\" that it could be said of"},
    {"safety-unknown", 18, 11, "unknown safety \"save\": did you mean \"safe\"?"},
    {"tight-without-replace", 18, 10, "there is no \"replace\" that it could be said of"},
    {"safety-without-replace", 18, 11, "there is no \"replace\" that it could be said of"},
    {"replace-placeholder", 18, 15, "unknown placeholder {word}; write {{ and }} for braces"},
    {"scope-unknown", 16, 12, "unknown scope \"lesson.pros\": did you mean \"lesson.prose\"?"},
    {"scope-other", 16, 12,
     "unknown scope \"text\"; expected one of lesson.attributes, lesson.code, lesson.comment, "
     "lesson.math, lesson.prose, lesson.strings, plan.examples, plan.headings, "
     "plan.misconceptions, plan.modalities, plan.prerequisites, plan.prose, "
     "lesson.attribute.NAME"},
    {"pattern-wrong", 17, 16, "missing closing parenthesis"},
    {"pattern-unless", 18, 12, "quantifier does not follow a repeatable item"},
    {"count-unknown", 15, 14,
     "unknown number \"plan.misconception\": did you mean \"plan.misconceptions\"?"},
    {"count-of-nothing", 15, 8, "expected \"min\" or \"max\""},
    {"count-min", 15, 40, "\"min\" is more than \"max\""},
    {"count-negative", 15, 40, "expected a whole number from 0 for \"min\", found \"-3\""},
    {"when-without-plan", 6, 8, "\"reads\" has to name plan, which this rule needs"},
    {"when-other-load", 17, 16, "unknown load \"STRETCHED\": did you mean \"STRETCH\"?"},
    {"snippet-place", 18, 32, "expected LINE:COLUMN in quotes, found \"2\""},
    {"snippet-twofold", 18, 48, "either \"at\" or \"count\""},
    {"snippet-nothing", 18, 35, "a text without findings stands under \"valid\""},
    {"snippet-bare", 18, 5,
     "expected a mapping with \"text\" for \"invalid\", found \"<summary />\""},
    {"snippet-alone", 17, 10,
     "expected a list of mappings with \"text\" for \"invalid\", found \"<summary />\""},
    {"count-reads", 6, 8, "\"reads\" has to name plan, which this rule needs"},
};

TEST(wrong_rules_are_explained) {
    USE_ARENA;
    uint32_t differences = 0;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ll_view path = ll_arena_format(arena, "%s/tests/rules-bad/%s.yaml", LESSONLINT_SOURCE_DIR,
                                       wrong[i].name);
        ll_source *source = NULL;
        const ll_rule *rule = NULL;
        ll_error error = {0};
        assert_int_equal(ll_source_read(&source, arena, path, &error), LL_OK);
        ll_status status = ll_rule_read(&rule, arena, source, checks, CHECKS, &error);
        assert_null(rule);
        assert_view(path, error.path);
        if (status == LL_E_INVALID && strcmp(error.text, wrong[i].text) == 0 &&
            error.line == wrong[i].line && error.column == wrong[i].column)
            continue;
        print_error("%s:%u:%u: %s\n  expected %u:%u: %s\n", wrong[i].name, error.line, error.column,
                    error.text, wrong[i].line, wrong[i].column, wrong[i].text);
        differences++;
    }
    assert_int_equal(differences, 0);
}

TEST(every_wrong_file_is_in_the_table) {
    USE_ARENA;
    ll_rule_paths paths = {0};
    ll_error error = {0};
    assert_int_equal(ll_rule_paths_read(&paths, arena,
                                        LL_VIEW(LESSONLINT_SOURCE_DIR "/tests/rules-bad"), &error),
                     LL_OK);
    assert_int_equal(paths.len, sizeof wrong / sizeof *wrong);
}

static const ll_rule *read(ll_arena *arena, const char *path, const char *text) {
    ll_source *source = NULL;
    const ll_rule *rule = NULL;
    ll_error error = {0};
    assert_int_equal(ll_source_from(&source, arena, ll_view_of(path), ll_view_of(text), &error),
                     LL_OK);
    if (ll_rule_read(&rule, arena, source, checks, CHECKS, &error) != LL_OK)
        fail_msg("%u:%u: %s", error.line, error.column, error.text);
    return rule;
}

#define TEXTS "title: t\nmessage: m\nissue: i\nimpact: p\nfix: f\n"

TEST(all_of_a_check_is_read) {
    USE_ARENA;
    const ll_rule *rule =
        read(arena, "dir/known-check.yaml",
             "id: known-check\nkind: check\nseverity: critical\nconfidence: verify\nsince: 1.2.3\n"
             "reads: [plan]\n"
             "title: '{word}'\nmessage: '{word}: {problem}'\nissue: '{section}'\nimpact: p\n"
             "fix: 'a {{x}}'\npraise: '{failed} of {checked}'\nnoun: n\nvalues: [word]\n"
             "options:\n- {name: low, value: 0.25, about: a}\n- {name: high, value: 3, about: b}\n"
             "- {name: on, flag: true, about: c}\n- {name: a-text, text: x y, about: d}\n"
             "- {name: words, items: [one, two], about: e}\n"
             "cases:\n- {name: far, severity: polish, problem: '{word}!'}\n"
             "- {name: near, confidence: exact, problem: q}\n");
    assert_view(rule->id, "known-check");
    assert_int_equal(rule->kind, LL_RULE_CHECK);
    assert_int_equal(rule->severity, LL_SEVERITY_CRITICAL);
    assert_int_equal(rule->confidence, LL_CONFIDENCE_VERIFY);
    assert_view(rule->since, "1.2.3");
    assert_true(rule->reads[LL_DOCUMENT_PLAN] && !rule->reads[LL_DOCUMENT_LESSON]);
    assert_view(rule->title, "{word}");
    assert_view(rule->message, "{word}: {problem}");
    assert_view(rule->issue, "{section}");
    assert_view(rule->impact, "p");
    assert_view(rule->fix, "a {{x}}");
    assert_view(rule->praise, "{failed} of {checked}");
    assert_view(rule->noun, "n");
    assert_int_equal(rule->value_count, 1);
    assert_view(rule->values[0], "word");
    assert_int_equal(rule->option_count, 5);
    assert_true(ll_rule_value(rule, NULL, LL_VIEW("low"))->number == 0.25);
    assert_true(ll_rule_value(rule, NULL, LL_VIEW("high"))->number == 3);
    assert_int_equal(rule->options[2].kind, LL_OPTION_FLAG);
    static const char *const shown[] = {"0.25", "3", "on", "x y", "one, two"};
    for (uint32_t i = 0; i < 5; i++)
        assert_view(ll_option_show(arena, rule->options[i].kind, &rule->options[i].value),
                    shown[i]);
    assert_null(ll_rule_option_find(rule, LL_VIEW("lo")));
    assert_view(rule->options[1].about, "b");
    const ll_rule_case *far = ll_rule_case_find(rule, LL_VIEW("far"));
    assert_int_equal(far->severity, LL_SEVERITY_POLISH);
    assert_int_equal(far->confidence, LL_CONFIDENCE_VERIFY); /* the rule's */
    assert_view(far->problem, "{word}!");
    const ll_rule_case *near = ll_rule_case_find(rule, LL_VIEW("near"));
    assert_int_equal(near->severity, LL_SEVERITY_CRITICAL); /* the rule's */
    assert_int_equal(near->confidence, LL_CONFIDENCE_EXACT);
    assert_null(ll_rule_case_find(rule, LL_VIEW("none")));
}

TEST(all_of_an_element_rule_is_read) {
    USE_ARENA;
    const ll_rule *rule = read(arena, "e.yaml",
                               "id: e\nkind: element\nseverity: off\nreads: [plan, lesson]\n" TEXTS
                               "element:\n  select: a b\n  unless: '.c'\n  within: root\n"
                               "  require: true\n  outermost: true\n  min: 2\n  max: 5\n");
    assert_int_equal(rule->severity, LL_SEVERITY_OFF);
    assert_int_equal(rule->confidence, LL_CONFIDENCE_EXACT);
    assert_true(rule->reads[LL_DOCUMENT_PLAN] && rule->reads[LL_DOCUMENT_LESSON]);
    assert_view(rule->element.select, "a b");
    assert_view(rule->element.unless, ".c");
    assert_true(rule->element.within == LL_WITHIN_ROOT && rule->element.require &&
                rule->element.outermost);
    assert_int_equal(rule->element.min, 2);
    assert_int_equal(rule->element.max, 5);
    assert_int_equal(rule->praise.len, 0);
}

TEST(all_of_a_text_rule_is_read) {
    USE_ARENA;
    const ll_rule *rule =
        read(arena, "t.yaml",
             "id: t\nkind: text\nseverity: polish\nreads: [lesson, plan]\n" TEXTS
             "text:\n  scopes: [plan.prose, lesson.attribute.title]\n  pattern: 'a\\d'\n"
             "  unless: b\n  replace: c\n");
    assert_int_equal(rule->text.scope_count, 2);
    assert_view(rule->text.scopes[1], "lesson.attribute.title");
    assert_view(rule->text.pattern, "a\\d");
    assert_view(rule->text.unless, "b");
    assert_true(rule->text.replaces);
    assert_view(rule->text.replace, "c");
    assert_false(rule->text.tight);
    assert_int_equal(rule->text.safety, LL_SAFETY_UNSAFE); /* unless the file says otherwise */
}

TEST(what_mends_is_read) {
    USE_ARENA;
    const ll_rule *text = read(arena, "t.yaml",
                               "id: t\nkind: text\nseverity: polish\nreads: [lesson]\n" TEXTS
                               "text: { scopes: [lesson.prose], pattern: a, replace: '', "
                               "tight: true, safety: safe }\n");
    assert_true(text->text.replaces);
    assert_view(text->text.replace, "");
    assert_true(text->text.tight);
    assert_int_equal(text->text.safety, LL_SAFETY_SAFE);
    const ll_rule *element = read(arena, "e.yaml",
                                  "id: e\nkind: element\nseverity: polish\nreads: [lesson]\n" TEXTS
                                  "element: { select: p, add-class: 'md:mt-2', safety: safe }\n");
    assert_view(element->element.add_class, "md:mt-2");
    assert_int_equal(element->element.safety, LL_SAFETY_SAFE);
    assert_false(element->text.replaces);
}

TEST(all_of_a_count_rule_is_read) {
    USE_ARENA;
    const ll_rule *rule = read(arena, "c.yaml",
                               "id: c\nkind: count\nseverity: polish\nreads: [plan]\n" TEXTS
                               "cases: [{name: none, severity: critical}]\n"
                               "count: { of: plan.modalities, max: 0 }\n");
    assert_view(rule->count.of, "plan.modalities");
    assert_null(ll_rule_value(rule, NULL, LL_VIEW("min")));
    assert_true(ll_rule_value(rule, NULL, LL_VIEW("max"))->number == 0);
    ll_option_value set = {.number = 7};
    ll_rule_setting setting = {.values = &set};
    assert_true(ll_rule_value(rule, &setting, LL_VIEW("max"))->number == 7);
    assert_int_equal(ll_rule_case_find(rule, LL_VIEW("none"))->severity, LL_SEVERITY_CRITICAL);
}

static void write_file(ll_arena *arena, const char *folder, const char *name, const char *text) {
    mkdir(folder, 0777);
    FILE *file = fopen(ll_arena_format(arena, "%s/%s", folder, name).ptr, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

#define RULE(id, kind, rest)                                                                       \
    "id: " id "\nkind: " kind "\nseverity: polish\nreads: [lesson]\n" TEXTS rest
#define FOLDER(name) LESSONLINT_BINARY_DIR "/test_rule_" name

static ll_status load(ll_rule_set *rules, ll_arena *arena, const char *folder, ll_error *error) {
    return ll_rules_load(rules, arena, ll_view_of(folder), checks, CHECKS, error);
}

TEST(a_folder_adds_rules_in_the_order_of_ids) {
    USE_ARENA;
    write_file(arena, FOLDER("add"), "b.yaml", RULE("b", "element", "element: {select: b}\n"));
    write_file(arena, FOLDER("add"), "known-check.yaml", RULE("known-check", "check", ""));
    write_file(arena, FOLDER("add"), "a.yaml", RULE("a", "element", "element: {select: a}\n"));
    write_file(arena, FOLDER("add"), "notes.txt", "no rule");
    write_file(arena, FOLDER("add"), ".hidden.yaml", "no rule");
    ll_rule_set rules = {0};
    ll_error error = {0};
    assert_int_equal(load(&rules, arena, FOLDER("add") "/", &error), LL_OK);
    assert_int_equal(rules.len, 3);
    assert_view(rules.at[0]->id, "a");
    assert_view(rules.at[2]->id, "known-check");
    assert_ptr_equal(ll_rule_find(&rules, LL_VIEW("b")), rules.at[1]);
    assert_null(ll_rule_find(&rules, LL_VIEW("ba")));
    assert_null(ll_rule_find(&rules, LL_VIEW("z")));
}

static ll_rule_set with_check(ll_arena *arena) {
    ll_rule_set rules = {0};
    ll_error error = {0};
    write_file(arena, FOLDER("old"), "known-check.yaml",
               RULE("known-check", "check",
                    "values: [word]\noptions:\n- {name: low, value: 1, about: a}\n"
                    "- {name: high, value: 2, about: b}\n"));
    write_file(arena, FOLDER("old"), "z.yaml", RULE("z", "element", "element: {select: z}\n"));
    assert_int_equal(load(&rules, arena, FOLDER("old"), &error), LL_OK);
    return rules;
}

TEST(a_rule_of_the_same_id_replaces_the_other) {
    USE_ARENA;
    ll_rule_set rules = with_check(arena);
    ll_error error = {0};
    write_file(arena, FOLDER("new"), "known-check.yaml",
               RULE("known-check", "check", "options:\n- {name: high, value: 5, about: c}\n"));
    write_file(arena, FOLDER("new"), "z.yaml", RULE("z", "element", "element: {select: y}\n"));
    assert_int_equal(load(&rules, arena, FOLDER("new"), &error), LL_OK);
    assert_int_equal(rules.len, 2);
    assert_view(rules.at[1]->element.select, "y");
    /* the check reads both options, whatever the new file says */
    assert_true(ll_rule_value(rules.at[0], NULL, LL_VIEW("low"))->number == 1);
    assert_true(ll_rule_value(rules.at[0], NULL, LL_VIEW("high"))->number == 5);
}

TEST(a_check_supplies_what_it_always_did) {
    USE_ARENA;
    ll_rule_set rules = with_check(arena);
    const ll_rule *old = rules.at[0];
    ll_error error = {0};
    write_file(arena, FOLDER("value"), "known-check.yaml",
               RULE("known-check", "check", "values: [sense]\n"));
    assert_int_equal(load(&rules, arena, FOLDER("value"), &error), LL_E_INVALID);
    assert_string_equal(error.text, "the check does not supply the value \"sense\"");
    assert_string_equal(error.path, FOLDER("value") "/known-check.yaml");
    write_file(arena, FOLDER("option"), "known-check.yaml",
               RULE("known-check", "check", "options: [{name: lo, value: 1, about: a}]\n"));
    assert_int_equal(load(&rules, arena, FOLDER("option"), &error), LL_E_INVALID);
    assert_string_equal(error.text, "the check has no option \"lo\"");
    assert_ptr_equal(rules.at[0], old);
    assert_int_equal(rules.len, 2);
}

TEST(a_folder_that_is_not_there_is_named) {
    USE_ARENA;
    ll_rule_set rules = {0};
    ll_error error = {0};
    assert_int_equal(load(&rules, arena, "/nowhere", &error), LL_E_IO);
    assert_string_equal(error.path, "/nowhere");
    assert_string_equal(error.text, "cannot read: No such file or directory");
}

TEST(checks_that_are_not_known_are_not_tested) {
    USE_ARENA;
    ll_source *source = NULL;
    const ll_rule *rule = NULL;
    ll_error error = {0};
    assert_int_equal(ll_source_from(&source, arena, LL_VIEW("any.yaml"),
                                    LL_VIEW(RULE("any", "check", "")), &error),
                     LL_OK);
    assert_int_equal(ll_rule_read(&rule, arena, source, NULL, 0, &error), LL_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_rules_are_explained),
        cmocka_unit_test(every_wrong_file_is_in_the_table),
        cmocka_unit_test(all_of_a_check_is_read),
        cmocka_unit_test(all_of_an_element_rule_is_read),
        cmocka_unit_test(all_of_a_text_rule_is_read),
        cmocka_unit_test(what_mends_is_read),
        cmocka_unit_test(all_of_a_count_rule_is_read),
        cmocka_unit_test(a_folder_adds_rules_in_the_order_of_ids),
        cmocka_unit_test(a_rule_of_the_same_id_replaces_the_other),
        cmocka_unit_test(a_check_supplies_what_it_always_did),
        cmocka_unit_test(a_folder_that_is_not_there_is_named),
        cmocka_unit_test(checks_that_are_not_known_are_not_tested),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
