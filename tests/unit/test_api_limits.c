/* The limits of docs/design.md: at each one the work is done, one past it is refused or left out as
 * its header says. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support.h"

#include "api/linter.h"
#include "base/buffer.h"
#include "rule/file.h"
#include "rule/selector.h"
#include "text/pattern.h"

#define assert_error(error, expected_status, expected_text)                                        \
    do {                                                                                           \
        assert_int_equal((error).status, expected_status);                                         \
        assert_string_equal((error).text, expected_text);                                          \
    } while (0)

/* The text so many times, with a NUL behind it. */
static ll_view repeat(ll_arena *arena, const char *text, size_t times) {
    size_t length = strlen(text);
    char *all = ll_arena_alloc(arena, length * times + 1);
    for (size_t i = 0; i < times; i++)
        memcpy(all + i * length, text, length);
    return (ll_view){all, length * times};
}

/* Calls `work` under a guard of an arena of its own. */
static ll_status guarded(size_t most, void (*work)(void *arena), ll_error *error) {
    ll_arena *arena = ll_arena_new(most);
    ll_status status = ll_arena_guard(arena, work, arena, error);
    ll_arena_free(arena);
    return status;
}

/* --- base --- */

static void take_all(void *arena) {
    ll_arena_alloc(arena, 512);
    ll_arena_alloc(arena, 512);
}

static void take_more(void *arena) {
    take_all(arena);
    ll_arena_alloc(arena, 1);
}

static void fill_array(void *arena) {
    uint32_t capacity = LL_ARRAY_MOST / 2;
    ll_array_grow(arena, NULL, &capacity, 0);
    assert_int_equal(capacity, LL_ARRAY_MOST);
}

static void pass_array(void *arena) {
    uint32_t capacity = LL_ARRAY_MOST;
    ll_array_grow(arena, NULL, &capacity, 0);
}

static void fill_buffer(void *arena) {
    ll_buffer text = {.arena = arena, .most = 10};
    ll_buffer_add(&text, LL_VIEW("0123456789"));
}

static void pass_buffer(void *arena) {
    ll_buffer text = {.arena = arena, .most = 10};
    ll_buffer_add(&text, LL_VIEW("0123456789"));
    ll_buffer_add_byte(&text, '0');
}

static void memory(void **state) {
    (void)state;
    ll_error error = {0};
    assert_int_equal(guarded(1024, take_all, &error), LL_OK);
    assert_int_equal(guarded(1024, take_more, &error), LL_E_LIMIT);
    assert_error(error, LL_E_LIMIT, "the work needs more than 1024 bytes of memory");
    assert_int_equal(guarded(ARENA_MOST, fill_array, &error), LL_OK);
    assert_int_equal(guarded(ARENA_MOST, pass_array, &error), LL_E_LIMIT);
    assert_error(error, LL_E_LIMIT, "more than 268435456 entries in one list");
    assert_int_equal(guarded(ARENA_MOST, fill_buffer, &error), LL_OK);
    assert_int_equal(guarded(ARENA_MOST, pass_buffer, &error), LL_E_LIMIT);
    assert_error(error, LL_E_LIMIT, "a text grows past 10 bytes");
}

/* --- documents --- */

static ll_status read_of_length(ll_arena *arena, off_t length, ll_error *error) {
    char path[] = LESSONLINT_BINARY_DIR "/limit-XXXXXX";
    int file = mkstemp(path);
    ll_source *source = NULL;
    assert_true(file >= 0);
    assert_int_equal(ftruncate(file, length), 0);
    ll_status status = ll_source_read(&source, arena, ll_view_of(path), error);
    assert_true((status == LL_OK) == (source != NULL));
    if (source)
        assert_int_equal(source->text.len, length);
    close(file);
    unlink(path);
    return status;
}

TEST(bytes_of_a_document) {
    USE_ARENA;
    ll_error error = {0};
    ll_source *source = NULL;
    assert_int_equal(read_of_length(arena, (off_t)LL_SOURCE_MOST, &error), LL_OK);
    assert_int_equal(read_of_length(arena, (off_t)LL_SOURCE_MOST + 1, &error), LL_E_LIMIT);
    assert_error(error, LL_E_LIMIT, "the file is longer than 64 MiB");
    error = (ll_error){0};
    /* What has no length is read until it is too long. */
    assert_int_equal(ll_source_read(&source, arena, LL_VIEW("/dev/zero"), &error), LL_E_LIMIT);
    assert_error(error, LL_E_LIMIT, "the file is longer than 64 MiB");
    assert_string_equal(error.path, "/dev/zero");
}

static uint32_t kept_faults(ll_arena *arena, size_t count) {
    ll_source *source = NULL;
    ll_error error = {0};
    ll_view bytes = repeat(arena, "\xFF ", count);
    assert_int_equal(ll_source_from(&source, arena, LL_VIEW("x"), bytes, &error), LL_OK);
    assert_int_equal(source->fault_count, count);
    return source->faults.len;
}

TEST(faults_of_a_document) {
    USE_ARENA;
    assert_int_equal(kept_faults(arena, LL_SOURCE_FAULTS_MOST), LL_SOURCE_FAULTS_MOST);
    assert_int_equal(kept_faults(arena, LL_SOURCE_FAULTS_MOST + 1), LL_SOURCE_FAULTS_MOST);
}

static ll_tsx *nested(ll_arena *arena, size_t levels) {
    ll_source *source = NULL;
    ll_error error = {0};
    ll_view open = repeat(arena, "[", levels), close = repeat(arena, "]", levels);
    ll_view text = ll_arena_format(arena, "%.*s%.*s", LL_VIEW_ARG(open), LL_VIEW_ARG(close));
    assert_int_equal(ll_source_from(&source, arena, LL_VIEW("x.tsx"), text, &error), LL_OK);
    return ll_tsx_parse(arena, source);
}

TEST(levels_of_nesting) {
    USE_ARENA;
    ll_tsx *tsx = nested(arena, LL_TSX_DEPTH_MOST);
    assert_null(tsx->fault);
    assert_int_equal(tsx->nodes.len, LL_TSX_DEPTH_MOST);
    tsx = nested(arena, LL_TSX_DEPTH_MOST + 1);
    assert_string_equal(tsx->fault, "more than 1000000 levels of nesting");
    assert_int_equal(tsx->fault_offset, LL_TSX_DEPTH_MOST);
}

TEST(inline_text) {
    USE_ARENA;
    ll_view most = repeat(arena, "**a*", LL_MARKDOWN_PLAIN_MOST / 4);
    assert_ptr_not_equal(ll_markdown_plain(arena, most).ptr, most.ptr);
    ll_view more = {repeat(arena, "**a*", LL_MARKDOWN_PLAIN_MOST / 4 + 1).ptr, most.len + 1};
    assert_ptr_equal(ll_markdown_plain(arena, more).ptr, more.ptr);
}

/* --- text --- */

TEST(bytes_of_a_pattern) {
    USE_ARENA;
    ll_pattern *pattern = NULL;
    ll_error error = {0};
    ll_view most = repeat(arena, "a", LL_PATTERN_MOST);
    assert_int_equal(ll_pattern_new(&pattern, arena, most, &error), LL_OK);
    assert_int_equal(ll_glob_new(&pattern, arena, most, &error), LL_OK);
    ll_view more = repeat(arena, "a", LL_PATTERN_MOST + 1);
    pattern = NULL;
    assert_int_equal(ll_pattern_new(&pattern, arena, more, &error), LL_E_LIMIT);
    assert_error(error, LL_E_LIMIT, "a pattern of more than 4096 bytes");
    assert_int_equal(ll_glob_new(&pattern, arena, more, &error), LL_E_LIMIT);
    assert_null(pattern);
}

/* Each further letter doubles the steps of this pattern: on one side of some length it is answered,
 * on the other it is given up. */
TEST(steps_of_a_match) {
    USE_ARENA;
    ll_pattern *pattern = NULL;
    ll_error error = {0};
    ll_match match;
    assert_int_equal(ll_pattern_new(&pattern, arena, LL_VIEW("(a+)+$"), &error), LL_OK);
    size_t length = 1;
    for (; length < 64; length++) {
        ll_view text = ll_arena_format(arena, "%.*s!", LL_VIEW_ARG(repeat(arena, "a", length)));
        if (ll_pattern_find(pattern, text, 0, &match, &error) != LL_E_NOT_FOUND)
            break;
        assert_int_equal(error.status, LL_OK);
    }
    /* At least one step for each of the 2^(n-1) ways to cut n letters. */
    assert_in_range(length, 8, 19);
    assert_error(error, LL_E_LIMIT, "the pattern needs too many steps on this text");
}

TEST(different_words) {
    USE_ARENA;
    ll_stemmer *stemmer = NULL;
    ll_error error = {0};
    ll_stem_list list = {0};
    assert_int_equal(ll_stemmer_new(&stemmer, arena, LL_VIEW("english"), &error), LL_OK);
    ll_stems *stems = ll_stems_new(arena, stemmer);
    ll_buffer text = {.arena = arena, .most = LL_SOURCE_MOST};
    for (uint32_t i = 0; i < LL_STEMS_WORDS_MOST; i++)
        ll_buffer_add_format(&text, "%u ", 1000000 + i);
    ll_stems_of(stems, ll_buffer_view(&text), &list);
    assert_int_equal(list.len, LL_STEMS_WORDS_MOST);
    list.len = 0;
    ll_stems_of(stems, LL_VIEW("newcomer 1000000 1999999 2000000"), &list);
    assert_int_equal(list.len, 2); /* the known ones */
    assert_view(ll_stems_word(stems, list.at[1]), "1999999");
}

static void add_last_text(void *context) {
    ll_arena *arena = context;
    ll_stemmer *stemmer = NULL;
    ll_error error = {0};
    assert_int_equal(ll_stemmer_new(&stemmer, arena, LL_VIEW("english"), &error), LL_OK);
    ll_stems *stems = ll_stems_new(arena, stemmer);
    ll_index *index = ll_index_new(stems, arena);
    ll_index_add(index, LL_INDEX_TEXTS_MOST - 1, LL_VIEW("red"));
    assert_int_equal(ll_index_best(index, LL_VIEW("red")).best, LL_INDEX_TEXTS_MOST - 1);
    ll_index_add(index, LL_INDEX_TEXTS_MOST, LL_VIEW("red"));
}

static void texts_of_an_index(void **state) {
    (void)state;
    ll_error error = {0};
    assert_int_equal(guarded(ARENA_MOST, add_last_text, &error), LL_E_LIMIT);
    assert_error(error, LL_E_LIMIT, "more than 1000000 texts in one word index");
}

/* --- rules --- */

static void assert_selector(ll_arena *arena, ll_view text, ll_status status, const char *words) {
    ll_selector *selector = NULL;
    ll_error error = {0};
    assert_int_equal(ll_selector_parse(&selector, arena, text, &error), status);
    assert_true((status == LL_OK) == (selector != NULL));
    assert_string_equal(error.text, words);
}

TEST(selectors) {
    USE_ARENA;
    assert_selector(arena, repeat(arena, "a", LL_SELECTOR_MOST), LL_OK, "");
    assert_selector(arena, repeat(arena, "a", LL_SELECTOR_MOST + 1), LL_E_LIMIT,
                    "a selector of more than 4096 bytes");
    /* A class each; the element that they describe is a part, too. */
    assert_selector(arena, repeat(arena, ".a", LL_SELECTOR_PARTS_MOST - 1), LL_OK, "");
    assert_selector(arena, repeat(arena, ".a", LL_SELECTOR_PARTS_MOST), LL_E_INVALID,
                    "the selector has too many parts");
    for (uint32_t depth = LL_SELECTOR_DEPTH_MOST; depth <= LL_SELECTOR_DEPTH_MOST + 1; depth++) {
        ll_view open = repeat(arena, ":not(", depth), close = repeat(arena, ")", depth);
        ll_view text = ll_arena_format(arena, "%.*sa%.*s", LL_VIEW_ARG(open), LL_VIEW_ARG(close));
        bool fits = depth == LL_SELECTOR_DEPTH_MOST;
        assert_selector(arena, text, fits ? LL_OK : LL_E_INVALID, fits ? "" : "nested too deeply");
    }
}

/* Reads a rule file of this text. */
static ll_status read_rule(ll_arena *arena, ll_view text, ll_error *error) {
    ll_source *source = NULL;
    const ll_rule *rule = NULL;
    assert_int_equal(ll_source_from(&source, arena, LL_VIEW("x.yaml"), text, error), LL_OK);
    ll_status status = ll_rule_read(&rule, arena, source, NULL, 0, error);
    assert_true((status == LL_OK) == (rule != NULL));
    return status;
}

/* A rule whose title has `title` bytes, whose option has a name of `name` bytes, and which has
 * `options` options. */
static ll_view rule_text(ll_arena *arena, size_t title, size_t name, size_t options) {
    ll_buffer text = {.arena = arena, .most = 1 << 20};
    ll_buffer_add_cstring(&text,
                          "id: x\nkind: check\nseverity: polish\nreads: [plan]\nsince: 0.1.0\n"
                          "message: m\nissue: i\nimpact: i\nfix: f\n");
    ll_buffer_add_format(&text, "title: %.*s\noptions:\n", LL_VIEW_ARG(repeat(arena, "t", title)));
    for (size_t i = 0; i < options; i++)
        ll_buffer_add_format(&text, "  - {name: %c%c%.*s, value: 1, about: a}\n",
                             (int)('a' + i % 26), (int)('a' + i / 26),
                             LL_VIEW_ARG(repeat(arena, "o", name - 2)));
    return ll_buffer_view(&text);
}

TEST(rule_files) {
    USE_ARENA;
    ll_error error = {0};
    assert_int_equal(
        read_rule(arena,
                  rule_text(arena, LL_RULE_TEXT_MOST, LL_RULE_NAME_MOST, LL_RULE_ENTRIES_MOST),
                  &error),
        LL_OK);
    assert_int_equal(read_rule(arena, rule_text(arena, LL_RULE_TEXT_MOST + 1, 2, 1), &error),
                     LL_E_INVALID);
    assert_error(error, LL_E_INVALID, "\"title\" has more than 2000 bytes");
    assert_int_equal(read_rule(arena, rule_text(arena, 1, LL_RULE_NAME_MOST + 1, 1), &error),
                     LL_E_INVALID);
    assert_error(error, LL_E_INVALID, "\"name\" has more than 64 bytes");
    assert_int_equal(read_rule(arena, rule_text(arena, 1, 2, LL_RULE_ENTRIES_MOST + 1), &error),
                     LL_E_INVALID);
    assert_error(error, LL_E_INVALID, "expected at most 32 entries in \"options\", found 33");
}

TEST(files_of_a_folder_of_rules) {
    USE_ARENA;
    char folder[] = LESSONLINT_BINARY_DIR "/rules-XXXXXX", path[sizeof folder + 16];
    ll_rule_paths paths = {0};
    ll_error error = {0};
    assert_non_null(mkdtemp(folder));
    for (uint32_t i = 0; i <= LL_RULES_MOST; i++) {
        if (i == LL_RULES_MOST)
            assert_int_equal(ll_rule_paths_read(&paths, arena, ll_view_of(folder), &error), LL_OK);
        snprintf(path, sizeof path, "%s/%u.yaml", folder, i);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fclose(file);
    }
    assert_int_equal(paths.len, LL_RULES_MOST);
    paths = (ll_rule_paths){0};
    assert_int_equal(ll_rule_paths_read(&paths, arena, ll_view_of(folder), &error), LL_E_LIMIT);
    assert_error(error, LL_E_LIMIT, "more than 1000 rule files");
    for (uint32_t i = 0; i <= LL_RULES_MOST; i++) {
        snprintf(path, sizeof path, "%s/%u.yaml", folder, i);
        unlink(path);
    }
    assert_int_equal(rmdir(folder), 0);
}

/* --- linters --- */

static ll_status count_receive(void *context, const ll_found *found, ll_error *error) {
    (void)found;
    (void)error;
    ++*(size_t *)context;
    return LL_OK;
}

/* Lints one text in memory with one rule; `*listed` is how many findings were received. */
static ll_status lint(ll_linter *linter, const char *path, ll_view text, size_t *listed,
                      ll_summary *summary, ll_error *error) {
    *listed = 0;
    const ll_file file = {path, text.ptr, text.len};
    const ll_output output = {.receive = count_receive, .context = listed};
    return ll_linter_run_files(linter, &file, 1, &output, 1, summary, error);
}

static ll_linter *new_linter(const char *only) {
    ll_linter *linter = NULL;
    ll_error error = {0};
    assert_int_equal(ll_linter_new(&linter, &error), LL_OK);
    assert_int_equal(ll_linter_set(linter, "only", only, &error), LL_OK);
    return linter;
}

TEST(findings_of_a_rule) {
    USE_ARENA;
    ll_linter *linter = new_linter("details-cursor");
    for (size_t count = LL_FINDINGS_MOST; count <= LL_FINDINGS_MOST + 1; count++) {
        ll_summary summary = {0};
        ll_error error = {0};
        size_t listed;
        ll_view text = repeat(arena, "<details><summary>a</summary>b</details>\n", count);
        ll_view lesson = ll_arena_format(
            arena, "export function X() { return <LessonLayout>%.*s</LessonLayout> }",
            LL_VIEW_ARG(text));
        assert_int_equal(lint(linter, "x.tsx", lesson, &listed, &summary, &error), LL_OK);
        assert_int_equal(summary.polish, count);
        assert_int_equal(listed, LL_FINDINGS_MOST);
    }
    ll_linter_free(linter);
}

/* After the limit the linter works on. */
TEST(cells_of_a_row) {
    USE_ARENA;
    ll_linter *linter = new_linter("misconception-count");
    ll_view cells = repeat(arena, "x|", LL_MARKDOWN_CELLS_MOST);
    const char *const more[] = {"", "x|", ""};
    for (size_t i = 0; i < 3; i++) {
        ll_summary summary = {0};
        ll_error error = {0};
        size_t listed;
        ll_view plan =
            ll_arena_format(arena, "# L\n\n| Misconception | Why |\n|---|---|\n|%.*s%s\n",
                            LL_VIEW_ARG(cells), more[i]);
        ll_status status = lint(linter, "x.md", plan, &listed, &summary, &error);
        assert_int_equal(status, i == 1 ? LL_E_LIMIT : LL_OK);
        assert_int_equal(listed, i == 1 ? 0 : 1);
        assert_int_equal(summary.plans, i == 1 ? 0 : 1);
        assert_string_equal(error.text, i == 1 ? "a table row has more than 64 cells" : "");
        assert_int_equal(error.line, i == 1 ? 5 : 0);
    }
    ll_linter_free(linter);
}

static ll_status refuse(void *context, const ll_found *found, ll_error *error) {
    (void)context;
    (void)found;
    error->status = LL_E_LIMIT;
    return LL_E_LIMIT;
}

/* What one document passes is no reason to leave the others. */
TEST(a_pair_past_a_limit_is_left_out) {
    USE_ARENA;
    static const char head[] = "# L\n\n| Misconception | Why |\n|---|---|\n";
    ll_view cells = repeat(arena, "x|", LL_MARKDOWN_CELLS_MOST + 1);
    ll_view wide = ll_arena_format(arena, "%s|%.*s\n", head, LL_VIEW_ARG(cells));
    const ll_file files[] = {{"wide.md", wide.ptr, wide.len},
                             {"a.md", head, strlen(head)},
                             {"wider.md", wide.ptr, wide.len},
                             {"b.md", head, strlen(head)}};
    ll_linter *linter = new_linter("misconception-count");
    ll_summary summary = {0};
    ll_error error = {0};
    size_t listed = 0;
    const ll_output output = {.receive = count_receive, .context = &listed};
    assert_int_equal(ll_linter_run_files(linter, files, 4, &output, 1, &summary, &error), LL_OK);
    assert_int_equal(listed, 2);
    assert_int_equal(summary.pairs, 2);
    assert_int_equal(summary.plans, 2);
    assert_int_equal(summary.errors, 2);
    assert_int_equal(summary.exit_status, 2);
    assert_string_equal(ll_linter_error(linter, 0)->path, "wide.md");
    assert_string_equal(ll_linter_error(linter, 1)->path, "wider.md");
    assert_string_equal(ll_linter_error(linter, 1)->text, "a table row has more than 64 cells");
    assert_int_equal(ll_linter_error(linter, 1)->line, 5);
    assert_null(ll_linter_error(linter, 2));
    /* nothing at all could be worked on: the first says why */
    const ll_file none[] = {files[0], files[2]};
    assert_int_equal(ll_linter_run_files(linter, none, 2, NULL, 0, &summary, &error), LL_E_LIMIT);
    assert_string_equal(error.path, "wide.md");
    /* what the caller's own function says is about the run */
    const ll_output refusing = {.receive = refuse};
    assert_int_equal(ll_linter_run_files(linter, files, 4, &refusing, 1, &summary, &error),
                     LL_E_LIMIT);
    ll_linter_free(linter);
}

static void pass_a_limit(void *context) {
    ll_arena_fail(((ll_linter *)context)->arena, LL_E_LIMIT, "a limit");
}

static void a_linter_outlives_a_limit(void **state) {
    (void)state;
    ll_linter *linter = new_linter("misconception-count");
    ll_error error = {0};
    ll_summary summary = {0};
    size_t listed;
    assert_int_equal(ll_linter_guard(linter, pass_a_limit, linter, &error), LL_E_LIMIT);
    assert_int_equal(lint(linter, "x.md", LL_VIEW("# L\n\n| Misconception | Why |\n|---|---|\n"),
                          &listed, &summary, &error),
                     LL_OK);
    assert_int_equal(listed, 1);
    ll_linter_free(linter);
}

static void errors_that_are_kept(void **state) {
    (void)state;
    ll_linter *linter = new_linter("row-structure");
    ll_error error = {0}, kept = {.status = LL_E_LIMIT};
    for (uint32_t i = 0; i <= LL_LINTER_ERRORS_MOST; i++) {
        kept.line = i + 1;
        assert_int_equal(ll_linter_keep_error(linter, &kept, &error), LL_OK);
    }
    assert_int_equal(ll_linter_error(linter, LL_LINTER_ERRORS_MOST - 1)->line,
                     LL_LINTER_ERRORS_MOST);
    assert_null(ll_linter_error(linter, LL_LINTER_ERRORS_MOST));
    ll_linter_free(linter);
}

static void iterations(void **state) {
    (void)state;
    ll_linter *linter = new_linter("row-structure");
    ll_error error = {0};
    assert_int_equal(ll_linter_set(linter, "iteration", "1000/1000", &error), LL_OK);
    assert_int_equal(ll_linter_set(linter, "iteration", "1/1001", &error), LL_E_INVALID);
    assert_int_equal(linter->next.total, 1000);
    ll_linter_free(linter);
}

static void bytes_of_a_label(void **state) {
    (void)state;
    char label[102];
    memset(label, 'a', sizeof label);
    ll_linter *linter = new_linter("row-structure");
    ll_error error = {0};
    label[100] = '\0';
    assert_int_equal(ll_linter_set(linter, "label", label, &error), LL_OK);
    assert_int_equal(linter->next.label.len, 100);
    label[100] = 'a';
    label[101] = '\0';
    assert_int_equal(ll_linter_set(linter, "label", label, &error), LL_E_INVALID);
    ll_linter_free(linter);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory),
        cmocka_unit_test(bytes_of_a_document),
        cmocka_unit_test(faults_of_a_document),
        cmocka_unit_test(levels_of_nesting),
        cmocka_unit_test(inline_text),
        cmocka_unit_test(bytes_of_a_pattern),
        cmocka_unit_test(steps_of_a_match),
        cmocka_unit_test(different_words),
        cmocka_unit_test(texts_of_an_index),
        cmocka_unit_test(selectors),
        cmocka_unit_test(rule_files),
        cmocka_unit_test(files_of_a_folder_of_rules),
        cmocka_unit_test(findings_of_a_rule),
        cmocka_unit_test(cells_of_a_row),
        cmocka_unit_test(a_pair_past_a_limit_is_left_out),
        cmocka_unit_test(a_linter_outlives_a_limit),
        cmocka_unit_test(errors_that_are_kept),
        cmocka_unit_test(iterations),
        cmocka_unit_test(bytes_of_a_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
