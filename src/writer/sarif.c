/* What a SARIF log says once, and how it spells things. */
#include "writer/sarif.h"

#include "base/buffer.h"
#include "base/homepage.h"
#include "rule/template.h"
#include "writer/notice.h"

#include <string.h>

enum { ENCODED = 3 }; /* bytes of "%20" */

ll_view ll_sarif_uri(ll_arena *arena, ll_view path) {
    static const char scheme[] = "file://";
    ll_buffer out = {.arena = arena, .most = path.len * ENCODED + sizeof scheme};
    if (path.len > 0 && path.ptr[0] == '/')
        ll_buffer_add_cstring(&out, scheme);
    for (size_t i = 0; i < path.len; i++) {
        char c = path.ptr[i];
        if (ll_is_alnum(c) || strchr("-._~/", c))
            ll_buffer_add_byte(&out, c);
        else
            ll_buffer_add_format(&out, "%%%02X", (unsigned)(unsigned char)c);
    }
    return ll_buffer_view(&out);
}

ll_view ll_sarif_sentence(ll_arena *arena, ll_view text) {
    if (text.len == 0 || strchr(".!?", text.ptr[text.len - 1]))
        return text;
    return ll_arena_format(arena, "%.*s.", LL_VIEW_ARG(text));
}

/* "em-dash-spacing" is EmDashSpacing. */
static ll_view name_of(ll_arena *arena, ll_view id) {
    ll_buffer out = {.arena = arena, .most = id.len + 1};
    for (size_t i = 0; i < id.len; i++) {
        bool first = i == 0 || id.ptr[i - 1] == '-';
        char upper = (char)(ll_is_lower(id.ptr[i]) ? id.ptr[i] - 'a' + 'A' : id.ptr[i]);
        if (id.ptr[i] != '-')
            ll_buffer_add_byte(&out, first ? upper : id.ptr[i]);
    }
    return ll_buffer_view(&out);
}

static void add_help(ll_arena *arena, ll_json *object, const ll_values *values,
                     const ll_rule *rule) {
    const struct {
        const char *title;
        ll_view text;
    } parts[] = {{"What is wrong", rule->issue},
                 {"What it means for students", rule->impact},
                 {"What to do", rule->fix}};
    ll_buffer plain = {.arena = arena, .most = SIZE_MAX / 2}, marked = plain;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        ll_view text = ll_template_expand(arena, parts[i].text, values->at, values->len);
        if (text.len == 0)
            continue;
        const char *before = plain.len > 0 ? "\n\n" : "";
        ll_buffer_add_format(&plain, "%s%s: %.*s", before, parts[i].title, LL_VIEW_ARG(text));
        ll_buffer_add_format(&marked, "%s## %s\n\n%.*s", before, parts[i].title, LL_VIEW_ARG(text));
    }
    ll_json *help = ll_json_add_object(arena, object, "help");
    ll_json_add_text(arena, help, "text", ll_buffer_view(&plain));
    ll_json_add_text(arena, help, "markdown", ll_buffer_view(&marked));
}

static void add_text(ll_arena *arena, ll_json *object, const char *key, const ll_values *values,
                     ll_view template_text) {
    ll_view text = ll_template_expand(arena, template_text, values->at, values->len);
    ll_json_add_text(arena, ll_json_add_object(arena, object, key), "text",
                     ll_sarif_sentence(arena, text));
}

/* Of rules that somebody has made the project knows nothing. */
static bool is_shipped(const ll_rule *rule) {
    for (uint32_t i = 0; i < ll_shipped_rule_count; i++)
        if (&ll_shipped_rules[i] == rule)
            return true;
    return false;
}

void ll_sarif_add_rule(ll_arena *arena, ll_json *list, const ll_rule *rule) {
    ll_json *object = ll_json_add_object(arena, list, NULL);
    ll_values values = ll_rule_placeholders(arena, rule, "[", "]"); /* no markup */
    const char *level = ll_level_names_of(ll_level_of_rule(rule))->sarif;
    bool verify = rule->confidence == LL_CONFIDENCE_VERIFY;
    ll_json_add_text(arena, object, "id", rule->id);
    ll_json_add_text(arena, object, "name", name_of(arena, rule->id));
    add_text(arena, object, "shortDescription", &values, rule->title);
    add_text(arena, object, "fullDescription", &values,
             rule->issue.len > 0 ? rule->issue : rule->title);
    add_help(arena, object, &values, rule);
    if (*ll_homepage_set() && is_shipped(rule))
        ll_json_add_text(arena, object, "helpUri", ll_view_of(ll_homepage_set()));
    ll_json_add_text(arena, ll_json_add_object(arena, object, "defaultConfiguration"), "level",
                     ll_view_of(level));
    ll_json_add_text(arena, ll_json_add_object(arena, object, "properties"), "precision",
                     ll_view_of(verify ? "medium" : "very-high"));
}
