/* What the plan promises beside what the lesson holds: outline, misconceptions, modalities,
 * examples. */
#include "facts/placing.h"
#include "rule/words.h"
#include "text/decimal.h"
#include "writer/html.h"

/* Missing words that are named. */
enum { MOST_WORDS = 8 };

static uint32_t line_of(const ll_html *on, uint32_t offset) {
    return ll_source_position(on->result->facts->sources[LL_DOCUMENT_LESSON], offset).line;
}

static void begin_table(const ll_html *on, const char *planned) {
    LL_HTML(on->out,
            "<table class=\"beside\">\n<thead><tr><th scope=\"col\">%s</th>"
            "<th scope=\"col\">In the lesson</th></tr></thead>\n<tbody>\n",
            planned);
}

static void end_table(const ll_html *on) {
    LL_HTML(on->out, "</tbody>\n</table>\n");
}

/* A bar for a share that stands beside it as a number, too. */
static void add_share(const ll_html *on, double share) {
    uint32_t percent = (uint32_t)(share * 100 + 0.5);
    LL_HTML(on->out,
            "<svg class=\"share\" aria-hidden=\"true\" width=\"50\" height=\"6\" "
            "viewBox=\"0 0 100 12\"><rect class=\"track\" width=\"100\" height=\"12\"/>"
            "<rect class=\"fill\" width=\"%u\" height=\"12\"/></svg>",
            percent);
}

/* --- outline ---------------------------------------------------------------------------------- */

typedef struct outlining {
    const ll_html *on;
    const ll_lesson *lesson;
    bool *matched; /* by section: an item stands for it */
    uint32_t next; /* the first section that was not listed yet */
} outlining;

static uint32_t section_of_match(const outlining *o, const ll_outline_match *match) {
    if (match->element == LL_TSX_NONE)
        return LL_LESSON_NONE;
    return ll_lesson_section_index(o->lesson, o->lesson->tsx->nodes.at[match->element].end - 1);
}

static void add_item(const ll_html *on, const ll_outline_item *item) {
    static const char *const notes[] = {"", "Row", "Aside", "Row, aside"};
    unsigned note = (item->row_note ? 1u : 0u) + (item->aside_note ? 2u : 0u);
    LL_HTML(on->out, "<tr><th scope=\"row\"><span class=\"number\">%u.</span> %v", item->number,
            item->title);
    if (note > 0)
        LL_HTML(on->out, " <span class=\"note\">%s</span>", notes[note]);
    LL_HTML(on->out, "</th>");
}

/* By what the item was found. */
static void add_match(const outlining *o, const ll_outline_match *match) {
    ll_buffer *out = o->on->out;
    const ll_tsx *tsx = o->lesson->tsx;
    uint32_t start = tsx->nodes.at[match->element].start;
    ll_view name = ll_tsx_lead(tsx, match->element);
    uint32_t section = section_of_match(o, match);
    bool header = ll_lesson_is_header(o->lesson, match->element);
    LL_HTML(out, "<td><span class=\"state found\">found</span> ");
    if (section != LL_LESSON_NONE && (header || match->score > 0))
        LL_HTML(out, "<span class=\"name\">“%v”</span>", o->lesson->sections.at[section].title);
    else
        LL_HTML(out, "<code>%v</code>", name);
    LL_HTML(out, ", line %u ", line_of(o->on, start));
    if (match->score > 0) {
        add_share(o->on, match->score);
        LL_HTML(out, " <span class=\"by\">%s, %v</span>",
                match->between ? "by its place and words" : "by its words",
                ll_decimal_fixed(o->on->arena, match->score));
    } else {
        LL_HTML(out, "<span class=\"by\">%s</span>",
                match->typed ? "by its role"
                : header     ? "by its title"
                             : "by its name");
    }
    LL_HTML(out, "</td></tr>\n");
}

/* The sections before `end` that no item stands for. */
static void add_unplanned(outlining *o, uint32_t end) {
    for (; o->next < end; o->next++) {
        const ll_lesson_section *section = &o->lesson->sections.at[o->next];
        if (o->matched[o->next] || section->title.len == 0)
            continue;
        LL_HTML(o->on->out,
                "<tr class=\"unplanned\"><th scope=\"row\">not in the outline</th><td>"
                "<span class=\"name\">“%v”</span>, line %u</td></tr>\n",
                section->title, line_of(o->on, section->start));
    }
}

void ll_html_outline(const ll_html *on) {
    ll_facts *facts = on->result->facts;
    outlining o = {.on = on, .lesson = facts->lesson};
    uint32_t sections = o.lesson->sections.len;
    o.matched = LL_ARENA_ARRAY(on->arena, bool, sections + 1);
    for (uint32_t i = 0; i < facts->plan->outline.len; i++) {
        ll_outline_match match = ll_facts_outline(facts, &facts->plan->outline.at[i]);
        uint32_t section = section_of_match(&o, &match);
        o.matched[section == LL_LESSON_NONE ? sections : section] = true;
    }
    begin_table(on, "Planned");
    for (uint32_t i = 0; i < facts->plan->outline.len; i++) {
        const ll_outline_item *item = &facts->plan->outline.at[i];
        ll_outline_match match = ll_facts_outline(facts, item);
        uint32_t section = section_of_match(&o, &match);
        if (section != LL_LESSON_NONE && section > o.next)
            add_unplanned(&o, section);
        add_item(on, item);
        if (match.elsewhere)
            LL_HTML(on->out, "<td><span class=\"state\">not located</span></td></tr>\n");
        else if (match.element != LL_TSX_NONE)
            add_match(&o, &match);
        else if (match.judged)
            LL_HTML(on->out, "<td><span class=\"state absent\">not found</span></td></tr>\n");
        else
            LL_HTML(on->out, "<td><span class=\"state\">not judged</span></td></tr>\n");
    }
    add_unplanned(&o, sections);
    end_table(on);
}

/* --- what is looked for by its words ---------------------------------------------------------- */

/* The rows of the review's Coverage table of one kind, one after another. */
typedef struct covered {
    const ll_html *on;
    ll_view prefix; /* of their names */
    ll_planned kind;
    uint32_t at;     /* in the table */
    uint32_t number; /* of the item */
} covered;

/* Where the next item is, as the review says it; empty behind the last one. */
static ll_view next_place(covered *c) {
    const ll_review_rows *rows = &c->on->review->coverage;
    while (c->at < rows->len && !ll_view_starts(rows->at[c->at].name, c->prefix))
        c->at++;
    return c->at < rows->len ? rows->at[c->at++].text : (ll_view){0};
}

static void add_missing(const ll_html *on, const ll_index_hit *hit) {
    uint32_t most = hit->missing.len < MOST_WORDS ? hit->missing.len : MOST_WORDS;
    if (most == 0)
        return;
    LL_HTML(on->out, "<p class=\"missing\">Words that are not there: ");
    for (uint32_t i = 0; i < most; i++)
        LL_HTML(on->out, "%s%v", i > 0 ? ", " : "",
                ll_stems_word(on->result->facts->stems, hit->missing.at[i]));
    if (most < hit->missing.len)
        LL_HTML(on->out, " and %u more", hit->missing.len - most);
    LL_HTML(on->out, "</p>");
}

static void add_nearest(const ll_html *on, const ll_index_hit *hit) {
    const ll_lesson *lesson = on->result->facts->lesson;
    if (hit->best == UINT32_MAX || hit->found == 0)
        return;
    uint32_t start =
        lesson->tsx->nodes.at[ll_facts_row_element(on->result->facts, hit->best)].start;
    LL_HTML(on->out, "nearest at line %u, ", line_of(on, start));
    add_share(on, hit->score);
    LL_HTML(on->out, " %v", ll_decimal_fixed(on->arena, hit->score));
    add_missing(on, hit);
}

static bool take_end(ll_view *text, ll_view end) {
    if (!ll_view_ends(*text, end))
        return false;
    *text = ll_view_cut(*text, text->len - end.len);
    return true;
}

/* The cell beside an item. */
static void add_place(covered *c) {
    const ll_html *on = c->on;
    ll_view where = next_place(c);
    const ll_index_hit hit = ll_facts_place(on->result->facts, c->kind, c->number++);
    ll_view score =
        ll_arena_format(on->arena, ", %.*s)", LL_VIEW_ARG(ll_decimal_fixed(on->arena, hit.score)));
    bool doubtful = take_end(&where, LL_VIEW(LL_SAY_DOUBTFUL));
    if (ll_view_equal(where, LL_VIEW(LL_SAY_NOWHERE))) {
        LL_HTML(on->out, "<td><span class=\"state absent\">not found</span> ");
        add_nearest(on, &hit);
    } else if (ll_view_equal(where, LL_VIEW(LL_SAY_NOT_JUDGED))) {
        LL_HTML(on->out, "<td><span class=\"state\">not judged</span> ");
        add_nearest(on, &hit);
    } else if (ll_view_equal(where, LL_VIEW(LL_SAY_NOT_CHECKED)) ||
               ll_view_equal(where, LL_VIEW(LL_SAY_NOT_LOCATED))) {
        LL_HTML(on->out, "<td><span class=\"state\">%v</span> ", where);
    } else {
        if (doubtful)
            LL_HTML(on->out, "<td><span class=\"state\">to verify</span> %r ", where);
        else
            LL_HTML(on->out, "<td><span class=\"state found\">found</span> %r ", where);
        bool by_words = ll_view_ends(where, score);
        if (by_words)
            add_share(on, hit.score);
        if (by_words && hit.missing.len > 0)
            add_missing(on, &hit);
    }
    LL_HTML(on->out, "</td></tr>\n");
}

static void add_detail(const ll_html *on, const char *label, ll_view text) {
    if (text.len > 0)
        LL_HTML(on->out, "<p class=\"detail\"><span class=\"label\">%s:</span> %v</p>", label,
                text);
}

void ll_html_misconceptions(const ll_html *on) {
    covered c = {.on = on, .prefix = LL_VIEW("Misconception"), .kind = LL_PLANNED_MISCONCEPTION};
    const ll_plan *plan = on->result->facts->plan;
    begin_table(on, "Misconception");
    for (uint32_t i = 0; i < plan->misconceptions.len; i++) {
        const ll_misconception *row = &plan->misconceptions.at[i];
        LL_HTML(on->out, "<tr><th scope=\"row\">%v", ll_view_unquote(ll_view_trim(row->claim)));
        add_detail(on, "Counterexample", row->counterexample);
        add_detail(on, "Planned for", row->where);
        LL_HTML(on->out, "</th>");
        add_place(&c);
    }
    end_table(on);
}

void ll_html_modalities(const ll_html *on) {
    covered c = {.on = on, .prefix = LL_VIEW("Modality"), .kind = LL_PLANNED_MODALITY};
    const ll_plan *plan = on->result->facts->plan;
    begin_table(on, "Modality");
    for (uint32_t i = 0; i < plan->modalities.len; i++) {
        const ll_modality *row = &plan->modalities.at[i];
        LL_HTML(on->out, "<tr><th scope=\"row\">%v<p class=\"detail\">%v</p></th>", row->name,
                row->what);
        add_place(&c);
    }
    end_table(on);
}

void ll_html_examples(const ll_html *on) {
    covered c = {.on = on, .prefix = LL_VIEW("Example"), .kind = LL_PLANNED_EXAMPLE};
    const ll_plan *plan = on->result->facts->plan;
    begin_table(on, "Example");
    for (uint32_t i = 0; i < plan->examples.len; i++) {
        const ll_example *row = &plan->examples.at[i];
        LL_HTML(on->out, "<tr><th scope=\"row\">%v", row->text);
        add_detail(on, "Type", row->type);
        add_detail(on, "Purpose", row->purpose);
        LL_HTML(on->out, "</th>");
        add_place(&c);
    }
    end_table(on);
}
