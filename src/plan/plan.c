/* Reading a planning document, part by part. */
#include "plan/plan.h"

#include "plan/build.h"
#include "plan/vocabulary.h"

static void find_family(ll_plan *plan) {
    static const struct {
        ll_view title;
        ll_family family;
        bool same_case;
    } markers[] = {
        {LL_VIEW_INIT("Misconceptions Addressed"), LL_FAMILY_RETROACTIVE, false},
        {LL_VIEW_INIT("Prerequisites table"), LL_FAMILY_SENTENCE_CASE, true},
    };
    for (uint32_t i = 0; i < plan->keys.len; i++)
        if (ll_view_starts_nocase(plan->keys.at[i].key, LL_VIEW("status")) &&
            ll_view_find_nocase(plan->keys.at[i].value, LL_VIEW("retroactive"), 0) != LL_VIEW_NONE)
            plan->family = LL_FAMILY_RETROACTIVE;
    for (uint32_t i = 0; i < plan->sections.len; i++) {
        const ll_section *section = &plan->sections.at[i];
        for (size_t k = 0; k < sizeof markers / sizeof *markers; k++) {
            bool same = markers[k].same_case
                            ? ll_view_starts(section->title, markers[k].title)
                            : ll_view_starts_nocase(section->title, markers[k].title);
            if (same && section->kind != LL_SECTION_OTHER && plan->family == LL_FAMILY_TITLE_CASE)
                plan->family = markers[k].family;
        }
    }
}

ll_status ll_plan_parse(ll_plan **out, ll_arena *arena, ll_source *source,
                        const ll_vocabulary *vocabulary, ll_error *error) {
    ll_markdown *markdown = NULL;
    ll_status status = ll_markdown_parse(&markdown, arena, source, error);
    if (status != LL_OK)
        return status;
    ll_plan *plan = LL_ARENA_NEW(arena, ll_plan);
    plan->source = source;
    plan->markdown = markdown;
    plan->vocabulary = vocabulary;
    ll_plan_builder b = {.plan = plan,
                         .arena = arena,
                         .markdown = markdown,
                         .vocabulary = vocabulary,
                         .text = source->text};
    ll_build_header(&b);
    ll_build_sections(&b);
    find_family(plan);
    ll_build_reviews(&b);
    ll_build_later_names(&b);
    ll_build_tables(&b);
    ll_build_outline(&b);
    ll_build_checklist(&b);
    ll_build_claims(&b);
    ll_build_load(&b);
    ll_build_notebook(&b);
    *out = plan;
    return LL_OK;
}

/* The text up to the first heading of a section, where the header ends at the latest. All of it
 * when something before may be a fence or HTML, which hides headings. */
static ll_view head_of(ll_view text) {
    ll_view rest = text, line;
    size_t start = 0;
    while (ll_view_next_line(&rest, &line)) {
        if (ll_view_starts(line, LL_VIEW("## ")))
            return ll_view_slice(text, 0, start);
        if (ll_view_find(line, LL_VIEW("```"), 0) != LL_VIEW_NONE ||
            ll_view_find(line, LL_VIEW("~~~"), 0) != LL_VIEW_NONE ||
            ll_view_find_byte(line, '<', 0) != LL_VIEW_NONE)
            return text;
        start = text.len - rest.len;
    }
    return text;
}

ll_status ll_plan_read_slug(ll_view *slug, ll_arena *arena, const ll_source *source,
                            ll_error *error) {
    ll_source *head = LL_ARENA_NEW(arena, ll_source);
    *head = *source;
    head->text = head_of(source->text);
    ll_markdown *markdown = NULL;
    ll_status status = ll_markdown_parse(&markdown, arena, head, error);
    if (status != LL_OK)
        return status;
    ll_plan *plan = LL_ARENA_NEW(arena, ll_plan);
    plan->source = head;
    plan->markdown = markdown;
    plan->vocabulary = &ll_vocabulary_default; /* a header has no word of it */
    ll_build_header(&(ll_plan_builder){.plan = plan,
                                       .arena = arena,
                                       .markdown = markdown,
                                       .vocabulary = plan->vocabulary,
                                       .text = head->text});
    *slug = plan->has_slug ? plan->slug : (ll_view){0};
    return LL_OK;
}

/* Cells of a line as far as a header needs them. */
static uint32_t header_cells(ll_view line, ll_view cells[LL_MARKDOWN_CELLS_MOST]) {
    uint32_t count = 0;
    size_t start = 1;
    while (start < line.len && count < LL_MARKDOWN_CELLS_MOST) {
        size_t end = ll_view_find_byte(line, '|', start);
        if (end == LL_VIEW_NONE)
            end = line.len;
        cells[count++] = ll_build_unquote(ll_view_trim(ll_view_slice(line, start, end)));
        start = end + 1;
    }
    return count;
}

bool ll_plan_recognise(ll_view text) {
    ll_view line;
    bool row = false; /* a header is the first row of its table */
    while (ll_view_next_line(&text, &line)) {
        line = ll_view_trim(line);
        ll_view cells[LL_MARKDOWN_CELLS_MOST];
        bool below = row;
        row = line.len > 0 && line.ptr[0] == '|';
        if (row && !below &&
            ll_build_is_core_header(&ll_vocabulary_default, cells, header_cells(line, cells)))
            return true;
    }
    return false;
}

const ll_section *ll_plan_section(const ll_plan *plan, ll_section_kind kind) {
    for (uint32_t i = 0; i < plan->sections.len; i++)
        if (plan->sections.at[i].kind == kind)
            return &plan->sections.at[i];
    return NULL;
}
