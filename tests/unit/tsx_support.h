/* What the tests of the TSX scanner share: parsing from memory, finding nodes. */
#ifndef LL_TESTS_TSX_SUPPORT_H
#define LL_TESTS_TSX_SUPPORT_H

#include "support.h"

#include "tsx/tsx.h"

static inline ll_tsx *parse_view(ll_arena *arena, ll_view text) {
    ll_source *source = NULL;
    ll_error error = {0};
    assert_int_equal(ll_source_from(&source, arena, LL_VIEW("x.tsx"), text, &error), LL_OK);
    return ll_tsx_parse(arena, source);
}

static inline ll_tsx *parse(ll_arena *arena, const char *text) {
    return parse_view(arena, ll_view_of(text));
}

/* The text of a file of tests/tsx. */
static inline ll_view read_fixture(ll_arena *arena, const char *name) {
    ll_source *source = NULL;
    ll_error error = {0};
    ll_view path = ll_arena_format(arena, "%s/tests/tsx/%s", LESSONLINT_SOURCE_DIR, name);
    assert_int_equal(ll_source_read(&source, arena, path, &error), LL_OK);
    return source->text;
}

static inline ll_view whole(const ll_tsx *tsx, uint32_t node) {
    return ll_tsx_text(tsx, tsx->nodes.at[node].start, tsx->nodes.at[node].end);
}

static inline ll_view inner(const ll_tsx *tsx, uint32_t node) {
    return ll_tsx_text(tsx, tsx->nodes.at[node].inner_start, tsx->nodes.at[node].inner_end);
}

static inline uint32_t count_kind(const ll_tsx *tsx, ll_tsx_kind kind) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        count += tsx->nodes.at[i].kind == kind;
    return count;
}

/* The node of a kind that has `before` of its kind before it. */
static inline uint32_t find_kind(const ll_tsx *tsx, ll_tsx_kind kind, uint32_t before) {
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == kind && before-- == 0)
            return i;
    fail_msg("no such node");
    return LL_TSX_NONE;
}

/* The first node whose whole text begins so. */
static inline uint32_t find_text(const ll_tsx *tsx, const char *text) {
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (ll_view_starts(whole(tsx, i), ll_view_of(text)))
            return i;
    fail_msg("no node begins with %s", text);
    return LL_TSX_NONE;
}

static inline uint32_t find_element(const ll_tsx *tsx, const char *name) {
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (ll_tsx_is(tsx, i, ll_view_of(name)))
            return i;
    fail_msg("no element %s", name);
    return LL_TSX_NONE;
}

#endif
