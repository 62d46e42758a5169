/* The format `html`: one page that needs nothing but itself, for a reviewer who would rather look.
 */
#include "review/history.h"
#include "writer/formats.h"
#include "writer/html.h"

static const char *const severity_words[] = {"Critical", "Improvement", "Polish"};

static const char *verdict_class(ll_verdict_kind verdict) {
    static const char *const classes[] = {"", "pass", "needs", "major"};
    return classes[verdict];
}

/* What the plan calls itself, else the slug, else a file. */
static ll_view title_of(const ll_result *result) {
    const ll_plan *plan = result->facts->plan;
    if (plan && plan->title.len > 0)
        return plan->title;
    if (result->slug.len > 0)
        return result->slug;
    ll_view path = result->paths[LL_DOCUMENT_PLAN];
    return path.len > 0 ? path : result->paths[LL_DOCUMENT_LESSON];
}

/* --- the page ----------------------------------------------------------------------------------
 */

static void begin_page(ll_buffer *out, ll_view title, ll_view rest) {
    LL_HTML(out,
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src '%s'; script-src '%s'; base-uri 'none'; "
            "form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n"
            "<title>%v%v</title>\n<style>",
            ll_html_style_hash, ll_html_script_hash, title, rest);
    ll_html_embed(out, ll_html_style);
    LL_HTML(out, "</style>\n</head>\n<body>\n");
}

static void begin_main(ll_buffer *out, const char *target, const char *words) {
    LL_HTML(out, "<a class=\"skip\" href=\"#%s\">%s</a>\n<main>\n", target, words);
}

void ll_html_begin(ll_buffer *out, const ll_writer_options *options) {
    if (options->pairs == 1)
        return; /* the page has the title of its pair */
    ll_view title = ll_arena_format(out->arena, "%zu reviews", options->pairs);
    begin_page(out, title, (ll_view){0});
    begin_main(out, "reviews", "Skip the list");
    LL_HTML(out,
            "<section class=\"index\">\n<h1>%v</h1>\n<table>\n<thead><tr><th scope=\"col\">Lesson"
            "</th><th scope=\"col\">Verdict</th><th scope=\"col\">Findings</th></tr></thead>\n"
            "<tbody>\n",
            title);
}

void ll_html_entry(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                   size_t index) {
    if (options->pairs == 1)
        return;
    const uint32_t *counts = review->group_counts;
    LL_HTML(out,
            "<tr><th scope=\"row\"><a href=\"#p%u\">%v</a></th>"
            "<td><span class=\"verdict %s\">%s</span></td><td>%u critical, %u improvement, %u "
            "polish",
            (unsigned)index + 1, title_of(review->result), verdict_class(review->verdict),
            review->verdict_text, counts[LL_SEVERITY_CRITICAL], counts[LL_SEVERITY_IMPROVEMENT],
            counts[LL_SEVERITY_POLISH]);
    if (review->verify_count > 0)
        LL_HTML(out, ", %u to verify", review->verify_count);
    LL_HTML(out, "</td></tr>\n");
}

/* What stands between the page's beginning and a pair. */
static void begin_pair(const ll_html *on) {
    if (on->options->pairs == 1) {
        ll_view rest = ll_arena_format(on->arena, ": %s", on->review->verdict_text);
        begin_page(on->out, title_of(on->result), rest);
        begin_main(on->out, "p1-findings", "Skip to the findings");
    } else if (on->pair == 1) {
        LL_HTML(on->out, "</tbody>\n</table>\n</section>\n<div id=\"reviews\" tabindex=\"-1\">\n");
    }
}

void ll_html_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals) {
    if (totals->pairs == 0)
        LL_HTML(out, "</tbody>\n</table>\n</section>\n");
    else if (options->pairs > 1)
        LL_HTML(out, "</div>\n");
    LL_HTML(out, "</main>\n<script>");
    ll_html_embed(out, ll_html_script);
    LL_HTML(out, "</script>\n</body>\n</html>\n");
}

/* --- the parts of a pair -----------------------------------------------------------------------
 */

static void add_checks(const ll_html *on) {
    LL_HTML(on->out, "<table>\n<thead><tr><th scope=\"col\">Check</th><th scope=\"col\">Result</th>"
                     "</tr></thead>\n<tbody>\n");
    for (uint32_t i = 0; i < on->review->checks.len; i++)
        LL_HTML(on->out, "<tr><th scope=\"row\">%r</th><td>%r</td></tr>\n",
                on->review->checks.at[i].name, on->review->checks.at[i].text);
    LL_HTML(on->out, "</tbody>\n</table>\n");
}

static void add_lines(const ll_html *on, const ll_review_lines *lines) {
    LL_HTML(on->out, "<ul class=\"lines\">\n");
    for (uint32_t i = 0; i < lines->len; i++)
        LL_HTML(on->out, "<li>%r</li>\n", lines->at[i]);
    LL_HTML(on->out, "</ul>\n");
}

static void add_patterns(const ll_html *on) {
    add_lines(on, &on->review->patterns);
}

static void add_praise(const ll_html *on) {
    add_lines(on, &on->review->praise);
}

static bool always(const ll_html *on) {
    (void)on;
    return true;
}

static bool has_hints(const ll_html *on) {
    return on->review->verify.len > 0;
}

static bool has_history(const ll_html *on) {
    const ll_plan *plan = on->result->facts->plan;
    return on->review->history_count > 0 || (plan && plan->reviews.len > 0);
}

static bool has_checks(const ll_html *on) {
    return on->review->checks.len > 0;
}

/* Whether the lesson was asked for what the plan promises. */
static bool is_covered(const ll_html *on) {
    return on->review->coverage.len > 0;
}

static bool has_outline(const ll_html *on) {
    return is_covered(on) && on->result->facts->plan->outline.len > 0;
}

static bool has_misconceptions(const ll_html *on) {
    return is_covered(on) && on->result->facts->plan->misconceptions.len > 0;
}

static bool has_modalities(const ll_html *on) {
    return is_covered(on) && on->result->facts->plan->modalities.len > 0;
}

static bool has_examples(const ll_html *on) {
    return is_covered(on) && on->result->facts->plan->examples.len > 0;
}

static bool has_patterns(const ll_html *on) {
    return on->review->patterns.len > 0;
}

static bool has_praise(const ll_html *on) {
    return on->review->praise.len > 0;
}

/* In the order of the page. */
static const struct {
    const char *id, *title;
    bool (*is_there)(const ll_html *on);
    void (*add)(const ll_html *on);
} parts[] = {
    {"findings", "Findings", always, ll_html_findings},
    {"verify", "To verify", has_hints, ll_html_hints},
    {"history", "History", has_history, ll_html_history},
    {"checks", "Checks", has_checks, add_checks},
    {"outline", "Outline and lesson", has_outline, ll_html_outline},
    {"misconceptions", "Misconceptions", has_misconceptions, ll_html_misconceptions},
    {"modalities", "Modalities", has_modalities, ll_html_modalities},
    {"examples", "Examples", has_examples, ll_html_examples},
    {"patterns", "Patterns to watch", has_patterns, add_patterns},
    {"praise", "What works well", has_praise, add_praise},
};

enum { PARTS = sizeof parts / sizeof *parts };

static void add_paths(const ll_html *on) {
    bool any = false;
    LL_HTML(on->out, "<p class=\"documents\">");
    for (int i = 0; i < LL_DOCUMENTS; i++) {
        ll_view path = on->result->paths[i];
        if (path.len > 0)
            LL_HTML(on->out, "%s<span class=\"path\">%v</span>", any ? ", " : "", path);
        any |= path.len > 0;
    }
    LL_HTML(on->out, "</p>\n");
}

static void add_counts(const ll_html *on) {
    LL_HTML(on->out, "<ul class=\"counts\">\n");
    for (int i = 0; i < LL_SEVERITIES; i++)
        LL_HTML(on->out, "<li class=\"%s\"><b>%u</b> %s</li>\n",
                on->review->group_counts[i] > 0 ? ll_severity_name((ll_severity)i) : "none",
                on->review->group_counts[i], severity_words[i]);
    if (on->review->verify_count > 0)
        LL_HTML(on->out, "<li class=\"verify\"><b>%u</b> To verify</li>\n",
                on->review->verify_count);
    if (on->review->history_count > 0)
        LL_HTML(on->out, "<li class=\"none\"><b>%u</b> About earlier reviews</li>\n",
                on->review->history_count);
    LL_HTML(on->out, "</ul>\n");
}

static void add_contents(const ll_html *on) {
    LL_HTML(on->out, "<nav aria-label=\"Parts of review %u\">\n<ul>\n", on->pair);
    for (size_t i = 0; i < PARTS; i++)
        if (parts[i].is_there(on))
            LL_HTML(on->out, "<li><a href=\"#p%u-%s\">%s</a></li>\n", on->pair, parts[i].id,
                    parts[i].title);
    LL_HTML(on->out, "</ul>\n</nav>\n");
}

/* Which iteration it is; of a series that has ended, what would begin another one. */
static void add_when(const ll_html *on) {
    const ll_history *history = on->review->history;
    if (history->over)
        LL_HTML(on->out, "<p class=\"when\">Not the next review: %v",
                ll_history_ending(on->review, on->arena));
    else
        LL_HTML(on->out, "<p class=\"when\">Iteration %u of %u", history->iteration,
                history->total);
    if (!history->over && history->label.len > 0)
        LL_HTML(on->out, ", %v", history->label);
    if (on->options->date.len > 0)
        LL_HTML(on->out, ", %v", on->options->date);
    LL_HTML(on->out, "</p>\n");
}

static void add_summary(const ll_html *on) {
    uint32_t level = on->level - 1;
    LL_HTML(on->out, "<div class=\"summary\">\n<h%u>%v</h%u>\n", level, title_of(on->result),
            level);
    add_paths(on);
    LL_HTML(on->out, "<p><span class=\"verdict %s\">%s</span></p>\n<p>%r</p>\n",
            verdict_class(on->review->verdict), on->review->verdict_text, on->review->rationale);
    if (on->review->left_out.len > 0)
        LL_HTML(on->out, "<p>%r</p>\n", on->review->left_out);
    add_counts(on);
    add_when(on);
    add_contents(on);
    LL_HTML(on->out, "</div>\n");
}

void ll_html_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                  size_t index) {
    ll_html on = {.out = out,
                  .arena = out->arena,
                  .options = options,
                  .review = review,
                  .result = review->result,
                  .pair = (uint32_t)index + 1,
                  .level = options->pairs == 1 ? 2 : 3};
    begin_pair(&on);
    LL_HTML(out, "<section class=\"pair\" id=\"p%u\">\n", on.pair);
    add_summary(&on);
    LL_HTML(out, "<div class=\"parts\">\n");
    for (size_t i = 0; i < PARTS; i++) {
        if (!parts[i].is_there(&on))
            continue;
        LL_HTML(out, "<section class=\"%s\">\n<h%u id=\"p%u-%s\" tabindex=\"-1\">%s</h%u>\n",
                parts[i].id, on.level, on.pair, parts[i].id, parts[i].title, on.level);
        parts[i].add(&on);
        LL_HTML(out, "</section>\n");
    }
    LL_HTML(out, "</div>\n</section>\n");
}
