/* Many pairs of documents made of a few: copied, made as long as real ones, and varied. */
#include "bench.h"

#include "base/buffer.h"
#include "tsx/tsx.h"

#include <stdio.h>
#include <stdlib.h>

/* Bytes that the documents of a pair have at least: together 110 KB, as real pairs have. */
enum { LESSON_LEAST = 78000, PLAN_LEAST = 32000, SHORT_WORD = 6, VARIED = 8 };

typedef struct generator {
    ll_arena *arena; /* of one pair */
    const char *folder;
    int pairs;
    char **fixtures;
    int fixture_count;
} generator;

static ll_error failure;

static void need(ll_status status) {
    if (status != LL_OK)
        bench_die("%s: %s", failure.path, failure.text);
}

static bool is_word(ll_view text, size_t at) {
    return at < text.len && ll_is_letter(text.ptr[at]);
}

/* Adds `text` with one long word in VARIED followed by a syllable. Which one depends on the word
 * and on `seed`, so that a plan and its lesson go on speaking of the same things. */
static void add_varied(ll_buffer *out, ll_view text, uint64_t seed) {
    static const char *const syllables[] = {"ba", "do", "fi", "gu", "ke", "la", "mo", "ru"};
    for (size_t at = 0, end; at < text.len; at = end) {
        for (end = at + 1; is_word(text, at) && is_word(text, end); end++)
            ;
        ll_view word = ll_view_slice(text, at, end);
        ll_buffer_add(out, word);
        uint64_t hash = ll_view_hash(word) ^ seed * UINT64_C(0x9E3779B97F4A7C15);
        bool entity = at > 0 && text.ptr[at - 1] == '&';
        if (word.len >= SHORT_WORD && ll_is_lower(word.ptr[0]) && !entity && hash % VARIED == 0)
            ll_buffer_add_cstring(out, syllables[hash / VARIED % VARIED]);
    }
}

/* The source from `start` to `end`, its JSX text varied. */
static void add_elements(ll_buffer *out, const ll_tsx *tsx, uint32_t start, uint32_t end,
                         uint64_t seed) {
    uint32_t at = start;
    for (uint32_t i = 0; i < tsx->nodes.len; i++) {
        const ll_tsx_node *node = &tsx->nodes.at[i];
        if (node->kind != LL_TSX_TEXT || node->start < at || node->end > end)
            continue;
        ll_buffer_add(out, ll_tsx_text(tsx, at, node->start));
        add_varied(out, ll_tsx_text(tsx, node->start, node->end), seed);
        at = node->end;
    }
    ll_buffer_add(out, ll_tsx_text(tsx, at, end));
}

static uint32_t find_layout(const ll_tsx *tsx) {
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_ELEMENT && ll_tsx_is(tsx, i, LL_VIEW("LessonLayout")))
            return i;
    return LL_TSX_NONE;
}

static ll_source *read_document(const generator *g, int fixture, const char *name) {
    ll_source *source = NULL;
    const char *folder = g->fixtures[fixture % g->fixture_count];
    need(ll_source_read(&source, g->arena, ll_view_of(bench_path(folder, name)), &failure));
    return source;
}

static const ll_tsx *read_lesson(const generator *g, int fixture, uint32_t *layout) {
    const ll_tsx *tsx = ll_tsx_parse(g->arena, read_document(g, fixture, "lesson.tsx"));
    *layout = find_layout(tsx);
    if (tsx->fault || *layout == LL_TSX_NONE)
        bench_die("a fixture's lesson has a fault or no LessonLayout: leave that one out");
    return tsx;
}

/* Elements of the layout of another lesson, until this one is long enough. */
static void add_children(ll_buffer *out, const ll_tsx *tsx, uint32_t layout, uint64_t seed) {
    uint32_t at = tsx->nodes.at[layout].inner_start;
    for (uint32_t i = layout + 1; i < tsx->nodes.at[layout].after && out->len < LESSON_LEAST;
         i = tsx->nodes.at[i].after) {
        if (tsx->nodes.at[i].kind != LL_TSX_ELEMENT)
            continue;
        add_elements(out, tsx, at, tsx->nodes.at[i].end, seed);
        at = tsx->nodes.at[i].end;
    }
}

/* The lesson of a fixture, followed in its layout by what stands in those of the next ones. */
static void add_lesson(ll_buffer *out, const generator *g, int fixture, uint64_t seed) {
    uint32_t layout, other;
    const ll_tsx *own = read_lesson(g, fixture, &layout);
    uint32_t end = own->nodes.at[layout].inner_end;
    add_elements(out, own, 0, end, seed);
    while (out->len < LESSON_LEAST) {
        const ll_tsx *next = read_lesson(g, ++fixture, &other);
        add_children(out, next, other, seed);
    }
    ll_buffer_add(out, ll_tsx_text(own, end, (uint32_t)own->source->text.len));
}

/* Lines, varied but for headings, keys and the headers of tables, which are read by their words. */
static void add_lines(ll_buffer *out, ll_view text, const char *slug, uint64_t seed) {
    bool in_table = false;
    for (ll_view line; ll_view_next_line(&text, &line);) {
        bool row = ll_view_starts(line, LL_VIEW("|"));
        bool fixed = ll_view_starts(line, LL_VIEW("#")) || ll_view_starts(line, LL_VIEW("**")) ||
                     (row && !in_table);
        in_table = row;
        if (ll_view_starts(line, LL_VIEW("**Slug:**")))
            ll_buffer_add_format(out, "**Slug:** %s", slug);
        else if (fixed)
            ll_buffer_add(out, line);
        else
            add_varied(out, line, seed);
        ll_buffer_add_byte(out, '\n');
    }
}

/* The plan of a fixture, followed by sections of the next ones, until it is long enough. */
static void add_plan(ll_buffer *out, const generator *g, int fixture, const char *slug,
                     uint64_t seed) {
    add_lines(out, read_document(g, fixture, "plan.md")->text, slug, seed);
    while (out->len < PLAN_LEAST) {
        ll_view next = read_document(g, ++fixture, "plan.md")->text;
        size_t at = ll_view_find(next, LL_VIEW("\n## "), 0);
        if (at == LL_VIEW_NONE)
            bench_die("a fixture's plan has no sections: leave that one out");
        for (size_t end = at; at < next.len && out->len < PLAN_LEAST; at = end) {
            end = ll_view_find(next, LL_VIEW("\n## "), at + 1);
            end = end == LL_VIEW_NONE ? next.len : end;
            add_lines(out, ll_view_slice(next, at, end), slug, seed);
        }
    }
}

static void write_document(const generator *g, const ll_buffer *text, const char *slug,
                           const char *ending) {
    ll_view path = ll_arena_format(g->arena, "%s/%s%s", g->folder, slug, ending);
    FILE *file = fopen(path.ptr, "wb");
    if (!file || fwrite(text->ptr, 1, text->len, file) != text->len || fclose(file) != 0)
        bench_die("cannot write %s", path.ptr);
}

static void make_pair(const generator *g, int number) {
    const char *slug = ll_arena_format(g->arena, "bench-%04d", number).ptr;
    ll_buffer plan = {.arena = g->arena, .most = LL_SOURCE_MOST};
    ll_buffer lesson = plan;
    uint64_t seed = (uint64_t)number + 1;
    add_plan(&plan, g, number, slug, seed);
    write_document(g, &plan, slug, ".md");
    add_lesson(&lesson, g, number, seed);
    write_document(g, &lesson, slug, ".tsx");
}

static void make_pairs(void *context) {
    const generator *g = context;
    for (int i = 0; i < g->pairs; i++) {
        make_pair(g, i);
        ll_arena_reset(g->arena);
    }
}

void bench_generate(int count, char **arguments) {
    generator g = {ll_arena_new(SIZE_MAX / 2), arguments[0], (int)strtol(arguments[1], NULL, 10),
                   arguments + 2, count - 2};
    if (!g.arena || g.pairs <= 0)
        bench_die("cannot generate %s pairs", arguments[1]);
    need(ll_arena_guard(g.arena, make_pairs, &g, &failure));
    ll_arena_free(g.arena);
}
