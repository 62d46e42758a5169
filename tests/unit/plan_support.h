/* What the tests of the plan reader share. */
#ifndef LL_TESTS_PLAN_SUPPORT_H
#define LL_TESTS_PLAN_SUPPORT_H

#include <stdio.h>

#include "support.h"

#include "plan/vocabulary.h"

static inline const ll_plan *read_plan_by(ll_arena *arena, const ll_vocabulary *vocabulary,
                                          const char *path, const char *text) {
    ll_source *source;
    ll_plan *plan = NULL;
    ll_error error = {0};
    assert_int_equal(ll_source_from(&source, arena, ll_view_of(path), ll_view_of(text), &error),
                     LL_OK);
    assert_int_equal(ll_plan_parse(&plan, arena, source, vocabulary, &error), LL_OK);
    return plan;
}

static inline const ll_plan *read_plan_at(ll_arena *arena, const char *path, const char *text) {
    return read_plan_by(arena, &ll_vocabulary_default, path, text);
}

static inline const ll_plan *read_plan(ll_arena *arena, const char *text) {
    return read_plan_at(arena, "lessons/sorting-cards.md", text);
}

/* 1-based line of a place. */
static inline uint32_t line_of(const ll_plan *plan, ll_place place) {
    uint32_t line = 1;
    for (uint32_t i = 0; i < place.offset; i++)
        line += plan->source->text.ptr[i] == '\n';
    return line;
}

/* The source text at a place. */
static inline ll_view at_place(const ll_plan *plan, ll_place place) {
    return ll_view_slice(plan->source->text, place.offset, place.offset + place.length);
}

#endif
