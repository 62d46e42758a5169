/* Findings and hints on a page, with what chooses among them. */
#include "review/history.h"
#include "rule/template.h"
#include "writer/html.h"

/* Places of one finding that are shown at once, those that are shown with the lines around them,
 * and places from which on the rest may be opened by the reader. */
enum { PLACES_AT_ONCE = 4, WITH_CONTEXT = 2 };

typedef struct listing {
    const ll_html *on;
    const ll_view *prints; /* fingerprints, by finding */
} listing;

static const char *const names[] = {"Critical", "Improvement", "Polish"};

static const ll_finding *finding_at(const ll_html *on, uint32_t index) {
    return &on->result->findings.at[index];
}

static ll_view rule_id(const ll_html *on, uint32_t rule) {
    return on->result->rules->at[rule]->id;
}

const char *ll_html_kind(const ll_finding *finding) {
    return finding->confidence == LL_CONFIDENCE_VERIFY ? "verify"
                                                       : ll_severity_name(finding->severity);
}

static void add_related(const ll_html *on, const ll_related *related) {
    if (related->range.length == 0 && related->message.len == 0)
        return;
    LL_HTML(on->out, "<p class=\"related\">See <span class=\"path\">%v</span>, line %u",
            on->result->paths[related->range.document],
            ll_review_start(on->result, &related->range).line);
    if (related->message.len > 0)
        LL_HTML(on->out, ": %r", related->message);
    LL_HTML(on->out, "</p>\n");
}

/* One place of a finding; its message when there are several, since the title is that of the first.
 */
static void add_place(const listing *list, uint32_t index, bool several) {
    const ll_html *on = list->on;
    const ll_finding *finding = finding_at(on, index);
    LL_HTML(on->out, "<li id=\"p%u-%v\"><p class=\"at\"><span class=\"path\">%v</span>, line %u",
            on->pair, list->prints[index], on->result->paths[finding->range.document],
            ll_review_start(on->result, &finding->range).line);
    if (finding->section.len > 0)
        LL_HTML(on->out, ", in <span class=\"name\">“%v”</span>", finding->section);
    LL_HTML(on->out, "</p>\n");
    if (several)
        LL_HTML(on->out, "<p>%r</p>\n", finding->message);
    ll_html_excerpt(on, &finding->range, several ? 0 : 1);
    add_related(on, &finding->related);
    LL_HTML(on->out, "</li>\n");
}

static void add_places(const listing *list, const uint32_t *places, uint32_t count) {
    ll_buffer *out = list->on->out;
    uint32_t at_once = count > PLACES_AT_ONCE + 1 ? PLACES_AT_ONCE : count;
    LL_HTML(out, "<ul class=\"places\">\n");
    for (uint32_t i = 0; i < at_once; i++)
        add_place(list, places[i], count > WITH_CONTEXT);
    LL_HTML(out, "</ul>\n");
    if (at_once == count)
        return;
    LL_HTML(out, "<details><summary>%u more places</summary>\n<ul class=\"places\">\n",
            count - at_once);
    for (uint32_t i = at_once; i < count; i++)
        add_place(list, places[i], true);
    LL_HTML(out, "</ul>\n</details>\n");
}

static void add_fields(const ll_html *on, const ll_finding *finding) {
    const ll_rule *rule = on->result->rules->at[finding->rule];
    const struct {
        const char *label;
        ll_view text;
    } fields[] = {{"Student impact", rule->impact}, {"Suggested fix", rule->fix}};
    LL_HTML(on->out, "<p>%r</p>\n<dl class=\"fields\">\n",
            ll_template_finding(on->arena, rule->issue, finding));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        LL_HTML(on->out, "<div><dt>%s</dt><dd>%r</dd></div>\n", fields[i].label,
                ll_template_finding(on->arena, fields[i].text, finding));
    LL_HTML(on->out, "</dl>\n");
}

/* Begins an article of one or more places, the first of which is `finding`; `carried_from` is an
 * iteration or 0. */
static void begin_article(const ll_html *on, const ll_finding *finding, const char *name,
                          ll_view title, uint32_t carried_from) {
    const ll_rule *rule = on->result->rules->at[finding->rule];
    uint32_t level = on->level + (rule->history ? 2 : 1); /* remarks have a heading of their own */
    LL_HTML(on->out,
            "<article class=\"%s %s\" data-rule=\"%v\">\n<h%u><span class=\"sign\">%s</span> "
            "%r ",
            rule->history ? "remark" : "finding", ll_html_kind(finding), rule->id, level, name,
            title);
    if (carried_from > 0)
        LL_HTML(on->out, "<span class=\"carried\">carried from iteration %u</span> ", carried_from);
    LL_HTML(on->out, "<code class=\"rule\">%v</code></h%u>\n", rule->id, level);
}

static void add_group(const listing *list, const ll_group *group) {
    const ll_html *on = list->on;
    const ll_rule *rule = on->result->rules->at[group->rule];
    const ll_finding *finding = finding_at(on, group->places.at[0]);
    begin_article(on, finding, names[group->severity],
                  ll_template_finding(on->arena, rule->title, finding),
                  ll_group_carried_from(on->review, group));
    add_fields(on, finding);
    add_places(list, group->places.at, group->places.len);
    LL_HTML(on->out, "</article>\n");
}

/* Of rules about earlier reviews, or of the others. */
static void add_unlisted(const ll_html *on, bool history) {
    for (uint32_t rule = 0; rule < on->result->rules->len; rule++) {
        uint32_t more = ll_review_unlisted(on->result, rule);
        if (more > 0 && on->result->rules->at[rule]->history == history)
            LL_HTML(on->out, "<p>And %u more of <code>%v</code>.</p>\n", more, rule_id(on, rule));
    }
}

/* A box for each kind that there is; which of them are ticked is all that the style sheet asks. */
static void add_kinds(const ll_html *on) {
    LL_HTML(on->out, "<fieldset class=\"kinds\"><legend>Show</legend>\n");
    for (ll_severity i = 0; i < LL_SEVERITIES; i++)
        if (on->review->group_counts[i] > 0)
            LL_HTML(on->out,
                    "<label><input type=\"checkbox\" value=\"%s\" checked> "
                    "<span class=\"%s\">%s (%u)</span></label>\n",
                    ll_severity_name(i), ll_severity_name(i), names[i],
                    on->review->group_counts[i]);
    if (on->review->verify.len > 0)
        LL_HTML(on->out,
                "<label><input type=\"checkbox\" value=\"verify\" checked> "
                "<span class=\"verify\">To verify (%u)</span></label>\n",
                on->review->verify_count);
    LL_HTML(on->out, "</fieldset>\n");
}

/* How many articles of a rule there are. */
static uint32_t *articles_by_rule(const ll_html *on) {
    uint32_t *articles = LL_ARENA_ARRAY(on->arena, uint32_t, on->result->rules->len);
    for (uint32_t i = 0; i < on->review->groups.len; i++)
        articles[on->review->groups.at[i].rule]++;
    for (uint32_t i = 0; i < on->review->verify.len; i++)
        articles[finding_at(on, on->review->verify.at[i])->rule]++;
    return articles;
}

/* Needs the script, which shows it. */
static void add_rules(const ll_html *on, uint32_t all) {
    const uint32_t *articles = articles_by_rule(on);
    LL_HTML(on->out,
            "<p class=\"by-rule\" hidden><label>Rule <select><option value=\"\">All rules (%u)"
            "</option>\n",
            all);
    for (uint32_t rule = 0; rule < on->result->rules->len; rule++)
        if (articles[rule] > 0)
            LL_HTML(on->out, "<option value=\"%v\">%v (%u)</option>\n", rule_id(on, rule),
                    rule_id(on, rule), articles[rule]);
    LL_HTML(on->out, "</select></label> <span role=\"status\"></span></p>\n");
}

static void add_filter(const ll_html *on) {
    uint32_t all = on->review->groups.len + on->review->verify.len;
    if (all < 2)
        return;
    LL_HTML(on->out, "<div class=\"filter\">\n");
    add_kinds(on);
    add_rules(on, all);
    LL_HTML(on->out, "</div>\n");
}

void ll_html_findings(const ll_html *on) {
    listing list = {on, ll_review_fingerprints(on->arena, on->result)};
    add_filter(on);
    for (uint32_t i = 0; i < on->review->groups.len; i++)
        add_group(&list, &on->review->groups.at[i]);
    if (on->review->groups.len == 0)
        LL_HTML(on->out, "<p>None.</p>\n");
    add_unlisted(on, false);
}

void ll_html_hints(const ll_html *on) {
    listing list = {on, ll_review_fingerprints(on->arena, on->result)};
    LL_HTML(on->out,
            "<p class=\"lead\">What a program can only suspect. These do not count.</p>\n");
    for (uint32_t i = 0; i < on->review->verify.len; i++) {
        const uint32_t *place = &on->review->verify.at[i];
        const ll_finding *finding = finding_at(on, *place);
        begin_article(on, finding, "To verify", finding->message, 0);
        add_places(&list, place, 1);
        LL_HTML(on->out, "</article>\n");
    }
}

/* One after another, in the order of the plan. */
void ll_html_remarks(const ll_html *on) {
    if (on->review->history_count == 0)
        return;
    listing list = {on, ll_review_fingerprints(on->arena, on->result)};
    uint32_t level = on->level + 1;
    LL_HTML(on->out,
            "<h%u class=\"sub\">What does not hold together in the reviews</h%u>\n<p "
            "class=\"lead\">This says "
            "nothing of the lesson and does not count.</p>\n",
            level, level);
    for (uint32_t i = 0; i < on->result->findings.len; i++) {
        const ll_finding *finding = finding_at(on, i);
        if (!on->result->rules->at[finding->rule]->history)
            continue;
        bool hint = finding->confidence == LL_CONFIDENCE_VERIFY;
        ll_view title = on->result->rules->at[finding->rule]->title;
        begin_article(on, finding, hint ? "To verify" : names[finding->severity],
                      ll_template_finding(on->arena, title, finding), 0);
        add_fields(on, finding);
        add_places(&list, &i, 1);
        LL_HTML(on->out, "</article>\n");
    }
    add_unlisted(on, true);
}
