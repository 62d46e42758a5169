/* prefixes parse FILE…: every prefix of the files up to 4 KB, then every 97th byte, is read as what
 * the name says: a plan, a lesson or a rule.
 * prefixes config FOLDER FILE…: the same of configurations; a prefix is a file of FOLDER, beside
 * which nothing stands that it may extend.
 * prefixes run STEP FOLDER…: every STEP-th prefix of the first plan and the first lesson that the
 * folder's `args` name (plan.md and lesson.tsx when it names none), alone and together, goes
 * through all rules and all writers. Each prefix of a document stands in a heap block of its own
 * size, so that a read past its end is seen. */
#include "invariants.h"
#include "project/config.h"
#include "review/history.h"
#include "rule/file.h"
#include "writer/notice.h"
#include "writer/writer.h"

#include <stdio.h>
#include <stdlib.h>

enum { EVERY_BYTE_TO = 4096, STEP_BEHIND = 97, SLOTS = 1 << 20 };
#define MEMORY_MOST ((size_t)1 << 32)

typedef struct job {
    ll_arena *arena;
    const char *path; /* of the file that the prefix is of */
    ll_view plan, lesson, rule;
    const char *config; /* the file that holds the prefix */
    ll_engine *engine;
    ll_rule_setting *settings;
} job;

static ll_source *source_of(ll_arena *arena, const char *path, ll_view bytes) {
    ll_source *source = NULL;
    ll_error error = {0};
    if (bytes.ptr)
        HOLDS(ll_source_from(&source, arena, ll_view_of(path), bytes, &error) == LL_OK);
    return source;
}

/* --- parse ----------------------------------------------------------------------------------- */

static void parse(void *context) {
    job *on = context;
    ll_error error = {0};
    ll_status status = LL_OK;
    ll_source *source = NULL;
    if (on->plan.ptr) {
        ll_plan *plan = NULL;
        source = source_of(on->arena, on->path, on->plan);
        (void)ll_plan_recognise(source->text);
        status = ll_plan_parse(&plan, on->arena, source, &ll_vocabulary_default, &error);
        if (status == LL_OK)
            invariants_plan(plan);
    } else if (on->lesson.ptr) {
        source = source_of(on->arena, on->path, on->lesson);
        (void)ll_lesson_recognise(source->text);
        invariants_lesson(ll_lesson_parse(on->arena, source));
    } else {
        const ll_rule *rule = NULL;
        source = source_of(on->arena, on->path, on->rule);
        status = ll_rule_read(&rule, on->arena, source, NULL, 0, &error);
        HOLDS((status == LL_OK) == (rule != NULL));
    }
    if (status != LL_OK)
        invariants_error(&error, status, source);
}

/* --- run ------------------------------------------------------------------------------------- */

static void make_engine(void *context) {
    job *on = context;
    ll_rule_set *rules = LL_ARENA_NEW(on->arena, ll_rule_set);
    *rules = ll_rules_shipped(on->arena);
    on->settings = LL_ARENA_ARRAY(on->arena, ll_rule_setting, rules->len);
    for (uint32_t i = 0; i < rules->len; i++) /* those that are off, too */
        if (rules->at[i]->severity == LL_SEVERITY_OFF)
            on->settings[i] =
                (ll_rule_setting){.severity_set = true, .severity = LL_SEVERITY_POLISH};
    on->engine = ll_engine_new(on->arena, rules, &ll_vocabulary_default, false);
}

/* Formats that list findings and say nothing else of a pair: without any they are empty. */
static bool only_lists(const ll_writer *writer) {
    static const char *const names[] = {"checkstyle", "compact", "github",
                                        "gitlab",     "rdjson",  "sarif"};
    return LL_VIEW_IS_ONE_OF(ll_view_of(writer->name), names);
}

static void write_all(const job *on, const ll_review *review) {
    size_t count;
    const ll_writer *writers = ll_writers(&count);
    const ll_writer_options options = {.pairs = 1};
    bool listed = ll_notices_make(on->arena, review).len > 0;
    for (size_t i = 0; i < count; i++) {
        ll_buffer text = {.arena = on->arena, .most = LL_WRITER_MOST};
        writers[i].pair(&text, &options, review, 0);
        HOLDS((text.len > 0) == (listed || !only_lists(&writers[i])));
    }
}

static void run(void *context) {
    job *on = context;
    static const ll_review_options options = {0};
    ll_result *result = NULL;
    ll_error error = {0};
    ll_source *plan = source_of(on->arena, "plan.md", on->plan);
    ll_source *lesson = source_of(on->arena, "lesson.tsx", on->lesson);
    ll_status status =
        ll_engine_run(on->engine, on->arena, plan, lesson, on->settings, &result, &error);
    if (status != LL_OK) {
        invariants_error(&error, status, plan);
        return;
    }
    invariants_result(result);
    if (result->facts->plan)
        invariants_plan(result->facts->plan);
    if (result->facts->lesson)
        invariants_lesson(result->facts->lesson);
    ll_review *review = ll_review_make(on->arena, result, &options);
    ll_review_measure(review, on->arena);
    ll_review_look_back(review, on->arena, &(ll_next_review){0});
    write_all(on, review);
}

/* Read, its rules added to the shipped ones, and bound to them. */
static void configure(void *context) {
    job *on = context;
    ll_config *config = NULL;
    ll_error error = {0};
    ll_rule_set rules = ll_rules_shipped(on->arena);
    ll_status status = ll_config_read(&config, on->arena, ll_view_of(on->config), &error);
    HOLDS((status == LL_OK) == (config != NULL));
    if (status == LL_OK)
        status = ll_config_add_rules(config, &rules, on->arena, NULL, 0, &error);
    if (status == LL_OK)
        status = ll_config_bind(config, on->arena, &rules, &error);
    if (status != LL_OK)
        invariants_error(&error, status, source_of(on->arena, on->config, on->rule));
}

/* --- files and their prefixes ---------------------------------------------------------------- */

static void *room_for(size_t size) {
    void *room = malloc(size);
    if (!room)
        exit(2);
    return room;
}

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    HOLDS(fseek(file, 0, SEEK_END) == 0);
    long size = ftell(file);
    HOLDS(size >= 0 && fseek(file, 0, SEEK_SET) == 0);
    char *bytes = room_for((size_t)size + 1);
    *length = fread(bytes, 1, (size_t)size, file);
    HOLDS(*length == (size_t)size);
    fclose(file);
    return bytes;
}

/* A copy in a block that ends with the NUL that a source needs; free it. */
static ll_view prefix_of(const char *bytes, size_t length) {
    char *copy = room_for(length + 1);
    memcpy(copy, bytes, length);
    copy[length] = '\0';
    return (ll_view){copy, length};
}

static void release(ll_view prefix) {
    free((void *)prefix.ptr);
}

/* Fixtures begin alike: whether these bytes, of a file with this ending, were seen before. */
static bool is_known(ll_view bytes, ll_view ending) {
    static uint64_t seen[SLOTS];
    static size_t count;
    uint64_t hash = ll_view_hash(bytes) * 31 + ll_view_hash(ending) + 1;
    size_t at = (size_t)(hash >> 24) % SLOTS;
    while (seen[at] && seen[at] != hash)
        at = (at + 1) % SLOTS;
    if (seen[at])
        return true;
    HOLDS(++count < SLOTS / 2);
    seen[at] = hash;
    return false;
}

static void do_guarded(job *on, void (*work)(void *context)) {
    ll_error error = {0};
    if (ll_arena_guard(on->arena, work, on, &error) != LL_OK) {
        fprintf(stderr, "%s\n", error.text);
        HOLDS(error.status == LL_OK);
    }
    ll_arena_reset(on->arena);
}

static size_t step_from(size_t length) {
    return length < EVERY_BYTE_TO ? 1 : STEP_BEHIND;
}

static unsigned long parse_file(job *on, const char *path) {
    size_t length = 0;
    unsigned long runs = 0;
    char *bytes = read_file(path, &length);
    HOLDS(bytes);
    ll_view name = ll_view_file_name(ll_view_of(path));
    ll_view ending = ll_view_slice(name, name.len - 3, name.len);
    on->path = invariants_file = path;
    for (size_t at = 0; at <= length; at += step_from(at)) {
        if (is_known((ll_view){bytes, at}, ending))
            continue;
        ll_view prefix = prefix_of(bytes, at), none = {0};
        invariants_length = at;
        on->plan = ll_view_equal(ending, LL_VIEW(".md")) ? prefix : none;
        on->lesson = ll_view_equal(ending, LL_VIEW("tsx")) ? prefix : none;
        on->rule = on->plan.ptr || on->lesson.ptr ? none : prefix;
        do_guarded(on, parse);
        release(prefix);
        runs++;
    }
    free(bytes);
    return runs;
}

/* In the folder, and with a heap block for the place of an error. */
static unsigned long configure_file(job *on, const char *folder, const char *path) {
    char written[4096];
    size_t length = 0;
    unsigned long runs = 0;
    char *bytes = read_file(path, &length);
    HOLDS(bytes);
    snprintf(written, sizeof written, "%s/.lessonlint.yaml", folder);
    on->config = written;
    invariants_file = path;
    for (size_t at = 0; at <= length; at += step_from(at)) {
        if (is_known((ll_view){bytes, at}, LL_VIEW("config")))
            continue;
        FILE *file = fopen(written, "wb");
        HOLDS(file && fwrite(bytes, 1, at, file) == at && fclose(file) == 0);
        invariants_length = at;
        on->rule = prefix_of(bytes, at);
        do_guarded(on, configure);
        release(on->rule);
        runs++;
    }
    remove(written);
    free(bytes);
    return runs;
}

/* A prefix of the document, or nothing when there is none of that length. */
static ll_view part_of(const char *bytes, size_t length, size_t at) {
    return bytes && at <= length ? prefix_of(bytes, at) : (ll_view){0};
}

/* The first document that the arguments of a folder name, or one of the usual name; NULL without.
 */
static char *read_named(const char *folder, const char *ending, const char *usual, size_t *length) {
    char path[4096];
    size_t size = 0;
    snprintf(path, sizeof path, "%s/args", folder);
    char *arguments = read_file(path, &size);
    ll_view rest = {arguments, size}, name = ll_view_of(usual);
    for (ll_view line; arguments && ll_view_next_line(&rest, &line);)
        if (ll_view_ends(line, ll_view_of(ending))) {
            name = line;
            break;
        }
    snprintf(path, sizeof path, "%s/%.*s", folder, LL_VIEW_ARG(name));
    free(arguments);
    return read_file(path, length);
}

static unsigned long run_folder(job *on, const char *folder, size_t step) {
    size_t plan_length = 0, lesson_length = 0;
    unsigned long runs = 0;
    char *plan = read_named(folder, ".md", "plan.md", &plan_length);
    char *lesson = read_named(folder, ".tsx", "lesson.tsx", &lesson_length);
    size_t most = plan_length > lesson_length ? plan_length : lesson_length;
    invariants_file = folder;
    for (size_t at = 0; at <= most; at += step, runs++) {
        ll_view of_plan = part_of(plan, plan_length, at);
        ll_view of_lesson = part_of(lesson, lesson_length, at);
        ll_view whole = !of_lesson.ptr && lesson ? prefix_of(lesson, lesson_length) : (ll_view){0};
        invariants_length = at;
        on->plan = of_plan;
        on->lesson = of_lesson.ptr ? of_lesson : whole;
        if (on->plan.ptr || on->lesson.ptr)
            do_guarded(on, run);
        release(of_plan);
        release(of_lesson);
        release(whole);
    }
    free(plan);
    free(lesson);
    return runs;
}

int main(int argc, char **argv) {
    job on = {.arena = ll_arena_new(MEMORY_MOST)}, engine = {.arena = ll_arena_new(MEMORY_MOST)};
    unsigned long runs = 0;
    ll_error error = {0};
    HOLDS(argc > 3 && on.arena && engine.arena);
    HOLDS(ll_arena_guard(engine.arena, make_engine, &engine, &error) == LL_OK);
    on.engine = engine.engine;
    on.settings = engine.settings;
    bool whole = strcmp(argv[1], "run") == 0, config = strcmp(argv[1], "config") == 0;
    size_t step = whole ? strtoul(argv[2], NULL, 10) : 0;
    HOLDS(!whole || step > 0);
    for (int i = whole || config ? 3 : 2; i < argc; i++)
        runs += whole    ? run_folder(&on, argv[i], step)
                : config ? configure_file(&on, argv[2], argv[i])
                         : parse_file(&on, argv[i]);
    printf("%lu prefixes\n", runs);
    ll_arena_free(on.arena);
    ll_arena_free(engine.arena);
    return runs > 0 ? 0 : 1;
}
