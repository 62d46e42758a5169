/* Rules tried out on the texts that stand in their files. */
#include "api/profile.h"
#include "base/buffer.h"
#include "base/error.h"
#include "rule/file.h"

enum { OUTPUT_MOST = 64 * 1024 * 1024 };

typedef struct testing {
    ll_arena *arena; /* of the call */
    const char *folder;
    ll_write *write;
    void *context;
    ll_status status;
    ll_error *error;
    ll_rule_set rules;
    ll_buffer out;
    ll_rule_tests done;
} testing;

/* One text as documents. `offset` is what a line of the document is more than that of the text. */
typedef struct snippet_documents {
    ll_source *sources[LL_DOCUMENTS];
    int offset[LL_DOCUMENTS];
} snippet_documents;

static const char BEFORE[] = "export function SnippetLesson() {\n"
                             "  return (\n"
                             "    <LessonLayout>\n";
static const char BEHIND[] = "\n    </LessonLayout>\n"
                             "  )\n"
                             "}\n";
enum { LINES_BEFORE = 3 };

/* Whether a line begins the TSX of a text for both documents. */
static bool begins_tsx(ll_view line) {
    static const char *const starts[] = {"<", "{", "import ", "export ", "const ", "function "};
    line = ll_view_trim(line);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (ll_view_starts(line, ll_view_of(starts[i])))
            return true;
    return false;
}

/* Offset of the first line of TSX, or the length of the text. */
static size_t tsx_start(ll_view text, int *line) {
    size_t at = 0;
    for (*line = 0; at < text.len; ++*line) {
        size_t end = ll_view_find_byte(text, '\n', at);
        end = end == LL_VIEW_NONE ? text.len : end;
        if (begins_tsx(ll_view_slice(text, at, end)))
            break;
        at = end < text.len ? end + 1 : end;
    }
    return at;
}

/* Whether a rule of the kind text or count asks only for what the plan says. */
static bool is_about_plan(const ll_rule *rule) {
    if (rule->kind == LL_RULE_COUNT)
        return ll_view_starts(rule->count.of, LL_VIEW("plan."));
    for (uint32_t i = 0; i < rule->text.scope_count; i++)
        if (!ll_view_starts(rule->text.scopes[i], LL_VIEW("plan.")))
            return false;
    return rule->kind == LL_RULE_TEXT || !rule->reads[LL_DOCUMENT_LESSON];
}

static bool is_module(ll_view text) {
    text = ll_view_trim(text);
    return begins_tsx(text) && text.ptr[0] != '<' && text.ptr[0] != '{';
}

static ll_status make_lesson(testing *on, snippet_documents *made, ll_view text) {
    bool whole = is_module(text);
    ll_view lesson = ll_arena_format(on->arena, "%s%.*s%s", whole ? "" : BEFORE, LL_VIEW_ARG(text),
                                     whole ? "\n" : BEHIND);
    made->offset[LL_DOCUMENT_LESSON] += whole ? 0 : LINES_BEFORE;
    return ll_source_from(&made->sources[LL_DOCUMENT_LESSON], on->arena, LL_VIEW("lesson.tsx"),
                          lesson, on->error);
}

/* A plan that is not given is one for which the rule is meant. */
static ll_view plan_for(ll_arena *arena, const ll_rule *rule) {
    int load = LL_LOAD_BUILD;
    while (load < LL_LOAD_CONSOLIDATE && rule->loads && !(rule->loads & 1u << load))
        load++;
    return ll_arena_format(arena, "# A lesson\n\n**Type:** %s\n", ll_load_name((ll_load)load));
}

static ll_status make_documents(testing *on, snippet_documents *made, const ll_rule *rule,
                                ll_view text) {
    const bool plan = rule->reads[LL_DOCUMENT_PLAN], lesson = rule->reads[LL_DOCUMENT_LESSON];
    int line = 0;
    size_t cut = !plan ? 0 : is_about_plan(rule) ? text.len : tsx_start(text, &line);
    ll_status status = LL_OK;
    if (lesson || !plan) {
        made->offset[LL_DOCUMENT_LESSON] = -line;
        status = make_lesson(on, made, ll_view_slice(text, cut, text.len));
    }
    if (status != LL_OK || !plan)
        return status;
    ll_view written = ll_view_slice(text, 0, cut);
    written =
        ll_view_trim(written).len ? ll_arena_copy(on->arena, written) : plan_for(on->arena, rule);
    return ll_source_from(&made->sources[LL_DOCUMENT_PLAN], on->arena, LL_VIEW("plan.md"), written,
                          on->error);
}

/* Where a finding stands in the text; line 0 for what is around it. */
static ll_position place_of(snippet_documents *made, const ll_finding *finding) {
    ll_document document = finding->range.document;
    if (document >= LL_DOCUMENTS)
        return (ll_position){0, 0};
    ll_position at = ll_source_position(made->sources[document], finding->range.offset);
    int line = (int)at.line - made->offset[document];
    return line > 0 ? (ll_position){(uint32_t)line, at.column} : (ll_position){0, 0};
}

static ll_view place_text(ll_arena *arena, ll_position at) {
    return ll_arena_format(arena, "%u:%u", at.line, at.column);
}

static bool is_expected(const testing *on, const ll_rule_snippet *snippet, const ll_result *result,
                        snippet_documents *made) {
    const uint32_t found = result->findings.len;
    if (!snippet->invalid)
        return found == 0;
    if (snippet->count == 0)
        return found > 0;
    if (found != snippet->count)
        return false;
    bool *taken = LL_ARENA_ARRAY(on->arena, bool, found);
    for (uint32_t i = 0; i < snippet->place_count; i++) {
        uint32_t at = 0;
        while (at < found &&
               (taken[at] ||
                !ll_view_equal(snippet->places[i],
                               place_text(on->arena, place_of(made, &result->findings.at[at])))))
            at++;
        if (at == found)
            return false;
        taken[at] = true;
    }
    return true;
}

static void add_expected(testing *on, const ll_rule_snippet *snippet) {
    ll_buffer *out = &on->out;
    if (!snippet->invalid) {
        ll_buffer_add_cstring(out, "nothing");
    } else if (snippet->place_count == 0) {
        ll_buffer_add_format(out, snippet->count ? "%u" : "something", snippet->count);
    }
    for (uint32_t i = 0; i < snippet->place_count; i++)
        ll_buffer_add_format(out, "%s%.*s", i ? ", " : "", LL_VIEW_ARG(snippet->places[i]));
}

static void add_text(ll_buffer *out, ll_view text) {
    for (size_t at = 0; at < text.len;) {
        size_t end = ll_view_find_byte(text, '\n', at);
        end = end == LL_VIEW_NONE ? text.len : end;
        ll_buffer_add_format(out, "      | %.*s\n", LL_VIEW_ARG(ll_view_slice(text, at, end)));
        at = end + 1;
    }
}

static void add_found(testing *on, const ll_result *result, snippet_documents *made) {
    for (uint32_t i = 0; i < result->findings.len; i++) {
        const ll_finding *finding = &result->findings.at[i];
        ll_position at = place_of(made, finding);
        ll_buffer_add_format(
            &on->out, "      %.*s: %.*s\n",
            LL_VIEW_ARG(at.line ? place_text(on->arena, at) : LL_VIEW("around it")),
            LL_VIEW_ARG(finding->message));
    }
    for (uint32_t i = 0; i < result->errors.len; i++)
        ll_buffer_add_format(&on->out, "      %s\n", result->errors.at[i].text);
    for (uint32_t i = 0; i < result->rules->len; i++)
        if (result->outcomes[i].skipped && strcmp(result->outcomes[i].skipped, "off") != 0)
            ll_buffer_add_format(&on->out, "      not run: %s\n", result->outcomes[i].skipped);
}

/* "valid 2": its number among those of its key. */
static ll_view name_of(ll_arena *arena, const ll_rule *rule, uint32_t index) {
    uint32_t number = 0;
    for (uint32_t i = 0; i <= index; i++)
        number += rule->snippets[i].invalid == rule->snippets[index].invalid;
    return ll_arena_format(arena, "%s %u", rule->snippets[index].invalid ? "invalid" : "valid",
                           number);
}

static void judge(testing *on, ll_engine *engine, const ll_rule_setting *settings,
                  const ll_rule *rule, uint32_t index) {
    const ll_rule_snippet *snippet = &rule->snippets[index];
    snippet_documents made = {0};
    ll_result *result = NULL;
    on->status = make_documents(on, &made, rule, snippet->text);
    if (on->status == LL_OK)
        on->status = ll_engine_run(engine, on->arena, made.sources[LL_DOCUMENT_PLAN],
                                   made.sources[LL_DOCUMENT_LESSON], settings, &result, on->error);
    if (on->status != LL_OK)
        return;
    on->done.snippets++;
    const char *skipped = result->outcomes[ll_rule_index(&on->rules, rule->id)].skipped;
    bool judged = !skipped || strcmp(skipped, "condition") == 0;
    if (judged && is_expected(on, snippet, result, &made))
        return;
    on->done.failed++;
    ll_buffer_add_format(&on->out, "  FAIL %.*s, %.*s: expected ", LL_VIEW_ARG(rule->id),
                         LL_VIEW_ARG(name_of(on->arena, rule, index)));
    add_expected(on, snippet);
    ll_buffer_add_cstring(&on->out, result->findings.len ? ", found\n" : ", found nothing\n");
    add_found(on, result, &made);
    add_text(&on->out, snippet->text);
}

static void test_rule(testing *on, const ll_rule *rule) {
    ll_rule_setting *settings = LL_ARENA_ARRAY(on->arena, ll_rule_setting, on->rules.len);
    uint32_t index = ll_rule_index(&on->rules, rule->id);
    for (uint32_t i = 0; i < on->rules.len; i++)
        settings[i].off = i != index;
    if (rule->severity == LL_SEVERITY_OFF)
        settings[index] = ll_config_switched_on(rule);
    ll_engine *engine = ll_engine_new(on->arena, &on->rules, &ll_vocabulary_default, false);
    size_t start = on->out.len;
    const size_t failed = on->done.failed;
    for (uint32_t i = 0; i < rule->snippet_count && on->status == LL_OK; i++)
        judge(on, engine, settings, rule, i);
    on->done.rules++;
    on->done.without += rule->snippet_count == 0;
    if (on->done.failed > failed)
        return;
    on->out.len = start;
    ll_buffer_add_format(
        &on->out, rule->snippet_count ? "  ok   %.*s, %u texts\n" : "  --   %.*s, no texts\n",
        LL_VIEW_ARG(rule->id), rule->snippet_count);
}

static ll_view stem_of(ll_view path) {
    ll_view name = ll_view_file_name(path);
    return ll_view_slice(name, 0, name.len - LL_VIEW(".yaml").len);
}

static void test_folder(void *context) {
    testing *on = context;
    size_t check_count;
    const char *const *checks = ll_check_ids(&check_count);
    ll_rule_paths paths = {0};
    on->out = (ll_buffer){.arena = on->arena, .most = OUTPUT_MOST};
    on->rules = ll_rules_shipped(on->arena);
    on->status = ll_rules_load(&on->rules, on->arena, ll_view_of(on->folder), checks, check_count,
                               on->error);
    if (on->status == LL_OK)
        on->status = ll_rule_paths_read(&paths, on->arena, ll_view_of(on->folder), on->error);
    if (on->status == LL_OK && paths.len == 0)
        on->status = ll_error_set(on->error, LL_E_INVALID, ll_view_of(on->folder), 0, 0,
                                  "there are no rule files (*.yaml)");
    for (uint32_t i = 0; i < paths.len && on->status == LL_OK; i++)
        test_rule(on, ll_rule_find(&on->rules, stem_of(paths.at[i])));
    if (on->status != LL_OK)
        return;
    ll_buffer_add_format(&on->out, "%zu rules, %zu texts, %zu failed", on->done.rules,
                         on->done.snippets, on->done.failed);
    if (on->done.without > 0)
        ll_buffer_add_format(&on->out, "; %zu rules without texts", on->done.without);
    ll_buffer_add_byte(&on->out, '\n');
    on->status = on->write(on->context, on->out.ptr, on->out.len, on->error);
}

ll_status ll_linter_test_rules(ll_linter *linter, const char *folder, ll_write *write,
                               void *context, ll_rule_tests *summary, ll_error *error) {
    testing on = {.arena = linter->call,
                  .folder = folder,
                  .write = write,
                  .context = context,
                  .error = error};
    ll_status status = ll_linter_call(linter, test_folder, &on, error);
    if (status == LL_OK)
        status = on.status;
    if (status == LL_OK && summary)
        *summary = on.done;
    return status;
}
