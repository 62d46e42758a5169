/* What the library says of its rules and formats. */
#include "api/profile.h"
#include "base/buffer.h"
#include "project/paths.h"
#include "rule/template.h"
#include "text/decimal.h"
#include "writer/writer.h"

enum { TEXT_MOST = 1 << 20, COLUMNS = 80 };

typedef struct telling {
    ll_linter *linter;
    ll_profile *profile; /* of the working folder */
    const char *rule;    /* NULL: all of them */
    ll_write *write;
    ll_receive_rule *receive; /* instead of `write` */
    void *context;
    ll_status status;
    ll_error *error;
    ll_buffer text;
    ll_values values; /* of the rule's placeholders */
} telling;

static void pad(ll_buffer *text, size_t from, size_t width) {
    do
        ll_buffer_add_byte(text, ' ');
    while (text->len < from + width);
}

static const char *name_of_documents(const ll_rule *rule) {
    bool plan = rule->reads[LL_DOCUMENT_PLAN], lesson = rule->reads[LL_DOCUMENT_LESSON];
    bool widgets = rule->reads[LL_READS_WIDGETS];
    if (plan && lesson)
        return widgets ? "plan, lesson, widgets" : "plan, lesson";
    return plan ? "plan" : widgets ? "lesson, widgets" : lesson ? "lesson" : "any";
}

/* "exact, verify" when the cases of the rule differ. */
static const char *name_of_confidence(const ll_rule *rule) {
    bool verify = rule->confidence == LL_CONFIDENCE_VERIFY, exact = !verify;
    for (uint32_t i = 0; i < rule->case_count; i++) {
        verify |= rule->cases[i].confidence == LL_CONFIDENCE_VERIFY;
        exact |= rule->cases[i].confidence != LL_CONFIDENCE_VERIFY;
    }
    return verify && exact ? "exact, verify" : verify ? "verify" : "exact";
}

static void add_cell(ll_buffer *line, const char *text, size_t width) {
    size_t start = line->len;
    ll_buffer_add_cstring(line, text);
    pad(line, start, width);
}

enum { SEVERITY_WIDTH = 13, CONFIDENCE_WIDTH = 15, READS_WIDTH = 17 };

static void add_table(telling *on) {
    const ll_rule_set *rules = &on->profile->rules;
    size_t width = LL_VIEW("RULE").len + 2;
    for (uint32_t i = 0; i < rules->len; i++)
        width = rules->at[i]->id.len + 2 > width ? rules->at[i]->id.len + 2 : width;
    for (uint32_t i = 0; i <= rules->len; i++) {
        const ll_rule *rule = i > 0 ? rules->at[i - 1] : NULL;
        size_t start = on->text.len;
        ll_buffer_add(&on->text, rule ? rule->id : LL_VIEW("RULE"));
        pad(&on->text, start, width);
        add_cell(&on->text, rule ? ll_severity_name(rule->severity) : "SEVERITY", SEVERITY_WIDTH);
        add_cell(&on->text, rule ? name_of_confidence(rule) : "CONFIDENCE", CONFIDENCE_WIDTH);
        add_cell(&on->text, rule ? name_of_documents(rule) : "READS", READS_WIDTH);
        ll_buffer_add_cstring(&on->text, rule ? ll_rule_kind_name(rule->kind) : "KIND");
        ll_buffer_add_byte(&on->text, '\n');
    }
}

/* Words of a text in lines of COLUMNS, each led by two blanks. */
static void add_wrapped(ll_buffer *out, ll_view text) {
    size_t column = 0;
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && !ll_is_blank(text.ptr[end]))
            end++;
        if (column > 0 && column + 1 + (end - at) > COLUMNS) {
            ll_buffer_add_byte(out, '\n');
            column = 0;
        }
        ll_buffer_add_cstring(out, column > 0 ? " " : "  ");
        ll_buffer_add(out, ll_view_slice(text, at, end));
        column += (column > 0 ? 1 : 2) + (end - at);
        for (at = end; at < text.len && ll_is_blank(text.ptr[at]);)
            at++;
    }
    ll_buffer_add_byte(out, '\n');
}

static ll_view explained(const telling *on, ll_view template_text) {
    return ll_template_expand(on->linter->call, template_text, on->values.at, on->values.len);
}

static void add_part(telling *on, const char *title, ll_view template_text) {
    if (template_text.len == 0)
        return;
    ll_buffer_add_format(&on->text, "\n%s\n", title);
    add_wrapped(&on->text, explained(on, template_text));
}

static void add_cases(telling *on, const ll_rule *rule) {
    for (uint32_t i = 0; i < rule->case_count; i++) {
        const ll_rule_case *one = &rule->cases[i];
        if (i == 0)
            ll_buffer_add_cstring(&on->text, "\nCases\n");
        ll_view problem = explained(on, one->problem);
        add_wrapped(&on->text,
                    ll_arena_format(on->linter->call, "%.*s: %s%s%s%.*s", LL_VIEW_ARG(one->name),
                                    ll_severity_name(one->severity),
                                    one->confidence == LL_CONFIDENCE_VERIFY ? " to verify" : "",
                                    problem.len ? "; " : "", LL_VIEW_ARG(problem)));
    }
}

static void add_options(telling *on, const ll_rule *rule) {
    ll_arena *arena = on->linter->call;
    if (rule->option_count > 0)
        ll_buffer_add_cstring(&on->text, "\nOptions\n");
    for (uint32_t i = 0; i < rule->option_count; i++) {
        const ll_rule_option *option = &rule->options[i];
        ll_view value = ll_option_show(arena, option->kind, &option->value);
        add_wrapped(&on->text,
                    ll_arena_format(arena, "%.*s = %.*s: %.*s", LL_VIEW_ARG(option->name),
                                    LL_VIEW_ARG(value), LL_VIEW_ARG(option->about)));
    }
}

static void add_rule(telling *on, const ll_rule *rule) {
    ll_buffer *out = &on->text;
    bool verify = rule->confidence == LL_CONFIDENCE_VERIFY;
    const char *weight = rule->history ? "about earlier reviews; in no verdict"
                         : verify      ? "a hint to verify"
                                       : "counts in the verdict";
    on->values = ll_rule_placeholders(on->linter->call, rule, "<", ">");
    ll_buffer_add_format(out, "%.*s\n", LL_VIEW_ARG(rule->id));
    add_wrapped(out, explained(on, rule->title));
    ll_buffer_add_format(out,
                         "\nSeverity    %s, %s\nReads       %s\nKind        %s\nSince       %.*s\n",
                         ll_severity_name(rule->severity), weight, name_of_documents(rule),
                         ll_rule_kind_name(rule->kind), LL_VIEW_ARG(rule->since));
    add_part(on, "What is wrong", rule->issue);
    add_part(on, "What it means for students", rule->impact);
    add_part(on, "What to do", rule->fix);
    add_cases(on, rule);
    add_options(on, rule);
}

static void hand_out(telling *on) {
    const ll_rule_set *rules = &on->profile->rules;
    ll_arena *arena = on->linter->call;
    for (uint32_t i = 0; i < rules->len && on->status == LL_OK; i++) {
        const ll_rule *rule = rules->at[i];
        on->values = ll_rule_placeholders(arena, rule, "<", ">");
        ll_listed_rule listed = {
            .id = ll_arena_copy(arena, rule->id).ptr,
            .title = ll_arena_copy(arena, explained(on, rule->title)).ptr,
            .severity = rule->severity,
            .confidence = rule->confidence,
        };
        on->status = on->receive(on->context, &listed, on->error);
    }
}

static void tell(void *context) {
    telling *on = context;
    on->text = (ll_buffer){.arena = on->linter->call, .most = TEXT_MOST};
    uint32_t rule = LL_RULE_NONE;
    on->status = ll_linter_profile(on->linter, ll_path_real(on->linter->call, LL_VIEW(".")),
                                   &on->profile, on->error);
    if (on->status == LL_OK && on->rule)
        on->status = ll_profile_rule(on->profile, on->linter->call, ll_view_of(on->rule), NULL,
                                     &rule, on->error);
    if (on->status == LL_OK && on->receive)
        hand_out(on);
    if (on->status != LL_OK || on->receive)
        return;
    if (rule != LL_RULE_NONE)
        add_rule(on, on->profile->rules.at[rule]);
    else
        add_table(on);
    on->status = on->write(on->context, on->text.ptr, on->text.len, on->error);
}

static ll_status tell_guarded(telling *on) {
    ll_status status = ll_linter_call(on->linter, tell, on, on->error);
    return status == LL_OK ? on->status : status;
}

ll_status ll_linter_rules(ll_linter *linter, ll_write *write, void *context, ll_error *error) {
    telling on = {.linter = linter, .write = write, .context = context, .error = error};
    return tell_guarded(&on);
}

ll_status ll_linter_list_rules(ll_linter *linter, ll_receive_rule *receive, void *context,
                               ll_error *error) {
    telling on = {.linter = linter, .receive = receive, .context = context, .error = error};
    return tell_guarded(&on);
}

ll_status ll_linter_explain(ll_linter *linter, const char *rule, ll_write *write, void *context,
                            ll_error *error) {
    telling on = {
        .linter = linter, .rule = rule, .write = write, .context = context, .error = error};
    return tell_guarded(&on);
}

size_t ll_format_count(void) {
    size_t count;
    ll_writers(&count);
    return count;
}

const char *ll_format_name(size_t index) {
    size_t count;
    const ll_writer *writers = ll_writers(&count);
    return index < count ? writers[index].name : NULL;
}

const char *ll_format_about(size_t index) {
    size_t count;
    const ll_writer *writers = ll_writers(&count);
    return index < count ? writers[index].about : NULL;
}
