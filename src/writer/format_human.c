/* The format `human`: findings with their source line, and what to do next. */
#include "rule/template.h"
#include "writer/excerpt.h"
#include "writer/flow.h"
#include "writer/formats.h"

#include <string.h>

/* Cells of the line number and the bar before an excerpt, and blanks before further lines. */
enum { GUTTER = 9, INDENT = 4 };

typedef struct writing {
    ll_buffer *out;
    ll_arena *arena;
    const ll_writer_options *options;
    const ll_review *review;
    const ll_result *result;
} writing;

static void paint(const writing *on, ll_style style, ll_view text) {
    ll_paint(on->out, on->options->color, style, text);
}

static ll_style style_of(const ll_finding *finding) {
    static const ll_style styles[] = {LL_STYLE_RED, LL_STYLE_YELLOW, LL_STYLE_CYAN, LL_STYLE_PLAIN};
    return finding->confidence == LL_CONFIDENCE_VERIFY ? LL_STYLE_DIM : styles[finding->severity];
}

static unsigned width_of(const ll_writer_options *options) {
    unsigned width = options->width ? options->width : LL_WRITER_WIDTH;
    return width < LL_WRITER_WIDTH_LEAST ? LL_WRITER_WIDTH_LEAST : width;
}

/* Lines are broken on a terminal alone: elsewhere a line may be searched for. */
static ll_flow flow_of(const writing *on) {
    return (ll_flow){.out = on->out,
                     .color = on->options->color,
                     .width = on->options->width ? width_of(on->options) : 0,
                     .indent = INDENT};
}

static void add_excerpt(const writing *on, const ll_finding *finding, ll_position start) {
    const ll_source *source = on->result->facts->sources[finding->range.document];
    ll_view line = ll_source_line(on->result->facts->sources[finding->range.document], start.line);
    if (ll_view_trim(line).len == 0)
        return;
    size_t from = finding->range.offset - ll_source_offset(source, line);
    size_t to = from + finding->range.length;
    from = from > line.len ? line.len : from;
    to = to > line.len ? line.len : to;
    if (ll_view_trim(ll_view_slice(line, from, to)).len == ll_view_trim(line).len)
        to = from; /* a mark under all of it would say no more */
    ll_excerpt excerpt = ll_excerpt_make(on->arena, line, from, to, width_of(on->options) - GUTTER);
    paint(on, LL_STYLE_DIM, ll_arena_format(on->arena, "%6u |", start.line));
    ll_buffer_add_byte(on->out, ' ');
    ll_buffer_add(on->out, excerpt.text);
    ll_buffer_add_byte(on->out, '\n');
    paint(on, LL_STYLE_DIM, LL_VIEW("       |"));
    ll_buffer_add_byte(on->out, ' ');
    paint(on, style_of(finding), excerpt.mark);
    ll_buffer_add_byte(on->out, '\n');
}

/* Up to the first full stop that ends a sentence: one before a blank and a capital letter. */
static ll_view first_sentence(ll_view text) {
    for (size_t i = 0; i + 2 < text.len; i++) {
        bool end = text.ptr[i] == '.' || text.ptr[i] == ';';
        if (end && text.ptr[i + 1] == ' ' && (text.ptr[i] == ';' || !ll_is_lower(text.ptr[i + 2])))
            return ll_view_slice(text, 0, i);
    }
    if (text.len > 0 && text.ptr[text.len - 1] == '.')
        return ll_view_slice(text, 0, text.len - 1);
    return text;
}

/* One line below the headline: what it is, and a text. */
static void add_line(const writing *on, const char *label, ll_view text) {
    ll_flow flow = flow_of(on);
    ll_buffer_add_cstring(on->out, label);
    flow.column = strlen(label);
    flow.indent = (unsigned)flow.column;
    ll_flow_add(&flow, LL_STYLE_PLAIN, text);
    ll_flow_end(&flow);
}

static void add_related(const writing *on, const ll_related *related) {
    if (!ll_related_is_there(related))
        return;
    ll_position place = ll_review_start(on->result, &related->range);
    ll_view path = on->result->paths[related->range.document];
    add_line(on, "  see: ",
             ll_arena_format(on->arena, "%.*s:%u:%u: %.*s", LL_VIEW_ARG(path), place.line,
                             place.column, LL_VIEW_ARG(related->message)));
}

static void add_headline(const writing *on, const ll_finding *finding, ll_position start) {
    const ll_rule *rule = on->result->rules->at[finding->rule];
    bool verify = finding->confidence == LL_CONFIDENCE_VERIFY;
    ll_flow flow = flow_of(on);
    ll_flow_add(&flow, LL_STYLE_BOLD,
                ll_arena_format(on->arena, "%.*s:%u:%u:",
                                LL_VIEW_ARG(on->result->paths[finding->range.document]), start.line,
                                start.column));
    ll_flow_add(&flow, LL_STYLE_PLAIN, LL_VIEW(" "));
    ll_flow_add(&flow, style_of(finding),
                ll_view_of(verify ? "verify" : ll_severity_name(finding->severity)));
    ll_flow_add(&flow, LL_STYLE_PLAIN, LL_VIEW(": "));
    ll_flow_add(&flow, LL_STYLE_PLAIN, finding->message);
    ll_flow_add(&flow, LL_STYLE_PLAIN, LL_VIEW(" "));
    ll_flow_add(&flow, LL_STYLE_DIM, ll_arena_format(on->arena, "[%.*s]", LL_VIEW_ARG(rule->id)));
    ll_flow_end(&flow);
}

static void add_finding(const writing *on, const ll_finding *finding) {
    ll_position start = ll_review_start(on->result, &finding->range);
    add_headline(on, finding, start);
    if (finding->section.len > 0)
        add_line(on, "  in ",
                 ll_arena_format(on->arena, "\"%.*s\"", LL_VIEW_ARG(finding->section)));
    add_excerpt(on, finding, start);
    add_related(on, &finding->related);
    const ll_rule *rule = on->result->rules->at[finding->rule];
    ll_view fix = first_sentence(ll_template_finding(on->arena, rule->fix, finding));
    if (fix.len > 0)
        add_line(on, "  fix: ", fix);
    ll_buffer_add_byte(on->out, '\n');
}

static void add_unlisted(const writing *on) {
    bool any = false;
    for (uint32_t i = 0; i < on->result->rules->len; i++) {
        uint32_t more = ll_review_unlisted(on->result, i);
        if (more > 0)
            ll_buffer_add_format(on->out, "and %u more of %.*s\n", more,
                                 LL_VIEW_ARG(on->result->rules->at[i]->id));
        any |= more > 0;
    }
    if (any)
        ll_buffer_add_byte(on->out, '\n');
}

/* Findings of one confidence, in the order of the documents. */
static void add_findings(const writing *on, ll_confidence confidence) {
    for (uint32_t i = 0; i < on->result->findings.len; i++)
        if (on->result->findings.at[i].confidence == confidence)
            add_finding(on, &on->result->findings.at[i]);
}

/* Why rules were left out. */
static const struct {
    const char *reason, *words;
} reasons[] = {
    {"no lesson", "there is no lesson"},         {"no plan", "there is no plan"},
    {"syntax", "the lesson cannot be parsed"},   {"condition", "they are for other plans"},
    {"limit", "too many steps are needed here"},
};

static void add_skipped(const writing *on, const char *reason, const char *words) {
    uint32_t skipped = 0;
    for (uint32_t i = 0; i < on->result->rules->len; i++) {
        const char *why = on->result->outcomes[i].skipped;
        skipped += why && strcmp(why, reason) == 0;
    }
    if (skipped > 0)
        ll_buffer_add_format(on->out, "%.*s not run: %s\n",
                             LL_VIEW_ARG(ll_review_number(on->arena, skipped, "rule")), words);
}

static ll_style style_of_verdict(ll_verdict_kind verdict) {
    return verdict == LL_VERDICT_PASS             ? LL_STYLE_GREEN
           : verdict == LL_VERDICT_NEEDS_REVISION ? LL_STYLE_YELLOW
                                                  : LL_STYLE_RED;
}

/* Somebody who changed a widget may not know whose it is. */
static void add_because(const writing *on, const ll_pairs *inputs, size_t pair) {
    if (!inputs || pair >= inputs->len || inputs->at[pair].because.len == 0)
        return;
    ll_buffer_add_cstring(on->out, "checked because the lesson imports ");
    ll_writer_add_clean(on->out, inputs->at[pair].because);
    ll_buffer_add_byte(on->out, '\n');
}

static void add_count(ll_flow *flow, ll_arena *arena, uint32_t count, const char *what) {
    if (count > 0)
        ll_flow_add(flow, LL_STYLE_PLAIN, ll_arena_format(arena, ", %u %s", count, what));
}

static void add_verdict(const writing *on, size_t pair) {
    ll_buffer *out = on->out;
    const uint32_t *counts = on->review->counts;
    ll_flow flow = flow_of(on);
    ll_view names = ll_writer_names(on->arena, on->result);
    ll_flow_add(&flow, LL_STYLE_PLAIN,
                ll_arena_format(on->arena, "%.*s: %u critical, %u improvement, %u polish",
                                LL_VIEW_ARG(names), counts[LL_SEVERITY_CRITICAL],
                                counts[LL_SEVERITY_IMPROVEMENT], counts[LL_SEVERITY_POLISH]));
    add_count(&flow, on->arena, on->review->verify_count, "to verify");
    add_count(&flow, on->arena, on->review->history_count, "about earlier reviews");
    ll_flow_end(&flow);
    add_because(on, on->options->inputs, pair);
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        add_skipped(on, reasons[i].reason, reasons[i].words);
    ll_buffer_add_cstring(out, "Verdict: ");
    paint(on, style_of_verdict(on->review->verdict), ll_view_of(on->review->verdict_text));
    ll_buffer_add_byte(out, '\n');
}

void ll_human_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                   size_t index) {
    writing on = {out, out->arena, options, review, review->result};
    if (index > 0 && !options->quiet)
        ll_buffer_add_byte(out, '\n');
    add_findings(&on, LL_CONFIDENCE_EXACT);
    add_unlisted(&on);
    if (options->quiet)
        return;
    if (review->verify.len > 0) {
        paint(&on, LL_STYLE_BOLD, LL_VIEW("To verify"));
        ll_buffer_add_cstring(out, " (hints, not counted)\n\n");
        add_findings(&on, LL_CONFIDENCE_VERIFY);
    }
    add_verdict(&on, index);
}
