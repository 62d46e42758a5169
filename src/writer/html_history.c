/* The earlier reviews of a plan and this one: a chart and a table of the same numbers. */
#include "review/history.h"
#include "writer/html.h"

/* Cells of the chart, in CSS pixels. */
enum {
    BAR = 56,
    GAP = 14,
    TALLEST = 128, /* of the longest bar */
    UNIT = 16,     /* of one finding, while that is not too tall */
    LABEL = 13,    /* the least height of a part that can hold its label */
    ABOVE = 18,
    BELOW = 22,
    MOST_BARS = 12 /* of the latest reviews; the table has all */
};

/* What became of the findings of an earlier review. */
enum { FIXED, PARTLY, NOT_FIXED, DEFERRED, TO_REVIEW, UNCLEAR, FIX_STATES };

typedef struct iteration {
    ll_view name, date;
    ll_view verdict;
    uint32_t found[LL_SEVERITIES];
    uint32_t fixes[FIX_STATES];
    uint32_t carried; /* of the findings */
    bool now;
} iteration;

typedef LL_ARRAY(iteration) iterations;

/* A part of a bar. */
typedef struct part {
    const char *class_name;
    const char *label; /* behind its number */
    uint32_t number;
} part;

/* At most UINT32_MAX: a plan may state any numbers. */
static uint32_t sum(const uint32_t *numbers, size_t count) {
    uint64_t all = 0;
    for (size_t i = 0; i < count; i++)
        all += numbers[i];
    return all < UINT32_MAX ? (uint32_t)all : UINT32_MAX;
}

static ll_view name_of(const ll_html *on, const ll_plan_review *review, uint32_t number) {
    ll_view name = review->total > 0
                       ? ll_arena_format(on->arena, "%u/%u", review->iteration, review->total)
                   : review->iteration > 0 ? ll_arena_format(on->arena, "%u", review->iteration)
                                           : ll_arena_format(on->arena, "no. %u", number);
    return name;
}

static void count_findings(const ll_plan *plan, const ll_plan_review *review, iteration *made) {
    for (uint32_t i = 0; i < review->finding_count; i++) {
        const ll_review_finding *finding = &plan->findings.at[review->first_finding + i];
        made->found[finding->severity] += !finding->retracted;
        made->carried += finding->carried_from > 0;
    }
    for (int i = 0; i < LL_SEVERITIES && review->has_summary; i++)
        made->found[i] = review->summary[i];
}

static void count_fix(iteration *made, ll_fix_state state) {
    static const int states[] = {
        [LL_FIX_UNKNOWN] = UNCLEAR,     [LL_FIX_FIXED] = FIXED,       [LL_FIX_PARTIALLY] = PARTLY,
        [LL_FIX_NOT_FIXED] = NOT_FIXED, [LL_FIX_DEFERRED] = DEFERRED, [LL_FIX_OPEN] = TO_REVIEW};
    made->fixes[states[state]]++;
}

static void count_fixes(const ll_plan *plan, const ll_plan_review *review, iteration *made) {
    for (uint32_t i = 0; i < review->verification_count; i++)
        count_fix(made, plan->verifications.at[review->first_verification + i].state);
}

static iterations read_iterations(const ll_html *on) {
    iterations list = {0};
    const ll_plan *plan = on->result->facts->plan;
    for (uint32_t i = 0; i < plan->reviews.len; i++) {
        const ll_plan_review *review = &plan->reviews.at[i];
        iteration *made = LL_ARRAY_ADD(on->arena, &list);
        made->name = name_of(on, review, i + 1);
        made->date = review->date;
        made->verdict = review->verdict_text;
        if (review->label.len > 0)
            made->date =
                ll_arena_format(on->arena, "%.*s%s%.*s", LL_VIEW_ARG(review->date),
                                review->date.len > 0 ? ", " : "", LL_VIEW_ARG(review->label));
        count_findings(plan, review, made);
        count_fixes(plan, review, made);
    }
    iteration *now = LL_ARRAY_ADD(on->arena, &list);
    now->name = LL_VIEW("now");
    now->date = on->options->date;
    now->verdict = ll_view_of(on->review->verdict_text);
    for (int i = 0; i < LL_SEVERITIES; i++)
        now->found[i] = on->review->group_counts[i];
    for (uint32_t i = 0; i < on->review->groups.len; i++)
        now->carried += ll_group_carried_from(on->review, &on->review->groups.at[i]) > 0;
    for (uint32_t i = 0; i < on->review->history->verified.len; i++)
        count_fix(now, on->review->history->verified.at[i].state);
    now->now = true;
    return list;
}

typedef struct chart {
    const ll_html *on;
    const iteration *first; /* of those with a bar */
    uint32_t bars;
    uint32_t most;     /* the longest bar, in findings */
    uint32_t up, down; /* the longest bars, in pixels */
} chart;

/* A part that is there is seen, however little it is. */
static uint32_t height(const chart *c, uint32_t number) {
    uint32_t most = TALLEST / UNIT;
    uint64_t tall =
        c->most <= most ? (uint64_t)number * UNIT : (uint64_t)number * TALLEST / c->most;
    return number > 0 && tall < 2 ? 2 : (uint32_t)tall;
}

static uint32_t bar_height(const chart *c, const part *parts, size_t count) {
    uint32_t tall = 0;
    for (size_t i = 0; i < count; i++)
        tall += height(c, parts[i].number);
    return tall;
}

static void add_part(const chart *c, const part *of, uint32_t x, uint32_t y) {
    uint32_t tall = height(c, of->number);
    if (tall == 0)
        return;
    LL_HTML(c->on->out, "<rect class=\"%s\" x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\"/>",
            of->class_name, x, y, BAR, tall > 2 ? tall - 1 : tall);
    if (tall >= LABEL)
        LL_HTML(c->on->out, "<text class=\"in\" x=\"%u\" y=\"%u\">%u %s</text>", x + BAR / 2,
                y + tall / 2 + 4, of->number, of->label);
    LL_HTML(c->on->out, "\n");
}

enum { UP_PARTS = LL_SEVERITIES, DOWN_PARTS = 2 };

static void parts_up(const iteration *one, part parts[UP_PARTS]) {
    static const char *const labels[] = {"crit.", "impr.", "pol."};
    for (int i = 0; i < UP_PARTS; i++)
        parts[i] = (part){ll_severity_name((ll_severity)i), labels[i], one->found[i]};
}

static void parts_down(const iteration *one, part parts[DOWN_PARTS]) {
    uint32_t fixed = one->fixes[FIXED];
    parts[0] = (part){"fixed", "fixed", fixed};
    parts[1] = (part){"open", "open", sum(one->fixes, FIX_STATES) - fixed};
}

static void measure(chart *c) {
    part up[UP_PARTS], down[DOWN_PARTS];
    for (uint32_t i = 0; i < c->bars; i++) {
        const iteration *one = &c->first[i];
        uint32_t found = sum(one->found, LL_SEVERITIES), fixes = sum(one->fixes, FIX_STATES);
        c->most = found > c->most ? found : c->most;
        c->most = fixes > c->most ? fixes : c->most;
    }
    for (uint32_t i = 0; i < c->bars; i++) {
        parts_up(&c->first[i], up);
        parts_down(&c->first[i], down);
        uint32_t above = bar_height(c, up, UP_PARTS), below = bar_height(c, down, DOWN_PARTS);
        c->up = above > c->up ? above : c->up;
        c->down = below > c->down ? below : c->down;
    }
}

static void add_bar(const chart *c, uint32_t index) {
    const iteration *one = &c->first[index];
    part up[UP_PARTS], down[DOWN_PARTS];
    uint32_t x = GAP + index * (BAR + GAP), axis = ABOVE + c->up;
    parts_up(one, up);
    parts_down(one, down);
    uint32_t y = axis - bar_height(c, up, UP_PARTS);
    LL_HTML(c->on->out, "<text x=\"%u\" y=\"%u\">%u</text>", x + BAR / 2, y - 5,
            sum(one->found, LL_SEVERITIES));
    for (int i = 0; i < UP_PARTS; i++) {
        add_part(c, &up[i], x, y);
        y += height(c, up[i].number);
    }
    for (int i = 0; i < DOWN_PARTS; i++) {
        add_part(c, &down[i], x, y + 1);
        y += height(c, down[i].number);
    }
    if (one->now)
        LL_HTML(c->on->out, "<text class=\"now\" ");
    else
        LL_HTML(c->on->out, "<text ");
    LL_HTML(c->on->out, "x=\"%u\" y=\"%u\">%v</text>\n", x + BAR / 2, axis + c->down + BELOW - 6,
            one->name);
}

static void add_chart(const ll_html *on, const iterations *list) {
    uint32_t bars = list->len < MOST_BARS ? list->len : MOST_BARS;
    chart c = {.on = on, .first = list->at + (list->len - bars), .bars = bars};
    measure(&c);
    uint32_t width = GAP + bars * (BAR + GAP), tall = ABOVE + c.up + c.down + BELOW;
    LL_HTML(
        on->out,
        "<svg class=\"chart\" role=\"img\" aria-labelledby=\"p%u-chart\" width=\"%u\" "
        "height=\"%u\" viewBox=\"0 0 %u %u\">\n<title id=\"p%u-chart\">Findings of each review, "
        "by severity, and below the line what became of those before it; the table says the "
        "same in numbers</title>\n",
        on->pair, width, tall, width, tall, on->pair);
    for (uint32_t i = 0; i < bars; i++)
        add_bar(&c, i);
    LL_HTML(on->out, "<path class=\"axis\" d=\"M0 %u.5H%u\"/>\n</svg>\n", ABOVE + c.up, width);
}

/* "2 fixed, 1 open"; what is 0 is left out. */
static void add_numbers(const ll_html *on, const uint32_t *numbers, const char *const *words,
                        size_t count) {
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        if (numbers[i] > 0)
            LL_HTML(on->out, "%s<span class=\"nowrap\">%u %s</span>", any ? ", " : "", numbers[i],
                    words[i]);
        any |= numbers[i] > 0;
    }
    if (!any)
        LL_HTML(on->out, "none");
}

static void add_row(const ll_html *on, const iteration *one) {
    static const char *const severities[] = {"critical", "improvement", "polish"};
    static const char *const states[] = {"fixed",    "partly fixed",   "not fixed",
                                         "deferred", "for a reviewer", "unclear"};
    LL_HTML(on->out, "<tr><th scope=\"row\">%v", one->name);
    if (one->date.len > 0)
        LL_HTML(on->out, " <span class=\"date\">%v</span>", one->date);
    LL_HTML(on->out, "</th><td>");
    add_numbers(on, one->found, severities, LL_SEVERITIES);
    if (one->carried > 0)
        LL_HTML(on->out, " (%u carried)", one->carried);
    LL_HTML(on->out, "</td><td>");
    if (sum(one->fixes, FIX_STATES) > 0)
        add_numbers(on, one->fixes, states, FIX_STATES);
    else
        LL_HTML(on->out, "–");
    LL_HTML(on->out, "</td><td>%v</td></tr>\n", one->verdict);
}

/* What became of the findings of the last review. */
static void add_verified(const ll_html *on) {
    static const char *const severities[] = {"Critical", "Improvement", "Polish"};
    const ll_history *history = on->review->history;
    uint32_t level = on->level + 1;
    if (history->verified.len == 0)
        return;
    LL_HTML(on->out,
            "<h%u class=\"sub\">What became of iteration %u</h%u>\n<table "
            "class=\"verified\">\n<thead><tr>"
            "<th scope=\"col\">Finding</th><th scope=\"col\">Status</th></tr></thead>\n<tbody>\n",
            level, history->last_iteration, level);
    for (uint32_t i = 0; i < history->verified.len; i++) {
        const ll_verified *verified = &history->verified.at[i];
        const ll_review_finding *earlier = verified->earlier;
        if (earlier->severity < LL_REVIEW_SEVERITIES)
            LL_HTML(on->out, "<tr class=\"%s\"><th scope=\"row\"><span class=\"sign\">%s</span> %r",
                    ll_severity_name((ll_severity)earlier->severity), severities[earlier->severity],
                    earlier->title);
        else
            LL_HTML(on->out, "<tr><th scope=\"row\">%r", earlier->title);
        if (earlier->rule.len > 0)
            LL_HTML(on->out, " <code class=\"rule\">%v</code>", earlier->rule);
        bool fixed = verified->state == LL_FIX_FIXED;
        bool open = verified->state == LL_FIX_PARTIALLY || verified->state == LL_FIX_NOT_FIXED;
        LL_HTML(on->out, "</th><td><span class=\"state%s\">%s</span>",
                fixed  ? " found"
                : open ? " absent"
                       : "",
                ll_verified_name(verified->state));
        if (verified->notes.len > 0)
            LL_HTML(on->out, "<p class=\"detail\">%r</p>", verified->notes);
        LL_HTML(on->out, "</td></tr>\n");
    }
    LL_HTML(on->out, "</tbody>\n</table>\n");
}

void ll_html_history(const ll_html *on) {
    iterations list = read_iterations(on);
    LL_HTML(on->out, "<p class=\"lead\">Above the line the findings of each review, below it what "
                     "became of those before.</p>\n");
    add_chart(on, &list);
    LL_HTML(on->out,
            "<table>\n<thead><tr><th scope=\"col\">Review</th><th scope=\"col\">Findings"
            "</th><th scope=\"col\">Of those before</th><th scope=\"col\">Verdict</th></tr>"
            "</thead>\n<tbody>\n");
    for (uint32_t i = 0; i < list.len; i++)
        add_row(on, &list.at[i]);
    LL_HTML(on->out, "</tbody>\n</table>\n");
    add_verified(on);
    ll_html_remarks(on);
}
